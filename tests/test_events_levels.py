"""Numbers of forces: what is withdrawn is told from what remains, a level left from a level reached, a part from its whole."""

from datetime import UTC, datetime

import pytest
from prose import prose

from kg.pipeline import extract

SATURDAY = datetime(2020, 11, 21, tzinfo=UTC)


def counted(code: str, text: str) -> list[tuple[str, float | None, str | None]]:
    """Return (type, value, kind) of the quantities that claims of one sentence carry."""
    article = prose(code, text, SATURDAY)
    return [(c.type, c.quantity.value, c.quantity.kind) for c in extract(article).claims if c.quantity]


@pytest.mark.parametrize(
    ("code", "text", "value", "kind"),
    [
        ("en", "The United States will reduce its contingent in Iraq from 5,200 to 3,000 troops.", 3000, "remaining"),
        ("en", "France will withdraw 2,400 troops from Niger.", 2400, "withdrawn"),
        ("en", "The Pentagon will withdraw 2,000 of its 4,500 soldiers in Iraq.", 2000, "withdrawn"),
        ("en", "Washington withdrew 12,000 soldiers from Germany to Poland.", 12000, "withdrawn"),
        ("en", "Britain cut its force in Cyprus to 900 soldiers.", 900, "remaining"),
        ("fr", "Les Etats-Unis réduiront leur contingent en Irak de 5.200 à 3.000 soldats.", 3000, "remaining"),
        ("fr", "Washington va ramener ses effectifs en Irak de 5.200 à 3.000 hommes.", 3000, "remaining"),
        ("fr", "Le Pentagone retirera 2.000 de ses 4.500 soldats d'Irak.", 2000, "withdrawn"),
        ("fr", "Berlin réduira de 600 hommes son contingent au Niger, à 900 soldats.", 600, "withdrawn"),
        ("fr", "Le Burundi diminuera ses effectifs en Somalie de 1.000 soldats.", 1000, "withdrawn"),
        ("fr", "La France retirera 2.400 soldats du Niger.", 2400, "withdrawn"),
    ],
)
def test_what_leaves_is_told_from_what_remains(code: str, text: str, value: float, kind: str) -> None:
    assert ("withdrawal", value, kind) in counted(code, text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "La France va réduire sa dette publique."),
        ("fr", "Le président a ramené la paix."),
        ("fr", "Le gouvernement va diminuer les impôts de 3.000 euros."),
        ("en", "The government will cut taxes by 3,000 euros."),
    ],
)
def test_what_is_cut_but_no_force_is_no_withdrawal(code: str, text: str) -> None:
    article = prose(code, text, SATURDAY)
    assert [claim for claim in extract(article).claims if claim.type == "withdrawal"] == []


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("en", "A car bomb attack by the ELN in Bogota in 2019 killed 22 people.", 22),
        ("en", "Boko Haram gunmen killed 30 villagers in Borno.", 30),
        ("fr", "Des hommes armés de Boko Haram ont tué 30 villageois.", 30),
    ],
)
def test_a_year_counts_nobody_and_villagers_are_counted(code: str, text: str, value: float) -> None:
    assert [found[1:] for found in counted(code, text)] == [(value, "killed")]


@pytest.mark.parametrize(
    "text",
    [
        "No American soldier is left in Iraq.",
        "There are no French troops left in Chad.",
        "Few British soldiers are left in Estonia.",
        "The Turkish troops left in Syria were attacked on Monday.",
    ],
)
def test_who_is_left_somewhere_has_not_left_it(text: str) -> None:
    assert [c.status for c in extract(prose("en", text, SATURDAY)).claims if c.type == "withdrawal"] == []


@pytest.mark.parametrize("text", ["The British troops left Estonia in August.", "No Russian soldier has left Georgia."])
def test_who_leaves_a_country_withdraws(text: str) -> None:
    assert [c.type for c in extract(prose("en", text, SATURDAY)).claims] == ["withdrawal"]
