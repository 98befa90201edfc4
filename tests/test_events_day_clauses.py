"""Days in clauses of their own, days that "and" joins: whom they are of, and whom they are not."""

import pytest
from test_events_days import days, told


@pytest.mark.parametrize(
    ("code", "text", "type_"),
    [
        ("en", "Alpha Condé, who took power in May 2018, met Macky Sall in Dakar.", "meeting"),
        ("en", "India signed an accord with Guinea, which took over the presidency in May 2018.", "signing"),
        ("en", "India and China signed a treaty, which took effect in May 2018.", "signing"),
        ("en", "India and Japan, who died in their thousands in May 1945, signed a treaty.", "signing"),
        ("fr", "Jean-Yves Le Drian, qui avait pris ses fonctions en mai 2017, a rencontré Sergueï Lavrov à Moscou.", "meeting"),
        ("fr", "L'Inde a signé un accord avec la Chine, où une révolte avait éclaté en mai 2018.", "signing"),
        ("fr", "La Colombie a rencontré le Pérou, dont le président est mort en mai 2018.", "meeting"),
    ],
)  # fmt: skip
def test_the_day_of_a_clause_about_somebody_is_nobody_elses(code: str, text: str, type_: str) -> None:
    assert days(code, text, type_) == [None]


@pytest.mark.parametrize(
    ("code", "text", "type_", "day"),
    [
        ("en", "Macky Sall and Alpha Condé, who met in Dakar in May 2018, signed an accord.", "meeting", "2018-05"),
        ("en", "India, which borders China, signed a treaty with Japan on Friday.", "signing", "2020-11-20"),
        ("en", "The talks between India and China, which began on Monday, ended in failure.", "negotiation", "2020-11-16"),
        ("en", "Talks between rebels and Colombia that began on Monday were hosted by Norway.", "negotiation", "2020-11-16"),
        ("fr", "Jean-Yves Le Drian, qui avait pris ses fonctions en 2017, a rencontré lundi Sergueï Lavrov à Moscou.", "meeting", "2020-11-16"),
        ("fr", "L'ELN négocie la prolongation de la trêve avec la Colombie, qui est en vigueur depuis le 1er octobre.", "negotiation", None),
        ("fr", "Bogota et l'ELN négocient la prolongation de la trêve, qui est en vigueur depuis le 1er octobre.", "ceasefire", "2020-10-01/.."),
    ],
)  # fmt: skip
def test_the_day_of_a_clause_is_that_of_what_it_tells_or_is_about(
    code: str, text: str, type_: str, day: str | None
) -> None:
    assert set(days(code, text, type_)) == {day}


@pytest.mark.parametrize(
    ("code", "text", "type_", "day"),
    [
        ("fr", "Séoul et Pyongyang ont convenu lundi d'organiser un sommet à Genève en décembre.", "meeting", "2020-12"),
        ("fr", "Séoul et Pyongyang ont convenu lundi d'organiser un sommet à Genève en décembre.", "agreement", "2020-11-16"),
        ("en", "India and China agreed on Monday to hold a summit in Geneva in December.", "meeting", "2020-12"),
        ("en", "India and China will hold a summit on Monday.", "meeting", "2020-11-23"),
        ("en", "India and China agreed to start negotiations and to set up before the end of this month a commission.", "negotiation", None),
        ("en", "The signing of an accord to end a decade of civil war in Nepal was postponed on Friday.", "war", None),
        ("en", "The observers will be in place by Friday, when India and China agreed to meet.", "agreement", None),
    ],
)  # fmt: skip
def test_a_day_gone_by_is_not_that_of_what_is_planned_or_of_what_a_subject_is_about(
    code: str, text: str, type_: str, day: str | None
) -> None:
    assert set(days(code, text, type_)) <= {day}


