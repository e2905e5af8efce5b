// Models as frontends print them go through the whole pipeline.
// REQUIRES: corpus

// RUN: approx-opt %shared/corpus/torch_lenet5_loss.mlir --approx-train-pipeline="multiplier=truncated:8x8:drop=9 gradient=lut-1d optimizer=adam" | FileCheck %s --check-prefix=LENET
// LENET:      func.func @train_step(
// LENET-SAME: approx.status_names = ["inputs (input)", "inputs (learning_rate)", "ranges (parameter0.input_range)"
// LENET-COUNT-2: approx.conv_2d @
// LENET-COUNT-3: approx.matmul @
// LENET-DAG:  approx.conv_2d_grad_filter
// LENET:      func.func @evaluate(

// RUN: approx-opt %shared/corpus/jax_cnn.mlir --approx-train-pipeline="multiplier=truncated:8x8:drop=9 ops=matmul optimizer=sgd" | FileCheck %s --check-prefix=JAX
// JAX:      func.func @train_step(
// JAX:      linalg.conv_2d_nhwc_hwcf
// JAX:      approx.matmul @
// JAX:      func.func @evaluate(

// RUN: approx-opt %shared/corpus/torch_vit_depth2.mlir --approx-train-pipeline="multiplier=truncated:8x8:drop=9 emit=train_step" | FileCheck %s --check-prefix=VIT
// VIT:      func.func @train_step(
// VIT:      approx.conv_2d @
// VIT:      approx.matmul @
// VIT-COUNT-2: approx.batch_matmul @
// VIT-COUNT-2: approx.batch_matmul_grad_lhs

// Batch norm's statistics are buffers that a step updates.
// RUN: approx-opt %shared/corpus/torch_resnet18_train.mlir --approx-train-pipeline="roles=parameter:62,buffer:60,input,label multiplier=truncated:8x8:drop=9 emit=train_step" | FileCheck %s --check-prefix=RESNET
// RESNET:      func.func @train_step(
// RESNET-SAME: tensor<64xf32> {approx.name = "buffer0", approx.role = "buffer", bufferization.writable = true}
// RESNET-SAME: tensor<64xf32> {approx.role = "buffer", approx.updates = "buffer0"}
// RESNET-COUNT-20: approx.conv_2d @
// RESNET:      approx.matmul @
// RESNET-COUNT-20: approx.conv_2d_grad_filter
