"""Redigera texter: a switch for the session, so that readers see no buttons; and who writes."""

from datetime import datetime

import streamlit as st

from rus.core.swedish import day

_ON, _SHOWN, AUTHOR = "texts_edited", "redigera_texter", "texts_author"
LONGEST_NAME = 80


def on() -> bool:
    """Whether this session edits texts."""
    return bool(st.session_state.get(_ON))


def start() -> None:
    """From now on this session edits texts."""
    st.session_state[_ON] = True


def switch() -> None:
    """The switch, on any page; it stays as it is from page to page."""
    st.session_state[_SHOWN] = on()
    st.toggle("Redigera texter", key=_SHOWN, on_change=_changed)


def _changed() -> None:
    st.session_state[_ON] = st.session_state[_SHOWN]


def author_field(key: str) -> None:
    """A field for the writer's name, filled in once a session."""
    name = str(st.session_state.get(AUTHOR, ""))
    st.text_input("Skrivet av", name, max_chars=LONGEST_NAME, key=key, placeholder="Namn eller funktion")


def author(key: str) -> str:
    """What stands in the field, remembered for the next text."""
    said = str(st.session_state.get(key) or "").strip()
    if said:
        st.session_state[AUTHOR] = said
    return said


def moment(when: datetime) -> str:
    """`25 november 2026 klockan 18.05`, in the reader's own time zone."""
    local = when.astimezone()
    return f"{day(local.date())} klockan {local:%H.%M}"


def by(name: str) -> str:
    """` av Anna`, or nothing where nobody is named."""
    return f" av {name}" if name else ""
