"""The rows of a profile: every measure with all kommuner, the county's, and the place with its interval and verdict."""

from dataclasses import dataclass

from rus.analysis.difference import Difference
from rus.catalogue.catalogue import Catalogue
from rus.charts.theme import Tokens, tokens
from rus.core.swedish import EN_DASH, STATUS_WORDS, SYMBOLS, number
from rus.store.store import Store
from rus.ui import frame
from rus.ui.frame import chip, text
from rus.ui.profile_marks import below_name, gap_beside, inside, marks, told, unit_beside
from rus.views.choice import Choice
from rus.views.profile_board import Board
from rus.views.profile_places import Place
from rus.views.profile_rows import Band, Profile, Row, Side, profile, verdict
from rus.views.profile_show import Groups, shown
from rus.views.slide_shown import ProfileRows

ONE = (("Mått", "26%"), ("Värde", "12%"), ("Bland alla kommuner", "30%"), ("Mot länet", "20%"), ("Plats", "12%"))
KOMMUNER = "Dess kommuner"


def _heads(found: Profile) -> tuple[tuple[str, str], ...]:
    if len(found.places) < 2:
        return (*ONE[:-1], (KOMMUNER, ONE[-1][1])) if found.places[0].is_part else ONE
    first, second = (place.name for place in found.places)
    wide = ("Bland alla kommuner", "26%")
    return (("Mått", "24%"), (first, "15%"), wide, (second, "15%"), ("Skillnad", "20%"))


@dataclass(frozen=True)
class Look:
    """Everything that a table differs by."""

    first: str
    other: str
    show: str
    theme: str
    mean: bool
    rest: bool = False


MOST = 42
"""Rows that are sent at once; the rest when somebody wants them."""


def drawn(store: Store, catalogue: Catalogue, base: Board, look: Look) -> tuple[str, str]:
    """The table as markup, and a style with what its pictures have in common whatever the place: it is sent once."""
    found = profile(store, catalogue, base, look.first, look.other, mean=look.mean)
    grounds: dict[str, str] = {}
    table = shown(found, catalogue, look.show)
    groups = table.cut(MOST) if look.rest else table.cut(0, MOST)
    draw = Draw(tokens(look.theme), grounds, "r" if look.rest else "g")
    markup = _table(catalogue, found, groups, draw)
    named = "".join(f'{name}:url("{url}");' for name, url in grounds.items() if url)
    safe = named.replace("<", "%3C").replace(">", "%3E")
    return markup, f"<style>.pf{{{safe}}}</style>"


@dataclass(frozen=True)
class Draw:
    """Colours, and what lies below the pictures so far: name in the stylesheet → address; None: pictures are whole."""

    colours: Tokens
    grounds: dict[str, str] | None = None
    letter: str = "g"


def _table(catalogue: Catalogue, found: Profile, groups: Groups, draw: Draw) -> str:
    heads = _heads(found)
    head = "".join(f'<th scope="col" style="width:{width}">{text(name)}</th>' for name, width in heads)
    parts = []
    for title, group in groups:
        part = f'<tr class="part"><th colspan="{len(heads)}" scope="rowgroup">{text(title)}</th></tr>'
        body = "".join(_row(catalogue, row, draw, found.places) for row in group)
        parts.append(f"<tbody>{part}{body}</tbody>")
    two = " two" if len(found.places) > 1 else ""
    label = "Måtten i platsen, i länets kommuner och i alla kommuner"
    return (
        f'<div class="tw pf{two}" tabindex="0" role="region" aria-label="{label}"><table aria-label="{label}">'
        f"<thead><tr>{head}</tr></thead>{''.join(parts)}</table></div>"
    )


def _row(catalogue: Catalogue, row: Row, draw: Draw, places: tuple[Place, ...]) -> str:
    indicator = row.spine.indicator
    regions = tuple(dict.fromkeys(code for place in places for code in place.codes))
    to = Choice(indicator.id, regions, ("total",), group=row.spine.group).address()
    why = f"<small>{text(row.spine.why_year)}</small>" if row.spine.why_year else ""
    name = f'<a href="{frame.href("utforska", **to)}">{text(row.spine.name)}</a>'
    name += f"<small>{text(below_name(row))}</small>{why}"
    values = [_value(row, side) for side in row.sides]
    picture = f"<td class=pic>{_picture(catalogue, row, draw, places)}"
    if len(places) > 1:
        first, second = (
            f'<td class="v"><span class="lab">{text(place.name)}</span>{value}'
            f"<small>{_against(row, side.apart)}</small>"
            for place, value, side in zip(places, values, row.sides, strict=True)
        )
        cells = (
            first,
            picture,
            second,
            f'<td class="vd"><span class="lab">Skillnad</span>{_verdict(row, row.between)}',
        )
    else:
        said = _verdict(row, row.first.apart, _county(catalogue, row))
        last = _range(row, places[0]) if places[0].is_part else _band(catalogue, row, row.first.band)
        value = f"<td class=v>{values[0]}"
        cells = (value, picture, f"<td class=vd>{said}", f"<td class=bd>{last}")
    return f"<tr><th scope=row>{name}{''.join(cells)}"  # cells and rows need no end: a message must stay small


