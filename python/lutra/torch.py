"""Modules of PyTorch on approximate multipliers, for PyTorch's own training loops.

>>> net = lutra.torch.approximate(net, images, "truncated:8x8:drop=9", gradient="lut-1d")
>>> optimizer = torch.optim.AdamW(net.parameters())
>>> loss = torch.nn.functional.cross_entropy(net(images), labels)
>>> loss.backward()
>>> optimizer.step()
"""

from __future__ import annotations

import functools
import inspect
import math
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
import torch.utils._pytree as pytree

from lutra.compiler import Argument, Array
from lutra.errors import InputError, LutraError, StepError
from lutra.frontends import module_state
from lutra.frontends.versions import TORCH, require
from lutra.layers import Table
from lutra.model import Model
from lutra.multiplier import Multiplier
from lutra.split import COMPILING, Recipe, SplitFunction
from lutra.training import EMPTY_RANGE

# The child of an approximate module that holds the ranges, as buffers.
RANGES = "lutra_ranges"

_TYPES = {
    "f32": torch.float32,
    "f64": torch.float64,
    "i1": torch.bool,
    "i8": torch.int8,
    "i16": torch.int16,
    "i32": torch.int32,
    "i64": torch.int64,
}
_FLOATS = ("f32", "f64")


def approximate(
    module: torch.nn.Module,
    example: torch.Tensor | Sequence[torch.Tensor],
    multiplier: str | os.PathLike[str] | Multiplier | None = None,
    *,
    gradient: str = "ste",
    layers: Sequence[str] | Table | str | os.PathLike[str] = (),
    keep_exact: Sequence[str] = (),
    keep_float: Sequence[str] = (),
    operand_order: str = "weight_first",
    weight_observer: str = "min_max",
    activation_observer: str = "moving_average",
    momentum: float = 0.1,
    per_channel: bool = False,
    padding: str = "zero_point",
    factorize: str = "off",
    threads: int = 0,
) -> ApproximateModule:
    """Return a module that computes `module` on an approximate multiplier.

    It has the parameters, buffers and submodules of `module` under their own
    names: the very same objects, which both modules share. Besides, it has the
    ranges of its quantised values as buffers in ``lutra_ranges``.

    Parameters
    ----------
    module : torch.nn.Module
        On the CPU.
    example : tensor, or sequence of tensors
        What the module is called with. Types are those that batches must have;
        shapes may differ from call to call, each is compiled once.
    multiplier : str, path-like, Multiplier or None
        As in `Model.approximate`. None computes exactly, in floats.
    layers : sequence of str, or table
        Names (with ``*``) of the layers to convert, all when empty; or a table of
        layers or the JSON file of one, as `Model.approximate_layers` takes it.
    gradient, keep_exact, keep_float, operand_order, weight_observer, activation_observer, \
momentum, per_channel, padding, factorize
        As in `Model.approximate`.
    threads : int
        0 means as many as the machine has.

    Raises
    ------
    FrontendError
        The module cannot be imported.
    CompileError
        A layer cannot be what was asked for.
    InputError, MultiplierError
        Another argument is wrong.
    """
    require(TORCH)
    recipe = Recipe.make(
        multiplier,
        layers,
        gradient=gradient,
        keep_exact=keep_exact,
        keep_float=keep_float,
        operand_order=operand_order,
        weight_observer=weight_observer,
        activation_observer=activation_observer,
        momentum=momentum,
        per_channel=per_channel,
        padding=padding,
        factorize=factorize,
    )
    inputs = (example,) if isinstance(example, torch.Tensor) else tuple(example)
    return ApproximateModule(module, inputs, recipe, threads)


class _Shared(dict[Any, Any]):
    """What was compiled: copies of a module share it, and a pickle leaves it out."""

    def __deepcopy__(self, memo: Any) -> _Shared:
        return self

    def __reduce__(self) -> Any:
        return _Shared, ()


class _Ranges(torch.nn.Module):
    """Ranges as buffers, in a tree of the layers' names."""

    def find(self, name: str) -> tuple[torch.nn.Module, str]:
        """The module that holds a range, made where missing, and its name there."""
        *path, last = name.split(".")
        module: torch.nn.Module = self
        for part in path:
            if part not in module._modules:
                module.add_module(part, _Ranges())
            child = module._modules[part]
            assert child is not None
            module = child
        return module, last

    def _load_from_state_dict(
        self,
        state_dict: Mapping[str, Any],
        prefix: str,
        local_metadata: Any,
        strict: bool,
        missing_keys: list[str],
        *arguments: Any,
    ) -> None:
        """The state of an exact module has no ranges: they stay as they are."""
        missing: list[str] = []
        super()._load_from_state_dict(
            state_dict, prefix, local_metadata, strict, missing, *arguments
        )


