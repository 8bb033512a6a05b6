"""The comparisons of one value in words: a table, sentences, and how the similar kommuner were chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from rus.analysis.comparison import Rank, Readings
from rus.analysis.difference import Difference
from rus.analysis.multiplicity import RATE
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL
from rus.core.swedish import listing, number
from rus.store.store import Store
from rus.views.beside import whole_set
from rus.views.choice import EARLIER, GOAL, SEX_WORDS, SIMILAR, UNWEIGHTED
from rus.views.compare import COUNTRY, COUNTY, PEER, compare
from rus.views.compare_alike import Alike, alike_words
from rus.views.compare_question import Against, Asked, Compared
from rus.views.places import LEVEL_WORDS
from rus.views.sentences import Measure
from rus.views.structure import Structure
from rus.views.table import Cell, Row, Table, cell

WEAK = 0.1
VERDICTS = {
    "higher": "Säkert högre",
    "lower": "Säkert lägre",
    "no_certain_difference": "Ingen säker skillnad",
    "not_assessed": "Ej beräknad",
}
EXPECTED = {
    "above": "högre än väntat",
    "below": "lägre än väntat",
    "as_expected": "i linje med det väntade",
}
WEAK_WORDS = "Strukturmåtten säger lite om det här måttet, så intervallet är brett."
NO_GRADE = "Det väntade värdet är inget betyg och säger inget om orsaker."
KINDS = {
    COUNTRY: "riket",
    COUNTY: "länet",
    UNWEIGHTED: "ovägt medel",
    SIMILAR: "liknande kommuner",
    EARLIER: "mätningen före",
    GOAL: "målet",
}
PERCENT = "procent"


@dataclass(frozen=True)
class Words:
    """What is shown of a comparison; texts may be empty.

    `refused`: why something is not compared. `place` and `expected`: sentences, the finding first, and `careful` how an
    expected value is to be read, or why there is none.
    """

    subtitle: str
    table: Table | None
    refused: tuple[str, ...]
    place: tuple[str, ...]
    expected: tuple[str, ...]
    careful: tuple[str, ...]
    alike: Alike


def compare_view(
    store: Store, catalogue: Catalogue, built: Structure, asked: Asked, wanted: str = ""
) -> tuple[Compared, Words]:
    """A value's comparisons, and all that is said of them (`in_words`)."""
    found = compare(store, catalogue, built, asked)
    return found, in_words(found, catalogue, built, wanted)


def in_words(found: Compared, catalogue: Catalogue, built: Structure, wanted: str = "") -> Words:
    """The comparison as a reader sees it.

    Args:
        found: the comparison.
        catalogue: the catalogue.
        built: how the kommuner are built.
        wanted: the comparison chosen for the chart (`jmf`), whose row is marked.
    """
    measure, name = Measure.of(found.indicator), catalogue.name(found.asked.region)
    shown = [a for a in found.against if a.value is not None]
    return Words(
        subtitle=_subtitle(found, catalogue, measure, name),
        table=_table(found, shown, catalogue, wanted) if shown else None,
        refused=_refused(found),
        place=_place(found, catalogue),
        expected=_expected(found, measure, name),
        careful=_careful(found),
        alike=alike_words(found, catalogue, built),
    )


def label(one: Against, found: Compared, catalogue: Catalogue) -> tuple[str, str]:
    """What a comparison is called, and what it is."""
    scope, ends = whole_set(catalogue, found.asked.region), _ends(one, found)
    if one.id in {COUNTRY, COUNTY}:
        return one.name, "Vägt: hela landets värde" if one.id == COUNTRY else "Vägt: hela länets värde"
    if one.id == UNWEIGHTED:
        have = one.middle.have if one.middle else 0
        return f"Ovägt medel av {have} {LEVEL_WORDS[scope]}", f"Alla {LEVEL_WORDS[scope]} räknas lika"
    if one.id == SIMILAR:
        return "Liknande kommuner", f"Median av {one.middle.have}, {ends}" if one.middle else ""
    if one.id == EARLIER:
        return f"Mätningen före, {one.when}", ""
    if one.id == GOAL:
        return f"Målet {one.when}".strip(), ""
    return (one.name, "") if one.id == PEER else (f"{one.name}, medelvärde", f"Ovägt, {ends}")


def _subtitle(found: Compared, catalogue: Catalogue, measure: Measure, name: str) -> str:
    if found.value is None:
        return f"{name} har ingen siffra i det här urvalet."
    sex = f", {SEX_WORDS[found.asked.sex]}" if found.asked.sex != "total" else ""
    group = "" if found.asked.group == TOTAL else f", {catalogue.group_label(found.asked.group)}"
    unit = ", i procentenheter" if found.indicator.unit == PERCENT else ""
    figure = f"{name}{sex}{group} {found.period}: {_full(measure, found.value)}."
    return f"{figure} Skillnaden är {name} minus det andra värdet{unit}."


def _full(measure: Measure, value: float) -> str:
    return measure.bare(value) if measure.unit == "antal" else measure.full(value)


