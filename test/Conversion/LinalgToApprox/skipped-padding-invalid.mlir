// RUN: approx-opt %s --convert-linalg-to-approx="multiplier=or_compressed:8x8 padding=skip" -split-input-file -verify-diagnostics

// The zeros of a transposed convolution are not around its image only.
func.func @stretched(%x: tensor<1x2x3x6xf32> {approx.role = "input", approx.name = "x"},
                     %w: tensor<4x2x3x3xf32> {approx.role = "parameter", approx.name = "w"}) -> tensor<1x4x4x4xf32> {
  %zero = arith.constant 0.0 : f32
  %ez = tensor.empty() : tensor<1x2x6x6xf32>
  %zeros = linalg.fill ins(%zero : f32) outs(%ez : tensor<1x2x6x6xf32>) -> tensor<1x2x6x6xf32>
  %stretched = tensor.insert_slice %x into %zeros[0, 0, 0, 0] [1, 2, 3, 6] [1, 1, 2, 1] : tensor<1x2x3x6xf32> into tensor<1x2x6x6xf32>
  %e = tensor.empty() : tensor<1x4x4x4xf32>
  %c = linalg.fill ins(%zero : f32) outs(%e : tensor<1x4x4x4xf32>) -> tensor<1x4x4x4xf32>
  // expected-error @below {{layer 'w': padding=skip leaves out a fixed number of zeros around an image, and dimension 2 of this one has a number of them that is not known, or has zeros in between}}
  %0 = linalg.conv_2d_nchw_fchw ins(%stretched, %w : tensor<1x2x6x6xf32>, tensor<4x2x3x3xf32>) outs(%c : tensor<1x4x4x4xf32>) -> tensor<1x4x4x4xf32>
  return %0 : tensor<1x4x4x4xf32>
}

// -----

// Rows and columns as one dimension.
func.func @flat(%x: tensor<1x2x4x4xf32> {approx.role = "input", approx.name = "x"},
                %w: tensor<4x2x1x3xf32> {approx.role = "parameter", approx.name = "w"}) -> tensor<1x4x1x22xf32> {
  %zero = arith.constant 0.0 : f32
  %padded = tensor.pad %x low[0, 0, 1, 0] high[0, 0, 1, 0] {
  ^bb0(%i: index, %j: index, %k: index, %l: index):
    tensor.yield %zero : f32
  } : tensor<1x2x4x4xf32> to tensor<1x2x6x4xf32>
  %rows = tensor.collapse_shape %padded [[0], [1], [2, 3]] : tensor<1x2x6x4xf32> into tensor<1x2x24xf32>
  %flat = tensor.expand_shape %rows [[0], [1], [2, 3]] output_shape [1, 2, 1, 24] : tensor<1x2x24xf32> into tensor<1x2x1x24xf32>
  %e = tensor.empty() : tensor<1x4x1x22xf32>
  %c = linalg.fill ins(%zero : f32) outs(%e : tensor<1x4x1x22xf32>) -> tensor<1x4x1x22xf32>
  // expected-error @below {{layer 'w': padding=skip leaves out a fixed number of zeros around an image, and dimension 3}}
  %0 = linalg.conv_2d_nchw_fchw ins(%flat, %w : tensor<1x2x1x24xf32>, tensor<4x2x1x3xf32>) outs(%c : tensor<1x4x1x22xf32>) -> tensor<1x4x1x22xf32>
  return %0 : tensor<1x4x1x22xf32>
}

// -----

// What was zero when it was padded may be anything behind an elementwise op.
#id = affine_map<(n, c, h, w) -> (n, c, h, w)>
func.func @main(%w: tensor<4x3x3x3xf32> {approx.name = "w", approx.role = "parameter"}, %x: tensor<2x3x4x4xf32> {approx.role = "input"}) -> tensor<2x4x4x4xf32> {
  %zero = arith.constant 0.0 : f32
  %pad = tensor.pad %x low[0, 0, 1, 1] high[0, 0, 1, 1] {
  ^bb0(%n: index, %c: index, %h: index, %v: index):
    tensor.yield %zero : f32
  } : tensor<2x3x4x4xf32> to tensor<2x3x6x6xf32>
  %e = tensor.empty() : tensor<2x3x6x6xf32>
  %y = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel"]}
      ins(%pad : tensor<2x3x6x6xf32>) outs(%e : tensor<2x3x6x6xf32>) {
  ^bb0(%a: f32, %o: f32):
    %b = math.cos %a : f32
    linalg.yield %b : f32
  } -> tensor<2x3x6x6xf32>
  %i = tensor.empty() : tensor<2x4x4x4xf32>
  %init = linalg.fill ins(%zero : f32) outs(%i : tensor<2x4x4x4xf32>) -> tensor<2x4x4x4xf32>
  // expected-error @below {{or goes through elementwise ops after it was padded}}
  %conv = linalg.conv_2d_nchw_fchw ins(%y, %w : tensor<2x3x6x6xf32>, tensor<4x3x3x3xf32>) outs(%init : tensor<2x4x4x4xf32>) -> tensor<2x4x4x4xf32>
  return %conv : tensor<2x4x4x4xf32>
}
