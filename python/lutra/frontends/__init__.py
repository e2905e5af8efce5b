"""Models of other frameworks as linalg on tensors: PyTorch, JAX, ONNX.

Each frontend is one file, and needs packages that Lutra itself does not: the
optional dependencies ``lutra[torch]``, ``lutra[jax]`` and ``lutra[onnx]``. The
functions here load them when they are called.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lutra.model import Model


def from_torch(
    module: Any,
    example: Any,
    *,
    loss: Callable[..., Any] | None = None,
    labels: Any = None,
) -> Model:
    """Import a PyTorch module.

    Parameters are the module's, under the names of its ``state_dict``; those
    that do not require a gradient are not trained. The module is imported as it
    is in training and as it is in evaluation: batch norm uses the statistics of
    the batch in the one, its buffers in the other; dropout, and whatever else
    draws random numbers in training, draws anew in every step from the seed of
    `Model.training_step`.

    Parameters
    ----------
    module : torch.nn.Module
        On the CPU. It is left as it is, its mode included.
    example : tensor, or tuple of tensors
        What the module is called with: shapes and types are compiled for, values
        are not looked at. The first dimension is the batch.
    loss : callable, optional
        ``loss(outputs, labels) -> scalar``, imported with the module. Left out,
        the module returns logits, and the training step adds the loss.
    labels : tensor, optional
        An example of the labels that `loss` takes.

    Returns
    -------
    Model
        Its `initial_parameters` are the module's own values;
        `TrainingStep.to_torch` writes trained ones back.

    Raises
    ------
    FrontendError
        A package is missing or of an unknown version, or the module cannot be
        imported; with the layer and the line of source where they are known.
    """
    from lutra.frontends.versions import TORCH, require

    require(TORCH)
    from lutra.frontends import pytorch

    return pytorch.import_module(module, example, loss=loss, labels=labels)


def from_jax(
    function: Callable[..., Any],
    parameters: Any,
    *example: Any,
    output: str = "logits",
    evaluation: Callable[..., Any] | None = None,
) -> Model:
    """Import a JAX function of parameters and inputs.

    Variables of flax may have more collections than ``params``, such as
    ``batch_stats``: these are buffers, which are not trained. A function may
    return new values of them, in a dictionary beside its result, as flax's
    ``apply(..., mutable=["batch_stats"])`` does.

    Parameters
    ----------
    function : callable
        ``function(parameters, *inputs)``: it returns logits, or a scalar loss
        of inputs of which the last are integer labels.
    parameters : pytree of arrays
        For example the nested dictionaries of flax; a parameter is called as its
        path is, joined by dots: ``params.Dense_0.kernel``. Beside ``params``,
        what lies in the same dictionary is no parameter but a buffer.
    *example : array
        What the function is called with besides: shapes and types are compiled
        for. The first dimension is the batch. A key of random numbers, typed or
        of two words, is no input but the seed of `Model.training_step`: every
        step has a key of its own.
    output : str
        What the function returns: ``"logits"``, ``"loss"`` (the last argument
        is the labels), or ``"loss,logits"``, a pair.
    evaluation : callable, optional
        The function as it is in evaluation, where that differs: of the same
        arguments, with the same `output`, and without new values of buffers. It
        has to be given where the function returns such.

    Raises
    ------
    FrontendError
        A package is missing or of an unknown version, or the function cannot be
        imported.
    """
    from lutra.frontends.versions import JAX, require

    require(JAX)
    from lutra.frontends import jax_functions

    return jax_functions.import_function(function, parameters, example, output, evaluation)


def from_onnx(path: str | os.PathLike[str], *, batch: int | None = None) -> Model:
    """Import an ONNX model; its initialisers of floats become parameters.

    Parameters
    ----------
    path : path-like
        A ``.onnx`` file.
    batch : int, optional
        Size of dynamic leading dimensions of the inputs.

    Raises
    ------
    FrontendError
        A package is missing or of an unknown version, or the file is not an
        ONNX model, is cut off, or has an operator that cannot be lowered.
    """
    from lutra.frontends.versions import ONNX, require

    require(ONNX)
    from lutra.frontends import onnx_models

    return onnx_models.import_file(path, batch)
