"""The words that a report's text may use: each is read from the figures, so that the text says what they say.

Every function answers with Swedish words, or refuses with a `UsageError` that says what to write instead. Directions
come from here too: a text that says `{{ moved("x") }}` stays true when the figures turn. Where only names are tried
(`Hand.store` is None) every word is empty.
"""

from collections.abc import Callable
from dataclasses import dataclass

from rus.core.errors import UsageError
from rus.core.swedish import EN_DASH, HARD_SPACE, listing, number, sort_key
from rus.views.cards import PERCENT, Row, row
from rus.views.figures import figures
from rus.views.goal_status import peer_points
from rus.views.goal_text import wishes
from rus.views.report_figures import Hand, Series
from rus.views.sentences import DOUBLED, WHOLE_PERCENT, Measure
from rus.views.status import STATUSES

SIGNALS = ("right", "wrong", "unknown")
STILL, LEVEL = "legat still", "på samma nivå som"


@dataclass(frozen=True)
class Vocabulary:
    """The words of one build, on the figures that `hand` gives."""

    hand: Hand

    def words(self) -> dict[str, Callable[..., object]]:
        """Name in a text → function."""
        named = (self.v, self.n, self.year, self.since, self.change, self.moved, self.went, self.rises, self.beside)
        more = (self.sexes, self.trend, self.status, self.highest, self.lowest, self.title, self.place, self.goal)
        every: tuple[Callable[..., object], ...] = (
            *named,
            *more,
            self.goals,
            self.signals,
            self.break_year,
            self.fixed,
        )
        return {word.__name__: word for word in every}

    def v(self, indicator: str, region: str = "", year: int | None = None, sex: str = "total", group: str = "") -> str:
        """A value with its unit: `80,9 procent`, the newest where no year is named."""
        series = self.hand.series(indicator, region, sex, group)
        return _measure(series).full(self.hand.at(series, year).value) if series else ""

    def n(self, indicator: str, region: str = "", year: int | None = None, sex: str = "total", group: str = "") -> str:
        """The same without unit: `80,9`."""
        series = self.hand.series(indicator, region, sex, group)
        return _measure(series).bare(self.hand.at(series, year).value) if series else ""

    def year(self, indicator: str, region: str = "", sex: str = "total", group: str = "") -> str:
        """The newest period: `2022`."""
        series = self.hand.series(indicator, region, sex, group)
        return self.hand.at(series, None).period if series else ""

    def since(self, indicator: str, region: str = "", sex: str = "total", group: str = "") -> str:
        """The first year that the newest can be compared with: after a break, the first of the new series."""
        series = self.hand.series(indicator, region, sex, group)
        return str(series.first) if series else ""

    def break_year(self, indicator: str) -> str:
        """The first year of the newest series, after a break."""
        start = self.hand.indicator(indicator).last_break
        if start is None:
            raise UsageError(f"{indicator} har inget brott i serien; ta bort ordet break_year")
        return str(start)

    def goal(self, indicator: str) -> str:
        """What the catalogue wants of the measure, in small letters: `minst 80 procent`."""
        wanted = wishes(self.hand.indicator(indicator), self.hand.catalogue)
        if not wanted:
            raise UsageError(f"{indicator} har inget mål i katalogen; ta bort ordet goal")
        return f"{wanted[:1].lower()}{wanted[1:]}"

    def change(
        self, indicator: str, region: str = "", since: int | None = None, sex: str = "total", group: str = ""
    ) -> str:
        """How much the newest value differs, without sign: `2,5 procentenheter` or `12 procent`, as on the cards."""
        series = self.hand.series(indicator, region, sex, group)
        return self._size(series, since) if series else ""

    def moved(
        self, indicator: str, region: str = "", since: int | None = None, sex: str = "total", group: str = ""
    ) -> str:
        """After `har`: `ökat med 2,5 procentenheter`, `minskat med 12 procent` or `legat still`."""
        series = self.hand.series(indicator, region, sex, group)
        if series is None:
            return ""
        way = self._way(series, since)
        return f"{'ökat' if way > 0 else 'minskat'} med {self._size(series, since)}" if way else STILL

    def went(
        self, indicator: str, region: str = "", since: int | None = None, sex: str = "total", group: str = ""
    ) -> str:
        """`ökade från 57,6 till 61,0 procent 2015–2022`, or `var 57,6 procent både 2015 och 2022`."""
        series = self.hand.series(indicator, region, sex, group)
        if series is None:
            return ""
        first, last = self.hand.ends(series, since, None)
        way, measure = self._way(series, since), _measure(series)
        if not way:
            return f"var {measure.full(last.value)} både {first.period} och {last.period}"
        verb = "ökade" if way > 0 else "minskade"
        span = f"{first.period}{EN_DASH}{last.period}"
        return f"{verb} från {measure.bare(first.value)} till {measure.full(last.value)} {span}"

    def rises(
        self, indicator: str, region: str = "", since: int | None = None, sex: str = "total", group: str = ""
    ) -> bool:
        """Whether the newest value is higher, for `{% if %}`."""
        series = self.hand.series(indicator, region, sex, group)
        return series is None or self._way(series, since) > 0

    def _way(self, series: Series, since: int | None) -> int:
        """1 where the newest value is higher than the first, -1 where it is lower, 0 where they read the same."""
        first, last = self.hand.ends(series, since, None)
        if _measure(series).same(first.value, last.value):
            return 0
        return 1 if last.value > first.value else -1

    def beside(
        self, indicator: str, other: str, region: str = "", year: int | None = None, sex: str = "total", group: str = ""
    ) -> str:
        """After `ligger`, before the other region's name: `2,3 procentenheter över`, or `på samma nivå som`."""
        mine, theirs = (self.hand.series(indicator, place, sex, group) for place in (region, other))
        if mine is None or theirs is None:
            return ""
        own = self.hand.at(mine, year)
        return _way(_measure(mine), own.value, self.hand.at(theirs, own.year).value)

    def sexes(self, indicator: str, region: str = "", year: int | None = None, group: str = "") -> str:
        """Women against men, after `kvinnor ligger`: `2,5 procentenheter under`, or `på samma nivå som`."""
        women, men = (self.hand.series(indicator, region, sex, group) for sex in ("women", "men"))
        if women is None or men is None:
            return ""
        own = self.hand.at(women, year)
        return _way(_measure(women), own.value, self.hand.at(men, own.year).value)

    def trend(self, indicator: str, region: str = "") -> str:
        """What the numbers do: `ökar`, `minskar`, `varierar` or `är nästan oförändrat`."""
        made = self._row(indicator, region)
        if made is None:
            return ""
        said = made.trend.direction.lower()
        if not said:
            raise UsageError(f"{indicator} har för få mätningar för att säga en riktning; ta bort ordet trend")
        return f"är {said}" if said.startswith("nästan") else said

    def status(self, indicator: str, region: str = "") -> str:
        """The assessment as on the cards, in small letters: `rätt håll`, `kan inte bedömas`."""
        made = self._row(indicator, region)
        return made.status.words.lower() if made else ""

    def highest(self, indicator: str, year: int | None = None, sex: str = "total", group: str = "") -> str:
        """The kommun or kommuner with the highest value, with it: `Kumla (83,1 procent)`."""
        return self._extreme(indicator, year, sex, group, largest=True)

    def lowest(self, indicator: str, year: int | None = None, sex: str = "total", group: str = "") -> str:
        """The same for the lowest value."""
        return self._extreme(indicator, year, sex, group, largest=False)

    def title(self, indicator: str) -> str:
        """The measure's short name."""
        return self.hand.indicator(indicator).short

    def place(self, region: str = "") -> str:
        """A region's name; the county's without a code."""
        return self.hand.catalogue.name(self.hand.region(region))

    def goals(self, *statuses: str) -> str:
        """How many goals the county has, or how many have one of these statuses."""
        unknown = [s for s in statuses if s not in STATUSES]
        if unknown:
            raise UsageError(f"bedömningen {unknown[0]} finns inte; välj bland {', '.join(STATUSES)}")
        if self.hand.store is None:
            return ""
        return number(sum(one in statuses or not statuses for one in self.hand.judged))

    def signals(self, kind: str) -> str:
        """How many measures move surely in the right way, in the wrong way or are unknown: `9 av 41 mått`."""
        order = SIGNALS
        if kind not in order:
            raise UsageError(f"{kind} finns inte; välj bland {', '.join(order)}")
        return self.hand.counts[order.index(kind)] if self.hand.counts else ""

    def fixed(self, words: str) -> str:
        """Words that hold whatever the figures are: a year in a decision, an age, a name with a digit."""
        return words

    def _size(self, series: Series, since: int | None) -> str:
        first, last = self.hand.ends(series, since, None)
        measure = _measure(series)
        if series.of.unit != PERCENT and first.value > 0:
            share = abs(last.value / first.value - 1) * 100
            if WHOLE_PERCENT <= share <= DOUBLED:
                return f"{number(share)}{HARD_SPACE}procent"
        return measure.difference(last.value - first.value)

    def _row(self, indicator: str, region: str) -> Row | None:
        about, place = self.hand.indicator(indicator), self.hand.region(region)
        if self.hand.store is None:
            return None
        found = figures(self.hand.store, place, indicator)
        made = row(about, found, self.hand.catalogue, peers=peer_points(self.hand.store, self.hand.catalogue))
        if made is None:
            raise UsageError(f"{indicator} har inget värde i {self.hand.catalogue.name(place)}")
        return made

    def _extreme(self, indicator: str, year: int | None, sex: str, group: str, *, largest: bool) -> str:
        home = self.hand.series(indicator, "", sex, group)
        if home is None:
            return ""
        when, measure = self.hand.at(home, year).year, _measure(home)
        values = self.hand.in_kommuner(home, when, sex, group)
        if len(values) < 2:
            raise UsageError(f"{indicator} har inte värden för flera kommuner {when}")
        best = (max if largest else min)(values.values())
        names = sorted((self.hand.catalogue.name(c) for c, v in values.items() if measure.same(v, best)), key=sort_key)
        return f"{listing(names)} ({measure.full(best)})"


def _measure(series: Series) -> Measure:
    return Measure.of(series.of)


def _way(measure: Measure, own: float, other: float) -> str:
    if measure.same(own, other):
        return LEVEL
    return f"{measure.difference(own - other)} {'över' if own > other else 'under'}"
