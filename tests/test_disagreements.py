"""Disagreement: every value that sources give one slot of one event stands beside who gives it; none is chosen."""

import json

import pytest
import telling as t
from click.testing import CliRunner
from telling import DOHA, FR, GOV_AF, IR, LAVROV, POMPEO, RU, TALIBAN, US, told, troops

from kg import query
from kg.cli import command
from kg.model import Agreement

TREATY = Agreement("agreement/new-start", "New START", "signed", 0, 5, parties=(US, RU))


def articles(*claims, agreements=()):
    """Return one article a claim, each of another day and outlet."""
    return [
        t.extraction(claim, published=f"2020-12-{day:02}", source=f"Outlet {day}", agreements=agreements)
        for day, claim in enumerate(claims, start=1)
    ]


def found(*claims, agreements=()) -> set[tuple[str, str, str]]:
    """Return (slot, value, outlet) of what articles with these claims disagree on."""
    rows = query.answer(t.stored(*articles(*claims, agreements=agreements)).oxigraph, "disagreements")
    return {(row["slot"], row["value"], row["outlet"]) for row in rows.dicts()}


def meeting(**slots):
    return told("m", "meeting", POMPEO, TALIBAN, **({"place": DOHA, "when": "2020-11-21"} | slots))


def withdrawal(quantity=None, due="../2021-01-15", **slots):
    return told("w", "withdrawal", US, place="country/AF", due=due, quantity=quantity, status="planned", **slots)


def signing(*who, when="2010-04-08"):
    return told("s", "signing", *who, when=when, agreement="agreement/new-start")


def test_a_figure_is_told_with_each_that_is_claimed_beside_it() -> None:
    assert found(withdrawal(troops(2000)), withdrawal(troops(2500)), withdrawal(troops(2000))) == {
        ("figure", "2000 soldiers withdrawn", "Outlet 1"),
        ("figure", "2500 soldiers withdrawn", "Outlet 2"),
        ("figure", "2000 soldiers withdrawn", "Outlet 3"),
    }


@pytest.mark.parametrize(
    "other",
    [
        troops(2000),
        troops(2000, comparator="about"),
        troops(1500, comparator="at_least"),
        troops(2500, comparator="at_most"),
        troops(2500, kind="remaining"),
    ],
    ids=str,
)
def test_a_bound_that_holds_or_a_figure_of_something_else_is_no_disagreement(other) -> None:
    assert found(withdrawal(troops(2000)), withdrawal(other)) == set()


@pytest.mark.parametrize("other", [troops(2500, comparator="at_least"), troops(1500, comparator="at_most")], ids=str)
def test_a_bound_that_fails_is_one(other) -> None:
    assert {slot for slot, _, _ in found(withdrawal(troops(2000)), withdrawal(other))} == {"figure"}


def test_days_that_exclude_each_other() -> None:
    told_of = found(signing(US, RU), signing(US, RU, when="2010-04-09"), agreements=[TREATY])
    assert told_of == {("day", "2010-04-08", "Outlet 1"), ("day", "2010-04-09", "Outlet 2")}


def test_a_month_that_holds_the_day_is_no_disagreement() -> None:
    assert found(signing(US, RU), signing(US, RU, when="2010-04"), agreements=[TREATY]) == set()


def test_whether_it_took_place_is_told_with_both_sides() -> None:
    denied = meeting(status="denied", factuality="CTminus", polarity="negative", attributed_to=TALIBAN)
    assert {row[:2] for row in found(meeting(), denied)} == {("whether", "it is so"), ("whether", "it is not so")}


def test_who_signed_is_told_where_each_names_a_state_that_the_other_leaves_out() -> None:
    told_of = found(signing(US, RU, "country/KZ"), signing(US, RU, FR), agreements=[TREATY])
    assert told_of == {("who", "Kazakhstan", "Outlet 1"), ("who", "France", "Outlet 2")}


def test_a_source_that_only_names_fewer_does_not_disagree() -> None:
    assert found(signing(US, RU), signing(US, RU, FR), agreements=[TREATY]) == set()


