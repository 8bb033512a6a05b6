"""Locked reports: what was said and with which figures, kept so that it opens unchanged."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TypeVar

from rus.core.errors import UsageError
from rus.texts.approvals import Spoken, key_of, spoken_of
from rus.texts.kinds import Approval, Body, Conclusion, LockedChapter, LockedSentence, ReportLock
from rus.texts.texts import Kept, Texts

B = TypeVar("B", bound=Body)


def lock(
    texts: Texts, title: str, author: str, build: str, chapters: Iterable[LockedChapter], versions: dict[str, int]
) -> Kept[ReportLock]:
    """Keep a report as it is now, under a key of its own that says when. Raises as `Texts.save`.

    Args:
        texts: where it is kept.
        title: what it is called.
        author: who locks it; may be empty.
        build: the data version of its figures.
        chapters: its words and views.
        versions: of people's texts in it (`versions_now`).
    """
    body = ReportLock(title=title, data_version=build, chapters=tuple(chapters), versions=versions)
    key = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%S%fZ")
    return texts.save(body, key, author=author, data_version=build)


def locks(texts: Texts) -> list[Kept[ReportLock]]:
    """Every locked report, the newest first; one that was taken away and brought back is as old as it was."""
    found = [_as_locked(texts, kept) if kept.version > 1 else kept for kept in texts.all(ReportLock)]
    return sorted(found, key=lambda kept: kept.saved_at, reverse=True)


def _as_locked(texts: Texts, kept: Kept[ReportLock]) -> Kept[ReportLock]:
    first = texts.history(ReportLock, kept.key)[-1]
    return replace(kept, saved_at=first.saved_at, author=first.author)


@dataclass(frozen=True)
class Unlocked:
    """A lock that is taken away: the report as it was locked, and who took the lock away when."""

    lock: Kept[ReportLock]
    by: str
    when: datetime
    version: int


def unlock(texts: Texts, key: str, author: str) -> None:
    """Take a lock away; the history keeps the report that was locked. Raises as `Texts.remove`.

    Raises:
        UsageError: there is no such lock.
    """
    newest = texts.newest(ReportLock, key)
    if newest is None:
        raise UsageError("Låset är redan borttaget. Det finns under Låsta rapporter och kan tas tillbaka där.")
    texts.remove(ReportLock, key, author=author, seen=newest.version)


def unlocked(texts: Texts) -> list[Unlocked]:
    """Every lock that is taken away, the last one first."""
    found = []
    for gone in texts.removed(ReportLock):
        history = texts.history(ReportLock, gone.key)
        last = next((kept for kept in history if kept.body), None)
        if last:
            first = history[-1]
            as_locked = replace(last, saved_at=first.saved_at, author=first.author)
            found.append(Unlocked(as_locked, gone.author, gone.saved_at, gone.version))
    return sorted(found, key=lambda one: one.when, reverse=True)


def lock_again(texts: Texts, gone: Unlocked) -> None:
    """Bring back a lock that was taken away, as it was. Raises as `Texts.save`."""
    assert gone.lock.body
    about = gone.lock
    texts.save(gone.lock.body, about.key, author=about.author, seen=gone.version, data_version=about.data_version)


def versions_now(texts: Texts, conclusions: Iterable[str], sentences: Iterable[tuple[str, str]]) -> dict[str, int]:
    """`kind/key` → version of each conclusion and each approved sentence that there is.

    Args:
        texts: where they are kept.
        conclusions: keys of conclusions.
        sentences: (place, sentence) made from figures.
    """
    approved = {kept.key: kept.version for kept in texts.all(Approval)}
    keys = [key_of(place, sentence) for place, sentence in sentences]
    found = {f"{Approval.kind}/{key}": approved[key] for key in keys if key in approved}
    for key in conclusions:
        newest = texts.newest(Conclusion, key)
        if newest:
            found[f"{Conclusion.kind}/{key}"] = newest.version
    return found


def conclusion_then(texts: Texts, locked: ReportLock, key: str) -> Kept[Conclusion] | None:
    """A conclusion as it was when the report was locked; None where there was none."""
    return _then(texts, Conclusion, locked, key)


def keeps_sentences(locked: ReportLock) -> bool:
    """Whether a report was locked with the sentences made from its figures, and not only people's own words."""
    return any(chapter.sentences for chapter in locked.chapters)


def spoken_then(texts: Texts, locked: ReportLock, said: Iterable[tuple[str, str]]) -> tuple[Spoken, ...]:
    """Sentences as they were shown when the report was locked, with what people had said of them.

    Args:
        texts: where approvals are kept.
        locked: the report.
        said: (place, sentence) as the program makes them now, which may be otherwise than then.
    """
    kept: dict[str, deque[LockedSentence]] = {}
    for one in (sentence for chapter in locked.chapters for sentence in chapter.sentences):
        kept.setdefault(one.place, deque()).append(one)
    now = tuple(said)
    then = [kept[place].popleft() if kept.get(place) else None for place, _ in now]
    as_made = tuple((place, one.auto if one else auto) for (place, auto), one in zip(now, then, strict=True))
    keys = [key_of(place, sentence) for place, sentence in as_made]
    found = {key: approval for key in keys if (approval := _then(texts, Approval, locked, key))}
    spoken = zip(spoken_of(found, as_made), then, now, strict=True)
    return tuple(replace(one, own=was.shown) if was and was.shown != auto else one for one, was, (_, auto) in spoken)


def _then(texts: Texts, of: type[B], locked: ReportLock, key: str) -> Kept[B] | None:
    version = locked.versions.get(f"{of.kind}/{key}")
    if version is None:
        return None
    return next((kept for kept in texts.history(of, key) if kept.version == version), None)
