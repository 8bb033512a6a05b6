"""The report: its chapters and views, what is to be mended before it is sent, and what it is compared with."""

from dataclasses import replace

import pandas as pd
import pytest

from rus.texts.approvals import Spoken
from rus.texts.kinds import LockedChapter, ReportLock
from rus.texts.report import ChapterFile, Paragraph
from rus.views.about_words import Term
from rus.views.goal_board import goal_board
from rus.views.report import check_report, report, unchanged
from rus.views.report_changes import Version, changed, default, earlier, goals_moved, goals_words
from rus.views.report_check import Written, issues, stale_series
from rus.views.report_text import Rendered
from rus.views.slide import SlideView
from rus.views.status import STATUSES

VIEW = "/utforska?ind=stiger&geo=91&kon=KM"


def file(name: str, *paragraphs: str, views: tuple[str, ...] | None = None, title: str = "") -> ChapterFile:
    written = tuple(Paragraph(n, p) for n, p in enumerate(paragraphs, 1))
    return ChapterFile(name, f"data/report/{name}.md", title, views, written)


@pytest.fixture(scope="module")
def ask(county):
    return lambda make, *args: make(county, county.catalogue(), *args)


@pytest.fixture(scope="module")
def made(county, ask):
    files = (
        file("sammanfattning", 'Det är {{ v("stiger") }}.', title="I korthet"),
        file("arbete", "Det ökar till 37.", '{{ v("kort") }} enligt BRÅ.', views=(VIEW, "/finns-inte")),
        file("metod", '{{ v("nej") }}'),
        file("okant", "Ord."),
    )
    return report(ask, county.catalogue(), files)


def chapter(made, name):
    return next(c for c in made.chapters if c.id == name)


def test_a_chapter_for_each_area_stands_between_the_usual_ones(made):
    assert [c.id for c in made.chapters] == ["sammanfattning", "arbete", "malstatus", "jamlikhet", "kommuner", "metod"]
    assert chapter(made, "sammanfattning").title == "I korthet"
    assert chapter(made, "malstatus").title == "Målstatus"
    assert not made.empty


def test_texts_have_their_values_and_a_broken_one_is_not_shown(made):
    assert chapter(made, "sammanfattning").text.paragraphs == ("Det är 54,0\u00a0procent.",)
    broken = chapter(made, "metod").text
    assert broken.paragraphs == ()
    assert broken.problems[0].startswith("data/report/metod.md rad 1: måttet nej finns inte")


def test_views_are_those_of_the_file_else_the_usual(made):
    drawn = chapter(made, "arbete").drawn
    assert [d.address for d in drawn] == [VIEW, "/finns-inte"]
    assert isinstance(drawn[0].shown, SlideView)
    assert "kan inte visas" in drawn[1].shown
    (usual,) = chapter(made, "kommuner").drawn
    assert usual.address.startswith("/utforska?ind=")
    assert isinstance(usual.shown, SlideView)
    assert usual.shown.empty is None


def test_sentences_have_the_places_of_the_other_pages(made):
    places = [place for place, _ in made.sentences_of(chapter(made, "sammanfattning"))]
    assert places == ["start-right_way", "start-wrong_way", f"start-{made.start.findings.heads[2].status.id}"]
    assert "arbete-stiger" in [place for place, _ in chapter(made, "arbete").sentences]


def test_everything_wrong_in_every_file_is_said_by_the_check(county):
    files = (file("arbete", '{{ v("nej") }}', views=("/finns-inte",)), file("okant", '{{ v("nej") }}'))
    said = check_report(county, county.catalogue(), files)
    assert said[0].startswith("data/report/okant.md: kapitlet finns inte; kapitel som finns: sammanfattning, arbete")
    assert sum("måttet nej finns inte" in problem for problem in said) == 2
    assert any(problem.startswith("data/report/arbete.md: views: /finns-inte:") for problem in said)
    without = check_report(None, county.catalogue(), files)
    assert len(without) == len(said) - 1


def test_a_locked_report_has_the_words_and_views_it_was_locked_with(county, ask):
    chapters = (LockedChapter(id="arbete", title="Då", paragraphs=("Som det var.",), views=(VIEW,)),)
    locked = ReportLock(title="Läget", data_version="2026-11-25", chapters=chapters)
    (only,) = unchanged(ask, county.catalogue(), locked).chapters
    assert (only.title, only.text.paragraphs, only.written) == ("Då", ("Som det var.",), True)
    assert [d.address for d in only.drawn] == [VIEW]


@pytest.fixture(scope="module")
def found(made, county):
    said = {c.id: tuple(Spoken(*one) for one in made.sentences_of(c)) for c in made.chapters}
    glossary = [Term("Ord", "Betydelse")]
    return issues(made, Written({"arbete": None}, said), glossary, {"stiger": "Stiger: serien är avslutad"})


def of(found, kind):
    return [issue for issue in found if issue.kind == kind]


def test_each_thing_to_mend_says_where_and_what_to_do(found):
    assert all(issue.where and issue.what and issue.do for issue in found)
    assert {"text", "hand", "abbreviation", "old", "conclusion", "approval"} <= {issue.kind for issue in found}


def test_a_text_that_is_wrong_missing_or_lost_is_named(found):
    said = [issue.what for issue in of(found, "text")]
    assert any("måttet nej finns inte" in what for what in said)
    assert any(what.startswith("data/report/okant.md") for what in said)
    assert "Kapitlet har ingen egen text" in said
    assert any(what.startswith("Ett diagram går inte att visa") for what in said)


def test_a_number_and_a_direction_by_hand_are_found(found):
    assert [issue.what for issue in of(found, "hand")] == [
        "”37” på rad 1 i data/report/arbete.md",
        "”ökar” på rad 1 i data/report/arbete.md",
    ]


