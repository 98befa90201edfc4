"""Questions: found by name, file or text; parameters bound as data; nothing reaches out of the store."""

from datetime import UTC, date, datetime
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import iri
from kg.errors import QueryError
from kg.query import Rows, answer, called, find, named, parse, sparql
from kg.query.faults import _causes
from kg.vocab import AGREEMENT_STATUSES, COMMITMENT_STATUSES, DK, EVENT_STATUSES

DATA = """
@prefix x: <https://example.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix id: <https://w3id.org/diplokg/id/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
id:Q1 skos:prefLabel "Ali ben Saïd"@fr , "Ali bin Said"@en ; skos:altLabel "A. Saïd"@fr ; x:age 40 ; x:born "1980-05-01"^^xsd:date .
id:Q2 skos:prefLabel "Zoé"@fr ; skos:altLabel "Ali ben Saïd"@fr ; x:age 2.5 ; x:tall true ; x:seen "2020-11-21T11:26:00Z"^^xsd:dateTime .
x:plain x:says "a \\"quoted\\" } SERVICE # word" .
"""

QUESTION = """# title: How old someone is
# param who: name of the person
# param least: number of years
# param since: day of birth, or later
# example: -p who "Zoé"
PREFIX x: <https://example.org/>
SELECT ?who ?age WHERE { ?who x:age ?age . FILTER(!BOUND(?least) || ?age >= ?least)
  OPTIONAL { ?who x:born ?born } FILTER(!BOUND(?since) || ?born >= ?since) } ORDER BY ?age
"""


@pytest.fixture
def store() -> ox.Store:
    store = ox.Store()
    store.load(DATA.encode(), format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode("https://example.org/g"))
    return store


def q(number: int) -> str:
    return iri.entity(f"Q{number}")


def test_the_header_tells_what_is_asked() -> None:
    question = parse("ages", QUESTION)
    assert question.title == "How old someone is"
    assert [(p.name, p.kind) for p in question.parameters] == [("who", "name"), ("least", "number"), ("since", "day")]
    assert question.examples == ('-p who "Zoé"',)


@pytest.mark.parametrize("line", ["who name", "who: person", "who:", "2 names: name"])
def test_a_parameter_without_a_kind_is_refused(line: str) -> None:
    with pytest.raises(QueryError, match="KIND one of"):
        parse("ages", f"# param {line}\nASK {{}}")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, [(q(2), 2.5), (q(1), 40)]),
        ({"who": "Ali bin Said"}, [(q(1), 40)]),
        ({"who": "ali BEN said"}, [(q(1), 40)]),
        ({"who": "A. Saïd"}, [(q(1), 40)]),
        ({"who": "Q2"}, [(q(2), 2.5)]),
        ({"who": q(2)}, [(q(2), 2.5)]),
        ({"who": f"<{q(2)}>"}, [(q(2), 2.5)]),
        ({"who": ["Q2", "Q1"]}, [(q(2), 2.5), (q(1), 40)]),
        ({"least": "3"}, [(q(1), 40)]),
        ({"who": "Q2", "least": "3"}, []),
        ({"since": "1980-05-01"}, [(q(1), 40)]),
        ({"since": "1980-05-02"}, []),
    ],
)
def test_parameters_restrict_the_answer(store: ox.Store, values: dict[str, str], expected: list[tuple]) -> None:
    rows = answer(store, parse("ages", QUESTION), values)
    assert rows.columns == ("who", "age")
    assert list(rows) == expected


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"who": "Ali ben Said Omar"}, "Near it: .*Ali ben Saïd"),
        ({"who": "https://example.org/nobody"}, "nothing in the store is called"),
        ({"least": "many"}, "is a number, not 'many'"),
        ({"since": "2021-02-30"}, "is a day"),
        ({"whom": "Zoé"}, "no parameter 'whom'. It has: who, least, since"),
        ({"age": "2"}, "no parameter 'age'"),
    ],
)
def test_a_wrong_parameter_is_named_with_what_would_do(store: ox.Store, values: dict[str, str], says: str) -> None:
    with pytest.raises(QueryError, match=says):
        answer(store, parse("ages", QUESTION), values)


