"""Relative power of a network's multipliers, weighted by MACs.

What is counted is the multipliers alone: not adders, registers or memory. A
layer of n MACs whose multiplier costs c counts n c; the sum is divided by that
of the same network with an exact multiplier in every quantised layer. What is
not known is said and not guessed: a float layer's multiplier is none of these,
so that its MACs are left out of both sums and reported.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lutra.histograms import Histograms
from lutra.multiplier import Multiplier

# Which cost is compared, the first that both multipliers state.
QUANTITIES = {"power_mw": "power", "gate_equivalents": "gate equivalents"}


@dataclass(frozen=True)
class NetworkPower:
    """Cost of a network's multipliers relative to exact ones.

    Attributes
    ----------
    relative : float or None
        1 for exact multipliers in all quantised layers; None when unknown.
    quantity : str or None
        ``"power_mw"`` or ``"gate_equivalents"``: what was compared.
    reason : str or None
        Why it is unknown.
    ratio : float or None
        Cost of one approximate product relative to an exact one.
    approximate_macs, int8_macs, float_macs : int
        MACs per sample of the layers of each policy; the last are not counted.
    layers : dict of str to float or None
        Share of each layer in the exact network's multiplier cost times its own
        ratio; None for a float layer. They add up to `relative`.
    """

    relative: float | None
    quantity: str | None
    reason: str | None
    ratio: float | None
    approximate_macs: int
    int8_macs: int
    float_macs: int
    layers: dict[str, float | None]

    def describe(self) -> str:
        """One sentence: the number, of what, and what it leaves out."""
        total = self.approximate_macs + self.int8_macs + self.float_macs
        rest = f"; {100 * self.float_macs / total:.3g} % of the MACs are float and not counted"
        rest = rest if self.float_macs else ""
        if self.relative is None:
            return f"unknown: {self.reason}{rest}"
        quantity = QUANTITIES[self.quantity or ""]
        return f"{100 * self.relative:.4g} % of the exact network's ({quantity}){rest}"


def cost_ratio(
    multiplier: Multiplier, baseline: Multiplier
) -> tuple[float | None, str | None, str | None]:
    """Cost relative to another multiplier's: (ratio, quantity, why there is none).

    Powers are compared when both state one, for the same process; else gate
    equivalents.
    """
    costs: list[dict[str, Any]] = []
    for item in (multiplier, baseline):
        if item.cost is None:
            return None, None, f"no cost is known of {item.name}"
        costs.append(item.cost)
    reason = f"{multiplier.name} and {baseline.name} state no cost in common"
    for quantity in QUANTITIES:
        values = [cost[quantity] for cost in costs]
        if any(value is None for value in values):
            continue
        processes = [cost["process"] for cost in costs]
        if quantity == "power_mw" and processes[0] != processes[1]:
            first, second = (process or "an unknown process" for process in processes)
            reason = f"power of {first} and of {second} cannot be compared"
            continue
        if values[1] <= 0:
            reason = f"{baseline.name} states no positive cost"
            continue
        return float(values[0]) / float(values[1]), quantity, None
    return None, None, reason


def network_power(
    network: Histograms, multiplier: Multiplier, baseline: Multiplier | None = None
) -> NetworkPower:
    """Cost of a network's multipliers relative to exact ones, weighted by MACs.

    Parameters
    ----------
    network : Histograms
        Its layers, their MACs and policies.
    multiplier : Multiplier
        Used in every layer that is approximate.
    baseline : Multiplier, optional
        The exact multiplier, which int8 layers use; the built-in exact one of
        the same operand types when left out.
    """
    if baseline is None:
        lhs, rhs = (kind.replace("i", "") for kind in multiplier.operand_types)
        baseline = Multiplier(f"exact:{lhs}x{rhs}")
    ratio, quantity, reason = cost_ratio(multiplier, baseline)
    macs = dict.fromkeys(("approximate", "int8", "float"), 0)
    for layer in network.layers.values():
        macs[layer.policy] += layer.macs
    counted = macs["approximate"] + macs["int8"]
    if not counted:
        ratio, quantity, reason = None, None, "no layer is quantised"
    layers: dict[str, float | None] = {}
    for layer in network.layers.values():
        own = {"approximate": ratio, "int8": 1.0, "float": None}[layer.policy]
        known = own is not None and ratio is not None
        layers[layer.name] = own * layer.macs / counted if known and own is not None else None
    relative = None
    if ratio is not None:
        relative = (ratio * macs["approximate"] + macs["int8"]) / counted
    return NetworkPower(
        relative,
        quantity,
        reason,
        ratio,
        macs["approximate"],
        macs["int8"],
        macs["float"],
        layers,
    )
