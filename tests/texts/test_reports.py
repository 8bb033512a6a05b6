"""A locked report says what it said, whatever people write afterwards."""

import pytest

from rus.core.errors import UsageError
from rus.texts.approvals import key_of, spoken
from rus.texts.kinds import Approval, Conclusion, LockedChapter, LockedSentence
from rus.texts.reports import (
    conclusion_then,
    keeps_sentences,
    lock,
    lock_again,
    locks,
    spoken_then,
    unlock,
    unlocked,
    versions_now,
)
from rus.texts.texts import Texts

SAID = [("start-right_way", "Det ökar."), ("start-wrong_way", "Det minskar.")]


@pytest.fixture
def room(tmp_path):
    return Texts(tmp_path)


@pytest.fixture
def locked(room):
    """A report with one approved sentence and one conclusion, locked."""
    room.save(Approval(sentence="Det ökar.", own_words="Det går bra."), key_of(*SAID[0]), author="Anna")
    room.save(Conclusion(now="Nu"), "arbete", author="Anna")
    chapters = [LockedChapter(id="metod", title="Metod", paragraphs=("Ett.",), views=("/malstatus",))]
    return lock(room, "Läget", "Anna", "2026-11-25T132711Z", chapters, versions_now(room, ["arbete", "odling"], SAID))


def test_it_keeps_words_version_and_which_texts_it_had(room, locked):
    (kept,) = locks(room)
    assert kept.body == locked.body
    assert kept.body.chapters[0].paragraphs == ("Ett.",)
    assert kept.data_version == "2026-11-25T132711Z"
    assert kept.body.versions == {f"approval/{key_of(*SAID[0])}": 1, "conclusion/arbete": 1}


def test_later_texts_do_not_change_it(room, locked):
    room.save(Approval(sentence="Det ökar.", own_words="Annat."), key_of(*SAID[0]), author="Bo", seen=1)
    room.save(Approval(sentence="Det minskar."), key_of(*SAID[1]), author="Bo")
    room.save(Conclusion(now="Senare"), "arbete", author="Bo", seen=1)
    room.save(Conclusion(now="Ny"), "odling", author="Bo")
    assert [one.text for one in spoken(room, SAID)] == ["Annat.", "Det minskar."]
    then = spoken_then(room, locked.body, SAID)
    assert [(one.text, one.approved, one.author) for one in then] == [
        ("Det går bra.", True, "Anna"),
        ("Det minskar.", False, ""),
    ]
    assert conclusion_then(room, locked.body, "arbete").body.now == "Nu"
    assert conclusion_then(room, locked.body, "odling") is None


def test_a_text_that_is_taken_away_stays_in_it(room, locked):
    room.remove(Conclusion, "arbete", author="Bo", seen=1)
    assert conclusion_then(room, locked.body, "arbete").body.now == "Nu"


def test_sentences_stand_as_they_stood_whatever_the_program_makes_of_the_figures_later(room):
    room.save(Approval(sentence="Det ökar.", own_words="Det går bra."), key_of(*SAID[0]), author="Anna")
    shown = spoken(room, SAID)
    then = tuple(LockedSentence(place=one.place, auto=one.auto, shown=one.text) for one in shown)
    chapters = [LockedChapter(id="metod", title="Metod", sentences=then)]
    body = lock(room, "Läget", "Anna", "2026-11-25T132711Z", chapters, versions_now(room, [], SAID)).body
    assert keeps_sentences(body)
    assert spoken_then(room, body, SAID) == shown
    otherwise = [("start-right_way", "Det har ökat."), ("start-wrong_way", "Det har minskat."), ("ny", "Ny mening.")]
    now = spoken_then(room, body, otherwise)
    assert [one.text for one in now] == ["Det går bra.", "Det minskar.", "Ny mening."]
    assert [one.approved for one in now] == [True, False, False]
    assert now[0].author == "Anna"


def test_a_lock_is_taken_away_remembered_and_brought_back_as_it_was(room, locked):
    unlock(room, locked.key, "Bo")
    assert locks(room) == []
    (gone,) = unlocked(room)
    assert (gone.by, gone.lock.body, gone.lock.saved_at) == ("Bo", locked.body, locked.saved_at)
    with pytest.raises(UsageError, match="redan borttaget"):
        unlock(room, locked.key, "Bo")
    lock_again(room, gone)
    (again,) = locks(room)
    assert (again.body, again.saved_at, again.author) == (locked.body, locked.saved_at, "Anna")
    assert unlocked(room) == []
    unlock(room, again.key, "")
    assert [one.lock.saved_at for one in unlocked(room)] == [locked.saved_at]


def test_the_newest_lock_stands_first(room, locked):
    later = lock(room, "Senare", "", "2026-12-01T000000Z", [], {})
    assert [kept.key for kept in locks(room)] == [later.key, locked.key]
