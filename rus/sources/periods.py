"""A service's name of a period → our id: `2024`, `2024Q2`, `2024M06`, `2023/24`, `2021-2024`."""

import re

_QUARTER = re.compile(r"(\d{4}) ?[KkQq]([1-4])")
_MONTH = re.compile(r"(\d{4}) ?[Mm](0[1-9]|1[0-2])")
_SCHOOL = re.compile(r"(\d{4})/(?:\d{2})?(\d{2})")
_POOLED = re.compile(r"(\d{4}) ?[-–] ?(\d{4})")
_YEAR = re.compile(r"\d{4}")


def our_period(text: str) -> str | None:
    """The id, or None for a word that is no period we keep, such as a week."""
    text = text.strip()
    if _YEAR.fullmatch(text):
        return text if text != "0000" else None
    for shape, form in ((_QUARTER, "{}Q{}"), (_MONTH, "{}M{}")):
        found = shape.fullmatch(text)
        if found:
            return form.format(*found.groups())
    if found := _SCHOOL.fullmatch(text):
        return f"{found[1]}/{found[2]}" if (int(found[1]) + 1) % 100 == int(found[2]) else None
    if found := _POOLED.fullmatch(text):
        return f"{found[1]}-{found[2]}" if found[1] < found[2] else None
    return None


def period_of(code: str, label: str) -> str | None:
    """By the label, which people read, and else by the code: a code may be only a position."""
    return our_period(label) or our_period(code)
