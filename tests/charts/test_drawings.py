"""What is markup on the page, drawn for a file: the same words, in the same colours, nothing over anything else."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from rus.charts.grid import MOST, Cell, Column, Words, grid
from rus.charts.heat import heat_picture, heat_table
from rus.charts.letters import width_of, wrapped
from rus.charts.paper import SIGNS, WIDTH, Key, keys
from rus.charts.table import MOST_COLUMNS, html_table, table_picture
from rus.charts.theme import DARK, LIGHT
from rus.charts.tiles import tile_map, tile_picture
from rus.core.paths import ROOT
from rus.views.heat import WORDS
from rus.views.table import Cell as Figure
from rus.views.table import Row, Table
from tests.charts.examples import compared, figures, tiles

CSS = (ROOT / "static" / "rus.css").read_text(encoding="utf-8")


def words_in(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


def seen(markup: str) -> str:
    return re.sub(r"<[^>]*>", "|", markup)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_picture_and_page_say_the_same(theme):
    pairs = (
        (tile_picture(tiles(), theme), tile_map(tiles(), str)),
        (heat_picture(compared(), theme), heat_table(compared())),
        (table_picture(figures(), theme), html_table(figures())),
    )
    for drawn, markup in pairs:
        assert drawn
        said = [line for line in words_in(drawn.svg) if line]
        assert said
        assert [line for line in said if line not in seen(markup)] == []


def test_every_class_has_its_word_and_its_meaning():
    said = words_in(heat_picture(compared(), None).svg)
    for kind in ("better", "worse", "same", "unknown"):
        assert {*WORDS[kind]} <= {*said}


def test_signs_and_grounds_are_the_stylesheets():
    for kind, markup in SIGNS.items():
        path = re.search(r"\.chip\." + kind + r"[,{].*?viewBox='0 0 16 16'%3E(.*?)%3C/svg", CSS)
        assert path
        drawn = re.search(r"<path[^>]* d='([^']+)'|<circle ([^/]+?) fill", markup)
        assert drawn
        assert next(filter(None, drawn.groups())) in path.group(1)
    pairs = {"p1": ("above", 0), "p2": ("above", 1), "m1": ("below", 0), "m2": ("below", 1)}
    for css, (name, n) in pairs.items():
        ground = f".tile.{css}{{background:light-dark({getattr(LIGHT, name)[n]},{getattr(DARK, name)[n]})"
        assert ground in CSS


@pytest.mark.parametrize("words", ["Andel förvärvsarbetande utrikes födda kvinnor", "Gymnasiebehörighetsgrad", "a", ""])
@pytest.mark.parametrize("room", [40, 90, 300])
def test_lines_have_room_and_lose_no_letter(words, room):
    lines = wrapped(words, 16, room)
    assert re.sub(r"[ -]", "", "".join(lines)) == words.replace(" ", "")
    assert all(width_of(line, 16) <= room for line in lines)


def test_a_row_begins_where_the_one_above_ends():
    long = Cell((Words("Ett mått vars namn behöver flera rader för att få plats i sin kolumn"), Words("procent", 16)))
    made = grid([Column("Mått", 200), Column("Nu", 800)], [(long, Cell((Words("1"),)))] * 3, LIGHT)
    left = [float(y) for x, y in re.findall(r'<text x="([\d.]+)" y="([\d.]+)"', made.svg) if x == "0.0"]
    assert all(below - above >= 16 for above, below in pairwise(left))
    assert max(left) < made.height


def test_a_legend_takes_another_line_where_there_is_no_room():
    _, one = keys([Key("", "kort")], LIGHT, 0)
    _, two = keys([Key("", "en ganska lång förklaring av märket")] * 6, LIGHT, 0, WIDTH)
    assert two == 2 * one


def test_a_long_table_says_how_much_is_left_and_a_wide_one_has_no_picture():
    many = Table("Mått", "År", ("Länet",), tuple(Row(str(2000 + n), (Figure("1"),)) for n in range(MOST + 1)))
    made = table_picture(many, None)
    assert made
    assert words_in(made.svg)[-1] == f"De första {MOST} av {MOST + 1} rader. Alla finns i filerna för Excel och CSV."
    whole = table_picture(replace(many, rows=many.rows[:MOST]), None)
    assert whole
    assert words_in(whole.svg)[-2:] == [str(2000 + MOST - 1), "1"]
    wide = Table("Mått", "År", tuple("abcdefghijk"[: MOST_COLUMNS + 1]), ())
    assert table_picture(wide, None) is None


def test_a_name_that_is_too_long_for_its_tile_is_cut():
    view = replace(
        tiles(), tiles=(replace(tiles().tiles[0], name="Kommunen med det allra längsta namnet i hela landet"),)
    )
    narrow = replace(view, tiles=(*view.tiles, replace(view.tiles[0], name="Sist", column=5)))
    name = words_in(tile_picture(narrow, None).svg)[0]
    assert name.endswith("…")
