"""How the goals go: one row a goal, region, sex and group, with everything its status was computed from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rus.analysis.chance import Chance, chance
from rus.analysis.progress import Progress, refused
from rus.analysis.realism import Realism
from rus.analysis.rivals import Rivals
from rus.analysis.robustness import Robustness
from rus.analysis.trend import Point
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.goals import BetterThanPeers, ChangeFromBase, GapShrinks, Goal, Level
from rus.catalogue.groups import TOTAL, group_id, group_of
from rus.catalogue.indicator import Indicator
from rus.catalogue.strict import Sex
from rus.store.store import Store
from rus.views.choice import SEX_WORDS
from rus.views.figures import Figures, data_of, judge, main_group, oldest_judged
from rus.views.goal_history import History
from rus.views.goal_people import People
from rus.views.goal_status import PERCENT, Given, Peers, aim_of, assess, peer_points, robust
from rus.views.goal_text import wish
from rus.views.status import STATUSES, StatusWord

SEXES = ("total", "women", "men")
WOMEN_AND_MEN: tuple[Sex, ...] = ("women", "men")


@dataclass(frozen=True)
class GoalRow:
    """One goal in one region, sex and group. `wish` is what it asks for, `direction` what the numbers do.

    `given` is what it was judged on. `n` is how many the newest value is of, `missing_people` how many more are needed;
    both None where unknown.
    """

    indicator: Indicator
    goal: Goal
    wish: str
    region: str
    region_name: str
    sex: str
    group: str
    group_label: str
    progress: Progress
    given: Given
    direction: str = ""
    rivals: Rivals | None = None
    robustness: Robustness | None = None
    chance: Chance | None = None
    realism: Realism | None = None
    missing_people: float | None = None
    n: float | None = None

    @property
    def status(self) -> StatusWord:
        """The status as it is shown."""
        return STATUSES[self.progress.status]

    @property
    def record(self) -> dict[str, Any]:
        """The row for programs; what is not known is None."""
        made, found = self.progress, self.progress.pace
        growth = self.rivals if self.rivals and self.rivals.since else None
        return {
            "indicator": self.indicator.id,
            "goal": self.wish,
            "region": self.region,
            "sex": self.sex,
            "group": self.group,
            "status": made.status,
            "method": made.method,
            "base_year": made.base[0] if made.base else getattr(self.goal, "baseline", None),
            "base": made.base[1] if made.base else None,
            "newest_year": made.newest[0] if made.newest else None,
            "newest": made.newest[1] if made.newest else None,
            "target_year": made.by,
            "target": made.target,
            "pace_observed": found.shown(found.slope) if found else growth and growth.ours,
            "pace_required_start": growth.best if growth else made.required_start,
            "pace_required_now": made.required_now,
            "ratio": made.ratio,
            "acceleration": made.acceleration,
            "missing_people": self.missing_people,
            "points": [list(point) for point in made.points],
            "lower": found.shown(found.lower) if found else None,
            "upper": found.shown(found.upper) if found else None,
            "probability": self.chance.probability if self.chance else None,
            "agreement": self.robustness.agreement if self.robustness else None,
            "reason": made.reason,
            "n": self.n,
        }


@dataclass(frozen=True)
class Asked:
    """What is asked for. `history`: compare the needed pace with what other regions have done; reads the country."""

    regions: tuple[str, ...]
    indicators: tuple[str, ...] = ()
    history: bool = True


def goal_rows(store: Store, catalogue: Catalogue, asked: Asked) -> tuple[GoalRow, ...]:
    """Every goal of the chosen indicators (none chosen: all) in the regions, in the catalogue's order."""
    wanted = [
        i for i in catalogue.indicators.values() if i.goals and (not asked.indicators or i.id in asked.indicators)
    ]
    needed = {i.id for i in wanted} | {d.indicator for i in wanted if (d := i.denominator) and d.indicator}
    rows = store.observations(indicators=sorted(needed), regions=list(asked.regions))
    oldest = oldest_judged(store)
    peers, history = peer_points(store, catalogue), History(store) if asked.history else None
    made: list[GoalRow] = []
    for region in asked.regions:
        place = _Place(catalogue, region, Figures(rows[rows["region"] == region], oldest), peers)
        for indicator in wanted:
            made += [_with_history(row, history) for row in place.rows(indicator)]
    return tuple(made)


def _with_history(row: GoalRow, history: History | None) -> GoalRow:
    if history is None or row.progress.required_now is None or row.progress.missing in {None, 0.0}:
        return row
    return replace(row, realism=history.judge(row.indicator, row.progress, row.sex, row.group))