def test_sources_that_agree_and_events_that_are_two_disagree_on_nothing() -> None:
    assert found(meeting(), meeting(), told("k", "meeting", LAVROV, IR, when="2020-11-22")) == set()
    assert found(meeting(), told("o", "meeting", POMPEO, GOV_AF, place=DOHA, when="2020-11-24")) == set()


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory):
    """Return the folder of a store that holds two articles that disagree."""
    folder = tmp_path_factory.mktemp("stores")
    texts = {
        "one": "WASHINGTON, Nov 17 (Outlet One) - The United States will withdraw 2,000 soldiers from Afghanistan by January 15, 2021.",
        "two": "KABUL, Nov 18 (Outlet Two) - The United States will withdraw 2,500 soldiers from Afghanistan by January 15, 2021.",
    }
    for number, (name, text) in enumerate(texts.items()):
        article = {"title": f"Report {name}", "text": text, "source": name, "date_publish": f"2020-11-1{7 + number}"}
        (folder / f"{name}.json").write_text(json.dumps(article), "utf-8")
    store = folder / "news.kg"
    done = CliRunner().invoke(command, ["build", str(store), *(str(folder / f"{name}.json") for name in texts)])
    assert done.exit_code == 0, done.output
    return store


def test_the_verb_gives_one_record_a_slot_with_all_values_and_their_sentences(cli, stored) -> None:
    records = [json.loads(line) for line in cli("disagreements", stored, "--json").stdout.splitlines()]
    (record,) = [each for each in records if each["slot"] == "figure"]
    assert [value["value"] for value in record["values"]] == ["2000 soldiers withdrawn", "2500 soldiers withdrawn"]
    assert all(
        "soldiers" in claim["sentence"] and claim["outlet"] for value in record["values"] for claim in value["claims"]
    )


def test_the_table_puts_the_values_side_by_side(cli, stored) -> None:
    table = cli("disagreements", stored, "--slot", "figure", "--table").stdout
    assert "2000" in table
    assert "2500" in table


def test_where_nothing_differs_the_verb_says_so(cli, stored) -> None:
    done = cli("disagreements", stored, "--slot", "whether")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "No disagreement" in done.stderr


PAIRS = {
    "day": (
        ("2010-04-10", "Barack Obama and Dmitry Medvedev signed the New START treaty in Prague on April 8, 2010."),
        ("2010-04-11", "Barack Obama et Dmitri Medvedev ont signé le traité New START à Prague le 9 avril 2010."),
        {"2010-04-08", "2010-04-09"},
    ),
    "place": (
        ("2010-04-09", "Barack Obama and Dmitry Medvedev signed the New START treaty in Prague on April 8, 2010."),
        ("2010-04-09", "Barack Obama et Dmitri Medvedev ont signé le traité New START à Moscou le 8 avril 2010."),
        {"Prague", "Moscow"},
    ),
    "deadline": (
        ("2022-02-17", "France will withdraw 2,400 soldiers from Mali by June 15, 2022."),
        ("2022-02-18", "La France retirera 2.400 soldats du Mali d'ici au 15 août 2022."),
        {"../2022-06-15", "../2022-08-15"},
    ),
    "figure": (
        ("2019-09-08", "The United States will withdraw 5,000 soldiers from Afghanistan under the draft."),
        ("2019-09-10", "Les États-Unis vont retirer 5.400 soldats d'Afghanistan."),
        {"5000 soldiers withdrawn", "5400 soldiers withdrawn"},
    ),
    "who": (
        (
            "2020-10-24",
            "The United States, Russia and France signed the ceasefire agreement in Geneva on October 23, 2020.",
        ),
        (
            "2020-10-24",
            "Les États-Unis, la Russie et la Turquie ont signé l'accord de cessez-le-feu à Genève le 23 octobre 2020.",
        ),
        {"France", "Turkey"},
    ),
    "whether": (
        ("2020-11-10", "Turkey will deploy peacekeepers in Nagorno-Karabakh, President Ilham Aliyev said."),
        ("2020-11-11", "Le Kremlin a démenti que la Turquie déploie des soldats au Haut-Karabakh."),
        {"it is so", "it is not so"},
    ),
}
"""Slot -> what two outlets print, in two languages, and the values."""
LEVELS = (
    ("2023-07-30", "France has about 1,500 soldiers in Niger."),
    ("2023-07-31", "La France compte 1.300 soldats au Niger."),
)
SAME = {
    "a level that has changed since": (
        ("2023-01-30", "France has 2,400 soldiers in Niger."),
        ("2023-11-30", "La France compte 1.300 soldats au Niger."),
    ),
    "a month that holds the day": (
        ("2010-04-10", "Barack Obama and Dmitry Medvedev signed the New START treaty in Prague on April 8, 2010."),
        ("2010-05-11", "Barack Obama et Dmitri Medvedev ont signé le traité New START à Prague en avril 2010."),
    ),
    "the country of the town": (
        ("2020-11-22", "Mike Pompeo met Taliban negotiators in Doha on November 21, 2020."),
        ("2020-11-22", "Mike Pompeo a rencontré des négociateurs talibans au Qatar le 21 novembre 2020."),
    ),
    "a month that holds the deadline": (
        ("2022-02-17", "France will withdraw 2,400 soldiers from Mali by June 15, 2022."),
        ("2022-02-18", "La France retirera 2.400 soldats du Mali d'ici à juin 2022."),
    ),
    "a rounder figure": (
        ("2022-02-17", "France will withdraw 2,400 soldiers from Mali by June 15, 2022."),
        ("2022-02-18", "La France retirera environ 2.450 soldats du Mali d'ici au 15 juin 2022."),
    ),
    "two movements": (
        ("2020-11-17", "The United States will withdraw 2,000 soldiers from Afghanistan by January 15, 2021."),
        ("2020-11-18", "Les États-Unis vont retirer 500 soldats d'Irak d'ici au 15 janvier 2021."),
    ),
}


