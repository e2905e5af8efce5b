"""Convolutions as linalg.generic whose loops come in many orders.

Without arguments: prints a module, one function for each order. With the lowered
module's path: compares the arguments of each call with what the kernel's
interface asks for, of which the reference is the meaning of the indexing maps.
"""

import itertools
import re
import sys

SIZES = {"n": 2, "f": 3, "oh": 4, "ow": 8, "c": 5, "kh": 3, "kw": 2}
STRIDES, DILATIONS = (2, 1), (1, 3)
HEIGHT = (SIZES["oh"] - 1) * 2 + (SIZES["kh"] - 1) * 1 + 1
WIDTH = (SIZES["ow"] - 1) * 1 + (SIZES["kw"] - 1) * 3 + 1
# Every 97th of the 5040 orders.
ORDERS = list(itertools.permutations(SIZES))[::97]
# The image's dimensions, each as it is stored: height first, and width first.
LAYOUTS = [("n", "c", "h", "w"), ("w", "n", "h", "c")]

INDEX = {"h": "oh * 2 + kh", "w": "kw * 3 + ow"}
EXTENT = {"n": SIZES["n"], "c": SIZES["c"], "h": HEIGHT, "w": WIDTH}


def shape(sizes):
    return "memref<" + "".join(f"{size}x" for size in sizes) + "f32>"


def strides(sizes):
    result = [1]
    for size in reversed(sizes[1:]):
        result.insert(0, result[0] * size)
    return result


def print_module():
    for number, (order, layout) in enumerate(itertools.product(ORDERS, LAYOUTS)):
        loops = ", ".join(order)
        kinds = ", ".join(
            '"reduction"' if loop in ("c", "kh", "kw") else '"parallel"' for loop in order
        )
        image = ", ".join(INDEX.get(dim, dim) for dim in layout)
        types = (
            shape([EXTENT[dim] for dim in layout]),
            shape([SIZES[dim] for dim in ("f", "c", "kh", "kw")]),
            shape([SIZES[dim] for dim in ("n", "f", "oh", "ow")]),
        )
        maps = ", ".join(
            f"affine_map<({loops}) -> ({results})>"
            for results in (image, "f, c, kh, kw", "n, f, oh, ow")
        )
        print(f"""
func.func @order{number}(%x: {types[0]}, %w: {types[1]}, %y: {types[2]}) {{
  linalg.generic {{indexing_maps = [{maps}], iterator_types = [{kinds}]}}
      ins(%x, %w : {types[0]}, {types[1]}) outs(%y : {types[2]}) {{
  ^bb0(%a: f32, %b: f32, %o: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %o, %p : f32
    linalg.yield %s : f32
  }}
  return
}}""")


def expected(layout):
    """(accumulate, n g c h w f kh kw oh ow, strides, dilations, strides of x, w, y)."""
    axes = ("h", "w") if layout.index("h") < layout.index("w") else ("w", "h")
    two = [0 if axis == "h" else 1 for axis in axes]
    x = dict(zip(layout, strides([EXTENT[dim] for dim in layout])))
    names_w, names_y = ("f", "c", "kh", "kw"), ("n", "f", "oh", "ow")
    w = dict(zip(names_w, strides([SIZES[dim] for dim in names_w])))
    y = dict(zip(names_y, strides([SIZES[dim] for dim in names_y])))
    return (
        [1, SIZES["n"], 1, SIZES["c"], *(EXTENT[axis] for axis in axes), SIZES["f"]]
        + [SIZES["k" + axis] for axis in axes]
        + [SIZES["o" + axis] for axis in axes]
        + [STRIDES[i] for i in two]
        + [DILATIONS[i] for i in two]
        + [x["n"], 0, x["c"], *(x[axis] for axis in axes)]
        + [0, w["f"], w["c"], *(w["k" + axis] for axis in axes)]
        + [y["n"], 0, y["f"], *(y["o" + axis] for axis in axes)]
    )


def check(path):
    functions = re.split(r"func\.func @order(\d+)", open(path).read())[1:]
    bodies = dict(zip(map(int, functions[::2]), functions[1::2]))
    cases = list(itertools.product(ORDERS, LAYOUTS))
    assert len(bodies) == len(cases), len(bodies)
    for number, (order, layout) in enumerate(cases):
        body = bodies[number]
        constants = {
            name: int(value)
            for name, value in re.findall(r"(%\w+) = arith\.constant (-?\d+) : i64", body)
        }
        call = re.search(r"call @lutra_rt_conv_2d_f32\(([^)]*)\)", body)
        assert call, f"{order} of {layout}: no call"
        actual = [constants[name] for name in call[1].split(", ") if name in constants]
        assert actual == expected(layout), f"{order} of {layout}: {actual} != {expected(layout)}"
    print(f"{len(cases)} orders agree")


if len(sys.argv) > 1:
    check(sys.argv[1])
else:
    print_module()
