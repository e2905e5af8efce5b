// A small LeNet-type network on 8x8 images of handwritten digits, batch 64, as
// linalg on tensors: conv 8 - pool - conv 16 - pool - fc 32 - fc 10, layouts
// as in PyTorch (NCHW images, OIHW filters, Linear weights [out, in]).
// It returns the logits; the passes add loss, gradients and optimizer.

#x = affine_map<(m, n, k) -> (m, k)>
#w = affine_map<(m, n, k) -> (n, k)>
#y = affine_map<(m, n, k) -> (m, n)>
#id2 = affine_map<(d0, d1) -> (d0, d1)>
#col = affine_map<(d0, d1) -> (d1)>
#id4 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>

func.func @main(
    %w1: tensor<8x1x3x3xf32> {approx.role = "parameter", approx.name = "conv1.weight"},
    %b1: tensor<8xf32> {approx.role = "parameter", approx.name = "conv1.bias"},
    %w2: tensor<16x8x3x3xf32> {approx.role = "parameter", approx.name = "conv2.weight"},
    %b2: tensor<16xf32> {approx.role = "parameter", approx.name = "conv2.bias"},
    %w3: tensor<32x64xf32> {approx.role = "parameter", approx.name = "fc1.weight"},
    %b3: tensor<32xf32> {approx.role = "parameter", approx.name = "fc1.bias"},
    %w4: tensor<10x32xf32> {approx.role = "parameter", approx.name = "fc2.weight"},
    %b4: tensor<10xf32> {approx.role = "parameter", approx.name = "fc2.bias"},
    %image: tensor<64x1x8x8xf32> {approx.role = "input", approx.name = "image"})
    -> (tensor<64x10xf32> {approx.role = "logits"}) {
  %zero = arith.constant 0.0 : f32
  %lowest = arith.constant 0xFF800000 : f32
  %window = tensor.empty() : tensor<2x2xf32>

  // conv1: 1 -> 8 channels, relu, 2x2 max pool to 4x4.
  %p1 = tensor.pad %image low[0, 0, 1, 1] high[0, 0, 1, 1] {
  ^bb0(%n: index, %c: index, %h: index, %w: index):
    tensor.yield %zero : f32
  } : tensor<64x1x8x8xf32> to tensor<64x1x10x10xf32>
  %e1 = tensor.empty() : tensor<64x8x8x8xf32>
  %i1 = linalg.broadcast ins(%b1 : tensor<8xf32>) outs(%e1 : tensor<64x8x8x8xf32>) dimensions = [0, 2, 3]
  %c1 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>}
      ins(%p1, %w1 : tensor<64x1x10x10xf32>, tensor<8x1x3x3xf32>) outs(%i1 : tensor<64x8x8x8xf32>) -> tensor<64x8x8x8xf32>
  %r1 = linalg.generic {indexing_maps = [#id4, #id4], iterator_types = ["parallel", "parallel", "parallel", "parallel"]}
      ins(%c1 : tensor<64x8x8x8xf32>) outs(%e1 : tensor<64x8x8x8xf32>) {
  ^bb0(%in: f32, %out: f32):
    %v = arith.maximumf %in, %zero : f32
    linalg.yield %v : f32
  } -> tensor<64x8x8x8xf32>
  %me1 = tensor.empty() : tensor<64x8x4x4xf32>
  %mi1 = linalg.fill ins(%lowest : f32) outs(%me1 : tensor<64x8x4x4xf32>) -> tensor<64x8x4x4xf32>
  %m1 = linalg.pooling_nchw_max {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>}
      ins(%r1, %window : tensor<64x8x8x8xf32>, tensor<2x2xf32>) outs(%mi1 : tensor<64x8x4x4xf32>) -> tensor<64x8x4x4xf32>

  // conv2: 8 -> 16 channels, relu, 2x2 max pool to 2x2.
  %p2 = tensor.pad %m1 low[0, 0, 1, 1] high[0, 0, 1, 1] {
  ^bb0(%n: index, %c: index, %h: index, %w: index):
    tensor.yield %zero : f32
  } : tensor<64x8x4x4xf32> to tensor<64x8x6x6xf32>
  %e2 = tensor.empty() : tensor<64x16x4x4xf32>
  %i2 = linalg.broadcast ins(%b2 : tensor<16xf32>) outs(%e2 : tensor<64x16x4x4xf32>) dimensions = [0, 2, 3]
  %c2 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>}
      ins(%p2, %w2 : tensor<64x8x6x6xf32>, tensor<16x8x3x3xf32>) outs(%i2 : tensor<64x16x4x4xf32>) -> tensor<64x16x4x4xf32>
  %r2 = linalg.generic {indexing_maps = [#id4, #id4], iterator_types = ["parallel", "parallel", "parallel", "parallel"]}
      ins(%c2 : tensor<64x16x4x4xf32>) outs(%e2 : tensor<64x16x4x4xf32>) {
  ^bb0(%in: f32, %out: f32):
    %v = arith.maximumf %in, %zero : f32
    linalg.yield %v : f32
  } -> tensor<64x16x4x4xf32>
  %me2 = tensor.empty() : tensor<64x16x2x2xf32>
  %mi2 = linalg.fill ins(%lowest : f32) outs(%me2 : tensor<64x16x2x2xf32>) -> tensor<64x16x2x2xf32>
  %m2 = linalg.pooling_nchw_max {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>}
      ins(%r2, %window : tensor<64x16x4x4xf32>, tensor<2x2xf32>) outs(%mi2 : tensor<64x16x2x2xf32>) -> tensor<64x16x2x2xf32>

  // fc1: 64 -> 32, relu.
  %flat = tensor.collapse_shape %m2 [[0], [1, 2, 3]] : tensor<64x16x2x2xf32> into tensor<64x64xf32>
  %e3 = tensor.empty() : tensor<64x32xf32>
  %i3 = linalg.fill ins(%zero : f32) outs(%e3 : tensor<64x32xf32>) -> tensor<64x32xf32>
  %c3 = linalg.matmul indexing_maps = [#x, #w, #y]
      ins(%flat, %w3 : tensor<64x64xf32>, tensor<32x64xf32>) outs(%i3 : tensor<64x32xf32>) -> tensor<64x32xf32>
  %r3 = linalg.generic {indexing_maps = [#id2, #col, #id2], iterator_types = ["parallel", "parallel"]}
      ins(%c3, %b3 : tensor<64x32xf32>, tensor<32xf32>) outs(%e3 : tensor<64x32xf32>) {
  ^bb0(%in: f32, %bias: f32, %out: f32):
    %s = arith.addf %in, %bias : f32
    %v = arith.maximumf %s, %zero : f32
    linalg.yield %v : f32
  } -> tensor<64x32xf32>

  // fc2: 32 -> 10.
  %e4 = tensor.empty() : tensor<64x10xf32>
  %i4 = linalg.fill ins(%zero : f32) outs(%e4 : tensor<64x10xf32>) -> tensor<64x10xf32>
  %c4 = linalg.matmul indexing_maps = [#x, #w, #y]
      ins(%r3, %w4 : tensor<64x32xf32>, tensor<10x32xf32>) outs(%i4 : tensor<64x10xf32>) -> tensor<64x10xf32>
  %logits = linalg.generic {indexing_maps = [#id2, #col, #id2], iterator_types = ["parallel", "parallel"]}
      ins(%c4, %b4 : tensor<64x10xf32>, tensor<10xf32>) outs(%e4 : tensor<64x10xf32>) {
  ^bb0(%in: f32, %bias: f32, %out: f32):
    %s = arith.addf %in, %bias : f32
    linalg.yield %s : f32
  } -> tensor<64x10xf32>
  return %logits : tensor<64x10xf32>
}
