"""State of a function of JAX, as batch norm's statistics in flax: updated, and never trained."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import lutra
import numpy as np
import pytest
from lutra.errors import FrontendError

jax = pytest.importorskip("jax", reason="functions of JAX are what is imported")
jnp = jax.numpy

CLASSES = 3
Function = Callable[..., Any]


def make() -> tuple[Any, np.ndarray, np.ndarray]:
    """Variables as flax has them, inputs and labels."""
    g = np.random.default_rng(0)

    def normal(*shape: int) -> np.ndarray:
        return g.normal(0, 0.5, shape).astype(np.float32)

    params = {
        "dense": {"kernel": normal(5, 4), "bias": normal(4)},
        "head": {"kernel": normal(4, CLASSES), "bias": normal(CLASSES)},
        "norm": {"scale": 1 + normal(4), "bias": normal(4)},
    }
    labels = g.integers(0, CLASSES, 8).astype(np.int32)
    norm = {"mean": normal(4), "var": 1 + abs(normal(4)), "seen": np.int32(2)}
    return {"batch_stats": {"norm": norm}, "params": params}, normal(8, 5), labels


def forward(variables: Any, x: Any, key: Any, train: bool) -> tuple[Any, Any]:
    """Logits, and new statistics as flax's BatchNorm computes them."""
    p, old = variables["params"], variables["batch_stats"]["norm"]
    h = x @ p["dense"]["kernel"] + p["dense"]["bias"]
    mean, var = (h.mean(0), h.var(0)) if train else (old["mean"], old["var"])
    h = (h - mean) / jnp.sqrt(var + 1e-5) * p["norm"]["scale"] + p["norm"]["bias"]
    h = jax.nn.relu(h)
    if train:
        h = jnp.where(jax.random.bernoulli(key, 0.8, h.shape), h / 0.8, 0)
    new = {
        "mean": 0.9 * old["mean"] + 0.1 * mean,
        "var": 0.9 * old["var"] + 0.1 * var,
        "seen": old["seen"] + 1,
    }
    return h @ p["head"]["kernel"] + p["head"]["bias"], {"batch_stats": {"norm": new}}


def training(variables: Any, x: Any, key: Any) -> tuple[Any, Any]:
    return forward(variables, x, key, True)


def evaluation(variables: Any, x: Any, key: Any) -> Any:
    return forward(variables, x, key, False)[0]


KEY = jax.random.PRNGKey(0)


def test_statistics_follow_the_batches() -> None:
    variables, x, labels = make()
    model = lutra.from_jax(training, variables, x, KEY, evaluation=evaluation)
    names = {f"batch_stats.norm.{name}" for name in ("mean", "var", "seen")}
    assert set(model.initial_buffers()) == names
    assert not names & set(model.initial_parameters())
    step = model.training_step(lutra.SGD(0.1, weight_decay=0.5))
    before = variables["params"]["head"]["bias"]
    for _ in range(2):
        current = step.to_jax()
        _, expected = training(current, x, KEY)
        step(x, labels.astype(np.int64))
        found = step.to_jax()["batch_stats"]["norm"]
        for name, value in expected["batch_stats"]["norm"].items():
            np.testing.assert_allclose(found[name], value, rtol=1e-5, atol=1e-6)
            assert found[name].dtype == value.dtype
    assert abs(step.parameters["params.head.bias"] - before).max() > 1e-3
    logits = step.evaluate(x, labels.astype(np.int64)).logits
    np.testing.assert_allclose(logits, evaluation(step.to_jax(), x, KEY), rtol=1e-4, atol=1e-5)
    assert step.to_jax()["batch_stats"]["norm"]["seen"] == 4


