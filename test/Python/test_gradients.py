"""Loss, logits and every gradient of whole models against PyTorch, in float."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import lutra
import numpy as np
import pytest
from conftest import INPUTS

torch = pytest.importorskip("torch", reason="PyTorch is the reference")


def import_file(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"models_{path.parent.name}", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def compare(path: Path, network: torch.nn.Module, shape: tuple[int, ...], classes: int) -> None:
    """`path` is main(parameters..., x, y) -> (loss, logits) of `network`."""
    torch.manual_seed(0)
    names = [name for name, _ in network.named_parameters()]
    model = lutra.load(
        path, roles=[f"parameter:{len(names)}", "input", "label"], names=[*names, "x", "y"]
    )
    functions = model.module.run("approx-autodiff{of=main}").compile()
    generator = np.random.default_rng(1)
    x = generator.normal(size=shape).astype(np.float32)
    y = generator.integers(0, classes, shape[0])
    values = {name: value.detach().numpy() for name, value in network.named_parameters()}
    outputs = functions["main_value_and_grad"]({**values, "x": x, "y": y})

    logits = network(torch.tensor(x))
    loss = torch.nn.functional.cross_entropy(logits, torch.tensor(y))
    loss.backward()
    assert float(outputs["loss"]) == pytest.approx(loss.item(), rel=1e-5)
    np.testing.assert_allclose(outputs["logits"], logits.detach().numpy(), rtol=1e-4, atol=1e-5)
    expected = {name: value.grad.numpy() for name, value in network.named_parameters()}
    # A bias before a normalisation has zero true gradient: hence the second term.
    largest = max(np.abs(gradient).max() for gradient in expected.values())
    for name, gradient in expected.items():
        bound = 1e-4 * np.abs(gradient).max() + 1e-6 * largest
        assert np.abs(outputs[f"{name} gradient"] - gradient).max() <= bound, name
        assert np.abs(gradient).max() > 0, name


@pytest.mark.parametrize(
    ("name", "shape", "classes"),
    [("SmallLeNet", (4, 1, 12, 12), 10), ("SmallMLP", (4, 16), 4)],
)
def test_checked_in_models(name: str, shape: tuple[int, ...], classes: int) -> None:
    models = import_file(INPUTS.parent / "models.py")
    file = {"SmallLeNet": "small_lenet_loss.mlir", "SmallMLP": "small_mlp_loss.mlir"}[name]
    compare(INPUTS / file, getattr(models, name)(), shape, classes)


def test_lenet5_of_the_corpus(corpus: Path) -> None:
    models = import_file(corpus / "models.py")
    compare(corpus / "torch_lenet5_loss.mlir", models.LeNet5(), (8, 1, 28, 28), 10)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (lutra.SGD(0.1), lambda p: torch.optim.SGD(p, lr=0.1)),
        (
            lutra.SGD(0.1, momentum=0.9, weight_decay=0.01),
            lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.01),
        ),
        (
            lutra.SGD(0.1, momentum=0.9, nesterov=True),
            lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True),
        ),
        (lutra.Adam(1e-2), lambda p: torch.optim.Adam(p, lr=1e-2)),
        (
            lutra.Adam(1e-2, weight_decay=0.01),
            lambda p: torch.optim.Adam(p, lr=1e-2, weight_decay=0.01),
        ),
        (lutra.AdamW(1e-2), lambda p: torch.optim.AdamW(p, lr=1e-2)),
    ],
    ids=["sgd", "sgd-momentum-decay", "sgd-nesterov", "adam", "adam-decay", "adamw"],
)
def test_optimizers(mlp: lutra.Model, ours: lutra.Optimizer, theirs: object) -> None:
    """Ten steps of one linear layer as PyTorch's optimizers take them."""
    start = mlp.initial_parameters(0)
    step = mlp.training_step(ours, parameters=start)
    weight, bias = (
        torch.tensor(start[name], requires_grad=True) for name in ("fc.weight", "fc.bias")
    )
    optimizer = theirs([weight, bias])  # type: ignore[operator]
    generator = np.random.default_rng(2)
    for _ in range(10):
        x = generator.normal(size=(8, 1, 4, 4)).astype(np.float32)
        y = generator.integers(0, 10, 8)
        loss = step(x, y)
        optimizer.zero_grad()
        logits = torch.tensor(x).flatten(1) @ weight.T + bias
        expected = torch.nn.functional.cross_entropy(logits, torch.tensor(y))
        expected.backward()
        optimizer.step()
        assert loss == pytest.approx(expected.item(), rel=1e-4)
    np.testing.assert_allclose(step.parameters["fc.weight"], weight.detach(), rtol=1e-3, atol=1e-4)
    assert step.step_count == 10
