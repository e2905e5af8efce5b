"""Compares the runtime's kernels with the reference lowering.

For each case of a table: writes a module with a random multiplier (random
entries, so that AM(0, 0) != 0 and AM(a, b) != AM(b, a)), its forward op and
both LUT-2D gradients, and lets approx-run compare the two lowerings on one and
two threads. Forward results must be equal bit for bit.

With --factorized, multipliers are made of 0 to 5 random columns, and the forward
op is compared in factorised form, with the runtime's kernels and lowered as the
reference is, with the look-up.
"""

import argparse
import hashlib
import itertools
import random
import struct
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Operand:
    """An operand type: `ui8`, `si4`, ..."""

    text: str

    @property
    def bits(self) -> int:
        return int(self.text[2:])

    @property
    def signed(self) -> bool:
        return self.text[0] == "s"

    @property
    def lo(self) -> int:
        return -(1 << (self.bits - 1)) if self.signed else 0

    @property
    def hi(self) -> int:
        return self.lo + (1 << self.bits) - 1

    @property
    def codes(self) -> str:
        """Random codes, as signless i8 shows them."""
        if self.bits == 8:
            return "random"
        return f"random:{self.lo}:{self.hi}"

    def values(self) -> list[int]:
        """All values in bit-pattern order."""
        count = 1 << self.bits
        half = count // 2
        return [i - count if self.signed and i >= half else i for i in range(count)]


def multiplier(lhs: Operand, rhs: Operand, seed: int) -> str:
    """An approx.multiplier @m with a random table."""
    generator = random.Random(seed)
    bound = 1 << (lhs.bits + rhs.bits - 1)
    table = [generator.randint(-bound, bound) for _ in range(1 << (lhs.bits + rhs.bits))]
    table[0] = bound - 1
    return written(lhs, rhs, table)


