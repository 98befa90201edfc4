"""Writes kg/record.schema.json, the JSON Schema of a line of `kg extract`, from the values of kg/model.py: `make vocab`."""

import json
import sys
from pathlib import Path
from typing import Any, get_args, get_type_hints

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kg import model  # noqa: E402 - the model of this checkout, installed or not
from kg.record import BROADER, TENURES  # noqa: E402

Schema = dict[str, Any]

OFFSET: Schema = {"type": "integer", "minimum": 0}
NUMBER: Schema = {"type": "number"}
TEXT: Schema = {"type": "string"}
DAY: Schema = {"type": "string", "format": "date", "description": "YYYY-MM-DD."}
QID: Schema = {"type": "string", "pattern": "^Q[1-9][0-9]*$", "description": "Wikidata id."}
COMPARATOR: Schema = {"enum": ["about", "at_least", "at_most", "more_than", "less_than", "up_to"]}
QUANTITY_KINDS: Schema = {"enum": ["withdrawn", "remaining", "ceiling", "killed", "released"]}
WHEN: Schema = {"$ref": "#/$defs/when"}
TIMES: Schema = {
    "edtf": {"type": "string", "minLength": 1, "description": "EDTF, level 1."},
    "earliest": DAY,
    "latest": DAY,
    "modifier": {
        "type": "string",
        "description": "TIMEX3 mod: START MID END APPROX BEFORE ON_OR_BEFORE AFTER ON_OR_AFTER SINCE UNTIL.",
    },
}
SPAN: Schema = {"start": OFFSET, "end": OFFSET}


def one_of(values: Any) -> Schema:
    """Return the schema of a Literal."""
    return {"enum": list(get_args(values))}


def field(kind: type, name: str) -> Any:
    """Return the type of a field of a value."""
    return get_type_hints(kind)[name]


def ref(what: str) -> Schema:
    """Return the schema of an id."""
    return {"type": "string", "minLength": 1, "description": what}


def record(required: str, **properties: Schema) -> Schema:
    """Return the schema of an object; `required` names the properties that are never absent."""
    return {"type": "object", "required": required.split(), "additionalProperties": False, "properties": properties}


def many(item: Schema, what: str = "") -> Schema:
    """Return the schema of a list."""
    return {"type": "array", **({"description": what} if what else {}), "items": item}


def what_is_named() -> Schema:
    """Return the schemas of all lists but agreements and claims."""
    types = list(get_args(model.ActorType))
    return {
        "segments": many(
            record("kind start end", kind=one_of(model.SegmentKind), **SPAN),
            "What each part of the text is; claims are read from title, lead, body and caption.",
        ),
        "mentions": many(
            record(
                "start end text type form",
                **SPAN,
                text=TEXT,
                type={"enum": [*types, "place"]},
                form={
                    "enum": [form for form in get_args(model.MentionForm) if form not in {"demonym", "pronoun"}],
                    "description": 'A proper name, or what stands for one: "the Turkish minister", "French troops", "both sides".',
                },
                actor=ref(
                    "Id of `actors`; for the type place, of `places`; absent where only the looks of a name are known."
                ),
                metonym={"type": "string", "description": "CapitalForGovernment, BuildingForInstitution, CountryForGovernment ..."},
                term=record(
                    "office since until basis",
                    office={"type": "string", "minLength": 1},
                    office_id=ref("Id of the authority: its Wikidata item."),
                    since={"type": "string", "description": "EDTF; .. is open or unknown."},
                    until={"type": "string", "description": "EDTF; .. is open or unknown."},
                    basis={"type": "string", "description": "The table or export that has the term."},
                )
                | {"description": "The term of office by which the actor was told, where no name tells it."},
            ),
            "Names, and phrases that denote an actor or a place.",
        ),
        "actors": many(
            record(
                "id name type aliases linking",
                id=ref("Id."),
                name=TEXT,
                type={"enum": types},
                wikidata=QID,
                aliases=many(TEXT, "Other forms in this article."),
                linking=one_of(field(model.Actor, "linking")),
                candidates=many(
                    record(
                        "id",
                        id=ref("Of Wikidata or of the authority."),
                        score={"type": "number", "minimum": 0, "maximum": 1, "description": "How well it fits the article."},
                    ),
                    "Ids that it may have, best first, where none is sure.",
                ),
            ),
            "Who acts, is addressed or is credited; once each.",
        ),
        "places": many(
            record("id name", id=ref("Id; a country used as a place has the id of its actor."), name=TEXT, wikidata=QID),
            "Places named.",
        ),
        "dates": many(record("start end text edtf", **SPAN, text=TEXT, **TIMES), "Time expressions."),
        "quantities": many(
            record("start end text value unit", **SPAN, text=TEXT, value=NUMBER, low=NUMBER, high=NUMBER, unit=TEXT, comparator=COMPARATOR),
            "Numbers with what they count.",
        ),
        "roles": many(
            record(
                "person office start end",
                person=ref("Id of `actors`."),
                office={"type": "string", "description": "The title as written, without the country."},
                country=ref("Id of `actors` or `places`: whose office it is."),
                **SPAN,
                status={"enum": [status for status in get_args(model.RoleStatus) if status not in TENURES]},
                tenure={"enum": list(TENURES), "description": "How it is held, where that is neither plainly held nor former."},
            ),
            "Offices that persons are said to hold.",
        ),
    }  # fmt: skip


