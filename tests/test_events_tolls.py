"""An attack and what it did are one event; who opens a clause behind "after" is its subject."""

from datetime import UTC, datetime

import pytest

from kg.model import Article, Claim, Segment
from kg.pipeline import extract

SATURDAY = datetime(2020, 11, 21, tzinfo=UTC)


def told(code: str, text: str, type_: str = "attack") -> list[Claim]:
    article = Article("x", "", text, (Segment("body", 0, len(text)),), code, published=SATURDAY)
    return [claim for claim in extract(article).claims if claim.type == type_]


def who(claims: list[Claim]) -> set[tuple[str, str]]:
    return {(each.role, each.actor) for claim in claims for each in claim.participants}


@pytest.mark.parametrize(
    ("code", "text", "attacker", "killed"),
    [
        ("en", "Israeli air strikes killed 20 people in Gaza.", "country/IL", 20),
        ("en", "An air strike by Israel killed 20 people.", "country/IL", 20),
        ("en", "A car bomb attack by the ELN in Bogota in 2019 killed 22 people.", "armedgroup/eln", 22),
        ("en", "Twelve people were killed in an Israeli strike on Beirut.", "country/IL", 12),
        ("fr", "L'attentat revendiqué par l'ELN a tué 22 personnes à Bogota.", "armedgroup/eln", 22),
        ("fr", "Douze personnes ont été tuées dans une frappe israélienne à Beyrouth.", "country/IL", 12),
    ],
)
def test_an_attack_and_its_toll_are_one_event(code: str, text: str, attacker: str, killed: int) -> None:
    claims = told(code, text)
    assert len({claim.event for claim in claims}) == 1
    assert who(claims) == {("attacker", attacker)}
    assert {claim.quantity.value for claim in claims if claim.quantity} == {killed}


@pytest.mark.parametrize(
    ("code", "text", "events"),
    [
        ("en", "The attack came after Israel killed a Hamas leader.", 1),
        ("en", "Hassan Nasrallah was killed by Israel after an attack by Hezbollah in Haifa.", 2),
        ("en", "Turkey bombed Kobani, and an attack by the PKK wounded two soldiers in Sirnak.", 2),
    ],
)
def test_another_attack_beside_it_is_its_own(code: str, text: str, events: int) -> None:
    assert len({claim.event for claim in told(code, text)}) == events


@pytest.mark.parametrize(
    ("text", "type_", "actor"),
    [
        ("Fighting erupted in Goma after M23 killed two soldiers.", "attack", "m23"),
        ("Sanctions were imposed after Russia invaded Ukraine.", "military_action", "country/RU"),
        ("The talks collapsed after Turkey bombed Kobani.", "attack", "country/TR"),
    ],
)
def test_who_opens_a_clause_behind_after_is_its_subject(text: str, type_: str, actor: str) -> None:
    assert any(role in ("attacker", "actor") and name.endswith(actor) for role, name in who(told("en", text, type_)))


@pytest.mark.parametrize(
    "text", ["After Doha, Mike Pompeo flew to Riyadh.", "Since the accord with Serbia, Kosovo has recognised Israel."]
)
def test_a_name_that_belongs_to_the_phrase_alone_is_none(text: str) -> None:
    names = who(told("en", text, "visit") + told("en", text, "recognition"))
    assert names
    assert not {actor for _, actor in names} & {"country/RS", "country/QA", "city/doha"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Two of the main Chadian rebel groups refused to sign the accord."),
        ("en", "Several of the Chadian rebel groups refused to sign the accord."),
        ("fr", "Deux des principaux groupes rebelles tchadiens ont refusé de signer l'accord."),
    ],
)
def test_some_of_a_group_act_themselves(code: str, text: str) -> None:
    assert [claim.participants[0].role for claim in told(code, text, "refusal")] == ["speaker"]
