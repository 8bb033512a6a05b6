"""The choices of a session: kept in the address, and carried along from page to page.

The record is the address' own parts as plain texts. Three things can have happened since the last run:
a picker changed the record (then the record is right, and the address is written), the reader came by a link or by the
browser's back button (then the address is right), or went to another page (no parts of ours: the record goes along).
"""

from collections.abc import Mapping
from time import monotonic
from urllib.parse import urlencode

import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.views.choice import KEYS, Choice, read_choice

PRIVATE = ("utf_", "jml_", "mal_", "gu_", "kom_", "lang")
WHOLE = {"geo", "kon", "jmf", "diagram"}
LATENESS = 2.0
"""Seconds within which a browser may still send the address from before a change."""
_RECORD, _ECHOED, _FRESH, _WRITTEN = "choice_record", "choice_echoed", "choice_fresh", "choice_written"


def restore() -> None:
    """Make address and record one again: once a run, before anything reads the address."""
    seen = _seen()
    record: dict[str, str] = st.session_state.get(_RECORD, {})
    fresh = st.session_state.pop(_FRESH, False)
    if seen == record:
        if not fresh:
            st.session_state[_ECHOED] = record
    elif seen and not fresh and seen != _late(record):
        record = seen if seen.keys() >= WHOLE else {**record, **seen}
        st.session_state[_ECHOED] = seen
    st.session_state[_RECORD] = record
    _write(record)


def _seen() -> dict[str, str]:
    return {key: st.query_params[key] for key in st.query_params if key in KEYS or key.startswith(PRIVATE)}


def _late(record: dict[str, str]) -> dict[str, str] | None:
    """The address from before the last change, while a browser may not have heard of the change yet."""
    echoed: dict[str, str] | None = st.session_state.get(_ECHOED)
    recent = monotonic() - st.session_state.get(_WRITTEN, 0.0) < LATENESS
    return echoed if recent and echoed != record else None


def _write(record: Mapping[str, str]) -> None:
    seen = _seen()
    for key in seen.keys() - record.keys():
        del st.query_params[key]
    changed = {key: value for key, value in record.items() if seen.get(key) != value}
    if changed:
        st.query_params.update(changed)


def current_choice(catalogue: Catalogue) -> Choice:
    """What the reader has chosen, as far as it exists in the catalogue; after `restore` in the same run."""
    return read_choice(st.session_state.get(_RECORD, {}), catalogue)


def private(key: str) -> str:
    """A choice that only one page has, such as `utf_omr`; empty where it is not made."""
    record: dict[str, str] = st.session_state.get(_RECORD, {})
    return record.get(key, "")


def remember(choice: Choice, **privately: str) -> None:
    """Make this the reader's choice: in the record now, in the address with this run.

    Args:
        choice: all shared choices.
        privately: choices of one page; empty ones are forgotten, others stay.
    """
    kept = {key: value for key, value in st.session_state.get(_RECORD, {}).items() if key.startswith(PRIVATE)}
    mine = {key: value for key, value in {**kept, **privately}.items() if value}
    st.session_state[_RECORD] = {**choice.address(), **mine}
    st.session_state[_FRESH] = True
    st.session_state[_WRITTEN] = monotonic()
    _write(st.session_state[_RECORD])


def to(choice: Choice, **privately: str) -> str:
    """The address of this page with other private choices, for a link in our own markup.

    Args:
        choice: all shared choices; written out, so that the link is the whole record.
        privately: choices of one page; empty ones are left out, the page's others stay as they are.
    """
    page = {"lang", *(key.partition("_")[0] for key in privately)}
    record: dict[str, str] = st.session_state.get(_RECORD, {})
    kept = {key: value for key, value in record.items() if key.partition("_")[0] in page}
    mine = {key: value for key, value in {**kept, **privately}.items() if value}
    return f"?{urlencode({**choice.address(), **mine}, safe=',')}"


def link(choice: Choice, build: str, years: tuple[int, int] | None, **privately: str) -> str:
    """The address of exactly this picture, with every choice, the years and the data version written out.

    Args:
        choice: what is shown.
        build: the data version to pin.
        years: the years that are seen, where the reader set none.
        privately: what the page shows where the reader chose nothing: defaults of its own choices.
    """
    whole = choice.with_(build=build, years=choice.years or years).address()
    kept = {key: value for key, value in st.session_state.get(_RECORD, {}).items() if key.startswith(PRIVATE)}
    base = (st.context.url or "").partition("?")[0]
    return f"{base}?{urlencode({**whole, **privately, **kept}, safe=',')}"
