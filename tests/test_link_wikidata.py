"""Asking a query service: what is sent, what is waited for, what is believed."""

import json
import threading
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from serving import Clock, Faults, Reply, answer, clock, wikidata_endpoint  # noqa: F401 - fixtures

from kg.errors import EndpointError, InputError, LinkError, RefusedError
from kg.link.wikidata import AT_ONCE, LONGEST_PAUSE, PREFIXES, Term, Wikidata, agent, literal, variables

QUERY = "SELECT ?item ?label ?start { ?item ?label ?start }"
WD = "http://www.wikidata.org/entity/"
DAY = {"type": "literal", "value": "2020-02-29T00:00:00Z", "datatype": "http://www.w3.org/2001/XMLSchema#dateTime"}
GOOD = {
    "item": {"type": "uri", "value": WD + "Q30"},
    "label": {"type": "literal", "value": "États-Unis", "xml:lang": "fr"},
    "start": DAY,
}
KINDS = {"item": "item", "label": "label", "start": "time"}


def row(**changed: object) -> bytes:
    """Return an answer of one good row, with changed values."""
    return answer("item", "label", "start", rows=[{**GOOD, **changed}])


def text(value: str, **more: str) -> dict[str, str]:
    return {"type": "literal", "value": value, "xml:lang": "fr", **more}


@pytest.fixture
def ask(tmp_path: Path, clock: Clock):  # noqa: F811
    """Return a function that puts the question to a server which gives these replies; gives the server and the outcome."""

    def run(*replies: Reply, kinds: object = KINDS, query: str = QUERY, **options: object):
        with Faults(*replies) as faults:
            settings = {"cache": tmp_path / "kept", "timeout": 5, "days": 0, **clock.options, **options}
            try:
                return faults, Wikidata(faults.endpoint, **settings).select(query, kinds)
            except LinkError as error:
                return faults, error

    return run


# ---------------------------------------------------------------- what is sent


def test_the_question_is_posted_with_our_own_name(ask):
    faults, rows = ask(Reply(row()))
    (asked,) = faults.asked
    assert asked.method == "POST"
    assert asked.query == QUERY
    assert asked.headers["User-Agent"].startswith("diplomatic-kg/")
    assert asked.headers["Accept"].startswith("application/sparql-results+json")
    assert rows[0]["item"] == Term(WD + "Q30", "uri")
    assert rows[0]["label"] == Term("États-Unis", "literal", "fr")
    assert rows[0]["start"].datatype == DAY["datatype"]


def test_the_name_carries_a_contact_and_nothing_that_breaks_a_request():
    assert "; me@example.org)" in agent("me@example.org")
    assert "(https://" in agent(), "the address of the project stands there without any option"
    with pytest.raises(InputError, match="contact"):
        agent("me\r\nX-Evil: 1")


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:b> <a:b> <a:b> }",
        "DELETE WHERE { ?s ?p ?o }",
        "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }",
        "DESCRIBE <http://a.b/>",
        "ASK { ?s ?p ?o }",
        "# SELECT\nCLEAR ALL",
        "PREFIX select: <http://a.b/SELECT> DROP ALL",
        "",
    ],
)
def test_only_a_select_query_is_sent_by_select(ask, query: str):
    with pytest.raises(InputError):
        ask(Reply(row()), query=query)


def test_a_word_of_update_in_a_prefix_makes_no_update(ask):
    faults, rows = ask(Reply(row()), query="prefix a: <http://a.b/address/load>\n" + QUERY)
    assert len(rows) == 1
    assert b"query=" in faults.asked[0].body


@pytest.mark.parametrize(
    "endpoint", ["", "query.wikidata.org", "file:///etc/passwd", "ftp://a.b/", "http://a b/", "http://me:pw@a.b/"]
)
def test_only_an_address_of_the_web_is_asked(endpoint: str):
    with pytest.raises(InputError, match="address"):
        Wikidata(endpoint)


@pytest.mark.parametrize("options", [{"parallel": 6}, {"parallel": 0}, {"tries": 0}, {"timeout": 0}, {"days": -1}])
def test_rudeness_cannot_be_asked_for(options: dict[str, int]):
    with pytest.raises(InputError):
        Wikidata("http://127.0.0.1:1/", **options)


