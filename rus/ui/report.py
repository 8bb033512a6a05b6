"""Rapport: which report the address asks for, its head, its contents, and what people have said in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.core.errors import CatalogueError, RusError
from rus.store.store import Store
from rus.texts.approvals import Spoken
from rus.texts.kinds import Conclusion, ReportLock
from rus.texts.report import ChapterFile, read_report
from rus.texts.reports import conclusion_then, locks, spoken_then
from rus.texts.texts import Kept, texts
from rus.ui import address, approval, cached, editing, frame
from rus.ui.explore_words import copy_popover
from rus.views.foot import foot
from rus.views.report import Chapter, Report, report, unchanged

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

TITLE = "Läget i länet – rapport"
PAGE, LOCK = "rapport", "rap_las"
SINCE, READY = "vad-som-har-andrats", "innan-ni-skickar"


@dataclass(frozen=True)
class Opened:
    """A report on the screen: open, with the newest words, or locked. `problems`: heads of files that are wrong."""

    report: Report
    build: str
    catalogue: Catalogue
    lock: Kept[ReportLock] | None = None
    problems: tuple[str, ...] = ()
    _said: dict[tuple[str, str], Spoken] = field(default_factory=dict)

    @property
    def locked(self) -> ReportLock | None:
        """What was locked."""
        return self.lock.body if self.lock else None

    def spoken(self, said: Iterable[tuple[str, str]]) -> tuple[Spoken, ...]:
        """Sentences of the report with what people have said of them, now or when the report was locked."""
        if not self._said:  # asked for once, since the page has many places with a sentence or two
            every = tuple(one for chapter in self.report.chapters for one in self.report.sentences_of(chapter))
            found = spoken_then(texts(), self.locked, every) if self.locked else approval.of(every, tell=True)
            self._said.update(zip(every, found, strict=True))
        return tuple(self._said[one] for one in said)

    def conclusion(self, area: str) -> Kept[Conclusion] | None:
        """An area's conclusion, now or when the report was locked; None where there is none, or it can't be read."""
        try:
            if self.locked:
                return conclusion_then(texts(), self.locked, area)
            return texts().newest(Conclusion, area)
        except RusError:
            return None  # the part of the page that tells that texts can't be read is `spoken`


def load() -> Opened | None:
    """The report in the address; None where it is locked to figures that are gone."""
    locked = asked()
    if locked is None or locked.body is None:
        build, catalogue = frame.here().build, cached.catalogue(frame.here().build)
        files, problems = _files()
        return Opened(cached.shared(_report, build, build, hash(files)), build, catalogue, None, problems)
    then = cached.frozen(locked.body.data_version)
    if then is None:
        return None
    frame.enter(replace(frame.here(), build=then))
    catalogue = cached.catalogue(then)
    return Opened(unchanged(_ask(then), catalogue, locked.body), then, catalogue, locked)


def _report(_: Store, catalogue: Catalogue, build: str, texts_as: int) -> Report:  # noqa: ARG001  # part of the key
    """The report with the texts as they are now: their own hash is the key, which is had in no time."""
    return report(_ask(build), catalogue, _files()[0])


def _ask(build: str) -> Any:  # noqa: ANN401  # `rus.views.report.Ask`
    return lambda make, *args: cached.shared(make, build, *args)


def _files() -> tuple[tuple[ChapterFile, ...], tuple[str, ...]]:
    """The texts, or why their heads can't be read: the report is then without them."""
    try:
        return read_report(), ()
    except CatalogueError as error:
        return (), tuple(error.problems)


def asked() -> Kept[ReportLock] | None:
    """The locked report that the address names."""
    key = address.private(LOCK)
    return next((kept for kept in locks(texts()) if kept.key == key), None) if key else None


def refused() -> None:
    """The figures that a report is locked to are gone: it does not open with others."""
    frame.page_head("Rapport", TITLE)
    frame.empty(
        "Den låsta rapporten går inte att öppna",
        "Dataversionen som den är låst till finns inte kvar här. Andra siffror kunde säga något annat än texten.",
        "Öppna rapporten med de senaste siffrorna i stället.",
    )
    frame.html(f'<p class="btns"><a class="btn main" href="{unlocked()}">Öppna den senaste</a></p>')


def unlocked() -> str:
    """Address of the open report with the newest figures."""
    choice = address.current_choice(cached.catalogue(frame.here().build)).with_(build=None)
    return frame.text(address.to(choice, **{LOCK: ""}))


def head(opened: Opened) -> "DeltaGenerator":
    """Title, what the report is of, and what can be done with it.

    Returns:
        The place for more actions.
    """
    about = cached.shared(foot, opened.build, opened.build)
    what = f"{opened.catalogue.here.name}. Dataversion {about.version}."
    title = opened.locked.title if opened.locked else TITLE
    actions = frame.page_head("Rapport" if opened.locked is None else "Rapport · låst", title, lead=what)
    if opened.lock:
        when = f"Låst {editing.moment(opened.lock.saved_at)}{editing.by(opened.lock.author)}."
        more = "Siffror, texter och granskningar är som de var då."
        newest = f'<a href="{unlocked()}">Öppna den senaste rapporten</a>'
        frame.html(f'<p class="banner locked">{frame.text(when)} {more} {newest}</p>')
    with actions:
        if opened.lock is None:
            editing.switch()
        choice = address.current_choice(opened.catalogue)
        copy_popover(address.link(choice, opened.build, None))
    return actions


def columns() -> "tuple[DeltaGenerator, DeltaGenerator]":
    """The contents beside the text; above it where there is little room."""
    with st.container(key="report"):
        left, right = st.columns([1, 3.2], gap="large")
    return left, right


def contents(opened: Opened) -> None:
    """Links to the chapters."""
    links = [(anchor(chapter), chapter.title) for chapter in opened.report.chapters]
    every = [*links, (SINCE, "Vad som har ändrats")]
    items = "".join(f'<li><a href="#{anchor_}">{frame.text(words)}</a></li>' for anchor_, words in every)
    frame.html(f'<nav class="toc" aria-label="Innehåll"><b>Innehåll</b><ol>{items}</ol></nav>')


def anchor(chapter: Chapter) -> str:
    """What a link to a chapter ends in."""
    return f"kapitel-{chapter.id}"
