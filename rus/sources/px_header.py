"""The header of a PX file: bytes → text → statements, up to `DATA=`.

A `;`, `=` or `,` between quotes is text; a text may go on as the next quoted line; any keyword may be in several
languages, `NOTE[en]`.
"""

import codecs
import re
from dataclasses import dataclass, field

from rus.core.errors import SourceError

Key = tuple[str, str | None, tuple[str, ...]]
"""Keyword, language (None = the file's own) and what stands in the brackets."""

MEND = "Be den som gjort filen om en ny, eller rätta den."
_CODEPAGE = re.compile(rb'CODEPAGE\s*=\s*"([^"\r\n]{1,40})"', re.IGNORECASE)
_ANSI = re.compile(rb'CHARSET\s*=\s*"ANSI"', re.IGNORECASE)
_TOKEN = re.compile(r'\s*(?:"([^"]*)"|([^\s",;()=\[\]]+)|([,;()=\[\]]))')
_FIRST_LINES = 100
_BOM = b"\xef\xbb\xbf"


class PxError(ValueError):
    """What is wrong with the file, in words; becomes a SourceError that says where."""


@dataclass
class Header:
    """Statements in the order of the file, and where the figures begin."""

    statements: dict[Key, tuple[str, ...]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def get(self, keyword: str, *inside: str, language: str | None = None) -> tuple[str, ...]:
        """The values of a keyword in a language; empty where it is not there."""
        return self.statements.get((keyword, language, inside), ())

    def first(self, keyword: str, *inside: str, language: str | None = None) -> str:
        """The first value, or an empty text."""
        return next(iter(self.get(keyword, *inside, language=language)), "")


def decode(body: bytes, where: str) -> str:
    """The text: the codepage the file names, else UTF-8 where it is that, else that of old Windows or DOS.

    Raises:
        SourceError: a codepage that does not exist or does not fit.
    """
    head = b"\n".join(body[:100_000].splitlines()[:_FIRST_LINES])
    named = _CODEPAGE.search(head)
    if body.startswith(_BOM):
        tries = ["utf-8-sig"]
    elif named:
        tries = [named[1].decode("ascii", "replace")]
    else:
        tries = ["utf-8", "windows-1252", "latin-1"] if _ANSI.search(head) else ["utf-8", "cp850"]
    for name in tries:
        try:
            if not codecs.lookup(name)._is_text_encoding:  # noqa: SLF001 – the library has no other way to tell
                continue
            return body.decode(name)
        except (UnicodeError, LookupError, ValueError):
            continue
    raise SourceError(f"{where}: texten går inte att läsa som {tries[0]}. {MEND}")


def read_header(text: str) -> tuple[Header, int]:
    """The statements, and the position after `DATA=`.

    Raises:
        PxError: a text without end, something after a text, or no `DATA=`.
    """
    header, tokens = Header(), _Tokens(text)
    while True:
        keyword = tokens.word()
        if keyword is None:
            raise PxError("filen har ingen DATA")
        keyword = keyword.upper()
        language = tokens.bracketed("[", "]")
        inside = tokens.bracketed("(", ")")
        tokens.expect("=", keyword)
        if keyword == "DATA":
            return header, tokens.position
        values = tokens.values(keyword)
        header.statements[(keyword, language[0] if language else None, inside)] = values
        if keyword in {"NOTE", "NOTEX"} and not language:
            header.notes += values


class _Tokens:
    """Goes through the text one token at a time."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    def _next(self) -> re.Match[str] | None:
        return _TOKEN.match(self.text, self.position)

    def word(self) -> str | None:
        """A keyword, or None at the end."""
        found = self._next()
        if found is None:
            if self.text[self.position :].strip(" \t\r\n\x1a\x00"):
                raise PxError(f"oläsbart {self._here()}")
            return None
        if found[2] is None:
            raise PxError(f"ett nyckelord väntades {self._here()}")
        self.position = found.end()
        return found[2]

    def bracketed(self, start: str, end: str) -> tuple[str, ...]:
        """What stands between brackets, if they come next."""
        found = self._next()
        if found is None or found[3] != start:
            return ()
        self.position = found.end()
        inside: list[str] = []
        while (found := self._next()) is not None:
            self.position = found.end()
            if found[3] == end:
                return tuple(inside)
            if found[3] is None:
                inside.append(found[1] if found[1] is not None else found[2])
            elif found[3] != ",":
                break
        raise PxError(f"en parentes utan slut {self._here()}")

    def expect(self, sign: str, keyword: str) -> None:
        """Goes past the sign."""
        found = self._next()
        if found is None or found[3] != sign:
            raise PxError(f"{keyword[:40]}: {sign} saknas {self._here()}")
        self.position = found.end()

    def values(self, keyword: str) -> tuple[str, ...]:
        """The values up to `;`: texts beside each other are one; `TLIST(A1)` is a value of its own."""
        values: list[str] = []
        parts: list[str] = []
        kind, more = "", False
        while (found := self._next()) is not None:
            self.position = found.end()
            if found[3] in {",", ";"}:
                more = more or found[3] == ","
                values += ["".join(parts)] if parts or more else []
                if found[3] == ";":
                    return tuple(values)
                parts, kind = [], ""
            elif found[3] == "(":
                parts.append(f"({','.join(self._inside())})")
            elif found[3] is not None:
                raise PxError(f"{keyword}: oväntat {found[3]} {self._here()}")
            else:
                now = "text" if found[1] is not None else "between" if found[2] in {":", "-"} else "word"
                if {kind, now} == {"text", "word"}:
                    raise PxError(f"{keyword}: något står efter en text som är slut {self._here()}")
                parts.append(found[1] if found[1] is not None else found[2])
                kind = now
        raise PxError(f"{keyword}: saknar slut (;) {self._here()}")

    def _inside(self) -> tuple[str, ...]:
        self.position -= 1
        return self.bracketed("(", ")")

    def _here(self) -> str:
        return f"på rad {self.text.count(chr(10), 0, self.position) + 1}"
