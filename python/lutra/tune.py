"""Choosing the half window of a gradient estimator by short trainings.

The way of arXiv 2509.10519: train a small network for a few epochs with each
half window and keep the one with the smallest loss. All losses are of the
training split; test samples take no part. A state file, written whole after
each training, lets an interrupted search go on.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import math
import os
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

import lutra
from lutra.compiler import Array
from lutra.digits import DigitsOptions, load_digits, train_epoch
from lutra.errors import InputError, LutraError, StepError
from lutra.files import open_regular, renamed_when_complete
from lutra.model import Model
from lutra.multiplier import Multiplier
from lutra.networks import digits_cnn, lenet5
from lutra.optimizers import Adam
from lutra.training import TrainingStep

VERSION = 1
# Name: (text of the network at a batch size, shape of an image).
NETWORKS: dict[str, tuple[Callable[[int], str], tuple[int, int, int]]] = {
    "digits": (digits_cnn, (1, 8, 8)),
    "lenet5": (lenet5, (1, 28, 28)),
}
# Which loss decides.
CRITERIA = ("train", "validation")


@dataclass(frozen=True)
class TuneOptions:
    """Every choice that a loss depends on, besides the half window.

    Attributes
    ----------
    multiplier : str
    estimator : str
        What takes ``hws``, without it: ``"lut-2d"``, ``"local-ls"``,
        ``"rank:k=2"``, ``"lut-1d:variant=mean"``.
    network : str
        ``"digits"`` or ``"lenet5"``.
    data : str
        ``.npz`` file with ``images`` [n, channels, height, width] and
        ``labels`` [n]; empty for scikit-learn's digits, whose training samples
        are used.
    epochs, seeds : int
        Epochs of each training, and how many float networks are started from.
    by : str
        ``"train"``: the loss on the samples that are trained on, as the paper
        has it; ``"validation"``: on those held out of the training split.
    held_out : float
        Fraction of the training split that is held out.
    float_epochs, batch_size, learning_rate, halve_every, ... :
        As in `lutra.digits.DigitsOptions`.
    """

    multiplier: str
    estimator: str = "lut-2d"
    network: str = "digits"
    data: str = ""
    epochs: int = 5
    seeds: int = 1
    by: str = "train"
    held_out: float = 0.2
    float_epochs: int = 40
    batch_size: int = 32
    learning_rate: float = 1e-3
    halve_every: int = 4
    float_learning_rate: float = 3e-3
    float_halve_every: int = 10
    operand_order: str = "weight_first"
    weight_observer: str = "min_max"

    def __post_init__(self) -> None:
        for name in (
            "epochs",
            "seeds",
            "float_epochs",
            "batch_size",
            "halve_every",
            "float_halve_every",
        ):
            if getattr(self, name) < 1:
                raise InputError(f"{name} must be at least 1, got {getattr(self, name)}")
        for name in ("learning_rate", "float_learning_rate"):
            value = getattr(self, name)
            if not (np.isfinite(value) and value > 0):
                raise InputError(f"{name} must be finite and positive, got {value}")
        if self.network not in NETWORKS:
            raise InputError(f"unknown network {self.network!r} (known: {', '.join(NETWORKS)})")
        if self.by not in CRITERIA:
            raise InputError(f"unknown criterion {self.by!r} (known: {', '.join(CRITERIA)})")
        if not 0 < self.held_out < 1:
            raise InputError(f"held_out must lie between 0 and 1, got {self.held_out}")
        if "hws=" in self.estimator:
            raise InputError(
                f"the estimator {self.estimator!r} has its hws already: leave out what is tuned"
            )


@dataclass(frozen=True)
class TuneRun:
    """One training: losses after it, or None where a step was not finite."""

    hws: int
    seed: int
    train_loss: float | None
    validation_loss: float | None


@dataclass(frozen=True)
class HalfWindow:
    """A half window's losses, means over the seeds; infinite if one diverged."""

    hws: int
    train_loss: float
    validation_loss: float