@pytest.mark.parametrize("name", ["standing", "talks", "timeline", "venues"])
def test_a_stretch_of_time_that_ends_before_it_begins_is_told(store: ox.Store, name: str) -> None:
    with pytest.raises(QueryError, match="since 2021-01-02 lies after until 2021-01-01"):
        answer(store, name, {"since": "2021-01-02", "until": "2021-01-01"})
    answer(store, name, {"since": "2021-01-01", "until": "2021-01-01"})


@pytest.mark.parametrize(
    "value",
    ['a "quoted" } SERVICE # word', 'x" } UNION { ?s ?p ?o', "line\nbreak \\ tab\t é 𝄞", "'''\"\"\"", "{}", ""],
)
def test_a_text_is_bound_as_data_whatever_it_holds(value: str) -> None:
    store = ox.Store()
    node = ox.NamedNode("https://example.org/s")
    store.add(ox.Quad(node, ox.NamedNode("https://example.org/says"), ox.Literal(value)))
    store.add(ox.Quad(node, ox.NamedNode("https://example.org/says"), ox.Literal("other")))
    question = "SELECT ?o WHERE { ?s <https://example.org/says> ?o }"
    assert list(answer(store, question, {"o": value})) == [(value,)]


def test_parameters_are_seen_by_filters_optionals_and_aggregates(store: ox.Store) -> None:
    text = "SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s <https://example.org/age> ?age FILTER(?age > ?least) }"
    assert list(answer(store, text, {"least": "3"})) == [(1,)]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <https://example.org/sparql> { ?s ?p ?o } }",
        "SELECT * { service silent ?where { ?s ?p ?o } }",
        "# SELECT\nINSERT DATA { <a:a> <a:b> <a:c> }",
        "PREFIX x: <a:> DELETE WHERE { ?s ?p ?o }",
        "LOAD <file:///etc/hostname>",
        "DROP ALL",
        "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_what_changes_the_store_or_asks_another_server_is_refused(store: ox.Store, text: str) -> None:
    before = len(store)
    with pytest.raises(QueryError, match="only"):
        answer(store, parse("SPARQL", text))
    assert len(store) == before


@pytest.mark.parametrize(
    "text",
    [
        'SELECT * { ?s ?p "SERVICE <x> { }" }',
        "SELECT * { ?s <https://example.org/SERVICE> ?o } # SERVICE",
        "PREFIX service: <https://example.org/> SELECT ?service { ?service service:service ?o }",
        "SELECT * { ?s ?p '''INSERT\nSERVICE''' }",
        "ASK { ?insert ?delete ?load }",
    ],
)
def test_words_that_are_no_keywords_are_let_through(store: ox.Store, text: str) -> None:
    answer(store, text)


def test_values_are_plain_python(store: ox.Store) -> None:
    text = """PREFIX x: <https://example.org/> SELECT ?age ?born ?tall ?seen ?none { ?s x:age ?age
        OPTIONAL { ?s x:born ?born } OPTIONAL { ?s x:tall ?tall ; x:seen ?seen } } ORDER BY ?age"""
    rows = answer(store, text)
    assert rows.dicts() == [
        {"age": 2.5, "born": None, "tall": True, "seen": datetime(2020, 11, 21, 11, 26, tzinfo=UTC), "none": None},
        {"age": 40, "born": date(1980, 5, 1), "tall": None, "seen": None, "none": None},
    ]
    assert len(rows) == 2
    assert rows[0][0] == 2.5
    assert list(answer(store, "ASK { ?s ?p 40 }")) == [(True,)]
    triples = answer(store, "CONSTRUCT { ?s a <a:old> } { ?s ?p 40 }")
    assert triples.columns == ("subject", "predicate", "object")
    assert triples[0][0] == q(1)


