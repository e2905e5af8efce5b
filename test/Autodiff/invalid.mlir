// RUN: approx-opt %s --approx-autodiff="of=f wrt=x" --split-input-file --verify-diagnostics

// expected-error@+1 {{no argument 'x' to differentiate with respect to; known: 'a', 1}}
func.func @f(%a: f32 {approx.name = "a"}, %b: f32) -> f32 {
  return %a : f32
}

// -----

// expected-error@+1 {{argument 0 cannot be differentiated with respect to: expects a float or a ranked tensor of floats, got 'tensor<4xi32>'}}
func.func @f(%x: tensor<4xi32> {approx.name = "x"}) -> f32 {
  %0 = arith.constant 0.0 : f32
  return %0 : f32
}

// -----

// expected-error@+1 {{expects a result with approx.role = "loss", or exactly one scalar float result, got 2 scalar float results}}
func.func @f(%x: f32 {approx.name = "x"}) -> (f32, tensor<f32>) {
  %0 = tensor.from_elements %x : tensor<f32>
  return %x, %0 : f32, tensor<f32>
}

// -----

// expected-error@+1 {{expects the loss to be a scalar float, got 'tensor<4xf32>'}}
func.func @f(%x: tensor<4xf32> {approx.name = "x"}) -> (tensor<4xf32> {approx.role = "loss"}) {
  return %x : tensor<4xf32>
}

// -----

// An op without a rule: what, why, what needs it, what would help.

func.func @f(%x: tensor<4x4xf32> {approx.name = "x"}, %i: tensor<2x1xindex>) -> tensor<f32> {
  %zero = arith.constant dense<0.0> : tensor<f32>
  // expected-error@+2 {{cannot differentiate 'tensor.gather': it has no derivative rule}}
  // expected-note@+1 {{implement lutra::ad::DifferentiableOpInterface for it (an external model will do), put it in a function with an approx.vjp rule, or leave out of 'wrt' the arguments that reach it}}
  %0 = tensor.gather %x[%i] gather_dims([0]) : (tensor<4x4xf32>, tensor<2x1xindex>) -> tensor<2x1x4xf32>
  // expected-note@+1 {{required because 'math.exp' depends on it here}}
  %1 = math.exp %0 : tensor<2x1x4xf32>
  // expected-note@+1 {{required because 'linalg.reduce' depends on it here}}
  %2 = linalg.reduce { arith.addf } ins(%1 : tensor<2x1x4xf32>) outs(%zero : tensor<f32>) dimensions = [0, 1, 2]
  return %2 : tensor<f32>
}

// -----

// The same op is no error where nothing active goes through it.

func.func @f(%x: f32 {approx.name = "x"}, %t: tensor<4xf32>, %i: tensor<2x1xindex>) -> (f32, tensor<2x1xf32>) {
  %0 = tensor.gather %t[%i] gather_dims([0]) : (tensor<4xf32>, tensor<2x1xindex>) -> tensor<2x1xf32>
  return %x, %0 : f32, tensor<2x1xf32>
}

// -----

// Long paths are cut.

func.func @f(%x: f32 {approx.name = "x"}) -> f32 {
  %v = vector.broadcast %x : f32 to vector<2xf32>
  // expected-error@+2 {{cannot differentiate 'vector.extract': it has no derivative rule}}
  // expected-note@+1 {{implement lutra::ad::DifferentiableOpInterface}}
  %0 = vector.extract %v[0] : f32 from vector<2xf32>
  // expected-note@+1 {{required because 'math.exp' depends on it here}}
  %1 = math.exp %0 : f32
  // expected-note@+1 {{required because 'math.sin' depends on it here}}
  %2 = math.sin %1 : f32
  // expected-note@+1 {{required because 'math.cos' depends on it here}}
  %3 = math.cos %2 : f32
  // expected-note@+1 {{required because 'math.tan' depends on it here}}
  %4 = math.tan %3 : f32
  // expected-note@+1 {{required because 'math.tanh' depends on it here}}
  %5 = math.tanh %4 : f32
  // expected-note@+1 {{required because 'math.erf' depends on it here}}
  %6 = math.erf %5 : f32
  %7 = math.atan %6 : f32
  // expected-note@+1 {{... and 2 more ops up to the differentiated result, computed here}}
  %8 = math.absf %7 : f32
  return %8 : f32
}

