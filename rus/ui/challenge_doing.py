"""Vad görs?: delmål and activities that serve the area, project by project, with the money."""

import streamlit as st

from rus.ui import frame
from rus.ui.markup import paired, table
from rus.ui.project import projects_for
from rus.views.challenge import ChallengeView
from rus.views.doing import Doing
from rus.views.project import ActivityView, MilestoneView
from rus.views.status import StatusWord

MONEY = "Budget och finansiering"
"""The project page's tab."""


def show(view: ChallengeView) -> None:
    """The tab."""
    found = projects_for(view.id)
    if not found:
        with frame.frame("strip"):
            frame.finding("Vad görs?")
            frame.empty(
                "Inget delmål är kopplat till området",
                "Inget projekts fil nämner området.",
                "Lägg till området vid ett delmål eller en aktivitet i data/projects.",
            )
    for doing in found:
        _project(doing)


def _project(doing: Doing) -> None:
    strip = doing.strip
    left, right = st.columns([2.1, 1], gap="medium")
    with left, frame.frame(f"strip_{strip.project_id}"):
        frame.finding("Vad görs?", strip.project)
        for milestone in strip.milestones:
            _milestone(milestone)
        if strip.note:
            frame.html(f'<p class="note">{frame.text(strip.note)}</p>')
        frame.page_link("projekt", "Hela projektet", projekt_id=strip.project_id)
        frame.source(strip.source)
    with right, frame.soft(f"money_{strip.project_id}"):
        frame.html('<h2 class="sec">Pengarna</h2>')
        frame.html(f'<div class="sums">{paired(doing.money)}</div>')
        frame.html(f'<p class="note">{frame.text(doing.money_note)}</p>')
        if doing.money:
            frame.page_link("projekt", MONEY, projekt_id=strip.project_id, projekt_flik=MONEY)


def _milestone(milestone: MilestoneView) -> None:
    frame.html(f'<h3 class="sec">Delmål {milestone.number}</h3><p class="say">{frame.text(milestone.text)}</p>')
    roles = any(a.role or a.next_step for a in milestone.activities)
    columns = ("Aktivitet", "Takt", "Status", *(("Ansvarig roll", "Nästa steg") if roles else ()))
    rows = [_activity(a, roles=roles) for a in milestone.activities]
    widths = ("40%", "15%", "15%") if roles else ("60%", "20%")
    if rows:
        caption = f"Aktiviteter under delmål {milestone.number}"
        table(columns, rows, caption=caption, widths=widths, safe=True)


def _activity(activity: ActivityView, *, roles: bool) -> tuple[str, ...]:
    more = (frame.text(activity.role or "–"), frame.text(activity.next_step or "–")) if roles else ()
    status = frame.chip(StatusWord("", activity.status, activity.css))
    return (frame.text(activity.text), frame.text(activity.rhythm or "–"), status, *more)
