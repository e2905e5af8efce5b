"""ONNX operators written with others, where the importer's own form is not the operator.

A rule returns the results, or None where a node is left to the importer: it has been tested with
what the rule lets through. A `RefusalError` says what of a node nobody can import.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np
import onnx.helper
import onnx.numpy_helper
import onnx.reference

from lutra.frontends.onnx_graph import Array, Graph, Node, RefusalError

Rule = Callable[[Graph, Node], "list[str] | None"]


UNSIGNED_TYPES = (onnx.TensorProto.UINT8, onnx.TensorProto.UINT16)

# --- Shapes ----------------------------------------------------------------------


def reshape(g: Graph, node: Node) -> list[str] | None:
    """To sizes that are known: a size of 0 is copied from the operand, or truly is 0."""
    shape = g.shape(node.output(0))
    if shape is None:
        return None
    if 0 in shape:
        raise RefusalError("its result has a size of 0")
    given = g.constant(node.input(1))
    if given is not None and 0 not in given and not node.attributes.get("allowzero", 0):
        return None
    return [g.op("Reshape", [node.input(0), g.value(np.array(shape, np.int64))])]


def space_to_depth(g: Graph, node: Node) -> list[str] | None:
    """Blocks to channels, in front of the channels or behind them."""
    batch, channels, height, width = g.sizes(node.input(0))
    block = node.attributes["blocksize"]
    inner = [batch, channels, height // block, block, width // block, block]
    order = [0, 1, 3, 5, 2, 4] if node.text("mode", "DCR") == "CRD" else [0, 3, 5, 1, 2, 4]
    outer = [batch, channels * block * block, height // block, width // block]
    x = g.op("Reshape", [node.input(0), g.value(np.array(inner, np.int64))])
    x = g.op("Transpose", [x], perm=order)
    return [g.op("Reshape", [x, g.value(np.array(outer, np.int64))])]


# --- Numbers ---------------------------------------------------------------------


def cast(g: Graph, node: Node) -> list[str] | None:
    """To unsigned integers by way of signed ones: the importer cuts off at the signed maximum."""
    old, new = g.dtype(node.input(0)), node.attributes["to"]
    if old is None or old.kind != "f" or new not in UNSIGNED_TYPES:
        return None
    return [g.op("Cast", [g.op("Cast", [node.input(0)], to=onnx.TensorProto.INT64)], to=new)]


def lp_normalization(g: Graph, node: Node) -> list[str] | None:
    """A row whose norm is 0 stays 0."""
    x = node.input(0)
    axes = g.value(np.array([node.attributes.get("axis", -1)], np.int64))
    is_l1 = node.attributes.get("p", 2) == 1
    power = g.op("Abs", [x]) if is_l1 else g.op("Mul", [x, x])
    total = g.op("ReduceSum", [power, axes], keepdims=1)
    is_zero = g.op("Equal", [total, g.value(0, x)])
    norm = g.op("Where", [is_zero, g.value(1, x), total])
    if not is_l1:
        norm = g.op("Sqrt", [norm])
    return [g.op("Where", [is_zero, g.value(0, x), g.op("Div", [x, norm])])]


def qlinear_matmul(g: Graph, node: Node) -> list[str] | None:
    """The product of 32-bit integers, scaled, rounded and clipped."""
    a, a_scale, a_zero, b, b_scale, b_zero, y_scale, y_zero = node.inputs[:8]
    if any(g.dtype(each) != np.int8 for each in (a, b, y_zero)):
        raise RefusalError("its operands and result are not all int8")
    limits = np.iinfo(np.int8)

    def along(scale: str, is_row: bool) -> str:
        # One number, or one for each row of the left or column of the right operand.
        if is_row and len(g.sizes(scale)) == 1 and g.sizes(scale)[0] > 1:
            return str(g.op("Unsqueeze", [scale, g.value(np.array([1], np.int64))]))
        return scale

    def shifted(codes: str, zero: str, is_row: bool) -> str:
        wide = g.op("Cast", [codes], to=onnx.TensorProto.INT32)
        shift = g.op("Cast", [along(zero, is_row)], to=onnx.TensorProto.INT32)
        return str(g.op("Sub", [wide, shift]))

    total = g.op("MatMul", [shifted(a, a_zero, True), shifted(b, b_zero, False)])
    scale = g.op("Mul", [along(a_scale, True), along(b_scale, False)])
    scale = g.op("Div", [scale, y_scale])
    real = g.op("Cast", [total], to=onnx.TensorProto.FLOAT)
    scale = g.op("Cast", [scale], to=onnx.TensorProto.FLOAT)
    real = g.op("Round", [g.op("Mul", [real, scale])])
    real = g.op("Add", [real, g.op("Cast", [y_zero], to=onnx.TensorProto.FLOAT)])
    low, high = (g.value(np.float32(limit)) for limit in (limits.min, limits.max))
    return [g.op("Cast", [g.op("Clip", [real, low, high])], to=onnx.TensorProto.INT8)]


# --- Interpolation -----------------------------------------------------------------


def _resize_axis(node: Node, size: int, new: int, scale: float | None, roi: Array) -> Array:
    """Values of one axis as a matrix of it; the last row is what is added."""
    attributes = {
        name: value
        for name, value in node.attributes.items()
        if name not in ("axes", "keep_aspect_ratio_policy")
    }
    inputs = ["x", "roi" if roi.size else "", "scales"]
    values = {"roi": roi.astype(np.float32)} if roi.size else {}
    if scale is None:
        inputs = [*inputs[:2], "", "sizes"]
        values["sizes"] = np.array([new], np.int64)
    else:
        values["scales"] = np.array([scale], np.float32)
    one = onnx.helper.make_node("Resize", inputs, ["y"], axes=[1], **attributes)
    graph = onnx.helper.make_graph(
        [one],
        "axis",
        [
            onnx.helper.make_tensor_value_info(name, kind, None)
            for name, kind in (
                ("x", onnx.TensorProto.FLOAT),
                ("roi", onnx.TensorProto.FLOAT),
                ("scales", onnx.TensorProto.FLOAT),
                ("sizes", onnx.TensorProto.INT64),
            )
            if name in inputs
        ],
        [onnx.helper.make_tensor_value_info("y", onnx.TensorProto.FLOAT, None)],
    )
    opsets = [onnx.helper.make_opsetid("", 19)]
    evaluator = onnx.reference.ReferenceEvaluator(
        onnx.helper.make_model(graph, opset_imports=opsets)
    )
    rows = np.concatenate([np.eye(size), np.zeros((1, size))]).astype(np.float32)
    (result,) = evaluator.run(None, {"x": rows, **values})
    matrix = np.array(result)
    if matrix.shape != (size + 1, new):
        raise RefusalError(
            f"its result has {new} elements along an axis, expected {matrix.shape[1]}"
        )
    matrix[:-1] -= matrix[-1]
    return matrix


def resize(g: Graph, node: Node) -> list[str] | None:
    """One axis after the other: each result is a weighted sum of a few elements."""
    x = node.input(0)
    old, new = g.sizes(x), g.sizes(node.output(0))
    axes = [a % len(old) for a in node.attributes.get("axes", range(len(old)))]
    roi = np.zeros(0)
    if node.text("coordinate_transformation_mode", "half_pixel") == "tf_crop_and_resize":
        roi = g.known(node.input(1), "region's bounds")
    scales: list[float | None] = [None] * len(axes)
    if node.input(2) and g.shape(node.input(2)) != [0]:
        given = g.constant(node.input(2))
        if given is None:
            return _resize_by_unknown(g, node)
        scales = [float(s) for s in given]
    elif node.text("keep_aspect_ratio_policy", "stretch") != "stretch":
        sizes = g.known(node.input(3), "sizes")
        choose = min if node.text("keep_aspect_ratio_policy", "") == "not_larger" else max
        common = choose(s / old[a] for s, a in zip(sizes, axes, strict=True))
        scales = [float(common)] * len(axes)
    count = len(axes)
    for place, axis in enumerate(axes):
        if new[axis] == old[axis] and scales[place] in (None, 1.0) and not roi.size:
            continue
        bounds = roi[[place, place + count]] if roi.size else roi
        matrix = _resize_axis(node, old[axis], new[axis], scales[place], bounds)
        x = _combined(g, x, axis, matrix, node.input(0), len(old))
    return [x]


def _combined(g: Graph, x: str, axis: int, matrix: Array, like: str, rank: int) -> str:
    """Along an axis, the sums of elements that a matrix says, and its last row."""
    weights, rest = matrix[:-1], matrix[-1]
    dtype = g.dtype(like)
    taps = max(1, int((weights != 0).sum(0).max()))
    order = np.argsort(weights == 0, axis=0, kind="stable")[:taps]
    chosen = np.take_along_axis(weights, order, 0)
    order = np.where(chosen != 0, order, order[:1])
    if taps == 1 and (chosen == 1).all() and not rest.any():
        return str(g.op("Gather", [x, g.value(order[0].astype(np.int64))], axis=axis))
    if dtype is None or dtype.kind != "f":
        raise RefusalError("it interpolates integers")
    shape = [1] * rank
    shape[axis] = matrix.shape[1]
    total = ""
    for index, weight in zip(order, chosen, strict=True):
        part = g.op("Gather", [x, g.value(index.astype(np.int64))], axis=axis)
        part = g.op("Mul", [part, g.value(weight.reshape(shape), like)])
        total = g.op("Add", [total, part]) if total else part
    return str(g.op("Add", [total, g.value(rest.reshape(shape), like)]) if rest.any() else total)


def _resize_by_unknown(g: Graph, node: Node) -> list[str] | None:
    """By scales that are only known when it runs; the importer goes wrong with aligned corners."""
    mode = node.text("mode", "nearest")
    if node.text("coordinate_transformation_mode", "half_pixel") != "align_corners":
        return None
    unusual = ("axes", "antialias", "exclude_outside")
    if mode not in ("linear", "cubic") or any(node.attributes.get(each) for each in unusual):
        raise RefusalError("its scales are not constants")
    like, scales = node.input(0), node.input(2)
    x = like
    old, new = g.sizes(x), g.sizes(node.output(0))
    if g.dtype(x) != np.float32:
        raise RefusalError("its scales are not constants, and it is not of float32")
    for axis, (size, count) in enumerate(zip(old, new, strict=True)):
        if size == count == 1:
            continue
        scale = g.op("Gather", [scales, g.value(np.int64(axis))], axis=0)
        last = g.op("Sub", [g.op("Mul", [scale, g.value(size, like)]), g.value(1, like)])
        # A single result is the first element.
        last = g.op("Where", [g.op("Equal", [last, g.value(0, like)]), g.value(1, like), last])
        shape = [1] * len(old)
        shape[axis] = count
        place = g.op("Mul", [g.value(np.arange(count), like), g.value(size - 1, like)])
        place = g.op("Div", [place, last])
        first = g.op("Floor", [place])
        t = g.op("Sub", [place, first])
        if mode == "linear":
            weights, start = [g.op("Sub", [g.value(1, like), t]), t], 0
        else:
            a = node.attributes.get("cubic_coeff_a", -0.75)
            weights, start = _cubic_weights(g, t, like, a), -1
        total = ""
        for offset, weight in enumerate(weights, start):
            index = g.op("Add", [first, g.value(offset, like)])
            index = g.op("Clip", [index, g.value(0, like), g.value(size - 1, like)])
            index = g.op("Cast", [index], to=onnx.TensorProto.INT64)
            weight = g.op("Reshape", [weight, g.value(np.array(shape, np.int64))])
            part = g.op("Mul", [g.op("Gather", [x, index], axis=axis), weight])
            total = g.op("Add", [total, part]) if total else part
        x = total
    return [x]


def _cubic_weights(g: Graph, t: str, like: str, a: float = -0.75) -> list[str]:
    """Of the four elements around a place, by Keys' kernel."""

    def number(value: float) -> str:
        return g.value(value, like)

    def near(d: str) -> str:  # ((a + 2) d - (a + 3)) d d + 1
        inner = g.op("Sub", [g.op("Mul", [d, number(a + 2)]), number(a + 3)])
        return str(g.op("Add", [g.op("Mul", [inner, g.op("Mul", [d, d])]), number(1)]))

    def far(d: str) -> str:  # ((a d - 5 a) d + 8 a) d - 4 a
        inner = g.op("Sub", [g.op("Mul", [d, number(a)]), number(5 * a)])
        inner = g.op("Add", [g.op("Mul", [inner, d]), number(8 * a)])
        return str(g.op("Sub", [g.op("Mul", [inner, d]), number(4 * a)]))

    back = g.op("Sub", [number(1), t])
    return [
        far(g.op("Add", [t, number(1)])),
        near(t),
        near(back),
        far(g.op("Add", [back, number(1)])),
    ]


