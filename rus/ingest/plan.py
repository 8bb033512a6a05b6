"""Which series an update is about, and how they are put together so that they share requests."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.series import PxSeries, Series
from rus.core.errors import UsageError
from rus.ingest.runs import Kept
from rus.sources.base import Loader, Wanted

AT_A_TIME = {"kolada": 25}
"""Most series in a batch, by loader: what the service takes in one list. The others share by table."""

_FALLBACK = 25


@dataclass(frozen=True)
class Order:
    """What was asked for.

    `ids`: indicator → keys of the series meant (empty = all of the indicator's); empty = the whole catalogue.
    `source`: a loader or an owner of tables. `since`: only what the source has changed since that day, whether or not
    it says that there is something new.
    """

    ids: dict[str, list[str]]
    source: str | None = None
    since: date | None = None
    dry_run: bool = False
    offline: bool = False


@dataclass(frozen=True)
class Target:
    """One series to be fetched, and the indicators that it serves."""

    series: Series
    indicators: tuple[str, ...]

    @property
    def key(self) -> str:
        """The series' name in store and history."""
        return self.series.key


@dataclass(frozen=True)
class Batch:
    """Series that are asked for together."""

    loader: Loader
    targets: tuple[Target, ...]
    regions: tuple[str, ...]
    since: date | None

    @property
    def wanted(self) -> Wanted:
        """The same, as the loader takes it."""
        return Wanted(tuple(t.series for t in self.targets), self.regions, self.since)

    @property
    def kept(self) -> Kept:
        """The same, as it is remembered."""
        return Kept(self.loader.name, tuple(t.key for t in self.targets), self.regions, self.since)


def targets(catalogue: Catalogue, order: Order, loaders: Iterable[str]) -> tuple[list[Target], list[Target]]:
    """The series meant, each once: those to be asked for, and those that come as files or have ended.

    Raises:
        UsageError: the source exists nowhere in the catalogue.
    """
    found: dict[str, tuple[Series, list[str]]] = {}
    for identity, indicator in catalogue.indicators.items():
        if order.ids and identity not in order.ids:
            continue
        meant = order.ids.get(identity)
        for series in indicator.series:
            if not meant or series.key in meant:
                found.setdefault(series.key, (series, []))[1].append(identity)
    every = [Target(series, tuple(dict.fromkeys(ids))) for series, ids in found.values()]
    live = set(loaders)
    if order.source:
        every = _of_source(every, order.source, sources(catalogue, live))
    asked = [t for t in every if t.series.loader in live and not t.series.retired]
    return asked, [t for t in every if t not in asked]


def sources(catalogue: Catalogue, live: set[str]) -> list[str]:
    """The words that `--source` takes: loaders, and owners of tables."""
    every = [series for indicator in catalogue.indicators.values() for series in indicator.series]
    owners = {series.owner for series in every if isinstance(series, PxSeries)}
    return [*sorted(live), *sorted(owners)]


def _of_source(every: list[Target], source: str, known: list[str]) -> list[Target]:
    wanted = source.casefold()
    if wanted not in {name.casefold() for name in known}:
        raise UsageError(f"Källan {source} finns inte. Välj en av: {', '.join(known)}.")
    return [t for t in every if wanted in {t.series.loader, _owner(t.series).casefold()}]


def _owner(series: Series) -> str:
    return series.owner if isinstance(series, PxSeries) else ""


def _shelf(target: Target) -> tuple[str, str]:
    """What must be the same for two series to share requests."""
    series = target.series
    if isinstance(series, PxSeries):
        return series.loader, f"{series.owner}/{series.table}"
    return series.loader, "" if series.loader in AT_A_TIME else series.key


def again(due: list[Target], kept: Iterable[Kept], loaders: dict[str, Loader], known: list[Target]) -> list[Batch]:
    """Batches that an earlier run asked for, newest first, as far as series that are due have not been in one.

    Args:
        due: the series to be fetched.
        kept: the batches as they were asked.
        loaders: by name.
        known: every series of the order; a batch with others is not asked for again.
    """
    left, found = {target.key for target in due}, []
    for batch in asked_before(kept, loaders, known):
        keys = {target.key for target in batch.targets}
        if left & keys:
            found.append(batch)
            left -= keys
    return found


def asked_before(kept: Iterable[Kept], loaders: dict[str, Loader], known: list[Target]) -> Iterator[Batch]:
    """The batches of earlier runs, in their order, but for those with a series that the catalogue has no more."""
    by_key = {target.key: target for target in known}
    for batch in kept:
        if batch.loader in loaders and by_key.keys() >= set(batch.series):
            some = tuple(by_key[key] for key in batch.series)
            yield Batch(loaders[batch.loader], some, batch.regions, batch.since)


def batches(
    wanted: Iterable[Target], loaders: dict[str, Loader], regions: tuple[str, ...], since: date | None
) -> Iterator[Batch]:
    """Series grouped so that they share requests; the same series always give the same groups."""
    for shelf, alike in groupby(sorted(wanted, key=lambda t: (_shelf(t), t.key)), key=_shelf):
        some, most = list(alike), AT_A_TIME.get(shelf[0], _FALLBACK)
        for start in range(0, len(some), most):
            yield Batch(loaders[shelf[0]], tuple(some[start : start + most]), regions, since)
