#map = affine_map<() -> ()>
#map1 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
#map2 = affine_map<(d0, d1, d2, d3) -> (0, d1, 0, 0)>
#map3 = affine_map<(d0) -> (d0)>
#map4 = affine_map<(d0, d1, d2, d3) -> (d1, 0, 0)>
#map5 = affine_map<(d0, d1) -> (d0, d1)>
#map6 = affine_map<(d0, d1) -> (d1)>
module {
  func.func @main(%arg0: tensor<8x3x3x3xf32> {approx.name = "features.0.weight", approx.role = "parameter"}, %arg1: tensor<8xf32> {approx.name = "features.0.bias", approx.role = "parameter"}, %arg2: tensor<8xf32> {approx.name = "features.1.weight", approx.role = "parameter"}, %arg3: tensor<8xf32> {approx.name = "features.1.bias", approx.role = "parameter"}, %arg4: tensor<16x8x3x3xf32> {approx.name = "features.4.weight", approx.role = "parameter"}, %arg5: tensor<16xf32> {approx.name = "features.4.bias", approx.role = "parameter"}, %arg6: tensor<16xf32> {approx.name = "features.5.weight", approx.role = "parameter"}, %arg7: tensor<16xf32> {approx.name = "features.5.bias", approx.role = "parameter"}, %arg8: tensor<16x16x3x3xf32> {approx.name = "features.8.weight", approx.role = "parameter"}, %arg9: tensor<16xf32> {approx.name = "features.8.bias", approx.role = "parameter"}, %arg10: tensor<16xf32> {approx.name = "features.9.weight", approx.role = "parameter"}, %arg11: tensor<16xf32> {approx.name = "features.9.bias", approx.role = "parameter"}, %arg12: tensor<16x64xf32> {approx.name = "classifier.0.weight", approx.role = "parameter"}, %arg13: tensor<16xf32> {approx.name = "classifier.0.bias", approx.role = "parameter"}, %arg14: tensor<10x16xf32> {approx.name = "classifier.3.weight", approx.role = "parameter"}, %arg15: tensor<10xf32> {approx.name = "classifier.3.bias", approx.role = "parameter"}, %arg16: tensor<8xf32> {approx.name = "features.1.running_mean", approx.role = "buffer"}, %arg17: tensor<8xf32> {approx.name = "features.1.running_var", approx.role = "buffer"}, %arg18: tensor<i64> {approx.name = "features.1.num_batches_tracked", approx.role = "buffer"}, %arg19: tensor<16xf32> {approx.name = "features.5.running_mean", approx.role = "buffer"}, %arg20: tensor<16xf32> {approx.name = "features.5.running_var", approx.role = "buffer"}, %arg21: tensor<i64> {approx.name = "features.5.num_batches_tracked", approx.role = "buffer"}, %arg22: tensor<16xf32> {approx.name = "features.9.running_mean", approx.role = "buffer"}, %arg23: tensor<16xf32> {approx.name = "features.9.running_var", approx.role = "buffer"}, %arg24: tensor<i64> {approx.name = "features.9.num_batches_tracked", approx.role = "buffer"}, %arg25: tensor<4x3x16x16xf32> {approx.name = "x", approx.role = "input"}) -> (tensor<8xf32> {approx.role = "buffer", approx.updates = "features.1.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "features.1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "features.1.num_batches_tracked"}, tensor<16xf32> {approx.role = "buffer", approx.updates = "features.5.running_mean"}, tensor<16xf32> {approx.role = "buffer", approx.updates = "features.5.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "features.5.num_batches_tracked"}, tensor<16xf32> {approx.role = "buffer", approx.updates = "features.9.running_mean"}, tensor<16xf32> {approx.role = "buffer", approx.updates = "features.9.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "features.9.num_batches_tracked"}, tensor<4x10xf32> {approx.role = "logits"}) {
    %c1_i64 = arith.constant 1 : i64
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant 0.000000e+00 : f64
    %cst_1 = arith.constant 0xFF800000 : f32
    %cst_2 = arith.constant 1.0158730158730158 : f64
    %cst_3 = arith.constant 1.003921568627451 : f64
    %cst_4 = arith.constant 1.0009775171065494 : f64
    %cst_5 = arith.constant 9.000000e-01 : f64
    %cst_6 = arith.constant 1.000000e-01 : f64
    %cst_7 = arith.constant 1.000000e-05 : f64
    %cst_8 = arith.constant 1.024000e+03 : f64
    %cst_9 = arith.constant 1.024000e+03 : f32
    %cst_10 = arith.constant 2.560000e+02 : f64
    %cst_11 = arith.constant 2.560000e+02 : f32
    %cst_12 = arith.constant 6.400000e+01 : f64
    %cst_13 = arith.constant 6.400000e+01 : f32
    %padded = tensor.pad %arg25 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg26: index, %arg27: index, %arg28: index, %arg29: index):
      tensor.yield %cst : f32
    } : tensor<4x3x16x16xf32> to tensor<4x3x18x18xf32>
    %0 = tensor.empty() : tensor<4x8x16x16xf32>
    %broadcasted = linalg.broadcast ins(%arg1 : tensor<8xf32>) outs(%0 : tensor<4x8x16x16xf32>) dimensions = [0, 2, 3] 
    %1 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded, %arg0 : tensor<4x3x18x18xf32>, tensor<8x3x3x3xf32>) outs(%broadcasted : tensor<4x8x16x16xf32>) -> tensor<4x8x16x16xf32>
    %2 = tensor.empty() : tensor<i64>
    %3 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg18 : tensor<i64>) outs(%2 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %118 = arith.addi %in, %c1_i64 : i64
      linalg.yield %118 : i64
    } -> tensor<i64>
    %4 = tensor.empty() : tensor<4x8x16x16xf64>
    %5 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%1 : tensor<4x8x16x16xf32>) outs(%4 : tensor<4x8x16x16xf64>) {
    ^bb0(%in: f32, %out: f64):
      %118 = arith.extf %in : f32 to f64
      linalg.yield %118 : f64
    } -> tensor<4x8x16x16xf64>
    %6 = tensor.empty() : tensor<1x8x1x1xf64>
    %7 = linalg.fill ins(%cst_0 : f64) outs(%6 : tensor<1x8x1x1xf64>) -> tensor<1x8x1x1xf64>
    %8 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%5 : tensor<4x8x16x16xf64>) outs(%7 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %118 = arith.addf %in, %out : f64
      linalg.yield %118 : f64
    } -> tensor<1x8x1x1xf64>
    %9 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%8 : tensor<1x8x1x1xf64>) outs(%6 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %118 = arith.divf %in, %cst_8 : f64
      linalg.yield %118 : f64
    } -> tensor<1x8x1x1xf64>
    %10 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%5, %9 : tensor<4x8x16x16xf64>, tensor<1x8x1x1xf64>) outs(%4 : tensor<4x8x16x16xf64>) {
    ^bb0(%in: f64, %in_30: f64, %out: f64):
      %118 = arith.subf %in, %in_30 : f64
      linalg.yield %118 : f64
    } -> tensor<4x8x16x16xf64>
    %11 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%10, %10 : tensor<4x8x16x16xf64>, tensor<4x8x16x16xf64>) outs(%4 : tensor<4x8x16x16xf64>) {
    ^bb0(%in: f64, %in_30: f64, %out: f64):
      %118 = arith.mulf %in, %in_30 : f64
      linalg.yield %118 : f64
    } -> tensor<4x8x16x16xf64>
    %12 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%11 : tensor<4x8x16x16xf64>) outs(%7 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %118 = arith.addf %in, %out : f64
      linalg.yield %118 : f64
    } -> tensor<1x8x1x1xf64>
    %13 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%12 : tensor<1x8x1x1xf64>) outs(%6 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %118 = arith.divf %in, %cst_8 : f64
      linalg.yield %118 : f64
    } -> tensor<1x8x1x1xf64>
    %14 = tensor.empty() : tensor<1x8x1x1xf32>
    %15 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%13 : tensor<1x8x1x1xf64>) outs(%14 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %118 = arith.truncf %in : f64 to f32
      linalg.yield %118 : f32
    } -> tensor<1x8x1x1xf32>
    %16 = linalg.fill ins(%cst : f32) outs(%14 : tensor<1x8x1x1xf32>) -> tensor<1x8x1x1xf32>
    %17 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%1 : tensor<4x8x16x16xf32>) outs(%16 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.addf %in, %out : f32
      linalg.yield %118 : f32
    } -> tensor<1x8x1x1xf32>
    %18 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%17 : tensor<1x8x1x1xf32>) outs(%14 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.divf %in, %cst_9 : f32
      linalg.yield %118 : f32
    } -> tensor<1x8x1x1xf32>
    %19 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%15 : tensor<1x8x1x1xf32>) outs(%14 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.truncf %cst_7 : f64 to f32
      %119 = arith.addf %in, %118 : f32
      linalg.yield %119 : f32
    } -> tensor<1x8x1x1xf32>
    %20 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%19 : tensor<1x8x1x1xf32>) outs(%14 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = math.rsqrt %in : f32
      linalg.yield %118 : f32
    } -> tensor<1x8x1x1xf32>
    %21 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%1, %18 : tensor<4x8x16x16xf32>, tensor<1x8x1x1xf32>) outs(%0 : tensor<4x8x16x16xf32>) {
    ^bb0(%in: f32, %in_30: f32, %out: f32):
      %118 = arith.subf %in, %in_30 : f32
      linalg.yield %118 : f32
    } -> tensor<4x8x16x16xf32>
    %22 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%21, %20 : tensor<4x8x16x16xf32>, tensor<1x8x1x1xf32>) outs(%0 : tensor<4x8x16x16xf32>) {
    ^bb0(%in: f32, %in_30: f32, %out: f32):
      %118 = arith.mulf %in, %in_30 : f32
      linalg.yield %118 : f32
    } -> tensor<4x8x16x16xf32>
    %collapsed = tensor.collapse_shape %18 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %23 = tensor.empty() : tensor<8xf32>
    %24 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed : tensor<8xf32>) outs(%23 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.truncf %cst_6 : f64 to f32
      %119 = arith.mulf %in, %118 : f32
      linalg.yield %119 : f32
    } -> tensor<8xf32>
    %25 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg16 : tensor<8xf32>) outs(%23 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.truncf %cst_5 : f64 to f32
      %119 = arith.mulf %in, %118 : f32
      linalg.yield %119 : f32
    } -> tensor<8xf32>
    %26 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%24, %25 : tensor<8xf32>, tensor<8xf32>) outs(%23 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_30: f32, %out: f32):
      %118 = arith.addf %in, %in_30 : f32
      linalg.yield %118 : f32
    } -> tensor<8xf32>
    %collapsed_14 = tensor.collapse_shape %15 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %27 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_14 : tensor<8xf32>) outs(%23 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.truncf %cst_4 : f64 to f32
      %119 = arith.mulf %in, %118 : f32
      linalg.yield %119 : f32
    } -> tensor<8xf32>
    %28 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%27 : tensor<8xf32>) outs(%23 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.truncf %cst_6 : f64 to f32
      %119 = arith.mulf %in, %118 : f32
      linalg.yield %119 : f32
    } -> tensor<8xf32>
    %29 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg17 : tensor<8xf32>) outs(%23 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.truncf %cst_5 : f64 to f32
      %119 = arith.mulf %in, %118 : f32
      linalg.yield %119 : f32
    } -> tensor<8xf32>
    %30 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%28, %29 : tensor<8xf32>, tensor<8xf32>) outs(%23 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_30: f32, %out: f32):
      %118 = arith.addf %in, %in_30 : f32
      linalg.yield %118 : f32
    } -> tensor<8xf32>
    %expanded = tensor.expand_shape %arg2 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %31 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%22, %expanded : tensor<4x8x16x16xf32>, tensor<8x1x1xf32>) outs(%0 : tensor<4x8x16x16xf32>) {
    ^bb0(%in: f32, %in_30: f32, %out: f32):
      %118 = arith.mulf %in, %in_30 : f32
      linalg.yield %118 : f32
    } -> tensor<4x8x16x16xf32>
    %expanded_15 = tensor.expand_shape %arg3 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %32 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%31, %expanded_15 : tensor<4x8x16x16xf32>, tensor<8x1x1xf32>) outs(%0 : tensor<4x8x16x16xf32>) {
    ^bb0(%in: f32, %in_30: f32, %out: f32):
      %118 = arith.addf %in, %in_30 : f32
      linalg.yield %118 : f32
    } -> tensor<4x8x16x16xf32>
    %33 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%32 : tensor<4x8x16x16xf32>) outs(%0 : tensor<4x8x16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.cmpf ugt, %in, %cst : f32
      %119 = arith.select %118, %in, %cst : f32
      linalg.yield %119 : f32
    } -> tensor<4x8x16x16xf32>
    %34 = tensor.empty() : tensor<4x8x8x8xf32>
    %35 = linalg.fill ins(%cst_1 : f32) outs(%34 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %36 = tensor.empty() : tensor<2x2xf32>
    %37 = linalg.pooling_nchw_max {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%33, %36 : tensor<4x8x16x16xf32>, tensor<2x2xf32>) outs(%35 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %padded_16 = tensor.pad %37 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg26: index, %arg27: index, %arg28: index, %arg29: index):
      tensor.yield %cst : f32
    } : tensor<4x8x8x8xf32> to tensor<4x8x10x10xf32>
    %38 = tensor.empty() : tensor<4x16x8x8xf32>
    %broadcasted_17 = linalg.broadcast ins(%arg5 : tensor<16xf32>) outs(%38 : tensor<4x16x8x8xf32>) dimensions = [0, 2, 3] 
    %39 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_16, %arg4 : tensor<4x8x10x10xf32>, tensor<16x8x3x3xf32>) outs(%broadcasted_17 : tensor<4x16x8x8xf32>) -> tensor<4x16x8x8xf32>
    %40 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg21 : tensor<i64>) outs(%2 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %118 = arith.addi %in, %c1_i64 : i64
      linalg.yield %118 : i64
    } -> tensor<i64>
    %41 = tensor.empty() : tensor<4x16x8x8xf64>
    %42 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%39 : tensor<4x16x8x8xf32>) outs(%41 : tensor<4x16x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %118 = arith.extf %in : f32 to f64
      linalg.yield %118 : f64
    } -> tensor<4x16x8x8xf64>
    %43 = tensor.empty() : tensor<1x16x1x1xf64>
    %44 = linalg.fill ins(%cst_0 : f64) outs(%43 : tensor<1x16x1x1xf64>) -> tensor<1x16x1x1xf64>
    %45 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%42 : tensor<4x16x8x8xf64>) outs(%44 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %118 = arith.addf %in, %out : f64
      linalg.yield %118 : f64
    } -> tensor<1x16x1x1xf64>
    %46 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%45 : tensor<1x16x1x1xf64>) outs(%43 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %118 = arith.divf %in, %cst_10 : f64
      linalg.yield %118 : f64
    } -> tensor<1x16x1x1xf64>
    %47 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%42, %46 : tensor<4x16x8x8xf64>, tensor<1x16x1x1xf64>) outs(%41 : tensor<4x16x8x8xf64>) {
    ^bb0(%in: f64, %in_30: f64, %out: f64):
      %118 = arith.subf %in, %in_30 : f64
      linalg.yield %118 : f64
    } -> tensor<4x16x8x8xf64>
    %48 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%47, %47 : tensor<4x16x8x8xf64>, tensor<4x16x8x8xf64>) outs(%41 : tensor<4x16x8x8xf64>) {
    ^bb0(%in: f64, %in_30: f64, %out: f64):
      %118 = arith.mulf %in, %in_30 : f64
      linalg.yield %118 : f64
    } -> tensor<4x16x8x8xf64>
    %49 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%48 : tensor<4x16x8x8xf64>) outs(%44 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %118 = arith.addf %in, %out : f64
      linalg.yield %118 : f64
    } -> tensor<1x16x1x1xf64>
    %50 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%49 : tensor<1x16x1x1xf64>) outs(%43 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %118 = arith.divf %in, %cst_10 : f64
      linalg.yield %118 : f64
    } -> tensor<1x16x1x1xf64>
    %51 = tensor.empty() : tensor<1x16x1x1xf32>
    %52 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%50 : tensor<1x16x1x1xf64>) outs(%51 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %118 = arith.truncf %in : f64 to f32
      linalg.yield %118 : f32
    } -> tensor<1x16x1x1xf32>
    %53 = linalg.fill ins(%cst : f32) outs(%51 : tensor<1x16x1x1xf32>) -> tensor<1x16x1x1xf32>
    %54 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%39 : tensor<4x16x8x8xf32>) outs(%53 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.addf %in, %out : f32
      linalg.yield %118 : f32
    } -> tensor<1x16x1x1xf32>
    %55 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%54 : tensor<1x16x1x1xf32>) outs(%51 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.divf %in, %cst_11 : f32
      linalg.yield %118 : f32
    } -> tensor<1x16x1x1xf32>
    %56 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%52 : tensor<1x16x1x1xf32>) outs(%51 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.truncf %cst_7 : f64 to f32
      %119 = arith.addf %in, %118 : f32
      linalg.yield %119 : f32
    } -> tensor<1x16x1x1xf32>
    %57 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%56 : tensor<1x16x1x1xf32>) outs(%51 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = math.rsqrt %in : f32
      linalg.yield %118 : f32
    } -> tensor<1x16x1x1xf32>
    %58 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%39, %55 : tensor<4x16x8x8xf32>, tensor<1x16x1x1xf32>) outs(%38 : tensor<4x16x8x8xf32>) {
    ^bb0(%in: f32, %in_30: f32, %out: f32):
      %118 = arith.subf %in, %in_30 : f32
      linalg.yield %118 : f32
    } -> tensor<4x16x8x8xf32>
    %59 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%58, %57 : tensor<4x16x8x8xf32>, tensor<1x16x1x1xf32>) outs(%38 : tensor<4x16x8x8xf32>) {
    ^bb0(%in: f32, %in_30: f32, %out: f32):
      %118 = arith.mulf %in, %in_30 : f32
      linalg.yield %118 : f32
    } -> tensor<4x16x8x8xf32>
    %collapsed_18 = tensor.collapse_shape %55 [[0, 1, 2, 3]] : tensor<1x16x1x1xf32> into tensor<16xf32>
    %60 = tensor.empty() : tensor<16xf32>
    %61 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_18 : tensor<16xf32>) outs(%60 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.truncf %cst_6 : f64 to f32
      %119 = arith.mulf %in, %118 : f32
      linalg.yield %119 : f32
    } -> tensor<16xf32>
    %62 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg19 : tensor<16xf32>) outs(%60 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.truncf %cst_5 : f64 to f32
      %119 = arith.mulf %in, %118 : f32
      linalg.yield %119 : f32
    } -> tensor<16xf32>
    %63 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%61, %62 : tensor<16xf32>, tensor<16xf32>) outs(%60 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_30: f32, %out: f32):
      %118 = arith.addf %in, %in_30 : f32
      linalg.yield %118 : f32
    } -> tensor<16xf32>
    %collapsed_19 = tensor.collapse_shape %52 [[0, 1, 2, 3]] : tensor<1x16x1x1xf32> into tensor<16xf32>
    %64 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_19 : tensor<16xf32>) outs(%60 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.truncf %cst_3 : f64 to f32
      %119 = arith.mulf %in, %118 : f32
      linalg.yield %119 : f32
    } -> tensor<16xf32>
    %65 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%64 : tensor<16xf32>) outs(%60 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.truncf %cst_6 : f64 to f32
      %119 = arith.mulf %in, %118 : f32
      linalg.yield %119 : f32
    } -> tensor<16xf32>
    %66 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg20 : tensor<16xf32>) outs(%60 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.truncf %cst_5 : f64 to f32
      %119 = arith.mulf %in, %118 : f32
      linalg.yield %119 : f32
    } -> tensor<16xf32>
    %67 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%65, %66 : tensor<16xf32>, tensor<16xf32>) outs(%60 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_30: f32, %out: f32):
      %118 = arith.addf %in, %in_30 : f32
      linalg.yield %118 : f32
    } -> tensor<16xf32>
    %expanded_20 = tensor.expand_shape %arg6 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %68 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%59, %expanded_20 : tensor<4x16x8x8xf32>, tensor<16x1x1xf32>) outs(%38 : tensor<4x16x8x8xf32>) {
    ^bb0(%in: f32, %in_30: f32, %out: f32):
      %118 = arith.mulf %in, %in_30 : f32
      linalg.yield %118 : f32
    } -> tensor<4x16x8x8xf32>
    %expanded_21 = tensor.expand_shape %arg7 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %69 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%68, %expanded_21 : tensor<4x16x8x8xf32>, tensor<16x1x1xf32>) outs(%38 : tensor<4x16x8x8xf32>) {
    ^bb0(%in: f32, %in_30: f32, %out: f32):
      %118 = arith.addf %in, %in_30 : f32
      linalg.yield %118 : f32
    } -> tensor<4x16x8x8xf32>
    %70 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%69 : tensor<4x16x8x8xf32>) outs(%38 : tensor<4x16x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.cmpf ugt, %in, %cst : f32
      %119 = arith.select %118, %in, %cst : f32
      linalg.yield %119 : f32
    } -> tensor<4x16x8x8xf32>
    %71 = tensor.empty() : tensor<4x16x4x4xf32>
    %72 = linalg.fill ins(%cst_1 : f32) outs(%71 : tensor<4x16x4x4xf32>) -> tensor<4x16x4x4xf32>
    %73 = linalg.pooling_nchw_max {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%70, %36 : tensor<4x16x8x8xf32>, tensor<2x2xf32>) outs(%72 : tensor<4x16x4x4xf32>) -> tensor<4x16x4x4xf32>
    %padded_22 = tensor.pad %73 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg26: index, %arg27: index, %arg28: index, %arg29: index):
      tensor.yield %cst : f32
    } : tensor<4x16x4x4xf32> to tensor<4x16x6x6xf32>
    %broadcasted_23 = linalg.broadcast ins(%arg9 : tensor<16xf32>) outs(%71 : tensor<4x16x4x4xf32>) dimensions = [0, 2, 3] 
    %74 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_22, %arg8 : tensor<4x16x6x6xf32>, tensor<16x16x3x3xf32>) outs(%broadcasted_23 : tensor<4x16x4x4xf32>) -> tensor<4x16x4x4xf32>
    %75 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg24 : tensor<i64>) outs(%2 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %118 = arith.addi %in, %c1_i64 : i64
      linalg.yield %118 : i64
    } -> tensor<i64>
    %76 = tensor.empty() : tensor<4x16x4x4xf64>
    %77 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%74 : tensor<4x16x4x4xf32>) outs(%76 : tensor<4x16x4x4xf64>) {
    ^bb0(%in: f32, %out: f64):
      %118 = arith.extf %in : f32 to f64
      linalg.yield %118 : f64
    } -> tensor<4x16x4x4xf64>
    %78 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%77 : tensor<4x16x4x4xf64>) outs(%44 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %118 = arith.addf %in, %out : f64
      linalg.yield %118 : f64
    } -> tensor<1x16x1x1xf64>
    %79 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%78 : tensor<1x16x1x1xf64>) outs(%43 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %118 = arith.divf %in, %cst_12 : f64
      linalg.yield %118 : f64
    } -> tensor<1x16x1x1xf64>
    %80 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%77, %79 : tensor<4x16x4x4xf64>, tensor<1x16x1x1xf64>) outs(%76 : tensor<4x16x4x4xf64>) {
    ^bb0(%in: f64, %in_30: f64, %out: f64):
      %118 = arith.subf %in, %in_30 : f64
      linalg.yield %118 : f64
    } -> tensor<4x16x4x4xf64>
    %81 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%80, %80 : tensor<4x16x4x4xf64>, tensor<4x16x4x4xf64>) outs(%76 : tensor<4x16x4x4xf64>) {
    ^bb0(%in: f64, %in_30: f64, %out: f64):
      %118 = arith.mulf %in, %in_30 : f64
      linalg.yield %118 : f64
    } -> tensor<4x16x4x4xf64>
    %82 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%81 : tensor<4x16x4x4xf64>) outs(%44 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %118 = arith.addf %in, %out : f64
      linalg.yield %118 : f64
    } -> tensor<1x16x1x1xf64>
    %83 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%82 : tensor<1x16x1x1xf64>) outs(%43 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %118 = arith.divf %in, %cst_12 : f64
      linalg.yield %118 : f64
    } -> tensor<1x16x1x1xf64>
    %84 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%83 : tensor<1x16x1x1xf64>) outs(%51 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %118 = arith.truncf %in : f64 to f32
      linalg.yield %118 : f32
    } -> tensor<1x16x1x1xf32>
    %85 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%74 : tensor<4x16x4x4xf32>) outs(%53 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.addf %in, %out : f32
      linalg.yield %118 : f32
    } -> tensor<1x16x1x1xf32>
    %86 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%85 : tensor<1x16x1x1xf32>) outs(%51 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.divf %in, %cst_13 : f32
      linalg.yield %118 : f32
    } -> tensor<1x16x1x1xf32>
    %87 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%84 : tensor<1x16x1x1xf32>) outs(%51 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.truncf %cst_7 : f64 to f32
      %119 = arith.addf %in, %118 : f32
      linalg.yield %119 : f32
    } -> tensor<1x16x1x1xf32>
    %88 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%87 : tensor<1x16x1x1xf32>) outs(%51 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = math.rsqrt %in : f32
      linalg.yield %118 : f32
    } -> tensor<1x16x1x1xf32>
    %89 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%74, %86 : tensor<4x16x4x4xf32>, tensor<1x16x1x1xf32>) outs(%71 : tensor<4x16x4x4xf32>) {
    ^bb0(%in: f32, %in_30: f32, %out: f32):
      %118 = arith.subf %in, %in_30 : f32
      linalg.yield %118 : f32
    } -> tensor<4x16x4x4xf32>
    %90 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%89, %88 : tensor<4x16x4x4xf32>, tensor<1x16x1x1xf32>) outs(%71 : tensor<4x16x4x4xf32>) {
    ^bb0(%in: f32, %in_30: f32, %out: f32):
      %118 = arith.mulf %in, %in_30 : f32
      linalg.yield %118 : f32
    } -> tensor<4x16x4x4xf32>
    %collapsed_24 = tensor.collapse_shape %86 [[0, 1, 2, 3]] : tensor<1x16x1x1xf32> into tensor<16xf32>
    %91 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_24 : tensor<16xf32>) outs(%60 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.truncf %cst_6 : f64 to f32
      %119 = arith.mulf %in, %118 : f32
      linalg.yield %119 : f32
    } -> tensor<16xf32>
    %92 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg22 : tensor<16xf32>) outs(%60 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.truncf %cst_5 : f64 to f32
      %119 = arith.mulf %in, %118 : f32
      linalg.yield %119 : f32
    } -> tensor<16xf32>
    %93 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%91, %92 : tensor<16xf32>, tensor<16xf32>) outs(%60 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_30: f32, %out: f32):
      %118 = arith.addf %in, %in_30 : f32
      linalg.yield %118 : f32
    } -> tensor<16xf32>
    %collapsed_25 = tensor.collapse_shape %84 [[0, 1, 2, 3]] : tensor<1x16x1x1xf32> into tensor<16xf32>
    %94 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_25 : tensor<16xf32>) outs(%60 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.truncf %cst_2 : f64 to f32
      %119 = arith.mulf %in, %118 : f32
      linalg.yield %119 : f32
    } -> tensor<16xf32>
    %95 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%94 : tensor<16xf32>) outs(%60 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.truncf %cst_6 : f64 to f32
      %119 = arith.mulf %in, %118 : f32
      linalg.yield %119 : f32
    } -> tensor<16xf32>
    %96 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg23 : tensor<16xf32>) outs(%60 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.truncf %cst_5 : f64 to f32
      %119 = arith.mulf %in, %118 : f32
      linalg.yield %119 : f32
    } -> tensor<16xf32>
    %97 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%95, %96 : tensor<16xf32>, tensor<16xf32>) outs(%60 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_30: f32, %out: f32):
      %118 = arith.addf %in, %in_30 : f32
      linalg.yield %118 : f32
    } -> tensor<16xf32>
    %expanded_26 = tensor.expand_shape %arg10 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %98 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%90, %expanded_26 : tensor<4x16x4x4xf32>, tensor<16x1x1xf32>) outs(%71 : tensor<4x16x4x4xf32>) {
    ^bb0(%in: f32, %in_30: f32, %out: f32):
      %118 = arith.mulf %in, %in_30 : f32
      linalg.yield %118 : f32
    } -> tensor<4x16x4x4xf32>
    %expanded_27 = tensor.expand_shape %arg11 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %99 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%98, %expanded_27 : tensor<4x16x4x4xf32>, tensor<16x1x1xf32>) outs(%71 : tensor<4x16x4x4xf32>) {
    ^bb0(%in: f32, %in_30: f32, %out: f32):
      %118 = arith.addf %in, %in_30 : f32
      linalg.yield %118 : f32
    } -> tensor<4x16x4x4xf32>
    %100 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%99 : tensor<4x16x4x4xf32>) outs(%71 : tensor<4x16x4x4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.cmpf ugt, %in, %cst : f32
      %119 = arith.select %118, %in, %cst : f32
      linalg.yield %119 : f32
    } -> tensor<4x16x4x4xf32>
    %101 = tensor.empty() : tensor<4x16x2x2xf32>
    %102 = linalg.fill ins(%cst_1 : f32) outs(%101 : tensor<4x16x2x2xf32>) -> tensor<4x16x2x2xf32>
    %103 = linalg.pooling_nchw_max {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%100, %36 : tensor<4x16x4x4xf32>, tensor<2x2xf32>) outs(%102 : tensor<4x16x2x2xf32>) -> tensor<4x16x2x2xf32>
    %104 = linalg.fill ins(%cst : f32) outs(%101 : tensor<4x16x2x2xf32>) -> tensor<4x16x2x2xf32>
    %105 = tensor.empty() : tensor<1x1xf32>
    %106 = linalg.pooling_nchw_sum {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%103, %105 : tensor<4x16x2x2xf32>, tensor<1x1xf32>) outs(%104 : tensor<4x16x2x2xf32>) -> tensor<4x16x2x2xf32>
    %collapsed_28 = tensor.collapse_shape %106 [[0], [1, 2, 3]] : tensor<4x16x2x2xf32> into tensor<4x64xf32>
    %107 = tensor.empty() : tensor<64x16xf32>
    %transposed = linalg.transpose ins(%arg12 : tensor<16x64xf32>) outs(%107 : tensor<64x16xf32>) permutation = [1, 0] 
    %108 = tensor.empty() : tensor<4x16xf32>
    %109 = linalg.fill ins(%cst : f32) outs(%108 : tensor<4x16xf32>) -> tensor<4x16xf32>
    %110 = linalg.matmul ins(%collapsed_28, %transposed : tensor<4x64xf32>, tensor<64x16xf32>) outs(%109 : tensor<4x16xf32>) -> tensor<4x16xf32>
    %111 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%110, %arg13 : tensor<4x16xf32>, tensor<16xf32>) outs(%108 : tensor<4x16xf32>) {
    ^bb0(%in: f32, %in_30: f32, %out: f32):
      %118 = arith.addf %in, %in_30 : f32
      linalg.yield %118 : f32
    } -> tensor<4x16xf32>
    %112 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%111 : tensor<4x16xf32>) outs(%108 : tensor<4x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %118 = arith.cmpf ugt, %in, %cst : f32
      %119 = arith.select %118, %in, %cst : f32
      linalg.yield %119 : f32
    } -> tensor<4x16xf32>
    %113 = tensor.empty() : tensor<16x10xf32>
    %transposed_29 = linalg.transpose ins(%arg14 : tensor<10x16xf32>) outs(%113 : tensor<16x10xf32>) permutation = [1, 0] 
    %114 = tensor.empty() : tensor<4x10xf32>
    %115 = linalg.fill ins(%cst : f32) outs(%114 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %116 = linalg.matmul ins(%112, %transposed_29 : tensor<4x16xf32>, tensor<16x10xf32>) outs(%115 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %117 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%116, %arg15 : tensor<4x10xf32>, tensor<10xf32>) outs(%114 : tensor<4x10xf32>) {
    ^bb0(%in: f32, %in_30: f32, %out: f32):
      %118 = arith.addf %in, %in_30 : f32
      linalg.yield %118 : f32
    } -> tensor<4x10xf32>
    return %26, %30, %3, %63, %67, %40, %93, %97, %75, %117 : tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<16xf32>, tensor<16xf32>, tensor<i64>, tensor<16xf32>, tensor<16xf32>, tensor<i64>, tensor<4x10xf32>
  }
}
