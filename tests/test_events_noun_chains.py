"""What is feared, averted, called off or held after a night of talks, where one noun hangs on another."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.pipeline import extract


def told(code: str, text: str, kind: str) -> list[tuple[str, str]]:
    """Return status and polarity of each claim of a kind in a text printed on a Saturday."""
    claims = extract(prose(code, text, datetime(2020, 11, 21, tzinfo=UTC))).claims
    return [(claim.status, claim.polarity) for claim in claims if claim.type == kind]


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("fr", "Israël craint une attaque de l'Iran.", "attack"),
        ("fr", "L'ONU a averti d'une attaque de la Russie contre Odessa.", "attack"),
        ("fr", "L'accord vise à prévenir une guerre entre l'Inde et le Pakistan.", "war"),
        ("fr", "La Turquie veut éviter une guerre avec la Grèce.", "war"),
        ("fr", "L'Égypte redoute une rupture de la trêve à Gaza.", "ceasefire"),
        ("en", "Israel fears an Iranian attack.", "attack"),
        ("en", "Kyiv warned of a Russian attack on Odessa.", "attack"),
        ("en", "The raid averted an attack on Paris.", "attack"),
    ],
)
def test_what_is_feared_or_averted_is_not_told(code: str, text: str, kind: str) -> None:
    assert told(code, text, kind) == []


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("fr", "L'ONU a condamné une attaque de la Russie contre Odessa.", "attack"),
        ("fr", "Israël craint que l'Iran ait attaqué le navire.", "attack"),
        ("en", "The United Nations condemned a Russian attack on Odessa.", "attack"),
    ],
)
def test_what_is_condemned_or_feared_to_have_been_is_told(code: str, text: str, kind: str) -> None:
    assert told(code, text, kind) == [("occurred", "positive")]


def test_what_somebody_fears_another_does_lies_ahead() -> None:
    assert told("fr", "L'Otan craint que la Russie n'attaque la Lituanie.", "attack") == [("planned", "positive")]


@pytest.mark.parametrize(
    ("code", "text", "kind", "status"),
    [
        ("fr", "La rupture de la trêve entre Israël et le Hamas inquiète Paris.", "ceasefire", "cancelled"),
        ("fr", "La levée du cessez-le-feu à Gaza inquiète l'Égypte.", "ceasefire", "cancelled"),
        ("fr", "Le report du sommet entre la Russie et la Turquie déçoit l'Otan.", "meeting", "postponed"),
        ("fr", "Moscou demande le report du sommet entre la Russie et la Turquie.", "meeting", "planned"),
        ("fr", "L'ONU appelle à la tenue de pourparlers entre la Serbie et le Kosovo.", "negotiation", "proposed"),
        ("fr", "Les deux pays ont décidé la mise en place d'un cessez-le-feu au Liban.", "ceasefire", "planned"),
        ("fr", "Paris explore la possibilité d'un cessez-le-feu entre Israël et le Hamas.", "ceasefire", "proposed"),
        ("en", "The cancellation of the talks between India and Pakistan came on Friday.", "negotiation", "cancelled"),
    ],
)
def test_a_noun_before_another_says_what_became_of_it(code: str, text: str, kind: str, status: str) -> None:
    assert told(code, text, kind) == [(status, "positive")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Aucune rencontre n'est prévue entre Vladimir Poutine et Donald Trump."),
        ("en", "No meeting is planned between Vladimir Putin and Donald Trump."),
    ],
)
def test_a_meeting_that_nobody_plans_is_denied(code: str, text: str) -> None:
    assert told(code, text, "meeting") == [("denied", "negative")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Après des mois de négociations, l'Inde et le Pakistan ont signé un accord."),
        ("fr", "Après une longue nuit de discussions, l'Inde et le Pakistan ont signé un accord."),
        ("fr", "Après plusieurs semaines d'intenses négociations, l'Inde et le Pakistan ont signé un accord."),
        ("en", "After a long night of talks, India and Pakistan signed an agreement."),
    ],
)
def test_talks_are_over_after_a_span_of_them(code: str, text: str) -> None:
    assert told(code, text, "negotiation") == [("occurred", "positive")]


def test_a_meeting_that_was_not_announced_was_held_all_the_same() -> None:
    text = "L'entretien entre Antony Blinken et Xi Jinping n'avait pas été annoncé."
    assert told("fr", text, "meeting") == [("occurred", "positive")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Aucune date n'a été fixée pour les pourparlers entre Israël et le Liban."),
        ("en", "No date has been set for the talks between Israel and Lebanon."),
    ],
)
def test_what_a_date_is_set_for_lies_ahead(code: str, text: str) -> None:
    assert told(code, text, "negotiation") == [("planned", "positive")]


@pytest.mark.parametrize(
    ("code", "text", "kind", "expected"),
    [
        ("fr", "Ce sommet est un premier pas vers un retrait des troupes russes d'Ukraine.", "withdrawal", [("proposed", "positive")]),
        ("en", "The summit is a step towards a withdrawal of Russian troops from Ukraine.", "withdrawal", [("proposed", "positive")]),
        ("fr", "Aucune décision n'a été prise d'ouvrir des discussions avec le Pakistan.", "negotiation", [("denied", "negative")]),
        ("fr", "Nikol Pachinian et Ilham Aliev ne se sont rencontrés pas moins de trois fois.", "meeting", [("occurred", "positive")]),
        ("fr", "Les efforts déployés par la France au Liban ont échoué.", "deployment", []),
        ("fr", "La France a déployé des soldats au Liban.", "deployment", [("occurred", "positive")]),
        ("fr", "L'ONU a proposé d'élargir la trêve.", "prisoner_release", []),
        ("fr", "L'Iran a reçu de la Russie une proposition.", "meeting", []),
        ("fr", "Emmanuel Macron a reçu des négociateurs russes.", "meeting", [("occurred", "positive")]),
    ],
)  # fmt: skip
def test_what_stands_beside_a_word_says_whether_it_tells_an_event(
    code: str, text: str, kind: str, expected: list[tuple[str, str]]
) -> None:
    assert told(code, text, kind) == expected
