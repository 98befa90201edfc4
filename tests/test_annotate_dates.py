"""Dates: what each form means, seen from the article's date, and what is no date."""

from datetime import date
from types import SimpleNamespace

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import lang
from kg.annotate import dates, sentences
from kg.annotate import dates_calendar as calendar
from kg.lang.dates import Dates
from kg.model import Article, Date, Segment

SATURDAY = date(2020, 11, 21)


def read(code: str, text: str, anchor: date | None = SATURDAY) -> list[Date]:
    language = lang.load(code)
    return list(dates.spans(text, list(sentences.spans(text, 0, len(text), language.sentences)), language, anchor))


def values(code: str, text: str, anchor: date | None = SATURDAY) -> list[str]:
    return [one.when.edtf for one in read(code, text, anchor)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        # The day of the week: the same day counts, the past looks back, what is to come looks forward.
        ("fr", "Le ministre va rencontrer samedi ses homologues.", "2020-11-21"),
        ("fr", "L'accord a été signé samedi.", "2020-11-21"),
        ("fr", "La délégation a quitté Doha vendredi soir.", "2020-11-20"),
        ("fr", "Les pourparlers reprendront mardi.", "2020-11-24"),
        ("fr", "Le Conseil a dit lundi que la trêve serait prolongée.", "2020-11-16"),
        ("fr", "Il est arrivé vendredi dernier.", "2020-11-20"),
        ("fr", "Il repart samedi prochain.", "2020-11-28"),
        ("en", "The envoy met the ministers on Friday.", "2020-11-20"),
        ("en", "The envoy will meet the ministers on Friday.", "2020-11-27"),
        ("en", "The sides are due to meet next Monday.", "2020-11-23"),
        ("en", "She left last Saturday.", "2020-11-14"),
        ("en", "The court ruled on Thursday that the vote would stand.", "2020-11-19"),
        # A deadline looks ahead, whatever the mood of its verb.
        ("fr", "Le repli devrait être achevé d'ici à mardi.", "../2020-11-24"),
        ("fr", "Le camp devait être évacué d'ici mercredi.", "../2020-11-25"),
        ("fr", "Toutes les unités seraient parties d'ici lundi.", "../2020-11-23"),
        ("en", "The troops were to leave the port by Tuesday.", "../2020-11-24"),
        ("en", "The pull-out should be complete by Thursday.", "../2020-11-26"),
        # Counted from the article's date.
        ("fr", "Il s'est exprimé hier.", "2020-11-20"),
        ("fr", "Il parlera après-demain.", "2020-11-23"),
        ("fr", "La trêve a commencé il y a trois jours.", "2020-11-18"),
        ("fr", "Le sommet aura lieu dans deux semaines.", "2020-11-30/2020-12-06"),
        ("fr", "Plus tôt dans la semaine, il a démissionné.", "2020-11-16/2020-11-20"),
        ("fr", "Le mois dernier, la trêve a tenu.", "2020-10"),
        ("fr", "Elle revient la semaine prochaine.", "2020-11-23/2020-11-29"),
        ("fr", "C'était il y a dix ans.", "2010"),
        ("fr", "C'était il y a près de vingt ans.", "2000~"),
        ("en", "Earlier this week the army pulled back.", "2020-11-16/2020-11-20"),
        ("en", "The truce began three days ago.", "2020-11-18"),
        ("en", "The war began two decades ago.", "2000~"),
        ("en", "The vote is next month.", "2020-12"),
        # Months and days without a year.
        ("fr", "L'accord a été signé en février.", "2020-02"),
        ("fr", "Ils discutent depuis le 12 septembre.", "2020-09-12/.."),
        ("fr", "Le retrait doit finir d'ici le 15 janvier.", "../2021-01-15"),
        ("fr", "Il avait été libéré en décembre.", "2019-12"),
        ("fr", "La réunion devait se tenir le 4 septembre.", "2020-09-04"),
        ("fr", "Le scrutin est prévu le 20 décembre.", "2020-12-20"),
        ("en", "The deal was signed in February.", "2020-02"),
        ("en", "Troops will leave by January 15.", "../2021-01-15"),
        ("en", "The swap should have been finished by November 10.", "../2020-11-10"),
        ("en", "Talks have been stuck since September.", "2020-09/.."),
        ("en", "They met last June.", "2020-06"),
        # Whole dates, in words and figures.
        ("fr", "le 29 février 2020", "2020-02-29"),
        ("fr", "le vendredi 1er janvier 2021", "2021-01-01"),
        ("fr", "le 03/04/2021", "2021-04-03"),
        ("en", "on March 4, 2021", "2021-03-04"),
        ("en", "the 3rd of March 2021", "2021-03-03"),
        ("en", "on 03/04/2021", "2021-03-04"),
        ("en", "on 2021-03-04", "2021-03-04"),
        ("en", "on 13.03.2021", "2021-03-13"),
        # Parts of months and years.
        ("fr", "le retrait complet à la mi-2021", "2021-05~/2021-08~"),
        ("en", "a full withdrawal by mid-2021", "2021-05~/2021-08~"),
        ("fr", "au premier trimestre 2021", "2021-01/2021-03"),
        ("fr", "dans les années 1990", "199X"),
        ("en", "in the 1990s", "199X"),
        ("fr", "l'été 2019", "2019-22"),
        ("en", "They fought last winter.", "2019-24"),
        ("fr", "avant la fin de l'année", "../2020"),
        ("en", "by the end of the year", "../2020"),
        # Ranges.
        ("fr", "du 3 au 5 mars 2021", "2021-03-03/2021-03-05"),
        ("fr", "entre 2014 et 2016", "2014/2016"),
        ("fr", "du 30 décembre au 3 janvier", "2020-12-30/2021-01-03"),
        ("fr", "dans la nuit de vendredi à samedi", "2020-11-20/2020-11-21"),
        ("en", "from March 3 to 5, 2021", "2021-03-03/2021-03-05"),
        ("en", "the war of 2018-2021", "2018/2021"),
        # Holidays and named days.
        ("fr", "Ils ont parlé à Pâques 2021.", "2021-04-04"),
        ("en", "Sanctions will end on Thanksgiving.", "2020-11-26"),
        ("en", "after the Sept. 11 attacks", "2001-09-11"),
    ],
)
def test_a_form_has_one_value(code: str, text: str, expected: str) -> None:
    assert values(code, text) == [expected]


