#!/usr/bin/env python3
"""Modules of a given size, to see how compilation grows.

usage: growth.py KIND SIZE > module.mlir

A module of twice the size should cost twice as much. Tests in test/ look at what made a
kind grow faster once.
"""

import itertools
import sys

VECTOR = "tensor<64xf32>"
MATRIX = "tensor<4x16xf32>"


def function(arguments: list[str], body: list[str], result: str, type_: str) -> str:
    """@main of the given arguments, which ends by returning `result`."""
    lines = [f"func.func @main({', '.join(arguments)}) -> {type_} {{", *body]
    return "\n".join([*lines, f"  return {result} : {type_}", "}"])


def binary(i: int, left: str, right: str) -> str:
    """An elementwise operation of two vectors that no folding removes."""
    return f"  %x{i} = arith.{('addf', 'mulf', 'subf')[i % 3]} {left}, {right} : {VECTOR}"


def chain(size: int) -> str:
    """Elementwise operations of which each reads the one before."""
    values = ["%a", *(f"%x{i}" for i in range(size))]
    body = [binary(i, values[i], "%b") for i in range(size)]
    return function([f"%a: {VECTOR}", f"%b: {VECTOR}"], body, values[-1], VECTOR)


def wide(size: int) -> str:
    """A chain whose every operation has an operand of its own."""
    values = ["%a", *(f"%x{i}" for i in range(size))]
    body = [binary(i, values[i], f"%b{i}") for i in range(size)]
    arguments = [f"%a: {VECTOR}", *(f"%b{i}: {VECTOR}" for i in range(size))]
    return function(arguments, body, values[-1], VECTOR)


def residual(size: int) -> str:
    """A chain in which each operation reads the two before."""
    values = ["%a", "%b", *(f"%x{i}" for i in range(size))]
    body = [binary(i, values[i], values[i + 1]) for i in range(size)]
    return function([f"%a: {VECTOR}", f"%b: {VECTOR}"], body, values[-1], VECTOR)


def reshapes(size: int) -> str:
    """Elementwise operations with reshapes in between."""
    grid = "tensor<8x8xf32>"
    body = []
    for i in range(size):
        source = f"%x{i - 1}" if i else "%a"
        body += [
            f"  %r{i} = tensor.expand_shape {source} [[0, 1]] output_shape [8, 8]"
            f" : {VECTOR} into {grid}",
            f"  %y{i} = math.exp %r{i} : {grid}",
            f"  %z{i} = tensor.collapse_shape %y{i} [[0, 1]] : {grid} into {VECTOR}",
            binary(i, f"%z{i}", "%a"),
        ]
    return function([f"%a: {VECTOR}"], body, f"%x{size - 1}", VECTOR)


def layers(size: int) -> str:
    """Fully connected layers with a bias and ReLU, exact."""
    arguments = [f'%a: {MATRIX} {{approx.name = "x", approx.role = "input"}}']
    body = [
        "  %zero = arith.constant 0.0 : f32",
        f"  %zeros = arith.constant dense<0.0> : {MATRIX}",
        f"  %e = tensor.empty() : {MATRIX}",
    ]
    for i in range(size):
        for name, shape in (("w", "16x16"), ("b", "16")):
            arguments.append(
                f"%{name}{i}: tensor<{shape}xf32>"
                f' {{approx.name = "{name}{i}", approx.role = "parameter"}}'
            )
        source = f"%x{i - 1}" if i else "%a"
        body += [
            f"  %f{i} = linalg.fill ins(%zero : f32) outs(%e : {MATRIX}) -> {MATRIX}",
            f"  %m{i} = linalg.matmul ins({source}, %w{i} : {MATRIX}, tensor<16x16xf32>)"
            f" outs(%f{i} : {MATRIX}) -> {MATRIX}",
            f"  %c{i} = linalg.broadcast ins(%b{i} : tensor<16xf32>) outs(%e : {MATRIX})"
            " dimensions = [0]",
            f"  %s{i} = arith.addf %m{i}, %c{i} : {MATRIX}",
            f"  %x{i} = arith.maximumf %s{i}, %zeros : {MATRIX}",
        ]
    return function(arguments, body, f"%x{size - 1}", MATRIX)


def nested(size: int) -> str:
    """Functions of which each calls the one before, once."""
    return called(size, 1)


def doubled(size: int) -> str:
    """Functions of which each calls the one before twice: 2^size operations."""
    return called(size, 2)


def called(size: int, times: int) -> str:
    """Functions of which each calls the one before `times` times."""
    text = [
        f"func.func private @f0(%x: {VECTOR}) -> {VECTOR} {{",
        f"  %y = arith.addf %x, %x : {VECTOR}",
        f"  return %y : {VECTOR}",
        "}",
    ]
    for i in range(1, size + 1):
        values = ["%x", *(f"%y{n}" for n in range(times))]
        text.append(f"func.func private @f{i}(%x: {VECTOR}) -> {VECTOR} {{")
        for before, value in itertools.pairwise(values):
            text.append(f"  {value} = call @f{i - 1}({before}) : ({VECTOR}) -> {VECTOR}")
        text += [f"  return {values[-1]} : {VECTOR}", "}"]
    body = [f"  %r = call @f{size}(%a) : ({VECTOR}) -> {VECTOR}"]
    return "\n".join([*text, function([f"%a: {VECTOR}"], body, "%r", VECTOR)])


KINDS = {f.__name__: f for f in (chain, wide, residual, reshapes, layers, nested, doubled)}

if __name__ == "__main__":
    print(KINDS[sys.argv[1]](int(sys.argv[2])))
