// Every contraction of the networks of the corpus runs on the multiplier, forward and backward: whatever its
// groups, its dimensions, and the way it is written. A gradient for each weight and for each input that
// something trained stands before, and no contraction of floats is left.

// DEFINE: %{network} =
// DEFINE: %{count} = approx-opt %S/../Corpus/Inputs/%{network}_train.mlir \
// DEFINE:   --approx-train-pipeline="multiplier=truncated:8x8:drop=7 gradient=lut-2d:hws=16 emit=train_step" \
// DEFINE:   | grep -oE '(linalg|approx)\.[a-z_0-9]*(matmul|conv|contract)[a-z_0-9]*' | sort | uniq -c

// REDEFINE: %{network} = vgg_bn
// RUN: %{count} | FileCheck %s --check-prefix=VGG-BN
// VGG-BN:      {{^ *}}3 approx.conv_2d{{$}}
// VGG-BN-NEXT: {{^ *}}3 approx.conv_2d_grad_filter{{$}}
// VGG-BN-NEXT: {{^ *}}2 approx.conv_2d_grad_input{{$}}
// VGG-BN-NEXT: {{^ *}}2 approx.matmul{{$}}
// VGG-BN-NEXT: {{^ *}}2 approx.matmul_grad_lhs{{$}}
// VGG-BN-NEXT: {{^ *}}2 approx.matmul_grad_rhs{{$}}
// VGG-BN-NOT: {{.}}

// REDEFINE: %{network} = resnet18
// RUN: %{count} | FileCheck %s --check-prefix=RESNET18
// RESNET18:      {{^ *}}20 approx.conv_2d{{$}}
// RESNET18-NEXT: {{^ *}}20 approx.conv_2d_grad_filter{{$}}
// RESNET18-NEXT: {{^ *}}19 approx.conv_2d_grad_input{{$}}
// RESNET18-NEXT: {{^ *}}1 approx.matmul{{$}}
// RESNET18-NEXT: {{^ *}}1 approx.matmul_grad_lhs{{$}}
// RESNET18-NEXT: {{^ *}}1 approx.matmul_grad_rhs{{$}}
// RESNET18-NOT: {{.}}

// REDEFINE: %{network} = densenet
// RUN: %{count} | FileCheck %s --check-prefix=DENSENET
// DENSENET:      {{^ *}}10 approx.conv_2d{{$}}
// DENSENET-NEXT: {{^ *}}10 approx.conv_2d_grad_filter{{$}}
// DENSENET-NEXT: {{^ *}}9 approx.conv_2d_grad_input{{$}}
// DENSENET-NEXT: {{^ *}}1 approx.matmul{{$}}
// DENSENET-NEXT: {{^ *}}1 approx.matmul_grad_lhs{{$}}
// DENSENET-NEXT: {{^ *}}1 approx.matmul_grad_rhs{{$}}
// DENSENET-NOT: {{.}}

// REDEFINE: %{network} = vit
// RUN: %{count} | FileCheck %s --check-prefix=VIT
// VIT:      {{^ *}}4 approx.batch_matmul{{$}}
// VIT-NEXT: {{^ *}}4 approx.batch_matmul_grad_lhs{{$}}
// VIT-NEXT: {{^ *}}4 approx.batch_matmul_grad_rhs{{$}}
// VIT-NEXT: {{^ *}}1 approx.conv_2d{{$}}
// VIT-NEXT: {{^ *}}1 approx.conv_2d_grad_filter{{$}}
// VIT-NEXT: {{^ *}}9 approx.matmul{{$}}
// VIT-NEXT: {{^ *}}9 approx.matmul_grad_lhs{{$}}
// VIT-NEXT: {{^ *}}9 approx.matmul_grad_rhs{{$}}
// VIT-NOT: {{.}}

// REDEFINE: %{network} = mixer
// RUN: %{count} | FileCheck %s --check-prefix=MIXER
// MIXER:      {{^ *}}1 approx.conv_2d{{$}}
// MIXER-NEXT: {{^ *}}1 approx.conv_2d_grad_filter{{$}}
// MIXER-NEXT: {{^ *}}9 approx.matmul{{$}}
// MIXER-NEXT: {{^ *}}9 approx.matmul_grad_lhs{{$}}
// MIXER-NEXT: {{^ *}}9 approx.matmul_grad_rhs{{$}}
// MIXER-NOT: {{.}}

