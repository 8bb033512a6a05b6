"""Every other method in two Swedish sentences, and all of them in the order a reader meets them."""

from rus.views.method_goals import GOALS, Method

GAPS = (
    Method(
        "difference",
        "Skillnad mellan två värden",
        "Det ena värdet dras från det andra, med intervall där antalet personer eller felmarginalen är känd.",
        "Utan sådana uppgifter visas skillnaden utan påstående om att den är säker.",
    ),
    Method(
        "gaps",
        "Gap mellan två grupper",
        "Skillnad och kvot visas alltid tillsammans, eftersom de kan säga olika saker.",
        "Ett gap på högst en procentenhet i hela procent kallas aldrig säkert.",
    ),
    Method(
        "inequality",
        "Ojämlikhet mellan flera grupper",
        "Alla gruppers värden och storlek vägs samman till några vanliga mått på spridning.",
        "Måtten visas bredvid varandra, för de lägger olika vikt vid små och utsatta grupper.",
    ),
    Method(
        "slope",
        "Lutning över ordnade grupper",
        "En linje läggs över grupper i ordning, som inkomstgrupper, och skillnaden mellan ändarna läses av.",
        "Minst fem ordnade grupper krävs.",
    ),
    Method(
        "kitagawa",
        "Vad en skillnad beror på",
        "Skillnaden delas i två delar: gruppernas olika värden och befolkningens olika sammansättning.",
        "Delarna blir tillsammans exakt skillnaden, men de visar inte orsaker.",
    ),
    Method(
        "composition",
        "Sammansättningen av grupper",
        "Två befolkningar jämförs både som helhet och grupp för grupp.",
        "Säger alla grupper tvärtemot totalen varnar sidan för det.",
    ),
    Method(
        "standardise",
        "Samma sammansättning",
        "Värdet räknas om som om befolkningarna hade samma sammansättning.",
        "Det omräknade värdet är till för jämförelser och finns inte i verkligheten.",
    ),
    Method(
        "intersections",
        "Grupper i grupper",
        "Alla kombinationer av grupper visas i en korstabell med antal och intervall.",
        "Skyddade uppgifter förblir skyddade och räknas inte fram.",
    ),
    Method(
        "linking",
        "Serier över ett brott",
        "Den äldre serien flyttas till den nyas nivå med hjälp av år som båda har.",
        "Den länkade serien ritas bara, och ingen bedömning räknas över brottet.",
    ),
)

PLACES = (
    Method(
        "comparison",
        "Ett värde bredvid andra",
        "Värdet jämförs med riket, andra län, liknande kommuner, målet och mätningen före.",
        "Vad som jämförs står alltid vid siffran.",
    ),
    Method(
        "similar",
        "Liknande kommuner",
        "De sju kommuner väljs som är mest lika i några strukturmått, som storlek och åldrar.",
        "Resultatmått används aldrig för att välja.",
    ),
    Method(
        "expected",
        "Väntat värde",
        "Sambandet mellan strukturmått och värde i alla andra kommuner läses av för den som granskas.",
        "Att ligga utanför det väntade säger inget om orsaken.",
    ),
    Method(
        "funnel",
        "Slump i små kommuner",
        "Gränser visar hur långt från medelvärdet en kommun av viss storlek kan hamna av ren slump.",
        "Ju färre invånare, desto vidare gränser.",
    ),
    Method(
        "own_trend",
        "Mot sin egen trend",
        "Det senaste värdet jämförs med vart kommunens tidigare år pekade.",
        "Färre än fem tidigare mätningar ger inget svar.",
    ),
    Method(
        "correlation",
        "Samband mellan två mått",
        "Platserna rangordnas i båda måtten, och ordningarna jämförs.",
        "Ett samband visar inte vad som orsakar vad.",
    ),
    Method(
        "redundancy",
        "Mått som säger nästan samma sak",
        "Alla par av mått jämförs över kommunerna, och de som ger nästan samma ordning pekas ut.",
        "Ett sådant par är en fråga till översynen, inte ett beslut.",
    ),
)

TRUST = (
    Method(
        "findings",
        "Vad som förtjänar uppmärksamhet",
        "Säkra förändringar, säkra gap och kommuner utanför sin egen trend samlas i tre listor.",
        "Finns inget mönster står det Inga tydliga signaler.",
    ),
    Method(
        "effect",
        "Storlek utan enhet",
        "Förändringar i procent, kronor och ton görs jämförbara så att de kan stå i samma lista.",
        "Storleken styr bara ordningen och visas inte som ett resultat.",
    ),
    Method(
        "multiplicity",
        "Många prov på en gång",
        "När hundratals mått prövas blir några utslag slump, och därför höjs kravet.",
        "Högst en av tjugo signaler i en lista väntas vara falsk.",
    ),
    Method(
        "intervals",
        "Osäkerhetsintervall",
        "Intervallet visar hur mycket värdet kan variera av slump i en befolkning av den storleken.",
        "Det räknas bara där antalet personer är känt och säger inget om mätfel.",
    ),
    Method(
        "student",
        "Fördelningen bakom intervallen",
        "Students t-fördelning används när en linje läggs genom få mätningar.",
        "Den ger bredare intervall ju färre mätningarna är.",
    ),
    Method(
        "freshness",
        "Aktualitet",
        "Siffrans ålder jämförs med när ägaren brukar ge ut nästa.",
        "Saknas mer än en hel period är måttet inaktuellt.",
    ),
    Method(
        "words",
        "Meningar ur resultat",
        "Meningarna skrivs ur resultaten med fasta regler, och varje tal i dem finns i resultatet.",
        "Riktning och bedömning står aldrig i samma mening.",
    ),
)

METHODS: dict[str, tuple[Method, ...]] = {
    "Trender och mål": GOALS,
    "Skillnader mellan grupper": GAPS,
    "Jämförelser mellan platser": PLACES,
    "Säkerhet och ord": TRUST,
}
"""Heading → its methods."""
