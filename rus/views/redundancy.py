"""Measures that say nearly the same: over the country's kommuner, or over the county's years."""

from collections.abc import Mapping
from dataclasses import dataclass

from rus.analysis.redundancy import Pair, Together, changes, pairs, together
from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import number
from rus.store.store import Store
from rus.views.figures import figures, main_group
from rus.views.quality import ALL
from rus.views.two_measures import others

PLACES, YEARS = "kommuner", "ar"
BASES = {PLACES: "Mellan kommuner", YEARS: "Över åren i länet"}
LEAST = 0.7
FEWEST = {PLACES: 30, YEARS: 10}
"""Fewer places are alike by chance too often; years are always few."""
MOST = 30
"""Rows of the table."""
KINDS = {"same": "Nästan lika", "alike": "Liknar", "apart": "Skilda åt"}
CAUTION = (
    "Att två mått följs åt betyder inte att de mäter samma sak, eller att det ena orsakar det andra.",
    "Läs båda definitionerna innan ett mått tas bort.",
    "Sambandet gäller alla tillsammans. Måtten kan ändå skilja sig åt för kvinnor och män eller i en enskild kommun.",
    "Många par prövas, så några följs åt av en slump. Det gäller mest över åren, som är få.",
)
HOW = {
    PLACES: "Varje mått tas för den senaste period som de flesta kommuner har. Bara andelar och tal som kan jämföras "
    "mellan stora och små kommuner är med, och bara par med minst 30 kommuner.",
    YEARS: "Ändringen från ett år till nästa jämförs, inte nivån. Två mått som båda stiger följs annars alltid åt. "
    "Åren före ett brott i serien räknas inte med.",
}


@dataclass(frozen=True)
class Measured:
    """The correlations of all measures on one basis, and what each measure is called."""

    basis: str
    found: Together
    names: Mapping[str, str]
    areas: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Line:
    """Two measures: names, coefficient and n as shown, and what to call it."""

    pair: Pair
    first: str
    second: str
    rank: str
    kind: str


@dataclass(frozen=True)
class Redundancy:
    """The table, its sentence, what it was computed on, and how many pairs were not shown."""

    lines: tuple[Line, ...]
    finding: str
    below: str
    left_out: int


def measured(store: Store, catalogue: Catalogue, basis: str) -> Measured:
    """Every two measures that can be compared, computed once for a build.

    Args:
        store: the figures.
        catalogue: the catalogue.
        basis: `kommuner` (all of the country's) or `ar` (the county's changes from year to year).
    """
    names = {option.id: option.label for option in others(store, catalogue)}
    series = _by_year(store, catalogue, names) if basis == YEARS else _by_place(store, catalogue, names)
    areas = {i: frozenset({catalogue.indicators[i].theme, *catalogue.indicators[i].challenges}) for i in names}
    return Measured(basis, together({i: values for i, values in series.items() if values}), names, areas)


def _by_place(store: Store, catalogue: Catalogue, ids: Mapping[str, str]) -> dict[str, dict[str, float]]:
    made = {}
    for identity in ids:
        rows = store.ranking(identity, group=main_group(catalogue.indicators[identity]))
        made[identity] = {str(c): float(v) for c, v in zip(rows["region"], rows["value"], strict=True)}
    return made


def _by_year(store: Store, catalogue: Catalogue, ids: Mapping[str, str]) -> dict[str, dict[str, float]]:
    found = figures(store, catalogue.here.region)
    every = [catalogue.indicators[i] for i in ids]
    return {i.id: changes(found.points(i.id, main_group(i)), i.last_break) for i in every}


def redundancy(found: Measured, *, within: str = ALL, wanted: str = "") -> Redundancy:
    """The pairs to show.

    Args:
        found: from `measured`.
        within: a challenge area or theme that at least one measure of each pair belongs to.
        wanted: one measure, held against all others whatever the coefficient; empty for all that are alike.
    """
    every = pairs(found.found, wanted=wanted, least=0.0 if wanted else LEAST, least_n=FEWEST[found.basis])
    inside = [p for p in every if within == ALL or within in found.areas[p.first] | found.areas[p.second]]
    lines = tuple(_line(found, pair) for pair in inside[:MOST])
    return Redundancy(lines, _finding(found, inside, wanted), _below(found, inside), len(inside) - len(lines))


def _line(found: Measured, pair: Pair) -> Line:
    turned = pair.kind != "apart" and pair.rank < 0
    words = f"{KINDS[pair.kind]}, omvänt" if turned else KINDS[pair.kind]
    return Line(pair, found.names[pair.first], found.names[pair.second], number(pair.rank, 2), words)


def _finding(found: Measured, inside: list[Pair], wanted: str) -> str:
    same = sum(pair.kind == "same" for pair in inside)
    alike = sum(pair.kind == "alike" for pair in inside)
    if wanted:
        name = found.names.get(wanted, wanted)
        if not inside:
            return f"{name}: för få uppgifter för att jämföras med andra mått"
        if not same + alike:
            return f"Inget annat mått liknar {name[:1].lower()}{name[1:]}"
        return f"{same + alike} mått följer {name[:1].lower()}{name[1:]}"
    if not inside:
        return "Inga två mått följs åt så mycket att de liknar varandra"
    return f"{same} par av mått är nästan lika, {alike} liknar varandra"


def _below(found: Measured, inside: list[Pair]) -> str:
    counts = [pair.n for pair in inside]
    what = "år" if found.basis == YEARS else "kommuner"
    span = "" if not counts else f", {_span(min(counts), max(counts))} {what}"
    return f"Spearmans rangkorrelation, 1 = samma ordning, {number(-1)} = omvänd{span}"


def _span(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"
