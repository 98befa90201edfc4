"""Events and agreements as tables in the shape of published data sets: every row with sentence, article, confidence."""

import csv
import io
from pathlib import Path

import pytest
import telling as t
from msgspec.structs import replace
from telling import DOHA, FR, GOV_AF, LAVROV, POMPEO, QA, RU, TALIBAN, US, told, troops

from kg import query
from kg.model import Agreement, Commitment
from kg.view.studies import STUDIES, plover, render

DEAL = Agreement(
    "local/agreement/accord-de-doha", "Doha deal", "signed", 0, 10, t.when("2020-02-29"), DOHA, (US, TALIBAN),
    mediators=(QA,), signing="sign",
    commitments=(Commitment("withdrawal", 0, 9, US, TALIBAN, t.when("2021-05-01"), event="w"),),
)  # fmt: skip
ARTICLE = t.extraction(
    told("sign", "signing", US, TALIBAN, place=DOHA, when="2020-02-29", agreement=DEAL.id),
    told("meet", "meeting", POMPEO, TALIBAN, GOV_AF, place=DOHA, when="2020-11-21"),
    told("plan", "withdrawal", US, place="country/AF", due="../2021-01-15", quantity=troops(2000), status="planned"),
    told("hit", "attack", f"attacker:{TALIBAN}", f"target:{GOV_AF}", place="city/kabul"),
    told("say", "statement", f"speaker:{LAVROV}"),
    told("none", "meeting", RU, FR, polarity="negative", factuality="CTminus", status="denied", when="2020-11-20"),
    text="US and Taliban signed in Doha.\nPompeo met both.\nThe US will cut 2,000.\nTaliban hit a post.\n=Lavrov spoke.\nNo meeting was held.",
    source="The Test Bugle", agreements=[DEAL],
)  # fmt: skip


@pytest.fixture(scope="module")
def store():
    return t.stored(ARTICLE)


def table(store, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(store.oxigraph, name).decode("utf-8-sig"))))


def of(store, type_: str) -> list[dict[str, str]]:
    return [row for row in table(store, "plover") if row["Our Type"] == type_]


def test_a_mutual_event_gives_one_row_a_pair(store) -> None:
    pairs = {(row["Actor Name"], row["Recipient Name"]) for row in of(store, "meeting") if row["Negated"] == "false"}
    kabul = "Government of Afghanistan (Islamic Republic)"
    assert pairs == {(kabul, "Mike Pompeo"), (kabul, "Taliban"), ("Mike Pompeo", "Taliban")}


def test_who_is_acted_on_is_the_recipient(store) -> None:
    (row,) = of(store, "attack")
    assert (row["Actor Name"], row["Recipient Country"], row["Event Type"]) == ("Taliban", "AFG", "ASSAULT")
    assert row["Quad Code"] == "MATERIAL CONFLICT"


def test_what_several_do_side_by_side_they_do_not_do_to_each_other() -> None:
    cut = t.extraction(told("cut", "sanction", f"sender:{RU}", f"sender:{FR}"), text="Both cut their ties.")
    found = {(row["Actor Name"], row["Recipient Name"]) for row in of(t.stored(cut), "sanction")}
    assert found == {("France", ""), ("Russia", "")}


def test_senders_act_on_their_target_only() -> None:
    cut = t.extraction(told("cut", "sanction", f"sender:{RU}", f"sender:{FR}", f"target:{QA}"), text="Both cut ties.")
    found = {(row["Actor Name"], row["Recipient Name"]) for row in of(t.stored(cut), "sanction")}
    assert found == {("France", "Qatar"), ("Russia", "Qatar")}


def test_a_row_names_nobody_whom_its_passage_leaves_out() -> None:
    met = t.extraction(told("m", "meeting", POMPEO, TALIBAN, place=DOHA, when="2020-11-21"), text="They met in Doha.")
    bare = t.extraction(told("m", "meeting", POMPEO, place=DOHA, when="2020-11-21"), text="Pompeo was there.")
    rows = [row for row in of(t.stored(met, bare), "meeting") if row["Sentence"].startswith("Pompeo")]
    assert [(row["Actor Name"], row["Recipient Name"]) for row in rows] == [("Mike Pompeo", "")]
    assert [row["Event Actors"] for row in rows] == ["Mike Pompeo; Taliban"], "whom another passage names"


def test_what_is_only_announced_is_no_deed(store) -> None:
    (row,) = of(store, "withdrawal")
    assert (row["Event Type"], row["Quad Code"], row["CAMEO"]) == ("AGREE", "VERBAL COOPERATION", "")
    assert (row["Status"], row["Deadline"], row["Quantity"]) == ("planned", "../2021-01-15", "2000 soldiers")


