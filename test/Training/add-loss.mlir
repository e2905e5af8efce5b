// RUN: approx-opt %s --approx-add-loss | FileCheck %s
// RUN: approx-opt %s --approx-add-loss="loss=cross-entropy label-type=i32" | FileCheck %s --check-prefix=I32
// CHECK: func.func @main(%{{.*}}: tensor<2x3xf32> {{.*}}, %{{.*}}: tensor<2xi64> {approx.bounds = array<i64: 0, 2>, approx.name = "label", approx.role = "label"})
// CHECK-SAME: -> (tensor<f32> {approx.role = "loss"}, tensor<2x3xf32> {approx.role = "logits"})
// I32: tensor<2xi32> {approx.bounds = array<i64: 0, 2>, approx.name = "label", approx.role = "label"}

// The mean of log(sum(exp(x))) - x[label]: log(3) twice; 3 + log(1 + e^-1 +
// e^-2) - 2 and 1000 - 0; a label out of range.
// DEFINE: %{run} = approx-run %s --pipeline=approx-add-loss --precision=6
// RUN: %{run} --args='[7,7,7,-5,-5,-5],[2,0]' | FileCheck %s --check-prefix=EVEN
// EVEN: result 0: tensor<f32> 1.09861
// RUN: %{run} --args='[1,2,3,1000,0,0],[1,1]' | FileCheck %s --check-prefix=STABLE
// STABLE: result 0: tensor<f32> 500.704
// STABLE: result 1: tensor<2x3xf32> {{\[\[}}1, 2, 3], [1000, 0, 0]]
// RUN: not %{run} --args='[1,2,3,4,5,6],[1,3]' 2>&1 | FileCheck %s --check-prefix=RANGE
// RANGE: argument 1 ("label") of @main has 3 at [1], expected 0 to 2
// RUN: not %{run} --args='[1,2,3,4,5,6],[-1,0]' 2>&1 | FileCheck %s --check-prefix=NEGATIVE
// NEGATIVE: argument 1 ("label") of @main has -1 at [0], expected 0 to 2

// In code that is called without that check such a label makes the loss NaN.
// RUN: approx-opt %s --approx-add-loss | sed 's/approx.bounds = array<i64: 0, 2>, //' \
// RUN:   | approx-run - --args='[1,2,3,4,5,6],[1,3]' | FileCheck %s --check-prefix=NAN
// NAN: result 0: tensor<f32> nan

// Classes in another dim, and labels that count for nothing: log(2) + log(3)
// over two of three labels.
// DEFINE: %{image} = approx-run %s --entry=image --pipeline='approx-add-loss{function=image class-dim=1 ignore-index=-100}'
// RUN: %{image} --args='[0,0.6931472,5,0,0,9],[0,1,-100]' | FileCheck %s --check-prefix=IMAGE
// IMAGE: result 0: tensor<f32> 0.89588
// RUN: not %{image} --args='[0,0,0,0,0,0],[0,2,-100]' 2>&1 | FileCheck %s --check-prefix=IGNORED
// IGNORED: argument 1 ("label") of @image has 2 at [0, 0, 1], expected 0 to 1 or -100

// A function that has a loss stays as it is; sizes may be dynamic.
// RUN: approx-opt %s --approx-add-loss=function=has_loss | FileCheck %s --check-prefix=LOSS
// LOSS: func.func @has_loss(%{{.*}}: tensor<f32> {approx.name = "x", approx.role = "input"}) -> (tensor<f32> {approx.role = "loss"})
// RUN: approx-opt %s --approx-add-loss=function=dynamic | FileCheck %s --check-prefix=DYNAMIC
// DYNAMIC: func.func private @dynamic({{.*}}tensor<?xi64> {approx.name = "label"

func.func @main(%x: tensor<2x3xf32> {approx.role = "input", approx.name = "x"}) -> (tensor<2x3xf32> {approx.role = "logits"}) {
  return %x : tensor<2x3xf32>
}
func.func @has_loss(%x: tensor<f32> {approx.role = "input", approx.name = "x"}) -> (tensor<f32> {approx.role = "loss"}) {
  return %x : tensor<f32>
}
func.func private @dynamic(%x: tensor<?x?xf32> {approx.role = "input", approx.name = "x"}) -> (tensor<?x?xf32> {approx.role = "logits"}) {
  return %x : tensor<?x?xf32>
}
func.func @image(%x: tensor<1x2x1x3xf32> {approx.role = "input", approx.name = "x"}) -> (tensor<1x2x1x3xf32> {approx.role = "logits"}) {
  return %x : tensor<1x2x1x3xf32>
}