# ---------------------------------------------------------------- faults that pass


@pytest.mark.parametrize(
    "fault",
    [
        Reply(status=429),
        Reply(status=500, body=b"out of memory"),
        Reply(status=502, type="text/html", body=b"<html>Bad gateway</html>"),
        Reply(status=503),
        Reply(status=504),
        Reply(hang_up=True),
        Reply(row(), cut=40),
        Reply(row(), cut=40, chunked=True),
        Reply(row() + b"  ", cut=len(row())),
        Reply(row()[:-30]),
        Reply(b""),
        Reply(row(), wait=0.8),
        Reply(row(), drip=0.1),
        Reply(row(), endless=0.1),
    ],
    ids=[
        "429", "500", "502", "503", "504", "hung-up", "cut", "cut-chunk", "cut-behind", "cut-unseen", "empty", "slow", "drips", "endless",
    ],
)  # fmt: skip
def test_a_fault_that_passes_is_waited_out(ask, clock: Clock, fault: Reply):  # noqa: F811
    began = time.monotonic()
    faults, rows = ask(fault, Reply(row()), timeout=0.5)
    assert time.monotonic() - began < 6, "nobody is waited for"
    assert [each["item"].id for each in rows] == ["Q30"]
    assert len(faults.asked) == 2
    assert clock.pauses == [1.0]


def test_pauses_double_and_end_with_the_tries(ask, clock: Clock):  # noqa: F811
    faults, error = ask(Reply(status=500))
    assert isinstance(error, EndpointError)
    assert error.status == 500
    assert "tried 5 times" in str(error)
    assert faults.endpoint in str(error)
    assert clock.pauses == [1, 2, 4, 8]


def test_pauses_are_spread_by_chance(ask, clock: Clock):  # noqa: F811
    ask(Reply(status=500), tries=3, jitter=lambda: 1.0)
    assert clock.pauses == [1.5, 3.0]


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("after", "pause"),
    [
        ("7", 7),
        ("0", 1),
        (format_datetime(Clock().time + timedelta(seconds=90), usegmt=True), 90),
        ("soon", 1),
        ("-5", 1),
    ],
    ids=["seconds", "at once", "date", "no time", "negative"],
)
def test_the_pause_that_a_busy_service_asks_for_is_kept(ask, clock: Clock, status: int, after: str, pause: int):  # noqa: F811
    _, rows = ask(Reply(status=status, headers={"Retry-After": after}), Reply(row()))
    assert len(rows) == 1
    assert clock.pauses == [pause]


def test_a_service_that_asks_for_hours_is_left_alone(ask, clock: Clock):  # noqa: F811
    faults, error = ask(Reply(status=429, headers={"Retry-After": str(int(LONGEST_PAUSE) + 1)}))
    assert isinstance(error, EndpointError)
    assert "301 seconds" in str(error)
    assert len(faults.asked) == 1
    assert not clock.pauses


def test_a_pause_that_one_question_was_asked_for_holds_for_the_next(tmp_path: Path, clock: Clock):  # noqa: F811
    with Faults(Reply(status=429, headers={"Retry-After": "40"}), Reply(row())) as faults:
        wikidata = asker(faults, tmp_path, clock, tries=1)
        with pytest.raises(EndpointError):
            wikidata.select(QUERY)
        assert wikidata.select(QUERY)
    assert clock.pauses == [40]


def test_a_service_that_asks_for_hours_is_not_asked_the_next_question_either(tmp_path: Path, clock: Clock):  # noqa: F811
    with Faults(Reply(status=503, headers={"Retry-After": "7200"}), Reply(row())) as faults:
        wikidata = asker(faults, tmp_path, clock)
        for query in (QUERY, QUERY + " LIMIT 1"):
            with pytest.raises(EndpointError, match="7,200 seconds"):
                wikidata.select(query)
        assert len(faults.asked) == 1
        clock.time += timedelta(hours=2)
        assert wikidata.select(QUERY)


