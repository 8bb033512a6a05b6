"""Diagramguide: every chart that can be drawn is there, on real figures, with its table and its three answers."""

import pytest

from rus.charts import __file__ as charts
from rus.core import paths
from rus.views.gallery_words import GUIDES
from tests.pages.reading import words
from tests.region.making import open_at

PARTS = {
    "__init__", "ages", "axis", "grid", "labels", "letters", "map_names", "marks", "outline",
    "paper", "sent", "size", "theme",
}  # fmt: skip
"""Modules of `rus/charts` that others draw with."""
DRAWING = sorted(p.stem for p in paths.Path(charts).parent.glob("*.py") if p.stem not in PARTS)


def test_every_module_that_draws_is_in_the_guide_and_in_the_documents():
    said = (paths.ROOT / "docs" / "charts.md").read_text(encoding="utf-8")
    assert len(DRAWING) >= 12
    assert set(DRAWING) <= {guide.module for guide in GUIDES}
    assert [module for module in DRAWING if f"(`{module}.py`)" not in said] == []


def test_every_guide_answers_its_three_questions_and_has_an_id_of_its_own():
    assert len({guide.id for guide in GUIDES}) == len(GUIDES)
    for guide in GUIDES:
        assert guide.question.endswith("?")
        assert min(len(text) for text in (guide.shows, guide.read, guide.act)) > 40


@pytest.mark.parametrize("guide", [guide for guide in GUIDES if not guide.elsewhere], ids=lambda guide: guide.id)
def test_the_chart_is_drawn_on_real_figures_with_its_source(shipped, guide):
    app = open_at("diagramguide", dia_val=guide.id)
    assert not app.exception
    assert not app.error
    said = words(app)
    assert app.radio(key="pick_dia").value == guide.id
    assert "räcker inte till ett exempel" not in said
    assert all(text[:30] in said for text in (guide.shows, guide.read, guide.act))
    markup = " ".join(e.proto.body for e in app.get("html"))
    assert 'class="src"' in markup
    assert "<table" in markup or app.get("table")


@pytest.mark.parametrize("guide", [guide for guide in GUIDES if guide.elsewhere], ids=lambda guide: guide.id)
def test_a_chart_of_another_page_names_it(shipped, guide):
    app = open_at("diagramguide", dia_val=guide.id)
    assert not app.exception
    said = words(app)
    assert "Diagrammet finns på sidan" in said
    assert guide.read[:30] in said


def test_another_question_is_written_to_the_address(shipped):
    app = open_at("diagramguide")
    app.radio(key="pick_dia").set_value("samband").run()
    assert app.query_params["dia_val"] == "samband"
    assert "rangkorrelation" in words(app)


def test_a_hostile_address_gives_the_first_question(shipped):
    app = open_at("diagramguide", dia_val="<script>")
    assert not app.exception
    assert app.radio(key="pick_dia").value == GUIDES[0].id


def test_without_figures_each_chart_says_so(bare):
    app = open_at("diagramguide", dia_val="karta")
    assert not app.exception
    assert "räcker inte till ett exempel" in words(app)
