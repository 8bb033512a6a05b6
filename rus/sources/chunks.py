"""A selection too large for one question, cut into blocks that together cover exactly what was asked."""

import math
from collections.abc import Iterator, Sequence

from rus.core.errors import SourceError

Selection = dict[str, tuple[str, ...]]
"""Variable → codes, in the order asked; a cell is one code of each."""


def cells(block: Selection) -> int:
    """How many cells a block asks for."""
    return math.prod(len(codes) for codes in block.values())


def blocks(wanted: Selection, limit: int, *, whole: Sequence[str] = (), first: Sequence[str] = ()) -> list[Selection]:
    """Blocks of at most `limit` cells that together are `wanted`, without overlap.

    Args:
        wanted: what to ask for; every variable has at least one code, none twice.
        limit: the service's own limit of cells an answer.
        whole: variables that are never cut, such as the measure: a service may count units by it.
        first: variables cut before the others, in this order; after them the one with most codes.

    Raises:
        SourceError: the limit is too low for what may not be cut.
    """
    if any(not codes or len(set(codes)) != len(codes) for codes in wanted.values()):
        raise SourceError("Urvalet har en variabel utan kod eller med samma kod två gånger. Rätta select i serien.")
    if cells(wanted) <= limit:
        return [wanted]
    pieces = dict.fromkeys(wanted, 1)

    def longest(name: str) -> int:
        return math.ceil(len(wanted[name]) / pieces[name])

    while math.prod(longest(name) for name in wanted) > limit:
        free = [name for name in wanted if name not in whole and longest(name) > 1]
        if not free:
            raise SourceError(
                f"Tjänsten tar högst {limit} celler åt gången, men urvalet kan inte delas mindre. "
                "Minska urvalet i serien."
            )
        cut = next((name for name in first if name in free), max(free, key=longest))
        rest = math.prod(longest(name) for name in wanted if name != cut)
        least = max(limit // rest, 1)
        pieces[cut] = max(math.ceil(len(wanted[cut]) / least), pieces[cut] + 1)
    return list(_product({name: _slices(codes, pieces[name]) for name, codes in wanted.items()}))


def halves(block: Selection, *, whole: Sequence[str] = ()) -> list[Selection]:
    """The block in two, where the service took less than it said; the same block alone where it can't be cut."""
    free = [name for name in block if name not in whole and len(block[name]) > 1]
    if not free:
        return [block]
    cut = max(free, key=lambda name: len(block[name]))
    return [{**block, cut: part} for part in _slices(block[cut], 2)]


def _slices(codes: tuple[str, ...], pieces: int) -> list[tuple[str, ...]]:
    step = math.ceil(len(codes) / pieces)
    return [codes[start : start + step] for start in range(0, len(codes), step)]


def _product(parts: dict[str, list[tuple[str, ...]]]) -> Iterator[Selection]:
    if not parts:
        yield {}
        return
    name = next(iter(parts))
    for rest in _product({other: slices for other, slices in parts.items() if other != name}):
        for piece in parts[name]:
            yield {name: piece, **rest}
