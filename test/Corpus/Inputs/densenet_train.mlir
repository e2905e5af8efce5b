#map = affine_map<() -> ()>
#map1 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
#map2 = affine_map<(d0, d1, d2, d3) -> (0, d1, 0, 0)>
#map3 = affine_map<(d0) -> (d0)>
#map4 = affine_map<(d0, d1, d2, d3) -> (d1, 0, 0)>
#map5 = affine_map<(d0, d1) -> (d0, d1)>
#map6 = affine_map<(d0, d1) -> (d1)>
module {
  func.func @main(%arg0: tensor<8x3x3x3xf32> {approx.name = "stem.weight", approx.role = "parameter"}, %arg1: tensor<8xf32> {approx.name = "block1.0.norm1.weight", approx.role = "parameter"}, %arg2: tensor<8xf32> {approx.name = "block1.0.norm1.bias", approx.role = "parameter"}, %arg3: tensor<8x8x1x1xf32> {approx.name = "block1.0.conv1.weight", approx.role = "parameter"}, %arg4: tensor<8xf32> {approx.name = "block1.0.norm2.weight", approx.role = "parameter"}, %arg5: tensor<8xf32> {approx.name = "block1.0.norm2.bias", approx.role = "parameter"}, %arg6: tensor<4x8x3x3xf32> {approx.name = "block1.0.conv2.weight", approx.role = "parameter"}, %arg7: tensor<12xf32> {approx.name = "block1.1.norm1.weight", approx.role = "parameter"}, %arg8: tensor<12xf32> {approx.name = "block1.1.norm1.bias", approx.role = "parameter"}, %arg9: tensor<8x12x1x1xf32> {approx.name = "block1.1.conv1.weight", approx.role = "parameter"}, %arg10: tensor<8xf32> {approx.name = "block1.1.norm2.weight", approx.role = "parameter"}, %arg11: tensor<8xf32> {approx.name = "block1.1.norm2.bias", approx.role = "parameter"}, %arg12: tensor<4x8x3x3xf32> {approx.name = "block1.1.conv2.weight", approx.role = "parameter"}, %arg13: tensor<16xf32> {approx.name = "transition.0.weight", approx.role = "parameter"}, %arg14: tensor<16xf32> {approx.name = "transition.0.bias", approx.role = "parameter"}, %arg15: tensor<8x16x1x1xf32> {approx.name = "transition.2.weight", approx.role = "parameter"}, %arg16: tensor<8xf32> {approx.name = "block2.0.norm1.weight", approx.role = "parameter"}, %arg17: tensor<8xf32> {approx.name = "block2.0.norm1.bias", approx.role = "parameter"}, %arg18: tensor<8x8x1x1xf32> {approx.name = "block2.0.conv1.weight", approx.role = "parameter"}, %arg19: tensor<8xf32> {approx.name = "block2.0.norm2.weight", approx.role = "parameter"}, %arg20: tensor<8xf32> {approx.name = "block2.0.norm2.bias", approx.role = "parameter"}, %arg21: tensor<4x8x3x3xf32> {approx.name = "block2.0.conv2.weight", approx.role = "parameter"}, %arg22: tensor<12xf32> {approx.name = "block2.1.norm1.weight", approx.role = "parameter"}, %arg23: tensor<12xf32> {approx.name = "block2.1.norm1.bias", approx.role = "parameter"}, %arg24: tensor<8x12x1x1xf32> {approx.name = "block2.1.conv1.weight", approx.role = "parameter"}, %arg25: tensor<8xf32> {approx.name = "block2.1.norm2.weight", approx.role = "parameter"}, %arg26: tensor<8xf32> {approx.name = "block2.1.norm2.bias", approx.role = "parameter"}, %arg27: tensor<4x8x3x3xf32> {approx.name = "block2.1.conv2.weight", approx.role = "parameter"}, %arg28: tensor<16xf32> {approx.name = "norm.weight", approx.role = "parameter"}, %arg29: tensor<16xf32> {approx.name = "norm.bias", approx.role = "parameter"}, %arg30: tensor<10x16xf32> {approx.name = "classifier.weight", approx.role = "parameter"}, %arg31: tensor<10xf32> {approx.name = "classifier.bias", approx.role = "parameter"}, %arg32: tensor<8xf32> {approx.name = "block1.0.norm1.running_mean", approx.role = "buffer"}, %arg33: tensor<8xf32> {approx.name = "block1.0.norm1.running_var", approx.role = "buffer"}, %arg34: tensor<i64> {approx.name = "block1.0.norm1.num_batches_tracked", approx.role = "buffer"}, %arg35: tensor<8xf32> {approx.name = "block1.0.norm2.running_mean", approx.role = "buffer"}, %arg36: tensor<8xf32> {approx.name = "block1.0.norm2.running_var", approx.role = "buffer"}, %arg37: tensor<i64> {approx.name = "block1.0.norm2.num_batches_tracked", approx.role = "buffer"}, %arg38: tensor<12xf32> {approx.name = "block1.1.norm1.running_mean", approx.role = "buffer"}, %arg39: tensor<12xf32> {approx.name = "block1.1.norm1.running_var", approx.role = "buffer"}, %arg40: tensor<i64> {approx.name = "block1.1.norm1.num_batches_tracked", approx.role = "buffer"}, %arg41: tensor<8xf32> {approx.name = "block1.1.norm2.running_mean", approx.role = "buffer"}, %arg42: tensor<8xf32> {approx.name = "block1.1.norm2.running_var", approx.role = "buffer"}, %arg43: tensor<i64> {approx.name = "block1.1.norm2.num_batches_tracked", approx.role = "buffer"}, %arg44: tensor<16xf32> {approx.name = "transition.0.running_mean", approx.role = "buffer"}, %arg45: tensor<16xf32> {approx.name = "transition.0.running_var", approx.role = "buffer"}, %arg46: tensor<i64> {approx.name = "transition.0.num_batches_tracked", approx.role = "buffer"}, %arg47: tensor<8xf32> {approx.name = "block2.0.norm1.running_mean", approx.role = "buffer"}, %arg48: tensor<8xf32> {approx.name = "block2.0.norm1.running_var", approx.role = "buffer"}, %arg49: tensor<i64> {approx.name = "block2.0.norm1.num_batches_tracked", approx.role = "buffer"}, %arg50: tensor<8xf32> {approx.name = "block2.0.norm2.running_mean", approx.role = "buffer"}, %arg51: tensor<8xf32> {approx.name = "block2.0.norm2.running_var", approx.role = "buffer"}, %arg52: tensor<i64> {approx.name = "block2.0.norm2.num_batches_tracked", approx.role = "buffer"}, %arg53: tensor<12xf32> {approx.name = "block2.1.norm1.running_mean", approx.role = "buffer"}, %arg54: tensor<12xf32> {approx.name = "block2.1.norm1.running_var", approx.role = "buffer"}, %arg55: tensor<i64> {approx.name = "block2.1.norm1.num_batches_tracked", approx.role = "buffer"}, %arg56: tensor<8xf32> {approx.name = "block2.1.norm2.running_mean", approx.role = "buffer"}, %arg57: tensor<8xf32> {approx.name = "block2.1.norm2.running_var", approx.role = "buffer"}, %arg58: tensor<i64> {approx.name = "block2.1.norm2.num_batches_tracked", approx.role = "buffer"}, %arg59: tensor<16xf32> {approx.name = "norm.running_mean", approx.role = "buffer"}, %arg60: tensor<16xf32> {approx.name = "norm.running_var", approx.role = "buffer"}, %arg61: tensor<i64> {approx.name = "norm.num_batches_tracked", approx.role = "buffer"}, %arg62: tensor<4x3x12x12xf32> {approx.name = "x", approx.role = "input"}) -> (tensor<8xf32> {approx.role = "buffer", approx.updates = "block1.0.norm1.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "block1.0.norm1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "block1.0.norm1.num_batches_tracked"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "block1.0.norm2.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "block1.0.norm2.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "block1.0.norm2.num_batches_tracked"}, tensor<12xf32> {approx.role = "buffer", approx.updates = "block1.1.norm1.running_mean"}, tensor<12xf32> {approx.role = "buffer", approx.updates = "block1.1.norm1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "block1.1.norm1.num_batches_tracked"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "block1.1.norm2.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "block1.1.norm2.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "block1.1.norm2.num_batches_tracked"}, tensor<16xf32> {approx.role = "buffer", approx.updates = "transition.0.running_mean"}, tensor<16xf32> {approx.role = "buffer", approx.updates = "transition.0.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "transition.0.num_batches_tracked"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "block2.0.norm1.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "block2.0.norm1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "block2.0.norm1.num_batches_tracked"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "block2.0.norm2.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "block2.0.norm2.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "block2.0.norm2.num_batches_tracked"}, tensor<12xf32> {approx.role = "buffer", approx.updates = "block2.1.norm1.running_mean"}, tensor<12xf32> {approx.role = "buffer", approx.updates = "block2.1.norm1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "block2.1.norm1.num_batches_tracked"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "block2.1.norm2.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "block2.1.norm2.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "block2.1.norm2.num_batches_tracked"}, tensor<16xf32> {approx.role = "buffer", approx.updates = "norm.running_mean"}, tensor<16xf32> {approx.role = "buffer", approx.updates = "norm.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "norm.num_batches_tracked"}, tensor<4x10xf32> {approx.role = "logits"}) {
    %c1_i64 = arith.constant 1 : i64
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant 0.000000e+00 : f64
    %cst_1 = arith.constant 1.0069930069930071 : f64
    %cst_2 = arith.constant 1.0017391304347827 : f64
    %cst_3 = arith.constant 9.000000e-01 : f64
    %cst_4 = arith.constant 1.000000e-01 : f64
    %cst_5 = arith.constant 1.000000e-05 : f64
    %cst_6 = arith.constant 5.760000e+02 : f64
    %cst_7 = arith.constant 5.760000e+02 : f32
    %cst_8 = arith.constant 4.000000e+00 : f32
    %cst_9 = arith.constant 1.440000e+02 : f64
    %cst_10 = arith.constant 1.440000e+02 : f32
    %cst_11 = arith.constant 3.600000e+01 : f32
    %padded = tensor.pad %arg62 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg63: index, %arg64: index, %arg65: index, %arg66: index):
      tensor.yield %cst : f32
    } : tensor<4x3x12x12xf32> to tensor<4x3x14x14xf32>
    %0 = tensor.empty() : tensor<4x8x12x12xf32>
    %1 = linalg.fill ins(%cst : f32) outs(%0 : tensor<4x8x12x12xf32>) -> tensor<4x8x12x12xf32>
    %2 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded, %arg0 : tensor<4x3x14x14xf32>, tensor<8x3x3x3xf32>) outs(%1 : tensor<4x8x12x12xf32>) -> tensor<4x8x12x12xf32>
    %3 = tensor.empty() : tensor<i64>
    %4 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg34 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %307 = arith.addi %in, %c1_i64 : i64
      linalg.yield %307 : i64
    } -> tensor<i64>
    %5 = tensor.empty() : tensor<4x8x12x12xf64>
    %6 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%2 : tensor<4x8x12x12xf32>) outs(%5 : tensor<4x8x12x12xf64>) {
    ^bb0(%in: f32, %out: f64):
      %307 = arith.extf %in : f32 to f64
      linalg.yield %307 : f64
    } -> tensor<4x8x12x12xf64>
    %7 = tensor.empty() : tensor<1x8x1x1xf64>
    %8 = linalg.fill ins(%cst_0 : f64) outs(%7 : tensor<1x8x1x1xf64>) -> tensor<1x8x1x1xf64>
    %9 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%6 : tensor<4x8x12x12xf64>) outs(%8 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.addf %in, %out : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %10 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%9 : tensor<1x8x1x1xf64>) outs(%7 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.divf %in, %cst_6 : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %11 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%6, %10 : tensor<4x8x12x12xf64>, tensor<1x8x1x1xf64>) outs(%5 : tensor<4x8x12x12xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %307 = arith.subf %in, %in_58 : f64
      linalg.yield %307 : f64
    } -> tensor<4x8x12x12xf64>
    %12 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%11, %11 : tensor<4x8x12x12xf64>, tensor<4x8x12x12xf64>) outs(%5 : tensor<4x8x12x12xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %307 = arith.mulf %in, %in_58 : f64
      linalg.yield %307 : f64
    } -> tensor<4x8x12x12xf64>
    %13 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%12 : tensor<4x8x12x12xf64>) outs(%8 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.addf %in, %out : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %14 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%13 : tensor<1x8x1x1xf64>) outs(%7 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.divf %in, %cst_6 : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %15 = tensor.empty() : tensor<1x8x1x1xf32>
    %16 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%14 : tensor<1x8x1x1xf64>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %307 = arith.truncf %in : f64 to f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %17 = linalg.fill ins(%cst : f32) outs(%15 : tensor<1x8x1x1xf32>) -> tensor<1x8x1x1xf32>
    %18 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%2 : tensor<4x8x12x12xf32>) outs(%17 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.addf %in, %out : f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %19 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%18 : tensor<1x8x1x1xf32>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.divf %in, %cst_7 : f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %20 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%16 : tensor<1x8x1x1xf32>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_5 : f64 to f32
      %308 = arith.addf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<1x8x1x1xf32>
    %21 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%20 : tensor<1x8x1x1xf32>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = math.rsqrt %in : f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %22 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%2, %19 : tensor<4x8x12x12xf32>, tensor<1x8x1x1xf32>) outs(%0 : tensor<4x8x12x12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.subf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x12x12xf32>
    %23 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%22, %21 : tensor<4x8x12x12xf32>, tensor<1x8x1x1xf32>) outs(%0 : tensor<4x8x12x12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.mulf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x12x12xf32>
    %collapsed = tensor.collapse_shape %19 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %24 = tensor.empty() : tensor<8xf32>
    %25 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_4 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %26 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg32 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_3 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %27 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%25, %26 : tensor<8xf32>, tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<8xf32>
    %collapsed_12 = tensor.collapse_shape %16 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %28 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_12 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_2 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %29 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%28 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_4 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %30 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg33 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_3 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %31 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%29, %30 : tensor<8xf32>, tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<8xf32>
    %expanded = tensor.expand_shape %arg1 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %32 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%23, %expanded : tensor<4x8x12x12xf32>, tensor<8x1x1xf32>) outs(%0 : tensor<4x8x12x12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.mulf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x12x12xf32>
    %expanded_13 = tensor.expand_shape %arg2 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %33 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%32, %expanded_13 : tensor<4x8x12x12xf32>, tensor<8x1x1xf32>) outs(%0 : tensor<4x8x12x12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x12x12xf32>
    %34 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%33 : tensor<4x8x12x12xf32>) outs(%0 : tensor<4x8x12x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.cmpf ugt, %in, %cst : f32
      %308 = arith.select %307, %in, %cst : f32
      linalg.yield %308 : f32
    } -> tensor<4x8x12x12xf32>
    %35 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%34, %arg3 : tensor<4x8x12x12xf32>, tensor<8x8x1x1xf32>) outs(%1 : tensor<4x8x12x12xf32>) -> tensor<4x8x12x12xf32>
    %36 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg37 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %307 = arith.addi %in, %c1_i64 : i64
      linalg.yield %307 : i64
    } -> tensor<i64>
    %37 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%35 : tensor<4x8x12x12xf32>) outs(%5 : tensor<4x8x12x12xf64>) {
    ^bb0(%in: f32, %out: f64):
      %307 = arith.extf %in : f32 to f64
      linalg.yield %307 : f64
    } -> tensor<4x8x12x12xf64>
    %38 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%37 : tensor<4x8x12x12xf64>) outs(%8 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.addf %in, %out : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %39 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%38 : tensor<1x8x1x1xf64>) outs(%7 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.divf %in, %cst_6 : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %40 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%37, %39 : tensor<4x8x12x12xf64>, tensor<1x8x1x1xf64>) outs(%5 : tensor<4x8x12x12xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %307 = arith.subf %in, %in_58 : f64
      linalg.yield %307 : f64
    } -> tensor<4x8x12x12xf64>
    %41 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%40, %40 : tensor<4x8x12x12xf64>, tensor<4x8x12x12xf64>) outs(%5 : tensor<4x8x12x12xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %307 = arith.mulf %in, %in_58 : f64
      linalg.yield %307 : f64
    } -> tensor<4x8x12x12xf64>
    %42 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%41 : tensor<4x8x12x12xf64>) outs(%8 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.addf %in, %out : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %43 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%42 : tensor<1x8x1x1xf64>) outs(%7 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.divf %in, %cst_6 : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %44 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%43 : tensor<1x8x1x1xf64>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %307 = arith.truncf %in : f64 to f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %45 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%35 : tensor<4x8x12x12xf32>) outs(%17 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.addf %in, %out : f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %46 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%45 : tensor<1x8x1x1xf32>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.divf %in, %cst_7 : f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %47 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%44 : tensor<1x8x1x1xf32>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_5 : f64 to f32
      %308 = arith.addf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<1x8x1x1xf32>
    %48 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%47 : tensor<1x8x1x1xf32>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = math.rsqrt %in : f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %49 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%35, %46 : tensor<4x8x12x12xf32>, tensor<1x8x1x1xf32>) outs(%0 : tensor<4x8x12x12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.subf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x12x12xf32>
    %50 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%49, %48 : tensor<4x8x12x12xf32>, tensor<1x8x1x1xf32>) outs(%0 : tensor<4x8x12x12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.mulf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x12x12xf32>
    %collapsed_14 = tensor.collapse_shape %46 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %51 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_14 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_4 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %52 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg35 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_3 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %53 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%51, %52 : tensor<8xf32>, tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<8xf32>
    %collapsed_15 = tensor.collapse_shape %44 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %54 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_15 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_2 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %55 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%54 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_4 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %56 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg36 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_3 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %57 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%55, %56 : tensor<8xf32>, tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<8xf32>
    %expanded_16 = tensor.expand_shape %arg4 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %58 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%50, %expanded_16 : tensor<4x8x12x12xf32>, tensor<8x1x1xf32>) outs(%0 : tensor<4x8x12x12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.mulf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x12x12xf32>
    %expanded_17 = tensor.expand_shape %arg5 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %59 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%58, %expanded_17 : tensor<4x8x12x12xf32>, tensor<8x1x1xf32>) outs(%0 : tensor<4x8x12x12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x12x12xf32>
    %60 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%59 : tensor<4x8x12x12xf32>) outs(%0 : tensor<4x8x12x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.cmpf ugt, %in, %cst : f32
      %308 = arith.select %307, %in, %cst : f32
      linalg.yield %308 : f32
    } -> tensor<4x8x12x12xf32>
    %padded_18 = tensor.pad %60 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg63: index, %arg64: index, %arg65: index, %arg66: index):
      tensor.yield %cst : f32
    } : tensor<4x8x12x12xf32> to tensor<4x8x14x14xf32>
    %61 = tensor.empty() : tensor<4x4x12x12xf32>
    %62 = linalg.fill ins(%cst : f32) outs(%61 : tensor<4x4x12x12xf32>) -> tensor<4x4x12x12xf32>
    %63 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_18, %arg6 : tensor<4x8x14x14xf32>, tensor<4x8x3x3xf32>) outs(%62 : tensor<4x4x12x12xf32>) -> tensor<4x4x12x12xf32>
    %concat = tensor.concat dim(1) %2, %63 : (tensor<4x8x12x12xf32>, tensor<4x4x12x12xf32>) -> tensor<4x12x12x12xf32>
    %64 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg40 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %307 = arith.addi %in, %c1_i64 : i64
      linalg.yield %307 : i64
    } -> tensor<i64>
    %65 = tensor.empty() : tensor<4x12x12x12xf64>
    %66 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%concat : tensor<4x12x12x12xf32>) outs(%65 : tensor<4x12x12x12xf64>) {
    ^bb0(%in: f32, %out: f64):
      %307 = arith.extf %in : f32 to f64
      linalg.yield %307 : f64
    } -> tensor<4x12x12x12xf64>
    %67 = tensor.empty() : tensor<1x12x1x1xf64>
    %68 = linalg.fill ins(%cst_0 : f64) outs(%67 : tensor<1x12x1x1xf64>) -> tensor<1x12x1x1xf64>
    %69 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%66 : tensor<4x12x12x12xf64>) outs(%68 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.addf %in, %out : f64
      linalg.yield %307 : f64
    } -> tensor<1x12x1x1xf64>
    %70 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%69 : tensor<1x12x1x1xf64>) outs(%67 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.divf %in, %cst_6 : f64
      linalg.yield %307 : f64
    } -> tensor<1x12x1x1xf64>
    %71 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%66, %70 : tensor<4x12x12x12xf64>, tensor<1x12x1x1xf64>) outs(%65 : tensor<4x12x12x12xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %307 = arith.subf %in, %in_58 : f64
      linalg.yield %307 : f64
    } -> tensor<4x12x12x12xf64>
    %72 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%71, %71 : tensor<4x12x12x12xf64>, tensor<4x12x12x12xf64>) outs(%65 : tensor<4x12x12x12xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %307 = arith.mulf %in, %in_58 : f64
      linalg.yield %307 : f64
    } -> tensor<4x12x12x12xf64>
    %73 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%72 : tensor<4x12x12x12xf64>) outs(%68 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.addf %in, %out : f64
      linalg.yield %307 : f64
    } -> tensor<1x12x1x1xf64>
    %74 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%73 : tensor<1x12x1x1xf64>) outs(%67 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.divf %in, %cst_6 : f64
      linalg.yield %307 : f64
    } -> tensor<1x12x1x1xf64>
    %75 = tensor.empty() : tensor<1x12x1x1xf32>
    %76 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%74 : tensor<1x12x1x1xf64>) outs(%75 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %307 = arith.truncf %in : f64 to f32
      linalg.yield %307 : f32
    } -> tensor<1x12x1x1xf32>
    %77 = linalg.fill ins(%cst : f32) outs(%75 : tensor<1x12x1x1xf32>) -> tensor<1x12x1x1xf32>
    %78 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%concat : tensor<4x12x12x12xf32>) outs(%77 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.addf %in, %out : f32
      linalg.yield %307 : f32
    } -> tensor<1x12x1x1xf32>
    %79 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%78 : tensor<1x12x1x1xf32>) outs(%75 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.divf %in, %cst_7 : f32
      linalg.yield %307 : f32
    } -> tensor<1x12x1x1xf32>
    %80 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%76 : tensor<1x12x1x1xf32>) outs(%75 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_5 : f64 to f32
      %308 = arith.addf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<1x12x1x1xf32>
    %81 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%80 : tensor<1x12x1x1xf32>) outs(%75 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = math.rsqrt %in : f32
      linalg.yield %307 : f32
    } -> tensor<1x12x1x1xf32>
    %82 = tensor.empty() : tensor<4x12x12x12xf32>
    %83 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%concat, %79 : tensor<4x12x12x12xf32>, tensor<1x12x1x1xf32>) outs(%82 : tensor<4x12x12x12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.subf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x12x12x12xf32>
    %84 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%83, %81 : tensor<4x12x12x12xf32>, tensor<1x12x1x1xf32>) outs(%82 : tensor<4x12x12x12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.mulf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x12x12x12xf32>
    %collapsed_19 = tensor.collapse_shape %79 [[0, 1, 2, 3]] : tensor<1x12x1x1xf32> into tensor<12xf32>
    %85 = tensor.empty() : tensor<12xf32>
    %86 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_19 : tensor<12xf32>) outs(%85 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_4 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<12xf32>
    %87 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg38 : tensor<12xf32>) outs(%85 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_3 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<12xf32>
    %88 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%86, %87 : tensor<12xf32>, tensor<12xf32>) outs(%85 : tensor<12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<12xf32>
    %collapsed_20 = tensor.collapse_shape %76 [[0, 1, 2, 3]] : tensor<1x12x1x1xf32> into tensor<12xf32>
    %89 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_20 : tensor<12xf32>) outs(%85 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_2 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<12xf32>
    %90 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%89 : tensor<12xf32>) outs(%85 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_4 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<12xf32>
    %91 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg39 : tensor<12xf32>) outs(%85 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_3 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<12xf32>
    %92 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%90, %91 : tensor<12xf32>, tensor<12xf32>) outs(%85 : tensor<12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<12xf32>
    %expanded_21 = tensor.expand_shape %arg7 [[0, 1, 2]] output_shape [12, 1, 1] : tensor<12xf32> into tensor<12x1x1xf32>
    %93 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%84, %expanded_21 : tensor<4x12x12x12xf32>, tensor<12x1x1xf32>) outs(%82 : tensor<4x12x12x12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.mulf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x12x12x12xf32>
    %expanded_22 = tensor.expand_shape %arg8 [[0, 1, 2]] output_shape [12, 1, 1] : tensor<12xf32> into tensor<12x1x1xf32>
    %94 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%93, %expanded_22 : tensor<4x12x12x12xf32>, tensor<12x1x1xf32>) outs(%82 : tensor<4x12x12x12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x12x12x12xf32>
    %95 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%94 : tensor<4x12x12x12xf32>) outs(%82 : tensor<4x12x12x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.cmpf ugt, %in, %cst : f32
      %308 = arith.select %307, %in, %cst : f32
      linalg.yield %308 : f32
    } -> tensor<4x12x12x12xf32>
    %96 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%95, %arg9 : tensor<4x12x12x12xf32>, tensor<8x12x1x1xf32>) outs(%1 : tensor<4x8x12x12xf32>) -> tensor<4x8x12x12xf32>
    %97 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg43 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %307 = arith.addi %in, %c1_i64 : i64
      linalg.yield %307 : i64
    } -> tensor<i64>
    %98 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%96 : tensor<4x8x12x12xf32>) outs(%5 : tensor<4x8x12x12xf64>) {
    ^bb0(%in: f32, %out: f64):
      %307 = arith.extf %in : f32 to f64
      linalg.yield %307 : f64
    } -> tensor<4x8x12x12xf64>
    %99 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%98 : tensor<4x8x12x12xf64>) outs(%8 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.addf %in, %out : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %100 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%99 : tensor<1x8x1x1xf64>) outs(%7 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.divf %in, %cst_6 : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %101 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%98, %100 : tensor<4x8x12x12xf64>, tensor<1x8x1x1xf64>) outs(%5 : tensor<4x8x12x12xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %307 = arith.subf %in, %in_58 : f64
      linalg.yield %307 : f64
    } -> tensor<4x8x12x12xf64>
    %102 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%101, %101 : tensor<4x8x12x12xf64>, tensor<4x8x12x12xf64>) outs(%5 : tensor<4x8x12x12xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %307 = arith.mulf %in, %in_58 : f64
      linalg.yield %307 : f64
    } -> tensor<4x8x12x12xf64>
    %103 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%102 : tensor<4x8x12x12xf64>) outs(%8 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.addf %in, %out : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %104 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%103 : tensor<1x8x1x1xf64>) outs(%7 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.divf %in, %cst_6 : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %105 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%104 : tensor<1x8x1x1xf64>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %307 = arith.truncf %in : f64 to f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %106 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%96 : tensor<4x8x12x12xf32>) outs(%17 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.addf %in, %out : f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %107 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%106 : tensor<1x8x1x1xf32>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.divf %in, %cst_7 : f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %108 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%105 : tensor<1x8x1x1xf32>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_5 : f64 to f32
      %308 = arith.addf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<1x8x1x1xf32>
    %109 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%108 : tensor<1x8x1x1xf32>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = math.rsqrt %in : f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %110 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%96, %107 : tensor<4x8x12x12xf32>, tensor<1x8x1x1xf32>) outs(%0 : tensor<4x8x12x12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.subf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x12x12xf32>
    %111 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%110, %109 : tensor<4x8x12x12xf32>, tensor<1x8x1x1xf32>) outs(%0 : tensor<4x8x12x12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.mulf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x12x12xf32>
    %collapsed_23 = tensor.collapse_shape %107 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %112 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_23 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_4 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %113 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg41 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_3 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %114 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%112, %113 : tensor<8xf32>, tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<8xf32>
    %collapsed_24 = tensor.collapse_shape %105 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %115 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_24 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_2 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %116 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%115 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_4 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %117 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg42 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_3 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %118 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%116, %117 : tensor<8xf32>, tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<8xf32>
    %expanded_25 = tensor.expand_shape %arg10 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %119 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%111, %expanded_25 : tensor<4x8x12x12xf32>, tensor<8x1x1xf32>) outs(%0 : tensor<4x8x12x12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.mulf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x12x12xf32>
    %expanded_26 = tensor.expand_shape %arg11 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %120 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%119, %expanded_26 : tensor<4x8x12x12xf32>, tensor<8x1x1xf32>) outs(%0 : tensor<4x8x12x12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x12x12xf32>
    %121 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%120 : tensor<4x8x12x12xf32>) outs(%0 : tensor<4x8x12x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.cmpf ugt, %in, %cst : f32
      %308 = arith.select %307, %in, %cst : f32
      linalg.yield %308 : f32
    } -> tensor<4x8x12x12xf32>
    %padded_27 = tensor.pad %121 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg63: index, %arg64: index, %arg65: index, %arg66: index):
      tensor.yield %cst : f32
    } : tensor<4x8x12x12xf32> to tensor<4x8x14x14xf32>
    %122 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_27, %arg12 : tensor<4x8x14x14xf32>, tensor<4x8x3x3xf32>) outs(%62 : tensor<4x4x12x12xf32>) -> tensor<4x4x12x12xf32>
    %concat_28 = tensor.concat dim(1) %concat, %122 : (tensor<4x12x12x12xf32>, tensor<4x4x12x12xf32>) -> tensor<4x16x12x12xf32>
    %123 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg46 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %307 = arith.addi %in, %c1_i64 : i64
      linalg.yield %307 : i64
    } -> tensor<i64>
    %124 = tensor.empty() : tensor<4x16x12x12xf64>
    %125 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%concat_28 : tensor<4x16x12x12xf32>) outs(%124 : tensor<4x16x12x12xf64>) {
    ^bb0(%in: f32, %out: f64):
      %307 = arith.extf %in : f32 to f64
      linalg.yield %307 : f64
    } -> tensor<4x16x12x12xf64>
    %126 = tensor.empty() : tensor<1x16x1x1xf64>
    %127 = linalg.fill ins(%cst_0 : f64) outs(%126 : tensor<1x16x1x1xf64>) -> tensor<1x16x1x1xf64>
    %128 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%125 : tensor<4x16x12x12xf64>) outs(%127 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.addf %in, %out : f64
      linalg.yield %307 : f64
    } -> tensor<1x16x1x1xf64>
    %129 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%128 : tensor<1x16x1x1xf64>) outs(%126 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.divf %in, %cst_6 : f64
      linalg.yield %307 : f64
    } -> tensor<1x16x1x1xf64>
    %130 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%125, %129 : tensor<4x16x12x12xf64>, tensor<1x16x1x1xf64>) outs(%124 : tensor<4x16x12x12xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %307 = arith.subf %in, %in_58 : f64
      linalg.yield %307 : f64
    } -> tensor<4x16x12x12xf64>
    %131 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%130, %130 : tensor<4x16x12x12xf64>, tensor<4x16x12x12xf64>) outs(%124 : tensor<4x16x12x12xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %307 = arith.mulf %in, %in_58 : f64
      linalg.yield %307 : f64
    } -> tensor<4x16x12x12xf64>
    %132 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%131 : tensor<4x16x12x12xf64>) outs(%127 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.addf %in, %out : f64
      linalg.yield %307 : f64
    } -> tensor<1x16x1x1xf64>
    %133 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%132 : tensor<1x16x1x1xf64>) outs(%126 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.divf %in, %cst_6 : f64
      linalg.yield %307 : f64
    } -> tensor<1x16x1x1xf64>
    %134 = tensor.empty() : tensor<1x16x1x1xf32>
    %135 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%133 : tensor<1x16x1x1xf64>) outs(%134 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %307 = arith.truncf %in : f64 to f32
      linalg.yield %307 : f32
    } -> tensor<1x16x1x1xf32>
    %136 = linalg.fill ins(%cst : f32) outs(%134 : tensor<1x16x1x1xf32>) -> tensor<1x16x1x1xf32>
    %137 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%concat_28 : tensor<4x16x12x12xf32>) outs(%136 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.addf %in, %out : f32
      linalg.yield %307 : f32
    } -> tensor<1x16x1x1xf32>
    %138 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%137 : tensor<1x16x1x1xf32>) outs(%134 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.divf %in, %cst_7 : f32
      linalg.yield %307 : f32
    } -> tensor<1x16x1x1xf32>
    %139 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%135 : tensor<1x16x1x1xf32>) outs(%134 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_5 : f64 to f32
      %308 = arith.addf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<1x16x1x1xf32>
    %140 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%139 : tensor<1x16x1x1xf32>) outs(%134 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = math.rsqrt %in : f32
      linalg.yield %307 : f32
    } -> tensor<1x16x1x1xf32>
    %141 = tensor.empty() : tensor<4x16x12x12xf32>
    %142 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%concat_28, %138 : tensor<4x16x12x12xf32>, tensor<1x16x1x1xf32>) outs(%141 : tensor<4x16x12x12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.subf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x16x12x12xf32>
    %143 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%142, %140 : tensor<4x16x12x12xf32>, tensor<1x16x1x1xf32>) outs(%141 : tensor<4x16x12x12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.mulf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x16x12x12xf32>
    %collapsed_29 = tensor.collapse_shape %138 [[0, 1, 2, 3]] : tensor<1x16x1x1xf32> into tensor<16xf32>
    %144 = tensor.empty() : tensor<16xf32>
    %145 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_29 : tensor<16xf32>) outs(%144 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_4 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<16xf32>
    %146 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg44 : tensor<16xf32>) outs(%144 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_3 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<16xf32>
    %147 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%145, %146 : tensor<16xf32>, tensor<16xf32>) outs(%144 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<16xf32>
    %collapsed_30 = tensor.collapse_shape %135 [[0, 1, 2, 3]] : tensor<1x16x1x1xf32> into tensor<16xf32>
    %148 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_30 : tensor<16xf32>) outs(%144 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_2 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<16xf32>
    %149 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%148 : tensor<16xf32>) outs(%144 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_4 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<16xf32>
    %150 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg45 : tensor<16xf32>) outs(%144 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_3 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<16xf32>
    %151 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%149, %150 : tensor<16xf32>, tensor<16xf32>) outs(%144 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<16xf32>
    %expanded_31 = tensor.expand_shape %arg13 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %152 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%143, %expanded_31 : tensor<4x16x12x12xf32>, tensor<16x1x1xf32>) outs(%141 : tensor<4x16x12x12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.mulf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x16x12x12xf32>
    %expanded_32 = tensor.expand_shape %arg14 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %153 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%152, %expanded_32 : tensor<4x16x12x12xf32>, tensor<16x1x1xf32>) outs(%141 : tensor<4x16x12x12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x16x12x12xf32>
    %154 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%153 : tensor<4x16x12x12xf32>) outs(%141 : tensor<4x16x12x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.cmpf ugt, %in, %cst : f32
      %308 = arith.select %307, %in, %cst : f32
      linalg.yield %308 : f32
    } -> tensor<4x16x12x12xf32>
    %155 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%154, %arg15 : tensor<4x16x12x12xf32>, tensor<8x16x1x1xf32>) outs(%1 : tensor<4x8x12x12xf32>) -> tensor<4x8x12x12xf32>
    %156 = tensor.empty() : tensor<4x8x6x6xf32>
    %157 = linalg.fill ins(%cst : f32) outs(%156 : tensor<4x8x6x6xf32>) -> tensor<4x8x6x6xf32>
    %158 = tensor.empty() : tensor<2x2xf32>
    %159 = linalg.pooling_nchw_sum {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%155, %158 : tensor<4x8x12x12xf32>, tensor<2x2xf32>) outs(%157 : tensor<4x8x6x6xf32>) -> tensor<4x8x6x6xf32>
    %160 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%159 : tensor<4x8x6x6xf32>) outs(%156 : tensor<4x8x6x6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.divf %in, %cst_8 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x6x6xf32>
    %161 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg49 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %307 = arith.addi %in, %c1_i64 : i64
      linalg.yield %307 : i64
    } -> tensor<i64>
    %162 = tensor.empty() : tensor<4x8x6x6xf64>
    %163 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%160 : tensor<4x8x6x6xf32>) outs(%162 : tensor<4x8x6x6xf64>) {
    ^bb0(%in: f32, %out: f64):
      %307 = arith.extf %in : f32 to f64
      linalg.yield %307 : f64
    } -> tensor<4x8x6x6xf64>
    %164 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%163 : tensor<4x8x6x6xf64>) outs(%8 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.addf %in, %out : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %165 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%164 : tensor<1x8x1x1xf64>) outs(%7 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.divf %in, %cst_9 : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %166 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%163, %165 : tensor<4x8x6x6xf64>, tensor<1x8x1x1xf64>) outs(%162 : tensor<4x8x6x6xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %307 = arith.subf %in, %in_58 : f64
      linalg.yield %307 : f64
    } -> tensor<4x8x6x6xf64>
    %167 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%166, %166 : tensor<4x8x6x6xf64>, tensor<4x8x6x6xf64>) outs(%162 : tensor<4x8x6x6xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %307 = arith.mulf %in, %in_58 : f64
      linalg.yield %307 : f64
    } -> tensor<4x8x6x6xf64>
    %168 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%167 : tensor<4x8x6x6xf64>) outs(%8 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.addf %in, %out : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %169 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%168 : tensor<1x8x1x1xf64>) outs(%7 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.divf %in, %cst_9 : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %170 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%169 : tensor<1x8x1x1xf64>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %307 = arith.truncf %in : f64 to f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %171 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%160 : tensor<4x8x6x6xf32>) outs(%17 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.addf %in, %out : f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %172 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%171 : tensor<1x8x1x1xf32>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.divf %in, %cst_10 : f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %173 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%170 : tensor<1x8x1x1xf32>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_5 : f64 to f32
      %308 = arith.addf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<1x8x1x1xf32>
    %174 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%173 : tensor<1x8x1x1xf32>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = math.rsqrt %in : f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %175 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%160, %172 : tensor<4x8x6x6xf32>, tensor<1x8x1x1xf32>) outs(%156 : tensor<4x8x6x6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.subf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x6x6xf32>
    %176 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%175, %174 : tensor<4x8x6x6xf32>, tensor<1x8x1x1xf32>) outs(%156 : tensor<4x8x6x6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.mulf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x6x6xf32>
    %collapsed_33 = tensor.collapse_shape %172 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %177 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_33 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_4 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %178 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg47 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_3 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %179 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%177, %178 : tensor<8xf32>, tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<8xf32>
    %collapsed_34 = tensor.collapse_shape %170 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %180 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_34 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_1 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %181 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%180 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_4 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %182 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg48 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_3 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %183 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%181, %182 : tensor<8xf32>, tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<8xf32>
    %expanded_35 = tensor.expand_shape %arg16 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %184 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%176, %expanded_35 : tensor<4x8x6x6xf32>, tensor<8x1x1xf32>) outs(%156 : tensor<4x8x6x6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.mulf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x6x6xf32>
    %expanded_36 = tensor.expand_shape %arg17 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %185 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%184, %expanded_36 : tensor<4x8x6x6xf32>, tensor<8x1x1xf32>) outs(%156 : tensor<4x8x6x6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x6x6xf32>
    %186 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%185 : tensor<4x8x6x6xf32>) outs(%156 : tensor<4x8x6x6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.cmpf ugt, %in, %cst : f32
      %308 = arith.select %307, %in, %cst : f32
      linalg.yield %308 : f32
    } -> tensor<4x8x6x6xf32>
    %187 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%186, %arg18 : tensor<4x8x6x6xf32>, tensor<8x8x1x1xf32>) outs(%157 : tensor<4x8x6x6xf32>) -> tensor<4x8x6x6xf32>
    %188 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg52 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %307 = arith.addi %in, %c1_i64 : i64
      linalg.yield %307 : i64
    } -> tensor<i64>
    %189 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%187 : tensor<4x8x6x6xf32>) outs(%162 : tensor<4x8x6x6xf64>) {
    ^bb0(%in: f32, %out: f64):
      %307 = arith.extf %in : f32 to f64
      linalg.yield %307 : f64
    } -> tensor<4x8x6x6xf64>
    %190 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%189 : tensor<4x8x6x6xf64>) outs(%8 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.addf %in, %out : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %191 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%190 : tensor<1x8x1x1xf64>) outs(%7 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.divf %in, %cst_9 : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %192 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%189, %191 : tensor<4x8x6x6xf64>, tensor<1x8x1x1xf64>) outs(%162 : tensor<4x8x6x6xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %307 = arith.subf %in, %in_58 : f64
      linalg.yield %307 : f64
    } -> tensor<4x8x6x6xf64>
    %193 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%192, %192 : tensor<4x8x6x6xf64>, tensor<4x8x6x6xf64>) outs(%162 : tensor<4x8x6x6xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %307 = arith.mulf %in, %in_58 : f64
      linalg.yield %307 : f64
    } -> tensor<4x8x6x6xf64>
    %194 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%193 : tensor<4x8x6x6xf64>) outs(%8 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.addf %in, %out : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %195 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%194 : tensor<1x8x1x1xf64>) outs(%7 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.divf %in, %cst_9 : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %196 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%195 : tensor<1x8x1x1xf64>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %307 = arith.truncf %in : f64 to f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %197 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%187 : tensor<4x8x6x6xf32>) outs(%17 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.addf %in, %out : f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %198 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%197 : tensor<1x8x1x1xf32>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.divf %in, %cst_10 : f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %199 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%196 : tensor<1x8x1x1xf32>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_5 : f64 to f32
      %308 = arith.addf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<1x8x1x1xf32>
    %200 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%199 : tensor<1x8x1x1xf32>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = math.rsqrt %in : f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %201 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%187, %198 : tensor<4x8x6x6xf32>, tensor<1x8x1x1xf32>) outs(%156 : tensor<4x8x6x6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.subf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x6x6xf32>
    %202 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%201, %200 : tensor<4x8x6x6xf32>, tensor<1x8x1x1xf32>) outs(%156 : tensor<4x8x6x6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.mulf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x6x6xf32>
    %collapsed_37 = tensor.collapse_shape %198 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %203 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_37 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_4 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %204 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg50 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_3 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %205 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%203, %204 : tensor<8xf32>, tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<8xf32>
    %collapsed_38 = tensor.collapse_shape %196 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %206 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_38 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_1 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %207 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%206 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_4 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %208 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg51 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_3 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %209 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%207, %208 : tensor<8xf32>, tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<8xf32>
    %expanded_39 = tensor.expand_shape %arg19 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %210 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%202, %expanded_39 : tensor<4x8x6x6xf32>, tensor<8x1x1xf32>) outs(%156 : tensor<4x8x6x6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.mulf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x6x6xf32>
    %expanded_40 = tensor.expand_shape %arg20 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %211 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%210, %expanded_40 : tensor<4x8x6x6xf32>, tensor<8x1x1xf32>) outs(%156 : tensor<4x8x6x6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x6x6xf32>
    %212 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%211 : tensor<4x8x6x6xf32>) outs(%156 : tensor<4x8x6x6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.cmpf ugt, %in, %cst : f32
      %308 = arith.select %307, %in, %cst : f32
      linalg.yield %308 : f32
    } -> tensor<4x8x6x6xf32>
    %padded_41 = tensor.pad %212 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg63: index, %arg64: index, %arg65: index, %arg66: index):
      tensor.yield %cst : f32
    } : tensor<4x8x6x6xf32> to tensor<4x8x8x8xf32>
    %213 = tensor.empty() : tensor<4x4x6x6xf32>
    %214 = linalg.fill ins(%cst : f32) outs(%213 : tensor<4x4x6x6xf32>) -> tensor<4x4x6x6xf32>
    %215 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_41, %arg21 : tensor<4x8x8x8xf32>, tensor<4x8x3x3xf32>) outs(%214 : tensor<4x4x6x6xf32>) -> tensor<4x4x6x6xf32>
    %concat_42 = tensor.concat dim(1) %160, %215 : (tensor<4x8x6x6xf32>, tensor<4x4x6x6xf32>) -> tensor<4x12x6x6xf32>
    %216 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg55 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %307 = arith.addi %in, %c1_i64 : i64
      linalg.yield %307 : i64
    } -> tensor<i64>
    %217 = tensor.empty() : tensor<4x12x6x6xf64>
    %218 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%concat_42 : tensor<4x12x6x6xf32>) outs(%217 : tensor<4x12x6x6xf64>) {
    ^bb0(%in: f32, %out: f64):
      %307 = arith.extf %in : f32 to f64
      linalg.yield %307 : f64
    } -> tensor<4x12x6x6xf64>
    %219 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%218 : tensor<4x12x6x6xf64>) outs(%68 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.addf %in, %out : f64
      linalg.yield %307 : f64
    } -> tensor<1x12x1x1xf64>
    %220 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%219 : tensor<1x12x1x1xf64>) outs(%67 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.divf %in, %cst_9 : f64
      linalg.yield %307 : f64
    } -> tensor<1x12x1x1xf64>
    %221 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%218, %220 : tensor<4x12x6x6xf64>, tensor<1x12x1x1xf64>) outs(%217 : tensor<4x12x6x6xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %307 = arith.subf %in, %in_58 : f64
      linalg.yield %307 : f64
    } -> tensor<4x12x6x6xf64>
    %222 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%221, %221 : tensor<4x12x6x6xf64>, tensor<4x12x6x6xf64>) outs(%217 : tensor<4x12x6x6xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %307 = arith.mulf %in, %in_58 : f64
      linalg.yield %307 : f64
    } -> tensor<4x12x6x6xf64>
    %223 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%222 : tensor<4x12x6x6xf64>) outs(%68 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.addf %in, %out : f64
      linalg.yield %307 : f64
    } -> tensor<1x12x1x1xf64>
    %224 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%223 : tensor<1x12x1x1xf64>) outs(%67 : tensor<1x12x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.divf %in, %cst_9 : f64
      linalg.yield %307 : f64
    } -> tensor<1x12x1x1xf64>
    %225 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%224 : tensor<1x12x1x1xf64>) outs(%75 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %307 = arith.truncf %in : f64 to f32
      linalg.yield %307 : f32
    } -> tensor<1x12x1x1xf32>
    %226 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%concat_42 : tensor<4x12x6x6xf32>) outs(%77 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.addf %in, %out : f32
      linalg.yield %307 : f32
    } -> tensor<1x12x1x1xf32>
    %227 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%226 : tensor<1x12x1x1xf32>) outs(%75 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.divf %in, %cst_10 : f32
      linalg.yield %307 : f32
    } -> tensor<1x12x1x1xf32>
    %228 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%225 : tensor<1x12x1x1xf32>) outs(%75 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_5 : f64 to f32
      %308 = arith.addf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<1x12x1x1xf32>
    %229 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%228 : tensor<1x12x1x1xf32>) outs(%75 : tensor<1x12x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = math.rsqrt %in : f32
      linalg.yield %307 : f32
    } -> tensor<1x12x1x1xf32>
    %230 = tensor.empty() : tensor<4x12x6x6xf32>
    %231 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%concat_42, %227 : tensor<4x12x6x6xf32>, tensor<1x12x1x1xf32>) outs(%230 : tensor<4x12x6x6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.subf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x12x6x6xf32>
    %232 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%231, %229 : tensor<4x12x6x6xf32>, tensor<1x12x1x1xf32>) outs(%230 : tensor<4x12x6x6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.mulf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x12x6x6xf32>
    %collapsed_43 = tensor.collapse_shape %227 [[0, 1, 2, 3]] : tensor<1x12x1x1xf32> into tensor<12xf32>
    %233 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_43 : tensor<12xf32>) outs(%85 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_4 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<12xf32>
    %234 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg53 : tensor<12xf32>) outs(%85 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_3 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<12xf32>
    %235 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%233, %234 : tensor<12xf32>, tensor<12xf32>) outs(%85 : tensor<12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<12xf32>
    %collapsed_44 = tensor.collapse_shape %225 [[0, 1, 2, 3]] : tensor<1x12x1x1xf32> into tensor<12xf32>
    %236 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_44 : tensor<12xf32>) outs(%85 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_1 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<12xf32>
    %237 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%236 : tensor<12xf32>) outs(%85 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_4 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<12xf32>
    %238 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg54 : tensor<12xf32>) outs(%85 : tensor<12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_3 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<12xf32>
    %239 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%237, %238 : tensor<12xf32>, tensor<12xf32>) outs(%85 : tensor<12xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<12xf32>
    %expanded_45 = tensor.expand_shape %arg22 [[0, 1, 2]] output_shape [12, 1, 1] : tensor<12xf32> into tensor<12x1x1xf32>
    %240 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%232, %expanded_45 : tensor<4x12x6x6xf32>, tensor<12x1x1xf32>) outs(%230 : tensor<4x12x6x6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.mulf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x12x6x6xf32>
    %expanded_46 = tensor.expand_shape %arg23 [[0, 1, 2]] output_shape [12, 1, 1] : tensor<12xf32> into tensor<12x1x1xf32>
    %241 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%240, %expanded_46 : tensor<4x12x6x6xf32>, tensor<12x1x1xf32>) outs(%230 : tensor<4x12x6x6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x12x6x6xf32>
    %242 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%241 : tensor<4x12x6x6xf32>) outs(%230 : tensor<4x12x6x6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.cmpf ugt, %in, %cst : f32
      %308 = arith.select %307, %in, %cst : f32
      linalg.yield %308 : f32
    } -> tensor<4x12x6x6xf32>
    %243 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%242, %arg24 : tensor<4x12x6x6xf32>, tensor<8x12x1x1xf32>) outs(%157 : tensor<4x8x6x6xf32>) -> tensor<4x8x6x6xf32>
    %244 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg58 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %307 = arith.addi %in, %c1_i64 : i64
      linalg.yield %307 : i64
    } -> tensor<i64>
    %245 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%243 : tensor<4x8x6x6xf32>) outs(%162 : tensor<4x8x6x6xf64>) {
    ^bb0(%in: f32, %out: f64):
      %307 = arith.extf %in : f32 to f64
      linalg.yield %307 : f64
    } -> tensor<4x8x6x6xf64>
    %246 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%245 : tensor<4x8x6x6xf64>) outs(%8 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.addf %in, %out : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %247 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%246 : tensor<1x8x1x1xf64>) outs(%7 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.divf %in, %cst_9 : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %248 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%245, %247 : tensor<4x8x6x6xf64>, tensor<1x8x1x1xf64>) outs(%162 : tensor<4x8x6x6xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %307 = arith.subf %in, %in_58 : f64
      linalg.yield %307 : f64
    } -> tensor<4x8x6x6xf64>
    %249 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%248, %248 : tensor<4x8x6x6xf64>, tensor<4x8x6x6xf64>) outs(%162 : tensor<4x8x6x6xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %307 = arith.mulf %in, %in_58 : f64
      linalg.yield %307 : f64
    } -> tensor<4x8x6x6xf64>
    %250 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%249 : tensor<4x8x6x6xf64>) outs(%8 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.addf %in, %out : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %251 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%250 : tensor<1x8x1x1xf64>) outs(%7 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.divf %in, %cst_9 : f64
      linalg.yield %307 : f64
    } -> tensor<1x8x1x1xf64>
    %252 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%251 : tensor<1x8x1x1xf64>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %307 = arith.truncf %in : f64 to f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %253 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%243 : tensor<4x8x6x6xf32>) outs(%17 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.addf %in, %out : f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %254 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%253 : tensor<1x8x1x1xf32>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.divf %in, %cst_10 : f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %255 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%252 : tensor<1x8x1x1xf32>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_5 : f64 to f32
      %308 = arith.addf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<1x8x1x1xf32>
    %256 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%255 : tensor<1x8x1x1xf32>) outs(%15 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = math.rsqrt %in : f32
      linalg.yield %307 : f32
    } -> tensor<1x8x1x1xf32>
    %257 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%243, %254 : tensor<4x8x6x6xf32>, tensor<1x8x1x1xf32>) outs(%156 : tensor<4x8x6x6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.subf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x6x6xf32>
    %258 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%257, %256 : tensor<4x8x6x6xf32>, tensor<1x8x1x1xf32>) outs(%156 : tensor<4x8x6x6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.mulf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x6x6xf32>
    %collapsed_47 = tensor.collapse_shape %254 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %259 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_47 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_4 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %260 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg56 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_3 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %261 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%259, %260 : tensor<8xf32>, tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<8xf32>
    %collapsed_48 = tensor.collapse_shape %252 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %262 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_48 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_1 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %263 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%262 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_4 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %264 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg57 : tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_3 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<8xf32>
    %265 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%263, %264 : tensor<8xf32>, tensor<8xf32>) outs(%24 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<8xf32>
    %expanded_49 = tensor.expand_shape %arg25 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %266 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%258, %expanded_49 : tensor<4x8x6x6xf32>, tensor<8x1x1xf32>) outs(%156 : tensor<4x8x6x6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.mulf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x6x6xf32>
    %expanded_50 = tensor.expand_shape %arg26 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %267 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%266, %expanded_50 : tensor<4x8x6x6xf32>, tensor<8x1x1xf32>) outs(%156 : tensor<4x8x6x6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x8x6x6xf32>
    %268 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%267 : tensor<4x8x6x6xf32>) outs(%156 : tensor<4x8x6x6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.cmpf ugt, %in, %cst : f32
      %308 = arith.select %307, %in, %cst : f32
      linalg.yield %308 : f32
    } -> tensor<4x8x6x6xf32>
    %padded_51 = tensor.pad %268 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg63: index, %arg64: index, %arg65: index, %arg66: index):
      tensor.yield %cst : f32
    } : tensor<4x8x6x6xf32> to tensor<4x8x8x8xf32>
    %269 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_51, %arg27 : tensor<4x8x8x8xf32>, tensor<4x8x3x3xf32>) outs(%214 : tensor<4x4x6x6xf32>) -> tensor<4x4x6x6xf32>
    %concat_52 = tensor.concat dim(1) %concat_42, %269 : (tensor<4x12x6x6xf32>, tensor<4x4x6x6xf32>) -> tensor<4x16x6x6xf32>
    %270 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg61 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %307 = arith.addi %in, %c1_i64 : i64
      linalg.yield %307 : i64
    } -> tensor<i64>
    %271 = tensor.empty() : tensor<4x16x6x6xf64>
    %272 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%concat_52 : tensor<4x16x6x6xf32>) outs(%271 : tensor<4x16x6x6xf64>) {
    ^bb0(%in: f32, %out: f64):
      %307 = arith.extf %in : f32 to f64
      linalg.yield %307 : f64
    } -> tensor<4x16x6x6xf64>
    %273 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%272 : tensor<4x16x6x6xf64>) outs(%127 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.addf %in, %out : f64
      linalg.yield %307 : f64
    } -> tensor<1x16x1x1xf64>
    %274 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%273 : tensor<1x16x1x1xf64>) outs(%126 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.divf %in, %cst_9 : f64
      linalg.yield %307 : f64
    } -> tensor<1x16x1x1xf64>
    %275 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%272, %274 : tensor<4x16x6x6xf64>, tensor<1x16x1x1xf64>) outs(%271 : tensor<4x16x6x6xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %307 = arith.subf %in, %in_58 : f64
      linalg.yield %307 : f64
    } -> tensor<4x16x6x6xf64>
    %276 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%275, %275 : tensor<4x16x6x6xf64>, tensor<4x16x6x6xf64>) outs(%271 : tensor<4x16x6x6xf64>) {
    ^bb0(%in: f64, %in_58: f64, %out: f64):
      %307 = arith.mulf %in, %in_58 : f64
      linalg.yield %307 : f64
    } -> tensor<4x16x6x6xf64>
    %277 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%276 : tensor<4x16x6x6xf64>) outs(%127 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.addf %in, %out : f64
      linalg.yield %307 : f64
    } -> tensor<1x16x1x1xf64>
    %278 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%277 : tensor<1x16x1x1xf64>) outs(%126 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %307 = arith.divf %in, %cst_9 : f64
      linalg.yield %307 : f64
    } -> tensor<1x16x1x1xf64>
    %279 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%278 : tensor<1x16x1x1xf64>) outs(%134 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %307 = arith.truncf %in : f64 to f32
      linalg.yield %307 : f32
    } -> tensor<1x16x1x1xf32>
    %280 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%concat_52 : tensor<4x16x6x6xf32>) outs(%136 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.addf %in, %out : f32
      linalg.yield %307 : f32
    } -> tensor<1x16x1x1xf32>
    %281 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%280 : tensor<1x16x1x1xf32>) outs(%134 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.divf %in, %cst_10 : f32
      linalg.yield %307 : f32
    } -> tensor<1x16x1x1xf32>
    %282 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%279 : tensor<1x16x1x1xf32>) outs(%134 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_5 : f64 to f32
      %308 = arith.addf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<1x16x1x1xf32>
    %283 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%282 : tensor<1x16x1x1xf32>) outs(%134 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = math.rsqrt %in : f32
      linalg.yield %307 : f32
    } -> tensor<1x16x1x1xf32>
    %284 = tensor.empty() : tensor<4x16x6x6xf32>
    %285 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%concat_52, %281 : tensor<4x16x6x6xf32>, tensor<1x16x1x1xf32>) outs(%284 : tensor<4x16x6x6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.subf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x16x6x6xf32>
    %286 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%285, %283 : tensor<4x16x6x6xf32>, tensor<1x16x1x1xf32>) outs(%284 : tensor<4x16x6x6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.mulf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x16x6x6xf32>
    %collapsed_53 = tensor.collapse_shape %281 [[0, 1, 2, 3]] : tensor<1x16x1x1xf32> into tensor<16xf32>
    %287 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_53 : tensor<16xf32>) outs(%144 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_4 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<16xf32>
    %288 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg59 : tensor<16xf32>) outs(%144 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_3 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<16xf32>
    %289 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%287, %288 : tensor<16xf32>, tensor<16xf32>) outs(%144 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<16xf32>
    %collapsed_54 = tensor.collapse_shape %279 [[0, 1, 2, 3]] : tensor<1x16x1x1xf32> into tensor<16xf32>
    %290 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_54 : tensor<16xf32>) outs(%144 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_1 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<16xf32>
    %291 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%290 : tensor<16xf32>) outs(%144 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_4 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<16xf32>
    %292 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg60 : tensor<16xf32>) outs(%144 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.truncf %cst_3 : f64 to f32
      %308 = arith.mulf %in, %307 : f32
      linalg.yield %308 : f32
    } -> tensor<16xf32>
    %293 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%291, %292 : tensor<16xf32>, tensor<16xf32>) outs(%144 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<16xf32>
    %expanded_55 = tensor.expand_shape %arg28 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %294 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%286, %expanded_55 : tensor<4x16x6x6xf32>, tensor<16x1x1xf32>) outs(%284 : tensor<4x16x6x6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.mulf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x16x6x6xf32>
    %expanded_56 = tensor.expand_shape %arg29 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %295 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%294, %expanded_56 : tensor<4x16x6x6xf32>, tensor<16x1x1xf32>) outs(%284 : tensor<4x16x6x6xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x16x6x6xf32>
    %296 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%295 : tensor<4x16x6x6xf32>) outs(%284 : tensor<4x16x6x6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.cmpf ugt, %in, %cst : f32
      %308 = arith.select %307, %in, %cst : f32
      linalg.yield %308 : f32
    } -> tensor<4x16x6x6xf32>
    %297 = tensor.empty() : tensor<4x16x1x1xf32>
    %298 = linalg.fill ins(%cst : f32) outs(%297 : tensor<4x16x1x1xf32>) -> tensor<4x16x1x1xf32>
    %299 = tensor.empty() : tensor<6x6xf32>
    %300 = linalg.pooling_nchw_sum {dilations = dense<1> : vector<2xi64>, strides = dense<6> : vector<2xi64>} ins(%296, %299 : tensor<4x16x6x6xf32>, tensor<6x6xf32>) outs(%298 : tensor<4x16x1x1xf32>) -> tensor<4x16x1x1xf32>
    %301 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%300 : tensor<4x16x1x1xf32>) outs(%297 : tensor<4x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %307 = arith.divf %in, %cst_11 : f32
      linalg.yield %307 : f32
    } -> tensor<4x16x1x1xf32>
    %collapsed_57 = tensor.collapse_shape %301 [[0], [1, 2, 3]] : tensor<4x16x1x1xf32> into tensor<4x16xf32>
    %302 = tensor.empty() : tensor<16x10xf32>
    %transposed = linalg.transpose ins(%arg30 : tensor<10x16xf32>) outs(%302 : tensor<16x10xf32>) permutation = [1, 0] 
    %303 = tensor.empty() : tensor<4x10xf32>
    %304 = linalg.fill ins(%cst : f32) outs(%303 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %305 = linalg.matmul ins(%collapsed_57, %transposed : tensor<4x16xf32>, tensor<16x10xf32>) outs(%304 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %306 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%305, %arg31 : tensor<4x10xf32>, tensor<10xf32>) outs(%303 : tensor<4x10xf32>) {
    ^bb0(%in: f32, %in_58: f32, %out: f32):
      %307 = arith.addf %in, %in_58 : f32
      linalg.yield %307 : f32
    } -> tensor<4x10xf32>
    return %27, %31, %4, %53, %57, %36, %88, %92, %64, %114, %118, %97, %147, %151, %123, %179, %183, %161, %205, %209, %188, %235, %239, %216, %261, %265, %244, %289, %293, %270, %306 : tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<12xf32>, tensor<12xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<16xf32>, tensor<16xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<12xf32>, tensor<12xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<16xf32>, tensor<16xf32>, tensor<i64>, tensor<4x10xf32>
  }
}
