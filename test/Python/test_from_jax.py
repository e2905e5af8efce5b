"""lutra.from_jax against JAX itself: names, losses, gradients, values back, and what is refused."""

from __future__ import annotations

from typing import Any

import lutra
import numpy as np
import pytest

jax = pytest.importorskip("jax", reason="JAX functions are what is imported")
jnp = jax.numpy

CLASSES = 5


def normal(generator: np.random.Generator, *shape: int) -> np.ndarray:
    return generator.normal(0, 0.3, shape).astype(np.float32)


def cnn(parameters: Any, x: Any) -> Any:
    """Convolution, gelu, max pooling, layer norm, swish, dense: as flax writes them."""
    p = parameters["params"]
    h = jax.lax.conv_general_dilated(
        x, p["conv"]["kernel"], (1, 1), "SAME", dimension_numbers=("NHWC", "HWIO", "NHWC")
    )
    h = jax.nn.gelu(h + p["conv"]["bias"])
    h = jax.lax.reduce_window(h, -jnp.inf, jax.lax.max, (1, 2, 2, 1), (1, 2, 2, 1), "VALID")
    h = h.reshape(h.shape[0], -1)
    mean = h.mean(-1, keepdims=True)
    h = (h - mean) / jnp.sqrt(((h - mean) ** 2).mean(-1, keepdims=True) + 1e-5)
    return jax.nn.silu(h) @ p["dense"]["kernel"] + p["dense"]["bias"]


def attention(parameters: Any, x: Any) -> Any:
    """One attention head and a dense layer; parameters in a list and a tuple."""
    (wq, wk, wv), (w, b) = parameters
    q, k, v = x @ wq, x @ wk, x @ wv
    weights = jax.nn.softmax(q @ k.transpose(0, 2, 1) / np.sqrt(q.shape[-1]), -1)
    return jax.nn.relu((weights @ v).mean(1)) @ w + b


def make(name: str) -> tuple[Any, Any, np.ndarray]:
    g = np.random.default_rng(0)
    if name == "cnn":
        conv = {"kernel": normal(g, 3, 3, 1, 4), "bias": normal(g, 4)}
        dense = {"kernel": normal(g, 64, CLASSES), "bias": normal(g, CLASSES)}
        return cnn, {"params": {"conv": conv, "dense": dense}}, normal(g, 4, 8, 8, 1)
    projections = [normal(g, 6, 8) for _ in range(3)]
    head = (normal(g, 8, CLASSES), normal(g, CLASSES))
    return attention, [projections, head], normal(g, 4, 7, 6)


def cross_entropy(logits: Any, y: Any) -> Any:
    return -(jax.nn.log_softmax(logits) * jax.nn.one_hot(y, CLASSES)).sum(-1).mean()


LABELS = np.array([0, 3, 1, 4], np.int32)


@pytest.mark.parametrize("name", ["cnn", "attention"])
@pytest.mark.parametrize("output", ["logits", "loss,logits"])
def test_twenty_steps(name: str, output: str) -> None:
    function, parameters, x = make(name)

    def loss(p: Any, x: Any, y: Any) -> tuple[Any, Any]:
        logits = function(p, x)
        return cross_entropy(logits, y), logits

    if output == "logits":
        model, labels = lutra.from_jax(function, parameters, x), LABELS.astype(np.int64)
    else:
        model = lutra.from_jax(loss, parameters, x, LABELS, output=output)
        labels = LABELS
    step = model.training_step(lutra.SGD(0.05))
    gradient = jax.jit(jax.value_and_grad(lambda p: loss(p, x, LABELS)[0]))
    expected = jax.tree.map(jnp.asarray, parameters)
    for _ in range(20):
        value, slope = gradient(expected)
        expected = jax.tree.map(lambda p, s: p - 0.05 * s, expected, slope)
        assert step(x, labels) == pytest.approx(float(value), rel=1e-4)
    got = step.to_jax()
    assert jax.tree.structure(got) == jax.tree.structure(expected)
    for mine, other in zip(jax.tree.leaves(got), jax.tree.leaves(expected), strict=True):
        np.testing.assert_allclose(mine, other, atol=1e-4)


def test_names_are_paths() -> None:
    function, parameters, x = make("cnn")
    assert list(lutra.from_jax(function, parameters, x).parameters) == [
        "params.conv.bias",
        "params.conv.kernel",
        "params.dense.bias",
        "params.dense.kernel",
    ]
    function, parameters, x = make("attention")
    model = lutra.from_jax(function, parameters, x)
    assert list(model.parameters) == ["0.0", "0.1", "0.2", "1.0", "1.1"]


def test_approximate() -> None:
    function, parameters, x = make("cnn")
    model = lutra.from_jax(function, parameters, x)
    step = model.approximate("truncated:8x8:drop=7", gradient="lut-1d").training_step(
        lutra.Adam(1e-2)
    )
    losses = [step(x, LABELS.astype(np.int64)) for _ in range(20)]
    assert losses[-1] < 0.5 * losses[0]
    # The approximate products are not the exact ones.
    exact = model.training_step(lutra.Adam(1e-2))(x, LABELS.astype(np.int64))
    assert losses[0] != pytest.approx(exact, rel=1e-4)


