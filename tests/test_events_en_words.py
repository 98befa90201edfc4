"""English words of events: what each tells, in which roles, and where another sense of it tells nothing."""

import pytest

from kg.model import Claim
from tests.test_events_grammar import read, tells


def claims(text: str, kind: str) -> list[Claim]:
    """Return the claims of a type that an English text makes."""
    return [c for c in read(text, "en").claims if c.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Olaf Scholz discussed the crisis with Joe Biden by telephone.", "call", "Joe Biden, Olaf Scholz"),
        ("Joe Biden talked with Benjamin Netanyahu on the phone.", "call", "Benjamin Netanyahu, Joe Biden"),
        ("Vladimir Putin and Xi Jinping discussed Iran.", "meeting", "Vladimir Putin, Xi Jinping"),
        ("Recep Tayyip Erdogan welcomed Vladimir Putin in Ankara.", "meeting", "Recep Tayyip Erdoğan, Vladimir Putin"),
        ("India and Pakistan exchanged mortar fire in Kashmir.", "attack", "India, Pakistan"),
        ("China donated 500,000 vaccine doses to Cambodia.", "aid", "Cambodia, China"),
        ("The United States designated Hamas a terrorist organisation.", "sanction", "Hamas, United States"),
        ("Niger declared the French ambassador persona non grata.", "sanction", "France, Niger"),
        ("Ethiopia and Eritrea upgraded their relations.", "normalization", "Eritrea, Ethiopia"),
    ],
)
def test_word_tells_who_does_it(text: str, kind: str, names: str) -> None:
    assert tells(text, "en", kind, names)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Antony Blinken went to Jordan on Monday.", "visit"),
        ("Sergei Lavrov came to Cairo on Sunday.", "visit"),
        ("Hezbollah targeted Haifa.", "attack"),
        ("Israeli jets targeted Hezbollah in Lebanon.", "attack"),
        ("Russian forces pushed into Kharkiv.", "military_action"),
        ("The FARC laid their weapons down on Friday.", "disarmament"),
        ("Hamas returned two Israeli hostages on Monday.", "prisoner_release"),
        ("Hamas skipped the talks in Cairo.", "refusal"),
        ("Kenyans go to the polls on 9 August.", "election"),
        ("Volodymyr Zelensky relieved Valery Zaluzhny of his duties.", "resignation"),
        ("The army dissolved the government in Guinea on Monday.", "regime_change"),
        ("Russia will remove its troops from Poti.", "withdrawal"),
        ("Russian troops arrived in Mali on Sunday.", "deployment"),
        # a noun, not the verb that its plural looks like
        ("More than 40 Indian soldiers died in clashes with the Tamil Tigers.", "military_action"),
        ("Talks to end the war between Egypt and Sudan began on Monday.", "negotiation"),
        ("A United Nations meeting on Libya is scheduled for 24 December.", "meeting"),
        ("Top officials from Thailand and Cambodia met in Malaysia.", "meeting"),
        ("Joe Biden and Xi Jinping began their EU-mediated meeting.", "meeting"),
        # who acts
        ("China sent its special envoy to Cambodia last week.", "visit"),
        ("India sent peacekeepers to Haiti, but withdrew them later.", "withdrawal"),
        ("Hugo Chavez is freezing relations with Colombia.", "sanction"),
    ],
)
def test_word_tells_its_event(text: str, kind: str) -> None:
    assert claims(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The talks between Egypt and Sudan came to an end.", "visit"),
        ("Nigeria went to war with Biafra.", "visit"),
        ("Mali returned to ECOWAS.", "prisoner_release"),
        ("The United States targeted Iran with sanctions.", "attack"),
        ("India and Pakistan exchanged lists of nuclear sites.", "attack"),
        ("Joe Biden discussed Iran.", "meeting"),
        ("Recep Tayyip Erdogan welcomed the deal with Greece.", "meeting"),
        ("Russian troops arrived in Mali on Sunday.", "visit"),
        ("Iran entered talks with Oman.", "military_action"),
        ("The United States designated Kenya an ally.", "sanction"),
        ("Emmanuel Macron and Olaf Scholz received the draft.", "meeting"),
        ("Refugees say they were promised safe passage by Turkey.", "promise"),
        ("Joe Biden laid a wreath down in Warsaw.", "disarmament"),
    ],
)
def test_other_sense_of_a_word_tells_nothing(text: str, kind: str) -> None:
    assert not claims(text, kind)


