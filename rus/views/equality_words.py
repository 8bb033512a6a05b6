"""The view of gaps as rows of words for tables, and the measures that can be chosen."""

from dataclasses import dataclass

from rus.analysis import words
from rus.analysis.inequality import Measure
from rus.analysis.intersections import Seen
from rus.analysis.intervals import Interval
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.goals import GapShrinks
from rus.catalogue.groups import TOTAL
from rus.core.swedish import SYMBOLS, listing, number
from rus.store.store import Store
from rus.views.equality import EqualityView
from rus.views.equality_carried import FEW_YEARS, made
from rus.views.equality_pairs import Pair
from rus.views.equality_series import gap_unit
from rus.views.equality_whole import awaited
from rus.views.search import index

VERDICTS = {
    "higher": "Säkerställd skillnad",
    "lower": "Säkerställd skillnad",
    "no_certain_difference": "Ingen säkerställd skillnad",
    "not_assessed": "Osäkerhet ej beräknad",
}
SEX = {"women": "kvinnor", "men": "män"}
DOUBTFUL = "no_certain_difference"
NOT_COMPUTED = "ej beräknad"
STEPS = (
    ("Skillnad", "Hur stor är den, och åt vilket håll har den gått?"),
    ("Osäkerhet", "Kan den bero på slumpen, på få personer eller på hur måttet är gjort?"),
    ("Orsak", "Vad beror den på? Pröva ålder, utbildning och bakgrund, inte kön ensamt."),
    ("Konsekvens", "Vad betyder den för kvinnor, för män och för målen?"),
    ("Åtgärd", "Vem kan göra vad, och hur ska det märkas i siffrorna?"),
)
"""The questions to ask of a difference, in order."""


HELP = (
    ("Skillnad och kvot", "En skillnad kan minska medan kvoten växer. Läs båda, och hur högt värdena ligger."),
    (
        "Sammansättning",
        "En plats kan ligga bättre i varje grupp men sämre totalt, när fler tillhör grupper som ligger lågt.",
    ),
    ("Indelning", "Kommun, område och grupp ger olika skillnader. Jämför bara det som är indelat lika."),
    ("Kön", "Källorna redovisar juridiskt kön. Könsidentitet finns inte i registren."),
)
"""What to bear in mind when reading a difference."""


@dataclass(frozen=True)
class Option:
    """A measure to choose."""

    id: str
    label: str


def split_measures(store: Store, catalogue: Catalogue) -> tuple[Option, ...]:
    """Measures whose figures are split by sex or group: those with the goal of a smaller gap first."""
    split = {
        str(row["indicator"])
        for row in store.coverage().to_dict("records")
        if row["n_values"] and ("women" in str(row["sexes"]) or any(g != TOTAL for g in row["groups"]))
    }
    found = [e for e in index(store, catalogue) if e.id in split]
    goals = {i.id for i in catalogue.indicators.values() if any(isinstance(g, GapShrinks) for g in i.goals)}
    return tuple(Option(e.id, e.title) for e in sorted(found, key=lambda e: e.id not in goals))


def pair_rows(view: EqualityView) -> list[tuple[str, ...]]:
    """Ground, groups, period, values, difference, its limits, ratio, verdict."""
    return [_pair(pair, view) for pair in view.pairs if pair.gap]


def _pair(pair: Pair, view: EqualityView) -> tuple[str, ...]:
    gap, decimals = pair.gap, view.indicator.decimals
    assert gap
    values = f"{number(gap.first.value, decimals)} och {number(gap.second.value, decimals)}"
    difference = f"{number(gap.difference.value, decimals, sign=True)} {gap_unit(view.indicator)}"
    ratio = number(gap.ratio, 2) if gap.ratio is not None else "–"
    verdict = VERDICTS[gap.difference.verdict]
    groups = f"{pair.names[0]} mot {pair.names[1]}"
    return (
        pair.label,
        groups,
        pair.period,
        values,
        difference,
        limits(gap.difference.interval, decimals),
        ratio,
        verdict,
    )


def limits(interval: Interval | None, decimals: int) -> str:
    """`−2,9 till −2,1`, or that it is not computed."""
    if interval is None:
        return NOT_COMPUTED
    least = max(decimals, 1)
    return f"{number(interval.lower, least)} till {number(interval.upper, least)}"


