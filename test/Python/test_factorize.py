"""Training in factorised form is training by look-up, bit for bit."""

from __future__ import annotations

import lutra
import numpy as np
import pytest
from lutra.digits import DigitsJob, DigitsOptions
from lutra.networks import digits_cnn

BATCH = 8


def low_rank_multiplier() -> lutra.Multiplier:
    """An 8x8 table of few columns with AM(0, 0) != 0 and AM(a, b) != AM(b, a)."""
    random = np.random.default_rng(3)
    table = 7 + random.integers(0, 40, (256, 1)) + random.integers(0, 9, 256)
    table = table + np.outer(np.arange(256), np.arange(256) & ~3)
    table += np.outer(random.integers(0, 3, 256), random.integers(-90, 90, 256))
    return lutra.Multiplier.from_table(table.astype(np.int32))


def make_step(
    multiplier: str | lutra.Multiplier, factorize: str, options: dict[str, object]
) -> lutra.TrainingStep:
    model = lutra.load(digits_cnn(BATCH)).approximate(
        multiplier,
        factorize=factorize,
        **options,  # type: ignore[arg-type]
    )
    return model.training_step(lutra.Adam(3e-3), seed=1, threads=1)


@pytest.mark.parametrize(
    ("multiplier", "options"),
    [
        ("or_compressed:8x8", {"gradient": "lut-2d:hws=16"}),
        ("truncated:8x8:drop=9", {"gradient": "lut-1d", "per_channel": True}),
        ("exact:s8xu8", {"weight_observer": "symmetric"}),
        ("exact:8x4", {"operand_order": "activation_first", "gradient": "ste"}),
        ("low-rank", {"gradient": "lut-2d:hws=4"}),
        ("low-rank", {"operand_order": "activation_first", "keep_exact": ["fc*"]}),
    ],
)
def test_steps_are_identical(multiplier: str, options: dict[str, object]) -> None:
    source = low_rank_multiplier() if multiplier == "low-rank" else multiplier
    lookup, factorized = (make_step(source, policy, options) for policy in ("off", "all"))
    random = np.random.default_rng(0)
    for _ in range(4):
        images = random.random((BATCH, 1, 8, 8), np.float32)
        labels = random.integers(0, 10, BATCH)
        assert lookup(images, labels) == factorized(images, labels)
    for name, value in lookup.state().items():
        np.testing.assert_array_equal(value, factorized.state()[name], name)
    images = random.random((3 * BATCH, 1, 8, 8), np.float32)
    labels = random.integers(0, 10, 3 * BATCH)
    for calibrated in (False, True):
        if calibrated:
            lookup.calibrate(images)
            factorized.calibrate(images)
        one, other = lookup.evaluate(images, labels), factorized.evaluate(images, labels)
        assert one.loss == other.loss
        np.testing.assert_array_equal(one.logits, other.logits)


def test_the_main_job_is_identical() -> None:
    results = [
        DigitsJob(
            DigitsOptions(
                multipliers=("or_compressed:8x8",),
                estimators=("lut-2d:hws=16",),
                seeds=1,
                epochs=1,
                float_epochs=1,
                train_samples=320,
                factorize=policy,
            )
        ).run()
        for policy in ("off", "all")
    ]
    for lookup, factorized in zip(*(result.stages for result in results), strict=True):
        assert lookup.runs == factorized.runs
    facts = results[1].find("retrained", "or_compressed:8x8", "lut-2d:hws=16")
    assert facts is not None
    assert facts.facts["approximations"][0]["factorize"] == "all"


def test_the_compiled_step_has_no_look_up() -> None:
    """`all` is not silently off: the product's op is the integer one."""
    model = lutra.load(digits_cnn(BATCH)).approximate("or_compressed:8x8", factorize="all")
    module = str(model.factorized(model.converted()))
    assert "approx.int_conv_2d" in module
    assert "approx.int_matmul" in module
    assert "approx.conv_2d" not in module
    assert "approx.matmul" not in module


def test_auto_leaves_what_has_many_columns() -> None:
    model = lutra.load(digits_cnn(BATCH)).approximate("or_compressed:8x8", factorize="auto")
    assert "approx.conv_2d" not in str(model.factorized(model.converted()))
    random = np.random.default_rng(0)
    table = random.integers(0, 65536, (256, 256)).astype(np.int32)
    model = lutra.load(digits_cnn(BATCH)).approximate(
        lutra.Multiplier.from_table(table), factorize="auto"
    )
    assert "approx.conv_2d" in str(model.factorized(model.converted()))


def test_an_unknown_policy_is_named() -> None:
    with pytest.raises(lutra.InputError, match=r"unknown factorize 'fast' \(known: off, auto, all"):
        lutra.load(digits_cnn(BATCH)).approximate("exact:8x8", factorize="fast")
