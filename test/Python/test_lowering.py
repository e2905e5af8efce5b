"""The importer's passes in a process of their own: what they do to it is an error of ours."""

from __future__ import annotations

import subprocess
from typing import Any

import lutra
import pytest
import torch

pytest.importorskip("iree.compiler", reason="iree-base-compiler is the importer")
from lutra.frontends import lowering, pytorch

# A sum of an int8 matrix product: the passes know the first and die of the second.
DEADLY = """
func.func @main(%a: !torch.vtensor<[2,3],si8>, %b: !torch.vtensor<[3,2],si8>)
    -> !torch.vtensor<[2,2],si8> {
  %0 = torch.aten.relu %a : !torch.vtensor<[2,3],si8> -> !torch.vtensor<[2,3],si8>
  %1 = torch.aten.mm %0, %b : !torch.vtensor<[2,3],si8>, !torch.vtensor<[3,2],si8>
      -> !torch.vtensor<[2,2],si8> loc("product")
  %2 = torch.aten.relu %1 : !torch.vtensor<[2,2],si8> -> !torch.vtensor<[2,2],si8>
  return %2 : !torch.vtensor<[2,2],si8>
}
"""
# The softmax of a scalar, along the dimension that it does not have: never ends.
ENDLESS = """
func.func @main(%x: !torch.vtensor<[],f32>) -> !torch.vtensor<[],f32> {
  %dim = torch.constant.int 0
  %none = torch.constant.none
  %0 = torch.aten.softmax.int %x, %dim, %none
      : !torch.vtensor<[],f32>, !torch.int, !torch.none -> !torch.vtensor<[],f32>
  return %0 : !torch.vtensor<[],f32>
}
"""


def test_death_names_the_operation() -> None:
    with pytest.raises(lowering.LoweringError, match="passes ended with SIG") as caught:
        lowering.lower(DEADLY, pytorch.PIPELINE)
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.message == "the importer's passes die of operator torch.aten.mm"
    assert diagnostic.location == "product"


def test_a_loop_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lowering, "CPU_SECONDS", 1)
    with pytest.raises(lowering.LoweringError, match=r"did not end within 1 s$"):
        lowering.lower(ENDLESS, pytorch.PIPELINE)
    monkeypatch.undo()
    monkeypatch.setattr(lowering, "WALL_SECONDS", 0.2)
    with pytest.raises(lowering.LoweringError, match=r"did not end within 0.2 s$"):
        lowering.lower(ENDLESS, pytorch.PIPELINE)


def test_memory_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lowering, "MEMORY_BYTES", 1 << 20)
    with pytest.raises(lowering.LoweringError):
        lowering.lower(ENDLESS, pytorch.PIPELINE)


def test_an_interrupt_leaves_nothing_running(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []

    class Interrupted(subprocess.Popen):  # type: ignore[type-arg]
        def communicate(self, *_: Any, **__: Any) -> Any:
            started.append(self)
            raise KeyboardInterrupt

    monkeypatch.setattr(lowering.subprocess, "Popen", Interrupted)
    with pytest.raises(KeyboardInterrupt):
        lowering.lower(ENDLESS, pytorch.PIPELINE)
    (tool,) = started
    assert tool.returncode is not None


class Layer(torch.nn.Module):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.mm(x.to(torch.int8), torch.ones(3, 2, dtype=torch.int8)).float()


def test_death_in_a_module_names_operator_layer_and_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pytorch, "table", dict)  # nothing is brought to what the passes know
    net = torch.nn.Sequential(torch.nn.Linear(3, 3), Layer())
    with pytest.raises(lutra.FrontendError) as caught:
        pytorch.export_module(net, (torch.ones(2, 3),), training=True)
    assert "of operator torch.aten.mm (layer '1', " in str(caught.value)
    assert f"{__file__}:" in str(caught.value)
