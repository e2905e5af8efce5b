"""Imported networks against PyTorch: loss, logits, buffers, every gradient, and training.

The tolerances: a gradient differs by at most 1e-4 of its largest element plus 1e-6 of the
largest of all gradients (a bias before a batch norm has the true gradient zero).
"""

from __future__ import annotations

import copy
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import lutra
import numpy as np
import pytest
from conftest import ROOT

torch = pytest.importorskip("torch", reason="PyTorch is what is compared with")
pytest.importorskip("iree.compiler", reason="iree-base-compiler is the importer")
sys.path.insert(0, str(ROOT / "test" / "Corpus"))
models = pytest.importorskip("models")

STEPS = 20
LEARNING_RATE = 0.01


@dataclass
class Network:
    """A network of the corpus, an input, labels, and the imported model."""

    name: str
    module: Any
    x: Any
    y: Any
    model: lutra.Model

    def loss(self, module: Any) -> Any:
        """Mean cross-entropy over all positions, and the logits."""
        logits = module(self.x)
        return torch.nn.functional.cross_entropy(logits.flatten(0, -2), self.y.flatten()), logits

    def batch(self) -> tuple[np.ndarray, np.ndarray]:
        return self.x.numpy(), self.y.numpy()


@pytest.fixture(scope="module", params=list(models.MODELS))
def network(request: pytest.FixtureRequest) -> Network:
    torch.manual_seed(0)
    make, example = models.MODELS[request.param]
    module, x = make(), example()
    with torch.no_grad():
        shape = copy.deepcopy(module)(x).shape
    y = torch.randint(0, shape[-1], shape[:-1])
    return Network(request.param, module, x, y, lutra.from_torch(module, x))


def own_values(module: Any) -> dict[str, np.ndarray]:
    values = {**dict(module.named_parameters()), **dict(module.named_buffers())}
    return {name: value.detach().numpy() for name, value in values.items()}


def assert_close(got: np.ndarray, expected: np.ndarray, what: str, scale: float = 0.0) -> None:
    limit = 1e-4 * np.abs(expected).max(initial=0) + 1e-6 * scale
    difference = np.abs(np.asarray(got, np.float64) - expected).max(initial=0)
    assert difference <= limit, f"{what} differs by {difference:.3g}, more than {limit:.3g}"


def test_loss_logits_buffers_and_gradients(network: Network) -> None:
    module = copy.deepcopy(network.module)
    loss, logits = network.loss(module)
    loss.backward()
    state = {**network.model.initial_parameters(), **network.model.initial_buffers()}
    x, y = network.batch()
    name = next(iter(network.model.arguments("input")))
    got = network.model.value_and_grad()({**state, name: x, "label": y})
    assert got["loss"] == pytest.approx(loss.item(), rel=1e-5)
    assert_close(got["logits"], logits.detach().numpy(), "logits")
    for name, buffer in module.named_buffers():
        assert_close(state[name], buffer.numpy(), name)
    gradients = {name: value.grad.numpy() for name, value in module.named_parameters()}
    largest = max(np.abs(value).max() for value in gradients.values())
    assert {key.removesuffix(" gradient") for key in got if key.endswith(" gradient")} == set(
        gradients
    )
    for name, gradient in gradients.items():
        assert_close(got[f"{name} gradient"], gradient, f"gradient of {name}", largest)


def train(
    network: Network, optimizer: lutra.Optimizer, make: Callable[..., Any]
) -> tuple[Any, Any, list[tuple[float, float]]]:
    """Both sides for some steps on one batch."""
    module = copy.deepcopy(network.module)
    other = make(module.parameters())
    step = network.model.training_step(optimizer)
    losses = []
    for _ in range(STEPS):
        other.zero_grad()
        loss, _logits = network.loss(module)
        loss.backward()
        other.step()
        losses.append((step(*network.batch()), loss.item()))
    return step, module, losses


def test_twenty_sgd_steps_and_evaluation(network: Network) -> None:
    step, module, losses = train(
        network,
        lutra.SGD(LEARNING_RATE, momentum=0.5),
        lambda parameters: torch.optim.SGD(parameters, LEARNING_RATE, momentum=0.5),
    )
    for got, expected in losses:
        assert got == pytest.approx(expected, rel=1e-4)
    expected_state = own_values(module)
    assert {*step.parameters, *step.buffers} == set(expected_state)
    for name, value in {**step.parameters, **step.buffers}.items():
        assert np.abs(value - expected_state[name]).max() <= 1e-4, name
    module.eval()
    with torch.no_grad():
        loss, logits = network.loss(module)
    evaluation = step.evaluate(*network.batch())
    assert evaluation.loss == pytest.approx(loss.item(), rel=1e-4)
    assert np.abs(evaluation.logits - logits.numpy()).max() <= 1e-3
    assert evaluation.accuracy == pytest.approx(
        float((logits.argmax(-1) == network.y).float().mean())
    )


def test_twenty_adam_steps(network: Network) -> None:
    _, _, losses = train(
        network, lutra.Adam(1e-3), lambda parameters: torch.optim.Adam(parameters, 1e-3)
    )
    for got, expected in losses:
        assert got == pytest.approx(expected, rel=1e-2)
