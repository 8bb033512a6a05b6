"""What must be known beside an indicator's figures: definition and quality, whose they are, how they were fetched."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.core.swedish import day, listing
from rus.store.store import Store
from rus.views.equality_series import is_share

DIRECTION = {"higher": "Högre är bättre", "lower": "Lägre är bättre", "neutral": "Ingen riktning är bättre"}
KINDS = {
    "import": "Inläst ur en fil",
    "update": "Hämtad från källans tjänst",
    "own": "Egen fil",
    "computed": "Beräknad ur andra siffror",
}


@dataclass(frozen=True)
class Fetch:
    """How some of the figures came here, as pairs for a reader, under their source's name."""

    source: str
    pairs: tuple[tuple[str, str], ...]


def quality(indicator: Indicator, rows: pd.DataFrame) -> tuple[tuple[str, str], ...]:
    """Pairs for the panel "Definition och kvalitet"; the definition itself stands above them."""
    measured = rows[rows["value"].notna()] if len(rows) else rows
    newest = str(measured["period"].iloc[int(measured["year"].argmax())]) if len(measured) else "inga siffror"
    traits = indicator.traits
    pairs = [
        ("Enhet", indicator.unit),
        ("Räknat på", indicator.denominator.text if indicator.denominator else ""),
        ("Beräkning", indicator.derive.rule if indicator.derive else ""),
        ("Önskad riktning", DIRECTION[indicator.better]),
        ("Senaste värde", newest),
        ("Osäkerhet", _uncertainty(indicator, measured)),
        ("Flera år", f"Varje värde är ett medelvärde av {traits.window_years} år" if traits.window_years > 1 else ""),
        ("Mätår", listing(str(y) for y in traits.measured_years) if traits.measured_years else ""),
        ("Avrundning", _rounding(indicator)),
        *((f"Brott {b.first_year}", b.reason) for b in indicator.breaks),
        ("Ägare", indicator.owner + (f", via {indicator.via}" if indicator.via else "")),
        ("Licens", indicator.licence),
    ]
    return tuple(pair for pair in pairs if pair[1])


def _rounding(indicator: Indicator) -> str:
    until = indicator.traits.whole_percent_until
    if until:
        return f"Hela procent till och med {until}"
    return "Hela procent" if indicator.traits.whole_percent else ""


def _uncertainty(indicator: Indicator, rows: pd.DataFrame) -> str:
    if len(rows) and rows["lower"].notna().any():
        return "Felmarginal från källan visas"
    if indicator.traits.survey:
        return "Enkät, men källans felmarginal finns inte bland siffrorna"
    if is_share(indicator) and len(rows) and rows["n"].notna().any():
        return "Intervall (95 %) räknas där antalet personer är känt"
    return "Osäkerhet ej beräknad"


def source_line(catalogue: Catalogue, rows: pd.DataFrame, fetches: pd.DataFrame) -> str:
    """`Källa: SCB via Kolada N02268. Bearbetning: … Uttaget 3 november 2026.`; empty without rows."""
    if not len(rows):
        return ""
    sources = _sources(dict.fromkeys(str(s) for s in rows["source"].unique() if str(s)))
    when = sorted({found for value in fetches["retrieved"] if (found := _date(value)) is not None})
    span = listing(dict.fromkeys([day(when[0]), day(when[-1])])) if when else ""
    taken = f" Uttaget {span}." if span else ""
    return f"Källa: {sources}. Bearbetning: {catalogue.here.editor}.{taken}"


def _sources(names: Iterable[str]) -> str:
    """`SCB via Kolada N1` and `SCB via Kolada N2` → `SCB via Kolada N1 och N2`."""
    ids: dict[str, list[str]] = {}
    for name in names:
        owner, _, last = name.rpartition(" ")
        numbered = bool(owner) and any(letter.isdecimal() for letter in last)
        ids.setdefault(owner if numbered else name, []).extend([last] if numbered else [])
    return listing(f"{owner} {listing(found)}" if found else owner for owner, found in ids.items())


def fetched(store: Store, rows: pd.DataFrame) -> pd.DataFrame:
    """The fetches behind the rows."""
    all_ = _fetches(store)
    return all_[all_["fetch_id"].isin(rows["fetch_id"].dropna().unique())].reset_index(drop=True)


@lru_cache(maxsize=1)
def _fetches(store: Store) -> pd.DataFrame:
    """Every fetch of a build, which never changes: a choice among them costs a tenth of a question."""
    return store.fetches()


def fetch_facts(fetches: pd.DataFrame) -> tuple[Fetch, ...]:
    """Each fetch in words: owner, where from, when, fingerprint of the file."""
    facts = []
    for row in fetches.to_dict("records"):
        when = _date(row["retrieved"])
        pairs = [
            ("Hämtning", _words(row["fetch_id"])),
            ("Ägare", _words(row["owner"])),
            ("Hur", KINDS.get(str(row["kind"]), _words(row["kind"]))),
            ("Varifrån", _words(row["request"])),
            ("Uttaget", day(when) if when else ""),
            ("Filens kontrollsumma", _words(row["hash"])),
        ]
        facts.append(Fetch(_words(row["source"]) or _words(row["owner"]), tuple(p for p in pairs if p[1])))
    return tuple(facts)


def _words(value: object) -> str:
    return "" if value is None or value != value else str(value)  # NaN is the one value that differs from itself


def _date(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date() if value == value else None  # NaT differs from itself
    return value if isinstance(value, date) else None
