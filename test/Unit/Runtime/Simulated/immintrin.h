//===- immintrin.h - AVX-512 without a machine that has it ------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Found before the compiler's header of this name where the runtime is compiled
// a second time, for tests of the kernels above AVX2 on machines without it:
// each intrinsic is a function, SIMDe's or, where that has none, one from here.
// A kernel that needs another one does not compile until it is added.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_TEST_UNIT_RUNTIME_SIMULATED_IMMINTRIN_H
#define LUTRA_TEST_UNIT_RUNTIME_SIMULATED_IMMINTRIN_H

#include_next <immintrin.h>

#define SIMDE_ENABLE_NATIVE_ALIASES
#include <simde/x86/avx512.h>

namespace {
namespace simulated {

/// `count` elements of a vector, one after the other.
template <typename T, int count>
struct Elements {
  T values[count];

  Elements() = default;
  template <typename Vector>
  explicit Elements(const Vector &vector) {
    static_assert(sizeof(Vector) == sizeof(values));
    __builtin_memcpy(values, &vector, sizeof(values));
  }
  template <typename Vector>
  Vector as() const {
    static_assert(sizeof(Vector) == sizeof(values));
    Vector vector;
    __builtin_memcpy(&vector, values, sizeof(values));
    return vector;
  }
};

template <typename From, typename Vector>
__m512i extend(const Vector &vector) {
  Elements<From, 16> from(vector);
  Elements<int32_t, 16> result;
  for (int i = 0; i < 16; ++i)
    result.values[i] = from.values[i];
  return result.as<__m512i>();
}

template <typename T, typename Vector>
Vector gather(__m512i index, const void *base, int scale) {
  Elements<int32_t, 16> offsets(index);
  Elements<T, 16> result;
  for (int i = 0; i < 16; ++i)
    __builtin_memcpy(&result.values[i],
                     static_cast<const char *>(base) +
                         int64_t(offsets.values[i]) * scale,
                     sizeof(T));
  return result.template as<Vector>();
}

/// As the compilers' own: halves are added to each other.
inline float reduceAdd(__m512 vector) {
  Elements<float, 16> sums(vector);
  for (int half = 8; half > 0; half /= 2)
    for (int i = 0; i < half; ++i)
      sums.values[i] += sums.values[i + half];
  return sums.values[0];
}

inline __m512i loadBytes(__mmask64 mask, const void *pointer) {
  Elements<uint8_t, 64> result;
  for (int i = 0; i < 64; ++i)
    result.values[i] =
        mask >> i & 1 ? static_cast<const uint8_t *>(pointer)[i] : 0;
  return result.as<__m512i>();
}

inline void storeBytes(void *pointer, __mmask64 mask, __m512i vector) {
  Elements<uint8_t, 64> bytes(vector);
  for (int i = 0; i < 64; ++i)
    if (mask >> i & 1)
      static_cast<uint8_t *>(pointer)[i] = bytes.values[i];
}

} // namespace simulated
} // namespace

// Some are macros in the compiler's header.
#undef _kand_mask64
#undef _mm512_cvtepu8_epi32
#undef _mm512_cvtepu16_epi32
#undef _mm512_i32gather_epi32
#undef _mm512_i32gather_ps
#undef _mm512_reduce_add_ps
#undef _mm512_maskz_loadu_epi8
#undef _mm512_mask_storeu_epi8

#define _kand_mask64(a, b) ((a) & (b))
#define _mm512_cvtepu8_epi32(a) simulated::extend<uint8_t>(a)
#define _mm512_cvtepu16_epi32(a) simulated::extend<uint16_t>(a)
#define _mm512_i32gather_epi32(index, base, scale)                             \
  simulated::gather<int32_t, __m512i>(index, base, scale)
#define _mm512_i32gather_ps(index, base, scale)                                \
  simulated::gather<float, __m512>(index, base, scale)
#define _mm512_reduce_add_ps(a) simulated::reduceAdd(a)
#define _mm512_maskz_loadu_epi8(mask, pointer)                                 \
  simulated::loadBytes(mask, pointer)
#define _mm512_mask_storeu_epi8(pointer, mask, a)                              \
  simulated::storeBytes(pointer, mask, a)

#endif // LUTRA_TEST_UNIT_RUNTIME_SIMULATED_IMMINTRIN_H
