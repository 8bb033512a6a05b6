"""How an indicator is computed from others: the rule as data, and in words for the reader."""

from typing import Literal

from pydantic import Field, model_validator

from rus.catalogue.strict import Slug, Strict, Text, Year


class Operand(Strict):
    """An indicator's figures: group by group, only those of `group`, or with `total` the total for every group."""

    indicator: Slug
    group: dict[str, str] = {}
    total: bool = False


class Derive(Strict):
    """The rule, over figures of the same region, sex and period.

    ratio = of / by, difference = of − by, sum = all of `of`, index = of in percent of its value in `base_year`; all
    times `scale`. `rule` says it in Swedish and is shown beside the figures. A sum is only for what no source totals.
    """

    kind: Literal["ratio", "sum", "difference", "index"]
    of: list[Operand] = Field(min_length=1)
    by: Operand | None = None
    base_year: Year | None = None
    scale: float = 1.0
    rule: Text

    @model_validator(mode="after")
    def _what_each_kind_needs(self) -> "Derive":
        if (self.by is not None) != (self.kind in {"ratio", "difference"}):
            raise ValueError("by ska finnas för ratio och difference, och bara där")
        if (self.base_year is not None) != (self.kind == "index"):
            raise ValueError("base_year ska finnas för index, och bara där")
        if (len(self.of) > 1) != (self.kind == "sum"):
            raise ValueError("of ska ha minst två led för sum, och annars precis ett")
        if self.scale == 0:
            raise ValueError("scale får inte vara 0")
        return self

    @property
    def operands(self) -> list[Operand]:
        """Every part of the rule, in order."""
        return [*self.of, self.by] if self.by else list(self.of)
