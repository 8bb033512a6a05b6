"""`rus query`: which rows come, in which form, and what is said to someone who asks for what is not there."""

import csv
import io
import json
from itertools import product

import openpyxl
import pandas as pd
import pytest

from rus.views.choice import Choice
from tests.cli.content import figures

FIELDS = [
    "indicator", "region", "region_name", "period", "sex", "group", "value", "status", "lower", "upper", "n", "unit",
    "source", "fetch_id",
]  # fmt: skip


def rows(said):
    assert said.code == 0, said.err
    return list(csv.DictReader(io.StringIO(said.out, newline="")))


def test_without_choices_every_figure_of_the_indicator_comes(rus, here):
    found = rows(rus("query", "jobb", "--format", "csv"))
    seed = figures()
    expected = seed[seed["series"].isin(["kolada:N02267", "kolada:N02268"])]
    assert sorted(float(row["value"]) for row in found) == sorted(expected["value"])


def test_the_choices_narrow_what_comes(rus, here):
    asked = ("--region", "9001,Provlän", "--sex", "män,women", "--years", "2020:2021", "--group", "total")
    found = rows(rus("query", "jobb", *asked, "--format", "csv"))
    expected = product(("90", "9001"), ("women", "men"), ("2020", "2021"), ("total",))
    assert [(r["region"], r["sex"], r["period"], r["group"]) for r in found] == list(expected)


@pytest.mark.parametrize(
    "group", ["background=born_abroad", "Bakgrund=utrikes födda", "background.born_abroad", "BACKGROUND=born_abroad"]
)
def test_a_group_is_named_by_ground_and_value_in_ids_or_in_swedish(rus, here, group):
    found = rows(rus("query", "jobb", "--group", group, "--format", "csv"))
    assert {r["group"] for r in found} == {"background.born_abroad"}
    assert len(found) == 12


@pytest.mark.parametrize(("word", "group"), [("N02268", "background.born_abroad"), ("kolada:N02267", "total")])
def test_a_source_id_gives_that_series_alone(rus, here, word, group):
    assert {r["group"] for r in rows(rus("query", word, "--format", "csv"))} == {group}


def test_several_indicators_come_in_one_file(rus, here):
    found = rows(rus("query", "jobb,lediga-platser", "--years", "2022", "--format", "csv"))
    assert {r["indicator"] for r in found} == {"jobb", "lediga-platser"}


@pytest.mark.parametrize(("years", "span"), [("2020:", (2020, 2022)), (":2016", (2015, 2016)), ("2018", (2018, 2018))])
def test_years_may_be_open_at_an_end(rus, here, years, span):
    found = [int(r["period"]) for r in rows(rus("query", "jobb", "--years", years, "--format", "csv"))]
    assert (min(found), max(found)) == span


def test_json_has_the_agreed_fields_and_real_numbers(rus, here):
    found = json.loads(rus("query", "lediga-platser", "--format", "json").out)
    assert [list(row) for row in found] == [FIELDS] * 4
    assert [row["value"] for row in found] == [12345, 12345, 12345, None]
    assert found[-1]["status"] == "skyddad"


def test_parquet_and_excel_hold_the_same_figures(rus, here):
    parquet = pd.read_parquet(io.BytesIO(rus("query", "jobb", "--format", "parquet").raw))
    assert list(parquet.columns) == FIELDS
    book = openpyxl.load_workbook(io.BytesIO(rus("query", "jobb", "--format", "xlsx").raw))
    values = [row[6] for row in book["Data"].iter_rows(min_row=2, values_only=True)]
    assert values == parquet["value"].tolist()


@pytest.mark.parametrize("chart", ["linje", "tabell", "rangordning"])
def test_the_csv_of_a_page_equals_that_of_the_command(rus, here, chart):
    """The page makes its files of the rows it shows, in the order shown; the command of the same choices."""
    from rus.exports.csv import csv_excel, csv_machine
    from rus.store.builds import current
    from rus.store.store import open_store
    from rus.views.indicator import indicator_view
    from rus.views.sheet import sheet_of

    store = open_store(current())
    wish = Choice(indicator="jobb", regions=("9002",), years=(2019, 2022), comparison="riket", chart=chart)
    view = indicator_view(store, store.catalogue(), wish)
    sheet = sheet_of(view.rows, store.catalogue(), view.choice, title="Sidan", build=current().id, link="https://x")
    assert len(view.rows) > 1
    shown = ",".join(dict.fromkeys(view.rows["region"].astype(str)))
    years = f"{view.rows['year'].min()}:{view.rows['year'].max()}"
    asked = ("query", "jobb", "--region", shown, "--sex", "total", "--years", years, "--group", "total")
    order = sorted if chart == "rangordning" else list
    for form, write in (("csv", csv_machine), ("csv-excel", csv_excel)):
        assert order(rus(*asked, "--format", form).raw.splitlines()) == order(write(sheet).splitlines())


