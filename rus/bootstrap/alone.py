"""One installation at a time: who comes second waits, and then often finds everything done."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from rus.bootstrap.progress import say

LOCK_FILE = "rus-install.lock"


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; the system lets go of it however the program ends.

    Raises:
        OSError: The folder can't be written in.
    """
    with (folder / LOCK_FILE).open("a", encoding="utf-8") as file:
        if not _take(file, wait=False):
            say("En annan installation pågår i samma miljö. Väntar på den.")
            while not _take(file, wait=True):
                pass
        yield


if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[str], *, wait: bool) -> bool:
        """Windows waits ten seconds at most."""
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(file: IO[str], *, wait: bool) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
