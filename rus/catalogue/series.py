"""The source series that an indicator is put together from."""

import re
from typing import Annotated, Literal

from pydantic import Field, model_validator

from rus.catalogue.strict import RegionLevel, Sex, Strict, Text, Year

Role = Literal["value", "count", "denominator", "lower", "upper", "margin", "answers"]

ALL_SEXES: list[Sex] = ["women", "men", "total"]


class SeriesBase(Strict):
    """What every series says, whichever loader brings it.

    `group` is the fixed group the series stands for: ground → value, both from `_grounds.toml`; empty = total.
    `from_year`/`to_year` bound the years shown from this series; values outside them are kept as overlap, never shown.
    `levels`: the only levels of region taken from this series (empty = all), where a source has a table for each.
    `scale` turns the source's unit into the indicator's (0–1 → percent: 100). `confirmed = false`: the id was not
    seen answering live. `retired`: the owner has ended the series; when, and which one carries on. It is not asked for
    any more, and its figures stay.
    """

    role: Role = "value"
    group: dict[str, str] = {}
    sexes: list[Sex] = ALL_SEXES
    from_year: Year | None = None
    to_year: Year | None = None
    levels: list[RegionLevel] = []
    scale: float = 1.0
    confirmed: bool = True
    retired: Text | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _years_in_order(self) -> "SeriesBase":
        if self.from_year and self.to_year and self.from_year > self.to_year:
            raise ValueError(f"from_year {self.from_year} ligger efter to_year {self.to_year}")
        return self

    @property
    def live(self) -> bool:
        """Whether there is a service, or the region itself, to ask for new figures."""
        return self.retired is None and self.loader != "file"  # type: ignore[attr-defined]  # as for key

    @property
    def source_id(self) -> str:
        """The id by which the owner knows the series."""
        raise NotImplementedError

    @property
    def key(self) -> str:
        """Loader and source id: the name of the series in seed, store and fetches."""
        return f"{self.loader}:{self.source_id}"  # type: ignore[attr-defined]  # each kind has its own loader


class KoladaSeries(SeriesBase):
    """One Kolada KPI."""

    loader: Literal["kolada"]
    id: Annotated[str, Field(pattern=r"^[NU]\d{5}$")]

    @property
    def source_id(self) -> str:
        """Such as `N02267`."""
        return self.id


class FileSeries(SeriesBase):
    """Another owner's published table, taken in as a file: table id and, in the owner's words, which part of it."""

    loader: Literal["file"]
    id: Annotated[str, Field(pattern=r"^[A-Z0-9_]+$")]
    part: str = ""

    @property
    def source_id(self) -> str:
        """Such as `KB_GHG_SECTOR/sektor: Transporter`."""
        return f"{self.id}/{self.part}" if self.part else self.id


class SexCodes(Strict):
    """Which variable is sex, and the code or label of each part, where they can't be told from the labels."""

    variable: Text
    women: Text | None = None
    men: Text | None = None
    total: Text | None = None


class PxMapping(Strict):
    """How a table in the family of PX is read. Variables and values are named by code or label.

    `regions` is the variable of regions; without it the whole table is of `region` (our code). `sex` and `time` are
    told from the labels where the file says nothing. `content` picks the measure, `select` one value a variable.
    `sum_over` names variables left out of the question, so that the service gives its own total: never for shares.
    `codelists` are the service's own groupings, variable → id.
    """

    regions: Text | None = None
    region: Annotated[str, Field(pattern=r"^\d{2}(\d{2})?$")] | None = None
    sex: SexCodes | None = None
    time: Text | None = None
    content: Text | None = None
    select: dict[str, list[str]] = {}
    sum_over: list[Text] = []
    codelists: dict[str, str] = {}

    @model_validator(mode="after")
    def _one_value_a_variable(self) -> "PxMapping":
        for variable, values in self.select.items():
            if len(values) != 1:
                raise ValueError(f"select: {variable} ska ha precis ett värde; skriv en [[series]] för varje grupp")
            if variable in self.sum_over:
                raise ValueError(f"sum_over: {variable} står också i select; ta bort det ena")
        if self.regions and self.region:
            raise ValueError("regions (variabeln) och region (hela tabellens område) kan inte anges båda")
        return self

    @property
    def chosen(self) -> str:
        """Content, selection and sums in one line, such as `BE0101N1;Alder=20-64;utan Civilstand`."""
        parts = [self.content or ""]
        parts += [f"{name}={','.join(values)}" for name, values in sorted(self.select.items())]
        parts += [f"{name}:{identity}" for name, identity in sorted(self.codelists.items())]
        parts += [f"utan {name}" for name in sorted(self.sum_over)]
        return ";".join(part for part in parts if part)


