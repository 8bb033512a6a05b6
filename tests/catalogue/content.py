"""A small content folder for tests: one county, two kommuner, one indicator."""

from pathlib import Path
from textwrap import dedent

FILES = {
    "indicators/_themes.toml": 'theme = [{ id = "arbete", name = "Arbete" }]',
    "indicators/_grounds.toml": """
        [[ground]]
        id = "background"
        label = "Bakgrund"
        values = [{ id = "born_abroad", label = "utrikes födda" }]
        """,
    "indicators/_challenges.toml": """
        [[set]]
        id = "provning"
        name = "Prövning"
        source = "testet"
        valid_from = 2024-01-01
        current = true
        challenges = [{ id = "omradet", name = "Området", gap = "Ett gap.", source = "testet" }]
        """,
    "indicators/_strategy.toml": """
        name = "Provlänets strategi"
        short = "Strategin"
        effektmal_note = "Bara för prov."
        principles = []
        perspectives = []
        priorities = []
        public_targets = []
        vision = { text = "Prov", document = "Prov", source = "testet" }
        overarching = [{ id = "malet", name = "Målet", dimension = "social", source = "testet" }]
        effektmal = [{ id = "effekten", name = "Effekten", overarching = "malet", source = "testet" }]
        """,
    "indicators/arbete/jobb.toml": """
        title = "Sysselsatta"
        short = "Sysselsatta"
        unit = "procent"
        decimals = 1
        better = "higher"
        definition = "Andelen som arbetar."
        owner = "SCB"
        licence = "CC0"
        link = "https://www.scb.se/"
        effektmal = ["effekten"]
        challenges = ["omradet"]
        series = [{ loader = "kolada", id = "N02267" }]
        """,
    "data/reference/place.toml": """
        name = "Provlän"
        short = "Provlän"
        editor = "Region Prov"
        eyebrow = "Provlän"
        region = "90"
        country = "00"
        comparison_sets = []
        """,
    "data/reference/regions.csv": """
        code,name,level,parent
        00,Riket,riket,
        90,Provlän,lan,00
        9001,Aby,kommun,90
        9002,Öby,kommun,90
        """,
}


def write_content(root: Path, changes: dict[str, str] | None = None) -> Path:
    """Write the folder; `changes` replace or add files by address."""
    for name, text in {**FILES, **(changes or {})}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip(), encoding="utf-8")
    return root
