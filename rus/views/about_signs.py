"""Signs, statuses and keys, each with what it means: the legend of the whole site."""

from rus.core.swedish import STATUS_WORDS, SYMBOLS

WORDS_OF_WAY = (
    ("Ökar", "Siffran stiger, och slumpen räcker inte som förklaring."),
    ("Minskar", "Siffran sjunker, och slumpen räcker inte som förklaring."),
    ("Varierar", "Siffran går upp och ner utan säker riktning."),
    ("Nästan oförändrat", "Siffran rör sig knappt."),
)
"""What the numbers do; never whether it is good."""

STATUS_MEANS = {
    "reached": "Senaste värdet är vid målet eller bättre. Finns en felmarginal ligger hela den där.",
    "on_track": "Takten hittills är minst 95 procent av den som krävs.",
    "too_slow": "Takten hittills är 60–95 procent av den som krävs.",
    "stalled": "Takten hittills är mindre än 60 procent av den som krävs.",
    "right_way": "Målet saknar tal, och trenden går säkert åt det önskade hållet.",
    "no_trend": "Målet saknar tal, och ingen riktning är säkrare än slumpen.",
    "wrong_way": "Siffran går åt motsatt håll mot det önskade.",
    "uncertain": "Takten är så osäker att flera bedömningar är möjliga.",
    "not_assessed": "Orsaken står bredvid, till exempel för få mätningar, tidsseriebrott eller inget basår.",
}
"""Id of a status → when it is given."""

IN_CHARTS = (
    ("Cirkel, heldragen linje", "Kvinnor. Står alltid först."),
    ("Romb", "Män. I linjediagram också målet, med ordet Mål bredvid."),
    ("Ihålig punkt", "Preliminär siffra."),
    ("Avbruten linje med prickat streck", "Tidsseriebrott: åren före och efter går inte att jämföra."),
    ("Lucka eller tunn linje", "År utan mätning. Inget värde är gissat."),
    ("Streckad linje", "En av flera platser eller grupper, eller vägen till målet. Namnet står vid linjen."),
    ("Tunt streck genom en punkt", "Osäkerhetsintervall: där värdet rimligen kan ligga."),
)

MARKS = (
    ("p", "Preliminär siffra, kan ändras av källan."),
    ("r", "Reviderad: siffran har ändrats sedan den först visades."),
    ("officiellt", "Målet står i ett beslutat dokument."),
    ("föreslaget", "Målet är ett förslag och inte beslutat."),
    ("ej bekräftat", "Uppgiften har inte gått att kontrollera mot ett beslutat dokument."),
    ("automatisk text", "Meningen är skriven av programmet och inte godkänd av någon än."),
)

KEYS = (
    ("Tabb, Skift + Tabb", "Till nästa eller föregående knapp, länk eller val.", "alla sidor"),
    ("Enter, blanksteg", "Tryck på det som är markerat.", "alla sidor"),
    ("Pil upp, pil ner", "Byt val i en lista. Rulla i en tabell.", "alla sidor"),
    ("Pil vänster, pil höger", "Byt flik när en flik är markerad.", "alla sidor"),
    ("Esc", "Stäng en lista eller en ruta.", "alla sidor"),
    ("r", "Läser in sidan på nytt. Tangenten kommer från Streamlit och går inte att stänga av.", "alla sidor"),
    ("Page Down, pil höger", "Nästa bild.", "Presentera"),
    ("Page Up, pil vänster", "Föregående bild.", "Presentera"),
    ("Home", "Första bilden.", "Presentera"),
    ("Esc", "Avsluta visningen.", "Presentera"),
)
"""Key, what it does, where."""


def symbols() -> tuple[tuple[str, str], ...]:
    """Signs that stand where a number can't, and what they mean."""
    return tuple((SYMBOLS[status] or "tom cell", words) for status, words in STATUS_WORDS.items() if status in SYMBOLS)