def test_by_telephone_belongs_to_its_own_verb() -> None:
    found = read("Emmanuel Macron met Olaf Scholz in Berlin and discussed Iran by phone with Joe Biden.", "en")
    assert sorted(c.type for c in found.claims) == ["call", "meeting"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The European Union lifted sanctions on Burundi.", "cancelled"),
        ("The United States has lifted its sanctions against Serbia.", "cancelled"),
        ("The United States will lift sanctions on Serbia.", "ongoing"),
        ("The European Union imposed sanctions on Burundi.", "occurred"),
        ("The United States tightened its sanctions against Serbia.", "occurred"),
    ],
)
def test_sanctions_that_are_lifted_are_over(text: str, status: str) -> None:
    assert {c.status for c in claims(text, "sanction")} == {status}


def test_who_dismisses_does_not_resign() -> None:
    (claim,) = claims("Volodymyr Zelensky dismissed Oleksii Reznikov on Sunday.", "resignation")
    roles = {p.role for p in claim.participants}
    assert "resigning" in roles
    assert {p.actor for p in claim.participants if p.role == "resigning"}.isdisjoint({"person/volodymyr-zelenskyy"})


def test_what_somebody_is_misquoted_as_saying_is_denied() -> None:
    text = "Sergei Lavrov said he had been misquoted as saying that Russia would attack Poland."
    assert {c.status for c in claims(text, "attack")} == {"denied"}


def test_talks_with_others_are_no_meeting_with_them() -> None:
    text = "Emmanuel Macron met Olaf Scholz in an effort to revive peace talks with Hamas."
    assert tells(text, "en", "meeting", "Emmanuel Macron, Olaf Scholz")


def test_what_the_council_votes_to_do_lies_ahead() -> None:
    (claim,) = claims("The Security Council voted unanimously on Wednesday to send troops to Mali.", "deployment")
    assert claim.status == "planned"


def test_who_is_blamed_for_a_deed_has_done_it() -> None:
    (claim,) = claims("Joe Biden condemned Russia for its attack on Kharkiv.", "attack")
    assert {p.actor for p in claim.participants if p.role == "attacker"} == {"country/RU"}


def test_who_speaks_beside_the_main_clause_speaks() -> None:
    found = claims("The fighting goes on, with Malaysia calling for dialogue.", "statement")
    assert {p.actor for c in found for p in c.participants} == {"country/MY"}


def test_who_travels_to_speak_with_somebody_meets_him() -> None:
    found = read("Nicolas Sarkozy will travel to Tbilisi to speak with Mikheil Saakashvili.", "en").claims
    assert "call" not in {c.type for c in found}
    assert "meeting" in {c.type for c in found}


def test_what_is_included_has_no_host() -> None:
    found = claims("Syrian strikes had killed 54 Turkish soldiers, including 33 airstrikes in Idlib.", "attack")
    assert {c.status for c in found} == {"occurred"}
    assert "host" not in {p.role for c in found for p in c.participants}


@pytest.mark.parametrize(
    ("text", "sanctions"),
    [
        ("The United States designated the M23 a terrorist organisation.", 1),
        ("The PKK, designated a terrorist group by Turkey, attacked Ankara.", 0),
    ],
)
def test_what_somebody_is_designated_as_is_no_deed_of_the_day(text: str, sanctions: int) -> None:
    assert len(claims(text, "sanction")) == sanctions
