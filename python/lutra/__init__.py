"""Lutra: train neural networks for hardware with approximate multipliers."""

from lutra.errors import (
    CompileError,
    Diagnostic,
    InputError,
    LutraError,
    MultiplierError,
    StepError,
)
from lutra.multiplier import Multiplier, estimators, families

__all__ = [
    "CompileError",
    "Diagnostic",
    "InputError",
    "LutraError",
    "Multiplier",
    "MultiplierError",
    "StepError",
    "estimators",
    "families",
]
