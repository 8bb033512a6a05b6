"""The accessibility statement of the Om page, from the file that says how it is."""

import re
from functools import lru_cache
from pathlib import Path

import streamlit as st

from rus.catalogue.accessibility import PATH, Shortcoming, Statement, read_statement
from rus.core import paths
from rus.core.errors import CatalogueError
from rus.core.swedish import day
from rus.ui import cached, frame
from rus.ui.markup import bullets, pairs

CONFORMANCE = {
    "fully": "helt förenlig med lagen om tillgänglighet till digital offentlig service",
    "partly": "delvis förenlig med lagen om tillgänglighet till digital offentlig service",
    "not": "inte förenlig med lagen om tillgänglighet till digital offentlig service",
}
NOTHING_LEFT_OUT = "Inget innehåll är undantaget för att det skulle vara oskäligt betungande att anpassa (12 §)."
NO_ADDRESS = "Adress för synpunkter är inte inlagd ännu."
MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]+")
ALL_WITHIN = "Inget av innehållet ligger utanför lagen (9 §)."


def statement() -> Statement | None:
    """The statement as its file is now.

    Raises:
        CatalogueError: The file is wrong; the message names key and remedy.
    """
    path = paths.content() / PATH
    return _read(path, path.stat().st_mtime_ns) if path.is_file() else None


@lru_cache(maxsize=2)
def _read(path: Path, _changed: int) -> Statement | None:
    return read_statement(path.parents[2])


def accessibility() -> None:
    """How accessible the site is, honestly, with what the law wants told."""
    try:
        told = statement()
    except CatalogueError as error:
        frame.empty("Redogörelsen går inte att visa", "Filen med redogörelsen har fel.", " ".join(error.problems))
        return
    if told is None:
        frame.empty(
            "Tillgänglighetsredogörelsen är inte skriven",
            "Lagen kräver en redogörelse innan sidan läggs ut för allmänheten.",
            f"Den som sköter sidan skriver den i filen {PATH.as_posix()}.",
        )
        return
    _head(told)
    with frame.frame("shortcomings", stretch=False):
        frame.finding("Det som inte fungerar för alla", f"{len(told.shortcoming)} kända brister")
        for fault in told.shortcoming:
            _fault(fault)
    left, right = st.columns(2, gap="medium")
    with left, frame.frame("tried"):
        untried = (
            ('<h3 class="sec next">Det här är inte prövat</h3>', bullets(told.not_tried)) if told.not_tried else ()
        )
        frame.html('<h2 class="find">Så har vi prövat sidan</h2>', bullets(told.method), *untried)
    with right, frame.frame("left_out"):
        frame.html(
            '<h2 class="find">Undantag</h2>',
            bullets(told.burden or [NOTHING_LEFT_OUT]),
            '<h3 class="sec next">Det lagen inte omfattar</h3>',
            bullets(told.outside or [ALL_WITHIN]),
        )


def _head(told: Statement) -> None:
    left, right = st.columns([2, 1], gap="medium")
    with left, frame.card("statement"):
        frame.finding("Tillgänglighetsredogörelse", told.service)
        frame.html(
            '<div class="prose">',
            f"<p>{frame.text(told.actor)} står bakom sidan. Den ska kunna användas av alla. Här står hur långt det har "
            "nått, vad som brister och vad du kan göra i stället.</p>",
            f"<p><strong>Sidan är {CONFORMANCE[told.conformance]} (2018:1937).</strong></p></div>",
        )
        pairs([("Bedömd", day(told.assessed)), ("Senast ändrad", day(told.updated))])
    with right, frame.soft("report", stretch=True):
        whom = _whom(told, cached.catalogue(frame.here().build).here.contact)
        frame.html('<h2 class="sec">Säg till om något brister</h2>', whom, f"<p>{frame.text(told.contact_note)}</p>")
        link = frame.text(told.supervision_link)
        frame.html(
            '<h2 class="sec">Tillsyn</h2>',
            f'<p>{frame.text(told.supervision)} <a href="{link}">Anmäl till Digg</a></p>',
        )


def _whom(told: Statement, general: str | None) -> str:
    """Whom to tell: the statement's own address, else the site's (`contact` in place.toml), else who answers for it."""
    said = told.contact or general or ""
    if not said:
        ask = f"Vänd dig till {told.actor} och be att få tala med den som sköter den här sidan."
        return f"<p><strong>{NO_ADDRESS}</strong> {frame.text(ask)}</p>"
    words = frame.text(said)
    return f'<p><a href="mailto:{words}">{words}</a></p>' if MAIL.fullmatch(said) else f"<p>{words}</p>"


def _fault(fault: Shortcoming) -> None:
    whose = "byggverktygets fel" if fault.platform else "vårt fel"
    frame.html(
        f'<h3 class="sec">{frame.text(fault.what)}</h3>'
        f'<p class="sub">WCAG {frame.text(fault.criterion)} · {whose} · upptäckt {frame.text(day(fault.noticed))}</p>'
    )
    pairs(
        [
            ("Vem det drabbar", fault.hits),
            ("Orsak", fault.why),
            ("Gör så här i stället", fault.instead),
            ("Vad vi gör", fault.mending),
        ]
    )
