"""The places of a chosen comparison set among all: its counties, or the kommuner in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import listing
from rus.views.choice import Choice
from rus.views.place import Place

SIGN = "◆"


@dataclass(frozen=True)
class Marked:
    """`name` of the set, the `counties` it is made of in words, its places, and the value in the middle of those."""

    name: str
    counties: str
    places: tuple[Place, ...]

    @property
    def codes(self) -> frozenset[str]:
        """Codes of its places."""
        return frozenset(place.code for place in self.places)

    @property
    def middle(self) -> float:
        """The median of its places."""
        return median(place.value for place in self.places)

    @property
    def head(self) -> str:
        """What its middle is called in a chart."""
        return f"{SIGN} {self.name}, mitten"


def marked(catalogue: Catalogue, choice: Choice, everyone: Sequence[Place]) -> Marked | None:
    """The places of the comparison set that was chosen, without the place's own; None without a set.

    A set that holds all the others tells nothing apart, so it gives None too.
    """
    chosen = next((one for one in catalogue.here.comparison_sets if one.id == choice.comparison), None)
    if chosen is None:
        return None
    own = {catalogue.here.region, *catalogue.kommuner()}
    others = [place for place in everyone if place.code not in own]
    counties = [code for code in chosen.regions if code not in own]
    inside = tuple(p for p in others if {p.code, catalogue.regions[p.code].parent} & set(counties))
    if not inside or len(inside) == len(others):
        return None
    return Marked(chosen.name, listing(catalogue.name(code) for code in counties), inside)
