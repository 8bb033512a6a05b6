"""Three to five slides of a challenge area: where it stands, for whom, where, the largest gaps, and what to decide."""

from dataclasses import dataclass
from typing import Literal

from rus.catalogue.catalogue import Catalogue
from rus.store.store import Store
from rus.views.challenge import challenge_view
from rus.views.challenge_tabs import Where, placed_of, split_of, where_view
from rus.views.slide_equality import EQUALITY, GROUPS
from rus.views.slide_parts import GAPS
from rus.views.slide_shown import PART, joined

Step = Literal["now", "who", "where", "gaps"]


@dataclass(frozen=True)
class Planned:
    """One view of the area, and which part of its analysis it belongs to."""

    step: Step
    view: str


def main_views(store: Store, catalogue: Catalogue, area: str) -> tuple[Planned, ...]:
    """The views of an area that can be shown, in the order of its page.

    Args:
        store: the figures.
        catalogue: the catalogue of the same build.
        area: id of a challenge area of the current set.
    """
    found: list[Planned] = []
    view = challenge_view(store, catalogue, area)
    if view and view.leading:
        found.append(Planned("now", joined(area, {"ind": view.leading[0][0]})))
    split = split_of(store, catalogue, area)
    if split:
        chosen = {"ind": split[0][0], "geo": catalogue.here.region, PART: GROUPS}
        found.append(Planned("who", joined(EQUALITY, chosen)))
    placed = placed_of(store, catalogue, area)
    if placed:
        where: Where = where_view(store, catalogue, placed[0][0])
        ranked = {**where.ranked.choice.address(), **where.ranked.private}
        found += [] if where.ranked.empty else [Planned("where", joined("utforska", ranked))]
    if view and view.gaps:
        found.append(Planned("gaps", joined(area, {PART: GAPS})))
    return tuple(found)
