"""When a difference over few seeds is one: Student's t, Holm's correction, the report's words."""

from __future__ import annotations

import math

import numpy as np
import pytest
from lutra.digits import DigitsOptions, Results, Run, Stage
from lutra.report import comparisons, describe_difference, method, sentence, summary, table_rows
from lutra.statistics import Comparison, Estimate, compare, holm


def results(accuracies: dict[str, list[float]], losses: dict[str, list[float]]) -> Results:
    """A job whose retrained stages have these numbers, on one multiplier."""
    options = DigitsOptions(("m",), tuple(accuracies), seeds=len(accuracies["ste"]))
    runs = {
        name: [Run(a, 0.0, b) for a, b in zip(accuracies[name], losses[name], strict=True)]
        for name in accuracies
    }
    stages = [
        Stage("float", runs=runs["ste"]),
        Stage("retrained", options.exact, "ste", runs["ste"]),
        Stage("calibrated", "m", runs=runs["ste"]),
        Stage("bias-corrected", "m", runs=runs["ste"]),
        *(Stage("retrained", "m", name, runs[name]) for name in accuracies),
    ]
    return Results(options, stages, {}, [], 0.0, {})


def test_p_values_are_those_of_a_paired_t_test() -> None:
    from scipy import stats

    generator = np.random.default_rng(0)
    for seeds in (2, 3, 10, 40):
        values = generator.normal(0.3, 1.0, seeds)
        estimate = Estimate.of(values)
        assert estimate.seeds == seeds
        assert estimate.p_value == pytest.approx(stats.ttest_1samp(values, 0).pvalue, rel=1e-9)
        assert Estimate.of(-values).p_value == pytest.approx(estimate.p_value)


def test_holm_adjusts_by_what_is_left() -> None:
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([0.9, 0.8]) == [1.0, 1.0]
    assert holm([]) == []


def test_a_spread_of_two_seeds_resolves_nothing() -> None:
    """Three standard errors of two seeds come about by chance in one of five comparisons."""
    gap = Estimate.of(np.array([0.28, 0.56]))
    assert (gap.mean, gap.error) == pytest.approx((0.42, 0.14))
    assert gap.p_value == pytest.approx(0.205, abs=1e-3)
    assert not compare({"LUT-1D": gap})["LUT-1D"].is_resolved


def test_equal_differences_are_judged_by_their_number() -> None:
    """Accuracies of few samples often differ by the same step, and have no spread then."""
    step = 1 / 360
    for seeds, resolved in ((2, False), (5, False), (6, True)):
        before = np.linspace(0.9, 0.95, seeds)
        # Rounding leaves a spread of 1e-14 among these.
        gap = Estimate.of(100 * (before + step - before))
        assert gap.p_value == 2 / 2**seeds
        assert compare({0: gap})[0].is_resolved == resolved
    assert Estimate.of(np.zeros(8)).p_value == 1


def test_what_has_no_p_value_is_not_resolved_and_does_not_count() -> None:
    clear = Estimate(1.0, 0.2, 10)
    one = Estimate.of(np.array([5.0]))
    endless = Estimate(math.inf, math.nan, 10)
    compared = compare({"clear": clear, "one": one, "endless": endless})
    assert compared["clear"].p_value == pytest.approx(clear.p_value)
    assert math.isnan(compared["one"].p_value)
    assert [item.is_resolved for item in compared.values()] == [True, False, False]


def test_among_many_comparisons_chance_resolves_few() -> None:
    """200 reports of 8 differences that are none: about one in twenty may claim one."""
    generator = np.random.default_rng(1)
    claims = sum(
        any(
            item.is_resolved
            for item in compare(
                {index: Estimate.of(generator.normal(size=10)) for index in range(8)}
            ).values()
        )
        for _ in range(200)
    )
    assert claims <= 20


def test_the_table_says_which_differences_are_resolved() -> None:
    difference = Estimate(1.0, 0.6, 10)
    assert describe_difference(Comparison(difference, 0.06), 1) == "+1.0 ± 0.6\nnot resolved"
    assert describe_difference(Comparison(difference, 0.05), 1) == "+1.0 ± 0.6"
    one = Estimate(1.0, math.nan, 1)
    assert describe_difference(Comparison(one, math.nan), 1) == "+1.0\none seed"


def test_two_seeds_claim_no_difference() -> None:
    found = results(
        {"ste": [0.900, 0.910], "lut-1d": [0.9028, 0.9156]},
        {"ste": [0.50, 0.51], "lut-1d": [0.40, 0.42]},
    )
    text = sentence(found)
    assert (
        "the difference of LUT-1D to STE (+0.42 ± 0.14 points) is not resolved by 2 seeds" in text
    )
    assert "above STE" not in text
    row = dict(table_rows(found))["m"][-1]
    assert row[2].endswith("not resolved")
    assert row[4].endswith("not resolved")


def test_the_report_corrects_for_all_it_compares() -> None:
    """The same differences are resolved alone, and not among many."""
    generator = np.random.default_rng(2)
    noise = generator.normal(size=10)
    noise = (noise - noise.mean()) / noise.std(ddof=1)
    ste = np.full(10, 0.9)
    # 2.6 standard errors: p 0.029 for one comparison.
    shifted = ste + 0.001 * (noise + 2.6 / math.sqrt(10))
    flat = [0.5] * 10
    alone = results(
        {"ste": list(ste), "lut-1d": list(shifted)}, {"ste": flat, "lut-1d": list(shifted)}
    )
    compared = comparisons(alone)
    assert len(compared) == 2
    assert compared["m", "lut-1d", "train_loss"].is_resolved
    names = ("lut-1d", "lut-2d", "local-ls")
    many = results(
        {"ste": list(ste), **{name: list(shifted) for name in names}},
        {"ste": flat, **dict.fromkeys(names, flat)},
    )
    assert len(comparisons(many)) == 6
    assert not comparisons(many)["m", "lut-1d", "accuracy"].is_resolved
    assert "Holm's correction for 6 differences" in method(comparisons(many))
    data = summary(many)["rows"][-1]["accuracy_points_minus_ste"]
    assert data["seeds"] == 10
    assert data["p_value"] == pytest.approx(6 * 0.0288, rel=0.01)
    assert not data["resolved"]


def test_a_resolved_difference_is_told_with_its_p_value() -> None:
    steps = np.arange(10) / 1000
    found = results(
        {"ste": [0.9] * 10, "lut-1d": list(0.95 + steps)},
        {"ste": [0.5] * 10, "lut-1d": [0.5] * 10},
    )
    assert "LUT-1D ends 5.45 ± 0.10 points above STE (p 1.6e-12)" in sentence(found)
    one = results({"ste": [0.9], "lut-1d": [0.95]}, {"ste": [0.5], "lut-1d": [0.5]})
    assert "LUT-1D differs from STE by +5.0 points in this one seed" in sentence(one)
    assert method(comparisons(one)) == ""
    assert summary(one)["rows"][-1]["accuracy_points_minus_ste"]["p_value"] is None
