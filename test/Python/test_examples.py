"""The scripts of examples/ run and do what they say."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def test_retrain_digits():
    """Accuracy falls on the truncated multiplier and retraining wins most of it back."""
    result = subprocess.run(
        [sys.executable, str(EXAMPLES / "retrain_digits.py"), "3"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    lines = result.stdout.splitlines()
    assert [re.split(r"\s{2,}", line)[0] for line in lines] == [
        "float",
        "truncated:8x8:drop=9",
        "truncated:8x8:drop=9, retrained",
    ]
    float_, collapsed, retrained = (float(re.search(r"([\d.]+)%$", line)[1]) for line in lines)
    assert float_ > 60
    assert retrained > collapsed + 10
    assert retrained > 60


def test_retrain_torch(tmp_path):
    """Each layer on its own multiplier, and the weights end in the module's state."""
    torch = pytest.importorskip("torch")
    pytest.importorskip("iree.compiler")
    state = tmp_path / "network.pt"
    result = subprocess.run(
        [sys.executable, str(EXAMPLES / "retrain_torch.py"), "3", str(state)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    lines = [re.split(r"\s{2,}", line) for line in result.stdout.splitlines()]
    assert [name for name, _ in lines] == ["float", "approximate", "approximate, retrained"]
    float_, approximate, retrained = (float(value.strip("%")) for _, value in lines)
    assert float_ > 90
    assert retrained > approximate + 5
    assert retrained > 90
    assert torch.load(state)["3.conv1.weight"].shape == (8, 8, 3, 3)


def test_torch_loop():
    """PyTorch's own loop wins the accuracy back."""
    pytest.importorskip("torch")
    pytest.importorskip("iree.compiler")
    result = subprocess.run(
        [sys.executable, str(EXAMPLES / "torch_loop.py"), "3"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    lines = result.stdout.splitlines()
    assert [re.split(r"\s{2,}", line)[0] for line in lines] == [
        "float",
        "approximate",
        "approximate, retrained",
    ]
    float_, collapsed, retrained = (float(re.search(r"([\d.]+)%$", line)[1]) for line in lines)
    assert float_ > 85
    assert collapsed < float_ - 3
    assert retrained > collapsed + 3
