"""The parts of a challenge area's page."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from rus.charts.ranking import ranking
from rus.charts.trend import trend
from rus.ui import add_slide, cached, frame, picture, site
from rus.ui.cards import SEX_KEY
from rus.ui.chart import show
from rus.ui.downloads import downloads_of
from rus.ui.markup import bullets, pairs, table
from rus.ui.project import strip
from rus.ui.tables import measure_table
from rus.views.available import is_rate
from rus.views.challenge import ChallengeView, challenge_view
from rus.views.indicator import IndicatorView
from rus.views.lead import Lead, Panel, lead_view
from rus.views.project import MilestoneView, Strip
from rus.views.sheet import Sheet, file_stem, sheet_of_challenge
from rus.views.spread import Spread
from rus.views.status import StatusWord
from rus.views.taken import shown_sheet


def load() -> ChallengeView | None:
    """The challenge area at this address."""
    view: ChallengeView | None = cached.shared(challenge_view, frame.here().build, frame.here().address)
    return view


def head(view: ChallengeView) -> None:
    """What the area is about, who carries it, and the files."""
    actions = frame.page_head(f"Utmaningsområden › {view.name}", view.name, lead=view.gap)
    with actions, st.popover("Ladda ner", icon=":material/download:"):
        build = frame.here().build
        frame.html("<p><b>Siffrorna på sidan</b></p>")
        title = f"{view.name}: måtten på sidan"
        downloads_of(
            lambda: cached.view(shown_sheet, build, view.shown, title, build, tuple(s.indicator for s in view.spreads)),
            file_stem(view.name),
            f"seen_{view.id}",
        )
        frame.html("<p><b>Hela området, alla regioner</b></p>")
        everything = file_stem(view.name, "alla regioner")
        downloads_of(lambda: _everything(view.id, build), everything, f"all_{view.id}")
    said = [
        ("Kraftsamling" if len(view.kraftsamlingar) == 1 else "Kraftsamlingar", "; ".join(view.kraftsamlingar)),
        ("Plattform" if len(view.platforms) == 1 else "Plattformar", "; ".join(view.platforms)),
        ("Läget", view.tally),
    ]
    pairs(said)
    if view.unconfirmed:
        with st.expander("Det här är inte bekräftat"):
            frame.html(bullets(view.unconfirmed), f'<p class="note">Källa: {frame.text(view.source)}.</p>')


def _everything(identity: str, build: str) -> Sheet:
    return sheet_of_challenge(cached.store(build), cached.catalogue(build), identity, build=build)


def pick_lead(view: ChallengeView) -> Lead | None:
    """Which of the area's headline indicators the charts show."""
    names = dict(view.leading)
    if not names:
        return None
    key = f"matt_{view.id}"
    first = view.leading[0][0]
    chosen = st.segmented_control(
        "Mått i diagrammen", list(names), format_func=lambda i: names[i], default=first, key=key, required=True
    )
    return cached.shared(lead_view, frame.here().build, str(chosen or first))


def line(lead: Lead) -> None:
    """The leading indicator over time."""
    with frame.frame("lead"):
        _chart(lead.line, "lead", big=True)


def meaning(lead: Lead) -> None:
    """What the chart means, and the goal."""
    with frame.soft("meaning"):
        _panel(lead.meaning, lead.status)
        frame.html('<p class="note">Automatisk text, inte granskad.</p>')
    with frame.soft("goal", stretch=True):
        _panel(lead.goal)


def places(lead: Lead) -> None:
    """The leading indicator in the kommuner."""
    with frame.frame("places"):
        if is_rate(lead.places.indicator):
            _chart(lead.places, "places")
            return
        frame.finding("Kommunerna rangordnas inte", lead.places.indicator.title)
        frame.empty(
            "Måttet är ett antal",
            "Ett antal säger mest hur stor kommunen är, så en rangordning skulle vilseleda.",
            "Välj ett annat mått i diagrammen, eller se varje kommun över tid i Utforska.",
        )
        frame.page_link("utforska", "Utforska måttet", **lead.places.choice.with_(chart="linje").address())


def _show(figure: go.Figure, view: IndicatorView, key: str) -> None:
    cells = view.table
    frame_ = (
        pd.DataFrame(
            [[r.header, *(c.text for c in r.cells)] for r in cells.rows], columns=[cells.first, *cells.columns]
        )
        if cells
        else None
    )
    show(figure, alt=view.alt, table=frame_, key=key, filename=f"{view.indicator.id}_{key}")


def _panel(panel: Panel, status: StatusWord | None = None) -> None:
    said = [f"<dt>{frame.text(name)}</dt><dd>{frame.text(words)}</dd>" for name, words in panel.pairs]
    if status:
        said.insert(1, f"<dt>Bedömning</dt><dd>{frame.chip(status)}</dd>")
    pairs_ = f'<dl class="kv">{"".join(said)}</dl>' if said else ""
    frame.html(f'<h3 class="sec">{frame.text(panel.title)}</h3><p class="say">{frame.text(panel.text)}</p>', pairs_)


