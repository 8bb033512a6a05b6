"""Läget: the three sentences, six to ten measures as cards, one of them over time, and all of them by subject."""

import streamlit as st

from rus.core.swedish import HARD_SPACE
from rus.texts.approvals import Spoken
from rus.ui import approval, cached, cards, cards_picture, challenge_pick, frame, page_choice
from rus.ui.markup import fold, written
from rus.ui.tables import measure_table
from rus.views.challenge import ChallengeView
from rus.views.challenge_tabs import cards_of, first_of
from rus.views.lead import Lead, Panel, lead_view
from rus.views.start import COUNTED
from rus.views.status import StatusWord

FURTHER = "utm_fler"
IN_SHORT = "Måtten i korthet"
OF_EACH = "Länets senaste värde, vägen dit, kvinnor och män, och målet för varje mått"
ON_PICTURE = "Länets senaste värde, vägen dit, bedömningen, kvinnor och män"
SHOWS = "diagrammet visar områdets huvudmått med siffror för länet"


def show(view: ChallengeView) -> None:
    """The tab."""
    if view.heads:
        with frame.together():
            approval.heads(view.id, view.heads)
            frame.html(f'<p class="note">{frame.text(COUNTED)}</p>')
            headline(view)
    chosen = challenge_pick.pick(view.leading, f"matt_{view.id}", "Mått i diagrammet", SHOWS) if view.leading else ""
    lead: Lead | None = cached.shared(lead_view, frame.here().build, chosen) if chosen else None
    if lead is None:
        frame.empty("Det finns inga siffror att visa ännu", "Inget av områdets mått har ett värde för länet.")
    else:
        left, right = st.columns([2.35, 1], gap="medium")
        with left, frame.frame("lead"):
            challenge_pick.chart(lead.line, "lead", big=True)
        with right:
            _meaning(view, lead)
        measures(view)
    wanted(view)


def _meaning(view: ChallengeView, lead: Lead) -> None:
    """What the chart means, and the goal."""
    with frame.soft("meaning", stretch=True), frame.together():
        (said,) = approval.of([(f"{view.id}-betyder", lead.meaning.text)])
        _panel(lead.meaning, lead.status, said)
        approval.review([said])
        _panel(lead.goal)


def _panel(panel: Panel, status: StatusWord | None = None, said: Spoken | None = None) -> None:
    rows = [f"<dt>{frame.text(name)}</dt><dd>{frame.text(words)}</dd>" for name, words in panel.pairs]
    if status:
        rows.insert(1, f"<dt>Bedömning</dt><dd>{frame.chip(status)}</dd>")
    pairs_ = f'<dl class="kv">{"".join(rows)}</dl>' if rows else ""
    text = f'<p class="say">{frame.text(said.text if said else panel.text)}</p>'
    mark = f'<p class="marks">{approval.mark(said)}</p>' if said else ""
    frame.html(f'<h3 class="sec">{frame.text(panel.title)}</h3>', text, mark, pairs_)


def headline(view: ChallengeView) -> None:
    """Six to ten measures as cards, each with its sentence."""
    found = cards_of(cached.catalogue(frame.here().build), view)
    said = approval.of((f"{view.id}-{c.row.indicator}", c.sentence) for c in found)
    cards.indicator_cards([(c.row, _sentence(s), c.source) for c, s in zip(found, said, strict=True)], view.gap_scale)
    below = f"{IN_SHORT}. {view.tally}"
    cards_picture.offer(f"cards_{view.id}", [("", [c.row for c in found])], view.gap_scale, view.name, below)
    approval.review(said)


def _sentence(said: Spoken) -> str:
    return f'{frame.text(said.text)}<small class="marks">{approval.mark(said)}</small>'


def measures(view: ChallengeView) -> None:
    """Every measure with figures, by subject; the first subjects until more are asked for."""
    shown = view.sections if page_choice.times(FURTHER) else first_of(view.sections)
    rest = [(section.title, len(section.measures)) for section in view.sections[len(shown) :]]
    with frame.frame("measures"):
        title = f"Alla mått för {view.name.lower()}"
        with frame.together():
            frame.finding(title, OF_EACH)
            frame.html(f'<div class="show-s">{cards.SEX_KEY}</div>')
            measure_table(shown, scale=view.gap_scale)
            if rest:
                with frame.apart():
                    page_choice.more(FURTHER, f"fler_{view.id}", f"Visa {sum(many for _, many in rest)} mått till")
                names = ", ".join(f"<span>{frame.text(name)}</span>{HARD_SPACE}{many}" for name, many in rest)
                frame.html(f'<p class="note"><span>Fler ämnen:</span> {names}</p>')
            frame.html(f'<p class="note">{frame.text(view.method)}</p>')
        groups = [(section.title, [m.row for m in section.measures if m.row]) for section in shown]
        taken = title if not rest else _first(view, sum(len(section.measures) for section in shown))
        cards_picture.offer(f"measures_{view.id}", groups, view.gap_scale, taken, ON_PICTURE)


def _first(view: ChallengeView, many: int) -> str:
    """Which measures a picture holds, for those who see it without the page."""
    every = sum(len(section.measures) for section in view.sections)
    return f"{many} av {every} mått för {view.name.lower()}"


def wanted(view: ChallengeView) -> None:
    """Indicators without figures, each with the reason."""
    if not view.wanted:
        return
    rows = [(m.name, m.state, m.missing, m.goals or "–") for m in view.wanted]
    columns = ("Mått", "Läge", "Varför siffror saknas", "Mål")
    cells = written(columns, rows, caption="Mått utan siffror", widths=("24%", "14%", "38%"))
    frame.html(fold(f"Mått utan siffror ({len(view.wanted)})", cells))
