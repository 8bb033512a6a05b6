"""Files that a page offers, taken as the server would hand them out, and the tables that stand on the page."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import Context
from dataclasses import dataclass, field
from html import unescape

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

FORMATS = ("_xlsx", "_csv", "_maskin.csv")
"""How the keys of the three buttons of a file end."""


@dataclass
class Taken:
    """The buttons for files that were drawn: key → what gives the bytes."""

    made: dict[str, Callable[[], bytes] | bytes | str] = field(default_factory=dict)

    def has(self, key: str) -> bool:
        """Whether this file is offered, in all three formats."""
        return all(f"{key}{ending}" in self.made for ending in FORMATS)

    def rows(self, key: str) -> list[dict[str, str]]:
        """The file for programs."""
        return list(csv.DictReader(io.StringIO(self.bytes(f"{key}_maskin.csv").decode("utf-8"))))

    def bytes(self, key: str) -> bytes:
        """What this button hands out, made as the server makes it: outside the run that drew the page."""
        data = self.made[key]
        found = Context().run(data) if callable(data) else data
        return found.encode("utf-8") if isinstance(found, str) else found

    def names(self) -> set[str]:
        """The files, whatever their format."""
        return {re.sub(r"_(xlsx|csv|maskin\.csv)$", "", key) for key in self.made}


@contextmanager
def taking() -> Iterator[Taken]:
    """Every button for a file that a page draws meanwhile is remembered."""
    taken, real = Taken(), st.download_button

    def button(label: str, data: object, *rest: object, **more: object) -> bool:
        taken.made[str(more["key"])] = data  # type: ignore[assignment]  # what our buttons are given
        return real(label, data, *rest, **more)  # type: ignore[arg-type]  # handed on as our buttons give it

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(st, "download_button", button)
        yield taken


def tables(app: AppTest) -> dict[str, list[list[list[str]]]]:
    """Name of each table → its rows → their cells → the words of a cell, one for each piece of text."""
    found: dict[str, list[list[list[str]]]] = {}

    def gather(block: object) -> None:
        body = getattr(getattr(block, "proto", None), "body", None)
        if isinstance(body, str) and "<table" in body:
            for each in re.finditer(r"<table([^>]*)>(.*?)</table>", body, re.DOTALL):
                label = re.search(r'aria-label="([^"]*)"', each[1]) or re.search(r"<caption[^>]*>(.*?)</", each[2])
                found.setdefault(unescape(label[1]) if label else "", []).extend(_rows(each[2]))
        for child in getattr(block, "children", {}).values():
            gather(child)

    gather(app._tree)
    return found


def _rows(table: str) -> list[list[list[str]]]:
    body = table.partition("<tbody")[2]
    rows = (re.findall(r"<t[hd][^>]*>(.*?)(?=<t[hd]|</tr>|<tr|$)", one, re.DOTALL) for one in body.split("<tr")[1:])
    return [[_words(cell) for cell in row] for row in rows]


def _words(cell: str) -> list[str]:
    texts = (unescape(text).replace("\u00a0", " ").strip() for text in re.split(r"<[^>]+>", cell))
    return [text for text in texts if text]
