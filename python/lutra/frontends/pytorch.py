"""PyTorch modules as linalg on tensors: the only place that calls the exporter.

The way: ``torch.export`` traces the module; decompositions bring it to the
operators that torch-mlir's importer knows; parameters and buffers become
arguments of the function, and buffers that the module writes to become results;
the importer and the passes of iree-base-compiler make linalg of it.
"""

from __future__ import annotations

import contextlib
import dataclasses
import logging
import re
import traceback
import warnings
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from iree.compiler import ir, passmanager
from iree.compiler.extras.fx_importer import ContextCache, FxImporter
from torch.export.graph_signature import InputKind, OutputKind

from lutra.compiler import Module
from lutra.errors import FrontendError
from lutra.frontends import (
    cache,
    dimensions,
    functions,
    markers,
    module_state,
    torch_gradients,
)
from lutra.frontends.decompositions import repair, split_into_slices, table
from lutra.frontends.lowering import Locations, LoweringError, lower
from lutra.frontends.versions import TORCH, describe
from lutra.model import Model, load, pass_with_options

FUNCTION = "main"
# Integers whose sign the importer drops, and those of the same bits that come back.
UNSIGNED = {
    torch.uint8: torch.int8,
    torch.uint16: torch.int16,
    torch.uint32: torch.int32,
    torch.uint64: torch.int64,
}
# Without its last pass, which knows no marks: `_refuse_left_behind` says the same.
_CHECK = ",torch-verify-linalg-on-tensors-backend-contract"
PIPELINE = (
    "builtin.module(torchdynamo-export-to-torch-backend-pipeline,"
    "torch-backend-to-linalg-on-tensors-backend-pipeline)"
)
# Submodule of the wrapper that adds a loss; not part of any name.
_INNER = "_lutra_module"
_TORCH_FOLDER = str(Path(torch.__file__).parent)


