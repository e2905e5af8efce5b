//===- NormalizeContractions.cpp - Contractions in named form -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Patterns of approx-prepare that give a contraction the form the later passes
// know, whatever loops, order of dimensions and name a frontend chose for it.
//
// Approach. Every loop has a part: batch, m, n or k of a matrix product, or one
// of the letters of a convolution. The maps say where an operand has each part.
// An operand is transposed where its order differs from the wanted one, and
// reshaped where several loops play one part or none does.
//
//===----------------------------------------------------------------------===//
#include "Prepare.h"
#include "lutra/Dialect/Approx/Transforms/Contractions.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace lutra::approx;

/// Whether `op` computes out += lhs * rhs in floats of the type of `out`: a
/// named op, which widens its operands to that, or a generic on one type, where
/// there is nothing to widen.
static bool isFloatProductSum(linalg::LinalgOp op) {
  if (op.getNumDpsInputs() != 2 || op.getNumDpsInits() != 1 ||
      !op.hasPureTensorSemantics() || !hasContractionBody(op))
    return false;
  Type element = getElementTypeOrSelf(op->getOperand(2));
  bool isNamed = !isa<linalg::GenericOp>(op.getOperation());
  for (Type type : op->getOperandTypes()) {
    Type other = getElementTypeOrSelf(type);
    if (!isa<FloatType>(other) || (other != element && !isNamed))
      return false;
  }
  return true;
}

/// Gives `to` what the user said about `from`; maps that linalg keeps there are
/// not those of `to`.
static void copyAttributes(Operation *from, Operation *to) {
  for (NamedAttribute attribute : from->getDiscardableAttrs())
    if (attribute.getName() !=
        linalg::LinalgDialect::kMemoizedIndexingMapsAttrName)
      to->setDiscardableAttr(attribute.getName(), attribute.getValue());
}

//===----------------------------------------------------------------------===//
// Data movement
//===----------------------------------------------------------------------===//

/// The tensor whose dimension i is dimension permutation[i] of `value`.
static Value transpose(OpBuilder &builder, Location loc, Value value,
                       ArrayRef<int64_t> permutation) {
  if (llvm::equal(permutation, llvm::seq<int64_t>(permutation.size())))
    return value;
  SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(builder, loc, value),
                            permuted;
  for (int64_t dimension : permutation)
    permuted.push_back(sizes[dimension]);
  Value empty = tensor::EmptyOp::create(builder, loc, permuted,
                                        getElementTypeOrSelf(value));
  return linalg::TransposeOp::create(builder, loc, value, empty, permutation)
      ->getResult(0);
}

/// For each of `to` its position in `from`.
template <typename T>
static SmallVector<int64_t> positions(ArrayRef<T> from, ArrayRef<T> to) {
  SmallVector<int64_t> result;
  for (const T &entry : to)
    result.push_back(llvm::find(from, entry) - from.begin());
  return result;
}

//===----------------------------------------------------------------------===//
// Matrix products
//===----------------------------------------------------------------------===//

namespace {
using Loops = SmallVector<unsigned>;

Loops getLoops(AffineMap map) {
  return llvm::map_to_vector(map.getResults(), [](AffineExpr index) {
    return cast<AffineDimExpr>(index).getPosition();
  });
}

Loops filter(ArrayRef<unsigned> loops, ArrayRef<unsigned> wanted) {
  return llvm::filter_to_vector(
      loops, [&](unsigned loop) { return llvm::is_contained(wanted, loop); });
}

Loops concat(std::initializer_list<ArrayRef<unsigned>> parts) {
  Loops result;
  for (ArrayRef<unsigned> part : parts)
    result.append(part.begin(), part.end());
  return result;
}

/// A contraction with any number of loops for each part, as linalg.generic or
/// linalg.contract, becomes linalg.matmul or linalg.batch_matmul.
struct NormalizeMatmul : OpInterfaceRewritePattern<linalg::LinalgOp> {
  using OpInterfaceRewritePattern::OpInterfaceRewritePattern;

