"""When a page is ready to be looked at."""


def settled(page) -> None:
    """Wait until the run is over: no skeleton, nothing stale."""
    page.wait_for_function("!document.querySelector('[data-testid=stSkeleton], [data-stale=true]')")
