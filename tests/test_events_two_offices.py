"""Two who hold one office of two states ("les présidents de A, X, et de B, Y"), and who speaks in a clause on something."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.model import Claim
from kg.pipeline import extract


def told(code: str, text: str, kind: str) -> list[Claim]:
    """Return the claims of a kind in a text printed on a Saturday."""
    return [c for c in extract(prose(code, text, datetime(2020, 11, 21, tzinfo=UTC))).claims if c.type == kind]


@pytest.mark.parametrize(
    ("code", "text", "both"),
    [
        ("fr", "Les présidents de la Turquie, Recep Tayyip Erdogan, et de la Russie, Vladimir Poutine, se sont rencontrés à Sotchi.", {"recep-tayyip-erdogan", "vladimir-putin"}),
        ("fr", "Le président de la Turquie, Recep Tayyip Erdogan, et celui de la Russie, Vladimir Poutine, se sont rencontrés à Sotchi.", {"recep-tayyip-erdogan", "vladimir-putin"}),
        ("fr", "Les présidents russe, Vladimir Poutine, et turc, Recep Tayyip Erdogan, se sont rencontrés à Sotchi.", {"recep-tayyip-erdogan", "vladimir-putin"}),
        ("fr", "Emmanuel Macron a reçu les présidents de la Turquie, Recep Tayyip Erdogan, et de la Russie, Vladimir Poutine, à Paris.", {"emmanuel-macron", "recep-tayyip-erdogan", "vladimir-putin"}),
        ("en", "The presidents of Turkey, Recep Tayyip Erdogan, and of Russia, Vladimir Putin, met in Sochi.", {"recep-tayyip-erdogan", "vladimir-putin"}),
    ],
)  # fmt: skip
def test_two_who_hold_one_office_of_two_states_both_act(code: str, text: str, both: set[str]) -> None:
    (meeting,) = told(code, text, "meeting")
    assert {p.actor.rpartition("/")[2] for p in meeting.participants} == both


@pytest.mark.parametrize(
    "text",
    [
        "Les pourparlers, dont Emmanuel Macron a salué la reprise, durent depuis mai.",
        "Emmanuel Macron a salué la reprise des pourparlers.",
    ],
)
def test_who_acts_in_a_clause_on_something_speaks(text: str) -> None:
    (statement,) = told("fr", text, "statement")
    assert [p.actor for p in statement.participants] == ["person/emmanuel-macron"]


def test_one_named_among_many_does_not_act_alone() -> None:
    (signing,) = told("fr", "Quinze pays, dont la France et l'Italie, ont signé l'accord à Rome.", "signing")
    assert {p.actor for p in signing.participants} == {"country/FR", "country/IT"}


@pytest.mark.parametrize(
    "office",
    ["head of Sudan's transitional council", "head of Sudan's military council", "chairman of Sudan's ruling council"],
)
def test_who_leads_a_body_behind_a_possessive_is_met_and_not_the_state(office):
    text = f"Félix Tshisekedi met the {office}, Abdel Fattah al-Burhan."
    found = extract(prose("en", text, datetime(2020, 11, 21, tzinfo=UTC)))
    (meeting,) = (c for c in found.claims if c.type == "meeting")
    names = {actor.id: actor.name for actor in found.reading.actors}
    assert {names[who.actor] for who in meeting.participants} == {"Félix Tshisekedi", "Abdel Fattah al-Burhan"}
    assert any(role.office.endswith("council") for role in found.reading.roles)


def test_who_calls_several_is_one_of_them():
    text = "Emmanuel Macron made the announcement after a phone call with Paul Kagame and Félix Tshisekedi."
    found = extract(prose("en", text, datetime(2020, 11, 21, tzinfo=UTC)))
    (call,) = (c for c in found.claims if c.type == "call")
    assert len(call.participants) == 3
