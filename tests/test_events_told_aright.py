"""Which sense a word has where two are near: a deal struck, a name given by "dit", somebody recognised; whose country "his" is."""

import pytest

from tests.agreeing import read

TD, NE, TR, LY, UN, FR = *(f"country/{code}" for code in ("TD", "NE", "TR", "LY")), "intergovernmentalorganization/united-nations", "country/FR"  # fmt: skip


def told(language: str, sentence: str, kind: str):
    return [c for c in read(language, sentence).claims if c.type == kind]


def sides(claim) -> set[str]:
    return {p.actor for p in claim.participants}


@pytest.mark.parametrize(
    ("sentence", "attacks"),
    [
        ("Chad had failed to honour an agreement struck two weeks earlier.", 0),
        ("The deal struck by Chad and Niger collapsed.", 0),
        ("Chad and Niger struck a deal on Friday.", 0),
        ("Chad struck Niger on Friday.", 1),
        ("Missiles struck N'Djamena on Friday.", 1),
    ],
)
def test_an_agreement_that_is_struck_is_no_attack(sentence, attacks):
    assert len(told("en", sentence, "attack")) == attacks


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Le général Mohamed Hamdane Daglo, dit Hemedti, a quitté Khartoum.", None),
        ("Emmanuel Macron, dit Le Monde, ira au Tchad.", "media/le-monde"),
        ("Le Tchad, dit Emmanuel Macron, doit partir.", "person/emmanuel-macron"),
    ],
)
def test_a_name_behind_dit_is_no_saying(sentence, speaker):
    said = told("fr", sentence, "statement")
    assert [sides(c) for c in said] == ([{speaker}] if speaker else [])


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("« Cet engagement a été violé », a averti sur Twitter le porte-parole du M23, Willy Ngoma.", None),
        ("« Pas question », a averti le Tchad.", TD),
        ("« C'est faux », a répondu Paris.", FR),
        ("L'accord est mort, estime Paris.", FR),
    ],
)
def test_whoever_stands_behind_a_quotation_and_its_verb_said_it(sentence, speaker):
    (said,) = told("fr", sentence, "statement")
    assert speaker is None or sides(said) == {speaker}
    assert sides(said)


@pytest.mark.parametrize(
    ("language", "sentence", "recognitions"),
    [
        ("fr", "La Turquie a signé un accord avec le gouvernement libyen reconnu par l'ONU.", 0),
        ("en", "Turkey met the government recognised by the UN.", 0),
        ("fr", "Le Kosovo a été reconnu par la France en 2008.", 1),
        ("en", "Turkey recognised Chad on Friday.", 1),
    ],
)
def test_who_is_recognised_only_to_say_which_one_is_meant_is_no_recognition(language, sentence, recognitions):
    assert len(told(language, sentence, "recognition")) == recognitions


def test_who_recognises_a_government_signs_nothing_with_it():
    (one,) = read("en", "Turkey signed an accord with Libya's U.N.-recognized government in May 2024.").agreements
    assert UN not in one.parties


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "who"),
    [
        ("en", "Emmanuel Macron said his country had begun sending troops to Niger.", "deployment", FR),
        ("fr", "Emmanuel Macron a dit que son pays avait envoyé des troupes au Niger.", "deployment", FR),
        ("fr", "Le président turc Recep Tayyip Erdogan a dit que son pays avait attaqué le Niger.", "attack", TR),
    ],
)
def test_the_country_of_whoever_speaks_is_that_of_his_office(language, sentence, kind, who):
    (claim,) = told(language, sentence, kind)
    assert who in sides(claim)


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Emmanuel Macron a dit à Vladimir Poutine que son pays avait attaqué le Niger.", {FR}),
        ("Stephanie Williams a dit que son pays avait attaqué le Niger.", {"country/US"}),
    ],
)
def test_the_country_of_one_of_two_or_of_somebody_without_an_office_is_open(sentence, who):
    assert all(not who & sides(claim) for claim in told("fr", sentence, "attack"))


