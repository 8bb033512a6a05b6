"""Every pair of colours of the stylesheet, the theme and the charts can be told apart, in light and in dark (WCAG 2.1).

Words 4.5 : 1 to what they stand on, marks and the edges of controls 3 : 1. A rule that gives both colours is tried on
its own; one that gives only words is tried on every surface; one that gives only a surface has the page's ink on it.
"""

import re
import tomllib
from collections.abc import Iterator

import pytest
from coloraide import Color

from rus.charts.theme import DARK, LIGHT
from rus.core.paths import ROOT

WORDS, MARKS = 4.5, 3.0
SURFACES = ("bg", "soft", "tint")
STYLE = re.sub(r"/\*.*?\*/|url\(\"[^\"]*\"\)", "", (ROOT / "static" / "rus.css").read_text(encoding="utf-8"))
TOKENS = dict(re.findall(r"--rus-(\w+):(light-dark\(#\w+,#\w+\))", STYLE))
RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
PAIR = re.compile(r"light-dark\((#\w+),(#\w+)\)$")
ONLY_ON_WHITE = re.compile(r"^\.(chip|mx td)\b")
"""Words of statuses: on a tinted row and in a soft box they take the ink, and their icon keeps the colour."""
MARK = re.compile(r"\.kd|\.md|\.k-|\bi\b|\.bar|hover|qr")
"""A surface without words of its own: a dot, a bar, an edge."""
QUIET = {"context"}
"""Lines of other places in a chart: each is named in words beside it, and its values are in the table."""


def ratio(one: str, other: str) -> float:
    return float(Color(one).contrast(other, method="wcag21"))


def both(value: str) -> tuple[str, str] | None:
    """A colour in light and in dark; None for what is no colour of its own (transparent, inherited, pictures)."""
    value = value.replace("!important", "").strip()
    named = re.fullmatch(r"var\(--rus-(\w+)\)", value)
    if named:
        return both(TOKENS[named[1]])
    if found := PAIR.match(value):
        return found[1], found[2]
    return (value, value) if re.fullmatch(r"#[0-9a-fA-F]{3,6}", value) else None


def rules() -> Iterator[tuple[str, dict[str, str]]]:
    for selector, body in RULE.findall(STYLE):
        pairs = (part.split(":", 1) for part in re.split(r";(?![^(]*\))", body) if ":" in part)
        yield selector.strip(), {name.strip(): value.strip() for name, value in pairs}


def too_faint(words: tuple[str, str], surface: tuple[str, str], least: float) -> list[str]:
    return [f"{a} on {b}: {ratio(a, b):.2f}" for a, b in zip(words, surface, strict=True) if ratio(a, b) < least]


def of_words() -> Iterator[tuple[str, tuple[str, str], tuple[str, str]]]:
    """Where, the colour of words, the colour under them."""
    surfaces = {name: both(TOKENS[name]) for name in SURFACES}
    for selector, said in rules():
        words, under = both(said.get("color", "")), both(said.get("background", ""))
        if words and under:
            yield selector, words, under
        elif words and "::before" not in selector and "on)" not in said["color"]:
            on = ["bg"] if ONLY_ON_WHITE.match(selector) else SURFACES
            yield from ((f"{selector} on {name}", words, surface) for name in on if (surface := surfaces[name]))
        elif under and "::" not in selector and "<" not in selector and not MARK.search(selector):
            yield selector, both(TOKENS["ink"]) or ("", ""), under


def test_there_is_something_to_try():
    assert len(TOKENS) >= 16
    assert len(list(rules())) > 150
    assert len(list(of_words())) > 60


def test_words_of_every_rule_can_be_read():
    faint = {where: found for where, words, under in of_words() if (found := too_faint(words, under, WORDS))}
    assert faint == {}


def test_statuses_take_the_ink_where_the_ground_is_not_white():
    on_tint = next(said for selector, said in rules() if selector.startswith(".rus tr.mine .chip"))
    assert on_tint["color"] == "var(--rus-ink)"
    for name in ("good", "slow", "bad", "na"):
        for surface in SURFACES:
            assert not too_faint(both(TOKENS[name]) or ("", ""), both(TOKENS[surface]) or ("", ""), MARKS)


@pytest.mark.parametrize("name", ["k", "m", "t", "ink3", "accent"])
def test_marks_and_edges_can_be_seen(name):
    assert not too_faint(both(TOKENS[name]) or ("", ""), both(TOKENS["bg"]) or ("", ""), MARKS)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_streamlit_draws_can_be_read(theme):
    said = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"][theme]
    for words in ("textColor", "linkColor", "primaryColor", "redColor", "orangeColor", "greenColor", "grayColor"):
        assert ratio(said[words], said["backgroundColor"]) >= WORDS, words
    for words in ("textColor", "linkColor", "primaryColor"):
        assert ratio(said[words], said["secondaryBackgroundColor"]) >= WORDS, words
    assert ratio(said["dataframeHeaderTextColor"], said["dataframeHeaderBackgroundColor"]) >= WORDS
    assert ratio(said["backgroundColor"], said["primaryColor"]) >= WORDS
    for colour in said["chartCategoricalColors"]:
        assert ratio(colour, said["backgroundColor"]) >= MARKS, colour


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_lines_and_marks_of_charts_can_be_seen(tokens):
    shapes = {"ink", "ink2", "ink3", "accent", "women", "men", "total", "context"} - QUIET
    assert {n: r for n in shapes if (r := ratio(getattr(tokens, n), tokens.bg)) < MARKS} == {}
    assert ratio(tokens.sequence[0], tokens.sequence[-1]) >= MARKS
    assert ratio(tokens.women, tokens.men) >= 1.5  # marks and words tell them apart as well