@dataclass(frozen=True)
class _Imported:
    """The module's function in one mode and for one set of shapes."""

    model: Model
    structure: Any
    inputs: tuple[str, ...]
    # Of the results, as PyTorch has them.
    dtypes: list[torch.dtype]

    @functools.cached_property
    def differentiable(self) -> tuple[str, ...]:
        """Parameters and inputs that can have a gradient; none where no output can."""
        arguments, results = self.model.signature.arguments, self.model.signature.results
        if not any(each.element_type in _FLOATS for each in results if not each.updates):
            return ()
        return tuple(
            str(each.name)
            for each in arguments
            if each.role in ("parameter", "input") and each.element_type in _FLOATS
        )


class ApproximateModule(torch.nn.Module):
    """A module whose forward and backward are compiled; made by `approximate`.

    Training updates the ranges of quantised values with every batch, evaluation
    uses them as they are.

    Attributes
    ----------
    ranges_frozen : bool or None
        Use the ranges as they are, or update them, in either mode; None leaves it
        to the mode. May be set at any time.
    """

    def __init__(
        self,
        module: torch.nn.Module,
        example: tuple[torch.Tensor, ...],
        recipe: Recipe,
        threads: int,
    ) -> None:
        if not isinstance(module, torch.nn.Module):
            raise InputError(f"expected a torch.nn.Module, got {type(module).__name__}")
        for name, child in module.named_modules():
            if isinstance(child, ApproximateModule):
                what = f"its part {name!r} is" if name else "it is"
                raise InputError(f"the module cannot be made approximate: {what} already")
        super().__init__()
        self.training = module.training
        # Not a submodule: its parts are ours, under their own names.
        self.__dict__["_original"] = module
        self._parameters = module._parameters
        self._buffers = module._buffers
        self._non_persistent_buffers_set = module._non_persistent_buffers_set
        self._modules = dict(module._modules)
        self._recipe = recipe
        self._threads = threads
        self._types = tuple(tensor.dtype for tensor in example)
        self._shapes = tuple(tensor.shape for tensor in example)
        self._parts = tuple(module.modules())
        self.ranges_frozen: bool | None = None
        self._states = _Shared()
        self._imported = _Shared()
        self._compiled = _Shared()
        ranges = _Ranges()
        imported = self._import(self._parts_state(), example)
        for argument in imported.model.converted().functions()[imported.model.function].arguments:
            if argument.role == "range" and argument.name:
                holder, last = ranges.find(argument.name)
                empty = torch.tensor(EMPTY_RANGE).expand(argument.static_shape)
                holder.register_buffer(last, empty.clone())
        self.add_module(RANGES, ranges)

    # --- state ----------------------------------------------------------------

    @property
    def ranges(self) -> dict[str, torch.Tensor]:
        """Ranges (min, max) of the quantised values, by name; (inf, -inf) is empty."""
        return dict(self._modules[RANGES].named_buffers())  # type: ignore[union-attr]

    def reset_ranges(self) -> None:
        """Make every range empty; the next batch in training fills it."""
        for value in self.ranges.values():
            value.copy_(torch.tensor(EMPTY_RANGE))

    def freeze_ranges(self, frozen: bool = True) -> ApproximateModule:
        """Use the ranges as they are in training, too; returns the module."""
        self.ranges_frozen = True if frozen else None
        return self

    def calibrate(self, batches: Iterable[Any], *, reset: bool = True) -> None:
        """Fill the ranges from forward passes in evaluation mode, without training.

        Parameters
        ----------
        batches : iterable
            Inputs, or tuples of which the inputs are first, such as a
            ``DataLoader`` gives them.
        reset : bool
            Start from empty ranges.
        """
        if isinstance(batches, torch.Tensor):
            raise InputError("calibrate takes an iterable of batches, got one tensor")
        before = [(child, child.training) for child in self.modules()]
        frozen = self.ranges_frozen
        if reset:
            self.reset_ranges()
        try:
            self.eval()
            self.ranges_frozen = False
            with torch.no_grad():
                for batch in batches:
                    inputs = (batch,) if isinstance(batch, torch.Tensor) else tuple(batch)
                    self(*inputs[: len(self._types)])
        finally:
            self.ranges_frozen = frozen
            for child, training in before:
                child.training = training

    @property
    def layers(self) -> dict[str, dict[str, str]]:
        """What multiplies in each layer, as `Model.layers`."""
        example = zip(self._shapes, self._types, strict=True)
        inputs = tuple(torch.zeros(shape, dtype=dtype) for shape, dtype in example)
        with COMPILING:
            return self._import(self._parts_state(), inputs).model.layers

    def extra_repr(self) -> str:
        """What `repr` says of the module itself."""
        return str(self._recipe)

    def __getattr__(self, name: str) -> Any:
        """Attributes of the module itself are those of the one that was made approximate."""
        try:
            return super().__getattr__(name)
        except AttributeError:
            own = vars(self.__dict__["_original"]) if "_original" in self.__dict__ else {}
            if name in own:
                return own[name]
            raise

    def __setattr__(self, name: str, value: Any) -> None:
        original = self.__dict__.get("_original")
        if original is not None and name not in self.__dict__ and name in vars(original):
            setattr(original, name, value)
        else:
            super().__setattr__(name, value)

    # --- functions ------------------------------------------------------------

    def _parts_state(self) -> int:
        """A number for modes and attributes; refuses parts that are not those of the import."""
        original = self.__dict__["_original"]
        replaced = [
            name
            for name, child in original._modules.items()
            if self._modules.get(name) is not child
        ]
        parts = dict(original.named_modules())
        known = set(map(id, self._parts))
        replaced += [name for name, child in parts.items() if id(child) not in known]
        if replaced or len(parts) != len(self._parts):
            what = (
                f"submodule {replaced[0]!r} was replaced" if replaced else "a submodule was removed"
            )
            raise LutraError(
                f"{what} after the module was made approximate: make the new module approximate"
            )
        original.training = self.training
        modes = tuple(child.training for child in parts.values())
        if not self.training and any(modes):
            name = next(name for name, child in parts.items() if child.training)
            raise LutraError(
                f"submodule {name!r} is in training mode in a module in evaluation mode, "
                "which cannot be compiled: call eval() or train() of the whole module"
            )
        state = (modes, module_state.attributes(original))
        number: int = self._states.setdefault(state, len(self._states))
        return number

    def _flags(self, inputs: tuple[torch.Tensor, ...]) -> tuple[Any, ...]:
        """What else a trace depends on: shapes, and what requires a gradient."""
        values = (*inputs, *self.__dict__["_original"].parameters())
        shapes = tuple(tensor.shape for tensor in inputs)
        return shapes, tuple(value.requires_grad for value in values)

    def _import(self, state: int, inputs: tuple[torch.Tensor, ...]) -> _Imported:
        from lutra.frontends import pytorch

        key = (state, *self._flags(inputs))
        if key not in self._imported:
            with (
                torch.inference_mode(False),
                torch.enable_grad(),
                torch.autocast("cpu", enabled=False),
            ):
                # As results of other operators: a module may write to such inputs in place.
                stand_ins = tuple(
                    torch.zeros_like(tensor.detach()).requires_grad_(tensor.requires_grad).clone()
                    for tensor in inputs
                )
                original = self.__dict__["_original"]
                model, structure, dtypes = pytorch.import_as_it_is(original, stand_ins)
            names = tuple(model.arguments("input"))
            if len(names) != len(inputs):
                raise LutraError(f"the module reads {len(names)} of its {len(inputs)} inputs")
            self._imported[key] = _Imported(self._recipe.apply(model), structure, names, dtypes)
        imported: _Imported = self._imported[key]
        return imported

    def _compile(
        self, state: int, inputs: tuple[torch.Tensor, ...], wrt: tuple[str, ...]
    ) -> SplitFunction:
        frozen = not self.training if self.ranges_frozen is None else self.ranges_frozen
        key = (state, *self._flags(inputs), frozen, wrt)
        if key not in self._compiled:
            model = self._import(state, inputs).model
            self._compiled[key] = SplitFunction(model, wrt, frozen=frozen, threads=self._threads)
        split: SplitFunction = self._compiled[key]
        return split

    # --- running --------------------------------------------------------------

    def _bind(self, inputs: tuple[Any, ...], named: dict[str, Any]) -> tuple[torch.Tensor, ...]:
        """The inputs in order, of the types that the module was made for."""
        if named:
            signature = inspect.signature(self.__dict__["_original"].forward)
            try:
                bound = signature.bind(*inputs, **named)
            except TypeError as error:
                raise InputError(f"the module's forward: {error}") from None
            if bound.kwargs:
                raise InputError(
                    f"input {next(iter(bound.kwargs))!r} can be given by its name alone, but a "
                    "compiled module takes inputs by position"
                )
            inputs = bound.args
        if len(inputs) != len(self._types):
            raise InputError(f"the module takes {len(self._types)} inputs, got {len(inputs)}")
        for index, (tensor, expected) in enumerate(zip(inputs, self._types, strict=True)):
            if not isinstance(tensor, torch.Tensor):
                raise InputError(f"input {index} is a {type(tensor).__name__}, expected a tensor")
            _check_tensor(f"input {index}", tensor, expected)
        return inputs

    def _state(self) -> dict[str, torch.Tensor]:
        """Parameters, buffers and ranges by name; one that is tied by all of its names."""
        values: dict[str, torch.Tensor] = {}
        values.update(self.named_parameters(remove_duplicate=False))
        values.update(self.named_buffers(remove_duplicate=False))
        prefix = f"{RANGES}."
        return {name.removeprefix(prefix): value for name, value in values.items()}

    def _prepare(
        self, inputs: tuple[torch.Tensor, ...]
    ) -> tuple[_Imported, _Call, dict[str, torch.Tensor]]:
        """The call of compiled code, and what it is differentiated with respect to."""
        # These are flags of the process: they are ours alone while the lock is held.
        if torch.jit.is_tracing() or torch.compiler.is_exporting():  # type: ignore[attr-defined, no-untyped-call]
            raise LutraError(
                "an approximate module runs compiled code, which cannot be traced or exported: "
                "export the module that it was made from"
            )
        state = self._parts_state()
        imported = self._import(state, inputs)
        values = {**self._state(), **dict(zip(imported.inputs, inputs, strict=True))}
        wrt: dict[str, torch.Tensor] = {}
        if torch.is_grad_enabled():
            wrt = {
                name: values[name]
                for name in imported.differentiable
                if name in values and values[name].requires_grad
            }
        return imported, _Call(self._compile(state, inputs, tuple(wrt)), values), wrt

    @torch.compiler.disable  # type: ignore[untyped-decorator]
    def forward(self, *inputs: Any, **named: Any) -> Any:
        """Call the module: what it returns, in the structure in which it returns it."""
        tensors = self._bind(inputs, named)
        with COMPILING:
            imported, call, wrt = self._prepare(tensors)
        if not call.split.unreached.issuperset(wrt):
            results = _Forward.apply(call, *wrt.values())  # type: ignore[no-untyped-call]
        else:
            results, _ = call.run()
        # Unsigned integers have come as signed ones of the same bits.
        typed = [
            result if result.dtype == dtype else result.view(dtype)
            for result, dtype in zip(results, imported.dtypes, strict=True)
        ]
        return pytree.tree_unflatten(typed, imported.structure)


