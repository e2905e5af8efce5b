// RUN: %check_gradients | FileCheck %s --implicit-check-not=differs
// RUN: %check_split | FileCheck %s --implicit-check-not=differs

// Data movement of the tensor dialect. Squares make the derivative depend on
// where an element came from.

// CHECK: @reshapes: gradient agrees
func.func @reshapes(%x: tensor<2x6xf64>) -> tensor<4x3xf64> {
  %0 = tensor.expand_shape %x [[0], [1, 2]] output_shape [2, 2, 3] : tensor<2x6xf64> into tensor<2x2x3xf64>
  %1 = arith.mulf %0, %0 : tensor<2x2x3xf64>
  %2 = tensor.collapse_shape %1 [[0, 1], [2]] : tensor<2x2x3xf64> into tensor<4x3xf64>
  return %2 : tensor<4x3xf64>
}

// CHECK: @reshapes_dynamic: gradient agrees
func.func @reshapes_dynamic(%x: tensor<?x6xf64> {test.shape = array<i64: 2, 6>}) -> tensor<?xf64> {
  %c0 = arith.constant 0 : index
  %d = tensor.dim %x, %c0 : tensor<?x6xf64>
  %0 = tensor.expand_shape %x [[0], [1, 2]] output_shape [%d, 2, 3] : tensor<?x6xf64> into tensor<?x2x3xf64>
  %1 = tensor.collapse_shape %0 [[0, 1, 2]] : tensor<?x2x3xf64> into tensor<?xf64>
  %2 = arith.mulf %1, %1 : tensor<?xf64>
  return %2 : tensor<?xf64>
}

// CHECK: @reshape: gradient agrees
func.func @reshape(%x: tensor<2x6xf64>) -> tensor<3x4xf64> {
  %shape = arith.constant dense<[3, 4]> : tensor<2xindex>
  %0 = tensor.reshape %x(%shape) : (tensor<2x6xf64>, tensor<2xindex>) -> tensor<3x4xf64>
  %1 = arith.mulf %0, %0 : tensor<3x4xf64>
  return %1 : tensor<3x4xf64>
}

// Slices of one value that overlap, with a stride, with a dropped dimension.
// CHECK: @extract_slice: gradient agrees
func.func @extract_slice(%x: tensor<4x6xf64>) -> (tensor<2x3xf64>, tensor<6xf64>, tensor<3x2xf64>) {
  %0 = tensor.extract_slice %x[1, 0] [2, 3] [1, 2] : tensor<4x6xf64> to tensor<2x3xf64>
  %1 = tensor.extract_slice %x[2, 0] [1, 6] [1, 1] : tensor<4x6xf64> to tensor<6xf64>
  %2 = tensor.extract_slice %x[0, 2] [3, 2] [1, 1] : tensor<4x6xf64> to tensor<3x2xf64>
  %3 = arith.mulf %2, %2 : tensor<3x2xf64>
  return %0, %1, %3 : tensor<2x3xf64>, tensor<6xf64>, tensor<3x2xf64>
}

// CHECK: @insert_slice: gradient agrees
func.func @insert_slice(%x: tensor<2x3xf64>, %y: tensor<4x6xf64>) -> tensor<4x6xf64> {
  %0 = tensor.insert_slice %x into %y[1, 0] [2, 3] [1, 2] : tensor<2x3xf64> into tensor<4x6xf64>
  %1 = arith.mulf %0, %0 : tensor<4x6xf64>
  return %1 : tensor<4x6xf64>
}

// CHECK: @concat: gradient agrees
func.func @concat(%x: tensor<2x?xf64> {test.shape = array<i64: 2, 1>}, %y: tensor<2x3xf64>) -> tensor<2x?xf64> {
  %0 = tensor.concat dim(1) %x, %y, %x : (tensor<2x?xf64>, tensor<2x3xf64>, tensor<2x?xf64>) -> tensor<2x?xf64>
  %1 = arith.mulf %0, %0 : tensor<2x?xf64>
  return %1 : tensor<2x?xf64>
}

// The padding value is differentiated too.
// CHECK: @pad: gradient agrees
func.func @pad(%x: tensor<2x3xf64>, %v: f64) -> tensor<5x6xf64> {
  %0 = tensor.pad %x low[1, 0] high[2, 3] {
  ^bb0(%i: index, %j: index):
    tensor.yield %v : f64
  } : tensor<2x3xf64> to tensor<5x6xf64>
  %1 = arith.mulf %0, %0 : tensor<5x6xf64>
  return %1 : tensor<5x6xf64>
}

// CHECK: @cast: gradient agrees
func.func @cast(%x: tensor<2x3xf64>) -> tensor<?x3xf64> {
  %0 = tensor.cast %x : tensor<2x3xf64> to tensor<?x3xf64>
  %1 = arith.mulf %0, %0 : tensor<?x3xf64>
  return %1 : tensor<?x3xf64>
}

// CHECK: @elements: gradient agrees
func.func @elements(%x: f64, %y: f64, %t: tensor<2x3xf64>) -> (tensor<2x3xf64>, f64, tensor<4xf64>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %0 = tensor.from_elements %x, %y, %x, %y, %y, %x : tensor<2x3xf64>
  %1 = arith.mulf %0, %t : tensor<2x3xf64>
  %2 = tensor.extract %1[%c1, %c2] : tensor<2x3xf64>
  %3 = tensor.insert %2 into %1[%c0, %c1] : tensor<2x3xf64>
  %4 = tensor.splat %2 : tensor<4xf64>
  return %3, %2, %4 : tensor<2x3xf64>, f64, tensor<4xf64>
}
