//===- OneDnn.h - Operations of oneDNN, made once and kept ------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An operation is made once for each (kind, sizes, strides) and kept in the
// context with its memory objects, so that a repeated call only sets pointers.
// Where oneDNN wants another layout than the caller's, it reorders into
// workspace.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_RUNTIME_CPU_ONEDNN_H
#define LUTRA_RUNTIME_CPU_ONEDNN_H

#include "../common/Context.h"
#include "Arguments.h"
#include <dnnl.hpp>
#include <map>

namespace lutra::rt {

using Dims = dnnl::memory::dims;
using Desc = dnnl::memory::desc;
using DataType = dnnl::memory::data_type;
constexpr auto f32 = DataType::f32;
constexpr auto anyLayout = dnnl::memory::format_tag::any;

/// A tensor that an operation reads or writes: the caller's memory, and
/// workspace in the library's layout where that differs.
struct Tensor {
  Slot slot;
  dnnl::memory user, library;
  dnnl::reorder reorder; // empty: both are the same
};

struct Operation {
  dnnl::primitive primitive;
  std::vector<Tensor> sources;
  Tensor destination;
  dnnl::memory scratchpad;
  std::unordered_map<int, dnnl::memory> arguments;
  /// Integer operations: whether the library's kernel gives exact sums.
  bool isExact = true;
};

/// Kind of operation, then its sizes and strides.
using Key = std::array<int64_t, 32>;
enum OperationKind : int64_t {
  MatmulF32,
  ConvForward,
  ConvGradInput,
  ConvGradFilter,
  MatmulInteger,
  ConvInteger
};

class DnnState : public TargetState {
public:
  dnnl::engine engine{dnnl::engine::kind::cpu, 0};
  dnnl::stream stream{engine};
  std::map<Key, Operation> operations;

  int64_t allocations() const override { return int64_t(operations.size()); }

  /// Adds the memory of one argument, reordered if the layouts differ.
  /// `accumulate` asks for a reorder that adds to the caller's memory.
  Tensor makeTensor(Slot slot, const Desc &user, const Desc &library,
                    bool isDestination, bool accumulate = false);

  /// Completes an operation whose tensors are set. The arguments are oneDNN's
  /// numbers of the two sources and the destination.
  void finish(Operation &operation, const dnnl::primitive &primitive,
              const Desc &scratchpad, int first, int second, int result);

  void run(Context &context, Operation &operation,
           std::initializer_list<const void *> sources, void *destination);
};

/// Throws what a call of the library that fails throws, where that is asked
/// for.
inline void expectLibrary() {
  if (faults::reached(faults::Kind::Kernel))
    throw dnnl::error(dnnl_runtime_error, faults::message);
}

inline DnnState &stateOf(Context &context) {
  return static_cast<DnnState &>(*context.target);
}

/// Scratch memory from outside; the sum with the destination's old contents if
/// asked for.
dnnl::primitive_attr makeAttributes(bool addToDestination);

struct Matrix {
  void *data;
  int64_t batch, rows, columns; // batch is 1 if all batches share the matrix
  MatrixStrides strides;

  int64_t elements() const { return batch * rows * columns; }
  bool isRowMajor() const {
    return strides.column == 1 && strides.row >= columns;
  }
  bool isColumnMajor() const {
    return strides.row == 1 && strides.column >= rows;
  }
  Matrix transposed() const {
    return {data,
            batch,
            columns,
            rows,
            {strides.batch, strides.column, strides.row}};
  }
  Desc desc(int64_t batches, DataType type = f32) const {
    if (batches == 1)
      return Desc({rows, columns}, type, Dims{strides.row, strides.column});
    return Desc({batch, rows, columns}, type,
                Dims{strides.batch, strides.row, strides.column});
  }
};

/// A stride along a dimension of size 1 says nothing: gives it the value that
/// makes the layout plain.
Matrix makeMatrix(const void *data, int64_t batch, int64_t rows,
                  int64_t columns, MatrixStrides strides);

/// A tensor of a convolution, as oneDNN has it.
struct ConvTensor {
  const void *data;
  Dims sizes, strides;

  Desc desc(DataType type = f32) const { return Desc(sizes, type, strides); }
  Desc free(DataType type = f32) const { return Desc(sizes, type, anyLayout); }
};

/// Input, filter and output of a convolution: the groups' channels are one
/// dimension of input and output, and the filter has a dimension for groups if
/// there are several.
struct ConvTensors {
  ConvTensor x, w, y;
};

/// Whether the groups' channels lie behind each other.
bool canMergeGroups(const TensorSizes &sizes, const TensorStrides &strides);

/// `x` has the sizes that the output depends on.
ConvTensors makeConvTensors(const ConvSizes &sizes, const void *x,
                            const TensorStrides &xStrides, const void *w,
                            const TensorStrides &wStrides, const void *y,
                            const TensorStrides &yStrides);

/// The key of a convolution.
Key makeKey(OperationKind kind, int64_t variant, const ConvSizes &sizes,
            const ConvTensors &tensors);

} // namespace lutra::rt

#endif // LUTRA_RUNTIME_CPU_ONEDNN_H
