"""Made-up lines for the charts' tests."""

from rus.views.lines import Line, Point
from rus.views.pictures import Mark, Picture


def points(*pairs: tuple[int, float], provisional: int | None = None) -> tuple[Point, ...]:
    return tuple(Point(str(year), float(year), value, year == provisional) for year, value in pairs)


def line(*parts: tuple[Point, ...], label: str = "Kvinnor", role: str = "women", rank: int = 0) -> Line:
    return Line(f"91/{role}{rank}{label}", label, role, rank, parts)


def broken() -> Picture:
    women = line(points((2016, 50.0), (2017, 51.0), (2018, 52.0)), points((2020, 57.0), (2021, 58.5), provisional=2021))
    men = line(
        points((2016, 55.0), (2017, 56.0), (2018, 57.0)), points((2020, 62.0), (2021, 64.0)), label="Män", role="men"
    )
    return Picture((women, men), breaks=((2019.5, "Brott 2020"),))


def with_goal() -> Picture:
    ours = line(points((2018, 80.0), (2019, 78.0), (2020, 76.0)), label="Länet", role="total")
    return Picture((ours,), mark=Mark(2030.0, 60.0, "Mål 2030", "60,0", "kräver −1,6 per år", (2020.0, 76.0)))
