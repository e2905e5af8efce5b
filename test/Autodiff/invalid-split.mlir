// RUN: approx-opt %s --split-input-file --verify-diagnostics --approx-autodiff="of=f wrt=0 mode=split"

// expected-error @+1 {{cannot add @f_bwd: the module has a symbol of that name}}
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  return %x : tensor<4xf32>
}
func.func private @f_bwd()

// -----

// expected-error @+1 {{cannot add @f_fwd: the module has a symbol of that name}}
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  return %x : tensor<4xf32>
}
func.func private @f_fwd()

// -----

// expected-error @+1 {{cannot split @f: it has no float result that is not the new value of an argument}}
func.func @f(%x: tensor<4xf32> {approx.name = "x"}) -> (tensor<4xf32> {approx.updates = "x"}) {
  return %x : tensor<4xf32>
}

// -----

// What a rule refuses is refused here, too, and nothing is left behind.
func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error @+2 {{cannot differentiate 'func.call': @g has no body}}
  // expected-note @+1 {{give it a rule with approx.vjp}}
  %0 = call @g(%x) : (tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}
func.func private @g(tensor<4xf32>) -> tensor<4xf32>
