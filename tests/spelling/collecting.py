"""Every Swedish text that a reader meets, each with where it stands.

Of the program: string literals of the modules that write words. Not docstrings, not keys, addresses, markup or English:
a literal counts when it reads as Swedish: it has å, ä or ö, or a common Swedish word among others, or is a label (only
letters, the first a capital) that is not a name of the module's.
Of the content: the values of the keys that are texts, in every TOML file that people edit.
"""

import ast
import html
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import get_args

from pydantic import BaseModel

from rus.catalogue import accessibility, project, read
from rus.catalogue.strict import Strict
from rus.core import paths
from rus.texts import kinds
from rus.texts.report import read_report

ROOT = paths.ROOT
KNOWN_MODELS = (accessibility, project, read, kinds)
"""Imported so that all their models are known to `Strict`."""
PROGRAM = (
    "rus/views",
    "rus/ui",
    "pages",
    "rus/analysis",
    "rus/cli",
    "rus/catalogue",
    "rus/core",
    "rus/texts",
    "rus/charts",
)
CODE = {
    "true",
    "false",
    "toml",
    "via",
    "background",
    "copies",
    "pxweb",
    "dv",
    "Vary",
    "Download",
    "download",
    "plot",
    "succeeded",
}
"""Words of files, addresses and libraries that no model names."""
CONTENT = ("indicators/**/*.toml", "data/projects/*.toml", "data/stories/*.toml", "data/reference/*.toml")
COMMON = {
    *(
        "och",
        "att",
        "det",
        "som",
        "en",
        "ett",
        "på",
        "är",
        "av",
        "för",
        "med",
        "till",
        "den",
        "har",
        "inte",
        "om",
        "men",
    ),
    *("eller", "från", "vid", "kan", "ska", "inga", "ingen", "saknas", "finns", "här", "alla", "utan", "mot", "mellan"),
    *("under", "efter", "varje", "hela", "per", "sedan"),
}
SWEDISH = re.compile(r"[åäöÅÄÖ]")
LABEL = re.compile(r"[A-ZÅÄÖ][a-zåäö]+( [a-zåäö]+)*")
MARKUP = re.compile(r"<(script|style)[^>]*>.*?</\1>|<[^>]*>|&[a-z]+;", re.DOTALL)
NOT_WORDS = re.compile(
    r"`[^`]*`|\d*abcdef\w*|https?://\S+|\S*[_/\\@=#{}]\S*|\b\S+\.(?:md|toml|csv|py|xlsx|json|svg|parquet|se|com)\b|--?\w[\w-]*|\$\w+"
)
LIVE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
"""What the report fills in itself."""
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", re.UNICODE)
NO_TEXT = {"id", "series", "code", "source_id", "link", "url", "metadata", "kind", "file", "regions", "region", "key"}


def of_program() -> Iterator[tuple[str, str]]:
    """Where, and a text."""
    for folder in PROGRAM:
        for path in sorted((ROOT / folder).rglob("*.py")):
            where = path.relative_to(ROOT).as_posix()
            for line, text in literals(ast.parse(path.read_text(encoding="utf-8"))):
                yield f"{where}:{line}", text


def literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The literals of a module that read as Swedish, with their lines; texts standing alone are documents."""
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    parts = {id(v) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for v in node.values}
    names = {getattr(node, "name", None) or getattr(node, "id", None) for node in ast.walk(tree)}
    for node in ast.walk(tree):
        if id(node) in alone or id(node) in parts:
            continue
        text = _text(node)
        if text and text not in names and reads_as_swedish(text):
            yield node.lineno, text


def _text(node: ast.AST) -> str:
    """A literal's words; what is put into it becomes a space with a mark that joins no words."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def reads_as_swedish(text: str) -> bool:
    """Whether a literal is words for a reader."""
    plain = MARKUP.sub(" ", text)
    found = plain.lower().split()
    return bool(SWEDISH.search(plain) or LABEL.fullmatch(plain)) or (len(found) > 1 and bool(COMMON & set(found)))


def of_content() -> Iterator[tuple[str, str]]:
    """Where, and a text, of the files that people edit."""
    for pattern in CONTENT:
        for path in sorted(ROOT.glob(pattern)):
            fields = tomllib.loads(path.read_text(encoding="utf-8"))
            where = path.relative_to(ROOT).as_posix()
            yield from ((f"{where}: {key}", text) for key, text in _values(fields, ""))
    for chapter in read_report(ROOT):
        yield from ((f"{chapter.file}:{p.line}", LIVE.sub(" ", p.text)) for p in chapter.paragraphs)


def _values(value: object, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in NO_TEXT:
                yield from _values(inner, f"{key}.{name}" if key else name)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner, key)
    elif isinstance(value, str) and " " in value:
        yield key, value


def words(text: str) -> list[str]:
    """The words of a text that can be spelt: no code, no addresses, no abbreviations in capitals, no single letters."""
    plain = html.unescape(MARKUP.sub(" ", text).replace("\u00ad", ""))
    found = WORD.findall(NOT_WORDS.sub(" ", plain.replace("{}", " ")))
    return [w for w in found if len(w) > 1 and not w.isupper()]


@cache
def named() -> frozenset[str]:
    """Keys and values of the files that people edit, and commands: a text that names one is not misspelt."""
    from rus.cli.program import program
    from rus.views.report_vocabulary import Vocabulary

    found = {*CODE, *program.commands, *vars(Vocabulary)}
    for model in _models(Strict):
        found |= set(model.model_fields)
        for field in model.model_fields.values():
            found |= set(_choices(field.annotation))
    return frozenset(found)


def _models(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for inner in kind.__subclasses__():
        yield inner
        yield from _models(inner)


def _choices(annotation: object) -> Iterator[str]:
    for part in get_args(annotation):
        if isinstance(part, str):
            yield part
        else:
            yield from _choices(part)
