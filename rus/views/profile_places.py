"""The places that a profile can be of: a kommun, or a länsdel, which is several kommuner together."""

from dataclasses import dataclass

from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import sort_key
from rus.views.profile_board import VALUE, Figure, Spine
from rus.views.regions import LANSDEL

NO_SUM = "Räknas inte: antalet bakom är okänt."
SURVEY = "Räknas inte: enkätsvar läggs inte ihop."
ALL_NEEDED = "Räknas inte: en kommun saknar uppgift."
RULE = (
    "En länsdels värde räknas bara för mängder, och för andelar och tal per invånare där antalet bakom måttet är känt "
    "i alla dess kommuner. Annars visas kommunerna var för sig."
)
SHARED_SIZE = ("procent", "per")
"""First word of the units of shares and rates, whose values can be weighed by how many they are of."""


@dataclass(frozen=True)
class Place:
    """A kommun (`id` is its code, which alone is in `codes`) or a länsdel; `mark` says what is unconfirmed of it."""

    id: str
    name: str
    codes: tuple[str, ...]
    is_part: bool = False
    mark: str = ""


def places(catalogue: Catalogue) -> dict[str, Place]:
    """Kommuner in Swedish order, then the länsdelar, by id."""
    ours = sorted(catalogue.kommuner(), key=lambda code: sort_key(catalogue.name(code)))
    found = {code: Place(code, catalogue.name(code), (code,)) for code in ours}
    for part in catalogue.here.lansdelar:
        name = part.name if "länsdel" in part.name.casefold() else f"{part.name}, länsdel"
        codes = tuple(code for code in ours if code in part.regions)
        if codes:
            found[f"{LANSDEL}{part.id}"] = Place(
                f"{LANSDEL}{part.id}", name, codes, is_part=True, mark=part.unconfirmed or ""
            )
    return found


def part_of(catalogue: Catalogue, code: str) -> Place | None:
    """The länsdel that a kommun lies in."""
    return next((p for p in places(catalogue).values() if p.is_part and code in p.codes), None)


def figure_of(spine: Spine, place: Place) -> tuple[Figure, str]:
    """A place's figure, and why a länsdel has none.

    A länsdel has the sum of its kommuner's amounts, or the mean of their shares and rates weighed by the people that
    these are of: Σvn / Σn. Where one kommun lacks either, it has none.
    """
    if len(place.codes) == 1:
        return spine.at(place.codes[0]), ""
    found = [spine.at(code) for code in place.codes]
    values = [f.value for f in found if f.value is not None]
    if len(values) < len(found):
        return Figure(), ALL_NEEDED
    if not spine.rate:
        return Figure(sum(values), VALUE), ""
    if spine.indicator.traits.survey:
        return Figure(), SURVEY
    ns = [f.n for f in found]
    if spine.indicator.unit.split()[0] not in SHARED_SIZE or not all(n == n and n > 0 for n in ns):
        return Figure(), NO_SUM
    return Figure(sum(v * n for v, n in zip(values, ns, strict=True)) / sum(ns), VALUE, n=sum(ns)), ""
