"""The catalogue as a list that can be searched and narrowed down."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.core.swedish import sort_key
from rus.store.store import Store
from rus.views.known import Known
from rus.views.search import Entry, search

TRAITS = {
    "kon": "Kvinnor och män",
    "kommun": "Alla kommuner",
    "grupper": "Grupper",
    "mal": "Har mål",
    "brott": "Brott i serien",
    "vantar": "Siffror saknas",
    "oversyn": "I översynen",
}
"""What the list can be narrowed to; several together mean all of them."""


@dataclass(frozen=True)
class Asked:
    """What the reader asked for: words, a challenge area or theme, an effektmål, and traits (ids of `TRAITS`)."""

    words: str = ""
    within: str = ""
    effektmal: str = ""
    traits: frozenset[str] = frozenset()


def traits(catalogue: Catalogue, indicator: Indicator, found: Known | None) -> set[str]:
    """What holds of an indicator, of `TRAITS` but `oversyn`, which people's texts decide."""
    said = {
        "kon": found is not None and {"women", "men"} <= found.sexes,
        "kommun": found is not None and found.ours >= len(catalogue.kommuner()) > 0,
        "grupper": found is not None and len(found.groups) > 1,
        "mal": bool(indicator.goals),
        "brott": bool(indicator.breaks),
        "vantar": found is None,
    }
    return {trait for trait, holds in said.items() if holds}


def names(store: Store, catalogue: Catalogue) -> dict[str, str]:  # noqa: ARG001  # the shape of a cached view
    """Every indicator's id and short name, which has room in a list on a phone; the names in Swedish order."""
    return {i.id: i.short for i in sorted(catalogue.indicators.values(), key=lambda i: sort_key(i.short))}


def effektmal(catalogue: Catalogue) -> dict[str, str]:
    """The effektmål that indicators serve: id → name, in the strategy's order; the first means all."""
    served = {e for i in catalogue.indicators.values() for e in i.effektmal}
    return {"": "Alla effektmål"} | {e.id: e.name for e in catalogue.plan.effektmal if e.id in served}


def narrowed(
    catalogue: Catalogue,
    index: Sequence[Entry],
    found: Mapping[str, Known],
    asked: Asked,
    reviewed: Collection[str] = (),
) -> list[Entry]:
    """The entries that a reader asked for.

    Args:
        catalogue: the catalogue.
        index: from `rus.views.search.index`.
        found: from `rus.views.known.known`.
        asked: what the reader wrote and chose.
        reviewed: ids of the indicators that are in the review.
    """
    return [e for e in search(index, asked.words, within=asked.within) if _fits(catalogue, e, found, asked, reviewed)]


def _fits(
    catalogue: Catalogue, entry: Entry, found: Mapping[str, Known], asked: Asked, reviewed: Collection[str]
) -> bool:
    indicator = catalogue.indicators[entry.id]
    if asked.effektmal and asked.effektmal not in indicator.effektmal:
        return False
    has = traits(catalogue, indicator, found.get(entry.id)) | ({"oversyn"} if entry.id in reviewed else set())
    return asked.traits <= has
