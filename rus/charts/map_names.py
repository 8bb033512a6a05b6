"""Which places a map names, and where: the chosen, the highest and the lowest always, the others where there is room.

A map grows with its place on the page but its letters do not, so what has room on a phone has room everywhere.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rus.charts.letters import width_of
from rus.charts.outline import Outline, around, height_of
from rus.charts.theme import TEXT_SIZE
from rus.views.place import Place

NARROW = 280
"""Pixels of a map on a phone."""
LINE, BESIDE, DOT = 17, 8, 6
"""Pixels of a line of letters, from a dot to its name, and of the dot."""
AIR = 3
SHRUNK = 0.92
"""A map is drawn a little smaller than its room, which has a margin."""
OVER = 1.6
"""How much wider than its place a name may be that stands in the middle of it."""
MIDDLE = "middle center"
PLACED = {"middle right": (1, 0), "middle left": (-1, 0), "top center": (0, 1), "bottom center": (0, -1)}
Box = tuple[float, float, float, float]
"""Left, right, lower and upper edge, in pixels from the middle of the map."""


@dataclass(frozen=True)
class Named:
    """A name on the map: of which place, as it is written, and its side of a dot (`middle center` without one)."""

    place: Place
    words: str
    side: str
    outline: Outline

    @property
    def dotted(self) -> bool:
        """Whether it stands beside its place, which then has a dot."""
        return self.side != MIDDLE


def named(places: Sequence[Place], outlines: Mapping[str, Outline], high: float) -> list[Named]:
    """The names that stand on a map, none of them on another.

    Args:
        places: all places of the map, in order of rank.
        outlines: by code; a place without one gets no name.
        high: pixels of the map.
    """
    drawn = [place for place in places if place.code in outlines]
    if not drawn:
        return []
    west, east, *ends = around(outlines[place.code] for place in drawn)
    south, north = (height_of(lat) for lat in ends)
    scale = SHRUNK * min(NARROW / (east - west), high / (north - south))
    middle = (west + east) / 2, (south + north) / 2
    found: list[Named] = []
    taken: list[Box] = []
    values = [place.value for place in drawn]
    must = [place for place in drawn if place.chosen or place.value in {min(values), max(values)}]
    rest = sorted((p for p in drawn if p not in must), key=lambda p: -outlines[p.code].wide)
    for place in (*must, *rest):
        of = outlines[place.code]
        at = (of.lon - middle[0]) * scale, (height_of(of.lat) - middle[1]) * scale
        offers = _offers(place, of.wide * scale, at, beside=place in must or len(drawn) <= FEW)
        for words, side, box in offers:
            new = [box, *([_box(at, DOT, DOT)] if side != MIDDLE else [])]
            if _is_free(new, taken):
                found.append(Named(place, words, side, of))
                taken += new
                break
    return found


FEW = 15
"""Of so many places each is named where the name has room beside its place; of more where it has room inside."""


def _offers(place: Place, wide: float, at: tuple[float, float], *, beside: bool) -> Iterator[tuple[str, str, Box]]:
    """The name in the middle of its place, on one line or two; then beside a dot."""
    forms = [place.name, *([place.name.replace(" ", "<br>", 1)] if " " in place.name else [])]
    sizes = {words: _size(words) for words in forms}
    for words, (across, tall) in sizes.items():
        if across <= wide * (OVER if beside else 1):
            yield words, MIDDLE, _box(at, across, tall)
    if beside:
        for words, (across, tall) in sizes.items():
            for side, (right, up) in PLACED.items():
                to = at[0] + right * (across / 2 + BESIDE), at[1] + up * (tall / 2 + BESIDE)
                yield words, side, _box(to, across, tall)


def _size(words: str) -> tuple[float, float]:
    lines = words.split("<br>")
    return max(width_of(line, TEXT_SIZE, bold=True) for line in lines), LINE * len(lines)


def _box(at: tuple[float, float], across: float, tall: float) -> Box:
    return at[0] - across / 2 - AIR, at[0] + across / 2 + AIR, at[1] - tall / 2, at[1] + tall / 2


def _is_free(new: Sequence[Box], taken: Sequence[Box]) -> bool:
    """Whether a name and its dot are within a phone and on nothing that stands there."""
    inside = all(abs(edge) <= NARROW / 2 for box in new for edge in box[:2])
    return inside and not any(_meet(one, other) for one in new for other in taken)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]
