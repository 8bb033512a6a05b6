"""The matrix of statuses as a table to take away: one row a cell."""

from datetime import date

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import day
from rus.store.store import Store
from rus.views.choice import SEX_WORDS
from rus.views.sheet import Sheet, file_stem
from rus.views.status import STATUSES
from rus.views.status_matrix import Cut, status_matrix

COLUMNS = {
    "indicator": "Indikator",
    "name": "Mått",
    "region_name": "Region",
    "sex": "Kön",
    "group": "Grupp",
    "status": "Bedömning",
    "short": "Kort",
    "reason": "Skäl",
}


def matrix_sheet(store: Store, catalogue: Catalogue, cut: Cut, build: str) -> Sheet:
    """Every cell of the matrix that holds a status, for an area, a sex and a group."""
    shown = status_matrix(store, catalogue).only(cut)
    rows = [
        (row.indicator, row.name, region, row.sex, row.group, cell.status.id, cell.words, cell.reason)
        for row in shown.rows
        for region, cell in zip(shown.regions, row.cells, strict=True)
        if cell
    ]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    place = catalogue.name(catalogue.here.region)
    title = f"Bedömning av alla mått, {place} och kommunerna"
    return Sheet(
        title=title,
        filename=file_stem("bedomningar", place),
        rows=frame,
        columns=COLUMNS,
        about=[
            ("Innehåll", title),
            ("Att tänka på", "Varje rad är en egen bedömning. Klasserna vägs aldrig ihop."),
            ("Uttagsdatum", day(date.today())),  # the reader's own day
            ("Dataversion", build),
            ("Bearbetning", catalogue.here.editor),
        ],
        decimals=0,
        words={
            "indicator": {i: catalogue.indicators[i].title for i in {str(x) for x in frame["indicator"]}},
            "sex": {str(sex): words for sex, words in SEX_WORDS.items()},
            "group": {g: catalogue.group_label(g) for g in {str(x) for x in frame["group"]}},
            "status": {status.id: status.words for status in STATUSES.values()},
        },
    )
