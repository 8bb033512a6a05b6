"""Sets of views: what each view is called, what is wrong with its address, and which can stand side by side."""

import re
from collections.abc import Collection, Iterator
from urllib.parse import parse_qsl, urlsplit

from rus.catalogue.catalogue import Catalogue
from rus.texts.kinds import SavedView, ViewSet
from rus.views.choice import SEX_WORDS, Choice, read_choice
from rus.views.pages import page_faults
from rus.views.pins import MOST, Pin, can_be_pinned, choices_of, page_of, pin_of
from rus.views.slide import EXPLORE
from rus.views.slide_shown import joined

MOST_PLACES = 3
A_VIEW = re.compile(r"\s*[\"']?view[\"']?\s*=")


def parts(address: str) -> tuple[str, dict[str, str]]:
    """The page of an address and its choices."""
    split = urlsplit(address)
    return split.path.strip("/"), dict(parse_qsl(split.query))


def faults(body: ViewSet, catalogue: Catalogue) -> list[str]:
    """What in the set does not exist here: a line a thing, with the view's place in the set and what to do.

    Args:
        body: the set.
        catalogue: of the build that is shown.
    """
    return [f"vy {n}: {fault}" for n, one in enumerate(body.views, start=1) for fault in _faults(one, catalogue)]


def file_faults(text: str, body: ViewSet, catalogue: Catalogue) -> list[str]:
    """The same of a set in a file: what comes after the file's name, such as ` rad 12: vy 3: …`.

    Args:
        text: of the file.
        body: what was read in it.
        catalogue: to try it on.
    """
    lines = [n for n, line in enumerate(text.splitlines(), start=1) if A_VIEW.match(line)]
    known = len(lines) == len(body.views)  # written otherwise, such as inline, a view has no line of its own
    return [
        f"{f' rad {lines[n - 1]}' if known else ''}: vy {n}: {fault}"
        for n, one in enumerate(body.views, start=1)
        for fault in _faults(one, catalogue)
    ]


def _faults(one: SavedView, catalogue: Catalogue) -> Iterator[str]:
    page, parameters = parts(one.view)
    yield from page_faults(catalogue, page, parameters)
    if dropped := read_choice(parameters, catalogue).dropped:
        yield f"länken har val som inte finns här: {', '.join(dropped)}; kopiera länken från sidan på nytt"
    if page == EXPLORE and "ind" not in parameters:
        yield "länken säger inte vilket mått; kopiera länken från Utforska på nytt"


def name_of(one: SavedView, catalogue: Catalogue, pages: dict[str, str]) -> str:
    """What a view is called: somebody's words, or measure, places and sexes, or the page."""
    if one.title:
        return one.title
    page, parameters = parts(one.view)
    choice = read_choice(parameters, catalogue)
    if choice.indicator is None or "ind" not in parameters:
        name = pages.get(page, one.view)
        return f"{name}: {next(_about(choice, catalogue))}" if "geo" in parameters else name
    about = ", ".join([catalogue.indicators[choice.indicator].short, *_about(choice, catalogue)])
    return about if page == EXPLORE else f"{pages.get(page, page)}: {about}"


def _about(choice: Choice, catalogue: Catalogue) -> Iterator[str]:
    names = [catalogue.name(code) for code in choice.regions]
    yield ", ".join(names) if len(names) <= MOST_PLACES else f"{len(names)} platser"
    if choice.sexes != ("total",):
        yield " och ".join(SEX_WORDS[sex] for sex in choice.sexes if sex != "total")


def pins_of(body: ViewSet, areas: Collection[str] = ()) -> tuple[tuple[Pin, ...], ...]:
    """The set's charts in groups that have room side by side; views without a chart of their own are left out.

    Args:
        body: the set.
        areas: pages of challenge areas.
    """
    addresses = [parts(one.view) for one in body.views]
    found = tuple(dict.fromkeys(pin_of(said, page) for page, said in addresses if can_be_pinned(page, said, areas)))
    return tuple(found[first : first + MOST] for first in range(0, len(found), MOST))


def view_of(pin: Pin) -> str:
    """A pinned view as a set keeps it: its page and choices, and the data version that it is pinned to."""
    version = {key: value for key, value in pin if key == "dv"}
    return joined(page_of(pin), {**choices_of(pin), **version})
