"""A county with four measures that each do one thing, so that every sentence of a page can be known beforehand."""

from pathlib import Path

import pandas as pd

from rus.store.store import Store
from tests.store.content import CODES, HEAD, write_content

SERVES = 'challenges = ["arbete"]\nheadline = ["arbete"]\n'
SEXES = ("women", "men", "total")
MEASURES = {
    "arbete/stiger": ("Stiger", "N10001", SERVES, ""),
    "arbete/faller": (
        "Faller",
        "N10002",
        SERVES,
        ('[[goals]]\nkind = "level"\ntarget = 60.0\nbound = "at_least"\nby = 2030\nbaseline = 2010\n'
        'standing = "föreslagen"\nsource = "prov"\n'),
    ),
    "arbete/kort": (
        "Kort",
        "N10003",
        SERVES,
        ('[[breaks]]\nfirst_year = 2021\nreason = "Nytt register."\n'
        '[[waits]]\nground = "age"\nreason = "Finns i källan."\n'),
    ),
    "befolkning/andel": ("Andel", "N10004", 'challenges = ["arbete"]\n', ('[[goals]]\nkind = "gap"\nground = "sex"\n'
        'standing = "officiell"\nsource = "prov"\n')),
}  # fmt: skip
TILES = '\ntiles = [{ region = "9101", column = 1, row = 1 }, { region = "9102", column = 2, row = 1 }]\n'


def value(series: str, place: int, year: int, sex: str) -> float | None:
    """The rule: N10001 rises by one a year, N10002 falls by one, N10003 starts again in 2021, N10004 stands still."""
    step = {"women": -2.0, "men": 2.0, "total": 0.0}[sex]
    n = year - 2010
    if series == "N10001":
        return 40.0 + n + place + step
    if series == "N10002":
        return 50.0 - n + place if sex == "total" else None
    if series == "N10003":
        return 70.0 + n + place + step / 2 + (5 if year >= 2021 else 0)
    return 30.0 + (n % 2) + place + step * 2


def write(root: Path) -> None:
    """The content folder, with its figures for 2010–2023."""
    content = write_content(root)
    for path in root.glob("indicators/*/*.toml"):
        if path.stem != "onskad":
            path.unlink()
    wanted = root / "indicators" / "arbete" / "onskad.toml"
    wanted.write_text(wanted.read_text(encoding="utf-8") + SERVES.splitlines()[0] + "\n", encoding="utf-8")
    for address, (title, series, links, rest) in MEASURES.items():
        head = HEAD.format(title=title, unit="procent", share="egenskap")
        own = f'{head}{links}\n[[series]]\nloader = "kolada"\nid = "{series}"\n{rest}'
        content.write(f"indicators/{address}.toml", own)
    place = root / "data" / "reference" / "place.toml"
    place.write_text(place.read_text(encoding="utf-8") + TILES, encoding="utf-8")
    rows = [
        (f"kolada:{series}", region, str(year), sex, found, 1)
        for _, series, _, _ in MEASURES.values()
        for place_, region in enumerate(CODES)
        for year in range(2010, 2024)
        for sex in SEXES
        if (found := value(series, place_, year, sex)) is not None
    ]
    frame = pd.DataFrame(rows, columns=["series", "region", "period", "sex", "value", "origin"])
    content.figures(frame.astype({"origin": "int16"}))


def opened(root: Path) -> Store:
    """Its store. `RUS_CONTENT` must name the folder."""
    from tests.store.content import Content

    write(root)
    return Content(root).open()
