"""Every claim has the speaker whom its sentence gives: an actor, a source in the words of the text, or the article itself."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.model import Claim
from kg.pipeline import extract


def claims(language: str, text: str, kind: str) -> list[Claim]:
    """Return the claims of one type that a text makes."""
    article = prose(language, text, datetime(2020, 11, 21, tzinfo=UTC))
    return [claim for claim in extract(article).claims if claim.type == kind]


def said_by(language: str, text: str, kind: str) -> str | None:
    """Return who says the first claim of a type, without the kind of the id; None for the article's own voice."""
    found = claims(language, text, kind)
    assert found, f"no {kind} in {text!r}"
    return found[0].attributed_to and found[0].attributed_to.removeprefix("unnamed:").rpartition("/")[2]


@pytest.mark.parametrize(
    ("language", "text", "kind", "speaker"),
    [
        (
            "en",
            "Three diplomats familiar with the matter said Israel had bombed Beirut.",
            "attack",
            "Three diplomats familiar with the matter",
        ),
        ("en", "According to two Western officials, Israel bombed Beirut.", "attack", "two Western officials"),
        ("en", "According to an aide to Aoun, Israel bombed Beirut.", "attack", "an aide to Aoun"),
        ("en", "A Turkish diplomat said Israel had bombed Beirut.", "attack", "A Turkish diplomat"),
        ("en", "Two senior Hamas officials said Israel had bombed Gaza.", "attack", "Two senior Hamas officials"),
        ("en", "A source close to Hezbollah said Israel had bombed Beirut.", "attack", "A source close to Hezbollah"),
        (
            "en",
            "A person briefed on the talks said Israel had bombed Beirut.",
            "attack",
            "A person briefed on the talks",
        ),
        ("en", "Israel bombed Beirut, the health ministry said on Friday.", "attack", "the health ministry"),
        ("en", "Aoun's office said Israel had bombed Beirut.", "attack", "Aoun's office"),
        (
            "en",
            "Israel bombed Beirut, an Egyptian source and a foreign diplomat told Reuters.",
            "attack",
            "an Egyptian source and a foreign diplomat",
        ),
        (
            "fr",
            "Une source diplomatique turque a indiqué qu'Israël a bombardé Beyrouth.",
            "attack",
            "Une source diplomatique turque",
        ),
        (
            "fr",
            "Deux sources libanaises ont indiqué qu'Israël a bombardé Beyrouth.",
            "attack",
            "Deux sources libanaises",
        ),
        ("fr", "Israël a bombardé Beyrouth, selon un proche du Hezbollah.", "attack", "un proche du Hezbollah"),
        (
            "fr",
            "D'après un haut responsable libanais, Israël a bombardé Beyrouth.",
            "attack",
            "un haut responsable libanais",
        ),
        ("fr", "Israël a bombardé Beyrouth, a indiqué le bureau du procureur.", "attack", "le bureau du procureur"),
        (
            "fr",
            "Israël a bombardé Beyrouth, ont rapporté les agences de presse russes.",
            "attack",
            "les agences de presse russes",
        ),
    ],
)
def test_who_has_no_name_speaks_in_the_words_of_the_text(language: str, text: str, kind: str, speaker: str):
    assert said_by(language, text, kind) == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "An Israeli military spokesman said Hezbollah attacked Haifa.", "IL"),
        ("en", "Cuban officials said Hezbollah attacked Haifa.", "CU"),
        ("fr", "Un porte-parole de l'armée israélienne a indiqué que le Hezbollah a attaqué Haïfa.", "IL"),
        ("fr", "Des responsables américains ont indiqué que le Hezbollah a attaqué Haïfa.", "US"),
    ],
)
def test_spokesmen_and_officials_as_a_whole_speak_for_their_side(language: str, text: str, speaker: str):
    assert said_by(language, text, "attack") == speaker


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The plan says that Israel bombed Beirut."),
        ("en", "The evidence suggests that Israel bombed Beirut."),
        ("en", "Those who say that Israel bombed Beirut are wrong."),
        ("fr", "Le texte précise qu'Israël a bombardé Beyrouth."),
        ("fr", "Selon les termes de la trêve, Israël a bombardé Beyrouth."),
    ],
)
def test_texts_and_things_say_nothing(language: str, text: str):
    assert all(claim.attributed_to is None for claim in claims(language, text, "attack"))


