"""A goal's whole calculation as pairs of words: what was used, what came out, and what would change the answer."""

from collections.abc import Iterable
from dataclasses import dataclass

from rus.analysis.chance import Chance
from rus.analysis.pace import Pace
from rus.analysis.progress import LIMITS, Progress
from rus.core.swedish import HARD_SPACE, number, years
from rus.views.goal_status import PERCENT
from rus.views.goals import GoalRow
from rus.views.sentences import Measure
from rus.views.status import STATUSES

METHODS = {
    "linjar": "Rak linje från basåret till målet, och regression på de senaste mätningarna",
    "logaritmisk": "Lika många procent varje år från basåret till målet, och regression på de senaste mätningarna",
    "trendtest": "Mann–Kendalls trendtest, 5 procent",
    "gap": "Mann–Kendalls trendtest på skillnaden mellan grupperna, 5 procent",
    "jamforelse-niva": "Jämförelse med var och en av de andra regionerna, och med deras medelvärde",
    "jamforelse-tillvaxt": "Jämförelse av den årliga procentuella tillväxten mellan samma år",
}
Pair = tuple[str, str]


@dataclass(frozen=True)
class Part:
    """A part of the calculation under its own heading."""

    title: str
    pairs: tuple[Pair, ...]


def parts(row: GoalRow) -> tuple[Part, ...]:
    """The calculation in the order to be read; what was not computed is left out."""
    made, measure = row.progress, Measure.of(row.indicator)
    found = (
        Part("Bedömning", _kept([*_judged(row), *_levels(row, measure), *_groups(row), *_against(row, measure)])),
        Part("Takt", _kept([*_paces(made, row), ("Mätningar", _points(made))])),
        Part("Hur säkert är det?", _kept(_others(row))),
    )
    return tuple(part for part in found if part.pairs)


def calculation(row: GoalRow) -> tuple[Pair, ...]:
    """The whole calculation as one list."""
    return tuple(pair for part in parts(row) for pair in part.pairs)


