// loss = sum((w - x)^2) / 2 and its gradient w - x, written by hand, so that
// tests of the optimizers depend on no other pass.

#id = affine_map<(d0) -> (d0)>
#all = affine_map<(d0) -> ()>

func.func @main(%w: tensor<3xf32> {approx.role = "parameter", approx.name = "w"},
                %x: tensor<3xf32> {approx.role = "input", approx.name = "x"})
    -> (tensor<f32> {approx.role = "loss"}) {
  %loss, %gradient = func.call @main_value_and_grad(%w, %x)
      : (tensor<3xf32>, tensor<3xf32>) -> (tensor<f32>, tensor<3xf32>)
  return %loss : tensor<f32>
}

func.func @main_value_and_grad(
    %w: tensor<3xf32> {approx.role = "parameter", approx.name = "w"},
    %x: tensor<3xf32> {approx.role = "input", approx.name = "x"})
    -> (tensor<f32> {approx.role = "loss"},
        tensor<3xf32> {approx.role = "gradient", approx.name = "w gradient"}) {
  %zero = arith.constant 0.0 : f32
  %half = arith.constant 0.5 : f32
  %empty = tensor.empty() : tensor<3xf32>
  %gradient = linalg.sub ins(%w, %x : tensor<3xf32>, tensor<3xf32>)
      outs(%empty : tensor<3xf32>) -> tensor<3xf32>
  %scalar = tensor.empty() : tensor<f32>
  %start = linalg.fill ins(%zero : f32) outs(%scalar : tensor<f32>) -> tensor<f32>
  %loss = linalg.generic {indexing_maps = [#id, #all], iterator_types = ["reduction"]}
      ins(%gradient : tensor<3xf32>) outs(%start : tensor<f32>) {
  ^bb0(%g: f32, %sum: f32):
    %square = arith.mulf %g, %g : f32
    %part = arith.mulf %square, %half : f32
    %new = arith.addf %sum, %part : f32
    linalg.yield %new : f32
  } -> tensor<f32>
  return %loss, %gradient : tensor<f32>, tensor<3xf32>
}
