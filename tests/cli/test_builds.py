"""`rus build`, `rus builds`, `rus prune`."""

import json


def test_a_build_is_made_listed_used_and_pruned(rus, fresh):
    assert "Det finns inget bygge" in rus("builds").out
    first, second = rus("build"), rus("build")
    assert (first.code, "3 indikatorer" in first.out) == (0, True)
    found = json.loads(rus("builds", "--json").out)
    assert [b["current"] for b in found] == [True, False]
    assert found[0]["id"] in second.out
    assert "visas nu" in rus("builds").out
    said = rus("prune", "--keep", "1")
    assert said.out.splitlines() == [f"Tog bort {found[1]['id']}.", "1 borttagna, 1 kvar."]
    assert rus("prune", "--keep", "0").out == "0 borttagna, 1 kvar.\n"
    assert rus("query", "jobb", "--format", "csv").code == 0


def test_figures_of_an_earlier_build_can_be_asked_for(rus, fresh):
    rus("build")
    earlier = json.loads(rus("builds", "--json").out)[0]["id"]
    (fresh / "indicators/arbete/lediga-platser.toml").unlink()
    rus("build")
    assert rus("query", "lediga-platser").code == 2
    assert rus("query", "lediga-platser", "--build", earlier, "--format", "csv").code == 0


def test_a_broken_catalogue_is_not_built_and_nothing_is_lost(rus, fresh):
    rus("build")
    before = rus("builds", "--json").out
    (fresh / "indicators/arbete/trasig.toml").write_text("title = ", encoding="utf-8")
    said = rus("build")
    assert (said.code, "trasig.toml" in said.err, said.out) == (1, True, "")
    assert rus("builds", "--json").out == before


def test_a_missing_seed_is_said_without_a_traceback(rus, fresh):
    (fresh / "data/seed/observations.parquet").unlink()
    said = rus("build")
    assert (said.code, "observations.parquet" in said.err) == (1, True)
    assert "Traceback" not in said.err


def test_a_cut_off_build_is_answered_with_the_older_one(rus, fresh):
    rus("build")
    rus("build")
    newest, older = (b["id"] for b in json.loads(rus("builds", "--json").out))
    (fresh / f"data/store/{newest}.duckdb").write_bytes(b"trasig")
    said = rus("query", "jobb", "--format", "csv")
    assert (said.code, older in said.err) == (0, True)


def test_keep_must_be_a_number(rus, here):
    said = rus("prune", "--keep", "många")
    assert (said.code, "många är inget antal" in said.err) == (2, True)
