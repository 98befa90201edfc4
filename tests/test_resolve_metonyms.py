"""Buildings that stand for who sits in them, and capitals that are where talks take place."""

from datetime import UTC, datetime

import pytest

from kg import authority, lang
from kg.annotate import annotate
from kg.model import Mention
from kg.resolve import resolve
from tests.naming import denoted, read
from tests.prose import prose


def mentions(code: str, text: str) -> dict[str, Mention]:
    article = prose(code, text, datetime(2021, 5, 5, tzinfo=UTC))
    words, known = lang.load(code), authority.load()
    return {one.text: one for one in resolve(annotate(article, words, known), words, known).mentions}


@pytest.mark.parametrize(
    ("code", "text", "building"),
    [
        ("fr", "Le Pentagone a annoncé un retrait.", "Pentagone"),
        ("en", "The Pentagon announced a withdrawal.", "Pentagon"),
        ("fr", "Le Quai d'Orsay a salué la décision.", "Quai d'Orsay"),
        ("en", "The White House did not comment.", "White House"),
        ("fr", "L'Élysée n'a pas réagi.", "Élysée"),
    ],
)
def test_a_building_that_acts_is_a_metonym_of_who_sits_in_it(code: str, text: str, building: str) -> None:
    found = mentions(code, text)[building]
    assert found.actor
    assert found.metonym == "BuildingForInstitution"


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("fr", "Le département de la Défense a annoncé un retrait américain.", "département de la Défense"),
        ("en", "The U.S. State Department announced a withdrawal.", "U.S. State Department"),
    ],
)
def test_a_body_under_its_own_name_is_none(code: str, text: str, name: str) -> None:
    assert all(one.metonym is None for one in mentions(code, text).values()), name


@pytest.mark.parametrize(
    ("code", "text", "place"),
    [
        ("fr", "Les négociations de paix de Doha s'ouvrent samedi.", "Doha"),
        ("fr", "Les pourparlers de Vienne reprendront lundi.", "Vienne"),
        ("fr", "L'accord de paix de Pretoria tient.", "Pretoria"),
        ("fr", "Le processus de paix de Genève est à l'arrêt.", "Genève"),
        ("en", "The Doha talks opened on Saturday.", "Doha"),
        ("es", "Las negociaciones de paz de La Habana siguen.", "La Habana"),
    ],
)
def test_the_capital_behind_talks_is_where_they_are_held(code: str, text: str, place: str) -> None:
    found = next((one for words, one in mentions(code, text).items() if place in words), None)
    assert found is not None
    assert (found.actor, bool(found.place or found.agreement)) == (None, True)


@pytest.mark.parametrize(
    ("code", "text", "capital"),
    [
        ("fr", "Les menaces de Pyongyang inquiètent Séoul.", "Pyongyang"),
        ("fr", "Le retrait de Moscou a surpris.", "Moscou"),
        ("fr", "Les discussions continuent avec Téhéran.", "Téhéran"),
        ("en", "Washington's talks with Tehran go on.", "Tehran"),
    ],
)
def test_a_capital_that_acts_is_its_government(code: str, text: str, capital: str) -> None:
    assert mentions(code, text)[capital].metonym == "CapitalForGovernment"


@pytest.mark.parametrize(
    ("code", "text", "place"),
    [
        ("en", "The deal covers Idlib, Hama and Damascus.", "place: Damascus"),
        ("en", "The fighting in eastern Ghouta and Damascus as well as in Deraa ended.", "place: Damascus"),
        ("fr", "L'accord couvre Idleb, Hama et Damas.", "place: Damascus"),
        ("en", "Tension grew after Idlib and Damascus rejected the plan.", "Syria"),
        ("en", "Talks between Goma and Damascus failed.", "Syria"),
    ],
)
def test_a_capital_listed_with_a_town_that_never_acts_is_a_place(code: str, text: str, place: str) -> None:
    assert denoted(read(text, code), "Damas" if code == "fr" else "Damascus") == {place}


@pytest.mark.parametrize(
    ("text", "language", "acting", "places"),
    [
        ("Moscow, Beijing and Tehran signed a pact.", "en", {"Russia", "China", "Iran"}, set()),
        ("Paris, Londres et Berlin ont exprimé leur inquiétude.", "fr", {"France", "United Kingdom", "Germany"}, set()),
        ("In Moscow, Beijing and Tehran signed.", "en", {"China", "Iran"}, {"Moscow"}),
        ("Talks in Moscow, Beijing and Tehran failed.", "en", set(), {"Moscow", "Beijing", "Tehran"}),
        ("Les ambassades à Paris, Londres et Berlin ont fermé.", "fr", set(), {"Paris", "London", "Berlin"}),
        ("The talks were held in Paris and Moscow rejected them.", "en", {"Russia"}, {"Paris"}),
        ("Après une visite à Moscou, Pékin a dénoncé l'accord.", "fr", {"China"}, {"Moscow"}),
    ],
)
def test_capitals_in_a_list_act_together_or_are_places_together(
    text: str, language: str, acting: set[str], places: set[str]
) -> None:
    found = read(text, language)
    assert {actor.name for actor in found.actors} == acting
    assert {place.name for place in found.places if any(m.place == place.id for m in found.mentions)} == places


@pytest.mark.parametrize(
    ("code", "text", "building", "there"),
    [
        ("en", "Israel signed the accord at the White House on Tuesday.", "White House", "place/white-house"),
        ("fr", "Israël a signé l'accord mardi à la Maison Blanche.", "Maison Blanche", "place/white-house"),
        ("fr", "Le président a reçu lundi son hôte à l'Elysée.", "Elysée", "place/elysee-palace"),
        ("fr", "Le président a reçu lundi son hôte au Kremlin.", "Kremlin", "place/moscow-kremlin"),
        ("en", "A statement from the White House said so.", "White House", None),
        ("en", "The White House condemned the attack.", "White House", None),
        ("fr", "Le Kremlin a démenti.", "Kremlin", None),
    ],
)
def test_a_building_is_a_place_where_something_is_there(code: str, text: str, building: str, there: str | None) -> None:
    found = mentions(code, text)[building]
    assert found.actor
    assert found.place == there


def test_an_article_within_a_preposition_does_not_hide_it() -> None:
    found = read("Le président a reçu son homologue lundi au Caire.", "fr")
    assert denoted(found, "Caire") == {"place: Cairo"}


@pytest.mark.parametrize(
    ("code", "text", "town", "denotes"),
    [
        ("fr", "La Paz a déposé une plainte.", "La Paz", "Bolivia"),
        ("fr", "Abidjan a rappelé son ambassadeur.", "Abidjan", "Ivory Coast"),
        ("fr", "L'accord a été signé lundi à La Paz.", "La Paz", "place: La Paz"),
        ("en", "Protests broke out in Abidjan on Monday.", "Abidjan", "place: Abidjan"),
    ],
)
def test_a_seat_of_government_that_is_no_capital_stands_for_its_state(
    code: str, text: str, town: str, denotes: str
) -> None:
    assert denoted(read(text, code), town) == {denotes}
