"""ONNX operators that the importer has wrongly or not at all: as ONNX's reference, or refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import lutra
import numpy as np
import pytest

onnx = pytest.importorskip("onnx", reason="ONNX models are what is imported")
pytest.importorskip("iree.compiler", reason="iree-base-compiler is the importer")
from onnx import TensorProto, helper, numpy_helper  # noqa: E402
from onnx.reference import ReferenceEvaluator  # noqa: E402
from onnx.shape_inference import infer_shapes  # noqa: E402

Arrays = dict[str, np.ndarray]


def node(operator: str, inputs: list[str], outputs: list[str], **attributes: Any) -> Any:
    return helper.make_node(operator, inputs, outputs, name=f"the_{operator}", **attributes)


def write(
    path: Path,
    nodes: list[Any],
    inputs: Arrays,
    outputs: list[str],
    stored: Arrays | None = None,
    opset: int = 22,
) -> Any:
    """A model whose outputs have the shapes that ONNX infers."""
    graph = helper.make_graph(
        nodes,
        "operators",
        [
            helper.make_tensor_value_info(
                name, helper.np_dtype_to_tensor_dtype(value.dtype), value.shape
            )
            for name, value in inputs.items()
        ],
        [helper.make_tensor_value_info(name, 0, None) for name in outputs],
        [numpy_helper.from_array(value, name) for name, value in (stored or {}).items()],
    )
    opsets = [helper.make_opsetid("", opset), helper.make_opsetid("example.org", 1)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=10)
    inferred = infer_shapes(model, data_prop=True)
    known = {value.name: value for value in (*inferred.graph.value_info, *inferred.graph.output)}
    del model.graph.output[:]
    model.graph.output.extend(known[name] for name in outputs)
    onnx.save(model, path)
    return model


def call(path: Path, inputs: Arrays) -> list[np.ndarray]:
    model = lutra.from_onnx(path)
    function = model.module.compile()[model.function]
    given = {**model.initial_values, **inputs}
    found = function({each.name: given[each.name] for each in model.signature.arguments})
    return list(found.values())


def compare(path: Path, nodes: list[Any], inputs: Arrays, outputs: list[str], **more: Any) -> None:
    model = write(path, nodes, inputs, outputs, **more)
    wanted = ReferenceEvaluator(model).run(outputs, inputs)
    found = call(path, inputs)
    assert len(found) == len(outputs)
    for name, x, y in zip(outputs, wanted, found, strict=True):
        assert x.dtype == y.dtype, name
        np.testing.assert_allclose(y, x, 1e-4, 1e-5, err_msg=name)


def numbers(*shape: int, scale: float = 1.0) -> np.ndarray:
    generator = np.random.default_rng(sum(shape))
    return (generator.normal(size=shape) * scale).astype(np.float32)


def test_grid_sample(tmp_path: Path) -> None:
    """Beyond the border by more than the tensor's size, too."""
    nodes = [
        node(
            "GridSample",
            ["x", "grid"],
            [f"{mode}_{padding}_{corners}"],
            mode=mode,
            padding_mode=padding,
            align_corners=corners,
        )
        for mode, padding, corners in (
            ("nearest", "zeros", 0),
            ("linear", "zeros", 1),
            ("linear", "reflection", 0),
            ("cubic", "border", 0),
        )
    ]
    inputs = {"x": numbers(2, 2, 3, 4), "grid": numbers(2, 2, 5, 2, scale=1.2)}
    inputs["grid"][0, 0, 0] = [-5.0, 3.5]
    compare(tmp_path / "m.onnx", nodes, inputs, [each.output[0] for each in nodes])


def test_grid_sample_differentiates(tmp_path: Path) -> None:
    torch: Any = pytest.importorskip("torch", reason="PyTorch is what is compared with")
    table, grid = numbers(1, 2, 3, 4), numbers(1, 2, 3, 2)
    nodes = [
        node("GridSample", ["table", "x"], ["samples"], mode="linear"),
        node("Reshape", ["samples", "shape"], ["y"]),
    ]
    stored = {"table": table, "shape": np.array([2, 6])}
    write(tmp_path / "m.onnx", nodes, {"x": grid}, ["y"], stored)
    step = lutra.from_onnx(tmp_path / "m.onnx").training_step(lutra.SGD(1.0))
    labels = np.array([1, 5])
    p = torch.tensor(table, requires_grad=True)
    f = torch.nn.functional
    samples = f.grid_sample(p, torch.tensor(grid), align_corners=False)
    loss = f.cross_entropy(samples.reshape(2, 6), torch.tensor(labels))
    loss.backward()
    assert step(grid, labels) == pytest.approx(loss.item(), rel=1e-5)
    np.testing.assert_allclose(step.parameters["table"], table - p.grad.numpy(), atol=1e-6)


