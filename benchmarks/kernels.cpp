//===- kernels.cpp - Speed of the runtime's kernel rows -------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// runtime-kernels [threads] [seconds for each figure] [--json]
//
// G products a second of every kernel row, and its ratio to the f32 product of
// the same shape by oneDNN. Rounds of all rows alternate and the best round
// counts, because machines differ and are shared: compare ratios only. One
// thread is timed by its processor time, more are timed by the wall clock.
//
//===----------------------------------------------------------------------===//
#include "lutra_runtime.h"
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace {

struct ContextDeleter {
  void operator()(lutra_rt_context *context) const {
    lutra_rt_context_destroy(context);
  }
};
using Context = std::unique_ptr<lutra_rt_context, ContextDeleter>;

Context makeContext(int64_t threads, const char *kernel) {
  kernel ? setenv("LUTRA_KERNEL", kernel, 1) : unsetenv("LUTRA_KERNEL");
  lutra_rt_context *context = nullptr;
  if (lutra_rt_context_create(threads, &context) != LUTRA_RT_OK) {
    std::fprintf(stderr, "cannot make a context of %lld threads\n",
                 static_cast<long long>(threads));
    std::exit(1);
  }
  return Context(context);
}

/// One figure: a row of the table.
struct Measurement {
  std::string operation, kernel;
  double products; // of one call
  std::function<lutra_rt_status()> call;
  double seconds = 1e30; // of the best call
};

double now(clockid_t clock) {
  timespec time;
  clock_gettime(clock, &time);
  return double(time.tv_sec) + 1e-9 * double(time.tv_nsec);
}

double secondsOf(const std::function<lutra_rt_status()> &call, int calls,
                 clockid_t clock) {
  double start = now(clock);
  for (int i = 0; i < calls; ++i)
    call();
  return (now(clock) - start) / calls;
}

struct Data {
  std::vector<int8_t> x, w;
  std::vector<float> fx, fw, fy, gradient;
  std::vector<int32_t> y, product, random16, random24;

  Data() {
    std::mt19937 random(1);
    auto codes = [&](std::vector<int8_t> &v, size_t size) {
      v.resize(size);
      for (int8_t &code : v)
        code = int8_t(random());
    };
    auto floats = [&](std::vector<float> &v, size_t size) {
      std::normal_distribution<float> normal;
      v.resize(size);
      for (float &value : v)
        value = normal(random);
    };
    codes(x, 1 << 21);
    codes(w, 1 << 21);
    floats(fx, 1 << 21);
    floats(fw, 1 << 21);
    floats(fy, 1 << 21);
    floats(gradient, 65536);
    y.resize(1 << 21);
    for (int a = 0; a < 256; ++a)
      for (int b = 0; b < 256; ++b) {
        product.push_back(a * b);
        random16.push_back(int32_t(random() & 65535));
        random24.push_back(int32_t(random() & 0xffffff));
      }
  }
};

struct Table {
  const char *name;
  const std::vector<int32_t> *entries;
};

constexpr int32_t zeroPoint = 128;

/// Adds matmul of m x k and k x n: f32, forward rows, gradient rows.
void addMatmul(std::vector<Measurement> &all, std::vector<Context> &contexts,
               Data &d, int64_t threads, int64_t m, int64_t n, int64_t k) {
  std::string shape =
      std::to_string(m) + "x" + std::to_string(n) + "x" + std::to_string(k);
  double products = double(m) * double(n) * double(k);
  contexts.push_back(makeContext(threads, nullptr));
  all.push_back({"matmul " + shape, "oneDNN f32", products,
                 [=, &d, c = contexts.back().get()] {
                   return lutra_rt_matmul_f32(c, nullptr, 0, 1, m, n, k,
                                              d.fx.data(), 0, k, 1, d.fw.data(),
                                              0, n, 1, d.fy.data(), 0, n, 1);
                 }});
  for (Table table : {Table{"product", &d.product},
                      {"16-bit", &d.random16},
                      {"24-bit", &d.random24}})
    for (int64_t i = 0; const char *name = lutra_rt_forward_kernel(i); ++i) {
      contexts.push_back(makeContext(threads, name));
      lutra_rt_context *c = contexts.back().get();
      int64_t handle = 0;
      lutra_rt_multiplier_create(c, 8, 0, 8, 0, table.entries->data(), &handle);
      all.push_back({"matmul " + shape, std::string(name) + " " + table.name,
                     products, [=, &d] {
                       return lutra_rt_approx_matmul(
                           c, nullptr, handle, 0, 32, 1, m, n, k, d.x.data(), 0,
                           k, 1, &zeroPoint, 0, d.w.data(), 0, n, 1, &zeroPoint,
                           0, d.y.data(), 0, n, 1);
                     }});
    }
  for (int64_t i = 0; const char *name = lutra_rt_gradient_kernel(i); ++i) {
    contexts.push_back(makeContext(threads, name));
    lutra_rt_context *c = contexts.back().get();
    int64_t handle = 0;
    lutra_rt_gradient_create(c, 8, 0, 8, 0, d.gradient.data(), &handle);
    all.push_back(
        {"matmul " + shape, std::string(name) + " grad_lhs", products, [=, &d] {
           return lutra_rt_approx_matmul_grad_lhs(
               c, nullptr, handle, 0, 1, m, n, k, d.fy.data(), 0, n, 1,
               d.x.data(), 0, k, 1, d.w.data(), 0, n, 1, &zeroPoint, 0,
               d.fx.data(), 0, k, 1);
         }});
    all.push_back(
        {"matmul " + shape, std::string(name) + " grad_rhs", products, [=, &d] {
           return lutra_rt_approx_matmul_grad_rhs(
               c, nullptr, handle, 0, 1, m, n, k, d.fy.data(), 0, n, 1,
               d.x.data(), 0, k, 1, &zeroPoint, 0, d.w.data(), 0, n, 1,
               d.fw.data(), 0, n, 1);
         }});
  }
}

/// Adds an NCHW convolution with a square image and kernel.
void addConv(std::vector<Measurement> &all, std::vector<Context> &contexts,
             Data &d, int64_t threads, int64_t batch, int64_t channels,
             int64_t filters, int64_t out, int64_t kernel) {
  int64_t in = out + kernel - 1;
  std::string shape = std::to_string(batch) + "x" + std::to_string(channels) +
                      "x" + std::to_string(in) + "^2, " +
                      std::to_string(filters) + " of " +
                      std::to_string(kernel) + "^2";
  double products =
      double(batch * filters * out * out) * double(channels * kernel * kernel);
  int64_t x0 = channels * in * in, w0 = channels * kernel * kernel,
          y0 = filters * out * out;
  contexts.push_back(makeContext(threads, nullptr));
  all.push_back({"conv " + shape, "oneDNN f32", products,
                 [=, &d, c = contexts.back().get()] {
                   return lutra_rt_conv_2d_f32(
                       c, nullptr, 0, batch, 1, channels, in, in, filters,
                       kernel, kernel, out, out, 1, 1, 1, 1, d.fx.data(), x0, 0,
                       in * in, in, 1, d.fw.data(), 0, w0, kernel * kernel,
                       kernel, 1, d.fy.data(), y0, 0, out * out, out, 1);
                 }});
  for (Table table : {Table{"product", &d.product}, {"16-bit", &d.random16}})
    for (int64_t i = 0; const char *name = lutra_rt_forward_kernel(i); ++i) {
      contexts.push_back(makeContext(threads, name));
      lutra_rt_context *c = contexts.back().get();
      int64_t handle = 0;
      lutra_rt_multiplier_create(c, 8, 0, 8, 0, table.entries->data(), &handle);
      all.push_back({"conv " + shape, std::string(name) + " " + table.name,
                     products, [=, &d] {
                       return lutra_rt_approx_conv_2d(
                           c, nullptr, handle, 1, 32, batch, 1, channels, in,
                           in, filters, kernel, kernel, out, out, 1, 1, 1, 1,
                           d.x.data(), x0, 0, in * in, in, 1, &zeroPoint, 0,
                           d.w.data(), 0, w0, kernel * kernel, kernel, 1,
                           &zeroPoint, 0, 0, d.y.data(), y0, 0, out * out, out,
                           1);
                     }});
    }
  for (int64_t i = 0; const char *name = lutra_rt_gradient_kernel(i); ++i) {
    contexts.push_back(makeContext(threads, name));
    lutra_rt_context *c = contexts.back().get();
    int64_t handle = 0;
    lutra_rt_gradient_create(c, 8, 0, 8, 0, d.gradient.data(), &handle);
    all.push_back(
        {"conv " + shape, std::string(name) + " grad_input", products, [=, &d] {
           return lutra_rt_approx_conv_2d_grad_input(
               c, nullptr, handle, 1, batch, 1, channels, in, in, filters,
               kernel, kernel, out, out, 1, 1, 1, 1, d.fy.data(), y0, 0,
               out * out, out, 1, d.x.data(), x0, 0, in * in, in, 1, d.w.data(),
               0, w0, kernel * kernel, kernel, 1, &zeroPoint, 0, 0, d.fx.data(),
               x0, 0, in * in, in, 1);
         }});
    all.push_back({"conv " + shape, std::string(name) + " grad_filter",
                   products, [=, &d] {
                     return lutra_rt_approx_conv_2d_grad_filter(
                         c, nullptr, handle, 1, batch, 1, channels, in, in,
                         filters, kernel, kernel, out, out, 1, 1, 1, 1,
                         d.fy.data(), y0, 0, out * out, out, 1, d.x.data(), x0,
                         0, in * in, in, 1, &zeroPoint, 0, d.w.data(), 0, w0,
                         kernel * kernel, kernel, 1, d.fw.data(), 0, w0,
                         kernel * kernel, kernel, 1);
                   }});
  }
}

} // namespace

