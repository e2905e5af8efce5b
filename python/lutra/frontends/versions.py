"""Which versions of which packages each frontend was written for."""

from __future__ import annotations

import importlib.metadata
import os
from dataclasses import dataclass

from lutra.errors import FrontendError


@dataclass(frozen=True)
class Frontend:
    """A frontend and what it needs.

    Attributes
    ----------
    function : str
        What the user calls.
    extra : str
        Lutra's optional dependency that installs the packages.
    packages : tuple of (str, str)
        Distribution and version; the last number of a version is free.
    """

    function: str
    extra: str
    packages: tuple[tuple[str, str], ...]


# The importer prints the dialects of the day, so that another version may print text that this
# compiler cannot read, or worse, reads otherwise.
_IREE = ("iree-base-compiler", "3.13.0")
TORCH = Frontend("lutra.from_torch", "torch", (("torch", "2.13.0"), _IREE))
JAX = Frontend("lutra.from_jax", "jax", (("jax", "0.10.2"), ("jaxlib", "0.10.2")))
ONNX = Frontend("lutra.from_onnx", "onnx", (("onnx", "1.23.2"), _IREE))

# For those who want to try another version all the same.
UNCHECKED = "LUTRA_UNCHECKED_VERSIONS"


def installed(package: str) -> str | None:
    """The installed version of a distribution, or None."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def _series(version: str) -> tuple[str, ...]:
    return tuple(version.split("+")[0].split(".")[:2])


def require(frontend: Frontend) -> None:
    """Raise a `FrontendError` where a package is missing or of another version."""
    for package, version in frontend.packages:
        found = installed(package)
        install = f"pip install 'lutra[{frontend.extra}]'"
        if found is None:
            raise FrontendError(
                f"{frontend.function} needs {package} {version}, which is not installed: {install}"
            )
        if _series(found) != _series(version) and not os.environ.get(UNCHECKED):
            raise FrontendError(
                f"{frontend.function} was written for {package} {version}, found {found}: "
                f"{install}, or set {UNCHECKED}=1 to try this version"
            )


def describe(frontend: Frontend) -> str:
    """The installed versions, for messages and for the key of the cache."""
    return ", ".join(f"{package} {installed(package)}" for package, _ in frontend.packages)
