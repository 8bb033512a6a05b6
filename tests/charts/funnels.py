"""A made-up funnel: places of several sizes around a common share, some outside what chance gives."""

import plotly.graph_objects as go

from rus.analysis.funnel import funnel, share_limits
from rus.analysis.intersections import Cell, cross_table
from rus.analysis.intervals import OUTER
from rus.charts.funnel import funnel_chart
from rus.views.equality_places import FunnelPicture, PlaceRow

SIZED = {"Stora": (0.80, 50_000.0), "Lilla": (0.70, 500.0), "Lika": (0.795, 2000.0)}


def funnel_picture(*, pooled: bool = False) -> FunnelPicture:
    known = funnel(SIZED)
    rows = []
    for name, (share, n) in SIZED.items():
        cells = [Cell((name, sex), 100 * share, n) for sex in ("women", "men", "total")]
        seen = cross_table(cells, None, better="higher", share=True).cells
        rows.append(PlaceRow(name, name, (seen[0], seen[1], seen[2]), 0.0, n, known[name]))
    common = known["Lika"].common
    limits = []
    for n in (400.0, 60_000.0):
        inner, outer = share_limits(common, n), share_limits(common, n, OUTER)
        limits.append((n, *(100 * v for v in (inner.lower, inner.upper, outer.lower, outer.upper))))
    return FunnelPicture(100 * common, tuple(limits), tuple(rows), "Lika", 1, pooled)


def drawn_funnel(theme: str) -> go.Figure:
    return funnel_chart(funnel_picture(), theme=theme)
