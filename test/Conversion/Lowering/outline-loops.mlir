// RUN: approx-opt %s --approx-outline-loops=threshold=1000 --canonicalize --split-input-file | FileCheck %s
// RUN: approx-opt %s --approx-outline-loops=parallel=false --split-input-file | FileCheck %s --check-prefix=SERIAL

// SERIAL-NOT: approx.grain
// SERIAL-NOT: lutra_module_init

// The large one goes to threads in pieces of at least 250 iterations of two
// operations; both are functions whose buffers do not overlap.
// CHECK-LABEL: func.func @elementwise
// CHECK:         call @elementwise_loops_0(%{{.*}}, %{{.*}}, %{{.*}}, %{{.*}}) {approx.grain = 250 : i64}
// CHECK:         call @elementwise_loops_1(%{{.*}}, %{{.*}}, %{{.*}}) : (index, index, memref<8xf32>) -> ()
// CHECK-LABEL: func.func private @elementwise_loops_0(
// CHECK-SAME:    %[[BEGIN:.*]]: index, %[[END:.*]]: index,
// CHECK-SAME:    %[[X:.*]]: memref<1000xf32> {llvm.noalias}, %[[Y:.*]]: memref<1000xf32> {llvm.noalias})
// CHECK-SAME:    llvm.linkage = #llvm.linkage<internal>
// CHECK:         scf.for %[[I:.*]] = %[[BEGIN]] to %[[END]]
// CHECK:           %[[IN:.*]] = memref.load %[[X]][%[[I]]]
// CHECK:           %[[OUT:.*]] = math.sqrt %[[IN]]
// CHECK:           memref.store %[[OUT]], %[[Y]][%[[I]]]
// In place: one argument, not two that overlap. The constant is made inside.
// CHECK-LABEL: func.func private @elementwise_loops_1(
// CHECK-SAME:    %{{.*}}: index, %{{.*}}: index, %{{.*}}: memref<8xf32> {llvm.noalias})
// CHECK:         arith.constant 2.0
func.func @elementwise(%x: memref<1000xf32>, %y: memref<1000xf32>, %z: memref<8xf32>) {
  %two = arith.constant 2.0 : f32
  linalg.sqrt ins(%x : memref<1000xf32>) outs(%y : memref<1000xf32>)
  linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]}
      ins(%z : memref<8xf32>) outs(%z : memref<8xf32>) {
  ^bb0(%in: f32, %out: f32):
    %0 = arith.mulf %in, %two : f32
    linalg.yield %0 : f32
  }
  return
}

// -----

