"""Named sets of views: those that ship as files with the content, and those people have made; as a file and back."""

import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pydantic import ValidationError

from rus.catalogue.remedy import in_words
from rus.core import paths
from rus.core.errors import CatalogueError, UsageError
from rus.texts.kinds import MOST_VIEWS, SavedView, ViewSet
from rus.texts.shipped import last_version, read_shipped
from rus.texts.texts import Kept, Texts

MOST_BYTES = 200_000
TOO_LARGE = "filen är för stor för en samling; välj en fil som är sparad härifrån"


@dataclass(frozen=True)
class Held:
    """A set as it is now; `version` and `shipped` as of a presentation (`rus.texts.stories.Told`)."""

    key: str
    body: ViewSet
    version: int = 0
    shipped: bool = False


def read_sets() -> dict[str, ViewSet]:
    """Key → set of `data/views/*.toml`; nothing where there is no such folder.

    Raises:
        CatalogueError: with one line for every problem in every file.
    """
    return read_shipped(paths.view_sets(), ViewSet)


def sets(texts: Texts) -> dict[str, Held]:
    """Every set by key: people's own before the file's, shipped ones first. Raises as `read_sets`."""
    found = {key: Held(key, body, last_version(texts, ViewSet, key), shipped=True) for key, body in read_sets().items()}
    for kept in texts.all(ViewSet):
        if kept.body is not None:
            found[kept.key] = Held(kept.key, kept.body, kept.version, shipped=kept.key in found)
    return found


def saved(texts: Texts, held: Held, body: ViewSet, *, data_version: str = "") -> Held:
    """Keep a set as it now is. Raises as `Texts.save`, where somebody changed it meanwhile too."""
    kept: Kept[ViewSet] = texts.save(body, held.key, author="", seen=held.version, data_version=data_version)
    return replace(held, body=body, version=kept.version)


def with_views(body: ViewSet, added: Sequence[SavedView]) -> ViewSet:
    """The set with views after its last one.

    Raises:
        UsageError: there is nothing new to add, or no room for it.
    """
    if not added:
        raise UsageError("Vyn finns redan i samlingen.")
    if len(body.views) + len(added) > MOST_VIEWS:
        raise UsageError(f"En samling rymmer {MOST_VIEWS} vyer. Ta bort en vy ur samlingen först, eller gör en ny.")
    return body.model_copy(update={"views": (*body.views, *added)})


def as_file(body: ViewSet) -> str:
    """The set as TOML, which `read_file` and the folder of shipped sets both take."""
    lines = [f"title = {_quoted(body.title)}"]
    if body.text:
        lines.append(f"text = {_quoted(body.text)}")
    for one in body.views:
        lines += ["", "[[views]]", *([f"title = {_quoted(one.title)}"] if one.title else [])]
        lines.append(f"view = {_quoted(one.view)}")
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    """A TOML basic string: the same as JSON's, but for one sign that JSON leaves bare."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def read_file(name: str, content: bytes) -> ViewSet:
    """A set from a file that somebody hands in.

    Args:
        name: of the file, for the message.
        content: of the file.

    Raises:
        CatalogueError: with one line for every problem in it.
    """
    if len(content) > MOST_BYTES:
        raise CatalogueError([f"{name}: {TOO_LARGE}"])
    try:
        return ViewSet.model_validate(tomllib.loads(content.decode("utf-8")))
    except UnicodeDecodeError:
        problems = ["är inte UTF-8; spara filen som UTF-8"]
    except tomllib.TOMLDecodeError as error:
        problems = [f"är inte giltig TOML ({error}); texter ska stå inom citattecken"]
    except ValidationError as error:
        problems = in_words(error, ViewSet)
    raise CatalogueError([f"{name}: {problem}" for problem in problems])
