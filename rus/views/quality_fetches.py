"""The log of fetches: what was asked, when, how much came, and the fingerprint of the answer; the newest first."""

from dataclasses import dataclass
from datetime import date, datetime

from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import day, number
from rus.store.store import Store
from rus.views.about import KINDS, in_few_words
from rus.views.quality import sheet
from rus.views.sheet import Sheet

COLUMNS = {
    "fetch_id": "Hämtning",
    "series": "Serie",
    "owner": "Ägare",
    "kind": "Så hämtades den",
    "request": "Fråga",
    "retrieved": "När",
    "rows": "Rader",
    "hash": "Kontrollsumma",
}

_FROM_FIGURES = ("import", "computed")
"""What is shown only where it has figures, and was not asked of a service."""


@dataclass(frozen=True)
class Entry:
    """One fetch in words; `day` is its ISO date, `rows` how many figures came with it (None where not known).

    `request` is every question as it was put, `asked` the same in a few words.
    """

    id: str
    series: str
    owner: str
    kind: str
    request: str
    asked: str
    day: str
    when: str
    rows: int | None
    hash: str


@dataclass(frozen=True)
class Log:
    """All fetches and the sentence over them; `updated` says whether any came from a source's own service."""

    entries: tuple[Entry, ...]
    finding: str
    updated: bool


def log(store: Store, catalogue: Catalogue) -> Log:  # noqa: ARG001  # every view takes both
    """Every fetch of the build."""
    every = store.fetches(None).to_dict("records")
    found = [row for row in every if row["rows"] or row["kind"] not in _FROM_FIGURES]
    entries = [
        Entry(
            id=_words(row["fetch_id"]),
            series=_words(row["source"]),
            owner=_words(row["owner"]),
            kind=KINDS.get(_words(row["kind"]), _words(row["kind"])),
            request=_words(row["request"]),
            asked=in_few_words(_words(row["request"])),
            day=_iso(row["retrieved"]),
            when=_when(row["retrieved"]),
            rows=int(float(str(row["rows"]))) if _words(row["rows"]) else None,
            hash=_words(row["hash"]),
        )
        for row in found
    ]
    entries.sort(key=lambda e: (e.owner, e.series, e.id))
    entries.sort(key=lambda e: e.day, reverse=True)
    newest = next((e.when for e in entries if e.day), "")
    many = f"{number(len(entries))} hämtningar ligger bakom siffrorna"
    finding = f"{many}, den senaste {newest}" if newest else many
    return Log(tuple(entries), finding, any(row["kind"] not in _FROM_FIGURES for row in found))


def log_sheet(catalogue: Catalogue, found: Log, build: str) -> Sheet:
    """One row a fetch."""
    rows = [(e.id, e.series, e.owner, e.kind, e.request, e.day, e.rows, e.hash) for e in found.entries]
    return sheet(catalogue, "Hämtningar", COLUMNS, rows, build=build)


def _words(value: object) -> str:
    return "" if value is None or value != value else str(value)  # NaN and NaT differ from themselves


def _when(value: object) -> str:
    return day(value) if _words(value) and isinstance(value, date) else _words(value)


def _iso(value: object) -> str:
    if not _words(value):
        return ""
    return value.isoformat(timespec="minutes")[:16] if isinstance(value, datetime) else str(value)
