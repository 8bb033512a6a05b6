"""The comparisons of one value as files: each comparison, the rank, the expected value and the similar kommuner."""

from dataclasses import replace

from rus.analysis.difference import Difference
from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import listing
from rus.views.choice import SEX_WORDS
from rus.views.compare_question import Compared
from rus.views.compare_words import EXPECTED, KINDS, VERDICTS, in_words, label
from rus.views.quality import sheet
from rus.views.sheet import Sheet, file_stem, period_in_words
from rus.views.structure import Structure

DIGITS = 6
"""What is left of a difference after the noise of binary fractions; no indicator has more decimals."""
COLUMNS = {
    "what": "Jämfört med",
    "period": "År",
    "own": "Värde",
    "other": "Det andra värdet",
    "difference": "Skillnad",
    "lower": "Nedre gräns för skillnaden",
    "upper": "Övre gräns för skillnaden",
    "verdict": "Säkerhet",
    "distance": "Avstånd",
    "note": "Att veta",
}


def compare_sheet(found: Compared, catalogue: Catalogue, built: Structure, *, build: str) -> Sheet:
    """All that the block shows; an empty cell says in the last column why it is empty."""
    indicator, name = found.indicator, catalogue.name(found.asked.region)
    words = in_words(found, catalogue, built)
    parts = (*_against(found, catalogue), *_expected(found), *_rank(found, words.place), *_alike(found, catalogue))
    rows = [[round(cell, DIGITS) if isinstance(cell, float) else cell for cell in row] for row in parts]
    made = sheet(catalogue, f"{indicator.title}: {name} jämfört med andra värden", COLUMNS, rows, build=build)
    extra = [
        ("Indikator", indicator.title),
        ("Enhet", indicator.unit),
        ("Region", name),
        ("Kön", SEX_WORDS[found.asked.sex]),
        ("Grupp", catalogue.group_label(found.asked.group)),
        ("Skillnad", f"{name} minus det andra värdet"),
        *(("Strukturmått", f"{title}: {text}") for title, text in words.alike.features),
    ]
    stem = file_stem(indicator.id, name, "jamforelser")
    return replace(made, filename=stem, about=[*made.about, *extra], decimals=max(indicator.decimals, 2))


def _against(found: Compared, catalogue: Catalogue) -> list[tuple[object, ...]]:
    rows = []
    for one in found.against:
        title, below = (
            label(one, found, catalogue) if one.value is not None else (KINDS.get(one.id, one.name).capitalize(), "")
        )
        note = one.reason or (one.apart.reason if one.apart else "") or below
        rows.append(_row(title, found, one.value, one.apart, note))
    return rows


def _row(title: str, found: Compared, other: float | None, apart: Difference | None, note: str) -> tuple[object, ...]:
    limits = apart.interval if apart else None
    ends = (limits.lower, limits.upper) if limits else (None, None)
    verdict = VERDICTS[apart.verdict] if apart else ""
    return (
        title,
        period_in_words(found.period),
        found.value,
        other,
        apart.value if apart else None,
        *ends,
        verdict,
        None,
        note,
    )


def _expected(found: Compared) -> list[tuple[object, ...]]:
    made, period = found.expectation, period_in_words(found.period)
    if made.expected is None or made.lower is None or made.upper is None or made.observed is None:
        return (
            [("Väntat värde", period, found.value, None, None, None, None, "", None, made.reason)]
            if made.reason
            else []
        )
    ends = (made.observed - made.upper, made.observed - made.lower)
    note = f"Intervallet gäller 19 av 20 sådana kommuner. Räknat på {found.places} kommuner."
    return [
        ("Väntat värde", period, made.observed, made.expected, made.residual, *ends, EXPECTED[made.verdict], None, note)
    ]


def _rank(found: Compared, sentences: tuple[str, ...]) -> list[tuple[object, ...]]:
    if not found.rank:
        return []
    period = period_in_words(found.period)
    return [("Plats", period, found.value, None, None, None, None, "", None, listing(sentences[:1]))]


def _alike(found: Compared, catalogue: Catalogue) -> list[tuple[object, ...]]:
    period = period_in_words(found.period)
    return [
        (
            f"Liknande kommun: {catalogue.name(n.code)}",
            period,
            found.value,
            value,
            apart,
            None,
            None,
            "",
            n.distance,
            "",
        )
        for n in found.similar.neighbours
        for value in [found.everyone.get(n.code)]
        for apart in [found.value - value if value is not None and found.value is not None else None]
    ]
