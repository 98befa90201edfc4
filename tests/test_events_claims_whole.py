"""Claims of English news that say no more than the sentence: whose place, whose words, who was not there."""

import pytest

from kg.model import Claim, Extraction
from tests.test_events_grammar import read


def told(text: str, kind: str) -> list[Claim]:
    """Return the claims of a type that an English text makes."""
    return [c for c in read(text, "en").claims if c.type == kind]


def place(extraction: Extraction, kind: str) -> set[str | None]:
    """Return the names of the places of a type of event."""
    names = {p.id: p.name for p in extraction.reading.places} | {a.id: a.name for a in extraction.reading.actors}
    return {names.get(c.place, c.place) if c.place else None for c in extraction.claims if c.type == kind}


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Sergei Lavrov and Ararat Mirzoyan discussed Karabakh and a visit.", "meeting", None),
        ("Abbas Araghchi and Hakan Fidan discussed the situation in Syria.", "meeting", None),
        ("Joe Biden met Emmanuel Macron on Friday to discuss the situation in Haiti.", "meeting", None),
        ("Joe Biden met Emmanuel Macron in Paris to discuss the situation in Haiti.", "meeting", "Paris"),
        ("Donald Trump will meet Vladimir Putin on Friday to end the war in Ukraine.", "meeting", None),
        ("The visit ended with S. Jaishankar inviting Ranil Wickremesinghe to India.", "visit", None),
        ("India proposed talks with Pakistan on the Kashmir dispute.", "negotiation", None),
        ("Israel and Hezbollah held talks in Naqoura.", "negotiation", "Naqoura"),
        ("The rebels renewed an offensive against the army along a highway to China.", "military_action", None),
        ("Sergei Lavrov flew to Baku to meet Ilham Aliyev.", "visit", "Baku"),
    ],
)
def test_place_of_what_is_spoken_of_is_not_where_it_is_spoken_of(text: str, kind: str, name: str | None) -> None:
    assert place(read(text, "en"), kind) == {name}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Donald Trump won a prize for his intervention in their border conflict.", "military_action"),
        ("It took American intervention for both sides to lay down their guns.", "military_action"),
        ("Rwanda agreed to withdraw its support for the rebels.", "withdrawal"),
        ("Vladimir Putin did not attend the summit in Istanbul on Friday.", "meeting"),
        ("Neither Vladimir Putin nor Volodymyr Zelensky took part in the talks in Istanbul.", "negotiation"),
    ],
)
def test_sentence_tells_no_such_event(text: str, kind: str) -> None:
    assert not told(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("NATO began its intervention in Libya in March.", "military_action"),
        ("Turkey launched a military intervention in Syria.", "military_action"),
        ("Rwanda agreed to withdraw its thousands of troops from Goma.", "withdrawal"),
        ("Vladimir Putin attended the summit in Istanbul on Friday.", "meeting"),
    ],
)
def test_sentence_beside_it_tells_the_event(text: str, kind: str) -> None:
    assert told(text, kind)


def test_adjective_of_a_genocide_is_not_who_committed_it() -> None:
    (one,) = told("The 1994 Rwandan genocide killed 800,000 people.", "attack")
    assert not one.participants


def test_who_denies_something_says_nothing_of_what_is_told_aside() -> None:
    (seized,) = told("Rwanda denied backing the M23 rebels who seized Goma in January.", "military_action")
    assert (seized.attributed_to, seized.polarity) == (None, "positive")


@pytest.mark.parametrize("text", ["Will Egypt and Israel sign a new gas deal?", "Did Egypt and Israel sign a deal?"])
def test_question_makes_no_agreement(text: str) -> None:
    assert not read(text, "en").agreements


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A statement from the Kremlin said Vladimir Putin met Xi Jinping on Friday.", "Kremlin"),
        ("A Kremlin statement said Vladimir Putin met Xi Jinping on Friday.", "Kremlin"),
        ("A joint statement by India and China said Joe Biden met Xi Jinping.", "India"),
        (
            "A statement from the office of Benjamin Netanyahu said Joe Biden met Xi Jinping.",
            "unnamed:the office of Benjamin Netanyahu",
        ),
    ],
)
def test_statement_is_said_by_whose_it_is(text: str, speaker: str) -> None:
    extraction = read(text, "en")
    names = {a.id: a.name for a in extraction.reading.actors}
    (met,) = [c for c in extraction.claims if c.type == "meeting"]
    assert names.get(met.attributed_to or "", met.attributed_to) == speaker


