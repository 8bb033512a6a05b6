"""The head of Kommuner: which place and beside which, how it is built, and where to click for another."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.ui import address, cached, frame, pickers
from rus.ui.downloads import downloads_of
from rus.ui.explore_words import copy_popover
from rus.views.choice import Choice
from rus.views.profile_board import board
from rus.views.profile_places import Place, places
from rus.views.profile_rows import Profile, profile
from rus.views.profile_sheet import profile_sheet
from rus.views.profile_show import HEADLINE, Shown, choices, shown
from rus.views.sheet import Sheet, file_stem

PLACE, OTHER, SHOW, MEAN = "kom_plats", "kom_jmf", "kom_urval", "kom_medel"
YES, NO, NOBODY = "ja", "nej", ""


@dataclass(frozen=True)
class Asked:
    """What the address asks for; `other` is empty where one place stands alone."""

    wish: Choice
    places: Mapping[str, Place]
    first: str
    other: str
    show: str
    mean: bool

    @property
    def regions(self) -> tuple[str, ...]:
        """Codes of both places, for a link to another page."""
        codes = [*self.places[self.first].codes, *(self.places[self.other].codes if self.other else ())]
        return tuple(dict.fromkeys(codes))


def load(catalogue: Catalogue) -> Asked | None:
    """Read the address; what does not exist is dropped and named. None where there are no kommuner."""
    wish, known = address.current_choice(catalogue), places(catalogue)
    if not known:
        return None
    parts = {key: address.private(key) for key in (PLACE, OTHER, SHOW, MEAN)}
    part = known.get(parts[PLACE])
    by_region = next((code for code in wish.regions if code in known), next(iter(known)))
    first = parts[PLACE] if part and set(part.codes) == set(wish.regions) else by_region
    other = parts[OTHER] if parts[OTHER] in known and parts[OTHER] != first else NOBODY
    show = parts[SHOW] if parts[SHOW] in choices(catalogue) else HEADLINE
    good = {PLACE: part, OTHER: parts[OTHER] in known, SHOW: show == parts[SHOW], MEAN: parts[MEAN] in {YES, NO}}
    dropped = tuple(f"{key}={parts[key]}" for key, fine in good.items() if parts[key] and not fine)
    pickers.say_dropped(replace(wish, dropped=(*wish.dropped, *dropped)))
    return Asked(replace(wish, dropped=()), known, first, other, show, parts[MEAN] == YES)


def view_of(catalogue: Catalogue, asked: Asked) -> tuple[Profile, Shown]:
    """The rows of the places, and those of them that are chosen."""
    build = frame.here().build
    found = cached.shared_on(board, profile, build, asked.first, asked.other, mean=asked.mean)
    return found, shown(found, catalogue, asked.show)


def chosen(asked: Asked) -> dict[str, str]:
    """The choices that only this page has, defaults too."""
    mine = {PLACE: asked.first, OTHER: asked.other, SHOW: asked.show, MEAN: YES if asked.mean else NO}
    return {key: value for key, value in mine.items() if value}


def choices_of(asked: Asked) -> dict[str, str]:
    """The address of exactly this profile, as parts."""
    return {"geo": ",".join(asked.places[asked.first].codes), **chosen(asked)}


def actions(catalogue: Catalogue, asked: Asked, found: Profile, rows: Shown) -> None:
    """The link to exactly this profile, and files of the rows in the table."""
    build = frame.here().build
    choice = asked.wish.with_(regions=asked.places[asked.first].codes)
    whole = address.link(choice, build, None, **chosen(asked))
    copy_popover(whole)

    def make() -> Sheet:
        return profile_sheet(found, catalogue, rows.rows, build=build, link=whole)

    with st.popover("Ladda ner", icon=":material/download:"):
        downloads_of(make, file_stem("kommunprofil", *(p.name for p in found.places)), "profile")


def pick(catalogue: Catalogue, asked: Asked) -> None:
    """Place, the place beside it, which measures, and one year or three."""
    names = {key: place.name for key, place in asked.places.items()}
    others = {NOBODY: "Ingen"} | {key: name for key, name in names.items() if key != asked.first}
    with st.container(key="filter_profile"):
        spots = st.columns([1.2, 1.2, 1.5, 0.9], gap="small", vertical_alignment="bottom")
        with spots[0]:
            _select("Plats", names, asked.first, "plats", lambda value: _go(asked, value))
        with spots[1]:
            _select("Jämför med", others, asked.other, "jmf", lambda value: address.remember(asked.wish, kom_jmf=value))
        with spots[2]:
            offered = choices(catalogue)
            _select("Visa", offered, asked.show, "urval", lambda value: address.remember(asked.wish, kom_urval=value))
        with spots[3]:
            _mean(asked)


def _select(label: str, options: Mapping[str, str], now: str, name: str, then: Callable[[str], None]) -> None:
    key = f"kom_val_{name}"
    st.session_state[key] = now

    def changed() -> None:
        then(st.session_state[key])

    st.selectbox(label, list(options), format_func=lambda item: options[item], key=key, on_change=changed)


def _mean(asked: Asked) -> None:
    st.session_state["kom_val_medel"] = asked.mean

    def changed() -> None:
        address.remember(asked.wish, **{MEAN: YES if st.session_state["kom_val_medel"] else ""})

    help_ = "Tre år räknas ihop där det går, så att slumpen betyder mindre. Märks 3-årsmedel."
    st.toggle("3-årsmedel", key="kom_val_medel", on_change=changed, help=help_)


def _parts(asked: Asked, place: str) -> tuple[Choice, dict[str, str]]:
    """The shared and the private choices of another place; beside itself stands nobody."""
    chosen = asked.places[place]
    other = {OTHER: ""} if place == asked.other else {}
    return asked.wish.with_(regions=chosen.codes), {PLACE: place if chosen.is_part else "", **other}


def _go(asked: Asked, place: str) -> None:
    choice, mine = _parts(asked, place)
    address.remember(choice, **mine)


def picker_map(catalogue: Catalogue, asked: Asked) -> None:
    """The county as tiles: a click chooses the kommun. Each is a link, so the keyboard reaches it as well."""
    tiles = [t for t in catalogue.here.tiles if t.region in asked.places]
    if not tiles:
        return
    inside = set(asked.places[asked.first].codes)
    columns = max(t.column for t in tiles)
    parts = []
    for tile in sorted(tiles, key=lambda t: (t.row, t.column)):
        choice, mine = _parts(asked, tile.region)
        here, name = tile.region in inside, frame.text(catalogue.name(tile.region))
        style = f"grid-column:{tile.column};grid-row:{tile.row}"
        said = ' aria-current="true"' if here else ""
        look = "p2" if here else ("p1" if asked.other and tile.region in asked.places[asked.other].codes else "z")
        link = f'<a href="{frame.text(address.to(choice, **mine))}"{said}><b>{name}</b></a>'
        parts.append(f'<div role="listitem" class="tile {look}" style="{style}">{link}</div>')
    style = f"grid-template-columns:repeat({columns},minmax(0,1fr))"
    frame.html('<h2 class="sec">Välj på kartan</h2>')
    frame.html(f'<div class="tiles pick" role="list" style="{style}">{"".join(parts)}</div>')
