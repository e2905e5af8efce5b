//===- Factors.cpp - Factorised multipliers -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The factors of a multiplier as an attribute, the way to the library's
// factorisation and back, and the op that maps codes through them (M13).
//
// Shapes are the verifiers' business. That the factors give the table is
// checked when they are read, as a table's hash is.
//
//===----------------------------------------------------------------------===//
#include "Verification.h"
#include "lutra/Dialect/Approx/IR/Multipliers.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "mlir/IR/TypeUtilities.h"
#include "llvm/ADT/StringMap.h"
#include <mutex>

using namespace mlir;
using namespace lutra;
using namespace lutra::approx;

using SharedFactorization = std::shared_ptr<const Factorization>;

/// 2^shift * factor * factor stays far from what 64-bit sums hold.
constexpr int64_t maxShift = 31;

//===----------------------------------------------------------------------===//
// The attribute
//===----------------------------------------------------------------------===//

int64_t FactorsAttr::getNumColumns(int64_t shift) const {
  return llvm::count(getShifts().asArrayRef(), shift);
}

LogicalResult FactorsAttr::verify(function_ref<InFlightDiagnostic()> emitError,
                                  DenseI64ArrayAttr shifts, ElementsAttr lhs,
                                  ElementsAttr rhs, ElementsAttr lhsTerm,
                                  ElementsAttr rhsTerm) {
  // M13
  for (int64_t shift : shifts.asArrayRef())
    if (shift < 0 || shift > maxShift)
      return emitError() << "expects shifts from 0 to " << maxShift << ", got "
                         << shift;
  auto verifySide = [&](StringRef side, ElementsAttr factors,
                        ElementsAttr term) -> LogicalResult {
    ShapedType type = factors.getShapedType(), terms = term.getShapedType();
    if (!type.getElementType().isSignlessInteger(8) || type.getRank() != 2 ||
        type.getDimSize(0) != shifts.size())
      return emitError() << "expects " << side << " factors of "
                         << shifts.size()
                         << " rows of i8, one for each shift, got " << type;
    if (!terms.getElementType().isSignlessInteger(32) || terms.getRank() != 1 ||
        terms.getDimSize(0) != type.getDimSize(1))
      return emitError() << "expects a " << side << " term of "
                         << type.getDimSize(1) << " i32 entries, got " << terms;
    return success();
  };
  if (failed(verifySide("lhs", lhs, lhsTerm)))
    return failure();
  return verifySide("rhs", rhs, rhsTerm);
}

LogicalResult approx::verifyFactors(MultiplierOp op) {
  FactorsAttr factors = op.getFactorsAttr();
  // M13
  for (auto [name, elements, type] :
       {std::tuple("lhs", factors.getLhs(), op.getLhsType()),
        std::tuple("rhs", factors.getRhs(), op.getRhsType())}) {
    int64_t expected = int64_t(1) << type.getWidth();
    int64_t given = elements.getShapedType().getDimSize(1);
    if (given != expected)
      return op.emitOpError()
             << "expects " << name << " factors of " << expected
             << " entries for " << type << ", got " << given;
  }
  return success();
}

//===----------------------------------------------------------------------===//
// To and from the library
//===----------------------------------------------------------------------===//

/// The entries, whichever of MLIR's attributes holds them.
template <typename T>
static std::optional<std::vector<T>> readElements(ElementsAttr elements) {
  if (auto dense = dyn_cast<DenseElementsAttr>(elements)) {
    auto values = dense.getValues<T>();
    return std::vector<T>(values.begin(), values.end());
  }
  if (auto resource =
          dyn_cast<mlir::detail::DenseResourceElementsAttrBase<T>>(elements))
    if (std::optional<ArrayRef<T>> values = resource.tryGetAsArrayRef())
      return values->vec();
  return std::nullopt;
}

/// A large table as a resource, which is printed apart from the code.
template <typename T, typename Resource>
static ElementsAttr makeElements(ArrayRef<int64_t> shape, Type elementType,
                                 ArrayRef<T> entries, StringRef name) {
  auto type = RankedTensorType::get(shape, elementType);
  if (entries.empty() || llvm::all_equal(entries))
    return DenseElementsAttr::get(type, entries.take_front());
  return cast<ElementsAttr>(Attribute(Resource::get(
      type, name, HeapAsmResourceBlob::allocateAndCopyInferAlign(entries))));
}

