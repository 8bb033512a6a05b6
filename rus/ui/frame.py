"""The frame that every page stands in: head, surfaces, words in our own classes, empty states."""

import html as escape
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from rus.core.swedish import HARD_SPACE
from rus.ui import cached
from rus.ui.parts import apart, html, surface, together
from rus.views.foot import foot
from rus.views.status import StatusWord

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator
    from streamlit.navigation.page import Page


__all__ = [
    "Here",
    "apart",
    "card",
    "chip",
    "empty",
    "enter",
    "finding",
    "footer",
    "frame",
    "here",
    "href",
    "html",
    "notices",
    "page_head",
    "page_link",
    "soft",
    "source",
    "text",
    "together",
]
FOOT: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("om", "Om siffrorna", {}),
    ("om", "Tillgänglighet", {"om_flik": "Tillgänglighet"}),
    ("projekt", "Projekt", {}),
)
"""What every page ends with: address, label, parameters. The law wants the accessibility statement there."""


NUMBER_AND_WORD = re.compile(r"(?<=\d) (?=\w)")


@dataclass(frozen=True)
class Here:
    """Where a run is: the address of its page, the build it shows, and the pages one can go to, by address."""

    address: str = ""
    build: str = ""
    pages: "dict[str, Page]" = field(default_factory=dict)


_here: ContextVar[Here] = ContextVar("here", default=Here())  # noqa: B039  # frozen, and set anew by every run


def enter(here: Here) -> None:
    """Remember where this run is; `app.py` does it before the page runs."""
    _here.set(here)


def here() -> Here:
    """Where this run is."""
    return _here.get()


def text(words: object) -> str:
    """Words made safe to stand in markup."""
    return escape.escape(str(words))


def page_head(
    eyebrow: str, title: str, *, lead: str | None = None, trail: Sequence[tuple[str, str]] = ()
) -> "DeltaGenerator":
    """Breadcrumb, the page's one h1, and a sentence or two.

    Args:
        eyebrow: above the title.
        title: of the page.
        lead: below it.
        trail: text and link of what lies above, before the eyebrow.

    Returns:
        The place for the page's actions, to the right of the title; may stay empty.
    """
    with st.container(key="top_head", horizontal=True, vertical_alignment="bottom", gap="medium"):
        with st.container(key="h_head", gap=None):
            above = "".join(f'<a href="{link}">{text(name)}</a> › ' for name, link in trail)
            html(f'<p class="eyebrow">{above}{text(eyebrow)}</p>')
            st.title(title, anchor=False)
            if lead:
                html(f'<p class="lead">{_held(text(lead)) if " · " in lead else text(lead)}</p>')
        return st.container(key="a_head", horizontal=True, horizontal_alignment="right", width="content")


def _held(words: str) -> str:
    """Words in which no line begins with a dot, and no number stands last on one."""
    return NUMBER_AND_WORD.sub(HARD_SPACE, words.replace(" · ", f"{HARD_SPACE}· "))


@contextmanager
def card(key: str, *, stretch: bool = True) -> Iterator[None]:
    """A surface with the accent on top; in a row of columns all are of one height."""
    with surface(f"card_{key}", stretch=stretch):
        yield


@contextmanager
def frame(key: str, *, stretch: bool = True) -> Iterator[None]:
    """A surface with a hairline around it; its last element is held at the bottom, which is where the source goes."""
    with surface(f"frame_{key}", stretch=stretch):
        yield


@contextmanager
def soft(key: str, *, stretch: bool = False) -> Iterator[None]:
    """A quiet surface for explanations."""
    with surface(f"soft_{key}", stretch=stretch):
        yield


def finding(title: str, subtitle: str = "", *, big: bool = False) -> None:
    """The sentence over a chart and, below it, what is measured, for whom, where and when."""
    below = f'<p class="sub">{text(subtitle)}</p>' if subtitle else ""
    html(f'<h2 class="find{" big" if big else ""}">{text(title)}</h2>', below)


def source(line: str) -> None:
    """The source line at the bottom of a surface."""
    html(f'<p class="src">{text(line)}</p>')


def chip(status: StatusWord) -> str:
    """Icon and words of a status, as markup: never colour alone. The stylesheet draws the icon before the words."""
    return f'<span class="chip {status.css}">{text(status.words)}</span>'


def empty(what: str, why: str, do: str = "") -> None:
    """Nothing to show: what is missing, why, and what one can do."""
    last = f"<p>{text(do)}</p>" if do else ""
    html(f'<div class="empty"><b>{text(what)}</b><p>{text(why)}</p>{last}</div>')


def notices(sentences: Iterable[str]) -> None:
    """What a reader must know before the page."""
    for sentence in sentences:
        st.warning(sentence, icon=":material/info:")


def page_link(address: str, label: str, **parameters: str) -> None:
    """A link to another page that keeps the session; nothing where that page is not in the app."""
    page = here().pages.get(address)
    if page is not None:
        st.page_link(page, label=label, icon=":material/arrow_forward:", query_params=parameters, icon_position="right")


def href(address: str, **parameters: str) -> str:
    """The same link inside markup. It opens the page anew, so it is for lists too long for a widget a row."""
    return escape.escape(f"{address or '.'}?{urlencode(parameters)}" if parameters else address or ".")


def footer(switch: str = "") -> None:
    """Which figures these are: data version, newest year per owner, when they were fetched.

    Args:
        switch: a link to the page in another language, as markup.
    """
    about = cached.shared(foot, here().build, here().build)
    owners = "".join(f"<span>{text(line)}</span>" for line in about.owners)
    links = " · ".join(
        [
            f'<a href="{href(address, **tab)}">{text(label)}</a>'
            for address, label, tab in FOOT
            if address in here().pages
        ]
        + [switch] * bool(switch)
    )
    version = f'<strong title="{text(here().build)}">Dataversion {text(about.version)}</strong>'
    html(f'<div class="foot">{version}{owners}<span>{text(about.retrieved)}</span><span class="r">{links}</span></div>')
