"""Groups within groups on Jämlikhet: the cross-table, the line through ordered groups, and what it takes in people."""

import streamlit as st

from rus.analysis.intersections import Seen
from rus.analysis.words import about
from rus.charts.crossdots import Dots, crossdots
from rus.charts.crossdots import describe as describe_dots
from rus.charts.slopeline import describe, slopeline
from rus.core.swedish import STATUS_WORDS, SYMBOLS, number
from rus.ui import approval, cards, frame, site
from rus.ui.chart import show
from rus.ui.equality import handled
from rus.ui.markup import bullets, fold, table, written
from rus.views.equality import Along, EqualityView
from rus.views.equality_carried import Carried, carried_rows, made
from rus.views.equality_people import People, people_rows
from rus.views.equality_table import CrossRow
from rus.views.equality_words import carried_reason, farthest, limits, measure_rows
from rus.views.slide_equality import ALONG, GROUND, GROUPS

CROSS = ("Grupp", "Kvinnor", "Män", "Skillnad", "Antal")
PEOPLE = ("Grupp", "Nu", "Antal personer", "Behöver ändras, omkring", "Del av alla")
CARRIED = ("Grupp", "Av gruppens värde", "Av gruppens storlek", "Tillsammans")
REACH, NO_REACH = "Tunna streck: osäkerheten (95 %).", "Osäkerhet ej beräknad."
MOST_ROWS = 24
"""Rows of the picture: more would be longer than a page."""


def groups(view: EqualityView) -> None:
    """Women and men in every group, the farthest behind first."""
    found, indicator = view.crossing, view.indicator
    with frame.frame("gaps_groups", stretch=False):
        tally = found.tally or found.reason
        below = f" Alla: {found.reference}." if found.reference else ""
        order = " Längst efter står först." if found.rows and found.mean is not None else ""
        title, subtitle = farthest(view), f"{tally.rstrip('.')}.{below}{order}"
        rows = dots(view)
        with frame.together():
            if title:
                approval.finding(f"grupper-{indicator.id}-{view.region}", title, subtitle)
            else:
                frame.finding("Kvinnor och män i grupperna", subtitle)
            frame.html(cards.SEX_KEY if rows else "")
        if rows:
            reference = found.mean
            figure = crossdots(
                rows, reference=reference, unit=indicator.unit, decimals=indicator.decimals, theme=site.theme()
            )
            alt = describe_dots(rows, indicator.unit, indicator.decimals)
            show(figure, alt=f"Kvinnor och män. {alt}", key="equality_groups", filename="grupper")
            handled(view, "equality_groups", GROUPS, title)
        with frame.together():
            if found.rows:
                body = [_cross(row, indicator.decimals) for row in found.rows]
                table(CROSS, body, caption="Kvinnor och män i varje grupp", numbers=(1, 2, 3, 4), safe=True)
            if view.third:
                frame.html(f'<p class="note">{frame.text(view.third)}</p>')
            known = any(seen.interval for row in found.rows for seen in (row.women, row.men))
            frame.source(f"{view.source} {REACH if known else NO_REACH}" if found.rows else view.source)


def dots(view: EqualityView) -> list[Dots]:
    """Everyone first, then each group with a figure; the three that lag most are told apart."""
    rows = []
    if view.sex.gap and view.sex.group == "total":
        first, second = view.sex.gap.first, view.sex.gap.second
        rows.append(Dots("Alla", (first.value, second.value), note=view.sex.period))
    for row in view.crossing.rows:
        seen = (row.women, row.men)
        if all(s.cell.value is None for s in seen):
            continue
        values = (row.women.cell.value, row.men.cell.value)
        around = (row.women.interval, row.men.interval)
        doubt = (bool(row.women.unsure), bool(row.men.unsure))
        note = "längst efter" if row.lagging else ""
        rows.append(Dots(_name(row), values, around, unsure=doubt, note=note, marked=bool(row.lagging)))
    return rows[:MOST_ROWS] if len(rows) > 1 else []


def _name(row: CrossRow) -> str:
    return f"{row.label[:1].upper()}{row.label[1:]}"


def _cross(row: CrossRow, decimals: int) -> tuple[str, ...]:
    women, men = (
        cell(seen, decimals, behind=sex in row.lagging) for sex, seen in (("women", row.women), ("men", row.men))
    )
    apart = number(row.difference, decimals, sign=True) if row.difference is not None else SYMBOLS["saknas"]
    people = number(row.n) if row.n is not None else SYMBOLS["saknas"]
    return f"{frame.text(_name(row))}<small>{frame.text(row.period)}</small>", women, men, apart, people


