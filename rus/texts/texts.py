"""Where people's texts are kept: one SQLite file beside the builds, and a copy of it after each change.

Nothing is ever overwritten: a change is a new version of its text, and taking away is one too, so that what somebody
wrote can be fetched back. A change is one transaction that is on disk when `save` returns; a process that is killed
in the middle leaves the text as it was.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Generic, Literal, TypeVar

from pydantic import ValidationError

from rus.core import paths
from rus.core.errors import TextsError, UsageError
from rus.texts.backup import keep_copy
from rus.texts.kinds import Body

FILE = "texts.sqlite"
_TABLE = """
create table if not exists text (
    kind text not null, key text not null, version integer not null check (version > 0),
    saved_at text not null, author text not null, data_version text not null, body text,
    primary key (kind, key, version)
) strict, without rowid
"""
_ONE = """
select key, version, saved_at, author, data_version, body from text where kind = ? and key = ? order by version desc
"""
_ALL = """
select key, version, saved_at, author, data_version, body from text t where kind = ? and body is not null
and version = (select max(version) from text where kind = t.kind and key = t.key) order by key
"""
_REMOVED = """
select key, version, saved_at, author, data_version, body from text t where kind = ? and body is null
and version = (select max(version) from text where kind = t.kind and key = t.key) order by key
"""
_NEWEST = "select max(version) from text where kind = ? and key = ?"
_MEND = "Lägg tillbaka den senaste kopian ur mappen copies bredvid."

B = TypeVar("B", bound=Body)


class ChangedMeanwhileError(UsageError):
    """Somebody else, or another window, changed the same text since it was read."""


@dataclass(frozen=True, slots=True)
class Kept(Generic[B]):
    """One version of a text. `body` is None where the text was taken away."""

    key: str
    version: int
    saved_at: datetime
    author: str
    data_version: str
    body: B | None


@dataclass(frozen=True, slots=True)
class Texts:
    """All texts of one installation.

    Args:
        folder: where the file and its copies are; made at the first change.
    """

    folder: Path

    @property
    def file(self) -> Path:
        """The file with every version of every text."""
        return self.folder / FILE

    def newest(self, of: type[B], key: str) -> Kept[B] | None:
        """A text as it is now; None where there is none, or where it was taken away."""
        found = self.history(of, key)
        return found[0] if found and found[0].body is not None else None

    def all(self, of: type[B]) -> list[Kept[B]]:
        """Every text of a kind as it is now, in order of their keys."""
        return self._read(of, _ALL, (of.kind,))

    def removed(self, of: type[B]) -> list[Kept[B]]:
        """Every text of a kind that is taken away now: who did it and when; its words are in `history`."""
        return self._read(of, _REMOVED, (of.kind,))

    def history(self, of: type[B], key: str) -> list[Kept[B]]:
        """Every version of a text, the newest first."""
        return self._read(of, _ONE, (of.kind, key))

    def save(self, body: B, key: str, *, author: str, seen: int = 0, data_version: str = "") -> Kept[B]:
        """Keep a new version of a text.

        Args:
            body: the text.
            key: what it is about, such as an indicator's id.
            author: who wrote it, as they call themselves; may be empty.
            seen: the version the writer started from; 0 where there was none.
            data_version: the build the writer looked at.

        Raises:
            ChangedMeanwhileError: there is a newer version than `seen`; nothing is changed.
            TextsError: the file can't be written or is damaged.
        """
        return self._add(type(body), body, (key, author, seen, data_version))

    def remove(self, of: type[Body], key: str, *, author: str, seen: int) -> None:
        """Take a text away; its earlier versions stay in `history`. Raises as `save`."""
        self._add(of, None, (key, author, seen, ""))

    def _add(self, of: type[B], body: B | None, about: tuple[str, str, int, str]) -> Kept[B]:
        key, author, seen, data_version = about
        with self._open("rwc") as file, file:
            file.execute("begin immediate")
            newest = file.execute(_NEWEST, (of.kind, key)).fetchone()[0] or 0
            if newest != seen:
                raise ChangedMeanwhileError("Texten har ändrats i ett annat fönster. Läs in den nya och skriv igen.")
            kept = Kept(key, newest + 1, datetime.now(UTC), author, data_version, body)
            written = body.model_dump_json() if body is not None else None
            row = (of.kind, key, kept.version, kept.saved_at.isoformat(), author, data_version, written)
            file.execute("insert into text values (?, ?, ?, ?, ?, ?, ?)", row)
        keep_copy(self.file)
        return kept

    def _read(self, of: type[B], asked: str, given: tuple[str, ...]) -> list[Kept[B]]:
        if not self.file.exists():
            return []
        # Whoever was killed while writing leaves a journal; only one who may write can put the file back as it was.
        journal = self.file.with_name(f"{FILE}-journal")
        with self._open("rw" if journal.exists() else "ro") as file:
            rows = file.execute(asked, given).fetchall()
        return [self._kept(of, row) for row in rows]

    def _kept(self, of: type[B], row: tuple[str, int, str, str, str, str | None]) -> Kept[B]:
        key, version, saved_at, author, data_version, written = row
        try:
            body = of.model_validate_json(written) if written is not None else None
        except ValidationError as err:
            raise TextsError(f"{self.file}: {of.kind} {key} går inte att läsa. {_MEND}") from err
        return Kept(key, version, datetime.fromisoformat(saved_at), author, data_version, body)

    @contextmanager
    def _open(self, mode: Literal["ro", "rw", "rwc"]) -> Iterator[sqlite3.Connection]:
        try:
            if mode == "rwc":
                self.folder.mkdir(parents=True, exist_ok=True)
            address = f"{self.file.resolve().as_uri()}?mode={mode}"
            with closing(sqlite3.connect(address, uri=True, timeout=10, isolation_level=None)) as file:
                if mode == "rwc":
                    file.execute("pragma synchronous = full")
                    file.execute(_TABLE)
                yield file
        except (sqlite3.OperationalError, OSError) as err:
            raise TextsError(
                f"{self.file}: går inte att öppna ({err}). Ge skrivrätt, eller välj en annan mapp med RUS_HOME."
            ) from err
        except sqlite3.DatabaseError as err:
            raise TextsError(f"{self.file}: filen är skadad. {_MEND}") from err


def texts() -> Texts:
    """The texts of this installation."""
    return Texts(paths.home() / "texts")
