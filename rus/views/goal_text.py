"""Goals in words, and where a goal has a number: base, newest value, target and the pace that is left."""

from collections.abc import Sequence

from rus.analysis.target import Target, target
from rus.analysis.trend import Point
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.goals import BetterThanPeers, ChangeFromBase, Direction, GapShrinks, Goal, Level
from rus.catalogue.groups import group_id
from rus.catalogue.indicator import Indicator
from rus.core.swedish import HARD_SPACE, number
from rus.views.sentences import Measure


def with_number(indicator: Indicator, group: str) -> Goal | None:
    """The indicator's first goal with a number for this group."""
    same = (g for g in indicator.goals if group_id(g.group) == group)
    return next((g for g in same if isinstance(g, Level | ChangeFromBase)), None)


def reach(indicator: Indicator, group: str, points: Sequence[Point]) -> Target | None:
    """The numbers of that goal; None where there is no such goal or its base year is not measured."""
    goal = with_number(indicator, group)
    return target(goal, points) if goal else None


def wish(goal: Goal, indicator: Indicator, catalogue: Catalogue) -> str:
    """What a goal asks for, in one line: `högst 20 procent till 2030`, `ska öka`, `bättre än Jämförbara län`."""
    by = f" till {goal.by}" if goal.by else ""
    measure = Measure.of(indicator)
    if isinstance(goal, Level):
        return f"{'minst' if goal.bound == 'at_least' else 'högst'} {measure.full(goal.target)}{by}"
    if isinstance(goal, ChangeFromBase):
        way = "öka" if goal.percent > 0 else "minska"
        return f"ska {way} med {number(abs(goal.percent))}{HARD_SPACE}procent från {goal.baseline}{by}"
    if isinstance(goal, Direction):
        return f"ska {'öka' if goal.towards == 'up' else 'minska'}{by}"
    return _against(goal, catalogue) + by


def _against(goal: BetterThanPeers | GapShrinks, catalogue: Catalogue) -> str:
    if isinstance(goal, BetterThanPeers):
        peers = catalogue.peers(goal.peers)
        what = "bättre utveckling än" if goal.measure == "growth" else "bättre än"
        return f"{what} {peers.name.lower() if peers else goal.peers}"
    ground = catalogue.ground(goal.ground)
    between = "kvinnor och män" if goal.ground == "sex" or ground is None else f"grupper efter {ground.label.lower()}"
    return f"skillnaden mellan {between} ska minska"


def wishes(indicator: Indicator, catalogue: Catalogue) -> str:
    """All goals of an indicator; empty where there is none."""
    said = "; ".join(dict.fromkeys(wish(g, indicator, catalogue) for g in indicator.goals))
    return said[:1].upper() + said[1:]


def standing(indicator: Indicator) -> str:
    """Whether the goals are printed in a decided document; empty where there is none."""
    found = {g.standing for g in indicator.goals}
    if len(found) > 1:
        return "Officiellt och föreslaget mål"
    return {"officiell": "Officiellt mål", "föreslagen": "Föreslaget mål"}.get(next(iter(found), ""), "")


def facts(indicator: Indicator, found: Target) -> str:
    """Base, newest and target as one line: `2005: 1 900 · 2024: 1 244 · mål 2030: 760`."""

    def put(value: float) -> str:
        return number(value, indicator.decimals)

    base = f"{found.base[0]}: {put(found.base[1])} · " if found.base else ""
    by = f" {found.by}" if found.by else ""
    return f"{base}{found.newest[0]}: {put(found.newest[1])} · mål{by}: {put(found.value)}"
