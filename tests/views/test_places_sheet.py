"""A ranking's file says the rank and the uncertainty that the table on the screen says."""

import csv
import io
import json

import pytest

from rus.catalogue.read import read_catalogue
from rus.exports.csv import csv_excel, csv_machine
from rus.exports.data import json_rows
from rus.store.build import build
from rus.store.store import open_store
from rus.views.choice import default_choice
from rus.views.indicator import Cut, indicator_view
from rus.views.places_sheet import with_places
from rus.views.sheet import sheet_of

COLUMNS = ("limit_lower", "limit_upper", "rank", "rank_first", "rank_last")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_HOME", str(tmp_path_factory.mktemp("home")))
        yield open_store(build(read_catalogue()))


def seen(store, indicator, chart, scope, margins=""):
    """The view of a chart, and its sheet."""
    choice = default_choice(store.catalogue()).with_(indicator=indicator, chart=chart)
    view = indicator_view(store, store.catalogue(), choice, Cut(scope=scope, margins=margins))
    sheet = sheet_of(view.rows, store.catalogue(), view.choice, title=view.title, build="bygge")
    return view, with_places(sheet, view.places, view.indicator)


def rows(sheet):
    return list(csv.DictReader(io.StringIO(csv_machine(sheet).decode())))


def band(row):
    first, last = row["rank_first"], row["rank_last"]
    return first if first == last else f"{first}–{last}"


@pytest.mark.parametrize("chart", ["rangordning", "karta"])
@pytest.mark.parametrize("scope", ["lanet", "kommuner", "lan"])
def test_the_file_of_places_says_what_their_table_says(store, chart, scope):
    view, sheet = seen(store, "sysselsattningsgrad", chart, scope)
    file = {row["region_name"]: row for row in rows(sheet)}
    ranked = [row for row in view.table.rows if row.cells[-1].text]
    assert ranked
    for row in ranked:
        mine = file[row.header]
        assert band(mine) == row.cells[-1].text
        limits = [round(float(mine[name]), view.indicator.decimals) for name in COLUMNS[:2]]
        assert limits == [float(end.replace(",", ".")) for end in row.cells[1].text.split("–")]
        assert float(mine["limit_lower"]) <= float(mine["value"]) <= float(mine["limit_upper"])
    beside = [row for name, row in file.items() if name not in {row.header for row in ranked}]
    assert {row[name] for row in beside for name in COLUMNS} <= {""}


def test_without_intervals_the_file_has_none(store):
    _, sheet = seen(store, "sysselsattningsgrad", "rangordning", "lanet", margins="nej")
    assert set(sheet.columns) & set(COLUMNS) == {"rank", "rank_first", "rank_last"}
    assert all(row["rank"] == row["rank_first"] == row["rank_last"] for row in rows(sheet))


def test_every_kind_of_file_has_the_columns_before_those_of_the_file_itself(store):
    _, sheet = seen(store, "sysselsattningsgrad", "rangordning", "lanet")
    assert [*sheet.columns][-7:] == [*COLUMNS, "extracted", "selection"]
    ours = next(row for row in json.loads(json_rows(sheet)) if row["rank"])
    assert isinstance(ours["rank"], int)
    heads = csv_excel(sheet).decode("utf-8-sig").splitlines()[0].split(";")
    limits = ["Osäkerhet (95 %), nedre", "Osäkerhet (95 %), övre"]
    assert heads[-7:-2] == [*limits, "Plats", "Plats, tidigast", "Plats, senast"]
    said = dict(sheet.about)["Plats"]
    assert said.startswith("Bland 290 med uppgift; plats 1 har det högsta värdet.")