void approx::setFactors(MultiplierOp op, const Factorization &factorization) {
  Builder builder(op.getContext());
  SmallVector<int64_t> shifts;
  std::vector<int8_t> lhs, rhs;
  for (const FactorColumn &column : factorization.columns) {
    shifts.push_back(column.shift);
    lhs.insert(lhs.end(), column.lhs.begin(), column.lhs.end());
    rhs.insert(rhs.end(), column.rhs.begin(), column.rhs.end());
  }
  int64_t columns = shifts.size();
  auto makeFactors = [&](ArrayRef<int8_t> entries, OperandType type,
                         StringRef name) {
    return makeElements<int8_t, DenseI8ResourceElementsAttr>(
        {columns, int64_t(type.size())}, builder.getI8Type(), entries, name);
  };
  auto makeTerm = [&](ArrayRef<int32_t> entries, StringRef name) {
    return makeElements<int32_t, DenseI32ResourceElementsAttr>(
        {int64_t(entries.size())}, builder.getI32Type(), entries, name);
  };
  op.setFactorsAttr(
      FactorsAttr::get(builder.getDenseI64ArrayAttr(shifts),
                       makeFactors(lhs, factorization.lhs, "lhs_factors"),
                       makeFactors(rhs, factorization.rhs, "rhs_factors"),
                       makeTerm(factorization.lhsTerm, "lhs_term"),
                       makeTerm(factorization.rhsTerm, "rhs_term")));
}

/// What the op's own factors say, unchecked.
static FailureOr<Factorization> readFactors(MultiplierOp op) {
  FactorsAttr factors = op.getFactorsAttr();
  auto lhs = readElements<int8_t>(factors.getLhs());
  auto rhs = readElements<int8_t>(factors.getRhs());
  auto lhsTerm = readElements<int32_t>(factors.getLhsTerm());
  auto rhsTerm = readElements<int32_t>(factors.getRhsTerm());
  if (!lhs || !rhs || !lhsTerm || !rhsTerm) {
    op.emitOpError() << "has factors without data; were its resources elided "
                        "when the module was printed?";
    return failure();
  }
  Factorization result;
  result.lhs = getOperandType(op.getLhsType());
  result.rhs = getOperandType(op.getRhsType());
  result.lhsTerm = std::move(*lhsTerm);
  result.rhsTerm = std::move(*rhsTerm);
  size_t rows = result.lhs.size(), columns = result.rhs.size();
  for (auto [j, shift] : llvm::enumerate(factors.getShifts().asArrayRef()))
    result.columns.push_back(
        {unsigned(shift),
         {lhs->begin() + j * rows, lhs->begin() + (j + 1) * rows},
         {rhs->begin() + j * columns, rhs->begin() + (j + 1) * columns}});
  return result;
}

/// Compares every product; names the first that differs.
static LogicalResult checkFactors(MultiplierOp op, const Factorization &factors,
                                  const Multiplier &multiplier) {
  ArrayRef<int32_t> table = multiplier.table();
  size_t size = factors.rhs.size();
  std::vector<int64_t> line(size);
  for (size_t row = 0; row != factors.lhs.size(); ++row) {
    for (size_t j = 0; j != size; ++j)
      line[j] = int64_t(factors.lhsTerm[row]) + factors.rhsTerm[j];
    for (const FactorColumn &column : factors.columns)
      if (int64_t left = int64_t(column.lhs[row]) << column.shift)
        for (size_t j = 0; j != size; ++j)
          line[j] += left * column.rhs[j];
    for (size_t j = 0; j != size; ++j)
      if (line[j] != table[row * size + j])
        return op.emitOpError()
               << "expects factors that give its table: AM("
               << factors.lhs.value(row) << ", " << factors.rhs.value(j)
               << ") is " << table[row * size + j] << ", the factors give "
               << line[j];
  }
  return success();
}

namespace {

/// Factorisations by the hash of the table. Lattice reduction takes seconds, so
/// whoever comes second waits for the first.
class FactorizationCache {
public:
  llvm::Expected<SharedFactorization> get(const Multiplier &multiplier) {
    std::lock_guard<std::mutex> lock(mutex);
    SharedFactorization &entry = entries[multiplier.hash()];
    if (!entry) {
      llvm::Expected<Factorization> made = factorize(multiplier);
      if (!made)
        return made.takeError();
      entry = std::make_shared<const Factorization>(std::move(*made));
    }
    return entry;
  }

private:
  std::mutex mutex;
  llvm::StringMap<SharedFactorization> entries;
};

} // namespace

