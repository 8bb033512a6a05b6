"""Where an indicator is used: pages, goals, other indicators, stories; and what follows if it is changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.core.swedish import listing
from rus.texts.kinds import Story
from rus.views.goal_text import wishes
from rus.views.search import fold


@dataclass(frozen=True)
class Use:
    """One place that uses the indicator: what it is called, the page, and the page's parameters (name, value)."""

    label: str
    address: str
    parameters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Usage:
    """Everything that uses an indicator.

    `goals` and `public` are sentences; `inside` are other indicators computed from it or counted on it.
    """

    pages: tuple[Use, ...]
    goals: tuple[str, ...]
    public: tuple[str, ...]
    inside: tuple[Use, ...]
    stories: tuple[str, ...]

    @property
    def consequences(self) -> str:
        """What is touched if the indicator is changed: `3 mål och 2 presentationer använder måttet`."""
        counts = (
            (len(self.goals) + len(self.public), "mål", "mål"),
            (len(self.stories), "presentation", "presentationer"),
            (len(self.inside), "annat mått", "andra mått"),
            (sum(use.address not in COMMON for use in self.pages), "utmaningsområde", "utmaningsområden"),
        )
        said = [f"{many} {one if many == 1 else more}" for many, one, more in counts if many]
        return f"{listing(said)} använder måttet." if said else "Inget mål, område eller annat mått använder måttet."


COMMON = ("utforska", "jamlikhet", "malstatus")
"""Pages that take any indicator, and so say nothing of whether it matters."""


def usage(catalogue: Catalogue, indicator: Indicator, stories: Iterable[Story], *, by_sex: bool) -> Usage:
    """Where the indicator is used.

    Args:
        catalogue: the catalogue.
        indicator: the indicator.
        stories: the stories that there are.
        by_sex: whether women and men have figures, so that Jämlikhet shows it.
    """
    one = (("ind", indicator.id),)
    areas = [c for c in catalogue.challenges if c.id in indicator.challenges]
    pages = [
        *(Use(f"{c.name} (huvudmått)" if c.id in indicator.headline else c.name, c.id) for c in areas),
        Use("Utforska", "utforska", one),
        *([Use("Jämlikhet", "jamlikhet", one)] if by_sex else []),
        *([Use("Målstatus", "malstatus")] if indicator.goals else []),
    ]
    goals = [wishes(indicator.model_copy(update={"goals": [goal]}), catalogue) for goal in indicator.goals]
    public = [t.text for t in catalogue.plan.public_targets if indicator.id in t.indicators]
    told = [story.title for story in stories if any(shows(slide.view, indicator.id) for slide in story.slides)]
    return Usage(tuple(pages), tuple(goals), tuple(public), _inside(catalogue, indicator), tuple(told))


def shows(view: str | None, indicator: str) -> bool:
    """Whether an address of the dashboard shows an indicator."""
    given = parse_qs(urlsplit(view or "").query)
    return any(indicator in value.split(",") for values in given.values() for value in values)


def _inside(catalogue: Catalogue, indicator: Indicator) -> tuple[Use, ...]:
    """Other indicators that are computed from this one, shares of it, or have it as their counterweight."""
    found = []
    for other in catalogue.indicators.values():
        parts = [o.indicator for o in other.derive.operands] if other.derive else []
        why = [
            *(["räknas ut ur måttet"] if indicator.id in parts else []),
            *(["är en andel av måttet"] if other.denominator and other.denominator.indicator == indicator.id else []),
            *(["har måttet som motvikt"] if other.counter == indicator.id else []),
        ]
        if why:
            found.append(Use(f"{other.short} ({listing(why)})", "indikatorer", (("kat_ind", other.id),)))
    return tuple(sorted(found, key=lambda use: fold(use.label)))
