//===- approx-run.cpp - Compile and call a function -----------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// approx-run lowers a module of linalg and approx on tensors for the CPU, calls
// one of its functions on given or random arrays, and prints, times or compares
// what comes out.
//
//===----------------------------------------------------------------------===//
#include "Arrays.h"
#include "Diagnostics.h"
#include "Npy.h"
#include "lutra/Dialect/Approx/IR/Roles.h"
#include "lutra/InitAll.h"
#include "mlir/IR/AsmState.h"
#include "mlir/InitAllDialects.h"
#include "mlir/InitAllExtensions.h"
#include "mlir/InitAllPasses.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassRegistry.h"
#include "mlir/Support/FileUtilities.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/ToolOutputFile.h"
#include <chrono>

using namespace mlir;
using namespace lutra;
using namespace lutra::run;
namespace cl = llvm::cl;

namespace {

/// The command line. Options live in the tool, never in the library.
struct Options {
  cl::OptionCategory category{"approx-run options"};
  cl::opt<std::string> input{cl::Positional, cl::desc("<file.mlir>"),
                             cl::init("-"), cl::cat(category)};
  cl::opt<std::string> entry{
      "entry", cl::desc("Function to call [default: @main, or the only one]"),
      cl::cat(category)};
  cl::opt<std::string> pipeline{
      "pipeline", cl::desc("Passes to run on the module before lowering it"),
      cl::cat(category)};
  const std::string argsHelp =
      std::string("One description per argument, separated by commas; those "
                  "left out or empty are as --init says. A description is ") +
      specHelp;
  cl::opt<std::string> args{"args", cl::desc(argsHelp), cl::cat(category)};
  cl::opt<std::string> init{
      "init", cl::desc("Description of the arguments that --args leaves out"),
      cl::init("random"), cl::cat(category)};
  cl::opt<uint64_t> seed{"seed", cl::desc("Seed of random arguments"),
                         cl::init(0), cl::cat(category)};
  cl::opt<unsigned> threads{
      "threads", cl::desc("Worker threads [default: as many as cores]"),
      cl::init(0), cl::cat(category)};
  cl::opt<unsigned> optLevel{"opt-level",
                             cl::desc("LLVM's optimisation level, 0 to 3"),
                             cl::init(3), cl::cat(category)};
  cl::opt<bool> useRuntime{
      "runtime",
      cl::desc("Send contractions to the runtime's kernels; if false, they "
               "become loops"),
      cl::init(true), cl::cat(category)};
  cl::opt<FactorizePolicy> factorize{
      "factorize",
      cl::desc("Which approximate contractions become exact ones of int8 "
               "factors; --compare does without"),
      factorizePolicyValues(), cl::init(FactorizePolicy::Off),
      cl::cat(category)};
  cl::opt<unsigned> repeat{
      "repeat",
      cl::desc("How often to call the function; updated arguments carry over"),
      cl::init(1), cl::cat(category)};
  cl::opt<bool> time{"time",
                     cl::desc("Print compile time and time of the calls"),
                     cl::cat(category)};
  cl::opt<bool> print{
      "print",
      cl::desc("Print results and updated arguments [default: unless timing or "
               "comparing]"),
      cl::cat(category)};
  cl::opt<int64_t> printLimit{"print-limit",
                              cl::desc("Elements printed of one tensor"),
                              cl::init(1000), cl::cat(category)};
  cl::opt<unsigned> precision{"precision",
                              cl::desc("Significant digits printed"),
                              cl::init(6), cl::cat(category)};
  cl::opt<std::string> save{
      "save", cl::desc("Folder that gets result<i>.npy and argument<i>.npy"),
      cl::cat(category)};
  cl::opt<std::string> compare{
      "compare",
      cl::desc("Also lower the module with this pipeline in front and without "
               "the runtime, call both on the same arguments, and fail unless "
               "integers are equal and floats within --tolerance"),
      cl::value_desc("pipeline"), cl::cat(category)};
  cl::opt<bool> compareWithReference{
      "compare-with-reference",
      cl::desc("As --compare=convert-approx-to-linalg, the executable "
               "specification"),
      cl::cat(category)};
  cl::opt<double> tolerance{
      "tolerance",
      cl::desc("Largest accepted difference of floats, relative to the largest "
               "magnitude of the reference tensor"),
      cl::init(1e-5), cl::cat(category)};
  cl::opt<std::string> dumpAfter{
      "dump-ir-after",
      cl::desc("Print the module after this pass of the lowering"),
      cl::value_desc("pass"), cl::cat(category)};
  cl::opt<bool> dumpBuffers{"dump-buffers",
                            cl::desc("Print the module lowered to buffers"),
                            cl::cat(category)};
  cl::opt<bool> dumpLLVM{"dump-llvm", cl::desc("Print the optimised LLVM IR"),
                         cl::cat(category)};
  cl::opt<std::string> emitObject{
      "emit-object",
      cl::desc("Write object code for a class of CPUs to the standard output "
               "and call nothing; this machine need not have the class"),
      cl::value_desc("class"), cl::cat(category)};
  cl::opt<bool> cpuClasses{
      "cpu-classes",
      cl::desc("List the classes of CPUs that LUTRA_CPU may name"),
      cl::cat(category)};
};

int fail(const llvm::Twine &message) {
  llvm::errs() << "approx-run: error: " << message << "\n";
  return 1;
}

double millisecondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(
             std::chrono::steady_clock::now() - start)
      .count();
}

