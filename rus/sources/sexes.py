"""Which values of a variable are women, men and both, by their labels."""

import re
from collections.abc import Iterable

from rus.catalogue.strict import Sex

_VARIABLE = re.compile(r"(kön|kon|sex|gender)\b.*")
_WOMEN = re.compile(r"\b(kvinn|flick|tjej|wom[ae]n|female|girl)")
_MEN = re.compile(r"\b(män\b|man\b|pojk|kill|men\b|male|boy)")
_BOTH = re.compile(r"\b(tot|samtliga|båda|både|alla|all\b|both)")


def is_sex(names: Iterable[str]) -> bool:
    """Whether one of the names (small letters) is that of the variable of sex."""
    return any(_VARIABLE.fullmatch(name) for name in names)


def sex_of(label: str) -> Sex | None:
    """`Kvinnor`, `Pojkar`, `män och kvinnor`, `Totalt` …; None where the label says something else."""
    text = label.casefold()
    women, men = bool(_WOMEN.search(text)), bool(_MEN.search(text))
    if _BOTH.search(text) or (women and men):
        return "total"
    if women:
        return "women"
    return "men" if men else None


def find_sexes(codes: Iterable[str], labels: Iterable[str]) -> dict[Sex, list[str]]:
    """The codes that may be each part; more than one leaves the part untold."""
    found: dict[Sex, list[str]] = {"women": [], "men": [], "total": []}
    for code, label in zip(codes, labels, strict=True):
        if part := sex_of(label):
            found[part].append(code)
    return found