def _range(row: Row, place: Place) -> str:
    """From the lowest to the highest kommun of a länsdel."""
    values = inside(row, place)
    if not values or not row.spine.rate:
        return ""
    ends = dict.fromkeys(number(v, row.spine.indicator.decimals) for v in (min(values), max(values)))
    return f'<span class="lab">{KOMMUNER}</span>{EN_DASH.join(ends)}'


def _value(row: Row, side: Side) -> str:
    decimals, figure = row.spine.indicator.decimals, side.figure
    if figure.value is None:
        sign = f'<b aria-hidden="true">{SYMBOLS.get(figure.status, "..")}</b>'
        if side.reason:  # stands where the comparison would
            return f'{sign}<span class="vh">uppgift saknas</span>'
        words = STATUS_WORDS.get(figure.status, STATUS_WORDS["saknas"])
        last = f"<small>Senast {text(figure.last)}</small>" if figure.last else ""
        return f"{sign}<small>{text(words)}</small>{last}"
    unit = unit_beside(row)
    sign = f" <i>{text(unit)}</i>" if unit else ""
    ends = (side.limits.lower, side.limits.upper) if side.limits else ()
    reach = f"<small>{EN_DASH.join(number(end, decimals) for end in ends)}</small>" if ends else ""
    early = ' <i title="preliminär">p</i>' if figure.provisional else ""
    return f"<b>{number(figure.value, decimals)}</b>{sign}{early}{reach}"


def _county(catalogue: Catalogue, row: Row) -> str:
    value = row.spine.at(catalogue.here.region).value
    return f"länet {number(value, row.spine.indicator.decimals)}" if value is not None else ""


def _verdict(row: Row, apart: Difference | None, below: str = "") -> str:
    if apart is None:
        why = next((side.reason for side in row.sides if side.reason), "") or row.note
        if not why and any(side.figure.value is None for side in row.sides):  # then the value's own cell says why
            return ""
        return f"<small>{text(why or 'Länets värde saknas')}</small>"
    size = f"<b>{number(apart.value, row.spine.indicator.decimals, sign=True)}</b>"
    unit = f" {gap_beside(row)}" if gap_beside(row) else ""
    said = verdict(row.spine, apart)
    shown = f"<small>{text(said.words)}</small>" if said.id == "not_assessed" else chip(said)
    beside = f'<span class="nb">{" · " if unit else ""}{text(below)}</span>' if below else ""
    return f"<span>{size}<small>{text(unit)}{beside}</small></span>{shown}"


def _against(row: Row, apart: Difference | None) -> str:
    if apart is None:
        return ""
    said = verdict(row.spine, apart)
    words = "" if said.id == "not_assessed" else f", {said.words.lower()}"
    return text(f"{number(apart.value, row.spine.indicator.decimals, sign=True)} mot länet{words}")


def _band(catalogue: Catalogue, row: Row, band: Band | None) -> str:
    if band is None:
        gone = sum(r.level == "kommun" for r in catalogue.regions.values()) - len(row.spine.values)
        words = f"{gone} kommuner saknar värde" if gone > 1 else "En kommun saknar värde"
        return f"<small>{words}</small>" if gone and row.spine.rate and row.first.figure.value is not None else ""
    places = str(band.first) if band.first >= band.last else f"{band.first}{EN_DASH}{band.last}"
    return f'<span class="lab">Plats</span><b>{places}</b><small>av {band.of}</small>'


def _picture(catalogue: Catalogue, row: Row, draw: Draw, places: tuple[Place, ...]) -> str:
    made = marks(catalogue, row, draw.colours, places)
    if not made.parts:
        return ""
    alt = text(told(catalogue, row))
    if draw.grounds is None:
        return f'<img src="{made.whole}" alt="{alt}">'
    name = f"--{draw.letter}{len(draw.grounds)}"
    draw.grounds[name] = made.ground
    below = f' style="background-image:var({name})"' if made.apart else ""
    return f'<img src="{made.place}"{below} alt="{alt}">'


def of_slide(catalogue: Catalogue, shown: ProfileRows, colours: Tokens) -> str:
    """The rows for a room: what is measured, the value, the picture, and whether the difference is certain."""
    places, one = shown.profile.places, len(shown.profile.places) == 1
    names = ("Värde",) if one else tuple(place.name for place in places)
    heads = ("Mått", *names, "Bland alla kommuner", "Mot länet" if one else "Skillnad")
    head = "".join(f'<th scope="col">{text(name)}</th>' for name in heads)
    rows = "".join(_for_room(catalogue, row, Draw(colours), places) for row in shown.rows)
    return f'<table class="room"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _for_room(catalogue: Catalogue, row: Row, draw: Draw, places: tuple[Place, ...]) -> str:
    apart = row.first.apart if len(places) == 1 else row.between
    values = "".join(f'<td class="v">{_value(row, side)}</td>' for side in row.sides)
    return (
        f'<tr><th scope="row">{text(row.spine.name)} <i>{text(below_name(row))}</i></th>{values}'
        f'<td class="pic">{_picture(catalogue, row, draw, places)}</td>'
        f'<td class="vd">{_verdict(row, apart)}</td></tr>'
    )