@pytest.mark.parametrize(
    ("code", "text", "modifier", "earliest", "latest"),
    [
        ("fr", "fin mars 2021", "END", date(2021, 3, 21), date(2021, 3, 31)),
        ("fr", "début 2021", "START", date(2021, 1, 1), date(2021, 4, 30)),
        ("fr", "à la mi-mars 2021", "MID", date(2021, 3, 11), date(2021, 3, 20)),
        ("fr", "d'ici le 15 janvier 2021", "ON_OR_BEFORE", None, date(2021, 1, 15)),
        ("fr", "depuis 2014", "SINCE", date(2014, 1, 1), None),
        ("en", "no later than May 1, 2021", "ON_OR_BEFORE", None, date(2021, 5, 1)),
        ("en", "until September 2021", "UNTIL", None, date(2021, 9, 30)),
        ("en", "before March 3, 2021", "BEFORE", None, date(2021, 3, 2)),
        ("en", "in mid-2021", "MID", date(2021, 5, 1), date(2021, 8, 31)),
    ],
)
def test_the_words_around_a_date_bound_it(
    code: str, text: str, modifier: str, earliest: date | None, latest: date | None
) -> None:
    (found,) = read(code, text)
    assert (found.when.modifier, found.when.earliest, found.when.latest) == (modifier, earliest, latest)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Il est en tournée dans sept pays."),
        ("fr", "Quelque 2.000 soldats et 2020 policiers sont partis."),
        ("fr", "Plus de 2000 combattants se sont rendus."),
        ("fr", "La résolution 1701 du Conseil de sécurité est citée."),
        ("fr", "Jean-Noël Barrot est ministre."),
        ("fr", "L'ambassadeur a été reçu, et rien n'a été décidé."),
        ("fr", "Ils se battent pendant deux ans, pendant cinq jours."),
        ("fr", "Une homme de 48 ans, en second lieu."),
        ("fr", "Le printemps arabe et les lundis de grève."),
        ("en", "Talks may resume; Theresa May said they march in step."),
        ("en", "The second point, a sun without clouds, and 2020 soldiers."),
        ("en", "Resolution 2254 and Resolution 1701 say so."),
        ("en", "They fought for three years, the first such war in 20 years."),
        ("en", "Call 2020-555, article 12, room 1807."),
        ("fr", "Les Vingt-Sept ont adopté de nouvelles sanctions."),
    ],
)
def test_what_looks_like_a_date_and_is_none_is_left_out(code: str, text: str) -> None:
    assert read(code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "rule"),
    [
        ("en", "Troops leave within 135 days.", "within-units-of-event:+P135D"),
        ("en", "135 days after the signing, half will be gone.", "after-event:+P135D"),
        ("fr", "Elles partiront dans les 14 mois.", "within-units-of-event:+P14M"),
    ],
)
def test_an_offset_from_an_event_keeps_its_value_open(code: str, text: str, rule: str) -> None:
    (found,) = read(code, text)
    assert (found.rule, found.when.edtf, found.when.earliest, found.when.latest) == (rule, "../..", None, None)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "14 days after February 29, 2020", "2020-03-14"),
        ("en", "2 weeks before Christmas 2020", "2020-12-11"),
        ("fr", "dix jours après le 29 février 2020", "2020-03-10"),
    ],
)
def test_an_offset_from_a_date_is_computed(code: str, text: str, expected: str) -> None:
    assert values(code, text) == [expected]