# ---------------------------------------------------------------- faults that stay


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        (Reply(status=400, type="text/plain", body=b"Parse \x1b[2Jerror"), "does not understand"),
        (Reply(status=401), "login"),
        (Reply(status=403), "name a contact"),
        (Reply(status=404), "check the address"),
        (Reply(status=405), "check the address"),
        (Reply(status=414), "414"),
        (Reply(status=302, headers={"Location": "http://127.0.0.1:1/"}), "moved to http://127.0.0.1:1/"),
        (Reply(status=307, headers={"Location": "file:///etc/passwd"}), "moved"),
        (Reply(status=500, type="text/plain", body=b"java.util.concurrent.TimeoutException\n\tat ..."), "Ask for less"),
    ],
    ids=lambda each: str(each.status) if isinstance(each, Reply) else "",
)
def test_a_fault_that_stays_is_told_at_once(ask, clock: Clock, reply: Reply, says: str):  # noqa: F811
    faults, error = ask(reply)
    assert isinstance(error, EndpointError)
    assert says in str(error)
    assert str(error).isprintable()
    assert len(faults.asked) == 1
    assert not clock.pauses


def test_an_address_without_a_service_is_told(tmp_path: Path, clock: Clock):  # noqa: F811
    with Faults(Reply()) as faults:
        endpoint = faults.endpoint
    with pytest.raises(EndpointError, match="cannot be reached"):
        Wikidata(endpoint, cache=tmp_path, tries=2, **clock.options).select(QUERY)


def test_the_page_of_an_error_is_not_read_to_its_end(ask):
    _, error = ask(Reply(status=403, type="text/plain", body=b"x" * 2_000_000))
    assert len(str(error)) < 500


# ---------------------------------------------------------------- answers that are refused

