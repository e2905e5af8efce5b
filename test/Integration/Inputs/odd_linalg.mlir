// Legal linalg of kinds that no frontend of ours writes. Each function is taken
// alone by foreign_linalg.py.

func.func @scalar_operands(%s: f32, %i: index, %x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = linalg.generic {indexing_maps = [affine_map<(d0) -> ()>, affine_map<(d0) -> ()>, affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]}
      ins(%s, %i : f32, index) outs(%x : tensor<4xf32>) {
  ^bb0(%a: f32, %b: index, %o: f32):
    %c = arith.index_cast %b : index to i32
    %d = arith.sitofp %c : i32 to f32
    %e = arith.addf %a, %d : f32
    linalg.yield %e : f32
  } -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// -----

func.func @dynamic(%x: tensor<?x?xf32>, %y: tensor<?x4xf32>) -> tensor<?x4xf32> {
  %c0 = arith.constant 0 : index
  %zero = arith.constant 0.0 : f32
  %d = tensor.dim %x, %c0 : tensor<?x?xf32>
  %e = tensor.empty(%d) : tensor<?x4xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<?x4xf32>) -> tensor<?x4xf32>
  %m = linalg.matmul ins(%x, %y : tensor<?x?xf32>, tensor<?x4xf32>) outs(%f : tensor<?x4xf32>) -> tensor<?x4xf32>
  return %m : tensor<?x4xf32>
}

// -----

func.func @unranked(%x: tensor<*xf32>) -> tensor<*xf32> {
  %0 = math.exp %x : tensor<*xf32>
  return %0 : tensor<*xf32>
}

// -----

func.func @unranked_memref(%x: memref<*xf32>, %y: memref<4xf32>) {
  %0 = memref.cast %x : memref<*xf32> to memref<4xf32>
  linalg.exp ins(%0 : memref<4xf32>) outs(%y : memref<4xf32>)
  return
}

// -----

func.func @unranked_cast(%x: tensor<*xf32>) -> tensor<4x4xf32> {
  %0 = tensor.cast %x : tensor<*xf32> to tensor<4x4xf32>
  %1 = linalg.matmul ins(%0, %0 : tensor<4x4xf32>, tensor<4x4xf32>) outs(%0 : tensor<4x4xf32>) -> tensor<4x4xf32>
  return %1 : tensor<4x4xf32>
}

// -----

func.func @zero_d(%x: tensor<f32>, %y: tensor<f32>) -> tensor<f32> {
  %0 = linalg.generic {indexing_maps = [affine_map<() -> ()>, affine_map<() -> ()>], iterator_types = []}
      ins(%x : tensor<f32>) outs(%y : tensor<f32>) {
  ^bb0(%a: f32, %b: f32):
    %c = arith.mulf %a, %b : f32
    linalg.yield %c : f32
  } -> tensor<f32>
  return %0 : tensor<f32>
}

// -----

func.func @dot(%v: tensor<3xf32>, %o: tensor<f32>) -> tensor<f32> {
  %1 = linalg.dot ins(%v, %v : tensor<3xf32>, tensor<3xf32>) outs(%o : tensor<f32>) -> tensor<f32>
  return %1 : tensor<f32>
}

// -----

func.func @memrefs(%a: memref<?x?xf32, strided<[?, 1], offset: ?>>, %b: memref<?x?xf32>, %c: memref<?x?xf32>) {
  linalg.matmul ins(%a, %b : memref<?x?xf32, strided<[?, 1], offset: ?>>, memref<?x?xf32>) outs(%c : memref<?x?xf32>)
  linalg.generic {indexing_maps = [affine_map<(i, j) -> (j, i)>, affine_map<(i, j) -> (i, j)>], iterator_types = ["parallel", "parallel"]}
      ins(%c : memref<?x?xf32>) outs(%b : memref<?x?xf32>) {
  ^bb0(%x: f32, %y: f32):
    linalg.yield %x : f32
  }
  return
}

// -----

func.func @memory_space(%a: memref<4x4xf32, 1>, %b: memref<4x4xf32, affine_map<(i, j) -> (j, i)>>, %c: memref<4x4xf32>) {
  linalg.matmul ins(%a, %b : memref<4x4xf32, 1>, memref<4x4xf32, affine_map<(i, j) -> (j, i)>>) outs(%c : memref<4x4xf32>)
  linalg.add ins(%a, %b : memref<4x4xf32, 1>, memref<4x4xf32, affine_map<(i, j) -> (j, i)>>) outs(%c : memref<4x4xf32>)
  return
}

// -----

