"""Whose day a day is: what happens on one occasion shares it, what stands in another clause keeps its own."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.model import Claim
from kg.pipeline import extract

SATURDAY = datetime(2020, 11, 21, tzinfo=UTC)


def told(code: str, text: str, type_: str) -> list[Claim]:
    article = prose(code, text, SATURDAY)
    return [claim for claim in extract(article).claims if claim.type == type_]


def days(code: str, text: str, type_: str) -> list[str | None]:
    return [claim.when.edtf if claim.when else None for claim in told(code, text, type_)]


@pytest.mark.parametrize(
    ("code", "text", "type_", "day"),
    [
        ("en", "After talks in Oslo on Thursday, Serbia and Kosovo announced a truce.", "statement", "2020-11-19"),
        ("en", "Serbia and Kosovo met in Oslo on Monday. After the meeting, the two sides signed an agreement.", "signing", "2020-11-16"),
        ("en", "Serbia and Kosovo held a summit in Oslo on Monday. At the end of the summit, Serbia and Kosovo signed an agreement.", "signing", "2020-11-16"),
        ("fr", "La Serbie et le Kosovo se sont réunis lundi à Oslo. Un accord a été signé par la Serbie et le Kosovo à l'issue de la réunion.", "signing", "2020-11-16"),
        ("en", "Sergey Lavrov met Mohammad Javad Zarif in Oslo on Monday and signed an accord with Iran.", "signing", "2020-11-16"),
        ("en", "Sergey Lavrov met Mohammad Javad Zarif in Oslo on Monday, and witnessed the signing of an accord between Serbia and Kosovo.", "signing", "2020-11-16"),
        ("fr", "Sergueï Lavrov a rencontré Mohammad Javad Zarif lundi à Oslo et assisté à la signature d'un accord entre la Serbie et le Kosovo.", "signing", "2020-11-16"),
        ("en", "Emmanuel Macron arrived in Beirut on Thursday and met Michel Aoun.", "visit", "2020-11-19"),
        ("en", "Emmanuel Macron arrived in Beirut on Thursday and met Michel Aoun.", "meeting", "2020-11-19"),
    ],
)  # fmt: skip
def test_what_happens_on_one_occasion_shares_its_day(code: str, text: str, type_: str, day: str) -> None:
    assert day in days(code, text, type_)


@pytest.mark.parametrize(
    ("code", "text", "type_"),
    [
        ("en", "After an attack on Goma on Monday, Rwanda and Congo signed a ceasefire.", "ceasefire"),
        ("en", "After talks between Russia and Turkey on Monday, France announced sanctions against Mali.", "sanction"),
        ("en", "After talks between Russia and Turkey on Monday, France criticised Mali.", "statement"),
        ("en", "Sergey Lavrov met Mohammad Javad Zarif on Monday and will visit Damascus.", "visit"),
        ("en", "Sergey Lavrov met Mohammad Javad Zarif on Monday and had visited Damascus.", "visit"),
        ("en", "Rwanda attacked Goma on Monday and Congo signed a ceasefire with Uganda.", "ceasefire"),
        ("fr", "Sergueï Lavrov a rencontré Mohammad Javad Zarif lundi et se rendra à Damas.", "visit"),
    ],
)
def test_a_day_is_not_lent_to_another_occasion(code: str, text: str, type_: str) -> None:
    assert days(code, text, type_) == [None]


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("en", "Russia said that the text of 2015 was adopted by the Security Council.", None),
        ("en", "Russia said the 2015 text was adopted by the Security Council.", None),
        ("fr", "Emmanuel Macron rappelle que le texte de 2015 a été avalisé par le Conseil de sécurité.", None),
        ("fr", "« Puisse ce jour être le dernier de la guerre », a déclaré Emmanuel Macron.", None),
        ("en", "The talks will resume on Monday, Emmanuel Macron said.", None),
        ("en", "Moscow said the talks between Serbia and Kosovo would resume on Monday.", None),
        ("en", "On Monday, Emmanuel Macron, who leads the mission, said the talks had failed.", "2020-11-16"),
        ("en", "Emmanuel Macron said on Monday that Serbia attacked Kosovo in 2010.", "2020-11-16"),
        ("en", "Emmanuel Macron said in a statement released on Friday that he was ready.", "2020-11-20"),
        ("fr", "Emmanuel Macron a déclaré vendredi que la Serbie avait attaqué le Kosovo en 2010.", "2020-11-20"),
        ("fr", "La trêve sera signée lundi, a déclaré vendredi Emmanuel Macron.", "2020-11-20"),
    ],
)
def test_the_day_of_what_is_said_is_not_the_day_of_saying(code: str, text: str, day: str | None) -> None:
    assert days(code, text, "statement") == [day]


@pytest.mark.parametrize(
    ("code", "text", "type_", "day"),
    [
        ("en", "Serbia refuses to recognise the independence proclaimed by Kosovo in 2008.", "refusal", None),
        ("fr", "La Serbie refuse de reconnaître l'indépendance proclamée en 2008 par son ancienne province.", "refusal", None),
        ("en", "Russia and Ukraine held talks on the agreement signed in 2015.", "negotiation", None),
        ("en", "Russia and Ukraine signed a truce brokered by Qatar in January.", "ceasefire", "2020-01"),
        ("es", "La firma de la paz entre Colombia y las FARC, celebrada el jueves en Bogotá, fue breve.", "signing", "2020-11-19"),
    ],
)  # fmt: skip
def test_the_time_of_a_participle_is_of_what_it_describes(code: str, text: str, type_: str, day: str | None) -> None:
    assert set(days(code, text, type_)) == {day}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Sergey Lavrov witnessed the signing of an accord between Serbia and Kosovo in Oslo."),
        ("fr", "Sergueï Lavrov a assisté à la signature d'un accord entre la Serbie et le Kosovo à Oslo."),
    ],
)
def test_who_witnesses_a_signing_is_no_party(code: str, text: str) -> None:
    roles = {p.actor: p.role for claim in told(code, text, "signing") for p in claim.participants}
    assert roles == {"country/RS": "party", "country/XK": "party", "person/sergey-lavrov": "attendee"}


@pytest.mark.parametrize(
    ("code", "text", "type_", "day"),
    [
        ("fr", "Emmanuel Macron s'est rendu vendredi à Beyrouth, deux jours après une rencontre à Pékin entre l'Iran et l'Arabie saoudite.", "meeting", "2020-11-18"),
        ("en", "Emmanuel Macron travelled to Beirut on Friday, two days after a meeting in Geneva between Russia and Turkey.", "meeting", "2020-11-18"),
        ("en", "Serbia and Kosovo met in Oslo on Tuesday. Two days after the meeting, Serbia and Kosovo signed an agreement.", "signing", "2020-11-19"),
        ("en", "Talks between Serbia and Kosovo ended two days before an attack on Pristina on Friday.", "negotiation", "2020-11-18"),
        ("en", "Talks between Serbia and Kosovo ended two days before an attack on Pristina on Friday.", "attack", "2020-11-20"),
        ("en", "Emmanuel Macron travelled to Beirut in October, two days after a meeting in Geneva between Russia and Turkey.", "meeting", None),
    ],
)  # fmt: skip
def test_days_are_counted_from_what_they_name(code: str, text: str, type_: str, day: str | None) -> None:
    assert set(days(code, text, type_)) == {day}


@pytest.mark.parametrize(
    ("code", "text", "status"),
    [
        ("en", "The signing of a deal between Serbia and Kosovo is expected on Monday.", "planned"),
        ("en", "The signing of a deal between Serbia and Kosovo is expected in the coming days.", "planned"),
        ("en", "Serbia announced the signing of a deal with Kosovo.", "occurred"),
        ("fr", "La signature d'un accord entre la Serbie et le Kosovo est prévue lundi.", "planned"),
        ("fr", "On le saura à la signature de l'accord entre la Serbie et le Kosovo, à Oslo, dans les tout prochains jours.", "planned"),
        ("fr", "La Russie a annoncé la signature d'un accord avec la Turquie.", "occurred"),
    ],
)  # fmt: skip
def test_what_is_expected_has_not_happened(code: str, text: str, status: str) -> None:
    assert {claim.status for claim in told(code, text, "signing")} == {status}


def test_what_a_visit_is_considered_to_be_does_not_make_it_a_proposal() -> None:
    assert [c.status for c in told("en", "The visit by Sergey Lavrov to Belgrade is considered to be a success.", "visit")] == ["occurred"]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text", "type_", "status"),
    [
        ("fr", "Le cessez-le-feu sera suivi du cantonnement des forces du M23 et de leur désarmement.", "disarmament", "planned"),
        ("fr", "Il veut aller jusqu'à parvenir à la normalisation des relations entre la RDC et le Rwanda.", "normalization", "planned"),
        ("fr", "Les pourparlers ont abouti à la signature d'un accord entre la Serbie et le Kosovo.", "signing", "occurred"),
        ("en", "Rwanda and Congo agreed on a ceasefire from Monday.", "ceasefire", "planned"),
        ("en", "Emmanuel Macron will condemn the attack on Goma.", "attack", "occurred"),
    ],
)  # fmt: skip
def test_what_comes_of_something_is_as_real_as_that(code: str, text: str, type_: str, status: str) -> None:
    assert {claim.status for claim in told(code, text, type_)} == {status}


@pytest.mark.parametrize(
    ("code", "text", "type_", "day"),
    [
        ("fr", "La RDC et le Rwanda ont conclu un cessez-le-feu à partir de 18 heures mardi prochain.", "ceasefire", "2020-11-24/.."),
        ("en", "Pakistan violated the ceasefire in Kashmir 19 times since the government came to power in May.", "ceasefire", None),
        ("en", "The ceasefire in Kashmir has held since May.", "ceasefire", "2020-05/.."),
    ],
)  # fmt: skip
def test_the_start_of_something_that_lasts(code: str, text: str, type_: str, day: str | None) -> None:
    assert set(days(code, text, type_)) == {day}


def test_lands_that_a_border_parts_take_no_part() -> None:
    claims = told("fr", "Dix soldats ont été tués dans une attaque près de la frontière entre le Niger et le Burkina Faso.", "attack")  # fmt: skip
    assert claims
    assert not any(claim.participants for claim in claims)


@pytest.mark.parametrize(
    ("code", "text", "type_", "day"),
    [
        # Whose day, where one verb plans what another tells.
        ("en", "Congo and Rwanda agreed to an immediate ceasefire on Monday.", "agreement", "2020-11-16"),
        ("en", "Congo and Rwanda agreed to an immediate ceasefire on Monday.", "ceasefire", None),
        ("en", "In October 2019, Turkey and the United States agreed to suspend an offensive.", "agreement", "2019-10"),
        ("en", "Felix Tshisekedi agreed on Monday to meet Paul Kagame on Friday.", "meeting", "2020-11-20"),
        ("fr", "Salva Kiir avait promis la semaine dernière de déployer des troupes.", "promise", "2020-11-09/2020-11-15"),
        ("fr", "Félix Tshisekedi a promis lundi de rencontrer Paul Kagame vendredi.", "meeting", "2020-11-20"),
        # Said behind what is told.
        ("en", "Serbia and Kosovo failed to reach an agreement in Brussels on Tuesday, Josep Borrell said.", "statement", None),
        ("en", "Serbia and Kosovo failed to reach an agreement in Brussels on Tuesday, Josep Borrell said.", "agreement", "2020-11-17"),
        ("en", "In a statement released on Friday, Hamas said it would send a delegation to Cairo.", "statement", "2020-11-20"),
        ("en", "Josep Borrell met Aleksandar Vucic on Monday, and said talks would resume.", "statement", "2020-11-16"),
        # Counted from a clause, and from a noun with no number.
        ("en", "Congo and Rwanda agreed to a ceasefire on Wednesday, a day after Kigali launched an offensive on Goma.", "military_action", "2020-11-17"),
        ("en", "A day after Rwanda shelled Goma, Felix Tshisekedi met Paul Kagame on Friday.", "attack", "2020-11-19"),
        ("fr", "Emmanuel Macron a reçu vendredi Félix Tshisekedi, au lendemain d'une offensive du M23 sur Goma.", "military_action", "2020-11-19"),
        ("fr", "Emmanuel Macron s'est rendu lundi à Kigali, à la veille d'un sommet entre Paul Kagame et Félix Tshisekedi.", "meeting", "2020-11-17"),
        # Who meets and then tells of it met on that day; who talked for days did not.
        ("en", "Antony Blinken said on Friday after meeting Benjamin Netanyahu that a truce was near.", "meeting", "2020-11-20"),
        ("fr", "Emmanuel Macron a annoncé vendredi à l'issue d'un entretien avec Félix Tshisekedi que la France se retirerait.", "meeting", "2020-11-20"),
        ("en", "Antony Blinken said on Friday after three days of meetings with Benjamin Netanyahu that a truce was near.", "meeting", None),
        # The subject of a verb has none of the days of its object.
        ("fr", "Ce déploiement fait suite à la signature d'accords entre le Rwanda et le Mozambique en 2018.", "deployment", None),
        ("fr", "Ce déploiement fait suite à la signature d'accords entre le Rwanda et le Mozambique en 2018.", "signing", "2018"),
        ("fr", "Les pourparlers entre la Serbie et le Kosovo ont abouti à la signature d'un accord lundi.", "signing", "2020-11-16"),
        ("fr", "L'attaque du M23 a eu lieu pendant la visite de Macron lundi.", "attack", "2020-11-16"),
        ("fr", "Le M23 a annoncé un cessez-le-feu lundi.", "statement", "2020-11-16"),
        ("en", "Hamas announced a truce on Monday.", "ceasefire", None),
        ("en", "France confirmed that a meeting between Serbia and Kosovo was set for Aug. 13.", "meeting", "2020-08-13"),
        ("en", "ASEAN leaders agreed on a five-point plan in April.", "agreement", "2020-04"),
        # What goes on has no day of what happens beside it.
        ("en", "A ceasefire between Colombia and the ELN took effect on Monday during talks in Quito.", "negotiation", None),
        ("en", "The deal struck in Quito, where talks have been taking place since February, goes into effect on 15 December.", "negotiation", "2020-02/.."),
        ("fr", "Aucun détail n'a été donné sur un texte devant mettre fin au conflit armé en Centrafrique, même si dimanche la chose avait été évoquée.", "war", None),
        ("en", "The war in Gaza, which began on 7 October, has killed thousands.", "war", "2020-10-07"),
        # Talks under way that are broken off, and a visit that is put off.
        ("fr", "Le président colombien a suspendu mercredi les pourparlers de paix avec l'ELN.", "negotiation", "2020-11-18"),
        ("fr", "Emmanuel Macron a reporté mercredi sa visite à Beyrouth.", "visit", None),
    ],
)  # fmt: skip
def test_a_day_goes_to_the_verb_that_it_is_of(code: str, text: str, type_: str, day: str | None) -> None:
    assert set(days(code, text, type_)) == {day}


@pytest.mark.parametrize(
    "text",
    [
        "Le M23 n'a pas réussi à prendre Goma.",
        "Le M23 n'a pas pu prendre Goma.",
        "Le M23 n'avait pas été contraint de prendre Goma.",
    ],
)
def test_who_did_not_manage_something_did_not_do_it(text: str) -> None:
    assert {claim.status for claim in told("fr", text, "military_action")} == {"denied"}


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Congo and the M23 signed a ceasefire in January 2020. A previous truce collapsed a few weeks later.", "ceasefire", ["2020-01", None]),
        ("Rwanda shelled Goma. In 2012, Rwanda shelled Goma for two days.", "attack", [None, "2012"]),
        ("Rwanda shelled Goma. On Friday, Rwanda shelled Goma for two hours.", "attack", ["2020-11-20", "2020-11-20"]),
    ],
)  # fmt: skip
def test_what_was_before_is_not_what_is_told(text: str, type_: str, expected: list[str | None]) -> None:
    assert days("en", text, type_) == expected


@pytest.mark.parametrize(
    ("code", "text", "type_", "day"),
    [
        ("en", "Chad and Niger reached a truce during weekend talks in Oslo.", "negotiation", "2020-11-21/2020-11-22"),
        (
            "en",
            "Emmanuel Macron hailed the historic April 27th summit between Chad and Niger.",
            "meeting",
            "2020-04-27",
        ),
        ("en", "Niger attacked Chad two days after Thursday's summit in Oslo.", "attack", "2020-11-21"),
    ],
)
def test_a_day_right_before_a_noun_is_its_own(code: str, text: str, type_: str, day: str) -> None:
    assert days(code, text, type_) == [day]


def test_a_day_between_a_verb_of_speech_and_a_noun_is_that_of_speaking() -> None:
    text = "Emmanuel Macron said Monday talks between Chad and Niger had failed."
    assert days("en", text, "statement") == ["2020-11-16"]
    assert days("en", text, "negotiation") == [None]
