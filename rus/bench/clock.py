"""Time taken so that it can be trusted: medians, 95th percentiles, a warm-up, and a yardstick of the same run."""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

YARDSTICK_ROUNDS = 5


@dataclass(frozen=True)
class Timing:
    """Milliseconds of repeated calls."""

    median: float
    p95: float
    runs: int


def summary(milliseconds: Sequence[float]) -> Timing:
    """Median and 95th percentile (nearest rank) of at least one measurement."""
    ordered = sorted(milliseconds)
    return Timing(median(ordered), ordered[math.ceil(0.95 * len(ordered)) - 1], len(ordered))


def measure(work: Callable[[], object], *, runs: int, warm_up: int = 2) -> Timing:
    """Wall-clock time of `work`, called `runs` times after `warm_up` calls that are not counted."""
    for _ in range(warm_up):
        work()
    return summary([_once(work) for _ in range(runs)])


def in_turn(works: dict[str, Callable[[], object]], *, runs: int, warm_up: int = 2) -> dict[str, Timing]:
    """Several pieces of work, one after the other in each round, so that all meet the machine in the same mood."""
    for work in works.values():
        for _ in range(warm_up):
            work()
    found: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            found[name].append(_once(work))
    return {name: summary(times) for name, times in found.items()}


def yardstick() -> float:
    """CPU milliseconds of a fixed piece of Python work: what a guard divides by, so that machines can be compared."""
    best = math.inf
    for _ in range(YARDSTICK_ROUNDS):
        began = time.process_time()
        total, table = 0, {}
        for n in range(200_000):
            table[n % 997] = total
            total += len(str(n))
        best = min(best, (time.process_time() - began) * 1000)
    return best


def _once(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000
