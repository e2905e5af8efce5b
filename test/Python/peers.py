"""Running what peers ship to test themselves where no death stops it, and telling of it."""

from __future__ import annotations

import collections
import json
import re
import selectors
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "coverage.md"


def answers(
    command: Sequence[str], batches: Iterable[list[str]], seconds: float
) -> Iterator[tuple[str, str]]:
    """Name and verdict of each case; a worker that dies is started anew behind its batch.

    The worker reads the batches as JSON; it prints a line of JSON before each, with its names, and
    another with names and verdicts behind it.
    """
    left = list(batches)
    while left:
        pipe = subprocess.PIPE
        with subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
        ) as worker:
            assert worker.stdin
            assert worker.stdout
            worker.stdin.write(json.dumps(left).encode())
            worker.stdin.close()
            selector = selectors.DefaultSelector()
            selector.register(worker.stdout, selectors.EVENT_READ)
            end = "the process died"
            while True:
                if not selector.select(seconds):
                    end = f"no end within {seconds:g} s"
                    worker.kill()
                    break
                line = worker.stdout.readline()
                if not line:
                    break
                parts = json.loads(line)
                if len(parts) == 2:
                    left.remove(parts[0])
                    yield from zip(*parts, strict=True)
        if left:
            guilty = left.pop(0)
            if len(guilty) > 1:  # one of them: each alone
                left = [[name] for name in guilty] + left
            else:
                yield guilty[0], f"wrong: {end}"


def markdown(suites: Sequence[str], found: dict[str, str]) -> str:
    """Counts, and what is not right with its reason; cases of one reason are one row."""
    lines = ["| suite | right | refused | wrong | skipped |", "|---|---|---|---|---|"]
    kinds = ("right", "refused", "wrong", "skipped")
    for suite in suites:
        count = collections.Counter(
            what.split(":")[0] for name, what in found.items() if name.startswith(f"{suite} ")
        )
        if count:
            lines.append(f"| {suite} | " + " | ".join(str(count[kind]) for kind in kinds) + " |")
    reasons: dict[str, list[str]] = {}
    for name, what in found.items():
        if not what.startswith(("right", "skipped")):
            entry = re.sub(r"^\w+/test_", "", name.split(" ", 1)[1].split("[")[0])
            names = reasons.setdefault(what, [])
            if entry not in names:
                names.append(entry)
    lines += ["", "| not right | of |", "|---|---|"]
    for what, names in sorted(reasons.items()):
        lines.append(f"| {what.replace('|', chr(92) + '|')} | {', '.join(sorted(names))} |")
    return "\n".join(lines) + "\n"


@dataclass(frozen=True)
class Record:
    """The committed list of verdicts of some suites, and their table in docs/coverage.md."""

    path: Path
    mark: str
    suites: tuple[str, ...]

    def listed(self) -> dict[str, str]:
        """Verdicts by suite and name."""
        found: dict[str, str] = json.loads(self.path.read_text()) if self.path.exists() else {}
        return found

    def page(self) -> tuple[str, str, str]:
        """What is before the table, the table, and what is behind it."""
        begin, end = f"<!-- {self.mark} -->\n", f"<!-- end of {self.mark} -->\n"
        before, rest = PAGE.read_text().split(begin)
        table, after = rest.split(end)
        return before + begin, table, end + after

    def compare(self, found: dict[str, str], *, is_all: bool, update: bool) -> bool:
        """Print what differs from the list, and whether nothing does; write it if asked to."""
        listed = self.listed()
        changed = {name: what for name, what in found.items() if listed.get(name) != what}
        for name, what in changed.items():
            print(f"{name}: {what} (before: {listed.get(name, 'not there')})")
        if update:
            listed = found if is_all else {**listed, **found}
            self.path.write_text(json.dumps(listed, indent=0) + "\n")
            before, _, after = self.page()
            PAGE.write_text(before + markdown(self.suites, listed) + after)
        return not changed


def tell(suite: str, cases: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Verdicts by suite and name, each printed when it is known."""
    found = {}
    for name, what in cases:
        found[f"{suite} {name}"] = what
        print(f"{suite} {name}: {what}", file=sys.stderr, flush=True)
    return found
