"""What a function of JAX keeps from step to step besides its parameters, as flax has it.

flax's variables are a dictionary of collections. The optimizer trains ``params``; what lies beside
it, as the running statistics of batch norm in ``batch_stats``, is state: the function reads it, and
with ``apply(..., mutable=["batch_stats"])`` it returns new values beside its result.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import jax
import numpy as np

from lutra.errors import FrontendError

# The collection that is trained, and the one of statistics.
_TRAINED = "params"
_STATISTICS = "batch_stats"


def _part(key: Any) -> str:
    """One step of a path: the key of a dictionary, a number, an attribute."""
    for attribute in ("key", "idx", "name"):
        if hasattr(key, attribute):
            return str(getattr(key, attribute))
    return str(key)


def name_of(path: Any) -> str:
    """What a leaf of a tree is called, by its path."""
    return ".".join(map(_part, path))


def find_state(parameters: Any) -> set[str]:
    """Names of the leaves that are state, not parameters.

    Raises
    ------
    FrontendError
        There are statistics that would be taken for parameters.
    """
    paths = [
        tuple(map(_part, path)) for path, _ in jax.tree_util.tree_flatten_with_path(parameters)[0]
    ]
    beside = {path[: path.index(_TRAINED)] for path in paths if _TRAINED in path}

    def is_state(path: tuple[str, ...]) -> bool:
        above = path[: path.index(_TRAINED)] if _TRAINED in path else path
        return any(above[:length] in beside for length in range(len(above)))

    for path in paths:
        if _STATISTICS in path and not is_state(path):
            raise FrontendError(
                f"{'.'.join(path)!r} are statistics and would be trained as a parameter: give "
                f"lutra.from_jax one dictionary, {{'{_TRAINED}': ..., '{_STATISTICS}': ...}}"
            )
    return {".".join(path) for path in paths if is_state(path)}


def take_apart(result: Any, state: Collection[str]) -> tuple[list[Any], dict[str, Any]]:
    """What a function returns: its results, flat, and new values of state by name.

    Parameters
    ----------
    result : pytree
        New values are in dictionaries, which may lie in tuples with the rest.
    state : collection of str
    """
    results: list[Any] = []
    updates: dict[str, Any] = {}

    def visit(part: Any) -> None:
        if isinstance(part, tuple | list):
            for each in part:
                visit(each)
            return
        found = jax.tree_util.tree_flatten_with_path(part)[0]
        named = {name_of(path): leaf for path, leaf in found}
        if not isinstance(part, Mapping) or not any(name in state for name in named):
            results.extend(leaf for _, leaf in found)
            return
        for name in named:
            if name not in state:
                raise FrontendError(
                    f"the function returns a new value of {name!r}, which is no state: with flax, "
                    "list in mutable the collections that are, such as 'batch_stats'"
                )
        updates.update(named)

    visit(result)
    return results, updates


def check_updates(updates: Mapping[str, Any], values: Mapping[str, np.ndarray[Any, Any]]) -> None:
    """Raise a `FrontendError` where a new value has not the type of the old one."""
    for name, update in updates.items():
        shape, dtype = values[name].shape, jax.dtypes.canonicalize_dtype(values[name].dtype)
        if (update.shape, update.dtype) != (shape, dtype):
            raise FrontendError(
                f"the function returns {update.dtype} of shape {update.shape} as new value of "
                f"{name!r}, expected {dtype} of shape {shape}"
            )
