"""Analysens slutsats: what people conclude of a challenge area, written on the page."""

from rus.texts.kinds import Conclusion
from rus.ui import frame, writing
from rus.ui.writing import Written
from rus.views.challenge import ChallengeView

CONCLUSION = Written(
    Conclusion,
    {
        "now": ("Nuläge", "Var står länet? Utgå från siffrorna under Läget, För vem? och Var?"),
        "wanted": ("Önskat läge", "Vart vill länet enligt strategin och målen?"),
        "gap": ("Gap", "Vad skiljer nuläget från det önskade läget, och för vem är det störst?"),
        "proposal": ("Förslag", "Vad bör göras nu, av vem, och hur märks det om det hjälper?"),
    },
    (
        "Slutsatsen är inte skriven",
        "Siffrorna säger vad som har hänt. Vad det betyder och vad som bör göras skrivs av en analytiker.",
        "Slå på Redigera texter överst på sidan och skriv nuläge, önskat läge, gap och förslag.",
    ),
)
"""What a conclusion is made of."""


def show(view: ChallengeView) -> None:
    """The tab."""
    with frame.frame("conclusion", stretch=False):
        frame.finding("Analysens slutsats", f"{view.name}: från nuläge till förslag")
        writing.show(CONCLUSION, view.id)
