"""What the graph has and Wikidata lacks, as QuickStatements: offices, signatories, participations, with their sources.

    said       a store -> statements, each with the articles that it rests on
    lacking    statements that the items do not have, as the query service or the local authority knows them
    written    statements -> commands (version 1: fields parted by tabs, one command a line)

Only what an article with an address says, in its own voice or that of a source that is sure, of an event that took
place and that nobody denies, is worth a statement.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote, urlsplit

import pyoxigraph as ox

from kg import authority, iri
from kg.errors import EndpointError, RefusedError
from kg.link.answers import Row
from kg.link.moments import edtf
from kg.link.sources import Sources
from kg.link.wikidata import PREFIXES
from kg.vocab import DK, SKOS
from kg.vocab import PREFIXES as OURS

__all__ = ["Source", "Statement", "lacking", "said", "written"]

POSITION, SIGNATORY, PARTICIPANT, PARTICIPANT_IN = "P39", "P1891", "P710", "P1344"
SINCE, UNTIL, ON = "P580", "P582", "P585"
_ITEM = re.compile(r"Q[1-9][0-9]*")
_ITEMS = 100
_MOST_SOURCES = 3
_PRECISION = {4: 9, 7: 10, 10: 11}
"""Letters of a date -> what Wikidata calls its precision."""
_WEB = frozenset({"http", "https"})


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """An article that a statement rests on."""

    url: str
    published: str = ""
    """ISO date."""
    title: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement on an item, with its qualifiers."""

    item: str
    says: str
    """Property: P39, P1891, P710 or P1344."""
    value: str
    qualifiers: tuple[tuple[str, str], ...] = ()
    """(property, EDTF date)."""
    sources: tuple[Source, ...] = ()

    @property
    def main(self) -> tuple[str, str, str]:
        """What it says, qualifiers and sources apart."""
        return self.item, self.says, self.value


# ---------------------------------------------------------------- what the graph says

_PARTIES = ("party", "participant")
_IN_EVENTS = (*_PARTIES, "host", "visitor", "mediator", "attendee")
_CHANGES = {"appointee": SINCE, "resigning": UNTIL}
"""Role in an appointment or a resignation -> what its day says of the term."""

_ARTICLES = """SELECT ?article ?url ?published ?title ?language {
  ?article schema:url ?url ; schema:inLanguage ?language
  OPTIONAL { ?article schema:datePublished ?published } OPTIONAL { ?article schema:headline ?title } }"""
_EVENTS = """SELECT DISTINCT ?event ?whole ?type ?edtf { GRAPH graph:consolidated {
  { ?whole dk:signedIn ?event } UNION { ?event skos:exactMatch ?item BIND(?event AS ?whole) } UNION
  { VALUES ?type { et:appointment et:resignation } ?event sem:eventType ?type BIND(?event AS ?whole) }
  ?event dk:eventStatus dk:Occurred ; sem:eventType ?type OPTIONAL { ?event dk:when/dk:edtf ?edtf } } }"""
_DENIED = """SELECT DISTINCT ?event { ?claim a dk:Claim ; dk:aboutEvent ?event
  { ?claim dk:factuality dk:CTminus } UNION { ?claim dk:factuality dk:PRminus } UNION { ?claim dk:eventStatus dk:Denied } }"""
_CLAIMS = """SELECT DISTINCT ?event ?role ?actor ?confidence ?article {
  VALUES ?role { @ROLES@ } VALUES ?event { @EVENTS@ }
  ?claim dk:aboutEvent ?event ; a dk:Claim ; ?role ?actor ; dk:eventStatus dk:Occurred ; dk:factuality dk:CTplus ;
    dk:polarity dk:Positive ; dk:confidence ?confidence ; dk:evidence/oa:hasSource ?article }"""
_ROLES = """SELECT DISTINCT ?person ?office ?article ?status {
  ?role a dk:RoleClaim ; dk:holder ?person ; dk:office ?office ; dk:roleStatus ?status ; dk:evidence/oa:hasSource ?article
  FILTER(?status IN (dk:Held, dk:Former)) }"""


