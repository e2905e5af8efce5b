"""Losses of models that return logits; the formulas are the compiler's."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lutra.errors import InputError

Array = npt.NDArray[np.generic]


@dataclass(frozen=True)
class CrossEntropy:
    """Mean softmax cross-entropy of integer labels.

    There is a label for every position of the logits without the dimension of
    classes: one per sample, or one per token or pixel of every sample.

    Parameters
    ----------
    class_dim : int
        Dimension of the logits that the classes are in: the last by default,
        1 for logits ``[batch, classes, height, width]``.
    ignore_index : int, optional
        Labels of this value count for nothing (PyTorch's is -100).
    """

    class_dim: int = -1
    ignore_index: int | None = None

    def options(self) -> dict[str, str]:
        """Options of approx-add-loss."""
        options = {"loss": "cross-entropy"}
        if self.class_dim != -1:
            options["class-dim"] = str(self.class_dim)
        if self.ignore_index is not None:
            options["ignore-index"] = str(self.ignore_index)
        return options

    def counted(self, labels: Array) -> npt.NDArray[np.bool_]:
        """Which labels count."""
        if self.ignore_index is None:
            return np.ones(labels.shape, np.bool_)
        return np.asarray(labels != self.ignore_index)

    def __call__(self, logits: Array, labels: Array) -> float:
        """The same in double precision, on any number of samples."""
        scores = np.moveaxis(logits.astype(np.float64), self.class_dim, -1)
        counted = self.counted(labels)
        scores, chosen = scores[counted], labels[counted].astype(np.int64)
        scores -= scores.max(axis=-1, keepdims=True)
        own = scores[np.arange(len(chosen)), chosen]
        return float(np.mean(np.log(np.exp(scores).sum(axis=-1)) - own))

    def accuracy(self, logits: Array, labels: Array) -> float:
        """Fraction of the labels that count whose logit is the largest."""
        hits = logits.argmax(axis=self.class_dim) == labels
        return float(np.mean(hits[self.counted(labels)]))


NAMES = ("cross-entropy", "softmax-cross-entropy")


def resolve(loss: str | CrossEntropy) -> CrossEntropy:
    """The loss itself, or the one of that name."""
    if isinstance(loss, CrossEntropy):
        return loss
    if loss not in NAMES:
        raise InputError(
            f"unknown loss {loss!r} (known: {', '.join(NAMES)}, and lutra.CrossEntropy)"
        )
    return CrossEntropy()
