"""The tables of the page Om as files."""

from collections.abc import Iterable

from rus.catalogue.catalogue import Catalogue
from rus.views.about import Fetch, Source
from rus.views.quality import sheet
from rus.views.sheet import Sheet

OWNERS = {"owner": "Ägare", "licence": "Villkor", "indicators": "Indikatorer", "newest": "Senaste år"}
FETCHES = {
    "fetch_id": "Hämtning",
    "series": "Serie",
    "owner": "Ägare",
    "kind": "Så hämtades den",
    "request": "Fråga",
    "retrieved": "När",
    "rows": "Rader",
    "hash": "Kontrollsumma",
}


def owners_sheet(catalogue: Catalogue, owners: Iterable[Source], build: str) -> Sheet:
    """One row an owner of statistics and its terms."""
    rows = [(s.owner, s.licence, s.indicators, s.newest) for s in owners]
    return sheet(catalogue, "Statistikens ägare och villkor", OWNERS, rows, build=build)


def fetches_sheet(catalogue: Catalogue, fetches: Iterable[Fetch], build: str) -> Sheet:
    """One row a retrieval, in the words of the page; its number of rows without the space of thousands."""
    rows = [(f.id, f.series, f.owner, f.kind, f.request, f.retrieved, _bare(f.rows), f.hash) for f in fetches]
    return sheet(catalogue, "Alla hämtningar", FETCHES, rows, build=build)


def _bare(words: str) -> str:
    return "".join(sign for sign in words if sign.isdigit())
