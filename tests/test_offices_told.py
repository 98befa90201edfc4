"""Laws of offices in the graph: the term that tells a holder, how an office is held, what the authority never saw, kinds of office."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kg import authority, check, query, run
from kg.authority import Authority
from kg.authority.values import Tenure, body_served
from kg.store import Store

TEXT = (
    "The Russian foreign minister met the Qatari foreign minister in Doha on Friday.\n\n"
    "The acting minister of defence of Afghanistan, Asadullah Khalid, flew to Kabul on Monday.\n\n"
    "Foreign Minister Ashraf Ghani of Afghanistan met President-elect Joe Biden of the United States in Moscow on Monday.\n\n"
    "Former US President Barack Obama called the emir of Qatar, Tamim bin Hamad Al Thani, and his successor, Jassim bin Hamad, on Tuesday.\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one article."""
    place = tmp_path_factory.mktemp("told")
    file = place / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    with Store.open(place / "s.kg", create=True) as store:
        run.build([file], store, published=datetime(2020, 2, 29, tzinfo=UTC))
        store.commit()
    return place / "s.kg"


@pytest.fixture(scope="module")
def told(folder: Path) -> Store:
    return Store.read(folder)


def answer(store: Store, question: str, **values: str) -> list[dict[str, object]]:
    return [dict(row) for row in query.answer(store.oxigraph, question, values).dicts()]


@pytest.mark.parametrize("kind", ["dk:Mention", "dk:Claim"])
def test_an_office_without_a_name_points_at_the_term_that_tells_its_holder(told: Store, kind: str) -> None:
    rows = answer(
        told,
        f"SELECT DISTINCT ?name ?office ?from ?basis WHERE {{ ?said a {kind} ; dk:restsOn ?term . ?term dk:holder/rdfs:label ?name ;"
        " dk:office/rdfs:label ?office ; dk:validFrom ?from ; dk:basis ?basis } ORDER BY ?name",
    )
    found = {(row["name"], row["office"], row["from"]) for row in rows}
    assert ("Sergey Lavrov", "Minister of Foreign Affairs of Russia", date(2004, 3, 9)) in found
    assert any("bin Abdulrahman" in str(row["name"]) for row in rows)
    assert all("actors.csv: curated" in str(row["basis"]) for row in rows)


def test_a_full_name_rests_on_no_term(told: Store) -> None:
    rows = answer(told, 'SELECT ?m WHERE { ?m a dk:Mention ; oa:hasBody/rdfs:label "Ashraf Ghani" ; dk:restsOn ?term }')
    assert not rows


def test_the_evidence_tells_the_term(folder: Path, told: Store, cli: Callable) -> None:
    terms = {str(row["term"]) for row in answer(told, "evidence", thing="Sergey Lavrov") if row["term"]}
    lavrov = "Sergey Lavrov, Minister of Foreign Affairs of Russia, 2004-03-09 to .. (actors.csv: curated"
    assert terms
    assert all(lavrov in term for term in terms)
    done = cli("why", folder, "Sergey Lavrov", "--table")
    assert "by the term" in done.stdout
    assert lavrov in cli("why", folder, "Sergey Lavrov").stdout


def test_the_graph_has_no_violation(told: Store) -> None:
    assert not list(check.check(told.oxigraph))


@pytest.mark.parametrize(
    ("name", "standing"),
    [
        ("Asadullah Khalid", "acting"),
        ("Joe Biden", "designate"),
        ("Barack Obama", "former"),
        ("Jassim bin Hamad", "successor"),
        ("Ashraf Ghani", "held"),
    ],
)
def test_how_an_office_is_held_is_kept_apart(told: Store, name: str, standing: str) -> None:
    rows = answer(told, "offices-held", person=name)
    assert {row["standing"] for row in rows if row["told_by"] != "authority"} == {standing}


def test_an_office_that_the_authority_never_saw_is_kept_and_marked(told: Store) -> None:
    (row,) = answer(told, "office-disagreements", person="Ashraf Ghani")
    assert (row["says"], row["differs"]) == ("Foreign Minister", "office not known of the person")
    assert any(
        each["office"] == "President of Afghanistan" for each in answer(told, "offices-held", person="Ashraf Ghani")
    )


def test_who_holds_a_known_office_is_no_disagreement(told: Store) -> None:
    names = {row["name"] for row in answer(told, "office-disagreements")}
    assert not names & {"Sergey Lavrov", "Asadullah Khalid", "Barack Obama", "Tamim bin Hamad Al Thani"}


@pytest.mark.parametrize("office", ["foreign minister", "foreign_minister", "Foreign Minister"])
def test_an_office_is_asked_for_by_its_kind(told: Store, office: str) -> None:
    rows = answer(told, "who-held-office", office=office, on="2020-02-29")
    assert {str(row["of"]) for row in rows} >= {"Qatar", "Russia"}
    assert all("oreign" in str(row["title"]) for row in rows)
    (row,) = answer(told, "who-held-office", office=office, on="2020-02-29", state="Russia")
    assert row["name"] == "Sergey Lavrov"


# ---------------------------------------------------------------- what is sure and what is not


def terms(known: Authority, qid: str) -> list[Tenure]:
    return [term for each in known.linked(qid) for term in known.entry(each).tenures]


