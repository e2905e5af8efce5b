//===- MultipliersTest.cpp - Multipliers of a module -*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// From multipliers to the symbols of a module and back, with several contexts
// and threads.
//
//===----------------------------------------------------------------------===//
#include "lutra/Dialect/Approx/IR/Multipliers.h"
#include "lutra/Multiplier/Families.h"
#include "lutra/Multiplier/LoadMultiplier.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Parser/Parser.h"
#include "gtest/gtest.h"
#include <thread>

using namespace mlir;
using namespace lutra;
using namespace lutra::approx;

namespace {

class MultipliersTest : public ::testing::Test {
protected:
  MultipliersTest() {
    context.loadDialect<ApproxDialect>();
    module = ModuleOp::create(UnknownLoc::get(&context));
  }

  static Multiplier make(StringRef spec) {
    return llvm::cantFail(loadMultiplier(spec));
  }
  /// AM(a, b) = a*b + (a == 1), which no family makes.
  static Multiplier makeOwn(std::string name) {
    OperandType type;
    type.bits = 2;
    std::vector<int32_t> table;
    for (int32_t a = 0; a != 4; ++a)
      for (int32_t b = 0; b != 4; ++b)
        table.push_back(a * b + (a == 1));
    return llvm::cantFail(Multiplier::create(type, type, table, name));
  }