@pytest.mark.parametrize(
    ("language", "text", "kind", "speaker"),
    [
        ("fr", "La Corée du Nord, qui selon Séoul se prépare, a tiré deux missiles vendredi.", "military_action", None),
        ("fr", "La Corée du Nord a tiré deux missiles vendredi, selon Séoul.", "military_action", "KR"),
        ("en", "North Korea, which according to Seoul is ready, attacked a ship on Friday.", "attack", None),
        ("en", "According to Seoul, North Korea attacked a ship on Friday.", "attack", "KR"),
    ],
)
def test_who_is_cited_in_an_aside_says_no_more_than_the_aside(language: str, text: str, kind: str, speaker: str | None):
    assert said_by(language, text, kind) == speaker


def test_the_subject_of_a_sentence_is_not_who_it_cites():
    found = claims("en", "According to two Western officials, Poland attacked a ship in March.", "statement")
    assert [p.actor for claim in found for p in claim.participants] == ["unnamed:two Western officials"]


@pytest.mark.parametrize(
    ("language", "text", "kind", "doer", "speaker"),
    [
        ("fr", "Emmanuel Macron, a fait savoir l'Élysée, s'entretiendra jeudi avec Joseph Aoun.", "meeting", "emmanuel-macron", "elysee"),
        ("en", "Erdogan, his office said, will visit Baku.", "visit", "recep-tayyip-erdogan", "his office"),
    ],
)  # fmt: skip
def test_a_saying_between_subject_and_verb_takes_no_part(language: str, text: str, kind: str, doer: str, speaker: str):
    claim = claims(language, text, kind)[0]
    assert doer in {p.actor.rpartition("/")[2] for p in claim.participants}
    assert said_by(language, text, kind) == speaker


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Spain is considering recognising Palestine.", "recognition", "proposed"),
        ("Britain is considering sending troops to Cyprus.", "deployment", "proposed"),
        ("Rwanda denied attacking Goma.", "attack", "denied"),
        ("Rwanda admitted attacking Goma.", "attack", "occurred"),
    ],
)
def test_what_is_considered_or_denied_in_a_gerund_did_not_happen(text: str, kind: str, status: str):
    assert [claim.status for claim in claims("en", text, kind)] == [status]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "en",
            "Emmanuel Macron met Angela Merkel and hailed the deal. He added that Russia had attacked Kharkiv.",
            "emmanuel-macron",
        ),
        (
            "en",
            'Antony Blinken told Sergei Lavrov that it was over. "Russia attacked Kharkiv," he said.',
            "antony-blinken",
        ),
        ("en", "Japan and South Korea condemned the test. They said Russia had attacked Kharkiv.", "JP"),
        ("en", "Antony Blinken visited Kyiv with Lloyd Austin. He said Russia attacked Kharkiv.", None),
        ("fr", "Paris et Berlin réclament des sanctions. « La Russie a attaqué Kharkiv », soulignent-ils.", "FR"),
        ("fr", "Paris et Berlin réclament des sanctions. « La Russie a attaqué Kharkiv », souligne-t-il.", None),
        (
            "fr",
            "L'Élysée a publié une lettre commune avec Londres. « La Russie a attaqué Kharkiv », souligne-t-il.",
            None,
        ),
        ("fr", "Emmanuel Macron a salué l'accord. Selon lui, la Russie a attaqué Kharkiv.", "emmanuel-macron"),
    ],
)
def test_a_pronoun_speaks_for_who_spoke_last_where_no_other_may_be_meant(language: str, text: str, speaker: str | None):
    assert said_by(language, text, "attack") == speaker


