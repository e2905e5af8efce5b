"""lutra.jax: functions of JAX with a compiled value and derivative, under JAX's transformations."""

from __future__ import annotations

import dataclasses
from typing import Any

import lutra
import numpy as np
import pytest

jax = pytest.importorskip("jax", reason="functions of JAX are what is approximated")
jnp = jax.numpy

MULTIPLIER = "truncated:8x8:drop=9"
CLASSES = 4


def normal(generator: np.random.Generator, *shape: int) -> Any:
    return jnp.asarray(generator.normal(0, 0.4, shape).astype(np.float32))


def cnn(parameters: Any, x: Any) -> Any:
    conv, dense = parameters["conv"], parameters["dense"]
    h = jax.lax.conv_general_dilated(
        x, conv["kernel"], (1, 1), "SAME", dimension_numbers=("NHWC", "HWIO", "NHWC")
    )
    h = jax.nn.relu(h + conv["bias"])
    h = jax.lax.reduce_window(h, -jnp.inf, jax.lax.max, (1, 2, 2, 1), (1, 2, 2, 1), "VALID")
    return h.reshape(h.shape[0], -1) @ dense["kernel"] + dense["bias"]


def linear(parameters: Any, x: Any) -> Any:
    return x @ parameters["w"] + parameters["b"]


def make_cnn() -> tuple[Any, Any, Any]:
    g = np.random.default_rng(0)
    conv = {"kernel": normal(g, 3, 3, 1, 3), "bias": normal(g, 3)}
    dense = {"kernel": normal(g, 27, CLASSES), "bias": normal(g, CLASSES)}
    labels = jnp.asarray(g.integers(0, CLASSES, 8))
    return {"conv": conv, "dense": dense}, normal(g, 8, 6, 6, 1), labels


def make_linear() -> tuple[Any, Any]:
    g = np.random.default_rng(0)
    return {"w": normal(g, 5, CLASSES), "b": normal(g, CLASSES)}, normal(g, 3, 5)


def drop_in(function: Any, *arguments: Any, multiplier: Any = MULTIPLIER, **options: Any) -> Any:
    return lutra.jax.approximate(function, *arguments, multiplier=multiplier, threads=1, **options)


def cross_entropy(logits: Any, labels: Any) -> Any:
    return -(jax.nn.log_softmax(logits) * jax.nn.one_hot(labels, CLASSES)).sum(-1).mean()


def assert_close(actual: Any, expected: Any) -> None:
    for one, other in zip(jax.tree.leaves(actual), jax.tree.leaves(expected), strict=True):
        limit = 1e-5 * max(float(abs(other).max()), 1.0)
        assert float(abs(one - other).max()) <= limit


def assert_same(actual: Any, expected: Any) -> None:
    for one, other in zip(jax.tree.leaves(actual), jax.tree.leaves(expected), strict=True):
        assert np.array_equal(one, other)


def value_and_gradients(net: Any, jit: bool = True) -> Any:
    def loss(parameters: Any, x: Any, ranges: Any, labels: Any) -> Any:
        logits, ranges = net(parameters, ranges, x)
        return cross_entropy(logits, labels), ranges

    function = jax.value_and_grad(loss, argnums=(0, 1), has_aux=True)
    return jax.jit(function) if jit else function


@pytest.mark.parametrize("jit", [True, False])
def test_exact_mode_is_jax(jit: bool) -> None:
    parameters, x, labels = make_cnn()
    net = drop_in(cnn, parameters, x, multiplier=None)
    (loss, ranges), gradients = value_and_gradients(net, jit)(parameters, x, {}, labels)
    assert ranges == {}
    expected = jax.value_and_grad(lambda p, x: cross_entropy(cnn(p, x), labels), (0, 1))
    assert_close((loss, gradients), expected(parameters, x))
    assert_close(net.evaluate(parameters, {}, x), cnn(parameters, x))


