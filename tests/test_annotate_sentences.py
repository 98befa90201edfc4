"""Sentences: where they end, and that they cover the read text exactly."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import lang
from kg.annotate import sentences
from kg.model import Article, Segment


def cut(code: str, text: str) -> list[str]:
    return [text[start:end] for start, end in sentences.spans(text, 0, len(text), lang.load(code).sentences)]


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("fr", ["M. Lavrov a reçu Mme Mogherini.", "Il a salué un accord."]),
        ("fr", ["J.-Y. Le Drian est arrivé à Bamako.", "Il repart lundi."]),
        ("fr", ["Le Gal. Haftar refuse.", "Quelque 2.000 soldats restent sur place."]),
        ("fr", ["« Nous partons. »", "Il n'a rien ajouté."]),
        ("fr", ["« Partez ! » a-t-il lancé.", "Puis rien…", "Le silence."]),
        ("fr", ["La résolution no. 2254 est citée à l'art. 3 du texte.", "Rien d'autre."]),
        ("fr", ["Les pourparlers ont échoué.", "Les délégations sont rentrées."]),
        ("en", ["U.S. troops left the base.", "Gen. Haftar and Lt. Col. Goïta stayed."]),
        ("en", ["Envoys left the U.S.", "The talks went on."]),
        ("en", ["Cell No. 2 is empty.", "He said no.", "Nobody answered."]),
        ("en", ["“We go.", "Now.”", "She left at 5 p.m. Monday."]),
        ("en", ['"Go!" he said.', '"Go."', "They went."]),
        ("en", ["Talks ended on Nov. 20 in Doha.", "What next?", "Nobody knows."]),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(code: str, parts: list[str]) -> None:
    assert cut(code, " ".join(parts)) == parts


@pytest.mark.parametrize("code", lang.codes())
def test_an_empty_line_ends_a_sentence(code: str) -> None:
    assert cut(code, "Doha\n\nKabul") == ["Doha", "Kabul"]


def test_a_missing_space_between_two_words_does_not_hide_the_end() -> None:
    assert cut("fr", "Le texte est prêt.Les ministres le signent mardi.") == [
        "Le texte est prêt.",
        "Les ministres le signent mardi.",
    ]


def test_no_sentence_crosses_a_segment_and_none_stands_in_an_unread_one() -> None:
    text = "Accord signé\nSoutenez-nous. Merci.\nLes parties ont signé. Elles ont ratifié."
    cuts = [0, 13, 35, len(text)]
    kinds = ("title", "appeal", "body")
    segments = tuple(Segment(kind, cuts[n], cuts[n + 1]) for n, kind in enumerate(kinds))
    article = Article(id="0" * 16, path="-", text=text, segments=segments, language="fr")
    found = sentences.find(article, lang.load("fr"))
    assert [(text[one.start : one.end], one.segment, one.paragraph) for one in found] == [
        ("Accord signé", "title", 0),
        ("Les parties ont signé.", "body", 2),
        ("Elles ont ratifié.", "body", 2),
    ]


@given(text=st.text(), code=st.sampled_from(lang.codes()))
def test_sentences_stand_in_order_and_hold_all_that_is_not_white_space(text: str, code: str) -> None:
    found = list(sentences.spans(text, 0, len(text), lang.load(code).sentences))
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(found))


@pytest.mark.parametrize("mark", [" ", ", ", "; ", "\u00a0", ""])
def test_text_without_a_full_stop_is_cut_before_it_costs_the_square_of_its_length(mark: str) -> None:
    text = mark.join(["Les pourparlers reprennent à Doha"] * 500)
    found = cut("fr", text)
    assert max(map(len, found)) <= 2000
    assert "".join("".join(found).split()) == "".join(text.split())
    if mark:
        assert not any(one[-1:].isalpha() and one.split()[-1] not in text.split() for one in found), "no word is cut"
