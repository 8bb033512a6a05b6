"""What has changed in the report since an earlier data version: figures that are new, revised or gone, by chapter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd

from rus.catalogue.catalogue import Catalogue
from rus.core.errors import UsageError
from rus.core.swedish import day, number
from rus.store.moments import end_of, read_moment
from rus.store.store import Store
from rus.views.goal_board import GoalBoard
from rus.views.quality_changes import ChangesView, told
from rus.views.status import StatusWord

YEAR, ABOUT = 365, 95
"""Days: a version about a year old is so many days from exactly that."""
NONE_EARLIER = "Det finns ingen tidigare dataversion att jämföra med."
NONE_CHOSEN = "Ingen tidigare rapport är låst, och ingen version är omkring ett år. Välj själv vad som ska jämföras."


SAME_STATUS = "Inget mål har fått en ny bedömning."


@dataclass(frozen=True)
class Version:
    """An earlier data version: a build, a day or a moment; how the picker says it; whether a report is locked to it."""

    id: str
    words: str
    locked: bool = False


@dataclass(frozen=True)
class Changed:
    """What has changed in a chapter."""

    chapter: str
    title: str
    view: ChangesView


@dataclass(frozen=True)
class GoalMoved:
    """A goal whose status is another than before; `then` or `now` is None where the goal was or is not there."""

    key: str
    name: str
    kind: str
    then: StatusWord | None
    now: StatusWord | None
    reason: str


Part = tuple[str, str, tuple[str, ...]]
"""Id and title of a chapter, and the indicators that it is about."""


def earlier(versions: Iterable[Version], shown: str) -> tuple[Version, ...]:
    """The versions from before the one shown, the newest first; of those that name the same moment, a locked one."""
    now, found = moment(shown), {}
    for version in versions:
        when = moment(version.id)
        if now and when and when < now and (when not in found or version.locked):
            found[when] = version
    return tuple(found[when] for when in sorted(found, reverse=True))


def default(versions: Sequence[Version], shown: str) -> Version | None:
    """The version of the last locked report, else the one nearest to a year ago; None where neither is there."""
    locked = next((v for v in versions if v.locked), None)
    now = moment(shown)
    if locked or now is None:
        return locked
    aged = {v: abs((now - when).days - YEAR) for v in versions if (when := moment(v.id))}
    nearest = min(aged, key=lambda v: aged[v], default=None)
    return nearest if nearest and aged[nearest] <= ABOUT else None


def moment(version: str) -> datetime | None:
    """When what a version shows was known; None where it is no version's name."""
    try:
        return end_of(read_moment(version))
    except UsageError:
        return None


def build_words(version: str) -> str:
    """`Dataversionen 25 november 2026`."""
    when = moment(version)
    return f"Dataversionen {day(when.astimezone().date())}" if when else version


def day_words(found: date) -> str:
    """`Det som var känt 25 november 2026`."""
    return f"Det som var känt {day(found)}"


def changed(store: Store, catalogue: Catalogue, since: str, parts: tuple[Part, ...]) -> tuple[Changed, ...]:
    """What has become known since a version, of our own places and the country.

    Args:
        store: the figures shown.
        catalogue: of the same build.
        since: the earlier version.
        parts: the chapters.
    """
    found = store.changes(read_moment(since))
    own = {catalogue.here.region, catalogue.here.country, *catalogue.kommuner()}
    kept = found[found["region"].isin(own) | (found["words"] != "")]
    return tuple(Changed(name, title, told(catalogue, _of(kept, about))) for name, title, about in parts)


def goals_moved(then: GoalBoard, now: GoalBoard) -> tuple[GoalMoved, ...]:
    """The goals of a region that have another status now, and those that are new or gone; in the order of the board.

    Args:
        then: the goals in the earlier version.
        now: in the version shown.
    """
    before, after = ({(line.key, line.kind): line for line in board.lines} for board in (then, now))
    found = []
    for key, line in {**after, **before}.items():
        old, new = before.get(key), after.get(key)
        if old and new and old.status.id == new.status.id:
            continue
        then_, now_ = old.status if old else None, new.status if new else None
        found.append(GoalMoved(line.key, line.name, line.kind, then_, now_, new.reason if new else ""))
    return tuple(found)


def goals_words(moved: Sequence[GoalMoved], every: int) -> str:
    """`3 av 81 mål har fått en ny bedömning. 1 mål är nytt.`; that none has where nothing differs."""
    changed_, new = sum(bool(m.then and m.now) for m in moved), sum(m.then is None for m in moved)
    gone = sum(m.now is None for m in moved)
    said = [f"{number(changed_)} av {number(every)} mål har fått en ny bedömning." if changed_ else SAME_STATUS]
    said += [f"{number(new)} mål är {'nytt' if new == 1 else 'nya'}."] if new else []
    said += [f"{number(gone)} mål är {'borttaget' if gone == 1 else 'borttagna'}."] if gone else []
    return " ".join(said)


def _of(rows: pd.DataFrame, about: tuple[str, ...]) -> pd.DataFrame:
    return rows[rows["indicator"].isin(about)]
