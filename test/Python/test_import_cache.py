"""The cache of imports never changes a result."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import lutra
import numpy as np
import pytest
import torch
from conftest import ROOT
from lutra import _faults
from lutra.frontends import cache, pytorch
from torch import nn

sys.path.insert(0, str(ROOT / "test" / "Corpus"))

from models import MODELS


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
    return tmp_path


class Two(nn.Module):
    def __init__(self, name: str = "act") -> None:
        super().__init__()
        self.a, self.b = nn.Linear(4, 4), nn.Linear(4, 4)
        self.add_module(name, nn.ReLU())
        self.name = name

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.b(getattr(self, self.name)(self.a(x)))


def test_frozen_parameters_are_not_trained(folder: Path) -> None:
    module, x, labels = Two(), torch.randn(8, 4), np.arange(8) % 4
    assert len(lutra.from_torch(module, x).parameters) == 4
    module.a.requires_grad_(False)
    model = lutra.from_torch(module, x)
    assert set(model.parameters) == {"b.weight", "b.bias"}
    step = model.training_step(lutra.SGD(0.5))
    step(x.numpy(), labels)
    np.testing.assert_array_equal(step.buffers["a.weight"], module.a.weight.detach().numpy())


def test_passes_that_do_not_start_leave_no_entry(folder: Path) -> None:
    module, x = nn.Linear(2, 2), torch.zeros(2, 2)
    with _faults.injected("process:1"), pytest.raises(lutra.FrontendError) as caught:
        lutra.from_torch(module, x)
    assert "the importer's passes cannot be run: Resource temporarily" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert list(folder.iterdir()) == []
    assert set(lutra.from_torch(module, x).parameters) == {"weight", "bias"}


def tied(module: nn.Module) -> None:
    module.b.weight = module.a.weight  # type: ignore[union-attr, assignment]


def without_bias_training(module: nn.Module) -> None:
    module.a.bias.requires_grad_(False)  # type: ignore[union-attr, operator]


@pytest.mark.parametrize(
    "change",
    [
        without_bias_training,
        tied,
        lambda module: module.double(),
        lambda module: module.eval(),
        lambda module: module.register_forward_hook(lambda m, inputs, y: y * 2),
    ],
)
def test_whatever_a_text_says_is_in_its_key(
    change: Callable[[nn.Module], Any], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = Two()
    exported = lambda: pytorch.export_module(  # noqa: E731
        module,
        (torch.zeros(2, 4, dtype=module.a.weight.dtype),),
        training=module.training,
    )
    before = exported()
    assert exported() == before
    change(module)
    after = exported()
    monkeypatch.setenv(cache.VARIABLE, "")
    assert exported() == after


def test_a_layer_by_another_name_is_another_entry(folder: Path) -> None:
    x = (torch.zeros(2, 4),)
    first = pytorch.export_module(Two("act"), x, training=True)
    second = pytorch.export_module(Two("other"), x, training=True)
    assert '"act"' in first
    assert '"other"' in second


# One of each kind: an export takes a second where there are many layers.
@pytest.mark.parametrize("name", ["vgg_bn", "vit", "gpt", "recurrent", "unet", "encoder"])
def test_every_corpus_model_under_changed_flags(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What arguments are is asked for in place of the text, of which it is a part."""

    def signature(program: Any, names: list[str], has_loss: bool, *_: Any) -> str:
        return repr(pytorch._make_functional(program, names, has_loss))

    monkeypatch.setattr(pytorch, "_lower", signature)
    make, example = MODELS[name]
    module = make()
    inputs = (example(),)
    roles = re.compile(r"'approx.role': 'parameter'")
    everything = pytorch.export_module(module, inputs, training=True)
    trained = len(roles.findall(everything))
    parameter = next(module.parameters())
    parameter.requires_grad_(False)
    frozen = pytorch.export_module(module, inputs, training=True)
    assert len(roles.findall(frozen)) == trained - 1


def test_a_damaged_entry_is_made_again(folder: Path) -> None:
    x = (torch.zeros(2, 4),)
    made = pytorch.export_module(Two(), x, training=True)
    (path,) = folder.iterdir()
    written = path.read_bytes()
    place = written.index(b"0.0")
    for damaged in (
        written[:place] + b"1" + written[place + 1 :],  # one digit
        written[:-1],
        written[: len(written) // 2],
        b"",
        b"\xff" + written[1:],
        written[written.index(b"\n") + 1 :],
    ):
        path.write_bytes(damaged)
        assert pytorch.export_module(Two(), x, training=True) == made
        assert path.read_bytes() == written
