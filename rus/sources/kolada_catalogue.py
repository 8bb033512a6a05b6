"""What Kolada says of its own: pages, key figures, regions, groups."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from rus.core.errors import SourceError
from rus.sources.base import Asked, Client, Raw, read_json, shown

ROOT = "https://api.kolada.se/v3"
PACE = (40, 10.0)  # no limit is published; four a second is what others keep to
IDS_A_LIST = 25
ROWS_A_PAGE = 5000
MOST_RECORDS = 100_000

MEND = "Inget är sparat av detta svar. Försök igen senare; om felet består har Kolada ändrats."
OWNER = re.compile(r"Källa[:.]\s*([^\n\\]+?)[.\s]*(?:\\n|\n|$)")
KPI_ID = re.compile(r"[NU]\d{5}")


@dataclass(frozen=True)
class Kpi:
    """One key figure of the catalogue; `next_date` and `next_period` are its next scheduled publication."""

    id: str
    title: str
    description: str
    divided: bool
    next_date: date | None
    next_period: str | None

    @property
    def version(self) -> str | None:
        """Date and period of the next publication: the pair rolls on when figures are published. None = not stated."""
        if self.next_date is None:
            return None
        return f"{self.next_date.isoformat()}|{self.next_period or ''}"

    @property
    def owner(self) -> str | None:
        """Whose statistics it is, which Kolada says only at the end of the description."""
        found = OWNER.findall(self.description)
        return found[-1].strip() if found else None

    @property
    def is_margin(self) -> bool:
        """Half the width of a survey's interval, published as a key figure of its own."""
        return self.title.startswith("Osäkerhetstal")


def root() -> str:
    """Kolada's address, or the one in `RUS_KOLADA_URL`."""
    return (os.environ.get("RUS_KOLADA_URL") or ROOT).rstrip("/")


def refusal(url: str, words: str) -> SourceError:
    """An answer that can't be used, and why."""
    return SourceError(f"Kolada, {shown(url)}: {words}.\n{MEND}")


