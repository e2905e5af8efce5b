#map = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
#map1 = affine_map<(d0, d1) -> (d0, d1)>
#map2 = affine_map<(d0, d1) -> (d1)>
module {
  func.func @main(%arg0: tensor<4x1x3x3xf32>, %arg1: tensor<4xf32>, %arg2: tensor<8x4x3x3xf32>, %arg3: tensor<8xf32>, %arg4: tensor<16x32xf32>, %arg5: tensor<16xf32>, %arg6: tensor<10x16xf32>, %arg7: tensor<10xf32>, %arg8: tensor<4x1x12x12xf32>) -> tensor<4x10xf32> {
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant 0xFF800000 : f32
    %padded = tensor.pad %arg8 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg9: index, %arg10: index, %arg11: index, %arg12: index):
      tensor.yield %cst : f32
    } : tensor<4x1x12x12xf32> to tensor<4x1x14x14xf32>
    %0 = tensor.empty() : tensor<4x4x12x12xf32>
    %broadcasted = linalg.broadcast ins(%arg1 : tensor<4xf32>) outs(%0 : tensor<4x4x12x12xf32>) dimensions = [0, 2, 3] 
    %1 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded, %arg0 : tensor<4x1x14x14xf32>, tensor<4x1x3x3xf32>) outs(%broadcasted : tensor<4x4x12x12xf32>) -> tensor<4x4x12x12xf32>
    %2 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%1 : tensor<4x4x12x12xf32>) outs(%0 : tensor<4x4x12x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %24 = arith.cmpf ugt, %in, %cst : f32
      %25 = arith.select %24, %in, %cst : f32
      linalg.yield %25 : f32
    } -> tensor<4x4x12x12xf32>
    %3 = tensor.empty() : tensor<4x4x6x6xf32>
    %4 = linalg.fill ins(%cst_0 : f32) outs(%3 : tensor<4x4x6x6xf32>) -> tensor<4x4x6x6xf32>
    %5 = tensor.empty() : tensor<2x2xf32>
    %6 = linalg.pooling_nchw_max {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%2, %5 : tensor<4x4x12x12xf32>, tensor<2x2xf32>) outs(%4 : tensor<4x4x6x6xf32>) -> tensor<4x4x6x6xf32>
    %7 = tensor.empty() : tensor<4x8x4x4xf32>
    %broadcasted_1 = linalg.broadcast ins(%arg3 : tensor<8xf32>) outs(%7 : tensor<4x8x4x4xf32>) dimensions = [0, 2, 3] 
    %8 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%6, %arg2 : tensor<4x4x6x6xf32>, tensor<8x4x3x3xf32>) outs(%broadcasted_1 : tensor<4x8x4x4xf32>) -> tensor<4x8x4x4xf32>
    %9 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%8 : tensor<4x8x4x4xf32>) outs(%7 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %24 = arith.cmpf ugt, %in, %cst : f32
      %25 = arith.select %24, %in, %cst : f32
      linalg.yield %25 : f32
    } -> tensor<4x8x4x4xf32>
    %10 = tensor.empty() : tensor<4x8x2x2xf32>
    %11 = linalg.fill ins(%cst_0 : f32) outs(%10 : tensor<4x8x2x2xf32>) -> tensor<4x8x2x2xf32>
    %12 = linalg.pooling_nchw_max {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%9, %5 : tensor<4x8x4x4xf32>, tensor<2x2xf32>) outs(%11 : tensor<4x8x2x2xf32>) -> tensor<4x8x2x2xf32>
    %collapsed = tensor.collapse_shape %12 [[0], [1, 2, 3]] : tensor<4x8x2x2xf32> into tensor<4x32xf32>
    %13 = tensor.empty() : tensor<32x16xf32>
    %transposed = linalg.transpose ins(%arg4 : tensor<16x32xf32>) outs(%13 : tensor<32x16xf32>) permutation = [1, 0] 
    %14 = tensor.empty() : tensor<4x16xf32>
    %15 = linalg.fill ins(%cst : f32) outs(%14 : tensor<4x16xf32>) -> tensor<4x16xf32>
    %16 = linalg.matmul ins(%collapsed, %transposed : tensor<4x32xf32>, tensor<32x16xf32>) outs(%15 : tensor<4x16xf32>) -> tensor<4x16xf32>
    %17 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel"]} ins(%16, %arg5 : tensor<4x16xf32>, tensor<16xf32>) outs(%14 : tensor<4x16xf32>) {
    ^bb0(%in: f32, %in_3: f32, %out: f32):
      %24 = arith.addf %in, %in_3 : f32
      linalg.yield %24 : f32
    } -> tensor<4x16xf32>
    %18 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%17 : tensor<4x16xf32>) outs(%14 : tensor<4x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %24 = arith.cmpf ugt, %in, %cst : f32
      %25 = arith.select %24, %in, %cst : f32
      linalg.yield %25 : f32
    } -> tensor<4x16xf32>
    %19 = tensor.empty() : tensor<16x10xf32>
    %transposed_2 = linalg.transpose ins(%arg6 : tensor<10x16xf32>) outs(%19 : tensor<16x10xf32>) permutation = [1, 0] 
    %20 = tensor.empty() : tensor<4x10xf32>
    %21 = linalg.fill ins(%cst : f32) outs(%20 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %22 = linalg.matmul ins(%18, %transposed_2 : tensor<4x16xf32>, tensor<16x10xf32>) outs(%21 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %23 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel"]} ins(%22, %arg7 : tensor<4x10xf32>, tensor<10xf32>) outs(%20 : tensor<4x10xf32>) {
    ^bb0(%in: f32, %in_3: f32, %out: f32):
      %24 = arith.addf %in, %in_3 : f32
      linalg.yield %24 : f32
    } -> tensor<4x10xf32>
    return %23 : tensor<4x10xf32>
  }
}
