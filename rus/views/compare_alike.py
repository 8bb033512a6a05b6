"""How the similar kommuner were chosen: the kommuner beside each other, and what each feature stands for."""

from dataclasses import dataclass

from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import EN_DASH, number
from rus.views.compare_question import Compared
from rus.views.structure import Structure
from rus.views.table import Cell, Row, Table, cell

FAR = 1.0
"""A typical place's distance from the middle: whoever is farther away than so is hardly alike."""
PERCENT = "procent"
UNITS = {PERCENT: ", %", "antal": "", "kronor": ", kr"}


@dataclass(frozen=True)
class Alike:
    """The kommuner in a table, sentences on how they were chosen, and each feature with what it stands for.

    Without a table `told` holds the reason, where there is one.
    """

    told: tuple[str, ...]
    features: tuple[tuple[str, str], ...] = ()
    table: Table | None = None


def alike_words(found: Compared, catalogue: Catalogue, built: Structure) -> Alike:
    """How the similar kommuner of a comparison were chosen."""
    if not found.similar.neighbours:
        return Alike((found.similar.reason,) if found.similar.reason else ())
    told = _chosen(found, catalogue.name(found.asked.region))
    return Alike(told, _features(found, built), _table(found, catalogue, built))


def _chosen(found: Compared, name: str) -> tuple[str, ...]:
    near = found.similar
    said = [
        f"De {len(near.neighbours)} kommuner som ligger närmast {name} i måtten nedan, av {near.compared} möjliga.",
        "Avståndet är noll för en likadan kommun. Ett betyder lika långt som från en typisk kommun till mitten.",
    ]
    if near.left_out:
        said.append(f"{len(near.left_out)} kommuner saknar något av måtten och är inte med.")
    if near.neighbours[0].distance > FAR:
        said.append(f"{name} har ingen nära motsvarighet: läs jämförelsen försiktigt.")
    return tuple(said)


def _features(found: Compared, built: Structure) -> tuple[tuple[str, str], ...]:
    """Each feature with what it stands for, its weight and its year; or why it is not used."""
    unused, years = dict(found.similar.unused), built.near()
    pairs = []
    for n, feature in enumerate(built.features):
        weight = number(feature.weight, 0 if feature.weight == int(feature.weight) else 1)
        pairs.append((feature.label, unused.get(n, f"{feature.why} Vikt {weight}, siffror för {years[n]}.")))
    return tuple(pairs)


def _table(found: Compared, catalogue: Catalogue, built: Structure) -> Table:
    """The own kommun first, then the nearest: every feature as it is, and the distance."""
    measures = [catalogue.indicators[f.indicator] for f in built.features]

    def cells(code: str) -> list[Cell]:
        return [cell(built.value(n, code), measure.decimals) for n, measure in enumerate(measures)]

    rows = [Row(catalogue.name(found.asked.region), (Cell(EN_DASH, ""), *cells(found.asked.region)), marked=True)]
    rows += [
        Row(catalogue.name(near.code), (Cell(number(near.distance, 2)), *cells(near.code)))
        for near in found.similar.neighbours
    ]
    units = [UNITS.get(m.unit, f", {m.unit}") for m in measures]
    columns = [f"{feature.label}{unit}" for feature, unit in zip(built.features, units, strict=True)]
    return Table("Liknande kommuner och hur de är uppbyggda", "Kommun", ("Avstånd", *columns), tuple(rows))
