//===- OneDnn.cpp - Operations of oneDNN, made once and kept --------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "OneDnn.h"
#include "ThreadPool.h"
#include <algorithm>

using namespace lutra::rt;

std::unique_ptr<TargetState> lutra::rt::makeTargetState() {
  return std::make_unique<DnnState>();
}

Tensor DnnState::makeTensor(Slot slot, const Desc &user, const Desc &library,
                            bool isDestination, bool accumulate) {
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
    if (tensor.reorder)
      tensor.reorder.execute(stream, tensor.user, tensor.library);
  }
  Tensor &result = operation.destination;
  result.user.set_data_handle(destination);
  place(result);
  if (size_t bytes = operation.scratchpad.get_desc().get_size())
    operation.scratchpad.set_data_handle(
        context.workspace.get(Slot::Scratchpad, bytes));
  operation.primitive.execute(stream, operation.arguments);
  if (result.reorder)
    result.reorder.execute(stream, result.library, result.user);
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

Key lutra::rt::makeKey(OperationKind kind, int64_t variant,
                       const ConvSizes &sizes, const Tensor4 &x,
                       const Tensor4 &w, const Tensor4 &y) {
  Key key = {kind, variant};
  int64_t *next = key.data() + 2;
  for (const Tensor4 *t : {&x, &w, &y}) {
    next = std::copy(t->sizes.begin(), t->sizes.end(), next);
    next = std::copy(t->strides.begin(), t->strides.end(), next);
  }
  for (int64_t value : {sizes.strideHeight, sizes.strideWidth,
                        sizes.dilationHeight, sizes.dilationWidth})
    *next++ = value;
  return key;
}
