"""The goals under the strategy's own tree, and which of them a reader asks for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rus.catalogue.catalogue import Catalogue
from rus.views.goal_board import Line, tally
from rus.views.status import STATUSES

WITHOUT = "Utan effektmål"
OTHER = "Övriga mål"
REST = "ovriga"
STANDINGS = {"officiell": "Officiella", "foreslagen": "Föreslagna"}
ONLY = "1"
FILTERS = ("omr", "bed", "slag", "tal")
"""Names of the filters in an address, without the page's prefix."""


@dataclass(frozen=True)
class Wanted:
    """Which goals are asked for: an area, a status, a standing (empty for all), and only those with a number."""

    challenge: str = ""
    status: str = ""
    standing: str = ""
    numbers: bool = False

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Wanted()


@dataclass(frozen=True)
class Branch:
    """The goals under one effektmål; `tally` counts their classes."""

    id: str
    name: str
    tally: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Trunk:
    """One övergripande mål with its effektmål; `bare` names those that no goal of the catalogue serves."""

    name: str
    tally: str
    branches: tuple[Branch, ...]
    bare: tuple[str, ...]


def read_wanted(parts: Mapping[str, str], catalogue: Catalogue) -> tuple[Wanted, tuple[str, ...]]:
    """The filter in an address, and the parts of it that do not exist.

    Args:
        parts: the page's own parameters by their names without prefix: omr, bed, slag, tal.
        catalogue: the catalogue.
    """
    known = {
        "omr": {c.id for c in catalogue.challenges},
        "bed": set(STATUSES),
        "slag": set(STANDINGS),
        "tal": {ONLY},
    }
    good = {key: parts.get(key, "") if parts.get(key, "") in known[key] else "" for key in known}
    dropped = tuple(f"mal_{key}={parts[key]}" for key in known if parts.get(key) and not good[key])
    return Wanted(good["omr"], good["bed"], good["slag"], good["tal"] == ONLY), dropped


def wanted_words(wanted: Wanted, catalogue: Catalogue) -> str:
    """Which goals are shown: `Alla mål i katalogen`, `Mål i katalogen: Grön omställning; Fel håll; officiella`."""
    if wanted.everything:
        return "Alla mål i katalogen"
    area = catalogue.challenge(wanted.challenge) if wanted.challenge else None
    said = [area.name] if area else []
    said += [STATUSES[wanted.status].words] if wanted.status else []
    said += [STANDINGS[wanted.standing].lower()] if wanted.standing else []
    said += ["med ett tal"] if wanted.numbers else []
    return f"Mål i katalogen: {'; '.join(said)}"


def filtered(lines: Iterable[Line], wanted: Wanted) -> tuple[Line, ...]:
    """The lines that are asked for."""
    standing = {"": None, "officiell": True, "foreslagen": False}[wanted.standing]
    return tuple(
        line
        for line in lines
        if (not wanted.challenge or wanted.challenge in line.challenges)
        and (not wanted.status or line.status.id == wanted.status)
        and (standing is None or line.official == standing)
        and (not wanted.numbers or line.row.goal.kind in {"level", "change"})
    )


def home(line: Line) -> str:
    """Id of the branch that a line belongs to first."""
    return line.effektmal[0] if line.effektmal else REST


def tree(lines: Sequence[Line], catalogue: Catalogue, *, whole: bool) -> tuple[Trunk, ...]:
    """The lines under övergripande mål and effektmål, in the strategy's order; a line may stand under several.

    Args:
        lines: what is shown.
        catalogue: the catalogue.
        whole: nothing was left out, so that an effektmål without a line has none at all, and is named.
    """
    made = []
    for over in catalogue.plan.overarching:
        under = [e for e in catalogue.plan.effektmal if e.overarching == over.id]
        branches = [_branch(e.id, e.name, [li for li in lines if e.id in li.effektmal]) for e in under]
        full = tuple(b for b in branches if b.lines)
        bare = tuple(b.name for b in branches if not b.lines) if whole else ()
        made.append(_trunk(over.name, full, bare))
    rest = [line for line in lines if not line.effektmal]
    if rest:
        made.append(_trunk(OTHER, (_branch(REST, WITHOUT, rest),), ()))
    return tuple(t for t in made if t.branches or t.bare)


def _branch(identity: str, name: str, lines: Sequence[Line]) -> Branch:
    return Branch(identity, name, tally(line.status for line in lines), tuple(lines))


def _trunk(name: str, branches: tuple[Branch, ...], bare: tuple[str, ...]) -> Trunk:
    once = {line.key: line.status for b in branches for line in b.lines}
    return Trunk(name, tally(once.values()), branches, bare)
