// RUN: approx-run %s --args=random,random | FileCheck %s --check-prefix=RANDOM
// RUN: approx-run %s --args=random,random --seed=1 | not FileCheck %s --check-prefix=RANDOM
// RUN: approx-run %s --args='random:2:2,random:-3:-3' | FileCheck %s --check-prefix=INTERVAL
// RUN: approx-run %s --args=',iota' --init=ones | FileCheck %s --check-prefix=INIT
// RUN: approx-run %s --init=zeros | FileCheck %s --check-prefix=ZEROS
// RUN: rm -rf %t && mkdir %t && approx-run %s --args='[1,-2.5,3],[127,-128,0]' --save=%t --print | FileCheck %s --check-prefix=LIST
// RUN: approx-run %s --args=%t/result0.npy,%t/result1.npy | FileCheck %s --check-prefix=LIST
// RUN: approx-run - --args=2,2 < %s | FileCheck %s --check-prefix=STDIN

// Random numbers depend on the seed alone.
// RANDOM: result 0: tensor<3xf32> [0.766622, -0.136944, -0.947132]
// RANDOM: result 1: tensor<3xi8> [65, -25, -34]
// INTERVAL: result 0: tensor<3xf32> [2, 2, 2]
// INTERVAL: result 1: tensor<3xi8> [-3, -3, -3]
// INIT: result 0: tensor<3xf32> [1, 1, 1]
// INIT: result 1: tensor<3xi8> [0, 1, 2]
// ZEROS: result 0: tensor<3xf32> [0, 0, 0]
// LIST: result 0: tensor<3xf32> [1, -2.5, 3]
// LIST: result 1: tensor<3xi8> [127, -128, 0]
// STDIN: result 0: tensor<3xf32> [2, 2, 2]
func.func @main(%x: tensor<3xf32>, %c: tensor<3xi8>) -> (tensor<3xf32>, tensor<3xi8>) {
  return %x, %c : tensor<3xf32>, tensor<3xi8>
}
