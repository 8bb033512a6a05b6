"""A finding as a line: its figures as text, its sentences, where to look closer, and the same for programs."""

from dataclasses import dataclass, replace
from typing import Any, cast

from rus.analysis import words
from rus.analysis.findings import Finding
from rus.analysis.gaps import Gap
from rus.analysis.own_trend import OwnTrend
from rus.analysis.trend import Trend
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.catalogue.strict import Sex
from rus.core.swedish import UNIT_SIGNS, number
from rus.views.cards import name_of
from rus.views.change import sentence, written
from rus.views.choice import Choice
from rus.views.equality_series import gap_unit
from rus.views.findings_series import Gathered, Of
from rus.views.sentences import Measure
from rus.views.status import STATUSES, StatusWord

MOVED = {
    "right": STATUSES["right_way"],
    "wrong": STATUSES["wrong_way"],
    "none": StatusWord("unvalued", "Ingen önskad riktning", "na"),
}
UNKNOWN = StatusWord("unknown", "Vet vi inte", "na")
EXPECTED = {
    "right": StatusWord("better_than_expected", "Bättre än väntat", "good"),
    "wrong": StatusWord("worse_than_expected", "Sämre än väntat", "bad"),
    "none": StatusWord("not_as_expected", "Annat än väntat", "eq"),
}
SAID = {"antal": "stycken", "index": "enheter"}
"""A unit that can't stand after a number in a sentence → what stands there instead."""
DIFFERENT = StatusWord("certain_gap", "Säker skillnad", "eq")


@dataclass(frozen=True)
class Line:
    """One finding, or one measure of which nothing is known.

    `of` says which figures it is about, `finding` holds every number. `earlier` and `now` are the two values it stands
    on as text without unit (a change: first and newest judged; a gap: first and second group; a deviation: expected and
    observed), each with what it is of in `earlier_of` and `now_of`; `apart` is the difference, `period` what the newest
    value is of. `where` is the challenge area or subject, `title` the line as a title. Empty where unknown.
    """

    of: Of
    finding: Finding
    region_name: str
    name: str
    status: StatusWord
    text: str
    where: str = ""
    title: str = ""
    earlier: str = ""
    earlier_of: str = ""
    now: str = ""
    now_of: str = ""
    unit: str = ""
    apart: str = ""
    apart_unit: str = ""
    period: str = ""

    @property
    def address(self) -> dict[str, str]:
        """Where the figures can be seen, as the parameters of Utforska."""
        sexes: tuple[Sex, ...] = ("women", "men") if self.of.sex == "women" else (cast("Sex", self.of.sex),)
        return Choice(self.of.indicator.id, (self.of.region,), sexes, group=self.of.group).address()

    @property
    def record(self) -> dict[str, Any]:
        """The line for programs; what is not known is None."""
        found = self.finding
        return {
            "kind": found.kind,
            "rank": found.rank or None,
            "indicator": self.of.indicator.id,
            "region": self.of.region,
            "region_name": self.region_name,
            "sex": self.of.sex,
            "group": self.of.group,
            "against": self.of.against or None,
            "ground": self.of.pair.ground if self.of.pair else None,
            "direction": {1: "up", -1: "down"}.get(found.direction),
            "valuation": found.valuation,
            "period": self.period or None,
            **_basis(found),
            "effect": found.effect,
            "unit": gap_unit(self.of.indicator),
            "strength": found.strength,
            "p": found.p,
            "q": found.q,
            "why": found.why,
            "reason": found.reason or None,
            "text": self.text,
            "source": self.of.indicator.owner,
        }


def line_of(found: Finding, of: Of, gathered: Gathered) -> Line:
    """The line of a finding."""
    indicator, basis = of.indicator, found.basis
    name = indicator.short if of.pair else name_of(indicator, of.group, gathered.catalogue)
    empty = Line(of, found, gathered.catalogue.name(of.region), name, UNKNOWN, f"{name}: {_small(found.reason)}")
    if found.kind == "unknown":
        return empty
    where = _where(indicator, gathered.catalogue)
    empty = replace(empty, unit=UNIT_SIGNS.get(indicator.unit, indicator.unit), where=where)
    if isinstance(basis, Trend):
        return _change(empty, basis)
    return _gap(empty, basis) if isinstance(basis, Gap) else _deviation(empty, basis)