@dataclass(frozen=True)
class _Place:
    """One region's figures, put to the goals."""

    catalogue: Catalogue
    region: str
    found: Figures
    peers: Peers

    def rows(self, indicator: Indicator) -> Iterator[GoalRow]:
        for goal in indicator.goals:
            for sex, group in self._splits(indicator, goal):
                yield self._row(indicator, goal, sex, group)

    def _splits(self, indicator: Indicator, goal: Goal) -> list[tuple[str, str]]:
        """The sexes and groups a goal is judged for: its own group, or all where it names none and they are people."""
        own = group_id(goal.group) if goal.group else main_group(indicator)
        if isinstance(goal, BetterThanPeers):
            return [("total", own)]
        if isinstance(goal, GapShrinks):
            return [("total", own if goal.ground == "sex" else TOTAL)]
        groups = [own]
        if not goal.group and indicator.share == "egenskap":
            groups = list(dict.fromkeys([own, *self.found.groups(indicator.id)]))
        split = [(sex, group) for group in groups for sex in SEXES if self.found.of(indicator.id, group, sex)]
        return split or [("total", own)]

    def _row(self, indicator: Indicator, goal: Goal, sex: str, group: str) -> GoalRow:
        given = self._given(indicator, goal, sex, group)
        people, (made, sides) = People(self.found), assess(goal, indicator, given)
        if isinstance(goal, BetterThanPeers) and self.region != self.catalogue.here.region:
            made, sides = refused(f"Målet gäller bara {self.catalogue.here.name}.", made.method, made.points), None
        if not given.points and not given.groups and indicator.state == "wanted" and indicator.missing:
            made = refused(indicator.missing, made.method)
        made = _stated(goal, made)
        return GoalRow(
            indicator=indicator,
            goal=goal,
            wish=wish(goal, indicator, self.catalogue),
            region=self.region,
            region_name=self.catalogue.name(self.region),
            sex=sex,
            group=group,
            group_label=self.catalogue.group_label(group),
            progress=made,
            given=given,
            direction=_direction(indicator, given, made),
            rivals=sides,
            robustness=robust(goal, indicator, given, made),
            chance=_chance(goal, indicator, given.points),
            missing_people=people.missing(indicator, goal, made, (group, sex)),
            n=people.population(indicator, (group, sex), made.newest[0]) if made.newest else None,
        )

    def _given(self, indicator: Indicator, goal: Goal, sex: str, group: str) -> Given:
        newest = self.found.newest(indicator.id, group, sex)
        margin = (newest.lower, newest.upper) if newest and newest.lower == newest.lower else None  # # NaN
        groups = self._groups(indicator, goal, group) if isinstance(goal, GapShrinks) else {}
        points = self.found.points(indicator.id, group, sex)
        return Given(points, margin, self.peers.get(indicator.id, {}), groups, self.found.oldest)

    def _groups(self, indicator: Indicator, goal: GapShrinks, group: str) -> Mapping[str, Sequence[Point]]:
        if goal.ground == "sex":
            named = {SEX_WORDS[sex]: self.found.points(indicator.id, group, sex) for sex in WOMEN_AND_MEN}
        else:
            split = [g for g in self.found.groups(indicator.id) if set(group_of(g)) == {goal.ground}]
            named = {self.catalogue.group_label(g): self.found.points(indicator.id, g) for g in split}
        return {name: points for name, points in named.items() if points}


def _stated(goal: Goal, made: Progress) -> Progress:
    """What the goal itself says is told even where no figure could be put to it."""
    target = goal.target if isinstance(goal, Level) and made.target is None else made.target
    return replace(made, target=target, by=made.by or goal.by)


def _direction(indicator: Indicator, given: Given, made: Progress) -> str:
    """What the numbers do, apart from whether it is wanted; of a gap what the gap does."""
    if given.groups or made.method == "gap":
        return made.trend.direction if made.trend else ""
    return judge(indicator, given.points).direction


def _chance(goal: Goal, indicator: Indicator, points: Sequence[Point]) -> Chance | None:
    if not isinstance(goal, Level | ChangeFromBase) or goal.by is None or not points:
        return None
    data = data_of(indicator, points)
    aim = aim_of(goal, indicator, points, data)
    if aim is None:
        return None
    shape = "logit" if indicator.unit == PERCENT and indicator.share == "egenskap" else aim.scale
    return chance(points, (aim.target, goal.by), aim.better, data, shape)
