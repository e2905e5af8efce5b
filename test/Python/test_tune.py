"""`lutra tune hws`: what is trained, what is chosen, and going on after an interruption."""

from __future__ import annotations

import json
from pathlib import Path

import lutra
import numpy as np
import pytest
from lutra.cli import main
from lutra.tune import (
    HalfWindowSearch,
    TuneOptions,
    TuneResult,
    TuneRun,
    default_half_windows,
    tune_half_window,
)

MULTIPLIER = "or_compressed:8x8"
SMALL = {"epochs": 1, "float_epochs": 1, "batch_size": 16}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """80 images whose brightness is their label."""
    generator = np.random.default_rng(1)
    labels = generator.integers(0, 10, 80)
    images = generator.uniform(0, 0.2, (80, 1, 8, 8)) + labels[:, None, None, None] / 12
    path = tmp_path_factory.mktemp("data") / "data.npz"
    np.savez(path, images=images.astype(np.float32), labels=labels)
    return path


def test_losses_are_those_of_training_by_hand(data: Path) -> None:
    options = TuneOptions(MULTIPLIER, data=str(data), seeds=2, **SMALL)
    result = tune_half_window(options, (2, 16))
    assert [(run.hws, run.seed) for run in result.runs] == [(2, 0), (2, 1), (16, 0), (16, 1)]

    with np.load(data) as file:
        images, labels = file["images"], file["labels"]
    order = np.random.default_rng(0).permutation(80)
    held, kept = order[:16], order[16:]
    model = lutra.load(lutra.networks.digits_cnn(16))

    def train(step: lutra.TrainingStep, seed: int) -> None:
        shuffled = kept[np.random.default_rng([seed, 0]).permutation(64)]
        for batch in shuffled.reshape(4, 16):
            step(images[batch], labels[batch])

    floats = model.training_step(lutra.Adam(3e-3), threads=1)
    approximate = model.approximate(MULTIPLIER, gradient="lut-2d:hws=16")
    step = approximate.training_step(lutra.Adam(1e-3), threads=1)
    for run in result.runs[2:]:
        floats.reset(model.initial_parameters(run.seed))
        train(floats, run.seed)
        step.reset(floats.parameters)
        train(step, run.seed)
        assert run.train_loss == step.evaluate(images[kept], labels[kept]).loss
        assert run.validation_loss == step.evaluate(images[held], labels[held]).loss


def test_the_smallest_loss_is_chosen() -> None:
    runs = [
        TuneRun(8, 0, 1.0, 5.0),
        TuneRun(8, 1, 2.0, 5.0),
        TuneRun(4, 0, 1.5, 4.0),
        TuneRun(4, 1, 1.5, 4.0),
        TuneRun(2, 0, 0.1, 0.1),
        TuneRun(2, 1, None, None),  # diverged
    ]
    result = TuneResult(TuneOptions(MULTIPLIER), "hash", runs)
    assert [row.hws for row in result.rows] == [2, 4, 8]
    assert result.rows[0].train_loss == np.inf
    # 4 and 8 are equal in training: the smaller.
    assert result.best == 4
    assert result.estimator == "lut-2d:hws=4"
    rows = result.to_json()["rows"]
    assert rows[0] == {"hws": 2, "train_loss": None, "validation_loss": None}
    held = TuneOptions(MULTIPLIER, estimator="rank:k=2", by="validation")
    runs[2:4] = [TuneRun(4, 0, 1.0, 6.0), TuneRun(4, 1, 1.0, 6.0)]
    assert TuneResult(held, "hash", runs).estimator == "rank:k=2:hws=8"
    with pytest.raises(lutra.LutraError, match="no half window leaves a finite loss"):
        _ = TuneResult(held, "hash", runs[4:]).best


