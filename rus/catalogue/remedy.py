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
    return f'unknown key; did you mean "{near[0]}"?' if near else "unknown key; take it out"


def in_words(err: ValidationError, kind: type[BaseModel]) -> list[str]:
    """One line a finding: `key.path: what is wrong; what to do`."""
    return [_line(found, kind) for found in err.errors()]


def _line(found: ErrorDetails, kind: type[BaseModel]) -> str:
    where = ".".join(str(part) for part in found["loc"] if part not in _TAGS) or "file"
    given = f" (given: {found['input']!r})" if isinstance(found["input"], str | int | float) else ""
    context = found.get("ctx", {})
    messages = {
        "extra_forbidden": _unknown_key(str(found["loc"][-1]) if found["loc"] else "", kind),
        "missing": "is missing; add it",
        "string_type": f"must be text in quotes{given}",
        "date_type": f"must be a date without quotes, such as 2024-01-31{given}",
        "int_type": f"must be a whole number without quotes{given}",
        "string_pattern_mismatch": f"does not match {context.get('pattern')}{given}",
        "string_too_short": "is empty; write something or take it out",
        "literal_error": f"must be one of {context.get('expected')}{given}",
        "union_tag_invalid": f"must be one of {context.get('expected_tags')} (given: {context.get('tag')!r})",
        "union_tag_not_found": f"needs the key {context.get('discriminator')}",
        "value_error": str(context.get("error", found["msg"])),
    }
    return f"{where}: {messages.get(found['type'], found['msg'] + given)}"
