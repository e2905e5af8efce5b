#map = affine_map<(d0) -> (d0)>
#map1 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
#map2 = affine_map<(d0, d1, d2, d3) -> (d1, 0, 0)>
#map3 = affine_map<(d0, d1) -> (d0, d1)>
#map4 = affine_map<(d0, d1) -> (d1)>
module {
  func.func @main(%arg0: tensor<8x3x3x3xf32> {approx.name = "features.0.weight", approx.role = "parameter"}, %arg1: tensor<8xf32> {approx.name = "features.0.bias", approx.role = "parameter"}, %arg2: tensor<8xf32> {approx.name = "features.1.weight", approx.role = "parameter"}, %arg3: tensor<8xf32> {approx.name = "features.1.bias", approx.role = "parameter"}, %arg4: tensor<16x8x3x3xf32> {approx.name = "features.4.weight", approx.role = "parameter"}, %arg5: tensor<16xf32> {approx.name = "features.4.bias", approx.role = "parameter"}, %arg6: tensor<16xf32> {approx.name = "features.5.weight", approx.role = "parameter"}, %arg7: tensor<16xf32> {approx.name = "features.5.bias", approx.role = "parameter"}, %arg8: tensor<16x16x3x3xf32> {approx.name = "features.8.weight", approx.role = "parameter"}, %arg9: tensor<16xf32> {approx.name = "features.8.bias", approx.role = "parameter"}, %arg10: tensor<16xf32> {approx.name = "features.9.weight", approx.role = "parameter"}, %arg11: tensor<16xf32> {approx.name = "features.9.bias", approx.role = "parameter"}, %arg12: tensor<16x64xf32> {approx.name = "classifier.0.weight", approx.role = "parameter"}, %arg13: tensor<16xf32> {approx.name = "classifier.0.bias", approx.role = "parameter"}, %arg14: tensor<10x16xf32> {approx.name = "classifier.3.weight", approx.role = "parameter"}, %arg15: tensor<10xf32> {approx.name = "classifier.3.bias", approx.role = "parameter"}, %arg16: tensor<8xf32> {approx.name = "features.1.running_mean", approx.role = "buffer"}, %arg17: tensor<8xf32> {approx.name = "features.1.running_var", approx.role = "buffer"}, %arg18: tensor<i64> {approx.name = "features.1.num_batches_tracked", approx.role = "buffer"}, %arg19: tensor<16xf32> {approx.name = "features.5.running_mean", approx.role = "buffer"}, %arg20: tensor<16xf32> {approx.name = "features.5.running_var", approx.role = "buffer"}, %arg21: tensor<i64> {approx.name = "features.5.num_batches_tracked", approx.role = "buffer"}, %arg22: tensor<16xf32> {approx.name = "features.9.running_mean", approx.role = "buffer"}, %arg23: tensor<16xf32> {approx.name = "features.9.running_var", approx.role = "buffer"}, %arg24: tensor<i64> {approx.name = "features.9.num_batches_tracked", approx.role = "buffer"}, %arg25: tensor<4x3x16x16xf32> {approx.name = "x", approx.role = "input"}) -> (tensor<4x10xf32> {approx.role = "logits"}) {
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant 1.000000e+00 : f32
    %cst_1 = arith.constant 0xFF800000 : f32
    %cst_2 = arith.constant 1.000000e-05 : f64
    %padded = tensor.pad %arg25 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg26: index, %arg27: index, %arg28: index, %arg29: index):
      tensor.yield %cst : f32
    } : tensor<4x3x16x16xf32> to tensor<4x3x18x18xf32>
    %0 = tensor.empty() : tensor<4x8x16x16xf32>
    %broadcasted = linalg.broadcast ins(%arg1 : tensor<8xf32>) outs(%0 : tensor<4x8x16x16xf32>) dimensions = [0, 2, 3] 
    %1 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded, %arg0 : tensor<4x3x18x18xf32>, tensor<8x3x3x3xf32>) outs(%broadcasted : tensor<4x8x16x16xf32>) -> tensor<4x8x16x16xf32>
    %2 = tensor.empty() : tensor<8xf32>
    %3 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg17 : tensor<8xf32>) outs(%2 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = arith.truncf %cst_2 : f64 to f32
      %56 = arith.addf %in, %55 : f32
      linalg.yield %56 : f32
    } -> tensor<8xf32>
    %4 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%3 : tensor<8xf32>) outs(%2 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = math.sqrt %in : f32
      linalg.yield %55 : f32
    } -> tensor<8xf32>
    %5 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%4 : tensor<8xf32>) outs(%2 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = arith.cmpf one, %in, %cst : f32
      cf.assert %55, "unimplemented: tensor with zero element"
      %56 = arith.divf %cst_0, %in : f32
      linalg.yield %56 : f32
    } -> tensor<8xf32>
    %expanded = tensor.expand_shape %arg16 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %expanded_3 = tensor.expand_shape %5 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %6 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%1, %expanded : tensor<4x8x16x16xf32>, tensor<8x1x1xf32>) outs(%0 : tensor<4x8x16x16xf32>) {
    ^bb0(%in: f32, %in_19: f32, %out: f32):
      %55 = arith.subf %in, %in_19 : f32
      linalg.yield %55 : f32
    } -> tensor<4x8x16x16xf32>
    %7 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%6, %expanded_3 : tensor<4x8x16x16xf32>, tensor<8x1x1xf32>) outs(%0 : tensor<4x8x16x16xf32>) {
    ^bb0(%in: f32, %in_19: f32, %out: f32):
      %55 = arith.mulf %in, %in_19 : f32
      linalg.yield %55 : f32
    } -> tensor<4x8x16x16xf32>
    %expanded_4 = tensor.expand_shape %arg2 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %8 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%7, %expanded_4 : tensor<4x8x16x16xf32>, tensor<8x1x1xf32>) outs(%0 : tensor<4x8x16x16xf32>) {
    ^bb0(%in: f32, %in_19: f32, %out: f32):
      %55 = arith.mulf %in, %in_19 : f32
      linalg.yield %55 : f32
    } -> tensor<4x8x16x16xf32>
    %expanded_5 = tensor.expand_shape %arg3 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %9 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%8, %expanded_5 : tensor<4x8x16x16xf32>, tensor<8x1x1xf32>) outs(%0 : tensor<4x8x16x16xf32>) {
    ^bb0(%in: f32, %in_19: f32, %out: f32):
      %55 = arith.addf %in, %in_19 : f32
      linalg.yield %55 : f32
    } -> tensor<4x8x16x16xf32>
    %10 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%9 : tensor<4x8x16x16xf32>) outs(%0 : tensor<4x8x16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = arith.cmpf ugt, %in, %cst : f32
      %56 = arith.select %55, %in, %cst : f32
      linalg.yield %56 : f32
    } -> tensor<4x8x16x16xf32>
    %11 = tensor.empty() : tensor<4x8x8x8xf32>
    %12 = linalg.fill ins(%cst_1 : f32) outs(%11 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %13 = tensor.empty() : tensor<2x2xf32>
    %14 = linalg.pooling_nchw_max {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%10, %13 : tensor<4x8x16x16xf32>, tensor<2x2xf32>) outs(%12 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %padded_6 = tensor.pad %14 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg26: index, %arg27: index, %arg28: index, %arg29: index):
      tensor.yield %cst : f32
    } : tensor<4x8x8x8xf32> to tensor<4x8x10x10xf32>
    %15 = tensor.empty() : tensor<4x16x8x8xf32>
    %broadcasted_7 = linalg.broadcast ins(%arg5 : tensor<16xf32>) outs(%15 : tensor<4x16x8x8xf32>) dimensions = [0, 2, 3] 
    %16 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_6, %arg4 : tensor<4x8x10x10xf32>, tensor<16x8x3x3xf32>) outs(%broadcasted_7 : tensor<4x16x8x8xf32>) -> tensor<4x16x8x8xf32>
    %17 = tensor.empty() : tensor<16xf32>
    %18 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg20 : tensor<16xf32>) outs(%17 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = arith.truncf %cst_2 : f64 to f32
      %56 = arith.addf %in, %55 : f32
      linalg.yield %56 : f32
    } -> tensor<16xf32>
    %19 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%18 : tensor<16xf32>) outs(%17 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = math.sqrt %in : f32
      linalg.yield %55 : f32
    } -> tensor<16xf32>
    %20 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%19 : tensor<16xf32>) outs(%17 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = arith.cmpf one, %in, %cst : f32
      cf.assert %55, "unimplemented: tensor with zero element"
      %56 = arith.divf %cst_0, %in : f32
      linalg.yield %56 : f32
    } -> tensor<16xf32>
    %expanded_8 = tensor.expand_shape %arg19 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %expanded_9 = tensor.expand_shape %20 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %21 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%16, %expanded_8 : tensor<4x16x8x8xf32>, tensor<16x1x1xf32>) outs(%15 : tensor<4x16x8x8xf32>) {
    ^bb0(%in: f32, %in_19: f32, %out: f32):
      %55 = arith.subf %in, %in_19 : f32
      linalg.yield %55 : f32
    } -> tensor<4x16x8x8xf32>
    %22 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%21, %expanded_9 : tensor<4x16x8x8xf32>, tensor<16x1x1xf32>) outs(%15 : tensor<4x16x8x8xf32>) {
    ^bb0(%in: f32, %in_19: f32, %out: f32):
      %55 = arith.mulf %in, %in_19 : f32
      linalg.yield %55 : f32
    } -> tensor<4x16x8x8xf32>
    %expanded_10 = tensor.expand_shape %arg6 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %23 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%22, %expanded_10 : tensor<4x16x8x8xf32>, tensor<16x1x1xf32>) outs(%15 : tensor<4x16x8x8xf32>) {
    ^bb0(%in: f32, %in_19: f32, %out: f32):
      %55 = arith.mulf %in, %in_19 : f32
      linalg.yield %55 : f32
    } -> tensor<4x16x8x8xf32>
    %expanded_11 = tensor.expand_shape %arg7 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %24 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%23, %expanded_11 : tensor<4x16x8x8xf32>, tensor<16x1x1xf32>) outs(%15 : tensor<4x16x8x8xf32>) {
    ^bb0(%in: f32, %in_19: f32, %out: f32):
      %55 = arith.addf %in, %in_19 : f32
      linalg.yield %55 : f32
    } -> tensor<4x16x8x8xf32>
    %25 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%24 : tensor<4x16x8x8xf32>) outs(%15 : tensor<4x16x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = arith.cmpf ugt, %in, %cst : f32
      %56 = arith.select %55, %in, %cst : f32
      linalg.yield %56 : f32
    } -> tensor<4x16x8x8xf32>
    %26 = tensor.empty() : tensor<4x16x4x4xf32>
    %27 = linalg.fill ins(%cst_1 : f32) outs(%26 : tensor<4x16x4x4xf32>) -> tensor<4x16x4x4xf32>
    %28 = linalg.pooling_nchw_max {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%25, %13 : tensor<4x16x8x8xf32>, tensor<2x2xf32>) outs(%27 : tensor<4x16x4x4xf32>) -> tensor<4x16x4x4xf32>
    %padded_12 = tensor.pad %28 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg26: index, %arg27: index, %arg28: index, %arg29: index):
      tensor.yield %cst : f32
    } : tensor<4x16x4x4xf32> to tensor<4x16x6x6xf32>
    %broadcasted_13 = linalg.broadcast ins(%arg9 : tensor<16xf32>) outs(%26 : tensor<4x16x4x4xf32>) dimensions = [0, 2, 3] 
    %29 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_12, %arg8 : tensor<4x16x6x6xf32>, tensor<16x16x3x3xf32>) outs(%broadcasted_13 : tensor<4x16x4x4xf32>) -> tensor<4x16x4x4xf32>
    %30 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg23 : tensor<16xf32>) outs(%17 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = arith.truncf %cst_2 : f64 to f32
      %56 = arith.addf %in, %55 : f32
      linalg.yield %56 : f32
    } -> tensor<16xf32>
    %31 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%30 : tensor<16xf32>) outs(%17 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = math.sqrt %in : f32
      linalg.yield %55 : f32
    } -> tensor<16xf32>
    %32 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%31 : tensor<16xf32>) outs(%17 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = arith.cmpf one, %in, %cst : f32
      cf.assert %55, "unimplemented: tensor with zero element"
      %56 = arith.divf %cst_0, %in : f32
      linalg.yield %56 : f32
    } -> tensor<16xf32>
    %expanded_14 = tensor.expand_shape %arg22 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %expanded_15 = tensor.expand_shape %32 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %33 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%29, %expanded_14 : tensor<4x16x4x4xf32>, tensor<16x1x1xf32>) outs(%26 : tensor<4x16x4x4xf32>) {
    ^bb0(%in: f32, %in_19: f32, %out: f32):
      %55 = arith.subf %in, %in_19 : f32
      linalg.yield %55 : f32
    } -> tensor<4x16x4x4xf32>
    %34 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%33, %expanded_15 : tensor<4x16x4x4xf32>, tensor<16x1x1xf32>) outs(%26 : tensor<4x16x4x4xf32>) {
    ^bb0(%in: f32, %in_19: f32, %out: f32):
      %55 = arith.mulf %in, %in_19 : f32
      linalg.yield %55 : f32
    } -> tensor<4x16x4x4xf32>
    %expanded_16 = tensor.expand_shape %arg10 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %35 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%34, %expanded_16 : tensor<4x16x4x4xf32>, tensor<16x1x1xf32>) outs(%26 : tensor<4x16x4x4xf32>) {
    ^bb0(%in: f32, %in_19: f32, %out: f32):
      %55 = arith.mulf %in, %in_19 : f32
      linalg.yield %55 : f32
    } -> tensor<4x16x4x4xf32>
    %expanded_17 = tensor.expand_shape %arg11 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %36 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%35, %expanded_17 : tensor<4x16x4x4xf32>, tensor<16x1x1xf32>) outs(%26 : tensor<4x16x4x4xf32>) {
    ^bb0(%in: f32, %in_19: f32, %out: f32):
      %55 = arith.addf %in, %in_19 : f32
      linalg.yield %55 : f32
    } -> tensor<4x16x4x4xf32>
    %37 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%36 : tensor<4x16x4x4xf32>) outs(%26 : tensor<4x16x4x4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = arith.cmpf ugt, %in, %cst : f32
      %56 = arith.select %55, %in, %cst : f32
      linalg.yield %56 : f32
    } -> tensor<4x16x4x4xf32>
    %38 = tensor.empty() : tensor<4x16x2x2xf32>
    %39 = linalg.fill ins(%cst_1 : f32) outs(%38 : tensor<4x16x2x2xf32>) -> tensor<4x16x2x2xf32>
    %40 = linalg.pooling_nchw_max {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%37, %13 : tensor<4x16x4x4xf32>, tensor<2x2xf32>) outs(%39 : tensor<4x16x2x2xf32>) -> tensor<4x16x2x2xf32>
    %41 = linalg.fill ins(%cst : f32) outs(%38 : tensor<4x16x2x2xf32>) -> tensor<4x16x2x2xf32>
    %42 = tensor.empty() : tensor<1x1xf32>
    %43 = linalg.pooling_nchw_sum {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%40, %42 : tensor<4x16x2x2xf32>, tensor<1x1xf32>) outs(%41 : tensor<4x16x2x2xf32>) -> tensor<4x16x2x2xf32>
    %collapsed = tensor.collapse_shape %43 [[0], [1, 2, 3]] : tensor<4x16x2x2xf32> into tensor<4x64xf32>
    %44 = tensor.empty() : tensor<64x16xf32>
    %transposed = linalg.transpose ins(%arg12 : tensor<16x64xf32>) outs(%44 : tensor<64x16xf32>) permutation = [1, 0] 
    %45 = tensor.empty() : tensor<4x16xf32>
    %46 = linalg.fill ins(%cst : f32) outs(%45 : tensor<4x16xf32>) -> tensor<4x16xf32>
    %47 = linalg.matmul ins(%collapsed, %transposed : tensor<4x64xf32>, tensor<64x16xf32>) outs(%46 : tensor<4x16xf32>) -> tensor<4x16xf32>
    %48 = linalg.generic {indexing_maps = [#map3, #map4, #map3], iterator_types = ["parallel", "parallel"]} ins(%47, %arg13 : tensor<4x16xf32>, tensor<16xf32>) outs(%45 : tensor<4x16xf32>) {
    ^bb0(%in: f32, %in_19: f32, %out: f32):
      %55 = arith.addf %in, %in_19 : f32
      linalg.yield %55 : f32
    } -> tensor<4x16xf32>
    %49 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel", "parallel"]} ins(%48 : tensor<4x16xf32>) outs(%45 : tensor<4x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %55 = arith.cmpf ugt, %in, %cst : f32
      %56 = arith.select %55, %in, %cst : f32
      linalg.yield %56 : f32
    } -> tensor<4x16xf32>
    %50 = tensor.empty() : tensor<16x10xf32>
    %transposed_18 = linalg.transpose ins(%arg14 : tensor<10x16xf32>) outs(%50 : tensor<16x10xf32>) permutation = [1, 0] 
    %51 = tensor.empty() : tensor<4x10xf32>
    %52 = linalg.fill ins(%cst : f32) outs(%51 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %53 = linalg.matmul ins(%49, %transposed_18 : tensor<4x16xf32>, tensor<16x10xf32>) outs(%52 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %54 = linalg.generic {indexing_maps = [#map3, #map4, #map3], iterator_types = ["parallel", "parallel"]} ins(%53, %arg15 : tensor<4x10xf32>, tensor<10xf32>) outs(%51 : tensor<4x10xf32>) {
    ^bb0(%in: f32, %in_19: f32, %out: f32):
      %55 = arith.addf %in, %in_19 : f32
      linalg.yield %55 : f32
    } -> tensor<4x10xf32>
    return %54 : tensor<4x10xf32>
  }
}
