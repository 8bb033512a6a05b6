"""The Om page: the strategy in plain words with what is unconfirmed, words, sources with licences, and every fetch."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from urllib.parse import urlsplit

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.project import Project
from rus.core.swedish import day, number, sort_key
from rus.store.store import Store
from rus.views.about_words import TERMS, Term
from rus.views.open_data import licences_of

KINDS = {
    "import": "inläst ur en öppen kopia",
    "api": "hämtad från källans tjänst",
    "update": "hämtad från källans tjänst",
    "file": "inläst fil",
    "own": "egen fil",
    "computed": "beräknad ur andra siffror",
}
SHORT = 120
"""Letters of a question that fit in a row."""


@dataclass(frozen=True)
class Branch:
    """An övergripande mål with its effektmål; each name says whether it is confirmed."""

    name: str
    dimension: str
    effektmal: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Target:
    """A sentence with a public target, and what can be said of it today."""

    number: int
    text: str
    today: str
    ambiguity: str


@dataclass(frozen=True)
class StrategyView:
    """The strategy. `notes` are the different things that could not be confirmed, `sources` where the rest is from."""

    name: str
    vision: str
    vision_note: str
    branches: tuple[Branch, ...]
    effektmal_note: str
    priorities: tuple[str, ...]
    principles: tuple[str, ...]
    perspectives: tuple[tuple[str, str], ...]
    targets: tuple[Target, ...]
    notes: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """An owner of statistics: licences, how many indicators, and the newest year there is a figure for."""

    owner: str
    licence: str
    indicators: int
    newest: str


@dataclass(frozen=True)
class Fetch:
    """One retrieval, in words."""

    id: str
    owner: str
    series: str
    kind: str
    request: str
    retrieved: str
    hash: str
    rows: str


def strategy_view(catalogue: Catalogue) -> StrategyView:
    """The strategy of the content folder."""
    plan = catalogue.plan
    sourced = [plan.vision, *plan.overarching, *plan.effektmal, *plan.priorities, *plan.principles, *plan.perspectives]
    return StrategyView(
        name=plan.name,
        vision=plan.vision.text,
        vision_note=plan.vision.unconfirmed or "",
        branches=tuple(
            Branch(
                o.name,
                o.dimension,
                tuple((e.name, e.unconfirmed is None) for e in plan.effektmal if e.overarching == o.id),
            )
            for o in plan.overarching
        ),
        effektmal_note=plan.effektmal_note,
        priorities=tuple(p.name for p in plan.priorities),
        principles=tuple(p.text for p in plan.principles),
        perspectives=tuple((p.name, p.text) for p in plan.perspectives),
        targets=tuple(Target(t.number, t.text, t.today, t.ambiguity or "") for t in plan.public_targets),
        notes=tuple(dict.fromkeys(s.unconfirmed for s in sourced[1:] if s.unconfirmed)),
        sources=tuple(dict.fromkeys(s.source for s in sourced)),
    )


def terms(projects: list[Project]) -> tuple[Term, ...]:
    """Words that hold everywhere and those that the projects bring, in Swedish order."""
    own = [Term(w.term, w.meaning, w.unconfirmed or "", p.name) for p in projects for w in p.word]
    return tuple(sorted((*TERMS, *own), key=lambda t: sort_key(t.term)))


def sources(store: Store, catalogue: Catalogue) -> tuple[Source, ...]:
    """Every owner whose figures are in the build, those with most indicators first."""
    newest = {str(row.indicator): str(row.newest) for row in store.coverage().itertuples() if row.n_values}
    found: dict[str, list[str]] = {}
    for indicator in catalogue.indicators.values():
        if indicator.id in newest:
            found.setdefault(indicator.owner, []).append(indicator.id)
    return tuple(
        Source(
            owner=owner,
            licence=" · ".join(licences_of(catalogue.indicators[i] for i in ids)),
            indicators=len(ids),
            newest=max(newest[i] for i in ids)[:4],
        )
        for owner, ids in sorted(found.items(), key=lambda pair: (-len(pair[1]), sort_key(pair[0])))
    )


def fetches(store: Store, catalogue: Catalogue) -> tuple[Fetch, ...]:  # noqa: ARG001  # every view takes both
    """Every fetch of the build, owners in Swedish order."""
    rows = [_fetch(row) for row in store.fetches(None).to_dict("records")]
    return tuple(sorted(rows, key=lambda f: (sort_key(f.owner), f.series, f.id)))


def program_version() -> str:
    """The version of the program."""
    return version("rus")


def _fetch(row: Mapping[Hashable, object]) -> Fetch:
    return Fetch(
        id=_words(row["fetch_id"]),
        owner=_words(row["owner"]),
        series=_words(row["source"]),
        kind=KINDS.get(_words(row["kind"]), _words(row["kind"])),
        request=_words(row["request"]),
        retrieved=_when(row["retrieved"]),
        hash=_words(row["hash"]),
        rows=number(float(str(row["rows"]))) if _words(row["rows"]) else "",
    )


def in_few_words(request: str) -> str:
    """The question of a fetch: a short one as it is; several, or a long one, as how many and to whom."""
    questions = [one for one in request.split() if "://" in one]
    if not questions or (len(questions) == 1 and len(request) <= SHORT):
        return request
    whom = ", ".join(sorted({urlsplit(one).hostname or "" for one in questions}))
    return f"{number(len(questions))} {'fråga' if len(questions) == 1 else 'frågor'} till {whom}"


def _words(value: object) -> str:
    return "" if value is None or value is pd.NaT or value != value else str(value)  # NaN


def _when(value: object) -> str:
    return day(value) if _words(value) and isinstance(value, date) else _words(value)
