"""Jämlikhet: how large are the differences between groups, how sure are they, and are they shrinking?"""

from rus.ui import cached, equality, frame


def main() -> None:
    """The page."""
    catalogue = cached.catalogue(frame.here().build)
    wish, view = equality.load(catalogue)
    actions = frame.page_head("Perspektiv", "Jämlikhet")
    if view is None:
        frame.empty(
            "Det finns inga skillnader att visa ännu",
            "Inget mått i den här dataversionen är uppdelat på kvinnor och män eller grupper.",
        )
        return
    with actions:
        equality.take_away(catalogue, view)
    equality.pick(catalogue, wish, view)
    equality.now(view)
    equality.groups(view)
    equality.over_time(view)
    equality.along(view)
    equality.questions()


main()
