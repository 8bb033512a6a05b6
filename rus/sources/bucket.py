"""How often a host may be asked, how long an answer may take, and what the time is."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from threading import Lock

Clock = Callable[[], float]


@dataclass(frozen=True)
class Limits:
    """How much the client bears, in seconds and bytes.

    `patience` bounds one request with all its tries, `whole` all requests of the client together;
    after `hopeless` requests in a row that failed for good, a host is not asked again.
    """

    tries: int = 4
    connect: float = 15.0
    read: float = 60.0
    patience: float = 180.0
    whole: float = 7200.0
    most_bytes: int = 64 * 1024 * 1024
    hopeless: int = 3


@dataclass(frozen=True)
class Outside:
    """Time and chance, handed in so that tests neither wait nor gamble."""

    clock: Clock = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    chance: Callable[[], float] = random.random


def retry_after(header: str, now: datetime) -> float | None:
    """Seconds to wait by a Retry-After header, which is seconds or a date; None if it says nothing readable."""
    text = header.strip()
    if text.isdecimal():
        return float(text[:9])
    try:
        then = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    return max((then.replace(tzinfo=then.tzinfo or UTC) - now).total_seconds(), 0.0)


class Bucket:
    """A token bucket that keeps within `calls` in every window of `seconds`, wherever the window begins.

    A bucket of size b, filled r times a second, lets b through at once and then one each 1/r seconds; r is chosen so
    that the worst window holds `calls`, with a little to spare. The bucket is small, so that the pace is nearly even.
    """

    def __init__(self, calls: int, seconds: float, clock: Clock) -> None:
        """A full bucket; the clock is monotonic, in seconds."""
        self.calls, self.seconds = calls, seconds
        self._clock = clock
        self._size = max(1.0, calls // 10)
        self._rate = (calls - self._size + 0.9) / seconds
        self._tokens = self._size
        self._filled = clock()
        self._lock = Lock()

    def take(self) -> float:
        """Take a turn; gives the seconds to wait for it, 0 if it is now."""
        with self._lock:
            self._fill()
            self._tokens -= 1
            return max(0.0, -self._tokens / self._rate)

    def drain(self) -> None:
        """Nothing is saved up: the host said it is enough for now."""
        with self._lock:
            self._fill()
            self._tokens = min(self._tokens, 0.0)

    def _fill(self) -> None:
        now = self._clock()
        self._tokens = min(self._size, self._tokens + max(0.0, now - self._filled) * self._rate)
        self._filled = now