/// A compiled function with the arrays of its arguments.
class Run {
public:
  Run(const Options &options) : options(options) {}

  /// Runs `pipeline` on a copy of `module` and compiles the copy.
  llvm::Error compile(ModuleOp module, StringRef pipeline, bool useRuntime,
                      FactorizePolicy factorize, bool dump) {
    auto start = std::chrono::steady_clock::now();
    auto copy = prepare(module, pipeline);
    if (!copy)
      return copy.takeError();
    CompileOptions compileOptions = makeOptions(useRuntime, dump);
    compileOptions.factorize = factorize;
    auto result = Executable::compile(**copy, compileOptions);
    if (!result)
      return result.takeError();
    executable = std::move(*result);
    compileTime = millisecondsSince(start);
    return llvm::Error::success();
  }

  /// Writes object code for the class of --emit-object.
  llvm::Error emitObject(ModuleOp module) {
    auto copy = prepare(module, options.pipeline);
    if (!copy)
      return copy.takeError();
    CompileOptions compileOptions = makeOptions(options.useRuntime, false);
    compileOptions.factorize = options.factorize;
    auto object = compileToObject(**copy, options.emitObject, compileOptions);
    if (!object)
      return llvm::createStringError("--emit-object: " +
                                     llvm::toString(object.takeError()));
    llvm::outs() << (*object)->getBuffer();
    return llvm::Error::success();
  }

  const FunctionInfo &info() const {
    return *llvm::find_if(executable->functions(), [&](const FunctionInfo &f) {
      return f.name == entry;
    });
  }

  llvm::Error makeArguments() {
    std::vector<std::string> specs = splitSpecs(options.args);
    size_t inputs = llvm::count_if(
        info().arguments, [](const ArgumentInfo &a) { return !a.isOutput; });
    if (specs.size() > inputs)
      return llvm::createStringError(
          "--args describes " + llvm::Twine(specs.size()) +
          " arguments, but @" + entry + " takes " + llvm::Twine(inputs));
    for (auto [i, argument] : llvm::enumerate(info().arguments)) {
      if (argument.isOutput) {
        arrays.push_back(Array::zeros(argument));
        continue;
      }
      StringRef spec = i < specs.size() && !StringRef(specs[i]).trim().empty()
                           ? StringRef(specs[i])
                           : StringRef(options.init.getValue());
      auto array = makeArray(argument, spec, options.seed * 1000003 + i);
      if (!array)
        return llvm::createStringError("argument " + llvm::Twine(i) + ": " +
                                       llvm::toString(array.takeError()));
      arrays.push_back(std::move(*array));
    }
    return llvm::Error::success();
  }

  /// Calls the function --repeat times.
  llvm::Error call() {
    std::vector<Buffer> buffers;
    for (Array &array : arrays)
      buffers.push_back(array.view());
    for (unsigned i = 0; i < options.repeat; ++i) {
      auto start = std::chrono::steady_clock::now();
      if (llvm::Error error = executable->invoke(entry, buffers))
        return error;
      callTimes.push_back(millisecondsSince(start));
    }
    return llvm::Error::success();
  }

