"""The strategy itself as data: vision, goals tree, principles, public targets, challenge areas, themes."""

from datetime import date
from typing import Literal

from rus.catalogue.strict import Slug, Strict, Text


class Sourced(Strict):
    """Something said by a document: `source` names it, `unconfirmed` says what could not be confirmed."""

    source: Text
    unconfirmed: Text | None = None


class Vision(Sourced):
    """The strategy's vision."""

    text: Text
    document: Text
    adopted: date | None = None


class Overarching(Sourced):
    """One of the övergripande mål; `dimension` is its side of hållbar utveckling."""

    id: Slug
    name: Text
    dimension: Literal["ekonomisk", "social", "miljömässig"]


class Effektmal(Sourced):
    """One effektmål under an övergripande mål."""

    id: Slug
    name: Text
    overarching: Slug


class Priority(Sourced):
    """One of the prioriterade områden."""

    number: int
    name: Text
    directions: list[Text] = []


class Principle(Sourced):
    """One vägledande princip."""

    text: Text


class Perspective(Sourced):
    """A genomsyrande perspektiv."""

    id: Slug
    name: Text
    text: Text


class PublicTarget(Sourced):
    """A sentence with a public target, word for word, and what can be computed of it with the figures in hand."""

    number: int
    text: Text
    indicators: list[Slug] = []
    computable: Literal["yes", "partly", "no"]
    today: Text
    ambiguity: Text | None = None


class Strategy(Strict):
    """`_strategy.toml`."""

    name: Text
    short: Text
    vision: Vision
    overarching: list[Overarching]
    effektmal: list[Effektmal]
    effektmal_note: Text
    priorities: list[Priority]
    principles: list[Principle]
    perspectives: list[Perspective]
    public_targets: list[PublicTarget]


class Kraftsamling(Strict):
    """What the actors gather around in a challenge area."""

    text: Text


class Platform(Sourced):
    """Who carries a kraftsamling; `name` is empty in words where none is named."""

    name: Text


class Challenge(Sourced):
    """One utmaningsområde. `id` is also its address."""

    id: Slug
    name: Text
    gap: Text
    kraftsamlingar: list[Kraftsamling] = []
    platforms: list[Platform] = []


class ChallengeSet(Sourced):
    """The challenge areas of one period; exactly one set is `current`."""

    id: Slug
    name: Text
    valid_from: date
    valid_to: date | None = None
    current: bool = False
    challenges: list[Challenge]


DataTheme = Literal[
    "AGRI", "ECON", "EDUC", "ENER", "ENVI", "GOVE", "HEAL", "INTR", "JUST", "REGI", "SOCI", "TECH", "TRAN"
]  # fmt: skip


class Theme(Strict):
    """A subject folder of the catalogue, in the order to be shown; `data_theme` is its code in the EU's list."""

    id: Slug
    name: Text
    data_theme: DataTheme | None = None