#csr = #sparse_tensor.encoding<{map = (d0, d1) -> (d0 : dense, d1 : compressed)}>
func.func @sparse(%a: tensor<4x4xf32, #csr>, %b: tensor<4x4xf32>, %c: tensor<4x4xf32>) -> tensor<4x4xf32> {
  %0 = linalg.matmul ins(%a, %b : tensor<4x4xf32, #csr>, tensor<4x4xf32>) outs(%c : tensor<4x4xf32>) -> tensor<4x4xf32>
  return %0 : tensor<4x4xf32>
}

// -----

func.func @encoding(%a: tensor<4x4xf32, "weird">, %c: tensor<4x4xf32, "weird">) -> tensor<4x4xf32, "weird"> {
  %0 = linalg.matmul ins(%a, %a : tensor<4x4xf32, "weird">, tensor<4x4xf32, "weird">) outs(%c : tensor<4x4xf32, "weird">) -> tensor<4x4xf32, "weird">
  %e = tensor.empty() : tensor<4x4xf32, "weird">
  %1 = linalg.exp ins(%0 : tensor<4x4xf32, "weird">) outs(%e : tensor<4x4xf32, "weird">) -> tensor<4x4xf32, "weird">
  return %1 : tensor<4x4xf32, "weird">
}

// -----

func.func @indices(%x: tensor<4x4xindex>, %y: tensor<4x4xindex>) -> tensor<4x4xindex> {
  %0 = arith.muli %x, %y : tensor<4x4xindex>
  %1 = linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (k, n)>, affine_map<(m, n, k) -> (m, n)>], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%0, %y : tensor<4x4xindex>, tensor<4x4xindex>) outs(%y : tensor<4x4xindex>) {
  ^bb0(%a: index, %b: index, %c: index):
    %d = arith.muli %a, %b : index
    %e = arith.addi %c, %d : index
    linalg.yield %e : index
  } -> tensor<4x4xindex>
  return %1 : tensor<4x4xindex>
}

// -----

func.func @complexes(%x: tensor<4x4xcomplex<f32>>, %y: tensor<4x4xcomplex<f32>>) -> tensor<4x4xcomplex<f32>> {
  %0 = linalg.matmul ins(%x, %y : tensor<4x4xcomplex<f32>>, tensor<4x4xcomplex<f32>>) outs(%y : tensor<4x4xcomplex<f32>>) -> tensor<4x4xcomplex<f32>>
  %1 = linalg.add ins(%0, %x : tensor<4x4xcomplex<f32>>, tensor<4x4xcomplex<f32>>) outs(%y : tensor<4x4xcomplex<f32>>) -> tensor<4x4xcomplex<f32>>
  return %1 : tensor<4x4xcomplex<f32>>
}

// -----

func.func @vectors(%x: tensor<4xvector<8xf32>>, %y: tensor<4xvector<8xf32>>) -> tensor<4xvector<8xf32>> {
  %0 = linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]}
      ins(%x : tensor<4xvector<8xf32>>) outs(%y : tensor<4xvector<8xf32>>) {
  ^bb0(%a: vector<8xf32>, %b: vector<8xf32>):
    %c = arith.mulf %a, %b : vector<8xf32>
    %d = math.exp %c : vector<8xf32>
    linalg.yield %d : vector<8xf32>
  } -> tensor<4xvector<8xf32>>
  return %0 : tensor<4xvector<8xf32>>
}

// -----

func.func @narrow(%x: tensor<4x4xf8E4M3FN>, %y: tensor<4x4xbf16>, %z: tensor<4x4xf16>) -> (tensor<4x4xbf16>, tensor<4x4xf16>, tensor<4x4xf8E4M3FN>) {
  %0 = linalg.matmul ins(%y, %y : tensor<4x4xbf16>, tensor<4x4xbf16>) outs(%y : tensor<4x4xbf16>) -> tensor<4x4xbf16>
  %1 = linalg.exp ins(%z : tensor<4x4xf16>) outs(%z : tensor<4x4xf16>) -> tensor<4x4xf16>
  %2 = linalg.add ins(%x, %x : tensor<4x4xf8E4M3FN>, tensor<4x4xf8E4M3FN>) outs(%x : tensor<4x4xf8E4M3FN>) -> tensor<4x4xf8E4M3FN>
  return %0, %1, %2 : tensor<4x4xbf16>, tensor<4x4xf16>, tensor<4x4xf8E4M3FN>
}

// -----

func.func @wide(%x: tensor<4xf128>, %y: tensor<4xi128>, %z: tensor<4xi3>) -> (tensor<4xf128>, tensor<4xi128>, tensor<4xi3>) {
  %0 = arith.addf %x, %x : tensor<4xf128>
  %1 = arith.muli %y, %y : tensor<4xi128>
  %2 = arith.muli %z, %z : tensor<4xi3>
  return %0, %1, %2 : tensor<4xf128>, tensor<4xi128>, tensor<4xi3>
}

// -----

