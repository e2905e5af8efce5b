// Derivative rules are external models on upstream ops. A pass plugin has no way to attach them when it is loaded: the pass
// itself brings them along, so both ways of loading give the same derivative as approx-opt.
// RUN: mlir-opt --load-pass-plugin=%lutra_lib/LutraPlugin.so --pass-pipeline='builtin.module(approx-autodiff{wrt=0})' %s -o %t.pass
// RUN: mlir-opt --load-dialect-plugin=%lutra_lib/LutraPlugin.so --pass-pipeline='builtin.module(approx-autodiff{wrt=0})' %s -o %t.dialect
// RUN: approx-opt --approx-autodiff=wrt=0 %s -o %t.opt
// RUN: diff %t.pass %t.opt && diff %t.dialect %t.opt
// RUN: FileCheck %s < %t.pass

// The gradient of sum(w * x) with respect to w is x.
// CHECK-LABEL: func.func @f_value_and_grad(
// CHECK-SAME: %{{.*}}: tensor<4xf32>, %[[X:.*]]: tensor<4xf32>
// CHECK: %[[G:.*]] = linalg.generic {{.*}} ins({{.*}}%[[X]]
// CHECK: arith.mulf
// CHECK: return %{{.*}}, %[[G]] : tensor<f32>, tensor<4xf32>
func.func @f(%w: tensor<4xf32>, %x: tensor<4xf32>) -> tensor<f32> {
  %e = tensor.empty() : tensor<4xf32>
  %p = linalg.mul ins(%w, %x : tensor<4xf32>, tensor<4xf32>) outs(%e : tensor<4xf32>) -> tensor<4xf32>
  %zero = arith.constant dense<0.0> : tensor<f32>
  %loss = linalg.reduce { arith.addf } ins(%p : tensor<4xf32>) outs(%zero : tensor<f32>) dimensions = [0]
  return %loss : tensor<f32>
}
