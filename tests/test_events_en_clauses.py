"""Laws of English clauses: whose day it is, whom "that" takes up, what is only wanted, mediated, put off or said of a minister."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg import pipeline
from kg.model import Extraction


def read(text: str) -> Extraction:
    """Return what the pipeline reads from an English text of 21 November 2020."""
    return pipeline.extract(prose("en", text, datetime(2020, 11, 21, tzinfo=UTC)))


def people(text: str, kind: str) -> list[set[str]]:
    """Return the participants of each claim of one type."""
    found = read(text)
    names = {actor.id: actor.name for actor in found.reading.actors}
    return [{names.get(p.actor, p.actor) for p in c.participants} for c in found.claims if c.type == kind]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Israel and Hamas agreed to an immediate ceasefire on Monday.", {"agreement": "2020-11-16"}),
        ("Hamas agreed to a ceasefire starting on Monday.", {"ceasefire": "2020-11-23/.."}),
        ("Joe Biden flew to Geneva on Friday to meet Vladimir Putin.", {"visit": "2020-11-20"}),
        ("Turkey sent troops on Monday to attack Kurdish fighters.", {"deployment": "2020-11-16"}),
        ("Hamas freed 14 hostages, including two Americans, in Gaza on Sunday.", {"prisoner_release": "2020-11-15"}),
        ("The FARC, which is fighting the army, suffered a defeat in May 2013.", {}),
    ],
)
def test_a_day_is_that_of_the_deed_it_stands_by(text: str, days: dict[str, str]) -> None:
    assert {c.type: c.when.edtf for c in read(text).claims if c.when is not None} == days


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("Turkish troops that left Idlib arrived in Ankara.", "withdrawal", {"Armed Forces of Turkey"}),
        ("Turkish troops that had been in Idlib began leaving the province.", "withdrawal", {"Armed Forces of Turkey"}),
        ("Israel weighed a plan proposed by Egypt that calls for talks.", "statement", set()),
        (
            "The Security Council will meet on Monday at the request of Algeria.",
            "meeting",
            {"United Nations Security Council"},
        ),
        ("Hezbollah seeks a ceasefire with Israel.", "ceasefire", {"Hezbollah", "Israel"}),
        ("The Philippines summoned China's envoy and raised the idea of expelling him.", "sanction", {"Philippines"}),
    ],
)
def test_who_acts_is_whom_the_clause_means(text: str, kind: str, who: set[str]) -> None:
    assert people(text, kind) == ([who] if who else [])


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("António Guterres led a last-minute push for a truce in Yemen.", "ceasefire", "proposed"),
        ("Emmanuel Macron demanded “an immediate ceasefire” in Gaza.", "ceasefire", "proposed"),
        ("Angola has offered to mediate talks between Rwanda and Burundi.", "negotiation", "proposed"),
        ("Angola will mediate direct talks between Rwanda and Burundi.", "negotiation", "planned"),
        ("Serbia suspends talks with Kosovo.", "negotiation", "postponed"),
        ("EU foreign ministers discussed sanctions against Georgia.", "sanction", "proposed"),
        ("The EU is considering new sanctions on Israel.", "sanction", "proposed"),
        ("Kosovo police arrested three Serbs suspected of attacking a patrol in Banjska.", "attack", "claimed"),
    ],
)
def test_how_real_an_event_is_its_surroundings_say(text: str, kind: str, status: str) -> None:
    assert [c.status for c in read(text).claims if c.type == kind] == [status]


def test_who_demands_a_truce_keeps_none() -> None:
    assert people("Emmanuel Macron demanded an immediate ceasefire in Gaza.", "ceasefire") == [set()]


def test_a_minister_resigns_and_no_state() -> None:
    assert people("Algeria's foreign minister resigned on Monday.", "resignation") == [set()]


def test_a_boycott_that_ends_refuses_nothing() -> None:
    assert people("Qatar ended its boycott of the Egyptian talks.", "refusal") == []


def test_sides_before_talks_are_no_place() -> None:
    found = read("Federica Mogherini hopes for a final agreement to the Kosovo and Serbia dialogue.")
    assert [c.place for c in found.claims if c.type == "negotiation"] == [None]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Turkey and Russia met amid tensions in Idlib.", "meeting", None),
        ("Angola and Rwanda spoke by phone on Monday following peace efforts in Goma.", "call", None),
        ("The Security Council will meet on Monday to discuss Gaza.", "meeting", None),
        ("Turkey and Russia met in Sochi after clashes in Idlib.", "meeting", "Sochi"),
        ("Vladimir Putin visited occupied Kherson in May.", "visit", "Kherson"),
        ("The United Kingdom signed a treaty on Monday handing the islands to Mauritius.", "signing", None),
    ],
)
def test_a_place_is_where_the_event_is(text: str, kind: str, place: str | None) -> None:
    found = read(text)
    names = {p.id: p.name for p in found.reading.places}
    assert [c.place and names[c.place] for c in found.claims if c.type == kind] == [place]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The accords provided for the integration of disarmed Hamas fighters.", "disarmament"),
        ("Vladimir Putin visited occupied Kherson in May.", "military_action"),
    ],
)
def test_a_participle_before_its_noun_tells_no_event(text: str, kind: str) -> None:
    assert people(text, kind) == []


def test_who_is_accused_of_sending_troops_sends_them() -> None:
    assert people("Congo accuses Rwanda of violating its territory by sending troops to Goma.", "deployment") == [
        {"Rwanda"}
    ]


def test_a_report_of_a_body_says_what_it_says_once() -> None:
    told = read("Rwandan soldiers crossed into Congo on Monday, according to a UN report.")
    speakers = [p.actor for c in told.claims if c.type == "statement" for p in c.participants]
    assert [actor.rpartition("/")[2] for actor in speakers] == ["united-nations"]


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("Talks stalled due to worsening relations between Turkey and Greece.", "negotiation", []),
        ("Talks resumed on Monday between Turkey and Greece.", "negotiation", [{"Turkey", "Greece"}]),
        ("General Motors has received US$17.4 billion in government loans.", "meeting", []),
    ],
)
def test_sides_of_another_noun_and_money_take_no_part(text: str, kind: str, who: list[set[str]]) -> None:
    assert [each for each in people(text, kind) if each] == who
