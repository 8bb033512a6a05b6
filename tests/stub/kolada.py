"""Kolada v3 as far as its contract is known: lists of 25, pages of 5000, misspelt questions answered with nothing."""

import itertools
import json
import math
import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urlencode, urlsplit

from tests.stub.wire import Answer, Request, as_json

MOST_IDS, MOST_ROWS = 25, 5000
FIRST_SEEN = "2026-01-15"


@dataclass
class Kpi:
    """`kind`: K = kommuner and riket, L = regions and riket, A = all."""

    id: str
    title: str = ""
    divided: bool = True
    kind: str = "A"
    next_date: str | None = "2099-03-06"
    next_period: str | int | None = "2026"
    years: tuple[int, ...] = tuple(range(2019, 2026))

    def record(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "title": self.title or f"Nyckeltal {self.id}, andel (%)",
            "description": "Påhittat för prov. Källa: Ingen.",
            "is_divided_by_gender": self.divided,
            "municipality_type": self.kind,
            "auspice": "X",
            "operating_area": "Prov",
            "perspective": "Volymer",
            "prel_publication_date": None,
            "publication_date": self.next_date,
            "publ_period": self.next_period,
            "has_ou_data": False,
        }


@dataclass
class Told:
    """A figure that was set apart: revised, emptied or taken back, and when."""

    value: float | None
    when: str
    status: str = ""
    deleted: bool = False