def in_lists(ids: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The ids, each once and in order, in lists as long as Kolada takes."""
    each = sorted(set(ids))
    for at in range(0, len(each), IDS_A_LIST):
        yield tuple(each[at : at + IDS_A_LIST])


def question(path: str, **query: str) -> Asked:
    """Of the first page below the root, full pages."""
    asked = {"per_page": str(ROWS_A_PAGE), **query}
    return Asked("GET", f"{root()}{path}?{urlencode(asked)}")


@lru_cache(maxsize=1)
def _page(raw: Raw) -> dict[str, Any]:
    """The envelope, with a list of values as long as it says; who asks for the next page then reads this one."""
    page = read_json(raw)
    if not isinstance(page, dict) or not isinstance(page.get("values"), list):
        raise refusal(raw.asked.url, "svaret är inte en sida med värden")
    stated, there = page.get("count"), len(page["values"])
    if stated is not None and stated != there:
        raise refusal(raw.asked.url, f"sidan säger sig ha {stated!s:.20} poster, har {there}")
    return page


def page_values(raw: Raw) -> list[Any]:
    """What stands on one page.

    Raises:
        SourceError: not a page, or not as many things on it as it says.
    """
    values: list[Any] = _page(raw)["values"]
    return values


def _next(raw: Raw, there: object) -> Asked:
    """The question for the page that `next_url` names, always put to the host that was asked first.

    Only its query is used: behind a mirror or a proxy the rest may be written otherwise.
    """
    here = urlsplit(raw.asked.url)
    try:
        parts = urlsplit(there) if isinstance(there, str) else None
        foreign = parts is None or (bool(parts.netloc) and parts.hostname != here.hostname)
    except ValueError:
        parts, foreign = None, True
    if parts is None or foreign:
        raise refusal(raw.asked.url, f"nästa sida ligger på en annan värd ({there!s:.200})")
    asked_for = unquote(here.path).removeprefix(unquote(urlsplit(root()).path))
    if not unquote(parts.path).rstrip("/").endswith(asked_for.rstrip("/")):
        raise refusal(raw.asked.url, f"nästa sida gäller något annat ({there!s:.200})")
    query = dict(parse_qsl(here.query)) | dict(parse_qsl(parts.query))
    return Asked("GET", f"{raw.asked.url.split('?')[0]}?{urlencode(query)}")


def pages(client: Client, first: Asked, most: int = MOST_RECORDS) -> Iterator[Raw]:
    """Every page of an answer, to the end; `most` is how many records there can be.

    Raises:
        SourceError: pages that come again or never end, or what the client raises.
    """
    asked: Asked | None = first
    seen: set[str] = set()
    bodies: set[str] = set()
    records = 0
    while asked:
        if asked.url in seen or records > most:
            raise refusal(asked.url, "sidorna tar aldrig slut")
        seen.add(asked.url)
        raw = client.send(asked)
        page = _page(raw)
        there = page.get("next_url")
        if there is not None and (raw.sha256 in bodies or not page["values"]):
            raise refusal(raw.asked.url, "samma sida kommer om igen")
        bodies.add(raw.sha256)
        records += len(page["values"])
        asked = None if there is None else _next(raw, there)
        yield raw


def _text(record: dict[str, Any], name: str, url: str) -> str:
    value = record.get(name)
    if not isinstance(value, str) or not value:
        raise refusal(url, f"en post saknar {name}")
    return value


def _date(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def read_kpis_page(raw: Raw) -> list[Kpi]:
    """Key figures on one page of `/kpi`.

    Raises:
        SourceError: the page is not as Kolada's pages are.
    """
    found = []
    for record in page_values(raw):
        if not isinstance(record, dict) or not KPI_ID.fullmatch(_text(record, "id", raw.asked.url)):
            raise refusal(raw.asked.url, "en post i katalogen är inte ett nyckeltal")
        period = record.get("publ_period")
        found.append(
            Kpi(
                id=record["id"],
                title=_text(record, "title", raw.asked.url),
                description=record["description"] if isinstance(record.get("description"), str) else "",
                divided=bool(record.get("is_divided_by_gender")),
                next_date=_date(record.get("publication_date")),
                next_period=str(period) if isinstance(period, str | int) and str(period) else None,
            )
        )
    return found


def read_kpis(client: Client, ids: Sequence[str] = ()) -> dict[str, Kpi]:
    """The catalogue's words of these key figures; without ids of all of them. An id that is gone is not in the answer.

    Raises:
        SourceError: other key figures than were asked for, or no usable answer.
    """
    asked = [question(f"/kpi/{','.join(some)}") for some in in_lists(ids)] or [question("/kpi")]
    found = {kpi.id: kpi for first in asked for raw in pages(client, first) for kpi in read_kpis_page(raw)}
    if ids and not found.keys() <= set(ids):
        strange = ", ".join(sorted(found.keys() - set(ids))[:3])
        raise SourceError(f"Kolada, {root()}/kpi: svaret gäller andra nyckeltal än de frågade ({strange}).\n{MEND}")
    return found


def read_regions(client: Client) -> dict[str, str]:
    """Kolada's id and type (K = kommun, L = region or riket) of every municipality, region and riket.

    Raises:
        SourceError: a type Kolada did not use before, or no usable answer.
    """
    types: dict[str, str] = {}
    for raw in pages(client, question("/municipality")):
        for record in page_values(raw):
            kind = record.get("type") if isinstance(record, dict) else None
            if kind not in ("K", "L"):
                raise refusal(raw.asked.url, f"okänd sorts region ({kind!s:.40})")
            types[_text(record, "id", raw.asked.url)] = kind
    return types


def read_groups(client: Client, ids: Sequence[str]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Title and members (Kolada's ids) of these groups of municipalities. A group that is gone is not in the answer.

    Raises:
        SourceError: other groups than were asked for, or no usable answer.
    """
    groups: dict[str, tuple[str, tuple[str, ...]]] = {}
    for some in in_lists(ids):
        for raw in pages(client, question(f"/municipality_groups/{','.join(some)}")):
            for record in page_values(raw):
                members = record.get("members") if isinstance(record, dict) else None
                if not isinstance(members, list) or not all(isinstance(each, dict) for each in members):
                    raise refusal(raw.asked.url, "en grupp saknar medlemmar")
                codes = tuple(_text(each, "member_id", raw.asked.url) for each in members)
                groups[_text(record, "id", raw.asked.url)] = (_text(record, "title", raw.asked.url), codes)
    if not groups.keys() <= set(ids):
        raise SourceError(f"Kolada, {root()}/municipality_groups: svaret gäller andra grupper än de frågade.\n{MEND}")
    return groups
