"""Whole networks in approximate arithmetic against PyTorch with table look-ups."""

from __future__ import annotations

import copy
import sys

import lutra
import numpy as np
import pytest
from conftest import ROOT

torch = pytest.importorskip("torch", reason="PyTorch is the oracle")
pytest.importorskip("iree.compiler", reason="iree-base-compiler is the importer")
oracle = pytest.importorskip("oracle")
approximate_mode = pytest.importorskip("approximate_mode")
sys.path.insert(0, str(ROOT / "test" / "Corpus"))
models = pytest.importorskip("models")

STEPS = 5


def gpt(*, tied: bool) -> tuple[torch.nn.Module, torch.Tensor]:
    module = models.GPT()
    if tied:
        # Read as rows in floats, and multiplied as codes; of the size of a linear layer's.
        module.head.weight = module.wte.weight
        torch.nn.init.normal_(module.wte.weight, std=0.2)
    return module, torch.randint(0, 17, (4, 8))


NETWORKS = {
    # Of few values: a code that rounds the other way grows from one batch norm to the next.
    "resnet": lambda: (models.ResNet18(widths=(4, 8)), torch.randn(4, 3, 8, 8)),
    "vit": lambda: (models.ViT(), torch.randn(4, 3, 16, 16)),
    "gpt": lambda: gpt(tied=False),
    "gpt, tied": lambda: gpt(tied=True),
    # Grouped, depthwise and one-dimensional convolutions.
    "resnext": lambda: (models.ResNeXt(), torch.randn(4, 3, 12, 12)),
    "mobilenet": lambda: (models.MobileNetV2(), torch.randn(4, 3, 16, 16)),
    "conv1d": lambda: (models.Conv1dNet(), torch.randn(4, 2, 32)),
}
CASES = [
    ("resnet", "truncated:8x8:drop=7", "lut-2d:hws=16"),
    ("resnet", "mitchell:8x8", "lut-1d"),
    ("vit", "truncated:8x8:drop=7", "lut-1d"),
    ("vit", "or_compressed:8x8", "lut-2d:hws=16"),
    ("gpt", "truncated:8x8:drop=7", "lut-2d:hws=16"),
    ("gpt", "mitchell:8x8", "lut-1d"),
    ("gpt, tied", "truncated:8x8:drop=7", "lut-1d"),
    ("resnext", "truncated:8x8:drop=7", "lut-2d:hws=16"),
    ("resnext", "mitchell:8x8", "ste"),
    ("mobilenet", "truncated:8x8:drop=7", "lut-2d:hws=16"),
    ("mobilenet", "or_compressed:8x8", "lut-1d"),
    ("conv1d", "mitchell:8x8", "lut-2d:hws=16"),
]


@pytest.mark.parametrize(("name", "spec", "estimator"), CASES)
def test_gradients_and_five_steps(name: str, spec: str, estimator: str) -> None:
    torch.manual_seed(3)
    module, x = NETWORKS[name]()
    with torch.no_grad():
        shape = copy.deepcopy(module)(x).shape
    y = torch.randint(0, shape[-1], shape[:-1])
    multiplier = lutra.Multiplier(spec)
    model = lutra.from_torch(module, x).approximate(multiplier, gradient=estimator)
    step = model.training_step(lutra.SGD(0.02))
    table = oracle.Table(
        multiplier.table,
        multiplier.gradient_table(estimator, 0),
        multiplier.gradient_table(estimator, 1),
    )
    mode = approximate_mode.ApproximateMode(table)
    optimizer = torch.optim.SGD(module.parameters(), lr=0.02)
    for number in range(STEPS):
        before = {key: value.copy() for key, value in step.parameters.items()}
        loss = step(x.numpy(), y.numpy())
        with mode:
            logits = module(x)
        expected = torch.nn.functional.cross_entropy(logits.flatten(0, -2), y.flatten())
        optimizer.zero_grad()
        expected.backward()
        optimizer.step()
        assert loss == pytest.approx(expected.item(), abs=1e-3), f"loss of step {number}"
        if number > 0:
            continue
        # The first step starts from equal weights: its gradients are compared one by one.
        largest = max(float(p.grad.abs().max()) for p in module.parameters())
        for key, parameter in module.named_parameters():
            gradient = (before[key] - step.parameters[key]) / 0.02
            reference = parameter.grad.numpy()
            limit = 2e-3 * np.abs(reference).max() + 1e-4 * largest
            assert np.abs(gradient - reference).max() <= limit, f"gradient of {key}"
    assert len(step.ranges) == len(mode.ranges)
    got = np.sort(np.stack(list(step.ranges.values())), axis=0)
    reference = np.sort(np.stack([np.array([float(a), float(b)]) for a, b in mode.ranges]), axis=0)
    np.testing.assert_allclose(got, reference, rtol=1e-3, atol=1e-4)
    differing = total = 0
    for key, parameter in module.named_parameters():
        if not key.endswith(".weight") or parameter.dim() < 2:
            continue
        mine = torch.tensor(step.parameters[key])
        codes = [
            oracle.quantise(w, *oracle.scale_and_zero(w.min(), w.max()))[0]
            for w in (mine, parameter.detach())
        ]
        difference = (codes[0] - codes[1]).abs()
        assert difference.max() <= 1, f"codes of {key}"
        differing, total = differing + int((difference > 0).sum()), total + difference.numel()
    assert differing <= max(1, 0.001 * total), f"{differing} of {total} codes differ"
