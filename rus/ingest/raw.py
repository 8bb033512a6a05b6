"""Answers as they came: on disk before anything is read from them, and found again by what was asked.

`raw/<day>/<key>.bin` is the body byte for byte; `<key>.json` beside it says what was asked, when, and the body's hash.
The second is written last, so an answer that was cut off on its way to the disk is as if it had never come.
"""

import base64
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from rus.core import paths
from rus.core.errors import SourceError, StoreError
from rus.sources.base import Asked, Client, Paced, Raw


def folder() -> Path:
    """Where answers are landed."""
    return paths.home() / "raw"


class NotLanded(SourceError):  # noqa: N818  # said of an answer, not of a fault
    """Without the network there is only what was landed before, and this answer was not."""


def write_whole(path: Path, body: bytes) -> None:
    """Put a file in place whole, or not at all.

    Raises:
        StoreError: the disk refuses.
    """
    working = path.with_name(f".{path.name}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        working.write_bytes(body)
        os.replace(working, path)  # noqa: PTH105  # named so because it replaces on every system
    except OSError as err:
        raise StoreError(
            f"{path}: går inte att skriva ({err.strerror or err}). Frigör plats eller ge skrivrätt och kör igen."
        ) from err


def land(raw: Raw) -> None:
    """Keep an answer; the same question asked again on the same day replaces it.

    Raises:
        StoreError: the disk refuses.
    """
    day = folder() / f"{raw.fetched_at.astimezone(UTC):%Y-%m-%d}"
    about = {
        "method": raw.asked.method,
        "url": raw.asked.url,
        "body": None if raw.asked.body is None else base64.b64encode(raw.asked.body).decode("ascii"),
        "status": raw.status,
        "headers": raw.headers,
        "fetched_at": raw.fetched_at.isoformat(),
        "sha256": raw.sha256,
    }
    write_whole(day / f"{raw.asked.key}.bin", raw.body)
    write_whole(day / f"{raw.asked.key}.json", json.dumps(about, ensure_ascii=False, indent=1).encode())


def newest(asked: Asked, *, since: datetime | None = None) -> Raw | None:
    """The newest whole answer to a question, or None; `since` leaves out what came earlier."""
    for day in _days(since):
        found = _read(day / f"{asked.key}.json", asked)
        if found:
            return found if since is None or found.fetched_at >= since else None
    return None


def _days(since: datetime | None) -> Iterator[Path]:
    """The folders of days, newest first."""
    first = f"{since.astimezone(UTC):%Y-%m-%d}" if since else ""
    if folder().is_dir():
        yield from sorted((d for d in folder().glob("????-??-??") if d.name >= first), reverse=True)


def _read(path: Path, asked: Asked) -> Raw | None:
    """The answer in a pair of files; None where they are not there, not whole, or of another question."""
    try:
        about: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        body = path.with_suffix(".bin").read_bytes()
        same = (about["method"], about["url"]) == (asked.method, asked.url)
        if not same or sha256(body).hexdigest() != about["sha256"]:
            return None
        when = datetime.fromisoformat(about["fetched_at"])
        return Raw(asked, int(about["status"]), dict(about["headers"]), body, when)
    except (OSError, ValueError, KeyError, TypeError):
        return None


class Passing:
    """A client that keeps nothing, only counts."""

    taken = 0

    def __init__(self, client: Client) -> None:
        self._client = client
        self.requests = 0

    def send(self, asked: Asked) -> Raw:
        """The service's own answer.

        Raises:
            SourceError: the service does not answer.
        """
        self.requests += 1
        return self._client.send(asked)

    def pace(self, url: str, calls: int, seconds: float) -> None:
        """Handed on to the client, if it keeps a pace."""
        if isinstance(self._client, Paced):
            self._client.pace(url, calls, seconds)


class Keeping(Passing):
    """A client that lands every answer, and takes again what this run, or the one it goes on with, has landed."""

    def __init__(self, client: Client, since: datetime, refused: set[str]) -> None:
        """`since`: when the run began; `refused`: keys of answers that could not be used and are asked for anew."""
        super().__init__(client)
        self._since, self._refused = since, refused

    def send(self, asked: Asked) -> Raw:
        """The landed answer, else the service's own.

        Raises:
            SourceError: the service does not answer.
            StoreError: the answer can't be landed.
        """
        known = None if asked.key in self._refused else newest(asked, since=self._since)
        if known:
            self.taken += 1
            return known
        raw = super().send(asked)
        land(raw)
        self._refused.discard(asked.key)
        return raw


class Offline:
    """A client without network: the newest landed answers."""

    requests = taken = 0

    def send(self, asked: Asked) -> Raw:
        """The newest landed answer.

        Raises:
            NotLanded: there is none.
        """
        known = newest(asked)
        if known is None:
            raise NotLanded(f"{asked.url}: det finns inget sparat svar. Kör `rus update` utan --offline.")
        self.taken += 1
        return known