def test_a_table_on_the_screen_has_swedish_numbers_and_words(rus, here):
    said = rus("query", "jobb", "--region", "90", "--sex", "women", "--years", "2022")
    assert "60,4" in said.out
    assert "kvinnor" in said.out
    assert "Sysselsatta" in said.out
    assert "skyddad" in rus("query", "lediga-platser", "--region", "Öby").out


@pytest.mark.parametrize(
    ("name", "start"),
    [("ut.csv", b"indicator,"), ("ut.json", b"[\n{"), ("ut.xlsx", b"PK"), ("ut.parquet", b"PAR1"), ("ut.txt", b"Syss")],
)
def test_a_file_gets_the_form_its_name_says(rus, here, tmp_path, name, start):
    said = rus("query", "jobb", "-o", str(tmp_path / name))
    assert (said.code, said.out) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(start)
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_folder_gets_a_file_that_says_what_it_holds(rus, here, tmp_path):
    rus("query", "jobb", "--region", "90", "-o", str(tmp_path))
    assert [p.name[:-15] for p in tmp_path.iterdir()] == ["jobb_provlan_"]


def test_who_gets_nothing_is_told_why(rus, here):
    said = rus("query", "onskad", "--format", "csv")
    assert (said.code, "Ingen mäter det." in said.err) == (0, True)
    assert said.out.startswith("indicator,")
    assert said.out.count("\r\n") == 1
    assert "rus list lediga-platser" in rus("query", "lediga-platser", "--sex", "women").err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["jbob"], "Indikatorn jbob finns inte. Menade du jobb"),
        (["jobb", "--region", "8001"], "Regionen 8001 finns inte. Menade du 9001"),
        (["jobb", "--region", "Abby"], "Menade du Aby"),
        (["jobb", "--sex", "kvinna"], "Kön kvinna finns inte"),
        (["jobb", "--years", "10:22"], "År 10:22 går inte att läsa"),
        (["jobb", "--years", ":"], "går inte att läsa"),
        (["jobb", "--years", "2022:2010"], "det första året är senare"),
        (["jobb", "--group", "backgrund=born_abroad"], "Grunden backgrund finns inte. Menade du background"),
        (["jobb", "--group", "background=born_abrod"], "Menade du born_abroad?"),
        (["jobb", "--group", "utrikes"], "Grupp utrikes går inte att läsa"),
        (["jobb", "--format", "pdf"], "--format: pdf finns inte; välj table, csv"),
        (["jobb", "-o", "fil"], "säger inte vilket format"),
        (["jobb", "--regoin", "18"], "Valet --regoin finns inte. Menade du --region?"),
        (["jobb", "--years"], "Valet --years används fel"),
        ([], "ID saknas."),
    ],
)
def test_wrong_use_is_answered_in_a_line_or_two(rus, here, words, said):
    answer = rus("query", *words)
    assert answer.code == 2
    assert answer.out == ""
    assert said in answer.err
    assert len(answer.err.splitlines()) <= 3
    assert "Traceback" not in answer.err


def test_a_place_that_cannot_be_written_is_a_problem_not_wrong_use(rus, here, tmp_path):
    answer = rus("query", "jobb", "-o", str(tmp_path / "finns" / "inte.csv"))
    assert (answer.code, "mappen finns inte" in answer.err) == (1, True)


def test_an_unknown_build_and_no_build_say_what_to_do(rus, here, fresh, monkeypatch):
    assert "rus build" in rus("query", "jobb").err
    assert rus("query", "jobb").code == 1
    monkeypatch.setenv("RUS_CONTENT", str(here))
    answer = rus("query", "jobb", "--build", "2020-01-01T000000Z")
    assert (answer.code, "finns inte kvar" in answer.err) == (1, True)
