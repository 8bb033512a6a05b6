"""The parts of Målstatus: the public goals, the goals tree as tables, and one goal's whole calculation."""

import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.ui import address, cached, frame
from rus.ui.markup import pairs, table
from rus.ui.overview import take_away
from rus.views.choice import SEX_WORDS
from rus.views.goal_board import GoalBoard, Line, Part, goal_board
from rus.views.status import STATUSES, StatusWord
from rus.views.status_matrix import background_groups, status_matrix

COLUMNS = ("Mått och mål", "Från", "Nu", "Att nå", "Takt per år", "Krävs per år", "Bedömning", "Metoder")
WIDTHS = ("27%", "10%", "10%", "10%", "9%", "9%", "18%", "7%")
PUBLIC = ("Mål", "Bedömning", "Vad som går att räkna ut")


def load(catalogue: Catalogue) -> GoalBoard:
    """The board of the region in the address, or of the place."""
    wish = address.current_choice(catalogue)
    region = wish.regions[0] if wish.regions else catalogue.here.region
    board: GoalBoard = cached.shared(goal_board, frame.here().build, region)
    return board


def pick(catalogue: Catalogue, board: GoalBoard) -> None:
    """The place."""
    places = [catalogue.here.region, *catalogue.kommuner()]
    places += [board.region] if board.region not in places else []
    wish = address.current_choice(catalogue)
    st.session_state["mal_plats"] = board.region

    def changed() -> None:
        address.remember(wish.with_(regions=(st.session_state["mal_plats"],)))

    with st.container(key="filter_goals"):
        st.selectbox("Plats", places, format_func=catalogue.name, key="mal_plats", on_change=changed)


def files(board: GoalBoard) -> None:
    """The figures behind the page."""
    take_away(board.shown, "Målstatus", "goals")


def public(board: GoalBoard) -> None:
    """The sentences with public targets, word for word."""
    if not board.public:
        return
    with frame.frame("goals_public", stretch=False):
        frame.finding("Beslutade mål med offentlig lydelse", "Har ett mål flera delar avgör den sämsta delen")
        rows = [
            (
                f"{goal.number}. {frame.text(goal.text)}",
                f"{frame.chip(goal.status)}<small>{frame.text(goal.reason)}</small>",
                f"{frame.text(goal.today)}<small>{frame.text(goal.ambiguity)}</small>",
            )
            for goal in board.public
        ]
        table(PUBLIC, rows, caption="Beslutade mål", widths=("38%", "28%", "34%"), safe=True)
        frame.source("; ".join(dict.fromkeys(goal.source for goal in board.public)))


def tree(board: GoalBoard) -> None:
    """Every goal, under övergripande mål and effektmål."""
    above = ""
    for n, part in enumerate(board.parts):
        if part.overarching != above:
            above = part.overarching
            frame.html(f'<h2 class="sec">{frame.text(above or "Övriga mål")}</h2>')
        with frame.frame(f"goals_part_{n}", stretch=False):
            _part(part)
    frame.html(f'<p class="note">{frame.text(board.method)}</p>')


def _part(part: Part) -> None:
    frame.finding(part.effektmal)
    rows = [_cells(line) for line in part.lines]
    table(COLUMNS, rows, caption=part.effektmal, numbers=(1, 2, 3, 4, 5), widths=WIDTHS, safe=True)


def _cells(line: Line) -> tuple[str, ...]:
    link = frame.href("utforska", ind=line.indicator, grp=line.group)
    standing = "officiellt mål" if line.official else "föreslaget mål"
    wish = f"{line.wish} · {standing}"
    numbers = (line.base, line.now, line.target, line.pace, line.needed)
    return (
        f'<a href="{link}">{frame.text(line.name)}</a><small>{frame.text(wish)}</small>',
        *(frame.text(words or "–") for words in numbers),
        f"{frame.chip(line.status)}<small>{frame.text(line.reason)}</small>",
        frame.text(line.agreement or "–"),
    )


def explain(board: GoalBoard) -> None:
    """One goal's whole calculation."""
    lines = {line.key: line for line in board.lines}
    if not lines:
        return
    with frame.frame("goals_explain", stretch=False):
        frame.finding("Så är bedömningen gjord", "Välj ett mål för att se hela uträkningen")
        first = next((key for key, line in lines.items() if line.needed), next(iter(lines)))
        order = [first, *(key for key in lines if key != first)]
        chosen = st.selectbox(
            "Mål", order, format_func=lambda key: f"{lines[key].name}: {lines[key].wish}", key="mal_rad"
        )
        pairs(lines[chosen].calculation)


def matrix(catalogue: Catalogue) -> None:
    """Every measure in the county and each kommun, by sex and background."""
    with frame.frame("goals_matrix", stretch=False):
        frame.finding("Alla mått i länet och kommunerna", "Bedömningen för det kön och den bakgrund du väljer")
        left, right = st.columns(2, gap="small")
        sex = left.selectbox("Kön", list(SEX_WORDS)[::-1], format_func=_sex, key="mal_kon")
        group = right.selectbox(
            "Bakgrund", background_groups(catalogue), format_func=catalogue.group_label, key="mal_grupp"
        )
        found = cached.shared(status_matrix, frame.here().build, sex, group)
        if not found.rows:
            frame.empty("Inget att bedöma", "Inget mått redovisas för det kön och den bakgrunden.")
            return
        rows = [(frame.text(row.name), *(_icon(cell) for cell in row.cells)) for row in found.rows]
        table(("Mått", *found.regions), rows, caption="Bedömning per mått och kommun", widths=("24%",), safe=True)
        key = " ".join(frame.chip(status) for status in STATUSES.values() if any(t[status.id] for t in found.tally))
        frame.html(f'<p class="note">{key}. Tom ruta: ingen uppgift.</p>')


def _sex(sex: str) -> str:
    return {"total": "alla", "women": "kvinnor", "men": "män"}[sex]


def _icon(status: StatusWord | None) -> str:
    """The icon alone, with its words for those who hear or point."""
    if status is None:
        return ""
    words = frame.text(status.words)
    icon = f'<span class="ico i-{status.css}" style="width:16px;height:16px" aria-hidden="true"></span>'
    return f'<span class="chip {status.css}" role="img" aria-label="{words}" title="{words}">{icon}</span>'
