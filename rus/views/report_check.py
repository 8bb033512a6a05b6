"""Innan ni skickar rapporten: what is not as it should be, where, and what to do about it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rus.catalogue.catalogue import Catalogue
from rus.store.store import Store
from rus.texts.approvals import Spoken
from rus.views.about_words import Term
from rus.views.figures import oldest_judged
from rus.views.report import Chapter, Drawn, Report
from rus.views.slide_shown import SlideView

ABBREVIATION = re.compile(r"\b[A-ZÅÄÖ]{2,}\b")
FIGURE = re.compile(r"(?<![\w.])\d+(?:[ \u00a0]\d{3})*(?:,\d+)?")
A_YEAR = re.compile(r"(?:19|20)\d\d")
SHORT = 90
REPORT, REVIEW = "rapport", "rap_granska"
"""The page itself, and what says in its address which chapter's sentences are to be read and approved."""
KINDS = {
    "text": "Texter som har fel eller saknas",
    "hand": "Tal och riktningsord som inte är bundna till data",
    "alt": "Diagram utan text för den som inte ser",
    "abbreviation": "Förkortningar som inte är förklarade",
    "provisional": "Preliminära uppgifter",
    "old": "Serier som är avslutade eller för gamla",
    "conclusion": "Slutsatser som inte är skrivna",
    "approval": "Meningar som ingen har granskat",
}
"""Kind → heading, in the order to mend them."""


@dataclass(frozen=True)
class Issue:
    """One thing: in which chapter, what, what to do, and the address where it is done ("" where that is a file)."""

    kind: str
    where: str
    what: str
    do: str
    page: str = ""
    parameters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Written:
    """What people have written: conclusions by challenge area (None where there is none), each chapter's sentences."""

    conclusions: Mapping[str, str | None]
    sentences: Mapping[str, tuple[Spoken, ...]]


def issues(found: Report, written: Written, glossary: Iterable[Term], stale: Mapping[str, str]) -> tuple[Issue, ...]:
    """Everything to look at before the report is sent, by kind.

    Args:
        found: the report.
        written: what people have written.
        glossary: the words explained on the page Om.
        stale: indicator → why its series is not to be relied on (`stale_series`).
    """
    explained = " ".join(f"{term.term} {term.meaning}" for term in glossary)
    every: list[Issue] = [Issue("text", "Filerna", lost, "Byt namn på filen eller ta bort den") for lost in found.lost]
    for chapter in found.chapters:
        said = _said(chapter, written)
        every += _texts(chapter)
        every += _by_hand(chapter, written)
        every += _charts(chapter)
        every += _abbreviations(chapter, said, explained)
        every += _provisional(chapter)
        every += _old(chapter, stale)
        every += _unwritten(chapter, written)
        every += _unread(chapter, written.sentences.get(chapter.id, ()))
    order = list(KINDS)
    return tuple(sorted(dict.fromkeys(every), key=lambda issue: order.index(issue.kind)))


def stale_series(store: Store, catalogue: Catalogue) -> dict[str, str]:
    """Indicators whose owner has ended the series, or whose newest figure is too old to be judged, and why."""
    oldest, found = oldest_judged(store), {}
    for row in store.coverage().to_dict("records"):
        indicator = catalogue.indicators.get(str(row["indicator"]))
        if indicator is None or not row["n_values"]:
            continue
        ended = [s.retired for s in indicator.series if s.retired and s.role == "value"]
        if ended and len(ended) == sum(s.role == "value" for s in indicator.series):
            found[indicator.id] = f"{indicator.short}: serien är avslutad. {ended[0]}"
        elif oldest and int(row["last_year"]) < oldest:
            found[indicator.id] = f"{indicator.short}: den nyaste siffran är från {int(row['last_year'])}"
    return found


def drawn_indicators(drawn: Drawn) -> tuple[str, ...]:
    """The measures that a view shows."""
    view = drawn.shown
    if isinstance(view, str):
        return ()
    return tuple(i.indicator.id for i in (view.shown, view.equality) if i)


def _texts(chapter: Chapter) -> Iterator[Issue]:
    for problem in chapter.text.problems:
        yield Issue("text", chapter.title, problem, "Rätta filen. rus check visar alla fel på en gång")
    if not chapter.written:
        do = f"Skriv data/report/{chapter.id}.md"
        yield Issue("text", chapter.title, "Kapitlet har ingen egen text", do)
    for drawn in chapter.drawn:
        why = drawn.shown if isinstance(drawn.shown, str) else drawn.shown.empty and drawn.shown.empty.what
        if why:
            yield Issue("text", chapter.title, f"Ett diagram går inte att visa: {why}", "Ändra views i kapitlets fil")