@pytest.mark.parametrize("gradient", ["ste", "lut-2d:hws=16"])
def test_the_bits_of_lutras_own_training(gradient: str) -> None:
    parameters, x, labels = make_cnn()

    def with_loss(parameters: Any, x: Any, labels: Any) -> Any:
        return cross_entropy(cnn(parameters, x), labels)

    model = lutra.from_jax(with_loss, parameters, x, labels, output="loss")
    whole = model.approximate(MULTIPLIER, gradient=gradient).value_and_grad(threads=1)
    net = drop_in(with_loss, parameters, x, labels, gradient=gradient)
    step = jax.jit(jax.value_and_grad(net, has_aux=True))
    ranges = net.empty_ranges()
    state = {name: np.array(value) for name, value in ranges.items()}
    for number in range(3):
        values = {
            f"{layer}.{name}": np.array(parameters[layer][name])
            for layer in parameters
            for name in parameters[layer]
        }
        inputs = {"input0": np.asarray(x) * (number + 1), "label": np.asarray(labels)}
        expected = whole({**values, **state, **inputs})
        (loss, ranges), gradients = step(parameters, ranges, x * (number + 1), labels)
        assert float(loss) == float(expected["loss"])
        for layer, group in gradients.items():
            for name, value in group.items():
                assert np.array_equal(value, expected[f"{layer}.{name} gradient"]), name
        assert_same(ranges, {name: state[name] for name in sorted(state)})
        parameters = jax.tree.map(lambda p, g: p - 0.1 * g, parameters, gradients)


def test_a_training_loop() -> None:
    parameters, x, labels = make_cnn()
    net = drop_in(cnn, parameters, x, gradient="lut-1d")
    step = value_and_gradients(net)
    ranges, losses = net.empty_ranges(), []
    for _ in range(30):
        (loss, ranges), (gradients, _) = step(parameters, x, ranges, labels)
        parameters = jax.tree.map(lambda p, g: p - 0.5 * g, parameters, gradients)
        losses.append(float(loss))
    assert losses[-1] < 0.4 * losses[0]
    evaluated = jax.jit(net.evaluate)(parameters, ranges, x)
    assert float(cross_entropy(evaluated, labels)) < 0.5 * losses[0]


def test_ranges_are_an_argument_and_a_result() -> None:
    parameters, x = make_linear()
    net = drop_in(linear, parameters, x)
    empty = net.empty_ranges()
    (name,) = empty
    assert np.array_equal(empty[name], [np.inf, -np.inf])
    first, ranges = net(parameters, empty, x)
    assert np.array_equal(empty[name], [np.inf, -np.inf])
    assert_close(ranges[name], jnp.stack([x.min(), x.max()]))
    assert_same(net.evaluate(parameters, ranges, x), first)
    _, moved = net(parameters, ranges, 10 * x)
    assert_close(moved[name], ranges[name] + 0.1 * (10 * ranges[name] - ranges[name]))
    with pytest.raises(Exception, match=r"range 'w\.input_range' is empty: call the function"):
        jax.block_until_ready(net.evaluate(parameters, empty, x))
    with pytest.raises(Exception, match=r"range 'w\.input_range' became not finite"):
        jax.block_until_ready(net(parameters, ranges, x.at[0, 0].set(jnp.nan)))
    for bad in (jnp.nan, jnp.inf, -jnp.inf):
        assert jnp.isnan(net.evaluate(parameters, ranges, x.at[0, 0].set(bad))).all()


def test_only_what_is_differentiated_is_computed() -> None:
    parameters, x = make_linear()
    net = drop_in(linear, parameters, x, multiplier=None)
    gradient = jax.grad(lambda b: net({"w": parameters["w"], "b": b}, {}, x)[0].sum())
    assert_close(gradient(parameters["b"]), jnp.full(CLASSES, 3.0))
    # Neither the weight nor the input is needed for the gradient of the bias.
    split = next(split for _, split in compiled(net) if split.backward)
    assert split.wrt == ("b",)
    assert split.kept == ()
    assert split.residual_bytes == 0


def compiled(net: Any) -> Any:
    return [item for each in net._imported.values() for item in each._compiled.items()]


def test_calls_are_independent() -> None:
    parameters, x = make_linear()
    net = drop_in(linear, parameters, x, multiplier=None)

    def twice(parameters: Any) -> Any:
        return (net(parameters, {}, x)[0] * net(parameters, {}, 2 * x)[0]).sum()

    def expected(parameters: Any) -> Any:
        return (linear(parameters, x) * linear(parameters, 2 * x)).sum()

    assert_close(jax.jit(jax.grad(twice))(parameters), jax.grad(expected)(parameters))


