"""What can be taken from the charts of Rapport is what their tables show, and what the other pages hand out."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.taking import Taken, tables, taking
from tests.region.making import open_at

NUMBER = re.compile(r"[−-]?\d+(?: \d{3})*(?:,\d+)?")
SHOWN = (
    ("report_inkludering_0", "Sysselsatta i befolkningen, 20–64 år, procent", (1, 2, 3, 4), 80),
    ("report_gron-omstallning_0", "Utsläpp av växthusgaser inom områdets gränser", (1,), 10),
    ("report_kvinnor-och-man", "Kvinnor och män", (2, 3), 10),
    ("report_kommuner_0", "Sysselsatta i befolkningen, 20–64 år, procent, 2022", (1,), 12),
    ("report_tiles_ekonomiskt-bistand", "Invånare som fått ekonomiskt bistånd", (1,), 12),
)
"""Chart, how the name of its table begins, columns with values, and how many there are at least."""


@pytest.fixture(scope="module")
def taken_along(shipped) -> tuple[AppTest, Taken]:
    """The report with the places for files open, and what their buttons hand out."""
    app = open_at("rapport")
    for key in ("report_goals", *(shown[0] for shown in SHOWN)):
        app.session_state[f"dela_{key}"] = True
    with taking() as taken:
        assert not app.run().exception
    return app, taken


@pytest.mark.parametrize(("key", "name", "columns", "least"), SHOWN)
def test_the_file_of_a_chart_holds_every_figure_of_its_table(taken_along, key, name, columns, least):
    app, taken = taken_along
    assert taken.has(f"dela_{key}")
    rows = next(rows for label, rows in tables(app).items() if label.startswith(name) and len(rows) >= 5)
    said = [found[0] for row in rows for n in columns if row[n] and (found := NUMBER.match(row[n][0]))]
    assert len(said) >= least
    held = [float(row["value"]) for row in taken.rows(f"dela_{key}") if row["value"]]
    assert [words for words in said if not any(is_same(words, value) for value in held)] == []


def is_same(words: str, value: float) -> bool:
    """Whether words are this value with as many decimals as they have."""
    number = float(words.replace("−", "-").replace(" ", "").replace(",", "."))
    return abs(number - value) <= 0.5000001 / 10 ** len(words.partition(",")[2])


def test_the_file_of_the_goals_is_the_one_of_malstatus(taken_along):
    _, taken = taken_along
    with taking() as there:
        assert not open_at("malstatus").exception
    assert taken.rows("dela_report_goals") == there.rows("goals")
