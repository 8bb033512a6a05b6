"""Values that a source has changed or taken back: from where to where, how much, and what that is of the old value."""

from collections.abc import Mapping
from dataclasses import dataclass

from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import fmt, number
from rus.views.choice import SEX_WORDS
from rus.views.quality import name
from rus.views.sheet import period_in_words

SEXES: Mapping[str, str] = {str(sex): words for sex, words in SEX_WORDS.items()}


@dataclass(frozen=True)
class Changed:
    """One change as the store tells it: `old` and `new` in the indicator's unit, `when` the day it became known."""

    kind: str
    indicator: str
    group: str = "total"
    region: str = ""
    sex: str = "total"
    period: str = ""
    old: float | None = None
    new: float | None = None
    words: str = ""
    when: str = ""
    fetch_id: str = ""


@dataclass(frozen=True)
class Value:
    """A value that the source has changed or taken back. `change` is its size in words, `size` relative to the old."""

    indicator: str
    group: str
    name: str
    where: str
    period: str
    old: str
    new: str
    change: str
    size: float
    when: str


@dataclass(frozen=True)
class Revised:
    """The revisions of one indicator and group: how many, and between which changes they lie, in words."""

    indicator: str
    group: str
    name: str
    figures: int
    places: int
    span: str


def summary(catalogue: Catalogue, changes: list[Changed]) -> tuple[Revised, ...]:
    """Every indicator and group with revisions, those with most first."""
    found: dict[tuple[str, str], list[Changed]] = {}
    for change in changes:
        found.setdefault((change.indicator, change.group), []).append(change)
    rows = []
    for (indicator, group), some in found.items():
        ordered = sorted((c for c in some if _both(c)), key=_step)
        ends = list(dict.fromkeys(_change(catalogue, c) for c in (ordered[:1] + ordered[-1:])))
        places = len({c.region for c in some})
        rows.append(
            Revised(indicator, group, name(catalogue, indicator, group), len(some), places, " till ".join(ends))
        )
    return tuple(sorted(rows, key=lambda r: (-r.figures, r.name)))


def values(catalogue: Catalogue, changes: list[Changed]) -> list[Value]:
    """Those of our own places first, then by size against the old value."""
    own = {catalogue.here.region, catalogue.here.country, *catalogue.kommuner()}
    return [_value(catalogue, c) for c in sorted(changes, key=lambda c: (c.region not in own, -_size(c), c.region))]


def _value(catalogue: Catalogue, c: Changed) -> Value:
    decimals = _decimals(catalogue, c)
    where = [catalogue.name(c.region), *([SEXES[c.sex]] if c.sex != "total" else [])]
    return Value(
        indicator=c.indicator,
        group=c.group,
        name=name(catalogue, c.indicator, c.group),
        where=", ".join(where),
        period=period_in_words(c.period),
        old=fmt(c.old, decimals=decimals),
        new=fmt(c.new, decimals=decimals),
        change=_change(catalogue, c),
        size=_size(c),
        when=c.when,
    )


def _both(c: Changed) -> bool:
    return c.old is not None and c.new is not None


def _step(c: Changed) -> float:
    return c.new - c.old if c.old is not None and c.new is not None else 0.0


def _size(c: Changed) -> float:
    return abs(_step(c) / c.old) if c.old else float(_step(c) != 0)


def _decimals(catalogue: Catalogue, c: Changed) -> int:
    """The indicator's own, or as many as it takes for the change to be seen."""
    found = catalogue.indicators.get(c.indicator)
    own = found.decimals if found else 1
    return next((d for d in range(own, 5) if round(_step(c), d)), own)


def _change(catalogue: Catalogue, c: Changed) -> str:
    if c.old is None or c.new is None:
        return ""
    found = catalogue.indicators.get(c.indicator)
    text = number(_step(c), _decimals(catalogue, c), sign=True)
    if found and found.unit == "procent":
        return f"{text} procentenheter"
    return f"{text} ({number(_step(c) / c.old * 100, 1, sign=True)}\u00a0%)" if c.old > 0 else text
