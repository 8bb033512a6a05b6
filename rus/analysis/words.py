"""Swedish sentences made from results, for cards, texts for those who can't see a chart, and reports.

A sentence says what stands in its result and nothing else: no value, year or direction from elsewhere. What the numbers
do (ökar, minskar) and whether that is wanted (rätt, fel håll) are always two sentences.
"""

from dataclasses import dataclass

from rus.analysis.difference import Difference
from rus.analysis.gaps import Gap, GapOverTime
from rus.analysis.inequality import Better
from rus.analysis.own_trend import OwnTrend
from rus.analysis.slope import Slope
from rus.analysis.trend import Trend
from rus.core.swedish import HARD_SPACE, number, years

PERCENT = "procent"


@dataclass(frozen=True)
class Measure:
    """How a measure's figures are written: its name, unit and decimals."""

    name: str
    unit: str
    decimals: int

    def value(self, value: float) -> str:
        """A value with its unit."""
        return f"{number(value, self.decimals)}{HARD_SPACE}{self.unit}"

    def apart(self, size: float, least: int = 0) -> str:
        """A difference without sign, with at least so many decimals: shares differ by procentenheter."""
        text = number(abs(size), max(self.decimals, least))
        points = "procentenhet" if text == "1" else "procentenheter"
        return f"{text}{HARD_SPACE}{points if self.unit == PERCENT else self.unit}"


@dataclass(frozen=True)
class Facts:
    """The parts of a text in their order, each a whole sentence or empty."""

    level: str = ""
    direction: str = ""
    valuation: str = ""
    size: str = ""
    certainty: str = ""
    source: str = ""

    def text(self) -> str:
        """The sentences that there are, as one text."""
        parts = (self.level, self.size, self.direction, self.valuation, self.certainty, self.source)
        return " ".join(part for part in parts if part)


def of_level(measure: Measure, value: float, period: str, *, where: str = "", source: str = "") -> Facts:
    """The value alone: `Sysselsatta: 80,9 procent i länet 2022. Källa: SCB`."""
    place = f" i {where}" if where else ""
    return Facts(level=f"{measure.name}: {measure.value(value)}{place} {period}.", source=_source(source))


def of_trend(measure: Measure, found: Trend, better: Better, *, source: str = "") -> Facts:
    """What a trend says: the newest value it holds, direction and period, valuation on its own, certainty last."""
    if not found.points:
        return Facts(certainty=f"Kan inte bedömas. {found.reason}", source=_source(source))
    (first, _), (last, value) = found.points[0], found.points[-1]
    level, span = f"{measure.name}: {measure.value(value)} {last}.", years(first, last)
    if found.status == "no_trend":
        text = f"{measure.name}: ingen säker trend {span}, {len(found.points)} mätningar."
        return Facts(level=level, direction=text, source=_source(source))
    valued = found.status != "not_assessed"
    if not valued and (better != "neutral" or found.p is None):
        return Facts(level=level, certainty=f"Kan inte bedömas. {found.reason}", source=_source(source))
    return Facts(
        level=level,
        direction=f"{measure.name} {found.direction.lower()} {span}.",
        valuation=_valued(found.status == "right_way", better) if valued else "",
        size=_typical(measure, found),
        certainty=f"Trenden är säker: {len(found.points)} mätningar.",
        source=_source(source),
    )


def _typical(measure: Measure, found: Trend) -> str:
    """The median change a year; empty where ties make it nothing, or of the other sign than the trend."""
    slope = found.slope or 0.0
    apart, rises = measure.apart(slope, 1), found.direction == "Ökar"
    return "" if apart == measure.apart(0, 1) or (slope > 0) != rises else f"Typisk förändring: {apart} per år."


def of_gap(measure: Measure, found: Gap, names: tuple[str, str], period: str, *, source: str = "") -> Facts:
    """Two groups beside each other: `Sysselsatta: kvinnor ligger 2,5 procentenheter lägre än män 2022 (79,6 mot …)`."""
    first, second = names
    apart = measure.apart(found.size)
    figures = f"({number(found.first.value, measure.decimals)} mot {measure.value(found.second.value)})"
    if apart == measure.apart(0):
        level = f"{measure.name}: {first} och {second} ligger lika {period} {figures}."
    else:
        level = f"{measure.name}: {first} ligger {apart} {_way(found.difference.value)} än {second} {period} {figures}."
    size = ""
    if found.ratio is not None:
        size = f"Kvoten är {number(found.ratio, 2)}."
    return Facts(level=level, size=size, certainty=of_difference(found.difference), source=_source(source))


def of_people(people: int, names: tuple[str, str]) -> str:
    """What it takes in people for the first group to stand where the second does, in two significant digits."""
    if people <= 0:
        return ""
    who = "en person" if people == 1 else f"omkring {number(about(people))} personer"
    return f"För att {names[0]} ska nå samma nivå som {names[1]} behöver läget ändras för {who}."


