"""A PX file: bytes → cube.

Figures are row-major over STUB and then HEADING. A sign in the place of a figure or beside it is kept; what the file
says that its signs stand for is among the notes.
"""

import math
import re

import numpy as np

from rus.core.errors import SourceError
from rus.sources.cube import MOST_CELLS, Cube, Dimension
from rus.sources.px_header import MEND, Header, PxError, decode, read_header
from rus.sources.px_notes import cell_signs, footnotes

_CELL = re.compile(r'"([^"]*)"|([^\s,"]+)')
_SIGN = re.compile(r"\.{1,7}|-")
_FLAT = ("DATASYMBOL1", "DATASYMBOL2", "DATASYMBOL3", "DATASYMBOL4", "DATASYMBOL5", "DATASYMBOL6")
OUR_LANGUAGE = "sv"


def read_px(body: bytes, where: str) -> Cube:
    """The table of a PX file, in Swedish where the file has it.

    Raises:
        SourceError: what is wrong with the file, and where.
    """
    text = decode(body, where)
    try:
        header, start = read_header(text)
        dimensions = _dimensions(header)
        return _cube(header, dimensions, _data(text[start:]))
    except PxError as err:
        raise SourceError(f"{where}: {err}. {MEND}") from err


def _cube(header: Header, dimensions: tuple[Dimension, ...], cells: list[str]) -> Cube:
    total = math.prod(len(d.codes) for d in dimensions)
    if total > MOST_CELLS:
        raise PxError(f"tabellen har {total} celler, fler än vi tar emot")
    keyed = {d.code for d in dimensions if header.get("KEYS", d.code)}
    values, symbols = _keyed(header, dimensions, cells, keyed) if keyed else _figures(cells, total)
    beside = cell_signs(header, dimensions)
    time = next((inside[0] for (word, _, inside) in header.statements if word == "TIMEVAL" and inside), None)
    names = _names(header, _language(header))
    originals = _names(header, None)
    place = dict(zip(originals, names, strict=True))
    updated = next((v[0] for (word, _, _), v in header.statements.items() if word == "LAST-UPDATED" and v), None)
    content = header.first("CONTVARIABLE") or None
    signs = [f"'{'.' * (n + 1)}' = {header.first(word)}" for n, word in enumerate(_FLAT) if header.first(word)]
    signs += [f"'-' = {header.first('DATASYMBOLNIL')}"] if header.first("DATASYMBOLNIL") else []
    return Cube(
        label=header.first("TITLE") or header.first("DESCRIPTION") or header.first("CONTENTS"),
        source=header.first("SOURCE"),
        updated=updated,
        notes=(*header.notes, *signs),
        dimensions=tuple(dimensions),
        time=time if time in originals else None,
        metric=content if content in place else None,
        values=values,
        # Where there is no figure, the sign in its place says more than the one beside it.
        symbols=beside | symbols,
        cell_notes=(*footnotes(header, _language(header)), *_lost(dimensions, beside, symbols)),
    )


def _lost(dimensions: tuple[Dimension, ...], beside: dict[int, str], symbols: dict[int, str]) -> list[str]:
    """In words, the signs beside cells that have another sign in the place of their figure."""
    size = tuple(len(d.codes) for d in dimensions)
    said = []
    for place in sorted(beside.keys() & symbols.keys()):
        at = np.unravel_index(place, size)
        about = ", ".join(d.labels[int(n)] for d, n in zip(dimensions, at, strict=True))
        said.append(f"{about}: {beside[place]}")
    return said


def _language(header: Header) -> str | None:
    """`sv` where the file's own language is another but it has a Swedish part."""
    if header.first("LANGUAGE") == OUR_LANGUAGE or OUR_LANGUAGE not in header.get("LANGUAGES"):
        return None
    return OUR_LANGUAGE


def _names(header: Header, language: str | None) -> tuple[str, ...]:
    own = (*header.get("STUB"), *header.get("HEADING"))
    other = (*header.get("STUB", language=language), *header.get("HEADING", language=language))
    return other if len(other) == len(own) else own


def _dimensions(header: Header) -> tuple[Dimension, ...]:
    names = _names(header, None)
    if not names:
        raise PxError("varken STUB eller HEADING säger vilka variabler tabellen har")
    if len(set(names)) != len(names):
        raise PxError("samma variabel står två gånger i STUB och HEADING")
    language = _language(header)
    return tuple(
        _dimension(header, name, local, language) for name, local in zip(names, _names(header, language), strict=True)
    )


