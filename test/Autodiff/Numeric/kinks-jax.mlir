// RUN: %check_gradients | FileCheck %s
// RUN: %check_split | FileCheck %s

// What the derivative is where there is none, by the conventions of JAX.

module attributes {approx.kinks = "jax"} {
  // A constant takes half of a tie.
  // CHECK-LABEL: @relu_maximum
  // CHECK:       [0, 0.5, 1]
  func.func @relu_maximum(%x: tensor<3xf64> {test.values = dense<[-1.0, 0.0, 1.0]> : tensor<3xf64>}) -> tensor<3xf64>
      attributes {test.cotangents = [dense<1.0> : tensor<3xf64>]} {
    %zero = arith.constant dense<0.0> : tensor<3xf64>
    %r = arith.maximumf %zero, %x : tensor<3xf64>
    return %r : tensor<3xf64>
  }

  // Where one is no number, none gets anything.
  // CHECK-LABEL: @minimum_ties
  // CHECK:       [1, 0.5, 0, 0]
  // CHECK:       [0, 0.5, 1, 0]
  func.func @minimum_ties(%x: tensor<4xf64> {test.values = dense<[1.0, 2.0, 3.0, 0x7FF8000000000000]> : tensor<4xf64>},
                          %y: tensor<4xf64> {test.values = dense<2.0> : tensor<4xf64>}) -> tensor<4xf64>
      attributes {test.cotangents = [dense<1.0> : tensor<4xf64>]} {
    %r = arith.minimumf %x, %y : tensor<4xf64>
    return %r : tensor<4xf64>
  }

  // CHECK-LABEL: @absolute
  // CHECK:       [-1, 1, 1]
  func.func @absolute(%x: tensor<3xf64> {test.values = dense<[-1.0, 0.0, 1.0]> : tensor<3xf64>}) -> tensor<3xf64>
      attributes {test.cotangents = [dense<1.0> : tensor<3xf64>]} {
    %r = math.absf %x : tensor<3xf64>
    return %r : tensor<3xf64>
  }

  // CHECK-LABEL: @square_root
  // CHECK:       [inf, 0.25]
  func.func @square_root(%x: tensor<2xf64> {test.values = dense<[0.0, 4.0]> : tensor<2xf64>}) -> tensor<2xf64>
      attributes {test.cotangents = [dense<1.0> : tensor<2xf64>]} {
    %r = math.sqrt %x : tensor<2xf64>
    return %r : tensor<2xf64>
  }

  // CHECK-LABEL: @cube_root
  // CHECK:       [inf, 0.0833333]
  func.func @cube_root(%x: tensor<2xf64> {test.values = dense<[0.0, 8.0]> : tensor<2xf64>}) -> tensor<2xf64>
      attributes {test.cotangents = [dense<1.0> : tensor<2xf64>]} {
    %r = math.cbrt %x : tensor<2xf64>
    return %r : tensor<2xf64>
  }

  // CHECK-LABEL: @atan2_zero
  // CHECK:       [{{-?}}nan, 1]
  // CHECK:       [{{-?}}nan, {{-?}}0]
  func.func @atan2_zero(%x: tensor<2xf64> {test.values = dense<0.0> : tensor<2xf64>},
                        %y: tensor<2xf64> {test.values = dense<[0.0, 1.0]> : tensor<2xf64>}) -> tensor<2xf64>
      attributes {test.cotangents = [dense<1.0> : tensor<2xf64>]} {
    %r = math.atan2 %x, %y : tensor<2xf64>
    return %r : tensor<2xf64>
  }
}
