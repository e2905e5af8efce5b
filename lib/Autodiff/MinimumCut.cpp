//===- MinimumCut.cpp - Cheapest separation of two nodes of a graph -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The maximum flow by shortest augmenting paths (Edmonds and Karp, 1972). Few
// are needed: about as many as there are values in the cut.
//
//===----------------------------------------------------------------------===//
#include "MinimumCut.h"
#include <algorithm>

using namespace lutra::ad;

unsigned FlowNetwork::addNode() {
  outgoing.emplace_back();
  return outgoing.size() - 1;
}

void FlowNetwork::addEdge(unsigned from, unsigned to, int64_t capacity) {
  outgoing[from].push_back(edges.size());
  edges.push_back({to, capacity});
  outgoing[to].push_back(edges.size());
  edges.push_back({from, 0});
}

bool FlowNetwork::augment(unsigned source, unsigned sink) {
  constexpr unsigned none = ~0u;
  llvm::SmallVector<unsigned> reachedBy(outgoing.size(), none);
  llvm::SmallVector<unsigned> queue{source};
  for (size_t next = 0; next < queue.size() && reachedBy[sink] == none; ++next)
    for (unsigned edge : outgoing[queue[next]]) {
      unsigned to = edges[edge].to;
      if (edges[edge].capacity == 0 || to == source || reachedBy[to] != none)
        continue;
      reachedBy[to] = edge;
      queue.push_back(to);
    }
  if (reachedBy[sink] == none)
    return false;
  auto forEachEdge = [&](auto visit) {
    for (unsigned node = sink; node != source;) {
      unsigned edge = reachedBy[node];
      visit(edge);
      node = edges[edge ^ 1].to;
    }
  };
  int64_t flow = unbounded;
  forEachEdge(
      [&](unsigned edge) { flow = std::min(flow, edges[edge].capacity); });
  forEachEdge([&](unsigned edge) {
    edges[edge].capacity -= flow;
    edges[edge ^ 1].capacity += flow;
  });
  return true;
}

llvm::BitVector FlowNetwork::findSinkSide(unsigned source, unsigned sink) {
  while (augment(source, sink))
    ;
  llvm::BitVector side(outgoing.size());
  side.set(sink);
  llvm::SmallVector<unsigned> queue{sink};
  for (size_t next = 0; next < queue.size(); ++next)
    for (unsigned reverse : outgoing[queue[next]]) {
      unsigned from = edges[reverse].to;
      if (edges[reverse ^ 1].capacity == 0 || side.test(from))
        continue;
      side.set(from);
      queue.push_back(from);
    }
  return side;
}
