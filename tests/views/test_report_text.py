"""Texts with live values: what they say, and every mistake at once with file, line and remedy."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rus.catalogue.indicator import Indicator
from rus.core.swedish import number
from rus.texts.report import ChapterFile, Paragraph
from rus.views.figures import Observed
from rus.views.report_figures import Hand, Series
from rus.views.report_text import Rendered, rendered
from rus.views.report_vocabulary import Vocabulary


def of(*paragraphs: str) -> ChapterFile:
    return ChapterFile(
        "metod", "data/report/metod.md", "", None, tuple(Paragraph(n, p) for n, p in enumerate(paragraphs, 1))
    )


@pytest.fixture(scope="module")
def say(county):
    def said(*paragraphs: str) -> Rendered:
        return rendered(county, county.catalogue(), of(*paragraphs), ("1 av 4 mått", "1 av 4 mått", "2 av 4 mått"))

    return said


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ('{{ v("stiger") }}', "54,0\u00a0procent"),
        ('{{ v("stiger", year=2014) }}', "45,0\u00a0procent"),
        ('{{ v("stiger", sex="women") }}', "52,0\u00a0procent"),
        ('{{ n("faller") }} {{ year("faller") }}', "38,0 2023"),
        ('{{ change("stiger", since=2020) }}', "3,0\u00a0procentenheter"),
        ('har {{ moved("stiger") }} sedan {{ since("stiger") }}', "har ökat med 9,0\u00a0procentenheter sedan 2014"),
        ('{{ moved("faller", since=2022) }}', "minskat med 1,0\u00a0procentenheter"),
        ('{{ moved("andel", since=2021) }}', "legat still"),
        ('{{ went("faller", since=2020) }}', "minskade från 41,0 till 38,0\u00a0procent 2020–2023"),
        ('{{ went("andel", since=2021) }}', "var 32,0\u00a0procent både 2021 och 2023"),
        ('{{ beside("stiger", "00") }}', "1,0\u00a0procentenheter över"),
        ('{{ sexes("stiger") }}', "4,0\u00a0procentenheter under"),
        ('{{ trend("stiger") }}: {{ status("faller") }}', "ökar: fel håll"),
        ('{{ highest("stiger") }}', None),
        ('{{ break_year("kort") }}', "2021"),
        ('{{ signals("wrong") }}', "1 av 4 mått"),
        ('{% if rises("stiger") %}upp{% else %}ned{% endif %}', "upp"),
        ('{{ fixed("20–64 år") }} {{ title("stiger") }}', "20–64 år Stiger"),
    ],
)
def test_a_word_says_what_the_figures_say(say, template, words):
    found = say(template)
    assert found.problems == ()
    if words is not None:
        assert found.paragraphs == (words,)
    assert found.by_hand == ()


def test_the_extremes_are_the_kommuner_and_their_value(say, county):
    (told,) = say('{{ highest("stiger") }} / {{ lowest("stiger") }}').paragraphs
    high, low = told.split(" / ")
    kommuner = county.catalogue().kommuner()
    rows = county.observations(indicators=["stiger"], regions=kommuner, sexes=["total"], first=2023)
    assert number(rows["value"].max(), 1) in high
    assert number(rows["value"].min(), 1) in low


def test_the_figures_that_a_text_used_are_known(say):
    used = say('{{ v("stiger", "00", 2020) }} {{ v("stiger", "00", 2020) }}').used
    assert [(u.indicator, u.region, u.period) for u in used] == [("stiger", "00", "2020")]


def test_every_mistake_is_named_with_its_line_at_once(say):
    found = say(
        'Rad ett {{ v("stigr") }}\noch två {{ v("stiger", "18") }}\n{{ v("stiger", year=1999) }} {{ vv("stiger") }}',
        '{{ v("stiger", sex="kvinnor") }} {{ v("stiger", group="finns-inte") }} {{ v() }}',
        '{{ moved("kort", since=2015) }} {{ break_year("stiger") }} {{ goals("bra") }} {{ signals("bra") }}',
        '{{ v("stiger" }}',
    )
    assert found.paragraphs == ()
    told = [p.removeprefix("data/report/metod.md rad ") for p in found.problems]
    for line, words in (
        (1, "måttet stigr finns inte; menade du stiger?"),
        (2, "regionen 18 finns inte"),
        (3, "stiger har inget värde 1999 i "),
        (3, "ordet vv finns inte; menade du v?"),
        (2, "kön kvinnor finns inte; skriv"),
        (2, "stiger har inget värde i"),
        (2, "v används inte så; det tar indicator, region"),
        (3, "kort har ett brott 2021"),
        (3, "stiger har inget brott"),
        (3, "bedömningen bra finns inte; välj bland reached"),
        (3, "bra finns inte; välj bland right"),
        (4, "mallen är trasig"),
    ):
        assert any(p.startswith(f"{line}: {words}") for p in told), (line, words, told)


@pytest.mark.parametrize(
    "escape",
    [
        "{{ ''.__class__ }}",
        "{{ fixed.__globals__ }}",
        "{{ fixed('x')|upper }}",
        "{% for i in 'abc' %}{{ i }}{% endfor %}",
        "{% set x = 'y' %}",
        "{{ 9 ** 9 }}",
        "{% include 'fil' %}",
        "{{ ['a'] }}",
        "{{ 'a' * 9 }}",
    ],
)
def test_nothing_but_the_words_is_let_through(say, escape):
    found = say(escape)
    assert found.paragraphs == ()
    assert found.problems
    assert "får inte stå" in found.problems[0]


def test_one_paragraph_with_a_mistake_keeps_the_chapter_from_being_shown(say):
    assert say("Bra text.", '{{ v("nej") }}').paragraphs == ()


def test_numbers_and_directions_by_hand_are_found_with_their_line(say):
    found = say("Av dem\när 37,5 procent kvinnor och andelen ökar till {{ fixed('2030') }}.")
    assert [(h.line, h.words, h.number) for h in found.by_hand] == [(2, "37,5", True), (2, "ökar", False)]
    assert found.problems == ()


def test_without_figures_names_and_form_are_tried(county):
    found = rendered(
        None, county.catalogue(), of('{{ v("stiger") }} {{ moved("stiger") }} {{ goals() }}', '{{ v("nej") }}')
    )
    assert [p.partition(": ")[2].split(";")[0] for p in found.problems] == ["måttet nej finns inte"]


PLAIN = st.text(st.characters(codec="utf-8", exclude_characters="{}#%"), max_size=60)


@given(PLAIN)
def test_plain_words_are_said_as_they_are(county, words):
    found = rendered(county, county.catalogue(), of(words))
    assert found.problems == ()
    plain = " ".join(part for part in re.split("[ \t\r\n]+", words) if part)
    assert found.paragraphs == ((plain,) if plain else ())


@given(st.text("abcåäö ", max_size=20), st.integers(0, 10**6), st.text("abcåäö ", max_size=20))
def test_no_number_by_hand_escapes(county, before, value, after):
    found = rendered(county, county.catalogue(), of(f"{before} {value} {after}"))
    assert [h.words for h in found.by_hand if h.number] == [str(value)]


class Given(Hand):
    """Hands out one series."""

    def series(self, wanted, region, sex, group):
        return self.given


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=12))
def test_a_direction_never_says_another_thing_than_the_printed_values(county, values):
    about: Indicator = county.catalogue().indicators["stiger"]
    seen = tuple(Observed(str(2000 + n), 2000 + n, v, provisional=False, source="prov") for n, v in enumerate(values))
    hand = Given(county, county.catalogue(), ())
    hand.given = Series(about, "90", seen)
    words = Vocabulary(hand)
    moved, went = words.moved("stiger", since=2000), words.went("stiger", since=2000)
    first, last = (number(v, about.decimals) for v in (values[0], values[-1]))
    if first == last:
        assert moved == "legat still"
        assert went.startswith("var ")
    else:
        rises = values[-1] > values[0]
        assert moved.startswith("ökat med " if rises else "minskat med ")
        assert went.startswith(f"{'ökade' if rises else 'minskade'} från {first} till {last}")
        assert words.rises("stiger", since=2000) == rises