@pytest.mark.parametrize(
    ("language", "sentence", "hosts"),
    [
        ("fr", "L'Union africaine a réuni lundi à Addis-Abeba une vingtaine de pays.", 1),
        ("fr", "La France a accueilli mardi une trentaine de dirigeants à Paris.", 1),
        ("fr", "Le Tchad a réuni une dizaine de millions d'euros.", 0),
        ("fr", "L'ONU a rencontré une poignée de difficultés.", 0),
    ],
)
def test_who_gathers_people_counted_by_the_score_holds_a_meeting(language, sentence, hosts):
    assert len(told(language, sentence, "meeting")) == hosts


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Chad did not rule out talks with Niger."),
        ("fr", "Le Tchad n'exclut pas des négociations avec le Niger."),
    ],
)
def test_what_somebody_does_not_rule_out_is_no_refusal_but_proposed(language, sentence):
    assert not told(language, sentence, "refusal")
    assert {c.status for c in told(language, sentence, "negotiation")} == {"proposed"}


def test_both_capitals_under_whose_aegis_a_truce_is_signed_are_mediators():
    (truce,) = told("fr", "Signée sous l'égide de Riyad et de Washington, une trêve a été prolongée.", "ceasefire")
    assert {p.actor for p in truce.participants if p.role == "mediator"} == {"country/SA", "country/US"}
    assert truce.place is None


def test_a_truce_beside_a_described_text_is_a_text_of_its_own_and_nothing_ends_on_a_condition():
    found = read(
        "en",
        "Turkey and Libya signed a maritime agreement in November.",
        "Greece will veto it unless the accord is scrapped.",
        "A fragile truce brokered by Russia was largely holding.",
    ).agreements
    accord = next(one for one in found if one.name == "maritime agreement")
    assert set(accord.parties) == {TR, LY}
    assert accord.status == "signed"


def test_the_deal_with_parties_of_a_known_text_told_before_is_that_text():
    found = read(
        "en",
        "Talks on reviving the 2015 nuclear deal with Iran will resume in Vienna.",
        "Under the deal with the United States, Britain, France, Germany, Russia and China, Iran curbed its programme.",
        "Donald Trump quit the pact in 2018.",
        published="2021-10-27",
    ).agreements
    assert [one.id for one in found] == ["agreement/joint-comprehensive-plan-of-action"]


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("Meeting between Chad and Niger postponed", "meeting", "postponed"),
        ("Talks between Chad and Niger cancelled after raid", "negotiation", "cancelled"),
        ("Chad-Niger summit called off", "meeting", "cancelled"),
        ("Chad postponed talks with Niger", "negotiation", "postponed"),
        ("Talks between Chad and Niger held in Lomé", "negotiation", "occurred"),
        ("The meeting between Chad and Niger postponed the vote.", "meeting", "occurred"),
    ],
)
def test_a_headline_may_leave_out_the_auxiliary_of_what_is_called_off(sentence, kind, status):
    assert {c.status for c in told("en", sentence, kind)} == {status}


@pytest.mark.parametrize(
    ("sentence", "signings"),
    [
        ("Once Chad signs the accord, Niger will leave.", 0),
        ("Niger will leave as soon as Chad signs the accord.", 0),
        ("Once Chad signed the accord, Niger left.", 1),
        ("Chad once signed an accord with Niger.", 1),
    ],
)
def test_what_something_waits_for_is_not_done(sentence, signings):
    assert len(told("en", sentence, "signing")) == signings


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "roles"),
    [
        ("en", "Chad cancelled a visit by a delegation from Niger.", "visit", {("visitor", NE)}),
        ("fr", "Le Tchad a annulé la visite d'une délégation du Niger.", "visit", {("visitor", NE)}),
        ("en", "Chad postponed a visit to Niger.", "visit", {("visitor", TD)}),
        ("en", "Turkey opened talks between Chad and Niger.", "negotiation", {("party", TD), ("party", NE), ("host", TR)}),
        ("en", "Chad opened talks with Niger.", "negotiation", {("party", TD), ("party", NE)}),
    ],
)  # fmt: skip
def test_who_calls_off_or_opens_what_is_others_is_none_of_them(language, sentence, kind, roles):
    (claim,) = told(language, sentence, kind)
    assert {(p.role, p.actor) for p in claim.participants} == roles


@pytest.mark.parametrize(
    ("language", "sentence", "statuses"),
    [
        ("fr", "Le Tchad a démenti avoir attaqué le Niger et tué dix personnes.", {"denied"}),
        ("en", "Chad denied having attacked Niger and killed ten people.", {"denied"}),
        ("en", "Chad denied it had attacked Niger and killed ten people.", {"denied"}),
        ("en", "Chad denied the charge and attacked Niger.", {"occurred"}),
    ],
)
def test_what_and_joins_to_what_is_denied_is_denied_too(language, sentence, statuses):
    assert {c.status for c in told(language, sentence, "attack")} == statuses
