"""Asks Wikidata for offices, their holders, organisations and agreements, in polite batches.

    classes -> offices -> terms -> people -> names          organisations, agreements -> names

Each answer goes into a journal (kg/link/journal.py) when it comes, so that a run that was killed goes on where it was.
A batch whose answer is refused is asked in halves, down to the one thing that spoils it, which is reported.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from kg.authority.tables import rows as table
from kg.errors import EndpointError, InputError, RefusedError
from kg.link import questions
from kg.link.answers import Row, Term
from kg.link.facts import Finding
from kg.link.journal import Journal
from kg.link.labels import Named, grouped
from kg.link.wikidata import Answer, Wikidata

__all__ = ["Class", "Gathered", "Office", "Thing", "Wanted", "classes", "gather"]

_STATES, _OFFICES, _ITEMS = 40, 15, 50
"""Things that one question names."""

Tell = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Class:
    """A row of data/authority/classes.csv: what is asked for under one kind, and how it is found."""

    kind: str
    asks: str
    """offices, organisations or agreements."""
    type: str
    qid: str
    labels: tuple[str, ...]
    state: str
    """Property that names the state first: P1001 (applies to jurisdiction) or P17 (country)."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an update is to bring."""

    kinds: tuple[str, ...]
    states: tuple[str, ...] = ()
    """ISO codes; none: all."""
    since: int = 1990
    until: int = 2100
    languages: tuple[str, ...] = ("en", "fr")


@dataclass(frozen=True, slots=True)
class Office:
    """An office with its kind and the state that it is of, as an ISO code; empty: of no one state."""

    qid: str
    kind: str
    country: str


@dataclass(frozen=True, slots=True)
class Thing:
    """An organisation or agreement."""

    qid: str
    type: str
    country: str = ""
    signed: str = ""


@dataclass(slots=True)
class Gathered:
    """What Wikidata answered, before it is held against what can be and what is known."""

    offices: dict[str, Office] = field(default_factory=dict)
    things: dict[str, Thing] = field(default_factory=dict)
    terms: list[Row] = field(default_factory=list)
    people: list[Row] = field(default_factory=list)
    names: dict[str, Named] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def classes(shipped: Path) -> dict[str, Class]:
    """Return the classes that can be asked for, by kind."""
    return {
        row["kind"]: Class(
            row["kind"], row["asks"], row["type"], row["qid"], tuple(row["labels"].split(";")) if row["labels"] else (), row["state"]
        )
        for row in table(shipped / "classes.csv")
    }  # fmt: skip


def gather(wikidata: Wikidata, wanted: Wanted, journal: Journal, shipped: Path, tell: Tell | None = None) -> Gathered:
    """Ask for all that is wanted.

    Raises:
        InputError: a kind or state is unknown.
        EndpointError: the service cannot be asked; what it answered before stays in the journal.
    """
    return _Harvest(wikidata, wanted, journal, shipped, tell).run()


