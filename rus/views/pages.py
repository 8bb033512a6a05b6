"""Which pages there are and which choices each of them knows in its address, for those who try an address unseen."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from rus.catalogue.catalogue import Catalogue
from rus.views.choice import KEYS
from rus.views.slide import EXPLORE, GOALS
from rus.views.slide_equality import EQUALITY
from rus.views.slide_parts import FOLLOWUP, START
from rus.views.slide_profile import PROFILE
from rus.views.slide_project import PROJECT
from rus.views.slide_shown import PART

EVERYWHERE = frozenset({*KEYS, PART, "lang"})
"""Choices that every page takes: those that are shared, the chart that is meant, the language."""
FURTHER_ENDS = "_fler"
"""How the choices end that say how many times more of a list is shown."""
OF_AREA = frozenset({"utm_flik", "utm_matt", "utm_fler"})
OWN: Mapping[str, frozenset[str]] = {
    START: frozenset({"start_karta"}),
    EXPLORE: frozenset(f"utf_{key}" for key in ("omr", "skala", "mot", "osak", "inom", "sok", "fler")),
    PROFILE: frozenset({"kom_plats", "kom_jmf", "kom_urval", "kom_medel", "kom_tratt"}),
    GOALS: frozenset(
        f"mal_{key}" for key in ("omr", "bed", "slag", "tal", "vy", "rad", "gren", "takt", "inom", "kon", "grp", "fler")
    ),
    EQUALITY: frozenset(f"jml_{key}" for key in ("ordna", "sakra", "lank", "grupp", "grund", "medel", "fler")),
    PROJECT: frozenset({"projekt_id", "projekt_flik"}),
    "presentera": frozenset({"pres_id", "pres_vald", "pres_duk", "bild", "roll"}),
    "rapport": frozenset({"rap_las", "rap_jmf", "rap_granska"}),
    "indikatorer": frozenset(
        f"kat_{key}" for key in ("flik", "sok", "inom", "mal", "har", "bas", "omr", "ind", "mot", "fler")
    ),
    "data-och-kvalitet": frozenset(
        f"kv_{key}" for key in ("flik", "sedan", "tackning", "kontroller", "brott", "aktuellt", "lage", "fler")
    ),
    "vyer": frozenset({"fast", "fast_axel", "vy_samling"}),
    FOLLOWUP: frozenset({"gu_underlag"}),
    "diagramguide": frozenset({"dia_val"}),
    "om": frozenset({"om_flik", "om_metod", "om_fler", "fetch"}),
}
"""Page → the choices that only it has. A challenge area's page has `OF_AREA`."""


SHARED = {
    EXPLORE: tuple(key for key in KEYS if key != "dv"),
    EQUALITY: ("ind", "geo"),
    **dict.fromkeys((GOALS, PROFILE, FOLLOWUP), ("geo",)),
}
"""Page → the shared choices that it heeds."""


def page_faults(catalogue: Catalogue, page: str, parameters: Mapping[str, str]) -> Iterator[str]:
    """What in an address no page knows: the page itself, or keys that it does not have; each with what to do.

    Args:
        catalogue: its challenge areas have pages.
        page: of the address, without slash.
        parameters: of the address.
    """
    every = {**OWN, **{area.id: OF_AREA for area in catalogue.challenges}}
    if page not in every:
        near = get_close_matches(page, list(every), n=1)
        do = f"menade du /{near[0]}?" if near else "kopiera länken från sidan på nytt"
        yield f"sidan /{page} finns inte här; {do}"
        return
    known = EVERYWHERE | every[page]
    for key in parameters:
        if key not in known:
            near = get_close_matches(key, sorted(known), n=1)
            do = f"menade du {near[0]}?" if near else "ta bort den, eller kopiera länken från sidan på nytt"
            yield f"sidan /{page} har inget val som heter {key}; {do}"


def heeded(page: str, parameters: Mapping[str, str]) -> dict[str, str]:
    """The choices of an address that make a difference on its page, but for the data version and the language."""
    known = {PART, *SHARED.get(page, ()), *OWN.get(page, OF_AREA)}
    return {key: value for key, value in parameters.items() if key in known}
