"""What a sign in the place of a figure stands for: the table's own note first, then the usual meaning."""

import re
from collections.abc import Iterable

ZEROS = frozenset({"noll", "avrundad_noll"})
"""The statuses that have a value: nothing, or too little to be written."""
_USUAL = {"-": "noll", ".": "ej_tillamplig", "..": "saknas"}
_EXPLAINED = re.compile(r"['\"”’]?(?<![.\w])(\.{1,7}|-|[a-zA-Z]{1,3}|:)['\"”’]?\s*(?:=|:)\s*([^,;\n]+)")
_MEANINGS = (
    (re.compile(r"sekretess|skydda|röja|konfidentiell", re.IGNORECASE), "skyddad"),
    (re.compile(r"bortfall|för få svar|för osäker", re.IGNORECASE), "bortfall"),
    (re.compile(r"förekomma|tillämp|ej aktuell|logisk", re.IGNORECASE), "ej_tillamplig"),
    (re.compile(r"saknas|ej tillgänglig|inte tillgänglig", re.IGNORECASE), "saknas"),
    (re.compile(r"mindre än (0,5|hälften)|avrunda", re.IGNORECASE), "avrundad_noll"),
    (re.compile(r"redovisas senare|kommer", re.IGNORECASE), "kommer"),
)


def meanings(notes: Iterable[str]) -> dict[str, str]:
    """Symbol → our status, as far as the notes explain; a note that names several reasons decides nothing."""
    found: dict[str, str] = {}
    for note in notes:
        for symbol, words in _EXPLAINED.findall(note):
            said = [status for shape, status in _MEANINGS if shape.search(words)]
            if len(said) == 1:
                found[symbol] = said[0]
    return found


def status_of(symbol: str | None, explained: dict[str, str]) -> str:
    """The status of a cell without a figure; one not explained anywhere is `saknas`, reason unknown."""
    if symbol is None:
        return "saknas"
    return explained.get(symbol) or _USUAL.get(symbol, "saknas")


def is_known(symbol: str, explained: dict[str, str]) -> bool:
    """Whether the sign is explained by a note or has a usual meaning."""
    return symbol in explained or symbol in _USUAL
