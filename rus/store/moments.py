"""A point in time as a person writes it: a day, a time, or the name of a build."""

from datetime import UTC, date, datetime, time, timedelta

from rus.core.errors import UsageError
from rus.store import builds


def end_of(when: date | datetime) -> datetime:
    """The last moment of a day here, or the moment itself, in UTC; a time without zone is taken as one here."""
    if not isinstance(when, datetime):
        when = datetime.combine(when, time.max)
    return when.astimezone(UTC)


def just_before(when: date | datetime) -> datetime:
    """The last moment before a day here begins, or the moment itself, in UTC."""
    if isinstance(when, datetime):
        return when.astimezone(UTC)
    return datetime.combine(when, time.min).astimezone(UTC) - timedelta(microseconds=1)


def read_moment(text: str) -> date | datetime:
    """`2026-11-25`, `2026-11-25T13:00`, or a build such as `2026-11-25T132711Z`, also one that has been pruned.

    Raises:
        UsageError: it is none of these.
    """
    named = builds.made_when(text)
    if named:
        return named
    try:
        return date.fromisoformat(text) if len(text) == len("2026-11-25") else datetime.fromisoformat(text)
    except ValueError as err:
        raise UsageError(
            f"{text}: är varken en dag, en tid eller ett bygge. Skriv till exempel 2026-11-25, eller se `rus builds`."
        ) from err
