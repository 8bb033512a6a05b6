"""Lägg till i en samling: a pinned view, all of them, or the one that the reader came from; each a new version."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.core.errors import RusError
from rus.texts.kinds import SavedView, ViewSet
from rus.texts.sets import Held, saved, with_views
from rus.texts.texts import texts
from rus.ui import cached, frame, pinning
from rus.ui.set_edit import SAID
from rus.views.sets import faults, name_of, view_of

VIEW, INTO, CAME, ALL = "set_in_vy", "set_in_till", "kom", "alla"
DO = "Lägg till i samlingen"
NOTHING = "Fäst en vy, eller gå hit från sidan du vill lägga till. Då kan du välja den här."


@dataclass(frozen=True)
class Offered:
    """One choice: what it is called, and the views that it adds."""

    label: str
    views: tuple[SavedView, ...]


def offered(catalogue: Catalogue, pages: Mapping[str, str]) -> dict[str, Offered]:
    """What can be added now: the pinned views, together and one by one, and the one that the reader came from.

    Args:
        catalogue: names measures and places.
        pages: address → title.
    """

    def name(view: SavedView) -> str:
        return name_of(view, catalogue, dict(pages))

    pinned = [SavedView(view=view_of(pin)) for pin in pinning.pins()]
    every = {ALL: Offered(f"Alla {pinning.COUNTS[len(pinned)]} fästa vyer", tuple(pinned))} if len(pinned) > 1 else {}
    each = {str(n): Offered(f"Fäst vy {n}: {name(view)}", (view,)) for n, view in enumerate(pinned, start=1)}
    came = SavedView(view=pinning.came_from() or "/")
    is_known = pinning.came_from() and not faults(ViewSet(title=CAME, views=(came,)), catalogue)
    return every | each | ({CAME: Offered(f"Den du kom från: {name(came)}", (came,))} if is_known else {})


def to_any(sets: Mapping[str, Held], choices: Mapping[str, Offered]) -> None:
    """The form among all sets: what is added, and to which; nothing where one of them is missing."""
    if not sets or not choices:
        return
    with frame.soft("add_to_set"):
        frame.html('<h2 class="sec">Lägg till i en samling som finns</h2>')
        left, right = st.columns(2, gap="medium")
        with left:
            _pick(choices)
        right.selectbox("Samling", list(sets), format_func=lambda key: sets[key].body.title, key=INTO)
        st.button(DO, key="set_in", on_click=lambda: _add(sets[str(st.session_state[INTO])], choices))


def to_one(held: Held, choices: Mapping[str, Offered]) -> None:
    """The form on a set's own page."""
    with frame.soft("add_to_set"):
        frame.html('<h2 class="sec">Lägg till en vy</h2>')
        if not choices:
            frame.html(f'<p class="note">{NOTHING}</p>')
            return
        _pick(choices)
        st.button(DO, key="set_in", on_click=_add, args=(held, choices))


def _pick(choices: Mapping[str, Offered]) -> None:
    st.selectbox("Vy att lägga till", list(choices), format_func=lambda one: choices[one].label, key=VIEW)


def _add(held: Held, choices: Mapping[str, Offered]) -> None:
    wanted = choices[str(st.session_state[VIEW])].views
    new = tuple(view for view in wanted if view.view not in {one.view for one in held.body.views})
    try:
        saved(texts(), held, with_views(held.body, new), data_version=cached.newest())
    except RusError as error:
        st.session_state[SAID] = (True, str(error))
        return
    what = "Vyn är tillagd" if len(new) == 1 else f"{len(new)} vyer är tillagda"
    st.session_state[SAID] = (False, f"{what} i samlingen ”{held.body.title}”.")