def _reflected(g: Graph, place: str, low: float, high: float, like: str) -> str:
    """Mirrored at the borders until it is between them."""
    if high <= low:
        return str(g.op("Mul", [place, g.value(0, like)]))
    period = g.value(2 * (high - low), like)
    d = g.op("Abs", [g.op("Sub", [place, g.value(low, like)])])
    d = g.op("Sub", [d, g.op("Mul", [period, g.op("Floor", [g.op("Div", [d, period])])])])
    d = g.op("Min", [d, g.op("Sub", [period, d])])
    return str(g.op("Add", [d, g.value(low, like)]))


def _bordered(g: Graph, place: str, size: int, low: float, like: str) -> str:
    """What is outside of the tensor is on its first or last element."""
    inside = g.op("Clip", [place, g.value(0, like), g.value(size - 1, like)])
    distance = g.op("Abs", [g.op("Sub", [place, inside])])
    return str(g.op("Where", [g.op("Greater", [distance, g.value(-low, like)]), inside, place]))


def grid_sample(g: Graph, node: Node) -> list[str] | None:
    """Elements around each place of the grid, by their weights."""
    x, grid = node.input(0), node.input(1)
    x_shape, grid_shape = g.sizes(x), g.sizes(grid)
    sizes, places = x_shape[2:], grid_shape[1:-1]
    mode = node.text("mode", "linear").removeprefix("bi")
    padding = node.text("padding_mode", "zeros")
    corners = bool(node.attributes.get("align_corners", 0))
    if mode not in ("linear", "nearest", "cubic") or padding not in (
        "zeros",
        "border",
        "reflection",
    ):
        raise RefusalError(f"it has mode {mode} and padding_mode {padding}")
    like = grid
    count = int(np.prod(places))
    flat = g.op("Reshape", [grid, g.value(np.array([grid_shape[0], count, len(sizes)]))])
    # For each axis, its elements' numbers, weights, and whether they exist, by element.
    taps: list[list[tuple[str, str, str]]] = []
    for axis, size in enumerate(sizes):
        place = g.op("Gather", [flat, g.value(np.int64(len(sizes) - 1 - axis))], axis=2)
        low, high = (0.0, size - 1.0) if corners else (-0.5, size - 0.5)
        scaled = g.op("Add", [place, g.value(1, like)])
        scaled = g.op("Mul", [scaled, g.value((high - low) / 2, like)])
        place = g.op("Add", [scaled, g.value(low, like)]) if low else scaled
        if mode == "nearest":
            place = g.op("Round", [place])
        if padding == "border":
            place = _bordered(g, place, size, low, like)
        elif padding == "reflection":
            place = _reflected(g, place, low, high, like)
        first = place if mode == "nearest" else g.op("Floor", [place])
        t = g.op("Sub", [place, first])
        if mode == "nearest":
            weights, start = [""], 0
        elif mode == "linear":
            weights, start = [g.op("Sub", [g.value(1, like), t]), t], 0
        else:
            weights, start = _cubic_weights(g, t, like), -1
        taps.append([])
        for offset, weight in enumerate(weights, start):
            index = g.op("Add", [first, g.value(offset, like)]) if offset else first
            exists = ""
            if padding == "zeros":
                exists = g.op(
                    "And",
                    [
                        g.op("GreaterOrEqual", [index, g.value(0, like)]),
                        g.op("LessOrEqual", [index, g.value(size - 1, like)]),
                    ],
                )
            elif padding == "reflection":
                index = _reflected(g, index, low, high, like)
            index = g.op("Clip", [index, g.value(0, like), g.value(size - 1, like)])
            index = g.op("Cast", [index], to=onnx.TensorProto.INT64)
            taps[-1].append((index, weight, exists))
    strides = [int(np.prod(sizes[axis + 1 :])) for axis in range(len(sizes))]
    channels = x_shape[1]
    rows = g.op("Reshape", [x, g.value(np.array([x_shape[0], channels, int(np.prod(sizes))]))])
    one = g.value(np.array([1], np.int64))
    spread = g.value(np.array([grid_shape[0], channels, count], np.int64))
    total = ""
    for chosen in itertools.product(*taps):
        flat_index, weight, exists = "", "", ""
        for (index, factor, is_inside), stride in zip(chosen, strides, strict=True):
            part = g.op("Mul", [index, g.value(np.int64(stride))]) if stride > 1 else index
            flat_index = g.op("Add", [flat_index, part]) if flat_index else part
            if factor:
                weight = g.op("Mul", [weight, factor]) if weight else factor
            if is_inside:
                exists = g.op("And", [exists, is_inside]) if exists else is_inside
        flat_index = g.op("Expand", [g.op("Unsqueeze", [flat_index, one]), spread])
        value = g.op("GatherElements", [rows, flat_index], axis=2)
        if exists:
            value = g.op("Where", [g.op("Unsqueeze", [exists, one]), value, g.value(0, x)])
        if weight:
            kind = g.dtype(x)
            weight = g.op("Unsqueeze", [weight, one])
            if kind != g.dtype(grid) and kind is not None:
                to = onnx.helper.np_dtype_to_tensor_dtype(kind)
                weight = g.op("Cast", [weight], to=to)
            value = g.op("Mul", [value, weight])
        total = g.op("Add", [total, value]) if total else value
    return [g.op("Reshape", [total, g.value(np.array([*x_shape[:2], *places]))])]


