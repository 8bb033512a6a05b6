"""Pydantic's findings in the words of the person who edits the file."""

from difflib import get_close_matches

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

_TAGS = {"kolada", "file", "pxweb2", "pxweb1", "own", "level", "direction", "change", "peers", "gap"}


def _known_keys(kind: type[BaseModel]) -> list[str]:
    keys = set(kind.model_fields)
    for field in kind.model_fields.values():
        for inner in getattr(field.annotation, "__args__", ()):
            keys |= set(getattr(inner, "model_fields", {}))
    return sorted(keys)


def _unknown_key(key: str, kind: type[BaseModel]) -> str:
    near = get_close_matches(key, _known_keys(kind), n=1)
    return f'okänd nyckel; menade du "{near[0]}"?' if near else "okänd nyckel; ta bort den"


def _or(names: object) -> str:
    return str(names).replace(" or ", " eller ")


def in_words(err: ValidationError, kind: type[BaseModel]) -> list[str]:
    """One line a finding: `key.path: what is wrong; what to do`."""
    return [_line(found, kind) for found in err.errors()]


def _line(found: ErrorDetails, kind: type[BaseModel]) -> str:
    where = ".".join(str(part) for part in found["loc"] if part not in _TAGS) or "filen"
    given = f" (nu står {found['input']!r})" if isinstance(found["input"], str | int | float) else ""
    context = found.get("ctx", {})
    messages = {
        "extra_forbidden": _unknown_key(str(found["loc"][-1]) if found["loc"] else "", kind),
        "missing": "saknas; lägg till den",
        "string_type": f"ska vara text inom citattecken{given}",
        "date_type": f"ska vara ett datum utan citattecken, som 2024-01-31{given}",
        "int_type": f"ska vara ett heltal utan citattecken{given}",
        "float_type": f"ska vara ett tal utan citattecken{given}",
        "bool_type": f"ska vara true eller false utan citattecken{given}",
        "list_type": f"ska vara en lista inom hakparenteser{given}",
        "dict_type": f'ska vara en tabell, som {{ nyckel = "värde" }}{given}',
        "greater_than_equal": f"ska vara minst {context.get('ge')}{given}",
        "less_than_equal": f"ska vara högst {context.get('le')}{given}",
        "url_parsing": f"ska vara en hel adress, som https://www.scb.se/{given}",
        "string_pattern_mismatch": f"har fel form, ska följa {context.get('pattern')}{given}",
        "string_too_short": "är tom; skriv något eller ta bort raden",
        "literal_error": f"ska vara ett av {_or(context.get('expected'))}{given}",
        "union_tag_invalid": f"ska vara ett av {_or(context.get('expected_tags'))} (nu står {context.get('tag')!r})",
        "union_tag_not_found": f"saknar nyckeln {context.get('discriminator')}",
        "value_error": str(context.get("error", found["msg"])),
    }
    return f"{where}: {messages.get(found['type'], 'går inte att tolka: ' + found['msg'] + given)}"
