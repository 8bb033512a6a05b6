"""The surface around a profile's table: its title, what the marks are, how it is judged, and its handles."""

from dataclasses import replace

import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.ui import cached, cards, frame, handles, site
from rus.ui.folds import fold
from rus.ui.frame import text
from rus.ui.handles import Handles
from rus.ui.profile import Asked, choices_of
from rus.ui.profile_picture import profile_picture
from rus.ui.profile_table import MOST, Look, drawn
from rus.views.profile_board import board
from rus.views.profile_places import RULE as OF_PART
from rus.views.profile_rows import Profile
from rus.views.profile_sheet import profile_sheet
from rus.views.profile_show import Shown
from rus.views.sheet import file_stem

RULE = (
    "Skillnaden är säker när hela osäkerhetsintervallet (95 %) ligger på ena sidan av länets värde. Plats 1 är bäst, "
    "eller högst där ingen riktning är bättre; finns ett intervall är platsen ett spann. Grå streck och plats visas "
    "bara där alla kommuner har ett värde. Ihålig markering: 3-årsmedel. p: preliminär."
)


def rows(catalogue: Catalogue, asked: Asked, found: Profile, table: Shown) -> None:
    """The title, what the marks are, and the table; each measure leads to Utforska with the same places."""
    with frame.frame("profile", stretch=False):
        frame.finding(table.title, table.below, big=True)
        if table.empty:
            frame.empty("Inga mått att visa", table.empty, "Välj något annat under Visa.")
            return
        frame.html(_key(catalogue, found))
        look = Look(asked.first, asked.other, asked.show, site.theme(), mean=asked.mean)
        markup, grounds = cached.shared_on(board, drawn, frame.here().build, look)
        st.html(grounds)
        frame.html(markup)
        _rest(look, len(table.rows) - MOST)
        part = f" {OF_PART}" if any(place.is_part for place in found.places) else ""
        frame.html(f'<p class="note">{text(RULE + part)}</p>')
        handles.row("profile_rows", _handles(catalogue, asked, found, table))
        frame.source(cards.sources(row.spine.indicator.owner for row in table.rows))


def _rest(look: Look, many: int) -> None:
    """The rows that are not sent at once, where there are any."""
    if many <= 0:
        return
    place = fold(f"Visa {many} mått till", "profile_rest")
    if place.open:
        markup, grounds = cached.shared_on(board, drawn, frame.here().build, replace(look, rest=True))
        with place:
            st.html(grounds)
            frame.html(markup)


def _handles(catalogue: Catalogue, asked: Asked, found: Profile, table: Shown) -> Handles:
    build = frame.here().build
    return Handles(
        page="kommuner",
        choices=choices_of(asked),
        sheet=lambda: profile_sheet(found, catalogue, table.rows, build=build),
        filename=file_stem("kommunprofil", *(place.name for place in found.places)),
        title=table.title,
        subtitle=table.below,
        source=cards.sources(row.spine.indicator.owner for row in table.rows),
        about={row.spine.indicator.id: row.spine.name for row in table.rows},
        drawing=lambda: profile_picture(catalogue, found, table, site.theme()),
    )


def _key(catalogue: Catalogue, found: Profile) -> str:
    many = len(catalogue.kommuner())
    ours = f"länets {many} kommuner" if many > 1 else "länets enda kommun"
    every = sum(r.level == "kommun" for r in catalogue.regions.values())
    places = zip(("a", "b"), found.places, strict=False)
    parts = [f'<span><i class="k-{kind}"></i>{text(place.name)}</span>' for kind, place in places]
    if any(place.is_part for place in found.places):
        parts.append('<span><i class="k-ours k-in"></i>länsdelens kommuner</span>')
    parts += [
        '<span><i class="k-reach"></i>osäkerhet (95 %)</span>',
        f'<span><i class="k-ours"></i>{ours}</span>',
        f'<span><i class="k-all"></i>alla {every} kommuner</span>',
        '<span><i class="k-county"></i>länet</span>',
        f'<span><i class="k-country"></i>{text(catalogue.name(catalogue.here.country).lower())}</span>',
    ]
    return f'<p class="key pfkey">{"".join(parts)}</p>'
