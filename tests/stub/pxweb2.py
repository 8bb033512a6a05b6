"""PxWebApi 2 with SCB's settings, as far as its contract is known."""

import json
import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

from tests.stub.pxtable import Table, Variable, small_table
from tests.stub.selection import DuplicateCodeError, WrongSelectionError, chosen, split_list
from tests.stub.wire import Answer, Request, as_json

LONGEST_ADDRESS = 2100
Parts = list[tuple[Variable, dict[str, str]]]


def problem(title: str, code: int = 400, *, said: int | None = None) -> Answer:
    """An answer that says no; `said`: the status in the body where it is another than the real one."""
    content = {"type": "Parameter error", "title": title, "status": said or code, "detail": title}
    return as_json(content, code, Content_Type="application/problem+json")


@dataclass
class PxWeb2:
    """`limits` as /config tells them; `kept` are the real ones, where they differ (lowered in the middle of a run)."""

    tables: dict[str, Table]
    most_cells: int = 150_000
    calls: int = 30
    window: int = 10
    kept_cells: int | None = None
    old_spelling: bool = False
    more: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def small(cls) -> Self:
        table = small_table()
        table.symbols = {("9102", "1", "0001", "2024"): "..", ("9102", "2", "0001", "2024"): "-"}
        return cls({table.id: table})

    def answer(self, request: Request, path: str) -> Answer:
        if request.method == "GET" and len(request.target) > LONGEST_ADDRESS:
            return problem("Not Found", 404)
        if request.query.get("lang", "sv") not in ("sv", "en"):
            return problem("Unsupported language")
        routes: list[tuple[str, Callable[..., Answer]]] = [
            (r"/config", self._config),
            (r"/tables", self._tables),
            (r"/tables/([^/]+)", self._table),
            (r"/tables/([^/]+)/metadata", self._metadata),
            (r"/tables/([^/]+)/data", self._data),
            (r"/codelists/([^/]+)", self._codelist),
        ]
        for pattern, give in routes:
            found = re.fullmatch(pattern, path.rstrip("/"), re.IGNORECASE)
            if found:
                return give(request, *found.groups())
        return problem("Not Found", 404)

    def _config(self, _request: Request) -> Answer:
        return as_json(
            {
                "apiVersion": "2.3.2",
                "languages": [{"id": "sv", "label": "svenska"}, {"id": "en", "label": "English"}],
                "defaultLanguage": "sv",
                "maxDataCells": self.most_cells,
                "maxCallsPerTimeWindow": self.calls,
                "timeWindow": self.window,
                "license": "https://creativecommons.org/share-your-work/public-domain/cc0/",
                "sourceReferences": [{"language": "sv", "text": "Källa: Provverket"}],
                "defaultDataFormat": "json-stat2",
                "dataFormats": ["json-stat2", "csv", "px", "xlsx", "html", "json-px"],
                "features": [],
                **self.more,
            }
        )

    def _entry(self, table: Table) -> dict[str, Any]:
        time = next(v for v in table.variables if v.role == "time")
        periods = list(time.values)
        return {
            "id": table.id,
            "label": table.label,
            "description": "",
            "updated": table.updated,
            "firstPeriod": periods[0],
            "lastPeriod": periods[-1],
            "category": "public",
            "variableNames": [v.label or v.code for v in table.variables],
            "discontinued": table.discontinued,
            "source": "Provverket",
            "timeUnit": "Annual",
            "paths": [[{"id": "AA", "label": "Prov"}]],
            "links": [],
            "language": "sv",
        }

    def _tables(self, request: Request) -> Answer:
        number, size = int(request.query.get("pageNumber", "1")), int(request.query.get("pageSize", "20"))
        words = request.query.get("query", "").casefold().split()
        found = [t for t in self.tables.values() if all(w in f"{t.id} {t.label}".casefold() for w in words)]
        pages = max(1, math.ceil(len(found) / size))
        if number > pages:
            return problem("Non-existent page", 404)
        page = {"pageNumber": number, "pageSize": size, "totalElements": len(found), "totalPages": pages}
        some = found[(number - 1) * size : number * size]
        return as_json({"language": "sv", "tables": [self._entry(t) for t in some], "page": page, "links": []})

    def _find(self, identity: str) -> Table | None:
        return next((t for t in self.tables.values() if t.id.casefold() == identity.casefold()), None)

    def _table(self, _request: Request, identity: str) -> Answer:
        table = self._find(identity)
        return as_json(self._entry(table)) if table else problem("Non-existent table", 404)

    def _metadata(self, request: Request, identity: str) -> Answer:
        table = self._find(identity)
        if table is None:
            return problem("Non-existent table", 404)
        parts: Parts = []
        for variable in table.variables:
            name = request.query.get(f"codelist[{variable.code}]")
            if name and name not in variable.codelists:
                return problem("Non-existent codelist")
            parts.append((variable, variable.codelists[name].values if name else variable.values))
        answer = as_json(table.dataset(parts, []))
        if self.old_spelling:
            return Answer(200, answer.headers, answer.body.replace(b'"codelists"', b'"codeLists"'))
        return answer

    def _codelist(self, _request: Request, identity: str) -> Answer:
        for table in self.tables.values():
            for variable in table.variables:
                if identity in variable.codelists:
                    found = variable.codelists[identity]
                    values = [{"code": c, "label": t, "valueMap": found.maps[c]} for c, t in found.values.items()]
                    about = {"id": identity, "label": identity, "language": "sv", "languages": ["sv"], "links": []}
                    return as_json({**about, "type": found.kind, "elimination": found.elimination, "values": values})
        return problem("Non-existent codelist", 404, said=400)

    def _data(self, request: Request, identity: str) -> Answer:
        table = self._find(identity)
        if table is None:
            return problem("Non-existent table", 400, said=404)
        if request.query.get("outputFormat", "json-stat2").casefold() != "json-stat2":
            return problem("Unsupported output format")
        try:
            parts = self._parts(table, self._selection(request))
        except WrongSelectionError as err:
            return problem(str(err))
        except DuplicateCodeError:
            return Answer(500)
        if math.prod(len(labels) for _, labels in parts) > (self.kept_cells or self.most_cells):
            return problem("Too many cells selected")
        return as_json(table.data(parts))

    def _selection(self, request: Request) -> dict[str, tuple[list[str], str | None]]:
        """Variable → what is chosen of it, and by which codelist."""
        if request.method == "POST":
            try:
                every = json.loads(request.body)["selection"]
                return {each["variableCode"]: (each["valueCodes"], each.get("codelist")) for each in every}
            except (ValueError, KeyError, TypeError) as err:
                raise WrongSelectionError("No query specified") from err
        words = {name[11:-1]: text for name, text in request.query.items() if name.lower().startswith("valuecodes[")}
        return {name: (split_list(text), request.query.get(f"codelist[{name}]")) for name, text in words.items()}

    def _parts(self, table: Table, selection: dict[str, tuple[list[str], str | None]]) -> Parts:
        """The variables in the answer, with what is chosen of each."""
        named = {name: table.variable(name) for name in selection}
        if not all(named.values()):
            raise WrongSelectionError("Non-existent variable")
        asked = {variable.code: selection[name] for name, variable in named.items() if variable}
        parts: Parts = []
        for variable in table.variables:
            if variable.code not in asked and selection:
                if not variable.elimination:
                    raise WrongSelectionError("Missing selection for mandantory variable")
                continue
            # Nothing chosen at all: the service's own selection, here the newest period of the first values.
            words, codelist = asked.get(variable.code, (["TOP(1)"], None))
            if codelist and codelist not in variable.codelists:
                raise WrongSelectionError("Non-existent codelist")
            labels = variable.codelists[codelist].values if codelist else variable.values
            codes = chosen(words, list(labels), time=variable.role == "time")
            if not codes:
                raise WrongSelectionError("Missing selection for mandantory variable")
            parts.append((variable, {code: labels[code] for code in codes}))
        return parts
