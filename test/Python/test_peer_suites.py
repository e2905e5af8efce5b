"""PyTorch's own sample inputs: a few of the list are as it says; the whole is peer_suites.py."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("iree.compiler", reason="iree-base-compiler is the importer")
import peer_cases
import peer_suites

QUICK = ("addcmul[0]", "combinations[0]", "native_layer_norm[0]", "nn.functional.unfold[0]")


def test_a_sample_of_the_list() -> None:
    listed = json.loads(peer_suites.LIST.read_text())
    known = {case.name: case for case in peer_cases.cases("op_db")}
    for name in QUICK:
        assert peer_cases.verdict(known[name]) == listed[f"op_db {name}"], name


def test_the_page_is_that_of_the_list() -> None:
    page = peer_suites.PAGE.read_text().split(peer_suites.BEGIN)[1].split(peer_suites.END)[0]
    assert peer_suites.markdown(json.loads(peer_suites.LIST.read_text())) == page
