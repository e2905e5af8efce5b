//===- Compiler.cpp - C API: contexts, modules, pipelines, diagnostics ----===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Interrupts.h"
#include "Support.h"
#include "lutra/Dialect/Approx/IR/ShortText.h"
#include "lutra/InitAll.h"
#include "lutra/Pipelines/Interruptible.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Verifier.h"
#include "mlir/InitAllDialects.h"
#include "mlir/InitAllExtensions.h"
#include "mlir/InitAllPasses.h"
#include "mlir/Interfaces/FunctionInterfaces.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassRegistry.h"
#include "mlir/Target/LLVMIR/Dialect/All.h"

using namespace mlir;
using namespace lutra;
using lutra::capi::ContextState;
using lutra::capi::copyJSON;
using lutra::capi::copyString;
using lutra::capi::guarded;
using lutra::capi::isNull;
using lutra::capi::setLastError;

//===----------------------------------------------------------------------===//
// Diagnostics
//===----------------------------------------------------------------------===//

/// The first position in a file that a location mentions.
static FileLineColLoc findFileLocation(Location location) {
  FileLineColLoc found;
  location->walk([&](Location nested) {
    if (auto file = dyn_cast<FileLineColLoc>(nested)) {
      found = file;
      return WalkResult::interrupt();
    }
    return WalkResult::advance();
  });
  return found;
}

static llvm::StringRef getSeverityName(DiagnosticSeverity severity) {
  switch (severity) {
  case DiagnosticSeverity::Note:
    return "note";
  case DiagnosticSeverity::Warning:
    return "warning";
  case DiagnosticSeverity::Error:
    return "error";
  case DiagnosticSeverity::Remark:
    return "remark";
  }
  return "error";
}

/// The layer that an op came from: importers name locations after it.
static llvm::StringRef findLayer(Location location) {
  llvm::StringRef layer;
  location->walk([&](Location inner) {
    auto named = dyn_cast<NameLoc>(inner);
    if (!named)
      return WalkResult::advance();
    layer = named.getName().getValue();
    return WalkResult::interrupt();
  });
  return layer;
}

/// Bytes of a message. Ours are sentences; passes of others print operations.
static constexpr size_t maxMessage = 4000;

static llvm::json::Object toJSON(Diagnostic &diagnostic) {
  llvm::json::Object object{
      {"severity", getSeverityName(diagnostic.getSeverity())},
      {"message",
       llvm::json::fixUTF8(approx::shortText(diagnostic.str(), maxMessage))},
      {"file", nullptr},
      {"line", nullptr},
      {"column", nullptr},
      {"layer", nullptr}};
  if (FileLineColLoc file = findFileLocation(diagnostic.getLocation())) {
    object["file"] = llvm::json::fixUTF8(file.getFilename().getValue());
    object["line"] = int64_t(file.getLine());
    object["column"] = int64_t(file.getColumn());
  }
  if (llvm::StringRef layer = findLayer(diagnostic.getLocation());
      !layer.empty())
    object["layer"] = llvm::json::fixUTF8(layer);
  llvm::json::Array notes;
  for (Diagnostic &note : diagnostic.getNotes())
    notes.push_back(toJSON(note));
  object["notes"] = std::move(notes);
  return object;
}

/// "file:line:column: message (layer 'name')", without what is not known.
static std::string toSentence(Diagnostic &diagnostic) {
  std::string text;
  llvm::raw_string_ostream os(text);
  if (FileLineColLoc file = findFileLocation(diagnostic.getLocation()))
    os << file.getFilename().getValue() << ":" << file.getLine() << ":"
       << file.getColumn() << ": ";
  os << approx::shortText(diagnostic.str(), maxMessage);
  if (llvm::StringRef layer = findLayer(diagnostic.getLocation());
      !layer.empty())
    os << " (layer '" << layer << "')";
  return text;
}

static DialectRegistry makeRegistry() {
  DialectRegistry registry;
  mlir::registerAllDialects(registry);
  mlir::registerAllExtensions(registry);
  mlir::registerAllToLLVMIRTranslations(registry);
  lutra::registerAllDialects(registry);
  lutra::registerAllExtensions(registry);
  return registry;
}

ContextState::ContextState() : context(makeRegistry()) {
  // The op of a real model is pages long; its location says where it is.
  context.printOpOnDiagnostic(false);
  context.getDiagEngine().registerHandler([this](Diagnostic &diagnostic) {
    if (firstError.empty() &&
        diagnostic.getSeverity() == DiagnosticSeverity::Error)
      firstError = toSentence(diagnostic);
    diagnostics.push_back(toJSON(diagnostic));
    return success();
  });
}

