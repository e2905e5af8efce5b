"""Models as text, and what is to be approximate in them."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import numpy.typing as npt

from lutra import losses
from lutra.compiler import Argument, CompiledFunction, Function, Module
from lutra.errors import CompileError, InputError, LutraError
from lutra.files import read_text
from lutra.layers import Table, read, resolve
from lutra.losses import CrossEntropy
from lutra.multiplier import Multiplier
from lutra.optimizers import Optimizer

if TYPE_CHECKING:
    from lutra.training import TrainingStep

TARGETS = ("cpu",)
FACTORIZE_POLICIES = ("off", "auto", "all")
PADDINGS = ("zero_point", "skip")
# Convolutions that leave padding out become plain ones, which can be factorised.
EXPAND_PADDING = "approx-expand-skipped-padding"


def pass_with_options(name: str, options: Mapping[str, str | bool | Sequence[str]]) -> str:
    """Text of a pass and its options; empty ones are left out."""
    texts = []
    for key, value in options.items():
        if isinstance(value, bool):
            text = str(value).lower()
        elif isinstance(value, str):
            text = value
        else:
            text = ",".join(value)
        if not text:
            continue
        if any(character in text for character in "{}'\"\n"):
            raise InputError(f"{name}: option {key} cannot hold {text!r}")
        texts.append(f"{key}='{text}'" if " " in text else f"{key}={text}")
    return f"{name}{{{' '.join(texts)}}}" if texts else name


@dataclass(frozen=True)
class Approximation:
    """What convert-linalg-to-approx is to do; see `Model.approximate`."""

    multiplier: Multiplier
    gradient: str
    layers: tuple[str, ...]
    keep_exact: tuple[str, ...]
    keep_float: tuple[str, ...]
    operand_order: str
    weight_observer: str
    activation_observer: str
    momentum: float
    per_channel: bool
    padding: str
    factorize: str

    @contextlib.contextmanager
    def stage(self, function: str) -> Iterator[str]:
        """Text of the pass, valid within the block."""
        with self.multiplier.as_option() as multiplier:
            yield pass_with_options(
                "convert-linalg-to-approx",
                {
                    "function": function,
                    "multiplier": multiplier,
                    "gradient": self.gradient,
                    "layers": self.layers,
                    "keep-exact": self.keep_exact,
                    "float": self.keep_float,
                    "operand-order": self.operand_order,
                    "weight-observer": self.weight_observer,
                    "activation-observer": self.activation_observer,
                    "momentum": repr(self.momentum),
                    "per-channel": self.per_channel,
                    "padding": self.padding,
                },
            )

    def factorization(self) -> str:
        """Text of the pass that factorises this multiplier's contractions; none if off."""
        if self.factorize == "off":
            return ""
        factorize = pass_with_options(
            "approx-factorize", {"policy": self.factorize, "multipliers": self.multiplier.hash}
        )
        return factorize if self.padding == "zero_point" else f"{EXPAND_PADDING},{factorize}"

    def describe(self) -> dict[str, Any]:
        """What a result must say to be one (M12)."""
        return {
            "multiplier": self.multiplier.name,
            "hash": self.multiplier.hash,
            "operands": "x".join(self.multiplier.operand_types),
            "multiplier_encoding": self.multiplier.info["encoding"],
            "multiplier_order": self.multiplier.info["operand_order"],
            "gradient": self.gradient,
            "operand_order": self.operand_order,
            "encoding": "symmetric" if self.weight_observer == "symmetric" else "affine",
            "weight_observer": self.weight_observer,
            "activation_observer": self.activation_observer,
            "per_channel": self.per_channel,
            "padding": self.padding,
            "factorize": self.factorize,
            "layers": list(self.layers) or ["*"],
            "keep_exact": list(self.keep_exact),
            "keep_float": list(self.keep_float),
        }


class Source(Protocol):
    """A model of another framework that values can go back to."""

    @property
    def frontend(self) -> str:
        """``"torch"`` or ``"jax"``."""
        ...

    def write_back(self, values: Mapping[str, npt.NDArray[Any]]) -> Any:
        """Copy values to where they came from, and return the model there."""
        ...


