"""The tables of the first page and of the challenge pages."""

from collections.abc import Sequence

import pandas as pd

from rus.charts.theme import Tokens, tokens
from rus.core.swedish import HARD_SPACE, number
from rus.ui import site
from rus.ui.cards import MEN, SHORT_UNIT, WOMEN, sexes, way
from rus.ui.frame import chip, href, html, text
from rus.ui.markup import table, written
from rus.views.cards import Row
from rus.views.challenge import Measured, Section
from rus.views.findings_lines import Line
from rus.views.gaps import Gap

COLUMNS = (
    ("Mått", ""),
    ("Senaste värde", ' class="n"'),
    ("Utveckling", ""),
    ("Bedömning", ""),
    (f"{WOMEN}Kvinnor {MEN}Män", ""),
    ("Mål", ""),
)
CHANGE_WIDTHS = ("27%", "15%", "18%", "21%")
WIDTHS = ("25%", "14%", "14%", "16%", "15%", "16%")


def change_table(changes: Sequence[Line]) -> None:
    """First judged value, now, the change between them, and whether it is wanted."""
    html(change_markup(changes))


def change_markup(changes: Sequence[Line]) -> str:
    """The markup of `change_table`."""
    columns = ("Mått", "Från", "Nu", "Ändring", "Riktning")
    rows = [_change(c) for c in changes]
    return written(columns, rows, caption="Säkra förändringar", numbers={1, 2, 3}, widths=CHANGE_WIDTHS, safe=True)


def _change(c: Line) -> tuple[str, ...]:
    below = f'<small>{text(c.where)}</small><span class="show-s">{chip(c.status)}</span>'
    return (
        f'<a href="{href("utforska", **c.address)}">{text(c.name)}</a>{below}',
        f"{text(c.earlier)}<small>{text(c.earlier_of)}</small>",
        _now(c),
        f"<b>{text(c.apart)}</b><small>{text(c.apart_unit)}</small>",
        chip(c.status),
    )


def change_list(changes: Sequence[Line]) -> None:
    """The same in three columns, for long lists in narrow places."""
    rows = [
        (
            f'<a href="{href("utforska", **c.address)}">{text(c.name)}</a><small>{text(_way(c))}</small>',
            f"<b>{text(c.apart)}</b><small>{text(c.apart_unit)}</small>",
            chip(c.status),
        )
        for c in changes
    ]
    columns = ("Mått", "Ändring", "Riktning")
    table(columns, rows, caption="Alla säkra förändringar", numbers={1}, widths=("50%", "24%"), safe=True)


def _way(c: Line) -> str:
    return f"{c.earlier} ({c.earlier_of}) till {c.now}{HARD_SPACE}{c.unit} ({c.now_of})"


def deviation_table(deviations: Sequence[Line]) -> None:
    """Kommuner beside what their own earlier years pointed to."""
    columns = ("Kommun och mått", "Väntat", "Nu", "Bedömning")
    table(columns, [_deviation(d) for d in deviations], caption="Avviker", numbers={1, 2}, safe=True)


def _deviation(d: Line) -> tuple[str, ...]:
    below = f'<small>{text(d.name)}</small><span class="show-s">{chip(d.status)}</span>'
    return (
        f'<a href="{href("utforska", **d.address)}">{text(d.region_name)}</a>{below}',
        f"{text(d.earlier)}<small>{text(d.earlier_of)}</small>",
        _now(d),
        chip(d.status),
    )


def _now(line: Line) -> str:
    short = len(line.unit) <= SHORT_UNIT
    unit = f" {text(line.unit)}<small>" if short else f"<small>{text(line.unit)} "
    return f"<b>{text(line.now)}</b>{unit}{text(line.now_of)}</small>"


ALL = "Alla mått, ämne för ämne"


def measure_table(sections: Sequence[Section], *, scale: float) -> None:
    """Indicators by subject: newest value, the way there, what the trend says, women and men, and the goals."""
    colours = tokens(site.theme())
    heads = zip(COLUMNS, WIDTHS, strict=True)
    head = "".join(f'<th scope="col"{kind} style="width:{width}">{name}</th>' for (name, kind), width in heads)
    parts = [
        f'<tbody><tr class="part"><th colspan="{len(COLUMNS)}" scope="rowgroup">{text(section.title)}</th></tr>'
        + "".join(_measure(m, m.row, scale, colours) for m in section.measures if m.row)
        + "</tbody>"
        for section in sections
    ]
    table = f'<table aria-label="{ALL}"><thead><tr>{head}</tr></thead>{"".join(parts)}</table>'
    html(f'<div class="tw" tabindex="0" role="region" aria-label="{ALL}">{table}</div>')


def _measure(m: Measured, row: Row, scale: float, colours: Tokens) -> str:
    link = href("utforska", ind=row.indicator, grp=row.group)
    short = len(row.unit) <= SHORT_UNIT
    unit = f" {text(row.unit)}<small>" if short else f"<small>{text(row.unit)} · "
    provisional = f"{HARD_SPACE}p" if row.provisional else ""
    goal = f"<small>{text(row.goal)}</small>" if row.goal else ""
    return (
        f'<tr><th scope="row"><a href="{link}">{text(row.name)}</a></th>'
        f'<td class="n"><b>{text(row.value)}</b>{unit}{text(row.period)}{provisional}</small></td>'
        f'<td class="way">{way(row, colours)}</td>'
        f"<td>{chip(row.status)}<small>{text(row.direction)}</small></td>"
        f'<td class="mini">{sexes(row, scale, colours, words=False)}</td>'
        f"<td>{text(m.goals)}<small>{text(m.standing or 'Inget mål')}</small>{goal}</td></tr>"
    )


def gap_rows(gaps: Sequence[Gap]) -> pd.DataFrame:
    """The dumbbell chart's figures as a table."""
    return pd.DataFrame(
        {
            "Mått": [g.name for g in gaps],
            "År": [g.period for g in gaps],
            "Kvinnor": [number(g.women, g.decimals) for g in gaps],
            "Män": [number(g.men, g.decimals) for g in gaps],
            "Gap": [number(g.gap, g.decimals) for g in gaps],
        }
    )
