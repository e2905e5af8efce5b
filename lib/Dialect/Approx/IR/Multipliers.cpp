//===- Multipliers.cpp - Multipliers of a module -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Makes multipliers from the symbols of a module, once per process, and symbols
// from multipliers.
//
//===----------------------------------------------------------------------===//
#include "lutra/Dialect/Approx/IR/Multipliers.h"
#include "lutra/Dialect/Approx/IR/ShortText.h"
#include "lutra/Multiplier/Families.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include <mutex>

using namespace mlir;
using namespace lutra;
using namespace lutra::approx;

using SharedMultiplier = std::shared_ptr<const Multiplier>;

namespace {

/// Multipliers by what they were made from: a canonical spec, or the hash of a
/// table. Entries are few and live as long as the process.
class MultiplierCache {
public:
  SharedMultiplier lookup(StringRef key) {
    std::lock_guard<std::mutex> lock(mutex);
    return entries.lookup(key);
  }
  SharedMultiplier insert(StringRef key, Multiplier &&multiplier) {
    auto made = std::make_shared<const Multiplier>(std::move(multiplier));
    std::lock_guard<std::mutex> lock(mutex);
    return entries.try_emplace(key, std::move(made)).first->second;
  }

private:
  std::mutex mutex;
  llvm::StringMap<SharedMultiplier> entries;
};

} // namespace

static MultiplierCache &getCache() {
  static MultiplierCache cache;
  return cache;
}

OperandType approx::getOperandType(IntegerType type) {
  OperandType result;
  result.bits = type.getWidth();
  result.isSigned = type.isSigned();
  return result;
}

IntegerType approx::getIntegerType(MLIRContext *context, OperandType type) {
  return IntegerType::get(context, type.bits,
                          type.isSigned ? IntegerType::Signed
                                        : IntegerType::Unsigned);
}

/// The spec as the library writes it. The attribute's verifier has seen to it
/// that values are integers or strings.
static FamilySpec getFamilySpec(MultiplierOp op) {
  FamilySpec spec;
  spec.family = op.getSpecAttr().getName().str();
  spec.lhs = getOperandType(op.getLhsType());
  spec.rhs = getOperandType(op.getRhsType());
  if (DictionaryAttr parameters = op.getSpecAttr().getParameters())
    for (NamedAttribute parameter : parameters) {
      std::string value;
      if (auto integer = dyn_cast<IntegerAttr>(parameter.getValue()))
        value = std::to_string(integer.getInt());
      else
        value = cast<StringAttr>(parameter.getValue()).str();
      spec.parameters[parameter.getName().str()] = value;
    }
  return spec;
}

FailureOr<SharedMultiplier> approx::getMultiplierOfSpec(MultiplierOp op) {
  FamilySpec spec = getFamilySpec(op);
  std::string key = spec.str();
  if (SharedMultiplier cached = getCache().lookup(key))
    return cached;
  llvm::Expected<Multiplier> made = makeMultiplier(spec);
  if (!made) {
    op.emitOpError() << llvm::toString(made.takeError());
    return failure();
  }
  return getCache().insert(key, std::move(*made));
}

/// The entries of a table, whichever of MLIR's attributes holds them.
static FailureOr<std::vector<int32_t>> readTable(MultiplierOp op) {
  if (auto dense = dyn_cast<DenseElementsAttr>(*op.getTable())) {
    auto values = dense.getValues<int32_t>();
    return std::vector<int32_t>(values.begin(), values.end());
  }
  if (auto resource = dyn_cast<DenseI32ResourceElementsAttr>(*op.getTable()))
    if (std::optional<ArrayRef<int32_t>> values = resource.tryGetAsArrayRef())
      return values->vec();
  op.emitOpError() << "has a table without data; was its resource elided when "
                      "the module was printed?";
  return failure();
}

static FailureOr<SharedMultiplier> makeFromTable(MultiplierOp op) {
  FailureOr<std::vector<int32_t>> table = readTable(op);
  if (failed(table))
    return failure();
  std::string name =
      op.getProvenance() ? op.getProvenance()->str() : op.getSymName().str();
  llvm::Expected<Multiplier> made =
      Multiplier::create(getOperandType(op.getLhsType()),
                         getOperandType(op.getRhsType()), *table, name);
  if (!made) {
    op.emitOpError() << llvm::toString(made.takeError());
    return failure();
  }
  if (made->hash() != op.getHash()) { // M2
    op.emitOpError() << "expects the hash of its table, " << made->hash()
                     << ", got " << shortText(op.getHash().value_or("none"));
    return failure();
  }
  std::string key = made->hash();
  return getCache().insert(key, std::move(*made));
}

FailureOr<SharedMultiplier> approx::getMultiplier(MultiplierOp op) {
  return op.getTable() ? makeFromTable(op) : getMultiplierOfSpec(op);
}

FailureOr<SharedMultiplier> approx::getMultiplier(Operation *from,
                                                  FlatSymbolRefAttr symbol) {
  auto op = SymbolTable::lookupNearestSymbolFrom<MultiplierOp>(from, symbol);
  if (!op) {
    from->emitOpError() << "expects " << symbol
                        << " to be an approx.multiplier of the module";
    return failure();
  }
  return getMultiplier(op);
}

