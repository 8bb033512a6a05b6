"""What the foot of every page says of the figures' age."""

from dataclasses import dataclass
from datetime import date

from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import day
from rus.store.store import Store

MOST_OWNERS = 5


@dataclass(frozen=True)
class Foot:
    """`version`: the day the build was made, in words; `retrieved`: when its newest figures were fetched.

    `owners`: lines such as `SCB till och med 2024`, those with most indicators first.
    """

    version: str
    owners: tuple[str, ...]
    retrieved: str


def newest_by_owner(store: Store, catalogue: Catalogue) -> dict[str, int]:
    """Owner → its newest year with a figure; owners with most indicators first."""
    covered = store.coverage()
    newest: dict[str, int] = {}
    counts: dict[str, int] = {}
    for row in covered.itertuples():
        indicator = catalogue.indicators.get(str(row.indicator))
        if indicator is None or not row.n_values:
            continue
        year = int(str(row.newest)[:4])
        newest[indicator.owner] = max(newest.get(indicator.owner, year), year)
        counts[indicator.owner] = counts.get(indicator.owner, 0) + 1
    return {owner: newest[owner] for owner in sorted(newest, key=lambda o: (-counts[o], o))}


def foot(store: Store, catalogue: Catalogue, build: str) -> Foot:
    """The foot's words for one build, named by its id."""
    owners = newest_by_owner(store, catalogue)
    shown = [f"{owner} till och med {year}" for owner, year in list(owners.items())[:MOST_OWNERS]]
    fetched = store.fetches(None)["retrieved"].dropna()
    when = f"Senast hämtat {day(max(fetched))}" if len(fetched) else ""
    return Foot(version_words(build), tuple(shown), when)


def version_words(build: str) -> str:
    """The day of a data version, in words; the version itself where it begins with no day."""
    try:
        return day(date.fromisoformat(build[:10]))
    except ValueError:
        return build