@pytest.mark.parametrize(
    ("code", "text", "type_", "expected"),
    [
        ("en", "India and China met in 2000 and 2007.", "meeting", ["2000", "2007"]),
        ("fr", "Les deux sommets entre l'Inde et la Chine, en 2000 et 2007, ont eu lieu à Genève.", "meeting", ["2000", "2007"]),
        ("fr", "Deux coups d'État ont eu lieu au Mali, en août 2020 puis en mai 2021.", "regime_change", ["2020-08", "2021-05"]),
        ("en", "India and China met in Delhi on Monday and Tuesday.", "meeting", ["2020-11-16/2020-11-17"]),
        ("en", "India and China met on Monday and on Tuesday signed an accord with Japan.", "meeting", ["2020-11-16"]),
        ("en", "India and China signed accords in 2000 and in 2007.", "signing", [None]),
    ],
)  # fmt: skip
def test_two_days_are_one_stretch_or_two_events(code: str, text: str, type_: str, expected: list[str | None]) -> None:
    assert days(code, text, type_) == expected


@pytest.mark.parametrize(
    ("code", "text", "type_", "day"),
    [
        ("en", "In a rare phone call, Vladimir Putin and Recep Tayyip Erdogan discussed on Monday the ceasefire.", "call", "2020-11-16"),
        ("en", "In talks in Geneva on Friday, India and China agreed on a truce.", "agreement", "2020-11-20"),
        ("fr", "Dans un entretien téléphonique vendredi, Vladimir Poutine et Recep Tayyip Erdogan ont convenu d'une trêve.", "call", "2020-11-20"),
        ("en", "Poland fears a war, and in talks on Friday India and China agreed on a truce.", "war", None),
    ],
)  # fmt: skip
def test_the_occasion_that_opens_a_sentence_has_the_day_of_what_is_done_on_it(
    code: str, text: str, type_: str, day: str | None
) -> None:
    assert set(days(code, text, type_)) <= {day}


@pytest.mark.parametrize(
    ("code", "text", "type_", "day"),
    [
        ("en", "The vote, due on 24 December under the deal signed by India and China in June, was put off.", "signing", "2020-06"),
        ("en", "The island has been divided since 1974 and negotiations between Cyprus and Turkey have failed.", "negotiation", None),
        ("en", "India and China have been negotiating since 2014.", "negotiation", "2014/.."),
        ("fr", "Chypre et la Turquie négocient sous l'égide de l'ONU, présente depuis 1964.", "negotiation", None),
        ("fr", "Les négociations entre Chypre et la Turquie, divisées depuis 1974, ont repris.", "negotiation", None),
        ("fr", "Chypre et la Turquie négocient sans succès depuis 1974.", "negotiation", "1974/.."),
        ("en", "The summit between India and China was postponed on Friday.", "meeting", None),
        ("en", "The summit between India and China, due on Friday, was postponed.", "meeting", "2020-11-20"),
        ("fr", "Le sommet entre l'Inde et la Chine a été reporté à vendredi.", "meeting", "2020-11-27"),
        ("en", "The 2003 invasion of Iraq toppled Saddam Hussein.", "military_action", "2003"),
        ("en", "The 2003 invasion of Iraq toppled Saddam Hussein.", "regime_change", None),
    ],
)  # fmt: skip
def test_a_state_a_delay_and_a_day_to_come_are_no_day_of_what_was_done(
    code: str, text: str, type_: str, day: str | None
) -> None:
    assert set(days(code, text, type_)) == {day}


@pytest.mark.parametrize(
    ("code", "text", "type_", "expected"),
    [
        ("en", "India and China signed an accord on Friday. The two countries had already signed a treaty.", "signing", ["2020-11-20", None]),
        ("fr", "Emmanuel Macron a rencontré Paul Kagame mardi. Les deux hommes s'étaient déjà rencontrés à Paris.", "meeting", ["2020-11-17", None]),
        ("fr", "Emmanuel Macron a rencontré Paul Kagame mardi. Les deux hommes se sont rencontrés à Paris.", "meeting", ["2020-11-17", "2020-11-17"]),
    ],
)  # fmt: skip
def test_what_was_already_done_is_not_what_is_told(
    code: str, text: str, type_: str, expected: list[str | None]
) -> None:
    assert days(code, text, type_) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron flew to Moscow from Paris on Monday.",
        "Emmanuel Macron travelled from Paris to Moscow on Monday.",
    ],
)
def test_a_visit_is_where_it_goes_not_where_it_comes_from(text: str) -> None:
    assert [claim.place for claim in told("en", text, "visit")] == ["city/moscow"]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "On Wednesday the president ordered home the last American troops in Iraq.", [None]),
        ("en", "The last American troops left Iraq on Wednesday.", ["2020-11-18"]),
        ("fr", "Lundi, l'émissaire avait présenté son plan : 5.000 soldats américains quitteraient l'Irak.", [None]),
        ("fr", "Lundi, la page s'est tournée : 5.000 soldats américains ont quitté l'Irak.", ["2020-11-16"]),
    ],
)
def test_the_day_of_an_order_or_plan_is_not_that_of_its_forces(
    code: str, text: str, expected: list[str | None]
) -> None:
    assert days(code, text, "withdrawal") == expected