REFUSED = {
    "an HTML page": Reply(b"<html><body>Maintenance</body></html>", type="text/html"),
    "a page that calls itself JSON": Reply(b"<html></html>"),
    "no type": Reply(row(), type=None),
    "XML": Reply(b"<sparql/>", type="application/sparql-results+xml"),
    "plain text": Reply(row(), type="text/plain"),
    "packed": Reply(row(), headers={"Content-Encoding": "gzip"}),
    "too large": Reply(row(label=text("x" * 9_000))),
    "too large, in pieces": Reply(row(label=text("x" * 9_000)), chunked=True),
    "trace of a timeout": Reply(row()[:-10] + b"\njava.util.concurrent.TimeoutException: at"),
    "nested without end": Reply(b'{"head":' + b"[" * 3_000),
    "not UTF-8": Reply(row().replace(b"\\u00c9", b"\xc3\x28")),
    "lone surrogate": Reply(row().replace(b"\\u00c9", b"\\ud800")),
    "a list": Reply(b"[]"),
    "a string": Reply(b'"ok"'),
    "an error in JSON": Reply(b'{"error": "busy"}'),
    "truth in place of rows": Reply(b'{"head": {}, "boolean": true}'),
    "no head": Reply(b'{"results": {"bindings": []}}'),
    "no rows": Reply(b'{"head": {"vars": ["item", "label", "start"]}}'),
    "rows that are no list": Reply(b'{"head": {"vars": ["item", "label", "start"]}, "results": {"bindings": {}}}'),
    "a row that is a list": Reply(b'{"head": {"vars": ["item", "label", "start"]}, "results": {"bindings": [[]]}}'),
    "other variables": Reply(answer("item", "label", "stop")),
    "fewer variables": Reply(answer("item")),
    "a variable out of nowhere": Reply(answer("item", "label", "start", rows=[{**GOOD, "extra": DAY}])),
    "a value without type": Reply(row(item={"value": WD + "Q30"})),
    "a value of unknown type": Reply(row(item={"type": "triple", "value": "x"})),
    "a value that is a number": Reply(row(label={"type": "literal", "value": 5})),
    "an item that is a text": Reply(row(item=text("Q30"))),
    "an item of another wiki": Reply(row(item={"type": "uri", "value": "http://wikidata.example/entity/Q30"})),
    "an item by another scheme": Reply(row(item={"type": "uri", "value": "https://www.wikidata.org/entity/Q30"})),
    "an item with zero": Reply(row(item={"type": "uri", "value": WD + "Q030"})),
    "an item without number": Reply(row(item={"type": "uri", "value": WD + "Q"})),
    "an item with a tail": Reply(row(item={"type": "uri", "value": WD + "Q30/../../x"})),
    "an item with a line end": Reply(row(item={"type": "uri", "value": WD + "Q30\n"})),
    "an item in other digits": Reply(row(item={"type": "uri", "value": WD + "Q３０"})),
    "a property for an item": Reply(row(item={"type": "uri", "value": WD + "P30"})),
    "a lexeme": Reply(row(item={"type": "uri", "value": WD + "L30"})),
    "an IRI that closes itself": Reply(row(item={"type": "uri", "value": WD + "Q30> } ; DROP ALL #"})),
    "an IRI that is a script": Reply(row(item={"type": "uri", "value": "javascript:alert(1)"})),
    "an IRI that is data": Reply(row(item={"type": "uri", "value": "data:text/html,x"})),
    "an IRI without end": Reply(row(item={"type": "uri", "value": WD + "Q" + "1" * 3_000})),
    "a label with a null": Reply(row(label=text("a\0b"))),
    "a label with an escape": Reply(row(label=text("\x1b[2J"))),
    "a label of two lines": Reply(row(label=text("a\nb"))),
    "a label with C1": Reply(row(label=text("a\u009bb"))),
    "a label turned round": Reply(row(label=text("a\u202eb"))),
    "a label with a line separator": Reply(row(label=text("a\u2028b"))),
    "a label with no character": Reply(row(label=text("a\uffffb"))),
    "a label without end": Reply(row(label=text("x" * 401))),
    "an empty label": Reply(row(label=text(" "))),
    "a label without language": Reply(row(label={"type": "literal", "value": "x"})),
    "a label of no language": Reply(row(label=text("x", **{"xml:lang": 'fr" . DROP'}))),
    "a label that is an IRI": Reply(row(label=GOOD["item"])),
    "a label that is a number": Reply(row(label={**DAY, "value": "5", "datatype": "http://www.w3.org/2001/XMLSchema#integer"})),
    "a time that is a word": Reply(row(start={**DAY, "value": "yesterday"})),
    "a time with a tail": Reply(row(start={**DAY, "value": "2020-02-29T00:00:00Z'"})),
    "a time in a text": Reply(row(start=text("2020-02-29T00:00:00Z"))),
    "a time without type": Reply(row(start={"type": "literal", "value": "2020-02-29T00:00:00Z"})),
    "a time that is an item": Reply(row(start=GOOD["item"])),
    "a type that is no IRI": Reply(row(start={**DAY, "datatype": "xsd dateTime"})),
    "a blank node with a line end": Reply(row(start={"type": "bnode", "value": "a b"})),
}  # fmt: skip


@pytest.mark.parametrize("reply", REFUSED.values(), ids=REFUSED.keys())
def test_an_answer_that_cannot_be_right_is_refused_whole(ask, tmp_path: Path, reply: Reply):
    _, error = ask(reply, tries=2, days=30, largest=5_000)
    assert isinstance(error, RefusedError), error
    assert str(error).isprintable()
    assert len(str(error)) < 600
    assert not list((tmp_path / "kept").rglob("*.json")), "nothing of it is kept"


def test_refusals_are_many():
    assert len(REFUSED) >= 30


def test_a_good_row_beside_a_poisoned_one_is_not_taken_either(ask):
    bad = {**GOOD, "label": text("a\0b")}
    _, error = ask(Reply(answer("item", "label", "start", rows=[GOOD, bad])))
    assert isinstance(error, RefusedError)
    assert "row 2, ?label" in str(error)


