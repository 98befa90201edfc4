"""An office without a name or state beside one of a state: "the emir of Qatar as well as [the foreign minister]"."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg import authority, lang
from kg.annotate import annotate
from kg.resolve import resolve


def denoted(code: str, text: str) -> dict[str, str]:
    """Return the words of each office with the name of whom they mean."""
    article = prose(code, text, datetime(2021, 2, 5, tzinfo=UTC))
    words, known = lang.load(code), authority.load()
    found = resolve(annotate(article, words, known), words, known)
    names = {one.id: one.name for one in found.actors}
    return {one.text: names[one.actor] for one in found.mentions if one.form == "office" and one.actor}


@pytest.mark.parametrize(
    ("code", "text", "office", "holder"),
    [
        ("fr", "Il a vu l'émir du Qatar, Tamim Al-Thani, ainsi que le ministre des Affaires étrangères.",
         "ministre des Affaires étrangères", "Mohammed bin Abdulrahman bin Jassim Al Thani"),
        ("fr", "Le président français Emmanuel Macron et le Premier ministre sont là.", "Premier ministre", "Jean Castex"),
        ("en", "Turkish President Recep Tayyip Erdogan and the foreign minister left.", "foreign minister", "Mevlüt Çavuşoğlu"),
        ("en", "He met Iraqi Prime Minister Mustafa al-Kadhimi as well as the president.", "president", "Barham Salih"),
    ],
)  # fmt: skip
def test_an_office_told_beside_one_of_a_state_is_of_that_state(code: str, text: str, office: str, holder: str) -> None:
    assert denoted(code, text)[office] == holder


@pytest.mark.parametrize(
    ("code", "text", "office"),
    [
        ("en", "Emmanuel Macron and the defence minister arrived.", "defence minister"),
        (
            "fr",
            "Il a vu le président afghan Ashraf Ghani. Le ministre de la Défense était absent.",
            "ministre de la Défense",
        ),
        ("en", "Afghan President Ashraf Ghani left after the foreign minister.", "foreign minister"),
    ],
)
def test_elsewhere_it_stays_open(code: str, text: str, office: str) -> None:
    assert office not in denoted(code, text)


def test_a_named_holder_keeps_his_own_state() -> None:
    text = "Le président américain Joe Biden et le ministre des Affaires étrangères Sergueï Lavrov se sont vus."
    assert denoted("fr", text)["ministre des Affaires étrangères"] == "Sergey Lavrov"
