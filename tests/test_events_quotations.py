"""Quotations of several sentences: the speaker who closes one speaks all of it, and what follows in quotation marks is theirs."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.model import Claim
from kg.pipeline import extract


def told(code: str, text: str) -> list[Claim]:
    """Return the claims of a text printed on a Monday that are no statements."""
    found = extract(prose(code, text, datetime(2025, 5, 12, tzinfo=UTC))).claims
    return [c for c in found if c.type not in ("statement", "refusal", "promise", "threat")]


def sources(code: str, text: str) -> list[str | None]:
    """Return who each event of a text is told by, in text order."""
    return [c.attributed_to and c.attributed_to.rpartition("/")[2] for c in told(code, text)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "“Azerbaijan attacked Sotk on Monday. It must stop,” said Nikol Pashinyan."),
        ("en", '"Azerbaijan attacked Sotk on Monday. It must stop. We are ready," Nikol Pashinyan told reporters.'),
        ("en", "“It was a hard day. Azerbaijan attacked Sotk. We stood firm,” Nikol Pashinyan said."),
        ("fr", "« L'Azerbaïdjan a attaqué Sotk lundi. Cela doit cesser », a déclaré Nikol Pachinian."),
        ("fr", '"L\'Azerbaïdjan a attaqué Sotk lundi. Cela doit cesser", a insisté Nikol Pachinian.'),
        ("fr", "« Il faut le dire. L'Azerbaïdjan a attaqué Sotk. Nous tiendrons », a lancé Nikol Pachinian."),
    ],
)
def test_who_closes_a_quotation_has_said_all_of_it(code: str, text: str) -> None:
    assert sources(code, text) == ["nikol-pashinyan"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "“We want peace,” Nikol Pashinyan said. “Azerbaijan attacked Sotk on Monday.”"),
        ("en", "“We want peace,” said Nikol Pashinyan.\n\n“We stood firm. Azerbaijan attacked Sotk on Monday.”"),
        ("fr", "« Nous voulons la paix », a dit Nikol Pachinian. « L'Azerbaïdjan a attaqué Sotk lundi. »"),
        ("fr", "Nikol Pachinian a dit vouloir la paix. « L'heure est grave. L'Azerbaïdjan a attaqué Sotk lundi. »"),
    ],
)
def test_a_sentence_all_in_quotation_marks_is_said_by_the_speaker_before_it(code: str, text: str) -> None:
    assert sources(code, text) == ["nikol-pashinyan"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Nikol Pashinyan said Armenia was ready. “Operation Dawn” began when Azerbaijan attacked Sotk."),
        ("en", "“We want peace. We are ready,” said Nikol Pashinyan. Azerbaijan attacked Sotk on Monday."),
        ("en", "“Azerbaijan attacked Sotk on Monday. It must stop,” read a banner."),
        ("en", "Nikol Pashinyan met Ilham Aliyev.\n\n“Azerbaijan attacked Sotk on Monday.”"),
        (
            "fr",
            "« Nous voulons la paix. Nous sommes prêts », a dit Nikol Pachinian. L'Azerbaïdjan a attaqué Sotk lundi.",
        ),
        ("fr", "Nikol Pachinian s'est dit prêt. « L'aube » a commencé quand l'Azerbaïdjan a attaqué Sotk."),
    ],
)
def test_what_stands_outside_a_quotation_or_has_no_known_speaker_is_nobodys_words(code: str, text: str) -> None:
    assert [c.attributed_to for c in told(code, text) if c.type == "attack"] == [None]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Ilham Aliyev said he was ready.\n\n“Azerbaijan attacked Sotk on Monday. It must stop,” said Nikol Pashinyan."),
        ("fr", "Ilham Aliev s'est dit prêt.\n\n« L'Azerbaïdjan a attaqué Sotk lundi. Cela doit cesser », a dit Nikol Pachinian."),
    ],
)  # fmt: skip
def test_the_speaker_named_at_the_end_outdoes_the_one_before(code: str, text: str) -> None:
    assert sources(code, text) == ["nikol-pashinyan"]


def test_whom_a_quotation_quotes_does_not_speak_on() -> None:
    text = (
        "“Ilham Aliyev said the talks in Geneva were useful. Azerbaijan attacked Sotk on Monday,” said Nikol Pashinyan."
    )
    (attack,) = [c for c in told("en", text) if c.type == "attack"]
    assert attack.attributed_to == "person/nikol-pashinyan"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Nikol Pashinyan said he was ready. “It is late. We are tired,” he said. “Azerbaijan attacked Sotk,” he added."),
        ("fr", "Nikol Pachinian s'est dit prêt. « Il est tard. Nous tenons », a-t-il dit. « L'Azerbaïdjan a attaqué Sotk », a-t-il ajouté."),
    ],
)  # fmt: skip
def test_a_pronoun_behind_a_long_quotation_takes_up_the_speaker_before_it(code: str, text: str) -> None:
    assert sources(code, text) == ["nikol-pashinyan"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Nikol Pashinyan said he was ready. He is expected to address the nation on Friday."),
        ("fr", "Nikol Pachinian s'est dit prêt. Il devrait s'exprimer vendredi."),
    ],
)
def test_who_is_expected_to_speak_has_not_spoken(code: str, text: str) -> None:
    found = extract(prose(code, text, datetime(2025, 5, 12, tzinfo=UTC))).claims
    assert len([c for c in found if c.type == "statement"]) == 1
