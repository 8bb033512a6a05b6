"""What Data & kvalitet is made of: coverage, fetches, breaks, and what the tabs share."""

from collections.abc import Callable, Collection, Sequence

import streamlit as st

from rus.core.swedish import number
from rus.ui import cached, frame, page_choice, pickers
from rus.ui.downloads import downloads_of
from rus.ui.folds import fold
from rus.ui.markup import labelled, pairs
from rus.views.quality import areas
from rus.views.quality_breaks import NOISE, Caution, by_kind, cautions, cautions_sheet
from rus.views.quality_checks import DONE, MEANING, Finding, by_severity, checked, findings_sheet
from rus.views.quality_coverage import LEVELS, Reach, Row, coverage, coverage_sheet
from rus.views.quality_fetches import Entry, log, log_sheet
from rus.views.quality_parts import MANY, Line, Part, by_theme
from rus.views.sheet import file_stem

FURTHER = "kv_fler"
FIRST_SHOWN, MORE = 20, 40


def pick_area(key: str) -> str:
    """A picker of challenge area or theme; gives its id, empty for all."""
    names = areas(cached.catalogue(frame.here().build))
    changed = page_choice.keep(key, names)
    pickers.say_strange(page_choice.strange(key, names))
    picked = st.selectbox(
        "Visa mått i", list(names), format_func=names.__getitem__, key=key, on_change=changed, width=320
    )
    return str(picked or "")


def link(indicator: str, words: str, **parameters: str) -> str:
    """An indicator's name as markup that leads to its figures."""
    return f'<a href="{frame.href("utforska", ind=indicator, **parameters)}">{frame.text(words)}</a>'


def rows_table(
    columns: Sequence[str], rows: Sequence[Sequence[str]], *, caption: str, numbers: Collection[int] = ()
) -> None:
    """A table of markup: the head stays in sight while it is scrolled; on a phone each cell carries its own."""
    with st.container(key=f"long_{file_stem(caption)[:-11]}"):
        labelled(columns, rows, caption=caption, numbers=numbers)


def in_parts(
    parts: Sequence[Part[Line]], key: str, draw: Callable[[Sequence[Line], str], None], caption: str, *, opened: int = 0
) -> None:
    """Each part of a long table in a fold that says how many rows it has; what has no words of its own as it is.

    Args:
        parts: in order.
        key: the beginning of the folds' keys.
        draw: draws the table of some rows with its caption.
        caption: of the whole table; a part's words are added.
        opened: how many of the first stand open, with their words as a heading.
    """
    for n, part in enumerate(parts):
        name = f"{caption} {part.words}".strip()
        if not part.words:
            draw(part.rows, name)
        elif n < opened:
            frame.html(f'<h3 class="sec next">{frame.text(part.words)} ({len(part.rows)})</h3>')
            draw(part.rows, name)
        else:
            with fold(f"**{part.words}** ({len(part.rows)})", f"{key}_{part.id}") as place:
                if place.open:
                    draw(part.rows, name)


def reach() -> None:
    """How far the figures reach, and why not farther."""
    build = frame.here().build
    within = pick_area("kv_tackning")
    found = cached.shared(coverage, build, within)
    with frame.frame("coverage", stretch=False):
        frame.finding(found.finding, "Nyaste period med uppgift, och hur många platser som har en")
        if within:
            _coverage(found.rows, "Täckning")
        else:
            _by_theme(found.rows)
        downloads_of(lambda: coverage_sheet(cached.catalogue(build), found, build), file_stem("tackning"), "coverage")


def _by_theme(rows: Sequence[Row]) -> None:
    """All rows, subject by subject: hundreds at once are neither read nor sent."""
    here = cached.catalogue(frame.here().build)
    for theme in here.themes:
        own = [r for r in rows if here.indicators[r.indicator].theme == theme.id]
        if own:
            lack = sum(r.empty for r in own)
            waiting = f", {lack} väntar på uppgifter" if lack else ""
            with fold(f"**{theme.name}**: {len(own)} rader{waiting}", f"kv_tackning_{theme.id}") as place:
                if place.open:
                    _coverage(own, f"Täckning {theme.name}")


def _coverage(found: Sequence[Row], caption: str) -> None:
    rows = [
        (
            link(r.indicator, r.name, grp=r.group),
            frame.text(r.sexes),
            *(_reach(one) for one in r.reach),
            f"<small>{frame.text(r.reason)}</small>" if r.reason else "",
        )
        for r in found
    ]
    heads = ["Mått och grupp", "Kvinnor och män", *LEVELS.values(), "Varför något saknas"]
    rows_table(heads, rows, caption=caption, numbers=(2, 3, 4))


