// The range of a padded input is that of the input before zeros were added (M3):
// the padding would pull a moving average towards 0. Other padding counts.

// RUN: approx-opt %s --convert-linalg-to-approx="function=zeros multiplier=exact:8x8" | FileCheck %s --check-prefix=ZEROS
// RUN: approx-opt %s --convert-linalg-to-approx="function=ones multiplier=exact:8x8" | FileCheck %s --check-prefix=ONES
// ZEROS-LABEL: func.func @zeros(
// ZEROS:       approx.update_range %arg1, {{.*}} : tensor<2x3xf32>
// ONES-LABEL:  func.func @ones(
// ONES:        %[[PADDED:.*]] = tensor.pad
// ONES:        approx.update_range %[[PADDED]], {{.*}} : tensor<2x4xf32>

func.func @zeros(%w: tensor<4x3xf32> {approx.role = "parameter", approx.name = "w"},
                 %x: tensor<2x3xf32> {approx.role = "input", approx.name = "x"}) -> tensor<2x3xf32> {
  %zero = arith.constant 0.0 : f32
  %padded = tensor.pad %x low[0, 1] high[0, 0] {
  ^bb0(%i: index, %j: index):
    tensor.yield %zero : f32
  } : tensor<2x3xf32> to tensor<2x4xf32>
  %empty = tensor.empty() : tensor<2x3xf32>
  %init = linalg.fill ins(%zero : f32) outs(%empty : tensor<2x3xf32>) -> tensor<2x3xf32>
  %y = linalg.matmul ins(%padded, %w : tensor<2x4xf32>, tensor<4x3xf32>) outs(%init : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %y : tensor<2x3xf32>
}

func.func @ones(%w: tensor<4x3xf32> {approx.role = "parameter", approx.name = "w"},
                %x: tensor<2x3xf32> {approx.role = "input", approx.name = "x"}) -> tensor<2x3xf32> {
  %zero = arith.constant 0.0 : f32
  %one = arith.constant 1.0 : f32
  %padded = tensor.pad %x low[0, 1] high[0, 0] {
  ^bb0(%i: index, %j: index):
    tensor.yield %one : f32
  } : tensor<2x3xf32> to tensor<2x4xf32>
  %empty = tensor.empty() : tensor<2x3xf32>
  %init = linalg.fill ins(%zero : f32) outs(%empty : tensor<2x3xf32>) -> tensor<2x3xf32>
  %y = linalg.matmul ins(%padded, %w : tensor<2x4xf32>, tensor<4x3xf32>) outs(%init : tensor<2x3xf32>) -> tensor<2x3xf32>
  return %y : tensor<2x3xf32>
}
