//===- PrepareSignature.cpp - Roles and names for approx-prepare -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Decides the role and the name of every argument and result. What the user
// says comes first, then what the IR says, then a rule that errs on the side
// of an error: a buffer taken for a parameter would be trained.
//
//===----------------------------------------------------------------------===//
#include "Prepare.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace lutra::approx;

/// Expands `parameter:10,input` and checks spelling and number.
static FailureOr<SmallVector<Role>> parseRoles(func::FuncOp func,
                                               ArrayRef<std::string> items,
                                               unsigned expected,
                                               StringRef what) {
  SmallVector<Role> roles;
  for (StringRef item : items) {
    auto [name, count] = item.split(':');
    unsigned repeat = 1;
    std::optional<Role> role = symbolizeRole(name);
    if (!role) {
      InFlightDiagnostic error = func.emitError("unknown role '")
                                 << name << "', expected one of";
      for (unsigned i = 0; i <= getMaxEnumValForRole(); ++i)
        error << (i ? ", " : " ") << stringifyRole(Role(i));
      return failure();
    }
    if (!count.empty() && (count.getAsInteger(10, repeat) || repeat == 0))
      return func.emitError("expected a positive count after '")
             << name << ":', got '" << count << "'";
    if (roles.size() + repeat > expected)
      return func.emitError("more roles than ")
             << what << ": @" << func.getSymName() << " has " << expected;
    roles.append(repeat, *role);
  }
  if (roles.size() != expected)
    return func.emitError("got roles of ")
           << roles.size() << " " << what << ", but @" << func.getSymName()
           << " has " << expected;
  return roles;
}

static RankedTensorType tensorType(Type type) {
  return dyn_cast<RankedTensorType>(type);
}
static bool isFloatTensor(Type type, int64_t minRank) {
  auto tensor = tensorType(type);
  return tensor && isa<FloatType>(tensor.getElementType()) &&
         tensor.getRank() >= minRank;
}
static bool isIntegerVector(Type type) {
  auto tensor = tensorType(type);
  return tensor && tensor.getElementType().isSignlessInteger() &&
         tensor.getRank() == 1;
}

/// Leading dimension of the logits, or else of the only integer vector; null
/// when there is neither.
static std::optional<int64_t> inferBatch(func::FuncOp func) {
  SmallVector<int64_t> found;
  for (Type type : func.getResultTypes())
    if (isFloatTensor(type, 2) && tensorType(type).getRank() == 2)
      found.push_back(tensorType(type).getDimSize(0));
  if (found.empty())
    for (Type type : func.getArgumentTypes())
      if (isIntegerVector(type))
        found.push_back(tensorType(type).getDimSize(0));
  if (found.size() != 1)
    return std::nullopt;
  return found.front();
}

static InFlightDiagnostic cannotTell(func::FuncOp func, unsigned index,
                                     StringRef kind) {
  return func.emitError("cannot tell the role of ")
         << kind << " " << index << " of @" << func.getSymName() << " (";
}

static constexpr StringLiteral roleHint =
    "; say it with the option roles, e.g. roles=parameter:10,input,label, or "
    "with approx.role on the arguments";

/// The default rule of approx-prepare (see its description).
static FailureOr<SmallVector<Role>> deriveArgRoles(func::FuncOp func) {
  std::optional<int64_t> batch = inferBatch(func);
  if (!batch)
    return func.emitError("cannot tell the batch size of @")
           << func.getSymName()
           << ": expected one float result of rank 2 or one integer argument "
              "of rank 1"
           << roleHint;
  SmallVector<Role> roles;
  std::optional<unsigned> input;
  for (auto [index, type] : llvm::enumerate(func.getArgumentTypes())) {
    if (isIntegerVector(type) && tensorType(type).getDimSize(0) == *batch) {
      roles.push_back(Role::Label);
    } else if (isFloatTensor(type, 2) &&
               tensorType(type).getDimSize(0) == *batch) {
      if (input)
        return cannotTell(func, index, "argument")
               << type << "): its leading dimension is the batch size "
               << *batch << ", as that of argument " << *input << roleHint;
      input = index;
      roles.push_back(Role::Input);
    } else if (isFloatTensor(type, 1)) {
      roles.push_back(Role::Parameter);
    } else {
      return cannotTell(func, index, "argument") << type << ")" << roleHint;
    }
  }
  if (!input)
    return func.emitError("cannot tell which argument of @")
           << func.getSymName() << " is the input: none has the batch size "
           << *batch << " as leading dimension" << roleHint;
  return roles;
}

