"""Branches and loops through the whole compiler; what JAX makes of its own."""

from __future__ import annotations

from typing import Any

import lutra
import numpy as np
import pytest

# x <- tanh(x w + i), three times; then one of two branches by a switch that is not differentiated.
LOOP_AND_BRANCH = """
func.func @main(%w: tensor<4x4xf32> {approx.name = "w", approx.role = "parameter"},
                %x: tensor<2x4xf32> {approx.name = "x", approx.role = "input"},
                %switch: tensor<f32> {approx.name = "switch", approx.role = "input"})
    -> (tensor<f32> {approx.role = "loss"}, tensor<2x4xf32> {approx.role = "logits"}) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %zero = arith.constant 0.0 : f32
  %r = scf.for %i = %c0 to %c3 step %c1 iter_args(%a = %x) -> tensor<2x4xf32> {
    %n = arith.index_cast %i : index to i32
    %f = arith.sitofp %n : i32 to f32
    %e = tensor.empty() : tensor<2x4xf32>
    %init = linalg.fill ins(%f : f32) outs(%e : tensor<2x4xf32>) -> tensor<2x4xf32>
    %0 = linalg.matmul ins(%a, %w : tensor<2x4xf32>, tensor<4x4xf32>) outs(%init : tensor<2x4xf32>)
        -> tensor<2x4xf32>
    %1 = math.tanh %0 : tensor<2x4xf32>
    scf.yield %1 : tensor<2x4xf32>
  }
  %s = tensor.extract %switch[] : tensor<f32>
  %p = arith.cmpf ogt, %s, %zero : f32
  %y = scf.if %p -> tensor<2x4xf32> {
    %0 = arith.mulf %r, %r : tensor<2x4xf32>
    scf.yield %0 : tensor<2x4xf32>
  } else {
    scf.yield %r : tensor<2x4xf32>
  }
  %none = arith.constant dense<0.0> : tensor<f32>
  %loss = linalg.reduce { arith.addf } ins(%y : tensor<2x4xf32>) outs(%none : tensor<f32>)
      dimensions = [0, 1]
  return %loss, %y : tensor<f32>, tensor<2x4xf32>
}
"""


@pytest.mark.parametrize("switch", [1.0, -1.0])
def test_a_loop_and_a_branch(switch: float) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is the reference")
    function = lutra.load(LOOP_AND_BRANCH).value_and_grad()
    generator = np.random.default_rng(0)
    w = generator.normal(size=(4, 4)).astype(np.float32) * 0.5
    x = generator.normal(size=(2, 4)).astype(np.float32)
    outputs = function({"w": w, "x": x, "switch": np.array(switch, np.float32)})

    weight, a = torch.tensor(w, requires_grad=True), torch.tensor(x)
    for i in range(3):
        a = torch.tanh(a @ weight + i)
    y = a * a if switch > 0 else a
    y.sum().backward()
    np.testing.assert_allclose(outputs["logits"], y.detach().numpy(), rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(outputs["w gradient"], weight.grad.numpy(), rtol=1e-4, atol=1e-6)


def test_two_carried_tensors_change_places() -> None:
    """Neither may be overwritten before the other has been read."""
    text = """
func.func @main(%x: tensor<3xf32> {approx.name = "x", approx.role = "parameter"},
                %y: tensor<3xf32> {approx.name = "y", approx.role = "input"})
    -> (tensor<f32> {approx.role = "loss"}) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c5 = arith.constant 5 : index
  %r:2 = scf.for %i = %c0 to %c5 step %c1 iter_args(%a = %x, %b = %y)
      -> (tensor<3xf32>, tensor<3xf32>) {
    %0 = arith.mulf %a, %b : tensor<3xf32>
    %1 = math.sin %0 : tensor<3xf32>
    scf.yield %b, %1 : tensor<3xf32>, tensor<3xf32>
  }
  %0 = arith.addf %r#0, %r#1 : tensor<3xf32>
  %zero = arith.constant dense<0.0> : tensor<f32>
  %loss = linalg.reduce { arith.addf } ins(%0 : tensor<3xf32>) outs(%zero : tensor<f32>)
      dimensions = [0]
  return %loss : tensor<f32>
}
"""
    torch = pytest.importorskip("torch", reason="PyTorch is the reference")
    x, y = np.array([0.5, -1.2, 2.0], np.float32), np.array([1.5, 0.7, -0.4], np.float32)
    outputs = lutra.load(text).value_and_grad()({"x": x, "y": y})
    first = torch.tensor(x, requires_grad=True)
    a, b = first, torch.tensor(y)
    for _ in range(5):
        a, b = b, torch.sin(a * b)
    loss = (a + b).sum()
    loss.backward()
    assert float(outputs["loss"]) == pytest.approx(float(loss), rel=1e-5)
    np.testing.assert_allclose(outputs["x gradient"], first.grad.numpy(), rtol=1e-4, atol=1e-6)


def test_loops_of_jax_are_unrolled_or_refused() -> None:
    jax = pytest.importorskip("jax", reason="JAX functions are what is imported")
    x = np.linspace(-1, 1, 12, dtype=np.float32).reshape(3, 4)
    parameters = {"w": np.full((4, 4), 0.3, np.float32)}

    def scan(unroll: bool) -> Any:
        def function(p: Any, x: Any) -> Any:
            step = lambda h, _: (jax.numpy.tanh(h @ p["w"]), None)  # noqa: E731
            return jax.lax.scan(step, x, None, length=3, unroll=unroll)[0]

        return function

    function = lutra.from_jax(scan(True), parameters, x).value_and_grad()
    labels = np.array([0, 1, 3])
    outputs = function({"w": parameters["w"], "input0": x, "label": labels})

    def loss(p: Any) -> Any:
        chosen = jax.nn.log_softmax(scan(True)(p, x))[np.arange(3), labels]
        return -chosen.mean()

    value, gradient = jax.value_and_grad(loss)(parameters)
    assert float(outputs["loss"]) == pytest.approx(float(value), rel=1e-5)
    np.testing.assert_allclose(outputs["w gradient"], gradient["w"], rtol=1e-4, atol=1e-6)

    with pytest.raises(lutra.FrontendError, match=r"stablehlo\.while .*unroll=True"):
        lutra.from_jax(scan(False), parameters, x)

    def branch(p: Any, x: Any) -> Any:
        return jax.lax.cond(x.sum() > 0, lambda: x @ p["w"], lambda: x)

    with pytest.raises(lutra.FrontendError, match=r"stablehlo\.(case|if) .*jax\.numpy\.where"):
        lutra.from_jax(branch, parameters, x)