class _WithLoss(torch.nn.Module):
    """A module and a loss of its outputs, as one module of inputs and labels."""

    def __init__(self, module: torch.nn.Module, loss: Callable[..., Any]) -> None:
        super().__init__()
        self.add_module(_INNER, module)
        self.loss = loss

    def forward(self, *arguments: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        *inputs, labels = arguments
        outputs = getattr(self, _INNER)(*inputs)
        return self.loss(outputs, labels), outputs


@dataclasses.dataclass(frozen=True)
class TorchSource:
    """Where a model came from, and how its values go back."""

    module: torch.nn.Module
    loss: Callable[..., Any] | None
    frontend: str = "torch"

    def write_back(self, values: Mapping[str, Any]) -> torch.nn.Module:
        """Copy values into the module's parameters and buffers of the same names."""
        own = named_values(_with_loss(self.module, self.loss))
        with torch.no_grad():
            for name, value in values.items():
                own[name].copy_(torch.from_numpy(np.array(value)))
        return self.module


def _with_loss(module: torch.nn.Module, loss: Callable[..., Any] | None) -> torch.nn.Module:
    return module if loss is None else _WithLoss(module, loss)


def named_values(module: torch.nn.Module) -> dict[str, torch.Tensor]:
    """Parameters, then buffers, by name; one that is tied has its first name."""
    values = {**dict(module.named_parameters()), **dict(module.named_buffers())}
    return {_plain_name(name): value for name, value in values.items()}


def import_module(
    module: torch.nn.Module,
    example: Any,
    *,
    loss: Callable[..., Any] | None,
    labels: Any,
) -> Model:
    """See `lutra.from_torch`."""
    if not isinstance(module, torch.nn.Module):
        raise FrontendError(
            f"lutra.from_torch expects a torch.nn.Module, got {type(module).__name__}"
        )
    if (loss is None) != (labels is None):
        raise FrontendError("lutra.from_torch takes loss and labels together, or neither")
    arguments = example if isinstance(example, tuple) else (example,)
    if loss is not None:
        arguments = (*arguments, labels)
    texts = [
        export_module(module, arguments, training=training, loss=loss) for training in (True, False)
    ]
    results = Module(texts[0]).functions()[FUNCTION].results
    unnamed = sum(not result.role for result in results)
    if unnamed:
        raise FrontendError(
            f"the module returns {unnamed} tensors, expected one, the logits: give "
            "lutra.from_torch a loss that takes them"
        )
    model = load(texts[0], function=FUNCTION)
    evaluation = load(texts[1], function=FUNCTION).module if texts[0] != texts[1] else None
    own = named_values(_with_loss(module, loss))
    values = {name: value.detach().numpy().copy() for name, value in own.items()}
    return dataclasses.replace(
        model, initial_values=values, evaluation=evaluation, source=TorchSource(module, loss)
    )


def export_module(
    module: torch.nn.Module,
    arguments: tuple[Any, ...],
    *,
    training: bool,
    loss: Callable[..., Any] | None = None,
    debug_info: bool = True,
) -> str:
    """The module as text: ``@main(parameters..., buffers..., inputs...)``.

    Results are new values of buffers, which say so by ``approx.updates``, and
    what the module returns: a single tensor of floats is the logits; with `loss`
    the loss comes first.

    Parameters
    ----------
    module : torch.nn.Module
    arguments : tuple of tensors
    training : bool
        Import the module as it is in training; one that is in evaluation mode as
        a whole is switched. Submodules in evaluation mode within a module in
        training mode stay so: they were frozen on purpose.
    loss : callable, optional
        Of the outputs and the last argument.
    debug_info : bool
        Write the path of the layer and the line of source of every operation.

    Raises
    ------
    FrontendError
    """
    text, _ = _export(module, arguments, training, loss, debug_info=debug_info, drop_in=False)
    return text


def import_as_it_is(
    module: torch.nn.Module, arguments: tuple[Any, ...]
) -> tuple[Model, Any, list[torch.dtype]]:
    """Import a module in the mode that it is in, to be called from PyTorch.

    Every parameter has the role parameter, whether it is trained or not, and
    everything that the module returns the role logits.

    Returns
    -------
    Model
    TreeSpec
        The structure of what the module returns.
    list of torch.dtype
        The types of its tensors: unsigned ones have the bits of the model's.

    Raises
    ------
    FrontendError
    """
    text, program = _export(module, arguments, module.training, None, debug_info=True, drop_in=True)
    function = Module(text).functions()[FUNCTION]
    parameters = dict(module.named_parameters())
    options: dict[str, list[str]] = {
        "roles": [
            "parameter" if argument.name in parameters else str(argument.role)
            for argument in function.arguments
        ],
        "results": [
            str(result.role) if result.updates else "logits" for result in function.results
        ],
    }
    prepared = Module(text).run(pass_with_options("approx-prepare", options))
    return Model(prepared, FUNCTION), program.call_spec.out_spec, _result_types(program)


def _result_types(program: Any) -> list[torch.dtype]:
    values = {node.name: node.meta.get("val") for node in program.graph.nodes}
    return [values[name].dtype for name in program.graph_signature.user_outputs]


def _export(
    module: torch.nn.Module,
    arguments: tuple[Any, ...],
    training: bool,
    loss: Callable[..., Any] | None,
    *,
    debug_info: bool,
    drop_in: bool,
) -> tuple[str, Any]:
    """The text, and the program of torch.export that it was made from.

    What is a drop-in is called from PyTorch, which calls the hooks of parameters itself, and knows
    that a result is unsigned.
    """
    whole = _with_loss(module, loss)
    _check(whole, arguments)
    names = list(named_values(whole))
    with _mode(module, training), _quiet():
        whole.training = training
        try:
            with torch_gradients.watched(
                whole, parameter_hooks=not drop_in, replaced=functions.TABLE
            ):
                program = module_state.traced(
                    whole,
                    lambda: torch.export.export(whole, arguments, strict=False),
                    _plain_name,
                )
        except FrontendError:
            raise
        except Exception as error:  # torch.export raises anything that the module raises
            raise FrontendError(_tracing_failed(error)) from error
        for output in program.graph_signature.user_outputs:
            if not isinstance(output, str):
                raise FrontendError(
                    f"the module returns {output!r} among its outputs, expected tensors alone"
                )
        for dtype in () if drop_in else _result_types(program):
            if dtype in UNSIGNED:
                raise FrontendError(
                    f"the module returns a tensor of type {dtype}, which a model has no numbers "
                    "for: convert it to a signed type"
                )

        def lower() -> str:
            # The decomposition traces again, and asks the module's mode.
            return _lower(program, names, loss is not None, debug_info)

        parts = _read_by_lowering(program, names, loss is not None)
        entry = cache.key("torch", describe(TORCH), str(debug_info), *parts)
        return cache.get_or_make(entry, lower), program


def _read_by_lowering(program: Any, names: list[str], has_loss: bool) -> Iterator[str]:
    """All that `_lower` makes a text of, for the key of its entry in the cache."""
    yield repr((has_loss, names, torch.get_default_dtype()))
    yield str(program)
    # What the text of a graph does not say: layouts, and where its operators come from.
    for graph in program.graph_module.modules():
        for node in graph.graph.nodes if isinstance(graph, torch.fx.GraphModule) else ():
            values = node.meta.get("val")
            values = values if isinstance(values, tuple | list) else (values,)
            layouts = [
                (value.dtype, tuple(value.shape), value.stride())
                for value in values
                if isinstance(value, torch.Tensor)
            ]
            yield repr((node.name, layouts, _layer(node), _line(node)))
    # Which parameters are trained, and which are one.
    first: dict[Any, str] = {}
    for name, value in program.state_dict.items():
        same = first.setdefault(_memory(value), name)
        yield repr((name, type(value), value.requires_grad, same))
    for name, value in sorted(program.constants.items()):
        if isinstance(value, torch.Tensor) and name not in names:
            yield repr((name, value.dtype, value.shape, value.detach().cpu().numpy().tobytes()))


def _memory(value: torch.Tensor) -> Any:
    """Where a parameter lies, the same for one that has several names."""
    return (value.data_ptr(), value.shape, value.stride()) if value.numel() else object()


def _check(module: torch.nn.Module, arguments: tuple[Any, ...]) -> None:
    """Refuse what the exporter would answer with a page of its own."""
    for index, argument in enumerate(arguments):
        if not isinstance(argument, torch.Tensor):
            raise FrontendError(
                f"example input {index} is of type {type(argument).__name__}, expected a tensor"
            )
    values = [(f"example input {i}", tensor) for i, tensor in enumerate(arguments)]
    values += [(repr(name), tensor) for name, tensor in named_values(module).items()]
    for name, tensor in values:
        if tensor.device.type != "cpu":
            raise FrontendError(f"{name} is on device {tensor.device}, expected the CPU")
        if tensor.is_sparse or tensor.is_quantized or tensor.is_complex():
            raise FrontendError(
                f"{name} has layout {tensor.layout} and type {tensor.dtype}, expected a dense "
                "tensor of real numbers"
            )


@contextlib.contextmanager
def _mode(module: torch.nn.Module, training: bool) -> Iterator[None]:
    """Set the mode within the block, and every submodule's own after it."""
    before = [(submodule, submodule.training) for submodule in module.modules()]
    if not training or not module.training:
        module.train(training)
    try:
        yield
    finally:
        for submodule, mode in before:
            submodule.training = mode


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep PyTorch's log and its warnings about itself to itself: errors are said once."""
    level = logging.root.manager.disable
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        logging.disable(logging.CRITICAL)
        try:
            yield
        finally:
            logging.disable(level)


# --- Lowering -----------------------------------------------------------------


def _plain_name(target: str) -> str:
    return target.removeprefix(f"{_INNER}.")


@dataclasses.dataclass
class _Signature:
    """What the arguments and results of the function are."""

    arguments: list[dict[str, str]] = dataclasses.field(default_factory=list)
    results: list[dict[str, str]] = dataclasses.field(default_factory=list)


def _unite_tied(program: Any) -> None:
    """Leave one placeholder of a parameter that has several names: the first."""
    first: dict[Any, Any] = {}
    nodes = {node.name: node for node in program.graph.nodes if node.op == "placeholder"}
    for spec in list(program.graph_signature.input_specs):
        value = program.state_dict.get(spec.target) if spec.kind == InputKind.PARAMETER else None
        if value is None:
            continue
        node = nodes[spec.arg.name]
        other = first.setdefault(_memory(value), node)
        if other is not node:
            node.replace_all_uses_with(other)
            program.graph.erase_node(node)
            program.graph_signature.input_specs.remove(spec)


def _make_functional(program: Any, names: list[str], has_loss: bool) -> _Signature:
    """Turn parameters and buffers into inputs and new values of buffers into outputs.

    Works on the program's signature: its graph already takes every one of them
    as a placeholder, in the order of the specifications.
    """
    signature = _Signature()
    _unite_tied(program)
    specs = program.graph_signature.input_specs
    user = [spec.arg.name for spec in specs if spec.kind == InputKind.USER_INPUT]
    trained = {
        _plain_name(name)
        for name, value in program.state_dict.items()
        if isinstance(value, torch.nn.Parameter) and value.requires_grad
    }
    for spec in specs:
        if spec.kind in (InputKind.PARAMETER, InputKind.BUFFER):
            name = _plain_name(spec.target)
            role = "parameter" if name in trained else "buffer"
            signature.arguments.append({"approx.role": role, "approx.name": name})
            spec.kind, spec.target, spec.persistent = InputKind.USER_INPUT, None, None
        elif spec.kind == InputKind.USER_INPUT:
            is_label = has_loss and spec.arg.name == user[-1]
            name = "label" if is_label else spec.arg.name
            name = f"input {name}" if name in names else name
            role = "label" if is_label else "input"
            signature.arguments.append({"approx.role": role, "approx.name": name})
    outputs = [
        spec for spec in program.graph_signature.output_specs if spec.kind == OutputKind.USER_OUTPUT
    ]
    for spec in program.graph_signature.output_specs:
        if spec.kind == OutputKind.BUFFER_MUTATION:
            updates = _plain_name(spec.target)
            signature.results.append({"approx.role": "buffer", "approx.updates": updates})
            spec.kind, spec.target = OutputKind.USER_OUTPUT, None
        elif spec.kind != OutputKind.USER_OUTPUT:
            raise FrontendError(
                f"the module writes to {spec.target!r} ({spec.kind.name.lower()}), expected it to "
                "write to its buffers only"
            )
        elif has_loss and spec is outputs[0]:
            signature.results.append({"approx.role": "loss"})
        elif len(outputs) == 1 + has_loss:
            signature.results.append({"approx.role": "logits"})
        else:
            signature.results.append({})
    return signature


def _lower(program: Any, names: list[str], has_loss: bool, debug_info: bool) -> str:
    torch_gradients.mark(program, _where)
    split_into_slices(program.graph_module)
    try:
        program = program.run_decompositions(table())
    except Exception as error:
        raise FrontendError(_tracing_failed(error)) from error
    torch_gradients.mark(program, _where)
    split_into_slices(program.graph_module)
    repair(program.graph_module)
    _refuse_unknown(program)
    dimensions.count_from_the_start(program.graph_module)
    dimensions.make_empty_results(program.graph_module)
    signature = _make_functional(program, names, has_loss)
    context = ir.Context()
    context.allow_unregistered_dialects = True  # approx.* is Lutra's, and not loaded here
    importer = FxImporter(context=context)
    locations = Locations(context)
    importer._cc = _Located(context, locations, importer._py_attr_tracker)
    try:
        importer.import_program(program, func_name=FUNCTION)
    except Exception as error:
        raise FrontendError(_import_failed(program, error)) from error
    _mark_stopped(importer.module)
    passes = str(passmanager.PassManager.parse(PIPELINE, context=context)).replace(_CHECK, "")
    try:
        lowered = lower(importer.module.operation.get_asm(enable_debug_info=True), passes)
    except LoweringError as error:
        raise FrontendError(_lowering_failed(error, locations)) from error
    module = ir.Module.parse(locations.restore(lowered), context)
    operation = module.operation
    _refuse_left_behind(operation)
    function = next(op for op in module.body.operations if op.operation.name == "func.func")
    with context:
        for key, attributes in (
            ("arg_attrs", signature.arguments),
            ("res_attrs", signature.results),
        ):
            function.operation.attributes[key] = ir.ArrayAttr.get(
                [
                    ir.DictAttr.get({name: ir.StringAttr.get(text) for name, text in each.items()})
                    for each in attributes
                ]
            )
    return str(operation.get_asm(enable_debug_info=debug_info))


def _refuse_unknown(program: Any) -> None:
    """What the importer would take and make something else of, or die of."""
    for node in program.graph.nodes:
        value = node.meta.get("val")
        if isinstance(node.target, torch._ops.HigherOrderOperator):
            what = f"control flow {node.target}"  # a loop would lose its condition
        elif isinstance(value, torch.Tensor) and value.is_complex():
            what = f"operator {node.target}, whose result is complex"
        elif isinstance(value, torch.Tensor) and not all(isinstance(n, int) for n in value.shape):
            what = f"operator {node.target}, whose result has a shape that depends on values"
        else:
            continue
        raise FrontendError(f"cannot import {what}{_where(node)}{_REWRITE} ({_SUPPORTED})")


def _mark_stopped(module: Any) -> None:
    """Put marks in place of operators that no pass knows."""
    found: list[Any] = []

    def visit(operation: Any) -> Any:
        if operation.name == "torch.operator":
            name = ir.StringAttr(operation.attributes["name"]).value
            if name == torch_gradients.IMPORTED:
                found.append(operation)
        return ir.WalkResult.ADVANCE

    module.operation.walk(visit)
    for operation in found:
        with ir.InsertionPoint(operation), operation.location:
            value = markers.stop_gradient(ir, module.body, operation.operands[0])
        operation.results[0].replace_all_uses_with(value)
        operation.erase()


# --- Where something is, and what went wrong ------------------------------------


def _layer(node: Any) -> str:
    """Path of the innermost module that a node was traced in."""
    stack = node.meta.get("nn_module_stack") or {}
    paths = [_plain_name(path) for path, _ in stack.values()]
    return next((path for path in reversed(paths) if path and path != _INNER), "")


def _line(node: Any) -> tuple[str, int] | None:
    """Innermost line of source outside PyTorch itself."""
    frames = re.findall(r'File "([^"]+)", line (\d+)', node.meta.get("stack_trace") or "")
    own = [frame for frame in frames if not frame[0].startswith(_TORCH_FOLDER)]
    return (own[-1][0], int(own[-1][1])) if own else None


def _location(node: Any, context: Any) -> Any:
    line, layer = _line(node), _layer(node)
    location = (
        ir.Location.file(line[0], line[1], 1, context=context)
        if line
        else ir.Location.unknown(context=context)
    )
    return ir.Location.name(layer, childLoc=location, context=context) if layer else location


class _Located(ContextCache):  # type: ignore[misc]
    """The importer's context, with locations that stand for layer and line."""

    def __init__(self, context: Any, locations: Locations, tracker: Any) -> None:
        super().__init__(context, py_attr_tracker=tracker)
        self._locations = locations

    def get_node_location(self, node: Any) -> Any:
        return self._locations.number(_location(node, self._c))


def _where(node: Any) -> str:
    line, layer = _line(node), _layer(node)
    parts = [f"layer {layer!r}"] if layer else []
    parts += [f"{line[0]}:{line[1]}"] if line else []
    return f" ({', '.join(parts)})" if parts else ""


_SUPPORTED = f"lutra.from_torch imports with {describe(TORCH)}"
_REWRITE = "; write that part of the module with other operators"


def _first_sentence(error: BaseException) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0] if lines else type(error).__name__