def test_an_abbreviated_month_behind_figures_is_a_date_though_it_is_a_number_as_well() -> None:
    assert values("fr", "Ils se sont vus le 20 sept. à Genève.") == ["2020-09-20"]


def test_the_next_day_is_counted_from_the_day_before_it_in_the_paragraph() -> None:
    assert values("fr", "Il est arrivé le 3 mars 2020. Le lendemain, il a signé.") == ["2020-03-03", "2020-03-04"]
    assert values("fr", "Il est arrivé le 3 mars 2020.\n\nLe lendemain, il a signé.") == ["2020-03-03"]


@pytest.mark.parametrize(
    ("code", "text", "last"),
    [
        ("en", "They met on Monday. That day, shells fell.", "2020-11-16"),
        ("en", "They met on 3 March 2012. They signed it on the same day.", "2012-03-03"),
        ("en", "They met on Monday. Hours later, shells fell.", "2020-11-16"),
        ("en", "They met on 3 March 2012. The following Monday, they split.", "2012-03-05"),
        ("en", "They met on 3 March 2012. The previous week, shells fell.", "2012-02-20/2012-02-26"),
        ("en", "They met in May 2012. The following year, they split.", "2013"),
        ("en", "They met in May 2012. They split on the 12th of that month.", "2012-05-12"),
        ("en", "They will meet on 5 December. They met on Thursday. The day before, shells had fallen.", "2020-11-18"),
        ("en", "They met on Thursday. They will meet on 5 December. The day before, shells had fallen.", "2020-11-18"),
        ("en", "They met on Wednesday.\n\nOn 3 November, shells fell. Two days later, they left.", "2020-11-05"),
        ("en", "They signed on Monday what they had agreed on 3 November. The next day, shells fell.", "2020-11-17"),
        ("fr", "Ils se sont vus lundi. Ce jour-là, des obus sont tombés.", "2020-11-16"),
        ("fr", "Ils se sont vus le 3 mars 2012. Ils l'ont signé le jour même.", "2012-03-03"),
        ("fr", "Ils se sont vus lundi. Dans la foulée, ils ont signé.", "2020-11-16"),
        ("fr", "Ils se sont vus lundi. Quelques heures plus tard, des obus sont tombés.", "2020-11-16"),
        ("fr", "Ils se sont vus le 3 mars 2012. Ils se sont séparés le lundi suivant.", "2012-03-05"),
        ("fr", "Ils se sont vus en mai 2012. Ils se sont séparés l'année suivante.", "2013"),
        ("fr", "Ils se sont vus en mai 2012. Ils se sont séparés le 12 du même mois.", "2012-05-12"),
    ],
)  # fmt: skip
def test_a_time_that_points_back_is_counted_from_the_date_before_it(code: str, text: str, last: str) -> None:
    assert values(code, text)[-1] == last


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "On the same day as Putin, they left."),
        ("en", "Hours later, shells fell."),
        ("en", "They met in May 2012. That day, shells fell. Hours later, they left."),
        ("fr", "Le jour même où ils sont partis, des obus sont tombés."),
        ("fr", "Quelques heures plus tard, des obus sont tombés."),
        ("fr", "Ils se sont vus en mai 2012. Ce jour-là, des obus sont tombés."),
    ],
)
def test_what_points_back_to_no_day_is_no_day(code: str, text: str) -> None:
    assert [value for value in values(code, text) if len(value) > len("2012-05")] == []