def test_interrupted_and_resumed(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = TuneOptions(MULTIPLIER, data=str(data), **SMALL)
    whole = tune_half_window(options, (2, 8, 32))
    state = tmp_path / "state.npz"
    trained = []

    class InterruptError(Exception):
        pass

    measure = HalfWindowSearch._measure

    def interrupted(self, step, hws, seed):  # type: ignore[no-untyped-def]
        if len(trained) == 2:
            raise InterruptError
        trained.append(hws)
        return measure(self, step, hws, seed)

    monkeypatch.setattr(HalfWindowSearch, "_measure", interrupted)
    with pytest.raises(InterruptError):
        tune_half_window(options, (2, 8, 32), state=state)
    assert trained == [2, 8]
    assert [path.name for path in tmp_path.iterdir()] == ["state.npz"]

    def counted(self, step, hws, seed):  # type: ignore[no-untyped-def]
        trained.append(hws)
        return measure(self, step, hws, seed)

    monkeypatch.setattr(HalfWindowSearch, "_measure", counted)
    steps: list[str] = []
    resumed = tune_half_window(options, (2, 8, 32), state=state, resume=True, progress=steps.append)
    assert trained == [2, 8, 32]
    assert not any("float" in step for step in steps)
    assert resumed.runs == whole.runs
    # All is done now; more half windows and seeds, or another criterion, may be asked for.
    again = HalfWindowSearch(options, (8,), state=state, resume=True).run()
    assert [run.hws for run in again.runs] == [8]
    assert trained == [2, 8, 32]
    more = TuneOptions(MULTIPLIER, data=str(data), seeds=2, by="validation", **SMALL)
    tune_half_window(more, (8,), state=state, resume=True)
    assert trained == [2, 8, 32, 8]


def test_a_state_of_something_else_is_refused(data: Path, tmp_path: Path) -> None:
    state = tmp_path / "state.npz"
    options = TuneOptions(MULTIPLIER, data=str(data), **SMALL)
    tune_half_window(options, (8,), state=state)
    before = state.read_bytes()

    def resume(options: TuneOptions, **keywords: object) -> HalfWindowSearch:
        return HalfWindowSearch(options, (8,), **{"state": state, "resume": True, **keywords})

    with pytest.raises(lutra.InputError, match="exists: resume it"):
        resume(options, resume=False)
    with pytest.raises(lutra.InputError, match="was made with epochs 1, not 2"):
        resume(TuneOptions(MULTIPLIER, data=str(data), **{**SMALL, "epochs": 2}))
    with pytest.raises(lutra.InputError, match="was made with multiplier"):
        resume(TuneOptions("exact:8x8", data=str(data), **SMALL))
    with np.load(data) as file:
        other = tmp_path / "other.npz"
        np.savez(other, images=file["images"] * np.float32(0.5), labels=file["labels"])
        same = tmp_path / "same.npz"
        np.savez(same, images=file["images"], labels=file["labels"])
    with pytest.raises(lutra.InputError, match="was made with data"):
        resume(TuneOptions(MULTIPLIER, data=str(other), **SMALL))
    # The same multiplier and data under other names are the same.
    resume(TuneOptions("or_compressed", data=str(same), **SMALL))
    with pytest.raises(lutra.LutraError, match="there is nothing to resume"):
        resume(options, state=tmp_path / "none.npz")
    with pytest.raises(lutra.InputError, match="resuming needs a state file"):
        resume(options, state=None)
    assert state.read_bytes() == before
    generator = np.random.default_rng(0)
    for damaged in (b"", before[:100], before[: len(before) // 2], generator.bytes(500)):
        state.write_bytes(damaged)
        with pytest.raises(lutra.LutraError, match="is not a state of tuning"):
            resume(options)
    np.savez(state, other=np.zeros(3))
    with pytest.raises(lutra.LutraError, match="is not a state of tuning"):
        resume(options)


def test_half_windows_of_narrow_operands() -> None:
    assert default_half_windows(lutra.Multiplier("exact:8x8")) == (1, 2, 4, 8, 16, 32, 64)
    assert default_half_windows(lutra.Multiplier("exact:8x4")) == (1, 2, 4)
    assert default_half_windows(lutra.Multiplier("exact:2x2")) == ()


@pytest.mark.parametrize(
    ("options", "half_windows", "message"),
    [
        ({"epochs": 0}, (), "epochs must be at least 1, got 0"),
        ({"learning_rate": float("nan")}, (), "learning_rate must be finite and positive"),
        ({"network": "vgg"}, (), "unknown network 'vgg' .known: digits, lenet5"),
        ({"by": "test"}, (), "unknown criterion 'test' .known: train, validation"),
        ({"held_out": 1.0}, (), "held_out must lie between 0 and 1, got 1.0"),
        ({"estimator": "lut-2d:hws=4"}, (), "has its hws already"),
        ({"estimator": "ste"}, (), "has no parameter 'hws'"),
        ({"multiplier": "exact:2x2"}, (), "too few operand values"),
        ({}, (200,), "expects hws from 0 to 126"),
        ({}, (4, 4), "a half window is named twice"),
        ({"network": "lenet5"}, (), "'lenet5' needs data"),
        ({"batch_size": 2000}, (), "less than a batch of 2000"),
        ({"data": "no/such.npz"}, (), "no/such.npz"),
    ],
)
def test_wrong_choices(
    options: dict[str, object], half_windows: tuple[int, ...], message: str
) -> None:
    pytest.importorskip("sklearn")
    with pytest.raises(lutra.LutraError, match=message):
        HalfWindowSearch(TuneOptions(**{"multiplier": MULTIPLIER, **options}), half_windows)


@pytest.mark.parametrize(
    ("arrays", "message"),
    [
        ({"images": np.zeros((40, 1, 8, 8), np.float32)}, "has no array 'labels'"),
        (
            {"images": np.zeros((40, 8, 8), np.float32), "labels": np.zeros(40, int)},
            r"images of shape \(40, 8, 8\) .* expected \(n, 1, 8, 8\) and \(n,\)",
        ),
        (
            {"images": np.zeros((40, 1, 8, 8), np.uint8), "labels": np.zeros(40, int)},
            "images of uint8 .* expected floats and integers",
        ),
        (
            {"images": np.zeros((17, 1, 8, 8), np.float32), "labels": np.zeros(17, int)},
            "17 training samples leave 14 to train on and 3 held out",
        ),
    ],
)
def test_wrong_data(tmp_path: Path, arrays: dict[str, np.ndarray], message: str) -> None:
    path = tmp_path / "data.npz"
    np.savez(path, **arrays)
    with pytest.raises(lutra.InputError, match=message):
        HalfWindowSearch(TuneOptions(MULTIPLIER, data=str(path), **SMALL))


def test_command_line(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    state, output = tmp_path / "state.npz", tmp_path / "result.json"
    command = ["tune", "hws", MULTIPLIER, "--data", str(data), "--epochs=1", "--float-epochs=1"]
    command += ["--batch-size=16", "--hws", "4", "16", "--state", str(state)]
    assert main([*command, "-o", str(output)]) == 0
    printed = capsys.readouterr()
    assert "hws=16, seed 0" in printed.err
    result = json.loads(output.read_text())
    best = min(result["rows"], key=lambda row: row["train_loss"])
    assert result["best"] == best["hws"]
    assert f"chosen by train loss: lut-2d:hws={best['hws']}" in printed.out
    assert main(command) == 1
    assert "exists: resume it (--resume)" in capsys.readouterr().err
    assert main([*command, "--resume", "--json"]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out) == result
    assert printed.err == ""
