"""Comparing multipliers, and the cost that a user states."""

from __future__ import annotations

import json
from pathlib import Path

import lutra
import numpy as np
import pytest


def test_relations() -> None:
    m = lutra.Multiplier("or_compressed:8x8")
    transposed = lutra.Multiplier.from_table(m.table.T.copy(), name="t")
    signed = lutra.Multiplier.from_table(m.table.astype(np.int16), "si8", "si8", name="s")
    result = lutra.compare(m, transposed, signed, "or_compressed")
    texts = {(pair["first"], pair["second"]): pair["relation"]["text"] for pair in result["pairs"]}
    assert texts[0, 1] == "equal up to transposition"
    assert texts[0, 2] == "equal up to signedness"
    assert texts[1, 2] == "equal up to transposition and signedness"
    assert texts[0, 3] == "equal"
    assert result["equal"] == [[0, 3], [1], [2]]
    assert [item["name"] for item in result["multipliers"]][1:3] == ["t", "s"]


def test_distance_is_that_of_numpy(tmp_path: Path) -> None:
    a, b = (lutra.Multiplier(f"truncated:6x5:drop={drop}") for drop in (2, 4))
    apart = a.table.astype(int) - b.table
    (pair,) = lutra.compare(a, b)["pairs"]
    assert pair["relation"] is None
    difference = pair["difference"]
    assert difference["mean_absolute"] == pytest.approx(np.abs(apart).mean())
    assert difference["mean"] == pytest.approx(apart.mean())
    assert difference["differing"] == pytest.approx((apart != 0).mean())
    assert difference["max_absolute"] == np.abs(apart).max()
    assert abs(apart[tuple(difference["at"])]) == np.abs(apart).max()
    assert difference["products"] == [
        table[tuple(difference["at"])] for table in (a.table, b.table)
    ]

    generator = np.random.default_rng(0)
    p, q = generator.random(64), generator.random(32)
    path = tmp_path / "d.json"
    path.write_text(json.dumps({"lhs": p.tolist(), "rhs": q.tolist()}))
    result = lutra.compare(a, b, distribution=path)
    weight = np.multiply.outer(p / p.sum(), q / q.sum())
    found = result["pairs"][0]["difference"]
    assert found["mean_absolute"] == pytest.approx((weight * np.abs(apart)).sum())
    assert found["differing"] == pytest.approx(weight[apart != 0].sum())
    under = result["multipliers"][0]["distribution"]["metrics"]
    assert under == pytest.approx(a.metrics_under(path))


def test_cost_is_stated_and_no_part_of_the_identity() -> None:
    plain = lutra.Multiplier("truncated:8x8:drop=9")
    priced = plain.with_cost("power=300uW,area=412.5,process=PDK45")
    assert priced.hash == plain.hash
    assert priced.cost is not None
    assert (priced.cost["power_mw"], priced.cost["area_um2"]) == (0.3, 412.5)
    assert priced.cost["delay_ns"] is None
    assert priced.cost["source"] == "given by the user"
    for text in ("power=1V", "watts=1", ""):
        with pytest.raises(lutra.MultiplierError, match="cost"):
            plain.with_cost(text)


def test_too_few() -> None:
    with pytest.raises(lutra.MultiplierError, match="two multipliers or more"):
        lutra.compare("exact:8x8")
