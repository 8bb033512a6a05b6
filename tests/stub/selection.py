"""PxWebApi 2's grammar of what is chosen of a variable: codes, wildcards, TOP, BOTTOM, RANGE, FROM, TO."""

import re
from collections.abc import Sequence
from fnmatch import fnmatchcase

GRAMMAR = {
    "top": re.compile(r"TOP\(([1-9]\d*)(?:,(\d+))?\)", re.IGNORECASE),
    "bottom": re.compile(r"BOTTOM\(([1-9]\d*)(?:,(\d+))?\)", re.IGNORECASE),
    "range": re.compile(r"RANGE\(([^,]+),([^,)]+)\)", re.IGNORECASE),
    "from": re.compile(r"FROM\(([^,]+)\)", re.IGNORECASE),
    "to": re.compile(r"TO\(([^,]+)\)", re.IGNORECASE),
}


class WrongSelectionError(Exception):
    """The title of the service's answer 400."""


class DuplicateCodeError(Exception):
    """The service falls over: 500 with an empty body."""


def split_list(text: str) -> list[str]:
    """A comma list of the GET form, where expressions with commas stand in brackets."""
    return [part.strip("[]") for part in re.findall(r"\[[^\]]*\]|[^,\[\]]+", text)]


def chosen(words: Sequence[str], codes: Sequence[str], *, time: bool) -> list[str]:
    """The codes that are meant, in the order of the variable."""
    by_case = {code.casefold(): code for code in codes}
    plain = [word.casefold() for word in words if word.casefold() in by_case]
    if len(plain) != len(set(plain)):
        raise DuplicateCodeError
    found: set[str] = set()
    for word in words:
        exact = by_case.get(word.casefold())
        found |= {exact} if exact else set(_expression(word, codes, time=time))
    return [code for code in codes if code in found]


def _expression(word: str, codes: Sequence[str], *, time: bool) -> list[str]:
    for name, pattern in GRAMMAR.items():
        match = pattern.fullmatch(word)
        if match:
            return _some(name, match.groups(), codes, time=time)
    if "(" in word:
        raise WrongSelectionError("Illegal selection expression")
    if "*" in word or "?" in word:
        if word.count("*") > 2 or "*" in word[1:-1]:
            raise WrongSelectionError("Illegal selection expression")
        return [code for code in codes if fnmatchcase(code.casefold(), word.casefold())]
    raise WrongSelectionError("Non-existent value")


def _some(name: str, given: tuple[str, ...], codes: Sequence[str], *, time: bool) -> list[str]:
    if name in ("top", "bottom"):
        count, offset = int(given[0]), int(given[1] or 0)
        newest = (name == "top") is time
        order = list(reversed(codes)) if newest else list(codes)
        return order[offset : offset + count]
    ends = [_place(code, codes) for code in given]
    low, high = {"range": (min(ends), max(ends)), "from": (ends[0], len(codes)), "to": (0, ends[0])}[name]
    return list(codes[low : high + 1])


def _place(code: str, codes: Sequence[str]) -> int:
    folded = [each.casefold() for each in codes]
    if code.casefold() not in folded:
        raise WrongSelectionError("Non-existent value")
    return folded.index(code.casefold())
