"""Searching multipliers by error and cost."""

from __future__ import annotations

from pathlib import Path

import lutra
import numpy as np
import pytest
from conftest import SHARED


def test_bounds_are_those_of_the_metrics(tmp_path: Path) -> None:
    for drop in range(1, 7):
        table = lutra.Multiplier(f"truncated:4x4:drop={drop}").table
        np.save(tmp_path / f"drop{drop}.npy", table)
    found = lutra.search(tmp_path, "exact:4x4", maximum={"mean_error_distance": 10.0}, sort="bias")
    expected = sorted(
        (abs(multiplier.metrics["bias"]), multiplier.name)
        for multiplier in map(lutra.Multiplier, ["exact:4x4", *map(str, tmp_path.iterdir())])
        if multiplier.metrics["mean_error_distance"] <= 10
    )
    assert 2 < len(expected) < 7
    assert [row["name"] for row in found["results"]] == [name for _, name in expected]
    assert found["candidates"] == 7
    assert found["skipped"] == []


def test_finds_the_table_under_another_name(tmp_path: Path) -> None:
    np.save(tmp_path / "unknown.npy", lutra.Multiplier("or_compressed:8x8").table.T)
    found = lutra.search(
        "truncated:8x8:drop=1..15", "or_compressed:8x8", equal_to=tmp_path / "unknown.npy"
    )
    (row,) = found["results"]
    assert row["name"].startswith("or_compressed:8x8")
    assert row["relation"] == "equal up to transposition"


def test_published_front() -> None:
    folder = SHARED / "data" / "multipliers"
    if not folder.is_dir():
        pytest.skip(f"no published tables at {folder}")
    keys = ("error_rate", "worst_case_error_distance")
    front = lutra.search(folder, pareto=keys, minimum={"error_rate": 1e-9})["results"]
    inexact = [
        row for row in lutra.search(folder)["results"] if row["metrics"]["error_rate"] > 1e-9
    ]
    assert 1 < len(front) < len(inexact)
    names = {row["name"] for row in front}
    for row in inexact:
        values = [row["metrics"][key] for key in keys]
        beaten = any(
            all(a <= b for a, b in zip(point, values, strict=True)) and point != values
            for other in inexact
            if (point := [other["metrics"][key] for key in keys])
        )
        assert beaten == (row["name"] not in names)


def test_mistakes() -> None:
    for keywords, message in (
        ({"sort": "powr_mw"}, "did you mean 'power_mw'"),
        ({"maximum": {"power_mw": 1.0}}, "power_mw is not known"),
        ({"equal_to": "magic:8x8"}, "magic"),
        ({"distribution": "/no/such.json"}, "/no/such.json"),
    ):
        with pytest.raises(lutra.MultiplierError, match=message):
            lutra.search("exact:4x4", **keywords)  # type: ignore[arg-type]
    with pytest.raises(lutra.MultiplierError, match="nothing to search"):
        lutra.search()