// Sums over the outer dimensions: the parallel channel comes outermost, the
// innermost loop stays; a column sum keeps its contiguous inner loop.
#all = affine_map<(n, c, h) -> (n, c, h)>
#channel = affine_map<(n, c, h) -> (c)>
#matrix = affine_map<(n, c) -> (n, c)>
#column = affine_map<(n, c) -> (c)>
// CHECK-LABEL: func.func private @sums_loops_0(
// CHECK-SAME:    %[[BEGIN:.*]]: index, %[[END:.*]]: index, %[[X:.*]]: memref<3x16x5xf32>
// CHECK:         scf.for %[[C:.*]] = %[[BEGIN]] to %[[END]]
// CHECK:           scf.for %[[N:.*]] = %{{.*}} to %c3
// CHECK:             scf.for %[[H:.*]] = %{{.*}} to %c5
// CHECK:               memref.load %[[X]][%[[N]], %[[C]], %[[H]]]
// CHECK-LABEL: func.func private @sums_loops_1(
// CHECK-SAME:    %[[BEGIN:.*]]: index, %[[END:.*]]: index, %[[M:.*]]: memref<7x16xf32>
// CHECK:         scf.for %[[N:.*]] = %{{.*}} to %c7
// CHECK:           scf.for %[[C:.*]] = %[[BEGIN]] to %[[END]]
// CHECK:             memref.load %[[M]][%[[N]], %[[C]]]
func.func @sums(%x: memref<3x16x5xf32>, %s: memref<16xf32>, %m: memref<7x16xf32>, %t: memref<16xf32>) {
  linalg.generic {indexing_maps = [#all, #channel], iterator_types = ["reduction", "parallel", "reduction"]}
      ins(%x : memref<3x16x5xf32>) outs(%s : memref<16xf32>) {
  ^bb0(%in: f32, %acc: f32):
    %0 = arith.addf %acc, %in : f32
    linalg.yield %0 : f32
  }
  linalg.generic {indexing_maps = [#matrix, #column], iterator_types = ["reduction", "parallel"]}
      ins(%m : memref<7x16xf32>) outs(%t : memref<16xf32>) {
  ^bb0(%in: f32, %acc: f32):
    %0 = arith.addf %acc, %in : f32
    linalg.yield %0 : f32
  }
  return
}

// -----

// Overlapping views are not noalias; buffers of the workspace are.
// CHECK-LABEL: func.func private @views_loops_0(
// CHECK-SAME:    %{{.*}}: memref<4xf32, strided<[1]>>, %{{.*}}: memref<4xf32, strided<[1], offset: 2>>)
// CHECK-LABEL: func.func private @views_loops_1(
// CHECK-SAME:    %{{.*}}: memref<4xf32> {llvm.noalias}, %{{.*}}: memref<4xf32> {llvm.noalias})
func.func @views(%x: memref<8xf32>, %work: memref<128xi8>) {
  %c0 = arith.constant 0 : index
  %c64 = arith.constant 64 : index
  %a = memref.subview %x[0] [4] [1] : memref<8xf32> to memref<4xf32, strided<[1]>>
  %b = memref.subview %x[2] [4] [1] : memref<8xf32> to memref<4xf32, strided<[1], offset: 2>>
  linalg.exp ins(%a : memref<4xf32, strided<[1]>>) outs(%b : memref<4xf32, strided<[1], offset: 2>>)
  %v = memref.view %work[%c0][] : memref<128xi8> to memref<4xf32>
  %w = memref.view %work[%c64][] : memref<128xi8> to memref<4xf32>
  linalg.exp ins(%v : memref<4xf32>) outs(%w : memref<4xf32>)
  return
}

// -----

// A full reduction has nothing to split; a scalar has no loop at all.
// CHECK-LABEL: func.func @total
// CHECK:         call @total_loops_0(%{{.*}}, %{{.*}}) : (memref<9xf32>, memref<f32>) -> ()
// CHECK:         math.exp
// CHECK-LABEL: func.func private @total_loops_0(
// CHECK-SAME:    %{{.*}}: memref<9xf32> {llvm.noalias}, %{{.*}}: memref<f32> {llvm.noalias})
// CHECK:         scf.for
// CHECK:           memref.load
func.func @total(%x: memref<9xf32>, %s: memref<f32>) {
  linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> ()>], iterator_types = ["reduction"]}
      ins(%x : memref<9xf32>) outs(%s : memref<f32>) {
  ^bb0(%in: f32, %acc: f32):
    %0 = arith.addf %acc, %in : f32
    linalg.yield %0 : f32
  }
  linalg.exp ins(%s : memref<f32>) outs(%s : memref<f32>)
  return
}

// -----

// Loops of no iterations are nothing, and need no function: neither those that
// no thread could share nor those whose buffers could not be passed.
// SERIAL-LABEL: func.func @nothing
// SERIAL-NEXT:    return
// SERIAL-NOT:   func.func private @nothing_loops
func.func @nothing(%x: memref<0x4xf32>, %y: memref<4x0xf32>, %sum: memref<4xf32>) {
  linalg.sqrt ins(%x : memref<0x4xf32>) outs(%x : memref<0x4xf32>)
  linalg.reduce ins(%y : memref<4x0xf32>) outs(%sum : memref<4xf32>) dimensions = [1]
    (%in: f32, %out: f32) {
      %0 = arith.addf %in, %out : f32
      linalg.yield %0 : f32
    }
  return
}