def _table(found: Compared, shown: Sequence[Against], catalogue: Catalogue, wanted: str) -> Table:
    decimals, rows = found.indicator.decimals, []
    for one in shown:
        title, below = label(one, found, catalogue)
        apart = Cell(number(one.apart.value, decimals, sign=True)) if one.apart else Cell("")
        cells = (cell(one.value, decimals), apart, Cell(VERDICTS[one.apart.verdict] if one.apart else "Jämförs inte"))
        told = [below, _interval(one.apart, decimals)] if one.apart else [one.reason]
        rows.append(Row(title, cells, below=". ".join(t for t in told if t), marked=one.id == wanted))
    caption = f"{found.indicator.title}, {catalogue.name(found.asked.region)} {found.period} jämfört med andra värden"
    return Table(caption, "Jämfört med", ("Värde", "Skillnad", "Säkerhet"), tuple(rows))


def _interval(apart: Difference, decimals: int) -> str:
    if apart.interval is None:
        return ""
    ends = [number(v, decimals, sign=True) for v in (apart.interval.lower, apart.interval.upper)]
    if (
        apart.verdict in {"higher", "lower"} and number(0, decimals) in ends
    ):  # a sure difference must not look like none
        return ""
    return f"Intervall {' till '.join(ends)}"


def _refused(found: Compared) -> tuple[str, ...]:
    """Why things are not compared, and why no certainty is given: each reason once."""
    gone: dict[str, list[str]] = {}
    for one in found.against:
        if one.value is None and one.reason:
            gone.setdefault(one.reason, []).append(KINDS.get(one.id, one.name.lower()))
    said = [f"Ingen jämförelse med {listing(names)}. {reason}" for reason, names in gone.items()]
    if found.fuller:
        said.append(
            f"Siffror för nästan alla finns för {found.fuller}: välj det som sista år för att jämföra med alla."
        )
    unsure = dict.fromkeys(a.apart.reason for a in found.against if a.apart and a.apart.reason)
    return (*said, *unsure)


def _place(found: Compared, catalogue: Catalogue) -> tuple[str, ...]:
    """Where the value stands among all, and both readings of the comparable regions."""
    said = [_rank(found.rank, found, catalogue)] if found.rank else []
    return (*said, *(_readings(name, read, found) for name, read in found.sets))


def _rank(place: Rank, found: Compared, catalogue: Catalogue) -> str:
    words = LEVEL_WORDS[whole_set(catalogue, found.asked.region)]
    first = {"higher": "1 är högst, alltså bäst", "lower": "1 är lägst, alltså bäst"}.get(
        found.indicator.better, "1 är högst"
    )
    tied = f", delad med {place.tied} till" if place.tied else ""
    gone = place.of - place.have
    missing = f" Värde saknas för {gone}." if gone else ""
    return f"Plats {place.place} av {place.have} {words}{tied} ({first}).{missing}"


def _readings(name: str, read: Readings, found: Compared) -> str:
    """`Jämförbara län: bättre än 2 av 4, alltså inte alla, men bättre än deras medelvärde`."""
    word = "högre" if found.indicator.better == "neutral" else "bättre"
    mean = f"{word} än deras medelvärde"
    if read.each:
        return f"{name}: {word} än alla {read.of} och {mean}."
    if not read.beaten:
        return f"{name}: inte {word} än någon av {read.of} och inte {mean}."
    tail = f"men {mean}" if read.mean else f"och inte {mean}"
    return f"{name}: {word} än {read.beaten} av {read.of}, alltså inte alla, {tail}."


def _expected(found: Compared, measure: Measure, name: str) -> tuple[str, ...]:
    made = found.expectation
    if made.expected is None or made.lower is None or made.upper is None or made.observed is None:
        return ()
    span = f"{measure.bare(made.lower)} och {measure.bare(made.upper)}"
    return (
        f"{name} har {_full(measure, made.observed)}: {EXPECTED[made.verdict]}.",
        f"En kommun som liknar {name} i strukturmåtten väntas ha {_full(measure, made.expected)}.",
        f"19 av 20 sådana kommuner väntas ligga mellan {span}.",
    )


def _careful(found: Compared) -> tuple[str, ...]:
    if found.expectation.expected is None:
        return (found.expectation.reason,) if found.expectation.reason else ()
    share = found.explained or 0.0
    told = f"Strukturmåtten förutsäger {number(100 * share)} procent av skillnaderna mellan {found.places} kommuner."
    chance = (
        f"Omkring {round(found.places * RATE)} av {found.places} kommuner hamnar utanför sitt intervall av ren slump."
    )
    return (WEAK_WORDS if share < WEAK else told, f"{NO_GRADE} {chance}")


def _ends(one: Against, found: Compared) -> str:
    if one.middle is None or one.middle.lowest is None or one.middle.highest is None:
        return ""
    low, high = (number(v, found.indicator.decimals) for v in (one.middle.lowest, one.middle.highest))
    return f"från {low} till {high}"
