"""Whose words they are: a statement of the one before, an agency that only quotes, an alias in brackets, questions."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.model import Claim
from kg.pipeline import extract


def told(code: str, text: str, kind: str) -> list[Claim]:
    """Return the claims of a kind in a text printed on a Saturday."""
    return [c for c in extract(prose(code, text, datetime(2020, 11, 21, tzinfo=UTC))).claims if c.type == kind]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Selon le communiqué, Emmanuel Macron a rencontré Vladimir Poutine.", None),
        ("L'ONU a publié un communiqué. Selon le communiqué, Emmanuel Macron a rencontré Vladimir Poutine.", "united-nations"),
        ("Selon un communiqué de l'ONU, Emmanuel Macron a rencontré Vladimir Poutine.", "united-nations"),
    ],
)  # fmt: skip
def test_a_statement_is_of_whom_it_is_said_to_be_or_of_the_speaker_before(text: str, source: str | None) -> None:
    (meeting,) = told("fr", text, "meeting")
    assert (meeting.attributed_to and meeting.attributed_to.rpartition("/")[2]) == source


def test_an_agency_that_quotes_is_not_spoken_to() -> None:
    (statement,) = told(
        "fr", '"Nous voulons la paix", a dit Emmanuel Macron, cité par l\'agence Interfax.', "statement"
    )
    assert [(p.actor, p.role) for p in statement.participants] == [("person/emmanuel-macron", "speaker")]


def test_an_alias_in_brackets_says_nothing() -> None:
    assert (
        told("fr", "Le mouvement Ansarullah (dit Houthis) et l'Arabie saoudite ont négocié à Mascate.", "statement")
        == []
    )


def test_who_wants_no_name_speaks_all_the_same() -> None:
    text = "« La trêve tient », a précisé sous couvert d'anonymat une source gouvernementale indienne."
    (statement,) = told("fr", text, "statement")
    assert [p.actor for p in statement.participants] == ["unnamed:une source gouvernementale indienne"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Israël et le Hamas signeront-ils une trêve ?"),
        ("en", "Will Israel and Hamas sign a truce?"),
    ],
)
def test_what_is_only_asked_is_not_told(code: str, text: str) -> None:
    assert told(code, text, "ceasefire") == []


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Le souverain chérifien a reçu Emmanuel Macron à Rabat.", "person/mohammed-vi"),
        ("Le souverain hachémite a reçu Emmanuel Macron à Amman.", "person/abdullah-ii-of-jordan"),
    ],
)
def test_a_sovereign_is_told_by_the_adjective_of_his_house(text: str, host: str) -> None:
    (meeting,) = told("fr", text, "meeting")
    assert host in {p.actor for p in meeting.participants}
