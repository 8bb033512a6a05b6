"""What Gemensam uppföljning is made of: every goal, and every wanted direction without a goal, judged in one region."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rus.analysis.followup import Judged
from rus.analysis.heading import direction
from rus.analysis.progress import Progress, refused
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL
from rus.catalogue.indicator import Indicator
from rus.store.store import Store
from rus.views.figures import Figures, data_of, main_group, oldest_judged
from rus.views.goals import Asked, GoalRow, goal_rows

BASES: dict[str, str] = {
    "alla": "Alla mått med önskad riktning",
    "mal": "Bara mått med mål",
    "officiella": "Bara officiella mål",
}
"""What is looked at: all measures, those with a goal, or goals that a decided document prints."""


@dataclass(frozen=True)
class Considered:
    """A goal, or a measure's wanted direction where it has no goal (`row` is then None)."""

    judged: Judged
    indicator: Indicator
    group: str
    standing: str
    row: GoalRow | None


def considered(store: Store, catalogue: Catalogue, region: str) -> Iterator[Considered]:
    """The goals and wanted directions, both sexes together, in the group that stands for the measure."""
    rows = [r for r in goal_rows(store, catalogue, Asked((region,), history=False)) if r.sex == "total"]
    whole = {r.indicator.id for r in rows if r.group == TOTAL}
    seen: Counter[str] = Counter()
    for row in rows:
        seen[row.indicator.id] += 1
        if row.group == TOTAL or row.indicator.id not in whole:
            key = f"{row.indicator.id}-{seen[row.indicator.id]}"
            judged = _judged(key, row.indicator, row.progress)
            yield Considered(judged, row.indicator, row.group, row.goal.standing, row)
    yield from _directions(store, catalogue, region)


def within(basis: str, standing: str) -> bool:
    """Whether a goal of this standing is looked at."""
    return standing in {"mal": {"officiell", "föreslagen"}, "officiella": {"officiell"}}.get(basis, {standing})


def _directions(store: Store, catalogue: Catalogue, region: str) -> Iterator[Considered]:
    """Measures of an effektmål that have no goal but a wanted direction: only that direction is asked about."""
    every = catalogue.indicators.values()
    asked = [i for i in every if i.effektmal and not i.goals and i.better != "neutral"]
    rows = store.observations(indicators=[i.id for i in asked], regions=[region], sexes=["total"])
    found = Figures(rows, oldest_judged(store))
    for indicator in asked:
        group = main_group(indicator)
        points = found.points(indicator.id, group)
        made = direction(points, data_of(indicator, points), found.oldest)
        if not points:
            made = refused(_missing(indicator, catalogue, region), made.method)
        yield Considered(_judged(indicator.id, indicator, made), indicator, group, "riktning", None)


def _missing(indicator: Indicator, catalogue: Catalogue, region: str) -> str:
    if indicator.missing:
        return indicator.missing
    level = catalogue.regions[region].level if region in catalogue.regions else ""
    if level in indicator.traits.not_for:
        return "Måttet redovisas inte för den här sortens område."
    return "Siffrorna hämtas med rus update när källan läses in."


def _judged(key: str, indicator: Indicator, made: Progress) -> Judged:
    return Judged(key, indicator.id, made, tuple(indicator.effektmal), tuple(indicator.challenges))
