"""What pages may ask for, kept between runs: the only cache, and every entry of it belongs to one build."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.core import paths
from rus.core.errors import RusError, StoreError, UsageError
from rus.core.swedish import day
from rus.store.asof import as_of
from rus.store.build import ensure_build
from rus.store.builds import Build, all_builds, current, find_build, made_when
from rus.store.moments import read_moment
from rus.store.store import Store, open_store

P = ParamSpec("P")
T = TypeVar("T")
B = TypeVar("B")

BUILDS_KEPT, VIEWS_KEPT, PINS_KEPT = 4, 500, 32
PLAIN = {str, int, bool, type(None)}
Asked = tuple[Callable[..., Any], str, tuple[Any, ...], dict[str, Any]]
"""A function, a build, and with what."""


@dataclass(frozen=True)
class Chosen:
    """The build that a run shows, and what a reader must know about it (Swedish sentences)."""

    build: str
    notices: tuple[str, ...] = ()


def chosen() -> Chosen:
    """What this run shows: the build or the day pinned in the address (`dv`), else the build the pointer names.

    Raises:
        RusError: There is no build and none can be made.
    """
    newest, problems = _prepared(_pointer())
    notices = tuple(_earlier(newest, problems)) if problems else ()
    pinned = st.query_params.get("dv")
    if not pinned or pinned == newest:
        return Chosen(newest, notices)
    try:
        found = find_build(pinned).id
    except RusError:
        shown, words = _looking_back(pinned, _pointer())
        return Chosen(shown, (*notices, words))
    then, now = _named(found), _named(newest)
    older = f"Länken visar dataversion {then}. Den senaste är {now}: ta bort dv ur adressen för att se den."
    return Chosen(found, (*notices, older))


def current_build_id() -> str:
    """Id of the build of this run, or the day or moment that it looks back to."""
    return chosen().build


def newest() -> str:
    """Id of the newest build, whatever the address pins."""
    return _prepared(_pointer())[0]


def frozen(version: str) -> str | None:
    """Id of the build that a data version names, or the version itself where it is looked back to; None where gone.

    Args:
        version: a build, a day or a moment; empty is the newest build.
    """
    return newest() if not version else _held(version, _pointer())


@st.cache_resource(max_entries=PINS_KEPT, show_spinner="Tar fram siffrorna som de var då. Det tar några sekunder …")
def _held(version: str, pointer: int) -> str | None:  # noqa: ARG001  # looked into again when it has moved
    try:
        return find_build(version).id
    except RusError:
        pass
    try:
        return newest() if as_of(read_moment(version)).id == newest() else version
    except RusError:
        return None


def _pointer() -> int:
    """Changes when another build has become the current one; 0 where there is none."""
    try:
        return (paths.store() / "CURRENT").stat().st_mtime_ns
    except OSError:
        return 0


def _earlier(build: str, problems: tuple[str, ...]) -> list[str]:
    more = f" och {len(problems) - 1} fel till" if len(problems) > 1 else ""
    return [f"Katalogen har fel, så siffrorna visas som de var i dataversion {build}. {problems[0]}{more}."]


@st.cache_resource(max_entries=2, show_spinner="Läser in siffrorna. Det tar några sekunder första gången …")
def _prepared(pointer: int) -> tuple[str, tuple[str, ...]]:
    """The newest build's id and the catalogue's problems; looked into again when the pointer has moved."""
    build, problems = ensure_build()
    return (current().id if pointer else build.id), tuple(problems)


@st.cache_resource(max_entries=PINS_KEPT, show_spinner="Tar fram siffrorna som de var då. Det tar några sekunder …")
def _looking_back(pinned: str, pointer: int) -> tuple[str, str]:  # noqa: ARG001  # looked into again when it has moved
    """What to show for a day, a moment or a build that is gone, and the sentence about it."""
    newest = current().id
    try:
        when = read_moment(pinned)
        words = _in_words(when)
        if as_of(when).id == newest:
            return newest, f"Det som var känt {words} är detsamma som den senaste dataversionen, så den visas."
    except UsageError:
        return newest, f"Dataversion {pinned} finns inte kvar. Därför visas den senaste, {_named(newest)}."
    except StoreError as error:
        return newest, f"Siffrorna som de var då går inte att visa. Därför visas den senaste, {_named(newest)}. {error}"
    back = f"Sidan visar siffror och mål som de var kända {words}. Det som har ändrats senare syns inte."
    return pinned, f"{back} Ta bort dv ur adressen för att se det senaste."


def _in_words(when: date | datetime) -> str:
    """`den 1 november 2026`, `den 1 november 2026 klockan 13.05`."""
    if not isinstance(when, datetime):
        return f"den {day(when)}"
    local = when.astimezone()
    return f"den {day(local.date())} klockan {local:%H.%M}"


def _named(build: str) -> str:
    """A version as the moment when it was made; its name, where that says no moment."""
    made = made_when(build)
    return _in_words(made).removeprefix("den ") if made else build


def _build(identity: str) -> Build:
    """The build with this id, or of the day or moment that is no build's."""
    try:
        return find_build(identity)
    except StoreError:
        return as_of(read_moment(identity))