def said(store: ox.Store, min_confidence: float = 0.6) -> list[Statement]:
    """Return what a store says of items, sorted; the same statement once, with all its articles.

    Args:
        store: a store, derived.
        min_confidence: claims that were read less surely count for nothing.
    """
    told = _Told(store, min_confidence)
    return _together([*_of_events(told), *_of_offices(told)])


class _Told:
    """What a store says, as far as statements are made of it."""

    def __init__(self, store: ox.Store, least: float) -> None:
        self.store = store
        self._least = least
        self._items = _items(store)
        heads = store.quads_for_pattern(None, ox.NamedNode(DK.joinedTo), None, None)
        self._heads = {str(quad.subject)[1:-1]: str(quad.object)[1:-1] for quad in heads}
        rows = _rows(store, _ARTICLES)
        self.sources = {row["article"]: source for row in rows if (source := _source(row)) is not None}

    def item(self, thing: str) -> str:
        """Return the Wikidata id of a thing, or of the one that stands for it; an official or office may be named by it."""
        if _ITEM.fullmatch(thing.removeprefix(iri.ENTITY)) and thing not in self._items:
            return thing.removeprefix(iri.ENTITY)
        return self._items.get(thing) or self._items.get(self._heads.get(thing, ""), "")

    def events(self) -> dict[str, list[dict[str, str]]]:
        """Return the events that matter, each with what is said of it; none that somebody denies."""
        denied = {row["event"] for row in _rows(self.store, _DENIED)}
        found: dict[str, list[dict[str, str]]] = defaultdict(list)
        for row in _rows(self.store, _EVENTS):
            changes = row["type"].endswith(("/appointment", "/resignation"))
            if row["event"] not in denied and (changes or self.item(row["whole"])):
                found[row["event"]].append(row)
        return found

    def claims(self, events: Iterable[str]) -> Iterator[dict[str, str]]:
        """Yield who takes part in events, in which role and article, as surely read as is wanted."""
        roles = " ".join(f"dk:{role}" for role in (*_IN_EVENTS, *_CHANGES))
        names = " ".join(f"<{event}>" for event in sorted(events))
        for row in _rows(self.store, _CLAIMS.replace("@ROLES@", roles).replace("@EVENTS@", names)) if names else ():
            if float(row["confidence"]) >= self._least and row["article"] in self.sources:
                yield row


def _items(store: ox.Store) -> dict[str, str]:
    """Return the Wikidata id of each linked thing."""
    quads = store.quads_for_pattern(None, ox.NamedNode(SKOS.exactMatch), None, None)
    found = {
        quad.subject.value: quad.object.value.removeprefix(iri.WIKIDATA)
        for quad in quads
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode)
    }
    return {thing: item for thing, item in found.items() if _ITEM.fullmatch(item)}


