// DEFINE: %{options} =
// DEFINE: %{run} = not approx-opt %S/Inputs/three_layers.mlir --convert-linalg-to-approx="%{options}" -o /dev/null 2>&1

// REDEFINE: %{options} = multiplier=exact:8x8 layers=conv,head
// RUN: %{run} | FileCheck %s --check-prefix=PATTERN
// PATTERN: error: layers=head matches no layer of @main; its layers are conv, fc1, fc2
// REDEFINE: %{options} = multiplier=exact:8x8 keep-exact=fc[
// RUN: %{run} | FileCheck %s --check-prefix=GLOB
// GLOB: error: bad pattern 'fc[' for option keep-exact: {{.+}}
// REDEFINE: %{options} = multiplier=exact:8x8 float=fc3
// RUN: %{run} | FileCheck %s --check-prefix=FLOAT
// FLOAT: error: float=fc3 matches no layer of @main
// REDEFINE: %{options} = multiplier=exact:8x8 ops=batch_matmul
// RUN: %{run} | FileCheck %s --check-prefix=KIND
// KIND: error: ops=batch_matmul matches no op of @main
// REDEFINE: %{options} = multiplier=exact:8x8 ops=dense
// RUN: %{run} | FileCheck %s --check-prefix=OPS
// OPS: error: unknown kind of op 'dense', expected all, matmul, batch_matmul or conv
// REDEFINE: %{options} = multiplier=exact:8x8 first=exact
// RUN: %{run} | FileCheck %s --check-prefix=POLICY
// POLICY: error: unknown policy 'exact' for option first, expected approximate, int8 or float
// REDEFINE: %{options} = multiplier=exact:8x8 operand-order=left
// RUN: %{run} | FileCheck %s --check-prefix=ORDER
// ORDER: error: unknown operand-order 'left', expected weight_first or activation_first
// REDEFINE: %{options} = multiplier=exact:8x8 padding=zero
// RUN: %{run} | FileCheck %s --check-prefix=PADDING
// PADDING: error: unknown padding 'zero', expected zero_point or skip
// REDEFINE: %{options} = multiplier=exact:8x8 weight-observer=moving_average
// RUN: %{run} | FileCheck %s --check-prefix=WEIGHT
// WEIGHT: error: unknown weight-observer 'moving_average', expected min_max, running or symmetric
// REDEFINE: %{options} = multiplier=exact:8x8 activation-observer=mean
// RUN: %{run} | FileCheck %s --check-prefix=ACTIVATION
// ACTIVATION: error: unknown activation-observer 'mean', expected moving_average, running or min_max
// REDEFINE: %{options} = multiplier=exact:8x8 weight-observer=fixed activation-observer=fixed
// RUN: %{run} | FileCheck %s --check-prefix=FIXED-WEIGHT
// FIXED-WEIGHT: error: unknown weight-observer 'fixed', expected min_max, running or symmetric
// REDEFINE: %{options} = multiplier=exact:8x8 activation-observer=fixed
// RUN: %{run} | FileCheck %s --check-prefix=FIXED
// FIXED: error: unknown activation-observer 'fixed', expected moving_average, running or min_max
// REDEFINE: %{options} = multiplier=exact:8x8 momentum=1.5
// RUN: %{run} | FileCheck %s --check-prefix=MOMENTUM
// MOMENTUM: error: expects momentum in (0, 1], got 1.5
// REDEFINE: %{options} = multiplier=exact:8x8 weight-observer=symmetric
// RUN: %{run} | FileCheck %s --check-prefix=SYMMETRIC
// SYMMETRIC: error: layer 'conv': symmetric weights need a signed operand, but @exact_8x8 takes the weight as 'ui8'
// REDEFINE: %{options} = multiplier=truncate:8x8:drop=2
// RUN: %{run} | FileCheck %s --check-prefix=FAMILY
// FAMILY: error: multiplier: {{.*}}'truncate'
// REDEFINE: %{options} = multiplier=@missing
// RUN: %{run} | FileCheck %s --check-prefix=SYMBOL
// SYMBOL: error: no multiplier @missing in the module
// REDEFINE: %{options} = multiplier=@main
// RUN: %{run} | FileCheck %s --check-prefix=NOT-ONE
// NOT-ONE: error: no multiplier @main in the module
// NOT-ONE: note: @main is this
// REDEFINE: %{options} = multiplier=exact:8x8 gradient=lut-3d
// RUN: %{run} | FileCheck %s --check-prefix=GRADIENT
// GRADIENT: error: {{.*}}lut-3d
// REDEFINE: %{options} = multiplier=exact:4x4 gradient=lut-2d:hws=16
// RUN: %{run} | FileCheck %s --check-prefix=WINDOW
// WINDOW: error: {{.*}}hws
// REDEFINE: %{options} = function=f multiplier=exact:8x8
// RUN: %{run} | FileCheck %s --check-prefix=FUNCTION
// FUNCTION: error: no function @f with a body
