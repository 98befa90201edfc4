"""What is banned, denied or only talked about, and words that have other senses."""

import pytest

from kg.model import Claim
from tests.test_events_grammar import read

_REAL = ("occurred", "ongoing", "planned", "proposed")


def told(text: str, language: str, kind: str) -> list[Claim]:
    """Return the claims of a type that say that something is or will be."""
    found = read(text, language)
    return [c for c in found.claims if c.type == kind and c.polarity == "positive" and c.status in _REAL]


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        # renounced, banned, not allowed, by nobody
        ("Russia undertakes not to attack the ports of Ukraine.", "en", "attack"),
        ("The deal bans all attacks by Israel on Lebanon.", "en", "attack"),
        ("L'accord interdit toute attaque d'Israël contre le Liban.", "fr", "attack"),
        ("Neither Israel nor Lebanon would be allowed to attack Syria.", "en", "attack"),
        ("La Russie s'engage à ne procéder à aucun tir de missile contre l'Ukraine.", "fr", "attack"),
        ("La rencontre entre Emmanuel Macron et Olaf Scholz n'aura donc pas lieu.", "fr", "meeting"),
        ("Rien n'a été convenu entre le Kenya et l'Ouganda.", "fr", "agreement"),
        ("Nothing was agreed between Kenya and Uganda.", "en", "agreement"),
        ("Personne n'a reconnu le Somaliland au Kenya.", "fr", "recognition"),
        ("Russia hasn't attacked Ukraine.", "en", "attack"),
        ("The resolution of the United Nations doesn't explicitly call for a ceasefire in Gaza.", "en", "ceasefire"),
        # other senses
        ("When the deal with the Taliban was struck, Kabul was calm.", "en", "attack"),
        ("Le motif avancé par l'armée russe est la sécurité.", "fr", "military_action"),
        ("Hanna Tetteh heads the U.N. mission to Libya.", "en", "visit"),
        ("Suhail Shaheen heads the Taliban's office in Qatar.", "en", "visit"),
        ("Bachar al-Assad est parti pour épargner la Syrie.", "fr", "visit"),
        ("Les images des otages israéliens ont été rendues publiques par le Hamas.", "fr", "prisoner_release"),
        ("L'Algérie veut faire retirer les combattants sahraouis de la liste des terroristes.", "fr", "withdrawal"),
        ("Vladimir Poutine veut remplacer les discussions de Genève avec l'Ukraine.", "fr", "appointment"),
        # who is shut out, or whose plan is rejected, refuses nothing
        ("Le chef de la junte birmane exclu du sommet de l'Asean.", "fr", "refusal"),
        ("Le plan de la Russie a été rejeté.", "fr", "refusal"),
    ],
)
def test_not_told(text: str, language: str, kind: str) -> None:
    assert not told(text, language, kind)


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Russia undertakes to attack the ports of Ukraine.", "en", "attack"),
        ("La rencontre entre Emmanuel Macron et Olaf Scholz aura donc lieu mardi.", "fr", "meeting"),
        ("Un accord a été convenu entre le Kenya et l'Ouganda.", "fr", "agreement"),
        ("The resolution of the United Nations explicitly calls for a ceasefire in Gaza.", "en", "ceasefire"),
        ("When the deal was signed, the Taliban were attacked by the United States.", "en", "attack"),
        ("L'armée russe a avancé dans le Donbass.", "fr", "military_action"),
        ("Sergei Lavrov headed on Monday to Syria.", "en", "visit"),
        ("Le ministre Sergueï Lavrov est parti pour la Syrie.", "fr", "visit"),
        ("Le Hamas a rendu les otages israéliens.", "fr", "prisoner_release"),
        ("Vladimir Poutine a remplacé Dmitri Medvedev.", "fr", "appointment"),
        ("Russia is opposed to the deal with Ukraine.", "en", "refusal"),
        ("Le plan de la Russie a été rejeté par la France.", "fr", "refusal"),
        ("La France a décidé, lundi, d'exclure un cessez-le-feu.", "fr", "refusal"),
    ],
)
def test_told(text: str, language: str, kind: str) -> None:
    assert told(text, language, kind)


def test_what_is_discussed_is_proposed_at_most() -> None:
    found = read("Egypt and Qatar met to discuss disarming Hamas and deploying a force in Gaza.", "en")
    assert {c.status for c in found.claims if c.type == "disarmament"} == {"proposed"}
    assert not [c for c in found.claims if c.type == "deployment" and c.status == "occurred"]


def test_border_between_two_is_crossed_by_neither() -> None:
    found = read("Un drone russe a franchi la frontière entre la Pologne et l'Ukraine.", "fr")
    roles = [p.role for c in found.claims if c.type == "military_action" for p in c.participants]
    assert roles == ["actor"]


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("Les relations diplomatiques, rompues depuis sept ans, ont été rétablies par l'accord de Pékin.", False),
        ("L'accord de sortie de crise entre le Mali et la Côte d'Ivoire a été signé.", False),
        ("L'accord d'Alger entre le Mali et la Côte d'Ivoire a été résilié.", True),
        ("Le Mali a rompu l'accord d'Alger avec la Côte d'Ivoire.", True),
    ],
)
def test_only_the_text_itself_ends(text: str, ended: bool) -> None:
    assert [a.status == "terminated" for a in read(text, "fr").agreements] == [ended]