@pytest.mark.parametrize(
    ("code", "text", "last"),
    [
        ("en", "In 2012, rebels took Goma. They left on 1 December.", "2012-12-01"),
        ("en", "But in 2012, rebels took Goma. The next year, they split. A deal was signed in December.", "2013-12"),
        ("fr", "En 2012, les rebelles avaient pris Goma. Ils s'en étaient retirés le 1er décembre.", "2012-12-01"),
        # These days again, another paragraph, a year that only describes, one that goes on till now, what lies ahead.
        ("en", "In 2012, rebels took Goma. On Monday, they came back. They left in October.", "2020-10"),
        ("en", "In 2012, rebels took Goma.\n\nThey left in October.", "2020-10"),
        ("en", "The 2012 accord is dead. It was broken in October.", "2020-10"),
        ("en", "Rebels took Goma in 2012. They left in October.", "2020-10"),
        ("en", "Since 2012, rebels have held Goma. They attacked Bukavu in October.", "2020-10"),
        ("en", "In 2012, rebels took Goma. They will meet in December.", "2020-12"),
        ("fr", "Depuis 2012, les rebelles tiennent Goma. Ils ont attaqué Bukavu en octobre.", "2020-10"),
    ],
)  # fmt: skip
def test_a_year_that_opens_a_sentence_is_that_of_its_paragraph(code: str, text: str, last: str) -> None:
    assert values(code, text)[-1] == last


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "They agreed on a plan in October.", "2020-10"),
        ("en", "The talks were to resume on Friday but were put off.", "2020-11-20"),
        ("en", "The talks are due to resume on Friday.", "2020-11-27"),
        ("en", "They failed to reach an accord on Tuesday.", "2020-11-17"),
        ("fr", "Il a rendu compte de l'entretien lundi.", "2020-11-16"),
        ("fr", "Mardi, à Alger, les soldats quitteront la base.", "2020-11-24"),
    ],
)
def test_a_noun_is_no_verb_to_come_and_an_infinitive_is_as_late_as_its_verb(
    code: str, text: str, expected: str
) -> None:
    assert values(code, text) == [expected]


def test_a_year_carries_over_to_the_date_that_follows_in_the_sentence() -> None:
    text = "Le mandat lancé le 2 novembre 2017 avait été retiré le 5 décembre."
    assert values("fr", text) == ["2017-11-02", "2017-12-05"]