def factorized_multiplier(lhs: Operand, rhs: Operand, seed: int) -> str:
    """One made of random factors, with the shifts and terms that it carries."""
    generator = random.Random(seed)
    rows, columns = 1 << lhs.bits, 1 << rhs.bits
    bound = rows * columns // 8
    lhs_term, rhs_term = (
        [generator.randint(-bound, bound) for _ in range(size)] for size in (rows, columns)
    )
    table = [row + column for row in lhs_term for column in rhs_term]
    count = seed % 6
    shifts, left, right = [], [], []
    for _ in range(count):
        shift, reach = generator.choice([(0, 127), (0, 3), (1, 127), (4, 15)])
        other = bound // (count * (reach + 1) << shift)
        if other == 0:
            shift, reach, other = 0, 1, 1
        u = [generator.randint(-reach - 1, reach) for _ in range(rows)]
        v = [generator.randint(-min(other, 128), min(other, 127)) for _ in range(columns)]
        table = [e + (u[i // columns] * v[i % columns] << shift) for i, e in enumerate(table)]
        shifts.append(shift)
        left += u
        right += v

    def dense(values: list[int], code: str, type: str) -> str:
        data = struct.pack(f"<{len(values)}{code}", *values).hex().upper()
        return f'dense<"0x{data}"> : {type}' if values else f"dense<> : {type}"

    factors = (
        f"#approx.factors<shifts = {shifts}, "
        f"lhs = {dense(left, 'b', f'tensor<{count}x{rows}xi8>')}, "
        f"rhs = {dense(right, 'b', f'tensor<{count}x{columns}xi8>')}, "
        f"lhs_term = {dense(lhs_term, 'i', f'tensor<{rows}xi32>')}, "
        f"rhs_term = {dense(rhs_term, 'i', f'tensor<{columns}xi32>')}>"
    )
    return written(lhs, rhs, table).removesuffix("}") + f", factors = {factors}}}"


def written(lhs: Operand, rhs: Operand, table: list[int]) -> str:
    """The approx.multiplier @m of a table."""
    data = struct.pack(f"<{len(table)}i", *table)
    exact = [a * b for a in lhs.values() for b in rhs.values()]
    errors = [entry - product for entry, product in zip(table, exact)]
    types = f"{lhs.text}x{rhs.text}\n".encode()
    digest = hashlib.sha256(types + data).hexdigest()
    shape = f"tensor<{1 << lhs.bits}x{1 << rhs.bits}xi32>"
    return (
        f"approx.multiplier @m {{lhs = {lhs.text}, rhs = {rhs.text}, "
        f'table = dense<"0x{data.hex().upper()}"> : {shape}, hash = "{digest}", '
        f"bounds = array<i64: {min(table)}, {max(table)}>, "
        f"error_bounds = array<i64: {min(errors)}, {max(errors)}>}}"
    )


def shape(sizes: tuple[int, ...], element: str) -> str:
    return "tensor<" + "".join(f"{size}x" for size in sizes) + element + ">"


@dataclass(frozen=True)
class Case:
    kind: str  # matmul, batch_matmul or conv_2d
    lhs: str  # types of the op's operands, not of AM's
    rhs: str
    sizes: tuple[int, ...]  # lhs, rhs and result: see shapes()
    order: str = "lhs_first"
    zero_points: tuple[str, str] = ("lo", "hi")  # lo, hi, or channel
    attributes: str = ""
    accumulator: str = "i32"
    groups: int = 1  # channels are those of one
    skipped: tuple[int, int, int, int] | None = None  # top, bottom, left, right of the image

    def shapes(self) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
        if self.kind == "matmul":
            m, n, k = self.sizes
            a = (k, m) if "lhs_transposed" in self.attributes else (m, k)
            b = (n, k) if "rhs_transposed" in self.attributes else (k, n)
            return a, b, (m, n)
        if self.kind == "batch_matmul":
            batch, m, n, k = self.sizes
            a = (k, m) if "lhs_transposed" in self.attributes else (m, k)
            b = (n, k) if "rhs_transposed" in self.attributes else (k, n)
            return (batch, *a), (batch, *b), (batch, m, n)
        n, c, h, w, f, kh, kw, stride_h, stride_w, dilation_h, dilation_w = self.sizes
        oh = (h - (kh - 1) * dilation_h - 1) // stride_h + 1
        ow = (w - (kw - 1) * dilation_w - 1) // stride_w + 1
        g = self.groups
        if "ngchw" in self.attributes:
            return (n, g, c, h, w), (g, f, c, kh, kw), (n, g, f, oh, ow)
        if "nhwgc" in self.attributes:
            return (n, h, w, g, c), (g, f, kh, kw, c), (n, oh, ow, g, f)
        if "nhwc" in self.attributes:
            return (n, h, w, c), (kh, kw, c, f), (n, oh, ow, f)
        return (n, c, h, w), (f, c, kh, kw), (n, f, oh, ow)

    def channels(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Shape of a zero point per channel, of lhs and of rhs."""
        if self.attributes in (NGCHW, NHWGC):
            return (0,), (self.groups, self.sizes[4])
        if self.kind == "conv_2d":
            return (0,), (self.sizes[4],)
        return (self.sizes[-3],), (self.sizes[-2],)

    def padded(self, sizes: tuple[int, ...], zero: int) -> tuple[str, str]:
        """The argument that lhs comes from, and what pads it with the zero point."""
        if self.skipped is None:
            return f"%a: {shape(sizes, 'i8')}", ""
        first = {NCHW: 2, NGCHW: 3}.get(self.attributes, 1)
        low, high = [0] * len(sizes), [0] * len(sizes)
        low[first], high[first], low[first + 1], high[first + 1] = self.skipped
        inner = shape(tuple(s - i - j for s, i, j in zip(sizes, low, high)), "i8")
        indices = ", ".join(f"%i{i}: index" for i in range(len(sizes)))
        pad = f"""%code = arith.constant {zero - 256 if zero > 127 else zero} : i8
  %a = tensor.pad %x low{low} high{high} {{
  ^bb0({indices}):
    tensor.yield %code : i8
  }} : {inner} to {shape(sizes, "i8")}
  """
        return f"%x: {inner}", pad

    def module(self, seed: int, factorized: bool) -> tuple[str, list[str]]:
        """The module's text and what approx-run's --args says."""
        lhs, rhs = Operand(self.lhs), Operand(self.rhs)
        first, second = (rhs, lhs) if self.order == "rhs_first" else (lhs, rhs)
        a, b, c = self.shapes()
        hws = 0 if min(lhs.bits, rhs.bits) == 2 else 2
        attributes = [
            f'gradient = #approx.gradient<"lut-2d:hws={hws}:boundary=secant">',
            f"order = #approx.order<{self.order}>",
        ]
        if self.kind == "conv_2d":
            sh, sw, dh, dw = self.sizes[7:]
            attributes += [
                f"strides = array<i64: {sh}, {sw}>",
                f"dilations = array<i64: {dh}, {dw}>",
            ]
        if self.attributes:
            attributes.append(self.attributes)
        if self.skipped:
            attributes.append(f"skipped_padding = array<i64: {str(self.skipped)[1:-1]}>")
        text = "{" + ", ".join(attributes) + "}"
        zero_types, zero_args = [], []
        for operand, choice, channels in zip((lhs, rhs), self.zero_points, self.channels()):
            per_channel = choice == "channel"
            zero_types.append(shape(channels if per_channel else (), "i32"))
            zero_args.append(
                f"random:{operand.lo}:{operand.hi}"
                if per_channel
                else str(getattr(operand, choice))
            )
        ta, tb, tc = shape(a, "i8"), shape(b, "i8"), shape(c, self.accumulator)
        fa, fb, fc = shape(a, "f32"), shape(b, "f32"), shape(c, "f32")
        za, zb = zero_types
        argument, pad = self.padded(a, getattr(lhs, self.zero_points[0], 0))
        forward = f"""{pad}%ec = tensor.empty() : {tc}
  %c = approx.{self.kind} @m ins(%a, %b : {ta}, {tb}) zero_points(%za, %zb : {za}, {zb})
      outs(%ec : {tc}) {text} -> {tc}"""
        if factorized:
            module = f"""
{factorized_multiplier(first, second, seed)}
func.func @main({argument}, %b: {tb}, %za: {za}, %zb: {zb}) -> {tc} {{
  {forward}
  return %c : {tc}
}}
"""
            return module, [lhs.codes, rhs.codes, *zero_args]
        gradients = ("conv_2d_grad_input", "conv_2d_grad_filter")
        if self.kind != "conv_2d":
            gradients = (f"{self.kind}_grad_lhs", f"{self.kind}_grad_rhs")
        module = f"""
{multiplier(first, second, seed)}
func.func @main({argument}, %b: {tb}, %za: {za}, %zb: {zb}, %dc: {fc}) -> ({tc}, {fa}, {fb}) {{
  {forward}
  %ea = tensor.empty() : {fa}
  %da = approx.{gradients[0]} ins(%dc, %b : {fc}, {tb}) quantized @m(%a, %zb : {ta}, {zb})
      outs(%ea : {fa}) {text} -> {fa}
  %eb = tensor.empty() : {fb}
  %db = approx.{gradients[1]} ins(%dc, %a : {fc}, {ta}) quantized @m(%b, %za : {tb}, {za})
      outs(%eb : {fb}) {text} -> {fb}
  return %c, %da, %db : {tc}, {fa}, {fb}
}}
"""
        return module, [lhs.codes, rhs.codes, *zero_args, "random"]


NHWC = "layout = #approx.layout<nhwc_hwcf>"
NCHW = "layout = #approx.layout<nchw_fchw>"
NGCHW = "layout = #approx.layout<ngchw_gfchw>"
NHWGC = "layout = #approx.layout<nhwgc_gfhwc>"
BOTH = "lhs_transposed, rhs_transposed"

CASES = {
    "matmul": [
        Case("matmul", "ui8", "ui8", (16, 64, 32)),
        # Every tail: one less and one more than what vectors and blocks take.
        Case("matmul", "ui8", "ui8", (1, 1, 1), zero_points=("hi", "hi")),
        Case("matmul", "ui8", "ui8", (17, 65, 33), zero_points=("hi", "lo")),
        Case("matmul", "ui8", "ui8", (3, 63, 1), zero_points=("lo", "lo")),
        Case("matmul", "ui8", "ui8", (1, 129, 257), order="rhs_first"),
        Case("matmul", "si8", "ui8", (9, 31, 70), zero_points=("lo", "channel")),
        Case("matmul", "si8", "ui8", (9, 31, 70), "rhs_first", ("channel", "hi")),
        Case("matmul", "ui4", "si8", (12, 33, 40), attributes="lhs_transposed"),
        Case("matmul", "ui7", "ui7", (33, 20, 19), attributes="rhs_transposed"),
        Case("matmul", "si7", "si3", (5, 66, 130), "rhs_first", ("hi", "lo"), BOTH),
        Case("matmul", "ui2", "ui8", (130, 7, 5), zero_points=("channel", "channel")),
        # More products than i32 can be sure of.
        Case("matmul", "ui8", "si8", (2, 5, 70000), zero_points=("hi", "lo"), accumulator="i64"),
        Case("batch_matmul", "ui8", "ui8", (3, 10, 17, 18), zero_points=("hi", "lo")),
        Case("batch_matmul", "si4", "ui8", (2, 7, 9, 65), "rhs_first", attributes=BOTH),
    ],
    "conv": [
        Case("conv_2d", "ui8", "ui8", (2, 3, 9, 8, 5, 3, 3, 1, 1, 1, 1), attributes=NCHW),
        Case(
            "conv_2d",
            "ui8",
            "ui8",
            (2, 3, 9, 8, 5, 3, 3, 1, 1, 1, 1),
            "rhs_first",
            ("hi", "channel"),
            NHWC,
        ),
        Case(
            "conv_2d",
            "ui8",
            "si8",
            (1, 1, 12, 13, 17, 5, 4, 2, 3, 1, 1),
            "rhs_first",
            ("hi", "lo"),
            NCHW,
        ),
        Case("conv_2d", "si8", "ui4", (2, 4, 11, 12, 6, 2, 3, 1, 2, 3, 2), attributes=NHWC),
        Case(
            "conv_2d",
            "ui7",
            "si7",
            (1, 6, 7, 7, 3, 1, 1, 2, 2, 1, 1),
            "rhs_first",
            ("lo", "channel"),
            NCHW,
        ),
        Case("conv_2d", "ui8", "ui8", (1, 2, 5, 5, 65, 5, 5, 1, 1, 1, 1), attributes=NCHW),
        Case(
            "conv_2d",
            "ui8",
            "ui8",
            (3, 2, 6, 70, 4, 3, 3, 1, 1, 1, 1),
            zero_points=("lo", "lo"),
            attributes=NCHW,
        ),
    ],
    # Padding that is left out: uneven, of strides and dilations, wider than the
    # window, in every layout.
    "skipped": [
        Case(
            "conv_2d",
            "ui8",
            "ui8",
            (2, 3, 9, 8, 5, 3, 3, 1, 1, 1, 1),
            zero_points=("hi", "lo"),
            attributes=NCHW,
            skipped=(1, 1, 1, 1),
        ),
        Case(
            "conv_2d",
            "ui8",
            "si8",
            (2, 3, 12, 13, 17, 5, 4, 2, 3, 1, 1),
            "rhs_first",
            ("hi", "channel"),
            NHWC,
            skipped=(2, 1, 0, 3),
        ),
        Case(
            "conv_2d",
            "si8",
            "ui4",
            (3, 4, 11, 12, 6, 2, 3, 1, 2, 3, 2),
            zero_points=("lo", "channel"),
            attributes=NCHW,
            skipped=(0, 4, 5, 0),
        ),
        Case(
            "conv_2d",
            "ui8",
            "ui8",
            (2, 2, 7, 9, 5, 3, 3, 1, 2, 1, 1),
            "rhs_first",
            ("hi", "channel"),
            NGCHW,
            groups=3,
            skipped=(1, 2, 2, 1),
        ),
        Case(
            "conv_2d",
            "si7",
            "ui8",
            (2, 1, 7, 9, 3, 3, 5, 2, 1, 1, 1),
            zero_points=("lo", "hi"),
            attributes=NHWGC,
            groups=5,
            skipped=(1, 1, 2, 2),
        ),
    ],
    "grouped": [
        Case(
            "conv_2d", "ui8", "ui8", (2, 4, 9, 8, 3, 3, 3, 1, 1, 1, 1), attributes=NGCHW, groups=3
        ),
        Case(
            "conv_2d",
            "ui8",
            "si8",
            (2, 3, 10, 9, 5, 3, 2, 2, 1, 1, 3),
            "rhs_first",
            ("hi", "channel"),
            NHWGC,
            groups=2,
        ),
        # Depthwise, with as many channels out and with three times as many.
        Case(
            "conv_2d",
            "ui8",
            "ui8",
            (2, 1, 11, 10, 1, 3, 3, 2, 2, 1, 1),
            "rhs_first",
            ("hi", "channel"),
            NGCHW,
            groups=19,
        ),
        Case(
            "conv_2d",
            "si8",
            "ui4",
            (1, 1, 7, 20, 3, 5, 3, 1, 1, 1, 2),
            zero_points=("lo", "channel"),
            attributes=NHWGC,
            groups=7,
        ),
        # One dimension, and one group.
        Case(
            "conv_2d", "ui7", "si7", (3, 2, 1, 70, 4, 1, 5, 1, 3, 1, 1), attributes=NGCHW, groups=4
        ),
        Case(
            "conv_2d",
            "ui8",
            "ui8",
            (2, 3, 6, 6, 4, 3, 3, 1, 1, 1, 1),
            zero_points=("hi", "channel"),
            attributes=NGCHW,
        ),
        # More filters than places.
        Case(
            "conv_2d",
            "ui8",
            "ui8",
            (1, 2, 3, 4, 30, 3, 3, 1, 1, 1, 1),
            zero_points=("hi", "channel"),
            attributes=NGCHW,
            groups=2,
        ),
    ],
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("group", choices=sorted(CASES))
    parser.add_argument("approx_run", help="path of the tool")
    parser.add_argument("--factorized", action="store_true")
    options = parser.parse_args()
    flags = [["--compare-with-reference"]]
    if options.factorized:
        flags.append(["--factorize=all", *flags.pop()])
        flags.append(["--compare=approx-factorize,convert-approx-to-linalg"])
    group, tool = options.group, options.approx_run
    failures = 0
    for seed, case in enumerate(CASES[group]):
        module, arguments = case.module(seed, options.factorized)
        for threads, compare in itertools.product((1, 2), flags):
            command = [tool, "-", *compare, f"--threads={threads}"]
            command += [f"--args={','.join(arguments)}", f"--seed={seed}"]
            done = subprocess.run(command, input=module, capture_output=True, text=True)
            # Integers, and not by luck of a zero tolerance of zeros.
            ok = done.returncode == 0 and "result 0: identical" in done.stdout
            failures += not ok
            if not ok:
                print(
                    f"FAILED {case}, {threads} threads, {compare}\n{done.stdout}{done.stderr[:500]}"
                )
    print(f"{group}: {len(CASES[group])} cases, {failures} failures")
    return failures != 0


if __name__ == "__main__":
    sys.exit(main())
