"""Fäst vyn: keep what is on the screen, and look at up to four such views side by side."""

import plotly.graph_objects as go
import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.charts.table import html_table
from rus.charts.trend import trend
from rus.core.errors import RusError
from rus.store.store import Store
from rus.ui import address, cached, chart, drawing, explore_words, frame
from rus.views.indicator import IndicatorView
from rus.views.pins import (
    MOST,
    Pin,
    axis_reason,
    headroom,
    levels_meet,
    on_shared_axis,
    packed,
    pin_of,
    pinned,
    shared_axes,
    unpacked,
)
from rus.views.sheet import file_stem
from rus.views.structure import Structure, structure
from rus.views.words import axis_values

PAGE, PINS, AXES = "vyer", "fast", "fast_axel"
OWN, SAME = "egen", "samma"
HEIGHT = 400
COUNTS = ("ingen", "en", "två", "tre", "fyra")
OWN_AXES = "Varje diagram har sin egen axel. Jämför därför värdena och inte linjernas höjd."
FAR_APART = f"Nivåerna skiljer sig mycket. {OWN_AXES}"
FULL = (
    "Fyra vyer är fästa, och fler ryms inte bredvid varandra. Ta bort en av dem under Sparade vyer, "
    "eller spara de fyra som en samling och börja om."
)


def pins() -> tuple[Pin, ...]:
    """The views that are pinned."""
    return unpacked(address.private(PINS))[0]


def keep(found: tuple[Pin, ...]) -> None:
    """Pin exactly these."""
    address.keep(**{PINS: packed(found)})


def offer(view: IndicatorView, key: str) -> None:
    """The button that pins or unpins what is on the screen, and the way to those that are pinned.

    Args:
        view: what is on the screen.
        key: unique on the page.
    """
    mine = pin_of({**view.choice.address(), **view.private, "dv": frame.here().build})
    now = pins()
    is_in = mine in now

    def changed() -> None:
        if not is_in and len(now) >= MOST:
            st.session_state[f"pin_{key}_full"] = True
            return
        keep(tuple(pin for pin in now if pin != mine) if is_in else (*now, mine))

    label = "Lossa vyn" if is_in else "Fäst vyn"
    st.button(label, key=f"pin_{key}", on_click=changed, type="tertiary", icon=":material/keep:")
    if now:
        many = "Se den fästa vyn" if len(now) == 1 else f"Jämför {COUNTS[len(now)]} fästa vyer"
        st.html(f'<div class="rus"><a class="topins" href="{frame.href(PAGE)}">{many}</a></div>', width="content")
    if st.session_state.pop(f"pin_{key}_full", False):
        st.info(FULL, icon=":material/keep:")


def copy_link() -> None:
    """The address of the pinned views, or of the set that is open."""
    build = frame.here().build
    opened = {key: value for key in ("vy_samling",) if (value := st.query_params.get(key, ""))}
    explore_words.copy_popover(address.link(address.current_choice(cached.catalogue(build)), build, None, **opened))


def board() -> None:
    """The pinned views, two in a row, with what can be done with each."""
    now, whole = unpacked(address.private(PINS))
    if not whole:
        st.info("En del av länken gick inte att läsa. De vyer som gick att läsa visas.", icon=":material/link_off:")
    if not now:
        do = "Öppna Utforska, ställ in det du vill se och välj ”Fäst vyn”. Upp till fyra vyer visas bredvid varandra."
        frame.empty(
            "Inga vyer är fästa", "En fäst vy sparas i sidans adress, så länken visar samma vyer för andra.", do
        )
        return
    found = [_found(pin) for pin in now]
    views = [one if isinstance(one, IndicatorView) else None for one in found]
    axes = shared_axes(views) if _same_axes(views) else {}
    for first in range(0, len(now), 2):
        row = st.columns(2 if len(now) > 1 else 1, gap="medium")
        for spot, n in zip(row, range(first, min(first + 2, len(now))), strict=False):
            with spot, frame.frame(f"pin_{n}"):
                _one(now, n, found[n], axes.get(n, ()))


def _build_of(pin: Pin) -> str | None:
    """The build that a pin shows; None where it is gone."""
    version = dict(pin).get("dv", "")
    return cached.frozen(version) if version else frame.here().build


