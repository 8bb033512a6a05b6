"""Målstatus: do we reach the goals, and where is more needed each year?"""

from rus.ui import cached, frame, goals


def main() -> None:
    """The page."""
    catalogue = cached.catalogue(frame.here().build)
    board = goals.load(catalogue)
    lead = f"{board.region_name}: {board.tally}. {board.whose}" if board.tally else None
    actions = frame.page_head("Uppföljning", "Målstatus", lead=lead)
    if not board.parts:
        frame.empty("Det finns inga mål att visa", "Inget mått i den här dataversionen har ett mål.")
        return
    with actions:
        goals.files(board)
    goals.pick(catalogue, board)
    goals.public(board)
    goals.explain(board)
    goals.tree(board)
    goals.matrix(catalogue)


main()
