"""Whether the mix of people decides how a region compares with the whole it is part of."""

from dataclasses import dataclass

from rus.analysis.composition import Comparison, composition
from rus.analysis.kitagawa import NO_SHARES
from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import number
from rus.store.store import Store
from rus.views.equality_pairs import WOMEN_AND_MEN, groups_of
from rus.views.equality_series import Key, Series


@dataclass(frozen=True)
class Mix:
    """A region against its whole (its county, or the country) along one ground; `text` warns where the mix decides."""

    label: str
    other: str
    comparison: Comparison
    text: str = ""


def mixes(store: Store, catalogue: Catalogue, series: Series, region: str) -> tuple[Mix, ...]:
    """One for sex and one for each ground whose groups all have a known size; none for the country itself."""
    found = catalogue.regions.get(region)
    parent = found.parent if found else ""
    if parent not in catalogue.regions:
        return ()
    indicator = series.indicator
    other = Series(store.observations(indicators=[indicator.id], regions=[parent]), indicator)
    grounds: list[tuple[str, dict[str, Key]]] = [
        ("kön", {name: ("total", sex) for name, sex in zip(WOMEN_AND_MEN, ("women", "men"), strict=True)})
    ]
    for ground in catalogue.grounds:
        groups = groups_of(series, ground)
        if groups:
            grounds.append((ground.label.lower(), {catalogue.group_label(g): (g, "total") for g in groups}))
    made = (_mix(series, other, label, keys, catalogue.name(parent)) for label, keys in grounds)
    return tuple(mix for mix in made if mix.comparison.reason != NO_SHARES)


def _mix(series: Series, other: Series, label: str, keys: dict[str, Key], name: str) -> Mix:
    both = [p for p in (series.common(keys.values()), other.common(keys.values())) if p]
    if len(both) < 2:
        return Mix(label, name, Comparison(None, None, reason=NO_SHARES))
    period = min(both)
    ours, theirs = ({g: _sized(s, key, period) for g, key in keys.items()} for s in (series, other))
    known = {g: v for g, v in ours.items() if v}, {g: v for g, v in theirs.items() if v}
    if min(len(part) for part in known) < len(keys):
        return Mix(label, name, Comparison(None, None, reason=NO_SHARES))
    found = composition(*known)
    return Mix(label, name, found, _text(found, label, name, series.indicator.decimals))


def _sized(series: Series, key: Key, period: str) -> tuple[float, float | None] | None:
    found = series.at(key, period)
    return (found.side.value, found.side.n) if found and found.side else None


def _text(found: Comparison, label: str, name: str, decimals: int) -> str:
    if not found.reversed or found.first is None or found.second is None:
        return ""
    higher = found.first > found.second
    total, each = ("högre", "lägre") if higher else ("lägre", "högre")
    values = f"{number(found.first, max(decimals, 1))} mot {number(found.second, max(decimals, 1))}"
    return (
        f"{found.warning} Värdet för alla är {total} än i {name} ({values}), "
        f"men i varje grupp efter {label} är det {each}."
    )