/// Makes the first error since `state.firstError` was cleared the last error.
static void reportDiagnosed(ContextState &state, llvm::StringRef otherwise) {
  setLastError(state.firstError.empty() ? otherwise
                                        : llvm::StringRef(state.firstError));
}

//===----------------------------------------------------------------------===//
// Context
//===----------------------------------------------------------------------===//

LutraContext *lutraContextCreate(void) {
  return guarded("lutraContextCreate", (LutraContext *)nullptr, [] {
    if (!faults::isVariableValid) {
      setLastError(faults::expectedSpec);
      return (LutraContext *)nullptr;
    }
    static const bool once = [] {
      mlir::registerAllPasses();
      lutra::registerAllPasses();
      lutra::registerAllPipelines();
      return true;
    }();
    (void)once;
    return capi::make<LutraContext>(std::make_shared<ContextState>());
  });
}

void lutraContextDestroy(LutraContext *context) { delete context; }

char *lutraContextTakeDiagnostics(LutraContext *context) {
  return guarded(
      "lutraContextTakeDiagnostics", (char *)nullptr, [&]() -> char * {
        if (isNull(context, "lutraContextTakeDiagnostics", "context"))
          return nullptr;
        llvm::json::Value taken(std::move(context->state->diagnostics));
        context->state->diagnostics = {};
        char *text = copyJSON(taken);
        // Without memory for the text they are there for the next call.
        if (!text)
          context->state->diagnostics = std::move(*taken.getAsArray());
        return text;
      });
}

//===----------------------------------------------------------------------===//
// Modules
//===----------------------------------------------------------------------===//

LutraModule *lutraModuleParse(LutraContext *context, const char *text,
                              size_t length, const char *filename) {
  constexpr const char *name = "lutraModuleParse";
  return guarded(name, (LutraModule *)nullptr, [&]() -> LutraModule * {
    if (isNull(context, name, "context") || isNull(text, name, "text"))
      return nullptr;
    ContextState &state = *context->state;
    state.firstError.clear();
    ParserConfig config(&state.context);
    OwningOpRef<ModuleOp> op = parseSourceString<ModuleOp>(
        llvm::StringRef(text, length), config, filename ? filename : "<text>");
    if (!op) {
      reportDiagnosed(state, "the text is not an MLIR module");
      return nullptr;
    }
    return capi::make<LutraModule>(context->state, std::move(op));
  });
}

void lutraModuleDestroy(LutraModule *module) { delete module; }

LutraModule *lutraModuleClone(LutraModule *module) {
  constexpr const char *name = "lutraModuleClone";
  return guarded(name, (LutraModule *)nullptr, [&]() -> LutraModule * {
    if (isNull(module, name, "module"))
      return nullptr;
    return capi::make<LutraModule>(module->state,
                                   OwningOpRef<ModuleOp>(module->op->clone()));
  });
}

char *lutraModulePrint(LutraModule *module) {
  constexpr const char *name = "lutraModulePrint";
  return guarded(name, (char *)nullptr, [&]() -> char * {
    if (isNull(module, name, "module"))
      return nullptr;
    std::string text;
    llvm::raw_string_ostream os(text);
    module->op->print(os);
    os << "\n";
    return copyString(text);
  });
}

//===----------------------------------------------------------------------===//
// Functions of a module
//===----------------------------------------------------------------------===//

static llvm::json::Value toJSON(StringAttr text) {
  if (!text)
    return nullptr;
  return llvm::json::fixUTF8(text.getValue());
}

/// Element type and shape of an argument or result.
static llvm::json::Object describeType(Type type) {
  llvm::json::Object object{{"element_type", nullptr}, {"shape", nullptr}};
  std::string text;
  llvm::raw_string_ostream os(text);
  auto shaped = dyn_cast<ShapedType>(type);
  os << (shaped ? shaped.getElementType() : type);
  object["element_type"] = text;
  if (!shaped || !shaped.hasRank())
    return object;
  llvm::json::Array shape;
  for (int64_t size : shaped.getShape()) {
    if (ShapedType::isDynamic(size))
      shape.push_back(nullptr);
    else
      shape.push_back(size);
  }
  object["shape"] = std::move(shape);
  return object;
}

