"""The paragraphs of the report: templates of a strict kind → words, or every problem in them at once.

Jinja's sandbox renders them, with only what a text needs let through: words from `report_vocabulary`, and `if`. A word
that refuses is remembered with its line and the paragraph goes on, so that all mistakes are named in one go.
"""

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import wraps

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from rus.catalogue.catalogue import Catalogue
from rus.core.errors import UsageError
from rus.store.store import Store
from rus.texts.report import ChapterFile, Paragraph
from rus.views.report_figures import Hand, Used
from rus.views.report_vocabulary import Vocabulary

ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Const, nodes.Name, nodes.Call, nodes.Keyword, nodes.Neg),
    *(nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not),
)
"""What a text may be made of; all else is refused before it runs."""
SPACES = re.compile(r"[ \t\r\n]+")
"""Lines become one; hard spaces stay, since they hold a number and its unit together."""
NUMBER = re.compile(r"\d+(?:[ \u00a0.,–]\d+)*")
DIRECTION = re.compile(
    r"\b(?:(?:ök|minsk)(?:ar|at|ade|ning(?:en)?)|stig(?:er|it)|sjunk(?:er|it)|sjönk|fall(?:er|it)|föll|växer|växte|vuxit"
    r"|(?:fördubbl|halver)\w+|högre än|lägre än)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ByHand:
    """A number or a direction that somebody has written, which new figures will not change."""

    file: str
    line: int
    words: str
    number: bool


@dataclass(frozen=True)
class Rendered:
    """The words of one file: its paragraphs, or the problems (file, line, remedy) that keep them from being shown."""

    paragraphs: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    used: tuple[Used, ...] = ()
    by_hand: tuple[ByHand, ...] = ()


def rendered(store: Store | None, catalogue: Catalogue, file: ChapterFile, counts: tuple[str, ...] = ()) -> Rendered:
    """A chapter's text with the figures of a build.

    Args:
        store: the figures; None where only names and form are tried.
        catalogue: of the same build.
        file: the chapter as it is written.
        counts: of the first page's three sentences.
    """
    hand = Hand(store, catalogue, counts)
    page = _Page(file.file, Vocabulary(hand).words())
    said = [page.words_of(paragraph) for paragraph in file.paragraphs]
    paragraphs = () if page.problems else tuple(words for words in said if words)
    return Rendered(paragraphs, tuple(page.problems), tuple(dict.fromkeys(hand.used)), tuple(page.by_hand))


class _Page:
    """One file while it is rendered."""

    def __init__(self, file: str, words: dict[str, Callable[..., object]]) -> None:
        self._file = file
        self._first = 0
        self.problems: list[str] = []
        self.by_hand: list[ByHand] = []
        # No escaping here: these are words, and are made safe where they become markup.
        self._environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)  # as said
        self._environment.globals = {name: self._heeded(name, word) for name, word in words.items()}

    def words_of(self, paragraph: Paragraph) -> str:
        """The paragraph's words on one line; empty where it has a problem."""
        self._first = paragraph.line
        before = len(self.problems)
        try:
            tree = self._environment.parse(paragraph.text)
        except TemplateSyntaxError as err:
            remedy = "varje {{ }} och {% %} ska öppnas och stängas i samma stycke"
            self._say(err.lineno, f"mallen är trasig ({err.message}); {remedy}")
            return ""
        self.by_hand += self._written(tree)
        if not self._is_plain(tree):
            return ""
        standing_in = dict.fromkeys(self._unknown(tree), _nothing)
        try:
            said = self._environment.from_string(paragraph.text).render(standing_in)
        except (TemplateError, TypeError, ValueError, ArithmeticError) as err:
            self._say(1, f"mallen går inte att räkna ut ({err}); skriv om stycket")
            return ""
        return SPACES.sub(" ", said).strip(" ") if len(self.problems) == before else ""

    def _say(self, line: int, problem: str) -> None:
        self.problems.append(f"{self._file} rad {self._first + line - 1}: {problem}")

    def _is_plain(self, tree: nodes.Template) -> bool:
        """Whether a paragraph holds nothing but what is let through; what else it holds is said."""
        odd = [node for node in tree.find_all(nodes.Node) if not isinstance(node, ALLOWED)]
        for node in odd:
            kind = type(node).__name__
            self._say(node.lineno, f"{kind} får inte stå i en text; använd bara orden i docs/reports.md")
        return not odd

    def _unknown(self, tree: nodes.Template) -> Iterator[str]:
        """The words that do not exist, which are said; nothing stands in for them so that the rest is tried as well."""
        known = self._environment.globals
        for node in tree.find_all(nodes.Name):
            if node.name not in known:
                close = get_close_matches(node.name, known, n=1)
                there = f"menade du {close[0]}?" if close else f"ord som finns: {', '.join(sorted(known))}"
                self._say(node.lineno, f"ordet {node.name} finns inte; {there}")
                yield node.name

    def _written(self, tree: nodes.Template) -> Iterator[ByHand]:
        for node in tree.find_all(nodes.TemplateData):
            for is_number, pattern in ((True, NUMBER), (False, DIRECTION)):
                for found in pattern.finditer(node.data):
                    line = self._first + node.lineno - 1 + node.data.count("\n", 0, found.start())
                    yield ByHand(self._file, line, found.group(), is_number)

    def _heeded(self, name: str, word: Callable[..., object]) -> Callable[..., object]:
        """The word, made to remember what it refuses instead of stopping the text."""
        form = inspect.signature(word)

        @wraps(word)
        def said(*args: object, **kwargs: object) -> object:
            try:
                form.bind(*args, **kwargs)
            except TypeError:
                takes = ", ".join(p for p in form.parameters)
                self._say(_line(), f"{name} används inte så; det tar {takes}")
                return ""
            try:
                return word(*args, **kwargs)
            except UsageError as err:
                self._say(_line(), str(err))
                return ""

        return said


def _nothing(*_: object, **__: object) -> str:
    return ""


def _line() -> int:
    """The line of the template that is being rendered, from the frame that Jinja compiled it to."""
    frame = inspect.currentframe()
    while frame and "__jinja_template__" not in frame.f_globals:
        frame = frame.f_back
    return frame.f_globals["__jinja_template__"].get_corresponding_lineno(frame.f_lineno) if frame else 1
