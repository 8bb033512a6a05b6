"""Everything the catalogue and the figures say of one indicator, as sections of pairs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.goals import Goal
from rus.catalogue.groups import TOTAL
from rus.catalogue.indicator import Indicator
from rus.catalogue.series import PxSeries, Series
from rus.core.swedish import day, listing, number, years
from rus.views.criteria import NO_FIGURES, age
from rus.views.goal_text import wish
from rus.views.known import Known
from rus.views.provenance import DIRECTION
from rus.views.quality_fresh import CYCLES, OWN_READING
from rus.views.sheet import period_in_words

SHARES = {
    "egenskap": "Andel av gruppen som har egenskapen",
    "konsfordelning": "Könsfördelning inom gruppen",
    "ingen": "Ingen andel",
}
LEVELS = {"riket": "riket", "lan": "län", "kommun": "kommuner"}
KINDS = {
    "level": "Nivå",
    "direction": "Riktning",
    "change": "Förändring från basår",
    "peers": "Bättre än andra",
    "gap": "Mindre skillnad",
}
LOADERS = {"kolada": "Kolada", "file": "Fil", "own": "Egen fil"}
ROLES = {
    "count": "antal bakom andelen (täljare)",
    "denominator": "nämnare",
    "lower": "felmarginalens nedre gräns",
    "upper": "felmarginalens övre gräns",
    "margin": "felmarginal",
    "answers": "antal svar",
}
GROUPS_SHOWN = 8
SERIES_SHOWN = 8

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Section:
    """A heading and its pairs."""

    title: str
    pairs: Pairs


def sections(catalogue: Catalogue, indicator: Indicator, found: Known | None, today: date) -> tuple[Section, ...]:
    """The card.

    Args:
        catalogue: the catalogue.
        indicator: the indicator.
        found: what the figures know of it; None where there are none.
        today: the day to count the lag from.
    """
    made = (
        Section("Vad måttet visar", _meaning(indicator)),
        Section("Källa och aktualitet", _source(indicator, found, today)),
        Section("Vad som finns", _reach(catalogue, indicator, found)),
        Section("Att tänka på", _cautions(indicator)),
        Section("Mål", _goals(catalogue, indicator)),
        Section("Plats i strategin", _place(catalogue, indicator)),
        Section("Giltighet", validity(catalogue, indicator)),
    )
    filled = (Section(s.title, tuple(p for p in s.pairs if p[1])) for s in made)
    return tuple(section for section in filled if section.pairs)


def _meaning(indicator: Indicator) -> Pairs:
    denominator = indicator.denominator
    return (
        ("Definition", indicator.definition),
        ("Täljare", listing(dict.fromkeys(source_of(s) for s in indicator.series if s.role == "count"))),
        ("Nämnare", denominator.text if denominator else ""),
        ("Beräkning", indicator.derive.rule if indicator.derive else ""),
        ("Enhet", indicator.unit),
        ("Decimaler", str(indicator.decimals)),
        ("Andelstyp", SHARES[indicator.share]),
        ("Önskad riktning", DIRECTION[indicator.better]),
        ("Sökord", ", ".join(indicator.keywords)),
    )


def source_of(series: Series) -> str:
    """Where a series is and what the owner calls it: `Kolada N02267`, `PxWeb SCB ArRegArbStatus`."""
    if isinstance(series, PxSeries):
        return f"PxWeb {series.owner} {series.table.rpartition('/')[2]}"
    return f"{LOADERS[series.loader]} {series.source_id}"


def _source(indicator: Indicator, found: Known | None, today: date) -> Pairs:
    cycle, fresh = indicator.freshness, ""
    if cycle:
        every = CYCLES.get(cycle.cycle) or f"vart {cycle.cycle.partition(':')[2]}:e år"
        said = f"{every}, i {cycle.published}" if cycle.published else every
        fresh = said if cycle.documented else f"{said} ({OWN_READING})"
    months = age(found, today) if found else None
    return (
        ("Ägare", indicator.owner + (f", via {indicator.via}" if indicator.via else "")),
        ("Serier", _series(indicator)),
        ("Licens", indicator.licence),
        ("Uppdateras", fresh),
        (
            "Eftersläpning",
            _after(cycle.lag_months) if cycle and cycle.lag_months else "",
        ),
        ("Senaste period", period_in_words(found.newest) if found else NO_FIGURES),
        ("Periodens slut", f"för {months} månader sedan" if months and months > 0 else ""),
        ("Hämtad", day(found.retrieved) if found and found.retrieved else ""),
    )


def _after(lag_months: int) -> str:
    """How long after its end a period is published, or before it: a school year's figures come while it still runs."""
    if abs(lag_months) == 1:
        return "ungefär en månad efter periodens slut" if lag_months > 0 else "ungefär en månad före periodens slut"
    if lag_months < 0:
        months = -lag_months
        return f"ungefär {months} månader före periodens slut"
    return f"ungefär {lag_months} månader efter periodens slut"


def _series(indicator: Indicator) -> str:
    every = list(dict.fromkeys(_one_series(s) for s in indicator.series))
    more = len(every) - SERIES_SHOWN
    return "; ".join([*every[:SERIES_SHOWN], *([f"och {more} till"] if more > 0 else [])])


