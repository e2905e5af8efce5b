// RUN: approx-opt %s --approx-plan-memory --verify-diagnostics

func.func @dynamic(%x: memref<4xf32>, %n: index) {
  // expected-error @below {{'memref.alloc' op has no static size; a compiled step needs static shapes}}
  %a = memref.alloc(%n) : memref<?xf32>
  memref.dealloc %a : memref<?xf32>
  return
}
