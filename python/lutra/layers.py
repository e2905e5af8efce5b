"""A table that says, layer by layer, what multiplies there."""

from __future__ import annotations

import fnmatch
import json
import os
from collections.abc import Mapping, Sequence
from typing import Any

from lutra.errors import InputError
from lutra.files import read_text

Choice = str | Mapping[str, Any]
Table = Mapping[str, Choice]

POLICIES = ("float", "int8", "approximate")
# What a row may say, besides the policy: the arguments of Model.approximate for one layer.
OPTIONS = (
    "multiplier",
    "gradient",
    "operand_order",
    "weight_observer",
    "activation_observer",
    "momentum",
    "per_channel",
    "padding",
    "factorize",
)


def read(table: Table | str | os.PathLike[str]) -> Table:
    """The table itself, or the one in a JSON file."""
    if isinstance(table, Mapping):
        return table
    name = os.fspath(table)
    try:
        data = json.loads(read_text(name), object_pairs_hook=_no_twins)
    except OSError as error:
        raise InputError(f"{name}: {error.strerror}") from None
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise InputError(f"{name} is not JSON: {error}") from None
    except InputError as error:
        raise InputError(f"{name}: {error}") from None
    if not isinstance(data, dict):
        raise InputError(f"{name}: expected an object of layers, got {type(data).__name__}")
    return data


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """JSON's last one of two equal keys would win in silence."""
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise InputError(f"{name!r} is there twice")
    return dict(pairs)


def _options(pattern: str, choice: Choice) -> dict[str, Any]:
    """A row in full: the policy and the arguments of Model.approximate."""
    if isinstance(choice, str):
        choice = {"policy": choice} if choice in POLICIES else {"multiplier": choice}
    if not isinstance(choice, Mapping):
        raise InputError(
            f"layer table, {pattern!r}: expected a policy, a multiplier or an object, "
            f"got {type(choice).__name__}"
        )
    options = {"policy": "approximate", **choice}
    for name in options:
        if name not in ("policy", *OPTIONS):
            known = ", ".join(("policy", *OPTIONS))
            raise InputError(f"layer table, {pattern!r}: unknown option {name!r} (known: {known})")
    policy = options["policy"]
    if policy not in POLICIES:
        raise InputError(
            f"layer table, {pattern!r}: unknown policy {policy!r} (known: {', '.join(POLICIES)})"
        )
    if policy == "approximate" and "multiplier" not in options:
        raise InputError(f"layer table, {pattern!r}: an approximate layer needs a multiplier")
    if policy == "float" and len(options) > 1:
        other = next(name for name in options if name != "policy")
        raise InputError(f"layer table, {pattern!r}: a float layer has no {other}")
    return options


def resolve(table: Table, layers: Sequence[str]) -> list[tuple[tuple[str, ...], dict[str, Any]]]:
    """Which layers have which options: layers that have the same stand together.

    A layer's own name comes before a pattern; two patterns that match one layer
    contradict each other.

    Raises
    ------
    InputError
        A pattern matches nothing, or two match one layer, or a row is wrong.
    """
    rows = {pattern: _options(pattern, choice) for pattern, choice in table.items()}
    chosen: dict[str, str] = {}
    for pattern in rows:
        matched = [name for name in layers if fnmatch.fnmatchcase(name, pattern)]
        if not matched:
            raise InputError(
                f"layer table: {pattern!r} matches no layer; the layers are {', '.join(layers)}"
            )
        for name in matched:
            other = chosen.get(name)
            if other is None or (name == pattern and other != name):
                chosen[name] = pattern
            elif name != other:
                raise InputError(
                    f"layer table: {other!r} and {pattern!r} both match layer {name!r}"
                )
    groups: list[tuple[list[str], dict[str, Any]]] = []
    for name in layers:
        if name not in chosen:
            continue
        options = rows[chosen[name]]
        same = next((group for group, other in groups if other == options), None)
        if same is None:
            groups.append(([name], options))
        else:
            same.append(name)
    return [(tuple(group), options) for group, options in groups]
