"""The main job: what an approximate multiplier costs, and what retraining wins back.

A small convolutional network on scikit-learn's handwritten digits is trained in
float, evaluated on exact and approximate 8-bit multipliers with and without
bias correction, and retrained on each with several gradient estimators, from
the same float weights and seeds.
"""

from __future__ import annotations

import dataclasses
import os
import platform
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

import lutra
from lutra.auto import AUTO, Choice, candidates, choose_estimator
from lutra.compiler import Array
from lutra.errors import InputError, LutraError
from lutra.histograms import Histograms
from lutra.model import Model
from lutra.multiplier import Multiplier
from lutra.networks import digits_cnn
from lutra.optimizers import Adam
from lutra.training import ARITHMETICS, TrainingStep


@dataclass(frozen=True)
class DigitsOptions:
    """Every choice of the job; the defaults are the published experiment."""

    multipliers: tuple[str, ...] = ("truncated:8x8:drop=9", "or_compressed:8x8")
    estimators: tuple[str, ...] = ("ste", "lut-1d", "lut-2d:hws=16")
    seeds: int = 10
    epochs: int = 10
    float_epochs: int = 40
    batch_size: int = 32
    learning_rate: float = 1e-3
    halve_every: int = 4
    float_learning_rate: float = 3e-3
    float_halve_every: int = 10
    operand_order: str = "weight_first"
    weight_observer: str = "min_max"
    activation_observer: str = "moving_average"
    per_channel: bool = False
    padding: str = "zero_point"
    keep_exact: tuple[str, ...] = ()
    keep_float: tuple[str, ...] = ()
    calibration: str = "float"
    calibration_batches: int = 16
    # A step takes about a millisecond: a second thread costs more than it gives.
    threads: int = 1
    factorize: str = "off"
    train_samples: int = 0
    auto_batches: int = 20
    histograms: str = ""

    def __post_init__(self) -> None:
        for name in (
            "seeds",
            "epochs",
            "float_epochs",
            "batch_size",
            "halve_every",
            "float_halve_every",
            "calibration_batches",
            "auto_batches",
        ):
            if getattr(self, name) < 1:
                raise InputError(f"{name} must be at least 1, got {getattr(self, name)}")
        for name in ("learning_rate", "float_learning_rate"):
            value = getattr(self, name)
            if not (np.isfinite(value) and value > 0):
                raise InputError(f"{name} must be finite and positive, got {value}")
        if self.calibration not in ARITHMETICS:
            raise InputError(
                f"unknown calibration {self.calibration!r} (known: {', '.join(ARITHMETICS)})"
            )
        if not self.multipliers:
            raise InputError("at least one multiplier is needed")
        if not self.estimators:
            raise InputError("at least one gradient estimator is needed")
        if len(set(self.estimators)) != len(self.estimators):
            raise InputError("a gradient estimator is named twice")
        if self.histograms and AUTO not in self.estimators:
            raise InputError(
                f"histograms {self.histograms} serve the estimator 'auto', which is not asked for; "
                "others take weights=FILE"
            )

    @property
    def exact(self) -> str:
        """The exact multiplier to compare with, of the same operand encoding."""
        if self.weight_observer != "symmetric":
            return "exact:8x8"
        return "exact:s8xu8" if self.weight_operand == 0 else "exact:u8xs8"

    @property
    def weight_operand(self) -> int:
        """Which of the multiplier's operands the weight is."""
        return 0 if self.operand_order == "weight_first" else 1


@dataclass(frozen=True)
class Dataset:
    """Images [n, 1, 8, 8] in 0 to 1 and integer labels."""

    train_images: Array
    train_labels: Array
    test_images: Array
    test_labels: Array


@dataclass
class Run:
    """One seed of one stage.

    Attributes
    ----------
    accuracy, loss : float
        On the test samples.
    train_loss : float
        On the training samples, after training.
    loss_curve, accuracy_curve : list of float
        Per epoch: mean loss of the steps, accuracy on the test samples.
    """

    accuracy: float
    loss: float
    train_loss: float
    loss_curve: list[float] = field(default_factory=list)
    accuracy_curve: list[float] = field(default_factory=list)


