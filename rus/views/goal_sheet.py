"""The goals as a table to take away: one row a goal, for both sexes, women, men and each group."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import day
from rus.store.store import Store
from rus.views.choice import SEX_WORDS
from rus.views.goal_board import KINDS, METHOD, goal_board
from rus.views.goal_tree import Wanted, filtered
from rus.views.goal_words import METHODS
from rus.views.goals import GoalRow
from rus.views.sheet import Sheet, file_stem
from rus.views.status import STATUSES

COLUMNS = {
    "indicator": "Indikator",
    "goal": "Mål",
    "kind": "Typ av mål",
    "standing": "Ställning",
    "region": "Regionkod",
    "region_name": "Region",
    "sex": "Kön",
    "group": "Grupp",
    "status": "Bedömning",
    "direction": "Riktning",
    "reason": "Skäl",
    "base_year": "Basår",
    "base": "Basvärde",
    "newest_year": "Senaste år",
    "newest": "Senaste värde",
    "target_year": "Målår",
    "target": "Målvärde",
    "unit": "Enhet",
    "pace_observed": "Takt hittills per år",
    "lower": "Takt, nedre gräns",
    "upper": "Takt, övre gräns",
    "pace_required_start": "Takt som krävdes från basåret",
    "pace_required_now": "Takt som krävs från nu",
    "pace_unit": "Taktens enhet",
    "ratio": "Takt hittills delad med den som krävdes",
    "acceleration": "Gånger så hög takt som krävs",
    "missing_people": "Saknas i personer",
    "n": "Antal i underlaget",
    "points_used": "Mätningar",
    "probability": "Sannolikhet",
    "agreement": "Andel metoder som säger samma",
    "method": "Metod",
}
_YEARS = ("base_year", "newest_year", "target_year")


def goal_sheet(store: Store, catalogue: Catalogue, region: str, wanted: Wanted, build: str) -> Sheet:
    """The goals that a reader has asked for in a region, and what the columns mean."""
    lines = filtered(goal_board(store, catalogue, region).lines, wanted)
    rows = [_row(member) for line in lines for member in line.members]
    place = catalogue.name(region)
    groups = {str(row["group"]) for row in rows}
    return Sheet(
        title=f"Målstatus, {place}",
        filename=file_stem("malstatus", place),
        rows=_frame(rows),
        columns=COLUMNS,
        about=[
            ("Innehåll", f"Målstatus, {place}"),
            ("Urval", _selection(wanted, catalogue)),
            ("Så bedöms målen", METHOD),
            ("Takt", "Per år i måttets enhet; för mängder i procent per år (kolumnen Taktens enhet säger vilket)."),
            ("Sannolikhet", "Om trenden fortsätter som den har varit. Den vet inget om beslut som ändrar den."),
            ("Uttagsdatum", day(date.today())),  # the reader's own day
            ("Dataversion", build),
            ("Bearbetning", catalogue.here.editor),
        ],
        decimals=2,
        words={
            "indicator": {line.indicator: line.row.indicator.title for line in lines},
            "sex": {str(sex): words for sex, words in SEX_WORDS.items()},
            "group": {group: catalogue.group_label(group) for group in groups},
            "status": {status.id: status.words for status in STATUSES.values()},
            "method": METHODS,
        },
    )


def _row(row: GoalRow) -> dict[str, object]:
    made = row.progress
    unit = "procentenheter" if row.indicator.unit == "procent" else row.indicator.unit
    return {
        **row.record,
        "kind": KINDS[row.goal.kind],
        "standing": row.goal.standing,
        "region_name": row.region_name,
        "direction": row.direction,
        "unit": row.indicator.unit,
        "pace_unit": "procent" if made.method in {"logaritmisk", "jamforelse-tillvaxt"} else unit,
        "points_used": len(made.points),
    }


def _frame(rows: Sequence[dict[str, object]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    whole = dict.fromkeys((*_YEARS, "points_used"), "Int64")
    numbers = ("base", "newest", "target", "pace_observed", "lower", "upper", "pace_required_start")
    more = ("pace_required_now", "ratio", "acceleration", "missing_people", "n", "probability", "agreement")
    return frame.astype(whole | dict.fromkeys((*numbers, *more), "float64"))


def _selection(wanted: Wanted, catalogue: Catalogue) -> str:
    area = next((c.name for c in catalogue.challenges if c.id == wanted.challenge), "")
    parts = [
        area,
        STATUSES[wanted.status].words if wanted.status else "",
        {"officiell": "officiella mål", "foreslagen": "föreslagna mål"}.get(wanted.standing, ""),
        "mål med ett tal" if wanted.numbers else "",
    ]
    return "; ".join(part for part in parts if part) or "Alla mål"
