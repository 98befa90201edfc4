"""How clauses are put together: which event a participle, an occasion, a relative clause or a cut phrase tells, and who does it."""

from datetime import UTC, datetime

import pytest
from prose import paragraphs

from kg import pipeline
from kg.model import Claim, Extraction


def read(text: str, language: str) -> Extraction:
    """Return what the pipeline reads from a text of one or more paragraphs."""
    return pipeline.extract(
        paragraphs(language, *text.split("\n"), published=datetime(2022, 5, 5, tzinfo=UTC)), profile="fast"
    )


def people(extraction: Extraction, claim: Claim) -> frozenset[str]:
    """Return the names of those who take part."""
    names = {actor.id: actor.name for actor in extraction.reading.actors}
    return frozenset(names.get(p.actor, p.actor) for p in claim.participants)


def tells(text: str, language: str, kind: str, names: str) -> list[Claim]:
    """Return the claims of a type with just these participants; names are written with commas between."""
    found = read(text, language)
    wanted = frozenset(names.split(", ")) if names else frozenset()
    return [c for c in found.claims if c.type == kind and people(found, c) == wanted]


BOTH = "Emmanuel Macron, Olaf Scholz"


@pytest.mark.parametrize(
    ("text", "language", "kind", "names"),
    [
        # who stands behind the verb of a noun
        ("Les pourparlers ont repris mardi au Caire entre l'Égypte et le Soudan.", "fr", "negotiation", "Egypt, Sudan"),
        ("Une rencontre est prévue vendredi entre Emmanuel Macron et Olaf Scholz.", "fr", "meeting", BOTH),
        ("Talks resumed on Tuesday in Cairo between Egypt and Sudan.", "en", "negotiation", "Egypt, Sudan"),
        ("A truce took effect on Tuesday between Israel and Hamas.", "en", "ceasefire", "Hamas, Israel"),
        # a clause about the noun
        (
            "Les pourparlers qui se tenaient au Caire entre l'Égypte et le Soudan ont été suspendus.",
            "fr",
            "negotiation",
            "Egypt, Sudan",
        ),
        ("La guerre opposant Israël au Hamas dure depuis trois mois.", "fr", "war", "Hamas, Israel"),
        (
            "La guerre qui a opposé l'Arménie à l'Azerbaïdjan en 2020 a fait 6.000 morts.",
            "fr",
            "war",
            "Armenia, Azerbaijan",
        ),
        ("Un sommet a réuni mardi à Berlin Emmanuel Macron et Olaf Scholz.", "fr", "meeting", BOTH),
        # participles that open a sentence
        ("Reçu mardi à Berlin par Olaf Scholz, Emmanuel Macron a salué l'accord.", "fr", "meeting", BOTH),
        ("Réunis mardi à Berlin, Emmanuel Macron et Olaf Scholz ont appelé au calme.", "fr", "meeting", BOTH),
        ("Arrivé mardi à Kigali, Antony Blinken a salué l'accord.", "fr", "visit", "Antony Blinken"),
        ("Élu en 2022, Gustavo Petro a promis la paix.", "fr", "election", "Gustavo Petro"),
        ("Appointed in February, Martin Griffiths took office in March.", "en", "appointment", "Martin Griffiths"),
        # on the way
        ("En visite à Kigali, Antony Blinken a salué l'accord.", "fr", "visit", "Antony Blinken"),
        ("Lors d'un entretien téléphonique avec Olaf Scholz, Emmanuel Macron a salué l'accord.", "fr", "call", BOTH),
        ("Antony Blinken hailed the deal during a visit to Kigali.", "en", "visit", "Antony Blinken"),
        ("Antony Blinken en visite à Kigali", "fr", "visit", "Antony Blinken"),
        ("Antony Blinken est attendu mardi à Kigali.", "fr", "visit", "Antony Blinken"),
        # phrases cut in two
        (
            "L'Algérie a rompu en août ses relations diplomatiques avec le Maroc.",
            "fr",
            "sanction",
            "Algeria, Morocco",
        ),
        (
            "L'Iran et l'Arabie saoudite ont rétabli en mars leurs relations diplomatiques.",
            "fr",
            "normalization",
            "Iran, Saudi Arabia",
        ),
        ("Emmanuel Macron s'est entretenu mardi au téléphone avec Olaf Scholz.", "fr", "call", BOTH),
        # appositions, articles, parentheses
        (
            "À l'issue du sommet, le chef de la diplomatie russe, Sergueï Lavrov, a annoncé un accord.",
            "fr",
            "statement",
            "Sergey Lavrov",
        ),
        ("Des soldats russes ont été déployés en Syrie.", "fr", "deployment", "Armed Forces of Russia"),
        ("Antonio Guterres a, lui, appelé à la retenue.", "fr", "statement", "António Guterres"),
        (
            "L'attaque a été « fermement » condamnée par Antonio Guterres.",
            "fr",
            "statement",
            "António Guterres",
        ),
        (
            "« L'accord est proche », a déclaré mardi à Bruxelles Josep Borrell.",
            "fr",
            "statement",
            "Josep Borrell",
        ),
        # the same as before
        (
            "Antony Blinken a salué l'accord. « La situation est grave », a-t-il averti.",
            "fr",
            "statement",
            "Antony Blinken",
        ),
        ("Antony Blinken a reçu Olaf Scholz. Celui-ci a dénoncé l'attaque.", "fr", "statement", "Antony Blinken"),
        # what a word needs
        ("Le M23 a pris Goma.", "fr", "military_action", "M23"),
        ("M23 rebels took Goma in January.", "en", "military_action", "M23"),
        ("La Cédéao a suspendu le Niger.", "fr", "sanction", "ECOWAS, Niger"),
        ("La France a expulsé trois diplomates russes.", "fr", "sanction", "France, Russia"),
        ("L'Espagne a reconnu la Palestine.", "fr", "recognition", "Palestine, Spain"),
        ("France recognised Kosovo's independence in 2008.", "en", "recognition", "France, Kosovo"),
        ("Le Hamas a libéré dix otages.", "fr", "prisoner_release", "Hamas"),
        ("Mohamed Bazoum a été libéré mardi.", "fr", "prisoner_release", "Mohamed Bazoum"),
        ("Trois soldats turcs sont morts mardi dans une attaque à Idleb.", "fr", "attack", "Armed Forces of Turkey"),
        # who is accused
        ("Le Pakistan accuse l'Inde d'avoir tué trois civils.", "fr", "attack", "India"),
        # a gerund with a subject of its own
        ("La trêve tient, la France appelant à la retenue.", "fr", "statement", "France"),
        (
            "The UN Security Council met on Tuesday to discuss Niger.",
            "en",
            "meeting",
            "United Nations Security Council",
        ),
        # who opens a clause of their own before a participle
        ("Un pacte a été conclu, Emmanuel Macron acceptant de rencontrer Olaf Scholz.", "fr", "meeting", BOTH),
        ("Emmanuel Macron, souhaitant rencontrer Olaf Scholz, a écrit à Bruxelles.", "fr", "meeting", BOTH),
        ("A pact was struck, Emmanuel Macron agreeing to meet Olaf Scholz.", "en", "meeting", BOTH),
        # headlines list without a conjunction
        ("Cambodia, Thailand hold talks", "en", "negotiation", "Cambodia, Thailand"),
        ("Israel, Hamas hold talks in Cairo", "en", "negotiation", "Hamas, Israel"),
        ("Inde, Pakistan signent un accord", "fr", "signing", "India, Pakistan"),
        ("Ukraine, Russia's neighbour, signed a deal with Poland.", "en", "signing", "Ukraine, Poland"),
        # a name behind a stroke is the same party
        ("Le Rwanda et l'AFC/M23 ont signé une déclaration.", "fr", "signing", "Rwanda, M23"),
    ],
)
def test_a_clause_tells_its_event_with_who_takes_part(text: str, language: str, kind: str, names: str) -> None:
    found = read(text, language)
    assert tells(text, language, kind, names), [(c.type, people(found, c)) for c in found.claims]


