#map = affine_map<(d0, d1, d2) -> (d0, d1, d2)>
#map1 = affine_map<(d0, d1, d2) -> (d0, d1, 0)>
#map2 = affine_map<(d0, d1, d2) -> (d0, d1)>
#map3 = affine_map<(d0, d1, d2) -> (d2)>
#map4 = affine_map<(d0, d1, d2) -> (d1, d2)>
#map5 = affine_map<(d0, d1, d2) -> (d0, d2)>
#map6 = affine_map<(d0, d1) -> (d0, d1)>
#map7 = affine_map<(d0, d1) -> (d1)>
module {
  func.func @main(%arg0: tensor<12x3x4x4xf32> {approx.name = "embed.weight", approx.role = "parameter"}, %arg1: tensor<12xf32> {approx.name = "embed.bias", approx.role = "parameter"}, %arg2: tensor<12xf32> {approx.name = "blocks.0.n1.weight", approx.role = "parameter"}, %arg3: tensor<12xf32> {approx.name = "blocks.0.n1.bias", approx.role = "parameter"}, %arg4: tensor<12xf32> {approx.name = "blocks.0.n2.weight", approx.role = "parameter"}, %arg5: tensor<12xf32> {approx.name = "blocks.0.n2.bias", approx.role = "parameter"}, %arg6: tensor<8x16xf32> {approx.name = "blocks.0.tokens.0.weight", approx.role = "parameter"}, %arg7: tensor<8xf32> {approx.name = "blocks.0.tokens.0.bias", approx.role = "parameter"}, %arg8: tensor<16x8xf32> {approx.name = "blocks.0.tokens.2.weight", approx.role = "parameter"}, %arg9: tensor<16xf32> {approx.name = "blocks.0.tokens.2.bias", approx.role = "parameter"}, %arg10: tensor<24x12xf32> {approx.name = "blocks.0.channels.0.weight", approx.role = "parameter"}, %arg11: tensor<24xf32> {approx.name = "blocks.0.channels.0.bias", approx.role = "parameter"}, %arg12: tensor<12x24xf32> {approx.name = "blocks.0.channels.2.weight", approx.role = "parameter"}, %arg13: tensor<12xf32> {approx.name = "blocks.0.channels.2.bias", approx.role = "parameter"}, %arg14: tensor<12xf32> {approx.name = "blocks.1.n1.weight", approx.role = "parameter"}, %arg15: tensor<12xf32> {approx.name = "blocks.1.n1.bias", approx.role = "parameter"}, %arg16: tensor<12xf32> {approx.name = "blocks.1.n2.weight", approx.role = "parameter"}, %arg17: tensor<12xf32> {approx.name = "blocks.1.n2.bias", approx.role = "parameter"}, %arg18: tensor<8x16xf32> {approx.name = "blocks.1.tokens.0.weight", approx.role = "parameter"}, %arg19: tensor<8xf32> {approx.name = "blocks.1.tokens.0.bias", approx.role = "parameter"}, %arg20: tensor<16x8xf32> {approx.name = "blocks.1.tokens.2.weight", approx.role = "parameter"}, %arg21: tensor<16xf32> {approx.name = "blocks.1.tokens.2.bias", approx.role = "parameter"}, %arg22: tensor<24x12xf32> {approx.name = "blocks.1.channels.0.weight", approx.role = "parameter"}, %arg23: tensor<24xf32> {approx.name = "blocks.1.channels.0.bias", approx.role = "parameter"}, %arg24: tensor<12x24xf32> {approx.name = "blocks.1.channels.2.weight", approx.role = "parameter"}, %arg25: tensor<12xf32> {approx.name = "blocks.1.channels.2.bias", approx.role = "parameter"}, %arg26: tensor<12xf32> {approx.name = "norm.weight", approx.role = "parameter"}, %arg27: tensor<12xf32> {approx.name = "norm.bias", approx.role = "parameter"}, %arg28: tensor<10x12xf32> {approx.name = "head.weight", approx.role = "parameter"}, %arg29: tensor<10xf32> {approx.name = "head.bias", approx.role = "parameter"}, %arg30: tensor<4x3x16x16xf32> {approx.name = "x", approx.role = "input"}) -> (tensor<4x10xf32> {approx.role = "logits"}) {
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant 1.000000e+00 : f32
    %cst_1 = arith.constant 5.000000e-01 : f32
    %cst_2 = arith.constant 1.000000e-05 : f64
    %cst_3 = arith.constant 1.200000e+01 : f32
    %cst_4 = arith.constant 1.41421354 : f32
    %cst_5 = arith.constant 1.600000e+01 : f32
    %0 = tensor.empty() : tensor<4x12x4x4xf32>
    %broadcasted = linalg.broadcast ins(%arg1 : tensor<12xf32>) outs(%0 : tensor<4x12x4x4xf32>) dimensions = [0, 2, 3] 
    %1 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<4> : vector<2xi64>} ins(%arg30, %arg0 : tensor<4x3x16x16xf32>, tensor<12x3x4x4xf32>) outs(%broadcasted : tensor<4x12x4x4xf32>) -> tensor<4x12x4x4xf32>
    %collapsed = tensor.collapse_shape %1 [[0], [1], [2, 3]] : tensor<4x12x4x4xf32> into tensor<4x12x16xf32>
    %2 = tensor.empty() : tensor<4x16x12xf32>
    %transposed = linalg.transpose ins(%collapsed : tensor<4x12x16xf32>) outs(%2 : tensor<4x16x12xf32>) permutation = [0, 2, 1] 
    %3 = tensor.empty() : tensor<4x16x1xf32>
    %4 = linalg.fill ins(%cst : f32) outs(%3 : tensor<4x16x1xf32>) -> tensor<4x16x1xf32>
    %5 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "reduction"]} ins(%transposed : tensor<4x16x12xf32>) outs(%4 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.addf %in, %out : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %6 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%5 : tensor<4x16x1xf32>) outs(%3 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.divf %in, %cst_3 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %collapsed_6 = tensor.collapse_shape %6 [[0], [1, 2]] : tensor<4x16x1xf32> into tensor<4x16xf32>
    %7 = linalg.generic {indexing_maps = [#map2, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_6 : tensor<4x16xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x12xf32>
    %8 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed, %7 : tensor<4x16x12xf32>, tensor<4x16x12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.subf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %9 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%8, %8 : tensor<4x16x12xf32>, tensor<4x16x12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.mulf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %10 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "reduction"]} ins(%9 : tensor<4x16x12xf32>) outs(%4 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.addf %in, %out : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %11 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%10 : tensor<4x16x1xf32>) outs(%3 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.divf %in, %cst_3 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %12 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%11 : tensor<4x16x1xf32>) outs(%3 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.truncf %cst_2 : f64 to f32
      %127 = arith.addf %in, %126 : f32
      linalg.yield %127 : f32
    } -> tensor<4x16x1xf32>
    %13 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%12 : tensor<4x16x1xf32>) outs(%3 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = math.rsqrt %in : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %collapsed_7 = tensor.collapse_shape %13 [[0], [1, 2]] : tensor<4x16x1xf32> into tensor<4x16xf32>
    %14 = linalg.generic {indexing_maps = [#map2, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_7 : tensor<4x16xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x12xf32>
    %15 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%8, %14 : tensor<4x16x12xf32>, tensor<4x16x12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.mulf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %16 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%15, %arg2 : tensor<4x16x12xf32>, tensor<12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.mulf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %17 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%16, %arg3 : tensor<4x16x12xf32>, tensor<12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.addf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %18 = tensor.empty() : tensor<4x12x16xf32>
    %transposed_8 = linalg.transpose ins(%17 : tensor<4x16x12xf32>) outs(%18 : tensor<4x12x16xf32>) permutation = [0, 2, 1] 
    %19 = tensor.empty() : tensor<16x8xf32>
    %transposed_9 = linalg.transpose ins(%arg6 : tensor<8x16xf32>) outs(%19 : tensor<16x8xf32>) permutation = [1, 0] 
    %20 = tensor.empty() : tensor<4x16x8xf32>
    %21 = linalg.generic {indexing_maps = [#map4, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_9 : tensor<16x8xf32>) outs(%20 : tensor<4x16x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x8xf32>
    %22 = tensor.empty() : tensor<4x12x8xf32>
    %23 = linalg.fill ins(%cst : f32) outs(%22 : tensor<4x12x8xf32>) -> tensor<4x12x8xf32>
    %24 = linalg.batch_matmul ins(%transposed_8, %21 : tensor<4x12x16xf32>, tensor<4x16x8xf32>) outs(%23 : tensor<4x12x8xf32>) -> tensor<4x12x8xf32>
    %25 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%24, %arg7 : tensor<4x12x8xf32>, tensor<8xf32>) outs(%22 : tensor<4x12x8xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.addf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x12x8xf32>
    %26 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%25 : tensor<4x12x8xf32>) outs(%22 : tensor<4x12x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.divf %in, %cst_4 : f32
      %127 = math.erf %126 : f32
      %128 = arith.addf %127, %cst_0 : f32
      %129 = arith.mulf %128, %cst_1 : f32
      %130 = arith.mulf %in, %129 : f32
      linalg.yield %130 : f32
    } -> tensor<4x12x8xf32>
    %27 = tensor.empty() : tensor<8x16xf32>
    %transposed_10 = linalg.transpose ins(%arg8 : tensor<16x8xf32>) outs(%27 : tensor<8x16xf32>) permutation = [1, 0] 
    %28 = tensor.empty() : tensor<4x8x16xf32>
    %29 = linalg.generic {indexing_maps = [#map4, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_10 : tensor<8x16xf32>) outs(%28 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x8x16xf32>
    %30 = linalg.fill ins(%cst : f32) outs(%18 : tensor<4x12x16xf32>) -> tensor<4x12x16xf32>
    %31 = linalg.batch_matmul ins(%26, %29 : tensor<4x12x8xf32>, tensor<4x8x16xf32>) outs(%30 : tensor<4x12x16xf32>) -> tensor<4x12x16xf32>
    %32 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%31, %arg9 : tensor<4x12x16xf32>, tensor<16xf32>) outs(%18 : tensor<4x12x16xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.addf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x12x16xf32>
    %transposed_11 = linalg.transpose ins(%32 : tensor<4x12x16xf32>) outs(%2 : tensor<4x16x12xf32>) permutation = [0, 2, 1] 
    %33 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed, %transposed_11 : tensor<4x16x12xf32>, tensor<4x16x12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.addf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %34 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "reduction"]} ins(%33 : tensor<4x16x12xf32>) outs(%4 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.addf %in, %out : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %35 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%34 : tensor<4x16x1xf32>) outs(%3 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.divf %in, %cst_3 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %collapsed_12 = tensor.collapse_shape %35 [[0], [1, 2]] : tensor<4x16x1xf32> into tensor<4x16xf32>
    %36 = linalg.generic {indexing_maps = [#map2, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_12 : tensor<4x16xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x12xf32>
    %37 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%33, %36 : tensor<4x16x12xf32>, tensor<4x16x12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.subf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %38 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%37, %37 : tensor<4x16x12xf32>, tensor<4x16x12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.mulf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %39 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "reduction"]} ins(%38 : tensor<4x16x12xf32>) outs(%4 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.addf %in, %out : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %40 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%39 : tensor<4x16x1xf32>) outs(%3 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.divf %in, %cst_3 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %41 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%40 : tensor<4x16x1xf32>) outs(%3 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.truncf %cst_2 : f64 to f32
      %127 = arith.addf %in, %126 : f32
      linalg.yield %127 : f32
    } -> tensor<4x16x1xf32>
    %42 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%41 : tensor<4x16x1xf32>) outs(%3 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = math.rsqrt %in : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %collapsed_13 = tensor.collapse_shape %42 [[0], [1, 2]] : tensor<4x16x1xf32> into tensor<4x16xf32>
    %43 = linalg.generic {indexing_maps = [#map2, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_13 : tensor<4x16xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x12xf32>
    %44 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%37, %43 : tensor<4x16x12xf32>, tensor<4x16x12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.mulf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %45 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%44, %arg4 : tensor<4x16x12xf32>, tensor<12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.mulf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %46 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%45, %arg5 : tensor<4x16x12xf32>, tensor<12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.addf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %47 = tensor.empty() : tensor<12x24xf32>
    %transposed_14 = linalg.transpose ins(%arg10 : tensor<24x12xf32>) outs(%47 : tensor<12x24xf32>) permutation = [1, 0] 
    %48 = tensor.empty() : tensor<4x12x24xf32>
    %49 = linalg.generic {indexing_maps = [#map4, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_14 : tensor<12x24xf32>) outs(%48 : tensor<4x12x24xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x12x24xf32>
    %50 = tensor.empty() : tensor<4x16x24xf32>
    %51 = linalg.fill ins(%cst : f32) outs(%50 : tensor<4x16x24xf32>) -> tensor<4x16x24xf32>
    %52 = linalg.batch_matmul ins(%46, %49 : tensor<4x16x12xf32>, tensor<4x12x24xf32>) outs(%51 : tensor<4x16x24xf32>) -> tensor<4x16x24xf32>
    %53 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%52, %arg11 : tensor<4x16x24xf32>, tensor<24xf32>) outs(%50 : tensor<4x16x24xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.addf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x24xf32>
    %54 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%53 : tensor<4x16x24xf32>) outs(%50 : tensor<4x16x24xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.divf %in, %cst_4 : f32
      %127 = math.erf %126 : f32
      %128 = arith.addf %127, %cst_0 : f32
      %129 = arith.mulf %128, %cst_1 : f32
      %130 = arith.mulf %in, %129 : f32
      linalg.yield %130 : f32
    } -> tensor<4x16x24xf32>
    %55 = tensor.empty() : tensor<24x12xf32>
    %transposed_15 = linalg.transpose ins(%arg12 : tensor<12x24xf32>) outs(%55 : tensor<24x12xf32>) permutation = [1, 0] 
    %56 = tensor.empty() : tensor<4x24x12xf32>
    %57 = linalg.generic {indexing_maps = [#map4, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_15 : tensor<24x12xf32>) outs(%56 : tensor<4x24x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x24x12xf32>
    %58 = linalg.fill ins(%cst : f32) outs(%2 : tensor<4x16x12xf32>) -> tensor<4x16x12xf32>
    %59 = linalg.batch_matmul ins(%54, %57 : tensor<4x16x24xf32>, tensor<4x24x12xf32>) outs(%58 : tensor<4x16x12xf32>) -> tensor<4x16x12xf32>
    %60 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%59, %arg13 : tensor<4x16x12xf32>, tensor<12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.addf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %61 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%33, %60 : tensor<4x16x12xf32>, tensor<4x16x12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.addf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %62 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "reduction"]} ins(%61 : tensor<4x16x12xf32>) outs(%4 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.addf %in, %out : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %63 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%62 : tensor<4x16x1xf32>) outs(%3 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.divf %in, %cst_3 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %collapsed_16 = tensor.collapse_shape %63 [[0], [1, 2]] : tensor<4x16x1xf32> into tensor<4x16xf32>
    %64 = linalg.generic {indexing_maps = [#map2, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_16 : tensor<4x16xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x12xf32>
    %65 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%61, %64 : tensor<4x16x12xf32>, tensor<4x16x12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.subf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %66 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%65, %65 : tensor<4x16x12xf32>, tensor<4x16x12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.mulf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %67 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "reduction"]} ins(%66 : tensor<4x16x12xf32>) outs(%4 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.addf %in, %out : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %68 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%67 : tensor<4x16x1xf32>) outs(%3 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.divf %in, %cst_3 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %69 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%68 : tensor<4x16x1xf32>) outs(%3 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.truncf %cst_2 : f64 to f32
      %127 = arith.addf %in, %126 : f32
      linalg.yield %127 : f32
    } -> tensor<4x16x1xf32>
    %70 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%69 : tensor<4x16x1xf32>) outs(%3 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = math.rsqrt %in : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %collapsed_17 = tensor.collapse_shape %70 [[0], [1, 2]] : tensor<4x16x1xf32> into tensor<4x16xf32>
    %71 = linalg.generic {indexing_maps = [#map2, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_17 : tensor<4x16xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x12xf32>
    %72 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%65, %71 : tensor<4x16x12xf32>, tensor<4x16x12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.mulf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %73 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%72, %arg14 : tensor<4x16x12xf32>, tensor<12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.mulf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %74 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%73, %arg15 : tensor<4x16x12xf32>, tensor<12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.addf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %transposed_18 = linalg.transpose ins(%74 : tensor<4x16x12xf32>) outs(%18 : tensor<4x12x16xf32>) permutation = [0, 2, 1] 
    %transposed_19 = linalg.transpose ins(%arg18 : tensor<8x16xf32>) outs(%19 : tensor<16x8xf32>) permutation = [1, 0] 
    %75 = linalg.generic {indexing_maps = [#map4, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_19 : tensor<16x8xf32>) outs(%20 : tensor<4x16x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x8xf32>
    %76 = linalg.batch_matmul ins(%transposed_18, %75 : tensor<4x12x16xf32>, tensor<4x16x8xf32>) outs(%23 : tensor<4x12x8xf32>) -> tensor<4x12x8xf32>
    %77 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%76, %arg19 : tensor<4x12x8xf32>, tensor<8xf32>) outs(%22 : tensor<4x12x8xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.addf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x12x8xf32>
    %78 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%77 : tensor<4x12x8xf32>) outs(%22 : tensor<4x12x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.divf %in, %cst_4 : f32
      %127 = math.erf %126 : f32
      %128 = arith.addf %127, %cst_0 : f32
      %129 = arith.mulf %128, %cst_1 : f32
      %130 = arith.mulf %in, %129 : f32
      linalg.yield %130 : f32
    } -> tensor<4x12x8xf32>
    %transposed_20 = linalg.transpose ins(%arg20 : tensor<16x8xf32>) outs(%27 : tensor<8x16xf32>) permutation = [1, 0] 
    %79 = linalg.generic {indexing_maps = [#map4, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_20 : tensor<8x16xf32>) outs(%28 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x8x16xf32>
    %80 = linalg.batch_matmul ins(%78, %79 : tensor<4x12x8xf32>, tensor<4x8x16xf32>) outs(%30 : tensor<4x12x16xf32>) -> tensor<4x12x16xf32>
    %81 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%80, %arg21 : tensor<4x12x16xf32>, tensor<16xf32>) outs(%18 : tensor<4x12x16xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.addf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x12x16xf32>
    %transposed_21 = linalg.transpose ins(%81 : tensor<4x12x16xf32>) outs(%2 : tensor<4x16x12xf32>) permutation = [0, 2, 1] 
    %82 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%61, %transposed_21 : tensor<4x16x12xf32>, tensor<4x16x12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.addf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %83 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "reduction"]} ins(%82 : tensor<4x16x12xf32>) outs(%4 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.addf %in, %out : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %84 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%83 : tensor<4x16x1xf32>) outs(%3 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.divf %in, %cst_3 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %collapsed_22 = tensor.collapse_shape %84 [[0], [1, 2]] : tensor<4x16x1xf32> into tensor<4x16xf32>
    %85 = linalg.generic {indexing_maps = [#map2, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_22 : tensor<4x16xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x12xf32>
    %86 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%82, %85 : tensor<4x16x12xf32>, tensor<4x16x12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.subf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %87 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%86, %86 : tensor<4x16x12xf32>, tensor<4x16x12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.mulf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %88 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "reduction"]} ins(%87 : tensor<4x16x12xf32>) outs(%4 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.addf %in, %out : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %89 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%88 : tensor<4x16x1xf32>) outs(%3 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.divf %in, %cst_3 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %90 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%89 : tensor<4x16x1xf32>) outs(%3 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.truncf %cst_2 : f64 to f32
      %127 = arith.addf %in, %126 : f32
      linalg.yield %127 : f32
    } -> tensor<4x16x1xf32>
    %91 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%90 : tensor<4x16x1xf32>) outs(%3 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = math.rsqrt %in : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %collapsed_23 = tensor.collapse_shape %91 [[0], [1, 2]] : tensor<4x16x1xf32> into tensor<4x16xf32>
    %92 = linalg.generic {indexing_maps = [#map2, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_23 : tensor<4x16xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x12xf32>
    %93 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%86, %92 : tensor<4x16x12xf32>, tensor<4x16x12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.mulf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %94 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%93, %arg16 : tensor<4x16x12xf32>, tensor<12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.mulf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %95 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%94, %arg17 : tensor<4x16x12xf32>, tensor<12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.addf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %transposed_24 = linalg.transpose ins(%arg22 : tensor<24x12xf32>) outs(%47 : tensor<12x24xf32>) permutation = [1, 0] 
    %96 = linalg.generic {indexing_maps = [#map4, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_24 : tensor<12x24xf32>) outs(%48 : tensor<4x12x24xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x12x24xf32>
    %97 = linalg.batch_matmul ins(%95, %96 : tensor<4x16x12xf32>, tensor<4x12x24xf32>) outs(%51 : tensor<4x16x24xf32>) -> tensor<4x16x24xf32>
    %98 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%97, %arg23 : tensor<4x16x24xf32>, tensor<24xf32>) outs(%50 : tensor<4x16x24xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.addf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x24xf32>
    %99 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%98 : tensor<4x16x24xf32>) outs(%50 : tensor<4x16x24xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.divf %in, %cst_4 : f32
      %127 = math.erf %126 : f32
      %128 = arith.addf %127, %cst_0 : f32
      %129 = arith.mulf %128, %cst_1 : f32
      %130 = arith.mulf %in, %129 : f32
      linalg.yield %130 : f32
    } -> tensor<4x16x24xf32>
    %transposed_25 = linalg.transpose ins(%arg24 : tensor<12x24xf32>) outs(%55 : tensor<24x12xf32>) permutation = [1, 0] 
    %100 = linalg.generic {indexing_maps = [#map4, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_25 : tensor<24x12xf32>) outs(%56 : tensor<4x24x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x24x12xf32>
    %101 = linalg.batch_matmul ins(%99, %100 : tensor<4x16x24xf32>, tensor<4x24x12xf32>) outs(%58 : tensor<4x16x12xf32>) -> tensor<4x16x12xf32>
    %102 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%101, %arg25 : tensor<4x16x12xf32>, tensor<12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.addf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %103 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%82, %102 : tensor<4x16x12xf32>, tensor<4x16x12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.addf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %104 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "reduction"]} ins(%103 : tensor<4x16x12xf32>) outs(%4 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.addf %in, %out : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %105 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%104 : tensor<4x16x1xf32>) outs(%3 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.divf %in, %cst_3 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %collapsed_26 = tensor.collapse_shape %105 [[0], [1, 2]] : tensor<4x16x1xf32> into tensor<4x16xf32>
    %106 = linalg.generic {indexing_maps = [#map2, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_26 : tensor<4x16xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x12xf32>
    %107 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%103, %106 : tensor<4x16x12xf32>, tensor<4x16x12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.subf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %108 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%107, %107 : tensor<4x16x12xf32>, tensor<4x16x12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.mulf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %109 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "reduction"]} ins(%108 : tensor<4x16x12xf32>) outs(%4 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.addf %in, %out : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %110 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%109 : tensor<4x16x1xf32>) outs(%3 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.divf %in, %cst_3 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %111 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%110 : tensor<4x16x1xf32>) outs(%3 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.truncf %cst_2 : f64 to f32
      %127 = arith.addf %in, %126 : f32
      linalg.yield %127 : f32
    } -> tensor<4x16x1xf32>
    %112 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%111 : tensor<4x16x1xf32>) outs(%3 : tensor<4x16x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = math.rsqrt %in : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x1xf32>
    %collapsed_27 = tensor.collapse_shape %112 [[0], [1, 2]] : tensor<4x16x1xf32> into tensor<4x16xf32>
    %113 = linalg.generic {indexing_maps = [#map2, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_27 : tensor<4x16xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x12xf32>
    %114 = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%107, %113 : tensor<4x16x12xf32>, tensor<4x16x12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.mulf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %115 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%114, %arg26 : tensor<4x16x12xf32>, tensor<12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.mulf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %116 = linalg.generic {indexing_maps = [#map, #map3, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%115, %arg27 : tensor<4x16x12xf32>, tensor<12xf32>) outs(%2 : tensor<4x16x12xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.addf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x16x12xf32>
    %117 = tensor.empty() : tensor<4x12xf32>
    %118 = linalg.fill ins(%cst : f32) outs(%117 : tensor<4x12xf32>) -> tensor<4x12xf32>
    %119 = linalg.generic {indexing_maps = [#map, #map5], iterator_types = ["parallel", "reduction", "parallel"]} ins(%116 : tensor<4x16x12xf32>) outs(%118 : tensor<4x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.addf %in, %out : f32
      linalg.yield %126 : f32
    } -> tensor<4x12xf32>
    %120 = linalg.generic {indexing_maps = [#map6, #map6], iterator_types = ["parallel", "parallel"]} ins(%119 : tensor<4x12xf32>) outs(%117 : tensor<4x12xf32>) {
    ^bb0(%in: f32, %out: f32):
      %126 = arith.divf %in, %cst_5 : f32
      linalg.yield %126 : f32
    } -> tensor<4x12xf32>
    %121 = tensor.empty() : tensor<12x10xf32>
    %transposed_28 = linalg.transpose ins(%arg28 : tensor<10x12xf32>) outs(%121 : tensor<12x10xf32>) permutation = [1, 0] 
    %122 = tensor.empty() : tensor<4x10xf32>
    %123 = linalg.fill ins(%cst : f32) outs(%122 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %124 = linalg.matmul ins(%120, %transposed_28 : tensor<4x12xf32>, tensor<12x10xf32>) outs(%123 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %125 = linalg.generic {indexing_maps = [#map6, #map7, #map6], iterator_types = ["parallel", "parallel"]} ins(%124, %arg29 : tensor<4x10xf32>, tensor<10xf32>) outs(%122 : tensor<4x10xf32>) {
    ^bb0(%in: f32, %in_29: f32, %out: f32):
      %126 = arith.addf %in, %in_29 : f32
      linalg.yield %126 : f32
    } -> tensor<4x10xf32>
    return %125 : tensor<4x10xf32>
  }
}
