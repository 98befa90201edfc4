"""French words of events: which event each sentence tells, with whom, and how real; and what tells none."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg import pipeline

Told = tuple[str, str, frozenset[str]]


def told(sentence: str) -> list[Told]:
    """Return type, status and participants of each claim that the pipeline reads from one sentence."""
    article = prose("fr", sentence, datetime(2023, 5, 5, tzinfo=UTC))
    extraction = pipeline.extract(article, profile="fast")
    names = {actor.id: actor.name for actor in extraction.reading.actors}
    return [
        (c.type, c.status, frozenset(names.get(p.actor, p.actor) for p in c.participants)) for c in extraction.claims
    ]


def check(sentence: str, kind: str, status: str, people: str) -> None:
    """Assert that a sentence tells one event: its participants are written with commas between."""
    assert (kind, status, frozenset(people.split(", "))) in told(sentence)


# What a sentence says and what it must not be taken for stand side by side.


@pytest.mark.parametrize(
    ("sentence", "kind", "status", "people"),
    [
        ("Emmanuel Macron a rencontré Olaf Scholz à Berlin.", "meeting", "occurred", "Emmanuel Macron, Olaf Scholz"),
        ("Emmanuel Macron rencontrera Olaf Scholz à Berlin.", "meeting", "planned", "Emmanuel Macron, Olaf Scholz"),
        (
            "Emmanuel Macron n'a pas rencontré Olaf Scholz à Berlin.",
            "meeting",
            "denied",
            "Emmanuel Macron, Olaf Scholz",
        ),
        ("Emmanuel Macron souhaite rencontrer Olaf Scholz.", "meeting", "proposed", "Emmanuel Macron, Olaf Scholz"),
        ("Emmanuel Macron vient de rencontrer Olaf Scholz.", "meeting", "occurred", "Emmanuel Macron, Olaf Scholz"),
        ("Olaf Scholz a été reçu par Emmanuel Macron.", "meeting", "occurred", "Emmanuel Macron, Olaf Scholz"),
        (
            "Kim Jong-un et Moon Jae-in se sont serré la main à Panmunjom.",
            "meeting",
            "occurred",
            "Kim Jong-un, Moon Jae-in",
        ),
        (
            "Le sommet entre Donald Trump et Kim Jong-un a été annulé.",
            "meeting",
            "cancelled",
            "Donald Trump, Kim Jong-un",
        ),
        ("La rencontre entre Joe Biden et Xi Jinping a été reportée.", "meeting", "postponed", "Joe Biden, Xi Jinping"),
        (
            "Antonio Guterres rencontrera séparément Nikos Anastasiades et Ersin Tatar à Genève.",
            "meeting",
            "planned",
            "António Guterres, Nikos Anastasiades",
        ),
        (
            "Antonio Guterres rencontrera séparément Nikos Anastasiades et Ersin Tatar à Genève.",
            "meeting",
            "planned",
            "António Guterres, Ersin Tatar",
        ),
        (
            "Antonio Guterres rencontrera Nikos Anastasiades et Ersin Tatar à Genève.",
            "meeting",
            "planned",
            "António Guterres, Ersin Tatar, Nikos Anastasiades",
        ),
        (
            "Félix Tshisekedi s'est entretenu au téléphone avec Paul Kagame.",
            "call",
            "occurred",
            "Félix Tshisekedi, Paul Kagame",
        ),
        (
            "Félix Tshisekedi et Paul Kagame ont eu une conversation téléphonique.",
            "call",
            "occurred",
            "Félix Tshisekedi, Paul Kagame",
        ),
        ("Antony Blinken s'est rendu à Nairobi jeudi.", "visit", "occurred", "Antony Blinken"),
        ("Antony Blinken est arrivé à Nairobi jeudi.", "visit", "occurred", "Antony Blinken"),
        ("Antony Blinken se rendra à Nairobi.", "visit", "planned", "Antony Blinken"),
        ("Le voyage de Joe Biden en Pologne a été annulé.", "visit", "cancelled", "Joe Biden"),
    ],
)
def test_meetings_calls_and_visits_are_told_with_their_status(
    sentence: str, kind: str, status: str, people: str
) -> None:
    check(sentence, kind, status, people)


@pytest.mark.parametrize(
    ("sentence", "kind", "status", "people"),
    [
        ("La Thaïlande et le Cambodge ont signé un accord de paix.", "signing", "occurred", "Cambodia, Thailand"),
        ("La Thaïlande et le Cambodge vont signer un accord de paix.", "signing", "planned", "Cambodia, Thailand"),
        ("La Thaïlande et le Cambodge n'ont pas signé l'accord de paix.", "signing", "denied", "Cambodia, Thailand"),
        ("Un accord a été conclu entre la Thaïlande et le Cambodge.", "agreement", "occurred", "Cambodia, Thailand"),
        ("La Thaïlande et le Cambodge sont parvenus à un accord.", "agreement", "occurred", "Cambodia, Thailand"),
        ("La Thaïlande et le Cambodge ont convenu d'une trêve.", "agreement", "occurred", "Cambodia, Thailand"),
        ("La Thaïlande et le Cambodge se sont mis d'accord.", "agreement", "occurred", "Cambodia, Thailand"),
        ("La trêve entre Israël et le Hamas est entrée en vigueur.", "ceasefire", "occurred", "Hamas, Israel"),
        ("Israël et le Hamas ont respecté le cessez-le-feu.", "ceasefire", "occurred", "Hamas, Israel"),
        ("Gustavo Petro a proposé un cessez-le-feu.", "ceasefire", "proposed", "Gustavo Petro"),
    ],
)
def test_texts_and_truces_are_told_with_their_parties(sentence: str, kind: str, status: str, people: str) -> None:
    check(sentence, kind, status, people)


@pytest.mark.parametrize(
    ("sentence", "kind", "status", "people"),
    [
        (
            "La Serbie et le Kosovo ont repris les négociations à Bruxelles.",
            "negotiation",
            "occurred",
            "Kosovo, Serbia",
        ),
        ("La Serbie refuse de négocier avec le Kosovo.", "refusal", "occurred", "Serbia"),
        (
            "Le Qatar a joué un rôle de médiateur entre Israël et le Hamas.",
            "mediation",
            "occurred",
            "Hamas, Israel, Qatar",
        ),
        ("Le Qatar a proposé sa médiation entre Israël et le Hamas.", "mediation", "proposed", "Hamas, Israel"),
    ],
)
def test_talks_and_mediation_are_told_with_their_parties(sentence: str, kind: str, status: str, people: str) -> None:
    check(sentence, kind, status, people)


@pytest.mark.parametrize(
    ("sentence", "kind", "status", "people"),
    [
        (
            "L'armée israélienne a bombardé des positions du Hezbollah.",
            "attack",
            "occurred",
            "Hezbollah, Israel Defense Forces",
        ),
        ("L'armée israélienne a ouvert le feu.", "attack", "occurred", "Israel Defense Forces"),
        ("L'Inde et le Pakistan ont échangé des tirs au Cachemire.", "attack", "occurred", "India, Pakistan"),
        ("Le Pakistan dément avoir attaqué l'Inde.", "attack", "denied", "India, Pakistan"),
        ("La Russie a commencé à bombarder Alep.", "attack", "occurred", "Russia"),
        ("L'Etat islamique a revendiqué l'attentat.", "statement", "occurred", "Islamic State"),
        ("La Corée du Nord a tiré un missile balistique.", "military_action", "occurred", "North Korea"),
        (
            "L'armée azerbaïdjanaise a pris le contrôle de Choucha.",
            "military_action",
            "occurred",
            "Armed Forces of Azerbaijan",
        ),
    ],
)
def test_violence_is_told_with_who_strikes_whom(sentence: str, kind: str, status: str, people: str) -> None:
    check(sentence, kind, status, people)


@pytest.mark.parametrize(
    ("sentence", "kind", "status", "people"),
    [
        ("Les troupes russes se sont retirées de Kherson.", "withdrawal", "occurred", "Armed Forces of Russia"),
        ("Les troupes russes se retireront de Kherson.", "withdrawal", "planned", "Armed Forces of Russia"),
        ("L'Allemagne enverra 500 soldats en Lituanie.", "deployment", "planned", "Germany"),
    ],
)
def test_forces_that_move_are_told(sentence: str, kind: str, status: str, people: str) -> None:
    check(sentence, kind, status, people)


@pytest.mark.parametrize(
    ("sentence", "kind", "status", "people"),
    [
        (
            "Les Etats-Unis ont imposé des sanctions contre le Venezuela.",
            "sanction",
            "occurred",
            "United States, Venezuela",
        ),
        ("La Turquie gèle les avoirs de la Syrie.", "sanction", "occurred", "Syria, Turkey"),
        ("Le Maroc a rompu ses relations diplomatiques avec l'Iran.", "sanction", "occurred", "Iran, Morocco"),
        ("La Russie a rappelé son ambassadeur à Washington.", "sanction", "occurred", "Russia"),
        ("La Russie rappelle que la paix est possible.", "statement", "occurred", "Russia"),
        (
            "L'Iran et l'Arabie saoudite ont rétabli leurs relations diplomatiques.",
            "normalization",
            "occurred",
            "Iran, Saudi Arabia",
        ),
    ],
)
def test_sanctions_and_relations_are_told_with_both_sides(sentence: str, kind: str, status: str, people: str) -> None:
    check(sentence, kind, status, people)


@pytest.mark.parametrize(
    ("sentence", "kind", "status", "people"),
    [
        ("Nicolas Maduro a prêté serment à Caracas.", "appointment", "occurred", "Nicolás Maduro"),
        (
            "Le président Emmanuel Macron a nommé Gabriel Attal Premier ministre.",
            "appointment",
            "occurred",
            "Emmanuel Macron, Gabriel Attal",
        ),
        ("Emmanuel Macron a été réélu en 2022.", "election", "occurred", "Emmanuel Macron"),
        ("Les Houthis ont libéré 290 prisonniers.", "prisoner_release", "occurred", "Houthis"),
        ("Les Farc ont remis leurs armes.", "disarmament", "occurred", "Revolutionary Armed Forces of Colombia"),
    ],
)
def test_offices_prisoners_and_arms_are_told_with_who_acts(sentence: str, kind: str, status: str, people: str) -> None:
    check(sentence, kind, status, people)


@pytest.mark.parametrize(
    ("sentence", "kind", "status", "people"),
    [
        ("Emmanuel Macron a annoncé une visite.", "statement", "occurred", "Emmanuel Macron"),
        ("« La paix est proche », a martelé Emmanuel Macron.", "statement", "occurred", "Emmanuel Macron"),
        ("« La paix est proche », a répondu Emmanuel Macron.", "statement", "occurred", "Emmanuel Macron"),
        ("Aux yeux de Vladimir Poutine, la trêve est fragile.", "statement", "occurred", "Vladimir Putin"),
        ("Emmanuel Macron a fait valoir que la trêve était fragile.", "statement", "occurred", "Emmanuel Macron"),
        ("Emmanuel Macron a laissé entendre que la trêve était fragile.", "statement", "occurred", "Emmanuel Macron"),
        (
            "La Colombie a conclu un accord avec les Farc.",
            "agreement",
            "occurred",
            "Colombia, Revolutionary Armed Forces of Colombia",
        ),
        ("La Hongrie s'oppose à l'adhésion de la Suède.", "refusal", "occurred", "Hungary"),
        ("La Cédéao a lancé un ultimatum à la junte.", "threat", "occurred", "ECOWAS"),
        ("La Hongrie a mis son veto.", "refusal", "occurred", "Hungary"),
        ("Israël a amorcé son retrait du Liban.", "withdrawal", "ongoing", "Israel"),
        (
            "L'armée israélienne aurait mené une frappe contre le Hezbollah.",
            "attack",
            "claimed",
            "Hezbollah, Israel Defense Forces",
        ),
        ("Antony Blinken a mis un terme à sa visite en Israël.", "visit", "occurred", "Antony Blinken"),
        ("La Serbie et le Kosovo ne sont pas parvenus à s'entendre.", "agreement", "denied", "Kosovo, Serbia"),
        (
            "Josep Borrell a entamé des entretiens avec Aleksandar Vucic et Albin Kurti.",
            "meeting",
            "occurred",
            "Albin Kurti, Aleksandar Vučić, Josep Borrell",
        ),
        ("Le Brésil a expulsé l'ambassadeur du Nicaragua.", "sanction", "occurred", "Brazil, Nicaragua"),
        ("Le président Alberto Fernandez a présenté sa démission.", "resignation", "occurred", "Alberto Fernández"),
        ("Le général Min Aung Hlaing a pris le pouvoir en Birmanie.", "regime_change", "occurred", "Min Aung Hlaing"),
        (
            "Trois soldats turcs ont été tués par le PKK.",
            "attack",
            "occurred",
            "Armed Forces of Turkey, Kurdistan Workers' Party",
        ),
        (
            "Un porte-parole du Kremlin a démenti toute rencontre entre Vladimir Poutine et Joe Biden.",
            "meeting",
            "denied",
            "Joe Biden, Vladimir Putin",
        ),
        ("L'Iran a condamné l'attaque israélienne contre Damas.", "attack", "occurred", "Israel, Syria"),
        ("L'Iran a condamné l'attaque israélienne contre Damas.", "statement", "occurred", "Iran"),
        (
            "Les Etats-Unis et la Chine devraient reprendre leurs discussions.",
            "negotiation",
            "planned",
            "China, United States",
        ),
        (
            "Le Kremlin a fait savoir que Vladimir Poutine était prêt à rencontrer Volodymyr Zelensky.",
            "meeting",
            "planned",
            "Vladimir Putin, Volodymyr Zelenskyy",
        ),
        ("Antonio Guterres a appelé à un cessez-le-feu au Yémen.", "statement", "occurred", "António Guterres"),
    ],
)
def test_who_speaks_refuses_or_threatens_is_told(sentence: str, kind: str, status: str, people: str) -> None:
    check(sentence, kind, status, people)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Antony Blinken s'est rendu compte de la difficulté.", ""),
        ("Benjamin Netanyahu est arrivé à un compromis.", "visit"),
        ("La Thaïlande est d'accord avec le Cambodge.", "agreement"),
        ("La Thaïlande est d'accord avec le Cambodge.", "signing"),
        ("La Thaïlande a signé une lettre.", "signing"),
        ("Israël refuse un cessez-le-feu avec le Hamas.", "ceasefire/occurred"),
        ("La Serbie refuse de négocier avec le Kosovo.", "negotiation/occurred"),
        ("Donald Trump a tiré les leçons du sommet.", "attack"),
        ("Des avions de combat américains ont survolé la Corée du Sud.", "military_action"),
        ("L'armée colombienne a repoussé une attaque de l'ELN.", "attack/postponed"),
        ("L'armée colombienne a repoussé une attaque de l'ELN.", "attack/proposed"),
        ("Antonio Guterres s'est exprimé au siège de l'ONU.", "military_action"),
        ("La guerre commerciale entre la Chine et les Etats-Unis pèse sur l'économie.", "war"),
        ("L'Allemagne enverra une lettre à la Lituanie.", "deployment"),
        ("La Russie a rappelé son ambassadeur à Washington.", "statement"),
        ("La Russie rappelle que la paix est possible.", "sanction"),
        ("La Chine investit trois milliards de dollars au Pakistan.", "appointment"),
        ("Les Houthis ont libéré la route.", "prisoner_release"),
        ("Les Etats-Unis soutiennent Israël.", "statement"),
        ("La Colombie a conclu un accord avec les Farc.", "statement"),
        ("La Serbie a poursuivi les négociations avec le Kosovo.", "statement"),
        ("La Turquie menace d'envahir la Syrie.", "military_action/occurred"),
        ("Antonio Guterres a appelé à un cessez-le-feu au Yémen.", "ceasefire/occurred"),
        ("Nikol Pachinian ne signera pas l'accord.", "signing/occurred"),
        ("La Suède occupe la présidence de l'Union européenne.", "military_action"),
        ("La prise de position de la France a surpris l'Allemagne.", "military_action"),
        ("Des navires de guerre français ont quitté Toulon.", "war"),
    ],
)
def test_a_word_in_another_sense_tells_no_event(sentence: str, kind: str) -> None:
    """The kind is a type, a type and a status ("attack/postponed"), or empty where nothing at all is told."""
    found = told(sentence)
    if kind:
        found = [(t, s, p) for t, s, p in found if kind in (t, f"{t}/{s}")]
    assert found == []