@dataclass(frozen=True)
class Model:
    """A model that can be made approximate, trained and evaluated.

    Made by `load`. Immutable: `approximate` returns another model.

    Attributes
    ----------
    module : Module
        Prepared: every argument and result has its role and name.
    function : str
        The model's function in it.
    approximations : tuple of Approximation
        What is still to be converted, in order.
    initial_values : mapping of str to array
        Values of parameters and buffers that came with the model, by name.
    evaluation : Module or None
        The same function as it is in evaluation, where that differs.
    source : object or None
        The model of another framework that this one was imported from.
    """

    module: Module
    function: str
    approximations: tuple[Approximation, ...] = ()
    initial_values: Mapping[str, npt.NDArray[Any]] = dataclasses.field(default_factory=dict)
    evaluation: Module | None = None
    source: Source | None = None

    @functools.cached_property
    def signature(self) -> Function:
        """Arguments and results of the model's function."""
        return self.module.functions()[self.function]

    def arguments(self, role: str) -> dict[str, Argument]:
        """Arguments of one role, by name."""
        return {
            argument.name: argument
            for argument in self.signature.arguments
            if argument.role == role and argument.name
        }

    @property
    def parameters(self) -> dict[str, Argument]:
        """What training changes, by name."""
        return self.arguments("parameter")

    def initial_parameters(self, seed: int = 0) -> dict[str, npt.NDArray[Any]]:
        """The parameters that came with the model, or else random ones.

        Random ones are drawn as PyTorch's Conv2d and Linear draw them: uniform in
        +-1/sqrt(fan_in); a bias uses the fan-in of the weight of the same layer.

        Parameters
        ----------
        seed : int
        """
        if self.initial_values:
            return {name: self.initial_values[name].copy() for name in self.parameters}
        generator = np.random.default_rng(seed)
        shapes = {name: argument.static_shape for name, argument in self.parameters.items()}
        values = {}
        for name, argument in self.parameters.items():
            shape = shapes[name]
            weight = shapes.get(f"{name.removesuffix('.bias')}.weight", shape)
            fan_in = int(np.prod(weight[1:])) if len(weight) > 1 else max(weight, default=1)
            bound = 1 / np.sqrt(max(fan_in, 1))
            values[name] = generator.uniform(-bound, bound, shape).astype(argument.dtype)
        return values

    def approximate(
        self,
        multiplier: str | os.PathLike[str] | Multiplier,
        *,
        gradient: str = "ste",
        layers: Sequence[str] = (),
        keep_exact: Sequence[str] = (),
        keep_float: Sequence[str] = (),
        operand_order: str = "weight_first",
        weight_observer: str = "min_max",
        activation_observer: str = "moving_average",
        momentum: float = 0.1,
        per_channel: bool = False,
        padding: str = "zero_point",
        factorize: str = "off",
    ) -> Model:
        """Return the model with its contractions on an approximate multiplier.

        Parameters
        ----------
        multiplier : str, path-like or Multiplier
            ``"truncated:8x8:drop=9"``, a table file, either in wrappers
            (``"sign_magnitude(truncated:8x8:drop=9)"``, best with symmetric
            weights), or a `Multiplier`.
        gradient : str
            Estimator of the multiplier's gradient: ``"ste"``,
            ``"lut-2d:hws=16"``, ``"lut-1d"``; see `lutra.estimators`.
        layers : sequence of str
            Names (with ``*``) of the layers to convert; all when empty. A layer
            is called as its weight is, without ``.weight``.
        keep_exact : sequence of str
            Layers that are quantised the same way but multiply exactly.
        keep_float : sequence of str
            Layers that stay as they are.
        operand_order : str
            AM's first operand: ``"weight_first"`` or ``"activation_first"``.
        weight_observer : str
            ``"min_max"``, ``"running"`` or ``"symmetric"``.
        activation_observer : str
            ``"moving_average"``, ``"running"`` or ``"min_max"`` (dynamic).
        momentum : float
            Of the moving average.
        per_channel : bool
            One weight scale per output channel.
        padding : str
            The zeros around the input of a convolution: ``"zero_point"``, which
            is multiplied like any other code, or ``"skip"``, where the sums leave
            them out, as hardware does that is gated there. They differ where the
            multiplier is not exact on the zero point.
        factorize : str
            Which forward contractions run as exact ones of the multiplier's int8
            factors instead of look-ups: ``"off"``, ``"auto"`` (those of
            multipliers with few columns) or ``"all"``. Every result is the same;
            only the time differs.

        Raises
        ------
        MultiplierError
            The multiplier or the estimator is wrong or does not fit it.
        """
        if not isinstance(multiplier, Multiplier):
            multiplier = Multiplier(multiplier)
        if factorize not in FACTORIZE_POLICIES:
            raise InputError(
                f"unknown factorize {factorize!r} (known: {', '.join(FACTORIZE_POLICIES)})"
            )
        if padding not in PADDINGS:
            raise InputError(f"unknown padding {padding!r} (known: {', '.join(PADDINGS)})")
        multiplier.gradient_table(gradient, 0)  # an unknown estimator is an error now
        for what, names in (
            ("layers", layers),
            ("keep_exact", keep_exact),
            ("keep_float", keep_float),
        ):
            if isinstance(names, str):
                raise InputError(f"{what} is a sequence of names, got the string {names!r}")
        approximation = Approximation(
            multiplier,
            gradient,
            tuple(layers),
            tuple(keep_exact),
            tuple(keep_float),
            operand_order,
            weight_observer,
            activation_observer,
            momentum,
            per_channel,
            padding,
            factorize,
        )
        return dataclasses.replace(self, approximations=(*self.approximations, approximation))

    @property
    def layers(self) -> dict[str, dict[str, str]]:
        """The contractions by name, in order, and what multiplies there.

        ``kind`` and ``policy`` of each (``"float"``, ``"int8"`` or
        ``"approximate"``), and of one that is quantised ``multiplier``,
        ``gradient`` and ``order``; ``padding`` of one that leaves some out.
        """
        # Without a multiplier the pass converts nothing more, and records all.
        module = self.converted().run(
            pass_with_options("convert-linalg-to-approx", {"function": self.function})
        )
        attributes = module.functions()[self.function].attributes
        return {item["name"]: item for item in attributes.get("approx.layers", ())}

    def approximate_layers(self, table: Table | str | os.PathLike[str]) -> Model:
        """Return the model with each layer on a multiplier of its own.

        Parameters
        ----------
        table : mapping or path-like
            For each layer or pattern of layers (with ``*``) what multiplies
            there: a multiplier; ``"float"`` or ``"int8"``; or a mapping with
            ``policy``, ``multiplier``, ``gradient`` and what else `approximate`
            takes. A path names a JSON file with such an object. A layer's own
            name comes before a pattern; what no row matches stays float.

        Raises
        ------
        InputError
            A row matches no layer, or two patterns match one layer, or a row is
            wrong.
        """
        model = self
        names = [name for name, item in self.layers.items() if item["policy"] == "float"]
        for layers, options in resolve(read(table), names):
            policy = options["policy"]
            if policy == "float":
                continue
            arguments = {name: value for name, value in options.items() if name != "policy"}
            arguments.setdefault("multiplier", "exact:8x8")
            if policy == "int8":
                arguments["keep_exact"] = layers
            model = model.approximate(layers=layers, **arguments)
        return model

    def initial_buffers(self) -> dict[str, npt.NDArray[Any]]:
        """The buffers that came with the model."""
        return {
            name: self.initial_values[name].copy()
            for name in self.arguments("buffer")
            if name in self.initial_values
        }

    def converted(self) -> Module:
        """The module after the requested approximations."""
        return self._convert(self.module)

    def converted_evaluation(self) -> Module | None:
        """The same of the function in evaluation, where that differs."""
        return self._convert(self.evaluation) if self.evaluation else None

    def _convert(self, module: Module) -> Module:
        for approximation in self.approximations:
            with approximation.stage(self.function) as stage:
                module = module.run(stage)
        return module

    def factorized(self, module: Module) -> Module:
        """`module`, made of this model, with contractions in factorised form where asked for."""
        passes = [approximation.factorization() for approximation in self.approximations]
        pipeline = ",".join(dict.fromkeys(filter(None, passes)))
        return module.run(pipeline) if pipeline else module

    def value_and_grad(
        self,
        loss: str | CrossEntropy = "cross-entropy",
        *,
        wrt: Sequence[str] = (),
        threads: int = 0,
    ) -> CompiledFunction:
        """Compile one function of loss, logits and gradients.

        Parameters
        ----------
        loss : str or CrossEntropy
            Loss that is added when the model returns logits.
        wrt : sequence of str
            Arguments to differentiate with respect to; all parameters when
            empty.
        threads : int
            0 means as many as the machine has.

        Returns
        -------
        CompiledFunction
            Called with all arguments by name, the labels as ``"label"``. Its
            results are ``"loss"``, ``"logits"`` and, for each argument,
            ``"<argument> gradient"``; buffers and ranges are updated in place.

        Raises
        ------
        CompileError
            With the compiler's message and location.
        """
        name = self.function
        stages = (
            pass_with_options(
                "approx-add-loss", {"function": name, **losses.resolve(loss).options()}
            ),
            pass_with_options("approx-autodiff", {"of": name, "wrt": wrt, "recompute": True}),
            # Everything but the derivative is dead.
            "symbol-privatize{exclude=" + f"{name}_value_and_grad" + "},symbol-dce",
        )
        module = self.factorized(self.converted().run(",".join(stages)))
        return module.compile(threads=threads)[f"{name}_value_and_grad"]

    def training_step(
        self,
        optimizer: Optimizer,
        loss: str | CrossEntropy = "cross-entropy",
        target: str = "cpu",
        *,
        parameters: Mapping[str, npt.ArrayLike] | None = None,
        buffers: Mapping[str, npt.ArrayLike] | None = None,
        seed: int = 0,
        threads: int = 0,
        calibration: str = "approximate",
    ) -> TrainingStep:
        """Compile a training step.

        Parameters
        ----------
        optimizer : Adam, AdamW or SGD
        loss : str or CrossEntropy
            Loss that is added when the model returns logits:
            ``"cross-entropy"`` of integer labels, one for every position of
            the logits without the last dimension.
        target : str
            ``"cpu"``.
        parameters : mapping of str to array, optional
            Initial values; `initial_parameters` of `seed` when left out.
        buffers : mapping of str to array, optional
            Initial values of buffers, such as batch norm's statistics;
            `initial_buffers` when left out.
        seed : int
            Of random initial parameters, and of what the model draws in
            training: every step draws anew, and a run with the same seed draws
            the same numbers.
        threads : int
            0 means as many as the machine has.
        calibration : str
            Arithmetic of the forward pass of `TrainingStep.calibrate` that is
            compiled with the step: ``"float"``, ``"int8"`` or
            ``"approximate"``.

        Raises
        ------
        CompileError
            With the compiler's message and location.
        """
        from lutra.training import TrainingStep

        if not isinstance(optimizer, Optimizer):
            raise InputError(
                f"unknown optimizer {optimizer!r}: expected lutra.Adam, lutra.AdamW or lutra.SGD"
            )
        if target not in TARGETS:
            raise CompileError(f"unknown target {target!r} (known: {', '.join(TARGETS)})")
        return TrainingStep(
            self,
            optimizer,
            losses.resolve(loss),
            parameters=self.initial_parameters(seed) if parameters is None else parameters,
            buffers=self.initial_buffers() if buffers is None else buffers,
            seed=seed,
            threads=threads,
            calibration=calibration,
        )

    def __str__(self) -> str:
        return str(self.converted())


def load(
    path_or_text: str | os.PathLike[str],
    *,
    function: str = "",
    roles: Sequence[str] = (),
    names: Sequence[str] = (),
) -> Model:
    """Load a model of linalg on tensors.

    Parameters
    ----------
    path_or_text : str or path-like
        A file, or the text itself (which has more than one line).
    function : str
        The model's function; ``@main`` or the only public one when left out.
    roles, names : sequence of str
        Roles and names of all arguments in order, where the text has none;
        ``"parameter:10"`` stands for ten parameters.

    Raises
    ------
    CompileError
        The text is not valid, or roles cannot be told; with the location.
    """
    text, filename = os.fspath(path_or_text), "<text>"
    if "\n" not in text:
        filename = text
        try:
            text = read_text(filename)
        except OSError as error:
            raise LutraError(f"{filename}: {error.strerror}") from None
        except UnicodeDecodeError:
            raise LutraError(f"{filename} is not a text file") from None
    module = Module(text, filename).run(
        pass_with_options("approx-prepare", {"function": function, "roles": roles, "names": names})
    )
    # approx-prepare has checked that there is exactly one such function.
    functions = module.functions()
    if not function:
        function = "main" if "main" in functions else next(iter(functions))
    return Model(module, function)
