//===- ThreadPool.cpp - The one thread pool of the process ----------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Calls what gcc would call for an OpenMP pragma: clang compiles the pragmas to
// nothing when it is told to use libgomp, and to libomp's calls otherwise.
//
//===----------------------------------------------------------------------===//
#include "ThreadPool.h"
#include "../common/Context.h"
#include <algorithm>
#include <atomic>

extern "C" {
void GOMP_parallel(void (*function)(void *), void *data, unsigned threads,
                   unsigned flags);
int omp_get_thread_num(void);
int omp_get_max_threads(void);
int omp_get_num_procs(void);
void omp_set_num_threads(int threads);
}

using namespace lutra::rt;

namespace {
struct Region {
  void (*task)(void *, int64_t, int64_t);
  void *data;
  int64_t tasks;
  std::atomic<int64_t> next{0};
};
} // namespace

static void runRegion(void *opaque) {
  Region &region = *static_cast<Region *>(opaque);
  int64_t thread = omp_get_thread_num();
  for (int64_t index; (index = region.next.fetch_add(
                           1, std::memory_order_relaxed)) < region.tasks;)
    region.task(region.data, index, thread);
}

void lutra::rt::runTasks(int64_t threads, int64_t tasks,
                         void (*task)(void *, int64_t, int64_t), void *data) {
  threads = std::min(threads, tasks);
  if (threads <= 1) {
    for (int64_t index = 0; index < tasks; ++index)
      task(data, index, 0);
    return;
  }
  Region region{task, data, tasks, {}};
  GOMP_parallel(runRegion, &region, unsigned(threads), 0);
}

LibraryThreads::LibraryThreads(int64_t threads)
    : previous(omp_get_max_threads()) {
  omp_set_num_threads(int(threads));
}

LibraryThreads::~LibraryThreads() { omp_set_num_threads(previous); }

int64_t lutra::rt::defaultThreads() {
  return std::max(1, std::min(omp_get_num_procs(), omp_get_max_threads()));
}

lutra_rt_status lutra_rt_parallel_for(void *context, void *body, void *data,
                                      int64_t begin, int64_t end,
                                      int64_t grain) {
  // Needs no memory: a step writes its results by such loops when all else is
  // done.
  return guarded</*canFail=*/false>(context, "parallel_for", [&](Context &c) {
    expectPointer(body, "parameter 'body'");
    expect(grain >= 1, "parameter 'grain'", "at least 1", grain);
    if (begin >= end)
      return;
    auto function = reinterpret_cast<void (*)(void *, int64_t, int64_t)>(body);
    // Four pieces a thread even out unequal speeds at little cost.
    int64_t size = end - begin;
    int64_t pieces = std::min((size + grain - 1) / grain,
                              c.threads == 1 ? 1 : 4 * c.threads);
    int64_t length = (size + pieces - 1) / pieces;
    pieces = (size + length - 1) / length;
    runTasks(c.threads, pieces, [&](int64_t piece, int64_t) {
      int64_t first = begin + piece * length;
      function(data, first, std::min(first + length, end));
    });
  });
}
