"""Limits that new figures are held against when they are taken in."""

from typing import Literal

from pydantic import Field, model_validator

from rus.catalogue.strict import Strict

CheckName = Literal["min", "max", "jump", "sex_tolerance", "coverage"]


class Checks(Strict):
    """Limits in the indicator's own unit; what the file leaves out is filled by `for_unit`.

    `jump`: the largest change between two neighbouring periods that needs no second look: percentage points for
    percent, percent of the earlier value for all else. `sex_tolerance`: how far the total may lie outside what women
    and men give, measured in the same way (sources that add noise need more). `coverage`: the smallest share (0–1) of
    the regions of the period before. `stop` names the checks that keep the figures out; the others warn.
    """

    min: float | None = None
    max: float | None = None
    jump: float | None = Field(default=None, gt=0)
    sex_tolerance: float | None = Field(default=None, ge=0)
    coverage: float | None = Field(default=None, ge=0, le=1)
    stop: list[CheckName] = ["min", "max"]

    @model_validator(mode="after")
    def _min_before_max(self) -> "Checks":
        if self.min is not None and self.max is not None and self.min >= self.max:
            raise ValueError("min ska vara mindre än max")
        return self

    def for_unit(self, unit: str, *, share: bool = False, small: bool = False) -> "Checks":
        """The limits with the unit's own where the file says nothing.

        Args:
            unit: the indicator's unit, in words.
            share: the values are shares of a whole, so they lie between 0 and 100.
            small: few cases, so chance moves the values much.
        """
        percent = unit == "procent"
        usual = {
            "min": 0.0 if share else None,
            "max": 100.0 if share and percent else None,
            "jump": (10.0 if percent else 40.0) * (2 if small else 1),
            "sex_tolerance": 0.5 if percent else 1.0,
            "coverage": 0.9,
        }
        given = {name: getattr(self, name) for name in usual if getattr(self, name) is not None}
        return self.model_copy(update={**usual, **given})