def about(people: int) -> int:
    """A number of people in two significant digits: more would say more than the figures can."""
    return round(people, min(0, 2 - len(str(people))))


def of_difference(found: Difference) -> str:
    """How certain a difference is, in one sentence."""
    if found.verdict in {"higher", "lower"}:
        return "Skillnaden är större än slumpen ger."
    if found.verdict == "no_certain_difference":
        return found.reason or "Ingen säkerställd skillnad: den kan bero på slumpen."
    return found.reason


def of_gap_over_time(measure: Measure, found: GapOverTime, names: tuple[str, str], *, source: str = "") -> Facts:
    """How the gap has moved: `Skillnaden mellan kvinnor och män har minskat med 1,2 procentenheter 2020–2022`."""
    if found.change is None:
        why = "Skillnadens utveckling kan inte bedömas: båda grupperna mättes inte samma två år."
        return Facts(certainty=why, source=_source(source))
    span = years(found.points[0][0], found.points[-1][0])
    between = f"Skillnaden mellan {names[0]} och {names[1]}"
    apart = measure.apart(found.change)
    if apart == measure.apart(0):
        level = f"{between} är oförändrad {span}."
    elif found.rounded:
        level = f"{between} har inte ändrats mer än vad avrundningen kan ge {span}."
    else:
        level = f"{between} har {'minskat' if found.change < 0 else 'ökat'} med {apart} {span}."
    if found.turned:
        leads = names[0] if found.points[-1][1] > 0 else names[1]
        level = f"{between} har bytt riktning {span}: nu ligger {leads} högst."
    return Facts(level=level, size=" ".join(found.notes), certainty=_steady(found.trend), source=_source(source))


def of_own_trend(measure: Measure, found: OwnTrend, better: Better, *, where: str = "", source: str = "") -> Facts:
    """The newest value against the series' own trend: what was expected, and whether the surprise is wanted."""
    if found.newest is None or found.residual is None or found.lower is None or found.upper is None:
        return Facts(certainty=f"Kan inte bedömas. {found.reason}".strip(), source=_source(source))
    (year, value), place = found.newest, f" i {where}" if where else ""
    span, apart = years(found.points[0][0], found.points[-1][0]), measure.apart(found.residual)
    now = f"{measure.name}: {measure.value(value)}{place} {year}"
    limits = f"{number(found.lower, measure.decimals)} till {measure.value(found.upper)}"
    if not found.residual or apart == measure.apart(0):
        return Facts(level=f"{now}, som väntat.", size=f"Åren {span} pekade mot {limits}.", source=_source(source))
    wanted_way = (found.residual > 0) == (better == "higher")
    return Facts(
        level=f"{now}, {apart} {_way(found.residual)} än väntat.",
        size=f"Åren {span} pekade mot {limits}.",
        valuation="" if better == "neutral" else f"Det är {'bättre' if wanted_way else 'sämre'} än väntat.",
        source=_source(source),
    )


def of_slope(measure: Measure, found: Slope, ground: str, *, period: str = "", source: str = "") -> Facts:
    """The slope index in words: from the least to the most advantaged."""
    told = _source(source)
    if found.sii is None:
        return Facts(certainty=f"Lutningen räknas inte. {found.reason}", source=told)
    when, apart = f" {period}" if period else "", measure.apart(found.sii, 1)
    text = f"Överst på skalan för {ground} är värdet {apart} {_way(found.sii)} än nederst{when}."
    if apart == measure.apart(0, 1):
        text = f"Värdet är lika överst och nederst på skalan för {ground}{when}."
    ratio = "" if found.rii is None else f"Kvoten är {number(found.rii, 2)}."
    if found.sii_interval is None:
        return Facts(level=text, size=ratio, certainty=found.reason, source=told)
    ends = [number(v, max(measure.decimals, 1)) for v in (found.sii_interval.lower, found.sii_interval.upper)]
    return Facts(level=text, size=ratio, certainty=f"Osäkerhet: {ends[0]} till {ends[1]}.", source=told)


def wanted(measure: Measure, better: Better) -> str:
    """Which way is wanted: the valuation that goes with a gap, apart from its direction."""
    words = {"higher": "Högre är bättre.", "lower": "Lägre är bättre."}
    return words.get(better, f"{measure.name} har ingen önskad riktning.")


def _valued(right: bool, better: Better) -> str:  # noqa: FBT001  # the one question it answers
    if better == "neutral":
        return ""
    return "Det är rätt håll." if right else "Det är fel håll."


def _steady(found: Trend) -> str:
    if found.status == "not_assessed":
        return f"Om det är en trend kan inte bedömas. {found.reason}".strip()
    return "Trenden är säker." if found.status in {"right_way", "wrong_way"} else "Ingen säker trend."


def _source(source: str) -> str:
    return f"Källa: {source}." if source else ""


def _way(difference: float) -> str:
    return "högre" if difference > 0 else "lägre"
