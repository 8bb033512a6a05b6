"""A text that people write on a page: shown, edited, every version kept and to be brought back, conflicts told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from textwrap import shorten
from typing import Generic, TypeVar

import streamlit as st
from pydantic import ValidationError

from rus.core.errors import RusError
from rus.texts.kinds import Body
from rus.texts.texts import ChangedMeanwhileError, Kept, texts
from rus.ui import editing, frame
from rus.ui.markup import table

B = TypeVar("B", bound=Body)
LONGEST = 20_000
HIGH = 120
FIRST_WORDS = 60
TAKEN_AWAY = "Borttagen"


@dataclass(frozen=True)
class Written(Generic[B]):
    """A kind of text: its fields in order, with heading and what belongs there; what is said where there is none."""

    of: type[B]
    fields: Mapping[str, tuple[str, str]]
    empty: tuple[str, str, str]

    def words(self, body: B | None) -> dict[str, str]:
        """What stands in each field."""
        return {name: str(getattr(body, name)) if body else "" for name in self.fields}


def show(kind: Written[B], key: str) -> None:
    """The text of this key: to be read, and where texts are edited also its form and its versions.

    Args:
        kind: what kind of text.
        key: what it is about, such as a challenge area's id.
    """
    mark = f"{kind.of.kind}_{key}"
    try:
        versions = texts().history(kind.of, key)
    except RusError as error:
        with frame.apart():
            st.error(str(error))
        return
    newest = versions[0] if versions and versions[0].body is not None else None
    read(kind, newest)
    with frame.apart():
        if said := st.session_state.pop(f"{mark}_said", ""):
            (st.error if said[0] else st.success)(said[1])
        if editing.on():
            _form(kind, key, versions)
            _versions(kind, key, versions)


def read(kind: Written[B], kept: Kept[B] | None) -> None:
    """A version of a text to be read, or what is said where there is none."""
    if kept is None or kept.body is None:
        frame.empty(*kind.empty)
        return
    said = ((kind.fields[name][0], words) for name, words in kind.words(kept.body).items() if words.strip())
    parts = "".join(f'<h3 class="sec">{frame.text(head)}</h3>{_paragraphs(words)}' for head, words in said)
    frame.html(f'<div class="prose">{parts}</div>')
    frame.source(f"{saved(kept)}{_older(kept)}")


def _paragraphs(words: str) -> str:
    return "".join(f'<p lang="sv">{frame.text(line)}</p>' for line in words.splitlines() if line.strip())


def saved(kept: Kept[B]) -> str:
    """Who saved it, when, and which figures they looked at."""
    figures = f" Skriven till dataversion {kept.data_version}." if kept.data_version else ""
    return f"Sparad {editing.moment(kept.saved_at)}{editing.by(kept.author)}.{figures}"


def _older(kept: Kept[B]) -> str:
    if not kept.data_version or kept.data_version == frame.here().build:
        return ""
    return f" Sidan visar dataversion {frame.here().build}: läs igenom texten mot de siffrorna."


def _form(kind: Written[B], key: str, versions: list[Kept[B]]) -> None:
    mark, version = f"{kind.of.kind}_{key}", versions[0].version if versions else 0
    mine: dict[str, str] | None = st.session_state.get(f"{mark}_mine")
    start = mine or kind.words(versions[0].body if versions else None)
    args = (kind, key, version, frame.here().build)
    with st.form(f"{mark}_{version}", border=True, enter_to_submit=False):
        for name, (head, what) in kind.fields.items():
            at = f"{mark}_{version}_{name}"
            st.text_area(head, start[name], key=at, placeholder=what, max_chars=LONGEST, height=HIGH)
        editing.author_field(f"{mark}_{version}_av")
        st.form_submit_button("Spara", type="primary", on_click=_save, args=args)


def _save(kind: Written[B], key: str, version: int, build: str) -> None:
    mark = f"{kind.of.kind}_{key}"
    words = {name: str(st.session_state.get(f"{mark}_{version}_{name}") or "").strip() for name in kind.fields}
    name = editing.author(f"{mark}_{version}_av")
    st.session_state[f"{mark}_mine"] = words
    if not any(words.values()):
        st.session_state[f"{mark}_said"] = (True, "Texten är tom. Skriv i minst en ruta, eller ta bort den nedan.")
        return
    try:
        texts().save(kind.of.model_validate(words), key, author=name, seen=version, data_version=build)
    except ChangedMeanwhileError:
        other = "Någon annan har sparat en ny version medan du skrev. Den står överst. Din text finns kvar i rutorna: "
        st.session_state[f"{mark}_said"] = (True, f"{other}för ihop dem och spara igen.")
    except ValidationError:
        st.session_state[f"{mark}_said"] = (True, f"Texten är för lång. Korta den till {LONGEST} tecken i varje ruta.")
    except RusError as error:
        st.session_state[f"{mark}_said"] = (True, str(error))
    else:
        st.session_state.pop(f"{mark}_mine")
        st.session_state[f"{mark}_said"] = (False, "Texten är sparad.")


def _versions(kind: Written[B], key: str, versions: list[Kept[B]]) -> None:
    if not versions:
        return
    mark, newest = f"{kind.of.kind}_{key}", versions[0]
    with st.expander(f"Alla versioner ({len(versions)})"):
        rows = [(_name(v), v.author or "–", v.data_version or "–", _first(kind, v)) for v in versions]
        table(("Version", "Av", "Dataversion", "Börjar"), rows, caption="Alla versioner", widths=("26%", "18%", "22%"))
        earlier = {v.version: v for v in versions[1:] if v.body is not None}
        if earlier:
            chosen = st.selectbox(
                "Tidigare version", list(earlier), format_func=lambda n: _name(earlier[n]), key=f"{mark}_earlier"
            )
            parts = kind.words(earlier[chosen].body).items()
            frame.html("".join(f"<b>{frame.text(kind.fields[n][0])}</b>{_paragraphs(w)}" for n, w in parts if w))
            args = (kind, key, earlier[chosen], newest.version)
            st.button("Ta tillbaka den här versionen", key=f"{mark}_back", on_click=_bring_back, args=args)
        if newest.body is not None:
            args_gone = (kind, key, newest.version)
            st.button("Ta bort texten", key=f"{mark}_gone", type="tertiary", on_click=_remove, args=args_gone)
        frame.html('<p class="note">Ingenting skrivs över: också en borttagen text kan tas tillbaka.</p>')


def _name(kept: Kept[B]) -> str:
    return f"{kept.version}: {editing.moment(kept.saved_at)}"


def _first(kind: Written[B], kept: Kept[B]) -> str:
    if kept.body is None:
        return TAKEN_AWAY
    words = next((w for w in kind.words(kept.body).values() if w), "")
    return shorten(words, FIRST_WORDS, placeholder=" …")


def _bring_back(kind: Written[B], key: str, old: Kept[B], newest: int) -> None:
    assert old.body is not None
    body, name = old.body, str(st.session_state.get(editing.AUTHOR, ""))
    _told(
        kind,
        key,
        f"Version {old.version} är tillbaka, som en ny version.",
        lambda: texts().save(body, key, author=name, seen=newest, data_version=old.data_version),
    )


def _remove(kind: Written[B], key: str, newest: int) -> None:
    name = str(st.session_state.get(editing.AUTHOR, ""))
    done = "Texten är borttagen. Den finns kvar bland versionerna."
    _told(kind, key, done, lambda: texts().remove(kind.of, key, author=name, seen=newest))


def _told(kind: Written[B], key: str, done: str, change: Callable[[], object]) -> None:
    mark = f"{kind.of.kind}_{key}"
    try:
        change()
    except RusError as error:
        st.session_state[f"{mark}_said"] = (True, str(error))
    else:
        st.session_state.pop(f"{mark}_mine", None)
        st.session_state[f"{mark}_said"] = (False, done)
