"""What the analysis costs on all real figures, without caching, and how many of its answers are robust."""

import json
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from rus.analysis.heading import direction
from rus.analysis.progress import Aim, Progress, progress
from rus.analysis.robustness import Robustness, of_direction, of_number
from rus.analysis.trend import Data, Point
from rus.bench.comparing import bench_comparisons
from rus.bench.report import Report
from rus.bench.robust import Tally, tallies
from rus.bench.storing import home
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL
from rus.catalogue.read import read_catalogue
from rus.store.build import build
from rus.store.store import Store, open_store
from rus.views.figures import Figures, data_of, main_group
from rus.views.findings import all_findings
from rus.views.goal_history import History
from rus.views.goals import Asked, goal_rows

PART = "analys"
SEXES = ("women", "men", "total")
HORIZON = 2030
ONE_TENTH = 0.1

Answer = tuple[Progress, Robustness | None, Robustness | None]
"""The goal with a number, its robustness, and that of the direction."""


def bench_analysis(report: Report) -> tuple[Tally, ...]:
    """Build from the seed, then every part on it.

    Returns:
        How many statuses are robust.
    """
    catalogue = read_catalogue()
    with tempfile.TemporaryDirectory() as folder, home(Path(folder)):
        store = open_store(build(catalogue))
        series, answers = _statuses(report, store, catalogue)
        _sound(answers)
        report.add(PART, "serier som bedömdes", series, "st")
        unsure = sum(made.status == "uncertain" for made, _, _ in answers)
        report.add(PART, "osäkra på grund av taktens intervall", unsure, "st")
        real = _goals(report, store, catalogue)
        _history(report, store, catalogue)
        _findings(report, store, catalogue)
        bench_comparisons(report, store, catalogue)
    numbers = tallies("påhittat tal till 2030, alla serier", (r for _, r, _ in answers if r))
    headings = tallies("riktning, alla serier", (r for _, _, r in answers if r))
    return (*tallies("katalogens egna", real), *numbers, *headings)


def _statuses(report: Report, store: Store, catalogue: Catalogue) -> tuple[int, list[Answer]]:
    """Every indicator, region and sex against a made-up goal: ten percent better by 2030 than its middle year.

    The goal is there to make every method work; none of it is shown to anyone.
    """
    began, worked = time.perf_counter(), time.process_time()
    answers = [judged for points, data in everything(store, catalogue) if (judged := judge(points, data))]
    spent = time.perf_counter() - began
    report.add(PART, "status, alla mått × län och kommuner × kön × metoder × basår", spent, "s", limit=2)
    report.add(PART, "därav processortid", time.process_time() - worked, "s")
    return len(answers), answers


def everything(store: Store, catalogue: Catalogue) -> Iterator[tuple[tuple[Point, ...], Data]]:
    """The series of every indicator, for the place and its kommuner, for women, men and both."""
    regions = [catalogue.here.region, *catalogue.kommuner()]
    rows = store.observations(indicators=None, regions=regions)
    for region in regions:
        found = Figures(rows[rows["region"] == region])
        for indicator in catalogue.indicators.values():
            for sex in SEXES:
                points = found.points(indicator.id, main_group(indicator), sex)
                if points:
                    yield points, data_of(indicator, points)


def judge(points: Sequence[Point], data: Data) -> Answer | None:
    """The trend and a goal with a number, each by every method and, for the number, by other base years."""
    wanted = data if data.better != "neutral" else replace(data, better="higher")
    better = 1 if wanted.better == "higher" else -1
    base = points[len(points) // 2]
    aim = Aim(base[1] * (1 + better * ONE_TENTH), HORIZON, base, better)
    heading = direction(points, wanted)
    return progress(points, aim, wanted), of_number(points, aim, wanted), of_direction(points, wanted, heading)


def _sound(answers: Sequence[Answer]) -> None:
    """No number of an answer may be NaN: the law holds on all real figures."""
    for made, _, _ in answers:
        numbers = (made.ratio, made.acceleration, made.deviation, made.required_now, made.required_start)
        if any(x is not None and x != x for x in numbers):
            raise ArithmeticError(f"NaN i ett resultat: {made}")


def _goals(report: Report, store: Store, catalogue: Catalogue) -> list[Robustness]:
    """The goals as they stand in the catalogue, for the place and its kommuner, as a page asks for them."""
    regions = (catalogue.here.region, *catalogue.kommuner())
    began = time.perf_counter()
    rows = goal_rows(store, catalogue, Asked(regions, history=False))
    report.add(PART, f"katalogens mål, {len(rows)} bedömningar", time.perf_counter() - began, "s")
    for row in rows:
        json.dumps(row.record, allow_nan=False)
    return [r.robustness for r in rows if r.robustness]


def _history(report: Report, store: Store, catalogue: Catalogue) -> None:
    """All changes over five to ten years in the whole country, of every indicator that has figures."""
    began, spells, history = time.perf_counter(), 0, History(store)
    history.read(list(catalogue.indicators), TOTAL)
    measured = [i for i in catalogue.indicators.values() if i.state == "in_use"]
    for indicator in measured:
        for sex in SEXES:
            spells += len(history.spells(indicator, sex, TOTAL, logs=False).change)
    spent = time.perf_counter() - began
    report.add(PART, f"rimlighet: {spells:,} tidigare förändringar i landet".replace(",", " "), spent, "s", limit=5)


def _findings(report: Report, store: Store, catalogue: Catalogue) -> None:
    """What deserves attention in the place, its challenge areas and its kommuner: reading, tests, order and words."""
    began, worked = time.perf_counter(), time.process_time()
    views = all_findings(store, catalogue)
    spent = time.perf_counter() - began
    report.add(PART, f"fynd: länet, utmaningsområdena och kommunerna, {len(views)} listor", spent, "s", limit=3)
    report.add(PART, "fynd: därav processortid", time.process_time() - worked, "s")
    for view in views:
        json.dumps(view.records, allow_nan=False)
