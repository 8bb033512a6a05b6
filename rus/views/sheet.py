"""A sheet: rows to take away, with everything a stranger needs in order to understand them.

A page, `rus query` and every file format render the same sheet, so they can't disagree.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.core.swedish import STATUS_WORDS, SYMBOLS, day, listing, sort_key, years
from rus.views.choice import SEX_WORDS, Choice

if TYPE_CHECKING:
    from rus.store.store import Store

HEADERS = {
    "indicator": "Indikator",
    "region": "Regionkod",
    "region_name": "Region",
    "period": "År",
    "sex": "Kön",
    "group": "Grupp",
    "value": "Värde",
    "status": "Status",
    "lower": "Nedre gräns",
    "upper": "Övre gräns",
    "n": "Antal i underlaget",
    "unit": "Enhet",
    "source": "Källa",
    "fetch_id": "Hämtning",
}
"""The columns of a file in their order, with the headers of the Excel files."""
ADDED = {"extracted": "Uttagsdatum", "selection": "Urval"}
"""Columns that CSV files carry as well, because a file travels alone."""
_NAMES_AT_MOST = 4
_LEVELS = {"riket": "riket", "lan": "län", "kommun": "kommuner"}
_PARTS_OF_YEAR = re.compile(r"^(\d{4})(?:Q([1-4])|/(\d\d)|-(\d{4}))$")


@dataclass(frozen=True)
class Sheet:
    """Rows to take away.

    `rows` has at least the columns named in `columns` (name → Swedish header, in the order of the file); `about` are
    the pairs shown beside the figures; `decimals` is how numbers look in Excel (the file holds all digits);
    `words` says for a column what its ids are called in Swedish. `filename` has no ending.
    """

    title: str
    filename: str
    rows: pd.DataFrame
    columns: dict[str, str]
    about: list[tuple[str, str]]
    decimals: int
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def sheet_of(
    rows: pd.DataFrame, catalogue: Catalogue, choice: Choice, *, title: str, build: str, link: str = ""
) -> Sheet:
    """A sheet of observations.

    Args:
        rows: the frame `Store.observations` gives, or some of its rows.
        catalogue: the catalogue of the same build.
        choice: what the reader chose; names the selection where there are no rows to name it.
        title: what the rows show, in Swedish.
        build: id of the data version.
        link: address that leads back to the same rows; empty where there is none.
    """
    indicators = [catalogue.indicators[i] for i in _different(rows["indicator"]) if i in catalogue.indicators]
    selection = selection_in_words(rows, catalogue, choice)
    today = _today()
    return Sheet(
        title=title,
        filename=file_stem(_short(title, indicators), _regions(rows, catalogue, choice)),
        rows=rows.assign(extracted=_same(today.isoformat(), len(rows)), selection=_same(selection, len(rows))),
        columns=_headers(rows) | ADDED,
        about=[
            ("Innehåll", title),
            *(pair for indicator in indicators for pair in _about(indicator, alone=len(indicators) == 1)),
            ("Urval", selection),
            ("Uttagsdatum", day(today)),
            ("Dataversion", build),
            ("Länk", link),
            ("Bearbetning", catalogue.here.editor),
            *legend(),
        ],
        decimals=max((i.decimals for i in indicators), default=0),
        words={
            "indicator": {i.id: i.title for i in indicators},
            "sex": {str(sex): words for sex, words in SEX_WORDS.items()},
            "group": {g: catalogue.group_label(g) for g in _different(rows["group"])},
            "status": STATUS_WORDS,
            "period": {p: period_in_words(p) for p in _different(rows["period"])},
        },
    )


def sheet_of_challenge(store: "Store", catalogue: Catalogue, challenge: str, *, build: str, link: str = "") -> Sheet:
    """Everything there is about a challenge area: its indicators in all regions, all years, sexes and groups."""
    found = catalogue.challenge(challenge)
    indicators = [i.id for i in catalogue.of_challenge(challenge) if i.state == "in_use"]
    rows = store.observations(indicators=indicators)
    title = f"{found.name if found else challenge}: alla indikatorer, alla regioner"
    return sheet_of(rows, catalogue, Choice(), title=title, build=build, link=link)


def selection_in_words(rows: pd.DataFrame, catalogue: Catalogue, choice: Choice) -> str:
    """Which rows the file holds, such as `Riket och Örebro län; kvinnor och män; 2010–2022`; sexes unless all."""
    sexes = set(_different(rows["sex"])) or set(choice.sexes)
    groups = _different(rows["group"]) or [choice.group]
    labels = [catalogue.group_label(g) for g in groups]
    said = (
        [] if labels == ["alla"] else [listing(labels) if len(labels) <= _NAMES_AT_MOST else f"{len(labels)} grupper"]
    )
    span = (int(rows["year"].min()), int(rows["year"].max())) if len(rows) else choice.years
    parts = [
        _regions(rows, catalogue, choice),
        listing(words for sex, words in SEX_WORDS.items() if sex in sexes) if len(sexes) < len(SEX_WORDS) else "",
        *said,
        years(*span) if span else "",
    ]
    return "; ".join(part for part in parts if part)


def period_in_words(period: str) -> str:
    """A period that no spreadsheet takes for a date: `2021/22` → `2021/2022`, `2022Q1` → `2022K1`."""
    found = _PARTS_OF_YEAR.match(period)
    if not found:
        return period
    first, quarter, school, last = found.groups()
    if quarter:
        return f"{first}K{quarter}"
    return f"{first}/{int(first) + 1}" if school else years(int(first), int(last))


def file_stem(*parts: str) -> str:
    """A file name of today in plain letters: `("Örebro län", "kvinnor")` → `orebro-lan_kvinnor_2026-11-25`."""
    bare = (re.sub(r"[\u0300-\u036f]", "", unicodedata.normalize("NFKD", part)).lower() for part in parts)
    slugs = [re.sub(r"[^a-z0-9]+", "-", part).strip("-")[:60].strip("-") for part in bare]
    return "_".join([*(s for s in slugs if s), _today().isoformat()])


def legend() -> list[tuple[str, str]]:
    """What the statuses mean, one pair each, and how they look on the pages."""
    first = ("Teckenförklaring", "Ett tomt värde är inte noll. Kolumnen Status säger varför det är tomt.")
    lines = (
        f"{status} = {words}" + (f"; visas som {SYMBOLS[status]}" if SYMBOLS.get(status) else "")
        for status, words in STATUS_WORDS.items()
    )
    return [first, *(("Teckenförklaring", line) for line in lines)]


def _today() -> date:
    return date.today()  # the reader's own day


def _same(text: str, length: int) -> "pd.Categorical[str]":
    """One text for every row, kept once."""
    return pd.Categorical.from_codes(np.zeros(length, dtype=np.int8), categories=pd.Index([text]))


def _different(column: "pd.Series[str]") -> list[str]:
    return [str(value) for value in column.unique()]


def _headers(rows: pd.DataFrame) -> dict[str, str]:
    only_kommuner = set(_different(rows["level"])) == {"kommun"}
    only_years = all(p.isdecimal() for p in _different(rows["period"]))
    places = {"region": "Kommunkod", "region_name": "Kommun"} if only_kommuner else {}
    return HEADERS | places | ({} if only_years else {"period": "Period"})


def _short(title: str, indicators: list[Indicator]) -> str:
    return indicators[0].id if len(indicators) == 1 else title.partition(":")[0]


def _regions(rows: pd.DataFrame, catalogue: Catalogue, choice: Choice) -> str:
    codes = _different(rows["region"]) or list(choice.regions)
    levels = [catalogue.regions[code].level if code in catalogue.regions else "" for code in codes]
    if len(codes) <= _NAMES_AT_MOST:
        order = sorted(
            (list(_LEVELS).index(level) if level in _LEVELS else 9, sort_key(catalogue.name(code)))
            for code, level in zip(codes, levels, strict=True)
        )
        return listing(name for _, (_, name) in order)
    counted: Iterable[tuple[str, int]] = ((level, levels.count(level)) for level in _LEVELS)
    names = {level: catalogue.name(code) for level, code in zip(levels, codes, strict=True)}
    return listing(names[level] if n == 1 else f"{n} {_LEVELS[level]}" for level, n in counted if n)


def _about(indicator: Indicator, *, alone: bool) -> list[tuple[str, str]]:
    """What must be known about an indicator; its title stands first where there are several."""
    via = f", via {indicator.via}" if indicator.via else ""
    pairs = [
        ("Definition", indicator.definition),
        ("Enhet", indicator.unit),
        ("Källa", f"{indicator.owner}{via}"),
        ("Källans sida", str(indicator.link)),
        ("Licens", indicator.licence),
        *(("Tidsseriebrott", f"{b.first_year}: {b.reason}") for b in indicator.breaks),
        *(("Att tänka på", note) for note in indicator.notes),
    ]
    return pairs if alone else [("Indikator", indicator.title), *pairs]
