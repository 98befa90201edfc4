"""Who hosts or convenes others, who sent the weapon that struck, where nobody visits, and what is no attack."""

import pytest

from tests.agreeing import read


def told(language: str, sentence: str, kind: str) -> list[tuple[dict[str, str], str | None]]:
    """Return the role of each who takes part, by name, and the name of the place, of each claim of a kind."""
    found = read(language, sentence)
    names = {actor.id: actor.name for actor in found.reading.actors}
    spots = {None: None} | {place.id: place.name for place in found.reading.places}
    return [({names[p.actor]: p.role for p in c.participants}, spots[c.place]) for c in found.claims if c.type == kind]


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "who", "role"),
    [
        ("en", "The talks in Doha were hosted by Qatar.", "negotiation", "Qatar", "host"),
        ("en", "The talks between Chad and Niger, convened by Togo, ended on Monday.", "negotiation", "Togo", "host"),
        ("en", "The talks between Chad and Niger were mediated by Togo.", "negotiation", "Togo", "mediator"),
        ("en", "The summit was hosted by Paul Kagame and attended by William Ruto.", "meeting", "Paul Kagame", "host"),
        ("fr", "Le sommet a été accueilli par Paul Kagame à Kigali.", "meeting", "Paul Kagame", "host"),
        (
            "fr",
            "Les pourparlers entre le Tchad et le Niger, accueillis par le Togo, ont pris fin.",
            "negotiation",
            "Togo",
            "host",
        ),
    ],
)
def test_whoever_hosts_or_convenes_others_is_their_host_and_no_mediator(language, sentence, kind, who, role):
    ((roles, _),) = told(language, sentence, kind)
    assert roles[who] == role


@pytest.mark.parametrize(
    ("language", "sentence", "who"),
    [
        ("en", "A drone launched by the Houthis struck a vessel in the Red Sea on Sunday.", "Houthis"),
        ("en", "A bomb planted by Boko Haram killed ten people in Chad.", "Boko Haram"),
        ("fr", "Un drone lancé par les Houthis a frappé un pétrolier dimanche.", "Houthis"),
    ],
)
def test_whoever_sent_the_weapon_that_struck_attacked(language, sentence, who):
    ((roles, _),) = told(language, sentence, "attack")
    assert roles == {who: "attacker"}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "A convoy led by the Houthis hit a mine on Sunday."),
        ("en", "A resolution sent by Chad hit the economy of Niger on Sunday."),
        ("fr", "Un convoi escorté par les Houthis a heurté une mine dimanche."),
    ],
)
def test_whoever_leads_or_guards_what_is_hit_attacked_nobody(language, sentence):
    assert all("attacker" not in roles.values() for roles, _ in told(language, sentence, "attack"))


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("Paul Kagame, flying from Kigali, arrived in Luanda on Monday.", ["Luanda"]),
        ("Paul Kagame flew from Kigali to Luanda on Monday.", ["Luanda"]),
        ("Paul Kagame flew from Kigali on Monday.", []),
        ("Paul Kagame left Kigali on Monday for Paris.", ["Paris"]),
    ],
)
def test_nobody_visits_the_town_that_they_come_from(sentence, places):
    assert [place for _, place in told("en", sentence, "visit")] == places


def test_talks_are_not_held_where_somebody_travels_from_for_them():
    ((_, place),) = told("en", "Paul Kagame travelled from Kigali on Monday for talks with William Ruto.", "meeting")
    assert place is None


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Paul Kagame left Kigali on Monday for Paris."),
        ("fr", "Paul Kagame a quitté Kigali lundi pour Paris."),
    ],
)
def test_the_capital_that_somebody_leaves_for_is_a_place_and_no_state(language, sentence):
    assert "country/FR" not in {actor.id for actor in read(language, sentence).reading.actors}
    assert "country/FR" in {
        actor.id
        for actor in read(
            language,
            {
                "en": "Paul Kagame left the talks with a message for Paris.",
                "fr": "Le départ de Paul Kagame est un revers pour Paris.",
            }[language],
        ).reading.actors
    }


@pytest.mark.parametrize(
    ("sentence", "attacks"),
    [
        ("Flight 200, which killed 43 people, crashed in Chad on Monday.", 0),
        ("A ferry sank off Chad, killing 40 people.", 0),
        ("A missile hit Flight 17, killing 298 people, before it crashed in Ukraine.", 1),
        ("Ten people were killed in Chad on Monday.", 1),
    ],
)
def test_what_crashes_attacks_nobody_unless_a_weapon_struck_it(sentence, attacks):
    assert len(told("en", sentence, "attack")) == attacks
