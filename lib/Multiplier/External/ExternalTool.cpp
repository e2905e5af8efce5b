//===- ExternalTool.cpp - Runs compilers and simulators -------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "ExternalTool.h"
#include "lutra_faults.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"
#include <cerrno>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace lutra;
using namespace lutra::external;
using llvm::StringRef;
using llvm::Twine;
using Clock = std::chrono::steady_clock;

static llvm::Error failed(const Twine &what) {
  return llvm::createStringError(
      what + ": " + std::error_code(errno, std::generic_category()).message());
}

/// Whether a call of the system is to fail, which then says why.
static bool isMadeToFail(faults::Kind kind) {
  if (!faults::reached(kind))
    return false;
  errno = kind == faults::Kind::Process ? EAGAIN : EIO;
  return true;
}

/// The same for LLVM's calls.
static std::error_code faultOr(llvm::function_ref<std::error_code()> call) {
  return isMadeToFail(faults::Kind::File)
             ? std::make_error_code(std::errc::io_error)
             : call();
}

//===----------------------------------------------------------------------===//
// The folder
//===----------------------------------------------------------------------===//

llvm::Expected<ScratchFolder> ScratchFolder::create() {
  // Before there is anything to undo.
  ScratchFolder result;
  llvm::SmallString<128> path;
  if (std::error_code error = faultOr([&] {
        return llvm::sys::fs::createUniqueDirectory("lutra-import", path);
      }))
    return llvm::createStringError("needs a temporary folder: " +
                                   error.message());
  result.folder = path.str().str();
  // Programs run with it as their current folder.
  llvm::SmallString<128> real;
  if (std::error_code error =
          faultOr([&] { return llvm::sys::fs::real_path(path, real); }))
    return llvm::createStringError("needs a temporary folder: " +
                                   error.message());
  result.folder = real.str().str();
  return result;
}

ScratchFolder::~ScratchFolder() {
  if (!folder.empty())
    llvm::sys::fs::remove_directories(folder);
}

llvm::Error ScratchFolder::write(StringRef name, StringRef bytes) const {
  llvm::SmallString<128> path(folder);
  llvm::sys::path::append(path, name);
  std::error_code error = faultOr([&] {
    return llvm::sys::fs::create_directories(
        llvm::sys::path::parent_path(path));
  });
  if (!error) {
    llvm::raw_fd_ostream os(path, error);
    if (!error) {
      os << bytes;
      os.close();
      error = faultOr([&] { return os.error(); });
      os.clear_error();
    }
  }
  if (error)
    return llvm::createStringError("cannot be copied to a temporary folder: " +
                                   error.message());
  return llvm::Error::success();
}

llvm::Expected<std::string> ScratchFolder::read(StringRef name,
                                                size_t limit) const {
  llvm::SmallString<128> path(folder);
  llvm::sys::path::append(path, name);
  if (isMadeToFail(faults::Kind::File))
    return failed("lacks the result '" + name + "'");
  auto buffer = llvm::MemoryBuffer::getFileSlice(path, limit, 0);
  uint64_t size = 0;
  if (!llvm::sys::fs::file_size(path, size))
    buffer = llvm::MemoryBuffer::getFileSlice(
        path, std::min<uint64_t>(size, limit), 0);
  if (!buffer)
    return llvm::createStringError("lacks the result '" + name +
                                   "': " + buffer.getError().message());
  return (*buffer)->getBuffer().str();
}

std::string lutra::external::plainLineEnds(StringRef text) {
  std::string result;
  result.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    // "\r\r\n" is what a file that was converted twice holds.
    size_t end = std::min(text.find_first_not_of('\r', i), text.size());
    bool endsLine = end < text.size() && text[end] == '\n';
    if (!endsLine)
      result.append(end - i, ' ');
    i = end;
    if (end < text.size())
      result += text[end];
  }
  return result;
}

std::optional<std::string>
lutra::external::findTool(llvm::ArrayRef<StringRef> names) {
  for (StringRef name : names)
    if (auto path = llvm::sys::findProgramByName(name)) {
      // PATH may name folders relative to this process's own.
      llvm::SmallString<128> absolute(*path);
      if (llvm::sys::fs::make_absolute(absolute))
        continue;
      return absolute.str().str();
    }
  return std::nullopt;
}

