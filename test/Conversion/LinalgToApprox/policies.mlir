// Which layer becomes what: kinds, names, positions.
// DEFINE: %{options} =
// DEFINE: %{run} = approx-opt %S/Inputs/three_layers.mlir --convert-linalg-to-approx="%{options}"

// REDEFINE: %{options} = multiplier=truncated:8x8:drop=4
// RUN: %{run} | FileCheck %s --check-prefix=ALL
// ALL: approx.layers = [{{.*}}name = "conv", {{.*}}"approximate"}, {{.*}}name = "fc1", {{.*}}"approximate"}, {{.*}}name = "fc2", {{.*}}"approximate"}]

// REDEFINE: %{options} = multiplier=truncated:8x8:drop=4 ops=conv
// RUN: %{run} | FileCheck %s --check-prefix=CONV
// CONV: approx.layers = [{{.*}}name = "conv", {{.*}}"approximate"}, {kind = "matmul", name = "fc1", policy = "float"}, {kind = "matmul", name = "fc2", policy = "float"}]
// CONV: linalg.matmul {{.*}}{approx.name = "fc1"}

// REDEFINE: %{options} = multiplier=truncated:8x8:drop=4 layers=fc*
// RUN: %{run} | FileCheck %s --check-prefix=NAMES
// NAMES: approx.layers = [{kind = "conv", name = "conv", policy = "float"}, {{.*}}name = "fc1", {{.*}}"approximate"}, {{.*}}name = "fc2", {{.*}}"approximate"}]

// A layer that was not chosen is free for a later conversion, one that was kept
// float is not; the record has both conversions.
// RUN: approx-opt %S/Inputs/three_layers.mlir --convert-linalg-to-approx="multiplier=truncated:8x8:drop=4 layers=conv,fc1 float=fc1" \
// RUN:   --convert-linalg-to-approx="multiplier=or_compressed:8x8" | FileCheck %s --check-prefix=TWICE
// TWICE: approx.layers = [{{.*}}multiplier = @truncated_8x8_drop_4, name = "conv", {{.*}}"approximate"}, {kind = "matmul", name = "fc1", policy = "float"}, {{.*}}multiplier = @or_compressed{{.*}}, name = "fc2", {{.*}}"approximate"}]
// TWICE: linalg.matmul {{.*}}{approx.name = "fc1", approx.policy = "float"}

// An int8 layer has the exact multiplier of the same types, and no estimate of
// its gradient.
// REDEFINE: %{options} = multiplier=truncated:8x8:drop=4 gradient=lut-1d keep-exact=fc1 float=conv
// RUN: %{run} | FileCheck %s --check-prefix=EXCEPT
// EXCEPT: approx.layers = [{kind = "conv", name = "conv", policy = "float"}, {gradient = #approx.gradient<"ste">, {{.*}}multiplier = @exact_8x8, name = "fc1", {{.*}}"int8"}, {gradient = #approx.gradient<"lut-1d{{.*}}">, {{.*}}multiplier = @truncated_8x8_drop_4, name = "fc2", {{.*}}"approximate"}]
// EXCEPT: approx.matmul @exact_8x8 {{.*}}approx.name = "fc1", approx.policy = "int8"

// REDEFINE: %{options} = multiplier=truncated:8x8:drop=4 first=int8 last=float
// RUN: %{run} | FileCheck %s --check-prefix=ENDS
// ENDS: approx.layers = [{{.*}}name = "conv", {{.*}}"int8"}, {{.*}}name = "fc1", {{.*}}"approximate"}, {kind = "matmul", name = "fc2", policy = "float"}]

// Nothing asked for: nothing done.
// REDEFINE: %{options} =
// RUN: %{run} | FileCheck %s --check-prefix=NONE
// NONE-NOT: approx.quantize
// NONE: linalg.conv_2d_nchw_fchw
