"""Goals and statuses on every figure that ships: no exception, no NaN, and a reason for everything."""

import json
import math
from dataclasses import fields, is_dataclass

import pytest

from rus.bench.analysing import everything, judge
from rus.store.builds import current
from rus.store.store import open_store
from rus.views.goal_board import goal_board
from rus.views.goal_change import explained
from rus.views.goal_detail import goal_detail
from rus.views.goal_example import example
from rus.views.goals import Asked, goal_rows
from rus.views.status import STATUSES
from rus.views.status_matrix import status_matrix


@pytest.fixture(scope="module")
def store(shipped):
    return open_store(current())


@pytest.fixture(scope="module")
def catalogue(store):
    return store.catalogue()


def numbers(value):
    """Every number anywhere in a result, wherever it is kept."""
    if isinstance(value, float):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from numbers(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for part in value:
            yield from numbers(part)


def test_every_goal_of_every_place_sex_and_group_has_a_status_and_a_reason(store, catalogue):
    places = (catalogue.here.region, *catalogue.kommuner())
    rows = goal_rows(store, catalogue, Asked(places, history=False))
    assert len(rows) > 1000
    for row in rows:
        assert row.status.id in STATUSES
        assert row.progress.reason
        assert not any(math.isnan(x) for x in numbers(row.progress))
        assert row.record["n"] is None or row.record["n"] > 0
        json.dumps(row.record, allow_nan=False)


def test_every_goal_opens_with_its_whole_calculation(store, catalogue):
    for region in (catalogue.here.region, catalogue.kommuner()[0]):
        for line in goal_board(store, catalogue, region).lines:
            made = goal_detail(store, catalogue, line)
            assert all(text and "nan" not in text.lower().split() for _, text in explained(line.row))
            assert (made.picture is None) == (
                not line.row.given.points and not line.row.given.groups
            ) or line.kind == "gap"
            if made.slider:
                assert all("aldrig" in text or "nås målet" in text for text in example(line.row, made.slider.start))


def test_a_goal_with_a_number_for_every_series_gives_no_nan(store, catalogue):
    answers = [judge(points, data) for points, data in everything(store, catalogue)]
    assert len(answers) > 1000
    assert not any(math.isnan(x) for answer in answers for x in numbers(answer))


def test_every_cell_of_the_matrix_says_something_or_is_empty(store, catalogue):
    found = status_matrix(store, catalogue)
    assert {len(row.cells) for row in found.rows} == {len(found.regions)}
    assert all(cell.words for row in found.rows for cell in row.cells if cell)
    assert any(cell and cell.words == "För gammal" for row in found.rows for cell in row.cells)
