"""Gradient tables and table files against NumPy: formulas and files written a second time."""

from __future__ import annotations

from pathlib import Path

import lutra
import numpy as np
import numpy.typing as npt
import pytest
from lutra.multiplier import Multiplier

Array = npt.NDArray[np.float64]

TYPES = [
    ("ui8", "ui8"),
    ("ui7", "ui7"),
    ("si8", "ui8"),
    ("ui8", "si8"),
    ("si8", "si8"),
    ("ui4", "si6"),
]


def values(kind: str) -> npt.NDArray[np.int64]:
    """Operand values in bit-pattern order."""
    bits = int(kind[2:])
    patterns = np.arange(1 << bits)
    return np.where(
        (kind[0] == "s") & (patterns >> (bits - 1) == 1), patterns - (1 << bits), patterns
    )


def random_multiplier(lhs: str, rhs: str) -> Multiplier:
    generator = np.random.default_rng(1)
    exact = np.multiply.outer(values(lhs), values(rhs))
    noise = generator.integers(-4, 5, exact.shape) * (exact % 7 == 3)
    return Multiplier.from_table(exact + noise, lhs, rhs, "random")


def in_numeric_order(table: Array, types: tuple[str, str]) -> Array:
    return table[np.argsort(values(types[0]))][:, np.argsort(values(types[1]))]


def smoothed(line: Array, h: int, boundary: str) -> Array:
    """LUT-2D along the last axis, operands in numeric order."""
    n = line.shape[-1]
    windows = np.lib.stride_tricks.sliding_window_view(line, 2 * h + 1, axis=-1)
    mean = windows.mean(axis=-1)  # mean[..., i] is S(i + h)
    if boundary == "paper":
        constant = (line.max(axis=-1) - line.min(axis=-1)) / n
    else:
        constant = (line[..., -1] - line[..., 0]) / (n - 1)
    result = np.repeat(constant[..., None], n, axis=-1)
    result[..., h + 1 : n - 1 - h] = (mean[..., 2:] - mean[..., :-2]) / 2
    return result


@pytest.mark.parametrize("types", TYPES)
@pytest.mark.parametrize("operand", [0, 1])
@pytest.mark.parametrize("boundary", ["paper", "secant"])
@pytest.mark.parametrize("h", [0, 1, 6])
def test_lut_2d(types: tuple[str, str], operand: int, boundary: str, h: int) -> None:
    multiplier = random_multiplier(*types)
    estimator = f"lut-2d:hws={h}:boundary={boundary}"
    if boundary == "paper" and "s" in types[0] + types[1]:
        with pytest.raises(lutra.MultiplierError, match="unsigned operands only"):
            multiplier.gradient_table(estimator, operand)
        return
    ordered = in_numeric_order(multiplier.table.astype(np.float64), types)
    expected = smoothed(ordered if operand else ordered.T, h, boundary)
    table = in_numeric_order(
        multiplier.gradient_table(estimator, operand).astype(np.float64), types
    )
    np.testing.assert_allclose(table if operand else table.T, expected, rtol=1e-6, atol=1e-4)


@pytest.mark.parametrize("types", TYPES)
def test_lut_1d(types: tuple[str, str]) -> None:
    multiplier = random_multiplier(*types)
    ordered = in_numeric_order(multiplier.table.astype(np.float64), types)
    x = np.sort(values(types[1])).astype(np.float64)
    slopes = np.polyfit(x, ordered.T, 1)[0]
    table = in_numeric_order(multiplier.gradient_table("lut-1d", 1).astype(np.float64), types)
    np.testing.assert_allclose(
        table, np.repeat(slopes[:, None], len(x), axis=1), rtol=1e-6, atol=1e-4
    )

    mean = smoothed(ordered, 2, "secant").mean(axis=1)
    estimator = "lut-1d:variant=mean:hws=2:boundary=secant"
    table = in_numeric_order(multiplier.gradient_table(estimator, 1).astype(np.float64), types)
    np.testing.assert_allclose(
        table, np.repeat(mean[:, None], len(x), axis=1), rtol=1e-6, atol=1e-4
    )


@pytest.mark.parametrize("lhs", ["ui8", "si8", "ui5", "si5"])
@pytest.mark.parametrize("rhs", ["ui8", "si8", "ui5", "si5"])
@pytest.mark.parametrize("operand", [0, 1])
def test_exact_tables_have_the_partners_sign(lhs: str, rhs: str, operand: int) -> None:
    multiplier = Multiplier.from_table(np.multiply.outer(values(lhs), values(rhs)), lhs, rhs)
    table = multiplier.gradient_table("lut-2d:hws=4", operand)
    partner = values(rhs)[None, :] if operand == 0 else values(lhs)[:, None]
    np.testing.assert_array_equal(np.sign(table), np.broadcast_to(np.sign(partner), table.shape))
    for estimator in ["ste", "lut-1d", "lut-2d:hws=4:boundary=secant"]:
        table = multiplier.gradient_table(estimator, operand)
        np.testing.assert_array_equal(table, np.broadcast_to(partner, table.shape))


@pytest.mark.parametrize("dtype", ["<u2", ">u2", "<i4", ">i4", "<i8", ">i8", "<u8", "<f4", ">f8"])
@pytest.mark.parametrize("order", ["C", "F"])
def test_numpy_files(tmp_path: Path, dtype: str, order: str) -> None:
    multiplier = Multiplier("or_compressed:8x5")
    path = tmp_path / "table.npy"
    np.save(path, np.asarray(multiplier.table, dtype=dtype, order=order))  # type: ignore[call-overload]
    loaded = Multiplier(path)
    assert loaded.operand_types == ("ui8", "ui5")
    assert loaded.hash == multiplier.hash


def test_main_jobs_multiplier() -> None:
    w, x = np.meshgrid(np.arange(256), np.arange(256), indexing="ij")
    lost = (w >> 7) & (w >> 6) & (x >> 6) & (x >> 5) & 1
    np.testing.assert_array_equal(Multiplier("or_compressed").table, w * x - (lost << 13))