def cell(seen: Seen, decimals: int, *, behind: bool = False) -> str:
    """A figure with its limits below, grey where unsure; the sign of its status, in words for those who hear it."""
    if seen.cell.value is None:
        words = STATUS_WORDS.get(seen.cell.status, STATUS_WORDS["saknas"])
        sign = SYMBOLS.get(seen.cell.status) or SYMBOLS["saknas"]
        heard = f'<span aria-hidden="true">{sign}</span><span class="vh">{frame.text(words)}</span>'
        return f'<span title="{frame.text(words)}">{heard}</span>'
    value = number(seen.cell.value, decimals)
    below = f"<small>{limits(seen.interval, decimals)}</small>" if seen.interval else ""
    if seen.unsure:
        return f'<i class="unsure" title="{frame.text(seen.unsure)}">{value} osäker</i>{below}'
    return f"<b>{value}</b> längst efter{below}" if behind else f"{value}{below}"


def along(view: EqualityView) -> None:
    """The indices that need all groups, and between kommuner."""
    with frame.frame("gaps_many", stretch=False):
        lead = next((a.slope_text.partition(".")[0] for a in view.grounds if a.slope.sii is not None), "")
        frame.finding(lead or "Mellan alla grupper", "Ett absolut och ett relativt mått läses tillsammans")
        for found in view.grounds:
            if found.groups:
                _ground(found, view)
        with frame.together():
            frame.html('<h2 class="sec">Mellan kommuner</h2>')
            frame.html(f"<p>{frame.text(view.kommuner.text or view.kommuner.reason)}</p>")
            _measures(measure_rows(view.kommuner.measures), "Mellan kommuner")
            frame.source(view.source)


def _ground(found: Along, view: EqualityView) -> None:
    lines = [found.slope_text, found.spread.assumption, found.spread.reason]
    frame.html(f'<h2 class="sec">{frame.text(found.pair.label)}</h2>')
    if not found.measures:
        lines = [found.spread.reason]
    frame.html("".join(f"<p>{frame.text(line)}</p>" for line in lines if line))
    if found.picture:
        figure = slopeline(found.picture, theme=site.theme())
        show(figure, alt=describe(found.picture), key=f"equality_slope_{found.pair.ground}", filename="lutning")
        steps = (f"{n} {step.name}" for n, step in enumerate(found.picture.steps, 1))
        frame.html(f'<p class="note">{frame.text(", ".join(steps))}</p>')
        title, ground = found.slope_text.partition(". ")[0], found.pair.ground
        handled(view, f"equality_slope_{ground}", ALONG, title, **{GROUND: ground})
    if not found.spread.reason:
        _measures(measure_rows(found.measures), found.pair.label)


def _measures(rows: list[tuple[str, ...]], label: str) -> None:
    if rows:
        told = written(("Mått", "Slag", "Värde"), rows, caption=f"Fler mått, {label.lower()}")
        frame.html(fold(f"Fler mått: {label.lower()}", told))


def people(view: EqualityView) -> None:
    """What it takes in people, group by group."""
    parts = view.effort.parts
    with frame.frame("gaps_people", stretch=False):
        if not parts:
            frame.finding("Så många personer det gäller", view.effort.reason)
            return
        whole = about(sum(g.needed.people for g in parts[0].groups if g.needed))
        frame.finding(
            f"Omkring {number(whole)} personer skiljer grupperna från {parts[0].text}",
            "Så många i varje grupp behöver få ett annat läge för att gruppen ska nå nivån",
        )
        _people(parts[0], view)
        if parts[1:]:
            with frame.apart(), st.expander("Fler uppdelningar"):
                for part in parts[1:]:
                    _people(part, view)
        frame.source(view.source)


def _people(part: People, view: EqualityView) -> None:
    title = f"{part.label}, {part.period}, till {part.text}"
    frame.html(f'<h2 class="sec">{frame.text(title)}</h2>')
    rows = people_rows(part, view.indicator.decimals)
    table(PEOPLE, rows, caption=f"Personer efter {part.label.lower()}", numbers=(1, 2, 3, 4))


def carried(view: EqualityView) -> None:
    """Who carries the change, the gap and the difference to the whole; and what is left with the same mix."""
    found = made(view.carried)
    with frame.frame("gaps_carried", stretch=False):
        with frame.together():
            below = "Delarna är tillsammans exakt lika med skillnaden, i procentenheter"
            frame.finding("Vem står för skillnaden?", below)
            reason = carried_reason(view)
            if reason:
                frame.html(f"<p>{frame.text(reason)}</p>")
            for one in found[:1]:
                _carried(one)
        if found[1:]:
            with frame.apart(), st.expander("Fler uppdelningar och jämförelser"):
                for one in found[1:]:
                    _carried(one)
        with frame.together():
            alike = [mix.alike_text for mix in view.mixes if mix.alike_text]
            if alike:
                frame.html('<h2 class="sec">Med samma sammansättning</h2>', bullets(alike))
            frame.source(view.source)


def _carried(one: Carried) -> None:
    frame.html(f'<h2 class="sec">{frame.text(one.title)}</h2>', f"<p>{frame.text(one.text)}</p>")
    table(CARRIED, carried_rows(one), caption=one.title, numbers=(1, 2, 3))
