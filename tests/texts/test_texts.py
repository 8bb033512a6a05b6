"""People's texts: every version kept, nothing lost on a kill, a copy after each change."""

import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from rus.core.errors import TextsError
from rus.texts import backup
from rus.texts.kinds import Approval, Conclusion, Decision, IndicatorReview, NamedView, Note, Slide, Story
from rus.texts.texts import ChangedMeanwhileError, Texts, texts

STORY = Story(
    title="Forum för genomförande",
    data_version="2026-11-03T080000Z",
    slides=(Slide(headline="Tilliten faller", view="/utforska?ind=tillit&geo=18", so_what="Vad gör vi åt det?"),),
)


@pytest.fixture
def kept(tmp_path: Path) -> Texts:
    return Texts(tmp_path / "texts")


def test_a_text_comes_back_as_it_was_written(kept: Texts) -> None:
    saved = kept.save(STORY, "forum", author="Åsa", data_version="2026-11-03T080000Z")
    assert kept.newest(Story, "forum") == saved
    assert saved.body == STORY
    assert (saved.version, saved.author) == (1, "Åsa")


def test_what_nobody_has_written_is_not_there(kept: Texts) -> None:
    assert kept.newest(Note, "x") is None
    assert kept.all(Story) == []
    assert not kept.folder.exists(), "reading makes nothing"


def test_every_version_stays_and_what_was_taken_away_can_be_fetched_back(kept: Texts) -> None:
    kept.save(Note(cause="Först"), "ind", author="a")
    kept.save(Note(cause="Sedan"), "ind", author="b", seen=1)
    kept.remove(Note, "ind", author="c", seen=2)
    assert kept.newest(Note, "ind") is None
    assert kept.all(Note) == []
    written = [one.body.cause if one.body else None for one in kept.history(Note, "ind")]
    assert written == [None, "Sedan", "Först"]
    back = kept.save(Note(cause="Först"), "ind", author="a", seen=3)
    assert kept.newest(Note, "ind") == back


def test_kinds_with_the_same_key_are_apart(kept: Texts) -> None:
    kept.save(Note(cause="n"), "arbete", author="")
    kept.save(Conclusion(now="k"), "arbete", author="")
    assert [one.body for one in kept.all(Note)] == [Note(cause="n")]
    assert [one.body for one in kept.all(Conclusion)] == [Conclusion(now="k")]


def test_two_windows_do_not_write_over_each_other(kept: Texts) -> None:
    kept.save(Note(cause="en"), "ind", author="")
    with pytest.raises(ChangedMeanwhileError, match="annat fönster"):
        kept.save(Note(cause="två"), "ind", author="", seen=0)
    found = kept.newest(Note, "ind")
    assert found is not None
    assert found.body == Note(cause="en")


