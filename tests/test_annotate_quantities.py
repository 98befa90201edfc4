"""Quantities: the number, what it counts, and how it is hedged."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import lang
from kg.annotate import quantities
from kg.model import Quantity


def read(code: str, text: str, taken: tuple[tuple[int, int], ...] = ()) -> list[Quantity]:
    return list(quantities.spans(text, [(0, len(text))], lang.load(code), taken))


@pytest.mark.parametrize(
    ("code", "text", "value", "unit"),
    [
        ("fr", "2.000 soldats", 2000, "soldiers"),
        ("fr", "2 500 militaires", 2500, "soldiers"),
        ("fr", "2\u202f500 militaires", 2500, "soldiers"),
        ("fr", "deux mille cinq cents hommes", 2500, "soldiers"),
        ("fr", "1,2 milliard de dollars", 1.2e9, "usd"),
        ("fr", "3,5 millions de réfugiés syriens", 3.5e6, "refugees"),
        ("fr", "12 morts", 12, "killed"),
        ("fr", "vingt et un blessés", 21, "wounded"),
        ("fr", "5.000 prisonniers talibans", 5000, "prisoners"),
        ("fr", "sept pays d'Europe", 7, "countries"),
        ("fr", "20 % des sièges", 20, "percent"),
        ("fr", "400 combattants", 400, "fighters"),
        ("en", "2,500 American troops", 2500, "soldiers"),
        ("en", "2,500 of the remaining U.S. troops", 2500, "soldiers"),
        ("en", "$1.2 billion", 1.2e9, "usd"),
        ("en", "half a million refugees", 500000, "refugees"),
        ("en", "twenty-one detainees", 21, "prisoners"),
        ("en", "two Turkish-backed fighters", 2, "fighters"),
        ("en", "a 500-strong contingent", 500, "soldiers"),
        ("en", "three ballistic missiles", 3, "missiles"),
        ("en", "20 percent", 20, "percent"),
    ],
)
def test_a_number_counts_the_noun_behind_it(code: str, text: str, value: float, unit: str) -> None:
    (found,) = read(code, text)
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("code", "text", "comparator"),
    [
        ("fr", "quelque 2.000 soldats", "about"),
        ("fr", "près de 2.000 soldats", "about"),
        ("fr", "une quarantaine de soldats", "about"),
        ("fr", "au moins 12 morts", "at_least"),
        ("fr", "plus de 300 blessés", "more_than"),
        ("fr", "jusqu'à 5.000 prisonniers", "up_to"),
        ("fr", "moins de 300 soldats", "less_than"),
        ("en", "some 2,000 troops", "about"),
        ("en", "at least 12 people", "at_least"),
        ("en", "more than 300 wounded", "more_than"),
        ("en", "up to 5,000 prisoners", "up_to"),
        ("en", "fewer than 300 soldiers", "less_than"),
        ("en", "no more than 300 soldiers", "at_most"),
        ("en", "300 soldiers", None),
    ],
)
def test_the_words_before_a_number_hedge_it_and_belong_to_it(code: str, text: str, comparator: str | None) -> None:
    (found,) = read(code, text)
    assert (found.comparator, found.text) == (comparator, text)


@pytest.mark.parametrize(
    ("code", "text", "low", "high"),
    [
        ("fr", "entre 4 500 et 5 000 militaires", 4500, 5000),
        ("fr", "de 4.500 à 5.000 hommes", 4500, 5000),
        ("fr", "plusieurs centaines de soldats", 200, 999),
        ("en", "between 10 and 12 countries", 10, 12),
        ("en", "10 to 12 fighters", 10, 12),
        ("en", "dozens of people", 24, 99),
    ],
)
def test_a_range_has_two_ends(code: str, text: str, low: float, high: float) -> None:
    (found,) = read(code, text)
    assert (found.low, found.high, found.value) == (low, high, low)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "réduire ses effectifs de 4.500 à 2.500", [4500, 2500]),
        ("fr", "passer de 4.500 à 2.500 militaires", [4500, 2500]),
        ("fr", "porter le contingent de 2.500 à 4.500 soldats", [2500, 4500]),
        ("en", "from 4,500 to 2,500 troops", [4500, 2500]),
        ("en", "raise the force from 2,500 to 4,500 soldiers", [2500, 4500]),
        ("en", "troop levels fell to 2,500 from 4,500", [2500, 4500]),
    ],
)
def test_a_change_from_one_number_to_another_is_two_quantities(code: str, text: str, expected: list[float]) -> None:
    assert [(one.value, one.unit) for one in read(code, text)] == [(value, "soldiers") for value in expected]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "la résolution 2254, l'article 5, le G7, un Boeing 737, le F-16"),
        ("fr", "un soldat et une ministre"),
        ("fr", "deux chefs militaires"),
        ("fr", "à 20h30, au 06 12 34 56 78"),
        ("en", "Resolution 2254, No. 2, F-16s, the G7, COVID-19, CNN 10"),
        ("en", "two main army chiefs, one of the delegates"),
        ("en", "the two said in Doha that troops left"),
    ],
)
def test_a_number_that_is_a_name_or_counts_nothing_known_is_left_out(code: str, text: str) -> None:
    assert read(code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "The force numbers 4,500 soldiers. By May around 3,000 will remain.", [4500, 3000]),
        ("fr", "Il reste 4.500 soldats, dont plus de 3.000 dans la capitale.", [4500, 3000]),
    ],
)
def test_a_large_number_without_a_noun_counts_what_was_counted_before(
    code: str, text: str, expected: list[float]
) -> None:
    assert [(one.value, one.unit) for one in read(code, text)] == [(value, "soldiers") for value in expected]


def test_men_are_soldiers_only_in_hundreds() -> None:
    assert [one.unit for one in read("fr", "Les deux hommes commandent 8.600 hommes.")] == ["persons", "soldiers"]


def test_the_numbers_of_dates_are_left_out() -> None:
    assert read("fr", "le 3 mars 2020 hommes", ((3, 14),)) == []


@settings(deadline=None)
@given(
    text=st.text()
    | st.lists(st.sampled_from(["2.000", "2 500", "entre", "et", "à", "de", "soldats", "troops", "plus", "some", "$", "million", "1,2", "-", "%", "hundred", "cent"])).map(" ".join),
    code=st.sampled_from(lang.codes()),
)  # fmt: skip
def test_spans_index_the_text_whatever_it_is(text: str, code: str) -> None:
    for one in read(code, text):
        assert text[one.start : one.end] == one.text
        assert one.low is None or one.high is None or one.low <= one.high