def test_an_abbreviation_is_to_be_explained_in_the_report_or_in_the_word_list(made):
    assert [i.what for i in of(issues(made, Written({}, {}), [], {}), "abbreviation")] == ["Förkortningen BRÅ"]
    explained = [Term("Brottsförebyggande rådet, BRÅ", "Myndighet.")]
    assert of(issues(made, Written({}, {}), explained, {}), "abbreviation") == []


def test_conclusions_are_to_be_written_and_their_numbers_looked_at(made, found):
    (unwritten,) = of(found, "conclusion")
    assert (unwritten.page, dict(unwritten.parameters)) == ("arbete", {"utm_flik": "Analysens slutsats"})
    written = issues(made, Written({"arbete": "Andelen är 12,5 procent sedan 2015."}, {}), [], {})
    assert of(written, "conclusion") == []
    assert [i.what for i in of(written, "hand")][-1] == "”12,5” i analysens slutsats"


def test_an_approved_sentence_is_not_named(made):
    said = {c.id: tuple(Spoken(*one, approved=True) for one in made.sentences_of(c)) for c in made.chapters}
    assert of(issues(made, Written({}, said), [], {}), "approval") == []


def test_an_old_series_is_named_in_each_chapter_that_uses_it(found):
    assert {issue.where for issue in of(found, "old")} >= {"I korthet", "Arbete"}


def test_a_chart_without_words_and_a_provisional_value_are_found(made):
    first = chapter(made, "arbete")
    shown = first.drawn[0].shown
    rows = shown.shown.rows.assign(provisional=True)
    mute = replace(shown, alt=" ", shown=replace(shown.shown, rows=rows))
    changed_ = replace(first, drawn=(replace(first.drawn[0], shown=mute),))
    told = issues(replace(made, chapters=(changed_,)), Written({}, {}), [], {})
    assert [i.what for i in of(told, "alt")] == [f"Diagrammet ”{shown.title}”"]
    assert [i.what for i in of(told, "provisional")] == ["Stiger"]


def test_a_report_without_faults_has_nothing_to_mend(made):
    clean = replace(chapter(made, "malstatus"), text=Rendered(("Klart.",)), written=True)
    assert issues(replace(made, chapters=(clean,), lost=()), Written({}, {}), [], {}) == ()


def test_figures_that_are_not_too_old_are_not_said_to_be(county):
    assert stale_series(county, county.catalogue()) == {}


NOW = "2026-11-25T120000Z"


def test_only_what_is_earlier_can_be_compared_with():
    every = [Version("2026-11-01", "dag"), Version("2026-12-01", "senare"), Version(NOW, "nu"), Version("skräp", "?")]
    assert [v.id for v in earlier(every, NOW)] == ["2026-11-01"]


def test_of_two_of_the_same_moment_the_locked_one_stays():
    every = [Version("2026-11-01", "dag"), Version("2026-11-01", "låst", locked=True)]
    assert [v.words for v in earlier(every, NOW)] == ["låst"]


def test_the_last_locked_report_comes_first_then_the_version_a_year_old():
    year, month, locked = (
        Version("2025-12-01", "i fjol"),
        Version("2026-10-25", "nyss"),
        Version("2026-09-01", "l", locked=True),
    )
    assert default(earlier([year, month, locked], NOW), NOW) == locked
    assert default(earlier([year, month], NOW), NOW) == year
    assert default(earlier([month], NOW), NOW) is None
    assert default((), NOW) is None


def test_nothing_has_changed_since_the_figures_were_made(county):
    parts = (("arbete", "Arbete", ("stiger",)),)
    (one,) = changed(county, county.catalogue(), "2999-01-01", parts)
    assert one.view.empty


def test_goals_with_another_status_are_told_from_and_to(county):
    catalogue = county.catalogue()
    now = goal_board(county, catalogue, catalogue.here.region)
    assert goals_moved(now, now) == ()
    assert goals_words((), len(now.lines)) == "Inget mål har fått en ny bedömning."
    first, *rest = now.lines
    other = STATUSES["wrong_way" if first.status.id != "wrong_way" else "reached"]
    then = replace(now, lines=(replace(first, status=other), *rest, replace(first, key="borta")))
    moved = goals_moved(then, now)
    assert [(m.key, m.then, m.now) for m in moved] == [(first.key, other, first.status), ("borta", first.status, None)]
    assert moved[0].reason == first.reason
    many = len(now.lines)
    assert goals_words(moved, many) == f"1 av {many} mål har fått en ny bedömning. 1 mål är borttaget."
    assert goals_words(goals_moved(replace(now, lines=()), now), many).startswith("Inget mål har fått en ny bedömning.")


class Revised:
    """A store whose source has changed a figure of the county and one of a region that is not ours."""

    def changes(self, since):
        row = {
            "kind": "revised",
            "indicator": "stiger",
            "group": "total",
            "sex": "total",
            "period": "2020",
            "words": "",
        }
        row |= {
            "old": 50.0,
            "new": 51.0,
            "old_status": "varde",
            "new_status": "varde",
            "known_from": pd.Timestamp(since),
        }
        return pd.DataFrame([{**row, "region": code} for code in ("91", "99")])


def test_changes_are_those_of_our_own_places_in_the_chapters_that_are_about_them(county):
    parts = (("arbete", "Arbete", ("stiger",)), ("odling", "Odling", ("faller",)))
    first, second = changed(Revised(), county.catalogue(), "2026-11-01", parts)
    assert (first.title, first.view.finding) == ("Arbete", "En siffra har ändrats av källan")
    assert [(v.old, v.new) for v in first.view.revised] == [("50,0", "51,0")]
    assert second.view.empty
