"""The words of the strip: where ours lie among all places of the kind."""

from statistics import median

from rus.views.places import LEVEL_WORDS, Places
from rus.views.sentences import Measure


def strip_title(places: Places, measure: Measure) -> str:
    """How many of ours lie on one side of the middle: `9 av länets 12 kommuner i landets lägre halva`."""
    middle = median(place.value for place in places.everyone)
    ours = [place for place in places.everyone if place.code in places.ours]
    kind = LEVEL_WORDS[places.scope]
    if len(ours) == 1:
        place = ours[0]
        rank = f"plats {place.rank} av {places.ranked} {kind}" if place.rank else measure.full(place.value)
        return f"{measure.short}: {place.name} har {rank} {places.period}"
    below = sum(place.value < middle and not measure.same(place.value, middle) for place in ours)
    above = sum(place.value > middle and not measure.same(place.value, middle) for place in ours)
    count, side = (below, "lägre") if below >= above else (above, "högre")
    return f"{measure.short}: {count} av länets {len(ours)} {kind} i landets {side} halva"


def strip_alt(places: Places, measure: Measure) -> str:
    """The strip's own part of the text for those who can't see it."""
    values = sorted(place.value for place in places.everyone)
    ours = sorted((p for p in places.everyone if p.code in places.ours), key=lambda p: (p.value, p.code))
    told = "; ".join(f"{p.name} {measure.bare(p.value)}" for p in ours)
    beside = "; ".join(f"{name} {measure.bare(value)}" for name, value in places.beside)
    ends = f"från {measure.bare(values[0])} till {measure.bare(values[-1])}"
    spread = f"Alla: {ends}, mitten {measure.bare(median(values))}."
    said = f"{spread} Våra: {told}." + (f" {beside}." if beside else "")
    return f"{said} {strip_note(places, measure)}".rstrip()


def strip_note(places: Places, measure: Measure) -> str:
    """Which places the diamonds are, and their middle beside ours; empty without a chosen set."""
    found = places.marked
    if found is None:
        return ""
    middle = f"Mitten bland dem är {measure.bare(found.middle)}"
    if places.scope == "lan":
        return f"Romberna är {found.counties}. {middle}."
    own = median(place.value for place in places.everyone if place.code in places.ours)
    who = f"Romberna är {len(found.places)} kommuner i {found.counties}"
    return f"{who}. {middle}, bland länets kommuner {measure.bare(own)}."
