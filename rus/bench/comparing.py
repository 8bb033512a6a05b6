"""What one value's comparisons cost, and that every measure has answers without NaN."""

import time
from collections.abc import Sequence
from dataclasses import astuple
from itertools import product

from rus.bench.clock import measure
from rus.bench.report import Report
from rus.catalogue.catalogue import Catalogue
from rus.store.store import Store
from rus.views.compare import compare
from rus.views.compare_question import Asked, Compared
from rus.views.figures import main_group
from rus.views.structure import Structure, structure

PART = "analys"
EXAMPLES = 12


def bench_comparisons(report: Report, store: Store, catalogue: Catalogue) -> None:
    """The structure of all kommuner once, one comparison, and all of them without caching."""
    began = time.perf_counter()
    built = structure(store, catalogue)
    report.add(PART, "hur kommunerna är uppbyggda, en gång per databygge", time.perf_counter() - began, "s", limit=1)
    cover = store.coverage().sort_values("n_values", ascending=False)["indicator"].tolist()
    asked = [
        Asked(indicator, region)
        for indicator, region in product(cover[:EXAMPLES], catalogue.kommuner())
        if main_group(catalogue.indicators[indicator]) == "total"
    ]
    turn = iter(asked * 2)
    once = measure(lambda: compare(store, catalogue, built, next(turn)), runs=len(asked) - 2)
    report.timing(PART, "ett värde mot allt det jämförs med", once, median=10)
    kommuner = catalogue.kommuner()
    places = list(dict.fromkeys([catalogue.here.region, *kommuner[:1], *kommuner[-1:]]))
    began, found = time.perf_counter(), everything(store, catalogue, built, places)
    report.add(PART, f"alla mått i {len(places)} platser, {len(found)} värden", time.perf_counter() - began, "s")
    judged = [c for c in found if c.expectation.expected is not None]
    outside = sum(c.expectation.verdict != "as_expected" for c in judged)
    report.add(PART, f"utanför sitt väntade intervall (av {len(judged)})", outside, "st")


def everything(store: Store, catalogue: Catalogue, built: Structure, regions: Sequence[str]) -> list[Compared]:
    """The comparisons of every measure there is, in some regions.

    Raises:
        ArithmeticError: a number of an answer is NaN.
    """
    found = []
    for indicator, region in product(catalogue.indicators.values(), regions):
        made = compare(store, catalogue, built, Asked(indicator.id, region, "total", main_group(indicator)))
        if made.value is not None:
            _sound(made)
            found.append(made)
    return found


def _sound(made: Compared) -> None:
    numbers = [*astuple(made.expectation), made.explained, *(a.value for a in made.against)]
    numbers += [a.apart.value for a in made.against if a.apart]
    if any(x != x for x in numbers):
        raise ArithmeticError(f"NaN i en jämförelse: {made.asked}")
