// A wrapped multiplier is named in a pass option as anywhere else: it becomes a
// table that says where it comes from.
// RUN: approx-opt %s --convert-linalg-to-approx="multiplier=sign_magnitude(truncated:8x8:drop=8) weight-observer=symmetric" \
// RUN:   | FileCheck %s
// RUN: approx-opt %s --pass-pipeline="builtin.module(convert-linalg-to-approx{multiplier=sign_magnitude(truncated:8x8:drop=8):s8xu8 weight-observer=symmetric},canonicalize)" \
// RUN:   | FileCheck %s
// CHECK:      approx.multiplier @sign_magnitude_truncated_8x8_drop_8__s8xu8
// CHECK-SAME: hash = "9489e9e7cfea0617718d4daf0ff0d4664f84d784cf49a5b3a5780630a3e4eb4e"
// CHECK-SAME: lhs = si8
// CHECK-SAME: provenance = "sign_magnitude(truncated:8x8:drop=8):s8xu8"
// CHECK-SAME: rhs = ui8, table =
// CHECK:      approx.quant_params {{.*}}#approx.qtype<si8, narrow>, symmetric

// The hash is the library's.
// RUN: approx-lut info "sign_magnitude(truncated:8x8:drop=8)" | FileCheck %s --check-prefix=INFO
// INFO: 9489e9e7cfea0617718d4daf0ff0d4664f84d784cf49a5b3a5780630a3e4eb4e
// INFO: sign-magnitude

// Numbers: scales are 1, weights have the zero point 0. AM(-64, 255) drops b's
// two lowest bits, -64 * 252 = -16128; AM(-100, 16) drops a_2 b_4, -96 * 16 =
// -1536; AM(1, 16) is 0. Reference lowering and kernels agree.
// DEFINE: %{multiplier} =
// DEFINE: %{run} = approx-run %s --args='[127,-64,32,-127,1,-100],[255,0,16,100,200,128]' --init='[0,255]' \
// DEFINE:   --pipeline='convert-linalg-to-approx{multiplier=%{multiplier} weight-observer=symmetric},convert-approx-to-linalg'
// REDEFINE: %{multiplier} = sign_magnitude(truncated:8x8:drop=8)
// RUN: %{run} | FileCheck %s --check-prefix=MAGNITUDES
// RUN: %{run} --runtime=false | FileCheck %s --check-prefix=MAGNITUDES
// MAGNITUDES: result 0: tensor<2x2xf32> {{\[\[}}30720, -17664], [18432, -44032]]
// REDEFINE: %{multiplier} = exact:s8xu8
// RUN: %{run} | FileCheck %s --check-prefix=EXACT
// EXACT: result 0: tensor<2x2xf32> {{\[\[}}32401, -17920], [19228, -44600]]

// An error within the wrapper is the wrapped multiplier's.
// RUN: not approx-opt %s --convert-linalg-to-approx="multiplier=sign_magnitude(truncated:8x8) weight-observer=symmetric" 2>&1 \
// RUN:   | FileCheck %s --check-prefix=ERROR
// ERROR: error: multiplier: family 'truncated' needs parameter 'drop'

func.func @main(%w: tensor<3x2xf32> {approx.role = "parameter", approx.name = "w"},
                %x: tensor<2x3xf32> {approx.role = "input", approx.name = "x"})
    -> tensor<2x2xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<2x2xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<2x2xf32>) -> tensor<2x2xf32>
  %0 = linalg.matmul {approx.name = "fc"} ins(%x, %w : tensor<2x3xf32>, tensor<3x2xf32>) outs(%f : tensor<2x2xf32>) -> tensor<2x2xf32>
  return %0 : tensor<2x2xf32>
}
