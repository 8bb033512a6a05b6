"""Sparade vyer, the pinned ones: up to four side by side, whatever pages they are from, and what to do with each."""

import streamlit as st

from rus.ui import address, cached, explore_words, frame, pins_drawn
from rus.ui.pinning import PINS, keep
from rus.ui.pins_drawn import Found
from rus.views.indicator import IndicatorView
from rus.views.pins import Pin, axis_reason, levels_meet, shared_axes, unpacked

AXES = "fast_axel"
OWN, SAME = "egen", "samma"
OWN_AXES = "Varje diagram har sin egen axel. Jämför därför värdena och inte linjernas höjd."
FAR_APART = f"Nivåerna skiljer sig mycket. {OWN_AXES}"


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
        do = "Välj ”Fäst vyn” vid ett diagram, på Utforska eller en annan sida. Upp till fyra visas bredvid varandra."
        frame.empty(
            "Inga vyer är fästa", "En fäst vy sparas i sidans adress, så länken visar samma vyer för andra.", do
        )
        return
    found = [pins_drawn.found(pin) for pin in now]
    views = [one if isinstance(one, IndicatorView) else None for one in found]
    axes = shared_axes(views) if _same_axes(views) else {}
    for first in range(0, len(now), 2):
        row = st.columns(2 if len(now) > 1 else 1, gap="medium")
        for spot, n in zip(row, range(first, min(first + 2, len(now))), strict=False):
            with spot, frame.frame(f"pin_{n}"):
                _one(now, n, found[n], axes.get(n, ()))


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


def _one(now: tuple[Pin, ...], n: int, found: Found, among: tuple[float, ...]) -> None:
    pin = now[n]
    if isinstance(found, str):
        frame.empty("Vyn går inte att visa", found, "Ta bort vyn, eller ställ in den på nytt på sin sida.")
    else:
        pins_drawn.show(found, pin, among, f"pin_{n}")
    with st.container(key=f"pin_does_{n}", horizontal=True, vertical_alignment="center", gap="small"):
        if not isinstance(found, str):
            frame.page_link(pins_drawn.page(found), pins_drawn.way(found), **pins_drawn.parameters(found, pin))
        rest = tuple(other for other in now if other != pin)
        st.button("Ta bort vyn", key=f"pin_bort_{n}", on_click=keep, args=(rest,), type="tertiary")
