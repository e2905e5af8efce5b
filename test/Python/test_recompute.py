"""Values that the backward computes anew are the same, and take less memory."""

from __future__ import annotations

import sys

import lutra
import numpy as np
import pytest
from conftest import ROOT
from lutra.compiler import CompiledFunction

torch = pytest.importorskip("torch", reason="the networks are PyTorch's")
pytest.importorskip("iree.compiler", reason="iree-base-compiler is the importer")
sys.path.insert(0, str(ROOT / "test" / "Corpus"))
models = pytest.importorskip("models")


def value_and_grad(model: lutra.Model, *, recompute: bool) -> CompiledFunction:
    stages = (
        f"approx-add-loss{{function={model.function}}}",
        f"approx-autodiff{{of={model.function} recompute={str(recompute).lower()}}}",
        f"symbol-privatize{{exclude={model.function}_value_and_grad}},symbol-dce",
    )
    module = model.converted().run(",".join(stages))
    return module.compile(threads=1)[f"{model.function}_value_and_grad"]


@pytest.mark.parametrize("approximate", [False, True], ids=["exact", "approximate"])
@pytest.mark.parametrize("name", ["vgg_bn", "resnet18", "densenet", "vit"])
def test_values_and_bytes(name: str, approximate: bool) -> None:
    torch.manual_seed(0)
    make, example = models.MODELS[name]
    module, x = make(), example()
    model = lutra.from_torch(module, x)
    if approximate:
        model = model.approximate("truncated:8x8:drop=7", gradient="lut-2d:hws=16")
    results, sizes = [], []
    for recompute in (False, True):
        function = value_and_grad(model, recompute=recompute)
        ranges = {
            argument.name: np.array([np.inf, -np.inf], np.float32)
            for argument in function.arguments
            if argument.role == "range"
        }
        state = {**model.initial_parameters(), **model.initial_buffers(), **ranges}
        data = next(iter(model.arguments("input")))
        results.append(function({**state, data: x.numpy(), "label": np.zeros(len(x), np.int64)}))
        sizes.append(function.workspace_bytes)
    kept, anew = results
    assert set(kept) == set(anew)
    # Other loops are fused, and sum in another order; a code may round the other way.
    tolerance = 5e-3 if approximate else 1e-5
    for key, value in kept.items():
        limit = tolerance * np.abs(value).max()
        assert np.abs(np.asarray(anew[key]) - value).max() <= limit, key
    assert sizes[1] < sizes[0]
