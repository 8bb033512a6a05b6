"""`rus check` and `rus new`, for the person who edits the catalogue."""

import tomllib

import pytest

from rus.cli.skeleton import skeleton


def test_a_sound_catalogue_is_counted(rus, here):
    said = rus("check")
    assert (said.code, said.out) == (0, "3 indikatorer, inga fel. 1 är önskade och saknar data.\n")


def test_every_error_of_every_file_is_named_at_once(rus, fresh):
    jobs = fresh / "indicators/arbete/jobb.toml"
    jobs.write_text(jobs.read_text(encoding="utf-8").replace("unit =", "uniit ="), encoding="utf-8")
    (fresh / "indicators/arbete/trasig.toml").write_text("title = ", encoding="utf-8")
    said = rus("check")
    assert said.code == 1
    assert said.out == ""
    assert "jobb.toml: uniit:" in said.err
    assert "trasig.toml: " in said.err
    assert "Traceback" not in said.err


STATEMENT = """
actor = "Region Prov"
service = "Provet"
conformance = "fully"
assessed = 2026-01-01
updated = 2026-01-01
method = ["Prövad."]
contact_note = "Skriv."
supervision = "Digg."
supervision_link = "https://www.digg.se/tdosanmalan"
"""


def test_an_accessibility_statement_without_an_address_is_a_warning_and_no_error(rus, fresh):
    path = fresh / "data/reference/accessibility.toml"
    path.write_text(STATEMENT, encoding="utf-8")
    said = rus("check")
    assert said.code == 0
    assert said.out.startswith("3 indikatorer, inga fel.")
    assert said.err.startswith("Varning: data/reference/accessibility.toml: contact saknas.")
    assert "vända sig till Region Prov" in said.err
    path.write_text(STATEMENT + 'contact = "skriv@prov.se"\n', encoding="utf-8")
    assert rus("check").err == ""


def test_a_new_file_lacks_only_what_a_person_must_fill_in(rus, fresh):
    said = rus("new", "arbete/nytt-matt")
    path = fresh / "indicators/arbete/nytt-matt.toml"
    assert said.code == 0
    assert str(path) in said.out
    lacking = {line.split(": ")[1] for line in rus("check").err.splitlines()}
    assert lacking == {"title", "short", "unit", "definition", "owner", "licence", "link", "series.0.id"}


def test_a_filled_in_new_file_passes(rus, fresh):
    rus("new", "arbete/nytt-matt", "--kolada", "N00001")
    path = fresh / "indicators/arbete/nytt-matt.toml"
    text = path.read_text(encoding="utf-8")
    for key in ("title", "short", "unit", "definition", "owner", "licence"):
        text = text.replace(f'\n{key} = ""', f'\n{key} = "Något"')
    text = text.replace('link = ""', 'link = "https://www.scb.se/"')
    for key in ("effektmal", "challenges", "sexes", "group", "from_year", "to_year", "scale"):
        text = text.replace(f"# {key} = ", f"{key} = ")
    path.write_text(text, encoding="utf-8")
    said = rus("check")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("4 indikatorer")


def test_the_commented_lines_of_a_new_file_are_toml_too():
    lines = [line.removeprefix("# ") for line in skeleton(None).splitlines() if line.startswith("# ") and "=" in line]
    assert len(lines) > 12
    for line in lines:
        assert tomllib.loads(line)


def test_a_new_file_can_be_made_while_another_is_broken(rus, fresh):
    (fresh / "indicators/arbete/trasig.toml").write_text("title = ", encoding="utf-8")
    assert rus("new", "arbete/nytt").code == 0


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("nytt", "skriv också tema"),
        ("arbetet/nytt", "Temat arbetet finns inte. Menade du arbete?"),
        ("arbete/Nytt mått", "kan inte vara ett id"),
        ("arbete/jobb", "finns redan"),
        ("../arbete/x", "Temat ../arbete finns inte"),
    ],
)
def test_a_wrong_address_writes_nothing(rus, fresh, address, said):
    before = sorted(fresh.rglob("*"))
    answer = rus("new", address)
    assert (answer.code, said in answer.err) == (2, True)
    assert sorted(fresh.rglob("*")) == before


def test_a_wrong_series_id_is_named(rus, fresh):
    assert "inget Kolada-id" in rus("new", "arbete/x", "--kolada", "2267").err
