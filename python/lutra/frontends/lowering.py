"""The passes of iree-base-compiler, run where their death is an error of ours.

They take much on trust and end their process, or never end, where it does not hold. So a module
goes as text through the package's own ``iree-opt``, with limits of time and memory, and comes back
as text. Nothing is written to disk: the tool reads and writes pipes, and is killed with this call.
"""

from __future__ import annotations

import dataclasses
import os
import re
import resource
import signal
import subprocess
from pathlib import Path
from typing import Any

import iree.compiler
from iree.compiler import ir

from lutra import _faults

_TOOL = Path(iree.compiler.__file__).parent / "_mlir_libs" / "iree-opt"
# Largest modules known take seconds of the processor: more is a loop without end.
CPU_SECONDS = 60
# Of the clock, for a machine that is busy with other things.
WALL_SECONDS = 900
# Of addresses, if the machine has so much memory.
MEMORY_BYTES = 16 << 30


@dataclasses.dataclass(frozen=True)
class Diagnostic:
    """An error that the passes said.

    Attributes
    ----------
    message : str
        Up to the end of its line.
    location : str
        Name of the location, or empty.
    """

    message: str
    location: str


class LoweringError(Exception):
    """The passes refused the module, died or did not end.

    Attributes
    ----------
    diagnostics : tuple of Diagnostic
        What they said; empty where they died.
    died : bool
        The process died, rather than refuse or run too long.
    """

    died = False

    def __init__(self, message: str, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(message)
        self.diagnostics = diagnostics


def _limit(pid: int) -> None:
    """Set limits from outside: nothing of ours may run between fork and exec."""
    memory = min(MEMORY_BYTES, os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"))
    for kind, limit in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.prlimit(pid, kind)[1]
        limit = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.prlimit(pid, kind, (limit, hard))


def lower(text: str, pipeline: str) -> str:
    """Run a pipeline over the text of a module of one function, with its locations.

    Raises
    ------
    LoweringError
        Where the passes died, its diagnostic is the operation at which they do.
    """
    try:
        return _run(text, pipeline)
    except LoweringError as error:
        culprit = _culprit(text, pipeline) if error.died else None
        if culprit is None:
            raise
        raise LoweringError(str(error), (culprit,)) from None


def _run(text: str, pipeline: str) -> str:
    command = [
        str(_TOOL),
        f"--pass-pipeline={pipeline}",
        "--allow-unregistered-dialect",
        "--mlir-print-debuginfo",
        "--mlir-disable-threading",
        "-",
    ]
    try:
        status, output, said = _communicate(command, text.encode())
    except OSError as error:
        raise LoweringError(f"the importer's passes cannot be run: {error.strerror}") from None
    if status == 0:
        return output.decode()
    errors = said.decode(errors="replace")
    if status < 0:
        death = LoweringError(_died(-status, errors))
        death.died = -status != signal.SIGXCPU
        raise death
    diagnostics = _diagnostics(errors)
    raise LoweringError(diagnostics[0].message if diagnostics else errors.strip(), diagnostics)


def _communicate(command: list[str], text: bytes) -> tuple[int, bytes, bytes]:
    """Status, output and errors of a program that reads `text`."""
    _faults.reach("process")
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as tool:
        try:
            _faults.reach("file")
            _limit(tool.pid)
            output, said = tool.communicate(text, timeout=WALL_SECONDS)
        except ProcessLookupError:
            output, said = tool.communicate()
        except subprocess.TimeoutExpired:
            raise LoweringError(_endless(WALL_SECONDS)) from None
        finally:
            tool.kill()  # also where this thread is interrupted
    return tool.returncode, output, said


def _endless(seconds: int) -> str:
    return f"the importer's passes did not end within {seconds} s"


def _died(number: int, said: str) -> str:
    if number == signal.SIGXCPU:
        return _endless(CPU_SECONDS)
    if "out of memory" in said.lower() or "bad_alloc" in said:
        return f"the importer's passes need more than {MEMORY_BYTES >> 30} GiB of memory"
    try:
        name = signal.Signals(number).name
    except ValueError:
        name = f"signal {number}"
    return f"the importer's passes ended with {name}"


# An error, and the name of its location before or behind the word.
_ERROR = re.compile(r'^.*?(?:loc\("([^"]*)".*?\): )?\berror: (?:loc\("([^"]*)"\): )?(.*)$')
_TRAILING_LOCATION = re.compile(r" loc\(.*?\)$")


def _diagnostics(said: str) -> tuple[Diagnostic, ...]:
    found = []
    for line in said.splitlines():
        match = _ERROR.match(line)
        if match:
            message = _TRAILING_LOCATION.sub("", match[3])
            found.append(Diagnostic(message, match[1] or match[2] or ""))
    return tuple(found)


def _culprit(text: str, pipeline: str) -> Diagnostic | None:
    """The first operation with which the passes die, found by halving the function."""
    context = ir.Context()
    context.allow_unregistered_dialects = True
    low, high = 0, len(_body(ir.Module.parse(text, context))[1]) - 1
    while low < high:
        middle = (low + high) // 2
        try:
            _run(_prefix(text, context, middle), pipeline)
        except LoweringError as error:
            if error.died:
                high = middle
                continue
        low = middle + 1
    _, operations = _body(ir.Module.parse(text, context))
    if high == len(operations) - 1:  # the function's end: as a whole alone
        return None
    operation = operations[high]
    name = _named(operation)
    location = re.match(r'loc\("([^"]*)"', str(operation.location))
    reason = f"the importer's passes die of operator {name}"
    return Diagnostic(reason, location[1] if location else "")


def _named(operation: Any) -> str:
    name = str(operation.name)
    inner = operation.attributes["name"] if name == "torch.operator" else name
    return str(getattr(inner, "value", inner))


def _body(module: Any) -> tuple[Any, list[Any]]:
    """The function, and the operations of its body."""
    function = module.body.operations[0]  # behind it are declarations alone
    return function, [op.operation for op in function.regions[0].blocks[0].operations]


def _prefix(text: str, context: Any, last: int) -> str:
    """The function up to an operation, with all tensors so far as its results."""
    module = ir.Module.parse(text, context)
    function, operations = _body(module)
    results = [
        result
        for operation in operations[: last + 1]
        for result in operation.results
        if str(result.type).startswith("!torch.vtensor")
    ]
    for operation in reversed(operations[last + 1 :]):
        operation.erase()
    block = function.regions[0].blocks[0]
    with ir.Location.unknown(context), ir.InsertionPoint(block):
        ir.Operation.create("func.return", operands=results)
        kind = ir.FunctionType.get(
            [argument.type for argument in block.arguments], [result.type for result in results]
        )
        function.attributes["function_type"] = ir.TypeAttr.get(kind)
    return str(module.operation.get_asm(enable_debug_info=True))


class Locations:
    """Numbers in place of locations, while a module is lowered.

    The tool shows of a location with a file the file alone, and so not the layer.
    """

    _NUMBER = re.compile(r'"lutra\.(\d+)"')

    def __init__(self, context: Any) -> None:
        self._context = context
        self._texts: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, location: Any) -> Any:
        """A location that stands for another."""
        text = str(location)[len("loc(") : -1]
        number = self._numbers.setdefault(text, len(self._texts))
        if number == len(self._texts):
            self._texts.append(text)
        return ir.Location.name(f"lutra.{number}", context=self._context)

    def restore(self, text: str) -> str:
        """Locations in place of the numbers within a text."""
        return self._NUMBER.sub(lambda found: self._texts[int(found[1])], text)

    def of(self, diagnostic: Diagnostic) -> str:
        """The location of a diagnostic, as MLIR writes it."""
        return self.restore(f'loc("{diagnostic.location}")') if diagnostic.location else ""
