"""Laws of what did not happen, or happened through another: failed, hindered, ruled out, forced, bound by a text, laid at a door."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg import pipeline


def told(text: str) -> set[tuple[str, str, str, frozenset[str]]]:
    """Return type, status, polarity and participants of each claim that the pipeline reads from an English text."""
    found = pipeline.extract(prose("en", text, datetime(2020, 11, 21, tzinfo=UTC)))
    names = {actor.id: actor.name for actor in found.reading.actors}
    return {
        (c.type, c.status, c.polarity, frozenset(names.get(p.actor, p.actor) for p in c.participants))
        for c in found.claims
    }


@pytest.mark.parametrize(
    ("text", "kind", "people"),
    [
        ("Greece and Turkey failed to reach an agreement in Brussels on Thursday.", "agreement", {"Greece", "Turkey"}),
        ("Kenya and Chad were unable to reach a deal.", "agreement", {"Kenya", "Chad"}),
        ("Greece stopped short of recognising Kosovo.", "recognition", {"Greece", "Kosovo"}),
        ("Russia refrained from attacking Turkey.", "attack", {"Russia", "Turkey"}),
        ("Hamas failed to release 30 hostages on Saturday.", "prisoner_release", {"Hamas"}),
        ("The court barred Imran Khan from meeting Donald Trump.", "meeting", {"Imran Khan", "Donald Trump"}),
        ("Russia prevented Ukraine from shelling Belgorod.", "attack", {"Ukraine"}),
    ],
)
def test_what_somebody_fails_or_is_hindered_to_do_is_denied(text: str, kind: str, people: set[str]) -> None:
    assert (kind, "denied", "negative", frozenset(people)) in told(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Serbia ruled out recognising Kosovo.", "recognition"),
        ("Serbia avoided signing the deal.", "signing"),
        ("Serbia rejected holding talks with Kosovo.", "negotiation"),
        ("The agreement prohibits Turkey from attacking Greece.", "attack"),
        ("Turkey wants to stop Greece from attacking Cyprus.", "attack"),
    ],
)
def test_what_is_ruled_out_or_to_be_hindered_is_not_told(text: str, kind: str) -> None:
    assert kind not in {each for each, status, _, _ in told(text) if status != "denied"}


@pytest.mark.parametrize(
    ("text", "kind", "status", "people"),
    [
        ("Egypt failed to prevent the M23 from seizing Goma.", "military_action", "occurred", {"M23"}),
        ("The UN did not stop Serbia from attacking Croatia.", "attack", "occurred", {"Serbia", "Croatia"}),
        ("Serbia is on the verge of recognising Kosovo.", "recognition", "planned", {"Serbia", "Kosovo"}),
        ("Russia forced Ukraine to withdraw from Kherson.", "withdrawal", "occurred", {"Ukraine"}),
        ("Qatar helped Israel and Hamas to reach a deal.", "agreement", "occurred", {"Israel", "Hamas"}),
        ("Serbia is accused of attacking Croatia.", "attack", "claimed", {"Serbia", "Croatia"}),
        ("Serbia, accused of attacking Croatia, left the talks.", "attack", "claimed", {"Serbia", "Croatia"}),
        ("Serbia broke off talks with Kosovo.", "negotiation", "cancelled", {"Serbia", "Kosovo"}),
        ("The talks with Kosovo were broken off by Serbia.", "negotiation", "cancelled", {"Kosovo"}),
        ("After being attacked in May, Hamas withdrew.", "attack", "occurred", {"Hamas"}),
    ],
)
def test_how_real_a_deed_is_and_whose_the_verb_before_it_says(
    text: str, kind: str, status: str, people: set[str]
) -> None:
    assert (kind, status, "positive", frozenset(people)) in told(text)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Kyiv signed a deal that requires Moscow to withdraw its soldiers from Kherson.", "Russia"),
        ("The accord obliges Rwanda to withdraw its soldiers from Goma.", "Rwanda"),
    ],
)
def test_who_is_bound_by_a_text_is_who_will_act(text: str, people: str) -> None:
    found = [(status, who) for kind, status, _, who in told(text) if kind == "withdrawal"]
    assert [status for status, _ in found] == ["planned"]
    assert people in found[0][1]
    assert "Ukraine" not in found[0][1]


@pytest.mark.parametrize("verb", ["ended", "lifted", "revoked", "put an end to", "called off"])
def test_a_truce_that_somebody_ends_is_over(verb: str) -> None:
    assert ("ceasefire", "cancelled", "positive", frozenset({"Hamas", "Israel"})) in told(
        f"Hamas {verb} the truce with Israel on Friday."
    )


def test_a_truce_that_will_be_lifted_is_in_force() -> None:
    assert "cancelled" not in {status for kind, status, *_ in told("Hamas will lift the truce with Israel on Friday.")}


@pytest.mark.parametrize(
    "text", ["Two captured soldiers were freed by Hamas on Friday.", "Hamas released three journalists."]
)
def test_people_who_were_held_or_are_counted_are_set_free(text: str) -> None:
    assert [(kind, who) for kind, _, _, who in told(text)] == [("prisoner_release", frozenset({"Hamas"}))]


@pytest.mark.parametrize("text", ["The army released captured footage.", "Macron released a statement on 20 films."])
def test_things_that_are_released_are_no_captives(text: str) -> None:
    assert "prisoner_release" not in {kind for kind, *_ in told(text)}


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Macron will visit Rwanda and meet Paul Kagame.", "meeting", "planned"),
        ("Putin plans to visit Vietnam and sign an accord with Xi Jinping.", "signing", "planned"),
        ("Hamas agreed to free hostages and hold talks with Israel.", "negotiation", "planned"),
        ("Israel vowed to strike Lebanon and kill its leaders.", "attack", "planned"),
        ("Russia wants to meet Ukraine and exchange prisoners.", "prisoner_release", "proposed"),
        ("Thailand and Cambodia agreed to a ceasefire and start talks on their border.", "negotiation", "planned"),
        ("Putin will visit Hanoi, meet Xi Jinping and sign a treaty.", "meeting", "planned"),
        ("Israel has pledged to leave Lebanon and free prisoners.", "prisoner_release", "planned"),
    ],
)
def test_what_and_joins_to_an_infinitive_lies_as_far_ahead(text: str, kind: str, status: str) -> None:
    assert {each for type_, each, _, _ in told(text) if type_ == kind} == {status}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Israeli troops shell Gaza and kill ten people.", "attack"),
        ("Macron, who will visit Rwanda, and Merkel meet Paul Kagame.", "meeting"),
        ("Macron will visit Rwanda; Merkel and Conte meet Paul Kagame.", "meeting"),
        ("Macron met Merkel and signed an accord.", "signing"),
    ],
)
def test_a_verb_of_its_own_is_as_far_ahead_as_it_says(text: str, kind: str) -> None:
    assert "planned" not in {each for type_, each, _, _ in told(text) if type_ == kind}


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Félix Tshisekedi said the accord must be signed by Chad.", {"country/TD"}),
        ("Félix Tshisekedi said the prisoners could be released by Chad.", {"country/TD"}),
        ("Félix Tshisekedi said Chad must be attacked.", {"country/TD"}),
    ],
)
def test_who_says_that_something_must_be_done_does_not_do_it(sentence, who):
    found = pipeline.extract(prose("en", sentence, datetime(2020, 11, 21, tzinfo=UTC))).claims
    assert {one.actor for claim in found if claim.type != "statement" for one in claim.participants} == who
