#map = affine_map<() -> ()>
#map1 = affine_map<(d0, d1, d2) -> (d0, d1, d2)>
#map2 = affine_map<(d0, d1, d2) -> (0, d1, 0)>
#map3 = affine_map<(d0) -> (d0)>
#map4 = affine_map<(d0, d1, d2) -> (d1, 0)>
#map5 = affine_map<(d0, d1) -> (d0, d1)>
#map6 = affine_map<(d0, d1) -> (d1)>
module {
  func.func @main(%arg0: tensor<8x2x5xf32> {approx.name = "c1.weight", approx.role = "parameter"}, %arg1: tensor<8xf32> {approx.name = "c1.bias", approx.role = "parameter"}, %arg2: tensor<8xf32> {approx.name = "b1.weight", approx.role = "parameter"}, %arg3: tensor<8xf32> {approx.name = "b1.bias", approx.role = "parameter"}, %arg4: tensor<8x8x3xf32> {approx.name = "c2.weight", approx.role = "parameter"}, %arg5: tensor<8xf32> {approx.name = "c2.bias", approx.role = "parameter"}, %arg6: tensor<8x1x3xf32> {approx.name = "c3.weight", approx.role = "parameter"}, %arg7: tensor<8xf32> {approx.name = "c3.bias", approx.role = "parameter"}, %arg8: tensor<5x8xf32> {approx.name = "f.weight", approx.role = "parameter"}, %arg9: tensor<5xf32> {approx.name = "f.bias", approx.role = "parameter"}, %arg10: tensor<8xf32> {approx.name = "b1.running_mean", approx.role = "buffer"}, %arg11: tensor<8xf32> {approx.name = "b1.running_var", approx.role = "buffer"}, %arg12: tensor<i64> {approx.name = "b1.num_batches_tracked", approx.role = "buffer"}, %arg13: tensor<4x2x32xf32> {approx.name = "x", approx.role = "input"}) -> (tensor<8xf32> {approx.role = "buffer", approx.updates = "b1.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "b1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "b1.num_batches_tracked"}, tensor<4x5xf32> {approx.role = "logits"}) {
    %c1_i64 = arith.constant 1 : i64
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant 0.000000e+00 : f64
    %cst_1 = arith.constant 0xFF800000 : f32
    %cst_2 = arith.constant 1.0158730158730158 : f64
    %cst_3 = arith.constant 9.000000e-01 : f64
    %cst_4 = arith.constant 1.000000e-01 : f64
    %cst_5 = arith.constant 1.000000e-05 : f64
    %cst_6 = arith.constant 6.400000e+01 : f64
    %cst_7 = arith.constant 6.400000e+01 : f32
    %cst_8 = arith.constant 8.000000e+00 : f32
    %padded = tensor.pad %arg13 low[0, 0, 2] high[0, 0, 2] {
    ^bb0(%arg14: index, %arg15: index, %arg16: index):
      tensor.yield %cst : f32
    } : tensor<4x2x32xf32> to tensor<4x2x36xf32>
    %0 = tensor.empty() : tensor<4x8x16xf32>
    %broadcasted = linalg.broadcast ins(%arg1 : tensor<8xf32>) outs(%0 : tensor<4x8x16xf32>) dimensions = [0, 2] 
    %1 = linalg.conv_1d_ncw_fcw {dilations = dense<1> : vector<1xi64>, strides = dense<2> : vector<1xi64>} ins(%padded, %arg0 : tensor<4x2x36xf32>, tensor<8x2x5xf32>) outs(%broadcasted : tensor<4x8x16xf32>) -> tensor<4x8x16xf32>
    %2 = tensor.empty() : tensor<i64>
    %3 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg12 : tensor<i64>) outs(%2 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %55 = arith.addi %in, %c1_i64 : i64
      linalg.yield %55 : i64
    } -> tensor<i64>
    %4 = tensor.empty() : tensor<4x8x16xf64>
    %5 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%1 : tensor<4x8x16xf32>) outs(%4 : tensor<4x8x16xf64>) {
    ^bb0(%in: f32, %out: f64):
      %55 = arith.extf %in : f32 to f64
      linalg.yield %55 : f64
    } -> tensor<4x8x16xf64>
    %6 = tensor.empty() : tensor<1x8x1xf64>
    %7 = linalg.fill ins(%cst_0 : f64) outs(%6 : tensor<1x8x1xf64>) -> tensor<1x8x1xf64>
    %8 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction"]} ins(%5 : tensor<4x8x16xf64>) outs(%7 : tensor<1x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %55 = arith.addf %in, %out : f64
      linalg.yield %55 : f64
    } -> tensor<1x8x1xf64>
    %9 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%8 : tensor<1x8x1xf64>) outs(%6 : tensor<1x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %55 = arith.divf %in, %cst_6 : f64
      linalg.yield %55 : f64
    } -> tensor<1x8x1xf64>
    %10 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%5, %9 : tensor<4x8x16xf64>, tensor<1x8x1xf64>) outs(%4 : tensor<4x8x16xf64>) {
    ^bb0(%in: f64, %in_20: f64, %out: f64):
      %55 = arith.subf %in, %in_20 : f64
      linalg.yield %55 : f64
    } -> tensor<4x8x16xf64>
    %11 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%10, %10 : tensor<4x8x16xf64>, tensor<4x8x16xf64>) outs(%4 : tensor<4x8x16xf64>) {
    ^bb0(%in: f64, %in_20: f64, %out: f64):
      %55 = arith.mulf %in, %in_20 : f64
      linalg.yield %55 : f64
    } -> tensor<4x8x16xf64>
    %12 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction"]} ins(%11 : tensor<4x8x16xf64>) outs(%7 : tensor<1x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %55 = arith.addf %in, %out : f64
      linalg.yield %55 : f64
    } -> tensor<1x8x1xf64>
    %13 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%12 : tensor<1x8x1xf64>) outs(%6 : tensor<1x8x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %55 = arith.divf %in, %cst_6 : f64
      linalg.yield %55 : f64
    } -> tensor<1x8x1xf64>
    %14 = tensor.empty() : tensor<1x8x1xf32>
    %15 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%13 : tensor<1x8x1xf64>) outs(%14 : tensor<1x8x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %55 = arith.truncf %in : f64 to f32
      linalg.yield %55 : f32
    } -> tensor<1x8x1xf32>
    %16 = linalg.fill ins(%cst : f32) outs(%14 : tensor<1x8x1xf32>) -> tensor<1x8x1xf32>
    %17 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction"]} ins(%1 : tensor<4x8x16xf32>) outs(%16 : tensor<1x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = arith.addf %in, %out : f32
      linalg.yield %55 : f32
    } -> tensor<1x8x1xf32>
    %18 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%17 : tensor<1x8x1xf32>) outs(%14 : tensor<1x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = arith.divf %in, %cst_7 : f32
      linalg.yield %55 : f32
    } -> tensor<1x8x1xf32>
    %19 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%15 : tensor<1x8x1xf32>) outs(%14 : tensor<1x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = arith.truncf %cst_5 : f64 to f32
      %56 = arith.addf %in, %55 : f32
      linalg.yield %56 : f32
    } -> tensor<1x8x1xf32>
    %20 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%19 : tensor<1x8x1xf32>) outs(%14 : tensor<1x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = math.rsqrt %in : f32
      linalg.yield %55 : f32
    } -> tensor<1x8x1xf32>
    %21 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%1, %18 : tensor<4x8x16xf32>, tensor<1x8x1xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_20: f32, %out: f32):
      %55 = arith.subf %in, %in_20 : f32
      linalg.yield %55 : f32
    } -> tensor<4x8x16xf32>
    %22 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%21, %20 : tensor<4x8x16xf32>, tensor<1x8x1xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_20: f32, %out: f32):
      %55 = arith.mulf %in, %in_20 : f32
      linalg.yield %55 : f32
    } -> tensor<4x8x16xf32>
    %collapsed = tensor.collapse_shape %18 [[0, 1, 2]] : tensor<1x8x1xf32> into tensor<8xf32>
    %23 = tensor.empty() : tensor<8xf32>
    %24 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed : tensor<8xf32>) outs(%23 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = arith.truncf %cst_4 : f64 to f32
      %56 = arith.mulf %in, %55 : f32
      linalg.yield %56 : f32
    } -> tensor<8xf32>
    %25 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg10 : tensor<8xf32>) outs(%23 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = arith.truncf %cst_3 : f64 to f32
      %56 = arith.mulf %in, %55 : f32
      linalg.yield %56 : f32
    } -> tensor<8xf32>
    %26 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%24, %25 : tensor<8xf32>, tensor<8xf32>) outs(%23 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_20: f32, %out: f32):
      %55 = arith.addf %in, %in_20 : f32
      linalg.yield %55 : f32
    } -> tensor<8xf32>
    %collapsed_9 = tensor.collapse_shape %15 [[0, 1, 2]] : tensor<1x8x1xf32> into tensor<8xf32>
    %27 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_9 : tensor<8xf32>) outs(%23 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = arith.truncf %cst_2 : f64 to f32
      %56 = arith.mulf %in, %55 : f32
      linalg.yield %56 : f32
    } -> tensor<8xf32>
    %28 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%27 : tensor<8xf32>) outs(%23 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = arith.truncf %cst_4 : f64 to f32
      %56 = arith.mulf %in, %55 : f32
      linalg.yield %56 : f32
    } -> tensor<8xf32>
    %29 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg11 : tensor<8xf32>) outs(%23 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = arith.truncf %cst_3 : f64 to f32
      %56 = arith.mulf %in, %55 : f32
      linalg.yield %56 : f32
    } -> tensor<8xf32>
    %30 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%28, %29 : tensor<8xf32>, tensor<8xf32>) outs(%23 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_20: f32, %out: f32):
      %55 = arith.addf %in, %in_20 : f32
      linalg.yield %55 : f32
    } -> tensor<8xf32>
    %expanded = tensor.expand_shape %arg2 [[0, 1]] output_shape [8, 1] : tensor<8xf32> into tensor<8x1xf32>
    %31 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%22, %expanded : tensor<4x8x16xf32>, tensor<8x1xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_20: f32, %out: f32):
      %55 = arith.mulf %in, %in_20 : f32
      linalg.yield %55 : f32
    } -> tensor<4x8x16xf32>
    %expanded_10 = tensor.expand_shape %arg3 [[0, 1]] output_shape [8, 1] : tensor<8xf32> into tensor<8x1xf32>
    %32 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%31, %expanded_10 : tensor<4x8x16xf32>, tensor<8x1xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_20: f32, %out: f32):
      %55 = arith.addf %in, %in_20 : f32
      linalg.yield %55 : f32
    } -> tensor<4x8x16xf32>
    %33 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%32 : tensor<4x8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = arith.cmpf ugt, %in, %cst : f32
      %56 = arith.select %55, %in, %cst : f32
      linalg.yield %56 : f32
    } -> tensor<4x8x16xf32>
    %padded_11 = tensor.pad %33 low[0, 0, 2] high[0, 0, 2] {
    ^bb0(%arg14: index, %arg15: index, %arg16: index):
      tensor.yield %cst : f32
    } : tensor<4x8x16xf32> to tensor<4x8x20xf32>
    %broadcasted_12 = linalg.broadcast ins(%arg5 : tensor<8xf32>) outs(%0 : tensor<4x8x16xf32>) dimensions = [0, 2] 
    %34 = linalg.conv_1d_ncw_fcw {dilations = dense<2> : vector<1xi64>, strides = dense<1> : vector<1xi64>} ins(%padded_11, %arg4 : tensor<4x8x20xf32>, tensor<8x8x3xf32>) outs(%broadcasted_12 : tensor<4x8x16xf32>) -> tensor<4x8x16xf32>
    %35 = tensor.empty() : tensor<4x8x16xi1>
    %36 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%34 : tensor<4x8x16xf32>) outs(%35 : tensor<4x8x16xi1>) {
    ^bb0(%in: f32, %out: i1):
      %55 = arith.extf %in : f32 to f64
      %56 = arith.cmpf ogt, %55, %cst_0 : f64
      linalg.yield %56 : i1
    } -> tensor<4x8x16xi1>
    %37 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%34 : tensor<4x8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = arith.truncf %cst_4 : f64 to f32
      %56 = arith.mulf %in, %55 : f32
      linalg.yield %56 : f32
    } -> tensor<4x8x16xf32>
    %38 = linalg.generic {indexing_maps = [#map1, #map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%36, %34, %37 : tensor<4x8x16xi1>, tensor<4x8x16xf32>, tensor<4x8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: i1, %in_20: f32, %in_21: f32, %out: f32):
      %55 = arith.select %in, %in_20, %in_21 : f32
      linalg.yield %55 : f32
    } -> tensor<4x8x16xf32>
    %39 = tensor.empty() : tensor<4x8x8xf32>
    %40 = linalg.fill ins(%cst_1 : f32) outs(%39 : tensor<4x8x8xf32>) -> tensor<4x8x8xf32>
    %41 = tensor.empty() : tensor<2xf32>
    %42 = linalg.pooling_ncw_max {dilations = dense<1> : vector<1xi64>, strides = dense<2> : vector<1xi64>} ins(%38, %41 : tensor<4x8x16xf32>, tensor<2xf32>) outs(%40 : tensor<4x8x8xf32>) -> tensor<4x8x8xf32>
    %expanded_13 = tensor.expand_shape %42 [[0], [1], [2, 3]] output_shape [4, 8, 8, 1] : tensor<4x8x8xf32> into tensor<4x8x8x1xf32>
    %expanded_14 = tensor.expand_shape %arg6 [[0], [1], [2, 3]] output_shape [8, 1, 3, 1] : tensor<8x1x3xf32> into tensor<8x1x3x1xf32>
    %padded_15 = tensor.pad %expanded_13 low[0, 0, 1, 0] high[0, 0, 1, 0] {
    ^bb0(%arg14: index, %arg15: index, %arg16: index, %arg17: index):
      tensor.yield %cst : f32
    } : tensor<4x8x8x1xf32> to tensor<4x8x10x1xf32>
    %43 = tensor.empty() : tensor<4x8x8x1xf32>
    %broadcasted_16 = linalg.broadcast ins(%arg7 : tensor<8xf32>) outs(%43 : tensor<4x8x8x1xf32>) dimensions = [0, 2, 3] 
    %collapsed_17 = tensor.collapse_shape %expanded_14 [[0, 1], [2], [3]] : tensor<8x1x3x1xf32> into tensor<8x3x1xf32>
    %44 = linalg.depthwise_conv_2d_nchw_chw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_15, %collapsed_17 : tensor<4x8x10x1xf32>, tensor<8x3x1xf32>) outs(%broadcasted_16 : tensor<4x8x8x1xf32>) -> tensor<4x8x8x1xf32>
    %collapsed_18 = tensor.collapse_shape %44 [[0], [1], [2, 3]] : tensor<4x8x8x1xf32> into tensor<4x8x8xf32>
    %45 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_18 : tensor<4x8x8xf32>) outs(%39 : tensor<4x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = math.tanh %in : f32
      linalg.yield %55 : f32
    } -> tensor<4x8x8xf32>
    %46 = tensor.empty() : tensor<4x8x1xf32>
    %47 = linalg.fill ins(%cst : f32) outs(%46 : tensor<4x8x1xf32>) -> tensor<4x8x1xf32>
    %48 = linalg.pooling_ncw_sum {dilations = dense<1> : vector<1xi64>, strides = dense<1> : vector<1xi64>} ins(%45, %23 : tensor<4x8x8xf32>, tensor<8xf32>) outs(%47 : tensor<4x8x1xf32>) -> tensor<4x8x1xf32>
    %49 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%48 : tensor<4x8x1xf32>) outs(%46 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = arith.divf %in, %cst_8 : f32
      linalg.yield %55 : f32
    } -> tensor<4x8x1xf32>
    %collapsed_19 = tensor.collapse_shape %49 [[0], [1, 2]] : tensor<4x8x1xf32> into tensor<4x8xf32>
    %50 = tensor.empty() : tensor<8x5xf32>
    %transposed = linalg.transpose ins(%arg8 : tensor<5x8xf32>) outs(%50 : tensor<8x5xf32>) permutation = [1, 0] 
    %51 = tensor.empty() : tensor<4x5xf32>
    %52 = linalg.fill ins(%cst : f32) outs(%51 : tensor<4x5xf32>) -> tensor<4x5xf32>
    %53 = linalg.matmul ins(%collapsed_19, %transposed : tensor<4x8xf32>, tensor<8x5xf32>) outs(%52 : tensor<4x5xf32>) -> tensor<4x5xf32>
    %54 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%53, %arg9 : tensor<4x5xf32>, tensor<5xf32>) outs(%51 : tensor<4x5xf32>) {
    ^bb0(%in: f32, %in_20: f32, %out: f32):
      %55 = arith.addf %in, %in_20 : f32
      linalg.yield %55 : f32
    } -> tensor<4x5xf32>
    return %26, %30, %3, %54 : tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<4x5xf32>
  }
}
