"""Choices that belong to one page alone and go nowhere else: its tabs, and what its lists are narrowed to.

They stand in the address by the name of their control, left out where they are as usual. Each change is a step that the
back button undoes. While the page is open the session remembers them, since the browser may tell the server of an
address from before its last change; back, forward, a link and another page make the address the record again
(`rus/ui/address.py`).
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from rus.ui import address, frame, pickers

if TYPE_CHECKING:
    from streamlit.elements.lib.mutable_tab_container import TabContainer


DIGITS = 4
TURNED = "page_choice_turned"
"""In the session: which page's tabs were seen last, the one that was open, and all that have been."""


def chosen(key: str, options: Mapping[str, str], usual: str = "") -> str:
    """The option that is chosen; the usual one where none is, or one that does not exist.

    Args:
        key: what the choice is called in the address.
        options: id → words; a link may have either.
        usual: the id that stands in no address.
    """
    return next(iter(several(key, options)), usual)


def several(key: str, options: Mapping[str, str]) -> list[str]:
    """The same where more than one may be chosen, in the order of the options."""
    by_words = {words: identity for identity, words in options.items()}
    wanted = {one if one in options else by_words.get(one) for one in _asked(key)}
    return [identity for identity in options if identity in wanted]


def strange(key: str, options: Mapping[str, str]) -> tuple[str, ...]:
    """What the address asks for that does not exist, as it is named to the reader."""
    known = {*options, *options.values(), ""}
    return tuple(f"{key}={value}" for value in st.query_params.get_all(key) if value not in known)


def choose(key: str, *values: str) -> None:
    """Make this the choice, in the address with this run; none is the usual one."""
    _held()[key] = list(values)
    _write(key, list(values))


def times(key: str) -> int:
    """How many times more of a list has been asked for; 0 where the address says none, or no number."""
    said = next(iter(_asked(key)), "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < DIGITS else 0


def further(key: str) -> dict[str, str]:
    """The same as a part of an address; nothing where no more has been asked for."""
    return {key: str(many)} if (many := times(key)) else {}


def more(key: str, button: str, label: str = "Visa fler") -> None:
    """The button that shows more of a list; `button` is its key."""

    def pressed() -> None:
        choose(key, str(times(key) + 1))

    st.button(label, key=button, on_click=pressed, type="tertiary", icon=":material/expand_more:")


def keep(key: str, options: Mapping[str, str], usual: str = "", *, many: bool = False) -> Callable[[], None]:
    """Let the control of this key show the choice.

    Returns:
        What the control is to do when it is changed.
    """
    now: object = several(key, options) if many else chosen(key, options, usual)
    if now == "" and "" not in options:
        now = None  # as a control says that nothing is chosen
    if address.moved() or key not in st.session_state or st.session_state[key] != now:
        st.session_state[key] = now

    def changed() -> None:
        value = st.session_state[key]
        choose(key, *(one for one in (value if many else [value]) if one and one != usual))

    return changed


def tabs(names: Sequence[str], key: str, usual: str = "") -> "Sequence[TabContainer]":
    """Tabs, of which the open one is a choice like any other; `usual` is the one to begin with, else the first."""
    options = {name: name for name in names}
    changed = keep(key, options, usual or names[0])
    pickers.say_strange(strange(key, options))
    return st.tabs(list(names), key=key, on_change=changed)


def left(key: str, now: str) -> str:
    """The tab that the reader comes from, in the run that takes them back to one they have seen; else empty.

    Args:
        key: of the tabs.
        now: the open one.
    """
    here = (frame.here().address, key)
    page, before, seen = st.session_state.get(TURNED, (here, now, frozenset()))
    if page != here:
        before, seen = now, frozenset()
    st.session_state[TURNED] = (here, now, seen | {now})
    return str(before) if before != now and now in seen else ""


def _held() -> dict[str, list[str]]:
    """What was chosen since the reader came to the page, or went back to it."""
    held: dict[str, list[str]] = st.session_state.setdefault(address.OF_THE_PAGE, {})
    return held


def _asked(key: str) -> list[str]:
    """What the session remembers of a choice, and then the address has it too; else what the address says."""
    held = _held()
    if key in held:
        _write(key, held[key])
        return held[key]
    return st.query_params.get_all(key)


def _write(key: str, values: Sequence[str]) -> None:
    if st.query_params.get_all(key) == list(values):
        return
    if values:
        st.query_params[key] = list(values)
    else:
        del st.query_params[key]
