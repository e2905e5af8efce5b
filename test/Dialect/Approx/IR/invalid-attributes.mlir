// RUN: approx-opt %s --split-input-file --verify-diagnostics

// expected-error @below {{expects a type from ui2 to ui8 or si2 to si8, got 'i8'}}
func.func private @f() attributes {q = #approx.qtype<i8>}

// -----

// expected-error @below {{expects a type from ui2 to ui8 or si2 to si8, got 'ui9'}}
func.func private @f() attributes {q = #approx.qtype<ui9>}

// -----

// expected-error @below {{expects a type from ui2 to ui8 or si2 to si8, got 'si1'}}
func.func private @f() attributes {q = #approx.qtype<si1>}

// -----

// expected-error @below {{expects a signed type for a narrow range, got 'ui8'}}
func.func private @f() attributes {q = #approx.qtype<ui8, narrow>}

// -----

// expected-error @below {{unknown gradient estimator 'lut-3d'; did you mean 'lut-2d'?}}
func.func private @f() attributes {g = #approx.gradient<"lut-3d">}

// -----

// expected-error @below {{expects an integer or a string for parameter 'drop', got 9.000000e+00 : f32}}
func.func private @f() attributes {f = #approx.family<"truncated", {drop = 9.0 : f32}>}

// -----

// expected-error @below {{expects the name of a multiplier family}}
func.func private @f() attributes {f = #approx.family<"">}

// -----

// expected-error @below {{'approx.role' of argument #0 expects one of parameter, buffer, optimizer_state, range, input, label, seed, learning_rate, step_count, loss, logits, gradient, status, residual, cotangent, got "weight"}}
func.func private @f(tensor<2xf32> {approx.role = "weight"})

// -----

// expected-error @below {{'approx.bounds' of argument #0 expects the lowest and the highest value, got array<i64: 3>}}
func.func private @f(tensor<2xi64> {approx.bounds = array<i64: 3>})

// -----

// expected-error @below {{'approx.bounds' of argument #0 expects an argument of integers, got 'tensor<2xf32>'}}
func.func private @f(tensor<2xf32> {approx.bounds = array<i64: 0, 3>})

// -----

// expected-error @below {{'approx.role' of result #1 expects one of}}
func.func private @f() -> (f32, f32 {approx.role = 3 : i64})

// -----

// expected-error @below {{'approx.name' of argument #1 expects a unique name, got "w", which is the name of argument #0 too}}
func.func private @f(f32 {approx.name = "w"}, f32 {approx.name = "w"})

// -----

// expected-error @below {{'approx.name' of argument #0 expects a string, got unit}}
func.func private @f(f32 {approx.name})

// -----

// expected-error @below {{'approx.updates' of result #0 expects the name of an argument, got "v"}}
func.func private @f(f32 {approx.name = "w"}) -> (f32 {approx.updates = "v"})

// -----

// expected-error @below {{'approx.updates' of result #0 expects the type of "w", 'tensor<2xf32>', got 'tensor<3xf32>'}}
func.func private @f(tensor<2xf32> {approx.name = "w"}) -> (tensor<3xf32> {approx.updates = "w"})

// -----

// expected-error @below {{'approx.updates' of result #1 expects one new value of "w", which result #0 updates too}}
func.func private @f(f32 {approx.name = "w"}) -> (f32 {approx.updates = "w"}, f32 {approx.updates = "w"})

// -----

// expected-error @below {{'approx.updates' of argument #0 is not expected here}}
func.func private @f(f32 {approx.updates = "w"})

// -----

// expected-error @below {{'approx.qtype' of argument #0 expects an argument of i8 codes, got 'tensor<2xf32>'}}
func.func private @f(tensor<2xf32> {approx.qtype = #approx.qtype<ui8>})

// -----

// expected-error @below {{'approx.qtype' of argument #0 expects #approx.qtype, got "ui8"}}
func.func private @f(tensor<2xi8> {approx.qtype = "ui8"})

// -----

// expected-error @below {{'approx.status_names' expects an array of strings, got [1]}}
func.func private @f() attributes {approx.status_names = [1]}

// -----

// expected-error @below {{'approx.layers' expects an array, got "all"}}
func.func private @f() attributes {approx.layers = "all"}

// -----

// expected-error @below {{'approx.kinks' expects one of pytorch, jax, got "torch"}}
module attributes {approx.kinks = "torch"} {}

// -----

// expected-error @below {{'approx.kinks' expects a module, got func.func}}
func.func private @f() attributes {approx.kinks = "jax"}

// -----

// expected-error @below {{'approx.vjp' expects a symbol, got "g"}}
func.func private @f() attributes {approx.vjp = "g"}

// -----

func.func @f(%x: tensor<2xf32>) -> tensor<2xf32> {
  // expected-error @below {{'approx.vjp' expects a function or a call, got arith.negf}}
  %0 = arith.negf %x {approx.vjp = @g} : tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----

func.func @f(%a: tensor<2x3xf32>, %b: tensor<3x2xf32>, %c: tensor<2x2xf32>) -> tensor<2x2xf32> {
  // expected-error @below {{'approx.policy' expects one of approximate, int8, float, got "exact"}}
  %0 = linalg.matmul {approx.policy = "exact"} ins(%a, %b : tensor<2x3xf32>, tensor<3x2xf32>) outs(%c : tensor<2x2xf32>) -> tensor<2x2xf32>
  return %0 : tensor<2x2xf32>
}

// -----

func.func @f(%a: tensor<2x3xf32>, %b: tensor<3x2xf32>, %c: tensor<2x2xf32>) -> tensor<2x2xf32> {
  // expected-error @below {{'approx.operand_order' expects one of weight_first, activation_first, got "lhs"}}
  %0 = linalg.matmul {approx.operand_order = "lhs"} ins(%a, %b : tensor<2x3xf32>, tensor<3x2xf32>) outs(%c : tensor<2x2xf32>) -> tensor<2x2xf32>
  return %0 : tensor<2x2xf32>
}

// -----

func.func @f(%a: tensor<2x3xf32>, %b: tensor<3x2xf32>, %c: tensor<2x2xf32>) -> tensor<2x2xf32> {
  // expected-error @below {{'approx.multiplier' expects a symbol, got "m"}}
  %0 = linalg.matmul {approx.multiplier = "m"} ins(%a, %b : tensor<2x3xf32>, tensor<3x2xf32>) outs(%c : tensor<2x2xf32>) -> tensor<2x2xf32>
  return %0 : tensor<2x2xf32>
}

// -----

// M10: an op that no lowering could make approximate.
func.func @f(%x: tensor<2xf32>, %y: tensor<2xf32>) -> tensor<2xf32> {
  // expected-error @below {{'approx.multiplier' expects a linalg contraction or convolution, got linalg.exp}}
  %0 = linalg.exp {approx.multiplier = @m} ins(%x : tensor<2xf32>) outs(%y : tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----

func.func @f(%a: tensor<2x3xf32>, %b: tensor<3x2xf32>, %c: tensor<2x2xf32>) -> tensor<2x2xf32> {
  // expected-error @below {{'approx.gradient' expects #approx.gradient or a string, got 16}}
  %0 = linalg.matmul {approx.gradient = 16} ins(%a, %b : tensor<2x3xf32>, tensor<3x2xf32>) outs(%c : tensor<2x2xf32>) -> tensor<2x2xf32>
  return %0 : tensor<2x2xf32>
}

// -----

func.func @f(%a: tensor<2x3xf32>, %b: tensor<3x2xf32>, %c: tensor<2x2xf32>) -> tensor<2x2xf32> {
  // expected-error @below {{'approx.gradient' has unknown gradient estimator 'lut-3d'}}
  %0 = linalg.matmul {approx.gradient = "lut-3d"} ins(%a, %b : tensor<2x3xf32>, tensor<3x2xf32>) outs(%c : tensor<2x2xf32>) -> tensor<2x2xf32>
  return %0 : tensor<2x2xf32>
}

// -----

// expected-error @below {{'approx.active_operands' expects an array of i64, got [0]}}
func.func private @f() attributes {approx.active_operands = [0]}

// -----

// M10: a misspelt request would be ignored.
func.func @f(%a: tensor<2x3xf32>, %b: tensor<3x2xf32>, %c: tensor<2x2xf32>) -> tensor<2x2xf32> {
  // expected-error @below {{no attribute of the approx dialect is called 'approx.mutliplier'; did you mean 'approx.multiplier'?}}
  %0 = linalg.matmul {approx.mutliplier = @m} ins(%a, %b : tensor<2x3xf32>, tensor<3x2xf32>) outs(%c : tensor<2x2xf32>) -> tensor<2x2xf32>
  return %0 : tensor<2x2xf32>
}

// -----

// expected-error @below {{estimator 'ste' names no file, expects no data}}
func.func private @f() attributes {q = #approx.gradient<"ste", {hash = "00"}>}

// -----

// expected-error @below {{expects data of 'hash', a string, and of 'lhs' and 'rhs', resources of f64}}
func.func private @f() attributes {q = #approx.gradient<"table:file=t.txt", {hash = "00", lhs = dense<1.0> : tensor<4xf64>, rhs = dense<1.0> : tensor<4xf64>}>}
