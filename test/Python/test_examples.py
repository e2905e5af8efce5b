"""The scripts of examples/ run and do what they say."""

import re
import subprocess
import sys
from pathlib import Path

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
