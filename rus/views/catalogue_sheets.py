"""The catalogue, the decisions and the look-alikes as files."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from rus.catalogue.catalogue import Catalogue
from rus.texts.kinds import CRITERIA
from rus.views.catalogue_card import sections
from rus.views.criteria import MARKS
from rus.views.known import Known
from rus.views.quality import sheet
from rus.views.redundancy import Redundancy
from rus.views.review import PROPOSALS, STAGES, Reviewed
from rus.views.sheet import Sheet, file_stem
from rus.views.usage import Usage

CARD = (
    "Definition", "Täljare", "Nämnare", "Beräkning", "Enhet", "Decimaler", "Andelstyp", "Önskad riktning", "Sökord",
    "Ägare", "Serier", "Licens", "Uppdateras", "Eftersläpning", "Senaste period", "Hämtad", "År", "Platser", "Kön",
    "Siffror", "Grupper", "Minsta underlag", "Ämne", "Effektmål", "Utmaningsområde", "Perspektiv", "Motvikt",
    "Används från", "Används till", "Ersätts av", "Beslutat av",
)  # fmt: skip
GATHERED = ("Brott", "Väntar", "Mål", "Kommentar")
DECISIONS = {
    "name": "Mått",
    "stage": "Läge",
    "proposal": "Förslag",
    "successor": "Ersätts av",
    "decided": "Beslutat",
    "body": "Forum",
    "reason": "Motiv",
    "consequences": "Följder",
    **CRITERIA,
    "comment": "Kommentar",
    "author": "Skrivet av",
    "indicator": "Indikator",
}
ALIKE = {
    "first": "Mått",
    "second": "Liknar",
    "rank": "Rangkorrelation",
    "n": "Antal",
    "kind": "Vad det betyder",
    "first_id": "Indikator",
    "second_id": "Liknande indikator",
}


def catalogue_sheet(
    catalogue: Catalogue, ids: Sequence[str], found: Mapping[str, Known], today: date, *, build: str
) -> Sheet:
    """One row an indicator, with every field of its card."""
    columns = {"indicator": "Indikator", "title": "Namn"} | {_slug(name): name for name in (*CARD, *GATHERED)}
    rows = []
    for identity in ids:
        indicator = catalogue.indicators[identity]
        made = sections(catalogue, indicator, found.get(identity), today)
        pairs = [(name, words, section.title) for section in made for name, words in section.pairs]
        single = {name: words for name, words, _ in pairs}
        gathered = [_gathered(pairs, kind) for kind in GATHERED]
        rows.append((identity, indicator.title, *(single.get(name, "") for name in CARD), *gathered))
    return _named(sheet(catalogue, "Indikatorkatalog", columns, rows, build=build))


def _gathered(pairs: Sequence[tuple[str, str, str]], kind: str) -> str:
    """All that is said under names such as `Brott 2020`, or under the section of the goals, in one cell."""
    inside = [(n, w) for n, w, section in pairs if section == kind or n.split(" ")[0].rstrip(":") == kind]
    return "; ".join(words if name == kind else f"{name}: {words}" for name, words in inside)


def decisions_sheet(catalogue: Catalogue, every: Sequence[tuple[Reviewed, Usage]], *, build: str) -> Sheet:
    """Everything that the review says, one row an indicator."""
    rows = []
    for one, used in every:
        made, review = one.review.decision, one.review
        successor = catalogue.indicators.get(review.replaced_by or "")
        marks = [one.scores[c].value for c in CRITERIA]
        rows.append(
            (
                *(one.indicator.title, STAGES[review.stage], PROPOSALS[review.proposal]),
                successor.title if successor else "",
                *((made.decided.isoformat(), made.body, made.reason) if made else ("", "", "")),
                used.consequences,
                *("" if mark is None else MARKS[mark] for mark in marks),
                *(review.comment, one.author, one.indicator.id),
            )
        )
    return _named(sheet(catalogue, "Översyn av indikatorer", DECISIONS, rows, build=build))


def alike_sheet(catalogue: Catalogue, found: Redundancy, *, build: str) -> Sheet:
    """The pairs on show, with how they were computed."""
    rows = [
        (line.first, line.second, line.pair.rank, line.pair.n, line.kind, line.pair.first, line.pair.second)
        for line in found.lines
    ]
    made = _named(sheet(catalogue, "Mått som liknar varandra", ALIKE, rows, build=build))
    return replace(made, about=[*made.about, ("Mått på likhet", found.below)])


def _named(made: Sheet) -> Sheet:
    return replace(made, filename=file_stem(made.title))


def _slug(name: str) -> str:
    return file_stem(name)[:-11].replace("-", "_")
