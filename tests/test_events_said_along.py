"""What somebody says along with what they do or have just said: "recalled its envoy, accusing Y of …", "said X, adding that …"."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.model import Claim
from kg.pipeline import extract


def told(code: str, text: str) -> tuple[Claim, ...]:
    """Return the claims of a text printed on a Monday."""
    return extract(prose(code, text, datetime(2025, 5, 12, tzinfo=UTC))).claims


def source(code: str, text: str, kind: str) -> str | None:
    """Return by whom the one event of a kind is told."""
    (claim,) = [c for c in told(code, text) if c.type == kind]
    return claim.attributed_to


@pytest.mark.parametrize(
    ("code", "text", "kind", "speaker"),
    [
        ("en", "Chad recalled its ambassador, accusing Niger of attacking Dirkou.", "attack", "country/TD"),
        ("en", "Accusing Niger of attacking Dirkou, Chad recalled its ambassador.", "attack", "country/TD"),
        ("en", "“We want peace,” Nikol Pashinyan said, adding that Azerbaijan had attacked Sotk.", "attack", "person/nikol-pashinyan"),
        ("en", "Nikol Pashinyan met Ilham Aliyev, saying that Chad had attacked Niger.", "attack", "person/nikol-pashinyan"),
        ("en", "Chad has attacked Niger, Armenia said, adding that it would not take part.", "attack", "country/AM"),
        ("en", "Armenia said Azerbaijan had left, adding that Chad had attacked Niger.", "attack", "country/AM"),
        ("fr", "Le Tchad a rappelé son ambassadeur, accusant le Niger d'avoir attaqué Dirkou.", "attack", "country/TD"),
        ("fr", "Accusant le Niger d'avoir attaqué Dirkou, le Tchad a rappelé son ambassadeur.", "attack", "country/TD"),
        ("fr", "« Nous voulons la paix », a dit Nikol Pachinian, ajoutant que l'Azerbaïdjan avait attaqué Sotk.", "attack", "person/nikol-pashinyan"),
        ("fr", "Nikol Pachinian a rencontré Ilham Aliev, tout en affirmant que le Tchad avait attaqué le Niger.", "attack", "person/nikol-pashinyan"),
        ("fr", "Le Tchad a attaqué le Niger, a dit l'Arménie, précisant qu'elle n'y prendrait pas part.", "attack", "country/AM"),
    ],
)  # fmt: skip
def test_a_gerund_of_speech_is_said_by_whoever_the_sentence_is_about(
    code: str, text: str, kind: str, speaker: str
) -> None:
    assert source(code, text, kind) == speaker


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("en", "Chad recalled its ambassador, accusing Niger of attacking Dirkou.", "sanction"),
        ("en", "Accusing Niger of attacking Dirkou, Chad recalled its ambassador.", "sanction"),
        ("en", "Chad broke off relations with Niger, citing the war in Gaza.", "war"),
        ("fr", "Accusant le Niger d'avoir attaqué Dirkou, le Tchad a rappelé son ambassadeur.", "sanction"),
        ("fr", "Le Tchad a rappelé son ambassadeur, accusant le Niger d'avoir attaqué Dirkou.", "sanction"),
    ],
)
def test_the_deed_that_goes_with_it_is_told_by_the_article(code: str, text: str, kind: str) -> None:
    assert {c.attributed_to for c in told(code, text) if c.type == kind} <= {None}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The party calling for war attacked Niger."),
        ("en", "Niger was attacked by Chad, saying that it had deployed 500 soldiers."),
        ("fr", "Les rebelles réclamant la guerre ont attaqué le Niger."),
        ("en", "Chad has attacked Niger, responding to an offer of talks."),
        ("fr", "Le Tchad a attaqué le Niger, répondant ainsi à une offre du Cameroun."),
    ],
)
def test_a_gerund_without_a_comma_behind_a_passive_or_of_an_answer_in_deeds_says_nothing(code: str, text: str) -> None:
    assert not [c for c in told(code, text) if c.type == "statement" or c.attributed_to]


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("en", "Chad recalled its ambassador, accusing Niger of attacking Dirkou.", 1),
        ("en", "Chad denounced the raid, accusing Niger of attacking Dirkou.", 1),
        ("fr", "Le Tchad a rappelé son ambassadeur, accusant le Niger d'avoir attaqué Dirkou.", 1),
        ("fr", "Le Tchad a dénoncé le raid, accusant le Niger d'avoir attaqué Dirkou.", 1),
    ],
)
def test_it_is_a_statement_where_the_sentence_has_no_other_of_the_speaker(code: str, text: str, count: int) -> None:
    assert len([c for c in told(code, text) if c.type == "statement"]) == count
