"""What is going on, on standard error: standard output belongs to the answer."""

import sys

EVERY = 10  # without a terminal, a line for each tenth package


def say(text: str) -> None:
    """One line to the person who waits."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


class Progress:
    """Counts packages: one line that is renewed on a terminal, a few lines elsewhere."""

    def __init__(self, total: int) -> None:
        """Begin at nought of `total`."""
        self._total = total
        self._done = 0
        self._terminal = sys.stderr.isatty()

    def step(self, name: str) -> None:
        """One more package is looked after."""
        self._done += 1
        text = f"  {min(self._done, self._total)} av {self._total}: {name}"
        if self._terminal:
            sys.stderr.write(f"\r\x1b[2K{text}")
            sys.stderr.flush()
        elif self._done % EVERY == 0:
            say(text)

    def rest(self, doing: str) -> None:
        """Everything is fetched; the last and silent part begins."""
        text = f"  {doing} …"
        if self._terminal:
            sys.stderr.write(f"\r\x1b[2K{text}")
            sys.stderr.flush()
        else:
            say(text)

    def close(self) -> None:
        """Leave a clean line behind."""
        if self._terminal:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
