"""PxWebApi 1 as Folkhälsomyndigheten and others run it: a byte order mark, positions as codes, limits of its own."""

import itertools
import json
import math
from dataclasses import dataclass, field
from typing import Any

from tests.stub.pxtable import Table, Variable
from tests.stub.wire import Answer, Request, as_json

BOM = b"\xef\xbb\xbf"
PARAMETER_ERROR = as_json({"error": "Parameter error"}, 400)


@dataclass
class PxWeb1:
    """`tables` by their path below the database; `form`: json-stat2 or json, whatever was asked for."""

    tables: dict[str, Table]
    most_cells: int = 1000
    kept_cells: int | None = None
    calls: int = 10
    form: str = "json-stat2"
    with_config: bool = True
    hidden: set[str] = field(default_factory=set)

    def answer(self, request: Request, path: str) -> Answer:
        if "config" in request.target.partition("?")[2]:
            limits = {"maxValues": self.most_cells, "maxCells": 100_000, "maxCalls": self.calls, "timeWindow": 10}
            return as_json({**limits, "CORS": True}) if self.with_config else PARAMETER_ERROR
        path = request.path.partition("/prov/")[2]
        if path in self.tables:
            return self._table(request, self.tables[path])
        inside = {name: t for name, t in self.tables.items() if name.rpartition("/")[0] == path}
        if not inside:
            return PARAMETER_ERROR
        return as_json(
            [
                {"id": name.rpartition("/")[2], "type": "t", "text": t.label, "updated": t.updated}
                for name, t in inside.items()
            ]
        )

    def _table(self, request: Request, table: Table) -> Answer:
        if request.method == "GET":
            about = {"title": table.label, "variables": [self._described(v) for v in table.variables]}
            return _with_bom(as_json(about))
        query = json.loads(request.body)["query"]
        chosen = {part["code"]: part["selection"]["values"] for part in query}
        parts = []
        for variable in table.variables:
            codes = chosen.get(variable.code, list(variable.values))
            if variable.code not in chosen and variable.elimination:
                continue
            if any(code not in variable.values for code in codes):
                return PARAMETER_ERROR
            # The answer is in the order of the table, whatever the order of the question.
            parts.append((variable, {code: text for code, text in variable.values.items() if code in codes}))
        if math.prod(len(labels) for _, labels in parts) > (self.kept_cells or self.most_cells):
            return as_json({"error": "Too many values selected"}, 403)
        data = table.data(parts)
        return _with_bom(as_json(data if self.form == "json-stat2" else _rowwise(data)))

    def _described(self, variable: Variable) -> dict[str, Any]:
        hidden = variable.code in self.hidden
        return {
            "code": variable.code,
            "text": variable.label or variable.code,
            "values": None if hidden else list(variable.values),
            "valueTexts": None if hidden else list(variable.values.values()),
            **({"elimination": True} if variable.elimination else {}),
            **({"time": True} if variable.role == "time" else {}),
        }


def _with_bom(answer: Answer) -> Answer:
    return Answer(answer.status, answer.headers, BOM + answer.body)


def _rowwise(data: dict[str, Any]) -> dict[str, Any]:
    """The same cells in the `json` format."""
    role = data["role"]
    names = [name for name in data["id"] if name not in role["metric"]]
    metric = next(iter(role["metric"]), None)
    contents = list(data["dimension"][metric]["category"]["label"].items()) if metric else [("value", "värde")]
    columns = [
        {
            "code": name,
            "text": data["dimension"][name]["label"],
            "type": "t" if name in role["time"] else "d",
        }
        for name in names
    ] + [{"code": code, "text": text, "type": "c"} for code, text in contents]
    cells: dict[tuple[str, ...], list[str]] = {}
    spread = [list(data["dimension"][name]["category"]["index"]) for name in data["id"]]
    for at, cell in enumerate(itertools.product(*spread)):
        key = tuple(code for name, code in zip(data["id"], cell, strict=True) if name != metric)
        value = data["value"][at]
        text = data.get("status", {}).get(str(at), "..") if value is None else str(value)
        cells.setdefault(key, []).append(text)
    rows = [{"key": list(key), "values": values} for key, values in cells.items()]
    return {"columns": columns, "comments": [], "data": rows}
