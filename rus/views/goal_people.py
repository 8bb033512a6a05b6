"""A goal in people: how many there are in a group, and how many more are needed."""

from dataclasses import dataclass

from rus.analysis.progress import Progress
from rus.catalogue.goals import GapShrinks, Goal
from rus.catalogue.groups import group_of
from rus.catalogue.indicator import Indicator
from rus.views.figures import Figures, Observed
from rus.views.goal_status import PERCENT

Member = tuple[str, str]
"""Group and sex."""


@dataclass(frozen=True)
class People:
    """Populations of one region, as far as its figures hold them."""

    found: Figures

    def population(self, indicator: Indicator, member: Member, year: int) -> float | None:
        """How many a share of that year is of: what the source says, else the denominator's own figure of the group."""
        group, sex = member
        own = self._at(indicator.id, group, sex, year)
        if own is not None and own.n == own.n:  # # NaN
            return own.n
        denominator = indicator.denominator.indicator if indicator.denominator else None
        whole = self._at(denominator, group, sex, year) if denominator else None
        return whole.value if whole else None

    def missing(self, indicator: Indicator, goal: Goal, made: Progress, member: Member) -> float | None:
        """How many people are missing to the goal; None where the share's population is not known.

        Of a gap: how many more in the group behind it would take for no gap to be left.
        """
        if indicator.unit != PERCENT or made.newest is None or made.status == "not_assessed":
            return None
        year = made.newest[0]
        if not isinstance(goal, GapShrinks):
            return made.people(self.population(indicator, member, year))
        seen = {m: self._at(indicator.id, *m, year) for m in self._sides(indicator, goal, member)}
        levels = {m: o.value for m, o in seen.items() if o}
        if len(levels) < 2:
            return None
        last = (min if indicator.better == "higher" else max)(levels, key=levels.__getitem__)
        size = self.population(indicator, last, year)
        return None if size is None else made.newest[1] * size / 100

    def _sides(self, indicator: Indicator, goal: GapShrinks, member: Member) -> list[Member]:
        if goal.ground == "sex":
            return [(member[0], "women"), (member[0], "men")]
        return [(g, "total") for g in self.found.groups(indicator.id) if set(group_of(g)) == {goal.ground}]

    def _at(self, identity: str, group: str, sex: str, year: int) -> Observed | None:
        return next((o for o in self.found.of(identity, group, sex) if o.year == year), None)
