"""French: what people without a name do is told where a day or a place stands with it, and nobody is lent to it."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg import pipeline
from kg.model import Claim


def claims(text: str) -> tuple[Claim, ...]:
    """Return what the pipeline reads from one text of 5 May 2023."""
    article = prose("fr", text, datetime(2023, 5, 5, tzinfo=UTC))
    return pipeline.extract(article, profile="fast").claims


def kinds(text: str) -> set[tuple[str, str]]:
    """Return type and status of each claim."""
    return {(one.type, one.status) for one in claims(text)}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Une délégation s'est rendue mardi à Kampala.", ("visit", "occurred")),
        ("Elle s'est rendue mardi à Kampala.", ("visit", "occurred")),
        ("Des émissaires arriveront lundi à Nairobi.", ("visit", "planned")),
        ("Les assaillants ont attaqué mardi le poste de Kidira.", ("attack", "occurred")),
        ("Un convoi a été attaqué mardi à Goma.", ("attack", "occurred")),
        ("Les responsables militaires se rencontreront le 12 mai.", ("meeting", "planned")),
        ("Les deux pays ont signé un accord de paix mardi à Nairobi.", ("signing", "occurred")),
        ("Elle avait repris les armes en 2013.", ("military_action", "occurred")),
    ],
)
def test_people_without_a_name_act_where_a_day_or_a_place_is_known(sentence: str, told: tuple[str, str]) -> None:
    assert told in kinds(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Une délégation se rend compte de la difficulté.",
        "Une délégation s'est déplacée.",
        "Il s'agit mardi d'une étape de plus.",
        "Le colis est arrivé mardi.",
        "La réforme voyage mal.",
        "La candidate se rend à l'évidence.",
    ],
)
def test_a_thing_that_travels_or_someone_without_a_day_or_place_tells_no_visit(sentence: str) -> None:
    assert not {kind for kind, _ in kinds(sentence)} & {"visit", "meeting"}


def test_nobody_is_lent_to_what_people_without_a_name_do() -> None:
    text = "Emmanuel Macron a rencontré Olaf Scholz lundi à Berlin. Une délégation s'est rendue mardi à Kampala."
    visits = [one for one in claims(text) if one.type == "visit"]
    assert visits
    assert all(not one.participants for one in visits)


def test_what_nobody_is_named_in_is_less_sure_than_what_is_told_outright() -> None:
    told = {one.type: one.confidence for one in claims("Josep Borrell a déclaré mardi que le texte est prêt.")}
    bare = {one.type: one.confidence for one in claims("Une délégation s'est rendue mardi à Kampala.")}
    assert bare["visit"] < told["statement"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Idriss Déby a reçu lundi à Lusaka des émissaires du mouvement.", "meeting"),
        ("Emmanuel Macron doit recevoir mardi l'émir à Paris.", "meeting"),
        ("Josep Borrell a rencontré mardi plusieurs négociateurs.", "meeting"),
        (
            "L'armée israélienne a achevé dans la nuit de samedi à dimanche le retrait de toutes ses troupes.",
            "withdrawal",
        ),
        ("La guerre civile a éclaté en 1983.", "war"),
    ],
)
def test_one_side_is_enough_where_the_verb_says_that_there_are_two(sentence: str, kind: str) -> None:
    assert kind in {one for one, _ in kinds(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Emmanuel Macron a reçu mardi des menaces.",
        "Josep Borrell a rencontré mardi des difficultés.",
        "Ariel Henry s'est vu interdire mardi l'entrée en République dominicaine.",
        "Paul Kagame a reçu mardi un prix à Paris.",
    ],
)
def test_who_receives_or_meets_a_thing_meets_nobody(sentence: str) -> None:
    assert "meeting" not in {kind for kind, _ in kinds(sentence)}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Le texte prévoit que les insurgés déposent leurs armes.", ("disarmament", "planned")),
        ("L'accord stipule que la France retire ses troupes du Tchad.", ("withdrawal", "planned")),
        ("L'annulation des pourparlers de Genève entre Bogota et l'ELN a surpris.", ("negotiation", "cancelled")),
    ],
)
def test_what_a_text_or_a_demand_lays_down_is_not_done(sentence: str, told: tuple[str, str]) -> None:
    assert told in kinds(sentence)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Des entretiens ont eu lieu mardi à Manille au sujet de ces eaux contestées.", ("meeting", "denied")),
        ("L'instigateur du coup d'Etat de jeudi, a été approuvé.", ("regime_change", "planned")),
        ("Colombo se retire du cessez-le-feu avec les rebelles.", ("withdrawal", "occurred")),
        ("Des rebelles armés ont parlé mardi.", ("aid", "occurred")),
        ("Horst Köhler a rencontré les parties au conflit en 2018.", ("war", "occurred")),
    ],
)
def test_words_beside_an_event_do_not_make_another_of_it(sentence: str, wrong: tuple[str, str]) -> None:
    assert wrong not in kinds(sentence)


def test_an_aside_names_those_who_have_no_name_before_it() -> None:
    said = claims("Un autre mouvement armé, le Front Polisario, a annoncé mardi son départ.")
    assert any(one.type == "statement" and len(one.participants) == 1 for one in said)


def test_who_is_urged_in_a_quotation_is_the_one_to_act() -> None:
    text = 'Antonio Guterres a appelé le M23 "à rendre immédiatement ses armes".'
    acting = [p.actor for one in claims(text) if one.type == "disarmament" for p in one.participants]
    assert acting
    assert not any("Q1253" in actor for actor in acting)
