"""How fresh the figures are: the newest period of each indicator, when the next is due, and what that makes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rus.analysis.freshness import state
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.freshness import MONTHS, Freshness
from rus.catalogue.indicator import Indicator
from rus.core.swedish import day, listing, sort_key
from rus.store.periods import read_period
from rus.store.store import Store
from rus.views.quality import ALL, chosen, sheet
from rus.views.quality_parts import Part, by_theme, parted
from rus.views.sheet import Sheet, period_in_words
from rus.views.status import StatusWord

STATES = {
    s.id: s
    for s in (
        StatusWord("ny", "Ny", "good"),
        StatusWord("kommer", "Kommer", "eq"),
        StatusWord("forsenad", "Försenad", "slow"),
        StatusWord("inaktuell", "Inaktuell", "bad"),
        StatusWord("okand", "Ingen känd takt", "na"),
        StatusWord("saknas", "Inga siffror", "na"),
    )
}
TO_DO = ("inaktuell", "forsenad")
ORDER = (*TO_DO, "ny", "kommer", "okand", "saknas")
MEANING = (
    ("Ny", "Den nyaste perioden har kommit hit de senaste tre månaderna."),
    ("Kommer", "Siffrorna är så färska som de kan vara. Nästa period är inte publicerad ännu."),
    ("Försenad", "Nästa period borde ha kommit. Hämta den med rus update, om källan har publicerat den."),
    ("Inaktuell", "Minst en hel period till borde ha kommit. Siffrorna är för gamla för att beskriva läget i dag."),
)
COLUMNS = {
    "name": "Mått",
    "state": "Läge",
    "newest": "Senaste period",
    "retrieved": "Hämtad",
    "due": "Nästa period väntad",
    "occasion": "Publiceras nästa gång",
    "cycle": "Publiceras",
    "documented": "Takten enligt",
    "owner": "Ägare",
    "trouble": "Senaste försöket",
    "indicator": "Indikator",
}
CYCLES = {"year": "varje år", "quarter": "varje kvartal", "month": "varje månad", "election": "efter varje val"}
OWN_READING = "egen bedömning"


@dataclass(frozen=True)
class Row:
    """One indicator: its newest period, when it came here, when the next is due (None = not known), and its state.

    `occasion` is the owner's next time to publish, this month or later: the same as `due` unless that has passed.
    """

    indicator: str
    name: str
    owner: str
    state: StatusWord
    newest: str
    retrieved: str
    due: date | None
    due_words: str
    occasion: date | None
    cycle: str
    documented: str
    trouble: str


@dataclass(frozen=True)
class Month:
    """What is published in a month."""

    words: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Count:
    """How many measures are in one of the three cases that a leader asks for."""

    number: int
    words: StatusWord
    meaning: str


@dataclass(frozen=True)
class FreshnessView:
    """The table, its sentence, how many are current, late and awaited, and the calendar of the months ahead."""

    rows: tuple[Row, ...]
    finding: str
    counts: tuple[Count, ...]
    calendar: tuple[Month, ...]


def freshness_view(
    store: Store, catalogue: Catalogue, today: date, within: str = ALL, failed: tuple[tuple[str, str], ...] = ()
) -> FreshnessView:
    """The freshness of an area's indicators in use.

    Args:
        store: the build's store.
        catalogue: its catalogue.
        today: the day to judge from.
        within: a challenge area or theme.
        failed: series keys and why the newest attempt to fetch each failed.
    """
    covered = {str(row["indicator"]): row for row in store.coverage().to_dict("records") if row["n_values"]}
    used = [i for i in chosen(catalogue, within) if i.state == "in_use"]
    rows = [_row(i, covered.get(i.id), today, dict(failed)) for i in used]
    rows.sort(key=lambda row: row.due or today)
    ordered = tuple(row for state in by_state(rows) for part in by_theme(state.rows, catalogue) for row in part.rows)
    wanted = sum(i.state == "wanted" for i in chosen(catalogue, within))
    return FreshnessView(ordered, _finding(rows), _counts(rows, wanted), _calendar(rows))


def by_state(rows: Sequence[Row]) -> tuple[Part[Row], ...]:
    """The rows by their state, those that somebody has to do something about first."""
    return parted(rows, {state: STATES[state].words for state in ORDER}, lambda row: row.state.id)


def _counts(rows: Sequence[Row], wanted: int) -> tuple[Count, ...]:
    def many(*states: str) -> int:
        return sum(row.state.id in states for row in rows)

    return (
        Count(many("ny", "kommer"), StatusWord("", "Aktuella", "good"), "Så färska som de kan vara"),
        Count(many(*TO_DO), StatusWord("", "Sena", "bad"), "En ny period borde ha kommit"),
        Count(many("okand", "saknas") + wanted, StatusWord("", "Väntar", "na"), "Inga siffror eller ingen känd takt"),
    )


def _row(i: Indicator, covered: Mapping[object, object] | None, today: date, failed: Mapping[str, str]) -> Row:
    newest = read_period(str(covered["newest"])) if covered else None
    got = _day(covered["fetched"]) if covered else None
    due = i.freshness.due(newest.last_day) if newest and i.freshness else None
    trouble = next((failed[s.key] for s in i.series if s.key in failed), "")
    return Row(
        indicator=i.id,
        name=i.short,
        owner=i.owner,
        state=STATES[_state(i.freshness, bool(newest), due, got, today)],
        newest=period_in_words(newest.id) if newest else "",
        retrieved=day(got) if got else "",
        due=due,
        due_words=_month(due) if due else "",
        occasion=_occasion(due, i.freshness.step_months, today) if due and i.freshness else None,
        cycle=_cycle(i.freshness),
        documented=(i.freshness.source or "källan") if i.freshness and i.freshness.documented else OWN_READING,
        trouble=trouble,
    )


def _state(cycle: Freshness | None, there: bool, due: date | None, got: date | None, today: date) -> str:  # noqa: FBT001  # a private rule
    if not there:
        return "saknas"
    if cycle is None or due is None:
        return "okand"
    return state(due, cycle.step_months, got, today)


def _cycle(cycle: Freshness | None) -> str:
    if cycle is None:
        return ""
    words = CYCLES.get(cycle.cycle) or f"{_EVERY[int(cycle.cycle.partition(':')[2])]} år"
    return f"{words}, i {cycle.published}" if cycle.published else words


_EVERY = {
    2: "vartannat", 3: "vart tredje", 4: "vart fjärde", 5: "vart femte", 6: "vart sjätte", 7: "vart sjunde",
    8: "vart åttonde", 9: "vart nionde",
}  # fmt: skip


def _occasion(due: date, step: int, today: date) -> date:
    """The first time to publish that is not before this month."""
    months = due.year * 12 + due.month - 1
    behind = today.year * 12 + today.month - 1 - months
    months += max(0, -(-behind // step)) * step
    return date(months // 12, months % 12 + 1, 1)


def _finding(rows: list[Row]) -> str:
    count = {state: sum(r.state.id == state for r in rows) for state in STATES}
    there = len(rows) - count["saknas"]
    if not there:
        return "Inga mått har siffror ännu"
    late = count["forsenad"] + count["inaktuell"]
    fresh = count["ny"] + count["kommer"]
    said = [f"{fresh} mått är så färska som de kan vara"] if fresh else []
    said += [f"{late} borde ha fått en ny period"] if late else []
    said += [f"{count['okand']} har ingen känd takt"] if count["okand"] else []
    text = listing(said)
    return f"{text[:1].upper()}{text[1:]}, av {there} mått med siffror" if text else f"{there} mått har siffror"


def _calendar(rows: list[Row]) -> tuple[Month, ...]:
    """The months ahead that something is published in, each with its indicators in Swedish order."""
    months: dict[date, list[str]] = {}
    for row in rows:
        if row.occasion:
            months.setdefault(row.occasion, []).append(row.name)
    return tuple(Month(_month(month), tuple(sorted(months[month], key=sort_key))) for month in sorted(months))


def _month(when: date) -> str:
    return f"{MONTHS[when.month - 1]} {when.year}"


def _iso(when: date | None) -> str:
    return when.isoformat()[:7] if when else ""


def _day(value: object) -> date | None:
    found = getattr(value, "date", None)
    if value is None or value != value:  # NaT differs from itself
        return None
    return found() if found else value if isinstance(value, date) else None


def freshness_sheet(catalogue: Catalogue, found: FreshnessView, build: str) -> Sheet:
    """The table as files."""
    rows = [
        (
            *(r.name, r.state.words, r.newest, r.retrieved, _iso(r.due), _iso(r.occasion)),
            *(r.cycle, r.documented if r.cycle else "", r.owner, r.trouble, r.indicator),
        )
        for r in found.rows
    ]
    return sheet(catalogue, "Aktualitet", COLUMNS, rows, build=build)
