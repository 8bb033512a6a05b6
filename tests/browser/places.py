"""Where the pages are: every page of the site, so that a new one is walked and looked at without a word here."""

from urllib.parse import quote

from rus.catalogue.read import read_catalogue
from rus.ui import site


def pages() -> list[str]:
    """Addresses of all pages, in the order of the navigation."""
    return list(site.pages(read_catalogue()))


def scripts() -> list[str]:
    """The same with one challenge area: the others are the same script with other figures."""
    alike = {challenge.id for challenge in read_catalogue().challenges[1:]}
    return [address for address in pages() if address not in alike]


def name(address: str, *parts: object) -> str:
    """What a picture of a page is called."""
    plain = quote(address, safe="").replace("%", "-") or "start"
    return "-".join([plain, *map(str, parts)])