def test_trees_of_inputs_and_outputs() -> None:
    @jax.tree_util.register_dataclass
    @dataclasses.dataclass
    class Batch:
        x: Any
        shift: Any

    def function(parameters: Any, batch: Any, flags: Any) -> Any:
        y = batch.x @ parameters[0] + batch.shift[:, None]
        return {"y": jnp.where(flags, y, 0.0), "more": (y.sum(), batch.shift + 1)}

    _, x = make_linear()
    w = normal(np.random.default_rng(1), 5, CLASSES)
    batch = Batch(x, jnp.asarray([1, -2, 0]))
    flags = jnp.asarray([True, False, True, True])
    net = drop_in(function, [w], batch, flags, multiplier=None)
    outputs, _ = jax.jit(net)([w], {}, batch, flags)
    assert jax.tree.structure(outputs) == jax.tree.structure(function([w], batch, flags))
    assert_close(outputs, function([w], batch, flags))
    gradient = jax.grad(lambda w: net([w], {}, batch, flags)[0]["y"].sum())(w)
    assert_close(gradient, jax.grad(lambda w: function([w], batch, flags)["y"].sum())(w))


def test_random_numbers_follow_the_key() -> None:
    def function(parameters: Any, x: Any, key: Any) -> Any:
        y = linear(parameters, x)
        return jnp.where(jax.random.bernoulli(key, 0.5, y.shape), y, 0.0)

    parameters, x = make_linear()
    for key in (jax.random.key(3), jax.random.PRNGKey(3)):
        net = drop_in(function, parameters, x, key, multiplier=None)
        assert_close(net(parameters, {}, x, key)[0], function(parameters, x, key))
        gradient = jax.grad(lambda p, net=net, key=key: net(p, {}, x, key)[0].sum())(parameters)
        expected = jax.grad(lambda p, key=key: function(p, x, key).sum())(parameters)
        assert_close(gradient, expected)


def test_shapes_are_compiled_once_each() -> None:
    parameters, x = make_linear()
    net = drop_in(linear, parameters, x)
    ranges = net.empty_ranges()
    for count in (3, 2, 3, 2):
        y, ranges = net(parameters, ranges, x[:count])
        assert y.shape == (count, CLASSES)
    assert len(compiled(net)) == 2


def test_layers() -> None:
    parameters, x, _ = make_cnn()
    net = drop_in(cnn, parameters, x, keep_exact=["conv.*"])
    assert [each["policy"] for each in net.layers.values()] == ["int8", "approximate"]
    net = drop_in(cnn, parameters, x, multiplier=None, layers={"dense.kernel": "mitchell:8x8"})
    assert [each["policy"] for each in net.layers.values()] == ["float", "approximate"]


def test_what_is_refused() -> None:
    parameters, x = make_linear()
    net = drop_in(linear, parameters, x)
    with pytest.raises(lutra.InputError, match="the function was made for arguments of structure"):
        net(parameters, net.empty_ranges(), x, x)
    with pytest.raises(lutra.InputError, match=r"expected the ranges w\.input_range, got none"):
        net(parameters, {}, x)
    with pytest.raises(lutra.FrontendError, match=r"jax\.jit cannot lower the function: .*shape"):
        drop_in(linear, parameters, x[:, :3])
    with pytest.raises(lutra.FrontendError, match=r"two arguments are called 'a\.b'"):
        drop_in(linear, {"a": {"b": x}, "a.b": x}, x)
    with pytest.raises(lutra.CompileError, match="matches no layer"):
        drop_in(linear, parameters, x, layers=["head"])
    with pytest.raises(Exception, match="vmap"):
        jax.vmap(lambda each: net(parameters, net.empty_ranges(), each)[0])(x[None])
    second = jax.grad(
        lambda x: jax.grad(lambda x: net(parameters, net.empty_ranges(), x)[0].sum())(x).sum()
    )
    with pytest.raises(Exception, match=r"[Pp]ure callbacks do not support JVP"):
        second(x)
