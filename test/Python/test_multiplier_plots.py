"""Pictures of a multiplier: what they show, where, and at which size."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lutra
import numpy as np
import pytest
from lutra.cli import main

matplotlib = pytest.importorskip("matplotlib")

from lutra.multiplier_plots import (  # noqa: E402
    _draw_histogram,
    block_means,
    default_estimators,
    draw_map,
    plot_multiplier,
    pyplot,
)


@pytest.fixture
def axes() -> Iterator[Any]:
    figure, axis = pyplot().subplots()
    yield axis
    pyplot().close(figure)


def test_signed_maps_run_from_the_lowest_operand(axes: Any) -> None:
    multiplier = lutra.Multiplier("exact:s4xu5")
    draw_map(axes, multiplier, multiplier.table, "products", quantity="AM")
    (image,) = axes.get_images()
    values = np.asarray(image.get_array())
    assert values.shape == (16, 32)
    assert values[0, 31] == -8 * 31
    assert values[15, 31] == 7 * 31
    assert image.get_extent() == [-0.5, 31.5, -8.5, 7.5]
    assert list(axes.get_yticks()) == [-8, -4, 0, 4, 7]
    # White is 0.
    assert image.norm.vmin == -image.norm.vmax == -8 * 31


def test_many_cells_are_averaged_in_blocks() -> None:
    values = np.arange(8 * 16, dtype=float).reshape(8, 16)
    blocks = block_means(values, 4)
    assert blocks.shape == (4, 4)
    assert blocks[0, 0] == values[:2, :4].mean()
    assert blocks[3, 1] == values[6:, 4:8].mean()
    assert block_means(values, 16) is values


@pytest.mark.parametrize("spec", ["or_compressed:8x8", "truncated:8x4:drop=4", "exact:s3xu3"])
def test_histogram_accounts_for_all_pairs(spec: str, axes: Any) -> None:
    multiplier = lutra.Multiplier(spec)
    _draw_histogram(axes, multiplier, None)
    assert sum(bar.get_height() for bar in axes.patches) == pytest.approx(100)
    error = multiplier.error_table
    for bar in axes.patches:
        inside = (error >= bar.get_x()) & (error < bar.get_x() + bar.get_width())
        assert bar.get_height() == pytest.approx(100 * inside.mean())


def test_histogram_under_a_distribution(axes: Any) -> None:
    lhs, rhs = np.zeros(256), np.zeros(256)
    lhs[255], rhs[96], rhs[0] = 1, 1, 3
    distribution = lutra.OperandDistribution("hand", ("ui8", "ui8"), lhs, rhs)
    _draw_histogram(axes, lutra.Multiplier("or_compressed:8x8"), distribution)
    heights = [bar.get_height() for bar in axes.patches if bar.get_height() > 0]
    assert heights == pytest.approx([25, 75])
    assert "25 % wrong, mean |E| 2048" in axes.get_title()


def test_default_window_fits_the_narrower_operand() -> None:
    for spec in ("exact:8x8", "exact:8x4", "exact:2x2", "exact:s5xu3", "exact:10x9"):
        multiplier = lutra.Multiplier(spec)
        for estimator in default_estimators(multiplier):
            multiplier.gradient_table(estimator, 0)
    assert default_estimators(lutra.Multiplier("exact:8x8"))[0] == "lut-2d:hws=16"


def test_png(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One PNG that is as wide as a printed page at 200 dots per inch."""
    path = tmp_path / "m.png"
    assert main(["multiplier", "plot", "truncated:s4xu4:drop=2", "-o", str(path)]) == 1
    assert "truncated" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
    assert main(["multiplier", "plot", "truncated:6x4:drop=2", "-o", str(path)]) == 0
    data = path.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">II", data[16:24]) == (1400, 1660)
    plot_multiplier(lutra.Multiplier("truncated:10x10:drop=9"), path, [])
    assert struct.unpack(">II", path.read_bytes()[16:24]) == (1400, 620)
    distribution = lutra.OperandDistribution("hand", ("ui4", "ui4"), np.ones(16), np.ones(16))
    with pytest.raises(lutra.InputError, match="ui4 x ui4 operands, but 'exact:8x8' takes"):
        plot_multiplier(lutra.Multiplier("exact:8x8"), path, [], distribution)
