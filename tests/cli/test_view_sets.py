"""`rus check` tries the sets of views that ship with the content: pages, keys and values, all at once."""

import shutil

import pytest

FILE = """title = "Vårt"

[[views]]
view = "/utforska?ind=jobb"

[[views]]
title = "Målen"
view = "/malstattus?geo=18"

[[views]]
view = "/utforska?ind=jobb&utf_omrr=lanet"

[[views]]
view = "/utforska?ind=jobbb"
"""


@pytest.fixture
def views(here):
    """The folder of sets of the built content; taken away again."""
    folder = here / "data" / "views"
    folder.mkdir()
    yield folder
    shutil.rmtree(folder)


def test_an_unknown_page_key_or_value_is_named_with_file_line_and_remedy(rus, views):
    (views / "vart.toml").write_text(FILE, encoding="utf-8")
    (views / "annat.toml").write_text('title = "x"\nviews = [{ view = "/helt-okand" }]\n', encoding="utf-8")
    report = views.parent / "report"
    report.mkdir()
    (report / "okant.md").write_text("Ord.", encoding="utf-8")
    said = rus("check")
    shutil.rmtree(report)
    assert said.code == 1
    assert "data/views/vart.toml rad 8: vy 2: sidan /malstattus finns inte här; menade du /malstatus?" in said.err
    assert "data/views/vart.toml rad 11: vy 3: sidan /utforska har inget val som heter utf_omrr" in said.err
    assert "menade du utf_omr?" in said.err
    assert "data/views/vart.toml rad 14: vy 4: länken har val som inte finns här: ind=jobbb" in said.err
    assert "data/views/annat.toml: vy 1: sidan /helt-okand finns inte här; kopiera länken" in said.err
    assert "data/report/okant.md: kapitlet finns inte" in said.err
    assert "Traceback" not in said.err


def test_sound_sets_are_counted(rus, views):
    for name in ("ett", "tva"):
        (views / f"{name}.toml").write_text('title = "x"\n[[views]]\nview = "/malstatus?mal_tal=1"\n', encoding="utf-8")
    said = rus("check")
    assert (said.code, said.err) == (0, "")
    assert "2 samlingar." in said.out
