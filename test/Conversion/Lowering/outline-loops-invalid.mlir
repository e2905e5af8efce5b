// RUN: approx-opt %s --approx-outline-loops --verify-diagnostics

func.func @dynamic(%x: memref<?xf32>, %y: memref<?xf32>) {
  // expected-error @below {{'linalg.exp' op has loops of dynamic size; a compiled step needs static shapes}}
  linalg.exp ins(%x : memref<?xf32>) outs(%y : memref<?xf32>)
  return
}
