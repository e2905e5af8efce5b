// RUN: approx-opt %s --split-input-file --verify-diagnostics

// expected-error @below {{expects operand types from ui2 to ui8 or si2 to si8, got 'i8'}}
approx.multiplier @m {lhs = i8, rhs = ui8, spec = #approx.family<"exact">}

// -----

// expected-error @below {{expects operand types from ui2 to ui8 or si2 to si8, got 'si16'}}
approx.multiplier @m {lhs = ui8, rhs = si16, spec = #approx.family<"exact">}

// -----

// expected-error @below {{expects a 'spec' or a 'table'}}
approx.multiplier @m {lhs = ui8, rhs = ui8}

// -----

// expected-error @below {{unknown multiplier family 'trunkated'; did you mean 'truncated'?}}
approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"trunkated", {drop = 9 : i64}>}

// -----

// expected-error @below {{family 'truncated' has no parameter 'dropp'; did you mean 'drop'?}}
approx.multiplier @m {lhs = ui8, rhs = ui8, spec = #approx.family<"truncated", {dropp = 9 : i64}>}

// -----

// expected-error @below {{expects a table of 4x4 i32 entries for 'ui2' x 'si2', got 'tensor<4x8xi32>'}}
approx.multiplier @m {lhs = ui2, rhs = si2, table = dense<0> : tensor<4x8xi32>}

// -----

// expected-error @below {{expects a table of 4x4 i32 entries for 'ui2' x 'ui2', got 'tensor<4x4xi16>'}}
approx.multiplier @m {lhs = ui2, rhs = ui2, table = dense<0> : tensor<4x4xi16>}

// -----

// expected-error @below {{expects 'hash' beside a table (approx-materialize-tables and approx-lut write it)}}
approx.multiplier @m {lhs = ui2, rhs = ui2, table = dense<0> : tensor<4x4xi32>}

// -----

// expected-error @below {{expects 'error_bounds' beside a table}}
approx.multiplier @m {lhs = ui2, rhs = ui2, table = dense<0> : tensor<4x4xi32>, bounds = array<i64: 0, 0>,
    hash = "d37716598a3cabbc6a99acbb567fa1bd297473ec2bbfa73f00f4c94c5fa2f8c6"}

// -----

// expected-error @below {{expects bounds of its table, [0, 0], got [0, 9]}}
approx.multiplier @m {lhs = ui2, rhs = ui2, table = dense<0> : tensor<4x4xi32>, bounds = array<i64: 0, 9>,
    error_bounds = array<i64: -9, 0>, hash = "d37716598a3cabbc6a99acbb567fa1bd297473ec2bbfa73f00f4c94c5fa2f8c6"}

// -----

// The accumulator would be too narrow, and sums wrap.
// expected-error @below {{expects error_bounds of its table, [-3, 6], got [0, 0]}}
approx.multiplier @m {lhs = si2, rhs = ui2, table = dense<0> : tensor<4x4xi32>, bounds = array<i64: 0, 0>,
    error_bounds = array<i64: 0, 0>, hash = "d37716598a3cabbc6a99acbb567fa1bd297473ec2bbfa73f00f4c94c5fa2f8c6"}

// -----

// expected-error @below {{expects 'hash' to be a SHA-256 in 64 lower-case hexadecimal digits, got "D37"}}
approx.multiplier @m {lhs = ui2, rhs = ui2, spec = #approx.family<"exact">, hash = "D37"}

// -----

// expected-error @below {{expects bounds to be a smallest and a largest value}}
approx.multiplier @m {lhs = ui2, rhs = ui2, spec = #approx.family<"exact">, bounds = array<i64: 9, 0>}

// -----

// expected-error @below {{expects the hash of its spec, 8750c1dacd8ee89c}}
approx.multiplier @m {lhs = ui2, rhs = ui2, spec = #approx.family<"exact">,
    hash = "0000000000000000000000000000000000000000000000000000000000000000"}

// -----

// expected-error @below {{expects bounds of its spec, [0, 9], got [0, 8]}}
approx.multiplier @m {lhs = ui2, rhs = ui2, spec = #approx.family<"exact">, bounds = array<i64: 0, 8>}

// -----

// expected-error @below {{expects error_bounds of its spec, [0, 0], got [-1, 0]}}
approx.multiplier @m {lhs = ui2, rhs = ui2, spec = #approx.family<"exact">, error_bounds = array<i64: -1, 0>}