def test_resize(tmp_path: Path) -> None:
    """By scales that do not divide, with aligned corners, and with filters."""
    corners = {"coordinate_transformation_mode": "align_corners"}
    crop = {"coordinate_transformation_mode": "tf_crop_and_resize", "extrapolation_value": 9.0}
    nodes = [
        node("Resize", ["x", "", "s"], ["linear"], mode="linear", **corners),
        node("Resize", ["x", "", "s"], ["cubic"], mode="cubic", **corners),
        node("Resize", ["x", "", "s"], ["antialias"], mode="linear", antialias=1),
        node("Resize", ["x", "", "", "n"], ["axes"], mode="nearest", axes=[3, 2]),
        node("Resize", ["x", "roi", "", "m"], ["crop"], mode="linear", **crop),
        node("Resize", ["x", "", "given"], ["by_input"], mode="linear", **corners),
    ]
    stored = {
        "s": np.array([1, 1, 0.6, 0.7], np.float32),
        "roi": np.array([0, 0, 0.4, 0.6, 1, 1, 1.2, 1.7], np.float32),
        "n": np.array([7, 3]),
        "m": np.array([1, 2, 3, 3]),
    }
    inputs = {"x": numbers(1, 2, 4, 5), "given": np.array([1, 1, 1.7, 0.55], np.float32)}
    outputs = [each.output[0] for each in nodes]
    model = write(tmp_path / "m.onnx", nodes[:-1], inputs, outputs[:-1], stored)
    model.graph.node.append(nodes[-1])
    model.graph.output.append(
        helper.make_tensor_value_info("by_input", TensorProto.FLOAT, [1, 2, 6, 2])
    )
    onnx.save(model, tmp_path / "m.onnx")
    assert not lutra.from_onnx(tmp_path / "m.onnx").parameters  # scales are not trained
    wanted = ReferenceEvaluator(model).run(outputs, inputs)
    for name, x, y in zip(outputs, wanted, call(tmp_path / "m.onnx", inputs), strict=True):
        np.testing.assert_allclose(y, x, 1e-4, 1e-5, err_msg=name)


def averages(x: np.ndarray, included: bool, shape: tuple[int, ...], **pool: Any) -> np.ndarray:
    """Means of windows, of what is inside of the tensor or, if included, of its padding, too."""
    pads, result = pool.get("pads", [0] * 4), np.empty(shape, x.dtype)
    for place in np.ndindex(*shape[2:]):
        lines = []
        for axis in (0, 1):
            first = place[axis] * pool["strides"][axis] - pads[axis]
            step = pool.get("dilations", [1, 1])[axis]
            indices = first + step * np.arange(pool["kernel_shape"][axis])
            ends = (-pads[axis], x.shape[2 + axis] + pads[2 + axis])
            lines.append([i for i in indices if ends[0] <= i < ends[1]])
        inside = [
            x[:, :, i, j]
            for i in lines[0]
            for j in lines[1]
            if 0 <= i < x.shape[2] and 0 <= j < x.shape[3]
        ]
        count = len(lines[0]) * len(lines[1]) if included else len(inside)
        result[(..., *place)] = np.sum(inside, 0) / count
    return result


