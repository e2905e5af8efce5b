// The optimizers against PyTorch's formulas worked out by hand (scalar Python,
// f64), several steps from w = (1, -2, 0.5) with gradient w - (0, 1, 0.75).

// DEFINE: %{options} =
// DEFINE: %{args} =
// DEFINE: %{steps} =
// DEFINE: %{run} = approx-run %S/Inputs/quadratic.mlir --entry=train_step --precision=5 \
// DEFINE:   --pipeline="approx-build-training-step{%{options}}" --args='[1,-2,0.5],%{args},0,0.1,[0,1,0.75]' --repeat=%{steps}
// DEFINE: %{run-stateless} = approx-run %S/Inputs/quadratic.mlir --entry=train_step --precision=5 \
// DEFINE:   --pipeline="approx-build-training-step{%{options}}" --args='[1,-2,0.5],0,0.1,[0,1,0.75]' --repeat=%{steps}

// REDEFINE: %{options} = optimizer=sgd
// REDEFINE: %{steps} = 3
// RUN: %{run-stateless} | FileCheck %s --check-prefix=SGD
// SGD:      argument 0 "w": tensor<3xf32> [0.729, -1.187, 0.56775]
// SGD-NEXT: argument 1 "step_count": tensor<i64> 3
// SGD-NEXT: result 0: tensor<f32> 3.301
// SGD-NEXT: result 1: tensor<i32> 0

// REDEFINE: %{options} = optimizer=sgd weight-decay=0.5
// RUN: %{run-stateless} | FileCheck %s --check-prefix=SGD-DECAY
// SGD-DECAY: argument 0 "w": tensor<3xf32> [0.6141{{[23]}}, -0.971, 0.5]

// REDEFINE: %{args} = zeros
// REDEFINE: %{options} = optimizer=sgd momentum=0.9
// RUN: %{run} | FileCheck %s --check-prefix=MOMENTUM
// MOMENTUM:      argument 0 "w": tensor<3xf32> [0.486, -0.458, 0.6285]
// MOMENTUM-NEXT: argument 1 "w.momentum": tensor<3xf32> [2.34, -7.02, -0.585]

// REDEFINE: %{options} = optimizer=sgd momentum=0.9 nesterov
// RUN: %{run} | FileCheck %s --check-prefix=NESTEROV
// NESTEROV:      argument 0 "w": tensor<3xf32> [0.32732, 0.018037, 0.66817]
// NESTEROV-NEXT: argument 1 "w.momentum": tensor<3xf32> [2.1141, -6.3423, -0.52852]

// REDEFINE: %{options} = optimizer=sgd momentum=0.9 nesterov weight-decay=0.5
// RUN: %{run} | FileCheck %s --check-prefix=NESTEROV-DECAY
// NESTEROV-DECAY:      argument 0 "w": tensor<3xf32> [0.082431, 0.44685, 0.5]
// NESTEROV-DECAY-NEXT: argument 1 "w.momentum": tensor<3xf32> [2.7648, -7.3729, 0]

// REDEFINE: %{args} = zeros,zeros
// REDEFINE: %{steps} = 1
// REDEFINE: %{options} = optimizer=adam
// RUN: %{run} | FileCheck %s --check-prefix=ADAM1
// ADAM1:      argument 0 "w": tensor<3xf32> [0.9, -1.9, 0.6]
// ADAM1-NEXT: argument 1 "w.exp_avg": tensor<3xf32> [0.1, -0.3, -0.025]
// ADAM1-NEXT: argument 2 "w.exp_avg_sq": tensor<3xf32> [0.001, 0.009, 6.25e-05]

// REDEFINE: %{steps} = 5
// RUN: %{run} | FileCheck %s --check-prefix=ADAM5
// ADAM5:      argument 0 "w": tensor<3xf32> [0.50796, -1.5018, 0.8776]
// ADAM5-NEXT: argument 1 "w.exp_avg": tensor<3xf32> [0.31959, -1.1382, -0.019699]
// ADAM5-NEXT: argument 2 "w.exp_avg_sq": tensor<3xf32> [0.0032994, 0.039223, 9.7207e-05]

// REDEFINE: %{options} = optimizer=adam weight-decay=0.5
// RUN: %{run} | FileCheck %s --check-prefix=ADAM-DECAY
// ADAM-DECAY:      argument 0 "w": tensor<3xf32> [0.50796, -1.5021, 0.5]
// ADAM-DECAY-NEXT: argument 1 "w.exp_avg": tensor<3xf32> [0.47939, -1.5025, 0]

// REDEFINE: %{options} = optimizer=adamw weight-decay=0.5
// RUN: %{run} | FileCheck %s --check-prefix=ADAMW
// ADAMW:      argument 0 "w": tensor<3xf32> [0.33531, -1.099, 0.78399]
// ADAMW-NEXT: argument 1 "w.exp_avg": tensor<3xf32> [0.28174, -1.0571, -0.041743]
// ADAMW-NEXT: argument 2 "w.exp_avg_sq": tensor<3xf32> [0.0027502, 0.034589, 0.00010616]

// REDEFINE: %{options} = optimizer=adam beta1=0.5 beta2=0.75 eps=1e-3
// RUN: %{run} | FileCheck %s --check-prefix=BETAS
// BETAS:      argument 0 "w": tensor<3xf32> [0.51975, -1.5052, 0.79613]
// BETAS-NEXT: argument 1 "w.exp_avg": tensor<3xf32> [0.66903, -2.6018, 0.0035332]
// BETAS-NEXT: argument 2 "w.exp_avg_sq": tensor<3xf32> [0.44109, 5.7637, 0.0084614]