@pytest.mark.parametrize(
    ("qid", "office", "sure"),
    [
        ("Q599988", "President of Burkina Faso", False),
        ("Q19217", "President of Venezuela", False),
        ("Q76", "President of the United States", True),
    ],
)
def test_only_a_statement_of_the_latest_export_is_sure(qid: str, office: str, *, sure: bool) -> None:
    found = [term for term in terms(authority.load(), qid) if term.office == office]
    assert all(term.sure is sure for term in found)


def test_each_machine_made_term_says_where_it_was_read() -> None:
    known = authority.load()
    (kabore,) = terms(known, "Q599988")
    assert known.basis(kabore).startswith("P39, absent from the latest export of this file, 2022-01-25, ")
    assert "world-leaders-2021@" in known.basis(kabore)
    for entry in list(known.all())[::97]:
        assert all(known.basis(term) for term in entry.tenures), entry.id


def test_a_candidate_of_no_other_tells_no_holder_and_no_rival_is_forgotten() -> None:
    known = authority.load()
    day = date(2019, 6, 1)
    assert [term.sure for _, term in known.holders("head_of_state", "BF", day)] == [False]


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("US Vice President Mike Pence flew to Seoul.", {"outside the known terms"}),
        ("CIA director Mike Pompeo flew to Seoul.", {"outside the known terms"}),
        ("Le directeur de la CIA, Mike Pompeo, est à Séoul.", {"outside the known terms"}),
        ("Former US Vice President Mike Pence flew to Seoul.", set()),
    ],
)
def test_any_office_that_the_authority_knows_by_its_title_may_disagree(
    tmp_path: Path, text: str, differs: set[str]
) -> None:
    file = tmp_path / "b.txt"
    file.write_text(text + "\n\n" + text + "\n", encoding="utf-8")
    with Store.open(tmp_path / "s.kg", create=True) as store:
        run.build([file], store, published=datetime(2022, 5, 1, tzinfo=UTC))
        store.commit()
    assert {row["differs"] for row in answer(Store.read(tmp_path / "s.kg"), "office-disagreements")} == differs


@pytest.mark.parametrize(
    ("text", "on", "name", "state"),
    [
        ("Mohammad Naeem, the spokesman, said so in Kabul. Afghanistan waits for the Taliban.", "2021-03-01", "Mohammad Naeem", "Taliban"),
        ("Ismail Haniyeh, the political leader, met the emir of Qatar. Hamas waits in Palestine.", "2024-03-06", "Ismail Haniyeh", None),
        ("Yukiya Amano, the agency's chief, went home to Japan.", "2016-03-06", "Yukiya Amano", "not Japan"),
        ("Ashraf Ghani, the president, spoke. Afghanistan waits for the Taliban.", "2021-03-01", "Ashraf Ghani", "Afghanistan"),
    ],
)  # fmt: skip
def test_whose_citizen_somebody_is_does_not_say_whom_he_acts_for(
    text: str, on: str, name: str, state: str | None, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    with Store.open(tmp_path / "s.kg", create=True) as store:
        run.build([tmp_path / "a.txt"], store, language="en", published=datetime.fromisoformat(f"{on}T12:00:00+00:00"))
        store.commit()
    rows = answer(
        Store.read(tmp_path / "s.kg"),
        f'SELECT ?of WHERE {{ ?r a dk:RoleClaim ; dk:holder/rdfs:label "{name}" OPTIONAL {{ ?r dk:officeOf/rdfs:label ?of }} }}',
    )
    told = {row.get("of") or None for row in rows}
    assert "Japan" not in told if state == "not Japan" else told == {state}


def test_an_ambassador_who_became_minister_is_ambassador_no_more() -> None:
    entry = next(each for each in authority.load().all() if each.label == "Qin Gang")
    abroad = next(term for term in entry.tenures if term.kind == "ambassador")
    assert (abroad.start, abroad.end) == ("2021-07", "2022-12-30")


def test_nobody_acts_for_a_state_by_an_office_of_an_international_body() -> None:
    owners = {
        term.office: body_served(term.office)
        for entry in authority.load().all()
        for term in entry.tenures
        if term.kind == "secretary_general"
    }
    assert owners
    assert all(owner in authority.load() for owner in owners.values())


def test_who_acted_for_a_state_leaves_out_who_headed_a_body(cli: Callable, tmp_path: Path) -> None:
    text = "The head of the IAEA, Yukiya Amano, met Iranian Foreign Minister Mohammad Javad Zarif in Vienna on July 2, 2015. Japan's foreign minister Fumio Kishida met Zarif on July 3, 2015."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert (
        cli("build", tmp_path / "s.kg", tmp_path / "a.txt", "--lang", "en", "--published", "2015-07-04").exit_code == 0
    )
    acted = {
        state: {json.loads(line)["name"] for line in lines if line.startswith("{")}
        for state in ("Japan", "International Atomic Energy Agency")
        if (
            lines := cli(
                "query", tmp_path / "s.kg", "acted-for-state", "-p", "state", state, "--json"
            ).output.splitlines()
        )
    }
    assert acted == {"Japan": {"Fumio Kishida"}, "International Atomic Energy Agency": {"Yukiya Amano"}}
