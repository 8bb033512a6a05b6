"""The whole catalogue, and the questions asked of it."""

from dataclasses import dataclass

from rus.catalogue.groups import Ground, group_of
from rus.catalogue.indicator import Indicator
from rus.catalogue.place import ComparisonSet, Place, Region
from rus.catalogue.strategy import Challenge, ChallengeSet, Strategy, Theme


@dataclass(frozen=True)
class Catalogue:
    """Indicators by id, the strategy, challenge sets, themes, grounds, the place and its regions by code.

    `strategy` and `place` are None only while errors are being gathered; what `read_catalogue` returns has both.
    """

    indicators: dict[str, Indicator]
    strategy: Strategy | None
    challenge_sets: list[ChallengeSet]
    themes: list[Theme]
    grounds: list[Ground]
    place: Place | None
    regions: dict[str, Region]

    @property
    def here(self) -> Place:
        """The place, which a catalogue that was read without errors has."""
        assert self.place is not None
        return self.place

    @property
    def plan(self) -> Strategy:
        """The strategy, which a catalogue that was read without errors has."""
        assert self.strategy is not None
        return self.strategy

    @property
    def current_set(self) -> ChallengeSet:
        """The set of challenge areas on show."""
        return next(s for s in self.challenge_sets if s.current)

    @property
    def challenges(self) -> list[Challenge]:
        """The challenge areas on show, in order."""
        return self.current_set.challenges

    def challenge(self, wanted: str) -> Challenge | None:
        """The challenge area with this id in the current set."""
        return next((c for c in self.challenges if c.id == wanted), None)

    def of_challenge(self, wanted: str) -> list[Indicator]:
        """Indicators that serve a challenge area: headline ones first, then by title."""
        serving = [i for i in self.indicators.values() if wanted in i.challenges]
        return sorted(serving, key=lambda i: (wanted not in i.headline, i.state == "wanted", i.title))

    def kommuner(self, region: str | None = None) -> list[str]:
        """Codes of the kommuner of a county (default: the place's own)."""
        county = region or self.here.region
        return [r.code for r in self.regions.values() if r.level == "kommun" and r.parent == county]

    def name(self, region: str) -> str:
        """A region's name; the code itself where it is unknown."""
        found = self.regions.get(region)
        return found.name if found else region

    def peers(self, wanted: str | None = None) -> ComparisonSet | None:
        """A comparison set by id; without id the default one."""
        sets = self.here.comparison_sets
        return next((s for s in sets if (s.id == wanted if wanted else s.default)), None)

    def ground(self, wanted: str) -> Ground | None:
        """The ground with this id."""
        return next((g for g in self.grounds if g.id == wanted), None)

    def group_label(self, identity: str) -> str:
        """A group in Swedish, such as `utrikes födda, 16–24 år`; `alla` for total."""
        words = []
        for ground_id, value_id in group_of(identity).items():
            ground = self.ground(ground_id)
            value = ground.value(value_id) if ground else None
            words.append(value.label if value else value_id)
        return ", ".join(words) or "alla"
