"""Random small networks through the whole compiler, against the reference and NumPy.

Each network is written twice: as linalg on tensors and as NumPy closures. What is compared:

* train_step, evaluate and calibrate, runtime kernels against `convert-approx-to-linalg`, on
  one and on two threads;
* loss and logits of the quantised, approximate forward pass against NumPy with the table
  looked up one product at a time (operand order, zero points, scales, ranges);
* the same in factorised form (approx-factorize) with the look-up, for a multiplier of few
  columns: every result and every piece of state bit for bit;
* the gradients of the float network, read off a plain SGD step, against finite differences
  of the NumPy network in f64.

Run by hand: random_networks.py --build=build --seed=0 --count=100
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Shape = tuple[int, ...]


@dataclass
class Quantization:
    """What decides the arithmetic of every contraction of a network."""

    table: Array  # [index(a)][index(b)]
    lhs: str
    rhs: str
    weight_first: bool
    per_channel: bool
    symmetric: bool

    def codes(self, x: Array, first: bool, weight: bool, axis: int | None) -> tuple[Array, ...]:
        """Codes, scale and zero point of `x` by M3 and M8, in f32 as the dialect has it."""
        kind = self.lhs if first else self.rhs
        bits, signed = int(kind[1:]), kind[0] == "s"
        low = -(1 << (bits - 1)) if signed else 0
        high = low + (1 << bits) - 1
        f32 = np.float32
        axes = tuple(i for i in range(x.ndim) if i != axis)
        minimum = np.minimum(x.min(axis=axes, keepdims=True), f32(0))
        maximum = np.maximum(x.max(axis=axes, keepdims=True), f32(0))
        if weight and self.symmetric:
            low += 1
            scale = np.maximum(-minimum, maximum) / f32(high)
            scale = np.where(scale == 0, f32(1), scale)
            zero = np.zeros_like(scale)
        else:
            scale = (maximum - minimum) / f32(high - low)
            scale = np.where(maximum == minimum, f32(1), scale)
            zero = np.clip(np.rint(f32(low) - minimum / scale), low, high)
        q = np.clip(np.rint(x / scale) + zero, low, high).astype(np.int64)
        return q, scale.astype(f32), zero.astype(np.int64)

    def dot(self, a: Array, b: Array, weight: int, axes: tuple[int, int]) -> Array:
        """a[..., m, k] by b[..., k, n]; `weight` is which is the parameter, `axes` its channels."""
        first = weight if self.weight_first else 1 - weight
        parts = []
        for i, x in enumerate((a, b)):
            axis = axes[i] if self.per_channel and i == weight else None
            parts.append(self.codes(x, i == first, i == weight, axis))
        (qa, sa, za), (qb, sb, zb) = parts
        left, right = qa[..., :, :, None], qb[..., None, :, :]
        za_, zb_ = np.asarray(za)[..., None], np.asarray(zb)[..., None, :, :]
        indices = (left, right) if first == 0 else (right, left)
        sizes = self.table.shape
        product = self.table[indices[0] % sizes[0], indices[1] % sizes[1]]
        exact = (product - zb_ * left - za_ * right + za_ * zb_).sum(axis=-2)
        return exact.astype(np.float32) * (sa * sb)


Env = dict[str, Array]


@dataclass
class Network:
    """A function in linalg under construction, and the same in NumPy."""

    random: np.random.Generator
    arguments: list[str] = field(default_factory=list)
    parameters: dict[str, Shape] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    steps: list[Callable[[Env, Quantization | None], None]] = field(default_factory=list)
    shapes: dict[str, Shape] = field(default_factory=dict)
    counter: int = 0

    def fresh(self, shape: Shape) -> str:
        self.counter += 1
        name = f"%v{self.counter}"
        self.shapes[name] = shape
        return name

    def type(self, value: str) -> str:
        return f"tensor<{'x'.join(map(str, self.shapes[value]))}xf32>"

    def parameter(self, name: str, shape: Shape) -> str:
        value = f"%p{len(self.parameters)}"
        self.shapes[value] = shape
        self.parameters[name] = shape
        self.arguments.append(
            f'{value}: {self.type(value)} {{approx.role = "parameter", approx.name = "{name}"}}'
        )

        def read(env: Env, _: Quantization | None) -> None:
            env[value] = env[name]

        self.steps.append(read)
        return value

    def add(self, shape: Shape, text: str, function: Callable[..., Array], *inputs: str) -> str:
        """`text` with {out}, {type}, {0}, {t0}...; `function` of the inputs' arrays."""
        out = self.fresh(shape)
        words = {"out": out, "type": self.type(out)}
        words |= {f"t{i}": self.type(v) for i, v in enumerate(inputs)}
        self.lines += [line.format(*inputs, **words) for line in text.strip().splitlines()]

        def run(env: Env, quantization: Quantization | None) -> None:
            env[out] = function(quantization, *(env[v] for v in inputs))

        self.steps.append(run)
        return out

    def init(self, shape: Shape, bias: str | None, dims: list[int], value: str = "%zero") -> str:
        """Zeros (or `value`) of a shape, or the bias broadcast along `dims`."""

        def zeros(*_: Any) -> Array:
            return np.zeros(shape, np.float32)

        empty = self.add(shape, "{out} = tensor.empty() : {type}", zeros)
        if bias:
            kept = [i for i in range(len(shape)) if i not in dims]
            view = [shape[i] if i in kept else 1 for i in range(len(shape))]
            return self.add(
                shape,
                "{out} = linalg.broadcast ins({0} : {t0}) outs({1} : {t1}) dimensions = "
                + str(dims),
                lambda _, b, e: np.broadcast_to(b.reshape(view), shape),
                bias,
                empty,
            )
        return self.add(
            shape,
            "{out} = linalg.fill ins(" + value + " : f32) outs({0} : {t0}) -> {type}",
            zeros,
            empty,
        )

    # Layers.

    def linear(self, x: str, name: str, width: int, weight: str | None = None) -> str:
        """x[m, k] by a weight on either side, transposed or not, or as a batch of matmuls."""
        m, k = self.shapes[x]
        form = "plain" if weight else str(self.random.choice(FORMS))
        stored = (width, k) if form in ("transposed_b", "lhs") else (k, width)
        w = weight or self.parameter(name + ".weight", stored)
        biased = self.random.random() < 0.5
        bias = self.parameter(name + ".bias", (width,)) if biased else None
        if form == "batch" and m % 2 == 0:
            return self.batched(x, w, width)
        if form in ("lhs", "lhs_transposed_a"):
            left = "(m, k)" if form == "lhs" else "(k, m)"
            maps = MAPS.format(left, "(n, k)")
            y = self.add(
                (width, m),
                f"{{out}} = linalg.matmul indexing_maps = [{maps}]\n"
                "  ins({0}, {1} : {t0}, {t1}) outs({2} : {t2}) -> {type}",
                lambda q, w, x, i: matmul(q, w if form == "lhs" else w.T, x.T, 0) + i,
                *(w, x, self.init((width, m), bias, [1])),
            )
            empty = self.init((m, width), None, [])
            return self.add(
                (m, width),
                "{out} = linalg.transpose ins({0} : {t0}) outs({1} : {t1}) permutation = [1, 0]",
                lambda _, y, e: y.T,
                *(y, empty),
            )
        maps = MAPS.format("(m, k)", "(n, k)" if form == "transposed_b" else "(k, n)")
        return self.add(
            (m, width),
            f"{{out}} = linalg.matmul indexing_maps = [{maps}]\n"
            "  ins({0}, {1} : {t0}, {t1}) outs({2} : {t2}) -> {type}",
            lambda q, x, w, i: matmul(q, x, w.T if form == "transposed_b" else w, 1) + i,
            *(x, w, self.init((m, width), bias, [0])),
        )

    def batched(self, x: str, w: str, width: int) -> str:
        m, k = self.shapes[x]
        expand = "{out} = tensor.expand_shape {0} [[0, 1], [2]] output_shape "
        xs = self.add(
            (2, m // 2, k),
            expand + f"[2, {m // 2}, {k}] : {{t0}} into {{type}}",
            lambda _, x: x.reshape(2, m // 2, k),
            x,
        )
        empty = self.init((2, k, width), None, [])
        ws = self.add(
            (2, k, width),
            "{out} = linalg.broadcast ins({0} : {t0}) outs({1} : {t1}) dimensions = [0]",
            lambda _, w, e: np.stack([w, w]),
            *(w, empty),
        )
        y = self.add(
            (2, m // 2, width),
            "{out} = linalg.batch_matmul ins({0}, {1} : {t0}, {t1}) outs({2} : {t2}) -> {type}",
            # approx-prepare makes one matmul by the parameter of this.
            lambda q, x, w, i: matmul(q, x, w, 1),
            *(xs, ws, self.init((2, m // 2, width), None, [])),
        )
        return self.add(
            (m, width),
            "{out} = tensor.collapse_shape {0} [[0, 1], [2]] : {t0} into {type}",
            lambda _, y: y.reshape(m, width),
            y,
        )

    def gram(self, x: str) -> str:
        """x x^T: neither operand is a parameter, so lhs is the multiplier's first (M11)."""
        m = self.shapes[x][0]
        maps = MAPS.format("(m, k)", "(n, k)")
        return self.add(
            (m, m),
            f"{{out}} = linalg.matmul indexing_maps = [{maps}]\n"
            "  ins({0}, {0} : {t0}, {t0}) outs({1} : {t1}) -> {type}",
            lambda q, x, i: matmul(q and activations(q), x, x.T, 0),
            *(x, self.init((m, m), None, [])),
        )

    def relu(self, x: str) -> str:
        shape = self.shapes[x]
        dims = ", ".join(f"d{i}" for i in range(len(shape)))
        same = f"affine_map<({dims}) -> ({dims})>"
        kinds = ", ".join(['"parallel"'] * len(shape))
        empty = self.init(shape, None, [])
        return self.add(
            shape,
            f"{{out}} = linalg.generic {{{{indexing_maps = [{same}, {same}], "
            f"iterator_types = [{kinds}]}}}} ins({{0}} : {{t0}}) outs({{1}} : {{t1}}) {{{{\n"
            "^bb0(%in: f32, %o: f32):\n"
            "  %r = arith.maximumf %in, %zero : f32\n  linalg.yield %r : f32\n"
            "}} -> {type}",
            lambda _, x, e: np.maximum(x, 0),
            *(x, empty),
        )

    def sum(self, x: str, y: str) -> str:
        shape = self.shapes[x]
        return self.add(
            shape,
            "{out} = linalg.add ins({0}, {1} : {t0}, {t1}) outs({2} : {t2}) -> {type}",
            lambda _, x, y, e: x + y,
            *(x, y, self.init(shape, None, [])),
        )

    def conv(self, x: str, name: str, channels: int, nchw: bool, pool: bool) -> str:
        shape = self.shapes[x]
        c, h, w = (shape[1:]) if nchw else (shape[3], *shape[1:3])
        kernel = [int(self.random.integers(1, 4)) for _ in range(2)]
        stride = [int(self.random.integers(1, 3)) for _ in range(2)]
        dilation = [int(self.random.integers(1, 3)) for _ in range(2)]
        pads = [[int(self.random.integers(0, 3)) for _ in range(2)] for _ in range(2)]
        for i, size in enumerate((h, w)):
            while size + sum(pads[i]) < (kernel[i] - 1) * dilation[i] + 1:
                pads[i][1] += 1
        outer = (lambda a, b: [0, 0, a, b]) if nchw else (lambda a, b: [0, a, b, 0])
        low, high = outer(pads[0][0], pads[1][0]), outer(pads[0][1], pads[1][1])
        padded = tuple(s + a + b for s, a, b in zip(shape, low, high, strict=True))
        if any(low) or any(high):
            x = self.add(
                padded,
                f"{{out}} = tensor.pad {{0}} low{low} high{high} {{{{\n"
                "^bb0(%a: index, %b: index, %c: index, %d: index):\n"
                "  tensor.yield %zero : f32\n}} : {t0} to {type}",
                lambda _, x: np.pad(x, list(zip(low, high, strict=True))),
                x,
            )
        spatial = [h + sum(pads[0]), w + sum(pads[1])]
        out = [
            (s - (k - 1) * d - 1) // t + 1
            for s, k, d, t in zip(spatial, kernel, dilation, stride, strict=True)
        ]
        divisors = [g for g in range(1, c + 1) if c % g == 0]
        groups = int(self.random.choice(divisors)) if c > 1 else 1
        if groups > 1:
            sizes = kernel, stride, dilation, out
            y = self.grouped(x, name, max(1, channels // groups), groups, nchw, *sizes)
            y = self.relu(y)
            return self.pool(y, nchw) if pool and min(out) >= 2 else y
        stored = (channels, c, *kernel) if nchw else (*kernel, c, channels)
        f = self.parameter(name + ".weight", stored)
        bias = self.parameter(name + ".bias", (channels,)) if self.random.random() < 0.5 else None
        n = shape[0]
        result = (n, channels, *out) if nchw else (n, *out, channels)
        init = self.init(result, bias, [0, 2, 3] if nchw else [0, 1, 2])
        kind = "conv_2d_nchw_fchw" if nchw else "conv_2d_nhwc_hwcf"

        def run(q: Quantization | None, x: Array, f: Array, i: Array) -> Array:
            if not nchw:
                x, f = x.transpose(0, 3, 1, 2), f.transpose(3, 2, 0, 1)
            y = convolve(q, x, f, stride, dilation)
            return (y if nchw else y.transpose(0, 2, 3, 1)) + i

        y = self.add(
            result,
            f"{{out}} = linalg.{kind} {{{{strides = dense<{stride}> : tensor<2xi64>, "
            f"dilations = dense<{dilation}> : tensor<2xi64>}}}}\n"
            "  ins({0}, {1} : {t0}, {t1}) outs({2} : {t2}) -> {type}",
            run,
            *(x, f, init),
        )
        y = self.relu(y)
        if pool and min(out) >= 2:
            y = self.pool(y, nchw)
        return y

    def grouped(
        self,
        x: str,
        name: str,
        filters: int,
        groups: int,
        nchw: bool,
        kernel: list[int],
        stride: list[int],
        dilation: list[int],
        out: list[int],
    ) -> str:
        """A convolution of groups with so many filters each, or a depthwise one by its own op."""
        n, shape = self.shapes[x][0], self.shapes[x]
        c = shape[1 if nchw else 3] // groups
        at = 1 if nchw else 3
        window = (
            f"{{{{strides = dense<{stride}> : tensor<2xi64>, "
            f"dilations = dense<{dilation}> : tensor<2xi64>}}}}\n"
            "  ins({0}, {1} : {t0}, {t1}) outs({2} : {t2}) -> {type}"
        )

        def run(q: Quantization | None, x: Array, f: Array) -> Array:
            """NCHW by [groups * filters, c, kh, kw]."""
            return convolve(q, x, f, stride, dilation, groups)

        if c == filters == 1 and self.random.random() < 0.5:
            stored = (groups, *kernel) if nchw else (*kernel, groups)
            f = self.parameter(name + ".weight", stored)
            result = (n, groups, *out) if nchw else (n, *out, groups)
            kind = "nchw_chw" if nchw else "nhwc_hwc"

            def depthwise(q: Quantization | None, x: Array, f: Array, i: Array) -> Array:
                if nchw:
                    return run(q, x, f[:, None]) + i
                y = run(q, x.transpose(0, 3, 1, 2), f.transpose(2, 0, 1)[:, None])
                return y.transpose(0, 2, 3, 1) + i

            return self.add(
                result,
                f"{{out}} = linalg.depthwise_conv_2d_{kind} {window}",
                depthwise,
                *(x, f, self.init(result, None, [])),
            )
        split = [[0], [1, 2], [3], [4]] if nchw else [[0], [1], [2], [3, 4]]
        wide = (*shape[:at], groups, c, *shape[at + 1 :])
        xs = self.add(
            wide,
            f"{{out}} = tensor.expand_shape {{0}} {split} output_shape {list(wide)} : "
            "{t0} into {type}",
            lambda _, x: x.reshape(wide),
            x,
        )
        stored = (groups, filters, c, *kernel) if nchw else (groups, filters, *kernel, c)
        f = self.parameter(name + ".weight", stored)
        biased = self.random.random() < 0.5
        bias = self.parameter(name + ".bias", (groups, filters)) if biased else None
        result = (n, groups, filters, *out) if nchw else (n, *out, groups, filters)
        kind = "ngchw_gfchw" if nchw else "nhwgc_gfhwc"

        def whole(q: Quantization | None, x: Array, f: Array, i: Array) -> Array:
            x = x.reshape(shape)
            if not nchw:
                x, f = x.transpose(0, 3, 1, 2), f.transpose(0, 1, 4, 2, 3)
            y = run(q, x, f.reshape(-1, *f.shape[2:]))
            return (y if nchw else y.transpose(0, 2, 3, 1)).reshape(result) + i

        y = self.add(
            result,
            f"{{out}} = linalg.conv_2d_{kind} {window}",
            whole,
            *(xs, f, self.init(result, bias, [0, 3, 4] if nchw else [0, 1, 2])),
        )
        flat = (n, groups * filters, *out) if nchw else (n, *out, groups * filters)
        return self.add(
            flat,
            f"{{out}} = tensor.collapse_shape {{0}} {split} : {{t0}} into {{type}}",
            lambda _, y: y.reshape(flat),
            y,
        )

    def pool(self, x: str, nchw: bool) -> str:
        shape = self.shapes[x]
        at = (2, 3) if nchw else (1, 2)
        result = tuple((s // 2 if i in at else s) for i, s in enumerate(shape))
        window = self.add((2, 2), "{out} = tensor.empty() : {type}", lambda _: np.zeros((2, 2)))
        init = self.init(result, None, [], "%lowest")
        kind = "pooling_nchw_max" if nchw else "pooling_nhwc_max"

        def run(_: Quantization | None, x: Array, w: Array, i: Array) -> Array:
            x = x if nchw else x.transpose(0, 3, 1, 2)
            n, c, h, w_ = x.shape
            x = x[:, :, : h // 2 * 2, : w_ // 2 * 2].reshape(n, c, h // 2, 2, w_ // 2, 2)
            y = x.max(axis=(3, 5))
            return y if nchw else y.transpose(0, 2, 3, 1)

        return self.add(
            result,
            f"{{out}} = linalg.{kind} {{{{strides = dense<2> : tensor<2xi64>, "
            "dilations = dense<1> : tensor<2xi64>}}\n"
            "  ins({0}, {1} : {t0}, {t1}) outs({2} : {t2}) -> {type}",
            run,
            *(x, window, init),
        )

    def flatten(self, x: str) -> str:
        shape = self.shapes[x]
        size = int(np.prod(shape[1:]))
        return self.add(
            (shape[0], size),
            "{out} = tensor.collapse_shape {0} [[0], [1, 2, 3]] : {t0} into {type}",
            lambda _, x: x.reshape(shape[0], size),
            x,
        )

    def text(self, inputs: Shape, logits: str) -> str:
        body = "\n".join("  " + line for line in self.lines)
        arguments = ",\n    ".join(self.arguments)
        return (
            f"func.func @main({arguments},\n    %x: tensor<{'x'.join(map(str, inputs))}xf32> "
            '{approx.role = "input", approx.name = "x"})\n'
            f'    -> ({self.type(logits)} {{approx.role = "logits"}}) {{\n'
            "  %zero = arith.constant 0.0 : f32\n  %lowest = arith.constant 0xFF800000 : f32\n"
            f"{body}\n  return {logits} : {self.type(logits)}\n}}\n"
        )

    def evaluate(self, env: Env, logits: str, quantization: Quantization | None) -> Array:
        env = dict(env)
        for step in self.steps:
            step(env, quantization)
        return env[logits]


FORMS = ["plain", "transposed_b", "lhs", "lhs_transposed_a", "batch"]
MAPS = "affine_map<(m, n, k) -> {}>, affine_map<(m, n, k) -> {}>, affine_map<(m, n, k) -> (m, n)>"


def activations(q: Quantization) -> Quantization:
    return Quantization(q.table, q.lhs, q.rhs, True, False, False)


def matmul(q: Quantization | None, a: Array, b: Array, weight: int) -> Array:
    rank = a.ndim
    return a @ b if q is None else q.dot(a, b, weight, (rank - 2, rank - 1))


def convolve(
    q: Quantization | None, x: Array, f: Array, stride: Any, dilation: Any, groups: int = 1
) -> Array:
    """NCHW by FCHW, group by group; all groups are quantised as one."""
    pairs = zip(np.split(x, groups, axis=1), np.split(f, groups), strict=True)
    parts = [convolve_group(q, a, b, stride, dilation, (x, f)) for a, b in pairs]
    return np.concatenate(parts, axis=1)


def convolve_group(
    q: Quantization | None,
    x: Array,
    f: Array,
    stride: Any,
    dilation: Any,
    whole: tuple[Array, Array],
) -> Array:
    """One product of patches, which is what quantises each operand once."""
    (n, c, h, w), (o, _, kh, kw) = x.shape, f.shape
    oh = (h - (kh - 1) * dilation[0] - 1) // stride[0] + 1
    ow = (w - (kw - 1) * dilation[1] - 1) // stride[1] + 1
    patches = np.empty((n, oh, ow, c, kh, kw), x.dtype)
    for i in range(kh):
        for j in range(kw):
            top, left = i * dilation[0], j * dilation[1]
            part = x[:, :, top : top + (oh - 1) * stride[0] + 1 : stride[0]]
            part = part[:, :, :, left : left + (ow - 1) * stride[1] + 1 : stride[1]]
            patches[..., i, j] = part.transpose(0, 2, 3, 1)
    flat, filters = patches.reshape(n * oh * ow, -1), f.reshape(o, -1).T
    # The range is that of the whole input, also where no window reads it.
    y = flat @ filters if q is None else q_dot_with_range(q, flat, filters, *whole)
    return y.reshape(n, oh, ow, o).transpose(0, 3, 1, 2)


def q_dot_with_range(q: Quantization, a: Array, b: Array, all_a: Array, all_b: Array) -> Array:
    """The product, quantised as if `a` and `b` had every value of `all_a` and `all_b`."""
    rows = np.array([[all_a.min()], [all_a.max()]], a.dtype)
    columns = np.array([[all_b.min(), all_b.max()]], b.dtype)
    wide_a = np.concatenate([a, np.broadcast_to(rows, (2, a.shape[1]))])
    wide_b = np.concatenate([b, np.broadcast_to(columns, (b.shape[0], 2))], axis=1)
    return q.dot(wide_a, wide_b, 1, (0, 1))[: a.shape[0], : b.shape[1]]


def softmax_loss(logits: Array, labels: Array) -> float:
    shifted = logits.astype(np.float64) - logits.max(axis=1, keepdims=True)
    norm = np.log(np.exp(shifted).sum(axis=1))
    return float((norm - shifted[np.arange(len(labels)), labels]).mean())


def random_network(random: np.random.Generator) -> tuple[Network, Shape, str]:
    net = Network(random)
    batch = int(random.choice([1, 2, 4, 6, 17]))
    net.shapes["%x"] = ()
    if random.random() < 0.6:
        nchw = bool(random.random() < 0.5)
        c, h, w = (int(random.integers(1, 4)), *(int(random.integers(3, 9)) for _ in range(2)))
        inputs: Shape = (batch, c, h, w) if nchw else (batch, h, w, c)
        net.shapes["%x"] = inputs
        x = "%x"
        for i in range(int(random.integers(1, 3))):
            x = net.conv(x, f"c{i}", int(random.integers(1, 6)), nchw, random.random() < 0.5)
            if random.random() < 0.3:
                x = net.sum(x, net.relu(x))
        x = net.flatten(x)
    else:
        inputs = (batch, int(random.choice([1, 2, 7, 16, 33])))
        net.shapes["%x"] = inputs
        x = "%x"
    for i in range(int(random.integers(0, 3))):
        width = int(random.integers(1, 20))
        y = net.relu(net.linear(x, f"f{i}", width))
        if random.random() < 0.3:  # fan-out: x read twice, results added
            y = net.sum(y, net.linear(x, f"g{i}", width))
        if random.random() < 0.3:  # one weight in two layers
            shared = net.parameter(f"shared{i}.weight", (width, width))
            y = net.linear(net.relu(net.linear(y, f"s{i}", width, shared)), f"t{i}", width, shared)
        x = net.gram(y) if random.random() < 0.15 else y
    if random.random() < 0.2:
        net.parameter("unused", (3,))
    return net, inputs, net.linear(x, "last", int(random.integers(2, 11)))


KINDS = [("u8", "u8"), ("s8", "u8"), ("u8", "s8"), ("s8", "s8"), ("u4", "u8"), ("u7", "u7")]
KINDS += [("s8", "u4"), ("s5", "u6"), ("s7", "s7")]
ESTIMATORS = [
    "ste",
    "lut-2d:hws=1",
    "lut-2d:hws=3",
    "lut-1d:variant=ls",
    "lut-1d:variant=mean:hws=2",
]


def random_table(random: np.random.Generator, lhs: str, rhs: str) -> Array:
    """The exact product with an error here and there; not commutative, AM(0, 0) not 0."""

    def values(kind: str) -> Array:
        patterns = np.arange(1 << int(kind[1:]))
        half = len(patterns) // 2
        return np.where((patterns >= half) & (kind[0] == "s"), patterns - len(patterns), patterns)

    exact = np.multiply.outer(values(lhs), values(rhs))
    if random.random() < 0.3:
        return exact
    errors = random.integers(-6, 7, exact.shape) * (random.random(exact.shape) < 0.5)
    errors[0, 0] = random.integers(1, 9)
    return exact + errors


def random_factors(random: np.random.Generator, lhs: str, rhs: str) -> tuple[Array, str]:
    """A table of few columns with terms and shifts, and the #approx.factors that give it."""
    rows, columns = 1 << int(lhs[1:]), 1 << int(rhs[1:])
    bound = rows * columns // 16
    terms = [random.integers(-bound, bound + 1, size) for size in (rows, columns)]
    table = np.add.outer(*terms)
    count = int(random.integers(0, 4))
    shifts = [int(random.integers(0, 4)) for _ in range(count)]
    u = random.integers(-2, 2, (count, rows))
    v = np.zeros((count, columns), np.int64)
    for j, shift in enumerate(shifts):
        reach = min(127, bound >> (shift + 1))
        v[j] = random.integers(-reach, reach + 1, columns)
        table = table + (np.multiply.outer(u[j], v[j]) << shift)

    def dense(values: Array, kind: str) -> str:
        shape = "x".join(map(str, values.shape))
        return f"dense<{values.tolist() if values.size else ''}> : tensor<{shape}x{kind}>"

    factors = (
        f"#approx.factors<shifts = {shifts}, lhs = {dense(u, 'i8')}, rhs = {dense(v, 'i8')}, "
        f"lhs_term = {dense(terms[0], 'i32')}, rhs_term = {dense(terms[1], 'i32')}>"
    )
    return table, factors


class MismatchError(Exception):
    """A disagreement, or a tool that failed."""


class Case:
    """One network with its options, arguments and files."""

    def __init__(self, build: Path, folder: Path, seed: int) -> None:
        self.build, self.folder, self.seed = build, folder, seed
        self.random = np.random.default_rng(seed)
        self.net, self.inputs, self.logits = random_network(self.random)
        self.model = folder / "model.mlir"
        self.model.write_text(self.net.text(self.inputs, self.logits))
        lhs, rhs = KINDS[int(self.random.integers(len(KINDS)))]
        table = random_table(self.random, lhs, rhs)
        np.save(folder / "table.npy", table.astype(np.int32))
        weight_first = bool(self.random.random() < 0.7)
        signed = (lhs if weight_first else rhs)[0] == "s"
        self.quantization = Quantization(
            table,
            lhs,
            rhs,
            weight_first,
            bool(self.random.random() < 0.4),
            bool(signed and self.random.random() < 0.5),
        )
        q = self.quantization
        observers = ["min_max", "running"]
        weights = "symmetric" if q.symmetric else str(self.random.choice(observers))
        choices = ["moving_average", "moving_average", "running", "min_max"]
        self.table = f"{folder}/table.npy:{lhs}x{rhs}"
        self.options = " ".join(
            [
                f"multiplier={self.table}",
                f"gradient={self.random.choice(ESTIMATORS)}",
                f"weight-observer={weights}",
                f"activation-observer={self.random.choice(choices)}",
                f"per-channel={str(q.per_channel).lower()}",
                f"operand-order={'weight_first' if weight_first else 'activation_first'}",
            ]
        )
        self.env: Env = {
            name: self.random.uniform(-1, 1, shape).astype(np.float32)
            for name, shape in self.net.parameters.items()
        }
        x = self.random.normal(0.2, 1, self.inputs).astype(np.float32)
        self.env["%x"] = self.env["x"] = x
        classes = self.net.shapes[self.logits][1]
        self.labels = self.random.integers(0, classes, self.inputs[0])

    def tool(self, name: str, *arguments: str) -> str:
        command = [str(self.build / "bin" / name), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        if done.returncode:
            raise MismatchError(f"{' '.join(command)}\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
        return done.stdout

    def compile(self, options: str) -> Path:
        pipeline = f"builtin.module(approx-train-pipeline{{{options}}})"
        text = self.tool("approx-opt", str(self.model), f"--pass-pipeline={pipeline}")
        path = self.folder / "step.mlir"
        path.write_text(text)
        return path

    def arguments(self, module: Path, entry: str, empty_ranges: bool) -> str:
        """An .npy file per argument; what belongs to the optimizer is zero."""
        match = re.search(rf"func.func @{entry}\((.*?)\) -> ", module.read_text())
        assert match, f"no @{entry}"
        files = []
        pattern = r"%arg(\d+): tensor<([^>]*)> \{([^}]*)\}"
        for number, kind, attributes in re.findall(pattern, match.group(1)):
            *dims, element = kind.split("x")
            shape = tuple(map(int, dims))
            words = dict(re.findall(r'approx\.(\w+) = "([^"]*)"', attributes))
            dtype = {"f32": np.float32, "i64": np.int64, "i32": np.int32}[element]
            if words["role"] in ("parameter", "input"):
                array = self.env[words["name"]]
            elif words["role"] == "label":
                array = self.labels
            elif words["role"] == "learning_rate":
                array = np.full(shape, 0.5)
            elif words["role"] == "range":
                value = (np.inf, -np.inf) if empty_ranges else (-0.7, 1.6)
                array = np.broadcast_to(np.array(value), shape)
            else:
                array = np.zeros(shape)
            path = self.folder / f"{entry}{number}.npy"
            np.save(path, np.array(array, dtype, order="C"))
            files.append(str(path))
        return ",".join(files)

    def run(self, module: Path, entry: str, *flags: str, empty_ranges: bool = False) -> None:
        arguments = self.arguments(module, entry, empty_ranges)
        self.tool("approx-run", str(module), f"--entry={entry}", f"--args={arguments}", *flags)

    def read(self, kind: str, index: int) -> Array:
        return np.load(self.folder / f"{kind}{index}.npy")

    def check_approximate(self) -> None:
        module = self.compile(self.options + f" optimizer={self.random.choice(['sgd', 'adam'])}")
        save = f"--save={self.folder}"
        for threads in ("--threads=1", "--threads=2"):
            # Adam's first step is the gradient's sign: noise where a gradient is 0.
            same = ["--compare-with-reference", threads, "--tolerance=2e-5", save]
            self.run(module, "train_step", *same, empty_ranges=True)
        want = self.net.evaluate(self.env, self.logits, self.quantization)
        got = self.read("result", 1)
        tolerance = 1e-5 * max(1.0, float(np.abs(want).max()))
        if not np.allclose(got, want, rtol=0, atol=tolerance):
            raise MismatchError(f"logits {got.ravel()[:8]}, NumPy has {want.ravel()[:8]}")
        loss = softmax_loss(want, self.labels)
        if not np.isclose(self.read("result", 0), loss, rtol=1e-4, atol=1e-5):
            raise MismatchError(f"loss {self.read('result', 0)}, NumPy has {loss}")
        if self.read("result", 2) != 0:
            raise MismatchError(f"status {self.read('result', 2)}")
        for entry in ("train_step", "evaluate", "calibrate"):
            if entry == "calibrate" and "@calibrate" not in module.read_text():
                continue  # no range is state
            self.run(module, entry, "--compare-with-reference", "--tolerance=2e-5")

    def check_factorized(self) -> None:
        """Look-up and factorised form on a multiplier of few columns: the same bits."""
        q = self.quantization
        random = np.random.default_rng([self.seed, 1])
        table, factors = random_factors(random, q.lhs, q.rhs)
        np.save(self.folder / "low_rank.npy", table.astype(np.int32))
        options = self.options.replace(self.table, f"{self.folder}/low_rank.npy:{q.lhs}x{q.rhs}")
        module = self.compile(options + " optimizer=sgd emit=train_step")
        text, found = re.subn(
            r"(approx.multiplier @\S*low_rank\S* \{)",
            rf"\1factors = {factors}, ",
            module.read_text(),
        )
        assert found == 1
        module.write_text(text)
        same = ["--compare-with-reference", "--tolerance=2e-5"]
        self.run(module, "train_step", "--factorize=all", *same, empty_ranges=True)
        written = []
        for policy in ("off", "all"):
            folder = self.folder / policy
            folder.mkdir()
            flags = [f"--factorize={policy}", "--threads=1", f"--save={folder}"]
            self.run(module, "train_step", *flags, empty_ranges=True)
            written.append({path.name: np.load(path) for path in sorted(folder.iterdir())})
        for name, lookup in written[0].items():
            if not np.array_equal(lookup, written[1][name], equal_nan=True):
                raise MismatchError(f"{name}: {written[1][name]} factorised, {lookup} by look-up")

    def check_float_gradients(self) -> None:
        """w - (w - 0.5 g) = 0.5 g of plain SGD, against differences of the f64 network."""
        module = self.compile("optimizer=sgd emit=train_step")
        self.run(module, "train_step", f"--save={self.folder}")
        exact = {name: np.asarray(v, np.float64) for name, v in self.env.items()}
        h = 1e-6

        def loss(env: Env) -> float:
            return softmax_loss(self.net.evaluate(env, self.logits, None), self.labels)

        body = self.net.text(self.inputs, self.logits).split("-> (", 1)[1]
        for index, (name, shape) in enumerate(self.net.parameters.items()):
            # What the loss does not depend on is left alone: not even written.
            if not re.search(rf"%p{index}\b", body):
                if (self.folder / f"argument{index}.npy").exists():
                    raise MismatchError(f"{name}, which nothing reads, is written")
                continue
            got = (exact[name] - self.read("argument", index)) / 0.5
            for _ in range(6):
                at = tuple(int(self.random.integers(s)) for s in shape)
                values = []
                for sign in (1, -1):
                    moved = exact[name].copy()
                    moved[at] += sign * h
                    values.append(loss(exact | {name: moved}))
                want = (values[0] - values[1]) / (2 * h)
                if abs(got[at] - want) > 2e-4 * max(1.0, abs(want)):
                    raise MismatchError(
                        f"d loss / d {name}{list(at)} = {got[at]}, differences {want}"
                    )


def check(build: Path, seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        case = Case(build, Path(folder), seed)
        try:
            case.check_float_gradients()
            case.check_approximate()
            case.check_factorized()
        except MismatchError as failure:
            text = case.model.read_text()
            raise MismatchError(f"seed {seed}: {case.options}\n{text}\n{failure}") from failure


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=Path, default=Path("build"))
    parser.add_argument("--seed", type=int, default=0, help="of the first network")
    parser.add_argument("--count", type=int, default=4)
    options = parser.parse_args()
    failures = 0
    for seed in range(options.seed, options.seed + options.count):
        try:
            check(options.build, seed)
            print(f"seed {seed}: passed", flush=True)
        except MismatchError as failure:
            failures += 1
            print(failure, flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
