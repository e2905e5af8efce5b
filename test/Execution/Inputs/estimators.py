"""Runs a matmul's gradients with each estimator; see ../estimators.test."""

import json
import subprocess
import sys

MODULE = """
approx.multiplier @m {{lhs = ui8, rhs = ui8, spec = #approx.family<"or_compressed">}}
func.func @main(%dc: tensor<9x5xf32>, %a: tensor<9x33xi8>, %b: tensor<33x5xi8>,
                %za: tensor<i32>, %zb: tensor<i32>)
    -> (tensor<9x33xf32>, tensor<33x5xf32>) {{
  %ea = tensor.empty() : tensor<9x33xf32>
  %0 = approx.matmul_grad_lhs ins(%dc, %b : tensor<9x5xf32>, tensor<33x5xi8>)
      quantized @m(%a, %zb : tensor<9x33xi8>, tensor<i32>)
      outs(%ea : tensor<9x33xf32>) {{gradient = #approx.gradient<"{0}">}} -> tensor<9x33xf32>
  %eb = tensor.empty() : tensor<33x5xf32>
  %1 = approx.matmul_grad_rhs ins(%dc, %a : tensor<9x5xf32>, tensor<9x33xi8>)
      quantized @m(%b, %za : tensor<33x5xi8>, tensor<i32>)
      outs(%eb : tensor<33x5xf32>) {{gradient = #approx.gradient<"{0}">}} -> tensor<33x5xf32>
  return %0, %1 : tensor<9x33xf32>, tensor<33x5xf32>
}}
"""
ESTIMATORS = [
    "ste",
    "lut-2d:hws=16",
    "local-ls:hws=4",
    "rank:k=1",
    "rank:k=2:weights=h.json",
    "lut-1d",
    "lut-1d:weights=h.json",
    "table:lhs=g_lhs.npy:rhs=g_rhs.npy",
    "table-1d:lhs=s_lhs.npy:rhs=s_rhs.npy",
]
SEPARABLE = ("ste", "lut-1d", "table-1d")
SAME_AS = {ESTIMATORS[7]: "lut-2d:hws=16", ESTIMATORS[8]: "lut-1d"}
WRONG = [
    "table:lhs=no.npy:rhs=g_rhs.npy",
    "table:lhs=s_lhs.npy:rhs=g_rhs.npy",
    "lut-1d:weights=no.json",
]


def run(estimator: str, *flags: str) -> subprocess.CompletedProcess[str]:
    command = [sys.argv[1], "-", "--args=random,random,random,3,200", "--seed=1", *flags]
    return subprocess.run(
        command, input=MODULE.format(estimator), capture_output=True, text=True, check=False
    )


def agreement(estimator: str, *flags: str) -> str:
    """Within what the order of a sum in f32 may change; approx-run knows how much that is."""
    done = run(estimator, *flags)
    ok = done.returncode == 0 and done.stdout.count("result ") == 2
    return "agrees" if ok else f"FAILED {done.stdout}{done.stderr}"


def write_weights() -> None:
    """Small operands often, large ones seldom; the two operands differently."""
    layer = {
        "kind": "matmul",
        "policy": "approximate",
        "macs": 1,
        "multiplier": "or_compressed:8x8",
        "hash": "0" * 64,
        "operand_order": "weight_first",
        "operands": ["ui8", "ui8"],
        "lhs": [256 - i for i in range(256)],
        "rhs": [1000 if i < 32 else 1 for i in range(256)],
    }
    data = {"format": "lutra-operand-histograms", "version": 1, "samples": 1}
    with open("h.json", "w") as file:
        json.dump({**data, "layers": {"fc": layer}}, file)


def main() -> None:
    write_weights()
    outputs = {}
    for estimator in ESTIMATORS:
        says = [f"reference {agreement(estimator, '--compare-with-reference')}"]
        if estimator.split(":")[0] in SEPARABLE:
            mapped = "--compare=approx-simplify-gradients,convert-approx-to-linalg"
            says.append(f"mapped {agreement(estimator, mapped)}")
        outputs[estimator] = run(estimator).stdout
        other = SAME_AS.get(estimator)
        if other:
            same = outputs[estimator] == outputs[other] != ""
            says.append(f"{'same as' if same else 'DIFFERENT FROM'} {other}")
        print(f"{estimator}: {', '.join(says)}")
    print(f"{len(set(outputs.values()))} different results of {len(outputs)} estimators")
    for estimator in WRONG:
        done = run(estimator)
        message = done.stderr.splitlines()[0].split(" op ")[-1] if done.returncode else "ACCEPTED"
        print(f"{estimator}: {message}")


main()
