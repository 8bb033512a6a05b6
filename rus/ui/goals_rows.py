"""The rows of goals as a table: one row a goal, its name opens the calculation."""

from collections.abc import Sequence

from rus.ui import address, frame
from rus.ui.markup import named
from rus.views.choice import Choice
from rus.views.goal_board import Line, below
from rus.views.goal_tree import Branch, home

COLUMNS = ("Indikator och mål", "Typ av mål", "Från", "Nu", "Mål", "Takt per år", "Krävs per år", "Bedömning")
"""Their widths, and which are of numbers, stand in the stylesheet: a class in each of 600 cells takes time to read."""
NAMED = named(COLUMNS)
NONE = "–"
SHUT = {"mal_rad": "", "mal_gren": "", "mal_takt": ""}
"""What the address says when no goal is open."""


def rows_table(lines: Sequence[Line], branch: Branch, wish: Choice, opened: str, *, head: bool = True) -> str:
    """The table as markup.

    Args:
        lines: the goals, all or some of the branch.
        branch: what they stand under.
        wish: the reader's shared choices, for the links.
        opened: key of the row that is open; empty for none.
        head: whether its head is seen; it is always there for those who hear it.
    """
    titles = "".join(f"<th scope=col>{title}</th>" for title in COLUMNS)
    body = "".join(_row(line, branch.id, wish, is_open=line.key == opened) for line in lines)
    caption = branch.name if head else f"{branch.name}, fler mål"
    hidden = "" if head else ' class="vh"'
    return (
        f'<div class="tw goals" tabindex="0" role="region" aria-label="{frame.text(caption)}">'
        f'<table aria-label="{frame.text(caption)}" style="{NAMED}">'
        f"<thead{hidden}><tr>{titles}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(line: Line, branch: str, wish: Choice, *, is_open: bool) -> str:
    away = "" if branch == home(line) else branch
    there = {"mal_rad": line.key, "mal_gren": away}
    href = address.to(wish, **(SHUT if is_open else {**SHUT, **there}))  # encoded, so that it may stand as it is
    keep = f'data-keep="{frame.text(f"{away}/{line.key}" if away else line.key)}"'
    name = f'<a href="{href}" {keep} aria-expanded={str(is_open).lower()}>{frame.text(line.name)}</a>'
    standing = "officiellt" if line.official else "föreslaget"
    cells = (
        f"{frame.text(line.kind)}<small>{standing}</small>",
        _said(line.base),
        _said(line.now),
        _said(line.target),
        frame.text(line.pace or NONE),
        frame.text(line.needed or NONE),
        f"{frame.chip(line.status)}<small>{frame.text(below(line.status, line.direction, line.reason))}</small>",
    )
    rest = "".join(f"<td>{cell}" for cell in cells)
    first = f"<th scope=row>{name}<small>{frame.text(line.wish)}</small>"
    mine = ' class="mine" data-show=""' if is_open else ""
    return f"<tr{mine}>{first}{rest}"  # cells and rows need no end: there are hundreds, and a message must stay small


def _said(said: tuple[str, str]) -> str:
    value, year = said
    return f"{frame.text(value)}<small>{year}</small>" if value else NONE
