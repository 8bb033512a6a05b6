"""Which of our regions a service means: by its code, by a code in the label, or by the name."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rus.catalogue.read import Reader
from rus.core import paths

_IN_LABEL = re.compile(r"^(\d{4}|\d{2})\s+\D|[\[(](\d{4}|\d{2})[\])]$")
_COUNTRY = re.compile(r"(hela )?riket( totalt)?|totalt riket|sverige")
_ENOUGH = 4
"""Letters of a name that must be in the label for a bare code to be believed."""


@dataclass(frozen=True)
class Places:
    """Our regions: code → name, and the reverse for those that exist today."""

    names: dict[str, str]
    codes: dict[str, str]
    country: str | None

    def code_of(self, code: str, label: str) -> str | None:
        """Our code, or None for a region we don't have; a code that is only a position in a list is not believed."""
        bare = code.removesuffix("L")
        text = label.strip().casefold()
        if bare in self.names and (self._is_said(bare, text) or text == code.casefold()):
            return bare
        found = _IN_LABEL.search(label.strip())
        if found and (found[1] or found[2]) in self.names:
            return found[1] or found[2]
        if self.country and _COUNTRY.fullmatch(text):
            return self.country
        return self.codes.get(text.removesuffix(" kommun"))

    def _is_said(self, code: str, text: str) -> bool:
        if code == self.country and _COUNTRY.search(text):
            return True
        return self.names[code].casefold()[:_ENOUGH] in text


def our_places() -> Places:
    """The regions of the content folder in use; where its file can't be read there are none."""
    return _read(paths.content(), paths.reference() / "regions.csv")


@lru_cache(maxsize=4)
def _read(root: Path, path: Path) -> Places:
    regions = Reader(root).regions(path)
    names = {region.code: region.name for region in regions}
    today = {region.name.casefold(): region.code for region in regions if not region.valid_to}
    return Places(names, today, next((r.code for r in regions if r.level == "riket"), None))
