"""The ledger of an agreement: what was promised, and what articles say became of it, in order, none chosen."""

import json

import pytest
import telling as t
from msgspec.structs import replace
from telling import DOHA, GOV_AF, KABUL, TALIBAN, US, told, troops

from kg.errors import QueryError
from kg.model import Agreement, Commitment, TalkFormat, Troops
from kg.query.course import agreements_called, duties
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
    assert found[-3:] == [("2020-07-14", "in part"), ("2021-04-14", "moved"), ("2021-08-30", "done")]


def test_a_step_tells_its_figure_deadline_speaker_outlet_and_sentence() -> None:
    (step,) = [step for step in entries(CUT)["withdrawal"].steps if step.published == "2020-07-14"]
    assert (step.figure, step.day, step.outlet) == ("4000 soldiers", "2020-07-13", "Of 2020-07-14")
    assert step.sentence.startswith("cut withdrawal")


def test_a_deadline_that_passes_without_report_is_overdue_and_one_kept_is_not() -> None:
    assert "overdue" not in entries(CUT)["withdrawal"].standing
    assert "overdue" in entries(article("2021-08-30", told("x", "visit", f"visitor:{GOV_AF}")))["withdrawal"].standing
    assert (
        "overdue" in entries(CUT, article("2021-08-30", told("x", "visit", f"visitor:{GOV_AF}")))["withdrawal"].standing
    ), "some left, not all"
    assert entries(GONE)["withdrawal"].stands == "late"


def test_what_a_noun_speaks_of_beside_something_else_is_not_done() -> None:
    warned = article("2021-04-14", replace(told("w", "withdrawal", US, place=AF), rule="noun:withdrawal"))
    assert "2021-04-14" not in dict(words(entries(warned)["withdrawal"]))
    dated = article(
        "2021-04-14", replace(told("w", "withdrawal", US, place=AF, when="2021-04-13"), rule="noun:withdrawal")
    )
    assert words(entries(dated)["withdrawal"])[-1] == ("2021-04-14", "done")


def test_nobody_owes_something_to_itself() -> None:
    both = (Commitment("negotiation", 0, 5, US, TALIBAN), Commitment("negotiation", 0, 5, TALIBAN, US))
    signed = t.extraction(
        told("sign", "signing", US, TALIBAN, place=DOHA, when="2020-02-29", agreement="local/agreement/doha-accord"),
        published="2020-02-29", source="A", agreements=[deal(*both)], text="They signed.",
    )  # fmt: skip
    for entry in ledger(t.stored(signed).oxigraph, "Doha accord"):
        assert not {*entry.owed_by.split("; ")} & {*entry.owed_to.split("; ")}


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


PART = Commitment("withdrawal", 0, 7, US, TALIBAN, t.when("../2020-07-13"), label="go down to 8,600 troops")
WHOLE = Commitment("withdrawal", 0, 6, US, TALIBAN, t.when("../2021-05-01"), label="leave Afghanistan")
TALKS = Commitment("negotiation", 0, 8, TALIBAN, US, t.when("2020-03-10"), label="open talks")
IN_STEPS = t.extraction(
    told("sign", "signing", US, TALIBAN, place=DOHA, when="2020-02-29", agreement="local/agreement/doha-accord"),
    published="2020-02-29", source="A", agreements=[deal(PART, WHOLE, TALKS)], text="They signed what follows.",
)  # fmt: skip
SOON = article("2020-07-14", told("cut", "withdrawal", US, place=AF, quantity=troops(8600, kind="remaining")))
LESS = article("2020-11-17", told("less", "withdrawal", US, place=AF, quantity=troops(2500, kind="remaining")))
BACK = article("2021-07-08", told("back", "withdrawal", US, place=AF, status="planned", due="../2021-08-31"))
MET = article("2020-09-12", told("open", "negotiation", f"party:{TALIBAN}", f"party:{GOV_AF}", when="2020-09-12"))
ELSE = article("2020-09-20", told("arms", "negotiation", f"party:{US}", "party:country/RU", when="2020-09-20"))


def in_steps(*articles, **options) -> dict[tuple[str, str], Entry]:
    store = t.stored(IN_STEPS, *articles).oxigraph
    return {(entry.kind, entry.due): entry for entry in ledger(store, "Doha accord", **options)}


def test_a_claim_is_a_step_of_one_commitment_by_its_figure_or_the_day() -> None:
    found = in_steps(SOON, LESS, MOVED, GONE)
    assert words(found["withdrawal", "../2020-07-13"])[1:] == [("2020-07-14", "done")]
    assert words(found["withdrawal", "../2021-05-01"])[1:] == [
        ("2020-11-17", "in part"), ("2021-04-14", "moved"), ("2021-08-30", "done"),
    ]  # fmt: skip
    assert found["withdrawal", "../2020-07-13"].stands == "done", "told the day after"


def test_a_deadline_brought_forward_is_moved_as_well() -> None:
    steps = in_steps(MOVED, BACK)["withdrawal", "../2021-05-01"].steps
    assert [(step.word, step.deadline) for step in steps[1:]] == [
        ("moved", "../2021-09-11"),
        ("moved", "../2021-08-31"),
    ]


def test_a_later_article_that_gives_the_same_term_another_day_tells_that_it_moved() -> None:
    later = Commitment("withdrawal", 0, 5, None, None, t.when("2021-08-31"), label="be gone by 31 August")
    again = t.extraction(published="2021-07-20", source="B", agreements=[deal(later)], text="Gone by 31 August.")
    entry = in_steps(again)["withdrawal", "../2021-05-01"]
    assert words(entry)[1:] == [("2021-07-20", "moved")]
    soon = t.extraction(published="2020-03-02", source="B", agreements=[deal(later)], text="Gone by 31 August.")
    assert ("withdrawal", "2021-08-31") in in_steps(soon), "told of the text itself, it is another term"


