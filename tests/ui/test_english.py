"""The catalogue of messages: complete pairs, places that agree, nothing that the code no longer says, plain English."""

import ast
import json
import re
from functools import cache

import pytest

from rus.core import paths
from rus.ui import english
from rus.ui.shell import shell
from tests.spelling.collecting import _text

PLACE = re.compile(r"\{(\w+)(?::(\w+))?\}")
TYPES = {None, "known", "number", "date", "span", "year", "name", "proper", "rest", "sv", "code"}
SWEDISH = re.compile(r"\b\w*[åäöÅÄÖ]\w*")
NAMES = {"Västra"}
PROGRAM = ("rus", "pages")
CONTENT = (paths.indicators(), paths.projects(), paths.stories(), paths.view_sets(), paths.reference())
MESSAGES = english.read_messages()


def plain(words: str) -> str:
    return " ".join(words.replace("\u00ad", "").split())


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.lower()))


@cache
def said() -> set[str]:
    """Every word that the program or its content can show; streamlit's own are English already."""
    found: set[str] = set()
    files = [path for folder in PROGRAM for path in (paths.ROOT / folder).rglob("*.py")]
    for path in [*files, paths.ROOT / "app.py"]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            found |= words_of(_text(node))
    others = [paths.ROOT / "static" / "frame.js", *(paths.ROOT / "rus").rglob("*.sql")]
    for path in others:
        found |= words_of(path.read_text(encoding="utf-8"))
    for folder in CONTENT:
        for path in folder.rglob("*.toml"):
            found |= words_of(path.read_text(encoding="utf-8"))
    return found


def test_there_are_messages_and_each_is_given_once():
    assert len(MESSAGES) > 2000
    assert len({swedish for swedish, _ in MESSAGES}) == len(MESSAGES)


def test_every_message_has_an_english():
    text = english.CATALOGUE.read_text(encoding="utf-8")
    assert not re.findall(r'^msgid "(.+)"\nmsgstr ""\n(?!")', text, re.MULTILINE)
    assert "#, fuzzy" not in text


def test_places_agree_and_are_of_known_kinds():
    for swedish, said_in_english in MESSAGES:
        given = {name for name, _ in PLACE.findall(swedish)}
        assert {name for name, _ in PLACE.findall(said_in_english)} == given, swedish
        assert len(PLACE.findall(swedish)) == len(given), swedish
        assert {kind or None for _, kind in PLACE.findall(swedish)} <= TYPES, swedish


def test_english_is_english():
    left = {s: found for s, e in MESSAGES if (found := set(SWEDISH.findall(PLACE.sub("", e))) - NAMES)}
    assert left == {}


def test_no_message_is_of_a_text_that_is_gone():
    gone = []
    for swedish, said_in_english in MESSAGES:
        lost = words_of(PLACE.sub(" ", swedish)) - said()
        if lost and PLACE.sub("", swedish) != PLACE.sub("", said_in_english):  # streamlit's own words
            gone.append((swedish, sorted(lost)))
    assert gone == []


def test_what_the_browser_gets():
    asset = english.messages()
    found = json.loads(asset.body)
    assert ["Visa som tabell", "Show as a table"] in found["messages"]
    assert set(found) == {"messages", "names", "places"}
    assert asset.etag in english.messages_url()
    assert asset.packed is not None
    assert len(asset.packed) < 120_000


@pytest.mark.parametrize(
    ("query", "wanted"),
    [(b"", False), (b"lang=en", True), (b"ind=x&lang=en", True), (b"lang=sv", False), (b"lang=xx", False)],
)
def test_who_asks_for_english(query, wanted):
    assert english.is_wanted(query) is wanted


def test_only_an_english_page_has_the_script():
    assert b"english.js" not in shell("").body
    page = shell("", english.script()).body.decode()
    assert '<html lang="en">' in page
    assert "<noscript><p>The page needs JavaScript." in page
    assert english.messages_url() in page
    assert page.index("english.js") < page.index('type="module"')