@dataclass
class Stage:
    """A row of the table: one configuration over all seeds.

    Attributes
    ----------
    kind : str
        ``"float"``, ``"calibrated"``, ``"bias-corrected"`` or ``"retrained"``.
    multiplier : str or None
    estimator : str or None
    runs : list of Run
        One per seed.
    seconds_per_epoch, compile_seconds : float or None
    facts : dict
        Order, encoding, calibration, policy and hash (M12).
    """

    kind: str
    multiplier: str | None = None
    estimator: str | None = None
    runs: list[Run] = field(default_factory=list)
    seconds_per_epoch: float | None = None
    compile_seconds: float | None = None
    facts: dict[str, Any] = field(default_factory=dict)

    def values(self, name: str) -> npt.NDArray[np.float64]:
        """One number per seed."""
        return np.array([getattr(run, name) for run in self.runs], np.float64)


@dataclass
class Results:
    """What the job found."""

    options: DigitsOptions
    stages: list[Stage]
    multipliers: dict[str, dict[str, Any]]
    warnings: list[str]
    seconds: float
    machine: dict[str, Any]

    def find(
        self, kind: str, multiplier: str | None = None, estimator: str | None = None
    ) -> Stage | None:
        """The stage of a configuration."""
        for stage in self.stages:
            if (stage.kind, stage.multiplier, stage.estimator) == (kind, multiplier, estimator):
                return stage
        return None

    def to_json(self) -> dict[str, Any]:
        """Everything, as plain data."""
        return dataclasses.asdict(self)


# Called with the number of training steps done and what is being done.
Progress = Callable[[int, str], None]


def load_digits(options: DigitsOptions) -> Dataset:
    """scikit-learn's 1797 digits: 1437 to train on, 360 to test, stratified."""
    try:
        from sklearn.datasets import load_digits as sklearn_digits
        from sklearn.model_selection import train_test_split
    except ImportError:
        raise LutraError(
            "scikit-learn holds the digits: pip install 'lutra[train]' or pip install scikit-learn"
        ) from None
    images, labels = sklearn_digits(return_X_y=True)
    images = (images / 16).astype(np.float32).reshape(-1, 1, 8, 8)
    train_x, test_x, train_y, test_y = train_test_split(
        images, labels.astype(np.int64), test_size=360, random_state=0, stratify=labels
    )
    count = options.train_samples or len(train_x)
    if count < options.batch_size:
        raise InputError(f"{count} training samples are less than a batch of {options.batch_size}")
    return Dataset(
        *(np.ascontiguousarray(part) for part in (train_x[:count], train_y[:count], test_x, test_y))
    )