std::optional<std::string> lutra::external::warnOfGuards(Sandbox kind) {
  Guards guards = availableGuards();
  bool needsSeccomp = kind == Sandbox::Untrusted;
  if (guards.landlock && (guards.seccomp || !needsSeccomp))
    return std::nullopt;
  std::string missing;
  if (!guards.landlock)
    missing = "Landlock";
  if (!guards.seccomp && needsSeccomp)
    missing += missing.empty() ? "seccomp filters" : " and seccomp filters";
  return "this system has no " + missing +
         (needsSeccomp
              ? ": the source's code ran with less than the usual "
                "protection of files"
              : ": the tool was not kept from reading and writing elsewhere");
}

//===----------------------------------------------------------------------===//
// The process
//===----------------------------------------------------------------------===//

namespace {
/// Read and write end; what is left open is closed.
struct Pipe {
  int ends[2] = {-1, -1};
  bool open() {
    return !isMadeToFail(faults::Kind::File) && pipe2(ends, O_CLOEXEC) == 0;
  }
  void close(int end) {
    if (ends[end] >= 0)
      ::close(ends[end]);
    ends[end] = -1;
  }
  ~Pipe() {
    close(0);
    close(1);
  }
};

/// All that the child needs, made before fork.
struct Child {
  const char *path, *folder;
  std::vector<char *> arguments, environment, own;
  Sandbox sandbox;
  Guards guards;
  rlimit cpu, memory, file;
  int output, errors;
};
} // namespace

static void limit(int resource, const rlimit &value) {
  setrlimit(static_cast<__rlimit_resource_t>(resource), &value);
}

/// Between fork and exec: async-signal-safe calls only.
[[noreturn]] static void runChild(const Child &child) {
  setpgid(0, 0);
  int nothing = open("/dev/null", O_RDWR);
  bool untrusted = child.sandbox == Sandbox::Untrusted;
  // The pipes' own numbers may be among those that are to be taken.
  int output = fcntl(child.output, F_DUPFD, 10);
  int errors = fcntl(child.errors, F_DUPFD, 10);
  dup2(nothing, 0);
  dup2(untrusted ? nothing : output, 1);
  dup2(errors, 2);
  if (untrusted)
    dup2(output, 3);
  int first = untrusted ? 4 : 3;
#ifdef SYS_close_range
  if (syscall(SYS_close_range, first, ~0U, 0) != 0)
#endif
    for (int descriptor = first; descriptor < 4096; ++descriptor)
      close(descriptor);
  rlimit none{0, 0};
  limit(RLIMIT_CORE, none);
  limit(RLIMIT_CPU, child.cpu);
  limit(RLIMIT_AS, child.memory);
  limit(RLIMIT_FSIZE, untrusted ? none : child.file);
  // A parent may have signals blocked or ignored.
  sigset_t signals;
  sigemptyset(&signals);
  sigprocmask(SIG_SETMASK, &signals, nullptr);
  signal(SIGPIPE, SIG_DFL);
  if (chdir(child.folder) == 0 &&
      enterSandbox(child.sandbox, child.folder, child.own.data(), child.guards))
    execve(child.path, child.arguments.data(), child.environment.data());
  const char message[] = "could not be started\n";
  ssize_t written = write(2, message, sizeof(message) - 1);
  _exit(written < 0 ? 126 : 127);
}

namespace {
/// A started program, ended with all that it started.
class Process {
public:
  explicit Process(pid_t pid) : pid(pid) {}
  ~Process() {
    if (pid > 0) {
      kill();
      wait(0);
    }
  }
  void kill() { ::kill(-pid, SIGKILL); }
  /// The status, when it has ended; `options` as waitpid's.
  std::optional<int> wait(int options) {
    int status = 0;
    pid_t result;
    do
      result = waitpid(pid, &status, options);
    while (result < 0 && errno == EINTR);
    if (result == 0)
      return std::nullopt;
    pid = 0;
    // A parent that ignores its children's ends learns nothing of them.
    return result < 0 ? -1 : status;
  }

private:
  pid_t pid;
};
} // namespace

