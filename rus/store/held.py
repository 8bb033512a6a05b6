"""Fetched figures that would break a law of the store are held back: the build is made with the earlier ones."""

from datetime import UTC, datetime

from rus.catalogue.catalogue import Catalogue
from rus.store import builds
from rus.store.reduced import Held, Told

_EVER = datetime(1, 1, 1, tzinfo=UTC)


def to_hold(catalogue: Catalogue, told: Told, indicators: list[str], held: Held) -> Held:
    """Which fetched series of some indicators to hold back, and since when.

    First what came after the build in use, then all that was fetched; and if that is not enough, the same of what the
    indicators are a part of.

    Returns:
        Nothing where there is nothing more to hold back.
    """
    fetched = {name["series"] for name in told.names if name["series"]}
    using = builds.in_use()
    since = using.made_at if using else _EVER
    known = [catalogue.indicators[identity] for identity in indicators if identity in catalogue.indicators]
    below = [i.denominator.indicator for i in known if i.denominator and i.denominator.indicator]
    for some in (known, [catalogue.indicators[identity] for identity in below]):
        wanted = {series.key for indicator in some for series in indicator.series} & fetched
        more = {key: since if key not in held else _EVER for key in wanted if held.get(key) != _EVER}
        if more:
            return more
    return {}
