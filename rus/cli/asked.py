"""From the words of a question to what they mean in the catalogue; every unknown word is answered with the nearest."""

from itertools import product

from rus.catalogue.catalogue import Catalogue
from rus.catalogue.groups import TOTAL, group_id, group_of
from rus.catalogue.indicator import Indicator
from rus.catalogue.series import Series
from rus.catalogue.strict import Sex
from rus.cli.words import nearest
from rus.core.errors import UsageError
from rus.views.choice import SEX_LETTERS, SEX_WORDS

_SEXES: dict[str, Sex] = {
    **{sex: sex for sex in SEX_WORDS},
    **{words: sex for sex, words in SEX_WORDS.items()},
    **{letter.casefold(): sex for letter, sex in SEX_LETTERS.items()},
}


def parts(words: tuple[str, ...] | list[str]) -> list[str]:
    """`("18,1880", "00")` → `["18", "1880", "00"]`, each once."""
    found = (part.strip() for word in words for part in word.split(","))
    return list(dict.fromkeys(part for part in found if part))


def meant_by(words: list[str], catalogue: Catalogue) -> dict[str, list[str]]:
    """Ids of the indicators meant, by id, title or source id; with the series meant where it was a source id.

    Raises:
        UsageError: a word means no indicator.
    """
    found: dict[str, list[str]] = {}
    for word in words:
        for identity, series in _indicator(word, catalogue).items():
            found[identity] = [*found[identity], *series] if series and found.get(identity) else series
    return found


def _indicator(word: str, catalogue: Catalogue) -> dict[str, list[str]]:
    wanted, every = word.casefold(), list(catalogue.indicators.values())
    same = [i.id for i in every if wanted in {i.id, i.title.casefold(), i.short.casefold()}]
    if same:
        return {identity: [] for identity in same}
    by_source = {i.id: [s.key for s in i.series if wanted in _names(s)] for i in every}
    if any(by_source.values()):
        return {identity: keys for identity, keys in by_source.items() if keys}
    known = [*catalogue.indicators, *(i.title for i in every)]
    raise UsageError(f"Indikatorn {word} finns inte.{nearest(word, known)} Se `rus list`.")


def source_names(indicator: Indicator) -> set[str]:
    """Every name by which the owners know an indicator's series, in small letters."""
    return {name for series in indicator.series for name in _names(series)}


def _names(series: Series) -> set[str]:
    return {n.casefold() for n in (series.key, series.source_id, series.source_id.split("/", maxsplit=1)[0])}


def regions_of(words: list[str], catalogue: Catalogue) -> list[str]:
    """Codes of the regions meant: by code or by name.

    Raises:
        UsageError: a word means no region.
    """
    by_name = {region.name.casefold(): code for code, region in catalogue.regions.items()}
    return list(dict.fromkeys(_region(word, catalogue, by_name) for word in words))


def _region(word: str, catalogue: Catalogue, by_name: dict[str, str]) -> str:
    if word in catalogue.regions:
        return word
    if word.casefold() in by_name:
        return by_name[word.casefold()]
    whole = word.zfill(4)
    if word.isdecimal() and whole in catalogue.regions:
        hint = f" Menade du {whole} ({catalogue.name(whole)})?"
    else:
        names = [region.name for region in catalogue.regions.values()]
        hint = nearest(word, [*names, *(catalogue.regions if word.isdecimal() else ())])
    here = catalogue.here.region
    raise UsageError(
        f"Regionen {word} finns inte.{hint} Skriv kod eller namn, till exempel {here} eller {catalogue.name(here)}."
    )


def sexes_of(words: list[str]) -> list[Sex]:
    """Sexes in the order women, men, total.

    Raises:
        UsageError: a word is no sex.
    """
    unknown = next((word for word in words if word.casefold() not in _SEXES), None)
    if unknown is not None:
        raise UsageError(f"Kön {unknown} finns inte. Välj bland women, men och total.")
    meant = {_SEXES[word.casefold()] for word in words}
    return [sex for sex in SEX_WORDS if sex in meant]


def years_of(text: str | None) -> tuple[int | None, int | None]:
    """`2010:2022`, `2010:`, `:2022` or `2022` → first and last year; None where it is open.

    Raises:
        UsageError: it is none of these.
    """
    if not text:
        return None, None
    first, colon, last = text.partition(":")
    ends = [first, last if colon else first]
    if not any(ends) or not all(end == "" or (end.isascii() and end.isdecimal() and len(end) == 4) for end in ends):
        raise UsageError(f"År {text} går inte att läsa. Skriv 2010:2022, 2010:, :2022 eller 2022.")
    start, end = (int(part) if part else None for part in ends)
    if start and end and start > end:
        raise UsageError(f"År {text}: det första året är senare än det sista.")
    return start, end


def groups_of(words: tuple[str, ...], catalogue: Catalogue) -> list[str] | None:
    """Group ids of `KEY=VALUE` words; several keys make one combined group, several values of a key several groups.

    `total` is the group that is not split. None where nothing was said: all groups.

    Raises:
        UsageError: a ground or a value is unknown.
    """
    if not words:
        return None
    chosen: dict[str, list[str]] = {}
    whole: list[str] = []
    for word in parts(words):
        ground, equals, value = word.partition("=")
        if equals:
            chosen.setdefault(_ground(ground.strip(), catalogue), []).append(value.strip())
        elif word == TOTAL:
            whole.append(TOTAL)
        elif "." in word:
            known = [(_ground(ground, catalogue), value) for ground, value in _pairs(word)]
            whole.append(group_id({ground: _value(ground, value, catalogue) for ground, value in known}))
        elif chosen:  # `age=16-24,25-64`: the second value belongs to the ground before it
            chosen[list(chosen)[-1]].append(word)
        else:
            raise UsageError(f"Grupp {word} går inte att läsa. Skriv till exempel background=born_abroad, eller total.")
    values = [[(g, _value(g, v, catalogue)) for v in wanted] for g, wanted in chosen.items()]
    combined = [group_id(dict(pairs)) for pairs in product(*values)] if values else []
    return list(dict.fromkeys([*whole, *combined]))


def _pairs(word: str) -> list[tuple[str, str]]:
    try:
        return list(group_of(word).items())
    except ValueError:
        raise UsageError(f"Grupp {word} går inte att läsa. Skriv till exempel background=born_abroad.") from None


def _ground(word: str, catalogue: Catalogue) -> str:
    for ground in catalogue.grounds:
        if word.casefold() in {ground.id, ground.label.casefold()}:
            return ground.id
    known = [g.id for g in catalogue.grounds]
    labels = [g.label for g in catalogue.grounds]
    raise UsageError(f"Grunden {word} finns inte.{nearest(word, [*known, *labels])} Det finns {', '.join(known)}.")


def _value(ground_id: str, word: str, catalogue: Catalogue) -> str:
    ground = catalogue.ground(ground_id)
    assert ground is not None
    for value in ground.values:
        if word.casefold() in {value.id.casefold(), value.label.casefold()}:
            return value.id
    known = [v.id for v in ground.values]
    raise UsageError(f"{ground.id}={word} finns inte.{nearest(word, known)} Det finns {', '.join(known)}.")
