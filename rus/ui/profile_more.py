"""Below a profile's rows: where the kommun is off what could be expected, and what deserves attention in it."""

import streamlit as st

from rus.core.swedish import number
from rus.ui import cached, cards, frame
from rus.ui.folds import fold
from rus.ui.markup import table
from rus.ui.profile import Asked
from rus.ui.tables import change_list
from rus.views.choice import Choice
from rus.views.equality_series import gap_unit
from rus.views.findings import SILENT, findings
from rus.views.findings_lines import Line
from rus.views.profile_board import board
from rus.views.profile_expected import METHOD, Deviation, deviations

LARGEST = 6
COLUMNS = ("Mått", "Värde", "Väntat", "Bedömning")
OF_PART = "Fynd söks i en kommun i taget. Välj en kommun under Plats."


def blocks(asked: Asked) -> None:
    """Of one place both blocks side by side; of two places each in its own column."""
    left, right = st.columns(2, gap="medium")
    for spot, where in ((left, asked.first), (right, asked.other)):
        if asked.other:
            with spot:
                unexpected(asked, where)
                attention(asked, where)
    if not asked.other:
        with left:
            unexpected(asked, asked.first)
        with right:
            attention(asked, asked.first)


def unexpected(asked: Asked, where: str) -> None:
    """Measures in which the kommun is certainly not where kommuner built alike would be."""
    found = cached.shared_on(board, deviations, frame.here().build, where)
    name = asked.places[where].name
    with frame.frame(f"profile_expected_{where}", stretch=False):
        if not found.tested:
            frame.finding("Avviker från det väntade")
            frame.empty("Väntat värde räknas inte", found.reason)
            return
        many = len(found.found)
        title = f"{name} avviker från det väntade i {many} mått" if many else f"{name}: inget säkert utöver det väntade"
        frame.finding(title, f"{found.tested} mått prövade mot kommuner som är uppbyggda på samma sätt")
        if many:
            cells = [_cells(asked.places[where].codes, one) for one in found.found]
            table(COLUMNS, cells, caption=title, numbers={1, 2}, safe=True)
        frame.html(f'<p class="note">{frame.text(METHOD)}</p>')
        if many:
            frame.source(cards.sources(one.spine.indicator.owner for one in found.found))


def _cells(codes: tuple[str, ...], one: Deviation) -> tuple[str, ...]:
    indicator, made = one.spine.indicator, one.found
    assert made.observed is not None
    assert made.expected is not None
    assert made.lower is not None
    assert made.upper is not None
    link = Choice(indicator.id, codes, ("total",), group=one.spine.group, comparison="liknande")
    name = f'<a href="{frame.href("utforska", **link.address())}">{frame.text(one.spine.name)}</a>'
    span = f"{number(made.lower, indicator.decimals)} till {number(made.upper, indicator.decimals)}"
    below = f"{indicator.unit} · {one.spine.period}"
    apart = number(made.observed - made.expected, indicator.decimals, sign=True)
    return (
        f"{name}<small>{frame.text(below)}</small>",
        f"<b>{number(made.observed, indicator.decimals)}</b>",
        f"{number(made.expected, indicator.decimals)}<small>{span}</small>",
        f"{frame.chip(one.status)}<small>{apart} {frame.text(gap_unit(indicator))}</small>",
    )


def _led(one: Line) -> str:
    """A finding that leads to its figures."""
    link = frame.href("utforska", **one.address)
    return f'<li><a href="{link}">{frame.text(one.title or one.text)}</a></li>'


def attention(asked: Asked, where: str) -> None:
    """The largest certain changes of the kommun, its certain gaps, and values off its own trend."""
    place = asked.places[where]
    with frame.frame(f"profile_findings_{where}", stretch=False):
        if place.is_part:
            frame.finding("Fynd")
            frame.empty("Inga fynd för en länsdel", OF_PART)
            return
        found = cached.shared(findings, frame.here().build, place.id)
        if found.silent:
            frame.finding(f"{place.name}: {SILENT.lower()}", found.silent)
            return
        largest = found.largest(LARGEST)
        frame.finding(f"{place.name}: {len(found.changes)} säkra förändringar", "Störst i varje ämne först")
        if largest:
            change_list(largest)
        other = [*found.deviations, *found.gaps]
        if other:
            frame.html('<h3 class="sec">Avvikelser från den egna trenden, och säkra skillnader</h3>')
            frame.html(f'<ul class="points">{"".join(_led(one) for one in other)}</ul>')
        if len(found.changes) > len(largest):
            with fold(f"Alla säkra förändringar ({len(found.changes)})", f"kom_fynd_{where}") as every:
                if every.open:
                    change_list(found.changes)
        frame.html(f'<p class="note">{frame.text(found.method)}</p>')
        frame.source(cards.sources(one.of.indicator.owner for one in (*largest, *other)))
