"""Compiled training steps: state, training, evaluation, calibration."""

from __future__ import annotations

import functools
import math
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

import numpy as np
import numpy.typing as npt

from lutra import checkpoints
from lutra.compiler import Argument, Array, CompiledFunction, Module
from lutra.errors import CompileError, InputError, LutraError, StepError
from lutra.histograms import Histograms, add_up
from lutra.losses import CrossEntropy
from lutra.model import pass_with_options
from lutra.optimizers import Optimizer

if TYPE_CHECKING:
    from lutra.model import Model

ARITHMETICS = ("float", "int8", "approximate")
STATE_ROLES = ("parameter", "buffer", "optimizer_state", "range", "step_count", "seed")
# Empty, so that the first update takes the batch's range.
EMPTY_RANGE = (math.inf, -math.inf)
_P = ParamSpec("_P")
_R = TypeVar("_R")


def _in_turn(
    method: Callable[Concatenate[TrainingStep, _P], _R],
) -> Callable[Concatenate[TrainingStep, _P], _R]:
    """A method that sees and leaves the state whole: no other thread's call comes between."""

    @functools.wraps(method)
    def call(self: TrainingStep, /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
        with self._lock:
            return method(self, *args, **kwargs)

    return call


@dataclass(frozen=True)
class Evaluation:
    """Result of `TrainingStep.evaluate`.

    Attributes
    ----------
    loss : float
        Mean over the labels.
    accuracy : float or None
        Fraction of labels whose logit is the largest; None for a model without
        logits.
    logits : array or None
    count : int
        Number of samples.
    """

    loss: float
    accuracy: float | None
    logits: Array | None
    count: int


def seed_words(seed: int, argument: Argument) -> Array:
    """A seed as an argument takes it: its words, the lowest last."""
    words = np.zeros(argument.static_shape, argument.dtype)
    try:
        text = int(seed).to_bytes(max(words.nbytes, 8), "big")
    except OverflowError:
        raise InputError(f"a seed is an integer from 0 to 2^64 - 1, got {seed}") from None
    words.reshape(-1)[:] = np.frombuffer(text, words.dtype.newbyteorder(">"))[-words.size :]
    return words


class TrainingStep:
    """A compiled training step with its state; made by `Model.training_step`.

    Calling it trains on one batch. All state is NumPy arrays that the compiled
    code updates in place: `parameters`, `ranges`, `optimizer_state` and
    `buffers` are dictionaries of them, by name.

    Attributes
    ----------
    model : Model
    optimizer : Optimizer
    learning_rate : float
        Used by the following steps; may be changed at any time.
    batch_size : int
        Leading dimension of the inputs.
    compile_seconds : float
        Time spent in the compiler for this step so far.
    """

    def __init__(
        self,
        model: Model,
        optimizer: Optimizer,
        loss: CrossEntropy,
        *,
        parameters: Mapping[str, npt.ArrayLike],
        buffers: Mapping[str, npt.ArrayLike],
        seed: int,
        threads: int,
        calibration: str,
    ) -> None:
        self.model = model
        self.optimizer = optimizer
        # Of what is compiled here, whatever becomes of an estimator's files.
        self._manifest = checkpoints.manifest(model, optimizer)
        self.learning_rate = optimizer.learning_rate
        self.compile_seconds = 0.0
        self._loss = loss
        self._threads = threads
        # State is read and written by one call at a time, whatever threads they come from.
        self._lock = threading.RLock()
        self._calibration = _check_arithmetic(calibration)
        self._variants: dict[str, dict[str, CompiledFunction]] = {}
        self._recorder: tuple[CompiledFunction, list[dict[str, Any]]] | None = None
        if self.model.evaluation is None:
            functions = self._compile({"calibrate-arithmetic": calibration})
            if "calibrate" in functions:
                self._variants[f"calibrate {calibration}"] = functions
        else:
            functions = {
                **self._compile({"emit": "train_step"}),
                **self._compile({"emit": "evaluate"}),
            }
        self._step, self._evaluate = functions["train_step"], functions["evaluate"]
        self._inputs = self._of_role("input") + self._of_role("label")
        self._state_arguments = {
            argument.name: argument
            for argument in self._step.arguments
            if argument.role in STATE_ROLES and argument.name
        }
        if not self._inputs or not self._inputs[0].static_shape:
            raise CompileError("the model has no input with a batch dimension")
        self.batch_size = self._inputs[0].static_shape[0]
        self._state: dict[str, Array] = {}
        self.reset(parameters, buffers, seed)

    # --- compilation ------------------------------------------------------

    def _add_loss(self) -> str:
        return pass_with_options(
            "approx-add-loss", {"function": self.model.function, **self._loss.options()}
        )

    def _build(self, options: Mapping[str, str], *more_passes: str) -> Module:
        """Build the functions of approx-build-training-step.

        One function alone that has no gradients is of the model as it is in
        evaluation.
        """
        name = self.model.function
        has_gradients = options.get("emit", "train_step") == "train_step"
        module = None if has_gradients else self.model.converted_evaluation()
        stages = [self._add_loss()]
        if has_gradients:
            stages.append(pass_with_options("approx-autodiff", {"of": name, "recompute": True}))
        options = {"function": name, **self.optimizer.options(), **options}
        stages += [pass_with_options("approx-build-training-step", options), *more_passes]
        return (module or self.model.converted()).run(",".join(stages))

    def _compile(
        self, options: Mapping[str, str], *more_passes: str
    ) -> dict[str, CompiledFunction]:
        """Build and compile them."""
        start = time.perf_counter()
        module = self.model.factorized(self._build(options, *more_passes))
        functions = module.compile(threads=self._threads)
        self.compile_seconds += time.perf_counter() - start
        return functions

    def _variant(
        self, key: str, options: Mapping[str, str], *more_passes: str
    ) -> dict[str, CompiledFunction]:
        """Functions that are compiled when they are first asked for."""
        if key not in self._variants:
            self._variants[key] = self._compile(options, *more_passes)
        return self._variants[key]

    def _of_role(self, role: str) -> list[Argument]:
        return [argument for argument in self._step.arguments if argument.role == role]

    @property
    def workspace_bytes(self) -> int:
        """Memory that a step needs besides its state and its inputs: one arena."""
        return self._step.workspace_bytes

    # --- state --------------------------------------------------------------

    def _named(self, role: str) -> dict[str, Array]:
        return {
            name: self._state[name]
            for name, argument in self._state_arguments.items()
            if argument.role == role
        }

    @property
    def parameters(self) -> dict[str, Array]:
        """The parameters themselves, by name."""
        return self._named("parameter")

    @property
    def buffers(self) -> dict[str, Array]:
        """Buffers such as batch norm's statistics, by name."""
        return self._named("buffer")

    @property
    def ranges(self) -> dict[str, Array]:
        """Ranges (min, max) of the quantised values; (inf, -inf) is empty."""
        return self._named("range")

    @property
    def optimizer_state(self) -> dict[str, Array]:
        """Moments or momenta, by name."""
        return self._named("optimizer_state")

    @property
    def step_count(self) -> int:
        """Number of steps taken."""
        return sum(int(value) for value in self._named("step_count").values())

    @_in_turn
    def state(self) -> dict[str, Array]:
        """Return a copy of all state, by name; `load_state` takes it back."""
        return {name: value.copy() for name, value in self._state.items()}

    @_in_turn
    def load_state(self, values: Mapping[str, npt.ArrayLike]) -> None:
        """Set state by name; what is not named keeps its value.

        Raises
        ------
        InputError
            An unknown name, another shape or type, or a value that no step
            leaves behind (not finite as the state's type has it, a negative step
            count or mean of squares, a range whose ends are reversed); nothing is
            changed.
        """
        checked = {}
        for name, value in values.items():
            argument = self._state_arguments.get(name)
            if argument is None:
                known = ", ".join(self._state_arguments)
                raise InputError(f"no state is called {name!r} (known: {known})")
            array = np.asarray(value)
            if array.shape != argument.static_shape or not np.can_cast(
                array.dtype, argument.dtype, "same_kind"
            ):
                raise InputError(
                    f"state {name!r} expects {argument.dtype} of shape {argument.static_shape}, "
                    f"got {array.dtype} of shape {array.shape}"
                )
            # What is checked is what will be there: 1e300 is no float32.
            with np.errstate(over="ignore", invalid="ignore"):
                array = array.astype(argument.dtype)
            _check_state_values(name, argument.role, array)
            if name.endswith(self.optimizer.squares) and array.min(initial=0) < 0:
                raise InputError(
                    f"state {name!r} expects means of squares, at least 0, got {array.min()}"
                )
            checked[name] = array
        for name, array in checked.items():
            self._state[name][...] = array

    @_in_turn
    def reset(
        self,
        parameters: Mapping[str, npt.ArrayLike],
        buffers: Mapping[str, npt.ArrayLike] | None = None,
        seed: int | None = None,
    ) -> None:
        """Start again from `parameters`: empty ranges, zero optimizer state.

        Parameters
        ----------
        parameters, buffers : mapping of str to array
            All of them, by name. Buffers start at zero when left out.
        seed : int, optional
            Of what the model draws in training, such as dropout's masks. The
            one before when left out: the same numbers are drawn again.
        """
        missing = [name for name in self.model.parameters if name not in parameters]
        if missing:
            raise InputError(f"no value for parameter {missing[0]!r}")
        for name, argument in self._state_arguments.items():
            if name not in self._state:
                self._state[name] = np.zeros(argument.static_shape, argument.dtype)
            if argument.role != "seed":
                self._state[name][...] = EMPTY_RANGE if argument.role == "range" else 0
            elif seed is not None:
                self._state[name][...] = seed_words(seed, argument)
        self.learning_rate = self.optimizer.learning_rate
        self._calibrated_in: str | None = None
        self.load_state({**parameters, **(buffers or {})})

    def _write_back(self, frontend: str) -> Any:
        if self.model.source is None or self.model.source.frontend != frontend:
            raise LutraError(f"the model was not imported by lutra.from_{frontend}")
        return self.model.source.write_back({**self.parameters, **self.buffers})

    def to_torch(self) -> Any:
        """Write parameters and buffers back into the module that was imported.

        Returns
        -------
        torch.nn.Module
            The module that `lutra.from_torch` took, with the same names.

        Raises
        ------
        LutraError
            The model was not imported from PyTorch.
        """
        return self._write_back("torch")

    def to_jax(self) -> Any:
        """Return the parameters as the tree that was imported.

        Returns
        -------
        pytree of jax.Array
            With the structure of the one that `lutra.from_jax` took.

        Raises
        ------
        LutraError
            The model was not imported from JAX.
        """
        return self._write_back("jax")

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write all state to a NumPy ``.npz`` file, under its name when complete.

        The file says what it is of: multipliers by the hash of their tables,
        estimators, quantisation, and the optimizer's constants.
        """
        checkpoints.save(path, self.state(), self._manifest)

    def load(self, path: str | os.PathLike[str], *, strict: bool = True) -> None:
        """Read what `save` wrote.

        Parameters
        ----------
        path : path-like
        strict : bool
            Refuse a file that was saved with another multiplier, estimator,
            quantisation or optimizer. Names and shapes must agree in any case.

        Raises
        ------
        LutraError
            The file cannot be read, or is damaged; nothing is changed.
        InputError
            The file is of another model, multiplier or optimizer; nothing is
            changed.
        """
        values = checkpoints.load(path, self._manifest, strict)
        missing = [name for name in self._state if name not in values]
        if missing:
            raise InputError(f"{os.fspath(path)} has no state {missing[0]!r}")
        self.load_state(values)

    # --- running --------------------------------------------------------------

    def _check_batch(self, arrays: tuple[npt.ArrayLike, ...], what: str) -> dict[str, Array]:
        if len(arrays) != len(self._inputs):
            names = ", ".join(str(argument.name) for argument in self._inputs)
            raise InputError(
                f"{what} takes {len(self._inputs)} arrays ({names}), got {len(arrays)}"
            )
        return {
            str(argument.name): np.asarray(array)
            for argument, array in zip(self._inputs, arrays, strict=True)
        }

    def _run(self, function: CompiledFunction, values: Mapping[str, npt.ArrayLike]) -> Any:
        """Call a function on the state; a status that is not 0 is a `StepError`."""
        outputs = function({**self._state, **values})
        by_role = {
            argument.role or argument.name: outputs[argument.name or argument.role or ""]
            for argument in function.arguments
            if argument.output
        }
        status = int(by_role.pop("status", np.int32(0)))
        if status == 0:
            return by_role, outputs
        names = function.status_names
        what = names[status - 1] if status <= len(names) else f"status {status}"
        if what.startswith("ranges") and function is not self._step:
            message = f"{function.name}: {what} are empty or not finite: train or calibrate before"
        else:
            message = f"{function.name}: {what} not finite; no state was changed"
        raise StepError(message, what)

    @_in_turn
    def __call__(self, *batch: npt.ArrayLike) -> float:
        """Train on one batch and return its loss.

        Parameters
        ----------
        *batch : array
            Inputs, then labels, of the compiled shapes and types.

        Raises
        ------
        InputError
            A wrong shape or type; nothing ran.
        StepError
            Inputs, loss, ranges, gradients or what would be written are not
            finite; no state was changed.
        """
        values = self._check_batch(batch, "a training step")
        for argument in self._of_role("learning_rate"):
            values[str(argument.name)] = np.array(self.learning_rate, argument.dtype)
        results, _ = self._run(self._step, values)
        return float(results["loss"])

    @_in_turn
    def evaluate(self, *data: npt.ArrayLike) -> Evaluation:
        """Loss and accuracy on any number of samples, with the ranges as they are.

        Parameters
        ----------
        *data : array
            Inputs, then labels, with any leading dimension; what the last
            batch lacks is filled with copies of the first sample and left out
            of the result.

        Raises
        ------
        StepError
            A range is empty (train or calibrate before), or a value is not
            finite.
        """
        arrays = self._check_batch(data, "evaluate")
        count = len(next(iter(arrays.values()))) if np.ndim(data[0]) else 0
        if count == 0 or any(len(array) != count for array in arrays.values()):
            raise InputError("evaluate needs arrays with the same number of samples, at least one")
        losses, logits = [], []
        for batch in self._padded_batches(arrays, count):
            results, _ = self._run(self._evaluate, batch)
            losses.append(float(results["loss"]))
            if "logits" in results:
                logits.append(results["logits"])
        labels = [arrays[str(array.name)] for array in self._inputs if array.role == "label"]
        scores = np.concatenate(logits)[:count] if logits else None
        is_classified = (
            scores is not None
            and len(labels) == 1
            and scores.ndim > 1
            and np.delete(scores.shape, self._loss.class_dim).tolist() == list(labels[0].shape)
        )
        is_own = any(result.role == "loss" for result in self.model.signature.results)
        if count % self.batch_size and (is_own or not is_classified):
            raise InputError(
                "a model without logits, or with a loss of its own, is evaluated on a multiple of "
                f"{self.batch_size} samples, got {count}"
            )
        loss = float(np.mean(losses))
        if scores is None or not is_classified:
            return Evaluation(loss, None, scores, count)
        # The batches' own losses count the filling, too, and are of unequal weight where labels
        # are ignored.
        if not is_own and (count % self.batch_size or self._loss.ignore_index is not None):
            loss = self._loss(scores, labels[0])
        return Evaluation(loss, self._loss.accuracy(scores, labels[0]), scores, count)

    def _padded_batches(
        self, arrays: Mapping[str, Array], count: int
    ) -> Iterator[dict[str, Array]]:
        for start in range(0, count, self.batch_size):
            index = np.arange(start, start + self.batch_size)
            index[index >= count] = 0
            yield {name: np.ascontiguousarray(array[index]) for name, array in arrays.items()}

    def _input_batches(self, data: npt.ArrayLike | Iterable[Any]) -> Iterator[dict[str, Array]]:
        """Full batches of inputs alone, from an array or from batches."""
        inputs = self._of_role("input")
        if isinstance(data, np.ndarray):
            if len(data) < self.batch_size:
                raise InputError(
                    f"calibration needs at least one batch of {self.batch_size} samples, "
                    f"got {len(data)}"
                )
            data = [
                data[start : start + self.batch_size]
                for start in range(0, len(data) - self.batch_size + 1, self.batch_size)
            ]
        for batch in data:  # type: ignore[union-attr]
            parts = batch if isinstance(batch, tuple | list) else (batch,)
            yield {
                str(argument.name): np.ascontiguousarray(part)
                for argument, part in zip(inputs, parts, strict=False)
            }

    @_in_turn
    def calibrate(
        self,
        batches: npt.ArrayLike | Iterable[Any],
        arithmetic: str | None = None,
        *,
        reset: bool = True,
    ) -> None:
        """Fill the ranges from a forward pass, without training.

        The model is run as it is in evaluation.

        Parameters
        ----------
        batches : array or iterable
            One array of inputs, of which full batches are used, or batches
            (tuples whose labels are ignored, or arrays).
        arithmetic : str, optional
            Of that forward pass: ``"float"``, ``"int8"`` or ``"approximate"``;
            what the step was compiled with when left out.
        reset : bool
            Start from empty ranges.
        """
        arithmetic = _check_arithmetic(arithmetic or self._calibration)
        if not self.ranges:
            raise InputError("nothing to calibrate: no value of the model is quantised")
        function = self._variant(
            f"calibrate {arithmetic}", {"calibrate-arithmetic": arithmetic, "emit": "calibrate"}
        )["calibrate"]
        before = self.state()
        if reset:
            for value in self.ranges.values():
                value[...] = EMPTY_RANGE
        try:
            for batch in self._input_batches(batches):
                self._run(function, batch)
        except BaseException:  # Ctrl-C, and what an iterator of batches raises, too
            with self._lock:
                for name, value in before.items():
                    self._state[name][...] = value
            raise
        self._calibrated_in = arithmetic

    @_in_turn
    def layer_means(self, batches: npt.ArrayLike | Iterable[Any]) -> dict[str, Array]:
        """Mean output of every layer per channel, before its bias.

        Parameters
        ----------
        batches : array or iterable
            As for `calibrate`.

        Returns
        -------
        dict of str to array
            By name of the layer, in the order in which they are computed.
        """
        function = self._variant("layer means", {"emit": "evaluate"}, "approx-report-layer-means")[
            "evaluate"
        ]
        labels = self._any_labels()
        sums: dict[str, Array] = {}
        count = 0
        for batch in self._input_batches(batches):
            _, outputs = self._run(function, {**labels, **batch})
            count += 1
            for name, value in outputs.items():
                if name.endswith(".mean"):
                    layer = name.removesuffix(".mean")
                    sums[layer] = sums.get(layer, 0) + value.astype(np.float64)
        return {layer: value / count for layer, value in sums.items()}

    def _any_labels(self) -> dict[str, Array]:
        """Labels for a function whose result does not depend on them."""
        return {
            str(argument.name): np.zeros(argument.static_shape, argument.dtype)
            for argument in self._of_role("label")
        }

    @_in_turn
    def record_histograms(self, batches: npt.ArrayLike | Iterable[Any]) -> Histograms:
        """Count how often every layer multiplies each operand code.

        The ranges are used as they are: train or calibrate before. A code
        counts once per product that it takes part in.

        Parameters
        ----------
        batches : array or iterable
            As for `calibrate`.

        Returns
        -------
        Histograms
            Every matmul and convolution in order, with its MACs; those that
            stay float have no counts.
        """
        if self._recorder is None:
            start = time.perf_counter()
            module = self._build({"emit": "evaluate"}, "approx-record-histograms")
            contractions = module.functions()["evaluate"].attributes["approx.contractions"]
            self._recorder = module.compile(threads=self._threads)["evaluate"], contractions
            self.compile_seconds += time.perf_counter() - start
        function, contractions = self._recorder
        labels = self._any_labels()
        runs = (
            self._run(function, {**labels, **batch})[1] for batch in self._input_batches(batches)
        )
        # A table that came from an array is known to the compiler by another name.
        approximations = self.model.approximations
        names = {item.multiplier.hash: item.multiplier.name for item in approximations}
        return add_up(contractions, runs, self.batch_size, names)

    @_in_turn
    def correct_biases(
        self, batches: npt.ArrayLike | Iterable[Any], reference: Mapping[str, Array]
    ) -> dict[str, Array]:
        """Add to every bias what the approximate products lose on average.

        Layer by layer from first to last, each with the layers before it
        already corrected, the difference of the mean output per channel
        between the float model and this one is added to the bias: empirical
        bias correction, Nagel et al., "Data-Free Quantization Through Weight
        Equalization and Bias Correction", ICCV 2019 (arXiv 1906.04721),
        section 4.2 and appendix D.

        Ranges that were calibrated in approximate arithmetic are calibrated
        again after each layer: those of uncorrected activations would clip the
        corrected ones. Ranges of the float model fit as they are, since the
        correction restores its means.

        Parameters
        ----------
        batches : array or iterable
            Calibration inputs, as for `calibrate`.
        reference : mapping of str to array
            `layer_means` of the float model on the same inputs.

        Returns
        -------
        dict of str to array
            What was added, by layer.

        Raises
        ------
        InputError
            A layer has no bias (a parameter called like its weight, with
            ``.bias``) of one value per channel.
        """
        if not isinstance(batches, np.ndarray):
            batches = list(batches)  # type: ignore[arg-type]
        for layer, mean in reference.items():
            bias = self._state.get(f"{layer}.bias")
            if bias is None or bias.shape != mean.shape:
                raise InputError(
                    f"layer {layer!r} has no bias {layer + '.bias'!r} of {mean.size} values to "
                    "correct"
                )
        added = {}
        for layer, mean in reference.items():
            added[layer] = mean - self.layer_means(batches)[layer]
            self._state[f"{layer}.bias"] += added[layer].astype(np.float32)
            if self._calibrated_in == "approximate":
                self.calibrate(batches, self._calibrated_in)
        return added

    def describe(self) -> dict[str, Any]:
        """What a result must say to be one (M12)."""
        return {
            "approximations": [item.describe() for item in self.model.approximations],
            "calibration": self._calibration,
            "optimizer": {"name": self.optimizer.name, **vars(self.optimizer)},
            "batch_size": self.batch_size,
        }


def _check_state_values(name: str, role: str | None, array: Array) -> None:
    """Refuse what a step would not notice: its checks read gradients, not old state."""
    if role == "step_count" and array.min(initial=0) < 0:
        raise InputError(f"state {name!r} expects a count of at least 0, got {array.min()}")
    empty = role == "range" and np.array_equal(
        array, np.broadcast_to(np.asarray(EMPTY_RANGE, np.float32), array.shape)
    )
    if np.issubdtype(array.dtype, np.floating) and not empty and not np.isfinite(array).all():
        first = array[~np.isfinite(array)].flat[0]
        raise InputError(f"state {name!r} expects finite values, got {first}")
    if role == "range" and not empty and (array[..., 0] > array[..., 1]).any():
        low, high = array[array[..., 0] > array[..., 1]][0]
        raise InputError(f"state {name!r} expects (min, max), got ({low}, {high})")


def _check_arithmetic(arithmetic: str) -> str:
    if arithmetic not in ARITHMETICS:
        raise InputError(
            f"unknown calibration arithmetic {arithmetic!r} (known: {', '.join(ARITHMETICS)})"
        )
    return arithmetic