def _chart(view: IndicatorView, key: str, *, big: bool = False) -> None:
    frame.finding(view.title, view.subtitle, big=big)
    if view.empty:
        frame.empty(view.empty.what, view.empty.why, view.empty.do)
    elif view.places:
        figure = ranking(view.places, decimals=view.indicator.decimals, unit=view.indicator.unit, theme=site.theme())
        _show(figure, view, key)
    elif view.picture:
        _show(trend(view.picture, decimals=view.indicator.decimals, theme=site.theme()), view, key)
    with st.container(key=f"beside_{key}", horizontal=True, vertical_alignment="center", gap="small"):
        frame.page_link("utforska", "Utforska måttet", **view.choice.address())
        if not view.empty:
            words = {"title": view.title, "subtitle": view.subtitle, "source": view.source}
            picture.save_button(key, **words, filename=file_stem(view.indicator.id, key))
            add_slide.offer("utforska", {**view.choice.address(), **view.private}, key)
    frame.source(view.source)


def measures(view: ChallengeView) -> None:
    """All indicators of the area with figures, by subject."""
    with frame.frame("measures"):
        title = f"Alla mått för {view.name.lower()}"
        frame.finding(title, "Länets senaste värde, vägen dit, kvinnor och män, och målet för varje mått")
        frame.html(f'<div class="show-s">{SEX_KEY}</div>')
        measure_table(view.sections, scale=view.gap_scale)
        frame.html(f'<p class="note">{frame.text(view.method)}</p>')


def of_kommuner(view: ChallengeView) -> None:
    """Indicators that only kommuner have figures for: the lowest, the highest, and riket beside them."""
    if not view.spreads:
        return
    with frame.frame("spreads"):
        frame.finding(
            "Mått som bara redovisas för kommunerna",
            "Länets kommun med lägst och med högst värde, och riket. Källan har inget värde för länet.",
        )
        table(
            ("Mått", "Lägst", "Högst", "Riket", "År"),
            [_spread(s) for s in view.spreads],
            caption="Mått som bara redovisas för kommunerna",
            numbers=(3, 4),
            widths=("34%", "22%", "22%"),
            safe=True,
        )


def _spread(spread: Spread) -> tuple[str, str, str, str, str]:
    link = frame.href("utforska", ind=spread.indicator, grp=spread.group, diagram="rangordning")
    low, high = (
        f"{frame.text(found[0])} <b>{frame.text(found[1])}</b>" if found else "–"
        for found in (spread.lowest, spread.highest)
    )
    unit = f"<small>{frame.text(spread.unit)}</small>" if spread.unit else ""
    return (
        f'<a href="{link}">{frame.text(spread.name)}</a>{unit}',
        low,
        high,
        frame.text(spread.country or "–"),
        spread.period,
    )


def wanted(view: ChallengeView) -> None:
    """Indicators without figures, each with the reason."""
    if not view.wanted:
        return
    with st.expander(f"Mått utan siffror ({len(view.wanted)})"):
        rows = [(m.name, m.state, m.missing, m.goals or "–") for m in view.wanted]
        columns = ("Mått", "Läge", "Varför siffror saknas", "Mål")
        table(columns, rows, caption="Mått utan siffror", widths=("24%", "14%", "38%"))


def doing(view: ChallengeView) -> None:
    """What the project does for the area."""
    found: Strip | None = strip(view.id)
    with frame.frame("strip"):
        frame.finding("Vad görs?", found.project if found else "")
        if found is None:
            frame.empty(
                "Inget delmål är kopplat till området",
                "Projektets fil nämner inte området.",
                "Lägg till området vid ett delmål eller en aktivitet i data/projects.",
            )
            return
        for milestone in found.milestones:
            _milestone(milestone)
        if found.note:
            frame.html(f'<p class="note">{frame.text(found.note)}</p>')
        frame.page_link("projekt", "Hela projektet", projekt_id=found.project_id)
        frame.source(found.source)


def _milestone(milestone: MilestoneView) -> None:
    frame.html(f'<h3 class="sec">Delmål {milestone.number}</h3><p class="say">{frame.text(milestone.text)}</p>')
    rows = [
        (frame.text(a.text), frame.text(a.rhythm or "–"), frame.chip(StatusWord("", a.status, a.css)))
        for a in milestone.activities
    ]
    if rows:
        caption = f"Aktiviteter under delmål {milestone.number}"
        table(("Aktivitet", "Takt", "Status"), rows, caption=caption, widths=("60%", "20%"), safe=True)
