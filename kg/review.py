"""What of a store is worth a person's look, most uncertain first; and the decisions that come back.

pending    links to be judged, joins by weak rules, doubts and disagreements of persons -> rows
decided    rows with decisions, from a CSV file -> judgements, all or none
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal, get_args

import pyoxigraph as ox

from kg import decide, iri, judgements
from kg.errors import InputError, KgError
from kg.judgements import Judgement, Rulings, Verdict
from kg.judgements.things import name, objects
from kg.link.scoring import settings
from kg.store import Store
from kg.vocab import DK, OA, VERDICTS

__all__ = ["COLUMNS", "KINDS", "Kind", "Pending", "decided", "pending"]

Kind = Literal["contested", "unsure", "link", "join"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
"""contested: persons differ; unsure: a person could not tell; link: an item to be judged; join: by a weak rule."""
COLUMNS = (
    "decision",
    "why",
    "kind",
    "name",
    "other name",
    "doubt",
    "said",
    "sentence",
    "other sentence",
    "one",
    "other",
)
"""Of the file that is edited: `decision` and `why` are for the reader, `one` and `other` say what is judged."""

_SURE = 0.5
"""Of the rule of a join: those surer than this are not worth a look."""
_SENTENCES = 2
_CONSOLIDATED = ox.NamedNode(iri.graph("consolidated"))
_MOST_ERRORS = 20


@dataclass(frozen=True, slots=True)
class Pending:
    """Two things on which somebody should decide."""

    kind: Kind
    one: str
    other: str
    name: str
    other_name: str
    doubt: float
    """From 0 (sure) to 1."""
    said: str
    """What is said of the pair so far, and by whom."""
    sentences: tuple[str, ...] = ()
    other_sentences: tuple[str, ...] = ()

    def row(self) -> tuple[object, ...]:
        """Return the values of `COLUMNS`; nothing is decided."""
        one, other = (" | ".join(each) for each in (self.sentences, self.other_sentences))
        told = (self.name, self.other_name, round(self.doubt, 3), self.said, one, other)
        return ("", "", self.kind, *told, _short(self.one), _short(self.other))


def _short(node: str) -> str:
    return node.removeprefix(iri.WIKIDATA).removeprefix(iri.ENTITY).removeprefix(iri.BASE)


def pending(store: ox.Store, kinds: Sequence[Kind] = (), limit: int | None = None) -> list[Pending]:
    """Return what is worth a person's look, most uncertain first."""
    rulings = Rulings(judgements.read(store))
    found = [*_by_persons(store, rulings), *_links(store, rulings), *_joins(store, rulings)]
    chosen = [each for each in found if not kinds or each.kind in kinds]
    chosen.sort(key=lambda each: (-each.doubt, KINDS.index(each.kind), each.one, each.other))
    return [_with_sentences(store, each) for each in chosen[:limit]]


def _by_persons(store: ox.Store, rulings: Rulings) -> Iterator[Pending]:
    contested = {words[-1].pair: words for words in rulings.contested()}
    for pair, words in contested.items():
        said = "; ".join(_said(each) for each in words)
        yield _pending(store, "contested", *pair, 1.0, said)
    for each in rulings.rulings():
        if each.verdict == "unsure" and each.by.is_person and each.pair not in contested:
            yield _pending(store, "unsure", *each.pair, 0.95, _said(each))


def _said(each: Judgement) -> str:
    return f"{each.by.name}, {each.last:%Y-%m-%d}: {each.verdict}" + (f" ({each.why})" if each.why else "")


def _links(store: ox.Store, rulings: Rulings) -> Iterator[Pending]:
    """Yield the candidates that linkers left open: the nearer to the threshold, the more in doubt."""
    threshold = settings().threshold
    for each in rulings.rulings():
        if each.verdict == "unsure" and each.item and not each.by.is_person:
            doubt = 0.9 - abs(threshold - (each.score or 0.0)) * 0.8
            called = each.why.partition(": ")[0] or each.item
            said = f"{each.score or 0:.2f}: {each.why}"
            item = iri.wikidata(each.item)
            yield Pending("link", each.thing, item, _name(store, each.thing), called, round(doubt, 4), said)


def _joins(store: ox.Store, rulings: Rulings) -> Iterator[Pending]:
    """Yield the joins of reports by weak rules that no person has judged."""
    same = ox.NamedNode(VERDICTS["same"])
    decided_on = {**rulings.reports("event"), **rulings.reports("agreement")}
    for quad in store.quads_for_pattern(None, ox.NamedNode(DK.verdict), same, _CONSOLIDATED):
        node = quad.subject.value if isinstance(quad.subject, ox.NamedNode) else ""
        score = float(next(iter(objects(store, node, DK.score)), "1"))
        pair = objects(store, node, DK.judges)
        if score <= _SURE and len(pair) == 2 and (pair[0], pair[1]) not in decided_on:
            why = "; ".join(objects(store, node, DK.reason))
            rule = next(iter(objects(store, node, DK.rule)), "")
            yield _pending(store, "join", pair[0], pair[1], 0.8 - score, f"joined by {rule}: {why}")