def _rows(store: ox.Store, query: str) -> Iterator[dict[str, str]]:
    found = store.query(query, prefixes=OURS, use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    names = [variable.value for variable in found.variables]
    for row in found:
        terms = {name: row[name] for name in names}
        yield {name: term.value for name, term in terms.items() if isinstance(term, ox.NamedNode | ox.Literal)}


def _source(row: Mapping[str, str]) -> Source | None:
    """Return the article of a row; nothing where it has no address on the web."""
    if urlsplit(row["url"]).scheme not in _WEB:
        return None
    return Source(row["url"], row.get("published", "")[:10], row.get("title", ""), row.get("language", ""))


def _of_events(told: _Told) -> Iterator[Statement]:
    """Yield signatories of agreements that were signed, and who took part in events that are items themselves."""
    events = told.events()
    for claim in told.claims(events):
        actor, source = told.item(claim["actor"]), told.sources[claim["article"]]
        role = claim["role"].rpartition("#")[2]
        for row in events[claim["event"]] if actor and role in _IN_EVENTS else ():
            whole = told.item(row["whole"])
            if row["whole"] != row["event"]:
                if whole and role in _PARTIES and row["type"].endswith("/signing"):
                    yield Statement(whole, SIGNATORY, actor, (), (source,))
            elif whole:
                day = ((ON, row["edtf"]),) if _date(row.get("edtf", "")) else ()
                yield Statement(whole, PARTICIPANT, actor, (), (source,))
                yield Statement(actor, PARTICIPANT_IN, whole, day, (source,))


def _of_offices(told: _Told) -> Iterator[Statement]:
    """Yield who held which office, with the days on which an article says that the term began or ended.

    What the authority knows of terms is no article's word, and came from Wikidata for the most part: it stays here.  An
    office held for a time only, or not yet, is left out: it would stand there as any other.
    """
    events = told.events()
    changes: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for claim in told.claims(events):
        change = _CHANGES.get(claim["role"].rpartition("#")[2])
        days = {row["edtf"] for row in events[claim["event"]] if len(row.get("edtf", "")) == 10 and _date(row["edtf"])}
        if change and len(days) == 1:
            changes[claim["actor"], claim["article"]].add((change, days.pop()))
    for row in _rows(told.store, _ROLES):
        source, person, office = told.sources.get(row["article"]), told.item(row["person"]), told.item(row["office"])
        if source is not None and person and office:
            found = changes[row["person"], row["article"]]
            once = {name: day for name, day in found if len({other for each, other in found if each == name}) == 1}
            current = row["status"].endswith("#Held")
            days_told = tuple(sorted((name, day) for name, day in once.items() if current or name == UNTIL))
            yield Statement(person, POSITION, office, days_told, (source,))


def _together(found: Iterable[Statement]) -> list[Statement]:
    """Return statements each once, with the sources of all; qualifiers that contradict each other are left out."""
    by_main: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for each in found:
        by_main[each.main].append(each)
    whole = []
    for main in sorted(by_main):
        alike = by_main[main]
        days: dict[str, set[str]] = defaultdict(set)
        for property_, day in {qualifier for each in alike for qualifier in each.qualifiers}:
            days[property_].add(day)
        agreed = tuple(sorted((property_, *days[property_]) for property_ in days if len(days[property_]) == 1))
        sources = sorted({source for each in alike for source in each.sources}, key=lambda s: (s.published, s.url))
        whole.append(Statement(*main, agreed, tuple(sources)[:_MOST_SOURCES]))  # type: ignore[arg-type]
    return whole


# ---------------------------------------------------------------- what the items lack


def lacking(statements: Sequence[Statement], sources: Sources) -> list[Statement]:
    """Return the statements that the items do not have, and those to which they lack a day.

    Without a query service the local authority says which offices are known; of all else it says nothing, and
    QuickStatements itself adds no statement twice.

    Raises:
        EndpointError: the service cannot be asked.
        RefusedError: an answer is not taken.
    """
    held = _held_there(statements, sources) if sources.wikidata else _held_locally(statements)
    found = []
    for each in statements:
        there = held.get(each.main)
        if there is None:
            found.append(each)
        elif len(there) == 1:  # to which of two terms a day belongs cannot be said
            new = tuple((name, day) for name, day in each.qualifiers if name not in there[0] and name != ON)
            if new:
                found.append(replace(each, qualifiers=new))
    return found


def _held_there(statements: Sequence[Statement], sources: Sources) -> dict[tuple[str, str, str], list[frozenset[str]]]:
    """Return what the items have: each statement with the qualifiers of each time that it stands there."""
    service = sources.wikidata
    assert service is not None
    items = sorted({(each.item, each.says) for each in statements})
    queries = [_has(items[start : start + _ITEMS]) for start in range(0, len(items), _ITEMS)]
    kinds = {"item": "item", "value": "item", "start": "time", "end": "time"}
    rows: dict[str, tuple[tuple[str, str, str], set[str]]] = {}
    plain: set[tuple[str, str, str]] = set()
    for answer in service.answers(queries, kinds):  # type: ignore[arg-type]
        if isinstance(answer, EndpointError | RefusedError):
            raise answer
        for row in answer.rows:
            main = row["item"].id, row["property"].value, row["value"].id
            plain.add(main)
            if "statement" in row:
                _, known = rows.setdefault(row["statement"].value, (main, set()))
                known |= {name for name, bound in ((SINCE, "start"), (UNTIL, "end")) if _told(row, bound)}
    found: dict[tuple[str, str, str], list[frozenset[str]]] = defaultdict(list)
    for main, known in rows.values():
        found[main].append(frozenset(known))
    return {main: found.get(main, [frozenset()]) for main in plain}


def _told(row: Row, name: str) -> bool:
    return name in row and edtf(row, name) != "?"


def _has(pairs: Iterable[tuple[str, str]]) -> str:
    by_property: dict[str, list[str]] = defaultdict(list)
    for item, property_ in pairs:
        by_property[property_].append(f"wd:{item}")
    parts = (
        f"""{{ VALUES ?item {{ {" ".join(items)} }} BIND("{property_}" AS ?property)
    {{ ?item p:{property_} ?statement . ?statement ps:{property_} ?value
      OPTIONAL {{ ?statement pq:P580 ?start }} OPTIONAL {{ ?statement pq:P582 ?end }} }}
    UNION {{ ?item wdt:{property_} ?value }} }}"""
        for property_, items in sorted(by_property.items())
    )
    return (
        PREFIXES
        + "SELECT DISTINCT ?item ?property ?statement ?value ?start ?end {\n  "
        + "\n  UNION ".join(parts)
        + "\n}"
    )


def _held_locally(statements: Sequence[Statement]) -> dict[tuple[str, str, str], list[frozenset[str]]]:
    known = authority.load()
    wanted = {each.item for each in statements if each.says == POSITION}
    found: dict[tuple[str, str, str], list[frozenset[str]]] = defaultdict(list)
    for item in wanted:
        for entry_id in (item, *known.linked(item)):
            for term in known.entry(entry_id).tenures if entry_id in known else ():
                if term.sure and term.office_id:
                    days = {SINCE: term.start, UNTIL: term.end}
                    told = frozenset(name for name, day in days.items() if day not in {"..", ""})
                    if told not in found[item, POSITION, term.office_id]:
                        found[item, POSITION, term.office_id].append(told)
    return dict(found)


# ---------------------------------------------------------------- commands


def written(statements: Iterable[Statement], retrieved: date) -> str:
    """Return statements as commands of QuickStatements, one a line."""
    lines = ("\t".join(_command(each, retrieved)) for each in statements)
    return "".join(f"{line}\n" for line in lines)


def _command(each: Statement, retrieved: date) -> Iterator[str]:
    yield from each.main
    for property_, day in each.qualifiers:
        yield from (property_, _time(day))
    for number, source in enumerate(each.sources):
        yield from (f"{'!' if number else ''}S854", f'"{_address(source.url)}"')
        if source.title and source.language:
            yield from ("S1476", f'{source.language}:"{_plain(source.title)}"')
        if source.published:
            yield from ("S577", _time(source.published))
        yield from ("S813", _time(retrieved.isoformat()))


def _date(text: str) -> bool:
    return bool(re.fullmatch(r"\d{4}(?:-\d\d){0,2}", text))


def _time(text: str) -> str:
    """Return an EDTF day, month or year as Wikidata writes it."""
    return f"+{text}{'-00' * ((10 - len(text)) // 3)}T00:00:00Z/{_PRECISION[len(text)]}"


def _address(url: str) -> str:
    """Return a web address in which nothing can end a field, a string or a command."""
    return quote(url, safe="%:/?#[]@!$&'()*+,;=~-._")


def _plain(text: str) -> str:
    """Return a title in which nothing can end a field, a string or a command."""
    words = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return words.replace('"', "”").replace("||", "¦¦").replace("|", "¦")
