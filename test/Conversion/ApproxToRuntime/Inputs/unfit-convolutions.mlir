#offset = affine_map<(n, f, oh, ow, c, kh, kw) -> (n, c, oh + kh + 1, ow + kw)>
#diagonal = affine_map<(n, f, oh, ow, c, kh, kw) -> (n, c, oh + kh, ow + kh)>
#w = affine_map<(n, f, oh, ow, c, kh, kw) -> (f, c, kh, kw)>
#y = affine_map<(n, f, oh, ow, c, kh, kw) -> (n, f, oh, ow)>
func.func @offset(%x: memref<1x2x7x5xf32>, %w: memref<3x2x3x2xf32>, %y: memref<1x3x4x4xf32>) {
  linalg.generic {indexing_maps = [#offset, #w, #y], iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction", "reduction", "reduction"]}
      ins(%x, %w : memref<1x2x7x5xf32>, memref<3x2x3x2xf32>) outs(%y : memref<1x3x4x4xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %o, %p : f32
    linalg.yield %s : f32
  }
  return
}

func.func @diagonal(%x: memref<1x2x6x6xf32>, %w: memref<3x2x3x2xf32>, %y: memref<1x3x4x4xf32>) {
  linalg.generic {indexing_maps = [#diagonal, #w, #y], iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction", "reduction", "reduction"]}
      ins(%x, %w : memref<1x2x6x6xf32>, memref<3x2x3x2xf32>) outs(%y : memref<1x3x4x4xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %o, %p : f32
    linalg.yield %s : f32
  }
  return
}
