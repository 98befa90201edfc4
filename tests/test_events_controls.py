"""Whose deed it is in a list of what somebody accuses another of or asks for, and what is told on a source's word alone."""

import pytest

from tests.agreeing import read

FR, NE, TD, TG = (f"country/{code}" for code in ("FR", "NE", "TD", "TG"))


def told(language: str, sentence: str, kind: str) -> list[tuple[str, frozenset[str], str | None]]:
    """Return status, participants and source of each claim of a kind."""
    found = [c for c in read(language, sentence).claims if c.type == kind]
    return [(c.status, frozenset(p.actor for p in c.participants), c.attributed_to) for c in found]


@pytest.mark.parametrize(
    ("sentence", "kind", "status", "who"),
    [
        ("Le Tchad accuse le Niger d'héberger, de financer et d'armer le M23.", "aid", "claimed", NE),
        ("Le Tchad exhorte le Niger à libérer les otages et à signer l'accord.", "signing", "proposed", NE),
        ("Le Tchad exhorte le Niger à libérer les otages et à signer l'accord.", "prisoner_release", "proposed", NE),
    ],
)
def test_what_stands_in_a_list_is_all_of_whom_somebody_accuses_or_asks(sentence, kind, status, who):
    ((how, people, _),) = told("fr", sentence, kind)
    assert how == status
    assert who in people
    assert TD not in people


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "status", "people"),
    [
        ("en", "France is withdrawing its troops from Chad.", "withdrawal", "ongoing", {FR}),
        ("en", "France withdrew its troops from Chad.", "withdrawal", "occurred", {FR}),
        ("en", "After hosting talks between Chad and Niger, Togo left.", "negotiation", "occurred", {TD, NE, TG}),
        ("en", "More talks are needed between Chad and Niger.", "negotiation", "proposed", {TD, NE}),
    ],
)
def test_what_goes_on_is_done_or_is_needed_is_told_as_such(language, sentence, kind, status, people):
    ((how, who, _),) = told(language, sentence, kind)
    assert how == status
    assert people <= who


@pytest.mark.parametrize(
    ("sentence", "kind", "status", "source"),
    [
        ("Le Tchad a réclamé la libération des otages.", "prisoner_release", "proposed", TD),
        ("Le Tchad a assuré que tous les prisonniers seraient libérés.", "prisoner_release", "planned", TD),
        ("Le Tchad réclame depuis des mois le départ des forces étrangères.", "withdrawal", "proposed", TD),
        ("Selon le Tchad, les armes lourdes seront retirées de la ligne de front.", "withdrawal", "planned", TD),
    ],
)
def test_what_a_source_demands_or_announces_of_people_without_a_name_is_told(sentence, kind, status, source):
    ((how, _, by),) = told("fr", sentence, kind)
    assert (how, by) == (status, source)


@pytest.mark.parametrize(
    ("language", "sentence", "kind"),
    [
        ("fr", "Le Tchad a retiré ses armes de la vente.", "withdrawal"),
        ("fr", "Le Tchad annonce un échange de prisonniers.", "prisoner_release"),
    ],
)
def test_arms_withdrawn_from_sale_and_bare_announcements_tell_nothing(language, sentence, kind):
    assert not told(language, sentence, kind)


def test_a_second_participle_asks_as_well():
    sentence = "Le Niger a rejeté ces accusations et demandé au Tchad de retirer ses troupes."
    ((status, _, by),) = told("fr", sentence, "withdrawal")
    assert (status, by) == ("proposed", NE)


def test_who_accuses_and_then_recalls_an_envoy_does_so_in_the_words_of_the_text():
    ((_, people, by),) = told("en", "Chad accused Niger of attacking it and recalled its ambassador.", "sanction")
    assert TD in people
    assert by is None
