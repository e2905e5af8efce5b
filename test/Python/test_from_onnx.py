"""lutra.from_onnx: values and training against PyTorch, and files that are not models."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import lutra
import numpy as np
import pytest

onnx = pytest.importorskip("onnx", reason="ONNX models are what is imported")
pytest.importorskip("iree.compiler", reason="iree-base-compiler is the importer")
from onnx import TensorProto, helper, numpy_helper  # noqa: E402

BATCH, CLASSES = 4, 10


def initializers() -> dict[str, np.ndarray]:
    g = np.random.default_rng(0)
    shapes = {
        "c.weight": (6, 1, 3, 3),
        "c.bias": (6,),
        "bn.scale": (6,),
        "bn.bias": (6,),
        "bn.mean": (6,),
        "bn.var": (6,),
        "f.weight": (CLASSES, 96),
        "f.bias": (CLASSES,),
    }
    values = {name: g.normal(0, 0.2, shape).astype(np.float32) for name, shape in shapes.items()}
    values["bn.var"] = np.abs(values["bn.var"]) + 1
    return values


def save(path: Path, extra: str = "", batch: str | int = "N", opset: int = 17) -> Path:
    """conv - batch norm - relu - pool - linear, with an operator of choice at the end."""
    last = "logits" if extra else "y"
    nodes = [
        helper.make_node("Conv", ["x", "c.weight", "c.bias"], ["a"], pads=[1, 1, 1, 1]),
        helper.make_node(
            "BatchNormalization", ["a", "bn.scale", "bn.bias", "bn.mean", "bn.var"], ["b"]
        ),
        helper.make_node("Relu", ["b"], ["r"]),
        helper.make_node("MaxPool", ["r"], ["p"], kernel_shape=[2, 2], strides=[2, 2]),
        helper.make_node("Reshape", ["p", "shape"], ["flat"]),
        helper.make_node("Gemm", ["flat", "f.weight", "f.bias"], [last], transB=1),
    ]
    if extra:
        nodes.append(helper.make_node(extra, [last], ["y"]))
    tensors = [numpy_helper.from_array(value, name) for name, value in initializers().items()]
    tensors.append(numpy_helper.from_array(np.array([-1, 96]), "shape"))
    graph = helper.make_graph(
        nodes,
        "small",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [batch, 1, 8, 8])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [batch, CLASSES])],
        tensors,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=9)
    onnx.save(model, path)
    return path


def test_roles_and_gradients(tmp_path: Path) -> None:
    torch: Any = pytest.importorskip("torch", reason="PyTorch is what is compared with")
    model = lutra.from_onnx(save(tmp_path / "m.onnx"), batch=BATCH)
    assert list(model.parameters) == [
        "c.weight",
        "c.bias",
        "bn.scale",
        "bn.bias",
        "f.weight",
        "f.bias",
    ]
    assert list(model.arguments("buffer")) == ["bn.mean", "bn.var"]
    g = np.random.default_rng(1)
    x, y = g.normal(size=(BATCH, 1, 8, 8)).astype(np.float32), np.array([0, 3, 9, 1])
    step = model.training_step(lutra.SGD(0.1))
    p = {name: torch.tensor(v, requires_grad=True) for name, v in initializers().items()}
    f = torch.nn.functional
    h = f.conv2d(torch.tensor(x), p["c.weight"], p["c.bias"], padding=1)
    h = f.batch_norm(h, p["bn.mean"].detach(), p["bn.var"].detach(), p["bn.scale"], p["bn.bias"])
    h = f.max_pool2d(f.relu(h), 2).flatten(1)
    loss = f.cross_entropy(f.linear(h, p["f.weight"], p["f.bias"]), torch.tensor(y))
    loss.backward()
    assert step(x, y) == pytest.approx(loss.item(), rel=1e-5)
    for name, value in step.parameters.items():
        moved = (p[name] - 0.1 * p[name].grad).detach().numpy()
        np.testing.assert_allclose(value, moved, atol=1e-6, err_msg=name)


def test_gather(tmp_path: Path) -> None:
    """An embedding: indices count from the end, too, and are checked before a call."""
    torch: Any = pytest.importorskip("torch", reason="PyTorch is what is compared with")
    g = np.random.default_rng(0)
    table, weight = (g.normal(size=shape).astype(np.float32) for shape in ((7, 4), (4, 5)))
    graph = helper.make_graph(
        [
            helper.make_node("Gather", ["table", "x"], ["rows"], axis=0),
            helper.make_node("MatMul", ["rows", "weight"], ["y"]),
        ],
        "embedding",
        [helper.make_tensor_value_info("x", TensorProto.INT64, [2, 3])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [2, 3, 5])],
        [numpy_helper.from_array(table, "table"), numpy_helper.from_array(weight, "weight")],
    )
    opsets = [helper.make_opsetid("", 17)]
    onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=9), tmp_path / "m.onnx")
    model = lutra.from_onnx(tmp_path / "m.onnx")
    x, y = np.array([[0, 1, -1], [6, 6, -7]]), np.array([[0, 1, 2], [3, 4, 0]])
    step = model.training_step(lutra.SGD(1.0))
    rows, columns = torch.tensor(table, requires_grad=True), torch.tensor(weight)
    logits = rows[torch.tensor(x)] @ columns
    loss = torch.nn.functional.cross_entropy(logits.flatten(0, 1), torch.tensor(y).flatten())
    loss.backward()
    assert step(x, y) == pytest.approx(loss.item(), rel=1e-5)
    np.testing.assert_allclose(step.parameters["table"], table - rows.grad.numpy(), atol=1e-6)
    x[1, 0] = 7
    with pytest.raises(lutra.InputError, match=r"has 7 at \[1, 0\], expected -7 to 6"):
        step(x, y)


def test_static_batch_and_approximate(tmp_path: Path) -> None:
    model = lutra.from_onnx(save(tmp_path / "m.onnx", batch=BATCH))
    step = model.approximate("truncated:8x8:drop=8", keep_exact=["c"]).training_step(
        lutra.Adam(1e-2)
    )
    assert step.batch_size == BATCH


def test_what_is_refused(tmp_path: Path) -> None:
    whole = save(tmp_path / "m.onnx").read_bytes()
    cut = tmp_path / "cut.onnx"
    cut.write_bytes(whole[: len(whole) // 2])
    text = tmp_path / "text.onnx"
    text.write_text("not a model\n")
    odd = save(tmp_path / "odd.onnx", extra="NonZero", batch=BATCH)
    calls: list[tuple[Any, str]] = [
        (lambda: lutra.from_onnx(tmp_path / "m.onnx"), "input 'x' has the dynamic dimension 'N'"),
        (
            lambda: lutra.from_onnx(cut, batch=2),
            r"cut\.onnx is not a complete ONNX model: .*onnx",
        ),
        (lambda: lutra.from_onnx(text, batch=2), r"text\.onnx is not a complete ONNX model"),
        (lambda: lutra.from_onnx(tmp_path / "none.onnx"), r"none\.onnx: No such file"),
        (lambda: lutra.from_onnx(odd), r"odd\.onnx: "),
    ]
    for call, message in calls:
        with pytest.raises(lutra.FrontendError, match=message) as caught:
            call()
        assert "\n" not in str(caught.value)
