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