@pytest.mark.parametrize(
    "changed",
    [
        {"start": {**DAY, "value": "-0044-03-15T00:00:00Z"}},
        {"start": {**DAY, "value": "+2020-02-29T00:00:00Z"}},
        {"start": {"type": "bnode", "value": "t1234"}},
        {"start": {"type": "uri", "value": "http://www.wikidata.org/.well-known/genid/a1b2c3"}},
        {"start": {**DAY, "type": "typed-literal"}},
        {"item": {"type": "bnode", "value": "b0"}},
        {"item": {"type": "uri", "value": WD + "Q123456789"}},
        {"label": text("Lavrov", **{"xml:lang": "mul"})},
        {"label": text("Qatar", **{"xml:lang": "zh-hant"})},
        {"label": text("می\u200cخواهم", **{"xml:lang": "fa"})},
        {"label": text("محمد بن عبد الرحمن\u200f", **{"xml:lang": "ar"})},
    ],
    ids=["BC", "plus", "blank", "genid", "typed", "blank item", "long id", "mul", "region", "non-joiner", "rtl mark"],
)
def test_what_wikidata_really_answers_is_taken(ask, changed: dict[str, object]):
    _, rows = ask(Reply(row(**changed)))
    assert len(rows) == 1


def test_unknown_values_are_known_as_such():
    assert Term("t1", "bnode").unknown
    assert Term("http://www.wikidata.org/.well-known/genid/00ff", "uri").unknown
    assert not Term(WD + "Q30", "uri").unknown
    assert Term("http://www.wikidata.org/.well-known/genid/00ff", "uri").id == ""


def test_an_optional_value_may_be_absent(ask):
    _, rows = ask(Reply(answer("item", "label", "start", rows=[{"item": GOOD["item"]}])))
    assert list(rows[0]) == ["item"]


# ---------------------------------------------------------------- kept answers


def asker(faults: Faults, folder: Path, clock: Clock, **options: object) -> Wikidata:  # noqa: F811
    return Wikidata(faults.endpoint, cache=folder, **clock.options, **options)


def test_an_answer_is_asked_for_once_and_tells_its_date_and_hash(tmp_path: Path, clock: Clock):  # noqa: F811
    with Faults(Reply(row())) as faults:
        first = asker(faults, tmp_path, clock).answer(QUERY, KINDS)
        clock.time += timedelta(days=3)
        again = asker(faults, tmp_path, clock).answer(QUERY, KINDS)
    assert len(faults.asked) == 1
    assert first == again
    assert first.asked == datetime(2024, 3, 1, 12, tzinfo=UTC)
    assert len(first.digest) == 64
    assert (tmp_path / "answers" / first.digest).read_bytes() == row()


def test_an_old_answer_is_asked_for_again(tmp_path: Path, clock: Clock):  # noqa: F811
    with Faults(Reply(row())) as faults:
        asker(faults, tmp_path, clock).select(QUERY)
        clock.time += timedelta(days=31)
        asker(faults, tmp_path, clock).select(QUERY)
        assert len(faults.asked) == 2
        asker(faults, tmp_path, clock, days=0).select(QUERY)
    assert len(faults.asked) == 3


def test_an_answer_to_one_question_is_none_to_another(tmp_path: Path, clock: Clock):  # noqa: F811
    with Faults(Reply(row())) as faults:
        asker(faults, tmp_path, clock).select(QUERY)
        asker(faults, tmp_path, clock).select(QUERY + " LIMIT 1")
    assert len(faults.asked) == 2


@pytest.mark.parametrize("how", ["altered", "cut", "gone", "swapped", "poisoned", "question cut", "question altered"])
def test_a_corrupted_answer_is_refused_and_asked_for_again(tmp_path: Path, clock: Clock, how: str):  # noqa: F811
    with Faults(Reply(row())) as faults:
        asker(faults, tmp_path, clock).select(QUERY, KINDS)
        (kept,) = (tmp_path / "answers").iterdir()
        (question,) = (tmp_path / "questions").iterdir()
        if how == "altered":
            kept.write_bytes(kept.read_bytes().replace(b"Q30", b"Q31"))
        elif how == "cut":
            kept.write_bytes(kept.read_bytes()[:20])
        elif how == "gone":
            kept.unlink()
        elif how in {"swapped", "poisoned"}:
            import hashlib

            other = answer("other") if how == "swapped" else row(label=text("a\0b"))
            digest = hashlib.sha256(other).hexdigest()
            (tmp_path / "answers" / digest).write_bytes(other)
            question.write_text(json.dumps({**json.loads(question.read_text()), "answer": digest}))
        elif how == "question cut":
            question.write_bytes(question.read_bytes()[:20])
        else:
            question.write_text(question.read_text().replace('"answer":"', '"answer":"../'))
        rows = asker(faults, tmp_path, clock).select(QUERY, KINDS)
    assert len(faults.asked) == 2
    assert rows[0]["item"].id == "Q30"


