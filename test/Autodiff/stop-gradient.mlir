// RUN: approx-opt %s --approx-autodiff="of=product wrt=x mode=vjp" | FileCheck %s --check-prefix=PRODUCT
// RUN: approx-opt %s --approx-autodiff="of=product wrt=x mode=split" | FileCheck %s --check-prefix=SPLIT
// RUN: approx-opt %s --approx-autodiff="of=loop wrt=x mode=vjp" | FileCheck %s --check-prefix=LOOP
// RUN: approx-opt %s --approx-lower-to-cpu | FileCheck %s --check-prefix=LOWERED --implicit-check-not=approx.stop

// x * stop(x): the cotangent goes to the first factor only. No derivative has the
// op; the function that was differentiated keeps it.

// PRODUCT-LABEL: func.func @product(
// PRODUCT:         approx.stop_gradient
// PRODUCT-LABEL: func.func @product_vjp(
// PRODUCT-SAME:    %[[X:[^:]*]]: tensor<4xf32> {approx.name = "x"}, %[[D:[^:]*]]: tensor<4xf32>)
// PRODUCT-NEXT:    %[[Y:.*]] = arith.mulf %[[X]], %[[X]]
// PRODUCT:         %[[G:.*]] = linalg.generic
// PRODUCT-SAME:      ins(%[[X]], %[[D]] :
// PRODUCT-NOT:     linalg.generic
// PRODUCT:         return %[[Y]], %[[G]]

// SPLIT-LABEL: func.func @product_fwd(
// SPLIT-NOT:     approx.stop_gradient
// SPLIT-LABEL: func.func @product_bwd(
// SPLIT-NOT:     approx.stop_gradient
// SPLIT:         arith.mulf
// SPLIT-NOT:     arith.mulf
// SPLIT:         return

// LOWERED-LABEL: llvm.func @product(
func.func @product(%x: tensor<4xf32> {approx.name = "x"}) -> tensor<4xf32> {
  %held = approx.stop_gradient %x : tensor<4xf32>
  %y = arith.mulf %x, %held : tensor<4xf32>
  return %y : tensor<4xf32>
}

// LOOP-LABEL: func.func @loop_vjp(
// LOOP-NOT:     approx.stop_gradient
// LOOP:         return
func.func @loop(%x: tensor<4xf32> {approx.name = "x"}) -> tensor<4xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %y = scf.for %i = %c0 to %c3 step %c1 iter_args(%sum = %x) -> tensor<4xf32> {
    %held = approx.stop_gradient %sum : tensor<4xf32>
    %next = arith.mulf %sum, %held : tensor<4xf32>
    scf.yield %next : tensor<4xf32>
  }
  return %y : tensor<4xf32>
}
