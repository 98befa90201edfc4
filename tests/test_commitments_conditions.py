"""On what condition a term is promised, and to whom it is owed where the sentence says so."""

import pytest

from kg.model import Commitment
from tests.agreeing import read

IN, PK, IR, TR, RU, RW, CD, UG = (f"country/{code}" for code in ("IN", "PK", "IR", "TR", "RU", "RW", "CD", "UG"))

TWO = {"en": "India and Pakistan signed a deal on Monday.", "fr": "L'Inde et le Pakistan ont signé lundi un accord."}
THREE = {
    "en": "Turkey, Iran and Russia signed an accord on Monday.",
    "fr": "La Turquie, l'Iran et la Russie ont signé lundi un accord.",
}


def terms(language: str, *paragraphs: str) -> list[Commitment]:
    return [term for one in read(language, *paragraphs).agreements for term in one.commitments]


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "obligor", "condition"),
    [
        ("en", "Under the deal, India will withdraw its troops if Pakistan closes the camps.", "withdrawal", IN, "if Pakistan closes the camps"),
        ("en", "Once the prisoners are freed, Pakistan must withdraw its troops.", "withdrawal", PK, "Once the prisoners are freed"),
        ("en", "Pakistan agreed to free 200 prisoners provided that India lifts its sanctions.", "prisoner_release", PK, "provided that India lifts its sanctions"),
        ("en", "India is to lift its sanctions as soon as the inspectors have confirmed the withdrawal.", "sanctions_relief", IN, "as soon as the inspectors have confirmed the withdrawal"),
        ("en", "In return for the release of the prisoners, India will lift its sanctions.", "sanctions_relief", IN, "In return for the release of the prisoners"),
        ("en", "Pakistan pledged to free 200 prisoners, but only after India lifts its sanctions.", "prisoner_release", PK, "only after India lifts its sanctions"),
        ("fr", "Aux termes de l'accord, l'Inde retirera ses troupes si le Pakistan ferme les camps.", "withdrawal", IN, "si le Pakistan ferme les camps"),
        ("fr", "Si l'accord tient, le Pakistan devra retirer ses troupes.", "withdrawal", PK, "Si l'accord tient"),
        ("en", "Unless the truce is broken, Pakistan must transfer two districts to India.", "other", PK, "Unless the truce is broken"),
        ("fr", "Une fois les prisonniers libérés, le Pakistan devra retirer ses troupes.", "withdrawal", PK, "Une fois les prisonniers libérés"),
        ("fr", "Le Pakistan s'engage à libérer 200 prisonniers à condition que l'Inde lève ses sanctions.", "prisoner_release", PK, "à condition que l'Inde lève ses sanctions"),
        ("fr", "En échange de la libération des prisonniers, l'Inde lèvera ses sanctions.", "sanctions_relief", IN, "En échange de la libération des prisonniers"),
        ("fr", "Contre la libération des prisonniers, l'Inde s'engage à lever ses sanctions.", "sanctions_relief", IN, "Contre la libération des prisonniers"),
        ("fr", "Le Pakistan s'engage à ne libérer les prisonniers que lorsque l'Inde aura levé ses sanctions.", "prisoner_release", PK, "que lorsque l'Inde aura levé ses sanctions"),
    ],
)  # fmt: skip
def test_a_clause_of_condition_is_said_of_its_term_and_is_no_term_of_whoever_owes_it(
    language, sentence, kind, obligor, condition
):
    (term,) = terms(language, TWO[language], sentence)
    assert (term.type, term.obligor, term.condition) == (kind, obligor, condition)


@pytest.mark.parametrize(
    ("language", "first", "then"),
    [
        ("en", "Under the deal, Pakistan must withdraw its troops within 30 days", "In return, India is to lift its sanctions."),
        ("fr", "Le Pakistan doit retirer ses troupes sous 30 jours", "En contrepartie, l'Inde s'engage à lever ses sanctions."),
    ],
)  # fmt: skip
def test_what_is_given_in_return_is_given_for_what_the_other_promised_right_before(language, first, then):
    found = {term.type: term for term in terms(language, TWO[language], f"{first}. {then}")}
    assert set(found) == {"withdrawal", "sanctions_relief"}
    assert found["withdrawal"].condition is None
    assert (found["sanctions_relief"].obligor, found["sanctions_relief"].condition) == (IN, first)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Under the deal, India must withdraw its troops once and for all."),
        ("en", "Under the deal, India must withdraw its troops, even if many in the army object."),
        ("en", "Under the deal, India must withdraw its troops at once."),
        ("en", "Under the deal, Pakistan must free 200 prisoners, some of whom were once ministers."),
        ("fr", "L'Inde doit retirer ses troupes, même si l'armée s'y oppose."),
        ("fr", "L'Inde doit retirer ses troupes une fois pour toutes."),
        ("fr", "Aux termes de l'accord, le Pakistan doit libérer 200 prisonniers, si nombreux soient les mécontents."),
        ("fr", "Aux termes de l'accord, l'Inde doit retirer ses troupes des positions si durement conquises."),
        ("fr", "Dès lundi, l'Inde doit retirer ses troupes."),
        ("fr", "L'Inde doit libérer les prisonniers, détenus, si l'on en croit Islamabad, à Delhi."),
    ],
)
def test_words_that_only_look_like_a_condition_are_none(language, sentence):
    (term,) = terms(language, TWO[language], sentence)
    assert term.condition is None


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "It is not known if India will withdraw its troops."),
        ("fr", "On ignore si l'Inde retirera ses troupes."),
        ("fr", "Les inspecteurs diront si l'Inde doit retirer ses troupes."),
    ],
)
def test_what_is_only_asked_is_no_term(language, sentence):
    assert not terms(language, TWO[language], sentence)


