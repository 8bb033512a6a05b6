"""Shows how places lie to each other. Read it so: further right is more; the grey marks are all places of the kind."""

from typing import Any

import plotly.graph_objects as go

from rus.charts.theme import FONT, TEXT_SIZE, Tokens, figure, scatter, tokens
from rus.core.swedish import number
from rus.views.axis import nice_step
from rus.views.place import Place
from rus.views.places import LEVEL_WORDS, Places

ROW = 30
HEAD = 60
STRIP = 78
LEFT = 104
FOOT = 36
VALUE_AT = 8
RANK_AT = 62
LETTER = 7.4
AIR = 0.05
BEFORE = 90
MOST_STEPS = 3


def ranking(places: Places, *, decimals: int, unit: str, theme: str | None = None) -> go.Figure:
    """A dot a place in order of rank, values and rank as columns, and above them all places of the kind as marks.

    Args:
        places: what to rank.
        decimals: of the values.
        unit: `procent` puts % on the axis.
        theme: `light` or `dark`.
    """
    t = tokens(theme)
    shown = places.drawn
    strip = STRIP if len(places.everyone) > len(shown) else 0
    rows_height = ROW * len(shown)
    height = HEAD + strip + rows_height + FOOT
    plot = strip + rows_height
    traces: list[dict[str, Any]] = [_dots(places, t, decimals)]
    if strip:
        traces += _strip(places, t, decimals)
    left = max(LEFT, round(max(len(place.name) for place in shown) * LETTER) + 12)
    names = {"tickvals": list(range(len(shown))), "ticktext": [_name(place) for place in shown]}
    return figure(
        traces,
        theme,
        height=height,
        hovermode="closest",
        margin={"l": min(left, 150), "r": _rank_at(places) + 6 if places.ranked > 1 else 60, "t": HEAD, "b": FOOT},
        xaxis={"showgrid": True, "gridcolor": t.hair, "showline": False, "ticks": ""}
        | _span(places)
        | {"ticksuffix": "\u00a0%" if unit == "procent" else "", "tickformat": ",.10~g", "zeroline": False},
        yaxis=names
        | {"range": [len(shown) - 0.5, -0.5], "domain": [0, rows_height / plot], "gridcolor": t.hair}
        | {"tickfont": {"color": t.ink, "size": TEXT_SIZE}, "automargin": False},
        yaxis2={"domain": [1 - 30 / plot, 1] if strip else [0.99, 1], "visible": False, "range": [-1, 1]},
        shapes=_rules(places, t, rows_height / plot),
        annotations=[*_columns(places, t, decimals), *_heads(places, t, decimals, plot, strip)],
    )


def _span(places: Places) -> dict[str, Any]:
    """The axis from the lowest to the highest of all that is drawn, with some air; few steps, for a phone."""
    values = [v for p in (*places.everyone, *places.drawn) for v in (p.value, p.lower, p.upper) if v is not None]
    values += [value for _, value in places.beside]
    low, high = min(values), max(values)
    air = (high - low) * AIR or 1.0
    return {"range": [low - air, high + air], "dtick": nice_step(high - low, MOST_STEPS), "tick0": 0}


def _rank_at(places: Places) -> int:
    """Where the column of ranks ends, in pixels from the plot: a span of ranks takes more room than one."""
    return RANK_AT + 28 + max(0, round((max((len(place.band) for place in places.drawn), default=0) - 3) * LETTER))


def _name(place: Place) -> str:
    return f"<b>{place.name}</b>" if place.chosen else place.name