@dataclass
class TuneResult:
    """What a search found.

    Attributes
    ----------
    options : TuneOptions
    runs : list of TuneRun
    """

    options: TuneOptions
    multiplier_hash: str
    runs: list[TuneRun] = field(default_factory=list)

    @property
    def rows(self) -> list[HalfWindow]:
        """One per half window, ascending."""
        rows = []
        for hws in sorted({run.hws for run in self.runs}):
            runs = [run for run in self.runs if run.hws == hws]
            means = [
                float(np.mean([math.inf if loss is None else loss for loss in losses]))
                for losses in (
                    [run.train_loss for run in runs],
                    [run.validation_loss for run in runs],
                )
            ]
            rows.append(HalfWindow(hws, *means))
        return rows

    @property
    def best(self) -> int:
        """The half window with the smallest loss, the smallest of equals."""
        key = f"{self.options.by}_loss"
        row = min(self.rows, key=lambda row: float(getattr(row, key)))
        if not math.isfinite(getattr(row, key)):
            raise LutraError("no half window leaves a finite loss")
        return row.hws

    @property
    def estimator(self) -> str:
        """The estimator with the best half window."""
        return with_half_window(self.options.estimator, self.best)

    def to_json(self) -> dict[str, Any]:
        """As plain data; losses that are not finite are None."""
        return {
            "options": dataclasses.asdict(self.options),
            "multiplier_hash": self.multiplier_hash,
            "best": self.best,
            "estimator": self.estimator,
            "rows": [
                {name: value if math.isfinite(value) else None for name, value in vars(row).items()}
                for row in self.rows
            ],
            "runs": [vars(run) for run in self.runs],
        }


def with_half_window(estimator: str, hws: int) -> str:
    """``"rank:k=2"`` and 8 as ``"rank:k=2:hws=8"``."""
    return f"{estimator}:hws={hws}"


def default_half_windows(multiplier: Multiplier) -> tuple[int, ...]:
    """1, 2, 4, ..., 64 as far as their windows leave an interior."""
    smallest = min(multiplier.shape)
    return tuple(h for h in (1, 2, 4, 8, 16, 32, 64) if 2 * h + 3 <= smallest)


@dataclass(frozen=True)
class _Split:
    """The training split: samples to train on and samples held out."""

    images: Array
    labels: Array
    held_images: Array
    held_labels: Array


def _load_data(options: TuneOptions) -> tuple[Array, Array]:
    shape = NETWORKS[options.network][1]
    if not options.data:
        if options.network != "digits":
            raise InputError(
                f"network {options.network!r} needs data: a .npz file with images "
                f"[n, {', '.join(map(str, shape))}] and labels [n]"
            )
        digits = load_digits(DigitsOptions(batch_size=options.batch_size))
        return digits.train_images, digits.train_labels
    try:
        with open_regular(options.data) as opened, np.load(opened) as file:
            values = {name: file[name] for name in ("images", "labels") if name in file.files}
    except (OSError, ValueError, AttributeError, zipfile.BadZipFile) as error:
        raise LutraError(f"{options.data} is not a .npz file of arrays: {error}") from None
    missing = [name for name in ("images", "labels") if name not in values]
    if missing:
        raise InputError(f"{options.data} has no array {missing[0]!r}")
    images, labels = values["images"], values["labels"]
    if images.shape[1:] != shape or labels.shape != images.shape[:1]:
        raise InputError(
            f"{options.data} has images of shape {images.shape} and labels of shape "
            f"{labels.shape}, expected (n, {', '.join(map(str, shape))}) and (n,)"
        )
    if not np.issubdtype(images.dtype, np.floating) or not np.issubdtype(labels.dtype, np.integer):
        raise InputError(
            f"{options.data} has images of {images.dtype} and labels of {labels.dtype}, expected "
            "floats and integers"
        )
    return images.astype(np.float32), labels.astype(np.int64)


