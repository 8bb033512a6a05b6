"""An opened goal: the chart, a reader's own example, the whole calculation, and each group."""

from typing import Any

import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.charts.bullet import bullet
from rus.charts.theme import scatter, tokens
from rus.charts.trend import trend
from rus.store.store import Store
from rus.ui import address, cached, chart, frame, handles, site
from rus.ui.goals_rows import SHUT
from rus.ui.handles import Handles
from rus.ui.markup import bullets, labelled, pairs, table
from rus.views.choice import Choice
from rus.views.goal_board import goal_board
from rus.views.goal_detail import Detail, Member, goal_detail
from rus.views.goal_example import LABEL, Slider, example, path
from rus.views.sheet import file_stem
from rus.views.slide_parts import GOAL, GOAL_ROW
from rus.views.slide_shown import PART

HEIGHT = 330
MEMBERS, COUNTED = ("Grupp", "Nu", "År", "Bedömning"), ("Saknas i personer", "Antal i underlaget")


def open_goal(wish: Choice, region: str, key: str, branch: str) -> None:
    """Everything about one goal, below its row in a branch."""
    found: Detail | None = cached.shared(_detail, frame.here().build, region, key)
    if found is None:
        return
    with st.container(key="open_goal", gap="small"):
        _head(found, wish, branch)
        left, right = st.columns([1.35, 1], gap="medium")
        with left:
            pace = _picture(found)
            _example(found, wish, pace)
        with right:
            for part in found.parts[:2]:
                frame.html(f'<h4 class="sec">{frame.text(part.title)}</h4>')
                pairs(part.pairs)
        _sure(found)
        _members(found)
        frame.source(found.source)


def _detail(store: Store, catalogue: Catalogue, region: str, key: str) -> Detail | None:
    """The opened goal, made from the board that is kept already."""
    line = cached.shared(goal_board, frame.here().build, region).line(key)
    return goal_detail(store, catalogue, line) if line else None


def _head(found: Detail, wish: Choice, branch: str) -> None:
    line = found.line
    keep = frame.text(f"{branch}/{line.key}")
    shut = frame.text(address.to(wish, **SHUT))
    more = frame.href("utforska", ind=line.indicator, grp=line.group, geo=line.row.region)
    frame.html(
        f'<div class="open-head"><div><h4 class="find">{frame.text(line.row.progress.reason)}</h4>',
        f'<p class="sub">{frame.text(found.subtitle)}</p></div>',
        f'<p><a href="{more}">Utforska måttet</a><a href="{shut}" data-keep="{keep}">Stäng</a></p></div>',
    )


def _picture(found: Detail) -> float | None:
    """The chart with its required path and the reader's own pace; gives that pace."""
    pace = found.slider.kept(address.private("mal_takt")) if found.slider else None
    if found.picture is None:
        frame.empty("Inget att rita", found.line.reason)
        return pace
    figure = trend(found.picture, decimals=found.decimals, theme=site.theme(), height=HEIGHT)
    asked = address.private("mal_takt")
    tried = pace is not None and asked and found.slider and not found.slider.beyond(asked)
    own = path(found.line.row, pace) if pace is not None and tried else ()
    if own:
        figure.add_trace(_own(own))
    chart.show(figure, alt=found.alt, key="goal_trend", filename=f"mal-{found.line.key}")
    line = found.line
    chosen = {"ind": line.indicator, "geo": line.row.region, "grp": line.group, "diagram": "linje"}
    handles.row("goal_trend", _handles(found, "utforska", chosen))
    if found.bullet:
        chart.show(bullet(found.bullet, theme=site.theme()), alt=found.bullet.alt, key="goal_bullet", filename="mal")
        bullet_handles(found, "goal_bullet")
    return pace


def bullet_handles(found: Detail, key: str) -> None:
    """The handles of a goal as a row."""
    chosen = {"geo": found.line.row.region, PART: GOAL, GOAL_ROW: found.line.key}
    handles.row(key, _handles(found, "malstatus", chosen))


def _handles(found: Detail, page: str, choices: dict[str, str]) -> Handles:
    line = found.line
    return Handles(
        page=page,
        choices=choices,
        sheet=lambda: handles.figures((line.indicator,), (line.row.region,), line.row.indicator.title),
        filename=file_stem("mal", line.key),
        title=line.row.progress.reason,
        subtitle=found.subtitle,
        source=found.source,
        about={line.indicator: line.row.indicator.title},
    )


def _own(points: tuple[tuple[float, float], ...]) -> dict[str, Any]:
    """The reader's own pace as a dotted line."""
    line = {"color": tokens(site.theme()).accent, "width": 2.4, "dash": "dot"}
    xs, ys = zip(*points, strict=True)
    return scatter(x=list(xs), y=list(ys), mode="lines", line=line, hoverinfo="skip", name=LABEL)


def _example(found: Detail, wish: Choice, pace: float | None) -> None:
    if found.slider is None or pace is None:
        return
    with frame.soft("goal_example"):
        frame.html(f'<h4 class="sec">{LABEL}</h4>')
        _slide(found.slider, wish, pace)
        frame.html(bullets(example(found.line.row, pace)))


def _slide(ends: Slider, wish: Choice, pace: float) -> None:
    st.session_state["mal_takten"] = pace
    if said := ends.beyond(address.private("mal_takt")):
        frame.html(f'<p class="note" role="status">{frame.text(said)}</p>')

    def changed() -> None:
        address.remember(wish, mal_takt=f"{st.session_state['mal_takten']:.12g}")

    st.select_slider(f"Takt, {ends.unit}", ends.paces, key="mal_takten", format_func=ends.words, on_change=changed)


def _sure(found: Detail) -> None:
    """How sure it is: other methods, base years, chance, realism; and what would change the status."""
    sure = found.parts[2:]
    left, right = st.columns(2, gap="medium") if sure else (st.container(), st.container())
    with left:
        for part in sure:
            frame.html(f'<h4 class="sec">{frame.text(part.title)}</h4>')
            pairs(part.pairs)
    with right:
        if found.changes or found.heading_for:
            said = [f"Fortsätter takten hittills blir värdet {found.heading_for}."] if found.heading_for else []
            frame.html('<h4 class="sec">Vad ändrar bedömningen?</h4>', bullets([*said, *found.changes]))
        if found.methods:
            frame.html('<h4 class="sec">Metod för metod</h4>')
            rows = [(frame.text(v.name), frame.chip(s) if s else "går inte att räkna") for v, s in found.methods]
            table(("Metod", "Säger"), rows, caption="Vad varje metod säger", safe=True)


def _members(found: Detail) -> None:
    if not found.members:
        return
    counted = any(m.missing or m.n for m in found.members)
    heads = MEMBERS + COUNTED if counted else MEMBERS
    frame.html('<h4 class="sec">Kvinnor, män och grupper</h4>')
    rows = [_member(m)[: len(heads)] for m in found.members]
    labelled(heads, rows, caption="Målet för kvinnor, män och grupper", numbers=(1, 4, 5))


def _member(member: Member) -> tuple[str, ...]:
    labels = [f'<span class="lab">{frame.text(label)}</span>' for label in MEMBERS + COUNTED]
    numbers = [frame.text(x) or "–" for x in (member.now, member.year, "", member.missing, member.n)]
    said = [f"{label}{value}" for label, value in zip(labels[1:], numbers, strict=True)]
    said[2] = f"{frame.chip(member.status)}<small>{frame.text(member.below)}</small>"
    return (frame.text(member.name), *said)
