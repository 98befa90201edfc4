"""Laws of name spans: where a name, a group or an office begins and ends, and what is none."""

from collections.abc import Iterable, Iterator

import pytest

from kg import authority, lang
from kg.annotate import found, models, names, sentences
from kg.model import Article, Segment, Sentence
from tests.naming import spans
from tests.prose import prose


def texts(text: str, language: str, kind: str) -> list[str]:
    return [span.text for span in spans(text, language) if span.kind == kind]


@pytest.mark.parametrize(
    ("text", "language", "kind", "wanted"),
    [
        ("Des négociateurs talibans sont venus.", "fr", "group", ["négociateurs talibans"]),
        ("Les forces de sécurité irakiennes reculent.", "fr", "group", ["forces de sécurité irakiennes"]),
        ("Le ministère russe de la Défense confirme.", "fr", "group", ["ministère russe de la Défense"]),
        ("Le porte-parole du ministère russe de la Défense confirme.", "fr", "office", ["porte-parole du ministère russe de la Défense"]),
        ("Iraqi security forces left.", "en", "group", ["Iraqi security forces"]),
        ("South Korean officials left.", "en", "group", ["South Korean officials"]),
        ("Russia's Foreign Ministry confirmed.", "en", "group", ["Russia's Foreign Ministry"]),
        ("Russian Foreign Ministry spokeswoman Maria Zakharova left.", "en", "office", ["Russian Foreign Ministry spokeswoman"]),
        ("The Saudi-led talks failed.", "en", "group", []),
        ("TRIPOLI - Libyan government forces left.", "en", "group", ["Libyan government forces"]),
        ("NAIROBI – South Sudan government forces left.", "en", "group", ["South Sudan government forces"]),
        ("Former Afghan President Hamid Karzai spoke.", "en", "office", ["Former Afghan President"]),
    ],
)  # fmt: skip
def test_a_phrase_covers_head_owner_and_modifiers(text: str, language: str, kind: str, wanted: list[str]) -> None:
    assert texts(text, language, kind) == wanted


@pytest.mark.parametrize(
    ("text", "language", "person"),
    [
        ("M. Bagheri Kani est arrivé.", "fr", "Bagheri Kani"),
        ("Le général Kenneth McKenzie est arrivé.", "fr", "Kenneth McKenzie"),
        ("Le négociateur en chef Otty Patiño est arrivé.", "fr", "Otty Patiño"),
        ("Selon Stephanie Williams, la trêve tient.", "fr", "Stephanie Williams"),
        ("Senior Gen. Min Aung Hlaing spoke.", "en", "Min Aung Hlaing"),
        ("Rebel leader Otty Patiño spoke.", "en", "Otty Patiño"),
        ("Bah N'Daw, Mali's interim president, spoke.", "en", "Bah N'Daw"),
        ("Stephanie Williams said the truce held.", "en", "Stephanie Williams"),
    ],
)
def test_a_title_an_office_or_a_verb_of_saying_gives_a_person_away(text: str, language: str, person: str) -> None:
    assert person in [span.text for span in spans(text, language) if span.type == "person"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le Président de la République a signé l'Accord.", "fr"),
        ("President Hotel is closed.", "en"),
        ("General Motors said sales fell.", "en"),
        ("Le Premier Ministre et le Ministre étaient là Lundi.", "fr"),
        ("The Foreign Minister said Monday that the Treaty stands.", "en"),
        ("INFOS LIVE ET PRESIDENT EN DIRECT", "fr"),
    ],
)
def test_titles_things_and_weekdays_are_no_persons(text: str, language: str) -> None:
    assert [span.text for span in spans(text, language) if span.type == "person"] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Il a répondu: let us polish it.", "en"),
        ("a turkey and some china", "en"),
        ("un suisse, des jours ouvrables", "fr"),
    ],
)
def test_nationalities_are_read_as_their_language_writes_them(text: str, language: str) -> None:
    wanted = {"fr": ["suisse"], "en": []}[language]
    assert [span.text for span in spans(text, language) if span.kind in {"demonym", "name"}] == wanted


