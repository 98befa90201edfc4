"""Laws of abbreviations in brackets: they name the words before them, known or new."""

import pytest
from prose import prose

from kg import authority, lang, resolve
from kg.annotate import annotate
from kg.model import Reading


def read(text: str, language: str) -> Reading:
    words, known = lang.load(language), authority.load()
    article = prose(language, text)
    return resolve.resolve(annotate(article, words, known), words, known)


def actors(text: str, language: str) -> dict[str, str]:
    """Return the actor of each name in the text."""
    reading = read(text, language)
    names = {actor.id: actor.name for actor in reading.actors}
    return {m.text: names.get(m.actor or "", "") for m in reading.mentions if m.form == "name"}


@pytest.mark.parametrize(
    ("text", "language", "name", "actor"),
    [
        ("L'armée de libération nationale (ELN) a rompu la trêve.", "fr", "armée de libération nationale", "National Liberation Army"),
        ("Un chef de l'armée de libération nationale colombienne (ELN) s'est rendu.", "fr", "armée de libération nationale", "National Liberation Army"),
        ("Les forces de soutien rapide (FSR) tiennent le pont.", "fr", "forces de soutien rapide", "Rapid Support Forces"),
        ("The rapid support forces (RSF) hold the bridge.", "en", "rapid support forces", "Rapid Support Forces"),
    ],
)  # fmt: skip
def test_a_known_abbreviation_names_the_words_before_it_even_in_small_letters(
    text: str, language: str, name: str, actor: str
) -> None:
    assert actors(text, language)[name] == actor
    assert "Colombia" not in {mentioned for mentioned in actors(text, language).values() if "Armed" in mentioned}


@pytest.mark.parametrize(
    ("text", "language", "name", "short"),
    [
        ("Le Front patriotique du Vornay oriental (FPVO) dément. Le FPVO accuse l'armée.", "fr", "Front patriotique du Vornay oriental", "FPVO"),
        ("Le Conseil vornien pour la défense de la terre (CVDT) boycotte. Le CVDT s'explique.", "fr", "Conseil vornien pour la défense de la terre", "CVDT"),
        ("The Vornay Popular Front (VPF) denied it. The VPF blamed the army.", "en", "Vornay Popular Front", "VPF"),
        ("The Bougainville Revolutionary Army (BRA) laid down arms. BRA fighters agreed.", "en", "Bougainville Revolutionary Army", "BRA"),
    ],
)  # fmt: skip
def test_initials_make_one_actor_of_an_unknown_body_and_its_abbreviation(
    text: str, language: str, name: str, short: str
) -> None:
    found = actors(text, language)
    assert (found[name], found[short]) == (name, name)
    assert len([actor for actor in read(text, language).actors if actor.name == name]) == 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le produit intérieur brut (PIB) recule.", "fr"),
        ("Le ministère de la Justice (MJ) se tait.", "fr"),
        ("La Feuille de route commune (FRC) est prête.", "fr"),
        ("The Basic Law of Vornay (BLV) passed.", "en"),
        ("The Vornay Council of Ministers (VPF) met.", "en"),
        ("The Royal Thai Army (RTA) denied it.", "en"),
        ("THE VORNAY POPULAR FRONT (VPF) SIGNS", "en"),
    ],
)
def test_no_actor_comes_of_other_things_other_initials_or_a_body_of_a_state(text: str, language: str) -> None:
    assert not [actor.name for actor in read(text, language).actors if actor.type == "organization"]


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        ("The United Nations Mission in South Sudan (UNMISS) urged calm.", "United Nations Mission in South Sudan", "UNMISS"),
        ("The Sudan People's Liberation Army in Opposition (SPLA-IO) left.", "Sudan People's Liberation Army in Opposition", "SPLM-IO"),
        ("Ministers of the Community of Caribbean States (Caricom) met.", "Community of Caribbean States", "Caricom"),
    ],
)  # fmt: skip
def test_a_known_abbreviation_names_all_the_capitalised_words_before_it(text: str, name: str, actor: str) -> None:
    found = actors(text, "en")
    assert found[name] == actor
    assert not {"United Nations", "Sudan People's Liberation Army"} & set(found.values())


def test_an_abbreviation_of_somebody_else_leaves_the_names_before_it() -> None:
    found = actors("President Salva Kiir of South Sudan (SPLM-IO) and Chad of Idriss Deby (NATO) met.", "en")
    assert (found["Salva Kiir"], found["South Sudan"]) == ("Salva Kiir Mayardit", "South Sudan")


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        ("The South Sudan People's Defence Forces (SSPDF) left. The SSPDF denied it.", "SSPDF", "South Sudan People's Defence Forces"),
        ("The Ugandan People's Defence Forces left.", "Ugandan People's Defence Forces", "Ugandan People's Defence Forces"),
        ("Myanmar's People's Defence Forces left.", "People's Defence Forces", "People's Defence Force"),
        ("The Colombian National Liberation Army left.", "National Liberation Army", "National Liberation Army"),
    ],
)  # fmt: skip
def test_a_body_that_bears_the_name_of_another_states_is_not_that_one(text: str, name: str, actor: str) -> None:
    assert actors(text, "en")[name] == actor


def test_who_stands_in_brackets_alone_is_a_town_in_a_list_of_towns_and_an_agency_before_a_dash() -> None:
    text = "Ont signé MM. Dupuis (Genève), Varlet (Lausanne), Tornier (Morgelle) et Basile (Paris). Elle rit. (AGYP)"
    agency = "Berne, 24 (Reutar). — Le conseil siège à Bâle (Vorne)."
    found = {(m.text, m.type) for one in (text, agency) for m in read(one, "fr").mentions if m.form == "name"}
    assert {("Morgelle", "place"), ("AGYP", "organization"), ("Reutar", "organization")} <= found
    assert not {"Basile", "Vorne"} & {name for name, kind in found if kind == "place"}
