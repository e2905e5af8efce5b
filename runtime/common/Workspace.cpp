//===- Workspace.cpp - Scratch memory that only grows ---------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Workspace.h"
#include "lutra_faults.h"
#include <cstdlib>
#include <new>

using namespace lutra;
using namespace lutra::rt;

Workspace::~Workspace() {
  for (Block &block : blocks)
    std::free(block.data);
}

void *Workspace::get(Slot slot, size_t bytes) {
  // Also where there is enough: a place is one whatever ran before.
  if (faults::reached(faults::Kind::Memory))
    throw std::bad_alloc();
  Block &block = blocks[size_t(slot)];
  if (bytes <= block.bytes)
    return block.data;
  size_t rounded = (bytes + alignment - 1) / alignment * alignment;
  if (rounded < bytes)
    throw std::bad_alloc();
  void *data = std::aligned_alloc(alignment, rounded);
  if (!data)
    throw std::bad_alloc();
  std::free(block.data);
  block = {data, rounded};
  ++allocationCount;
  return data;
}
