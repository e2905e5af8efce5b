// RUN: approx-opt %s --approx-plan-memory --split-input-file --verify-diagnostics

func.func @dynamic(%x: memref<4xf32>, %n: index) {
  // expected-error @below {{'memref.alloc' op has no static size; a compiled step needs static shapes}}
  %a = memref.alloc(%n) : memref<?xf32>
  memref.dealloc %a : memref<?xf32>
  return
}

// -----

func.func @vectors(%x: memref<4xf32>) {
  // expected-error @below {{'memref.alloc' op has elements of type 'vector<4xf32>'; expected integers, indices, floats or complex numbers}}
  %a = memref.alloc() : memref<4xvector<4xf32>>
  memref.dealloc %a : memref<4xvector<4xf32>>
  return
}
