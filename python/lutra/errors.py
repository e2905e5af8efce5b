"""The exceptions of this package: one small hierarchy under `LutraError`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any


class LutraError(Exception):
    """Base of every error that this package raises on purpose."""


@dataclass(frozen=True)
class Diagnostic:
    """What the compiler said, and where.

    Attributes
    ----------
    severity : str
        ``"error"``, ``"warning"``, ``"remark"`` or ``"note"``.
    message : str
    file : str or None
        Name of the text, as given when it was parsed.
    line, column : int or None
        Counted from one.
    notes : tuple of Diagnostic
    layer : str or None
        Path of the layer in the framework's model, where it was imported.
    """

    severity: str
    message: str
    file: str | None = None
    line: int | None = None
    column: int | None = None
    notes: tuple[Diagnostic, ...] = field(default=())
    layer: str | None = None

    @staticmethod
    def from_json(data: dict[str, Any]) -> Diagnostic:
        """Read one element of what the C API returns."""
        return Diagnostic(
            data["severity"],
            data["message"],
            data["file"],
            data["line"],
            data["column"],
            tuple(Diagnostic.from_json(note) for note in data["notes"]),
            data.get("layer"),
        )

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}: " if self.file else ""
        layer = f" (layer {self.layer!r})" if self.layer else ""
        lines = [f"{where}{self.severity}: {self.message}{layer}"]
        lines += [f"  {note}" for note in self.notes]
        return "\n".join(lines)


class CompileError(LutraError):
    """The compiler refused a module, a pipeline or its options.

    Attributes
    ----------
    diagnostics : tuple of Diagnostic
        Everything the compiler said, in order; empty where it said no more
        than the message.
    """

    def __init__(self, message: str, diagnostics: Sequence[Diagnostic] = ()) -> None:
        super().__init__(message)
        self.diagnostics = tuple(diagnostics)

    def __str__(self) -> str:
        message = str(self.args[0])
        said = [str(item) for item in self.diagnostics if item.severity == "error"]
        # The first diagnostic is usually the message, with its location.
        if said and any(item.message in message for item in self.diagnostics):
            return "\n".join(said)
        return "\n".join([message, *said])


class InputError(LutraError, ValueError):
    """An argument has the wrong shape, type or value; nothing ran."""


class StepError(LutraError, ArithmeticError):
    """A step met a value that is not finite; no state was changed.

    Attributes
    ----------
    what : str
        What was first not finite: ``"inputs"``, ``"ranges"``, ``"loss"`` or
        ``"gradients"``; for an evaluation, the range that is still empty.
    """

    def __init__(self, message: str, what: str) -> None:
        super().__init__(message)
        self.what = what


class FileError(LutraError, OSError):
    """The system cannot write a file; what was there is as it was."""

    def __str__(self) -> str:
        return f"{self.filename}: {self.strerror}"


class FrontendError(LutraError):
    """A model of another framework cannot be imported, or its packages are not there."""


class MultiplierError(LutraError, ValueError):
    """A multiplier's specification, table or gradient estimator is wrong."""


class MultiplierWarning(UserWarning):
    """A multiplier's file was read, but may be meant differently."""
