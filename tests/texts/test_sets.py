"""Named sets of views: files with strict rules, people's own before them, out as a file and back the same."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rus.core.errors import CatalogueError, UsageError
from rus.texts.kinds import MOST_VIEWS, SavedView, ViewSet
from rus.texts.sets import MOST_BYTES, Held, as_file, read_file, read_sets, saved, sets, with_views
from rus.texts.shipped import last_version
from rus.texts.stories import new_key
from rus.texts.texts import ChangedMeanwhileError, Texts

FILE = """
title = "Det vi följer"
[[views]]
view = "/utforska?ind=x"
[[views]]
title = "Målen"
view = "/malstatus"
"""


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with one set; gives the folder of sets."""
    folder = tmp_path / "content" / "data" / "views"
    folder.mkdir(parents=True)
    (folder / "foljer.toml").write_text(FILE, encoding="utf-8")
    monkeypatch.setenv("RUS_CONTENT", str(tmp_path / "content"))
    return folder


@pytest.fixture
def room(tmp_path: Path) -> Texts:
    return Texts(tmp_path / "texts")


def test_a_file_is_a_set(shipped, room):
    views = (SavedView(view="/utforska?ind=x"), SavedView(title="Målen", view="/malstatus"))
    assert sets(room) == {"foljer": Held("foljer", ViewSet(title="Det vi följer", views=views), 0, shipped=True)}


def test_where_there_is_no_folder_there_are_none(tmp_path, monkeypatch, room):
    monkeypatch.setenv("RUS_CONTENT", str(tmp_path / "elsewhere"))
    assert sets(room) == {}


def test_every_mistake_in_every_file_is_named(shipped):
    (shipped / "foljer.toml").write_text(FILE.replace("/malstatus", "https://elsewhere.example/"), encoding="utf-8")
    (shipped / "annan.toml").write_text('titel = "x"\nviews = 3\n', encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        read_sets()
    said = "\n".join(caught.value.problems)
    assert "data/views/foljer.toml: views.1.view" in said
    assert "data/views/annan.toml: title: saknas" in said
    assert 'menade du "title"?' in said
    assert "data/views/annan.toml: views" in said


def test_ones_own_words_stand_before_the_files_and_can_be_taken_away(shipped, room):
    first = sets(room)["foljer"]
    mine = first.body.model_copy(update={"title": "Mitt namn"})
    held = saved(room, first, mine, data_version="b")
    assert sets(room)["foljer"] == held
    room.remove(ViewSet, "foljer", author="", seen=held.version)
    assert sets(room)["foljer"].body == first.body
    assert last_version(room, ViewSet, "foljer") == 2
    with pytest.raises(ChangedMeanwhileError):
        saved(room, first, mine)


def test_a_key_is_made_of_the_title_and_never_used_twice(room):
    body = ViewSet(title="Barn & unga på väg")
    key = new_key(body.title, set(), room, ViewSet)
    assert key == "barn-unga-pa-vag"
    held = saved(room, Held(key, body), body)
    room.remove(ViewSet, key, author="", seen=held.version)
    assert new_key(body.title, set(), room, ViewSet) == "barn-unga-pa-vag-2"


def test_views_are_added_last_as_long_as_there_is_room(room):
    body = ViewSet(title="x", views=tuple(SavedView(view=f"/utforska?ind=m{n}") for n in range(MOST_VIEWS - 1)))
    last = SavedView(view="/malstatus")
    whole = with_views(body, [last])
    assert whole.views == (*body.views, last)
    held = saved(room, Held("x", whole), whole)
    assert sets(room)["x"] == held
    with pytest.raises(UsageError, match="rymmer 40 vyer"):
        with_views(whole, [last])
    with pytest.raises(UsageError, match="redan"):
        with_views(body, [])


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(
    WORDS.filter(bool), WORDS, st.lists(st.tuples(WORDS, st.sampled_from(["/utforska?ind=a&geo=1,2", "/"])), max_size=3)
)
def test_what_is_written_to_a_file_is_read_back_the_same(title, text, views):
    body = ViewSet(title=title, text=text, views=tuple(SavedView(title=t, view=v) for t, v in views))
    assert read_file("x.toml", as_file(body).encode()) == body


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe", "är inte UTF-8"),
        (b"title = ", "är inte giltig TOML"),
        (b"title = 3\nview = []\n", "title: ska vara text"),
        (b"# " + b"x" * MOST_BYTES, "för stor"),
    ],
)
def test_a_file_that_is_no_set_says_why(content, said):
    with pytest.raises(CatalogueError) as caught:
        read_file("min.toml", content)
    assert all(problem.startswith("min.toml: ") for problem in caught.value.problems)
    assert said in "\n".join(caught.value.problems)