@pytest.mark.parametrize(
    "text", ["samedi", "en février", "il y a trois jours", "le 12 septembre", "la semaine dernière"]
)
def test_without_the_articles_date_relative_dates_are_left_out(text: str) -> None:
    assert read("fr", text, None) == []


def test_lines_of_metadata_are_read_for_dates_and_page_furniture_is_not() -> None:
    text = "Publié le 3 mars 2020\nOffre valable le 4 mars 2020\nSigné le 5 mars 2020."
    segments = (Segment("byline", 0, 21), Segment("appeal", 22, 50), Segment("body", 51, len(text)))
    article = Article(id="0" * 16, path="-", text=text, segments=segments, language="fr")
    language = lang.load("fr")
    found = dates.find(article, sentences.find(article, language), language)
    assert [one.when.edtf for one in found] == ["2020-03-03", "2020-03-05"]


@settings(deadline=None)
@given(
    text=st.lists(
        st.sampled_from(
            [
                "le",
                "3",
                "mars",
                "2021",
                "fin",
                "d'ici",
                "lundi",
                "dernier",
                "31",
                "février",
                "-",
                "à",
                "mi",
                "in",
                "two",
                "weeks",
                "ago",
                "May",
                "on",
                "Friday",
                "by",
                "the",
                "end",
                "of",
                "year",
                ".",
                "\n",
                "entre",
                "et",
                "9999",
                "ans",
                "avant",
            ]
        )
    ).map(" ".join)
    | st.text(),
    code=st.sampled_from(lang.codes()),
    anchor=st.none() | st.dates(),
)
def test_spans_index_the_text_and_bounds_are_in_order_whatever_the_text(
    text: str, code: str, anchor: date | None
) -> None:
    for one in read(code, text, anchor):
        assert text[one.start : one.end] == one.text
        assert one.when.earliest is None or one.when.latest is None or one.when.earliest <= one.when.latest


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_a_date_written_out_is_read_back(day: date) -> None:
    words = lang.load("fr").dates
    assert values("fr", f"le {day.day} {words.months[day.month - 1][0]} {day.year}") == [day.isoformat()]


@pytest.mark.parametrize(
    ("year", "expected"), [(2019, date(2019, 4, 21)), (2020, date(2020, 4, 12)), (2024, date(2024, 3, 31))]
)
def test_easter_falls_on_the_known_days(year: int, expected: date) -> None:
    assert calendar.easter(year) == expected


# --- other languages need data alone ------------------------------------------------------------------------------------