func.func @mixed_types(%a: tensor<4x4xi8>, %b: tensor<4x4xi16>, %c: tensor<4x4xi32>, %h: tensor<4x4xf16>, %f: tensor<4x4xf32>) -> (tensor<4x4xi32>, tensor<4x4xf32>, tensor<4x4xf32>) {
  %0 = linalg.matmul ins(%a, %b : tensor<4x4xi8>, tensor<4x4xi16>) outs(%c : tensor<4x4xi32>) -> tensor<4x4xi32>
  %1 = linalg.matmul {cast = #linalg.type_fn<cast_unsigned>} ins(%h, %f : tensor<4x4xf16>, tensor<4x4xf32>) outs(%f : tensor<4x4xf32>) -> tensor<4x4xf32>
  %2 = linalg.matmul ins(%a, %h : tensor<4x4xi8>, tensor<4x4xf16>) outs(%f : tensor<4x4xf32>) -> tensor<4x4xf32>
  return %0, %1, %2 : tensor<4x4xi32>, tensor<4x4xf32>, tensor<4x4xf32>
}

// -----

func.func @two_results(%x: tensor<4x5xf32>, %a: tensor<4xf32>, %b: tensor<4xi32>) -> (tensor<4xf32>, tensor<4xi32>) {
  %0:2 = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i)>, affine_map<(i, j) -> (i)>], iterator_types = ["parallel", "reduction"]}
      ins(%x : tensor<4x5xf32>) outs(%a, %b : tensor<4xf32>, tensor<4xi32>) {
  ^bb0(%in: f32, %m: f32, %n: i32):
    %j = linalg.index 1 : index
    %k = arith.index_cast %j : index to i32
    %c = arith.cmpf ogt, %in, %m : f32
    %v = arith.select %c, %in, %m : f32
    %w = arith.select %c, %k, %n : i32
    linalg.yield %v, %w : f32, i32
  } -> (tensor<4xf32>, tensor<4xi32>)
  return %0#0, %0#1 : tensor<4xf32>, tensor<4xi32>
}

// -----

func.func @no_inputs(%x: tensor<4x5xf32>) -> tensor<4x5xf32> {
  %0 = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>], iterator_types = ["parallel", "parallel"]} outs(%x : tensor<4x5xf32>) {
  ^bb0(%o: f32):
    %i = linalg.index 0 : index
    %k = arith.index_cast %i : index to i64
    %f = arith.sitofp %k : i64 to f32
    linalg.yield %f : f32
  } -> tensor<4x5xf32>
  return %0 : tensor<4x5xf32>
}

// -----

func.func @permuted_reduction(%x: tensor<4x5x6xf32>, %o: tensor<6x4xf32>) -> tensor<6x4xf32> {
  %0 = linalg.generic {indexing_maps = [affine_map<(i, j, k) -> (k, j, i)>, affine_map<(i, j, k) -> (i, k)>], iterator_types = ["parallel", "reduction", "parallel"]}
      ins(%x : tensor<4x5x6xf32>) outs(%o : tensor<6x4xf32>) {
  ^bb0(%a: f32, %b: f32):
    %c = arith.maximumf %a, %b : f32
    linalg.yield %c : f32
  } -> tensor<6x4xf32>
  return %0 : tensor<6x4xf32>
}

// -----

func.func @reduced_result_map(%x: tensor<4x5xf32>, %o: tensor<4x5xf32>) -> tensor<4x5xf32> {
  %0 = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i, j)>], iterator_types = ["reduction", "reduction"]}
      ins(%x : tensor<4x5xf32>) outs(%o : tensor<4x5xf32>) {
  ^bb0(%a: f32, %b: f32):
    %c = arith.mulf %a, %b : f32
    linalg.yield %c : f32
  } -> tensor<4x5xf32>
  return %0 : tensor<4x5xf32>
}

// -----

func.func @windows(%x: tensor<10xf32>, %w: tensor<3xf32>, %o: tensor<4xf32>) -> tensor<4xf32> {
  %0 = linalg.generic {indexing_maps = [affine_map<(i, k) -> (2 * i + k + 1)>, affine_map<(i, k) -> (k)>, affine_map<(i, k) -> (i)>], iterator_types = ["parallel", "reduction"]}
      ins(%x, %w : tensor<10xf32>, tensor<3xf32>) outs(%o : tensor<4xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %d = arith.mulf %a, %b : f32
    %e = arith.addf %c, %d : f32
    linalg.yield %e : f32
  } -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// -----

func.func @constant_results(%x: tensor<4x4xf32>, %o: tensor<4xf32>) -> tensor<4xf32> {
  %0 = linalg.generic {indexing_maps = [affine_map<(i) -> (i, 0)>, affine_map<(i) -> (i, i)>, affine_map<(i) -> (i)>], iterator_types = ["parallel"]}
      ins(%x, %x : tensor<4x4xf32>, tensor<4x4xf32>) outs(%o : tensor<4xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %d = arith.mulf %a, %b : f32
    linalg.yield %d : f32
  } -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// -----

func.func @divided(%x: tensor<4xf32>, %o: tensor<8xf32>) -> tensor<8xf32> {
  %0 = linalg.generic {indexing_maps = [affine_map<(i) -> (i floordiv 2)>, affine_map<(i) -> (i)>], iterator_types = ["parallel"]}
      ins(%x : tensor<4xf32>) outs(%o : tensor<8xf32>) {
  ^bb0(%a: f32, %c: f32):
    %e = arith.addf %a, %c : f32
    linalg.yield %e : f32
  } -> tensor<8xf32>
  return %0 : tensor<8xf32>
}

// -----

func.func @symbols(%x: tensor<?xf32>, %o: tensor<?xf32>) -> tensor<?xf32> {
  %0 = linalg.generic {indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>], iterator_types = ["parallel"], doc = "odd", library_call = "some_call"}
      ins(%x : tensor<?xf32>) outs(%o : tensor<?xf32>) attrs = {custom = 1 : i32} {
  ^bb0(%a: f32, %c: f32):
    linalg.yield %a : f32
  } -> tensor<?xf32>
  return %0 : tensor<?xf32>
}

// -----

func.func @captured(%x: tensor<4xf32>, %s: f32, %t: tensor<4xf32>, %i: index) -> tensor<4xf32> {
  %e = tensor.empty() : tensor<4xf32>
  %0 = linalg.generic {indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>], iterator_types = ["parallel"]}
      ins(%x : tensor<4xf32>) outs(%e : tensor<4xf32>) {
  ^bb0(%a: f32, %c: f32):
    %v = tensor.extract %t[%i] : tensor<4xf32>
    %d = arith.mulf %a, %s : f32
    %f = arith.addf %d, %v : f32
    linalg.yield %f : f32
  } -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// -----

func.func @control_flow_inside(%x: tensor<4xf32>, %b: tensor<4xi1>) -> tensor<4xf32> {
  %e = tensor.empty() : tensor<4xf32>
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %0 = linalg.generic {indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>, affine_map<(i) -> (i)>], iterator_types = ["parallel"]}
      ins(%x, %b : tensor<4xf32>, tensor<4xi1>) outs(%e : tensor<4xf32>) {
  ^bb0(%a: f32, %p: i1, %c: f32):
    %r = scf.if %p -> f32 {
      %l = scf.for %i = %c0 to %c3 step %c1 iter_args(%s = %a) -> f32 {
        %n = arith.mulf %s, %s : f32
        scf.yield %n : f32
      }
      scf.yield %l : f32
    } else {
      scf.yield %a : f32
    }
    linalg.yield %r : f32
  } -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// -----

func.func @yields_argument(%x: tensor<4xf32>, %y: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %0:2 = linalg.generic {indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>, affine_map<(i) -> (i)>], iterator_types = ["parallel"]}
      ins(%x : tensor<4xf32>) outs(%x, %y : tensor<4xf32>, tensor<4xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    linalg.yield %c, %a : f32, f32
  } -> (tensor<4xf32>, tensor<4xf32>)
  return %0#1, %0#0 : tensor<4xf32>, tensor<4xf32>
}

