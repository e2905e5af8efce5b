"""A few of the random networks of test/Integration/random_networks.py, always the same ones."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import lutra._native
import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "Integration" / "random_networks.py"


@pytest.fixture(scope="module")
def networks() -> ModuleType:
    spec = importlib.util.spec_from_file_location("random_networks", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


# 4: NHWC convolution, max pool and a broadcast weight; 9: depthwise and grouped, NHWC;
# 26: grouped, NCHW, symmetric per channel; 102: a weight used twice, both operands of one
# product activations, symmetric; 201: NCHW, plain and grouped.
@pytest.mark.parametrize("seed", [4, 9, 26, 102, 201])
def test_random_network(networks: ModuleType, seed: int) -> None:
    networks.check(lutra._native.find_library().parents[1], seed)
