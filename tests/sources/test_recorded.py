"""Every recorded file is read to the table it was read to before, or refused for the reason it was refused for."""

import json
import os
from pathlib import Path

import pytest

from rus.catalogue.series import PxSeries
from rus.core import paths
from rus.sources.jsonstat import read_cube
from rus.sources.rows import rows_of
from tests.sources.asking import Row, plain
from tests.sources.recorded import GOLDEN, Told, every_file

REFUSED_TABLES = 18
"""Files of the example database that are wrong on purpose in what a reader needs."""
NO_ANSWERS = (
    "agg", "alias", "appsettings", "api.json", "codelists", "excerpt", "filter", "folder", "listalltables",
    "navigation", "organizations", "query", "search", "sq-api", "tablebyid", "tables", ".vs", ".yml",
)  # fmt: skip
"""Questions, lists of tables and groups, settings: files beside the answers that no loader asks for."""
DRAFTS = "pxwebapi2/spec/"
"""Examples of a draft of the service: comments in the JSON, sizes that are made up."""


@pytest.fixture(scope="module")
def folder() -> Path:
    found = os.environ.get("RUS_FIXTURES")
    if not found or not Path(found).is_dir():
        pytest.skip("RUS_FIXTURES är inte satt")
    return Path(found)


@pytest.fixture(scope="module")
def every(folder: Path) -> dict[str, Told]:
    return every_file(folder)


def test_every_recorded_file_becomes_what_it_was(every: dict[str, Told]) -> None:
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert every.keys() == golden.keys()
    assert {name: told for name, told in every.items() if told != golden[name]} == {}


def test_what_is_refused_is_wrong_on_purpose_or_no_answer(every: dict[str, Told]) -> None:
    refused = {name: str(told[1]) for name, told in every.items() if told[0] == "refused"}
    tables = [name for name in refused if name.endswith(".px")]
    assert len(tables) == REFUSED_TABLES
    assert all("/error/" in name for name in tables)
    others = [name for name in refused if name not in tables and not name.startswith(DRAFTS)]
    assert [name for name in others if not any(word in name.casefold() for word in NO_ANSWERS)] == []
    assert all(reason.startswith(f"{Path(name).name}: ") for name, reason in refused.items())


def test_every_answer_that_was_recorded_from_a_service_is_read(every: dict[str, Told]) -> None:
    kinds = {name: told[1] for name, told in every.items() if told[0] == "read"}
    assert len([name for name in kinds if name.endswith(".px")]) > 90
    for part, kind, least in (
        ("kolada/reconstructed_v3/data_", "rows", 7),
        ("kolada/reconstructed_v3/kpi_", "key figures", 3),
        ("kolada/reconstructed_v3/municipality", "regions", 1),
        ("kolada/reconstructed_v3/municipality_groups", "groups", 2),
        ("pxwebapi1/", "table", 2),
        ("pxwebapi1/", "description", 2),
        ("pxwebapi2/scb_recorded", "table", 1),
        ("pxwebapi2/", "description", 5),
        ("pxwebapi2/", "limits", 4),
    ):
        assert sum(name.startswith(part) and found == kind for name, found in kinds.items()) >= least, (part, kind)


def rows(folder: Path, name: str, **said: object) -> list[Row]:
    """The rows of a recorded answer, in our regions."""
    if not (paths.reference() / "regions.csv").is_file():
        pytest.skip("innehållet har inga regioner")
    given = {"loader": "pxweb1", "owner": "PROV", "table": name, "sexes": ["total"], **said}
    series = PxSeries.model_validate(given)
    cube = read_cube((folder / name).read_bytes(), name)
    return plain(rows_of([cube], series, series.sexes, name, labels_first=True))


@pytest.mark.parametrize(
    ("name", "said", "golden"),
    [
        (
            "pxwebapi2/fuzzy_mcp/scb_data_tab638.json",
            {},
            [
                ("0180", "2023", "total", 984748.0, None, None),
                ("0180", "2024", "total", 988943.0, None, None),
                ("1480", "2023", "total", 600151.0, None, None),
                ("1480", "2024", "total", 604616.0, None, None),
            ],
        ),
        (
            "pxwebapi1/fuzzy_mcp/fohm_data_mobbning.json",
            {"sexes": ["men"]},
            [("00", "2021-2022", "men", 4.0, None, None), ("21", "2021-2022", "men", 5.0, None, None)],
        ),
        (
            "pxwebapi1/fuzzy_mcp/skolverket_stat_data.json",
            {"regions": "level", "time": "time"},
            [
                ("00", "2024/25", "total", 1110000.0, None, None),
                ("00", "2025/26", "total", 1120000.0, None, None),
                ("2180", "2024/25", "total", 10101.0, None, None),
                ("2180", "2025/26", "total", 10202.0, None, None),
            ],
        ),
    ],
)
def test_a_recorded_answer_becomes_golden_rows(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: dict[str, object], golden: list[Row]
) -> None:
    monkeypatch.delenv("RUS_CONTENT", raising=False)
    assert rows(folder, name, **said) == golden
