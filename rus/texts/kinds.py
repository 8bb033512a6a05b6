"""The kinds of text people write, as strict and frozen models. What is wrong is said before anything is kept."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field, field_validator, model_validator

from rus.catalogue.strict import Slug, Strict

Words = Annotated[str, Field(max_length=20_000)]
Line = Annotated[str, Field(min_length=1, max_length=300)]
Address = Annotated[str, Field(pattern=r"^/[a-z0-9-]*(\?[^\s#]*)?$", max_length=2_000)]
"""A page of this dashboard and its choices, never another host's."""

CRITERIA: dict[str, str] = {
    "relevans": "Relevant för effektmålet",
    "paverkan": "Går att påverka i länet",
    "aktualitet": "Aktuellt",
    "kon": "Uppdelat på kön",
    "kommun": "Finns för kommunerna",
    "robust": "Tillräckligt säkert",
    "begriplig": "Lätt att förstå",
}
"""What an indicator is judged by at a review."""


class Body(Strict):
    """What every kind has: a name in the file."""

    kind: ClassVar[str]


class Note(Body):
    """An analyst's five steps for one indicator: the first two come from the figures, these three from people."""

    kind: ClassVar[str] = "note"
    cause: Words = ""
    consequence: Words = ""
    action: Words = ""


class Conclusion(Body):
    """What a challenge area's analysis ends in."""

    kind: ClassVar[str] = "conclusion"
    now: Words = ""
    wanted: Words = ""
    gap: Words = ""
    proposal: Words = ""


class Approval(Body):
    """A sentence made from figures that a person has read and stands for, perhaps in words of their own.

    It holds for exactly that sentence: when the figures say something else, the new sentence is unread again.
    """

    kind: ClassVar[str] = "approval"
    sentence: Annotated[str, Field(min_length=1, max_length=1_000)]
    own_words: Annotated[str, Field(max_length=1_000)] = ""


class Slide(Strict):
    """One step of a story: a view of the dashboard, or only a question in large letters.

    A view without a headline gets its finding as one, written from the figures, which therefore never says anything
    else than they do.
    """

    headline: Annotated[str, Field(max_length=300)] = ""
    subtitle: Annotated[str, Field(max_length=300)] = ""
    view: Address | None = None
    so_what: Words = ""
    notes: Words = ""
    minutes: Annotated[int, Field(ge=0, le=120)] = 0

    @model_validator(mode="after")
    def _says_something(self) -> "Slide":
        if not self.view and not self.headline.strip():
            raise ValueError("bilden har varken vy eller rubrik; skriv en rubrik")
        return self


class Story(Body):
    """Ordered views and the words to them, frozen to a data version: a build, or a day whose figures are shown."""

    kind: ClassVar[str] = "story"
    title: Line
    data_version: Annotated[str, Field(max_length=80)] = ""
    slides: Annotated[tuple[Slide, ...], Field(strict=False, max_length=200)] = ()


class LockedSentence(Strict):
    """A sentence of a locked report: where it stood, as it was made from the figures, and as it was shown."""

    place: Line
    auto: Annotated[str, Field(max_length=1_000)]
    shown: Annotated[str, Field(max_length=1_000)]


class LockedChapter(Strict):
    """A chapter of a report as it was when it was locked: the words with their values in, and the views drawn.

    `sentences` are those made from figures; a report that was locked before they were kept has none.
    """

    id: Slug
    title: Line
    paragraphs: Annotated[tuple[Words, ...], Field(strict=False)] = ()
    views: Annotated[tuple[Address, ...], Field(strict=False)] = ()
    sentences: Annotated[tuple[LockedSentence, ...], Field(strict=False)] = ()


class ReportLock(Body):
    """A report that shall open unchanged: its data version, its words, and which version each text of people had.

    `versions` is `kind/key` of conclusions and approvals → version.
    """

    kind: ClassVar[str] = "report"
    title: Line
    data_version: Annotated[str, Field(min_length=1, max_length=80)]
    chapters: Annotated[tuple[LockedChapter, ...], Field(strict=False, max_length=60)] = ()
    versions: dict[str, Annotated[int, Field(ge=1)]] = {}


class NamedView(Body):
    """A view somebody wants to find again, alone or in a named set."""

    kind: ClassVar[str] = "view"
    title: Line
    view: Address
    set_name: Annotated[str, Field(max_length=120)] = ""


class SavedView(Strict):
    """One view of a set: a page of this dashboard with its choices, and a name where its own won't do."""

    title: Annotated[str, Field(max_length=300)] = ""
    view: Address


MOST_VIEWS = 40
"""Views that a set has room for."""


class ViewSet(Body):
    """Views in order under one name, such as what a group follows; without a data version they show the newest."""

    kind: ClassVar[str] = "viewset"
    title: Line
    text: Annotated[str, Field(max_length=2_000)] = ""
    views: Annotated[tuple[SavedView, ...], Field(strict=False, max_length=MOST_VIEWS)] = ()


class Decision(Strict):
    """Who decided what about an indicator, and when."""

    decided: date
    body: Line
    reason: Words = ""


class IndicatorReview(Body):
    """One indicator at a review: how it meets the criteria (0 no – 2 well), and what is proposed and decided."""

    kind: ClassVar[str] = "review"
    scores: dict[str, Annotated[int, Field(ge=0, le=2)]] = {}
    proposal: Literal["", "keep", "adjust", "replace", "end"] = ""
    stage: Literal["proposed", "under_review", "decided"] = "proposed"
    comment: Words = ""
    replaced_by: Slug | None = None
    decision: Decision | None = None

    @field_validator("scores")
    @classmethod
    def _known(cls, scores: dict[str, int]) -> dict[str, int]:
        unknown = sorted(scores.keys() - CRITERIA.keys())
        if unknown:
            raise ValueError(f"okänt kriterium {', '.join(unknown)}; välj bland {', '.join(CRITERIA)}")
        return scores
