"""The head of a profile: who live in the place, where it lies, and what must be known of small numbers."""

from collections.abc import Sequence

from rus.charts.ages import bars_picture
from rus.core.swedish import listing, number
from rus.ui import cached, cards, frame, picture, site
from rus.ui.profile import Asked
from rus.views.profile_board import board
from rus.views.profile_facts import AREA_TYPES, Facts, facts
from rus.views.sheet import file_stem

AGES, COUNTY = "Ålder", "Länet"


def head(asked: Asked) -> None:
    """How many live in the place, where it lies, how old they are, and which kommuner are alike."""
    build = frame.here().build
    found = cached.shared_on(board, facts, build, asked.first)
    other = cached.shared_on(board, facts, build, asked.other) if asked.other else None
    frame.html('<div class="facts">', _facts(found), _facts(other) if other else "", "</div>")
    shown = [one for one in (found, other) if one]
    _offer(shown)
    for one in shown:
        if one.small:
            frame.html(f'<p class="banner">{frame.text(one.small)}</p>')


def _facts(found: Facts) -> str:
    people = (
        f"{number(found.people)} <small>{frame.text(found.people_year)}</small>" if found.people else "Uppgift saknas"
    )
    kommuner = "Kommuner" if found.place.is_part else "Länsdel"
    unsure = ' <small title="Obekräftad">(obekräftad)</small>' if found.mark else ""
    pairs = [
        ("Invånare", people),
        (kommuner, f"{frame.text(found.part)}{unsure}" if found.part else "Anges inte"),
        ("Liknar mest", frame.text(", ".join(found.alike)) if found.alike else ""),
        ("Områdestyper", frame.text(AREA_TYPES)),
    ]
    rows = "".join(f"<dt>{name}</dt><dd>{words}</dd>" for name, words in pairs if words)
    title = f'<h2 class="find">{frame.text(found.place.name)}</h2>'
    return f'<section>{title}<dl class="kv words">{rows}</dl>{_ages(found)}</section>'


def _ages(found: Facts) -> str:
    """The ages as a bar of parts, each with its number, and the county's below."""
    if not found.ages:
        return ""
    county = all(age.county is not None for age in found.ages)
    bars = _bar([(a.label, a.value) for a in found.ages], found.place.name, labels=True)
    if county:
        bars += _bar([(a.label, a.county or 0.0) for a in found.ages], COUNTY, labels=False)
    return f'<p class="sub">{AGES}, procent {frame.text(found.ages_year)}</p><div class="ages">{bars}</div>'


def _offer(shown: Sequence[Facts]) -> None:
    """The place for the picture of the ages, the county's last; it is drawn when someone opens the place."""
    shown = [one for one in shown if one.ages]
    if not shown:
        return
    catalogue = cached.catalogue(frame.here().build)
    bars = [(one.place.name, [(age.label, age.value) for age in one.ages]) for one in shown]
    if county := [(age.label, age.county) for age in shown[0].ages if age.county is not None]:
        bars.append((COUNTY, county))
    names = listing(one.place.name for one in shown)
    years = listing(dict.fromkeys(one.ages_year for one in shown))
    owner = catalogue.indicators[catalogue.here.profile.ages].owner if catalogue.here.profile else ""
    title = f"{AGES} i {names}"
    about = picture.Said(title, f"Procent {years}", cards.sources([owner]), file_stem("alder", names))
    picture.offer("ages", lambda: about, lambda: bars_picture(bars, site.theme()), label="Spara åldrarna som bild")


def _bar(parts: Sequence[tuple[str, float]], name: str, *, labels: bool) -> str:
    hidden = "" if labels else ' class="vh"'
    cells = "".join(
        f'<span style="flex:{value:.1f}"><small{hidden}>{frame.text(label)} </small><b>{number(value, 0)}</b></span>'
        for label, value in parts
    )
    return f'<div class="who">{frame.text(name)}</div><div class="bar">{cells}</div>'
