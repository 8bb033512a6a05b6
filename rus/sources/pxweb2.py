"""PxWebApi 2: SCB's tables by their TAB id.

Every variable is named in the question: what a service leaves out or adds of its own is never guessed. One answer has
at most the number of cells that the service says today.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

import pyarrow as pa

from rus.catalogue.series import PxSeries, Series
from rus.core.errors import SourceError
from rus.sources.base import Asked, Client, Fetched, Loader, Paced, Planned, Raw, RefusedError, RetiredError, Wanted
from rus.sources.choosing import Choice, Chooser, Variable
from rus.sources.chunks import Selection, blocks, halves
from rus.sources.cube import LATER, Cube
from rus.sources.jsonstat import dimensions_of, read_cube, read_json
from rus.sources.rows import rows_of

ROOT = "https://statistikdatabasen.scb.se/api/v2"
OWNER = "SCB"
CALLS, SECONDS = 30, 10.0
FEWEST_CELLS = 10_000
"""What a service takes at least, where it says nothing of its limit."""
TRIES = 6


def root() -> str:
    """The address of the service (`RUS_PXWEB2_URL`)."""
    return (os.environ.get("RUS_PXWEB2_URL") or ROOT).rstrip("/")


def paces() -> dict[str, tuple[int, float]]:
    """The hosts to be asked, each with calls per seconds."""
    return {root(): (CALLS, SECONDS)}


@dataclass
class _Run:
    """What is asked once a run: the limit, and the description of each table."""

    client: Client
    limit: int = 0
    described: dict[str, Raw | SourceError] = field(default_factory=dict)

    def cells(self) -> int:
        """The limit of cells an answer, read from the service; its pace is passed on to the client."""
        if not self.limit:
            where = f"{OWNER} config"
            config = read_json(self.client.send(Asked("GET", f"{root()}/config")).body, where)
            if not isinstance(config, dict):
                raise SourceError(f"{where}: svaret har inte den form det ska ha. {LATER}")
            self.limit = _positive(config.get("maxDataCells")) or FEWEST_CELLS
            calls, window = _positive(config.get("maxCallsPerTimeWindow")), _positive(config.get("timeWindow"))
            if calls and window and isinstance(self.client, Paced):
                self.client.pace(root(), calls, float(window))
        return self.limit

    def metadata(self, series: PxSeries) -> Raw:
        """The table's description, asked for once."""
        asked = Asked("GET", _metadata_url(series))
        if asked.url not in self.described:
            try:
                self.described[asked.url] = self.client.send(asked)
            except SourceError as err:
                self.described[asked.url] = err
        found = self.described[asked.url]
        if isinstance(found, RefusedError) and _is_gone(found):
            raise _retired(series) from found
        if isinstance(found, SourceError):
            raise found
        return found


def plan(wanted: Wanted, client: Client) -> Iterator[Planned]:
    """Version and number of questions of each series; one description a table is asked for."""
    run = _Run(client)
    for series in wanted.series:
        try:
            cube, choice = _chosen(run, series, wanted)
            yield Planned(series.key, cube.updated, 1 + len(_blocks(choice, cube, run.cells())))
        except SourceError as err:
            yield Planned(series.key, None, 1, err)


def fetch(wanted: Wanted, client: Client) -> Iterator[Fetched]:
    """Every period of each series: the service says when a table changed, not which cells, so `since` is not used."""
    run = _Run(client)
    for series in wanted.series:
        try:
            cube, choice = _chosen(run, series, wanted)
            whole, parts = _whole(choice, cube), _blocks(choice, cube, run.cells())
            raws = [raw for block in parts for raw in _ask(client, series, block, whole)]
            yield Fetched(series.key, tuple(raws), cube.updated)
        except SourceError as err:
            yield Fetched(series.key, (), None, err)


def parse(series: Series, raws: tuple[Raw, ...]) -> pa.Table:
    """ROWS of the answers.

    Raises:
        SourceError: an answer is not what was asked for.
    """
    series = _px(series)
    return rows_of([_checked(series, raw) for raw in raws], series, series.sexes, _where(series))


