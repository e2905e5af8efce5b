// RUN: approx-opt %s --approx-hold-narrow-floats-as-integers | FileCheck %s

// What a loop carries, constants, elements of addresses and of tables; other
// types stay.
// CHECK:       llvm.mlir.global internal constant @table(dense<[16256, -16384]> : tensor<2xi16>) {{.*}} : !llvm.array<2 x i16>
llvm.mlir.global internal constant @table(dense<[1.0, -2.0]> : tensor<2xbf16>) {addr_space = 0 : i32} : !llvm.array<2 x bf16>

// CHECK-LABEL: llvm.func @sum(
// CHECK-NOT:   bf16
// CHECK-DAG:     %[[ZERO:.*]] = llvm.mlir.constant(0 : i16) : i16
// CHECK-DAG:     %[[HALF:.*]] = llvm.mlir.constant(14336 : i16) : i16
// CHECK-DAG:     llvm.mlir.constant(1.000000e+00 : f32) : f32
// CHECK:         llvm.br ^[[LOOP:.*]](%[[ZERO]] : i16)
// CHECK:       ^[[LOOP]](%[[CARRIED:.*]]: i16):
// CHECK:         %[[ADDRESS:.*]] = llvm.getelementptr %{{.*}}[1] : (!llvm.ptr) -> !llvm.ptr, i16
// CHECK:         %[[NEXT:.*]] = llvm.load %[[ADDRESS]] : !llvm.ptr -> i16
// CHECK-NOT:     llvm.bitcast
// CHECK:         llvm.or %[[NEXT]], %[[CARRIED]] : i16
// CHECK:         llvm.cond_br %{{.*}}, ^[[LOOP]](%[[NEXT]] : i16)
// CHECK:         llvm.store %[[CARRIED]], %{{.*}} : i16, !llvm.ptr
// CHECK:         llvm.store %[[HALF]], %{{.*}} : i16, !llvm.ptr
llvm.func @sum(%p: !llvm.ptr, %go: i1) {
  %zero = llvm.mlir.constant(0.0 : bf16) : bf16
  %half = llvm.mlir.constant(0.5 : f16) : f16
  %one = llvm.mlir.constant(1.0 : f32) : f32
  llvm.br ^loop(%zero : bf16)
^loop(%carried: bf16):
  %address = llvm.getelementptr %p[1] : (!llvm.ptr) -> !llvm.ptr, bf16
  %next = llvm.load %address : !llvm.ptr -> bf16
  %a = llvm.bitcast %next : bf16 to i16
  %b = llvm.bitcast %carried : bf16 to i16
  %bits = llvm.or %a, %b : i16
  llvm.store %bits, %p : i16, !llvm.ptr
  llvm.cond_br %go, ^loop(%next : bf16), ^end
^end:
  llvm.store %carried, %p : bf16, !llvm.ptr
  llvm.store %half, %p : f16, !llvm.ptr
  llvm.store %one, %p : f32, !llvm.ptr
  llvm.return
}
