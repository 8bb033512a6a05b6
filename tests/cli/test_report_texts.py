"""`rus check` tries the report's texts: on the figures of the build, or on names alone where there is none."""

import shutil

import pytest


@pytest.fixture
def report(here):
    """Writes chapters into the built folder, and takes them away again."""
    folder = here / "data" / "report"
    folder.mkdir()

    def write(name: str, text: str) -> None:
        (folder / f"{name}.md").write_text(text, encoding="utf-8")

    yield write
    shutil.rmtree(folder)


def test_sound_texts_are_counted(rus, report):
    report("metod", 'Andelen är {{ v("jobb") }}.')
    report("sammanfattning", 'Den har {{ moved("jobb") }} sedan {{ since("jobb") }}.')
    said = rus("check")
    assert (said.code, said.err) == (0, "")
    assert "2 kapitel i rapporten." in said.out


def test_every_mistake_of_every_text_is_named_with_file_line_and_remedy(rus, report):
    report("metod", 'Andelen är\n{{ v("jobbb") }} och {{ v("jobb", year=1950) }}.')
    report("sammanfattning", "+++\nviews = ['/finns-inte']\n+++\n{{ v( }}\n")
    report("okant", "Ord.")
    said = rus("check")
    assert said.code == 1
    assert "data/report/metod.md rad 2: måttet jobbb finns inte; menade du jobb?" in said.err
    assert "data/report/metod.md rad 2: jobb har inget värde 1950" in said.err
    assert "data/report/sammanfattning.md rad 4: mallen är trasig" in said.err
    assert "data/report/sammanfattning.md: views: /finns-inte:" in said.err
    assert "data/report/okant.md: kapitlet finns inte; kapitel som finns: sammanfattning" in said.err
    assert "Traceback" not in said.err


def test_without_a_build_names_are_tried(rus, fresh):
    folder = fresh / "data" / "report"
    folder.mkdir()
    (folder / "metod.md").write_text('{{ v("jobb", year=1950) }} {{ v("jobbb") }}', encoding="utf-8")
    said = rus("check")
    assert said.code == 1
    assert said.err.count("metod.md") == 1
    assert "jobbb finns inte" in said.err
