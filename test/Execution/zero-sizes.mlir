// Dimensions of size 0: what can be called works, what cannot is refused in one
// sentence.
// RUN: split-file %s %t
// RUN: approx-run %t/called.mlir | FileCheck %s --check-prefix=CALLED
// RUN: not approx-run %t/refused.mlir 2>&1 | FileCheck %s --check-prefix=REFUSED

// CALLED: result 0: tensor<0x3xf32> []
//--- called.mlir
func.func @main(%x: tensor<0x3xf32>) -> tensor<0x3xf32> {
  %0 = math.exp %x : tensor<0x3xf32>
  return %0 : tensor<0x3xf32>
}

// REFUSED: argument 0 of @main has type 'memref<20000x0xf32>' without elements; a compiled function takes and returns tensors of at least one element
//--- refused.mlir
func.func @main(%x: tensor<20000x0xf32>) -> tensor<20000xf32> {
  %z = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<20000xf32>
  %i = linalg.fill ins(%z : f32) outs(%e : tensor<20000xf32>) -> tensor<20000xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i)>], iterator_types = ["parallel", "reduction"]}
      ins(%x : tensor<20000x0xf32>) outs(%i : tensor<20000xf32>) {
  ^bb0(%a: f32, %o: f32):
    %s = arith.addf %a, %o : f32
    linalg.yield %s : f32
  } -> tensor<20000xf32>
  return %r : tensor<20000xf32>
}
