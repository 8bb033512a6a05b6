"""Locked reports: what was said and with which figures, kept so that it opens unchanged."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TypeVar

from rus.texts.approvals import Spoken, key_of, spoken_of
from rus.texts.kinds import Approval, Body, Conclusion, LockedChapter, ReportLock
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
    """Every locked report, the newest first."""
    return sorted(texts.all(ReportLock), key=lambda kept: kept.saved_at, reverse=True)


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


def spoken_then(texts: Texts, locked: ReportLock, said: Iterable[tuple[str, str]]) -> tuple[Spoken, ...]:
    """Sentences with what people had said of them when the report was locked."""
    said = tuple(said)
    keys = [key_of(place, sentence) for place, sentence in said]
    found = {key: kept for key in keys if (kept := _then(texts, Approval, locked, key))}
    return spoken_of(found, said)


def _then(texts: Texts, of: type[B], locked: ReportLock, key: str) -> Kept[B] | None:
    version = locked.versions.get(f"{of.kind}/{key}")
    if version is None:
        return None
    return next((kept for kept in texts.history(of, key) if kept.version == version), None)
