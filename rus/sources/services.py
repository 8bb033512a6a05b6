"""The PxWebApi 1 services: where each owner's is, and how often it may be asked before its own limit is read."""

import os
import re

from rus.core.errors import SourceError

_ROOTS: dict[str, tuple[str, int]] = {
    "SCB": ("https://api.scb.se/OV0104/v1/doris/sv/ssd", 30),
    "FOHM": ("https://fohm-app.folkhalsomyndigheten.se/Folkhalsodata/api/v1/sv/A_Folkhalsodata", 100),
    "JORDBRUKSVERKET": ("https://statistik.sjv.se/PXWeb/api/v1/sv/Jordbruksverkets statistikdatabas", 100),
    "ENERGIMYNDIGHETEN": (
        "https://pxexternal.energimyndigheten.se/api/v1/sv/Energimyndighetens_statistikdatabas",
        100,
    ),
    "SKOGSSTYRELSEN": ("https://pxweb.skogsstyrelsen.se/api/v1/sv/Skogsstyrelsens statistikdatabas", 10),
    "TILLVAXTANALYS": (
        "https://statistik.tillvaxtanalys.se/PxWeb/api/v1/sv/Tillväxtanalys statistikdatabas",
        10,
    ),
    "SKOLVERKET": ("https://statistikdatabasen.skolverket.se/PxWeb/api/v1/sv/Skolverkets_statistikdatabas", 10),
}
SECONDS = 10.0
_OTHER_NAMES = {"FOLKHALSOMYNDIGHETEN": "FOHM", "SJV": "JORDBRUKSVERKET"}
_LANGUAGE = re.compile(r"^(.*?/v1/(?:doris/)?[a-z]{2})(?:/|$)")
_VARIABLE = "RUS_PXWEB1_URL_"


def root(owner: str) -> str:
    """The address of an owner's database (`RUS_PXWEB1_URL_<OWNER>`).

    Raises:
        SourceError: the owner is not one we know, and no address is set.
    """
    name = _OTHER_NAMES.get(owner, owner)
    set_here = os.environ.get(_VARIABLE + owner) or os.environ.get(_VARIABLE + name)
    if set_here:
        return set_here.rstrip("/")
    if name not in _ROOTS:
        raise SourceError(
            f"{owner}: vi känner inte till adressen till den tjänsten. Ange den i {_VARIABLE}{owner}, "
            f"eller skriv en av {', '.join(_ROOTS)} som owner."
        )
    return _ROOTS[name][0]


def config_url(owner: str) -> str | None:
    """Where the service tells its limits; None where the address doesn't show it."""
    found = _LANGUAGE.match(root(owner))
    return f"{found[1]}/?config" if found else None


def paces() -> dict[str, tuple[int, float]]:
    """Every address that may be asked, each with calls per seconds; those set in the environment too."""
    owners = {*_ROOTS, *(name.removeprefix(_VARIABLE) for name in os.environ if name.startswith(_VARIABLE))}
    careful = 5
    return {root(o): (_ROOTS.get(_OTHER_NAMES.get(o, o), ("", careful))[1], SECONDS) for o in sorted(owners)}
