// padding=skip: what a convolution's image is padded with by zeros gets no
// products (M3), also behind what brings it into another form. Without the option
// nothing changes, and nothing does where the padding is no padding with zeros,
// where there is none, and where products are exact.

// DEFINE: %{options} =
// DEFINE: %{run} = approx-opt %s --convert-linalg-to-approx="multiplier=or_compressed:8x8 %{options}"
// REDEFINE: %{options} = padding=skip keep-exact=exact
// RUN: %{run} | FileCheck %s
// REDEFINE: %{options} = keep-exact=exact
// RUN: %{run} | FileCheck %s --check-prefix=ZERO-POINT
// ZERO-POINT-NOT: skip

// CHECK:     func.func @main(
// CHECK-SAME: approx.layers = [{gradient = {{[^}]*}}name = "plain"{{[^}]*}}padding = "skip"
// CHECK-SAME: {{.*}}name = "exact", order = #approx.order<rhs_first>, policy = "int8"}
// CHECK:      approx.conv_2d {{.*}}tensor<1x2x9x10xi8>{{.*}}approx.name = "plain"{{.*}}skipped_padding = array<i64: 1, 2, 3, 0>
// CHECK:      approx.conv_2d {{.*}}approx.name = "grouped"{{.*}}skipped_padding = array<i64: 1, 2, 3, 0>
// CHECK:      approx.conv_2d {{.*}}approx.name = "turned"{{.*}}skipped_padding = array<i64: 1, 2, 3, 0>
// CHECK:      approx.conv_2d {{.*}}approx.name = "inserted"{{.*}}skipped_padding = array<i64: 1, 2, 3, 0>
// CHECK-NOT:  skipped_padding
func.func @main(%x: tensor<1x2x6x7xf32> {approx.role = "input", approx.name = "x"},
                %w: tensor<4x2x3x3xf32> {approx.role = "parameter", approx.name = "w"},
                %wg: tensor<2x4x1x3x3xf32> {approx.role = "parameter", approx.name = "wg"},
                %wt: tensor<3x3x2x4xf32> {approx.role = "parameter", approx.name = "wt"})
    -> (tensor<1x4x7x8xf32>, tensor<1x2x4x7x8xf32>, tensor<1x7x8x4xf32>, tensor<1x4x7x8xf32>, tensor<1x4x7x8xf32>, tensor<1x4x4x5xf32>, tensor<1x4x7x8xf32>) {
  %zero = arith.constant 0.0 : f32
  %one = arith.constant 1.0 : f32
  %padded = tensor.pad %x low[0, 0, 1, 3] high[0, 0, 2, 0] {
  ^bb0(%i: index, %j: index, %k: index, %l: index):
    tensor.yield %zero : f32
  } : tensor<1x2x6x7xf32> to tensor<1x2x9x10xf32>
  %e = tensor.empty() : tensor<1x4x7x8xf32>
  %c = linalg.fill ins(%zero : f32) outs(%e : tensor<1x4x7x8xf32>) -> tensor<1x4x7x8xf32>
  %0 = linalg.conv_2d_nchw_fchw {approx.name = "plain"} ins(%padded, %w : tensor<1x2x9x10xf32>, tensor<4x2x3x3xf32>) outs(%c : tensor<1x4x7x8xf32>) -> tensor<1x4x7x8xf32>

  %groups = tensor.expand_shape %padded [[0], [1, 2], [3], [4]] output_shape [1, 2, 1, 9, 10] : tensor<1x2x9x10xf32> into tensor<1x2x1x9x10xf32>
  %eg = tensor.empty() : tensor<1x2x4x7x8xf32>
  %cg = linalg.fill ins(%zero : f32) outs(%eg : tensor<1x2x4x7x8xf32>) -> tensor<1x2x4x7x8xf32>
  %1 = linalg.conv_2d_ngchw_gfchw {approx.name = "grouped"} ins(%groups, %wg : tensor<1x2x1x9x10xf32>, tensor<2x4x1x3x3xf32>) outs(%cg : tensor<1x2x4x7x8xf32>) -> tensor<1x2x4x7x8xf32>

  %et = tensor.empty() : tensor<1x9x10x2xf32>
  %turned = linalg.transpose ins(%padded : tensor<1x2x9x10xf32>) outs(%et : tensor<1x9x10x2xf32>) permutation = [0, 2, 3, 1]
  %en = tensor.empty() : tensor<1x7x8x4xf32>
  %cn = linalg.fill ins(%zero : f32) outs(%en : tensor<1x7x8x4xf32>) -> tensor<1x7x8x4xf32>
  %2 = linalg.conv_2d_nhwc_hwcf {approx.name = "turned"} ins(%turned, %wt : tensor<1x9x10x2xf32>, tensor<3x3x2x4xf32>) outs(%cn : tensor<1x7x8x4xf32>) -> tensor<1x7x8x4xf32>

  %ez = tensor.empty() : tensor<1x2x9x10xf32>
  %zeros = linalg.fill ins(%zero : f32) outs(%ez : tensor<1x2x9x10xf32>) -> tensor<1x2x9x10xf32>
  %inserted = tensor.insert_slice %x into %zeros[0, 0, 1, 3] [1, 2, 6, 7] [1, 1, 1, 1] : tensor<1x2x6x7xf32> into tensor<1x2x9x10xf32>
  %3 = linalg.conv_2d_nchw_fchw {approx.name = "inserted"} ins(%inserted, %w : tensor<1x2x9x10xf32>, tensor<4x2x3x3xf32>) outs(%c : tensor<1x4x7x8xf32>) -> tensor<1x4x7x8xf32>

  %ones = tensor.pad %x low[0, 0, 1, 3] high[0, 0, 2, 0] {
  ^bb0(%i: index, %j: index, %k: index, %l: index):
    tensor.yield %one : f32
  } : tensor<1x2x6x7xf32> to tensor<1x2x9x10xf32>
  %4 = linalg.conv_2d_nchw_fchw {approx.name = "ones"} ins(%ones, %w : tensor<1x2x9x10xf32>, tensor<4x2x3x3xf32>) outs(%c : tensor<1x4x7x8xf32>) -> tensor<1x4x7x8xf32>

  %es = tensor.empty() : tensor<1x4x4x5xf32>
  %cs = linalg.fill ins(%zero : f32) outs(%es : tensor<1x4x4x5xf32>) -> tensor<1x4x4x5xf32>
  %5 = linalg.conv_2d_nchw_fchw {approx.name = "bare"} ins(%x, %w : tensor<1x2x6x7xf32>, tensor<4x2x3x3xf32>) outs(%cs : tensor<1x4x4x5xf32>) -> tensor<1x4x4x5xf32>

  %6 = linalg.conv_2d_nchw_fchw {approx.name = "exact"} ins(%padded, %w : tensor<1x2x9x10xf32>, tensor<4x2x3x3xf32>) outs(%c : tensor<1x4x7x8xf32>) -> tensor<1x4x7x8xf32>
  return %0, %1, %2, %3, %4, %5, %6 : tensor<1x4x7x8xf32>, tensor<1x2x4x7x8xf32>, tensor<1x7x8x4xf32>, tensor<1x4x7x8xf32>, tensor<1x4x7x8xf32>, tensor<1x4x4x5xf32>, tensor<1x4x7x8xf32>
}
