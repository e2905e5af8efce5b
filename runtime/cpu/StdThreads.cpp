//===- StdThreads.cpp - libgomp's calls by std::thread --------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Only in a build with ThreadSanitizer: it does not see how libgomp's threads
// wait for each other, and would report all that they hand on. oneDNN keeps its
// own libgomp: these names are local to the library.
//
//===----------------------------------------------------------------------===//
#include <algorithm>
#include <thread>
#include <vector>

static thread_local int currentThread = 0;
static thread_local int maxThreads = 0; // 0: as many as the machine has

extern "C" {
int omp_get_thread_num(void) { return currentThread; }

int omp_get_num_procs(void) {
  return std::max(1, int(std::thread::hardware_concurrency()));
}

int omp_get_max_threads(void) {
  return maxThreads ? maxThreads : omp_get_num_procs();
}

void omp_set_num_threads(int threads) { maxThreads = threads; }

void GOMP_parallel(void (*function)(void *), void *data, unsigned threads,
                   unsigned) {
  std::vector<std::thread> others;
  for (unsigned index = 1; index < threads; ++index)
    others.emplace_back([=] {
      currentThread = int(index);
      function(data);
    });
  function(data);
  for (std::thread &other : others)
    other.join();
}
}
