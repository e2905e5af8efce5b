// RUN: not approx-opt %s --approx-prepare=roles=parameter:3,input 2>&1 | FileCheck %s --check-prefix=MORE
// MORE: error: more roles than arguments: @main has 2
// RUN: not approx-opt %s --approx-prepare=roles=input 2>&1 | FileCheck %s --check-prefix=FEWER
// FEWER: error: got roles of 1 arguments, but @main has 2
// RUN: not approx-opt %s --approx-prepare=roles=weight,input 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// UNKNOWN: error: unknown role 'weight', expected one of parameter, buffer, optimizer_state, range, input, label, seed, learning_rate, step_count, loss, logits, gradient, status, residual, cotangent
// RUN: not approx-opt %s --approx-prepare=roles=parameter:x,input 2>&1 | FileCheck %s --check-prefix=COUNT
// COUNT: error: expected a positive count after 'parameter:', got 'x'
// RUN: not approx-opt %s --approx-prepare="roles=parameter,input names=a" 2>&1 | FileCheck %s --check-prefix=NAMES
// NAMES: error: got names of 1 arguments, but @main has 2
// RUN: not approx-opt %s --approx-prepare="roles=parameter,input names=a,a" 2>&1 | FileCheck %s --check-prefix=TWICE
// TWICE: error: arguments 0 and 1 of @main are both named 'a'
// RUN: not approx-opt %s --approx-prepare="roles=parameter,input results=buffer" 2>&1 | FileCheck %s --check-prefix=NO-BUFFER
// NO-BUFFER: error: result 0 of @main updates a buffer, but no buffer argument is left for it
// RUN: not approx-opt %s --approx-prepare="roles=buffer,input results=buffer" 2>&1 | FileCheck %s --check-prefix=TYPE
// TYPE: error: result 0 of @main ('tensor<4x5xf32>') cannot update buffer 'buffer' ('tensor<5x3xf32>')
// RUN: not approx-opt %s --approx-prepare=function=g 2>&1 | FileCheck %s --check-prefix=FUNCTION
// FUNCTION: error: no function @g with a body; the module has @main
// RUN: not approx-opt %s --approx-prepare=asserts=maybe 2>&1 | FileCheck %s --check-prefix=ASSERTS
// ASSERTS: error: unknown choice for asserts 'maybe', expected drop, keep or error

func.func @main(%w: tensor<5x3xf32>, %x: tensor<4x3xf32>) -> tensor<4x5xf32> {
  %logits = tensor.empty() : tensor<4x5xf32>
  return %logits : tensor<4x5xf32>
}
