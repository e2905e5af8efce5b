"""A multiplier for each layer: tables by name and pattern, and those that contradict themselves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import lutra
import numpy as np
import pytest

TABLE: dict[str, Any] = {
    "c*": {"multiplier": "truncated:8x8:drop=7", "gradient": "lut-1d"},
    "c2": "or_compressed:8x8",
    "f1": "int8",
}


def test_names_and_choices(small_cnn: lutra.Model) -> None:
    assert {name: item["policy"] for name, item in small_cnn.layers.items()} == {
        "c1": "float",
        "c2": "float",
        "f1": "float",
    }
    layers = small_cnn.approximate_layers(TABLE).layers
    assert list(layers) == ["c1", "c2", "f1"]
    assert layers["c1"]["multiplier"] == "@truncated_8x8_drop_7"
    assert "lut-1d" in layers["c1"]["gradient"]
    assert "or_compressed" in layers["c2"]["multiplier"]
    assert layers["f1"]["policy"] == "int8"


def test_a_table_is_the_calls_it_stands_for(small_cnn: lutra.Model, tmp_path: Path) -> None:
    path = tmp_path / "layers.json"
    path.write_text(json.dumps(TABLE))
    by_hand = (
        small_cnn.approximate("truncated:8x8:drop=7", gradient="lut-1d", layers=["c1"])
        .approximate("or_compressed:8x8", layers=["c2"])
        .approximate("exact:8x8", layers=["f1"], keep_exact=["f1"])
    )
    generator = np.random.default_rng(0)
    x = generator.normal(size=(16, 1, 8, 8)).astype(np.float32)
    y = generator.integers(0, 10, 16)
    losses = []
    for model in (by_hand, small_cnn.approximate_layers(path)):
        step = model.training_step(lutra.SGD(0.1))
        losses.append([step(x, y) for _ in range(3)])
    assert losses[0] == losses[1]


def test_unnamed_layers_keep_their_names() -> None:
    """Products of activations are numbered, and stay so when some of them are converted."""
    text = """
func.func @main(%x: tensor<2x3x4xf32> {approx.role = "input", approx.name = "x"},
                %w: tensor<4x4xf32> {approx.role = "parameter", approx.name = "w"})
    -> (tensor<2x3x3xf32> {approx.role = "logits"}) {
  %z = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<2x4x3xf32>
  %t = linalg.transpose ins(%x : tensor<2x3x4xf32>) outs(%e : tensor<2x4x3xf32>)
      permutation = [0, 2, 1]
  %e1 = tensor.empty() : tensor<2x3x3xf32>
  %f1 = linalg.fill ins(%z : f32) outs(%e1 : tensor<2x3x3xf32>) -> tensor<2x3x3xf32>
  %p = linalg.batch_matmul ins(%x, %t : tensor<2x3x4xf32>, tensor<2x4x3xf32>)
      outs(%f1 : tensor<2x3x3xf32>) -> tensor<2x3x3xf32>
  %q = linalg.batch_matmul ins(%p, %p : tensor<2x3x3xf32>, tensor<2x3x3xf32>)
      outs(%f1 : tensor<2x3x3xf32>) -> tensor<2x3x3xf32>
  return %q : tensor<2x3x3xf32>
}
"""
    model = lutra.load(text)
    assert list(model.layers) == ["batch_matmul0", "batch_matmul1"]
    table = {"batch_matmul0": "truncated:8x8:drop=7", "batch_matmul1": "or_compressed:8x8"}
    layers = model.approximate_layers(table).layers
    assert "truncated" in layers["batch_matmul0"]["multiplier"]
    assert "or_compressed" in layers["batch_matmul1"]["multiplier"]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"c9": "int8"}, r"'c9' matches no layer; the layers are c1, c2, f1"),
        ({"c*": "int8", "*1": "float"}, r"'c\*' and '\*1' both match layer 'c1'"),
        ({"c1": 3}, r"'c1': expected a policy, a multiplier or an object, got int"),
        ({"c1": {"mult": "exact:8x8"}}, r"'c1': unknown option 'mult' \(known: policy, multiplier"),
        ({"c1": {"policy": "fast"}}, r"'c1': unknown policy 'fast'"),
        ({"c1": {"gradient": "ste"}}, r"'c1': an approximate layer needs a multiplier"),
        ({"c1": {"policy": "float", "gradient": "ste"}}, r"a float layer has no gradient"),
    ],
)
def test_tables_that_are_refused(small_cnn: lutra.Model, table: Any, message: str) -> None:
    with pytest.raises(lutra.InputError, match=message):
        small_cnn.approximate_layers(table)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", r"layers\.json is not JSON: Expecting"),
        ("[1]", r"layers\.json: expected an object of layers, got list"),
        ('{"c1": "int8", "c1": "float"}', r"layers\.json: 'c1' is there twice"),
    ],
)
def test_files_that_are_refused(
    small_cnn: lutra.Model, tmp_path: Path, text: str, message: str
) -> None:
    path = tmp_path / "layers.json"
    path.write_text(text)
    with pytest.raises(lutra.InputError, match=message):
        small_cnn.approximate_layers(path)
    with pytest.raises(lutra.InputError, match=r"none\.json: No such file"):
        small_cnn.approximate_layers(tmp_path / "none.json")
