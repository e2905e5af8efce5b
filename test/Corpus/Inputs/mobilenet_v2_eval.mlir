#map = affine_map<(d0) -> (d0)>
#map1 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
#map2 = affine_map<(d0, d1, d2, d3) -> (d1, 0, 0)>
#map3 = affine_map<(d0, d1, d2, d3) -> ()>
#map4 = affine_map<(d0, d1) -> (d0, d1)>
#map5 = affine_map<(d0, d1) -> (d1)>
module {
  func.func @main(%arg0: tensor<4x3x3x3xf32> {approx.name = "stem.0.weight", approx.role = "parameter"}, %arg1: tensor<4xf32> {approx.name = "stem.1.weight", approx.role = "parameter"}, %arg2: tensor<4xf32> {approx.name = "stem.1.bias", approx.role = "parameter"}, %arg3: tensor<8x4x1x1xf32> {approx.name = "blocks.0.conv.0.weight", approx.role = "parameter"}, %arg4: tensor<8xf32> {approx.name = "blocks.0.conv.1.weight", approx.role = "parameter"}, %arg5: tensor<8xf32> {approx.name = "blocks.0.conv.1.bias", approx.role = "parameter"}, %arg6: tensor<8x1x3x3xf32> {approx.name = "blocks.0.conv.3.weight", approx.role = "parameter"}, %arg7: tensor<8xf32> {approx.name = "blocks.0.conv.4.weight", approx.role = "parameter"}, %arg8: tensor<8xf32> {approx.name = "blocks.0.conv.4.bias", approx.role = "parameter"}, %arg9: tensor<6x8x1x1xf32> {approx.name = "blocks.0.conv.6.weight", approx.role = "parameter"}, %arg10: tensor<6xf32> {approx.name = "blocks.0.conv.7.weight", approx.role = "parameter"}, %arg11: tensor<6xf32> {approx.name = "blocks.0.conv.7.bias", approx.role = "parameter"}, %arg12: tensor<18x6x1x1xf32> {approx.name = "blocks.1.conv.0.weight", approx.role = "parameter"}, %arg13: tensor<18xf32> {approx.name = "blocks.1.conv.1.weight", approx.role = "parameter"}, %arg14: tensor<18xf32> {approx.name = "blocks.1.conv.1.bias", approx.role = "parameter"}, %arg15: tensor<18x1x3x3xf32> {approx.name = "blocks.1.conv.3.weight", approx.role = "parameter"}, %arg16: tensor<18xf32> {approx.name = "blocks.1.conv.4.weight", approx.role = "parameter"}, %arg17: tensor<18xf32> {approx.name = "blocks.1.conv.4.bias", approx.role = "parameter"}, %arg18: tensor<6x18x1x1xf32> {approx.name = "blocks.1.conv.6.weight", approx.role = "parameter"}, %arg19: tensor<6xf32> {approx.name = "blocks.1.conv.7.weight", approx.role = "parameter"}, %arg20: tensor<6xf32> {approx.name = "blocks.1.conv.7.bias", approx.role = "parameter"}, %arg21: tensor<18x6x1x1xf32> {approx.name = "blocks.2.conv.0.weight", approx.role = "parameter"}, %arg22: tensor<18xf32> {approx.name = "blocks.2.conv.1.weight", approx.role = "parameter"}, %arg23: tensor<18xf32> {approx.name = "blocks.2.conv.1.bias", approx.role = "parameter"}, %arg24: tensor<18x1x3x3xf32> {approx.name = "blocks.2.conv.3.weight", approx.role = "parameter"}, %arg25: tensor<18xf32> {approx.name = "blocks.2.conv.4.weight", approx.role = "parameter"}, %arg26: tensor<18xf32> {approx.name = "blocks.2.conv.4.bias", approx.role = "parameter"}, %arg27: tensor<8x18x1x1xf32> {approx.name = "blocks.2.conv.6.weight", approx.role = "parameter"}, %arg28: tensor<8xf32> {approx.name = "blocks.2.conv.7.weight", approx.role = "parameter"}, %arg29: tensor<8xf32> {approx.name = "blocks.2.conv.7.bias", approx.role = "parameter"}, %arg30: tensor<10x8xf32> {approx.name = "classifier.1.weight", approx.role = "parameter"}, %arg31: tensor<10xf32> {approx.name = "classifier.1.bias", approx.role = "parameter"}, %arg32: tensor<4xf32> {approx.name = "stem.1.running_mean", approx.role = "buffer"}, %arg33: tensor<4xf32> {approx.name = "stem.1.running_var", approx.role = "buffer"}, %arg34: tensor<i64> {approx.name = "stem.1.num_batches_tracked", approx.role = "buffer"}, %arg35: tensor<8xf32> {approx.name = "blocks.0.conv.1.running_mean", approx.role = "buffer"}, %arg36: tensor<8xf32> {approx.name = "blocks.0.conv.1.running_var", approx.role = "buffer"}, %arg37: tensor<i64> {approx.name = "blocks.0.conv.1.num_batches_tracked", approx.role = "buffer"}, %arg38: tensor<8xf32> {approx.name = "blocks.0.conv.4.running_mean", approx.role = "buffer"}, %arg39: tensor<8xf32> {approx.name = "blocks.0.conv.4.running_var", approx.role = "buffer"}, %arg40: tensor<i64> {approx.name = "blocks.0.conv.4.num_batches_tracked", approx.role = "buffer"}, %arg41: tensor<6xf32> {approx.name = "blocks.0.conv.7.running_mean", approx.role = "buffer"}, %arg42: tensor<6xf32> {approx.name = "blocks.0.conv.7.running_var", approx.role = "buffer"}, %arg43: tensor<i64> {approx.name = "blocks.0.conv.7.num_batches_tracked", approx.role = "buffer"}, %arg44: tensor<18xf32> {approx.name = "blocks.1.conv.1.running_mean", approx.role = "buffer"}, %arg45: tensor<18xf32> {approx.name = "blocks.1.conv.1.running_var", approx.role = "buffer"}, %arg46: tensor<i64> {approx.name = "blocks.1.conv.1.num_batches_tracked", approx.role = "buffer"}, %arg47: tensor<18xf32> {approx.name = "blocks.1.conv.4.running_mean", approx.role = "buffer"}, %arg48: tensor<18xf32> {approx.name = "blocks.1.conv.4.running_var", approx.role = "buffer"}, %arg49: tensor<i64> {approx.name = "blocks.1.conv.4.num_batches_tracked", approx.role = "buffer"}, %arg50: tensor<6xf32> {approx.name = "blocks.1.conv.7.running_mean", approx.role = "buffer"}, %arg51: tensor<6xf32> {approx.name = "blocks.1.conv.7.running_var", approx.role = "buffer"}, %arg52: tensor<i64> {approx.name = "blocks.1.conv.7.num_batches_tracked", approx.role = "buffer"}, %arg53: tensor<18xf32> {approx.name = "blocks.2.conv.1.running_mean", approx.role = "buffer"}, %arg54: tensor<18xf32> {approx.name = "blocks.2.conv.1.running_var", approx.role = "buffer"}, %arg55: tensor<i64> {approx.name = "blocks.2.conv.1.num_batches_tracked", approx.role = "buffer"}, %arg56: tensor<18xf32> {approx.name = "blocks.2.conv.4.running_mean", approx.role = "buffer"}, %arg57: tensor<18xf32> {approx.name = "blocks.2.conv.4.running_var", approx.role = "buffer"}, %arg58: tensor<i64> {approx.name = "blocks.2.conv.4.num_batches_tracked", approx.role = "buffer"}, %arg59: tensor<8xf32> {approx.name = "blocks.2.conv.7.running_mean", approx.role = "buffer"}, %arg60: tensor<8xf32> {approx.name = "blocks.2.conv.7.running_var", approx.role = "buffer"}, %arg61: tensor<i64> {approx.name = "blocks.2.conv.7.num_batches_tracked", approx.role = "buffer"}, %arg62: tensor<4x3x16x16xf32> {approx.name = "x", approx.role = "input"}) -> (tensor<4x10xf32> {approx.role = "logits"}) {
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant 1.000000e+00 : f32
    %cst_1 = arith.constant dense<6.000000e+00> : tensor<f32>
    %cst_2 = arith.constant dense<0.000000e+00> : tensor<f32>
    %cst_3 = arith.constant 1.000000e-05 : f64
    %cst_4 = arith.constant 1.600000e+01 : f32
    %padded = tensor.pad %arg62 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg63: index, %arg64: index, %arg65: index, %arg66: index):
      tensor.yield %cst : f32
    } : tensor<4x3x16x16xf32> to tensor<4x3x18x18xf32>
    %0 = tensor.empty() : tensor<4x4x8x8xf32>
    %1 = linalg.fill ins(%cst : f32) outs(%0 : tensor<4x4x8x8xf32>) -> tensor<4x4x8x8xf32>
    %2 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%padded, %arg0 : tensor<4x3x18x18xf32>, tensor<4x3x3x3xf32>) outs(%1 : tensor<4x4x8x8xf32>) -> tensor<4x4x8x8xf32>
    %3 = tensor.empty() : tensor<4xf32>
    %4 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg33 : tensor<4xf32>) outs(%3 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = arith.truncf %cst_3 : f64 to f32
      %122 = arith.addf %in, %121 : f32
      linalg.yield %122 : f32
    } -> tensor<4xf32>
    %5 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%4 : tensor<4xf32>) outs(%3 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = math.sqrt %in : f32
      linalg.yield %121 : f32
    } -> tensor<4xf32>
    %6 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%5 : tensor<4xf32>) outs(%3 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = arith.cmpf one, %in, %cst : f32
      cf.assert %121, "unimplemented: tensor with zero element"
      %122 = arith.divf %cst_0, %in : f32
      linalg.yield %122 : f32
    } -> tensor<4xf32>
    %expanded = tensor.expand_shape %arg32 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %expanded_5 = tensor.expand_shape %6 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %7 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%2, %expanded : tensor<4x4x8x8xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.subf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x4x8x8xf32>
    %8 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%7, %expanded_5 : tensor<4x4x8x8xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.mulf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x4x8x8xf32>
    %expanded_6 = tensor.expand_shape %arg1 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %9 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%8, %expanded_6 : tensor<4x4x8x8xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.mulf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x4x8x8xf32>
    %expanded_7 = tensor.expand_shape %arg2 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %10 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%9, %expanded_7 : tensor<4x4x8x8xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.addf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x4x8x8xf32>
    %11 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%10, %cst_2 : tensor<4x4x8x8xf32>, tensor<f32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.cmpf ogt, %in, %in_50 : f32
      %122 = arith.select %121, %in, %in_50 : f32
      linalg.yield %122 : f32
    } -> tensor<4x4x8x8xf32>
    %12 = linalg.generic {indexing_maps = [#map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%cst_1, %11 : tensor<f32>, tensor<4x4x8x8xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.cmpf olt, %in, %in_50 : f32
      %122 = arith.select %121, %in, %in_50 : f32
      linalg.yield %122 : f32
    } -> tensor<4x4x8x8xf32>
    %13 = tensor.empty() : tensor<4x8x8x8xf32>
    %14 = linalg.fill ins(%cst : f32) outs(%13 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %15 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%12, %arg3 : tensor<4x4x8x8xf32>, tensor<8x4x1x1xf32>) outs(%14 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %16 = tensor.empty() : tensor<8xf32>
    %17 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg36 : tensor<8xf32>) outs(%16 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = arith.truncf %cst_3 : f64 to f32
      %122 = arith.addf %in, %121 : f32
      linalg.yield %122 : f32
    } -> tensor<8xf32>
    %18 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%17 : tensor<8xf32>) outs(%16 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = math.sqrt %in : f32
      linalg.yield %121 : f32
    } -> tensor<8xf32>
    %19 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%18 : tensor<8xf32>) outs(%16 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = arith.cmpf one, %in, %cst : f32
      cf.assert %121, "unimplemented: tensor with zero element"
      %122 = arith.divf %cst_0, %in : f32
      linalg.yield %122 : f32
    } -> tensor<8xf32>
    %expanded_8 = tensor.expand_shape %arg35 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %expanded_9 = tensor.expand_shape %19 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %20 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%15, %expanded_8 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%13 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.subf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x8x8x8xf32>
    %21 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%20, %expanded_9 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%13 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.mulf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x8x8x8xf32>
    %expanded_10 = tensor.expand_shape %arg4 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %22 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%21, %expanded_10 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%13 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.mulf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x8x8x8xf32>
    %expanded_11 = tensor.expand_shape %arg5 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %23 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%22, %expanded_11 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%13 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.addf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x8x8x8xf32>
    %24 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%23, %cst_2 : tensor<4x8x8x8xf32>, tensor<f32>) outs(%13 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.cmpf ogt, %in, %in_50 : f32
      %122 = arith.select %121, %in, %in_50 : f32
      linalg.yield %122 : f32
    } -> tensor<4x8x8x8xf32>
    %25 = linalg.generic {indexing_maps = [#map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%cst_1, %24 : tensor<f32>, tensor<4x8x8x8xf32>) outs(%13 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.cmpf olt, %in, %in_50 : f32
      %122 = arith.select %121, %in, %in_50 : f32
      linalg.yield %122 : f32
    } -> tensor<4x8x8x8xf32>
    %padded_12 = tensor.pad %25 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg63: index, %arg64: index, %arg65: index, %arg66: index):
      tensor.yield %cst : f32
    } : tensor<4x8x8x8xf32> to tensor<4x8x10x10xf32>
    %collapsed = tensor.collapse_shape %arg6 [[0, 1], [2], [3]] : tensor<8x1x3x3xf32> into tensor<8x3x3xf32>
    %26 = linalg.depthwise_conv_2d_nchw_chw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_12, %collapsed : tensor<4x8x10x10xf32>, tensor<8x3x3xf32>) outs(%14 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %27 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg39 : tensor<8xf32>) outs(%16 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = arith.truncf %cst_3 : f64 to f32
      %122 = arith.addf %in, %121 : f32
      linalg.yield %122 : f32
    } -> tensor<8xf32>
    %28 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%27 : tensor<8xf32>) outs(%16 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = math.sqrt %in : f32
      linalg.yield %121 : f32
    } -> tensor<8xf32>
    %29 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%28 : tensor<8xf32>) outs(%16 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = arith.cmpf one, %in, %cst : f32
      cf.assert %121, "unimplemented: tensor with zero element"
      %122 = arith.divf %cst_0, %in : f32
      linalg.yield %122 : f32
    } -> tensor<8xf32>
    %expanded_13 = tensor.expand_shape %arg38 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %expanded_14 = tensor.expand_shape %29 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %30 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%26, %expanded_13 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%13 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.subf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x8x8x8xf32>
    %31 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%30, %expanded_14 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%13 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.mulf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x8x8x8xf32>
    %expanded_15 = tensor.expand_shape %arg7 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %32 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%31, %expanded_15 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%13 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.mulf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x8x8x8xf32>
    %expanded_16 = tensor.expand_shape %arg8 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %33 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%32, %expanded_16 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%13 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.addf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x8x8x8xf32>
    %34 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%33, %cst_2 : tensor<4x8x8x8xf32>, tensor<f32>) outs(%13 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.cmpf ogt, %in, %in_50 : f32
      %122 = arith.select %121, %in, %in_50 : f32
      linalg.yield %122 : f32
    } -> tensor<4x8x8x8xf32>
    %35 = linalg.generic {indexing_maps = [#map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%cst_1, %34 : tensor<f32>, tensor<4x8x8x8xf32>) outs(%13 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.cmpf olt, %in, %in_50 : f32
      %122 = arith.select %121, %in, %in_50 : f32
      linalg.yield %122 : f32
    } -> tensor<4x8x8x8xf32>
    %36 = tensor.empty() : tensor<4x6x8x8xf32>
    %37 = linalg.fill ins(%cst : f32) outs(%36 : tensor<4x6x8x8xf32>) -> tensor<4x6x8x8xf32>
    %38 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%35, %arg9 : tensor<4x8x8x8xf32>, tensor<6x8x1x1xf32>) outs(%37 : tensor<4x6x8x8xf32>) -> tensor<4x6x8x8xf32>
    %39 = tensor.empty() : tensor<6xf32>
    %40 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg42 : tensor<6xf32>) outs(%39 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = arith.truncf %cst_3 : f64 to f32
      %122 = arith.addf %in, %121 : f32
      linalg.yield %122 : f32
    } -> tensor<6xf32>
    %41 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%40 : tensor<6xf32>) outs(%39 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = math.sqrt %in : f32
      linalg.yield %121 : f32
    } -> tensor<6xf32>
    %42 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%41 : tensor<6xf32>) outs(%39 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = arith.cmpf one, %in, %cst : f32
      cf.assert %121, "unimplemented: tensor with zero element"
      %122 = arith.divf %cst_0, %in : f32
      linalg.yield %122 : f32
    } -> tensor<6xf32>
    %expanded_17 = tensor.expand_shape %arg41 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %expanded_18 = tensor.expand_shape %42 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %43 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%38, %expanded_17 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%36 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.subf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x6x8x8xf32>
    %44 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%43, %expanded_18 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%36 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.mulf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x6x8x8xf32>
    %expanded_19 = tensor.expand_shape %arg10 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %45 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%44, %expanded_19 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%36 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.mulf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x6x8x8xf32>
    %expanded_20 = tensor.expand_shape %arg11 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %46 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%45, %expanded_20 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%36 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.addf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x6x8x8xf32>
    %47 = tensor.empty() : tensor<4x18x8x8xf32>
    %48 = linalg.fill ins(%cst : f32) outs(%47 : tensor<4x18x8x8xf32>) -> tensor<4x18x8x8xf32>
    %49 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%46, %arg12 : tensor<4x6x8x8xf32>, tensor<18x6x1x1xf32>) outs(%48 : tensor<4x18x8x8xf32>) -> tensor<4x18x8x8xf32>
    %50 = tensor.empty() : tensor<18xf32>
    %51 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg45 : tensor<18xf32>) outs(%50 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = arith.truncf %cst_3 : f64 to f32
      %122 = arith.addf %in, %121 : f32
      linalg.yield %122 : f32
    } -> tensor<18xf32>
    %52 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%51 : tensor<18xf32>) outs(%50 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = math.sqrt %in : f32
      linalg.yield %121 : f32
    } -> tensor<18xf32>
    %53 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%52 : tensor<18xf32>) outs(%50 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = arith.cmpf one, %in, %cst : f32
      cf.assert %121, "unimplemented: tensor with zero element"
      %122 = arith.divf %cst_0, %in : f32
      linalg.yield %122 : f32
    } -> tensor<18xf32>
    %expanded_21 = tensor.expand_shape %arg44 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %expanded_22 = tensor.expand_shape %53 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %54 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%49, %expanded_21 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%47 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.subf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x18x8x8xf32>
    %55 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%54, %expanded_22 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%47 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.mulf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x18x8x8xf32>
    %expanded_23 = tensor.expand_shape %arg13 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %56 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%55, %expanded_23 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%47 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.mulf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x18x8x8xf32>
    %expanded_24 = tensor.expand_shape %arg14 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %57 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%56, %expanded_24 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%47 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.addf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x18x8x8xf32>
    %58 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%57, %cst_2 : tensor<4x18x8x8xf32>, tensor<f32>) outs(%47 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.cmpf ogt, %in, %in_50 : f32
      %122 = arith.select %121, %in, %in_50 : f32
      linalg.yield %122 : f32
    } -> tensor<4x18x8x8xf32>
    %59 = linalg.generic {indexing_maps = [#map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%cst_1, %58 : tensor<f32>, tensor<4x18x8x8xf32>) outs(%47 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.cmpf olt, %in, %in_50 : f32
      %122 = arith.select %121, %in, %in_50 : f32
      linalg.yield %122 : f32
    } -> tensor<4x18x8x8xf32>
    %padded_25 = tensor.pad %59 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg63: index, %arg64: index, %arg65: index, %arg66: index):
      tensor.yield %cst : f32
    } : tensor<4x18x8x8xf32> to tensor<4x18x10x10xf32>
    %collapsed_26 = tensor.collapse_shape %arg15 [[0, 1], [2], [3]] : tensor<18x1x3x3xf32> into tensor<18x3x3xf32>
    %60 = linalg.depthwise_conv_2d_nchw_chw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_25, %collapsed_26 : tensor<4x18x10x10xf32>, tensor<18x3x3xf32>) outs(%48 : tensor<4x18x8x8xf32>) -> tensor<4x18x8x8xf32>
    %61 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg48 : tensor<18xf32>) outs(%50 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = arith.truncf %cst_3 : f64 to f32
      %122 = arith.addf %in, %121 : f32
      linalg.yield %122 : f32
    } -> tensor<18xf32>
    %62 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%61 : tensor<18xf32>) outs(%50 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = math.sqrt %in : f32
      linalg.yield %121 : f32
    } -> tensor<18xf32>
    %63 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%62 : tensor<18xf32>) outs(%50 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = arith.cmpf one, %in, %cst : f32
      cf.assert %121, "unimplemented: tensor with zero element"
      %122 = arith.divf %cst_0, %in : f32
      linalg.yield %122 : f32
    } -> tensor<18xf32>
    %expanded_27 = tensor.expand_shape %arg47 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %expanded_28 = tensor.expand_shape %63 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %64 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%60, %expanded_27 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%47 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.subf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x18x8x8xf32>
    %65 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%64, %expanded_28 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%47 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.mulf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x18x8x8xf32>
    %expanded_29 = tensor.expand_shape %arg16 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %66 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%65, %expanded_29 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%47 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.mulf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x18x8x8xf32>
    %expanded_30 = tensor.expand_shape %arg17 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %67 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%66, %expanded_30 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%47 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.addf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x18x8x8xf32>
    %68 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%67, %cst_2 : tensor<4x18x8x8xf32>, tensor<f32>) outs(%47 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.cmpf ogt, %in, %in_50 : f32
      %122 = arith.select %121, %in, %in_50 : f32
      linalg.yield %122 : f32
    } -> tensor<4x18x8x8xf32>
    %69 = linalg.generic {indexing_maps = [#map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%cst_1, %68 : tensor<f32>, tensor<4x18x8x8xf32>) outs(%47 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.cmpf olt, %in, %in_50 : f32
      %122 = arith.select %121, %in, %in_50 : f32
      linalg.yield %122 : f32
    } -> tensor<4x18x8x8xf32>
    %70 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%69, %arg18 : tensor<4x18x8x8xf32>, tensor<6x18x1x1xf32>) outs(%37 : tensor<4x6x8x8xf32>) -> tensor<4x6x8x8xf32>
    %71 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg51 : tensor<6xf32>) outs(%39 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = arith.truncf %cst_3 : f64 to f32
      %122 = arith.addf %in, %121 : f32
      linalg.yield %122 : f32
    } -> tensor<6xf32>
    %72 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%71 : tensor<6xf32>) outs(%39 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = math.sqrt %in : f32
      linalg.yield %121 : f32
    } -> tensor<6xf32>
    %73 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%72 : tensor<6xf32>) outs(%39 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = arith.cmpf one, %in, %cst : f32
      cf.assert %121, "unimplemented: tensor with zero element"
      %122 = arith.divf %cst_0, %in : f32
      linalg.yield %122 : f32
    } -> tensor<6xf32>
    %expanded_31 = tensor.expand_shape %arg50 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %expanded_32 = tensor.expand_shape %73 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %74 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%70, %expanded_31 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%36 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.subf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x6x8x8xf32>
    %75 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%74, %expanded_32 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%36 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.mulf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x6x8x8xf32>
    %expanded_33 = tensor.expand_shape %arg19 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %76 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%75, %expanded_33 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%36 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.mulf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x6x8x8xf32>
    %expanded_34 = tensor.expand_shape %arg20 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %77 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%76, %expanded_34 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%36 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.addf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x6x8x8xf32>
    %78 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%46, %77 : tensor<4x6x8x8xf32>, tensor<4x6x8x8xf32>) outs(%36 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.addf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x6x8x8xf32>
    %79 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%78, %arg21 : tensor<4x6x8x8xf32>, tensor<18x6x1x1xf32>) outs(%48 : tensor<4x18x8x8xf32>) -> tensor<4x18x8x8xf32>
    %80 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg54 : tensor<18xf32>) outs(%50 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = arith.truncf %cst_3 : f64 to f32
      %122 = arith.addf %in, %121 : f32
      linalg.yield %122 : f32
    } -> tensor<18xf32>
    %81 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%80 : tensor<18xf32>) outs(%50 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = math.sqrt %in : f32
      linalg.yield %121 : f32
    } -> tensor<18xf32>
    %82 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%81 : tensor<18xf32>) outs(%50 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = arith.cmpf one, %in, %cst : f32
      cf.assert %121, "unimplemented: tensor with zero element"
      %122 = arith.divf %cst_0, %in : f32
      linalg.yield %122 : f32
    } -> tensor<18xf32>
    %expanded_35 = tensor.expand_shape %arg53 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %expanded_36 = tensor.expand_shape %82 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %83 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%79, %expanded_35 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%47 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.subf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x18x8x8xf32>
    %84 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%83, %expanded_36 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%47 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.mulf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x18x8x8xf32>
    %expanded_37 = tensor.expand_shape %arg22 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %85 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%84, %expanded_37 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%47 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.mulf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x18x8x8xf32>
    %expanded_38 = tensor.expand_shape %arg23 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %86 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%85, %expanded_38 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%47 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.addf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x18x8x8xf32>
    %87 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%86, %cst_2 : tensor<4x18x8x8xf32>, tensor<f32>) outs(%47 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.cmpf ogt, %in, %in_50 : f32
      %122 = arith.select %121, %in, %in_50 : f32
      linalg.yield %122 : f32
    } -> tensor<4x18x8x8xf32>
    %88 = linalg.generic {indexing_maps = [#map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%cst_1, %87 : tensor<f32>, tensor<4x18x8x8xf32>) outs(%47 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.cmpf olt, %in, %in_50 : f32
      %122 = arith.select %121, %in, %in_50 : f32
      linalg.yield %122 : f32
    } -> tensor<4x18x8x8xf32>
    %padded_39 = tensor.pad %88 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg63: index, %arg64: index, %arg65: index, %arg66: index):
      tensor.yield %cst : f32
    } : tensor<4x18x8x8xf32> to tensor<4x18x10x10xf32>
    %89 = tensor.empty() : tensor<4x18x4x4xf32>
    %90 = linalg.fill ins(%cst : f32) outs(%89 : tensor<4x18x4x4xf32>) -> tensor<4x18x4x4xf32>
    %collapsed_40 = tensor.collapse_shape %arg24 [[0, 1], [2], [3]] : tensor<18x1x3x3xf32> into tensor<18x3x3xf32>
    %91 = linalg.depthwise_conv_2d_nchw_chw {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%padded_39, %collapsed_40 : tensor<4x18x10x10xf32>, tensor<18x3x3xf32>) outs(%90 : tensor<4x18x4x4xf32>) -> tensor<4x18x4x4xf32>
    %92 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg57 : tensor<18xf32>) outs(%50 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = arith.truncf %cst_3 : f64 to f32
      %122 = arith.addf %in, %121 : f32
      linalg.yield %122 : f32
    } -> tensor<18xf32>
    %93 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%92 : tensor<18xf32>) outs(%50 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = math.sqrt %in : f32
      linalg.yield %121 : f32
    } -> tensor<18xf32>
    %94 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%93 : tensor<18xf32>) outs(%50 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = arith.cmpf one, %in, %cst : f32
      cf.assert %121, "unimplemented: tensor with zero element"
      %122 = arith.divf %cst_0, %in : f32
      linalg.yield %122 : f32
    } -> tensor<18xf32>
    %expanded_41 = tensor.expand_shape %arg56 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %expanded_42 = tensor.expand_shape %94 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %95 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%91, %expanded_41 : tensor<4x18x4x4xf32>, tensor<18x1x1xf32>) outs(%89 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.subf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x18x4x4xf32>
    %96 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%95, %expanded_42 : tensor<4x18x4x4xf32>, tensor<18x1x1xf32>) outs(%89 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.mulf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x18x4x4xf32>
    %expanded_43 = tensor.expand_shape %arg25 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %97 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%96, %expanded_43 : tensor<4x18x4x4xf32>, tensor<18x1x1xf32>) outs(%89 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.mulf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x18x4x4xf32>
    %expanded_44 = tensor.expand_shape %arg26 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %98 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%97, %expanded_44 : tensor<4x18x4x4xf32>, tensor<18x1x1xf32>) outs(%89 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.addf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x18x4x4xf32>
    %99 = linalg.generic {indexing_maps = [#map1, #map3, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%98, %cst_2 : tensor<4x18x4x4xf32>, tensor<f32>) outs(%89 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.cmpf ogt, %in, %in_50 : f32
      %122 = arith.select %121, %in, %in_50 : f32
      linalg.yield %122 : f32
    } -> tensor<4x18x4x4xf32>
    %100 = linalg.generic {indexing_maps = [#map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%cst_1, %99 : tensor<f32>, tensor<4x18x4x4xf32>) outs(%89 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.cmpf olt, %in, %in_50 : f32
      %122 = arith.select %121, %in, %in_50 : f32
      linalg.yield %122 : f32
    } -> tensor<4x18x4x4xf32>
    %101 = tensor.empty() : tensor<4x8x4x4xf32>
    %102 = linalg.fill ins(%cst : f32) outs(%101 : tensor<4x8x4x4xf32>) -> tensor<4x8x4x4xf32>
    %103 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%100, %arg27 : tensor<4x18x4x4xf32>, tensor<8x18x1x1xf32>) outs(%102 : tensor<4x8x4x4xf32>) -> tensor<4x8x4x4xf32>
    %104 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg60 : tensor<8xf32>) outs(%16 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = arith.truncf %cst_3 : f64 to f32
      %122 = arith.addf %in, %121 : f32
      linalg.yield %122 : f32
    } -> tensor<8xf32>
    %105 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%104 : tensor<8xf32>) outs(%16 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = math.sqrt %in : f32
      linalg.yield %121 : f32
    } -> tensor<8xf32>
    %106 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%105 : tensor<8xf32>) outs(%16 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = arith.cmpf one, %in, %cst : f32
      cf.assert %121, "unimplemented: tensor with zero element"
      %122 = arith.divf %cst_0, %in : f32
      linalg.yield %122 : f32
    } -> tensor<8xf32>
    %expanded_45 = tensor.expand_shape %arg59 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %expanded_46 = tensor.expand_shape %106 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %107 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%103, %expanded_45 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%101 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.subf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x8x4x4xf32>
    %108 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%107, %expanded_46 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%101 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.mulf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x8x4x4xf32>
    %expanded_47 = tensor.expand_shape %arg28 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %109 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%108, %expanded_47 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%101 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.mulf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x8x4x4xf32>
    %expanded_48 = tensor.expand_shape %arg29 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %110 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%109, %expanded_48 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%101 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.addf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x8x4x4xf32>
    %111 = tensor.empty() : tensor<4x8x1x1xf32>
    %112 = linalg.fill ins(%cst : f32) outs(%111 : tensor<4x8x1x1xf32>) -> tensor<4x8x1x1xf32>
    %113 = tensor.empty() : tensor<4x4xf32>
    %114 = linalg.pooling_nchw_sum {dilations = dense<1> : vector<2xi64>, strides = dense<4> : vector<2xi64>} ins(%110, %113 : tensor<4x8x4x4xf32>, tensor<4x4xf32>) outs(%112 : tensor<4x8x1x1xf32>) -> tensor<4x8x1x1xf32>
    %115 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%114 : tensor<4x8x1x1xf32>) outs(%111 : tensor<4x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %121 = arith.divf %in, %cst_4 : f32
      linalg.yield %121 : f32
    } -> tensor<4x8x1x1xf32>
    %collapsed_49 = tensor.collapse_shape %115 [[0], [1, 2, 3]] : tensor<4x8x1x1xf32> into tensor<4x8xf32>
    %116 = tensor.empty() : tensor<8x10xf32>
    %transposed = linalg.transpose ins(%arg30 : tensor<10x8xf32>) outs(%116 : tensor<8x10xf32>) permutation = [1, 0] 
    %117 = tensor.empty() : tensor<4x10xf32>
    %118 = linalg.fill ins(%cst : f32) outs(%117 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %119 = linalg.matmul ins(%collapsed_49, %transposed : tensor<4x8xf32>, tensor<8x10xf32>) outs(%118 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %120 = linalg.generic {indexing_maps = [#map4, #map5, #map4], iterator_types = ["parallel", "parallel"]} ins(%119, %arg31 : tensor<4x10xf32>, tensor<10xf32>) outs(%117 : tensor<4x10xf32>) {
    ^bb0(%in: f32, %in_50: f32, %out: f32):
      %121 = arith.addf %in, %in_50 : f32
      linalg.yield %121 : f32
    } -> tensor<4x10xf32>
    return %120 : tensor<4x10xf32>
  }
}
