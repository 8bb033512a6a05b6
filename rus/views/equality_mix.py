"""Whether the mix of people decides how a region compares with the whole it is part of, and what is left without it."""

from dataclasses import dataclass

from rus.analysis.composition import Comparison, composition
from rus.analysis.standardise import Standardised, direct
from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import number
from rus.views.equality_series import Series
from rus.views.equality_whole import Sized, Split, parts_of, periods_of, whole


@dataclass(frozen=True)
class Mix:
    """A region against its whole (its county, or the country) along one ground.

    `text` warns where the mix decides. `alike` is the region's value if its mix were the whole's, in percent, and
    `alike_text` the same in a sentence.
    """

    ground: str
    label: str
    other: str
    period: str
    comparison: Comparison
    alike: Standardised
    text: str = ""
    alike_text: str = ""


def mixes(series: Series, other: Series | None, name: str, catalogue: Catalogue) -> tuple[Mix, ...]:
    """One for sex and one for each ground whose groups are everyone and counted in both; none without a whole.

    Args:
        series: the region's figures.
        other: those of the region it is part of.
        name: of that region.
        catalogue: the grounds.
    """
    if other is None:
        return ()
    made = (_mix(series, other, split, name) for split in parts_of(series, catalogue))
    return tuple(mix for mix in made if mix is not None)


def _mix(series: Series, other: Series, split: Split, name: str) -> Mix | None:
    label, keys = split.label, split.keys
    theirs = set(periods_of(other, keys))
    both = [p for p in periods_of(series, keys) if p in theirs]
    if not both:
        return None
    period = both[-1]
    ours, why = whole(series, keys, period)
    them, why_not = whole(other, keys, period)
    if why or why_not:
        return None
    found = composition(ours, them)
    alike = direct(*_counts(ours), [them[g][1] for g in ours])
    decimals = max(series.indicator.decimals, 1)
    said = _alike_text(found, alike, label, name, decimals)
    return Mix(split.ground, label, name, period, found, alike, _text(found, label, name, decimals), said)


def _counts(sized: Sized) -> tuple[list[float], list[float]]:
    return [value / 100 * n for value, n in sized.values()], [n for _, n in sized.values()]


def _text(found: Comparison, label: str, name: str, decimals: int) -> str:
    if not found.reversed or found.first is None or found.second is None:
        return ""
    higher = found.first > found.second
    total, each = ("högre", "lägre") if higher else ("lägre", "högre")
    values = f"{number(found.first, decimals)} mot {number(found.second, decimals)}"
    return (
        f"{found.warning} Värdet för alla är {total} än i {name} ({values}), "
        f"men i varje grupp efter {label} är det {each}."
    )


def _alike_text(found: Comparison, alike: Standardised, label: str, name: str, decimals: int) -> str:
    if alike.rate is None or alike.interval is None or found.first is None or found.second is None:
        return ""
    own, same, theirs = (number(v, decimals) for v in (found.first, alike.rate, found.second))
    limits = f"{number(alike.interval.lower, decimals)} till {number(alike.interval.upper, decimals)}"
    return (
        f"Med samma fördelning efter {label} som i {name} vore värdet {same} procent (osäkerhet {limits}), "
        f"mot {own} som det är. I {name} är det {theirs}."
    )
