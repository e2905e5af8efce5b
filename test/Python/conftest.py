"""Paths and small models that several test files share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import lutra
import pytest
from lutra.networks import NetworkBuilder

ROOT = Path(__file__).resolve().parents[2]
INPUTS = ROOT / "test" / "Corpus" / "Inputs"
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session", autouse=True)
def import_cache(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[None]:
    """Imported models are kept for this run alone: a test must not pass on an old text.

    The workers of a run share them.
    """
    own = tmp_path_factory.getbasetemp()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LUTRA_CACHE", str((own if worker_id == "master" else own.parent) / "imports"))
        yield


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Real models that are not part of this repository; skipped, visibly, without them."""
    folder = SHARED / "corpus"
    if not folder.is_dir():
        pytest.skip(f"no corpus of real models at {folder}")
    return folder


@pytest.fixture(scope="session")
def mlp() -> lutra.Model:
    """A linear layer on 16 pixels, batch 8: compiles in a moment."""
    return lutra.load(NetworkBuilder(8, 1, 4, 4).flatten().linear("fc", 10).text())


@pytest.fixture(scope="session")
def small_cnn() -> lutra.Model:
    """conv 4 - relu - pool - conv 6 - relu - pool - fc 10 on 8x8 images, batch 16."""
    net = NetworkBuilder(16, 1, 8, 8)
    net.conv("c1", 4, 3, padding=1).relu().max_pool()
    net.conv("c2", 6, 3, padding=1).relu().max_pool().flatten().linear("f1", 10)
    return lutra.load(net.text())
