"""What the tabs of Data & kvalitet share: which indicators are asked for, what they are called, files to take away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL
from rus.catalogue.indicator import Indicator
from rus.core.swedish import day, sort_key
from rus.views.sheet import Sheet, file_stem

ALL = ""
UPDATE = "Hämta med kommandot rus update på en dator med internet."


@dataclass(frozen=True)
class Line:
    """One row of a table: which indicator it is about (empty for none), and its cells as words."""

    indicator: str
    cells: tuple[str, ...]


def areas(catalogue: Catalogue) -> dict[str, str]:
    """Challenge areas, then themes, that a table can be narrowed to: id → name; the first means all."""
    challenges = {c.id: c.name for c in catalogue.challenges}
    return {ALL: "Alla områden"} | challenges | {t.id: t.name for t in catalogue.themes if t.id not in challenges}


def chosen(catalogue: Catalogue, within: str) -> list[Indicator]:
    """The indicators of a challenge area or theme, by their short names in Swedish order."""
    found = (i for i in catalogue.indicators.values() if within in (ALL, i.theme, *i.challenges))
    return sorted(found, key=lambda i: sort_key(i.short))


def name(catalogue: Catalogue, indicator: str, group: str = TOTAL) -> str:
    """What a row calls its indicator; the group is named where there is one."""
    found = catalogue.indicators.get(indicator)
    words = found.short if found else indicator
    return words if group == TOTAL else f"{words}: {catalogue.group_label(group)}"


def sheet(
    catalogue: Catalogue, title: str, columns: dict[str, str], rows: Sequence[Sequence[object]], *, build: str
) -> Sheet:
    """A table of the page as files.

    Args:
        catalogue: the catalogue of the build.
        title: what the rows are, in Swedish.
        columns: column id → Swedish header.
        rows: cells in the order of the columns.
        build: the data version.
    """
    return Sheet(
        title=title,
        filename=file_stem("data-och-kvalitet", title),
        rows=pd.DataFrame(list(rows), columns=list(columns)),
        columns=columns,
        about=[
            ("Innehåll", title),
            ("Uttagsdatum", day(date.today())),
            ("Dataversion", build),
            ("Bearbetning", catalogue.here.editor),
        ],
        decimals=2,
    )