/// Empty where the program may go on; otherwise why it was stopped.
static std::string collect(Pipe &output, Pipe &errors, const ToolCall &call,
                           Clock::time_point end, ToolOutput &result) {
  constexpr size_t errorLimit = 1 << 20;
  std::vector<char> buffer(1 << 16);
  while (output.ends[0] >= 0 || errors.ends[0] >= 0) {
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
                    end - Clock::now())
                    .count();
    if (left <= 0)
      return "time";
    // A negative descriptor is left alone.
    pollfd ready[] = {{output.ends[0], POLLIN, 0}, {errors.ends[0], POLLIN, 0}};
    // Another thread may have got the signal, and poll is not woken.
    if (DeferSignals::interrupted())
      return "signal";
    int events = poll(ready, 2, int(std::min<long long>(left, 100)));
    if (events < 0 && errno != EINTR)
      return "system";
    // What poll did not write is not to be read.
    if (events <= 0)
      continue;
    for (auto [state, pipe, text] :
         {std::tuple(&ready[0], &output, &result.output),
          std::tuple(&ready[1], &errors, &result.errors)}) {
      if (!(state->revents & (POLLIN | POLLHUP | POLLERR)))
        continue;
      ssize_t count = ::read(state->fd, buffer.data(), buffer.size());
      if (count < 0 && errno == EINTR)
        continue;
      // What is missing would pass for the end.
      if (count < 0 || isMadeToFail(faults::Kind::File))
        return "system";
      if (count == 0) {
        pipe->close(0);
        continue;
      }
      bool isOutput = text == &result.output;
      size_t room = (isOutput ? call.outputLimit : errorLimit) - text->size();
      text->append(buffer.data(), std::min<size_t>(room, size_t(count)));
      if (isOutput && size_t(count) > room)
        return "output";
    }
  }
  return "";
}

/// The line that says what is wrong: the first with "error", else the last.
static std::string firstErrorLine(const ToolOutput &result) {
  StringRef last;
  for (StringRef text : {StringRef(result.errors), StringRef(result.output)}) {
    llvm::SmallVector<StringRef> lines;
    text.split(lines, '\n', -1, /*KeepEmpty=*/false);
    for (StringRef line : lines)
      if (line.contains_insensitive("error"))
        return line.trim().substr(0, 300).str();
    if (last.empty() && !lines.empty())
      last = lines.back();
  }
  return last.empty() ? "it says nothing" : last.trim().substr(0, 300).str();
}

static llvm::Error describeEnd(int status, const ToolCall &call,
                               const ToolOutput &result) {
  if (status == -1)
    return llvm::createStringError("ran " + call.name +
                                   ", whose end this process did not learn of");
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
    return llvm::Error::success();
  if (!WIFSIGNALED(status))
    return llvm::createStringError("was refused by " + call.name + ": " +
                                   firstErrorLine(result));
  int number = WTERMSIG(status);
  if (number == SIGSYS)
    return llvm::createStringError(
        "made " + call.name +
        " try what a function of two operands has no need of (it may not "
        "write files, start programs, send signals or use the network), so it "
        "was stopped");
  if (number == SIGXCPU)
    return llvm::createStringError(
        "took " + call.name + " more than " +
        llvm::formatv("{0}", llvm::format("%g", call.timeLimitSeconds)).str() +
        " s");
  const char *name = strsignal(number);
  return llvm::createStringError("made " + call.name + " end by a signal (" +
                                 (name ? name : "unknown") + ")");
}