def _dimension(header: Header, name: str, local: str, language: str | None) -> Dimension:
    """The variable: its code is its name in the file's own language, its labels are in ours."""
    texts = header.get("VALUES", name)
    labels = header.get("VALUES", local, language=language) or texts
    codes = header.get("CODES", name) or _time_codes(header, name, len(texts)) or texts
    if not texts:
        raise PxError(f"VALUES saknas för variabeln {name}")
    if len(codes) != len(texts) or len(labels) != len(texts):
        raise PxError(f"variabeln {name} har {len(texts)} värden men {len(codes)} koder")
    codes = tuple(code or text for code, text in zip(codes, texts, strict=True))
    if len(set(codes)) != len(codes):
        raise PxError(f"variabeln {name} har samma kod flera gånger")
    total = header.first("ELIMINATION", name)
    whole = dict(zip(texts, codes, strict=True)).get(total) or (total if total in codes else None)
    units = {}
    if header.first("CONTVARIABLE") == name:
        units = {code: header.first("UNITS", text) for code, text in zip(codes, texts, strict=True)}
    return Dimension(name, local, codes, labels, units, _notes(header, name), whole)


def _notes(header: Header, name: str) -> tuple[str, ...]:
    return (*header.get("NOTEX", name), *header.get("NOTE", name))


def _time_codes(header: Header, name: str, count: int) -> tuple[str, ...]:
    """`TLIST(A1),"2003","2004"`: the codes of time after the scale; empty where they are not listed one by one."""
    listed = header.get("TIMEVAL", name)[1:]
    return listed if len(listed) == count else ()


def _data(text: str) -> list[str]:
    """The cells as texts; the figures end with `;` or with the file."""
    cells = []
    end = 0
    body = text.rstrip(" \t\r\n\x1a\x00")
    body = body.removesuffix(";")
    for found in _CELL.finditer(body):
        if body[end : found.start()].strip(" \t\r\n,\x1a\x00"):
            raise PxError("en text utan slut bland uppgifterna i DATA")
        cells.append(found[1] if found[1] is not None else found[2])
        end = found.end()
    if body[end:].strip(" \t\r\n,"):
        raise PxError("en text utan slut bland uppgifterna i DATA")
    return cells


def _figures(cells: list[str], total: int) -> tuple[np.ndarray[tuple[int], np.dtype[np.float64]], dict[int, str]]:
    if len(cells) != total:
        raise PxError(f"DATA har {len(cells)} uppgifter men tabellen {total} celler")
    symbols = {place: text for place, text in enumerate(cells) if _SIGN.fullmatch(text)}
    try:
        values = np.array([math.nan if place in symbols else float(text) for place, text in enumerate(cells)])
    except ValueError as err:
        raise PxError("DATA har en uppgift som varken är ett tal eller ett tecken för att det saknas") from err
    known = np.ones(total, dtype=bool)
    known[list(symbols)] = False
    if not np.isfinite(values[known]).all():
        raise PxError("DATA har en uppgift som inte är ett tal")
    return values, symbols


def _keyed(
    header: Header, dimensions: tuple[Dimension, ...], cells: list[str], keyed: set[str]
) -> tuple[np.ndarray[tuple[int], np.dtype[np.float64]], dict[int, str]]:
    """Sparse rows, each begun by its keys; a row that is left out is all zeros, as the format has it."""
    front = [d for d in dimensions if d.code in keyed]
    if [d.code for d in dimensions[: len(front)]] != [d.code for d in front]:
        raise PxError("KEYS gäller inte de första variablerna")
    width = math.prod(len(d.codes) for d in dimensions[len(front) :])
    step = len(front) + width
    if len(cells) % step:
        raise PxError(f"DATA har {len(cells)} uppgifter, som inte går jämnt upp i rader om {step}")
    values = np.zeros(math.prod(len(d.codes) for d in dimensions))
    symbols: dict[int, str] = {}
    rows: set[int] = set()
    for start in range(0, len(cells), step):
        row = 0
        for key, dimension in zip(cells[start : start + len(front)], front, strict=True):
            row = row * len(dimension.codes) + _key_place(header, dimension, key)
        if row in rows:
            raise PxError(f"DATA har samma rad två gånger: {', '.join(cells[start : start + len(front)])}")
        rows.add(row)
        found, signs = _figures(cells[start + len(front) : start + step], width)
        values[row * width : (row + 1) * width] = found
        symbols |= {row * width + place: sign for place, sign in signs.items()}
    return values, symbols


def _key_place(header: Header, dimension: Dimension, key: str) -> int:
    by_code = header.first("KEYS", dimension.code).upper() == "CODES"
    known = dimension.codes if by_code else header.get("VALUES", dimension.code)
    if key not in known:
        raise PxError(f"nyckeln {key} finns inte bland värdena för {dimension.code}")
    return known.index(key)
