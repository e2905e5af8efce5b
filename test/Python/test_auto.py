"""`auto`: which candidates it has, how it chooses, and that the job does as it chose."""

from __future__ import annotations

import json
from pathlib import Path

import lutra
import numpy as np
import pytest
from lutra.auto import candidates, choose_estimator
from lutra.cli import main
from lutra.histograms import Histograms, LayerHistograms
from lutra.multiplier import Multiplier
from lutra.training import TrainingStep

Batch = tuple[np.ndarray, np.ndarray]


def batches(count: int, size: int = 16) -> list[Batch]:
    generator = np.random.default_rng(5)
    images = generator.uniform(0, 1, (count * size, 1, 8, 8)).astype(np.float32)
    labels = (images[:, 0, :4].mean(axis=(1, 2)) * 10).astype(np.int64)
    return [
        (images[i * size : (i + 1) * size], labels[i * size : (i + 1) * size]) for i in range(count)
    ]


def write_histograms(path: Path, types: tuple[str, str]) -> None:
    counts = [np.arange(1 << int(kind[2:]), 0, -1) for kind in types]
    layer = LayerHistograms(
        "fc", "matmul", "approximate", 1, "exact", "0" * 64, "weight_first", types, *counts
    )
    Histograms({"fc": layer}, 1).save(path)


@pytest.fixture(scope="module")
def steps(small_cnn: lutra.Model) -> dict[str, TrainingStep]:
    return {
        name: small_cnn.approximate("or_compressed:8x8", gradient=name).training_step(
            lutra.Adam(1e-2)
        )
        for name in ("ste", "lut-2d:hws=4", "local-ls")
    }


def test_candidates_fit_the_operands(tmp_path: Path) -> None:
    assert candidates(Multiplier("exact:8x8")) == (
        "ste",
        "lut-1d",
        "lut-2d:hws=4",
        "lut-2d:hws=16",
        "lut-2d:hws=64",
        "local-ls",
    )
    assert "lut-2d:hws=16" not in candidates(Multiplier("exact:8x4"))
    for spec in ("exact:2x2", "exact:2x8", "exact:s3xu3", "exact:8x4", "exact:s8xs8"):
        multiplier = Multiplier(spec)
        for name in candidates(multiplier):
            assert np.isfinite(multiplier.gradient_table(name, 0)).all(), (spec, name)
    path = tmp_path / "h.json"
    write_histograms(path, ("ui8", "ui8"))
    weighted = candidates(Multiplier("exact:8x8"), path)[6:]
    assert [name.split(":weights")[0] for name in weighted] == ["lut-1d", "rank:k=1", "rank:k=2"]
    with pytest.raises(lutra.MultiplierError, match="weights of ui8 x ui8 operands"):
        candidates(Multiplier("exact:7x7"), path)


def test_the_largest_decrease_is_chosen(
    steps: dict[str, TrainingStep], small_cnn: lutra.Model
) -> None:
    start = small_cnn.initial_parameters(2)
    tried = batches(6)
    measured = tuple(np.concatenate(part) for part in zip(*batches(9), strict=True))
    choice = choose_estimator(steps, start, tried, measured)
    # The same by hand.
    after = {}
    for name, step in steps.items():
        step.reset(start)
        step.calibrate(tried)
        assert step.evaluate(*measured).loss == pytest.approx(choice.loss, rel=1e-6)
        for batch in tried:
            step(*batch)
        after[name] = step.evaluate(*measured).loss
    assert choice.estimator == min(after, key=lambda name: after[name])
    assert len(set(after.values())) == 3
    for trial in choice.trials:
        assert trial.decrease == pytest.approx(choice.loss - after[trial.estimator], abs=1e-9)
    # The order of candidates and what the steps did before change nothing.
    again = choose_estimator(dict(reversed(steps.items())), start, tried, measured)
    assert again.estimator == choice.estimator
    assert set(again.trials) == set(choice.trials)
    for step in steps.values():
        assert step.step_count == 0
        np.testing.assert_array_equal(step.parameters["c1.weight"], start["c1.weight"])


def test_of_equals_the_first(small_cnn: lutra.Model) -> None:
    """Of the exact table these are one estimator."""
    steps = {
        name: small_cnn.approximate("exact:8x8", gradient=name).training_step(lutra.SGD(0.01))
        for name in ("lut-1d", "ste")
    }
    start = small_cnn.initial_parameters(0)
    choice = choose_estimator(steps, start, batches(2))
    assert choice.trials[0].decrease == choice.trials[1].decrease
    assert choice.estimator == "lut-1d"


def test_candidates_that_diverge(small_cnn: lutra.Model) -> None:
    good = small_cnn.approximate("exact:8x8").training_step(lutra.SGD(0.01))
    bad = small_cnn.approximate("exact:8x8").training_step(lutra.SGD(1e38))
    start = small_cnn.initial_parameters(0)
    choice = choose_estimator({"bad": bad, "good": good}, start, batches(4))
    assert choice.estimator == "good"
    assert choice.trials[0].decrease == -np.inf
    assert choice.to_json()["decrease"]["bad"] is None
    assert bad.step_count == 0
    with pytest.raises(lutra.LutraError, match="none of the 1 candidates leaves a finite loss"):
        choose_estimator({"bad": bad}, start, batches(4))
    for wrong in (({}, batches(1)), ({"good": good}, [])):
        with pytest.raises(lutra.InputError, match="at least one"):
            choose_estimator(wrong[0], start, wrong[1])


def test_the_job_trains_with_what_it_chose(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for module in ("rich", "sklearn"):
        pytest.importorskip(module)
    path = tmp_path / "h.json"
    write_histograms(path, ("ui8", "ui8"))
    small = ["--epochs=1", "--float-epochs=2", "--seeds=2", "--train-samples=128", "--quiet"]
    small += ["--calibration-batches=2", "--auto-batches=2", "--no-plot", "-o", str(tmp_path)]
    names = candidates(Multiplier("or_compressed:8x8"), path)
    arguments = ["--multipliers=or_compressed:8x8", f"--histograms={path}", "--estimators"]
    assert main(["train", *small, *arguments, *names, "auto"]) == 0
    out = capsys.readouterr().out
    assert "retrained, AUTO" in out
    assert "auto on or_compressed:8x8 chose, by number of seeds: " in out
    stages = json.loads((tmp_path / "digits.json").read_text())["stages"]
    retrained = {s["estimator"]: s for s in stages if s["multiplier"] == "or_compressed:8x8"}
    choices = retrained["auto"]["facts"]["choices"]
    assert [choice["seed"] for choice in choices] == [0, 1]
    for seed, choice in enumerate(choices):
        assert tuple(choice["decrease"]) == names
        assert choice["estimator"] == max(names, key=lambda name: choice["decrease"][name])
        # The very run of the estimator that was chosen.
        run = retrained["auto"]["runs"][seed]
        assert run == retrained[choice["estimator"]]["runs"][seed]
    assert retrained["auto"]["facts"]["approximations"][0]["gradient"] == "auto"


def test_wrong_histograms_are_said_first(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("sklearn")
    assert main(["train", "--estimators", "auto", "--histograms", "no/such.json"]) == 1
    assert "no/such.json" in capsys.readouterr().err
    assert main(["train", "--histograms", "h.json"]) == 1
    assert "serve the estimator 'auto', which is not asked for" in capsys.readouterr().err
    assert main(["train", "--estimators", "auto", "--auto-batches", "0"]) == 1
    assert "auto_batches must be at least 1, got 0" in capsys.readouterr().err