def _tracing_failed(error: BaseException) -> str:
    """torch.export could not trace the module."""
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if not frame.filename.startswith((_TORCH_FOLDER, "<"))
        and Path(frame.filename).parent != Path(__file__).parent
    ]
    where = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"torch.export cannot trace the module{where}: {_first_sentence(error)} ({_SUPPORTED})"


def _import_failed(program: Any, error: BaseException) -> str:
    """The importer has no operator of that name: say where it is used."""
    said = str(error)
    for node in program.graph.nodes:
        if node.op == "call_function" and str(node.target) in said:
            return f"cannot import operator {node.target}{_where(node)}{_REWRITE} ({_SUPPORTED})"
    return f"cannot import the module: {_first_sentence(error)} ({_SUPPORTED})"


_ILLEGAL = re.compile(r"failed to legalize operation '(torch\.[\w.]+)'")
_GENERIC = re.compile(r'name = "(torch\.[\w.]+)"')
_PLACE = re.compile(r'(?:"([^"]+)"\()?"([^"]+)":(\d+):')
# Dialects of torch-mlir that stay where it has no lowering to linalg.
_LEFT_BEHIND = ("tm_tensor", "torch", "torch_c")


def _place(location: Any) -> str:
    """Layer and line of a location, in brackets; empty where neither is known."""
    text = str(location)
    layer = re.search(r'loc\("([^"]+)"\(', text)
    line = _PLACE.search(text)
    parts = [f"layer {layer[1]!r}"] if layer else []
    parts += [f"{line[2]}:{line[3]}"] if line else []
    return f" ({', '.join(parts)})" if parts else ""


