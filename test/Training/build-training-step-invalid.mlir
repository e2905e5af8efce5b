// RUN: approx-opt %s --approx-build-training-step --split-input-file --verify-diagnostics

// DEFINE: %{options} =
// DEFINE: %{run} = not approx-opt %S/Inputs/quadratic.mlir --approx-build-training-step="%{options}" -o /dev/null 2>&1
// REDEFINE: %{options} = optimizer=adagrad
// RUN: %{run} | FileCheck %s --check-prefix=OPTIMIZER
// OPTIMIZER: error: unknown optimizer 'adagrad', expected one of sgd, adam, adamw
// REDEFINE: %{options} = optimizer=adam momentum=0.9
// RUN: %{run} | FileCheck %s --check-prefix=UNUSED
// UNUSED: error: optimizer adam has no momentum, only beta1 beta2 eps weight-decay
// REDEFINE: %{options} = nesterov
// RUN: %{run} | FileCheck %s --check-prefix=NESTEROV
// NESTEROV: error: expects nesterov with a momentum above 0
// REDEFINE: %{options} = momentum=1.5
// RUN: %{run} | FileCheck %s --check-prefix=MOMENTUM
// MOMENTUM: error: expects momentum in [0, 1), got 1.5
// REDEFINE: %{options} = weight-decay=-1
// RUN: %{run} | FileCheck %s --check-prefix=DECAY
// DECAY: error: expects weight-decay of at least 0, got -1.0
// REDEFINE: %{options} = optimizer=adam beta1=1
// RUN: %{run} | FileCheck %s --check-prefix=BETA1
// BETA1: error: expects beta1 in [0, 1), got 1.0
// REDEFINE: %{options} = optimizer=adam beta2=1
// RUN: %{run} | FileCheck %s --check-prefix=BETA2
// BETA2: error: expects beta2 in [0, 1), got 1.0
// REDEFINE: %{options} = optimizer=adam eps=-1
// RUN: %{run} | FileCheck %s --check-prefix=EPS
// EPS: error: expects eps of at least 0, got -1.0
// REDEFINE: %{options} = emit=predict
// RUN: %{run} | FileCheck %s --check-prefix=EMIT
// EMIT: error: cannot emit 'predict', expected train_step, evaluate or calibrate
// REDEFINE: %{options} = emit=calibrate
// RUN: %{run} | FileCheck %s --check-prefix=CALIBRATE
// CALIBRATE: error: cannot build @calibrate: @main has no ranges
// REDEFINE: %{options} = calibrate-arithmetic=half
// RUN: %{run} | FileCheck %s --check-prefix=ARITHMETIC
// ARITHMETIC: error: unknown calibrate-arithmetic 'half', expected float, int8 or approximate
// REDEFINE: %{options} = calibrate-buffers=all
// RUN: %{run} | FileCheck %s --check-prefix=BUFFERS
// BUFFERS: error: unknown calibrate-buffers 'all', expected keep or update

// expected-error@+1 {{argument 0 of @main has no approx.role and approx.name (approx-prepare adds them)}}
func.func @main(%x: tensor<f32>) -> (tensor<f32> {approx.role = "loss"}) {
  return %x : tensor<f32>
}

// -----

// expected-error@+1 {{@main has no result of role loss}}
func.func @main(%x: tensor<f32> {approx.role = "input", approx.name = "x"}) -> tensor<f32> {
  return %x : tensor<f32>
}

// -----

// expected-error@+1 {{no function @main_value_and_grad; run approx-autodiff first}}
func.func @main(%x: tensor<f32> {approx.role = "input", approx.name = "x"}) -> (tensor<f32> {approx.role = "loss"}) {
  return %x : tensor<f32>
}

// -----

func.func @main(%x: tensor<f32> {approx.role = "input", approx.name = "x"}) -> (tensor<f32> {approx.role = "loss"}) {
  return %x : tensor<f32>
}
// expected-error@+1 {{@main_value_and_grad has no result of role gradient}}
func.func @main_value_and_grad(%x: tensor<f32> {approx.role = "input", approx.name = "x"}) -> (tensor<f32> {approx.role = "loss"}) {
  return %x : tensor<f32>
}

// -----

func.func @main(%x: tensor<f32> {approx.role = "parameter", approx.name = "x"}) -> (tensor<f32> {approx.role = "loss"}) {
  return %x : tensor<f32>
}
// expected-error@+1 {{result 1 has role gradient; expected approx.name to be "<argument> gradient", got "y"}}
func.func @main_value_and_grad(%x: tensor<f32> {approx.role = "parameter", approx.name = "x"})
    -> (tensor<f32> {approx.role = "loss"}, tensor<f32> {approx.role = "gradient", approx.name = "y gradient"}) {
  return %x, %x : tensor<f32>, tensor<f32>
}

// -----

// expected-error@+1 {{the module has a symbol @evaluate already}}
func.func @main(%x: tensor<f32> {approx.role = "input", approx.name = "x"}) -> (tensor<f32> {approx.role = "loss"}) {
  return %x : tensor<f32>
}
func.func private @evaluate()

// -----

// expected-error @below {{seed 's' of @main expects a tensor of integers of up to 64 bits, got 'tensor<f32>'}}
func.func @main(%s: tensor<f32> {approx.role = "seed", approx.name = "s"}) -> (tensor<f32> {approx.role = "loss"}) {
  return %s : tensor<f32>
}
