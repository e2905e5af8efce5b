// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
short t[16] = {0,0,0,0, 0,0x1,2u,3, 0,2,4,6, 0,3,6,9}; int u[2][2] = {{1,2},{3,4}};
