"""Texts that ship as files with the content, and which version a change of one starts from."""

from pathlib import Path
from typing import TypeVar

from rus.catalogue.read import Reader
from rus.core import paths
from rus.core.errors import CatalogueError
from rus.texts.kinds import Body
from rus.texts.texts import Texts

B = TypeVar("B", bound=Body)


def read_shipped(folder: Path, of: type[B]) -> dict[str, B]:
    """Key → text of the folder's TOML files; nothing where there is no such folder.

    Raises:
        CatalogueError: with one line for every problem in every file.
    """
    reader = Reader(paths.content())
    found: dict[str, B] = {}
    for path in sorted(folder.glob("*.toml")):
        fields = reader.toml(path)
        body = reader.model(of, path, fields) if fields is not None else None
        if body:
            found[path.stem] = body
    if reader.problems:
        raise CatalogueError(sorted(set(reader.problems)))
    return found


def last_version(texts: Texts, of: type[Body], key: str) -> int:
    """The version that a change of this text starts from, taken away or not; 0 where nobody has changed it."""
    before = texts.history(of, key)
    return before[0].version if before else 0
