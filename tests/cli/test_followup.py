"""`rus goals --followup`: for people, for programs, and when the question is wrong."""

import json


def test_for_people(rus, here):
    said = rus("goals", "--followup")
    assert said.code == 0
    assert "Förslag från siffrorna" in said.out
    assert "beslutar människor" in said.out


def test_for_programs(rus, here):
    found = json.loads(rus("goals", "--followup", "--json").out)
    assert found["basis"] == "alla"
    assert {"effektmal", "proposals", "decisions", "note"} <= set(found)


def test_one_region_and_all_goals_at_a_time(rus, here):
    for words in (("--region", "9001,9002"), ("jobb",), ("--challenge", "omradet")):
        said = rus("goals", "--followup", *words)
        assert (said.code, bool(said.err)) == (2, True)
