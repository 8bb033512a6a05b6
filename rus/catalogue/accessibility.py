"""The accessibility statement: what the law (2018:1937) wants told, and Digg's list of what it must hold."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field, HttpUrl

from rus.catalogue.read import Reader
from rus.catalogue.strict import Strict, Text
from rus.core import paths
from rus.core.errors import CatalogueError

Conformance = Literal["fully", "partly", "not"]
PATH = Path("data") / "reference" / "accessibility.toml"


class Shortcoming(Strict):
    """Something that does not meet the law: what, whom it hits, why, and what one can do instead.

    `platform`: the fault of what the site is built with. `criterion` is the number in WCAG, such as `2.1.1`; `noticed`
    the day it was seen; `mending` what is done about it.
    """

    what: Text
    hits: Text
    why: Text
    instead: Text
    mending: Text
    criterion: str = Field(pattern=r"^[1-4]\.\d\.\d{1,2}$")
    noticed: date
    platform: bool = False


class Statement(Strict):
    """`data/reference/accessibility.toml`: who answers for what service, how far it meets the law, and what it lacks.

    `contact` is a mail address; without one the page says that it is missing. `burden` is what is left out as
    unreasonably heavy (12 §), `outside` what the law does not ask for (9 §).
    """

    actor: Text
    service: Text
    conformance: Conformance
    assessed: date
    updated: date
    method: list[Text] = Field(min_length=1)
    not_tried: list[Text] = []
    contact: str | None = Field(default=None, pattern=r"^[^@\s]+@[^@\s]+\.[a-z]+$")
    contact_note: Text
    supervision: Text
    supervision_link: HttpUrl = Field(strict=False)
    burden: list[Text] = []
    outside: list[Text] = []
    shortcoming: list[Shortcoming] = []


def _problems(statement: Statement) -> Iterator[str]:
    if statement.updated < statement.assessed:
        yield f"updated: {statement.updated} ligger före assessed {statement.assessed}; rätta en av dem"
    if statement.conformance == "fully" and statement.shortcoming:
        yield 'conformance: "fully" går inte ihop med kända brister; skriv "partly" eller ta bort bristerna'
    if statement.conformance != "fully" and not statement.shortcoming:
        yield f'shortcoming: saknas; "{statement.conformance}" kräver minst en brist'
    for n, fault in enumerate(statement.shortcoming):
        if fault.noticed > statement.updated:
            yield f"shortcoming.{n}.noticed: {fault.noticed} ligger efter updated {statement.updated}; rätta updated"


def read_statement(root: Path | None = None) -> Statement | None:
    """Read and check the accessibility statement of a content folder.

    Args:
        root: the content folder; None is the one in use (`RUS_CONTENT`).

    Returns:
        The statement; None where there is no file.

    Raises:
        CatalogueError: with one line for every problem.
    """
    root = (root or paths.content()).resolve()
    reader, path = Reader(root), root / PATH
    fields = reader.toml(path) if path.is_file() else None
    statement = reader.model(Statement, path, fields) if fields is not None else None
    for problem in _problems(statement) if statement else ():
        reader.say(path, problem)
    if reader.problems:
        raise CatalogueError(sorted(set(reader.problems)))
    return statement
