"""Three taken up together, the next meeting of two, envoys told to leave, who recognises whose independence, numbers of another verb, firsts."""

import pytest

from tests.agreeing import read


def told(language: str, kind: str, *paragraphs: str) -> list[tuple[str, dict[str, str], float | None]]:
    """Return status, the role of each who takes part, by name, and the number, of each claim of a kind."""
    found = read(language, *paragraphs)
    names = {actor.id: actor.name for actor in found.reading.actors}
    return [
        (c.status, {names[p.actor]: p.role for p in c.participants}, c.quantity.value if c.quantity else None)
        for c in found.claims
        if c.type == kind
    ]


@pytest.mark.parametrize(
    ("language", "before", "sentence", "who"),
    [
        (
            "en",
            "Emmanuel Macron, Olaf Scholz and Keir Starmer met in Kyiv.",
            "The three leaders will visit Poland on Friday.",
            {"Emmanuel Macron", "Olaf Scholz", "Keir Starmer"},
        ),
        (
            "en",
            "Emmanuel Macron, Olaf Scholz, Keir Starmer and Donald Tusk met in Kyiv.",
            "The three leaders will visit Poland on Friday.",
            set(),
        ),
        (
            "fr",
            "Emmanuel Macron, Olaf Scholz et Keir Starmer se sont réunis à Kyiv.",
            "Les trois dirigeants se rendront en Pologne vendredi.",
            {"Emmanuel Macron", "Olaf Scholz", "Keir Starmer"},
        ),
    ],
)
def test_the_three_are_those_of_a_list_of_three_and_of_no_longer_one(language, before, sentence, who):
    ((_, roles, _),) = told(language, "visit", before, sentence)
    assert set(roles) == who


@pytest.mark.parametrize(
    ("language", "before", "sentence", "who"),
    [
        (
            "en",
            "Chad, Niger and Togo signed an accord.",
            "The three countries will meet in Lome.",
            {"Chad", "Niger", "Togo"},
        ),
        (
            "fr",
            "Le Tchad, le Niger et le Togo ont signé un accord.",
            "Les trois pays se réuniront à Lomé.",
            {"Chad", "Niger", "Togo"},
        ),
    ],
)
def test_three_countries_are_taken_up_as_three_leaders_are(language, before, sentence, who):
    ((_, roles, _),) = told(language, "meeting", before, sentence)
    assert set(roles) == who


def test_whom_two_then_met_was_not_at_their_meeting():
    found = read("en", "Emmanuel Macron and Keir Starmer met in Kyiv. The two leaders then met Volodymyr Zelensky.")
    assert len({c.event for c in found.claims if c.type == "meeting"}) == 2


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Chad ordered the French ambassador to leave the country within 48 hours."),
        ("en", "Chad gave the French ambassador 48 hours to leave."),
        ("en", "Chad expelled France's top diplomat."),
        ("fr", "Le Tchad a ordonné à l'ambassadeur de France de quitter le pays."),
    ],
)
def test_envoys_told_to_leave_are_expelled_and_it_is_done_to_their_state(language, sentence):
    ((_, roles, _),) = told(language, "sanction", sentence)
    assert roles == {"Chad": "sender", "France": "target"}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Chad told the French ambassador that it would leave the bloc."),
        ("en", "Chad gave the French ambassador a letter."),
        ("en", "Chad told France to leave Niger."),
        ("fr", "Le Tchad a demandé à l'ambassadeur de France de transmettre un message."),
    ],
)
def test_whatever_else_envoys_are_told_expels_nobody(language, sentence):
    assert not told(language, "sanction", sentence)


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("Serbia recognised Kosovo's independence.", {"Serbia": "recogniser", "Kosovo": "recognised"}),
        ("Russia's recognition of Kosovo angered Serbia.", {"Russia": "recogniser", "Kosovo": "recognised"}),
        ("Russia recognised the Taliban government in 2025.", {"Russia": "recogniser", "Taliban": "recognised"}),
    ],
)
def test_a_possessive_says_who_recognises_or_whose_independence_is_recognised(sentence, roles):
    ((_, found, _),) = told("en", "recognition", sentence)
    assert found == roles


@pytest.mark.parametrize(
    "sentence", ["Chad recognised Niger's efforts.", "Serbia demanded recognition of its borders."]
)
def test_efforts_and_borders_are_no_states_that_are_recognised(sentence):
    assert not told("en", "recognition", sentence)


@pytest.mark.parametrize(
    ("language", "sentence", "number"),
    [
        ("en", "The attack killed 35 people and displaced more than 260,000 people in Chad.", 35),
        ("en", "The attack in Chad killed several and displaced 260,000 people.", None),
        ("en", "The attack killed ten soldiers and some 20 civilians in Chad.", 10),
        ("fr", "L'attaque a tué 35 personnes et déplacé 260 000 personnes au Tchad.", 35),
    ],
)
def test_the_number_of_a_second_verb_is_none_of_the_first(language, sentence, number):
    assert [value for _, _, value in told(language, "attack", sentence)] == [number]


@pytest.mark.parametrize(
    ("language", "sentence", "status"),
    [
        ("en", "Paul Kagame is the first leader to visit Niger since the war.", "occurred"),
        ("en", "Paul Kagame will be the first leader to visit Niger since the war.", "planned"),
        ("en", "Paul Kagame hopes to be the first leader to visit Niger.", "planned"),
        ("fr", "Paul Kagame est le premier dirigeant à se rendre au Niger depuis la guerre.", "occurred"),
        ("fr", "Paul Kagame sera le premier dirigeant à se rendre au Niger.", "planned"),
    ],
)
def test_whoever_is_the_first_to_go_somewhere_has_gone(language, sentence, status):
    assert [how for how, _, _ in told(language, "visit", sentence)] == [status]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        (
            "Emmanuel Macron meets Paul Kagame, William Ruto in Paris",
            {"Emmanuel Macron", "Paul Kagame", "William Ruto"},
        ),
        ("Chad, Niger foreign ministers meet in Paris", {"Chad", "Niger"}),
        ("Emmanuel Macron meets Paul Kagame, Rwanda sends troops to Congo", {"Emmanuel Macron", "Paul Kagame"}),
        ("US-led airstrikes hit Yemen on Monday.", set()),
    ],
)
def test_headlines_list_whom_somebody_meets_without_a_conjunction(sentence, who):
    assert {name for _, roles, _ in told("en", "meeting", sentence) for name in roles} == who


def test_whoever_leads_a_campaign_of_strikes_attacks():
    ((_, roles, _),) = told("en", "attack", "US-led airstrikes killed ten people in Yemen on Monday.")
    assert roles["United States"] == "attacker"
