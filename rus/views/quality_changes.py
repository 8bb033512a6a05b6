"""What is new since a day: new periods, values that the source has changed, values taken back, words changed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import day, listing, number
from rus.store.store import Store
from rus.views.quality import name, sheet
from rus.views.quality_revised import SEXES, Changed, Revised, Value, summary, values
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
    "new": "Till", "change": "Ändring", "words": "Vad som har ändrats", "known_from": "Känt från",
    "fetch_id": "Hämtning", "indicator": "Indikator", "group": "Grupp", "region": "Regionkod", "unit": "Enhet",
}  # fmt: skip
MOST = 60


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
    `n_revised` and `n_withdrawn` count all; `summary` has every indicator with revisions.
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
    days = sorted({str(when)[:10] for when in rows[rows["kind"] != "import"]["retrieved"].dropna()}, reverse=True)
    words = ["den senaste uppdateringen", *("uppdateringen" for _ in days[1:])]
    return tuple(Since(d, f"Sedan {w}, {day(date.fromisoformat(d))}") for d, w in zip(days, words, strict=True))


def changes(store: Store, since: str) -> list[Changed]:
    """Everything that has become known since a day (ISO), that day included."""
    raise NotImplementedError


def changes_view(store: Store, catalogue: Catalogue, since: str) -> ChangesView:
    """What has become known since a day (ISO), in words."""
    return told(catalogue, changes(store, since))


def told(catalogue: Catalogue, found: Iterable[Changed]) -> ChangesView:
    """Changes sorted by kind, in words."""
    kinds: dict[str, list[Changed]] = {kind: [] for kind in KINDS}
    for change in found:
        kinds.setdefault(change.kind, []).append(change)
    revised = values(catalogue, kinds["revised"])
    withdrawn = values(catalogue, kinds["withdrawn"])
    arrived = _arrived(catalogue, [*kinds["new_period"], *kinds["added"]])
    count = {kind: len(some) for kind, some in kinds.items()}
    return ChangesView(
        finding=_finding(count, len({a.indicator for a in arrived})),
        arrived=arrived,
        summary=summary(catalogue, kinds["revised"]),
        revised=tuple(revised[:MOST]),
        withdrawn=tuple(withdrawn[:MOST]),
        definitions=_told(catalogue, kinds["definition"]),
        retired=_told(catalogue, kinds["retired"]),
        n_revised=len(revised),
        n_withdrawn=len(withdrawn),
    )


def _arrived(catalogue: Catalogue, changes: list[Changed]) -> tuple[Arrived, ...]:
    found: dict[tuple[str, str], list[Changed]] = {}
    for change in changes:
        found.setdefault((change.indicator, change.group), []).append(change)
    rows = []
    for (indicator, group), some in found.items():
        new = sorted({c.period for c in some if c.kind == "new_period"}) or sorted({c.period for c in some})
        words = [period_in_words(p) for p in new]
        shown = listing(words) if len(words) <= 3 else f"{words[0]} till {words[-1]}"
        places = len({c.region for c in some})
        when = max(c.when for c in some)
        rows.append(Arrived(indicator, group, name(catalogue, indicator, group), shown, len(some), places, when))
    return tuple(sorted(rows, key=lambda a: (a.when, a.figures), reverse=True))


def _told(catalogue: Catalogue, changes: list[Changed]) -> tuple[Told, ...]:
    rows = [Told(c.indicator, name(catalogue, c.indicator), c.words, c.when) for c in changes]
    return tuple(sorted(rows, key=lambda t: (t.when, t.name), reverse=True))


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


def changes_sheet(catalogue: Catalogue, found: Iterable[Changed], build: str) -> Sheet:
    """Every change as files, one row each."""
    rows = [
        (
            *(KINDS.get(c.kind, c.kind), name(catalogue, c.indicator), catalogue.name(c.region), SEXES.get(c.sex, "")),
            *(c.period, c.old, c.new, c.new - c.old if c.old is not None and c.new is not None else None),
            *(c.words, c.when, c.fetch_id, c.indicator, catalogue.group_label(c.group), c.region),
            catalogue.indicators[c.indicator].unit if c.indicator in catalogue.indicators else "",
        )
        for c in found
    ]
    return sheet(catalogue, "Nytt sedan sist", COLUMNS, rows, build=build)


def by_owner(catalogue: Catalogue, arrived: Iterable[Arrived]) -> str:
    """`SCB 12, Skolverket 3`: how many indicators each owner gave new figures of."""
    owners = Counter(catalogue.indicators[i].owner for i in {a.indicator for a in arrived} if i in catalogue.indicators)
    return ", ".join(f"{owner} {n}" for owner, n in owners.most_common())