def test_windows_and_blocks(tmp_path: Path) -> None:
    pools = [
        {"kernel_shape": [3, 2], "strides": [2, 3], "pads": [1, 0, 1, 1], "dilations": [2, 1]},
        {"kernel_shape": [3, 3], "strides": [3, 2], "dilations": [1, 2], "ceil_mode": 1},
        {"kernel_shape": [2, 2], "strides": [2, 2], "pads": [1, 1, 0, 0], "ceil_mode": 1},
    ]
    nodes = [
        node("AveragePool", ["x"], [f"p{i}_{included}"], count_include_pad=included, **pool)
        for i, pool in enumerate(pools)
        for included in (0, 1)
    ]
    nodes += [
        node("SpaceToDepth", ["x"], ["blocks"], blocksize=2),
        node("LpNormalization", ["x"], ["l2"], axis=3, p=2),
        node("LpNormalization", ["x"], ["l1"], axis=2, p=1),
    ]
    x = numbers(1, 2, 6, 8)
    x[0, 0, 1], x[0, 1, :, 2] = 0, 0
    outputs = [each.output[0] for each in nodes]
    write(tmp_path / "m.onnx", nodes, {"x": x}, outputs)
    found = dict(zip(outputs, call(tmp_path / "m.onnx", {"x": x}), strict=True))
    wanted = {
        f"p{i}_{included}": averages(x, bool(included), found[f"p{i}_{included}"].shape, **pool)
        for i, pool in enumerate(pools)
        for included in (0, 1)
    }
    wanted["blocks"] = x.reshape(1, 2, 3, 2, 4, 2).transpose(0, 3, 5, 1, 2, 4).reshape(1, 8, 3, 4)
    l2, l1 = np.sqrt((x * x).sum(3, keepdims=True)), np.abs(x).sum(2, keepdims=True)
    wanted["l2"], wanted["l1"] = x / np.where(l2 == 0, 1, l2), x / np.where(l1 == 0, 1, l1)
    for name, value in wanted.items():
        np.testing.assert_allclose(found[name], value, 1e-4, 1e-5, err_msg=name)


def test_integers(tmp_path: Path) -> None:
    """int8 products, and uint8 between floats, where it is above 127."""
    codes = np.random.default_rng(0).integers(-128, 128, (2, 3, 4)).astype(np.int8)
    scales = [np.float32(0.02), np.int8(3), np.float32(0.03), np.int8(-5), np.float32(0.5)]
    names = ["as", "az", "bs", "bz", "ys", "yz"]
    stored = dict(zip(names, [*map(np.array, scales), np.array(7, np.int8)], strict=True))
    stored["b"] = codes[0].T.copy()
    nodes = [
        node("QLinearMatMul", ["a", "as", "az", "b", "bs", "bz", "ys", "yz"], ["product"]),
        node("Cast", ["x"], ["u"], to=TensorProto.UINT8),
        node("Cast", ["u"], ["back"], to=TensorProto.FLOAT),
    ]
    inputs = {"a": codes, "x": np.array([0, 100, 150, 255], np.float32)}
    compare(tmp_path / "m.onnx", nodes, inputs, ["product", "back"], stored=stored)


def test_recurrent_layers(tmp_path: Path) -> None:
    """Both directions, batch first, and an initial state."""
    nodes, stored, outputs = [], {}, []
    inputs = {"x": numbers(3, 2, 4), "h": numbers(2, 2, 5)}
    for operator, gates, direction, layout in (
        ("LSTM", 4, "bidirectional", 0),
        ("GRU", 3, "reverse", 0),
        ("RNN", 1, "bidirectional", 1),
    ):
        count = 2 if direction == "bidirectional" else 1
        stored |= {
            f"{operator}w": numbers(count, gates * 5, 4, scale=0.3),
            f"{operator}r": numbers(count, gates * 5, 5, scale=0.3),
            f"{operator}b": numbers(count, 2 * gates * 5, scale=0.3),
        }
        operands = ["x", *(f"{operator}{each}" for each in "wrb")]
        if operator == "LSTM":
            operands += ["", "h"]
        outputs += [f"{operator}_y", f"{operator}_h"]
        nodes.append(
            node(
                operator,
                operands,
                outputs[-2:],
                hidden_size=5,
                direction=direction,
                layout=layout,
            )
        )
    compare(tmp_path / "m.onnx", nodes, inputs, outputs, stored=stored)
    model = lutra.from_onnx(tmp_path / "m.onnx")
    with pytest.raises(lutra.LutraError, match="are both logits, expected one to train on"):
        model.training_step(lutra.SGD(0.1))


