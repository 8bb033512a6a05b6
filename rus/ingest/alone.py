"""Two updates never meet: the second is told so at once."""

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from rus.core import paths
from rus.core.errors import StoreError


@contextmanager
def alone() -> Iterator[None]:
    """Hold the lock of updates; a process that dies lets go of it.

    Raises:
        StoreError: another update is running, or the folder can't be written.
    """
    path = paths.home() / "update.lock"
    lock = FileLock(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as err:
        raise StoreError(f"{path}: en annan uppdatering pågår. Vänta tills den är klar och kör igen.") from err
    except OSError as err:
        raise StoreError(
            f"{path.parent}: går inte att skriva. Ge skrivrätt, eller välj en annan mapp med RUS_HOME."
        ) from err
    try:
        yield
    finally:
        lock.release()