class _Harvest:
    def __init__(self, wikidata: Wikidata, wanted: Wanted, journal: Journal, shipped: Path, tell: Tell | None) -> None:
        self._wikidata, self._wanted, self._journal, self._tell = wikidata, wanted, journal, tell
        self._shipped = shipped
        self._found = Gathered()
        known = classes(shipped)
        unknown = [kind for kind in wanted.kinds if kind not in known]
        if unknown:
            raise InputError(f"no kind {', '.join(unknown)}. Known: {', '.join(known)}.")
        self._classes = [known[kind] for kind in dict.fromkeys(wanted.kinds)]
        by_iso = {row["iso2"]: row["qid"] for row in table(shipped / "demonyms.csv") if row["qid"]}
        unknown = [iso for iso in wanted.states if iso not in by_iso]
        if unknown:
            raise InputError(f"no state {', '.join(unknown)}. Use ISO 3166-1 codes such as QA or FR.")
        unknown = [code for code in wanted.languages if not re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", code)]
        if unknown:
            raise InputError(f"no language {', '.join(unknown)}. Use codes of Wikidata such as fr or zh-hant.")
        self._iso = {qid: iso for iso, qid in by_iso.items()}
        self._states = tuple(by_iso[iso] for iso in wanted.states)

    def run(self) -> Gathered:
        """Ask step by step; each step needs what the one before it brought."""
        found = self._found
        ids = {each.kind: self._class_ids(each) for each in self._classes}
        for each in self._classes:
            for class_ in ids[each.kind]:
                self._take_class(each, class_)
        for class_ in {qid for some in ids.values() for qid in some}:
            found.offices.pop(class_, None)
        between = partial(questions.terms, since=self._wanted.since, until=self._wanted.until)
        found.terms = self._asked("terms", _cut(sorted(found.offices), _OFFICES), between)
        people = sorted({row["person"].id for row in found.terms if row["person"].id})
        found.people = self._asked("people", _cut(people, _ITEMS), questions.people)
        held = {row["office"].id for row in found.terms}
        languages = {"en", "mul", *self._wanted.languages}
        named = sorted({*people, *found.things, *(office for office in found.offices if office in held)})
        found.names = grouped(self._asked("names", _cut(named, _ITEMS), partial(questions.names, languages=languages)))
        return found

    def _class_ids(self, each: Class) -> list[str]:
        """Return the ids of a class: the one that is known, and those that bear one of its labels."""
        ids = [each.qid] if each.qid else []
        if each.labels:
            rows = self._asked(f"class {each.kind}", [each.labels], questions.classes)
            ids += sorted({row["class"].id for row in rows if row["class"].id})
        return list(dict.fromkeys(ids))

    def _take_class(self, each: Class, class_: str) -> None:
        some = _cut(self._states, _STATES) if self._states else [()]
        if each.asks == "offices":
            self._take_offices(each, self._asked(f"offices {each.kind}", some, partial(questions.offices, class_)))
        elif each.asks == "organisations":
            rows = self._asked(f"organisations {each.kind}", some, partial(questions.organisations, class_))
            self._take_things(each, rows)
        else:
            for year in range(self._wanted.since, self._wanted.until + 1):
                asks = partial(questions.treaties, class_, year=year)
                self._take_things(each, self._asked(f"agreements {year}", some, asks))

    def _take_offices(self, each: Class, rows: Iterable[Row]) -> None:
        """Note the offices of states, each of the first kind that claims it; those of regions are left out."""
        for known in table(self._shipped / "offices.csv"):
            if known["kind"] == each.kind and (not self._states or known["country"] in self._wanted.states):
                self._found.offices.setdefault(known["qid"], Office(known["qid"], known["kind"], known["country"]))
        said: dict[str, tuple[set[str], set[str]]] = {}
        for row in rows:
            if row["office"].id:
                for name, ids in zip(
                    ("country", "applies"), said.setdefault(row["office"].id, (set(), set())), strict=True
                ):
                    ids.update({row[name].id} - {""} if name in row else ())
        for office in sorted(said):
            country, applies = said[office]
            first = (country or applies) if each.state == "P17" else (applies or country)
            codes = sorted({self._iso[qid] for qid in first if qid in self._iso})
            if self._wanted.states:
                codes = [code for code in codes if code in self._wanted.states]
            if codes or (not first and not self._states):
                iso = codes[0] if len(codes) == 1 else ""
                self._found.offices.setdefault(office, Office(office, each.kind, iso))

    def _take_things(self, each: Class, rows: Iterable[Row]) -> None:
        """Note organisations and agreements; one that is a human being, too, is reported."""
        for row in rows:
            item = row["item"].id
            if not item:
                continue
            if "human" in row:
                self._found.findings.append(Finding("mismatch", item, f"both {each.kind} and a human being"))
                continue
            iso = self._iso.get(row.get("state", _NONE).id, "")
            new = Thing(item, each.type, iso, signed_on(row))
            old = self._found.things.get(item)
            if old is None:
                self._found.things[item] = new
            elif old.country != new.country and old.type == new.type:
                self._found.things[item] = Thing(item, old.type, "", old.signed)

    # ---------------------------------------------------------------- asking

    def _asked(
        self, step: str, batches: Sequence[Sequence[str]], make: Callable[[Sequence[str]], questions.Question]
    ) -> list[Row]:
        """Return the rows of all batches of a step, from the journal where it has them."""
        rows: list[Row] = []
        waiting = [batch for batch in batches if batch or step.split(maxsplit=1)[0] in _WHOLE]
        done, total = 0, len(waiting)
        while waiting:
            asked = [(batch, make(batch)) for batch in waiting]
            kept = {question.query: self._journal.rows(step, question.query) for _, question in asked}
            todo = [(batch, question) for batch, question in asked if kept[question.query] is None]
            for found in kept.values():
                rows += found or []
            done += len(asked) - len(todo)
            waiting = []
            kinds = asked[0][1].kinds
            answers = self._wikidata.answers((question.query for _, question in todo), kinds)
            for (batch, _), answer in zip(todo, answers, strict=True):
                if isinstance(answer, Answer):
                    self._journal.note(step, answer)
                    rows += answer.rows
                else:
                    waiting += self._halves(step, batch, answer)
                done += 1
                if self._tell:
                    self._tell(done, max(total, done + len(waiting)), step)
        return sorted(rows, key=_order)

    def _halves(self, step: str, batch: Sequence[str], error: EndpointError | RefusedError) -> Iterator[Sequence[str]]:
        """Yield the halves of a batch that may be answered in parts; report the one thing that spoils its answer."""
        if isinstance(error, EndpointError) and not error.too_long:
            raise error
        if len(batch) > 1:
            yield batch[: len(batch) // 2]
            yield batch[len(batch) // 2 :]
        elif isinstance(error, EndpointError):
            raise error
        else:
            self._found.findings.append(Finding("refused", " ".join(batch) or step, str(error)))


_WHOLE = frozenset({"offices", "organisations", "agreements"})
"""Steps that ask for all where no state is named."""
_NONE = Term("", "bnode")


def signed_on(row: Row) -> str:
    """Return the day, month or year of an agreement."""
    from kg.link.moments import OPEN, UNKNOWN, edtf

    found = edtf(row, "signed")
    return "" if found in {OPEN, UNKNOWN} else found


def _cut(items: Sequence[str], size: int) -> list[tuple[str, ...]]:
    return [tuple(items[at : at + size]) for at in range(0, len(items), size)]


def _order(row: Row) -> list[tuple[str, str, str]]:
    return sorted((name, term.value, term.language or "") for name, term in row.items())
