"""PxWebApi 1: Folkhälsomyndigheten, Jordbruksverket, Energimyndigheten, Skolverket, older tables of SCB.

Codes may be positions in a list that moves, so each run finds them anew by their labels. A refused call counts in the
service's window: the client waits the whole window before it asks again.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

import pyarrow as pa

from rus.catalogue.series import PxSeries, Series
from rus.core.errors import SourceError
from rus.sources.base import Asked, Client, Fetched, Loader, Paced, Planned, Raw, RefusedError, RetiredError, Wanted
from rus.sources.choosing import Choice, Chooser, Variable
from rus.sources.chunks import Selection, blocks, halves
from rus.sources.cube import LATER, Cube
from rus.sources.jsonstat import read_cube, read_json
from rus.sources.rows import rows_of
from rus.sources.rowwise import read_rowwise
from rus.sources.services import config_url, root

FEWEST_CELLS = 1_000
"""What a service takes at least, where it says nothing of its limit."""
TRIES = 6


@dataclass
class _Run:
    """What is asked once a run: each service's limit, each folder, each table's description."""

    client: Client
    limits: dict[str, int] = field(default_factory=dict)
    answers: dict[str, Raw | SourceError] = field(default_factory=dict)

    def ask(self, url: str) -> Raw:
        """The answer to a GET, asked for once."""
        if url not in self.answers:
            try:
                self.answers[url] = self.client.send(Asked("GET", url))
            except SourceError as err:
                self.answers[url] = err
        found = self.answers[url]
        if isinstance(found, SourceError):
            raise found
        return found

    def cells(self, owner: str) -> int:
        """The service's limit of cells an answer; its pace is passed on to the client."""
        if owner not in self.limits:
            self.limits[owner] = self._limit(owner)
        return self.limits[owner]

    def _limit(self, owner: str) -> int:
        url = config_url(owner)
        try:
            config = read_json(self.ask(url).body, url) if url else None
        except SourceError:
            # Not every installation tells its limits; the least any of them has is then safe.
            config = None
        if not isinstance(config, dict):
            return FEWEST_CELLS
        calls, window = _positive(config.get("maxCalls")), _positive(config.get("timeWindow"))
        if calls and window and isinstance(self.client, Paced):
            self.client.pace(root(owner), calls, float(window))
        told = [_positive(config.get(name)) for name in ("maxValues", "maxCells")]
        return min((limit for limit in told if limit), default=FEWEST_CELLS)

    def updated(self, series: PxSeries) -> str | None:
        """When the table was updated, as its folder says; None where it doesn't."""
        folder, _, name = _url(series).rpartition("/")
        try:
            listed = read_json(self.ask(folder).body, folder)
        except SourceError:
            return None
        rows = [row for row in listed if isinstance(row, dict)] if isinstance(listed, list) else []
        found = next((row.get("updated") for row in rows if quote(str(row.get("id"))) == name), None)
        return found if isinstance(found, str) else None


def plan(wanted: Wanted, client: Client) -> Iterator[Planned]:
    """Version and number of questions of each series; one description a table is asked for."""
    run = _Run(client)
    for series in map(_px, wanted.series):
        try:
            choice, content = _chosen(run, series, wanted)
            count = 1 + len(_blocks(choice, content, run.cells(series.owner)))
            yield Planned(series.key, run.updated(series), count)
        except SourceError as err:
            yield Planned(series.key, None, 1, err)


def fetch(wanted: Wanted, client: Client) -> Iterator[Fetched]:
    """Every period of each series: the service says when a table changed, not which cells, so `since` is not used."""
    run = _Run(client)
    for series in map(_px, wanted.series):
        try:
            choice, content = _chosen(run, series, wanted)
            parts = _blocks(choice, content, run.cells(series.owner))
            whole = _whole(choice, content)
            raws = tuple(raw for block in parts for raw in _ask(client, series, block, whole))
            yield Fetched(series.key, raws, run.updated(series) or _hash(raws))
        except SourceError as err:
            yield Fetched(series.key, (), None, err)


def parse(series: Series, raws: tuple[Raw, ...]) -> pa.Table:
    """ROWS of the answers, in either of the formats `json-stat2` and `json`.

    Raises:
        SourceError: an answer is not what was asked for.
    """
    series = _px(series)
    cubes = [_checked(series, raw) for raw in raws]
    return rows_of(cubes, series, series.sexes, _where(series), labels_first=True)


def read_variables(body: bytes, where: str) -> list[Variable]:
    """The variables of a table from its description.

    Raises:
        SourceError: not a description, or one without the codes.
    """
    found = read_json(body, where)
    parts = found.get("variables") if isinstance(found, dict) else None
    if not isinstance(parts, list) or not parts:
        raise SourceError(f"{where}: svaret är ingen beskrivning av en tabell. {LATER}")
    return [_variable(part, where) for part in parts]


