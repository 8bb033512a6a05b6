"""Time that only passes when someone waits, and a client that lives in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from rus.sources.bucket import Limits, Outside
from rus.sources.http import PoliteClient
from tests.stub.server import Stub

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


class Time:
    """`waited` holds every wait, in seconds."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.waited: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.seconds += seconds

    @property
    def outside(self) -> Outside:
        def now() -> datetime:
            return START + timedelta(seconds=self.seconds)

        return Outside(clock=lambda: self.seconds, sleep=self.sleep, now=now, chance=lambda: 1.0)


@contextmanager
def asking(
    stub: Stub, time: Time | None = None, pace: tuple[int, float] = (1000, 1.0), **limits
) -> Iterator[PoliteClient]:
    """A client that may ask the stub only."""
    outside = (time or Time()).outside
    with PoliteClient({stub.url: pace}, "prov@example.se", limits=Limits(**limits), outside=outside) as client:
        yield client