@pytest.mark.parametrize("make_key", [jax.random.PRNGKey, jax.random.key])
def test_dropout_from_a_key(make_key: Any) -> None:
    """A key is the function's seed: the masks are JAX's own, and differ from step to step."""
    g = np.random.default_rng(0)
    parameters, x = {"v": normal(g, 8, CLASSES), "w": normal(g, 6, 8)}, normal(g, 4, 6)

    def function(p: Any, x: Any, key: Any) -> Any:
        h = jnp.tanh(x @ p["w"])
        return jnp.where(jax.random.bernoulli(key, 0.5, h.shape), h / 0.5, 0.0) @ p["v"]

    model = lutra.from_jax(function, parameters, x, make_key(0))
    assert list(model.arguments("input")) == ["input0"]
    assert model.arguments("seed")["seed"].shape == (2,)
    values = {**model.initial_parameters(), "input0": x, "label": LABELS.astype(np.int64)}
    run = model.value_and_grad()
    for seed in (0, 7):
        words = np.asarray(jax.random.PRNGKey(seed)).view(np.int32)
        got = run({**values, "seed": words})
        key = make_key(seed)
        loss, gradients = jax.value_and_grad(
            lambda p, key=key: cross_entropy(function(p, x, key), LABELS)
        )(parameters)
        assert got["loss"] == pytest.approx(float(loss), rel=1e-5)
        for name, gradient in gradients.items():
            np.testing.assert_allclose(got[f"{name} gradient"], gradient, atol=1e-5)

    losses = []
    for seed in (3, 3, 4):
        step = model.training_step(lutra.SGD(0.0), seed=seed)
        losses.append([step(x, LABELS.astype(np.int64)) for _ in range(4)])
    assert losses[0] == losses[1]
    assert len({*losses[0], *losses[2]}) == 8


@pytest.mark.parametrize(
    "read",
    [
        # JAX clamps here, too, but its own gradient drops what is out of range.
        lambda w, i: w[jnp.minimum(i, 6)],
        lambda w, i: jnp.take(w, i, axis=0),
        lambda w, i: jnp.take(w, i, axis=0, mode="clip"),
        lambda w, i: w.at[i].get(mode="fill", fill_value=0.5),
        lambda w, i: jnp.take_along_axis(w, i[:, :1] % 7, axis=0),
    ],
)
def test_indices(read: Any) -> None:
    """An embedding with indices that are out of range too: JAX clamps, fills, or gives NaN."""
    g = np.random.default_rng(0)
    parameters = {"v": normal(g, 8, CLASSES), "w": normal(g, 7, 8)}
    x = np.array([[0, 6, -1], [3, 3, 100], [-7, 1, 5], [3, 2, 0]], np.int32)

    def function(p: Any, i: Any) -> Any:
        h = read(p["w"], i)
        return jnp.nan_to_num(h.reshape(4, -1, 8).sum(1), nan=0.0) @ p["v"]

    model = lutra.from_jax(function, parameters, x)
    got = model.value_and_grad()(
        {**model.initial_parameters(), "input0": x, "label": LABELS.astype(np.int64)}
    )
    loss, gradients = jax.value_and_grad(lambda p: cross_entropy(function(p, x), LABELS))(
        parameters
    )
    assert got["loss"] == pytest.approx(float(loss), rel=1e-5)
    for name, gradient in gradients.items():
        np.testing.assert_allclose(got[f"{name} gradient"], gradient, atol=1e-5)


def test_what_is_refused() -> None:
    function, parameters, x = make("cnn")
    calls: list[tuple[Any, str]] = [
        (lambda: lutra.from_jax(function, parameters), "needs an example of the inputs, got 0"),
        (lambda: lutra.from_jax(function, parameters, x, output="y"), "unknown output 'y'"),
        (
            lambda: lutra.from_jax(function, parameters, x[..., 0]),
            r"jax\.jit cannot lower the function: .*jax 0\.10",
        ),
        (
            lambda: lutra.from_jax(lambda p, x: x @ p["w"], {"w": np.ones((2, 2), int)}, x),
            "parameter 'w' has type int64, expected floats",
        ),
        (
            lambda: lutra.from_jax(lambda p, x: x, {"a": {"b": x}, "a.b": x}, x),
            r"two parameters are called 'a\.b'",
        ),
        (
            lambda: lutra.from_jax(lambda p, x: (x * p, x), x, x),
            r"returns 2 arrays, expected 1 \(logits\)",
        ),
        (
            lambda: lutra.from_jax(lambda p, x: jnp.sort(x * p), x, x),
            r"no lowering for operation stablehlo\.sort",
        ),
    ]
    for call, message in calls:
        with pytest.raises(lutra.FrontendError, match=message) as caught:
            call()
        assert "\n" not in str(caught.value)