def _reach(found: Reach) -> str:
    if not found.regions:
        return '<span aria-label="uppgift saknas">..</span>'
    return f'{frame.text(found.newest)}<small class="nb">{found.regions} av {found.of}</small>'


def checks() -> None:
    """What the checks of the figures found."""
    build = frame.here().build
    within = pick_area("kv_kontroller")
    found = cached.shared(checked, build, within)
    left, right = st.columns([2, 1], gap="medium")
    with left, frame.frame("findings", stretch=False):
        frame.finding(found.finding)
        if found.findings:
            for grave in by_severity(found.findings):
                parts = by_theme(grave.rows, cached.catalogue(build))
                in_parts(parts, f"kv_kontroller_{grave.id}", _found, f"Kontroller {grave.words}")
            downloads_of(
                lambda: findings_sheet(cached.catalogue(build), found, build), file_stem("kontroller"), "findings"
            )
    with right, frame.soft("severities"):
        frame.html('<h2 class="sec">Så kontrolleras siffrorna</h2>', f"<p>{frame.text(DONE)}</p>")
        pairs(MEANING)


def _found(findings: Sequence[Finding], caption: str) -> None:
    rows = [
        (
            frame.chip(f.severity),
            f"{link(f.indicator, f.name) if f.indicator else ''}<small>{frame.text(f.series)}</small>",
            f"{frame.text(f.check)}<small>{frame.text(f.short)}</small>",
            number(f.rows),
        )
        for f in findings
    ]
    rows_table(["Allvar", "Mått", "Vad som hittades", "Siffror"], rows, caption=caption, numbers=(3,))


def fetches() -> None:
    """Every fetch of the build: source, time, rows, hash."""
    build = frame.here().build
    found = cached.shared(log, build)
    if not found.entries:
        frame.empty("Inga hämtningar", "Den här dataversionen har inga siffror.", "Kör rus update.")
        return
    with frame.frame("fetch_log", stretch=False):
        frame.finding(found.finding, "De senaste först. Varje hämtning har en egen sida, som alla siffror leder till.")
        room = FIRST_SHOWN + MORE * page_choice.times(FURTHER)
        _log(found.entries[:room])
        if len(found.entries) > room:
            page_choice.more(FURTHER, "kv_visa_fler")
        downloads_of(lambda: log_sheet(cached.catalogue(build), found, build), file_stem("hamtningar"), "fetches")


def _log(entries: Sequence[Entry]) -> None:
    rows = [
        (
            f'<a href="{frame.href("om", fetch=e.id)}">{frame.text(e.owner)}</a>',
            f"{frame.text(e.series)}<small>{frame.text(e.kind)}. {frame.text(e.asked)}</small>",
            f'<span class="nb">{frame.text(e.when)}</span>',
            number(e.rows) if e.rows is not None else "..",
            f'<code title="{frame.text(e.hash)}">{frame.text(e.hash[:12])}</code>',
        )
        for e in entries
    ]
    columns = ["Ägare", "Varifrån", "När", "Rader", "Kontrollsumma"]
    rows_table(columns, rows, caption="Hämtningar", numbers=(3,))


def breaks() -> None:
    """Where figures must not be compared straight off."""
    build = frame.here().build
    within = pick_area("kv_brott")
    found = cached.shared(cautions, build, within)
    cuts = sum(c.kind == "Brott" for c in found)
    with frame.frame("cautions", stretch=False):
        said = f"{cuts} brott i serierna och {len(found) - cuts} andra saker att tänka på"
        frame.finding(said if found else "Inga brott eller avrundningar är kända")
        if found:
            kinds = by_kind(found) if len(found) > MANY else (Part("", "", found),)
            in_parts(kinds, "kv_brott", _cautions, "Brott och avrundningar", opened=1)
        frame.html(f'<p class="note">{frame.text(NOISE)}</p>')
        downloads_of(lambda: cautions_sheet(cached.catalogue(build), found, build), file_stem("brott"), "cautions")


def _cautions(rows: Sequence[Caution], caption: str) -> None:
    cells = [(link(c.indicator, c.name), frame.text(c.kind), frame.text(c.when), frame.text(c.words)) for c in rows]
    rows_table(["Mått", "Slag", "När", "Vad det betyder"], cells, caption=caption)
