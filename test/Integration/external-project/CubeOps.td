//===- CubeOps.td - The ops of the example dialect -*- tablegen -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef CUBE_OPS_TD
#define CUBE_OPS_TD

include "mlir/Interfaces/SideEffectInterfaces.td"
include "mlir/IR/OpBase.td"

def CubeDialect : Dialect {
  let name = "cube";
  let cppNamespace = "::cube";
  let summary = "An example of a dialect that Lutra does not know";
}

def CubeOp : Op<CubeDialect, "cube", [Pure, AllTypesMatch<["input", "output"]>]> {
  let summary = "The third power of each element";
  let arguments = (ins AnyRankedTensor:$input);
  let results = (outs AnyRankedTensor:$output);
  let assemblyFormat = "$input attr-dict `:` type($input)";
}

#endif // CUBE_OPS_TD