def test_of_many_at_once_exactly_one_wins(kept: Texts) -> None:
    kept.save(Note(), "ind", author="")
    won: list[str] = []

    def write(name: str) -> None:
        try:
            kept.save(Note(cause=name), "ind", author=name, seen=1)
        except ChangedMeanwhileError:
            return
        won.append(name)

    threads = [threading.Thread(target=write, args=(str(n),)) for n in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    found = kept.newest(Note, "ind")
    assert found is not None
    assert won == [found.author]


KILLED = """
import os, signal, sys
from pathlib import Path
from rus.texts import texts as room
from rus.texts.kinds import Note
setattr(room, sys.argv[2], lambda *a: os.kill(os.getpid(), signal.SIGKILL))
room.Texts(Path(sys.argv[1])).save(Note(cause="skrivet"), "ind", author="", seen=int(sys.argv[3]))
"""


def killed(kept: Texts, at: str, seen: int) -> int:
    command = [sys.executable, "-c", KILLED, str(kept.folder), at, str(seen)]
    return subprocess.run(command, check=False).returncode


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system can't kill so")
def test_what_was_saved_survives_a_kill_right_after(kept: Texts) -> None:
    assert killed(kept, "keep_copy", 0) == -signal.SIGKILL
    found = kept.newest(Note, "ind")
    assert found is not None
    assert found.body == Note(cause="skrivet")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system can't kill so")
def test_a_kill_in_the_middle_leaves_the_text_as_it_was(kept: Texts) -> None:
    kept.save(Note(cause="förra"), "ind", author="")
    assert killed(kept, "Kept", 1) == -signal.SIGKILL
    assert [one.body for one in kept.history(Note, "ind")] == [Note(cause="förra")]


def test_a_kill_while_the_file_itself_is_written_leaves_what_was_there_to_be_read(kept: Texts, tmp_path: Path) -> None:
    kept.save(Note(cause="förra"), "ind", author="")
    with closing(sqlite3.connect(kept.file, isolation_level=None)) as writing:
        writing.execute("pragma cache_size = 1")  # so that half of the change is in the file before it is done
        writing.execute("begin immediate")
        rows = [("note", "ind", n, "2026-01-01T00:00:00+00:00", "", "", "ord " * 100) for n in range(2, 99)]
        writing.executemany("insert into text values (?, ?, ?, ?, ?, ?, ?)", rows)
        shutil.copytree(kept.folder, tmp_path / "killed")
        writing.execute("rollback")
    left = Texts(tmp_path / "killed")
    assert [one.body for one in left.history(Note, "ind")] == [Note(cause="förra")]


def test_each_change_leaves_a_copy_that_can_take_its_place(kept: Texts) -> None:
    kept.save(STORY, "forum", author="")
    kept.save(Note(cause="x"), "ind", author="")
    copies = sorted((kept.folder / backup.FOLDER).iterdir())
    assert [one.suffix for one in copies] == [".sqlite", ".sqlite"]
    kept.file.write_bytes(copies[-1].read_bytes())
    assert [one.key for one in kept.all(Story)] == ["forum"]
    assert [one.key for one in kept.all(Note)] == ["ind"]


def test_old_copies_go_but_the_last_of_each_day_stays(tmp_path: Path) -> None:
    folder = tmp_path / backup.FOLDER
    folder.mkdir()
    first = datetime(2026, 1, 1, tzinfo=UTC)
    for n in range(200):
        (folder / f"{(first + timedelta(hours=6 * n)).strftime('%Y-%m-%dT%H%M%S.%f')}.sqlite").touch()
    (folder / f"{first:%Y-%m-%dT%H%M%S.%f}.half").touch()  # of a process that was killed
    file = tmp_path / "texts.sqlite"
    sqlite3.connect(file).close()
    made = backup.keep_copy(file)
    assert made is not None
    left = sorted(one.name for one in folder.iterdir())
    assert made.name in left
    assert not [name for name in left if name.endswith(".half")]
    assert len([name for name in left if name < "2026-02-10"]) <= backup.DAYS
    assert all("T18" in name for name in left if name < "2026-02-10")


def test_a_copy_that_cannot_be_made_loses_nothing_and_is_told(kept: Texts, caplog: pytest.LogCaptureFixture) -> None:
    kept.folder.mkdir()
    (kept.folder / backup.FOLDER).write_text("a file where the folder should be")
    kept.save(Note(cause="x"), "ind", author="")
    assert kept.newest(Note, "ind") is not None
    assert "gick inte att kopiera" in caplog.text


def test_a_damaged_file_says_what_to_do(kept: Texts) -> None:
    kept.folder.mkdir()
    kept.file.write_bytes(b"not a database" * 100)
    with pytest.raises(TextsError, match=r"skadad.*copies"):
        kept.newest(Note, "ind")
    with pytest.raises(TextsError, match=r"skadad.*copies"):
        kept.save(Note(), "ind", author="")


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "texts").write_text("a file")
    with pytest.raises(TextsError, match="RUS_HOME"):
        Texts(tmp_path / "texts").save(Note(), "ind", author="")


def test_a_text_of_an_unknown_shape_is_said(kept: Texts) -> None:
    kept.save(Note(), "ind", author="")
    with sqlite3.connect(kept.file) as file:
        file.execute("update text set body = '{\"other\": 1}'")
    file.close()
    with pytest.raises(TextsError, match="note ind går inte att läsa"):
        kept.newest(Note, "ind")


def test_the_texts_of_an_installation_are_beside_its_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUS_HOME", str(tmp_path))
    assert texts().file == tmp_path / "texts" / "texts.sqlite"


@pytest.mark.parametrize(
    "view", ["https://elsewhere.example/", "//elsewhere.example", "utforska", "/ut forska", "/x#y"]
)
def test_a_view_is_a_page_of_ours(view: str) -> None:
    with pytest.raises(ValidationError):
        NamedView(title="x", view=view)


def test_a_review_knows_its_criteria() -> None:
    decision = Decision(decided=date(2026, 11, 3), body="Regionstyrelsen")
    assert IndicatorReview(scores={"relevans": 2}, stage="decided", decision=decision).scores == {"relevans": 2}
    with pytest.raises(ValidationError, match="okänt kriterium smak"):
        IndicatorReview(scores={"smak": 2})


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=5), st.text(min_size=1, max_size=40))
def test_any_words_survive(kept: Texts, words: list[str], key: str) -> None:
    seen = len(kept.history(Note, key))
    for number, one in enumerate(words):
        kept.save(Note(cause=one), key, author=one, seen=seen + number)
    assert [one.body for one in kept.history(Note, key)][: len(words)] == [Note(cause=one) for one in words[::-1]]


def test_an_approval_holds_for_exactly_its_sentence() -> None:
    assert Approval(sentence="Sysselsättningen ökar.") != Approval(sentence="Sysselsättningen minskar.")
