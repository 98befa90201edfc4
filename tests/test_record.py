"""The JSON object of `kg extract`: its schema, its references, its offsets."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import by_hand
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose import prose

from kg import load, model, pipeline
from kg.model import Claim, Extraction, Mention, Participant, Reading, Term, Troops, When
from kg.record import BROADER, record, schema

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = sorted(file for code in ("fr", "en") for file in (ROOT / "data/articles" / code).iterdir())
VALIDATOR = jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker())


def parts(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object within a record."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from parts(each)


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize(
    ("path", "values"),
    [
        (("segments", "kind"), get_args(model.SegmentKind)),
        (("actors", "type"), get_args(model.ActorType)),
        (("mentions", "type"), (*get_args(model.ActorType), "place")),
        (("claims", "type"), tuple(kind for kind in get_args(model.EventType) if kind not in BROADER)),
        (("claims", "status"), get_args(model.Status)),
        (("claims", "factuality"), get_args(model.Factuality)),
    ],
)
def test_the_schema_lists_the_values_of_the_model(path: tuple[str, str], values: tuple[str, ...]):
    assert schema()["properties"][path[0]]["items"]["properties"][path[1]]["enum"] == list(values)


def test_no_object_of_the_schema_allows_more_than_it_names():
    objects = [each for each in parts(schema()) if each.get("type") == "object"]
    assert objects
    assert all(
        each["additionalProperties"] is False and set(each["required"]) <= set(each["properties"]) for each in objects
    )


def test_an_extraction_by_hand_comes_out_whole():
    found = record(by_hand.extraction())
    VALIDATOR.validate(found)
    assert found["published"] == "2020-11-21T11:26:00+00:00"
    assert [claim["status"] for claim in found["claims"]] == [claim.status for claim in by_hand.claims()]
    assert json.loads(json.dumps(found)) == found


def test_what_is_absent_is_left_out():
    extraction = Extraction(Reading(by_hand.article()))
    assert all(value is not None for each in parts(record(extraction)) for value in each.values())
    assert "attributed_to" not in record(extraction)


@pytest.mark.parametrize(
    ("mention", "says"),
    [
        (Mention(0, 4, "Doha", "place", "name", place="city/doha"), {"type": "place", "actor": "city/doha"}),
        (
            Mention(0, 4, "Mali", "country", "name", actor="country/ML", place="country/ML"),
            {"type": "country", "actor": "country/ML"},
        ),
        (Mention(0, 6, "accord", "agreement", "description", agreement="local/x"), None),
        (Mention(0, 6, "Accord", "agreement", "name", agreement="local/x"), None),
        (Mention(0, 4, "Ayxu", "place", "name", confidence=0.3), {"type": "place"}),
        (Mention(0, 4, "Ayxu", "person", "name", confidence=0.3), {"type": "person"}),
        (Mention(0, 4, "turc", "country", "demonym", actor="country/TR"), None),
        (Mention(0, 4, "Elle", "person", "pronoun", actor="person/x"), None),
        (Mention(0, 4, "camp", "armed_group", "description"), None),
        (
            Mention(0, 9, "consul de", "country", "office", actor="country/RO"),
            {"type": "person", "actor": "country/RO"},
        ),
        (
            Mention(0, 9, "consuls d", "country", "group", actor="country/RO"),
            {"type": "population", "actor": "country/RO"},
        ),
        (
            Mention(0, 9, "régime de", "country", "group", actor="country/RO", metonym="CountryForGovernment"),
            {"type": "government", "actor": "country/RO"},
        ),
    ],
)
def test_a_mention_names_what_it_denotes(mention: Mention, says: dict[str, str] | None):
    found = record(Extraction(Reading(by_hand.article(), mentions=(mention,))))["mentions"]
    assert [{key: each[key] for key in ("type", "actor") if key in each} for each in found] == ([says] if says else [])


def test_a_description_is_shown_where_it_leads_to_somebody_known_or_named():
    nobody = Mention(0, 4, "gang", "armed_group", "description", actor="local/armedgroup/gang")
    known = Mention(0, 4, "gang", "armed_group", "description", actor="armedgroup/taliban")
    name = Mention(10, 14, "Abcd", "armed_group", "name", actor="local/armedgroup/gang")

    def shown(*mentions: Mention) -> list[str]:
        found = record(Extraction(Reading(by_hand.article(), mentions=mentions)))["mentions"]
        return [each["form"] for each in found]

    assert shown(nobody) == []
    assert shown(known) == ["description"]
    assert shown(nobody, name) == ["description", "name"]


def test_a_pronoun_and_a_group_of_nobody_known_are_not_shown():
    latter = Mention(40, 50, "the latter", "person", "description", actor="person/x")
    group = Mention(0, 12, "Chad's gangs", "armed_group", "group", actor="local/armed_group/armed-groups-of-chad")
    country = Mention(0, 4, "Chad", "country", "demonym", actor="country/TD")

    def shown(*mentions: Mention) -> list[str]:
        found = record(Extraction(Reading(by_hand.article(), mentions=mentions)))["mentions"]
        return [each["text"] for each in found]

    assert shown(latter) == []
    assert shown(group) == []
    assert shown(group, country) == ["Chad's gangs"]


@pytest.mark.parametrize(
    ("others", "shown"),
    [
        ((), True),
        ((Mention(18, 27, "Abc Defgh", "person", "name", actor="person/x"),), False),
        ((Mention(19, 27, "bc Defgh", "person", "name", actor="person/x"),), False),
        ((Mention(18, 27, "Abc Defgh", "person", "name", actor="person/y"),), True),
        ((Mention(40, 49, "Abc Defgh", "person", "name", actor="person/x"),), True),
    ],
)
def test_an_office_is_shown_unless_its_holder_is_named_beside_it(others: tuple[Mention, ...], *, shown: bool):
    office = Mention(0, 17, "ministre de l'air", "person", "office", actor="person/x")
    found = record(Extraction(Reading(by_hand.article(), mentions=(office, *others))))["mentions"]
    assert ("office" in [each["form"] for each in found]) is shown


@pytest.mark.parametrize(
    ("troops", "says"),
    [
        (Troops(value=2000.0, kind="withdrawn"), {"value": 2000, "unit": "soldiers", "kind": "withdrawn"}),
        (Troops(value=1.2, unit="usd"), {"value": 1.2, "unit": "usd"}),
        (Troops(value=3.0, kind="wounded"), {"value": 3, "unit": "soldiers"}),
        (Troops(extent="all"), None),
        (None, None),
    ],
)
def test_a_quantity_has_a_value_or_is_left_out(troops: Troops | None, says: dict[str, Any] | None):
    claim = Claim("c", "e", "withdrawal", "planned", 0, 4, "r", quantity=troops)
    found = record(Extraction(Reading(by_hand.article()), claims=(claim,)))["claims"][0]
    assert found.get("quantity") == says


def test_a_source_without_a_name_is_an_actor_of_type_population():
    source = "unnamed:un diplomate"
    claim = Claim(
        "c",
        "e",
        "statement",
        "occurred",
        0,
        4,
        "r",
        participants=(Participant(source, "speaker"),),
        attributed_to=source,
    )
    found = record(Extraction(Reading(by_hand.article()), claims=(claim,)))
    assert found["claims"][0]["attributed_to"] == source
    assert [(one["id"], one["name"], one["type"]) for one in found["actors"]] == [
        (source, "un diplomate", "population")
    ]


@given(
    st.builds(When, st.text(min_size=1), *[st.none() | st.dates()] * 2, st.none() | st.sampled_from(["MID", "APPROX"]))
)
def test_a_time_keeps_its_bounds(when: When):
    claim = Claim("c", "e", "visit", "planned", 0, 4, "r", when=when)
    found = record(Extraction(Reading(by_hand.article()), claims=(claim,)))["claims"][0]["when"]
    assert found["edtf"] == when.edtf
    assert {name: date.fromisoformat(found[name]) for name in ("earliest", "latest") if name in found} == {
        name: value for name, value in (("earliest", when.earliest), ("latest", when.latest)) if value
    }


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.name)
def test_the_record_of_a_sample_article_is_valid_and_whole(file: Path):
    for article in load.articles([file]):
        assert isinstance(article, model.Article)
        found = record(pipeline.extract(article))
        VALIDATOR.validate(found)
        actors, places = ({each["id"] for each in found[kind]} for kind in ("actors", "places"))
        assert len(actors) == len(found["actors"]), "one actor a referent"
        assert not [each for each in found["mentions"] if each.get("actor") not in {None, *actors, *places}]
        assert not [each for each in found["roles"] if each["person"] not in actors]
        assert not [each for each in found["roles"] if each.get("country") not in {None, *actors, *places}]
        agreements = {each["id"] for each in found["agreements"]}
        for claim in found["claims"]:
            named = {claim.get("attributed_to"), claim.get("via"), *(each["actor"] for each in claim["participants"])}
            assert named - {None} <= actors, claim
            assert claim.get("place") in {None, *places}, claim
            assert claim.get("agreement") in {None, *agreements}, claim
        for agreement in found["agreements"]:
            terms = agreement["commitments"]
            named = {*agreement["parties"], *(term.get(side) for term in terms for side in ("obligor", "obligee"))}
            assert named - {None} <= actors, agreement
            assert agreement.get("place") in {None, *places}, agreement
        for each in parts(found):
            if "start" in each:
                assert 0 <= each["start"] < each["end"] <= len(found["text"])
                if "text" in each:
                    assert found["text"][each["start"] : each["end"]] == each["text"]


def test_the_shipped_schema_is_the_one_of_the_model():
    written = subprocess.run(
        [sys.executable, "-c", CODE], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert json.loads(written.stdout) == schema(), "run: make vocab"


CODE = "import sys, json; sys.path.insert(0, 'tools'); from write_schema import schema; json.dump(schema(), sys.stdout)"


def test_the_status_of_a_role_is_one_of_three_and_tenure_tells_more():
    text = "Acting Defense Secretary Christopher Miller met President Ashraf Ghani in Kabul."
    article = prose("en", text)
    told = record(pipeline.extract(article))
    VALIDATOR.validate(told)
    assert {(role["status"], role.get("tenure")) for role in told["roles"]} == {("held", "acting"), ("held", None)}


def test_a_mention_that_a_term_of_office_tells_shows_it():
    term = Term("person/x", "Foreign Minister of Qatar", "Q1", "QA", "2016-01-27", "..", "actors.csv: curated")
    office = Mention(0, 17, "ministre de l'air", "person", "office", actor="person/x", term=term)
    (found,) = record(Extraction(Reading(by_hand.article(), mentions=(office,))))["mentions"]
    assert found["term"] == {
        "office": "Foreign Minister of Qatar",
        "office_id": "Q1",
        "since": "2016-01-27",
        "until": "..",
        "basis": "actors.csv: curated",
    }
