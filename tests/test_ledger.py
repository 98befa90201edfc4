"""The ledger of an agreement: what was promised, and what articles say became of it, in order, none chosen."""

import json

import pytest
import telling as t
from telling import DOHA, GOV_AF, TALIBAN, US, told, troops

from kg.errors import QueryError
from kg.model import Agreement, Commitment, Troops
from kg.query.ledger import Entry, ledger

AF = "country/AF"
DOHA_DEAL = "agreement/doha-agreement-2020"


def deal(*commitments: Commitment) -> Agreement:
    return Agreement(
        "local/agreement/doha-accord", "Doha accord", "signed", 0, 5, t.when("2020-02-29"), DOHA, (US, TALIBAN), signing="sign",
        commitments=commitments,
    )  # fmt: skip


def terms() -> tuple[Commitment, ...]:
    return (
        Commitment("withdrawal", 0, 5, US, TALIBAN, t.when("../2021-05-01"), event="w"),
        Commitment("prisoner_release", 0, 6, TALIBAN, GOV_AF),
    )


SIGNED = t.extraction(
    told("sign", "signing", US, TALIBAN, place=DOHA, when="2020-02-29", agreement="local/agreement/doha-accord"),
    told("w", "withdrawal", US, place=AF, status="planned", due="../2021-05-01", quantity=Troops(None, extent="all", kind="withdrawn"), agreement="local/agreement/doha-accord"),
    published="2020-02-29", source="A", agreements=[deal(*terms())], text="They signed.\nAll will leave by 1 May 2021.",
)  # fmt: skip


def article(day: str, *claims):
    return t.extraction(*claims, published=day, source=f"Of {day}")


CUT = article("2020-07-14", told("cut", "withdrawal", US, place=AF, quantity=troops(4000), when="2020-07-13"))
MOVED = article(
    "2021-04-14", told("late", "withdrawal", US, place=AF, status="planned", due="../2021-09-11", when="2021-04-14")
)
GONE = article("2021-08-30", told("gone", "withdrawal", US, place=AF, when="2021-08-30"))
FREED = article("2020-04-12", told("free", "prisoner_release", f"releaser:{TALIBAN}", when="2020-04-12"))
DENIED = article("2020-04-13", told("none", "prisoner_release", f"releaser:{TALIBAN}", status="denied", factuality="CTminus", polarity="negative", when="2020-04-12"))  # fmt: skip


def entries(*articles) -> dict[str, Entry]:
    return {entry.kind: entry for entry in ledger(t.stored(SIGNED, *articles).oxigraph, "Doha accord")}


def words(entry: Entry) -> list[tuple[str, str]]:
    return [(step.published, step.word) for step in entry.steps]


def test_each_commitment_is_told_with_who_owes_what_to_whom_by_when() -> None:
    entry = entries()["withdrawal"]
    assert (entry.owed_by, entry.owed_to, entry.due) == ("United States", "Taliban", "../2021-05-01")
    assert words(entry)[0] == ("2020-02-29", "promised")
    assert set(entries()) == {"withdrawal", "prisoner release"}


def test_later_articles_are_steps_in_the_order_of_publication() -> None:
    found = words(entries(GONE, CUT, MOVED)["withdrawal"])
    assert found[-3:] == [("2020-07-14", "done"), ("2021-04-14", "moved"), ("2021-08-30", "done")]


def test_a_step_tells_its_figure_deadline_speaker_outlet_and_sentence() -> None:
    (step,) = [step for step in entries(CUT)["withdrawal"].steps if step.published == "2020-07-14"]
    assert (step.figure, step.day, step.outlet) == ("4000 soldiers", "2020-07-13", "Of 2020-07-14")
    assert step.sentence.startswith("cut withdrawal")


def test_a_deadline_that_passes_without_report_is_overdue_and_one_kept_is_not() -> None:
    assert "overdue" not in entries(CUT)["withdrawal"].standing
    assert "overdue" in entries(article("2021-08-30", told("x", "visit", f"visitor:{GOV_AF}")))["withdrawal"].standing
    assert "overdue" not in entries(CUT, GONE)["withdrawal"].standing, "some left before the day"
    assert "late" in entries(GONE)["withdrawal"].standing


def test_sources_that_exclude_each_other_make_it_disputed() -> None:
    assert "disputed" in entries(FREED, DENIED)["prisoner release"].standing
    assert "disputed" not in entries(FREED)["prisoner release"].standing


@pytest.mark.parametrize(
    "other",
    [
        article("2019-01-01", told("old", "withdrawal", US, place=AF)),
        article("2020-10-01", told("else", "withdrawal", US, place="country/SY")),
        article("2020-10-01", told("who", "withdrawal", "country/FR", place=AF)),
        article("2021-02-03", told("past", "withdrawal", US, when="2019")),
    ],
    ids=["before", "elsewhere", "another", "of a day before"],
)
def test_deeds_before_elsewhere_or_by_others_are_no_steps(other) -> None:
    assert words(entries(other)["withdrawal"]) == words(entries()["withdrawal"])


def test_an_agreement_that_nobody_tells_of_is_said_to_be_unknown() -> None:
    with pytest.raises(QueryError, match="No Such Accord"):
        ledger(t.stored(SIGNED).oxigraph, "No Such Accord")


def test_the_verb_prints_commitments_with_sentences(cli, few_store) -> None:
    done = cli("ledger", few_store, "Doha Agreement", "--json")
    assert done.exit_code == 0, done.stderr
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert "withdrawal" in {record["kind"] for record in records}
    assert all(step["sentence"] and step["article"] for record in records for step in record["steps"])
    assert "promised" in cli("ledger", few_store, "Doha Agreement", "--table").stdout


def test_the_verb_names_what_is_unknown(cli, few_store) -> None:
    done = cli("ledger", few_store, "No Such Accord")
    assert done.exit_code == 1
    assert "No Such Accord" in done.stderr
