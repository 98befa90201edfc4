"""What a pronoun says became of an event told right before."""

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


@pytest.mark.parametrize(
    ("code", "text", "status"),
    [
        ("en", "A meeting between Chad and Niger was due on Saturday in Oslo, but it was called off.", "cancelled"),
        ("en", "A meeting between Chad and Niger had been scheduled for Friday, but it was postponed until May 20.", "postponed"),
        ("en", "The meeting between Chad and Niger was to open on Friday, but it did not take place.", "cancelled"),
        ("en", "Saturday's meeting between Chad and Niger was to be a first encounter, but it was called off.", "cancelled"),
        ("fr", "La réunion de samedi entre le Tchad et le Niger devait être une rencontre privée, mais elle a été annulée.", "cancelled"),
        ("fr", "Une réunion entre le Tchad et le Niger était prévue samedi à Oslo, mais elle a été annulée.", "cancelled"),
        ("fr", "Une réunion entre le Tchad et le Niger était prévue samedi à Oslo, mais elle a été reportée au 20 mai.", "postponed"),
    ],
)  # fmt: skip
def test_a_pronoun_calls_off_what_its_sentence_planned(code: str, text: str, status: str) -> None:
    (claim,) = told(code, text, "meeting")
    assert claim.status == status
    assert claim.when is not None
    assert claim.when.edtf in ("2025-05-09", "2025-05-10")


@pytest.mark.parametrize(
    ("code", "text", "status"),
    [
        ("en", "Talks between Chad and Niger were to be held on Saturday. But they did not take place.", "cancelled"),
        ("en", "Talks between Chad and Niger were due to open on Friday. They were later postponed.", "postponed"),
        ("fr", "Des pourparlers entre le Tchad et le Niger devaient se tenir samedi. Ils n'ont finalement pas eu lieu.", "cancelled"),
        ("fr", "Des pourparlers entre le Tchad et le Niger devaient se tenir samedi. Mais ils ont été reportés.", "postponed"),
    ],
)  # fmt: skip
def test_a_pronoun_calls_off_what_the_sentence_before_planned(code: str, text: str, status: str) -> None:
    planned, off = told(code, text, "negotiation")
    assert (planned.status, off.status) == ("planned", status)
    assert planned.event == off.event
    assert off.participants == planned.participants


@pytest.mark.parametrize(
    ("code", "text", "type_", "expected"),
    [
        ("en", "Talks between Chad and Niger were due on Friday. It was postponed.", "negotiation", ["planned"]),
        ("en", "Chad and Niger held talks on Friday. They were postponed.", "negotiation", ["occurred"]),
        ("en", "Chad and Niger will meet on Friday. They were cancelled last year.", "signing", []),
        ("en", "Talks between Chad and Niger were due on Friday. The budget of Armenia grew, but it was cancelled.", "negotiation", ["planned"]),
        ("fr", "Des pourparlers entre le Tchad et le Niger devaient se tenir samedi. Il a été reporté.", "negotiation", ["planned"]),
        ("fr", "Le Tchad et le Niger ont tenu des pourparlers vendredi. Ils ont été reportés.", "negotiation", ["occurred"]),
    ],
)  # fmt: skip
def test_a_pronoun_that_means_something_else_calls_nothing_off(
    code: str, text: str, type_: str, expected: list[str]
) -> None:
    assert statuses(code, text, type_) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A meeting between Chad and Niger is due on Friday.", "2025-05-16"),
        ("A meeting between Chad and Niger was due on Friday.", "2025-05-09"),
    ],
)
def test_what_is_due_is_planned(text: str, day: str) -> None:
    (claim,) = told("en", text, "meeting")
    assert claim.status == "planned"
    assert claim.when is not None
    assert claim.when.edtf == day


def test_what_is_due_to_something_is_not_planned() -> None:
    assert statuses("en", "The clashes between Chad and Niger on Friday were due to a drought.", "military_action") != [
        "planned"
    ]