def _choices(pin: Pin) -> Pin:
    return tuple(part for part in pin if part[0] != "dv")


def _found(pin: Pin) -> IndicatorView | str:
    """What a pin shows, or the friendly word about why it can't be shown."""
    try:
        build = _build_of(pin)
        if build is None:
            version = dict(pin)["dv"]
            return f"Dataversion {version} finns inte kvar här, så vyn går inte att visa med sina siffror."
        return cached.shared_on(structure, pinned, build, _choices(pin))
    except RusError as error:
        return str(error)


def _drawn(
    store: Store, catalogue: Catalogue, built: Structure, pin: Pin, theme: str, among: tuple[float, ...]
) -> go.Figure:
    """The figure of a pin, lower than on its own page; made once for each build, theme and axis."""
    view = pinned(store, catalogue, built, pin)
    if view.picture and not view.places and not view.told:
        decimals = 0 if view.picture.base else view.indicator.decimals
        among = among or (headroom(axis_values(view.picture)) if view.picture.breaks else ())
        return trend(view.picture, decimals=decimals, theme=theme, height=HEIGHT, among=among)
    return drawing.figure_of(view, theme)


def _same_axes(views: list[IndicatorView | None]) -> bool:
    """The switch for alike axes, or why there is none."""
    axes = shared_axes(views)
    if not axes:
        if reason := axis_reason(views):
            frame.html(f'<p class="note">{frame.text(reason)}</p>')
        return False
    usual = levels_meet(views)
    said = address.private(AXES)
    st.session_state["pin_axes"] = said == SAME or (usual and said != OWN)

    def changed() -> None:
        now = bool(st.session_state["pin_axes"])
        address.keep(**{AXES: "" if now == usual else SAME if now else OWN})

    on = st.toggle(
        "Samma axel där enheten är densamma",
        key="pin_axes",
        on_change=changed,
        help="Med samma axel går nivåerna att jämföra mellan diagrammen. Med egna axlar syns små förändringar bättre.",
    )
    if not on:
        frame.html(f'<p class="note">{OWN_AXES if usual else FAR_APART}</p>')
    return on


def _one(now: tuple[Pin, ...], n: int, found: IndicatorView | str, among: tuple[float, ...]) -> None:
    pin = dict(now[n])
    if isinstance(found, str):
        frame.empty("Vyn går inte att visa", found, "Ta bort vyn, eller ställ in den på nytt i Utforska.")
    else:
        _shown(found, now[n], among, f"pin_{n}")
    with st.container(key=f"pin_does_{n}", horizontal=True, vertical_alignment="center", gap="small"):
        if isinstance(found, IndicatorView):
            frame.page_link("utforska", "Öppna i Utforska", **_parameters(found, pin.get("dv", "")))
        rest = tuple(other for other in now if other != now[n])
        st.button("Ta bort vyn", key=f"pin_bort_{n}", on_click=keep, args=(rest,), type="tertiary")


def _parameters(view: IndicatorView, version: str) -> dict[str, str]:
    """The view in Utforska; an older data version goes along, the present one needs not."""
    older = {"dv": version} if version and version != frame.here().build else {}
    return {**view.choice.address(), **view.private, **older}


def _shown(view: IndicatorView, pin: Pin, among: tuple[float, ...], key: str) -> None:
    below = on_shared_axis(view.subtitle, among) if among else view.subtitle
    frame.finding(view.title, below)
    if view.empty:
        frame.empty(view.empty.what, view.empty.why, view.empty.do)
        return
    build = _build_of(pin) or frame.here().build
    if drawing.is_figure(view):
        figure = cached.shared_on(structure, _drawn, build, _choices(pin), chart.theme(), among)
        alt = on_shared_axis(view.alt, among) if among else view.alt
        chart.show(figure, alt=alt, key=key, filename=file_stem(view.indicator.id, view.choice.chart))
    else:
        drawing.draw(view, key)
    frame.html("".join(f'<p class="note">{frame.text(note)}</p>' for note in view.notes))
    if view.table and view.choice.chart != "tabell":
        with st.expander("Visa som tabell"):
            frame.html(html_table(view.table))
    frame.source(f"{view.source} Dataversion {build}.")
