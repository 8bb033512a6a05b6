"""A county whose measures are split three ways at once, with people, so that every part of Jämlikhet can be computed.

Everything follows `value` and `people`: totals are weighted means of the six groups.
"""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from rus.store.store import Store
from tests.store.content import CODES, HEAD, Content, write_content

GROUNDS = """
[[ground]]
id = "background"
label = "Bakgrund"
advantaged = "in"
values = [{ id = "ut", label = "utrikes födda" }, { id = "in", label = "inrikes födda" }]

[[ground]]
id = "education"
label = "Utbildning"
ordered = true
advantaged = "high"
values = [
  { id = "low", label = "kort utbildning" }, { id = "mid", label = "medellång utbildning" },
  { id = "high", label = "lång utbildning" },
]
"""
BACKGROUND = {"ut": 40.0, "in": 70.0}
EDUCATION = {"low": 0.0, "mid": 10.0, "high": 20.0}
PEOPLE = {"ut": (100, 200, 100), "in": (300, 900, 400)}
YEARS = range(2020, 2024)
SEXES = {"women": -2.0, "men": 2.0}
TINY = ("9103", "ut", "high")
"""The kommun and group with so few people that one year is unsure."""
SIZE = {"00": 100, "91": 10, "92": 10, "9101": 4, "9102": 4, "9103": 1, "9201": 4}
PLACE = {"00": 1.0, "9102": 4.0, "9101": -4.0}


def value(region: str, background: str, education: str, sex: str, year: int) -> float:
    """Percent: one more each year, with differences by background, education, sex and place."""
    return BACKGROUND[background] + EDUCATION[education] + SEXES[sex] + PLACE.get(region, 0.0) + (year - 2020)


def people(region: str, background: str, education: str, year: int) -> float:
    """Of each sex; the country has more born abroad, and in the county they become more each year."""
    if (region, background, education) == TINY:
        return 12.0
    own = PEOPLE[background][list(EDUCATION).index(education)] * SIZE[region]
    if background == "ut":
        own = own * 2 if region == "00" else own * (10 + year - 2020) / 10
    return float(own)


def cells(backgrounds: Iterable[str], educations: Iterable[str]) -> list[tuple[str, str]]:
    return [(b, e) for b in backgrounds for e in educations]


ALL = cells(BACKGROUND, EDUCATION)
GROUPS = {
    "": ALL,
    **{f'background = "{b}"': cells([b], EDUCATION) for b in BACKGROUND},
    **{f'education = "{e}"': cells(BACKGROUND, [e]) for e in EDUCATION},
    **{f'background = "{b}", education = "{e}"': [(b, e)] for b, e in ALL},
}
"""A series' group → the cells that it is of."""
HIDDEN = 'background = "ut", education = "low"'
"""The group whose women the source protects."""
UNDECLARED = 'background = "in", education = "high"'


def of(region: str, parts: list[tuple[str, str]], sexes: Iterable[str], year: int) -> tuple[float, float]:
    """Weighted mean and people of some cells and sexes."""
    sized = [(value(region, b, e, s, year), people(region, b, e, year)) for b, e in parts for s in sexes]
    whole = sum(n for _, n in sized)
    return sum(v * n for v, n in sized) / whole, whole


def _series(number: int, group: str, **more: object) -> str:
    lines = [f'id = "N{number:05}"', *(f"{k} = {v}" for k, v in more.items())]
    return "\n".join(['[[series]]\nloader = "kolada"', *lines, f"group = {{ {group} }}" if group else "", ""])


def _crossed() -> str:
    shown = [(n, g) for n, g in enumerate(GROUPS) if g != UNDECLARED]
    return "".join(_series(100 + n, g) + _series(200 + n, g, role='"denominator"') for n, g in shown)


BREAK = '[[breaks]]\nfirst_year = 2022\nreason = "Nytt register."\n'
MEASURES = {
    "kors": ("procent", "egenskap", _crossed()),
    "lank": ("procent", "egenskap", BREAK + _series(301, "", to_year=2021) + _series(302, "", from_year=2022)),
    "olank": ("procent", "egenskap", BREAK + _series(303, "", to_year=2021) + _series(304, "", from_year=2022)),
    "belopp": ("kronor", "ingen", BREAK + _series(305, "", to_year=2021) + _series(306, "", from_year=2022)),
    "sent": ("procent", "egenskap", _series(307, "")),
    "vantar": ("procent", "egenskap", _series(308, "") + _series(309, UNDECLARED)),
}  # fmt: skip


def figures() -> pd.DataFrame:
    """The rows; of `sent` the women of the newest year are missing."""
    rows: list[tuple[str, str, str, str, float | None, str | None]] = []

    def put(number: int, region: str, year: int, sex: str, what: float | None, status: str | None = None) -> None:
        rows.append((f"kolada:N{number:05}", region, str(year), sex, what, status))

    for region in CODES:
        for year in YEARS:
            for n, (group, parts) in enumerate(GROUPS.items()):
                for sex, sexes in (("women", ["women"]), ("men", ["men"]), ("total", list(SEXES))):
                    mean, size = of(region, parts, sexes, year)
                    hidden = group == HIDDEN and sex == "women"
                    put(100 + n, region, year, sex, None if hidden else mean, "skyddad" if hidden else None)
                    put(200 + n, region, year, sex, size)
            for sex, step in (("women", -3.0), ("men", 3.0), ("total", 0.0)):
                level = 60.0 + step + year - 2020
                put(303 if year < 2022 else 304, region, year, sex, level)
                put(301, region, year, sex, level)  # the old series goes on beside the new one
                put(305, region, year, sex, level)
                put(308, region, year, sex, level)
                if year >= 2022:
                    put(302, region, year, sex, level + (1.0 if sex == "women" else 2.0))
                    put(306, region, year, sex, level * (1.5 if sex == "women" else 2.0))
                if not (sex == "women" and year == max(YEARS)):
                    put(307, region, year, sex, level)
    frame = pd.DataFrame(rows, columns=["series", "region", "period", "sex", "value", "status"])
    return frame.assign(origin=pd.Series(1, index=frame.index, dtype="int16"))


def write(root: Path) -> Content:
    """The content folder."""
    content = write_content(root)
    for path in root.glob("indicators/*/*.toml"):
        path.unlink()
    content.write("indicators/_grounds.toml", GROUNDS)
    for name, (unit, share, rest) in MEASURES.items():
        head = HEAD.format(title=name.capitalize(), unit=unit, share=share)
        content.write(f"indicators/arbete/{name}.toml", head + rest)
    content.figures(figures())
    return content


def opened(root: Path) -> Store:
    """Its store. `RUS_CONTENT` must name the folder."""
    return write(root).open()
