"""Compiled approximate training steps against an oracle written in PyTorch."""

from __future__ import annotations

import itertools

import lutra
import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="PyTorch is the oracle")
oracle = pytest.importorskip("oracle")

STEPS = 5
MULTIPLIERS = ["or_compressed:8x8", "truncated:8x8:drop=7"]
ESTIMATORS = ["ste", "lut-1d", "lut-2d:hws=16", "local-ls", "rank:k=1"]


def batches() -> list[tuple[np.ndarray, np.ndarray]]:
    generator = np.random.default_rng(7)
    return [
        (
            generator.normal(0.3, 1.0, (16, 1, 8, 8)).astype(np.float32),
            generator.integers(0, 10, 16),
        )
        for _ in range(STEPS)
    ]


def codes(weight: np.ndarray) -> np.ndarray:
    tensor = torch.tensor(weight)
    return oracle.quantise(tensor, *oracle.scale_and_zero(tensor.min(), tensor.max()))[0].numpy()


@pytest.mark.parametrize("estimator", ESTIMATORS)
@pytest.mark.parametrize("spec", MULTIPLIERS)
def test_five_steps_agree(small_cnn: lutra.Model, spec: str, estimator: str) -> None:
    assert_steps_agree(small_cnn, lutra.Multiplier(spec), estimator)


@pytest.fixture(scope="module")
def offset_multiplier() -> lutra.Multiplier:
    """Neither commutative nor 0 where an operand is, so that padding is seen."""
    table = lutra.Multiplier("or_compressed:8x8").table
    return lutra.Multiplier.from_table(table + 3000, name="offset")


@pytest.mark.parametrize("factorize", ["off", "all"])
@pytest.mark.parametrize("estimator", ["ste", "lut-1d", "lut-2d:hws=16"])
def test_skipped_padding_agrees(
    small_cnn: lutra.Model, offset_multiplier: lutra.Multiplier, estimator: str, factorize: str
) -> None:
    """M3: padded taps take no part, neither forward nor backward."""
    assert_steps_agree(small_cnn, offset_multiplier, estimator, padding="skip", factorize=factorize)


def test_skipped_padding_changes_the_result(
    small_cnn: lutra.Model, offset_multiplier: lutra.Multiplier
) -> None:
    x, y = batches()[0]
    losses = {}
    for multiplier in (offset_multiplier, "exact:8x8"):
        for padding in ("zero_point", "skip"):
            model = small_cnn.approximate(multiplier, padding=padding)
            step = model.training_step(lutra.SGD(0.05), seed=3)
            losses[multiplier, padding] = step(x, y)
    inexact, exact = (
        [losses[multiplier, padding] for padding in ("zero_point", "skip")]
        for multiplier in (offset_multiplier, "exact:8x8")
    )
    assert abs(inexact[0] - inexact[1]) > 1e-2
    # An exact product with the zero point adds nothing.
    assert exact[0] == exact[1]


def test_padding_is_recorded(small_cnn: lutra.Model) -> None:
    """M12: per layer, and only where the sums leave something out."""
    table = {
        "c1": {"multiplier": "or_compressed:8x8", "padding": "skip"},
        "c2": "or_compressed:8x8",
        "f1": {"multiplier": "or_compressed:8x8", "padding": "skip"},
    }
    layers = small_cnn.approximate_layers(table).layers
    assert {name: layer.get("padding") for name, layer in layers.items()} == {
        "c1": "skip",
        "c2": None,
        "f1": None,
    }
    model = small_cnn.approximate("or_compressed:8x8", padding="skip")
    assert [item.describe()["padding"] for item in model.approximations] == ["skip"]
    with pytest.raises(lutra.InputError, match=r"unknown padding 'none' \(known: zero_point, skip"):
        small_cnn.approximate("exact:8x8", padding="none")


