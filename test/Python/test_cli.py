"""The command line: help, bad options, files that are whole or absent."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import lutra
import pytest
from conftest import ROOT
from lutra.cli import main
from lutra.digits import DigitsOptions

SMALL = [
    "--epochs=1",
    "--float-epochs=1",
    "--seeds=2",
    "--train-samples=128",
    "--calibration-batches=2",
    "--quiet",
]


def run(*arguments: str) -> tuple[int, str, str]:
    """Run in a process of its own, where a traceback or a crash shows."""
    result = subprocess.run(
        [sys.executable, "-m", "lutra", *arguments], capture_output=True, text=True, check=False
    )
    assert "Traceback" not in result.stderr
    return result.returncode, result.stdout, result.stderr


def test_help() -> None:
    code, out, _ = run("train", "--help")
    assert code == 0
    for name in DigitsOptions.__dataclass_fields__:
        assert f"--{name.replace('_', '-')}" in out, name
    assert run("--help")[0] == 0
    assert run("multiplier", "--help")[0] == 0


def test_bad_options(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, message in (
        (["train", "--seeds", "0"], "seeds must be at least 1, got 0"),
        (["train", "--learning-rate", "-1"], "learning_rate must be finite and positive"),
        (["train", "--multipliers", "magic"], "unknown multiplier family 'magic'"),
        (["train", "--estimators", "magic"], "magic"),
        (["train", "--estimators", "ste", "ste"], "named twice"),
        (["train", "--estimators", "lut-2d:hws=200"], "hws"),
        (["train", "--train-samples", "8"], "less than a batch of 32"),
        (["train", "--output", __file__], "is not a folder"),
        (["multiplier", "info", "no/such.npy"], "no/such.npy"),
        (["multiplier", "plot", "exact:8x8", "--gradient", "magic"], "magic"),
    ):
        assert main(arguments) == 1, arguments
        error = capsys.readouterr().err
        assert error.startswith("lutra: error: "), arguments
        assert message in error, arguments
    with pytest.raises(SystemExit):
        main(["train", "--operand-order", "sideways"])
    assert "invalid choice: 'sideways'" in capsys.readouterr().err


def test_multiplier_info(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["multiplier", "info", "or_compressed:8x8"]) == 0
    text = capsys.readouterr().out
    assert lutra.Multiplier("or_compressed:8x8").hash in text
    assert "operand order matters" in text
    assert len(text.splitlines()) <= 40
    assert max(map(len, text.splitlines())) <= 100
    assert main(["multiplier", "info", "--json", "exact:4x4"]) == 0
    assert json.loads(capsys.readouterr().out)["exact"] is True
    assert main(["multiplier", "list"]) == 0
    assert "or_compressed" in capsys.readouterr().out


def test_multiplier_plot(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    path = tmp_path / "new" / "m.png"
    spec = "exact:s4xu4"
    assert main(["multiplier", "plot", spec, "-o", str(path), "--gradient", "ste"]) == 0
    assert path.read_bytes().startswith(b"\x89PNG")
    assert list(path.parent.iterdir()) == [path]


def test_training_job(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for module in ("rich", "sklearn", "matplotlib"):
        pytest.importorskip(module)
    recorded = tmp_path / "recorded" / "h.json"
    arguments = ["-o", str(tmp_path), "--record-histograms", str(recorded)]
    assert main(["train", *SMALL, *arguments]) == 0
    out = capsys.readouterr().out
    for text in (
        "trained in float",
        "and bias-corrected",
        "retrained, LUT-2D",
        "order: the weight is the multiplier's first operand",
        lutra.Multiplier("truncated:8x8:drop=9").hash,
    ):
        assert text in out, text
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == ["digits.json", "digits.png", "recorded"]
    histograms = lutra.Histograms.load(recorded)
    assert histograms.samples == 64
    for layer in histograms.layers.values():
        assert layer.hash == lutra.Multiplier("exact:8x8").hash
    data = json.loads((tmp_path / "digits.json").read_text())
    rows = data["summary"]["rows"]
    assert [row["stage"] for row in rows].count("retrained") == 7
    assert sum(row["stage"] == "bias-corrected" for row in rows) == 3
    for stage in data["stages"]:
        assert len(stage["runs"]) == 2
        assert stage["facts"]["calibration"]["arithmetic"] == "float"
        for fact in stage["facts"]["approximations"]:
            assert fact["operand_order"] == "weight_first"
            assert fact["encoding"] == "affine"
            assert len(fact["hash"]) == 64
    assert data["summary"]["sentence"].count("%") >= 10
    # Two seeds and eight differences: no spread of two values carries that.
    assert "Holm's correction for 8 differences" in data["summary"]["method"]
    compared = [row["accuracy_points_minus_ste"] for row in rows if row["estimator"] == "lut-1d"]
    assert [item["resolved"] for item in compared] == [False, False]


def test_missing_library_is_one_sentence() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "lutra", "multiplier", "list"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LUTRA_LIBRARY": "/nonexistent/libLutra.so"},
    )
    assert result.returncode == 1
    assert result.stderr.startswith("lutra: error: LUTRA_LIBRARY names /nonexistent/libLutra.so")


def test_pip_install(tmp_path: Path) -> None:
    """The package installs without its extras' dependencies and finds the library."""
    target = tmp_path / "site"
    source = tmp_path / "source"
    source.mkdir()
    for name in ("pyproject.toml", "python", "LICENSE"):
        os.symlink(ROOT / name, source / name)
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-input"]
    installed = subprocess.run(
        [*command, "--no-build-isolation", "--target", str(target), str(source)],
        capture_output=True,
        text=True,
        check=False,
    )
    if "No module named" in installed.stderr or "setuptools" in installed.stderr:
        pytest.skip("setuptools is not installed")
    assert installed.returncode == 0, installed.stderr
    assert (target / "lutra" / "py.typed").is_file()
    code = "import lutra; print(lutra.__file__, lutra.Multiplier('exact:8x8').info['exact'])"
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={
            **os.environ,
            "PYTHONPATH": str(target),
            "LUTRA_LIBRARY": str(lutra._native.find_library()),
        },
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith(str(target))
    assert result.stdout.strip().endswith("True")
