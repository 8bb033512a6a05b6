"""One made-up figure for each module of `rus/charts`: always the same, so that its picture can be kept."""

import json
from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from rus.analysis.correlation import correlate
from rus.analysis.intervals import Interval
from rus.analysis.slope import Slope
from rus.analysis.target import Target
from rus.charts import spine as spines
from rus.charts.ages import bars_picture
from rus.charts.budget import budget_bars
from rus.charts.bullet import bullet
from rus.charts.crossdots import Dots, crossdots
from rus.charts.dumbbell import dumbbell
from rus.charts.gapline import gapline
from rus.charts.heat import heat_picture, heat_table
from rus.charts.map import choropleth
from rus.charts.multiples import small_multiples
from rus.charts.outline import outlines
from rus.charts.paper import Drawing
from rus.charts.ranking import ranking
from rus.charts.scatter import two_measures
from rus.charts.size import at_size
from rus.charts.slope import slope
from rus.charts.slopeline import slopeline
from rus.charts.sparkline import dumbbell as bell
from rus.charts.sparkline import sparkline
from rus.charts.strip import strip
from rus.charts.table import html_table, table_picture
from rus.charts.theme import tokens
from rus.charts.tiles import tile_map, tile_picture
from rus.charts.trend import trend
from rus.core import paths
from rus.views.bullet import Bullet
from rus.views.equality_lines import GapLine, GapPicture
from rus.views.equality_slopes import slope_picture
from rus.views.gaps import Gap
from rus.views.heat import Column, Heat, Judged
from rus.views.lines import Point
from rus.views.multiples import Multiples, Small
from rus.views.pictures import Mark, Picture
from rus.views.place import Place
from rus.views.places import Places
from rus.views.table import Cell, Row, Table
from rus.views.tiles import Tile, TileView
from rus.views.two_measures import Axis, Dot, TwoMeasures
from rus.views.two_years import Move, TwoYears
from tests.charts.funnels import drawn_funnel
from tests.charts.pictures import broken, line, points

NAMES = ("Ekvik", "Ådala", "Örby", "Adal")
COUNTY = ("9101", "9102", "9103", "9104")
GEOMETRY = "/geo/kommuner.geojson"
"""Where the map asks for its boundaries; whoever draws it answers with the made-up county's."""


def inside():
    """The outlines of the made-up county."""
    path = paths.ROOT / "tests" / "region" / "content" / "data" / "reference" / "kommuner.geojson"
    return outlines(json.loads(path.read_text(encoding="utf-8")))


Drawn = go.Figure | str


def goal_ahead(picture: Picture | None = None) -> Picture:
    """Women and men with a break, a preliminary year and a goal."""
    return replace(
        picture or broken(), mark=Mark(2030.0, 80.0, "Mål 2030", "80,0", "kräver +1,8 per år", (2021.0, 64.0))
    )


def all_places() -> Places:
    """Forty kommuner with an interval each; four of them ours, one chosen."""
    values = [50 + (n * 37 % 101) / 5 for n in range(40)]
    order = sorted(range(40), key=lambda n: -values[n])
    every = tuple(
        Place(
            f"91{n + 1:02}", NAMES[n] if n < 4 else f"Kommun {n}", values[n], order.index(n) + 1, n == 2,
            values[n] - 1.5, values[n] + 1.5,
        )
        for n in order
    )  # fmt: skip
    ours = tuple(place for place in every if place.code in COUNTY)
    beside = (("Länet", 58.0), ("Riket", 61.0))
    return Places("lanet", "2022", "total", ours, ours, frozenset(COUNTY), every, beside, 40, (), pd.DataFrame())


def moves() -> TwoYears:
    women = Move("Kvinnor", "women", 0, "91/women", Point("2018", 2018.0, 60.0), Point("2022", 2022.0, 63.0))
    men = Move("Män", "men", 0, "91/men", Point("2018", 2018.0, 66.0), Point("2022", 2022.0, 67.0, provisional=True))
    return TwoYears("2018", "2022", (women, men))


