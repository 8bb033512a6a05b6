"""Cards' rows and the ages as pictures for a file: as many rows as can be read, and every share in its place."""

import re
from dataclasses import replace

import pytest

from rus.analysis.trend import Trend
from rus.charts.ages import NAMES, bars_picture
from rus.charts.grid import MOST
from rus.charts.paper import WIDTH
from rus.ui.cards_picture import rows_picture
from rus.views.cards import Row, Sexes
from rus.views.status import STATUSES
from tests.charts.test_drawings import words_in

SEXES = Sexes(60.0, 70.0, "60,0", "70,0", "10,0", "2022", comparable=True)
UNJUDGED = Trend("not_assessed", "", "", ())


@pytest.fixture
def row() -> Row:
    return Row(
        indicator="a",
        group="total",
        name="Mått nummer ett",
        value="65,0",
        unit="%",
        period="2022",
        points=((2019, 60.0), (2020, 61.0), (2021, 64.0), (2022, 65.0)),
        breaks=(),
        decimals=1,
        status=STATUSES["right_way"],
        trend=UNJUDGED,
        sexes=SEXES,
        no_sex="",
        target=None,
        goal="",
        alt="",
        provisional=True,
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_row_has_its_number_its_way_its_word_and_both_sexes(row, theme):
    made = rows_picture([("Arbete", [row])], 20.0, theme)
    said = words_in(made.svg)
    for words in ("Arbete", "Mått nummer ett", "65,0", "2019–2022", "Rätt håll", "Kvinnor 60,0, män 70,0"):
        assert words in said
    assert any(line.endswith("2022\u00a0p") for line in said)
    assert made.svg.count("<polyline") == 1
    alone = rows_picture([("", [replace(row, sexes=None, no_sex="Redovisas inte per kön")])], 20.0, theme)
    assert "Redovisas inte per kön" in words_in(alone.svg)


def test_rows_end_where_nobody_could_read_on_and_say_so(row):
    made = rows_picture([("Arbete", [row] * MOST), ("Hälsa", [row])], 20.0, None)
    said = words_in(made.svg)
    assert said.count("Mått nummer ett") == MOST
    assert "Hälsa" not in said
    assert said[-1].startswith(f"De första {MOST} av {MOST + 1} mått.")


def test_a_part_of_the_ages_is_as_wide_as_its_share():
    made = bars_picture([("Orten", [("0–19 år", 25.0), ("20–64 år", 50.0), ("65 år och äldre", 25.0)])], None)
    boxes = [(float(x), float(w)) for x, w in re.findall(r'<rect x="([\d.]+)"[^>]*? width="([\d.]+)"', made.svg)]
    assert boxes[0][0] == NAMES
    assert boxes[1][1] == pytest.approx(2 * boxes[0][1] + 4, abs=0.2)
    assert sum(boxes[-1]) == pytest.approx(WIDTH)
    assert [w for w in words_in(made.svg) if w in {"25", "50"}] == ["25", "50", "25"]