def _check_tensor(what: str, tensor: torch.Tensor, expected: torch.dtype) -> None:
    """Refuse what compiled code cannot read."""
    if tensor.device.type != "cpu":
        raise InputError(f"{what} is on device {tensor.device}, expected the CPU")
    if tensor.dtype != expected:
        raise InputError(f"{what} has type {tensor.dtype}, expected {expected}")
    if tensor.layout != torch.strided:
        raise InputError(f"{what} has layout {tensor.layout}, expected a dense tensor")


def _allocate(outputs: list[torch.Tensor], argument: Argument) -> Array:
    """Memory of PyTorch's for an output, which is added to `outputs`."""
    outputs.append(torch.empty(argument.static_shape, dtype=_TYPES[argument.element_type]))
    return outputs[-1].numpy()


class _Call:
    """One call of the forward: the tensors that it reads, by name."""

    def __init__(self, split: SplitFunction, values: Mapping[str, torch.Tensor]) -> None:
        self.split = split
        self.values: dict[str, torch.Tensor] = {}
        # State that is updated in place, in its own memory or in a copy of it.
        self.updated: list[tuple[Argument, torch.Tensor]] = []
        for argument in split.inputs:
            name = str(argument.name)
            if argument.role == "seed":
                self.values[name] = _draw_seed(argument)
                continue
            if name not in values:
                raise LutraError(
                    f"{argument.role} {name!r} is not in the module any more: make the module "
                    "approximate again"
                )
            tensor = values[name]
            what = f"{argument.role} {name!r}"
            _check_tensor(what, tensor, _TYPES[argument.element_type])
            if tuple(tensor.shape) != argument.static_shape:
                raise LutraError(
                    f"{what} has shape {tuple(tensor.shape)}, but had {argument.static_shape} when "
                    "the module was compiled: make the module approximate again"
                )
            if argument.donated:
                self.updated.append((argument, tensor))
            self.values[name] = tensor if tensor.is_contiguous() else tensor.contiguous()

    def run(self) -> tuple[list[torch.Tensor], dict[str, torch.Tensor]]:
        """Results, and what the backward reads of the forward's own, by name."""
        before = [(tensor, tensor.detach().clone()) for _, tensor in self.updated]
        for argument in self.split.inputs:
            if argument.role == "range" and not argument.donated:
                self._check_range(argument, "is empty: train or calibrate before")
        outputs: list[torch.Tensor] = []
        try:
            arrays = {name: tensor.detach().numpy() for name, tensor in self.values.items()}
            self.split.run_forward(arrays, lambda argument: _allocate(outputs, argument))
            for argument, _ in self.updated:
                if argument.role == "range":
                    self._check_range(argument, "became not finite; no state was changed")
        except BaseException:
            for tensor, value in before:
                tensor.detach().copy_(value)
            raise
        for argument, tensor in self.updated:
            own = self.values[str(argument.name)]
            if own is not tensor:
                tensor.detach().copy_(own)
        torch.autograd.graph.increment_version([tensor for _, tensor in self.updated])
        names = [str(each.name) for each in (*self.split.results, *self.split.residuals)]
        results = outputs[: len(self.split.results)]
        return results, dict(zip(names, outputs, strict=True)) if self.split.backward else {}

    def _check_range(self, argument: Argument, problem: str) -> None:
        values = self.values[str(argument.name)].detach().reshape(-1).tolist()
        if not all(map(math.isfinite, values)):
            raise StepError(f"range {argument.name!r} {problem}", f"ranges ({argument.name})")


