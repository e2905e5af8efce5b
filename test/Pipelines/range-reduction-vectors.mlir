// The smallest and largest element are found 16 at a time (or what the machine
// has): NaN-propagating minimum and maximum stay LLVM's own until it vectorises.

// RUN: approx-run %s --args=iota --dump-llvm | FileCheck %s

// CHECK: call {{.*}}<{{[0-9]+}} x float> @llvm.minimum.v{{[0-9]+}}f32
// CHECK: call {{.*}}<{{[0-9]+}} x float> @llvm.maximum.v{{[0-9]+}}f32
func.func @range(%x: tensor<64x256xf32>, %r: tensor<2xf32>) -> tensor<2xf32> {
  %0 = approx.update_range %x, %r {observer = #approx.observer<min_max>} : tensor<64x256xf32>, tensor<2xf32>
  return %0 : tensor<2xf32>
}
