"""What a PX file says of single cells: short signs beside a figure, and footnotes in words."""

import itertools
from collections.abc import Iterator

from rus.sources.cube import Dimension
from rus.sources.px_header import Header, PxError

_EVERY = "*"
_SHOWN = 60
_WORDS = ("CELLNOTEX", "CELLNOTE", "VALUENOTEX", "VALUENOTE")


def cell_signs(header: Header, dimensions: tuple[Dimension, ...]) -> dict[int, str]:
    """`DATANOTECELL`: flat position → the sign that stands beside the figure.

    Raises:
        PxError: it names a cell that the table does not have.
    """
    found: dict[int, str] = {}
    for keyword, inside, values in _said(header, ("DATANOTECELL",)):
        for place in _places(keyword, inside, header, dimensions):
            found[place] = " ".join(dict.fromkeys([*found.get(place, "").split(), *values]))
    return found


def footnotes(header: Header, language: str | None) -> tuple[str, ...]:
    """Notes of cells and of values: what they are about and what they say, in our language where the file has it."""
    local = list(_said(header, _WORDS, language)) or list(_said(header, _WORDS))
    notes = []
    for keyword, inside, values in local:
        # Of a value the variable stands first; of a cell there is a key for each variable.
        keys = inside[1:] if keyword.startswith("VALUE") else inside
        about, text = ", ".join(key for key in keys if key != _EVERY), " ".join(values)
        notes.append(f"{about}: {text}" if about else text)
    return tuple(dict.fromkeys(notes))


def _said(
    header: Header, keywords: tuple[str, ...], language: str | None = None
) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    for (keyword, spoken, inside), values in header.statements.items():
        if keyword in keywords and spoken == language:
            yield keyword, inside, values


def _places(keyword: str, inside: tuple[str, ...], header: Header, dimensions: tuple[Dimension, ...]) -> Iterator[int]:
    """The cells that the brackets name, one code or value a variable in the order of the table."""
    said = f"{keyword}({', '.join(inside)})"[:_SHOWN]
    if len(inside) != len(dimensions):
        raise PxError(f"{said} nämner {len(inside)} värden men tabellen har {len(dimensions)} variabler")
    chosen: list[range] = []
    for key, dimension in zip(inside, dimensions, strict=True):
        texts = header.get("VALUES", dimension.code)
        known = dimension.codes if key in dimension.codes else texts
        if key != _EVERY and key not in known:
            raise PxError(f"{said} gäller ingen cell: {dimension.code} har inget värde {key[:_SHOWN]}")
        at = 0 if key == _EVERY else known.index(key)
        chosen.append(range(len(dimension.codes)) if key == _EVERY else range(at, at + 1))
    sizes = [len(dimension.codes) for dimension in dimensions]
    for cell in itertools.product(*chosen):
        place = 0
        for size, at in zip(sizes, cell, strict=True):
            place = place * size + at
        yield place
