#map = affine_map<() -> ()>
#map1 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
#map2 = affine_map<(d0, d1, d2, d3) -> (0, d1, 0, 0)>
#map3 = affine_map<(d0) -> (d0)>
#map4 = affine_map<(d0, d1, d2, d3) -> (d1, 0, 0)>
#map5 = affine_map<(d0, d1) -> (d0, d1)>
#map6 = affine_map<(d0, d1) -> (d1)>
module {
  func.func @main(%arg0: tensor<4x3x3x3xf32> {approx.name = "c.weight", approx.role = "parameter"}, %arg1: tensor<4xf32> {approx.name = "b.weight", approx.role = "parameter"}, %arg2: tensor<4xf32> {approx.name = "b.bias", approx.role = "parameter"}, %arg3: tensor<4x4x3x3xf32> {approx.name = "layers.0.c1.weight", approx.role = "parameter"}, %arg4: tensor<4xf32> {approx.name = "layers.0.b1.weight", approx.role = "parameter"}, %arg5: tensor<4xf32> {approx.name = "layers.0.b1.bias", approx.role = "parameter"}, %arg6: tensor<4x4x3x3xf32> {approx.name = "layers.0.c2.weight", approx.role = "parameter"}, %arg7: tensor<4xf32> {approx.name = "layers.0.b2.weight", approx.role = "parameter"}, %arg8: tensor<4xf32> {approx.name = "layers.0.b2.bias", approx.role = "parameter"}, %arg9: tensor<4x4x3x3xf32> {approx.name = "layers.1.c1.weight", approx.role = "parameter"}, %arg10: tensor<4xf32> {approx.name = "layers.1.b1.weight", approx.role = "parameter"}, %arg11: tensor<4xf32> {approx.name = "layers.1.b1.bias", approx.role = "parameter"}, %arg12: tensor<4x4x3x3xf32> {approx.name = "layers.1.c2.weight", approx.role = "parameter"}, %arg13: tensor<4xf32> {approx.name = "layers.1.b2.weight", approx.role = "parameter"}, %arg14: tensor<4xf32> {approx.name = "layers.1.b2.bias", approx.role = "parameter"}, %arg15: tensor<8x4x3x3xf32> {approx.name = "layers.2.c1.weight", approx.role = "parameter"}, %arg16: tensor<8xf32> {approx.name = "layers.2.b1.weight", approx.role = "parameter"}, %arg17: tensor<8xf32> {approx.name = "layers.2.b1.bias", approx.role = "parameter"}, %arg18: tensor<8x8x3x3xf32> {approx.name = "layers.2.c2.weight", approx.role = "parameter"}, %arg19: tensor<8xf32> {approx.name = "layers.2.b2.weight", approx.role = "parameter"}, %arg20: tensor<8xf32> {approx.name = "layers.2.b2.bias", approx.role = "parameter"}, %arg21: tensor<8x4x1x1xf32> {approx.name = "layers.2.shortcut.0.weight", approx.role = "parameter"}, %arg22: tensor<8xf32> {approx.name = "layers.2.shortcut.1.weight", approx.role = "parameter"}, %arg23: tensor<8xf32> {approx.name = "layers.2.shortcut.1.bias", approx.role = "parameter"}, %arg24: tensor<8x8x3x3xf32> {approx.name = "layers.3.c1.weight", approx.role = "parameter"}, %arg25: tensor<8xf32> {approx.name = "layers.3.b1.weight", approx.role = "parameter"}, %arg26: tensor<8xf32> {approx.name = "layers.3.b1.bias", approx.role = "parameter"}, %arg27: tensor<8x8x3x3xf32> {approx.name = "layers.3.c2.weight", approx.role = "parameter"}, %arg28: tensor<8xf32> {approx.name = "layers.3.b2.weight", approx.role = "parameter"}, %arg29: tensor<8xf32> {approx.name = "layers.3.b2.bias", approx.role = "parameter"}, %arg30: tensor<8x8x3x3xf32> {approx.name = "layers.4.c1.weight", approx.role = "parameter"}, %arg31: tensor<8xf32> {approx.name = "layers.4.b1.weight", approx.role = "parameter"}, %arg32: tensor<8xf32> {approx.name = "layers.4.b1.bias", approx.role = "parameter"}, %arg33: tensor<8x8x3x3xf32> {approx.name = "layers.4.c2.weight", approx.role = "parameter"}, %arg34: tensor<8xf32> {approx.name = "layers.4.b2.weight", approx.role = "parameter"}, %arg35: tensor<8xf32> {approx.name = "layers.4.b2.bias", approx.role = "parameter"}, %arg36: tensor<8x8x1x1xf32> {approx.name = "layers.4.shortcut.0.weight", approx.role = "parameter"}, %arg37: tensor<8xf32> {approx.name = "layers.4.shortcut.1.weight", approx.role = "parameter"}, %arg38: tensor<8xf32> {approx.name = "layers.4.shortcut.1.bias", approx.role = "parameter"}, %arg39: tensor<8x8x3x3xf32> {approx.name = "layers.5.c1.weight", approx.role = "parameter"}, %arg40: tensor<8xf32> {approx.name = "layers.5.b1.weight", approx.role = "parameter"}, %arg41: tensor<8xf32> {approx.name = "layers.5.b1.bias", approx.role = "parameter"}, %arg42: tensor<8x8x3x3xf32> {approx.name = "layers.5.c2.weight", approx.role = "parameter"}, %arg43: tensor<8xf32> {approx.name = "layers.5.b2.weight", approx.role = "parameter"}, %arg44: tensor<8xf32> {approx.name = "layers.5.b2.bias", approx.role = "parameter"}, %arg45: tensor<16x8x3x3xf32> {approx.name = "layers.6.c1.weight", approx.role = "parameter"}, %arg46: tensor<16xf32> {approx.name = "layers.6.b1.weight", approx.role = "parameter"}, %arg47: tensor<16xf32> {approx.name = "layers.6.b1.bias", approx.role = "parameter"}, %arg48: tensor<16x16x3x3xf32> {approx.name = "layers.6.c2.weight", approx.role = "parameter"}, %arg49: tensor<16xf32> {approx.name = "layers.6.b2.weight", approx.role = "parameter"}, %arg50: tensor<16xf32> {approx.name = "layers.6.b2.bias", approx.role = "parameter"}, %arg51: tensor<16x8x1x1xf32> {approx.name = "layers.6.shortcut.0.weight", approx.role = "parameter"}, %arg52: tensor<16xf32> {approx.name = "layers.6.shortcut.1.weight", approx.role = "parameter"}, %arg53: tensor<16xf32> {approx.name = "layers.6.shortcut.1.bias", approx.role = "parameter"}, %arg54: tensor<16x16x3x3xf32> {approx.name = "layers.7.c1.weight", approx.role = "parameter"}, %arg55: tensor<16xf32> {approx.name = "layers.7.b1.weight", approx.role = "parameter"}, %arg56: tensor<16xf32> {approx.name = "layers.7.b1.bias", approx.role = "parameter"}, %arg57: tensor<16x16x3x3xf32> {approx.name = "layers.7.c2.weight", approx.role = "parameter"}, %arg58: tensor<16xf32> {approx.name = "layers.7.b2.weight", approx.role = "parameter"}, %arg59: tensor<16xf32> {approx.name = "layers.7.b2.bias", approx.role = "parameter"}, %arg60: tensor<10x16xf32> {approx.name = "f.weight", approx.role = "parameter"}, %arg61: tensor<10xf32> {approx.name = "f.bias", approx.role = "parameter"}, %arg62: tensor<4xf32> {approx.name = "b.running_mean", approx.role = "buffer"}, %arg63: tensor<4xf32> {approx.name = "b.running_var", approx.role = "buffer"}, %arg64: tensor<i64> {approx.name = "b.num_batches_tracked", approx.role = "buffer"}, %arg65: tensor<4xf32> {approx.name = "layers.0.b1.running_mean", approx.role = "buffer"}, %arg66: tensor<4xf32> {approx.name = "layers.0.b1.running_var", approx.role = "buffer"}, %arg67: tensor<i64> {approx.name = "layers.0.b1.num_batches_tracked", approx.role = "buffer"}, %arg68: tensor<4xf32> {approx.name = "layers.0.b2.running_mean", approx.role = "buffer"}, %arg69: tensor<4xf32> {approx.name = "layers.0.b2.running_var", approx.role = "buffer"}, %arg70: tensor<i64> {approx.name = "layers.0.b2.num_batches_tracked", approx.role = "buffer"}, %arg71: tensor<4xf32> {approx.name = "layers.1.b1.running_mean", approx.role = "buffer"}, %arg72: tensor<4xf32> {approx.name = "layers.1.b1.running_var", approx.role = "buffer"}, %arg73: tensor<i64> {approx.name = "layers.1.b1.num_batches_tracked", approx.role = "buffer"}, %arg74: tensor<4xf32> {approx.name = "layers.1.b2.running_mean", approx.role = "buffer"}, %arg75: tensor<4xf32> {approx.name = "layers.1.b2.running_var", approx.role = "buffer"}, %arg76: tensor<i64> {approx.name = "layers.1.b2.num_batches_tracked", approx.role = "buffer"}, %arg77: tensor<8xf32> {approx.name = "layers.2.b1.running_mean", approx.role = "buffer"}, %arg78: tensor<8xf32> {approx.name = "layers.2.b1.running_var", approx.role = "buffer"}, %arg79: tensor<i64> {approx.name = "layers.2.b1.num_batches_tracked", approx.role = "buffer"}, %arg80: tensor<8xf32> {approx.name = "layers.2.b2.running_mean", approx.role = "buffer"}, %arg81: tensor<8xf32> {approx.name = "layers.2.b2.running_var", approx.role = "buffer"}, %arg82: tensor<i64> {approx.name = "layers.2.b2.num_batches_tracked", approx.role = "buffer"}, %arg83: tensor<8xf32> {approx.name = "layers.2.shortcut.1.running_mean", approx.role = "buffer"}, %arg84: tensor<8xf32> {approx.name = "layers.2.shortcut.1.running_var", approx.role = "buffer"}, %arg85: tensor<i64> {approx.name = "layers.2.shortcut.1.num_batches_tracked", approx.role = "buffer"}, %arg86: tensor<8xf32> {approx.name = "layers.3.b1.running_mean", approx.role = "buffer"}, %arg87: tensor<8xf32> {approx.name = "layers.3.b1.running_var", approx.role = "buffer"}, %arg88: tensor<i64> {approx.name = "layers.3.b1.num_batches_tracked", approx.role = "buffer"}, %arg89: tensor<8xf32> {approx.name = "layers.3.b2.running_mean", approx.role = "buffer"}, %arg90: tensor<8xf32> {approx.name = "layers.3.b2.running_var", approx.role = "buffer"}, %arg91: tensor<i64> {approx.name = "layers.3.b2.num_batches_tracked", approx.role = "buffer"}, %arg92: tensor<8xf32> {approx.name = "layers.4.b1.running_mean", approx.role = "buffer"}, %arg93: tensor<8xf32> {approx.name = "layers.4.b1.running_var", approx.role = "buffer"}, %arg94: tensor<i64> {approx.name = "layers.4.b1.num_batches_tracked", approx.role = "buffer"}, %arg95: tensor<8xf32> {approx.name = "layers.4.b2.running_mean", approx.role = "buffer"}, %arg96: tensor<8xf32> {approx.name = "layers.4.b2.running_var", approx.role = "buffer"}, %arg97: tensor<i64> {approx.name = "layers.4.b2.num_batches_tracked", approx.role = "buffer"}, %arg98: tensor<8xf32> {approx.name = "layers.4.shortcut.1.running_mean", approx.role = "buffer"}, %arg99: tensor<8xf32> {approx.name = "layers.4.shortcut.1.running_var", approx.role = "buffer"}, %arg100: tensor<i64> {approx.name = "layers.4.shortcut.1.num_batches_tracked", approx.role = "buffer"}, %arg101: tensor<8xf32> {approx.name = "layers.5.b1.running_mean", approx.role = "buffer"}, %arg102: tensor<8xf32> {approx.name = "layers.5.b1.running_var", approx.role = "buffer"}, %arg103: tensor<i64> {approx.name = "layers.5.b1.num_batches_tracked", approx.role = "buffer"}, %arg104: tensor<8xf32> {approx.name = "layers.5.b2.running_mean", approx.role = "buffer"}, %arg105: tensor<8xf32> {approx.name = "layers.5.b2.running_var", approx.role = "buffer"}, %arg106: tensor<i64> {approx.name = "layers.5.b2.num_batches_tracked", approx.role = "buffer"}, %arg107: tensor<16xf32> {approx.name = "layers.6.b1.running_mean", approx.role = "buffer"}, %arg108: tensor<16xf32> {approx.name = "layers.6.b1.running_var", approx.role = "buffer"}, %arg109: tensor<i64> {approx.name = "layers.6.b1.num_batches_tracked", approx.role = "buffer"}, %arg110: tensor<16xf32> {approx.name = "layers.6.b2.running_mean", approx.role = "buffer"}, %arg111: tensor<16xf32> {approx.name = "layers.6.b2.running_var", approx.role = "buffer"}, %arg112: tensor<i64> {approx.name = "layers.6.b2.num_batches_tracked", approx.role = "buffer"}, %arg113: tensor<16xf32> {approx.name = "layers.6.shortcut.1.running_mean", approx.role = "buffer"}, %arg114: tensor<16xf32> {approx.name = "layers.6.shortcut.1.running_var", approx.role = "buffer"}, %arg115: tensor<i64> {approx.name = "layers.6.shortcut.1.num_batches_tracked", approx.role = "buffer"}, %arg116: tensor<16xf32> {approx.name = "layers.7.b1.running_mean", approx.role = "buffer"}, %arg117: tensor<16xf32> {approx.name = "layers.7.b1.running_var", approx.role = "buffer"}, %arg118: tensor<i64> {approx.name = "layers.7.b1.num_batches_tracked", approx.role = "buffer"}, %arg119: tensor<16xf32> {approx.name = "layers.7.b2.running_mean", approx.role = "buffer"}, %arg120: tensor<16xf32> {approx.name = "layers.7.b2.running_var", approx.role = "buffer"}, %arg121: tensor<i64> {approx.name = "layers.7.b2.num_batches_tracked", approx.role = "buffer"}, %arg122: tensor<4x3x16x16xf32> {approx.name = "x", approx.role = "input"}) -> (tensor<4xf32> {approx.role = "buffer", approx.updates = "b.running_mean"}, tensor<4xf32> {approx.role = "buffer", approx.updates = "b.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "b.num_batches_tracked"}, tensor<4xf32> {approx.role = "buffer", approx.updates = "layers.0.b1.running_mean"}, tensor<4xf32> {approx.role = "buffer", approx.updates = "layers.0.b1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "layers.0.b1.num_batches_tracked"}, tensor<4xf32> {approx.role = "buffer", approx.updates = "layers.0.b2.running_mean"}, tensor<4xf32> {approx.role = "buffer", approx.updates = "layers.0.b2.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "layers.0.b2.num_batches_tracked"}, tensor<4xf32> {approx.role = "buffer", approx.updates = "layers.1.b1.running_mean"}, tensor<4xf32> {approx.role = "buffer", approx.updates = "layers.1.b1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "layers.1.b1.num_batches_tracked"}, tensor<4xf32> {approx.role = "buffer", approx.updates = "layers.1.b2.running_mean"}, tensor<4xf32> {approx.role = "buffer", approx.updates = "layers.1.b2.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "layers.1.b2.num_batches_tracked"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "layers.2.b1.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "layers.2.b1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "layers.2.b1.num_batches_tracked"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "layers.2.b2.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "layers.2.b2.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "layers.2.b2.num_batches_tracked"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "layers.2.shortcut.1.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "layers.2.shortcut.1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "layers.2.shortcut.1.num_batches_tracked"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "layers.3.b1.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "layers.3.b1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "layers.3.b1.num_batches_tracked"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "layers.3.b2.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "layers.3.b2.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "layers.3.b2.num_batches_tracked"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "layers.4.b1.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "layers.4.b1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "layers.4.b1.num_batches_tracked"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "layers.4.b2.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "layers.4.b2.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "layers.4.b2.num_batches_tracked"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "layers.4.shortcut.1.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "layers.4.shortcut.1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "layers.4.shortcut.1.num_batches_tracked"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "layers.5.b1.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "layers.5.b1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "layers.5.b1.num_batches_tracked"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "layers.5.b2.running_mean"}, tensor<8xf32> {approx.role = "buffer", approx.updates = "layers.5.b2.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "layers.5.b2.num_batches_tracked"}, tensor<16xf32> {approx.role = "buffer", approx.updates = "layers.6.b1.running_mean"}, tensor<16xf32> {approx.role = "buffer", approx.updates = "layers.6.b1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "layers.6.b1.num_batches_tracked"}, tensor<16xf32> {approx.role = "buffer", approx.updates = "layers.6.b2.running_mean"}, tensor<16xf32> {approx.role = "buffer", approx.updates = "layers.6.b2.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "layers.6.b2.num_batches_tracked"}, tensor<16xf32> {approx.role = "buffer", approx.updates = "layers.6.shortcut.1.running_mean"}, tensor<16xf32> {approx.role = "buffer", approx.updates = "layers.6.shortcut.1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "layers.6.shortcut.1.num_batches_tracked"}, tensor<16xf32> {approx.role = "buffer", approx.updates = "layers.7.b1.running_mean"}, tensor<16xf32> {approx.role = "buffer", approx.updates = "layers.7.b1.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "layers.7.b1.num_batches_tracked"}, tensor<16xf32> {approx.role = "buffer", approx.updates = "layers.7.b2.running_mean"}, tensor<16xf32> {approx.role = "buffer", approx.updates = "layers.7.b2.running_var"}, tensor<i64> {approx.role = "buffer", approx.updates = "layers.7.b2.num_batches_tracked"}, tensor<4x10xf32> {approx.role = "logits"}) {
    %c1_i64 = arith.constant 1 : i64
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant 0.000000e+00 : f64
    %cst_1 = arith.constant 1.0666666666666667 : f64
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
    %cst_14 = arith.constant 1.600000e+01 : f64
    %cst_15 = arith.constant 1.600000e+01 : f32
    %cst_16 = arith.constant 4.000000e+00 : f32
    %padded = tensor.pad %arg122 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg123: index, %arg124: index, %arg125: index, %arg126: index):
      tensor.yield %cst : f32
    } : tensor<4x3x16x16xf32> to tensor<4x3x18x18xf32>
    %0 = tensor.empty() : tensor<4x4x16x16xf32>
    %1 = linalg.fill ins(%cst : f32) outs(%0 : tensor<4x4x16x16xf32>) -> tensor<4x4x16x16xf32>
    %2 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded, %arg0 : tensor<4x3x18x18xf32>, tensor<4x3x3x3xf32>) outs(%1 : tensor<4x4x16x16xf32>) -> tensor<4x4x16x16xf32>
    %3 = tensor.empty() : tensor<i64>
    %4 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg64 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %563 = arith.addi %in, %c1_i64 : i64
      linalg.yield %563 : i64
    } -> tensor<i64>
    %5 = tensor.empty() : tensor<4x4x16x16xf64>
    %6 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%2 : tensor<4x4x16x16xf32>) outs(%5 : tensor<4x4x16x16xf64>) {
    ^bb0(%in: f32, %out: f64):
      %563 = arith.extf %in : f32 to f64
      linalg.yield %563 : f64
    } -> tensor<4x4x16x16xf64>
    %7 = tensor.empty() : tensor<1x4x1x1xf64>
    %8 = linalg.fill ins(%cst_0 : f64) outs(%7 : tensor<1x4x1x1xf64>) -> tensor<1x4x1x1xf64>
    %9 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%6 : tensor<4x4x16x16xf64>) outs(%8 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x4x1x1xf64>
    %10 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%9 : tensor<1x4x1x1xf64>) outs(%7 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_8 : f64
      linalg.yield %563 : f64
    } -> tensor<1x4x1x1xf64>
    %11 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%6, %10 : tensor<4x4x16x16xf64>, tensor<1x4x1x1xf64>) outs(%5 : tensor<4x4x16x16xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.subf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x4x16x16xf64>
    %12 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%11, %11 : tensor<4x4x16x16xf64>, tensor<4x4x16x16xf64>) outs(%5 : tensor<4x4x16x16xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.mulf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x4x16x16xf64>
    %13 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%12 : tensor<4x4x16x16xf64>) outs(%8 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x4x1x1xf64>
    %14 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%13 : tensor<1x4x1x1xf64>) outs(%7 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_8 : f64
      linalg.yield %563 : f64
    } -> tensor<1x4x1x1xf64>
    %15 = tensor.empty() : tensor<1x4x1x1xf32>
    %16 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%14 : tensor<1x4x1x1xf64>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %563 = arith.truncf %in : f64 to f32
      linalg.yield %563 : f32
    } -> tensor<1x4x1x1xf32>
    %17 = linalg.fill ins(%cst : f32) outs(%15 : tensor<1x4x1x1xf32>) -> tensor<1x4x1x1xf32>
    %18 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%2 : tensor<4x4x16x16xf32>) outs(%17 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.addf %in, %out : f32
      linalg.yield %563 : f32
    } -> tensor<1x4x1x1xf32>
    %19 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%18 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.divf %in, %cst_9 : f32
      linalg.yield %563 : f32
    } -> tensor<1x4x1x1xf32>
    %20 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%16 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_7 : f64 to f32
      %564 = arith.addf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<1x4x1x1xf32>
    %21 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%20 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = math.rsqrt %in : f32
      linalg.yield %563 : f32
    } -> tensor<1x4x1x1xf32>
    %22 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%2, %19 : tensor<4x4x16x16xf32>, tensor<1x4x1x1xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.subf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x4x16x16xf32>
    %23 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%22, %21 : tensor<4x4x16x16xf32>, tensor<1x4x1x1xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x4x16x16xf32>
    %collapsed = tensor.collapse_shape %19 [[0, 1, 2, 3]] : tensor<1x4x1x1xf32> into tensor<4xf32>
    %24 = tensor.empty() : tensor<4xf32>
    %25 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %26 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg62 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %27 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%25, %26 : tensor<4xf32>, tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4xf32>
    %collapsed_17 = tensor.collapse_shape %16 [[0, 1, 2, 3]] : tensor<1x4x1x1xf32> into tensor<4xf32>
    %28 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_17 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_4 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %29 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%28 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %30 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg63 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %31 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%29, %30 : tensor<4xf32>, tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4xf32>
    %expanded = tensor.expand_shape %arg1 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %32 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%23, %expanded : tensor<4x4x16x16xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x4x16x16xf32>
    %expanded_18 = tensor.expand_shape %arg2 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %33 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%32, %expanded_18 : tensor<4x4x16x16xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x4x16x16xf32>
    %34 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%33 : tensor<4x4x16x16xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.cmpf ugt, %in, %cst : f32
      %564 = arith.select %563, %in, %cst : f32
      linalg.yield %564 : f32
    } -> tensor<4x4x16x16xf32>
    %padded_19 = tensor.pad %34 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg123: index, %arg124: index, %arg125: index, %arg126: index):
      tensor.yield %cst : f32
    } : tensor<4x4x16x16xf32> to tensor<4x4x18x18xf32>
    %35 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_19, %arg3 : tensor<4x4x18x18xf32>, tensor<4x4x3x3xf32>) outs(%1 : tensor<4x4x16x16xf32>) -> tensor<4x4x16x16xf32>
    %36 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg67 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %563 = arith.addi %in, %c1_i64 : i64
      linalg.yield %563 : i64
    } -> tensor<i64>
    %37 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%35 : tensor<4x4x16x16xf32>) outs(%5 : tensor<4x4x16x16xf64>) {
    ^bb0(%in: f32, %out: f64):
      %563 = arith.extf %in : f32 to f64
      linalg.yield %563 : f64
    } -> tensor<4x4x16x16xf64>
    %38 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%37 : tensor<4x4x16x16xf64>) outs(%8 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x4x1x1xf64>
    %39 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%38 : tensor<1x4x1x1xf64>) outs(%7 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_8 : f64
      linalg.yield %563 : f64
    } -> tensor<1x4x1x1xf64>
    %40 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%37, %39 : tensor<4x4x16x16xf64>, tensor<1x4x1x1xf64>) outs(%5 : tensor<4x4x16x16xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.subf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x4x16x16xf64>
    %41 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%40, %40 : tensor<4x4x16x16xf64>, tensor<4x4x16x16xf64>) outs(%5 : tensor<4x4x16x16xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.mulf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x4x16x16xf64>
    %42 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%41 : tensor<4x4x16x16xf64>) outs(%8 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x4x1x1xf64>
    %43 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%42 : tensor<1x4x1x1xf64>) outs(%7 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_8 : f64
      linalg.yield %563 : f64
    } -> tensor<1x4x1x1xf64>
    %44 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%43 : tensor<1x4x1x1xf64>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %563 = arith.truncf %in : f64 to f32
      linalg.yield %563 : f32
    } -> tensor<1x4x1x1xf32>
    %45 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%35 : tensor<4x4x16x16xf32>) outs(%17 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.addf %in, %out : f32
      linalg.yield %563 : f32
    } -> tensor<1x4x1x1xf32>
    %46 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%45 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.divf %in, %cst_9 : f32
      linalg.yield %563 : f32
    } -> tensor<1x4x1x1xf32>
    %47 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%44 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_7 : f64 to f32
      %564 = arith.addf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<1x4x1x1xf32>
    %48 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%47 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = math.rsqrt %in : f32
      linalg.yield %563 : f32
    } -> tensor<1x4x1x1xf32>
    %49 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%35, %46 : tensor<4x4x16x16xf32>, tensor<1x4x1x1xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.subf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x4x16x16xf32>
    %50 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%49, %48 : tensor<4x4x16x16xf32>, tensor<1x4x1x1xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x4x16x16xf32>
    %collapsed_20 = tensor.collapse_shape %46 [[0, 1, 2, 3]] : tensor<1x4x1x1xf32> into tensor<4xf32>
    %51 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_20 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %52 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg65 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %53 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%51, %52 : tensor<4xf32>, tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4xf32>
    %collapsed_21 = tensor.collapse_shape %44 [[0, 1, 2, 3]] : tensor<1x4x1x1xf32> into tensor<4xf32>
    %54 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_21 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_4 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %55 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%54 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %56 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg66 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %57 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%55, %56 : tensor<4xf32>, tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4xf32>
    %expanded_22 = tensor.expand_shape %arg4 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %58 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%50, %expanded_22 : tensor<4x4x16x16xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x4x16x16xf32>
    %expanded_23 = tensor.expand_shape %arg5 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %59 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%58, %expanded_23 : tensor<4x4x16x16xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x4x16x16xf32>
    %60 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%59 : tensor<4x4x16x16xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.cmpf ugt, %in, %cst : f32
      %564 = arith.select %563, %in, %cst : f32
      linalg.yield %564 : f32
    } -> tensor<4x4x16x16xf32>
    %padded_24 = tensor.pad %60 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg123: index, %arg124: index, %arg125: index, %arg126: index):
      tensor.yield %cst : f32
    } : tensor<4x4x16x16xf32> to tensor<4x4x18x18xf32>
    %61 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_24, %arg6 : tensor<4x4x18x18xf32>, tensor<4x4x3x3xf32>) outs(%1 : tensor<4x4x16x16xf32>) -> tensor<4x4x16x16xf32>
    %62 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg70 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %563 = arith.addi %in, %c1_i64 : i64
      linalg.yield %563 : i64
    } -> tensor<i64>
    %63 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%61 : tensor<4x4x16x16xf32>) outs(%5 : tensor<4x4x16x16xf64>) {
    ^bb0(%in: f32, %out: f64):
      %563 = arith.extf %in : f32 to f64
      linalg.yield %563 : f64
    } -> tensor<4x4x16x16xf64>
    %64 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%63 : tensor<4x4x16x16xf64>) outs(%8 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x4x1x1xf64>
    %65 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%64 : tensor<1x4x1x1xf64>) outs(%7 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_8 : f64
      linalg.yield %563 : f64
    } -> tensor<1x4x1x1xf64>
    %66 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%63, %65 : tensor<4x4x16x16xf64>, tensor<1x4x1x1xf64>) outs(%5 : tensor<4x4x16x16xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.subf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x4x16x16xf64>
    %67 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%66, %66 : tensor<4x4x16x16xf64>, tensor<4x4x16x16xf64>) outs(%5 : tensor<4x4x16x16xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.mulf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x4x16x16xf64>
    %68 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%67 : tensor<4x4x16x16xf64>) outs(%8 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x4x1x1xf64>
    %69 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%68 : tensor<1x4x1x1xf64>) outs(%7 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_8 : f64
      linalg.yield %563 : f64
    } -> tensor<1x4x1x1xf64>
    %70 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%69 : tensor<1x4x1x1xf64>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %563 = arith.truncf %in : f64 to f32
      linalg.yield %563 : f32
    } -> tensor<1x4x1x1xf32>
    %71 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%61 : tensor<4x4x16x16xf32>) outs(%17 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.addf %in, %out : f32
      linalg.yield %563 : f32
    } -> tensor<1x4x1x1xf32>
    %72 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%71 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.divf %in, %cst_9 : f32
      linalg.yield %563 : f32
    } -> tensor<1x4x1x1xf32>
    %73 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%70 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_7 : f64 to f32
      %564 = arith.addf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<1x4x1x1xf32>
    %74 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%73 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = math.rsqrt %in : f32
      linalg.yield %563 : f32
    } -> tensor<1x4x1x1xf32>
    %75 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%61, %72 : tensor<4x4x16x16xf32>, tensor<1x4x1x1xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.subf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x4x16x16xf32>
    %76 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%75, %74 : tensor<4x4x16x16xf32>, tensor<1x4x1x1xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x4x16x16xf32>
    %collapsed_25 = tensor.collapse_shape %72 [[0, 1, 2, 3]] : tensor<1x4x1x1xf32> into tensor<4xf32>
    %77 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_25 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %78 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg68 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %79 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%77, %78 : tensor<4xf32>, tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4xf32>
    %collapsed_26 = tensor.collapse_shape %70 [[0, 1, 2, 3]] : tensor<1x4x1x1xf32> into tensor<4xf32>
    %80 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_26 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_4 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %81 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%80 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %82 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg69 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %83 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%81, %82 : tensor<4xf32>, tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4xf32>
    %expanded_27 = tensor.expand_shape %arg7 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %84 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%76, %expanded_27 : tensor<4x4x16x16xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x4x16x16xf32>
    %expanded_28 = tensor.expand_shape %arg8 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %85 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%84, %expanded_28 : tensor<4x4x16x16xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x4x16x16xf32>
    %86 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%85, %34 : tensor<4x4x16x16xf32>, tensor<4x4x16x16xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x4x16x16xf32>
    %87 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%86 : tensor<4x4x16x16xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.cmpf ugt, %in, %cst : f32
      %564 = arith.select %563, %in, %cst : f32
      linalg.yield %564 : f32
    } -> tensor<4x4x16x16xf32>
    %padded_29 = tensor.pad %87 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg123: index, %arg124: index, %arg125: index, %arg126: index):
      tensor.yield %cst : f32
    } : tensor<4x4x16x16xf32> to tensor<4x4x18x18xf32>
    %88 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_29, %arg9 : tensor<4x4x18x18xf32>, tensor<4x4x3x3xf32>) outs(%1 : tensor<4x4x16x16xf32>) -> tensor<4x4x16x16xf32>
    %89 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg73 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %563 = arith.addi %in, %c1_i64 : i64
      linalg.yield %563 : i64
    } -> tensor<i64>
    %90 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%88 : tensor<4x4x16x16xf32>) outs(%5 : tensor<4x4x16x16xf64>) {
    ^bb0(%in: f32, %out: f64):
      %563 = arith.extf %in : f32 to f64
      linalg.yield %563 : f64
    } -> tensor<4x4x16x16xf64>
    %91 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%90 : tensor<4x4x16x16xf64>) outs(%8 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x4x1x1xf64>
    %92 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%91 : tensor<1x4x1x1xf64>) outs(%7 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_8 : f64
      linalg.yield %563 : f64
    } -> tensor<1x4x1x1xf64>
    %93 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%90, %92 : tensor<4x4x16x16xf64>, tensor<1x4x1x1xf64>) outs(%5 : tensor<4x4x16x16xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.subf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x4x16x16xf64>
    %94 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%93, %93 : tensor<4x4x16x16xf64>, tensor<4x4x16x16xf64>) outs(%5 : tensor<4x4x16x16xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.mulf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x4x16x16xf64>
    %95 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%94 : tensor<4x4x16x16xf64>) outs(%8 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x4x1x1xf64>
    %96 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%95 : tensor<1x4x1x1xf64>) outs(%7 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_8 : f64
      linalg.yield %563 : f64
    } -> tensor<1x4x1x1xf64>
    %97 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%96 : tensor<1x4x1x1xf64>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %563 = arith.truncf %in : f64 to f32
      linalg.yield %563 : f32
    } -> tensor<1x4x1x1xf32>
    %98 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%88 : tensor<4x4x16x16xf32>) outs(%17 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.addf %in, %out : f32
      linalg.yield %563 : f32
    } -> tensor<1x4x1x1xf32>
    %99 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%98 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.divf %in, %cst_9 : f32
      linalg.yield %563 : f32
    } -> tensor<1x4x1x1xf32>
    %100 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%97 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_7 : f64 to f32
      %564 = arith.addf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<1x4x1x1xf32>
    %101 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%100 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = math.rsqrt %in : f32
      linalg.yield %563 : f32
    } -> tensor<1x4x1x1xf32>
    %102 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%88, %99 : tensor<4x4x16x16xf32>, tensor<1x4x1x1xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.subf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x4x16x16xf32>
    %103 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%102, %101 : tensor<4x4x16x16xf32>, tensor<1x4x1x1xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x4x16x16xf32>
    %collapsed_30 = tensor.collapse_shape %99 [[0, 1, 2, 3]] : tensor<1x4x1x1xf32> into tensor<4xf32>
    %104 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_30 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %105 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg71 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %106 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%104, %105 : tensor<4xf32>, tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4xf32>
    %collapsed_31 = tensor.collapse_shape %97 [[0, 1, 2, 3]] : tensor<1x4x1x1xf32> into tensor<4xf32>
    %107 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_31 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_4 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %108 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%107 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %109 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg72 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %110 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%108, %109 : tensor<4xf32>, tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4xf32>
    %expanded_32 = tensor.expand_shape %arg10 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %111 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%103, %expanded_32 : tensor<4x4x16x16xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x4x16x16xf32>
    %expanded_33 = tensor.expand_shape %arg11 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %112 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%111, %expanded_33 : tensor<4x4x16x16xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x4x16x16xf32>
    %113 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%112 : tensor<4x4x16x16xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.cmpf ugt, %in, %cst : f32
      %564 = arith.select %563, %in, %cst : f32
      linalg.yield %564 : f32
    } -> tensor<4x4x16x16xf32>
    %padded_34 = tensor.pad %113 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg123: index, %arg124: index, %arg125: index, %arg126: index):
      tensor.yield %cst : f32
    } : tensor<4x4x16x16xf32> to tensor<4x4x18x18xf32>
    %114 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_34, %arg12 : tensor<4x4x18x18xf32>, tensor<4x4x3x3xf32>) outs(%1 : tensor<4x4x16x16xf32>) -> tensor<4x4x16x16xf32>
    %115 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg76 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %563 = arith.addi %in, %c1_i64 : i64
      linalg.yield %563 : i64
    } -> tensor<i64>
    %116 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%114 : tensor<4x4x16x16xf32>) outs(%5 : tensor<4x4x16x16xf64>) {
    ^bb0(%in: f32, %out: f64):
      %563 = arith.extf %in : f32 to f64
      linalg.yield %563 : f64
    } -> tensor<4x4x16x16xf64>
    %117 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%116 : tensor<4x4x16x16xf64>) outs(%8 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x4x1x1xf64>
    %118 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%117 : tensor<1x4x1x1xf64>) outs(%7 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_8 : f64
      linalg.yield %563 : f64
    } -> tensor<1x4x1x1xf64>
    %119 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%116, %118 : tensor<4x4x16x16xf64>, tensor<1x4x1x1xf64>) outs(%5 : tensor<4x4x16x16xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.subf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x4x16x16xf64>
    %120 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%119, %119 : tensor<4x4x16x16xf64>, tensor<4x4x16x16xf64>) outs(%5 : tensor<4x4x16x16xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.mulf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x4x16x16xf64>
    %121 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%120 : tensor<4x4x16x16xf64>) outs(%8 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x4x1x1xf64>
    %122 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%121 : tensor<1x4x1x1xf64>) outs(%7 : tensor<1x4x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_8 : f64
      linalg.yield %563 : f64
    } -> tensor<1x4x1x1xf64>
    %123 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%122 : tensor<1x4x1x1xf64>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %563 = arith.truncf %in : f64 to f32
      linalg.yield %563 : f32
    } -> tensor<1x4x1x1xf32>
    %124 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%114 : tensor<4x4x16x16xf32>) outs(%17 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.addf %in, %out : f32
      linalg.yield %563 : f32
    } -> tensor<1x4x1x1xf32>
    %125 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%124 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.divf %in, %cst_9 : f32
      linalg.yield %563 : f32
    } -> tensor<1x4x1x1xf32>
    %126 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%123 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_7 : f64 to f32
      %564 = arith.addf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<1x4x1x1xf32>
    %127 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%126 : tensor<1x4x1x1xf32>) outs(%15 : tensor<1x4x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = math.rsqrt %in : f32
      linalg.yield %563 : f32
    } -> tensor<1x4x1x1xf32>
    %128 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%114, %125 : tensor<4x4x16x16xf32>, tensor<1x4x1x1xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.subf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x4x16x16xf32>
    %129 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%128, %127 : tensor<4x4x16x16xf32>, tensor<1x4x1x1xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x4x16x16xf32>
    %collapsed_35 = tensor.collapse_shape %125 [[0, 1, 2, 3]] : tensor<1x4x1x1xf32> into tensor<4xf32>
    %130 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_35 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %131 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg74 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %132 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%130, %131 : tensor<4xf32>, tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4xf32>
    %collapsed_36 = tensor.collapse_shape %123 [[0, 1, 2, 3]] : tensor<1x4x1x1xf32> into tensor<4xf32>
    %133 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_36 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_4 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %134 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%133 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %135 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg75 : tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<4xf32>
    %136 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%134, %135 : tensor<4xf32>, tensor<4xf32>) outs(%24 : tensor<4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4xf32>
    %expanded_37 = tensor.expand_shape %arg13 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %137 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%129, %expanded_37 : tensor<4x4x16x16xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x4x16x16xf32>
    %expanded_38 = tensor.expand_shape %arg14 [[0, 1, 2]] output_shape [4, 1, 1] : tensor<4xf32> into tensor<4x1x1xf32>
    %138 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%137, %expanded_38 : tensor<4x4x16x16xf32>, tensor<4x1x1xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x4x16x16xf32>
    %139 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%138, %87 : tensor<4x4x16x16xf32>, tensor<4x4x16x16xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x4x16x16xf32>
    %140 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%139 : tensor<4x4x16x16xf32>) outs(%0 : tensor<4x4x16x16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.cmpf ugt, %in, %cst : f32
      %564 = arith.select %563, %in, %cst : f32
      linalg.yield %564 : f32
    } -> tensor<4x4x16x16xf32>
    %padded_39 = tensor.pad %140 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg123: index, %arg124: index, %arg125: index, %arg126: index):
      tensor.yield %cst : f32
    } : tensor<4x4x16x16xf32> to tensor<4x4x18x18xf32>
    %141 = tensor.empty() : tensor<4x8x8x8xf32>
    %142 = linalg.fill ins(%cst : f32) outs(%141 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %143 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%padded_39, %arg15 : tensor<4x4x18x18xf32>, tensor<8x4x3x3xf32>) outs(%142 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %144 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg79 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %563 = arith.addi %in, %c1_i64 : i64
      linalg.yield %563 : i64
    } -> tensor<i64>
    %145 = tensor.empty() : tensor<4x8x8x8xf64>
    %146 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%143 : tensor<4x8x8x8xf32>) outs(%145 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %563 = arith.extf %in : f32 to f64
      linalg.yield %563 : f64
    } -> tensor<4x8x8x8xf64>
    %147 = tensor.empty() : tensor<1x8x1x1xf64>
    %148 = linalg.fill ins(%cst_0 : f64) outs(%147 : tensor<1x8x1x1xf64>) -> tensor<1x8x1x1xf64>
    %149 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%146 : tensor<4x8x8x8xf64>) outs(%148 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %150 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%149 : tensor<1x8x1x1xf64>) outs(%147 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_10 : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %151 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%146, %150 : tensor<4x8x8x8xf64>, tensor<1x8x1x1xf64>) outs(%145 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.subf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x8x8x8xf64>
    %152 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%151, %151 : tensor<4x8x8x8xf64>, tensor<4x8x8x8xf64>) outs(%145 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.mulf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x8x8x8xf64>
    %153 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%152 : tensor<4x8x8x8xf64>) outs(%148 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %154 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%153 : tensor<1x8x1x1xf64>) outs(%147 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_10 : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %155 = tensor.empty() : tensor<1x8x1x1xf32>
    %156 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%154 : tensor<1x8x1x1xf64>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %563 = arith.truncf %in : f64 to f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %157 = linalg.fill ins(%cst : f32) outs(%155 : tensor<1x8x1x1xf32>) -> tensor<1x8x1x1xf32>
    %158 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%143 : tensor<4x8x8x8xf32>) outs(%157 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.addf %in, %out : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %159 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%158 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.divf %in, %cst_11 : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %160 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%156 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_7 : f64 to f32
      %564 = arith.addf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<1x8x1x1xf32>
    %161 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%160 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = math.rsqrt %in : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %162 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%143, %159 : tensor<4x8x8x8xf32>, tensor<1x8x1x1xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.subf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x8x8xf32>
    %163 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%162, %161 : tensor<4x8x8x8xf32>, tensor<1x8x1x1xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x8x8xf32>
    %collapsed_40 = tensor.collapse_shape %159 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %164 = tensor.empty() : tensor<8xf32>
    %165 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_40 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %166 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg77 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %167 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%165, %166 : tensor<8xf32>, tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<8xf32>
    %collapsed_41 = tensor.collapse_shape %156 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %168 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_41 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_3 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %169 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%168 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %170 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg78 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %171 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%169, %170 : tensor<8xf32>, tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<8xf32>
    %expanded_42 = tensor.expand_shape %arg16 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %172 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%163, %expanded_42 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x8x8xf32>
    %expanded_43 = tensor.expand_shape %arg17 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %173 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%172, %expanded_43 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x8x8xf32>
    %174 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%173 : tensor<4x8x8x8xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.cmpf ugt, %in, %cst : f32
      %564 = arith.select %563, %in, %cst : f32
      linalg.yield %564 : f32
    } -> tensor<4x8x8x8xf32>
    %padded_44 = tensor.pad %174 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg123: index, %arg124: index, %arg125: index, %arg126: index):
      tensor.yield %cst : f32
    } : tensor<4x8x8x8xf32> to tensor<4x8x10x10xf32>
    %175 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_44, %arg18 : tensor<4x8x10x10xf32>, tensor<8x8x3x3xf32>) outs(%142 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %176 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg82 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %563 = arith.addi %in, %c1_i64 : i64
      linalg.yield %563 : i64
    } -> tensor<i64>
    %177 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%175 : tensor<4x8x8x8xf32>) outs(%145 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %563 = arith.extf %in : f32 to f64
      linalg.yield %563 : f64
    } -> tensor<4x8x8x8xf64>
    %178 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%177 : tensor<4x8x8x8xf64>) outs(%148 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %179 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%178 : tensor<1x8x1x1xf64>) outs(%147 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_10 : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %180 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%177, %179 : tensor<4x8x8x8xf64>, tensor<1x8x1x1xf64>) outs(%145 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.subf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x8x8x8xf64>
    %181 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%180, %180 : tensor<4x8x8x8xf64>, tensor<4x8x8x8xf64>) outs(%145 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.mulf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x8x8x8xf64>
    %182 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%181 : tensor<4x8x8x8xf64>) outs(%148 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %183 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%182 : tensor<1x8x1x1xf64>) outs(%147 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_10 : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %184 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%183 : tensor<1x8x1x1xf64>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %563 = arith.truncf %in : f64 to f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %185 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%175 : tensor<4x8x8x8xf32>) outs(%157 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.addf %in, %out : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %186 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%185 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.divf %in, %cst_11 : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %187 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%184 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_7 : f64 to f32
      %564 = arith.addf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<1x8x1x1xf32>
    %188 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%187 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = math.rsqrt %in : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %189 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%175, %186 : tensor<4x8x8x8xf32>, tensor<1x8x1x1xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.subf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x8x8xf32>
    %190 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%189, %188 : tensor<4x8x8x8xf32>, tensor<1x8x1x1xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x8x8xf32>
    %collapsed_45 = tensor.collapse_shape %186 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %191 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_45 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %192 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg80 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %193 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%191, %192 : tensor<8xf32>, tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<8xf32>
    %collapsed_46 = tensor.collapse_shape %184 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %194 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_46 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_3 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %195 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%194 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %196 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg81 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %197 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%195, %196 : tensor<8xf32>, tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<8xf32>
    %expanded_47 = tensor.expand_shape %arg19 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %198 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%190, %expanded_47 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x8x8xf32>
    %expanded_48 = tensor.expand_shape %arg20 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %199 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%198, %expanded_48 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x8x8xf32>
    %200 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%140, %arg21 : tensor<4x4x16x16xf32>, tensor<8x4x1x1xf32>) outs(%142 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %201 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg85 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %563 = arith.addi %in, %c1_i64 : i64
      linalg.yield %563 : i64
    } -> tensor<i64>
    %202 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%200 : tensor<4x8x8x8xf32>) outs(%145 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %563 = arith.extf %in : f32 to f64
      linalg.yield %563 : f64
    } -> tensor<4x8x8x8xf64>
    %203 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%202 : tensor<4x8x8x8xf64>) outs(%148 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %204 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%203 : tensor<1x8x1x1xf64>) outs(%147 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_10 : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %205 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%202, %204 : tensor<4x8x8x8xf64>, tensor<1x8x1x1xf64>) outs(%145 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.subf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x8x8x8xf64>
    %206 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%205, %205 : tensor<4x8x8x8xf64>, tensor<4x8x8x8xf64>) outs(%145 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.mulf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x8x8x8xf64>
    %207 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%206 : tensor<4x8x8x8xf64>) outs(%148 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %208 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%207 : tensor<1x8x1x1xf64>) outs(%147 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_10 : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %209 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%208 : tensor<1x8x1x1xf64>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %563 = arith.truncf %in : f64 to f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %210 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%200 : tensor<4x8x8x8xf32>) outs(%157 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.addf %in, %out : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %211 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%210 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.divf %in, %cst_11 : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %212 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%209 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_7 : f64 to f32
      %564 = arith.addf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<1x8x1x1xf32>
    %213 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%212 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = math.rsqrt %in : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %214 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%200, %211 : tensor<4x8x8x8xf32>, tensor<1x8x1x1xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.subf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x8x8xf32>
    %215 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%214, %213 : tensor<4x8x8x8xf32>, tensor<1x8x1x1xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x8x8xf32>
    %collapsed_49 = tensor.collapse_shape %211 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %216 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_49 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %217 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg83 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %218 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%216, %217 : tensor<8xf32>, tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<8xf32>
    %collapsed_50 = tensor.collapse_shape %209 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %219 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_50 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_3 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %220 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%219 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %221 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg84 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %222 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%220, %221 : tensor<8xf32>, tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<8xf32>
    %expanded_51 = tensor.expand_shape %arg22 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %223 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%215, %expanded_51 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x8x8xf32>
    %expanded_52 = tensor.expand_shape %arg23 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %224 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%223, %expanded_52 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x8x8xf32>
    %225 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%199, %224 : tensor<4x8x8x8xf32>, tensor<4x8x8x8xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x8x8xf32>
    %226 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%225 : tensor<4x8x8x8xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.cmpf ugt, %in, %cst : f32
      %564 = arith.select %563, %in, %cst : f32
      linalg.yield %564 : f32
    } -> tensor<4x8x8x8xf32>
    %padded_53 = tensor.pad %226 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg123: index, %arg124: index, %arg125: index, %arg126: index):
      tensor.yield %cst : f32
    } : tensor<4x8x8x8xf32> to tensor<4x8x10x10xf32>
    %227 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_53, %arg24 : tensor<4x8x10x10xf32>, tensor<8x8x3x3xf32>) outs(%142 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %228 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg88 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %563 = arith.addi %in, %c1_i64 : i64
      linalg.yield %563 : i64
    } -> tensor<i64>
    %229 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%227 : tensor<4x8x8x8xf32>) outs(%145 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %563 = arith.extf %in : f32 to f64
      linalg.yield %563 : f64
    } -> tensor<4x8x8x8xf64>
    %230 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%229 : tensor<4x8x8x8xf64>) outs(%148 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %231 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%230 : tensor<1x8x1x1xf64>) outs(%147 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_10 : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %232 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%229, %231 : tensor<4x8x8x8xf64>, tensor<1x8x1x1xf64>) outs(%145 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.subf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x8x8x8xf64>
    %233 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%232, %232 : tensor<4x8x8x8xf64>, tensor<4x8x8x8xf64>) outs(%145 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.mulf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x8x8x8xf64>
    %234 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%233 : tensor<4x8x8x8xf64>) outs(%148 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %235 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%234 : tensor<1x8x1x1xf64>) outs(%147 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_10 : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %236 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%235 : tensor<1x8x1x1xf64>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %563 = arith.truncf %in : f64 to f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %237 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%227 : tensor<4x8x8x8xf32>) outs(%157 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.addf %in, %out : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %238 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%237 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.divf %in, %cst_11 : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %239 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%236 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_7 : f64 to f32
      %564 = arith.addf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<1x8x1x1xf32>
    %240 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%239 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = math.rsqrt %in : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %241 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%227, %238 : tensor<4x8x8x8xf32>, tensor<1x8x1x1xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.subf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x8x8xf32>
    %242 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%241, %240 : tensor<4x8x8x8xf32>, tensor<1x8x1x1xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x8x8xf32>
    %collapsed_54 = tensor.collapse_shape %238 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %243 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_54 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %244 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg86 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %245 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%243, %244 : tensor<8xf32>, tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<8xf32>
    %collapsed_55 = tensor.collapse_shape %236 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %246 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_55 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_3 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %247 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%246 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %248 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg87 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %249 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%247, %248 : tensor<8xf32>, tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<8xf32>
    %expanded_56 = tensor.expand_shape %arg25 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %250 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%242, %expanded_56 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x8x8xf32>
    %expanded_57 = tensor.expand_shape %arg26 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %251 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%250, %expanded_57 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x8x8xf32>
    %252 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%251 : tensor<4x8x8x8xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.cmpf ugt, %in, %cst : f32
      %564 = arith.select %563, %in, %cst : f32
      linalg.yield %564 : f32
    } -> tensor<4x8x8x8xf32>
    %padded_58 = tensor.pad %252 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg123: index, %arg124: index, %arg125: index, %arg126: index):
      tensor.yield %cst : f32
    } : tensor<4x8x8x8xf32> to tensor<4x8x10x10xf32>
    %253 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_58, %arg27 : tensor<4x8x10x10xf32>, tensor<8x8x3x3xf32>) outs(%142 : tensor<4x8x8x8xf32>) -> tensor<4x8x8x8xf32>
    %254 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg91 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %563 = arith.addi %in, %c1_i64 : i64
      linalg.yield %563 : i64
    } -> tensor<i64>
    %255 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%253 : tensor<4x8x8x8xf32>) outs(%145 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f32, %out: f64):
      %563 = arith.extf %in : f32 to f64
      linalg.yield %563 : f64
    } -> tensor<4x8x8x8xf64>
    %256 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%255 : tensor<4x8x8x8xf64>) outs(%148 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %257 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%256 : tensor<1x8x1x1xf64>) outs(%147 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_10 : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %258 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%255, %257 : tensor<4x8x8x8xf64>, tensor<1x8x1x1xf64>) outs(%145 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.subf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x8x8x8xf64>
    %259 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%258, %258 : tensor<4x8x8x8xf64>, tensor<4x8x8x8xf64>) outs(%145 : tensor<4x8x8x8xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.mulf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x8x8x8xf64>
    %260 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%259 : tensor<4x8x8x8xf64>) outs(%148 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %261 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%260 : tensor<1x8x1x1xf64>) outs(%147 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_10 : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %262 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%261 : tensor<1x8x1x1xf64>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %563 = arith.truncf %in : f64 to f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %263 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%253 : tensor<4x8x8x8xf32>) outs(%157 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.addf %in, %out : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %264 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%263 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.divf %in, %cst_11 : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %265 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%262 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_7 : f64 to f32
      %564 = arith.addf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<1x8x1x1xf32>
    %266 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%265 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = math.rsqrt %in : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %267 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%253, %264 : tensor<4x8x8x8xf32>, tensor<1x8x1x1xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.subf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x8x8xf32>
    %268 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%267, %266 : tensor<4x8x8x8xf32>, tensor<1x8x1x1xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x8x8xf32>
    %collapsed_59 = tensor.collapse_shape %264 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %269 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_59 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %270 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg89 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %271 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%269, %270 : tensor<8xf32>, tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<8xf32>
    %collapsed_60 = tensor.collapse_shape %262 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %272 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_60 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_3 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %273 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%272 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %274 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg90 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %275 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%273, %274 : tensor<8xf32>, tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<8xf32>
    %expanded_61 = tensor.expand_shape %arg28 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %276 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%268, %expanded_61 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x8x8xf32>
    %expanded_62 = tensor.expand_shape %arg29 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %277 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%276, %expanded_62 : tensor<4x8x8x8xf32>, tensor<8x1x1xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x8x8xf32>
    %278 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%277, %226 : tensor<4x8x8x8xf32>, tensor<4x8x8x8xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x8x8xf32>
    %279 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%278 : tensor<4x8x8x8xf32>) outs(%141 : tensor<4x8x8x8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.cmpf ugt, %in, %cst : f32
      %564 = arith.select %563, %in, %cst : f32
      linalg.yield %564 : f32
    } -> tensor<4x8x8x8xf32>
    %padded_63 = tensor.pad %279 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg123: index, %arg124: index, %arg125: index, %arg126: index):
      tensor.yield %cst : f32
    } : tensor<4x8x8x8xf32> to tensor<4x8x10x10xf32>
    %280 = tensor.empty() : tensor<4x8x4x4xf32>
    %281 = linalg.fill ins(%cst : f32) outs(%280 : tensor<4x8x4x4xf32>) -> tensor<4x8x4x4xf32>
    %282 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%padded_63, %arg30 : tensor<4x8x10x10xf32>, tensor<8x8x3x3xf32>) outs(%281 : tensor<4x8x4x4xf32>) -> tensor<4x8x4x4xf32>
    %283 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg94 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %563 = arith.addi %in, %c1_i64 : i64
      linalg.yield %563 : i64
    } -> tensor<i64>
    %284 = tensor.empty() : tensor<4x8x4x4xf64>
    %285 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%282 : tensor<4x8x4x4xf32>) outs(%284 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f32, %out: f64):
      %563 = arith.extf %in : f32 to f64
      linalg.yield %563 : f64
    } -> tensor<4x8x4x4xf64>
    %286 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%285 : tensor<4x8x4x4xf64>) outs(%148 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %287 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%286 : tensor<1x8x1x1xf64>) outs(%147 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_12 : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %288 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%285, %287 : tensor<4x8x4x4xf64>, tensor<1x8x1x1xf64>) outs(%284 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.subf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x8x4x4xf64>
    %289 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%288, %288 : tensor<4x8x4x4xf64>, tensor<4x8x4x4xf64>) outs(%284 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.mulf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x8x4x4xf64>
    %290 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%289 : tensor<4x8x4x4xf64>) outs(%148 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %291 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%290 : tensor<1x8x1x1xf64>) outs(%147 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_12 : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %292 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%291 : tensor<1x8x1x1xf64>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %563 = arith.truncf %in : f64 to f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %293 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%282 : tensor<4x8x4x4xf32>) outs(%157 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.addf %in, %out : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %294 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%293 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.divf %in, %cst_13 : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %295 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%292 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_7 : f64 to f32
      %564 = arith.addf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<1x8x1x1xf32>
    %296 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%295 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = math.rsqrt %in : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %297 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%282, %294 : tensor<4x8x4x4xf32>, tensor<1x8x1x1xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.subf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x4x4xf32>
    %298 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%297, %296 : tensor<4x8x4x4xf32>, tensor<1x8x1x1xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x4x4xf32>
    %collapsed_64 = tensor.collapse_shape %294 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %299 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_64 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %300 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg92 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %301 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%299, %300 : tensor<8xf32>, tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<8xf32>
    %collapsed_65 = tensor.collapse_shape %292 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %302 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_65 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_2 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %303 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%302 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %304 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg93 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %305 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%303, %304 : tensor<8xf32>, tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<8xf32>
    %expanded_66 = tensor.expand_shape %arg31 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %306 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%298, %expanded_66 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x4x4xf32>
    %expanded_67 = tensor.expand_shape %arg32 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %307 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%306, %expanded_67 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x4x4xf32>
    %308 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%307 : tensor<4x8x4x4xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.cmpf ugt, %in, %cst : f32
      %564 = arith.select %563, %in, %cst : f32
      linalg.yield %564 : f32
    } -> tensor<4x8x4x4xf32>
    %padded_68 = tensor.pad %308 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg123: index, %arg124: index, %arg125: index, %arg126: index):
      tensor.yield %cst : f32
    } : tensor<4x8x4x4xf32> to tensor<4x8x6x6xf32>
    %309 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_68, %arg33 : tensor<4x8x6x6xf32>, tensor<8x8x3x3xf32>) outs(%281 : tensor<4x8x4x4xf32>) -> tensor<4x8x4x4xf32>
    %310 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg97 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %563 = arith.addi %in, %c1_i64 : i64
      linalg.yield %563 : i64
    } -> tensor<i64>
    %311 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%309 : tensor<4x8x4x4xf32>) outs(%284 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f32, %out: f64):
      %563 = arith.extf %in : f32 to f64
      linalg.yield %563 : f64
    } -> tensor<4x8x4x4xf64>
    %312 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%311 : tensor<4x8x4x4xf64>) outs(%148 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %313 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%312 : tensor<1x8x1x1xf64>) outs(%147 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_12 : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %314 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%311, %313 : tensor<4x8x4x4xf64>, tensor<1x8x1x1xf64>) outs(%284 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.subf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x8x4x4xf64>
    %315 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%314, %314 : tensor<4x8x4x4xf64>, tensor<4x8x4x4xf64>) outs(%284 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.mulf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x8x4x4xf64>
    %316 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%315 : tensor<4x8x4x4xf64>) outs(%148 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %317 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%316 : tensor<1x8x1x1xf64>) outs(%147 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_12 : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %318 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%317 : tensor<1x8x1x1xf64>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %563 = arith.truncf %in : f64 to f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %319 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%309 : tensor<4x8x4x4xf32>) outs(%157 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.addf %in, %out : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %320 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%319 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.divf %in, %cst_13 : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %321 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%318 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_7 : f64 to f32
      %564 = arith.addf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<1x8x1x1xf32>
    %322 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%321 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = math.rsqrt %in : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %323 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%309, %320 : tensor<4x8x4x4xf32>, tensor<1x8x1x1xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.subf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x4x4xf32>
    %324 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%323, %322 : tensor<4x8x4x4xf32>, tensor<1x8x1x1xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x4x4xf32>
    %collapsed_69 = tensor.collapse_shape %320 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %325 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_69 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %326 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg95 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %327 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%325, %326 : tensor<8xf32>, tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<8xf32>
    %collapsed_70 = tensor.collapse_shape %318 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %328 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_70 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_2 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %329 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%328 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %330 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg96 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %331 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%329, %330 : tensor<8xf32>, tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<8xf32>
    %expanded_71 = tensor.expand_shape %arg34 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %332 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%324, %expanded_71 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x4x4xf32>
    %expanded_72 = tensor.expand_shape %arg35 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %333 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%332, %expanded_72 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x4x4xf32>
    %334 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%279, %arg36 : tensor<4x8x8x8xf32>, tensor<8x8x1x1xf32>) outs(%281 : tensor<4x8x4x4xf32>) -> tensor<4x8x4x4xf32>
    %335 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg100 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %563 = arith.addi %in, %c1_i64 : i64
      linalg.yield %563 : i64
    } -> tensor<i64>
    %336 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%334 : tensor<4x8x4x4xf32>) outs(%284 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f32, %out: f64):
      %563 = arith.extf %in : f32 to f64
      linalg.yield %563 : f64
    } -> tensor<4x8x4x4xf64>
    %337 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%336 : tensor<4x8x4x4xf64>) outs(%148 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %338 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%337 : tensor<1x8x1x1xf64>) outs(%147 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_12 : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %339 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%336, %338 : tensor<4x8x4x4xf64>, tensor<1x8x1x1xf64>) outs(%284 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.subf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x8x4x4xf64>
    %340 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%339, %339 : tensor<4x8x4x4xf64>, tensor<4x8x4x4xf64>) outs(%284 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.mulf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x8x4x4xf64>
    %341 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%340 : tensor<4x8x4x4xf64>) outs(%148 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %342 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%341 : tensor<1x8x1x1xf64>) outs(%147 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_12 : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %343 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%342 : tensor<1x8x1x1xf64>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %563 = arith.truncf %in : f64 to f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %344 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%334 : tensor<4x8x4x4xf32>) outs(%157 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.addf %in, %out : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %345 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%344 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.divf %in, %cst_13 : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %346 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%343 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_7 : f64 to f32
      %564 = arith.addf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<1x8x1x1xf32>
    %347 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%346 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = math.rsqrt %in : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %348 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%334, %345 : tensor<4x8x4x4xf32>, tensor<1x8x1x1xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.subf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x4x4xf32>
    %349 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%348, %347 : tensor<4x8x4x4xf32>, tensor<1x8x1x1xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x4x4xf32>
    %collapsed_73 = tensor.collapse_shape %345 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %350 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_73 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %351 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg98 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %352 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%350, %351 : tensor<8xf32>, tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<8xf32>
    %collapsed_74 = tensor.collapse_shape %343 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %353 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_74 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_2 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %354 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%353 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %355 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg99 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %356 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%354, %355 : tensor<8xf32>, tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<8xf32>
    %expanded_75 = tensor.expand_shape %arg37 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %357 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%349, %expanded_75 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x4x4xf32>
    %expanded_76 = tensor.expand_shape %arg38 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %358 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%357, %expanded_76 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x4x4xf32>
    %359 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%333, %358 : tensor<4x8x4x4xf32>, tensor<4x8x4x4xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x4x4xf32>
    %360 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%359 : tensor<4x8x4x4xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.cmpf ugt, %in, %cst : f32
      %564 = arith.select %563, %in, %cst : f32
      linalg.yield %564 : f32
    } -> tensor<4x8x4x4xf32>
    %padded_77 = tensor.pad %360 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg123: index, %arg124: index, %arg125: index, %arg126: index):
      tensor.yield %cst : f32
    } : tensor<4x8x4x4xf32> to tensor<4x8x6x6xf32>
    %361 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_77, %arg39 : tensor<4x8x6x6xf32>, tensor<8x8x3x3xf32>) outs(%281 : tensor<4x8x4x4xf32>) -> tensor<4x8x4x4xf32>
    %362 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg103 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %563 = arith.addi %in, %c1_i64 : i64
      linalg.yield %563 : i64
    } -> tensor<i64>
    %363 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%361 : tensor<4x8x4x4xf32>) outs(%284 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f32, %out: f64):
      %563 = arith.extf %in : f32 to f64
      linalg.yield %563 : f64
    } -> tensor<4x8x4x4xf64>
    %364 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%363 : tensor<4x8x4x4xf64>) outs(%148 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %365 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%364 : tensor<1x8x1x1xf64>) outs(%147 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_12 : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %366 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%363, %365 : tensor<4x8x4x4xf64>, tensor<1x8x1x1xf64>) outs(%284 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.subf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x8x4x4xf64>
    %367 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%366, %366 : tensor<4x8x4x4xf64>, tensor<4x8x4x4xf64>) outs(%284 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.mulf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x8x4x4xf64>
    %368 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%367 : tensor<4x8x4x4xf64>) outs(%148 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %369 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%368 : tensor<1x8x1x1xf64>) outs(%147 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_12 : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %370 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%369 : tensor<1x8x1x1xf64>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %563 = arith.truncf %in : f64 to f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %371 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%361 : tensor<4x8x4x4xf32>) outs(%157 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.addf %in, %out : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %372 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%371 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.divf %in, %cst_13 : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %373 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%370 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_7 : f64 to f32
      %564 = arith.addf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<1x8x1x1xf32>
    %374 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%373 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = math.rsqrt %in : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %375 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%361, %372 : tensor<4x8x4x4xf32>, tensor<1x8x1x1xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.subf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x4x4xf32>
    %376 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%375, %374 : tensor<4x8x4x4xf32>, tensor<1x8x1x1xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x4x4xf32>
    %collapsed_78 = tensor.collapse_shape %372 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %377 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_78 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %378 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg101 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %379 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%377, %378 : tensor<8xf32>, tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<8xf32>
    %collapsed_79 = tensor.collapse_shape %370 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %380 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_79 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_2 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %381 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%380 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %382 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg102 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %383 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%381, %382 : tensor<8xf32>, tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<8xf32>
    %expanded_80 = tensor.expand_shape %arg40 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %384 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%376, %expanded_80 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x4x4xf32>
    %expanded_81 = tensor.expand_shape %arg41 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %385 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%384, %expanded_81 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x4x4xf32>
    %386 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%385 : tensor<4x8x4x4xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.cmpf ugt, %in, %cst : f32
      %564 = arith.select %563, %in, %cst : f32
      linalg.yield %564 : f32
    } -> tensor<4x8x4x4xf32>
    %padded_82 = tensor.pad %386 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg123: index, %arg124: index, %arg125: index, %arg126: index):
      tensor.yield %cst : f32
    } : tensor<4x8x4x4xf32> to tensor<4x8x6x6xf32>
    %387 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_82, %arg42 : tensor<4x8x6x6xf32>, tensor<8x8x3x3xf32>) outs(%281 : tensor<4x8x4x4xf32>) -> tensor<4x8x4x4xf32>
    %388 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg106 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %563 = arith.addi %in, %c1_i64 : i64
      linalg.yield %563 : i64
    } -> tensor<i64>
    %389 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%387 : tensor<4x8x4x4xf32>) outs(%284 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f32, %out: f64):
      %563 = arith.extf %in : f32 to f64
      linalg.yield %563 : f64
    } -> tensor<4x8x4x4xf64>
    %390 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%389 : tensor<4x8x4x4xf64>) outs(%148 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %391 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%390 : tensor<1x8x1x1xf64>) outs(%147 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_12 : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %392 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%389, %391 : tensor<4x8x4x4xf64>, tensor<1x8x1x1xf64>) outs(%284 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.subf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x8x4x4xf64>
    %393 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%392, %392 : tensor<4x8x4x4xf64>, tensor<4x8x4x4xf64>) outs(%284 : tensor<4x8x4x4xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.mulf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x8x4x4xf64>
    %394 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%393 : tensor<4x8x4x4xf64>) outs(%148 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %395 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%394 : tensor<1x8x1x1xf64>) outs(%147 : tensor<1x8x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_12 : f64
      linalg.yield %563 : f64
    } -> tensor<1x8x1x1xf64>
    %396 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%395 : tensor<1x8x1x1xf64>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %563 = arith.truncf %in : f64 to f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %397 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%387 : tensor<4x8x4x4xf32>) outs(%157 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.addf %in, %out : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %398 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%397 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.divf %in, %cst_13 : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %399 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%396 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_7 : f64 to f32
      %564 = arith.addf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<1x8x1x1xf32>
    %400 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%399 : tensor<1x8x1x1xf32>) outs(%155 : tensor<1x8x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = math.rsqrt %in : f32
      linalg.yield %563 : f32
    } -> tensor<1x8x1x1xf32>
    %401 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%387, %398 : tensor<4x8x4x4xf32>, tensor<1x8x1x1xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.subf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x4x4xf32>
    %402 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%401, %400 : tensor<4x8x4x4xf32>, tensor<1x8x1x1xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x4x4xf32>
    %collapsed_83 = tensor.collapse_shape %398 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %403 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_83 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %404 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg104 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %405 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%403, %404 : tensor<8xf32>, tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<8xf32>
    %collapsed_84 = tensor.collapse_shape %396 [[0, 1, 2, 3]] : tensor<1x8x1x1xf32> into tensor<8xf32>
    %406 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_84 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_2 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %407 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%406 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %408 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg105 : tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<8xf32>
    %409 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%407, %408 : tensor<8xf32>, tensor<8xf32>) outs(%164 : tensor<8xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<8xf32>
    %expanded_85 = tensor.expand_shape %arg43 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %410 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%402, %expanded_85 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x4x4xf32>
    %expanded_86 = tensor.expand_shape %arg44 [[0, 1, 2]] output_shape [8, 1, 1] : tensor<8xf32> into tensor<8x1x1xf32>
    %411 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%410, %expanded_86 : tensor<4x8x4x4xf32>, tensor<8x1x1xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x4x4xf32>
    %412 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%411, %360 : tensor<4x8x4x4xf32>, tensor<4x8x4x4xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x8x4x4xf32>
    %413 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%412 : tensor<4x8x4x4xf32>) outs(%280 : tensor<4x8x4x4xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.cmpf ugt, %in, %cst : f32
      %564 = arith.select %563, %in, %cst : f32
      linalg.yield %564 : f32
    } -> tensor<4x8x4x4xf32>
    %padded_87 = tensor.pad %413 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg123: index, %arg124: index, %arg125: index, %arg126: index):
      tensor.yield %cst : f32
    } : tensor<4x8x4x4xf32> to tensor<4x8x6x6xf32>
    %414 = tensor.empty() : tensor<4x16x2x2xf32>
    %415 = linalg.fill ins(%cst : f32) outs(%414 : tensor<4x16x2x2xf32>) -> tensor<4x16x2x2xf32>
    %416 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%padded_87, %arg45 : tensor<4x8x6x6xf32>, tensor<16x8x3x3xf32>) outs(%415 : tensor<4x16x2x2xf32>) -> tensor<4x16x2x2xf32>
    %417 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg109 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %563 = arith.addi %in, %c1_i64 : i64
      linalg.yield %563 : i64
    } -> tensor<i64>
    %418 = tensor.empty() : tensor<4x16x2x2xf64>
    %419 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%416 : tensor<4x16x2x2xf32>) outs(%418 : tensor<4x16x2x2xf64>) {
    ^bb0(%in: f32, %out: f64):
      %563 = arith.extf %in : f32 to f64
      linalg.yield %563 : f64
    } -> tensor<4x16x2x2xf64>
    %420 = tensor.empty() : tensor<1x16x1x1xf64>
    %421 = linalg.fill ins(%cst_0 : f64) outs(%420 : tensor<1x16x1x1xf64>) -> tensor<1x16x1x1xf64>
    %422 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%419 : tensor<4x16x2x2xf64>) outs(%421 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x16x1x1xf64>
    %423 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%422 : tensor<1x16x1x1xf64>) outs(%420 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_14 : f64
      linalg.yield %563 : f64
    } -> tensor<1x16x1x1xf64>
    %424 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%419, %423 : tensor<4x16x2x2xf64>, tensor<1x16x1x1xf64>) outs(%418 : tensor<4x16x2x2xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.subf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x16x2x2xf64>
    %425 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%424, %424 : tensor<4x16x2x2xf64>, tensor<4x16x2x2xf64>) outs(%418 : tensor<4x16x2x2xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.mulf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x16x2x2xf64>
    %426 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%425 : tensor<4x16x2x2xf64>) outs(%421 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x16x1x1xf64>
    %427 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%426 : tensor<1x16x1x1xf64>) outs(%420 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_14 : f64
      linalg.yield %563 : f64
    } -> tensor<1x16x1x1xf64>
    %428 = tensor.empty() : tensor<1x16x1x1xf32>
    %429 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%427 : tensor<1x16x1x1xf64>) outs(%428 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %563 = arith.truncf %in : f64 to f32
      linalg.yield %563 : f32
    } -> tensor<1x16x1x1xf32>
    %430 = linalg.fill ins(%cst : f32) outs(%428 : tensor<1x16x1x1xf32>) -> tensor<1x16x1x1xf32>
    %431 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%416 : tensor<4x16x2x2xf32>) outs(%430 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.addf %in, %out : f32
      linalg.yield %563 : f32
    } -> tensor<1x16x1x1xf32>
    %432 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%431 : tensor<1x16x1x1xf32>) outs(%428 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.divf %in, %cst_15 : f32
      linalg.yield %563 : f32
    } -> tensor<1x16x1x1xf32>
    %433 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%429 : tensor<1x16x1x1xf32>) outs(%428 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_7 : f64 to f32
      %564 = arith.addf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<1x16x1x1xf32>
    %434 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%433 : tensor<1x16x1x1xf32>) outs(%428 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = math.rsqrt %in : f32
      linalg.yield %563 : f32
    } -> tensor<1x16x1x1xf32>
    %435 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%416, %432 : tensor<4x16x2x2xf32>, tensor<1x16x1x1xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.subf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x2x2xf32>
    %436 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%435, %434 : tensor<4x16x2x2xf32>, tensor<1x16x1x1xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x2x2xf32>
    %collapsed_88 = tensor.collapse_shape %432 [[0, 1, 2, 3]] : tensor<1x16x1x1xf32> into tensor<16xf32>
    %437 = tensor.empty() : tensor<16xf32>
    %438 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_88 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %439 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg107 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %440 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%438, %439 : tensor<16xf32>, tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<16xf32>
    %collapsed_89 = tensor.collapse_shape %429 [[0, 1, 2, 3]] : tensor<1x16x1x1xf32> into tensor<16xf32>
    %441 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_89 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_1 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %442 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%441 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %443 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg108 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %444 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%442, %443 : tensor<16xf32>, tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<16xf32>
    %expanded_90 = tensor.expand_shape %arg46 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %445 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%436, %expanded_90 : tensor<4x16x2x2xf32>, tensor<16x1x1xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x2x2xf32>
    %expanded_91 = tensor.expand_shape %arg47 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %446 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%445, %expanded_91 : tensor<4x16x2x2xf32>, tensor<16x1x1xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x2x2xf32>
    %447 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%446 : tensor<4x16x2x2xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.cmpf ugt, %in, %cst : f32
      %564 = arith.select %563, %in, %cst : f32
      linalg.yield %564 : f32
    } -> tensor<4x16x2x2xf32>
    %padded_92 = tensor.pad %447 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg123: index, %arg124: index, %arg125: index, %arg126: index):
      tensor.yield %cst : f32
    } : tensor<4x16x2x2xf32> to tensor<4x16x4x4xf32>
    %448 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_92, %arg48 : tensor<4x16x4x4xf32>, tensor<16x16x3x3xf32>) outs(%415 : tensor<4x16x2x2xf32>) -> tensor<4x16x2x2xf32>
    %449 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg112 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %563 = arith.addi %in, %c1_i64 : i64
      linalg.yield %563 : i64
    } -> tensor<i64>
    %450 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%448 : tensor<4x16x2x2xf32>) outs(%418 : tensor<4x16x2x2xf64>) {
    ^bb0(%in: f32, %out: f64):
      %563 = arith.extf %in : f32 to f64
      linalg.yield %563 : f64
    } -> tensor<4x16x2x2xf64>
    %451 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%450 : tensor<4x16x2x2xf64>) outs(%421 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x16x1x1xf64>
    %452 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%451 : tensor<1x16x1x1xf64>) outs(%420 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_14 : f64
      linalg.yield %563 : f64
    } -> tensor<1x16x1x1xf64>
    %453 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%450, %452 : tensor<4x16x2x2xf64>, tensor<1x16x1x1xf64>) outs(%418 : tensor<4x16x2x2xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.subf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x16x2x2xf64>
    %454 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%453, %453 : tensor<4x16x2x2xf64>, tensor<4x16x2x2xf64>) outs(%418 : tensor<4x16x2x2xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.mulf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x16x2x2xf64>
    %455 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%454 : tensor<4x16x2x2xf64>) outs(%421 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x16x1x1xf64>
    %456 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%455 : tensor<1x16x1x1xf64>) outs(%420 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_14 : f64
      linalg.yield %563 : f64
    } -> tensor<1x16x1x1xf64>
    %457 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%456 : tensor<1x16x1x1xf64>) outs(%428 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %563 = arith.truncf %in : f64 to f32
      linalg.yield %563 : f32
    } -> tensor<1x16x1x1xf32>
    %458 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%448 : tensor<4x16x2x2xf32>) outs(%430 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.addf %in, %out : f32
      linalg.yield %563 : f32
    } -> tensor<1x16x1x1xf32>
    %459 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%458 : tensor<1x16x1x1xf32>) outs(%428 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.divf %in, %cst_15 : f32
      linalg.yield %563 : f32
    } -> tensor<1x16x1x1xf32>
    %460 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%457 : tensor<1x16x1x1xf32>) outs(%428 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_7 : f64 to f32
      %564 = arith.addf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<1x16x1x1xf32>
    %461 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%460 : tensor<1x16x1x1xf32>) outs(%428 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = math.rsqrt %in : f32
      linalg.yield %563 : f32
    } -> tensor<1x16x1x1xf32>
    %462 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%448, %459 : tensor<4x16x2x2xf32>, tensor<1x16x1x1xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.subf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x2x2xf32>
    %463 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%462, %461 : tensor<4x16x2x2xf32>, tensor<1x16x1x1xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x2x2xf32>
    %collapsed_93 = tensor.collapse_shape %459 [[0, 1, 2, 3]] : tensor<1x16x1x1xf32> into tensor<16xf32>
    %464 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_93 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %465 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg110 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %466 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%464, %465 : tensor<16xf32>, tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<16xf32>
    %collapsed_94 = tensor.collapse_shape %457 [[0, 1, 2, 3]] : tensor<1x16x1x1xf32> into tensor<16xf32>
    %467 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_94 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_1 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %468 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%467 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %469 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg111 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %470 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%468, %469 : tensor<16xf32>, tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<16xf32>
    %expanded_95 = tensor.expand_shape %arg49 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %471 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%463, %expanded_95 : tensor<4x16x2x2xf32>, tensor<16x1x1xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x2x2xf32>
    %expanded_96 = tensor.expand_shape %arg50 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %472 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%471, %expanded_96 : tensor<4x16x2x2xf32>, tensor<16x1x1xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x2x2xf32>
    %473 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%413, %arg51 : tensor<4x8x4x4xf32>, tensor<16x8x1x1xf32>) outs(%415 : tensor<4x16x2x2xf32>) -> tensor<4x16x2x2xf32>
    %474 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg115 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %563 = arith.addi %in, %c1_i64 : i64
      linalg.yield %563 : i64
    } -> tensor<i64>
    %475 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%473 : tensor<4x16x2x2xf32>) outs(%418 : tensor<4x16x2x2xf64>) {
    ^bb0(%in: f32, %out: f64):
      %563 = arith.extf %in : f32 to f64
      linalg.yield %563 : f64
    } -> tensor<4x16x2x2xf64>
    %476 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%475 : tensor<4x16x2x2xf64>) outs(%421 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x16x1x1xf64>
    %477 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%476 : tensor<1x16x1x1xf64>) outs(%420 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_14 : f64
      linalg.yield %563 : f64
    } -> tensor<1x16x1x1xf64>
    %478 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%475, %477 : tensor<4x16x2x2xf64>, tensor<1x16x1x1xf64>) outs(%418 : tensor<4x16x2x2xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.subf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x16x2x2xf64>
    %479 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%478, %478 : tensor<4x16x2x2xf64>, tensor<4x16x2x2xf64>) outs(%418 : tensor<4x16x2x2xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.mulf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x16x2x2xf64>
    %480 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%479 : tensor<4x16x2x2xf64>) outs(%421 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x16x1x1xf64>
    %481 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%480 : tensor<1x16x1x1xf64>) outs(%420 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_14 : f64
      linalg.yield %563 : f64
    } -> tensor<1x16x1x1xf64>
    %482 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%481 : tensor<1x16x1x1xf64>) outs(%428 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %563 = arith.truncf %in : f64 to f32
      linalg.yield %563 : f32
    } -> tensor<1x16x1x1xf32>
    %483 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%473 : tensor<4x16x2x2xf32>) outs(%430 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.addf %in, %out : f32
      linalg.yield %563 : f32
    } -> tensor<1x16x1x1xf32>
    %484 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%483 : tensor<1x16x1x1xf32>) outs(%428 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.divf %in, %cst_15 : f32
      linalg.yield %563 : f32
    } -> tensor<1x16x1x1xf32>
    %485 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%482 : tensor<1x16x1x1xf32>) outs(%428 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_7 : f64 to f32
      %564 = arith.addf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<1x16x1x1xf32>
    %486 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%485 : tensor<1x16x1x1xf32>) outs(%428 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = math.rsqrt %in : f32
      linalg.yield %563 : f32
    } -> tensor<1x16x1x1xf32>
    %487 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%473, %484 : tensor<4x16x2x2xf32>, tensor<1x16x1x1xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.subf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x2x2xf32>
    %488 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%487, %486 : tensor<4x16x2x2xf32>, tensor<1x16x1x1xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x2x2xf32>
    %collapsed_97 = tensor.collapse_shape %484 [[0, 1, 2, 3]] : tensor<1x16x1x1xf32> into tensor<16xf32>
    %489 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_97 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %490 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg113 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %491 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%489, %490 : tensor<16xf32>, tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<16xf32>
    %collapsed_98 = tensor.collapse_shape %482 [[0, 1, 2, 3]] : tensor<1x16x1x1xf32> into tensor<16xf32>
    %492 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_98 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_1 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %493 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%492 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %494 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg114 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %495 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%493, %494 : tensor<16xf32>, tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<16xf32>
    %expanded_99 = tensor.expand_shape %arg52 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %496 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%488, %expanded_99 : tensor<4x16x2x2xf32>, tensor<16x1x1xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x2x2xf32>
    %expanded_100 = tensor.expand_shape %arg53 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %497 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%496, %expanded_100 : tensor<4x16x2x2xf32>, tensor<16x1x1xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x2x2xf32>
    %498 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%472, %497 : tensor<4x16x2x2xf32>, tensor<4x16x2x2xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x2x2xf32>
    %499 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%498 : tensor<4x16x2x2xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.cmpf ugt, %in, %cst : f32
      %564 = arith.select %563, %in, %cst : f32
      linalg.yield %564 : f32
    } -> tensor<4x16x2x2xf32>
    %padded_101 = tensor.pad %499 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg123: index, %arg124: index, %arg125: index, %arg126: index):
      tensor.yield %cst : f32
    } : tensor<4x16x2x2xf32> to tensor<4x16x4x4xf32>
    %500 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_101, %arg54 : tensor<4x16x4x4xf32>, tensor<16x16x3x3xf32>) outs(%415 : tensor<4x16x2x2xf32>) -> tensor<4x16x2x2xf32>
    %501 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg118 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %563 = arith.addi %in, %c1_i64 : i64
      linalg.yield %563 : i64
    } -> tensor<i64>
    %502 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%500 : tensor<4x16x2x2xf32>) outs(%418 : tensor<4x16x2x2xf64>) {
    ^bb0(%in: f32, %out: f64):
      %563 = arith.extf %in : f32 to f64
      linalg.yield %563 : f64
    } -> tensor<4x16x2x2xf64>
    %503 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%502 : tensor<4x16x2x2xf64>) outs(%421 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x16x1x1xf64>
    %504 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%503 : tensor<1x16x1x1xf64>) outs(%420 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_14 : f64
      linalg.yield %563 : f64
    } -> tensor<1x16x1x1xf64>
    %505 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%502, %504 : tensor<4x16x2x2xf64>, tensor<1x16x1x1xf64>) outs(%418 : tensor<4x16x2x2xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.subf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x16x2x2xf64>
    %506 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%505, %505 : tensor<4x16x2x2xf64>, tensor<4x16x2x2xf64>) outs(%418 : tensor<4x16x2x2xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.mulf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x16x2x2xf64>
    %507 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%506 : tensor<4x16x2x2xf64>) outs(%421 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x16x1x1xf64>
    %508 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%507 : tensor<1x16x1x1xf64>) outs(%420 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_14 : f64
      linalg.yield %563 : f64
    } -> tensor<1x16x1x1xf64>
    %509 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%508 : tensor<1x16x1x1xf64>) outs(%428 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %563 = arith.truncf %in : f64 to f32
      linalg.yield %563 : f32
    } -> tensor<1x16x1x1xf32>
    %510 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%500 : tensor<4x16x2x2xf32>) outs(%430 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.addf %in, %out : f32
      linalg.yield %563 : f32
    } -> tensor<1x16x1x1xf32>
    %511 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%510 : tensor<1x16x1x1xf32>) outs(%428 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.divf %in, %cst_15 : f32
      linalg.yield %563 : f32
    } -> tensor<1x16x1x1xf32>
    %512 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%509 : tensor<1x16x1x1xf32>) outs(%428 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_7 : f64 to f32
      %564 = arith.addf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<1x16x1x1xf32>
    %513 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%512 : tensor<1x16x1x1xf32>) outs(%428 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = math.rsqrt %in : f32
      linalg.yield %563 : f32
    } -> tensor<1x16x1x1xf32>
    %514 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%500, %511 : tensor<4x16x2x2xf32>, tensor<1x16x1x1xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.subf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x2x2xf32>
    %515 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%514, %513 : tensor<4x16x2x2xf32>, tensor<1x16x1x1xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x2x2xf32>
    %collapsed_102 = tensor.collapse_shape %511 [[0, 1, 2, 3]] : tensor<1x16x1x1xf32> into tensor<16xf32>
    %516 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_102 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %517 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg116 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %518 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%516, %517 : tensor<16xf32>, tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<16xf32>
    %collapsed_103 = tensor.collapse_shape %509 [[0, 1, 2, 3]] : tensor<1x16x1x1xf32> into tensor<16xf32>
    %519 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_103 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_1 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %520 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%519 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %521 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg117 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %522 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%520, %521 : tensor<16xf32>, tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<16xf32>
    %expanded_104 = tensor.expand_shape %arg55 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %523 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%515, %expanded_104 : tensor<4x16x2x2xf32>, tensor<16x1x1xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x2x2xf32>
    %expanded_105 = tensor.expand_shape %arg56 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %524 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%523, %expanded_105 : tensor<4x16x2x2xf32>, tensor<16x1x1xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x2x2xf32>
    %525 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%524 : tensor<4x16x2x2xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.cmpf ugt, %in, %cst : f32
      %564 = arith.select %563, %in, %cst : f32
      linalg.yield %564 : f32
    } -> tensor<4x16x2x2xf32>
    %padded_106 = tensor.pad %525 low[0, 0, 1, 1] high[0, 0, 1, 1] {
    ^bb0(%arg123: index, %arg124: index, %arg125: index, %arg126: index):
      tensor.yield %cst : f32
    } : tensor<4x16x2x2xf32> to tensor<4x16x4x4xf32>
    %526 = linalg.conv_2d_nchw_fchw {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%padded_106, %arg57 : tensor<4x16x4x4xf32>, tensor<16x16x3x3xf32>) outs(%415 : tensor<4x16x2x2xf32>) -> tensor<4x16x2x2xf32>
    %527 = linalg.generic {indexing_maps = [#map, #map], iterator_types = []} ins(%arg121 : tensor<i64>) outs(%3 : tensor<i64>) {
    ^bb0(%in: i64, %out: i64):
      %563 = arith.addi %in, %c1_i64 : i64
      linalg.yield %563 : i64
    } -> tensor<i64>
    %528 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%526 : tensor<4x16x2x2xf32>) outs(%418 : tensor<4x16x2x2xf64>) {
    ^bb0(%in: f32, %out: f64):
      %563 = arith.extf %in : f32 to f64
      linalg.yield %563 : f64
    } -> tensor<4x16x2x2xf64>
    %529 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%528 : tensor<4x16x2x2xf64>) outs(%421 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x16x1x1xf64>
    %530 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%529 : tensor<1x16x1x1xf64>) outs(%420 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_14 : f64
      linalg.yield %563 : f64
    } -> tensor<1x16x1x1xf64>
    %531 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%528, %530 : tensor<4x16x2x2xf64>, tensor<1x16x1x1xf64>) outs(%418 : tensor<4x16x2x2xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.subf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x16x2x2xf64>
    %532 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%531, %531 : tensor<4x16x2x2xf64>, tensor<4x16x2x2xf64>) outs(%418 : tensor<4x16x2x2xf64>) {
    ^bb0(%in: f64, %in_112: f64, %out: f64):
      %563 = arith.mulf %in, %in_112 : f64
      linalg.yield %563 : f64
    } -> tensor<4x16x2x2xf64>
    %533 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%532 : tensor<4x16x2x2xf64>) outs(%421 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.addf %in, %out : f64
      linalg.yield %563 : f64
    } -> tensor<1x16x1x1xf64>
    %534 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%533 : tensor<1x16x1x1xf64>) outs(%420 : tensor<1x16x1x1xf64>) {
    ^bb0(%in: f64, %out: f64):
      %563 = arith.divf %in, %cst_14 : f64
      linalg.yield %563 : f64
    } -> tensor<1x16x1x1xf64>
    %535 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%534 : tensor<1x16x1x1xf64>) outs(%428 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f64, %out: f32):
      %563 = arith.truncf %in : f64 to f32
      linalg.yield %563 : f32
    } -> tensor<1x16x1x1xf32>
    %536 = linalg.generic {indexing_maps = [#map1, #map2], iterator_types = ["reduction", "parallel", "reduction", "reduction"]} ins(%526 : tensor<4x16x2x2xf32>) outs(%430 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.addf %in, %out : f32
      linalg.yield %563 : f32
    } -> tensor<1x16x1x1xf32>
    %537 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%536 : tensor<1x16x1x1xf32>) outs(%428 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.divf %in, %cst_15 : f32
      linalg.yield %563 : f32
    } -> tensor<1x16x1x1xf32>
    %538 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%535 : tensor<1x16x1x1xf32>) outs(%428 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_7 : f64 to f32
      %564 = arith.addf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<1x16x1x1xf32>
    %539 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%538 : tensor<1x16x1x1xf32>) outs(%428 : tensor<1x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = math.rsqrt %in : f32
      linalg.yield %563 : f32
    } -> tensor<1x16x1x1xf32>
    %540 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%526, %537 : tensor<4x16x2x2xf32>, tensor<1x16x1x1xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.subf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x2x2xf32>
    %541 = linalg.generic {indexing_maps = [#map1, #map2, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%540, %539 : tensor<4x16x2x2xf32>, tensor<1x16x1x1xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x2x2xf32>
    %collapsed_107 = tensor.collapse_shape %537 [[0, 1, 2, 3]] : tensor<1x16x1x1xf32> into tensor<16xf32>
    %542 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_107 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %543 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg119 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %544 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%542, %543 : tensor<16xf32>, tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<16xf32>
    %collapsed_108 = tensor.collapse_shape %535 [[0, 1, 2, 3]] : tensor<1x16x1x1xf32> into tensor<16xf32>
    %545 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%collapsed_108 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_1 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %546 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%545 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_6 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %547 = linalg.generic {indexing_maps = [#map3, #map3], iterator_types = ["parallel"]} ins(%arg120 : tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.truncf %cst_5 : f64 to f32
      %564 = arith.mulf %in, %563 : f32
      linalg.yield %564 : f32
    } -> tensor<16xf32>
    %548 = linalg.generic {indexing_maps = [#map3, #map3, #map3], iterator_types = ["parallel"]} ins(%546, %547 : tensor<16xf32>, tensor<16xf32>) outs(%437 : tensor<16xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<16xf32>
    %expanded_109 = tensor.expand_shape %arg58 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %549 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%541, %expanded_109 : tensor<4x16x2x2xf32>, tensor<16x1x1xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.mulf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x2x2xf32>
    %expanded_110 = tensor.expand_shape %arg59 [[0, 1, 2]] output_shape [16, 1, 1] : tensor<16xf32> into tensor<16x1x1xf32>
    %550 = linalg.generic {indexing_maps = [#map1, #map4, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%549, %expanded_110 : tensor<4x16x2x2xf32>, tensor<16x1x1xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x2x2xf32>
    %551 = linalg.generic {indexing_maps = [#map1, #map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%550, %499 : tensor<4x16x2x2xf32>, tensor<4x16x2x2xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x2x2xf32>
    %552 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%551 : tensor<4x16x2x2xf32>) outs(%414 : tensor<4x16x2x2xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.cmpf ugt, %in, %cst : f32
      %564 = arith.select %563, %in, %cst : f32
      linalg.yield %564 : f32
    } -> tensor<4x16x2x2xf32>
    %553 = tensor.empty() : tensor<4x16x1x1xf32>
    %554 = linalg.fill ins(%cst : f32) outs(%553 : tensor<4x16x1x1xf32>) -> tensor<4x16x1x1xf32>
    %555 = tensor.empty() : tensor<2x2xf32>
    %556 = linalg.pooling_nchw_sum {dilations = dense<1> : vector<2xi64>, strides = dense<2> : vector<2xi64>} ins(%552, %555 : tensor<4x16x2x2xf32>, tensor<2x2xf32>) outs(%554 : tensor<4x16x1x1xf32>) -> tensor<4x16x1x1xf32>
    %557 = linalg.generic {indexing_maps = [#map1, #map1], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%556 : tensor<4x16x1x1xf32>) outs(%553 : tensor<4x16x1x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %563 = arith.divf %in, %cst_16 : f32
      linalg.yield %563 : f32
    } -> tensor<4x16x1x1xf32>
    %collapsed_111 = tensor.collapse_shape %557 [[0], [1, 2, 3]] : tensor<4x16x1x1xf32> into tensor<4x16xf32>
    %558 = tensor.empty() : tensor<16x10xf32>
    %transposed = linalg.transpose ins(%arg60 : tensor<10x16xf32>) outs(%558 : tensor<16x10xf32>) permutation = [1, 0] 
    %559 = tensor.empty() : tensor<4x10xf32>
    %560 = linalg.fill ins(%cst : f32) outs(%559 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %561 = linalg.matmul ins(%collapsed_111, %transposed : tensor<4x16xf32>, tensor<16x10xf32>) outs(%560 : tensor<4x10xf32>) -> tensor<4x10xf32>
    %562 = linalg.generic {indexing_maps = [#map5, #map6, #map5], iterator_types = ["parallel", "parallel"]} ins(%561, %arg61 : tensor<4x10xf32>, tensor<10xf32>) outs(%559 : tensor<4x10xf32>) {
    ^bb0(%in: f32, %in_112: f32, %out: f32):
      %563 = arith.addf %in, %in_112 : f32
      linalg.yield %563 : f32
    } -> tensor<4x10xf32>
    return %27, %31, %4, %53, %57, %36, %79, %83, %62, %106, %110, %89, %132, %136, %115, %167, %171, %144, %193, %197, %176, %218, %222, %201, %245, %249, %228, %271, %275, %254, %301, %305, %283, %327, %331, %310, %352, %356, %335, %379, %383, %362, %405, %409, %388, %440, %444, %417, %466, %470, %449, %491, %495, %474, %518, %522, %501, %544, %548, %527, %562 : tensor<4xf32>, tensor<4xf32>, tensor<i64>, tensor<4xf32>, tensor<4xf32>, tensor<i64>, tensor<4xf32>, tensor<4xf32>, tensor<i64>, tensor<4xf32>, tensor<4xf32>, tensor<i64>, tensor<4xf32>, tensor<4xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<8xf32>, tensor<8xf32>, tensor<i64>, tensor<16xf32>, tensor<16xf32>, tensor<i64>, tensor<16xf32>, tensor<16xf32>, tensor<i64>, tensor<16xf32>, tensor<16xf32>, tensor<i64>, tensor<16xf32>, tensor<16xf32>, tensor<i64>, tensor<16xf32>, tensor<16xf32>, tensor<i64>, tensor<4x10xf32>
  }
}