def assert_steps_agree(
    small_cnn: lutra.Model, multiplier: lutra.Multiplier, estimator: str, **options: str
) -> None:
    """Compares the parameters after five steps with the oracle's."""
    start = small_cnn.initial_parameters(3)
    step = small_cnn.approximate(multiplier, gradient=estimator, **options).training_step(
        lutra.SGD(0.05, momentum=0.9), parameters=start, threads=2
    )
    parameters = {name: torch.tensor(value, requires_grad=True) for name, value in start.items()}
    table = oracle.Table(
        multiplier.table,
        multiplier.gradient_table(estimator, 0),
        multiplier.gradient_table(estimator, 1),
    )
    skips = options.get("padding") == "skip"
    layers, forward = oracle.small_cnn(parameters, table, skips)
    optimizer = torch.optim.SGD(parameters.values(), lr=0.05, momentum=0.9)
    for x, y in batches():
        loss = step(x, y)
        optimizer.zero_grad()
        expected = torch.nn.functional.cross_entropy(forward(torch.tensor(x)), torch.tensor(y))
        expected.backward()
        optimizer.step()
        assert loss == pytest.approx(expected.item(), abs=1e-3)
    for name, value in step.parameters.items():
        other = parameters[name].detach().numpy()
        if name.endswith(".weight"):
            away = np.abs(codes(value) - codes(other))
            assert away.max() <= 1, name
            assert np.mean(away) <= 1e-3 or away.sum() <= 1, name
        np.testing.assert_allclose(value, other, atol=2e-3, rtol=2e-3, err_msg=name)
    for name, layer in layers.items():
        low, high = step.ranges[f"{name}.input_range"]
        assert (low, high) == pytest.approx([value.item() for value in layer.range], abs=1e-3)


def test_estimators_differ(small_cnn: lutra.Model) -> None:
    """The agreement above would mean nothing if the estimator made no difference."""
    x, y = batches()[0]
    weights = []
    for estimator in ESTIMATORS:
        model = small_cnn.approximate("or_compressed:8x8", gradient=estimator)
        step = model.training_step(lutra.SGD(0.05), seed=3)
        step(x, y)
        weights.append(step.parameters["c2.weight"].copy())
    for first, second in itertools.combinations(weights, 2):
        assert np.abs(first - second).max() > 1e-5


def test_operand_order_changes_the_result(small_cnn: lutra.Model) -> None:
    """M11: a table that is not commutative tells which operand comes first."""
    x, y = batches()[0]
    multiplier = lutra.Multiplier("or_compressed:8x8")
    swapped = lutra.Multiplier.from_table(multiplier.table.T, name="swapped")
    losses = {}
    for name, table, order in (
        ("weight first", multiplier, "weight_first"),
        ("activation first", multiplier, "activation_first"),
        ("transposed", swapped, "activation_first"),
    ):
        step = small_cnn.approximate(table, operand_order=order).training_step(
            lutra.SGD(0.05), seed=3
        )
        losses[name] = [step(x, y), step(x, y)]
    assert losses["weight first"] != losses["activation first"]
    # Swapping both the table and the order is no change at all, to the bit.
    assert losses["weight first"] == losses["transposed"]


@pytest.mark.parametrize("estimator", ["ste", "lut-1d"])
def test_exact_table_gives_the_fake_quantised_gradient(
    small_cnn: lutra.Model, estimator: str
) -> None:
    """An exact table: the gradient that autograd has for the fake-quantised exact network."""
    x, y = batches()[0]
    start = small_cnn.initial_parameters(3)
    step = small_cnn.approximate("exact:8x8", gradient=estimator).training_step(
        lutra.SGD(1.0), parameters=start
    )
    loss = step(x, y)
    parameters = {name: torch.tensor(value, requires_grad=True) for name, value in start.items()}
    logits = oracle.fake_quantised_small_cnn(parameters, torch.tensor(x))
    expected = torch.nn.functional.cross_entropy(logits, torch.tensor(y))
    expected.backward()
    assert loss == pytest.approx(expected.item(), abs=1e-5)
    largest = max(value.grad.abs().max().item() for value in parameters.values())
    for name, value in step.parameters.items():
        reference = parameters[name].grad.numpy()
        # The gradient is read off one SGD step of rate 1, which rounds to the weight's ulp.
        allowed = 1e-4 * np.abs(reference).max() + 1e-6 * largest + 1e-7 * np.abs(start[name]).max()
        assert np.abs((start[name] - value) - reference).max() <= allowed, name


@pytest.mark.parametrize("estimator", ["ste", "lut-1d"])
def test_exact_table_is_int8(small_cnn: lutra.Model, estimator: str) -> None:
    """The int8 policy is the exact table of the same operand types (M12)."""
    x, y = batches()[0]
    exact = small_cnn.approximate("exact:8x8", gradient=estimator)
    int8 = small_cnn.approximate("truncated:8x8:drop=9", keep_exact=["*"])
    found = []
    for model in (exact, int8):
        step = model.training_step(lutra.SGD(0.05), seed=3)
        found.append([step(x, y), step(x, y)])
    assert found[0] == pytest.approx(found[1], abs=1e-5)
