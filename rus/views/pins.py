"""Pinned views: up to four charts side by side, written so short that all stand in one address.

A view of Utforska is its choices, each a letter and a value, with `~~` between: `isysselsatta~~g18,1880~~v2026-11-25`.
What is as it is where nothing was chosen is left out, so that a view has one way to be written. A new one begins with
`i`. A chart of another page begins with `p`, and its choices are written whole: `pjamlikhet~~xind:sysselsatta`.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from rus.catalogue.catalogue import Catalogue
from rus.core.errors import UsageError
from rus.core.swedish import number
from rus.store.store import Store
from rus.views.axis import value_range
from rus.views.beside import alike
from rus.views.choice import read_choice
from rus.views.indicator import Cut, IndicatorView, indicator_view
from rus.views.slide import EXPLORE, GOALS, MARGINS, OTHER, PRIVATE, SCALE, SCOPE
from rus.views.slide_equality import EQUALITY
from rus.views.slide_parts import FOLLOWUP
from rus.views.slide_profile import PROFILE
from rus.views.slide_shown import PART, joined
from rus.views.structure import Structure
from rus.views.words import axis_values

MOST = 4
Pin = tuple[tuple[str, str], ...]
"""The choices of one view, as parts of an address in the order of `LETTERS`; of another page, that page first."""
LETTERS = {
    "ind": "i", "geo": "g", "kon": "k", "ar": "a", "grp": "u", "jmf": "j", "diagram": "d",
    SCOPE: "o", SCALE: "s", OTHER: "m", MARGINS: "e", "dv": "v",
}  # fmt: skip
UNSAID = {"kon": "T", "grp": "total", "jmf": "riket", "diagram": "linje", SCALE: "varde", MARGINS: "ja"}
BETWEEN, SAYS = "~~", ":"
PAGE, PAGE_LETTER, WHOLE_LETTER = "sida", "p", "x"
SHARED = ("ind", "geo", PART)
"""Choices that charts of other pages heed, besides their own."""
WHOLE_PAGES = frozenset({GOALS, EQUALITY, PROFILE, FOLLOWUP})
"""Pages that have one chart to begin with; of the others, a view says which chart is meant."""
A_PAGE = re.compile(r"[a-z0-9-]*")
REACH = 0.4
"""Share of a shared axis that a chart's highest value has to reach."""
HEADROOM = 0.25
AXIS = re.compile(r" ?Axeln börjar på [^.]*\.(?= |$)")


def pin_of(parameters: Mapping[str, str], page: str = EXPLORE) -> Pin:
    """The choices of an address that make a view, in their own order, without those that need not be said."""
    if page != EXPLORE:
        own = sorted(key for key in parameters if key.startswith(PRIVATE))
        said = [(key, parameters[key]) for key in (*SHARED, *own, "dv") if parameters.get(key)]
        return ((PAGE, page), *said)
    chosen = ((key, parameters.get(key, "")) for key in LETTERS)
    return tuple((key, value) for key, value in chosen if value and UNSAID.get(key) != value)


def page_of(pin: Pin) -> str:
    """The page that a view is on."""
    return dict(pin[:1]).get(PAGE, EXPLORE)


def choices_of(pin: Pin) -> dict[str, str]:
    """The choices of a view on its page, without the data version."""
    return {key: value for key, value in pin if key not in {PAGE, "dv"}}


def address_of(pin: Pin) -> str:
    """A view as an address of ours, without the data version."""
    return joined(page_of(pin), choices_of(pin))


def can_be_pinned(page: str, parameters: Mapping[str, str], areas: Collection[str] = ()) -> bool:
    """Whether an address names a chart that can stand beside others.

    Args:
        page: of the address.
        parameters: of the address.
        areas: pages of challenge areas, which begin with a chart of their own.
    """
    if page == EXPLORE:
        return bool(parameters.get("ind"))
    return page in WHOLE_PAGES or page in areas or bool(parameters.get(PART))


def packed(pins: Iterable[Pin]) -> str:
    """The pins as one part of an address."""
    return BETWEEN.join(part for pin in pins for part in _parts(pin))


def _parts(pin: Pin) -> Iterator[str]:
    other = page_of(pin) != EXPLORE
    for key, value in pin:
        if key == PAGE:
            yield f"{PAGE_LETTER}{value}"
        else:
            yield f"{WHOLE_LETTER}{key}{SAYS}{value}" if other and key != "dv" else f"{LETTERS[key]}{value}"


