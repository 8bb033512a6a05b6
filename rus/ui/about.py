"""What the Om page is made of: one function for each of its tabs."""

from collections.abc import Callable

import streamlit as st

from rus.core import paths
from rus.ui import cached, frame, page_choice
from rus.ui import project as of_projects
from rus.ui.about_access import accessibility
from rus.ui.about_method import keys, method, signs
from rus.ui.downloads import downloads
from rus.ui.markup import bullets, fold, pairs, table
from rus.views import about
from rus.views.about_sheets import fetches_sheet, owners_sheet
from rus.views.about_words import RUS

SOURCES, FURTHER = "Källor och hämtningar", "om_fler"
FIRST_SHOWN, MORE = 20, 40


def first_tab() -> str:
    """The tab to open with: that of the sources where the address names a fetch."""
    return SOURCES if st.query_params.get("fetch") else next(iter(TABS))


def purpose() -> None:
    """What the site is for, who stands behind it, and which version it is."""
    catalogue = cached.catalogue(cached.current_build_id())
    place, plan = catalogue.here, catalogue.plan
    left, right = st.columns([2, 1], gap="medium")
    with left, frame.frame("purpose"):
        frame.html(
            '<div class="prose"><h2 class="find">Därför finns sidan</h2>',
            f"<p>{frame.text(plan.name)} säger vart {frame.text(place.name)} ska. Här går det att se hur det går: "
            "vad som rör sig åt rätt håll, åt fel håll och vad vi inte vet.</p>",
            "<p>Siffrorna är öppen statistik från myndigheter. De går att dela upp, jämföra och ladda ner.</p>",
            "<p>Sidan är till för dig som arbetar med strategin, fattar beslut om den eller bara vill veta.</p></div>",
        )
    with right, frame.soft("version", stretch=True):
        frame.html('<h2 class="sec">Fakta</h2>')
        pairs(
            [
                ("Gäller", place.name),
                ("Bearbetning", place.editor),
                ("Kontakt", place.contact or "ingen adress är inlagd"),
                ("Indikatorer", f"{sum(i.state == 'in_use' for i in catalogue.indicators.values())} med siffror"),
                ("Önskade", f"{sum(i.state == 'wanted' for i in catalogue.indicators.values())} utan öppna siffror"),
                ("Dataversion", frame.here().build or cached.current_build_id()),
                ("Program", f"rus {about.program_version()}"),
            ]
        )
    with frame.frame("rus", stretch=False):
        parts = [f"<h2>{frame.text(head)}</h2><p>{frame.text(' '.join(said))}</p>" for head, said in RUS.items()]
        frame.finding("Vad är en regional utvecklingsstrategi?")
        frame.html(f'<div class="prose twin">{"".join(parts)}</div>')
    with st.expander("Vad som har ändrats i programmet (på engelska)"), st.container(key="english_changelog"):
        st.markdown(_changelog())


def _changelog() -> str:
    path = paths.ROOT / "CHANGELOG.md"
    if not path.is_file():
        return "Filen CHANGELOG.md finns inte här."
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(f"#{line}" if line.startswith("#") else line for line in lines[1:])


def strategy() -> None:
    """The strategy in plain words, with marks for what is unconfirmed."""
    view = about.strategy_view(cached.catalogue(cached.current_build_id()))
    with frame.frame("vision"):
        frame.finding(view.vision, f"Visionen i {view.name}", big=True)
        if view.vision_note:
            frame.source(f"Ej bekräftat: {view.vision_note}")
    for column, branch in zip(st.columns(len(view.branches) or 1, gap="medium"), view.branches, strict=False):
        with column, frame.card(f"goal_{view.branches.index(branch)}"):
            frame.html(f'<p class="eyebrow">Övergripande mål · {frame.text(branch.dimension)} hållbarhet</p>')
            frame.finding(branch.name)
            frame.html(bullets(name if sure else f"{name} (ej bekräftat)" for name, sure in branch.effektmal))
    if view.targets:
        with frame.frame("targets"):
            frame.finding("Målmeningar som är beslutade", "Ordagrant, med vad som går att räkna i dag")
            rows = [[str(t.number), t.text, " ".join(s for s in (t.today, t.ambiguity) if s)] for t in view.targets]
            table(["Nr", "Målmening", "Läget i dag"], rows, caption="Beslutade målmeningar")
    left, right = st.columns(2, gap="medium")
    with left, frame.frame("priorities"):
        frame.html('<h2 class="find">Prioriterade områden</h2>', bullets(view.priorities))
    with right, frame.frame("principles"):
        frame.html('<h2 class="find">Vägledande principer</h2>', bullets(view.principles))
    with frame.frame("perspectives"):
        frame.finding("Perspektiv som vägs in i allt")
        pairs(view.perspectives)
    with frame.soft("unconfirmed"):
        frame.html('<h2 class="sec">Vad som inte är bekräftat</h2>', bullets([view.effektmal_note, *view.notes]))
    frame.html(fold("Källor till strategins uppgifter", bullets(view.sources)))


