"""Fäst vyn: keep what is on the screen, and look at up to four such views side by side."""

import streamlit as st

from rus.charts.table import html_table
from rus.charts.trend import trend
from rus.core.errors import RusError
from rus.ui import address, cached, chart, drawing, explore_words, frame
from rus.views.indicator import IndicatorView
from rus.views.pins import (
    MOST,
    Pin,
    axis_reason,
    levels_meet,
    on_shared_axis,
    packed,
    pin_of,
    pinned,
    shared_axes,
    unpacked,
)
from rus.views.sheet import file_stem
from rus.views.structure import structure

PAGE, PINS, AXES = "vyer", "fast", "fast_axel"
OWN, SAME = "egen", "samma"
HEIGHT = 340
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


def _found(pin: Pin) -> IndicatorView | str:
    """What a pin shows, or the friendly word about why it can't be shown."""
    version = dict(pin).get("dv", "")
    try:
        build = cached.frozen(version) if version else frame.here().build
        if build is None:
            return f"Dataversion {version} finns inte kvar här, så vyn går inte att visa med sina siffror."
        return cached.shared_on(structure, pinned, build, tuple(part for part in pin if part[0] != "dv"))
    except RusError as error:
        return str(error)


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
        _shown(found, n, among, pin.get("dv", ""))
    with st.container(key=f"pin_does_{n}", horizontal=True, vertical_alignment="center", gap="small"):
        if isinstance(found, IndicatorView):
            frame.page_link("utforska", "Öppna i Utforska", **_parameters(found, pin.get("dv", "")))
        rest = tuple(other for other in now if other != now[n])
        st.button("Ta bort vyn", key=f"pin_bort_{n}", on_click=keep, args=(rest,), type="tertiary")


def _parameters(view: IndicatorView, version: str) -> dict[str, str]:
    """The view in Utforska; an older data version goes along, the present one needs not."""
    older = {"dv": version} if version and version != frame.here().build else {}
    return {**view.choice.address(), **view.private, **older}


def _shown(view: IndicatorView, n: int, among: tuple[float, ...], version: str) -> None:
    below = on_shared_axis(view.subtitle, among) if among else view.subtitle
    frame.finding(view.title, below)
    if view.empty:
        frame.empty(view.empty.what, view.empty.why, view.empty.do)
        return
    if view.picture and not view.places and not view.told and view.choice.chart == "linje":
        decimals = 0 if view.picture.base else view.indicator.decimals
        figure = trend(view.picture, decimals=decimals, theme=chart.theme(), height=HEIGHT, wide=True, among=among)
        alt = on_shared_axis(view.alt, among) if among else view.alt
        chart.show(figure, alt=alt, key=f"pin_{n}", filename=file_stem(view.indicator.id, "linje"))
    else:
        drawing.draw(view, f"pin_{n}")
    frame.html("".join(f'<p class="note">{frame.text(note)}</p>' for note in view.notes))
    if view.table and view.choice.chart != "tabell":
        with st.expander("Visa som tabell"):
            frame.html(html_table(view.table))
    frame.source(f"{view.source} Dataversion {version or frame.here().build}.")
