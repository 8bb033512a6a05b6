"""The rows of a profile: every measure with all kommuner, the county's, and the place with its interval and verdict."""

from dataclasses import dataclass

import streamlit as st

from rus.analysis.difference import Difference
from rus.catalogue.catalogue import Catalogue
from rus.charts.spine import Mark, spine
from rus.charts.theme import Tokens, tokens
from rus.core.swedish import EN_DASH, STATUS_WORDS, SYMBOLS, UNIT_SIGNS, number
from rus.store.store import Store
from rus.ui import cached, cards, frame, site
from rus.ui.cards import SHORT_UNIT
from rus.ui.frame import chip, text
from rus.ui.profile import Asked
from rus.views.choice import Choice
from rus.views.equality_series import gap_unit
from rus.views.profile_board import Board, board
from rus.views.profile_places import RULE as OF_PART
from rus.views.profile_places import Place
from rus.views.profile_rows import Band, Profile, Row, Side, profile, verdict
from rus.views.profile_show import Shown, shown

ONE = (("Mått", "26%"), ("Värde", "12%"), ("Bland alla kommuner", "30%"), ("Mot länet", "20%"), ("Plats", "12%"))
KOMMUNER = "Dess kommuner"
RULE = (
    "Skillnaden är säker när hela osäkerhetsintervallet (95 %) ligger på ena sidan av länets värde. Plats 1 är bäst, "
    "eller högst där ingen riktning är bättre; finns ett intervall är platsen ett spann. Grå streck och plats visas "
    "bara där alla kommuner har ett värde. Ihålig markering: 3-årsmedel. p: preliminär."
)


def rows(catalogue: Catalogue, asked: Asked, found: Profile, table: Shown) -> None:
    """The title, what the marks are, and the table; each measure leads to Utforska with the same places."""
    with frame.frame("profile", stretch=False):
        frame.finding(table.title, table.below, big=True)
        if table.empty:
            frame.empty("Inga mått att visa", table.empty, "Välj något annat under Visa.")
            return
        frame.html(_key(catalogue, found))
        look = Look(asked.first, asked.other, asked.show, site.theme(), mean=asked.mean)
        markup, grounds = cached.shared_on(board, drawn, frame.here().build, look)
        st.html(grounds)
        frame.html(markup)
        part = f" {OF_PART}" if any(place.is_part for place in found.places) else ""
        frame.html(f'<p class="note">{text(RULE + part)}</p>')
        frame.source(cards.sources(row.spine.indicator.owner for row in table.rows))


def _key(catalogue: Catalogue, found: Profile) -> str:
    many = len(catalogue.kommuner())
    ours = f"länets {many} kommuner" if many > 1 else "länets enda kommun"
    every = sum(r.level == "kommun" for r in catalogue.regions.values())
    places = zip(("a", "b"), found.places, strict=False)
    parts = [f'<span><i class="k-{kind}"></i>{text(place.name)}</span>' for kind, place in places]
    if any(place.is_part for place in found.places):
        parts.append('<span><i class="k-ours k-in"></i>länsdelens kommuner</span>')
    parts += [
        '<span><i class="k-reach"></i>osäkerhet (95 %)</span>',
        f'<span><i class="k-ours"></i>{ours}</span>',
        f'<span><i class="k-all"></i>alla {every} kommuner</span>',
        '<span><i class="k-county"></i>länet</span>',
        f'<span><i class="k-country"></i>{text(catalogue.name(catalogue.here.country).lower())}</span>',
    ]
    return f'<p class="key pfkey">{"".join(parts)}</p>'


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


def drawn(store: Store, catalogue: Catalogue, base: Board, look: Look) -> tuple[str, str]:
    """The table as markup, and a style with what its pictures have in common whatever the place: it is sent once."""
    found = profile(store, catalogue, base, look.first, look.other, mean=look.mean)
    grounds: dict[str, str] = {}
    markup = _table(catalogue, found, shown(found, catalogue, look.show), Draw(tokens(look.theme), grounds))
    named = "".join(f'{name}:url("{url}");' for name, url in grounds.items() if url)
    safe = named.replace("<", "%3C").replace(">", "%3E")
    return markup, f"<style>.pf{{{safe}}}</style>"


@dataclass(frozen=True)
class Draw:
    """Colours, and what has been drawn below pictures so far: name in the stylesheet → address."""

    colours: Tokens
    grounds: dict[str, str]


def _table(catalogue: Catalogue, found: Profile, table: Shown, draw: Draw) -> str:
    heads = _heads(found)
    head = "".join(f'<th scope="col" style="width:{width}">{text(name)}</th>' for name, width in heads)
    parts = []
    for title, group in table.groups:
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
    below = " · ".join(part for part in (_unit(row), row.spine.period) if part)
    why = f"<small>{text(row.spine.why_year)}</small>" if row.spine.why_year else ""
    name = f'<a href="{frame.href("utforska", **to)}">{text(row.spine.name)}</a><small>{text(below)}</small>{why}'
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


def inside(row: Row, place: Place) -> list[float]:
    """The values of a place's kommuner."""
    return [value for code in place.codes if (value := row.spine.at(code).value) is not None]


def _unit(row: Row) -> str:
    unit = row.spine.indicator.unit
    return unit if len(UNIT_SIGNS.get(unit, unit)) > SHORT_UNIT else ""


def _value(row: Row, side: Side) -> str:
    decimals, figure = row.spine.indicator.decimals, side.figure
    if figure.value is None:
        sign = f'<b aria-hidden="true">{SYMBOLS.get(figure.status, "..")}</b>'
        if side.reason:  # stands where the comparison would
            return f'{sign}<span class="vh">uppgift saknas</span>'
        words = STATUS_WORDS.get(figure.status, STATUS_WORDS["saknas"])
        last = f"<small>Senast {text(figure.last)}</small>" if figure.last else ""
        return f"{sign}<small>{text(words)}</small>{last}"
    unit = UNIT_SIGNS.get(row.spine.indicator.unit, row.spine.indicator.unit)
    sign = f" <i>{text(unit)}</i>" if len(unit) <= SHORT_UNIT else ""
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
    unit = "" if len(gap_unit(row.spine.indicator)) > len("procentenheter") else f" {gap_unit(row.spine.indicator)}"
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
    found, here = row.spine, catalogue.here
    if not found.rate:
        return ""
    ours = [value for code in catalogue.kommuner() if (value := found.at(code).value) is not None]
    marks = [
        Mark(s.figure.value, s.limits, hollow=found.mean) if s.figure.value is not None else None for s in row.sides
    ]
    rules = [found.at(here.region).value, found.at(here.country).value]
    parts = [value for place in places if place.is_part for value in inside(row, place)]
    made = spine(found.ordered if found.whole else (), ours, marks, rules, draw.colours, parts)
    name = f"--g{len(draw.grounds)}"
    draw.grounds[name] = made.ground
    below = f' style="background-image:var({name})"' if made.apart else ""
    return f'<img src="{made.place}"{below} alt="{text(_alt(row, ours, rules))}">' if made.place else ""


def _alt(row: Row, ours: list[float], rules: list[float | None]) -> str:
    decimals = row.spine.indicator.decimals
    said = [f"Länets kommuner {number(min(ours), decimals)} till {number(max(ours), decimals)}"] if ours else []
    if row.spine.whole:
        ends = (row.spine.ordered[0], row.spine.ordered[-1])
        said.append(f"alla {' till '.join(number(end, decimals) for end in ends)}")
    names = zip(("länet", "riket"), rules, strict=True)
    said += [f"{name} {number(value, decimals)}" for name, value in names if value is not None]
    return ", ".join(said)
