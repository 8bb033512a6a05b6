"""Indicator rows, headline sentences and lists of news as markup, in the classes of the stylesheet."""

from collections.abc import Iterable

from rus.charts.sparkline import dumbbell, sparkline
from rus.charts.theme import Tokens, tokens
from rus.core.swedish import HARD_SPACE, listing
from rus.ui import site
from rus.ui.frame import chip, href, html, text
from rus.views.cards import Row, Sexes
from rus.views.news import News
from rus.views.start import Head

WOMEN, MEN = '<i class="kd"></i>', '<i class="md"></i>'
SEX_KEY = f'<p class="key"><span>{WOMEN}Kvinnor</span> <span>{MEN}Män</span></p>'


def heads(sentences: Iterable[Head]) -> None:
    """The three sentences side by side."""
    parts = [
        f'<div>{chip(h.status)}<span class="cnt">{text(h.count)}</span>'
        f"<p>{text(h.before)}<b>{text(h.number)}</b>{text(h.after)}</p></div>"
        for h in sentences
    ]
    html(f'<div class="heads">{"".join(parts)}</div>')


def indicator_rows(rows: Iterable[Row], *, scale: float) -> None:
    """The rows of a card, one below the other. `scale`: how many units every mini dumbbell spans."""
    colours = tokens(site.theme())
    html(*(_row(r, scale, colours) for r in rows))


def _row(row: Row, scale: float, colours: Tokens) -> str:
    link = href("utforska", ind=row.indicator, grp=row.group)
    return (
        f'<div class="ind"><div class="nm"><a href="{link}">{text(row.name)}</a></div>'
        f'<div class="val">{text(row.value)} <small>{text(_unit(row))}</small></div>'
        f'<div class="sp">{_way(row, colours)}</div>'
        f'<div class="st">{chip(row.status)}<i>{text(row.direction)}</i></div>'
        f'<div class="sx">{_sexes(row, scale, colours)}</div>{_goal(row)}</div>'
    )


def _unit(row: Row) -> str:
    note = f"{HARD_SPACE}p" if row.provisional else ""
    return f"{row.unit} · {row.period}{note}"


def _goal(row: Row) -> str:
    return f'<div class="goal">{text(row.goal)}</div>' if row.goal else ""


def _way(row: Row, colours: Tokens) -> str:
    ahead = row.target and row.target.by and row.target.by > row.points[-1][0]
    last = f"mål {row.target.by}" if ahead and row.target else str(row.points[-1][0])
    picture = sparkline(row.points, row.breaks, row.target, colours)
    first = str(row.points[0][0]) if len(row.points) > 1 else ""
    return f'<img src="{picture}" alt="{text(row.alt)}"><div class="yr"><span>{first}</span><span>{last}</span></div>'


def _sexes(row: Row, scale: float, colours: Tokens) -> str:
    if row.sexes is None:
        return f'<span class="none">{text(row.no_sex)}</span>'
    found: Sexes = row.sexes
    words = (
        f'<span class="km">{WOMEN}Kvinnor <em>{text(found.women_text)}</em></span>'
        f'<span class="km r">{MEN}Män <em>{text(found.men_text)}</em></span>'
    )
    if not found.comparable:
        return words
    return f'{words}<img src="{dumbbell(found.women, found.men, scale, colours)}" alt="Gap {text(found.gap_text)}">'


def news_list(lines: Iterable[News]) -> None:
    """What is new, as pairs of a kind and what it is."""
    rows = "".join(
        f'<tr><th scope="row">{text(n.kind)}</th><td>{text(n.text)}<small>{text(n.detail)}</small></td></tr>'
        for n in lines
    )
    html(f'<table class="news"><tbody>{rows}</tbody></table>')


def sources(owners: Iterable[str]) -> str:
    """Owners as a line: `Källa: SCB och Folkhälsomyndigheten.`."""
    return f"Källa: {listing(dict.fromkeys(owners))}."
