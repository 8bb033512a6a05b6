"""The words of Gemensam uppföljning: what is wanted, how large a gap is, what is proposed, and who decided what."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rus.analysis.followup import STATES, Distance, Proposal
from rus.analysis.progress import Progress
from rus.catalogue.catalogue import Catalogue
from rus.catalogue.goals import BetterThanPeers, ChangeFromBase, Direction, GapShrinks, Level
from rus.catalogue.indicator import Indicator
from rus.catalogue.strategy import ChallengeSet
from rus.core.swedish import HARD_SPACE, day, listing, number
from rus.views.cards import name_of
from rus.views.goals import GoalRow
from rus.views.sentences import Measure

STANDINGS = {"officiell": "officiellt mål", "föreslagen": "föreslaget mål", "riktning": "önskad riktning, inget mål"}
STATE_WORDS = {
    "open": ("öppet gap", "öppna gap"),
    "unclear": ("oklart", "oklara"),
    "closing": ("på rätt väg", "på rätt väg"),
    "closed": ("målet nått", "målet nått"),
    "unknown": ("kan inte bedömas", "kan inte bedömas"),
}
COARSE = 10
"""A change a year of at least so many units is said with the decimals of the measure, a smaller one with one more."""
NO_LEVEL = "ingen nivå är satt"
NOT_WRITTEN = "Uppgift om beslut saknas i filerna"
WHEN_UNKNOWN = "Dag och vem som beslutade saknas i filerna"
PEOPLE_DECIDE = (
    "Det här är ett underlag, räknat ur siffrorna. Det säger ingenting om orsaker, resurser eller vad som är "
    "viktigast. Vilka utmaningsområden som ska gälla beslutar människor. Det som är känt om besluten står under Vem "
    "som beslutade vad."
)
METHOD = (
    "Ett gap är öppet när måttet går åt fel håll, står nästan still eller går för långsamt för målet. Det räknas som "
    "säkert när hela osäkerheten ligger på den sidan, eller när trenden håller trots att så många mått prövas: högst "
    "5 procent av signalerna väntas då vara falska. Förslagen ordnas efter antalet mått med "
    "ett säkert öppet gap. Gapens storlek ordnar ingenting, för olika enheter går inte att jämföra. Det som inte kan "
    "bedömas räknas varken som bra eller dåligt. Automatisk text, inte granskad."
)


@dataclass(frozen=True)
class Decision:
    """Something the strategy's files say was decided or announced: what, when, where it stands, what is unconfirmed."""

    what: str
    when: str
    source: str
    unconfirmed: str


def desired(row: GoalRow | None, indicator: Indicator) -> str:
    """Önskat läge in a few words."""
    if row is None:
        return {"higher": "högre än nu", "lower": "lägre än nu"}[indicator.better]
    goal, measure, made = row.goal, Measure.of(indicator), row.progress
    by = f" ({goal.by})" if goal.by else ""
    if isinstance(goal, Direction):
        return f"{'högre' if goal.towards == 'up' else 'lägre'} än nu{by}"
    if isinstance(goal, GapShrinks):
        return f"mindre skillnad{by}"
    if isinstance(goal, BetterThanPeers):
        edge = f", nu {measure.bare(made.target)}" if made.target is not None else ""
        return f"bättre än alla jämförda{edge}{by}"
    if isinstance(goal, Level):
        return f"{'minst' if goal.bound == 'at_least' else 'högst'} {measure.bare(goal.target)}{by}"
    if made.target is None:
        return row.wish
    bound = ("minst" if goal.percent > 0 else "högst") if isinstance(goal, ChangeFromBase) else ""
    return f"{bound} {measure.bare(made.target)}{by}"


def name(row: GoalRow | None, indicator: Indicator, group: str, catalogue: Catalogue) -> str:
    """The measure, and that it is the difference between groups where the goal is about that."""
    said = name_of(indicator, group, catalogue)
    if row is None or not isinstance(row.goal, GapShrinks):
        return said
    ground = catalogue.ground(row.goal.ground)
    between = (
        "kvinnor och män" if row.goal.ground == "sex" or ground is None else f"grupper efter {ground.label.lower()}"
    )
    return f"{said}, skillnad mellan {between}"


def movement(row: GoalRow | None, made: Progress) -> str:
    """What the numbers do, apart from whether it is wanted; empty where the trend is of something else or unknown."""
    if made.trend is None or made.status == "not_assessed" or (row and isinstance(row.goal, BetterThanPeers)):
        return ""
    said = made.trend.direction
    return f"Skillnaden {said.lower()}" if said and row and isinstance(row.goal, GapShrinks) else said


