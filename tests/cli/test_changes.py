"""`rus changes` and `rus query --as-of`: what has become known, and what was known then."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from rus.catalogue.read import read_catalogue
from rus.core import paths
from rus.store.build import build
from rus.store.history import FetchNote, append
from tests.cli.conftest import Said
from tests.store.telling import rows

Rus = Callable[..., Said]
WHEN = datetime.now(UTC) + timedelta(days=400)


@pytest.fixture
def told(fresh: Path) -> Path:
    """A folder whose first figure has been revised and whose series has a new period."""
    first = build(read_catalogue())
    catalogue = read_catalogue()
    identity, indicator = next((i, v) for i, v in catalogue.indicators.items() if v.series)
    series = next(s for s in indicator.series if s.role == "value")
    seed = pq.read_table(paths.seed() / "observations.parquet", filters=[("series", "=", series.key)])
    old = {name: seed[name][0].as_py() for name in ("region", "period", "sex", "value")}
    note = FetchNote(
        fetch_id="prov", series=series.key, loader="kolada", source="Prov", urls=(), retrieved=WHEN, hash="x",
        version=None, owner="Prov", licence="Fri",
    )  # fmt: skip
    fresh_rows = rows(
        (old["region"], old["period"], old["sex"], old["value"] + 1), (old["region"], "2031", old["sex"], 5.0)
    )
    append(note, fresh_rows)
    build(catalogue)
    (fresh / "told.json").write_text(json.dumps({"id": identity, "first": first.id, **old}))
    return fresh


def test_every_change_for_programs(told: Path, rus: Rus) -> None:
    about = json.loads((told / "told.json").read_text())
    said = rus("changes", about["id"], "--since", about["first"], "--json")
    assert said.code == 0
    found = json.loads(said.out)
    assert {row["kind"] for row in found} == {"revised", "new_period"}
    revised = next(row for row in found if row["kind"] == "revised")
    assert revised["period"] == about["period"]
    assert revised["new"] > revised["old"]
    assert revised["known_from"].startswith(f"{WHEN:%Y-%m-%d}")


def test_a_table_for_people(told: Path, rus: Rus) -> None:
    about = json.loads((told / "told.json").read_text())
    said = rus("changes", "--since", about["first"])
    assert "reviderad" in said.out
    assert "ny period" in said.out
    assert "→" in said.out
    assert rus("changes", "--since", f"{WHEN + timedelta(days=2):%Y-%m-%d}").out.startswith("Inget har blivit känt")
    assert rus("changes", "--since", "2090-01-01", "--json").out.strip() == "[]"


def test_a_changed_definition_is_told(fresh: Path, rus: Rus) -> None:
    build(read_catalogue())
    path = next(p for p in (fresh / "indicators").rglob("[a-z]*.toml"))
    text = path.read_text(encoding="utf-8")
    at = text.index('definition = "') + len('definition = "')
    path.write_text(text[:at] + "Nyare: " + text[at:], encoding="utf-8")
    build(read_catalogue())
    assert f"{path.stem}: Definitionen är ändrad från" in rus("changes").out


def test_a_series_marked_as_ended_is_told(fresh: Path, rus: Rus) -> None:
    build(read_catalogue())
    path = fresh / "indicators/arbete/jobb.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('id = "N02268"', 'id = "N02268", retired = "Upphörde 2022."'), encoding="utf-8")
    build(read_catalogue())
    assert "Serien N02268 är avslutad hos källan. Upphörde 2022." in rus("changes").out


def test_what_was_known_then(told: Path, rus: Rus) -> None:
    about = json.loads((told / "told.json").read_text())
    asked = ("query", about["id"], "--region", about["region"], "--sex", about["sex"], "--format", "json")
    now = json.loads(rus(*asked).out)
    then = json.loads(rus(*asked, "--as-of", about["first"]).out)
    assert len(now) == len(then) + 1
    changed = [
        (a["period"], b["value"] - a["value"]) for a, b in zip(then, now, strict=False) if a["value"] != b["value"]
    ]
    assert [period for period, _ in changed] == [about["period"]]


@pytest.mark.parametrize(
    ("words", "told_words"),
    [
        (("--as-of", "igår"), "varken en dag"),
        (("--as-of", "1950-01-01"), "fanns inga uppgifter"),
        (("--as-of", "2026-01-01", "--build", "x"), "antingen"),
    ],
)
def test_wrong_moments(here: Path, rus: Rus, words: tuple[str, ...], told_words: str) -> None:
    said = rus("query", "sysselsattningsgrad", *words)
    assert said.code == 2
    assert told_words in said.err
