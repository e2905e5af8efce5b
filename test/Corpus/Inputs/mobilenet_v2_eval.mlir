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
    %cst_1 = arith.constant dense<0.000000e+00> : tensor<f32>
    %cst_2 = arith.constant dense<6.000000e+00> : tensor<f32>
    %cst_3 = arith.constant 6.000000e+00 : f64
    %cst_4 = arith.constant 0.000000e+00 : f64
    %cst_5 = arith.constant 1.000000e-05 : f64
    %cst_6 = arith.constant 1.600000e+01 : f32
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
      %139 = arith.truncf %cst_5 : f64 to f32
      %140 = arith.addf %in, %139 : f32
      linalg.yield %140 : f32
    } -> tensor<4xf32>
    %5 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%4 : tensor<4xf32>) outs(%3 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = math.sqrt %in : f32
      linalg.yield %139 : f32
    } -> tensor<4xf32>
    %6 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%5 : tensor<4xf32>) outs(%3 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = arith.cmpf one, %in, %cst : f32
      cf.assert %139, "unimplemented: tensor with zero element"
      %140 = arith.divf %cst_0, %in : f32
      linalg.yield %140 : f32
    } -> tensor<4xf32>
    %expanded = tensor.expand_shape %arg32 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %expanded_7 = tensor.expand_shape %6 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %7 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%2, %expanded : tensor<4x4x8x8xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.subf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x4x8x8xf32>
    %8 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%7, %expanded_7 : tensor<4x4x8x8xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.mulf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x4x8x8xf32>
    %expanded_8 = tensor.expand_shape %arg1 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %9 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%8, %expanded_8 : tensor<4x4x8x8xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.mulf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x4x8x8xf32>
    %expanded_9 = tensor.expand_shape %arg2 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %10 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%9, %expanded_9 : tensor<4x4x8x8xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.addf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x4x8x8xf32>
    %11 = tensor.empty() : tensor<4x4x8x8xi1>
    %12 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%10 : tensor<4x4x8x8xf32>) outs(%11 : tensor<4x4x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %139 = arith.extf %in : f32 to f64
      %140 = arith.cmpf ole, %139, %cst_4 : f64
      linalg.yield %140 : i1
    } -> tensor<4x4x8x8xi1>
    %13 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%10 : tensor<4x4x8x8xf32>) outs(%11 : tensor<4x4x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %139 = arith.extf %in : f32 to f64
      %140 = arith.cmpf oge, %139, %cst_3 : f64
      linalg.yield %140 : i1
    } -> tensor<4x4x8x8xi1>
    %14 = linalg.generic {indexing_maps = [#map1, #map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%13, %cst_2, %10 : tensor<4x4x8x8xi1>, tensor<f32>, tensor<4x4x8x8xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: i1, %in_52: f32, %in_53: f32, %out: f32):
      %139 = arith.select %in, %in_52, %in_53 : f32
      linalg.yield %139 : f32
    } -> tensor<4x4x8x8xf32>
    %15 = linalg.generic {indexing_maps = [#map1, #map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%12, %cst_1, %14 : tensor<4x4x8x8xi1>, tensor<f32>, tensor<4x4x8x8xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: i1, %in_52: f32, %in_53: f32, %out: f32):
      %139 = arith.select %in, %in_52, %in_53 : f32
      linalg.yield %139 : f32
    } -> tensor<4x4x8x8xf32>
    %16 = tensor.empty() : tensor<4x8x8x8xf32>
    %17 = linalg.fill ins(%cst : f32) outs(%16 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %18 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%15, %arg3 : tensor<4x4x8x8xf32>, tensor<8x4x1x1xf32>) outs(%17 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %19 = tensor.empty() : tensor<8xf32>
    %20 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg36 : tensor<8xf32>) outs(%19 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = arith.truncf %cst_5 : f64 to f32
      %140 = arith.addf %in, %139 : f32
      linalg.yield %140 : f32
    } -> tensor<8xf32>
    %21 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%20 : tensor<8xf32>) outs(%19 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = math.sqrt %in : f32
      linalg.yield %139 : f32
    } -> tensor<8xf32>
    %22 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%21 : tensor<8xf32>) outs(%19 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = arith.cmpf one, %in, %cst : f32
      cf.assert %139, "unimplemented: tensor with zero element"
      %140 = arith.divf %cst_0, %in : f32
      linalg.yield %140 : f32
    } -> tensor<8xf32>
    %expanded_10 = tensor.expand_shape %arg35 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %expanded_11 = tensor.expand_shape %22 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %23 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%18, %expanded_10 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%16 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.subf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x8x8x8xf32>
    %24 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%23, %expanded_11 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%16 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.mulf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x8x8x8xf32>
    %expanded_12 = tensor.expand_shape %arg4 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %25 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%24, %expanded_12 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%16 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.mulf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x8x8x8xf32>
    %expanded_13 = tensor.expand_shape %arg5 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %26 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%25, %expanded_13 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%16 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.addf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x8x8x8xf32>
    %27 = tensor.empty() : tensor<4x8x8x8xi1>
    %28 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%26 : tensor<4x8x8x8xf32>) outs(%27 : tensor<4x8x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %139 = arith.extf %in : f32 to f64
      %140 = arith.cmpf ole, %139, %cst_4 : f64
      linalg.yield %140 : i1
    } -> tensor<4x8x8x8xi1>
    %29 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%26 : tensor<4x8x8x8xf32>) outs(%27 : tensor<4x8x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %139 = arith.extf %in : f32 to f64
      %140 = arith.cmpf oge, %139, %cst_3 : f64
      linalg.yield %140 : i1
    } -> tensor<4x8x8x8xi1>
    %30 = linalg.generic {indexing_maps = [#map1, #map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%29, %cst_2, %26 : tensor<4x8x8x8xi1>, tensor<f32>, tensor<4x8x8x8xf32>) outs(%16 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: i1, %in_52: f32, %in_53: f32, %out: f32):
      %139 = arith.select %in, %in_52, %in_53 : f32
      linalg.yield %139 : f32
    } -> tensor<4x8x8x8xf32>
    %31 = linalg.generic {indexing_maps = [#map1, #map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%28, %cst_1, %30 : tensor<4x8x8x8xi1>, tensor<f32>, tensor<4x8x8x8xf32>) outs(%16 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: i1, %in_52: f32, %in_53: f32, %out: f32):
      %139 = arith.select %in, %in_52, %in_53 : f32
      linalg.yield %139 : f32
    } -> tensor<4x8x8x8xf32>
    %padded_14 = tensor.pad %31 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg63: index, %arg64: index, %arg65: index, %arg66: index):
      tensor.yield %cst : f32
    } : tensor<4x8x8x8xf32> to tensor<4x8x10x10xf32>
    %collapsed = tensor.collapse_shape %arg6 [[0, 1], [2], [3]] : tensor<8x1x3x3xf32> into tensor<8x3x3xf32>
    %32 = linalg.depthwise_conv_2d_nchw_chw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_14, %collapsed : tensor<4x8x10x10xf32>, tensor<8x3x3xf32>) outs(%17 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %33 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg39 : tensor<8xf32>) outs(%19 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = arith.truncf %cst_5 : f64 to f32
      %140 = arith.addf %in, %139 : f32
      linalg.yield %140 : f32
    } -> tensor<8xf32>
    %34 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%33 : tensor<8xf32>) outs(%19 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = math.sqrt %in : f32
      linalg.yield %139 : f32
    } -> tensor<8xf32>
    %35 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%34 : tensor<8xf32>) outs(%19 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = arith.cmpf one, %in, %cst : f32
      cf.assert %139, "unimplemented: tensor with zero element"
      %140 = arith.divf %cst_0, %in : f32
      linalg.yield %140 : f32
    } -> tensor<8xf32>
    %expanded_15 = tensor.expand_shape %arg38 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %expanded_16 = tensor.expand_shape %35 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %36 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%32, %expanded_15 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%16 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.subf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x8x8x8xf32>
    %37 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%36, %expanded_16 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%16 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.mulf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x8x8x8xf32>
    %expanded_17 = tensor.expand_shape %arg7 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %38 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%37, %expanded_17 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%16 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.mulf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x8x8x8xf32>
    %expanded_18 = tensor.expand_shape %arg8 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %39 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%38, %expanded_18 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%16 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.addf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x8x8x8xf32>
    %40 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%39 : tensor<4x8x8x8xf32>) outs(%27 : tensor<4x8x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %139 = arith.extf %in : f32 to f64
      %140 = arith.cmpf ole, %139, %cst_4 : f64
      linalg.yield %140 : i1
    } -> tensor<4x8x8x8xi1>
    %41 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%39 : tensor<4x8x8x8xf32>) outs(%27 : tensor<4x8x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %139 = arith.extf %in : f32 to f64
      %140 = arith.cmpf oge, %139, %cst_3 : f64
      linalg.yield %140 : i1
    } -> tensor<4x8x8x8xi1>
    %42 = linalg.generic {indexing_maps = [#map1, #map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%41, %cst_2, %39 : tensor<4x8x8x8xi1>, tensor<f32>, tensor<4x8x8x8xf32>) outs(%16 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: i1, %in_52: f32, %in_53: f32, %out: f32):
      %139 = arith.select %in, %in_52, %in_53 : f32
      linalg.yield %139 : f32
    } -> tensor<4x8x8x8xf32>
    %43 = linalg.generic {indexing_maps = [#map1, #map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%40, %cst_1, %42 : tensor<4x8x8x8xi1>, tensor<f32>, tensor<4x8x8x8xf32>) outs(%16 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: i1, %in_52: f32, %in_53: f32, %out: f32):
      %139 = arith.select %in, %in_52, %in_53 : f32
      linalg.yield %139 : f32
    } -> tensor<4x8x8x8xf32>
    %44 = tensor.empty() : tensor<4x6x8x8xf32>
    %45 = linalg.fill ins(%cst : f32) outs(%44 : tensor<4x6x8x8xf32>) -> tensor<4x6x8x8xf32>
    %46 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%43, %arg9 : tensor<4x8x8x8xf32>, tensor<6x8x1x1xf32>) outs(%45 : tensor<4x6x8x8xf32>) -> tensor<4x6x8x8xf32>
    %47 = tensor.empty() : tensor<6xf32>
    %48 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg42 : tensor<6xf32>) outs(%47 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = arith.truncf %cst_5 : f64 to f32
      %140 = arith.addf %in, %139 : f32
      linalg.yield %140 : f32
    } -> tensor<6xf32>
    %49 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%48 : tensor<6xf32>) outs(%47 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = math.sqrt %in : f32
      linalg.yield %139 : f32
    } -> tensor<6xf32>
    %50 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%49 : tensor<6xf32>) outs(%47 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = arith.cmpf one, %in, %cst : f32
      cf.assert %139, "unimplemented: tensor with zero element"
      %140 = arith.divf %cst_0, %in : f32
      linalg.yield %140 : f32
    } -> tensor<6xf32>
    %expanded_19 = tensor.expand_shape %arg41 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %expanded_20 = tensor.expand_shape %50 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %51 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%46, %expanded_19 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%44 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.subf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x6x8x8xf32>
    %52 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%51, %expanded_20 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%44 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.mulf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x6x8x8xf32>
    %expanded_21 = tensor.expand_shape %arg10 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %53 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%52, %expanded_21 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%44 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.mulf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x6x8x8xf32>
    %expanded_22 = tensor.expand_shape %arg11 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %54 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%53, %expanded_22 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%44 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.addf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x6x8x8xf32>
    %55 = tensor.empty() : tensor<4x18x8x8xf32>
    %56 = linalg.fill ins(%cst : f32) outs(%55 : tensor<4x18x8x8xf32>) -> tensor<4x18x8x8xf32>
    %57 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%54, %arg12 : tensor<4x6x8x8xf32>, tensor<18x6x1x1xf32>) outs(%56 : tensor<4x18x8x8xf32>) -> tensor<4x18x8x8xf32>
    %58 = tensor.empty() : tensor<18xf32>
    %59 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg45 : tensor<18xf32>) outs(%58 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = arith.truncf %cst_5 : f64 to f32
      %140 = arith.addf %in, %139 : f32
      linalg.yield %140 : f32
    } -> tensor<18xf32>
    %60 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%59 : tensor<18xf32>) outs(%58 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = math.sqrt %in : f32
      linalg.yield %139 : f32
    } -> tensor<18xf32>
    %61 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%60 : tensor<18xf32>) outs(%58 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = arith.cmpf one, %in, %cst : f32
      cf.assert %139, "unimplemented: tensor with zero element"
      %140 = arith.divf %cst_0, %in : f32
      linalg.yield %140 : f32
    } -> tensor<18xf32>
    %expanded_23 = tensor.expand_shape %arg44 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %expanded_24 = tensor.expand_shape %61 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %62 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%57, %expanded_23 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%55 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.subf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x8x8xf32>
    %63 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%62, %expanded_24 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%55 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.mulf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x8x8xf32>
    %expanded_25 = tensor.expand_shape %arg13 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %64 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%63, %expanded_25 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%55 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.mulf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x8x8xf32>
    %expanded_26 = tensor.expand_shape %arg14 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %65 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%64, %expanded_26 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%55 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.addf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x8x8xf32>
    %66 = tensor.empty() : tensor<4x18x8x8xi1>
    %67 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%65 : tensor<4x18x8x8xf32>) outs(%66 : tensor<4x18x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %139 = arith.extf %in : f32 to f64
      %140 = arith.cmpf ole, %139, %cst_4 : f64
      linalg.yield %140 : i1
    } -> tensor<4x18x8x8xi1>
    %68 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%65 : tensor<4x18x8x8xf32>) outs(%66 : tensor<4x18x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %139 = arith.extf %in : f32 to f64
      %140 = arith.cmpf oge, %139, %cst_3 : f64
      linalg.yield %140 : i1
    } -> tensor<4x18x8x8xi1>
    %69 = linalg.generic {indexing_maps = [#map1, #map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%68, %cst_2, %65 : tensor<4x18x8x8xi1>, tensor<f32>, tensor<4x18x8x8xf32>) outs(%55 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: i1, %in_52: f32, %in_53: f32, %out: f32):
      %139 = arith.select %in, %in_52, %in_53 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x8x8xf32>
    %70 = linalg.generic {indexing_maps = [#map1, #map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%67, %cst_1, %69 : tensor<4x18x8x8xi1>, tensor<f32>, tensor<4x18x8x8xf32>) outs(%55 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: i1, %in_52: f32, %in_53: f32, %out: f32):
      %139 = arith.select %in, %in_52, %in_53 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x8x8xf32>
    %padded_27 = tensor.pad %70 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg63: index, %arg64: index, %arg65: index, %arg66: index):
      tensor.yield %cst : f32
    } : tensor<4x18x8x8xf32> to tensor<4x18x10x10xf32>
    %collapsed_28 = tensor.collapse_shape %arg15 [[0, 1], [2], [3]] : tensor<18x1x3x3xf32> into tensor<18x3x3xf32>
    %71 = linalg.depthwise_conv_2d_nchw_chw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_27, %collapsed_28 : tensor<4x18x10x10xf32>, tensor<18x3x3xf32>) outs(%56 : tensor<4x18x8x8xf32>) -> tensor<4x18x8x8xf32>
    %72 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg48 : tensor<18xf32>) outs(%58 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = arith.truncf %cst_5 : f64 to f32
      %140 = arith.addf %in, %139 : f32
      linalg.yield %140 : f32
    } -> tensor<18xf32>
    %73 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%72 : tensor<18xf32>) outs(%58 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = math.sqrt %in : f32
      linalg.yield %139 : f32
    } -> tensor<18xf32>
    %74 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%73 : tensor<18xf32>) outs(%58 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = arith.cmpf one, %in, %cst : f32
      cf.assert %139, "unimplemented: tensor with zero element"
      %140 = arith.divf %cst_0, %in : f32
      linalg.yield %140 : f32
    } -> tensor<18xf32>
    %expanded_29 = tensor.expand_shape %arg47 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %expanded_30 = tensor.expand_shape %74 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %75 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%71, %expanded_29 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%55 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.subf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x8x8xf32>
    %76 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%75, %expanded_30 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%55 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.mulf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x8x8xf32>
    %expanded_31 = tensor.expand_shape %arg16 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %77 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%76, %expanded_31 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%55 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.mulf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x8x8xf32>
    %expanded_32 = tensor.expand_shape %arg17 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %78 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%77, %expanded_32 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%55 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.addf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x8x8xf32>
    %79 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%78 : tensor<4x18x8x8xf32>) outs(%66 : tensor<4x18x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %139 = arith.extf %in : f32 to f64
      %140 = arith.cmpf ole, %139, %cst_4 : f64
      linalg.yield %140 : i1
    } -> tensor<4x18x8x8xi1>
    %80 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%78 : tensor<4x18x8x8xf32>) outs(%66 : tensor<4x18x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %139 = arith.extf %in : f32 to f64
      %140 = arith.cmpf oge, %139, %cst_3 : f64
      linalg.yield %140 : i1
    } -> tensor<4x18x8x8xi1>
    %81 = linalg.generic {indexing_maps = [#map1, #map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%80, %cst_2, %78 : tensor<4x18x8x8xi1>, tensor<f32>, tensor<4x18x8x8xf32>) outs(%55 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: i1, %in_52: f32, %in_53: f32, %out: f32):
      %139 = arith.select %in, %in_52, %in_53 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x8x8xf32>
    %82 = linalg.generic {indexing_maps = [#map1, #map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%79, %cst_1, %81 : tensor<4x18x8x8xi1>, tensor<f32>, tensor<4x18x8x8xf32>) outs(%55 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: i1, %in_52: f32, %in_53: f32, %out: f32):
      %139 = arith.select %in, %in_52, %in_53 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x8x8xf32>
    %83 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%82, %arg18 : tensor<4x18x8x8xf32>, tensor<6x18x1x1xf32>) outs(%45 : tensor<4x6x8x8xf32>) -> tensor<4x6x8x8xf32>
    %84 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg51 : tensor<6xf32>) outs(%47 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = arith.truncf %cst_5 : f64 to f32
      %140 = arith.addf %in, %139 : f32
      linalg.yield %140 : f32
    } -> tensor<6xf32>
    %85 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%84 : tensor<6xf32>) outs(%47 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = math.sqrt %in : f32
      linalg.yield %139 : f32
    } -> tensor<6xf32>
    %86 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%85 : tensor<6xf32>) outs(%47 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = arith.cmpf one, %in, %cst : f32
      cf.assert %139, "unimplemented: tensor with zero element"
      %140 = arith.divf %cst_0, %in : f32
      linalg.yield %140 : f32
    } -> tensor<6xf32>
    %expanded_33 = tensor.expand_shape %arg50 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %expanded_34 = tensor.expand_shape %86 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %87 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%83, %expanded_33 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%44 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.subf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x6x8x8xf32>
    %88 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%87, %expanded_34 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%44 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.mulf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x6x8x8xf32>
    %expanded_35 = tensor.expand_shape %arg19 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %89 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%88, %expanded_35 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%44 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.mulf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x6x8x8xf32>
    %expanded_36 = tensor.expand_shape %arg20 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %90 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%89, %expanded_36 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%44 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.addf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x6x8x8xf32>
    %91 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%54, %90 : tensor<4x6x8x8xf32>, tensor<4x6x8x8xf32>) outs(%44 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.addf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x6x8x8xf32>
    %92 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%91, %arg21 : tensor<4x6x8x8xf32>, tensor<18x6x1x1xf32>) outs(%56 : tensor<4x18x8x8xf32>) -> tensor<4x18x8x8xf32>
    %93 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg54 : tensor<18xf32>) outs(%58 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = arith.truncf %cst_5 : f64 to f32
      %140 = arith.addf %in, %139 : f32
      linalg.yield %140 : f32
    } -> tensor<18xf32>
    %94 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%93 : tensor<18xf32>) outs(%58 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = math.sqrt %in : f32
      linalg.yield %139 : f32
    } -> tensor<18xf32>
    %95 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%94 : tensor<18xf32>) outs(%58 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = arith.cmpf one, %in, %cst : f32
      cf.assert %139, "unimplemented: tensor with zero element"
      %140 = arith.divf %cst_0, %in : f32
      linalg.yield %140 : f32
    } -> tensor<18xf32>
    %expanded_37 = tensor.expand_shape %arg53 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %expanded_38 = tensor.expand_shape %95 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %96 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%92, %expanded_37 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%55 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.subf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x8x8xf32>
    %97 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%96, %expanded_38 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%55 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.mulf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x8x8xf32>
    %expanded_39 = tensor.expand_shape %arg22 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %98 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%97, %expanded_39 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%55 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.mulf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x8x8xf32>
    %expanded_40 = tensor.expand_shape %arg23 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %99 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%98, %expanded_40 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%55 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.addf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x8x8xf32>
    %100 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%99 : tensor<4x18x8x8xf32>) outs(%66 : tensor<4x18x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %139 = arith.extf %in : f32 to f64
      %140 = arith.cmpf ole, %139, %cst_4 : f64
      linalg.yield %140 : i1
    } -> tensor<4x18x8x8xi1>
    %101 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%99 : tensor<4x18x8x8xf32>) outs(%66 : tensor<4x18x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %139 = arith.extf %in : f32 to f64
      %140 = arith.cmpf oge, %139, %cst_3 : f64
      linalg.yield %140 : i1
    } -> tensor<4x18x8x8xi1>
    %102 = linalg.generic {indexing_maps = [#map1, #map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%101, %cst_2, %99 : tensor<4x18x8x8xi1>, tensor<f32>, tensor<4x18x8x8xf32>) outs(%55 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: i1, %in_52: f32, %in_53: f32, %out: f32):
      %139 = arith.select %in, %in_52, %in_53 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x8x8xf32>
    %103 = linalg.generic {indexing_maps = [#map1, #map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%100, %cst_1, %102 : tensor<4x18x8x8xi1>, tensor<f32>, tensor<4x18x8x8xf32>) outs(%55 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: i1, %in_52: f32, %in_53: f32, %out: f32):
      %139 = arith.select %in, %in_52, %in_53 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x8x8xf32>
    %padded_41 = tensor.pad %103 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg63: index, %arg64: index, %arg65: index, %arg66: index):
      tensor.yield %cst : f32
    } : tensor<4x18x8x8xf32> to tensor<4x18x10x10xf32>
    %104 = tensor.empty() : tensor<4x18x4x4xf32>
    %105 = linalg.fill ins(%cst : f32) outs(%104 : tensor<4x18x4x4xf32>) -> tensor<4x18x4x4xf32>
    %collapsed_42 = tensor.collapse_shape %arg24 [[0, 1], [2], [3]] : tensor<18x1x3x3xf32> into tensor<18x3x3xf32>
    %106 = linalg.depthwise_conv_2d_nchw_chw {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%padded_41, %collapsed_42 : tensor<4x18x10x10xf32>, tensor<18x3x3xf32>) outs(%105 : tensor<4x18x4x4xf32>) -> tensor<4x18x4x4xf32>
    %107 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg57 : tensor<18xf32>) outs(%58 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = arith.truncf %cst_5 : f64 to f32
      %140 = arith.addf %in, %139 : f32
      linalg.yield %140 : f32
    } -> tensor<18xf32>
    %108 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%107 : tensor<18xf32>) outs(%58 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = math.sqrt %in : f32
      linalg.yield %139 : f32
    } -> tensor<18xf32>
    %109 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%108 : tensor<18xf32>) outs(%58 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = arith.cmpf one, %in, %cst : f32
      cf.assert %139, "unimplemented: tensor with zero element"
      %140 = arith.divf %cst_0, %in : f32
      linalg.yield %140 : f32
    } -> tensor<18xf32>
    %expanded_43 = tensor.expand_shape %arg56 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %expanded_44 = tensor.expand_shape %109 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %110 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%106, %expanded_43 : tensor<4x18x4x4xf32>, tensor<18x1x1xf32>) outs(%104 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.subf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x4x4xf32>
    %111 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%110, %expanded_44 : tensor<4x18x4x4xf32>, tensor<18x1x1xf32>) outs(%104 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.mulf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x4x4xf32>
    %expanded_45 = tensor.expand_shape %arg25 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %112 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%111, %expanded_45 : tensor<4x18x4x4xf32>, tensor<18x1x1xf32>) outs(%104 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.mulf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x4x4xf32>
    %expanded_46 = tensor.expand_shape %arg26 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %113 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%112, %expanded_46 : tensor<4x18x4x4xf32>, tensor<18x1x1xf32>) outs(%104 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.addf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x4x4xf32>
    %114 = tensor.empty() : tensor<4x18x4x4xi1>
    %115 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%113 : tensor<4x18x4x4xf32>) outs(%114 : tensor<4x18x4x4xi1>) {
    ^bb0(%in: f32, %out: i1):
      %139 = arith.extf %in : f32 to f64
      %140 = arith.cmpf ole, %139, %cst_4 : f64
      linalg.yield %140 : i1
    } -> tensor<4x18x4x4xi1>
    %116 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%113 : tensor<4x18x4x4xf32>) outs(%114 : tensor<4x18x4x4xi1>) {
    ^bb0(%in: f32, %out: i1):
      %139 = arith.extf %in : f32 to f64
      %140 = arith.cmpf oge, %139, %cst_3 : f64
      linalg.yield %140 : i1
    } -> tensor<4x18x4x4xi1>
    %117 = linalg.generic {indexing_maps = [#map1, #map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%116, %cst_2, %113 : tensor<4x18x4x4xi1>, tensor<f32>, tensor<4x18x4x4xf32>) outs(%104 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: i1, %in_52: f32, %in_53: f32, %out: f32):
      %139 = arith.select %in, %in_52, %in_53 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x4x4xf32>
    %118 = linalg.generic {indexing_maps = [#map1, #map3, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%115, %cst_1, %117 : tensor<4x18x4x4xi1>, tensor<f32>, tensor<4x18x4x4xf32>) outs(%104 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: i1, %in_52: f32, %in_53: f32, %out: f32):
      %139 = arith.select %in, %in_52, %in_53 : f32
      linalg.yield %139 : f32
    } -> tensor<4x18x4x4xf32>
    %119 = tensor.empty() : tensor<4x8x4x4xf32>
    %120 = linalg.fill ins(%cst : f32) outs(%119 : tensor<4x8x4x4xf32>) -> tensor<4x8x4x4xf32>
    %121 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%118, %arg27 : tensor<4x18x4x4xf32>, tensor<8x18x1x1xf32>) outs(%120 : tensor<4x8x4x4xf32>) -> tensor<4x8x4x4xf32>
    %122 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg60 : tensor<8xf32>) outs(%19 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = arith.truncf %cst_5 : f64 to f32
      %140 = arith.addf %in, %139 : f32
      linalg.yield %140 : f32
    } -> tensor<8xf32>
    %123 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%122 : tensor<8xf32>) outs(%19 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = math.sqrt %in : f32
      linalg.yield %139 : f32
    } -> tensor<8xf32>
    %124 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%123 : tensor<8xf32>) outs(%19 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = arith.cmpf one, %in, %cst : f32
      cf.assert %139, "unimplemented: tensor with zero element"
      %140 = arith.divf %cst_0, %in : f32
      linalg.yield %140 : f32
    } -> tensor<8xf32>
    %expanded_47 = tensor.expand_shape %arg59 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %expanded_48 = tensor.expand_shape %124 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %125 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%121, %expanded_47 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%119 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.subf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x8x4x4xf32>
    %126 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%125, %expanded_48 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%119 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.mulf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x8x4x4xf32>
    %expanded_49 = tensor.expand_shape %arg28 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %127 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%126, %expanded_49 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%119 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.mulf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x8x4x4xf32>
    %expanded_50 = tensor.expand_shape %arg29 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %128 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%127, %expanded_50 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%119 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.addf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x8x4x4xf32>
    %129 = tensor.empty() : tensor<4x8x1x1xf32>
    %130 = linalg.fill ins(%cst : f32) outs(%129 : tensor<4x8x1x1xf32>) -> tensor<4x8x1x1xf32>
    %131 = tensor.empty() : tensor<4x4xf32>
    %132 = linalg.pooling_nchw_sum {dilations = dense<1> : vector<2xi64>, strides = dense<4> : vector<2xi64>} ins(%128, %131 : tensor<4x8x4x4xf32>, tensor<4x4xf32>) outs(%130 : tensor<4x8x1x1xf32>) -> tensor<4x8x1x1xf32>
    %133 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%132 : tensor<4x8x1x1xf32>) outs(%129 : tensor<4x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %139 = arith.divf %in, %cst_6 : f32
      linalg.yield %139 : f32
    } -> tensor<4x8x1x1xf32>
    %collapsed_51 = tensor.collapse_shape %133 [[0], [1, 2, 3]] : tensor<4x8x1x1xf32> into tensor<4x8xf32>
    %134 = tensor.empty() : tensor<8x10xf32>
    %transposed = linalg.transpose ins(%arg30 : tensor<10x8xf32>) outs(%134 : tensor<8x10xf32>) permutation = [1, 0] 
    %135 = tensor.empty() : tensor<4x10xf32>
    %136 = linalg.fill ins(%cst : f32) outs(%135 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %137 = linalg.matmul ins(%collapsed_51, %transposed : tensor<4x8xf32>, tensor<8x10xf32>) outs(%136 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %138 = linalg.generic {indexing_maps = [#map4, #map5, #map4], iterator_types = ["parallel", "parallel"]} ins(%137, %arg31 : tensor<4x10xf32>, tensor<10xf32>) outs(%135 : tensor<4x10xf32>) {
    ^bb0(%in: f32, %in_52: f32, %out: f32):
      %139 = arith.addf %in, %in_52 : f32
      linalg.yield %139 : f32
    } -> tensor<4x10xf32>
    return %138 : tensor<4x10xf32>
  }
}
