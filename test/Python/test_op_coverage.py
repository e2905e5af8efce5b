"""The table of docs/coverage.md is what every operator does today."""

from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="PyTorch's operators are what is imported")
pytest.importorskip("iree.compiler", reason="iree-base-compiler is the importer")
import op_coverage


def test_table_is_current() -> None:
    outcomes = op_coverage.run()
    written = op_coverage.table_of(op_coverage.PAGE.read_text())
    assert op_coverage.markdown(outcomes) == written, "run test/Python/op_coverage.py --update"


def test_what_must_not_get_lost() -> None:
    """What the networks of the examples and of the corpus are made of."""
    rows = op_coverage.table_of(op_coverage.PAGE.read_text()).splitlines()
    working = {row.split(" | ")[0].removeprefix("| ") for row in rows if " | yes | yes | " in row}
    assert working >= {
        "relu",
        "gelu",
        "BatchNorm2d, training",
        "LayerNorm",
        "max_pool2d",
        "adaptive_avg_pool2d, 1",
        "softmax",
        "cat",
        "Linear of [B, N, D]",
        "Conv2d",
        "cross_entropy",
    }
