"""The base of everything read from the content folder: unknown keys and wrong types are errors, values don't change."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Sex = Literal["women", "men", "total"]
RegionLevel = Literal["riket", "lan", "kommun"]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A Swedish word in ASCII with hyphens, such as `goda-uppvaxtvillkor`."""
Year = Annotated[int, Field(ge=1900, le=2100)]
Text = Annotated[str, Field(min_length=1)]


class Strict(BaseModel):
    """Strict and frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
