"""French sentences that put a pronoun, a comma or "c'est" between those who take part and what they do; and what must not be read so."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg import pipeline

Told = tuple[str, str, frozenset[str]]


def told(text: str) -> list[Told]:
    """Return type, status and participants of each claim that the pipeline reads from a French text of 5 May 2023."""
    found = pipeline.extract(prose("fr", text, datetime(2023, 5, 5, tzinfo=UTC)))
    names = {actor.id: actor.name for actor in found.reading.actors}
    return [(c.type, c.status, frozenset(names.get(p.actor, p.actor) for p in c.participants)) for c in found.claims]


def check(text: str, kind: str, status: str, people: str) -> None:
    """Assert that a text tells an event: its participants are written with commas between."""
    assert (kind, status, frozenset(people.split(", "))) in told(text)


def of(text: str, kind: str) -> list[frozenset[str]]:
    """Return the participants of the events of a kind that a text tells."""
    return [people for each, _, people in told(text) if each == kind]


@pytest.mark.parametrize(
    ("text", "kind", "people"),
    [
        ("Jens Stoltenberg a reçu Albin Kurti et l'a averti que l'Otan était prête.", "statement", "Jens Stoltenberg"),
        ("Antonio Guterres a vu les rebelles et les a exhortés à déposer les armes.", "statement", "António Guterres"),
        ("Volodymyr Zelensky a lu les propositions de Moscou et les a rejetées.", "refusal", "Volodymyr Zelenskyy"),
        ("Emmanuel Macron a parlé à Paul Kagame et lui a reproché son silence.", "statement", "Emmanuel Macron"),
    ],
)
def test_who_does_one_thing_says_the_next_of_somebody_already_named(text: str, kind: str, people: str) -> None:
    check(text, kind, "occurred", people)


def test_several_who_open_a_sentence_go_on_as_they() -> None:
    text = "Joe Biden et Xi Jinping ont accepté l'invitation et ils rencontreront jeudi Olaf Scholz."
    check(text, "meeting", "planned", "Joe Biden, Xi Jinping, Olaf Scholz")


@pytest.mark.parametrize(
    "text",
    [
        "Joe Biden a reçu Xi Jinping et Paul Kagame et ils rencontreront jeudi Olaf Scholz.",
        "Joe Biden et Xi Jinping ont reçu les rebelles du M23 et ils rencontreront jeudi Olaf Scholz.",
        "Joe Biden et Xi Jinping ont parlé ; ils rencontreront jeudi Olaf Scholz.",
        "Le ministre a reçu Xi Jinping et ils rencontreront jeudi Olaf Scholz.",
        "Joe Biden et Xi Jinping ont parlé : ils rencontreront jeudi Olaf Scholz.",
    ],
)
def test_they_are_not_taken_for_those_who_may_be_others(text: str) -> None:
    assert not [people for people in of(text, "meeting") if {"Olaf Scholz", "Joe Biden"} <= people]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Emmanuel Macron a congédié Paul Kagame et a accusé l'Otan.", "Emmanuel Macron"),
        ("Emmanuel Macron a raccompagné le président Paul Kagame et l'a félicité.", "Emmanuel Macron"),
    ],
)
def test_whom_a_verb_bears_on_that_tells_no_event_does_not_act_next(text: str, subject: str) -> None:
    assert of(text, "statement") == [frozenset({subject})]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("C'est avec le chef du Polisario, Brahim Ghali, que Staffan de Mistura s'est entretenu.", "Brahim Ghali, Staffan de Mistura"),
        ("C'est avec Xi Jinping que Joe Biden s'est entretenu mardi.", "Xi Jinping, Joe Biden"),
    ],
)  # fmt: skip
def test_whom_a_sentence_puts_first_takes_part(text: str, people: str) -> None:
    check(text, "meeting", "occurred", people)


@pytest.mark.parametrize(
    "text",
    [
        "C'est avec prudence que Joe Biden a parlé de Xi Jinping.",
        "C'est à la demande de Xi Jinping que Joe Biden s'est entretenu avec Paul Kagame.",
        "C'est Xi Jinping que Joe Biden a critiqué en s'entretenant avec Paul Kagame.",
        "C'est face à Xi Jinping, dit-on, et sans que Joe Biden ait rencontré Paul Kagame, que tout se joue.",
        "C'est avec Xi Jinping, qui est venu à Paris, que tout commence, et Joe Biden rencontre Paul Kagame.",
    ],
)
def test_who_is_put_first_otherwise_takes_no_part(text: str) -> None:
    assert not [people for people in of(text, "meeting") if {"Xi Jinping", "Joe Biden"} <= people]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Staffan de Mistura a rencontré hier, des représentants du Front Polisario à Tindouf, au sud de l'Algérie.", "Staffan de Mistura, Polisario Front"),
        ("Ahmed Attaf a reçu lundi, l'émissaire américain Steve Witkoff.", "Ahmed Attaf, Steve Witkoff"),
    ],
)  # fmt: skip
def test_a_comma_astray_behind_the_day_hides_nobody(text: str, people: str) -> None:
    check(text, "meeting", "occurred", people)


@pytest.mark.parametrize(
    "text",
    [
        "Ahmed Attaf a reçu lundi, Steve Witkoff mardi.",
        "Ahmed Attaf était reçu lundi, Steve Witkoff ayant renoncé.",
        "Ahmed Attaf a été reçu lundi, Steve Witkoff est arrivé mardi.",
        "Ahmed Attaf s'est entretenu lundi, selon Steve Witkoff, avec son homologue.",
        "Ahmed Attaf s'est réuni lundi, un jour après Steve Witkoff.",
    ],
)
def test_a_comma_that_parts_two_clauses_joins_nobody(text: str) -> None:
    assert not [people for people in of(text, "meeting") if {"Ahmed Attaf", "Steve Witkoff"} <= people]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Kiev et Moscou ont procédé à un échange massif de prisonniers.", "Ukraine, Russia"),
        ("Kiev et Moscou ont procédé à un échange de 200 prisonniers de guerre.", "Ukraine, Russia"),
        ("Erevan et Bakou ont effectué un nouvel échange partiel de leurs prisonniers.", "Armenia, Azerbaijan"),
    ],
)
def test_an_adjective_or_number_within_a_noun_phrase_leaves_it_whole(text: str, people: str) -> None:
    check(text, "prisoner_release", "occurred", people)


@pytest.mark.parametrize(
    "text",
    [
        "Kiev et Moscou ont un échange massif de marchandises.",
        "Kiev et Moscou ont parlé d'échange avec des prisonniers.",
        "Kiev et Moscou ont un échange sur le sort des prisonniers.",
        "Kiev et Moscou ont un échange, loin de prisonniers oubliés.",
        "Kiev et Moscou ont un échange entre familles de prisonniers.",
    ],
)
def test_words_of_a_noun_phrase_that_stand_apart_are_none(text: str) -> None:
    assert not of(text, "prisoner_release")


def test_those_who_agree_on_an_exchange_of_prisoners_are_to_free_them() -> None:
    check(
        "Kiev et Moscou se sont accordés sur un échange de prisonniers.",
        "prisoner_release",
        "planned",
        "Ukraine, Russia",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Washington et Doha se sont entendus sur une rencontre avant tout échange de prisonniers.",
        "Washington et Doha se sont accordés avec le Hamas, après un échange de prisonniers.",
        "Le Qatar annonce un échange de prisonniers.",
        "Washington et Doha se sont entendus. L'échange de prisonniers attendra.",
    ],
)
def test_those_who_agree_on_something_else_free_nobody(text: str) -> None:
    assert not of(text, "prisoner_release")


def test_who_does_the_second_of_two_things_does_not_do_the_first() -> None:
    text = "Kiev salue l'échange de 300 prisonniers et la restitution par la Russie de 20 corps."
    assert frozenset({"Russia"}) not in of(text, "prisoner_release")


@pytest.mark.parametrize(
    ("text", "status", "people"),
    [
        ("L'Union africaine a exigé la libération de Mohamed Bazoum.", "proposed", "Mohamed Bazoum"),
        (
            "Le Hamas a accepté de libérer dix otages en échange de la libération de prisonniers palestiniens.",
            "planned",
            "Palestine",
        ),
        ("La libération de prisonniers palestiniens par Israël a commencé.", "occurred", "Israel, Palestine"),
    ],
)
def test_whose_release_it_is_is_said_behind_it(text: str, status: str, people: str) -> None:
    check(text, "prisoner_release", status, people)
    claims = pipeline.extract(prose("fr", text)).claims
    assert "country/PS" not in {p.actor for c in claims for p in c.participants if p.role == "releaser"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("La Russie a lancé lundi une réforme.", "statement"),
        ("La Russie a lancé une offensive contre Kharkiv.", "statement"),
        ("Paris a accueilli avec prudence l'accord entre Israël et le Hamas.", "meeting"),
        ("Le retour des autorités nigériennes élues est attendu.", "election"),
        ("Les pourparlers de cessez-le-feu avec le Hamas ont repris.", "ceasefire"),
    ],
)
def test_what_only_looks_like_an_event_is_none(text: str, kind: str) -> None:
    assert not of(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "status", "people"),
    [
        ("« Assez », a lancé le président Emmanuel Macron.", "statement", "occurred", "Emmanuel Macron"),
        ("Le Kremlin a lancé un chiffre : « cent ».", "statement", "occurred", "Kremlin"),
        ("Emmanuel Macron a accueilli Joe Biden pour signer un accord.", "meeting", "occurred", "Emmanuel Macron, Joe Biden"),
        ("Lee Jae-myung, élu en juin, a parlé.", "election", "occurred", "Lee Jae-myung"),
        ("Le Hamas et Israël doivent discuter d'une trêve.", "ceasefire", "planned", "Hamas, Israel"),
    ],
)  # fmt: skip
def test_what_looks_alike_and_is_one_is_told(text: str, kind: str, status: str, people: str) -> None:
    check(text, kind, status, people)


@pytest.mark.parametrize(
    "text",
    [
        "À Luanda, où il doit rencontrer João Lourenço, Félix Tshisekedi est arrivé lundi.",
        "Alors qu'il doit rencontrer João Lourenço, Félix Tshisekedi a condamné l'attaque.",
    ],
)
def test_a_pronoun_ahead_of_the_main_clause_takes_up_its_subject(text: str) -> None:
    check(text, "meeting", "planned", "João Lourenço, Félix Tshisekedi")


@pytest.mark.parametrize(
    "text",
    [
        "À Luanda, où elles doivent rencontrer João Lourenço, Félix Tshisekedi est arrivé lundi.",
        "Le ministre, qui est à Luanda où il doit rencontrer João Lourenço, a vu Félix Tshisekedi.",
        "À Luanda, il doit rencontrer João Lourenço, et Félix Tshisekedi est arrivé.",
        "À Luanda, où il doit rencontrer João Lourenço, l'avion de Félix Tshisekedi est arrivé.",
    ],
)
def test_a_pronoun_that_no_subject_follows_is_left(text: str) -> None:
    assert not [people for people in of(text, "meeting") if {"João Lourenço", "Félix Tshisekedi"} <= people]


@pytest.mark.parametrize(
    ("text", "kind", "people"),
    [
        ("Des négociations entre la Russie et la Corée du Nord étaient prévues à Moscou.", "negotiation", "Russia, North Korea"),
        ("Une rencontre entre Joe Biden et Xi Jinping est toujours attendue.", "meeting", "Joe Biden, Xi Jinping"),
    ],
)  # fmt: skip
def test_what_is_said_to_be_planned_is_to_come(text: str, kind: str, people: str) -> None:
    check(text, kind, "planned", people)


def test_a_meeting_that_went_as_planned_took_place() -> None:
    check(
        "La rencontre entre Joe Biden et Xi Jinping s'est tenue comme prévu.",
        "meeting",
        "occurred",
        "Joe Biden, Xi Jinping",
    )


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Joe Biden a reçu Omar Hilale, représentant permanent du royaume auprès de l'ONU.", "Joe Biden, Omar Hilale"),
        (
            "Joe Biden s'est entretenu mardi à Paris avec Omar Hilale, ambassadeur auprès du Vatican.",
            "Joe Biden, Omar Hilale",
        ),
    ],
)
def test_where_somebody_is_posted_takes_no_part(text: str, people: str) -> None:
    check(text, "meeting", "occurred", people)


def test_who_is_asked_by_the_press_talks_with_nobody() -> None:
    assert not of("Contactées par l'AFP, les autorités saoudiennes n'ont pas voulu commenter.", "call")


def test_who_dismisses_an_offer_refuses() -> None:
    check("Juan Guaido avait écarté de nouvelles négociations.", "refusal", "occurred", "Juan Guaidó")
    assert not of("Juan Guaido avait écarté le ministre de la table.", "refusal")


@pytest.mark.parametrize(
    ("text", "kind", "status", "people"),
    [
        ("Paris négocie avec son principal créancier, la Chine.", "negotiation", "ongoing", "France, China"),
        ("Bogota a signé en 2016 un accord avec la plus importante guérilla du pays, les Farc, qui a désarmé.", "signing", "occurred", "Colombia, Revolutionary Armed Forces of Colombia"),
    ],
)  # fmt: skip
def test_the_name_behind_a_comma_is_that_of_whom_it_is_done_with(
    text: str, kind: str, status: str, people: str
) -> None:
    check(text, kind, status, people)


@pytest.mark.parametrize(
    "text",
    [
        "Paris négocie avec prudence, la Chine attend.",
        "Paris négocie avec ses créanciers et, pour sa part, la Chine attend.",
        "Paris négocie avec un créancier qui refuse, la Chine aussi.",
        "Paris négocie avec son créancier, la banque chinoise.",
        "Paris négocie avec force, la Chine ayant refusé.",
    ],
)
def test_a_name_behind_a_comma_that_acts_itself_is_not(text: str) -> None:
    assert not [people for people in of(text, "negotiation") if "China" in people]


@pytest.mark.parametrize(
    ("text", "kind", "people"),
    [
        ("Antony Blinken a renoncé à une visite à Pékin.", "visit", "Antony Blinken"),
        ("Le Hamas a renoncé aux négociations avec Israël.", "negotiation", "Hamas, Israel"),
    ],
)
def test_what_somebody_gives_up_is_cancelled(text: str, kind: str, people: str) -> None:
    check(text, kind, "cancelled", people)


def test_a_visit_that_is_given_up_is_none_that_took_place() -> None:
    text = "Antony Blinken s'est rendu en janvier à Pékin. Il a renoncé à une visite en Chine."
    claims = [
        c for c in pipeline.extract(prose("fr", text, datetime(2023, 5, 5, tzinfo=UTC))).claims if c.type == "visit"
    ]
    assert len({c.event for c in claims}) == len(claims)
