"""The choices of a session: kept in the address, and carried along from page to page.

The record is the address' own parts as plain texts. Four things can have happened since the last run:
a picker changed the record (then the record is right, and the address is written), the reader went back or forward
(then the address is right as it stands), followed a link (then it is right as far as it goes, and the rest of the
record goes along), or went to another page (no parts of ours: the record goes along). Going back and a link in our own
markup are the same to Streamlit; for a link `static/frame.js` adds `hitkom` to what the server is told, never to what
the reader sees. Any other address that is not the record's may be one from before the last changes, which the browser
had not heard of yet: such a one counts for nothing.
"""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from rus.catalogue.catalogue import Catalogue
from rus.views.choice import KEYS, Choice, read_choice

PRIVATE = ("utf_", "jml_", "mal_", "gu_", "kom_", "rap_", "fast", "lang")
STAYING = {"utf_inom", "utf_sok", "utf_fler", "jml_fler"}
"""Those that go along to no other page and are in no record: how a list is narrowed (`rus/ui/page_choice.py`)."""
WHOLE = {"geo", "kon", "jmf", "diagram"}
LINKED = "hitkom"
"""What the browser adds to the address when it followed a link in our own markup."""
OF_THE_PAGE = "page_choices"
"""What the session remembers of `rus/ui/page_choice.py` while a page is open."""
_RECORD, _FRESH, _PAGE = "choice_record", "choice_fresh", "choice_page"
_UNHEARD, _BASES = "choice_unheard", "choice_bases"


def restore() -> None:
    """Make address and record one again: once a run, before anything reads the address."""
    linked, back, switched = bool(st.query_params.pop(LINKED, "")), moved(), _switched()
    if back or switched:
        st.session_state.pop(OF_THE_PAGE, None)
    seen, record = _seen(), _record()
    fresh = st.session_state.pop(_FRESH, False) and not back
    known = back or seen == record or (bool(seen) and not fresh and (switched or seen not in _unheard()))
    if back and not linked:
        found = seen
    elif known:
        found = seen if seen.keys() >= WHOLE else {**record, **seen}
    else:
        found = record
    if not fresh:
        _heard(seen, known=known)
        _told(found)
    st.session_state[_RECORD] = found
    _write(found, again=back)


def drawn() -> None:
    """The page is drawn to its end: every picker on it starts from the record as it is."""
    st.session_state[_BASES] = st.session_state.get(_BASES, [])[-1:]


def _record() -> dict[str, str]:
    found: dict[str, str] = st.session_state.get(_RECORD, {})
    return found


def _seen() -> dict[str, str]:
    return {key: st.query_params[key] for key in st.query_params if key in KEYS or _is_private(key)}


def _is_private(key: str) -> bool:
    return key.startswith(PRIVATE) and key not in STAYING


def moved() -> bool:
    """Whether the browser moved in its history: back, forward, or by a link in our own markup."""
    return bool(getattr(get_script_run_ctx(), "is_history_navigation", False))


def _switched() -> bool:
    """Whether the reader went to another page: its address is then the link's, never a late one."""
    context = get_script_run_ctx()
    if context is None:
        return False
    page, before = context.page_script_hash, st.session_state.get(_PAGE, "")
    st.session_state[_PAGE] = page
    return page != before and before not in {"", context.pages_manager.main_script_hash}  # first no page is said


def _unheard() -> list[dict[str, str]]:
    """The addresses that a browser may still send: the last that it is known to have, and those it was told since."""
    found: list[dict[str, str]] = st.session_state.get(_UNHEARD, [])
    return found


def _heard(seen: dict[str, str], *, known: bool) -> None:
    """The browser has this address and won't send an earlier one; where it is `known` to be at rest, only this."""
    unheard = _unheard()
    late = unheard[unheard.index(seen) :] if seen in unheard else unheard
    st.session_state[_UNHEARD] = [seen] if known else late


