"""What readers of the demonstration store found wrong stays mended: each kind of fault by sentences of its own."""

from datetime import datetime

import pytest
from prose import prose

from kg.model import Claim
from kg.pipeline import extract


def told(lang: str, text: str, *types: str) -> list[Claim]:
    """Return the claims of these types, or all."""
    article = prose(lang, text, datetime.fromisoformat("2020-11-21"))
    return [claim for claim in extract(article).claims if not types or claim.type in types]


LEAVING = ("withdrawal", "exit")


@pytest.mark.parametrize(("lang", "text"), [
    ("fr", "Le gouvernement s'emploiera à faire retirer le Front de la liste des organisations terroristes."),
    ("fr", "Washington a retiré le Front de la liste."),
    ("fr", "L'ONU a retiré le Soudan de sa liste noire."),
    ("en", "The United States withdrew the rebels from its list of terrorist groups."),
    ("en", "Canada removed the Front from the list."),
])  # fmt: skip
def test_taking_somebody_off_a_list_moves_no_troops(lang: str, text: str) -> None:
    assert told(lang, text, *LEAVING) == []


@pytest.mark.parametrize(("lang", "text"), [
    ("fr", "La France a retiré ses troupes du Mali."),
    ("fr", "Les Etats-Unis ont retiré leurs soldats de Syrie."),
    ("fr", "Les rebelles ont quitté Alep."),
    ("en", "Russia withdrew its troops from Georgia."),
    ("en", "Turkey pulled its soldiers out of Syria."),
])  # fmt: skip
def test_troops_that_leave_a_land_withdraw(lang: str, text: str) -> None:
    assert [claim.status for claim in told(lang, text, "withdrawal")] == ["occurred"]


@pytest.mark.parametrize(("lang", "text", "kind"), [
    ("en", "The Taliban promised in February to free 1,000 prisoners.", "prisoner_release"),
    ("en", "Russia pledged on Sunday to withdraw its troops from Georgia.", "withdrawal"),
    ("en", "Russia promised in March to pull its troops out of Georgia.", "withdrawal"),
    ("fr", "Les rebelles ont promis en février de libérer 1.000 prisonniers.", "prisoner_release"),
    ("fr", "Moscou a accepté en mars de retirer ses troupes de Géorgie.", "withdrawal"),
])  # fmt: skip
def test_what_was_promised_on_a_day_lies_ahead(lang: str, text: str, kind: str) -> None:
    assert [(claim.status, bool(claim.participants)) for claim in told(lang, text, kind)] == [("planned", True)]


@pytest.mark.parametrize(("lang", "text", "kind"), [
    ("en", "Turkey began on Monday to withdraw its troops from Syria.", "withdrawal"),
    ("fr", "Moscou a commencé en mars à retirer ses troupes de Géorgie.", "withdrawal"),
    ("en", "The Taliban released 20 prisoners on Sunday.", "prisoner_release"),
    ("fr", "Les talibans ont libéré dimanche 20 prisonniers.", "prisoner_release"),
    ("en", "Russia withdrew its troops from Georgia in March.", "withdrawal"),
])  # fmt: skip
def test_what_was_begun_or_done_on_a_day_took_place(lang: str, text: str, kind: str) -> None:
    assert [claim.status for claim in told(lang, text, kind)] == ["occurred"]


def test_captives_that_go_free_are_not_counted_by_those_promised() -> None:
    text = "The rebels let go 20 prisoners on Sunday, their first gesture since promising in May to free as many as a thousand."
    claims = told("en", text, "prisoner_release")
    assert [claim.quantity.value for claim in claims if claim.status == "occurred" and claim.quantity] == [20]


@pytest.mark.parametrize(("lang", "text", "kind"), [
    ("en", "Iran's withdrawal from the treaty would be a mistake.", "exit"),
    ("en", "A U.S. withdrawal from NATO would be a disaster, Berlin said.", "exit"),
    ("en", "The withdrawal of American troops from Iraq would leave a void.", "withdrawal"),
    ("en", "An American pullout from Syria would embolden Iran.", "withdrawal"),
    ("fr", "Le retrait du Mali de la CEDEAO serait une erreur.", "exit"),
    ("fr", "Le retrait américain de l'accord serait une faute, selon Berlin.", "exit"),
    ("fr", "Un retrait des troupes françaises du Mali serait une erreur.", "withdrawal"),
    ("fr", "Le reste suivrait dans les neuf mois, soit un retrait total des troupes américaines.", "withdrawal"),
    ("fr", "Le reste suivra en mai, soit un retrait complet des forces françaises.", "withdrawal"),
])  # fmt: skip
def test_what_would_be_has_not_occurred(lang: str, text: str, kind: str) -> None:
    assert [claim.status for claim in told(lang, text, kind)] == ["planned"]