FailureOr<MultiplierBounds> approx::getMultiplierBounds(MultiplierOp op) {
  if (op.getBounds() && op.getErrorBounds())
    return MultiplierBounds{
        {(*op.getBounds())[0], (*op.getBounds())[1]},
        {(*op.getErrorBounds())[0], (*op.getErrorBounds())[1]}};
  FailureOr<SharedMultiplier> multiplier = getMultiplier(op);
  if (failed(multiplier))
    return failure();
  return MultiplierBounds{(*multiplier)->bounds(),
                          (*multiplier)->errorBounds()};
}

int64_t approx::getTermBound(MultiplierOp op, const MultiplierBounds &bounds) {
  OperandType lhs = getOperandType(op.getLhsType());
  OperandType rhs = getOperandType(op.getRhsType());
  // A zero point is a code, so a - za lies within the width of the range.
  int64_t product = int64_t(lhs.hi() - lhs.lo()) * (rhs.hi() - rhs.lo());
  return product +
         std::max(std::abs(bounds.error.min), std::abs(bounds.error.max));
}

void approx::setMultiplierData(MultiplierOp op, const Multiplier &multiplier,
                               bool withTable) {
  Builder builder(op.getContext());
  ProductBounds product = multiplier.bounds();
  ProductBounds error = multiplier.errorBounds();
  op.setHashAttr(builder.getStringAttr(multiplier.hash()));
  op.setBoundsAttr(builder.getDenseI64ArrayAttr({product.min, product.max}));
  op.setErrorBoundsAttr(builder.getDenseI64ArrayAttr({error.min, error.max}));
  if (!withTable)
    return;
  auto type = RankedTensorType::get(
      {multiplier.lhs().size(), multiplier.rhs().size()}, builder.getI32Type());
  op.setTableAttr(
      cast<ElementsAttr>(Attribute(DenseI32ResourceElementsAttr::get(
          type, "table_" + multiplier.hash().substr(0, 16),
          HeapAsmResourceBlob::allocateAndCopyInferAlign(
              multiplier.table())))));
}

/// A symbol from a spec or a file's name: letters, digits and underscores.
static std::string makeSymbolName(StringRef name) {
  std::string symbol;
  for (char c : name)
    symbol += llvm::isAlnum(c) ? c : '_';
  if (symbol.empty() || llvm::isDigit(symbol.front()))
    symbol.insert(0, "m_");
  return symbol;
}

static FamilyAttr makeFamilyAttr(Builder &builder, const FamilySpec &spec) {
  SmallVector<NamedAttribute> parameters;
  for (const auto &[key, value] : spec.parameters) {
    int64_t integer;
    // Left out by the library's canonical form too: it depends on the others.
    if (value == "auto")
      continue;
    Attribute attribute = builder.getStringAttr(value);
    if (!StringRef(value).getAsInteger(10, integer))
      attribute = builder.getI64IntegerAttr(integer);
    parameters.push_back(builder.getNamedAttr(key, attribute));
  }
  return FamilyAttr::get(builder.getStringAttr(spec.family),
                         parameters.empty()
                             ? DictionaryAttr()
                             : builder.getDictionaryAttr(parameters));
}

MultiplierOp approx::getOrCreateMultiplier(ModuleOp module,
                                           const Multiplier &multiplier) {
  for (MultiplierOp op : module.getOps<MultiplierOp>()) {
    // An op that cannot be made is not this one; its own verifier says why.
    ScopedDiagnosticHandler silence(op.getContext(),
                                    [](Diagnostic &) { return success(); });
    FailureOr<SharedMultiplier> existing = getMultiplier(op);
    if (succeeded(existing) && (*existing)->hash() == multiplier.hash())
      return op;
  }

  SymbolTable symbols(module);
  auto builder = OpBuilder::atBlockBegin(module.getBody());
  auto op = MultiplierOp::create(
      builder, module.getLoc(), makeSymbolName(multiplier.name()),
      getIntegerType(module.getContext(), multiplier.lhs()),
      getIntegerType(module.getContext(), multiplier.rhs()), FamilyAttr(),
      ElementsAttr(), StringAttr(), DenseI64ArrayAttr(), DenseI64ArrayAttr(),
      FactorsAttr(), StringAttr());
  symbols.insert(op); // renames when the name is taken

  llvm::Expected<FamilySpec> spec = FamilySpec::parse(multiplier.name());
  llvm::Expected<Multiplier> remade =
      spec ? makeMultiplier(*spec)
           : llvm::Expected<Multiplier>(spec.takeError());
  if (remade && remade->hash() == multiplier.hash()) {
    op.setSpecAttr(makeFamilyAttr(builder, *spec));
    return op;
  }
  if (!remade)
    llvm::consumeError(remade.takeError());
  setMultiplierData(op, multiplier, /*withTable=*/true);
  op.setProvenanceAttr(builder.getStringAttr(multiplier.name()));
  return op;
}

MultiplierOp approx::getOrCreateExactLike(MultiplierOp multiplier) {
  FamilySpec spec;
  spec.family = "exact";
  spec.lhs = getOperandType(multiplier.getLhsType());
  spec.rhs = getOperandType(multiplier.getRhsType());
  // The exact family is defined for every operand type.
  return getOrCreateMultiplier(multiplier->getParentOfType<ModuleOp>(),
                               llvm::cantFail(makeMultiplier(spec)));
}
