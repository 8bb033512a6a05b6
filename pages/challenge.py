"""One challenge area: is the kraftsamling moving the right thing, for whom, and where? One file, several addresses."""

from rus.ui import cached, frame


def main() -> None:
    """The page."""
    here = frame.here()
    challenge = cached.catalogue(here.build).challenge(here.address)
    if challenge is not None:
        frame.page_head(f"Utmaningsområden › {challenge.name}", challenge.name, lead=challenge.gap)


main()
