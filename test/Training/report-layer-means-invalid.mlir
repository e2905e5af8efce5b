// RUN: approx-opt %s --approx-report-layer-means=function=f --split-input-file --verify-diagnostics

// expected-error @+1 {{has no matmul or convolution whose weight is an argument of role parameter}}
func.func @f(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  return %x : tensor<2x3xf32>
}

// -----

func.func @f(%w: tensor<4x3xf32> {approx.role = "parameter", approx.name = "w"}, %x: tensor<?x4xf32>,
             %init: tensor<?x3xf32>) -> tensor<?x3xf32> {
  // expected-error @+1 {{has a dynamic shape; the mean of a layer needs static ones}}
  %y = linalg.matmul ins(%x, %w : tensor<?x4xf32>, tensor<4x3xf32>) outs(%init : tensor<?x3xf32>) -> tensor<?x3xf32>
  return %y : tensor<?x3xf32>
}
