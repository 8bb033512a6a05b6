"""Pydantic's findings in the words of the person who edits the file."""

from difflib import get_close_matches

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

_TAGS = {"kolada", "file", "pxweb2", "pxweb1", "own", "level", "direction", "change", "peers", "gap"}
_WHOLE = "ska vara ett heltal utan citattecken"
_LIST = "ska vara en lista inom hakparenteser"
_TABLE = 'ska vara en tabell, som {{ sex = "women" }}'
_ADDRESS = "ska vara en hel adress, som https://www.scb.se/"
_EMPTY = "är tom; skriv något eller ta bort raden"
_SAID = {
    "missing": "saknas; lägg till den",
    "string_type": "ska vara text inom citattecken",
    "date_type": "ska vara ett datum utan citattecken, som 2024-01-31",
    **dict.fromkeys(("int_type", "int_from_float"), _WHOLE),
    "float_type": "ska vara ett tal utan citattecken",
    "bool_type": "ska vara true eller false utan citattecken",
    **dict.fromkeys(("list_type", "tuple_type"), _LIST),
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type"), _TABLE),
    "greater_than": "ska vara större än {gt}",
    "greater_than_equal": "ska vara minst {ge}",
    "less_than_equal": "ska vara högst {le}",
    **dict.fromkeys(("url_type", "url_parsing", "url_scheme"), _ADDRESS),
    "string_pattern_mismatch": "har fel form, ska följa {pattern}",
    **dict.fromkeys(("string_too_short", "too_short"), _EMPTY),
    "string_too_long": "är för lång; högst {max_length} tecken",
    "too_long": "har för många delar; högst {max_length}",
    "union_tag_not_found": "saknar nyckeln {discriminator}",
    "value_error": "{error}",
}
"""What pydantic calls a mistake → what is wrong and what to do, with values of its own."""
_LONGEST = 80
_WITHOUT_INPUT = {"extra_forbidden", "missing", "string_too_short", "string_too_long", "value_error"}


def _known_keys(kind: type[BaseModel]) -> list[str]:
    keys = set(kind.model_fields)
    for field in kind.model_fields.values():
        for inner in getattr(field.annotation, "__args__", ()):
            keys |= set(getattr(inner, "model_fields", {}))
    return sorted(keys)


def _unknown_key(key: str, kind: type[BaseModel]) -> str:
    near = get_close_matches(key, _known_keys(kind), n=1)
    return f'okänd nyckel; menade du "{near[0]}"?' if near else "okänd nyckel; ta bort den"


def _one_of(names: str) -> str:
    """Pydantic's list of what may stand there."""
    several = "' or '" in names or "', '" in names
    return f"ska vara ett av {names.replace(' or ', ' eller ')}" if several else f"ska vara {names}"


def in_words(err: ValidationError, kind: type[BaseModel]) -> list[str]:
    """One line a finding: `key.path: what is wrong; what to do`."""
    return [_line(found, kind) for found in err.errors()]


def _line(found: ErrorDetails, kind: type[BaseModel]) -> str:
    where = ".".join(str(part) for part in found["loc"] if part not in _TAGS) or "filen"
    given = found.get("ctx", {}).get("tag", found["input"])
    shown = isinstance(given, str | int | float) and found["type"] not in _WITHOUT_INPUT
    now = f" (nu står {_as_written(given)})" if shown else ""
    return f"{where}: {_what(found, kind)}{now}"


def _as_written(given: object) -> str:
    """The value as a file has it, and no more of it than is needed to find it."""
    written = repr(given).lower() if isinstance(given, bool) else repr(given)
    return written if len(written) <= _LONGEST else f"{written[:_LONGEST]} …"


def _what(found: ErrorDetails, kind: type[BaseModel]) -> str:
    context, name = found.get("ctx", {}), found["type"]
    if name == "extra_forbidden":
        return _unknown_key(str(found["loc"][-1]) if found["loc"] else "", kind)
    if name in {"literal_error", "union_tag_invalid"}:
        return _one_of(str(context.get("expected", context.get("expected_tags"))))
    if name in _SAID:
        return _SAID[name].format_map(context)
    return f"går inte att tolka: {found['msg']}"
