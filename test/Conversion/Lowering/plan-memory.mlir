// RUN: approx-opt %s --approx-plan-memory --split-input-file | FileCheck %s
// RUN: approx-opt %s --approx-plan-memory=report --split-input-file --verify-diagnostics -o /dev/null

// %a and %c are never live together and share memory; %b is live with both.
// Every buffer starts at a multiple of 64 bytes.
// CHECK-LABEL: func.func @chain
// CHECK-SAME:    %[[WORK:[a-z0-9]*]]: memref<256xi8> {approx.workspace, llvm.align = 64 : i64, llvm.noalias})
// CHECK-DAG:     %[[C0:.*]] = arith.constant 0 : index
// CHECK-DAG:     %[[C128:.*]] = arith.constant 128 : index
// CHECK-DAG:     %[[A:.*]] = memref.view %[[WORK]][%{{.*}}][] : memref<256xi8> to memref<20xf32>
// CHECK-NOT:     memref.alloc
// CHECK-NOT:     memref.dealloc
// expected-remark @below {{workspace of @chain: 256 bytes for 3 buffers of 384 bytes; at most 256 are live at once}}
func.func @chain(%x: memref<20xf32>, %y: memref<20xf32>) {
  %a = memref.alloc() : memref<20xf32>
  %b = memref.alloc() : memref<20xf32>
  %c = memref.alloc() : memref<20xf32>
  linalg.exp ins(%x : memref<20xf32>) outs(%a : memref<20xf32>)
  linalg.exp ins(%a : memref<20xf32>) outs(%b : memref<20xf32>)
  memref.dealloc %a : memref<20xf32>
  linalg.exp ins(%b : memref<20xf32>) outs(%c : memref<20xf32>)
  linalg.exp ins(%c : memref<20xf32>) outs(%y : memref<20xf32>)
  return
}

// -----

// A view keeps its buffer alive: nothing can be shared.
// expected-remark @below {{workspace of @view: 128 bytes for 2 buffers of 128 bytes; at most 128 are live at once}}
func.func @view(%x: memref<4x4xf32>, %y: memref<16xf32>) {
  %a = memref.alloc() : memref<4x4xf32>
  %b = memref.alloc() : memref<16xf32>
  linalg.exp ins(%x : memref<4x4xf32>) outs(%a : memref<4x4xf32>)
  %flat = memref.collapse_shape %a [[0, 1]] : memref<4x4xf32> into memref<16xf32>
  linalg.exp ins(%y : memref<16xf32>) outs(%b : memref<16xf32>)
  linalg.add ins(%b, %flat : memref<16xf32>, memref<16xf32>) outs(%y : memref<16xf32>)
  return
}

// -----

// A buffer inside a loop is live for the whole loop; one byte for i1 and i8.
// CHECK-LABEL: func.func @loop
// CHECK-SAME:    memref<128xi8> {approx.workspace
// CHECK:         memref.view
// CHECK:         memref.view
// CHECK:         scf.for
// CHECK-NOT:     memref.alloc
// expected-remark @below {{workspace of @loop: 128 bytes for 2 buffers of 128 bytes; at most 128 are live at once}}
func.func @loop(%x: memref<64xi1>, %n: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = memref.alloc() : memref<64xi1>
  scf.for %i = %c0 to %n step %c1 {
    %b = memref.alloc() : memref<64xi1>
    linalg.copy ins(%x : memref<64xi1>) outs(%b : memref<64xi1>)
    linalg.copy ins(%b : memref<64xi1>) outs(%a : memref<64xi1>)
  }
  linalg.copy ins(%a : memref<64xi1>) outs(%x : memref<64xi1>)
  return
}

// -----

// CHECK-LABEL: func.func @nothing
// CHECK-SAME:    (%{{.*}}: memref<4xf32>) {
// expected-remark @below {{workspace of @nothing: 0 bytes for 0 buffers}}
func.func @nothing(%x: memref<4xf32>) {
  return
}

// -----

// Complex numbers are two floats each, indices 8 bytes.
// CHECK-LABEL: func.func @element_sizes
// CHECK-SAME:    memref<320xi8> {approx.workspace
// expected-remark @below {{workspace of @element_sizes: 320 bytes for 2 buffers of 320 bytes; at most 320 are live at once}}
func.func @element_sizes(%x: complex<f32>, %i: index, %j: index) -> index {
  // CHECK-DAG: memref.view {{.*}} to memref<24xcomplex<f32>>
  // CHECK-DAG: memref.view {{.*}} to memref<16xindex>
  %a = memref.alloc() : memref<24xcomplex<f32>>
  %b = memref.alloc() : memref<16xindex>
  memref.store %x, %a[%i] : memref<24xcomplex<f32>>
  memref.store %i, %b[%j] : memref<16xindex>
  %k = memref.load %b[%i] : memref<16xindex>
  memref.store %x, %a[%k] : memref<24xcomplex<f32>>
  return %k : index
}
