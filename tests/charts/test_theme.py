"""Charts and stylesheet have the same colours, and all text can be read."""

import re

import pytest
from coloraide import Color

from rus.charts.theme import DARK, LIGHT
from rus.core.paths import ROOT

NAMES = {
    "bg": "bg", "soft": "soft", "ink": "ink", "ink2": "ink2", "ink3": "ink3", "line": "line", "hair": "hair",
    "accent": "accent", "tint": "tint", "k": "women", "m": "men", "t": "total",
}  # fmt: skip


def stylesheet() -> dict[str, tuple[str, str]]:
    text = (ROOT / "static" / "rus.css").read_text(encoding="utf-8")
    return {name: (light, dark) for name, light, dark in re.findall(r"--rus-(\w+):light-dark\((#\w+),(#\w+)\)", text)}


@pytest.mark.parametrize(("css", "token"), NAMES.items())
def test_one_table_of_colours(css, token):
    assert stylesheet()[css] == (getattr(LIGHT, token), getattr(DARK, token))


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
@pytest.mark.parametrize("text", ["ink", "ink2", "accent", "women", "men_text", "total"])
def test_words_in_charts_have_contrast(tokens, text):
    assert Color(getattr(tokens, text)).contrast(tokens.bg, method="wcag21") >= 4.5
