"""Kinds of wrong reading that were counted in articles: for each, sentences that must tell an event and ones that must not."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg import pipeline
from kg.model import Claim


def claims(text: str, code: str = "en") -> tuple[list[Claim], dict[str, str]]:
    published = datetime(2021, 5, 5, 9, 0, tzinfo=UTC)  # a Wednesday
    article = prose(code, text, published)
    found = pipeline.extract(article, profile="fast")
    return list(found.claims), {actor.id: actor.name for actor in found.reading.actors}


def told(text: str, code: str = "en") -> list[tuple[str, str, frozenset[str]]]:
    found, names = claims(text, code)
    return [(c.type, c.status, frozenset(names.get(p.actor, p.actor) for p in c.participants)) for c in found]


def types(text: str, code: str = "en") -> set[str]:
    return {kind for kind, _, _ in told(text, code)}


FEARED = [
    ("en", "The dispute over the dam led to fears of open war between Egypt and Ethiopia."),
    ("en", "The risk of war with Iran is growing, the United States said."),
    ("en", "In 2006 Israel and Syria came to the brink of war."),
    ("en", "France warned of the danger of an attack by the Islamic State."),
    ("en", "The threat of an Israeli attack keeps Lebanon awake."),
    ("fr", "La France évoque le risque d'une guerre entre l'Égypte et l'Éthiopie."),
    ("fr", "La crainte d'une attaque d'Israël grandit au Liban."),
]
NOT_FEARED = [
    ("en", "The war between Egypt and Ethiopia began in May.", "war"),
    ("en", "Israel's attack on Syria killed three soldiers.", "attack"),
    ("en", "Fears grew after an attack by Boko Haram on Monday.", "attack"),
    ("en", "At the risk of angering Iran, Israel attacked Syria.", "attack"),
    ("en", "A threat by Hamas followed the Israeli attack on Gaza on Monday.", "attack"),
    ("fr", "L'attaque d'Israël contre le Liban a tué trois soldats lundi.", "attack"),
]


@pytest.mark.parametrize(("code", "text"), FEARED)
def test_what_is_only_feared_is_not_told(code, text):
    assert not {"war", "attack"} & types(text, code)


@pytest.mark.parametrize(("code", "text", "kind"), NOT_FEARED)
def test_what_happens_beside_a_fear_is_told(code, text, kind):
    assert kind in types(text, code)


NAMING = [
    "Rustem Umerov is known for his negotiation skills.",
    "She is one of the few with direct negotiation experience with Russia.",
    "War veterans from Russia marched in Moscow on Monday.",
    "The Israeli war cabinet sat in Jerusalem.",
    "Russia lost two attack helicopters in Syria.",
]
NAMED = [
    ("Negotiations with Russia resumed in Geneva.", "negotiation"),
    ("The war between Russia and Ukraine goes on.", "war"),
    ("The Israeli attack on Syria was condemned by France.", "attack"),
    ("Talks with Russia failed on Monday in Geneva.", "negotiation"),
    ("An attack by Boko Haram on Monday killed ten people.", "attack"),
]


@pytest.mark.parametrize("text", NAMING)
def test_a_noun_that_names_the_next_one_tells_nothing(text):
    assert not {"negotiation", "war", "attack"} & types(text)


@pytest.mark.parametrize(("text", "kind"), NAMED)
def test_the_same_noun_alone_tells_its_event(text, kind):
    assert kind in types(text)


SUPPOSED = [
    ("en", "Russia will leave if Georgia signs the accord."),
    ("en", "If Israel attacks Syria, Russia will respond."),
    ("en", "Unless Iran attacks Israel, nothing will change."),
    ("en", "Did Israel attack Syria?"),
    ("en", "Russia will leave on condition that Georgia signs the accord."),
    ("fr", "La Russie partira si la Géorgie signe l'accord."),
]
STATED = [
    ("en", "Georgia signed the accord with Russia.", "signing"),
    ("en", "Israel attacked Syria on Monday.", "attack"),
    ("en", "If this holds, it is a success: Georgia signed the accord with Russia.", "signing"),
    ("en", "Israel attacked Syria, and nobody knows whether peace will last.", "attack"),
    ("en", "As Georgia signed the accord with Russia, France applauded.", "signing"),
    ("fr", "La Géorgie a signé l'accord avec la Russie.", "signing"),
]


@pytest.mark.parametrize(("code", "text"), SUPPOSED)
def test_a_condition_or_a_question_tells_nothing(code, text):
    assert not {"signing", "attack"} & types(text, code)


@pytest.mark.parametrize(("code", "text", "kind"), STATED)
def test_what_is_said_outright_is_told(code, text, kind):
    assert kind in types(text, code)


TURNS = [
    ("Antony Blinken met Benjamin Netanyahu, then Mahmoud Abbas.", 2),
    ("Antony Blinken met with Benjamin Netanyahu and then with Mahmoud Abbas.", 2),
    ("Antony Blinken met separately with Israel and Egypt.", 2),
    ("Antony Blinken met Benjamin Netanyahu and Mahmoud Abbas.", 1),
    ("Antony Blinken met then president Mahmoud Abbas.", 1),
    ("Emmanuel Macron then met Angela Merkel in Berlin.", 1),
]


@pytest.mark.parametrize(("text", "count"), TURNS)
def test_who_meets_one_and_then_another_meets_twice(text, count):
    found, _ = claims(text)
    assert len({c.event for c in found if c.type == "meeting"}) == count


FIGURES = ["Higher prices hit Turkish exports.", "Inflation struck Lebanon.", "Sanctions hit Russian banks."]
BLOWS = [
    ("A missile hit a Ukrainian school.", {"Ukraine"}),
    ("Russia struck Ukraine on Monday.", {"Russia", "Ukraine"}),
    ("Israeli jets hit Syria.", {"Syria"}),
    ("Israeli fire has killed three people in Lebanon.", {"Israel"}),
    ("Turkish drones struck Syria on Monday.", {"Syria"}),
]


@pytest.mark.parametrize("text", FIGURES)
def test_prices_and_sanctions_attack_nobody(text):
    assert "attack" not in types(text)


@pytest.mark.parametrize(("text", "people"), BLOWS)
def test_weapons_and_those_who_use_them_do(text, people):
    assert any(kind == "attack" and people <= who for kind, _, who in told(text)), told(text)


DENIED = [
    ("Neither Israel nor Lebanon signed the deal.", "signing", {"Israel", "Lebanon"}),
    ("Neither Israel nor Lebanon has attacked Syria.", "attack", {"Israel", "Lebanon", "Syria"}),
    ("Serbia did not sign the deal with Kosovo.", "signing", {"Serbia", "Kosovo"}),
    ("Armenia never totally disarmed.", "disarmament", {"Armenia"}),
    ("Rwanda denied that it had attacked Burundi.", "attack", {"Rwanda", "Burundi"}),
]


@pytest.mark.parametrize(("text", "kind", "people"), DENIED)
def test_who_did_not_do_it_is_named_in_full(text, kind, people):
    assert (kind, "denied", frozenset(people)) in told(text)


def test_who_denies_backing_others_does_not_deny_what_they_did():
    found = told("Rwanda has denied supporting the rebels who attacked Burundi on Monday.")
    attacks = [(status, who) for kind, status, who in found if kind == "attack"]
    assert [status for status, _ in attacks] == ["occurred"]
    assert not any("Rwanda" in who for _, who in attacks)


TAKEN_UP = [
    ("Narendra Modi will visit Nepal on Friday. During the visit, he will open a road.", {"planned"}),
    ("Narendra Modi will visit Nepal on Friday. Officials said Modi's visit is part of a tour.", {"planned"}),
    ("Narendra Modi visited Nepal on Sunday. During the visit, he opened a road.", {"occurred"}),
    ("Narendra Modi visited Nepal on Sunday. Officials said Modi's visit was part of a tour.", {"occurred"}),
]


@pytest.mark.parametrize(("text", "status"), TAKEN_UP)
def test_a_noun_that_takes_up_an_event_keeps_its_status(text, status):
    found, _ = claims(text)
    visits = [c for c in found if c.type == "visit"]
    assert {c.status for c in visits} == status
    assert len({c.event for c in visits}) == 1


PLACES = [
    ("Greece and Turkey met on Thursday for the first time since a row over borders in Cyprus began.", "meeting", None),
    ("India resumed talks with China after a quarrel about its envoy to Moscow.", "negotiation", None),
    ("Rebels signed a pact with Chad to end one of Asia's oldest revolts.", "signing", None),
    ("Greece and Turkey met in Geneva on Thursday since a row over borders had begun.", "meeting", "city/geneva"),
    ("Armenia and Azerbaijan signed a pact in Moscow.", "signing", "city/moscow"),
]


@pytest.mark.parametrize(("text", "kind", "place"), PLACES)
def test_a_place_in_another_clause_is_not_where_it_happened(text, kind, place):
    found, _ = claims(text)
    assert [c.place for c in found if c.type == kind] == [place]


DAYS = [
    ("The truce took effect on Monday after two years of war in Gaza.", "war", None),
    ("Antony Blinken left Moscow on Monday after talks with Sergey Lavrov.", "meeting", None),
    ("Antony Blinken left Moscow on Monday after talks with Sergey Lavrov on Sunday.", "meeting", "2021-05-02"),
    ("The ministers of Greece and Turkey met on Monday after a quarrel.", "meeting", "2021-05-03"),
]


@pytest.mark.parametrize(("text", "kind", "day"), DAYS)
def test_a_day_before_after_is_not_that_of_what_was_over(text, kind, day):
    found, _ = claims(text)
    assert {c.when and c.when.edtf for c in found if c.type == kind} == {day}


SIDES = [
    (
        "China and India met in Delhi. The talks, chaired by Antony Blinken, ended on Friday.",
        {"China", "India", "Antony Blinken"},
    ),
    ("Mediators from the United States, Egypt and Qatar have met in Cairo.", {"United States", "Egypt", "Qatar"}),
    ("Russia and Ukraine are at odds, as both delegations met in Istanbul this week.", {"Russia", "Ukraine"}),
    (
        "The accord follows a meeting attended by Anwar Ibrahim, Emmanuel Macron and Angela Merkel.",
        {"Anwar Ibrahim", "Emmanuel Macron", "Angela Merkel"},
    ),
    ("Greece and Turkey met for the first time since a row between the two NATO members began.", {"Greece", "Turkey"}),
]


@pytest.mark.parametrize(("text", "people"), SIDES)
def test_no_side_is_lost_and_none_is_lent(text, people):
    assert people in [set(who) for kind, _, who in told(text) if kind in ("meeting", "negotiation")], told(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Boeing signed a contract with India.", 0),
        ("Siemens signed contracts in Iraq.", 0),
        ("India and France signed a contract for jets.", 1),
        ("India signed an agreement with France.", 1),
    ],
)
def test_a_contract_names_both_its_sides(text, count):
    assert sum(kind == "signing" for kind, _, _ in told(text)) == count


@pytest.mark.parametrize(
    "text", ["The ministers spoke of the Argyle Declaration for Dialogue and Peace between Guyana and Venezuela."]
)
def test_the_title_of_a_text_tells_no_talks(text):
    assert "negotiation" not in types(text)


def test_talks_that_people_gathered_for_were_held():
    assert [
        s for k, s, _ in told("Officials from Sudan and Chad gathered in Doha for peace talks.") if k == "negotiation"
    ] == ["occurred"]


def test_a_meeting_for_the_first_time_is_a_meeting():
    assert ("meeting", "occurred", frozenset({"Greece", "Turkey"})) in told(
        "Greece and Turkey met on Monday for the first time."
    )


WHOSE = [
    ("Armenia's Nikol Pashinyan and Azerbaijan's Ilham Aliyev met in Prague.", {"Nikol Pashinyan", "Ilham Aliyev"}),
    ("France and Germany's Angela Merkel met in Paris.", {"France", "Angela Merkel"}),
    ("The French and German ministers met in Paris.", {"France", "Germany"}),
    ("Israel and the Palestinian militant group Hamas signed a deal.", {"Israel", "Hamas"}),
    ("Turkey and the Kurdish rebel group PKK signed a deal.", {"Turkey", "Kurdistan Workers' Party"}),
]


@pytest.mark.parametrize(("text", "people"), WHOSE)
def test_whose_somebody_is_keeps_nobody_out_of_a_list(text, people):
    assert people in [set(who) for kind, _, who in told(text) if kind in ("meeting", "signing")], told(text)


ASKED = [
    ("Angela Merkel demanded Russia withdrew its troops from Georgia.", "withdrawal", {"proposed"}),
    ("Angela Merkel demanded that Russia withdraw its troops from Georgia.", "withdrawal", {"proposed"}),
    ("Angela Merkel demanded talks after Russia attacked Georgia.", "attack", {"occurred"}),
    ("France wanted peace, Russia attacked Georgia.", "attack", {"occurred"}),
    ("Angela Merkel said Russia withdrew its troops from Georgia.", "withdrawal", {"occurred"}),
]


@pytest.mark.parametrize(("text", "kind", "status"), ASKED)
def test_what_somebody_demands_is_not_done(text, kind, status):
    assert {s for k, s, _ in told(text) if k == kind} == status


BESIDE = [
    ("Emmanuel Macron met Angela Merkel on Saturday with Serbia and Kosovo pledging to work together.", 2),
    ("Emmanuel Macron is set to meet Angela Merkel on the sidelines of the meeting.", 2),
    ("Emmanuel Macron met Angela Merkel, with Ursula von der Leyen attending.", 3),
]


@pytest.mark.parametrize(("text", "count"), BESIDE)
def test_what_goes_on_beside_a_meeting_lends_it_nobody(text, count):
    assert [len(who) for kind, _, who in told(text) if kind == "meeting"] == [count], told(text)


def test_who_meet_about_a_truce_need_not_keep_it():
    found = told("Egypt and Qatar met Hamas in Cairo. Egypt had hopes for a proposed truce in Gaza.")
    assert all("Qatar" not in who for kind, _, who in found if kind == "ceasefire")


@pytest.mark.parametrize(
    "text", ["Talks between Iran and Iraq produced nothing.", "The talks between Iran and Iraq yielded nothing."]
)
def test_talks_that_brought_nothing_were_held(text):
    assert [s for k, s, _ in told(text) if k == "negotiation"] == ["occurred"]
