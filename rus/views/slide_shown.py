"""What one slide shows, whatever page its view is on."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from rus.views.budget import Bars
from rus.views.bullet import Bullet
from rus.views.empty import Empty
from rus.views.equality import EqualityView
from rus.views.equality_places import FunnelPicture
from rus.views.followup import FollowupView
from rus.views.gaps import Gap
from rus.views.indicator import IndicatorView
from rus.views.profile_rows import Profile, Row
from rus.views.status import StatusWord
from rus.views.tiles import TileView

PART = "visa"
"""Says in an address which of a page's charts is meant; without it, the one that the page begins with."""


@dataclass(frozen=True)
class GoalClass:
    """How many goals have a status, and the first of them by name."""

    status: StatusWord
    count: int
    names: tuple[str, ...]


@dataclass(frozen=True)
class ProfileRows:
    """The first rows of one or two places' profile."""

    profile: Profile
    rows: tuple[Row, ...]


Content = tuple[Gap, ...] | TileView | ProfileRows | FollowupView | Bars | Bullet | FunnelPicture


@dataclass(frozen=True)
class SlideView:
    """What a slide shows: a chart or table of one indicator, gaps between women and men, or goals; else why not.

    `page` and `parameters` are the address, tidied. `measure` is the name of what is shown, which is no finding.
    `part` says which of the page's charts it is, and `content` holds what only that page has.
    """

    page: str
    parameters: tuple[tuple[str, str], ...]
    title: str
    subtitle: str
    source: str
    alt: str
    measure: str
    shown: IndicatorView | None = None
    equality: EqualityView | None = None
    goals: tuple[GoalClass, ...] = ()
    content: Content | None = None
    part: str = ""
    empty: Empty | None = None


def joined(page: str, parameters: Mapping[str, str]) -> str:
    """A page and its choices as an address, with commas left readable."""
    return f"/{page}?{urlencode(parameters, safe=',')}" if parameters else f"/{page}"
