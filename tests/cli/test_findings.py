"""`rus findings`: for people, for programs, and when the question is wrong."""

import json

FIELDS = {
    *("kind", "rank", "indicator", "region", "region_name", "sex", "group", "ground", "against", "direction"),
    *("valuation", "period", "first_year", "first", "year", "value", "expected", "lower", "upper", "points"),
    *("effect", "unit", "strength", "p", "q", "why", "reason", "text", "source"),
}


def test_json_is_one_object_a_finding(rus, here):
    found = json.loads(rus("findings", "--json").out)
    assert found
    assert all(set(line) == FIELDS for line in found)
    rising = next(line for line in found if line["indicator"] == "jobb")
    assert (rising["kind"], rising["direction"], rising["rank"]) == ("change", "up", 1)
    assert rising["q"] <= 0.05
    assert rising["text"].endswith("Källa: SCB.")


def test_people_get_sentences_and_lists(rus, here):
    said = rus("findings")
    assert said.code == 0
    assert "Rätt håll: " in said.out
    assert "Säkra förändringar" in said.out
    assert "Vet vi inte: " in said.out


def test_one_area_and_one_region(rus, here):
    assert rus("findings", "--challenge", "omradet").code == 0
    only = json.loads(rus("findings", "--region", "9001", "--json").out)
    assert {line["region"] for line in only} <= {"9001"}


def test_what_is_unknown_is_answered_with_what_there_is(rus, here):
    said = rus("findings", "--challenge", "finns-inte")
    assert (said.code, "Områdena: " in said.err) == (2, True)
    assert rus("findings", "--region", "finns-inte").code == 2
