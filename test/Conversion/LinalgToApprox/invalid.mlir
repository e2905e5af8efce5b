// M10: what is asked for and cannot be done is an error that says why.
// RUN: approx-opt %s --convert-linalg-to-approx=multiplier=exact:8x8 --split-input-file --verify-diagnostics

func.func @main(%x: tensor<4x3xf64>, %w: tensor<3x5xf64>, %o: tensor<4x5xf64>) -> tensor<4x5xf64> {
  // expected-error@+1 {{layer 'matmul0' (linalg.matmul) cannot be made approximate: expects operands of type f32, got f64}}
  %0 = linalg.matmul ins(%x, %w : tensor<4x3xf64>, tensor<3x5xf64>) outs(%o : tensor<4x5xf64>) -> tensor<4x5xf64>
  return %0 : tensor<4x5xf64>
}

// -----

func.func @main(%x: memref<4x3xf32>, %w: memref<3x5xf32>, %o: memref<4x5xf32>) {
  // expected-error@+1 {{cannot be made approximate: expects tensors, got buffers}}
  linalg.matmul ins(%x, %w : memref<4x3xf32>, memref<3x5xf32>) outs(%o : memref<4x5xf32>)
  return
}

// -----

func.func @main(%x: tensor<2x1x8x8xf32>, %w: tensor<1x3x3xf32>, %o: tensor<2x1x6x6xf32>) -> tensor<2x1x6x6xf32> {
  // expected-error@+1 {{layer 'other0' (linalg.depthwise_conv_2d_nchw_chw) cannot be made approximate: there is no approximate form of this op; supported are linalg.matmul, linalg.batch_matmul, linalg.conv_2d_nchw_fchw, linalg.conv_2d_nhwc_hwcf, linalg.conv_2d_ngchw_gfchw and linalg.conv_2d_nhwgc_gfhwc, into which approx-prepare turns other contractions}}
  %0 = linalg.depthwise_conv_2d_nchw_chw {strides = dense<1> : tensor<2xi64>, dilations = dense<1> : tensor<2xi64>}
      ins(%x, %w : tensor<2x1x8x8xf32>, tensor<1x3x3xf32>) outs(%o : tensor<2x1x6x6xf32>) -> tensor<2x1x6x6xf32>
  return %0 : tensor<2x1x6x6xf32>
}

// -----

// The left operand is broadcast by the op's map.
#k = affine_map<(m, n, k) -> (k)>
#kn = affine_map<(m, n, k) -> (k, n)>
#mn = affine_map<(m, n, k) -> (m, n)>
func.func @main(%x: tensor<3xf32>, %w: tensor<3x5xf32>, %o: tensor<4x5xf32>) -> tensor<4x5xf32> {
  // expected-error@+1 {{cannot be made approximate: its indexing maps are not those of a plain or transposed operand}}
  %0 = linalg.matmul indexing_maps = [#k, #kn, #mn] ins(%x, %w : tensor<3xf32>, tensor<3x5xf32>) outs(%o : tensor<4x5xf32>) -> tensor<4x5xf32>
  return %0 : tensor<4x5xf32>
}

// -----

#mk = affine_map<(m, n, k) -> (m, k)>
#kn = affine_map<(m, n, k) -> (k, n)>
#mn = affine_map<(m, n, k) -> (m, n)>
func.func @main(%x: tensor<4x3xf32>, %w: tensor<3x5xf32>, %o: tensor<4x5xf32>) -> tensor<4x5xf32> {
  // expected-error@+1 {{layer 'other0' (linalg.generic) cannot be made approximate: there is no approximate form of this op}}
  %0 = linalg.generic {indexing_maps = [#mk, #kn, #mn], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<4x3xf32>, tensor<3x5xf32>) outs(%o : tensor<4x5xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %c, %p : f32
    linalg.yield %s : f32
  } -> tensor<4x5xf32>
  return %0 : tensor<4x5xf32>
}

// -----

func.func @main(%x: tensor<4x3xf32>, %w: tensor<3x5xf32>, %o: tensor<4x5xf32>, %p: i1) -> tensor<4x5xf32> {
  %r = scf.if %p -> tensor<4x5xf32> {
    // expected-error@+1 {{cannot be made approximate: it is inside 'scf.if', where its range cannot be a function result}}
    %0 = linalg.matmul ins(%x, %w : tensor<4x3xf32>, tensor<3x5xf32>) outs(%o : tensor<4x5xf32>) -> tensor<4x5xf32>
    scf.yield %0 : tensor<4x5xf32>
  } else {
    scf.yield %o : tensor<4x5xf32>
  }
  return %r : tensor<4x5xf32>
}

// -----

// expected-error@+1 {{@main has no contraction to approximate}}
func.func @main(%x: tensor<4x3xf32>) -> tensor<4x3xf32> {
  return %x : tensor<4x3xf32>
}

// -----

func.func @main(%x: tensor<4x3xf32>, %w: tensor<3x5xf32>, %o: tensor<4x5xf32>) -> tensor<4x5xf32> {
  // expected-error@+1 {{no multiplier @missing in the module}}
  %0 = linalg.matmul {approx.multiplier = @missing} ins(%x, %w : tensor<4x3xf32>, tensor<3x5xf32>) outs(%o : tensor<4x5xf32>) -> tensor<4x5xf32>
  return %0 : tensor<4x5xf32>
}
