"""What pages may ask for, kept between runs: the only cache, and every entry of it belongs to one build."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar

import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.core import paths
from rus.core.errors import RusError
from rus.store.build import ensure_build
from rus.store.builds import current, find_build
from rus.store.store import Store, open_store

P = ParamSpec("P")
T = TypeVar("T")

BUILDS_KEPT = 4
VIEWS_KEPT = 500


@dataclass(frozen=True)
class Chosen:
    """The build that a run shows, and what a reader must know about it (Swedish sentences)."""

    build: str
    notices: tuple[str, ...] = ()


def chosen() -> Chosen:
    """The build of this run: the one pinned in the address (`dv`), else the one that the pointer names.

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
        gone = f"Dataversion {pinned} finns inte kvar. Därför visas den senaste, {newest}."
        return Chosen(newest, (*notices, gone))
    older = f"Länken visar dataversion {found}. Den senaste är {newest}: ta bort dv ur adressen för att se den."
    return Chosen(found, (*notices, older))


def current_build_id() -> str:
    """Id of the build of this run."""
    return chosen().build


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


@st.cache_resource(max_entries=BUILDS_KEPT, show_spinner=False)
def store(build_id: str) -> Store:
    """The open store of a build.

    Raises:
        StoreError: It is gone or can't be read.
    """
    return open_store(find_build(build_id))


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
    found: T = _view(f"{make.__module__}.{make.__qualname__}", build_id, args, kwargs, _make=make)
    return found


@st.cache_data(max_entries=VIEWS_KEPT, show_spinner=False)
def _view(
    name: str,  # noqa: ARG001  # part of the key
    build_id: str,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    _make: Callable[..., Any],
) -> Any:  # noqa: ANN401  # `view` gives it its type
    return _make(store(build_id), catalogue(build_id), *args, **kwargs)


def shared(make: Callable[Concatenate[Store, Catalogue, P], T], build_id: str, *args: P.args, **kwargs: P.kwargs) -> T:
    """The same as `view` for what nobody changes: all sessions get the one object, which saves the copying.

    Args:
        make: a function of `rus.views` whose answer is frozen, and whose frames are only read.
        build_id: the build.
        args: plain values or frozen dataclasses.
        kwargs: the same.
    """
    found: T = _shared(f"{make.__module__}.{make.__qualname__}", build_id, args, kwargs, _make=make)
    return found


@st.cache_resource(max_entries=VIEWS_KEPT, show_spinner=False)
def _shared(
    name: str,  # noqa: ARG001  # part of the key
    build_id: str,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    _make: Callable[..., Any],
) -> Any:  # noqa: ANN401  # `shared` gives it its type
    return _make(store(build_id), catalogue(build_id), *args, **kwargs)