def builds() -> tuple[Build, ...]:
    """Every readable build, newest first; the files are opened again only when the folder has changed."""
    try:
        changed = paths.store().stat().st_mtime_ns
    except OSError:
        return ()
    return _builds(changed)


@st.cache_resource(max_entries=2, show_spinner=False)
def _builds(changed: int) -> tuple[Build, ...]:  # noqa: ARG001  # looked into again when it has moved
    return tuple(all_builds())


@st.cache_resource(max_entries=BUILDS_KEPT, show_spinner=False)
def store(build_id: str) -> Store:
    """The open store of a build, or of what was known on a day.

    Raises:
        RusError: It is gone or can't be read.
    """
    return open_store(_build(build_id))


@st.cache_resource(max_entries=BUILDS_KEPT, show_spinner=False)
def catalogue(build_id: str) -> Catalogue:
    """The catalogue as it was in that build."""
    return store(build_id).catalogue()


def view(make: Callable[Concatenate[Store, Catalogue, P], T], build_id: str, *args: P.args, **kwargs: P.kwargs) -> T:
    """What `make(store, catalogue, …)` gives for a build, made once; every caller gets a copy of its own.

    Args:
        make: a function of `rus.views`; its name, the build and the arguments are the key.
        build_id: the build.
        args: plain values or frozen dataclasses.
        kwargs: the same.
    """
    return cast("T", _view(**_asked(make, build_id, args, kwargs)))


def _asked(make: Callable[..., Any], build_id: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
    """By name and as one text where it can be: what comes by place or in parts costs Streamlit more than the answer."""
    plain = all(type(one) in PLAIN for one in (*args, *kwargs.values()))
    said = f"{make.__module__}.{make.__qualname__} {build_id} {(args, kwargs) if plain else ''}"
    return {"said": said, "parts": () if plain else (args, kwargs), "_call": (make, build_id, args, kwargs)}


@st.cache_data(max_entries=VIEWS_KEPT, show_spinner=False)
def _view(said: str, parts: tuple[Any, ...], _call: Asked) -> Any:  # noqa: ANN401, ARG001  # `view` types it; the key
    make, build_id, args, kwargs = _call
    return make(store(build_id), catalogue(build_id), *args, **kwargs)


def shared(make: Callable[Concatenate[Store, Catalogue, P], T], build_id: str, *args: P.args, **kwargs: P.kwargs) -> T:
    """The same as `view` for what nobody changes: all sessions get the one object, which saves the copying.

    Args:
        make: a function of `rus.views` whose answer is frozen, and whose frames are only read.
        build_id: the build.
        args: plain values or frozen dataclasses.
        kwargs: the same.
    """
    return cast("T", _shared(**_asked(make, build_id, args, kwargs)))


@st.cache_resource(max_entries=VIEWS_KEPT, show_spinner=False)
def _shared(said: str, parts: tuple[Any, ...], _call: Asked) -> Any:  # noqa: ANN401, ARG001  # `shared` types it; the key
    make, build_id, args, kwargs = _call
    return make(store(build_id), catalogue(build_id), *args, **kwargs)


def shared_on(
    base: Callable[[Store, Catalogue], B],
    make: Callable[Concatenate[Store, Catalogue, B, P], T],
    build_id: str,
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    """The same as `shared` for a view that builds on another one of the whole build, which is dear to make.

    Args:
        base: a function of `rus.views` that needs nothing but the build; its shared answer is handed to `make`.
        make: a function of `rus.views` that takes it after the catalogue.
        build_id: the build.
        args: plain values or frozen dataclasses.
        kwargs: the same.
    """
    return cast("T", _shared_on(**_asked(make, build_id, args, kwargs), _base=base))


@st.cache_resource(max_entries=VIEWS_KEPT, show_spinner=False)
def _shared_on(
    said: str,  # noqa: ARG001  # the key
    parts: tuple[Any, ...],  # noqa: ARG001  # the rest of it
    _call: Asked,
    _base: Callable[..., Any],
) -> Any:  # noqa: ANN401  # `shared_on` gives it its type
    make, build_id, args, kwargs = _call
    return make(store(build_id), catalogue(build_id), shared(_base, build_id), *args, **kwargs)
