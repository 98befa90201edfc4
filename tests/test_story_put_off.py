"""What becomes of a plan, over articles: put off to another day and held then, it is one event with its steps."""

import pytest
from stories import ask, lives

ARMENIA = (
    "2024-06-01",
    "Armenia and Azerbaijan to meet\n\nThe foreign ministers of Armenia and Azerbaijan will meet in Almaty on June 10.",
)
CHAD = (
    "2024-06-01",
    "Le Tchad et le Niger se rencontreront\n\nLes présidents du Tchad et du Niger se rencontreront le 10 juin à Niamey.",
)
CHAD_OFF = (
    "2024-06-08",
    "Rencontre reportée\n\nLa rencontre des présidents du Tchad et du Niger, prévue le 10 juin à Niamey, a été reportée au 2 juillet.",
)


@pytest.mark.parametrize(
    "articles",
    [
        (
            ARMENIA,
            ("2024-06-09", "Rencontre reportée\n\nLa rencontre des ministres des Affaires étrangères de l'Arménie et de l'Azerbaïdjan, prévue le 10 juin à Almaty, a été reportée au 20 juin."),
            ("2024-06-21", "Ministers meet\n\nThe foreign ministers of Armenia and Azerbaijan met in Almaty on Thursday."),
        ),
        (
            CHAD,
            ("2024-06-09", "Chad summit delayed\n\nThe meeting of the presidents of Chad and Niger in Niamey has been put off until June 20."),
            ("2024-06-21", "Rencontre à Niamey\n\nLes présidents tchadien et nigérien se sont rencontrés jeudi à Niamey."),
        ),
        (
            ("2024-06-01", "Paul Kagame à Luanda\n\nLe président rwandais Paul Kagame se rendra à Luanda le 10 juin."),
            ("2024-06-09", "Kagame delays trip\n\nRwandan President Paul Kagame has postponed his visit to Luanda, planned for June 10, to June 20."),
            ("2024-06-21", "Kagame in Luanda\n\nRwandan President Paul Kagame visited Luanda on Thursday."),
        ),
    ],
    ids=["meeting", "until", "visit"],
)  # fmt: skip
def test_a_plan_put_off_and_held_on_the_new_day_is_one_event(tmp_path, articles) -> None:
    assert lives(tmp_path, articles) == [[(articles[0][0], "planned"), ("2024-06-09", "postponed"), ("2024-06-21", "occurred")]]  # fmt: skip


def test_what_was_put_off_and_held_is_not_listed_as_never_reported(tmp_path) -> None:
    held = ("2024-07-03", "Rencontre\n\nLes présidents du Tchad et du Niger se sont rencontrés mardi à Niamey.")
    assert ask(tmp_path, (CHAD, CHAD_OFF, held), "unreported", "-p", "on", "2024-12-31") == []


def test_what_was_put_off_and_not_heard_of_again_is_due_on_the_new_day(tmp_path) -> None:
    (row,) = ask(tmp_path, (CHAD, CHAD_OFF), "standing", "-p", "on", "2024-06-30")
    assert (row["stood"], row["due"]) == ("postponed", "2024-07-02")


@pytest.mark.parametrize(
    ("other", "steps"),
    [
        # another meeting of the same two, in the same town, planned for another day and held
        (
            (
                ("2024-06-01", "Niamey\n\nThe presidents of Chad and Niger will meet in Niamey on June 15."),
                ("2024-06-16", "Niamey\n\nThe presidents of Chad and Niger met in Niamey on Saturday."),
            ),
            [("2024-06-01", "planned"), ("2024-06-16", "occurred")],
        ),
        # planned alone
        (
            (("2024-06-01", "Niamey\n\nThe presidents of Chad and Niger will meet in Niamey on June 15."),),
            [("2024-06-01", "planned")],
        ),
        # in another town
        (
            (("2024-06-01", "Abeche\n\nLes présidents du Tchad et du Niger se rencontreront le 10 juin à Abéché."),),
            [("2024-06-01", "planned")],
        ),
        # with somebody else
        (
            (("2024-06-01", "Niamey\n\nLes présidents du Bénin et du Niger se rencontreront le 10 juin à Niamey."),),
            [("2024-06-01", "planned")],
        ),
        # held before it was put off
        (
            (("2024-05-20", "Niamey\n\nThe presidents of Chad and Niger met in Niamey on Sunday."),),
            [("2024-05-20", "occurred")],
        ),
    ],
    ids=["held", "planned", "town", "others", "before"],
)
def test_another_meeting_is_not_the_one_that_was_put_off(tmp_path, other, steps) -> None:
    assert sorted(lives(tmp_path, (CHAD_OFF, *other))) == sorted([[("2024-06-08", "postponed")], steps])


def test_a_plan_without_a_word_of_putting_off_is_not_what_was_held_later(tmp_path) -> None:
    held = ("2024-06-21", "Almaty\n\nThe foreign ministers of Armenia and Azerbaijan met in Almaty on Thursday.")
    assert len(lives(tmp_path, (ARMENIA, held))) == 2


def test_the_day_for_which_it_was_planned_is_a_claim_of_its_own(tmp_path) -> None:
    rows = ask(tmp_path, (CHAD_OFF,), "SELECT ?when ?status WHERE { GRAPH ?g { ?c a dk:Claim ; dk:eventStatus ?status ; dk:claimedTime/dk:edtf ?when } }")  # fmt: skip
    assert {(row["when"], row["status"].rpartition("#")[2].lower()) for row in rows} == {("2024-06-10", "planned"), ("2024-07-02", "postponed")}  # fmt: skip
