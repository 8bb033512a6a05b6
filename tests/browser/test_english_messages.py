"""What is wrong in a file or a question is said in English too, whatever it is: every message of the sources is asked.

The script is asked alone, without the program: it needs nothing but the catalogue of messages.
"""

import ast
import re
from base64 import b64encode
from collections.abc import Iterator

import pytest

from rus.core import paths
from rus.ui import english
from tests.browser.swedish import LETTERS, WORDS, without_names
from tests.spelling.collecting import literals

PAGE = (
    "<!doctype html><html><head></head><body>"
    '<script data-messages="data:application/json;base64,{messages}">{script}</script></body></html>'
)
READY = "window.rusEnglish && window.rusEnglish.say('kvinnor') === 'women'"
SAY = "(texts) => texts.map(window.rusEnglish.say)"
WHOLE = ("rus/catalogue/*.py", "rus/texts/*.py", "rus/views/pages.py", "rus/views/sets.py", "rus/views/report_text.py")
"""Modules whose texts all are what `rus check` says, or labels."""
RAISED = ("rus/views/*.py", "rus/ui/*.py", *(f"rus/store/{name}.py" for name in ("asof", "builds", "moments", "store")))
"""Modules whose errors reach a page; what a build says is only said where `rus build` runs."""
COMMANDS = {"listen.py", "prepare.py"}
"""What is said in the window where `rus start` was written."""
NOT_SAID = {"utan {}", "miljömässig", "Texterna är sparade men gick inte att kopiera till %s: %s"}
"""A part of a series' id, a value that files have, and what only the server's log says."""
VALUES = ("7", "X1", "2024", "7 maj 2026", "kvinnor")
"""What stands in for what varies: one of them is of the kind that the message has there."""
LINES = {
    "data/report/metod.md rad 1: måttet nej finns inte; sök efter det med rus list": "line 1: the indicator nej",
    "data/report/metod.md rad 3: x har inget värde i Kumla för kvinnor; grupper som finns: total": "in Kumla for women",
    "data/report/a.md: kapitlet finns inte; kapitel som finns: sammanfattning, metod": "exist: sammanfattning, metod",
    "data/report/a.md: views: /vyer: Vyns adress innehåller val som inte finns här: ind=nej.": "exist here: ind=nej.",
    "data/views/a.toml rad 12: vy 3: sidan /utforka finns inte här; menade du /utforska?": "line 12: view 3: the page",
    "min samling.toml: vy 1: länken säger inte vilket mått; kopiera länken från Utforska på nytt": "view 1: the link",
    "indicators/a/b.toml: unit: ska vara text inom citattecken (nu står 'A. B')": "in quotation marks (now 'A. B')",
    "indicators/a/b.toml: better: ska vara ett av 'higher', 'lower' eller 'neutral'": "'higher', 'lower' or 'neutral'",
    'indicators/a/b.toml: series.0.group.age: "x" finns inte; menade du "y"?': '"x" does not exist; did you mean "y"?',
    'indicators/a/b.toml, indicators/c/b.toml: id "b" används 2 gånger; döp om alla utom en': 'id "b" is used 2 times',
    "Kumla: långt över det som slumpen ger 84,3 procent av 12 086": "Kumla: far above what chance gives, 84.3 per cent",
    "Granskad 26 november 2026 klockan 06.12 av Ann Ek": "Reviewed 26 November 2026 at 06:12 by Ann Ek",
    "kvinnor − män": "women − men",
    "budget.cost.0.total: 7 är angivet men delarna blir 9; det är mer än avrundning (2 kronor): rätta beloppen": (
        "the parts add up to 9; that is more than rounding (2 kronor): correct the amounts"
    ),
}
"""Whole lines as they are shown, each with a part of its English: how messages are put together, and what hovers."""


@pytest.fixture(scope="module")
def say(browser):
    """Asks the script for the English of texts."""
    script = (paths.ROOT / "static" / "english.js").read_text(encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.set_content(PAGE.format(messages=b64encode(english.messages().body).decode(), script=script))
    page.wait_for_function(READY, polling=50)
    yield lambda texts: page.evaluate(SAY, texts)
    context.close()


def _messages() -> Iterator[str]:
    for pattern in WHOLE:
        for path in sorted(paths.ROOT.glob(pattern)):
            yield from (text for _, text in literals(ast.parse(path.read_text(encoding="utf-8"))))
    for pattern in RAISED:
        for path in sorted(paths.ROOT.glob(pattern)):
            if path.name not in COMMANDS:
                tree = ast.parse(path.read_text(encoding="utf-8"))
                yield from (text for line, text in literals(tree) if line in _lines_raised(tree))


def _lines_raised(tree: ast.Module) -> set[int]:
    raised = (node.exc for node in ast.walk(tree) if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call))
    return {line for call in raised for line in range(call.lineno, (call.end_lineno or call.lineno) + 1)}


def test_every_message_has_an_english(say):
    messages = sorted({t for t in _messages() if t not in NOT_SAID and "\\" not in t and not t.startswith(" ")})
    ways = {text: [re.sub(r"\{\w*\}", value, text) for value in VALUES] for text in messages}
    asked = sorted({one for way in ways.values() for one in way})
    said = dict(zip(asked, say(asked), strict=True))
    lost = [text for text, way in ways.items() if all(said[one] == one for one in way)]
    assert lost == [], "add to rus/ui/english.po"
    assert len(messages) > 120


@pytest.mark.parametrize(("line", "part"), LINES.items())
def test_a_whole_line_is_english(say, line, part):
    (told,) = say([line])
    rest = without_names(told)
    assert part in told
    assert not WORDS.search(re.sub(r"\S+[/.]\S+|sammanfattning, metod", "", rest))
    assert not LETTERS.search(rest)
