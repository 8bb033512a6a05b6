"""Words that stand together are one part of the page's tree, with the surfaces that hold words alone.

The browser has less to build for each click, and the server less to send: a surface with a chart is a place of
Streamlit's, one with words is markup.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

import streamlit as st


@dataclass
class _Surface:
    """An open surface: where in the words that wait it begins, and its place once something else is drawn on it."""

    key: str
    begins: int
    place: ExitStack = field(default_factory=ExitStack)
    drawn: bool = False

    def draw(self, *, stretch: bool = False) -> None:
        self.place.enter_context(st.container(key=self.key, height="stretch" if stretch else "content", gap="small"))
        self.drawn = True


@dataclass
class _Waiting:
    """Words that are not written yet, and the surfaces they stand on, the outermost first."""

    words: list[str] = field(default_factory=list)
    surfaces: list[_Surface] = field(default_factory=list)

    def write(self) -> None:
        """Write them, and make places of the surfaces that are open."""
        at = 0
        for surface in self.surfaces:
            if not surface.drawn:
                _part(self.words[at : surface.begins])
                at = surface.begins
                surface.draw()
        _part(self.words[at:])
        self.words.clear()


_together: ContextVar[_Waiting | None] = ContextVar("together", default=None)


def html(*parts: str) -> None:
    """Our own markup, in our own classes. Texts in it must have gone through `frame.text`."""
    markup, waiting = "".join(parts), _together.get()
    if waiting is None:
        st.html(f'<div class="rus">{markup}</div>')
    elif markup:
        waiting.words.append(f'<div class="rus">{markup}</div>')


@contextmanager
def together() -> Iterator[None]:
    """What is written here with `html` is one part of the page's tree, and looks as if each had its own.

    Anything else is drawn `apart`. Within another of its kind it belongs to that one. Words written before an error
    are shown all the same; before `st.stop`, which lets nothing more be drawn, they are not.
    """
    if _together.get() is not None:
        yield
        return
    waiting = _Waiting()
    outside = _together.set(waiting)
    try:
        yield
    finally:
        _together.reset(outside)
        waiting.write()


@contextmanager
def apart() -> Iterator[None]:
    """What is drawn here is no markup: what was written `together` before it is a part, what comes after another."""
    waiting = _together.get()
    outside = _together.set(None)
    try:
        if waiting:
            waiting.write()
        yield
    finally:
        _together.reset(outside)


@contextmanager
def surface(key: str, *, stretch: bool = False) -> Iterator[None]:
    """A surface whose look the stylesheet knows by its key; among what stands `together` it is as high as its words.

    Args:
        key: unique on the page.
        stretch: whether it is as high as what stands beside it, where it does not stand `together` with other things.
    """
    waiting = _together.get()
    mine = _Surface(key, len(waiting.words) if waiting else 0)
    with mine.place:
        if waiting is None:
            mine.draw(stretch=stretch)
            yield
            return
        waiting.surfaces.append(mine)
        try:
            yield
        finally:
            waiting.surfaces.remove(mine)
            if mine.drawn:
                with apart():
                    pass
            else:
                own = "".join(waiting.words[mine.begins :])
                waiting.words[mine.begins :] = [f'<div class="surf st-key-{key}">{own}</div>']


def _part(words: Sequence[str]) -> None:
    if words:
        st.html(f'<div class="parts">{"".join(words)}</div>')
