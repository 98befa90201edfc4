"""What English words must not be taken for: one law for each kind of wrong claim that readers of the graph met."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg import pipeline
from kg.model import Claim


def claims(text: str) -> list[Claim]:
    published = datetime(2021, 5, 5, 9, 0, tzinfo=UTC)  # a Wednesday
    article = prose("en", text, published)
    return list(pipeline.extract(article, profile="fast").claims)


def told(text: str, kind: str) -> list[Claim]:
    return [claim for claim in claims(text) if claim.type == kind]


def roles(claim: Claim) -> dict[str, str]:
    return {one.actor.rpartition("/")[2]: one.role for one in claim.participants}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Kenya withdrew its application on Monday.", "withdrawal"),
        ("Norway withdrew the bill.", "withdrawal"),
        ("Peru pulled out of that agreement in 2008.", "withdrawal"),
        ("Kenya's withdrawal of its bid surprised Oslo.", "withdrawal"),
        ("The withdrawal from the race pleased Peru.", "withdrawal"),
        ("An earthquake killed 40 people in Turkey on Monday.", "attack"),
        ("Twelve people were killed in a plane crash in Peru.", "attack"),
        ("The flood killed 30 people in Kenya.", "attack"),
        ("Rwanda did not withdraw its troops until 2002.", "withdrawal"),
        ("Iran agreed that talks were useful.", "agreement"),
        ("Norway succeeded in ending the strike.", "appointment"),
        ("Kenya failed to produce the papers.", "refusal"),
        ("Malaysia declined to comment.", "refusal"),
        ("Talks between Kenya and Somalia failed to yield results.", "refusal"),
        ("The Red Cross flew 60 tonnes of food to Monrovia.", "visit"),
        ("Ethiopia is to halt operations and let aid through.", "sanction"),
        ("Monitors met in the truce village of Panmunjom on Monday.", "ceasefire"),
        ("Norwegian officials put pressure on Kenya.", "statement"),
        ("The Kenyan rebels walked out of jail on Monday.", "refusal"),
        ("The war toll in Syria passed 300,000.", "war"),
    ],
)
def test_a_word_of_another_sense_tells_no_event(sentence, kind):
    assert not told(sentence, kind)


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("France withdrew its troops from Chad.", "withdrawal", "occurred"),
        ("France pulled out of Chad.", "withdrawal", "occurred"),
        ("Kenya's withdrawal of its forces began on Monday.", "withdrawal", "ongoing"),
        ("Azerbaijan made peace conditional on the withdrawal of Armenian forces.", "withdrawal", "planned"),
        ("Talks between Kenya and Somalia could be on the table.", "negotiation", "planned"),
        ("Talks between Kenya and Somalia failed to yield results.", "negotiation", "occurred"),
        ("Kenya refused to recognise Somaliland.", "refusal", "occurred"),
        ("Al-Shabaab vowed to step up attacks in Kenya.", "threat", "occurred"),
        ("Norway donated 700 tents to Kenya.", "aid", "occurred"),
        ("Norway will give Kenya food and medicine.", "aid", "planned"),
        ("Germany granted political asylum to two writers.", "aid", "occurred"),
        ("Israel fired 20 shells at Lebanon.", "attack", "occurred"),
        ("Russia sent 12 warplanes to Syria.", "deployment", "occurred"),
        ("Kenya and Somalia agreed that their troops should withdraw.", "agreement", "occurred"),
        ("South Korea halted rice shipments to North Korea.", "sanction", "occurred"),
        ("Kenya walked out of the talks on Monday.", "refusal", "occurred"),
    ],
)
def test_what_is_told_has_its_status(sentence, kind, status):
    assert {claim.status for claim in told(sentence, kind)} == {status}


@pytest.mark.parametrize(
    ("sentence", "victim"),
    [
        ("Israel killed two members of Hamas on Monday.", "hamas"),
        ("Turkish jets bombed positions of the PKK in Iraq.", "pkk"),
        ("France struck bases of Boko Haram.", "boko-haram"),
    ],
)
def test_whose_members_are_struck_is_struck(sentence, victim):
    [claim] = told(sentence, "attack")
    assert roles(claim)[victim] == "target"


def test_a_name_within_an_adjective_neither_acts_nor_is_a_place():
    [claim] = told("Iran and Saudi Arabia restored ties in a China-brokered deal in March 2021.", "normalization")
    assert claim.place is None
    assert "CN" not in roles(claim)


def test_who_is_pitted_against_another_fights_with_them():
    [claim] = told("Fighting pits Armenia against Azerbaijan.", "military_action")
    assert set(roles(claim)) == {"AM", "AZ"}


def test_a_pronoun_behind_a_relative_one_is_not_the_name_before_it():
    [kill] = [
        c for c in told("Hamas raided Israel in a raid in which they killed 20 people.", "attack") if "kill" in c.rule
    ]
    assert "IL" not in roles(kill) or roles(kill)["IL"] != "attacker"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("It was the first meeting between Sergey Lavrov and Wang Yi since fighting broke out in March.", "meeting"),
        ("M23 rebels who seized Goma left it on Tuesday.", "military_action"),
    ],
)
def test_the_day_of_another_clause_is_not_that_of_an_event(sentence, kind):
    assert all(claim.when is None for claim in told(sentence, kind))


def test_those_killed_are_counted_where_the_killing_follows_an_attack():
    counted = [c.quantity for c in told("Al-Shabaab stormed a hotel in Mogadishu, killing 20 people.", "attack")]
    assert [number.value for number in counted if number is not None] == [20]


@pytest.mark.parametrize("verb", ["halted", "cancelled", "postponed", "suspended"])
def test_who_denies_the_end_of_talks_does_not_deny_the_talks(verb):
    [claim] = told(f"Kenya denied that Somalia had {verb} talks with Ethiopia.", "negotiation")
    assert claim.polarity == "positive"


def test_who_denies_talks_denies_them():
    [claim] = told("Kenya denied that Somalia had held talks with Ethiopia.", "negotiation")
    assert claim.polarity == "negative"


def test_a_disputed_place_denies_nothing():
    [claim] = told("Indian forces in disputed Kashmir killed four rebels of the Taliban.", "attack")
    assert claim.polarity == "positive"
