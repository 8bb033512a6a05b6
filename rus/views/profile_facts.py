"""The head of a profile: how many live there, where it lies, how old its people are, and which kommuner are alike."""

from dataclasses import dataclass

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL, group_of
from rus.core.swedish import listing, number
from rus.store.store import Store
from rus.views.figures import Figures
from rus.views.profile_board import Board
from rus.views.profile_places import Place, part_of, places

SMALL = 10_000
"""People below which a kommun's numbers are called small: in a part of ten percent a share then moves by some percent
units by chance alone (±3 at 50 percent of 1 000)."""
AREA_TYPES = "Andelen i varje områdestyp visas när den hämtas från Boverket (Segregationsbarometern)."


@dataclass(frozen=True)
class Age:
    """One age group in percent, of the place and of the county."""

    label: str
    value: float
    county: float | None


@dataclass(frozen=True)
class Facts:
    """What is known of a place before any measure; `people` None where it is not known, `small` the banner's words."""

    place: Place
    people: int | None
    people_year: str
    part: str
    mark: str
    ages: tuple[Age, ...]
    ages_year: str
    alike: tuple[str, ...]
    small: str = ""


def facts(store: Store, catalogue: Catalogue, built: Board, place: str) -> Facts:
    """The head of a place (its id); what the place's file names no measure for is left out."""
    chosen = places(catalogue)[place]
    wanted, county = catalogue.here.profile, catalogue.here.region
    ids = [wanted.people, wanted.ages] if wanted else []
    rows = store.observations(indicators=ids, regions=[*chosen.codes, county], sexes=["total"]) if ids else None
    seen = {} if rows is None else {c: Figures(rows[rows["region"] == c]) for c in (*chosen.codes, county)}
    people, year = _people(seen, chosen, wanted.people if wanted else "")
    ages, ages_year = _ages(catalogue, seen, chosen) if wanted else ((), "")
    part = part_of(catalogue, place) if not chosen.is_part else None
    return Facts(
        place=chosen,
        people=people,
        people_year=year,
        part=part.name if part else listing(catalogue.name(code) for code in chosen.codes),
        mark=part.mark if part else chosen.mark,
        ages=ages,
        ages_year=ages_year,
        alike=() if chosen.is_part else tuple(catalogue.name(c) for c in built.built.alike(place).codes),
        small=_small(chosen, people, year),
    )


def _people(seen: dict[str, Figures], chosen: Place, name: str) -> tuple[int | None, str]:
    found = [seen[code].newest(name) if code in seen else None for code in chosen.codes]
    known = [one for one in found if one is not None]
    if len(known) < len(found) or len({one.period for one in known}) != 1:
        return None, ""
    return round(sum(one.value for one in known)), known[0].period


def _ages(catalogue: Catalogue, seen: dict[str, Figures], chosen: Place) -> tuple[tuple[Age, ...], str]:
    """Shares of the newest year that the place has; those of a länsdel are weighed by people of the same year."""
    wanted = catalogue.here.profile
    assert wanted
    found, year = [], 0
    for group in wanted.age_groups:
        own = [seen[code].newest(wanted.ages, group) for code in chosen.codes]
        known = [one for one in own if one is not None]
        if not known or len(known) < len(own):
            return (), ""
        year = known[0].year
        people = [_at(seen[code], wanted.people, year) for code in chosen.codes]
        weights = [p for p in people if p is not None]
        if len(weights) < len(people):
            return (), ""
        value = sum(o.value * w for o, w in zip(known, weights, strict=True)) / sum(weights)
        county = _at(seen[catalogue.here.region], wanted.ages, year, group)
        found.append(Age(_label(catalogue, group), value, county))
    return tuple(found), str(year or "")


def _at(seen: Figures, indicator: str, year: int, group: str = TOTAL) -> float | None:
    return next((o.value for o in seen.of(indicator, group) if o.year == year), None)


def _label(catalogue: Catalogue, group: str) -> str:
    [(ground, value)] = group_of(group).items()
    known = catalogue.ground(ground)
    found = known.value(value) if known else None
    return found.label if found else value


def _small(place: Place, people: int | None, year: str) -> str:
    if people is None or people >= SMALL:
        return ""
    rule = f"Så står det om platser med färre än {number(SMALL)} invånare; här bor {number(people)} ({year})."
    return f"{place.name}: små tal – läs intervallet, inte rangen. {rule}"