def test_statistics_that_are_only_read_stay() -> None:
    """As in fine-tuning with those of before; the loss is the function's own."""
    variables, x, labels = make()

    def loss(variables: Any, x: Any, labels: Any) -> Any:
        logits = jax.nn.log_softmax(evaluation(variables, x, None))
        return -(logits * jax.nn.one_hot(labels, CLASSES)).sum(-1).mean()

    model = lutra.from_jax(loss, variables, x, labels, output="loss")
    step = model.training_step(lutra.SGD(0.1, weight_decay=0.5))
    step(x, labels)
    after = step.to_jax()
    gradient = jax.grad(lambda p: loss({**variables, "params": p}, x, labels))
    for group, slopes in gradient(variables["params"]).items():
        for name, slope in slopes.items():
            old = variables["params"][group][name]
            expected = old - 0.1 * (slope + 0.5 * old)
            np.testing.assert_allclose(after["params"][group][name], expected, atol=1e-6)
    for name, value in variables["batch_stats"]["norm"].items():
        np.testing.assert_array_equal(after["batch_stats"]["norm"][name], value)


def with_statistics(change: Function) -> Function:
    """The function in training, whose new statistics are changed."""

    def changed(variables: Any, x: Any, key: Any) -> tuple[Any, Any]:
        logits, new = training(variables, x, key)
        return logits, change(new, variables)

    return changed


def replaced(name: str, value: Any) -> Function:
    return with_statistics(
        lambda new, _: {"batch_stats": {"norm": {**new["batch_stats"]["norm"], name: value}}}
    )


@pytest.mark.parametrize(
    ("function", "message"),
    [
        (
            with_statistics(lambda new, variables: {**new, "params": variables["params"]}),
            r"a new value of 'params.dense.bias', which is no state: .* list in mutable",
        ),
        (
            replaced("mean", np.zeros(3, np.float32)),
            r"returns float32 of shape \(3,\) as new value of 'batch_stats.norm.mean', expected "
            r"float32 of shape \(4,\)",
        ),
        (replaced("seen", np.float32(1)), r"returns float32 of shape \(\) .* expected int32"),
        (
            with_statistics(lambda new, _: {"noted": new}),
            r"returns 4 arrays, expected 1 \(logits\)",
        ),
    ],
)
def test_other_new_values_are_refused(function: Function, message: str) -> None:
    variables, x, _ = make()
    with pytest.raises(FrontendError, match=message):
        lutra.from_jax(function, variables, x, KEY, evaluation=evaluation)


def test_what_would_be_taken_for_another_is_refused() -> None:
    variables, x, _ = make()
    with pytest.raises(FrontendError, match=r"give lutra.from_jax evaluation=, the function as it"):
        lutra.from_jax(training, variables, x, KEY)
    with pytest.raises(FrontendError, match=r"evaluation returns new values of 'batch_stats.norm"):
        lutra.from_jax(training, variables, x, KEY, evaluation=training)
    pair = (variables["params"], {"batch_stats": variables["batch_stats"]})
    with pytest.raises(FrontendError, match=r"'1.batch_stats.norm.mean' are statistics and would"):
        lutra.from_jax(lambda pair, x: x, pair, x)
    with pytest.raises(FrontendError, match="state 'mask' has type uint32, expected floats or"):
        lutra.from_jax(lambda v, x: x, {"params": x, "mask": np.ones(2, np.uint32)}, x)
    with pytest.raises(FrontendError, match="parameter 'key' is a key of random numbers: pass it"):
        lutra.from_jax(lambda v, x: x, {"key": jax.random.key(0)}, x)


def test_state_of_parts() -> None:
    """Variables of several networks in one tree."""
    variables, x, _ = make()

    def pair(both: Any, x: Any, key: Any) -> tuple[Any, Any]:
        first, new = training(both["first"], x, key)
        second, other = training(both["second"], x, key)
        return first + second, ({"first": new}, {"second": other})

    def in_evaluation(both: Any, x: Any, key: Any) -> Any:
        return evaluation(both["first"], x, key) + evaluation(both["second"], x, key)

    both = {"first": variables, "second": variables}
    model = lutra.from_jax(pair, both, x, KEY, evaluation=in_evaluation)
    assert len(model.initial_buffers()) == 6
    assert len(model.initial_parameters()) == 12
