//===- MinimumCut.h - Cheapest separation of two nodes of a graph -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_AUTODIFF_MINIMUMCUT_H
#define LUTRA_LIB_AUTODIFF_MINIMUMCUT_H

#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/SmallVector.h"
#include <cstdint>
#include <limits>

namespace lutra::ad {

/// A directed graph with capacities on its edges.
class FlowNetwork {
public:
  /// Of an edge that must not be cut; the sum of all others is smaller.
  static constexpr int64_t unbounded = std::numeric_limits<int64_t>::max() / 4;

  unsigned addNode();
  void addEdge(unsigned from, unsigned to, int64_t capacity);

  /// The nodes on the side of `sink` in the minimum cut between `source` and
  /// `sink` that lies nearest to `sink`. To be called once.
  llvm::BitVector findSinkSide(unsigned source, unsigned sink);

private:
  struct Edge {
    unsigned to;
    int64_t capacity; // what is left of it
  };
  bool augment(unsigned source, unsigned sink);

  /// Edge 2i and 2i + 1 are each other's reverse.
  llvm::SmallVector<Edge> edges;
  llvm::SmallVector<llvm::SmallVector<unsigned, 4>> outgoing;
};

} // namespace lutra::ad

#endif // LUTRA_LIB_AUTODIFF_MINIMUMCUT_H
