"""What only one chapter of the report has: changes, goals, gaps, the kommuner, method and quality."""

from collections.abc import Callable

import streamlit as st

from rus.charts.dumbbell import describe
from rus.ui import cached, cards, chart, frame, goals_classes, handles, overview, report_later, tile_chart
from rus.ui.equality import PAIRS
from rus.ui.gap_chart import gap_chart
from rus.ui.markup import bullets, paired, written
from rus.ui.report import Opened
from rus.ui.tables import change_markup
from rus.views.equality import EqualityView
from rus.views.equality_list import listed, ranked, size_words
from rus.views.equality_words import pair_rows
from rus.views.foot import newest_by_owner
from rus.views.gaps import lower_first
from rus.views.goal_board import GoalBoard, goal_board
from rus.views.report import EQUALITY, GOALS, KOMMUNER, METHOD, SUMMARY, Chapter
from rus.views.slide import slide_view
from rus.views.tiles import tile_choices, tile_view

MOST_GAPS, MOST_MAPS = 8, 3


def more(opened: Opened, chapter: Chapter) -> str:
    """The parts of a chapter that is not a challenge area's; the last of them as markup, for what follows it."""
    part = PARTS.get(chapter.id)
    return part(opened) if part else ""


def _changes(opened: Opened) -> str:
    found = opened.report.start.changes
    head = '<h3 class="sec next">De största säkra förändringarna</h3>'
    if not found:
        return f'{head}<p class="note">{frame.text(opened.report.start.findings.silent)}</p>'
    source = frame.text(cards.sources(c.of.indicator.owner for c in found))
    below = '<p class="sub">Största säkra förändringen i varje ämne</p>'
    return f'{head}{below}{change_markup(found)}<p class="src">{source}</p>'


def _goals(opened: Opened) -> str:
    board = cached.shared(goal_board, opened.build, opened.catalogue.here.region)
    if not board.lines:
        frame.empty("Det finns inga mål att visa", "Inget mått i den här dataversionen har ett mål.")
        return ""
    view = cached.shared(slide_view, opened.build, "/malstatus")
    with frame.frame("report_goals", stretch=False):
        head = f'<h3 class="find">{frame.text(view.title)}</h3><p class="sub">{frame.text(view.subtitle)}</p>'
        goals_classes.show(view, "report_goals", head)
    return f'{_public(board)}<p class="note">{frame.text(board.method)}</p>'


def _public(board: GoalBoard) -> str:
    if not board.public:
        return ""
    rows = [
        (
            f"{goal.number}. {frame.text(goal.text)}",
            f"{frame.chip(goal.status)}<small>{frame.text(goal.reason)}</small>",
        )
        for goal in board.public
    ]
    caption = "Målen i beslutade dokument"
    sources = "; ".join(dict.fromkeys(goal.source for goal in board.public))
    told = written(("Mål", "Bedömning"), rows, caption=caption, widths=("55%", "45%"), safe=True)
    source = f'<p class="src">Källa: {frame.text(sources)}.</p>'
    return f'<h3 class="sec next">{caption}</h3>{told}{source}'


def _gaps(opened: Opened) -> str:
    found = opened.report.start.gaps
    if not found:
        frame.empty("Inga gap att visa", "Inget mått i procent redovisas för kvinnor och män.")
        return ""
    with frame.frame("report_gaps", stretch=False):
        title, below = f"Störst gap: {lower_first(found[0].name)}", "Kvinnor och män, procent, senaste år"
        frame.html(f'<h3 class="find">{frame.text(title)}</h3><p class="sub">{below}</p>{cards.SEX_KEY}')
        figure, told = gap_chart(found, chart.theme())
        report_later.show(figure, alt=describe(found), key="report_kvinnor-och-man")
        source = cards.sources(g.source for g in found)
        overview.gap_handles(found, "report_kvinnor-och-man", "", said=(title, f"{below}. ● Kvinnor ◆ Män", source))
        report_later.below(told, f"{source} {overview.UNTESTED}")
    every = cached.shared(listed, opened.build, opened.catalogue.here.region)
    order = ranked(every, "medel", sure_only=False)
    rows = [
        (
            one.title,
            f"{one.names[0]} mot {one.names[1]}",
            one.period,
            size_words(one, "medel"),
            _certain(one.p, sure=one.sure),
        )
        for one in order.rows[:MOST_GAPS]
    ]
    columns = ("Mått", "Grupper", "År", "Skillnad", "Säkerhet")
    told = written(columns, rows, caption="Störst skillnader", numbers={2, 3}, widths=("34%", "20%", "8%", "20%"))
    head = '<h3 class="sec next">Störst skillnader i förhållande till nivån</h3>'
    return f'{head}<p class="sub">{frame.text(order.tally)}</p>{told}'


def _certain(p: float | None, *, sure: bool) -> str:
    return "Säker" if sure else ("Osäkerhet ej beräknad" if p is None else "Inte säker")


def pairs_table(view: EqualityView) -> str:
    """The gaps of a measure as markup, for the table below their chart."""
    return written(PAIRS, pair_rows(view), caption="Skillnader mellan grupper", numbers=(2, 3, 4, 5, 6))


def _kommuner(opened: Opened) -> str:
    build = opened.build
    names = dict(cached.shared(tile_choices, build))
    leading = [c.challenge.leading[0][0] for c in opened.report.chapters if c.challenge and c.challenge.leading]
    shown = [i for i in dict.fromkeys([*leading, *names]) if i in names][:MOST_MAPS]
    views = [(i, view) for i in shown if (view := cached.shared(tile_view, build, i))]
    if not views:
        frame.empty("Inga kommuner att visa", "Inget mått har värden för kommunerna.")
        return ""
    for identity, view in views:
        with frame.frame(f"report_tiles_{identity}", stretch=False):
            title, (drawn, told) = frame.text(view.title), tile_chart.markup(view, identity)
            frame.html(f'<h3 class="find">{title}</h3><p class="sub">{frame.text(view.subtitle)}</p>', drawn)
            handles.row(f"report_tiles_{identity}", tile_chart.handles_of(view, identity, names[identity]))
            report_later.below(told, view.source)
    return ""


def _method(opened: Opened) -> str:
    owners: dict[int, list[str]] = {}
    for owner, year in cached.shared(newest_by_owner, opened.build).items():
        owners.setdefault(year, []).append(owner)
    rows = [(str(year), "; ".join(owners[year])) for year in sorted(owners, reverse=True)]
    news = opened.report.start.news
    told = paired((one.kind, f"{one.text}. {one.detail}") for one in news)
    frame.html(
        f'<p class="note">{frame.text(opened.report.start.method)}</p>',
        '<h3 class="sec next">Hur nya siffrorna är</h3><p class="sub">Nyaste år hos statistikens ägare</p>',
        written(("År", "Ägare av statistiken"), rows, caption="Hur nya siffrorna är", widths=("12%",)),
        f'<h3 class="sec next">Att känna till om siffrorna</h3>{told}' if news else "",
    )
    missing = [m.name for c in opened.report.chapters if c.challenge for m in c.challenge.wanted]
    if missing:
        with st.expander(f"Mått som saknar siffror ({len(dict.fromkeys(missing))})"):
            frame.html(bullets(dict.fromkeys(missing)))
    return ""


PARTS: dict[str, Callable[[Opened], str]] = {
    SUMMARY: _changes,
    GOALS: _goals,
    EQUALITY: _gaps,
    KOMMUNER: _kommuner,
    METHOD: _method,
}
