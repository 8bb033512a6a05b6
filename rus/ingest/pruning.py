"""Old answers are cleared away; what the history was made of, what a stopped run needs and the newest always stay."""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rus.ingest import raw, runs
from rus.ingest.alone import alone
from rus.ingest.runs import RESUME_WITHIN
from rus.store import notes


@dataclass(frozen=True)
class Cleared:
    """How many landed answers were removed, and their size in bytes."""

    answers: int = 0
    size: int = 0


@dataclass(frozen=True)
class _Landed:
    """One answer on disk; `at` in UTC."""

    about: Path
    url: str
    at: datetime

    @property
    def body(self) -> Path:
        return self.about.with_suffix(".bin")


def prune(now: datetime) -> Cleared:
    """Remove the landed answers, and the notes of runs, that nothing needs any more.

    An answer goes when it is older than a run may be gone on with, is not the newest to its question, and no fetch of
    the history was made of it. A run's note goes when all its series have been in later runs.

    Raises:
        StoreError: an update is running.
    """
    if not raw.folder().is_dir():
        return Cleared()
    with alone():
        by_question: dict[str, list[_Landed]] = {}
        for landed in _landed():
            by_question.setdefault(landed.about.stem, []).append(landed)
        told = _told()
        size = answers = 0
        for each in by_question.values():
            each.sort(key=lambda landed: landed.at)
            needed = _needed(each, told.get(each[0].url, [])) | {each[-1].about}
            for old in each:
                if old.about not in needed and now - old.at >= RESUME_WITHIN:
                    size += old.body.stat().st_size if old.body.exists() else 0
                    answers += 1
                    _remove(old)
        _forget_runs(now)
        for day in raw.folder().glob("????-??-??"):
            with suppress(OSError):  # it is not empty
                day.rmdir()
        return Cleared(answers, size)


def _landed() -> Iterator[_Landed]:
    """The readable answers; what can't be read is let be."""
    for path in raw.folder().glob("????-??-??/*.json"):
        try:
            about = json.loads(path.read_text(encoding="utf-8"))
            yield _Landed(path, str(about["url"]), datetime.fromisoformat(about["fetched_at"]).astimezone(UTC))
        except (OSError, ValueError, KeyError, TypeError):
            continue


def _told() -> dict[str, list[datetime]]:
    """Each address that the history was made of, and when (UTC)."""
    found: dict[str, list[datetime]] = {}
    for note in (*(note for _, note in notes.notes()), *notes.checked()):
        for url in dict.fromkeys(note.urls):
            found.setdefault(url, []).append(note.retrieved.astimezone(UTC))
    return found


def _needed(each: list[_Landed], told: list[datetime]) -> set[Path]:
    """The answers to one question, oldest first, that fetches were made of: the last one before each."""
    found = set()
    for when in told:
        before = [landed.about for landed in each if landed.at <= when]
        found |= set(before[-1:])
    return found


def _remove(old: _Landed) -> None:
    """The description first: without it the body is as if it had never come."""
    with suppress(OSError):  # another program holds it open (Windows): then the next time
        old.about.unlink()
        old.body.unlink(missing_ok=True)


def _forget_runs(now: datetime) -> None:
    """Notes of runs whose series have all been in later ones: `--offline` finds each series in its newest."""
    seen: set[str] = set()
    for number, run in enumerate(list(runs.all_runs())):
        own = {key for batch in run.batches for key in batch.series}
        if number and own <= seen and now - run.started >= RESUME_WITHIN:
            run.path.unlink(missing_ok=True)
        seen |= own
