"""The place: which regions the dashboard is about, and what they are compared with."""

from pydantic import Field

from rus.catalogue.strict import Slug, Strict, Text


class ComparisonSet(Strict):
    """A named set of regions (codes) to compare with; `default` marks the one goals use when they say nothing."""

    id: Slug
    name: Text
    regions: list[Text]
    source: Text
    default: bool = False


class Lansdel(Strict):
    """A part of the county: a filter of kommuner."""

    id: Slug
    name: Text
    regions: list[Text]
    source: Text
    unconfirmed: Text | None = None


class Tile(Strict):
    """A kommun's place on the tile map."""

    region: Text
    column: int
    row: int


class Feature(Strict):
    """How a kommun is built, by an indicator (both sexes together): what similar kommuner are chosen by.

    `log`: compared by ratio, as sizes are. `same_as`: indicators that say nearly the same, which the feature must not
    foretell. `why`: what the feature stands for, in a reader's words.
    """

    indicator: Slug
    label: Text
    why: Text
    weight: float = Field(default=1.0, gt=0)
    log: bool = False
    same_as: list[Slug] = []


class Profile(Strict):
    """The head of a kommun's page: the indicator of its people, and that of their ages with the groups shown."""

    people: Slug
    ages: Slug
    age_groups: list[Text]


class Place(Strict):
    """`data/reference/place.toml`.

    `region` is the code of the county, `country` that of riket; `editor` is named after "Bearbetning:".
    `short` stands beside the logo; `eyebrow` above the title of the first page. `contact` is a mail address or words,
    for questions and, where the accessibility statement has none of its own, for what does not work.
    """

    name: Text
    short: Text
    editor: Text
    eyebrow: Text
    region: Text
    country: Text
    contact: Text | None = None
    comparison_sets: list[ComparisonSet]
    lansdelar: list[Lansdel] = []
    tiles: list[Tile] = []
    features: list[Feature] = []
    profile: Profile | None = None


class Region(Strict):
    """One row of `data/reference/regions.csv`."""

    code: Text
    name: Text
    level: Text
    parent: str = ""
    kolada: str = ""
    valid_from: str = ""
    valid_to: str = ""