// -----

func.func @f(%x: tensor<3x4xf32> {approx.name = "x"}) -> tensor<f32> {
  %zero = arith.constant dense<0.0> : tensor<f32>
  // expected-error@+2 {{cannot differentiate 'linalg.reduce': its body combines values by 'arith.divf' in a way that is neither a sum, nor a maximum or minimum, nor a product}}
  // expected-note@+1 {{a reduction has to be a sum, a maximum or minimum, or a product of the accumulator and a value that does not depend on it}}
  %r = linalg.reduce { arith.divf } ins(%x : tensor<3x4xf32>) outs(%zero : tensor<f32>) dimensions = [0, 1]
  return %r : tensor<f32>
}

// -----

func.func @f(%x: tensor<4xf32> {approx.name = "x"}) -> tensor<f32> {
  %zero = arith.constant dense<0.0> : tensor<f32>
  // expected-error@+2 {{cannot differentiate 'linalg.generic': it reduces, but its body does not read the accumulator}}
  // expected-note@+1 {{a reduction has to be}}
  %r = linalg.generic {indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> ()>], iterator_types = ["reduction"]}
      ins(%x : tensor<4xf32>) outs(%zero : tensor<f32>) {
  ^bb0(%a: f32, %o: f32):
    %0 = math.exp %a : f32
    linalg.yield %0 : f32
  } -> tensor<f32>
  return %r : tensor<f32>
}

// -----

func.func @f(%t: tensor<4xf32>, %x: tensor<f32> {approx.name = "x"}) -> tensor<f32> {
  // expected-error@+2 {{cannot differentiate 'linalg.reduce': the init of a product is differentiated}}
  // expected-note@+1 {{start the product from 1 and multiply by the init afterwards}}
  %r = linalg.reduce { arith.mulf } ins(%t : tensor<4xf32>) outs(%x : tensor<f32>) dimensions = [0]
  return %r : tensor<f32>
}

// -----

func.func @f(%x: tensor<4xf32> {approx.name = "x"}, %i: tensor<3xindex>) -> tensor<f32> {
  %zero = arith.constant dense<0.0> : tensor<f32>
  // expected-error@+2 {{cannot differentiate 'linalg.generic': its body reads a differentiated tensor by 'tensor.extract_slice', or within a region of its own}}
  // expected-note@+1 {{make the tensor an operand with an indexing map, or read its elements by tensor.extract in the body itself}}
  %r = linalg.generic {indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> ()>], iterator_types = ["reduction"]}
      ins(%i : tensor<3xindex>) outs(%zero : tensor<f32>) {
  ^bb0(%a: index, %o: f32):
    %s = tensor.extract_slice %x[%a] [1] [1] : tensor<4xf32> to tensor<f32>
    %0 = tensor.extract %s[] : tensor<f32>
    %1 = arith.addf %0, %o : f32
    linalg.yield %1 : f32
  } -> tensor<f32>
  return %r : tensor<f32>
}

// -----

// An op in a body without a rule; the path starts at the op with the body.

func.func @f(%x: tensor<4xf32> {approx.name = "x"}) -> tensor<f32> {
  %zero = arith.constant dense<0.0> : tensor<f32>
  // expected-note@+1 {{in the body of this 'linalg.generic'}}
  %r = linalg.generic {indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> ()>], iterator_types = ["reduction"]}
      ins(%x : tensor<4xf32>) outs(%zero : tensor<f32>) {
  ^bb0(%a: f32, %o: f32):
    %v = vector.broadcast %a : f32 to vector<1xf32>
    // expected-error@+2 {{cannot differentiate 'vector.extract': it has no derivative rule}}
    // expected-note@+1 {{implement lutra::ad::DifferentiableOpInterface}}
    %e = vector.extract %v[0] : f32 from vector<1xf32>
    %0 = arith.addf %e, %o : f32
    linalg.yield %0 : f32
  } -> tensor<f32>
  // expected-note@+1 {{required because 'arith.negf' depends on it here}}
  %n = arith.negf %r : tensor<f32>
  return %n : tensor<f32>
}

