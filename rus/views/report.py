"""The report "Läget i länet": its chapters, what is drawn in each, and the sentences that people are to approve."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from rus.catalogue.catalogue import Catalogue
from rus.core.errors import RusError
from rus.store.store import Store
from rus.texts.kinds import ReportLock
from rus.texts.report import ChapterFile
from rus.views.challenge import ChallengeView, challenge_view
from rus.views.challenge_tabs import Card, cards_of
from rus.views.report_text import Rendered, rendered
from rus.views.slide import EXPLORE, slide_view
from rus.views.slide_shown import SlideView
from rus.views.start import StartView, start_view
from rus.views.tiles import tile_choices

SUMMARY, GOALS, EQUALITY, KOMMUNER, METHOD = "sammanfattning", "malstatus", "jamlikhet", "kommuner", "metod"
TITLES = {
    SUMMARY: "Sammanfattning",
    GOALS: "Målstatus",
    EQUALITY: "Jämlikhet",
    KOMMUNER: "Kommunerna",
    METHOD: "Metod och kvalitet",
}
Ask = Callable[..., Any]
"""Gives what a function of `rus.views` gives for one build."""
PAGES = {SUMMARY: "", GOALS: GOALS, EQUALITY: EQUALITY, KOMMUNER: "kommuner", METHOD: "data-och-kvalitet"}
"""Chapter → the address of the page that shows more of the same."""


@dataclass(frozen=True)
class Drawn:
    """A view that a chapter draws: its address and what it shows, or the friendly word about why it can't."""

    address: str
    shown: SlideView | str

    @property
    def place(self) -> str:
        """Where its headline is approved: a challenge area's own chart has the place that it has on that page."""
        if isinstance(self.shown, str):
            return ""
        view = self.shown
        if view.shown and view.page != EXPLORE:
            return f"lead-{view.shown.indicator.id}"
        about = f"{view.shown.indicator.id}-{view.shown.choice.chart}" if view.shown else view.measure
        return f"rapport-{view.page}-{about}"


@dataclass(frozen=True)
class Chapter:
    """One chapter.

    `page` is the address of the page that shows more; `lead` what a challenge area is about. `written`: there is a file
    with its text. `cards` are a challenge area's measures; `indicators` everything that the chapter is about.
    """

    id: str
    title: str
    page: str
    lead: str
    text: Rendered
    written: bool
    drawn: tuple[Drawn, ...]
    cards: tuple[Card, ...]
    challenge: ChallengeView | None
    indicators: tuple[str, ...]

    @property
    def sentences(self) -> tuple[tuple[str, str], ...]:
        """(place, sentence) of its charts and cards."""
        shown = [(d.place, d.shown) for d in self.drawn]
        titles = [(place, view.title) for place, view in shown if isinstance(view, SlideView) and not view.empty]
        return (*titles, *((f"{self.id}-{card.row.indicator}", card.sentence) for card in self.cards))


@dataclass(frozen=True)
class Report:
    """All chapters in order.

    `start` is the first page's view, whose sentences open the summary; `lost` are files that belong to no chapter.
    """

    chapters: tuple[Chapter, ...]
    start: StartView
    lost: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Whether there is no figure to report."""
        return not self.start.shown

    def sentences_of(self, chapter: Chapter) -> tuple[tuple[str, str], ...]:
        """(place, sentence) of everything written by rule in a chapter, with the places of the other pages."""
        heads = self.start.findings.heads if chapter.id == SUMMARY else ()
        own = ((f"start-{h.status.id}", f"{h.status.words}, {h.count}. {h.text}") for h in heads)
        return (*own, *chapter.sentences)


def unchanged(ask: Ask, catalogue: Catalogue, locked: ReportLock) -> Report:
    """A locked report: the words that it had, and the views that it drew, on the figures of its data version."""
    files = tuple(ChapterFile(one.id, "", one.title, one.views, ()) for one in locked.chapters)
    found, words = report(ask, catalogue, files), {one.id: one.paragraphs for one in locked.chapters}
    kept = (replace(c, text=Rendered(words[c.id]), written=True) for c in found.chapters if c.id in words)
    return replace(found, chapters=tuple(kept))


def chapter_ids(catalogue: Catalogue) -> list[str]:
    """Ids of the chapters in order; a challenge area's is its own."""
    return [SUMMARY, *(c.id for c in catalogue.challenges), GOALS, EQUALITY, KOMMUNER, METHOD]


