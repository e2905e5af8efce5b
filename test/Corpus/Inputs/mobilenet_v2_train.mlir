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
    %cst_1 = arith.constant dense<0.000000e+00> : tensor<f32>
    %cst_2 = arith.constant dense<6.000000e+00> : tensor<f32>
    %cst_3 = arith.constant 1.0158730158730158 : f64
    %cst_4 = arith.constant 6.000000e+00 : f64
    %cst_5 = arith.constant 1.003921568627451 : f64
    %cst_6 = arith.constant 9.000000e-01 : f64
    %cst_7 = arith.constant 1.000000e-01 : f64
    %cst_8 = arith.constant 1.000000e-05 : f64
    %cst_9 = arith.constant 2.560000e+02 : f64
    %cst_10 = arith.constant 2.560000e+02 : f32
    %cst_11 = arith.constant 6.400000e+01 : f64
    %cst_12 = arith.constant 6.400000e+01 : f32
    %cst_13 = arith.constant 1.600000e+01 : f32
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
      %332 = arith.addi %in, %c1_i64 : i64
      linalg.yield %332 : i64
    } -> tensor<i64>
    %5 = tensor.empty() : tensor<4x4x8x8xf64>
    %6 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%2 : tensor<4x4x8x8xf32>) outs(%5 : tensor<4x4x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %332 = arith.extf %in : f32 to f64
      linalg.yield %332 : f64
    } -> tensor<4x4x8x8xf64>
    %7 = tensor.empty() : tensor<1x4x1x1xf64>
    %8 = linalg.fill ins(%cst_0 : f64) outs(%7 : tensor<1x4x1x1xf64>) -> tensor<1x4x1x1xf64>
    %9 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%6 : tensor<4x4x8x8xf64>) outs(%8 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.addf %in, %out : f64
      linalg.yield %332 : f64
    } -> tensor<1x4x1x1xf64>
    %10 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%9 : tensor<1x4x1x1xf64>) outs(%7 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.divf %in, %cst_9 : f64
      linalg.yield %332 : f64
    } -> tensor<1x4x1x1xf64>
    %11 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%6, %10 : tensor<4x4x8x8xf64>, tensor<1x4x1x1xf64>) outs(%5 : tensor<4x4x8x8xf64>) {
    ^bb0(%in: f64, %in_59: f64, %out: f64):
      %332 = arith.subf %in, %in_59 : f64
      linalg.yield %332 : f64
    } -> tensor<4x4x8x8xf64>
    %12 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%11, %11 : tensor<4x4x8x8xf64>, tensor<4x4x8x8xf64>) outs(%5 : tensor<4x4x8x8xf64>) {
    ^bb0(%in: f64, %in_59: f64, %out: f64):
      %332 = arith.mulf %in, %in_59 : f64
      linalg.yield %332 : f64
    } -> tensor<4x4x8x8xf64>
    %13 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%12 : tensor<4x4x8x8xf64>) outs(%8 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.addf %in, %out : f64
      linalg.yield %332 : f64
    } -> tensor<1x4x1x1xf64>
    %14 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%13 : tensor<1x4x1x1xf64>) outs(%7 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.divf %in, %cst_9 : f64
      linalg.yield %332 : f64
    } -> tensor<1x4x1x1xf64>
    %15 = tensor.empty() : tensor<1x4x1x1xf32>
    %16 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%14 : tensor<1x4x1x1xf64>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %332 = arith.truncf %in : f64 to f32
      linalg.yield %332 : f32
    } -> tensor<1x4x1x1xf32>
    %17 = linalg.fill ins(%cst : f32) outs(%15 : tensor<1x4x1x1xf32>) -> tensor<1x4x1x1xf32>
    %18 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%2 : tensor<4x4x8x8xf32>) outs(%17 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.addf %in, %out : f32
      linalg.yield %332 : f32
    } -> tensor<1x4x1x1xf32>
    %19 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%18 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.divf %in, %cst_10 : f32
      linalg.yield %332 : f32
    } -> tensor<1x4x1x1xf32>
    %20 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%16 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_8 : f64 to f32
      %333 = arith.addf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<1x4x1x1xf32>
    %21 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%20 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = math.rsqrt %in : f32
      linalg.yield %332 : f32
    } -> tensor<1x4x1x1xf32>
    %22 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%2, %19 : tensor<4x4x8x8xf32>, tensor<1x4x1x1xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.subf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x4x8x8xf32>
    %23 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%22, %21 : tensor<4x4x8x8xf32>, tensor<1x4x1x1xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.mulf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x4x8x8xf32>
    %collapsed = tensor.collapse_shape %19 [[0, 1, 2, 3]] : tensor<1x4x1x1xf32> into tensor<4xf32>
    %24 = tensor.empty() : tensor<4xf32>
    %25 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_7 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<4xf32>
    %26 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg32 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_6 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<4xf32>
    %27 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%25, %26 : tensor<4xf32>, tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4xf32>
    %collapsed_14 = tensor.collapse_shape %16 [[0, 1, 2, 3]] : tensor<1x4x1x1xf32> into tensor<4xf32>
    %28 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_14 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_5 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<4xf32>
    %29 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%28 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_7 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<4xf32>
    %30 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg33 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_6 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<4xf32>
    %31 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%29, %30 : tensor<4xf32>, tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4xf32>
    %expanded = tensor.expand_shape %arg1 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %32 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%23, %expanded : tensor<4x4x8x8xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.mulf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x4x8x8xf32>
    %expanded_15 = tensor.expand_shape %arg2 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %33 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%32, %expanded_15 : tensor<4x4x8x8xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x4x8x8xf32>
    %34 = tensor.empty() : tensor<4x4x8x8xi1>
    %35 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%33 : tensor<4x4x8x8xf32>) outs(%34 : tensor<4x4x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %332 = arith.extf %in : f32 to f64
      %333 = arith.cmpf ole, %332, %cst_0 : f64
      linalg.yield %333 : i1
    } -> tensor<4x4x8x8xi1>
    %36 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%33 : tensor<4x4x8x8xf32>) outs(%34 : tensor<4x4x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %332 = arith.extf %in : f32 to f64
      %333 = arith.cmpf oge, %332, %cst_4 : f64
      linalg.yield %333 : i1
    } -> tensor<4x4x8x8xi1>
    %37 = linalg.generic {indexing_maps = [#map1, #map5, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%36, %cst_2, %33 : tensor<4x4x8x8xi1>, tensor<f32>, tensor<4x4x8x8xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: i1, %in_59: f32, %in_60: f32, %out: f32):
      %332 = arith.select %in, %in_59, %in_60 : f32
      linalg.yield %332 : f32
    } -> tensor<4x4x8x8xf32>
    %38 = linalg.generic {indexing_maps = [#map1, #map5, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%35, %cst_1, %37 : tensor<4x4x8x8xi1>, tensor<f32>, tensor<4x4x8x8xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: i1, %in_59: f32, %in_60: f32, %out: f32):
      %332 = arith.select %in, %in_59, %in_60 : f32
      linalg.yield %332 : f32
    } -> tensor<4x4x8x8xf32>
    %39 = tensor.empty() : tensor<4x8x8x8xf32>
    %40 = linalg.fill ins(%cst : f32) outs(%39 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %41 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%38, %arg3 : tensor<4x4x8x8xf32>, tensor<8x4x1x1xf32>) outs(%40 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %42 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg37 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %332 = arith.addi %in, %c1_i64 : i64
      linalg.yield %332 : i64
    } -> tensor<i64>
    %43 = tensor.empty() : tensor<4x8x8x8xf64>
    %44 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%41 : tensor<4x8x8x8xf32>) outs(%43 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %332 = arith.extf %in : f32 to f64
      linalg.yield %332 : f64
    } -> tensor<4x8x8x8xf64>
    %45 = tensor.empty() : tensor<1x8x1x1xf64>
    %46 = linalg.fill ins(%cst_0 : f64) outs(%45 : tensor<1x8x1x1xf64>) -> tensor<1x8x1x1xf64>
    %47 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%44 : tensor<4x8x8x8xf64>) outs(%46 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.addf %in, %out : f64
      linalg.yield %332 : f64
    } -> tensor<1x8x1x1xf64>
    %48 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%47 : tensor<1x8x1x1xf64>) outs(%45 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.divf %in, %cst_9 : f64
      linalg.yield %332 : f64
    } -> tensor<1x8x1x1xf64>
    %49 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%44, %48 : tensor<4x8x8x8xf64>, tensor<1x8x1x1xf64>) outs(%43 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f64, %in_59: f64, %out: f64):
      %332 = arith.subf %in, %in_59 : f64
      linalg.yield %332 : f64
    } -> tensor<4x8x8x8xf64>
    %50 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%49, %49 : tensor<4x8x8x8xf64>, tensor<4x8x8x8xf64>) outs(%43 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f64, %in_59: f64, %out: f64):
      %332 = arith.mulf %in, %in_59 : f64
      linalg.yield %332 : f64
    } -> tensor<4x8x8x8xf64>
    %51 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%50 : tensor<4x8x8x8xf64>) outs(%46 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.addf %in, %out : f64
      linalg.yield %332 : f64
    } -> tensor<1x8x1x1xf64>
    %52 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%51 : tensor<1x8x1x1xf64>) outs(%45 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.divf %in, %cst_9 : f64
      linalg.yield %332 : f64
    } -> tensor<1x8x1x1xf64>
    %53 = tensor.empty() : tensor<1x8x1x1xf32>
    %54 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%52 : tensor<1x8x1x1xf64>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %332 = arith.truncf %in : f64 to f32
      linalg.yield %332 : f32
    } -> tensor<1x8x1x1xf32>
    %55 = linalg.fill ins(%cst : f32) outs(%53 : tensor<1x8x1x1xf32>) -> tensor<1x8x1x1xf32>
    %56 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%41 : tensor<4x8x8x8xf32>) outs(%55 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.addf %in, %out : f32
      linalg.yield %332 : f32
    } -> tensor<1x8x1x1xf32>
    %57 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%56 : tensor<1x8x1x1xf32>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.divf %in, %cst_10 : f32
      linalg.yield %332 : f32
    } -> tensor<1x8x1x1xf32>
    %58 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%54 : tensor<1x8x1x1xf32>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_8 : f64 to f32
      %333 = arith.addf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<1x8x1x1xf32>
    %59 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%58 : tensor<1x8x1x1xf32>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = math.rsqrt %in : f32
      linalg.yield %332 : f32
    } -> tensor<1x8x1x1xf32>
    %60 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%41, %57 : tensor<4x8x8x8xf32>, tensor<1x8x1x1xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.subf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x8x8x8xf32>
    %61 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%60, %59 : tensor<4x8x8x8xf32>, tensor<1x8x1x1xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.mulf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x8x8x8xf32>
    %collapsed_16 = tensor.collapse_shape %57 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %62 = tensor.empty() : tensor<8xf32>
    %63 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_16 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_7 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<8xf32>
    %64 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg35 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_6 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<8xf32>
    %65 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%63, %64 : tensor<8xf32>, tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<8xf32>
    %collapsed_17 = tensor.collapse_shape %54 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %66 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_17 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_5 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<8xf32>
    %67 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%66 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_7 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<8xf32>
    %68 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg36 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_6 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<8xf32>
    %69 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%67, %68 : tensor<8xf32>, tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<8xf32>
    %expanded_18 = tensor.expand_shape %arg4 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %70 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%61, %expanded_18 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.mulf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x8x8x8xf32>
    %expanded_19 = tensor.expand_shape %arg5 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %71 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%70, %expanded_19 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x8x8x8xf32>
    %72 = tensor.empty() : tensor<4x8x8x8xi1>
    %73 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%71 : tensor<4x8x8x8xf32>) outs(%72 : tensor<4x8x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %332 = arith.extf %in : f32 to f64
      %333 = arith.cmpf ole, %332, %cst_0 : f64
      linalg.yield %333 : i1
    } -> tensor<4x8x8x8xi1>
    %74 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%71 : tensor<4x8x8x8xf32>) outs(%72 : tensor<4x8x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %332 = arith.extf %in : f32 to f64
      %333 = arith.cmpf oge, %332, %cst_4 : f64
      linalg.yield %333 : i1
    } -> tensor<4x8x8x8xi1>
    %75 = linalg.generic {indexing_maps = [#map1, #map5, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%74, %cst_2, %71 : tensor<4x8x8x8xi1>, tensor<f32>, tensor<4x8x8x8xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: i1, %in_59: f32, %in_60: f32, %out: f32):
      %332 = arith.select %in, %in_59, %in_60 : f32
      linalg.yield %332 : f32
    } -> tensor<4x8x8x8xf32>
    %76 = linalg.generic {indexing_maps = [#map1, #map5, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%73, %cst_1, %75 : tensor<4x8x8x8xi1>, tensor<f32>, tensor<4x8x8x8xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: i1, %in_59: f32, %in_60: f32, %out: f32):
      %332 = arith.select %in, %in_59, %in_60 : f32
      linalg.yield %332 : f32
    } -> tensor<4x8x8x8xf32>
    %padded_20 = tensor.pad %76 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg63: index, %arg64: index, %arg65: index, %arg66: index):
      tensor.yield %cst : f32
    } : tensor<4x8x8x8xf32> to tensor<4x8x10x10xf32>
    %collapsed_21 = tensor.collapse_shape %arg6 [[0, 1], [2], [3]] : tensor<8x1x3x3xf32> into tensor<8x3x3xf32>
    %77 = linalg.depthwise_conv_2d_nchw_chw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_20, %collapsed_21 : tensor<4x8x10x10xf32>, tensor<8x3x3xf32>) outs(%40 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %78 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg40 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %332 = arith.addi %in, %c1_i64 : i64
      linalg.yield %332 : i64
    } -> tensor<i64>
    %79 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%77 : tensor<4x8x8x8xf32>) outs(%43 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %332 = arith.extf %in : f32 to f64
      linalg.yield %332 : f64
    } -> tensor<4x8x8x8xf64>
    %80 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%79 : tensor<4x8x8x8xf64>) outs(%46 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.addf %in, %out : f64
      linalg.yield %332 : f64
    } -> tensor<1x8x1x1xf64>
    %81 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%80 : tensor<1x8x1x1xf64>) outs(%45 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.divf %in, %cst_9 : f64
      linalg.yield %332 : f64
    } -> tensor<1x8x1x1xf64>
    %82 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%79, %81 : tensor<4x8x8x8xf64>, tensor<1x8x1x1xf64>) outs(%43 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f64, %in_59: f64, %out: f64):
      %332 = arith.subf %in, %in_59 : f64
      linalg.yield %332 : f64
    } -> tensor<4x8x8x8xf64>
    %83 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%82, %82 : tensor<4x8x8x8xf64>, tensor<4x8x8x8xf64>) outs(%43 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f64, %in_59: f64, %out: f64):
      %332 = arith.mulf %in, %in_59 : f64
      linalg.yield %332 : f64
    } -> tensor<4x8x8x8xf64>
    %84 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%83 : tensor<4x8x8x8xf64>) outs(%46 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.addf %in, %out : f64
      linalg.yield %332 : f64
    } -> tensor<1x8x1x1xf64>
    %85 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%84 : tensor<1x8x1x1xf64>) outs(%45 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.divf %in, %cst_9 : f64
      linalg.yield %332 : f64
    } -> tensor<1x8x1x1xf64>
    %86 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%85 : tensor<1x8x1x1xf64>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %332 = arith.truncf %in : f64 to f32
      linalg.yield %332 : f32
    } -> tensor<1x8x1x1xf32>
    %87 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%77 : tensor<4x8x8x8xf32>) outs(%55 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.addf %in, %out : f32
      linalg.yield %332 : f32
    } -> tensor<1x8x1x1xf32>
    %88 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%87 : tensor<1x8x1x1xf32>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.divf %in, %cst_10 : f32
      linalg.yield %332 : f32
    } -> tensor<1x8x1x1xf32>
    %89 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%86 : tensor<1x8x1x1xf32>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_8 : f64 to f32
      %333 = arith.addf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<1x8x1x1xf32>
    %90 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%89 : tensor<1x8x1x1xf32>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = math.rsqrt %in : f32
      linalg.yield %332 : f32
    } -> tensor<1x8x1x1xf32>
    %91 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%77, %88 : tensor<4x8x8x8xf32>, tensor<1x8x1x1xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.subf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x8x8x8xf32>
    %92 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%91, %90 : tensor<4x8x8x8xf32>, tensor<1x8x1x1xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.mulf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x8x8x8xf32>
    %collapsed_22 = tensor.collapse_shape %88 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %93 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_22 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_7 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<8xf32>
    %94 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg38 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_6 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<8xf32>
    %95 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%93, %94 : tensor<8xf32>, tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<8xf32>
    %collapsed_23 = tensor.collapse_shape %86 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %96 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_23 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_5 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<8xf32>
    %97 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%96 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_7 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<8xf32>
    %98 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg39 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_6 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<8xf32>
    %99 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%97, %98 : tensor<8xf32>, tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<8xf32>
    %expanded_24 = tensor.expand_shape %arg7 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %100 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%92, %expanded_24 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.mulf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x8x8x8xf32>
    %expanded_25 = tensor.expand_shape %arg8 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %101 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%100, %expanded_25 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x8x8x8xf32>
    %102 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%101 : tensor<4x8x8x8xf32>) outs(%72 : tensor<4x8x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %332 = arith.extf %in : f32 to f64
      %333 = arith.cmpf ole, %332, %cst_0 : f64
      linalg.yield %333 : i1
    } -> tensor<4x8x8x8xi1>
    %103 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%101 : tensor<4x8x8x8xf32>) outs(%72 : tensor<4x8x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %332 = arith.extf %in : f32 to f64
      %333 = arith.cmpf oge, %332, %cst_4 : f64
      linalg.yield %333 : i1
    } -> tensor<4x8x8x8xi1>
    %104 = linalg.generic {indexing_maps = [#map1, #map5, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%103, %cst_2, %101 : tensor<4x8x8x8xi1>, tensor<f32>, tensor<4x8x8x8xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: i1, %in_59: f32, %in_60: f32, %out: f32):
      %332 = arith.select %in, %in_59, %in_60 : f32
      linalg.yield %332 : f32
    } -> tensor<4x8x8x8xf32>
    %105 = linalg.generic {indexing_maps = [#map1, #map5, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%102, %cst_1, %104 : tensor<4x8x8x8xi1>, tensor<f32>, tensor<4x8x8x8xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: i1, %in_59: f32, %in_60: f32, %out: f32):
      %332 = arith.select %in, %in_59, %in_60 : f32
      linalg.yield %332 : f32
    } -> tensor<4x8x8x8xf32>
    %106 = tensor.empty() : tensor<4x6x8x8xf32>
    %107 = linalg.fill ins(%cst : f32) outs(%106 : tensor<4x6x8x8xf32>) -> tensor<4x6x8x8xf32>
    %108 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%105, %arg9 : tensor<4x8x8x8xf32>, tensor<6x8x1x1xf32>) outs(%107 : tensor<4x6x8x8xf32>) -> tensor<4x6x8x8xf32>
    %109 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg43 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %332 = arith.addi %in, %c1_i64 : i64
      linalg.yield %332 : i64
    } -> tensor<i64>
    %110 = tensor.empty() : tensor<4x6x8x8xf64>
    %111 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%108 : tensor<4x6x8x8xf32>) outs(%110 : tensor<4x6x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %332 = arith.extf %in : f32 to f64
      linalg.yield %332 : f64
    } -> tensor<4x6x8x8xf64>
    %112 = tensor.empty() : tensor<1x6x1x1xf64>
    %113 = linalg.fill ins(%cst_0 : f64) outs(%112 : tensor<1x6x1x1xf64>) -> tensor<1x6x1x1xf64>
    %114 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%111 : tensor<4x6x8x8xf64>) outs(%113 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.addf %in, %out : f64
      linalg.yield %332 : f64
    } -> tensor<1x6x1x1xf64>
    %115 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%114 : tensor<1x6x1x1xf64>) outs(%112 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.divf %in, %cst_9 : f64
      linalg.yield %332 : f64
    } -> tensor<1x6x1x1xf64>
    %116 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%111, %115 : tensor<4x6x8x8xf64>, tensor<1x6x1x1xf64>) outs(%110 : tensor<4x6x8x8xf64>) {
    ^bb0(%in: f64, %in_59: f64, %out: f64):
      %332 = arith.subf %in, %in_59 : f64
      linalg.yield %332 : f64
    } -> tensor<4x6x8x8xf64>
    %117 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%116, %116 : tensor<4x6x8x8xf64>, tensor<4x6x8x8xf64>) outs(%110 : tensor<4x6x8x8xf64>) {
    ^bb0(%in: f64, %in_59: f64, %out: f64):
      %332 = arith.mulf %in, %in_59 : f64
      linalg.yield %332 : f64
    } -> tensor<4x6x8x8xf64>
    %118 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%117 : tensor<4x6x8x8xf64>) outs(%113 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.addf %in, %out : f64
      linalg.yield %332 : f64
    } -> tensor<1x6x1x1xf64>
    %119 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%118 : tensor<1x6x1x1xf64>) outs(%112 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.divf %in, %cst_9 : f64
      linalg.yield %332 : f64
    } -> tensor<1x6x1x1xf64>
    %120 = tensor.empty() : tensor<1x6x1x1xf32>
    %121 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%119 : tensor<1x6x1x1xf64>) outs(%120 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %332 = arith.truncf %in : f64 to f32
      linalg.yield %332 : f32
    } -> tensor<1x6x1x1xf32>
    %122 = linalg.fill ins(%cst : f32) outs(%120 : tensor<1x6x1x1xf32>) -> tensor<1x6x1x1xf32>
    %123 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%108 : tensor<4x6x8x8xf32>) outs(%122 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.addf %in, %out : f32
      linalg.yield %332 : f32
    } -> tensor<1x6x1x1xf32>
    %124 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%123 : tensor<1x6x1x1xf32>) outs(%120 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.divf %in, %cst_10 : f32
      linalg.yield %332 : f32
    } -> tensor<1x6x1x1xf32>
    %125 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%121 : tensor<1x6x1x1xf32>) outs(%120 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_8 : f64 to f32
      %333 = arith.addf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<1x6x1x1xf32>
    %126 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%125 : tensor<1x6x1x1xf32>) outs(%120 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = math.rsqrt %in : f32
      linalg.yield %332 : f32
    } -> tensor<1x6x1x1xf32>
    %127 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%108, %124 : tensor<4x6x8x8xf32>, tensor<1x6x1x1xf32>) outs(%106 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.subf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x6x8x8xf32>
    %128 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%127, %126 : tensor<4x6x8x8xf32>, tensor<1x6x1x1xf32>) outs(%106 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.mulf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x6x8x8xf32>
    %collapsed_26 = tensor.collapse_shape %124 [[0, 1, 2, 3]] : tensor<1x6x1x1xf32> into tensor<6xf32>
    %129 = tensor.empty() : tensor<6xf32>
    %130 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_26 : tensor<6xf32>) outs(%129 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_7 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<6xf32>
    %131 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg41 : tensor<6xf32>) outs(%129 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_6 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<6xf32>
    %132 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%130, %131 : tensor<6xf32>, tensor<6xf32>) outs(%129 : tensor<6xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<6xf32>
    %collapsed_27 = tensor.collapse_shape %121 [[0, 1, 2, 3]] : tensor<1x6x1x1xf32> into tensor<6xf32>
    %133 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_27 : tensor<6xf32>) outs(%129 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_5 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<6xf32>
    %134 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%133 : tensor<6xf32>) outs(%129 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_7 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<6xf32>
    %135 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg42 : tensor<6xf32>) outs(%129 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_6 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<6xf32>
    %136 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%134, %135 : tensor<6xf32>, tensor<6xf32>) outs(%129 : tensor<6xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<6xf32>
    %expanded_28 = tensor.expand_shape %arg10 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %137 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%128, %expanded_28 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%106 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.mulf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x6x8x8xf32>
    %expanded_29 = tensor.expand_shape %arg11 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %138 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%137, %expanded_29 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%106 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x6x8x8xf32>
    %139 = tensor.empty() : tensor<4x18x8x8xf32>
    %140 = linalg.fill ins(%cst : f32) outs(%139 : tensor<4x18x8x8xf32>) -> tensor<4x18x8x8xf32>
    %141 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%138, %arg12 : tensor<4x6x8x8xf32>, tensor<18x6x1x1xf32>) outs(%140 : tensor<4x18x8x8xf32>) -> tensor<4x18x8x8xf32>
    %142 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg46 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %332 = arith.addi %in, %c1_i64 : i64
      linalg.yield %332 : i64
    } -> tensor<i64>
    %143 = tensor.empty() : tensor<4x18x8x8xf64>
    %144 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%141 : tensor<4x18x8x8xf32>) outs(%143 : tensor<4x18x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %332 = arith.extf %in : f32 to f64
      linalg.yield %332 : f64
    } -> tensor<4x18x8x8xf64>
    %145 = tensor.empty() : tensor<1x18x1x1xf64>
    %146 = linalg.fill ins(%cst_0 : f64) outs(%145 : tensor<1x18x1x1xf64>) -> tensor<1x18x1x1xf64>
    %147 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%144 : tensor<4x18x8x8xf64>) outs(%146 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.addf %in, %out : f64
      linalg.yield %332 : f64
    } -> tensor<1x18x1x1xf64>
    %148 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%147 : tensor<1x18x1x1xf64>) outs(%145 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.divf %in, %cst_9 : f64
      linalg.yield %332 : f64
    } -> tensor<1x18x1x1xf64>
    %149 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%144, %148 : tensor<4x18x8x8xf64>, tensor<1x18x1x1xf64>) outs(%143 : tensor<4x18x8x8xf64>) {
    ^bb0(%in: f64, %in_59: f64, %out: f64):
      %332 = arith.subf %in, %in_59 : f64
      linalg.yield %332 : f64
    } -> tensor<4x18x8x8xf64>
    %150 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%149, %149 : tensor<4x18x8x8xf64>, tensor<4x18x8x8xf64>) outs(%143 : tensor<4x18x8x8xf64>) {
    ^bb0(%in: f64, %in_59: f64, %out: f64):
      %332 = arith.mulf %in, %in_59 : f64
      linalg.yield %332 : f64
    } -> tensor<4x18x8x8xf64>
    %151 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%150 : tensor<4x18x8x8xf64>) outs(%146 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.addf %in, %out : f64
      linalg.yield %332 : f64
    } -> tensor<1x18x1x1xf64>
    %152 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%151 : tensor<1x18x1x1xf64>) outs(%145 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.divf %in, %cst_9 : f64
      linalg.yield %332 : f64
    } -> tensor<1x18x1x1xf64>
    %153 = tensor.empty() : tensor<1x18x1x1xf32>
    %154 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%152 : tensor<1x18x1x1xf64>) outs(%153 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %332 = arith.truncf %in : f64 to f32
      linalg.yield %332 : f32
    } -> tensor<1x18x1x1xf32>
    %155 = linalg.fill ins(%cst : f32) outs(%153 : tensor<1x18x1x1xf32>) -> tensor<1x18x1x1xf32>
    %156 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%141 : tensor<4x18x8x8xf32>) outs(%155 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.addf %in, %out : f32
      linalg.yield %332 : f32
    } -> tensor<1x18x1x1xf32>
    %157 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%156 : tensor<1x18x1x1xf32>) outs(%153 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.divf %in, %cst_10 : f32
      linalg.yield %332 : f32
    } -> tensor<1x18x1x1xf32>
    %158 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%154 : tensor<1x18x1x1xf32>) outs(%153 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_8 : f64 to f32
      %333 = arith.addf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<1x18x1x1xf32>
    %159 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%158 : tensor<1x18x1x1xf32>) outs(%153 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = math.rsqrt %in : f32
      linalg.yield %332 : f32
    } -> tensor<1x18x1x1xf32>
    %160 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%141, %157 : tensor<4x18x8x8xf32>, tensor<1x18x1x1xf32>) outs(%139 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.subf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x8x8xf32>
    %161 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%160, %159 : tensor<4x18x8x8xf32>, tensor<1x18x1x1xf32>) outs(%139 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.mulf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x8x8xf32>
    %collapsed_30 = tensor.collapse_shape %157 [[0, 1, 2, 3]] : tensor<1x18x1x1xf32> into tensor<18xf32>
    %162 = tensor.empty() : tensor<18xf32>
    %163 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_30 : tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_7 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<18xf32>
    %164 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg44 : tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_6 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<18xf32>
    %165 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%163, %164 : tensor<18xf32>, tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<18xf32>
    %collapsed_31 = tensor.collapse_shape %154 [[0, 1, 2, 3]] : tensor<1x18x1x1xf32> into tensor<18xf32>
    %166 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_31 : tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_5 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<18xf32>
    %167 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%166 : tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_7 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<18xf32>
    %168 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg45 : tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_6 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<18xf32>
    %169 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%167, %168 : tensor<18xf32>, tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<18xf32>
    %expanded_32 = tensor.expand_shape %arg13 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %170 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%161, %expanded_32 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%139 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.mulf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x8x8xf32>
    %expanded_33 = tensor.expand_shape %arg14 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %171 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%170, %expanded_33 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%139 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x8x8xf32>
    %172 = tensor.empty() : tensor<4x18x8x8xi1>
    %173 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%171 : tensor<4x18x8x8xf32>) outs(%172 : tensor<4x18x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %332 = arith.extf %in : f32 to f64
      %333 = arith.cmpf ole, %332, %cst_0 : f64
      linalg.yield %333 : i1
    } -> tensor<4x18x8x8xi1>
    %174 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%171 : tensor<4x18x8x8xf32>) outs(%172 : tensor<4x18x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %332 = arith.extf %in : f32 to f64
      %333 = arith.cmpf oge, %332, %cst_4 : f64
      linalg.yield %333 : i1
    } -> tensor<4x18x8x8xi1>
    %175 = linalg.generic {indexing_maps = [#map1, #map5, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%174, %cst_2, %171 : tensor<4x18x8x8xi1>, tensor<f32>, tensor<4x18x8x8xf32>) outs(%139 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: i1, %in_59: f32, %in_60: f32, %out: f32):
      %332 = arith.select %in, %in_59, %in_60 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x8x8xf32>
    %176 = linalg.generic {indexing_maps = [#map1, #map5, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%173, %cst_1, %175 : tensor<4x18x8x8xi1>, tensor<f32>, tensor<4x18x8x8xf32>) outs(%139 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: i1, %in_59: f32, %in_60: f32, %out: f32):
      %332 = arith.select %in, %in_59, %in_60 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x8x8xf32>
    %padded_34 = tensor.pad %176 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg63: index, %arg64: index, %arg65: index, %arg66: index):
      tensor.yield %cst : f32
    } : tensor<4x18x8x8xf32> to tensor<4x18x10x10xf32>
    %collapsed_35 = tensor.collapse_shape %arg15 [[0, 1], [2], [3]] : tensor<18x1x3x3xf32> into tensor<18x3x3xf32>
    %177 = linalg.depthwise_conv_2d_nchw_chw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_34, %collapsed_35 : tensor<4x18x10x10xf32>, tensor<18x3x3xf32>) outs(%140 : tensor<4x18x8x8xf32>) -> tensor<4x18x8x8xf32>
    %178 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg49 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %332 = arith.addi %in, %c1_i64 : i64
      linalg.yield %332 : i64
    } -> tensor<i64>
    %179 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%177 : tensor<4x18x8x8xf32>) outs(%143 : tensor<4x18x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %332 = arith.extf %in : f32 to f64
      linalg.yield %332 : f64
    } -> tensor<4x18x8x8xf64>
    %180 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%179 : tensor<4x18x8x8xf64>) outs(%146 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.addf %in, %out : f64
      linalg.yield %332 : f64
    } -> tensor<1x18x1x1xf64>
    %181 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%180 : tensor<1x18x1x1xf64>) outs(%145 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.divf %in, %cst_9 : f64
      linalg.yield %332 : f64
    } -> tensor<1x18x1x1xf64>
    %182 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%179, %181 : tensor<4x18x8x8xf64>, tensor<1x18x1x1xf64>) outs(%143 : tensor<4x18x8x8xf64>) {
    ^bb0(%in: f64, %in_59: f64, %out: f64):
      %332 = arith.subf %in, %in_59 : f64
      linalg.yield %332 : f64
    } -> tensor<4x18x8x8xf64>
    %183 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%182, %182 : tensor<4x18x8x8xf64>, tensor<4x18x8x8xf64>) outs(%143 : tensor<4x18x8x8xf64>) {
    ^bb0(%in: f64, %in_59: f64, %out: f64):
      %332 = arith.mulf %in, %in_59 : f64
      linalg.yield %332 : f64
    } -> tensor<4x18x8x8xf64>
    %184 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%183 : tensor<4x18x8x8xf64>) outs(%146 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.addf %in, %out : f64
      linalg.yield %332 : f64
    } -> tensor<1x18x1x1xf64>
    %185 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%184 : tensor<1x18x1x1xf64>) outs(%145 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.divf %in, %cst_9 : f64
      linalg.yield %332 : f64
    } -> tensor<1x18x1x1xf64>
    %186 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%185 : tensor<1x18x1x1xf64>) outs(%153 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %332 = arith.truncf %in : f64 to f32
      linalg.yield %332 : f32
    } -> tensor<1x18x1x1xf32>
    %187 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%177 : tensor<4x18x8x8xf32>) outs(%155 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.addf %in, %out : f32
      linalg.yield %332 : f32
    } -> tensor<1x18x1x1xf32>
    %188 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%187 : tensor<1x18x1x1xf32>) outs(%153 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.divf %in, %cst_10 : f32
      linalg.yield %332 : f32
    } -> tensor<1x18x1x1xf32>
    %189 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%186 : tensor<1x18x1x1xf32>) outs(%153 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_8 : f64 to f32
      %333 = arith.addf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<1x18x1x1xf32>
    %190 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%189 : tensor<1x18x1x1xf32>) outs(%153 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = math.rsqrt %in : f32
      linalg.yield %332 : f32
    } -> tensor<1x18x1x1xf32>
    %191 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%177, %188 : tensor<4x18x8x8xf32>, tensor<1x18x1x1xf32>) outs(%139 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.subf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x8x8xf32>
    %192 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%191, %190 : tensor<4x18x8x8xf32>, tensor<1x18x1x1xf32>) outs(%139 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.mulf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x8x8xf32>
    %collapsed_36 = tensor.collapse_shape %188 [[0, 1, 2, 3]] : tensor<1x18x1x1xf32> into tensor<18xf32>
    %193 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_36 : tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_7 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<18xf32>
    %194 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg47 : tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_6 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<18xf32>
    %195 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%193, %194 : tensor<18xf32>, tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<18xf32>
    %collapsed_37 = tensor.collapse_shape %186 [[0, 1, 2, 3]] : tensor<1x18x1x1xf32> into tensor<18xf32>
    %196 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_37 : tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_5 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<18xf32>
    %197 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%196 : tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_7 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<18xf32>
    %198 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg48 : tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_6 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<18xf32>
    %199 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%197, %198 : tensor<18xf32>, tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<18xf32>
    %expanded_38 = tensor.expand_shape %arg16 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %200 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%192, %expanded_38 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%139 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.mulf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x8x8xf32>
    %expanded_39 = tensor.expand_shape %arg17 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %201 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%200, %expanded_39 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%139 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x8x8xf32>
    %202 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%201 : tensor<4x18x8x8xf32>) outs(%172 : tensor<4x18x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %332 = arith.extf %in : f32 to f64
      %333 = arith.cmpf ole, %332, %cst_0 : f64
      linalg.yield %333 : i1
    } -> tensor<4x18x8x8xi1>
    %203 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%201 : tensor<4x18x8x8xf32>) outs(%172 : tensor<4x18x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %332 = arith.extf %in : f32 to f64
      %333 = arith.cmpf oge, %332, %cst_4 : f64
      linalg.yield %333 : i1
    } -> tensor<4x18x8x8xi1>
    %204 = linalg.generic {indexing_maps = [#map1, #map5, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%203, %cst_2, %201 : tensor<4x18x8x8xi1>, tensor<f32>, tensor<4x18x8x8xf32>) outs(%139 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: i1, %in_59: f32, %in_60: f32, %out: f32):
      %332 = arith.select %in, %in_59, %in_60 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x8x8xf32>
    %205 = linalg.generic {indexing_maps = [#map1, #map5, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%202, %cst_1, %204 : tensor<4x18x8x8xi1>, tensor<f32>, tensor<4x18x8x8xf32>) outs(%139 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: i1, %in_59: f32, %in_60: f32, %out: f32):
      %332 = arith.select %in, %in_59, %in_60 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x8x8xf32>
    %206 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%205, %arg18 : tensor<4x18x8x8xf32>, tensor<6x18x1x1xf32>) outs(%107 : tensor<4x6x8x8xf32>) -> tensor<4x6x8x8xf32>
    %207 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg52 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %332 = arith.addi %in, %c1_i64 : i64
      linalg.yield %332 : i64
    } -> tensor<i64>
    %208 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%206 : tensor<4x6x8x8xf32>) outs(%110 : tensor<4x6x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %332 = arith.extf %in : f32 to f64
      linalg.yield %332 : f64
    } -> tensor<4x6x8x8xf64>
    %209 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%208 : tensor<4x6x8x8xf64>) outs(%113 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.addf %in, %out : f64
      linalg.yield %332 : f64
    } -> tensor<1x6x1x1xf64>
    %210 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%209 : tensor<1x6x1x1xf64>) outs(%112 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.divf %in, %cst_9 : f64
      linalg.yield %332 : f64
    } -> tensor<1x6x1x1xf64>
    %211 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%208, %210 : tensor<4x6x8x8xf64>, tensor<1x6x1x1xf64>) outs(%110 : tensor<4x6x8x8xf64>) {
    ^bb0(%in: f64, %in_59: f64, %out: f64):
      %332 = arith.subf %in, %in_59 : f64
      linalg.yield %332 : f64
    } -> tensor<4x6x8x8xf64>
    %212 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%211, %211 : tensor<4x6x8x8xf64>, tensor<4x6x8x8xf64>) outs(%110 : tensor<4x6x8x8xf64>) {
    ^bb0(%in: f64, %in_59: f64, %out: f64):
      %332 = arith.mulf %in, %in_59 : f64
      linalg.yield %332 : f64
    } -> tensor<4x6x8x8xf64>
    %213 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%212 : tensor<4x6x8x8xf64>) outs(%113 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.addf %in, %out : f64
      linalg.yield %332 : f64
    } -> tensor<1x6x1x1xf64>
    %214 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%213 : tensor<1x6x1x1xf64>) outs(%112 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.divf %in, %cst_9 : f64
      linalg.yield %332 : f64
    } -> tensor<1x6x1x1xf64>
    %215 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%214 : tensor<1x6x1x1xf64>) outs(%120 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %332 = arith.truncf %in : f64 to f32
      linalg.yield %332 : f32
    } -> tensor<1x6x1x1xf32>
    %216 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%206 : tensor<4x6x8x8xf32>) outs(%122 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.addf %in, %out : f32
      linalg.yield %332 : f32
    } -> tensor<1x6x1x1xf32>
    %217 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%216 : tensor<1x6x1x1xf32>) outs(%120 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.divf %in, %cst_10 : f32
      linalg.yield %332 : f32
    } -> tensor<1x6x1x1xf32>
    %218 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%215 : tensor<1x6x1x1xf32>) outs(%120 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_8 : f64 to f32
      %333 = arith.addf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<1x6x1x1xf32>
    %219 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%218 : tensor<1x6x1x1xf32>) outs(%120 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = math.rsqrt %in : f32
      linalg.yield %332 : f32
    } -> tensor<1x6x1x1xf32>
    %220 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%206, %217 : tensor<4x6x8x8xf32>, tensor<1x6x1x1xf32>) outs(%106 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.subf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x6x8x8xf32>
    %221 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%220, %219 : tensor<4x6x8x8xf32>, tensor<1x6x1x1xf32>) outs(%106 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.mulf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x6x8x8xf32>
    %collapsed_40 = tensor.collapse_shape %217 [[0, 1, 2, 3]] : tensor<1x6x1x1xf32> into tensor<6xf32>
    %222 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_40 : tensor<6xf32>) outs(%129 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_7 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<6xf32>
    %223 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg50 : tensor<6xf32>) outs(%129 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_6 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<6xf32>
    %224 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%222, %223 : tensor<6xf32>, tensor<6xf32>) outs(%129 : tensor<6xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<6xf32>
    %collapsed_41 = tensor.collapse_shape %215 [[0, 1, 2, 3]] : tensor<1x6x1x1xf32> into tensor<6xf32>
    %225 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_41 : tensor<6xf32>) outs(%129 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_5 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<6xf32>
    %226 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%225 : tensor<6xf32>) outs(%129 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_7 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<6xf32>
    %227 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg51 : tensor<6xf32>) outs(%129 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_6 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<6xf32>
    %228 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%226, %227 : tensor<6xf32>, tensor<6xf32>) outs(%129 : tensor<6xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<6xf32>
    %expanded_42 = tensor.expand_shape %arg19 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %229 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%221, %expanded_42 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%106 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.mulf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x6x8x8xf32>
    %expanded_43 = tensor.expand_shape %arg20 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %230 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%229, %expanded_43 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%106 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x6x8x8xf32>
    %231 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%138, %230 : tensor<4x6x8x8xf32>, tensor<4x6x8x8xf32>) outs(%106 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x6x8x8xf32>
    %232 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%231, %arg21 : tensor<4x6x8x8xf32>, tensor<18x6x1x1xf32>) outs(%140 : tensor<4x18x8x8xf32>) -> tensor<4x18x8x8xf32>
    %233 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg55 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %332 = arith.addi %in, %c1_i64 : i64
      linalg.yield %332 : i64
    } -> tensor<i64>
    %234 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%232 : tensor<4x18x8x8xf32>) outs(%143 : tensor<4x18x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %332 = arith.extf %in : f32 to f64
      linalg.yield %332 : f64
    } -> tensor<4x18x8x8xf64>
    %235 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%234 : tensor<4x18x8x8xf64>) outs(%146 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.addf %in, %out : f64
      linalg.yield %332 : f64
    } -> tensor<1x18x1x1xf64>
    %236 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%235 : tensor<1x18x1x1xf64>) outs(%145 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.divf %in, %cst_9 : f64
      linalg.yield %332 : f64
    } -> tensor<1x18x1x1xf64>
    %237 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%234, %236 : tensor<4x18x8x8xf64>, tensor<1x18x1x1xf64>) outs(%143 : tensor<4x18x8x8xf64>) {
    ^bb0(%in: f64, %in_59: f64, %out: f64):
      %332 = arith.subf %in, %in_59 : f64
      linalg.yield %332 : f64
    } -> tensor<4x18x8x8xf64>
    %238 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%237, %237 : tensor<4x18x8x8xf64>, tensor<4x18x8x8xf64>) outs(%143 : tensor<4x18x8x8xf64>) {
    ^bb0(%in: f64, %in_59: f64, %out: f64):
      %332 = arith.mulf %in, %in_59 : f64
      linalg.yield %332 : f64
    } -> tensor<4x18x8x8xf64>
    %239 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%238 : tensor<4x18x8x8xf64>) outs(%146 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.addf %in, %out : f64
      linalg.yield %332 : f64
    } -> tensor<1x18x1x1xf64>
    %240 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%239 : tensor<1x18x1x1xf64>) outs(%145 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.divf %in, %cst_9 : f64
      linalg.yield %332 : f64
    } -> tensor<1x18x1x1xf64>
    %241 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%240 : tensor<1x18x1x1xf64>) outs(%153 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %332 = arith.truncf %in : f64 to f32
      linalg.yield %332 : f32
    } -> tensor<1x18x1x1xf32>
    %242 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%232 : tensor<4x18x8x8xf32>) outs(%155 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.addf %in, %out : f32
      linalg.yield %332 : f32
    } -> tensor<1x18x1x1xf32>
    %243 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%242 : tensor<1x18x1x1xf32>) outs(%153 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.divf %in, %cst_10 : f32
      linalg.yield %332 : f32
    } -> tensor<1x18x1x1xf32>
    %244 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%241 : tensor<1x18x1x1xf32>) outs(%153 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_8 : f64 to f32
      %333 = arith.addf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<1x18x1x1xf32>
    %245 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%244 : tensor<1x18x1x1xf32>) outs(%153 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = math.rsqrt %in : f32
      linalg.yield %332 : f32
    } -> tensor<1x18x1x1xf32>
    %246 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%232, %243 : tensor<4x18x8x8xf32>, tensor<1x18x1x1xf32>) outs(%139 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.subf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x8x8xf32>
    %247 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%246, %245 : tensor<4x18x8x8xf32>, tensor<1x18x1x1xf32>) outs(%139 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.mulf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x8x8xf32>
    %collapsed_44 = tensor.collapse_shape %243 [[0, 1, 2, 3]] : tensor<1x18x1x1xf32> into tensor<18xf32>
    %248 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_44 : tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_7 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<18xf32>
    %249 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg53 : tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_6 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<18xf32>
    %250 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%248, %249 : tensor<18xf32>, tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<18xf32>
    %collapsed_45 = tensor.collapse_shape %241 [[0, 1, 2, 3]] : tensor<1x18x1x1xf32> into tensor<18xf32>
    %251 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_45 : tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_5 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<18xf32>
    %252 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%251 : tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_7 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<18xf32>
    %253 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg54 : tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_6 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<18xf32>
    %254 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%252, %253 : tensor<18xf32>, tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<18xf32>
    %expanded_46 = tensor.expand_shape %arg22 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %255 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%247, %expanded_46 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%139 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.mulf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x8x8xf32>
    %expanded_47 = tensor.expand_shape %arg23 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %256 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%255, %expanded_47 : tensor<4x18x8x8xf32>, tensor<18x1x1xf32>) outs(%139 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x8x8xf32>
    %257 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%256 : tensor<4x18x8x8xf32>) outs(%172 : tensor<4x18x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %332 = arith.extf %in : f32 to f64
      %333 = arith.cmpf ole, %332, %cst_0 : f64
      linalg.yield %333 : i1
    } -> tensor<4x18x8x8xi1>
    %258 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%256 : tensor<4x18x8x8xf32>) outs(%172 : tensor<4x18x8x8xi1>) {
    ^bb0(%in: f32, %out: i1):
      %332 = arith.extf %in : f32 to f64
      %333 = arith.cmpf oge, %332, %cst_4 : f64
      linalg.yield %333 : i1
    } -> tensor<4x18x8x8xi1>
    %259 = linalg.generic {indexing_maps = [#map1, #map5, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%258, %cst_2, %256 : tensor<4x18x8x8xi1>, tensor<f32>, tensor<4x18x8x8xf32>) outs(%139 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: i1, %in_59: f32, %in_60: f32, %out: f32):
      %332 = arith.select %in, %in_59, %in_60 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x8x8xf32>
    %260 = linalg.generic {indexing_maps = [#map1, #map5, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%257, %cst_1, %259 : tensor<4x18x8x8xi1>, tensor<f32>, tensor<4x18x8x8xf32>) outs(%139 : tensor<4x18x8x8xf32>) {
    ^bb0(%in: i1, %in_59: f32, %in_60: f32, %out: f32):
      %332 = arith.select %in, %in_59, %in_60 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x8x8xf32>
    %padded_48 = tensor.pad %260 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg63: index, %arg64: index, %arg65: index, %arg66: index):
      tensor.yield %cst : f32
    } : tensor<4x18x8x8xf32> to tensor<4x18x10x10xf32>
    %261 = tensor.empty() : tensor<4x18x4x4xf32>
    %262 = linalg.fill ins(%cst : f32) outs(%261 : tensor<4x18x4x4xf32>) -> tensor<4x18x4x4xf32>
    %collapsed_49 = tensor.collapse_shape %arg24 [[0, 1], [2], [3]] : tensor<18x1x3x3xf32> into tensor<18x3x3xf32>
    %263 = linalg.depthwise_conv_2d_nchw_chw {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%padded_48, %collapsed_49 : tensor<4x18x10x10xf32>, tensor<18x3x3xf32>) outs(%262 : tensor<4x18x4x4xf32>) -> tensor<4x18x4x4xf32>
    %264 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg58 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %332 = arith.addi %in, %c1_i64 : i64
      linalg.yield %332 : i64
    } -> tensor<i64>
    %265 = tensor.empty() : tensor<4x18x4x4xf64>
    %266 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%263 : tensor<4x18x4x4xf32>) outs(%265 : tensor<4x18x4x4xf64>) {
    ^bb0(%in: f32, %out: f64):
      %332 = arith.extf %in : f32 to f64
      linalg.yield %332 : f64
    } -> tensor<4x18x4x4xf64>
    %267 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%266 : tensor<4x18x4x4xf64>) outs(%146 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.addf %in, %out : f64
      linalg.yield %332 : f64
    } -> tensor<1x18x1x1xf64>
    %268 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%267 : tensor<1x18x1x1xf64>) outs(%145 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.divf %in, %cst_11 : f64
      linalg.yield %332 : f64
    } -> tensor<1x18x1x1xf64>
    %269 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%266, %268 : tensor<4x18x4x4xf64>, tensor<1x18x1x1xf64>) outs(%265 : tensor<4x18x4x4xf64>) {
    ^bb0(%in: f64, %in_59: f64, %out: f64):
      %332 = arith.subf %in, %in_59 : f64
      linalg.yield %332 : f64
    } -> tensor<4x18x4x4xf64>
    %270 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%269, %269 : tensor<4x18x4x4xf64>, tensor<4x18x4x4xf64>) outs(%265 : tensor<4x18x4x4xf64>) {
    ^bb0(%in: f64, %in_59: f64, %out: f64):
      %332 = arith.mulf %in, %in_59 : f64
      linalg.yield %332 : f64
    } -> tensor<4x18x4x4xf64>
    %271 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%270 : tensor<4x18x4x4xf64>) outs(%146 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.addf %in, %out : f64
      linalg.yield %332 : f64
    } -> tensor<1x18x1x1xf64>
    %272 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%271 : tensor<1x18x1x1xf64>) outs(%145 : tensor<1x18x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.divf %in, %cst_11 : f64
      linalg.yield %332 : f64
    } -> tensor<1x18x1x1xf64>
    %273 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%272 : tensor<1x18x1x1xf64>) outs(%153 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %332 = arith.truncf %in : f64 to f32
      linalg.yield %332 : f32
    } -> tensor<1x18x1x1xf32>
    %274 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%263 : tensor<4x18x4x4xf32>) outs(%155 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.addf %in, %out : f32
      linalg.yield %332 : f32
    } -> tensor<1x18x1x1xf32>
    %275 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%274 : tensor<1x18x1x1xf32>) outs(%153 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.divf %in, %cst_12 : f32
      linalg.yield %332 : f32
    } -> tensor<1x18x1x1xf32>
    %276 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%273 : tensor<1x18x1x1xf32>) outs(%153 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_8 : f64 to f32
      %333 = arith.addf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<1x18x1x1xf32>
    %277 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%276 : tensor<1x18x1x1xf32>) outs(%153 : tensor<1x18x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = math.rsqrt %in : f32
      linalg.yield %332 : f32
    } -> tensor<1x18x1x1xf32>
    %278 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%263, %275 : tensor<4x18x4x4xf32>, tensor<1x18x1x1xf32>) outs(%261 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.subf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x4x4xf32>
    %279 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%278, %277 : tensor<4x18x4x4xf32>, tensor<1x18x1x1xf32>) outs(%261 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.mulf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x4x4xf32>
    %collapsed_50 = tensor.collapse_shape %275 [[0, 1, 2, 3]] : tensor<1x18x1x1xf32> into tensor<18xf32>
    %280 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_50 : tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_7 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<18xf32>
    %281 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg56 : tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_6 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<18xf32>
    %282 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%280, %281 : tensor<18xf32>, tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<18xf32>
    %collapsed_51 = tensor.collapse_shape %273 [[0, 1, 2, 3]] : tensor<1x18x1x1xf32> into tensor<18xf32>
    %283 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_51 : tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_3 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<18xf32>
    %284 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%283 : tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_7 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<18xf32>
    %285 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg57 : tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_6 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<18xf32>
    %286 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%284, %285 : tensor<18xf32>, tensor<18xf32>) outs(%162 : tensor<18xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<18xf32>
    %expanded_52 = tensor.expand_shape %arg25 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %287 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%279, %expanded_52 : tensor<4x18x4x4xf32>, tensor<18x1x1xf32>) outs(%261 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.mulf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x4x4xf32>
    %expanded_53 = tensor.expand_shape %arg26 [[0, 1, 2]] output_shape [18, 1, 1] : tensor<18xf32> into tensor<18x1x1xf32>
    %288 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%287, %expanded_53 : tensor<4x18x4x4xf32>, tensor<18x1x1xf32>) outs(%261 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x4x4xf32>
    %289 = tensor.empty() : tensor<4x18x4x4xi1>
    %290 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%288 : tensor<4x18x4x4xf32>) outs(%289 : tensor<4x18x4x4xi1>) {
    ^bb0(%in: f32, %out: i1):
      %332 = arith.extf %in : f32 to f64
      %333 = arith.cmpf ole, %332, %cst_0 : f64
      linalg.yield %333 : i1
    } -> tensor<4x18x4x4xi1>
    %291 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%288 : tensor<4x18x4x4xf32>) outs(%289 : tensor<4x18x4x4xi1>) {
    ^bb0(%in: f32, %out: i1):
      %332 = arith.extf %in : f32 to f64
      %333 = arith.cmpf oge, %332, %cst_4 : f64
      linalg.yield %333 : i1
    } -> tensor<4x18x4x4xi1>
    %292 = linalg.generic {indexing_maps = [#map1, #map5, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%291, %cst_2, %288 : tensor<4x18x4x4xi1>, tensor<f32>, tensor<4x18x4x4xf32>) outs(%261 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: i1, %in_59: f32, %in_60: f32, %out: f32):
      %332 = arith.select %in, %in_59, %in_60 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x4x4xf32>
    %293 = linalg.generic {indexing_maps = [#map1, #map5, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%290, %cst_1, %292 : tensor<4x18x4x4xi1>, tensor<f32>, tensor<4x18x4x4xf32>) outs(%261 : tensor<4x18x4x4xf32>) {
    ^bb0(%in: i1, %in_59: f32, %in_60: f32, %out: f32):
      %332 = arith.select %in, %in_59, %in_60 : f32
      linalg.yield %332 : f32
    } -> tensor<4x18x4x4xf32>
    %294 = tensor.empty() : tensor<4x8x4x4xf32>
    %295 = linalg.fill ins(%cst : f32) outs(%294 : tensor<4x8x4x4xf32>) -> tensor<4x8x4x4xf32>
    %296 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%293, %arg27 : tensor<4x18x4x4xf32>, tensor<8x18x1x1xf32>) outs(%295 : tensor<4x8x4x4xf32>) -> tensor<4x8x4x4xf32>
    %297 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg61 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %332 = arith.addi %in, %c1_i64 : i64
      linalg.yield %332 : i64
    } -> tensor<i64>
    %298 = tensor.empty() : tensor<4x8x4x4xf64>
    %299 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%296 : tensor<4x8x4x4xf32>) outs(%298 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f32, %out: f64):
      %332 = arith.extf %in : f32 to f64
      linalg.yield %332 : f64
    } -> tensor<4x8x4x4xf64>
    %300 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%299 : tensor<4x8x4x4xf64>) outs(%46 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.addf %in, %out : f64
      linalg.yield %332 : f64
    } -> tensor<1x8x1x1xf64>
    %301 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%300 : tensor<1x8x1x1xf64>) outs(%45 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.divf %in, %cst_11 : f64
      linalg.yield %332 : f64
    } -> tensor<1x8x1x1xf64>
    %302 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%299, %301 : tensor<4x8x4x4xf64>, tensor<1x8x1x1xf64>) outs(%298 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f64, %in_59: f64, %out: f64):
      %332 = arith.subf %in, %in_59 : f64
      linalg.yield %332 : f64
    } -> tensor<4x8x4x4xf64>
    %303 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%302, %302 : tensor<4x8x4x4xf64>, tensor<4x8x4x4xf64>) outs(%298 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f64, %in_59: f64, %out: f64):
      %332 = arith.mulf %in, %in_59 : f64
      linalg.yield %332 : f64
    } -> tensor<4x8x4x4xf64>
    %304 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%303 : tensor<4x8x4x4xf64>) outs(%46 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.addf %in, %out : f64
      linalg.yield %332 : f64
    } -> tensor<1x8x1x1xf64>
    %305 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%304 : tensor<1x8x1x1xf64>) outs(%45 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %332 = arith.divf %in, %cst_11 : f64
      linalg.yield %332 : f64
    } -> tensor<1x8x1x1xf64>
    %306 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%305 : tensor<1x8x1x1xf64>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %332 = arith.truncf %in : f64 to f32
      linalg.yield %332 : f32
    } -> tensor<1x8x1x1xf32>
    %307 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%296 : tensor<4x8x4x4xf32>) outs(%55 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.addf %in, %out : f32
      linalg.yield %332 : f32
    } -> tensor<1x8x1x1xf32>
    %308 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%307 : tensor<1x8x1x1xf32>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.divf %in, %cst_12 : f32
      linalg.yield %332 : f32
    } -> tensor<1x8x1x1xf32>
    %309 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%306 : tensor<1x8x1x1xf32>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_8 : f64 to f32
      %333 = arith.addf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<1x8x1x1xf32>
    %310 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%309 : tensor<1x8x1x1xf32>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = math.rsqrt %in : f32
      linalg.yield %332 : f32
    } -> tensor<1x8x1x1xf32>
    %311 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%296, %308 : tensor<4x8x4x4xf32>, tensor<1x8x1x1xf32>) outs(%294 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.subf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x8x4x4xf32>
    %312 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%311, %310 : tensor<4x8x4x4xf32>, tensor<1x8x1x1xf32>) outs(%294 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.mulf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x8x4x4xf32>
    %collapsed_54 = tensor.collapse_shape %308 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %313 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_54 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_7 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<8xf32>
    %314 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg59 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_6 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<8xf32>
    %315 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%313, %314 : tensor<8xf32>, tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<8xf32>
    %collapsed_55 = tensor.collapse_shape %306 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %316 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_55 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_3 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<8xf32>
    %317 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%316 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_7 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<8xf32>
    %318 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg60 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.truncf %cst_6 : f64 to f32
      %333 = arith.mulf %in, %332 : f32
      linalg.yield %333 : f32
    } -> tensor<8xf32>
    %319 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%317, %318 : tensor<8xf32>, tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<8xf32>
    %expanded_56 = tensor.expand_shape %arg28 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %320 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%312, %expanded_56 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%294 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.mulf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x8x4x4xf32>
    %expanded_57 = tensor.expand_shape %arg29 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %321 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%320, %expanded_57 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%294 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x8x4x4xf32>
    %322 = tensor.empty() : tensor<4x8x1x1xf32>
    %323 = linalg.fill ins(%cst : f32) outs(%322 : tensor<4x8x1x1xf32>) -> tensor<4x8x1x1xf32>
    %324 = tensor.empty() : tensor<4x4xf32>
    %325 = linalg.pooling_nchw_sum {dilations = dense<1> : vector<2xi64>, strides = dense<4> : vector<2xi64>} ins(%321, %324 : tensor<4x8x4x4xf32>, tensor<4x4xf32>) outs(%323 : tensor<4x8x1x1xf32>) -> tensor<4x8x1x1xf32>
    %326 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%325 : tensor<4x8x1x1xf32>) outs(%322 : tensor<4x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %332 = arith.divf %in, %cst_13 : f32
      linalg.yield %332 : f32
    } -> tensor<4x8x1x1xf32>
    %collapsed_58 = tensor.collapse_shape %326 [[0], [1, 2, 3]] : tensor<4x8x1x1xf32> into tensor<4x8xf32>
    %327 = tensor.empty() : tensor<8x10xf32>
    %transposed = linalg.transpose ins(%arg30 : tensor<10x8xf32>) outs(%327 : tensor<8x10xf32>) permutation = [1, 0] 
    %328 = tensor.empty() : tensor<4x10xf32>
    %329 = linalg.fill ins(%cst : f32) outs(%328 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %330 = linalg.matmul ins(%collapsed_58, %transposed : tensor<4x8xf32>, tensor<8x10xf32>) outs(%329 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %331 = linalg.generic {indexing_maps = [#map6, #map7, #map6], iterator_types = ["parallel", "parallel"]} ins(%330, %arg31 : tensor<4x10xf32>, tensor<10xf32>) outs(%328 : tensor<4x10xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %332 = arith.addf %in, %in_59 : f32
      linalg.yield %332 : f32
    } -> tensor<4x10xf32>
    return %27, %31, %4, %65, %69, %42, %95, %99, %78, %132, %136, %109, %165, %169, %142, %195, %199, %178, %224, %228, %207, %250, %254, %233, %282, %286, %264, %315, %319, %297, %331 : tensor<4xf32>, tensor<4xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<6xf32>, tensor<6xf32>, tensor<i64>, tensor<18xf32>, tensor<18xf32>, tensor<i64>, tensor<18xf32>, tensor<18xf32>, tensor<i64>, tensor<6xf32>, tensor<6xf32>, tensor<i64>, tensor<18xf32>, tensor<18xf32>, tensor<i64>, tensor<18xf32>, tensor<18xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<4x10xf32>
  }
}