// -----

// One message for buffers, as an argument and as an op.

// expected-error@+1 {{cannot differentiate @f: it works on buffers; differentiate tensors, before bufferization}}
func.func @f(%x: f32 {approx.name = "x"}, %m: memref<4xf32>) -> f32 {
  return %x : f32
}

// -----

func.func @f(%x: f32 {approx.name = "x"}) -> f32 {
  %c0 = arith.constant 0 : index
  // expected-error@+1 {{cannot differentiate @f: it works on buffers; differentiate tensors, before bufferization}}
  %m = memref.alloc() : memref<4xf32>
  memref.store %x, %m[%c0] : memref<4xf32>
  return %x : f32
}

// -----

// expected-error@+1 {{expects a function of one block, got 2}}
func.func @f(%x: f32 {approx.name = "x"}) -> f32 {
  cf.br ^end
^end:
  return %x : f32
}

// -----

// expected-note@+1 {{callee is defined here}}
func.func @f(%x: f32 {approx.name = "x"}) -> f32 {
  // expected-error@+1 {{cannot differentiate the call of @f: it is recursive, which is not supported}}
  %0 = call @f(%x) : (f32) -> f32
  return %0 : f32
}

// -----

func.func private @outside(f32) -> f32
func.func @f(%x: f32 {approx.name = "x"}) -> f32 {
  // expected-error@+2 {{cannot differentiate 'func.call': @outside has no body}}
  // expected-note@+1 {{give it a rule with approx.vjp}}
  %0 = call @outside(%x) : (f32) -> f32
  return %0 : f32
}

// -----

func.func private @outside(f32) -> f32 attributes {approx.vjp = @rule}
func.func private @rule(f32) -> f32
func.func @f(%x: f32 {approx.name = "x"}) -> f32 {
  // expected-error@+2 {{cannot differentiate 'func.call': its rule @rule has type (f32) -> f32, expected (f32, f32, f32) -> f32}}
  // expected-note@+1 {{a rule takes the operands, the results and a cotangent per float result, and gives a cotangent per active operand}}
  %0 = call @outside(%x) : (f32) -> f32
  return %0 : f32
}

// -----

func.func private @outside(f32) -> f32
func.func @f(%x: f32 {approx.name = "x"}) -> f32 {
  // expected-error@+1 {{cannot differentiate 'func.call': its rule @missing is not in the module}}
  %0 = call @outside(%x) {approx.vjp = @missing} : (f32) -> f32
  return %0 : f32
}

// -----

func.func private @outside(f32) -> f32
func.func private @rule(f32, f32, f32) -> f32
func.func @f(%x: f32 {approx.name = "x"}) -> f32 {
  // expected-error@+1 {{cannot differentiate 'func.call': approx.active_operands names operand 3 of 1}}
  %0 = call @outside(%x) {approx.vjp = @rule, approx.active_operands = array<i64: 3>} : (f32) -> f32
  return %0 : f32
}

// -----

// Codes carry cotangents (M9): an op that does not know it is no silent zero.

