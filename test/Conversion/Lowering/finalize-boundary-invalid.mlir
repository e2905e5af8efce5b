// RUN: approx-opt %s --approx-finalize-boundary --split-input-file --verify-diagnostics

// expected-error @below {{the new value of 'w' in @elsewhere is not computed in the argument's own buffer: it would need a copy of state}}
func.func @elsewhere(%w: memref<4xf32> {approx.name = "w", approx.donated})
    -> (memref<4xf32> {approx.updates = "w"}) {
  %new = memref.alloc() : memref<4xf32>
  linalg.exp ins(%w : memref<4xf32>) outs(%new : memref<4xf32>)
  return %new : memref<4xf32>
}

// -----

// expected-error @below {{the new value of 'w' in @other is not computed in the argument's own buffer}}
func.func @other(%v: memref<4xf32> {approx.name = "v", approx.donated}, %w: memref<4xf32> {approx.name = "w", approx.donated})
    -> (memref<4xf32> {approx.updates = "w"}) {
  return %v : memref<4xf32>
}

// -----

// expected-error @below {{argument 0 of @dynamic has type 'memref<?xf32>', but a compiled function takes and returns tensors of static shape only}}
func.func @dynamic(%x: memref<?xf32>) {
  return
}

// -----

// expected-error @below {{result 0 of @scalar has type 'i32', but a compiled function takes and returns tensors of static shape only}}
func.func @scalar(%x: memref<2xf32>) -> i32 {
  %c = arith.constant 0 : i32
  return %c : i32
}

// -----

// expected-error @below {{argument 0 of @half has elements of type 'f16'; expected f32, f64, i1, i8, i16, i32 or i64}}
func.func @half(%x: memref<2xf16>) {
  return
}

// -----

// expected-error @below {{@callee is called inside the module; inline calls before compiling}}
func.func @callee(%x: memref<2xf32>) {
  return
}
func.func @caller(%x: memref<2xf32>) {
  call @callee(%x) : (memref<2xf32>) -> ()
  return
}

// -----

// expected-error @below {{@blocks has control flow between blocks; only structured control flow can be compiled}}
func.func @blocks(%x: memref<2xf32>) {
  cf.br ^exit
^exit:
  return
}
