"""What PyTorch does otherwise than an exported graph says, with derivatives above all.

What the graph shows, ``detach`` and regions under ``torch.no_grad()``, becomes an operator of ours
that has no derivative. What an export leaves out, the user's own backward functions and hooks, is
noticed while the module is traced, and refused by name.
"""

from __future__ import annotations

import contextlib
import operator
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import FrameType
from typing import Any
from unittest import mock

import torch
import torch.utils._contextlib
from torch.export.graph_signature import InputKind
from torch.overrides import TorchFunctionMode

from lutra.errors import FrontendError

_TORCH_FOLDER = str(Path(torch.__file__).parent)

_LIBRARY: Any = torch.library.Library("lutra", "FRAGMENT")  # type: ignore[no-untyped-call]
_LIBRARY.define("stop_gradient(Tensor x) -> Tensor")
_LIBRARY.impl("stop_gradient", torch.clone, "CompositeExplicitAutograd")
# Its operand, held constant; the importer is told in `lutra.frontends.markers`' words.
STOP_GRADIENT = torch.ops.lutra.stop_gradient.default
# What the importer makes of it.
IMPORTED = "torch.lutra.stop_gradient"

# --- What is traced ----------------------------------------------------------------


class _Tracing(threading.local):
    active = False


_TRACING = _Tracing()
# PyTorch's own functions are exchanged for the while: by one thread at a time.
_EXCHANGED = threading.RLock()


def _user_frame() -> FrameType | None:
    """The innermost frame outside of PyTorch and of this file."""
    frame: FrameType | None = sys._getframe(1)
    while frame and frame.f_code.co_filename.startswith((_TORCH_FOLDER, __file__, "<")):
        frame = frame.f_back
    return frame


def _refuse(what: str, instead: str) -> None:
    frame = _user_frame()
    where = f" at {frame.f_code.co_filename}:{frame.f_lineno}" if frame else ""
    raise FrontendError(f"the module {what}{where}, which an exported graph leaves out: {instead}")


def _is_from_user() -> bool:
    """Whether what is noticed is not PyTorch's own doing: its wrappers apart, who calls it."""
    frame: FrameType | None = sys._getframe(1)
    wrappers = (__file__, torch.overrides.__file__, torch.utils._contextlib.__file__)
    while frame and (
        frame.f_code.co_filename in wrappers or frame.f_code.co_name == "__torch_function__"
    ):
        frame = frame.f_back
    name = frame.f_code.co_filename if frame else ""
    return not name.startswith(_TORCH_FOLDER) or name == torch.autograd.graph.__file__


_OUTSIDE = "register it outside of the module, or leave it out"
_WITH_DETACH = "write what it does with operators and detach()"


