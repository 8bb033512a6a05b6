"""Shows many measures at once. Read it so: each cell says the value, and in words how it stands to the rest."""

from collections.abc import Mapping
from html import escape

from rus.charts.table import linked
from rus.views.heat import WORDS, Column, Heat, Judged, fmt_unit


def heat_table(found: Heat, links: Mapping[str, str] | None = None) -> str:
    """Markup of the table, in the classes of the stylesheet; heads stay in sight, and no class is colour alone.

    Args:
        found: kommuner by measures; all texts are escaped here.
        links: name of a kommun → where it leads, safe to stand in markup.
    """
    ways = links or {}
    heads = "".join(f'<th scope="col">{_head(column)}</th>' for column in found.columns)
    rows = "".join(
        f'<tr><th scope="row">{linked(name, ways)}</th>{"".join(_cell(cell) for cell in line)}</tr>'
        for (_, name), line in zip(found.places, found.cells, strict=True)
    )
    return (
        f'<p class="lgd heatkey">{_key(found)}</p>'
        '<div class="tw heat" tabindex="0" role="region" aria-label="Kommunerna mot resten av länet"><table>'
        '<caption class="vh">Kommunerna mot resten av länet</caption>'
        f'<thead><tr><th scope="col">Kommun</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _head(column: Column) -> str:
    unit = f"{fmt_unit(column.unit)} {column.period}".strip()
    return f"{escape(column.name)}<small>{escape(unit)}</small>"


def _cell(cell: Judged) -> str:
    short, words = WORDS[cell.kind]
    if cell.kind == "none":
        why = escape(cell.why or words)
        spoken = f'<span aria-hidden="true">{escape(cell.text)}</span><span class="vh">{why}</span>'
        return f'<td class="none" title="{why}">{spoken}</td>'
    return f'<td class="{cell.kind}" title="{escape(words)}"><b>{cell.text}</b><small>{escape(short)}</small></td>'


def _key(found: Heat) -> str:
    """The classes that occur, with what each word stands for."""
    seen = {cell.kind for line in found.cells for cell in line}
    return "".join(
        f'<span><i class="heatbox {kind}"></i><b>{escape(short)}</b> {escape(words)}</span>'
        for kind, (short, words) in WORDS.items()
        if kind in seen and short
    )