@pytest.mark.parametrize(
    ("language", "sentence", "obligor", "obligee"),
    [
        ("en", "Under the accord, Iran must hand over the town to Turkey.", IR, TR),
        ("en", "Russia undertakes to pay Iran 2 billion dollars.", RU, IR),
        ("en", "Iran is to lift its sanctions on Russia by June.", IR, RU),
        ("fr", "Aux termes de l'accord, l'Iran doit remettre la ville à la Turquie.", IR, TR),
        ("fr", "La Russie s'engage à verser 2 milliards de dollars à l'Iran.", RU, IR),
        ("fr", "L'Iran doit lever ses sanctions contre la Russie avant juin.", IR, RU),
        ("fr", "Deux villes seront rendues à la Turquie.", None, TR),
        ("en", "Iran must withdraw its troops to the border by June.", IR, None),
        ("en", "Under the accord, Iran must free 200 prisoners, the Turkish president told Russia.", IR, None),
        ("en", "Iran must hand over its weapons to the United Nations.", IR, None),
        ("fr", "L'Iran doit libérer 200 prisonniers, selon la Turquie.", IR, None),
        ("fr", "L'Iran doit remettre ses armes aux Nations unies.", IR, None),
    ],
)
def test_a_term_is_owed_to_the_party_that_its_words_say_gets_it(language, sentence, obligor, obligee):
    (term,) = terms(language, THREE[language], sentence)
    assert (term.obligor, term.obligee) == (obligor, obligee)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Under the deal, the commission must deliver its report in June."),
        ("en", "Under the deal, Pakistan must give its consent by June."),
        ("fr", "L'accord doit rendre la paix possible."),
        ("fr", "Le Pakistan doit remettre sa réponse lundi."),
        ("fr", "Aux termes de l'accord, la commission doit transmettre son rapport au secrétaire général."),
    ],
)
def test_what_is_handed_to_nobody_of_the_parties_is_no_term(language, sentence):
    assert not terms(language, TWO[language], sentence)


def test_a_commitment_is_owed_by_the_state_for_which_a_person_signed():
    said = "Armenian Prime Minister Nikol Pashinyan and Azerbaijani President Ilham Aliyev signed a deal on Monday."
    (term,) = terms("en", said, "Under the deal, Armenia must withdraw its troops.")
    assert (term.obligor, term.obligee) == ("country/AM", "country/AZ")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Under the deal, Pakistani forces are to go back to their barracks."),
        ("en", "Under the deal, Pakistani forces must return to the lines that they held before March."),
        ("fr", "Aux termes de l'accord, les forces pakistanaises doivent regagner leurs bases."),
    ],
)
def test_who_goes_back_owes_it_and_the_day_of_a_clause_on_a_place_is_no_deadline(language, sentence):
    (term,) = terms(language, TWO[language], sentence)
    assert (term.obligor, term.deadline) == (PK, None)


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("en", "India undertakes to withdraw its troops. Talks are to open in Geneva on June 15."),
        ("fr", "L'Inde s'engage à retirer ses troupes. Des discussions s'ouvriront le 15 juin à Genève."),
    ],
)
def test_talks_that_nobody_is_said_to_owe_are_not_owed_by_whoever_owes_the_term_before(language, paragraph):
    found = {term.type: term.obligor for term in terms(language, TWO[language], paragraph)}
    assert found == {"withdrawal": IN, "negotiation": None}


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "due"),
    [
        ("en", "Every mercenary has 90 days to be out of the country.", "withdrawal", "2025-08-10"),
        ("en", "The militias have 60 days to lay down their weapons.", "disarmament", "2025-07-11"),
        ("fr", "Les combattants étrangers auront trois mois pour plier bagage.", "withdrawal", "2025-08-12"),
        ("fr", "Les deux camps ont 30 jours pour libérer les prisonniers.", "prisoner_release", "2025-06-11"),
        ("en", "Guns of 100 millimetres and above must be drawn back.", "withdrawal", None),
    ],
)
def test_what_many_are_given_days_for_right_behind_a_signing_is_a_term(language, sentence, kind, due):
    (term,) = terms(language, TWO[language], sentence)
    assert (term.type, term.deadline and term.deadline.latest.isoformat()) == (kind, due)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The ambassador has three days to leave the country."),
        ("en", "The company had three months to leave the building."),
        ("en", "France has 90 days to leave Niger."),
        ("en", "Tanks must be drawn up outside the town."),
        ("fr", "L'ambassadeur français a trois jours pour quitter le pays."),
        ("fr", "Les habitants ont eu deux jours pour quitter leur maison."),
        ("fr", "Le parlement a 30 jours pour ratifier le texte."),
    ],
)
def test_days_given_to_somebody_else_are_no_term(language, sentence):
    assert not terms(language, TWO[language], sentence)
