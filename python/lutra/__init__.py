"""Lutra: train neural networks for hardware with approximate multipliers.

>>> model = lutra.load("model.mlir")
>>> model = model.approximate("truncated:8x8:drop=9", gradient="lut-2d:hws=16")
>>> step = model.training_step(lutra.Adam(1e-3), loss="cross-entropy", target="cpu")
>>> for x, y in batches:
...     loss = step(x, y)
>>> step.evaluate(test_x, test_y).accuracy
"""

import importlib
from typing import Any

from lutra.compiler import Context, Module
from lutra.errors import (
    CompileError,
    Diagnostic,
    FileError,
    FrontendError,
    InputError,
    LutraError,
    MultiplierError,
    MultiplierWarning,
    StepError,
)
from lutra.frontends import from_jax, from_onnx, from_torch, versions
from lutra.histograms import Histograms, LayerHistograms, OperandDistribution
from lutra.losses import CrossEntropy
from lutra.model import Model, load
from lutra.multiplier import Multiplier, compare, estimators, families, search, wrappers
from lutra.optimizers import SGD, Adam, AdamW, Optimizer
from lutra.training import Evaluation, TrainingStep

__version__ = "0.1.0"

__all__ = [
    "SGD",
    "Adam",
    "AdamW",
    "CompileError",
    "Context",
    "CrossEntropy",
    "Diagnostic",
    "Evaluation",
    "FileError",
    "FrontendError",
    "Histograms",
    "InputError",
    "LayerHistograms",
    "LutraError",
    "Model",
    "Module",
    "Multiplier",
    "MultiplierError",
    "MultiplierWarning",
    "OperandDistribution",
    "Optimizer",
    "StepError",
    "TrainingStep",
    "compare",
    "estimators",
    "families",
    "from_jax",
    "from_onnx",
    "from_torch",
    "load",
    "search",
    "wrappers",
]


def __getattr__(name: str) -> Any:
    """Load `lutra.torch` and `lutra.jax` when they are first used: they need the frameworks."""
    frontends = {"torch": versions.TORCH, "jax": versions.JAX}
    if name not in frontends:
        raise AttributeError(f"module 'lutra' has no attribute {name!r}")
    versions.require(frontends[name])
    return importlib.import_module(f"lutra.{name}")
