// The number of contractions of every corpus model, before and after fusion.
// REQUIRES: corpus

// DEFINE: %{options} =
// DEFINE: %{model} =
// DEFINE: %{count} = approx-opt %shared/corpus/%{model}.mlir \
// DEFINE:   --pass-pipeline='builtin.module(approx-prepare{%{options}},func.func(approx-fuse,approx-verify-contractions),canonicalize,cse)' \
// DEFINE:   | grep -o 'linalg\.[a-z_0-9]*' | grep -E 'matmul|conv|pool|contract' | sort | uniq -c

// REDEFINE: %{model} = torch_lenet5_loss
// RUN: %{count} | FileCheck %s --check-prefix=LENET
// LENET:      2 linalg.conv_2d_nchw_fchw
// LENET-NEXT: 3 linalg.matmul
// LENET-NEXT: 2 linalg.pooling_nchw_max
// LENET-NOT:  linalg

// REDEFINE: %{model} = jax_cnn
// RUN: %{count} | FileCheck %s --check-prefix=JAX
// JAX:      1 linalg.conv_2d_nhwc_hwcf
// JAX-NEXT: 1 linalg.matmul
// JAX-NEXT: 1 linalg.pooling_nhwc_max
// JAX-NOT:  linalg

// Linears are matmuls, and what is left of batch_matmul is attention.
// REDEFINE: %{model} = torch_vit_depth2
// RUN: %{count} | FileCheck %s --check-prefix=VIT
// VIT:      4 linalg.batch_matmul
// VIT-NEXT: 1 linalg.conv_2d_nchw_fchw
// VIT-NEXT: 9 linalg.matmul
// VIT-NOT:  linalg

// REDEFINE: %{model} = torch_resnet18_train
// REDEFINE: %{options} = roles=parameter:62,buffer:60,input,label
// RUN: %{count} | FileCheck %s --check-prefix=RESNET
// RESNET:      20 linalg.conv_2d_nchw_fchw
// RESNET-NEXT: 1 linalg.matmul
// RESNET-NEXT: 1 linalg.pooling_nchw_sum
// RESNET-NOT:  linalg
