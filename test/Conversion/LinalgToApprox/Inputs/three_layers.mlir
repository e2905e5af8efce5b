#x = affine_map<(m, n, k) -> (m, k)>
#w = affine_map<(m, n, k) -> (n, k)>
#y = affine_map<(m, n, k) -> (m, n)>
func.func @main(%w0: tensor<2x1x3x3xf32> {approx.role = "parameter", approx.name = "conv.weight"},
                %w1: tensor<6x8xf32> {approx.role = "parameter", approx.name = "fc1.weight"},
                %w2: tensor<5x6xf32> {approx.role = "parameter", approx.name = "fc2.weight"},
                %x: tensor<4x1x4x4xf32> {approx.role = "input", approx.name = "x"}) -> tensor<4x5xf32> {
  %zero = arith.constant 0.0 : f32
  %e0 = tensor.empty() : tensor<4x2x2x2xf32>
  %f0 = linalg.fill ins(%zero : f32) outs(%e0 : tensor<4x2x2x2xf32>) -> tensor<4x2x2x2xf32>
  %c = linalg.conv_2d_nchw_fchw {strides = dense<1> : tensor<2xi64>, dilations = dense<1> : tensor<2xi64>}
      ins(%x, %w0 : tensor<4x1x4x4xf32>, tensor<2x1x3x3xf32>) outs(%f0 : tensor<4x2x2x2xf32>) -> tensor<4x2x2x2xf32>
  %flat = tensor.collapse_shape %c [[0], [1, 2, 3]] : tensor<4x2x2x2xf32> into tensor<4x8xf32>
  %e1 = tensor.empty() : tensor<4x6xf32>
  %f1 = linalg.fill ins(%zero : f32) outs(%e1 : tensor<4x6xf32>) -> tensor<4x6xf32>
  %h = linalg.matmul indexing_maps = [#x, #w, #y] ins(%flat, %w1 : tensor<4x8xf32>, tensor<6x8xf32>)
      outs(%f1 : tensor<4x6xf32>) -> tensor<4x6xf32>
  %e2 = tensor.empty() : tensor<4x5xf32>
  %f2 = linalg.fill ins(%zero : f32) outs(%e2 : tensor<4x5xf32>) -> tensor<4x5xf32>
  %y = linalg.matmul indexing_maps = [#x, #w, #y] ins(%h, %w2 : tensor<4x6xf32>, tensor<5x6xf32>)
      outs(%f2 : tensor<4x5xf32>) -> tensor<4x5xf32>
  return %y : tensor<4x5xf32>
}
