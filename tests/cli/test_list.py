"""`rus list`: what there is, for people and for programs."""

import json

import pytest


def test_json_says_what_there_is_and_how_far_it_reaches(rus, here):
    found = {row["id"]: row for row in json.loads(rus("list", "--json").out)}
    jobs = found["jobb"]
    assert {"id", "title", "theme", "unit", "series", "breakdowns", "years", "regions", "newest"} <= set(jobs)
    assert [(s["loader"], s["id"]) for s in jobs["series"]] == [("kolada", "N02267"), ("kolada", "N02268")]
    assert (jobs["breakdowns"], jobs["years"], jobs["regions"], jobs["newest"]) == (
        *(["sex", "background"], [2015, 2022], 4, "2022"),
    )
    assert found["lediga-platser"]["breakdowns"] == []
    wanted = found["onskad"]
    assert (wanted["years"], wanted["regions"], wanted["newest"]) == (None, 0, None)
    assert wanted["missing"] == "Ingen mäter det."


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["N02268"], {"jobb"}),
        (["önskad"], {"onskad"}),
        (["prov", "ledig"], {"lediga-platser"}),
        (["finns-inte"], set()),
        (["--theme", "arbete"], {"jobb", "lediga-platser", "onskad"}),
    ],
)
def test_words_search_in_names_and_source_ids(rus, here, words, ids):
    assert {row["id"] for row in json.loads(rus("list", "--json", *words).out)} == ids


def test_the_table_says_how_old_the_figures_are(rus, here):
    said = rus("list").out
    assert "2015–2022" in said
    assert "data saknas" in said
    assert "3 indikatorer." in said


def test_an_unknown_theme_is_answered_with_the_nearest(rus, here):
    said = rus("list", "--theme", "arbet")
    assert (said.code, "Menade du arbete?" in said.err) == (2, True)


def test_without_a_build_the_catalogue_is_shown_and_the_lack_is_said(rus, fresh):
    said = rus("list", "--json")
    assert said.code == 0
    assert {row["years"] is None for row in json.loads(said.out)} == {True}
    assert "rus build" in said.err


def test_a_catalogue_newer_than_the_build_is_said(rus, fresh):
    rus("build")
    assert "rus build" not in rus("list").err
    path = fresh / "indicators/arbete/jobb.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("som arbetar", "som jobbar"), encoding="utf-8")
    said = rus("list")
    assert (said.code, "ändrats sedan bygget" in said.err) == (0, True)