def report(ask: Ask, catalogue: Catalogue, files: tuple[ChapterFile, ...]) -> Report:
    """The report of a build, put together of the same views as the other pages.

    Args:
        ask: gives what `make(store, catalogue, …)` gives for the build; pages hand over their cache.
        catalogue: of the build.
        files: the texts as they are written.
    """
    start: StartView = ask(start_view)
    texts: dict[str, Rendered] = ask(texts_of, files, tuple(head.count for head in start.findings.heads))
    by_id = {file.id: file for file in files}
    own = {name: (by_id.get(name), texts.get(name)) for name in chapter_ids(catalogue)}
    chapters = tuple(_chapter(ask, catalogue, name, written) for name, written in own.items())
    return Report(chapters, start, tuple(strangers(catalogue, files)))


def texts_of(
    store: Store, catalogue: Catalogue, files: tuple[ChapterFile, ...], counts: tuple[str, ...]
) -> dict[str, Rendered]:
    """The words of every file, by chapter."""
    return {file.id: rendered(store, catalogue, file, counts) for file in files}


def check_report(store: Store | None, catalogue: Catalogue, files: tuple[ChapterFile, ...]) -> list[str]:
    """Every problem in every file, for `rus check`.

    Args:
        store: the figures; None where only names and form can be tried.
        catalogue: to try the names in.
        files: the texts as they are written.
    """
    found = strangers(catalogue, files)
    found += [problem for file in files for problem in rendered(store, catalogue, file).problems]
    return found + (wrong_views(store, catalogue, files) if store else [])


def strangers(catalogue: Catalogue, files: Iterable[ChapterFile]) -> list[str]:
    """Files that belong to no chapter, as problems."""
    known = chapter_ids(catalogue)
    return [
        f"{file.file}: kapitlet finns inte; kapitel som finns: {', '.join(known)}"
        for file in files
        if file.id not in known
    ]


def wrong_views(store: Store, catalogue: Catalogue, files: Iterable[ChapterFile]) -> list[str]:
    """Views in the files that can't be drawn, as problems."""
    found = []
    for file in files:
        for drawn in _drawn(lambda make, *args: make(store, catalogue, *args), file.views or ()):
            if isinstance(drawn.shown, str):
                found.append(f"{file.file}: views: {drawn.address}: {drawn.shown}")
            elif drawn.shown.empty:
                found.append(f"{file.file}: views: {drawn.address}: {drawn.shown.empty.what}; välj en annan vy")
    return found


def _chapter(ask: Ask, catalogue: Catalogue, name: str, own: tuple[ChapterFile | None, Rendered | None]) -> Chapter:
    file, text = own
    area: ChallengeView | None = ask(challenge_view, name) if catalogue.challenge(name) else None
    about: tuple[str, ...] = ask(indicators_of, name)
    wanted = file.views if file and file.views is not None else _usual(catalogue, name, area, about)
    return Chapter(
        id=name,
        title=(file.title if file else "") or (area.name if area else TITLES[name]),
        page=area.id if area else PAGES[name],
        lead=area.gap if area else "",
        text=text or Rendered(),
        written=bool(file and file.paragraphs),
        drawn=tuple(_drawn(ask, wanted)),
        cards=cards_of(catalogue, area) if area else (),
        challenge=area,
        indicators=about,
    )


def _usual(catalogue: Catalogue, name: str, area: ChallengeView | None, about: tuple[str, ...]) -> tuple[str, ...]:
    """What a chapter draws where its file names nothing."""
    if area:
        return (f"/{area.id}",) if area.leading else ()
    if name == EQUALITY and about:
        return ("/jamlikhet",)
    if name != KOMMUNER or not about:
        return ()
    kept = f"&geo={catalogue.here.region}&kon=T&jmf=riket&diagram=rangordning&utf_omr=lanet"
    return (f"/{EXPLORE}?ind={about[0]}{kept}",)


def _drawn(ask: Ask, addresses: Iterable[str]) -> Iterator[Drawn]:
    for address in addresses:
        try:
            yield Drawn(address, ask(slide_view, address))
        except RusError as err:
            yield Drawn(address, str(err))


def indicators_of(store: Store, catalogue: Catalogue, name: str) -> tuple[str, ...]:
    """What a chapter is about: a challenge area's measures, those with goals, those that are split; else all."""
    if catalogue.challenge(name):
        return tuple(i.id for i in catalogue.of_challenge(name))
    if name == GOALS:
        return tuple(i.id for i in catalogue.indicators.values() if i.goals)
    if name == EQUALITY:
        return tuple(dict.fromkeys(str(i) for i in store.gaps(region=catalogue.here.region)["indicator"]))
    if name == KOMMUNER:
        return tuple(identity for identity, _ in tile_choices(store, catalogue))
    return tuple(catalogue.indicators)
