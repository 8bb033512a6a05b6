"""The parts of Målstatus: what a reader asks for, the strategy's tree with its goals, and the public goals."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from rus.catalogue.catalogue import Catalogue
from rus.ui import address, cached, frame, pickers
from rus.ui.goals_open import open_goal
from rus.ui.goals_rows import SHUT, rows_table
from rus.ui.markup import table
from rus.views.choice import Choice
from rus.views.goal_board import GoalBoard, Line, goal_board
from rus.views.goal_tree import FILTERS, STANDINGS, Branch, Wanted, filtered, home, read_wanted, tree
from rus.views.status import STATUSES, StatusWord

VIEWS = {"": "Målträdet", "beslut": "Beslutade mål", "matris": "Alla mått i kommunerna"}
"""Value in the address → what is shown. The first is the one without a word."""
PUBLIC = ("Mål", "Bedömning", "Vad som går att räkna ut")
FEW = 12
"""So few goals left by the filters stand open."""
ALL = "Alla"


@dataclass(frozen=True)
class Asked:
    """What the address asks for: the board of a region, the filters, the view, the opened row's key and its branch."""

    wish: Choice
    board: GoalBoard
    wanted: Wanted
    view: str
    opened: str
    branch: str


def load(catalogue: Catalogue) -> Asked:
    """Read the address; what does not exist is dropped and named."""
    wish = address.current_choice(catalogue)
    region = wish.regions[0] if wish.regions else catalogue.here.region
    board: GoalBoard = cached.shared(goal_board, frame.here().build, region)
    parts = {key: address.private(f"mal_{key}") for key in ("omr", "bed", "slag", "tal", "vy", "rad", "gren")}
    wanted, dropped = read_wanted(parts, catalogue)
    view = parts["vy"] if parts["vy"] in VIEWS else ""
    line = board.line(parts["rad"])
    opened = line.key if line else ""
    branch = parts["gren"] if line and parts["gren"] in line.effektmal else home(line) if line else ""
    dropped += tuple(
        f"mal_{key}={parts[key]}"
        for key, good in (("vy", view), ("rad", opened), ("gren", parts["gren"] == branch))
        if parts[key] and not good
    )
    pickers.say_dropped(replace(wish, dropped=(*wish.dropped, *dropped)))
    return Asked(replace(wish, dropped=()), board, wanted, view, opened, branch)


def chosen(asked: Asked) -> dict[str, str]:
    """The place and the filters, as parts of an address."""
    said = {f"mal_{key}": address.private(f"mal_{key}") for key in FILTERS} if asked.wanted != Wanted() else {}
    return {"geo": asked.board.region, **{key: value for key, value in said.items() if value}}


def switch(asked: Asked) -> None:
    """What the page shows: the tree, the decided goals or the matrix."""
    st.session_state["mal_vyn"] = asked.view

    def changed() -> None:
        address.remember(asked.wish, mal_vy=st.session_state["mal_vyn"] or "", **SHUT)

    st.segmented_control(
        "Visa",
        [key for key in VIEWS if key != "beslut" or asked.board.public],
        format_func=lambda key: VIEWS[key],
        key="mal_vyn",
        required=True,
        label_visibility="collapsed",
        on_change=changed,
    )


def filters(catalogue: Catalogue, asked: Asked) -> None:
    """Place, challenge area, status, standing, and only goals with a number."""
    board, wanted = asked.board, asked.wanted
    places = [catalogue.here.region, *catalogue.kommuner()]
    places += [board.region] if board.region not in places else []
    areas = {"": ALL} | {c.id: c.name for c in catalogue.challenges}
    found = {line.status.id for line in board.lines} | {wanted.status}
    statuses = {"": ALL} | {s.id: s.words for s in STATUSES.values() if s.id in found}
    st.session_state["mal_platsen"] = board.region

    def moved() -> None:
        address.remember(asked.wish.with_(regions=(st.session_state["mal_platsen"],)))

    with st.container(key="filter_goals"):
        spots = st.columns([1.2, 1.3, 1.4, 1, 1.3], gap="small", vertical_alignment="bottom")
        spots[0].selectbox("Plats", places, format_func=catalogue.name, key="mal_platsen", on_change=moved)
        with spots[1]:
            _pick(asked.wish, "omr", "Utmaningsområde", areas, wanted.challenge)
        with spots[2]:
            _pick(asked.wish, "bed", "Bedömning", statuses, wanted.status)
        with spots[3]:
            _pick(asked.wish, "slag", "Ställning", {"": ALL} | STANDINGS, wanted.standing)
        with spots[4]:
            _only_numbers(asked)