def _split(options: TuneOptions, images: Array, labels: Array) -> _Split:
    """Hold some samples out, the same for every training."""
    order = np.random.default_rng(0).permutation(len(images))
    count = round(options.held_out * len(images))
    kept, held = order[count:], order[:count]
    if len(kept) < options.batch_size or not count:
        raise InputError(
            f"{len(images)} training samples leave {len(kept)} to train on and {count} held out: "
            f"at least a batch of {options.batch_size} and one are needed"
        )
    return _Split(*(np.ascontiguousarray(a[i]) for i in (kept, held) for a in (images, labels)))


class HalfWindowSearch:
    """Trains with each half window; `run` gives the losses.

    Parameters
    ----------
    options : TuneOptions
    half_windows : sequence of int, optional
        `default_half_windows` when left out. No part of the options: a search
        may be resumed with more of them.
    state : str or path-like, optional
        File that keeps the float networks and every finished training.
    resume : bool
        Go on from `state`, which must be of the same options, multiplier and
        data; without it the file must not exist.
    progress : callable, optional
        Called with what is being done.

    Raises
    ------
    LutraError
        Options, data, half windows or the state file are wrong; nothing was
        trained.
    """

    def __init__(
        self,
        options: TuneOptions,
        half_windows: Sequence[int] = (),
        *,
        state: str | os.PathLike[str] | None = None,
        resume: bool = False,
        progress: Callable[[str], None] | None = None,
    ) -> None:
        self.options = options
        self.progress = progress or (lambda what: None)
        self.state = Path(state) if state is not None else None
        multiplier = Multiplier(options.multiplier)
        windows = tuple(half_windows) or default_half_windows(multiplier)
        if not windows:
            raise InputError(f"{multiplier.name} has too few operand values for any half window")
        if len(set(windows)) != len(windows):
            raise InputError("a half window is named twice")
        self.model = lutra.load(NETWORKS[options.network][0](options.batch_size))
        # A half window that does not fit is said before anything is trained.
        self.approximate: dict[int, Model] = {
            h: self.model.approximate(
                multiplier,
                gradient=with_half_window(options.estimator, h),
                operand_order=options.operand_order,
                weight_observer=options.weight_observer,
            )
            for h in windows
        }
        images, labels = _load_data(options)
        self.data = _split(options, images, labels)
        self.result = TuneResult(options, multiplier.hash)
        self._starts: dict[int, dict[str, Array]] = {}
        digest = hashlib.sha256(np.ascontiguousarray(images).tobytes() + labels.tobytes())
        self._identity = {
            "version": VERSION,
            "options": dataclasses.asdict(options),
            "multiplier": multiplier.hash,
            "data": digest.hexdigest(),
        }
        if resume:
            self._load()
        elif self.state and self.state.exists():
            raise InputError(
                f"{self.state} exists: resume it (--resume), or name another state file"
            )

    # --- state ----------------------------------------------------------------

    def _save(self) -> None:
        """Write all that is known; the file is whole at any time."""
        if not self.state:
            return
        header = {**self._identity, "runs": [vars(run) for run in self.result.runs]}
        arrays = {
            f"float/{seed}/{name}": value
            for seed, start in self._starts.items()
            for name, value in start.items()
        }
        with renamed_when_complete(self.state) as temporary, temporary.open("wb") as file:
            np.savez(file, header=np.array(json.dumps(header)), **arrays)  # type: ignore[arg-type]

    def _load(self) -> None:
        if not self.state:
            raise InputError("resuming needs a state file")
        try:
            with open_regular(self.state) as opened, np.load(opened) as file:
                values = {name: file[name] for name in file.files}
            header = json.loads(str(values.pop("header")))
            identity = {name: header[name] for name in self._identity}
            runs = [TuneRun(**run) for run in header["runs"]]
            starts: dict[int, dict[str, Array]] = {}
            for name, value in values.items():
                kind, seed, parameter = name.split("/", 2)
                if kind != "float":
                    raise ValueError(f"array {name!r}")
                starts.setdefault(int(seed), {})[parameter] = value
        except FileNotFoundError:
            raise LutraError(f"{self.state} does not exist: there is nothing to resume") from None
        except (
            OSError,
            EOFError,
            ValueError,
            KeyError,
            TypeError,
            AttributeError,
            zipfile.BadZipFile,
        ) as error:
            raise LutraError(f"{self.state} is not a state of tuning: {error}") from None
        self._check_identity(identity)
        self.result.runs, self._starts = runs, starts

    def _check_identity(self, found: Mapping[str, Any]) -> None:
        # Tables and arrays are told by their content, whatever their files are called; more
        # seeds or another criterion leave every training as it was.
        contents = ("multiplier", "data")
        pairs = [(name, found[name], self._identity[name]) for name in ("version", *contents)]
        pairs += [
            (name, found["options"].get(name), value)
            for name, value in dataclasses.asdict(self.options).items()
            if name not in (*contents, "seeds", "by")
        ]
        for name, was, now in pairs:
            if was != now:
                raise InputError(f"{self.state} was made with {name} {was}, not {now}")

    # --- training ---------------------------------------------------------------

    def _train(self, step: TrainingStep, seed: int, epochs: int, halve_every: int) -> None:
        for epoch in range(epochs):
            train_epoch(step, self.data.images, self.data.labels, seed, epoch, halve_every)

    def _train_float(self) -> None:
        options = self.options
        missing = [seed for seed in range(options.seeds) if seed not in self._starts]
        if not missing:
            return
        step = self.model.training_step(Adam(options.float_learning_rate), threads=1)
        for seed in missing:
            self.progress(f"float, seed {seed}")
            step.reset(self.model.initial_parameters(seed))
            self._train(step, seed, options.float_epochs, options.float_halve_every)
            self._starts[seed] = {name: value.copy() for name, value in step.parameters.items()}
        self._save()

    def _measure(self, step: TrainingStep, hws: int, seed: int) -> TuneRun:
        """Train once; a loss that is not finite is a result, too."""
        options, data = self.options, self.data
        step.reset(self._starts[seed])
        try:
            self._train(step, seed, options.epochs, options.halve_every)
            train = step.evaluate(data.images, data.labels).loss
            held = step.evaluate(data.held_images, data.held_labels).loss
        except StepError:
            return TuneRun(hws, seed, None, None)
        finite = math.isfinite(train) and math.isfinite(held)
        return TuneRun(hws, seed, *((train, held) if finite else (None, None)))

    def run(self) -> TuneResult:
        """Train what is not done yet, and give the result of the asked half windows."""
        done = {(run.hws, run.seed) for run in self.result.runs}
        if any(
            (hws, seed) not in done
            for hws in self.approximate
            for seed in range(self.options.seeds)
        ):
            self._train_float()
        for hws, model in self.approximate.items():
            missing = [seed for seed in range(self.options.seeds) if (hws, seed) not in done]
            if not missing:
                continue
            self.progress(f"hws={hws}, compiling")
            step = model.training_step(Adam(self.options.learning_rate), threads=1)
            for seed in missing:
                self.progress(f"hws={hws}, seed {seed}")
                self.result.runs.append(self._measure(step, hws, seed))
                self._save()
        asked = [
            run
            for run in self.result.runs
            if run.hws in self.approximate and run.seed < self.options.seeds
        ]
        return dataclasses.replace(self.result, runs=asked)


def tune_half_window(
    options: TuneOptions,
    half_windows: Sequence[int] = (),
    *,
    state: str | os.PathLike[str] | None = None,
    resume: bool = False,
    progress: Callable[[str], None] | None = None,
) -> TuneResult:
    """Choose a half window by short trainings; see `HalfWindowSearch`."""
    return HalfWindowSearch(
        options, half_windows, state=state, resume=resume, progress=progress
    ).run()
