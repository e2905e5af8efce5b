"""The given corpus, at full width: loss, gradients and twenty steps are the frameworks'."""

from __future__ import annotations

import copy
import importlib.util
from pathlib import Path
from typing import Any

import lutra
import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="PyTorch is what is compared with")
import kinks  # noqa: E402

BATCH, STEPS, RATE = 8, 20, 2e-4
# Of the loss of a step. Behind batch norms over eight images, one relu that is on here and off
# there moves the gradients by percents, as it does between PyTorch in f32 and in f64.
TOLERANCES = {"torch_resnet18_train": 2e-3}
NETWORKS = {
    "torch_lenet5_loss": (lambda m: m.LeNet5(), (1, 28, 28)),
    "torch_resnet18_train": (lambda m: m.ResNet18(), (3, 32, 32)),
    "torch_vit_depth2": (lambda m: m.ViT(depth=2), (3, 32, 32)),
}


def corpus_models(corpus: Path) -> Any:
    """Its models.py, beside which test/Corpus has one of its own."""
    spec = importlib.util.spec_from_file_location("corpus_models", corpus / "models.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def limit(expected: Any, scale: float = 0.0) -> float:
    return float(1e-4 * np.abs(expected).max(initial=0) + 1e-6 * scale)


def assert_close(got: Any, expected: Any, what: str, scale: float = 0.0) -> None:
    assert np.abs(got - expected).max(initial=0) <= limit(expected, scale), what


@pytest.mark.parametrize("name", NETWORKS)
def test_pytorch(name: str, corpus: Path) -> None:
    torch.manual_seed(0)
    make, shape = NETWORKS[name]
    module = make(corpus_models(corpus)).train()
    x, y = torch.randn(BATCH, *shape), torch.randint(0, 10, (BATCH,))
    parameters, buffers = dict(module.named_parameters()), dict(module.named_buffers())
    roles = [f"parameter:{len(parameters)}", f"buffer:{len(buffers)}", "input", "label"]
    model = lutra.load(
        corpus / f"{name}.mlir",
        roles=[role for role in roles if not role.endswith(":0")],
        names=[*parameters, *buffers, "x", "y"],
    )
    start = copy.deepcopy(module)
    state = {key: value.detach().numpy().copy() for key, value in {**parameters, **buffers}.items()}
    got = model.value_and_grad()({**state, "x": x.numpy(), "y": y.numpy()})
    loss = torch.nn.functional.cross_entropy(module(x), y)
    loss.backward()
    assert got["loss"] == pytest.approx(loss.item(), rel=1e-5)
    largest = max(float(p.grad.abs().max()) for p in parameters.values())
    # A relu of some millions has its input within rounding of zero.
    expected = kinks.gradients(
        start,
        lambda side: torch.nn.functional.cross_entropy(side(x), y),
        {key: got[f"{key} gradient"] for key in parameters},
        lambda _, a, b: np.abs(a - b).max(initial=0) / limit(b, largest),
    )
    for key in parameters:
        assert_close(got[f"{key} gradient"], expected[key], key, largest)

    optimizer = torch.optim.SGD(module.parameters(), RATE)
    step = model.training_step(
        lutra.SGD(RATE),
        parameters={key: parameters[key].detach().numpy() for key in parameters},
        buffers={key: buffers[key].numpy() for key in buffers},
    )
    for number in range(STEPS):
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(module(x), y)
        loss.backward()
        optimizer.step()
        tolerance = TOLERANCES.get(name, 1e-4)
        assert step(x.numpy(), y.numpy()) == pytest.approx(loss.item(), rel=tolerance), number
    for key, parameter in parameters.items():
        assert np.abs(step.parameters[key] - parameter.detach().numpy()).max() <= 1e-4, key


def test_jax(corpus: Path) -> None:
    jax = pytest.importorskip("jax", reason="JAX is what is compared with")
    jnp = jax.numpy

    def loss(p: Any, x: Any, y: Any) -> Any:
        h = jax.lax.conv_general_dilated(
            x, p["c"], (1, 1), "SAME", dimension_numbers=("NHWC", "HWIO", "NHWC")
        )
        h = jax.nn.relu(h + p["cb"])
        window = (1, 2, 2, 1)
        h = jax.lax.reduce_window(h, -jnp.inf, jax.lax.max, window, window, "VALID")
        logits = h.reshape(h.shape[0], -1) @ p["w"] + p["b"]
        return -(jax.nn.log_softmax(logits) * jax.nn.one_hot(y, 10)).sum(-1).mean()

    g = np.random.default_rng(0)
    shapes = {"b": (10,), "c": (3, 3, 1, 8), "cb": (8,), "w": (1568, 10)}
    p = {key: 0.1 * g.normal(size=shape).astype(np.float32) for key, shape in shapes.items()}
    x = g.normal(size=(BATCH, 28, 28, 1)).astype(np.float32)
    y = g.integers(0, 10, BATCH).astype(np.int32)
    model = lutra.load(
        corpus / "jax_cnn.mlir",
        roles=["parameter:4", "input", "label"],
        names=[*shapes, "x", "y"],
    )
    got = model.value_and_grad()({**p, "x": x, "y": y})
    value_and_grad = jax.jit(jax.value_and_grad(loss))
    value, gradients = value_and_grad(p, x, y)
    assert got["loss"] == pytest.approx(float(value), rel=1e-5)
    for key, gradient in gradients.items():
        assert_close(got[f"{key} gradient"], np.asarray(gradient), key)
    step = model.training_step(lutra.SGD(RATE), parameters=p)
    for _ in range(STEPS):
        value, gradients = value_and_grad(p, x, y)
        p = {key: p[key] - RATE * gradients[key] for key in p}
        assert step(x, y) == pytest.approx(float(value), rel=1e-4)
