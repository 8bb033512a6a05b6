"""One update: ask what is new, fetch it, remember what changed, and make one build of it at the end.

A series that fails is reported and keeps its old figures; the others go on. A run that is stopped leaves what it has
landed, and the next run goes on from there. The last build stays in use until the new one is whole.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from rus.catalogue.catalogue import Catalogue
from rus.core.errors import SourceError, StoreError
from rus.ingest import plan, runs
from rus.ingest.alone import alone
from rus.ingest.asking import each
from rus.ingest.collecting import seldom
from rus.ingest.plan import Batch, Order, Target
from rus.ingest.raw import Keeping, NotLanded, Offline, Passing
from rus.ingest.remember import is_unchanged, remember, service
from rus.ingest.report import Outcome, Report, State
from rus.ingest.services import Services
from rus.sources.base import Fetched, Planned
from rus.sources.own import NotHandedInError
from rus.store import history
from rus.store.build import build
from rus.store.known import Reading

Progress = Callable[[str, float], None]

PLANNED, FETCHED = 0.1, 0.85
"""The share of the whole that is done when the planning, and then the fetching, is over."""


def update(catalogue: Catalogue, order: Order, services: Services, progress: Progress | None = None) -> Report:
    """Bring the figures up to date.

    Args:
        catalogue: what to fetch, read from the content in use.
        order: which part of it, and how.
        services: the loaders, and the client that asks for them.
        progress: told in Swedish what is being done, and the share done (0–1).

    Returns:
        What happened to each series. Nothing is stored of a series that failed.

    Raises:
        UsageError: the order names a source that does not exist.
        StoreError: another update is running, or the disk refuses.
    """
    say = progress or (lambda _words, _share: None)
    if order.dry_run:
        with services.client() as client:
            return _Updating(catalogue, order, services, Passing(client), say).rehearse()
    with alone():
        run = runs.begin(datetime.now(UTC), offline=order.offline)
        if order.offline:
            return _Updating(catalogue, order, services, Offline(), say).perform(run)
        with services.client() as polite:
            keeping = Keeping(polite, run.started, run.refused)
            return _Updating(catalogue, order, services, keeping, say).perform(run)


class _Updating:
    """One run under way."""

    def __init__(
        self, catalogue: Catalogue, order: Order, services: Services, client: Passing | Offline, say: Progress
    ) -> None:
        self.catalogue, self.order, self.services, self.client, self.say = catalogue, order, services, client, say
        self.regions = tuple(catalogue.regions)
        self.report = Report(datetime.now(UTC), offline=order.offline, dry_run=order.dry_run)
        self.live, files = plan.targets(catalogue, order, services.loaders)
        self.report.ended = {t.key: t.series.retired for t in files if t.series.retired}
        self.report.left_out = len(files) - len(self.report.ended)
        self._began = self._at = time.monotonic()
        self._asked = 0

    def rehearse(self) -> Report:
        """What an update would fetch; nothing is kept."""
        for target, planned in self._due():
            asks = "1 fråga" if planned.requests == 1 else f"{planned.requests} frågor"
            self._tell(self._outcome(target, "hoppad", f"skulle hämtas med {asks}"))
        return self._ended()

    def perform(self, run: runs.Run) -> Report:
        """Fetch, remember and build."""
        if self.order.offline:
            self._read_again(run)
        else:
            self._ask(run)
        self._build(run)
        run.finished |= not self.order.offline
        run.save()
        return self._ended()

    def _ask(self, run: runs.Run) -> None:
        """What is due, the batches of the run that is gone on with first: their answers may be landed already."""
        due = [target for target, _ in self._due()]
        earlier = (b for b in run.batches if (b.regions, b.since) == (self.regions, self.order.since))
        batches = plan.again(due, earlier, self.services.loaders, self.live)
        again = {target.key for batch in batches for target in batch.targets}
        left = [target for target in due if target.key not in again]
        batches += plan.batches(left, self.services.loaders, self.regions, self.order.since)
        run.batches = [batch.kept for batch in batches]
        run.save()
        meant = {target.key for target in due}
        with seldom(), Reading() as self.reading:
            for number, batch in enumerate(batches):
                self._fetch(batch, meant, run, PLANNED + (FETCHED - PLANNED) * number / len(batches))

    def _read_again(self, run: runs.Run) -> None:
        """Every series from the newest batch that was landed whole, whatever else it was asked for with."""
        left = {target.key: target for target in self.live}
        every, _ = plan.targets(self.catalogue, plan.Order({}), self.services.loaders)
        kept = (batch for earlier in runs.all_runs() for batch in earlier.batches)
        with seldom(), Reading() as self.reading:
            for batch in plan.asked_before(kept, self.services.loaders, every):
                if left.keys() & {target.key for target in batch.targets}:
                    share = PLANNED + (FETCHED - PLANNED) * (1 - len(left) / len(self.live))
                    for key in self._fetch(batch, set(left), run, share):
                        del left[key]
            for batch in plan.batches(left.values(), self.services.loaders, self.regions, self.order.since):
                for key in self._fetch(batch, set(left), run, FETCHED):
                    del left[key]
        for target in left.values():
            self._tell(self._outcome(target, "hoppad", "inget svar finns sparat"))

    def _due(self) -> Iterator[tuple[Target, Planned]]:
        """The series that the source may have something new of; the others are told of."""
        groups = list(plan.batches(self.live, self.services.loaders, self.regions, self.order.since))
        for number, batch in enumerate(groups):
            self.say(f"Frågar vad som är nytt: {service(batch.targets[0])}", PLANNED * number / len(groups))
            for target, planned in each(batch, batch.loader.plan, self.client):
                trouble = planned if isinstance(planned, SourceError) else planned.trouble
                if isinstance(planned, SourceError) or trouble:
                    self._fail(target, trouble)
                elif self.order.since is None and is_unchanged(planned, self.regions, self.report.started):
                    self._tell(self._outcome(target, "oförändrad", "källan har inget nytt"))
                    if not self.order.dry_run:
                        history.confirm(target.key, self.report.started)
                else:
                    yield target, planned

    def _fetch(self, batch: Batch, meant: set[str], run: runs.Run, share: float) -> list[str]:
        """One batch, series by series; gives those that were told of, which leaves out what was never landed."""
        told = []
        step = (FETCHED - PLANNED) / max(len(meant), 1)
        self.say(f"Hämtar {service(batch.targets[0])}", share)
        for target, fetched in each(batch, batch.loader.fetch, self.client):
            if target.key not in meant:
                continue
            share += step
            self.say(f"Läser {service(target)}", min(share, FETCHED))
            try:
                if isinstance(fetched, SourceError):
                    raise fetched
                self._tell(remember(batch, target, fetched, self.catalogue, self.reading))
            except SourceError as err:
                if _not_landed(err):
                    continue
                if isinstance(fetched, Fetched):
                    run.refused |= {raw.asked.key for raw in fetched.raws}
                    run.save()
                self._fail(target, err)
            told.append(target.key)
            if self.report.outcomes[-1].stored and not run.stored:
                run.stored = True
                run.save()
        return told

    def _build(self, run: runs.Run) -> None:
        """One build of all that is new, if there is something new; the earlier one stays in use where it fails."""
        if not run.stored:
            return
        try:
            made = build(self.catalogue, progress=lambda words, part: self.say(words, FETCHED + (1 - FETCHED) * part))
        except StoreError as err:
            self.report.trouble = f"{err}\nDet förra bygget visas fortfarande. Uppgifterna är sparade: kör `rus build`."
        else:
            self.report.build, run.stored = made.id, False
            run.save()

    def _fail(self, target: Target, err: SourceError | None) -> None:
        """Tell why a series could not be fetched, and mark it; a file that was never handed in is no failure."""
        if isinstance(err, NotHandedInError):
            self._tell(self._outcome(target, "hoppad", str(err)))
            return
        self._tell(self._outcome(target, "fel", str(err)))
        if not self.order.dry_run:
            history.note_failure(target.key, str(err), datetime.now(UTC))

    def _outcome(self, target: Target, state: State, message: str) -> Outcome:
        return Outcome(target.key, target.indicators, state, message, confirmed=target.series.confirmed)

    def _tell(self, outcome: Outcome) -> None:
        """Add an outcome, with the time and the requests since the last one."""
        now, asked = time.monotonic(), self.client.requests
        self.report.outcomes.append(replace(outcome, seconds=now - self._at, requests=asked - self._asked))
        self._at, self._asked = now, asked

    def _ended(self) -> Report:
        self.report.seconds = time.monotonic() - self._began
        self.report.requests, self.report.taken = self.client.requests, self.client.taken
        return self.report


def _not_landed(err: BaseException | None) -> bool:
    """Whether the reason, or the reason of the reason, is that there is no landed answer."""
    while err is not None and not isinstance(err, NotLanded):
        err = err.__cause__
    return err is not None
