"""Where figures must not be compared straight off: breaks, ended series, rounding, means of several years, samples."""

from collections.abc import Sequence
from dataclasses import dataclass

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import group_id
from rus.catalogue.indicator import Indicator
from rus.core.swedish import listing
from rus.store.store import Store
from rus.views.quality import ALL, chosen, name, sheet
from rus.views.quality_parts import Part, parted
from rus.views.sheet import Sheet

COLUMNS = {"name": "Mått", "kind": "Slag", "when": "När", "words": "Vad det betyder", "indicator": "Indikator"}
NOISE = (
    "Från och med uppgifter om 2025 lägger SCB små slumpvisa ändringar på antal personer, så att ingen går att känna "
    "igen. Därför kan kvinnor och män tillsammans skilja några personer från totalen. Det är inget fel, och ingen "
    "total räknas fram genom att lägga ihop delar."
)
LEVELS = {"riket": "riket", "lan": "län", "kommun": "kommuner"}


@dataclass(frozen=True)
class Caution:
    """One thing to heed: of which indicator, what kind, when, and what it means for the reader."""

    indicator: str
    name: str
    kind: str
    when: str
    words: str


def cautions(store: Store, catalogue: Catalogue, within: str = ALL) -> tuple[Caution, ...]:  # noqa: ARG001  # as all
    """Everything to heed in the indicators of an area; the newest breaks first, then kind by kind, by name."""
    used = [i for i in chosen(catalogue, within) if i.state == "in_use"]
    cuts = [Caution(i.id, i.short, "Brott", str(b.first_year), b.reason) for i in used for b in i.breaks]
    ended = [c for i in used for c in _ended(catalogue, i)]
    traits = [c for i in used for c in _traits(i)]
    every = (*sorted(cuts, key=lambda c: -int(c.when)), *ended, *traits)
    return tuple(c for kind in by_kind(every) for c in kind.rows)


def by_kind(every: Sequence[Caution]) -> tuple[Part[Caution], ...]:
    """The cautions kind by kind, breaks first."""
    return parted(every, {kind: kind for kind in dict.fromkeys(("Brott", *(c.kind for c in every)))}, lambda c: c.kind)


def _ended(catalogue: Catalogue, i: Indicator) -> list[Caution]:
    """The series that their owners have ended: what is known of them stays, and nothing more comes."""
    return [
        Caution(
            i.id,
            name(catalogue, i.id, group_id(s.group)),
            "Avslutad serie",
            f"till och med {s.to_year}" if s.to_year else "hämtas inte mer",
            f"{s.source_id}: {s.retired} Siffrorna som finns är kvar.",
        )
        for s in i.series
        if s.retired and s.role == "value"
    ]


def _traits(i: Indicator) -> list[Caution]:
    traits, until = i.traits, i.traits.whole_percent_until
    said = [
        (
            "Avrundning",
            f"till och med {until}" if until else "alla år",
            "Källan ger hela procent, så en skillnad på en procentenhet behöver inte betyda något.",
            bool(until or traits.whole_percent),
        ),
        (
            "Medelvärde",
            "alla år",
            f"Varje värde är ett medelvärde av {traits.window_years} år, så värden intill varandra delar år.",
            traits.window_years > 1,
        ),
        (
            "Mätår",
            listing(str(y) for y in traits.measured_years or []),
            "Bara dessa år är mätta. Källan upprepar värdet däremellan, och upprepningarna visas inte.",
            bool(traits.measured_years),
        ),
        ("Enkät", "alla år", "Ett urval har svarat, så värdena har en felmarginal.", traits.survey),
        ("Små tal", "alla år", "Bygger på få händelser, så värdena går upp och ner av slump.", traits.small_numbers),
        ("Preliminärt", "nyaste året", "Det nyaste värdet kan ändras av källan.", traits.provisional_last),
        (
            "Publiceras inte",
            "alla år",
            f"Källan publicerar inte måttet för {listing(LEVELS[level] for level in traits.not_for)}.",
            bool(traits.not_for),
        ),
    ]
    return [Caution(i.id, i.short, kind, when, words) for kind, when, words, holds in said if holds]


def cautions_sheet(catalogue: Catalogue, found: tuple[Caution, ...], build: str) -> Sheet:
    """The cautions as files."""
    rows = [(c.name, c.kind, c.when, c.words, c.indicator) for c in found]
    return sheet(catalogue, "Brott och avrundningar", COLUMNS, rows, build=build)