class _Watch(TorchFunctionMode):
    """Sees every function of a tensor that a module calls while it is traced."""

    def __init__(self, replaced: Mapping[Any, Callable[..., Any]]) -> None:
        super().__init__()
        self.replaced = replaced

    def __torch_function__(
        self,
        func: Any,
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        tensor: Any = torch.Tensor
        if func in (tensor.register_hook, tensor.register_post_accumulate_grad_hook):
            _refuse(f"registers a hook on a tensor ({func.__name__})", _OUTSIDE)
        if func == tensor.grad_fn.__get__ and _is_from_user():
            _refuse("reads the grad_fn of a tensor", _OUTSIDE)
        if func in (tensor.backward, torch.autograd.backward, torch.autograd.grad):
            _refuse("computes gradients", "call it outside of the module")
        if func == tensor.data.__set__:
            _refuse("assigns to the data of a tensor", "write what it does with operators")
        if func == tensor.data.__get__:
            return args[0].detach()
        if func in self.replaced:
            return self.replaced[func](*args, **(kwargs or {}))
        result = func(*args, **(kwargs or {}))
        if func is torch.nn.functional.instance_norm:
            _update_statistics(*args, **(kwargs or {}))
        return result


def _update_statistics(
    input: torch.Tensor,
    running_mean: torch.Tensor | None = None,
    running_var: torch.Tensor | None = None,
    weight: Any = None,
    bias: Any = None,
    use_input_stats: bool = True,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> None:
    """What an instance norm writes to its buffers, which its operator does not declare."""
    if not use_input_stats or running_mean is None or running_var is None:
        return
    x, dims = input.detach(), list(range(2, input.dim()))
    for running, seen in ((running_mean, x.mean(dims)), (running_var, x.var(dims))):
        running.mul_(1 - momentum).add_(seen.mean(0), alpha=momentum)


@contextlib.contextmanager
def watched(
    module: torch.nn.Module,
    *,
    parameter_hooks: bool,
    replaced: Mapping[Any, Callable[..., Any]],
) -> Iterator[None]:
    """Refuse, within the block and in this thread, what an export leaves out.

    Parameters
    ----------
    module : torch.nn.Module
        It is traced within the block.
    parameter_hooks : bool
        Refuse hooks of parameters, too: nobody calls them.
    replaced : mapping
        Functions of PyTorch's to what is called in their place.

    Raises
    ------
    FrontendError
    """
    refuse_module_hooks(module)
    if parameter_hooks:
        _refuse_parameter_hooks(module)
    # Whatever the mode of who calls: what is imported once is used in all.
    outside = torch.inference_mode(False)
    with _EXCHANGED, outside, _noticing(), torch.enable_grad(), _Watch(replaced):
        _TRACING.active = True
        try:
            yield
        finally:
            _TRACING.active = False


@contextlib.contextmanager
def _noticing() -> Iterator[None]:
    """Exchange what no `TorchFunctionMode` sees; other threads get what was there before."""
    from torch.utils.checkpoint import CheckpointFunction

    is_defined: Any = torch.autograd.function._is_setup_context_defined
    forward: Any = CheckpointFunction.forward
    enter: Any = torch.autograd.graph.saved_tensors_hooks.__enter__
    enter_inference: Any = torch.inference_mode.__enter__

    def checkpointed(ctx: Any, function: Any, preserve: bool, *arguments: Any) -> Any:
        # The values are the function's, and so is the derivative.
        return (
            function(*arguments)
            if _TRACING.active
            else forward(ctx, function, preserve, *arguments)
        )

    def notice_function(setup_context: Any) -> Any:
        # What Function.apply asks first, whoever holds it and since when.
        cls = sys._getframe(1).f_locals.get("cls")
        if _TRACING.active and cls is not None and not cls.__module__.startswith("torch."):
            _refuse(f"calls {cls.__qualname__}, a torch.autograd.Function", _WITH_DETACH)
        return is_defined(setup_context)

    def notice_saved(hooks: Any) -> None:
        if _TRACING.active and not hooks.pack_hook.__module__.startswith("torch."):
            _refuse("has hooks of saved tensors", _OUTSIDE)
        enter(hooks)

    def notice_inference(mode: Any) -> None:
        if _TRACING.active and mode.mode and _is_from_user():
            _refuse("is in inference mode", "use torch.no_grad()")
        enter_inference(mode)

    graph = torch.autograd.graph
    with (
        mock.patch.object(torch.autograd.function, "_is_setup_context_defined", notice_function),
        mock.patch.object(graph.saved_tensors_hooks, "__enter__", notice_saved),
        mock.patch.object(torch.inference_mode, "__enter__", notice_inference),
        mock.patch.object(CheckpointFunction, "forward", staticmethod(checkpointed)),
    ):
        yield


def refuse_module_hooks(module: torch.nn.Module) -> None:
    """Raise a `FrontendError` where a backward hook of a module would not be called."""
    glob: Any = torch.nn.modules.module
    if glob._global_backward_hooks or glob._global_backward_pre_hooks:
        raise FrontendError(
            "all modules have a backward hook, which a compiled module does not call: remove it"
        )
    for name, part in module.named_modules():
        if part._backward_hooks or part._backward_pre_hooks:
            what = f"layer {name!r}" if name else "the module"
            raise FrontendError(
                f"{what} has a backward hook, which a compiled module does not call: remove it"
            )


def _refuse_parameter_hooks(module: torch.nn.Module) -> None:
    for name, parameter in module.named_parameters():
        if parameter._backward_hooks or getattr(parameter, "_post_accumulate_grad_hooks", None):
            raise FrontendError(
                f"parameter {name!r} has a hook, which a compiled training step does not call: "
                "remove it"
            )


# --- What the graph shows ------------------------------------------------------------

_ATEN = torch.ops.aten
_DETACH = (_ATEN.detach.default, _ATEN.detach_.default, _ATEN.detach_copy.default)
_NO_GRAD = torch.ops.higher_order.wrap_with_set_grad_enabled


def mark(program: Any, where: Callable[[Any], str]) -> None:
    """Put `STOP_GRADIENT` in place of ``detach`` and where regions without gradients begin.

    Only what depends on parameters or inputs is marked, so that constants stay what they are.

    Parameters
    ----------
    program : ExportedProgram
        Changed in place, before or after its decomposition.
    where : callable
        Of a node: layer and line of source, in brackets.
    """
    kinds = {spec.arg.name: spec.kind for spec in program.graph_signature.input_specs}
    differentiated = (InputKind.PARAMETER, InputKind.USER_INPUT)
    _Marker(where).visit(
        program.graph_module, [kinds.get(name) in differentiated for name in _inputs(program)]
    )


def _inputs(program: Any) -> list[str]:
    return [node.name for node in program.graph.nodes if node.op == "placeholder"]


def _has_floats(node: Any) -> bool:
    value = node.meta.get("val")
    parts = value if isinstance(value, tuple | list) else (value,)
    return any(isinstance(part, torch.Tensor) and part.is_floating_point() for part in parts)


class _Marker:
    """Finds what depends on differentiated values, and stops it where PyTorch does."""

    def __init__(self, where: Callable[[Any], str]) -> None:
        self.where = where
        # A value that is a view: of which one.
        self.memory: dict[Any, Any] = {}

    def visit(
        self, module: torch.fx.GraphModule, varied_inputs: list[bool], enabled: bool = True
    ) -> list[tuple[bool, Any]]:
        """Mark one graph; of each output whether it varies, and whose memory it has."""
        graph = module.graph
        varied: set[Any] = set()
        outputs: dict[Any, list[tuple[bool, Any]]] = {}
        inputs = [node for node in graph.nodes if node.op == "placeholder"]
        held = []
        for node, is_varied in zip(inputs, varied_inputs, strict=True):
            if is_varied and _has_floats(node):
                if enabled:
                    varied.add(node)
                else:
                    held.append(node)
        if held:
            with graph.inserting_after(inputs[-1]):
                for node in held:
                    stopped = graph.call_function(STOP_GRADIENT, (node,))
                    stopped.meta = dict(node.meta)
                    users = [user for user in node.users if user is not stopped]
                    for user in users:
                        if user.op != "output":  # returned as it came, it is not held
                            user.replace_input_with(node, stopped)
                    if not stopped.users:
                        graph.erase_node(stopped)
        for node in list(graph.nodes):
            if node.op != "call_function":
                continue
            depends = any(each in varied for each in node.all_input_nodes)
            if node.target in _DETACH:
                if depends:
                    node.target = STOP_GRADIENT
                continue
            if node.target is operator.getitem and node.args[0] in outputs:
                is_varied, memory = outputs[node.args[0]][node.args[1]]
                if memory is not None:
                    self.memory[node] = memory
            elif node.target is _NO_GRAD:
                region = getattr(module, node.args[1].target)
                flags = [each in varied for each in node.args[2:]]
                outputs[node] = self.visit(region, flags, bool(node.args[0]) and enabled)
                continue
            else:
                is_varied = depends and _has_floats(node)
                for part in node.all_input_nodes:
                    inner = getattr(module, str(part.target), None) if part.op == "get_attr" else 0
                    if isinstance(inner, torch.fx.GraphModule):
                        count = sum(each.op == "placeholder" for each in inner.graph.nodes)
                        self.visit(inner, [depends] * count, enabled)
            if is_varied:
                varied.add(node)
            self._follow_memory(node, is_varied, varied)
        module.recompile()
        (output,) = (node for node in graph.nodes if node.op == "output")
        returned = output.args[0] if isinstance(output.args[0], tuple | list) else output.args
        results = []
        each: Any
        for each in returned:
            passed = not enabled and each in held
            memory = self._memory(each)
            is_stopped = getattr(memory, "target", None) is STOP_GRADIENT
            results.append((each in varied or passed, memory if is_stopped else None))
        return results

    def _memory(self, node: Any) -> Any:
        while node in self.memory:
            node = self.memory[node]
        return node

    def _follow_memory(self, node: Any, is_varied: bool, varied: set[Any]) -> None:
        """Views share the memory of a value; who writes to one writes to all."""
        schema = getattr(node.target, "_schema", None)
        if node.target is operator.getitem:
            self.memory.setdefault(node, node.args[0])
        if schema is None:
            return
        for index, argument in enumerate(schema.arguments):
            given = node.args[index] if index < len(node.args) else node.kwargs.get(argument.name)
            if argument.alias_info is None or not isinstance(given, torch.fx.Node):
                continue
            self.memory.setdefault(node, given)
            if not argument.alias_info.is_write:
                continue
            written = self._memory(given)
            if written.target is STOP_GRADIENT and not self._is_alone(written):
                raise FrontendError(
                    "the module writes in place to a tensor that is detached or under "
                    f"torch.no_grad(), and differentiated elsewhere{self.where(node)}: write to a "
                    "clone of it"
                )
            if is_varied:
                varied.add(written)
                varied.update(each for each in self.memory if self._memory(each) is written)

    def _is_alone(self, stopped: Any) -> bool:
        """Whether nothing else reads the memory of what was stopped."""
        node: Any = stopped.args[0]
        while len(node.users) == 1:
            if node not in self.memory:
                return bool(node.op != "placeholder")
            node = self.memory[node]
        return False
