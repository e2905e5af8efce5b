//===- Activity.h - Which values need a cotangent -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_AUTODIFF_ACTIVITY_H
#define LUTRA_AUTODIFF_ACTIVITY_H

#include "mlir/Analysis/DataFlowFramework.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/FunctionInterfaces.h"
#include <memory>

namespace lutra::ad {

/// Which values of a function lie between the differentiated arguments and the
/// differentiated results. The result of two sparse data-flow analyses:
/// *varied* values depend on an argument, *useful* ones reach a result, both
/// through operands that have a derivative; an active value is both.
class Activity {
public:
  /// Fails only when the solver does.
  static mlir::FailureOr<Activity>
  compute(mlir::FunctionOpInterface function,
          llvm::ArrayRef<mlir::Value> independents,
          llvm::ArrayRef<mlir::Value> dependents);

  bool isVaried(mlir::Value value) const;
  bool isUseful(mlir::Value value) const;
  bool isActive(mlir::Value value) const {
    return isVaried(value) && isUseful(value);
  }

private:
  std::unique_ptr<mlir::DataFlowSolver> solver;
  std::unique_ptr<mlir::SymbolTableCollection> symbolTables;
};

} // namespace lutra::ad

#endif // LUTRA_AUTODIFF_ACTIVITY_H