def agreements() -> Schema:
    """Return the schema of the agreements."""
    actor = ref("Id of `actors`.")
    commitment = record(
        "type status start end",
        type=TEXT,
        obligor=actor,
        obligee=actor,
        deadline=WHEN,
        status=one_of(field(model.Commitment, "status")),
        **SPAN,
    )
    agreement = record(
        "id name parties status commitments",
        id=ref("Id."),
        name=TEXT,
        date=WHEN,
        place=ref("Id of `places`."),
        parties=many(actor),
        status=one_of(field(model.Agreement, "status")),
        commitments=many(commitment, "Terms."),
    )
    return many(agreement, "Treaties, accords, memoranda, joint declarations.")


def claims() -> Schema:
    """Return the schema of the claims."""
    claim = record(
        "id event type status polarity factuality participants start end rule confidence",
        id=ref("Id."),
        event=ref("Shared by the claims of one article about one event."),
        type={"enum": [kind for kind in get_args(model.EventType) if kind not in BROADER]},
        status=one_of(model.Status),
        polarity=one_of(field(model.Claim, "polarity")),
        factuality=one_of(model.Factuality),
        hedge=TEXT,
        participants=many(record("actor role", actor=ref("Id of `actors`."), role=TEXT)),
        place=ref("Id of `places`."),
        when=WHEN,
        deadline=WHEN,
        quantity=record("value unit", value=NUMBER, low=NUMBER, high=NUMBER, unit=TEXT, kind=QUANTITY_KINDS, comparator=COMPARATOR),
        agreement=ref("Id of `agreements`."),
        attributed_to=ref("Id of `actors`; absent where the article speaks itself."),
        via=ref("Id of `actors`: the relaying agency."),
        **SPAN,
        rule=TEXT,
        confidence={"type": "number", "minimum": 0, "maximum": 1},
        disputes=ref("Id of the claim of the same article that its speaker says is not so."),
        format=record(
            "", round={"type": "integer", "minimum": 1}, session=one_of(model.Session), level=one_of(model.TalkLevel),
            stalled=TEXT, unblocked=TEXT,
        ),
    )  # fmt: skip
    return many(claim, "What the article says in one passage about one event.")


def schema() -> Schema:
    """Return the JSON Schema of a record."""
    whole = record(
        "id path language text segments mentions actors places dates quantities roles agreements claims",
        id={"type": "string", "pattern": "^[0-9a-f]{16}$", "description": "Hash over text, address, outlet and time of publication."},
        path={"type": "string", "description": "The file, or `file#item`."},
        language={"type": "string", "pattern": "^[a-z]{2}$", "description": "ISO 639-1."},
        title=TEXT,
        published={
            "type": "string",
            "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d",
            "description": "ISO 8601; with an offset from UTC where the source gives one.",
        },
        source={"type": "string", "description": "The outlet."},
        agency={"type": "string", "description": "The wire agency that it credits, as written."},
        text={"type": "string", "description": "As the source has it."},
        **what_is_named(),
        agreements=agreements(),
        claims=claims(),
    )  # fmt: skip
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://w3id.org/diplokg/record.schema.json",
        "title": "One article as `kg extract` writes it",
        "description": "Values that are absent are left out. Offsets are code points of `text`, end exclusive. "
        "Actors, places and agreements are referred to by id.",
        "$defs": {"when": record("edtf", **TIMES)},
        **whole,
    }


def render(value: Any, indent: int = 0) -> str:
    """Return a value as JSON, short objects and lists on one line."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) + indent <= 110 or not isinstance(value, dict | list):
        return line
    pad = " " * (indent + 2)
    if isinstance(value, dict):
        inner = ",\n".join(f"{pad}{json.dumps(key)}: {render(each, indent + 2)}" for key, each in value.items())
        return "{\n" + inner + "\n" + " " * indent + "}"
    return "[\n" + ",\n".join(pad + render(each, indent + 2) for each in value) + "\n" + " " * indent + "]"


if __name__ == "__main__":
    target = ROOT / "kg" / "record.schema.json"
    target.write_text(render(schema()) + "\n", encoding="utf-8")
    sys.stderr.write(f"wrote {target.relative_to(ROOT)}\n")
