//===- Replay.cpp - Fuzz targets without libFuzzer ------------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Gives a fuzz target every file beneath the folders of its arguments, as it is
// and damaged in a few hundred ways, the same in every run.
//
//===----------------------------------------------------------------------===//
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include <random>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/// Cuts, repeats, overwrites or removes a piece.
static void damage(std::string &bytes, std::mt19937 &engine) {
  auto below = [&](size_t limit) { return limit ? engine() % limit : 0; };
  size_t begin = below(bytes.size() + 1);
  size_t length = std::min<size_t>(below(32), bytes.size() - begin);
  switch (engine() % 5) {
  case 0:
    bytes.resize(begin);
    break;
  case 1:
    bytes.insert(begin, bytes.substr(below(bytes.size() + 1), length));
    break;
  case 2:
    bytes.erase(begin, length);
    break;
  case 3:
    if (begin < bytes.size())
      bytes[begin] = char(engine());
    break;
  default:
    if (begin < bytes.size())
      bytes[begin] ^= char(1 << (engine() % 8));
  }
}

static void run(const std::string &bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(bytes.data()),
                         bytes.size());
}

int main(int argc, char **argv) {
  constexpr int rounds = 300;
  std::mt19937 engine(1);
  size_t inputs = 0;
  for (int i = 1; i < argc; ++i) {
    std::error_code error;
    for (llvm::sys::fs::recursive_directory_iterator file(argv[i], error), end;
         file != end && !error; file.increment(error)) {
      auto buffer = llvm::MemoryBuffer::getFile(file->path());
      if (file->type() != llvm::sys::fs::file_type::regular_file || !buffer)
        continue;
      std::string original = (*buffer)->getBuffer().str();
      run(original);
      for (int round = 0; round < rounds; ++round) {
        std::string bytes = original;
        for (unsigned times = 1 + engine() % 4; times > 0; --times)
          damage(bytes, engine);
        run(bytes);
      }
      inputs += 1 + rounds;
    }
    if (error) {
      llvm::errs() << argv[i] << ": " << error.message() << "\n";
      return 1;
    }
  }
  llvm::outs() << inputs << " inputs\n";
  return inputs == 0;
}
