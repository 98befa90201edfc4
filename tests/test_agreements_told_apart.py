"""Which of several texts of one story is meant, and the day of each; whose forces and factions sign and fight."""

import pytest

from tests.agreeing import read

IL, SD, AE, BH = (f"country/{code}" for code in ("IL", "SD", "AE", "BH"))
TD, NE, GNA, HAFTAR = "country/TD", "country/NE", "government/gna-libya", "person/khalifa-haftar"


def days(found) -> dict[str, str | None]:
    return {one.name: one.date.edtf if one.date else None for one in found.agreements}


def told(language: str, sentence: str, kind: str) -> list[tuple[str, frozenset[str], str | None, str | None]]:
    """Return status, participants, day and place of each claim of a kind."""
    claims = [c for c in read(language, sentence).claims if c.type == kind]
    return [
        (c.status, frozenset(p.actor for p in c.participants), c.when.edtf if c.when else None, c.place) for c in claims
    ]


def test_a_text_of_states_one_of_which_joined_a_known_pact_later_is_a_text_of_its_own():
    story = (
        "Sudan and Israel agreed on Friday to normalize relations in a deal brokered by the United States.",
        "Under the deal Sudan will open an embassy.",
        "The United Arab Emirates and Bahrain signed the Abraham Accords with Israel on Sept. 15.",
    )
    found = {one.id: one for one in read("en", *story, published="2020-10-24").agreements}
    accords = found.pop("agreement/abraham-accords")
    assert set(accords.parties) == {IL, AE, BH}
    assert [set(one.parties) for one in found.values()] == [{SD, IL}]
    assert accords.date is not None
    assert accords.date.edtf == "2020-09-15"


@pytest.mark.parametrize(
    ("language", "story"),
    [
        (
            "en",
            (
                "Delegates of Chad and Niger signed a lasting peace agreement on Friday.",
                "In February fighting resumed after a five-month truce collapsed.",
            ),
        ),
        (
            "fr",
            (
                "Le Tchad et le Niger ont signé vendredi un accord de paix.",
                "En février, les combats avaient repris après qu'une trêve de cinq mois eut volé en éclats.",
            ),
        ),
    ],
)
def test_a_truce_that_broke_down_months_ago_gives_the_text_signed_now_no_day(language, story):
    assert [one.date.edtf for one in read(language, *story).agreements if one.date] == ["2025-05-09"]


@pytest.mark.parametrize(
    "story",
    [
        (
            "Chad and Niger agreed on Wednesday to cease hostilities.",
            "Delegates from Chad and Niger signed an agreement on a permanent cessation of hostilities.",
        ),
        (
            "Chad and Niger agreed on Wednesday to free all captives.",
            "The deal provides for elections.",
        ),
    ],
)
def test_what_two_agreed_on_and_then_signed_has_the_day_on_which_they_agreed(story):
    assert set(days(read("en", *story)).values()) == {"2025-05-07"}


def test_what_others_sign_after_two_agreed_on_something_has_not_their_day():
    story = (
        "Chad and Niger agreed on Wednesday to cease hostilities.",
        "Delegates from Togo and Benin signed an agreement on fishing.",
    )
    assert None in days(read("en", *story)).values()


def test_an_arrangement_made_on_another_day_is_not_the_accord_of_the_title():
    found = read(
        "fr",
        "Le Tchad signe l'accord de paix avec le Niger.",
        "Le Tchad a paraphé samedi à Lomé l'accord de paix et de coopération.",
        "Jeudi, les rebelles s'étaient retirés d'Abéché, conformément à un arrangement conclu sous l'égide de l'ONU.",
    )
    assert days(found).get("arrangement") == "2025-05-08"
    assert len(found.agreements) == 2


@pytest.mark.parametrize(
    ("language", "sentence", "status"),
    [
        ("fr", "Les pourparlers visant à sauver l'accord de paix entre le Tchad et le Niger, suspendus depuis juin, reprendront.", None),
        ("fr", "L'accord de paix entre le Tchad et le Niger, suspendu depuis juin, sera renégocié.", "suspended"),
        ("en", "Chad suspended its peace accord with Niger.", "suspended"),
    ],
)  # fmt: skip
def test_talks_about_a_text_that_were_broken_off_do_not_suspend_it(language, sentence, status):
    assert all((one.status == "suspended") == (status == "suspended") for one in read(language, sentence).agreements)


