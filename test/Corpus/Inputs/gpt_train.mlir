#map = affine_map<(d0, d1, d2) -> (d0, d1)>
#map1 = affine_map<(d0, d1, d2) -> (d0, d1, d2)>
#map2 = affine_map<(d0) -> (d0)>
#map3 = affine_map<(d0, d1) -> (d0)>
#map4 = affine_map<(d0, d1) -> (d0, d1)>
#map5 = affine_map<(d0, d1, d2) -> (d1, d2)>
#map6 = affine_map<(d0, d1, d2) -> (d0, d1, 0)>
#map7 = affine_map<(d0, d1, d2) -> (d2)>
#map8 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
#map9 = affine_map<(d0, d1, d2, d3) -> (d2, d3)>
#map10 = affine_map<(d0, d1, d2, d3) -> ()>
#map11 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2)>
#map12 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, 0)>
module {
  func.func @main(%arg0: tensor<17x16xf32> {approx.name = "wte.weight", approx.role = "parameter"}, %arg1: tensor<8x16xf32> {approx.name = "wpe.weight", approx.role = "parameter"}, %arg2: tensor<16xf32> {approx.name = "blocks.0.n1.weight", approx.role = "parameter"}, %arg3: tensor<16xf32> {approx.name = "blocks.0.n1.bias", approx.role = "parameter"}, %arg4: tensor<16xf32> {approx.name = "blocks.0.n2.weight", approx.role = "parameter"}, %arg5: tensor<16xf32> {approx.name = "blocks.0.n2.bias", approx.role = "parameter"}, %arg6: tensor<48x16xf32> {approx.name = "blocks.0.attention.qkv.weight", approx.role = "parameter"}, %arg7: tensor<48xf32> {approx.name = "blocks.0.attention.qkv.bias", approx.role = "parameter"}, %arg8: tensor<16x16xf32> {approx.name = "blocks.0.attention.proj.weight", approx.role = "parameter"}, %arg9: tensor<16xf32> {approx.name = "blocks.0.attention.proj.bias", approx.role = "parameter"}, %arg10: tensor<64x16xf32> {approx.name = "blocks.0.mlp.0.weight", approx.role = "parameter"}, %arg11: tensor<64xf32> {approx.name = "blocks.0.mlp.0.bias", approx.role = "parameter"}, %arg12: tensor<16x64xf32> {approx.name = "blocks.0.mlp.2.weight", approx.role = "parameter"}, %arg13: tensor<16xf32> {approx.name = "blocks.0.mlp.2.bias", approx.role = "parameter"}, %arg14: tensor<16xf32> {approx.name = "blocks.1.n1.weight", approx.role = "parameter"}, %arg15: tensor<16xf32> {approx.name = "blocks.1.n1.bias", approx.role = "parameter"}, %arg16: tensor<16xf32> {approx.name = "blocks.1.n2.weight", approx.role = "parameter"}, %arg17: tensor<16xf32> {approx.name = "blocks.1.n2.bias", approx.role = "parameter"}, %arg18: tensor<48x16xf32> {approx.name = "blocks.1.attention.qkv.weight", approx.role = "parameter"}, %arg19: tensor<48xf32> {approx.name = "blocks.1.attention.qkv.bias", approx.role = "parameter"}, %arg20: tensor<16x16xf32> {approx.name = "blocks.1.attention.proj.weight", approx.role = "parameter"}, %arg21: tensor<16xf32> {approx.name = "blocks.1.attention.proj.bias", approx.role = "parameter"}, %arg22: tensor<64x16xf32> {approx.name = "blocks.1.mlp.0.weight", approx.role = "parameter"}, %arg23: tensor<64xf32> {approx.name = "blocks.1.mlp.0.bias", approx.role = "parameter"}, %arg24: tensor<16x64xf32> {approx.name = "blocks.1.mlp.2.weight", approx.role = "parameter"}, %arg25: tensor<16xf32> {approx.name = "blocks.1.mlp.2.bias", approx.role = "parameter"}, %arg26: tensor<16xf32> {approx.name = "norm.weight", approx.role = "parameter"}, %arg27: tensor<16xf32> {approx.name = "norm.bias", approx.role = "parameter"}, %arg28: tensor<17x16xf32> {approx.name = "head.weight", approx.role = "parameter"}, %arg29: tensor<4x8xi64> {approx.name = "x", approx.role = "input"}) -> (tensor<4x8x17xf32> {approx.role = "logits"}) {
    %c0_i64 = arith.constant 0 : i64
    %c8 = arith.constant 8 : index
    %c17 = arith.constant 17 : index
    %cst = arith.constant 0.000000e+00 : f32
    %false = arith.constant false
    %true = arith.constant true
    %cst_0 = arith.constant 0xFF800000 : f32
    %cst_1 = arith.constant dense<0xFF800000> : tensor<f32>
    %cst_2 = arith.constant dense<true> : tensor<8x8xi1>
    %cst_3 = arith.constant 0.79788456080286541 : f64
    %cst_4 = arith.constant 4.471500e-02 : f64
    %cst_5 = arith.constant 0.35355339059327379 : f64
    %cst_6 = arith.constant 1.000000e-05 : f64
    %cst_7 = arith.constant 1.600000e+01 : f32
    %cst_8 = arith.constant 5.000000e-01 : f32
    %cst_9 = arith.constant 1.000000e+00 : f32
    %0 = tensor.empty() : tensor<4x8x16xf32>
    %1 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%arg29 : tensor<4x8xi64>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: i64, %out: f32):
      %171 = arith.index_cast %in : i64 to index
      %172 = linalg.index 2 : index
      %173 = arith.cmpi slt, %171, %c17 : index
      cf.assert %173, "index must be smaller than dim size"
      %174 = arith.cmpi sge, %in, %c0_i64 : i64
      cf.assert %174, "index must be larger or equal to 0"
      %extracted = tensor.extract %arg0[%171, %172] : tensor<17x16xf32>
      linalg.yield %extracted : f32
    } -> tensor<4x8x16xf32>
    %2 = tensor.empty() : tensor<8xi64>
    %3 = linalg.generic {indexing_maps = [#map2], iterator_types = ["parallel"]} outs(%2 : tensor<8xi64>) {
    ^bb0(%out: i64):
      %171 = linalg.index 0 : index
      %172 = arith.index_cast %171 : index to i64
      linalg.yield %172 : i64
    } -> tensor<8xi64>
    %4 = tensor.empty() : tensor<8x16xf32>
    %5 = linalg.generic {indexing_maps = [#map3, #map4], iterator_types = ["parallel", "parallel"]} ins(%3 : tensor<8xi64>) outs(%4 : tensor<8x16xf32>) {
    ^bb0(%in: i64, %out: f32):
      %171 = arith.index_cast %in : i64 to index
      %172 = linalg.index 1 : index
      %173 = arith.cmpi slt, %171, %c8 : index
      cf.assert %173, "index must be smaller than dim size"
      %174 = arith.cmpi sge, %in, %c0_i64 : i64
      cf.assert %174, "index must be larger or equal to 0"
      %extracted = tensor.extract %arg1[%171, %172] : tensor<8x16xf32>
      linalg.yield %extracted : f32
    } -> tensor<8x16xf32>
    %6 = linalg.generic {indexing_maps = [#map1, #map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%1, %5 : tensor<4x8x16xf32>, tensor<8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.addf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %7 = tensor.empty() : tensor<4x8x1xf32>
    %8 = linalg.fill ins(%cst : f32) outs(%7 : tensor<4x8x1xf32>) -> tensor<4x8x1xf32>
    %9 = linalg.generic {indexing_maps = [#map1, #map6], iterator_types = ["parallel", "parallel", "reduction"]} ins(%6 : tensor<4x8x16xf32>) outs(%8 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.addf %in, %out : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %10 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%9 : tensor<4x8x1xf32>) outs(%7 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.divf %in, %cst_7 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %collapsed = tensor.collapse_shape %10 [[0], [1, 2]] : tensor<4x8x1xf32> into tensor<4x8xf32>
    %11 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed : tensor<4x8xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x8x16xf32>
    %12 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%6, %11 : tensor<4x8x16xf32>, tensor<4x8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.subf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %13 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%12, %12 : tensor<4x8x16xf32>, tensor<4x8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.mulf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %14 = linalg.generic {indexing_maps = [#map1, #map6], iterator_types = ["parallel", "parallel", "reduction"]} ins(%13 : tensor<4x8x16xf32>) outs(%8 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.addf %in, %out : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %15 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%14 : tensor<4x8x1xf32>) outs(%7 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.divf %in, %cst_7 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %16 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%15 : tensor<4x8x1xf32>) outs(%7 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.truncf %cst_6 : f64 to f32
      %172 = arith.addf %in, %171 : f32
      linalg.yield %172 : f32
    } -> tensor<4x8x1xf32>
    %17 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%16 : tensor<4x8x1xf32>) outs(%7 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = math.rsqrt %in : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %collapsed_10 = tensor.collapse_shape %17 [[0], [1, 2]] : tensor<4x8x1xf32> into tensor<4x8xf32>
    %18 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_10 : tensor<4x8xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x8x16xf32>
    %19 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%12, %18 : tensor<4x8x16xf32>, tensor<4x8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.mulf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %20 = linalg.generic {indexing_maps = [#map1, #map7, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%19, %arg2 : tensor<4x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.mulf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %21 = linalg.generic {indexing_maps = [#map1, #map7, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%20, %arg3 : tensor<4x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.addf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %22 = tensor.empty() : tensor<16x48xf32>
    %transposed = linalg.transpose ins(%arg6 : tensor<48x16xf32>) outs(%22 : tensor<16x48xf32>) permutation = [1, 0] 
    %23 = tensor.empty() : tensor<4x16x48xf32>
    %24 = linalg.generic {indexing_maps = [#map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed : tensor<16x48xf32>) outs(%23 : tensor<4x16x48xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x48xf32>
    %25 = tensor.empty() : tensor<4x8x48xf32>
    %26 = linalg.fill ins(%cst : f32) outs(%25 : tensor<4x8x48xf32>) -> tensor<4x8x48xf32>
    %27 = linalg.batch_matmul ins(%21, %24 : tensor<4x8x16xf32>, tensor<4x16x48xf32>) outs(%26 : tensor<4x8x48xf32>) -> tensor<4x8x48xf32>
    %28 = linalg.generic {indexing_maps = [#map1, #map7, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%27, %arg7 : tensor<4x8x48xf32>, tensor<48xf32>) outs(%25 : tensor<4x8x48xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.addf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x48xf32>
    %expanded = tensor.expand_shape %28 [[0], [1], [2, 3, 4]] output_shape [4, 8, 3, 2, 8] : tensor<4x8x48xf32> into tensor<4x8x3x2x8xf32>
    %29 = tensor.empty() : tensor<3x4x2x8x8xf32>
    %transposed_11 = linalg.transpose ins(%expanded : tensor<4x8x3x2x8xf32>) outs(%29 : tensor<3x4x2x8x8xf32>) permutation = [2, 0, 3, 1, 4] 
    %extracted_slice = tensor.extract_slice %transposed_11[0, 0, 0, 0, 0] [1, 4, 2, 8, 8] [1, 1, 1, 1, 1] : tensor<3x4x2x8x8xf32> to tensor<1x4x2x8x8xf32>
    %extracted_slice_12 = tensor.extract_slice %transposed_11[1, 0, 0, 0, 0] [1, 4, 2, 8, 8] [1, 1, 1, 1, 1] : tensor<3x4x2x8x8xf32> to tensor<1x4x2x8x8xf32>
    %collapsed_13 = tensor.collapse_shape %extracted_slice_12 [[0, 1], [2], [3], [4]] : tensor<1x4x2x8x8xf32> into tensor<4x2x8x8xf32>
    %extracted_slice_14 = tensor.extract_slice %transposed_11[2, 0, 0, 0, 0] [1, 4, 2, 8, 8] [1, 1, 1, 1, 1] : tensor<3x4x2x8x8xf32> to tensor<1x4x2x8x8xf32>
    %30 = tensor.empty() : tensor<4x2x8x8xf32>
    %transposed_15 = linalg.transpose ins(%collapsed_13 : tensor<4x2x8x8xf32>) outs(%30 : tensor<4x2x8x8xf32>) permutation = [0, 1, 3, 2] 
    %collapsed_16 = tensor.collapse_shape %extracted_slice [[0, 1, 2], [3], [4]] : tensor<1x4x2x8x8xf32> into tensor<8x8x8xf32>
    %collapsed_17 = tensor.collapse_shape %transposed_15 [[0, 1], [2], [3]] : tensor<4x2x8x8xf32> into tensor<8x8x8xf32>
    %31 = tensor.empty() : tensor<8x8x8xf32>
    %32 = linalg.fill ins(%cst : f32) outs(%31 : tensor<8x8x8xf32>) -> tensor<8x8x8xf32>
    %33 = linalg.batch_matmul ins(%collapsed_16, %collapsed_17 : tensor<8x8x8xf32>, tensor<8x8x8xf32>) outs(%32 : tensor<8x8x8xf32>) -> tensor<8x8x8xf32>
    %expanded_18 = tensor.expand_shape %33 [[0, 1], [2], [3]] output_shape [4, 2, 8, 8] : tensor<8x8x8xf32> into tensor<4x2x8x8xf32>
    %34 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%expanded_18 : tensor<4x2x8x8xf32>) outs(%30 : tensor<4x2x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.truncf %cst_5 : f64 to f32
      %172 = arith.mulf %in, %171 : f32
      linalg.yield %172 : f32
    } -> tensor<4x2x8x8xf32>
    %35 = tensor.empty() : tensor<8x8xi1>
    %36 = linalg.generic {indexing_maps = [#map4, #map4], iterator_types = ["parallel", "parallel"]} ins(%cst_2 : tensor<8x8xi1>) outs(%35 : tensor<8x8xi1>) {
    ^bb0(%in: i1, %out: i1):
      %171 = linalg.index 0 : index
      %172 = arith.index_cast %171 : index to i64
      %173 = linalg.index 1 : index
      %174 = arith.index_cast %173 : index to i64
      %175 = arith.cmpi sle, %174, %172 : i64
      %176 = arith.select %175, %in, %false : i1
      linalg.yield %176 : i1
    } -> tensor<8x8xi1>
    %37 = linalg.generic {indexing_maps = [#map4, #map4], iterator_types = ["parallel", "parallel"]} ins(%36 : tensor<8x8xi1>) outs(%35 : tensor<8x8xi1>) {
    ^bb0(%in: i1, %out: i1):
      %171 = arith.xori %in, %true : i1
      linalg.yield %171 : i1
    } -> tensor<8x8xi1>
    %38 = linalg.generic {indexing_maps = [#map9, #map10, #map8, #map8], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%37, %cst_1, %34 : tensor<8x8xi1>, tensor<f32>, tensor<4x2x8x8xf32>) outs(%30 : tensor<4x2x8x8xf32>) {
    ^bb0(%in: i1, %in_57: f32, %in_58: f32, %out: f32):
      %171 = arith.select %in, %in_57, %in_58 : f32
      linalg.yield %171 : f32
    } -> tensor<4x2x8x8xf32>
    %39 = tensor.empty() : tensor<4x2x8xi64>
    %40 = linalg.fill ins(%c0_i64 : i64) outs(%39 : tensor<4x2x8xi64>) -> tensor<4x2x8xi64>
    %41 = tensor.empty() : tensor<4x2x8xf32>
    %42 = linalg.fill ins(%cst_0 : f32) outs(%41 : tensor<4x2x8xf32>) -> tensor<4x2x8xf32>
    %43:2 = linalg.generic {indexing_maps = [#map8, #map11, #map11], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%38 : tensor<4x2x8x8xf32>) outs(%42, %40 : tensor<4x2x8xf32>, tensor<4x2x8xi64>) {
    ^bb0(%in: f32, %out: f32, %out_57: i64):
      %171 = linalg.index 3 : index
      %172 = arith.index_cast %171 : index to i64
      %173 = arith.maximumf %in, %out : f32
      %174 = arith.cmpf ogt, %in, %out : f32
      %175 = arith.select %174, %172, %out_57 : i64
      linalg.yield %173, %175 : f32, i64
    } -> (tensor<4x2x8xf32>, tensor<4x2x8xi64>)
    %expanded_19 = tensor.expand_shape %43#0 [[0], [1], [2, 3]] output_shape [4, 2, 8, 1] : tensor<4x2x8xf32> into tensor<4x2x8x1xf32>
    %44 = linalg.generic {indexing_maps = [#map8, #map12, #map8], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%38, %expanded_19 : tensor<4x2x8x8xf32>, tensor<4x2x8x1xf32>) outs(%30 : tensor<4x2x8x8xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.subf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x2x8x8xf32>
    %45 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%44 : tensor<4x2x8x8xf32>) outs(%30 : tensor<4x2x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = math.exp %in : f32
      linalg.yield %171 : f32
    } -> tensor<4x2x8x8xf32>
    %46 = tensor.empty() : tensor<4x2x8x1xf32>
    %47 = linalg.fill ins(%cst : f32) outs(%46 : tensor<4x2x8x1xf32>) -> tensor<4x2x8x1xf32>
    %48 = linalg.generic {indexing_maps = [#map8, #map12], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%45 : tensor<4x2x8x8xf32>) outs(%47 : tensor<4x2x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.addf %in, %out : f32
      linalg.yield %171 : f32
    } -> tensor<4x2x8x1xf32>
    %49 = linalg.generic {indexing_maps = [#map8, #map12, #map8], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%45, %48 : tensor<4x2x8x8xf32>, tensor<4x2x8x1xf32>) outs(%30 : tensor<4x2x8x8xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.divf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x2x8x8xf32>
    %collapsed_20 = tensor.collapse_shape %49 [[0, 1], [2], [3]] : tensor<4x2x8x8xf32> into tensor<8x8x8xf32>
    %collapsed_21 = tensor.collapse_shape %extracted_slice_14 [[0, 1, 2], [3], [4]] : tensor<1x4x2x8x8xf32> into tensor<8x8x8xf32>
    %50 = linalg.batch_matmul ins(%collapsed_20, %collapsed_21 : tensor<8x8x8xf32>, tensor<8x8x8xf32>) outs(%32 : tensor<8x8x8xf32>) -> tensor<8x8x8xf32>
    %expanded_22 = tensor.expand_shape %50 [[0, 1], [2], [3]] output_shape [4, 2, 8, 8] : tensor<8x8x8xf32> into tensor<4x2x8x8xf32>
    %51 = tensor.empty() : tensor<4x8x2x8xf32>
    %transposed_23 = linalg.transpose ins(%expanded_22 : tensor<4x2x8x8xf32>) outs(%51 : tensor<4x8x2x8xf32>) permutation = [0, 2, 1, 3] 
    %collapsed_24 = tensor.collapse_shape %transposed_23 [[0], [1], [2, 3]] : tensor<4x8x2x8xf32> into tensor<4x8x16xf32>
    %52 = tensor.empty() : tensor<16x16xf32>
    %transposed_25 = linalg.transpose ins(%arg8 : tensor<16x16xf32>) outs(%52 : tensor<16x16xf32>) permutation = [1, 0] 
    %53 = tensor.empty() : tensor<4x16x16xf32>
    %54 = linalg.generic {indexing_maps = [#map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_25 : tensor<16x16xf32>) outs(%53 : tensor<4x16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x16xf32>
    %55 = linalg.fill ins(%cst : f32) outs(%0 : tensor<4x8x16xf32>) -> tensor<4x8x16xf32>
    %56 = linalg.batch_matmul ins(%collapsed_24, %54 : tensor<4x8x16xf32>, tensor<4x16x16xf32>) outs(%55 : tensor<4x8x16xf32>) -> tensor<4x8x16xf32>
    %57 = linalg.generic {indexing_maps = [#map1, #map7, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%56, %arg9 : tensor<4x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.addf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %58 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%6, %57 : tensor<4x8x16xf32>, tensor<4x8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.addf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %59 = linalg.generic {indexing_maps = [#map1, #map6], iterator_types = ["parallel", "parallel", "reduction"]} ins(%58 : tensor<4x8x16xf32>) outs(%8 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.addf %in, %out : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %60 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%59 : tensor<4x8x1xf32>) outs(%7 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.divf %in, %cst_7 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %collapsed_26 = tensor.collapse_shape %60 [[0], [1, 2]] : tensor<4x8x1xf32> into tensor<4x8xf32>
    %61 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_26 : tensor<4x8xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x8x16xf32>
    %62 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%58, %61 : tensor<4x8x16xf32>, tensor<4x8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.subf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %63 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%62, %62 : tensor<4x8x16xf32>, tensor<4x8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.mulf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %64 = linalg.generic {indexing_maps = [#map1, #map6], iterator_types = ["parallel", "parallel", "reduction"]} ins(%63 : tensor<4x8x16xf32>) outs(%8 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.addf %in, %out : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %65 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%64 : tensor<4x8x1xf32>) outs(%7 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.divf %in, %cst_7 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %66 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%65 : tensor<4x8x1xf32>) outs(%7 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.truncf %cst_6 : f64 to f32
      %172 = arith.addf %in, %171 : f32
      linalg.yield %172 : f32
    } -> tensor<4x8x1xf32>
    %67 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%66 : tensor<4x8x1xf32>) outs(%7 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = math.rsqrt %in : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %collapsed_27 = tensor.collapse_shape %67 [[0], [1, 2]] : tensor<4x8x1xf32> into tensor<4x8xf32>
    %68 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_27 : tensor<4x8xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x8x16xf32>
    %69 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%62, %68 : tensor<4x8x16xf32>, tensor<4x8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.mulf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %70 = linalg.generic {indexing_maps = [#map1, #map7, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%69, %arg4 : tensor<4x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.mulf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %71 = linalg.generic {indexing_maps = [#map1, #map7, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%70, %arg5 : tensor<4x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.addf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %72 = tensor.empty() : tensor<16x64xf32>
    %transposed_28 = linalg.transpose ins(%arg10 : tensor<64x16xf32>) outs(%72 : tensor<16x64xf32>) permutation = [1, 0] 
    %73 = tensor.empty() : tensor<4x16x64xf32>
    %74 = linalg.generic {indexing_maps = [#map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_28 : tensor<16x64xf32>) outs(%73 : tensor<4x16x64xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x64xf32>
    %75 = tensor.empty() : tensor<4x8x64xf32>
    %76 = linalg.fill ins(%cst : f32) outs(%75 : tensor<4x8x64xf32>) -> tensor<4x8x64xf32>
    %77 = linalg.batch_matmul ins(%71, %74 : tensor<4x8x16xf32>, tensor<4x16x64xf32>) outs(%76 : tensor<4x8x64xf32>) -> tensor<4x8x64xf32>
    %78 = linalg.generic {indexing_maps = [#map1, #map7, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%77, %arg11 : tensor<4x8x64xf32>, tensor<64xf32>) outs(%75 : tensor<4x8x64xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.addf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x64xf32>
    %79 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%78 : tensor<4x8x64xf32>) outs(%75 : tensor<4x8x64xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.truncf %cst_4 : f64 to f32
      %172 = arith.mulf %in, %171 : f32
      linalg.yield %172 : f32
    } -> tensor<4x8x64xf32>
    %80 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%79, %78 : tensor<4x8x64xf32>, tensor<4x8x64xf32>) outs(%75 : tensor<4x8x64xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.mulf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x64xf32>
    %81 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%80, %78 : tensor<4x8x64xf32>, tensor<4x8x64xf32>) outs(%75 : tensor<4x8x64xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.mulf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x64xf32>
    %82 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%78, %81 : tensor<4x8x64xf32>, tensor<4x8x64xf32>) outs(%75 : tensor<4x8x64xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.addf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x64xf32>
    %83 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%82 : tensor<4x8x64xf32>) outs(%75 : tensor<4x8x64xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.truncf %cst_3 : f64 to f32
      %172 = arith.mulf %in, %171 : f32
      linalg.yield %172 : f32
    } -> tensor<4x8x64xf32>
    %84 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%78 : tensor<4x8x64xf32>) outs(%75 : tensor<4x8x64xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.mulf %in, %cst_8 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x64xf32>
    %85 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%83 : tensor<4x8x64xf32>) outs(%75 : tensor<4x8x64xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = math.tanh %in : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x64xf32>
    %86 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%85 : tensor<4x8x64xf32>) outs(%75 : tensor<4x8x64xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.addf %in, %cst_9 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x64xf32>
    %87 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%84, %86 : tensor<4x8x64xf32>, tensor<4x8x64xf32>) outs(%75 : tensor<4x8x64xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.mulf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x64xf32>
    %88 = tensor.empty() : tensor<64x16xf32>
    %transposed_29 = linalg.transpose ins(%arg12 : tensor<16x64xf32>) outs(%88 : tensor<64x16xf32>) permutation = [1, 0] 
    %89 = tensor.empty() : tensor<4x64x16xf32>
    %90 = linalg.generic {indexing_maps = [#map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_29 : tensor<64x16xf32>) outs(%89 : tensor<4x64x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x64x16xf32>
    %91 = linalg.batch_matmul ins(%87, %90 : tensor<4x8x64xf32>, tensor<4x64x16xf32>) outs(%55 : tensor<4x8x16xf32>) -> tensor<4x8x16xf32>
    %92 = linalg.generic {indexing_maps = [#map1, #map7, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%91, %arg13 : tensor<4x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.addf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %93 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%58, %92 : tensor<4x8x16xf32>, tensor<4x8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.addf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %94 = linalg.generic {indexing_maps = [#map1, #map6], iterator_types = ["parallel", "parallel", "reduction"]} ins(%93 : tensor<4x8x16xf32>) outs(%8 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.addf %in, %out : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %95 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%94 : tensor<4x8x1xf32>) outs(%7 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.divf %in, %cst_7 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %collapsed_30 = tensor.collapse_shape %95 [[0], [1, 2]] : tensor<4x8x1xf32> into tensor<4x8xf32>
    %96 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_30 : tensor<4x8xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x8x16xf32>
    %97 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%93, %96 : tensor<4x8x16xf32>, tensor<4x8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.subf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %98 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%97, %97 : tensor<4x8x16xf32>, tensor<4x8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.mulf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %99 = linalg.generic {indexing_maps = [#map1, #map6], iterator_types = ["parallel", "parallel", "reduction"]} ins(%98 : tensor<4x8x16xf32>) outs(%8 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.addf %in, %out : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %100 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%99 : tensor<4x8x1xf32>) outs(%7 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.divf %in, %cst_7 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %101 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%100 : tensor<4x8x1xf32>) outs(%7 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.truncf %cst_6 : f64 to f32
      %172 = arith.addf %in, %171 : f32
      linalg.yield %172 : f32
    } -> tensor<4x8x1xf32>
    %102 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%101 : tensor<4x8x1xf32>) outs(%7 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = math.rsqrt %in : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %collapsed_31 = tensor.collapse_shape %102 [[0], [1, 2]] : tensor<4x8x1xf32> into tensor<4x8xf32>
    %103 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_31 : tensor<4x8xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x8x16xf32>
    %104 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%97, %103 : tensor<4x8x16xf32>, tensor<4x8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.mulf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %105 = linalg.generic {indexing_maps = [#map1, #map7, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%104, %arg14 : tensor<4x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.mulf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %106 = linalg.generic {indexing_maps = [#map1, #map7, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%105, %arg15 : tensor<4x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.addf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %transposed_32 = linalg.transpose ins(%arg18 : tensor<48x16xf32>) outs(%22 : tensor<16x48xf32>) permutation = [1, 0] 
    %107 = linalg.generic {indexing_maps = [#map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_32 : tensor<16x48xf32>) outs(%23 : tensor<4x16x48xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x48xf32>
    %108 = linalg.batch_matmul ins(%106, %107 : tensor<4x8x16xf32>, tensor<4x16x48xf32>) outs(%26 : tensor<4x8x48xf32>) -> tensor<4x8x48xf32>
    %109 = linalg.generic {indexing_maps = [#map1, #map7, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%108, %arg19 : tensor<4x8x48xf32>, tensor<48xf32>) outs(%25 : tensor<4x8x48xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.addf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x48xf32>
    %expanded_33 = tensor.expand_shape %109 [[0], [1], [2, 3, 4]] output_shape [4, 8, 3, 2, 8] : tensor<4x8x48xf32> into tensor<4x8x3x2x8xf32>
    %transposed_34 = linalg.transpose ins(%expanded_33 : tensor<4x8x3x2x8xf32>) outs(%29 : tensor<3x4x2x8x8xf32>) permutation = [2, 0, 3, 1, 4] 
    %extracted_slice_35 = tensor.extract_slice %transposed_34[0, 0, 0, 0, 0] [1, 4, 2, 8, 8] [1, 1, 1, 1, 1] : tensor<3x4x2x8x8xf32> to tensor<1x4x2x8x8xf32>
    %extracted_slice_36 = tensor.extract_slice %transposed_34[1, 0, 0, 0, 0] [1, 4, 2, 8, 8] [1, 1, 1, 1, 1] : tensor<3x4x2x8x8xf32> to tensor<1x4x2x8x8xf32>
    %collapsed_37 = tensor.collapse_shape %extracted_slice_36 [[0, 1], [2], [3], [4]] : tensor<1x4x2x8x8xf32> into tensor<4x2x8x8xf32>
    %extracted_slice_38 = tensor.extract_slice %transposed_34[2, 0, 0, 0, 0] [1, 4, 2, 8, 8] [1, 1, 1, 1, 1] : tensor<3x4x2x8x8xf32> to tensor<1x4x2x8x8xf32>
    %transposed_39 = linalg.transpose ins(%collapsed_37 : tensor<4x2x8x8xf32>) outs(%30 : tensor<4x2x8x8xf32>) permutation = [0, 1, 3, 2] 
    %collapsed_40 = tensor.collapse_shape %extracted_slice_35 [[0, 1, 2], [3], [4]] : tensor<1x4x2x8x8xf32> into tensor<8x8x8xf32>
    %collapsed_41 = tensor.collapse_shape %transposed_39 [[0, 1], [2], [3]] : tensor<4x2x8x8xf32> into tensor<8x8x8xf32>
    %110 = linalg.batch_matmul ins(%collapsed_40, %collapsed_41 : tensor<8x8x8xf32>, tensor<8x8x8xf32>) outs(%32 : tensor<8x8x8xf32>) -> tensor<8x8x8xf32>
    %expanded_42 = tensor.expand_shape %110 [[0, 1], [2], [3]] output_shape [4, 2, 8, 8] : tensor<8x8x8xf32> into tensor<4x2x8x8xf32>
    %111 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%expanded_42 : tensor<4x2x8x8xf32>) outs(%30 : tensor<4x2x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.truncf %cst_5 : f64 to f32
      %172 = arith.mulf %in, %171 : f32
      linalg.yield %172 : f32
    } -> tensor<4x2x8x8xf32>
    %112 = linalg.generic {indexing_maps = [#map9, #map10, #map8, #map8], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%37, %cst_1, %111 : tensor<8x8xi1>, tensor<f32>, tensor<4x2x8x8xf32>) outs(%30 : tensor<4x2x8x8xf32>) {
    ^bb0(%in: i1, %in_57: f32, %in_58: f32, %out: f32):
      %171 = arith.select %in, %in_57, %in_58 : f32
      linalg.yield %171 : f32
    } -> tensor<4x2x8x8xf32>
    %113:2 = linalg.generic {indexing_maps = [#map8, #map11, #map11], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%112 : tensor<4x2x8x8xf32>) outs(%42, %40 : tensor<4x2x8xf32>, tensor<4x2x8xi64>) {
    ^bb0(%in: f32, %out: f32, %out_57: i64):
      %171 = linalg.index 3 : index
      %172 = arith.index_cast %171 : index to i64
      %173 = arith.maximumf %in, %out : f32
      %174 = arith.cmpf ogt, %in, %out : f32
      %175 = arith.select %174, %172, %out_57 : i64
      linalg.yield %173, %175 : f32, i64
    } -> (tensor<4x2x8xf32>, tensor<4x2x8xi64>)
    %expanded_43 = tensor.expand_shape %113#0 [[0], [1], [2, 3]] output_shape [4, 2, 8, 1] : tensor<4x2x8xf32> into tensor<4x2x8x1xf32>
    %114 = linalg.generic {indexing_maps = [#map8, #map12, #map8], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%112, %expanded_43 : tensor<4x2x8x8xf32>, tensor<4x2x8x1xf32>) outs(%30 : tensor<4x2x8x8xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.subf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x2x8x8xf32>
    %115 = linalg.generic {indexing_maps = [#map8, #map8], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%114 : tensor<4x2x8x8xf32>) outs(%30 : tensor<4x2x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = math.exp %in : f32
      linalg.yield %171 : f32
    } -> tensor<4x2x8x8xf32>
    %116 = linalg.generic {indexing_maps = [#map8, #map12], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%115 : tensor<4x2x8x8xf32>) outs(%47 : tensor<4x2x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.addf %in, %out : f32
      linalg.yield %171 : f32
    } -> tensor<4x2x8x1xf32>
    %117 = linalg.generic {indexing_maps = [#map8, #map12, #map8], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%115, %116 : tensor<4x2x8x8xf32>, tensor<4x2x8x1xf32>) outs(%30 : tensor<4x2x8x8xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.divf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x2x8x8xf32>
    %collapsed_44 = tensor.collapse_shape %117 [[0, 1], [2], [3]] : tensor<4x2x8x8xf32> into tensor<8x8x8xf32>
    %collapsed_45 = tensor.collapse_shape %extracted_slice_38 [[0, 1, 2], [3], [4]] : tensor<1x4x2x8x8xf32> into tensor<8x8x8xf32>
    %118 = linalg.batch_matmul ins(%collapsed_44, %collapsed_45 : tensor<8x8x8xf32>, tensor<8x8x8xf32>) outs(%32 : tensor<8x8x8xf32>) -> tensor<8x8x8xf32>
    %expanded_46 = tensor.expand_shape %118 [[0, 1], [2], [3]] output_shape [4, 2, 8, 8] : tensor<8x8x8xf32> into tensor<4x2x8x8xf32>
    %transposed_47 = linalg.transpose ins(%expanded_46 : tensor<4x2x8x8xf32>) outs(%51 : tensor<4x8x2x8xf32>) permutation = [0, 2, 1, 3] 
    %collapsed_48 = tensor.collapse_shape %transposed_47 [[0], [1], [2, 3]] : tensor<4x8x2x8xf32> into tensor<4x8x16xf32>
    %transposed_49 = linalg.transpose ins(%arg20 : tensor<16x16xf32>) outs(%52 : tensor<16x16xf32>) permutation = [1, 0] 
    %119 = linalg.generic {indexing_maps = [#map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_49 : tensor<16x16xf32>) outs(%53 : tensor<4x16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x16xf32>
    %120 = linalg.batch_matmul ins(%collapsed_48, %119 : tensor<4x8x16xf32>, tensor<4x16x16xf32>) outs(%55 : tensor<4x8x16xf32>) -> tensor<4x8x16xf32>
    %121 = linalg.generic {indexing_maps = [#map1, #map7, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%120, %arg21 : tensor<4x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.addf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %122 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%93, %121 : tensor<4x8x16xf32>, tensor<4x8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.addf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %123 = linalg.generic {indexing_maps = [#map1, #map6], iterator_types = ["parallel", "parallel", "reduction"]} ins(%122 : tensor<4x8x16xf32>) outs(%8 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.addf %in, %out : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %124 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%123 : tensor<4x8x1xf32>) outs(%7 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.divf %in, %cst_7 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %collapsed_50 = tensor.collapse_shape %124 [[0], [1, 2]] : tensor<4x8x1xf32> into tensor<4x8xf32>
    %125 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_50 : tensor<4x8xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x8x16xf32>
    %126 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%122, %125 : tensor<4x8x16xf32>, tensor<4x8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.subf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %127 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%126, %126 : tensor<4x8x16xf32>, tensor<4x8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.mulf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %128 = linalg.generic {indexing_maps = [#map1, #map6], iterator_types = ["parallel", "parallel", "reduction"]} ins(%127 : tensor<4x8x16xf32>) outs(%8 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.addf %in, %out : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %129 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%128 : tensor<4x8x1xf32>) outs(%7 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.divf %in, %cst_7 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %130 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%129 : tensor<4x8x1xf32>) outs(%7 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.truncf %cst_6 : f64 to f32
      %172 = arith.addf %in, %171 : f32
      linalg.yield %172 : f32
    } -> tensor<4x8x1xf32>
    %131 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%130 : tensor<4x8x1xf32>) outs(%7 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = math.rsqrt %in : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %collapsed_51 = tensor.collapse_shape %131 [[0], [1, 2]] : tensor<4x8x1xf32> into tensor<4x8xf32>
    %132 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_51 : tensor<4x8xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x8x16xf32>
    %133 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%126, %132 : tensor<4x8x16xf32>, tensor<4x8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.mulf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %134 = linalg.generic {indexing_maps = [#map1, #map7, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%133, %arg16 : tensor<4x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.mulf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %135 = linalg.generic {indexing_maps = [#map1, #map7, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%134, %arg17 : tensor<4x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.addf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %transposed_52 = linalg.transpose ins(%arg22 : tensor<64x16xf32>) outs(%72 : tensor<16x64xf32>) permutation = [1, 0] 
    %136 = linalg.generic {indexing_maps = [#map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_52 : tensor<16x64xf32>) outs(%73 : tensor<4x16x64xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x64xf32>
    %137 = linalg.batch_matmul ins(%135, %136 : tensor<4x8x16xf32>, tensor<4x16x64xf32>) outs(%76 : tensor<4x8x64xf32>) -> tensor<4x8x64xf32>
    %138 = linalg.generic {indexing_maps = [#map1, #map7, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%137, %arg23 : tensor<4x8x64xf32>, tensor<64xf32>) outs(%75 : tensor<4x8x64xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.addf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x64xf32>
    %139 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%138 : tensor<4x8x64xf32>) outs(%75 : tensor<4x8x64xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.truncf %cst_4 : f64 to f32
      %172 = arith.mulf %in, %171 : f32
      linalg.yield %172 : f32
    } -> tensor<4x8x64xf32>
    %140 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%139, %138 : tensor<4x8x64xf32>, tensor<4x8x64xf32>) outs(%75 : tensor<4x8x64xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.mulf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x64xf32>
    %141 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%140, %138 : tensor<4x8x64xf32>, tensor<4x8x64xf32>) outs(%75 : tensor<4x8x64xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.mulf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x64xf32>
    %142 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%138, %141 : tensor<4x8x64xf32>, tensor<4x8x64xf32>) outs(%75 : tensor<4x8x64xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.addf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x64xf32>
    %143 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%142 : tensor<4x8x64xf32>) outs(%75 : tensor<4x8x64xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.truncf %cst_3 : f64 to f32
      %172 = arith.mulf %in, %171 : f32
      linalg.yield %172 : f32
    } -> tensor<4x8x64xf32>
    %144 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%138 : tensor<4x8x64xf32>) outs(%75 : tensor<4x8x64xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.mulf %in, %cst_8 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x64xf32>
    %145 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%143 : tensor<4x8x64xf32>) outs(%75 : tensor<4x8x64xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = math.tanh %in : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x64xf32>
    %146 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%145 : tensor<4x8x64xf32>) outs(%75 : tensor<4x8x64xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.addf %in, %cst_9 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x64xf32>
    %147 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%144, %146 : tensor<4x8x64xf32>, tensor<4x8x64xf32>) outs(%75 : tensor<4x8x64xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.mulf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x64xf32>
    %transposed_53 = linalg.transpose ins(%arg24 : tensor<16x64xf32>) outs(%88 : tensor<64x16xf32>) permutation = [1, 0] 
    %148 = linalg.generic {indexing_maps = [#map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_53 : tensor<64x16xf32>) outs(%89 : tensor<4x64x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x64x16xf32>
    %149 = linalg.batch_matmul ins(%147, %148 : tensor<4x8x64xf32>, tensor<4x64x16xf32>) outs(%55 : tensor<4x8x16xf32>) -> tensor<4x8x16xf32>
    %150 = linalg.generic {indexing_maps = [#map1, #map7, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%149, %arg25 : tensor<4x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.addf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %151 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%122, %150 : tensor<4x8x16xf32>, tensor<4x8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.addf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %152 = linalg.generic {indexing_maps = [#map1, #map6], iterator_types = ["parallel", "parallel", "reduction"]} ins(%151 : tensor<4x8x16xf32>) outs(%8 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.addf %in, %out : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %153 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%152 : tensor<4x8x1xf32>) outs(%7 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.divf %in, %cst_7 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %collapsed_54 = tensor.collapse_shape %153 [[0], [1, 2]] : tensor<4x8x1xf32> into tensor<4x8xf32>
    %154 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_54 : tensor<4x8xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x8x16xf32>
    %155 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%151, %154 : tensor<4x8x16xf32>, tensor<4x8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.subf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %156 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%155, %155 : tensor<4x8x16xf32>, tensor<4x8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.mulf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %157 = linalg.generic {indexing_maps = [#map1, #map6], iterator_types = ["parallel", "parallel", "reduction"]} ins(%156 : tensor<4x8x16xf32>) outs(%8 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.addf %in, %out : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %158 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%157 : tensor<4x8x1xf32>) outs(%7 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.divf %in, %cst_7 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %159 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%158 : tensor<4x8x1xf32>) outs(%7 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = arith.truncf %cst_6 : f64 to f32
      %172 = arith.addf %in, %171 : f32
      linalg.yield %172 : f32
    } -> tensor<4x8x1xf32>
    %160 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%159 : tensor<4x8x1xf32>) outs(%7 : tensor<4x8x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %171 = math.rsqrt %in : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x1xf32>
    %collapsed_55 = tensor.collapse_shape %160 [[0], [1, 2]] : tensor<4x8x1xf32> into tensor<4x8xf32>
    %161 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%collapsed_55 : tensor<4x8xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x8x16xf32>
    %162 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%155, %161 : tensor<4x8x16xf32>, tensor<4x8x16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.mulf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %163 = linalg.generic {indexing_maps = [#map1, #map7, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%162, %arg26 : tensor<4x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.mulf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %164 = linalg.generic {indexing_maps = [#map1, #map7, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%163, %arg27 : tensor<4x8x16xf32>, tensor<16xf32>) outs(%0 : tensor<4x8x16xf32>) {
    ^bb0(%in: f32, %in_57: f32, %out: f32):
      %171 = arith.addf %in, %in_57 : f32
      linalg.yield %171 : f32
    } -> tensor<4x8x16xf32>
    %165 = tensor.empty() : tensor<16x17xf32>
    %transposed_56 = linalg.transpose ins(%arg28 : tensor<17x16xf32>) outs(%165 : tensor<16x17xf32>) permutation = [1, 0] 
    %166 = tensor.empty() : tensor<4x16x17xf32>
    %167 = linalg.generic {indexing_maps = [#map5, #map1], iterator_types = ["parallel", "parallel", "parallel"]} ins(%transposed_56 : tensor<16x17xf32>) outs(%166 : tensor<4x16x17xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<4x16x17xf32>
    %168 = tensor.empty() : tensor<4x8x17xf32>
    %169 = linalg.fill ins(%cst : f32) outs(%168 : tensor<4x8x17xf32>) -> tensor<4x8x17xf32>
    %170 = linalg.batch_matmul ins(%164, %167 : tensor<4x8x16xf32>, tensor<4x16x17xf32>) outs(%169 : tensor<4x8x17xf32>) -> tensor<4x8x17xf32>
    return %170 : tensor<4x8x17xf32>
  }
}