@pytest.mark.parametrize(
    ("code", "text", "type_", "status", "day"),
    [
        ("en", "Talks between Serbia and Kosovo that were to have resumed on Monday have been put off.", "negotiation", "postponed", "2020-11-16"),
        ("en", "Talks between Serbia and Kosovo which were scheduled for Monday were postponed.", "negotiation", "postponed", "2020-11-23"),
        ("en", "A meeting between Albin Kurti and Edi Rama that was planned for Monday has been called off.", "meeting", "cancelled", "2020-11-23"),
        ("en", "The visit of Emmanuel Macron to Algiers, which was planned for Monday, was cancelled.", "visit", "cancelled", "2020-11-23"),
        ("fr", "Les pourparlers entre la Serbie et le Kosovo qui devaient reprendre lundi ont été reportés.", "negotiation", "postponed", "2020-11-23"),
        ("fr", "La visite d'Emmanuel Macron à Alger a été reportée sine die.", "visit", "postponed", None),
        ("en", "Seven Armenians were killed before a truce brokered by Russia put an end to the war.", "ceasefire", "occurred", None),
        ("en", "Israel struck Beirut before talks with Lebanon begin on Monday.", "negotiation", "planned", "2020-11-23"),
        ("fr", "Sept Arméniens ont été tués avant qu'une trêve négociée par la Russie ne mette fin à la guerre.", "ceasefire", "occurred", None),
        ("fr", "Israël agira avant que les pourparlers avec le Liban ne reprennent.", "negotiation", "planned", None),
    ],
)  # fmt: skip
def test_a_clause_on_what_was_to_be_or_what_came_next_does_not_hide_what_became_of_it(
    code: str, text: str, type_: str, status: str, day: str | None
) -> None:
    assert {(c.status, c.when.edtf if c.when else None) for c in told(code, text, type_)} == {(status, day)}


@pytest.mark.parametrize(
    ("code", "text", "type_", "expected"),
    [
        ("fr", "Les deux Corées n'ont pas tenu de discussions depuis l'échec du sommet de Hanoï en février 2019.", "meeting", ["2019-02"]),
        ("fr", "Les deux Corées n'ont pas tenu de discussions depuis l'échec du sommet de Hanoï en février 2019.", "negotiation", [None]),
        ("fr", "Depuis l'arrivée au pouvoir de Joe Biden en 2020, la Russie dit ne rien attendre.", "statement", [None]),
        ("fr", "La France et Londres souhaitent que le cessez-le-feu entre en vigueur avant le début de la fête, attendu le 10 mars.", "ceasefire", []),
        ("en", "Emmanuel Macron cancelled a meeting with Volodymyr Zelensky, who was expected in Paris on Monday.", "meeting", [None]),
    ],
)  # fmt: skip
def test_a_day_is_that_of_the_noun_right_before_it(
    code: str, text: str, type_: str, expected: list[str | None]
) -> None:
    assert days(code, text, type_) == expected


def test_who_strikes_back_does_so_in_another_attack() -> None:
    struck = told("fr", "Depuis l'attaque du Hamas contre Israël le 7 octobre, Israël bombarde Gaza.", "attack")
    assert len({claim.event for claim in struck}) == len(struck) > 1
    assert (
        days("fr", "Depuis l'attaque du Hamas contre Israël le 7 octobre, Israël bombarde Gaza.", "attack").count(None)
        == 1
    )
