"""All measures in the county and each kommun as one matrix, by sex and background."""

import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL
from rus.charts.grid import MOST
from rus.ui import address, cached, cards, frame, page_choice, picture, site
from rus.ui.downloads import downloads_of
from rus.ui.matrix_picture import matrix_picture
from rus.views.choice import Choice
from rus.views.matrix_sheet import matrix_sheet
from rus.views.sheet import file_stem
from rus.views.status import STATUSES
from rus.views.status_matrix import Cell, Cut, Matrix, MatrixRow, background_groups, status_matrix

TITLE, BELOW = "Alla mått i länet och kommunerna", "Varje ruta är en egen bedömning. Klasserna vägs aldrig ihop"
EVERYTHING = "alla"
SEXES = {EVERYTHING: "Alla", "total": "Kvinnor och män tillsammans", "women": "Kvinnor", "men": "Män"}
UNMARKED = "na"
"""The class of half of all cells, which the stylesheet takes a cell to be of."""
FURTHER = "mal_fler"
FIRST_SHOWN = 40
"""So many rows the browser draws at once: each has a cell for every kommun."""
LETTERS = {"T": "total", "K": "women", "M": "men"}


def matrix(catalogue: Catalogue, wish: Choice) -> None:
    """The pickers and the matrix."""
    whole: Matrix = cached.shared(status_matrix, frame.here().build)
    areas = _areas(catalogue, whole)
    within = address.private("mal_inom")
    within = within if within in areas else next(iter(areas), EVERYTHING)
    sex = LETTERS.get(address.private("mal_kon"), EVERYTHING)
    groups = {EVERYTHING: "Alla"} | {g: _group(catalogue, g) for g in background_groups(whole)}
    group = address.private("mal_grp") if address.private("mal_grp") in groups else EVERYTHING
    letters = {word: letter for letter, word in LETTERS.items()} | {EVERYTHING: ""}
    with st.container(key="filter_matrix"):
        spots = st.columns([1.4, 1.3, 1.3, 1.4], gap="small")
        with spots[0]:
            _pick(wish, ("mal_inom", {}), "Område", areas, within)
        with spots[1]:
            _pick(wish, ("mal_kon", letters), "Kön", SEXES, sex)
        with spots[2]:
            _pick(wish, ("mal_grp", {EVERYTHING: ""}), "Bakgrund", groups, group)
    cut = Cut(_all(within), _all(sex), _all(group))
    shown = whole.only(cut)
    with frame.frame("goals_matrix", stretch=False):
        frame.finding(TITLE, BELOW)
        if not shown.rows:
            frame.empty("Inget att bedöma", "Inget mått i området redovisas för det kön och den bakgrunden.")
            return
        _rows(shown)
        build = frame.here().build
        downloads_of(lambda: cached.view(matrix_sheet, build, cut, build), file_stem("bedomningar", within), "matrix")
        _picture(catalogue, shown, within)


def _rows(shown: Matrix) -> None:
    """The first rows, or all when they are asked for, and what the signs in them mean."""
    seen = shown if page_choice.times(FURTHER) else shown.first(FIRST_SHOWN)
    frame.html(_table(seen))
    if many := len(shown.rows) - len(seen.rows):
        page_choice.more(FURTHER, "mal_visa_fler", f"Visa {many} rader till")
    frame.html(f'<p class="note">{_key(seen)} Tom ruta: ingen uppgift.</p>')


def _picture(catalogue: Catalogue, shown: Matrix, within: str) -> None:
    """The picture; it is drawn when someone opens the place for it."""

    def said() -> picture.Said:
        source = cards.sources(catalogue.indicators[row.indicator].owner for row in shown.rows[:MOST])
        return picture.Said(TITLE, BELOW, source, file_stem("bedomningar", within))

    picture.offer("matrix", said, lambda: matrix_picture(shown, site.theme()))


def _all(value: str) -> str:
    return "" if value == EVERYTHING else value


def _areas(catalogue: Catalogue, whole: Matrix) -> dict[str, str]:
    """Challenge areas, themes and everything, as far as there are rows."""
    used = {a for row in whole.rows for a in (row.theme, *row.challenges)}
    areas = {c.id: c.name for c in catalogue.challenges}
    areas |= {t.id: t.name for t in catalogue.themes if t.id not in areas}
    return {key: name for key, name in areas.items() if key in used} | {EVERYTHING: "Alla områden"}


def _group(catalogue: Catalogue, group: str) -> str:
    label = "Utan uppdelning" if group == TOTAL else catalogue.group_label(group)
    return f"{label[:1].upper()}{label[1:]}"


def _pick(wish: Choice, said: tuple[str, dict[str, str]], label: str, options: dict[str, str], now: str) -> None:
    """A picker; `said` is its name in the address, and the words there for options that have another one."""
    name, words = said
    key = f"{name}_val"
    st.session_state[key] = now

    def changed() -> None:
        value = st.session_state[key]
        address.remember(wish, **{name: words.get(value, value)})

    st.selectbox(label, list(options), format_func=lambda item: options[item], key=key, on_change=changed)


def _table(shown: Matrix) -> str:
    head = "".join(f'<th scope="col">{frame.text(region)}</th>' for region in shown.regions)
    body, before = [], ""
    for row in shown.rows:
        body.append(_row(row, begins=row.indicator != before))
        before = row.indicator
    label = "Bedömning per mått, kön och bakgrund i länet och kommunerna"
    return (
        f'<div class="mx" tabindex="0" role="region" aria-label="{label}"><table aria-label="{label}"><thead><tr>'
        f'<th scope="col">Mått</th>{head}</tr></thead><tbody>{"".join(body)}</tbody></table></div>'
    )


def _row(row: MatrixRow, *, begins: bool) -> str:
    name = f"<b>{frame.text(row.name)}</b> " if begins else f'<span class="vh">{frame.text(row.name)}, </span>'
    start = ' class="s"' if begins else ""
    cells = "".join(map(_cell, row.cells))
    return f'<tr{start}><th scope="row">{name}<small>{frame.text(row.member)}</small></th>{cells}</tr>'


def _cell(cell: Cell | None) -> str:
    """Written as short as HTML allows, since there can be thousands: a message to the browser must stay small."""
    if cell is None:
        return "<td>"
    return f"<td>{cell.words}" if cell.status.css == UNMARKED else f"<td class={cell.status.css}>{cell.words}"


def _key(shown: Matrix) -> str:
    found = {status for column in shown.tally for status in column}
    return " ".join(frame.chip(status) for status in STATUSES.values() if status.id in found)