def _told(record: dict[str, str]) -> None:
    unheard = _unheard()
    if unheard[-1:] != [record]:
        st.session_state[_UNHEARD] = [*unheard, record]


def _write(record: Mapping[str, str], *, again: bool = False) -> None:
    """Let the address say this; `again` where something sent earlier may yet reach the browser after it moved."""
    seen = _seen()
    for key in seen.keys() - record.keys():
        del st.query_params[key]
    changed = {key: value for key, value in record.items() if seen.get(key) != value}
    if changed or again:
        st.query_params.update(changed)


def current_choice(catalogue: Catalogue) -> Choice:
    """What the reader has chosen, as far as it exists in the catalogue; after `restore` in the same run."""
    choice = read_choice(_record(), catalogue)
    bases: list[dict[str, str]] = st.session_state.get(_BASES, [])
    if bases[-1:] != [choice.address()]:
        st.session_state[_BASES] = [*bases, choice.address()]
    return choice


def private(key: str) -> str:
    """A choice that only one page has, such as `utf_omr`; empty where it is not made."""
    return _record().get(key, "")


def remember(choice: Choice, **privately: str) -> None:
    """Make this the reader's choice: in the record now, in the address with this run.

    Args:
        choice: all shared choices.
        privately: choices of one page; empty ones are forgotten, others stay.
    """
    before = _record()
    bases: list[dict[str, str]] = st.session_state.get(_BASES, [])
    kept = {key: value for key, value in before.items() if _is_private(key)}
    _put({**on_top(choice.address(), before, bases), **kept, **privately})


def keep(**privately: str) -> None:
    """The same for private choices alone: the shared ones stay as they are, said or not."""
    _put({**_record(), **privately})


def _put(record: Mapping[str, str]) -> None:
    _heard(_seen(), known=_seen() == _record())
    st.session_state[_RECORD] = {key: value for key, value in record.items() if value}
    st.session_state[_FRESH] = True
    _told(_record())
    _write(_record())


def on_top(wanted: dict[str, str], record: Mapping[str, str], bases: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """A change made on a page that was not drawn anew since the change before it: both hold.

    The picker knew the choice as it was when it was drawn. That is the one of those drawn lately that differs least
    from what it wants; the difference is what the reader did, and is laid on the record.

    Args:
        wanted: all shared choices, as parts of an address, as the picker would have them.
        record: the choices as they are.
        bases: those that pages were drawn for since a page was last drawn to its end, the newest last.
    """
    apart = [(len(changed), -n, changed) for n, base in enumerate(bases) if (changed := _changed(base, wanted))]
    if len(bases) < 2 or not apart:
        return wanted
    *_, mine = min(apart, key=lambda one: one[:2])
    whole = record.keys() >= WHOLE
    held = {"ind": wanted.get("ind", "")} if whole else wanted
    both = {**held, **record, **{key: wanted.get(key, "") for key in mine}}
    return {key: both[key] for key in KEYS if both.get(key)}


def _changed(base: Mapping[str, str], wanted: Mapping[str, str]) -> frozenset[str]:
    """The choices that differ; a measure where none was chosen is the one that was shown, and no change."""
    differ = {key for key in KEYS if base.get(key) != wanted.get(key)}
    return frozenset(differ if "ind" in base else differ - {"ind"})


def to(choice: Choice, **privately: str) -> str:
    """The address of this page with other private choices, for a link in our own markup.

    Args:
        choice: all shared choices; written out, so that the link is the whole record.
        privately: choices of one page; empty ones are left out, the page's others stay as they are.
    """
    page = {"lang", *(key.partition("_")[0] for key in privately)}
    kept = {key: value for key, value in _record().items() if key.partition("_")[0] in page}
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
    kept = {key: value for key, value in _record().items() if _is_private(key)}
    base = (st.context.url or "").partition("?")[0]
    return f"{base}?{urlencode({**whole, **privately, **kept}, safe=',')}"