GERMAN = {
    "months": [["Januar"], ["Februar"], ["März"], ["April"], ["Mai"], ["Juni"], ["Juli"], ["August"], ["September"], ["Oktober"], ["November"], ["Dezember"]],
    "weekdays": [["Montag"], ["Dienstag"], ["Mittwoch"], ["Donnerstag"], ["Freitag"], ["Samstag"], ["Sonntag"]],
    "units": {"day": ["Tag", "Tage", "Tagen"], "week": ["Woche", "Wochen"], "year": ["Jahr", "Jahre", "Jahren"]},
    "seasons": {"summer": ["Sommer"]},
    "parts": ["abend"],
    "number_words": ["ein", "zwei", "drei", "vier"],
    "ordinal_suffixes": ["."],
    "tense": {"future": ["wird"], "past": ["hat"], "breaks": ["dass"]},
    "words": {"last": ["letzte", "letzten"], "lead": ["im"], "unit_named": ["Woche"]},
    "edges": {"MID": ["Mitte"], "END": ["Ende"]},
    "relations": {"ON_OR_BEFORE": ["bis [zum]"]},
    "rules": [
        {"id": "date", "kind": "calendar", "form": "[{weekday} , [den]] {day} {month} [{year}]"},
        {"id": "month", "kind": "calendar", "form": "{month} [{year}]"},
        {"id": "year", "kind": "calendar", "form": "{year}", "needs_edge": True},
        {"id": "weekday", "kind": "weekday", "form": "{weekday}"},
        {"id": "last", "kind": "shift", "shift": -1, "form": "{last} {unit}"},
        {"id": "ago", "kind": "offset", "shift": -1, "form": "vor {number} {unit}"},
    ],
}  # fmt: skip
SPANISH = {
    "months": [["enero"], ["febrero"], ["marzo"], ["abril"], ["mayo"], ["junio"], ["julio"], ["agosto"], ["septiembre"], ["octubre"], ["noviembre"], ["diciembre"]],
    "weekdays": [["lunes"], ["martes"], ["miércoles"], ["jueves"], ["viernes"], ["sábado"], ["domingo"]],
    "units": {"day": ["día[s]"], "week": ["semana[s]"], "year": ["año[s]"]},
    "seasons": {"summer": ["verano"]},
    "parts": ["por la noche"],
    "number_words": ["dos", "tres", "cuatro"],
    "tense": {"future": ["va"], "past": ["ha"], "future_suffixes": ["ará", "erá"], "past_suffixes": ["ó"], "breaks": ["que"]},
    "edges": {"MID": ["a mediados de"]},
    "relations": {"SINCE": ["desde [el]"]},
    "rules": [
        {"id": "date", "kind": "calendar", "form": "{day} de {month} [(de|del) {year}]"},
        {"id": "year", "kind": "calendar", "form": "{year}", "needs_edge": True},
        {"id": "weekday", "kind": "weekday", "form": "{weekday}"},
        {"id": "last", "kind": "shift", "shift": -1, "form": "{unit} (pasada|pasado)"},
        {"id": "ago", "kind": "offset", "shift": -1, "form": "hace {number} {unit}"},
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "data", "text", "expected"),
    [
        ("de", GERMAN, "Das Abkommen vom 3. März 2021 gilt", "2021-03-03"),
        ("de", GERMAN, "Am Samstag wird verhandelt", "2020-11-21"),
        ("de", GERMAN, "Er wird am Montag verhandeln", "2020-11-23"),
        ("de", GERMAN, "Er hat am Montag verhandelt", "2020-11-16"),
        ("de", GERMAN, "Abzug bis Mitte 2021", "2021-05~/2021-08~"),
        ("de", GERMAN, "letzte Woche", "2020-11-09/2020-11-15"),
        ("de", GERMAN, "vor drei Tagen", "2020-11-18"),
        ("de", GERMAN, "bis zum 15. Januar 2021", "../2021-01-15"),
        ("es", SPANISH, "el 3 de marzo de 2021", "2021-03-03"),
        ("es", SPANISH, "el lunes negociará", "2020-11-23"),
        ("es", SPANISH, "a mediados de 2021", "2021-05~/2021-08~"),
        ("es", SPANISH, "la semana pasada", "2020-11-09/2020-11-15"),
        ("es", SPANISH, "hace tres días", "2020-11-18"),
        ("es", SPANISH, "desde el 12 de septiembre", "2020-09-12/.."),
    ],
)
def test_another_language_needs_data_alone(code: str, data: dict[str, object], text: str, expected: str) -> None:
    language = SimpleNamespace(code=code, dates=msgspec.convert(data, Dates))
    assert [one.when.edtf for one in dates.spans(text, [(0, len(text))], language, SATURDAY)] == [expected]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "Le retrait sera achevé d'ici quatre à six mois.", ["../2021-05"]),
        ("en", "Talks will be held over the next four to six weeks.", ["../2021-01-03"]),
        ("fr", "La trêve entrera en vigueur à minuit.", ["2020-11-22"]),
        ("en", "The truce will take effect at midnight.", ["2020-11-22"]),
        ("en", "The truce took effect at midnight.", []),
        ("en", "The truce takes effect on Friday at midnight.", ["2020-11-27"]),
        ("en", "They will hold their fire from midnight on Friday.", ["2020-11-27"]),
        ("fr", "La trêve entrera en vigueur à minuit vendredi.", ["2020-11-27"]),
        ("fr", "Ils se sont vus vendredi. Elle a parlé dans la matinée.", ["2020-11-20", "2020-11-20"]),
        ("fr", "Elle est née le 4 mai 1960. Elle a parlé dans la matinée.", ["1960-05-04"]),
        ("fr", "Ils ont signé mardi.\n\nLa veille au soir, le Koweït avait parlé.", ["2020-11-17", "2020-11-16"]),
        ("en", "They signed in May 1998.\n\nThe day before, he had left.", ["1998-05"]),
    ],
)
def test_ranges_of_counts_and_times_of_the_day(code: str, text: str, expected: list[str]) -> None:
    assert values(code, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ils se verront lundi pour préparer la venue du roi en décembre.", ["2020-11-23", "2020-12"]),
        ("Ils se sont réunis lundi pour préparer le sommet de décembre.", ["2020-11-16", "2020-12"]),
        ("Elle est venue à Oslo en décembre.", ["2019-12"]),
    ],
)
def test_what_is_prepared_lies_ahead_and_a_coming_is_no_past(text: str, expected: list[str]) -> None:
    assert values("fr", text) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Ils se sont réunis ce jeudi 27 juin 2025 à Paris."),
        ("en", "They met this Thursday, June 27, 2025, in Paris."),
        ("es", "Se reunieron este jueves 27 de junio de 2025 en París."),
    ],
)
def test_a_day_written_out_wins_over_a_wrong_weekday_and_is_one_time(code: str, text: str) -> None:
    assert values(code, text, date(2025, 6, 28)) == ["2025-06-27"]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "Chad proposed that Armenia and Azerbaijan meet in Ankara in December.", "2020-12"),
        ("en", "Chad proposed in October that Armenia and Azerbaijan meet.", "2020-10"),
        ("en", "Chad accepted a proposal for talks in December.", "2020-12"),
        ("fr", "Le Tchad a proposé que l'Arménie et l'Azerbaïdjan se rencontrent à Ankara en décembre.", "2020-12"),
        ("fr", "Le Tchad a invité le président arménien à se rendre à N'Djamena en décembre.", "2020-12"),
        ("fr", "Le Tchad a invité en octobre le président arménien.", "2020-10"),
        ("fr", "Le président entame mardi une visite de trois jours au Tchad.", "2020-11-24"),
        ("fr", "Le président reçoit mardi son homologue.", "2020-11-24"),
        ("fr", "Avant des entretiens avec la Turquie mardi, l'Arménie a fait un geste.", "2020-11-24"),
        ("fr", "Le Kremlin a confirmé qu'un sommet aurait lieu mardi à Sotchi.", "2020-11-24"),
        ("fr", "Une attaque aurait eu lieu mardi.", "2020-11-17"),
        ("fr", "Le ministre a annoncé que l'accord sera signé mardi.", "2020-11-24"),
        ("fr", "Le ministre a annoncé que l'accord a été signé mardi.", "2020-11-17"),
        ("en", "Chad recalled its ambassador to protest against an attack on Tuesday.", "2020-11-17"),
        ("en", "Chad called in the ambassador to protest on Tuesday against an attack.", "2020-11-17"),
    ],
)
def test_what_is_proposed_lies_ahead_and_what_is_protested_against_lies_back(
    code: str, text: str, expected: str
) -> None:
    assert values(code, text) == [expected]


