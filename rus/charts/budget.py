"""Kronor by kind and year: a bar a year under each kind's name, with its amount written at its end."""

from collections.abc import Sequence

import plotly.graph_objects as go

from rus.charts.theme import LABEL_SIZE, blank, tokens

ROW = 30
HEAD = 30
LEFT = 52
RIGHT = 92


def budget_bars(
    years: Sequence[str], names: Sequence[str], amounts: Sequence[Sequence[int]], *, theme: str | None
) -> go.Figure:
    """Bars on one common scale from zero.

    Args:
        years: what the bars of each kind stand for, in order.
        names: the kinds, in order.
        amounts: kronor, one row a kind, one column a year.
        theme: `dark` or anything else for light.
    """
    t = tokens(theme)
    step = len(years) * ROW + HEAD
    figure = blank(theme, height=len(names) * step + 12)
    places = [n * step + HEAD + k * ROW + ROW / 2 for n in range(len(names)) for k in range(len(years))]
    lengths = [amount for row in amounts for amount in row]
    figure.add_bar(
        x=lengths,
        y=places,
        orientation="h",
        width=ROW * 0.6,
        marker={"color": t.accent, "cornerradius": 2},
        text=[f"\u00a0{_written(amount)}" for amount in lengths],
        textposition="outside",
        textfont={"color": t.ink},
        cliponaxis=False,
        hoverinfo="skip",
    )
    _name_rows(figure, names, step, t.ink)
    figure.update_layout(margin={"l": LEFT, "r": RIGHT, "t": 0, "b": 12})
    figure.update_xaxes(visible=False, range=[0, max(lengths, default=1) or 1])
    ticks = list(years) * len(names)
    figure.update_yaxes(tickvals=places, ticktext=ticks, range=[len(names) * step, 0], showgrid=False)
    figure.update_yaxes(ticks="outside", ticklen=8, tickcolor="rgba(0,0,0,0)")
    return figure


def _name_rows(figure: go.Figure, names: Sequence[str], step: int, color: str) -> None:
    """Each kind's name above its bars, from the left edge, so that it fits a phone."""
    for n, name in enumerate(names):
        figure.add_annotation(
            x=0,
            y=n * step + HEAD / 2,
            text=f"<b>{name}</b>",
            xanchor="left",
            xshift=-LEFT,
            font={"size": LABEL_SIZE, "color": color},
        )


def _written(amount: int) -> str:
    """`1606293` → `1 606 293` with hard spaces."""
    return f"{amount:,}".replace(",", "\u00a0")
