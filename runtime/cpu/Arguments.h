//===- Arguments.h - Groups of arguments of the entries ---------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The groups that lutra_runtime.def spells as LUTRA_RT_MATMUL_SIZES and so on.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_RUNTIME_CPU_ARGUMENTS_H
#define LUTRA_RUNTIME_CPU_ARGUMENTS_H

#include "../common/Error.h"
#include <array>
#include <cstdint>

namespace lutra::rt {

inline void expectSize(int64_t size, const char *what) {
  expect(size >= 0, what, "a size of at least 0", size);
}

/// A pointer that may only be null where there is nothing behind it.
inline void expectData(const void *data, const char *what, int64_t elements) {
  if (elements > 0)
    expectPointer(data, what);
}

struct MatrixStrides {
  int64_t batch, row, column;
};

/// Sizes and strides in logical order: (n, g, c, h, w), (g, f, c, kh, kw).
using TensorSizes = std::array<int64_t, 5>;
using TensorStrides = std::array<int64_t, 5>;

/// Sets every element of a tensor to 0.
inline void clear(float *data, const TensorSizes &sizes,
                  const TensorStrides &strides) {
  for (int64_t i = 0; i < sizes[0]; ++i)
    for (int64_t j = 0; j < sizes[1]; ++j)
      for (int64_t k = 0; k < sizes[2]; ++k)
        for (int64_t l = 0; l < sizes[3]; ++l) {
          float *line = data + i * strides[0] + j * strides[1] +
                        k * strides[2] + l * strides[3];
          for (int64_t m = 0; m < sizes[4]; ++m)
            line[m * strides[4]] = 0.0f;
        }
}

struct MatmulSizes {
  int64_t batch, m, n, k;

  void check() const {
    expectSize(batch, "parameter 'batch'");
    expectSize(m, "parameter 'm'");
    expectSize(n, "parameter 'n'");
    expectSize(k, "parameter 'k'");
  }
};

/// Channels are those of one group.
struct ConvSizes {
  int64_t batch, groups, inChannels, inHeight, inWidth, outChannels,
      kernelHeight, kernelWidth, outHeight, outWidth, strideHeight, strideWidth,
      dilationHeight, dilationWidth;

  int64_t pixels() const { return batch * outHeight * outWidth; }
  /// Terms of one sum.
  int64_t taps() const { return inChannels * kernelHeight * kernelWidth; }
  TensorSizes input() const {
    return {batch, groups, inChannels, inHeight, inWidth};
  }
  TensorSizes filter() const {
    return {groups, outChannels, inChannels, kernelHeight, kernelWidth};
  }
  TensorSizes output() const {
    return {batch, groups, outChannels, outHeight, outWidth};
  }
  /// Rows and columns of the input that the output depends on.
  int64_t usedHeight() const {
    return (outHeight - 1) * strideHeight +
           (kernelHeight - 1) * dilationHeight + 1;
  }
  int64_t usedWidth() const {
    return (outWidth - 1) * strideWidth + (kernelWidth - 1) * dilationWidth + 1;
  }

  void check() const {
    expectSize(batch, "parameter 'batch'");
    expectSize(groups, "parameter 'groups'");
    expectSize(inChannels, "parameter 'in_channels'");
    expectSize(inHeight, "parameter 'in_height'");
    expectSize(inWidth, "parameter 'in_width'");
    expectSize(outChannels, "parameter 'out_channels'");
    expectSize(kernelHeight, "parameter 'kernel_height'");
    expectSize(kernelWidth, "parameter 'kernel_width'");
    expectSize(outHeight, "parameter 'out_height'");
    expectSize(outWidth, "parameter 'out_width'");
    expect(strideHeight >= 1, "parameter 'stride_height'", "at least 1",
           strideHeight);
    expect(strideWidth >= 1, "parameter 'stride_width'", "at least 1",
           strideWidth);
    expect(dilationHeight >= 1, "parameter 'dilation_height'", "at least 1",
           dilationHeight);
    expect(dilationWidth >= 1, "parameter 'dilation_width'", "at least 1",
           dilationWidth);
    if (groups * pixels() * taps() == 0)
      return;
    expectRead(inHeight, usedHeight(), "parameter 'in_height'");
    expectRead(inWidth, usedWidth(), "parameter 'in_width'");
  }

private:
  static void expectRead(int64_t size, int64_t used, const char *what) {
    if (size < used)
      expect(false, what,
             ("at least the " + std::to_string(used) +
              " that output, kernel, stride and dilation reach")
                 .c_str(),
             size);
  }
};

} // namespace lutra::rt

#endif // LUTRA_RUNTIME_CPU_ARGUMENTS_H
