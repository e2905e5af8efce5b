#map = affine_map<(d0, d1, d2) -> (d1, d2)>
#map1 = affine_map<(d0, d1, d2) -> (d0, d1, d2)>
#map2 = affine_map<(d0, d1, d2) -> (0, d1, d2)>
#map3 = affine_map<(d0, d1, d2) -> (d0, d1, 0)>
#map4 = affine_map<(d0, d1, d2) -> (d0, d1)>
#map5 = affine_map<(d0, d1, d2) -> (d2)>
#map6 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
#map7 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2)>
#map8 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, 0)>
#map9 = affine_map<(d0, d1) -> (d0, d1)>
#map10 = affine_map<(d0, d1) -> (d1)>
module {
  func.func @main(%arg0: tensor<1x1x16xf32> {approx.name = "cls", approx.role = "parameter"}, %arg1: tensor<1x17x16xf32> {approx.name = "pos", approx.role = "parameter"}, %arg2: tensor<16x3x4x4xf32> {approx.name = "embed.weight", approx.role = "parameter"}, %arg3: tensor<16xf32> {approx.name = "embed.bias", approx.role = "parameter"}, %arg4: tensor<16xf32> {approx.name = "blocks.0.n1.weight", approx.role = "parameter"}, %arg5: tensor<16xf32> {approx.name = "blocks.0.n1.bias", approx.role = "parameter"}, %arg6: tensor<16xf32> {approx.name = "blocks.0.n2.weight", approx.role = "parameter"}, %arg7: tensor<16xf32> {approx.name = "blocks.0.n2.bias", approx.role = "parameter"}, %arg8: tensor<48x16xf32> {approx.name = "blocks.0.attention.qkv.weight", approx.role = "parameter"}, %arg9: tensor<48xf32> {approx.name = "blocks.0.attention.qkv.bias", approx.role = "parameter"}, %arg10: tensor<16x16xf32> {approx.name = "blocks.0.attention.proj.weight", approx.role = "parameter"}, %arg11: tensor<16xf32> {approx.name = "blocks.0.attention.proj.bias", approx.role = "parameter"}, %arg12: tensor<64x16xf32> {approx.name = "blocks.0.mlp.0.weight", approx.role = "parameter"}, %arg13: tensor<64xf32> {approx.name = "blocks.0.mlp.0.bias", approx.role = "parameter"}, %arg14: tensor<16x64xf32> {approx.name = "blocks.0.mlp.2.weight", approx.role = "parameter"}, %arg15: tensor<16xf32> {approx.name = "blocks.0.mlp.2.bias", approx.role = "parameter"}, %arg16: tensor<16xf32> {approx.name = "blocks.1.n1.weight", approx.role = "parameter"}, %arg17: tensor<16xf32> {approx.name = "blocks.1.n1.bias", approx.role = "parameter"}, %arg18: tensor<16xf32> {approx.name = "blocks.1.n2.weight", approx.role = "parameter"}, %arg19: tensor<16xf32> {approx.name = "blocks.1.n2.bias", approx.role = "parameter"}, %arg20: tensor<48x16xf32> {approx.name = "blocks.1.attention.qkv.weight", approx.role = "parameter"}, %arg21: tensor<48xf32> {approx.name = "blocks.1.attention.qkv.bias", approx.role = "parameter"}, %arg22: tensor<16x16xf32> {approx.name = "blocks.1.attention.proj.weight", approx.role = "parameter"}, %arg23: tensor<16xf32> {approx.name = "blocks.1.attention.proj.bias", approx.role = "parameter"}, %arg24: tensor<64x16xf32> {approx.name = "blocks.1.mlp.0.weight", approx.role = "parameter"}, %arg25: tensor<64xf32> {approx.name = "blocks.1.mlp.0.bias", approx.role = "parameter"}, %arg26: tensor<16x64xf32> {approx.name = "blocks.1.mlp.2.weight", approx.role = "parameter"}, %arg27: tensor<16xf32> {approx.name = "blocks.1.mlp.2.bias", approx.role = "parameter"}, %arg28: tensor<16xf32> {approx.name = "norm.weight", approx.role = "parameter"}, %arg29: tensor<16xf32> {approx.name = "norm.bias", approx.role = "parameter"}, %arg30: tensor<10x16xf32> {approx.name = "head.weight", approx.role = "parameter"}, %arg31: tensor<10xf32> {approx.name = "head.bias", approx.role = "parameter"}, %arg32: tensor<4x3x16x16xf32> {approx.name = "x", approx.role = "input"}) -> (tensor<4x10xf32> {approx.role = "logits"}) {
    %c0_i64 = arith.constant 0 : i64
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant 0xFF800000 : f32
    %cst_1 = arith.constant 1.000000e+00 : f32
    %cst_2 = arith.constant 5.000000e-01 : f32
    %cst_3 = arith.constant 0.35355339059327379 : f64
    %cst_4 = arith.constant 1.000000e-05 : f64
    %cst_5 = arith.constant 1.600000e+01 : f32
    %cst_6 = arith.constant 1.41421354 : f32
    %0 = tensor.empty() : tensor<4x16x4x4xf32>
    %broadcasted = linalg.broadcast ins(%arg3 : tensor<16xf32>) outs(%0 : tensor<4x16x4x4xf32>) dimensions = [0, 2, 3] 
    %1 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<4> : vector<2xi64>} ins(%arg32, %arg2 : tensor<4x3x16x16xf32>, tensor<16x3x4x4xf32>) outs(%broadcasted : tensor<4x16x4x4xf32>) -> tensor<4x16x4x4xf32>
    %collapsed = tensor.collapse_shape %1 [[0], [1], [2, 3]] : tensor<4x16x4x4xf32> into tensor<4x16x16xf32>
    %2 = tensor.empty() : tensor<4x16x16xf32>
    %transposed = linalg.transpose ins(%collapsed : tensor<4x16x16xf32>) outs(%2 : tensor<4x16x16xf32>) permutation = [0, 2, 1] 
    %3 = tensor.empty() : tensor<4x1x16xf32>
    %collapsed_7 = tensor.collapse_shape %arg0 [[0, 1], [2]] : tensor<1x1x16xf32> into tensor<1x16xf32>
    %4 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_7 : tensor<1x16xf32>) outs(%3 : tensor<4x1x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x1x16xf32>
    %concat = tensor.concat dim(1) %4, %transposed : (tensor<4x1x16xf32>, tensor<4x16x16xf32>) -> tensor<4x17x16xf32>
    %5 = tensor.empty() : tensor<4x17x16xf32>
    %6 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%concat, %arg1 : tensor<4x17x16xf32>, tensor<1x17x16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.addf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %7 = tensor.empty() : tensor<4x17x1xf32>
    %8 = linalg.fill ins(%cst : f32) outs(%7 : tensor<4x17x1xf32>) -> tensor<4x17x1xf32>
    %9 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%6 : tensor<4x17x16xf32>) outs(%8 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.addf %in, %out : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %10 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%9 : tensor<4x17x1xf32>) outs(%7 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.divf %in, %cst_5 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %collapsed_8 = tensor.collapse_shape %10 [[0], [1, 2]] : tensor<4x17x1xf32> into tensor<4x17xf32>
    %11 = linalg.generic {indexing_maps = [#map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_8 : tensor<4x17xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x17x16xf32>
    %12 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%6, %11 : tensor<4x17x16xf32>, tensor<4x17x16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.subf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %13 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%12, %12 : tensor<4x17x16xf32>, tensor<4x17x16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.mulf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %14 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%13 : tensor<4x17x16xf32>) outs(%8 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.addf %in, %out : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %15 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%14 : tensor<4x17x1xf32>) outs(%7 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.divf %in, %cst_5 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %16 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%15 : tensor<4x17x1xf32>) outs(%7 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.truncf %cst_4 : f64 to f32
      %152 = arith.addf %in, %151 : f32
      linalg.yield %152 : f32
    } -> tensor<4x17x1xf32>
    %17 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%16 : tensor<4x17x1xf32>) outs(%7 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = math.rsqrt %in : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %collapsed_9 = tensor.collapse_shape %17 [[0], [1, 2]] : tensor<4x17x1xf32> into tensor<4x17xf32>
    %18 = linalg.generic {indexing_maps = [#map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_9 : tensor<4x17xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x17x16xf32>
    %19 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%12, %18 : tensor<4x17x16xf32>, tensor<4x17x16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.mulf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %20 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%19, %arg4 : tensor<4x17x16xf32>, tensor<16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.mulf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %21 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%20, %arg5 : tensor<4x17x16xf32>, tensor<16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.addf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %22 = tensor.empty() : tensor<16x48xf32>
    %transposed_10 = linalg.transpose ins(%arg8 : tensor<48x16xf32>) outs(%22 : tensor<16x48xf32>) permutation = [1, 0] 
    %23 = tensor.empty() : tensor<4x16x48xf32>
    %24 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_10 : tensor<16x48xf32>) outs(%23 : tensor<4x16x48xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x48xf32>
    %25 = tensor.empty() : tensor<4x17x48xf32>
    %26 = linalg.fill ins(%cst : f32) outs(%25 : tensor<4x17x48xf32>) -> tensor<4x17x48xf32>
    %27 = linalg.batch_matmul ins(%21, %24 : tensor<4x17x16xf32>, tensor<4x16x48xf32>) outs(%26 : tensor<4x17x48xf32>) -> tensor<4x17x48xf32>
    %28 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%27, %arg9 : tensor<4x17x48xf32>, tensor<48xf32>) outs(%25 : tensor<4x17x48xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.addf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x48xf32>
    %expanded = tensor.expand_shape %28 [[0], [1], [2, 3, 4]] output_shape [4, 17, 3, 2, 8] : tensor<4x17x48xf32> into tensor<4x17x3x2x8xf32>
    %29 = tensor.empty() : tensor<3x4x2x17x8xf32>
    %transposed_11 = linalg.transpose ins(%expanded : tensor<4x17x3x2x8xf32>) outs(%29 : tensor<3x4x2x17x8xf32>) permutation = [2, 0, 3, 1, 4] 
    %extracted_slice = tensor.extract_slice %transposed_11[0, 0, 0, 0, 0] [1, 4, 2, 17, 8] [1, 1, 1, 1, 1] : tensor<3x4x2x17x8xf32> to tensor<1x4x2x17x8xf32>
    %extracted_slice_12 = tensor.extract_slice %transposed_11[1, 0, 0, 0, 0] [1, 4, 2, 17, 8] [1, 1, 1, 1, 1] : tensor<3x4x2x17x8xf32> to tensor<1x4x2x17x8xf32>
    %collapsed_13 = tensor.collapse_shape %extracted_slice_12 [[0, 1], [2], [3], [4]] : tensor<1x4x2x17x8xf32> into tensor<4x2x17x8xf32>
    %extracted_slice_14 = tensor.extract_slice %transposed_11[2, 0, 0, 0, 0] [1, 4, 2, 17, 8] [1, 1, 1, 1, 1] : tensor<3x4x2x17x8xf32> to tensor<1x4x2x17x8xf32>
    %30 = tensor.empty() : tensor<4x2x8x17xf32>
    %transposed_15 = linalg.transpose ins(%collapsed_13 : tensor<4x2x17x8xf32>) outs(%30 : tensor<4x2x8x17xf32>) permutation = [0, 1, 3, 2] 
    %collapsed_16 = tensor.collapse_shape %extracted_slice [[0, 1, 2], [3], [4]] : tensor<1x4x2x17x8xf32> into tensor<8x17x8xf32>
    %collapsed_17 = tensor.collapse_shape %transposed_15 [[0, 1], [2], [3]] : tensor<4x2x8x17xf32> into tensor<8x8x17xf32>
    %31 = tensor.empty() : tensor<8x17x17xf32>
    %32 = linalg.fill ins(%cst : f32) outs(%31 : tensor<8x17x17xf32>) -> tensor<8x17x17xf32>
    %33 = linalg.batch_matmul ins(%collapsed_16, %collapsed_17 : tensor<8x17x8xf32>, tensor<8x8x17xf32>) outs(%32 : tensor<8x17x17xf32>) -> tensor<8x17x17xf32>
    %expanded_18 = tensor.expand_shape %33 [[0, 1], [2], [3]] output_shape [4, 2, 17, 17] : tensor<8x17x17xf32> into tensor<4x2x17x17xf32>
    %34 = tensor.empty() : tensor<4x2x17x17xf32>
    %35 = linalg.generic {indexing_maps = [#map6, #map6], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%expanded_18 : tensor<4x2x17x17xf32>) outs(%34 : tensor<4x2x17x17xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.truncf %cst_3 : f64 to f32
      %152 = arith.mulf %in, %151 : f32
      linalg.yield %152 : f32
    } -> tensor<4x2x17x17xf32>
    %36 = tensor.empty() : tensor<4x2x17xi64>
    %37 = linalg.fill ins(%c0_i64 : i64) outs(%36 : tensor<4x2x17xi64>) -> tensor<4x2x17xi64>
    %38 = tensor.empty() : tensor<4x2x17xf32>
    %39 = linalg.fill ins(%cst_0 : f32) outs(%38 : tensor<4x2x17xf32>) -> tensor<4x2x17xf32>
    %40:2 = linalg.generic {indexing_maps = [#map6, #map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%35 : tensor<4x2x17x17xf32>) outs(%39, %37 : tensor<4x2x17xf32>, tensor<4x2x17xi64>) {
    ^bb0(%in: f32, %out: f32, %out_59: i64):
      %151 = linalg.index 3 : index
      %152 = arith.index_cast %151 : index to i64
      %153 = arith.maximumf %in, %out : f32
      %154 = arith.cmpf ogt, %in, %out : f32
      %155 = arith.select %154, %152, %out_59 : i64
      linalg.yield %153, %155 : f32, i64
    } -> (tensor<4x2x17xf32>, tensor<4x2x17xi64>)
    %expanded_19 = tensor.expand_shape %40#0 [[0], [1], [2, 3]] output_shape [4, 2, 17, 1] : tensor<4x2x17xf32> into tensor<4x2x17x1xf32>
    %41 = linalg.generic {indexing_maps = [#map6, #map8, #map6], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%35, %expanded_19 : tensor<4x2x17x17xf32>, tensor<4x2x17x1xf32>) outs(%34 : tensor<4x2x17x17xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.subf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x2x17x17xf32>
    %42 = linalg.generic {indexing_maps = [#map6, #map6], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%41 : tensor<4x2x17x17xf32>) outs(%34 : tensor<4x2x17x17xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = math.exp %in : f32
      linalg.yield %151 : f32
    } -> tensor<4x2x17x17xf32>
    %43 = tensor.empty() : tensor<4x2x17x1xf32>
    %44 = linalg.fill ins(%cst : f32) outs(%43 : tensor<4x2x17x1xf32>) -> tensor<4x2x17x1xf32>
    %45 = linalg.generic {indexing_maps = [#map6, #map8], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%42 : tensor<4x2x17x17xf32>) outs(%44 : tensor<4x2x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.addf %in, %out : f32
      linalg.yield %151 : f32
    } -> tensor<4x2x17x1xf32>
    %46 = linalg.generic {indexing_maps = [#map6, #map8, #map6], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%42, %45 : tensor<4x2x17x17xf32>, tensor<4x2x17x1xf32>) outs(%34 : tensor<4x2x17x17xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.divf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x2x17x17xf32>
    %collapsed_20 = tensor.collapse_shape %46 [[0, 1], [2], [3]] : tensor<4x2x17x17xf32> into tensor<8x17x17xf32>
    %collapsed_21 = tensor.collapse_shape %extracted_slice_14 [[0, 1, 2], [3], [4]] : tensor<1x4x2x17x8xf32> into tensor<8x17x8xf32>
    %47 = tensor.empty() : tensor<8x17x8xf32>
    %48 = linalg.fill ins(%cst : f32) outs(%47 : tensor<8x17x8xf32>) -> tensor<8x17x8xf32>
    %49 = linalg.batch_matmul ins(%collapsed_20, %collapsed_21 : tensor<8x17x17xf32>, tensor<8x17x8xf32>) outs(%48 : tensor<8x17x8xf32>) -> tensor<8x17x8xf32>
    %expanded_22 = tensor.expand_shape %49 [[0, 1], [2], [3]] output_shape [4, 2, 17, 8] : tensor<8x17x8xf32> into tensor<4x2x17x8xf32>
    %50 = tensor.empty() : tensor<4x17x2x8xf32>
    %transposed_23 = linalg.transpose ins(%expanded_22 : tensor<4x2x17x8xf32>) outs(%50 : tensor<4x17x2x8xf32>) permutation = [0, 2, 1, 3] 
    %collapsed_24 = tensor.collapse_shape %transposed_23 [[0], [1], [2, 3]] : tensor<4x17x2x8xf32> into tensor<4x17x16xf32>
    %51 = tensor.empty() : tensor<16x16xf32>
    %transposed_25 = linalg.transpose ins(%arg10 : tensor<16x16xf32>) outs(%51 : tensor<16x16xf32>) permutation = [1, 0] 
    %52 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_25 : tensor<16x16xf32>) outs(%2 : tensor<4x16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x16xf32>
    %53 = linalg.fill ins(%cst : f32) outs(%5 : tensor<4x17x16xf32>) -> tensor<4x17x16xf32>
    %54 = linalg.batch_matmul ins(%collapsed_24, %52 : tensor<4x17x16xf32>, tensor<4x16x16xf32>) outs(%53 : tensor<4x17x16xf32>) -> tensor<4x17x16xf32>
    %55 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%54, %arg11 : tensor<4x17x16xf32>, tensor<16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.addf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %56 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%6, %55 : tensor<4x17x16xf32>, tensor<4x17x16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.addf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %57 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%56 : tensor<4x17x16xf32>) outs(%8 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.addf %in, %out : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %58 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%57 : tensor<4x17x1xf32>) outs(%7 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.divf %in, %cst_5 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %collapsed_26 = tensor.collapse_shape %58 [[0], [1, 2]] : tensor<4x17x1xf32> into tensor<4x17xf32>
    %59 = linalg.generic {indexing_maps = [#map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_26 : tensor<4x17xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x17x16xf32>
    %60 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%56, %59 : tensor<4x17x16xf32>, tensor<4x17x16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.subf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %61 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%60, %60 : tensor<4x17x16xf32>, tensor<4x17x16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.mulf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %62 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%61 : tensor<4x17x16xf32>) outs(%8 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.addf %in, %out : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %63 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%62 : tensor<4x17x1xf32>) outs(%7 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.divf %in, %cst_5 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %64 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%63 : tensor<4x17x1xf32>) outs(%7 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.truncf %cst_4 : f64 to f32
      %152 = arith.addf %in, %151 : f32
      linalg.yield %152 : f32
    } -> tensor<4x17x1xf32>
    %65 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%64 : tensor<4x17x1xf32>) outs(%7 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = math.rsqrt %in : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %collapsed_27 = tensor.collapse_shape %65 [[0], [1, 2]] : tensor<4x17x1xf32> into tensor<4x17xf32>
    %66 = linalg.generic {indexing_maps = [#map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_27 : tensor<4x17xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x17x16xf32>
    %67 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%60, %66 : tensor<4x17x16xf32>, tensor<4x17x16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.mulf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %68 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%67, %arg6 : tensor<4x17x16xf32>, tensor<16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.mulf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %69 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%68, %arg7 : tensor<4x17x16xf32>, tensor<16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.addf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %70 = tensor.empty() : tensor<16x64xf32>
    %transposed_28 = linalg.transpose ins(%arg12 : tensor<64x16xf32>) outs(%70 : tensor<16x64xf32>) permutation = [1, 0] 
    %71 = tensor.empty() : tensor<4x16x64xf32>
    %72 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_28 : tensor<16x64xf32>) outs(%71 : tensor<4x16x64xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x64xf32>
    %73 = tensor.empty() : tensor<4x17x64xf32>
    %74 = linalg.fill ins(%cst : f32) outs(%73 : tensor<4x17x64xf32>) -> tensor<4x17x64xf32>
    %75 = linalg.batch_matmul ins(%69, %72 : tensor<4x17x16xf32>, tensor<4x16x64xf32>) outs(%74 : tensor<4x17x64xf32>) -> tensor<4x17x64xf32>
    %76 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%75, %arg13 : tensor<4x17x64xf32>, tensor<64xf32>) outs(%73 : tensor<4x17x64xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.addf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x64xf32>
    %77 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%76 : tensor<4x17x64xf32>) outs(%73 : tensor<4x17x64xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.divf %in, %cst_6 : f32
      %152 = math.erf %151 : f32
      %153 = arith.addf %152, %cst_1 : f32
      %154 = arith.mulf %153, %cst_2 : f32
      %155 = arith.mulf %in, %154 : f32
      linalg.yield %155 : f32
    } -> tensor<4x17x64xf32>
    %78 = tensor.empty() : tensor<64x16xf32>
    %transposed_29 = linalg.transpose ins(%arg14 : tensor<16x64xf32>) outs(%78 : tensor<64x16xf32>) permutation = [1, 0] 
    %79 = tensor.empty() : tensor<4x64x16xf32>
    %80 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_29 : tensor<64x16xf32>) outs(%79 : tensor<4x64x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x64x16xf32>
    %81 = linalg.batch_matmul ins(%77, %80 : tensor<4x17x64xf32>, tensor<4x64x16xf32>) outs(%53 : tensor<4x17x16xf32>) -> tensor<4x17x16xf32>
    %82 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%81, %arg15 : tensor<4x17x16xf32>, tensor<16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.addf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %83 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%56, %82 : tensor<4x17x16xf32>, tensor<4x17x16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.addf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %84 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%83 : tensor<4x17x16xf32>) outs(%8 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.addf %in, %out : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %85 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%84 : tensor<4x17x1xf32>) outs(%7 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.divf %in, %cst_5 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %collapsed_30 = tensor.collapse_shape %85 [[0], [1, 2]] : tensor<4x17x1xf32> into tensor<4x17xf32>
    %86 = linalg.generic {indexing_maps = [#map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_30 : tensor<4x17xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x17x16xf32>
    %87 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%83, %86 : tensor<4x17x16xf32>, tensor<4x17x16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.subf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %88 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%87, %87 : tensor<4x17x16xf32>, tensor<4x17x16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.mulf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %89 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%88 : tensor<4x17x16xf32>) outs(%8 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.addf %in, %out : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %90 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%89 : tensor<4x17x1xf32>) outs(%7 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.divf %in, %cst_5 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %91 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%90 : tensor<4x17x1xf32>) outs(%7 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.truncf %cst_4 : f64 to f32
      %152 = arith.addf %in, %151 : f32
      linalg.yield %152 : f32
    } -> tensor<4x17x1xf32>
    %92 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%91 : tensor<4x17x1xf32>) outs(%7 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = math.rsqrt %in : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %collapsed_31 = tensor.collapse_shape %92 [[0], [1, 2]] : tensor<4x17x1xf32> into tensor<4x17xf32>
    %93 = linalg.generic {indexing_maps = [#map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_31 : tensor<4x17xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x17x16xf32>
    %94 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%87, %93 : tensor<4x17x16xf32>, tensor<4x17x16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.mulf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %95 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%94, %arg16 : tensor<4x17x16xf32>, tensor<16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.mulf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %96 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%95, %arg17 : tensor<4x17x16xf32>, tensor<16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.addf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %transposed_32 = linalg.transpose ins(%arg20 : tensor<48x16xf32>) outs(%22 : tensor<16x48xf32>) permutation = [1, 0] 
    %97 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_32 : tensor<16x48xf32>) outs(%23 : tensor<4x16x48xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x48xf32>
    %98 = linalg.batch_matmul ins(%96, %97 : tensor<4x17x16xf32>, tensor<4x16x48xf32>) outs(%26 : tensor<4x17x48xf32>) -> tensor<4x17x48xf32>
    %99 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%98, %arg21 : tensor<4x17x48xf32>, tensor<48xf32>) outs(%25 : tensor<4x17x48xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.addf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x48xf32>
    %expanded_33 = tensor.expand_shape %99 [[0], [1], [2, 3, 4]] output_shape [4, 17, 3, 2, 8] : tensor<4x17x48xf32> into tensor<4x17x3x2x8xf32>
    %transposed_34 = linalg.transpose ins(%expanded_33 : tensor<4x17x3x2x8xf32>) outs(%29 : tensor<3x4x2x17x8xf32>) permutation = [2, 0, 3, 1, 4] 
    %extracted_slice_35 = tensor.extract_slice %transposed_34[0, 0, 0, 0, 0] [1, 4, 2, 17, 8] [1, 1, 1, 1, 1] : tensor<3x4x2x17x8xf32> to tensor<1x4x2x17x8xf32>
    %extracted_slice_36 = tensor.extract_slice %transposed_34[1, 0, 0, 0, 0] [1, 4, 2, 17, 8] [1, 1, 1, 1, 1] : tensor<3x4x2x17x8xf32> to tensor<1x4x2x17x8xf32>
    %collapsed_37 = tensor.collapse_shape %extracted_slice_36 [[0, 1], [2], [3], [4]] : tensor<1x4x2x17x8xf32> into tensor<4x2x17x8xf32>
    %extracted_slice_38 = tensor.extract_slice %transposed_34[2, 0, 0, 0, 0] [1, 4, 2, 17, 8] [1, 1, 1, 1, 1] : tensor<3x4x2x17x8xf32> to tensor<1x4x2x17x8xf32>
    %transposed_39 = linalg.transpose ins(%collapsed_37 : tensor<4x2x17x8xf32>) outs(%30 : tensor<4x2x8x17xf32>) permutation = [0, 1, 3, 2] 
    %collapsed_40 = tensor.collapse_shape %extracted_slice_35 [[0, 1, 2], [3], [4]] : tensor<1x4x2x17x8xf32> into tensor<8x17x8xf32>
    %collapsed_41 = tensor.collapse_shape %transposed_39 [[0, 1], [2], [3]] : tensor<4x2x8x17xf32> into tensor<8x8x17xf32>
    %100 = linalg.batch_matmul ins(%collapsed_40, %collapsed_41 : tensor<8x17x8xf32>, tensor<8x8x17xf32>) outs(%32 : tensor<8x17x17xf32>) -> tensor<8x17x17xf32>
    %expanded_42 = tensor.expand_shape %100 [[0, 1], [2], [3]] output_shape [4, 2, 17, 17] : tensor<8x17x17xf32> into tensor<4x2x17x17xf32>
    %101 = linalg.generic {indexing_maps = [#map6, #map6], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%expanded_42 : tensor<4x2x17x17xf32>) outs(%34 : tensor<4x2x17x17xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.truncf %cst_3 : f64 to f32
      %152 = arith.mulf %in, %151 : f32
      linalg.yield %152 : f32
    } -> tensor<4x2x17x17xf32>
    %102:2 = linalg.generic {indexing_maps = [#map6, #map7, #map7], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%101 : tensor<4x2x17x17xf32>) outs(%39, %37 : tensor<4x2x17xf32>, tensor<4x2x17xi64>) {
    ^bb0(%in: f32, %out: f32, %out_59: i64):
      %151 = linalg.index 3 : index
      %152 = arith.index_cast %151 : index to i64
      %153 = arith.maximumf %in, %out : f32
      %154 = arith.cmpf ogt, %in, %out : f32
      %155 = arith.select %154, %152, %out_59 : i64
      linalg.yield %153, %155 : f32, i64
    } -> (tensor<4x2x17xf32>, tensor<4x2x17xi64>)
    %expanded_43 = tensor.expand_shape %102#0 [[0], [1], [2, 3]] output_shape [4, 2, 17, 1] : tensor<4x2x17xf32> into tensor<4x2x17x1xf32>
    %103 = linalg.generic {indexing_maps = [#map6, #map8, #map6], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%101, %expanded_43 : tensor<4x2x17x17xf32>, tensor<4x2x17x1xf32>) outs(%34 : tensor<4x2x17x17xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.subf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x2x17x17xf32>
    %104 = linalg.generic {indexing_maps = [#map6, #map6], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%103 : tensor<4x2x17x17xf32>) outs(%34 : tensor<4x2x17x17xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = math.exp %in : f32
      linalg.yield %151 : f32
    } -> tensor<4x2x17x17xf32>
    %105 = linalg.generic {indexing_maps = [#map6, #map8], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%104 : tensor<4x2x17x17xf32>) outs(%44 : tensor<4x2x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.addf %in, %out : f32
      linalg.yield %151 : f32
    } -> tensor<4x2x17x1xf32>
    %106 = linalg.generic {indexing_maps = [#map6, #map8, #map6], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%104, %105 : tensor<4x2x17x17xf32>, tensor<4x2x17x1xf32>) outs(%34 : tensor<4x2x17x17xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.divf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x2x17x17xf32>
    %collapsed_44 = tensor.collapse_shape %106 [[0, 1], [2], [3]] : tensor<4x2x17x17xf32> into tensor<8x17x17xf32>
    %collapsed_45 = tensor.collapse_shape %extracted_slice_38 [[0, 1, 2], [3], [4]] : tensor<1x4x2x17x8xf32> into tensor<8x17x8xf32>
    %107 = linalg.batch_matmul ins(%collapsed_44, %collapsed_45 : tensor<8x17x17xf32>, tensor<8x17x8xf32>) outs(%48 : tensor<8x17x8xf32>) -> tensor<8x17x8xf32>
    %expanded_46 = tensor.expand_shape %107 [[0, 1], [2], [3]] output_shape [4, 2, 17, 8] : tensor<8x17x8xf32> into tensor<4x2x17x8xf32>
    %transposed_47 = linalg.transpose ins(%expanded_46 : tensor<4x2x17x8xf32>) outs(%50 : tensor<4x17x2x8xf32>) permutation = [0, 2, 1, 3] 
    %collapsed_48 = tensor.collapse_shape %transposed_47 [[0], [1], [2, 3]] : tensor<4x17x2x8xf32> into tensor<4x17x16xf32>
    %transposed_49 = linalg.transpose ins(%arg22 : tensor<16x16xf32>) outs(%51 : tensor<16x16xf32>) permutation = [1, 0] 
    %108 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_49 : tensor<16x16xf32>) outs(%2 : tensor<4x16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x16xf32>
    %109 = linalg.batch_matmul ins(%collapsed_48, %108 : tensor<4x17x16xf32>, tensor<4x16x16xf32>) outs(%53 : tensor<4x17x16xf32>) -> tensor<4x17x16xf32>
    %110 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%109, %arg23 : tensor<4x17x16xf32>, tensor<16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.addf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %111 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%83, %110 : tensor<4x17x16xf32>, tensor<4x17x16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.addf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %112 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%111 : tensor<4x17x16xf32>) outs(%8 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.addf %in, %out : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %113 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%112 : tensor<4x17x1xf32>) outs(%7 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.divf %in, %cst_5 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %collapsed_50 = tensor.collapse_shape %113 [[0], [1, 2]] : tensor<4x17x1xf32> into tensor<4x17xf32>
    %114 = linalg.generic {indexing_maps = [#map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_50 : tensor<4x17xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x17x16xf32>
    %115 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%111, %114 : tensor<4x17x16xf32>, tensor<4x17x16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.subf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %116 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%115, %115 : tensor<4x17x16xf32>, tensor<4x17x16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.mulf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %117 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%116 : tensor<4x17x16xf32>) outs(%8 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.addf %in, %out : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %118 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%117 : tensor<4x17x1xf32>) outs(%7 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.divf %in, %cst_5 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %119 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%118 : tensor<4x17x1xf32>) outs(%7 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.truncf %cst_4 : f64 to f32
      %152 = arith.addf %in, %151 : f32
      linalg.yield %152 : f32
    } -> tensor<4x17x1xf32>
    %120 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%119 : tensor<4x17x1xf32>) outs(%7 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = math.rsqrt %in : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %collapsed_51 = tensor.collapse_shape %120 [[0], [1, 2]] : tensor<4x17x1xf32> into tensor<4x17xf32>
    %121 = linalg.generic {indexing_maps = [#map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_51 : tensor<4x17xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x17x16xf32>
    %122 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%115, %121 : tensor<4x17x16xf32>, tensor<4x17x16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.mulf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %123 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%122, %arg18 : tensor<4x17x16xf32>, tensor<16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.mulf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %124 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%123, %arg19 : tensor<4x17x16xf32>, tensor<16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.addf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %transposed_52 = linalg.transpose ins(%arg24 : tensor<64x16xf32>) outs(%70 : tensor<16x64xf32>) permutation = [1, 0] 
    %125 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_52 : tensor<16x64xf32>) outs(%71 : tensor<4x16x64xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x64xf32>
    %126 = linalg.batch_matmul ins(%124, %125 : tensor<4x17x16xf32>, tensor<4x16x64xf32>) outs(%74 : tensor<4x17x64xf32>) -> tensor<4x17x64xf32>
    %127 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%126, %arg25 : tensor<4x17x64xf32>, tensor<64xf32>) outs(%73 : tensor<4x17x64xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.addf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x64xf32>
    %128 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%127 : tensor<4x17x64xf32>) outs(%73 : tensor<4x17x64xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.divf %in, %cst_6 : f32
      %152 = math.erf %151 : f32
      %153 = arith.addf %152, %cst_1 : f32
      %154 = arith.mulf %153, %cst_2 : f32
      %155 = arith.mulf %in, %154 : f32
      linalg.yield %155 : f32
    } -> tensor<4x17x64xf32>
    %transposed_53 = linalg.transpose ins(%arg26 : tensor<16x64xf32>) outs(%78 : tensor<64x16xf32>) permutation = [1, 0] 
    %129 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_53 : tensor<64x16xf32>) outs(%79 : tensor<4x64x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x64x16xf32>
    %130 = linalg.batch_matmul ins(%128, %129 : tensor<4x17x64xf32>, tensor<4x64x16xf32>) outs(%53 : tensor<4x17x16xf32>) -> tensor<4x17x16xf32>
    %131 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%130, %arg27 : tensor<4x17x16xf32>, tensor<16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.addf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %132 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%111, %131 : tensor<4x17x16xf32>, tensor<4x17x16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.addf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %133 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%132 : tensor<4x17x16xf32>) outs(%8 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.addf %in, %out : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %134 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%133 : tensor<4x17x1xf32>) outs(%7 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.divf %in, %cst_5 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %collapsed_54 = tensor.collapse_shape %134 [[0], [1, 2]] : tensor<4x17x1xf32> into tensor<4x17xf32>
    %135 = linalg.generic {indexing_maps = [#map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_54 : tensor<4x17xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x17x16xf32>
    %136 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%132, %135 : tensor<4x17x16xf32>, tensor<4x17x16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.subf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %137 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%136, %136 : tensor<4x17x16xf32>, tensor<4x17x16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.mulf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %138 = linalg.generic {indexing_maps = [#map1, #map3], iterator_types = ["parallel", "parallel", "reduction"]} ins(%137 : tensor<4x17x16xf32>) outs(%8 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.addf %in, %out : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %139 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%138 : tensor<4x17x1xf32>) outs(%7 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.divf %in, %cst_5 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %140 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%139 : tensor<4x17x1xf32>) outs(%7 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = arith.truncf %cst_4 : f64 to f32
      %152 = arith.addf %in, %151 : f32
      linalg.yield %152 : f32
    } -> tensor<4x17x1xf32>
    %141 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%140 : tensor<4x17x1xf32>) outs(%7 : tensor<4x17x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %151 = math.rsqrt %in : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x1xf32>
    %collapsed_55 = tensor.collapse_shape %141 [[0], [1, 2]] : tensor<4x17x1xf32> into tensor<4x17xf32>
    %142 = linalg.generic {indexing_maps = [#map4, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_55 : tensor<4x17xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x17x16xf32>
    %143 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%136, %142 : tensor<4x17x16xf32>, tensor<4x17x16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.mulf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %144 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%143, %arg28 : tensor<4x17x16xf32>, tensor<16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.mulf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %145 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%144, %arg29 : tensor<4x17x16xf32>, tensor<16xf32>) outs(%5 : tensor<4x17x16xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.addf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x17x16xf32>
    %extracted_slice_56 = tensor.extract_slice %145[0, 0, 0] [4, 1, 16] [1, 1, 1] : tensor<4x17x16xf32> to tensor<4x1x16xf32>
    %collapsed_57 = tensor.collapse_shape %extracted_slice_56 [[0, 1], [2]] : tensor<4x1x16xf32> into tensor<4x16xf32>
    %146 = tensor.empty() : tensor<16x10xf32>
    %transposed_58 = linalg.transpose ins(%arg30 : tensor<10x16xf32>) outs(%146 : tensor<16x10xf32>) permutation = [1, 0] 
    %147 = tensor.empty() : tensor<4x10xf32>
    %148 = linalg.fill ins(%cst : f32) outs(%147 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %149 = linalg.matmul ins(%collapsed_57, %transposed_58 : tensor<4x16xf32>, tensor<16x10xf32>) outs(%148 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %150 = linalg.generic {indexing_maps = [#map9, #map10, #map9], iterator_types = ["parallel", "parallel"]} ins(%149, %arg31 : tensor<4x10xf32>, tensor<10xf32>) outs(%147 : tensor<4x10xf32>) {
    ^bb0(%in: f32, %in_59: f32, %out: f32):
      %151 = arith.addf %in, %in_59 : f32
      linalg.yield %151 : f32
    } -> tensor<4x10xf32>
    return %150 : tensor<4x10xf32>
  }
}