  LogicalResult matchAndRewrite(linalg::LinalgOp op,
                                PatternRewriter &rewriter) const override {
    if (!isa<linalg::GenericOp, linalg::ContractOp>(op.getOperation()) ||
        !linalg::isaContractionOpInterface(op) || !isFloatProductSum(op))
      return rewriter.notifyMatchFailure(op, "no product sum on tensors");
    FailureOr<linalg::ContractionDimensions> dims =
        linalg::inferContractionDims(op);
    if (failed(dims) || dims->m.empty() || dims->n.empty() || dims->k.empty() ||
        dims->batch.size() + dims->m.size() + dims->n.size() + dims->k.size() !=
            op.getNumLoops())
      return rewriter.notifyMatchFailure(op, "no matrix product");

    SmallVector<AffineMap> maps = op.getIndexingMapsArray();
    Loops lhs = getLoops(maps[0]), rhs = getLoops(maps[1]),
          out = getLoops(maps[2]);
    // The order within a part is that of the result, or of lhs.
    Loops batch = filter(out, dims->batch), m = filter(out, dims->m),
          n = filter(out, dims->n), k = filter(lhs, dims->k);

    Location loc = op.getLoc();
    Value init = op.getDpsInits()[0];
    Loops wanted = concat({batch, m, n});
    Value movedInit =
        transpose(rewriter, loc, init, positions<unsigned>(out, wanted));
    auto lhsMatrix = bring(rewriter, loc, op->getOperand(0), lhs, batch, m, k);
    auto rhsMatrix = bring(rewriter, loc, op->getOperand(1), rhs, batch, k, n);
    SmallVector<ReassociationIndices> groups = group({batch, m, n});
    Value c = collapse(rewriter, loc, movedInit, groups);

    unsigned first = batch.empty() ? 0 : 1;
    auto getMap = [&](unsigned row, unsigned column, bool transposed) {
      SmallVector<unsigned> indices;
      if (!batch.empty())
        indices.push_back(0);
      if (transposed)
        std::swap(row, column);
      indices.append({first + row, first + column});
      return AffineMap::getMultiDimMapWithTargets(first + 3, indices,
                                                  rewriter.getContext());
    };
    ArrayAttr newMaps = rewriter.getAffineMapArrayAttr(
        {getMap(0, 2, lhsMatrix.second), getMap(2, 1, rhsMatrix.second),
         getMap(0, 1, false)});
    auto create = [&](auto tag) -> Operation * {
      using MatmulOp = typename decltype(tag)::type;
      auto matmul = MatmulOp::create(
          rewriter, loc, c.getType(),
          ValueRange{lhsMatrix.first, rhsMatrix.first}, ValueRange{c});
      matmul.setIndexingMapsAttr(newMaps);
      return matmul;
    };
    Operation *product =
        batch.empty() ? create(std::common_type<linalg::MatmulOp>())
                      : create(std::common_type<linalg::BatchMatmulOp>());
    copyAttributes(op, product);
    Value result = product->getResult(0);
    if (result.getType() != movedInit.getType())
      result = tensor::ExpandShapeOp::create(
          rewriter, loc, movedInit.getType(), result, groups,
          tensor::getMixedSizes(rewriter, loc, movedInit));
    rewriter.replaceOp(
        op, transpose(rewriter, loc, result, positions<unsigned>(wanted, out)));
    return success();
  }

private:
  static SmallVector<ReassociationIndices>
  group(std::initializer_list<ArrayRef<unsigned>> parts) {
    SmallVector<ReassociationIndices> groups;
    int64_t next = 0;
    for (ArrayRef<unsigned> part : parts) {
      if (part.empty())
        continue;
      auto dimensions = llvm::seq<int64_t>(next, next + part.size());
      groups.emplace_back(dimensions.begin(), dimensions.end());
      next += part.size();
    }
    return groups;
  }

  static Value collapse(OpBuilder &builder, Location loc, Value value,
                        ArrayRef<ReassociationIndices> groups) {
    if (int64_t(groups.size()) ==
        cast<RankedTensorType>(value.getType()).getRank())
      return value;
    return tensor::CollapseShapeOp::create(builder, loc, value, groups);
  }

  /// `value` with dimensions (batch,) rows, columns, or (batch,) columns, rows
  /// where that moves nothing; says which.
  static std::pair<Value, bool> bring(OpBuilder &builder, Location loc,
                                      Value value, ArrayRef<unsigned> loops,
                                      ArrayRef<unsigned> batch,
                                      ArrayRef<unsigned> rows,
                                      ArrayRef<unsigned> columns) {
    bool transposed = ArrayRef(concat({batch, columns, rows})) == loops;
    if (transposed)
      std::swap(rows, columns);
    Loops wanted = concat({batch, rows, columns});
    Value moved =
        transpose(builder, loc, value, positions<unsigned>(loops, wanted));
    return {collapse(builder, loc, moved, group({batch, rows, columns})),
            transposed};
  }
};
} // namespace