class PxSeries(SeriesBase, PxMapping):
    """A table in a PxWeb service; `owner` names the service."""

    loader: Literal["pxweb2", "pxweb1"]
    owner: Annotated[str, Field(pattern=r"^[A-Z]+$")] = "SCB"
    table: Text

    @property
    def source_id(self) -> str:
        """Owner, table and selection, such as `SCB/IntGr1LanKonUtb/Bakgrund=INT`."""
        return "/".join(part for part in (self.owner, self.table, self.chosen) if part)


SymbolStatus = Literal["noll", "avrundad_noll", "saknas", "skyddad", "ej_tillamplig", "bortfall", "kommer"]


HeadingPart = Literal["period", "sex"]
_PART = re.compile(r"\{([^{}]*)\}")


class ValueColumn(Strict):
    """What one value column of a wide sheet is about."""

    period: Text | None = None
    sex: Sex | None = None


class OwnColumns(Strict):
    """The headings of the columns that hold region, period, sex and value.

    `value` is one heading, or the pattern of many in a wide sheet: `{period}`, `{sex}`, `Andel {sex} {period}`. Where
    the headings have no pattern, `values` lists them: heading → period and sex. A column for each group needs neither:
    each series names its own.
    """

    value: Text | None = None
    values: dict[Text, ValueColumn] = {}
    region: Text | None = None
    period: Text | None = None
    sex: Text | None = None

    @model_validator(mode="after")
    def _one_way_to_the_values(self) -> "OwnColumns":
        if bool(self.value) == bool(self.values):
            raise ValueError("columns: ange antingen value (en rubrik eller ett mönster) eller values (en lista)")
        parts = _PART.findall(self.value or "")
        if len(set(parts)) != len(parts) or set(parts) - {"period", "sex"}:
            raise ValueError("columns.value: ett mönster kan ha {period} och {sex}, en gång var")
        said = {tuple(column.model_dump(exclude_none=True)) for column in self.values.values()}
        if len(said) > 1 or () in said:
            raise ValueError("columns.values: alla kolumner ska ange samma sak: period, sex eller båda")
        return self

    @property
    def told(self) -> set[HeadingPart]:
        """What the headings of the value columns tell of their values."""
        first = next(iter(self.values.values()), None)
        names: tuple[HeadingPart, ...] = ("period", "sex")
        return {n for n in names if f"{{{n}}}" in (self.value or "") or (first and getattr(first, n))}

    @property
    def named(self) -> list[str]:
        """The headings that stand in the sheet as they are written here."""
        plain = [self.value] if self.value and not self.told else []
        return [name for name in (*plain, *self.values, self.region, self.period, self.sex) if name]


class OwnMapping(Strict):
    """How a sheet is read.

    `region` (our code), `period` and `sex` hold for every row where there is no such column. `where` keeps the rows
    with that text in that column. `symbols` says what a sign in a value column stands for.
    """

    columns: OwnColumns
    sheet: Text | None = None
    header_row: int = Field(default=1, ge=1)
    decimal: Literal[",", "."] = ","
    separator: Literal[",", ";", "\t"] = ";"
    encoding: Literal["utf-8", "windows-1252"] = "utf-8"
    where: dict[str, str] = {}
    region: Annotated[str, Field(pattern=r"^\d{2}(\d{2})?$")] | None = None
    period: Text | None = None
    sex: Sex | None = None
    sex_words: dict[Sex, str] = {}
    symbols: dict[str, SymbolStatus] = {}

    @model_validator(mode="after")
    def _each_once(self) -> "OwnMapping":
        for name in ("region", "period", "sex"):
            places = (getattr(self, name), getattr(self.columns, name), name in self.columns.told)
            times = sum(map(bool, places))
            if times > 1 or (times == 0 and name != "sex"):
                raise ValueError(f"{name}: ange antingen en kolumn i columns eller ett värde för hela filen")
        return self


class OwnSeries(SeriesBase):
    """The region's own figures, handed in as `own/<file>`: CSV or XLSX by `mapping`, a PX file by `px`."""

    loader: Literal["own"]
    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    file: Annotated[str, Field(pattern=r"^[^/\\]+\.(csv|xlsx|px)$")] | None = None
    mapping: OwnMapping | None = None
    px: PxMapping | None = None

    @property
    def source_id(self) -> str:
        """Such as `nki-kollektivtrafik`."""
        return self.id


Series = Annotated[KoladaSeries | FileSeries | PxSeries | OwnSeries, Field(discriminator="loader")]