  /// Calls `body` with a label ("result 0", "argument 2 \"w\"") and the array
  /// of everything that the function wrote.
  template <typename Body>
  void forEachWritten(Body body) const {
    unsigned results = 0;
    for (auto [i, argument] : llvm::enumerate(info().arguments)) {
      if (!argument.isOutput && !argument.isDonated)
        continue;
      std::string label = argument.isOutput
                              ? "result " + std::to_string(results++)
                              : "argument " + std::to_string(i);
      body(label, argument, arrays[i], i);
    }
  }

  void printTimes() const {
    std::vector<double> sorted = callTimes;
    llvm::sort(sorted);
    llvm::outs() << llvm::format(
        "@%s: compiled in %.1f ms; %u calls, best %.3f ms, median %.3f ms\n",
        entry.c_str(), compileTime, unsigned(sorted.size()), sorted.front(),
        sorted[sorted.size() / 2]);
  }

  void printWritten() const {
    forEachWritten([&](StringRef label, const ArgumentInfo &info,
                       const Array &array, size_t) {
      llvm::outs() << label;
      if (!info.name.empty())
        llvm::outs() << " \"" << info.name << "\"";
      llvm::outs() << ": ";
      lutra::run::print(llvm::outs(), array, options.printLimit,
                        options.precision);
      llvm::outs() << "\n";
    });
  }

  llvm::Error saveWritten() const {
    llvm::Error error = llvm::Error::success();
    forEachWritten([&](StringRef label, const ArgumentInfo &,
                       const Array &array, size_t) {
      std::string name = label.str();
      llvm::erase(name, ' ');
      error =
          llvm::joinErrors(std::move(error),
                           writeNpy(options.save + "/" + name + ".npy", array));
    });
    return error;
  }

  /// Prints the differences to `reference`; false if one is too large.
  bool agreesWith(const Run &reference) const {
    bool agrees = true;
    forEachWritten([&](StringRef label, const ArgumentInfo &info,
                       const Array &array, size_t index) {
      Difference difference = run::compare(array, reference.arrays[index]);
      double allowed =
          array.isInteger() ? 0 : options.tolerance * difference.scale;
      bool equal = difference.absolute <= allowed;
      agrees &= equal;
      llvm::outs() << label;
      if (!info.name.empty())
        llvm::outs() << " \"" << info.name << "\"";
      if (difference.index < 0) {
        llvm::outs() << ": identical\n";
        return;
      }
      llvm::outs() << llvm::format(": max difference %.3g (allowed %.3g)",
                                   difference.absolute, allowed);
      if (!equal)
        llvm::outs() << llvm::format(
            " DIFFERS at element %lld: got %.9g, reference %.9g",
            (long long)difference.index, array.get(difference.index),
            reference.arrays[index].get(difference.index));
      llvm::outs() << "\n";
    });
    return agrees;
  }

  std::vector<Array> arrays;

private:
  /// A copy of `module` after `pipeline`, in which only `entry` is public: only
  /// what is called is compiled.
  llvm::Expected<OwningOpRef<ModuleOp>> prepare(ModuleOp module,
                                                StringRef pipeline) {
    OwningOpRef<ModuleOp> copy = module.clone();
    PassManager pm(module.getContext());
    if (failed(parsePassPipeline(pipeline, pm)) || failed(pm.run(*copy)))
      return llvm::createStringError("the pipeline '" + pipeline + "' failed");
    func::FuncOp function = approx::findFunction(*copy, options.entry);
    if (!function)
      return llvm::createStringError("there is no function to call");
    entry = function.getName().str();
    for (auto other : copy->getOps<func::FuncOp>())
      if (other != function)
        other.setPrivate();
    return copy;
  }

