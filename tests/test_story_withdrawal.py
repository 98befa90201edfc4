"""A withdrawal announced, begun and done, over articles: one event with three steps; what only begins is not done."""

import pytest
from stories import ask, lines, lives

FRANCE = (
    "2023-09-25",
    "Paris annonce un retrait\n\nLa France a annoncé dimanche le retrait de ses 1.500 soldats du Niger.",
)
FRANCE_BEGINS = ("2023-10-11", "Début du retrait\n\nLa France a commencé mardi à retirer ses soldats du Niger.")
FRANCE_GONE = ("2023-12-23", "Fin du retrait\n\nLes derniers soldats français ont quitté vendredi le Niger.")
CHAD = (
    "2024-03-01",
    "Chad announces withdrawal\n\nChad will withdraw its 500 soldiers from Niger by June 30, its president said.",
)
CHAD_BEGINS = ("2024-04-10", "Chad begins\n\nChad has begun to withdraw its soldiers from Niger.")
CHAD_GONE = ("2024-06-29", "Le Tchad s'est retiré\n\nLe Tchad a achevé vendredi le retrait de ses soldats du Niger.")


@pytest.mark.parametrize(
    ("articles", "steps"),
    [
        ((FRANCE, FRANCE_BEGINS, FRANCE_GONE), [("2023-09-24", "planned"), ("2023-10-11", "ongoing"), ("2023-12-23", "occurred")]),
        ((CHAD, CHAD_BEGINS, CHAD_GONE), [("2024-03-01", "planned"), ("2024-04-10", "ongoing"), ("2024-06-29", "occurred")]),
        ((FRANCE_BEGINS, FRANCE_GONE), [("2023-10-11", "ongoing"), ("2023-12-23", "occurred")]),
        ((FRANCE, FRANCE_GONE), [("2023-09-24", "planned"), ("2023-12-23", "occurred")]),
    ],
    ids=["fr", "en", "begun", "announced"],
)  # fmt: skip
def test_a_withdrawal_announced_begun_and_done_is_one_event(tmp_path, articles, steps) -> None:
    assert lives(tmp_path, articles, "-p", "type", "withdrawal") == [steps]


@pytest.mark.parametrize(
    "other",
    [
        # another country, other forces
        ("2023-12-23", "Tchad\n\nLes derniers soldats français ont quitté vendredi le Tchad."),
        ("2023-12-23", "Niger\n\nThe last Italian soldiers left Niger on Friday."),
        # another number, a part alone
        ("2023-12-23", "Niger\n\nFrance withdrew 200 soldiers from Niger on Friday."),
        ("2023-12-23", "Niger\n\nLa France a retiré vendredi une partie de ses soldats du Niger."),
        # before it was announced, and long after
        ("2023-05-20", "Niger\n\nFrance withdrew its soldiers from Niger on Friday."),
        ("2025-06-21", "Niger\n\nFrance withdrew its soldiers from Niger on Friday."),
    ],
    ids=["place", "forces", "figure", "part", "before", "after"],
)
def test_another_withdrawal_is_no_step_of_it(tmp_path, other) -> None:
    assert len(lives(tmp_path, (FRANCE, other), "-p", "type", "withdrawal")) == 2


def test_a_cut_to_a_number_that_stays_is_not_the_withdrawal_of_the_rest(tmp_path) -> None:
    cut = (
        "2023-09-25",
        "Paris réduit\n\nLa France va ramener ses effectifs au Niger à 500 soldats d'ici au 1er novembre.",
    )
    assert len(lives(tmp_path, (cut, FRANCE_GONE), "-p", "type", "withdrawal")) == 2


def test_of_two_that_came_after_neither_is_known_to_be_the_one_announced(tmp_path) -> None:
    again = ("2023-11-18", "Niger\n\nFrance withdrew its soldiers from Niger on Friday.")
    assert len(lives(tmp_path, (FRANCE, again, FRANCE_GONE), "-p", "type", "withdrawal")) == 3


def test_the_days_of_its_steps_are_no_disagreement(tmp_path) -> None:
    assert lines(tmp_path, (CHAD, CHAD_BEGINS, CHAD_GONE), "disagreements") == []


def test_it_is_not_listed_as_never_reported(tmp_path) -> None:
    assert ask(tmp_path, (CHAD, CHAD_BEGINS, CHAD_GONE), "unreported", "-p", "on", "2024-12-31") == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Le Tchad a commencé à retirer ses troupes du Niger.", "ongoing"),
        ("Le retrait des troupes tchadiennes du Niger a débuté lundi.", "ongoing"),
        ("Le Tchad a entamé lundi le retrait de ses troupes du Niger.", "ongoing"),
        ("Chad began withdrawing its troops from Niger on Monday.", "ongoing"),
        ("Chad has begun the withdrawal of its troops from Niger.", "ongoing"),
        ("Le Tchad a achevé de retirer ses troupes du Niger.", "occurred"),
        ("Le Tchad va commencer à retirer ses troupes du Niger.", "planned"),
        ("Chad has finished withdrawing its troops from Niger.", "occurred"),
        ("Talks began after Chad withdrew its troops from Niger.", "occurred"),
        ("Les négociations ont commencé alors que le Tchad retirait ses troupes du Niger.", "occurred"),
        ("Chad will begin withdrawing its troops from Niger in June.", "planned"),
        ("Chad completes withdrawal of its troops from Niger.", "occurred"),
    ],
)
def test_a_withdrawal_that_began_goes_on(tmp_path, sentence, status) -> None:
    rows = ask(tmp_path, (("2024-04-10", f"Sahel\n\n{sentence}"),), "lives", "-p", "type", "withdrawal")
    assert [row["stood"] for row in rows] == [status]


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ("Le Tchad a retiré ses 500 soldats du Niger.", "Niger"),
        ("Le Tchad a annoncé le retrait de ses soldats du Burundi.", "Burundi"),
        ("Le retrait des troupes tchadiennes du Niger a commencé lundi.", "Niger"),
        ("Le Tchad a retiré les soldats du Niger de sa capitale.", ""),
        ("Le Tchad a retiré ses 500 soldats de la frontière du Niger.", ""),
    ],
)
def test_forces_leave_the_country_behind_them_where_it_is_not_whose_they_are(tmp_path, sentence, where) -> None:
    rows = ask(tmp_path, (("2024-04-10", f"Sahel\n\n{sentence}"),), "withdrawals")
    assert {row["where"] for row in rows} == {where}