def headline(view: EqualityView) -> str:
    """The largest gap in a few words: `Kvinnor ligger 2,5 procentenheter lägre än män 2022`; empty without one.

    A gap that chance alone may give comes after all others, and is said to be that.
    """
    found = [(p.gap.difference.verdict != DOUBTFUL, p.gap.size, n) for n, p in enumerate(view.pairs) if p.gap]
    if not found:
        return ""
    likely, _, place = max(found)
    pair = view.pairs[place]
    assert pair.gap
    first, second = pair.names
    apart = words.Measure("", view.indicator.unit, view.indicator.decimals).apart(pair.gap.size)
    if not pair.gap.size:
        return f"{first[:1].upper()}{first[1:]} och {second} ligger lika {pair.period}"
    if not likely:
        return f"Ingen säker skillnad mellan {first} och {second} {pair.period}"
    way = "högre" if pair.gap.difference.value > 0 else "lägre"
    return f"{first[:1].upper()}{first[1:]} ligger {apart} {way} än {second} {pair.period}"


def farthest(view: EqualityView) -> str:
    """The groups that lag most: `Längst efter av alla grupper: kvinnor (utrikes födda)`; empty where none does."""
    found = [f"{SEX[sex]} ({_within(row.label)})" for row in view.crossing.rows for sex in row.lagging]
    return f"Längst efter av alla grupper: {listing(found)}" if found else ""


def _within(label: str) -> str:
    """A group's label as it stands in parentheses: its own become a comma."""
    return label.replace(" (", ", ").replace(")", "")


def cross_rows(view: EqualityView) -> list[tuple[str, ...]]:
    """Group, period, women, men, difference, n; figures with their limits, or the sign and reason in their place."""
    decimals = view.indicator.decimals
    rows: list[tuple[str, ...]] = []
    for row in view.crossing.rows:
        women, men = (
            _cell(seen, decimals, lagging=sex in row.lagging) for sex, seen in (("women", row.women), ("men", row.men))
        )
        apart = number(row.difference, decimals, sign=True) if row.difference is not None else SYMBOLS["saknas"]
        people = number(row.n) if row.n is not None else SYMBOLS["saknas"]
        rows.append((row.label, row.period or "–", women, men, apart, people))
    return rows


def _cell(seen: Seen, decimals: int, *, lagging: bool) -> str:
    if seen.cell.value is None:
        return SYMBOLS.get(seen.cell.status) or SYMBOLS["saknas"]
    parts = [number(seen.cell.value, decimals)]
    if seen.interval:
        parts.append(f"({limits(seen.interval, decimals)})")
    if seen.unsure:
        parts.append("osäker")
    if lagging:
        parts.append("– längst efter")
    return " ".join(parts)


def year_rows(view: EqualityView) -> tuple[list[str], list[tuple[str, ...]]]:
    """Heads and rows: the signed gap of every pair, year by year."""
    decimals, pairs = view.indicator.decimals, [p for p in view.pairs if p.time and len(p.time.points) > 1]
    columns = [dict(p.time.points) for p in pairs if p.time]
    years = sorted({year for column in columns for year in column}, reverse=True)
    rows = [
        (str(y), *(number(c[y], decimals, sign=True) if y in c else SYMBOLS["saknas"] for c in columns)) for y in years
    ]
    return ["År", *(p.label for p in pairs)], rows


def measure_rows(measures: tuple[Measure, ...]) -> list[tuple[str, ...]]:
    """Label, kind, value with unit or the reason why there is none."""
    kinds = {"absolute": "absolut", "relative": "relativ"}
    return [
        (m.label, kinds[m.kind], f"{number(m.value, 2)} {m.unit}".strip() if m.value is not None else m.reason)
        for m in measures
    ]


def carried_reason(view: EqualityView) -> str:
    """Why nothing can be split into the parts of groups, in a sentence; empty where something can."""
    if made(view.carried):
        return ""
    reasons = list(dict.fromkeys(one.found.reason for one in view.carried if one.kind == "change"))
    if FEW_YEARS in reasons:
        reasons = [awaited(view.indicator, "Det")]
    return " ".join(["Vem som står för skillnaden räknas inte.", *reasons])
