"""The table of networks of docs/coverage.md is what each of them does today."""

from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="the networks are PyTorch's")
pytest.importorskip("iree.compiler", reason="iree-base-compiler is the importer")
import network_coverage


def test_table_is_current() -> None:
    written = network_coverage.table_of(network_coverage.PAGE.read_text())
    found = network_coverage.table(list(network_coverage.models.MODELS))
    assert found == written, "run test/Python/network_coverage.py --update"


def test_most_do_everything() -> None:
    rows = network_coverage.table_of(network_coverage.PAGE.read_text()).splitlines()[2:]
    assert len(rows) >= 19
    complete = [row for row in rows if row.endswith("| yes | yes |  |")]
    assert len(complete) >= 0.9 * len(rows)
