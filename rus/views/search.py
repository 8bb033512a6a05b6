"""Find an indicator by its name, a synonym, a source id or an effektmål, and say in a line what it offers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from unicodedata import combining, normalize

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import group_of
from rus.catalogue.indicator import Indicator
from rus.core.swedish import listing, years
from rus.store.store import Store
from rus.views.known import ours_of

SEPARATOR = " · "
NO_FIGURES = "går inte att visa ännu"
NOT_FETCHED = "Siffrorna hämtas med rus update."


@dataclass(frozen=True)
class Entry:
    """One indicator in the list: `caption` is its availability, `text` all words it is found by, folded."""

    id: str
    title: str
    caption: str
    theme: str
    challenges: tuple[str, ...]
    name: str
    text: str


def index_of(catalogue: Catalogue, coverage: pd.DataFrame, ours: Mapping[str, int]) -> tuple[Entry, ...]:
    """All indicators: those that lead a challenge area on show first, then by theme; wanted ones last in each.

    Args:
        catalogue: the catalogue.
        coverage: from `Store.coverage`.
        ours: indicator → how many of the county's kommuner have a figure.
    """
    rows = coverage.to_dict("records")
    offered = {
        str(row["indicator"]): {**row, "ours": ours.get(str(row["indicator"]), 0)} for row in rows if row["n_values"]
    }
    shown = {challenge.id for challenge in catalogue.challenges}
    themes = [theme.id for theme in catalogue.themes]

    def order(i: Indicator) -> tuple[bool, int, bool, str]:
        theme = themes.index(i.theme) if i.theme in themes else len(themes)
        return not shown & set(i.headline), theme, i.id not in offered, fold(i.title)

    found = sorted(catalogue.indicators.values(), key=order)
    return tuple(_entry(catalogue, i, offered.get(i.id)) for i in found)


def index(store: Store, catalogue: Catalogue) -> tuple[Entry, ...]:
    """The list of all indicators for one build."""
    return index_of(catalogue, store.coverage(), ours_of(store, catalogue))


def search(index: Sequence[Entry], wanted: str, *, within: str = "") -> list[Entry]:
    """Entries that hold every word of `wanted`, those with it in the name first.

    Args:
        index: from `index_of`.
        wanted: what the reader wrote; empty finds all.
        within: id of a theme or a challenge area; empty for all.
    """
    words = fold(wanted).split()
    inside = [e for e in index if not within or within == e.theme or within in e.challenges]
    hits = [entry for entry in inside if all(word in entry.text for word in words)]
    return sorted(hits, key=lambda e: not all(w in e.name for w in words)) if words else hits


def fold(text: str) -> str:
    """Small letters without accents, so that `orebro` finds Örebro."""
    return "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))


def availability(catalogue: Catalogue, indicator: Indicator, row: Mapping[object, object] | None) -> str:
    """In a line: `2007–2022 · kön · kommun · bakgrund · brott 2020 · mål`; without figures, why there are none."""
    if row is None:
        return f"{NO_FIGURES}{SEPARATOR}{indicator.missing or NOT_FETCHED}"
    newest, ours = str(row["newest"]), int(str(row["ours"]))
    every = len(catalogue.kommuner())
    words = [years(int(str(row["first_year"])), int(newest[:4])) if newest[:4].isdecimal() else newest]
    words.append("kön" if {"women", "men"} <= set(str(row["sexes"]).split(",")) else "utan kön")
    words.append("kommun" if 0 < every <= ours else f"{ours} av {every} kommuner" if ours else "utan kommuner")
    have = {ground for group in row["groups"] for ground in group_of(str(group))}  # type: ignore[attr-defined]  # a list
    waits = {*indicator.grounds, *(wait.ground for wait in indicator.waits)} - have
    words += [ground.label.lower() for ground in catalogue.grounds if ground.id in have]
    later = [ground.label.lower() for ground in catalogue.grounds if ground.id in waits]
    words += [f"brott {indicator.last_break}"] if indicator.last_break else []
    words += ["mål"] if indicator.goals else []
    words += [f"ännu inte {listing(later)}"] if later else []
    words += [f"ersätts av {successor.short}"] if (successor := _successor(catalogue, indicator)) else []
    return SEPARATOR.join(words)


def _successor(catalogue: Catalogue, indicator: Indicator) -> Indicator | None:
    """The measure that carries on where this one ends; its own figures stay."""
    return catalogue.indicators.get(indicator.review.replaced_by or "")


def _entry(catalogue: Catalogue, indicator: Indicator, row: Mapping[object, object] | None) -> Entry:
    plan = catalogue.plan
    effektmal = [e.name for e in plan.effektmal if e.id in indicator.effektmal]
    areas = [c.name for c in catalogue.challenges if c.id in indicator.challenges]
    theme = [t.name for t in catalogue.themes if t.id == indicator.theme]
    sources = [word for s in indicator.series for word in (s.source_id, s.key)]
    name = fold(f"{indicator.title} {indicator.short}")
    rest = [indicator.id, *indicator.keywords, *effektmal, *areas, *theme, *sources, indicator.owner]
    return Entry(
        id=indicator.id,
        title=indicator.short,
        caption=availability(catalogue, indicator, row),
        theme=indicator.theme,
        challenges=tuple(indicator.challenges),
        name=name,
        text=f"{name} {fold(' '.join(rest))}",
    )
