"""Reading, writing and factorising multipliers from Python and by `lutra multiplier`."""

from __future__ import annotations

import json
from pathlib import Path

import lutra
import numpy as np
import pytest
from lutra.cli import main
from lutra.errors import MultiplierError

FORMATS = ("axm", "npy", "bin", "txt", "csv", "h")


@pytest.mark.parametrize("extension", FORMATS)
def test_every_format_reads_back(tmp_path: Path, extension: str):
    multiplier = lutra.Multiplier("or_compressed:8x8")
    path = tmp_path / f"m.{extension}"
    multiplier.save(path)
    read = lutra.Multiplier(path)
    assert read.hash == multiplier.hash
    np.testing.assert_array_equal(read.table, multiplier.table)


def test_format_option_and_mlir(tmp_path: Path):
    multiplier = lutra.Multiplier("truncated:4x4:drop=3")
    multiplier.save(tmp_path / "table", format="matrix")
    assert lutra.Multiplier(tmp_path / "table", bits="4x4").hash == multiplier.hash
    multiplier.save(tmp_path / "m.mlir")
    assert f'hash = "{multiplier.hash}"' in (tmp_path / "m.mlir").read_text()
    with pytest.raises(MultiplierError, match="unknown format 'yaml' to write"):
        multiplier.save(tmp_path / "m.npy", format="yaml")
    with pytest.raises(MultiplierError, match=r"is no container \(\.axm\)"):
        multiplier.save(tmp_path / "m.npy", factors=True)
    assert not (tmp_path / "m.npy").exists()


def test_options_say_how_to_read(tmp_path: Path):
    values = np.arange(-8, 8)
    numeric = np.multiply.outer(values, values)  # rows in numeric order
    path = tmp_path / "m.csv"
    np.savetxt(path, numeric, fmt="%d", delimiter=",")
    assert lutra.Multiplier(path).info["exact"]
    forced = lutra.Multiplier(path, types="s4xs4", order="twos-complement")
    assert not forced.info["exact"]
    assert any("offset-binary" in warning for warning in forced.info["warnings"])
    table = lutra.Multiplier("or_compressed:8x8").table
    np.save(tmp_path / "m.npy", table)
    transposed = lutra.Multiplier(tmp_path / "m.npy", transpose=True)
    np.testing.assert_array_equal(transposed.table, table.T)
    # What a pass is given is what was read, not what the name alone means.
    with transposed.as_option() as text:
        assert lutra.Multiplier(text).hash == transposed.hash


@pytest.mark.parametrize(
    "spec", ["or_compressed:8x8", "truncated:8x8:drop=9", "sign_magnitude(drum:8x8:k=4)"]
)
def test_factors_multiply_out(spec: str):
    multiplier = lutra.Multiplier(spec)
    factors = multiplier.factorization
    assert factors.lower_bound <= factors.macs == len(factors.shifts)
    assert factors.lhs.dtype == np.int8
    np.testing.assert_array_equal(factors.table(), multiplier.table)


def test_factorisation_of_wide_operands_is_refused():
    with pytest.raises(MultiplierError, match=r"tables of up to 8 bits are factorised"):
        _ = lutra.Multiplier("exact:9x9").factorization


def test_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    source = tmp_path / "m.txt"
    assert main(["multiplier", "export", "truncated:4x4:drop=3", "-o", str(source)]) == 0
    container = ["multiplier", "export", str(source), "-o", str(tmp_path / "m.axm")]
    assert main([*container, "--with-factors", "--with-gradient", "ste"]) == 0
    assert main(["multiplier", "export", container[-1], "-o", str(tmp_path / "m.h")]) == 0
    capsys.readouterr()
    assert main(["multiplier", "factorize", str(tmp_path / "m.h"), "exact:4x4", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["macs"] for row in rows] == [
        lutra.Multiplier("truncated:4x4:drop=3").factorization.macs,
        1,
    ]
    assert main(["multiplier", "import", str(tmp_path)]) == 1
    assert "files of known formats" in capsys.readouterr().err


def test_container_is_a_safetensors_file(tmp_path: Path):
    safetensors = pytest.importorskip("safetensors.numpy")
    multiplier = lutra.Multiplier("truncated:4x4:drop=3")
    path = tmp_path / "m.axm"
    multiplier.save(path, factors=True, gradients=["lut-2d:hws=2"])
    tensors = safetensors.load_file(path)
    np.testing.assert_array_equal(tensors["table"], multiplier.table)
    gradient = [name for name in tensors if name.startswith("gradient.")]
    assert len(gradient) == 2
