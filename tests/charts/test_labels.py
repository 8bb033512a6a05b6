"""Names of points lie on nothing, at any width."""

from itertools import combinations
from random import Random

import pytest

from rus.charts.labels import HIGH, NARROW, WIDE, Point, Spot, spots
from rus.charts.letters import width_of
from rus.charts.theme import TEXT_SIZE

TALL = 334.0
CROWD = (
    Point(0.55, 208, 8, "Hallsberg", bold=True), Point(0.66, 196, 6, "Karlskoga"), Point(0.62, 210, 6, "Kumla"),
    Point(0.6, 180, 6), Point(0.95, 172, 6, "Örebro"), Point(0.02, 170, 6, "Ljusnarsberg"),
)  # fmt: skip


def box(point: Point, spot: Spot, width: float) -> tuple[float, float, float, float]:
    wide = width_of(point.name, TEXT_SIZE, bold=point.bold)
    left = point.at * width + spot.right - {"left": 0, "center": wide / 2, "right": wide}[spot.anchor]
    middle = point.height + spot.up
    return left, left + wide, middle - HIGH / 2, middle + HIGH / 2


def meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def collisions(points: list[Point], width: float) -> list[str]:
    named = [(p, spot) for p, spot in zip(points, spots(points, TALL, (0, 4)), strict=True) if spot]
    marks = [
        (p.at * width - p.radius, p.at * width + p.radius, p.height - p.radius, p.height + p.radius) for p in points
    ]
    boxes = {p.name: box(p, spot, width) for p, spot in named}
    names = [f"{a} {b}" for a, b in combinations(boxes, 2) if meet(boxes[a], boxes[b])]
    return names + [name for name, one in boxes.items() if any(meet(one, mark) for mark in marks)]


@pytest.mark.parametrize("width", [NARROW, 220, 400, 700, 1044, WIDE])
def test_names_lie_on_nothing_and_within_the_picture(width):
    assert collisions([*CROWD], width) == []
    for point, spot in zip(CROWD, spots(CROWD, TALL, (0, 4)), strict=True):
        if spot:
            left, right, low, high = box(point, spot, width)
            assert left >= 0
            assert right <= width + 4
            assert low >= -HIGH / 2
            assert high <= TALL + HIGH / 2


@pytest.mark.parametrize("seed", range(8))
def test_twelve_places_somewhere_have_room(seed):
    drawn = Random(seed)  # places on a test's chart
    points = [Point(drawn.random(), drawn.uniform(20, 310), 6, f"Kommun {n}") for n in range(12)]
    assert collisions(points, 600) == []


def test_a_name_alone_stands_to_the_right_and_one_at_the_edge_to_the_left():
    alone, edge = spots([Point(0.1, 100, 6, "Nora"), Point(0.98, 250, 6, "Örebro")], TALL, (0, 4))
    assert alone == Spot("left", 9, 0)
    assert edge == Spot("right", -9, 0)
    assert spots([Point(0.1, 100, 6)], TALL, (0, 4)) == [None]


def test_a_name_far_away_is_led_to():
    assert Spot("left", 9, 40).led
    assert not Spot("left", 9, 17).led
