"""Texts are spelt right: the interface and the files that people edit, by a Swedish dictionary and our own words.

A term or name that the dictionary lacks goes into `words.txt`, one a line. Small letters there hold for a capital too.
"""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.spelling.collecting import literals, named, of_content, of_program, reads_as_swedish, words

WORDS = Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines()
OURS = set(WORDS)
MODULE = '''
"""Dokumentation på svenska och engelska."""
KEY = "goals"
def f(n):
    "En docstring till som inte visas."
    return f"<b class='kort'>{n} kommuner saknas</b>", "SELECT value FROM observations", "Spara"
'''


def misspelt(texts: Iterable[tuple[str, str]], unknown) -> Iterator[str]:
    """Each wrong word with the first place where it stands."""
    places: dict[str, str] = {}
    for where, text in texts:
        for word in words(text):
            places.setdefault(word, where)
    for word in sorted(unknown(places) - named()):
        if not {word, word.lower()} & OURS:
            yield f"{places.get(word, '?')}: {word}"


@pytest.mark.parametrize(("collect", "least"), [(of_program, 2000), (of_content, 1000)], ids=["program", "content"])
def test_every_text_is_spelt_right(unknown, collect, least):
    texts = list(collect())
    assert len(texts) > least
    assert list(misspelt(texts, unknown)) == [], "mend them, or add real terms and names to tests/spelling/words.txt"


def test_a_wrong_word_is_found_and_told_with_its_place(unknown):
    told = list(misspelt([("here:1", "Befolkningenn ökar i länet"), ("here:2", "Koladas mätår")], unknown))
    assert told == ["here:1: Befolkningenn"]


def test_the_word_list_is_in_order():
    assert sorted(OURS, key=str.casefold) == WORDS
    assert all(len(word.split()) == 1 for word in WORDS)


def test_what_is_a_text_and_what_is_not():
    found = [text for _, text in literals(ast.parse(MODULE))]
    assert found == ["<b class='kort'>{} kommuner saknas</b>", "Spara"]
    assert words(found[0]) == ["kommuner", "saknas"]
    assert words("Kör `rus check` i data/reference/place.toml, se https://scb.se/x och goals") == [
        "Kör",
        "se",
        "och",
        "goals",
    ]
    assert words("<script>const field = 1;</script><p>Klar &amp; sparad</p>") == ["Klar", "sparad"]
    assert not reads_as_swedish("a key of some kind")
