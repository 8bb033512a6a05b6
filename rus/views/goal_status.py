"""A goal of the catalogue put to the figures: which numbers it aims at, and what the rules say of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rus.analysis import heading, rivals
from rus.analysis.flip import Rule
from rus.analysis.progress import Aim, Progress, progress, refused
from rus.analysis.robustness import Robustness, of_direction, of_number
from rus.analysis.trend import Data, Point
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.goals import BetterThanPeers, ChangeFromBase, Direction, GapShrinks, Goal, Level
from rus.catalogue.groups import TOTAL, group_id
from rus.catalogue.indicator import Indicator
from rus.store.store import Store
from rus.views.figures import Figures, data_of

PERCENT = "procent"
Peers = Mapping[str, Mapping[str, Sequence[Point]]]
"""Indicator → name of a region → its points, both sexes together."""


@dataclass(frozen=True)
class Given:
    """What a goal is judged on.

    `points` and `interval` (of the newest value) are of one region, sex and group; `peers` those of the regions to be
    better than, `groups` those whose gap shall shrink. `oldest`: the newest value must be of this year or later.
    """

    points: Sequence[Point]
    interval: tuple[float, float] | None = None
    peers: Mapping[str, Sequence[Point]] = field(default_factory=dict)
    groups: Mapping[str, Sequence[Point]] = field(default_factory=dict)
    oldest: int | None = None


def judged_by(indicator: Indicator, group: str) -> Goal | None:
    """The goal a card's status is about: the first with a number or with regions to be better than."""
    same = (g for g in indicator.goals if group_id(g.group) == group)
    return next((g for g in same if isinstance(g, Level | ChangeFromBase | BetterThanPeers)), None)


def aim_of(goal: Level | ChangeFromBase, indicator: Indicator, points: Sequence[Point], data: Data) -> Aim | None:
    """The numbers of a goal; None where its base year is what the target is counted from, and is not measured."""
    known = {t: v for t, v in points if v == v}  # # NaN
    baseline = goal.baseline
    base = (baseline, known[baseline]) if baseline is not None and baseline in known else None
    if isinstance(goal, Level):
        target, better = goal.target, 1 if goal.bound == "at_least" else -1
    elif base is None:
        return None
    else:
        target, better = base[1] * (1 + goal.percent / 100), 1 if goal.percent > 0 else -1
    amounts = indicator.unit != PERCENT and target > 0 and all(v > 0 for v in known.values())
    return Aim(target, goal.by, base, better, "log" if amounts else "linear", data.step)


def assess(goal: Goal, indicator: Indicator, given: Given) -> tuple[Progress, rivals.Rivals | None]:
    """What the rules say; never an exception and never NaN: what can't be judged is an answer with its reason."""
    data = data_of(indicator, given.points)
    if isinstance(goal, Level | ChangeFromBase):
        aim = aim_of(goal, indicator, given.points, data)
        if aim is None:
            why = (
                f"Basåret {goal.baseline} är inte mätt, så målet har inget tal." if given.points else "Inga mätningar."
            )
            return refused(why, "linjar", given.points), None
        return progress(given.points, replace(aim, oldest=given.oldest), data, given.interval), None
    if isinstance(goal, Direction):
        wanted = replace(data, better="higher" if goal.towards == "up" else "lower")
        return heading.direction(given.points, wanted, given.oldest), None
    if isinstance(goal, GapShrinks):
        return heading.gap_shrinks(given.groups, data, given.oldest), None
    if data.better == "neutral":
        return refused("Måttet har ingen önskad riktning.", "jamforelse-niva", given.points), None
    if goal.measure == "growth":
        return rivals.better_growth(given.points, given.peers, data, since=goal.baseline)
    return rivals.better_than_peers(given.points, given.peers, data, oldest=given.oldest)


def robust(goal: Goal, indicator: Indicator, given: Given, said: Progress) -> Robustness | None:
    """What other methods say of the same goal; None where there is nothing to compare."""
    data = data_of(indicator, given.points)
    if isinstance(goal, Level | ChangeFromBase):
        aim = aim_of(goal, indicator, given.points, data)
        return of_number(given.points, aim, data) if aim else None
    if isinstance(goal, Direction):
        return of_direction(given.points, replace(data, better="higher" if goal.towards == "up" else "lower"), said)
    if isinstance(goal, GapShrinks):
        gap = heading.gap_series(given.groups) if len(given.groups) > 1 else ()
        return of_direction(gap, replace(data, better="lower", step=2 * data.step), said)
    return None


def rule_of(goal: Goal, indicator: Indicator, given: Given) -> tuple[Sequence[Point], Rule] | None:
    """The series that a goal's status stands on, and the rule that judges it; None for goals against other regions."""
    if isinstance(goal, BetterThanPeers):
        return None
    if isinstance(goal, GapShrinks):
        data = data_of(indicator, given.points)
        wanted = replace(data, better="lower", step=2 * data.step)
        gap = heading.gap_series(given.groups) if len(given.groups) > 1 else ()
        return gap, lambda points: heading.direction(points, wanted).status
    alone = replace(given, interval=None, oldest=None)
    return given.points, lambda points: assess(goal, indicator, replace(alone, points=points))[0].status


def peer_points(store: Store, catalogue: Catalogue) -> dict[str, dict[str, tuple[Point, ...]]]:
    """The points of the regions that some goal compares with, by indicator and name of the region."""
    wanted = {
        i.id: list(peers.regions)
        for i in catalogue.indicators.values()
        for g in i.goals
        if isinstance(g, BetterThanPeers) and (peers := catalogue.peers(g.peers))
    }
    codes = sorted({code for regions in wanted.values() for code in regions})
    rows = store.observations(indicators=list(wanted), regions=codes, sexes=["total"], groups=[TOTAL])
    by_region = {code: Figures(rows[rows["region"] == code]) for code in codes}
    return {i: {catalogue.name(code): by_region[code].points(i) for code in regions} for i, regions in wanted.items()}


def card_status(indicator: Indicator, group: str, given: Given, peers: Peers | None = None) -> Progress | None:
    """What a card says of the indicator's goal; None where no goal has a number or regions to be better than."""
    goal = judged_by(indicator, group)
    if goal is None or (isinstance(goal, BetterThanPeers) and peers is None):
        return None
    return assess(goal, indicator, replace(given, peers=(peers or {}).get(indicator.id, {})))[0]
