"""What becomes of an event by the words that tell it: put off, called off, asked for, passed over, and forces' last day."""

from datetime import datetime

import pytest

from kg.model import Article, Claim, Segment
from kg.pipeline import extract


def told(lang: str, text: str, *types: str, segment: str = "body") -> list[Claim]:
    """Return the claims of these types, or all."""
    parts = (Segment(segment, 0, len(text)),)  # type: ignore[arg-type]
    article = Article("x", "", text, parts, lang, published=datetime.fromisoformat("2020-11-21"))
    return [claim for claim in extract(article).claims if not types or claim.type in types]


@pytest.mark.parametrize(("lang", "text", "status"), [
    ("fr", "La Turquie a décidé de repousser la réunion internationale qu'elle devait accueillir samedi.", "postponed"),
    ("en", "Egypt has decided to postpone the Arab summit that it was to host on Saturday.", "postponed"),
    ("en", "A conference on Libya that Moscow had pencilled in for Dec. 4 will not go ahead.", "cancelled"),
    ("fr", "La conférence que Moscou avait prévue le 4 décembre n'aura pas lieu.", "cancelled"),
    ("en", "The summit between Egypt and Turkey will not take place.", "cancelled"),
    ("fr", "La réunion prévue lundi n'aura pas lieu.", "cancelled"),
    ("fr", "Aucune réunion n'aura lieu lundi.", "denied"),
    ("en", "No meeting will take place between Israel and Qatar.", "denied"),
    ("fr", "Paris souhaite que le Qatar accueille une réunion entre Israéliens et Palestiniens.", "proposed"),
    ("fr", "Le président a proposé que l'Égypte accueille un sommet entre la Libye et le Tchad.", "proposed"),
    ("fr", "Le Qatar a accueilli une réunion entre Israéliens et Palestiniens.", "occurred"),
    ("en", "The meeting that Israel denied took place in Paris.", "occurred"),
])  # fmt: skip
def test_a_meeting_stands_as_its_sentence_says(lang: str, text: str, status: str) -> None:
    assert [claim.status for claim in told(lang, text, "meeting")] == [status]


@pytest.mark.parametrize(("lang", "text"), [
    ("fr", "Conférence de Paris sur la Libye : ce qu'il faut savoir"),
    ("en", "Geneva talks on Syria: five questions"),
])  # fmt: skip
def test_a_headline_that_only_names_talks_does_not_say_that_they_were_held(lang: str, text: str) -> None:
    assert told(lang, text, "meeting", "negotiation", segment="title") == []


@pytest.mark.parametrize(("lang", "text"), [
    ("fr", "Il n'a rien dit d'une trêve avec le Hamas."),
    ("en", "He said nothing of a truce with Hamas."),
    ("en", "He did not mention a meeting between Israel and Qatar."),
])  # fmt: skip
def test_what_somebody_does_not_speak_of_is_not_told(lang: str, text: str) -> None:
    assert told(lang, text, "ceasefire", "meeting") == []


@pytest.mark.parametrize(("lang", "text", "status", "day"), [
    ("en", "France's military presence in Niger ends on December 22.", "planned", "2020-12-22"),
    ("en", "France ended its military presence in Chad.", "occurred", None),
    ("fr", "La présence militaire française au Niger prendra fin le 31 décembre.", "planned", "2020-12-31"),
    ("fr", "Paris mettra fin à sa présence militaire au Gabon.", "planned", None),
    ("en", "Biden ordered home the last American troops in Syria.", "planned", None),
    ("en", "Trump ordered U.S. troops withdrawn from Somalia.", "planned", None),
    ("en", "Trump has ordered the U.S. contingent in Somalia cut from 700 to 50 soldiers.", "planned", None),
])  # fmt: skip
def test_the_end_of_what_forces_do_somewhere_is_their_withdrawal(lang: str, text: str, status: str, day: str) -> None:
    found = [(c.status, c.deadline and c.deadline.edtf) for c in told(lang, text, "withdrawal")]
    assert found == [(status, day)]


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Her role in the government ended on Monday."),
    ("en", "The embassy's mission ends on Monday."),
    ("en", "France kept its military presence in Chad."),
    ("fr", "La présence militaire russe en Syrie inquiète Washington."),
    ("en", "Turkey ordered home its ambassador."),
])  # fmt: skip
def test_the_end_of_other_things_and_forces_that_stay_are_none(lang: str, text: str) -> None:
    assert told(lang, text, "withdrawal") == []


@pytest.mark.parametrize(("lang", "text", "found"), [
    ("en", "All U.S. troops out of Syria by Dec. 11", [("planned", "../2020-12-11")]),
    ("fr", "Tous les soldats français hors du Niger d'ici au 11 décembre", [("planned", "../2020-12-11")]),
    ("en", "US troops out of Niger, protesters demand", []),
    ("en", "Protesters want French troops out of Niger by Dec. 11", []),
])  # fmt: skip
def test_a_headline_without_a_verb_gives_forces_a_last_day(lang: str, text: str, found: list[tuple[str, str]]) -> None:
    claims = told(lang, text, "withdrawal", segment="title")
    assert [(c.status, c.deadline and c.deadline.edtf) for c in claims if c.rule == "verb:out of"] == found


def test_a_number_told_twice_of_prisoners_is_of_one_release() -> None:
    found = told(
        "fr", "Israël a libéré cent prisonniers. Cent détenus ont quitté la prison mercredi.", "prisoner_release"
    )
    assert [claim.event for claim in found] == [found[0].event] * 2


@pytest.mark.parametrize("verb", ["handed over", "turned over"])
def test_over_belongs_to_the_verb_that_hands_prisoners_over(verb: str) -> None:
    (claim,) = told("en", f"Hamas {verb} four hostages to Israel.", "prisoner_release")
    assert claim.quantity is not None
    assert (claim.quantity.value, claim.quantity.comparator) == (4, None)
