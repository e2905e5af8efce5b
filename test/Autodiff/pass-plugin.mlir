// The rules come along with the pass: the distribution's mlir-opt, which never registered them, differentiates.
// RUN: mlir-opt --load-pass-plugin=%lutra_lib/LutraPlugin.so --pass-pipeline='builtin.module(approx-autodiff{wrt=0})' %s | FileCheck %s

// CHECK-LABEL: func.func @main_value_and_grad(
// CHECK:         %[[COS:.*]] = math.cos %arg0
// CHECK:         %[[DX:.*]] = arith.mulf %{{.*}}, %[[COS]]
// CHECK:         return %{{.*}}, %[[DX]]
func.func @main(%x: f32) -> f32 {
  %0 = math.sin %x : f32
  return %0 : f32
}
