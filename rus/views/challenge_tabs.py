"""What the tabs of a challenge area need beyond its page: cards, measures that are split, measures of the kommuner."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from rus.analysis.trend import LEAST_POINTS
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL
from rus.store.store import Store
from rus.views.cards import Row
from rus.views.challenge import ChallengeView, Section
from rus.views.change import sentence
from rus.views.choice import Choice
from rus.views.equality_words import split_measures
from rus.views.figures import main_group
from rus.views.indicator import Cut, IndicatorView, indicator_view
from rus.views.lead import OURS
from rus.views.sentences import Measure
from rus.views.tiles import tile_choices

LEAST_CARDS, MOST_CARDS = 6, 10
LEAST_FIRST, FEW_LEFT = 12, 6
SEVERAL = 2
"""Groups that make a cross-table worth beginning with."""
WHOLE = Cut(scope="kommuner")
Named = tuple[tuple[str, str], ...]
"""(id, name) of measures, in the order they are offered."""


@dataclass(frozen=True)
class Card:
    """A measure as a card: its row, the sentence made from its figures, and who owns them."""

    row: Row
    sentence: str
    source: str


@dataclass(frozen=True)
class Where:
    """One measure in the kommuner: each over time, ours among all in the country, and ours in order."""

    over_time: IndicatorView
    among_all: IndicatorView
    ranked: IndicatorView


def cards_of(catalogue: Catalogue, view: ChallengeView) -> tuple[Card, ...]:
    """The area's headline measures, filled up to six with others in the catalogue's order; at most ten."""
    rows = [m.row for section in view.sections for m in section.measures if m.row]
    first = [r for r in rows if view.id in catalogue.indicators[r.indicator].headline]
    others = [r for r in rows if r not in first]
    shown = [*first, *others[: max(LEAST_CARDS - len(first), 0)]][:MOST_CARDS]
    return tuple(Card(r, card_sentence(catalogue, r), catalogue.indicators[r.indicator].owner) for r in shown)


def first_of(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The first subjects, whole, with twelve measures or more; all of them where few would be left."""
    shown: list[Section] = []
    while len(shown) < len(sections) and (_many(shown) < LEAST_FIRST or _many(sections[len(shown) :]) <= FEW_LEFT):
        shown.append(sections[len(shown)])
    return tuple(shown)


def _many(sections: Sequence[Section]) -> int:
    return sum(len(section.measures) for section in sections)


def card_sentence(catalogue: Catalogue, row: Row) -> str:
    """What the figures say, in one sentence: a change only where the trend is certain, whatever the goal's status."""
    indicator = catalogue.indicators[row.indicator]
    measure, points = Measure.of(indicator), row.trend.points
    now = f"{row.name}: {measure.full(row.points[-1][1])} {row.period}"
    if row.trend.status == "not_assessed" or len(points) < LEAST_POINTS:
        return f"{now}, utvecklingen kan inte bedömas"
    if row.trend.status == "no_trend":
        return f"{now}, ingen säker trend sedan {points[0][0]}"
    return sentence(row.name, points[0][1], points[-1][1], str(points[0][0]), measure)


def split_of(store: Store, catalogue: Catalogue, area: str) -> Named:
    """The area's measures that are split: women and men in several groups first, then women and men, then others."""
    ids = {i.id for i in catalogue.of_challenge(area)}
    found = [o for o in split_measures(store, catalogue) if o.id in ids]
    here = store.newest(indicators=[o.id for o in found], regions=[catalogue.here.region]) if found else None
    both = _both_sexes(here) if here is not None else {}

    def order(identity: str) -> tuple[bool, bool, bool]:
        groups, indicator = both.get(identity, set()), catalogue.indicators[identity]
        few = len(groups - {TOTAL}) < SEVERAL or indicator.better == "neutral"
        return few, not groups, area not in indicator.headline

    return tuple((o.id, o.label) for o in sorted(found, key=lambda o: order(o.id)))


def _both_sexes(rows: pd.DataFrame) -> dict[str, set[str]]:
    """Indicator → its groups that have figures of both women and men."""
    seen: dict[tuple[str, str], set[str]] = {}
    columns = (rows[name].tolist() for name in ("indicator", "group", "sex", "value"))
    for indicator, group, sex, value in zip(*columns, strict=True):
        if value == value and sex != "total":  # NaN differs from itself
            seen.setdefault((str(indicator), str(group)), set()).add(str(sex))
    found: dict[str, set[str]] = {}
    for (indicator, group), sexes in seen.items():
        if len(sexes) > 1:
            found.setdefault(indicator, set()).add(group)
    return found


def placed_of(store: Store, catalogue: Catalogue, area: str) -> Named:
    """The area's measures that kommuner can be compared by: shares with figures for them, headline ones first."""
    ids = {i.id for i in catalogue.of_challenge(area)}
    found = [(i, name) for i, name in tile_choices(store, catalogue) if i in ids]
    return tuple(sorted(found, key=lambda one: area not in catalogue.indicators[one[0]].headline))


def where_view(store: Store, catalogue: Catalogue, indicator_id: str) -> Where:
    """A measure that is in the catalogue, in the kommuner of the place."""
    group = main_group(catalogue.indicators[indicator_id])
    choice = Choice(indicator_id, (catalogue.here.region,), group=group, comparison="riket")
    return Where(
        over_time=indicator_view(store, catalogue, choice.with_(chart="rutor")),
        among_all=indicator_view(store, catalogue, choice.with_(chart="spridning"), WHOLE),
        ranked=indicator_view(store, catalogue, choice.with_(chart="rangordning"), OURS),
    )


def settled(wanted: str, offered: Sequence[tuple[str, str]]) -> str:
    """The wanted measure where it is offered, else the first; empty where none is."""
    ids = [identity for identity, _ in offered]
    return wanted if wanted in ids else next(iter(ids), "")
