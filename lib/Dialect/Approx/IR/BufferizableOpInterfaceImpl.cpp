//===- BufferizableOpInterfaceImpl.cpp - Bufferization of approx ops -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Contractions bufferize in place into `outs`, whose old contents they do not
// read: no copy is made to preserve or to initialise it. A barrier and a
// stopped gradient are their operands.
//
//===----------------------------------------------------------------------===//
#include "lutra/Dialect/Approx/IR/BufferizableOpInterfaceImpl.h"
#include "lutra/Dialect/Approx/IR/ApproxOps.h"
#include "mlir/Dialect/Bufferization/IR/BufferizableOpInterface.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/Bufferization/IR/DstBufferizableOpInterfaceImpl.h"
#include "mlir/IR/DialectRegistry.h"

using namespace mlir;
using namespace mlir::bufferization;
using namespace lutra::approx;

namespace {

template <typename OpTy>
struct ContractionModel
    : DstBufferizableOpInterfaceExternalModel<ContractionModel<OpTy>, OpTy> {
  bool bufferizesToMemoryRead(Operation *op, OpOperand &operand,
                              const AnalysisState &) const {
    return !cast<DestinationStyleOpInterface>(op).isDpsInit(&operand);
  }

  LogicalResult bufferize(Operation *op, RewriterBase &rewriter,
                          const BufferizationOptions &options,
                          BufferizationState &state) const {
    auto destination = cast<DestinationStyleOpInterface>(op);
    if (destination.hasPureBufferSemantics())
      return success();
    SmallVector<Value> buffers;
    for (OpOperand &operand : op->getOpOperands()) {
      FailureOr<Value> buffer =
          getBuffer(rewriter, operand.get(), options, state);
      if (failed(buffer))
        return failure();
      buffers.push_back(*buffer);
    }
    // The init is where the result is, which the clone does not return.
    Value result =
        buffers[destination.getDpsInitsMutable()[0].getOperandNumber()];
    OpTy::create(rewriter, op->getLoc(), TypeRange(), buffers,
                 cast<OpTy>(op).getProperties(),
                 op->getDiscardableAttrDictionary().getValue());
    replaceOpWithBufferizedValues(rewriter, op, result);
    return success();
  }
};

/// Its buffer is that of the operand.
template <typename OpTy>
struct IdentityModel
    : BufferizableOpInterface::ExternalModel<IdentityModel<OpTy>, OpTy> {
  bool bufferizesToMemoryRead(Operation *, OpOperand &,
                              const AnalysisState &) const {
    return false;
  }
  bool bufferizesToMemoryWrite(Operation *, OpOperand &,
                               const AnalysisState &) const {
    return false;
  }
  AliasingValueList getAliasingValues(Operation *op, OpOperand &,
                                      const AnalysisState &) const {
    return {{op->getResult(0), BufferRelation::Equivalent}};
  }
  LogicalResult bufferize(Operation *op, RewriterBase &rewriter,
                          const BufferizationOptions &options,
                          BufferizationState &state) const {
    FailureOr<Value> buffer =
        getBuffer(rewriter, op->getOperand(0), options, state);
    if (failed(buffer))
      return failure();
    replaceOpWithBufferizedValues(rewriter, op, *buffer);
    return success();
  }
};

template <typename... OpTys>
void attachAll(MLIRContext *context) {
  (OpTys::template attachInterface<ContractionModel<OpTys>>(*context), ...);
}

} // namespace

void lutra::approx::registerBufferizableOpInterfaceExternalModels(
    DialectRegistry &registry) {
  registry.addExtension(+[](MLIRContext *context, ApproxDialect *) {
    OptimizationBarrierOp::attachInterface<
        IdentityModel<OptimizationBarrierOp>>(*context);
    StopGradientOp::attachInterface<IdentityModel<StopGradientOp>>(*context);
    attachAll<MatmulOp, BatchMatmulOp, Conv2DOp, MatmulGradLhsOp,
              MatmulGradRhsOp, BatchMatmulGradLhsOp, BatchMatmulGradRhsOp,
              Conv2DGradInputOp, Conv2DGradFilterOp, ExpandOp, IntMatmulOp,
              IntBatchMatmulOp, IntConv2DOp>(context);
  });
}
