"""However large the question and small the limit: the blocks are exactly what was asked."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rus.core.errors import SourceError
from rus.sources.chunks import Selection, blocks, cells, halves

SELECTIONS = st.lists(st.integers(1, 9), min_size=1, max_size=5).map(
    lambda sizes: {f"v{n}": tuple(f"{n}.{k}" for k in range(size)) for n, size in enumerate(sizes)}
)


def covered(parts: list[Selection]) -> list[tuple[str, ...]]:
    return [cell for part in parts for cell in itertools.product(*(part[name] for name in sorted(part)))]


@settings(deadline=None)
@given(SELECTIONS, st.integers(1, 2000), st.lists(st.integers(0, 4), unique=True))
def test_blocks_cover_exactly_what_was_asked(wanted: Selection, limit: int, first: list[int]) -> None:
    found = blocks(wanted, limit, first=[f"v{n}" for n in first])
    assert all(cells(block) <= limit for block in found)
    assert all(list(block) == list(wanted) for block in found)
    once = covered(found)
    assert len(set(once)) == len(once)
    assert set(once) == set(covered([wanted]))


@settings(deadline=None)
@given(SELECTIONS, st.integers(1, 2000))
def test_a_whole_variable_is_never_cut(wanted: Selection, limit: int) -> None:
    try:
        found = blocks(wanted, limit, whole=["v0"])
    except SourceError:
        assert limit < len(wanted["v0"])
        return
    assert all(block["v0"] == wanted["v0"] for block in found)
    assert sorted(covered(found)) == sorted(covered([wanted]))


@settings(deadline=None)
@given(SELECTIONS)
def test_halves_are_the_same_cells(wanted: Selection) -> None:
    assert sorted(covered(halves(wanted))) == sorted(covered([wanted]))
    assert len(halves(wanted)) == (2 if cells(wanted) > 1 else 1)


def test_regions_are_cut_before_time() -> None:
    wanted = {"Region": tuple(map(str, range(10))), "Tid": tuple(map(str, range(50)))}
    assert len(blocks(wanted, 100, first=["Region"])) == 5
    assert all(len(block["Tid"]) == 50 for block in blocks(wanted, 100, first=["Region"]))


def test_a_code_twice_is_never_sent() -> None:
    with pytest.raises(SourceError, match="samma kod två gånger"):
        blocks({"Region": ("1", "1")}, 10)
