// REQUIRES: corpus

// Every loss of the corpus differentiates in all of its parameters, and no
// contraction or convolution is lost on the way: two float gradients for each,
// but one for the first, whose input is no parameter.

// RUN: approx-opt %shared/corpus/torch_lenet5_loss.mlir --approx-autodiff="wrt=0,1,2,3,4,5,6,7,8,9" | FileCheck %s --check-prefix=LENET
// LENET-LABEL:   func.func @main_value_and_grad(
// LENET-COUNT-2: approx.matmul_grad_
// LENET-COUNT-2: approx.matmul_grad_
// LENET-COUNT-2: approx.matmul_grad_
// LENET-COUNT-2: approx.conv_2d_grad_
// LENET:         approx.conv_2d_grad_filter
// LENET-NOT:     approx.{{.*}}_grad_
// LENET:         return

// RUN: approx-opt %shared/corpus/jax_cnn.mlir --inline --approx-autodiff="wrt=0,1,2,3" | FileCheck %s --check-prefix=JAX
// RUN: approx-opt %shared/corpus/jax_cnn.mlir --approx-autodiff="wrt=0,1,2,3" | FileCheck %s --check-prefix=JAX
// JAX-LABEL:   func.func public @main_value_and_grad(
// JAX-COUNT-2: approx.matmul_grad_
// JAX:         approx.conv_2d_grad_filter
// JAX-NOT:     approx.{{.*}}_grad_
// JAX:         return

// RUN: approx-opt %shared/corpus/torch_resnet18_train.mlir \
// RUN:   --approx-autodiff="wrt=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60,61" \
// RUN:   | FileCheck %s --check-prefix=RESNET
// RESNET-LABEL:    func.func @main_value_and_grad(
// RESNET-COUNT-2:  approx.matmul_grad_
// RESNET-COUNT-39: approx.conv_2d_grad_
// RESNET-NOT:      approx.{{.*}}_grad_
// RESNET:          return

// RUN: approx-opt %shared/corpus/torch_vit_depth2.mlir \
// RUN:   --approx-autodiff="wrt=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31" \
// RUN:   | FileCheck %s --check-prefix=VIT
// VIT-LABEL:    func.func @main_value_and_grad(
// VIT-COUNT-2:  approx.matmul_grad_
// VIT-COUNT-24: approx.batch_matmul_grad_
// VIT:          approx.conv_2d_grad_filter
// VIT-NOT:      approx.{{.*}}_grad_
// VIT:          return
