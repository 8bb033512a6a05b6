"""Before the server starts: a build that is as new as the catalogue, or the latest one that worked."""

import sys

from rus.core.errors import CatalogueError, StoreError
from rus.store.build import ensure_build

STEP = 10  # per cent between two lines where there is no terminal


class _Meter:
    """Tells how far a build has come: on one line on a terminal, on a few lines elsewhere."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._said = -STEP
        self._used = False

    def __call__(self, doing: str, share: float) -> None:
        percent = round(share * 100)
        self._used = True
        if self._terminal:
            sys.stderr.write(f"\r\x1b[2K  {percent} % {doing}")
        elif percent >= self._said + STEP:
            self._said = percent - percent % STEP
            sys.stderr.write(f"  {percent} % {doing}\n")
        sys.stderr.flush()

    def close(self) -> None:
        if self._used and self._terminal:
            sys.stderr.write("\r\x1b[2K")


def prepare() -> None:
    """Make sure that there is something to show, and tell what is wrong with the catalogue.

    Raises:
        RusError: There is no build and none can be made.
    """
    meter = _Meter()
    try:
        build, problems = ensure_build(progress=meter)
    except CatalogueError as error:
        message = f"Katalogen har fel, och det finns inget tidigare bygge att visa:\n{_listed(error.problems)}"
        raise StoreError(f"{message}\nRätta felen och starta igen.") from error
    finally:
        meter.close()
    if problems:
        sys.stderr.write(f"Katalogen har fel, så dashboarden visar bygget {build.id}:\n{_listed(problems)}\n")


def _listed(problems: list[str]) -> str:
    return "\n".join(f"  {problem}" for problem in problems)
