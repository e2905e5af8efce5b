// Files that are not what the argument needs.
// RUN: rm -rf %t && mkdir %t && approx-run %s --args=iota --save=%t && mv %t/result0.npy %t.good.npy
// RUN: %python -c "d = open('%t.good.npy', 'rb').read(); change = lambda name, old, new: open('%t.' + name + '.npy', 'wb').write(d.replace(old, new)); change('type', b'<f4', b'<f8'); change('shape', b'(2,3,)', b'(3,2,)'); change('order', b'False', b'True ')"
// RUN: head -c 100 %t.good.npy > %t.header.npy
// RUN: head -c 140 %t.good.npy > %t.data.npy
// RUN: echo 'not an array at all' > %t.text.npy
// RUN: approx-run %s --args=%t.good.npy | FileCheck %s --check-prefix=GOOD
// RUN: not approx-run %s --args=%t.type.npy 2>&1 | FileCheck %s --check-prefix=TYPE
// RUN: not approx-run %s --args=%t.shape.npy 2>&1 | FileCheck %s --check-prefix=SHAPE
// RUN: not approx-run %s --args=%t.order.npy 2>&1 | FileCheck %s --check-prefix=ORDER
// RUN: not approx-run %s --args=%t.header.npy 2>&1 | FileCheck %s --check-prefix=TRUNCATED
// RUN: not approx-run %s --args=%t.data.npy 2>&1 | FileCheck %s --check-prefix=TRUNCATED
// RUN: not approx-run %s --args=%t.text.npy 2>&1 | FileCheck %s --check-prefix=TEXT

// GOOD: result 0: tensor<2x3xf32> {{\[\[}}0, 1, 2], [3, 4, 5]]
// TYPE: type.npy' has elements of type '<f8', expected f32
// SHAPE: shape.npy' has shape (3,2,), expected (2, 3)
// ORDER: order.npy' is in Fortran order, expected C order
// TRUNCATED: npy' is truncated
// TEXT: text.npy' is not a .npy file
func.func @main(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  return %x : tensor<2x3xf32>
}
