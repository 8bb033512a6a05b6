"""What is new since a day: new periods, values that the source has changed, values taken back, words changed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import day, listing, number
from rus.store.store import Store
from rus.views.quality import name, sheet
from rus.views.quality_revised import SEXES, Revised, Value, pair, summary, values
from rus.views.sheet import Sheet, period_in_words

KINDS = {
    "new_period": "Ny period",
    "added": "Nytt värde",
    "revised": "Reviderat värde",
    "withdrawn": "Återkallat värde",
    "definition": "Ändrad definition",
    "retired": "Avslutad serie",
}
COLUMNS = {
    "kind": "Slag", "name": "Mått", "region_name": "Region", "sex": "Kön", "period": "Period", "old": "Från",
    "new": "Till", "change": "Ändring", "words": "Vad som har ändrats", "known_from": "Känt från (UTC)",
    "fetch_id": "Hämtning", "indicator": "Indikator", "group": "Grupp", "region": "Regionkod", "unit": "Enhet",
}  # fmt: skip
NEW = ("new_period", "added")
MOST = 60
NAMED = 3
"""Periods that are named one by one."""


@dataclass(frozen=True)
class Arrived:
    """New figures of one indicator: the new periods in words, how many figures, for how many places, since when."""

    indicator: str
    group: str
    name: str
    periods: str
    figures: int
    places: int
    when: str


@dataclass(frozen=True)
class Told:
    """A change of an indicator's own words, or a series that has ended."""

    indicator: str
    name: str
    words: str
    when: str


