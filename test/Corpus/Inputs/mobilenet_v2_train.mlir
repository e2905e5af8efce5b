#map = affine_map<() -> ()>
#map1 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
#map2 = affine_map<(d0, d1, d2, d3) -> (0, d1, 0, 0)>
#map3 = affine_map<(d0) -> (d0)>
#map4 = affine_map<(d0, d1, d2, d3) -> (d1, 0, 0)>
#map5 = affine_map<(d0, d1, d2, d3) -> ()>
#map6 = affine_map<(d0, d1) -> (d0, d1)>
#map7 = affine_map<(d0, d1) -> (d1)>
module {
  func.func @main(%arg0: tensor<4x3x3x3xf32> {approx.name = "stem.0.weight", approx.role = "parameter"}, %arg1: tensor<4xf32> {approx.name = "stem.1.weight", approx.role = "parameter"}, %arg2: tensor<4xf32> {approx.name = "stem.1.bias", approx.role = "parameter"}, %arg3: tensor<8x4x1x1xf32> {approx.name = "blocks.0.conv.0.weight", approx.role = "parameter"}, %arg4: tensor<8xf32> {approx.name = "blocks.0.conv.1.weight", approx.role = "parameter"}, %arg5: tensor<8xf32> {approx.name = "blocks.0.conv.1.bias", approx.role = "parameter"}, %arg6: tensor<8x1x3x3xf32> {approx.name = "blocks.0.conv.3.weight", approx.role = "parameter"}, %arg7: tensor<8xf32> {approx.name = "blocks.0.conv.4.weight", approx.role = "parameter"}, %arg8: tensor<8xf32> {approx.name = "blocks.0.conv.4.bias", approx.role = "parameter"}, %arg9: tensor<6x8x1x1xf32> {approx.name = "blocks.0.conv.6.weight", approx.role = "parameter"}, %arg10: tensor<6xf32> {approx.name = "blocks.0.conv.7.weight", approx.role = "parameter"}, %arg11: tensor<6xf32> {approx.name = "blocks.0.conv.7.bias", approx.role = "parameter"}, %arg12: tensor<18x6x1x1xf32> {approx.name = "blocks.1.conv.0.weight", approx.role = "parameter"}, %arg13: tensor<18xf32> {approx.name = "blocks.1.conv.1.weight", approx.role = "parameter"}, %arg14: tensor<18xf32> {approx.name = "blocks.1.conv.1.bias", approx.role = "parameter"}, %arg15: tensor<18x1x3x3xf32> {approx.name = "blocks.1.conv.3.weight", approx.role = "parameter"}, %arg16: tensor<18xf32> {approx.name = "blocks.1.conv.4.weight", approx.role = "parameter"}, %arg17: tensor<18xf32> {approx.name = "blocks.1.conv.4.bias", approx.role = "parameter"}, %arg18: tensor<6x18x1x1xf32> {approx.name = "blocks.1.conv.6.weight", approx.role = "parameter"}, %arg19: tensor<6xf32> {approx.name = "blocks.1.conv.7.weight", approx.role = "parameter"}, %arg20: tensor<6xf32> {approx.name = "blocks.1.conv.7.bias", approx.role = "parameter"}, %arg21: tensor<18x6x1x1xf32> {approx.name = "blocks.2.conv.0.weight", approx.role = "parameter"}, %arg22: tensor<18xf32> {approx.name = "blocks.2.conv.1.weight", approx.role = "parameter"}, %arg23: tensor<18xf32> {approx.name = "blocks.2.conv.1.bias", approx.role = "parameter"}, %arg24: tensor<18x1x3x3xf32> {approx.name = "blocks.2.conv.3.weight", approx.role = "parameter"}, %arg25: tensor<18xf32> {approx.name = "blocks.2.conv.4.weight", approx.role = "parameter"}, %arg26: tensor<18xf32> {approx.name = "blocks.2.conv.4.bias", approx.role = "parameter"}, %arg27: tensor<8x18x1x1xf32> {approx.name = "blocks.2.conv.6.weight", approx.role = "parameter"}, %arg28: tensor<8xf32> {approx.name = "blocks.2.conv.7.weight", approx.role = "parameter"}, %arg29: tensor<8xf32> {approx.name = "blocks.2.conv.7.bias", approx.role = "parameter"}, %arg30: tensor<10x8xf32> {approx.name = "classifier.1.weight", approx.role = "parameter"}, %arg31: tensor<10xf32> {approx.name = "classifier.1.bias", approx.role = "parameter"}, %arg32: tensor<4xf32> {approx.name = "stem.1.running_mean", approx.role = "buffer"}, %arg33: tensor<4xf32> {approx.name = "stem.1.running_var", approx.role = "buffer"}, %arg34: tensor<i64> {approx.name = "stem.1.num_batches_tracked", approx.role = "buffer"}, %arg35: tensor<8xf32> {approx.name = "blocks.0.conv.1.running_mean", approx.role = "buffer"}, %arg36: tensor<8xf32> {approx.name = "blocks.0.conv.1.running_var", approx.role = "buffer"}, %arg37: tensor<i64> {approx.name = "blocks.0.conv.1.num_batches_tracked", approx.role = "buffer"}, %arg38: tensor<8xf32> {approx.name = "blocks.0.conv.4.running_mean", approx.role = "buffer"}, %arg39: tensor<8xf32> {approx.name = "blocks.0.conv.4.running_var", approx.role = "buffer"}, %arg40: tensor<i64> {approx.name = "blocks.0.conv.4.num_batches_tracked", approx.role = "buffer"}, %arg41: tensor<6xf32> {approx.name = "blocks.0.conv.7.running_mean", approx.role = "buffer"}, %arg42: tensor<6xf32> {approx.name = "blocks.0.conv.7.running_var", approx.role = "buffer"}, %arg43: tensor<i64> {approx.name = "blocks.0.conv.7.num_batches_tracked", approx.role = "buffer"}, %arg44: tensor<18xf32> {approx.name = "blocks.1.conv.1.running_mean", approx.role = "buffer"}, %arg45: tensor<18xf32> {approx.name = "blocks.1.conv.1.running_var", approx.role = "buffer"}, %arg46: tensor<i64> {approx.name = "blocks.1.conv.1.num_batches_tracked", approx.role = "buffer"}, %arg47: tensor<18xf32> {approx.name = "blocks.1.conv.4.running_mean", approx.role = "buffer"}, %arg48: tensor<18xf32> {approx.name = "blocks.1.conv.4.running_var", approx.role = "buffer"}, %arg49: tensor<i64> {approx.name = "blocks.1.conv.4.num_batches_tracked", approx.role = "buffer"}, %arg50: tensor<6xf32> {approx.name = "blocks.1.conv.7.running_mean", approx.role = "buffer"}, %arg51: tensor<6xf32> {approx.name = "blocks.1.conv.7.running_var", approx.role = "buffer"}, %arg52: tensor<i64> {approx.name = "blocks.1.conv.7.num_batches_tracked", approx.role = "buffer"}, %arg53: tensor<18xf32> {approx.name = "blocks.2.conv.1.running_mean", approx.role = "buffer"}, %arg54: tensor<18xf32> {approx.name = "blocks.2.conv.1.running_var", approx.role = "buffer"}, %arg55: tensor<i64> {approx.name = "blocks.2.conv.1.num_batches_tracked", approx.role = "buffer"}, %arg56: tensor<18xf32> {approx.name = "blocks.2.conv.4.running_mean", approx.role = "buffer"}, %arg57: tensor<18xf32> {approx.name = "blocks.2.conv.4.running_var", approx.role = "buffer"}, %arg58: tensor<i64> {approx.name = "blocks.2.conv.4.num_batches_tracked", approx.role = "buffer"}, %arg59: tensor<8xf32> {approx.name = "blocks.2.conv.7.running_mean", approx.role = "buffer"}, %arg60: tensor<8xf32> {approx.name = "blocks.2.conv.7.running_var", approx.role = "buffer"}, %arg61: tensor<i64> {approx.name = "blocks.2.conv.7.num_batches_tracked", approx.role = "buffer"}, %arg62: tensor<4x3x16x16xf32> {approx.name = "x", approx.role = "input"}) -> (tensor<4xf32> {approx.role = "buffer", approx.updates = "stem.1.running_mean"}, tensor<4xf32> {approx.role = "buffer", approx.updates = "stem.1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "stem.1.num_batches_tracked"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "blocks.0.conv.1.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "blocks.0.conv.1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "blocks.0.conv.1.num_batches_tracked"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "blocks.0.conv.4.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "blocks.0.conv.4.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "blocks.0.conv.4.num_batches_tracked"}, tensor<6xf32> {approx.role = "buffer", approx.updates = "blocks.0.conv.7.running_mean"}, tensor<6xf32> {approx.role = "buffer", approx.updates = "blocks.0.conv.7.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "blocks.0.conv.7.num_batches_tracked"}, tensor<18xf32> {approx.role = "buffer", approx.updates = "blocks.1.conv.1.running_mean"}, tensor<18xf32> {approx.role = "buffer", approx.updates = "blocks.1.conv.1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "blocks.1.conv.1.num_batches_tracked"}, tensor<18xf32> {approx.role = "buffer", approx.updates = "blocks.1.conv.4.running_mean"}, tensor<18xf32> {approx.role = "buffer", approx.updates = "blocks.1.conv.4.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "blocks.1.conv.4.num_batches_tracked"}, tensor<6xf32> {approx.role = "buffer", approx.updates = "blocks.1.conv.7.running_mean"}, tensor<6xf32> {approx.role = "buffer", approx.updates = "blocks.1.conv.7.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "blocks.1.conv.7.num_batches_tracked"}, tensor<18xf32> {approx.role = "buffer", approx.updates = "blocks.2.conv.1.running_mean"}, tensor<18xf32> {approx.role = "buffer", approx.updates = "blocks.2.conv.1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "blocks.2.conv.1.num_batches_tracked"}, tensor<18xf32> {approx.role = "buffer", approx.updates = "blocks.2.conv.4.running_mean"}, tensor<18xf32> {approx.role = "buffer", approx.updates = "blocks.2.conv.4.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "blocks.2.conv.4.num_batches_tracked"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "blocks.2.conv.7.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "blocks.2.conv.7.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "blocks.2.conv.7.num_batches_tracked"}, tensor<4x10xf32> {approx.role = "logits"}) {
    %c1_i64 = arith.constant 1 : i64
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant 0.000000e+00 : f64
    %cst_1 = arith.constant dense<6.000000e+00> : tensor<f32>
    %cst_2 = arith.constant dense<0.000000e+00> : tensor<f32>
    %cst_3 = arith.constant 1.0158730158730158 : f64
    %cst_4 = arith.constant 1.003921568627451 : f64
    %cst_5 = arith.constant 9.000000e-01 : f64
    %cst_6 = arith.constant 1.000000e-01 : f64
    %cst_7 = arith.constant 1.000000e-05 : f64
    %cst_8 = arith.constant 2.560000e+02 : f64
    %cst_9 = arith.constant 2.560000e+02 : f32
    %cst_10 = arith.constant 6.400000e+01 : f64
    %cst_11 = arith.constant 6.400000e+01 : f32
    %cst_12 = arith.constant 1.600000e+01 : f32
    %padded = tensor.pad %arg62 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg63: index, %arg64: index, %arg65: index, %arg66: index):
      tensor.yield %cst : f32
    } : tensor<4x3x16x16xf32> to tensor<4x3x18x18xf32>
    %0 = tensor.empty() : tensor<4x4x8x8xf32>
    %1 = linalg.fill ins(%cst : f32) outs(%0 : tensor<4x4x8x8xf32>) -> tensor<4x4x8x8xf32>
    %2 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%padded, %arg0 : tensor<4x3x18x18xf32>, tensor<4x3x3x3xf32>) outs(%1 : tensor<4x4x8x8xf32>) -> tensor<4x4x8x8xf32>
    %3 = tensor.empty() : tensor<i64>
    %4 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg34 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %314 = arith.addi %in, %c1_i64 : i64
      linalg.yield %314 : i64
    } -> tensor<i64>
    %5 = tensor.empty() : tensor<4x4x8x8xf64>
    %6 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%2 : tensor<4x4x8x8xf32>) outs(%5 : tensor<4x4x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %314 = arith.extf %in : f32 to f64
      linalg.yield %314 : f64
    } -> tensor<4x4x8x8xf64>
    %7 = tensor.empty() : tensor<1x4x1x1xf64>
    %8 = linalg.fill ins(%cst_0 : f64) outs(%7 : tensor<1x4x1x1xf64>) -> tensor<1x4x1x1xf64>
    %9 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%6 : tensor<4x4x8x8xf64>) outs(%8 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.addf %in, %out : f64
      linalg.yield %314 : f64
    } -> tensor<1x4x1x1xf64>
    %10 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%9 : tensor<1x4x1x1xf64>) outs(%7 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.divf %in, %cst_8 : f64
      linalg.yield %314 : f64
    } -> tensor<1x4x1x1xf64>
    %11 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%6, %10 : tensor<4x4x8x8xf64>, tensor<1x4x1x1xf64>) outs(%5 : tensor<4x4x8x8xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %314 = arith.subf %in, %in_58 : f64
      linalg.yield %314 : f64
    } -> tensor<4x4x8x8xf64>
    %12 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%11, %11 : tensor<4x4x8x8xf64>, tensor<4x4x8x8xf64>) outs(%5 : tensor<4x4x8x8xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %314 = arith.mulf %in, %in_58 : f64
      linalg.yield %314 : f64
    } -> tensor<4x4x8x8xf64>
    %13 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%12 : tensor<4x4x8x8xf64>) outs(%8 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.addf %in, %out : f64
      linalg.yield %314 : f64
    } -> tensor<1x4x1x1xf64>
    %14 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%13 : tensor<1x4x1x1xf64>) outs(%7 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.divf %in, %cst_8 : f64
      linalg.yield %314 : f64
    } -> tensor<1x4x1x1xf64>
    %15 = tensor.empty() : tensor<1x4x1x1xf32>
    %16 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%14 : tensor<1x4x1x1xf64>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %314 = arith.truncf %in : f64 to f32
      linalg.yield %314 : f32
    } -> tensor<1x4x1x1xf32>
    %17 = linalg.fill ins(%cst : f32) outs(%15 : tensor<1x4x1x1xf32>) -> tensor<1x4x1x1xf32>
    %18 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%2 : tensor<4x4x8x8xf32>) outs(%17 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.addf %in, %out : f32
      linalg.yield %314 : f32
    } -> tensor<1x4x1x1xf32>
    %19 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%18 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.divf %in, %cst_9 : f32
      linalg.yield %314 : f32
    } -> tensor<1x4x1x1xf32>
    %20 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%16 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_7 : f64 to f32
      %315 = arith.addf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<1x4x1x1xf32>
    %21 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%20 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = math.rsqrt %in : f32
      linalg.yield %314 : f32
    } -> tensor<1x4x1x1xf32>
    %22 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%2, %19 : tensor<4x4x8x8xf32>, tensor<1x4x1x1xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.subf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x4x8x8xf32>
    %23 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%22, %21 : tensor<4x4x8x8xf32>, tensor<1x4x1x1xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.mulf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x4x8x8xf32>
    %collapsed = tensor.collapse_shape %19 [[0, 1, 2, 3]] : tensor<1x4x1x1xf32> into tensor<4xf32>
    %24 = tensor.empty() : tensor<4xf32>
    %25 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_6 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<4xf32>
    %26 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg32 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_5 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<4xf32>
    %27 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%25, %26 : tensor<4xf32>, tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4xf32>
    %collapsed_13 = tensor.collapse_shape %16 [[0, 1, 2, 3]] : tensor<1x4x1x1xf32> into tensor<4xf32>
    %28 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_13 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_4 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<4xf32>
    %29 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%28 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_6 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<4xf32>
    %30 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg33 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_5 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<4xf32>
    %31 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%29, %30 : tensor<4xf32>, tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4xf32>
    %expanded = tensor.expand_shape %arg1 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %32 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%23, %expanded : tensor<4x4x8x8xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.mulf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x4x8x8xf32>
    %expanded_14 = tensor.expand_shape %arg2 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %33 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%32, %expanded_14 : tensor<4x4x8x8xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x4x8x8xf32>
    %34 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%33, %cst_2 : tensor<4x4x8x8xf32>, tensor<f32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.cmpf ogt, %in, %in_58 : f32
      %315 = arith.select %314, %in, %in_58 : f32
      linalg.yield %315 : f32
    } -> tensor<4x4x8x8xf32>
    %35 = linalg.generic {indexing_maps = [#map5, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%cst_1, %34 : tensor<f32>, tensor<4x4x8x8xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.cmpf olt, %in, %in_58 : f32
      %315 = arith.select %314, %in, %in_58 : f32
      linalg.yield %315 : f32
    } -> tensor<4x4x8x8xf32>
    %36 = tensor.empty() : tensor<4x8x8x8xf32>
    %37 = linalg.fill ins(%cst : f32) outs(%36 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %38 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%35, %arg3 : tensor<4x4x8x8xf32>, tensor<8x4x1x1xf32>) outs(%37 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %39 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg37 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %314 = arith.addi %in, %c1_i64 : i64
      linalg.yield %314 : i64
    } -> tensor<i64>
    %40 = tensor.empty() : tensor<4x8x8x8xf64>
    %41 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%38 : tensor<4x8x8x8xf32>) outs(%40 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %314 = arith.extf %in : f32 to f64
      linalg.yield %314 : f64
    } -> tensor<4x8x8x8xf64>
    %42 = tensor.empty() : tensor<1x8x1x1xf64>
    %43 = linalg.fill ins(%cst_0 : f64) outs(%42 : tensor<1x8x1x1xf64>) -> tensor<1x8x1x1xf64>
    %44 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%41 : tensor<4x8x8x8xf64>) outs(%43 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.addf %in, %out : f64
      linalg.yield %314 : f64
    } -> tensor<1x8x1x1xf64>
    %45 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%44 : tensor<1x8x1x1xf64>) outs(%42 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.divf %in, %cst_8 : f64
      linalg.yield %314 : f64
    } -> tensor<1x8x1x1xf64>
    %46 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%41, %45 : tensor<4x8x8x8xf64>, tensor<1x8x1x1xf64>) outs(%40 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %314 = arith.subf %in, %in_58 : f64
      linalg.yield %314 : f64
    } -> tensor<4x8x8x8xf64>
    %47 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%46, %46 : tensor<4x8x8x8xf64>, tensor<4x8x8x8xf64>) outs(%40 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %314 = arith.mulf %in, %in_58 : f64
      linalg.yield %314 : f64
    } -> tensor<4x8x8x8xf64>
    %48 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%47 : tensor<4x8x8x8xf64>) outs(%43 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.addf %in, %out : f64
      linalg.yield %314 : f64
    } -> tensor<1x8x1x1xf64>
    %49 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%48 : tensor<1x8x1x1xf64>) outs(%42 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.divf %in, %cst_8 : f64
      linalg.yield %314 : f64
    } -> tensor<1x8x1x1xf64>
    %50 = tensor.empty() : tensor<1x8x1x1xf32>
    %51 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%49 : tensor<1x8x1x1xf64>) outs(%50 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %314 = arith.truncf %in : f64 to f32
      linalg.yield %314 : f32
    } -> tensor<1x8x1x1xf32>
    %52 = linalg.fill ins(%cst : f32) outs(%50 : tensor<1x8x1x1xf32>) -> tensor<1x8x1x1xf32>
    %53 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%38 : tensor<4x8x8x8xf32>) outs(%52 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.addf %in, %out : f32
      linalg.yield %314 : f32
    } -> tensor<1x8x1x1xf32>
    %54 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%53 : tensor<1x8x1x1xf32>) outs(%50 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.divf %in, %cst_9 : f32
      linalg.yield %314 : f32
    } -> tensor<1x8x1x1xf32>
    %55 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%51 : tensor<1x8x1x1xf32>) outs(%50 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_7 : f64 to f32
      %315 = arith.addf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<1x8x1x1xf32>
    %56 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%55 : tensor<1x8x1x1xf32>) outs(%50 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = math.rsqrt %in : f32
      linalg.yield %314 : f32
    } -> tensor<1x8x1x1xf32>
    %57 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%38, %54 : tensor<4x8x8x8xf32>, tensor<1x8x1x1xf32>) outs(%36 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.subf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x8x8x8xf32>
    %58 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%57, %56 : tensor<4x8x8x8xf32>, tensor<1x8x1x1xf32>) outs(%36 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.mulf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x8x8x8xf32>
    %collapsed_15 = tensor.collapse_shape %54 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %59 = tensor.empty() : tensor<8xf32>
    %60 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_15 : tensor<8xf32>) outs(%59 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_6 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<8xf32>
    %61 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg35 : tensor<8xf32>) outs(%59 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_5 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<8xf32>
    %62 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%60, %61 : tensor<8xf32>, tensor<8xf32>) outs(%59 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<8xf32>
    %collapsed_16 = tensor.collapse_shape %51 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %63 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_16 : tensor<8xf32>) outs(%59 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_4 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<8xf32>
    %64 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%63 : tensor<8xf32>) outs(%59 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_6 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<8xf32>
    %65 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg36 : tensor<8xf32>) outs(%59 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_5 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<8xf32>
    %66 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%64, %65 : tensor<8xf32>, tensor<8xf32>) outs(%59 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<8xf32>
    %expanded_17 = tensor.expand_shape %arg4 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %67 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%58, %expanded_17 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%36 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.mulf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x8x8x8xf32>
    %expanded_18 = tensor.expand_shape %arg5 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %68 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%67, %expanded_18 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%36 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x8x8x8xf32>
    %69 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%68, %cst_2 : tensor<4x8x8x8xf32>, tensor<f32>) outs(%36 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.cmpf ogt, %in, %in_58 : f32
      %315 = arith.select %314, %in, %in_58 : f32
      linalg.yield %315 : f32
    } -> tensor<4x8x8x8xf32>
    %70 = linalg.generic {indexing_maps = [#map5, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%cst_1, %69 : tensor<f32>, tensor<4x8x8x8xf32>) outs(%36 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.cmpf olt, %in, %in_58 : f32
      %315 = arith.select %314, %in, %in_58 : f32
      linalg.yield %315 : f32
    } -> tensor<4x8x8x8xf32>
    %padded_19 = tensor.pad %70 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg63: index, %arg64: index, %arg65: index, %arg66: index):
      tensor.yield %cst : f32
    } : tensor<4x8x8x8xf32> to tensor<4x8x10x10xf32>
    %collapsed_20 = tensor.collapse_shape %arg6 [[0, 1], [2], [3]] : tensor<8x1x3x3xf32> into tensor<8x3x3xf32>
    %71 = linalg.depthwise_conv_2d_nchw_chw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_19, %collapsed_20 : tensor<4x8x10x10xf32>, tensor<8x3x3xf32>) outs(%37 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %72 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg40 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %314 = arith.addi %in, %c1_i64 : i64
      linalg.yield %314 : i64
    } -> tensor<i64>
    %73 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%71 : tensor<4x8x8x8xf32>) outs(%40 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %314 = arith.extf %in : f32 to f64
      linalg.yield %314 : f64
    } -> tensor<4x8x8x8xf64>
    %74 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%73 : tensor<4x8x8x8xf64>) outs(%43 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.addf %in, %out : f64
      linalg.yield %314 : f64
    } -> tensor<1x8x1x1xf64>
    %75 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%74 : tensor<1x8x1x1xf64>) outs(%42 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.divf %in, %cst_8 : f64
      linalg.yield %314 : f64
    } -> tensor<1x8x1x1xf64>
    %76 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%73, %75 : tensor<4x8x8x8xf64>, tensor<1x8x1x1xf64>) outs(%40 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %314 = arith.subf %in, %in_58 : f64
      linalg.yield %314 : f64
    } -> tensor<4x8x8x8xf64>
    %77 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%76, %76 : tensor<4x8x8x8xf64>, tensor<4x8x8x8xf64>) outs(%40 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %314 = arith.mulf %in, %in_58 : f64
      linalg.yield %314 : f64
    } -> tensor<4x8x8x8xf64>
    %78 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%77 : tensor<4x8x8x8xf64>) outs(%43 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.addf %in, %out : f64
      linalg.yield %314 : f64
    } -> tensor<1x8x1x1xf64>
    %79 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%78 : tensor<1x8x1x1xf64>) outs(%42 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.divf %in, %cst_8 : f64
      linalg.yield %314 : f64
    } -> tensor<1x8x1x1xf64>
    %80 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%79 : tensor<1x8x1x1xf64>) outs(%50 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %314 = arith.truncf %in : f64 to f32
      linalg.yield %314 : f32
    } -> tensor<1x8x1x1xf32>
    %81 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%71 : tensor<4x8x8x8xf32>) outs(%52 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.addf %in, %out : f32
      linalg.yield %314 : f32
    } -> tensor<1x8x1x1xf32>
    %82 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%81 : tensor<1x8x1x1xf32>) outs(%50 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.divf %in, %cst_9 : f32
      linalg.yield %314 : f32
    } -> tensor<1x8x1x1xf32>
    %83 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%80 : tensor<1x8x1x1xf32>) outs(%50 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_7 : f64 to f32
      %315 = arith.addf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<1x8x1x1xf32>
    %84 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%83 : tensor<1x8x1x1xf32>) outs(%50 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = math.rsqrt %in : f32
      linalg.yield %314 : f32
    } -> tensor<1x8x1x1xf32>
    %85 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%71, %82 : tensor<4x8x8x8xf32>, tensor<1x8x1x1xf32>) outs(%36 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.subf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x8x8x8xf32>
    %86 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%85, %84 : tensor<4x8x8x8xf32>, tensor<1x8x1x1xf32>) outs(%36 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.mulf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x8x8x8xf32>
    %collapsed_21 = tensor.collapse_shape %82 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %87 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_21 : tensor<8xf32>) outs(%59 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_6 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<8xf32>
    %88 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg38 : tensor<8xf32>) outs(%59 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_5 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<8xf32>
    %89 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%87, %88 : tensor<8xf32>, tensor<8xf32>) outs(%59 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<8xf32>
    %collapsed_22 = tensor.collapse_shape %80 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %90 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_22 : tensor<8xf32>) outs(%59 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_4 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<8xf32>
    %91 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%90 : tensor<8xf32>) outs(%59 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_6 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<8xf32>
    %92 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg39 : tensor<8xf32>) outs(%59 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_5 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<8xf32>
    %93 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%91, %92 : tensor<8xf32>, tensor<8xf32>) outs(%59 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<8xf32>
    %expanded_23 = tensor.expand_shape %arg7 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %94 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%86, %expanded_23 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%36 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.mulf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x8x8x8xf32>
    %expanded_24 = tensor.expand_shape %arg8 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %95 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%94, %expanded_24 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%36 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x8x8x8xf32>
    %96 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%95, %cst_2 : tensor<4x8x8x8xf32>, tensor<f32>) outs(%36 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.cmpf ogt, %in, %in_58 : f32
      %315 = arith.select %314, %in, %in_58 : f32
      linalg.yield %315 : f32
    } -> tensor<4x8x8x8xf32>
    %97 = linalg.generic {indexing_maps = [#map5, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%cst_1, %96 : tensor<f32>, tensor<4x8x8x8xf32>) outs(%36 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.cmpf olt, %in, %in_58 : f32
      %315 = arith.select %314, %in, %in_58 : f32
      linalg.yield %315 : f32
    } -> tensor<4x8x8x8xf32>
    %98 = tensor.empty() : tensor<4x6x8x8xf32>
    %99 = linalg.fill ins(%cst : f32) outs(%98 : tensor<4x6x8x8xf32>) -> tensor<4x6x8x8xf32>
    %100 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%97, %arg9 : tensor<4x8x8x8xf32>, tensor<6x8x1x1xf32>) outs(%99 : tensor<4x6x8x8xf32>) -> tensor<4x6x8x8xf32>
    %101 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg43 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %314 = arith.addi %in, %c1_i64 : i64
      linalg.yield %314 : i64
    } -> tensor<i64>
    %102 = tensor.empty() : tensor<4x6x8x8xf64>
    %103 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%100 : tensor<4x6x8x8xf32>) outs(%102 : tensor<4x6x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %314 = arith.extf %in : f32 to f64
      linalg.yield %314 : f64
    } -> tensor<4x6x8x8xf64>
    %104 = tensor.empty() : tensor<1x6x1x1xf64>
    %105 = linalg.fill ins(%cst_0 : f64) outs(%104 : tensor<1x6x1x1xf64>) -> tensor<1x6x1x1xf64>
    %106 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%103 : tensor<4x6x8x8xf64>) outs(%105 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.addf %in, %out : f64
      linalg.yield %314 : f64
    } -> tensor<1x6x1x1xf64>
    %107 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%106 : tensor<1x6x1x1xf64>) outs(%104 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.divf %in, %cst_8 : f64
      linalg.yield %314 : f64
    } -> tensor<1x6x1x1xf64>
    %108 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%103, %107 : tensor<4x6x8x8xf64>, tensor<1x6x1x1xf64>) outs(%102 : tensor<4x6x8x8xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %314 = arith.subf %in, %in_58 : f64
      linalg.yield %314 : f64
    } -> tensor<4x6x8x8xf64>
    %109 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%108, %108 : tensor<4x6x8x8xf64>, tensor<4x6x8x8xf64>) outs(%102 : tensor<4x6x8x8xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %314 = arith.mulf %in, %in_58 : f64
      linalg.yield %314 : f64
    } -> tensor<4x6x8x8xf64>
    %110 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%109 : tensor<4x6x8x8xf64>) outs(%105 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.addf %in, %out : f64
      linalg.yield %314 : f64
    } -> tensor<1x6x1x1xf64>
    %111 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%110 : tensor<1x6x1x1xf64>) outs(%104 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.divf %in, %cst_8 : f64
      linalg.yield %314 : f64
    } -> tensor<1x6x1x1xf64>
    %112 = tensor.empty() : tensor<1x6x1x1xf32>
    %113 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%111 : tensor<1x6x1x1xf64>) outs(%112 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %314 = arith.truncf %in : f64 to f32
      linalg.yield %314 : f32
    } -> tensor<1x6x1x1xf32>
    %114 = linalg.fill ins(%cst : f32) outs(%112 : tensor<1x6x1x1xf32>) -> tensor<1x6x1x1xf32>
    %115 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%100 : tensor<4x6x8x8xf32>) outs(%114 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.addf %in, %out : f32
      linalg.yield %314 : f32
    } -> tensor<1x6x1x1xf32>
    %116 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%115 : tensor<1x6x1x1xf32>) outs(%112 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.divf %in, %cst_9 : f32
      linalg.yield %314 : f32
    } -> tensor<1x6x1x1xf32>
    %117 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%113 : tensor<1x6x1x1xf32>) outs(%112 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_7 : f64 to f32
      %315 = arith.addf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<1x6x1x1xf32>
    %118 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%117 : tensor<1x6x1x1xf32>) outs(%112 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = math.rsqrt %in : f32
      linalg.yield %314 : f32
    } -> tensor<1x6x1x1xf32>
    %119 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%100, %116 : tensor<4x6x8x8xf32>, tensor<1x6x1x1xf32>) outs(%98 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.subf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x6x8x8xf32>
    %120 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%119, %118 : tensor<4x6x8x8xf32>, tensor<1x6x1x1xf32>) outs(%98 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.mulf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x6x8x8xf32>
    %collapsed_25 = tensor.collapse_shape %116 [[0, 1, 2, 3]] : tensor<1x6x1x1xf32> into tensor<6xf32>
    %121 = tensor.empty() : tensor<6xf32>
    %122 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_25 : tensor<6xf32>) outs(%121 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_6 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<6xf32>
    %123 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg41 : tensor<6xf32>) outs(%121 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_5 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<6xf32>
    %124 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%122, %123 : tensor<6xf32>, tensor<6xf32>) outs(%121 : tensor<6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<6xf32>
    %collapsed_26 = tensor.collapse_shape %113 [[0, 1, 2, 3]] : tensor<1x6x1x1xf32> into tensor<6xf32>
    %125 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_26 : tensor<6xf32>) outs(%121 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_4 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<6xf32>
    %126 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%125 : tensor<6xf32>) outs(%121 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_6 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<6xf32>
    %127 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg42 : tensor<6xf32>) outs(%121 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_5 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<6xf32>
    %128 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%126, %127 : tensor<6xf32>, tensor<6xf32>) outs(%121 : tensor<6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<6xf32>
    %expanded_27 = tensor.expand_shape %arg10 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %129 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%120, %expanded_27 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%98 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.mulf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x6x8x8xf32>
    %expanded_28 = tensor.expand_shape %arg11 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %130 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%129, %expanded_28 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%98 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x6x8x8xf32>
    %131 = tensor.empty() : tensor<4x18x8x8xf32>
    %132 = linalg.fill ins(%cst : f32) outs(%131 : tensor<4x18x8x8xf32>) -> tensor<4x18x8x8xf32>
    %133 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%130, %arg12 : tensor<4x6x8x8xf32>, tensor<18x6x1x1xf32>) outs(%132 : tensor<4x18x8x8xf32>) -> tensor<4x18x8x8xf32>
    %134 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg46 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %314 = arith.addi %in, %c1_i64 : i64
      linalg.yield %314 : i64
    } -> tensor<i64>
    %135 = tensor.empty() : tensor<4x18x8x8xf64>
    %136 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%133 : tensor<4x18x8x8xf32>) outs(%135 : tensor<4x18x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %314 = arith.extf %in : f32 to f64
      linalg.yield %314 : f64
    } -> tensor<4x18x8x8xf64>
    %137 = tensor.empty() : tensor<1x18x1x1xf64>
    %138 = linalg.fill ins(%cst_0 : f64) outs(%137 : tensor<1x18x1x1xf64>) -> tensor<1x18x1x1xf64>
    %139 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%136 : tensor<4x18x8x8xf64>) outs(%138 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.addf %in, %out : f64
      linalg.yield %314 : f64
    } -> tensor<1x18x1x1xf64>
    %140 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%139 : tensor<1x18x1x1xf64>) outs(%137 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.divf %in, %cst_8 : f64
      linalg.yield %314 : f64
    } -> tensor<1x18x1x1xf64>
    %141 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%136, %140 : tensor<4x18x8x8xf64>, tensor<1x18x1x1xf64>) outs(%135 : tensor<4x18x8x8xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %314 = arith.subf %in, %in_58 : f64
      linalg.yield %314 : f64
    } -> tensor<4x18x8x8xf64>
    %142 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%141, %141 : tensor<4x18x8x8xf64>, tensor<4x18x8x8xf64>) outs(%135 : tensor<4x18x8x8xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %314 = arith.mulf %in, %in_58 : f64
      linalg.yield %314 : f64
    } -> tensor<4x18x8x8xf64>
    %143 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%142 : tensor<4x18x8x8xf64>) outs(%138 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.addf %in, %out : f64
      linalg.yield %314 : f64
    } -> tensor<1x18x1x1xf64>
    %144 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%143 : tensor<1x18x1x1xf64>) outs(%137 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.divf %in, %cst_8 : f64
      linalg.yield %314 : f64
    } -> tensor<1x18x1x1xf64>
    %145 = tensor.empty() : tensor<1x18x1x1xf32>
    %146 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%144 : tensor<1x18x1x1xf64>) outs(%145 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %314 = arith.truncf %in : f64 to f32
      linalg.yield %314 : f32
    } -> tensor<1x18x1x1xf32>
    %147 = linalg.fill ins(%cst : f32) outs(%145 : tensor<1x18x1x1xf32>) -> tensor<1x18x1x1xf32>
    %148 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%133 : tensor<4x18x8x8xf32>) outs(%147 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.addf %in, %out : f32
      linalg.yield %314 : f32
    } -> tensor<1x18x1x1xf32>
    %149 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%148 : tensor<1x18x1x1xf32>) outs(%145 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.divf %in, %cst_9 : f32
      linalg.yield %314 : f32
    } -> tensor<1x18x1x1xf32>
    %150 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%146 : tensor<1x18x1x1xf32>) outs(%145 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_7 : f64 to f32
      %315 = arith.addf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<1x18x1x1xf32>
    %151 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%150 : tensor<1x18x1x1xf32>) outs(%145 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = math.rsqrt %in : f32
      linalg.yield %314 : f32
    } -> tensor<1x18x1x1xf32>
    %152 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%133, %149 : tensor<4x18x8x8xf32>, tensor<1x18x1x1xf32>) outs(%131 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.subf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x18x8x8xf32>
    %153 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%152, %151 : tensor<4x18x8x8xf32>, tensor<1x18x1x1xf32>) outs(%131 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.mulf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x18x8x8xf32>
    %collapsed_29 = tensor.collapse_shape %149 [[0, 1, 2, 3]] : tensor<1x18x1x1xf32> into tensor<18xf32>
    %154 = tensor.empty() : tensor<18xf32>
    %155 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_29 : tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_6 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<18xf32>
    %156 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg44 : tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_5 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<18xf32>
    %157 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%155, %156 : tensor<18xf32>, tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<18xf32>
    %collapsed_30 = tensor.collapse_shape %146 [[0, 1, 2, 3]] : tensor<1x18x1x1xf32> into tensor<18xf32>
    %158 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_30 : tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_4 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<18xf32>
    %159 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%158 : tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_6 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<18xf32>
    %160 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg45 : tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_5 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<18xf32>
    %161 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%159, %160 : tensor<18xf32>, tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<18xf32>
    %expanded_31 = tensor.expand_shape %arg13 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %162 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%153, %expanded_31 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%131 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.mulf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x18x8x8xf32>
    %expanded_32 = tensor.expand_shape %arg14 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %163 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%162, %expanded_32 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%131 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x18x8x8xf32>
    %164 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%163, %cst_2 : tensor<4x18x8x8xf32>, tensor<f32>) outs(%131 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.cmpf ogt, %in, %in_58 : f32
      %315 = arith.select %314, %in, %in_58 : f32
      linalg.yield %315 : f32
    } -> tensor<4x18x8x8xf32>
    %165 = linalg.generic {indexing_maps = [#map5, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%cst_1, %164 : tensor<f32>, tensor<4x18x8x8xf32>) outs(%131 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.cmpf olt, %in, %in_58 : f32
      %315 = arith.select %314, %in, %in_58 : f32
      linalg.yield %315 : f32
    } -> tensor<4x18x8x8xf32>
    %padded_33 = tensor.pad %165 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg63: index, %arg64: index, %arg65: index, %arg66: index):
      tensor.yield %cst : f32
    } : tensor<4x18x8x8xf32> to tensor<4x18x10x10xf32>
    %collapsed_34 = tensor.collapse_shape %arg15 [[0, 1], [2], [3]] : tensor<18x1x3x3xf32> into tensor<18x3x3xf32>
    %166 = linalg.depthwise_conv_2d_nchw_chw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_33, %collapsed_34 : tensor<4x18x10x10xf32>, tensor<18x3x3xf32>) outs(%132 : tensor<4x18x8x8xf32>) -> tensor<4x18x8x8xf32>
    %167 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg49 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %314 = arith.addi %in, %c1_i64 : i64
      linalg.yield %314 : i64
    } -> tensor<i64>
    %168 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%166 : tensor<4x18x8x8xf32>) outs(%135 : tensor<4x18x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %314 = arith.extf %in : f32 to f64
      linalg.yield %314 : f64
    } -> tensor<4x18x8x8xf64>
    %169 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%168 : tensor<4x18x8x8xf64>) outs(%138 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.addf %in, %out : f64
      linalg.yield %314 : f64
    } -> tensor<1x18x1x1xf64>
    %170 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%169 : tensor<1x18x1x1xf64>) outs(%137 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.divf %in, %cst_8 : f64
      linalg.yield %314 : f64
    } -> tensor<1x18x1x1xf64>
    %171 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%168, %170 : tensor<4x18x8x8xf64>, tensor<1x18x1x1xf64>) outs(%135 : tensor<4x18x8x8xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %314 = arith.subf %in, %in_58 : f64
      linalg.yield %314 : f64
    } -> tensor<4x18x8x8xf64>
    %172 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%171, %171 : tensor<4x18x8x8xf64>, tensor<4x18x8x8xf64>) outs(%135 : tensor<4x18x8x8xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %314 = arith.mulf %in, %in_58 : f64
      linalg.yield %314 : f64
    } -> tensor<4x18x8x8xf64>
    %173 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%172 : tensor<4x18x8x8xf64>) outs(%138 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.addf %in, %out : f64
      linalg.yield %314 : f64
    } -> tensor<1x18x1x1xf64>
    %174 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%173 : tensor<1x18x1x1xf64>) outs(%137 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.divf %in, %cst_8 : f64
      linalg.yield %314 : f64
    } -> tensor<1x18x1x1xf64>
    %175 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%174 : tensor<1x18x1x1xf64>) outs(%145 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %314 = arith.truncf %in : f64 to f32
      linalg.yield %314 : f32
    } -> tensor<1x18x1x1xf32>
    %176 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%166 : tensor<4x18x8x8xf32>) outs(%147 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.addf %in, %out : f32
      linalg.yield %314 : f32
    } -> tensor<1x18x1x1xf32>
    %177 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%176 : tensor<1x18x1x1xf32>) outs(%145 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.divf %in, %cst_9 : f32
      linalg.yield %314 : f32
    } -> tensor<1x18x1x1xf32>
    %178 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%175 : tensor<1x18x1x1xf32>) outs(%145 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_7 : f64 to f32
      %315 = arith.addf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<1x18x1x1xf32>
    %179 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%178 : tensor<1x18x1x1xf32>) outs(%145 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = math.rsqrt %in : f32
      linalg.yield %314 : f32
    } -> tensor<1x18x1x1xf32>
    %180 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%166, %177 : tensor<4x18x8x8xf32>, tensor<1x18x1x1xf32>) outs(%131 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.subf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x18x8x8xf32>
    %181 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%180, %179 : tensor<4x18x8x8xf32>, tensor<1x18x1x1xf32>) outs(%131 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.mulf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x18x8x8xf32>
    %collapsed_35 = tensor.collapse_shape %177 [[0, 1, 2, 3]] : tensor<1x18x1x1xf32> into tensor<18xf32>
    %182 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_35 : tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_6 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<18xf32>
    %183 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg47 : tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_5 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<18xf32>
    %184 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%182, %183 : tensor<18xf32>, tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<18xf32>
    %collapsed_36 = tensor.collapse_shape %175 [[0, 1, 2, 3]] : tensor<1x18x1x1xf32> into tensor<18xf32>
    %185 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_36 : tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_4 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<18xf32>
    %186 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%185 : tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_6 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<18xf32>
    %187 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg48 : tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_5 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<18xf32>
    %188 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%186, %187 : tensor<18xf32>, tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<18xf32>
    %expanded_37 = tensor.expand_shape %arg16 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %189 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%181, %expanded_37 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%131 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.mulf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x18x8x8xf32>
    %expanded_38 = tensor.expand_shape %arg17 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %190 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%189, %expanded_38 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%131 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x18x8x8xf32>
    %191 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%190, %cst_2 : tensor<4x18x8x8xf32>, tensor<f32>) outs(%131 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.cmpf ogt, %in, %in_58 : f32
      %315 = arith.select %314, %in, %in_58 : f32
      linalg.yield %315 : f32
    } -> tensor<4x18x8x8xf32>
    %192 = linalg.generic {indexing_maps = [#map5, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%cst_1, %191 : tensor<f32>, tensor<4x18x8x8xf32>) outs(%131 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.cmpf olt, %in, %in_58 : f32
      %315 = arith.select %314, %in, %in_58 : f32
      linalg.yield %315 : f32
    } -> tensor<4x18x8x8xf32>
    %193 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%192, %arg18 : tensor<4x18x8x8xf32>, tensor<6x18x1x1xf32>) outs(%99 : tensor<4x6x8x8xf32>) -> tensor<4x6x8x8xf32>
    %194 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg52 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %314 = arith.addi %in, %c1_i64 : i64
      linalg.yield %314 : i64
    } -> tensor<i64>
    %195 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%193 : tensor<4x6x8x8xf32>) outs(%102 : tensor<4x6x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %314 = arith.extf %in : f32 to f64
      linalg.yield %314 : f64
    } -> tensor<4x6x8x8xf64>
    %196 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%195 : tensor<4x6x8x8xf64>) outs(%105 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.addf %in, %out : f64
      linalg.yield %314 : f64
    } -> tensor<1x6x1x1xf64>
    %197 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%196 : tensor<1x6x1x1xf64>) outs(%104 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.divf %in, %cst_8 : f64
      linalg.yield %314 : f64
    } -> tensor<1x6x1x1xf64>
    %198 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%195, %197 : tensor<4x6x8x8xf64>, tensor<1x6x1x1xf64>) outs(%102 : tensor<4x6x8x8xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %314 = arith.subf %in, %in_58 : f64
      linalg.yield %314 : f64
    } -> tensor<4x6x8x8xf64>
    %199 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%198, %198 : tensor<4x6x8x8xf64>, tensor<4x6x8x8xf64>) outs(%102 : tensor<4x6x8x8xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %314 = arith.mulf %in, %in_58 : f64
      linalg.yield %314 : f64
    } -> tensor<4x6x8x8xf64>
    %200 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%199 : tensor<4x6x8x8xf64>) outs(%105 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.addf %in, %out : f64
      linalg.yield %314 : f64
    } -> tensor<1x6x1x1xf64>
    %201 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%200 : tensor<1x6x1x1xf64>) outs(%104 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.divf %in, %cst_8 : f64
      linalg.yield %314 : f64
    } -> tensor<1x6x1x1xf64>
    %202 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%201 : tensor<1x6x1x1xf64>) outs(%112 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %314 = arith.truncf %in : f64 to f32
      linalg.yield %314 : f32
    } -> tensor<1x6x1x1xf32>
    %203 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%193 : tensor<4x6x8x8xf32>) outs(%114 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.addf %in, %out : f32
      linalg.yield %314 : f32
    } -> tensor<1x6x1x1xf32>
    %204 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%203 : tensor<1x6x1x1xf32>) outs(%112 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.divf %in, %cst_9 : f32
      linalg.yield %314 : f32
    } -> tensor<1x6x1x1xf32>
    %205 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%202 : tensor<1x6x1x1xf32>) outs(%112 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_7 : f64 to f32
      %315 = arith.addf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<1x6x1x1xf32>
    %206 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%205 : tensor<1x6x1x1xf32>) outs(%112 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = math.rsqrt %in : f32
      linalg.yield %314 : f32
    } -> tensor<1x6x1x1xf32>
    %207 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%193, %204 : tensor<4x6x8x8xf32>, tensor<1x6x1x1xf32>) outs(%98 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.subf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x6x8x8xf32>
    %208 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%207, %206 : tensor<4x6x8x8xf32>, tensor<1x6x1x1xf32>) outs(%98 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.mulf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x6x8x8xf32>
    %collapsed_39 = tensor.collapse_shape %204 [[0, 1, 2, 3]] : tensor<1x6x1x1xf32> into tensor<6xf32>
    %209 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_39 : tensor<6xf32>) outs(%121 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_6 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<6xf32>
    %210 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg50 : tensor<6xf32>) outs(%121 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_5 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<6xf32>
    %211 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%209, %210 : tensor<6xf32>, tensor<6xf32>) outs(%121 : tensor<6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<6xf32>
    %collapsed_40 = tensor.collapse_shape %202 [[0, 1, 2, 3]] : tensor<1x6x1x1xf32> into tensor<6xf32>
    %212 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_40 : tensor<6xf32>) outs(%121 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_4 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<6xf32>
    %213 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%212 : tensor<6xf32>) outs(%121 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_6 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<6xf32>
    %214 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg51 : tensor<6xf32>) outs(%121 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_5 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<6xf32>
    %215 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%213, %214 : tensor<6xf32>, tensor<6xf32>) outs(%121 : tensor<6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<6xf32>
    %expanded_41 = tensor.expand_shape %arg19 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %216 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%208, %expanded_41 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%98 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.mulf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x6x8x8xf32>
    %expanded_42 = tensor.expand_shape %arg20 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %217 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%216, %expanded_42 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%98 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x6x8x8xf32>
    %218 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%130, %217 : tensor<4x6x8x8xf32>, tensor<4x6x8x8xf32>) outs(%98 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x6x8x8xf32>
    %219 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%218, %arg21 : tensor<4x6x8x8xf32>, tensor<18x6x1x1xf32>) outs(%132 : tensor<4x18x8x8xf32>) -> tensor<4x18x8x8xf32>
    %220 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg55 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %314 = arith.addi %in, %c1_i64 : i64
      linalg.yield %314 : i64
    } -> tensor<i64>
    %221 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%219 : tensor<4x18x8x8xf32>) outs(%135 : tensor<4x18x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %314 = arith.extf %in : f32 to f64
      linalg.yield %314 : f64
    } -> tensor<4x18x8x8xf64>
    %222 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%221 : tensor<4x18x8x8xf64>) outs(%138 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.addf %in, %out : f64
      linalg.yield %314 : f64
    } -> tensor<1x18x1x1xf64>
    %223 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%222 : tensor<1x18x1x1xf64>) outs(%137 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.divf %in, %cst_8 : f64
      linalg.yield %314 : f64
    } -> tensor<1x18x1x1xf64>
    %224 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%221, %223 : tensor<4x18x8x8xf64>, tensor<1x18x1x1xf64>) outs(%135 : tensor<4x18x8x8xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %314 = arith.subf %in, %in_58 : f64
      linalg.yield %314 : f64
    } -> tensor<4x18x8x8xf64>
    %225 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%224, %224 : tensor<4x18x8x8xf64>, tensor<4x18x8x8xf64>) outs(%135 : tensor<4x18x8x8xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %314 = arith.mulf %in, %in_58 : f64
      linalg.yield %314 : f64
    } -> tensor<4x18x8x8xf64>
    %226 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%225 : tensor<4x18x8x8xf64>) outs(%138 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.addf %in, %out : f64
      linalg.yield %314 : f64
    } -> tensor<1x18x1x1xf64>
    %227 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%226 : tensor<1x18x1x1xf64>) outs(%137 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.divf %in, %cst_8 : f64
      linalg.yield %314 : f64
    } -> tensor<1x18x1x1xf64>
    %228 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%227 : tensor<1x18x1x1xf64>) outs(%145 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %314 = arith.truncf %in : f64 to f32
      linalg.yield %314 : f32
    } -> tensor<1x18x1x1xf32>
    %229 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%219 : tensor<4x18x8x8xf32>) outs(%147 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.addf %in, %out : f32
      linalg.yield %314 : f32
    } -> tensor<1x18x1x1xf32>
    %230 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%229 : tensor<1x18x1x1xf32>) outs(%145 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.divf %in, %cst_9 : f32
      linalg.yield %314 : f32
    } -> tensor<1x18x1x1xf32>
    %231 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%228 : tensor<1x18x1x1xf32>) outs(%145 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_7 : f64 to f32
      %315 = arith.addf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<1x18x1x1xf32>
    %232 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%231 : tensor<1x18x1x1xf32>) outs(%145 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = math.rsqrt %in : f32
      linalg.yield %314 : f32
    } -> tensor<1x18x1x1xf32>
    %233 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%219, %230 : tensor<4x18x8x8xf32>, tensor<1x18x1x1xf32>) outs(%131 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.subf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x18x8x8xf32>
    %234 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%233, %232 : tensor<4x18x8x8xf32>, tensor<1x18x1x1xf32>) outs(%131 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.mulf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x18x8x8xf32>
    %collapsed_43 = tensor.collapse_shape %230 [[0, 1, 2, 3]] : tensor<1x18x1x1xf32> into tensor<18xf32>
    %235 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_43 : tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_6 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<18xf32>
    %236 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg53 : tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_5 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<18xf32>
    %237 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%235, %236 : tensor<18xf32>, tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<18xf32>
    %collapsed_44 = tensor.collapse_shape %228 [[0, 1, 2, 3]] : tensor<1x18x1x1xf32> into tensor<18xf32>
    %238 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_44 : tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_4 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<18xf32>
    %239 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%238 : tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_6 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<18xf32>
    %240 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg54 : tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_5 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<18xf32>
    %241 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%239, %240 : tensor<18xf32>, tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<18xf32>
    %expanded_45 = tensor.expand_shape %arg22 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %242 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%234, %expanded_45 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%131 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.mulf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x18x8x8xf32>
    %expanded_46 = tensor.expand_shape %arg23 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %243 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%242, %expanded_46 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%131 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x18x8x8xf32>
    %244 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%243, %cst_2 : tensor<4x18x8x8xf32>, tensor<f32>) outs(%131 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.cmpf ogt, %in, %in_58 : f32
      %315 = arith.select %314, %in, %in_58 : f32
      linalg.yield %315 : f32
    } -> tensor<4x18x8x8xf32>
    %245 = linalg.generic {indexing_maps = [#map5, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%cst_1, %244 : tensor<f32>, tensor<4x18x8x8xf32>) outs(%131 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.cmpf olt, %in, %in_58 : f32
      %315 = arith.select %314, %in, %in_58 : f32
      linalg.yield %315 : f32
    } -> tensor<4x18x8x8xf32>
    %padded_47 = tensor.pad %245 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg63: index, %arg64: index, %arg65: index, %arg66: index):
      tensor.yield %cst : f32
    } : tensor<4x18x8x8xf32> to tensor<4x18x10x10xf32>
    %246 = tensor.empty() : tensor<4x18x4x4xf32>
    %247 = linalg.fill ins(%cst : f32) outs(%246 : tensor<4x18x4x4xf32>) -> tensor<4x18x4x4xf32>
    %collapsed_48 = tensor.collapse_shape %arg24 [[0, 1], [2], [3]] : tensor<18x1x3x3xf32> into tensor<18x3x3xf32>
    %248 = linalg.depthwise_conv_2d_nchw_chw {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%padded_47, %collapsed_48 : tensor<4x18x10x10xf32>, tensor<18x3x3xf32>) outs(%247 : tensor<4x18x4x4xf32>) -> tensor<4x18x4x4xf32>
    %249 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg58 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %314 = arith.addi %in, %c1_i64 : i64
      linalg.yield %314 : i64
    } -> tensor<i64>
    %250 = tensor.empty() : tensor<4x18x4x4xf64>
    %251 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%248 : tensor<4x18x4x4xf32>) outs(%250 : tensor<4x18x4x4xf64>) {
    ^bb0(%in: f32, %out: f64):
      %314 = arith.extf %in : f32 to f64
      linalg.yield %314 : f64
    } -> tensor<4x18x4x4xf64>
    %252 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%251 : tensor<4x18x4x4xf64>) outs(%138 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.addf %in, %out : f64
      linalg.yield %314 : f64
    } -> tensor<1x18x1x1xf64>
    %253 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%252 : tensor<1x18x1x1xf64>) outs(%137 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.divf %in, %cst_10 : f64
      linalg.yield %314 : f64
    } -> tensor<1x18x1x1xf64>
    %254 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%251, %253 : tensor<4x18x4x4xf64>, tensor<1x18x1x1xf64>) outs(%250 : tensor<4x18x4x4xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %314 = arith.subf %in, %in_58 : f64
      linalg.yield %314 : f64
    } -> tensor<4x18x4x4xf64>
    %255 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%254, %254 : tensor<4x18x4x4xf64>, tensor<4x18x4x4xf64>) outs(%250 : tensor<4x18x4x4xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %314 = arith.mulf %in, %in_58 : f64
      linalg.yield %314 : f64
    } -> tensor<4x18x4x4xf64>
    %256 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%255 : tensor<4x18x4x4xf64>) outs(%138 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.addf %in, %out : f64
      linalg.yield %314 : f64
    } -> tensor<1x18x1x1xf64>
    %257 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%256 : tensor<1x18x1x1xf64>) outs(%137 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.divf %in, %cst_10 : f64
      linalg.yield %314 : f64
    } -> tensor<1x18x1x1xf64>
    %258 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%257 : tensor<1x18x1x1xf64>) outs(%145 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %314 = arith.truncf %in : f64 to f32
      linalg.yield %314 : f32
    } -> tensor<1x18x1x1xf32>
    %259 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%248 : tensor<4x18x4x4xf32>) outs(%147 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.addf %in, %out : f32
      linalg.yield %314 : f32
    } -> tensor<1x18x1x1xf32>
    %260 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%259 : tensor<1x18x1x1xf32>) outs(%145 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.divf %in, %cst_11 : f32
      linalg.yield %314 : f32
    } -> tensor<1x18x1x1xf32>
    %261 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%258 : tensor<1x18x1x1xf32>) outs(%145 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_7 : f64 to f32
      %315 = arith.addf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<1x18x1x1xf32>
    %262 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%261 : tensor<1x18x1x1xf32>) outs(%145 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = math.rsqrt %in : f32
      linalg.yield %314 : f32
    } -> tensor<1x18x1x1xf32>
    %263 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%248, %260 : tensor<4x18x4x4xf32>, tensor<1x18x1x1xf32>) outs(%246 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.subf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x18x4x4xf32>
    %264 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%263, %262 : tensor<4x18x4x4xf32>, tensor<1x18x1x1xf32>) outs(%246 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.mulf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x18x4x4xf32>
    %collapsed_49 = tensor.collapse_shape %260 [[0, 1, 2, 3]] : tensor<1x18x1x1xf32> into tensor<18xf32>
    %265 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_49 : tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_6 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<18xf32>
    %266 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg56 : tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_5 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<18xf32>
    %267 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%265, %266 : tensor<18xf32>, tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<18xf32>
    %collapsed_50 = tensor.collapse_shape %258 [[0, 1, 2, 3]] : tensor<1x18x1x1xf32> into tensor<18xf32>
    %268 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_50 : tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_3 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<18xf32>
    %269 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%268 : tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_6 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<18xf32>
    %270 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg57 : tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_5 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<18xf32>
    %271 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%269, %270 : tensor<18xf32>, tensor<18xf32>) outs(%154 : tensor<18xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<18xf32>
    %expanded_51 = tensor.expand_shape %arg25 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %272 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%264, %expanded_51 : tensor<4x18x4x4xf32>, tensor<18x1x1xf32>) outs(%246 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.mulf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x18x4x4xf32>
    %expanded_52 = tensor.expand_shape %arg26 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %273 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%272, %expanded_52 : tensor<4x18x4x4xf32>, tensor<18x1x1xf32>) outs(%246 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x18x4x4xf32>
    %274 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%273, %cst_2 : tensor<4x18x4x4xf32>, tensor<f32>) outs(%246 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.cmpf ogt, %in, %in_58 : f32
      %315 = arith.select %314, %in, %in_58 : f32
      linalg.yield %315 : f32
    } -> tensor<4x18x4x4xf32>
    %275 = linalg.generic {indexing_maps = [#map5, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%cst_1, %274 : tensor<f32>, tensor<4x18x4x4xf32>) outs(%246 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.cmpf olt, %in, %in_58 : f32
      %315 = arith.select %314, %in, %in_58 : f32
      linalg.yield %315 : f32
    } -> tensor<4x18x4x4xf32>
    %276 = tensor.empty() : tensor<4x8x4x4xf32>
    %277 = linalg.fill ins(%cst : f32) outs(%276 : tensor<4x8x4x4xf32>) -> tensor<4x8x4x4xf32>
    %278 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%275, %arg27 : tensor<4x18x4x4xf32>, tensor<8x18x1x1xf32>) outs(%277 : tensor<4x8x4x4xf32>) -> tensor<4x8x4x4xf32>
    %279 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg61 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %314 = arith.addi %in, %c1_i64 : i64
      linalg.yield %314 : i64
    } -> tensor<i64>
    %280 = tensor.empty() : tensor<4x8x4x4xf64>
    %281 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%278 : tensor<4x8x4x4xf32>) outs(%280 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f32, %out: f64):
      %314 = arith.extf %in : f32 to f64
      linalg.yield %314 : f64
    } -> tensor<4x8x4x4xf64>
    %282 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%281 : tensor<4x8x4x4xf64>) outs(%43 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.addf %in, %out : f64
      linalg.yield %314 : f64
    } -> tensor<1x8x1x1xf64>
    %283 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%282 : tensor<1x8x1x1xf64>) outs(%42 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.divf %in, %cst_10 : f64
      linalg.yield %314 : f64
    } -> tensor<1x8x1x1xf64>
    %284 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%281, %283 : tensor<4x8x4x4xf64>, tensor<1x8x1x1xf64>) outs(%280 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %314 = arith.subf %in, %in_58 : f64
      linalg.yield %314 : f64
    } -> tensor<4x8x4x4xf64>
    %285 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%284, %284 : tensor<4x8x4x4xf64>, tensor<4x8x4x4xf64>) outs(%280 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %314 = arith.mulf %in, %in_58 : f64
      linalg.yield %314 : f64
    } -> tensor<4x8x4x4xf64>
    %286 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%285 : tensor<4x8x4x4xf64>) outs(%43 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.addf %in, %out : f64
      linalg.yield %314 : f64
    } -> tensor<1x8x1x1xf64>
    %287 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%286 : tensor<1x8x1x1xf64>) outs(%42 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %314 = arith.divf %in, %cst_10 : f64
      linalg.yield %314 : f64
    } -> tensor<1x8x1x1xf64>
    %288 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%287 : tensor<1x8x1x1xf64>) outs(%50 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %314 = arith.truncf %in : f64 to f32
      linalg.yield %314 : f32
    } -> tensor<1x8x1x1xf32>
    %289 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%278 : tensor<4x8x4x4xf32>) outs(%52 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.addf %in, %out : f32
      linalg.yield %314 : f32
    } -> tensor<1x8x1x1xf32>
    %290 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%289 : tensor<1x8x1x1xf32>) outs(%50 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.divf %in, %cst_11 : f32
      linalg.yield %314 : f32
    } -> tensor<1x8x1x1xf32>
    %291 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%288 : tensor<1x8x1x1xf32>) outs(%50 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_7 : f64 to f32
      %315 = arith.addf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<1x8x1x1xf32>
    %292 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%291 : tensor<1x8x1x1xf32>) outs(%50 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = math.rsqrt %in : f32
      linalg.yield %314 : f32
    } -> tensor<1x8x1x1xf32>
    %293 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%278, %290 : tensor<4x8x4x4xf32>, tensor<1x8x1x1xf32>) outs(%276 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.subf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x8x4x4xf32>
    %294 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%293, %292 : tensor<4x8x4x4xf32>, tensor<1x8x1x1xf32>) outs(%276 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.mulf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x8x4x4xf32>
    %collapsed_53 = tensor.collapse_shape %290 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %295 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_53 : tensor<8xf32>) outs(%59 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_6 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<8xf32>
    %296 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg59 : tensor<8xf32>) outs(%59 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_5 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<8xf32>
    %297 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%295, %296 : tensor<8xf32>, tensor<8xf32>) outs(%59 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<8xf32>
    %collapsed_54 = tensor.collapse_shape %288 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %298 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_54 : tensor<8xf32>) outs(%59 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_3 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<8xf32>
    %299 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%298 : tensor<8xf32>) outs(%59 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_6 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<8xf32>
    %300 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg60 : tensor<8xf32>) outs(%59 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.truncf %cst_5 : f64 to f32
      %315 = arith.mulf %in, %314 : f32
      linalg.yield %315 : f32
    } -> tensor<8xf32>
    %301 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%299, %300 : tensor<8xf32>, tensor<8xf32>) outs(%59 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<8xf32>
    %expanded_55 = tensor.expand_shape %arg28 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %302 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%294, %expanded_55 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%276 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.mulf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x8x4x4xf32>
    %expanded_56 = tensor.expand_shape %arg29 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %303 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%302, %expanded_56 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%276 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x8x4x4xf32>
    %304 = tensor.empty() : tensor<4x8x1x1xf32>
    %305 = linalg.fill ins(%cst : f32) outs(%304 : tensor<4x8x1x1xf32>) -> tensor<4x8x1x1xf32>
    %306 = tensor.empty() : tensor<4x4xf32>
    %307 = linalg.pooling_nchw_sum {dilations = dense<1> : vector<2xi64>, strides = dense<4> : vector<2xi64>} ins(%303, %306 : tensor<4x8x4x4xf32>, tensor<4x4xf32>) outs(%305 : tensor<4x8x1x1xf32>) -> tensor<4x8x1x1xf32>
    %308 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%307 : tensor<4x8x1x1xf32>) outs(%304 : tensor<4x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %314 = arith.divf %in, %cst_12 : f32
      linalg.yield %314 : f32
    } -> tensor<4x8x1x1xf32>
    %collapsed_57 = tensor.collapse_shape %308 [[0], [1, 2, 3]] : tensor<4x8x1x1xf32> into tensor<4x8xf32>
    %309 = tensor.empty() : tensor<8x10xf32>
    %transposed = linalg.transpose ins(%arg30 : tensor<10x8xf32>) outs(%309 : tensor<8x10xf32>) permutation = [1, 0] 
    %310 = tensor.empty() : tensor<4x10xf32>
    %311 = linalg.fill ins(%cst : f32) outs(%310 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %312 = linalg.matmul ins(%collapsed_57, %transposed : tensor<4x8xf32>, tensor<8x10xf32>) outs(%311 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %313 = linalg.generic {indexing_maps = [#map6, #map7, #map6], iterator_types = ["parallel", "parallel"]} ins(%312, %arg31 : tensor<4x10xf32>, tensor<10xf32>) outs(%310 : tensor<4x10xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %314 = arith.addf %in, %in_58 : f32
      linalg.yield %314 : f32
    } -> tensor<4x10xf32>
    return %27, %31, %4, %62, %66, %39, %89, %93, %72, %124, %128, %101, %157, %161, %134, %184, %188, %167, %211, %215, %194, %237, %241, %220, %267, %271, %249, %297, %301, %279, %313 : tensor<4xf32>, tensor<4xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<6xf32>, tensor<6xf32>, tensor<i64>, tensor<18xf32>, tensor<18xf32>, tensor<i64>, tensor<18xf32>, tensor<18xf32>, tensor<i64>, tensor<6xf32>, tensor<6xf32>, tensor<i64>, tensor<18xf32>, tensor<18xf32>, tensor<i64>, tensor<18xf32>, tensor<18xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<4x10xf32>
  }
}
