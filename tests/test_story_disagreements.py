"""Articles that disagree on where a meeting was held, and articles that only seem to: all values, none chosen."""

import pytest
from stories import lines

TBILISI = "Armenia and Azerbaijan hold talks\n\nThe foreign ministers of Armenia and Azerbaijan met in Tbilisi on Monday, the Georgian government said."
KAGAME = "Rencontre\n\nPaul Kagame et Félix Tshisekedi se sont rencontrés lundi à Nairobi, a affirmé la présidence congolaise."


def places(folder, *texts: str, days: tuple[str, ...] = ("2024-05-14", "2024-05-15", "2024-05-16")) -> list[set[str]]:
    """Return the places on which articles disagree, by event."""
    found = lines(folder, tuple(zip(days, texts, strict=False)), "disagreements")
    return [{value["value"] for value in entry["values"]} for entry in found if entry["slot"] == "place"]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            TBILISI,
            "L'Arménie et l'Azerbaïdjan discutent\n\nLes ministres des Affaires étrangères de l'Arménie et de l'Azerbaïdjan se sont rencontrés lundi à Moscou, selon le Kremlin.",
            {"Tbilisi", "Moscow"},
        ),
        (KAGAME, "Talks\n\nPresidents Paul Kagame and Félix Tshisekedi met in Doha on Monday, Qatar's foreign ministry said.", {"Nairobi", "Doha"}),
    ],
    ids=["ministers", "persons"],
)  # fmt: skip
def test_one_meeting_told_of_two_states_is_a_disagreement(tmp_path, one, other, found) -> None:
    assert places(tmp_path, one, other) == [found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # other people of the same two states
        (TBILISI, "Sommet\n\nLes présidents de l'Arménie et de l'Azerbaïdjan se sont rencontrés lundi à Moscou, selon le Kremlin."),
        (TBILISI, "Moscow\n\nNikol Pashinyan met Ilham Aliyev in Moscow on Monday."),
        (TBILISI, "Moscou\n\nL'Arménie et l'Azerbaïdjan se sont rencontrés lundi à Moscou."),
        # another day, other sides
        (TBILISI, "Moscou\n\nLes ministres des Affaires étrangères de l'Arménie et de l'Azerbaïdjan se sont rencontrés mardi à Moscou."),
        (TBILISI, "Moscou\n\nLes ministres des Affaires étrangères de l'Arménie et de la Turquie se sont rencontrés lundi à Moscou."),
        (KAGAME, "Doha\n\nPaul Kagame and William Ruto met in Doha on Monday."),
        # a plan for another town is no other account of what was held
        (TBILISI, "Moscow\n\nThe foreign ministers of Armenia and Azerbaijan will meet in Moscow on Monday."),
    ],
    ids=["leaders", "names", "states", "day", "sides", "others", "plan"],
)  # fmt: skip
def test_two_meetings_of_one_day_are_no_disagreement(tmp_path, one, other) -> None:
    assert places(tmp_path, one, other) == []


def test_an_article_that_tells_of_both_towns_has_two_meetings(tmp_path) -> None:
    both = (
        "Two meetings\n\nPaul Kagame and Félix Tshisekedi met in Nairobi on Monday morning. "
        "In the evening, Paul Kagame and Félix Tshisekedi met in Kampala on Monday."
    )
    assert places(tmp_path, both) == []