@dataclass
class Kolada:
    """`told` overrides the made-up figures, by key figure, municipality, year and sex (T, K, M)."""

    kpis: dict[str, Kpi]
    municipalities: dict[str, str]  # id → type
    groups: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    told: dict[tuple[str, str, int, str], Told] = field(default_factory=dict)
    rows_a_page: int = MOST_ROWS

    @classmethod
    def small(cls) -> Self:
        """Three key figures, of which one not by sex and one an uncertainty; riket, two regions, four kommuner."""
        kpis = [Kpi("N00001"), Kpi("N00002", divided=False), Kpi("U00003", "Osäkerhetstal - Nöjda, andel (%)")]
        places = {"0000": "L", "0091": "L", "0092": "L", "9101": "K", "9102": "K", "9201": "K", "9202": "K"}
        groups = {"G1": ("Provgruppen (ovägt medel)", ("9101", "9102"))}
        return cls({kpi.id: kpi for kpi in kpis}, places, groups)

    @classmethod
    def of(cls, ids: Sequence[str], municipalities: Sequence[str], margins: Sequence[str] = ()) -> Self:
        """All these key figures for all these municipalities (Kolada's ids), in 25 years."""
        title = {id_: f"Osäkerhetstal - {id_}" for id_ in margins}
        years = tuple(range(2001, 2026))
        kpis = {id_: Kpi(id_, title.get(id_, ""), years=years) for id_ in ids}
        return cls(kpis, {code: "L" if code.startswith("00") else "K" for code in municipalities})

    def tell(self, key: tuple[str, str, int, str], value: float | None, when: str, status: str = "") -> None:
        """Publish a figure: a new one, or a revised value."""
        self.told[key] = Told(value, when, status)

    def take_back(self, key: tuple[str, str, int, str], when: str) -> None:
        self.told[key] = Told(None, when, deleted=True)

    def value(self, kpi: str, municipality: str, year: int, sex: str) -> float:
        """A made-up figure, the same every time."""
        return zlib.crc32(f"{kpi}{municipality}{year}{sex}".encode()) % 1000 / 10

    # --- the service ---

    def answer(self, request: Request, path: str) -> Answer:
        for pattern, give in self._routes():
            found = re.fullmatch(pattern, path.rstrip("/") or "/")
            if found:
                lists = {name: text.split(",") for name, text in found.groupdict().items() if text}
                if any(len(ids) > MOST_IDS for ids in lists.values()):
                    return _invalid(request, "List should have at most 25 items after validation")
                return self._page(request, give(request, lists))
        return as_json({"detail": "Not Found"}, 404)

    def _routes(self) -> list[tuple[str, Callable[[Request, dict[str, list[str]]], Sequence[Any] | None]]]:
        return [
            (r"/kpi(/(?P<ids>[^/]+))?", self._kpis),
            (r"/municipality(/(?P<ids>[^/]+))?", self._municipalities),
            (r"/municipality_groups(/(?P<ids>[^/]+))?", self._groups),
            (r"/(kpi_groups|ou)(/[^/]+)?", lambda *_: []),
            (r"/oudata(/.*)?", lambda *_: []),
            (r"/data", self._by_query),
            (r"/data/kpi/(?P<kpi>[^/]+)/year/(?P<year>[^/]+)", self._data),
            (r"/data/kpi/(?P<kpi>[^/]+)/municipality/(?P<place>[^/]+)(/year/(?P<year>[^/]+))?", self._data),
            (r"/data/municipality/(?P<place>[^/]+)/year/(?P<year>[^/]+)", self._data),
        ]

    def _page(self, request: Request, items: Sequence[Any] | None) -> Answer:
        try:
            number, size = int(request.query.get("page", "1")), int(request.query.get("per_page", str(MOST_ROWS)))
        except ValueError:
            return _invalid(request, "Input should be a valid integer")
        if items is None or not 1 <= size <= MOST_ROWS or number < 1:
            return _invalid(request, "Input should be less than or equal to 5000")
        size = min(size, self.rows_a_page)
        here = f"{request.host}{urlsplit(request.target).path}"
        some = items[(number - 1) * size : number * size]
        values = [self._row(*each) if isinstance(each, tuple) else json.dumps(each) for each in some]

        def at(page: int) -> str | None:
            there = 1 <= page <= math.ceil(len(items) / size)
            return f"{here}?{urlencode({**request.query, 'page': page})}" if there else None

        ends = json.dumps({"next_url": at(number + 1), "previous_url": at(number - 1), "count": len(some)})
        body = f'{{"values": [{", ".join(values)}], {ends[1:]}'
        return Answer(200, {"Content-Type": "application/json; charset=UTF-8"}, body.encode())

    def _kpis(self, _request: Request, lists: dict[str, list[str]]) -> list[Any]:
        chosen = _chosen(lists, self.kpis)
        return [self.kpis[id_].record() for id_ in chosen]

    def _municipalities(self, request: Request, lists: dict[str, list[str]]) -> list[Any]:
        kind = request.query.get("type")
        every = [{"id": c, "title": f"Ort {c}", "type": t} for c, t in self.municipalities.items()]
        return [
            each for each in every if each["id"] in _chosen(lists, self.municipalities) and kind in (None, each["type"])
        ]

    def _groups(self, _request: Request, lists: dict[str, list[str]]) -> list[Any]:
        return [
            {
                "id": g,
                "title": self.groups[g][0],
                "members": [{"member_id": m, "member_title": m} for m in self.groups[g][1]],
            }
            for g in _chosen(lists, self.groups)
        ]

    def _by_query(self, request: Request, _lists: dict[str, list[str]]) -> Sequence[Any] | None:
        names = {"kpi_id": "kpi", "municipality_id": "place", "year": "year"}
        lists = {ours: request.query[name].split(",") for name, ours in names.items() if name in request.query}
        if any(len(ids) > MOST_IDS for ids in lists.values()):
            return None
        return self._data(request, lists) if len(lists) >= 2 else []

    def _data(self, request: Request, lists: dict[str, list[str]]) -> Sequence[Any]:
        """Rows that are asked for: key figure, place, year and since when."""
        since = request.query.get("from_date", "")
        every: list[Any] = []
        for kpi in (self.kpis[id_] for id_ in lists.get("kpi", self.kpis) if id_ in self.kpis):
            wanted = [int(year) for year in lists["year"] if year.isdecimal()] if "year" in lists else None
            years = {*kpi.years, *(key[2] for key in self.told if key[0] == kpi.id)}
            chosen = sorted(years if wanted is None else years & set(wanted))
            places = [c for c in lists.get("place", self.municipalities) if self._has(kpi, c)]
            cells = itertools.product([kpi], places, chosen, [since])
            every += cells if not self.told and not since else filter(self._changed, cells)
        return every

    def _has(self, kpi: Kpi, place: str) -> bool:
        kind = self.municipalities.get(place)
        return kind is not None and (place == "0000" or kpi.kind in ("A", kind))

    def _sexes(self, kpi: Kpi) -> str:
        return "TKM" if kpi.divided else "T"

    def _changed(self, cell: tuple[Kpi, str, int, str]) -> bool:
        kpi, place, year, since = cell
        made = year in kpi.years and since <= FIRST_SEEN
        keys = [(kpi.id, place, year, sex) for sex in self._sexes(kpi)] if self.told else []
        return made or any(key in self.told and self.told[key].when >= since for key in keys)

    def _row(self, kpi: Kpi, place: str, year: int, since: str) -> str:
        """One row as JSON, put together by hand: an answer for all Sweden has millions of figures."""
        values = []
        for sex in self._sexes(kpi):
            told = self.told.get((kpi.id, place, year, sex)) if self.told else None
            if told and told.when >= since:
                count = 0 if told.value is None else 1
                figure = {"count": count, "status": told.status, "value": told.value, "isdeleted": told.deleted}
                values.append(json.dumps({"gender": sex, **figure}))
            elif year in kpi.years and since <= FIRST_SEEN:
                value = self.value(kpi.id, place, year, sex)
                values.append(f'{{"gender": "{sex}", "count": 1, "status": "", "value": {value}, "isdeleted": false}}')
        key = f'"kpi": "{kpi.id}", "municipality": "{place}", "period": {year}'
        return f'{{{key}, "values": [{", ".join(values)}]}}'


def _chosen(lists: dict[str, list[str]], known: dict[str, Any]) -> list[str]:
    asked = lists.get("ids")
    return [id_ for id_ in known if asked is None or id_ in asked]


def _invalid(request: Request, words: str) -> Answer:
    return as_json({"detail": [{"loc": ["path"], "msg": words, "type": "value_error", "input": request.target}]}, 422)
