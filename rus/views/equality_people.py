"""What it takes in people, group by group, for a measure to reach its target or the group that has come farthest."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rus.analysis.intersections import Needed, needed
from rus.analysis.words import about
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.goals import Level
from rus.catalogue.groups import TOTAL, group_id, group_of
from rus.core.swedish import listing, number
from rus.views.equality_series import Key, Series, is_share

NO_SHARE = "Måttet är ingen andel av personer, så förändringen räknas inte i personer."
NO_WAY = "Måttet har ingen önskad riktning, så ingen förändring behövs."
SURVEY = "Måttet är en enkät: de svarande är inte alla, så antalet personer som behöver nås är inte känt."
LEAST_GROUPS = 2
SEX_NAMES = {"women": "kvinnor", "men": "män"}


@dataclass(frozen=True)
class Person:
    """One group: its value in percent, its people, and what it takes; `needed` None where its people are not known."""

    label: str
    value: float
    n: float | None
    needed: Needed | None


@dataclass(frozen=True)
class People:
    """The groups along one ground (or several) in one period, and the level they are held against, in words."""

    grounds: tuple[str, ...]
    label: str
    period: str
    target: float
    text: str
    groups: tuple[Person, ...]


@dataclass(frozen=True)
class Effort:
    """What it takes along every ground; `reason` says why there is none."""

    parts: tuple[People, ...]
    reason: str = ""


def effort(series: Series, catalogue: Catalogue, awaited: str) -> Effort:
    """What it takes of every group whose people are known.

    The level is the measure's target where it has one for everyone, else that of the group that has come farthest.
    """
    indicator = series.indicator
    if not is_share(indicator):
        return Effort((), NO_SHARE)
    if indicator.better == "neutral":
        return Effort((), NO_WAY)
    found = tuple(p for p in _all(series, catalogue) if any(g.n for g in p.groups))
    if found:
        return Effort(found)
    return Effort((), SURVEY if indicator.traits.survey else awaited)


def _all(series: Series, catalogue: Catalogue) -> Iterator[People]:
    both: dict[str, Key] = {name: (TOTAL, sex) for sex, name in SEX_NAMES.items()}
    yield from _part(series, ("sex",), "Kön", both)
    sets: dict[tuple[str, ...], list[str]] = {}
    for group in series.declared:
        if group != TOTAL:
            sets.setdefault(tuple(group_of(group)), []).append(group)
    for grounds, groups in sets.items():
        labels = [ground.label for name in grounds if (ground := catalogue.ground(name))]
        labels[1:] = [label.lower() for label in labels[1:]]
        yield from _part(series, grounds, listing(labels), {catalogue.group_label(g): (g, "total") for g in groups})
        split: dict[str, Key] = {
            f"{SEX_NAMES[sex]}, {catalogue.group_label(g)}": (g, sex) for g in groups for sex in SEX_NAMES
        }
        yield from _part(series, ("sex", *grounds), listing(["Kön", *(label.lower() for label in labels)]), split)


def _part(series: Series, grounds: tuple[str, ...], label: str, keys: dict[str, Key]) -> Iterator[People]:
    known = {name: key for name, key in keys.items() if series.measured(key)}
    period = series.common(known.values()) if len(known) >= LEAST_GROUPS else None
    if period is None:
        return
    figures = {name: figure for name, key in known.items() if (figure := series.at(key, period)) and figure.side}
    sides = {name: figure.side for name, figure in figures.items() if figure.side}
    better: Literal["higher", "lower"] = "lower" if series.indicator.better == "lower" else "higher"
    target, text = _target(series, {name: side.value for name, side in sides.items()}, better)
    takes = {n.group: n for n in needed([(name, s.value, s.n) for name, s in sides.items()], target, better)}
    groups = tuple(Person(name, s.value, s.n, takes.get(name)) for name, s in sides.items())
    yield People(grounds, label, period, target, text, groups)


def _target(series: Series, values: dict[str, float], better: Literal["higher", "lower"]) -> tuple[float, str]:
    indicator = series.indicator
    goal = next((g for g in indicator.goals if isinstance(g, Level) and group_id(g.group) == TOTAL), None)
    if goal:
        return goal.target, f"målet {number(goal.target, indicator.decimals)} procent"
    best = max(values, key=lambda name: values[name] if better == "higher" else -values[name])
    return values[best], f"samma nivå som {best}, {number(values[best], indicator.decimals)} procent"


def people_rows(part: People, decimals: int) -> list[tuple[str, ...]]:
    """Group, value, people, people who must change (in two digits), the group's part of all of them."""
    rows: list[tuple[str, ...]] = []
    for group in part.groups:
        takes = group.needed
        told = ("..", "..") if takes is None else (number(about(takes.people)), f"{number(100 * takes.share)}\u00a0%")
        people = number(group.n) if group.n is not None else ".."
        rows.append((group.label, f"{number(group.value, decimals)}\u00a0%", people, *told))
    return rows