def _pending(store: ox.Store, kind: Kind, one: str, other: str, doubt: float, said: str) -> Pending:
    if one.startswith(iri.WIKIDATA):
        one, other = other, one
    return Pending(kind, one, other, _name(store, one), _name(store, other), round(doubt, 4), said)


def _name(store: ox.Store, node: str) -> str:
    """Return the name of a thing; of a report, that of what it is a report of."""
    for predicate in (DK.aboutEvent, DK.aboutAgreement):
        whole = objects(store, node, predicate)
        if whole:
            return name(store, whole[0])
    return name(store, node)


def _with_sentences(store: ox.Store, each: Pending) -> Pending:
    shown = (_sentences(store, each.one), _sentences(store, each.other))
    return Pending(
        each.kind, each.one, each.other, each.name, each.other_name, each.doubt, each.said, shown[0], shown[1]
    )


def _sentences(store: ox.Store, node: str) -> tuple[str, ...]:
    """Return the first sentences that tell of a thing: of a report, its own; else of any claim that names the thing."""
    told: set[str] = set()
    for quad in store.quads_for_pattern(None, None, ox.NamedNode(node), None):
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(iri.article("")):
            told.add(quad.subject.value)
    passages = [passage for each in sorted({node, *told}) for passage in objects(store, each, DK.evidence)]
    passages += [passage for each in sorted(told) for passage in objects(store, each, OA.hasTarget)]
    found: dict[str, None] = {}
    for passage in passages:
        for selector in objects(store, passage, OA.hasSelector):
            for quote in objects(store, selector, OA.refinedBy):
                found |= dict.fromkeys(" ".join(text.split()) for text in objects(store, quote, OA.exact))
        if len(found) >= _SENTENCES:
            break
    return tuple(found)[:_SENTENCES]


# ---------------------------------------------------------------- decisions


def decided(store: Store, file: Path, by: str, when: datetime) -> list[Judgement]:
    """Return the judgements that the rows of a file come to; a row without decision comes to none.

    Raises:
        InputError: the file cannot be read, or a row is wrong; every wrong row is named with its line and the reason.
    """
    made: dict[tuple[str, str], Judgement] = {}
    wrong: list[str] = []
    for line, row in _rows(file):
        try:
            each = _judgement(store, row, by, when)
            if each is not None:
                other = made.setdefault(each.pair, each)
                if other.verdict != each.verdict:
                    wrong.append(f"line {line}: the same pair is {other.verdict!r} in an earlier row.")
        except KgError as error:
            wrong.append(f"line {line}: {error}")
    if wrong:
        more = f" ... and {len(wrong) - _MOST_ERRORS} more." if len(wrong) > _MOST_ERRORS else ""
        raise InputError(f"{file}: {' '.join(wrong[:_MOST_ERRORS])}{more} Nothing is recorded: mend these rows.")
    return list(made.values())


def _judgement(store: Store, row: dict[str, str], by: str, when: datetime) -> Judgement | None:
    decision = row["decision"].strip().lower()
    if not decision:
        return None
    verdicts: dict[str, Verdict] = {word: word for word in get_args(Verdict)}
    if decision not in verdicts:
        raise InputError(f"decision {decision!r} is none of {', '.join(verdicts)}.")
    one, other = row["one"].strip(), row["other"].strip()
    if not one or not other:
        raise InputError("the columns one and other say what is judged; one is empty.")
    who = row.get("by", "").strip() or by
    return decide.judgement(store, one, other, verdicts[decision], by=who, why=row.get("why", ""), when=when)


def _rows(file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row with the line on which it begins; separated by comma, semicolon or tab, as programs write it."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{file}: cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: is not in UTF-8 (byte {error.start}). Save it as CSV in UTF-8.") from error
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        columns = [each.strip().lower() for each in next(reader, [])]
        missing = [each for each in ("decision", "one", "other") if each not in columns]
        if missing:
            raise InputError(
                f"{file}: lacks the column {', '.join(missing)}. Make the file with: kg review STORE --csv"
            )
        line = reader.line_num + 1
        for values in reader:
            if values:
                padded = [*values, *[""] * (len(columns) - len(values))]
                yield line, dict(zip(columns, padded, strict=False))
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(f"{file}, line {reader.line_num}: not CSV ({error}).") from error
