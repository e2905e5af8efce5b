//===- Workspace.h - Scratch memory that only grows -------------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Kernels take their scratch from here: a call that is repeated with the same
// or smaller sizes allocates nothing.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_RUNTIME_COMMON_WORKSPACE_H
#define LUTRA_RUNTIME_COMMON_WORKSPACE_H

#include <array>
#include <cstddef>
#include <cstdint>

namespace lutra::rt {

/// What a piece of scratch is for. Two slots never share memory; one slot is
/// valid until it is asked for again.
enum class Slot {
  Offsets,   // index arithmetic of the problem at hand
  RowPanel,  // packed operand and its sums, shared by all threads
  Partials,  // partial results, shared by all threads
  PerThread, // one piece for each thread
  Source,    // exact: reordered operands and the library's scratchpad
  Weights,
  Destination,
  Scratchpad,
  Count
};

class Workspace {
public:
  static constexpr size_t alignment = 64;

  Workspace() = default;
  Workspace(const Workspace &) = delete;
  Workspace &operator=(const Workspace &) = delete;
  ~Workspace();

  /// At least `bytes` bytes, 64-byte aligned, contents undefined. Throws
  /// std::bad_alloc.
  void *get(Slot slot, size_t bytes);
  template <typename T>
  T *get(Slot slot, int64_t count) {
    return static_cast<T *>(get(slot, size_t(count) * sizeof(T)));
  }
  /// How often memory was taken from the system.
  int64_t allocations() const { return allocationCount; }

private:
  struct Block {
    void *data = nullptr;
    size_t bytes = 0;
  };
  std::array<Block, size_t(Slot::Count)> blocks;
  int64_t allocationCount = 0;
};

/// `bytes` rounded up to the alignment.
inline int64_t alignedBytes(int64_t bytes) {
  return (bytes + int64_t(Workspace::alignment) - 1) &
         -int64_t(Workspace::alignment);
}

} // namespace lutra::rt

#endif // LUTRA_RUNTIME_COMMON_WORKSPACE_H
