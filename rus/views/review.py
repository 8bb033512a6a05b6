"""The review of the indicators: stage, proposal, how the criteria are met, decisions and what they lead to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.indicator import Indicator
from rus.core.swedish import day, sort_key
from rus.texts.kinds import CRITERIA, Decision, IndicatorReview
from rus.views.criteria import MARKS, Score, scores
from rus.views.known import Known

STAGES = {"proposed": "Föreslagen", "under_review": "Under granskning", "decided": "Beslutad"}
PROPOSALS = {"": "Inget förslag ännu", "keep": "Behåll", "adjust": "Justera", "replace": "Byt ut", "end": "Avsluta"}
Proposal = Literal["", "keep", "adjust", "replace", "end"]
NO_DATE = "Ett beslut behöver datum och forum. Fyll i båda, eller välj ett annat läge."
NO_SUCCESSOR = "Välj vilket mått som ska ersätta det här, eller välj ett annat förslag."
NO_PROPOSAL = "Ett beslut behöver ett förslag: behåll, justera, byt ut eller avsluta."


@dataclass(frozen=True)
class KeptReview:
    """People's text about one indicator, with who wrote it and when."""

    review: IndicatorReview
    version: int
    author: str
    saved: date


@dataclass(frozen=True)
class Reviewed:
    """One indicator at the review.

    `scores` are those of the figures and, for the criteria in `open` that figures can't tell, those people have set;
    once it is decided they are as they were then. `from_file` says that the decision stands in the indicator's own file
    and not among people's texts.
    """

    indicator: Indicator
    review: IndicatorReview
    scores: Mapping[str, Score]
    open: frozenset[str] = frozenset()
    version: int = 0
    author: str = ""
    saved: date | None = None
    from_file: bool = False

    @property
    def tally(self) -> str:
        """How many criteria are met, of those that are judged: `5 av 6 kriterier uppfyllda`."""
        judged = [score.value for score in self.scores.values() if score.value is not None]
        if not judged:
            return "inga kriterier bedömda"
        return f"{judged.count(2)} av {len(judged)} bedömda kriterier uppfyllda"

    @property
    def decided(self) -> str:
        """The decision in a line; empty where there is none."""
        made = self.review.decision
        return f"{day(made.decided)}, {made.body}" if made else ""


def reviewed(
    catalogue: Catalogue,
    indicator: Indicator,
    kept: KeptReview | None,
    found: Known | None,
    today: date,
) -> Reviewed:
    """The review of an indicator: people's text where there is one, else what its file says.

    Args:
        catalogue: the catalogue.
        indicator: the indicator.
        kept: what people have written.
        found: what the figures know.
        today: the day to count from.
    """
    told = scores(catalogue, indicator, found, today)
    unknown = frozenset(criterion for criterion, score in told.items() if score.value is None)
    if kept is None:
        written = of_file(indicator)
        return Reviewed(indicator, written or IndicatorReview(), told, unknown, from_file=written is not None)
    frozen = kept.review.stage == "decided"
    own = {
        criterion: Score(value, told[criterion].reason if told[criterion].value == value else "Satt vid granskningen")
        for criterion, value in kept.review.scores.items()
        if frozen or criterion in unknown
    }
    return Reviewed(indicator, kept.review, {**told, **own}, unknown, kept.version, kept.author, kept.saved)


def of_file(indicator: Indicator) -> IndicatorReview | None:
    """The decision that stands in the indicator's file; None where it says nothing."""
    said = indicator.review
    if not (said.decided_by and said.decided_on):
        return None
    proposal: Proposal = "replace" if said.replaced_by else "end" if said.valid_to else "keep"
    decision = Decision(decided=said.decided_on, body=said.decided_by, reason=said.note or "")
    return IndicatorReview(stage="decided", proposal=proposal, replaced_by=said.replaced_by, decision=decision)


def board(every: Sequence[Reviewed]) -> dict[str, list[Reviewed]]:
    """Stage → the indicators that somebody has taken up, the names in Swedish order."""
    taken_up = [one for one in every if one.version or one.from_file]
    ordered = sorted(taken_up, key=lambda one: sort_key(one.indicator.short))
    return {stage: [one for one in ordered if one.review.stage == stage] for stage in STAGES}


def problem(review: IndicatorReview) -> str:
    """What is missing before a review can be kept; empty where nothing is."""
    if review.proposal == "replace" and not review.replaced_by:
        return NO_SUCCESSOR
    if review.stage != "decided":
        return ""
    if review.decision is None:
        return NO_DATE
    return "" if review.proposal else NO_PROPOSAL


def score_rows(one: Reviewed) -> list[tuple[str, str, str]]:
    """Criterion, mark and why, in the order of the criteria."""
    return [
        (words, "–" if (score := one.scores[criterion]).value is None else MARKS[score.value], score.reason)
        for criterion, words in CRITERIA.items()
    ]
