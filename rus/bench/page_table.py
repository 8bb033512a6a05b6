"""The pages' figures as one Markdown table: a row a page, a column a question. Made for docs/speed.md."""

from collections.abc import Sequence

from rus.bench.report import Row

COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("changed choice, ms (p95)", ("ändrat val, median", "ändrat val, 95:e percentilen")),
    ("nobody's before, p95", ("val som ingen har gjort, 95:e percentilen",)),
    ("CPU, ms", ("CPU per ändrat val",)),
    ("message, kB (most)", ("meddelande, median", "meddelande, som mest")),
    ("× `streamlit run`", ("ändrat val",)),
    ("arriving, ms (p95)", ("sidbyte hit, median", "sidbyte hit, 95:e percentilen")),
    ("click to painted, ms", ("klick till målat, median",)),
    ("× `streamlit run`", ("klick till målat",)),
    ("first visit, s", ("första besöket",)),
)
"""Head of a column → the measurements in it, by what stands after the page's name."""
OVER = "**"


def page_table(rows: Sequence[Row]) -> str:
    """The table; a figure over its limit is bold, what was not measured is empty."""
    found: dict[str, dict[str, Row]] = {}
    for row in rows:
        page, colon, what = row.name.partition(": ")
        if colon:
            found.setdefault(page, {})[what] = row
    heads = ["page", *(head for head, _ in COLUMNS)]
    lines = [heads, ["---"] * len(heads)]
    lines += [[page, *(_cell(known, names) for _, names in COLUMNS)] for page, known in found.items()]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(known: dict[str, Row], names: tuple[str, ...]) -> str:
    said = [_said(known[name]) for name in names if name in known]
    return f"{said[0]} ({said[1]})" if len(said) > 1 else "".join(said)


def _said(row: Row) -> str:
    short = f"{row.value:.1f}" if row.unit == "s" else f"{row.value:.2f}" if row.unit == "×" else f"{row.value:.0f}"
    return f"{OVER}{short}{OVER}" if row.holds is False else short