def words() -> None:
    """The words used on the site."""
    shown = about.terms(of_projects.projects())
    rows = [
        [t.term, t.meaning + (f" Ej bekräftat: {t.unconfirmed}" if t.unconfirmed else ""), t.of or "hela sidan"]
        for t in shown
    ]
    with frame.frame("words"):
        frame.finding("Ord som används på sidan")
        table(["Ord", "Betyder", "Används i"], rows, caption="Ordlista")


def sources() -> None:
    """Owners with licences, and every fetch; the one named in the address first."""
    build = cached.current_build_id()
    found = cached.view(about.fetches, build)
    wanted = st.query_params.get("fetch")
    if wanted:
        _fetch(next((f for f in found if f.id == wanted), None), wanted)
    with frame.frame("owners"):
        frame.finding("Statistikens ägare och villkor")
        owners = cached.view(about.sources, build)
        rows = [[s.owner, s.licence, str(s.indicators), s.newest] for s in owners]
        table(["Ägare", "Villkor", "Indikatorer", "Senaste år"], rows, numbers=(2, 3), caption="Källor och licenser")
        downloads(owners_sheet(cached.catalogue(build), owners, build), "owners")
    room = FIRST_SHOWN + MORE * page_choice.times(FURTHER)
    with frame.frame("fetches"):
        frame.finding("Varje siffra leder till sin hämtning", f"{len(found)} hämtningar i dataversion {build}")
        rows = [
            [
                f'<a href="{frame.href("om", fetch=f.id)}">{frame.text(f.id)}</a>',
                f"{frame.text(f.series)}<small>{frame.text(f.owner)}</small>",
                f"{frame.text(f.kind)}<small>{frame.text(about.in_few_words(f.request))}</small>",
                frame.text(f.retrieved),
                frame.text(f.rows),
            ]
            for f in found[:room]
        ]
        table(
            ["Hämtning", "Serie", "Så hämtades den", "När", "Rader"],
            rows,
            numbers=(4,),
            caption="Hämtningar",
            safe=True,
        )
        if len(found) > room:
            page_choice.more(FURTHER, "om_visa_fler")
        downloads(fetches_sheet(cached.catalogue(build), found, build), "fetches")


def _fetch(found: about.Fetch | None, wanted: str) -> None:
    if found is None:
        frame.empty(
            f"Hämtningen {wanted} finns inte", "Den här dataversionen har ingen med det namnet.", "Alla står nedan."
        )
        return
    with frame.card("fetch", stretch=False):
        frame.finding(f"Så hämtades siffran: {found.series}")
        pairs(
            [
                ("Hämtning", found.id),
                ("Ägare", found.owner),
                ("Sätt", found.kind),
                ("Fråga", found.request),
                ("När", found.retrieved),
                ("Rader", found.rows),
                ("Kontrollsumma", found.hash),
            ]
        )


TABS: dict[str, Callable[[], None]] = {
    "Om sidan": purpose,
    "Strategin": strategy,
    "Ordlista": words,
    "Metod": method,
    "Teckenförklaring": signs,
    SOURCES: sources,
    "Tillgänglighet": accessibility,
    "Kortkommandon": keys,
}
"""Title of each tab → what draws it."""
