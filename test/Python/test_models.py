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
from kinks import Yardstick  # noqa: E402

STEPS = 20
LEARNING_RATE = 0.002


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
        kind = next(module.parameters()).dtype
        logits = module(self.x.to(kind) if self.x.is_floating_point() else self.x)
        return torch.nn.functional.cross_entropy(logits.flatten(0, -2), self.y.flatten()), logits

    def batch(self) -> tuple[np.ndarray, np.ndarray]:
        return self.x.numpy(), self.y.numpy()


def imported(name: str) -> Network:
    torch.manual_seed(0)
    make, example = models.MODELS[name]
    module, x = make(), example()
    with torch.no_grad():
        shape = copy.deepcopy(module)(x).shape
    y = torch.randint(0, shape[-1], shape[:-1])
    return Network(name, module, x, y, lutra.from_torch(module, x))


@pytest.fixture(scope="module", params=list(models.MODELS))
def network(request: pytest.FixtureRequest) -> Network:
    return imported(request.param)


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
        # The mean of what a batch norm and a convolution give is zero but for rounding.
        assert_close(state[name], buffer.numpy(), name, 1.0)
    gradients = {name: value.grad.numpy() for name, value in module.named_parameters()}
    largest = max(np.abs(value).max() for value in gradients.values())
    assert {key.removesuffix(" gradient") for key in got if key.endswith(" gradient")} == set(
        gradients
    )
    for name, gradient in gradients.items():
        assert_close(got[f"{name} gradient"], gradient, f"gradient of {name}", largest)


@dataclass
class Training:
    """What some steps came to here, in PyTorch, and in PyTorch at double precision."""

    step: lutra.TrainingStep
    module: Any
    double: Any
    losses: list[tuple[float, float, float]]

    def assert_close(self, rel: float) -> None:
        """Rounding grows from step to step: PyTorch in f32 is no nearer to f64 than it is."""
        apart = 0.0
        for index, (got, expected, exact) in enumerate(self.losses):
            apart = max(apart, abs(expected - exact))
            assert abs(got - exact) <= max(rel * exact, 4 * apart), f"step {index}: {self.losses}"


def train(network: Network, optimizer: lutra.Optimizer, make: Callable[..., Any]) -> Training:
    """All sides for some steps on one batch."""
    step = network.model.training_step(optimizer)
    module = copy.deepcopy(network.module)
    single = make(module.parameters())
    double = Yardstick(network.module, make, lambda side: network.loss(side)[0])
    losses = []
    for _ in range(STEPS):
        single.zero_grad()
        loss, _logits = network.loss(module)
        loss.backward()
        single.step()
        got = step(*network.batch())
        losses.append((got, loss.item(), double.step(step.parameters)))
    return Training(step, module, double.module, losses)


def test_twenty_sgd_steps_and_evaluation(network: Network) -> None:
    training = train(
        network,
        lutra.SGD(LEARNING_RATE, momentum=0.5),
        lambda parameters: torch.optim.SGD(parameters, LEARNING_RATE, momentum=0.5),
    )
    training.assert_close(1e-4)
    step, module = training.step, training.module
    single, double = own_values(module), own_values(training.double)
    assert {*step.parameters, *step.buffers} == set(single)
    for name, value in {**step.parameters, **step.buffers}.items():
        apart = np.abs(single[name] - double[name]).max()
        assert np.abs(value - double[name]).max() <= max(1e-4, 4 * apart), name
    # Evaluation with the same values on both sides.
    module.load_state_dict(
        {
            name: torch.from_numpy(v.copy())
            for name, v in {**step.parameters, **step.buffers}.items()
        }
    )
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
    train(
        network, lutra.Adam(1e-3), lambda parameters: torch.optim.Adam(parameters, 1e-3)
    ).assert_close(1e-2)


@pytest.mark.parametrize("name", ["mobilenet_v2", "resnext", "efficientnet", "conv1d"])
@pytest.mark.parametrize("per_channel", [False, True])
def test_grouped_networks_train_approximately(name: str, per_channel: bool) -> None:
    """Every layer multiplies approximately, and all of them learn one batch."""
    network = imported(name)
    model = network.model.approximate(
        "truncated:8x8:drop=5", gradient="lut-2d:hws=8", per_channel=per_channel
    )
    assert {layer["policy"] for layer in model.layers.values()} == {"approximate"}
    step = model.training_step(lutra.Adam(5e-3))
    losses = [step(*network.batch()) for _ in range(2 * STEPS)]
    assert losses[-1] < 0.8 * losses[0]
    # The approximate products are not the exact ones.
    exact = network.model.training_step(lutra.Adam(5e-3))(*network.batch())
    assert losses[0] != pytest.approx(exact, rel=1e-5)
