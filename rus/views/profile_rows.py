"""A profile's rows: one place, or two side by side, in every measure, against the county and all kommuner."""

from collections.abc import Sequence
from dataclasses import dataclass

from rus.analysis.comparison import Value, against, between
from rus.analysis.difference import Difference
from rus.analysis.intervals import Interval
from rus.catalogue.catalogue import Catalogue
from rus.store.store import Store
from rus.views.compare_words import VERDICTS
from rus.views.place_limits import ranks_within
from rus.views.profile_board import Board, Figure, Spine
from rus.views.profile_places import Place, figure_of, places
from rus.views.status import StatusWord

SURE = ("higher", "lower")
AMOUNT = "En mängd, som följer av platsens storlek: jämförs inte."
OVERLAP = "Den ena platsen ingår i den andra, så skillnaden prövas inte."
TENTH = 10
UNSURE = "Osäker:"


@dataclass(frozen=True)
class Band:
    """Places among all kommuner from the interval's ends: 1 is best, or highest where no direction is better."""

    first: int
    last: int
    of: int


@dataclass(frozen=True)
class Side:
    """One place in one measure.

    `apart` is its value minus the county's, `band` its place among all kommuner (only where all have a value), and
    `limits` the interval of its value. `reason` says why a länsdel has no value.
    """

    figure: Figure
    limits: Interval | None = None
    apart: Difference | None = None
    band: Band | None = None
    reason: str = ""

    @property
    def sure(self) -> bool:
        """Whether it certainly differs from the county."""
        return self.apart is not None and self.apart.verdict in SURE

    @property
    def counted(self) -> bool:
        """Whether chance could be reckoned at all."""
        return self.apart is not None and self.apart.verdict != "not_assessed"

    @property
    def outer(self) -> bool:
        """Whether it is among the tenth of all kommuner that are first, or last."""
        if self.band is None:
            return False
        edge = self.band.of // TENTH
        return self.band.last <= edge or self.band.first > self.band.of - edge


@dataclass(frozen=True)
class Row:
    """One measure: its spine, the chosen places in it, and with two of them the first minus the second."""

    spine: Spine
    sides: tuple[Side, ...]
    between: Difference | None = None
    note: str = ""

    @property
    def first(self) -> Side:
        """The place that the profile is of."""
        return self.sides[0]


@dataclass(frozen=True)
class Profile:
    """All rows of one or two places; `mean`: of three years where that can be had."""

    places: tuple[Place, ...]
    rows: tuple[Row, ...]
    mean: bool

    def sure(self) -> tuple[Row, ...]:
        """Where the first place certainly differs from the county."""
        return tuple(row for row in self.rows if row.first.sure)

    def outer(self) -> tuple[int, int]:
        """In how many measures the first place is among all kommuner's first or last tenth, and of how many."""
        placed = [row.first for row in self.rows if row.first.band]
        return sum(side.outer for side in placed), len(placed)

    def counted(self) -> int:
        """In how many measures chance could be reckoned."""
        return sum(row.first.counted for row in self.rows)


def profile(store: Store, catalogue: Catalogue, built: Board, first: str, second: str, *, mean: bool) -> Profile:  # noqa: ARG001  # the shape of a cached view
    """The rows of a place, or of two.

    Args:
        store: not asked; the board holds all figures.
        catalogue: the catalogue of the same build.
        built: every measure in every kommun.
        first: id of a place (`places`).
        second: id of another; empty for none.
        mean: three years together.
    """
    known = places(catalogue)
    chosen = tuple(known[one] for one in (first, second) if one)
    county = catalogue.here.region
    rows = [_row(spine, chosen, county) for spine in built.spines(mean=mean)]
    return Profile(chosen, tuple(row for row in rows if row is not None), mean)


def _row(spine: Spine, chosen: Sequence[Place], county: str) -> Row | None:
    sides = tuple(_side(spine, place, county) for place in chosen)
    if all(side.figure.value is None and not side.reason and not side.figure.last for side in sides):
        gone = all(side.figure.status == "saknas" for side in sides)
        if gone and not spine.values:
            return None
    note = "" if spine.rate else AMOUNT
    if len(sides) < 2 or note:
        return Row(spine, sides, note=note)
    return Row(spine, sides, _between(spine, chosen, sides))


def _side(spine: Spine, place: Place, county: str) -> Side:
    figure, reason = figure_of(spine, place)
    if figure.value is None or not spine.rate:
        return Side(figure, reason=reason)
    own, whole = _value(spine, figure), spine.at(county).value
    limits, _ = own.limits()
    apart = against(own, whole) if whole is not None else None
    band = None if place.is_part and len(place.codes) > 1 else _band(spine, figure.value, limits)
    return Side(figure, limits, apart, band)


def _value(spine: Spine, figure: Figure) -> Value:
    known = figure.lower == figure.lower and figure.upper == figure.upper
    return Value(
        figure.value or 0.0,
        Interval(figure.lower, figure.upper) if known else None,
        figure.n if figure.n == figure.n else None,
        survey=spine.indicator.traits.survey,
        share=spine.share,
    )


def _between(spine: Spine, chosen: Sequence[Place], sides: Sequence[Side]) -> Difference | None:
    one, other = (side.figure for side in sides)
    if one.value is None or other.value is None:
        return None
    if set(chosen[0].codes) & set(chosen[1].codes):
        return Difference(one.value - other.value, "not_assessed", reason=OVERLAP)
    return between(_value(spine, one), _value(spine, other))


def _band(spine: Spine, value: float, limits: Interval | None) -> Band | None:
    """The place from the best end of the interval to the worst; without an interval the value's own place."""
    if not spine.whole:
        return None
    low, high = (limits.lower, limits.upper) if limits else (value, value)
    falls = spine.indicator.better == "lower"
    return Band(*ranks_within(spine.ordered, low, high, lower_is_better=falls), len(spine.ordered))


def verdict(spine: Spine, apart: Difference | None) -> StatusWord:
    """A difference in words, with the icon of what it means: better, worse, no direction, or not known."""
    if apart is None:
        return StatusWord("none", "", "na")
    words = VERDICTS[apart.verdict]
    if apart.verdict == "not_assessed":
        unsure = apart.reason.startswith(UNSURE)
        return StatusWord(apart.verdict, apart.reason.rstrip(".") if unsure else "Osäkerhet ej beräknad", "na")
    if apart.verdict not in SURE or spine.indicator.better == "neutral":
        return StatusWord(apart.verdict, words, "eq")
    good = (apart.verdict == "higher") == (spine.indicator.better == "higher")
    return StatusWord(apart.verdict, words, "good" if good else "bad")
