"""An analyst's note about one measure: cause, consequence and action. The figures answer the two first questions."""

from rus.texts.kinds import Note
from rus.ui import frame, writing
from rus.ui.writing import Written

NOTE = Written(
    Note,
    {
        "cause": ("Orsak", "Vad kan ligga bakom, och vad vet vi om det?"),
        "consequence": ("Konsekvens", "Vad betyder det för dem som berörs?"),
        "action": ("Åtgärd", "Vad behöver göras, och av vem?"),
    },
    (
        "Ingen analys är skriven",
        "Siffrorna visar hur stor skillnaden är. Orsak, konsekvens och åtgärd skrivs av en analytiker.",
        "Slå på Redigera texter överst på sidan för att skriva.",
    ),
)
"""What a note is made of."""


def show(indicator: str, name: str) -> None:
    """The note of a measure, in a frame of its own.

    Args:
        indicator: the measure's id.
        name: what the measure is called on the page.
    """
    with frame.frame(f"note_{indicator}", stretch=False), frame.together():
        frame.finding("Analytikerns kommentar", name)
        writing.show(NOTE, indicator)