def test_segments_that_are_not_read_give_no_names() -> None:
    text = "Mike Pompeo est à Doha.\nPhoto: Jack Ma"
    segments = (Segment("body", 0, 23), Segment("credit", 24, len(text)))
    article = Article("0" * 16, "test", text, segments, "fr")
    words = lang.load("fr")
    given = names.spans(article, sentences.find(article, words), words, authority.load())
    assert {span.text for span in given} == {"Mike Pompeo", "Doha"}


@pytest.mark.parametrize("code", lang.codes())
def test_every_language_has_words_for_names_and_offices(code: str) -> None:
    words = lang.load(code)
    assert {"government", "military", "people", "ministry"} <= set(words.names.groups)
    assert {"head_of_state", "head_of_government", "foreign_minister", "minister", "spokesperson"} <= set(
        words.offices.heads
    )
    assert words.names.demonym_before or words.names.demonym_after


def test_a_language_without_a_model_has_no_names_by_model() -> None:
    assert list(models.names(["Mike Pompeo"], None)) == [[]]


@pytest.mark.models
@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("fr", "L'Association des familles de disparus a réagi à Bamenda.", "Association des familles de disparus"),
        ("en", "The Assistance Association for Political Prisoners reacted.", "Assistance Association"),
    ],
)
def test_the_full_profile_adds_names_that_the_authority_lacks(code: str, text: str, wanted: str) -> None:
    pytest.importorskip("spacy", reason="needs the extra nlp")
    article = prose(code, text)
    words = lang.load(code)
    cut = sentences.find(article, words)
    full = names.spans(article, cut, words, authority.load(), "full")
    assert any(span.text.startswith(wanted) for span in full)
    known = [span for span in names.spans(article, cut, words, authority.load()) if span.origin != "looks"]
    assert set(known) <= set(full)


@pytest.mark.parametrize(
    ("text", "guess", "kind", "wanted"),
    [
        ("Le président Otty Patiño est venu.", "président Otty Patiño", "person", ("Otty Patiño", "person")),
        ("Des accords avec la Commission nationale de dialogue.", "Commission nationale", "organization", ("Commission nationale", "organization")),
        ("L'Université de Moscou a fermé.", "Université de Moscou", "organization", ("Université de Moscou", "organization")),
        ("Mike Pompeo est venu.", "Mike Pompeo", "organization", ("Mike Pompeo", "person")),
        ("Le Sommet de Brazzaville a échoué.", "Sommet de Brazzaville", "organization", ("Brazzaville", "place")),
        ("Mardi, le Traité fut lu.", "Mardi", "person", None),
    ],
)  # fmt: skip
def test_names_of_a_model_are_trimmed_and_never_replace_the_authority(
    monkeypatch: pytest.MonkeyPatch, text: str, guess: str, kind: str, wanted: tuple[str, str] | None
) -> None:
    start = text.index(guess)
    monkeypatch.setattr(models, "names", lambda *_: iter([[(start, start + len(guess), kind)]]))
    article = prose("fr", text)
    words = lang.load("fr")
    given = names.spans(article, sentences.find(article, words), words, authority.load(), "full")
    assert [(span.text, span.type) for span in given if span.kind == "name"] == ([wanted] if wanted else [])


def guessed(
    monkeypatch: pytest.MonkeyPatch, text: str, language: str, guesses: list[tuple[str, str]]
) -> set[tuple[str, str]]:
    """Return text and type of the names of a text in which a model finds these, sentence by sentence."""

    def answers(texts: Iterable[str], _: object) -> Iterator[list[models.Found]]:
        for sentence in texts:
            at = [(sentence.index(name), name, kind) for name, kind in guesses if name in sentence]
            yield [(start, start + len(name), kind) for start, name, kind in at]

    monkeypatch.setattr(models, "names", answers)
    article = prose(language, text)
    words = lang.load(language)
    given = names.spans(article, sentences.find(article, words), words, authority.load(), "full")
    return {(span.text, str(span.type)) for span in given if span.kind == "name" and span.origin != "authority"}