def _one_series(series: Series) -> str:
    span = f" från {series.from_year}" if series.from_year else ""
    span += f" till {series.to_year}" if series.to_year else ""
    role = f" ({ROLES[series.role]})" if series.role in ROLES else ""
    return f"{source_of(series)}{span}{role}{' (avslutad)' if series.retired else ''}"


def _reach(catalogue: Catalogue, indicator: Indicator, found: Known | None) -> Pairs:
    waits = tuple((f"Väntar: {_ground(catalogue, wait.ground)}", wait.reason) for wait in indicator.waits)
    if found is None:
        return (("Siffror", indicator.missing or NO_FIGURES), *waits)
    newest = found.newest[:4]
    span = years(found.first_year, int(newest)) if newest.isdecimal() else found.newest
    both = {"women", "men"} <= found.sexes
    least = number(found.least_n) if found.least_n is not None else "källan anger inte antal"
    return (
        ("År", span),
        ("Platser", _places(catalogue, found)),
        ("Kön", "Kvinnor och män redovisas" if both else "Källan redovisar inte kvinnor och män här"),
        ("Grupper", _groups(catalogue, found)),
        ("Minsta underlag", f"{least}, minsta kommunen i länet" if found.least_n is not None else least),
        *waits,
    )


def _places(catalogue: Catalogue, found: Known) -> str:
    counts: Mapping[str, int] = found.regions
    said = ["riket"] if counts.get("riket") else []
    said += [f"{counts['lan']} län"] if counts.get("lan") else []
    many = counts.get("kommun", 0)
    said += [f"{many} kommuner" if many > 1 else "1 kommun"] if many else []
    every = len(catalogue.kommuner())
    ours = f"{found.ours} av länets {every} kommuner" if every != 1 else "länets enda kommun" if found.ours else ""
    return f"{listing(said)}; {ours}" if many and ours else listing(said)


def _groups(catalogue: Catalogue, found: Known) -> str:
    labels = [catalogue.group_label(group) for group in found.groups if group != TOTAL]
    more = len(labels) - GROUPS_SHOWN
    return "; ".join([*labels[:GROUPS_SHOWN], *([f"och {more} till"] if more > 0 else [])]) or "Inga grupper"


def _ground(catalogue: Catalogue, wanted: str) -> str:
    ground = catalogue.ground(wanted)
    return ground.label.lower() if ground else {"sex": "kön"}.get(wanted, wanted)


def _cautions(indicator: Indicator) -> Pairs:
    traits = indicator.traits
    return (
        *((f"Brott {cut.first_year}", cut.reason) for cut in indicator.breaks),
        ("Flera år", f"Varje värde är ett medelvärde av {traits.window_years} år" if traits.window_years > 1 else ""),
        ("Mätår", listing(str(year) for year in traits.measured_years) if traits.measured_years else ""),
        ("Enkät", "Bygger på ett urval, så värdena har en felmarginal" if traits.survey else ""),
        ("Små tal", "Bygger på få händelser, så värdena går upp och ner av slump" if traits.small_numbers else ""),
        ("Preliminärt", "Det senaste värdet kan ändras av källan" if traits.provisional_last else ""),
        ("Publiceras inte för", listing(LEVELS[level] for level in traits.not_for)),
        *(("Kommentar", note) for note in indicator.notes),
    )


def _goals(catalogue: Catalogue, indicator: Indicator) -> Pairs:
    return tuple((KINDS[goal.kind], goal_words(catalogue, indicator, goal)) for goal in indicator.goals)


def goal_words(catalogue: Catalogue, indicator: Indicator, goal: Goal) -> str:
    """What the goal asks for, its base year, its standing and its source."""
    base = getattr(goal, "baseline", None)
    words = wish(goal, indicator, catalogue)
    since = f", basår {base}" if base and str(base) not in words else ""
    asked = words[:1].upper() + words[1:]
    return f"{asked}{since}. {goal.standing.capitalize()}: {goal.source}"


def _place(catalogue: Catalogue, indicator: Indicator) -> Pairs:
    plan = catalogue.plan
    theme = next((t.name for t in catalogue.themes if t.id == indicator.theme), indicator.theme)
    counter = catalogue.indicators.get(indicator.counter or "")
    return (
        ("Ämne", theme),
        ("Effektmål", listing(e.name for e in plan.effektmal if e.id in indicator.effektmal)),
        ("Utmaningsområde", listing(c.name for c in catalogue.challenges if c.id in indicator.challenges)),
        ("Perspektiv", listing(p.name for p in plan.perspectives if p.id in indicator.perspectives)),
        ("Motvikt", counter.title if counter else ""),
    )


def validity(catalogue: Catalogue, indicator: Indicator) -> Pairs:
    """Since when and until when the indicator is used, and what the file says was decided of it."""
    review = indicator.review
    successor = catalogue.indicators.get(review.replaced_by or "")
    retired = [s.retired for s in indicator.series if s.retired]
    decided = f" {day(review.decided_on)}" if review.decided_on else ""
    return (
        ("Används från", day(review.valid_from) if review.valid_from else ""),
        ("Används till", day(review.valid_to) if review.valid_to else ""),
        ("Ersätts av", successor.title if successor else ""),
        ("Beslutat av", f"{review.decided_by}{decided}" if review.decided_by else ""),
        ("Anteckning", review.note or ""),
        *(("Avslutad serie", words) for words in dict.fromkeys(retired)),
    )
