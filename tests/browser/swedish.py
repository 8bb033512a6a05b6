"""What is still Swedish on an English page: every text and accessible name, and whether it may be so.

May stay Swedish, and is then said to be (`lang="sv"`): what the content's files say (names, goals, definitions, notes
on sources) and what people have written. Sentences written from the figures are English.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pandas as pd

from rus.core import paths
from rus.ui.english import read_messages

WRITTEN = "[class*=st-key-chapter_] .prose"
"""Where a text that people write stands in pieces, between figures: the report."""
SEEN = """(written) => {
  const found = [], names = ["aria-label", "title", "placeholder", "alt"];
  const skip = "script, style, noscript, code, pre, textarea, a[hreflang], " +
    "[class*=st-key-english_], [data-testid=stIconMaterial]";
  const say = (words, element) => {
    const text = words.replace(/[\\u00ad\\u2060]/g, "").replace(/\\s+/g, " ").trim();
    if (!/\\p{L}/u.test(text) || element.closest(skip)) return;
    const where = element.tagName.toLowerCase() + "." + (element.getAttribute("class") ?? "");
    const said = element.closest("[lang]");
    found.push({text, kind: said.dataset.en ?? said.lang, may: !!element.closest(written), where});
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === 3) say(node.nodeValue, node.parentElement);
    else {
      for (const name of names) if (node.hasAttribute(name)) say(node.getAttribute(name), node);
      if (node.matches("input[role=combobox]")) say(node.value, node);
    }
  }
  return found;
}"""
LETTERS = re.compile(r"[åäöÅÄÖ]")
WORDS = re.compile(
    r"\b(?:och|att|det|som|ett|inte|eller|från|vid|kan|ska|saknas|alla|med|till|den|har|av|mellan|kvinnor|kommun(?:er)?)\b",
    re.IGNORECASE,
)


CODES = re.compile(r"data/\S+\.md|(?:import|derived|kolada|file)[-:]\S+|[A-ZÅÄÖ]\w+(?: [A-ZÅÄÖ]\w+)? County")
QUESTIONS = {"women", "men", "total", "period", "region", "sex", "time", "value", "keywords", "unit"}
"""Keys whose values are what to ask a source, or words of ours; keys with a capital are a source's own."""


def seen(page) -> list[dict]:
    """Every text and accessible name of the page: words, language, whether it stands in people's text, and where."""
    return page.evaluate(SEEN, WRITTEN)


def wrong(found: Iterable[dict]) -> Iterator[str]:
    """What should have an English and has none, and what is said to be English and is not."""
    for one in found:
        rest = without_names(one["text"])
        if one["kind"] == "sv":
            if not one["may"] and re.search(r"[^\W\d_]{2}", rest):
                yield f"{one['text']}  <{one['where']}>"
        elif one["kind"] == "en" and (LETTERS.search(rest) or WORDS.search(rest)):
            yield f"{one['text']}  <{one['where']}> (said to be English)"


def as_entries(texts: Iterable[str]) -> str:
    """The texts ready to be pasted into `rus/ui/english.po`."""
    plain = dict.fromkeys(re.sub(r"  <.*", "", text).replace('"', '\\"') for text in texts)
    return "".join(f'\nmsgid "{text}"\nmsgstr ""\n' for text in plain)


def without_names(text: str) -> str:
    """The text without what the content's files say, and without names of places."""
    return CODES.sub("", _content().sub("", text))


@cache
def _content() -> re.Pattern[str]:
    ours = {swedish.lower() for swedish, _ in read_messages()}
    said = {words for value in _values() if (words := " ".join(value.split())) and words.lower() not in ours}
    said |= {word for path in paths.indicators().rglob("*.toml") for word in _keywords(path)}
    longest = sorted((re.escape(words) for words in said if len(words) > 2), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)", re.IGNORECASE)


def _keywords(path: Path) -> list[str]:
    """An indicator's own words to be found by, some of which are words of ours too; they stand as they are written."""
    found: list[str] = tomllib.loads(path.read_text(encoding="utf-8")).get("keywords", [])
    return found


def _values() -> Iterator[str]:
    for folder in (paths.indicators(), paths.projects(), paths.stories(), paths.view_sets(), paths.reference()):
        for path in folder.rglob("*.toml"):
            yield from _texts(tomllib.loads(path.read_text(encoding="utf-8")))
    for path in paths.content().glob("data/report/*.md"):
        yield from re.findall(r'^title = "(.+)"$', path.read_text(encoding="utf-8"), re.MULTILINE)
    yield from pd.read_csv(paths.reference() / "regions.csv", dtype=str)["name"]
    for name in ("sources.csv", "series.csv"):
        path = paths.seed() / name
        yield from pd.read_csv(path, dtype=str).stack().dropna() if path.is_file() else ()


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in QUESTIONS and not key[:1].isupper():
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, str):
        yield value