def _kept(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    return tuple((name, text) for name, text in pairs if text)


def _judged(row: GoalRow) -> list[Pair]:
    made = row.progress
    people = f"{number(row.missing_people)} personer" if row.missing_people else ""
    return [
        ("Mål", f"{row.wish[:1].upper()}{row.wish[1:]}"),
        (
            "Bedömning",
            made.reason if made.reason.startswith(row.status.words) else f"{row.status.words}. {made.reason}",
        ),
        ("Riktning", row.direction),
        ("Saknas i personer", people),
        ("Antal i underlaget", number(row.n) if row.n else ""),
        ("Metod", METHODS.get(made.method, made.method)),
    ]


def pace_text(found: Pace | None, row: GoalRow) -> str:
    """The observed pace with its interval: `−2,7 procent per år (−3,5 till −1,9)`."""
    if found is None:
        return ""
    low, high = (_number(found.shown(end), row) for end in (found.lower, found.upper))
    return f"{per_year(found.shown(found.slope), row)} (95{HARD_SPACE}procents intervall {low} till {high})"


def _levels(row: GoalRow, measure: Measure) -> list[Pair]:
    made = row.progress
    base = f"{measure.full(made.base[1])} {made.base[0]}" if made.base else ""
    now = f"{measure.full(made.newest[1])} {made.newest[0]}" if made.newest else ""
    by = f" {made.by}" if made.by else ""
    target = f"{measure.full(made.target)}{by}" if made.target is not None else ""
    where = ""
    if made.deviation is not None:
        side = "bättre" if made.deviation >= 0 else "sämre"
        people = f", {number(abs(made.deviation) * row.n / 100)} personer" if row.n and measure.unit == PERCENT else ""
        where = f"{measure.difference(made.deviation)}{people} {side} än om takten hade varit jämn"
    return [("Utgångsläge", base), ("Nu", now), ("Att nå", target), ("Avstånd från vägen dit", where)]


def _paces(made: Progress, row: GoalRow) -> list[Pair]:
    ratio = ""
    if made.ratio is not None and made.ratio_lower is not None and made.ratio_upper is not None:
        ends = f"{number(made.ratio_lower, 2)} till {number(made.ratio_upper, 2)}"
        ratio = f"{number(made.ratio, 2)} ({ends}); gränserna är {', '.join(number(x, 2) for x in LIMITS)}"
    faster = f"{number(made.acceleration, 1)} gånger så hög" if made.acceleration is not None else ""
    return [
        ("Takt hittills", pace_text(made.pace, row)),
        ("Takt som krävdes från basåret", per_year(made.required_start, row)),
        ("Takt som krävs från nu", per_year(made.required_now, row)),
        ("Takt hittills delad med den som krävdes", ratio),
        ("Takten måste bli", faster if made.missing else ""),
    ]


def _groups(row: GoalRow) -> list[Pair]:
    """Both sides of a gap, since a gap can shrink because the better group loses."""
    newest, measure = row.progress.newest, Measure.of(row.indicator)
    if newest is None or not row.given.groups:
        return []
    values = {name: dict(points).get(newest[0]) for name, points in row.given.groups.items()}
    said = ", ".join(f"{name} {measure.bare(value)}" for name, value in values.items() if value is not None)
    return [(f"Grupperna {newest[0]}", said)]


def _against(row: GoalRow, measure: Measure) -> list[Pair]:
    rivals = row.rivals
    if rivals is None:
        return []
    if rivals.since is None:
        words = f"{rivals.best_name} {measure.full(rivals.best)}, medelvärde {measure.full(rivals.mean)} {rivals.year}"
        return [("Att jämföra med", words)]
    span = years(rivals.since, rivals.year)
    rates = [number(x, 1, sign=True) for x in (rivals.ours, rivals.best, rivals.mean)]
    words = f"Procent per år {span}: vi {rates[0]}, {rivals.best_name} {rates[1]}, medelvärde {rates[2]}"
    return [("Att jämföra med", words)]


def _others(row: GoalRow) -> list[Pair]:
    found = row.robustness
    bases = "; ".join(f"{year}: {STATUSES[status].words.lower()}" for year, status in found.bases) if found else ""
    if found and row.progress.base and row.goal.kind in {"level", "change"} and not bases:
        bases = "Inga andra år inom två år från basåret är mätta."
    return [
        ("Andra metoder", found.words if found else ""),
        ("Andra basår", bases),
        ("Chans att nå målet", _likely(row.chance)),
        ("Är målet rimligt", _history(row)),
    ]


def _likely(odds: Chance | None) -> str:
    if odds is None or odds.probability is None:
        return odds.reason if odds else ""
    said = f"{odds.words[:1].upper()}{odds.words[1:]} ({number(odds.probability * 100)}{HARD_SPACE}procent)."
    return f"{said} {odds.reason} Trenden vet inget om beslut som ändrar den."


def _history(row: GoalRow) -> str:
    found = row.realism
    if found is None or found.share is None:
        return found.reason if found else ""
    return f"{found.reason} Jämfört med {number(found.spells)} förändringar i {number(found.areas)} kommuner och län."


def _points(made: Progress) -> str:
    if not made.points:
        return ""
    return f"{len(made.points)}: {', '.join(str(t) for t, _ in made.points)}"


def _number(value: float, row: GoalRow) -> str:
    decimals = 1 if row.progress.method == "logaritmisk" else max(row.indicator.decimals, 2)
    return number(value, decimals, sign=True)


def per_year(value: float | None, row: GoalRow) -> str:
    """A pace with its unit: `−2,7 procent per år`; empty for None."""
    if value is None:
        return ""
    unit = row.indicator.unit
    if row.progress.method == "logaritmisk":
        unit = PERCENT
    elif unit == PERCENT:
        unit = "procentenheter"
    return f"{_number(value, row)}{HARD_SPACE}{unit} per år"


def pace_short(value: float | None, row: GoalRow) -> str:
    """A pace for a narrow column: `−2,7 %` on the log scale, else the number alone."""
    if value is None:
        return ""
    return f"{_number(value, row)}{HARD_SPACE}%" if row.progress.method == "logaritmisk" else _number(value, row)
