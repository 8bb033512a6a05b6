"""A small content folder with figures: made-up numbers for two kommuner, their county and riket."""

import hashlib
from pathlib import Path

import pandas as pd

from tests.catalogue.content import FILES, write_content

JOBS = FILES["indicators/arbete/jobb.toml"].replace(
    'series = [{ loader = "kolada", id = "N02267" }]',
    """series = [
          { loader = "kolada", id = "N02267" },
          { loader = "kolada", id = "N02268", group = { background = "born_abroad" } },
        ]""",
)
MORE = {
    "indicators/arbete/jobb.toml": JOBS,
    "indicators/arbete/lediga-platser.toml": JOBS.replace("Sysselsatta", "Lediga; platser")
    .replace('"procent"', '"antal"')
    .replace("decimals = 1", "decimals = 0")
    .replace(JOBS[JOBS.index("series = [") :], 'series = [{ loader = "file", id = "PROV", part = "ort: alla" }]\n'),
    "indicators/arbete/onskad.toml": JOBS.replace(JOBS[JOBS.index("series = [") :], "").replace(
        'title = "Sysselsatta"', 'title = "Önskad"\nstate = "wanted"\nmissing = "Ingen mäter det."'
    ),
}
REGIONS = ("00", "90", "9001", "9002")
YEARS = range(2015, 2023)


def figures() -> pd.DataFrame:
    """One row a figure, as in every seed; one is missing with its reason."""
    rows = [
        ("kolada:N02267", region, str(year), sex, 60 + place + (year - 2015) / 8 + step, 1, "varde")
        for place, region in enumerate(REGIONS)
        for year in YEARS
        for sex, step in (("women", -1.5), ("men", 1.5), ("total", 0.0))
    ]
    rows += [("kolada:N02268", r, str(y), "total", 50.25, 1, "varde") for r in REGIONS for y in YEARS if y > 2019]
    rows += [("file:PROV/ort: alla", r, "2022", "total", 12345.0, 2, "varde") for r in REGIONS[:3]]
    rows += [("file:PROV/ort: alla", REGIONS[3], "2022", "total", None, 2, "skyddad")]
    columns = ["series", "region", "period", "sex", "value", "origin", "status"]
    frame = pd.DataFrame(rows, columns=columns).astype({"origin": "int16", "value": "float64"})
    return frame.sort_values(["series", "region", "sex", "period"], ignore_index=True)


def write_all(root: Path, changes: dict[str, str] | None = None) -> Path:
    """The folder with catalogue, reference and seed."""
    write_content(root, {**MORE, **(changes or {})})
    seed = root / "data" / "seed"
    seed.mkdir(parents=True, exist_ok=True)
    figures().to_parquet(seed / "observations.parquet", index=False)
    sources = [
        {"origin": n, "owner": owner, "via": "provet", "retrieved": "2024-01-01", "licence": "CC0", "kind": "import"}
        | {"file_hash": hashlib.sha256(owner.encode()).hexdigest()}
        for n, owner in enumerate(("SCB", "Provverket"), 1)
    ]
    pd.DataFrame(sources).to_csv(seed / "sources.csv", index=False)
    return root
