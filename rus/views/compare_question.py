"""What is compared, what came of it, and the figures that the comparisons are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rus.analysis.comparison import Middle, Rank, Readings, Value
from rus.analysis.difference import Difference
from rus.analysis.expected import Expectation
from rus.analysis.intervals import Interval
from rus.analysis.similar import Similar
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.catalogue.strict import Sex
from rus.views.equality_series import is_share
from rus.views.figures import Observed

LAST_YEAR = 9999
Series = tuple[Observed, ...]


@dataclass(frozen=True)
class Asked:
    """What is compared: one region's value of an indicator, sex and group, in its newest period up to year `last`."""

    indicator: str
    region: str
    sex: Sex = "total"
    group: str = "total"
    last: int = LAST_YEAR


@dataclass(frozen=True)
class Against:
    """One comparison: `name` of the other side where it is a region or a set, its value, and own − other.

    `when` is the other side's year or period where it is not the own one. Without a value `reason` says why.
    """

    id: str
    name: str = ""
    value: float | None = None
    apart: Difference | None = None
    when: str = ""
    middle: Middle | None = None
    reason: str = ""


@dataclass(frozen=True)
class Compared:
    """Everything about one value.

    `against` stands in the order shown; `sets` are both readings of the place's comparison sets, by name. `explained`
    and `places` belong to the expectation; `period` is empty where there is no value at all. `fuller`: the period that
    most places have, where too few have the own one; `everyone` is code → value of the places of the same kind.
    """

    indicator: Indicator
    asked: Asked
    period: str
    value: float | None
    against: tuple[Against, ...] = ()
    rank: Rank | None = None
    sets: tuple[tuple[str, Readings], ...] = ()
    expectation: Expectation = field(default_factory=Expectation)
    explained: float | None = None
    places: int = 0
    similar: Similar = field(default_factory=Similar)
    fuller: str = ""
    everyone: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """What the comparisons are made from.

    `by_region` holds each region's figures, one a year; `everyone` is code → value of the region's whole set in the
    period of the own value.
    """

    catalogue: Catalogue
    indicator: Indicator
    asked: Asked
    by_region: Mapping[str, Series]
    own: Observed
    everyone: Mapping[str, float]

    @property
    def level(self) -> str:
        """`riket`, `lan` or `kommun`."""
        found = self.catalogue.regions.get(self.asked.region)
        return found.level if found else ""

    def value(self, seen: Observed) -> Value:
        """A figure with what is known of its chance."""
        known = seen.lower == seen.lower and seen.upper == seen.upper
        return Value(
            seen.value,
            Interval(seen.lower, seen.upper) if known else None,
            seen.n if seen.n == seen.n else None,
            survey=self.indicator.traits.survey,
            share=is_share(self.indicator),
        )

    def at(self, region: str) -> Observed | None:
        """Another region's figure of the same period."""
        return next((o for o in self.by_region.get(region, ()) if o.period == self.own.period), None)
