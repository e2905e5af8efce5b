//===- Context.cpp - Contexts, handles and statuses -----------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Context.h"
#include <atomic>
#include <cstdlib>

using namespace lutra::rt;

/// An upper limit that no machine reaches; it only stops a nonsense value from
/// starting a million threads.
static constexpr int64_t maxThreads = 4096;

static constexpr int positionBits = 24, generationBits = 32;

int64_t lutra::rt::nextGeneration() {
  static std::atomic<uint32_t> last{0};
  return int64_t(++last);
}

int64_t lutra::rt::makeHandle(HandleKind kind, int64_t generation,
                              size_t position) {
  if (position >> positionBits)
    throw Error(LUTRA_RT_UNSUPPORTED,
                "expected at most 2^24 tables in a context");
  return int64_t(kind) << (positionBits + generationBits) |
         generation << positionBits | int64_t(position);
}

template <typename T>
static const T &lookUpHandle(const std::vector<std::unique_ptr<T>> &tables,
                             HandleKind kind, int64_t generation,
                             int64_t handle, const char *what) {
  int64_t position = handle & ((int64_t(1) << positionBits) - 1);
  if (position >= int64_t(tables.size()) ||
      handle != makeHandle(kind, generation, position))
    throw Error(LUTRA_RT_INVALID_ARGUMENT,
                std::string(what) + ": expected a handle of this context (of " +
                    std::to_string(tables.size()) + "), got " +
                    std::to_string(handle));
  return *tables[position];
}

const Multiplier &lutra_rt_context::multiplier(int64_t handle) const {
  return lookUpHandle(multipliers, HandleKind::Multiplier, generation, handle,
                      "multiplier");
}

const Gradient &lutra_rt_context::gradient(int64_t handle) const {
  return lookUpHandle(gradients, HandleKind::Gradient, generation, handle,
                      "gradient");
}

const Multiplier &lutra_rt_context::product(bool lhsSigned, bool rhsSigned) {
  std::unique_ptr<Multiplier> &made = products[lhsSigned][rhsSigned];
  expectMemory();
  if (!made) {
    const CodeType lhs{8, lhsSigned}, rhs{8, rhsSigned};
    std::vector<int32_t> table;
    for (int64_t a = 0; a < lhs.size(); ++a)
      for (int64_t b = 0; b < rhs.size(); ++b)
        table.push_back(int32_t(lhs.value(a) * rhs.value(b)));
    made = std::make_unique<Multiplier>(makeMultiplier(lhs, rhs, table.data()));
    ++tableAllocations;
  }
  return *made;
}

lutra_rt_status lutra::rt::recordFailure(Context &context,
                                         lutra_rt_status status,
                                         const char *entry,
                                         const char *message) noexcept {
  if (context.status != LUTRA_RT_OK)
    return status;
  context.status = status;
  try {
    context.message = std::string("lutra_rt_") + entry + ": " + message;
  } catch (...) {
    // No memory for the text: the status alone remains.
  }
  return status;
}

int32_t lutra_rt_abi_version(void) { return LUTRA_RT_ABI_VERSION; }

const char *lutra_rt_status_name(lutra_rt_status status) {
  static const char *const names[] = {"ok", "invalid argument", "unsupported",
                                      "out of memory", "internal error"};
  constexpr int32_t count = sizeof(names) / sizeof(names[0]);
  return status >= 0 && status < count ? names[status] : "unknown status";
}