// -----

func.func @softmax(%x: tensor<2x16x32xf32>, %y: tensor<2x16x32xf32>) -> tensor<2x16x32xf32> {
  %0 = linalg.softmax dimension(1) ins(%x : tensor<2x16x32xf32>) outs(%y : tensor<2x16x32xf32>) -> tensor<2x16x32xf32>
  return %0 : tensor<2x16x32xf32>
}

// -----

func.func @softmax_buffers(%x: memref<16x64x256xf32>, %y: memref<16x64x256xf32>) {
  linalg.softmax dimension(1) ins(%x : memref<16x64x256xf32>) outs(%y : memref<16x64x256xf32>)
  return
}

// -----

func.func @winograd(%f: tensor<2x3x3x5xf32>, %o: tensor<6x6x5x2xf32>) -> tensor<6x6x5x2xf32> {
  %0 = linalg.winograd_filter_transform fmr(F_4_3) ins(%f : tensor<2x3x3x5xf32>) outs(%o : tensor<6x6x5x2xf32>) -> tensor<6x6x5x2xf32>
  return %0 : tensor<6x6x5x2xf32>
}

// -----

func.func @pack(%x: tensor<128x256xf32>, %y: tensor<4x16x32x16xf32>) -> tensor<4x16x32x16xf32> {
  %0 = linalg.pack %x inner_dims_pos = [0, 1] inner_tiles = [32, 16] into %y : tensor<128x256xf32> -> tensor<4x16x32x16xf32>
  return %0 : tensor<4x16x32x16xf32>
}

// -----

func.func @unpack(%y: tensor<4x16x32x16xf32>, %x: tensor<128x256xf32>) -> tensor<128x256xf32> {
  %0 = linalg.unpack %y inner_dims_pos = [0, 1] inner_tiles = [32, 16] into %x : tensor<4x16x32x16xf32> -> tensor<128x256xf32>
  return %0 : tensor<128x256xf32>
}

// -----

func.func @mmt4d(%a: tensor<2x2x8x2xi8>, %b: tensor<3x2x4x2xi8>, %c: tensor<2x3x8x4xi32>) -> tensor<2x3x8x4xi32> {
  %0 = linalg.mmt4d ins(%a, %b : tensor<2x2x8x2xi8>, tensor<3x2x4x2xi8>) outs(%c : tensor<2x3x8x4xi32>) -> tensor<2x3x8x4xi32>
  return %0 : tensor<2x3x8x4xi32>
}

// -----

func.func @contract(%a: tensor<3x4x5xf32>, %b: tensor<5x3x6xf32>, %c: tensor<6x4x3xf32>) -> tensor<6x4x3xf32> {
  %0 = linalg.contract indexing_maps = [affine_map<(b, m, n, k) -> (b, m, k)>, affine_map<(b, m, n, k) -> (k, b, n)>, affine_map<(b, m, n, k) -> (n, m, b)>]
      ins(%a, %b : tensor<3x4x5xf32>, tensor<5x3x6xf32>) outs(%c : tensor<6x4x3xf32>) -> tensor<6x4x3xf32>
  return %0 : tensor<6x4x3xf32>
}