def unpacked(said: str) -> tuple[tuple[Pin, ...], bool]:
    """The pins in an address, and whether all of it could be read; no more than can be shown."""
    keys = {letter: key for key, letter in LETTERS.items()}
    found: list[dict[str, str]] = []
    whole = True
    for part in said.split(BETWEEN) if said else []:
        letter, value = part[:1], part[1:]
        key = keys.get(letter)
        if letter == WHOLE_LETTER:
            key, _, value = value.partition(SAYS)
        if letter == PAGE_LETTER and value != EXPLORE and A_PAGE.fullmatch(value):
            found.append({PAGE: value})
        elif letter == LETTERS["ind"] and value:
            found.append({"ind": value})
        elif found and value and _goes(letter, key, found[-1]):
            found[-1][str(key)] = value
        else:
            whole = False
    pins = tuple(dict.fromkeys(pin_of(one, one.get(PAGE, EXPLORE)) for one in found))
    return pins[:MOST], whole and len(pins) <= MOST


def _goes(letter: str, key: str | None, pin: Mapping[str, str]) -> bool:
    """Whether a choice belongs to the view it stands after: each has its own letters, and says a thing once."""
    if not key or key in pin:
        return False
    if PAGE not in pin:
        return letter != WHOLE_LETTER
    return key == "dv" if letter != WHOLE_LETTER else key in SHARED or key.startswith(PRIVATE)


def pinned(store: Store, catalogue: Catalogue, structure: Structure, pin: Pin) -> IndicatorView:
    """What Utforska shows for these choices.

    Args:
        store: the figures.
        catalogue: the catalogue of the same build.
        structure: what similar kommuner are chosen by, in that build.
        pin: the choices; a data version among them is the caller's to heed.

    Raises:
        UsageError: a choice does not exist in this build.
    """
    said = dict(pin)
    choice = read_choice(said, catalogue)
    if choice.dropped or choice.indicator is None:
        what = ", ".join(choice.dropped) or "inget mått"
        raise UsageError(f"Vyn innehåller val som inte finns här: {what}.")
    scope, scale, other, margins = (said.get(key, "") for key in (SCOPE, SCALE, OTHER, MARGINS))
    cut = Cut(scope, scale, other, margins, alike(structure, catalogue, choice.regions[0]))
    return indicator_view(store, catalogue, choice.with_(build=None), cut)


def shared_axes(views: Sequence[IndicatorView | None]) -> dict[int, tuple[float, ...]]:
    """Position → the values of all lines in the same unit, for views that have at least one such beside them.

    Only lines over time with values as they are: an index and a difference have axes of their own.
    """
    units: dict[str, list[int]] = {}
    for n, view in enumerate(views):
        if view and _has_plain_lines(view):
            units.setdefault(view.indicator.unit, []).append(n)
    found: dict[int, tuple[float, ...]] = {}
    for many in units.values():
        if len(many) > 1:
            drawn = [view.picture for n in many if (view := views[n]) and view.picture]
            values = [value for picture in drawn for value in axis_values(picture)]
            above = headroom(values) if any(picture.breaks for picture in drawn) else ()
            found |= dict.fromkeys(many, (*values, *above))
    return found


def headroom(values: Sequence[float]) -> tuple[float, ...]:
    """A value a little above all others: the words over a break stand there and need the room in a small chart."""
    return (max(values) + HEADROOM * (max(values) - min(values)),) if values else ()


def levels_meet(views: Sequence[IndicatorView | None]) -> bool:
    """Whether every line chart reaches so high on the axis shared with others that its changes can still be seen."""
    axes = shared_axes(views)
    highs = [(max(axes[n]), max(axis_values(view.picture))) for n in axes if (view := views[n]) and view.picture]
    return all(own >= REACH * most for most, own in highs)


def _has_plain_lines(view: IndicatorView) -> bool:
    drawn = view.picture
    return bool(drawn and not view.places and not view.told and not view.empty and not drawn.base and not drawn.versus)


def on_shared_axis(words: str, values: Sequence[float]) -> str:
    """The words around a chart when its axis is not its own: where that begins is said anew."""
    start, _, _ = value_range(list(values))
    own = AXIS.search(words)
    plain = AXIS.sub("", words)
    if not own or not start:
        return plain
    percent = " %" if own.group().endswith("%.") else ""
    return f"{plain} Axeln börjar på {number(start, 0 if start == int(start) else 1)}{percent}."


def axis_reason(views: Sequence[IndicatorView | None]) -> str:
    """Why no axes are alike, in words; empty where some are."""
    shown = [view for view in views if view]
    if len(shown) < 2 or shared_axes(views):
        return ""
    if sum(_has_plain_lines(view) for view in shown) < 2:
        return "Samma axel går bara att ha för linjer över tid med värden som de är."
    return "Vyerna har olika enheter, så deras axlar går inte att jämföra."
