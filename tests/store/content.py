"""A content folder small enough to know by heart, and everything that can be done with it."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.read import read_catalogue
from rus.store.build import build
from rus.store.builds import Build
from rus.store.store import Store, open_store

REGIONS = """code,name,level,parent,kolada,valid_from,valid_to
00,Riket,riket,,0000,,
91,Ödeläns län,lan,00,0091,,
92,Åns län,lan,00,0092,,
9101,Örby,kommun,91,9101,,
9102,Åby,kommun,91,9102,,
9103,Ekeby,kommun,91,9103,2003-01-01,
9201,Ängby,kommun,92,9201,,
"""
PLACE = """
name = "Ödelän"
short = "Ödelän"
editor = "Ödelän"
eyebrow = "Ödelän"
region = "91"
country = "00"
comparison_sets = [{ id = "grannar", name = "Grannar", regions = ["92"], source = "prov", default = true }]
lansdelar = [{ id = "norra", name = "Norra", regions = ["9102"], source = "prov" }]
"""
GROUNDS = """
[[ground]]
id = "age"
label = "Ålder"
ordered = true
values = [{ id = "16-24", label = "16–24 år" }, { id = "65+", label = "65 år och äldre" }]

[[ground]]
id = "background"
label = "Bakgrund"
values = [{ id = "born_abroad", label = "utrikes födda" }]
"""
CHALLENGES = """
[[set]]
id = "prov"
name = "Prov"
valid_from = 2020-01-01
current = true
source = "prov"
challenges = [{ id = "arbete", name = "Arbete", gap = "prov", source = "prov" }]
"""
STRATEGY = """
name = "Provstrategi"
short = "Prov"
vision = { text = "prov", document = "prov", source = "prov" }
overarching = []
effektmal = []
effektmal_note = "prov"
priorities = []
principles = []
perspectives = []
public_targets = []
"""
HEAD = """
title = "{title}"
short = "{title}"
unit = "{unit}"
decimals = 1
better = "higher"
share = "{share}"
definition = "Ett prov."
owner = "Provbyrån"
licence = "Fri"
link = "https://example.org/"
"""
JOBS = (
    HEAD.format(title="Sysselsatta", unit="procent", share="egenskap")
    + """
traits = { provisional_last = true }
denominator = { text = "invånare", indicator = "invanare" }

[[series]]
loader = "kolada"
id = "N00001"
to_year = 2020

[[series]]
loader = "kolada"
id = "N00002"
from_year = 2021

[[series]]
loader = "kolada"
id = "N00003"
group = { background = "born_abroad" }

[[series]]
loader = "file"
id = "PROV"
part = "ålder: 16-24"
group = { age = "16-24" }
scale = 100.0
"""
)
PEOPLE = (
    HEAD.format(title="Invånare", unit="antal", share="ingen")
    + """
[[series]]
loader = "kolada"
id = "N00004"
"""
)
VOTES = (
    HEAD.format(title="Valdeltagande", unit="procent", share="egenskap")
    + """
traits = { measured_years = [2018, 2022], survey = true }

[[series]]
loader = "kolada"
id = "N00005"
sexes = ["total"]

[[series]]
loader = "kolada"
id = "N00006"
role = "margin"
sexes = ["total"]
"""
)
WANTED = (
    HEAD.format(title="Önskad", unit="antal", share="ingen")
    + """
state = "wanted"
missing = "Ingen mäter."
"""
)
INDICATORS = {
    "arbete/sysselsatta": JOBS,
    "befolkning/invanare": PEOPLE,
    "befolkning/valdeltagande": VOTES,
    "arbete/onskad": WANTED,
}
CODES = ["00", "91", "92", "9101", "9102", "9103", "9201"]
SOURCES = """origin,owner,via,retrieved,file_hash,licence,kind
1,Provbyrån,copy@1,2024-08-30,abc,Fri,import
2,Andra byrån,copy@2,,def,Fri,import
"""


def figures() -> pd.DataFrame:
    """Figures that follow a rule, with gaps: Ekeby has none before 2021, and no men of N00003 in 2022."""
    rows = []
    for place, region in enumerate(CODES):
        for year in range(2018, 2024):
            for sex, step in (("women", -1.0), ("men", 1.0), ("total", 0.0)):
                if region == "9103" and year < 2021:
                    continue
                level = 60 + place + (year - 2018) / 2 + step
                rows += [
                    ("kolada:N00001", region, str(year), sex, level, 1),
                    ("kolada:N00002", region, str(year), sex, level + 0.5, 1),
                    ("kolada:N00004", region, str(year), sex, 1000.0 * (place + 1) + year, 1),
                    ("file:PROV/ålder: 16-24", region, f"{year}M12", sex, level / 100, 2),
                ]
                if not (sex == "men" and year >= 2022):
                    rows.append(("kolada:N00003", region, str(year), sex, level - 10, 1))
                if sex == "total":
                    rows += [
                        ("kolada:N00005", region, str(year), sex, 80.0 + place, 1),
                        ("kolada:N00006", region, str(year), sex, 1.5, 1),
                    ]
    rows.append(("kolada:N00004", "9201", "2024", "total", 0.0, 1))
    frame = pd.DataFrame(rows, columns=["series", "region", "period", "sex", "value", "origin"])
    frame["origin"] = frame["origin"].astype("int16")
    return frame


class Content:
    """A content folder that a test may spoil."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.store = root / "data" / "store"
        self.seed = root / "data" / "seed" / "observations.parquet"

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def figures(self, frame: pd.DataFrame) -> None:
        frame.to_parquet(self.seed, index=False)

    def change(self, spoil: Callable[[pd.DataFrame], pd.DataFrame]) -> None:
        self.figures(spoil(pd.read_parquet(self.seed)))

    def catalogue(self) -> Catalogue:
        return read_catalogue(self.root)

    def build(self) -> Build:
        return build(self.catalogue())

    def open(self) -> Store:
        return open_store(self.build())


def write_content(root: Path) -> Content:
    content = Content(root)
    content.write("data/reference/regions.csv", REGIONS)
    content.write("data/reference/place.toml", PLACE)
    content.write("data/seed/sources.csv", SOURCES)
    content.write("indicators/_grounds.toml", GROUNDS)
    content.write("indicators/_challenges.toml", CHALLENGES)
    content.write("indicators/_strategy.toml", STRATEGY)
    content.write(
        "indicators/_themes.toml",
        '[[theme]]\nid = "arbete"\nname = "Arbete"\n[[theme]]\nid = "befolkning"\nname = "Befolkning"\n',
    )
    for address, text in INDICATORS.items():
        content.write(f"indicators/{address}.toml", text)
    content.figures(figures())
    return content