//===----------------------------------------------------------------------===//
// Convolutions
//===----------------------------------------------------------------------===//

namespace {
/// Dimensions of the operands of a named convolution: n images, g groups, c and
/// f channels of a group in and out, h and w places or taps.
struct ConvolutionForm {
  StringLiteral input, filter, result;
};
constexpr ConvolutionForm channelsFirst{"nchw", "fchw", "nfhw"};
constexpr ConvolutionForm channelsLast{"nhwc", "hwcf", "nhwf"};
constexpr ConvolutionForm groupedFirst{"ngchw", "gfchw", "ngfhw"};
constexpr ConvolutionForm groupedLast{"nhwgc", "gfhwc", "nhwgf"};

/// The letters of a convolution's loops, and of its operands' dimensions.
struct ConvolutionLetters {
  DenseMap<unsigned, char> loops; // a place and its tap share a letter
  std::string input, filter, result;
  int64_t strides[2] = {1, 1}, dilations[2] = {1, 1}; // of h, w
};

/// Fails where a loop has no letter: several batch dimensions, 3-D.
FailureOr<ConvolutionLetters> getLetters(linalg::LinalgOp op) {
  FailureOr<linalg::ConvolutionDimensions> dims =
      linalg::inferConvolutionDims(op);
  if (failed(dims))
    return failure();
  size_t images = dims->outputImage.size();
  if (images < 1 || images > 2 || dims->filterLoop.size() != images)
    return failure();
  ConvolutionLetters letters;
  for (auto [letter, loops] :
       {std::pair('n', &dims->batch), std::pair('g', &dims->depth),
        std::pair('c', &dims->inputChannel),
        std::pair('f', &dims->outputChannel)}) {
    if (loops->size() > 1)
      return failure();
    if (!loops->empty())
      letters.loops[loops->front()] = letter;
  }
  SmallVector<AffineMap> maps = op.getIndexingMapsArray();
  // The only image dimension is w; of two, h comes first in the input.
  unsigned axis = 2 - images;
  for (AffineExpr index : maps[0].getResults()) {
    auto isRead = [&](unsigned loop) { return index.isFunctionOfDim(loop); };
    const unsigned *place = llvm::find_if(dims->outputImage, isRead);
    const unsigned *tap = llvm::find_if(dims->filterLoop, isRead);
    if (place == dims->outputImage.end() && tap == dims->filterLoop.end())
      continue;
    if (place == dims->outputImage.end() || tap == dims->filterLoop.end() ||
        axis > 1)
      return failure();
    letters.loops.insert({*place, "hw"[axis]});
    letters.loops.insert({*tap, "hw"[axis]});
    letters.strides[axis] = dims->strides[place - dims->outputImage.begin()];
    letters.dilations[axis] = dims->dilations[tap - dims->filterLoop.begin()];
    ++axis;
  }
  if (letters.loops.size() != op.getNumLoops())
    return failure();
  std::string *texts[] = {&letters.input, &letters.filter, &letters.result};
  for (auto [map, text] : llvm::zip_equal(maps, texts))
    for (AffineExpr index : map.getResults())
      for (auto [loop, letter] : letters.loops)
        if (index.isFunctionOfDim(loop)) {
          text->push_back(letter);
          break;
        }
  for (auto [map, text] : llvm::zip_equal(maps, texts))
    if (text->size() != map.getNumResults())
      return failure();
  return letters;
}

/// One dimension for each letter of `to`, of size 1 where `from` has none.
SmallVector<ReassociationIndices> getUnitGroups(StringRef from, StringRef to) {
  SmallVector<ReassociationIndices> groups;
  ReassociationIndices group;
  bool hasDimension = false;
  for (auto [index, letter] : llvm::enumerate(to)) {
    bool isUnit = !from.contains(letter);
    if (!isUnit && hasDimension) {
      groups.push_back(std::exchange(group, {}));
      hasDimension = false;
    }
    hasDimension |= !isUnit;
    group.push_back(index);
  }
  groups.push_back(group);
  return groups;
}

/// The letters of `to` that `from` has, in the order of `to`.
std::string common(StringRef from, StringRef to) {
  std::string result;
  for (char letter : to)
    if (from.contains(letter))
      result.push_back(letter);
  return result;
}

/// `value` with dimensions `from` as one with dimensions `to`.
Value rearrange(OpBuilder &builder, Location loc, Value value, StringRef from,
                StringRef to) {
  std::string order = common(from, to);
  value = transpose(builder, loc, value,
                    positions<char>(ArrayRef(from.data(), from.size()),
                                    ArrayRef(order.data(), order.size())));
  if (order.size() == to.size())
    return value;
  SmallVector<OpFoldResult> sizes = tensor::getMixedSizes(builder, loc, value);
  SmallVector<int64_t> shape;
  for (auto [index, letter] : llvm::enumerate(to)) {
    if (StringRef(order).contains(letter)) {
      shape.push_back(cast<RankedTensorType>(value.getType())
                          .getDimSize(StringRef(order).find(letter)));
      continue;
    }
    sizes.insert(sizes.begin() + index, builder.getIndexAttr(1));
    shape.push_back(1);
  }
  return tensor::ExpandShapeOp::create(
      builder, loc, RankedTensorType::get(shape, getElementTypeOrSelf(value)),
      value, getUnitGroups(from, to), sizes);
}

/// A convolution of one or two dimensions, grouped, depthwise or neither,
/// becomes one of the four named ops that have an approximate form.
struct NormalizeConvolution : OpInterfaceRewritePattern<linalg::LinalgOp> {
  using OpInterfaceRewritePattern::OpInterfaceRewritePattern;

