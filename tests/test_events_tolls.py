"""An attack and what it did are one event; who opens a clause behind "after" is its subject."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.model import Claim
from kg.pipeline import extract

SATURDAY = datetime(2020, 11, 21, tzinfo=UTC)


def told(code: str, text: str, type_: str = "attack") -> list[Claim]:
    article = prose(code, text, SATURDAY)
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


def counts(claims: list[Claim]) -> set[tuple[float | None, str | None]]:
    return {(claim.quantity.value, claim.quantity.kind) for claim in claims if claim.quantity}


@pytest.mark.parametrize(
    ("code", "text", "killed"),
    [
        ("en", "A bomb attack in Mogadishu on Friday left at least 36 soldiers dead.", 36),
        ("en", "The talks stopped after a car bomb attack on a barracks in Bogota that left 22 people dead.", 22),
        ("en", "At least ten people died in an Israeli strike on Beirut.", 10),
        ("en", "The death toll from the strike on Beirut rose to 41.", 41),
        ("fr", "Un attentat contre une caserne à Bogota a coûté la vie à 22 personnes.", 22),
        ("en", "A drone attack in Goma killed ten civilians and wounded thirty.", 10),
        ("fr", "L'attaque de Goma a tué dix civils et en a blessé trente.", 10),
    ],
)
def test_a_toll_is_that_of_the_attack(code: str, text: str, killed: int) -> None:
    claims = told(code, text)
    assert len({claim.event for claim in claims}) == 1
    assert counts(claims) == {(killed, "killed")}


@pytest.mark.parametrize(
    "text",
    [
        "An earthquake near Herat left 200 people dead.",
        "A crash in Goma claimed the lives of 22 people.",
        "Rwandan soldiers left Goma on Friday.",
        "Ten people died in floods in Goma.",
    ],
)
def test_nobody_is_said_to_attack_where_none_does(text: str) -> None:
    assert told("en", text) == []


def test_who_leaves_people_dead_leaves_no_place() -> None:
    assert told("en", "The attack by the army left 20 soldiers dead in Goma.", "withdrawal") == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "France will withdraw half of its 5,000 troops from Niger by January."),
        ("fr", "La France retirera la moitié de ses 5.000 soldats du Niger d'ici janvier."),
    ],
)
def test_a_share_of_a_number_is_not_that_number(code: str, text: str) -> None:
    quantities = [claim.quantity for claim in told(code, text, "withdrawal")]
    assert [(q.value, q.extent) for q in quantities if q] == [(None, "part")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Yemen's government and the Houthis agreed to free 887 detainees."),
        ("fr", "Le gouvernement yéménite et les Houthis ont convenu de libérer 887 détenus."),
    ],
)
def test_what_is_agreed_on_gives_the_agreement_its_number(code: str, text: str) -> None:
    assert counts(told(code, text, "agreement")) == {(887, "released")}


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("fr", "Une frappe israélienne sur Beyrouth a fait sept morts, dont deux enfants, vendredi.", "2020-11-20"),
        ("en", "Israel's strike on Beirut killed seven people, including two children, on Friday.", "2020-11-20"),
        ("fr", "Plus de 300 personnes ont été tuées depuis le début des combats à Khartoum le 15 avril.", None),
    ],
)
def test_the_day_of_a_toll(code: str, text: str, day: str | None) -> None:
    assert {claim.when.edtf if claim.when else None for claim in told(code, text)} == {day}


def test_the_dead_of_a_war_are_no_attack() -> None:
    assert told("en", "The rebels signed a deal to end a conflict in which 3,000 people have been killed.") == []
    text = "The rebels signed a deal on the conflict in which 3,000 people have been killed."
    assert told("en", text) == []
    assert counts(told("en", text, "war")) == {(3000, "killed")}


def test_killed_and_wounded_in_one_attack() -> None:
    text = "Dix-sept soldats ont été tués et blessés dans une attaque perpétrée mardi à Torodi."
    assert len({claim.event for claim in told("fr", text)}) == 1
