"""A profile's rows as files: what the table shows, with every digit, and why a cell is empty."""

from dataclasses import replace

from rus.analysis.difference import Difference
from rus.catalogue.catalogue import Catalogue
from rus.core.swedish import STATUS_WORDS, listing
from rus.views.compare_words import VERDICTS
from rus.views.profile_board import OTHER
from rus.views.profile_rows import Band, Profile, Row, Side
from rus.views.quality import sheet
from rus.views.sheet import Sheet, file_stem, legend

DIGITS = 9
FIRST = {
    "area": "Område",
    "indicator": "Mått",
    "id": "Indikator",
    "period": "År",
    "unit": "Enhet",
    "place": "Plats",
    "value": "Värde",
    "status": "Status",
    "lower": "Nedre gräns",
    "upper": "Övre gräns",
    "n": "Antal i underlaget",
    "county": "Länet",
    "country": "Riket",
    "apart": "Skillnad mot länet",
    "verdict": "Säkerhet mot länet",
    "best": "Plats i landet, från",
    "worst": "Plats i landet, till",
    "of": "Av kommuner",
}
SECOND = {
    "place2": "Andra platsen",
    "value2": "Andra platsens värde",
    "status2": "Andra platsens status",
    "lower2": "Andra platsens nedre gräns",
    "upper2": "Andra platsens övre gräns",
    "apart2": "Andra platsens skillnad mot länet",
    "verdict2": "Andra platsens säkerhet mot länet",
    "between": "Skillnad mellan platserna",
    "between_verdict": "Säkerhet mellan platserna",
}
LAST = {"source": "Källa", "note": "Att veta"}


def profile_sheet(found: Profile, catalogue: Catalogue, shown: tuple[Row, ...], *, build: str, link: str = "") -> Sheet:
    """Exactly the rows shown, in their order.

    Args:
        found: the profile.
        catalogue: of the same build.
        shown: those of its rows that stand in the table.
        build: the data version.
        link: the address that shows the same rows.
    """
    names, two = [place.name for place in found.places], len(found.places) > 1
    columns = FIRST | (SECOND if two else {}) | LAST
    rows = [_cells(row, catalogue, names) for row in shown]
    made = sheet(catalogue, f"Kommunprofil: {listing(names)}", columns, rows, build=build)
    extra = [
        ("Länk", link),
        ("Skillnad", "Platsens värde minus det andra värdet, i måttets enhet; andelar i procentenheter"),
        ("Gränser", "95 procent: så långt från det här kan värdet hamna av ren slump i en lika stor befolkning"),
        *legend(),
    ]
    decimals = max((row.spine.indicator.decimals for row in shown), default=1)
    return replace(made, filename=file_stem("kommunprofil", *names), about=[*made.about, *extra], decimals=decimals)


def _cells(row: Row, catalogue: Catalogue, names: list[str]) -> list[object]:
    spine, here, first = row.spine, catalogue.here, row.first
    area = catalogue.challenge(spine.area)
    cells: list[object] = [
        area.name if area else ("Övriga mått" if spine.area == OTHER else spine.area),
        spine.name,
        spine.indicator.id,
        spine.period,
        spine.indicator.unit,
        names[0],
        *_own(first),
        *_limits(first),
        first.figure.n if first.figure.n == first.figure.n else None,
        *((spine.at(here.region).value, spine.at(here.country).value) if spine.rate else (None, None)),
        *_apart(first.apart),
        *_band(first.band),
    ]
    if len(names) > 1:
        second = row.sides[1]
        cells += [names[1], *_own(second), *_limits(second), *_apart(second.apart), *_apart(row.between)]
    cells.append(spine.indicator.owner + (f" via {spine.indicator.via}" if spine.indicator.via else ""))
    notes = [*(side.reason for side in row.sides), row.note, spine.why_year, first.apart.reason if first.apart else ""]
    notes += [row.between.reason] if row.between else []
    cells.append(" ".join(dict.fromkeys(n for n in notes if n)))
    return [round(cell, DIGITS) if isinstance(cell, float) else cell for cell in cells]


def _own(side: Side) -> tuple[object, object]:
    return side.figure.value, STATUS_WORDS.get(side.figure.status, side.figure.status)


def _limits(side: Side) -> tuple[object, object]:
    return (side.limits.lower, side.limits.upper) if side.limits else (None, None)


def _apart(apart: Difference | None) -> tuple[object, object]:
    return (apart.value, VERDICTS[apart.verdict]) if apart else (None, "")


def _band(band: Band | None) -> tuple[object, object, object]:
    return (band.first, band.last, band.of) if band else (None, None, None)
