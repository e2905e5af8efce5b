"""Circuits and containers through the Python API and the command line."""

import json
import os
import shutil
from pathlib import Path

import lutra
import numpy as np
import pytest
from lutra.cli import main
from lutra.container import load_container

EXAMPLE = Path(__file__).parents[2] / "examples" / "mul8_hand.v"
needs_verilog = pytest.mark.skipif(
    not (shutil.which("yosys") or shutil.which("iverilog")), reason="yosys is not installed"
)
needs_compiler = pytest.mark.skipif(not shutil.which("cc"), reason="no C compiler")

# 4 a + b of 2-bit operands, by bits.
BLIF = """.model cat
.inputs b[0] b[1] a[0] a[1]
.outputs p[0] p[1] p[2] p[3]
.names b[0] p[0]
1 1
.names b[1] p[1]
1 1
.names a[0] p[2]
1 1
.names a[1] p[3]
1 1
.end
"""


@needs_verilog
def test_verilog_example():
    multiplier = lutra.Multiplier(EXAMPLE)
    assert multiplier.operand_types == ("ui8", "ui8")
    assert multiplier.info["format"] == "verilog"
    a, b = np.meshgrid(np.arange(256), np.arange(256), indexing="ij")
    error = multiplier.table - a * b
    assert error.max() == 0
    assert error.min() == -3074
    # Products without carries from the lowest nine columns are exact.
    assert multiplier.table[128, 255] == 128 * 255


def test_blif_with_options(tmp_path):
    path = tmp_path / "cat.blif"
    path.write_text(BLIF)
    assert lutra.Multiplier(path).table[1, 2] == 4 * 2 + 1
    named = lutra.Multiplier(path, ports="a,b,p")
    assert named.table[1, 2] == 4 * 1 + 2
    assert "ports a, b -> p" in named.info["description"]
    transposed = lutra.Multiplier(path, transpose=True)
    np.testing.assert_array_equal(transposed.table, named.table)
    assert transposed.info["operand_order"] == "transposed"
    signed = lutra.Multiplier(path, signed=True, time_limit=10)
    assert signed.operand_types == ("si2", "si2")
    assert lutra.Multiplier(path, types=None, bits="2x2").operand_types == ("ui2", "ui2")


def test_options_reach_the_compiler(tmp_path):
    """What was read with options is not read again without them."""
    path = tmp_path / "cat.blif"
    path.write_text(BLIF)
    transposed = lutra.Multiplier(path, transpose=True)
    with transposed.as_option() as text:
        assert lutra.Multiplier(text).hash == transposed.hash
    with lutra.Multiplier(path).as_option() as text:
        assert text == os.fspath(path)


def test_wrong_options(tmp_path):
    path = tmp_path / "cat.blif"
    path.write_text(BLIF)
    for options, message in [
        ({"port": "a"}, "unknown import option 'port'; did you mean 'ports'?"),
        ({"bits": 13}, "option 'bits' expects widths from 2 to 12 such as '8' or '8x4', got '13'"),
        ({"signed": "yes"}, "option 'signed' expects true or false, got 'yes'"),
        ({"time_limit": -1}, "option 'time-limit' expects a positive number of seconds, got '-1'"),
        ({"order": "grey"}, "option 'order' expects auto, twos-complement or offset-binary"),
        ({"format": "verilgo"}, "unknown format 'verilgo'; did you mean 'verilog'?"),
        ({"types": ["a"]}, "import option 'types' expects text, a number or a boolean"),
    ]:
        with pytest.raises(lutra.MultiplierError) as error:
            lutra.Multiplier(path, **options)
        assert message in str(error.value)


@needs_compiler
def test_c_function(tmp_path):
    path = tmp_path / "f.c"
    path.write_text(
        "#include <stdint.h>\nuint64_t f(uint64_t A, uint64_t B) { return (A & 6) * B; }\n"
    )
    multiplier = lutra.Multiplier(path, bits="4x3")
    a, b = np.meshgrid(np.arange(16), np.arange(8), indexing="ij")
    np.testing.assert_array_equal(multiplier.table, (a & 6) * b)


