"""One challenge area: is the kraftsamling moving the right thing, for whom, and where? One file, several addresses."""

from rus.ui import challenge, challenge_tabs, frame


def main() -> None:
    """The page."""
    view = challenge.load()
    if view is None:
        frame.page_head("Utmaningsområden", "Området finns inte")
        frame.empty("Området finns inte här", "Den visade dataversionen har inget utmaningsområde med den adressen.")
        return
    challenge_tabs.show(view, challenge.head(view, edited=challenge_tabs.is_edited()))


main()
