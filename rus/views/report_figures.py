"""The figures behind a word in a report's text: found and compared, or refused with what to write instead."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.core.errors import UsageError
from rus.store.store import Store
from rus.views.figures import Figures, Observed, figures, judge, main_group
from rus.views.goal_board import goal_board

SEXES = {"women": "kvinnor", "men": "män", "total": "alla"}


@dataclass(frozen=True)
class Used:
    """A figure that a text has used."""

    indicator: str
    name: str
    region: str
    period: str
    provisional: bool


@dataclass(frozen=True)
class Series:
    """Measured values of one indicator, region, sex and group, oldest first, never empty."""

    of: Indicator
    region: str
    seen: tuple[Observed, ...]

    @property
    def first(self) -> int:
        """The year that a change is counted from where none is named: the first of the trend, as on the cards."""
        used = judge(self.of, [(o.year, o.value) for o in self.seen]).points
        return used[0][0] if used else self.seen[0].year


@dataclass
class Hand:
    """Gives figures of one build, and remembers which.

    Args:
        store: the figures; None where only names are tried.
        catalogue: of the same build.
        counts: how many measures go the right way, the wrong way, and are unknown, as the first page says it.
    """

    store: Store | None
    catalogue: Catalogue
    counts: tuple[str, ...]
    used: list[Used] = field(default_factory=list)
    _kept: dict[tuple[str, str], Figures] = field(default_factory=dict)

    def indicator(self, wanted: str) -> Indicator:
        """The indicator, or what it may have been meant to be."""
        found = self.catalogue.indicators.get(wanted)
        if found is None:
            raise UsageError(f"måttet {wanted} finns inte; {_near(wanted, self.catalogue.indicators)}")
        return found

    def region(self, code: str) -> str:
        """The region's code; the county where none is given."""
        wanted = code or self.catalogue.here.region
        if wanted not in self.catalogue.regions:
            raise UsageError(
                f"regionen {wanted} finns inte; skriv en kod inom citattecken, som "
                f'"{self.catalogue.here.region}", eller namnge året: year=2022'
            )
        return wanted

    def series(self, wanted: str, region: str, sex: str, group: str) -> Series | None:
        """The series; None where only names are tried.

        Raises:
            UsageError: a name is wrong, or nothing is measured.
        """
        about, place = self.indicator(wanted), self.region(region)
        if sex not in SEXES:
            raise UsageError(f'kön {sex} finns inte; skriv "women", "men" eller "total"')
        if self.store is None:
            return None
        key = (wanted, place)
        if key not in self._kept:
            self._kept[key] = figures(self.store, place, wanted)
        found = self._kept[key]
        seen = found.of(wanted, group or main_group(about), sex)
        if not seen:
            there = [g for g in found.groups(wanted) if g != group]
            others = f"; grupper som finns: {', '.join(there[:6])}" if group and there else ""
            who = "" if sex == "total" else f" för {SEXES[sex]}"
            raise UsageError(f"{wanted} har inget värde i {self.catalogue.name(place)}{who}{others}")
        return Series(about, place, seen)

    def at(self, series: Series, year: int | None) -> Observed:
        """The value of a year, the newest where none is named; remembered as used."""
        found = series.seen[-1] if year is None else next((o for o in series.seen if o.year == year), None)
        if found is None:
            there = _span(o.year for o in series.seen)
            where = self.catalogue.name(series.region)
            raise UsageError(f"{series.of.id} har inget värde {year} i {where}; år som finns: {there}")
        self.used.append(Used(series.of.id, series.of.short, series.region, found.period, found.provisional))
        return found

    def in_kommuner(self, series: Series, year: int, sex: str, group: str) -> dict[str, float]:
        """Code → value of the county's kommuner in a year; those without one are left out."""
        assert self.store is not None
        named, places = [group or main_group(series.of)], self.catalogue.kommuner()
        rows = self.store.observations(indicators=[series.of.id], regions=places, sexes=[sex], groups=named)
        return {
            code: found.value
            for code in places
            for found in Figures(rows[rows["region"] == code]).of(series.of.id, named[0], sex)
            if found.year == year
        }

    @cached_property
    def judged(self) -> tuple[str, ...]:
        """The status of each of the county's goals."""
        assert self.store is not None
        board = goal_board(self.store, self.catalogue, self.catalogue.here.region)
        return tuple(line.status.id for line in board.lines)

    def ends(self, series: Series, since: int | None, until: int | None) -> tuple[Observed, Observed]:
        """The first and the last value of a span that may be compared."""
        last = self.at(series, until)
        start = series.of.last_break or 0
        if since is not None and since < start <= last.year:
            why = f"{series.of.id} har ett brott {start}, så åren före går inte att jämföra"
            raise UsageError(f"{why}; skriv since={start} eller senare")
        first = self.at(series, series.first if since is None else since)
        if first.year >= last.year:
            why = f"{series.of.id} har inget år före {last.year} att jämföra med"
            raise UsageError(f"{why}; ta bort meningen eller välj ett annat mått")
        return first, last


def _near(wanted: str, known: Iterable[str]) -> str:
    close = get_close_matches(wanted, list(known), n=1)
    return f"menade du {close[0]}?" if close else "sök efter det med rus list"


def _span(years: Iterable[int]) -> str:
    every = sorted(set(years))
    return str(every[0]) if len(every) == 1 else f"{every[0]}–{every[-1]}"
