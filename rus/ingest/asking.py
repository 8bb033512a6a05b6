"""One item for every series asked for, whatever a loader does: a fault in one batch is told, and the others go on."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from rus.core.errors import RusError, SourceError
from rus.ingest.plan import Batch, Target
from rus.sources.base import Client, Fetched, Planned, Wanted

Item = TypeVar("Item", Planned, Fetched)


def each(
    batch: Batch, ask: Callable[[Wanted, Client], Iterator[Item]], client: Client
) -> Iterator[tuple[Target, Item | SourceError]]:
    """What a loader says of each series of a batch, or why it says nothing.

    Raises:
        RusError: of another kind than SourceError: such as a disk that is full, which stops everything.
    """
    left = {target.key: target for target in batch.targets}
    trouble = SourceError(f"{batch.loader.name}: inget svar kom för serien. Försök igen senare.")
    try:
        for item in ask(batch.wanted, client):
            target = left.pop(item.series, None)
            if target:
                yield target, item
    except SourceError as err:
        trouble = err
    except RusError:
        raise
    except Exception as err:  # one loader's mistake must not keep the other series from being fetched
        trouble = mistake(err)
    for target in left.values():
        yield target, trouble


def mistake(err: Exception) -> SourceError:
    """A fault of the program, said so that it can be reported."""
    return SourceError(
        f"Fel i programmet: {type(err).__name__}: {err}\n"
        "Inget är sparat för serien. Anmäl felet; serien hämtas igen nästa gång."
    )
