"""When a page is ready to be looked at, and how a list is opened."""

from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Locator
from playwright.sync_api import TimeoutError as NotYetError

TRIES = 8


def settled(page) -> None:
    """Wait until the run is over: no skeleton, nothing stale."""
    page.wait_for_function("!document.querySelector('[data-testid=stSkeleton], [data-stale=true], .later')")


def answered(page) -> None:
    """Wait until what was opened has been filled and its run is over: a key pressed before is undone by the answer."""
    page.wait_for_function(
        "document.querySelector('[data-testid=stPopoverBody]')?.innerText.trim() && "
        "document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"
    )
    settled(page)


def arrived(page, address: str) -> None:
    """Wait until the page has this address; after Back, the same choices may stand there in another spelling."""
    page.wait_for_url(lambda now: _means(now) == _means(address))


def _means(address: str) -> tuple[str, str, list[tuple[str, str]], str]:
    parts = urlsplit(address)
    return parts.netloc, parts.path, parse_qsl(parts.query, keep_blank_values=True), parts.fragment


def open_list(page, box: Locator) -> None:
    """Open a list by keyboard; a key that came while the page was drawn anew is pressed again, as a person does."""
    handle = box.element_handle()
    for attempt in range(TRIES):
        handle.focus()  # the list before gives its focus back a moment after it is shut
        page.wait_for_function("e => document.activeElement === e && !e.closest('[aria-hidden]')", arg=handle)
        page.keyboard.press("ArrowDown")
        try:
            page.wait_for_function("e => e.getAttribute('aria-expanded') === 'true'", arg=handle, timeout=3000)
        except NotYetError:
            if attempt == TRIES - 1:
                raise
        else:
            page.wait_for_selector("[role=listbox]")
            return