def one(text: str, kind: str) -> Claim:
    """Return the only claim of a type that an English text makes."""
    (claim,) = told(text, kind)
    return claim


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Wang Yi will visit Myanmar and travel to Thailand on Friday.", "visit", "planned"),
        ("Israel and Hamas agreed to pause the war and free some hostages.", "prisoner_release", "planned"),
        ("Israel and Hamas agree to pause the war and free some hostages.", "prisoner_release", "planned"),
        ("Emmanuel Macron plans to go to Cairo and meet Abdel Fattah al-Sisi.", "meeting", "planned"),
        ("Vladimir Putin will not go to Seoul or meet Yoon Suk-yeol.", "meeting", "denied"),
        ("Salva Kiir and Riek Machar meet and sign a peace deal.", "signing", "occurred"),
        ("Petro raised the importance of a ceasefire with the ELN.", "ceasefire", "proposed"),
        ("Pakistan did not seek the truce with India.", "ceasefire", None),
        ("India and France began negotiating a trade agreement.", "negotiation", "occurred"),
    ],
)
def test_second_verb_is_as_real_as_the_first(text: str, kind: str, status: str | None) -> None:
    found = {c.status for c in told(text, kind)}
    assert found == {status} if status else found.isdisjoint({"denied", "planned"})


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It is unclear whether the deal will lead to a full withdrawal of Israeli troops.", "withdrawal"),
        ("Riek Machar and Salva Kiir signed several agreements, including a permanent ceasefire.", "ceasefire"),
        ("William Burns is in Cairo for Gaza ceasefire and hostage negotiations.", "ceasefire"),
        ("India and France began negotiating a trade agreement.", "agreement"),
        ("Joe Biden and Emmanuel Macron spoke of the task of working out a treaty with Iran.", "agreement"),
    ],
)
def test_what_is_weighed_listed_or_begun_is_no_event_of_its_own(text: str, kind: str) -> None:
    assert not told(text, kind)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A drone strike hit a hospital in El Fasher, killing at least 30 people, officials said.", 30),
        ("Two missiles hit a market in Taiz, killing three people and wounding 20.", 3),
        ("Twenty drones struck Odesa, killing 7 people.", 7),
        ("In an attack on a market in Gao on Monday, 12 civilians were killed.", 12),
    ],
)
def test_attack_of_nobody_known_has_its_toll(text: str, killed: int) -> None:
    quantity = one(text, "attack").quantity
    assert quantity is not None
    assert (quantity.value, quantity.kind) == (killed, "killed")


def test_clause_of_its_own_has_its_own_subject() -> None:
    text = "The conflict escalated in January, when the M23 rebels advanced and seized Goma."
    assert [p.role for p in one(text, "military_action").participants] == ["actor"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Israel and Egypt signed an agreement alongside Joe Biden.", ["attendee", "party", "party"]),
        ("Paul Kagame signed the agreement alongside Félix Tshisekedi.", ["party", "party"]),
    ],
)
def test_who_stands_beside_two_that_sign_looks_on(text: str, roles: list[str]) -> None:
    assert sorted(p.role for p in one(text, "signing").participants) == roles


def test_year_of_what_is_said_is_not_that_of_saying_it() -> None:
    assert one("The group had 5,800 members in 2020, according to Colombia.", "statement").when is None


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("The UN's Yemen envoy met Joe Biden.", "meeting", {"United Nations", "Joe Biden"}),
        ("The French Syria envoy met Bashar al-Assad.", "meeting", {"France", "Bashar al-Assad"}),
        ("The Syrian envoy met Bashar al-Assad.", "meeting", {"Syria", "Bashar al-Assad"}),
    ],
)
def test_envoy_is_not_of_the_state_that_he_is_sent_to(text: str, kind: str, names: set[str]) -> None:
    extraction = read(text, "en")
    called = {a.id: a.name for a in extraction.reading.actors}
    (met,) = [c for c in extraction.claims if c.type == kind]
    assert {called[p.actor] for p in met.participants} == names


@pytest.mark.parametrize(
    ("text", "kind", "there"),
    [
        ("Venezuela claims Essequibo as its own.", "statement", False),
        ("Russia claims Ukraine attacked Belgorod.", "statement", True),
        ("Rwanda and Congo signed a deal to end fighting that has killed thousands.", "military_action", False),
    ],
)
def test_word_has_the_sense_of_its_sentence(text: str, kind: str, there: bool) -> None:
    assert bool(told(text, kind)) is there


def test_who_only_speaks_to_an_audience_says_nothing_of_the_occasion() -> None:
    text = "Nicolás Maduro and Irfaan Ali met. Nicolás Maduro spoke to reporters before the meeting."
    assert {c.attributed_to for c in told(text, "meeting")} == {None}


def test_media_with_an_adjective_of_their_state_say_what_stands_before() -> None:
    text = "Israel killed three people in Tyre, Lebanese state media reported."
    assert one(text, "attack").attributed_to == "unnamed:Lebanese state media"


def test_event_that_is_cited_is_no_source() -> None:
    text = "Bolivia broke relations with Israel on Tuesday, citing the war in Gaza."
    assert {c.attributed_to for c in read(text, "en").claims} == {None}


def test_country_of_a_town_is_none_of_the_two_sides() -> None:
    text = "Talks in Addis Ababa, Ethiopia, with South Sudan ended. The two sides met in Juba on Friday."
    assert not [p for c in told(text, "meeting") for p in c.participants if p.actor == "country/ET"]
