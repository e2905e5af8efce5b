//===- Passes.td - Passes of lutra/Conversion -*- tablegen -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_CONVERSION_PASSES_TD
#define LUTRA_CONVERSION_PASSES_TD

include "mlir/Pass/PassBase.td"

//===----------------------------------------------------------------------===//
// From tensors to code: the stages of approx-lower-to-cpu, in order
//===----------------------------------------------------------------------===//

def PrepareBoundary : Pass<"approx-prepare-boundary", "::mlir::ModuleOp"> {
  let summary = "Say in the IR which arguments are updated in place";
  let description = [{
    Before bufferization. An argument that is `bufferization.writable` is donated
    and gets `approx.donated`. A result with `approx.updates = "x"` is the new value
    of the argument named `x`: that argument becomes writable, and the result a
    `bufferization.materialize_in_destination` into it. Every other argument
    becomes read-only, which bufferization does not assume by itself. Scalar
    arguments and results become 0-d tensors, the only kind of scalar that
    crosses the boundary of a compiled function.
  }];
  let dependentDialects = ["::mlir::bufferization::BufferizationDialect",
                           "::mlir::tensor::TensorDialect"];
}

def FinalizeBoundary : Pass<"approx-finalize-boundary", "::mlir::ModuleOp"> {
  let summary = "Turn results into output arguments, without copies of state";
  let description = [{
    After bufferization. A result that is a donated argument is dropped, since
    the caller has the buffer; every other result becomes an argument that the
    function writes. Arguments keep `approx.name` and `approx.role` and get
    `approx.output` where they are new. Refused, with a diagnostic: a new value
    of a donated argument that lives in another buffer (it would need a copy of
    state), shapes that are not static, calls to functions of the module.
  }];
  let dependentDialects = ["::mlir::LLVM::LLVMDialect",
                           "::mlir::memref::MemRefDialect"];
}

#endif // LUTRA_CONVERSION_PASSES_TD
