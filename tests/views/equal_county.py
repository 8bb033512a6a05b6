"""A county whose measures are split in every way that the view of gaps must tell apart; made-up figures by rule."""

from pathlib import Path

import pandas as pd

from rus.store.store import Store
from tests.store.content import CODES, HEAD, Content, write_content

GROUNDS = """
[[ground]]
id = "background"
label = "Bakgrund"
advantaged = "born_in_sweden"
values = [{ id = "born_abroad", label = "utrikes födda" }, { id = "born_in_sweden", label = "inrikes födda" }]

[[ground]]
id = "income"
label = "Inkomst"
ordered = true
advantaged = "quintile_5"
values = [
  { id = "quintile_1", label = "femtedel 1" }, { id = "quintile_2", label = "femtedel 2" },
  { id = "quintile_3", label = "femtedel 3" }, { id = "quintile_4", label = "femtedel 4" },
  { id = "quintile_5", label = "femtedel 5" },
]

[[ground]]
id = "area_type"
label = "Områdestyp"
ordered = true
advantaged = "5"
values = [
  { id = "1", label = "typ 1" }, { id = "2", label = "typ 2" }, { id = "3", label = "typ 3" },
  { id = "4", label = "typ 4" }, { id = "5", label = "typ 5" },
]

[[ground]]
id = "sector"
label = "Sektor"
values = [{ id = "a", label = "sektor a" }, { id = "b", label = "sektor b" }, { id = "c", label = "sektor c" }]
"""
STEPS = ("1", "2", "3", "4", "5")
WAITS = '[[waits]]\nground = "background"\nreason = "Hämtas senare."\n'
GAP_GOAL = '[[goals]]\nkind = "gap"\nground = "sex"\nstanding = "föreslagen"\nsource = "prov"\n'


def full(series: str) -> str:
    """N7 → N00007."""
    return f"N{int(series[1:]):05}"


def one(series: str, **fields: str) -> str:
    group = fields.pop("group", "")
    lines = [f'id = "{full(series)}"', *(f'{k} = "{v}"' for k, v in fields.items())]
    return "\n".join(['[[series]]\nloader = "kolada"', *lines, f"group = {{ {group} }}" if group else "", ""])


def with_people(value: str, people: str, group: str = "") -> str:
    return one(value, group=group) + one(people, group=group, role="denominator")


MEASURES = {
    "jobb": ("procent", "egenskap", "higher", with_people("N1", "N2")
        + with_people("N3", "N4", 'background = "born_abroad"')
        + with_people("N5", "N6", 'background = "born_in_sweden"')
        + "".join(with_people(f"N7{s}", f"N8{s}", f'area_type = "{s}"') for s in STEPS) + GAP_GOAL),
    "rost": ("procent", "egenskap", "higher", "traits = { whole_percent = true }\n" + one("N11")
        + "".join(one(f"N12{s}", group=f'income = "quintile_{s}"') for s in STEPS)),
    "enkat": ("procent", "egenskap", "higher", "traits = { survey = true }\n"
        + GAP_GOAL.replace("sex", "income") + WAITS + one("N21") + one("N22", role="margin")
        + one("N23", role="denominator")),
    "enkat-utan": ("procent", "egenskap", "higher", "traits = { survey = true }\n" + one("N24")),
    "mangd": ("antal", "ingen", "lower", one("N31") + one("N32", group='sector = "a"')),
    "del": ("tusen kronor per invånare", "ingen", "lower",
        one("N51") + "".join(one(f"N5{n}", group=f'sector = "{s}"') for n, s in ((2, "a"), (3, "b"), (4, "c")))),
    "andel-kvinnor": ("procent", "konsfordelning", "higher", one("N41")),
    "blandat": ("procent", "egenskap", "higher", one("N64")
        + with_people("N91", "N92", 'background = "born_abroad"')
        + with_people("N93", "N94", 'background = "born_in_sweden"')),
    "vantar": ("procent", "egenskap", "higher", one("N61") + one("N62", group='background = "born_abroad"')
        + one("N63", group='background = "born_in_sweden"')
        + '[[waits]]\nground = "background"\nreason = "Hämtas senare."\n'),
}  # fmt: skip


def figures() -> pd.DataFrame:
    """2018–2023: women's gap in jobs shrinks by one a year, from 8 to 3 points; born abroad lag by 20."""
    rows: list[tuple[str, str, str, str, float]] = []

    def put(series: str, region: str, year: int, women: float, men: float, total: float | None = None) -> None:
        values = {"women": women, "men": men, "total": (women + men) / 2 if total is None else total}
        rows.extend((f"kolada:{full(series)}", region, str(year), sex, value) for sex, value in values.items())

    for place, region in enumerate(CODES):
        for year in range(2018, 2024):
            n, base = year - 2018, 70.0 + place
            put("N1", region, year, base - 8 + n, base)
            put("N2", region, year, 5000, 5000, 10_000)
            put("N3", region, year, base - 25, base - 18)
            put("N4", region, year, 1000, 1000, 2000)
            put("N5", region, year, base - 3, base)
            put("N6", region, year, 4000, 4000, 8000)
            for step in range(5):
                put(f"N7{step + 1}", region, year, base - 20 + 8 * step, base - 16 + 8 * step)
                put(f"N8{step + 1}", region, year, 1000, 1000, 2000)
                put(f"N12{step + 1}", region, year, 70 + 5 * step, 68 + 5 * step)
            put("N11", region, year, 81, 80)
            put("N21", region, year, 60, 70)
            put("N22", region, year, 8, 9)
            put("N24", region, year, 60, 70)
            put("N23", region, year, 90_000, 90_000)
            put("N31", region, year, 30, 40)
            put("N32", region, year, 10, 12)
            put("N41", region, year, 40, 60)
            for series, value in (("N51", 10), ("N52", 5), ("N53", 3), ("N54", 2)):
                put(series, region, year, value, value)
            country = region == "00"  # better in both groups, worse as a whole: half of its people are born abroad
            put("N64", region, year, 75, 76, 76 if country else 83)
            for series, value in (("N91", 64 if country else 60), ("N93", 88 if country else 85)):
                put(series, region, year, value, value)
            for series, people in (("N92", 500 if country else 80), ("N94", 500 if country else 920)):
                put(series, region, year, people, people, 2 * people)
            put("N61", region, year, 0, 5)
            put("N62", region, year, 40, 45)
    frame = pd.DataFrame(rows, columns=["series", "region", "period", "sex", "value"])
    return frame.assign(origin=pd.Series(1, index=frame.index, dtype="int16"))


def opened(root: Path) -> Store:
    """Its store. `RUS_CONTENT` must name the folder."""
    content: Content = write_content(root)
    for path in root.glob("indicators/*/*.toml"):
        path.unlink()
    content.write("indicators/_grounds.toml", GROUNDS)
    for name, (unit, share, better, rest) in MEASURES.items():
        head = HEAD.format(title=name, unit=unit, share=share).replace('better = "higher"', f'better = "{better}"')
        content.write(f"indicators/arbete/{name}.toml", head + rest)
    content.figures(figures())
    return content.open()
