"""What is judged against goals, method by method in two Swedish sentences; the formulas stand in `docs/methods`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Method:
    """A method: `id` is the module's and the document's name, `does` what it does, `mind` what to keep in mind."""

    id: str
    name: str
    does: str
    mind: str


GOALS = (
    Method(
        "trend",
        "Trend",
        "Alla par av år jämförs. En trend finns när övervikten åt ena hållet är större än slumpen brukar ge.",
        "Minst fem mätningar krävs, och prövningen går aldrig över ett tidsseriebrott.",
    ),
    Method(
        "pace",
        "Takten hittills",
        "En rät linje läggs genom de senaste fem till åtta mätningarna, och lutningen är takten per år.",
        "Mängder räknas i procent per år, och takten har ett osäkerhetsintervall.",
    ),
    Method(
        "progress",
        "Läget mot ett mål",
        "Takten hittills delas med den takt som krävdes från basåret för att nå målet i tid.",
        "Är takten så osäker att flera bedömningar är möjliga står det Osäkert.",
    ),
    Method(
        "heading",
        "Mål utan tal",
        "Ett mål att öka, minska eller krympa en skillnad prövas med trendtestet.",
        "Svaret är rätt håll, fel håll eller ingen säker trend.",
    ),
    Method(
        "rivals",
        "Bättre än andra län",
        "Länet jämförs med vart och ett av länen och med deras medelvärde, och det strängare avgör.",
        "Inget intervall räknas, så en liten ledning är också en ledning.",
    ),
    Method(
        "target",
        "Målets tal",
        "Här räknas målnivån ut ur basåret, och hur mycket som återstår per år.",
        "Det är bara räkning och säger inget om ifall målet nås.",
    ),
    Method(
        "chance",
        "Chansen att nå målet",
        "Linjen genom de senaste mätningarna dras fram till målåret med sin osäkerhet.",
        "Svaret är ord från mycket osannolikt till mycket sannolikt, och gäller om allt går som förut.",
    ),
    Method(
        "arrival",
        "Räkneexempel med egen takt",
        "Du väljer en takt, och året då målet nås räknas ut.",
        "Det är ett räkneexempel och ingen prognos.",
    ),
    Method(
        "flip",
        "Vad som skulle ändra bedömningen",
        "Här söks den takt och det nästa värde där bedömningen byter.",
        "Gränserna gäller om regeln och mätningarna i övrigt är desamma.",
    ),
    Method(
        "realism",
        "Har andra klarat det?",
        "Förändringen som krävs jämförs med vad andra regioner från liknande nivå har klarat.",
        "Att ingen har gjort det förut betyder inte att det är omöjligt.",
    ),
    Method(
        "published",
        "Andra publicerade metoder",
        "Samma siffror bedöms med andra statistikorganisationers regler.",
        "De visas bredvid och ändrar inte bedömningen.",
    ),
    Method(
        "robustness",
        "Hur många metoder säger samma?",
        "Bedömningen jämförs med sex andra metoder och med basår strax före och efter.",
        "Alla bygger på samma siffror, så enighet gör inte siffrorna säkrare.",
    ),
    Method(
        "followup",
        "Från mål till förslag",
        "Varje mål följs steg för steg: mål, nuläge, gap, effektmål och utmaningsområde.",
        "Varje steg är en regel som går att följa bakåt, mått för mått.",
    ),
)
