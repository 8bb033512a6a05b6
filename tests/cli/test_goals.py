"""`rus goals`: for people, for programs, and when the question is wrong."""

import json

GOAL = """
[[goals]]
kind = "direction"
towards = "up"
standing = "föreslagen"
source = "prov"
"""


def with_goal(fresh):
    path = fresh / "indicators/arbete/jobb.toml"
    path.write_text(path.read_text(encoding="utf-8") + GOAL, encoding="utf-8")


def test_json_has_one_object_a_goal_region_sex_and_group(rus, fresh):
    with_goal(fresh)
    rus("build")
    found = json.loads(rus("goals", "--json", "--region", "9001,9002").out)
    assert {(r["region"], r["sex"]) for r in found} >= {("9001", "women"), ("9002", "men"), ("9001", "total")}
    row = next(r for r in found if (r["region"], r["sex"], r["group"]) == ("9001", "total", "total"))
    assert (row["indicator"], row["goal"], row["status"]) == ("jobb", "ska öka", "right_way")
    assert row["points"][0][0] == 2015


def test_the_table_and_the_whole_calculation(rus, fresh):
    with_goal(fresh)
    rus("build")
    said = rus("goals", "--challenge", "omradet")
    assert said.code == 0
    table = rus("goals").out
    assert "Rätt håll" in table
    assert "bedömningar." in table
    assert "Mann–Kendalls trendtest" in rus("goals", "jobb").out


def test_what_is_unknown_is_answered_with_the_nearest(rus, here):
    assert rus("goals", "--challenge", "finns-inte").code == 2
    said = rus("goals", "jobbb")
    assert (said.code, "Menade du" in said.err) == (2, True)


def test_no_goals_is_said(rus, here):
    said = rus("goals")
    assert (said.code, said.out.strip()) == (0, "Inga mål med de valen.")
    assert json.loads(rus("goals", "--json").out) == []
