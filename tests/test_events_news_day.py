"""The day told just before is that of what the same sides do next, and of nothing else; talks that fail have their day."""

import pytest
from test_events_days import days

MET = "Serbia and Kosovo held talks in Oslo on Friday. "
VUS = "La Serbie et le Kosovo se sont rencontrés vendredi à Oslo. "


@pytest.mark.parametrize(
    ("code", "text", "type_"),
    [
        ("en", MET + "Serbia and Kosovo agreed on an exchange of prisoners.", "agreement"),
        ("en", MET + "Serbia and Kosovo signed an accord on borders.", "signing"),
        ("en", MET + "Norway praised the mood. Serbia and Kosovo signed an accord on borders.", "signing"),
        ("fr", VUS + "La Serbie et le Kosovo ont signé un accord sur les frontières.", "signing"),
        ("fr", VUS + "La Serbie et le Kosovo se sont mis d'accord sur un échange de prisonniers, a déclaré la Norvège.", "agreement"),
        ("en", "Lebanon said on Friday it had a letter. Lebanon's Najib Mikati met US ambassador Dorothy Shea.", "meeting"),
        ("fr", "Emmanuel Macron a reçu vendredi Félix Tshisekedi. Emmanuel Macron a aussi rencontré Paul Kagame.", "meeting"),
        ("en", "Serbia and Kosovo failed on Friday to sign an accord at talks in Oslo.", "negotiation"),
        ("fr", "La Serbie et le Kosovo n'ont pas réussi vendredi à signer un accord lors de pourparlers à Oslo.", "negotiation"),
    ],
)  # fmt: skip
def test_what_the_same_sides_do_next_is_of_the_day_told_before(code: str, text: str, type_: str) -> None:
    assert set(days(code, text, type_)) == {"2020-11-20"}


def test_a_day_long_gone_is_that_of_the_very_next_sentence_only() -> None:
    met, signed = (
        "Serbia and Kosovo held talks in Oslo on 19 April 2013. ",
        "Serbia and Kosovo signed an accord on borders.",
    )
    assert days("en", met + signed, "signing") == ["2013-04-19"]
    assert days("en", met + "Norway praised the mood of both. " + signed, "signing") == [None]


@pytest.mark.parametrize(
    ("code", "text", "type_"),
    [
        ("en", "Lebanon said on Friday it had a letter. Israel's Yair Lapid met US ambassador Tom Nides.", "meeting"),
        ("en", "Lebanon said on 3 May it had a letter. Najib Mikati met Amos Hochstein.", "meeting"),
        ("en", MET + "Serbia and Kosovo had signed an accord on borders.", "signing"),
        ("en", MET + "Serbia and Kosovo previously signed an accord on borders.", "signing"),
        ("en", MET + "Serbia and Kosovo will sign an accord on borders.", "signing"),
        ("en", MET + "Serbia and Montenegro signed an accord on borders.", "signing"),
        ("en", MET + "Serbia and Kosovo signed an accord on borders in Vienna.", "signing"),
        ("en", MET + "Albania fell out with Greece in May. Serbia and Kosovo signed an accord on borders.", "signing"),
        ("en", "Serbia and Kosovo held talks in Oslo in 2013. Serbia and Kosovo signed an accord on borders.", "signing"),
        ("fr", VUS + "La Serbie et le Kosovo avaient signé un accord sur les frontières.", "signing"),
        ("fr", VUS + "La Serbie, qui a signé un accord avec le Kosovo, s'en félicite.", "signing"),
        ("en", "Serbia refused on Monday to sign an accord with Kosovo at a summit.", "meeting"),
    ],
)  # fmt: skip
def test_another_occasion_takes_no_day_from_the_one_before(code: str, text: str, type_: str) -> None:
    assert set(days(code, text, type_)) <= {None}