def test_rows_become_a_data_frame(store: ox.Store) -> None:
    pytest.importorskip("pandas")
    frame = answer(
        store, "SELECT ?age ?born { ?s <https://example.org/age> ?age OPTIONAL { ?s <a:b> ?born } } ORDER BY ?age"
    ).frame()
    assert list(frame.columns) == ["age", "born"]
    assert list(frame["age"]) == [2.5, 40]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("SELECT * { ?s ?p }", r"line 1: not SPARQL 1.1 at or before the end of 'SELECT \* { \?s \?p }'"),
        ("SELEC ?x { ?x a dk:Event }", r"line 1: a query begins with .*, not with 'SELEC' \(SELECT\?\)"),
        ("PREFIX x: <a:>\n{ ?s ?p ?o }", "line 2: a query begins with .*, not with '{'"),
        ("SELECT ?x {\n ?x a kg:Event }", "line 2: the prefix of kg:Event is not declared; known without: dk, "),
        ("SELECT ?x {\n { ?x a dk:Event }\n", "line 1: { is not closed"),
        ("SELECT ?x { ?x a dk:Event }\n}", "line 2: } closes what nothing opened"),
        ("SELECT ?x { ?x ?p 'foo }", "the text that begins here is not closed"),
        ("SELECT ?x { ?x a <https://x/a b> }", "an IRI has no blanks"),
        ("SELECT ?x ?y { ?x a ?y } GROUP BY ?x", "grouped by or counted"),
    ],
)
def test_broken_sparql_is_told_with_its_line_its_fault_and_what_works(store: ox.Store, text: str, says: str) -> None:
    with pytest.raises(QueryError, match=f"^SPARQL, {says if says.startswith('line') else '.*' + says}") as caught:
        answer(store, text)
    example = str(caught.value).partition("One that works: ")[2]
    answer(store, example)


@pytest.mark.parametrize(
    "text",
    [
        'SELECT ?x { ?x ?p "a { b: (" }',
        "SELECT ?x { ?x ?p ?o FILTER(?o < 3 && ?o > 1) }",
        "SELECT ?x { ?x <http://a/b:c> ?o } # {",
        "ASK { ?s skos:prefLabel ?l BIND(STR(?l) AS ?x) }",
        "BASE <http://a/> PREFIX x: <b> SELECT * { ?s x:p|x:q ?o . _:b x:p ?o }",
        "SELECT * { ?s ?p 'it\\'s' }",
    ],
)
def test_sound_sparql_has_no_fault(store: ox.Store, text: str) -> None:
    answer(store, text)
    assert not list(_causes(text))


# ---------------------------------------------------------------- what a parameter may be

HEAT = """# title: Heat
# param state: word for the state: very_hot, cold
# param kind: type of the event: meeting, call ...
# param paper: outlet that says so
# param free: word for anything
SELECT ?state ?kind ?paper ?free { BIND(1 AS ?one) }
"""


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"state": "very_hot"}, "very_hot"),
        ({"state": "Very Hot"}, "very_hot"),
        ({"state": "very-hot"}, "very_hot"),
        ({"kind": "prisoner release"}, "prisoner_release"),
        ({"kind": "et:meeting"}, "meeting"),
        ({"kind": "https://w3id.org/diplokg/event-type/meeting"}, "meeting"),
        ({"paper": "the daily"}, "The Daily"),
        ({"free": "anything: at all"}, "anything: at all"),
    ],
)
def test_a_word_of_a_closed_list_is_known_however_it_is_written(values: dict[str, str], expected: str) -> None:
    assert expected in next(iter(answer(papers(), parse("heat", HEAT), values)))


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"state": "hot"}, "heat: state is never 'hot'. Near it: very_hot. It is one of: cold, very_hot."),
        ({"state": "x"}, "heat: state is never 'x'. It is one of: cold, very_hot."),
        ({"kind": "metting"}, "heat: kind is never 'metting'. Near it: meeting, mediation."),
        ({"kind": "xyz"}, "heat: kind is never 'xyz'. It is one of: agreement, aid, "),
        ({"paper": "Dialy"}, "heat: paper is never 'Dialy'. Near it: The Daily."),
    ],
)
def test_a_word_that_is_never_found_is_an_error_and_no_empty_answer(values: dict[str, str], says: str) -> None:
    with pytest.raises(QueryError) as caught:
        answer(papers(), parse("heat", HEAT), values)
    assert str(caught.value).startswith(says)


