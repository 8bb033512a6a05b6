"""Shows many measures at once. Read it so: each cell says the value, and in words how it stands to the rest."""

from collections.abc import Mapping
from html import escape

from rus.charts import grid
from rus.charts.paper import SIGN, SMALL, Drawing, Key, box
from rus.charts.table import linked
from rus.charts.theme import Tokens, tokens
from rus.views.heat import JUDGED, WORDS, Column, Heat, Judged, fmt_unit

OF_NAME, OF_MEASURE = 140, 112
"""Pixels of a column in a file."""


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
    return f"{escape(column.name)}<small>{escape(_below(column))}</small>"


def _below(column: Column) -> str:
    return f"{fmt_unit(column.unit)} {column.period}".strip()


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


def heat_picture(found: Heat, theme: str | None) -> Drawing:
    """The same table for a file.

    Args:
        found: kommuner by measures.
        theme: `light` or `dark`.
    """
    t = tokens(theme)
    seen = {cell.kind for line in found.cells for cell in line}
    marks = [
        Key(box(0, 0, (SIGN, SIGN), _ground(kind, t), edge=t.line), words)
        for kind, (short, words) in WORDS.items()
        if kind in seen and short
    ]
    rows = [
        [grid.Cell((grid.Words(name, weight=600),)), *(_box(cell, t) for cell in line)]
        for (_, name), line in zip(found.places, found.cells, strict=True)
    ]
    heads = [grid.Column(column.name, OF_MEASURE, _below(column)) for column in found.columns]
    return grid.grid([grid.Column("Kommun", OF_NAME), *heads], rows, t, marks)


def _box(cell: Judged, t: Tokens) -> grid.Cell:
    words = [grid.Words(cell.text, weight=650)]
    if WORDS[cell.kind][0]:
        words.append(grid.Words(WORDS[cell.kind][0], SMALL))
    return grid.Cell(tuple(words), _ground(cell.kind, t), "" if cell.kind in JUDGED else t.line)


def _ground(kind: str, t: Tokens) -> str:
    """The ground of a class, as in the stylesheet."""
    return {"better": t.above[0], "worse": t.below[0], "same": t.soft}.get(kind, "none")
