"""`rus gaps`: for people and for programs."""

import json

FIELDS = {
    "indicator", "region", "region_name", "unit", "ground", "group", "first", "second", "period", "first_value",
    "second_value", "first_n", "second_n", "difference", "lower", "upper", "p", "q", "verdict", "certainty", "ratio",
    "ratio_lower", "ratio_upper", "change", "turned", "trend", "years", "notes", "slope", "measures", "assumption",
    "cross", "needed", "carried", "same_mix", "text", "reason",
}  # fmt: skip


def test_json_has_one_object_a_pair(rus, here):
    rows = json.loads(rus("gaps", "jobb", "--json").out)
    assert [row["ground"] for row in rows] == ["sex", "background"]
    assert set(rows[0]) == FIELDS
    assert (rows[0]["difference"], rows[0]["period"], rows[0]["first"]) == (-3.0, "2022", "kvinnor")
    assert rows[0]["change"] == 0
    assert len(rows[0]["years"]) == 8
    assert rows[1]["difference"] is None
    assert rows[1]["reason"]


def test_the_text_says_the_gap_and_why_there_is_none(rus, here):
    said = rus("gaps", "jobb")
    assert said.code == 0
    assert "kvinnor – män" in said.out
    assert "−3,0" in said.out
    assert "ej beräknad" in said.out
    assert "Bakgrund: Kan inte bedömas." in said.out
    assert "Källa:" in said.out


def test_another_region_by_code_or_name(rus, here):
    by_code = json.loads(rus("gaps", "jobb", "--region", "9001", "--json").out)
    assert {row["region"] for row in by_code} == {"9001"}
    name = by_code[0]["region_name"]
    assert json.loads(rus("gaps", "jobb", "--region", name, "--json").out) == by_code


def test_what_is_unknown_is_answered_with_the_nearest(rus, here):
    said = rus("gaps", "jobbb")
    assert (said.code, "Menade du jobb" in said.err) == (2, True)
    assert rus("gaps", "jobb", "--region", "9999").code == 2
    assert rus("gaps").code == 2


def test_a_measure_without_figures_has_reasons_alone(rus, here):
    rows = json.loads(rus("gaps", "onskad", "--json").out)
    assert all(row["difference"] is None and row["reason"] for row in rows)
    assert rus("gaps", "onskad").code == 0


def test_without_a_build_it_is_said_what_to_do(rus, fresh):
    said = rus("gaps", "jobb")
    assert (said.code, "rus build" in said.err) == (1, True)
