"""The words around a chart: title, subtitle, notes and the text for those who can't see it."""

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL
from rus.catalogue.indicator import Indicator
from rus.core.swedish import listing, number, years
from rus.views import sentences
from rus.views.against import inside, title_against
from rus.views.axis import value_range
from rus.views.choice import SEX_WORDS, Choice
from rus.views.pictures import Picture
from rus.views.places import LEVEL_WORDS, Places
from rus.views.sentences import Measure
from rus.views.strip import strip_alt, strip_note, strip_title

MOST_NAMED = 4
BY_CHANCE, FROM_SOURCE = " Streck: osäkerhet (95 %).", " Streck: källans felmarginal."
OPEN_RANKS = "Där osäkerheten lämnar ordningen öppen är platsen ett spann. Den räknas på antalet personer i underlaget."


def words_around(
    catalogue: Catalogue, choice: Choice, raw: Picture | None, drawn: Picture | None, places: Places | None
) -> tuple[str, str, tuple[str, ...], str]:
    """Title, subtitle, notes and the text for those who can't see the chart.

    Args:
        catalogue: the catalogue.
        choice: what was chosen.
        raw: the lines in the indicator's unit, which the finding is read from.
        drawn: the lines as they are drawn: the same, an index, or a difference.
        places: the places, for charts of those.
    """
    indicator = catalogue.indicators[choice.indicator or ""]
    title = title_of(catalogue, indicator, choice, drawn if drawn and drawn.versus else raw, places)
    below = subtitle(catalogue, indicator, choice, drawn, places)
    alt = alt_text(catalogue, indicator, choice, drawn, places, title)
    return title, below, notes(catalogue, indicator, choice, drawn, places), alt


def title_of(
    catalogue: Catalogue, indicator: Indicator, choice: Choice, drawn: Picture | None, places: Places | None
) -> str:
    """The finding, or the indicator's own title where there is nothing to find."""
    measure = measure_of(catalogue, indicator, choice)
    if places is not None and choice.chart == "spridning":
        return strip_title(places, measure)
    if places is not None and places.shown:
        return sentences.extremes(measure, [(p.name, p.value) for p in places.shown], places.period)
    if drawn is None or not drawn.ours:
        return indicator.title
    if drawn.versus:
        return title_against(measure, drawn)
    groups = any(line.key.count("/") > 1 for line in drawn.lines) and len(choice.sexes) == 1
    found = sentences.of_groups(Measure.of(indicator), drawn.lines) if groups else ""
    return found or sentences.of_lines(measure, drawn.lines)


def measure_of(catalogue: Catalogue, indicator: Indicator, choice: Choice) -> Measure:
    """How the values are said; a chosen group belongs to the name, since a title is read alone."""
    return Measure.of(indicator, "" if choice.group == TOTAL else catalogue.group_label(choice.group))


def subtitle(
    catalogue: Catalogue, indicator: Indicator, choice: Choice, drawn: Picture | None, places: Places | None
) -> str:
    """Measure, group, sex, unit, place and period; what is grey; where the axis starts."""
    group = group_words(catalogue, choice)
    sexes = places.sex if places else (choice.sexes[0] if len(choice.sexes) == 1 else None)
    sex = SEX_WORDS[sexes] if sexes in {"women", "men"} else ""
    unit = unit_of(indicator, drawn)
    first = ", ".join(part for part in (indicator.title, group, sex, unit) if part)
    if places is not None and choice.chart == "spridning":
        kind = "ett län" if places.scope == "lan" else "en kommun"
        beside = f" Romb: {places.marked.name}." if places.marked else ""
        return f"{first}, {places.period}. En prick är {kind}; länets är i färg.{beside}"
    if places is not None:
        of = f" Plats bland {places.ranked} {LEVEL_WORDS[places.scope]}." if places.ranked > 1 else ""
        reach = (FROM_SOURCE if indicator.traits.survey else BY_CHANCE) if _reaching(choice, places) else ""
        edge = " Länets kommuner är inramade." if choice.chart == "karta" and places.scope == "kommuner" else ""
        return f"{first}, {places.period}.{of}{reach}{edge}"
    if drawn is None or not drawn.ours:
        return first
    start, end = _span(drawn)
    grey = [line for line in drawn.lines if line.role == "context"]
    beside = f" Grått: {_grey(catalogue, [line.key for line in grey])}." if grey else ""
    axis = _axis_words(drawn, indicator) if choice.chart == "linje" else ""
    named = places_in_words(catalogue, [line.key for line in drawn.ours])
    return f"{first}, {named} {years(start, end)}.{beside}{axis}"


def _reaching(choice: Choice, places: Places) -> bool:
    """Whether intervals are drawn."""
    return choice.chart == "rangordning" and places.unsure


def unit_of(indicator: Indicator, drawn: Picture | None) -> str:
    """What the values drawn are in: the indicator's unit, an index with its base year, or a difference from a place."""
    if drawn and drawn.base:
        return f"index {drawn.base} = 100"
    if drawn and drawn.versus:
        unit = "procentenheter" if indicator.unit == "procent" else indicator.unit
        return f"skillnad mot {inside(drawn.versus)} i {unit}"
    return indicator.unit