@pytest.mark.parametrize(
    ("text", "language", "kind", "names"),
    [
        # no actor lends itself to the next verb
        ("Le putsch qui a renversé Mohamed Bazoum a été condamné.", "fr", "statement", "Mohamed Bazoum"),
        ("The war that has ravaged Yemen since 2014 has killed thousands.", "en", "attack", "Yemen"),
        ("Ariel Henry a accepté de partir, a annoncé le président de la Caricom.", "fr", "statement", "Ariel Henry"),
        ("Le conseiller a indiqué que Joe Biden espérait une trêve.", "fr", "statement", "Joe Biden"),
        # who is accused does it, not who accuses
        ("Le Pakistan accuse l'Inde d'avoir tué trois civils.", "fr", "attack", "Pakistan"),
        # words in other senses
        ("Emmanuel Macron a pris la parole.", "fr", "military_action", "Emmanuel Macron"),
        ("La France a suspendu les négociations avec le Niger.", "fr", "sanction", "France, Niger"),
        ("L'Espagne reconnaît une erreur.", "fr", "recognition", "Spain"),
        ("Le président Emmanuel Macron est mort à Paris.", "fr", "attack", "Emmanuel Macron"),
        ("La police a procédé à des tirs de joie à Kaboul mardi.", "fr", "attack", ""),
        ("Emmanuel Macron a rendu hommage à Olaf Scholz.", "fr", "prisoner_release", BOTH),
        ("France took part in the talks in Geneva.", "en", "military_action", "France"),
        ("Emmanuel Macron attend une réponse d'Olaf Scholz à Paris.", "fr", "visit", "Olaf Scholz"),
    ],
)
def test_a_clause_tells_nothing_of_others(text: str, language: str, kind: str, names: str) -> None:
    assert not tells(text, language, kind, names)


