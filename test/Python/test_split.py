"""Forward and backward as two functions: the gradients of one function, from fewer bytes."""

from __future__ import annotations

import dataclasses

import lutra
import numpy as np
import pytest
from conftest import INPUTS
from lutra.compiler import Array
from lutra.networks import NetworkBuilder
from lutra.split import SplitFunction

EMPTY = (np.inf, -np.inf)


def with_loss(model: lutra.Model) -> lutra.Model:
    return dataclasses.replace(model, module=model.module.run("approx-add-loss"))


def arguments(model: lutra.Model, seed: int = 0) -> dict[str, Array]:
    """Values for every argument of the converted model."""
    generator = np.random.default_rng(seed)
    values = dict(model.initial_parameters(seed))
    for argument in model.converted().functions()[model.function].arguments:
        shape, name = argument.static_shape, str(argument.name)
        if argument.role == "range":
            values[name] = np.broadcast_to(np.array(EMPTY, np.float32), shape).copy()
        elif argument.role == "label" or argument.dtype.kind == "i":
            values[name] = generator.integers(0, 2, shape).astype(argument.dtype)
        elif argument.role == "buffer":
            values[name] = np.ones(shape, argument.dtype)
        elif name not in values:
            values[name] = generator.normal(0, 1, shape).astype(argument.dtype)
    return values


def copied(values: dict[str, Array]) -> dict[str, Array]:
    return {name: value.copy() for name, value in values.items()}


def compare(model: lutra.Model, steps: int = 2) -> SplitFunction:
    """Loss, state and gradients of both forms are the same bits, step after step."""
    model = with_loss(model)
    wrt = list(model.parameters)
    whole = model.value_and_grad(wrt=wrt, threads=2)
    split = SplitFunction(model, wrt, threads=2)
    state, other_state = arguments(model), arguments(model)
    for _ in range(steps):
        expected = copied(whole(state))
        (loss, logits), residuals = split.run_forward(other_state)
        saved = {**other_state, **copied(residuals)}
        gradients = split.run_backward(saved, {"loss": np.ones((), np.float32)})
        assert np.array_equal(loss, expected["loss"])
        assert np.array_equal(logits, expected["logits"])
        for name in wrt:
            assert np.array_equal(gradients[name], expected[f"{name} gradient"]), name
            state[name] -= 0.05 * expected[f"{name} gradient"]
            other_state[name] -= 0.05 * gradients[name]
        for name, value in state.items():
            assert np.array_equal(other_state[name], value), name
    return split


@pytest.mark.parametrize("gradient", ["ste", "lut-1d", "lut-2d:hws=16"])
def test_gradients_are_the_same_bits(small_cnn: lutra.Model, gradient: str) -> None:
    compare(small_cnn.approximate("truncated:8x8:drop=9", gradient=gradient))


def test_options_of_the_approximation(small_cnn: lutra.Model) -> None:
    compare(
        small_cnn.approximate(
            "truncated:8x8:drop=9", keep_exact=["c1"], keep_float=["f1"], per_channel=True
        )
    )
    compare(small_cnn.approximate("exact:s8xu8", weight_observer="symmetric", factorize="all"))


def test_a_float_model(small_cnn: lutra.Model) -> None:
    compare(small_cnn)


@pytest.mark.parametrize("name", ["vgg_bn_train", "mixer_train", "vit_train", "gpt_train"])
def test_networks(name: str) -> None:
    model = lutra.load(INPUTS / f"{name}.mlir")
    compare(model.approximate("truncated:8x8:drop=9", gradient="lut-1d"), steps=1)


def test_a_forward_without_a_backward(small_cnn: lutra.Model) -> None:
    model = small_cnn.approximate("truncated:8x8:drop=9")
    split = SplitFunction(model)
    results, residuals = split.run_forward(arguments(model))
    assert [result.shape for result in results] == [(16, 10)]
    assert not residuals
    with pytest.raises(lutra.InputError, match="main was compiled without a backward"):
        split.run_backward({}, {})


def test_frozen_ranges_stay_as_they_are(small_cnn: lutra.Model) -> None:
    model = small_cnn.approximate("truncated:8x8:drop=9")
    values = arguments(model)
    SplitFunction(model).run_forward(values)
    before = copied(values)
    split = SplitFunction(model, list(model.parameters), frozen=True)
    split.run_forward({**values, "image": 2 * values["image"]})
    for name, value in values.items():
        assert np.array_equal(value, before[name]), name
    SplitFunction(model).run_forward({**values, "image": 2 * values["image"]})
    assert not np.array_equal(values["c1.input_range"], before["c1.input_range"])


def test_residuals_are_codes_and_bits(small_cnn: lutra.Model) -> None:
    """8-bit codes where a float network saves 32-bit activations, and no copy of an argument."""
    model = small_cnn.approximate("truncated:8x8:drop=9")
    split = SplitFunction(model, list(model.parameters))
    exact = SplitFunction(small_cnn, list(small_cnn.parameters))
    assert {"image", "c2.weight", "f1.weight"} <= set(split.kept)
    assert not any(
        argument.element_type == "f32" and argument.shape for argument in split.residuals
    )
    assert split.residual_bytes < 0.75 * exact.residual_bytes


def test_bytes_of_an_activation() -> None:
    """Codes, and a bit each for where it clips and where the relu was positive."""
    net = NetworkBuilder(8, 1, 4, 4).flatten().linear("f1", 24).relu().linear("f2", 10)
    model = lutra.load(net.text()).approximate("truncated:8x8:drop=9")
    split = SplitFunction(model, list(model.parameters))
    tensors = [argument for argument in split.residuals if argument.shape]
    assert [argument.element_type for argument in tensors] == ["i8"] * 3
    elements = 8 * 24
    sizes = sorted(int(np.prod(argument.static_shape)) for argument in tensors)
    assert sizes == [elements // 8, elements // 8, elements]
