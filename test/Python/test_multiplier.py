"""The multiplier library from Python."""

from __future__ import annotations

from pathlib import Path

import lutra
import numpy as np
import pytest
from conftest import SHARED


def test_truncated_table_is_its_definition() -> None:
    """AM(a, b) = sum of a_i b_j 2^(i+j) over i + j >= 9, written with bits."""
    a, b = np.meshgrid(np.arange(256), np.arange(256), indexing="ij")
    expected = sum(
        ((a >> i) & 1) * ((b >> j) & 1) << (i + j) for i in range(8) for j in range(8) if i + j >= 9
    )
    assert np.array_equal(lutra.Multiplier("truncated:8x8:drop=9").table, expected)


def test_or_compressed_table_is_its_definition() -> None:
    """AM = a b - 2^13 [a7 a6 b6 b5], first operand a."""
    a, b = np.meshgrid(np.arange(256), np.arange(256), indexing="ij")
    lost = (a >> 7) & (a >> 6) & (b >> 6) & (b >> 5) & 1
    assert np.array_equal(lutra.Multiplier("or_compressed:8x8").table, a * b - (lost << 13))


def test_info_and_metrics() -> None:
    multiplier = lutra.Multiplier("or_compressed:8x8")
    assert multiplier.operand_types == ("ui8", "ui8")
    assert len(multiplier.hash) == 64
    assert multiplier.info["commutative"] is False
    assert multiplier.metrics["error_rate"] == pytest.approx(1 / 16)
    assert multiplier.metrics["bias"] == pytest.approx(multiplier.error_table.mean())
    with pytest.raises(ValueError, match="read-only"):
        multiplier.table[0, 0] = 1


def test_from_table_keeps_content_and_signedness() -> None:
    lhs = np.arange(16) - 16 * (np.arange(16) >= 8)
    table = np.multiply.outer(lhs, np.arange(256))
    multiplier = lutra.Multiplier.from_table(table, "si4", "ui8", name="mine")
    assert multiplier.info["exact"] is True
    assert multiplier.shape == (16, 256)
    assert list(multiplier.operand_values(0)[[0, 7, 8, 15]]) == [0, 7, -8, -1]
    assert multiplier.hash == lutra.Multiplier("exact:s4xu8").hash
    with multiplier.as_option() as text:
        assert lutra.Multiplier(text).hash == multiplier.hash


@pytest.mark.parametrize(
    ("table", "types", "message"),
    [
        (np.zeros((4, 4)), ("ui2", "ui2"), "integers, got float64"),
        (np.zeros((4, 8), int), ("ui2", "ui2"), "16"),
        (np.full((4, 4), 1 << 40), ("ui2", "ui2"), "32 bits"),
        (np.full((4, 4), 1 << 20), ("ui2", "ui2"), "1048576"),
        (np.zeros((4, 4), int), ("f32", "ui2"), "f32"),
    ],
)
def test_wrong_tables(table: np.ndarray, types: tuple[str, str], message: str) -> None:
    with pytest.raises(lutra.MultiplierError, match=message):
        lutra.Multiplier.from_table(table, *types)


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        ("trunkated:8x8", "did you mean 'truncated'"),
        ("truncated:8x8", "drop"),
        ("truncated:8x8:drop=99", "99"),
        ("truncated:13x13:drop=1", "13"),
        ("no/such/file.npy", "no/such/file.npy"),
    ],
)
def test_wrong_specifications(spec: str, message: str) -> None:
    with pytest.raises(lutra.MultiplierError, match=message):
        lutra.Multiplier(spec)


def test_wrong_files(tmp_path: Path) -> None:
    truncated = tmp_path / "short.bin"
    truncated.write_bytes(bytes(1000))
    with pytest.raises(lutra.MultiplierError, match=r"short\.bin.*1000"):
        lutra.Multiplier(truncated)
    floats = tmp_path / "floats.npy"
    np.save(floats, np.full((256, 256), 0.5))
    with pytest.raises(lutra.MultiplierError, match=r"floats\.npy"):
        lutra.Multiplier(floats)
    huge = tmp_path / "huge.npy"
    np.save(huge, np.full((256, 256), 1 << 30))
    with pytest.raises(lutra.MultiplierError, match=r"huge\.npy"):
        lutra.Multiplier(huge)


@pytest.mark.parametrize(
    ("estimator", "message"),
    [
        ("magic", "magic"),
        ("lut-2d:hws=200", "hws"),
        ("lut-2d:hws=x", "hws"),
        ("lut-1d:variant=x", "variant"),
    ],
)
def test_wrong_estimators(estimator: str, message: str) -> None:
    with pytest.raises(lutra.MultiplierError, match=message):
        lutra.Multiplier("exact:8x8").gradient_table(estimator, 0)


def test_operand_of_a_gradient_is_0_or_1() -> None:
    with pytest.raises(lutra.MultiplierError, match="got 2"):
        lutra.Multiplier("exact:4x4").gradient_table("ste", 2)


def test_lists() -> None:
    assert {row["name"] for row in lutra.families()} >= {"exact", "truncated", "or_compressed"}
    assert {row["name"] for row in lutra.estimators()} >= {"ste", "lut-2d", "lut-1d"}
    assert all(row["summary"] and row["source"] for row in lutra.families() + lutra.estimators())


def test_published_table() -> None:
    path = SHARED / "data" / "multipliers" / "mul8u_1JFF.bin"
    if not path.is_file():
        pytest.skip(f"no published tables at {path.parent}")
    multiplier = lutra.Multiplier(path)
    assert multiplier.info["exact"] is True
    assert multiplier.hash == lutra.Multiplier("exact:8x8").hash
