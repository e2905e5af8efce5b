//===- DifferentiableOpInterface.td - Reverse-mode rule of an op -*- tablegen -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_AUTODIFF_DIFFERENTIABLEOPINTERFACE_TD
#define LUTRA_AUTODIFF_DIFFERENTIABLEOPINTERFACE_TD

include "mlir/IR/OpBase.td"

// An interface and not a trait: only an interface can be attached to upstream
// ops, and to other people's, afterwards.
def DifferentiableOpInterface : OpInterface<"DifferentiableOpInterface"> {
  let cppNamespace = "::lutra::ad";
  let description = [{
    Reverse-mode derivative of an op with value semantics. Attached by external
    models, to upstream ops and to those of the approx dialect alike. An op
    whose derivative is zero everywhere (rounding, observers) implements it too
    and says so through `isDifferentiableOperand`.

    Which primal values a rule reads is seen from its calls of
    `VJPContext::primal`, so that a rule has nothing to declare.
  }];
  let methods = [
    InterfaceMethod<"Whether buildVJP can produce a cotangent for this operand.",
      "bool", "isDifferentiableOperand", (ins "::mlir::OpOperand &":$operand),
      "", [{ return ::lutra::ad::hasFloatElements(operand.get().getType()); }]>,
    InterfaceMethod<[{Type of the cotangent of a result; null when the result
      carries none. Integer results of quantised ops carry f32 (M9).}],
      "::mlir::Type", "getCotangentType", (ins "::mlir::Value":$result),
      "", [{ return ::lutra::ad::hasFloatElements(result.getType())
                        ? result.getType() : ::mlir::Type(); }]>,
    InterfaceMethod<[{Builds the cotangent of each active operand and hands it
      to the context. Called only when at least one result has a cotangent and
      one operand is active. Fails after a diagnostic that names what is
      unsupported (VJPContext::emitUnsupported).}],
      "::mlir::LogicalResult", "buildVJP",
      (ins "::mlir::OpBuilder &":$builder, "::lutra::ad::VJPContext &":$context)>
  ];
}

#endif // LUTRA_AUTODIFF_DIFFERENTIABLEOPINTERFACE_TD
