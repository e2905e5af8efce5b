// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// AM(a, b) = lut[a & 3][b & 3], operands ui2 x ui2, sha256
// 8750c1dacd8ee89c49cbdd3cb5854219b095ecded1221a408e057c5dbe6af848
#include <stdint.h>

static const int32_t lut[4][4] = {
    {0, 0, 0, 0}, {0, 1, 2, 3}, {0, 2, 4, 6}, {0, 3, 6, 9}};
