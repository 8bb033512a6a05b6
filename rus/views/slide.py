"""One slide: an address of ours → the same chart and words as its page, or a friendly word about why not."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl, urlsplit

from rus.catalogue.catalogue import Catalogue
from rus.core.errors import UsageError
from rus.store.store import Store
from rus.views.challenge import challenge_view
from rus.views.choice import KEYS, Choice, read_choice
from rus.views.empty import Empty
from rus.views.goal_board import GoalBoard, Line, goal_board
from rus.views.goal_tree import FILTERS, filtered, read_wanted, wanted_words
from rus.views.heat import Heat
from rus.views.indicator import Cut, IndicatorView, indicator_view
from rus.views.lead import lead_view
from rus.views.multiples import Multiples
from rus.views.profile_board import board
from rus.views.slide_equality import EQUALITY, equality_slide
from rus.views.slide_parts import GAPS, GOAL, PARTS, gaps_slide, goal_part
from rus.views.slide_profile import PROFILE, parameters_of, profile_slide
from rus.views.slide_shown import PART, GoalClass, SlideView, joined
from rus.views.status import STATUSES

EXPLORE, GOALS = "utforska", "malstatus"
SCOPE, SCALE, OTHER, MARGINS = "utf_omr", "utf_skala", "utf_mot", "utf_osak"
SENTENCES = re.compile(r"(?<=\.) ")
MOST_NAMED, MOST_ROWS, MOST_COLUMNS = 3, 7, 7
"""What is legible from the last row of chairs."""
OPEN = "Öppna sidan från bilden när du vill visa allt, eller välj ett annat diagram."
KNOWN = "Öppna sidan och välj Lägg till i presentation vid diagrammet."
PRIVATE = (SCOPE, SCALE, OTHER, "start_", "kom_", "gu_", "jml_", "mal_", "projekt_")
"""Choices of one page that its slides heed."""


def slide_view(store: Store, catalogue: Catalogue, address: str) -> SlideView:
    """The content of a slide.

    Args:
        store: the figures.
        catalogue: the catalogue of the same build.
        address: a page and its choices, such as `/utforska?ind=…&geo=…`; a data version in it is not heeded.

    Raises:
        UsageError: the page can't be shown so, or a choice in the address does not exist in this build.
    """
    parts = urlsplit(address)
    page, parameters = parts.path.strip("/"), dict(parse_qsl(parts.query))
    choice = read_choice(parameters, catalogue)
    if choice.dropped:
        raise UsageError(f"Vyns adress innehåller val som inte finns här: {', '.join(choice.dropped)}.")
    choice = choice.with_(build=None)
    if page == EXPLORE:
        return _explored(store, catalogue, choice, parameters)
    if page == GOALS and parameters.get(PART) == GOAL:
        return goal_part(store, catalogue, choice, parameters)
    if page == GOALS:
        return _goals(goal_board(store, catalogue, choice.regions[0]), catalogue, parameters)
    if page == EQUALITY:
        return equality_slide(store, catalogue, choice, parameters)
    if page == PROFILE:
        return profile_slide(store, catalogue, board(store, catalogue), parameters_of(parameters))
    if page in PARTS and (page or PART in parameters):
        return PARTS[page](store, catalogue, choice, parameters)
    if catalogue.challenge(page):
        return _challenge(store, catalogue, page, choice, parameters.get(PART, ""))
    raise UsageError(f"Sidan ”/{page}” kan inte visas som en bild. {KNOWN}")


def tidied(address: str) -> str:
    """An address as people copy it, with or without a host, as a page of ours and its choices, without data version."""
    parts = urlsplit(address.strip())
    is_first = bool(parts.scheme) and parts.path.endswith("/")  # of a whole link, below whatever base path
    page = "" if is_first else parts.path.rstrip("/").rpartition("/")[2]
    heeded = {*KEYS, PART} - {"dv"}
    kept = [(k, v) for k, v in parse_qsl(parts.query) if k in heeded or k.startswith(PRIVATE)]
    return joined(page, dict(kept))


def _explored(store: Store, catalogue: Catalogue, choice: Choice, parameters: Mapping[str, str]) -> SlideView:
    if choice.indicator is None:
        raise UsageError("Vyns adress nämner inget mått. Öppna måttet i Utforska och lägg till det därifrån.")
    private = {key: parameters[key] for key in (SCOPE, SCALE, OTHER, MARGINS) if key in parameters}
    scope, scale, other, margins = (private.get(key, "") for key in (SCOPE, SCALE, OTHER, MARGINS))
    cut = Cut(scope, scale, other, margins)
    shown = indicator_view(store, catalogue, choice, cut)
    return _of(shown, EXPLORE, {**choice.address(), **private})


def _of(shown: IndicatorView, page: str, parameters: Mapping[str, str]) -> SlideView:
    measure = shown.indicator
    return SlideView(
        page=page,
        parameters=tuple(parameters.items()),
        title=shown.title,
        subtitle=_below(shown),
        source=shown.source,
        alt=shown.alt,
        measure=measure.title,
        shown=shown,
        empty=shown.empty or _too_large(shown),
    )


def _below(shown: IndicatorView) -> str:
    """The subtitle; tiles stand in rows on a slide, since the map's own order is too tall for a screen."""
    if shown.told and isinstance(shown.told.values, Multiples):
        return " ".join(part for part in SENTENCES.split(shown.subtitle) if not part.startswith("Rutorna"))
    return shown.subtitle


