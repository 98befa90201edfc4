"""`kg authority update`: what is asked, what is taken, what is reported, and what a killed run leaves."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from serving import FIXTURE, Faults, Relay, Reply, oxigraph, wikidata_endpoint  # noqa: F401 - a fixture

from kg import authority, share
from kg.authority import Entry, Tenure, grown, tables
from kg.authority.days import begins, ends
from kg.errors import DataError, EndpointError, InputError
from kg.link.answers import Term
from kg.link.facts import Held, Life, sound, together
from kg.link.harvest import Wanted, classes
from kg.link.journal import Journal
from kg.link.labels import Named
from kg.link.moments import OPEN, UNKNOWN, edtf
from kg.link.update import Report, update
from kg.link.wikidata import Wikidata

TODAY = date(2026, 1, 15)
SHIPPED = share.path("data", "authority")
OFFICES = tuple(kind for kind, each in classes(SHIPPED).items() if each.asks == "offices")


def run(
    endpoint: str, into: Path, *, kinds: tuple[str, ...] = OFFICES, states: tuple[str, ...] = (), **wanted: object
) -> Report:
    plan = Wanted(kinds, states, **{"since": 1990, "until": 2026, **wanted})
    service = Wikidata(endpoint, cache=into.parent / "cache", days=0, tries=1)
    return update(service, plan, into, SHIPPED, today=TODAY)


def table(file: Path) -> dict[str, dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as rows:
        return {next(iter(row.values())): row for row in csv.DictReader(rows)}


def found(report: Report, kind: str) -> set[str]:
    return {each.item for each in report.findings if each.kind == kind}


@pytest.fixture(scope="module")
def updated(wikidata_endpoint: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:  # noqa: F811
    """Return a folder that all offices, organisations and agreements of the fixture were brought to, and the report."""
    into = tmp_path_factory.mktemp("updated") / "own"
    return into, run(wikidata_endpoint, into, kinds=tuple(classes(SHIPPED)), languages=("en", "fr", "ar", "ru"))


# ---------------------------------------------------------------- what is taken


@pytest.mark.parametrize(
    ("kind", "state", "day", "holder"),
    [
        ("foreign_minister", "US", date(2025, 3, 1), "Marco Rubio"),
        ("foreign_minister", "US", date(2024, 3, 1), "Antony Blinken"),
        ("head_of_state", "US", date(2025, 3, 1), "Donald Trump"),
        ("head_of_state", "US", date(2019, 3, 1), "Donald Trump"),
        ("head_of_government", "QA", date(2024, 3, 1), "Mohammed bin Abdulrahman bin Jassim Al Thani"),
        ("defence_minister", "QA", date(2020, 3, 1), "Khalid bin Mohammad Al Attiyah"),
        ("defence_minister", "QA", date(2025, 3, 1), "Saoud bin Abdulrahman Al Thani"),
        ("head_of_government", "NL", date(2024, 3, 1), "Mark Rutte"),
    ],
)
def test_the_holder_of_an_office_is_known_for_days_after_the_shipped_tables_end(
    updated: tuple[Path, Report], kind: str, state: str, day: date, holder: str
):
    held = authority.load(own=updated[0]).holders(kind, state, day)
    assert held[0][0].label == holder


def test_a_term_that_was_open_is_closed_and_its_holder_is_no_longer_in_office(updated: tuple[Path, Report]):
    own = authority.load(own=updated[0])
    assert "Mark Rutte" not in {entry.label for entry, _ in own.holders("head_of_government", "NL", date(2025, 3, 1))}
    brought = tables._officials(updated[0], share.path("data", "authority"))["Q57792"]
    exported = Tenure(
        "Prime Minister of the Netherlands", "head_of_government", "NL", "2010", office_id="Q3058109", basis="1"
    )
    old = Entry("Q57792", "Mark Rutte", "person", "NL", "Q57792", rank=1, tenures=(exported,))
    terms = grown.refreshed(old, brought, {}).tenures
    assert [term.end for term in terms if term.kind == "head_of_government"] == ["2024-07-02"]


def test_names_come_in_the_languages_asked_for(updated: tuple[Path, Report]):
    known = authority.load(own=updated[0])
    assert known.named("Марко Рубио") == ("person/marco-rubio",)
    assert known.named("سعود بن عبد الرحمن آل ثاني") == ("Q900000010",)
    assert known.named("خالد العطية") == ("person/khalid-bin-mohammad-al-attiyah",)
    assert known.named("НАТО")[0] == "intergovernmentalorganization/nato"
    assert known.named("Moscow Format Consultations on Afghanistan") == ("igo/Q900000030",)


def test_a_curated_row_is_never_outranked(updated: tuple[Path, Report]):
    shipped, own = authority.load(), authority.load(own=updated[0])
    for each in ("person/mike-pompeo", "person/sergey-lavrov", "person/donald-trump", "person/antony-blinken"):
        before, after = shipped.entry(each), own.entry(each)
        assert (after.label, after.rank, after.wikidata) == (before.label, 0, before.wikidata)
        assert after.names[: len(before.names)] == before.names
        assert after.tenures[: len(before.tenures)] == before.tenures
    assert own.entry("person/marco-rubio").rank > 0


def test_the_rest_of_the_authority_stays_as_it_was(updated: tuple[Path, Report]):
    shipped, own = authority.load(), authority.load(own=updated[0])
    for each in ("country/FR", "Q157", "city/doha", "armedgroup/taliban"):
        assert own.entry(each) == shipped.entry(each)
    assert len(own) - len(shipped) == 2, "one person and one body that the shipped tables lack"


def test_a_term_before_the_curated_rows_end_that_they_lack_is_reported(updated: tuple[Path, Report]):
    into, report = updated
    (each,) = [each for each in report.findings if each.kind == "curated" and each.item == "Q145193"]
    assert "2003-11/2005-06-20" in each.says
    assert "2003-11" not in table(into / "officials.csv")["Q145193"]["terms"]


def test_what_bears_the_name_of_a_curated_row_without_an_id_is_left_to_a_judgement(updated: tuple[Path, Report]):
    into, report = updated
    assert {"Q900000001", "Q900000002"} <= found(report, "namesake")
    assert not {"Q900000001", "Q900000002"} & {row["qid"] for row in table(into / "things.csv").values()}


def test_an_actor_of_the_users_own_is_neither_doubled_nor_contradicted(tmp_path: Path, wikidata_endpoint: str):  # noqa: F811
    from kg.authority.adding import add

    terms = ("Minister of Foreign Affairs of Qatar=2017/2018",)
    add("Saoud bin Abdulrahman", kind="Person", country="QA", wikidata="Q900000010", offices=terms, own=tmp_path)
    run(wikidata_endpoint, tmp_path, kinds=("defence_minister",), states=("QA",))
    known = authority.load(own=tmp_path)
    first, second = known.entry("person/saoud-bin-abdulrahman").tenures
    assert (first.start, first.end, second.start) == ("2017", "2018", "2024-11-12")
    assert "Q900000010" not in known
    assert known.entry("person/saoud-bin-abdulrahman").rank == 0


def test_an_actor_of_the_users_own_without_an_id_is_left_to_a_judgement(tmp_path: Path, wikidata_endpoint: str):  # noqa: F811
    from kg.authority.adding import add

    add("Saoud bin Abdulrahman Al Thani", kind="Person", country="QA", own=tmp_path)
    report = run(wikidata_endpoint, tmp_path, kinds=("defence_minister",), states=("QA",))
    assert found(report, "namesake") == {"Q900000010"}


def test_what_is_written_says_where_when_and_how_much(updated: tuple[Path, Report], wikidata_endpoint: str):  # noqa: F811
    into, report = updated
    (line,) = (into / "runs.jsonl").read_text("utf-8").splitlines()
    record = json.loads(line)
    assert record["endpoint"] == wikidata_endpoint
    assert record["counts"] == report.counts
    assert record["counts"]["questions"] == len(record["questions"]) > 20
    assert all(each["query"].startswith("PREFIX") and each["answer"] and each["asked"] for each in record["questions"])
    assert sum(int(each["rows"]) for each in record["questions"]) > 100
    for name in ("officials.csv", "offices.csv", "things.csv"):
        for row in table(into / name).values():
            assert (row["run"], bool(row["as_of"])) == (record["run"], True)
    assert not list((into / "unfinished").iterdir()), "nothing is left to go on with"


def test_states_and_years_bound_what_is_asked(wikidata_endpoint: str, tmp_path: Path):  # noqa: F811
    run(wikidata_endpoint, tmp_path / "own", kinds=("foreign_minister",), states=("QA",), since=2016, until=2020)
    rows = table(tmp_path / "own" / "officials.csv")
    assert set(rows) == {"Q13560046", "Q23020336"}
    assert {row["country"] for row in table(tmp_path / "own" / "offices.csv").values()} == {"QA"}


def test_offices_of_regions_are_left_out(tmp_path: Path):
    head = FIXTURE.read_text("utf-8").split("\n# ---")[0]
    region = "wd:Q900000210 wdt:P279 wd:Q2285706 ; wdt:P17 wd:Q846 ; wdt:P1001 wd:Q900000211 ."
    (tmp_path / "region.ttl").write_text(f"{head}\n{region}\n", "utf-8")
    with oxigraph(FIXTURE, tmp_path / "region.ttl") as endpoint:
        run(endpoint, tmp_path / "own", kinds=("head_of_government",), states=("QA",))
    asked = (tmp_path / "own" / "runs.jsonl").read_text("utf-8")
    assert "wd:Q30100647" in asked
    assert "Q900000210" not in asked


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        ({"kinds": ("prophet",)}, "no kind prophet"),
        ({"states": ("XX",)}, "no state XX"),
        ({"languages": ("f r",)}, "language"),
    ],
)
def test_what_cannot_be_asked_is_told(tmp_path: Path, wanted: dict[str, tuple[str, ...]], says: str):
    with Faults(Reply()) as faults, pytest.raises(InputError, match=says):
        run(faults.endpoint, tmp_path / "own", **{"states": ("QA",), **wanted})


def test_a_second_update_takes_back_what_was_withdrawn_and_keeps_what_was_not_asked(tmp_path: Path):
    into, changed = tmp_path / "own", tmp_path / "changed.ttl"
    with oxigraph(FIXTURE) as endpoint:
        run(endpoint, into, kinds=("foreign_minister", "head_of_government"))
    before = table(into / "officials.csv")
    assert "Q324546" in before
    text = FIXTURE.read_text("utf-8").replace("ps:P39 wd:Q14213", "ps:P39 wd:Q900000299")
    changed.write_text(text, "utf-8")
    with oxigraph(changed) as endpoint:
        run(endpoint, into, kinds=("foreign_minister",))
    after = table(into / "officials.csv")
    assert "Q324546" not in after
    assert after["Q83849153"] == before["Q83849153"], "a head of government was not asked for"
    assert len((into / "runs.jsonl").read_text().splitlines()) == 2


# ---------------------------------------------------------------- what looks wrong

ITEM = "Q900000301"
WRONG = {
    "end-before-start": ("2020-05-01", "2019-05-01", "wdt:P31 wd:Q5"),
    "not-human": ("2019-05-01", "2020-05-01", "wdt:P31 wd:Q6256"),
    "no-start": ("", "2020-05-01", "wdt:P31 wd:Q5"),
    "before-birth": ("2019-05-01", "2020-05-01", 'wdt:P31 wd:Q5 ; wdt:P569 "2019-06-02T00:00:00Z"^^xsd:dateTime'),
    "after-death": ("2019-05-01", "2020-05-01", 'wdt:P31 wd:Q5 ; wdt:P570 "2010-06-02T00:00:00Z"^^xsd:dateTime'),
    "ahead": ("2029-05-02", "", "wdt:P31 wd:Q5"),
    "overlap": ("2019-05-02", "2020-05-02", "wdt:P31 wd:Q5"),
    "no-name": ("2005-05-02", "2006-05-02", "wdt:P31 wd:Q5"),
    "refused": ("2005-05-02", "2006-05-02", "wdt:P31 wd:Q5"),
}


def wrong(kind: str, office: str = "Q14213") -> str:
    """Return a term of office that cannot be, of an item that stands for nobody."""
    start, end, more = WRONG[kind]
    label = {"no-name": "", "refused": ' ; rdfs:label "a\\u0007b"@en'}.get(kind, ' ; rdfs:label "Sandbox item"@en')
    dates = "".join(
        f' ; pq:{name} "{day}T00:00:00Z"^^xsd:dateTime' for name, day in (("P580", start), ("P582", end)) if day
    )
    head = FIXTURE.read_text("utf-8").split("\n# ---")[0]
    return f"{head}\nwd:{ITEM} p:P39 wds:{ITEM}-1 ; {more}{label} .\nwds:{ITEM}-1 ps:P39 wd:{office}{dates} .\n"


@pytest.mark.parametrize("kind", WRONG)
def test_what_looks_wrong_is_reported_and_not_loaded_and_the_rest_is(tmp_path: Path, kind: str):
    extra = tmp_path / "wrong.ttl"
    extra.write_text(wrong(kind), "utf-8")
    with oxigraph(FIXTURE, extra) as endpoint:
        report = run(endpoint, tmp_path / "own", kinds=("foreign_minister",), states=("US",), until=2030)
    assert ITEM in found(report, kind), report.findings
    rows = table(tmp_path / "own" / "officials.csv")
    assert ITEM not in rows
    assert "Q324546" in rows
    assert ITEM in (tmp_path / "own" / "findings.csv").read_text("utf-8")


OFFICE = "Q1"
HUMAN = Life(human=True)


def held(start: str, end: str, person: str = "Q2") -> Held:
    return Held(person, OFFICE, start, end)


@pytest.mark.parametrize(
    ("terms", "taken"),
    [
        ([("2001", "2005", "Q2"), ("2005", "2009", "Q3")], 2),
        ([("2001-01-20", "2005-02-10", "Q2"), ("2005-01-20", "2009", "Q3")], 2),
        ([("2001-01-20", "2005-06-10", "Q2"), ("2005-01-20", "2009", "Q3")], 0),
        ([("2001-01-20", OPEN, "Q2"), ("2005-01-20", "2009", "Q3")], 1),
        ([("2001-01-20", OPEN, "Q2"), ("2005-01-20", OPEN, "Q3")], 1),
        ([("2001-01-20", "2005", "Q2"), ("2004", "2009", "Q2")], 2),
        ([("2001", "2003", "Q2"), ("2001", "2003", "Q3"), ("2003", "2005", "Q4"), ("2003", "2005", "Q5")], 4),
        ([("2001", "2003", "Q2"), ("2003", "2005", "Q3"), ("2005", "2007", "Q4"), ("2007", OPEN, "Q5")], 4),
    ],
    ids=[
        "one after the other",
        "handover",
        "both dated",
        "not closed",
        "both open",
        "one person",
        "a college",
        "a row",
    ],
)
def test_two_do_not_hold_one_office_for_long(terms: list[tuple[str, str, str]], taken: int):
    rows = [held(start, end, person) for start, end, person in terms]
    kept, findings = sound(rows, {row.person: HUMAN for row in rows}, {OFFICE: "head_of_state"}, TODAY)
    assert len(kept) == taken
    assert len(findings) == len(rows) - taken
    everyone, _ = sound(rows, {row.person: HUMAN for row in rows}, {OFFICE: "ambassador"}, TODAY)
    assert len(everyone) == len(rows), "ambassadors of one state are many"


@pytest.mark.parametrize(
    ("life", "start", "end", "says"),
    [
        (Life(human=True, died="2020-05-01"), "2010", "2020-05-01", ""),
        (Life(human=True, died="2020-05-01"), "2010", "2020-05-20", ""),
        (Life(human=True, died="2020-05-01"), "2010", "2020-09-20", "after-death"),
        (Life(human=True, died="2020"), "2010", "2020-09-20", ""),
        (Life(human=True, died=UNKNOWN), "2010", "2020-09-20", ""),
        (Life(human=True, born="1950"), "1949", "1960", "before-birth"),
        (Life(human=True, born="1950"), "1950", "1960", ""),
        (Life(human=True, born="1950-06-01"), "1951", "1960", ""),
        (Life(human=False), "2010", "2020", "not-human"),
        (HUMAN, UNKNOWN, "2020", "no-start"),
        (HUMAN, "2020-02", "2020", ""),
        (HUMAN, "2020-02", "2020-01", "end-before-start"),
        (HUMAN, "2027-06", OPEN, "ahead"),
        (HUMAN, "2026-06", OPEN, ""),
    ],
)
def test_a_term_lies_within_a_life(life: Life, start: str, end: str, says: str):
    kept, findings = sound([held(start, end)], {"Q2": life}, {}, TODAY)
    assert [each.kind for each in findings] == ([says] if says else [])
    assert len(kept) == (not says)


def test_a_term_that_was_not_closed_ends_with_its_holder():
    kept, findings = sound([held("2010", OPEN)], {"Q2": Life(human=True, died="2020-05-01")}, {}, TODAY)
    assert (kept, findings) == ([held("2010", "2020-05-01")], [])


def test_statements_of_one_term_are_one_and_the_finer_dates_stay():
    kept, findings = together({"a": [held("2010", OPEN)], "b": [held("2010-05-02", "2012")]})
    assert (kept, findings) == ([held("2010-05-02", "2012")], [])
    kept, findings = together({"a": [held("2010", OPEN), held("2011", OPEN)]})
    assert (kept, [each.kind for each in findings]) == ([], ["ambiguous"])


# ---------------------------------------------------------------- times and names

DATE_TIME = "http://www.w3.org/2001/XMLSchema#dateTime"


@pytest.mark.parametrize(
    ("value", "precision", "edtf_"),
    [
        ("2020-02-29T00:00:00Z", 11, "2020-02-29"),
        ("2020-02-01T00:00:00Z", 10, "2020-02"),
        ("2020-01-01T00:00:00Z", 9, "2020"),
        ("2020-01-01T00:00:00Z", 11, "2020-01-01"),
        ("2020-01-01T00:00:00Z", 8, UNKNOWN),
        ("2020-01-01T00:00:00Z", None, "2020"),
        ("2020-02-01T00:00:00Z", None, "2020-02"),
        ("2020-02-29T00:00:00Z", None, "2020-02-29"),
        ("+2020-02-29T00:00:00Z", 11, "2020-02-29"),
        ("2020-02-29T12:30:00Z", 14, "2020-02-29"),
        ("-0044-03-15T00:00:00Z", 11, UNKNOWN),
        ("0000-01-01T00:00:00Z", 9, UNKNOWN),
        ("2020-02-30T00:00:00Z", 11, UNKNOWN),
        ("12020-02-20T00:00:00Z", 11, UNKNOWN),
    ],
)
def test_a_time_is_no_finer_than_wikidata_knows_it(value: str, precision: int | None, edtf_: str):
    row = {"start": Term(value, "literal", datatype=DATE_TIME)}
    if precision is not None:
        row["startPrecision"] = Term(str(precision), "literal")
    assert edtf(row, "start") == edtf_


def test_no_time_is_open_and_a_blank_one_unknown():
    assert edtf({}, "end") == OPEN
    assert edtf({"end": Term("t1", "bnode")}, "end") == UNKNOWN
    assert edtf({"end": Term("http://www.wikidata.org/.well-known/genid/a1", "uri")}, "end") == UNKNOWN


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2021-12", "2021-12-01", "2021-12-31"),
        ("2020-02-29", "2020-02-29", "2020-02-29"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_a_date_has_a_first_and_a_last_day(text: str, first: str, last: str):
    assert (begins(text), ends(text)) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["", "..", "?", "2021-02-29", "20", "2020-13", "202002", "2020-W01", "soon"])
def test_what_is_no_date_has_no_day(text: str):
    assert begins(text) is ends(text) is None


def test_names_that_find_too_much_are_left_out():
    named = Named(
        (("en", "Sergey Lavrov"),),
        (("en", "Lavrov"), ("ru", "Сергей Лавров"), ("zh", "拉夫罗夫"), ("en", "Lavrov (politician)")),
    )
    assert named.person() == ("Sergey Lavrov", "Сергей Лавров", "拉夫罗夫")
    body = Named(
        (("en", "United Nations"), ("mul", "UNO")),
        (("en", "UN"), ("en", "the nations"), ("fr", "Nations unies"), ("zh-hant", "聯合國")),
    )
    assert body.thing() == ("en:United Nations", "UNO", "fr:Nations unies")


# ---------------------------------------------------------------- the command


def test_the_command_tells_what_it_brought_and_what_it_left(cli: Callable, tmp_path: Path, wikidata_endpoint: str):  # noqa: F811
    asks = (
        "--office",
        "envoy",
        "--office",
        "ambassador",
        "--country",
        "us",
        "--into",
        tmp_path,
        "--endpoint",
        wikidata_endpoint,
    )
    result = cli("authority", "update", *asks, "--csv")
    assert result.exit_code == 0, "a finding is no failure"
    assert result.stdout.startswith("kind,item,says\ncurated,Q145193,")
    assert "1 terms" in result.stderr
    shown = cli("authority", "show", "Ross Wilson", "--into", tmp_path, "--json").stdout
    assert wikidata_endpoint in shown
    assert "officials.csv.gz" in shown
    assert cli("authority", "check", "--into", tmp_path).exit_code == 0


def test_a_refused_answer_gives_exit_status_1(cli: Callable, tmp_path: Path):
    extra = tmp_path / "wrong.ttl"
    extra.write_text(wrong("refused"), "utf-8")
    with oxigraph(FIXTURE, extra) as endpoint:
        asks = ("--office", "foreign_minister", "--country", "US", "--into", tmp_path / "own", "--endpoint", endpoint)
        result = cli("authority", "update", *asks)
    assert result.exit_code == 1
    assert f'"item": "{ITEM}"' in result.stdout


def test_a_service_that_cannot_be_reached_is_one_line(cli: Callable, tmp_path: Path):
    with Faults(Reply(status=403)) as faults:
        result = cli(
            "authority",
            "update",
            "--office",
            "envoy",
            "--country",
            "US",
            "--into",
            tmp_path,
            "--endpoint",
            faults.endpoint,
        )
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert "contact" in result.stderr


# ---------------------------------------------------------------- a run that ends before its time


def test_a_service_that_turns_us_away_leaves_the_tables_as_they_were_and_the_run_goes_on(tmp_path: Path):
    into = tmp_path / "own"
    with oxigraph(FIXTURE) as endpoint, Relay(endpoint) as relay:
        run(relay.endpoint, into, kinds=("head_of_state",), states=("AF",))
        before = (into / "officials.csv").read_bytes()
        whole = len(relay.asked)
        relay.broken = True
        with pytest.raises(EndpointError, match="contact"):
            run(relay.endpoint, into, kinds=("foreign_minister",))
        assert (into / "officials.csv").read_bytes() == before
        assert len(relay.asked) - whole == 1, "nothing more is asked after it"
        relay.broken = False
        run(relay.endpoint, into, kinds=("foreign_minister",))
    assert "Q324546" in table(into / "officials.csv")


ARGUMENTS = ("--office", "foreign_minister", "--office", "head_of_state", "--country", "US", "--parallel", "1")


def test_a_killed_update_goes_on_where_it_was(tmp_path: Path):
    with oxigraph(FIXTURE) as endpoint, Relay(endpoint) as straight:
        arguments = ("authority", "update", *ARGUMENTS)
        call = [sys.executable, "-c", "from kg.cli import main; main()", *arguments, "--into"]
        subprocess.run([*call, tmp_path / "straight", "--endpoint", straight.endpoint], capture_output=True, check=True)
        with Relay(endpoint, wait=0.25) as relay:
            killed = subprocess.Popen(
                [*call, tmp_path / "killed", "--endpoint", relay.endpoint], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )  # fmt: skip
            journals = (tmp_path / "killed" / "unfinished").glob
            deadline = time.monotonic() + 60
            while time.monotonic() < deadline and not any(
                each.read_bytes().count(b'"key"') >= 3 for each in journals("*/journal.jsonl")
            ):
                time.sleep(0.02)
            os.kill(killed.pid, signal.SIGKILL)
            killed.wait()
            assert not (tmp_path / "killed" / "officials.csv").exists()
            first = len(relay.asked)
            assert 3 <= first < len(straight.asked)
            done = subprocess.run(
                [*call, tmp_path / "killed", "--endpoint", relay.endpoint], capture_output=True, check=True, text=True
            )
            assert first < len(relay.asked) <= len(straight.asked) + 1, "what was answered is not asked again"
    assert "Run 20" in done.stderr
    columns = ("qid", "label", "other_names", "terms", "born")
    rows = [
        [tuple(row[name] for name in columns) for row in table(tmp_path / each / "officials.csv").values()]
        for each in ("straight", "killed")
    ]
    assert rows[0] == rows[1]


def test_a_journal_that_was_cut_or_altered_is_read_as_far_as_it_is_whole(tmp_path: Path, wikidata_endpoint: str):  # noqa: F811
    journal = Journal(tmp_path, "plan")
    service = Wikidata(wikidata_endpoint, cache=tmp_path / "cache")
    queries = [f"SELECT ?n {{ BIND({number} AS ?n) }}" for number in range(3)]
    for query in queries:
        journal.note("step", service.answer(query))
    lines = journal.folder / "journal.jsonl"
    lines.write_bytes(lines.read_bytes()[:-40])
    again = Journal(tmp_path, "plan")
    assert [again.rows("step", query) is not None for query in queries] == [True, True, False]
    again.note("step", service.answer(queries[2]))
    assert len(Journal(tmp_path, "plan")) == 3
    for file in journal.folder.glob("*.json"):
        file.write_bytes(file.read_bytes().replace(b'"1"', b'"9"'))
    altered = Journal(tmp_path, "plan")
    assert [altered.rows("step", query) is not None for query in queries] == [True, False, True]
    assert Journal(tmp_path, "another plan").rows("step", queries[0]) is None


def test_two_updates_do_not_write_one_folder(tmp_path: Path, wikidata_endpoint: str):  # noqa: F811
    from kg.authority import writing

    with writing.alone(tmp_path / "own"), pytest.raises(DataError, match="another process"):
        run(wikidata_endpoint, tmp_path / "own", kinds=("head_of_state",), states=("AF",))


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, wikidata_endpoint: str):  # noqa: F811
    (tmp_path / "own").write_text("")
    with pytest.raises(DataError, match="cannot be written"):
        run(wikidata_endpoint, tmp_path / "own", kinds=("head_of_state",), states=("AF",))


def test_a_question_that_takes_too_long_is_asked_in_halves(tmp_path: Path):
    late = Reply(status=500, type="text/plain", body=b"java.util.concurrent.TimeoutException")
    with oxigraph(FIXTURE) as endpoint, Relay(endpoint) as relay, Faults(late) as faults:
        del faults
        seen = []

        class Halving(Wikidata):
            def answer(self, query: str, kinds: object = None):
                if (
                    "?statement ps:P39" in query
                    and query.split("VALUES ?office {")[1].partition("}")[0].count("wd:") > 4
                ):
                    seen.append(query)
                    raise EndpointError("late", too_long=True)
                return super().answer(query, kinds)

        plan = Wanted(("foreign_minister",), ("US", "QA", "RU", "FR", "AF", "PK", "TR", "DE"))
        update(Halving(relay.endpoint, days=0), plan, tmp_path / "own", SHIPPED, today=TODAY)
    assert seen
    assert {"Q324546", "Q58217"} <= set(table(tmp_path / "own" / "officials.csv"))
