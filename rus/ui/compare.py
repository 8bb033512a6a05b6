"""The block under the chart of Utforska: the first region's newest value beside everything it is compared with."""

from rus.catalogue.catalogue import Catalogue
from rus.charts.table import html_table
from rus.ui import cached, frame
from rus.ui.downloads import downloads_of
from rus.ui.markup import fold
from rus.views.choice import Choice
from rus.views.compare_alike import Alike
from rus.views.compare_question import LAST_YEAR, Asked, Compared
from rus.views.compare_sheet import compare_sheet
from rus.views.compare_words import compare_view
from rus.views.indicator import IndicatorView
from rus.views.places import one_sex
from rus.views.sheet import Sheet, file_stem
from rus.views.structure import structure
from rus.views.table import Table


def block(catalogue: Catalogue, view: IndicatorView) -> None:
    """Table, sentences, how the similar kommuner were chosen, and the files; nothing where there is no value."""
    build = frame.here().build
    found, words = cached.shared_on(structure, compare_view, build, _asked(view), view.choice.comparison)
    if found.value is None:
        return
    table = html_table(words.table) if words.table else ""
    refused = "".join(f'<p class="note">{frame.text(line)}</p>' for line in words.refused)
    told = _said("Plats bland alla", words.place) + _said("Väntat värde", words.expected, words.careful)
    with frame.frame("compare", stretch=False):
        # one element and not nine: each costs the reader's browser a millisecond or two at every change
        frame.html(
            f'<h2 class="find">Jämfört med …</h2><p class="sub">{frame.text(words.subtitle)}</p>',
            f'<div class="beside"><div>{table}{refused}</div><div>{told}</div></div>',
            _alike(words.alike, words.alike.table) if words.alike.table else "",
        )
        downloads_of(_sheet_of(found, catalogue, build), _stem(found, catalogue), "compare")


def _asked(view: IndicatorView) -> Asked:
    choice: Choice = view.choice
    last = choice.years[1] if choice.years else LAST_YEAR
    sex = one_sex(choice, view.options.sex_ids())
    return Asked(view.indicator.id, choice.regions[0], sex, choice.group, last)


def _said(title: str, lines: tuple[str, ...], careful: tuple[str, ...] = ()) -> str:
    """Markup in which the finding stands out, and how it is to be read is small; empty where nothing is said."""
    small = "".join(f'<p class="note">{frame.text(line)}</p>' for line in careful)
    first = f"<p><b>{frame.text(lines[0])}</b></p>" if lines else ""
    told = first + "".join(f"<p>{frame.text(line)}</p>" for line in lines[1:])
    return f'<h3 class="sec">{frame.text(title)}</h3>{told}{small}' if told or small else ""


def _alike(alike: Alike, table: Table) -> str:
    told = "".join(f"<p>{frame.text(line)}</p>" for line in alike.told)
    pairs = "".join(f"<dt>{frame.text(name)}</dt><dd>{frame.text(text)}</dd>" for name, text in alike.features)
    inside = f'{told}{html_table(table)}<dl class="kv words">{pairs}</dl>'
    return fold("Så valdes de liknande kommunerna", inside)


def _stem(found: Compared, catalogue: Catalogue) -> str:
    return file_stem(found.indicator.id, catalogue.name(found.asked.region), "jamforelser")


class _sheet_of:  # noqa: N801  # used as a function that remembers what it is of
    """Makes the sheet when a button is pressed."""

    def __init__(self, found: Compared, catalogue: Catalogue, build: str) -> None:
        """Of which comparison, in which build."""
        self._found, self._catalogue, self._build = found, catalogue, build

    def __call__(self) -> Sheet:
        """The sheet."""
        return compare_sheet(self._found, self._catalogue, cached.shared(structure, self._build), build=self._build)