def _too_large(shown: IndicatorView) -> Empty | None:
    if shown.told and isinstance(shown.told.values, Heat):
        why = "Så många mått och platser på en gång går inte att läsa på håll."
        return Empty("Översikten är för stor för en bild", why, OPEN)
    table = shown.table
    if shown.choice.chart != "tabell" or table is None:
        return None
    if len(table.rows) <= MOST_ROWS and len(table.columns) <= MOST_COLUMNS:
        return None
    return Empty("Tabellen är för stor för en bild", "Så många siffror på en gång går inte att läsa på håll.", OPEN)


def _challenge(store: Store, catalogue: Catalogue, page: str, choice: Choice, part: str) -> SlideView:
    area = challenge_view(store, catalogue, page)
    if part == GAPS:
        return gaps_slide(page, area.gaps if area else (), catalogue.here.name)
    names = dict(area.leading) if area else {}
    wanted = choice.indicator if choice.indicator in names else next(iter(names), None)
    lead = lead_view(store, catalogue, wanted) if wanted else None
    if lead is None:
        raise UsageError("Inget av områdets mått har ett värde, så det finns inget att visa.")
    return _of(lead.line, page, {"ind": wanted} if wanted and choice.indicator else {})


def _goals(board: GoalBoard, catalogue: Catalogue, said: Mapping[str, str]) -> SlideView:
    parts = {key: said[name] for key in FILTERS if (name := f"mal_{key}") in said}
    wanted, dropped = read_wanted(parts, catalogue)
    if dropped:
        raise UsageError(f"Vyns adress innehåller val som inte finns här: {', '.join(dropped)}.")
    lines = filtered(board.lines, wanted)
    if not lines:
        raise UsageError("Inget mått i den här dataversionen har ett mål.")
    good, bad = (sum(line.status.css == css for line in lines) for css in ("good", "bad"))
    title = f"{good} av {len(lines)} mål nås eller går åt rätt håll, {bad} går åt fel håll"
    classes = tuple(_classes(lines))
    owners = "; ".join(dict.fromkeys(goal.source for goal in board.public)) or catalogue.here.editor
    return SlideView(
        page=GOALS,
        parameters=(*_place(board, catalogue), *((f"mal_{key}", value) for key, value in parts.items() if value)),
        title=title,
        subtitle=f"{wanted_words(wanted, catalogue)}, {board.region_name}. {board.whose}".strip(),
        source=f"Källa: {owners}. Siffrorna bakom varje mål har sin källa på sidan Målstatus.",
        alt=f"Tabell. {title}. " + "; ".join(f"{c.status.words}: {c.count}" for c in classes) + ".",
        measure="Målstatus",
        goals=classes,
    )


def _place(board: GoalBoard, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    return (("geo", board.region),) if board.region != catalogue.here.region else ()


def _classes(lines: tuple[Line, ...]) -> Iterator[GoalClass]:
    """The classes that have goals, in the order of the list of statuses; beslutade mål are named first."""
    ordered = sorted(lines, key=lambda line: not line.official)
    for status in STATUSES.values():
        names = [line.name for line in ordered if line.status.id == status.id]
        if names:
            yield GoalClass(status, len(names), tuple(dict.fromkeys(names))[:MOST_NAMED])
