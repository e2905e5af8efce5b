//===- Gradients.cpp - Estimators of a module -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Verifies estimators, and keeps what their files hold as resources.
//
//===----------------------------------------------------------------------===//
#include "lutra/Dialect/Approx/IR/Gradients.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/SHA256.h"

using namespace mlir;
using namespace lutra;
using namespace lutra::approx;

namespace {

/// What GradientAttr's `data` is made of.
struct DataAttrs {
  StringAttr hash;
  DenseF64ResourceElementsAttr lhs, rhs;

  static constexpr StringLiteral hashName = "hash", lhsName = "lhs",
                                 rhsName = "rhs";

  explicit DataAttrs(DictionaryAttr data)
      : hash(data.getAs<StringAttr>(hashName)),
        lhs(data.getAs<DenseF64ResourceElementsAttr>(lhsName)),
        rhs(data.getAs<DenseF64ResourceElementsAttr>(rhsName)) {}
  bool isComplete() const { return hash && lhs && rhs; }
};

} // namespace

LogicalResult GradientAttr::verify(function_ref<InFlightDiagnostic()> emitError,
                                   StringAttr spec, DictionaryAttr data) {
  // M6
  llvm::Expected<GradientSpec> parsed = GradientSpec::parse(spec.getValue());
  if (!parsed)
    return emitError() << llvm::toString(parsed.takeError());
  if (!data)
    return success();
  if (!parsed->namesFiles())
    return emitError() << "estimator '" << spec.getValue()
                       << "' names no file, expects no data";
  if (data.size() != 3 || !DataAttrs(data).isComplete())
    return emitError() << "expects data of 'hash', a string, and of 'lhs' and "
                          "'rhs', resources of f64";
  return success();
}

GradientSpec GradientAttr::getGradientSpec() const {
  // The verifier has parsed this text before.
  return llvm::cantFail(GradientSpec::parse(getSpec().getValue()));
}

/// SHA-256 of the numbers as 64-bit little-endian floats, those of each operand
/// after their count.
static std::string hashOf(const GradientData &data) {
  llvm::SHA256 hasher;
  for (ArrayRef<double> numbers : {data.lhs, data.rhs}) {
    std::vector<uint8_t> bytes((numbers.size() + 1) * sizeof(double));
    llvm::support::endian::write64le(bytes.data(), numbers.size());
    for (auto [i, number] : llvm::enumerate(numbers))
      llvm::support::endian::write64le(&bytes[(i + 1) * sizeof(double)],
                                       llvm::bit_cast<uint64_t>(number));
    hasher.update(bytes);
  }
  return llvm::toHex(hasher.final(), /*LowerCase=*/true);
}

/// The numbers as a resource of this name: the one that is there when it holds
/// the same, so that equal files give one attribute.
static DenseF64ResourceElementsAttr
getResource(MLIRContext *context, const Twine &name, ArrayRef<double> numbers) {
  auto type = RankedTensorType::get({int64_t(numbers.size())},
                                    Float64Type::get(context));
  auto *dialect = context->getLoadedDialect<BuiltinDialect>();
  auto &manager = DenseResourceElementsHandle::getManagerInterface(context)
                      .getBlobManager();
  std::string key = name.str();
  if (auto *entry = manager.lookup(key))
    if (const AsmResourceBlob *blob = entry->getBlob())
      if (blob->getData().size() == numbers.size() * sizeof(double) &&
          blob->getDataAs<double>() == numbers)
        return cast<DenseF64ResourceElementsAttr>(
            Attribute(DenseResourceElementsAttr::get(
                type, DenseResourceElementsHandle(entry, dialect))));
  return cast<DenseF64ResourceElementsAttr>(
      Attribute(DenseF64ResourceElementsAttr::get(
          type, key, HeapAsmResourceBlob::allocateAndCopyInferAlign(numbers))));
}

FailureOr<GradientAttr>
approx::readFiles(function_ref<InFlightDiagnostic()> emitError,
                  GradientAttr gradient, OperandType lhs, OperandType rhs) {
  GradientSpec spec = gradient.getGradientSpec();
  if (gradient.getData() || !spec.namesFiles())
    return gradient;
  llvm::Expected<GradientData> data = spec.read(lhs, rhs);
  if (!data)
    return emitError() << llvm::toString(data.takeError());
  std::string hash = hashOf(*data);
  Builder builder(gradient.getContext());
  std::string name = "gradient_" + hash.substr(0, 16);
  NamedAttribute entries[] = {
      builder.getNamedAttr(DataAttrs::hashName, builder.getStringAttr(hash)),
      builder.getNamedAttr(
          DataAttrs::lhsName,
          getResource(gradient.getContext(), name + "_lhs", data->lhs)),
      builder.getNamedAttr(
          DataAttrs::rhsName,
          getResource(gradient.getContext(), name + "_rhs", data->rhs))};
  auto result =
      GradientAttr::get(gradient.getSpec(), builder.getDictionaryAttr(entries));
  // The other parameters, too, before anything is made with it.
  if (llvm::Error error = verifyEstimator(result, lhs, rhs))
    return emitError() << llvm::toString(std::move(error));
  return result;
}

/// The spec with the data that `gradient` has, whose numbers stay where they
/// are; nothing where a resource has none.
static std::optional<GradientSpec> getSpecWithData(GradientAttr gradient) {
  GradientSpec spec = gradient.getGradientSpec();
  if (!gradient.getData())
    return spec;
  DataAttrs attrs(gradient.getData());
  std::optional<ArrayRef<double>> lhs = attrs.lhs.tryGetAsArrayRef();
  std::optional<ArrayRef<double>> rhs = attrs.rhs.tryGetAsArrayRef();
  if (!lhs || !rhs)
    return std::nullopt;
  spec.setData({*lhs, *rhs, nullptr});
  return spec;
}

FailureOr<GradientSpec> approx::getGradientSpec(Operation *op,
                                                GradientAttr gradient) {
  std::optional<GradientSpec> spec = getSpecWithData(gradient);
  if (!spec)
    return op->emitOpError()
           << "has an estimator whose data has no numbers; was its resource "
              "elided when the module was printed?";
  if (gradient.getData()) {
    StringRef said = DataAttrs(gradient.getData()).hash.getValue();
    // The operand types play no part where there is data.
    std::string own = hashOf(llvm::cantFail(spec->read({}, {})));
    if (said != own) // M2
      return op->emitOpError() << "expects the hash of its estimator's data, "
                               << own << ", got " << said;
  }
  return *spec;
}

llvm::Error approx::verifyEstimator(GradientAttr gradient, OperandType lhs,
                                    OperandType rhs) {
  std::optional<GradientSpec> spec = getSpecWithData(gradient);
  // What cannot be seen here is for those who read it.
  if (!spec || (spec->namesFiles() && !gradient.getData()))
    return llvm::Error::success();
  return verifyGradientSpec(lhs, rhs, *spec);
}