// -----

func.func @elementwise(%a: tensor<8x16xf32>, %b: tensor<16xf32>, %c: tensor<8x16xf32>) -> tensor<8x16xf32> {
  %0 = linalg.elementwise kind = #linalg.elementwise_kind<add> indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (j)>, affine_map<(i, j) -> (i, j)>]
      ins(%a, %b : tensor<8x16xf32>, tensor<16xf32>) outs(%c : tensor<8x16xf32>) -> tensor<8x16xf32>
  %1 = linalg.elementwise kind = #linalg.elementwise_kind<exp> ins(%0 : tensor<8x16xf32>) outs(%c : tensor<8x16xf32>) -> tensor<8x16xf32>
  return %1 : tensor<8x16xf32>
}

// -----

func.func @select(%p: tensor<8xi1>, %a: tensor<8xf32>, %c: tensor<8xf32>) -> tensor<8xf32> {
  %0 = linalg.select ins(%p, %a, %c : tensor<8xi1>, tensor<8xf32>, tensor<8xf32>) outs(%c : tensor<8xf32>) -> tensor<8xf32>
  return %0 : tensor<8xf32>
}

// -----

func.func @batch_reduce(%a: tensor<2x3x5xf32>, %b: tensor<2x5x4xf32>, %c: tensor<3x4xf32>) -> tensor<3x4xf32> {
  %0 = linalg.batch_reduce_matmul ins(%a, %b : tensor<2x3x5xf32>, tensor<2x5x4xf32>) outs(%c : tensor<3x4xf32>) -> tensor<3x4xf32>
  return %0 : tensor<3x4xf32>
}

// -----

func.func @broadcast_maps(%a: tensor<5xf32>, %b: tensor<5x4xf32>, %c: tensor<3x4xf32>) -> tensor<3x4xf32> {
  %0 = linalg.matmul indexing_maps = [affine_map<(m, n, k) -> (k)>, affine_map<(m, n, k) -> (k, n)>, affine_map<(m, n, k) -> (m, n)>]
      ins(%a, %b : tensor<5xf32>, tensor<5x4xf32>) outs(%c : tensor<3x4xf32>) -> tensor<3x4xf32>
  return %0 : tensor<3x4xf32>
}

// -----