/// Text, an integer, or an array or a dictionary of these; none for others.
static std::optional<llvm::json::Value> describeAttribute(Attribute attribute) {
  if (auto text = dyn_cast<StringAttr>(attribute))
    return toJSON(text);
  if (auto number = dyn_cast<IntegerAttr>(attribute))
    return number.getType().isInteger(64)
               ? std::optional<llvm::json::Value>(number.getInt())
               : std::nullopt;
  if (auto list = dyn_cast<ArrayAttr>(attribute)) {
    llvm::json::Array elements;
    for (Attribute element : list) {
      std::optional<llvm::json::Value> value = describeAttribute(element);
      if (!value)
        return std::nullopt;
      elements.push_back(std::move(*value));
    }
    return elements;
  }
  auto dictionary = dyn_cast<DictionaryAttr>(attribute);
  if (!dictionary) {
    // A symbol or an attribute of a dialect: as its text.
    std::string text;
    llvm::raw_string_ostream os(text);
    attribute.print(os);
    return llvm::json::fixUTF8(text);
  }
  llvm::json::Object object;
  for (NamedAttribute entry : dictionary) {
    std::optional<llvm::json::Value> value =
        describeAttribute(entry.getValue());
    if (!value)
      return std::nullopt;
    object[entry.getName().getValue()] = std::move(*value);
  }
  return object;
}

/// The attributes of a function that can be told as data.
static llvm::json::Object describeAttributes(FunctionOpInterface function) {
  llvm::json::Object object;
  for (NamedAttribute attribute : function->getDiscardableAttrs())
    if (std::optional<llvm::json::Value> value =
            describeAttribute(attribute.getValue()))
      object[attribute.getName().getValue()] = std::move(*value);
  return object;
}

static llvm::json::Object describeFunction(FunctionOpInterface function) {
  llvm::json::Array arguments, results;
  for (auto [index, type] : llvm::enumerate(function.getArgumentTypes())) {
    llvm::json::Object object = describeType(type);
    for (auto [key, name] :
         {std::pair("name", "approx.name"), std::pair("role", "approx.role")})
      object[key] = toJSON(function.getArgAttrOfType<StringAttr>(index, name));
    arguments.push_back(std::move(object));
  }
  for (auto [index, type] : llvm::enumerate(function.getResultTypes())) {
    llvm::json::Object object = describeType(type);
    for (auto [key, name] :
         {std::pair("name", "approx.name"), std::pair("role", "approx.role"),
          std::pair("updates", "approx.updates")})
      object[key] =
          toJSON(function.getResultAttrOfType<StringAttr>(index, name));
    results.push_back(std::move(object));
  }
  return llvm::json::Object{{"name", function.getName()},
                            {"is_private", function.isPrivate()},
                            {"attributes", describeAttributes(function)},
                            {"arguments", std::move(arguments)},
                            {"results", std::move(results)}};
}

char *lutraModuleFunctions(LutraModule *module) {
  constexpr const char *name = "lutraModuleFunctions";
  return guarded(name, (char *)nullptr, [&]() -> char * {
    if (isNull(module, name, "module"))
      return nullptr;
    llvm::json::Array functions;
    for (auto function : module->op->getOps<FunctionOpInterface>())
      functions.push_back(describeFunction(function));
    return copyJSON(std::move(functions));
  });
}

//===----------------------------------------------------------------------===//
// Pipelines
//===----------------------------------------------------------------------===//

int lutraModuleRunPipeline(LutraModule *module, const char *pipeline) {
  constexpr const char *name = "lutraModuleRunPipeline";
  return guarded(name, 1, [&] {
    if (isNull(module, name, "module") || isNull(pipeline, name, "pipeline"))
      return 1;
    ContextState &state = *module->state;
    state.firstError.clear();
    PassManager manager(&state.context, ModuleOp::getOperationName());
    // parsePassPipeline() takes the list without its anchor.
    llvm::StringRef passes = llvm::StringRef(pipeline).trim();
    if (passes.consume_front("builtin.module(") && !passes.consume_back(")")) {
      setLastError("pipeline: expected ')' at the end of 'builtin.module(...'");
      return 1;
    }
    std::string parseError;
    llvm::raw_string_ostream os(parseError);
    if (failed(parsePassPipeline(passes, manager, os))) {
      setLastError("pipeline: " + llvm::StringRef(parseError).trim());
      return 1;
    }
    // A pass that fails may have done half of its work.
    OwningOpRef<ModuleOp> result(module->op->clone());
    capi::InterruptibleRun run;
    if (failed(runInterruptible(manager, *result,
                                [&] { return run.interrupted(); }))) {
      if (run.interrupted())
        run.report();
      else
        reportDiagnosed(state, "the pipeline failed without saying why");
      return 1;
    }
    module->op = std::move(result);
    return 0;
  });
}
