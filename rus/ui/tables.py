"""The tables of the first page and of the challenge pages."""

from collections.abc import Sequence

import pandas as pd

from rus.ui.frame import chip, href, text
from rus.ui.markup import table
from rus.views.change import Change
from rus.views.gaps import Gap


def change_table(changes: Sequence[Change]) -> None:
    """Five years ago, now, the change, and what the trend says."""
    columns = ("Mått", "Från", "Nu", "Ändring", "Bedömning")
    table(columns, [_change(c) for c in changes], caption="Största förändringarna", numbers={1, 2, 3}, safe=True)


def _change(c: Change) -> tuple[str, ...]:
    link = href("utforska", ind=c.indicator, grp=c.group)
    below = f'<small>{text(c.where)}</small><span class="show-s">{chip(c.status)}</span>'
    return (
        f'<a href="{link}">{text(c.name)}</a>{below}',
        f"{text(c.earlier)}<small>{c.earlier_year}</small>",
        f"<b>{text(c.now)}</b> {text(c.unit)}<small>{c.now_year}</small>",
        f"<b>{text(c.change)}</b><small>{text(c.change_unit)}</small>",
        chip(c.status),
    )


def gap_rows(gaps: Sequence[Gap]) -> pd.DataFrame:
    """The dumbbell chart's figures as a table."""
    return pd.DataFrame(
        {
            "Mått": [g.name for g in gaps],
            "År": [g.period for g in gaps],
            "Kvinnor": [g.women for g in gaps],
            "Män": [g.men for g in gaps],
            "Gap": [g.gap for g in gaps],
        }
    )
