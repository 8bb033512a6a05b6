"""The rows of goals as a table: one row a goal, its name opens the calculation."""

from collections.abc import Sequence

from rus.ui import address, frame
from rus.ui.markup import named
from rus.views.choice import Choice
from rus.views.goal_board import Line, below
from rus.views.goal_tree import Branch, home

COLUMNS = (
    ("Indikator och mål", "25%", ""),
    ("Typ av mål", "10%", ""),
    ("Från", "8.5%", "n"),
    ("Nu", "8.5%", "n"),
    ("Mål", "8.5%", "n"),
    ("Takt per år", "8.5%", "n"),
    ("Krävs per år", "8.5%", "n"),
    ("Bedömning", "22.5%", ""),
)
"""Title, width and class of each column."""
NAMED = named([title for title, _, _ in COLUMNS])
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
    cols = "".join(f'<col style="width:{width}">' for _, width, _ in COLUMNS)
    titles = "".join(f'<th scope="col"{_class(kind)}>{title}</th>' for title, _, kind in COLUMNS)
    body = "".join(_row(line, branch.id, wish, is_open=line.key == opened) for line in lines)
    caption = branch.name if head else f"{branch.name}, fler mål"
    hidden = "" if head else ' class="vh"'
    return (
        f'<div class="tw goals" tabindex="0" role="region" aria-label="{frame.text(caption)}">'
        f'<table aria-label="{frame.text(caption)}" style="{NAMED}"><colgroup>{cols}</colgroup>'
        f"<thead{hidden}><tr>{titles}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _class(kind: str) -> str:
    return f" class={kind}" if kind else ""


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
    kinds = [kind for _, _, kind in COLUMNS[1:]]
    rest = "".join(f"<td{_class(kind)}>{cell}" for kind, cell in zip(kinds, cells, strict=True))
    first = f"<th scope=row>{name}<small>{frame.text(line.wish)}</small>"
    mine = ' class="mine" data-show=""' if is_open else ""
    return f"<tr{mine}>{first}{rest}"  # cells and rows need no end: there are hundreds, and a message must stay small


def _said(said: tuple[str, str]) -> str:
    value, year = said
    return f"{frame.text(value)}<small>{year}</small>" if value else NONE
