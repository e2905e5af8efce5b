"""Every command of docs/bring-your-own-multiplier.md runs, in order, in one folder."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lutra import _native

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "bring-your-own-multiplier.md"


def commands() -> list[str]:
    """The page's blocks of shell commands."""
    return re.findall(r"```bash\n(.*?)```", PAGE.read_text(), re.DOTALL)


@pytest.mark.skipif(
    not (shutil.which("yosys") or shutil.which("iverilog")), reason="neither yosys nor iverilog"
)
def test_commands_of_the_page(tmp_path: Path):
    tools = _native.find_library().resolve().parents[1] / "bin"
    path = os.pathsep.join([str(tools), str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {
        **os.environ,
        "PATH": path,
        "LUTRA_SOURCE": str(ROOT),
        "PYTHONPATH": str(ROOT / "python"),
    }
    blocks = commands()
    assert len(blocks) >= 10
    for block in blocks:
        result = subprocess.run(
            ["bash", "-e", "-c", block],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.returncode == 0, f"{block}\n{result.stderr}"
    assert (tmp_path / "hand.png").read_bytes().startswith(b"\x89PNG")
    for folder in ("affine", "symmetric"):
        assert (tmp_path / folder / "digits.png").is_file()
    affine = json.loads((tmp_path / "affine" / "digits.json").read_text())
    rows = {row["stage"]: row for row in affine["summary"]["rows"] if row["multiplier"]}
    # Retraining wins back what the design costs.
    before = rows["calibrated"]["accuracy_percent"]["mean"]
    after = rows["retrained"]["accuracy_percent"]["mean"]
    assert after > 90
    assert after > before