  CompileOptions makeOptions(bool useRuntime, bool dump) const {
    CompileOptions result;
    result.threads = options.threads;
    result.optimizationLevel = options.optLevel;
    result.useRuntime = useRuntime;
    if (!dump)
      return result;
    if (options.dumpBuffers)
      result.inspectBuffers = [](ModuleOp module) {
        module.print(llvm::outs());
      };
    if (options.dumpLLVM)
      result.inspectLLVM = [](const llvm::Module &module) {
        module.print(llvm::outs(), nullptr);
      };
    if (!options.dumpAfter.empty())
      result.configurePasses = [this](PassManager &pm) {
        pm.getContext()->disableMultithreading();
        pm.enableIRPrinting(
            nullptr,
            [this](Pass *pass, Operation *) {
              return pass->getArgument() == options.dumpAfter;
            },
            /*printModuleScope=*/true, /*printAfterOnlyOnChange=*/false,
            /*printAfterOnlyOnFailure=*/false, llvm::outs());
      };
    return result;
  }

  const Options &options;
  std::string entry;
  std::unique_ptr<Executable> executable;
  double compileTime = 0;
  std::vector<double> callTimes;
};

int runTool(const Options &options) {
  if (options.optLevel > 3)
    return fail("--opt-level is 0, 1, 2 or 3");
  if (options.repeat == 0)
    return fail("--repeat is at least 1");
  if (options.cpuClasses) {
    for (const auto &[name, isHere] : listCpuClasses())
      llvm::outs() << name << (isHere ? ": here" : ": not here") << "\n";
    return 0;
  }
  DialectRegistry registry;
  mlir::registerAllDialects(registry);
  mlir::registerAllExtensions(registry);
  lutra::registerAllDialects(registry);
  lutra::registerAllExtensions(registry);
  MLIRContext context(registry);
  context.printOpOnDiagnostic(false);

  std::string message;
  auto file = openInputFile(options.input, &message);
  if (!file)
    return fail(message);
  llvm::SourceMgr sources;
  sources.setDiagHandler(printDiagnostic);
  sources.AddNewSourceBuffer(std::move(file), llvm::SMLoc());
  SourceMgrDiagnosticHandler diagnostics(sources, &context);
  OwningOpRef<ModuleOp> module = parseSourceFile<ModuleOp>(sources, &context);
  if (!module)
    return fail("cannot parse " + options.input);

  if (!options.emitObject.empty()) {
    if (llvm::Error error = Run(options).emitObject(*module))
      return fail(llvm::toString(std::move(error)));
    return 0;
  }
  bool compare = options.compareWithReference || !options.compare.empty();
  Run fast(options), reference(options);
  if (llvm::Error error = fast.compile(*module, options.pipeline,
                                       options.useRuntime, options.factorize,
                                       /*dump=*/true))
    return fail(llvm::toString(std::move(error)));
  if (llvm::Error error = fast.makeArguments())
    return fail(llvm::toString(std::move(error)));
  if (compare) {
    std::string pipeline = options.pipeline;
    if (!pipeline.empty())
      pipeline += ",";
    pipeline += options.compareWithReference ? "convert-approx-to-linalg"
                                             : options.compare.getValue();
    if (llvm::Error error = reference.compile(
            *module, pipeline, /*useRuntime=*/false, FactorizePolicy::Off,
            /*dump=*/false))
      return fail("reference: " + llvm::toString(std::move(error)));
    reference.arrays = fast.arrays;
    if (llvm::Error error = reference.call())
      return fail("reference: " + llvm::toString(std::move(error)));
  }
  if (llvm::Error error = fast.call())
    return fail(llvm::toString(std::move(error)));

  if (options.print ||
      !(options.time || compare || options.dumpLLVM || options.dumpBuffers ||
        !options.dumpAfter.empty() || !options.save.empty()))
    fast.printWritten();
  if (!options.save.empty())
    if (llvm::Error error = fast.saveWritten())
      return fail(llvm::toString(std::move(error)));
  if (options.time)
    fast.printTimes();
  if (compare && !fast.agreesWith(reference))
    return fail("results differ from the reference");
  return 0;
}

} // namespace

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  mlir::registerAllPasses();
  lutra::registerAllPasses();
  lutra::registerAllPipelines();
  // LLVM's libraries register options of their own, with names like ours.
  cl::ResetCommandLineParser();
  Options options;
  cl::HideUnrelatedOptions(options.category);
  cl::ParseCommandLineOptions(
      argc, argv,
      "Lowers a module of linalg and approx on tensors for the CPU, calls one "
      "of its functions and prints what comes out.\n");
  return runTool(options);
}