def _chosen(run: _Run, series: Series, wanted: Wanted) -> tuple[Cube, Choice]:
    series = _px(series)
    if series.owner != OWNER:
        raise SourceError(f'{series.key}: {series.owner} har ingen PxWebApi 2 här. Skriv loader = "pxweb1" i serien.')
    where = _where(series)
    cube, extensions = dimensions_of(run.metadata(series).body, where)
    variables = [
        Variable(
            d.code,
            d.label,
            d.codes,
            d.labels,
            optional=extensions[d.code].get("elimination") is True,
            total=d.total,
            time=d.code == cube.time,
            content=d.code == cube.metric,
        )
        for d in cube.dimensions
    ]
    return cube, Chooser(where, variables, series).choose(series.sexes, wanted.regions)


def _whole(choice: Choice, cube: Cube) -> list[str]:
    """What is never cut: each answer has every sex of the series, and the measure."""
    return [name for name in (choice.sex, cube.metric) if name]


def _blocks(choice: Choice, cube: Cube, limit: int) -> list[Selection]:
    whole = _whole(choice, cube)
    others = sorted(
        (name for name in choice.selection if name not in {choice.place, choice.time, *whole}),
        key=lambda name: -len(choice.selection[name]),
    )
    first = [name for name in (choice.place, *others, choice.time) if name]
    return blocks(choice.selection, limit, whole=whole, first=first)


def _ask(client: Client, series: Series, block: Selection, whole: list[str], tries: int = TRIES) -> list[Raw]:
    """The answer to a block; in halves where the service takes less than it says."""
    series = _px(series)
    url = f"{root()}/tables/{quote(series.table, safe='')}/data?lang=sv&outputFormat=json-stat2"
    try:
        return [client.send(Asked("POST", url, _body(series, block)))]
    except RefusedError as err:
        parts = halves(block, whole=whole)
        if _is_gone(err):
            raise _retired(series) from err
        if not _too_many(err) or len(parts) == 1 or not tries:
            raise
    return [raw for part in parts for raw in _ask(client, series, part, whole, tries - 1)]


def _body(series: PxSeries, block: Selection) -> bytes:
    chosen = []
    for variable, codes in block.items():
        part: dict[str, object] = {"variableCode": variable, "valueCodes": list(codes)}
        if variable in series.codelists:
            part["codelist"] = series.codelists[variable]
        chosen.append(part)
    return json.dumps({"selection": chosen}, ensure_ascii=False).encode()


def _checked(series: PxSeries, raw: Raw) -> Cube:
    """The answer, if its codes are exactly those asked for."""
    where = _where(series)
    cube = read_cube(raw.body, where)
    asked = json.loads(raw.asked.body or b"{}").get("selection", [])
    wanted = {part["variableCode"]: sorted(part["valueCodes"]) for part in asked}
    got = {d.code: sorted(d.codes) for d in cube.dimensions}
    differs = sorted(name for name in wanted.keys() | got.keys() if wanted.get(name) != got.get(name))
    # A table without a measure of its own gets one in the answer.
    if [name for name in differs if not (name == cube.metric and name not in wanted)]:
        raise SourceError(f"{where}: svaret gäller annat än det vi bad om ({', '.join(differs)}). {LATER}")
    return cube


def _metadata_url(series: PxSeries) -> str:
    asked = {"lang": "sv"} | {f"codelist[{name}]": identity for name, identity in sorted(series.codelists.items())}
    return f"{root()}/tables/{quote(series.table, safe='')}/metadata?{urlencode(asked)}"


def _is_gone(err: RefusedError) -> bool:
    return err.status in {404, 410} or b"Non-existent table" in err.body


def _retired(series: PxSeries) -> RetiredError:
    return RetiredError(
        f"{_where(series)}: tabellen finns inte längre. Sök efter den som ersätter den och ändra table i serien. "
        "Finns ingen, skriv retired: när den upphörde och varför."
    )


def _too_many(err: RefusedError) -> bool:
    return err.status == 403 or b"too many cells" in err.body.lower()


def _positive(given: object) -> int:
    return given if type(given) is int and given > 0 else 0


def _px(series: Series | PxSeries) -> PxSeries:
    assert isinstance(series, PxSeries), "the registry hands each loader its own kind"
    return series


def _where(series: PxSeries) -> str:
    return f"{series.owner} {series.table}"


LOADER = Loader("pxweb2", plan, fetch, parse)
