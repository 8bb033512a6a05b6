"""Changing a set of views: name, text, order; the file; taking it away and regretting it. Every change is a version."""

from collections.abc import Sequence

import streamlit as st

from rus.core.errors import RusError
from rus.texts.kinds import ViewSet
from rus.texts.sets import Held, as_file, saved
from rus.texts.shipped import last_version
from rus.texts.texts import Kept, texts
from rus.ui import cached, editing, frame

SET, SAID, GONE = "vy_samling", "vy_sagt", "vy_borta"


def show(held: Held, names: Sequence[str]) -> None:
    """The file, the form, the order, and the versions; `names` are those of the views, in order."""
    label = "Spara som fil"
    name = f"{held.key}.toml"
    st.download_button(label, as_file(held.body), name, "application/toml", key="set_file", icon=":material/download:")
    with st.expander("Ändra samlingen"):
        _words(held)
        _order(held, names)
        _remove_button(held)
        _versions(held)


def _words(held: Held) -> None:
    at = f"set_{held.key}_{held.version}"
    with st.form(at, border=False, enter_to_submit=False):
        st.text_input("Namn", held.body.title, key=f"{at}_namn", max_chars=300)
        st.text_area("Text", held.body.text, key=f"{at}_text", max_chars=2_000, height=90)
        st.form_submit_button("Spara namn och text", on_click=_rename, args=(held, at), type="primary")


def _rename(held: Held, at: str) -> None:
    title = str(st.session_state[f"{at}_namn"]).strip()
    if not title:
        st.session_state[SAID] = (True, "Samlingen behöver ett namn.")
        return
    words = {"title": title, "text": str(st.session_state[f"{at}_text"]).strip()}
    _keep(held, held.body.model_copy(update=words), "Namn och text är sparade.")


def _order(held: Held, names: Sequence[str]) -> None:
    if not names:
        return
    at = f"set_{held.key}_vy"
    st.selectbox("Vy", range(len(names)), format_func=lambda n: f"{n + 1}. {names[n]}", key=at)
    n = min(int(st.session_state.get(at) or 0), len(names) - 1)
    with st.container(horizontal=True, gap="small"):
        st.button("Flytta upp", key="set_upp", on_click=_move, args=(held, n, -1), disabled=n == 0)
        st.button("Flytta ner", key="set_ner", on_click=_move, args=(held, n, 1), disabled=n == len(names) - 1)
        st.button("Ta bort vyn", key="set_vy_bort", on_click=_drop, args=(held, n))


def _move(held: Held, n: int, step: int) -> None:
    views = list(held.body.views)
    views.insert(n + step, views.pop(n))
    _keep(held, held.body.model_copy(update={"views": tuple(views)}), "Ordningen är sparad.")
    st.session_state[f"set_{held.key}_vy"] = n + step


def _drop(held: Held, n: int) -> None:
    views = tuple(view for at, view in enumerate(held.body.views) if at != n)
    _keep(held, held.body.model_copy(update={"views": views}), "Vyn är borttagen ur samlingen.")
    st.session_state[f"set_{held.key}_vy"] = max(min(n, len(views) - 1), 0)


def _keep(held: Held, body: ViewSet, done: str) -> None:
    try:
        saved(texts(), held, body, data_version=cached.newest())
    except RusError as error:
        st.session_state[SAID] = (True, str(error))
    else:
        st.session_state[SAID] = (False, done)


def _remove_button(held: Held) -> None:
    if held.shipped and not held.version:
        frame.html('<p class="note">Samlingen följer med sidan och kan ändras men inte tas bort.</p>')
        return
    label = "Återställ som den var från början" if held.shipped else "Ta bort samlingen"
    st.button(label, key="set_bort", on_click=_remove, args=(held,), type="tertiary")


def _remove(held: Held) -> None:
    try:
        texts().remove(ViewSet, held.key, author="", seen=held.version)
    except RusError as error:
        st.session_state[SAID] = (True, str(error))
        return
    done = "är som den var från början" if held.shipped else "är borttagen"
    st.session_state[SAID] = (False, f"Samlingen ”{held.body.title}” {done}.")
    st.session_state[GONE] = held.key
    if not held.shipped:
        st.query_params.pop(SET, None)


def undo() -> None:
    """Bring back the set that was taken away last, as it was."""
    _bring(str(st.session_state.pop(GONE)))


def bring_back(key: str) -> bool:
    """Offer to bring back the set of a link, where it has been taken away; whether there is one."""
    last = _last(key)
    if last is None or last.body is None:
        return False
    st.info(f"Samlingen ”{last.body.title}” är borttagen.", icon=":material/delete:")
    st.button("Ta tillbaka samlingen", key="set_back", on_click=_bring, args=(key,))
    return True


def _last(key: str) -> Kept[ViewSet] | None:
    """The newest version with words in it."""
    return next((kept for kept in texts().history(ViewSet, key) if kept.body is not None), None)


def _bring(key: str, version: int | None = None) -> None:
    room = texts()
    try:
        history = room.history(ViewSet, key)
        old = next(k for k in history if k.body is not None and version in {None, k.version})
        assert old.body is not None
        room.save(old.body, key, author="", seen=last_version(room, ViewSet, key), data_version=old.data_version)
    except RusError as error:
        st.session_state[SAID] = (True, str(error))
        return
    st.session_state.pop(GONE, None)
    st.session_state[SAID] = (False, f"Samlingen ”{old.body.title}” är tillbaka.")
    st.query_params[SET] = key


def _versions(held: Held) -> None:
    earlier = {k.version: k for k in texts().history(ViewSet, held.key) if k.body and k.version != held.version}
    if not earlier:
        return

    def said(version: int) -> str:
        kept = earlier[version]
        assert kept.body is not None
        return f"{version}: {editing.moment(kept.saved_at)}, {len(kept.body.views)} vyer"

    chosen = st.selectbox("Tidigare version", list(earlier), format_func=said, key=f"set_{held.key}_tidigare")
    st.button("Ta tillbaka den här versionen", key="set_tillbaka", on_click=_bring, args=(held.key, chosen))
