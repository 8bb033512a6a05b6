"""The head of a profile: who live in the place, where it lies, and what must be known of small numbers."""

from collections.abc import Sequence

from rus.core.swedish import number
from rus.ui import cached, frame
from rus.ui.profile import Asked
from rus.views.profile_board import board
from rus.views.profile_facts import AREA_TYPES, Facts, facts


def head(asked: Asked) -> None:
    """How many live in the place, where it lies, how old they are, and which kommuner are alike."""
    build = frame.here().build
    found = cached.shared_on(board, facts, build, asked.first)
    other = cached.shared_on(board, facts, build, asked.other) if asked.other else None
    frame.html('<div class="facts">', _facts(found), _facts(other) if other else "", "</div>")
    for one in (found, other):
        if one and one.small:
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
        bars += _bar([(a.label, a.county or 0.0) for a in found.ages], "Länet", labels=False)
    return f'<p class="sub">Ålder, procent {frame.text(found.ages_year)}</p><div class="ages">{bars}</div>'


def _bar(parts: Sequence[tuple[str, float]], name: str, *, labels: bool) -> str:
    hidden = "" if labels else ' class="vh"'
    cells = "".join(
        f'<span style="flex:{value:.1f}"><small{hidden}>{frame.text(label)} </small><b>{number(value, 0)}</b></span>'
        for label, value in parts
    )
    return f'<div class="who">{frame.text(name)}</div><div class="bar">{cells}</div>'