@pytest.mark.parametrize(
    ("language", "text", "kind", "status"),
    [
        ("en", "Talks that were to have begun on Monday between Thailand and Cambodia never took place.", "negotiation", "denied"),
        ("en", "Talks that were due to open in Geneva between Serbia and Kosovo were called off.", "negotiation", "cancelled"),
        ("en", "The summit that took place in Doha did not end the war.", "meeting", "occurred"),
        ("fr", "La rencontre qui devait se tenir à Doha entre la Serbie et le Kosovo n'a pas eu lieu.", "meeting", "denied"),
        ("fr", "L'armée a attaqué Goma sans que l'ONU ait évacué ses troupes.", "withdrawal", "denied"),
        ("fr", "L'armée a attaqué Goma après que l'ONU a évacué ses troupes.", "withdrawal", "occurred"),
    ],
)  # fmt: skip
def test_what_was_to_be_and_never_was_did_not_happen(language: str, text: str, kind: str, status: str):
    assert [claim.status for claim in claims(language, text, kind)] == [status]


def test_whom_a_letter_is_written_to_is_not_among_its_authors():
    text = "In a joint letter to the UN Security Council, Japan and South Korea condemned the launch."
    found = claims("en", text, "statement")
    assert [p.actor for claim in found for p in claim.participants] == ["country/JP", "country/KR"]


def test_whom_a_relative_clause_is_on_does_not_say_what_somebody_unknown_says_there():
    assert claims("en", "Russia, which Boeing estimates holds 200 aircraft, seized the planes.", "statement") == []


def test_the_summit_beside_which_two_did_not_meet_is_not_their_meeting():
    text = "No meeting took place between Erdogan and Mitsotakis on the sidelines of the summit in New York."
    assert [bool(claim.participants) for claim in claims("en", text, "meeting") if claim.polarity == "positive"] == [
        False
    ]


@pytest.mark.parametrize(
    ("language", "text", "kind", "speaker"),
    [
        ("fr", "Mardi, le Pentagone a annoncé le retrait prochain de 2.000 soldats d'Irak.", "withdrawal", "united-states-department-of-defense"),
        ("fr", "Alors que les combats continuent, Paris a annoncé l'envoi de 300 soldats au Tchad.", "deployment", "FR"),
        ("en", "Last week, Hamas announced a ceasefire with Israel.", "ceasefire", "hamas"),
        ("en", "In Washington, Emmanuel Macron confirmed the withdrawal of French troops from Chad.", "withdrawal", "emmanuel-macron"),
        ("en", "Russia attacked Kyiv, Emmanuel Macron said at a meeting with Olaf Scholz.", "attack", "emmanuel-macron"),
    ],
)  # fmt: skip
def test_what_a_verb_announces_stands_behind_it_whatever_opens_the_sentence(
    language: str, text: str, kind: str, speaker: str
) -> None:
    assert said_by(language, text, kind) == speaker


def test_the_meeting_at_which_somebody_says_it_is_not_what_he_says() -> None:
    text = "Russia attacked Kyiv, Emmanuel Macron said at a meeting with Olaf Scholz."
    assert said_by("en", text, "meeting") is None


def test_how_often_somebody_says_it_does_not_speak() -> None:
    text = (
        'Barack Obama presented his plan. He said that he expected "safe cars," and several times described what he foresaw as "better". '
        "He said that Russia had attacked Kyiv."
    )
    assert said_by("en", text, "attack") in (None, "Q76")


@pytest.mark.parametrize(
    ("language", "text", "kind", "who"),
    [
        ("en", "Rebels attacked Goma, said two diplomats.", "attack", "two diplomats"),
        ("fr", "Les rebelles ont attaqué Goma, ont indiqué deux diplomates.", "attack", "deux diplomates"),
        ("en", "The accord, signed by Chad and Niger, calls for all foreign forces to leave.", "signing", None),
    ],
)
def test_who_is_counted_speaks_and_who_is_called_on_does_not(
    language: str, text: str, kind: str, who: str | None
) -> None:
    assert said_by(language, text, kind) == who
