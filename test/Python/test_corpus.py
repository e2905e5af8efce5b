"""The checked-in corpus is what the pinned frontends still print."""

from __future__ import annotations

import sys

import pytest
from conftest import INPUTS, ROOT

pytest.importorskip("torch", reason="PyTorch models are what is exported")
pytest.importorskip("iree.compiler", reason="iree-base-compiler is the exporter")
sys.path.insert(0, str(ROOT / "test" / "Corpus"))
export_torch = pytest.importorskip("export_torch")


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("vgg_bn", "train"),
        ("vgg_bn", "eval"),
        ("vit", "train"),
        ("conv1d", "train"),
        ("gpt", "train"),
    ],
)
def test_files_are_current(name: str, mode: str) -> None:
    text = (INPUTS / f"{name}_{mode}.mlir").read_text()
    assert export_torch.export_model(name, mode) == text, "run test/Corpus/export_torch.py"


def test_every_checked_in_file_has_its_model() -> None:
    files = {path.stem for path in INPUTS.glob("*_train.mlir")} | {
        path.stem for path in INPUTS.glob("*_eval.mlir")
    }
    assert files == {f"{name}_{mode}" for name, mode in export_torch.CHECKED_IN}
