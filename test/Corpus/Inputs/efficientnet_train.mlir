#map = affine_map<() -> ()>
#map1 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
#map2 = affine_map<(d0, d1, d2, d3) -> (0, d1, 0, 0)>
#map3 = affine_map<(d0) -> (d0)>
#map4 = affine_map<(d0, d1, d2, d3) -> (d1, 0, 0)>
#map5 = affine_map<(d0, d1, d2, d3) -> ()>
#map6 = affine_map<(d0, d1, d2, d3) -> (d0, d1, 0, 0)>
#map7 = affine_map<(d0, d1) -> (d0, d1)>
#map8 = affine_map<(d0, d1) -> (d1)>
module {
  func.func @main(%arg0: tensor<4x3x3x3xf32> {approx.name = "stem.0.weight", approx.role = "parameter"}, %arg1: tensor<4xf32> {approx.name = "stem.1.weight", approx.role = "parameter"}, %arg2: tensor<4xf32> {approx.name = "stem.1.bias", approx.role = "parameter"}, %arg3: tensor<8x4x1x1xf32> {approx.name = "blocks.0.expand.0.weight", approx.role = "parameter"}, %arg4: tensor<8xf32> {approx.name = "blocks.0.expand.1.weight", approx.role = "parameter"}, %arg5: tensor<8xf32> {approx.name = "blocks.0.expand.1.bias", approx.role = "parameter"}, %arg6: tensor<8x1x3x3xf32> {approx.name = "blocks.0.depthwise.0.weight", approx.role = "parameter"}, %arg7: tensor<8xf32> {approx.name = "blocks.0.depthwise.1.weight", approx.role = "parameter"}, %arg8: tensor<8xf32> {approx.name = "blocks.0.depthwise.1.bias", approx.role = "parameter"}, %arg9: tensor<1x8x1x1xf32> {approx.name = "blocks.0.se.reduce.weight", approx.role = "parameter"}, %arg10: tensor<1xf32> {approx.name = "blocks.0.se.reduce.bias", approx.role = "parameter"}, %arg11: tensor<8x1x1x1xf32> {approx.name = "blocks.0.se.expand.weight", approx.role = "parameter"}, %arg12: tensor<8xf32> {approx.name = "blocks.0.se.expand.bias", approx.role = "parameter"}, %arg13: tensor<6x8x1x1xf32> {approx.name = "blocks.0.project.0.weight", approx.role = "parameter"}, %arg14: tensor<6xf32> {approx.name = "blocks.0.project.1.weight", approx.role = "parameter"}, %arg15: tensor<6xf32> {approx.name = "blocks.0.project.1.bias", approx.role = "parameter"}, %arg16: tensor<12x6x1x1xf32> {approx.name = "blocks.1.expand.0.weight", approx.role = "parameter"}, %arg17: tensor<12xf32> {approx.name = "blocks.1.expand.1.weight", approx.role = "parameter"}, %arg18: tensor<12xf32> {approx.name = "blocks.1.expand.1.bias", approx.role = "parameter"}, %arg19: tensor<12x1x5x5xf32> {approx.name = "blocks.1.depthwise.0.weight", approx.role = "parameter"}, %arg20: tensor<12xf32> {approx.name = "blocks.1.depthwise.1.weight", approx.role = "parameter"}, %arg21: tensor<12xf32> {approx.name = "blocks.1.depthwise.1.bias", approx.role = "parameter"}, %arg22: tensor<1x12x1x1xf32> {approx.name = "blocks.1.se.reduce.weight", approx.role = "parameter"}, %arg23: tensor<1xf32> {approx.name = "blocks.1.se.reduce.bias", approx.role = "parameter"}, %arg24: tensor<12x1x1x1xf32> {approx.name = "blocks.1.se.expand.weight", approx.role = "parameter"}, %arg25: tensor<12xf32> {approx.name = "blocks.1.se.expand.bias", approx.role = "parameter"}, %arg26: tensor<6x12x1x1xf32> {approx.name = "blocks.1.project.0.weight", approx.role = "parameter"}, %arg27: tensor<6xf32> {approx.name = "blocks.1.project.1.weight", approx.role = "parameter"}, %arg28: tensor<6xf32> {approx.name = "blocks.1.project.1.bias", approx.role = "parameter"}, %arg29: tensor<12x6x1x1xf32> {approx.name = "blocks.2.expand.0.weight", approx.role = "parameter"}, %arg30: tensor<12xf32> {approx.name = "blocks.2.expand.1.weight", approx.role = "parameter"}, %arg31: tensor<12xf32> {approx.name = "blocks.2.expand.1.bias", approx.role = "parameter"}, %arg32: tensor<12x1x3x3xf32> {approx.name = "blocks.2.depthwise.0.weight", approx.role = "parameter"}, %arg33: tensor<12xf32> {approx.name = "blocks.2.depthwise.1.weight", approx.role = "parameter"}, %arg34: tensor<12xf32> {approx.name = "blocks.2.depthwise.1.bias", approx.role = "parameter"}, %arg35: tensor<1x12x1x1xf32> {approx.name = "blocks.2.se.reduce.weight", approx.role = "parameter"}, %arg36: tensor<1xf32> {approx.name = "blocks.2.se.reduce.bias", approx.role = "parameter"}, %arg37: tensor<12x1x1x1xf32> {approx.name = "blocks.2.se.expand.weight", approx.role = "parameter"}, %arg38: tensor<12xf32> {approx.name = "blocks.2.se.expand.bias", approx.role = "parameter"}, %arg39: tensor<8x12x1x1xf32> {approx.name = "blocks.2.project.0.weight", approx.role = "parameter"}, %arg40: tensor<8xf32> {approx.name = "blocks.2.project.1.weight", approx.role = "parameter"}, %arg41: tensor<8xf32> {approx.name = "blocks.2.project.1.bias", approx.role = "parameter"}, %arg42: tensor<10x8xf32> {approx.name = "f.weight", approx.role = "parameter"}, %arg43: tensor<10xf32> {approx.name = "f.bias", approx.role = "parameter"}, %arg44: tensor<4xf32> {approx.name = "stem.1.running_mean", approx.role = "buffer"}, %arg45: tensor<4xf32> {approx.name = "stem.1.running_var", approx.role = "buffer"}, %arg46: tensor<i64> {approx.name = "stem.1.num_batches_tracked", approx.role = "buffer"}, %arg47: tensor<8xf32> {approx.name = "blocks.0.expand.1.running_mean", approx.role = "buffer"}, %arg48: tensor<8xf32> {approx.name = "blocks.0.expand.1.running_var", approx.role = "buffer"}, %arg49: tensor<i64> {approx.name = "blocks.0.expand.1.num_batches_tracked", approx.role = "buffer"}, %arg50: tensor<8xf32> {approx.name = "blocks.0.depthwise.1.running_mean", approx.role = "buffer"}, %arg51: tensor<8xf32> {approx.name = "blocks.0.depthwise.1.running_var", approx.role = "buffer"}, %arg52: tensor<i64> {approx.name = "blocks.0.depthwise.1.num_batches_tracked", approx.role = "buffer"}, %arg53: tensor<6xf32> {approx.name = "blocks.0.project.1.running_mean", approx.role = "buffer"}, %arg54: tensor<6xf32> {approx.name = "blocks.0.project.1.running_var", approx.role = "buffer"}, %arg55: tensor<i64> {approx.name = "blocks.0.project.1.num_batches_tracked", approx.role = "buffer"}, %arg56: tensor<12xf32> {approx.name = "blocks.1.expand.1.running_mean", approx.role = "buffer"}, %arg57: tensor<12xf32> {approx.name = "blocks.1.expand.1.running_var", approx.role = "buffer"}, %arg58: tensor<i64> {approx.name = "blocks.1.expand.1.num_batches_tracked", approx.role = "buffer"}, %arg59: tensor<12xf32> {approx.name = "blocks.1.depthwise.1.running_mean", approx.role = "buffer"}, %arg60: tensor<12xf32> {approx.name = "blocks.1.depthwise.1.running_var", approx.role = "buffer"}, %arg61: tensor<i64> {approx.name = "blocks.1.depthwise.1.num_batches_tracked", approx.role = "buffer"}, %arg62: tensor<6xf32> {approx.name = "blocks.1.project.1.running_mean", approx.role = "buffer"}, %arg63: tensor<6xf32> {approx.name = "blocks.1.project.1.running_var", approx.role = "buffer"}, %arg64: tensor<i64> {approx.name = "blocks.1.project.1.num_batches_tracked", approx.role = "buffer"}, %arg65: tensor<12xf32> {approx.name = "blocks.2.expand.1.running_mean", approx.role = "buffer"}, %arg66: tensor<12xf32> {approx.name = "blocks.2.expand.1.running_var", approx.role = "buffer"}, %arg67: tensor<i64> {approx.name = "blocks.2.expand.1.num_batches_tracked", approx.role = "buffer"}, %arg68: tensor<12xf32> {approx.name = "blocks.2.depthwise.1.running_mean", approx.role = "buffer"}, %arg69: tensor<12xf32> {approx.name = "blocks.2.depthwise.1.running_var", approx.role = "buffer"}, %arg70: tensor<i64> {approx.name = "blocks.2.depthwise.1.num_batches_tracked", approx.role = "buffer"}, %arg71: tensor<8xf32> {approx.name = "blocks.2.project.1.running_mean", approx.role = "buffer"}, %arg72: tensor<8xf32> {approx.name = "blocks.2.project.1.running_var", approx.role = "buffer"}, %arg73: tensor<i64> {approx.name = "blocks.2.project.1.num_batches_tracked", approx.role = "buffer"}, %arg74: tensor<4x3x16x16xf32> {approx.name = "x", approx.role = "input"}) -> (tensor<4xf32> {approx.role = "buffer", approx.updates = "stem.1.running_mean"}, tensor<4xf32> {approx.role = "buffer", approx.updates = "stem.1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "stem.1.num_batches_tracked"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "blocks.0.expand.1.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "blocks.0.expand.1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "blocks.0.expand.1.num_batches_tracked"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "blocks.0.depthwise.1.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "blocks.0.depthwise.1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "blocks.0.depthwise.1.num_batches_tracked"}, tensor<6xf32> {approx.role = "buffer", approx.updates = "blocks.0.project.1.running_mean"}, tensor<6xf32> {approx.role = "buffer", approx.updates = "blocks.0.project.1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "blocks.0.project.1.num_batches_tracked"}, tensor<12xf32> {approx.role = "buffer", approx.updates = "blocks.1.expand.1.running_mean"}, tensor<12xf32> {approx.role = "buffer", approx.updates = "blocks.1.expand.1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "blocks.1.expand.1.num_batches_tracked"}, tensor<12xf32> {approx.role = "buffer", approx.updates = "blocks.1.depthwise.1.running_mean"}, tensor<12xf32> {approx.role = "buffer", approx.updates = "blocks.1.depthwise.1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "blocks.1.depthwise.1.num_batches_tracked"}, tensor<6xf32> {approx.role = "buffer", approx.updates = "blocks.1.project.1.running_mean"}, tensor<6xf32> {approx.role = "buffer", approx.updates = "blocks.1.project.1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "blocks.1.project.1.num_batches_tracked"}, tensor<12xf32> {approx.role = "buffer", approx.updates = "blocks.2.expand.1.running_mean"}, tensor<12xf32> {approx.role = "buffer", approx.updates = "blocks.2.expand.1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "blocks.2.expand.1.num_batches_tracked"}, tensor<12xf32> {approx.role = "buffer", approx.updates = "blocks.2.depthwise.1.running_mean"}, tensor<12xf32> {approx.role = "buffer", approx.updates = "blocks.2.depthwise.1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "blocks.2.depthwise.1.num_batches_tracked"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "blocks.2.project.1.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "blocks.2.project.1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "blocks.2.project.1.num_batches_tracked"}, tensor<4x10xf32> {approx.role = "logits"}) {
    %c1_i64 = arith.constant 1 : i64
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant 0.000000e+00 : f64
    %cst_1 = arith.constant 1.000000e+00 : f32
    %cst_2 = arith.constant dense<6.000000e+00> : tensor<f32>
    %cst_3 = arith.constant 1.0158730158730158 : f64
    %cst_4 = arith.constant 1.003921568627451 : f64
    %cst_5 = arith.constant 9.000000e-01 : f64
    %cst_6 = arith.constant 1.000000e-01 : f64
    %cst_7 = arith.constant 1.000000e-05 : f64
    %cst_8 = arith.constant 2.560000e+02 : f64
    %cst_9 = arith.constant 2.560000e+02 : f32
    %cst_10 = arith.constant 3.000000e+00 : f32
    %cst_11 = arith.constant 6.000000e+00 : f32
    %cst_12 = arith.constant 6.400000e+01 : f32
    %cst_13 = arith.constant 6.400000e+01 : f64
    %cst_14 = arith.constant 1.600000e+01 : f32
    %padded = tensor.pad %arg74 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg75: index, %arg76: index, %arg77: index, %arg78: index):
      tensor.yield %cst : f32
    } : tensor<4x3x16x16xf32> to tensor<4x3x18x18xf32>
    %0 = tensor.empty() : tensor<4x4x8x8xf32>
    %1 = linalg.fill ins(%cst : f32) outs(%0 : tensor<4x4x8x8xf32>) -> tensor<4x4x8x8xf32>
    %2 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%padded, %arg0 : tensor<4x3x18x18xf32>, tensor<4x3x3x3xf32>) outs(%1 : tensor<4x4x8x8xf32>) -> tensor<4x4x8x8xf32>
    %3 = tensor.empty() : tensor<i64>
    %4 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg46 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %345 = arith.addi %in, %c1_i64 : i64
      linalg.yield %345 : i64
    } -> tensor<i64>
    %5 = tensor.empty() : tensor<4x4x8x8xf64>
    %6 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%2 : tensor<4x4x8x8xf32>) outs(%5 : tensor<4x4x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %345 = arith.extf %in : f32 to f64
      linalg.yield %345 : f64
    } -> tensor<4x4x8x8xf64>
    %7 = tensor.empty() : tensor<1x4x1x1xf64>
    %8 = linalg.fill ins(%cst_0 : f64) outs(%7 : tensor<1x4x1x1xf64>) -> tensor<1x4x1x1xf64>
    %9 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%6 : tensor<4x4x8x8xf64>) outs(%8 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.addf %in, %out : f64
      linalg.yield %345 : f64
    } -> tensor<1x4x1x1xf64>
    %10 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%9 : tensor<1x4x1x1xf64>) outs(%7 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.divf %in, %cst_8 : f64
      linalg.yield %345 : f64
    } -> tensor<1x4x1x1xf64>
    %11 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%6, %10 : tensor<4x4x8x8xf64>, tensor<1x4x1x1xf64>) outs(%5 : tensor<4x4x8x8xf64>) {
    ^bb0(%in: f64, %in_65: f64, %out: f64):
      %345 = arith.subf %in, %in_65 : f64
      linalg.yield %345 : f64
    } -> tensor<4x4x8x8xf64>
    %12 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%11, %11 : tensor<4x4x8x8xf64>, tensor<4x4x8x8xf64>) outs(%5 : tensor<4x4x8x8xf64>) {
    ^bb0(%in: f64, %in_65: f64, %out: f64):
      %345 = arith.mulf %in, %in_65 : f64
      linalg.yield %345 : f64
    } -> tensor<4x4x8x8xf64>
    %13 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%12 : tensor<4x4x8x8xf64>) outs(%8 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.addf %in, %out : f64
      linalg.yield %345 : f64
    } -> tensor<1x4x1x1xf64>
    %14 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%13 : tensor<1x4x1x1xf64>) outs(%7 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.divf %in, %cst_8 : f64
      linalg.yield %345 : f64
    } -> tensor<1x4x1x1xf64>
    %15 = tensor.empty() : tensor<1x4x1x1xf32>
    %16 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%14 : tensor<1x4x1x1xf64>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %345 = arith.truncf %in : f64 to f32
      linalg.yield %345 : f32
    } -> tensor<1x4x1x1xf32>
    %17 = linalg.fill ins(%cst : f32) outs(%15 : tensor<1x4x1x1xf32>) -> tensor<1x4x1x1xf32>
    %18 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%2 : tensor<4x4x8x8xf32>) outs(%17 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.addf %in, %out : f32
      linalg.yield %345 : f32
    } -> tensor<1x4x1x1xf32>
    %19 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%18 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.divf %in, %cst_9 : f32
      linalg.yield %345 : f32
    } -> tensor<1x4x1x1xf32>
    %20 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%16 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_7 : f64 to f32
      %346 = arith.addf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<1x4x1x1xf32>
    %21 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%20 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = math.rsqrt %in : f32
      linalg.yield %345 : f32
    } -> tensor<1x4x1x1xf32>
    %22 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%2, %19 : tensor<4x4x8x8xf32>, tensor<1x4x1x1xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.subf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x4x8x8xf32>
    %23 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%22, %21 : tensor<4x4x8x8xf32>, tensor<1x4x1x1xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x4x8x8xf32>
    %collapsed = tensor.collapse_shape %19 [[0, 1, 2, 3]] : tensor<1x4x1x1xf32> into tensor<4xf32>
    %24 = tensor.empty() : tensor<4xf32>
    %25 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_6 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<4xf32>
    %26 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg44 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_5 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<4xf32>
    %27 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%25, %26 : tensor<4xf32>, tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4xf32>
    %collapsed_15 = tensor.collapse_shape %16 [[0, 1, 2, 3]] : tensor<1x4x1x1xf32> into tensor<4xf32>
    %28 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_15 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_4 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<4xf32>
    %29 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%28 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_6 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<4xf32>
    %30 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg45 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_5 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<4xf32>
    %31 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%29, %30 : tensor<4xf32>, tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4xf32>
    %expanded = tensor.expand_shape %arg1 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %32 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%23, %expanded : tensor<4x4x8x8xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x4x8x8xf32>
    %expanded_16 = tensor.expand_shape %arg2 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %33 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%32, %expanded_16 : tensor<4x4x8x8xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x4x8x8xf32>
    %34 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%33 : tensor<4x4x8x8xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.addf %in, %cst_10 : f32
      linalg.yield %345 : f32
    } -> tensor<4x4x8x8xf32>
    %35 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%34 : tensor<4x4x8x8xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.cmpf ugt, %in, %cst : f32
      %346 = arith.select %345, %in, %cst : f32
      linalg.yield %346 : f32
    } -> tensor<4x4x8x8xf32>
    %36 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%35, %cst_2 : tensor<4x4x8x8xf32>, tensor<f32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.cmpf olt, %in, %in_65 : f32
      %346 = arith.select %345, %in, %in_65 : f32
      linalg.yield %346 : f32
    } -> tensor<4x4x8x8xf32>
    %37 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%36 : tensor<4x4x8x8xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.divf %in, %cst_11 : f32
      linalg.yield %345 : f32
    } -> tensor<4x4x8x8xf32>
    %38 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%37, %33 : tensor<4x4x8x8xf32>, tensor<4x4x8x8xf32>) outs(%0 : tensor<4x4x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x4x8x8xf32>
    %39 = tensor.empty() : tensor<4x8x8x8xf32>
    %40 = linalg.fill ins(%cst : f32) outs(%39 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %41 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%38, %arg3 : tensor<4x4x8x8xf32>, tensor<8x4x1x1xf32>) outs(%40 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %42 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg49 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %345 = arith.addi %in, %c1_i64 : i64
      linalg.yield %345 : i64
    } -> tensor<i64>
    %43 = tensor.empty() : tensor<4x8x8x8xf64>
    %44 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%41 : tensor<4x8x8x8xf32>) outs(%43 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %345 = arith.extf %in : f32 to f64
      linalg.yield %345 : f64
    } -> tensor<4x8x8x8xf64>
    %45 = tensor.empty() : tensor<1x8x1x1xf64>
    %46 = linalg.fill ins(%cst_0 : f64) outs(%45 : tensor<1x8x1x1xf64>) -> tensor<1x8x1x1xf64>
    %47 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%44 : tensor<4x8x8x8xf64>) outs(%46 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.addf %in, %out : f64
      linalg.yield %345 : f64
    } -> tensor<1x8x1x1xf64>
    %48 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%47 : tensor<1x8x1x1xf64>) outs(%45 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.divf %in, %cst_8 : f64
      linalg.yield %345 : f64
    } -> tensor<1x8x1x1xf64>
    %49 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%44, %48 : tensor<4x8x8x8xf64>, tensor<1x8x1x1xf64>) outs(%43 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f64, %in_65: f64, %out: f64):
      %345 = arith.subf %in, %in_65 : f64
      linalg.yield %345 : f64
    } -> tensor<4x8x8x8xf64>
    %50 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%49, %49 : tensor<4x8x8x8xf64>, tensor<4x8x8x8xf64>) outs(%43 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f64, %in_65: f64, %out: f64):
      %345 = arith.mulf %in, %in_65 : f64
      linalg.yield %345 : f64
    } -> tensor<4x8x8x8xf64>
    %51 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%50 : tensor<4x8x8x8xf64>) outs(%46 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.addf %in, %out : f64
      linalg.yield %345 : f64
    } -> tensor<1x8x1x1xf64>
    %52 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%51 : tensor<1x8x1x1xf64>) outs(%45 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.divf %in, %cst_8 : f64
      linalg.yield %345 : f64
    } -> tensor<1x8x1x1xf64>
    %53 = tensor.empty() : tensor<1x8x1x1xf32>
    %54 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%52 : tensor<1x8x1x1xf64>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %345 = arith.truncf %in : f64 to f32
      linalg.yield %345 : f32
    } -> tensor<1x8x1x1xf32>
    %55 = linalg.fill ins(%cst : f32) outs(%53 : tensor<1x8x1x1xf32>) -> tensor<1x8x1x1xf32>
    %56 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%41 : tensor<4x8x8x8xf32>) outs(%55 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.addf %in, %out : f32
      linalg.yield %345 : f32
    } -> tensor<1x8x1x1xf32>
    %57 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%56 : tensor<1x8x1x1xf32>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.divf %in, %cst_9 : f32
      linalg.yield %345 : f32
    } -> tensor<1x8x1x1xf32>
    %58 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%54 : tensor<1x8x1x1xf32>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_7 : f64 to f32
      %346 = arith.addf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<1x8x1x1xf32>
    %59 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%58 : tensor<1x8x1x1xf32>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = math.rsqrt %in : f32
      linalg.yield %345 : f32
    } -> tensor<1x8x1x1xf32>
    %60 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%41, %57 : tensor<4x8x8x8xf32>, tensor<1x8x1x1xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.subf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x8x8x8xf32>
    %61 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%60, %59 : tensor<4x8x8x8xf32>, tensor<1x8x1x1xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x8x8x8xf32>
    %collapsed_17 = tensor.collapse_shape %57 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %62 = tensor.empty() : tensor<8xf32>
    %63 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_17 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_6 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<8xf32>
    %64 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg47 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_5 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<8xf32>
    %65 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%63, %64 : tensor<8xf32>, tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<8xf32>
    %collapsed_18 = tensor.collapse_shape %54 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %66 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_18 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_4 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<8xf32>
    %67 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%66 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_6 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<8xf32>
    %68 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg48 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_5 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<8xf32>
    %69 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%67, %68 : tensor<8xf32>, tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<8xf32>
    %expanded_19 = tensor.expand_shape %arg4 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %70 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%61, %expanded_19 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x8x8x8xf32>
    %expanded_20 = tensor.expand_shape %arg5 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %71 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%70, %expanded_20 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x8x8x8xf32>
    %72 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%71 : tensor<4x8x8x8xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.negf %in : f32
      %346 = math.exp %345 : f32
      %347 = arith.addf %346, %cst_1 : f32
      %348 = arith.divf %cst_1, %347 : f32
      linalg.yield %348 : f32
    } -> tensor<4x8x8x8xf32>
    %73 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%72, %71 : tensor<4x8x8x8xf32>, tensor<4x8x8x8xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x8x8x8xf32>
    %padded_21 = tensor.pad %73 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg75: index, %arg76: index, %arg77: index, %arg78: index):
      tensor.yield %cst : f32
    } : tensor<4x8x8x8xf32> to tensor<4x8x10x10xf32>
    %collapsed_22 = tensor.collapse_shape %arg6 [[0, 1], [2], [3]] : tensor<8x1x3x3xf32> into tensor<8x3x3xf32>
    %74 = linalg.depthwise_conv_2d_nchw_chw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_21, %collapsed_22 : tensor<4x8x10x10xf32>, tensor<8x3x3xf32>) outs(%40 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %75 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg52 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %345 = arith.addi %in, %c1_i64 : i64
      linalg.yield %345 : i64
    } -> tensor<i64>
    %76 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%74 : tensor<4x8x8x8xf32>) outs(%43 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %345 = arith.extf %in : f32 to f64
      linalg.yield %345 : f64
    } -> tensor<4x8x8x8xf64>
    %77 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%76 : tensor<4x8x8x8xf64>) outs(%46 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.addf %in, %out : f64
      linalg.yield %345 : f64
    } -> tensor<1x8x1x1xf64>
    %78 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%77 : tensor<1x8x1x1xf64>) outs(%45 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.divf %in, %cst_8 : f64
      linalg.yield %345 : f64
    } -> tensor<1x8x1x1xf64>
    %79 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%76, %78 : tensor<4x8x8x8xf64>, tensor<1x8x1x1xf64>) outs(%43 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f64, %in_65: f64, %out: f64):
      %345 = arith.subf %in, %in_65 : f64
      linalg.yield %345 : f64
    } -> tensor<4x8x8x8xf64>
    %80 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%79, %79 : tensor<4x8x8x8xf64>, tensor<4x8x8x8xf64>) outs(%43 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f64, %in_65: f64, %out: f64):
      %345 = arith.mulf %in, %in_65 : f64
      linalg.yield %345 : f64
    } -> tensor<4x8x8x8xf64>
    %81 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%80 : tensor<4x8x8x8xf64>) outs(%46 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.addf %in, %out : f64
      linalg.yield %345 : f64
    } -> tensor<1x8x1x1xf64>
    %82 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%81 : tensor<1x8x1x1xf64>) outs(%45 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.divf %in, %cst_8 : f64
      linalg.yield %345 : f64
    } -> tensor<1x8x1x1xf64>
    %83 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%82 : tensor<1x8x1x1xf64>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %345 = arith.truncf %in : f64 to f32
      linalg.yield %345 : f32
    } -> tensor<1x8x1x1xf32>
    %84 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%74 : tensor<4x8x8x8xf32>) outs(%55 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.addf %in, %out : f32
      linalg.yield %345 : f32
    } -> tensor<1x8x1x1xf32>
    %85 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%84 : tensor<1x8x1x1xf32>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.divf %in, %cst_9 : f32
      linalg.yield %345 : f32
    } -> tensor<1x8x1x1xf32>
    %86 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%83 : tensor<1x8x1x1xf32>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_7 : f64 to f32
      %346 = arith.addf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<1x8x1x1xf32>
    %87 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%86 : tensor<1x8x1x1xf32>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = math.rsqrt %in : f32
      linalg.yield %345 : f32
    } -> tensor<1x8x1x1xf32>
    %88 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%74, %85 : tensor<4x8x8x8xf32>, tensor<1x8x1x1xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.subf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x8x8x8xf32>
    %89 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%88, %87 : tensor<4x8x8x8xf32>, tensor<1x8x1x1xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x8x8x8xf32>
    %collapsed_23 = tensor.collapse_shape %85 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %90 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_23 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_6 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<8xf32>
    %91 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg50 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_5 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<8xf32>
    %92 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%90, %91 : tensor<8xf32>, tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<8xf32>
    %collapsed_24 = tensor.collapse_shape %83 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %93 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_24 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_4 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<8xf32>
    %94 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%93 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_6 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<8xf32>
    %95 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg51 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_5 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<8xf32>
    %96 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%94, %95 : tensor<8xf32>, tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<8xf32>
    %expanded_25 = tensor.expand_shape %arg7 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %97 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%89, %expanded_25 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x8x8x8xf32>
    %expanded_26 = tensor.expand_shape %arg8 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %98 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%97, %expanded_26 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x8x8x8xf32>
    %99 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%98 : tensor<4x8x8x8xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.negf %in : f32
      %346 = math.exp %345 : f32
      %347 = arith.addf %346, %cst_1 : f32
      %348 = arith.divf %cst_1, %347 : f32
      linalg.yield %348 : f32
    } -> tensor<4x8x8x8xf32>
    %100 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%99, %98 : tensor<4x8x8x8xf32>, tensor<4x8x8x8xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x8x8x8xf32>
    %101 = tensor.empty() : tensor<4x8x1x1xf32>
    %102 = linalg.fill ins(%cst : f32) outs(%101 : tensor<4x8x1x1xf32>) -> tensor<4x8x1x1xf32>
    %103 = tensor.empty() : tensor<8x8xf32>
    %104 = linalg.pooling_nchw_sum {dilations = dense<1> : vector<2xi64>, strides = dense<8> : vector<2xi64>} ins(%100, %103 : tensor<4x8x8x8xf32>, tensor<8x8xf32>) outs(%102 : tensor<4x8x1x1xf32>) -> tensor<4x8x1x1xf32>
    %105 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%104 : tensor<4x8x1x1xf32>) outs(%101 : tensor<4x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.divf %in, %cst_12 : f32
      linalg.yield %345 : f32
    } -> tensor<4x8x1x1xf32>
    %106 = tensor.empty() : tensor<4x1x1x1xf32>
    %broadcasted = linalg.broadcast ins(%arg10 : tensor<1xf32>) outs(%106 : tensor<4x1x1x1xf32>) dimensions = [0, 2, 3] 
    %107 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%105, %arg9 : tensor<4x8x1x1xf32>, tensor<1x8x1x1xf32>) outs(%broadcasted : tensor<4x1x1x1xf32>) -> tensor<4x1x1x1xf32>
    %108 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%107 : tensor<4x1x1x1xf32>) outs(%106 : tensor<4x1x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.negf %in : f32
      %346 = math.exp %345 : f32
      %347 = arith.addf %346, %cst_1 : f32
      %348 = arith.divf %cst_1, %347 : f32
      linalg.yield %348 : f32
    } -> tensor<4x1x1x1xf32>
    %109 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%108, %107 : tensor<4x1x1x1xf32>, tensor<4x1x1x1xf32>) outs(%106 : tensor<4x1x1x1xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x1x1x1xf32>
    %broadcasted_27 = linalg.broadcast ins(%arg12 : tensor<8xf32>) outs(%101 : tensor<4x8x1x1xf32>) dimensions = [0, 2, 3] 
    %110 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%109, %arg11 : tensor<4x1x1x1xf32>, tensor<8x1x1x1xf32>) outs(%broadcasted_27 : tensor<4x8x1x1xf32>) -> tensor<4x8x1x1xf32>
    %111 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%110 : tensor<4x8x1x1xf32>) outs(%101 : tensor<4x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.negf %in : f32
      %346 = math.exp %345 : f32
      %347 = arith.addf %346, %cst_1 : f32
      %348 = arith.divf %cst_1, %347 : f32
      linalg.yield %348 : f32
    } -> tensor<4x8x1x1xf32>
    %112 = linalg.generic {indexing_maps = [#map1, #map6, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%100, %111 : tensor<4x8x8x8xf32>, tensor<4x8x1x1xf32>) outs(%39 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x8x8x8xf32>
    %113 = tensor.empty() : tensor<4x6x8x8xf32>
    %114 = linalg.fill ins(%cst : f32) outs(%113 : tensor<4x6x8x8xf32>) -> tensor<4x6x8x8xf32>
    %115 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%112, %arg13 : tensor<4x8x8x8xf32>, tensor<6x8x1x1xf32>) outs(%114 : tensor<4x6x8x8xf32>) -> tensor<4x6x8x8xf32>
    %116 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg55 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %345 = arith.addi %in, %c1_i64 : i64
      linalg.yield %345 : i64
    } -> tensor<i64>
    %117 = tensor.empty() : tensor<4x6x8x8xf64>
    %118 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%115 : tensor<4x6x8x8xf32>) outs(%117 : tensor<4x6x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %345 = arith.extf %in : f32 to f64
      linalg.yield %345 : f64
    } -> tensor<4x6x8x8xf64>
    %119 = tensor.empty() : tensor<1x6x1x1xf64>
    %120 = linalg.fill ins(%cst_0 : f64) outs(%119 : tensor<1x6x1x1xf64>) -> tensor<1x6x1x1xf64>
    %121 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%118 : tensor<4x6x8x8xf64>) outs(%120 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.addf %in, %out : f64
      linalg.yield %345 : f64
    } -> tensor<1x6x1x1xf64>
    %122 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%121 : tensor<1x6x1x1xf64>) outs(%119 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.divf %in, %cst_8 : f64
      linalg.yield %345 : f64
    } -> tensor<1x6x1x1xf64>
    %123 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%118, %122 : tensor<4x6x8x8xf64>, tensor<1x6x1x1xf64>) outs(%117 : tensor<4x6x8x8xf64>) {
    ^bb0(%in: f64, %in_65: f64, %out: f64):
      %345 = arith.subf %in, %in_65 : f64
      linalg.yield %345 : f64
    } -> tensor<4x6x8x8xf64>
    %124 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%123, %123 : tensor<4x6x8x8xf64>, tensor<4x6x8x8xf64>) outs(%117 : tensor<4x6x8x8xf64>) {
    ^bb0(%in: f64, %in_65: f64, %out: f64):
      %345 = arith.mulf %in, %in_65 : f64
      linalg.yield %345 : f64
    } -> tensor<4x6x8x8xf64>
    %125 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%124 : tensor<4x6x8x8xf64>) outs(%120 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.addf %in, %out : f64
      linalg.yield %345 : f64
    } -> tensor<1x6x1x1xf64>
    %126 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%125 : tensor<1x6x1x1xf64>) outs(%119 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.divf %in, %cst_8 : f64
      linalg.yield %345 : f64
    } -> tensor<1x6x1x1xf64>
    %127 = tensor.empty() : tensor<1x6x1x1xf32>
    %128 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%126 : tensor<1x6x1x1xf64>) outs(%127 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %345 = arith.truncf %in : f64 to f32
      linalg.yield %345 : f32
    } -> tensor<1x6x1x1xf32>
    %129 = linalg.fill ins(%cst : f32) outs(%127 : tensor<1x6x1x1xf32>) -> tensor<1x6x1x1xf32>
    %130 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%115 : tensor<4x6x8x8xf32>) outs(%129 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.addf %in, %out : f32
      linalg.yield %345 : f32
    } -> tensor<1x6x1x1xf32>
    %131 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%130 : tensor<1x6x1x1xf32>) outs(%127 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.divf %in, %cst_9 : f32
      linalg.yield %345 : f32
    } -> tensor<1x6x1x1xf32>
    %132 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%128 : tensor<1x6x1x1xf32>) outs(%127 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_7 : f64 to f32
      %346 = arith.addf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<1x6x1x1xf32>
    %133 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%132 : tensor<1x6x1x1xf32>) outs(%127 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = math.rsqrt %in : f32
      linalg.yield %345 : f32
    } -> tensor<1x6x1x1xf32>
    %134 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%115, %131 : tensor<4x6x8x8xf32>, tensor<1x6x1x1xf32>) outs(%113 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.subf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x6x8x8xf32>
    %135 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%134, %133 : tensor<4x6x8x8xf32>, tensor<1x6x1x1xf32>) outs(%113 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x6x8x8xf32>
    %collapsed_28 = tensor.collapse_shape %131 [[0, 1, 2, 3]] : tensor<1x6x1x1xf32> into tensor<6xf32>
    %136 = tensor.empty() : tensor<6xf32>
    %137 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_28 : tensor<6xf32>) outs(%136 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_6 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<6xf32>
    %138 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg53 : tensor<6xf32>) outs(%136 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_5 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<6xf32>
    %139 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%137, %138 : tensor<6xf32>, tensor<6xf32>) outs(%136 : tensor<6xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<6xf32>
    %collapsed_29 = tensor.collapse_shape %128 [[0, 1, 2, 3]] : tensor<1x6x1x1xf32> into tensor<6xf32>
    %140 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_29 : tensor<6xf32>) outs(%136 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_4 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<6xf32>
    %141 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%140 : tensor<6xf32>) outs(%136 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_6 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<6xf32>
    %142 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg54 : tensor<6xf32>) outs(%136 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_5 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<6xf32>
    %143 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%141, %142 : tensor<6xf32>, tensor<6xf32>) outs(%136 : tensor<6xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<6xf32>
    %expanded_30 = tensor.expand_shape %arg14 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %144 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%135, %expanded_30 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%113 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x6x8x8xf32>
    %expanded_31 = tensor.expand_shape %arg15 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %145 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%144, %expanded_31 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%113 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x6x8x8xf32>
    %146 = tensor.empty() : tensor<4x12x8x8xf32>
    %147 = linalg.fill ins(%cst : f32) outs(%146 : tensor<4x12x8x8xf32>) -> tensor<4x12x8x8xf32>
    %148 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%145, %arg16 : tensor<4x6x8x8xf32>, tensor<12x6x1x1xf32>) outs(%147 : tensor<4x12x8x8xf32>) -> tensor<4x12x8x8xf32>
    %149 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg58 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %345 = arith.addi %in, %c1_i64 : i64
      linalg.yield %345 : i64
    } -> tensor<i64>
    %150 = tensor.empty() : tensor<4x12x8x8xf64>
    %151 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%148 : tensor<4x12x8x8xf32>) outs(%150 : tensor<4x12x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %345 = arith.extf %in : f32 to f64
      linalg.yield %345 : f64
    } -> tensor<4x12x8x8xf64>
    %152 = tensor.empty() : tensor<1x12x1x1xf64>
    %153 = linalg.fill ins(%cst_0 : f64) outs(%152 : tensor<1x12x1x1xf64>) -> tensor<1x12x1x1xf64>
    %154 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%151 : tensor<4x12x8x8xf64>) outs(%153 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.addf %in, %out : f64
      linalg.yield %345 : f64
    } -> tensor<1x12x1x1xf64>
    %155 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%154 : tensor<1x12x1x1xf64>) outs(%152 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.divf %in, %cst_8 : f64
      linalg.yield %345 : f64
    } -> tensor<1x12x1x1xf64>
    %156 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%151, %155 : tensor<4x12x8x8xf64>, tensor<1x12x1x1xf64>) outs(%150 : tensor<4x12x8x8xf64>) {
    ^bb0(%in: f64, %in_65: f64, %out: f64):
      %345 = arith.subf %in, %in_65 : f64
      linalg.yield %345 : f64
    } -> tensor<4x12x8x8xf64>
    %157 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%156, %156 : tensor<4x12x8x8xf64>, tensor<4x12x8x8xf64>) outs(%150 : tensor<4x12x8x8xf64>) {
    ^bb0(%in: f64, %in_65: f64, %out: f64):
      %345 = arith.mulf %in, %in_65 : f64
      linalg.yield %345 : f64
    } -> tensor<4x12x8x8xf64>
    %158 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%157 : tensor<4x12x8x8xf64>) outs(%153 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.addf %in, %out : f64
      linalg.yield %345 : f64
    } -> tensor<1x12x1x1xf64>
    %159 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%158 : tensor<1x12x1x1xf64>) outs(%152 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.divf %in, %cst_8 : f64
      linalg.yield %345 : f64
    } -> tensor<1x12x1x1xf64>
    %160 = tensor.empty() : tensor<1x12x1x1xf32>
    %161 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%159 : tensor<1x12x1x1xf64>) outs(%160 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %345 = arith.truncf %in : f64 to f32
      linalg.yield %345 : f32
    } -> tensor<1x12x1x1xf32>
    %162 = linalg.fill ins(%cst : f32) outs(%160 : tensor<1x12x1x1xf32>) -> tensor<1x12x1x1xf32>
    %163 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%148 : tensor<4x12x8x8xf32>) outs(%162 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.addf %in, %out : f32
      linalg.yield %345 : f32
    } -> tensor<1x12x1x1xf32>
    %164 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%163 : tensor<1x12x1x1xf32>) outs(%160 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.divf %in, %cst_9 : f32
      linalg.yield %345 : f32
    } -> tensor<1x12x1x1xf32>
    %165 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%161 : tensor<1x12x1x1xf32>) outs(%160 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_7 : f64 to f32
      %346 = arith.addf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<1x12x1x1xf32>
    %166 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%165 : tensor<1x12x1x1xf32>) outs(%160 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = math.rsqrt %in : f32
      linalg.yield %345 : f32
    } -> tensor<1x12x1x1xf32>
    %167 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%148, %164 : tensor<4x12x8x8xf32>, tensor<1x12x1x1xf32>) outs(%146 : tensor<4x12x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.subf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x8x8xf32>
    %168 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%167, %166 : tensor<4x12x8x8xf32>, tensor<1x12x1x1xf32>) outs(%146 : tensor<4x12x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x8x8xf32>
    %collapsed_32 = tensor.collapse_shape %164 [[0, 1, 2, 3]] : tensor<1x12x1x1xf32> into tensor<12xf32>
    %169 = tensor.empty() : tensor<12xf32>
    %170 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_32 : tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_6 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<12xf32>
    %171 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg56 : tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_5 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<12xf32>
    %172 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%170, %171 : tensor<12xf32>, tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<12xf32>
    %collapsed_33 = tensor.collapse_shape %161 [[0, 1, 2, 3]] : tensor<1x12x1x1xf32> into tensor<12xf32>
    %173 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_33 : tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_4 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<12xf32>
    %174 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%173 : tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_6 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<12xf32>
    %175 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg57 : tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_5 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<12xf32>
    %176 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%174, %175 : tensor<12xf32>, tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<12xf32>
    %expanded_34 = tensor.expand_shape %arg17 [[0, 1, 2]] output_shape [12, 1, 1] : tensor<12xf32> into tensor<12x1x1xf32>
    %177 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%168, %expanded_34 : tensor<4x12x8x8xf32>, tensor<12x1x1xf32>) outs(%146 : tensor<4x12x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x8x8xf32>
    %expanded_35 = tensor.expand_shape %arg18 [[0, 1, 2]] output_shape [12, 1, 1] : tensor<12xf32> into tensor<12x1x1xf32>
    %178 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%177, %expanded_35 : tensor<4x12x8x8xf32>, tensor<12x1x1xf32>) outs(%146 : tensor<4x12x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x8x8xf32>
    %179 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%178 : tensor<4x12x8x8xf32>) outs(%146 : tensor<4x12x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.negf %in : f32
      %346 = math.exp %345 : f32
      %347 = arith.addf %346, %cst_1 : f32
      %348 = arith.divf %cst_1, %347 : f32
      linalg.yield %348 : f32
    } -> tensor<4x12x8x8xf32>
    %180 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%179, %178 : tensor<4x12x8x8xf32>, tensor<4x12x8x8xf32>) outs(%146 : tensor<4x12x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x8x8xf32>
    %padded_36 = tensor.pad %180 low[0, 0, 2, 2] high[0, 0, 2, 2] {
    ^bb0(%arg75: index, %arg76: index, %arg77: index, %arg78: index):
      tensor.yield %cst : f32
    } : tensor<4x12x8x8xf32> to tensor<4x12x12x12xf32>
    %collapsed_37 = tensor.collapse_shape %arg19 [[0, 1], [2], [3]] : tensor<12x1x5x5xf32> into tensor<12x5x5xf32>
    %181 = linalg.depthwise_conv_2d_nchw_chw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_36, %collapsed_37 : tensor<4x12x12x12xf32>, tensor<12x5x5xf32>) outs(%147 : tensor<4x12x8x8xf32>) -> tensor<4x12x8x8xf32>
    %182 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg61 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %345 = arith.addi %in, %c1_i64 : i64
      linalg.yield %345 : i64
    } -> tensor<i64>
    %183 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%181 : tensor<4x12x8x8xf32>) outs(%150 : tensor<4x12x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %345 = arith.extf %in : f32 to f64
      linalg.yield %345 : f64
    } -> tensor<4x12x8x8xf64>
    %184 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%183 : tensor<4x12x8x8xf64>) outs(%153 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.addf %in, %out : f64
      linalg.yield %345 : f64
    } -> tensor<1x12x1x1xf64>
    %185 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%184 : tensor<1x12x1x1xf64>) outs(%152 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.divf %in, %cst_8 : f64
      linalg.yield %345 : f64
    } -> tensor<1x12x1x1xf64>
    %186 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%183, %185 : tensor<4x12x8x8xf64>, tensor<1x12x1x1xf64>) outs(%150 : tensor<4x12x8x8xf64>) {
    ^bb0(%in: f64, %in_65: f64, %out: f64):
      %345 = arith.subf %in, %in_65 : f64
      linalg.yield %345 : f64
    } -> tensor<4x12x8x8xf64>
    %187 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%186, %186 : tensor<4x12x8x8xf64>, tensor<4x12x8x8xf64>) outs(%150 : tensor<4x12x8x8xf64>) {
    ^bb0(%in: f64, %in_65: f64, %out: f64):
      %345 = arith.mulf %in, %in_65 : f64
      linalg.yield %345 : f64
    } -> tensor<4x12x8x8xf64>
    %188 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%187 : tensor<4x12x8x8xf64>) outs(%153 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.addf %in, %out : f64
      linalg.yield %345 : f64
    } -> tensor<1x12x1x1xf64>
    %189 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%188 : tensor<1x12x1x1xf64>) outs(%152 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.divf %in, %cst_8 : f64
      linalg.yield %345 : f64
    } -> tensor<1x12x1x1xf64>
    %190 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%189 : tensor<1x12x1x1xf64>) outs(%160 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %345 = arith.truncf %in : f64 to f32
      linalg.yield %345 : f32
    } -> tensor<1x12x1x1xf32>
    %191 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%181 : tensor<4x12x8x8xf32>) outs(%162 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.addf %in, %out : f32
      linalg.yield %345 : f32
    } -> tensor<1x12x1x1xf32>
    %192 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%191 : tensor<1x12x1x1xf32>) outs(%160 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.divf %in, %cst_9 : f32
      linalg.yield %345 : f32
    } -> tensor<1x12x1x1xf32>
    %193 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%190 : tensor<1x12x1x1xf32>) outs(%160 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_7 : f64 to f32
      %346 = arith.addf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<1x12x1x1xf32>
    %194 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%193 : tensor<1x12x1x1xf32>) outs(%160 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = math.rsqrt %in : f32
      linalg.yield %345 : f32
    } -> tensor<1x12x1x1xf32>
    %195 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%181, %192 : tensor<4x12x8x8xf32>, tensor<1x12x1x1xf32>) outs(%146 : tensor<4x12x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.subf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x8x8xf32>
    %196 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%195, %194 : tensor<4x12x8x8xf32>, tensor<1x12x1x1xf32>) outs(%146 : tensor<4x12x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x8x8xf32>
    %collapsed_38 = tensor.collapse_shape %192 [[0, 1, 2, 3]] : tensor<1x12x1x1xf32> into tensor<12xf32>
    %197 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_38 : tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_6 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<12xf32>
    %198 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg59 : tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_5 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<12xf32>
    %199 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%197, %198 : tensor<12xf32>, tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<12xf32>
    %collapsed_39 = tensor.collapse_shape %190 [[0, 1, 2, 3]] : tensor<1x12x1x1xf32> into tensor<12xf32>
    %200 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_39 : tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_4 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<12xf32>
    %201 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%200 : tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_6 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<12xf32>
    %202 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg60 : tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_5 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<12xf32>
    %203 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%201, %202 : tensor<12xf32>, tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<12xf32>
    %expanded_40 = tensor.expand_shape %arg20 [[0, 1, 2]] output_shape [12, 1, 1] : tensor<12xf32> into tensor<12x1x1xf32>
    %204 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%196, %expanded_40 : tensor<4x12x8x8xf32>, tensor<12x1x1xf32>) outs(%146 : tensor<4x12x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x8x8xf32>
    %expanded_41 = tensor.expand_shape %arg21 [[0, 1, 2]] output_shape [12, 1, 1] : tensor<12xf32> into tensor<12x1x1xf32>
    %205 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%204, %expanded_41 : tensor<4x12x8x8xf32>, tensor<12x1x1xf32>) outs(%146 : tensor<4x12x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x8x8xf32>
    %206 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%205 : tensor<4x12x8x8xf32>) outs(%146 : tensor<4x12x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.negf %in : f32
      %346 = math.exp %345 : f32
      %347 = arith.addf %346, %cst_1 : f32
      %348 = arith.divf %cst_1, %347 : f32
      linalg.yield %348 : f32
    } -> tensor<4x12x8x8xf32>
    %207 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%206, %205 : tensor<4x12x8x8xf32>, tensor<4x12x8x8xf32>) outs(%146 : tensor<4x12x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x8x8xf32>
    %208 = tensor.empty() : tensor<4x12x1x1xf32>
    %209 = linalg.fill ins(%cst : f32) outs(%208 : tensor<4x12x1x1xf32>) -> tensor<4x12x1x1xf32>
    %210 = linalg.pooling_nchw_sum {dilations = dense<1> : vector<2xi64>, strides = dense<8> : vector<2xi64>} ins(%207, %103 : tensor<4x12x8x8xf32>, tensor<8x8xf32>) outs(%209 : tensor<4x12x1x1xf32>) -> tensor<4x12x1x1xf32>
    %211 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%210 : tensor<4x12x1x1xf32>) outs(%208 : tensor<4x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.divf %in, %cst_12 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x1x1xf32>
    %broadcasted_42 = linalg.broadcast ins(%arg23 : tensor<1xf32>) outs(%106 : tensor<4x1x1x1xf32>) dimensions = [0, 2, 3] 
    %212 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%211, %arg22 : tensor<4x12x1x1xf32>, tensor<1x12x1x1xf32>) outs(%broadcasted_42 : tensor<4x1x1x1xf32>) -> tensor<4x1x1x1xf32>
    %213 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%212 : tensor<4x1x1x1xf32>) outs(%106 : tensor<4x1x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.negf %in : f32
      %346 = math.exp %345 : f32
      %347 = arith.addf %346, %cst_1 : f32
      %348 = arith.divf %cst_1, %347 : f32
      linalg.yield %348 : f32
    } -> tensor<4x1x1x1xf32>
    %214 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%213, %212 : tensor<4x1x1x1xf32>, tensor<4x1x1x1xf32>) outs(%106 : tensor<4x1x1x1xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x1x1x1xf32>
    %broadcasted_43 = linalg.broadcast ins(%arg25 : tensor<12xf32>) outs(%208 : tensor<4x12x1x1xf32>) dimensions = [0, 2, 3] 
    %215 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%214, %arg24 : tensor<4x1x1x1xf32>, tensor<12x1x1x1xf32>) outs(%broadcasted_43 : tensor<4x12x1x1xf32>) -> tensor<4x12x1x1xf32>
    %216 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%215 : tensor<4x12x1x1xf32>) outs(%208 : tensor<4x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.negf %in : f32
      %346 = math.exp %345 : f32
      %347 = arith.addf %346, %cst_1 : f32
      %348 = arith.divf %cst_1, %347 : f32
      linalg.yield %348 : f32
    } -> tensor<4x12x1x1xf32>
    %217 = linalg.generic {indexing_maps = [#map1, #map6, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%207, %216 : tensor<4x12x8x8xf32>, tensor<4x12x1x1xf32>) outs(%146 : tensor<4x12x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x8x8xf32>
    %218 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%217, %arg26 : tensor<4x12x8x8xf32>, tensor<6x12x1x1xf32>) outs(%114 : tensor<4x6x8x8xf32>) -> tensor<4x6x8x8xf32>
    %219 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg64 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %345 = arith.addi %in, %c1_i64 : i64
      linalg.yield %345 : i64
    } -> tensor<i64>
    %220 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%218 : tensor<4x6x8x8xf32>) outs(%117 : tensor<4x6x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %345 = arith.extf %in : f32 to f64
      linalg.yield %345 : f64
    } -> tensor<4x6x8x8xf64>
    %221 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%220 : tensor<4x6x8x8xf64>) outs(%120 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.addf %in, %out : f64
      linalg.yield %345 : f64
    } -> tensor<1x6x1x1xf64>
    %222 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%221 : tensor<1x6x1x1xf64>) outs(%119 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.divf %in, %cst_8 : f64
      linalg.yield %345 : f64
    } -> tensor<1x6x1x1xf64>
    %223 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%220, %222 : tensor<4x6x8x8xf64>, tensor<1x6x1x1xf64>) outs(%117 : tensor<4x6x8x8xf64>) {
    ^bb0(%in: f64, %in_65: f64, %out: f64):
      %345 = arith.subf %in, %in_65 : f64
      linalg.yield %345 : f64
    } -> tensor<4x6x8x8xf64>
    %224 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%223, %223 : tensor<4x6x8x8xf64>, tensor<4x6x8x8xf64>) outs(%117 : tensor<4x6x8x8xf64>) {
    ^bb0(%in: f64, %in_65: f64, %out: f64):
      %345 = arith.mulf %in, %in_65 : f64
      linalg.yield %345 : f64
    } -> tensor<4x6x8x8xf64>
    %225 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%224 : tensor<4x6x8x8xf64>) outs(%120 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.addf %in, %out : f64
      linalg.yield %345 : f64
    } -> tensor<1x6x1x1xf64>
    %226 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%225 : tensor<1x6x1x1xf64>) outs(%119 : tensor<1x6x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.divf %in, %cst_8 : f64
      linalg.yield %345 : f64
    } -> tensor<1x6x1x1xf64>
    %227 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%226 : tensor<1x6x1x1xf64>) outs(%127 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %345 = arith.truncf %in : f64 to f32
      linalg.yield %345 : f32
    } -> tensor<1x6x1x1xf32>
    %228 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%218 : tensor<4x6x8x8xf32>) outs(%129 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.addf %in, %out : f32
      linalg.yield %345 : f32
    } -> tensor<1x6x1x1xf32>
    %229 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%228 : tensor<1x6x1x1xf32>) outs(%127 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.divf %in, %cst_9 : f32
      linalg.yield %345 : f32
    } -> tensor<1x6x1x1xf32>
    %230 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%227 : tensor<1x6x1x1xf32>) outs(%127 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_7 : f64 to f32
      %346 = arith.addf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<1x6x1x1xf32>
    %231 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%230 : tensor<1x6x1x1xf32>) outs(%127 : tensor<1x6x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = math.rsqrt %in : f32
      linalg.yield %345 : f32
    } -> tensor<1x6x1x1xf32>
    %232 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%218, %229 : tensor<4x6x8x8xf32>, tensor<1x6x1x1xf32>) outs(%113 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.subf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x6x8x8xf32>
    %233 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%232, %231 : tensor<4x6x8x8xf32>, tensor<1x6x1x1xf32>) outs(%113 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x6x8x8xf32>
    %collapsed_44 = tensor.collapse_shape %229 [[0, 1, 2, 3]] : tensor<1x6x1x1xf32> into tensor<6xf32>
    %234 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_44 : tensor<6xf32>) outs(%136 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_6 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<6xf32>
    %235 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg62 : tensor<6xf32>) outs(%136 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_5 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<6xf32>
    %236 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%234, %235 : tensor<6xf32>, tensor<6xf32>) outs(%136 : tensor<6xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<6xf32>
    %collapsed_45 = tensor.collapse_shape %227 [[0, 1, 2, 3]] : tensor<1x6x1x1xf32> into tensor<6xf32>
    %237 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_45 : tensor<6xf32>) outs(%136 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_4 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<6xf32>
    %238 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%237 : tensor<6xf32>) outs(%136 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_6 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<6xf32>
    %239 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg63 : tensor<6xf32>) outs(%136 : tensor<6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_5 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<6xf32>
    %240 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%238, %239 : tensor<6xf32>, tensor<6xf32>) outs(%136 : tensor<6xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<6xf32>
    %expanded_46 = tensor.expand_shape %arg27 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %241 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%233, %expanded_46 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%113 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x6x8x8xf32>
    %expanded_47 = tensor.expand_shape %arg28 [[0, 1, 2]] output_shape [6, 1, 1] : tensor<6xf32> into tensor<6x1x1xf32>
    %242 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%241, %expanded_47 : tensor<4x6x8x8xf32>, tensor<6x1x1xf32>) outs(%113 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x6x8x8xf32>
    %243 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%145, %242 : tensor<4x6x8x8xf32>, tensor<4x6x8x8xf32>) outs(%113 : tensor<4x6x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x6x8x8xf32>
    %244 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%243, %arg29 : tensor<4x6x8x8xf32>, tensor<12x6x1x1xf32>) outs(%147 : tensor<4x12x8x8xf32>) -> tensor<4x12x8x8xf32>
    %245 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg67 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %345 = arith.addi %in, %c1_i64 : i64
      linalg.yield %345 : i64
    } -> tensor<i64>
    %246 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%244 : tensor<4x12x8x8xf32>) outs(%150 : tensor<4x12x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %345 = arith.extf %in : f32 to f64
      linalg.yield %345 : f64
    } -> tensor<4x12x8x8xf64>
    %247 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%246 : tensor<4x12x8x8xf64>) outs(%153 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.addf %in, %out : f64
      linalg.yield %345 : f64
    } -> tensor<1x12x1x1xf64>
    %248 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%247 : tensor<1x12x1x1xf64>) outs(%152 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.divf %in, %cst_8 : f64
      linalg.yield %345 : f64
    } -> tensor<1x12x1x1xf64>
    %249 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%246, %248 : tensor<4x12x8x8xf64>, tensor<1x12x1x1xf64>) outs(%150 : tensor<4x12x8x8xf64>) {
    ^bb0(%in: f64, %in_65: f64, %out: f64):
      %345 = arith.subf %in, %in_65 : f64
      linalg.yield %345 : f64
    } -> tensor<4x12x8x8xf64>
    %250 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%249, %249 : tensor<4x12x8x8xf64>, tensor<4x12x8x8xf64>) outs(%150 : tensor<4x12x8x8xf64>) {
    ^bb0(%in: f64, %in_65: f64, %out: f64):
      %345 = arith.mulf %in, %in_65 : f64
      linalg.yield %345 : f64
    } -> tensor<4x12x8x8xf64>
    %251 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%250 : tensor<4x12x8x8xf64>) outs(%153 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.addf %in, %out : f64
      linalg.yield %345 : f64
    } -> tensor<1x12x1x1xf64>
    %252 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%251 : tensor<1x12x1x1xf64>) outs(%152 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.divf %in, %cst_8 : f64
      linalg.yield %345 : f64
    } -> tensor<1x12x1x1xf64>
    %253 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%252 : tensor<1x12x1x1xf64>) outs(%160 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %345 = arith.truncf %in : f64 to f32
      linalg.yield %345 : f32
    } -> tensor<1x12x1x1xf32>
    %254 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%244 : tensor<4x12x8x8xf32>) outs(%162 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.addf %in, %out : f32
      linalg.yield %345 : f32
    } -> tensor<1x12x1x1xf32>
    %255 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%254 : tensor<1x12x1x1xf32>) outs(%160 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.divf %in, %cst_9 : f32
      linalg.yield %345 : f32
    } -> tensor<1x12x1x1xf32>
    %256 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%253 : tensor<1x12x1x1xf32>) outs(%160 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_7 : f64 to f32
      %346 = arith.addf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<1x12x1x1xf32>
    %257 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%256 : tensor<1x12x1x1xf32>) outs(%160 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = math.rsqrt %in : f32
      linalg.yield %345 : f32
    } -> tensor<1x12x1x1xf32>
    %258 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%244, %255 : tensor<4x12x8x8xf32>, tensor<1x12x1x1xf32>) outs(%146 : tensor<4x12x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.subf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x8x8xf32>
    %259 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%258, %257 : tensor<4x12x8x8xf32>, tensor<1x12x1x1xf32>) outs(%146 : tensor<4x12x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x8x8xf32>
    %collapsed_48 = tensor.collapse_shape %255 [[0, 1, 2, 3]] : tensor<1x12x1x1xf32> into tensor<12xf32>
    %260 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_48 : tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_6 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<12xf32>
    %261 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg65 : tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_5 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<12xf32>
    %262 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%260, %261 : tensor<12xf32>, tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<12xf32>
    %collapsed_49 = tensor.collapse_shape %253 [[0, 1, 2, 3]] : tensor<1x12x1x1xf32> into tensor<12xf32>
    %263 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_49 : tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_4 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<12xf32>
    %264 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%263 : tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_6 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<12xf32>
    %265 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg66 : tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_5 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<12xf32>
    %266 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%264, %265 : tensor<12xf32>, tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<12xf32>
    %expanded_50 = tensor.expand_shape %arg30 [[0, 1, 2]] output_shape [12, 1, 1] : tensor<12xf32> into tensor<12x1x1xf32>
    %267 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%259, %expanded_50 : tensor<4x12x8x8xf32>, tensor<12x1x1xf32>) outs(%146 : tensor<4x12x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x8x8xf32>
    %expanded_51 = tensor.expand_shape %arg31 [[0, 1, 2]] output_shape [12, 1, 1] : tensor<12xf32> into tensor<12x1x1xf32>
    %268 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%267, %expanded_51 : tensor<4x12x8x8xf32>, tensor<12x1x1xf32>) outs(%146 : tensor<4x12x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x8x8xf32>
    %269 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%268 : tensor<4x12x8x8xf32>) outs(%146 : tensor<4x12x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.negf %in : f32
      %346 = math.exp %345 : f32
      %347 = arith.addf %346, %cst_1 : f32
      %348 = arith.divf %cst_1, %347 : f32
      linalg.yield %348 : f32
    } -> tensor<4x12x8x8xf32>
    %270 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%269, %268 : tensor<4x12x8x8xf32>, tensor<4x12x8x8xf32>) outs(%146 : tensor<4x12x8x8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x8x8xf32>
    %padded_52 = tensor.pad %270 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg75: index, %arg76: index, %arg77: index, %arg78: index):
      tensor.yield %cst : f32
    } : tensor<4x12x8x8xf32> to tensor<4x12x10x10xf32>
    %271 = tensor.empty() : tensor<4x12x4x4xf32>
    %272 = linalg.fill ins(%cst : f32) outs(%271 : tensor<4x12x4x4xf32>) -> tensor<4x12x4x4xf32>
    %collapsed_53 = tensor.collapse_shape %arg32 [[0, 1], [2], [3]] : tensor<12x1x3x3xf32> into tensor<12x3x3xf32>
    %273 = linalg.depthwise_conv_2d_nchw_chw {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%padded_52, %collapsed_53 : tensor<4x12x10x10xf32>, tensor<12x3x3xf32>) outs(%272 : tensor<4x12x4x4xf32>) -> tensor<4x12x4x4xf32>
    %274 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg70 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %345 = arith.addi %in, %c1_i64 : i64
      linalg.yield %345 : i64
    } -> tensor<i64>
    %275 = tensor.empty() : tensor<4x12x4x4xf64>
    %276 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%273 : tensor<4x12x4x4xf32>) outs(%275 : tensor<4x12x4x4xf64>) {
    ^bb0(%in: f32, %out: f64):
      %345 = arith.extf %in : f32 to f64
      linalg.yield %345 : f64
    } -> tensor<4x12x4x4xf64>
    %277 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%276 : tensor<4x12x4x4xf64>) outs(%153 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.addf %in, %out : f64
      linalg.yield %345 : f64
    } -> tensor<1x12x1x1xf64>
    %278 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%277 : tensor<1x12x1x1xf64>) outs(%152 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.divf %in, %cst_13 : f64
      linalg.yield %345 : f64
    } -> tensor<1x12x1x1xf64>
    %279 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%276, %278 : tensor<4x12x4x4xf64>, tensor<1x12x1x1xf64>) outs(%275 : tensor<4x12x4x4xf64>) {
    ^bb0(%in: f64, %in_65: f64, %out: f64):
      %345 = arith.subf %in, %in_65 : f64
      linalg.yield %345 : f64
    } -> tensor<4x12x4x4xf64>
    %280 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%279, %279 : tensor<4x12x4x4xf64>, tensor<4x12x4x4xf64>) outs(%275 : tensor<4x12x4x4xf64>) {
    ^bb0(%in: f64, %in_65: f64, %out: f64):
      %345 = arith.mulf %in, %in_65 : f64
      linalg.yield %345 : f64
    } -> tensor<4x12x4x4xf64>
    %281 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%280 : tensor<4x12x4x4xf64>) outs(%153 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.addf %in, %out : f64
      linalg.yield %345 : f64
    } -> tensor<1x12x1x1xf64>
    %282 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%281 : tensor<1x12x1x1xf64>) outs(%152 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.divf %in, %cst_13 : f64
      linalg.yield %345 : f64
    } -> tensor<1x12x1x1xf64>
    %283 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%282 : tensor<1x12x1x1xf64>) outs(%160 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %345 = arith.truncf %in : f64 to f32
      linalg.yield %345 : f32
    } -> tensor<1x12x1x1xf32>
    %284 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%273 : tensor<4x12x4x4xf32>) outs(%162 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.addf %in, %out : f32
      linalg.yield %345 : f32
    } -> tensor<1x12x1x1xf32>
    %285 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%284 : tensor<1x12x1x1xf32>) outs(%160 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.divf %in, %cst_12 : f32
      linalg.yield %345 : f32
    } -> tensor<1x12x1x1xf32>
    %286 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%283 : tensor<1x12x1x1xf32>) outs(%160 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_7 : f64 to f32
      %346 = arith.addf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<1x12x1x1xf32>
    %287 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%286 : tensor<1x12x1x1xf32>) outs(%160 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = math.rsqrt %in : f32
      linalg.yield %345 : f32
    } -> tensor<1x12x1x1xf32>
    %288 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%273, %285 : tensor<4x12x4x4xf32>, tensor<1x12x1x1xf32>) outs(%271 : tensor<4x12x4x4xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.subf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x4x4xf32>
    %289 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%288, %287 : tensor<4x12x4x4xf32>, tensor<1x12x1x1xf32>) outs(%271 : tensor<4x12x4x4xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x4x4xf32>
    %collapsed_54 = tensor.collapse_shape %285 [[0, 1, 2, 3]] : tensor<1x12x1x1xf32> into tensor<12xf32>
    %290 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_54 : tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_6 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<12xf32>
    %291 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg68 : tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_5 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<12xf32>
    %292 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%290, %291 : tensor<12xf32>, tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<12xf32>
    %collapsed_55 = tensor.collapse_shape %283 [[0, 1, 2, 3]] : tensor<1x12x1x1xf32> into tensor<12xf32>
    %293 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_55 : tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_3 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<12xf32>
    %294 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%293 : tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_6 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<12xf32>
    %295 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg69 : tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_5 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<12xf32>
    %296 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%294, %295 : tensor<12xf32>, tensor<12xf32>) outs(%169 : tensor<12xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<12xf32>
    %expanded_56 = tensor.expand_shape %arg33 [[0, 1, 2]] output_shape [12, 1, 1] : tensor<12xf32> into tensor<12x1x1xf32>
    %297 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%289, %expanded_56 : tensor<4x12x4x4xf32>, tensor<12x1x1xf32>) outs(%271 : tensor<4x12x4x4xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x4x4xf32>
    %expanded_57 = tensor.expand_shape %arg34 [[0, 1, 2]] output_shape [12, 1, 1] : tensor<12xf32> into tensor<12x1x1xf32>
    %298 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%297, %expanded_57 : tensor<4x12x4x4xf32>, tensor<12x1x1xf32>) outs(%271 : tensor<4x12x4x4xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x4x4xf32>
    %299 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%298 : tensor<4x12x4x4xf32>) outs(%271 : tensor<4x12x4x4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.negf %in : f32
      %346 = math.exp %345 : f32
      %347 = arith.addf %346, %cst_1 : f32
      %348 = arith.divf %cst_1, %347 : f32
      linalg.yield %348 : f32
    } -> tensor<4x12x4x4xf32>
    %300 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%299, %298 : tensor<4x12x4x4xf32>, tensor<4x12x4x4xf32>) outs(%271 : tensor<4x12x4x4xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x4x4xf32>
    %301 = tensor.empty() : tensor<4x4xf32>
    %302 = linalg.pooling_nchw_sum {dilations = dense<1> : vector<2xi64>, strides = dense<4> : vector<2xi64>} ins(%300, %301 : tensor<4x12x4x4xf32>, tensor<4x4xf32>) outs(%209 : tensor<4x12x1x1xf32>) -> tensor<4x12x1x1xf32>
    %303 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%302 : tensor<4x12x1x1xf32>) outs(%208 : tensor<4x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.divf %in, %cst_14 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x1x1xf32>
    %broadcasted_58 = linalg.broadcast ins(%arg36 : tensor<1xf32>) outs(%106 : tensor<4x1x1x1xf32>) dimensions = [0, 2, 3] 
    %304 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%303, %arg35 : tensor<4x12x1x1xf32>, tensor<1x12x1x1xf32>) outs(%broadcasted_58 : tensor<4x1x1x1xf32>) -> tensor<4x1x1x1xf32>
    %305 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%304 : tensor<4x1x1x1xf32>) outs(%106 : tensor<4x1x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.negf %in : f32
      %346 = math.exp %345 : f32
      %347 = arith.addf %346, %cst_1 : f32
      %348 = arith.divf %cst_1, %347 : f32
      linalg.yield %348 : f32
    } -> tensor<4x1x1x1xf32>
    %306 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%305, %304 : tensor<4x1x1x1xf32>, tensor<4x1x1x1xf32>) outs(%106 : tensor<4x1x1x1xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x1x1x1xf32>
    %broadcasted_59 = linalg.broadcast ins(%arg38 : tensor<12xf32>) outs(%208 : tensor<4x12x1x1xf32>) dimensions = [0, 2, 3] 
    %307 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%306, %arg37 : tensor<4x1x1x1xf32>, tensor<12x1x1x1xf32>) outs(%broadcasted_59 : tensor<4x12x1x1xf32>) -> tensor<4x12x1x1xf32>
    %308 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%307 : tensor<4x12x1x1xf32>) outs(%208 : tensor<4x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.negf %in : f32
      %346 = math.exp %345 : f32
      %347 = arith.addf %346, %cst_1 : f32
      %348 = arith.divf %cst_1, %347 : f32
      linalg.yield %348 : f32
    } -> tensor<4x12x1x1xf32>
    %309 = linalg.generic {indexing_maps = [#map1, #map6, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%300, %308 : tensor<4x12x4x4xf32>, tensor<4x12x1x1xf32>) outs(%271 : tensor<4x12x4x4xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x12x4x4xf32>
    %310 = tensor.empty() : tensor<4x8x4x4xf32>
    %311 = linalg.fill ins(%cst : f32) outs(%310 : tensor<4x8x4x4xf32>) -> tensor<4x8x4x4xf32>
    %312 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%309, %arg39 : tensor<4x12x4x4xf32>, tensor<8x12x1x1xf32>) outs(%311 : tensor<4x8x4x4xf32>) -> tensor<4x8x4x4xf32>
    %313 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg73 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %345 = arith.addi %in, %c1_i64 : i64
      linalg.yield %345 : i64
    } -> tensor<i64>
    %314 = tensor.empty() : tensor<4x8x4x4xf64>
    %315 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%312 : tensor<4x8x4x4xf32>) outs(%314 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f32, %out: f64):
      %345 = arith.extf %in : f32 to f64
      linalg.yield %345 : f64
    } -> tensor<4x8x4x4xf64>
    %316 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%315 : tensor<4x8x4x4xf64>) outs(%46 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.addf %in, %out : f64
      linalg.yield %345 : f64
    } -> tensor<1x8x1x1xf64>
    %317 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%316 : tensor<1x8x1x1xf64>) outs(%45 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.divf %in, %cst_13 : f64
      linalg.yield %345 : f64
    } -> tensor<1x8x1x1xf64>
    %318 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%315, %317 : tensor<4x8x4x4xf64>, tensor<1x8x1x1xf64>) outs(%314 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f64, %in_65: f64, %out: f64):
      %345 = arith.subf %in, %in_65 : f64
      linalg.yield %345 : f64
    } -> tensor<4x8x4x4xf64>
    %319 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%318, %318 : tensor<4x8x4x4xf64>, tensor<4x8x4x4xf64>) outs(%314 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f64, %in_65: f64, %out: f64):
      %345 = arith.mulf %in, %in_65 : f64
      linalg.yield %345 : f64
    } -> tensor<4x8x4x4xf64>
    %320 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%319 : tensor<4x8x4x4xf64>) outs(%46 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.addf %in, %out : f64
      linalg.yield %345 : f64
    } -> tensor<1x8x1x1xf64>
    %321 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%320 : tensor<1x8x1x1xf64>) outs(%45 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %345 = arith.divf %in, %cst_13 : f64
      linalg.yield %345 : f64
    } -> tensor<1x8x1x1xf64>
    %322 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%321 : tensor<1x8x1x1xf64>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %345 = arith.truncf %in : f64 to f32
      linalg.yield %345 : f32
    } -> tensor<1x8x1x1xf32>
    %323 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%312 : tensor<4x8x4x4xf32>) outs(%55 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.addf %in, %out : f32
      linalg.yield %345 : f32
    } -> tensor<1x8x1x1xf32>
    %324 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%323 : tensor<1x8x1x1xf32>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.divf %in, %cst_12 : f32
      linalg.yield %345 : f32
    } -> tensor<1x8x1x1xf32>
    %325 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%322 : tensor<1x8x1x1xf32>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_7 : f64 to f32
      %346 = arith.addf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<1x8x1x1xf32>
    %326 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%325 : tensor<1x8x1x1xf32>) outs(%53 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = math.rsqrt %in : f32
      linalg.yield %345 : f32
    } -> tensor<1x8x1x1xf32>
    %327 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%312, %324 : tensor<4x8x4x4xf32>, tensor<1x8x1x1xf32>) outs(%310 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.subf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x8x4x4xf32>
    %328 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%327, %326 : tensor<4x8x4x4xf32>, tensor<1x8x1x1xf32>) outs(%310 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x8x4x4xf32>
    %collapsed_60 = tensor.collapse_shape %324 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %329 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_60 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_6 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<8xf32>
    %330 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg71 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_5 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<8xf32>
    %331 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%329, %330 : tensor<8xf32>, tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<8xf32>
    %collapsed_61 = tensor.collapse_shape %322 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %332 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_61 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_3 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<8xf32>
    %333 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%332 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_6 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<8xf32>
    %334 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg72 : tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.truncf %cst_5 : f64 to f32
      %346 = arith.mulf %in, %345 : f32
      linalg.yield %346 : f32
    } -> tensor<8xf32>
    %335 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%333, %334 : tensor<8xf32>, tensor<8xf32>) outs(%62 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<8xf32>
    %expanded_62 = tensor.expand_shape %arg40 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %336 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%328, %expanded_62 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%310 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.mulf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x8x4x4xf32>
    %expanded_63 = tensor.expand_shape %arg41 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %337 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%336, %expanded_63 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%310 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x8x4x4xf32>
    %338 = linalg.pooling_nchw_sum {dilations = dense<1> : vector<2xi64>, strides = dense<4> : vector<2xi64>} ins(%337, %301 : tensor<4x8x4x4xf32>, tensor<4x4xf32>) outs(%102 : tensor<4x8x1x1xf32>) -> tensor<4x8x1x1xf32>
    %339 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%338 : tensor<4x8x1x1xf32>) outs(%101 : tensor<4x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %345 = arith.divf %in, %cst_14 : f32
      linalg.yield %345 : f32
    } -> tensor<4x8x1x1xf32>
    %collapsed_64 = tensor.collapse_shape %339 [[0], [1, 2, 3]] : tensor<4x8x1x1xf32> into tensor<4x8xf32>
    %340 = tensor.empty() : tensor<8x10xf32>
    %transposed = linalg.transpose ins(%arg42 : tensor<10x8xf32>) outs(%340 : tensor<8x10xf32>) permutation = [1, 0] 
    %341 = tensor.empty() : tensor<4x10xf32>
    %342 = linalg.fill ins(%cst : f32) outs(%341 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %343 = linalg.matmul ins(%collapsed_64, %transposed : tensor<4x8xf32>, tensor<8x10xf32>) outs(%342 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %344 = linalg.generic {indexing_maps = [#map7, #map8, #map7], iterator_types = ["parallel", "parallel"]} ins(%343, %arg43 : tensor<4x10xf32>, tensor<10xf32>) outs(%341 : tensor<4x10xf32>) {
    ^bb0(%in: f32, %in_65: f32, %out: f32):
      %345 = arith.addf %in, %in_65 : f32
      linalg.yield %345 : f32
    } -> tensor<4x10xf32>
    return %27, %31, %4, %65, %69, %42, %92, %96, %75, %139, %143, %116, %172, %176, %149, %199, %203, %182, %236, %240, %219, %262, %266, %245, %292, %296, %274, %331, %335, %313, %344 : tensor<4xf32>, tensor<4xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<6xf32>, tensor<6xf32>, tensor<i64>, tensor<12xf32>, tensor<12xf32>, tensor<i64>, tensor<12xf32>, tensor<12xf32>, tensor<i64>, tensor<6xf32>, tensor<6xf32>, tensor<i64>, tensor<12xf32>, tensor<12xf32>, tensor<i64>, tensor<12xf32>, tensor<12xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<4x10xf32>
  }
}
