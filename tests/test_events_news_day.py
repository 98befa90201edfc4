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


SAW = "Emmanuel Macron met Volodymyr Zelensky in Paris on Thursday. "
VU = "Emmanuel Macron a rencontré jeudi Volodymyr Zelensky à Paris. "


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", SAW + "Macron said France would send more aid."),
        ("en", SAW + 'The talks were long. "This is a step forward," Zelensky said.'),
        ("en", SAW + "Macron said the talks of last month in Geneva had brought results."),
        ("fr", VU + "M. Macron a promis que la France tiendrait parole."),
        ("fr", VU + "« C'est une étape », a dit Volodymyr Zelensky."),
        ("fr", VU + "Selon Volodymyr Zelensky, la réunion de mai à Genève a été utile."),
        ("en", "Volodymyr Zelensky said on Thursday the truce held. He added that shelling went on."),
        ("es", "Emmanuel Macron se reunió el jueves con Volodímir Zelenski. Macron dijo que Francia ayudará."),
        ("de", "Emmanuel Macron traf am Donnerstag Wolodymyr Selenskyj. Macron sagte, Frankreich werde helfen."),
    ],
)
def test_who_met_others_on_a_day_says_on_it_what_he_goes_on_to_say(code: str, text: str) -> None:
    assert set(days(code, text, "statement") + days(code, text, "promise")) == {"2020-11-19"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", SAW + "Angela Merkel said Germany would send more aid."),
        ("en", SAW + "Macron had said France would send more aid."),
        ("en", SAW + "Macron later said France would send more aid."),
        ("en", SAW + "Macron, who earlier said he would send more aid, smiled."),
        ("en", SAW.replace("Thursday", "3 May") + "Macron said France would send more aid."),
        ("en", SAW.replace("met", "will meet").replace("Thursday", "Monday") + "Macron said France would send aid."),
        ("fr", VU + "M. Macron a ensuite dit que la France tiendrait parole."),
        ("fr", VU + "La Norvège s'est réjouie. " * 30 + "M. Macron a dit que la France tiendrait parole."),
        ("fr", "La France a dit jeudi que Kiev gagnerait. L'hiver vient. La France a dit que la trêve tenait."),
    ],
)
def test_what_is_said_on_another_occasion_has_no_day_of_it(code: str, text: str) -> None:
    assert set(days(code, text, "statement")) - {"2020-11-19"} <= {None}
    assert days(code, text, "statement")[-1:] in ([], [None])


def test_who_was_told_to_speak_on_an_earlier_day_since_says_nothing_of_the_last_one() -> None:
    text = SAW + "Macron said on Tuesday he would send no aid. Macron said France would think it over."
    assert days("en", text, "statement")[-1] is None


@pytest.mark.parametrize(
    ("code", "text", "type_", "expected"),
    [
        ("en", "Serbia and Kosovo agree on a truce\n\nSerbia and Kosovo agreed on Thursday on a truce in Oslo.", "agreement", "2020-11-19"),
        ("fr", "La Serbie et le Kosovo ont signé un accord de paix. Le texte a été signé vendredi à Oslo.", "signing", "2020-11-20"),
    ],
)  # fmt: skip
def test_who_concludes_a_text_does_so_on_its_day(code: str, text: str, type_: str, expected: str) -> None:
    assert set(days(code, text, type_)) == {expected}


@pytest.mark.parametrize(
    ("code", "text", "type_", "expected"),
    [
        ("en", "Serbia and Kosovo have agreed to a truce from tomorrow.", "agreement", None),
        ("fr", "Joe Biden avait promis en mars de livrer des avions à l'Ukraine.", "aid", None),
        ("fr", "Joe Biden avait promis en mars de livrer des avions à l'Ukraine.", "promise", "2020-03"),
        ("fr", "Ils se sont entendus sur de nouveaux pourparlers entre la Serbie et le Kosovo la semaine prochaine.", "negotiation", "2020-11-23/2020-11-29"),
        ("en", "Serbia and Kosovo agreed on new talks between their envoys in Oslo tomorrow.", "agreement", None),
        ("en", "Serbia and Kosovo agreed on new talks between their envoys in Oslo tomorrow.", "negotiation", "2020-11-22"),
    ],
)  # fmt: skip
def test_a_day_gone_by_is_of_the_promise_and_a_day_to_come_of_what_is_promised(
    code: str, text: str, type_: str, expected: str | None
) -> None:
    assert set(days(code, text, type_)) == {expected}
