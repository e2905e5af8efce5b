// RUN: approx-opt %s --approx-parallelize-calls --split-input-file --verify-diagnostics

// expected-error @below {{has calls with 'approx.grain' but no @lutra_context, the runtime's context}}
module {
  llvm.func internal @loops(%begin: i64, %end: i64) {
    llvm.return
  }
  llvm.func @caller(%n: i64) {
    llvm.call @loops(%n, %n) {approx.grain = 1 : i64} : (i64, i64) -> ()
    llvm.return
  }
}

// -----

llvm.mlir.global internal @lutra_context() : !llvm.ptr {
  %0 = llvm.mlir.zero : !llvm.ptr
  llvm.return %0 : !llvm.ptr
}
llvm.func @caller(%f: !llvm.ptr, %n: i64) {
  // expected-error @below {{'llvm.call' op with 'approx.grain' must be a direct call f(begin, end, ...) without results}}
  llvm.call %f(%n, %n) {approx.grain = 1 : i64} : !llvm.ptr, (i64, i64) -> ()
  llvm.return
}
