"""Presentations: those that ship as files with the content, and those people have made or changed themselves."""

import re
import unicodedata
from dataclasses import dataclass, replace

from rus.core import paths
from rus.texts.kinds import Body, Slide, Story
from rus.texts.shipped import last_version, read_shipped
from rus.texts.texts import Kept, Texts

LONGEST_KEY = 60


@dataclass(frozen=True)
class Told:
    """A presentation as it is now.

    `version` is that of the text, 0 where nobody has written any: what a writer has seen. `shipped` says that a file
    holds it, so that it comes back as it was when a change is taken away.
    """

    key: str
    story: Story
    version: int = 0
    shipped: bool = False

    @property
    def minutes(self) -> int:
        """How long it takes, as far as slides have a time."""
        return sum(slide.minutes for slide in self.story.slides)


def read_stories() -> dict[str, Story]:
    """Key → presentation of `data/stories/*.toml`; nothing where there is no such folder.

    Raises:
        CatalogueError: with one line for every problem in every file.
    """
    return read_shipped(paths.stories(), Story)


def stories(texts: Texts) -> dict[str, Told]:
    """Every presentation by key: people's own words before the file's, shipped ones first. Raises as `read_stories`."""
    shipped = read_stories().items()
    found = {key: Told(key, story, last_version(texts, Story, key), shipped=True) for key, story in shipped}
    for kept in texts.all(Story):
        if kept.body is not None:
            found[kept.key] = Told(kept.key, kept.body, kept.version, shipped=kept.key in found)
    return found


def new_key(title: str, taken: set[str], texts: Texts, of: type[Body] = Story) -> str:
    """A key for a new presentation, made of its title; never one that was used before.

    Args:
        title: as somebody wrote it.
        taken: keys in use.
        texts: where earlier ones, taken away since, are remembered.
        of: what it is for, where that is no presentation.
    """
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_KEY].strip("-") or "presentation"
    every = (stem, *(f"{stem}-{n}" for n in range(2, 10_000)))
    return next(key for key in every if key not in taken and not texts.history(of, key))


def saved(texts: Texts, told: Told, story: Story, *, data_version: str = "") -> Told:
    """Keep a presentation as it now is. Raises as `Texts.save`, where somebody changed it meanwhile too."""
    kept: Kept[Story] = texts.save(story, told.key, author="", seen=told.version, data_version=data_version)
    return replace(told, story=story, version=kept.version)


def with_slides(story: Story, slides: list[Slide]) -> Story:
    """The presentation with other slides."""
    return story.model_copy(update={"slides": tuple(slides)})
