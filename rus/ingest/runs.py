"""What a run meant to fetch, and how far it came: so that a stopped run goes on, and `--offline` asks the same again.

Series share requests, so an answer is found again only by a run that groups the series in the same way. Each run
therefore keeps its batches in `raw/runs/<when it began>.json`.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from rus.ingest import raw

RESUME_WITHIN = timedelta(hours=24)
_STAMP = "%Y-%m-%dT%H%M%S.%fZ"


@dataclass(frozen=True)
class Kept:
    """One batch as it was asked: loader, series keys, regions (empty = all) and since when changed."""

    loader: str
    series: tuple[str, ...]
    regions: tuple[str, ...]
    since: date | None


@dataclass
class Run:
    """One run.

    `refused`: keys of answers that could not be used; `stored`: whether the history has something that is in no build
    yet; `finished`: whether the run came to its end.
    """

    started: datetime
    batches: list[Kept] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    stored: bool = False
    finished: bool = False

    @property
    def path(self) -> Path:
        """The file of the run."""
        return raw.folder() / "runs" / f"{self.started:{_STAMP}}.json"

    def save(self) -> None:
        """Write the run as it is now.

        Raises:
            StoreError: the disk refuses.
        """
        told = {
            "batches": [
                {
                    "loader": b.loader,
                    "series": b.series,
                    "regions": b.regions,
                    "since": b.since.isoformat() if b.since else None,
                }
                for b in self.batches
            ],
            "refused": sorted(self.refused),
            "stored": self.stored,
            "finished": self.finished,
        }
        raw.write_whole(self.path, json.dumps(told, ensure_ascii=False, indent=1).encode())


def _read(path: Path) -> Run | None:
    """The run in a file; None where it can't be understood."""
    try:
        told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        batches = [
            Kept(
                str(b["loader"]),
                tuple(b["series"]),
                tuple(b["regions"]),
                date.fromisoformat(b["since"]) if b["since"] else None,
            )
            for b in told["batches"]
        ]
        started = datetime.strptime(path.stem + ".json", f"{_STAMP}.json").replace(tzinfo=UTC)
        return Run(started, batches, set(told["refused"]), bool(told["stored"]), bool(told["finished"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def all_runs() -> Iterator[Run]:
    """Every readable run, newest first, each read when it is come to."""
    found = sorted((raw.folder() / "runs").glob("*.json"), reverse=True)
    return (run for run in map(_read, found) if run)


def begin(now: datetime, *, offline: bool = False) -> Run:
    """The run to carry out: the newest one, if it was stopped on its way less than a day ago, else a new one.

    A new run knows whether an earlier one stored figures that are in no build yet. `offline`: the newest run, whatever
    became of it, since nothing is asked for that could be gone on with.
    """
    last = next(all_runs(), None)
    if last and last.batches and not last.finished:
        last.stored = True  # it may have been stopped after the history and before its own note of it
    if last and (offline or (not last.finished and now - last.started < RESUME_WITHIN)):
        return last
    return Run(now, stored=last.stored if last else False, finished=offline)