def _lowering_failed(error: LoweringError, locations: Locations) -> str:
    """The passes have no lowering for an operator: say which and where."""
    for diagnostic in error.diagnostics:
        where = _place(locations.of(diagnostic))
        found = _ILLEGAL.search(diagnostic.message)
        if not found:
            rewrite = _REWRITE if str(error) != diagnostic.message else ""
            return f"cannot lower the module: {diagnostic.message}{where}{rewrite} ({_SUPPORTED})"
        name = _GENERIC.search(diagnostic.message) or found
        if name[1].startswith("torch.constant."):  # what is left is an argument of the operator
            return f"no lowering for an operator{where}{_REWRITE} ({_SUPPORTED})"
        return f"no lowering for operator {name[1]}{where}{_REWRITE} ({_SUPPORTED})"
    return f"cannot lower the module: {_first_sentence(error)} ({_SUPPORTED})"


def _refuse_left_behind(module: Any) -> None:
    """What has no form in linalg, and no dialect that Lutra could read."""
    left: list[Any] = []

    def visit(operation: Any) -> Any:
        dialect, _, name = operation.name.partition(".")
        if dialect in _LEFT_BEHIND and name != "yield":
            left.append(operation)
        return ir.WalkResult.ADVANCE

    module.walk(visit)
    if left:
        raise FrontendError(
            f"no lowering to linalg for operation {left[0].name}{_place(left[0].location)}"
            f"{_REWRITE} ({_SUPPORTED})"
        )
