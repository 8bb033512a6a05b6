"""Målstatus: do we reach the goals, and where is more needed each year?"""

from rus.ui import add_slide, cached, frame, goals, goals_files, pinning
from rus.ui.goals_matrix import matrix


def main() -> None:
    """The page."""
    catalogue = cached.catalogue(frame.here().build)
    asked = goals.load(catalogue)
    board = asked.board
    lead = f"{board.region_name}: {board.tally}. {board.whose}" if board.tally else None
    actions = frame.page_head("Uppföljning", "Målstatus", lead=lead)
    if not board.lines:
        frame.empty("Det finns inga mål att visa", "Inget mått i den här dataversionen har ett mål.")
        return
    with actions:
        goals_files.take_away(asked)
        goals_files.copy_link(asked)
        add_slide.offer("malstatus", {"geo": board.region}, "goals")
        if not asked.view:
            pinning.offer("malstatus", goals.chosen(asked), "goals")
    goals.switch(asked)
    if asked.view == "matris":
        matrix(catalogue, asked.wish)
    elif asked.view == "beslut" and board.public:
        goals.public(asked)
    else:
        goals.filters(catalogue, asked)
        goals.branches(catalogue, asked)


main()