lutra_rt_status lutra_rt_context_create(int64_t threads,
                                        lutra_rt_context **context) {
  if (!context)
    return LUTRA_RT_INVALID_ARGUMENT;
  *context = nullptr;
  if (threads < 0 || threads > maxThreads)
    return LUTRA_RT_INVALID_ARGUMENT;
  try {
    expectMemory();
    auto result = std::make_unique<lutra_rt_context>();
    result->threads = threads == 0 ? defaultThreads() : threads;
    if (const char *name = std::getenv("LUTRA_KERNEL"))
      result->forcedKernel = name;
    try {
      result->target = makeTargetState();
    } catch (const Error &error) {
      result->refusal = error.what();
    }
    if (!lutra::faults::isVariableValid)
      result->refusal = lutra::faults::expectedSpec;
    *context = result.release();
    return LUTRA_RT_OK;
  } catch (const std::bad_alloc &) {
    return LUTRA_RT_OUT_OF_MEMORY;
  } catch (...) {
    return LUTRA_RT_INTERNAL;
  }
}

void lutra_rt_use_faults(void *plan) {
  lutra::faults::active = static_cast<lutra::faults::Plan *>(plan);
}

void lutra_rt_context_destroy(lutra_rt_context *context) { delete context; }

lutra_rt_status lutra_rt_context_status(const lutra_rt_context *context) {
  return context ? context->status : LUTRA_RT_INVALID_ARGUMENT;
}

lutra_rt_status lutra_rt_failure(void *context) {
  return lutra_rt_context_status(static_cast<lutra_rt_context *>(context));
}

const char *lutra_rt_context_message(const lutra_rt_context *context) {
  return context ? context->message.c_str() : "the context is null";
}

void lutra_rt_context_reset(lutra_rt_context *context) {
  if (!context)
    return;
  context->status = LUTRA_RT_OK;
  context->message.clear();
}

int64_t lutra_rt_context_threads(const lutra_rt_context *context) {
  return context ? context->threads : 0;
}

int64_t lutra_rt_context_allocations(const lutra_rt_context *context) {
  return context
             ? context->workspace.allocations() + context->tableAllocations +
                   (context->target ? context->target->allocations() : 0)
             : 0;
}

/// Checks the operand types and makes a table of them.
template <typename Table, typename T>
static void create(Context &context,
                   Table (*make)(CodeType, CodeType, const T *),
                   std::vector<std::unique_ptr<Table>> &tables, HandleKind kind,
                   int64_t lhsBits, int64_t lhsSigned, int64_t rhsBits,
                   int64_t rhsSigned, const void *table, void *handle) {
  expect(lhsBits >= 2 && lhsBits <= 8, "parameter 'lhs_bits'", "2 to 8 bits",
         lhsBits);
  expect(rhsBits >= 2 && rhsBits <= 8, "parameter 'rhs_bits'", "2 to 8 bits",
         rhsBits);
  expectPointer(table, "parameter 'table'");
  expectPointer(handle, "parameter 'handle'");
  int64_t made = makeHandle(kind, context.generation, tables.size());
  expectMemory();
  tables.push_back(std::make_unique<Table>(
      make({lhsBits, lhsSigned != 0}, {rhsBits, rhsSigned != 0},
           static_cast<const T *>(table))));
  ++context.tableAllocations;
  *static_cast<int64_t *>(handle) = made;
}

lutra_rt_status lutra_rt_multiplier_create(void *context, int64_t lhs_bits,
                                           int64_t lhs_signed, int64_t rhs_bits,
                                           int64_t rhs_signed,
                                           const void *table, void *handle) {
  return guarded(context, "multiplier_create", [&](Context &c) {
    create<Multiplier, int32_t>(c, makeMultiplier, c.multipliers,
                                HandleKind::Multiplier, lhs_bits, lhs_signed,
                                rhs_bits, rhs_signed, table, handle);
  });
}

lutra_rt_status lutra_rt_gradient_create(void *context, int64_t lhs_bits,
                                         int64_t lhs_signed, int64_t rhs_bits,
                                         int64_t rhs_signed, const void *table,
                                         void *handle) {
  return guarded(context, "gradient_create", [&](Context &c) {
    create<Gradient, float>(c, makeGradient, c.gradients, HandleKind::Gradient,
                            lhs_bits, lhs_signed, rhs_bits, rhs_signed, table,
                            handle);
  });
}
