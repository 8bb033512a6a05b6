"""What the browser must look through when one of Streamlit's parts changes: as little of the page as can be."""

import re
from collections.abc import Iterator

import pytest

from rus.core import paths

NARROW = re.compile(r"print|max-width:\s*[0-8]\d\dpx\)|max-width:\s*640px")
"""Of a rule's surroundings: it stands for paper or small screens alone, where clicks are not measured."""
KNOWN = {
    '>[data-testid="stElementContainer"]:last-child:not(:first-child)': "children of a surface alone",
    ':is(textarea,[data-testid="stTextAreaRootElement"])': "fields of text, of which a page has few",
    '[data-testid="stTextInputRootElement"]': "the same",
}
"""Selectors that may hang on a part of a class, by how they end, and why that costs little."""


def rules(css: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each selector, with all that it stands within."""
    bare = re.sub(r"/\*.*?\*/", "", re.sub(r'url\("[^"]*"\)', "url()", css), flags=re.DOTALL)
    within: list[str] = []
    for words, brace in re.findall(r"([^{};]*)([{};])", bare):
        if brace == "{":
            yield tuple(within), words.strip()
            within.append(words.strip())
        elif brace == "}":
            within.pop()


def split(selector: str, at: str) -> list[str]:
    """The parts of a selector between signs that stand in no brackets."""
    parts, depth = [""], 0
    for sign in selector:
        depth += (sign in "([") - (sign in ")]")
        if depth == 0 and sign in at:
            parts.append("")
        else:
            parts[-1] += sign
    return [part for part in parts if part]


def hanging(css: str) -> list[str]:
    """Selectors in which what is drawn hangs on a part of the class of something around it."""
    return [
        one
        for within, words in rules(css)
        if not words.startswith("@") and not any(NARROW.search(around) for around in within)
        for one in split(words, ",")
        if any("[class" in above for above in split(one, " >+~")[:-1])
    ]


def test_no_part_is_drawn_anew_because_the_class_of_another_changed():
    """Streamlit changes the class of every part at each click, and Blink then looks through all that hangs on one.

    A class by name costs nothing there. What stands in a surface is told by inherited names (`--rus-said`) or a class
    in our own markup.
    """
    found = hanging((paths.ROOT / "static" / "rus.css").read_text())
    assert [one for one in found if not one.endswith(tuple(KNOWN))] == []


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ('[class*="k_"] .chip{color:red}', True),
        (':is(.a,[class^="k_"]) .tw :is(th,td){color:red}', True),
        ('@media (min-width:641px){[class*="k_"]>*{color:red}}', True),
        ('[class*="k_"],.a .b{color:red}', False),
        ('.a [class*="k_"]{color:red}', False),
        ('@media (max-width:640px){[class*="k_"] td{color:red}}', False),
        ('@media print{[class*="k_"] td{color:red}}', False),
    ],
)
def test_such_a_rule_is_seen_where_it_stands_for_screens(css, found):
    assert bool(hanging(css)) == found
