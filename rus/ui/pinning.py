"""Fäst vyn: the button that keeps a chart, whatever page it is on, and what is kept so far."""

from collections.abc import Mapping

import streamlit as st

from rus.ui import address, frame
from rus.views.pages import heeded
from rus.views.pins import MOST, Pin, address_of, packed, pin_of, unpacked
from rus.views.slide_project import PROJECT
from rus.views.slide_shown import joined

PAGE, PINS = "vyer", "fast"
_CAME = "came_from"
COUNTS = ("ingen", "en", "två", "tre", "fyra")
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


def passing() -> None:
    """Remember the page that is shown: whoever goes on to Sparade vyer can put it in a set. Once a run."""
    page = frame.here().address
    if page != PAGE:
        st.session_state[_CAME] = joined(page, heeded(page, st.query_params.to_dict()))


def came_from() -> str:
    """Address of the page that was shown last before Sparade vyer; empty where there was none."""
    return str(st.session_state.get(_CAME, ""))


def offer(page: str, choices: Mapping[str, str], key: str) -> None:
    """The button for what a page begins with, and the way to those that are pinned.

    Args:
        page: address of the page that the chart is on.
        choices: of the chart, as parts of an address.
        key: unique on the page.
    """
    st.session_state[_CAME] = address_of(pin_of(choices, page))  # the page's own choice too, where none was made
    button(page, choices, key)
    if now := pins():
        _way(len(now))


def button(page: str, choices: Mapping[str, str], key: str) -> bool:
    """The button that pins or unpins a chart; whether it is pinned. Arguments as of `offer`."""
    mine = pin_of({**choices, "dv": "" if page == PROJECT else frame.here().build}, page)
    now = pins()
    is_in = mine in now

    def changed() -> None:
        if not is_in and len(now) >= MOST:
            st.session_state[f"pin_{key}_full"] = True
            return
        keep(tuple(pin for pin in now if pin != mine) if is_in else (*now, mine))

    label = "Lossa vyn" if is_in else "Fäst vyn"
    st.button(label, key=f"pin_{key}", on_click=changed, type="tertiary", icon=":material/keep:")
    if st.session_state.pop(f"pin_{key}_full", False):
        st.info(FULL, icon=":material/keep:")
    return is_in


def beside(page: str, choices: Mapping[str, str], key: str) -> None:
    """The same among the handles below a chart: where it is pinned, so is the way to the others."""
    if button(page, choices, key):
        _way(len(pins()))


def _way(many: int) -> None:
    words = "Se den fästa vyn" if many == 1 else f"Jämför {COUNTS[many]} fästa vyer"
    st.html(f'<div class="rus"><a class="topins" href="{frame.href(PAGE)}">{words}</a></div>', width="content")
