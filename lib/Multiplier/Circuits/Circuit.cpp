//===- Circuit.cpp - A circuit's ports, and the table it computes ---------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Circuit.h"
#include "lutra/Multiplier/Spec.h"
#include "llvm/ADT/StringExtras.h"

using namespace lutra;
using namespace lutra::circuits;
using llvm::StringRef;
using llvm::Twine;

std::optional<NameConvention> circuits::readNameConvention(StringRef name) {
  if (!name.consume_front("mult") && !name.consume_front("mul"))
    return std::nullopt;
  NameConvention convention;
  if (name.consumeInteger(10, convention.lhsBits))
    return std::nullopt;
  convention.rhsBits = convention.lhsBits;
  if (name.consume_front("x") && name.consumeInteger(10, convention.rhsBits))
    return std::nullopt;
  if (name.consume_front("s"))
    convention.isSigned = true;
  else if (name.consume_front("u"))
    convention.isSigned = false;
  // The end of the name's first word: "multiplier8" and "mul8bit" say nothing.
  if (!name.empty() && name.front() != '_')
    return std::nullopt;
  return convention;
}

std::optional<std::string> circuits::warnOfOrder(StringRef first,
                                                 StringRef second) {
  if (!first.equals_insensitive("b") || !second.equals_insensitive("a"))
    return std::nullopt;
  return ("the first operand is '" + first + "' and the second '" + second +
          "', as declared; import transposed if '" + second +
          "' is meant to be the first")
      .str();
}

static std::string listPorts(llvm::ArrayRef<Port> ports) {
  if (ports.empty())
    return "none";
  constexpr size_t shown = 8;
  std::string list = llvm::join(
      llvm::map_range(ports.take_front(shown),
                      [](const Port &port) {
                        return port.name + " (" + std::to_string(port.width) +
                               (port.width == 1 ? " bit)" : " bits)");
                      }),
      ", ");
  return ports.size() > shown ? list + ", ..." : list;
}

static llvm::Expected<const Port *> findPort(StringRef name, StringRef role,
                                             llvm::ArrayRef<Port> ports) {
  for (const Port &port : ports)
    if (port.name == name)
      return &port;
  return llvm::createStringError("has no " + role + " port '" + name +
                                 "' (has: " + listPorts(ports) + ")");
}

/// The ports that the options name and, where they name none, those that are
/// left.
static llvm::Error choosePorts(Roles &roles, const PortList &ports,
                               const ImportOptions &options) {
  for (auto [name, port] : {std::pair(&options.lhsPort, &roles.lhs),
                            std::pair(&options.rhsPort, &roles.rhs)}) {
    if (name->empty())
      continue;
    llvm::Expected<const Port *> found = findPort(*name, "input", ports.inputs);
    if (!found)
      return found.takeError();
    *port = *found;
  }
  if (roles.lhs && roles.lhs == roles.rhs)
    return llvm::createStringError("is to take port '" + roles.lhs->name +
                                   "' as both operands");
  std::vector<const Port *> left;
  for (const Port &port : ports.inputs)
    if (&port != roles.lhs && &port != roles.rhs)
      left.push_back(&port);
  size_t wanted = size_t(!roles.lhs) + size_t(!roles.rhs);
  if (left.size() != wanted && wanted != 0)
    return llvm::createStringError(
        "has " + Twine(ports.inputs.size()) +
        (ports.inputs.size() == 1 ? " input: " : " inputs: ") +
        listPorts(ports.inputs) +
        "; expects two operands, or name their ports");
  if (wanted == 0 && !left.empty())
    return llvm::createStringError(
        "has an input that is no operand: " + left.front()->name +
        "; a multiplier has two inputs");
  for (const Port **role : {&roles.lhs, &roles.rhs})
    if (!*role) {
      *role = left.front();
      left.erase(left.begin());
    }

  if (!options.productPort.empty()) {
    llvm::Expected<const Port *> found =
        findPort(options.productPort, "output", ports.outputs);
    if (!found)
      return found.takeError();
    roles.product = *found;
  } else if (ports.outputs.size() == 1) {
    roles.product = &ports.outputs.front();
  } else {
    return llvm::createStringError(
        "has " + Twine(ports.outputs.size()) +
        " outputs: " + listPorts(ports.outputs) +
        "; expects one, the product, or name its port");
  }
  return llvm::Error::success();
}