def _where(indicator: Indicator, catalogue: Catalogue) -> str:
    names = [c.name for c in catalogue.challenges if c.id in indicator.challenges]
    return names[0] if names else next((t.name for t in catalogue.themes if t.id == indicator.theme), "")


def _change(empty: Line, basis: Trend) -> Line:
    indicator, (first, last) = empty.of.indicator, (basis.points[0], basis.points[-1])
    apart, unit = written(indicator, first[1], last[1])
    return replace(
        _figures(empty, first[1], last[1], apart, unit),
        status=MOVED[empty.finding.valuation],
        text=words.of_trend(_measure(empty), basis, indicator.better, source=indicator.owner).text(),
        title=sentence(empty.name, first[1], last[1], str(first[0]), Measure.of(indicator)),
        earlier_of=str(first[0]),
        now_of=str(last[0]),
        period=str(last[0]),
    )


def _gap(empty: Line, basis: Gap) -> Line:
    indicator, pair = empty.of.indicator, empty.of.pair
    assert pair
    (first, second), period = pair.names, pair.period
    said = words.of_gap(_measure(empty), basis, pair.names, period, source=indicator.owner)
    side, size = "över" if basis.difference.value > 0 else "under", _measure(empty).apart(basis.size)
    apart = number(basis.size, indicator.decimals)
    return replace(
        _figures(empty, basis.first.value, basis.second.value, apart, gap_unit(indicator)),
        status=DIFFERENT,
        text=said.text(),
        title=f"{empty.name}: {first} {size} {side} {second} {period}",
        earlier_of=first,
        now_of=second,
        period=period,
    )


def _deviation(empty: Line, basis: OwnTrend) -> Line:
    indicator = empty.of.indicator
    assert basis.newest
    assert basis.expected is not None
    assert basis.lower is not None
    assert basis.upper is not None
    said = words.of_own_trend(_measure(empty), basis, indicator.better, where=empty.region_name, source=indicator.owner)
    apart = number(basis.newest[1] - basis.expected, indicator.decimals, sign=True)
    made = _figures(empty, basis.expected, basis.newest[1], apart, gap_unit(indicator))
    limits = f"{number(basis.lower, indicator.decimals)} till {number(basis.upper, indicator.decimals)}"
    status, year = EXPECTED[empty.finding.valuation], str(basis.newest[0])
    return replace(made, status=status, text=said.text(), earlier_of=limits, now_of=year, period=year)


def _figures(empty: Line, earlier: float, now: float, apart: str, apart_unit: str) -> Line:
    before, after = (number(value, empty.of.indicator.decimals) for value in (earlier, now))
    return replace(empty, earlier=before, now=after, apart=apart, apart_unit=apart_unit)


def _measure(empty: Line) -> words.Measure:
    indicator = empty.of.indicator
    unit = SAID.get(indicator.unit.partition(",")[0], indicator.unit)
    return words.Measure(empty.name, unit, indicator.decimals)


def _basis(found: Finding) -> dict[str, Any]:
    """The figures a finding rests on; every kind has every key."""
    made: dict[str, Any] = dict.fromkeys(
        ("first_year", "first", "year", "value", "expected", "lower", "upper", "points")
    )
    basis = found.basis
    if isinstance(basis, Trend) and basis.points:
        (first_year, first), (year, value) = basis.points[0], basis.points[-1]
        made |= {"first_year": first_year, "first": first, "year": year, "value": value, "points": len(basis.points)}
    elif isinstance(basis, Gap):
        limits = basis.difference.interval
        made |= {"first": basis.second.value, "value": basis.first.value}
        made |= {"lower": limits.lower, "upper": limits.upper} if limits else {}
    elif isinstance(basis, OwnTrend) and basis.newest:
        made |= {"year": basis.newest[0], "value": basis.newest[1], "expected": basis.expected}
        made |= {"lower": basis.lower, "upper": basis.upper, "points": len(basis.points)}
    return made


def _small(reason: str) -> str:
    return f"{reason[:1].lower()}{reason[1:]}"