/// Where a program's own libraries and headers lie: the folder above that of
/// the program or, where that holds what a user keeps, the usual folders in it.
static std::vector<std::string> installationOf(StringRef program) {
  std::vector<std::string> result;
  llvm::SmallString<128> real, home;
  llvm::SmallVector<StringRef, 2> programs = {program};
  if (!llvm::sys::fs::real_path(program, real))
    programs.push_back(real);
  llvm::sys::path::home_directory(home);
  // That folder of the XDG base directories holds keys and settings beside what
  // is installed there. Each may be a symbolic link.
  llvm::SmallString<128> realHome, local(home), realLocal;
  llvm::sys::path::append(local, ".local");
  llvm::SmallVector<StringRef, 3> kept = {local};
  if (!llvm::sys::fs::real_path(home, realHome)) {
    llvm::sys::path::append(realHome, ".local");
    kept.push_back(realHome);
  }
  if (!llvm::sys::fs::real_path(local, realLocal))
    kept.push_back(realLocal);
  auto holdsWhatIsKept = [&](StringRef prefix) {
    return llvm::any_of(kept, [&](StringRef rest) {
      return rest.consume_front(prefix) &&
             (rest.empty() || rest.front() == '/' || prefix.ends_with("/"));
    });
  };
  for (StringRef path : programs) {
    StringRef prefix =
        llvm::sys::path::parent_path(llvm::sys::path::parent_path(path));
    if (!holdsWhatIsKept(prefix)) {
      result.push_back(prefix.str());
      continue;
    }
    std::string share = ("share/" + llvm::sys::path::filename(path)).str();
    for (StringRef part :
         {"bin", "lib", "lib64", "libexec", "include", share.c_str()}) {
      llvm::SmallString<128> folder(prefix);
      llvm::sys::path::append(folder, part);
      result.push_back(folder.str().str());
    }
  }
  return result;
}

llvm::Expected<ToolOutput>
lutra::external::runTool(const ToolCall &call, const ScratchFolder &folder) {
  auto pointers = [](std::vector<std::string> &texts) {
    std::vector<char *> result;
    for (std::string &text : texts)
      result.push_back(text.data());
    result.push_back(nullptr);
    return result;
  };
  std::vector<std::string> arguments = {call.path};
  std::vector<std::string> own = installationOf(call.path);
  llvm::append_range(arguments, call.arguments);
  const char *path = std::getenv("PATH");
  std::vector<std::string> environment = {
      std::string("PATH=") + (path ? path : "/usr/bin:/bin"),
      "HOME=" + folder.path(), "TMPDIR=" + folder.path(), "LC_ALL=C",
      // A compiler may be a cache in front of one, which writes elsewhere.
      "CCACHE_DISABLE=1"};
  rlim_t seconds = rlim_t(std::ceil(call.timeLimitSeconds)) + 1;
  Pipe output, errors;
  if (!output.open() || !errors.open())
    return failed("needs a pipe");
  Child child{call.path.c_str(),
              folder.path().c_str(),
              pointers(arguments),
              pointers(environment),
              pointers(own),
              call.sandbox,
              availableGuards(),
              {seconds, seconds + 1},
              {call.memoryLimit, call.memoryLimit},
              {call.fileLimit, call.fileLimit},
              output.ends[1],
              errors.ends[1]};
  Clock::time_point end =
      Clock::now() + std::chrono::duration_cast<Clock::duration>(
                         std::chrono::duration<double>(call.timeLimitSeconds));
  pid_t pid = isMadeToFail(faults::Kind::Process) ? -1 : fork();
  if (pid < 0)
    return failed("needs a process of " + call.name);
  if (pid == 0)
    runChild(child);
  // Whichever of the two is first: the group exists before it may be killed.
  setpgid(pid, pid);
  Process process(pid);
  output.close(1);
  errors.close(1);

  ToolOutput result;
  std::string stopped = collect(output, errors, call, end, result);
  std::optional<int> status;
  while (stopped.empty() && !(status = process.wait(WNOHANG))) {
    if (Clock::now() > end)
      stopped = "time";
    else if (DeferSignals::interrupted())
      stopped = "signal";
    else
      usleep(1000);
  }
  if (stopped == "time")
    return llvm::createStringError(
        "took " + call.name + " more than " +
        llvm::formatv("{0}", llvm::format("%g", call.timeLimitSeconds)).str() +
        " s");
  if (stopped == "output")
    return llvm::createStringError("made " + call.name + " write more than " +
                                   Twine(call.outputLimit) + " bytes");
  if (stopped == "signal")
    return llvm::createStringError("was not read to its end: " + call.name +
                                   " was interrupted by a signal");
  if (!stopped.empty())
    return failed("needs the output of " + call.name);
  if (llvm::Error error = describeEnd(*status, call, result))
    return error;
  return result;
}
