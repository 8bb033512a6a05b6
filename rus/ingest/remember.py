"""From a series' answers to the history: parsed, held against what was known, and noted with where it came from."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import sha256

import pyarrow as pa

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.catalogue.series import PxSeries
from rus.core.errors import RusError, SourceError
from rus.ingest.asking import mistake
from rus.ingest.plan import Batch, Target
from rus.ingest.raw import land
from rus.ingest.report import Outcome
from rus.sources.base import Fetched, Planned, Raw
from rus.store import history
from rus.store.checks import inspect
from rus.store.known import Reading, gone

RECONCILE_AFTER = timedelta(days=90)
"""A source can change a figure without saying so, so each series is fetched whole at least so often."""


def is_unchanged(planned: Planned, regions: tuple[str, ...], now: datetime) -> bool:
    """Whether the source says the same of a series as when it was last fetched, whole and for these regions."""
    note = history.last_note(planned.series)
    if note is None or planned.version is None or note.version != planned.version:
        return False
    covers = note.regions is None or set(regions) <= set(note.regions)
    return covers and note.known_from is not None and now - note.known_from < RECONCILE_AFTER


def remember(
    batch: Batch, target: Target, fetched: Fetched, catalogue: Catalogue, reading: Reading | None = None
) -> Outcome:
    """Keep what the answers say that was not known.

    Args:
        batch: what was asked for together.
        target: the series.
        fetched: its answers.
        catalogue: whose indicators and checks.
        reading: what the whole run reads with; None = one of its own.

    Raises:
        SourceError: the answers can't be used; nothing of the series is stored.
        StoreError: the disk refuses.
    """
    if fetched.trouble:
        raise fetched.trouble
    if batch.loader.name == "own":
        # What is asked over the network is landed by the client; a file is not asked for.
        for raw in fetched.raws:
            land(raw)
    try:
        rows = batch.loader.parse(target.series, fetched.raws)
    except RusError:
        raise
    except Exception as err:  # as in asking: one parser's mistake is one series' failure
        raise mistake(err) from err
    if rows.num_rows == 0 and batch.since is None:
        raise SourceError(f"{target.key}: svaret har inte ett enda värde.\nInget är sparat. Kontrollera seriens id.")
    note = _note(batch, target, fetched, catalogue)
    with nullcontext(reading) if reading else Reading() as at:
        doubts = _doubts(batch, target, rows, catalogue, at)
        lost = _lost(note, rows, catalogue.indicators[target.indicators[0]], at) if note.complete else ""
        change = history.append(replace(note, complete=note.complete and not lost), rows, at)
    return _outcome(target, change, " ".join([*([f"{lost}."] if lost else []), *doubts]))


def _outcome(target: Target, change: history.Change, words: str) -> Outcome:
    return Outcome(
        target.key,
        target.indicators,
        "ny" if change.new + change.revised + change.withdrawn else "oförändrad",
        words,
        new=change.new,
        revised=change.revised,
        withdrawn=change.withdrawn,
        unchanged=change.unchanged,
        stored=bool(change.rows.num_rows),
        confirmed=target.series.confirmed,
    )


def _doubts(batch: Batch, target: Target, rows: pa.Table, catalogue: Catalogue, reading: Reading) -> list[str]:
    """What the checks warn of. A part of a series says nothing of how many regions there are.

    Raises:
        SourceError: a check keeps the figures out.
    """
    asked = [catalogue.indicators[identity] for identity in target.indicators]
    names = {code: region.name for code, region in catalogue.regions.items()}
    found = [finding for one in asked for finding in inspect(one, target.series, rows, reading, names)]
    stops = dict.fromkeys(f"{f.indicator}: {f.words}" for f in found if f.severity == "stop")
    if stops:
        words = "\n".join(stops)
        raise SourceError(f"{target.key}: {words}\nInget är sparat. Stämmer värdena, ändra [checks] i indikatorns fil.")
    partial = batch.since is not None
    return list(dict.fromkeys(f.words for f in found if not (partial and f.check == "coverage")))


def _lost(note: history.FetchNote, rows: pa.Table, indicator: Indicator, reading: Reading) -> str:
    """In words, that the source no longer tells many of the figures that are known; then they are not withdrawn.

    A few figures that are gone were taken back; many are rather a fault, or old years that the source has put away.
    """
    missing, known = gone(note.series, rows, note.regions, reading)
    least = indicator.limits.coverage or 0.0
    if missing <= known * (1 - least):
        return ""
    return f"Källan har inte längre {missing} av {known} kända värden; de gamla är kvar"


@lru_cache(maxsize=1)
def _hash(raws: tuple[Raw, ...]) -> str:
    """Of an answer, or of all of them; series that share answers come one after the other."""
    each = [raw.sha256 for raw in raws]
    return each[0] if len(each) == 1 else sha256("".join(each).encode()).hexdigest()


def _note(batch: Batch, target: Target, fetched: Fetched, catalogue: Catalogue) -> history.FetchNote:
    """Where the figures came from. Only a whole fetch has a version, so that a partial one is followed by a whole."""
    retrieved = max(raw.fetched_at for raw in fetched.raws)
    indicator = catalogue.indicators[target.indicators[0]]
    name = sha256(target.key.encode()).hexdigest()[:8]
    return history.FetchNote(
        fetch_id=f"{batch.loader.name}-{retrieved:%Y%m%dT%H%M%SZ}-{name}",
        series=target.key,
        loader=batch.loader.name,
        source=service(target),
        urls=tuple(raw.asked.url for raw in fetched.raws),
        retrieved=retrieved,
        hash=_hash(fetched.raws),
        version=None if batch.since else fetched.version,
        owner=indicator.owner,
        licence=indicator.licence,
        complete=batch.since is None and batch.loader.name != "own",
        regions=batch.regions,
    )


def service(target: Target) -> str:
    """The service and its name of the series, for readers."""
    series = target.series
    if isinstance(series, PxSeries):
        return f"{series.owner}, {series.table}"
    return {"kolada": "Kolada, ", "own": "Egen fil, "}.get(series.loader, "") + series.source_id
