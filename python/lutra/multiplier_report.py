"""A report on several multipliers: error and cost side by side, alone and in a network."""

from __future__ import annotations

import base64
import html
import io
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import lutra
from lutra.analysis_cli import COSTS, describe_cost, in_order, number
from lutra.errors import InputError, MultiplierError
from lutra.files import renamed_when_complete
from lutra.histograms import Histograms
from lutra.multiplier import Multiplier, compare
from lutra.multiplier_plots import BLUE, STYLE, draw_map, pyplot
from lutra.power import NetworkPower, network_power

EXACT_NOTE = (
    "Power counts multipliers alone, weighted by MACs, relative to the same network with "
    "exact multipliers in all quantised layers; int8 layers multiply exactly."
)


@dataclass
class Section:
    """A title, paragraphs, then a table or a picture.

    Attributes
    ----------
    title : str
    text : list of str
    rows : list of list of str
        The first is the head.
    texts : int
        How many columns, from the first, hold texts; the others hold numbers.
    picture : bytes or None
        A PNG, left out of Markdown.
    """

    title: str
    text: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    texts: int = 1
    picture: bytes | None = None


def layer_metrics(
    network: Histograms, multiplier: Multiplier
) -> dict[str, dict[str, float] | None]:
    """Error metrics of the approximate layers, each under its own distribution.

    None for a layer whose codes are of other operand types than the multiplier
    takes.
    """
    metrics: dict[str, dict[str, float] | None] = {}
    for layer in network.layers.values():
        if layer.policy != "approximate":
            continue
        try:
            metrics[layer.name] = multiplier.metrics_under(network.distribution(layer.name))
        except MultiplierError:
            metrics[layer.name] = None
    return metrics


def mean_over_network(
    network: Histograms, metrics: dict[str, dict[str, float] | None], key: str
) -> float | None:
    """A metric's mean over the products of the approximate layers."""
    if not metrics or any(item is None for item in metrics.values()):
        return None
    macs = {name: network.layers[name].macs for name in metrics}
    values = {name: item[key] for name, item in metrics.items() if item is not None}
    return sum(macs[name] * values[name] for name in values) / sum(macs.values())