def group_words(catalogue: Catalogue, choice: Choice) -> str:
    """The chosen group's name; empty for everyone."""
    return "" if choice.group == TOTAL else catalogue.group_label(choice.group)


def places_in_words(catalogue: Catalogue, keys: list[str]) -> str:
    """The places of line keys: by name while they are few, else counted."""
    codes = list(dict.fromkeys(key.split("/")[0] for key in keys))
    if len(codes) > MOST_NAMED:
        return f"{len(codes)} platser"
    return listing(catalogue.name(code) for code in codes)


def _grey(catalogue: Catalogue, keys: list[str]) -> str:
    groups = list(dict.fromkeys(key.split("/")[2] for key in keys if key.count("/") > 1))
    if len(groups) > MOST_NAMED:
        return "övriga grupper"
    return listing(catalogue.group_label(group) for group in groups) if groups else places_in_words(catalogue, keys)


def _span(drawn: Picture) -> tuple[int, int]:
    points = [point.at for line in drawn.lines for point in line.points]
    return int(min(points)), int(max(points))


def axis_values(drawn: Picture) -> list[float]:
    """All values that a line chart's axis must hold."""
    return [p.value for line in drawn.lines for p in line.points] + ([drawn.mark.value] if drawn.mark else [])


def _axis_words(drawn: Picture, indicator: Indicator) -> str:
    start, _, _ = value_range(axis_values(drawn))
    if start == 0:
        return ""
    unit = " %" if indicator.unit == "procent" and not drawn.base and not drawn.versus else ""
    decimals = len(f"{start:.6f}".rstrip("0").partition(".")[2])
    return f" Axeln börjar på {number(start, decimals)}{unit}."


def notes(
    catalogue: Catalogue, indicator: Indicator, choice: Choice, drawn: Picture | None, places: Places | None
) -> tuple[str, ...]:
    """What a reader must know of this very chart."""
    said: list[str] = list(drawn.notes) if drawn else []
    if places is not None:
        said += [places.why_incomplete()] if places.missing else []
        if choice.chart == "spridning" and places.marked:
            said.append(strip_note(places, Measure.of(indicator)))
        if len(places.drawn) < len(places.shown) and choice.chart == "rangordning":
            said.append("Diagrammet visar länets kommuner, de fem första och de fem sista. Alla står i tabellen.")
        said += [OPEN_RANKS] if _reaching(choice, places) and not indicator.traits.survey else []
        if len(choice.sexes) > 1:
            said.append(
                "Rangordning och karta visar ett kön i taget, här totalt. Välj Kvinnor eller Män för att se dem."
            )
    if drawn is not None and drawn.ours:
        have = {line.key.split("/")[0] for line in drawn.ours}
        gone = [] if len(drawn.ours) >= 12 else [code for code in choice.regions if code not in have]
        said += [f"Uppgift saknas för {places_in_words(catalogue, gone)}."] if gone else []
        said += _of_lines(indicator, drawn)
    return tuple(said)


def _of_lines(indicator: Indicator, drawn: Picture) -> list[str]:
    said = [f"Brott {b.first_year}: {b.reason}" for b in indicator.breaks if _inside(b.first_year, drawn)]
    if any(line.sparse for line in drawn.lines):
        said.append("Punkterna är mätår. Den tunna linjen binder ihop dem; åren emellan är inte mätta.")
    if any(point.provisional for line in drawn.lines for point in line.points):
        said.append("Ofylld punkt med p är en preliminär uppgift.")
    if any(point.revised for line in drawn.lines for point in line.points):
        said.append("Punkt med r är en uppgift som källan har ändrat sedan den först publicerades.")
    return said


def _inside(year: int, drawn: Picture) -> bool:
    return any(abs(at - (year - 0.5)) < 1e-6 for at, _ in drawn.breaks)


def alt_text(
    catalogue: Catalogue, indicator: Indicator, choice: Choice, drawn: Picture | None, places: Places | None, title: str
) -> str:
    """The chart in words: what kind it is, what it finds (`title`), and the newest figures."""
    measure = Measure.of(indicator)
    head = f"{title}. {subtitle(catalogue, indicator, choice, drawn, places)}"
    if places is not None:
        if choice.chart == "spridning":
            return f"Spridningsdiagram. {head} {strip_alt(places, measure)} Alla siffror står i tabellen."
        kind = "Karta" if choice.chart == "karta" else "Rangordning"
        ends = [*places.shown[:3], *places.shown[-3:]] if len(places.shown) > 6 else list(places.shown)
        told = "; ".join(f"{p.name} {measure.bare(p.value)}" for p in ends)
        return f"{kind}. {head} {told}. Alla siffror står i tabellen."
    if drawn is None:
        return head
    told = "; ".join(f"{line.label} {measure.bare(line.last.value)} ({line.last.period})" for line in drawn.lines)
    return f"Linjediagram. {head} Senaste värden: {told}. Alla siffror står i tabellen."