@pytest.mark.parametrize(
    ("type_", "status", "rule", "category"),
    [
        ("withdrawal", "occurred", "verb:withdraw", "RETREAT"),
        ("withdrawal", "planned", "verb:withdraw", "AGREE"),
        ("meeting", "proposed", "verb:meet", "CONSULT"),
        ("statement", "occurred", "speech:condemn", "DISAPPROVE"),
        ("statement", "occurred", "speech:say", ""),
        ("threat", "occurred", "speech:other", "THREATEN"),
        ("election", "occurred", "noun:vote", ""),
    ],
)
def test_the_category_goes_by_type_status_and_verb(type_: str, status: str, rule: str, category: str) -> None:
    assert plover.category(type_, status, rule) == category


def test_a_plain_statement_has_no_category_and_no_row(store) -> None:
    assert of(store, "statement") == []


def test_a_day_that_nobody_tells_is_that_of_publication_and_says_so(store) -> None:
    (row,) = of(store, "attack")
    assert (row["Event Date"], row["Date Precision"]) == ("2020-11-21", "publication")
    assert {row["Date Precision"] for row in of(store, "meeting")} == {"day"}


def test_a_denied_event_is_marked(store) -> None:
    (row,) = [row for row in of(store, "meeting") if row["Negated"] == "true"]
    assert (row["Status"], row["Factuality"]) == ("denied", "CTminus")


@pytest.mark.parametrize("name", STUDIES)
def test_every_row_has_its_sentence_and_article(store, name: str) -> None:
    found = table(store, name)
    assert found
    for row in found:
        assert row["Sentence"] in ARTICLE.article.text or row["Sentence"].startswith("'=")
        assert row["Article"].endswith(ARTICLE.article.id)
        assert row["Source"] == "The Test Bugle"


@pytest.mark.parametrize("name", STUDIES)
def test_every_row_of_the_sample_has_sentence_article_and_confidence(few_store: Path, name: str) -> None:
    from kg.store import Store

    with Store.read(few_store) as opened:
        told_by = {row["article"] for row in query.answer(opened.oxigraph, "articles").dicts()}
        found = table(opened, name)
    assert len(found) > 5
    for row in found:
        assert row["Sentence"].strip(), row
        assert row["Article"] in told_by, row
        assert 0 < float(row["Confidence"]) <= 1, row


def test_an_agreement_has_parties_third_parties_date_place_and_terms(store) -> None:
    row = table(store, "pax")[0]
    assert set(row["Part"].split("; ")) == {"Taliban", "United States"}
    assert (row["ThrdPart"], row["Dat"], row["Status"], row["Loc1ISO"]) == ("Qatar", "2020-02-29", "signed", "QA")
    assert row["Commitments"] == "withdrawal by United States (due 2021-05-01)"
    assert {row["Told As"] for row in table(store, "pax")} >= {"agreement", "commitment", "signing"}


def test_a_table_is_the_same_each_time(store) -> None:
    assert render(store.oxigraph, "plover") == render(t.stored(ARTICLE).oxigraph, "plover")


@pytest.mark.parametrize("name", ["events.plover.csv", "agreements.pax.csv"])
def test_the_suffix_names_the_table(cli, few_store: Path, tmp_path: Path, name: str) -> None:
    assert cli("export", few_store, "-o", tmp_path / name).exit_code == 0
    with (tmp_path / name).open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    assert found
    assert tuple(found[0]) == STUDIES[name.split(".")[1]][0]


def test_a_study_of_the_table_counts_what_the_store_holds(few_store: Path, cli, tmp_path: Path) -> None:
    """Withdrawals by month of the table are those that a question finds."""
    from kg.store import Store

    cli("export", few_store, "-o", tmp_path / "a.plover.csv")
    with (tmp_path / "a.plover.csv").open(encoding="utf-8-sig", newline="") as file:
        told_of = {row["Event ID"] for row in csv.DictReader(file) if row["Our Type"] == "withdrawal"}
    with Store.read(few_store) as opened:
        asked = query.answer(
            opened.oxigraph,
            "SELECT DISTINCT ?event { ?event a dk:Event ; sem:eventType ?t FILTER(STRENDS(STR(?t), '/withdrawal')) }",
        )
    assert told_of == {row["event"] for row in asked.dicts()}


def test_a_text_is_of_the_sharpest_of_the_days_that_its_articles_give() -> None:
    vague = replace(DEAL, date=t.when("2020-02"), commitments=(), signing=None)
    later = t.extraction(text="February's Doha deal holds.", published="2020-11-21", agreements=[vague])
    assert {row["Dat"] for row in table(t.stored(ARTICLE, later), "pax")} == {"2020-02-29"}


def test_of_days_that_exclude_each_other_none_is_chosen() -> None:
    known = replace(DEAL, id="agreement/new-start", parties=(US, RU), commitments=(), signing=None)
    told_by = [
        t.extraction(text=f"They signed, writes {day}.", agreements=[replace(known, date=t.when(day))], published=day)
        for day in ("2010-04-07", "2010-04-08")
    ]
    rows = table(t.stored(*told_by), "pax")
    assert {(row["Dat"], row["Dat Earliest"], row["Dat Latest"]) for row in rows} == {
        ("[2010-04-07,2010-04-08]", "2010-04-07", "2010-04-08")
    }
