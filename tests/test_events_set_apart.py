"""Laws of what stands between a verb and its object, of who is asked to act, and of penalties that are to end."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.model import Claim
from kg.pipeline import extract


def told(language: str, text: str, kind: str) -> list[tuple[Claim, set[str]]]:
    """Return the claims of a type with the names of who takes part."""
    found = extract(prose(language, text, datetime(2020, 11, 21, tzinfo=UTC)))
    names = {actor.id: actor.name for actor in found.reading.actors}
    return [(c, {names[p.actor] for p in c.participants}) for c in found.claims if c.type == kind]


@pytest.mark.parametrize(
    ("language", "text", "kind", "people"),
    [
        ("fr", "Emmanuel Macron a rencontré, mardi, le président Paul Kagame.", "meeting", {"Emmanuel Macron", "Paul Kagame"}),
        ("fr", "Emmanuel Macron a reçu, mardi à Paris, Paul Kagame.", "meeting", {"Emmanuel Macron", "Paul Kagame"}),
        ("fr", "Emmanuel Macron a reçu, à l'issue de la cérémonie, Paul Kagame.", "meeting", {"Emmanuel Macron", "Paul Kagame"}),
        ("fr", "Paul Kagame s'est entretenu, lors d'une visite à Paris, avec Emmanuel Macron.", "meeting", {"Emmanuel Macron", "Paul Kagame"}),
        ("fr", "Israël et le Hamas ont conclu, après onze jours de combats, une trêve de trois jours.", "ceasefire", {"Israel", "Hamas"}),
        ("fr", "Le Maroc a repris, sous l'égide de l'ONU, les négociations avec le Front Polisario.", "negotiation", {"Morocco", "Polisario Front", "United Nations"}),
        ("fr", "Israël et le Hamas ont accepté un cessez-le-feu négocié par l'Égypte.", "ceasefire", {"Israel", "Hamas", "Egypt"}),
        ("fr", "La Géorgie et la Russie ont mis fin dimanche à leurs pourparlers.", "negotiation", {"Georgia", "Russia"}),
        ("en", "Emmanuel Macron met, after the ceremony, President Paul Kagame.", "meeting", {"Emmanuel Macron", "Paul Kagame"}),
    ],
)  # fmt: skip
def test_what_commas_set_apart_behind_a_verb_hides_nobody(
    language: str, text: str, kind: str, people: set[str]
) -> None:
    assert people in [who for _, who in told(language, text, kind)]


@pytest.mark.parametrize(
    ("language", "text", "kind", "people"),
    [
        ("fr", "Quinze pays, dont la Chine, le Japon et la Corée du Sud, ont signé dimanche un accord.", "signing", {"China", "Japan", "South Korea"}),
        ("en", "Fifteen countries, including China, Japan and South Korea, signed a deal.", "signing", {"China", "Japan", "South Korea"}),
        ("fr", "Plusieurs dirigeants, dont Paul Kagame, se sont réunis lundi à Luanda.", "meeting", {"Paul Kagame"}),
        ("fr", "Les échanges entre Séoul et Pyongyang ont repris lundi.", "negotiation", {"South Korea", "North Korea"}),
        ("fr", "Antonio Guterres a suggéré vendredi «une rencontre au plus haut niveau» entre la Grèce et la Turquie.", "meeting", {"Greece", "Turkey"}),
        ("fr", "Kinshasa, qui refuse tout dialogue direct avec le M23, a rappelé son ambassadeur.", "negotiation", {"Democratic Republic of the Congo", "M23"}),
        ("fr", "Kigali a suspendu ses relations diplomatiques avec la Belgique.", "sanction", {"Rwanda", "Belgium"}),
        ("fr", "Milorad Dodik a été visé par des sanctions américaines et britanniques.", "sanction", {"Milorad Dodik", "United States", "United Kingdom"}),
        ("fr", "Des négociations russo-ukrainiennes en Turquie", "negotiation", {"Russia", "Ukraine"}),
        ("fr", "La pression a contraint le Rwanda à se retirer de Goma.", "withdrawal", {"Rwanda"}),
        ("fr", "Après avoir reçu Paul Kagame à Paris, Emmanuel Macron est parti pour Berlin, où il doit rencontrer Joe Biden.", "meeting", {"Emmanuel Macron", "Joe Biden"}),
        ("fr", "L'Union européenne a décidé de prolonger ses sanctions contre la Russie.", "sanction", {"European Union", "Russia"}),
        ("fr", "Le Tchad et le Soudan ont tenu mercredi à Kinshasa, avec l'Union africaine, une session de pourparlers.", "negotiation", {"Chad", "Sudan", "African Union"}),
        ("fr", "Le Kenya et la Somalie ont annoncé jeudi la reprise de leurs liens diplomatiques.", "normalization", {"Kenya", "Somalia"}),
        ("fr", "Belgrade, soutenue par Moscou, refuse de négocier avec Pristina.", "refusal", {"Serbia"}),
        ("fr", "Moscou estime que les sanctions adoptées par Washington compliquent le dialogue entre la Chine et la Turquie.", "sanction", {"United States"}),
        ("fr", "Antony Blinken quittera dimanche Washington pour Séoul.", "visit", {"Antony Blinken"}),
        ("en", "Antony Blinken left Geneva on Sunday for Paris.", "visit", {"Antony Blinken"}),
    ],
)  # fmt: skip
def test_who_takes_part_is_found_where_it_stands(language: str, text: str, kind: str, people: set[str]) -> None:
    assert people in [who for _, who in told(language, text, kind)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Les échanges entre la Chine et le Japon ont chuté de 10 % en mai.", "negotiation"),
        ("Milorad Dodik a signé des lois ciblant l'autorité du Haut représentant.", "attack"),
        ("L'armée a été accusée lundi par Paul Kagame.", "aid"),
        ("Paul Kagame a tenu à se présenter mardi devant le Parlement.", "statement"),
        ("Les soldats français ont quitté Bangui pour Paris.", "visit"),
        ("Les pourparlers entre le Rwanda et le M23, suspendus depuis janvier, reprendront lundi.", "sanction"),
        ("Paul Kagame, dont une dizaine d'États reconnaissent la légitimité, est à Paris.", "recognition"),
    ],
)
def test_words_that_tell_something_else_tell_no_event(text: str, kind: str) -> None:
    assert not told("fr", text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("L'ONU en faveur d'une rencontre entre la Grèce et la Turquie", "meeting", "proposed"),
        ("Joe Biden tient à rencontrer Vladimir Poutine.", "meeting", "proposed"),
        ("Joe Biden a tenu à rencontrer Vladimir Poutine.", "meeting", "occurred"),
        ("Le Rwanda n'exclut pas une rencontre avec Félix Tshisekedi.", "meeting", "proposed"),
        ("Moscou et Kiev se sont accusés d'avoir bombardé la centrale.", "attack", "claimed"),
        ("Les pourparlers entre le Rwanda et le M23, suspendus depuis janvier, reprendront lundi.", "negotiation", "planned"),
        ("La Russie maintiendra ses sanctions contre la Turquie.", "sanction", "ongoing"),
        ("Emmanuel Macron a reçu Paul Kagame avant de se rendre à Berlin.", "visit", "occurred"),
        ("Emmanuel Macron recevra Paul Kagame avant de se rendre à Berlin.", "visit", "planned"),
        ("L'absence du M23 a fait capoter les discussions avec Kinshasa.", "negotiation", "cancelled"),
        ("Joe Biden s'est engagé à retirer ses soldats d'Irak, lors d'une réunion à Paris avec Paul Kagame.", "meeting", "occurred"),
    ],
)  # fmt: skip
def test_how_real_it_is(text: str, kind: str, status: str) -> None:
    assert [claim.status for claim, _ in told("fr", text, kind)] == [status]


@pytest.mark.parametrize("day", ["mardi", "mardi à Paris", "mardi, dans un communiqué"])
def test_a_day_set_apart_is_the_day_of_its_verb(day: str) -> None:
    ((claim, _),) = told(
        "fr", f"Emmanuel Macron a annoncé, {day}, le retrait des soldats français du Tchad.", "statement"
    )
    assert claim.when is not None
    assert claim.when.edtf == "2020-11-17"


@pytest.mark.parametrize(
    ("text", "kind", "people"),
    [
        ("Emmanuel Macron a demandé à Moscou de retirer ses troupes.", "withdrawal", {"Russia", "Armed Forces of Russia"}),
        ("Ankara presse Kigali de retirer ses soldats.", "withdrawal", {"Rwanda", "Rwanda Defence Force"}),
        ("Alger exige de Moscou de lever les sanctions.", "sanction", {"Russia"}),
    ],
)  # fmt: skip
def test_who_is_asked_acts_and_not_who_asks(text: str, kind: str, people: set[str]) -> None:
    ((_, who),) = told("fr", text, kind)
    assert who == people


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("L'ONU a ordonné mardi à Kigali de se retirer.", "withdrawal"),
        ("Ankara a sanctionné trois généraux accusés d'avoir orchestré les violences contre les civils.", "attack"),
        ("Vladimir Poutine a signé un décret lui interdisant de se rendre en Bosnie.", "visit"),
    ],
)
def test_a_deed_of_somebody_unknown_is_nobody_elses(text: str, kind: str) -> None:
    assert not [who for _, who in told("fr", text, kind) if who]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("fr", "Les États-Unis vont lever les sanctions contre la Syrie.", "ongoing"),
        ("fr", "L'Union européenne a refusé de lever les sanctions contre la Syrie.", "ongoing"),
        ("fr", "Washington a levé les sanctions contre la Syrie.", "cancelled"),
        ("en", "Washington has not lifted sanctions on Syria.", "ongoing"),
        ("en", "The European Union will lift its sanctions against Syria.", "ongoing"),
    ],
)
def test_sanctions_that_are_still_to_be_lifted_are_in_force(language: str, text: str, status: str) -> None:
    ((claim, _),) = told(language, text, "sanction")
    assert (claim.status, claim.polarity) == (status, "positive")


@pytest.mark.parametrize(
    "text",
    [
        "Le gouvernement colombien a rompu jeudi les négociations avec l'Armée de libération nationale.",
        "Kinshasa a rompu le dialogue avec le M23.",
    ],
)
def test_talks_that_are_broken_off_are_cancelled(text: str) -> None:
    ((claim, who),) = told("fr", text, "negotiation")
    assert claim.status == "cancelled"
    assert len(who) == 2
