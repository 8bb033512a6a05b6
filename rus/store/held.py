"""Fetched figures that would break a law of the store are held back: the build is made with the earlier ones."""

from datetime import UTC, datetime

from rus.catalogue.catalogue import Catalogue
from rus.store import builds
from rus.store.reduced import Held, Told

_EVER = datetime(1, 1, 1, tzinfo=UTC)


def to_hold(catalogue: Catalogue, told: Told, indicators: list[str], held: Held) -> Held:
    """Which fetched series of some indicators to hold back, and since when.

    First what came after the build in use, and if that is not enough all that was fetched.

    Returns:
        Nothing where there is nothing more to hold back.
    """
    fetched = {name["series"] for name in told.names if name["series"]}
    using = builds.in_use()
    since = using.made_at if using else _EVER
    wanted = _series(catalogue, indicators) & fetched
    return {series: since if series not in held else _EVER for series in wanted if held.get(series) != _EVER}


def _series(catalogue: Catalogue, indicators: list[str]) -> set[str]:
    """Keys of everything that the indicators' figures are put together from."""
    found = set()
    for identity in indicators:
        indicator = catalogue.indicators.get(identity)
        if indicator is None:
            continue
        found |= {series.key for series in indicator.series}
        below = indicator.denominator.indicator if indicator.denominator else None
        if below in catalogue.indicators:
            found |= {series.key for series in catalogue.indicators[below].series}
    return found