def papers() -> ox.Store:
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("a:a"), ox.NamedNode(DK.source), ox.Literal("The Daily"), ox.NamedNode("a:g")))
    return store


@pytest.mark.parametrize("name", sorted(named()))
def test_the_words_that_a_shipped_question_lists_are_those_of_the_ontology(name: str) -> None:
    known = [set(EVENT_STATUSES), set(COMMITMENT_STATUSES), set(AGREEMENT_STATUSES)]
    for parameter in named()[name].parameters:
        if parameter.name == "status":
            assert any(set(parameter.choices) - {"unreported"} <= words for words in known)


# ---------------------------------------------------------------- names and ids

THINGS = """
@prefix id: <https://w3id.org/diplokg/id/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> . @prefix dk: <https://w3id.org/diplokg/ontology#> .
@prefix article: <https://w3id.org/diplokg/article/> .
<https://w3id.org/diplokg/id/country/GE> a dk:Country ; skos:prefLabel "Georgia"@en ; skos:exactMatch wd:Q230 .
<https://w3id.org/diplokg/id/event/0a1b2c3d> a dk:Event .
<https://w3id.org/diplokg/id/agreement/x> a dk:Agreement ; skos:prefLabel "Pact of X"@en .
<https://w3id.org/diplokg/article/9f8e/agreement/x> a dk:ReportedAgreement ; skos:prefLabel "Pact of X"@en , "the pact"@en ;
  dk:aboutAgreement <https://w3id.org/diplokg/id/agreement/x> .
<https://w3id.org/diplokg/article/9f8e> a dk:Article .
"""


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        *((given, "id/country/GE") for given in (
            "https://w3id.org/diplokg/id/country/GE", "<https://w3id.org/diplokg/id/country/GE>", "id:country/GE",
            "id/country/GE", "country/GE", "GE", "wd:Q230", "Q230", "http://www.wikidata.org/entity/Q230", "georgia",
        )),
        *((given, "id/event/0a1b2c3d") for given in ("event/0a1b2c3d", "0a1b2c3d", "id:event/0a1b2c3d")),
        *((given, "article/9f8e") for given in ("article/9f8e", "article:9f8e", "9f8e")),
        ("Pact of X", "id/agreement/x"),
        ("the pact", "id/agreement/x"),
        ("article/9f8e/agreement/x", "article/9f8e/agreement/x"),
    ],
)  # fmt: skip
def test_an_id_is_known_in_every_form_in_which_it_is_shown(given: str, expected: str) -> None:
    store = ox.Store()
    store.load(THINGS.encode(), format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode("https://example.org/g"))
    assert called(store, given) == [iri.BASE + expected]


def test_a_question_is_found_by_name_file_or_text(tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text(QUESTION, "utf-8")
    assert find(str(file)).title == "How old someone is"
    assert find("ASK { ?s ?p ?o }").name == "SPARQL"
    with pytest.raises(QueryError, match="neither a question by name"):
        find("no-such-question")
    file.write_bytes(b"ASK { '\xff' }")
    with pytest.raises(QueryError, match="UTF-8"):
        find(str(file))


def test_a_name_two_things_bear_asks_for_both() -> None:
    store = ox.Store()
    store.load(
        DATA.replace("Zoé", "Ali bin Said").replace('"Ali bin Said"@fr', '"Ali bin Said"@en').encode(),
        format=ox.RdfFormat.TURTLE,
    )
    assert {row[0] for row in answer(store, parse("ages", QUESTION), {"who": "Ali bin Said"})} == {q(1), q(2)}


def test_without_parameters_the_text_is_run_as_it_stands() -> None:
    assert sparql(ox.Store(), parse("ages", QUESTION)) == QUESTION


def test_rows_are_equal_by_content() -> None:
    assert Rows(("a",), [(1,)]) == Rows(("a",), [(1,)])
    assert Rows(("a",), [(1,)]) != Rows(("b",), [(1,)])
