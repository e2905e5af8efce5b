"""Wrapped multipliers: names, metadata, cost, and a network trained on one."""

from __future__ import annotations

import json
from pathlib import Path

import lutra
import numpy as np
import pytest
from lutra.cli import main
from lutra.digits import DigitsJob, DigitsOptions
from lutra.errors import InputError

WRAPPED = "sign_magnitude(truncated:8x8:drop=8)"


def test_wrappers_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert {row["name"]: row["types"] for row in lutra.wrappers()} == {
        "sign_magnitude": True,
        "transpose": False,
    }
    assert main(["multiplier", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 100
    text = " ".join(" ".join(lines).split())
    for row in [*lutra.families(), *lutra.estimators()]:
        assert f"{row['name']}: {row['summary']}" in text
        assert f"source: {row['source']}" in text
        for parameter in row["parameters"]:
            assert f"{parameter['name']}=<{parameter['domain']}>" in text
    for row in lutra.wrappers():
        assert row["summary"] in text
    assert main(["multiplier", "list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["wrappers"] == lutra.wrappers()


def test_sign_magnitude() -> None:
    inner = lutra.Multiplier("truncated:8x8:drop=8")
    wrapped = lutra.Multiplier(WRAPPED)
    assert wrapped.name == f"{WRAPPED}:s8xu8"
    assert wrapped.operand_types == ("si8", "ui8")
    weights = wrapped.operand_values(0)
    expected = np.where(weights < 0, -1, 1)[:, None] * inner.table[np.abs(weights)]
    assert np.array_equal(wrapped.table, expected)
    info = wrapped.info
    assert (info["format"], info["encoding"]) == ("wrapper", "sign-magnitude")
    assert info["operand_order"] == "as in the source"
    assert inner.cost
    assert wrapped.cost
    assert wrapped.cost["gate_equivalents"] == pytest.approx(inner.cost["gate_equivalents"] + 16)


def test_transpose(tmp_path: Path) -> None:
    inner = lutra.Multiplier("or_compressed:8x4")
    assert lutra.Multiplier("transpose(or_compressed:8x4)").operand_types == ("ui4", "ui8")
    assert np.array_equal(lutra.Multiplier("transpose(or_compressed:8x4)").table, inner.table.T)
    # Around files and containers as well, nested.
    for name in ("m.npy", "m.axm"):
        inner.save(tmp_path / name)
        path = tmp_path / name
        twice = lutra.Multiplier(f"transpose(transpose({path}))")
        assert twice.hash == inner.hash
        assert twice.info["operand_order"] == "as in the source"
        turned = lutra.Multiplier(f"sign_magnitude(transpose({path})):u4xs8")
        assert turned.info["operand_order"] == "transposed"
        assert turned.info["encoding"] == "sign-magnitude"


@pytest.mark.parametrize("types", ["s4xs4", "u4xs4", "s4xu4", "u4xu4"])
def test_a_name_stands_for_its_multiplier(types: str, tmp_path: Path) -> None:
    """Also where the types are not those that a file would be read with."""
    path = tmp_path / "m.npy"
    np.save(path, np.arange(256).reshape(16, 16))
    names = [f"{path}:{types}", f"transpose({path}:{types})", f"transpose(exact:{types})"]
    if types == "u4xu4":
        names += [f"sign_magnitude({path}:{types}):s3xs4", f"sign_magnitude(transpose({path}))"]
    for name in names:
        multiplier = lutra.Multiplier(name)
        assert lutra.Multiplier(multiplier.name).hash == multiplier.hash
        with multiplier.as_option() as option:
            assert lutra.Multiplier(option).hash == multiplier.hash


def test_order_and_encoding_survive_the_container(tmp_path: Path) -> None:
    path = tmp_path / "m.axm"
    wrapped = lutra.Multiplier("sign_magnitude(transpose(or_compressed))")
    wrapped.save(path)
    read = lutra.Multiplier(path)
    assert read.hash == wrapped.hash
    for key in ("encoding", "operand_order", "cost"):
        assert read.info[key] == wrapped.info[key]


def test_encodings_that_do_not_fit() -> None:
    pytest.importorskip("sklearn")
    with pytest.raises(
        InputError,
        match=r"symmetric weights need a signed operand, but or_compressed takes the weight as "
        r"ui8; sign_magnitude\(or_compressed\):s8xu8 takes it as si8",
    ):
        DigitsJob(DigitsOptions(multipliers=("or_compressed",), weight_observer="symmetric"))
    turned = DigitsOptions(
        multipliers=(f"{WRAPPED}:u8xs8",),
        weight_observer="symmetric",
        operand_order="activation_first",
    )
    assert turned.exact == "exact:u8xs8"
    assert DigitsJob(turned).warnings == []
    job = DigitsJob(DigitsOptions(multipliers=(WRAPPED, "or_compressed")))
    (warning,) = job.warnings
    assert warning.startswith(f"{WRAPPED} multiplies magnitudes, but --weight-observer min_max")
    assert "--weight-observer symmetric" in warning
    signed = DigitsOptions(multipliers=(f"{WRAPPED}:s8xs8",), weight_observer="symmetric")
    (warning,) = DigitsJob(signed).warnings
    assert "magnitudes of activations too" in warning


@pytest.mark.parametrize("observer", ["symmetric", "min_max"])
def test_training_job(observer: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for module in ("rich", "sklearn"):
        pytest.importorskip(module)
    arguments = [
        *("--multipliers", WRAPPED, "--weight-observer", observer, "--estimators", "ste"),
        *("--keep-exact", "conv1", "--epochs=1", "--float-epochs=1", "--seeds=1"),
        *("--train-samples=64", "--calibration-batches=1", "--quiet", "--no-plot"),
        *("-o", str(tmp_path)),
    ]
    assert main(["train", *arguments]) == 0
    captured = capsys.readouterr()
    assert f"{WRAPPED}: sign-magnitude, operands as in the source" in captured.out
    exact = "exact:s8xu8" if observer == "symmetric" else "exact:8x8"
    encoding = "mixed" if observer == "symmetric" else "unsigned"
    assert f"{exact}: {encoding}, operands as in the source" in captured.out
    warned = "lutra: warning: " in captured.err
    assert warned == (observer != "symmetric")
    data = json.loads((tmp_path / "digits.json").read_text())
    assert len(data["warnings"]) == warned
    assert data["multipliers"][WRAPPED]["encoding"] == "sign-magnitude"
    for stage in data["stages"]:
        for fact in stage["facts"]["approximations"]:
            assert fact["encoding"] == ("symmetric" if observer == "symmetric" else "affine")
            if stage["multiplier"] == WRAPPED:
                assert fact["multiplier"] == f"{WRAPPED}:s8xu8"
                assert fact["multiplier_encoding"] == "sign-magnitude"
                assert fact["multiplier_order"] == "as in the source"
