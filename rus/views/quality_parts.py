"""Long tables of Data & kvalitet in parts that a reader can find the way in: hundreds of rows at once are not read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from rus.catalogue.catalogue import Catalogue

MANY = 24
"""More rows than these are parted."""
OF_NONE = "Gäller inget enskilt mått"


class About(Protocol):
    """A row that is about an indicator; empty for none."""

    @property
    def indicator(self) -> str:
        """Its id."""


OfOne = TypeVar("OfOne", bound=About)
Line = TypeVar("Line")


@dataclass(frozen=True)
class Part(Generic[Line]):
    """Some rows and what they are called; no words for a table that is whole."""

    id: str
    words: str
    rows: tuple[Line, ...]


def by_theme(rows: Sequence[OfOne], catalogue: Catalogue) -> tuple[Part[OfOne], ...]:
    """The rows subject by subject in the catalogue's order, where they are many; rows of no indicator come last."""
    if len(rows) <= MANY:
        return (Part("", "", tuple(rows)),) if rows else ()
    of = {i.id: i.theme for i in catalogue.indicators.values()}
    names = {theme.id: theme.name for theme in catalogue.themes} | {"": OF_NONE}
    return parted(rows, names, lambda row: of.get(row.indicator, ""))


def parted(rows: Sequence[Line], names: dict[str, str], of: Callable[[Line], str]) -> tuple[Part[Line], ...]:
    """The rows by what `of` says of each, in the order of the names; a name without rows is left out."""
    found = {key: tuple(row for row in rows if of(row) == key) for key in names}
    return tuple(Part(key, words, found[key]) for key, words in names.items() if found[key])
