"""The source series that an indicator is put together from."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from rus.catalogue.strict import Sex, Strict, Text, Year

Role = Literal["value", "count", "denominator", "lower", "upper", "margin", "answers"]

ALL_SEXES: list[Sex] = ["women", "men", "total"]


class SeriesBase(Strict):
    """What every series says, whichever loader brings it.

    `group` is the fixed group the series stands for: ground → value, both from `_grounds.toml`; empty = total.
    `from_year`/`to_year` bound the years shown from this series; values outside them are kept as overlap, never shown.
    `scale` turns the source's unit into the indicator's (0–1 → percent: 100). `confirmed = false`: the id was not
    seen answering live.
    """

    role: Role = "value"
    group: dict[str, str] = {}
    sexes: list[Sex] = ALL_SEXES
    from_year: Year | None = None
    to_year: Year | None = None
    scale: float = 1.0
    confirmed: bool = True
    note: Text | None = None

    @model_validator(mode="after")
    def _years_in_order(self) -> "SeriesBase":
        if self.from_year and self.to_year and self.from_year > self.to_year:
            raise ValueError(f"from_year {self.from_year} ligger efter to_year {self.to_year}")
        return self

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


class PxSeries(SeriesBase):
    """A table in a PxWeb service; `select` fixes variables by code or label, `owner` names the service."""

    loader: Literal["pxweb2", "pxweb1"]
    owner: Annotated[str, Field(pattern=r"^[A-Z]+$")] = "SCB"
    table: Text
    select: dict[str, list[str]] = {}

    @property
    def source_id(self) -> str:
        """Owner, table and selection, such as `SCB/IntGr1LanKonUtb/Bakgrund=INT`."""
        chosen = ";".join(f"{name}={','.join(values)}" for name, values in sorted(self.select.items()))
        return "/".join(part for part in (self.owner, self.table, chosen) if part)


class OwnSeries(SeriesBase):
    """The region's own figures, to be handed in as a file."""

    loader: Literal["own"]
    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]

    @property
    def source_id(self) -> str:
        """Such as `nki-kollektivtrafik`."""
        return self.id


Series = Annotated[KoladaSeries | FileSeries | PxSeries | OwnSeries, Field(discriminator="loader")]
