"""The report on multipliers, and the relative power of a network."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import lutra
import numpy as np
import pytest
from lutra.cli import main
from lutra.histograms import Histograms, LayerHistograms
from lutra.multiplier_report import MultiplierReport, layer_metrics, mean_over_network
from lutra.power import cost_ratio, network_power


def layer(name: str, policy: str, macs: int, seed: int = 0) -> LayerHistograms:
    if policy == "float":
        return LayerHistograms(name, "matmul", policy, macs)
    counts = np.random.default_rng(seed).integers(0, 50, (2, 256))
    return LayerHistograms(
        name,
        "conv_2d",
        policy,
        macs,
        "exact:8x8",
        lutra.Multiplier("exact:8x8").hash,
        "weight_first",
        ("ui8", "ui8"),
        counts[0],
        counts[1],
    )


@pytest.fixture
def network() -> Histograms:
    layers = (
        layer("c1", "int8", 300),
        layer("c2", "approximate", 500, 1),
        layer("f1", "approximate", 100, 2),
        layer("f2", "float", 100),
    )
    return Histograms({item.name: item for item in layers}, 10)


def priced(spec: str, cost: str) -> lutra.Multiplier:
    return lutra.Multiplier(spec).with_cost(cost)


def test_power_is_weighted_by_macs(network: Histograms) -> None:
    """600 of the 900 counted MACs cost half: 1 - 600/900 / 2."""
    exact = priced("exact:8x8", "power=0.4mW,process=PDK45")
    half = priced("truncated:8x8:drop=9", "power=200uW,process=PDK45")
    power = network_power(network, half, exact)
    assert power.relative == pytest.approx(2 / 3)
    assert (power.ratio, power.quantity) == (pytest.approx(0.5), "power_mw")
    assert (power.approximate_macs, power.int8_macs, power.float_macs) == (600, 300, 100)
    assert power.layers == {
        "c1": pytest.approx(300 / 900),
        "c2": pytest.approx(250 / 900),
        "f1": pytest.approx(50 / 900),
        "f2": None,
    }
    assert power.describe() == (
        "66.67 % of the exact network's (power); 10 % of the MACs are float and not counted"
    )
    assert network_power(network, exact, exact).relative == 1


def test_what_is_unknown_is_not_guessed(network: Histograms) -> None:
    exact = priced("exact:8x8", "power=0.4mW,process=PDK45,gates=400")
    for spec, message in (
        ("area=300", "state no cost in common"),
        ("power=0.2mW", "an unknown process"),
        ("power=0.2mW,process=ASAP7", "power of ASAP7 and of PDK45 cannot be compared"),
    ):
        power = network_power(network, priced("truncated:8x8:drop=9", spec), exact)
        assert power.relative is None
        assert power.reason is not None
        assert message in power.reason
        assert power.describe().startswith("unknown: ")
        assert set(power.layers.values()) == {None}
    # Gate equivalents need no process.
    power = network_power(network, priced("truncated:8x8:drop=9", "power=1,gates=100"), exact)
    assert (power.ratio, power.quantity) == (0.25, "gate_equivalents")
    assert cost_ratio(exact, priced("exact:8x8", "gates=0"))[2] is not None
    float_only = Histograms({"f2": network.layers["f2"]}, 10)
    assert network_power(float_only, exact, exact).reason == "no layer is quantised"


def test_network_error_is_the_mean_over_products(network: Histograms) -> None:
    multiplier = lutra.Multiplier("or_compressed:8x8")
    metrics = layer_metrics(network, multiplier)
    assert set(metrics) == {"c2", "f1"}
    total = 0.0
    for name, macs in (("c2", 500), ("f1", 100)):
        item = network.layers[name]
        assert item.lhs is not None
        assert item.rhs is not None
        p, q = item.lhs / item.lhs.sum(), item.rhs / item.rhs.sum()
        total += macs / 600 * float(p @ multiplier.error_table @ q)
    assert mean_over_network(network, metrics, "bias") == pytest.approx(total)
    other = layer_metrics(network, lutra.Multiplier("exact:s8xu8"))
    assert other == {"c2": None, "f1": None}
    assert mean_over_network(network, other, "bias") is None


def test_report_files(network: Histograms, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    multipliers = [
        priced("truncated:8x8:drop=9", "gates=200"),
        lutra.Multiplier.from_table(lutra.Multiplier("exact:8x8").table + 1, name="<b>|odd|</b>"),
        lutra.Multiplier("exact:8x8"),
    ]
    baseline = priced("exact:8x8", "gates=400")
    report = MultiplierReport(multipliers, network, baseline, "a <network>")
    report.save(tmp_path / "r.html")
    text = (tmp_path / "r.html").read_text()
    # One page that needs nothing else, and takes names literally.
    assert not re.search(r"""(src|href)=["'](?!data:)""", text)
    assert "<b>|odd|" not in text
    assert html.escape("<b>|odd|</b>") in text
    # Only two state a cost in common: error against cost, and the error maps.
    assert text.count("data:image/png;base64,") == 2
    assert "Error against cost" in text
    for part in (multipliers[0].hash[:12], "66.67 % of the exact network", "a &lt;network&gt;"):
        assert part in text
    rows = [
        re.findall(r"<t[hd].*?>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>.*?</tr>", text)
    ]
    assert ["network", "66.67 %", "unknown", "100 %"] in rows
    assert ["f2", "not counted", "not counted", "not counted"] in rows
    for row in rows:
        if row[0] == "c1" and row[1] == "int8":
            assert row[3:] == ["300", "30 %", "exact", "exact", "exact"]

    report.save(tmp_path / "r.md")
    markdown = (tmp_path / "r.md").read_text()
    assert "| network | 66.67 % | unknown | 100 % |" in markdown
    widths = {line.count("|") - line.count("\\|") for line in markdown.splitlines() if "f2" in line}
    assert widths == {9, 5}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r.html", "r.md"]
    with pytest.raises(lutra.InputError, match=r"an \.html or an \.md file"):
        report.save(tmp_path / "r.pdf")