@dataclass(frozen=True)
class ChangesView:
    """All kinds apart, each the weightiest first.

    `revised` and `withdrawn` hold at most MOST values, those of the county, its kommuner and the country first;
    `n_revised` and `n_withdrawn` count all; `summary` has every indicator with revisions. `computed` says which
    indicators changed because they are computed from others ("" where none did).
    """

    finding: str
    arrived: tuple[Arrived, ...]
    summary: tuple[Revised, ...]
    revised: tuple[Value, ...]
    withdrawn: tuple[Value, ...]
    definitions: tuple[Told, ...]
    retired: tuple[Told, ...]
    n_revised: int
    n_withdrawn: int
    computed: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing has changed."""
        return not (self.arrived or self.revised or self.withdrawn or self.definitions or self.retired)


@dataclass(frozen=True)
class Since:
    """A day to look back to: its ISO date and how the picker says it."""

    day: str
    words: str


def since_options(store: Store, catalogue: Catalogue) -> tuple[Since, ...]:  # noqa: ARG001  # every view takes both
    """The days when something came from a source after the first figures, the newest first; empty where none has."""
    rows = store.fetches(None)
    days = sorted(
        {str(when)[:10] for when in rows[~rows["kind"].isin(["import", "computed"])]["retrieved"].dropna()},
        reverse=True,
    )
    return tuple(Since(found, f"Sedan uppdateringen {day(date.fromisoformat(found))}") for found in days)


def changes(store: Store, since: str) -> pd.DataFrame:
    """Everything that has become known since a day (ISO), that day included, as `Store.changes` gives it."""
    return store.changes(date.fromisoformat(since))


def changes_view(store: Store, catalogue: Catalogue, since: str) -> ChangesView:
    """What has become known since a day (ISO), in words."""
    return told(catalogue, changes(store, since))


def told(catalogue: Catalogue, found: pd.DataFrame) -> ChangesView:
    """Changes (the frame of `Store.changes`) by kind, in words."""
    kinds = {kind: found[found["kind"] == kind] for kind in KINDS}
    arrived = _arrived(catalogue, found[found["kind"].isin(NEW)])
    return ChangesView(
        finding=_finding({kind: len(rows) for kind, rows in kinds.items()}, len({a.indicator for a in arrived})),
        arrived=arrived,
        summary=summary(catalogue, kinds["revised"]),
        revised=values(catalogue, kinds["revised"], MOST),
        withdrawn=values(catalogue, kinds["withdrawn"], MOST),
        definitions=_told(catalogue, kinds["definition"]),
        retired=_told(catalogue, kinds["retired"]),
        n_revised=len(kinds["revised"]),
        n_withdrawn=len(kinds["withdrawn"]),
        computed=computed_words(catalogue, found),
    )


def computed_words(catalogue: Catalogue, found: pd.DataFrame) -> str:
    """That indicators among the changes are computed, and so changed with the figures they are computed from."""
    changed = sorted(set(found.loc[found["words"] == "", "indicator"].astype(str)))
    names = [i.title for identity in changed if (i := catalogue.indicators.get(identity)) and i.derive]
    if not names:
        return ""
    more = [f"{len(names) - 3} till"] if len(names) > 3 else []
    what = "ett mått som räknas fram" if len(names) == 1 else "mått som räknas fram"
    return f"Bland ändringarna finns {what} ur andra och som ändras när de gör det: {listing([*names[:3], *more])}."


def _arrived(catalogue: Catalogue, rows: pd.DataFrame) -> tuple[Arrived, ...]:
    found = []
    for key, some in rows.groupby(["indicator", "group"], sort=False, observed=True):
        indicator, group = pair(key)
        periods = some.loc[some["kind"] == "new_period", "period"]
        new = sorted(str(p) for p in (periods if len(periods) else some["period"]).unique())
        words = [period_in_words(p) for p in new]
        found.append(
            Arrived(
                indicator,
                group,
                name(catalogue, indicator, group),
                periods=listing(words) if len(words) <= NAMED else f"{words[0]} till {words[-1]}",
                figures=len(some),
                places=some["region"].nunique(),
                when=_local(some["known_from"].max()),
            )
        )
    return tuple(sorted(found, key=lambda a: (a.when, a.figures), reverse=True))


def _local(when: pd.Timestamp) -> str:
    """The day here of a moment in UTC without zone."""
    return when.to_pydatetime().replace(tzinfo=UTC).astimezone().date().isoformat()


def _told(catalogue: Catalogue, rows: pd.DataFrame) -> tuple[Told, ...]:
    found = [
        Told(str(r["indicator"]), name(catalogue, str(r["indicator"])), str(r["words"]), _local(r["known_from"]))
        for r in rows.to_dict("records")
    ]
    return tuple(sorted(found, key=lambda t: (t.when, t.name), reverse=True))


def _finding(count: Mapping[str, int], indicators: int) -> str:
    new = count.get("new_period", 0) + count.get("added", 0)
    said = [f"{number(new)} nya siffror i {indicators} mått"] if new else []
    for kind, one, many in (
        ("revised", "en siffra har ändrats av källan", "{} siffror har ändrats av källan"),
        ("withdrawn", "en är återkallad", "{} är återkallade"),
        ("definition", "en definition är ändrad", "{} definitioner är ändrade"),
        ("retired", "en serie är avslutad", "{} serier är avslutade"),
    ):
        n = count.get(kind, 0)
        said += [one if n == 1 else many.format(number(n))] if n else []
    text = listing(said)
    return f"{text[:1].upper()}{text[1:]}" if text else "Inget har ändrats"


def changes_sheet(catalogue: Catalogue, found: pd.DataFrame, build: str) -> Sheet:
    """Every change as files, one row each."""
    known = catalogue.indicators
    rows = found.assign(
        name=[known[i].short if i in known else i for i in found["indicator"].astype(str)],
        change=found["new"] - found["old"],
        known_from=found["known_from"].dt.strftime("%Y-%m-%d %H:%M"),
        unit=[known[i].unit if i in known else "" for i in found["indicator"].astype(str)],
    )
    made = sheet(catalogue, "Nytt sedan sist", COLUMNS, [], build=build)
    groups = {str(g): catalogue.group_label(str(g)) for g in found["group"].dropna().unique()}
    return replace(made, rows=rows, words={"kind": KINDS, "sex": SEXES, "group": groups})