int main(int argc, char **argv) {
  bool json = argc > 1 && !std::strcmp(argv[argc - 1], "--json");
  argc -= json;
  int64_t threads = argc > 1 ? std::atoll(argv[1]) : 1;
  double budget = argc > 2 ? std::atof(argv[2]) : 0.1;

  Data data;
  std::vector<Context> contexts;
  std::vector<Measurement> all;
  addMatmul(all, contexts, data, threads, 256, 1024, 1152);
  addMatmul(all, contexts, data, threads, 64, 120, 400);
  addConv(all, contexts, data, threads, 8, 64, 64, 32, 3);
  addConv(all, contexts, data, threads, 64, 1, 6, 24, 5);
  addConv(all, contexts, data, threads, 64, 6, 16, 8, 5);

  // The first call warms up, and shows what cannot run here.
  all.erase(
      std::remove_if(all.begin(), all.end(),
                     [](Measurement &m) { return m.call() != LUTRA_RT_OK; }),
      all.end());
  constexpr int rounds = 3;
  clockid_t clock = threads == 1 ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC;
  for (int round = 0; round < rounds; ++round)
    for (Measurement &m : all) {
      double once = secondsOf(m.call, 1, clock);
      int calls = std::clamp(int(budget / rounds / once), 1, 10000);
      m.seconds =
          std::min(m.seconds, std::min(once, secondsOf(m.call, calls, clock)));
    }

  double reference = 1;
  std::printf(json ? "[" : "%-34s %-34s %10s %10s\n", "operation", "kernel",
              "G/s", "of f32");
  for (size_t i = 0; i < all.size(); ++i) {
    const Measurement &m = all[i];
    double speed = m.products / m.seconds * 1e-9;
    if (m.kernel == "oneDNN f32")
      reference = speed;
    std::printf(json ? "%s\n  {\"operation\": \"%s\", \"kernel\": \"%s\", "
                       "\"threads\": %lld, \"gigaproducts_per_second\": %.3f, "
                       "\"ratio_to_f32\": %.4f}"
                     : "%s%-34s %-34s %.0lld%10.2f %10.3f\n",
                json && i ? "," : "", m.operation.c_str(), m.kernel.c_str(),
                static_cast<long long>(json ? threads : 0), speed,
                speed / reference);
  }
  if (json)
    std::printf("\n]\n");
  return 0;
}
