"""What the address asks for that does not exist: said once, at the top of the page, whatever part of it is meant.

Shared choices and the choices of tabs and filters are tried where they are read (`rus/ui/pickers.py`,
`rus/ui/page_choice.py`); here are the others, which only one part of a page reads, some of them only when it is open.
"""

import re
from collections.abc import Callable, Collection, Mapping

import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.ui import cached, frame, pickers
from rus.views.equality_list import SCALES
from rus.views.followup_goals import BASES
from rus.views.goal_example import PACE
from rus.views.pages import FURTHER_ENDS, OF_AREA, OWN
from rus.views.scales import DIFFERENCE, INDEX, VALUE
from rus.views.seen import HIDDEN, SHOWN

Known = Callable[[Catalogue, str], bool]
GROUP = re.compile(r"alla|total|[a-z_]+\.[\w-]+(?:~[a-z_]+\.[\w-]+)*")
MANY = re.compile(r"\d{1,3}")


def _measure(catalogue: Catalogue, value: str) -> bool:
    return value in catalogue.indicators


def _area(catalogue: Catalogue, value: str) -> bool:
    return value == "alla" or value in {*(c.id for c in catalogue.challenges), *(t.id for t in catalogue.themes)}


def _guide(_: Catalogue, value: str) -> bool:
    from rus.views.gallery_words import GUIDES  # words that no other page needs

    return value in {guide.id for guide in GUIDES}


def _method(_: Catalogue, value: str) -> bool:
    from rus.views.method_words import METHODS

    return value in {method.id for methods in METHODS.values() for method in methods}


def _one_of(*values: str) -> Known:
    return lambda _, value: value in values


def _like(pattern: re.Pattern[str]) -> Known:
    return lambda _, value: bool(pattern.fullmatch(value))


MORE = tuple(sorted(key for keys in (*OWN.values(), OF_AREA) for key in keys if key.endswith(FURTHER_ENDS)))
"""How many times more of a list has been asked for."""
TRIED: Mapping[str, Known] = {
    **dict.fromkeys(("start_karta", "utf_mot", "kom_tratt", "utm_matt"), _measure),
    **dict.fromkeys(("jml_sakra", "jml_lank", "jml_medel"), _one_of("ja", "nej")),
    **dict.fromkeys(MORE, _like(MANY)),
    **dict.fromkeys(("bild", "pres_vald"), _like(MANY)),
    **dict.fromkeys(("jml_grupp", "mal_grp"), _like(GROUP)),
    "utf_omr": _one_of("lanet", "kommuner", "lan"),
    "utf_skala": _one_of(VALUE, INDEX, DIFFERENCE),
    "utf_osak": _one_of(SHOWN, HIDDEN),
    "jml_ordna": _one_of(*SCALES),
    "mal_inom": _area,
    "mal_kon": _one_of("T", "K", "M"),
    "mal_takt": _like(PACE),
    "gu_underlag": _one_of(*BASES),
    "fast_axel": _one_of("egen", "samma"),
    "dia_val": _guide,
    "om_metod": _method,
    "roll": _one_of("manus"),
}
"""Key → whether it can have a value. A measure that exists but is not offered in that part: `say_elsewhere`."""


def say(catalogue: Catalogue) -> None:
    """Name what the address asks for that can't be; nothing for an address as the pages write it."""
    found = [(key, value) for key in TRIED for value in st.query_params.get_all(key) if value]
    pickers.say_strange([f"{key}={value}" for key, value in found if not TRIED[key](catalogue, value)])


def say_elsewhere(key: str, offered: Collection[str], why: str) -> None:
    """Say which measure the address asks for is not shown in this part of the page, where it is one of the catalogue's.

    Args:
        key: of the measure in the address.
        offered: ids of the measures that the part can show.
        why: what the part shows, as the end of a sentence.
    """
    wanted = st.query_params.get(key, "")
    found = cached.catalogue(frame.here().build).indicators.get(wanted)
    if found and wanted not in offered:
        frame.html(f'<p class="note" role="status">{frame.text(found.short)} visas inte här: {frame.text(why)}.</p>')