@pytest.mark.parametrize(
    ("text", "language", "kind", "status"),
    [
        ("La rencontre prévue mardi entre Emmanuel Macron et Olaf Scholz a été annulée.", "fr", "meeting", "cancelled"),
        ("Talks between Egypt and Sudan planned for Monday fell through.", "en", "negotiation", "cancelled"),
        ("Antony Blinken est attendu mardi à Kigali.", "fr", "visit", "planned"),
        ("L'armée congolaise a dû battre en retraite.", "fr", "withdrawal", "occurred"),
        ("Le Pakistan accuse l'Inde d'avoir tué trois civils.", "fr", "attack", "claimed"),
        ("Israël et la Jordanie s'apprêtent à signer un accord.", "fr", "signing", "planned"),
        ("La Corée du Nord n'a procédé à aucun essai nucléaire.", "fr", "military_action", "denied"),
    ],
)
def test_an_event_is_as_real_as_its_clause_says(text: str, language: str, kind: str, status: str) -> None:
    assert {c.status for c in read(text, language).claims if c.type == kind} == {status}


@pytest.mark.parametrize(
    ("text", "language", "kind", "day"),
    [
        (
            "La junte au pouvoir depuis le putsch du 26 juillet 2021 a expulsé l'ambassadeur de France.",
            "fr",
            "regime_change",
            "2021-07-26",
        ),
        ("Egypt condemned Tuesday's attack in Mogadishu.", "en", "attack", "2022-05-03"),
        ("La trêve a pris fin vendredi entre Israël et le Hamas.", "fr", "ceasefire", "2022-04-29"),
        ("Israël et la Jordanie ont signé mardi un traité lors d'un sommet à Amman.", "fr", "meeting", "2022-05-03"),
        ("Angela Merkel rappelle que le traité de 2015 est en vigueur.", "fr", "statement", None),
        # years in brackets behind a person are those of a life or a term
        (
            "Les pourparlers avec le Chili ont été rompus par le président Alan García (1985-1990).",
            "fr",
            "negotiation",
            None,
        ),
        ("President Óscar Arias (1986-1990) met Emmanuel Macron.", "en", "meeting", None),
        ("La guerre (1992-1995) a opposé la Serbie à la Bosnie.", "fr", "war", "1992/1995"),
        ("The talks (2005) between Russia and Georgia failed.", "en", "negotiation", "2005"),
    ],
)
def test_a_day_is_that_of_its_own_event(text: str, language: str, kind: str, day: str | None) -> None:
    assert {c.when.edtf if c.when else None for c in read(text, language).claims if c.type == kind} == {day}


def test_a_toll_asserts_its_attack_though_nobody_is_known() -> None:
    assert tells("Au moins 17 civils ont été tués dans des combats.", "fr", "attack", "")
    assert not tells("Des civils ont été tués.", "fr", "attack", "")


def test_what_is_new_is_none_of_what_was_told() -> None:
    text = "Emmanuel Macron a rencontré Olaf Scholz à Berlin.\nUne réunion aura lieu vendredi à Genève."
    found = read(text, "fr")
    assert len({c.event for c in found.claims if c.type == "meeting"}) == 2


def test_a_list_whose_first_member_is_nobody_known_has_a_subject() -> None:
    """The list once gave its first member, without an actor, and reading stopped."""
    text = "Les rebelles inconnus et le Rwanda refusent de signer l'accord."
    assert read(text, "fr").claims is not None


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("La France demande la cessation des attaques du M23.", "fr", "attack"),
        ("France called for an end to attacks by the M23.", "en", "attack"),
    ],
)
def test_the_end_of_attacks_is_no_attack(text: str, language: str, kind: str) -> None:
    assert not [c for c in read(text, language).claims if c.type == kind]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Israel and two Gulf monarchies signed an accord on Tuesday.", None),
        ("Israel and two Gulf states signed an accord on Tuesday.", None),
        ("Israel and Egypt signed an accord in Camp David.", "place/camp-david"),
    ],
)
def test_a_region_that_says_which_states_are_meant_is_no_place_of_the_event(text: str, place: str | None) -> None:
    assert {c.place for c in read(text, "en").claims if c.type == "signing"} == {place}


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Khalifa Haftar left Moscow without signing the agreement.", "signing", "Khalifa Haftar"),
        ("After signing the accord in Cairo, Egypt and Chad traded goods.", "signing", "Egypt, Chad"),
        ("After meeting a Hamas delegation, Egypt announced a truce.", "meeting", "Egypt, Hamas"),
    ],
)
def test_a_gerund_with_its_object_behind_a_preposition_is_a_verb(text: str, kind: str, names: str) -> None:
    assert tells(text, "en", kind, names)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Gabriel Boric a parlé de la Bolivie, qui a rompu ses relations en 1978, après avoir rencontré Luis Arce.",
        ),
        ("en", "Gabriel Boric spoke of Bolivia, which broke off ties in 1978, after meeting Luis Arce."),
    ],
)
def test_after_a_relative_clause_that_a_comma_closes_the_main_subject_acts(language: str, text: str) -> None:
    assert tells(text, language, "meeting", "Gabriel Boric, Luis Arce")