def by_place() -> Multiples:
    own = line(points((2016, 50.0), (2017, 51.0)), points((2020, 57.0), (2021, 58.5)), label="Örby", role="ours")
    county = line(points((2016, 52.0), (2017, 52.0), (2018, 53.0), (2021, 55.0)), label="Länet", role="context")
    found = (Small("9101", "Örby", 2, 1, own), Small("9102", "Ådala", 1, 2, None), Small("9103", "Ekvik", 3, 2, own))
    return Multiples(found, county, (40.0, 60.0, 5.0), (2016, 2021), None, like_map=True)


def pairs() -> TwoMeasures:
    found = tuple(
        Dot(str(n), NAMES[n] if n < 4 else f"Kommun {n}", 40.0 + n, 5.0 + n * 7 % 11, n < 4, n == 0) for n in range(24)
    )
    axis = Axis("Sysselsatta", "procent", 1, 51.5, "2022")
    together = correlate([(d.x, d.y) for d in found])
    return TwoMeasures(
        found,
        axis,
        Axis(
            "Arbetslösa",
            "procent",
            1,
            10.0,
            "2022",
        ),
        together,
        ("0", "1"),
        "annat",
    )


def compared() -> Heat:
    better, worse, same = Judged(61.2, "61,2", "better"), Judged(48.0, "48,0", "worse"), Judged(55.0, "55,0", "same")
    none, unknown = Judged(None, "..", "none"), Judged(12.5, "12,5", "unknown")
    columns = tuple(Column(f"m{n}", name, "procent", "2022") for n, name in enumerate(("Sysselsatta", "Behöriga")))
    return Heat(
        columns,
        (("9101", "Örby"), ("9102", "Ådala"), ("9103", "Ekvik")),
        ((better, worse), (same, none), (worse, unknown)),
    )


def figures() -> Table:
    rows = (
        Row("Kvinnor", (Cell("57,0"), Cell("58,5\u00a0p", "preliminär")), "Örby", marked=True),
        Row("Män", (Cell("..", "uppgift saknas"), Cell("1\u00a0204,5"))),
    )
    return Table("Sysselsatta, procent", "Kön", ("2020", "2021"), rows)


def tiles() -> TileView:
    spots = ((1, 1, 2), (2, 1, 0), (1, 2, -1), (2, 2, None))
    found = tuple(
        Tile(code, name, column, row, "58,0" if step is not None else "..", f"{step or 0},0", step)
        for code, name, (column, row, step) in zip(COUNTY, NAMES, spots, strict=True)
    )
    legend = ((2, "Långt över"), (1, "Över"), (0, "Nära länet"), (-1, "Under"), (-2, "Långt under"))
    return TileView("total", "Örby ligger högst", "Sysselsatta, procent, 2022", found, legend, "Källa: Provbyrån.")


def rows_of_pictures(theme: str) -> str:
    """The small pictures as a row of a card has them: a way with a hole and a target, one of few years, two sexes."""
    t = tokens(theme)
    way = [(2010 + n, 50.0 + n * n / 9) for n in range(10) if n != 4]
    target = Target(66.0, 2025, None, way[-1], 1.0)
    found = (sparkline(way, {2017}, target, t), sparkline(way[:3], (), None, t), bell(60.0, 70.0, 12.0, t))
    return "".join(f'<p><img src="{source}" alt=""></p>' for source in found)


def in_the_row(theme: str) -> str:
    places = all_places()
    every = [place.value for place in places.everyone]
    ours = [place.value for place in places.shown]
    marks = (spines.Mark(57.0, Interval(54.0, 60.0)), spines.Mark(64.0, hollow=True))
    found = (
        spines.spine(every, ours, marks, (58.0, 61.0), tokens(theme), ours[:2]).whole,
        spines.spine((), ours, marks[:1], (58.0, None), tokens(theme)).whole,
    )
    return "".join(f'<p><img src="{source}" alt=""></p>' for source in found)


def gaps() -> list[Gap]:
    values = ((62.0, 70.5), (81.0, 74.0), (55.0, 55.6))
    return [
        Gap(f"i{n}", "total", f"Mått nummer {n}", "2022", w, m, round(m - w, 1), 1, "Provbyrån")
        for n, (w, m) in enumerate(values, 1)
    ]


