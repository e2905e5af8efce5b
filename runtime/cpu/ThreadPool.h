//===- ThreadPool.h - The one thread pool of the process --------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Everything that runs in parallel goes through libgomp's pool: our kernels,
// generated loops and, by way of the same library, oneDNN. A second pool on the
// same cores would halve the speed of both.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_RUNTIME_CPU_THREADPOOL_H
#define LUTRA_RUNTIME_CPU_THREADPOOL_H

#include <cstdint>
#include <type_traits>

namespace lutra::rt {

/// Calls task(data, index, thread) for every index in [0, tasks), on at most
/// `threads` threads; each thread takes the next index that is free. `thread`
/// is in [0, threads). Tasks do not throw.
void runTasks(int64_t threads, int64_t tasks,
              void (*task)(void *data, int64_t index, int64_t thread),
              void *data);

/// The same with a callable.
template <typename Task>
inline void runTasks(int64_t threads, int64_t tasks, Task &&task) {
  using Callable = std::remove_reference_t<Task>;
  runTasks(
      threads, tasks,
      [](void *data, int64_t index, int64_t thread) {
        (*static_cast<Callable *>(data))(index, thread);
      },
      &task);
}

/// While it lives, parallel regions that a library opens on the calling thread
/// use `threads` threads.
class LibraryThreads {
public:
  explicit LibraryThreads(int64_t threads);
  ~LibraryThreads();
  LibraryThreads(const LibraryThreads &) = delete;
  LibraryThreads &operator=(const LibraryThreads &) = delete;

private:
  int previous;
};

} // namespace lutra::rt

#endif // LUTRA_RUNTIME_CPU_THREADPOOL_H
