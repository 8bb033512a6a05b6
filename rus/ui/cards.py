"""Indicator rows, headline sentences and lists of news as markup, in the classes of the stylesheet."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from rus.charts.sparkline import dumbbell, sparkline
from rus.charts.theme import Tokens, tokens
from rus.core.swedish import HARD_SPACE, listing
from rus.ui import site
from rus.ui.frame import chip, href, html, text
from rus.views.cards import Row, Sexes
from rus.views.findings_heads import Head
from rus.views.news import News

SHORT_UNIT = 6
KEPT = 4_096
"""Small pictures that are kept: those of every measure in every kommun are drawn again at each choice."""
FIXED = "\u2005"
"""Between words that stay together where a line is spread to both its ends: it does not widen."""
WOMEN, MEN = '<i class="kd"></i>', '<i class="md"></i>'
SEX_KEY = f'<p class="key"><span>{WOMEN}Kvinnor</span> <span>{MEN}Män</span></p>'


def heads(sentences: Sequence[Head], said: Sequence[tuple[str, str]]) -> None:
    """The three sentences side by side.

    Args:
        sentences: as made from the figures.
        said: for each, words that stand instead, empty for none, and a mark below as markup.
    """
    parts = [
        f'<div>{chip(h.status)}<span class="cnt">{text(h.count)}</span>'
        f'<p>{text(own) or _head(h)}</p><p class="marks">{mark}</p></div>'
        for h, (own, mark) in zip(sentences, said, strict=True)
    ]
    html(f'<div class="heads">{"".join(parts)}</div>')


def _head(h: Head) -> str:
    return f"{text(h.before)}<b>{text(h.number)}</b>{text(h.after)}"


def indicator_cards(cards: Iterable[tuple[Row, str, str]], scale: float) -> None:
    """Measures as cards in a grid: the sentence as markup, the row, and the owner of the figures below."""
    colours = tokens(site.theme())
    parts = (
        f'<li class="icard"><h3>{said}</h3>{_row(r, scale, colours)}<p class="src">Källa: {text(owner)}.</p></li>'
        for r, said, owner in cards
    )
    html(f'<h2 class="vh">Måtten i korthet</h2><ul class="icards">{"".join(parts)}</ul>')


def indicator_rows(rows: Iterable[Row], *, scale: float) -> None:
    """The rows of a card, one below the other. `scale`: how many units every mini dumbbell spans."""
    colours = tokens(site.theme())
    html(*(_row(r, scale, colours) for r in rows))


@lru_cache(maxsize=KEPT)
def _row(row: Row, scale: float, colours: Tokens) -> str:
    link = href("utforska", ind=row.indicator, grp=row.group)
    long = ' class="long"' if len(row.unit) > SHORT_UNIT else ""
    return (
        f'<div class="ind"><div class="nm"><a href="{link}">{text(row.name)}</a></div>'
        f'<div class="val">{text(row.value)} <small{long}>{text(unit(row))}</small></div>'
        f'<div class="sp">{way(row, colours)}</div>'
        f'<div class="st">{chip(row.status)}<i>{text(row.direction)}</i></div>'
        f'<div class="sx">{sexes(row, scale, colours)}</div>{_goal(row)}</div>'
    )


def unit(row: Row) -> str:
    """What stands after the number: its unit, its period, and p where the source may change it."""
    note = f"{HARD_SPACE}p" if row.provisional else ""
    between = " · " if len(row.unit) <= SHORT_UNIT else " "  # a long unit may break here, and a dot must not hang
    return f"{row.unit}{between}{row.period}{note}"


def _goal(row: Row) -> str:
    return f'<div class="goal">{text(row.goal)}</div>' if row.goal else ""


@lru_cache(maxsize=KEPT)
def way(row: Row, colours: Tokens) -> str:
    """The way to the newest value, as a small picture with its first and last year."""
    ahead = row.target and row.target.by and row.target.by > row.points[-1][0]
    last = f"mål {row.target.by}" if ahead and row.target else str(row.points[-1][0])
    picture = sparkline(row.points, row.breaks, row.target, colours)
    years = [str(row.points[0][0])] * (len(row.points) > 1) + [last.replace(" ", FIXED)]
    return f'<img src="{picture}" alt="{text(row.alt)}"><span class="yr n{len(years)}">{" ".join(years)}</span>'


@lru_cache(maxsize=KEPT)
def sexes(row: Row, scale: float, colours: Tokens, *, words: bool = True) -> str:
    """Women beside men, or why they are not shown; without `words` where a heading already names the marks."""
    if row.sexes is None:
        return f'<span class="none">{text(row.no_sex)}</span>'
    found: Sexes = row.sexes
    women, men = text(found.women_text), text(found.men_text)
    if words:
        women, men = f"Kvinnor <em>{women}</em>", f"Män <em>{men}</em>"
    said = f'<span class="km k">{women}</span><span class="km m">{men}</span>'
    if not found.comparable:
        return said
    return f'{said}<img src="{dumbbell(found.women, found.men, scale, colours)}" alt="Gap {text(found.gap_text)}">'


def news_list(title: str, lines: Iterable[News]) -> None:
    """What is new, as pairs of a kind and what it is, under its title."""
    rows = "".join(
        f'<tr><th scope="row">{text(n.kind)}</th><td>{text(n.text)}<small>{text(n.detail)}</small></td></tr>'
        for n in lines
    )
    table = f'<table class="news" aria-label="{text(title)}"><tbody>{rows}</tbody></table>'
    html(f'<h2 class="find">{text(title)}</h2>{table}')


def sources(owners: Iterable[str]) -> str:
    """Owners as a line: `Källa: SCB och Folkhälsomyndigheten.`."""
    names = list(dict.fromkeys(owners))
    joined = "; ".join(names) if any(" och " in name for name in names) else listing(names)
    return f"Källa: {joined}."