@pytest.mark.parametrize(("lang", "text", "kind"), [
    ("en", "Iran's withdrawal from the treaty was a mistake.", "exit"),
    ("en", "The U.S. withdrawal from the accord has angered Berlin, which would prefer talks.", "exit"),
    ("en", "After the withdrawal of French troops, Mali would turn to Moscow.", "withdrawal"),
    ("fr", "Le retrait du Mali de la CEDEAO était une erreur.", "exit"),
    ("fr", "Après le retrait américain de l'accord, l'Iran serait un danger.", "exit"),
])  # fmt: skip
def test_what_was_stays_so_beside_a_conditional(lang: str, text: str, kind: str) -> None:
    assert [claim.status for claim in told(lang, text, kind)] == ["occurred"]


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Turkey demanded the withdrawal of Kurdish fighters from Manbij."),
    ("en", "Ethiopia called for the withdrawal of Eritrean troops from Tigray."),
    ("en", "Ukraine insisted on the withdrawal of Russian forces."),
    ("fr", "L'Allemagne exige le retrait des troupes russes d'Ukraine."),
    ("fr", "La Turquie exige le retrait du PKK de Syrie."),
])  # fmt: skip
def test_a_withdrawal_that_is_demanded_is_proposed(lang: str, text: str) -> None:
    assert [claim.status for claim in told(lang, text, "withdrawal")] == ["proposed"]


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "The conflict in Yemen has killed 150,000 people."),
    ("en", "The war in Syria has killed 500,000 people."),
    ("fr", "Le conflit au Yémen a tué 150.000 personnes."),
])  # fmt: skip
def test_a_war_that_has_killed_is_no_attack(lang: str, text: str) -> None:
    claims = told(lang, text)
    assert [claim.type for claim in claims] == ["war"]
    assert claims[0].quantity is not None


def test_an_attack_that_has_killed_is_one() -> None:
    assert [claim.type for claim in told("en", "The attack killed 20 people in Kabul.")] == ["attack"]


@pytest.mark.parametrize(("lang", "text"), [
    ("fr", "Le 15 janvier 2021 au plus tard, il ne restera que 2.500 militaires en Irak, a précisé Donald Trump."),
    ("fr", "D'ici au 15 janvier 2021, les troupes russes quitteront la Géorgie, a annoncé Vladimir Poutine."),
    ("en", "By Jan. 15, 2021, Russian troops will leave Georgia, Moscow said."),
])  # fmt: skip
def test_a_deadline_is_not_the_day_of_saying_so(lang: str, text: str) -> None:
    assert [(claim.when, claim.deadline) for claim in told(lang, text, "statement")] == [(None, None)]


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Russian troops will leave Georgia, Moscow said on Monday."),
    ("fr", "Les troupes russes quitteront la Géorgie, a annoncé lundi Moscou."),
])  # fmt: skip
def test_a_day_beside_a_word_of_saying_is_that_of_saying_so(lang: str, text: str) -> None:
    assert [claim.when.edtf for claim in told(lang, text, "statement") if claim.when] == ["2020-11-16"]


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Congo has asked MONUSCO to leave."),
    ("en", "Mali has asked the UN mission to leave."),
    ("en", "Sudan has asked the U.N. peacekeeping mission to leave."),
    ("en", "Bamako demanded the departure of MINUSMA."),
    ("en", "Niger called for the departure of French troops."),
    ("fr", "Le président a réclamé le départ de la Minusma."),
    ("fr", "Le Mali a exigé le départ de la mission des Nations unies."),
])  # fmt: skip
def test_a_mission_that_is_asked_to_leave_is_a_withdrawal_proposed(lang: str, text: str) -> None:
    found = [(claim.status, [one.role for one in claim.participants]) for claim in told(lang, text, "withdrawal")]
    assert found == [("proposed", ["withdrawing"])]


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "The opposition called for the departure of the president."),
    ("en", "The minister left the U.N. mission."),
    ("en", "The UN envoy left Sanaa on Monday."),
    ("fr", "Le départ de l'émissaire de l'ONU a surpris."),
    ("fr", "L'ONU a quitté la table."),
])  # fmt: skip
def test_somebody_who_leaves_without_troops_is_no_withdrawal(lang: str, text: str) -> None:
    assert told(lang, text, *LEAVING) == []


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "On June 1, after receiving Kim Yong Chol, an aide to the leader, he said the date stood."),
    ("en", "Before meeting Sergei Lavrov, he said talks were over."),
    ("fr", "Après avoir reçu Vladimir Poutine, il a déclaré que la guerre était finie."),
])  # fmt: skip
def test_who_is_received_is_not_the_pronoun_that_speaks(lang: str, text: str) -> None:
    assert told(lang, text, "statement", "meeting") == []


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "After receiving Kim Yong Chol, Donald Trump said the date stood."),
    ("fr", "Après avoir reçu Vladimir Poutine, Emmanuel Macron a déclaré que la guerre était finie."),
])  # fmt: skip
def test_who_receives_somebody_is_the_one_who_then_speaks(lang: str, text: str) -> None:
    found = [[one.role for one in claim.participants] for claim in told(lang, text, "meeting", "statement")]
    assert sorted(found) == [["host", "participant"], ["speaker"]]