  LogicalResult matchAndRewrite(linalg::LinalgOp op,
                                PatternRewriter &rewriter) const override {
    if (isa<linalg::Conv2DNchwFchwOp, linalg::Conv2DNhwcHwcfOp,
            linalg::Conv2DNgchwGfchwOp, linalg::Conv2DNhwgcGfhwcOp>(
            op.getOperation()) ||
        !linalg::isaConvolutionOpInterface(op) || !isFloatProductSum(op))
      return rewriter.notifyMatchFailure(op, "no convolution to rewrite");
    FailureOr<ConvolutionLetters> letters = getLetters(op);
    if (failed(letters))
      return rewriter.notifyMatchFailure(op, "no 1-D or 2-D convolution");

    StringRef input = letters->input;
    bool isGrouped = input.contains('g');
    bool isLast = input.find_last_of("gc") != StringRef::npos &&
                  input.find_last_of("gc") > input.find('w');
    const ConvolutionForm &form = isGrouped
                                      ? (isLast ? groupedLast : groupedFirst)
                                      : (isLast ? channelsLast : channelsFirst);
    Location loc = op.getLoc();
    Value x = rearrange(rewriter, loc, op->getOperand(0), input, form.input);
    Value w = rearrange(rewriter, loc, op->getOperand(1), letters->filter,
                        form.filter);
    Value init = rearrange(rewriter, loc, op->getOperand(2), letters->result,
                           form.result);
    auto create = [&](auto tag) -> Operation * {
      using ConvOp = typename decltype(tag)::type;
      return ConvOp::create(rewriter, loc, init.getType(), ValueRange{x, w},
                            ValueRange{init},
                            rewriter.getI64TensorAttr(letters->strides),
                            rewriter.getI64TensorAttr(letters->dilations));
    };
    Operation *conv =
        isGrouped
            ? (isLast ? create(std::common_type<linalg::Conv2DNhwgcGfhwcOp>())
                      : create(std::common_type<linalg::Conv2DNgchwGfchwOp>()))
            : (isLast ? create(std::common_type<linalg::Conv2DNhwcHwcfOp>())
                      : create(std::common_type<linalg::Conv2DNchwFchwOp>()));
    copyAttributes(op, conv);
    Value result = conv->getResult(0);
    std::string order = common(letters->result, form.result);
    if (order.size() != form.result.size())
      result = tensor::CollapseShapeOp::create(
          rewriter, loc, result, getUnitGroups(order, form.result));
    rewriter.replaceOp(
        op, transpose(rewriter, loc, result,
                      positions<char>(ArrayRef(order.data(), order.size()),
                                      ArrayRef(letters->result.data(),
                                               letters->result.size()))));
    return success();
  }
};
} // namespace

void lutra::approx::populateNormalizeContractionPatterns(
    RewritePatternSet &patterns) {
  patterns.add<NormalizeMatmul, NormalizeConvolution>(patterns.getContext());
}
