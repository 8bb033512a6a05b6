"""The five kinds of goal (a level, a direction, a change from a base year, better than peers, a smaller gap)."""

from typing import Annotated, Literal

from pydantic import Field

from rus.catalogue.strict import Strict, Text, Year


class GoalBase(Strict):
    """What every goal says.

    `standing` is `officiell` only where a decided document of the region prints the goal; `source` names it.
    `public_target` is the number of the sentence in `_strategy.toml` that this goal computes.
    """

    standing: Literal["officiell", "föreslagen"]
    source: Text
    public_target: int | None = None
    by: Year | None = None
    text: Text | None = None
    group: dict[str, str] = {}


class Level(GoalBase):
    """The value shall be at least, or at most, `target` (in the indicator's unit)."""

    kind: Literal["level"]
    target: float
    bound: Literal["at_least", "at_most"]
    baseline: Year | None = None


class Direction(GoalBase):
    """The value shall increase, or decrease; no number is set."""

    kind: Literal["direction"]
    towards: Literal["up", "down"]


class ChangeFromBase(GoalBase):
    """The value shall change by `percent` (−60 = sixty percent lower) from the base year to `by`."""

    kind: Literal["change"]
    percent: float
    baseline: Year


class BetterThanPeers(GoalBase):
    """Level or growth shall be better than in the regions of a comparison set."""

    kind: Literal["peers"]
    peers: Text
    measure: Literal["level", "growth"]
    baseline: Year | None = None


class GapShrinks(GoalBase):
    """The difference between the groups of a ground (`sex` or one of `_grounds.toml`) shall become smaller."""

    kind: Literal["gap"]
    ground: Text


Goal = Annotated[Level | Direction | ChangeFromBase | BetterThanPeers | GapShrinks, Field(discriminator="kind")]