static llvm::Error chooseTypes(Roles &roles, const PortList &ports,
                               const ImportOptions &options) {
  // Two-bit operands are the narrowest of a table.
  for (const Port *port : {roles.lhs, roles.rhs})
    if (port->width < OperandType::minBits ||
        port->width > OperandType::maxBits)
      return llvm::createStringError(
          "has input " + port->name + " of " + Twine(port->width) +
          (port->width == 1 ? " bit" : " bits") + "; expects operands of " +
          Twine(OperandType::minBits) + " to " + Twine(OperandType::maxBits) +
          " bits");
  if (roles.product->width > 32)
    return llvm::createStringError("has output " + roles.product->name +
                                   " of " + Twine(roles.product->width) +
                                   " bits; expects a product of at most 32");
  std::optional<NameConvention> convention = readNameConvention(ports.module);
  bool byName = convention && convention->isSigned.value_or(false) &&
                !roles.lhs->isSigned && !roles.rhs->isSigned;
  OperandType lhs{roles.lhs->width, roles.lhs->isSigned || byName};
  OperandType rhs{roles.rhs->width, roles.rhs->isSigned || byName};
  if (options.types) {
    std::tie(lhs, rhs) = *options.types;
  } else {
    if (options.bits)
      std::tie(lhs.bits, rhs.bits) = *options.bits;
    if (options.isSigned)
      lhs.isSigned = rhs.isSigned = *options.isSigned;
  }
  for (auto [port, type] :
       {std::pair(roles.lhs, lhs), std::pair(roles.rhs, rhs)})
    if (port->width != type.bits)
      return llvm::createStringError("has input " + port->name + " of " +
                                     Twine(port->width) +
                                     " bits, but an operand of " +
                                     Twine(type.bits) + " bits is asked for");
  roles.types = {lhs, rhs};
  if (byName && !options.types && !options.isSigned)
    roles.description +=
        ", signed as the name '" + ports.module + "' says (not the ports)";
  return llvm::Error::success();
}

llvm::Expected<Roles> circuits::chooseRoles(const PortList &ports,
                                            const ImportOptions &options) {
  Roles roles;
  if (llvm::Error error = choosePorts(roles, ports, options))
    return error;
  roles.description = "module " + ports.module + ", ports " + roles.lhs->name +
                      ", " + roles.rhs->name + " -> " + roles.product->name;
  if (llvm::Error error = chooseTypes(roles, ports, options))
    return error;
  if (auto warning = warnOfOrder(roles.lhs->name, roles.rhs->name))
    if (options.lhsPort.empty() && options.rhsPort.empty())
      roles.warnings.push_back(*warning);
  return roles;
}

llvm::Expected<FileTable>
circuits::makeTable(const Roles &roles, llvm::ArrayRef<uint32_t> products) {
  auto [lhs, rhs] = roles.types;
  FileTable table{lhs, rhs, {}, {}};
  bool isSigned = lhs.isSigned || rhs.isSigned || roles.product->isSigned;
  unsigned width = roles.product->width;
  table.entries.reserve(products.size());
  for (size_t i = 0; i < products.size(); ++i) {
    int64_t value = products[i];
    if (isSigned && value >> (width - 1) & 1)
      value -= int64_t(1) << width;
    if (value > INT32_MAX)
      return llvm::createStringError(
          "gives the product " + Twine(value) + " for (" +
          Twine(lhs.value(uint32_t(i / rhs.size()))) + ", " +
          Twine(rhs.value(uint32_t(i % rhs.size()))) +
          "), more than any product of " + lhs.str() + " x " + rhs.str());
    table.entries.push_back(int32_t(value));
  }
  table.metadata.description = roles.description;
  table.metadata.warnings = roles.warnings;
  return table;
}

llvm::Expected<FileTable>
circuits::evaluateCircuit(const Netlist &netlist, const PortList &ports,
                          const ImportOptions &options, StringRef evaluatedBy) {
  llvm::Expected<Roles> roles = chooseRoles(ports, options);
  if (!roles)
    return roles.takeError();
  llvm::Expected<std::vector<uint32_t>> products = netlist.evaluate(
      {roles->lhs->bits, roles->rhs->bits, roles->product->bits},
      options.timeLimitSeconds);
  if (!products)
    return products.takeError();
  roles->description += ("; " + evaluatedBy).str();
  return makeTable(*roles, *products);
}