// REDEFINE: %{network} = gpt
// RUN: %{count} | FileCheck %s --check-prefix=GPT
// GPT:      {{^ *}}4 approx.batch_matmul{{$}}
// GPT-NEXT: {{^ *}}4 approx.batch_matmul_grad_lhs{{$}}
// GPT-NEXT: {{^ *}}4 approx.batch_matmul_grad_rhs{{$}}
// GPT-NEXT: {{^ *}}9 approx.matmul{{$}}
// GPT-NEXT: {{^ *}}9 approx.matmul_grad_lhs{{$}}
// GPT-NEXT: {{^ *}}9 approx.matmul_grad_rhs{{$}}
// GPT-NOT: {{.}}

// REDEFINE: %{network} = mobilenet_v2
// RUN: %{count} | FileCheck %s --check-prefix=MOBILENET-V2
// MOBILENET-V2:      {{^ *}}10 approx.conv_2d{{$}}
// MOBILENET-V2-NEXT: {{^ *}}10 approx.conv_2d_grad_filter{{$}}
// MOBILENET-V2-NEXT: {{^ *}}9 approx.conv_2d_grad_input{{$}}
// MOBILENET-V2-NEXT: {{^ *}}1 approx.matmul{{$}}
// MOBILENET-V2-NEXT: {{^ *}}1 approx.matmul_grad_lhs{{$}}
// MOBILENET-V2-NEXT: {{^ *}}1 approx.matmul_grad_rhs{{$}}
// MOBILENET-V2-NOT: {{.}}

// REDEFINE: %{network} = resnext
// RUN: %{count} | FileCheck %s --check-prefix=RESNEXT
// RESNEXT:      {{^ *}}3 approx.conv_2d{{$}}
// RESNEXT-NEXT: {{^ *}}3 approx.conv_2d_grad_filter{{$}}
// RESNEXT-NEXT: {{^ *}}2 approx.conv_2d_grad_input{{$}}
// RESNEXT-NEXT: {{^ *}}1 approx.matmul{{$}}
// RESNEXT-NEXT: {{^ *}}1 approx.matmul_grad_lhs{{$}}
// RESNEXT-NEXT: {{^ *}}1 approx.matmul_grad_rhs{{$}}
// RESNEXT-NOT: {{.}}

// REDEFINE: %{network} = efficientnet
// RUN: %{count} | FileCheck %s --check-prefix=EFFICIENTNET
// EFFICIENTNET:      {{^ *}}16 approx.conv_2d{{$}}
// EFFICIENTNET-NEXT: {{^ *}}16 approx.conv_2d_grad_filter{{$}}
// EFFICIENTNET-NEXT: {{^ *}}15 approx.conv_2d_grad_input{{$}}
// EFFICIENTNET-NEXT: {{^ *}}1 approx.matmul{{$}}
// EFFICIENTNET-NEXT: {{^ *}}1 approx.matmul_grad_lhs{{$}}
// EFFICIENTNET-NEXT: {{^ *}}1 approx.matmul_grad_rhs{{$}}
// EFFICIENTNET-NOT: {{.}}

// REDEFINE: %{network} = conv1d
// RUN: %{count} | FileCheck %s --check-prefix=CONV1D
// CONV1D:      {{^ *}}3 approx.conv_2d{{$}}
// CONV1D-NEXT: {{^ *}}3 approx.conv_2d_grad_filter{{$}}
// CONV1D-NEXT: {{^ *}}2 approx.conv_2d_grad_input{{$}}
// CONV1D-NEXT: {{^ *}}1 approx.matmul{{$}}
// CONV1D-NEXT: {{^ *}}1 approx.matmul_grad_lhs{{$}}
// CONV1D-NEXT: {{^ *}}1 approx.matmul_grad_rhs{{$}}
// CONV1D-NOT: {{.}}
