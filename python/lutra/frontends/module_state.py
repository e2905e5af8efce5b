"""Attributes of a PyTorch module that are neither parameters nor buffers.

A trace takes what it reads of them for constants, and a forward pass may write to them.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from typing import Any

import torch

from lutra.errors import FrontendError

# What every module has; parameters, buffers, submodules and modes are known by other ways.
_INTERNAL = frozenset(vars(torch.nn.Module()))
_HOOKS = ("_forward_hooks", "_forward_pre_hooks", "_backward_hooks", "_backward_pre_hooks")
_NUMBERS = (bool, int, float)
_ATOMS = (
    *_NUMBERS,
    complex,
    str,
    bytes,
    type(None),
    type,
    torch.dtype,
    types.FunctionType,
    types.BuiltinFunctionType,
)


def _frozen(value: Any, depth: int = 0) -> Any:
    """Something hashable that is equal where a trace reads the same."""
    kind = type(value)
    if kind in _ATOMS:
        return kind, value  # 1, 1.0 and True are equal
    if kind in (tuple, list) and depth < 2:
        return kind, tuple(_frozen(each, depth + 1) for each in value)
    if kind is dict and depth < 2:
        return kind, tuple(
            (_frozen(key, 2), _frozen(each, depth + 1)) for key, each in value.items()
        )
    if isinstance(value, torch.Tensor) and not value.is_inference():
        return kind, id(value), value._version
    return kind


def attributes(module: torch.nn.Module) -> tuple[Any, ...]:
    """Name and value of every attribute and hook of every part, hashable."""
    found: list[Any] = []
    for path, part in module.named_modules():
        own = vars(part)
        found += [
            (path, name, _frozen(value)) for name, value in own.items() if name not in _INTERNAL
        ]
        found += [(path, name, tuple(own[name].values())) for name in _HOOKS if own[name]]
    return tuple(found)


def _snapshot(module: torch.nn.Module) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    for path, part in module.named_modules():
        own = vars(part)
        yield path, own, {name: value for name, value in own.items() if name not in _INTERNAL}


def _restore(own: dict[str, Any], before: dict[str, Any], contents: dict[str, Any]) -> None:
    for name in [name for name in own if name not in _INTERNAL and name not in before]:
        del own[name]
    own.update(before)
    for name, content in contents.items():
        container = before[name]
        container.clear()
        container.extend(content) if isinstance(container, list) else container.update(content)


def traced(module: torch.nn.Module, trace: Callable[[], Any], path_of: Callable[[str], str]) -> Any:
    """What `trace` returns; the attributes of the module are left as they were.

    Raises
    ------
    FrontendError
        An attribute is a number that changes from call to call.
    """
    before = list(_snapshot(module))
    contents = [
        {
            name: type(value)(value)
            for name, value in each.items()
            if type(value) in (list, dict, set)
        }
        for _, _, each in before
    ]

    def numbers() -> list[tuple[str, dict[str, Any], str, Any]]:
        return [
            (path, own, name, own.get(name))
            for path, own, each in before
            for name, value in each.items()
            if type(value) in _NUMBERS
        ]

    # An export puts some of what was written back before it returns.
    seen: list[list[Any]] = []
    hook = module.register_forward_hook(lambda *_: seen.append(numbers()))
    first = numbers()
    try:
        result = trace()
        second = seen[-1] if seen else first
        if second != first:
            # Set by every call, or counted up?
            for _, own, name, value in second:
                own[name] = value
            trace()
            for (path, _, name, value), (_, _, _, other) in zip(second, seen[-1], strict=True):
                if value != other:
                    layer = path_of(path)
                    raise FrontendError(
                        f"{f'layer {layer!r}' if layer else 'the module'} changes its attribute "
                        f"{name!r} with every call ({value}, then {other}), which compiled code "
                        "would not: make it a buffer"
                    )
    finally:
        hook.remove()
        for (_, own, each), content in zip(before, contents, strict=True):
            _restore(own, each, content)
    return result
