//===- ApproxInterfaces.td - Interfaces of approx ops ------*- tablegen -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_APPROX_INTERFACES_TD
#define LUTRA_APPROX_INTERFACES_TD

include "mlir/IR/OpBase.td"

// What verifiers, the reference lowering and kernels' lowering ask of all
// contractions alike, so that a new one (conv_1d, grouped) is one more space.
def Approx_ContractionInterface : OpInterface<"ContractionInterface"> {
  let cppNamespace = "::lutra::approx";
  let description = [{
    A contraction with an approximate multiplier, or the gradient of one: the
    loops it runs over and how each operand is indexed by them.
  }];
  let methods = [
    InterfaceMethod<[{Loops and indexing maps of lhs, rhs and result of the
      forward op (of the gradient op: of the forward op it belongs to).}],
      "::lutra::approx::ContractionSpace", "getSpace">,
    InterfaceMethod<"The operand that the op is the gradient for, or None.",
      "::lutra::approx::Derivative", "getDerivative">
  ];
}

def Approx_EstimatorUserInterface : OpInterface<"EstimatorUserInterface"> {
  let cppNamespace = "::lutra::approx";
  let description = [{
    An op that names a multiplier and the estimator of its gradient; both are
    null in the float form of a gradient.
  }];
  let methods = [
    InterfaceMethod<"", "::mlir::FlatSymbolRefAttr", "getMultiplierAttr">,
    InterfaceMethod<"", "::lutra::approx::GradientAttr", "getGradientAttr">,
    InterfaceMethod<"", "void", "setGradientAttr",
                    (ins "::lutra::approx::GradientAttr":$gradient)>
  ];
}

#endif // LUTRA_APPROX_INTERFACES_TD
