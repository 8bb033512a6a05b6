"""Tables, lists and pairs in our own classes. What is not said to be safe is made safe here."""

from collections.abc import Collection, Iterable, Sequence

from rus.ui import frame


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    caption: str,
    numbers: Collection[int] = (),
    widths: Sequence[str] = (),
    safe: bool = False,
) -> None:
    """A real table: head, a row head in each row, numbers to the right, scrolled sideways where there is no room.

    Args:
        columns: the head.
        rows: cells as words, or as markup where `safe`.
        caption: what the table is, for those who hear it.
        numbers: positions of the columns of numbers.
        widths: of the first columns, such as `30%`; the others share the rest.
        safe: the cells are markup whose texts have gone through `frame.text`.
    """
    frame.html(written(columns, rows, caption=caption, numbers=numbers, widths=widths, safe=safe))


def written(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    caption: str,
    numbers: Collection[int] = (),
    widths: Sequence[str] = (),
    safe: bool = False,
) -> str:
    """The markup of `table`, for what is kept or stands within other markup."""
    head = "".join(
        f'<th scope="col"{_number(n, numbers)}{_width(n, widths)}>{frame.text(words)}</th>'
        for n, words in enumerate(columns)
    )
    body = "".join(f"<tr>{_cells(row, numbers, safe=safe)}</tr>" for row in rows)
    return (
        f'<div class="tw" tabindex="0" role="region" aria-label="{frame.text(caption)}">'
        f'<table aria-label="{frame.text(caption)}" style="{named(columns)}">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def labelled(
    columns: Sequence[str], rows: Iterable[Sequence[str]], *, caption: str, numbers: Collection[int] = ()
) -> None:
    """A table of cells that are markup and carry the name of their column, which is shown on a phone."""
    frame.html(f'<div class="rt">{written(columns, rows, caption=caption, numbers=numbers, safe=True)}</div>')


def fold(label: str, *parts: str) -> str:
    """Markup that the browser folds away by itself: it costs no run and no part of the page's own tree.

    Args:
        label: what is within.
        parts: markup whose texts have gone through `frame.text`.
    """
    return f'<details class="fold"><summary>{frame.text(label)}</summary>{"".join(parts)}</details>'


def named(columns: Sequence[str]) -> str:
    """The head as style of a table: on a phone the stylesheet writes each cell's own before it, once for all rows."""
    bare = (words.replace("\\", "").replace("'", "’") for words in columns[1:])
    return "".join(f"--l{n}:'{frame.text(words)}';" for n, words in enumerate(bare, 2))


def _cells(row: Sequence[str], numbers: Collection[int], *, safe: bool) -> str:
    said = [cell if safe else frame.text(cell) for cell in row]
    first = f'<th scope="row">{said[0]}</th>'
    return first + "".join(f"<td{_number(n, numbers)}>{cell}</td>" for n, cell in enumerate(said[1:], 1))


def _number(position: int, numbers: Collection[int]) -> str:
    return ' class="n"' if position in numbers else ""


def _width(position: int, widths: Sequence[str]) -> str:
    return f' style="width:{widths[position]}"' if position < len(widths) else ""


def bullets(lines: Iterable[str]) -> str:
    """A list as markup."""
    return f'<ul class="points">{"".join(f"<li>{frame.text(line)}</li>" for line in lines)}</ul>'


def pairs(said: Iterable[tuple[str, str]]) -> None:
    """Words and what they are, in two columns; what is empty is left out."""
    frame.html(paired(said))


def paired(said: Iterable[tuple[str, str]]) -> str:
    """The markup of `pairs`."""
    rows = "".join(f"<dt>{frame.text(name)}</dt><dd>{frame.text(words)}</dd>" for name, words in said if words)
    return f'<dl class="kv words">{rows}</dl>'
