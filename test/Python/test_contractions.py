"""Contractions in the forms that JAX prints: values and gradients against JAX, and layers."""

from __future__ import annotations

from typing import Any

import lutra
import numpy as np
import pytest

jax = pytest.importorskip("jax", reason="JAX prints what is imported")
jnp = jax.numpy

CLASSES = 3
# An input and one parameter; the first letter of the input is the batch.
PRODUCTS = {
    "bnd,dk->bnk": ((4, 5, 6), (6, 7)),
    "bnd,kd->bkn": ((4, 5, 6), (7, 6)),
    "bdn,dk->nbk": ((4, 6, 5), (6, 7)),
    "bnhd,hdk->bnk": ((4, 5, 2, 3), (2, 3, 7)),
    "bnd,dhk->bhnk": ((4, 5, 6), (6, 2, 3)),
    "bhnd,hdk->bhnk": ((4, 2, 5, 6), (2, 6, 3)),
    "bnhd,dhk->bnhk": ((4, 5, 2, 6), (6, 2, 3)),
    "bqhd,khd->bhqk": ((4, 5, 2, 3), (6, 2, 3)),
    "bij,jik->bk": ((4, 3, 5), (5, 3, 7)),
}
# Layouts, input, filter, groups, strides, dilations.
CONVOLUTIONS = {
    "NHWC grouped": ("NHWC HWIO", (4, 7, 6, 4), (3, 2, 2, 6), 2, (1, 2), (1, 1)),
    "NHWC depthwise": ("NHWC HWIO", (4, 7, 6, 4), (3, 3, 1, 4), 4, (2, 1), (1, 1)),
    "NHWC multiplied": ("NHWC HWIO", (4, 7, 6, 4), (3, 3, 1, 8), 4, (1, 1), (1, 2)),
    "NCHW grouped": ("NCHW OIHW", (4, 4, 7, 6), (6, 2, 3, 2), 2, (1, 1), (2, 1)),
    "NCHW depthwise": ("NCHW OIHW", (4, 4, 7, 6), (4, 1, 3, 3), 4, (2, 2), (1, 1)),
    "NWC": ("NWC WIO", (4, 9, 4), (3, 4, 5), 1, (2,), (1,)),
    "NCW": ("NCW OIW", (4, 4, 9), (5, 4, 3), 1, (1,), (2,)),
    "NWC grouped": ("NWC WIO", (4, 9, 4), (3, 2, 6), 2, (1,), (2,)),
    "NCW depthwise": ("NCW OIW", (4, 4, 9), (4, 1, 3), 4, (2,), (1,)),
    "NHWC filters first": ("NHWC OHWI", (4, 7, 6, 4), (5, 3, 3, 4), 1, (1, 1), (1, 1)),
}


def make(name: str) -> tuple[Any, Any, Any]:
    """A function of parameters and an input, and values for both."""
    g = np.random.default_rng(0)

    def normal(*shape: int) -> np.ndarray:
        return g.normal(0, 0.5, shape).astype(np.float32)

    if name in PRODUCTS:
        x_shape, w_shape = PRODUCTS[name]

        def contract(x: Any, w: Any) -> Any:
            y = jnp.einsum(name, x, w)
            return jnp.moveaxis(y, name.split("->")[1].index("b"), 0)
    else:
        layouts, x_shape, w_shape, groups, strides, dilations = CONVOLUTIONS[name]
        data, kernel = layouts.split()

        def contract(x: Any, w: Any) -> Any:
            return jax.lax.conv_general_dilated(
                x,
                w,
                strides,
                "SAME",
                rhs_dilation=dilations,
                dimension_numbers=(data, kernel, data),
                feature_group_count=groups,
            )

    def function(parameters: Any, x: Any) -> Any:
        # The input is scaled by a parameter, so that its gradient is asked for, too.
        y = jnp.tanh(contract(x * parameters["scale"], parameters["w"]))
        return y.reshape(y.shape[0], -1) @ parameters["head"]

    parameters = {"scale": normal(*x_shape[1:]), "w": normal(*w_shape)}
    x = normal(*x_shape)
    parameters["head"] = normal(
        int(np.prod(jax.eval_shape(contract, x, parameters["w"]).shape[1:])), CLASSES
    )
    return function, parameters, x


@pytest.mark.parametrize("name", [*PRODUCTS, *CONVOLUTIONS])
def test_values_and_gradients(name: str) -> None:
    function, parameters, x = make(name)
    y = np.array([0, 2, 1, 0])

    def loss(p: Any) -> Any:
        log = jax.nn.log_softmax(function(p, x))
        return -log[np.arange(len(y)), y].mean()

    model = lutra.from_jax(function, parameters, x)
    name = next(iter(model.arguments("input")))
    got = model.value_and_grad()({**parameters, name: x, "label": y})
    expected, gradients = jax.value_and_grad(loss)(parameters)
    assert got["loss"] == pytest.approx(float(expected), rel=1e-5)
    np.testing.assert_allclose(got["logits"], function(parameters, x), rtol=1e-4, atol=1e-5)
    for key, gradient in gradients.items():
        limit = 1e-4 * np.abs(gradient).max()
        np.testing.assert_allclose(got[f"{key} gradient"], gradient, atol=limit, err_msg=key)


@pytest.mark.parametrize("name", PRODUCTS)
def test_products_are_layers(name: str) -> None:
    """Both contractions become approximate, under the names of their weights."""
    function, parameters, x = make(name)
    model = lutra.from_jax(function, parameters, x).approximate("mitchell:8x8", gradient="ste")
    assert list(model.layers) == ["w", "head"]
    assert all(layer["policy"] == "approximate" for layer in model.layers.values())
    step = model.training_step(lutra.SGD(0.1))
    losses = [step(x, np.array([0, 2, 1, 0])) for _ in range(10)]
    assert losses[-1] < losses[0]
