"""The series of the catalogue find their cells in tables shaped as the owners' are described: labels, codes, sexes.

The shapes are written for the test from published descriptions of the tables; `rus check --live` asks the real ones.
"""

import pytest

from rus.catalogue.read import read_catalogue
from rus.catalogue.series import PxSeries
from rus.sources.choosing import Chooser, Variable

TIME = ("Tid", "år", {"2022": "2022", "2023": "2023"})
REGION = ("Region", "region", {"00": "Riket", "18": "Örebro län", "1880": "Örebro"})
SEX = ("Kon", "kön", {"1+2": "män och kvinnor", "1": "män", "2": "kvinnor"})
TOTAL_SEX = ("Kon", "kön", {"1": "män", "2": "kvinnor", "1+2": "totalt"})
FOHM_SEX = ("Kön", "Kön", {"00": "Totalt", "01": "Kvinnor", "02": "Män"})
FOHM_YEARS = ("År", "År", {"0": "2020-2023", "1": "2021-2024"})
FOHM_SINGLE = ("År", "År", {"0": "2022", "1": "2024"})
FOHM_PART = (
    "Andel och konfidensintervall", "Andel och konfidensintervall",
    {"01": "Andel", "02": "Konfidensintervall nedre gräns", "03": "Konfidensintervall övre gräns", "04": "Antal svar"},
)  # fmt: skip
BORN = {"SE": "födelseregion: Sverige", "UF": "samtliga utrikes födda"}
STAY = {"INT010": "vistelsetid 0–1 år", "INT020": "vistelsetid 2–3 år"}
STAY |= {"INT030": "vistelsetid 4–9 år", "INT040": "vistelsetid 10– år"}
LEVELS = {
    "000": "samtliga utbildningsnivåer", "F": "utbildningsnivå: förgymnasial utbildning",
    "3": "utbildningsnivå: gymnasial utbildning", "EU": "utbildningsnivå: eftergymnasial utbildning",
}  # fmt: skip
BAS = [
    "Andel sysselsatta", "Andel företagare av de sysselsatta", "Andel inskrivna arbetslösa", "Andel öppet arbetslösa",
    "Andel sökande i program med aktivitetsstöd", "Andel långtidsarbetslösa",
    "Andel fortfarande sysselsatta efter ett år", "Andel i chefsposition",
]  # fmt: skip


def measures(*labels: str) -> tuple[str, str, dict[str, str]]:
    return "ContentsCode", "tabellinnehåll", {f"0000{n:04}": label for n, label in enumerate(labels)}


def named(code: str, label: str, *labels: str) -> tuple[str, str, dict[str, str]]:
    return code, label, {f"{n:02}": text for n, text in enumerate(labels)}


