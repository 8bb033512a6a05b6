"""A county of noise with a few things planted in it, and one of noise alone; made-up figures by rule and seed."""

from pathlib import Path
from random import Random

import pandas as pd

from rus.store.store import Store
from tests.store.content import CHALLENGES, CODES, HEAD, Content, write_content
from tests.views.equal_county import full, one, with_people

YEARS = range(2010, 2023)
NOISE = [f"brus-{n}" for n in range(8)]
PLANTED = {
    "stiger": ("higher", 'challenges = ["arbete"]\nheadline = ["arbete"]\n' + one("N1")),
    "stiger-fel": ("lower", 'challenges = ["arbete"]\n' + one("N2")),
    "utan-riktning": ("neutral", 'challenges = ["arbete"]\n' + one("N3")),
    "gammal": ("higher", 'challenges = ["arbete"]\n' + one("N4")),
    "gap": ("higher", 'challenges = ["arbete"]\n' + with_people("N5", "N6")),
    "gap-utan-n": ("higher", 'challenges = ["arbete"]\n' + one("N7")),
    "sprang": ("lower", 'challenges = ["arbete"]\n' + one("N8")),
    "annat-omrade": ("higher", 'challenges = ["annat"]\n' + one("N9")),
}
LEAPING = "9102"
AREA = '{ id = "arbete", name = "Arbete", gap = "prov", source = "prov" }'
Row = tuple[str, str, str, str, float]


def planted(random: Random) -> list[Row]:
    """Two rising measures, one rising without a wish, one that rose until 2013, two gaps and a leap in one kommun."""
    rows: list[Row] = []

    def put(series: str, region: str, year: int, value: float, sexes: dict[str, float] | None = None) -> None:
        found = {"total": value, **(sexes or {})}
        rows.extend((f"kolada:{full(series)}", region, str(year), sex, round(v, 1)) for sex, v in found.items())

    for region in CODES:
        for year in YEARS:
            n = year - 2010
            for series, slope in (("N1", 1.0), ("N2", 2.0), ("N3", 0.5), ("N9", 1.0)):
                put(series, region, year, 30 + slope * n + random.gauss(0, 0.2))
            if year < 2014:
                put("N4", region, year, 40.0 + n)
            put("N5", region, year, 60 + random.gauss(0, 1), {"women": 50 + random.gauss(0, 1), "men": 70.0})
            put("N6", region, year, 8000, {"women": 4000, "men": 4000})
            put("N7", region, year, 60 + random.gauss(0, 1), {"women": 40 + random.gauss(0, 1), "men": 80.0})
            leap = 30 if region == LEAPING and year == YEARS[-1] else 0
            put("N8", region, year, 50 + leap + random.gauss(0, 1))
    return rows


def noise(random: Random) -> list[Row]:
    """Measures that do nothing, for women and men alike."""
    return [
        (f"kolada:N{100 + n:05}", region, str(year), sex, round(random.gauss(50, 2), 1))
        for n in range(len(NOISE))
        for region in CODES
        for year in YEARS
        for sex in ("women", "men", "total")
    ]


def opened(root: Path, *, signals: bool) -> Store:
    """Its store. `RUS_CONTENT` must name the folder."""
    content: Content = write_content(root)
    for path in root.glob("indicators/*/*.toml"):
        path.unlink()
    content.write("indicators/_challenges.toml", CHALLENGES.replace(AREA, f"{AREA}, {AREA.replace('rbete', 'nnat')}"))
    random = Random(7)
    serves = 'challenges = ["arbete"]\n'
    measures = {name: ("higher", serves + one(f"N{100 + n}")) for n, name in enumerate(NOISE)}
    for name, (better, rest) in (measures | (PLANTED if signals else {})).items():
        head = HEAD.format(title=name, unit="procent", share="egenskap")
        content.write(f"indicators/arbete/{name}.toml", head.replace('"higher"', f'"{better}"') + rest)
    rows = noise(random) + (planted(random) if signals else [])
    frame = pd.DataFrame(rows, columns=["series", "region", "period", "sex", "value"])
    content.figures(frame.assign(origin=pd.Series(1, index=frame.index, dtype="int16")))
    return content.open()
