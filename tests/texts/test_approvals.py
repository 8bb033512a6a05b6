"""Approved sentences: for exactly that sentence in that place, and unread again when the figures say something else."""

from pathlib import Path

import pytest

from rus.texts.approvals import Spoken, key_of, seen, spoken
from rus.texts.kinds import Approval
from rus.texts.texts import Texts

PLACE, SENTENCE = "start-right_way", "Sysselsatta: upp 2,5 procentenheter sedan 2015"


@pytest.fixture
def room(tmp_path: Path) -> Texts:
    return Texts(tmp_path / "texts")


def approve(room: Texts, own: str = "") -> None:
    key = key_of(PLACE, SENTENCE)
    room.save(Approval(sentence=SENTENCE, own_words=own), key, author="Anna", seen=seen(room, key))


def test_nobody_has_read_a_new_sentence(room):
    assert spoken(room, [(PLACE, SENTENCE)]) == (Spoken(PLACE, SENTENCE),)


def test_an_approved_sentence_says_who_stands_for_it(room):
    approve(room)
    (one,) = spoken(room, [(PLACE, SENTENCE)])
    assert (one.approved, one.author, one.text) == (True, "Anna", SENTENCE)


def test_own_words_stand_instead(room):
    approve(room, "Fler har jobb.")
    (one,) = spoken(room, [(PLACE, SENTENCE)])
    assert (one.text, one.auto) == ("Fler har jobb.", SENTENCE)


@pytest.mark.parametrize(
    ("place", "sentence"),
    [(PLACE, SENTENCE.replace("2,5", "2,6")), ("inkludering-right_way", SENTENCE), (PLACE, SENTENCE + " ")],
)
def test_another_sentence_or_place_is_unread(room, place, sentence):
    approve(room, "Fler har jobb.")
    (one,) = spoken(room, [(place, sentence)])
    assert (one.approved, one.text) == (False, sentence)


def test_an_approval_can_be_taken_back_and_given_again(room):
    approve(room)
    key = key_of(PLACE, SENTENCE)
    room.remove(Approval, key, author="", seen=seen(room, key))
    assert not spoken(room, [(PLACE, SENTENCE)])[0].approved
    approve(room, "Igen.")
    assert spoken(room, [(PLACE, SENTENCE)])[0].text == "Igen."
