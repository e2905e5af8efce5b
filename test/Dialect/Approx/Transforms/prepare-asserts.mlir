// RUN: approx-opt %s --approx-prepare | FileCheck %s --check-prefix=DROP
// RUN: approx-opt %s --approx-prepare=asserts=keep | FileCheck %s --check-prefix=KEEP
// RUN: not approx-opt %s --approx-prepare=asserts=error 2>&1 | FileCheck %s --check-prefix=ERROR
// DROP-NOT: cf.assert
// KEEP: cf.assert %{{.*}}, "positive"
// ERROR: error: cf.assert in a function to train: "positive"
func.func @main(%x: tensor<4x3xf32>) -> tensor<4x3xf32> {
  %i = arith.constant 0 : index
  %zero = arith.constant 0.0 : f32
  %first = tensor.extract %x[%i, %i] : tensor<4x3xf32>
  %positive = arith.cmpf ogt, %first, %zero : f32
  cf.assert %positive, "positive"
  return %x : tensor<4x3xf32>
}