func.func @transposed_batch(%a: tensor<2x5x3xf32>, %b: tensor<5x4xf32>, %c: tensor<2x3x4xf32>) -> tensor<2x3x4xf32> {
  %0 = linalg.batch_matmul indexing_maps = [affine_map<(b, m, n, k) -> (b, k, m)>, affine_map<(b, m, n, k) -> (k, n)>, affine_map<(b, m, n, k) -> (b, m, n)>]
      ins(%a, %b : tensor<2x5x3xf32>, tensor<5x4xf32>) outs(%c : tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return %0 : tensor<2x3x4xf32>
}

// -----

func.func @vector_products(%a: tensor<4x4xf32>, %v: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %0 = linalg.matvec ins(%a, %v : tensor<4x4xf32>, tensor<4xf32>) outs(%v : tensor<4xf32>) -> tensor<4xf32>
  %1 = linalg.vecmat ins(%v, %a : tensor<4xf32>, tensor<4x4xf32>) outs(%v : tensor<4xf32>) -> tensor<4xf32>
  return %0, %1 : tensor<4xf32>, tensor<4xf32>
}

// -----

func.func @quantized_matmul(%a: tensor<3x4xi8>, %b: tensor<4x5xi8>, %p: i32, %q: i32, %c: tensor<3x5xi32>) -> tensor<3x5xi32> {
  %0 = linalg.quantized_matmul ins(%a, %b, %p, %q : tensor<3x4xi8>, tensor<4x5xi8>, i32, i32) outs(%c : tensor<3x5xi32>) -> tensor<3x5xi32>
  return %0 : tensor<3x5xi32>
}

// -----

func.func @quantized_convolution(%x: tensor<1x14x14x4xi8>, %w: tensor<3x3x4x8xi8>, %p: i32, %q: i32, %c: tensor<1x12x12x8xi32>) -> tensor<1x12x12x8xi32> {
  %0 = linalg.conv_2d_nhwc_hwcf_q ins(%x, %w, %p, %q : tensor<1x14x14x4xi8>, tensor<3x3x4x8xi8>, i32, i32) outs(%c : tensor<1x12x12x8xi32>) -> tensor<1x12x12x8xi32>
  return %0 : tensor<1x12x12x8xi32>
}

// -----

func.func @convolutions(%x: tensor<1x4x8x8xf32>, %w: tensor<3x4x3x3xf32>, %o: tensor<1x3x2x2xf32>, %l: tensor<1x8x4xf32>, %k: tensor<3x4x2xf32>, %q: tensor<1x6x2xf32>) -> (tensor<1x3x2x2xf32>, tensor<1x6x2xf32>) {
  %0 = linalg.conv_2d_nchw_fchw {strides = dense<2> : tensor<2xi64>, dilations = dense<2> : tensor<2xi64>} ins(%x, %w : tensor<1x4x8x8xf32>, tensor<3x4x3x3xf32>) outs(%o : tensor<1x3x2x2xf32>) -> tensor<1x3x2x2xf32>
  %1 = linalg.conv_1d_nwc_wcf ins(%l, %k : tensor<1x8x4xf32>, tensor<3x4x2xf32>) outs(%q : tensor<1x6x2xf32>) -> tensor<1x6x2xf32>
  return %0, %1 : tensor<1x3x2x2xf32>, tensor<1x6x2xf32>
}

// -----

func.func @plain_convolutions(%a: tensor<8xf32>, %b: tensor<3xf32>, %c: tensor<6xf32>, %d: tensor<8x8xf32>, %e: tensor<3x3xf32>, %f: tensor<6x6xf32>) -> (tensor<6xf32>, tensor<6x6xf32>) {
  %0 = linalg.conv_1d ins(%a, %b : tensor<8xf32>, tensor<3xf32>) outs(%c : tensor<6xf32>) -> tensor<6xf32>
  %1 = linalg.conv_2d ins(%d, %e : tensor<8x8xf32>, tensor<3x3xf32>) outs(%f : tensor<6x6xf32>) -> tensor<6x6xf32>
  return %0, %1 : tensor<6xf32>, tensor<6x6xf32>
}

// -----

func.func @conv_3d(%x: tensor<1x4x4x4x2xf32>, %w: tensor<2x2x2x2x3xf32>, %o: tensor<1x3x3x3x3xf32>) -> tensor<1x3x3x3x3xf32> {
  %0 = linalg.conv_3d_ndhwc_dhwcf ins(%x, %w : tensor<1x4x4x4x2xf32>, tensor<2x2x2x2x3xf32>) outs(%o : tensor<1x3x3x3x3xf32>) -> tensor<1x3x3x3x3xf32>
  return %0 : tensor<1x3x3x3x3xf32>
}

// -----

func.func @dynamic_convolution(%x: tensor<?x4x?x?xf32>, %w: tensor<?x4x?x?xf32>, %o: tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32> {
  %0 = linalg.conv_2d_nchw_fchw ins(%x, %w : tensor<?x4x?x?xf32>, tensor<?x4x?x?xf32>) outs(%o : tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32>
  return %0 : tensor<?x?x?x?xf32>
}

// -----

func.func @depthwise(%x: tensor<1x8x8x3xf32>, %w: tensor<3x3x3xf32>, %o: tensor<1x6x6x3xf32>, %m: tensor<3x3x3x2xf32>, %n: tensor<1x6x6x3x2xf32>) -> (tensor<1x6x6x3xf32>, tensor<1x6x6x3x2xf32>) {
  %0 = linalg.depthwise_conv_2d_nhwc_hwc ins(%x, %w : tensor<1x8x8x3xf32>, tensor<3x3x3xf32>) outs(%o : tensor<1x6x6x3xf32>) -> tensor<1x6x6x3xf32>
  %1 = linalg.depthwise_conv_2d_nhwc_hwcm ins(%x, %m : tensor<1x8x8x3xf32>, tensor<3x3x3x2xf32>) outs(%n : tensor<1x6x6x3x2xf32>) -> tensor<1x6x6x3x2xf32>
  return %0, %1 : tensor<1x6x6x3xf32>, tensor<1x6x6x3x2xf32>
}

// -----

func.func @grouped(%x: tensor<1x2x3x8x8xf32>, %w: tensor<2x4x3x3x3xf32>, %o: tensor<1x2x4x6x6xf32>) -> tensor<1x2x4x6x6xf32> {
  %0 = linalg.conv_2d_ngchw_gfchw ins(%x, %w : tensor<1x2x3x8x8xf32>, tensor<2x4x3x3x3xf32>) outs(%o : tensor<1x2x4x6x6xf32>) -> tensor<1x2x4x6x6xf32>
  return %0 : tensor<1x2x4x6x6xf32>
}

// -----

func.func @poolings(%x: tensor<1x8x8x3xi8>, %k: tensor<3x3xi8>, %o: tensor<1x6x6x3xi8>, %f: tensor<1x8x8x3xf32>, %g: tensor<3x3xf32>, %h: tensor<1x6x6x3xf32>) -> (tensor<1x6x6x3xi8>, tensor<1x6x6x3xf32>) {
  %0 = linalg.pooling_nhwc_max_unsigned ins(%x, %k : tensor<1x8x8x3xi8>, tensor<3x3xi8>) outs(%o : tensor<1x6x6x3xi8>) -> tensor<1x6x6x3xi8>
  %1 = linalg.pooling_nhwc_min ins(%f, %g : tensor<1x8x8x3xf32>, tensor<3x3xf32>) outs(%h : tensor<1x6x6x3xf32>) -> tensor<1x6x6x3xf32>
  return %0, %1 : tensor<1x6x6x3xi8>, tensor<1x6x6x3xf32>
}

// -----

func.func @reduce_two(%x: tensor<4x5xf32>, %a: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %0:2 = linalg.reduce ins(%x, %x : tensor<4x5xf32>, tensor<4x5xf32>) outs(%a, %a : tensor<4xf32>, tensor<4xf32>) dimensions = [1]
    (%p: f32, %q: f32, %s: f32, %t: f32) {
      %u = arith.addf %p, %s : f32
      %v = arith.mulf %q, %t : f32
      linalg.yield %u, %v : f32, f32
    }
  return %0#0, %0#1 : tensor<4xf32>, tensor<4xf32>
}

// -----

func.func @map_nothing(%o: tensor<4xf32>) -> tensor<4xf32> {
  %0 = linalg.map outs(%o : tensor<4xf32>)
    (%out: f32) {
      %c = arith.constant 1.0 : f32
      linalg.yield %c : f32
    }
  return %0 : tensor<4xf32>
}

// -----

func.func @movement(%x: tensor<2x3x4xf32>, %t: tensor<4x2x3xf32>, %b: tensor<2x3x5x4xf32>) -> (tensor<4x2x3xf32>, tensor<2x3x5x4xf32>) {
  %0 = linalg.transpose ins(%x : tensor<2x3x4xf32>) outs(%t : tensor<4x2x3xf32>) permutation = [2, 0, 1]
  %1 = linalg.broadcast ins(%x : tensor<2x3x4xf32>) outs(%b : tensor<2x3x5x4xf32>) dimensions = [2]
  return %0, %1 : tensor<4x2x3xf32>, tensor<2x3x5x4xf32>
}

// -----

func.func @fill_rng(%low: f64, %high: f64, %seed: i32, %o: tensor<4x4xf32>) -> tensor<4x4xf32> {
  %0 = linalg.fill_rng_2d ins(%low, %high, %seed : f64, f64, i32) outs(%o : tensor<4x4xf32>) -> tensor<4x4xf32>
  return %0 : tensor<4x4xf32>
}

// -----

func.func @fill_other_type(%o: tensor<4xf32>, %p: tensor<4xcomplex<f32>>, %c: complex<f32>) -> (tensor<4xf32>, tensor<4xcomplex<f32>>) {
  %one = arith.constant 1.0 : f32
  %0 = linalg.fill ins(%one : f32) outs(%o : tensor<4xf32>) -> tensor<4xf32>
  %1 = linalg.fill ins(%c : complex<f32>) outs(%p : tensor<4xcomplex<f32>>) -> tensor<4xcomplex<f32>>
  return %0, %1 : tensor<4xf32>, tensor<4xcomplex<f32>>
}

// -----

func.func @zero_sizes(%x: tensor<0x4xf32>, %y: tensor<4x0xf32>, %o: tensor<0x0xf32>, %p: tensor<4x4xf32>) -> (tensor<0x0xf32>, tensor<4x4xf32>) {
  %0 = linalg.matmul ins(%x, %y : tensor<0x4xf32>, tensor<4x0xf32>) outs(%o : tensor<0x0xf32>) -> tensor<0x0xf32>
  %1 = linalg.matmul ins(%y, %x : tensor<4x0xf32>, tensor<0x4xf32>) outs(%p : tensor<4x4xf32>) -> tensor<4x4xf32>
  return %0, %1 : tensor<0x0xf32>, tensor<4x4xf32>
}

// -----

func.func @blocks(%x: tensor<4xf32>, %p: i1) -> tensor<4xf32> {
  %e = tensor.empty() : tensor<4xf32>
  cf.cond_br %p, ^a(%x : tensor<4xf32>), ^b
^a(%v: tensor<4xf32>):
  %0 = linalg.exp ins(%v : tensor<4xf32>) outs(%e : tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
^b:
  cf.br ^a(%e : tensor<4xf32>)
}

// -----

func.func @loops(%x: tensor<4x4xf32>, %n: index) -> tensor<4x4xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%a = %x) -> tensor<4x4xf32> {
    %m = linalg.matmul ins(%a, %x : tensor<4x4xf32>, tensor<4x4xf32>) outs(%a : tensor<4x4xf32>) -> tensor<4x4xf32>
    scf.yield %m : tensor<4x4xf32>
  }
  %s = scf.forall (%i) in (4) shared_outs(%o = %r) -> tensor<4x4xf32> {
    %t = tensor.extract_slice %o[%i, 0] [1, 4] [1, 1] : tensor<4x4xf32> to tensor<1x4xf32>
    %u = linalg.exp ins(%t : tensor<1x4xf32>) outs(%t : tensor<1x4xf32>) -> tensor<1x4xf32>
    scf.forall.in_parallel {
      tensor.parallel_insert_slice %u into %o[%i, 0] [1, 4] [1, 1] : tensor<1x4xf32> into tensor<4x4xf32>
    }
  }
  return %s : tensor<4x4xf32>
}

// -----

func.func @while(%x: tensor<4xf32>, %n: f32) -> tensor<4xf32> {
  %c0 = arith.constant 0 : index
  %r = scf.while (%a = %x) : (tensor<4xf32>) -> tensor<4xf32> {
    %v = tensor.extract %a[%c0] : tensor<4xf32>
    %p = arith.cmpf olt, %v, %n : f32
    scf.condition(%p) %a : tensor<4xf32>
  } do {
  ^bb0(%b: tensor<4xf32>):
    %y = linalg.exp ins(%b : tensor<4xf32>) outs(%b : tensor<4xf32>) -> tensor<4xf32>
    scf.yield %y : tensor<4xf32>
  }
  return %r : tensor<4xf32>
}

// -----

func.func @pads(%x: tensor<4x?xf32>, %l: index, %v: f32) -> tensor<?x?xf32> {
  %0 = tensor.pad %x low[%l, 1] high[2, %l] {
  ^bb0(%i: index, %j: index):
    tensor.yield %v : f32
  } : tensor<4x?xf32> to tensor<?x?xf32>
  return %0 : tensor<?x?xf32>
}

// -----

func.func @reshapes(%x: tensor<?x4xf32>, %y: tensor<8xf32>, %s: tensor<2xi32>) -> (tensor<?xf32>, tensor<?x?xf32>, tensor<2x1x4xf32>) {
  %0 = tensor.collapse_shape %x [[0, 1]] : tensor<?x4xf32> into tensor<?xf32>
  %1 = tensor.reshape %y(%s) : (tensor<8xf32>, tensor<2xi32>) -> tensor<?x?xf32>
  %2 = tensor.expand_shape %y [[0, 1, 2]] output_shape [2, 1, 4] : tensor<8xf32> into tensor<2x1x4xf32>
  return %0, %1, %2 : tensor<?xf32>, tensor<?x?xf32>, tensor<2x1x4xf32>
}

// -----

func.func @tensor_ops(%x: tensor<4x8xf32>, %i: tensor<3x1xindex>) -> (tensor<8x8xf32>, tensor<3x8xf32>, tensor<2x4xf32>, tensor<4x8xf32>) {
  %0 = tensor.concat dim(0) %x, %x : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<8x8xf32>
  %1 = tensor.gather %x[%i] gather_dims([0]) : (tensor<4x8xf32>, tensor<3x1xindex>) -> tensor<3x8xf32>
  %2 = tensor.extract_slice %x[0, 1] [2, 4] [2, 2] : tensor<4x8xf32> to tensor<2x4xf32>
  %3 = tensor.generate {
  ^bb0(%a: index, %b: index):
    %v = tensor.extract %x[%a, %b] : tensor<4x8xf32>
    tensor.yield %v : f32
  } : tensor<4x8xf32>
  return %0, %1, %2, %3 : tensor<8x8xf32>, tensor<3x8xf32>, tensor<2x4xf32>, tensor<4x8xf32>
}

// -----

func.func @copies(%x: tensor<4xf32>, %y: tensor<4xf64>, %m: memref<4xf32>, %n: memref<4xf32>) -> tensor<4xf64> {
  %0 = linalg.copy ins(%x : tensor<4xf32>) outs(%y : tensor<4xf64>) -> tensor<4xf64>
  linalg.copy ins(%m : memref<4xf32>) outs(%n : memref<4xf32>)
  return %0 : tensor<4xf64>
}

// -----

func.func @functions(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %e = tensor.empty() : tensor<4xf32>
  %0 = linalg.erf ins(%x : tensor<4xf32>) outs(%e : tensor<4xf32>) -> tensor<4xf32>
  %1 = linalg.rsqrt ins(%0 : tensor<4xf32>) outs(%e : tensor<4xf32>) -> tensor<4xf32>
  %2 = linalg.powf ins(%1, %x : tensor<4xf32>, tensor<4xf32>) outs(%e : tensor<4xf32>) -> tensor<4xf32>
  %3 = linalg.round ins(%2 : tensor<4xf32>) outs(%e : tensor<4xf32>) -> tensor<4xf32>
  return %2, %3 : tensor<4xf32>, tensor<4xf32>
}

// -----

func.func @nothing() {
  return
}

// -----

func.func private @declared(tensor<4xf32>) -> tensor<4xf32>

// -----

func.func @called(%x: tensor<?xf32>) -> tensor<?xf32> {
  %0 = call @declared(%x) : (tensor<?xf32>) -> tensor<?xf32>
  return %0 : tensor<?xf32>
}
func.func private @declared(tensor<?xf32>) -> tensor<?xf32>

// -----

func.func @constants() -> (tensor<2x2xf32>, tensor<f32>, tensor<0xf32>) {
  %0 = arith.constant dense<[[1.0, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>
  %1 = arith.constant dense<0x7FC00000> : tensor<f32>
  %2 = arith.constant dense<> : tensor<0xf32>
  %3 = linalg.matmul ins(%0, %0 : tensor<2x2xf32>, tensor<2x2xf32>) outs(%0 : tensor<2x2xf32>) -> tensor<2x2xf32>
  return %3, %1, %2 : tensor<2x2xf32>, tensor<f32>, tensor<0xf32>
}

// -----

func.func @scalable(%x: tensor<4xvector<[4]xf32>>) -> tensor<4xvector<[4]xf32>> {
  %0 = linalg.generic {indexing_maps = [affine_map<(i) -> (i)>], iterator_types = ["parallel"]} outs(%x : tensor<4xvector<[4]xf32>>) {
  ^bb0(%a: vector<[4]xf32>):
    %b = math.tanh %a : vector<[4]xf32>
    linalg.yield %b : vector<[4]xf32>
  } -> tensor<4xvector<[4]xf32>>
  return %0 : tensor<4xvector<[4]xf32>>
}
