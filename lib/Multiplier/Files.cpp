//===- Files.cpp - Reading and writing files whole ------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lutra/Multiplier/Files.h"
#include "lutra_faults.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

using namespace lutra;
using llvm::StringRef;
using llvm::Twine;

/// What the system says of the last call.
static llvm::Error systemError() {
  return llvm::createStringError(
      std::error_code(errno, std::generic_category()).message());
}

static llvm::Error checkRegular(const struct stat &status) {
  if (S_ISREG(status.st_mode))
    return llvm::Error::success();
  return llvm::createStringError(
      S_ISDIR(status.st_mode)    ? "it is a folder, expects a regular file"
      : S_ISFIFO(status.st_mode) ? "it is a pipe, expects a regular file"
      : S_ISSOCK(status.st_mode) ? "it is a socket, expects a regular file"
                                 : "it is a device, expects a regular file");
}

/// Calls the system again where a signal came between.
template <typename Call>
static auto callSystem(Call call) {
  decltype(call()) result;
  if (faults::reached(faults::Kind::File)) {
    errno = EIO;
    return decltype(result)(-1);
  }
  do
    result = call();
  while (result < 0 && errno == EINTR);
  return result;
}

namespace {
/// Closed at the end.
class Descriptor {
public:
  explicit Descriptor(int number) : number(number) {}
  ~Descriptor() {
    if (number >= 0)
      ::close(number);
  }
  Descriptor(const Descriptor &) = delete;
  Descriptor &operator=(const Descriptor &) = delete;
  operator int() const { return number; }
  /// False where the system says only now that writing failed.
  bool close() {
    int result = ::close(std::exchange(number, -1));
    // It is closed in any case.
    return callSystem([&] { return result; }) == 0;
  }

private:
  int number;
};
} // namespace

llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>>
lutra::readRegularFile(StringRef path, uint64_t limit) {
  std::string name = path.str();
  // Opening a pipe would wait for a writer.
  Descriptor file(callSystem([&] {
    return ::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  }));
  struct stat status;
  if (file < 0 || callSystem([&] { return fstat(file, &status); }) != 0)
    return systemError();
  if (llvm::Error error = checkRegular(status))
    return error;
  auto tooLarge = [&] {
    return llvm::createStringError("it has more than " + Twine(limit) +
                                   " bytes");
  };
  if (uint64_t(status.st_size) > limit)
    return tooLarge();
  // A file may grow, and those that the system makes up say 0.
  std::string bytes(size_t(status.st_size) + 1, '\0');
  size_t length = 0;
  while (true) {
    ssize_t count = callSystem([&] {
      return ::read(file, bytes.data() + length, bytes.size() - length);
    });
    if (count < 0)
      return systemError();
    if (count == 0)
      break;
    length += size_t(count);
    if (length > limit)
      return tooLarge();
    if (length == bytes.size())
      bytes.resize(size_t(std::min<uint64_t>(2 * length + 4096, limit + 1)));
  }
  return llvm::MemoryBuffer::getMemBufferCopy(
      StringRef(bytes).take_front(length), path);
}

llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>>
lutra::readFileWithin(StringRef folder, StringRef name, uint64_t limit) {
  llvm::SmallString<256> path(folder), real, realFolder;
  llvm::sys::path::append(path, name);
  std::error_code error = llvm::sys::fs::real_path(path, real);
  if (!error)
    error = llvm::sys::fs::real_path(folder.empty() ? "." : folder, realFolder);
  if (error)
    return llvm::createStringError(error.message());
  StringRef rest = real;
  if (!rest.consume_front(realFolder) ||
      !(realFolder.ends_with("/") || rest.starts_with("/")))
    return llvm::createStringError("a symbolic link leads out of its folder");
  return readRegularFile(real, limit);
}

/// Where the symbolic links that begin at `path` end; nothing need be there.
static llvm::Expected<std::string> followLinks(StringRef path) {
  llvm::SmallString<256> name(path);
  constexpr int maxLinks = 40; // the system's limit
  for (int i = 0; i < maxLinks; ++i) {
    struct stat status;
    if (callSystem([&] { return lstat(name.c_str(), &status); }) != 0) {
      if (errno == ENOENT)
        return name.str().str();
      return systemError();
    }
    if (!S_ISLNK(status.st_mode))
      return name.str().str();
    char target[4096];
    ssize_t length = callSystem(
        [&] { return readlink(name.c_str(), target, sizeof(target)); });
    if (length < 0)
      return systemError();
    StringRef link(target, size_t(length));
    if (llvm::sys::path::is_absolute(link)) {
      name = link;
    } else {
      llvm::sys::path::remove_filename(name);
      llvm::sys::path::append(name, link);
    }
  }
  errno = ELOOP;
  return systemError();
}

static llvm::Error writeAll(int file, StringRef bytes) {
  while (!bytes.empty()) {
    ssize_t count =
        callSystem([&] { return ::write(file, bytes.data(), bytes.size()); });
    if (count < 0)
      return systemError();
    bytes = bytes.drop_front(size_t(count));
  }
  return llvm::Error::success();
}

llvm::Error lutra::replaceFile(StringRef path, StringRef bytes) {
  llvm::Expected<std::string> target = followLinks(path);
  if (!target)
    return target.takeError();
  struct stat status;
  bool exists =
      callSystem([&] { return lstat(target->c_str(), &status); }) == 0;
  // What cannot be looked at is not taken for a new name.
  if (!exists && errno != ENOENT)
    return systemError();
  if (exists)
    if (llvm::Error error = checkRegular(status))
      return error;
  // Beside the file: only within a file system is renaming one step.
  llvm::SmallString<256> model(llvm::sys::path::parent_path(*target));
  llvm::sys::path::append(model, ".lutra-%%%%%%%%");
  llvm::SmallString<256> temporary;
  int opened = -1;
  if (callSystem([] { return 0; }) != 0)
    return systemError();
  if (std::error_code error = llvm::sys::fs::createUniqueFile(
          model, opened, temporary, llvm::sys::fs::OF_None,
          llvm::sys::fs::all_read | llvm::sys::fs::all_write))
    return llvm::createStringError(error.message());
  Descriptor file(opened);
  auto abandon = [&](llvm::Error error) {
    ::unlink(temporary.c_str());
    return error;
  };
  if (exists) {
    // The owner may only be kept by whoever may give files away.
    if (fchown(file, status.st_uid, status.st_gid) != 0)
      errno = 0;
    if (callSystem([&] { return fchmod(file, status.st_mode & 07777); }) != 0)
      return abandon(systemError());
  }
  if (llvm::Error error = writeAll(file, bytes))
    return abandon(std::move(error));
  // A name must not come to disk before what it names.
  if (callSystem([&] { return fsync(file); }) != 0 || !file.close() ||
      callSystem(
          [&] { return ::rename(temporary.c_str(), target->c_str()); }) != 0)
    return abandon(systemError());
  return llvm::Error::success();
}
