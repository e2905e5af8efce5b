"""`lutra multiplier info`, `compare` and `search` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import lutra
import pytest
from lutra.cli import main


@pytest.fixture
def distribution(tmp_path: Path) -> str:
    """First operand 255, second 96 or 0: half of the products lose 2^13."""
    path = tmp_path / "d.json"
    lhs, rhs = [0] * 256, [0] * 256
    lhs[255], rhs[96], rhs[0] = 4, 1, 1
    path.write_text(json.dumps({"layers": {"c1": {"macs": 1, "lhs": lhs, "rhs": rhs}}}))
    return str(path)


def words(text: str, first: str) -> list[str]:
    """The words after `first` on the line that begins with it."""
    (line,) = [line for line in text.splitlines() if line.strip().startswith(first)]
    return line.strip()[len(first) :].split()


def test_info(distribution: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["multiplier", "info", "or_compressed:8x8", "--cost", "power=300uW"]
    assert main([*arguments, "--distribution", f"{distribution}:c1"]) == 0
    out = capsys.readouterr().out
    assert words(out, "mean error distance") == ["4096"]
    assert words(out, "cost") == ["power", "0.3", "mW", "(given", "by", "the", "user)"]
    assert words(out, "encoding") == ["unsigned;", "operands", "as", "in", "the", "source"]
    assert main([*arguments, "--distribution", distribution, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["distribution"]["metrics"]["error_rate"] == 0.5
    assert data["metrics"]["error_rate"] == 1 / 16
    assert data["cost"]["power_mw"] == 0.3


def test_compare(distribution: str, capsys: pytest.CaptureFixture[str]) -> None:
    specs = ["or_compressed:8x8", "or_compressed:8x8:cells=5.7+6.6", "exact:8x8"]
    costs = ["--cost", "1:power=0.3mW", "--cost", "3:power=0.39mW,gates=400"]
    assert main(["multiplier", "compare", *specs, *costs]) == 0
    out = capsys.readouterr().out
    assert "[1] and [2]: equal up to transposition" in out
    assert "[1] and [3]: differ for 6.25 % of 65536 operand pairs: mean |D| 512" in out
    assert words(out, "mean error distance") == ["512", "512", "0"]
    assert words(out, "power, mW") == ["0.3", "unknown", "0.39"]
    assert words(out, "gate equivalents")[0] == "unknown"
    assert main(["multiplier", "compare", *specs, "--distribution", distribution, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["pairs"][1]["difference"]["mean_absolute"] == 4096
    assert data["equal"] == [[0], [1], [2]]


def test_search(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["multiplier", "search", "truncated:8x8:drop=1..17"]
    assert main([*arguments, "--max", "mean_error_distance=5", "--sort", "bias"]) == 0
    out = capsys.readouterr().out
    assert "truncated:8x8:drop=3" in out
    assert "drop=4 " not in out
    assert "3 of 17 candidates" in out
    assert "skipped truncated:8x8:drop=17" in out
    assert main([*arguments, "--equal-to", "truncated:8x8:drop=2", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["results"]
    assert row["hash"] == lutra.Multiplier("truncated:8x8:drop=2").hash
    assert main([*arguments, "--min", "error_rate=2"]) == 0
    assert "no multiplier meets the bounds" in capsys.readouterr().out


def test_mistakes(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, message in (
        (["info", "exact", "--cost", "power=x"], "a number that is not negative"),
        (["info", "exact", "--cost", "2:power=1"], "from 1 to 1 in front of the colon, got '2'"),
        (["info", "exact", "--distribution", "/no/such.json"], "/no/such.json"),
        (["compare", "exact"], "two multipliers or more"),
        (["compare", "exact", "exact", "--cost", "power=1"], "--cost expects K: in front"),
        (["search", "exact", "--max", "error_rate"], "--max expects key=limit"),
        (["search", "exact", "--sort", "x"], "unknown metric or cost 'x'"),
    ):
        assert main(["multiplier", *arguments]) == 1, arguments
        error = capsys.readouterr().err
        assert error.startswith("lutra: error: "), arguments
        assert message in error, arguments
