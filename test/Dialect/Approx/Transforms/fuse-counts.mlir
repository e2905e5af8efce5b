// The number of contractions of the small network and of its training step
// stays the same.
// DEFINE: %{stages} =
// DEFINE: %{count} = approx-opt %lutra_src/examples/lenet_digits.mlir --pass-pipeline='builtin.module(%{stages},canonicalize,cse)' \
// DEFINE:   | grep -oE '(linalg|approx)\.(conv|matmul|batch_matmul|pool)[a-z_0-9]*' | sort | uniq -c

// REDEFINE: %{stages} = approx-prepare
// RUN: %{count} | FileCheck %s
// REDEFINE: %{stages} = approx-prepare,func.func(approx-fuse,approx-verify-contractions)
// RUN: %{count} | FileCheck %s
// CHECK:      2 linalg.conv_2d_nchw_fchw
// CHECK-NEXT: 2 linalg.matmul
// CHECK-NEXT: 2 linalg.pooling_nchw_max
// CHECK-NOT:  {{.}}

// REDEFINE: %{stages} = approx-train-pipeline{emit=train_step}
// RUN: %{count} | FileCheck %s --check-prefix=STEP
// REDEFINE: %{stages} = approx-train-pipeline{emit=train_step},func.func(approx-fuse,approx-verify-contractions)
// RUN: %{count} | FileCheck %s --check-prefix=STEP
// STEP:      2 approx.conv_2d_grad_filter
// STEP-NEXT: 1 approx.conv_2d_grad_input
// STEP-NEXT: 2 approx.matmul_grad_lhs
// STEP-NEXT: 2 approx.matmul_grad_rhs
// STEP-NEXT: 2 linalg.conv_2d_nchw_fchw
// STEP-NEXT: 2 linalg.matmul
// STEP-NEXT: 2 linalg.pooling_nchw_max
// STEP-NOT:  {{.}}