@pytest.mark.parametrize(
    ("text", "language", "guesses", "wanted"),
    [
        (
            "The rebels fled to Dubwana. Fighters met near Dubwana.",
            "en",
            [("Dubwana", "organization")],
            {("Dubwana", "place")},
        ),
        ("Des combats ont eu lieu à Zarguna.", "fr", [("Zarguna", "organization")], {("Zarguna", "place")}),
        ("Elle a parlé à Mme Torvald hier.", "fr", [("Torvald", "place")], {("Torvald", "person")}),
        ("The Dubwana said no.", "en", [("Dubwana", "organization")], set()),
        ("The group Dubwana said no.", "en", [("Dubwana", "place")], {("Dubwana", "organization")}),
        ("Much is owed to Pompeo.", "en", [("Pompeo", "place")], {("Pompeo", "person")}),
        ("Here Trump was wrong. Trump spoke.", "en", [("Trump", "organization")], {("Trump", "person")}),
        ("The DRBX said no.", "en", [("DRBX", "organization")], {("DRBX", "organization")}),
        (
            "L'Institut vornien à Doha a fermé.",
            "fr",
            [("Institut vornien à Doha", "organization")],
            {("Institut vornien", "organization")},
        ),
        ("The Court said no.", "en", [("Court", "organization")], set()),
        ("Talks pause as Nepal Dubwanas rest.", "en", [("Nepal Dubwanas", "person")], set()),
        ("Hier, la Cour a tranché.", "fr", [("Cour", "organization")], set()),
        ("Réservations et tarifs. Réservations au guichet.", "fr", [("Réservations", "place")], set()),
        ("Zarguna est une ville du sud.", "fr", [("Zarguna", "place")], {("Zarguna", "place")}),
        ("VORNAY – Le marché rouvre.", "fr", [("VORNAY", "organization")], {("VORNAY", "place")}),
        ("Le groupe Zarguna a refusé.", "fr", [("Zarguna", "organization")], {("Zarguna", "organization")}),
    ],
)
def test_the_company_of_a_name_outranks_the_model(
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    language: str,
    guesses: list[tuple[str, str]],
    wanted: set[tuple[str, str]],
) -> None:
    assert guessed(monkeypatch, text, language, guesses) == wanted


def test_a_form_of_to_be_is_no_name_however_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    assert guessed(monkeypatch, "The store Is nice and Zarguna left.", "en", [("Is", "person")]) == set()


def test_of_one_surface_the_type_given_most_often_counts() -> None:
    text = "Zarguna rit. Zarguna vient. Zarguna dort."
    cut = [Sentence(0, 12, "body", 0), Sentence(13, 27, "body", 0), Sentence(28, 41, "body", 0)]
    answers: list[list[models.Found]] = [[(0, 7, "place")], [(0, 7, "person")], [(0, 7, "person")]]
    believed = found.Guesses(text, cut, answers)
    assert {kind for names_ in believed.names.values() for _, _, kind in names_} == {"person"}


def test_a_surname_inside_a_hyphened_name_is_nobody() -> None:
    text = "Emmanuel Macron est venu. SAINT-MACRON fête son marché."
    article = prose("fr", text)
    words = lang.load("fr")
    given = names.spans(article, sentences.find(article, words), words, authority.load())
    assert [span.text for span in given if span.type == "person"] == ["Emmanuel Macron"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We met Jeru¬\nsalem Salvac at noon.", "Jeru¬\nsalem Salvac"),
        ("We met Jeru-\nsalem Salvac at noon.", "Jeru-\nsalem Salvac"),
        ("At a cease-\nfire we met Salvac.", "Salvac"),
        ("We met Anne-\nMarie Salvac.", "Anne-\nMarie Salvac"),
    ],
)
def test_a_model_reads_words_whole_and_answers_with_offsets_of_the_text_as_it_is(text, name, monkeypatch):
    read: list[str] = []

    class Entity:
        label_ = "PER"

        def __init__(self, start: int, end: int) -> None:
            self.start_char, self.end_char = start, end

    class Document:
        def __init__(self, text: str) -> None:
            read.append(text)
            asked = text if "Marie" in text else text.replace("-", "")
            start = min(at for first in ("Jerusalem", "Anne", "Salvac") if (at := asked.find(first)) >= 0)
            self.ents = [Entity(start, asked.index("Salvac") + 6)]

    class Pipeline:
        def pipe(self, pairs, **_: object):
            return ((Document(text), context) for text, context in pairs)

    monkeypatch.setattr(models, "_pipeline", lambda *_: Pipeline())
    model = lang.load("fr").names.model
    [[(start, end, _)]] = models.names([text], model)
    assert text[start:end] == name
    assert "¬" not in read[0]
