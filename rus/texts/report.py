"""The report's own texts: one file a chapter in `data/report`, written with live values and never with numbers.

A file begins with a head of keys between two lines `+++` (it may be left out); what follows are paragraphs.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from rus.catalogue.read import Reader
from rus.catalogue.strict import Strict
from rus.core import paths
from rus.core.errors import CatalogueError
from rus.texts.kinds import Address, Line

FENCE = "+++"
COMMENT = "#"


class ChapterHead(Strict):
    """What stands between the fences: the chapter's title and the views drawn in it, where others than usual."""

    title: Line | None = None
    views: Annotated[tuple[Address, ...], Field(strict=False, max_length=8)] | None = None


@dataclass(frozen=True)
class Paragraph:
    """A paragraph as it is written, and the line of the file that it begins on."""

    line: int
    text: str


@dataclass(frozen=True)
class ChapterFile:
    """One file. `id` is its stem, `file` its path in the content folder; `views` is None for the usual ones."""

    id: str
    file: str
    title: str
    views: tuple[str, ...] | None
    paragraphs: tuple[Paragraph, ...]


def read_report(root: Path | None = None) -> tuple[ChapterFile, ...]:
    """Every chapter file of `data/report/*.md`; nothing where there is no such folder.

    Raises:
        CatalogueError: with one line for every head that is wrong, in every file.
    """
    base = (root or paths.content()).resolve()
    reader, found = Reader(base), []
    for path in sorted((base / "data" / "report").glob("*.md")):
        read = _read(path, reader)
        if read:
            found.append(read)
    if reader.problems:
        raise CatalogueError(sorted(set(reader.problems)))
    return tuple(found)


def _read(path: Path, reader: Reader) -> ChapterFile | None:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        reader.say(path, "är inte UTF-8; spara filen som UTF-8")
        return None
    except OSError as err:
        reader.say(path, f"går inte att läsa: {err.strerror}")
        return None
    head, first = _head(lines, path, reader)
    if head is None:
        return None
    where = path.relative_to(reader.root).as_posix()
    return ChapterFile(path.stem, where, head.title or "", head.views, tuple(_paragraphs(lines, first)))


def _head(lines: list[str], path: Path, reader: Reader) -> tuple[ChapterHead | None, int]:
    """The head, and the place of the first line after it."""
    if not lines or lines[0].strip() != FENCE:
        return ChapterHead(), 0
    end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() == FENCE), None)
    if end is None:
        reader.say(path, f"huvudet har inget slut; skriv en rad med {FENCE} efter nycklarna")
        return None, 0
    try:
        fields = tomllib.loads("\n".join(lines[1:end]))
    except tomllib.TOMLDecodeError as err:
        reader.say(path, f"huvudet är inte giltig TOML ({err}); texter ska stå inom citattecken")
        return None, 0
    return reader.model(ChapterHead, path, fields), end + 1


def _paragraphs(lines: list[str], first: int) -> Iterator[Paragraph]:
    """Lines that stand together; a line that begins with # is a note to those who write, and is not shown."""
    gathered: list[str] = []
    start = first
    for n, line in enumerate([*lines[first:], ""], first):
        said = "" if line.lstrip().startswith(COMMENT) else line.strip()
        if not gathered:
            start = n
        if line.strip() and (said or gathered):
            gathered.append(said)
        elif gathered:
            yield Paragraph(start + 1, "\n".join(gathered))
            gathered = []
