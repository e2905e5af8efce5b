"""Random numbers in training: dropout, stochastic depth, and the seeds they are drawn from."""

from __future__ import annotations

import copy
import itertools
import sys
from pathlib import Path
from typing import Any

import lutra
import numpy as np
import pytest
from conftest import ROOT

torch = pytest.importorskip("torch", reason="PyTorch is the frontend")
pytest.importorskip("iree.compiler", reason="iree-base-compiler is the importer")
sys.path.insert(0, str(ROOT / "test" / "Corpus"))
models = pytest.importorskip("models")


class OneDropout(torch.nn.Module):
    """Logits x + w, dropped: the gradient of w shows the mask."""

    def __init__(self, p: float, shape: tuple[int, int]) -> None:
        super().__init__()
        self.p = p
        self.w = torch.nn.Parameter(torch.ones(shape))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.nn.functional.dropout(x + self.w, self.p, self.training)


class Draws(torch.nn.Module):
    """Two draws of one probability: they must differ within a step, too."""

    def __init__(self, shape: tuple[int, int]) -> None:
        super().__init__()
        self.a = torch.nn.Parameter(torch.ones(shape))
        self.b = torch.nn.Parameter(torch.ones(shape))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        drop = torch.nn.functional.dropout
        return drop(x + self.a, 0.5, self.training) + drop(x + self.b, 0.5, self.training)


class StochasticDepth(torch.nn.Module):
    """Drops a whole branch of some samples, as timm's DropPath does."""

    def __init__(self, keep: float) -> None:
        super().__init__()
        self.keep = keep

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not self.training:
            return x
        shape = (x.shape[0],) + (1,) * (x.dim() - 1)
        return x * x.new_empty(shape).bernoulli_(self.keep).div_(self.keep)


def with_stochastic_depth(vit: Any) -> Any:
    for block in vit.blocks:
        block.attention.proj = torch.nn.Sequential(block.attention.proj, torch.nn.Dropout(0.1))
        block.mlp = torch.nn.Sequential(block.mlp, torch.nn.Dropout(0.1), StochasticDepth(0.8))
    return vit


def step_masks(step: lutra.TrainingStep, count: int) -> list[np.ndarray]:
    """Masks of some steps, as the parameter `w` moved: kept where it did."""
    x = np.zeros(step.model.arguments("input")["x"].static_shape, np.float32)
    y = np.zeros(len(x), np.int64)
    masks = []
    for _ in range(count):
        step.parameters["w"][...] = 1
        step(x, y)
        masks.append(step.parameters["w"] != 1)
    return masks


@pytest.fixture(scope="module")
def step() -> lutra.TrainingStep:
    torch.manual_seed(0)
    model = lutra.from_torch(OneDropout(0.3, (64, 50)), torch.zeros(64, 50))
    return model.training_step(lutra.SGD(1.0), seed=7)


@pytest.fixture(autouse=True)
def _fresh(step: lutra.TrainingStep) -> None:
    step.reset(step.model.initial_parameters(), seed=7)


def test_every_step_draws_anew_at_the_right_rate(step: lutra.TrainingStep) -> None:
    masks = step_masks(step, 20)
    for first, second in itertools.pairwise(masks):
        assert 0.35 < np.mean(first != second) < 0.49  # 2 * 0.3 * 0.7 = 0.42
    kept = np.mean(masks)
    # 64000 draws: four standard deviations.
    assert abs(kept - 0.7) < 4 * np.sqrt(0.3 * 0.7 / np.size(masks))
    # No position is favoured over the steps, and none in a row or a column.
    assert abs(np.mean(masks, axis=(0, 1)) - 0.7).max() < 5 * np.sqrt(0.21 / (20 * 64))
    assert abs(np.mean(masks, axis=(0, 2)) - 0.7).max() < 5 * np.sqrt(0.21 / (20 * 50))
    correlation = np.corrcoef(np.stack([mask.ravel() for mask in masks]))
    assert np.abs(correlation - np.eye(20)).max() < 0.09  # five standard deviations


def test_a_run_is_reproducible_and_differs_by_seed(step: lutra.TrainingStep) -> None:
    first = step_masks(step, 3)
    step.reset(step.model.initial_parameters())
    assert all(np.array_equal(a, b) for a, b in zip(first, step_masks(step, 3), strict=True))
    step.reset(step.model.initial_parameters(), seed=8)
    assert all((a != b).mean() > 0.3 for a, b in zip(first, step_masks(step, 3), strict=True))


def test_a_saved_run_continues(step: lutra.TrainingStep, tmp_path: Path) -> None:
    x, y = np.ones((64, 50), np.float32), np.arange(64) % 50
    step(x, y)
    step.save(tmp_path / "state.npz")
    expected = [step(x, y) for _ in range(3)]
    step.reset(step.model.initial_parameters(), seed=99)
    step.load(tmp_path / "state.npz")
    assert [step(x, y) for _ in range(3)] == expected


def test_seeds_out_of_range_are_refused(step: lutra.TrainingStep) -> None:
    step.reset(step.model.initial_parameters(), seed=2**64 - 1)
    for seed in (-1, 2**64):
        with pytest.raises(lutra.InputError, match=f"from 0 to 2\\^64 - 1, got {seed}"):
            step.reset(step.model.initial_parameters(), seed=seed)


def test_evaluation_drops_nothing(step: lutra.TrainingStep) -> None:
    x = np.random.default_rng(0).normal(size=(64, 50)).astype(np.float32)
    y = np.arange(64) % 50
    np.testing.assert_array_equal(step.evaluate(x, y).logits, x + 1)


