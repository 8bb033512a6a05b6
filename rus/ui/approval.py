"""Automatic sentences: each is marked until an analyst approves it, in its own words or in theirs."""

import re
from collections.abc import Iterable, Sequence
from textwrap import shorten

import streamlit as st
from pydantic import ValidationError

from rus.core.errors import RusError
from rus.texts.approvals import Spoken, seen, spoken
from rus.texts.kinds import Approval
from rus.texts.texts import texts
from rus.ui import cards, editing, frame
from rus.views.findings_heads import Head

AUTO = "Automatisk text"
READ = "Granskad text"
SAID = "approval_said"
LONGEST = 1_000


def of(said: Iterable[tuple[str, str]], *, tell: bool = False) -> tuple[Spoken, ...]:
    """Each (place, sentence) with what people have said of it; unread where their texts can't be read.

    Args:
        said: the sentences of a part of the page.
        tell: whether this part tells that texts can't be read, which one on a page shall do.
    """
    said = tuple(said)
    try:
        return spoken(texts(), said)
    except RusError as error:
        if tell:
            with frame.apart():
                st.warning(str(error), icon=":material/edit_off:")
        return tuple(Spoken(place, auto) for place, auto in said)


def mark(one: Spoken) -> str:
    """The small words that say whether a person stands for a sentence, as markup."""
    if not one.approved:
        return f'<span class="auto">{AUTO}</span>'
    title = f"Granskad {editing.moment(one.saved_at)}{editing.by(one.author)}"
    own = ", egna ord" if one.own else ""
    return f'<span class="auto read" title="{frame.text(title)}">{READ}{own}</span>'


def heads(place: str, sentences: Sequence[Head]) -> None:
    """The three sentences of a page: the analyst's own words where there are any, each with its mark."""
    said = of(((f"{place}-{h.status.id}", f"{h.status.words}, {h.count}. {h.text}") for h in sentences), tell=True)
    cards.heads(sentences, [(one.own, mark(one)) for one in said])
    review(said)


def finding(place: str, title: str, subtitle: str = "", *, big: bool = False) -> str:
    """`frame.finding` for a title made from figures: marked, and to be approved where texts are edited.

    Returns:
        The words that stand there.
    """
    (one,) = of([(place, title)])
    below = f'<p class="sub">{frame.text(subtitle)}</p>' if subtitle else ""
    kind = "find big" if big else "find"
    frame.html(f'<h2 class="{kind}">{frame.text(one.text)}</h2><p class="marks">{mark(one)}</p>', below)
    review([one])
    return one.text


def review(every: Sequence[Spoken]) -> None:
    """One button a sentence, with a form behind it; nothing where texts are not edited."""
    if not editing.on() or not every:
        return
    key = f"review_{every[0].key.replace(':', '_')}"
    with frame.apart(), st.container(key=key, horizontal=True, gap="small"):
        for one in every:
            icon = ":material/check:" if one.approved else ":material/rate_review:"
            with st.popover(_short(one.text), icon=icon, type="tertiary", key=f"godkann_{one.key}"):
                _form(one)


def _short(sentence: str) -> str:
    return f"Granska: {shorten(re.split('[:,]', sentence)[0], 40, placeholder=' …')}"


def _form(one: Spoken) -> None:
    key, version = one.key, seen(texts(), one.key)
    frame.html(f'<p class="sub">Ur siffrorna: {frame.text(one.auto)}</p>')
    if one.approved:
        when = editing.moment(one.saved_at)
        frame.html(f'<p class="note">Godkänd {frame.text(when)}{frame.text(editing.by(one.author))}.</p>')
    at = f"{key}_{version}"
    st.text_area("Egna ord (tomt: texten ur siffrorna)", one.own, key=f"{at}_ord", max_chars=LONGEST, height=110)
    editing.author_field(f"{at}_av")
    st.button("Godkänn", key=f"{at}_ja", type="primary", on_click=_approve, args=(one, version, frame.here().build))
    if one.approved:
        st.button("Ta tillbaka godkännandet", key=f"{at}_nej", on_click=_withdraw, args=(one, version))
    frame.html('<p class="note">Godkännandet gäller just den här meningen. Ändras siffrorna är texten ogranskad.</p>')
    if said := st.session_state.pop(f"{SAID}_{key}", ""):
        st.error(said)


def _approve(one: Spoken, version: int, build: str) -> None:
    at = f"{one.key}_{version}"
    own = str(st.session_state.get(f"{at}_ord") or "").strip()
    try:
        body = Approval(sentence=one.auto, own_words="" if own == one.auto else own)
        name = editing.author(f"{at}_av")
        texts().save(body, one.key, author=name, seen=version, data_version=build)
    except ValidationError:
        st.session_state[f"{SAID}_{one.key}"] = f"Texten är för lång. Korta den till {LONGEST} tecken."
    except RusError as error:
        st.session_state[f"{SAID}_{one.key}"] = str(error)


def _withdraw(one: Spoken, version: int) -> None:
    try:
        name = editing.author(f"{one.key}_{version}_av")
        texts().remove(Approval, one.key, author=name, seen=version)
    except RusError as error:
        st.session_state[f"{SAID}_{one.key}"] = str(error)