def test_a_known_text_that_is_news_has_the_day_of_its_signing():
    story = ("The leaders of Armenia and Azerbaijan have agreed a deal to end the war.", "It was brokered by Russia.")
    found = read("en", *story, published="2020-11-10")
    if any(one.id.startswith("agreement/") for one in found.agreements):
        assert all(one.date is not None for one in found.agreements)
    later = read("en", *story, published="2024-11-10")
    assert not any(one.date for one in later.agreements)


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "day"),
    [
        ("en", "A delegation from Chad traveled to Lomé in secret on Wednesday to finalize the deal.", "visit", "2025-05-07"),
        ("en", "A delegation from Chad traveled to Lomé in secret on Wednesday to finalize the deal with Niger.", "agreement", None),
        ("fr", "Idriss Déby s'est rendu mercredi à Lomé pour finaliser l'accord avec le Niger.", "visit", "2025-05-07"),
        ("en", "Chad and Niger signed the accord on Wednesday to end the war.", "signing", "2025-05-07"),
    ],
)  # fmt: skip
def test_a_day_gone_by_is_that_of_the_deed_and_not_of_what_it_is_for(language, sentence, kind, day):
    assert {when for _, _, when, _ in told(language, sentence, kind)} <= {day}


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "status"),
    [
        ("en", "Chad's president concluded the agreement in a phone call with the president of Togo.", "call", "occurred"),
        ("fr", "Le Tchad et le Togo ont signé un accord sur le retrait des troupes.", "withdrawal", "planned"),
    ],
)  # fmt: skip
def test_talks_in_which_a_text_is_made_took_place_and_what_it_is_about_lies_ahead(language, sentence, kind, status):
    assert {how for how, _, _, _ in told(language, sentence, kind)} <= {status}


@pytest.mark.parametrize(
    ("language", "sentence", "people"),
    [
        ("fr", "Le Gouvernement d'union nationale (GNA), basé à Tripoli, et les forces du maréchal Khalifa Haftar, homme fort de l'Est, s'affrontent depuis 2019.", {GNA, HAFTAR}),
        ("fr", "Le gouvernement tchadien, basé à N'Djamena, et les rebelles du Fact s'affrontent depuis avril.", {"local/government/government-of-chad", "armedgroup/fact"}),
        ("fr", "Le Tchad, réuni à Lomé, et le Niger s'affrontent.", {TD, NE}),
    ],
)  # fmt: skip
def test_two_fight_though_an_aside_stands_behind_each(language, sentence, people):
    ((_, who, _, _),) = told(language, sentence, "military_action")
    assert who == people


@pytest.mark.parametrize(
    ("language", "sentence", "who"),
    [
        ("fr", "Les troupes de Khalifa Haftar ont attaqué Tripoli.", HAFTAR),
        ("en", "Khalifa Haftar rules. Haftar's forces attacked Tripoli.", HAFTAR),
        ("en", "Forces loyal to Khalifa Haftar attacked Tripoli.", HAFTAR),
        ("fr", "Les troupes de Vladimir Poutine ont attaqué Kharkiv.", "local/military/armed-forces-of-russia"),
        ("en", "Vladimir Putin's troops attacked Kharkiv.", "local/military/armed-forces-of-russia"),
    ],
)
def test_forces_are_those_of_a_warlord_or_of_the_state_that_somebody_rules(language, sentence, who):
    ((_, people, _, _),) = told(language, sentence, "attack")
    assert people == {who}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Russia protested. U.N. peacekeepers were attacked in Goma. The army attacked the town."),
        ("fr", "La Russie a protesté contre l'armée russe. Les soldats de la paix de l'ONU ont été attaqués."),
    ],
)
def test_peacekeepers_are_no_army_and_no_army_is_theirs(language, text):
    found = [c for c in read(language, text).claims if c.type == "attack"]
    assert not any(
        p.actor.startswith("local/military") and p.role == "attacker" for claim in found for p in claim.participants
    )
    assert not any("russia" in p.actor for claim in found for p in claim.participants)


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Les deux camps rivaux tchadiens ont signé vendredi un accord à Lomé.", frozenset()),
        ("Le camp tchadien et le camp nigérien ont signé vendredi un accord à Lomé.", {TD, NE}),
        ("Les parties tchadienne et nigérienne ont signé vendredi un accord à Lomé.", {TD, NE}),
    ],
)
def test_factions_of_one_state_are_not_that_state(sentence, parties):
    ((_, people, _, _),) = told("fr", sentence, "signing")
    assert people == parties


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The prospect of signing a truce between Chad and Niger is distant.", "draft"),
        ("The idea of concluding a treaty between Chad and Niger is old.", "draft"),
        ("Chad was blamed for signing a deal with Niger.", "signed"),
        ("Chad and Niger ended the war by signing a peace deal.", "signed"),
        ("After signing a deal with Chad, Niger left.", "signed"),
    ],
)
def test_a_text_of_which_there_is_a_prospect_is_a_draft(sentence, status):
    assert [one.status for one in read("en", sentence).agreements] == [status]
