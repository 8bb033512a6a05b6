"""How wide words are in our font, near enough to break lines and to keep labels apart where no browser measures."""

from functools import lru_cache
from unicodedata import normalize

WIDTHS = {
    22: "()", 24: "ij.,:;!", 26: "I l’\u00a0", 33: "f-·", 36: "t", 42: "r–/", 46: "”", 47: "sz", 50: "L",
    52: "cvxy?g", 54: "aek", 56: "hnuüJPF0123456789S+−", 58: "oEZbdpqT", 61: "BRY●", 64: "K", 67: "AXUVDHN…",
    70: "&C", 73: "G", 76: "wO%Q", 78: "◆", 84: "mM", 97: "W",
}  # fmt: skip
"""Hundredths of the size of the letters → the letters of Hanken Grotesk that are so wide; measured at weight 400."""
USUAL = 58
VOWELS = frozenset("aeiouy")
BOLD = 1.02
"""How much wider the bold is; the widest letter's difference is two hundredths."""
_WIDTH = {letter: width for width, letters in WIDTHS.items() for letter in letters}


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """Pixels from the first letter to the last.

    Args:
        words: one line.
        size: of the letters, in pixels.
        bold: whether they are.
    """
    return sum(_WIDTH.get(_bare(letter), USUAL) for letter in words) * size / 100 * (BOLD if bold else 1)


def wrapped(words: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """The words on as many lines as it takes; a word that is wider than the room is parted with a hyphen.

    Args:
        words: what is to be written.
        size: of the letters, in pixels.
        room: the width of a line, in pixels.
        bold: whether the letters are.
    """
    lines: list[str] = []
    for word in (part for whole in words.split(" ") for part in _parted(whole, size, room, bold=bold)):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _parted(word: str, size: float, room: float, *, bold: bool) -> list[str]:
    """A word as pieces that have room, parted before a consonant with a vowel after it where there is one."""
    if width_of(word, size, bold=bold) <= room:
        return [word]
    fits = next((n for n in range(len(word) - 1, 1, -1) if width_of(f"{word[:n]}-", size, bold=bold) <= room), 1)
    good = [n for n in range(3, min(fits, len(word) - 3) + 1) if _parts(word[n - 1 : n + 2])]
    at = good[-1] if good else fits
    return [f"{word[:at]}-", *_parted(word[at:], size, room, bold=bold)] if len(word) > at else [word]


def _parts(three: str) -> bool:
    """Whether a word may be parted after the first of these letters."""
    vowels = [_bare(letter).lower() in VOWELS for letter in three]
    return len(vowels) == 3 and vowels == [vowels[0], False, True]


@lru_cache(maxsize=512)
def _bare(letter: str) -> str:
    """The letter without its dots, ring or accent, which is as wide."""
    return letter if letter in _WIDTH else normalize("NFD", letter)[0]