@pytest.mark.parametrize(
    ("code", "text", "second"),
    [
        ("en", "France left in December 2017, after Niger demanded in July that it go.", "2017-07"),
        ("en", "France left in December 2017 and closed its embassy in January.", "2018-01"),
        ("en", "France left in December 2017 after a coup and came back in March.", "2018-03"),
        ("fr", "La France est partie en décembre 2017, après que le Niger l'a exigé en juillet.", "2017-07"),
        ("fr", "La France est partie en décembre 2017 et a fermé son ambassade en janvier.", "2018-01"),
    ],
)
def test_after_leads_back_behind_the_date_before_it(code: str, text: str, second: str) -> None:
    assert values(code, text)[1] == second


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "They met over the weekend.", "2020-11-21/2020-11-22"),
        ("en", "They met at the weekend in Oslo.", "2020-11-21/2020-11-22"),
        ("en", "They agreed on it during weekend talks in Oslo.", "2020-11-21/2020-11-22"),
        ("en", "They met over the past weekend.", "2020-11-14/2020-11-15"),
        ("fr", "Ils se sont vus durant le week-end.", "2020-11-21/2020-11-22"),
        ("en", "Niger shelled the town overnight.", "2020-11-20/2020-11-21"),
        ("fr", "Le Niger a bombardé la ville dans la nuit.", "2020-11-20/2020-11-21"),
        ("fr", "Le ministre a été reçu dans l'après-midi.", "2020-11-21"),
        ("fr", "Ils se sont vus plus tôt dans la journée.", "2020-11-21"),
        ("en", "They met in the evening.", "2020-11-21"),
        ("en", "They met later in the day.", "2020-11-21"),
    ],
)
def test_nights_weekends_and_times_of_the_day_are_those_of_the_article(code: str, text: str, expected: str) -> None:
    assert values(code, text) == [expected]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "They met on Monday.  They dined in the evening.", ["2020-11-16", "2020-11-16"]),
        ("fr", "Ils se sont vus lundi. Le ministre a été reçu dans l'après-midi.", ["2020-11-16", "2020-11-16"]),
        ("en", "They will meet in the afternoon.", []),
        ("en", "He made an overnight stay.", []),
        ("en", "They spend every weekend in Oslo.", []),
        ("en", "They met over the weekend of May 3.", ["2020-05-03"]),
        ("fr", "Ils se sont vus pendant le week-end du 3 mai.", ["2020-05-03"]),
        ("fr", "Ils ont fui dans la nuit du 3 mai.", ["2020-05-03"]),
        ("fr", "Ils se sont vus lundi. La ville a été bombardée dans la nuit.", ["2020-11-16"]),
    ],
)
def test_other_nights_and_weekends_are_not(code: str, text: str, expected: list[str]) -> None:
    assert values(code, text) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "Le mouvement du 23 mars a signé.", []),
        ("fr", "Ils ont signé le 23 mars.", ["2020-03-23"]),
        ("fr", "La signature du 23 mars a été saluée.", ["2020-03-23"]),
        ("fr", "Ils ont manifesté place du 14 Juillet.", []),
        ("en", "The March 23 Movement has signed.", []),
        ("en", "The 14 March alliance has signed.", []),
        ("en", "On March 23 forces from Niger left.", ["2020-03-23"]),
        ("en", "The March 23 agreement has lapsed.", ["2020-03-23"]),
    ],
)
def test_a_day_in_the_name_of_a_movement_or_square_is_none(code: str, text: str, expected: list[str]) -> None:
    assert values(code, text) == expected


def test_days_before_another_days_event_are_two_days() -> None:
    assert values("en", "He spoke three days before Friday's summit.") == ["2020-11-17", "2020-11-20"]
    assert values("en", "He spoke three days before Friday.") == ["2020-11-17"]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "They met on Monday.  The envoy came a day later.", ["2020-11-16", "2020-11-17"]),
        ("en", "They met on Monday.  The envoy came a day later than planned.", ["2020-11-16"]),
        ("fr", "Ils se sont vus lundi. Le ministre est venu deux jours plus tard.", ["2020-11-16", "2020-11-18"]),
        ("fr", "Ils se sont vus lundi. Le ministre est venu deux jours plus tard que prévu.", ["2020-11-16"]),
    ],
)
def test_later_than_planned_is_no_day(code: str, text: str, expected: list[str]) -> None:
    assert values(code, text) == expected
