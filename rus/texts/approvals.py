"""Sentences made from figures, and whether a person stands for them: unread until somebody has approved just that."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from rus.texts.kinds import Approval
from rus.texts.texts import Kept, Texts

DIGITS = 16
NEVER = datetime.min


@dataclass(frozen=True)
class Spoken:
    """One sentence on a page.

    `auto` is made from figures, `own` what an analyst would rather say, empty where the sentence is good as it is.
    `approved` says that a person stands for it; `author` and `saved_at` then say who and when.
    """

    place: str
    auto: str
    own: str = ""
    approved: bool = False
    author: str = ""
    saved_at: datetime = NEVER

    @property
    def text(self) -> str:
        """What a reader sees."""
        return self.own or self.auto

    @property
    def key(self) -> str:
        """Under which the approval is kept: the place and exactly this sentence."""
        return key_of(self.place, self.auto)


def key_of(place: str, sentence: str) -> str:
    """A key that another sentence in the place, or the same elsewhere, does not have.

    Args:
        place: where it stands, such as `start-right_way`.
        sentence: the sentence as made from the figures.
    """
    return f"{place}:{hashlib.sha256(sentence.encode()).hexdigest()[:DIGITS]}"


def spoken(texts: Texts, said: Iterable[tuple[str, str]]) -> tuple[Spoken, ...]:
    """Each (place, sentence) with what people have said of it.

    Raises:
        TextsError: what people have written can't be read.
    """
    return spoken_of(_approved(texts), said)


def spoken_of(kept: Mapping[str, Kept[Approval]], said: Iterable[tuple[str, str]]) -> tuple[Spoken, ...]:
    """The same of approvals by key, such as those that a locked report was locked with."""
    return tuple(_one(place, auto, kept.get(key_of(place, auto))) for place, auto in said)


def approved(texts: Texts, sentence: str) -> Spoken | None:
    """Who stands for exactly this sentence, wherever it stood: the one who read it last; None where nobody has.

    Raises:
        TextsError: what people have written can't be read.
    """
    same = [k for k in _approved(texts).values() if k.body and k.body.sentence == sentence]
    if not same:
        return None
    last = max(same, key=lambda kept: kept.saved_at)
    return _one(last.key.partition(":")[0], sentence, last)


def _one(place: str, auto: str, kept: Kept[Approval] | None) -> Spoken:
    if kept is None or kept.body is None or kept.body.sentence != auto:
        return Spoken(place, auto)
    return Spoken(place, auto, kept.body.own_words, approved=True, author=kept.author, saved_at=kept.saved_at)


def _approved(texts: Texts) -> dict[str, Kept[Approval]]:
    """Every approval by key, read once for each state of the file."""
    try:
        found = texts.file.stat()
    except OSError:
        return {}
    return _read(texts.folder, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=4)
def _read(folder: Path, _changed: int, _size: int) -> dict[str, Kept[Approval]]:
    return {kept.key: kept for kept in Texts(folder).all(Approval)}


def seen(texts: Texts, key: str) -> int:
    """The version that a change of this approval starts from, taken away or not."""
    versions = texts.history(Approval, key)
    return versions[0].version if versions else 0
