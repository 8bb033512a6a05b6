"""The scales of a trend: values as they are, index from a base year, or the difference from the compared place."""

from dataclasses import dataclass

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.views.against import against, inside, reference
from rus.views.available import Option, is_rate
from rus.views.index import base_year, indexed
from rus.views.pictures import Picture

VALUE, INDEX, DIFFERENCE = "varde", "index", "skillnad"
NO_BASE = "Linjerna har inget år gemensamt som kan vara 100."
NO_REFERENCE = "Välj en plats under Jämför med, till exempel riket, för att se skillnaden mot den."
AMOUNTS = "Skillnaden mellan två antal visar mest hur stora platserna är."


@dataclass(frozen=True)
class Scaled:
    """The scales, each with the reason where it can't be had, the one used, and the picture in it."""

    options: tuple[Option, ...]
    used: str
    drawn: Picture


def scaled(catalogue: Catalogue, indicator: Indicator, raw: Picture, wanted: str) -> Scaled:
    """The picture in the wanted scale; amounts of unlike places begin as an index, all else as values.

    Args:
        catalogue: names the compared place.
        indicator: the indicator.
        raw: lines in its unit.
        wanted: `varde`, `index`, `skillnad`, or empty for our judgement.
    """
    rate, year, code = is_rate(indicator), base_year(raw, indicator), reference(raw)
    places = {line.key.split("/")[0] for line in raw.lines}
    name = catalogue.name(code) if code else ""
    apart = against(raw, name) if code and rate else None
    why = "" if apart else NO_REFERENCE if rate else AMOUNTS
    options = (
        Option(VALUE, _unit(indicator)),
        Option(INDEX, f"Index {year} = 100" if year else "Index", "" if year else NO_BASE),
        Option(DIFFERENCE, f"Skillnad mot {inside(name) or 'en plats'}", why),
    )
    usual = INDEX if not rate and year and len(places) > 1 else VALUE
    have = {option.id for option in options if not option.reason}
    used = wanted if wanted in have else usual
    if used == INDEX and year:
        return Scaled(_ordered(options, usual), used, indexed(raw, year))
    if used == DIFFERENCE and apart:
        return Scaled(options, used, apart)
    return Scaled(_ordered(options, usual), used, raw)


def _ordered(options: tuple[Option, ...], usual: str) -> tuple[Option, ...]:
    return tuple(sorted(options, key=lambda option: option.id != usual))


def _unit(indicator: Indicator) -> str:
    first = indicator.unit.split()[0] if indicator.unit.split() else ""
    return "Värde" if first in {"", "per"} else first.capitalize()