FailureOr<SharedFactorization> approx::getFactorization(MultiplierOp op) {
  FailureOr<std::shared_ptr<const Multiplier>> multiplier = getMultiplier(op);
  if (failed(multiplier))
    return failure();
  if (op.getFactors()) {
    FailureOr<Factorization> factors = readFactors(op);
    if (failed(factors) || failed(checkFactors(op, *factors, **multiplier)))
      return failure();
    return std::make_shared<const Factorization>(std::move(*factors));
  }
  static FactorizationCache cache;
  llvm::Expected<SharedFactorization> made = cache.get(**multiplier);
  if (!made) {
    op.emitOpError() << llvm::toString(made.takeError());
    return failure();
  }
  return *made;
}

FailureOr<std::vector<int8_t>> approx::getExpansionTable(ExpandOp op) {
  auto multiplier = SymbolTable::lookupNearestSymbolFrom<MultiplierOp>(
      op, op.getMultiplierAttr());
  if (!multiplier || !multiplier.getFactors()) {
    op.emitOpError() << "expects " << op.getMultiplierAttr()
                     << " to be an approx.multiplier with factors";
    return failure();
  }
  FailureOr<SharedFactorization> factors = getFactorization(multiplier);
  if (failed(factors))
    return failure();
  bool isFirst = op.getMultiplierOperand() == 0;
  OperandType type = isFirst ? (*factors)->lhs : (*factors)->rhs;
  std::vector<int8_t> table;
  for (const FactorColumn &column : (*factors)->columns) {
    if (column.shift != op.getShift())
      continue;
    const std::vector<int8_t> &factor = isFirst ? column.lhs : column.rhs;
    for (unsigned byte = 0; byte != 256; ++byte)
      table.push_back(int8_t(factor[byte & (type.size() - 1)] +
                             (op.getOffset() ? 128 : 0)));
  }
  return table;
}

//===----------------------------------------------------------------------===//
// ExpandOp
//===----------------------------------------------------------------------===//

LogicalResult ExpandOp::verify() {
  auto input = cast<ShapedType>(getInput().getType());
  auto init = cast<ShapedType>(getInit().getType());
  if (isa<TensorType>(input) != isa<TensorType>(init))
    return emitOpError() << "expects only tensors or only memrefs, got "
                         << input << " and " << init;
  int64_t axis = getAxis();
  if (axis >= input.getRank())
    return emitOpError() << "expects an axis below the rank " << input.getRank()
                         << ", got " << axis;
  if (input.getRank() != init.getRank())
    return emitOpError() << "expects input and outs of one rank, got " << input
                         << " and " << init;
  for (int64_t i = 0; i != input.getRank(); ++i)
    if (i != axis &&
        failed(verifyCompatibleShape(ArrayRef<int64_t>{input.getDimSize(i)},
                                     ArrayRef<int64_t>{init.getDimSize(i)})))
      return emitOpError() << "expects input and outs to agree on dimension "
                           << i << ", got " << input << " and " << init;
  return success();
}

LogicalResult ExpandOp::verifySymbolUses(SymbolTableCollection &symbols) {
  FailureOr<MultiplierOp> multiplier =
      lookupMultiplier(*this, getMultiplierAttr(), symbols);
  if (failed(multiplier))
    return failure();
  // M13
  FactorsAttr factors = multiplier->getFactorsAttr();
  if (!factors) {
    InFlightDiagnostic error = emitOpError();
    error << "expects " << getMultiplierAttr() << " to have factors";
    error.attachNote(multiplier->getLoc()) << "the multiplier is this one";
    return failure();
  }
  int64_t columns = factors.getNumColumns(getShift());
  if (columns == 0)
    return emitOpError() << "expects a shift of " << getMultiplierAttr()
                         << "'s factors, got " << getShift();
  auto input = cast<ShapedType>(getInput().getType());
  auto init = cast<ShapedType>(getInit().getType());
  int64_t size = input.getDimSize(getAxis());
  int64_t expanded = init.getDimSize(getAxis());
  if (!ShapedType::isDynamic(size) && !ShapedType::isDynamic(expanded) &&
      expanded != columns * size)
    return emitOpError() << "expects outs of " << columns * size
                         << " entries along axis " << getAxis() << " ("
                         << columns << " columns), got " << init;
  return verifyCodes(*this, "input", getInput(), *multiplier,
                     getMultiplierOperand());
}
