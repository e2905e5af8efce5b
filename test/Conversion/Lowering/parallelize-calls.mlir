// RUN: approx-opt %s --approx-parallelize-calls | FileCheck %s

llvm.mlir.global internal @lutra_context() : !llvm.ptr {
  %0 = llvm.mlir.zero : !llvm.ptr
  llvm.return %0 : !llvm.ptr
}
llvm.func internal @loops(%begin: i64, %end: i64, %x: !llvm.ptr, %s: f32) {
  llvm.return
}

// CHECK:       llvm.func @lutra_rt_parallel_for(!llvm.ptr, !llvm.ptr, !llvm.ptr, i64, i64, i64) -> i32
// CHECK-LABEL: llvm.func @caller
// CHECK-SAME:    (%[[X:.*]]: !llvm.ptr, %[[S:.*]]: f32)
// CHECK:         llvm.alloca %{{.*}} x !llvm.struct<(ptr, f32)>
// CHECK:         llvm.store %[[X]],
// CHECK:         llvm.store %[[S]],
// CHECK:         %[[CONTEXT:.*]] = llvm.load
// CHECK:         %[[PIECE:.*]] = llvm.mlir.addressof @loops_piece
// CHECK:         %[[GRAIN:.*]] = llvm.mlir.constant(25 : i64)
// CHECK:         llvm.call @lutra_rt_parallel_for(%[[CONTEXT]], %[[PIECE]], %{{.*}}, %{{.*}}, %{{.*}}, %[[GRAIN]])
// Another call of the same function shares what unpacks its arguments.
// CHECK:         llvm.mlir.addressof @loops_piece
// A call that is not marked stays.
// CHECK:         llvm.call @loops(
// CHECK-LABEL: llvm.func internal @loops_piece
// CHECK-SAME:    (%[[PACKED:.*]]: !llvm.ptr, %[[BEGIN:.*]]: i64, %[[END:.*]]: i64)
// CHECK:         %[[X:.*]] = llvm.load {{.*}} -> !llvm.ptr
// CHECK:         %[[S:.*]] = llvm.load {{.*}} -> f32
// CHECK:         llvm.call @loops(%[[BEGIN]], %[[END]], %[[X]], %[[S]])
llvm.func @caller(%x: !llvm.ptr, %s: f32) {
  %c0 = llvm.mlir.constant(0 : i64) : i64
  %c100 = llvm.mlir.constant(100 : i64) : i64
  llvm.call @loops(%c0, %c100, %x, %s) {approx.grain = 25 : i64} : (i64, i64, !llvm.ptr, f32) -> ()
  llvm.call @loops(%c0, %c100, %x, %s) {approx.grain = 50 : i64} : (i64, i64, !llvm.ptr, f32) -> ()
  llvm.call @loops(%c0, %c100, %x, %s) : (i64, i64, !llvm.ptr, f32) -> ()
  llvm.return
}