@pytest.mark.parametrize("spec", ["truncated:6x6:drop=4", "exact:s4xu5", "or_compressed:8x8"])
def test_container(tmp_path, spec):
    multiplier = lutra.Multiplier(spec).with_cost("power=0.4mW,process=PDK45")
    path = tmp_path / "m.axm"
    estimators = ["ste", "lut-1d:variant=ls"]
    multiplier.save(path, gradients=estimators, factors=True)
    container = load_container(path)
    assert container.multiplier.hash == multiplier.hash
    assert container.multiplier.cost == multiplier.cost
    assert container.metadata["name"] == multiplier.name
    assert sorted(container.gradients) == sorted(estimators)
    for estimator in estimators:
        for operand in (0, 1):
            np.testing.assert_array_equal(
                container.gradients[estimator][operand],
                multiplier.gradient_table(estimator, operand),
            )
    assert container.factors is not None
    np.testing.assert_array_equal(container.factors.table(), multiplier.table)
    # Wherever a multiplier is asked for.
    assert lutra.Multiplier(path).hash == multiplier.hash


def test_container_is_a_safetensors_file(tmp_path):
    safetensors = pytest.importorskip("safetensors")
    path = tmp_path / "m.axm"
    multiplier = lutra.Multiplier("truncated:4x3:drop=2")
    multiplier.save(path, gradients=["ste"], factors=True)
    with safetensors.safe_open(path, framework="numpy") as file:
        metadata = file.metadata()
        tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    assert metadata["format"] == "lutra-multiplier"
    assert metadata["sha256"] == multiplier.hash
    np.testing.assert_array_equal(tensors["table"], multiplier.table)
    np.testing.assert_array_equal(tensors["gradient.ste.lhs"], multiplier.gradient_table("ste", 0))
    assert tensors["factors.lhs"].dtype == np.int8
    # Written anew by that library it lacks nothing, and its checksum still holds.
    from safetensors.numpy import save_file

    save_file(tensors, tmp_path / "again.axm", metadata)
    assert lutra.Multiplier(tmp_path / "again.axm").hash == multiplier.hash
    tensors["table"][1, 1] += 1
    save_file(tensors, tmp_path / "changed.axm", metadata)
    with pytest.raises(lutra.MultiplierError, match="is damaged: its checksum"):
        lutra.Multiplier(tmp_path / "changed.axm")


def test_save_of_other_formats(tmp_path):
    multiplier = lutra.Multiplier("exact:4x4")
    multiplier.save(tmp_path / "m.npy")
    assert lutra.Multiplier(tmp_path / "m.npy").hash == multiplier.hash
    with pytest.raises(lutra.MultiplierError, match="is no container"):
        multiplier.save(tmp_path / "m.npy", factors=True)
    with pytest.raises(lutra.MultiplierError, match="unknown gradient estimator"):
        multiplier.save(tmp_path / "m.axm", gradients=["sto"])
    assert not (tmp_path / "m.axm").exists()


def test_command_line(tmp_path, capsys):
    path = tmp_path / "cat.blif"
    path.write_text(BLIF)
    output = tmp_path / "m.axm"
    command = ["multiplier", "import", str(path), "-o", str(output), "--transpose"]
    command += ["--with-factors", "--with-gradient", "ste", "--cost", "area=12um2"]
    assert main(command) == 0
    printed = capsys.readouterr().out
    assert "ui2 x ui2 (first x second), transposed" in printed
    assert "the first operand is 'b' and the second 'a', as declared" in printed
    container = load_container(output)
    assert container.multiplier.table[1, 2] == 4 * 1 + 2
    assert json.loads(container.metadata["cost"])["area_um2"] == 12
    assert main(["multiplier", "import", str(path), "--ports", "x,b,p"]) == 1
    assert "has no input port 'x'" in capsys.readouterr().err