def _draw_seed(argument: Argument) -> torch.Tensor:
    """A seed from PyTorch's own random numbers, so that torch.manual_seed determines it."""
    shape, dtype = argument.static_shape, _TYPES[argument.element_type]
    information = torch.iinfo(dtype)
    return torch.randint(0, information.max, shape, dtype=dtype)


class _Forward(torch.autograd.Function):
    """The compiled forward; what its backward reads belongs to the call."""

    @staticmethod
    def forward(ctx: Any, call: _Call, *wrt: torch.Tensor) -> tuple[torch.Tensor, ...]:
        split = call.split
        results, own = call.run()
        # The tensors of the graph themselves, where they could be used as they are.
        given = {
            name: tensor
            for name, tensor in zip(split.wrt, wrt, strict=True)
            if tensor.is_contiguous()
        }
        names = [*split.kept, *(str(each.name) for each in split.residuals)]
        ctx.save_for_backward(*({**call.values, **own, **given}[name] for name in names))
        ctx.split, ctx.names = split, names
        ctx.mark_non_differentiable(*(each for each in results if not each.is_floating_point()))
        return tuple(results)

    @staticmethod
    def backward(ctx: Any, *cotangents: torch.Tensor) -> tuple[torch.Tensor | None, ...]:
        split: SplitFunction = ctx.split
        named = {
            str(result.name): cotangent
            for result, cotangent in zip(split.results, cotangents, strict=True)
            if result.name in split.cotangents and cotangent is not None
        }
        saved = (*ctx.saved_tensors, *named.values())
        gradients = _Backward.apply(split, ctx.names, tuple(named), *saved)  # type: ignore[no-untyped-call]
        # As in PyTorch, what a result does not depend on has no gradient.
        reached = (
            None if name in split.unreached else gradient
            for name, gradient in zip(split.wrt, gradients, strict=True)
        )
        return (None, *reached)


class _Backward(torch.autograd.Function):
    """The compiled backward, which has no derivative of its own."""

    @staticmethod
    def forward(
        ctx: Any,
        split: SplitFunction,
        names: Sequence[str],
        results: Sequence[str],
        *tensors: torch.Tensor,
    ) -> tuple[torch.Tensor, ...]:
        arrays = [tensor.detach().contiguous().numpy() for tensor in tensors]
        saved = dict(zip(names, arrays, strict=False))
        cotangents = dict(zip(results, arrays[len(names) :], strict=True))
        gradients: list[torch.Tensor] = []
        split.run_backward(saved, cotangents, lambda argument: _allocate(gradients, argument))
        return tuple(gradients)

    @staticmethod
    def backward(ctx: Any, *cotangents: torch.Tensor) -> Iterator[None]:
        raise LutraError(
            "the gradients of an approximate module cannot be differentiated again: double "
            "backward is not supported"
        )
