//===- OneDnn.cpp - Operations of oneDNN, made once and kept --------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "OneDnn.h"
#include "ThreadPool.h"
#include "lutra_cpu_classes.h"
#include <algorithm>

using namespace lutra;
using namespace lutra::rt;

/// Restricts oneDNN as LUTRA_CPU says; a sentence where that is not possible.
static std::string restrictLibrary() {
  const CpuChoice &choice = chosenCpuClass();
  if (!choice.cpuClass)
    return choice.error;
  auto isa = static_cast<dnnl::cpu_isa>(choice.cpuClass->oneDnnIsa);
  if (dnnl::set_max_cpu_isa(isa) == dnnl::status::success)
    return "";
  return std::string("LUTRA_CPU: oneDNN, which was used before in this "
                     "process, cannot be restricted to '") +
         choice.cpuClass->name + "' any more";
}

std::unique_ptr<TargetState> lutra::rt::makeTargetState() {
  static const std::string refusal = restrictLibrary();
  if (!refusal.empty())
    throw Error(LUTRA_RT_UNSUPPORTED, refusal);
  return std::make_unique<DnnState>();
}

Tensor DnnState::makeTensor(Slot slot, const Desc &user, const Desc &library,
                            bool isDestination, bool accumulate) {
  expectLibrary();
  Tensor tensor{slot, dnnl::memory(user, engine, nullptr), {}, {}};
  if (user == library && !accumulate) {
    tensor.library = tensor.user;
    return tensor;
  }
  tensor.library = dnnl::memory(library, engine, nullptr);
  dnnl::primitive_attr attributes;
  if (accumulate) {
    dnnl::post_ops sum;
    sum.append_sum(1.0f);
    attributes.set_post_ops(sum);
  }
  const dnnl::memory &from = isDestination ? tensor.library : tensor.user;
  const dnnl::memory &to = isDestination ? tensor.user : tensor.library;
  tensor.reorder = dnnl::reorder(dnnl::reorder::primitive_desc(
      engine, from.get_desc(), engine, to.get_desc(), attributes));
  return tensor;
}

void DnnState::finish(Operation &operation, const dnnl::primitive &primitive,
                      const Desc &scratchpad, int first, int second,
                      int result) {
  operation.primitive = primitive;
  operation.scratchpad = dnnl::memory(scratchpad, engine, nullptr);
  operation.arguments = {{first, operation.sources[0].library},
                         {second, operation.sources[1].library},
                         {result, operation.destination.library},
                         {DNNL_ARG_SCRATCHPAD, operation.scratchpad}};
}

void DnnState::run(Context &context, Operation &operation,
                   std::initializer_list<const void *> sources,
                   void *destination) {
  LibraryThreads threads(context.threads);
  auto place = [&](const Tensor &tensor) {
    if (tensor.reorder)
      tensor.library.set_data_handle(context.workspace.get(
          tensor.slot, tensor.library.get_desc().get_size()));
  };
  const void *const *source = sources.begin();
  for (Tensor &tensor : operation.sources) {
    tensor.user.set_data_handle(const_cast<void *>(*source++));
    place(tensor);
    if (tensor.reorder) {
      expectLibrary();
      tensor.reorder.execute(stream, tensor.user, tensor.library);
    }
  }
  Tensor &result = operation.destination;
  result.user.set_data_handle(destination);
  place(result);
  if (size_t bytes = operation.scratchpad.get_desc().get_size())
    operation.scratchpad.set_data_handle(
        context.workspace.get(Slot::Scratchpad, bytes));
  expectLibrary();
  operation.primitive.execute(stream, operation.arguments);
  if (result.reorder) {
    expectLibrary();
    result.reorder.execute(stream, result.library, result.user);
  }
  stream.wait();
}

dnnl::primitive_attr lutra::rt::makeAttributes(bool addToDestination) {
  dnnl::primitive_attr attributes;
  attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
  if (addToDestination) {
    dnnl::post_ops sum;
    sum.append_sum(1.0f);
    attributes.set_post_ops(sum);
  }
  return attributes;
}

Matrix lutra::rt::makeMatrix(const void *data, int64_t batch, int64_t rows,
                             int64_t columns, MatrixStrides strides) {
  if (columns == 1 && strides.row != 1)
    strides.column = 1;
  else if (columns == 1)
    strides.column = rows;
  if (rows == 1)
    strides.row = strides.column == 1 ? columns : 1;
  if (batch == 1)
    strides.batch = rows * columns;
  return {const_cast<void *>(data), strides.batch == 0 ? 1 : batch, rows,
          columns, strides};
}

bool lutra::rt::canMergeGroups(const TensorSizes &sizes,
                               const TensorStrides &strides) {
  return sizes[1] == 1 || sizes[2] == 1 || strides[1] == sizes[2] * strides[2];
}

/// A stride along a dimension of size 1 says nothing, and may be 0: gives it
/// the value that makes the layout plain.
static ConvTensor plain(ConvTensor tensor) {
  int64_t next = 1;
  for (size_t d = tensor.sizes.size(); d-- > 0;) {
    if (tensor.sizes[d] == 1)
      tensor.strides[d] = next;
    next = tensor.strides[d] * tensor.sizes[d];
  }
  return tensor;
}

static ConvTensor mergeGroups(const void *data, const TensorSizes &sizes,
                              const TensorStrides &strides) {
  return plain({data,
                {sizes[0], sizes[1] * sizes[2], sizes[3], sizes[4]},
                {strides[0], sizes[2] == 1 ? strides[1] : strides[2],
                 strides[3], strides[4]}});
}

ConvTensors lutra::rt::makeConvTensors(const ConvSizes &sizes, const void *x,
                                       const TensorStrides &xStrides,
                                       const void *w,
                                       const TensorStrides &wStrides,
                                       const void *y,
                                       const TensorStrides &yStrides) {
  TensorSizes input = sizes.input(), filter = sizes.filter();
  input[3] = sizes.usedHeight();
  input[4] = sizes.usedWidth();
  int first = sizes.groups == 1 ? 1 : 0;
  return {mergeGroups(x, input, xStrides),
          plain({w,
                 {filter.begin() + first, filter.end()},
                 {wStrides.begin() + first, wStrides.end()}}),
          mergeGroups(y, sizes.output(), yStrides)};
}

Key lutra::rt::makeKey(OperationKind kind, int64_t variant,
                       const ConvSizes &sizes, const ConvTensors &tensors) {
  Key key = {kind, variant};
  int64_t *next = key.data() + 2;
  for (const ConvTensor *t : {&tensors.x, &tensors.w, &tensors.y}) {
    next = std::copy(t->sizes.begin(), t->sizes.end(), next);
    next = std::copy(t->strides.begin(), t->strides.end(), next);
  }
  for (int64_t value : {sizes.strideHeight, sizes.strideWidth,
                        sizes.dilationHeight, sizes.dilationWidth})
    *next++ = value;
  return key;
}