REFUSED = {
    "peepholes": (
        [node("LSTM", ["x", "w", "r", "", "", "", "", "p"], ["y"], hidden_size=2)],
        r"cannot import operator LSTM \(node 'the_LSTM'\): it has peepholes",
    ),
    "lengths": (
        [node("LSTM", ["x", "w", "r", "", "n"], ["y"], hidden_size=2)],
        "its sequences may have different lengths",
    ),
    "activation": (
        [node("LSTM", ["x", "w", "r"], ["y"], hidden_size=2, activations=["Relu"] * 3)],
        "its activations are relu, relu, relu, expected sigmoid, tanh, tanh",
    ),
    "empty": (
        [node("Reshape", ["x", "zero"], ["y"], allowzero=1)],
        r"Reshape \(node 'the_Reshape'\): its result has a size of 0",
    ),
    "unsigned": (
        [
            node("Cast", ["x"], ["u"], to=TensorProto.UINT8),
            node("MaxPool", ["u"], ["m"], kernel_shape=[1]),
            node("Cast", ["m"], ["y"], to=TensorProto.FLOAT),
        ],
        r"MaxPool \(node 'the_MaxPool'\): it is of unsigned integers",
    ),
    "unsigned output": (
        [node("Cast", ["x"], ["y"], to=TensorProto.UINT8)],
        "output 'y' is of type uint8, expected floats",
    ),
    "domain": (
        [helper.make_node("Relu", ["x"], ["y"], "the_Relu", domain="example.org")],
        r"Relu \(node 'the_Relu'\): it is of the domain 'example.org', not ONNX's own",
    ),
    "scales": (
        [node("Resize", ["x", "", "x1"], ["y"], coordinate_transformation_mode="align_corners")],
        r"Resize \(node 'the_Resize'\): its scales are not constants",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refusals(case: str, tmp_path: Path) -> None:
    nodes, message = REFUSED[case]
    stored = {
        "w": numbers(1, 8, 4),
        "r": numbers(1, 8, 2),
        "p": numbers(1, 6),
        "n": np.array([3, 2], np.int32),
        "zero": np.array([0, 3]),
    }
    inputs = {"x": np.zeros((0, 2, 4), np.float32) if case == "empty" else numbers(3, 2, 4)}
    if case == "scales":
        inputs["x1"] = np.ones(3, np.float32)
    used = {name for each in nodes for name in each.input}
    chosen = {name: value for name, value in stored.items() if name in used}
    if case in ("domain", "scales"):
        graph = helper.make_graph(
            nodes,
            "operators",
            [
                helper.make_tensor_value_info(name, TensorProto.FLOAT, value.shape)
                for name, value in inputs.items()
            ],
            [helper.make_tensor_value_info("y", TensorProto.FLOAT, [3, 2, 4])],
        )
        opsets = [helper.make_opsetid("", 22), helper.make_opsetid("example.org", 1)]
        onnx.save(helper.make_model(graph, opset_imports=opsets), tmp_path / "m.onnx")
    else:
        write(tmp_path / "m.onnx", nodes, inputs, ["y"], chosen)
    with pytest.raises(lutra.FrontendError, match=message) as caught:
        lutra.from_onnx(tmp_path / "m.onnx")
    assert "\n" not in str(caught.value)


def test_known_branches_and_sizes(tmp_path: Path) -> None:
    """What depends on shapes alone is computed before: branches, splits, reshapes."""
    then, other = (
        helper.make_graph(
            [helper.make_node(operator, ["x"], ["b"])],
            operator,
            [],
            [helper.make_tensor_value_info("b", TensorProto.FLOAT, [2, 6])],
        )
        for operator in ("Relu", "Neg")
    )
    nodes = [
        node("Shape", ["x"], ["shape"]),
        node("Gather", ["shape", "one"], ["width"]),
        node("Equal", ["width", "six"], ["is_six"]),
        node("If", ["is_six"], ["branch"], then_branch=then, else_branch=other),
        node("Div", ["width", "two"], ["half"]),
        node("Unsqueeze", ["half", "zero"], ["half_list"]),
        node("Concat", ["half_list", "half_list"], ["halves"], axis=0),
        node("Split", ["branch", "halves"], ["left", "right"], axis=1),
    ]
    stored = {name: np.array(value) for name, value in (("one", 1), ("two", 2), ("six", 6))}
    stored["zero"] = np.array([0])
    path = tmp_path / "m.onnx"
    model = write(path, nodes, {"x": numbers(2, 6)}, ["branch"], stored)
    del model.graph.output[:]
    model.graph.output.extend(
        helper.make_tensor_value_info(name, TensorProto.FLOAT, [2, 3]) for name in ("left", "right")
    )
    # As files of old are: what is stored is declared as an input, too.
    model.graph.input.append(helper.make_tensor_value_info("zero", TensorProto.INT64, [1]))
    onnx.save(model, path)
    left, right = call(path, {"x": numbers(2, 6)})
    relu = np.maximum(numbers(2, 6), 0)
    np.testing.assert_array_equal(np.concatenate([left, right], 1), relu)
