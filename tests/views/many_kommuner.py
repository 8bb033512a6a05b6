"""Sixty kommuner in three counties, built by rule, so that who is alike and what is expected can be computed."""

from math import sin
from pathlib import Path

import pandas as pd

from rus.store.store import Store
from tests.store.content import HEAD, PLACE, Content, write_content

COUNTIES = ("91", "92", "93")
KOMMUNER = tuple(f"{county}{n:02}" for county in COUNTIES for n in range(1, 21))
YEARS = (2019, 2020, 2021, 2022)
ODD = "9105"
"""Lies far above what its features foretell."""
FEATURES = """
[[features]]
indicator = "folk"
label = "Folkmängd"
why = "Storleken."
log = true

[[features]]
indicator = "unga"
label = "Unga"
why = "Andelen unga."

[[features]]
indicator = "inkomst"
label = "Inkomst"
why = "Medianinkomsten."
same_as = ["lon"]
"""
GOAL = """
[[goals]]
kind = "level"
target = 60.0
bound = "at_least"
by = 2030
standing = "föreslagen"
source = "prov"
"""
BREAK = '[[breaks]]\nfirst_year = 2022\nreason = "Nytt register."\n'
PART = 'denominator = { text = "invånare", indicator = "folk" }\n'
MEASURES = {
    "folk": ("antal", "ingen", "N10001", ""),
    "unga": ("procent", "egenskap", "N10002", ""),
    "inkomst": ("kronor", "ingen", "N10003", ""),
    "lon": ("kronor", "ingen", "N10004", ""),
    "utfall": ("procent", "egenskap", "N10005", GOAL),
    "brutet": ("procent", "egenskap", "N10006", BREAK),
    "fa": ("procent", "egenskap", "N10007", ""),
    "slump": ("procent", "egenskap", "N10008", ""),
}


def number_of(region: str) -> int:
    """0–59 for kommuner, by county and number; the middle for counties and the country."""
    return KOMMUNER.index(region) if region in KOMMUNER else {"91": 10, "92": 30, "93": 50}.get(region, 30)


def value(measure: str, region: str, year: int) -> float | None:
    """The rule of each measure."""
    n, step = number_of(region), year - 2022
    unga, inkomst = 20 + (n * 7) % 13 / 2, 300_000.0 + 1000 * ((n * 11) % 17)
    noise = sin(n * 12.9898) * 2
    found = {
        "folk": 5000.0 + 900 * n if region in KOMMUNER else 500_000.0,
        "unga": unga,
        "inkomst": inkomst,
        "lon": inkomst + 100 * noise,
        "utfall": 40 + unga + (inkomst - 300_000) / 2000 + noise + step + (25 if region == ODD else 0),
        "brutet": 50 + n / 4 + step,
        "fa": 50 + n / 4 if region in {*KOMMUNER[:10], "91", "00"} or year < 2022 else None,
        "slump": 50 + noise * 3,
    }
    return found[measure]


def write(root: Path) -> Content:
    """The content folder, with its figures."""
    content = write_content(root)
    for path in root.glob("indicators/*/*.toml"):
        path.unlink()
    head = "code,name,level,parent,kolada,valid_from,valid_to\n00,Riket,riket,,0000,,\n"
    lines = [f"{c},Län {c},lan,00,00{c},," for c in COUNTIES]
    lines += [f"{k},Kommun {k},kommun,{k[:2]},{k},," for k in KOMMUNER]
    content.write("data/reference/regions.csv", head + "\n".join(lines) + "\n")
    place = PLACE.replace('regions = ["92"]', 'regions = ["92", "93"]')
    content.write("data/reference/place.toml", place + FEATURES)
    rows = []
    for name, (unit, share, series, more) in MEASURES.items():
        own = HEAD.format(title=name.capitalize(), unit=unit, share=share)
        own += PART if name == "utfall" else ""
        content.write(
            f"indicators/arbete/{name}.toml", f'{own}\n[[series]]\nloader = "kolada"\nid = "{series}"\n{more}'
        )
        rows += [
            (f"kolada:{series}", region, str(year), "total", found, 1)
            for region in ("00", *COUNTIES, *KOMMUNER)
            for year in YEARS
            if (found := value(name, region, year)) is not None
        ]
    frame = pd.DataFrame(rows, columns=["series", "region", "period", "sex", "value", "origin"])
    content.figures(frame.astype({"origin": "int16"}))
    return content


def opened(root: Path) -> Store:
    """Its store. `RUS_CONTENT` must name the folder."""
    return write(root).open()
