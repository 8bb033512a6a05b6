"""What an indicator file may say."""

from datetime import date
from typing import Literal

from pydantic import Field, HttpUrl, model_validator

from rus.catalogue.checks import Checks
from rus.catalogue.derive import Derive
from rus.catalogue.freshness import Freshness
from rus.catalogue.goals import Goal
from rus.catalogue.series import Series
from rus.catalogue.strict import RegionLevel, Slug, Strict, Text, Year


class Break(Strict):
    """The first year of a new series that must not be compared with the years before it."""

    first_year: Year
    reason: Text


class Traits(Strict):
    """What decides which computations are allowed.

    `measured_years`: the years with a real measurement; the source repeats the last one in between, and the repeats
    are left out. `window_years`: each value is a mean of so many years, so neighbours overlap. `whole_percent_until`:
    values up to that year are rounded to whole percent. `provisional_last`: the newest year may be revised.
    `not_for`: levels of region where the owner publishes nothing. `survey`: a sample, so values have a margin.
    """

    measured_years: list[Year] | None = None
    window_years: int = Field(default=1, ge=1, le=10)
    whole_percent: bool = False
    whole_percent_until: Year | None = None
    provisional_last: bool = False
    not_for: list[RegionLevel] = []
    survey: bool = False
    small_numbers: bool = False


class Denominator(Strict):
    """What the share or rate is of: in words, and the indicator that holds it where there is one."""

    text: Text
    indicator: Slug | None = None


class Waits(Strict):
    """A breakdown that exists at the source but not in the figures in hand."""

    ground: Text
    reason: Text


class Review(Strict):
    """Since when the indicator is used, and what was decided about it."""

    valid_from: date | None = None
    valid_to: date | None = None
    replaced_by: Slug | None = None
    decided_by: Text | None = None
    decided_on: date | None = None
    note: Text | None = None


class Indicator(Strict):
    """One indicator. Its id and theme are its address: `indicators/<theme>/<id>.toml`."""

    id: Slug
    theme: Slug
    title: Text
    short: Text
    unit: Text
    decimals: int = Field(ge=0, le=4)
    better: Literal["higher", "lower", "neutral"]
    share: Literal["egenskap", "konsfordelning", "ingen"] = "ingen"
    definition: Text
    owner: Text
    via: Text | None = None
    licence: Text
    link: HttpUrl
    state: Literal["in_use", "wanted"] = "in_use"
    missing: Text | None = None
    keywords: list[Text] = []
    series: list[Series] = []
    derive: Derive | None = None
    freshness: Freshness | None = None
    checks: Checks = Checks()
    denominator: Denominator | None = None
    traits: Traits = Traits()
    breaks: list[Break] = []
    waits: list[Waits] = []
    effektmal: list[Slug] = []
    challenges: list[Slug] = []
    perspectives: list[Slug] = []
    headline: list[Slug] = []
    goals: list[Goal] = []
    counter: Slug | None = None
    review: Review = Review()
    notes: list[Text] = []

    @model_validator(mode="after")
    def _wanted_says_why(self) -> "Indicator":
        if self.state == "wanted" and not self.missing:
            raise ValueError('state = "wanted" kräver missing: skriv varför det inte finns några uppgifter')
        if self.state == "in_use" and not self.series and not self.derive:
            raise ValueError('minst en [[series]] eller [derive] behövs; finns inga uppgifter, skriv state = "wanted"')
        if self.derive and any(s.role == "value" for s in self.series):
            raise ValueError("[derive] räknar ut värdena; ta bort [[series]] med rollen value, eller [derive]")
        return self

    @property
    def limits(self) -> Checks:
        """The checks of the file, filled with those of the unit."""
        return self.checks.for_unit(self.unit, share=self.share != "ingen", small=self.traits.small_numbers)

    @property
    def grounds(self) -> list[str]:
        """The grounds, beside sex, that the indicator's series are split by."""
        return sorted({ground for series in self.series for ground in series.group})

    @property
    def last_break(self) -> int | None:
        """First year of the newest unbroken series, if there is a break."""
        return max((b.first_year for b in self.breaks), default=None)