static FailureOr<SmallVector<Role>> argRoles(func::FuncOp func,
                                             ArrayRef<std::string> given) {
  unsigned count = func.getNumArguments();
  if (!given.empty())
    return parseRoles(func, given, count, "arguments");
  SmallVector<Role> roles;
  std::optional<unsigned> missing;
  for (unsigned i = 0; i < count; ++i) {
    if (std::optional<Role> role = getArgRole(func, i))
      roles.push_back(*role);
    else if (!missing)
      missing = i;
  }
  if (!missing)
    return roles;
  if (roles.empty())
    return deriveArgRoles(func);
  return cannotTell(func, *missing, "argument")
         << func.getArgumentTypes()[*missing] << "): others have approx.role"
         << roleHint;
}

/// Names: given, or there already, or the role, numbered where it is not alone.
static LogicalResult setArgs(func::FuncOp func, ArrayRef<Role> roles,
                             ArrayRef<std::string> names) {
  if (!names.empty() && names.size() != roles.size())
    return func.emitError("got names of ")
           << names.size() << " arguments, but @" << func.getSymName()
           << " has " << roles.size();
  llvm::StringMap<unsigned> seen;
  llvm::DenseMap<int, unsigned> number;
  for (auto [index, role] : llvm::enumerate(roles)) {
    std::string name =
        names.empty() ? getArgName(func, index).str() : names[index];
    unsigned k = number[int(role)]++;
    if (name.empty()) {
      name = stringifyRole(role).str();
      if (llvm::count(roles, role) > 1)
        name += std::to_string(k);
    }
    auto [entry, isNew] = seen.try_emplace(name, index);
    if (!isNew)
      return func.emitError("arguments ")
             << entry->second << " and " << index << " of @"
             << func.getSymName() << " are both named '" << name << "'";
    setArgRole(func, index, role, name);
  }
  return success();
}

/// The role of a result of which nothing says what it is.
static std::optional<Role> deriveResultRole(Type type, bool hasLoss,
                                            bool hasLogits,
                                            ArrayRef<unsigned> buffers,
                                            func::FuncOp func) {
  if (!buffers.empty() && func.getArgumentTypes()[buffers.front()] == type)
    return Role::Buffer;
  auto tensor = tensorType(type);
  if (!tensor || !isa<FloatType>(tensor.getElementType()))
    return std::nullopt;
  if (tensor.getRank() == 0 && !hasLoss)
    return Role::Loss;
  if (tensor.getRank() == 2 && !hasLogits)
    return Role::Logits;
  return std::nullopt;
}

static LogicalResult setResults(func::FuncOp func,
                                ArrayRef<std::string> given) {
  SmallVector<Role> roles;
  if (!given.empty()) {
    auto parsed = parseRoles(func, given, func.getNumResults(), "results");
    if (failed(parsed))
      return failure();
    roles = *parsed;
  }
  SmallVector<unsigned> bufferArgs;
  for (unsigned i = 0, e = func.getNumArguments(); i < e; ++i)
    if (getArgRole(func, i) == Role::Buffer)
      bufferArgs.push_back(i);
  ArrayRef<unsigned> buffers = bufferArgs;
  bool hasLoss = false, hasLogits = false;
  for (auto [index, type] : llvm::enumerate(func.getResultTypes())) {
    StringRef updates = getResultUpdates(func, index);
    std::optional<Role> role = roles.empty() ? getResultRole(func, index)
                                             : std::optional(roles[index]);
    if (!role && !updates.empty()) {
      std::optional<unsigned> arg = findArg(func, updates);
      if (!arg)
        return func.emitError("result ")
               << index << " of @" << func.getSymName() << " updates '"
               << updates << "', but no argument has that name";
      role = getArgRole(func, *arg);
    }
    if (!role)
      role = deriveResultRole(type, hasLoss, hasLogits, buffers, func);
    if (!role)
      return cannotTell(func, index, "result")
             << type
             << "); say it with the option results, e.g. "
                "results=loss,logits,buffer:2";
    setResultRole(func, index, *role);
    hasLoss |= *role == Role::Loss;
    hasLogits |= *role == Role::Logits;
    if (*role != Role::Buffer || !updates.empty())
      continue;
    if (buffers.empty())
      return func.emitError("result ")
             << index << " of @" << func.getSymName()
             << " updates a buffer, but no buffer argument is left for it";
    Type bufferType = func.getArgumentTypes()[buffers.front()];
    if (bufferType != type)
      return func.emitError("result ")
             << index << " of @" << func.getSymName() << " (" << type
             << ") cannot update buffer '" << getArgName(func, buffers.front())
             << "' (" << bufferType << ")";
    setResultUpdates(func, index, getArgName(func, buffers.front()));
    buffers = buffers.drop_front();
  }
  return success();
}

LogicalResult lutra::approx::prepareSignature(func::FuncOp func,
                                              const SignatureOptions &options) {
  FailureOr<SmallVector<Role>> roles = argRoles(func, options.roles);
  if (failed(roles) || failed(setArgs(func, *roles, options.names)))
    return failure();
  return setResults(func, options.results);
}
