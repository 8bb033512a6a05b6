"""What the chart guide says of each chart, in the order of the questions people ask."""

from dataclasses import dataclass

from rus.views.indicator import Cut

WHOLE = Cut()


@dataclass(frozen=True)
class Guide:
    """One chart: `module` of `rus/charts` draws it, `chart` is its name in Utforska's address, if it has one.

    `question` is what it answers; `shows`, `read`, `act` are what it shows, how it is read, what to do about it.
    `sexes`, `compared` and `cut` choose the example; `elsewhere` is the address of a page whose chart fills it.
    """

    id: str
    name: str
    module: str
    question: str
    shows: str
    read: str
    act: str
    chart: str | None = None
    sexes: bool = False
    compared: bool = False
    cut: Cut = WHOLE
    elsewhere: str = ""


GUIDES = (
    Guide(
        "linje", "Linje", "trend", "Går det åt rätt håll?",
        "Hur ett mått har utvecklats år för år, med högst tolv linjer. Linjens namn och senaste värde står vid "
        "dess slut.",
        "En lucka i linjen är ett år utan mätning eller ett brott i serien. Över ett brott går värdena inte att "
        "jämföra. En ofylld romb är målet och den streckade linjen den takt som krävs. Ofylld punkt med p är "
        "preliminär, r är ändrad i efterhand. Underrubriken säger om axeln inte börjar på noll.",
        "Fråga om förändringen är större än det som är vanligt från ett år till ett annat. Bedömningen på sidan "
        "Målstatus prövar det. Dra inga slutsatser av ett enda år.",
        "linje", sexes=True, compared=True,
    ),
    Guide(
        "index", "Index", "trend", "Vem har förändrats mest sedan ett visst år?",
        "Varje linje i förhållande till sitt eget värde ett visst år, basåret, som räknas som 100.",
        "110 betyder tio procent mer än basåret. Basåret står i underrubriken. Linjen vid 100 är ingen förändring"
        " alls. Indexet säger inget om vem som ligger högst.",
        "Använd index när platserna är olika stora. Byt till värden innan du säger något om nivån, och pröva ett "
        "annat basår om slutsatsen hänger på just det året: ändra År från.",
        "linje", compared=True, cut=Cut(scale="index"),
    ),
    Guide(
        "skillnad", "Skillnad", "trend", "Närmar vi oss riket?",
        "Länets värde minus den jämförda platsens, samma år. Noll är samma värde.",
        "Över nollan ligger länet högre, under den lägre. Om det är bra beror på måttet. En linje som går mot "
        "noll betyder att skillnaden minskar, och det kan ske för att den andra platsen förändras.",
        "Titta på de två linjerna också. En krympande skillnad är ingen framgång om båda utvecklas åt fel håll.",
        "linje", compared=True, cut=Cut(scale="skillnad"),
    ),
    Guide(
        "tva-ar", "Två år", "slope", "Vad har ändrats mellan två år?",
        "Bara det första och det sista året, med en linje emellan och värdet i båda ändar.",
        "Ju brantare linje, desto större förändring. Linjer som korsar varandra har bytt plats. Det som hände "
        "åren emellan syns inte. Diagrammet börjar efter det senaste brottet i serien.",
        "Kontrollera i linjediagrammet att de två åren inte är undantag. Ändra åren och se om bilden står sig.",
        "tva-ar", sexes=True, compared=True,
    ),
    Guide(
        "hantel", "Hantel", "dumbbell", "Hur stort är gapet mellan kvinnor och män?",
        "Kvinnor och män på samma rad för varje mått, med avståndet emellan i procentenheter.",
        "Cirkeln är kvinnor och romben män. Ju längre streck, desto större gap. Gapets storlek står till höger. "
        "Vem som ligger bäst till beror på måttet.",
        "Gå vidare till sidan Jämlikhet. Där står hur säkert gapet är, om det växer eller krymper och hur många "
        "personer det handlar om.",
    ),
    Guide(
        "rangordning", "Rangordning", "ranking", "Hur ligger kommunerna till?",
        "En punkt för varje kommun eller län, i ordning, med värde och plats till höger. Överst står alla i "
        "landet.",
        "Det heldragna strecket är länet och det prickade riket. Grå streck genom punkterna är osäkerheten, när den "
        "är känd. Överlappar de går ordningen inte att lita på, och platsen visas som ett spann.",
        "Läs värdena hellre än platserna. Några platser upp eller ner betyder ofta ingenting, framför allt i små "
        "kommuner.",
        "rangordning", compared=True, cut=Cut(scope="lanet"),
    ),
    Guide(
        "spridning", "Alla kommuner", "strip", "Hur ligger länets kommuner till bland alla i landet?",
        "En prick för varje kommun i landet, staplade där många har nästan samma värde. Länets är i färg och de "
        "tre som avviker mest har namn. Väljer man Jämförbara län att jämföra med är deras kommuner romber.",
        "En hög stapel är ett vanligt värde. Ju längre ut en prick ligger, desto ovanligare. Det heldragna "
        "strecket är länet och det prickade riket. Höjden betyder inget annat än trängsel.",
        "Fråga vad de kommuner som ligger långt ut har gemensamt. Visas bara när alla kommuner har en uppgift.",
        "spridning", compared=True, cut=Cut(scope="kommuner"),
    ),
    Guide(
        "ryggrad", "Kommunens läge", "spine", "Hur ligger en kommun till i många mått?",
        "En rad för varje mått, med alla landets kommuner som tunna streck och den valda kommunen som en stor punkt.",
        "Små prickar är länets kommuner, det höga strecket länet och det prickade riket. Linjen genom den stora "
        "punkten är osäkerheten. Varje rad har sin egen skala.",
        "Leta efter rader där kommunen skiljer sig säkert från länet. I små kommuner är osäkerheten viktigare än "
        "platsen.",
        elsewhere="kommuner",
    ),
    Guide(
        "rutor", "En ruta per kommun", "multiples", "Hur utvecklas varje kommun?",
        "Ett litet linjediagram för varje kommun, där rutorna ligger ungefär som på kartan. Länets linje är grå i"
        " alla.",
        "Alla rutor har samma skala, så höjderna går att jämföra. Siffran vid namnet är det senaste värdet. "
        "Luckor är brott eller år utan mätning. Antal visas som index, för att stora och små kommuner ska få "
        "plats.",
        "Leta efter grannar som går åt samma håll och efter kommuner som lämnar länets linje. Klicka på en ruta för "
        "att välja kommunen.",
        "rutor", compared=True,
    ),
    Guide(
        "rutkarta", "Rutkarta", "tiles", "Vilka kommuner avviker från länet?",
        "En lika stor ruta för varje kommun, ungefär där den ligger. Färgen är skillnaden mot länets värde.",
        "Blått är över länet och brunt under, ju mörkare desto längre ifrån. Om det är bra beror på måttet. "
        "Siffrorna står i rutan: värdet och skillnaden.",
        "Klicka på en kommun för att se den över tid. Små kommuner avviker ofta av en slump.",
    ),
    Guide(
        "karta", "Karta", "map", "Var är värdet högt och lågt?",
        "Kommunernas eller länens verkliga gränser, med färg efter värdet.",
        "I det ljusa utseendet är mörkare färg ett högre värde, i det mörka är ljusare färg ett högre värde. "
        "Skalan står under kartan. Stora ytor syns mest men har ofta få invånare.",
        "Använd kartan för att hitta mönster och rangordningen för att läsa värden. Kartan visar bara andelar och"
        " tal per invånare, aldrig antal, och bara när alla platser har uppgift.",
        "karta", compared=True, cut=Cut(scope="kommuner"),
    ),
    Guide(
        "oversikt", "Flera mått", "heat", "Var skiljer sig kommunerna säkert från resten av länet?",
        "Kommuner mot mått i en tabell. Varje ruta har värdet och ett ord: bättre, ej säker, sämre eller ej "
        "bedömd.",
        "Bättre och sämre gäller resten av länet, alltså alla andra kommuner i länet tillsammans, och är prövat "
        "med hänsyn till att många rutor prövas samtidigt. Ej bedömd betyder att underlagets storlek inte är "
        "känd.",
        "Börja med kommuner som är sämre i flera mått. Räkna inte ihop rutorna till ett betyg: måtten är olika "
        "viktiga.",
        "oversikt", compared=True,
    ),
    Guide(
        "samband", "Två mått", "scatter", "Följs två mått åt?",
        "En punkt för varje plats, med ett mått vågrätt och ett lodrätt. De prickade strecken är medianerna.",
        "Strecken delar bilden i fyra: över eller under mitten i vart och ett av måtten. Rangkorrelationen står "
        "under diagrammet, med hur mycket en enda plats betyder för den. Noll är inget samband, 1 eller −1 "
        "fullständigt.",
        "Ett samband säger inte vad som orsakar vad och gäller platser, inte personer. Använd det för att ställa "
        "frågor. Klicka på en punkt för att välja platsen.",
        "samband", compared=True, cut=Cut(scope="kommuner"),
    ),
    Guide(
        "gap-over-tid", "Gap över tid", "gapline", "Växer eller krymper gapet?",
        "Skillnaden mellan två grupper år för år, med tecken: första gruppen minus andra.",
        "Linjen vid noll är inget gap. Ju längre från noll, desto större skillnad, åt vilket håll det än är. Det "
        "skuggade är osäkerheten, där antalet personer är känt. Linjen börjar efter det senaste brottet.",
        "Titta också på de två gruppernas egna linjer. Ett gap kan krympa för att den grupp som låg bäst till har "
        "fått det sämre.",
    ),
    Guide(
        "korstabell", "Korstabell som prickar", "crossdots", "Vilka grupper ligger längst efter?",
        "Kvinnor och män i varje grupp, en rad för varje grupp, med den som ligger längst efter först.",
        "Cirkeln är kvinnor och romben män. Det prickade strecket är alla tillsammans. Tunna streck är osäkerheten. "
        "Osäkra värden bygger på få personer.",
        "Läs raderna längst upp först, och se hur många personer det gäller innan du drar slutsatser.",
    ),
    Guide(
        "lutningslinje", "Linje genom ordnade grupper", "slopeline", "Hur mycket betyder det vilken grupp man tillhör?",
        "Grupper i ordning, från minst till mest gynnad, med en rät linje genom dem.",
        "Ju brantare linje, desto större betydelse. Storleken på märket är gruppens del av befolkningen. Skillnaden "
        "mellan linjens ändar är lutningsindexet.",
        "Följ lutningen över tid. Om punkterna inte följer linjen säger indexet lite. Titta då på grupperna.",
    ),
    Guide(
        "tratt", "Trattdiagram", "funnel", "Är kommunens värde något annat än slump?",
        "Kommunerna efter storlek, med det gemensamma värdet och gränserna för vad slumpen ger.",
        "Innanför tratten kan slumpen ensam förklara avståndet. Små kommuner får ligga längre ifrån än stora. Utanför "
        "de streckade linjerna är det mycket osannolikt att det bara är slump.",
        "Fråga om kommunerna utanför tratten. Låt bli att rangordna dem som ligger innanför.",
    ),
    Guide(
        "malrad", "Målrad", "bullet", "Hur långt har vi kommit mot målet?",
        "Ett mål på en rad: utgångsläget, värdet nu och målet.",
        "Stapeln är vägen hittills. Det kraftiga strecket är värdet nu och den ofyllda romben målet. Stapeln säger "
        "inte hur lång tid som är kvar.",
        "Öppna målet på sidan Målstatus för att se takten som krävs och hur säker bedömningen är.",
    ),
    Guide(
        "miniatyr", "Miniatyrlinje", "sparkline", "Hur har det gått hittills, i korthet?",
        "En liten linje utan axlar bredvid måttets senaste värde, med första och sista året under.",
        "Formen säger vart det har gått, inte hur mycket: varje miniatyr har sin egen skala. En ofylld romb är "
        "målet. Få mätningar visas som punkter.",
        "Jämför aldrig två miniatyrer med varandra. Öppna måttet i Utforska för att se värdena.",
    ),
    Guide(
        "budget", "Belopp per år", "budget", "Vad kostar det, och vem betalar?",
        "En stapel för varje år under varje kostnadsslag eller finansiär, med beloppet i kronor vid stapelns "
        "slut.",
        "Alla staplar börjar på noll och har samma skala, så längderna går att jämföra.",
        "Läs noterna om avrundning innan du räknar om summor. Beloppen är de beslutade.",
    ),
    Guide(
        "tabell", "Tabell", "table", "Vilka är siffrorna?",
        "Samma siffror som i diagrammet, med rubriker för rader och kolumner.",
        "Två punkter betyder att uppgift saknas eller är skyddad, och skärmläsare säger vilket. p är en "
        "preliminär uppgift och r en ändrad.",
        "Använd tabellen när det exakta värdet är viktigt, och filerna under Ladda ner när du ska räkna vidare.",
        "tabell", sexes=True, compared=True,
    ),
)  # fmt: skip
