"""Table files through the Python API: options, warnings, every written format."""

import warnings
from pathlib import Path

import lutra
import numpy as np
import pytest
from lutra.cli import main

TABLES = Path(__file__).parents[3] / "shared" / "data" / "multipliers"


def random_multiplier(lhs, rhs, seed):
    """A table near a b, so that what its file leaves open can be told."""
    multiplier = lutra.Multiplier(f"exact:{lhs}x{rhs}")
    noise = np.random.default_rng(seed).integers(-2, 3, multiplier.shape)
    types = multiplier.operand_types
    return lutra.Multiplier.from_table(multiplier.table + noise, *types, name="noisy")


@pytest.mark.parametrize("name", ["m.npy", "m.bin", "m.txt", "m.csv", "m.h", "m.axm"])
@pytest.mark.parametrize("types", [("u4", "u4"), ("s4", "s4"), ("s5", "u3"), ("u2", "s6")])
def test_written_formats_read_back(tmp_path, name, types):
    if name == "m.bin" and types[0][0] == types[1][0] == "u":
        multiplier = lutra.Multiplier("kulkarni:4x4")  # .bin holds no negative products
    else:
        multiplier = random_multiplier(*types, seed=len(name))
    path = tmp_path / name
    multiplier.save(path)
    assert lutra.Multiplier(path, types="x".join(types)).hash == multiplier.hash
    swapped = lutra.Multiplier(path, types="x".join(types), transpose=True)
    np.testing.assert_array_equal(swapped.table, multiplier.table.T)
    assert swapped.operand_types == multiplier.operand_types[::-1]


@pytest.mark.parametrize("order", ["twos-complement", "offset-binary"])
def test_order_of_a_matrix(tmp_path, order):
    multiplier = random_multiplier("s4", "u3", seed=1)
    table = np.roll(multiplier.table, 8, axis=0) if order == "offset-binary" else multiplier.table
    np.savetxt(tmp_path / "m.csv", table, fmt="%d", delimiter=",")
    for options in ({"types": "s4xu3", "order": order}, {}):
        read = lutra.Multiplier(tmp_path / "m.csv", **options)
        assert read.hash == multiplier.hash
        assert order.split("-")[0][:3] in read.info["description"]


def test_wrong_reading_warns(tmp_path, capsys):
    path = tmp_path / "m.bin"
    lutra.Multiplier("exact:8x4").save(path)
    with pytest.warns(lutra.MultiplierWarning, match="read as ui8 x ui4 it would be 0.00"):
        wrong = lutra.Multiplier(path)
    assert wrong.operand_types == ("ui6", "ui6")
    assert len(wrong.warnings) == 1
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert lutra.Multiplier(path, bits="8x4").warnings == ()
    assert main(["multiplier", "compare", str(path), "exact:6x6"]) == 0
    assert f"lutra: warning: '{path}': read as ui6 x ui6" in capsys.readouterr().err
    # Where it is part of the description it is printed once.
    assert main(["multiplier", "import", str(path)]) == 0
    printed = capsys.readouterr()
    assert printed.out.count("it would be 0.00") == 1
    assert "warning" not in printed.err


def test_options_reach_the_compiler(tmp_path):
    multiplier = lutra.Multiplier("or_compressed")
    multiplier.save(tmp_path / "m.npy")
    swapped = lutra.Multiplier(tmp_path / "m.npy", transpose=True)
    with swapped.as_option() as text:
        assert lutra.Multiplier(text).hash == swapped.hash != multiplier.hash


@pytest.mark.skipif(not TABLES.is_dir(), reason="the published tables are not here")
def test_published_signed_table():
    multiplier = lutra.Multiplier(TABLES / "mul8s_1KV9.txt")
    assert multiplier.operand_types == ("si8", "si8")
    # As the file's own header states.
    assert multiplier.metrics["error_rate"] == 0.6875
    assert multiplier.metrics["mean_error_distance"] == 4.25
    assert multiplier.metrics["mean_squared_error"] == 34.25