def test_a_cache_that_cannot_be_written_costs_no_answer(tmp_path: Path, clock: Clock):  # noqa: F811
    (tmp_path / "file").write_text("")
    with Faults(Reply(row())) as faults:
        assert asker(faults, tmp_path / "file", clock).select(QUERY)


# ---------------------------------------------------------------- several at once


def test_at_most_five_questions_stand_open(tmp_path: Path):
    with Faults(Reply(row(), wait=0.05)) as faults:
        wikidata = Wikidata(faults.endpoint, cache=tmp_path, days=0)
        threads = [threading.Thread(target=wikidata.select, args=(QUERY,)) for _ in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(faults.asked) == 12
    assert faults.at_once <= AT_ONCE


def test_many_questions_are_answered_in_order_and_an_error_stands_in_its_place(tmp_path: Path, clock: Clock):  # noqa: F811
    with Faults(Reply(row())) as faults:
        wikidata = asker(faults, tmp_path, clock)
        wikidata.select(QUERY)
    found = list(asker(faults, tmp_path, clock, tries=1).answers([QUERY, QUERY + " LIMIT 2", QUERY]))
    assert [type(each).__name__ for each in found] == ["Answer", "EndpointError", "Answer"]


def test_a_pause_that_is_over_is_not_kept_again(tmp_path: Path, clock: Clock):  # noqa: F811
    with Faults(Reply(status=429, headers={"Retry-After": "30"}), Reply(row())) as faults:
        wikidata = asker(faults, tmp_path, clock)
        began = clock.time
        wikidata.select(QUERY)
        wikidata.select(QUERY + " LIMIT 1")
    assert clock.pauses == [30]
    assert clock.time - began == timedelta(seconds=30)


# ---------------------------------------------------------------- a real server


def test_a_real_server_answers(wikidata_endpoint: str, tmp_path: Path):  # noqa: F811
    wikidata = Wikidata(wikidata_endpoint, cache=tmp_path)
    rows = wikidata.select(
        PREFIXES + "SELECT ?item ?label { ?item rdfs:label ?label FILTER(?label = " + literal("talibans", "fr") + ") }",
        {"item": "item", "label": "label"},
    )
    assert [each["item"].id for each in rows] == ["Q900000001"]
    assert wikidata.ask(PREFIXES + "ASK { wd:Q30 ?p ?o }")
    assert not wikidata.ask(PREFIXES + "ASK { wd:Q31 ?p ?o }")


def test_a_question_that_is_no_sparql_is_told(wikidata_endpoint: str, tmp_path: Path):  # noqa: F811
    with pytest.raises(EndpointError, match="400"):
        Wikidata(wikidata_endpoint, cache=tmp_path).select("SELECT ?x { ?x ")


@pytest.mark.parametrize("value", ['"', "\\", '" . } # ', "a\nb", "\t", "\x00", "é", "'", "🙂", "\ud800"])
def test_any_text_can_be_asked_for(wikidata_endpoint: str, tmp_path: Path, value: str):  # noqa: F811
    rows = Wikidata(wikidata_endpoint, cache=tmp_path, days=0).select(
        "SELECT ?n { BIND(STRLEN(" + literal(value) + ") AS ?n) }", {"n": "number"}
    )
    assert rows[0]["n"].value == str(len(value))


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("SELECT ?a ?b WHERE { }", ["a", "b"]),
        (PREFIXES + "select distinct ?a { }", ["a"]),
        ("# ?no\nSELECT ?a\n?b\n{ }", ["a", "b"]),
        ("SELECT * { }", None),
        ("SELECT (COUNT(?x) AS ?n) { }", None),
    ],
)
def test_the_variables_of_a_question_are_read(query: str, names: list[str] | None):
    assert variables(query) == names