class MultiplierReport:
    """What a report says, as data and as sections.

    Parameters
    ----------
    multipliers : sequence of Multiplier
    network : Histograms, optional
        A recorded network.
    baseline : Multiplier, optional
        The exact multiplier that power is relative to; the first exact one of
        `multipliers` that states a power, else a cost, else the built-in one.
    source : str
        What the network is called.
    """

    def __init__(
        self,
        multipliers: Sequence[Multiplier],
        network: Histograms | None = None,
        baseline: Multiplier | None = None,
        source: str = "the recorded network",
    ) -> None:
        if not multipliers:
            raise InputError("a report needs at least one multiplier")
        if baseline is not None and not baseline.info["exact"]:
            raise InputError(f"the baseline is an exact multiplier, which {baseline.name} is not")
        # The baseline itself, listed without a cost of the user's, costs what it does there.
        self.multipliers = [
            baseline
            if baseline
            and item.name == baseline.name
            and (item.cost or {}).get("source") != "given by the user"
            else item
            for item in multipliers
        ]
        self.network = network
        self.source = source
        # A stated power is worth more than a built-in multiplier's gate count.
        exact = [item for item in multipliers if item.info["exact"] and item.cost]
        exact.sort(key=lambda item: (item.cost or {})["power_mw"] is None)
        self.baseline = baseline or next(iter(exact), None)
        self.layer_metrics = [
            layer_metrics(network, item) if network else {} for item in self.multipliers
        ]
        self.power: list[NetworkPower] = (
            [network_power(network, item, self._baseline_of(item)) for item in self.multipliers]
            if network
            else []
        )
        self.comparison: dict[str, Any] | None = (
            compare(*self.multipliers) if len(self.multipliers) > 1 else None
        )

    def _baseline_of(self, multiplier: Multiplier) -> Multiplier | None:
        """The stated exact multiplier where it is of the same operand widths."""
        baseline = self.baseline
        if baseline is None or baseline.shape != multiplier.shape:
            return None
        return baseline

    # --- as data ------------------------------------------------------------

    def to_json(self) -> dict[str, Any]:
        """Everything, as plain data."""
        data: dict[str, Any] = {
            "multipliers": [item.info for item in self.multipliers],
            "pairs": self.comparison["pairs"] if self.comparison else [],
        }
        if self.network:
            data["network"] = {
                "source": self.source,
                "samples": self.network.samples,
                "macs": self.network.macs,
                "layers": {
                    layer.name: {"policy": layer.policy, "macs": layer.macs}
                    for layer in self.network.layers.values()
                },
                "multipliers": [
                    {
                        "name": item.name,
                        "hash": item.hash,
                        "power": {**vars(power), "text": power.describe()},
                        "layer_metrics": metrics,
                        "mean_error_distance": mean_over_network(
                            self.network, metrics, "mean_error_distance"
                        ),
                        "bias": mean_over_network(self.network, metrics, "bias"),
                    }
                    for item, power, metrics in zip(
                        self.multipliers, self.power, self.layer_metrics, strict=True
                    )
                ],
            }
        return data

    # --- as sections --------------------------------------------------------

    def _names(self) -> list[str]:
        return [f"[{index + 1}]" for index in range(len(self.multipliers))]

    def _what(self) -> Section:
        rows = [["", "multiplier", "operands", "encoding", "order", "sha256", "cost"]]
        warnings = []
        for name, item in zip(self._names(), self.multipliers, strict=True):
            info = item.info
            rows.append(
                [
                    name,
                    item.name,
                    " x ".join(item.operand_types),
                    str(info["encoding"]),
                    str(info["operand_order"]),
                    item.hash[:12],
                    describe_cost(info["cost"]),
                ]
            )
            warnings += [f"{name} {text}" for text in info["warnings"]]
        return Section("Multipliers", warnings, rows, texts=7)

    def _errors(self) -> Section:
        metrics = [in_order(item.metrics) for item in self.multipliers]
        rows = [["uniform operands", *self._names()]]
        rows += [
            [key.replace("_", " "), *(number(item[key]) for item in metrics)] for key in metrics[0]
        ]
        for key, title in COSTS.items():
            values = [(item.cost or {}).get(key) for item in self.multipliers]
            if any(value is not None for value in values):
                rows.append([title, *map(number, values)])
        return Section("Error and cost", [], rows)

    def _relations(self) -> Section:
        rows = [["first", "second", "relation", "pairs that differ", "mean |D|", "max |D|"]]
        names = self._names()
        for pair in self.comparison["pairs"] if self.comparison else []:
            apart = pair["difference"]
            relation = pair["relation"]["text"] if pair["relation"] else "unrelated"
            rows.append(
                [
                    names[pair["first"]],
                    names[pair["second"]],
                    relation,
                    f"{100 * apart['differing']:.4g} %",
                    number(apart["mean_absolute"]),
                    str(apart["max_absolute"]),
                ]
            )
        return Section("Relations", ["D is the first product less the second."], rows, texts=3)

    def _network(self, network: Histograms) -> list[Section]:
        names = self._names()
        text = [
            f"{self.source}: {len(network.layers)} layers, {network.macs} MACs per sample, "
            f"operands of {network.samples} samples."
        ]
        policies = {layer.policy for layer in network.layers.values()}
        if "float" in policies:
            macs = self.power[0].float_macs
            text.append(
                f"Float layers have {100 * macs / network.macs:.3g} % of the MACs; what they cost "
                "is not known here and not counted."
            )
        rows = [["layer", "policy", "order", "MACs", "share", *names]]
        for layer in network.layers.values():
            cells = []
            for metrics in self.layer_metrics:
                if layer.policy != "approximate":
                    cells.append("exact" if layer.policy == "int8" else "not quantised")
                elif (own := metrics[layer.name]) is None:
                    cells.append("other operand types")
                else:
                    cells.append(f"{number(own['mean_error_distance'])} ({number(own['bias'])})")
            share = f"{100 * layer.macs / network.macs:.3g} %"
            order = (layer.operand_order or "").replace("_", " ")
            rows.append([layer.name, layer.policy, order, str(layer.macs), share, *cells])
        totals = []
        for metrics in self.layer_metrics:
            means = [
                mean_over_network(network, metrics, key) for key in ("mean_error_distance", "bias")
            ]
            totals.append(
                "unknown" if means[0] is None else f"{number(means[0])} ({number(means[1])})"
            )
        rows.append(["approximate layers, by MACs", "", "", "", "", *totals])
        errors = Section("Error in the network: mean |E| (mean E) per product", text, rows, texts=3)

        rows = [["layer", *names]]
        for layer in network.layers.values():
            shares = [power.layers[layer.name] for power in self.power]
            unknown = "not counted" if layer.policy == "float" else "unknown"
            cells = [unknown if share is None else f"{100 * share:.4g} %" for share in shares]
            rows.append([layer.name, *cells])
        rows.append(
            [
                "network",
                *(
                    "unknown" if p.relative is None else f"{100 * p.relative:.4g} %"
                    for p in self.power
                ),
            ]
        )
        text = [EXACT_NOTE]
        text += [f"{name} {p.describe()}." for name, p in zip(names, self.power, strict=True)]
        if len({p.quantity for p in self.power} - {None}) > 1:
            text.append("Power and gate equivalents are not comparable with each other.")
        return [errors, Section("Power of the network's multipliers", text, rows)]

    def _picture(self) -> Section:
        plt = pyplot()
        count = len(self.multipliers)
        columns = min(count, 3)
        rows = -(-count // columns)
        with plt.rc_context(STYLE):
            figure, axes = plt.subplots(
                rows,
                columns,
                figsize=(3.6 * columns, 3.0 * rows),
                constrained_layout=True,
                squeeze=False,
            )
            for axis in axes.flat[count:]:
                axis.axis("off")
            for name, item, axis in zip(self._names(), self.multipliers, axes.flat, strict=False):
                title = item.name if len(item.name) < 36 else "..." + item.name[-33:]
                draw_map(axis, item, item.error_table, f"{name} {title}")
            data = io.BytesIO()
            figure.savefig(data, format="png", dpi=110)
            plt.close(figure)
        return Section("Error AM(a, b) - a·b of every operand pair", picture=data.getvalue())

    def _trade_off(self) -> Section | None:
        """Error against the first cost that at least two multipliers state."""
        errors = [
            mean_over_network(self.network, metrics, "mean_error_distance")
            if self.network
            else item.metrics["mean_error_distance"]
            for item, metrics in zip(self.multipliers, self.layer_metrics, strict=True)
        ]
        for key, title in COSTS.items():
            points = [
                (name, item.cost[key], error)
                for name, item, error in zip(self._names(), self.multipliers, errors, strict=True)
                if item.cost and item.cost[key] is not None and error is not None
            ]
            processes = {item.cost["process"] for item in self.multipliers if item.cost}
            # Costs of different processes are not comparable; gates have none.
            if len(points) < 2 or (key != "gate_equivalents" and len(processes) > 1):
                continue
            plt = pyplot()
            with plt.rc_context(STYLE):
                figure, axes = plt.subplots(figsize=(5.2, 3.2), constrained_layout=True)
                for name, cost, error in points:
                    axes.plot(cost, error, "o", color=BLUE)
                    axes.annotate(name, (cost, error), xytext=(5, 4), textcoords="offset points")
                axes.set_yscale("symlog", linthresh=1)
                axes.set_xlabel(title)
                under = "in the network" if self.network else "uniform operands"
                axes.set_ylabel(f"mean |E|, {under}")
                axes.margins(0.12)
                axes.grid(alpha=0.3)
                data = io.BytesIO()
                figure.savefig(data, format="png", dpi=110)
                plt.close(figure)
            return Section("Error against cost", picture=data.getvalue())
        return None

    def sections(self, *, pictures: bool = True) -> Iterator[Section]:
        """What the report consists of, in order."""
        yield self._what()
        yield self._errors()
        if self.network:
            yield from self._network(self.network)
        if self.comparison:
            yield self._relations()
        if pictures:
            trade_off = self._trade_off()
            if trade_off:
                yield trade_off
            yield self._picture()

    # --- as text ------------------------------------------------------------

    def markdown(self) -> str:
        """The report without pictures."""
        lines = ["# Multipliers: error and cost", ""]
        for section in self.sections(pictures=False):
            lines += [f"## {section.title}", ""]
            for text in section.text:
                lines += [_escape_markdown(text), ""]
            for index, row in enumerate(section.rows):
                lines.append("| " + " | ".join(map(_escape_markdown, row)) + " |")
                if index == 0:
                    lines.append("|---" * len(row) + "|")
            lines.append("")
        lines.append(f"Written by lutra {lutra.__version__}.")
        return "\n".join(lines) + "\n"

    def html(self) -> str:
        """One page that needs nothing besides itself."""
        body = ["<h1>Multipliers: error and cost</h1>"]
        for section in self.sections():
            body.append(f"<h2>{html.escape(section.title)}</h2>")
            body += [f"<p>{html.escape(text)}</p>" for text in section.text]
            if section.rows:
                body.append(_html_table(section))
            if section.picture:
                data = base64.b64encode(section.picture).decode()
                alt = html.escape(section.title)
                body.append(f'<img alt="{alt}" src="data:image/png;base64,{data}">')
        body.append(f"<footer>Written by lutra {html.escape(lutra.__version__)}.</footer>")
        return PAGE.replace("BODY", "\n".join(body))

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write ``.html`` or ``.md``, under its name when complete."""
        writers = {".html": self.html, ".md": self.markdown}
        extension = os.path.splitext(path)[1].lower()
        if extension not in writers:
            raise InputError(f"{os.fspath(path)}: a report is an .html or an .md file")
        text = writers[extension]()
        with renamed_when_complete(path) as temporary:
            temporary.write_text(text, encoding="utf-8")


def _escape_markdown(text: str) -> str:
    """As a table's cell, taken literally."""
    for character in "\\`*_|<[":
        text = text.replace(character, "\\" + character)
    return text.replace("\n", " ")


def _html_table(section: Section) -> str:
    def cells(tag: str, row: list[str]) -> str:
        return "".join(
            f"<{tag}{' class=text' if index < section.texts else ''}>{html.escape(text)}</{tag}>"
            for index, text in enumerate(row)
        )

    lines = [f"<tr>{cells('td', row)}</tr>" for row in section.rows[1:]]
    return (
        f'<div class="wide"><table><thead><tr>{cells("th", section.rows[0])}</tr></thead>\n<tbody>'
        + "\n".join(lines)
        + "</tbody></table></div>"
    )


PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Multipliers: error and cost</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; color: #1c1e21; background: #fff;
       max-width: 68rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin: 0 0 1rem; }
h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; }
p { margin: .4rem 0; max-width: 48rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: .6rem 0; }
th, td { padding: .28rem .8rem; text-align: right; border-bottom: 1px solid #dfe3e8;
         vertical-align: top; white-space: nowrap; }
th { border-bottom: 2px solid #6b7480; font-weight: 600; }
.text { text-align: left; white-space: normal; overflow-wrap: break-word; max-width: 22rem; }
tbody tr:nth-child(even) { background: #f6f8fa; }
img { max-width: 100%; height: auto; }
footer { margin: 2.5rem 0 1rem; color: #6b7480; font-size: .85rem; }
</style>
</head>
<body>
BODY
</body>
</html>
"""
