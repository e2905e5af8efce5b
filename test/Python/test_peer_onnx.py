"""ONNX's own tests: a few of the list are as it says; the whole is peer_onnx.py."""

from __future__ import annotations

import pytest

pytest.importorskip("onnx", reason="its package brings the tests")
pytest.importorskip("iree.compiler", reason="iree-base-compiler is the importer")
import peer_onnx
import peers

# Of modules of the package: right by rules of ours, expanded, and refused.
QUICK = {
    "spacetodepth": "node/test_spacetodepth_crd_mode_example",
    "lpnormalization": "node/test_l2normalization_axis_0",
    "rotaryembedding": "node/test_rotary_embedding_expanded",
    "lstm": "node/test_lstm_with_peepholes",
}


def test_a_sample_of_the_list() -> None:
    listed = peer_onnx.RECORD.listed()
    known = {case.name: case for case in peer_onnx.cases(tuple(QUICK))}
    for name in QUICK.values():
        assert peer_onnx.verdict(known[name]) == listed[f"onnx {name}"], name


def test_nothing_is_wrong() -> None:
    """Nor dead, which the list says in the same way."""
    listed = peer_onnx.RECORD.listed()
    assert [name for name, what in listed.items() if what.startswith("wrong")] == []


def test_the_page_is_that_of_the_list() -> None:
    record = peer_onnx.RECORD
    assert peers.markdown(record.suites, record.listed()) == record.page()[1]
