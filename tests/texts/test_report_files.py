"""The report's files: head, paragraphs with their lines, and what is said of a head that is wrong."""

import pytest

from rus.core.errors import CatalogueError
from rus.texts.report import Paragraph, read_report


@pytest.fixture
def write(tmp_path):
    folder = tmp_path / "data" / "report"
    folder.mkdir(parents=True)

    def put(name: str, text: str) -> None:
        (folder / f"{name}.md").write_text(text, encoding="utf-8")

    put.root = tmp_path
    return put


def test_without_a_folder_there_is_no_text(tmp_path):
    assert read_report(tmp_path) == ()


def test_a_file_is_a_head_and_paragraphs_that_know_their_line(write):
    write("metod", '+++\ntitle = "Om metoden"\nviews = ["/utforska?ind=a"]\n+++\n# en lapp\nEtt\nstycke\n\n\nTvå\n')
    (read,) = read_report(write.root)
    assert (read.id, read.file, read.title) == ("metod", "data/report/metod.md", "Om metoden")
    assert read.views == ("/utforska?ind=a",)
    assert read.paragraphs == (Paragraph(6, "Ett\nstycke"), Paragraph(10, "Två"))


def test_a_file_may_have_no_head_and_a_note_within_a_paragraph_keeps_its_line(write):
    write("metod", "Ett\n# en lapp\nstycke")
    (read,) = read_report(write.root)
    assert (read.title, read.views) == ("", None)
    assert read.paragraphs == (Paragraph(1, "Ett\n\nstycke"),)


def test_every_head_that_is_wrong_is_named_at_once(write):
    write("a", "+++\ntitel = 'A'\n+++\n")
    write("b", "+++\ntitle = B\n+++\n")
    write("c", "+++\ntitle = 'C'\n")
    write("d", "+++\nviews = ['https://annan.se/']\n+++\n")
    with pytest.raises(CatalogueError) as caught:
        read_report(write.root)
    said = "\n".join(caught.value.problems)
    assert "data/report/a.md: titel: okänd nyckel; menade du" in said
    assert "data/report/b.md: huvudet är inte giltig TOML" in said
    assert "data/report/c.md: huvudet har inget slut" in said
    assert "data/report/d.md: views" in said


def test_a_file_in_another_encoding_says_so(write):
    (write.root / "data" / "report" / "a.md").write_bytes("länet".encode("latin-1"))
    with pytest.raises(CatalogueError, match="UTF-8"):
        read_report(write.root)
