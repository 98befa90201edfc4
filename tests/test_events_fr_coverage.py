"""The wording of French news, type by type: what must tell its event, and the same words where they tell none."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg import pipeline
from kg.lang import codes, load
from kg.lang.forms import spelled_out
from kg.model import Claim


def claims(text: str) -> tuple[Claim, ...]:
    """Return the claims of one text of 21 November 2020."""
    article = prose("fr", text, datetime(2020, 11, 21, tzinfo=UTC))
    return pipeline.extract(article, profile="fast").claims


TELLS = [
    ("meeting", "Le ministre turc des Affaires étrangères a fait le point avec son homologue iranien à Ankara."),
    ("meeting", "Recep Tayyip Erdogan a croisé Emmanuel Macron en marge du sommet de l'Otan."),
    ("meeting", "Les dirigeants de la Cédéao étaient réunis dimanche à Accra."),
    ("meeting", "Le chef de l'Etat sénégalais a échangé avec les chefs de l'opposition à Dakar."),
    ("meeting", "Salva Kiir a signé l'accord de paix et rencontré Riek Machar à Khartoum."),
    ("visit", "Le chef de la diplomatie européenne a gagné Téhéran samedi."),
    ("visit", "Le Premier ministre japonais a pris l'avion pour Pékin."),
    ("visit", "La venue d'Emmanuel Macron à Beyrouth a été saluée par les partis."),
    ("visit", "À son arrivée à Kinshasa, le pape François a été accueilli par Félix Tshisekedi."),
    ("visit", "Moon Jae-in sera à Pyongyang mardi pour relancer le dialogue."),
    ("call", "Emmanuel Macron s'est entretenu séparément par téléphone avec Salva Kiir et Riek Machar."),
    ("call", "Antony Blinken a passé un coup de fil à son homologue indien."),
    ("call", "Salva Kiir et Riek Machar ont eu dans l'après-midi un nouvel échange téléphonique."),
    ("negotiation", "L'Arménie et l'Azerbaïdjan travaillent à un traité de paix."),
    ("negotiation", "Washington et Pyongyang ont noué des contacts secrets à Stockholm."),
    ("mediation", "La Norvège facilite les discussions entre Bogota et l'ELN."),
    ("mediation", "La Cédéao a dépêché un médiateur à Niamey."),
    ("signing", "Le gouvernement centrafricain est signataire de l'accord de Khartoum depuis 2019."),
    ("signing", "Signé à Khartoum en février par Bangui et Ankara, l'accord n'est pas respecté."),
    ("agreement", "L'Union européenne et le Royaume-Uni ont bouclé un accord commercial."),
    ("agreement", "La conclusion d'un accord entre Athènes et Skopje a été saluée par l'Otan."),
    ("agreement", "Accord de cessez-le-feu entre le Soudan et le Tchad"),
    ("agreement", "Gaza: accord entre Israël et le Hamas sur une trêve"),
    ("agreement", "La Géorgie a confirmé son accord au plan."),
    ("withdrawal", "La France a rétrocédé la base de N'Djamena à l'armée tchadienne."),
    ("withdrawal", "Les militaires allemands rentreront d'Irak en mars."),
    ("withdrawal", "Le texte prévoit le retour des forces géorgiennes dans leurs cantonnements."),
    ("exit", "La Russie a suspendu sa participation au traité New Start."),
    ("exit", "Le Burkina Faso a annoncé son retrait de la Cédéao."),
    ("exit", "Les Etats-Unis ont tourné le dos à l'accord de Paris."),
    ("deployment", "La Cédéao va envoyer une force au Bénin."),
    ("deployment", "L'envoi de soldats kényans en Haïti a été approuvé par l'ONU."),
    ("deployment", "La Turquie a installé des missiles à Chypre."),
    ("deployment", "L'Otan renforce sa présence en Roumanie."),
    ("ceasefire", "Les combats ont cessé mardi à Gaza."),
    ("ceasefire", "Le cessez-le-feu tient toujours entre Israël et le Hezbollah."),
    ("ceasefire", "Israël et le Hamas ont prolongé la trêve."),
    ("ceasefire", "Les Houthis ont annoncé la suspension de leurs attaques contre Israël."),
    ("attack", "Une bombe a explosé à Bogota, faisant dix morts."),
    ("attack", "Des roquettes se sont abattues sur l'ambassade américaine à Bagdad."),
    ("attack", "Israël a éliminé un chef du Hezbollah à Beyrouth."),
    ("military_action", "L'armée syrienne a enfoncé les lignes rebelles à Idleb."),
    ("military_action", "L'ELN a multiplié les opérations contre l'armée colombienne."),
    ("statement", "L'armée indienne a justifié son intervention au Cachemire."),
    ("statement", "L'accord entrera en vigueur lundi, a annoncé Moscou."),
    ("statement", "La riposte sera ferme, a prévenu Recep Tayyip Erdogan."),
    ("statement", "Kigali continue de démentir."),
    ("threat", "Recep Tayyip Erdogan a menacé d'ouvrir les frontières."),
    ("refusal", "Le Parlement géorgien a repoussé la proposition."),
    ("sanction", "Washington a ajouté un ministre rwandais à sa liste noire."),
    ("sanction", "L'expulsion de l'ambassadeur d'Éthiopie par Mogadiscio a tendu les relations."),
    ("sanction", "L'Union africaine a exclu le Niger de ses instances."),
    ("recognition", "La reconnaissance du Kosovo par Israël a irrité Belgrade."),
    ("normalization", "L'Ethiopie et l'Erythrée ont mis fin à vingt ans de brouille."),
    ("election", "Les Burundais ont voté lundi."),
    ("election", "Recep Tayyip Erdogan est sorti vainqueur de la présidentielle."),
    ("disarmament", "La Renamo a fermé sa dernière base et rendu ses armes."),
    ("regime_change", "Le régime de Bachar al-Assad est tombé dimanche."),
    ("regime_change", "La junte birmane a suspendu la Constitution."),
]


@pytest.mark.parametrize(("kind", "sentence"), TELLS)
def test_the_wording_of_the_news_tells_its_event(kind: str, sentence: str) -> None:
    assert kind in {claim.type for claim in claims(sentence)}


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("meeting", "La police a croisé les témoignages de la Turquie et de la Grèce."),
        ("meeting", "L'Iran et la Russie ont échangé du pétrole contre du blé."),
        ("visit", "L'Albanie a rejoint l'Otan en 2009."),
        ("visit", "Le siège de l'organisation sera à Genève."),
        ("visit", "La Colombie a gagné Paris à sa cause."),
        ("visit", "Les militaires allemands rentreront d'Irak en mars."),
        ("agreement", "L'annonce de la visite du président turc a surpris Athènes."),
        ("agreement", "L'adoption d'une loi par le Parlement libanais a été saluée."),
        ("agreement", "L'accord entre Israël et le Hamas"),
        ("agreement", "Pas d'accord entre Israël et le Hamas"),
        ("agreement", "Un accord entre Israël et le Hamas ?"),
        ("withdrawal", "Le Burkina Faso a annoncé son retrait de la Cédéao."),
        ("withdrawal", "La France a abandonné l'idée d'un sommet à Paris."),
        ("withdrawal", "Le retour des forces vives à Beyrouth est attendu."),
        ("exit", "Israël a mis fin à l'opération à Gaza."),
        ("deployment", "L'arrivée du président Macron à Beyrouth est attendue."),
        ("deployment", "Le gouvernement libanais a installé une commission à Tripoli."),
        ("ceasefire", "Les témoins se sont tus à Beyrouth."),
        ("attack", "Les sanctions visent la Russie."),
        ("attack", "L'inflation a touché le Liban."),
        ("attack", "Le pouvoir atteint ses limites au Liban."),
        ("military_action", "Le Liban a repoussé l'échéance électorale."),
        ("refusal", "L'Union africaine a exclu le Niger de ses instances."),
        ("statement", "La France agira si Kigali continue de contester l'accord."),
        ("sanction", "Kigali a placé ses espoirs dans la médiation."),
        ("sanction", "Le Rwanda a mis la pression sur Kinshasa."),
        ("appointment", "Le Brésil a choisi la Chine comme partenaire."),
        ("election", "Le Parlement israélien a voté lundi une loi sur les prisons."),
        ("resignation", "Washington a renoncé à sa mission en Syrie."),
        ("regime_change", "Le rideau est tombé à Berlin sur la conférence."),
    ],
)
def test_the_same_words_elsewhere_tell_none(kind: str, sentence: str) -> None:
    assert kind not in {claim.type for claim in claims(sentence)}


@pytest.mark.parametrize(
    ("sentence", "kind", "roles"),
    [
        ("Le Burkina Faso a annoncé son retrait de la Cédéao.", "exit", {"withdrawing": "country/BF"}),
        ("L'accord entrera en vigueur lundi, a annoncé Moscou.", "statement", {"speaker": "country/RU"}),
        ("La Renamo a signé l'accord et rendu ses armes.", "disarmament", {"actor": "armedgroup/renamo"}),
        (
            "L'Union africaine a exclu le Niger.",
            "sanction",
            {"sender": "intergovernmentalorganization/african-union", "target": "country/NE"},
        ),
    ],
)
def test_who_takes_part_is_read_from_the_wording(sentence: str, kind: str, roles: dict[str, str]) -> None:
    found = [claim for claim in claims(sentence) if claim.type == kind]
    assert [roles] == [{p.role: p.actor for p in claim.participants if p.role in roles} for claim in found]


def test_a_participle_behind_and_is_as_denied_as_the_verb_before_it() -> None:
    (meeting,) = [
        c for c in claims("Salva Kiir n'a pas signé l'accord et rencontré Riek Machar.") if c.type == "meeting"
    ]
    assert meeting.polarity == "negative"


@pytest.mark.parametrize(
    ("phrase", "forms"),
    [
        ("retirer (ses|leurs) troupes", ("retirer ses troupes", "retirer leurs troupes")),
        ("signer (l'|un) accord", ("signer l'accord", "signer un accord")),
        ("aide (|plus) rapide", ("aide rapide", "aide plus rapide")),
        ("visite(s)", ("visite(s)",)),
    ],
)
def test_alternatives_in_a_word_list_are_spelled_out(phrase: str, forms: tuple[str, ...]) -> None:
    assert spelled_out((phrase,)) == forms


@pytest.mark.parametrize("code", codes())
def test_what_is_said_of_a_word_is_said_of_a_word_of_its_list(code: str) -> None:
    for kind, words in load(code).events.items():
        assert words.special.keys() <= {*words.verbs, *words.nouns}, kind