def test_different_quantities_are_marked(network: Histograms) -> None:
    baseline = priced("exact:8x8", "power=1mW,gates=400")
    specs = {"truncated:8x8:drop=9": "power=0.5mW", "or_compressed:8x8": "gates=300"}
    report = MultiplierReport([priced(*item) for item in specs.items()], network, baseline)
    assert "Power and gate equivalents are not comparable" in report.markdown()
    assert "Error against cost" not in report.html()
    report = MultiplierReport([priced("truncated:8x8:drop=9", "gates=1")], network, baseline)
    assert "not comparable" not in report.markdown()


def test_mistakes(network: Histograms) -> None:
    with pytest.raises(lutra.InputError, match="at least one multiplier"):
        MultiplierReport([])
    truncated = lutra.Multiplier("truncated:8x8:drop=9")
    with pytest.raises(lutra.InputError, match="exact multiplier, which truncated"):
        MultiplierReport([truncated], network, truncated)


def test_command_line(
    network: Histograms, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    network.save(tmp_path / "h.json")
    arguments = ["multiplier", "report", "truncated:8x8:drop=9", "exact:8x8"]
    arguments += ["--cost", "1:gates=100", "--baseline-cost", "gates=400"]
    out = tmp_path / "r.md"
    files = ["--histograms", str(tmp_path / "h.json"), "-o", str(out)]
    assert main([*arguments, *files]) == 0
    printed = capsys.readouterr().out
    assert "truncated:8x8:drop=9: power 50 % of the exact network's (gate equivalents)" in printed
    assert out.is_file()
    assert main([*arguments, *files, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["network"]["multipliers"][0]["power"]["relative"] == pytest.approx(0.5)
    assert data["network"]["layers"]["f2"] == {"policy": "float", "macs": 100}
    assert main([*arguments, "--histograms", str(out)]) == 1
    assert "is not JSON" in capsys.readouterr().err