func.func @f(%x: tensor<4xf32> {approx.name = "x"}, %s: tensor<f32>, %z: tensor<i32>) -> tensor<f32> {
  %zero = arith.constant dense<0.0> : tensor<f32>
  %q = approx.quantize %x, %s, %z {qtype = #approx.qtype<ui8>} : tensor<4xf32>, tensor<f32>, tensor<i32> -> tensor<4xi8>
  // expected-error@+2 {{cannot differentiate 'arith.uitofp': it reads the codes of a quantised tensor that is differentiated, and its derivative does not take codes}}
  // expected-note@+1 {{before differentiation codes may be used by approx ops and by ops that reshape, slice or transpose}}
  %0 = arith.uitofp %q : tensor<4xi8> to tensor<4xf32>
  // expected-note@+1 {{required because 'linalg.reduce' depends on it here}}
  %r = linalg.reduce { arith.addf } ins(%0 : tensor<4xf32>) outs(%zero : tensor<f32>) dimensions = [0]
  return %r : tensor<f32>
}

// -----

// expected-error@+1 {{cannot add @f_value_and_grad: the module has a symbol of that name}}
func.func @f(%x: f32 {approx.name = "x"}) -> f32 {
  return %x : f32
}
func.func @f_value_and_grad() {
  return
}

// -----

func.func @f(%x: f32 {approx.name = "x"}) -> f32 {
  // expected-error@+2 {{cannot differentiate 'complex.create': complex numbers cannot be differentiated}}
  // expected-note@+1 {{compute with the real and imaginary parts}}
  %0 = complex.create %x, %x : complex<f32>
  %1 = complex.abs %0 : complex<f32>
  return %1 : f32
}

// -----

func.func @f(%x: f32 {approx.name = "x"}) -> f32 {
  %r = tensor.from_elements %x : tensor<1xf32>
  %0 = tensor.cast %r : tensor<1xf32> to tensor<*xf32>
  // expected-error@+1 {{cannot differentiate 'tensor.cast': its source has no rank}}
  %1 = tensor.cast %0 : tensor<*xf32> to tensor<1xf32>
  %c0 = arith.constant 0 : index
  // expected-note@+1 {{required because 'tensor.extract' depends on it here}}
  %2 = tensor.extract %1[%c0] : tensor<1xf32>
  return %2 : f32
}

// -----

func.func @f(%x: f32 {approx.name = "x"}, %n: index) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  // expected-error@+2 {{cannot differentiate 'scf.for': its number of iterations is not known when compiling}}
  // expected-note@+1 {{give it constant bounds and a constant step}}
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%a = %x) -> f32 {
    %0 = math.sin %a : f32
    scf.yield %0 : f32
  }
  return %r : f32
}

// -----

func.func @f(%x: f32 {approx.name = "x"}) -> f32 {
  %limit = arith.constant 10.0 : f32
  // expected-error@+2 {{cannot differentiate 'scf.while': its number of iterations is known only after it has run}}
  // expected-note@+1 {{write it as scf.for with constant bounds}}
  %r = scf.while (%a = %x) : (f32) -> f32 {
    %p = arith.cmpf olt, %a, %limit : f32
    scf.condition(%p) %a : f32
  } do {
  ^bb0(%a: f32):
    %0 = arith.mulf %a, %a : f32
    scf.yield %0 : f32
  }
  return %r : f32
}

// -----

func.func @f(%x: f32 {approx.name = "x"}, %t: tensor<?xf32>) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  // expected-error@+2 {{cannot differentiate 'scf.for': iteration argument 1 is of type tensor<?xf32>}}
  // expected-note@+1 {{what a differentiated loop carries is kept for every iteration: it has to be a number or a tensor of static shape}}
  %r:2 = scf.for %i = %c0 to %c2 step %c1 iter_args(%a = %x, %b = %t) -> (f32, tensor<?xf32>) {
    %0 = math.sin %a : f32
    scf.yield %0, %b : f32, tensor<?xf32>
  }
  return %r#0 : f32
}

// -----

// In a region: the path starts at the op with the region.

func.func @f(%x: f32 {approx.name = "x"}, %p: i1) -> f32 {
  // expected-note@+1 {{in the body of this 'scf.if'}}
  %r = scf.if %p -> f32 {
    %v = vector.broadcast %x : f32 to vector<1xf32>
    // expected-error@+2 {{cannot differentiate 'vector.extract': it has no derivative rule}}
    // expected-note@+1 {{implement lutra::ad::DifferentiableOpInterface}}
    %e = vector.extract %v[0] : f32 from vector<1xf32>
    scf.yield %e : f32
  } else {
    scf.yield %x : f32
  }
  // expected-note@+1 {{required because 'arith.negf' depends on it here}}
  %n = arith.negf %r : f32
  return %n : f32
}
