"""How well the theme's colours stand out, as WCAG 2.1 counts it: 21 at most, 4.5 asked of text and 3 of marks."""

from rus.charts.theme import DARK, LIGHT, Tokens

TEXT_LEAST, MARK_LEAST = 4.5, 3.0
KNEE, LINEAR, OFFSET, POWER = 0.04045, 12.92, 0.055, 2.4
WEIGHTS = (0.2126, 0.7152, 0.0722)


def ratio(one: str, other: str) -> float:
    """The contrast of two colours such as `#14222C` (WCAG 2.1, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (p / LINEAR if p <= KNEE else ((p + OFFSET) / (1 + OFFSET)) ** POWER for p in parts)
    return sum(weight * part for weight, part in zip(WEIGHTS, linear, strict=True))


def weakest() -> tuple[float, float]:
    """The lowest contrast to the ground in both themes: of words in charts, and of marks that carry figures."""
    pairs = [(_words(t), _marks(t)) for t in (LIGHT, DARK)]
    return min(words for words, _ in pairs), min(marks for _, marks in pairs)


def _words(t: Tokens) -> float:
    return min(ratio(colour, t.bg) for colour in (t.ink, t.ink2, t.accent, t.women, t.men_text, t.total))


def _marks(t: Tokens) -> float:
    return min(ratio(colour, t.bg) for colour in (t.accent, t.women, t.men, t.total))