def test_logits_and_gradient_are_the_mask_over_the_rate() -> None:
    x = torch.zeros(8, 6)
    model = lutra.from_torch(OneDropout(0.25, (8, 6)), x)
    got = model.value_and_grad()(
        {
            **model.initial_parameters(),
            "x": x.numpy(),
            "label": np.zeros(8, np.int64),
            "seed": np.array(5, np.int64),
        }
    )
    mask = got["logits"] != 0
    assert 0 < mask.mean() < 1
    np.testing.assert_allclose(got["logits"], mask / 0.75, rtol=1e-6)
    # Softmax minus one-hot, through the same mask that the forward pass used.
    logits = torch.tensor(got["logits"], requires_grad=True)
    torch.nn.functional.cross_entropy(logits, torch.zeros(8, dtype=torch.int64)).backward()
    np.testing.assert_allclose(
        got["w gradient"], logits.grad.numpy() * mask / 0.75, rtol=1e-5, atol=1e-8
    )


def test_two_draws_of_a_step_differ() -> None:
    model = lutra.from_torch(Draws((32, 40)), torch.zeros(32, 40))
    step = model.training_step(lutra.SGD(1.0), seed=1)
    step(np.zeros((32, 40), np.float32), np.zeros(32, np.int64))
    masks = [value != 1 for value in step.parameters.values()]
    assert 0.4 < np.mean(masks[0] != masks[1]) < 0.6


def test_a_rate_of_zero_changes_nothing() -> None:
    torch.manual_seed(0)
    x, y = torch.randn(4, 3, 16, 16), np.arange(4)
    plain, dropped = models.VGG(), models.VGG(dropout=0.0)
    dropped.load_state_dict(plain.state_dict())
    plain.classifier[2] = torch.nn.Identity()
    losses = []
    for module in (plain, dropped):
        step = lutra.from_torch(module, x).training_step(lutra.SGD(0.05))
        losses.append([step(x.numpy(), y) for _ in range(3)])
    assert losses[0] == losses[1]


NETWORKS = {
    "vgg": lambda: models.VGG(dropout=0.5),
    "vit": lambda: with_stochastic_depth(models.ViT()),
}


@pytest.mark.parametrize("multiplier", [None, "truncated:8x8:drop=6"])
@pytest.mark.parametrize("name", list(NETWORKS))
def test_networks_train(name: str, multiplier: str | None) -> None:
    torch.manual_seed(0)
    module, x = NETWORKS[name](), torch.randn(8, 3, 16, 16)
    y = np.arange(8) % 4
    model = lutra.from_torch(module, x)
    if multiplier:
        model = model.approximate(multiplier)
    step = model.training_step(lutra.Adam(3e-3), seed=3)
    before = step.evaluate(x.numpy(), y).loss if not multiplier else np.log(10)
    losses = [step(x.numpy(), y) for _ in range(60)]
    again = model.training_step(lutra.Adam(3e-3), seed=3)
    assert [again(x.numpy(), y) for _ in range(5)] == losses[:5]
    assert np.mean(losses[-10:]) < 0.7 * losses[0]
    after = step.evaluate(x.numpy(), y)
    assert after.loss < 0.7 * before
    if multiplier:
        return
    # Evaluation is PyTorch's, without any drawing.
    trained = copy.deepcopy(step.to_torch()).eval()
    with torch.no_grad():
        np.testing.assert_allclose(after.logits, trained(x).numpy(), rtol=1e-3, atol=1e-4)


def test_calibration_and_means_of_layers_drop_nothing() -> None:
    torch.manual_seed(0)
    layers = torch.nn.Linear(6, 8), torch.nn.ReLU(), torch.nn.Dropout(0.5), torch.nn.Linear(8, 4)
    x = torch.randn(16, 6)
    steps = [
        lutra.from_torch(module, x)
        .approximate("truncated:8x8:drop=6")
        .training_step(lutra.SGD(0.1))
        for module in (
            torch.nn.Sequential(*layers),
            torch.nn.Sequential(*layers[:2], torch.nn.Identity(), layers[3]),
        )
    ]
    for step in steps:
        step.calibrate(x.numpy(), "float")
    dropped, plain = steps
    assert list(dropped.ranges) == list(plain.ranges)
    for name, value in plain.ranges.items():
        np.testing.assert_array_equal(dropped.ranges[name], value)
    for name, mean in plain.layer_means(x.numpy()).items():
        np.testing.assert_array_equal(dropped.layer_means(x.numpy())[name], mean)
    counts = [step.record_histograms(x.numpy()) for step in steps]
    for one, other in zip(counts[0].layers.values(), counts[1].layers.values(), strict=True):
        np.testing.assert_array_equal(one.lhs, other.lhs)
        np.testing.assert_array_equal(one.rhs, other.rhs)


@pytest.mark.parametrize("draw", ["rand_like", "randn_like"])
def test_noise_is_imported_too(draw: str) -> None:
    class Noise(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.w = torch.nn.Parameter(torch.ones(16, 20))

        def forward(self, x: torch.Tensor) -> torch.Tensor:
            return self.w * getattr(torch, draw)(x)

    model = lutra.from_torch(Noise(), torch.zeros(16, 20))
    run = model.value_and_grad()
    values = {**model.initial_parameters(), "x": np.zeros((16, 20), np.float32)}
    values["label"] = np.zeros(16, np.int64)
    logits = [run({**values, "seed": np.array(k, np.int64)})["logits"] for k in range(50)]
    mean, deviation = (0.5, 12**-0.5) if draw == "rand_like" else (0.0, 1.0)
    assert abs(np.mean(logits) - mean) < 5 * deviation / np.sqrt(np.size(logits))
    assert abs(np.std(logits) / deviation - 1) < 0.05
