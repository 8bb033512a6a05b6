"""Presentations: files with strict rules, people's own words before them, nothing lost when a change is taken away."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from rus.core.errors import CatalogueError
from rus.texts.kinds import Slide, Story
from rus.texts.stories import Told, new_key, read_stories, saved, stories, with_slides
from rus.texts.texts import ChangedMeanwhileError, Texts

FILE = """
title = "Forum"
data_version = "2026-11-25"
[[slides]]
view = "/utforska?ind=x"
minutes = 2
[[slides]]
headline = "Vad gör vi?"
minutes = 5
"""


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with one presentation; gives the folder of presentations."""
    folder = tmp_path / "content" / "data" / "stories"
    folder.mkdir(parents=True)
    (folder / "forum.toml").write_text(FILE, encoding="utf-8")
    monkeypatch.setenv("RUS_CONTENT", str(tmp_path / "content"))
    return folder


@pytest.fixture
def room(tmp_path: Path) -> Texts:
    return Texts(tmp_path / "texts")


def test_a_file_is_a_presentation(shipped, room):
    found = stories(room)
    assert [*found] == ["forum"]
    told = found["forum"]
    assert (told.story.title, told.version, told.shipped, told.minutes) == ("Forum", 0, True, 7)
    assert told.story.slides[0] == Slide(view="/utforska?ind=x", minutes=2)


def test_where_there_is_no_folder_there_are_none(tmp_path, monkeypatch, room):
    monkeypatch.setenv("RUS_CONTENT", str(tmp_path / "elsewhere"))
    assert stories(room) == {}


def test_every_mistake_in_every_file_is_named(shipped):
    (shipped / "forum.toml").write_text(FILE.replace('view = "/utforska', 'view = "https://elsewhere.example'))
    (shipped / "other.toml").write_text('titel = "x"')
    with pytest.raises(CatalogueError) as caught:
        read_stories()
    said = "\n".join(caught.value.problems)
    assert "data/stories/forum.toml: slides.0.view" in said
    assert "data/stories/other.toml: title: saknas" in said
    assert 'menade du "title"?' in said


def test_a_slide_is_a_view_or_a_headline():
    with pytest.raises(ValidationError, match="varken vy eller rubrik"):
        Slide(headline="  ", so_what="Vad?")
    assert Slide(headline="Vad gör vi?").view is None


def test_ones_own_words_stand_before_the_files_and_can_be_taken_away(shipped, room):
    first = stories(room)["forum"]
    mine = with_slides(first.story, [*first.story.slides, Slide(headline="Min fråga")])
    told = saved(room, first, mine, data_version="b")
    assert told.version == 1
    assert stories(room)["forum"] == Told("forum", mine, 1, shipped=True)
    room.remove(Story, "forum", author="", seen=1)
    back = stories(room)["forum"]
    assert back.story == first.story
    again = saved(room, back, mine)
    assert again.version == 3, "what was taken away is a version too"


def test_two_windows_do_not_write_over_each_other(shipped, room):
    told = stories(room)["forum"]
    saved(room, told, told.story)
    with pytest.raises(ChangedMeanwhileError):
        saved(room, told, with_slides(told.story, []))


@pytest.mark.parametrize(
    ("title", "key"), [("Läget i länet – 2026!", "laget-i-lanet-2026"), ("???", "presentation"), ("å" * 200, "a" * 60)]
)
def test_a_key_is_made_of_the_title(room, title, key):
    assert new_key(title, set(), room) == key


def test_a_key_is_never_used_again(room):
    told = Told(new_key("Forum", {"forum-2"}, room), Story(title="Forum"))
    assert told.key == "forum"
    saved(room, told, told.story)
    room.remove(Story, "forum", author="", seen=1)
    assert new_key("Forum", {"forum-2"}, room) == "forum-3"