def pace_text(made: Progress, measure: Measure) -> str:
    """The typical change a year of a certain trend; the words of its direction stand apart."""
    slope = made.trend.slope if made.trend else None
    if slope is None or made.status in {"not_assessed", "no_trend"}:
        return ""
    finer = replace(measure, decimals=measure.decimals + 1) if abs(slope) < COARSE else measure
    return f"{finer.difference(slope)} per år"


def gap_text(d: Distance, measure: Measure) -> str:
    """The gap in the measure's own unit."""
    if d.state == "unknown":
        return ""
    if d.missing is None:
        return NO_LEVEL
    return measure.difference(d.missing) if d.missing else "inget gap"


def share_text(d: Distance) -> str:
    """The gap without a unit: the change needed from the newest value, and how much of the way is left."""
    if not d.missing:
        return ""
    parts = []
    if d.relative is not None:
        way = "öka" if d.relative > 0 else "minska"
        parts.append(f"ska {way} {number(abs(d.relative))}{HARD_SPACE}procent till")
    if d.left is not None:
        parts.append(f"{number(d.left * 100)}{HARD_SPACE}procent av vägen är kvar")
    return "; ".join(parts)


def certainty(d: Distance, made: Progress) -> str:
    """Whether an open gap is counted; empty for the others."""
    if d.state != "open":
        return ""
    if d.certain:
        return "säkert"
    if made.trend and made.trend.p is not None:
        return "räknas inte: kan vara slump när så många mått prövas"
    return "räknas inte: osäkerheten är inte känd"


def counts(distances: Sequence[Distance]) -> str:
    """Such as `2 öppna gap, varav 1 säkert · 1 oklart · 3 kan inte bedömas`."""
    found = Counter(d.state for d in distances)
    certain = sum(d.certain for d in distances)
    said: list[str] = []
    for state in STATES:
        if found[state]:
            words = f"{found[state]} {STATE_WORDS[state][found[state] != 1]}"
            more = f", varav {certain} {'säkert' if certain == 1 else 'säkra'}" if state == "open" and certain else ""
            said.append(words + more)
    return " · ".join(said)


def advice(made: Proposal, current: str, *, ours: bool) -> str:
    """What the figures say, and no more.

    Args:
        made: the proposal.
        current: name of the set of challenge areas on show.
        ours: the areas are set for this region; of another region only the count is told.
    """
    n = len(made.indicators)
    measures, them = f"{n} mått har ett säkert öppet gap", "det" if n == 1 else "dem"
    none = "inget av områdets mått har ett säkert öppet gap."
    if not any(d.state != "unknown" for d in (*made.evidence, *made.others)):
        return "Siffrorna ger inget besked: inget av områdets mått kan bedömas."
    if not ours:
        alone = "" if made.challenge else f", och inget utmaningsområde tar upp {them}"
        return f"{measures}{alone}." if n else f"{none[:1].upper()}{none[1:]}"
    if made.challenge is None:
        new = f"Siffrorna talar för att pröva ett nytt eller vidgat område: {measures}, och inget av områdena i"
        return f"{new} {current} tar upp {them}."
    return f"Siffrorna talar för att behålla området: {measures}." if n else f"Siffrorna ger inget förslag: {none}"


def decisions(catalogue: Catalogue) -> tuple[Decision, ...]:
    """Who decided what and when, as far as the files say; the sets of challenge areas in order of time."""
    vision = catalogue.plan.vision
    adopted = f"Antagen {day(vision.adopted)}" if vision.adopted else NOT_WRITTEN
    made = [Decision(f"{catalogue.plan.name}: ”{vision.document}”", adopted, vision.source, vision.unconfirmed or "")]
    sets = sorted(catalogue.challenge_sets, key=lambda s: s.valid_from)
    made += [Decision(_what(s), _when(s), s.source, s.unconfirmed or "") for s in sets]
    printed = [g.source for i in catalogue.indicators.values() for g in i.goals if g.standing == "officiell"]
    for source, n in Counter(printed).items():
        what = "1 officiellt mål" if n == 1 else f"{n} officiella mål"
        made.append(Decision(what, f"Står i ett beslutat dokument. {WHEN_UNKNOWN}", source, ""))
    for i in catalogue.indicators.values():
        if i.review.decided_by or i.review.decided_on:
            when = f"{i.review.decided_by or 'Beslutat'} {day(i.review.decided_on) if i.review.decided_on else ''}"
            made.append(Decision(f"Måttet {i.short}", when.strip(), i.review.note or "", ""))
    return tuple(made)


def _what(found: ChallengeSet) -> str:
    names = listing(c.name for c in found.challenges)
    return f"{found.name}{' (visas nu)' if found.current else ''}: {names}"


def _when(found: ChallengeSet) -> str:
    until = f" till {day(found.valid_to)}" if found.valid_to else ""
    return f"Gäller från {day(found.valid_from)}{until}. {NOT_WRITTEN}"
