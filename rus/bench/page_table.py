"""The pages' figures as Markdown tables: a row a page, a column a question. Made for docs/speed.md."""

from collections.abc import Mapping, Sequence

from rus.bench.report import Row

Columns = tuple[tuple[str, tuple[str, ...]], ...]
"""Head of a column → the measurements in it, by what stands after the page's name."""
FIGURES: Columns = (
    ("changed choice, ms (p95)", ("ändrat val, median", "ändrat val, 95:e percentilen")),
    ("nobody's before, p95", ("val som ingen har gjort, 95:e percentilen",)),
    ("CPU, ms", ("CPU per ändrat val",)),
    ("message, kB (most)", ("meddelande, median", "meddelande, som mest")),
    ("arriving, ms (p95)", ("sidbyte hit, median", "sidbyte hit, 95:e percentilen")),
    ("click to painted, ms", ("klick till målat, median",)),
    ("first visit, s", ("första besöket, median",)),
)
BESIDE: Columns = (
    ("changed choice", ("ändrat val",)),
    ("largest message", ("meddelande",)),
    ("arriving", ("sidbyte hit",)),
    ("click to painted", ("klick till målat",)),
    ("first visit", ("första besöket",)),
)
"""The same as shares of what Streamlit's own server takes."""
OVER = "**"


def page_tables(rows: Sequence[Row]) -> str:
    """The figures, and after an empty line the shares; what is over its limit is bold, what was not measured empty."""
    found: dict[str, dict[str, Row]] = {}
    for row in rows:
        page, colon, what = row.name.partition(": ")
        if colon:
            found.setdefault(page, {})[what] = row
    return "\n\n".join(_table(found, columns) for columns in (FIGURES, BESIDE))


def _table(found: Mapping[str, Mapping[str, Row]], columns: Columns) -> str:
    heads = ["page", *(head for head, _ in columns)]
    lines = [heads, ["---"] * len(heads)]
    lines += [[page, *(_cell(known, names) for _, names in columns)] for page, known in found.items()]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(known: Mapping[str, Row], names: tuple[str, ...]) -> str:
    said = [_said(known[name]) for name in names if name in known]
    return f"{said[0]} ({said[1]})" if len(said) > 1 else "".join(said)


def _said(row: Row) -> str:
    short = f"{row.value:.1f}" if row.unit == "s" else f"{row.value:.2f}" if row.unit == "×" else f"{row.value:.0f}"
    return f"{OVER}{short}{OVER}" if row.holds is False else short