  MLIRContext context;
  OwningOpRef<ModuleOp> module;
};

TEST_F(MultipliersTest, FamiliesAreWrittenAsSpecs) {
  Multiplier truncated = make("truncated:8x4:drop=3");
  MultiplierOp op = getOrCreateMultiplier(*module, truncated);
  ASSERT_TRUE(op.getSpecAttr());
  EXPECT_EQ(op.getSpecAttr().getName(), "truncated");
  EXPECT_FALSE(op.getTable());
  EXPECT_TRUE(op.getLhsType().isUnsignedInteger(8));
  EXPECT_TRUE(op.getRhsType().isUnsignedInteger(4));
  EXPECT_TRUE(succeeded(verify(*module)));

  auto made = getMultiplier(op);
  ASSERT_TRUE(succeeded(made));
  EXPECT_EQ((*made)->hash(), truncated.hash());
}

TEST_F(MultipliersTest, SignsAreKept) {
  MultiplierOp op = getOrCreateMultiplier(*module, make("exact:8xs4"));
  EXPECT_TRUE(op.getLhsType().isUnsignedInteger(8));
  EXPECT_TRUE(op.getRhsType().isSignedInteger(4));
  auto made = getMultiplier(op);
  ASSERT_TRUE(succeeded(made));
  EXPECT_EQ((**made)(255, -8), -2040);
}

TEST_F(MultipliersTest, EqualContentIsOneSymbol) {
  MultiplierOp first = getOrCreateMultiplier(*module, make("exact"));
  MultiplierOp other =
      getOrCreateMultiplier(*module, make("truncated:8x8:drop=9"));
  // Another name of the same function.
  MultiplierOp again =
      getOrCreateMultiplier(*module, make("truncated:8x8:drop=0"));
  EXPECT_NE(first, other);
  EXPECT_EQ(first, again);
  EXPECT_EQ(first, getOrCreateMultiplier(*module, make("exact")));
}

TEST_F(MultipliersTest, TablesAreKeptAndNamedApart) {
  // A family's name on another content does not make it that family; the
  // symbol's name is taken by the real one.
  MultiplierOp exact = getOrCreateMultiplier(*module, make("exact:2x2"));
  MultiplierOp own = getOrCreateMultiplier(*module, makeOwn("exact:2x2"));
  EXPECT_NE(exact.getSymName(), own.getSymName());
  EXPECT_FALSE(own.getSpecAttr());
  EXPECT_EQ(own.getProvenance(), "exact:2x2");
  EXPECT_EQ(own.getHash(), makeOwn("").hash());
  EXPECT_TRUE(succeeded(verify(*module)));
  auto read = getMultiplier(own);
  ASSERT_TRUE(succeeded(read));
  EXPECT_EQ((*read)->table(), makeOwn("").table());
  EXPECT_EQ(own, getOrCreateMultiplier(*module, makeOwn("renamed.bin")));
}

TEST_F(MultipliersTest, BoundsComeFromTheOpOrItsSpec) {
  MultiplierOp op =
      getOrCreateMultiplier(*module, make("truncated:8x8:drop=9"));
  auto bounds = getMultiplierBounds(op);
  ASSERT_TRUE(succeeded(bounds));
  EXPECT_EQ(bounds->error.min, -3585);
  EXPECT_EQ(bounds->error.max, 0);
  EXPECT_EQ(getTermBound(op, *bounds), 255 * 255 + 3585);
}

TEST_F(MultipliersTest, OneInstancePerProcess) {
  MultiplierOp op =
      getOrCreateMultiplier(*module, make("truncated:8x8:drop=7"));
  std::vector<std::shared_ptr<const Multiplier>> made(8);
  std::vector<std::thread> threads;
  for (auto &result : made)
    threads.emplace_back([&result] {
      // A context and a module of each thread's own.
      MLIRContext context;
      context.loadDialect<ApproxDialect>();
      OwningOpRef<ModuleOp> module = parseSourceString<ModuleOp>(
          "approx.multiplier @other {lhs = ui8, rhs = ui8, spec = "
          "#approx.family<\"truncated\", {drop = 7 : i64}>}",
          &context);
      auto multiplier = getMultiplier(*module->getOps<MultiplierOp>().begin());
      if (succeeded(multiplier))
        result = *multiplier;
    });
  for (std::thread &thread : threads)
    thread.join();
  auto expected = getMultiplier(op);
  ASSERT_TRUE(succeeded(expected));
  for (const auto &multiplier : made)
    EXPECT_EQ(multiplier, *expected);
}

TEST_F(MultipliersTest, FactorisesOncePerProcess) {
  MultiplierOp op =
      getOrCreateMultiplier(*module, make("truncated:8x8:drop=5"));
  auto first = getFactorization(op);
  ASSERT_TRUE(succeeded(first));
  // Another context, and the table in the place of the spec.
  MLIRContext other;
  other.loadDialect<ApproxDialect>();
  OwningOpRef<ModuleOp> copy = ModuleOp::create(UnknownLoc::get(&other));
  Multiplier renamed = make("truncated:8x8:drop=5").renamed("table");
  auto second = getFactorization(getOrCreateMultiplier(*copy, renamed));
  ASSERT_TRUE(succeeded(second));
  EXPECT_EQ(*first, *second);
}

TEST_F(MultipliersTest, FactorsSurviveTheAttribute) {
  for (StringRef spec : {"exact:8x4", "or_compressed:8x8", "exact:s2x3"}) {
    MultiplierOp op = getOrCreateMultiplier(*module, make(spec));
    auto made = getFactorization(op);
    ASSERT_TRUE(succeeded(made));
    setFactors(op, **made);
    EXPECT_TRUE(succeeded(verify(*module)));
    auto read = getFactorization(op);
    ASSERT_TRUE(succeeded(read));
    EXPECT_NE(*made, *read) << "read from the op";
    ASSERT_EQ((*made)->columns.size(), (*read)->columns.size());
    EXPECT_EQ((*made)->lhsTerm, (*read)->lhsTerm);
    EXPECT_EQ((*made)->rhsTerm, (*read)->rhsTerm);
    for (size_t j = 0; j != (*made)->columns.size(); ++j) {
      EXPECT_EQ((*made)->columns[j].shift, (*read)->columns[j].shift);
      EXPECT_EQ((*made)->columns[j].lhs, (*read)->columns[j].lhs);
      EXPECT_EQ((*made)->columns[j].rhs, (*read)->columns[j].rhs);
    }
  }
}

TEST_F(MultipliersTest, NoColumnsAreFactorsToo) {
  OperandType type;
  type.bits = 2;
  std::vector<int32_t> table;
  for (int32_t a = 0; a != 4; ++a)
    for (int32_t b = 0; b != 4; ++b)
      table.push_back(a * a - b + 7);
  MultiplierOp op = getOrCreateMultiplier(
      *module, llvm::cantFail(Multiplier::create(type, type, table, "sums")));
  auto made = getFactorization(op);
  ASSERT_TRUE(succeeded(made));
  EXPECT_EQ((*made)->macsPerProduct(), 0u);
  setFactors(op, **made);
  EXPECT_TRUE(succeeded(verify(*module)));
  EXPECT_TRUE(succeeded(getFactorization(op)));
}

} // namespace
