#!/usr/bin/env python3
"""Writes the files of Inputs/ again: PyTorch models as linalg on tensors, as frontends print them.

usage: export_torch.py [DEST]      needs the optional dependencies lutra[torch]

`NAME_train.mlir` and `NAME_eval.mlir` are what lutra.from_torch makes of the networks in
`models.py`, without the lines of source. `NAME_loss.mlir` is main(parameters..., x, y) ->
(loss, logits), `NAME_logits.mlir` is main(parameters..., x) -> logits; parameters come in
named_parameters() order. What these two need:
  * parameters as arguments: functional_call inside a wrapper module, else they become constants;
  * the decomposition table below and no other: torch's own leaves ops that the importer lacks;
  * the loss as log_softmax times a one-hot mask: nll_loss does not legalise with integer targets
    as an argument.
"""

import sys
from pathlib import Path

import models
import torch
import torch.nn.functional as F
from iree.compiler import ir, passmanager
from iree.compiler.extras.fx_importer import FxImporter
from lutra.frontends.pytorch import export_module
from torch._decomp import get_decompositions

A = torch.ops.aten
DECOMPOSITIONS = get_decompositions(
    [A.masked_fill.Tensor, A.masked_fill.Scalar, A.t, A.addmm, A.squeeze.dims, A._unsafe_view]
)
PIPELINE = (
    "builtin.module(torchdynamo-export-to-torch-backend-pipeline,"
    "torch-backend-to-linalg-on-tensors-backend-pipeline)"
)


class Logits(torch.nn.Module):
    """The model as a function of its parameters."""

    def __init__(self, model: torch.nn.Module) -> None:
        super().__init__()
        self.__dict__["model"] = model  # not a submodule: parameters stay arguments

    def forward(self, parameters, x):
        return torch.func.functional_call(self.model, parameters, (x,))


class Loss(Logits):
    """Mean cross-entropy as a function of the parameters, with the logits beside it."""

    def forward(self, parameters, x, y):
        logits = torch.func.functional_call(self.model, parameters, (x,))
        one_hot = (y.reshape(-1, 1) == torch.arange(logits.shape[-1])).to(logits.dtype)
        return -(F.log_softmax(logits, -1) * one_hot).sum() / logits.shape[0], logits


def export(function: torch.nn.Module, *inputs: torch.Tensor) -> str:
    parameters = {name: value.detach() for name, value in function.model.named_parameters()}
    program = torch.export.export(function, (parameters, *inputs)).run_decompositions(
        DECOMPOSITIONS
    )
    context = ir.Context()
    importer = FxImporter(context=context)
    importer.import_program(program, func_name="main")
    passmanager.PassManager.parse(PIPELINE, context=context).run(importer.module.operation)
    return str(importer.module)


def export_model(name: str, mode: str) -> str:
    """A network of `models.py`, as the frontend imports it."""
    torch.manual_seed(0)
    make, example = models.MODELS[name]
    return export_module(make(), (example(),), training=mode == "train", debug_info=False)


# Every kind of layer once: others of MODELS would only repeat it.
CHECKED_IN = [
    *(
        (name, "train")
        for name in (
            "conv1d",
            "densenet",
            "efficientnet",
            "gpt",
            "mixer",
            "mobilenet_v2",
            "resnet18",
            "resnext",
            "vgg_bn",
            "vit",
        )
    ),
    ("mobilenet_v2", "eval"),
    ("vgg_bn", "eval"),
]


def main() -> None:
    dest = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "Inputs"
    labels = torch.zeros(4, dtype=torch.long)
    for name, model, x in [
        ("small_lenet", models.SmallLeNet(), torch.zeros(4, 1, 12, 12)),
        ("small_mlp", models.SmallMLP(), torch.zeros(4, 16)),
    ]:
        (dest / f"{name}_loss.mlir").write_text(export(Loss(model), x, labels))
        (dest / f"{name}_logits.mlir").write_text(export(Logits(model), x))
    for name, mode in CHECKED_IN:
        (dest / f"{name}_{mode}.mlir").write_text(export_model(name, mode))


if __name__ == "__main__":
    main()
