"""Slides of the charts that only one page has: the page's own picture, cut to what a room can read."""

import plotly.graph_objects as go

from rus.charts.budget import budget_bars
from rus.charts.bullet import bullet
from rus.charts.crossdots import crossdots
from rus.charts.dumbbell import dumbbell
from rus.charts.funnel import funnel_chart
from rus.charts.gapline import gapline
from rus.charts.slopeline import slopeline
from rus.charts.theme import tokens
from rus.charts.tiles import tile_map
from rus.ui import cached, cards, chart, frame, profile_table
from rus.ui.equality import dots_of
from rus.ui.equality_groups import dots
from rus.views.budget import Bars
from rus.views.bullet import Bullet
from rus.views.equality import EqualityView
from rus.views.equality_places import FunnelPicture
from rus.views.followup import FollowupView, Line
from rus.views.slide_equality import ALONG, NOW, YEARS
from rus.views.slide_shown import ProfileRows, SlideView
from rus.views.tiles import TileView

MOST_PAIRS, MOST_ROWS = 6, 5
HEADS = ("Mått", "Utmaningsområde", "Nu", "Önskat läge", "Bedömning")


def drawn(view: SlideView) -> go.Figure | str:
    """A figure, or markup for what is a table or a map of tiles; the colours of marks are told above."""
    content, theme = view.content, chart.theme()
    if isinstance(content, tuple):
        frame.html(cards.SEX_KEY)
        return dumbbell(content, theme=theme)
    if isinstance(content, Bars):
        return budget_bars(content.years, content.names, content.amounts, theme=theme)
    if isinstance(content, Bullet):
        return bullet(content, theme=theme)
    if isinstance(content, FunnelPicture):
        return funnel_chart(content, theme=theme)
    assert content is not None
    return _markup(view, content)


def _markup(view: SlideView, content: TileView | ProfileRows | FollowupView) -> str:
    if isinstance(content, TileView):
        measure = dict(view.parameters).get("start_karta", "")
        return tile_map(content, lambda code: frame.href("utforska", ind=measure, geo=code, grp=content.group))
    if isinstance(content, ProfileRows):
        catalogue = cached.catalogue(frame.here().build)
        return profile_table.of_slide(catalogue, content, tokens(chart.theme()))
    return _areas(view, content)


def _areas(view: SlideView, content: FollowupView) -> str:
    ranked = [made for made in content.proposals if made.rank is not None]
    lines = [(made.title, line) for made in ranked for line in made.evidence]
    rows = "".join(_gap(area, line) for area, line in lines[:MOST_ROWS])
    head = "".join(f'<th scope="col">{frame.text(words)}</th>' for words in HEADS)
    more = f'<p class="note">Och {len(lines) - MOST_ROWS} till.</p>' if len(lines) > MOST_ROWS else ""
    table = f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>"
    return f'<table class="room" aria-label="{frame.text(view.alt)}">{table}</table>{more}'


def _gap(area: str, line: Line) -> str:
    now = f"{frame.text(line.now)} {frame.text(line.unit)} {line.year}" if line.now else "–"
    cells = (frame.text(area), now, frame.text(line.desired), frame.chip(line.status))
    return f'<tr><th scope="row">{frame.text(line.name)}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'


def of_equality(view: EqualityView, part: str, most: int | None = MOST_PAIRS) -> go.Figure:
    """The chart of Jämlikhet that is asked for; without a word about it women and men in everyone and each group.

    Args:
        view: the measure and place.
        part: the chart, as a slide says it.
        most: rows that there is room for; None for all.
    """
    theme, (wanted, _, ground) = chart.theme(), part.partition(":")
    if wanted == YEARS:
        return gapline(view.picture, theme=theme)
    along = next((a.picture for a in view.grounds if a.picture and a.pair.ground == ground), None)
    if wanted == ALONG and along:
        return slopeline(along, theme=theme)
    rows = dots(view)[:most] if wanted != NOW else []
    if not rows:
        return dots_of([p for p in view.pairs if p.gap][:most], view)[0]
    frame.html(cards.SEX_KEY)
    unit, decimals = view.indicator.unit, view.indicator.decimals
    return crossdots(rows, reference=None, unit=unit, decimals=decimals, theme=theme)
