"""Samlingar: named sets of views, listed, opened side by side, made from the pinned ones, read in from files."""

import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.core.errors import CatalogueError, RusError
from rus.texts.kinds import SavedView, ViewSet
from rus.texts.sets import Held, read_file, saved, sets
from rus.texts.stories import new_key
from rus.texts.texts import texts
from rus.ui import cached, frame, pinning, set_add, set_edit
from rus.ui.set_edit import GONE, SAID, SET
from rus.views.pins import packed
from rus.views.sets import faults, name_of, parts, pins_of, view_of
from rus.views.slide_shown import joined

NAMELESS = "Min samling"
ALONE = "Vyer som är en hel sida visas inte bredvid varandra. Öppna dem var för sig."


def asked() -> str:
    """Key of the set in the address; empty where it names none."""
    return st.query_params.get(SET, "")


def page_names() -> dict[str, str]:
    """Address → title of every page."""
    return {address: page.title for address, page in frame.here().pages.items()}


def show(catalogue: Catalogue) -> None:
    """One set where the address names it, else all of them; and making a new one."""
    every = sets(texts())
    _said()
    wanted = asked()
    if wanted in every:
        _one(every[wanted], catalogue)
        return
    if wanted and not set_edit.bring_back(wanted):
        st.info("Samlingen i länken finns inte här. Välj en annan i listan.", icon=":material/link_off:")
    frame.html('<h2 class="find big">Samlingar</h2>', '<p class="sub">Vyer som hör ihop, under ett namn.</p>')
    if not every:
        frame.empty("Det finns ingen samling ännu", "Ingen har gjort någon.", "Fäst vyer och spara dem nedan.")
    held = list(every.values())
    for first in range(0, len(held), 2):
        for column, one in zip(st.columns(2, gap="medium"), held[first : first + 2], strict=False):
            with column, frame.card(f"set_{one.key}"):
                _card(one, catalogue)
    set_add.to_any(every, set_add.offered(catalogue, page_names()))
    _new(every, catalogue)


def _said() -> None:
    """What came of the last change, once; and the way to regret a removal."""
    said = st.session_state.pop(SAID, None)
    if isinstance(said, list):
        st.error("Filen har fel. Rätta dem och läs in den igen.")
        st.code("\n".join(said), language=None, wrap_lines=True)
    elif said:
        (st.error if said[0] else st.success)(said[1])
    if GONE in st.session_state:
        st.button("Ångra borttagningen", key="set_undo", on_click=set_edit.undo, icon=":material/undo:")


def _href(key: str) -> str:
    return frame.href(pinning.PAGE, **{SET: key})


def areas(catalogue: Catalogue) -> tuple[str, ...]:
    """Pages of the challenge areas."""
    return tuple(area.id for area in catalogue.challenges)


def _card(held: Held, catalogue: Catalogue) -> None:
    many = "1 vy" if len(held.body.views) == 1 else f"{len(held.body.views)} vyer"
    owner = "" if held.version else " · följer med sidan"
    text = f"<p>{frame.text(held.body.text)}</p>" if held.body.text else ""
    title = f'<a href="{_href(held.key)}">{frame.text(held.body.title)}</a>'
    head = f'<h3 class="find">{title}</h3><p class="sub">{many}{owner}</p>'
    frame.html(head, text, _views(held, catalogue), _actions(held, catalogue))


def _views(held: Held, catalogue: Catalogue) -> str:
    names = page_names()
    rows = "".join(
        f'<li><a href="{_to(one)}">{frame.text(name_of(one, catalogue, names))}</a></li>' for one in held.body.views
    )
    return f'<ol class="views">{rows}</ol>' if rows else '<p class="sub">Samlingen har inga vyer ännu.</p>'


def _to(one: SavedView) -> str:
    page, parameters = parts(one.view)
    return frame.text(joined(page, parameters).lstrip("/") or ".")


def _actions(held: Held, catalogue: Catalogue) -> str:
    """Links that open the views side by side, four at a time."""
    groups, first, links = pins_of(held.body, areas(catalogue)), 1, []
    for group in groups:
        last = first + len(group) - 1
        label = "Se vyerna bredvid varandra" if len(groups) == 1 else f"Se vy {first}–{last} bredvid varandra"
        links.append(f'<a class="btn" href="{frame.href(pinning.PAGE, **{pinning.PINS: packed(group)})}">{label}</a>')
        first = last + 1
    return f'<p class="btns">{"".join(links)}</p>' if links else ""


def _one(held: Held, catalogue: Catalogue) -> None:
    frame.html(f'<p class="backto"><a href="{frame.href(pinning.PAGE)}">← Alla samlingar</a></p>')
    with frame.frame("set", stretch=False):
        text = f"<p>{frame.text(held.body.text)}</p>" if held.body.text else ""
        frame.html(f'<h2 class="find big">{frame.text(held.body.title)}</h2>', text)
        for fault in faults(held.body, catalogue):
            st.warning(f"{fault[:1].upper()}{fault[1:].rstrip('?')}.", icon=":material/link_off:")
        frame.html(_views(held, catalogue), _actions(held, catalogue))
        groups = pins_of(held.body, areas(catalogue))
        if groups and sum(map(len, groups)) < len({one.view for one in held.body.views}):
            frame.html(f'<p class="note">{ALONE}</p>')
    names = page_names()
    set_add.to_one(held, set_add.offered(catalogue, names))
    set_edit.show(held, [name_of(one, catalogue, names) for one in held.body.views])


def _new(every: dict[str, Held], catalogue: Catalogue) -> None:
    now = pinning.pins()
    with frame.soft("new_set"):
        frame.html('<h2 class="sec">Ny samling</h2>')
        from_pins, from_file = st.columns(2, gap="medium")
        with from_pins, st.form("set_ny", border=False, clear_on_submit=True):
            st.text_input("Namn", key="set_ny_namn", max_chars=300, placeholder=NAMELESS)
            many = f"Spara {pinning.COUNTS[len(now)]} {'fäst vy' if len(now) == 1 else 'fästa vyer'}"
            label = many if now else "Skapa en tom samling"
            st.form_submit_button(label, on_click=_create, args=(every,))
        with from_file, st.form("set_fil", border=False, clear_on_submit=True):
            st.file_uploader("Fil med en samling", type="toml", key="set_fil_vald", max_upload_size=1)
            st.form_submit_button("Läs in filen", on_click=_read_in, args=(every, catalogue))


def _create(every: dict[str, Held]) -> None:
    title = str(st.session_state.get("set_ny_namn") or "").strip() or NAMELESS
    views = tuple(SavedView(view=view_of(pin)) for pin in pinning.pins())
    _save_new(ViewSet(title=title, views=views), every)


def _read_in(every: dict[str, Held], catalogue: Catalogue) -> None:
    file = st.session_state.get("set_fil_vald")
    if file is None:
        st.session_state[SAID] = (True, "Välj en fil först.")
        return
    try:
        body = read_file(file.name, file.getvalue())
    except CatalogueError as error:
        st.session_state[SAID] = error.problems
        return
    if problems := faults(body, catalogue):
        st.session_state[SAID] = [f"{file.name}: {problem}" for problem in problems]
        return
    _save_new(body, every)


def _save_new(body: ViewSet, every: dict[str, Held]) -> None:
    room = texts()
    key = new_key(body.title, set(every), room, ViewSet)
    try:
        saved(room, Held(key, body), body, data_version=cached.newest())
    except RusError as error:
        st.session_state[SAID] = (True, str(error))
        return
    st.session_state[SAID] = (False, f"Samlingen ”{body.title}” är sparad.")
    st.query_params[SET] = key
