"""MACs per product of multipliers as exact int8 products.

usage: python benchmarks/factorize.py [MULTIPLIER ...] [--json FILE]

Without multipliers: every built-in family in 8x8 with typical parameters.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from pathlib import Path

import lutra

FAMILIES = [
    "exact",
    "truncated:8x8:drop=4",
    "truncated:8x8:drop=8",
    "truncated:8x8:drop=8:compensation=mean",
    "truncated:8x8:drop=12",
    "broken_array:8x8:vbl=6:hbl=2",
    "kulkarni:8x8",
    "mitchell:8x8",
    "mitchell:8x8:compensation=mean",
    "iterated_mitchell:8x8",
    "drum:8x8:k=3",
    "drum:8x8:k=4",
    "drum:8x8:k=6",
    "roba:8x8",
    "static_segment:8x8:m=4",
    "dynamic_segment:8x8:m=4",
    "sdlc:8x8:depth=2",
    "sdlc:8x8:depth=4:columns=8",
    "or_compressed:8x8",
    "sign_magnitude(truncated:8x8:drop=8)",
    "drum:s8xs8:k=4",
]


def main() -> None:
    """Factorise, print a table, write JSON."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("multipliers", nargs="*", default=FAMILIES)
    parser.add_argument("--json", metavar="FILE", help="write the rows there")
    arguments = parser.parse_args()
    rows = []
    print(f"{'multiplier':<42} {'MACs':>5} {'bound':>6} {'seconds':>8}  strategy")
    for text in arguments.multipliers:
        multiplier = lutra.Multiplier(text)
        start = time.perf_counter()
        factors = multiplier.factorization
        seconds = time.perf_counter() - start
        if not (factors.table() == multiplier.table).all():
            raise SystemExit(f"the factors of {text} do not give its table")
        name = Path(text).name if Path(text).exists() else text
        print(
            f"{name:<42} {factors.macs:>5} {factors.lower_bound:>6} {seconds:>8.2f}  "
            f"{factors.strategy}",
            flush=True,
        )
        rows.append(
            {
                "name": name,
                "hash": multiplier.hash,
                "macs": factors.macs,
                "lower_bound": factors.lower_bound,
                "strategy": factors.strategy,
                "seconds": seconds,
            }
        )
    print(f"median {statistics.median(row['macs'] for row in rows):g} MACs per product")
    if arguments.json:
        Path(arguments.json).write_text(json.dumps(rows, indent=2) + "\n")


if __name__ == "__main__":
    main()
