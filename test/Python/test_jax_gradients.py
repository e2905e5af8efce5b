"""What JAX does not differentiate, or otherwise than what it computes, and its kinks."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import lutra
import numpy as np
import pytest
from lutra.errors import FrontendError

jax = pytest.importorskip("jax", reason="derivatives of JAX are compared with")
jnp = jax.numpy
lax = jax.lax
stop = lax.stop_gradient

X = jnp.array([-1.0, 0.0, 2.0, 0.0, 0.6, -0.7])
Function = Callable[..., Any]


def assert_derivatives(functions: dict[str, Function], *arguments: Any) -> None:
    """Values and gradients of functions, all compiled as one, are JAX's."""

    def together(arguments: Any, _: Any) -> Any:
        return {name: function(*arguments) for name, function in functions.items()}

    net = lutra.jax.approximate(together, arguments, X, threads=1)
    got, pull = jax.vjp(lambda arguments: net(arguments, {}, X)[0], arguments)
    for name, function in functions.items():
        value, expected = jax.vjp(function, *arguments)
        np.testing.assert_allclose(got[name], value, rtol=1e-5, atol=1e-6, err_msg=name)
        weights = jnp.linspace(0.5, 1.5, value.size).reshape(value.shape)
        only = {each: jnp.zeros_like(array) for each, array in got.items()} | {name: weights}
        for one, other in zip(pull(only)[0], expected(weights), strict=True):
            np.testing.assert_allclose(one, other, rtol=1e-4, atol=1e-6, err_msg=name)


def nested(x: Any) -> Any:
    """A value held constant where JAX keeps programs in programs."""
    x = jax.jit(lambda x: x * stop(x))(x)
    x = jax.checkpoint(lambda x: jnp.sin(x) * stop(x))(x)
    x = jax.vmap(lambda x: x * stop(x + 1))(x)
    _, x = lax.scan(lambda c, x: (c + x, stop(c) * x), 0.5, x, unroll=True)
    return x


def test_values_are_held_constant() -> None:
    assert_derivatives(
        {
            "product": lambda x: x * stop(x),
            "straight through": lambda x: x + stop(jnp.round(x * 4) / 4 - x),
            "nested": nested,
            "tree": lambda x: sum(a * b for a, b in zip(stop((x, 2 * x)), (x, x), strict=True)),
            "integers": lambda x: x * stop(x > 0),
            "all": lambda x: stop(x) + 0 * x,
        },
        X,
    )


@jax.custom_vjp
def sign(x: Any) -> Any:
    return jnp.sign(x)


sign.defvjp(lambda x: (jnp.sign(x), x), lambda x, d: (jnp.where(abs(x) <= 1, 3 * d, 0),))


@functools.partial(jax.custom_vjp, nondiff_argnums=(0,))
def powers(number: int, tree: Any, where: Any) -> Any:
    return {"power": tree["x"] ** number, "where": where + 1}


powers.defvjp(
    lambda number, tree, where: (powers(number, tree, where), (tree, where)),
    lambda number, saved, d: (
        {"x": number * d["power"] * saved[1], "unused": 2 * d["power"]},
        np.zeros(saved[1].shape, jax.dtypes.float0),
    ),
)


@jax.custom_jvp
def rounded(x: Any, y: Any) -> Any:
    return jnp.round(x) * y


rounded.defjvps(lambda d, r, x, y: d * y, lambda d, r, x, y: 5 * d)


@jax.custom_gradient
def clipped(x: Any) -> Any:
    return 2 * x, lambda d: (jnp.clip(d, -0.7, 0.7),)


@jax.custom_vjp
def scaled(x: Any) -> Any:
    return x * SCALES


SCALES = jnp.arange(6.0)
scaled.defvjp(lambda x: (x * SCALES, None), lambda _, d: (d * SCALES * 2,))