def gap_years() -> GapPicture:
    sex = GapLine(
        "sex", "Kön", ("kvinnor", "män"), ((2021, -3.0), (2022, -2.0), (2023, -2.5)),
        tuple((y, Interval(-4.0, -1.0)) for y in (2021, 2022, 2023)), ((2018, -6.0), (2019, -5.0), (2020, -4.0)),
    )  # fmt: skip
    origin = GapLine("background", "Bakgrund", ("utrikes födda", "inrikes födda"), ((2021, -20.0), (2023, -21.0)))
    return GapPicture((sex, origin), "", "procentenheter", 1, can_link=True, link="Flyttade.", breaks=(2021,))


GROUPS = (
    Dots("Alla", (72.0, 68.0), (Interval(71.0, 73.0), Interval(67.0, 69.0))),
    Dots("Utrikes födda", (60.0, None), (Interval(57.0, 63.0), None), unsure=(True, False), marked=True),
    Dots("Eftergymnasial utbildning", (78.0, 80.0)),
)
STEPS = [("Lägst inkomst", 62.0, 20.0), ("Låg", 71.0, 20.0), ("Mellan", 75.0, 20.0), ("Hög", 82.0, 20.0)]
MONEY = (("2024", "2025"), ("Personal", "Resor och möten"), ((1606293, 1382725), (23249, 0)))


def in_order(theme: str) -> Drawn:
    found = slope_picture(STEPS, [Interval(v - 3, v + 3) for _, v, _ in STEPS], Slope(25.0, 1.4), "procent", 1)
    assert found
    return slopeline(found, theme=theme)


def for_a_file(made: Drawing | None) -> str:
    """The drawing in the width of the easel."""
    assert made
    return made.svg.replace(f'width="{made.width}" height="{made.height}"', 'width="100%"', 1)


AGES = [
    ("Adal", [("0–19 år", 23.0), ("20–64 år", 55.0), ("65 år och äldre", 22.0)]),
    ("Ekvik", [("0–19 år", 18.5), ("20–64 år", 51.5), ("65 år och äldre", 30.0)]),
]
EXAMPLES: dict[str, Callable[[str], Drawn]] = {
    "ages": lambda theme: for_a_file(bars_picture(AGES, theme)),
    "budget": lambda theme: budget_bars(*MONEY, theme=theme),
    "bullet": lambda theme: bullet(Bullet((2005, 1900.0), (2024, 1244.5), 760.0, 2030, 1, "ton"), theme=theme),
    "crossdots": lambda theme: crossdots(GROUPS, reference=70.0, unit="procent", decimals=1, theme=theme),
    "dumbbell": lambda theme: dumbbell(gaps(), theme=theme),
    "funnel": drawn_funnel,
    "gapline": lambda theme: gapline(gap_years(), theme=theme, linked=True),
    "grid": lambda theme: for_a_file(table_picture(figures(), theme)),
    "heat": lambda _theme: heat_table(compared()),
    "map": lambda theme: choropleth(
        all_places(), decimals=1, geometry=GEOMETRY, outlines=inside(), unit="procent", theme=theme
    ),
    "multiples": lambda theme: small_multiples(by_place(), decimals=1, theme=theme),
    "ranking": lambda theme: ranking(all_places(), decimals=1, unit="procent", theme=theme),
    "scatter": lambda theme: two_measures(pairs(), theme=theme),
    "size": lambda theme: at_size(slope(moves(), decimals=1, theme=theme), "projector"),
    "slope": lambda theme: slope(moves(), decimals=1, theme=theme),
    "slopeline": in_order,
    "sparkline": rows_of_pictures,
    "spine": in_the_row,
    "strip": lambda theme: strip(all_places(), decimals=1, unit="procent", theme=theme),
    "table": lambda _theme: html_table(figures(), caption=True),
    "heat-picture": lambda theme: for_a_file(heat_picture(compared(), theme)),
    "tiles": lambda _theme: tile_map(tiles(), lambda code: f"#{code}"),
    "tiles-picture": lambda theme: for_a_file(tile_picture(tiles(), theme)),
    "trend": lambda theme: trend(goal_ahead(), decimals=1, theme=theme),
}
"""Module → what it draws in a theme: a figure, or markup in the classes of the stylesheet."""
