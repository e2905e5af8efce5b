// Arithmetic of 16-bit floats needs nothing of a compiler's library on the
// plainest CPU, which LLVM would otherwise call for conversions
// (__truncsfbf2, __extendhfsf2): only the C library and its functions of f32.
// RUN: approx-opt %s --approx-lower-to-cpu | mlir-translate --mlir-to-llvmir | opt -O3 -mtriple=x86_64-linux-gnu -mcpu=x86-64 -S -o %t.bf16.ll
// RUN: llc -O1 -mtriple=x86_64-linux-gnu -mcpu=x86-64 -filetype=obj %t.bf16.ll -o %t.bf16.o
// RUN: sed 's/bf16/f16/g' %s | approx-opt --approx-lower-to-cpu | mlir-translate --mlir-to-llvmir | opt -O3 -mtriple=x86_64-linux-gnu -mcpu=x86-64 -S -o %t.f16.ll
// RUN: llc -O1 -mtriple=x86_64-linux-gnu -mcpu=x86-64 -filetype=obj %t.f16.ll -o %t.f16.o
// RUN: llvm-nm -u -j %t.bf16.o %t.f16.o | FileCheck %s
// CHECK-DAG: {{^}}fmodf{{$}}
// CHECK-DAG: {{^}}powf{{$}}
// CHECK-NOT: {{^}}__

func.func @arithmetic(%x: tensor<8xf32>, %y: tensor<8xf32>, %c: tensor<8xf64>, %n: tensor<8xi64>, %k: tensor<8xi32>) -> (tensor<8xf32>, tensor<8xf64>, tensor<8xi64>, tensor<8xi32>, tensor<8xi1>) {
  %a = arith.truncf %x : tensor<8xf32> to tensor<8xbf16>
  %b = arith.truncf %y : tensor<8xf32> to tensor<8xbf16>
  %0 = arith.addf %a, %b : tensor<8xbf16>
  %1 = arith.mulf %0, %b : tensor<8xbf16>
  %2 = arith.subf %1, %a : tensor<8xbf16>
  %3 = arith.divf %2, %b : tensor<8xbf16>
  %4 = arith.remf %3, %b : tensor<8xbf16>
  %5 = arith.negf %4 : tensor<8xbf16>
  %6 = arith.maximumf %5, %a : tensor<8xbf16>
  %7 = arith.minnumf %6, %a : tensor<8xbf16>
  %8 = arith.truncf %c : tensor<8xf64> to tensor<8xbf16>
  %9 = arith.addf %7, %8 : tensor<8xbf16>
  %10 = arith.sitofp %n : tensor<8xi64> to tensor<8xbf16>
  %11 = arith.uitofp %n : tensor<8xi64> to tensor<8xbf16>
  %12 = arith.uitofp %k : tensor<8xi32> to tensor<8xbf16>
  %13 = arith.addf %9, %10 : tensor<8xbf16>
  %14 = arith.addf %13, %11 : tensor<8xbf16>
  %15 = arith.addf %14, %12 : tensor<8xbf16>
  %16 = arith.extf %15 : tensor<8xbf16> to tensor<8xf32>
  %17 = arith.extf %a : tensor<8xbf16> to tensor<8xf64>
  %18 = arith.fptosi %a : tensor<8xbf16> to tensor<8xi64>
  %19 = arith.fptoui %a : tensor<8xbf16> to tensor<8xi64>
  %20 = arith.addi %18, %19 : tensor<8xi64>
  %21 = arith.fptosi %b : tensor<8xbf16> to tensor<8xi32>
  %22 = arith.cmpf olt, %a, %b : tensor<8xbf16>
  return %16, %17, %20, %21, %22 : tensor<8xf32>, tensor<8xf64>, tensor<8xi64>, tensor<8xi32>, tensor<8xi1>
}

// What a loop carries is in a register behind LLVM's optimisations.
func.func @sums(%x: tensor<8x16xf32>) -> tensor<8xf32> {
  %zero = arith.constant 0.0 : bf16
  %init = tensor.empty() : tensor<8xbf16>
  %zeros = linalg.fill ins(%zero : bf16) outs(%init : tensor<8xbf16>) -> tensor<8xbf16>
  %sums = linalg.generic {
      indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i)>],
      iterator_types = ["parallel", "reduction"]} ins(%x : tensor<8x16xf32>) outs(%zeros : tensor<8xbf16>) {
  ^bb0(%element: f32, %sum: bf16):
    %narrow = arith.truncf %element : f32 to bf16
    %next = arith.addf %sum, %narrow : bf16
    linalg.yield %next : bf16
  } -> tensor<8xbf16>
  %result = arith.extf %sums : tensor<8xbf16> to tensor<8xf32>
  return %result : tensor<8xf32>
}

func.func @functions(%x: tensor<8xf32>, %y: tensor<8xf32>) -> tensor<8xf32> {
  %a = arith.truncf %x : tensor<8xf32> to tensor<8xbf16>
  %b = arith.truncf %y : tensor<8xf32> to tensor<8xbf16>
  %0 = math.exp %a : tensor<8xbf16>
  %1 = math.log1p %0 : tensor<8xbf16>
  %2 = math.tanh %1 : tensor<8xbf16>
  %3 = math.sqrt %2 : tensor<8xbf16>
  %4 = math.rsqrt %3 : tensor<8xbf16>
  %5 = math.powf %4, %b : tensor<8xbf16>
  %6 = math.floor %5 : tensor<8xbf16>
  %7 = math.roundeven %6 : tensor<8xbf16>
  %8 = math.absf %7 : tensor<8xbf16>
  %9 = math.copysign %8, %b : tensor<8xbf16>
  %10 = math.fma %9, %a, %b : tensor<8xbf16>
  %11 = math.sin %10 : tensor<8xbf16>
  %12 = math.erf %11 : tensor<8xbf16>
  %13 = math.cbrt %12 : tensor<8xbf16>
  %14 = math.atan2 %13, %b : tensor<8xbf16>
  %15 = arith.extf %14 : tensor<8xbf16> to tensor<8xf32>
  return %15 : tensor<8xf32>
}