# --- Windows -----------------------------------------------------------------------


def _windows(
    node: Node, sizes: list[int], new: list[int]
) -> tuple[list[int], list[int], list[int], list[int], list[int]]:
    """Kernel, strides, dilations, and what is added in front and behind."""
    rank = len(sizes)
    kernel = list(node.attributes["kernel_shape"])
    strides = list(node.attributes.get("strides", [1] * rank))
    dilations = list(node.attributes.get("dilations", [1] * rank))
    pads = list(node.attributes.get("pads", [0] * (2 * rank)))
    automatic = node.text("auto_pad", "NOTSET")
    if automatic == "VALID":
        pads = [0] * (2 * rank)
    elif automatic.startswith("SAME"):
        whole = [
            max(0, (n - 1) * s + d * (k - 1) + 1 - size)
            for n, s, d, k, size in zip(new, strides, dilations, kernel, sizes, strict=True)
        ]
        less, more = [p // 2 for p in whole], [p - p // 2 for p in whole]
        pads = [*less, *more] if automatic == "SAME_UPPER" else [*more, *less]
    return kernel, strides, dilations, pads[:rank], pads[rank:]


def average_pool(g: Graph, node: Node) -> list[str] | None:
    """The mean of whole windows over zeros, by how much of each of them counts."""
    x = node.input(0)
    shape, new = g.sizes(x), g.sizes(node.output(0))[2:]
    sizes = shape[2:]
    kernel, strides, dilations, front, behind = _windows(node, sizes, new)
    includes_pads = bool(node.attributes.get("count_include_pad", 0))
    is_plain = not any(front) and not any(behind) and not node.attributes.get("ceil_mode", 0)
    if is_plain and max(dilations) == 1 and node.text("auto_pad", "NOTSET") == "NOTSET":
        return None
    factor = np.ones([1, 1, *new])
    needed = []
    for axis, (size, k, s, d) in enumerate(zip(sizes, kernel, strides, dilations, strict=True)):
        elements = np.arange(new[axis])[:, None] * s + np.arange(k) * d
        low = 0 if includes_pads else front[axis]
        high = front[axis] + size + (behind[axis] if includes_pads else 0)
        counts = ((elements >= low) & (elements < high)).sum(1)
        if not counts.all():
            raise RefusalError("a window has nothing but padding")
        place = [1] * factor.ndim
        place[2 + axis] = new[axis]
        factor = factor * (k / counts).reshape(place)
        needed.append(int(elements[-1, -1]) + 1 - front[axis] - size)
    cut = [slice(0, size + min(0, n)) for size, n in zip(sizes, needed, strict=True)]
    if any(n < 0 for n in needed):
        ends = g.value(np.array([c.stop for c in cut], np.int64))
        axes = g.value(np.arange(2, len(shape)))
        x = g.op("Slice", [x, g.value(np.zeros(len(sizes), np.int64)), ends, axes])
    added = [max(0, n) for n in needed]
    if any(front) or any(added):
        pads = g.value(np.array([0, 0, *front, 0, 0, *added], np.int64))
        x = g.op("Pad", [x, pads, g.value(0, node.input(0))])
    if max(dilations) == 1:
        y = g.op("AveragePool", [x], kernel_shape=kernel, strides=strides)
    else:
        y = _sum_of_slices(g, x, kernel, strides, dilations, new)
        factor = factor / np.prod(kernel)
    return [g.op("Mul", [y, g.value(factor, node.input(0))]) if (factor != 1).any() else y]


def _sum_of_slices(
    g: Graph, x: str, kernel: list[int], strides: list[int], dilations: list[int], new: list[int]
) -> str:
    """The sum of each window: a strided slice for each of its elements."""
    axes = g.value(np.arange(2, 2 + len(kernel)))
    steps = g.value(np.array(strides, np.int64))
    total = ""
    for element in itertools.product(*map(range, kernel)):
        starts = np.array(element) * np.array(dilations)
        ends = starts + (np.array(new) - 1) * np.array(strides) + 1
        part = g.op("Slice", [x, g.value(starts), g.value(ends), axes, steps])
        total = g.op("Add", [total, part]) if total else part
    return total


# --- Recurrent layers ----------------------------------------------------------------

# Gates, and what the importer's form computes with.
_RECURRENT: dict[str, tuple[str, ...]] = {
    "RNN": ("Tanh",),
    "GRU": ("Sigmoid", "Tanh"),
    "LSTM": ("Sigmoid", "Tanh", "Tanh"),
}


def recurrent(g: Graph, node: Node) -> list[str] | None:
    """Both directions and layouts by the forward one, which the importer has."""
    direction = node.text("direction", "forward")
    count = 2 if direction == "bidirectional" else 1
    given = [name.decode().lower() for name in node.attributes.get("activations", [])]
    expected = [name.lower() for name in _RECURRENT[node.operator]] * count
    if given and given != expected:
        raise RefusalError(
            f"its activations are {', '.join(given)}, expected {', '.join(expected)}"
        )
    if node.attributes.get("clip") or node.attributes.get("input_forget"):
        raise RefusalError("it has clip or input_forget")
    if node.input(7):
        raise RefusalError("it has peepholes")
    is_batch_first = bool(node.attributes.get("layout", 0))
    x = node.input(0)
    length = g.sizes(x)[1 if is_batch_first else 0]
    if node.input(4):
        lengths = g.constant(node.input(4))
        if lengths is None or (lengths != length).any():
            raise RefusalError("its sequences may have different lengths")
    if direction == "forward" and not is_batch_first and not node.input(4):
        return None
    kept = {
        name: node.attributes[name]
        for name in ("hidden_size", "linear_before_reset")
        if name in node.attributes
    }
    states = [5, 6] if node.operator == "LSTM" else [5]
    if is_batch_first:
        x = g.op("Transpose", [x], perm=[1, 0, 2])
    initial = {
        index: g.op("Transpose", [node.input(index)], perm=[1, 0, 2])
        if is_batch_first
        else node.input(index)
        for index in states
        if node.input(index)
    }
    back = g.value(np.arange(length - 1, -1, -1))
    parts: list[list[str]] = []
    for which in range(count):
        is_reverse = direction == "reverse" or which == 1
        number = g.value(np.array([which], np.int64))

        def of(operand: str, number: str = number) -> str:
            if count == 1 or not operand:
                return operand
            return str(g.op("Gather", [operand, number], axis=0))

        inputs = [g.op("Gather", [x, back], axis=0) if is_reverse else x]
        inputs += [of(node.input(index)) for index in (1, 2, 3)]
        inputs += ["", *(of(initial.get(index, "")) for index in states)]
        while not inputs[-1]:
            inputs.pop()
        results = g.op(node.operator, inputs, results=1 + len(states), **kept)
        if is_reverse:
            results[0] = g.op("Gather", [results[0], back], axis=0)
        parts.append(results)
    joined = [
        parts[0][index]
        if count == 1
        else g.op("Concat", [part[index] for part in parts], axis=1 if index == 0 else 0)
        for index in range(1 + len(states))
    ]
    if is_batch_first:
        joined = [g.op("Transpose", [joined[0]], perm=[2, 0, 1, 3])] + [
            g.op("Transpose", [state], perm=[1, 0, 2]) for state in joined[1:]
        ]
    return joined


RULES: dict[str, Rule] = {
    "AveragePool": average_pool,
    "Cast": cast,
    "GRU": recurrent,
    "GridSample": grid_sample,
    "LSTM": recurrent,
    "LpNormalization": lp_normalization,
    "QLinearMatMul": qlinear_matmul,
    "RNN": recurrent,
    "Reshape": reshape,
    "Resize": resize,
    "SpaceToDepth": space_to_depth,
}