def _by_hand(chapter: Chapter, written: Written) -> Iterator[Issue]:
    for hand in chapter.text.by_hand:
        what = f"”{hand.words}” på rad {hand.line} i {hand.file}"
        do = "Hämta talet med v(…), eller skriv fixed(…) om det alltid gäller"
        if not hand.number:
            do = "Hämta ordet med moved(…), went(…) eller trend(…)"
        yield Issue("hand", chapter.title, what, do)
    for number_ in FIGURE.findall(written.conclusions.get(chapter.id) or ""):
        if not A_YEAR.fullmatch(number_):
            do = "Läs om det stämmer med siffrorna i den här versionen"
            yield Issue("hand", chapter.title, f"”{number_}” i analysens slutsats", do, chapter.page, _end())


def _charts(chapter: Chapter) -> Iterator[Issue]:
    for drawn in chapter.drawn:
        if isinstance(drawn.shown, SlideView) and not drawn.shown.empty and not drawn.shown.alt.strip():
            do = "Välj en annan vy, eller visa siffrorna som tabell"
            yield Issue("alt", chapter.title, f"Diagrammet ”{drawn.shown.title}”", do, drawn.shown.page)


def _abbreviations(chapter: Chapter, said: str, explained: str) -> Iterator[Issue]:
    for short in dict.fromkeys(ABBREVIATION.findall(said)):
        if not re.search(rf"\b{short}\b", explained) and f"({short})" not in said:
            do = "Skriv ut det hela namnet första gången, eller förklara förkortningen i ordlistan"
            yield Issue("abbreviation", chapter.title, f"Förkortningen {short}", do, "om", (("om_flik", "Ordlista"),))


def _provisional(chapter: Chapter) -> Iterator[Issue]:
    found = {u.indicator: u.name for u in chapter.text.used if u.provisional}
    found |= {c.row.indicator: c.row.name for c in chapter.cards if c.row.provisional}
    for drawn in chapter.drawn:
        view = drawn.shown
        if isinstance(view, SlideView) and view.shown and view.shown.rows["provisional"].any():
            found[view.shown.indicator.id] = view.shown.indicator.short
    for indicator, name in found.items():
        do = "Skriv att siffran är preliminär, eller vänta på den slutliga"
        yield Issue("provisional", chapter.title, name, do, "utforska", (("ind", indicator),))


def _old(chapter: Chapter, stale: Mapping[str, str]) -> Iterator[Issue]:
    shown = [u.indicator for u in chapter.text.used] + [c.row.indicator for c in chapter.cards]
    shown += [i for d in chapter.drawn for i in drawn_indicators(d)]
    for indicator in dict.fromkeys(shown):
        if indicator in stale:
            do = "Byt mått, eller skriv hur gammal siffran är"
            yield Issue("old", chapter.title, stale[indicator], do, "indikatorer", (("kat_ind", indicator),))


def _unwritten(chapter: Chapter, written: Written) -> Iterator[Issue]:
    if chapter.challenge and not written.conclusions.get(chapter.id):
        do = "Skriv nuläge, önskat läge, gap och förslag på områdets sida"
        yield Issue("conclusion", chapter.title, "Analysens slutsats är inte skriven", do, chapter.page, _end())


def _unread(chapter: Chapter, said: tuple[Spoken, ...]) -> Iterator[Issue]:
    unread = [one.text for one in said if not one.approved]
    if unread:
        first = unread[0] if len(unread[0]) <= SHORT else f"{unread[0][:SHORT].rsplit(' ', 1)[0]} …"
        more = f" och {len(unread) - 1} till" if len(unread) > 1 else ""
        do = "Granska meningarna i kapitlet"
        yield Issue("approval", chapter.title, f"”{first}”{more}", do, REPORT, ((REVIEW, chapter.id),))


def _said(chapter: Chapter, written: Written) -> str:
    spoken = [one.text for one in written.sentences.get(chapter.id, ())]
    return " ".join([chapter.lead, *chapter.text.paragraphs, written.conclusions.get(chapter.id) or "", *spoken])


def _end() -> tuple[tuple[str, str], ...]:
    return (("utm_flik", "Analysens slutsats"),)
