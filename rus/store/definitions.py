"""What has changed in the catalogue's own words: definitions, units, goals, and series that are no longer used."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.store import snapshots

_QUOTED = {
    "title": "Namnet är ändrat",
    "definition": "Definitionen är ändrad",
    "unit": "Enheten är ändrad",
    "owner": "Ägaren är ändrad",
}
_TOLD = {
    "better": "Vilket håll som är bättre är ändrat.",
    "share": "Vad andelen är en del av är ändrat.",
    "denominator": "Vad värdet räknas på är ändrat.",
    "goals": "Målen är ändrade.",
    "breaks": "Brotten i serien är ändrade.",
    "traits": "Vad siffrorna får användas till är ändrat.",
    "derive": "Sättet att räkna fram värdet är ändrat.",
}


@dataclass(frozen=True)
class Reworded:
    """One change in the catalogue: kind `definition` or `retired`, the indicator, what it is in Swedish, and when."""

    kind: str
    indicator: str
    series: str
    words: str
    when: datetime


def reworded(since: datetime, until: datetime | None = None) -> list[Reworded]:
    """What changed in the catalogue after a moment (UTC), from each catalogue that was in use to the next.

    Raises:
        StoreError: this version of the program can't read a catalogue of then.
    """
    start = snapshots.in_use(since)
    every = [p for p in snapshots.all_snapshots() if start and p.name >= start.name]
    found: list[Reworded] = []
    for earlier, later in pairwise(every):
        when = snapshots.time_of(later)
        if when > since and (until is None or when <= until):
            found += differences(snapshots.read(earlier), snapshots.read(later), when)
    return found


def beside(rows: pd.DataFrame, told: list[Reworded], indicators: list[str] | None = None) -> pd.DataFrame:
    """Changes of figures and of words in one frame, with the columns of the first; of the words, the chosen's."""
    told = [t for t in told if indicators is None or t.indicator in indicators]
    if not told:
        return rows
    kinds = {"kind": "kind", "indicator": "indicator", "series": "series", "words": "words", "when": "known_from"}
    words = pd.DataFrame([{name: getattr(t, key) for key, name in kinds.items()} for t in told], columns=rows.columns)
    words["known_from"] = pd.to_datetime(words["known_from"]).dt.tz_localize(None)
    words = words.astype(rows.dtypes.to_dict())
    return words if rows.empty else pd.concat([rows, words], ignore_index=True)


def differences(earlier: Catalogue, later: Catalogue, when: datetime) -> list[Reworded]:
    """What one catalogue says otherwise than another."""
    found: list[Reworded] = []
    for identity, old in earlier.indicators.items():
        new = later.indicators.get(identity)
        if new is None:
            found.append(Reworded("retired", identity, "", f"{old.title} finns inte längre i katalogen.", when))
            continue
        found += [Reworded("definition", identity, "", words, when) for words in _words(old, new)]
        found += [Reworded("retired", identity, key, words, when) for key, words in _retired(old, new)]
    return found


def _words(old: Indicator, new: Indicator) -> Iterator[str]:
    for name, words in _QUOTED.items():
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield f"{words} från ”{before}” till ”{after}”."
    for name, words in _TOLD.items():
        if getattr(old, name) != getattr(new, name):
            yield words


def _retired(old: Indicator, new: Indicator) -> Iterator[tuple[str, str]]:
    left = {series.key for series in new.series}
    for series in old.series:
        if series.key not in left:
            yield series.key, f"Serien {series.source_id} används inte längre."
    ended = {s.key: s.to_year for s in old.series}
    for series in new.series:
        if series.to_year and series.key in ended and ended[series.key] is None:
            yield series.key, f"Serien {series.source_id} slutar med år {series.to_year}."
    going_on = {s.key for s in old.series if not s.retired}
    for series in new.series:
        if series.retired and series.key in going_on:
            yield series.key, f"Serien {series.source_id} är avslutad hos källan. {series.retired}"
