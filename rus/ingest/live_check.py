"""Asks the services without keeping anything: whether a series is where the catalogue says, and what it holds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pyarrow as pa

from rus.catalogue.catalogue import Catalogue
from rus.core.errors import RusError, SourceError
from rus.ingest import plan
from rus.ingest.asking import each, mistake
from rus.ingest.plan import Batch, Order, Target
from rus.ingest.raw import Passing
from rus.ingest.remember import service
from rus.ingest.services import Services
from rus.sources.base import Fetched


@dataclass(frozen=True)
class Answer:
    """What a service said of one series: rows as a loader gives them, or why there are none."""

    target: Target
    rows: pa.Table | None
    trouble: SourceError | None


def few_regions(catalogue: Catalogue) -> tuple[str, ...]:
    """Enough to see that a series answers: riket, the place's county, and one of its kommuner."""
    here = catalogue.here
    return (here.country, here.region, *sorted(catalogue.kommuner())[:1])


def answers(
    catalogue: Catalogue,
    order: Order,
    services: Services,
    regions: tuple[str, ...],
    progress: Callable[[str, float], None] | None = None,
) -> Iterator[Answer]:
    """Every live series of the order, fetched for these regions and read, but not kept.

    Raises:
        UsageError: the order names a source that does not exist.
    """
    say = progress or (lambda _words, _share: None)
    live, _ = plan.targets(catalogue, order, services.loaders)
    batches = list(plan.batches(live, services.loaders, regions, order.since))
    with services.client() as polite:
        client = Passing(polite)
        for number, batch in enumerate(batches):
            say(f"Frågar {service(batch.targets[0])}", number / len(batches))
            for target, fetched in each(batch, batch.loader.fetch, client):
                yield _read(batch, target, fetched)
    say("Klart", 1.0)


def _read(batch: Batch, target: Target, fetched: Fetched | SourceError) -> Answer:
    trouble = fetched if isinstance(fetched, SourceError) else fetched.trouble
    if isinstance(fetched, SourceError) or trouble:
        return Answer(target, None, trouble)
    try:
        rows = batch.loader.parse(target.series, fetched.raws)
    except SourceError as err:
        return Answer(target, None, err)
    except RusError:
        raise
    except Exception as err:  # as in an update: told, and the others go on
        return Answer(target, None, mistake(err))
    if rows.num_rows == 0:
        return Answer(target, None, SourceError(f"{target.key}: svaret har inte ett enda värde. Kontrollera id."))
    return Answer(target, rows, None)