def test_rules_of_the_user() -> None:
    assert_derivatives(
        {
            "sign": sign,
            "twice": lambda x: sign(2 * x) * sign(x + 0.5),
            "powers": lambda x: powers(2, {"x": x, "unused": x * x}, jnp.arange(6))["power"],
            "rounded": lambda x: rounded(x, 2 * x),
            "clipped": lambda x: clipped(x) * x,
            "closed over": lambda x: scaled(x) + jax.jit(scaled)(x),
            "jit": lambda x: jax.jit(sign)(jax.jit(lambda x: sign(x) + x)(x)),
            "vmap": lambda x: jax.vmap(lambda row: sign(row) @ row)(x.reshape(2, 3)),
            "checkpoint": jax.checkpoint(lambda x: sign(x) * clipped(x)),
            "scan": lambda x: lax.scan(lambda c, x: (sign(c) + x, c * x), x[0], x, unroll=True)[1],
            "dead": lambda x: x + 0 * powers(2, {"x": x, "unused": x}, jnp.arange(6))["where"],
        },
        X,
    )


def constant_slope(slope: float) -> Function:
    function = jax.custom_jvp(lambda x: x * x)
    function.defjvp(lambda x, d: (x[0] * x[0], slope * d[0]))
    return function


def test_the_cache_knows_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Functions that differ in nothing but their rules are imported as two."""
    monkeypatch.setenv("LUTRA_CACHE", str(tmp_path))
    for slope in (3.0, 4.0, 3.0):
        function = constant_slope(slope)
        net = lutra.jax.approximate(lambda x, _, f=function: f(x), X, X, threads=1)
        gradient = jax.grad(lambda x, net=net: net(x, {}, X)[0].sum())(X)
        np.testing.assert_array_equal(gradient, slope)
    assert len(list(tmp_path.glob("*.mlir"))) == 2


def test_kinks() -> None:
    bound = jnp.full(6, 0.6)
    assert_derivatives(
        {
            "relu": lambda x, _: jax.nn.relu(x),
            "maximum": lambda x, y: jnp.maximum(x, 0) + jnp.minimum(y, x),
            "abs": lambda x, _: abs(x),
            "max": lambda x, _: x.max() + jnp.abs(x).min(),
            "clip": lambda x, _: jnp.clip(x, -1, 2) + jnp.clip(x, 0, 0.6),
            "crossed": lambda x, y: lax.clamp(y, x, -y),
            "softplus": lambda x, _: jax.nn.softplus(x) + jax.nn.log_sigmoid(x * 100),
            "logaddexp": jnp.logaddexp,
            "infinite": lambda x, _: jnp.logaddexp(x, -jnp.inf),
            "cummax": lambda x, _: lax.cummax(x[1:4], reverse=True),
            "pooling": lambda x, _: lax.reduce_window(x, -jnp.inf, lax.max, (2,), (2,), "VALID"),
        },
        X,
        bound,
    )


def test_primitives_that_are_expanded() -> None:
    """Steps of theirs are not finite where they are."""
    assert_derivatives(
        {
            "logistic": lambda x: jax.nn.sigmoid(x * 1000) + jax.nn.silu(x * 200),
            "half": lambda x: jax.nn.sigmoid(1000 * x.astype(jnp.bfloat16)).astype(jnp.float32),
            "gelu": lambda x: jax.nn.gelu(x, approximate=False) + lax.erf(x),
            "inverse": lambda x: jnp.arcsinh(x) + jnp.arcsin(x / 3),
            "lgamma": lambda x: lax.lgamma(x + 2),
            "rounded": lambda x: lax.reduce_precision(x, 5, 3) * x,
        },
        X,
    )


def test_infinite_derivatives_stay() -> None:
    assert_derivatives({"norm": lambda x: jnp.linalg.norm(x * 0)}, X)
    assert_derivatives({"sqrt": lambda x: jnp.sqrt(abs(x))}, X)


def test_a_result_that_the_derivative_reads() -> None:
    """It is saved under the name of its cotangent."""

    def layer(w: Any, _: Any) -> Any:
        hidden = X.reshape(2, 3) @ w
        return hidden, jnp.tanh(hidden)

    w = jnp.linspace(-1.0, 1.0, 12).reshape(3, 4)
    net = lutra.jax.approximate(layer, w, X, threads=1)
    _, pull = jax.vjp(lambda w: net(w, {}, X)[0], w)
    _, expected = jax.vjp(lambda w: layer(w, X), w)
    cotangents = jnp.full((2, 4), 3.0), jnp.full((2, 4), 5.0)
    np.testing.assert_allclose(pull(cotangents)[0], expected(cotangents)[0], rtol=1e-5)


def quantised(parameters: Any, x: Any) -> Any:
    """Layers on weights that are rounded straight through, and an activation with a rule."""
    w = parameters["first"]["w"]
    w = w + stop(jnp.round(w * 8) / 8 - w)
    return sign(x @ w) @ parameters["second"]["w"]


@pytest.mark.parametrize("multiplier", [None, "exact:8x8"])
def test_a_training_step(multiplier: str | None) -> None:
    g = np.random.default_rng(0)
    parameters = {
        name: {"w": jnp.asarray(g.normal(0, 0.5, shape), jnp.float32)}
        for name, shape in (("first", (5, 4)), ("second", (4, 3)))
    }
    x, labels = g.normal(0, 1, (8, 5)).astype(np.float32), g.integers(0, 3, 8)
    model = lutra.from_jax(quantised, parameters, x)
    if multiplier:
        model = model.approximate(multiplier)
        assert list(model.layers) == ["matmul0", "second.w"]
        assert {layer["policy"] for layer in model.layers.values()} == {"approximate"}
    step = model.training_step(lutra.SGD(0.5))
    step(x, labels)

    def loss(parameters: Any) -> Any:
        logits = jax.nn.log_softmax(quantised(parameters, x))
        return -(logits * jax.nn.one_hot(labels, 3)).sum(-1).mean()

    expected = jax.tree.map(lambda p, d: p - 0.5 * d, parameters, jax.grad(loss)(parameters))
    tolerance = 0.03 if multiplier else 1e-5
    for one, other in zip(jax.tree.leaves(step.to_jax()), jax.tree.leaves(expected), strict=True):
        np.testing.assert_allclose(one, other, atol=tolerance)
    assert abs(expected["first"]["w"] - parameters["first"]["w"]).max() > 0.1


@jax.custom_jvp
def fused(w: Any, x: Any) -> Any:
    return jax.nn.relu(x @ w)


fused.defjvps(lambda d, r, w, x: d, lambda d, r, w, x: d)


@jax.custom_gradient
def doubled(w: Any, x: Any) -> Any:
    return x @ w, lambda d: (d, d)


def solved(w: Any, x: Any) -> Any:
    return lax.custom_linear_solve(lambda v: v * w, x, lambda _, b: b / w, symmetric=True)


def called(w: Any, x: Any) -> Any:
    return jax.custom_derivatives.linear_call(lambda _, x: x, lambda _, d: 2 * d, (), w * x)


def around(w: Any, x: Any) -> Any:
    """Its rule reads what JAX cannot know of: jax.grad refuses it, too."""
    function = jax.custom_vjp(lambda x: w + x)
    function.defvjp(lambda x: (w + x, None), lambda _, d: (d * w,))
    return function(x)


@pytest.mark.parametrize(
    ("function", "message"),
    [
        (
            around,
            r"<lambda> at .*test_jax_gradients.py:\d+ has a derivative of its own and reads values "
            "of the function around it, which JAX does not differentiate: pass them as arguments",
        ),
        (
            lambda w, x: jax.jit(doubled)(w, x),
            r"a function has a derivative of its own and multiplies \(dot_general at "
            r".*test_jax_gradients.py:\d+\), which would stay exact: take the multiplication out",
        ),
        (
            fused,
            r"fused at .*test_jax_gradients.py:\d+ has a derivative of its own and multiplies",
        ),
        (solved, "the function calls jax.lax.custom_linear_solve, whose derivative is not that"),
        (called, "the function calls jax.custom_derivatives.linear_call, whose derivative"),
    ],
)
def test_refused(function: Function, message: str) -> None:
    square = jnp.ones((4, 4))
    with pytest.raises(FrontendError, match=message):
        lutra.from_jax(function, square, square)
