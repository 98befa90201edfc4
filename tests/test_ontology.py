"""The Turtle, its Python names, its page and its context say the same; kg/model.py and the event grammar use its words."""

import importlib.util
import json
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import get_args

import by_hand
import pyoxigraph as ox
import pytest

from kg import graph, model, share, vocab

ROOT = Path(__file__).resolve().parent.parent
DK, SKOS = vocab.PREFIXES["dk"], vocab.PREFIXES["skos"]
LABELS = (vocab.PREFIXES["rdfs"] + "label", SKOS + "prefLabel")
OWL = "http://www.w3.org/2002/07/owl#"


def tool(name: str) -> ModuleType:
    """Import a script of tools/."""
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(ROOT / "tools"))
    return module


def ontology() -> dict[str, list[ox.Triple]]:
    """Return the triples of the Turtle by subject."""
    found: dict[str, list[ox.Triple]] = {}
    for triple in ox.parse(path=str(share.path("ontology", "diplokg.ttl"))):
        found.setdefault(triple.subject.value, []).append(triple)
    return found


TERMS = ontology()
OWN = sorted(name for name in TERMS if name.startswith((DK, vocab.PREFIXES["et"])))


def values(name: str, predicate: str) -> list[str]:
    return [triple.object.value for triple in TERMS[name] if triple.predicate.value == predicate]


def tier(name: str) -> str:
    return "".join(values(name, DK + "tier"))


@pytest.mark.parametrize(
    ("file", "script"),
    [("kg/vocab.py", "write_vocab"), ("ontology/context.jsonld", "write_context")],
)
def test_what_is_written_from_the_turtle_is_current(file: str, script: str) -> None:
    assert (ROOT / file).read_text(encoding="utf-8") == tool(script).render(), f"run make vocab: {file} is old"


def test_the_page_of_the_ontology_is_current() -> None:
    page = (ROOT / "ontology" / "README.md").read_text(encoding="utf-8")
    assert page == tool("write_ontology_readme").render(page), "run make diagram: ontology/README.md is old"


@pytest.mark.parametrize("name", OWN)
def test_every_term_has_an_english_and_a_french_label_and_a_comment(name: str) -> None:
    labels = [triple.object for triple in TERMS[name] if triple.predicate.value in LABELS]
    assert sorted(label.language for label in labels if isinstance(label, ox.Literal)) == ["en", "fr"]
    assert len(values(name, vocab.PREFIXES["rdfs"] + "comment")) == 1
    assert tier(name) in {"core", "detail", "role", "concept"}


def test_the_core_is_small() -> None:
    kinds = {name: set(values(name, vocab.RDF.type)) for name in TERMS if tier(name) == "core"}
    classes = [name for name, kind in kinds.items() if OWL + "Class" in kind]
    assert len(classes) <= 17
    assert len(kinds) - len(classes) <= 33


@pytest.mark.parametrize("name", [name for name in OWN if tier(name) in {"core", "role"}])
def test_core_classes_and_properties_are_aligned_or_have_ends(name: str) -> None:
    aligned = [
        triple for triple in TERMS[name] if triple.predicate.value.endswith(("subClassOf", "subPropertyOf", "Match"))
    ]
    ends = [triple for triple in TERMS[name] if triple.predicate.value.endswith(("domain", "range", "Includes"))]
    assert aligned or ends


def test_classes_and_properties_that_are_named_exist() -> None:
    objects = {
        triple.object.value for found in TERMS.values() for triple in found if isinstance(triple.object, ox.NamedNode)
    }
    assert {name for name in objects if name.startswith(DK)} <= set(TERMS)


@pytest.mark.parametrize(
    ("words", "table"),
    [
        (model.EventType, vocab.EVENT_TYPES),
        (model.ActorType, vocab.ACTOR_CLASSES),
        (model.Status, vocab.EVENT_STATUSES),
        (model.Factuality, vocab.FACTUALITIES),
        (model.Claim.__annotations__["polarity"], vocab.POLARITIES),
        (model.Commitment.__annotations__["status"], vocab.COMMITMENT_STATUSES),
        (model.Agreement.__annotations__["status"], vocab.AGREEMENT_STATUSES),
        (model.Role.__annotations__["status"], vocab.ROLE_STATUSES),
        (model.Actor.__annotations__["linking"], vocab.LINKING_STATUSES),
        (get_args(model.Troops.__annotations__["kind"])[0], vocab.QUANTITY_KINDS),
        (get_args(model.Troops.__annotations__["extent"])[0], vocab.EXTENTS),
    ],
)
def test_the_words_of_the_model_are_those_of_the_ontology(words: object, table: dict[str, object]) -> None:
    assert set(get_args(words)) == set(table)


def test_the_roles_of_the_event_grammar_are_those_of_the_ontology() -> None:
    grammar = tomllib.loads(share.path("data", "events.toml").read_text(encoding="utf-8"))
    wrong = {
        (kind, role)
        for kind, words in grammar.items()
        for role in words.get("slots", {}).values()
        if role not in vocab.EVENT_TYPES[kind].roles
    }
    assert wrong == set()


def test_the_shapes_and_rules_use_terms_that_exist() -> None:
    known = set(TERMS)
    for triple in ox.parse(path=str(share.path("ontology", "shapes.ttl"))):
        for term in (triple.predicate, triple.object):
            name = getattr(term, "value", "")
            assert not name.startswith(DK) or name in known or name == DK or name.endswith(("Shape", "Value")), name
    for file in share.path("ontology", "rules").glob("*.rq"):
        words = re.findall(r"\bdk:(\w+)", file.read_text(encoding="utf-8"))
        assert {DK + word for word in words} <= known, file.name


def test_the_vocabulary_costs_no_rdf_library() -> None:
    import subprocess

    code = "import sys, kg.vocab; print(sorted({'rdflib', 'pyoxigraph'} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout.strip() == "[]"


def test_the_context_reads_plain_json_as_the_graph_has_it() -> None:
    context = json.loads(share.path("ontology", "context.jsonld").read_text(encoding="utf-8"))
    document = {
        **context,
        "id": "https://w3id.org/diplokg/article/0/claim/1",
        "type": "Claim",
        "reportsEvent": "https://w3id.org/diplokg/article/0/event/1",
        "confidence": "0.9",
        "attributionCue": {"fr": "a indiqué"},
        "host": "https://w3id.org/diplokg/id/country/QA",
    }
    found = {
        (triple.predicate.value, str(triple.object))
        for triple in ox.parse(json.dumps(document), format=ox.RdfFormat.JSON_LD)
    }
    assert (vocab.DK.reportsEvent, "<https://w3id.org/diplokg/article/0/event/1>") in found
    assert (vocab.DK.confidence, '"0.9"^^<http://www.w3.org/2001/XMLSchema#double>') in found
    assert (vocab.DK.attributionCue, '"a indiqué"@fr') in found
    assert (vocab.ROLES["host"], "<https://w3id.org/diplokg/id/country/QA>") in found


def test_the_datatypes_of_the_graph_are_the_ranges_of_the_ontology() -> None:
    ranges = {name: values(name, vocab.PREFIXES["rdfs"] + "range") for name in OWN}
    for quad in graph.quads(by_hand.extraction()):
        wanted = ranges.get(quad.predicate.value)
        if not wanted or not isinstance(quad.object, ox.Literal):
            continue
        found = quad.object.datatype.value
        whole = found.endswith("#integer") and wanted[0].endswith("#decimal")
        assert found == wanted[0] or whole, quad