def train_epoch(
    step: TrainingStep, images: Array, labels: Array, seed: int, epoch: int, halve_every: int
) -> list[float]:
    """Train on every full batch once; gives their losses.

    Seed and epoch alone say the order of samples, so that configurations see
    the same batches in the same order.
    """
    step.learning_rate = step.optimizer.learning_rate * 0.5 ** (epoch // halve_every)
    return [
        step(images[index], labels[index])
        for index in batch_indices(len(images), step.batch_size, seed, epoch)
    ]


def batch_indices(
    samples: int, batch_size: int, seed: int, epoch: int
) -> list[npt.NDArray[np.int64]]:
    """Samples of each full batch of an epoch."""
    order = np.random.default_rng([seed, epoch]).permutation(samples)
    return [
        order[start : start + batch_size]
        for start in range(0, samples - batch_size + 1, batch_size)
    ]


class DigitsJob:
    """Runs the job; `run` gives its results."""

    def __init__(self, options: DigitsOptions, progress: Progress | None = None) -> None:
        self.options = options
        self.progress: Progress = progress or (lambda done, what: None)
        self.data = load_digits(options)
        self.model = lutra.load(digits_cnn(options.batch_size))
        # A wrong multiplier or estimator is said before anything is trained.
        names = (options.exact, *options.multipliers)
        self.multipliers = {name: Multiplier(name) for name in names}
        self._check_encoding()
        self.configurations = [
            (name, estimator)
            for name in names
            for estimator in (("ste",) if name == options.exact else options.estimators)
        ]
        self.approximate = {
            (name, estimator): self._approximate(name, estimator)
            for name, asked in self.configurations
            for estimator in self._tried(name, asked)
        }
        self.batches = len(self.data.train_images) // options.batch_size
        self.done = 0
        # Of the first seed's network, calibrated, in exact products; when asked for.
        self.wants_histograms = False
        self.histograms: Histograms | None = None
        self.stages: list[Stage] = []
        self._steps: dict[tuple[str, str], TrainingStep] = {}

    @property
    def total_steps(self) -> int:
        """Training steps of the whole job."""
        options = self.options
        retrained = len(self.configurations) * options.epochs
        return options.seeds * self.batches * (options.float_epochs + retrained)

    def _check_encoding(self) -> None:
        """Refuse symmetric weights where the weight's operand is unsigned."""
        if self.options.weight_observer != "symmetric":
            return
        operand = self.options.weight_operand
        for name, multiplier in self.multipliers.items():
            types = list(multiplier.operand_types)
            if types[operand].startswith("s"):
                continue
            fit = types.copy()
            fit[operand] = "s" + types[operand][1:]
            suffix = "x".join(kind.replace("i", "") for kind in fit)
            raise InputError(
                f"symmetric weights need a signed operand, but {name} takes the weight as "
                f"{types[operand]}; sign_magnitude({name}):{suffix} takes it as {fit[operand]}"
            )

    @property
    def warnings(self) -> list[str]:
        """What of the choices may not be meant, a sentence each."""
        operand = self.options.weight_operand
        observer = self.options.weight_observer
        warnings = []
        for name, multiplier in self.multipliers.items():
            if multiplier.info["encoding"] != "sign-magnitude":
                continue
            # Signs serve where codes lie around 0; affine ones lie around a zero point.
            if multiplier.operand_types[operand].startswith("s") and observer != "symmetric":
                warnings.append(
                    f"{name} multiplies magnitudes, but --weight-observer {observer} gives weights "
                    "a zero point; --weight-observer symmetric puts it at 0"
                )
            if multiplier.operand_types[1 - operand].startswith("s"):
                warnings.append(
                    f"{name} multiplies magnitudes of activations too, which have a zero point; "
                    "an unsigned operand takes them as they are"
                )
        return warnings

    def _tried(self, multiplier: str, estimator: str) -> tuple[str, ...]:
        """The estimators that a requested one stands for."""
        if estimator != AUTO:
            return (estimator,)
        return candidates(self.multipliers[multiplier], self.options.histograms)

    def _approximate(self, multiplier: str, estimator: str) -> Model:
        options = self.options
        return self.model.approximate(
            self.multipliers[multiplier],
            gradient=estimator,
            keep_exact=options.keep_exact,
            keep_float=options.keep_float,
            operand_order=options.operand_order,
            weight_observer=options.weight_observer,
            activation_observer=options.activation_observer,
            per_channel=options.per_channel,
            padding=options.padding,
            factorize=options.factorize,
        )

    def _compile(self, model: Model, rate: float, what: str) -> TrainingStep:
        self.progress(self.done, f"compiling {what}")
        return model.training_step(
            Adam(rate),
            loss="cross-entropy",
            parameters=self.model.initial_parameters(0),
            threads=self.options.threads,
            calibration=self.options.calibration,
        )

    def _step(self, multiplier: str, estimator: str) -> TrainingStep:
        """The compiled step of a configuration, made once."""
        key = (multiplier, estimator)
        if key not in self._steps:
            self._steps[key] = self._compile(
                self.approximate[key], self.options.learning_rate, " ".join(key)
            )
        return self._steps[key]

    def _facts(self, step: TrainingStep) -> dict[str, Any]:
        facts = step.describe()
        facts["calibration"] = {
            "arithmetic": self.options.calibration,
            "samples": self.options.calibration_batches * self.options.batch_size,
        }
        return facts

    def _measure(self, step: TrainingStep) -> Run:
        data = self.data
        test = step.evaluate(data.test_images, data.test_labels)
        train = step.evaluate(data.train_images, data.train_labels)
        return Run(test.accuracy or 0.0, test.loss, train.loss)

    def _train(
        self, step: TrainingStep, seed: int, epochs: int, halve_every: int, what: str
    ) -> tuple[Run, float]:
        """Train; gives the run and the seconds spent in training steps."""
        data = self.data
        curves = Run(0.0, 0.0, 0.0)
        seconds = 0.0
        for epoch in range(epochs):
            start = time.perf_counter()
            losses = train_epoch(
                step, data.train_images, data.train_labels, seed, epoch, halve_every
            )
            seconds += time.perf_counter() - start
            self.done += self.batches
            self.progress(self.done, f"{what}, seed {seed}")
            curves.loss_curve.append(float(np.mean(losses)))
            test = step.evaluate(data.test_images, data.test_labels)
            curves.accuracy_curve.append(test.accuracy or 0.0)
        run = self._measure(step)
        run.loss_curve, run.accuracy_curve = curves.loss_curve, curves.accuracy_curve
        return run, seconds

    def _train_all(
        self,
        stage: Stage,
        steps: Mapping[str, TrainingStep],
        starts: list[Mapping[str, Array]],
        schedule: tuple[int, int],
        what: str,
    ) -> list[dict[str, Array]]:
        """Train a configuration from one start per seed; gives the parameters.

        Where there is more than one step, each seed chooses its own.
        """
        epochs, halve_every = schedule
        seconds = 0.0
        trained = []
        choices = []
        step = next(iter(steps.values()))
        for seed, start in enumerate(starts):
            if stage.estimator == AUTO:
                choice = self._choose(steps, seed, start, what)
                choices.append({"seed": seed, **choice.to_json()})
                step = steps[choice.estimator]
            step.reset(start)
            run, spent = self._train(step, seed, epochs, halve_every, what)
            seconds += spent
            stage.runs.append(run)
            trained.append({name: value.copy() for name, value in step.parameters.items()})
        stage.seconds_per_epoch = seconds / (epochs * len(starts))
        stage.compile_seconds = sum(step.compile_seconds for step in steps.values())
        stage.facts = self._facts(step)
        if choices:
            # Approximations differ by seed in their estimator alone.
            for item in stage.facts["approximations"]:
                item["gradient"] = AUTO
            stage.facts["choices"] = choices
        self.stages.append(stage)
        return trained

    def _choose(
        self, steps: Mapping[str, TrainingStep], seed: int, start: Mapping[str, Array], what: str
    ) -> Choice:
        """The estimator of one seed: on its first batches, by the training samples' loss."""
        data, options = self.data, self.options
        self.progress(self.done, f"choosing {what}, seed {seed}")
        indices = batch_indices(len(data.train_images), options.batch_size, seed, 0)
        batches = [
            (data.train_images[index], data.train_labels[index])
            for index in indices[: options.auto_batches]
        ]
        return choose_estimator(steps, start, batches, (data.train_images, data.train_labels))

    def _calibrate_all(
        self,
        name: str,
        step: TrainingStep,
        weights: list[dict[str, Array]],
        references: list[dict[str, Array]],
    ) -> None:
        """Evaluate without retraining, before and after bias correction."""
        options = self.options
        images = self.data.train_images[: options.calibration_batches * options.batch_size]
        plain, corrected = Stage("calibrated", name), Stage("bias-corrected", name)
        for start, reference in zip(weights, references, strict=True):
            step.reset(start)
            step.calibrate(images)
            plain.runs.append(self._measure(step))
            if self.wants_histograms and name == options.exact and self.histograms is None:
                self.histograms = step.record_histograms(images)
            step.correct_biases(images, reference)
            corrected.runs.append(self._measure(step))
        for stage in (plain, corrected):
            stage.facts = self._facts(step)
            self.stages.append(stage)

    def run(self) -> Results:
        """Run all stages."""
        options = self.options
        begin = time.perf_counter()
        images = self.data.train_images[: options.calibration_batches * options.batch_size]
        step = self._compile(self.model, options.float_learning_rate, "float")
        starts = [self.model.initial_parameters(seed) for seed in range(options.seeds)]
        weights = self._train_all(
            Stage("float"),
            {"float": step},
            list(starts),
            (options.float_epochs, options.float_halve_every),
            "float",
        )
        references = []
        for trained in weights:
            step.reset(trained)
            references.append(step.layer_means(images))
        retraining = (options.epochs, options.halve_every)
        for index, (name, estimator) in enumerate(self.configurations):
            what = f"{name} {estimator}"
            steps = {item: self._step(name, item) for item in self._tried(name, estimator)}
            if index == 0 or estimator == options.estimators[0]:
                self._calibrate_all(name, next(iter(steps.values())), weights, references)
            self._train_all(
                Stage("retrained", name, estimator), steps, list(weights), retraining, what
            )
        return Results(
            options,
            self.stages,
            {name: multiplier.info for name, multiplier in self.multipliers.items()},
            self.warnings,
            time.perf_counter() - begin,
            {
                "processor": platform.processor() or platform.machine(),
                "cores": os.cpu_count(),
                "python": platform.python_version(),
                "lutra": lutra.__version__,
            },
        )