FOHM_BORN = named("Födelseland", "Födelseland", "Totalt", "Sverige", "Övriga Norden", "Övriga Europa", "Övriga världen")
FOHM_AGE = named("Ålder", "Ålder", "16- år", "16-29 år")
FOHM_AGES = named("Ålder", "Ålder", "Ej åldersstandardiserad 16- år", "Ej åldersstandardiserad 25- år")
HEALTH = named("Hälsotillstånd", "Hälsotillstånd", "Bra eller mycket bra hälsa", "Långvarig sjukdom")
SOCIAL = named(
    "Sociala relationer",
    "Sociala relationer",
    "Avstått från att gå ut ensam på grund av rädsla",
    "Svårt att lita på andra",
)
MIND = named("Psykisk hälsa", "Psykisk hälsa", "Stressad", "Svår ängslan, oro eller ångest**")
INTEGRATION = [
    REGION, SEX, ("UtbNiv", "utbildningsnivå", LEVELS),
    ("BakgrVar", "bakgrundsvariabel", {"TOT": "samtliga", **BORN, **STAY}), measures(*BAS), TIME,
]  # fmt: skip
VOTES = [
    ("Bakgrund", "bakgrundsvariabel", {
        **LEVELS, **BORN, "A": "ålder: 18-29 år", "B": "ålder: 30-49 år", "C": "ålder: 50-64 år", "D": "ålder: 65+ år",
        "E": "vistelsetid <10 år", "G": "vistelsetid 10– år",
    }),
    SEX, measures("Valdeltagande i val till riksdag, procent", "Valdeltagande i val till kommun, procent"), TIME,
]  # fmt: skip
TABLES = {
    **dict.fromkeys(("TAB6383", "TAB6384", "TAB6379"), INTEGRATION),
    "TAB4931": [REGION, SEX, ("Bakgrund", "bakgrundsvariabel", {**BORN, **STAY}), measures(
        "Andel personer 16-19 år som varken förvärvsarbetar eller studerar, procent",
        "Andel personer 20-25 år som varken förvärvsarbetar eller studerar, procent",
    ), TIME],
    "TAB1807": [REGION, SEX, ("Bakgrund", "bakgrundsvariabel", {**BORN, **STAY}),
                measures("Andel behöriga till gymnasium, procent", "Andel behöriga till högskola, procent"), TIME],
    "TAB4648": [REGION, SEX, named(
        "Bakgrund", "bakgrundsvariabel", "andel med förgymnasial utbildning, procent",
        "andel med gymnasial utbildning, procent", "andel med eftergymnasial utbildning, procent",
    ), measures("Födda i Sverige", "Utrikes födda"), TIME],
    "TAB4268": [REGION, *VOTES], "TAB5211": [REGION, *VOTES], "TAB4255": VOTES,
    "TAB3138": [REGION, measures("BRP, löpande priser, mnkr", "BRP per invånare, löpande priser, tkr"), TIME],
    "TAB5557": [REGION, ("Civilstand", "civilstånd", {"SC": "samtliga"}), ("Alder", "ålder", {"TotSA": "totalt"}),
                ("Kon", "kön", {"1": "män", "2": "kvinnor", "TotSa": "totalt"}), measures("Folkmängd"), TIME],
    "AM/AM0210/AM0210D/ArRegArbStatus": [
        REGION, TOTAL_SEX, named("Alder", "ålder", "20-24 år", "25-29 år", "60-64 år", "20-64 år"),
        named("Fodelseregion", "födelseregion", "inrikes född", "utrikes född", "totalt"),
        measures("arbetslöshet", "arbetskraftsdeltagande", "sysselsättningsgrad"), TIME,
    ],
    "HE/HE0110/HE0110A/SamForvInk3": [
        REGION, TOTAL_SEX, named("Fodelseregion", "födelseregion", "samtliga", "födda i Sverige", "utrikes födda"),
        named("VistelsetidUF", "vistelsetid", "samtliga", "1-2 år i Sverige", "3-4 år i Sverige", "5-9 år i Sverige",
              "10-19 år i Sverige", "20- år i Sverige"),
        named("Alder", "ålder", "20+ år", "20-64 år"), measures("Medelinkomst, tkr", "Medianinkomst, tkr"), TIME,
    ],
    "TK/TK1001/TK1001A/PersBilarA": [
        REGION, named("Agarkategori", "ägarkategori", "totalt", "kvinnor", "män", "juridiker", "taxi",
                      "totalt antal bilar per 1000 invånare"), measures("Antal"), TIME,
    ],
    "A_Mo8/Halsoutfall/01Overgrip/01.01halsgod/halsgodyreg.px": [REGION, HEALTH, FOHM_PART, FOHM_SEX, FOHM_YEARS],
    "A_Mo8/Halsoutfall/01Overgrip/01.01halsgod/halsgodcfod.px":
        [HEALTH, FOHM_PART, FOHM_AGE, FOHM_BORN, FOHM_SEX, FOHM_SINGLE],
    "B_HLV/eSocialarel/aSocialarel/hlv1socxreg.px": [REGION, SOCIAL, FOHM_PART, FOHM_SEX, FOHM_YEARS],
    "B_HLV/eSocialarel/aSocialarel/hlv1soccfod.px": [SOCIAL, FOHM_PART, FOHM_AGE, FOHM_BORN, FOHM_SEX, FOHM_SINGLE],
    "B_HLV/dPsykhals/hlv1psyxreg.px": [REGION, MIND, FOHM_PART, FOHM_SEX, FOHM_YEARS],
    "B_HLV/dPsykhals/hlv1psyfutb.px": [
        MIND, FOHM_PART, named("Utbildning", "Utbildning", "Totalt", "Förgymnasial", "Gymnasial", "Eftergymnasial"),
        FOHM_AGES, FOHM_SEX, FOHM_SINGLE,
    ],
    "B_HLV/dPsykhals/hlv1psycfod.px": [MIND, FOHM_PART, FOHM_BORN, FOHM_AGE, FOHM_SEX, FOHM_SINGLE],
}  # fmt: skip


def series() -> list[PxSeries]:
    found = [s for i in read_catalogue().indicators.values() for s in i.series if isinstance(s, PxSeries)]
    return list({s.key: s for s in found if s.table in TABLES}.values())


@pytest.mark.parametrize("one", series(), ids=lambda s: s.key)
def test_a_series_finds_one_cell_for_each_region_sex_and_period(one: PxSeries) -> None:
    variables = [
        Variable(code, label, tuple(values), tuple(values.values()), time=code == "Tid", content=code == "ContentsCode")
        for code, label, values in TABLES[one.table]
    ]
    choice = Chooser(one.table, variables, one, labels_first=one.loader == "pxweb1").choose(one.sexes)
    assert set(choice.sexes.values()) == (set(one.sexes) if choice.sex else set())
    assert choice.region == "00" or {"00", "18", "1880"} >= set(choice.regions.values()) > set()
    free = {choice.time, choice.place, choice.sex}
    assert all(len(codes) == 1 for code, codes in choice.selection.items() if code not in free)
    assert len(choice.periods) == 2
