// Dimensions of size 0: what can be called works, what cannot is refused in one
// sentence.
// RUN: split-file %s %t
// RUN: approx-run %t/called.mlir | FileCheck %s --check-prefix=CALLED
// RUN: approx-run %t/contractions.mlir --args=1,2,3 | FileCheck %s --check-prefix=SUMS
// RUN: approx-run %t/contractions.mlir --args=1,2,3 --factorize=all | FileCheck %s --check-prefix=SUMS
// RUN: not approx-run %t/refused.mlir 2>&1 | FileCheck %s --check-prefix=REFUSED

// CALLED: result 0: tensor<0x3xf32> []
//--- called.mlir
func.func @main(%x: tensor<0x3xf32>) -> tensor<0x3xf32> {
  %0 = math.exp %x : tensor<0x3xf32>
  return %0 : tensor<0x3xf32>
}

// REFUSED: argument 0 of @main has type 'memref<20000x0xf32>'; of the dimensions of a tensor that a compiled function takes or returns, only the first may be 0
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

// A sum of nothing is what it starts from.
// SUMS:      result 0: tensor<3x5xi32> {{\[\[}}0, 0, 0, 0, 0],
// SUMS-NEXT: result 1: tensor<3x5xf32> {{\[\[}}2, 2, 2, 2, 2],
// SUMS-NEXT: result 2: tensor<1x2x3x3xi32> {{\[\[\[\[}}0, 0, 0],
// SUMS-NEXT: result 3: tensor<4x2xf32> {{\[\[}}0, 0],
//--- contractions.mlir
approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"truncated", {drop = 9}>}
func.func @main(%b: tensor<0x5xi8>, %start: tensor<3x5xf32>, %filter: tensor<2x1x2x2xi8>)
    -> (tensor<3x5xi32>, tensor<3x5xf32>, tensor<1x2x3x3xi32>, tensor<4x2xf32>) {
  %z = arith.constant dense<2> : tensor<i32>
  %a = tensor.empty() : tensor<3x0xi8>
  %c0 = tensor.empty() : tensor<3x5xi32>
  %0 = approx.matmul @m ins(%a, %b : tensor<3x0xi8>, tensor<0x5xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c0 : tensor<3x5xi32>) {gradient = #approx.gradient<"ste">} -> tensor<3x5xi32>
  %af = tensor.empty() : tensor<3x0xf32>
  %be = tensor.empty() : tensor<0x5xf32>
  %bf = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i, j)>], iterator_types = ["parallel", "parallel"]}
      ins(%b : tensor<0x5xi8>) outs(%be : tensor<0x5xf32>) {
  ^bb0(%x: i8, %o: f32):
    %f = arith.sitofp %x : i8 to f32
    linalg.yield %f : f32
  } -> tensor<0x5xf32>
  %1 = linalg.matmul ins(%af, %bf : tensor<3x0xf32>, tensor<0x5xf32>) outs(%start : tensor<3x5xf32>) -> tensor<3x5xf32>
  %images = tensor.empty() : tensor<1x0x4x4xi8>
  %filters = tensor.extract_slice %filter[0, 0, 0, 0] [2, 0, 2, 2] [1, 1, 1, 1] : tensor<2x1x2x2xi8> to tensor<2x0x2x2xi8>
  %c2 = tensor.empty() : tensor<1x2x3x3xi32>
  %2 = approx.conv_2d @m ins(%images, %filters : tensor<1x0x4x4xi8>, tensor<2x0x2x2xi8>) zero_points(%z, %z : tensor<i32>, tensor<i32>)
      outs(%c2 : tensor<1x2x3x3xi32>) {gradient = #approx.gradient<"ste">, layout = #approx.layout<nchw_fchw>} -> tensor<1x2x3x3xi32>
  %g = tensor.empty() : tensor<0x2xf32>
  %l = tensor.empty() : tensor<0x4xf32>
  %c3 = tensor.empty() : tensor<4x2xf32>
  %3 = approx.matmul_grad_rhs ins(%g, %l : tensor<0x2xf32>, tensor<0x4xf32>) outs(%c3 : tensor<4x2xf32>) -> tensor<4x2xf32>
  return %0, %1, %2, %3 : tensor<3x5xi32>, tensor<3x5xf32>, tensor<1x2x3x3xi32>, tensor<4x2xf32>
}