def test_talks_of_a_party_with_somebody_else_are_no_step() -> None:
    entry = in_steps(MET, ELSE)["negotiation", "2020-03-10"]
    assert words(entry)[1:] == [("2020-09-12", "done")]
    assert entry.stands == "late"


def test_the_ledger_as_known_on_a_day_leaves_out_what_came_later() -> None:
    entry = in_steps(LESS, MOVED, GONE, on="2020-12-31")["withdrawal", "../2021-05-01"]
    assert (words(entry)[-1], entry.stands) == (("2020-11-17", "in part"), "in part")
    assert in_steps(LESS, MOVED, on="2021-06-01")["withdrawal", "../2021-05-01"].stands == "moved"
    assert in_steps(LESS, MOVED, on="2020-02-28") == {}


def test_part_of_a_name_is_enough_and_what_is_no_agreement_is_said() -> None:
    store = t.stored(IN_STEPS, MET).oxigraph
    assert {entry.name for entry in ledger(store, "doha")} == {entry.name for entry in ledger(store)}
    with pytest.raises(QueryError, match="no agreement, but Taliban"):
        ledger(store, "Taliban")


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (Commitment("prisoner_release", 0, 5, None, None, t.when("2020-03-10"), label="free 5,000 of them"),
         Commitment("prisoner_release", 0, 5, None, None, t.when("2020-03-10"), label="libérer 5.000 détenus"), True),
        (Commitment("prisoner_release", 0, 5, None, None, t.when("2020-03-10"), label="free 5,000 of them"),
         Commitment("prisoner_release", 0, 5, None, None, t.when("2020-03-10"), label="free 1,000 of them"), False),
        (Commitment("withdrawal", 0, 5, US, None, t.when("../2021-05"), label="leave"),
         Commitment("withdrawal", 0, 5, US, None, t.when("2021-05-01"), label="partir"), True),
        (Commitment("withdrawal", 0, 5, US, None, t.when("../2021-04-29"), label="leave"),
         Commitment("withdrawal", 0, 5, US, None, t.when("../2021-05-01"), label="partir"), True),
        (Commitment("withdrawal", 0, 5, US, None, t.when("../2021-05-01"), label="leave"),
         Commitment("withdrawal", 0, 5, US, None, t.when("../2021-08-31"), label="partir"), False),
        (Commitment("negotiation", 0, 5, US, None, t.when("2020-03-10")),
         Commitment("negotiation", 0, 5, TALIBAN, None, t.when("2020-03-10")), True),
        (Commitment("withdrawal", 0, 5, US, None, t.when("2020-03-10")),
         Commitment("withdrawal", 0, 5, TALIBAN, None, t.when("2020-03-10")), False),
    ],
    ids=["one figure", "two figures", "a month", "fourteen months", "another day", "together", "each its own"],
)  # fmt: skip
def test_terms_of_two_articles_are_one_by_kind_figure_day_and_who_owes(first, second, joined) -> None:
    one = t.extraction(published="2020-03-01", source="A", agreements=[deal(first)], text="They signed it.")
    other = t.extraction(published="2020-03-02", source="B", agreements=[deal(second)], text="It was signed.")
    store = t.stored(IN_STEPS, one, other).oxigraph
    told_of = [
        d for d in duties(store, agreements_called(store, "Doha accord")) if d.kind == first.type.replace("_", " ")
    ]
    days = {"2020-03-01", "2020-03-02"}
    assert (len({d.commitment for d in told_of for p in d.promises if p.published in days}) == 1) is joined


def test_talks_that_went_on_when_the_text_was_signed_are_no_step_of_it() -> None:
    since = article("2020-03-01", told("old", "negotiation", f"party:{TALIBAN}", when="2020-02-20/.."))
    assert words(in_steps(since)["negotiation", "2020-03-10"]) == [("2020-02-29", "promised")]


@pytest.mark.parametrize(("held", "word"), [({"stalled": "a flag"}, "stalled"), ({"unblocked": "a call"}, "resumed")])
def test_what_holds_talks_up_or_frees_them_is_no_round_of_them(held, word) -> None:
    said = told("m", "negotiation", f"party:{TALIBAN}", f"party:{GOV_AF}", when="2020-09-12", format=TalkFormat(**held))
    (_, step) = in_steps(article("2020-09-20", said))["negotiation", "2020-03-10"].steps
    assert (step.word, step.day) == (word, "")


def test_forces_gone_from_the_very_town_that_was_promised_are_gone() -> None:
    town = Commitment("withdrawal", 0, 22, US, TALIBAN, t.when("../2020-05-01"))
    signed = t.extraction(
        told("sign", "signing", US, TALIBAN, place=DOHA, when="2020-02-29", agreement="local/agreement/doha-accord"),
        published="2020-02-29", source="A", agreements=[deal(town)], text="They will leave Kabul.",
    )  # fmt: skip
    gone = {place: article("2020-04-20", told("g", "withdrawal", US, place=place)) for place in (KABUL, "city/kunduz")}
    for place, word in ((KABUL, "done"), ("city/kunduz", "in part")):
        (entry,) = ledger(t.stored(signed, gone[place]).oxigraph, "Doha accord")
        assert words(entry)[-1] == ("2020-04-20", word), place
