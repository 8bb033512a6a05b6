"""A profile's rows as a picture for a file: the measure, the value, the place among all kommuner, and the verdict."""

from rus.analysis.difference import Difference
from rus.catalogue.catalogue import Catalogue
from rus.charts.grid import MOST, Cell, Column, Line, Words, grid, rest
from rus.charts.paper import SIGN, SMALL, TEXT, Drawing, Key
from rus.charts.spine import HEIGHT, WIDTH
from rus.charts.theme import Tokens, tokens
from rus.core.swedish import EN_DASH, STATUS_WORDS, number
from rus.ui.profile_marks import below_name, gap_beside, marks, unit_beside
from rus.views.profile_places import Place
from rus.views.profile_rows import Profile, Row, Side, verdict
from rus.views.profile_show import Shown


def profile_picture(catalogue: Catalogue, found: Profile, table: Shown, theme: str | None) -> Drawing:
    """The rows of the table under their headings, as many as a picture holds.

    Args:
        catalogue: names the county's kommuner.
        found: the places.
        table: its rows as they stand on the page.
        theme: `light` or `dark`.
    """
    t = tokens(theme)
    rows: list[Line] = []
    for title, group in table.cut(0, MOST):
        rows += [title, *(_row(catalogue, row, t, found.places) for row in group)]
    return grid(_columns(found.places), rows, t, _keys(catalogue, found.places, t), rest(len(table.rows), "mått"))


def _columns(places: tuple[Place, ...]) -> list[Column]:
    if len(places) > 1:
        return [
            Column("Mått", 280),
            *(Column(place.name, 140) for place in places),
            Column("Bland alla kommuner", 260),
            Column("Skillnad", 240),
        ]
    return [Column("Mått", 300), Column("Värde", 150), Column("Bland alla kommuner", 310), Column("Mot länet", 240)]


def _row(catalogue: Catalogue, row: Row, t: Tokens, places: tuple[Place, ...]) -> list[Cell]:
    drawn = marks(catalogue, row, t, places)
    picture = Cell(picture=("".join((*drawn.below, *drawn.parts)), WIDTH, HEIGHT)) if drawn.parts else Cell()
    apart = row.between if len(places) > 1 else row.first.apart
    values = [_value(row, side) for side in row.sides]
    name = Cell((Words(row.spine.name, weight=600), _below(below_name(row))))
    return [name, *values, picture, _verdict(row, apart)]


def _value(row: Row, side: Side) -> Cell:
    decimals, figure = row.spine.indicator.decimals, side.figure
    if figure.value is None:
        return Cell((_below(side.reason or STATUS_WORDS.get(figure.status, STATUS_WORDS["saknas"])),))
    early = " p" if figure.provisional else ""
    reach = [number(end, decimals) for end in (side.limits.lower, side.limits.upper)] if side.limits else []
    below = (_below(EN_DASH.join(reach)),) if reach else ()
    return Cell((Words(f"{number(figure.value, decimals)} {unit_beside(row)}".rstrip() + early, TEXT, 650), *below))


def _verdict(row: Row, apart: Difference | None) -> Cell:
    if apart is None:
        return Cell((_below(row.note),)) if row.note else Cell()
    size = f"{number(apart.value, row.spine.indicator.decimals, sign=True)} {gap_beside(row)}".rstrip()
    said = verdict(row.spine, apart)
    sure = said.id != "not_assessed"
    return Cell(
        (Words(size), Words(said.words, SMALL, 600 if sure else 400, quiet=not sure, sign=said.css if sure else ""))
    )


def _below(words: str) -> Words:
    return Words(words, SMALL, quiet=True)


def _keys(catalogue: Catalogue, places: tuple[Place, ...], t: Tokens) -> list[Key]:
    """What the marks mean, as over the table."""
    every = sum(region.level == "kommun" for region in catalogue.regions.values())
    disc = f'<circle cx="8" cy="8" r="7" fill="{t.accent}"/>'
    diamond = f'<path d="M8 0l8 8-8 8-8-8z" fill="{t.ink}"/>'
    dot = f'<circle cx="8" cy="8" r="4" fill="{t.ink3}"/>'
    part = f'<circle cx="8" cy="8" r="4" fill="{t.accent}"/>'
    ticks = "".join(f'<path d="M{x} 1v14" stroke="{t.context}"/>' for x in (4, 8, 12))
    found = [Key(mark, place.name) for mark, place in zip((disc, diamond), places, strict=False)]
    if any(place.is_part for place in places):
        found.append(Key(part, "länsdelens kommuner"))
    found.append(Key(f'<path d="M0 8h22" stroke="{t.accent}" stroke-width="3"/>', "osäkerhet (95 %)", SIGN + 6))
    many = len(catalogue.kommuner())
    found.append(Key(dot, f"länets {many} kommuner" if many > 1 else "länets enda kommun"))
    found.append(Key(ticks, f"alla {every} kommuner"))
    found.append(Key(f'<path d="M8 0v16" stroke="{t.ink}" stroke-width="1.8"/>', "länet"))
    country = catalogue.name(catalogue.here.country).lower()
    dotted = f'<path d="M8 0v16" stroke="{t.ink}" stroke-width="1.8" stroke-dasharray="2 3"/>'
    return [*found, Key(dotted, country)]