def _dots(places: Places, t: Tokens, decimals: int) -> dict[str, Any]:
    shown = places.drawn
    intervals = any(place.lower is not None for place in shown)
    spans = {
        "type": "data",
        "symmetric": False,
        "array": [(p.upper if p.upper is not None else p.value) - p.value for p in shown],
        "arrayminus": [p.value - (p.lower if p.lower is not None else p.value) for p in shown],
        "color": t.ink3,
        "thickness": 3,
        "width": 0,
    }
    return scatter(
        x=[place.value for place in shown],
        y=list(range(len(shown))),
        mode="markers",
        marker={
            "size": [13 if place.chosen else 11 for place in shown],
            "color": [t.accent if place.code in places.ours else t.ink3 for place in shown],
            "opacity": 1,
            "line": {"width": 0},
        },
        error_x=spans if intervals else None,
        text=[place.name for place in shown],
        hovertemplate=f"%{{text}}: %{{x:,.{decimals}f}}<extra></extra>",
    )


def _strip(places: Places, t: Tokens, decimals: int) -> list[dict[str, Any]]:
    """Every place of the kind as a thin mark, ours over them."""
    ours = [place for place in places.everyone if place.code in places.ours]
    rest = [place for place in places.everyone if place.code not in places.ours]
    layers = [(rest, t.context, 1.2), (ours, t.accent, 2.6)]
    return [
        scatter(
            x=[place.value for place in group],
            y=[0] * len(group),
            yaxis="y2",
            mode="markers",
            marker={"symbol": "line-ns", "size": 22, "line": {"color": shade, "width": width}},
            text=[place.name for place in group],
            hovertemplate=f"%{{text}}: %{{x:,.{decimals}f}}<extra></extra>",
        )
        for group, shade, width in layers
    ]


def _rules(places: Places, t: Tokens, top: float) -> list[dict[str, object]]:
    dashes = ("solid", "dot")
    return [
        {"type": "line", "x0": value, "x1": value, "y0": 0, "y1": top, "yref": "paper", "layer": "below"}
        | {"line": {"color": t.ink, "width": 1.6, "dash": dashes[n % 2]}}
        for n, (_, value) in enumerate(places.beside)
    ]


def _columns(places: Places, t: Tokens, decimals: int) -> list[dict[str, object]]:
    """Value and rank to the right of the plot, where they collide with nothing."""
    place_in = {"xref": "paper", "x": 1, "showarrow": False, "xanchor": "right"}
    notes: list[dict[str, object]] = []
    for n, place in enumerate(places.drawn):
        bold = {"family": FONT, "size": TEXT_SIZE, "color": t.ink}
        text = f"<b>{number(place.value, decimals)}</b>"
        notes.append(place_in | {"y": n, "text": text, "font": bold, "xshift": VALUE_AT + 40})
        if places.ranked > 1 and place.rank:
            notes.append(place_in | {"y": n, "text": place.band, "font": {"color": t.ink2}, "xshift": _rank_at(places)})
    return notes


def _heads(places: Places, t: Tokens, decimals: int, plot: int, strip: int) -> list[dict[str, object]]:
    """Words over the strip, over the two rules and over the column of ranks."""
    top = {"yref": "paper", "showarrow": False, "yanchor": "bottom", "font": {"color": t.ink2, "size": TEXT_SIZE}}
    over_rows = 1 - strip / plot
    notes: list[dict[str, object]] = []
    if places.ranked > 1:
        notes.append(top | {"xref": "paper", "x": 1, "xanchor": "right", "xshift": _rank_at(places), "y": over_rows})
        notes[-1]["text"] = "Plats"
    if strip:
        ours = sum(place.code in places.ours for place in places.everyone)
        text = f"Alla {len(places.everyone)} {LEVEL_WORDS[places.scope]}, <b>länets {ours} i färg</b>"
        notes.append(
            top | {"xref": "paper", "x": 0, "xanchor": "left", "y": 1, "yshift": 4, "text": text, "xshift": -BEFORE}
        )
    ordered = sorted(places.beside, key=lambda pair: pair[1])
    for n, (name, value) in enumerate(ordered):
        alone = len(ordered) == 1
        side = {"xanchor": "center" if alone else ("right" if n == 0 else "left"), "xshift": 0 if alone else (-5, 5)[n]}
        notes.append(top | side | {"x": value, "y": over_rows, "text": f"{name} {number(value, decimals)}"})
    return notes