def _pick(wish: Choice, name: str, label: str, options: dict[str, str], now: str) -> None:
    key = f"mal_val_{name}"
    st.session_state[key] = now

    def changed() -> None:
        address.remember(wish, **{f"mal_{name}": st.session_state[key], **SHUT})

    st.selectbox(label, list(options), format_func=lambda item: options[item], key=key, on_change=changed)


def _only_numbers(asked: Asked) -> None:
    st.session_state["mal_val_tal"] = asked.wanted.numbers

    def changed() -> None:
        address.remember(asked.wish, mal_tal="1" if st.session_state["mal_val_tal"] else "", **SHUT)

    st.toggle("Bara mål med ett tal", key="mal_val_tal", on_change=changed)


def branches(catalogue: Catalogue, asked: Asked) -> None:
    """Vision, övergripande mål and effektmål with their goals; the opened one with its whole calculation."""
    lines = filtered(asked.board.lines, asked.wanted)
    if not lines:
        frame.empty("Inga mål med de valen", "Alla mål är bortvalda av filtren ovan.", "Välj Alla i något av dem.")
        return
    vision = catalogue.plan.vision
    frame.html(f'<p class="vision"><span>Vision</span>{frame.text(vision.text)}</p>')
    few = not asked.wanted.everything and len(lines) <= FEW
    for n, trunk in enumerate(tree(lines, catalogue, whole=asked.wanted.everything)):
        with frame.frame(f"goals_{n}", stretch=False):
            counts = tallies([line for b in trunk.branches for line in b.lines])
            frame.html(f'<div class="trunk"><h2 class="find">{frame.text(trunk.name)}</h2>{counts}</div>')
            with st.container(key=f"branches_{n}", gap=None):
                for branch in trunk.branches:
                    _branch(asked, branch, few=few)
            if trunk.bare:
                bare = ", ".join(trunk.bare)
                frame.html(f'<p class="note">För de här effektmålen har inget mått ett mål: {frame.text(bare)}.</p>')
    frame.html(f'<p class="note">{frame.text(asked.board.method)}</p>')


def _branch(asked: Asked, branch: Branch, *, few: bool) -> None:
    """One effektmål: shut with its counts, or open; an opened goal stands right below its row."""
    keys = [line.key for line in branch.lines]
    here = asked.opened if asked.opened in keys and asked.branch == branch.id else ""
    if not here:
        frame.html(_folded(asked, branch, branch.lines, "", is_open=few))
        return
    cut = keys.index(here) + 1
    with st.container(key="open_branch", gap=None):
        frame.html(_folded(asked, branch, branch.lines[:cut], here, is_open=True))
        open_goal(asked.wish, asked.board.region, here, branch.id)
        if rest := branch.lines[cut:]:
            frame.html(f'<div class="br-rest">{rows_table(rest, branch, asked.wish, "", head=False)}</div>')


def _folded(asked: Asked, branch: Branch, lines: Sequence[Line], here: str, *, is_open: bool) -> str:
    """Some goals of an effektmål, with all its counts, as markup that the browser folds away."""
    head = f"<summary><h3>{frame.text(branch.name)}</h3>{tallies(branch.lines)}</summary>"
    shown = " open" if is_open else ""
    return f'<details class="br"{shown}>{head}{rows_table(lines, branch, asked.wish, here)}</details>'


def tallies(lines: Sequence[Line]) -> str:
    """How many goals are in each class, as markup; a goal that stands in two places counts once."""
    counted = Counter({line.key: line.status.id for line in lines}.values())
    parts = (_count(status, counted[status.id]) for status in STATUSES.values() if counted[status.id])
    return f'<span class="tallies">{"".join(parts)}</span>'


def _count(status: StatusWord, n: int) -> str:
    return f'<span class="chip {status.css}">{n} {frame.text(status.words.lower())}</span>'


def public(asked: Asked) -> None:
    """The sentences with public targets, word for word."""
    with frame.frame("goals_public", stretch=False):
        frame.finding("Beslutade mål med offentlig lydelse", "Har ett mål flera delar avgör den sämsta delen")
        rows = []
        for goal in asked.board.public:
            href = frame.text(address.to(asked.wish, mal_vy="", mal_rad=goal.key, mal_gren=""))
            link = f'<small><a href="{href}">Se uträkningen</a></small>' if goal.key else ""
            rows.append(
                (
                    f"{goal.number}. {frame.text(goal.text)}",
                    f"{frame.chip(goal.status)}<small>{frame.text(goal.reason)}</small>{link}",
                    f"{frame.text(goal.today)}<small>{frame.text(goal.ambiguity)}</small>",
                )
            )
        table(PUBLIC, rows, caption="Beslutade mål", widths=("38%", "28%", "34%"), safe=True)
        frame.source("; ".join(dict.fromkeys(goal.source for goal in asked.board.public)))
