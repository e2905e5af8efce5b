#map = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
#map1 = affine_map<(d0, d1, d2) -> (d0, d1, d2)>
#map2 = affine_map<(d0, d1, d2) -> (d0, d1, 0)>
#map3 = affine_map<(d0, d1, d2, d3) -> (d1, 0, 0)>
#map4 = affine_map<(d0, d1, d2, d3) -> (d0, d1)>
#map5 = affine_map<(d0, d1) -> (d0, d1)>
#map6 = affine_map<(d0, d1) -> (d1)>
module {
  func.func @main(%arg0: tensor<8x3x3x3xf32> {approx.name = "c1.weight", approx.role = "parameter"}, %arg1: tensor<8xf32> {approx.name = "c1.bias", approx.role = "parameter"}, %arg2: tensor<16x2x3x3xf32> {approx.name = "c2.weight", approx.role = "parameter"}, %arg3: tensor<16xf32> {approx.name = "c2.bias", approx.role = "parameter"}, %arg4: tensor<16xf32> {approx.name = "n2.weight", approx.role = "parameter"}, %arg5: tensor<16xf32> {approx.name = "n2.bias", approx.role = "parameter"}, %arg6: tensor<16x8x3x3xf32> {approx.name = "c3.weight", approx.role = "parameter"}, %arg7: tensor<16xf32> {approx.name = "c3.bias", approx.role = "parameter"}, %arg8: tensor<10x16xf32> {approx.name = "f.weight", approx.role = "parameter"}, %arg9: tensor<10xf32> {approx.name = "f.bias", approx.role = "parameter"}, %arg10: tensor<4x3x12x12xf32> {approx.name = "x", approx.role = "input"}) -> (tensor<4x10xf32> {approx.role = "logits"}) {
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant 0.000000e+00 : f64
    %cst_1 = arith.constant 1.000000e-05 : f64
    %cst_2 = arith.constant 1.440000e+02 : f32
    %cst_3 = arith.constant 1.440000e+02 : f64
    %cst_4 = arith.constant 3.600000e+01 : f32
    %padded = tensor.pad %arg10 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg11: index, %arg12: index, %arg13: index, %arg14: index):
      tensor.yield %cst : f32
    } : tensor<4x3x12x12xf32> to tensor<4x3x14x14xf32>
    %0 = tensor.empty() : tensor<4x8x12x12xf32>
    %broadcasted = linalg.broadcast ins(%arg1 : tensor<8xf32>) outs(%0 : tensor<4x8x12x12xf32>) dimensions = [0, 2, 3] 
    %1 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded, %arg0 : tensor<4x3x14x14xf32>, tensor<8x3x3x3xf32>) outs(%broadcasted : tensor<4x8x12x12xf32>) -> tensor<4x8x12x12xf32>
    %2 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%1 : tensor<4x8x12x12xf32>) outs(%0 : tensor<4x8x12x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %39 = arith.cmpf ugt, %in, %cst : f32
      %40 = arith.select %39, %in, %cst : f32
      linalg.yield %40 : f32
    } -> tensor<4x8x12x12xf32>
    %padded_5 = tensor.pad %2 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg11: index, %arg12: index, %arg13: index, %arg14: index):
      tensor.yield %cst : f32
    } : tensor<4x8x12x12xf32> to tensor<4x8x14x14xf32>
    %3 = tensor.empty() : tensor<4x16x6x6xf32>
    %broadcasted_6 = linalg.broadcast ins(%arg3 : tensor<16xf32>) outs(%3 : tensor<4x16x6x6xf32>) dimensions = [0, 2, 3] 
    %expanded = tensor.expand_shape %padded_5 [[0], [1, 2], [3], [4]] output_shape [4, 4, 2, 14, 14] : tensor<4x8x14x14xf32> into tensor<4x4x2x14x14xf32>
    %expanded_7 = tensor.expand_shape %arg2 [[0, 1], [2], [3], [4]] output_shape [4, 4, 2, 3, 3] : tensor<16x2x3x3xf32> into tensor<4x4x2x3x3xf32>
    %expanded_8 = tensor.expand_shape %broadcasted_6 [[0], [1, 2], [3], [4]] output_shape [4, 4, 4, 6, 6] : tensor<4x16x6x6xf32> into tensor<4x4x4x6x6xf32>
    %4 = linalg.conv_2d_ngchw_gfchw {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%expanded, %expanded_7 : tensor<4x4x2x14x14xf32>, tensor<4x4x2x3x3xf32>) outs(%expanded_8 : tensor<4x4x4x6x6xf32>) -> tensor<4x4x4x6x6xf32>
    %collapsed = tensor.collapse_shape %4 [[0], [1], [2, 3, 4]] : tensor<4x4x4x6x6xf32> into tensor<4x4x144xf32>
    %5 = tensor.empty() : tensor<4x4x1xf32>
    %6 = linalg.fill ins(%cst : f32) outs(%5 : tensor<4x4x1xf32>) -> tensor<4x4x1xf32>
    %7 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["parallel", "parallel", "reduction"]} ins(%collapsed : tensor<4x4x144xf32>) outs(%6 : tensor<4x4x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %39 = arith.addf %in, %out : f32
      linalg.yield %39 : f32
    } -> tensor<4x4x1xf32>
    %8 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%7 : tensor<4x4x1xf32>) outs(%5 : tensor<4x4x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %39 = arith.divf %in, %cst_2 : f32
      linalg.yield %39 : f32
    } -> tensor<4x4x1xf32>
    %9 = tensor.empty() : tensor<4x4x144xf64>
    %10 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed : tensor<4x4x144xf32>) outs(%9 : tensor<4x4x144xf64>) {
    ^bb0(%in: f32, %out: f64):
      %39 = arith.extf %in : f32 to f64
      linalg.yield %39 : f64
    } -> tensor<4x4x144xf64>
    %11 = tensor.empty() : tensor<4x4x1xf64>
    %12 = linalg.fill ins(%cst_0 : f64) outs(%11 : tensor<4x4x1xf64>) -> tensor<4x4x1xf64>
    %13 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["parallel", "parallel", "reduction"]} ins(%10 : tensor<4x4x144xf64>) outs(%12 : tensor<4x4x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %39 = arith.addf %in, %out : f64
      linalg.yield %39 : f64
    } -> tensor<4x4x1xf64>
    %14 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%13 : tensor<4x4x1xf64>) outs(%11 : tensor<4x4x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %39 = arith.divf %in, %cst_3 : f64
      linalg.yield %39 : f64
    } -> tensor<4x4x1xf64>
    %15 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%10, %14 : tensor<4x4x144xf64>, tensor<4x4x1xf64>) outs(%9 : tensor<4x4x144xf64>) {
    ^bb0(%in: f64, %in_19: f64, %out: f64):
      %39 = arith.subf %in, %in_19 : f64
      linalg.yield %39 : f64
    } -> tensor<4x4x144xf64>
    %16 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%15, %15 : tensor<4x4x144xf64>, tensor<4x4x144xf64>) outs(%9 : tensor<4x4x144xf64>) {
    ^bb0(%in: f64, %in_19: f64, %out: f64):
      %39 = arith.mulf %in, %in_19 : f64
      linalg.yield %39 : f64
    } -> tensor<4x4x144xf64>
    %17 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["parallel", "parallel", "reduction"]} ins(%16 : tensor<4x4x144xf64>) outs(%12 : tensor<4x4x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %39 = arith.addf %in, %out : f64
      linalg.yield %39 : f64
    } -> tensor<4x4x1xf64>
    %18 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%17 : tensor<4x4x1xf64>) outs(%11 : tensor<4x4x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %39 = arith.divf %in, %cst_3 : f64
      linalg.yield %39 : f64
    } -> tensor<4x4x1xf64>
    %19 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%18 : tensor<4x4x1xf64>) outs(%5 : tensor<4x4x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %39 = arith.truncf %in : f64 to f32
      linalg.yield %39 : f32
    } -> tensor<4x4x1xf32>
    %20 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%19 : tensor<4x4x1xf32>) outs(%5 : tensor<4x4x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %39 = arith.truncf %cst_1 : f64 to f32
      %40 = arith.addf %in, %39 : f32
      linalg.yield %40 : f32
    } -> tensor<4x4x1xf32>
    %21 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%20 : tensor<4x4x1xf32>) outs(%5 : tensor<4x4x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %39 = math.rsqrt %in : f32
      linalg.yield %39 : f32
    } -> tensor<4x4x1xf32>
    %22 = tensor.empty() : tensor<4x4x144xf32>
    %23 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed, %8 : tensor<4x4x144xf32>, tensor<4x4x1xf32>) outs(%22 : tensor<4x4x144xf32>) {
    ^bb0(%in: f32, %in_19: f32, %out: f32):
      %39 = arith.subf %in, %in_19 : f32
      linalg.yield %39 : f32
    } -> tensor<4x4x144xf32>
    %24 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%23, %21 : tensor<4x4x144xf32>, tensor<4x4x1xf32>) outs(%22 : tensor<4x4x144xf32>) {
    ^bb0(%in: f32, %in_19: f32, %out: f32):
      %39 = arith.mulf %in, %in_19 : f32
      linalg.yield %39 : f32
    } -> tensor<4x4x144xf32>
    %collapsed_9 = tensor.collapse_shape %24 [[0], [1, 2]] : tensor<4x4x144xf32> into tensor<4x576xf32>
    %expanded_10 = tensor.expand_shape %collapsed_9 [[0], [1, 2, 3]] output_shape [4, 16, 6, 6] : tensor<4x576xf32> into tensor<4x16x6x6xf32>
    %expanded_11 = tensor.expand_shape %arg4 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %25 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%expanded_10, %expanded_11 : tensor<4x16x6x6xf32>, tensor<16x1x1xf32>) outs(%3 : tensor<4x16x6x6xf32>) {
    ^bb0(%in: f32, %in_19: f32, %out: f32):
      %39 = arith.mulf %in, %in_19 : f32
      linalg.yield %39 : f32
    } -> tensor<4x16x6x6xf32>
    %expanded_12 = tensor.expand_shape %arg5 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %26 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%25, %expanded_12 : tensor<4x16x6x6xf32>, tensor<16x1x1xf32>) outs(%3 : tensor<4x16x6x6xf32>) {
    ^bb0(%in: f32, %in_19: f32, %out: f32):
      %39 = arith.addf %in, %in_19 : f32
      linalg.yield %39 : f32
    } -> tensor<4x16x6x6xf32>
    %27 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%26 : tensor<4x16x6x6xf32>) outs(%3 : tensor<4x16x6x6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %39 = arith.cmpf ugt, %in, %cst : f32
      %40 = arith.select %39, %in, %cst : f32
      linalg.yield %40 : f32
    } -> tensor<4x16x6x6xf32>
    %padded_13 = tensor.pad %27 low[0, 0, 2, 2] high[0, 0, 2, 2] {
    ^bb0(%arg11: index, %arg12: index, %arg13: index, %arg14: index):
      tensor.yield %cst : f32
    } : tensor<4x16x6x6xf32> to tensor<4x16x10x10xf32>
    %broadcasted_14 = linalg.broadcast ins(%arg7 : tensor<16xf32>) outs(%3 : tensor<4x16x6x6xf32>) dimensions = [0, 2, 3] 
    %expanded_15 = tensor.expand_shape %padded_13 [[0], [1, 2], [3], [4]] output_shape [4, 2, 8, 10, 10] : tensor<4x16x10x10xf32> into tensor<4x2x8x10x10xf32>
    %expanded_16 = tensor.expand_shape %arg6 [[0, 1], [2], [3], [4]] output_shape [2, 8, 8, 3, 3] : tensor<16x8x3x3xf32> into tensor<2x8x8x3x3xf32>
    %expanded_17 = tensor.expand_shape %broadcasted_14 [[0], [1, 2], [3], [4]] output_shape [4, 2, 8, 6, 6] : tensor<4x16x6x6xf32> into tensor<4x2x8x6x6xf32>
    %28 = linalg.conv_2d_ngchw_gfchw {dilations = dense<2> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%expanded_15, %expanded_16 : tensor<4x2x8x10x10xf32>, tensor<2x8x8x3x3xf32>) outs(%expanded_17 : tensor<4x2x8x6x6xf32>) -> tensor<4x2x8x6x6xf32>
    %collapsed_18 = tensor.collapse_shape %28 [[0], [1, 2], [3], [4]] : tensor<4x2x8x6x6xf32> into tensor<4x16x6x6xf32>
    %29 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%collapsed_18 : tensor<4x16x6x6xf32>) outs(%3 : tensor<4x16x6x6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %39 = arith.cmpf ugt, %in, %cst : f32
      %40 = arith.select %39, %in, %cst : f32
      linalg.yield %40 : f32
    } -> tensor<4x16x6x6xf32>
    %30 = tensor.empty() : tensor<4x16xf32>
    %31 = linalg.fill ins(%cst : f32) outs(%30 : tensor<4x16xf32>) -> tensor<4x16xf32>
    %32 = linalg.generic {indexing_maps = [#map, #map4], iterator_types = ["parallel", "parallel", "reduction", "reduction"]} ins(%29 : tensor<4x16x6x6xf32>) outs(%31 : tensor<4x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %39 = arith.addf %in, %out : f32
      linalg.yield %39 : f32
    } -> tensor<4x16xf32>
    %33 = linalg.generic {indexing_maps = [#map5, #map5], iterator_types = ["parallel", "parallel"]} ins(%32 : tensor<4x16xf32>) outs(%30 : tensor<4x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %39 = arith.divf %in, %cst_4 : f32
      linalg.yield %39 : f32
    } -> tensor<4x16xf32>
    %34 = tensor.empty() : tensor<16x10xf32>
    %transposed = linalg.transpose ins(%arg8 : tensor<10x16xf32>) outs(%34 : tensor<16x10xf32>) permutation = [1, 0] 
    %35 = tensor.empty() : tensor<4x10xf32>
    %36 = linalg.fill ins(%cst : f32) outs(%35 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %37 = linalg.matmul ins(%33, %transposed : tensor<4x16xf32>, tensor<16x10xf32>) outs(%36 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %38 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%37, %arg9 : tensor<4x10xf32>, tensor<10xf32>) outs(%35 : tensor<4x10xf32>) {
    ^bb0(%in: f32, %in_19: f32, %out: f32):
      %39 = arith.addf %in, %in_19 : f32
      linalg.yield %39 : f32
    } -> tensor<4x10xf32>
    return %38 : tensor<4x10xf32>
  }
}
