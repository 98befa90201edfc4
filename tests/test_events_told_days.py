"""Which of two times of a sentence is an event's, and how real what is only a condition, a result or long over is."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.model import Claim
from kg.pipeline import extract

MONDAY = datetime(2025, 5, 12, tzinfo=UTC)


def told(code: str, text: str, type_: str) -> list[Claim]:
    return [claim for claim in extract(prose(code, text, MONDAY)).claims if claim.type == type_]


def statuses(code: str, text: str, type_: str) -> list[str]:
    return [claim.status for claim in told(code, text, type_)]


def days(code: str, text: str, type_: str) -> list[str | None]:
    return [claim.when.edtf if claim.when else None for claim in told(code, text, type_)]


@pytest.mark.parametrize(
    ("code", "text", "type_", "expected"),
    [
        ("fr", "Le Niger a mené mercredi sur le sol tchadien des frappes de missiles en représailles à l'attentat commis le 22 avril à Zinder.", "attack", ["2025-05-07", "2025-04-22"]),
        ("en", "Chad held talks on Sunday with Niger on the truce signed in March.", "negotiation", ["2025-05-11"]),
        ("fr", "Après l'accord annoncé samedi par le Tchad, le Niger a attaqué N'Djamena.", "attack", [None]),
        ("fr", "Réuni samedi à Oslo, le gouvernement tchadien a signé un accord avec le Niger.", "signing", ["2025-05-10"]),
        ("en", "Emmanuel Macron arrived in Niamey on Sunday for talks with Niger on Monday.", "visit", ["2025-05-11"]),
        ("en", "Emmanuel Macron flew to Niamey on Sunday for talks with Mahamat Idriss Deby.", "visit", ["2025-05-11"]),
        ("fr", "Emmanuel Macron est arrivé dimanche à Niamey pour des pourparlers avec le Tchad.", "visit", ["2025-05-11"]),
        ("en", "The truce took effect on Jan. 19, a day before Niger attacked Chad.", "attack", ["2025-01-20"]),
        ("en", "The truce took effect on Jan. 19, two days after Niger attacked Chad.", "attack", ["2025-01-17"]),
        ("en", "Fighting erupted in 2014, when Niger attacked Chad.", "attack", ["2014"]),
        ("en", "Chad will leave on Friday, when Chad and Niger meet in Oslo.", "meeting", ["2025-05-16"]),
        ("en", "Emmanuel Macron called Nikol Pashinyan on Sunday urging him to meet Ilham Aliyev.", "meeting", [None]),
        ("en", "Emmanuel Macron urged Nikol Pashinyan to meet Ilham Aliyev on Tuesday.", "meeting", ["2025-05-13"]),
        ("fr", "La guerre a éclaté en 2014, lorsque le Niger a attaqué le Tchad.", "attack", ["2014"]),
        ("en", "Fighting erupted in 2014, before Niger attacked Chad.", "attack", [None]),
    ],
)  # fmt: skip
def test_a_time_goes_to_the_event_it_is_said_of(code: str, text: str, type_: str, expected: list[str | None]) -> None:
    assert days(code, text, type_) == expected


@pytest.mark.parametrize(
    ("code", "text", "type_", "expected"),
    [
        ("en", "Sunday's attack on Chad by Niger was the worst attack since 2015.", "attack", ["2025-05-11"]),
        ("fr", "L'attaque de dimanche contre le Tchad est la plus meurtrière depuis 2015.", "attack", ["2025-05-11"]),
        ("en", "Chad has fought a war with Niger since 2015.", "war", ["2015/.."]),
        ("en", "Emmanuel Macron met Mahamat Idriss Deby on the tenth anniversary of the 11 August 2014 accord.", "meeting", [None]),
        ("fr", "Emmanuel Macron a rencontré Mahamat Idriss Déby pour le dixième anniversaire de l'accord du 11 août 2014.", "meeting", [None]),
        ("en", "Emmanuel Macron met Mahamat Idriss Deby on 11 August, an anniversary.", "meeting", ["2024-08-11"]),
    ],
)  # fmt: skip
def test_a_time_to_compare_with_or_to_remember_is_no_events(
    code: str, text: str, type_: str, expected: list[str | None]
) -> None:
    assert days(code, text, type_) == expected


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("en", "On Thursday, Chad cancelled the planned summit with Niger.", None),
        ("en", "On Thursday, Chad cancelled Friday's summit with Niger.", "2025-05-09"),
        ("fr", "Jeudi, le Tchad a annulé le sommet prévu avec le Niger.", None),
        ("en", "On Thursday, the summit between Chad and Niger was cancelled.", "2025-05-08"),
    ],
)
def test_the_day_of_calling_off_is_not_that_of_what_is_called_off(code: str, text: str, day: str | None) -> None:
    assert statuses(code, text, "meeting") == ["cancelled"]
    assert days(code, text, "meeting") == [day]


@pytest.mark.parametrize(
    ("code", "text", "type_", "expected"),
    [
        ("en", "Niger would free the prisoners if Chad lifted its sanctions.", "sanction", ["ongoing"]),
        ("en", "Niger freed the prisoners and Chad lifted its sanctions.", "sanction", ["cancelled"]),
        ("en", "Niger will withdraw its troops if the talks with Chad resume.", "negotiation", ["proposed"]),
        ("en", "Niger will withdraw its troops as the talks with Chad resume.", "negotiation", ["ongoing"]),
        ("fr", "Le Niger retirera ses troupes si les pourparlers avec le Tchad reprennent.", "negotiation", ["proposed"]),
        ("fr", "Le Niger attaquera le Tchad s'il ne libère pas les prisonniers nigériens.", "prisoner_release", []),
        ("fr", "Le Niger attaquera le Tchad, qui ne libère pas les prisonniers nigériens.", "prisoner_release", ["denied"]),
        ("fr", "Les pourparlers entre le Tchad et le Niger n'ont pas abouti.", "negotiation", ["occurred"]),
        ("fr", "Les pourparlers entre le Tchad et le Niger n'ont pas eu lieu.", "negotiation", ["denied"]),
        ("en", "Niger accepted to meet Chad in Oslo.", "meeting", ["planned"]),
        ("fr", "Le Tchad et le Niger ont tenu des pourparlers le 5 mai, suivis d'une réunion le 24 mai.", "meeting", ["planned"]),
        ("fr", "Le Tchad et le Niger ont tenu des pourparlers le 1er mai, suivis d'une réunion le 5 mai.", "meeting", ["occurred"]),
        ("en", "Talks between Chad and Niger have been ongoing since March.", "negotiation", ["ongoing"]),
        ("en", "Talks between Chad and Niger were held in March.", "negotiation", ["occurred"]),
        ("en", "They agreed on formally ending the 1950-53 war between Chad and Niger.", "war", ["occurred"]),
        ("en", "The war between Chad and Niger, which began in 2014, continues.", "war", ["ongoing"]),
        ("fr", "Le Tchad a une politique dont l'objectif est de négocier avec le Niger.", "negotiation", []),
        ("fr", "Le Tchad négocie avec le Niger.", "negotiation", ["ongoing"]),
    ],
)  # fmt: skip
def test_conditions_results_and_what_lies_ahead(code: str, text: str, type_: str, expected: list[str]) -> None:
    assert statuses(code, text, type_) == expected


def test_another_round_that_somebody_refuses_is_not_the_one_held() -> None:
    text = "Talks between Chad and Niger in Oslo were held in May 2024. Niger refused to take part in another round of talks with Chad in Oslo."
    held, refused = told("en", text, "negotiation")
    assert held.event != refused.event
    assert refused.when is None
    text = text.replace("another round of talks", "the talks")
    assert len({claim.event for claim in told("en", text, "negotiation")}) == 1


@pytest.mark.parametrize(
    ("code", "text", "type_", "expected"),
    [
        ("en", "Chad and Niger discussed the release of Chadian prisoners and the withdrawal of Nigerien troops.", "withdrawal", ["proposed"]),
        ("en", "Chad and Niger held talks on the release of prisoners and on a ceasefire.", "ceasefire", ["proposed"]),
        ("en", "Talks between Chad and Niger on the withdrawal of Nigerien troops ended on Sunday.", "withdrawal", ["proposed"]),
        ("fr", "Le Tchad et le Niger ont discuté de la frontière et de la libération des prisonniers tchadiens.", "prisoner_release", ["proposed"]),
        ("fr", "Le Tchad et le Niger ont tenu des pourparlers sur le retrait des troupes nigériennes.", "withdrawal", ["proposed"]),
        ("en", "Chad and Niger held talks on Sunday after the withdrawal of Nigerien troops.", "withdrawal", ["occurred"]),
        ("en", "After talks on Sunday, the withdrawal of Nigerien troops ended.", "withdrawal", ["occurred"]),
        ("fr", "Le Tchad et le Niger ont tenu des pourparlers dimanche après le retrait des troupes nigériennes.", "withdrawal", ["occurred"]),
    ],
)  # fmt: skip
def test_what_people_talk_about_is_not_done(code: str, text: str, type_: str, expected: list[str]) -> None:
    assert statuses(code, text, type_) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "Chad and Niger agreed to extend the truce, which expires on June 2.", [None]),
        ("fr", "La trêve entre le Tchad et le Niger expire vendredi.", [None]),
        ("en", "The truce between Chad and Niger took effect on May 2.", ["2025-05-02"]),
        ("fr", "La trêve entre le Tchad et le Niger, qui a commencé le 2 mai, tient.", ["2025-05-02"]),
        ("fr", "La trêve entre le Tchad et le Niger a pris fin vendredi.", ["2025-05-09"]),
    ],
)
def test_the_day_on_which_a_truce_will_end_is_not_its_own(code: str, text: str, expected: list[str | None]) -> None:
    assert days(code, text, "ceasefire") == expected


@pytest.mark.parametrize(
    ("code", "text", "type_", "expected"),
    [
        ("fr", "La trêve en vigueur depuis le 2 avril entre le Tchad et le Niger prévoit un échange.", "ceasefire", ["ongoing"]),
        ("fr", "La trêve entre le Tchad et le Niger est prévue pour le 2 juin.", "ceasefire", ["planned"]),
        ("fr", "Le Tchad et le Niger signent un cessez-le-feu", "ceasefire", ["occurred"]),
        ("en", "Chad and Niger observe a ceasefire.", "ceasefire", ["ongoing"]),
        ("en", "Mahamat Idriss Deby will address parliament after the summit between Chad and Niger.", "meeting", ["planned"]),
        ("en", "Mahamat Idriss Deby addressed parliament after the summit between Chad and Niger.", "meeting", ["occurred"]),
        ("en", "Emmanuel Macron will visit Chad after the attack by Niger.", "attack", ["occurred"]),
    ],
)  # fmt: skip
def test_what_is_in_force_and_what_comes_after(code: str, text: str, type_: str, expected: list[str]) -> None:
    assert statuses(code, text, type_) == expected


@pytest.mark.parametrize(
    ("code", "text", "type_", "expected"),
    [
        ("en", "Ministers of ECOWAS met on Wednesday in Abuja to discuss last week's coup in Niger.", "regime_change", "occurred"),
        ("en", "Chad and Niger met to discuss Sunday's attack by rebels on Chad.", "attack", "occurred"),
        ("fr", "Le Tchad et le Niger se sont réunis pour discuter de l'attaque de dimanche contre le Tchad.", "attack", "occurred"),
        ("en", "Chad and Niger discussed next week's summit.", "meeting", "planned"),
        ("en", "Chad announced next week's visit by Emmanuel Macron to N'Djamena.", "visit", "planned"),
    ],
)  # fmt: skip
def test_what_people_talk_about_by_a_day_gone_by_was_done(code: str, text: str, type_: str, expected: str) -> None:
    assert expected in statuses(code, text, type_)