def _variable(part: object, where: str) -> Variable:
    part = part if isinstance(part, dict) else {}
    code, codes, labels = part.get("code"), part.get("values"), part.get("valueTexts")
    if not isinstance(code, str) or not code:
        raise SourceError(f"{where}: en variabel saknar kod. {LATER}")
    if codes is None or labels is None:
        raise SourceError(
            f"{where}: variabeln {code} har fler värden än tjänsten lämnar ut. Välj en annan tabell eller en "
            "gruppering med codelists."
        )
    if not _texts(codes) or not _texts(labels) or len(codes) != len(labels) or len(set(codes)) != len(codes):
        raise SourceError(f"{where}: variabeln {code} har inte en etikett för varje kod. {LATER}")
    return Variable(
        code,
        str(part.get("text") or code),
        tuple(codes),
        tuple(labels),
        optional=part.get("elimination") is True,
        time=part.get("time") is True,
    )


def _chosen(run: _Run, series: PxSeries, wanted: Wanted) -> tuple[Choice, str | None]:
    where = _where(series)
    try:
        body = run.ask(_url(series)).body
    except RefusedError as err:
        # The service answers 400 to an unknown table and to most other things.
        if err.status not in {400, 404, 410}:
            raise
        there = "Sök efter dess nya plats och ändra table. Finns ingen, skriv retired: när den upphörde och varför."
        raise RetiredError(f"{where}: tabellen finns inte på den adressen. {there}") from err
    variables = read_variables(body, where)
    content = next((v.code for v in variables if v.names & {"contentscode", "tabellinnehåll"}), None)
    return Chooser(where, variables, series, labels_first=True).choose(series.sexes, wanted.regions), content


def _whole(choice: Choice, content: str | None) -> list[str]:
    """What is never cut: each answer has every sex of the series, and the measure."""
    return [name for name in (choice.sex, content) if name]


def _blocks(choice: Choice, content: str | None, limit: int) -> list[Selection]:
    first = [name for name in (choice.place, choice.time) if name]
    return blocks(choice.selection, limit, whole=_whole(choice, content), first=first)


def _ask(client: Client, series: PxSeries, block: Selection, whole: list[str], tries: int = TRIES) -> list[Raw]:
    """The answer to a block; in halves where the service takes less than it says."""
    try:
        return [client.send(Asked("POST", _url(series), _body(series, block)))]
    except RefusedError as err:
        parts = halves(block, whole=whole)
        if err.status != 403 or len(parts) == 1 or not tries:
            raise
    return [raw for part in parts for raw in _ask(client, series, part, whole, tries - 1)]


def _body(series: PxSeries, block: Selection) -> bytes:
    def one(variable: str, codes: tuple[str, ...]) -> dict[str, object]:
        listed = series.codelists.get(variable)
        shape = "item" if listed is None else listed if listed[:3] in {"vs:", "agg"} else f"vs:{listed}"
        return {"code": variable, "selection": {"filter": shape, "values": list(codes)}}

    query = [one(variable, codes) for variable, codes in block.items()]
    return json.dumps({"query": query, "response": {"format": "json-stat2"}}, ensure_ascii=False).encode()


def _checked(series: PxSeries, raw: Raw) -> Cube:
    """The answer, if its codes are exactly those asked for."""
    where = _where(series)
    found = read_json(raw.body, where)
    rowwise = isinstance(found, dict) and "columns" in found
    cube = read_rowwise(raw.body, where) if rowwise else read_cube(raw.body, where)
    asked = json.loads(raw.asked.body or b"{}").get("query", [])
    wanted = {part["code"]: sorted(part["selection"]["values"]) for part in asked}
    got = {d.code: sorted(d.codes) for d in cube.dimensions}
    # A table of one measure has no variable for it in the question, but gets one in the answer.
    extra = {d.code for d in cube.dimensions if d.code not in wanted and len(d.codes) == 1}
    differs = sorted(n for n in wanted.keys() | got.keys() if n not in extra and wanted.get(n) != got.get(n))
    if differs:
        raise SourceError(f"{where}: svaret gäller annat än det vi bad om ({', '.join(differs)}). {LATER}")
    return cube


def _url(series: PxSeries) -> str:
    return quote(f"{root(series.owner)}/{series.table}", safe=":/%")


def _hash(raws: tuple[Raw, ...]) -> str:
    return hashlib.sha256("".join(raw.sha256 for raw in raws).encode()).hexdigest()


def _texts(given: object) -> bool:
    return isinstance(given, list) and all(isinstance(one, str) for one in given)


def _positive(given: object) -> int:
    return given if type(given) is int and given > 0 else 0


def _px(series: Series) -> PxSeries:
    assert isinstance(series, PxSeries), "the registry hands each loader its own kind"
    return series


def _where(series: PxSeries) -> str:
    return f"{series.owner} {series.table}"


LOADER = Loader("pxweb1", plan, fetch, parse)