def printed(cli, folder, *articles: tuple[str, str]) -> list[dict[str, object]]:
    """Return what `kg disagreements` says of articles, each of an outlet of its own."""
    files = []
    for number, (day, text) in enumerate(articles):
        files.append(folder / f"{number}.json")
        article = {"title": "Report", "text": text, "source": f"Outlet {number}", "date_publish": day}
        files[-1].write_text(json.dumps(article), "utf-8")
    cli("build", folder / "news.kg", *files)
    return [json.loads(line) for line in cli("disagreements", folder / "news.kg", "--json").stdout.splitlines()]


@pytest.mark.parametrize("slot", PAIRS)
def test_articles_that_disagree_in_one_thing_are_laid_side_by_side(cli, tmp_path, slot: str) -> None:
    one, other, values = PAIRS[slot]
    [record] = [each for each in printed(cli, tmp_path, one, other) if each["slot"] == slot]
    assert {value["value"] for value in record["values"]} == values
    claims = [claim for value in record["values"] for claim in value["claims"]]
    assert {claim["sentence"] for claim in claims} == {one[1], other[1]}
    assert {claim["outlet"] for claim in claims} == {"Outlet 0", "Outlet 1"}
    assert {claim["published"][:10] for claim in claims} == {one[0], other[0]}
    assert all(claim["speaker"] for claim in claims)


def test_levels_of_forces_told_in_one_week_disagree(cli, tmp_path) -> None:
    [record] = printed(cli, tmp_path, *LEVELS)
    assert record["slot"] == "figure"
    assert {value["value"] for value in record["values"]} == {"about 1500 soldiers deployed", "1300 soldiers deployed"}


@pytest.mark.parametrize("case", SAME)
def test_articles_that_say_the_same_less_finely_do_not_disagree(cli, tmp_path, case: str) -> None:
    assert printed(cli, tmp_path, *SAME[case]) == []


def test_one_article_in_one_voice_does_not_disagree_with_itself() -> None:
    denied = meeting(status="denied", factuality="CTminus", polarity="negative")
    store = t.stored(t.extraction(meeting(), denied), t.extraction(meeting(), published="2020-11-23", source="Two"))
    rows = query.answer(store.oxigraph, "disagreements").dicts()
    assert {row["outlet"] for row in rows if row["value"] == "it is so"} <= {"Two"}


def test_what_a_plan_came_to_is_no_denial_but_another_speaker_is() -> None:
    plan = meeting(status="planned")
    failed = meeting(status="denied", factuality="CTminus", polarity="negative")
    assert found(plan, failed) == set()
    assert {row[0] for row in found(plan, meeting(status="denied", factuality="CTminus", polarity="negative", attributed_to=TALIBAN))} == {"whether"}  # fmt: skip
