// A verdict asks the context, behind the calls that it is about; the reference
// has no runtime to ask, nor has what was compiled without one.

// RUN: approx-opt %s --convert-approx-to-runtime | FileCheck %s
// RUN: approx-opt %s --convert-approx-to-runtime=exact-contractions=false | FileCheck %s --check-prefix=PLAIN
// RUN: approx-opt %s --convert-approx-to-linalg | FileCheck %s --check-prefix=PLAIN

// CHECK: func.func private @lutra_rt_failure(!llvm.ptr) -> i32
// CHECK-LABEL: func.func @verdict(
// CHECK-SAME:    %[[STATUS:.*]]: i32)
// CHECK:       %[[FAILURE:.*]] = call @lutra_rt_failure(%{{.*}}) : (!llvm.ptr) -> i32
// CHECK:       %[[OK:.*]] = arith.constant 0 : i32
// CHECK:       %[[IS_OK:.*]] = arith.cmpi eq, %[[FAILURE]], %[[OK]] : i32
// CHECK:       %[[CODE:.*]] = arith.constant 7 : i32
// CHECK:       %[[RESULT:.*]] = arith.select %[[IS_OK]], %[[STATUS]], %[[CODE]] : i32
// CHECK:       return %[[RESULT]] : i32

// PLAIN-NOT:   lutra_rt_
// PLAIN-LABEL: func.func @verdict(
// PLAIN-SAME:    %[[STATUS:.*]]: i32)
// PLAIN-NEXT:  return %[[STATUS]] : i32
func.func @verdict(%status: i32) -> i32 {
  %0 = approx.runtime_verdict %status, 7 : i32
  return %0 : i32
}
