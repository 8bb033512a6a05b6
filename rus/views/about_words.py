"""Words of the Om page that hold for every region: what terms mean, how figures are judged, how accessible it is."""

from dataclasses import dataclass

from rus.analysis.trend import LEAST_POINTS, LEVEL, MOST_POINTS
from rus.core.swedish import HARD_SPACE, number


@dataclass(frozen=True)
class Term:
    """A word and what it means. `unconfirmed`: what could not be confirmed; `of`: whose word it is, empty for all."""

    term: str
    meaning: str
    unconfirmed: str = ""
    of: str = ""


TERMS = (
    Term("Regional utvecklingsstrategi, RUS", "Länets gemensamma plan för vart man vill och vad som ska bli bättre."),
    Term("Vision", "En mening om hur det ska vara i länet när strategin har lyckats."),
    Term("Övergripande mål", "De få, breda mål som hela strategin ska nå."),
    Term(
        "Effektmål", "En förändring i länet som visar att ett övergripande mål närmar sig, till exempel bättre hälsa."
    ),
    Term("Prioriterat område", "Ett sakområde där länet har valt att arbeta tillsammans."),
    Term("Vägledande princip", "Ett sätt att arbeta som alla har kommit överens om."),
    Term("Perspektiv", "Något som ska vägas in i allt arbete, till exempel jämställdhet."),
    Term("Utmaningsområde", "En fråga där det är långt mellan hur det är och hur det borde vara."),
    Term("Kraftsamling", "Många aktörer arbetar samtidigt med samma utmaning."),
    Term("Plattform", "Gruppen eller organisationen som håller ihop en kraftsamling."),
    Term("Delmål", "Ett steg på vägen i ett projekt."),
    Term("Indikator", "Ett mått som följs år för år och säger något om ett mål."),
    Term(
        "Mot-indikator", "Ett mått att läsa bredvid, som visar om en förbättring har skett på bekostnad av något annat."
    ),
    Term(
        "Officiellt och föreslaget mål", "Officiellt: målet står i ett beslutat dokument. Föreslaget: det gör det inte."
    ),
    Term("Procentenhet", "Skillnaden mellan två andelar. Från 60 till 63 procent är tre procentenheter."),
    Term("Ovägt medel", "Medelvärdet av alla kommuner eller län, där var och en räknas lika hur många som än bor där."),
    Term("Liknande kommuner", "De kommuner vars strukturmått ligger närmast en kommuns, hur det än går för dem."),
    Term("Strukturmått", "Mått på hur en kommun är uppbyggd, som storlek, åldrar och inkomster."),
    Term("Väntat värde", "Det värde som kommuner med samma strukturmått brukar ha. Det är inget betyg."),
    Term("Tidsseriebrott", "Måttet räknas på nytt sätt från ett visst år, så åren före och efter kan inte jämföras."),
    Term("Preliminär", "Siffran kan ändras när statistikens ägare har räknat klart."),
    Term("Länsdel", "Några kommuner i länet tillsammans. Här är den ett urval av kommuner, inte en egen siffra."),
    Term("Hämtning", "Ett tillfälle då siffror lästes in, med källa, tid och kontrollsumma."),
    Term("Dataversion", "Alla siffror så som de var vid ett visst tillfälle. En länk kan peka på en viss version."),
)

RUS: dict[str, tuple[str, ...]] = {
    "En gemensam plan": (
        "En regional utvecklingsstrategi, RUS, säger hur länet ska utvecklas under många år.",
        "Den gäller hela länet och inte bara en organisation.",
        "Regionen leder arbetet tillsammans med kommuner, staten, näringsliv, föreningar och universitet.",
    ),
    "Från vision till siffror": (
        "Överst står visionen. Under den finns några övergripande mål, och under dem effektmål.",
        "Varje effektmål följs med indikatorer: mått som räknas på samma sätt år efter år.",
    ),
    "Från siffror till arbete": (
        "Där det är långt mellan hur det är och hur det borde vara pekas ett utmaningsområde ut.",
        "Där samlas många aktörer för att göra mer tillsammans än var och en för sig.",
    ),
    "Vad siffrorna inte kan säga": (
        "En indikator visar hur det går i länet, inte vad strategin har orsakat.",
        "Konjunktur, beslut i staten och händelser i världen påverkar också siffrorna.",
    ),
}
"""Heading → its sentences: a regional development strategy for someone who has not heard of it."""

METHOD: dict[str, tuple[str, ...]] = {
    "Siffrorna visas som de är": (
        "Inga luckor fylls och inga år räknas fram.",
        "Finns en total hos källan används den, aldrig en summa av delarna.",
        "Saknas en siffra står det varför, så långt det är känt.",
    ),
    "Riktning och bedömning är två saker": (
        "Riktningen säger vad siffran gör: ökar, minskar, varierar eller är nästan oförändrad.",
        "Bedömningen säger om det är åt rätt håll. Den ges bara till mått där en riktning är önskad.",
    ),
    "Så prövas en trend": (
        "Alla par av år jämförs: är det senare värdet högre eller lägre?",
        "En trend finns när övervikten åt ena hållet är så stor att slumpen sällan skulle ge den.",
        f"Sällan är mindre än {number(100 * LEVEL)}{HARD_SPACE}procent av fallen. Metoden är Mann–Kendalls test.",
        f"Högst de {MOST_POINTS} senaste mätningarna prövas, och minst {LEAST_POINTS} krävs.",
        "Prövningen börjar om vid ett tidsseriebrott.",
        "Medeltal över flera år räknas bara så ofta att de inte överlappar.",
    ),
    "Så bedöms ett mål med ett tal": (
        "Takten hittills jämförs med den som krävdes från basåret för att nå målet i tid.",
        "Minst 95 procent av den är Når målet, 60–95 procent är för långsamt och mindre är nästan oförändrat.",
        "Är takten så osäker att flera bedömningar är möjliga står det Osäkert.",
        "På sidan Målstatus finns hela uträkningen, och vad andra publicerade metoder säger.",
    ),
    "Så väljs liknande kommuner": (
        "Kommunerna jämförs i några strukturmått, som folkmängd, åldrar och inkomster, och de närmaste väljs.",
        "Vilka mått det är, hur tungt de väger och hur långt borta var och en ligger står på sidan Utforska.",
    ),
    "Så räknas ett väntat värde": (
        "Sambandet mellan strukturmåtten och värdet räknas på alla andra kommuner och läses av för den som granskas.",
        "Ligger värdet utanför det intervall där 19 av 20 kommuner väntas hamna är det högre eller lägre än väntat.",
        "Det säger inget om orsaken. Några kommuner hamnar alltid utanför av ren slump.",
    ),
    "Osäkerhet": (
        "För undersökningar visas källans egen felmarginal där den finns.",
        "För registersiffror räknas inget intervall när underlagets storlek är okänd.",
        "Då visas skillnaden, utan påstående om att den är säker.",
    ),
    "Kvinnor och män": (
        "Där källan redovisar kön visas kvinnor, män och totalt, i den ordningen.",
        "Saknas uppdelningen står det vid måttet.",
    ),
    "Jämförelser med andra län": (
        "Högre än vart och ett av länen och högre än länens medelvärde visas båda.",
        "Det strängare avgör bedömningen.",
    ),
}
"""Heading → its sentences."""
