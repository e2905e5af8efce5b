#map = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
#map1 = affine_map<(d0, d1) -> (d0, d1)>
#map2 = affine_map<(d0, d1) -> (d1)>
#map3 = affine_map<(d0) -> (d0)>
#map4 = affine_map<(d0, d1) -> (d0, 0)>
#map5 = affine_map<(d0, d1) -> (d0)>
#map6 = affine_map<(d0, d1) -> ()>
#map7 = affine_map<() -> ()>
module {
  func.func @main(%arg0: tensor<4x1x3x3xf32>, %arg1: tensor<4xf32>, %arg2: tensor<8x4x3x3xf32>, %arg3: tensor<8xf32>, %arg4: tensor<16x32xf32>, %arg5: tensor<16xf32>, %arg6: tensor<10x16xf32>, %arg7: tensor<10xf32>, %arg8: tensor<4x1x12x12xf32>, %arg9: tensor<4xi64>) -> (tensor<f32>, tensor<4x10xf32>) {
    %c0_i64 = arith.constant 0 : i64
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant 0xFF800000 : f32
    %cst_1 = arith.constant 4.000000e+00 : f32
    %padded = tensor.pad %arg8 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg10: index, %arg11: index, %arg12: index, %arg13: index):
      tensor.yield %cst : f32
    } : tensor<4x1x12x12xf32> to tensor<4x1x14x14xf32>
    %0 = tensor.empty() : tensor<4x4x12x12xf32>
    %broadcasted = linalg.broadcast ins(%arg1 : tensor<4xf32>) outs(%0 : tensor<4x4x12x12xf32>) dimensions = [0, 2, 3] 
    %1 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded, %arg0 : tensor<4x1x14x14xf32>, tensor<4x1x3x3xf32>) outs(%broadcasted : tensor<4x4x12x12xf32>) -> tensor<4x4x12x12xf32>
    %2 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%1 : tensor<4x4x12x12xf32>) outs(%0 : tensor<4x4x12x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %47 = arith.cmpf ugt, %in, %cst : f32
      %48 = arith.select %47, %in, %cst : f32
      linalg.yield %48 : f32
    } -> tensor<4x4x12x12xf32>
    %3 = tensor.empty() : tensor<4x4x6x6xf32>
    %4 = linalg.fill ins(%cst_0 : f32) outs(%3 : tensor<4x4x6x6xf32>) -> tensor<4x4x6x6xf32>
    %5 = tensor.empty() : tensor<2x2xf32>
    %6 = linalg.pooling_nchw_max {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%2, %5 : tensor<4x4x12x12xf32>, tensor<2x2xf32>) outs(%4 : tensor<4x4x6x6xf32>) -> tensor<4x4x6x6xf32>
    %7 = tensor.empty() : tensor<4x8x4x4xf32>
    %broadcasted_2 = linalg.broadcast ins(%arg3 : tensor<8xf32>) outs(%7 : tensor<4x8x4x4xf32>) dimensions = [0, 2, 3] 
    %8 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%6, %arg2 : tensor<4x4x6x6xf32>, tensor<8x4x3x3xf32>) outs(%broadcasted_2 : tensor<4x8x4x4xf32>) -> tensor<4x8x4x4xf32>
    %9 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%8 : tensor<4x8x4x4xf32>) outs(%7 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %47 = arith.cmpf ugt, %in, %cst : f32
      %48 = arith.select %47, %in, %cst : f32
      linalg.yield %48 : f32
    } -> tensor<4x8x4x4xf32>
    %10 = tensor.empty() : tensor<4x8x2x2xf32>
    %11 = linalg.fill ins(%cst_0 : f32) outs(%10 : tensor<4x8x2x2xf32>) -> tensor<4x8x2x2xf32>
    %12 = linalg.pooling_nchw_max {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%9, %5 : tensor<4x8x4x4xf32>, tensor<2x2xf32>) outs(%11 : tensor<4x8x2x2xf32>) -> tensor<4x8x2x2xf32>
    %collapsed = tensor.collapse_shape %12 [[0], [1, 2, 3]] : tensor<4x8x2x2xf32> into tensor<4x32xf32>
    %13 = tensor.empty() : tensor<32x16xf32>
    %transposed = linalg.transpose ins(%arg4 : tensor<16x32xf32>) outs(%13 : tensor<32x16xf32>) permutation = [1, 0] 
    %14 = tensor.empty() : tensor<4x16xf32>
    %15 = linalg.fill ins(%cst : f32) outs(%14 : tensor<4x16xf32>) -> tensor<4x16xf32>
    %16 = linalg.matmul ins(%collapsed, %transposed : tensor<4x32xf32>, tensor<32x16xf32>) outs(%15 : tensor<4x16xf32>) -> tensor<4x16xf32>
    %17 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel"]} ins(%16, %arg5 : tensor<4x16xf32>, tensor<16xf32>) outs(%14 : tensor<4x16xf32>) {
    ^bb0(%in: f32, %in_5: f32, %out: f32):
      %47 = arith.addf %in, %in_5 : f32
      linalg.yield %47 : f32
    } -> tensor<4x16xf32>
    %18 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%17 : tensor<4x16xf32>) outs(%14 : tensor<4x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %47 = arith.cmpf ugt, %in, %cst : f32
      %48 = arith.select %47, %in, %cst : f32
      linalg.yield %48 : f32
    } -> tensor<4x16xf32>
    %19 = tensor.empty() : tensor<16x10xf32>
    %transposed_3 = linalg.transpose ins(%arg6 : tensor<10x16xf32>) outs(%19 : tensor<16x10xf32>) permutation = [1, 0] 
    %20 = tensor.empty() : tensor<4x10xf32>
    %21 = linalg.fill ins(%cst : f32) outs(%20 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %22 = linalg.matmul ins(%18, %transposed_3 : tensor<4x16xf32>, tensor<16x10xf32>) outs(%21 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %23 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel"]} ins(%22, %arg7 : tensor<4x10xf32>, tensor<10xf32>) outs(%20 : tensor<4x10xf32>) {
    ^bb0(%in: f32, %in_5: f32, %out: f32):
      %47 = arith.addf %in, %in_5 : f32
      linalg.yield %47 : f32
    } -> tensor<4x10xf32>
    %expanded = tensor.expand_shape %arg9 [[0, 1]] output_shape [4, 1] : tensor<4xi64> into tensor<4x1xi64>
    %24 = tensor.empty() : tensor<10xi64>
    %25 = linalg.generic {indexing_maps = [#map3], iterator_types = ["parallel"]} outs(%24 : tensor<10xi64>) {
    ^bb0(%out: i64):
      %47 = linalg.index 0 : index
      %48 = arith.index_cast %47 : index to i64
      linalg.yield %48 : i64
    } -> tensor<10xi64>
    %26 = tensor.empty() : tensor<4x10xi1>
    %27 = linalg.generic {indexing_maps = [#map4, #map2, #map1], iterator_types = ["parallel", "parallel"]} ins(%expanded, %25 : tensor<4x1xi64>, tensor<10xi64>) outs(%26 : tensor<4x10xi1>) {
    ^bb0(%in: i64, %in_5: i64, %out: i1):
      %47 = arith.cmpi eq, %in, %in_5 : i64
      linalg.yield %47 : i1
    } -> tensor<4x10xi1>
    %28 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%27 : tensor<4x10xi1>) outs(%20 : tensor<4x10xf32>) {
    ^bb0(%in: i1, %out: f32):
      %47 = arith.uitofp %in : i1 to f32
      linalg.yield %47 : f32
    } -> tensor<4x10xf32>
    %29 = tensor.empty() : tensor<4xi64>
    %30 = linalg.fill ins(%c0_i64 : i64) outs(%29 : tensor<4xi64>) -> tensor<4xi64>
    %31 = tensor.empty() : tensor<4xf32>
    %32 = linalg.fill ins(%cst_0 : f32) outs(%31 : tensor<4xf32>) -> tensor<4xf32>
    %33:2 = linalg.generic {indexing_maps = [#map1, #map5, #map5], iterator_types = ["parallel", "reduction"]} ins(%23 : tensor<4x10xf32>) outs(%32, %30 : tensor<4xf32>, tensor<4xi64>) {
    ^bb0(%in: f32, %out: f32, %out_5: i64):
      %47 = linalg.index 1 : index
      %48 = arith.index_cast %47 : index to i64
      %49 = arith.maximumf %in, %out : f32
      %50 = arith.cmpf ogt, %in, %out : f32
      %51 = arith.select %50, %48, %out_5 : i64
      linalg.yield %49, %51 : f32, i64
    } -> (tensor<4xf32>, tensor<4xi64>)
    %expanded_4 = tensor.expand_shape %33#0 [[0, 1]] output_shape [4, 1] : tensor<4xf32> into tensor<4x1xf32>
    %34 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel"]} ins(%23, %expanded_4 : tensor<4x10xf32>, tensor<4x1xf32>) outs(%20 : tensor<4x10xf32>) {
    ^bb0(%in: f32, %in_5: f32, %out: f32):
      %47 = arith.subf %in, %in_5 : f32
      linalg.yield %47 : f32
    } -> tensor<4x10xf32>
    %35 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%34 : tensor<4x10xf32>) outs(%20 : tensor<4x10xf32>) {
    ^bb0(%in: f32, %out: f32):
      %47 = math.exp %in : f32
      linalg.yield %47 : f32
    } -> tensor<4x10xf32>
    %36 = tensor.empty() : tensor<4x1xf32>
    %37 = linalg.fill ins(%cst : f32) outs(%36 : tensor<4x1xf32>) -> tensor<4x1xf32>
    %38 = linalg.generic {indexing_maps = [#map1, #map4], iterator_types = ["parallel", "reduction"]} ins(%35 : tensor<4x10xf32>) outs(%37 : tensor<4x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %47 = arith.addf %in, %out : f32
      linalg.yield %47 : f32
    } -> tensor<4x1xf32>
    %39 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%38 : tensor<4x1xf32>) outs(%36 : tensor<4x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %47 = math.log %in : f32
      linalg.yield %47 : f32
    } -> tensor<4x1xf32>
    %40 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel"]} ins(%34, %39 : tensor<4x10xf32>, tensor<4x1xf32>) outs(%20 : tensor<4x10xf32>) {
    ^bb0(%in: f32, %in_5: f32, %out: f32):
      %47 = arith.subf %in, %in_5 : f32
      linalg.yield %47 : f32
    } -> tensor<4x10xf32>
    %41 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel"]} ins(%40, %28 : tensor<4x10xf32>, tensor<4x10xf32>) outs(%20 : tensor<4x10xf32>) {
    ^bb0(%in: f32, %in_5: f32, %out: f32):
      %47 = arith.mulf %in, %in_5 : f32
      linalg.yield %47 : f32
    } -> tensor<4x10xf32>
    %42 = tensor.empty() : tensor<f32>
    %43 = linalg.fill ins(%cst : f32) outs(%42 : tensor<f32>) -> tensor<f32>
    %44 = linalg.generic {indexing_maps = [#map1, #map6], iterator_types = ["reduction", "reduction"]} ins(%41 : tensor<4x10xf32>) outs(%43 : tensor<f32>) {
    ^bb0(%in: f32, %out: f32):
      %47 = arith.addf %in, %out : f32
      linalg.yield %47 : f32
    } -> tensor<f32>
    %45 = linalg.generic {indexing_maps = [#map7, #map7], iterator_types = []} ins(%44 : tensor<f32>) outs(%42 : tensor<f32>) {
    ^bb0(%in: f32, %out: f32):
      %47 = arith.negf %in : f32
      linalg.yield %47 : f32
    } -> tensor<f32>
    %46 = linalg.generic {indexing_maps = [#map7, #map7], iterator_types = []} ins(%45 : tensor<f32>) outs(%42 : tensor<f32>) {
    ^bb0(%in: f32, %out: f32):
      %47 = arith.divf %in, %cst_1 : f32
      linalg.yield %47 : f32
    } -> tensor<f32>
    return %46, %23 : tensor<f32>, tensor<4x10xf32>
  }
}
