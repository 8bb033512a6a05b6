"""The bench of updates: what it asks for, and a clock that does not wait."""

from rus.bench.updating import INDICATORS, Forward, chosen
from rus.catalogue.read import read_catalogue


def test_as_many_indicators_are_fetched_as_are_promised():
    found = chosen(read_catalogue())
    assert len(found) == INDICATORS >= 80
    assert all(len(keys) == 1 and keys[0].startswith("kolada:") for keys in found.values())


def test_waiting_puts_the_clock_forward():
    clock = Forward()
    before = clock.now()
    clock.sleep(3600)
    assert clock.now() - before >= 3600
    assert clock.waited == 3600
