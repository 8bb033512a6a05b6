"""Every sentence that Utforska writes from the figures has an English, whatever is chosen: the script is asked."""

import re

import pytest

from rus.catalogue.catalogue import Catalogue
from rus.store.build import ensure_build
from rus.store.store import Store, open_store
from rus.views.choice import CHARTS, SEX_LETTERS, comparisons, default_choice
from rus.views.indicator import Cut, IndicatorView, indicator_view
from tests.browser.swedish import LETTERS, WORDS, without_names
from tests.browser.test_english import TRANSLATED, english

EACH = 41
"""Every so many indicators of the catalogue."""
SENTENCE = re.compile(r"(?!index\b)\b[^\W\d_]{2}")
SAY = "(texts) => texts.map(window.rusEnglish.say)"


@pytest.fixture(scope="module")
def sentences(server: str, home) -> list[str]:
    """What the views say of some indicators, cut in every way that a reader can cut them."""
    assert server
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUS_HOME", str(home))
        store = open_store(ensure_build()[0])
        return sorted({text for view in _views(store, store.catalogue()) for text in _texts(view)})


def _views(store: Store, catalogue: Catalogue):
    first = default_choice(catalogue)
    several = (catalogue.here.region, *[c for c, place in catalogue.regions.items() if place.level == "kommun"][:2])
    for identity in sorted(catalogue.indicators)[::EACH]:
        one = first.with_(indicator=identity)
        for chart in CHARTS:
            yield indicator_view(store, catalogue, one.with_(chart=chart))
        for comparison in comparisons(catalogue):
            yield indicator_view(store, catalogue, one.with_(comparison=comparison))
        for scale in ("index", "skillnad"):
            yield indicator_view(store, catalogue, one, Cut(scale=scale))
        yield indicator_view(store, catalogue, one.with_(sexes=tuple(SEX_LETTERS.values())[:2]))
        yield indicator_view(store, catalogue, one.with_(regions=several))
        yield indicator_view(store, catalogue, one.with_(chart="rangordning"), Cut(scope="lan"))


def _texts(view: IndicatorView) -> list[str]:
    empty = (view.empty.what, view.empty.why, view.empty.do) if view.empty else ()
    caption = (view.table.caption,) if view.table else ()
    return [text for text in (view.title, view.subtitle, view.source, view.alt, *view.notes, *empty, *caption) if text]


def test_every_sentence_of_explore_has_an_english(visit, sentences):
    page, _ = visit(english("om"))
    page.wait_for_function(TRANSLATED)
    said = dict(zip(sentences, page.evaluate(SAY, sentences), strict=True))
    rest = {text: without_names(words) for text, words in said.items()}
    kept = [text for text, words in said.items() if words == text and SENTENCE.search(rest[text])]
    assert kept == []
    assert [said[text] for text, words in rest.items() if LETTERS.search(words) or WORDS.search(words)] == []
    assert len(said) > 100
