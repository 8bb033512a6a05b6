"""The certain gaps of Gemensam uppföljning as a picture for a file, by challenge area as on the page."""

from rus.charts.grid import MOST, Cell, Column, Line, Words, grid, rest
from rus.charts.paper import SMALL, TEXT, Drawing
from rus.charts.theme import tokens
from rus.views import followup
from rus.views.followup import FollowupView

COLUMNS = (
    Column("Mått", 300),
    Column("Nu", 160),
    Column("Önskat läge", 160),
    Column("Gap", 150),
    Column("Bedömning", 230),
)


def followup_picture(view: FollowupView, theme: str | None) -> Drawing:
    """The areas with their gaps, as many as a picture holds.

    Args:
        view: of the page.
        theme: `light` or `dark`.
    """
    rows: list[Line] = []
    left = MOST
    every = sum(len(made.evidence) for made in view.proposals)
    for made in view.proposals:
        shown = made.evidence[:left]
        if shown:
            rows += [f"{made.rank}. {made.title}" if made.rank else made.title, *map(_row, shown)]
            left -= len(shown)
    return grid(COLUMNS, rows, tokens(theme), foot=rest(every, "säkra gap"))


def _row(line: followup.Line) -> tuple[Cell, ...]:
    now = (Words(line.now, TEXT, 650), _below(f"{line.unit} {line.year}")) if line.now else (Words("–"),)
    return (
        Cell((Words(line.name, weight=600), *([_below(line.wish)] if line.wish else []))),
        Cell(now),
        Cell((Words(line.desired or "–"),)),
        Cell((Words(line.gap or "–"), *([_below(line.share)] if line.share else []))),
        Cell((Words(line.status.words, weight=600, sign=line.status.css), _below(line.certainty))),
    )


def _below(words: str) -> Words:
    return Words(words, SMALL, quiet=True)
