"""The file that `rus new` writes: what a person must fill in is empty, what may be said stands as a comment."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rus.catalogue.catalogue import Catalogue

_HEAD = """\
# En indikator. Filens namn är dess id och mappen dess tema. Fyll i det som är tomt och kör `rus check`.

title = ""          # hela titeln, högst 60 tecken: vad som mäts och för vilka
short = ""          # kort titel för kort och diagram, högst 32 tecken
unit = ""           # enhet i ord: procent, antal, kronor, per 1 000 invånare
decimals = 1        # antal decimaler som visas
better = "higher"   # higher: högre är bättre; lower: lägre är bättre; neutral: varken eller
share = "egenskap"  # egenskap: andel av gruppen; konsfordelning: könens del av alla; ingen: inte en andel
# Två till fyra meningar på klarspråk: vad som räknas, vilka det gäller, när det mäts och vad man ska tänka på.
definition = \"\"
owner = ""          # den som tar fram statistiken, till exempel SCB
{via}licence = ""        # till exempel CC0
link = ""           # ägarens sida om statistiken, med https://
keywords = []       # andra ord som någon kan söka på

"""

_LINKS = """\
# Vad indikatorn följer upp. Ta bort # och behåll det som stämmer.
# effektmal = [{effektmal}]
# challenges = [{challenges}]
# perspectives = [{perspectives}]

"""

_SERIES = """\
# En serie från källan. En indikator har ofta flera: totalt, utrikes födda, åldersgrupper … var och en med sin grupp.
[[series]]
loader = "kolada"
id = "{kolada}"{blank}
# sexes = ["women", "men", "total"]          # de kön som källan redovisar
# group = {{ background = "born_abroad" }}     # tomt = alla; grupperna står i indicators/_grounds.toml
# from_year = 2020                            # första och sista år som ska visas ur serien
# to_year = 2023
# scale = 100.0                               # källans enhet till indikatorns: 0–1 till procent

# Mål. Skriv officiell bara om ett beslutat dokument anger målet, och namnge dokumentet i source.
# [[goals]]
# kind = "direction"                          # level, direction, change, peers eller gap
# towards = "up"
# standing = "föreslagen"
# source = ""

# Brott i serien: år som inte kan jämföras med åren före.
# [[breaks]]
# first_year = 2020
# reason = ""

# Egenskaper som avgör vad som får räknas ut.
# [traits]
# provisional_last = true                     # sista året kan ändras
# not_for = ["kommun"]                        # nivåer där källan inte publicerar något
# window_years = 4                            # varje värde är ett medelvärde över så många år
"""


def skeleton(catalogue: "Catalogue | None", kolada: str | None = None) -> str:
    """The text of a new indicator file.

    Args:
        catalogue: where the names to choose among are taken from; None where it can't be read.
        kolada: id of the series, if it is known.
    """
    names = {"effektmal": [""], "challenges": [""], "perspectives": [""]}
    if catalogue:
        names = {
            "effektmal": [e.id for e in catalogue.plan.effektmal],
            "challenges": [c.id for c in catalogue.challenges],
            "perspectives": [p.id for p in catalogue.plan.perspectives],
        }
    links = {key: ", ".join(f'"{name}"' for name in some) for key, some in names.items()}
    via = 'via = "Kolada"      # den som gör statistiken tillgänglig\n' if kolada else ""
    blank = "" if kolada else "                                     # Kolada-id, till exempel N02267"
    series = _SERIES.format(kolada=kolada or "", blank=blank)
    return _HEAD.format(via=via) + _LINKS.format(**links) + series
