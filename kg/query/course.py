"""What the graph tells of agreements, commitments and of claims that may be steps of their course, as plain values."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from kg import iri
from kg.errors import QueryError
from kg.query import answer, called, described
from kg.query.begun import begun
from kg.query.rest import of_some, of_the_rest
from kg.vocab import COMMITMENT_TYPES, DK, EXTENTS, OA, RDF, RDFS, SCHEMA, SEM, SKOS

__all__ = ["Deed", "Duty", "agreements_called", "duties", "figures", "last_day"]

_CONSOLIDATED = ox.NamedNode(iri.graph("consolidated"))
_KINDS = {node: word.replace("_", " ") for word, node in COMMITMENT_TYPES.items()}
_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,\u202f\u00a0 ]\d{3})+(?!\d)|(?<![\d.,])\d{3,}(?![\d.,]*\d)")
_TWO = 2
_RELEASE = "prisoner release"
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Deed:
    """One claim, or one report of a commitment."""

    iri: str
    sentence: str
    article: str
    published: str
    """ISO day, or empty."""
    status: str
    """A status of events or of commitments, in small letters."""
    day: str = ""
    """EDTF."""
    over: str = ""
    """ISO day on which it is over at the latest."""
    deadline: str = ""
    """EDTF."""
    due: str = ""
    """ISO day of the deadline."""
    figure: str = ""
    number: float | None = None
    counted: str = ""
    """What the number is of: Withdrawn, Remaining, Released ..."""
    whole: bool = False
    narrow: bool = False
    """True where it is told of a place smaller than a country."""
    places: tuple[str, ...] = ()
    """What its places are called."""
    turn: str = ""
    """stalled or resumed, where it is told what held talks up or freed them."""
    at: int = 0
    """Where its words begin in the article."""
    under: bool = False
    """True where its article puts it under the agreement."""
    aside: bool = False
    """True where a noun alone tells it, with neither day nor number: spoken of beside something else."""
    started: bool = False
    """True where its sentence only says that it has begun."""
    rest: bool = False
    """True where its number is that of all who were left."""
    some: bool = False
    """True where it is told of some of what a noun tells, not of all."""
    level: bool = False
    """True where it is told how many soldiers there are, not that any move."""
    words: str = ""
    condition: str = ""
    speaker: str = ""
    outlet: str = ""


@dataclass(frozen=True)
class Duty:
    """A commitment, or, without `commitment`, the deeds of one kind under an agreement that nobody puts as one."""

    agreement: str
    name: str
    signed: str
    commitment: str
    kind: str
    owed_by: str
    owed_to: str
    due: str
    latest: str
    """ISO day of the deadline, or empty."""
    promises: tuple[Deed, ...]
    deeds: tuple[Deed, ...]
    """Claims that may be its course."""

    @cached_property
    def figures(self) -> frozenset[int]:
        """The numbers that are promised."""
        counts_all = self.kind == _RELEASE  # "5,000 of one side and 1,000 of the other" is one exchange
        told = (f"{each.words} {each.sentence}" if counts_all else each.words for each in self.promises)
        return frozenset(number for words in told for number in figures(words))


def figures(words: str) -> frozenset[int]:
    """Return the numbers of people or things in some words; no days, no years."""
    found = (match[0] for match in _NUMBER.finditer(words))
    return frozenset(int(re.sub(r"\D", "", text)) for text in found if not _YEAR.fullmatch(text))


def duties(store: ox.Store, agreements: Iterable[str]) -> list[Duty]:
    """Return the commitments of agreements, and what was done under them without one, with the claims on each."""
    reader = _Reader(store)
    found: list[Duty] = []
    for agreement in agreements:
        grouped: dict[tuple[str, str], list[Deed]] = {}
        steps: dict[tuple[str, str], list[bool]] = {}
        for row in answer(store, "ledger", {"agreement": f"<{agreement}>"}).dicts():
            told, commitment = str(row["told"]), str(row["commitment"] or "")
            key = (commitment, "" if commitment else reader.one(told, SEM.eventType).rpartition("/")[2])
            deed = reader.deed(told, str(row["sentence"]), str(row["article"]), under=bool(row["under"]))
            if row["step"] != "promise" and not deed.under and not reader.on_topic(deed.article, agreement):
                continue
            if deed not in grouped.setdefault(key, []):
                grouped[key].append(deed)
                steps.setdefault(key, []).append(row["step"] == "promise")
        for (commitment, kind), told_of in grouped.items():
            promised = steps[commitment, kind]
            found.append(
                reader.duty(
                    agreement,
                    commitment,
                    kind,
                    [deed for deed, promise in zip(told_of, promised, strict=True) if promise],
                    [deed for deed, promise in zip(told_of, promised, strict=True) if not promise],
                )
            )
    return found


def last_day(store: ox.Store) -> str:
    """Return the day of the last article."""
    quads = store.quads_for_pattern(None, ox.NamedNode(SCHEMA.datePublished), None, None)
    return max((quad.object.value[:10] for quad in quads if isinstance(quad.object, ox.Literal)), default="")


def agreements_called(store: ox.Store, name: str | None) -> list[str]:
    """Return the agreements that bear a name, or have it in theirs; without a name all of them.

    Raises:
        QueryError: there is none; the message says what is called so instead.
    """
    known = _agreements(store)
    if name is None:
        return sorted(known)
    nothing: QueryError | None = None
    try:
        found = called(store, name)
    except QueryError as error:
        found, nothing = [], error
    named = [each for each in found if each in known]
    if not named:
        words = f" {iri.slug(name).replace('-', ' ')} "
        named = [each for each, labels in sorted(known.items()) if any(words in label for label in labels)]
    if named:
        return named
    if nothing is not None and not found:
        raise nothing
    there = "; ".join(sorted(_Reader(store).label(each) for each in known)) or "none"
    raise QueryError(f"{name}: no agreement, but {', '.join(described(store, found))}. Agreements here: {there}.")


def _agreements(store: ox.Store) -> dict[str, set[str]]:
    """Return each agreement with all that it is called, in plain words between spaces."""
    found: dict[str, set[str]] = {}
    names = [ox.NamedNode(each) for each in (SKOS.prefLabel, SKOS.altLabel, RDFS.label)]
    for quad in store.quads_for_pattern(None, ox.NamedNode(RDF.type), ox.NamedNode(DK.Agreement), _CONSOLIDATED):
        assert isinstance(quad.subject, ox.NamedNode)
        told = store.quads_for_pattern(None, ox.NamedNode(DK.aboutAgreement), quad.subject, None)
        nodes = {quad.subject, *(each.subject for each in told if isinstance(each.subject, ox.NamedNode))}
        labels = {
            each.object.value
            for node in nodes
            for name in names
            for each in store.quads_for_pattern(node, name, None, None)
            if isinstance(each.object, ox.Literal)
        }
        found[quad.subject.value] = {f" {iri.slug(label).replace('-', ' ')} " for label in labels}
    return found


class _Reader:
    """Values of the graph, whatever graph of the store they stand in."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._deeds: dict[tuple[str, bool], Deed] = {}
        self._sides: dict[str, frozenset[str]] = {}
        self._named: dict[str, frozenset[str]] = {}

    def all(self, node: str, predicate: str) -> list[str]:
        """Return the values of a property as text, sorted, each once."""
        quads = self._store.quads_for_pattern(ox.NamedNode(node), ox.NamedNode(predicate), None, None)
        return sorted({q.object.value for q in quads if isinstance(q.object, ox.NamedNode | ox.Literal)})

    def one(self, node: str, *path: str) -> str:
        """Return the first value at the end of a path of properties, or nothing."""
        for predicate in path:
            node = next(iter(self.all(node, predicate)), "") if node else ""
        return node

    def label(self, node: str) -> str:
        """Return the English label of a thing, or another, or its IRI."""
        quads = self._store.quads_for_pattern(ox.NamedNode(node), ox.NamedNode(SKOS.prefLabel), None, None)
        preferred = {q.object.language: q.object.value for q in quads if isinstance(q.object, ox.Literal)}
        return preferred.get("en") or self.one(node, RDFS.label) or next(iter(preferred.values()), node)

    def labels(self, node: str, predicate: str, but: str = "") -> str:
        """Return the labels of the values of a property in one text, without those that another one has too."""
        left_out = self.all(node, but) if but else ()
        return "; ".join(sorted({self.label(each) for each in self.all(node, predicate) if each not in left_out}))

    def on_topic(self, article: str, agreement: str) -> bool:
        """Tell whether an article names two sides of an agreement: else what a party does has to do with others."""
        if agreement not in self._sides:
            self._sides[agreement] = self._codes(self.all(agreement, DK.party))
        sides = self._sides[agreement]
        if article not in self._named:
            graph = ox.NamedNode(iri.article_graph(article.rpartition("/")[2]))
            quads = self._store.quads_for_pattern(None, ox.NamedNode(OA.hasBody), None, graph)
            self._named[article] = self._codes({q.object.value for q in quads if isinstance(q.object, ox.NamedNode)})
        named = self._named[article]
        return not named or len(sides) < _TWO or len(named & sides) >= _TWO

    def _codes(self, nodes: Iterable[str]) -> frozenset[str]:
        return frozenset(code for node in nodes for code in self.all(node, DK.countryCode)[:1])

    def duty(self, agreement: str, commitment: str, kind: str, promises: list[Deed], deeds: list[Deed]) -> Duty:
        """Return a commitment, or the deeds of a kind without one."""
        here = commitment or agreement
        times = self.all(here, DK.deadline) if commitment else []
        return Duty(
            agreement,
            self.label(agreement),
            self.one(agreement, DK.when, DK.latest),
            commitment,
            _KINDS.get(self.one(commitment, DK.commitmentType), "other") if commitment else kind.replace("_", " "),
            self.labels(here, DK.obligor) if commitment else "",
            self.labels(here, DK.obligee, but=DK.obligor) if commitment else "",
            "; ".join(self.one(time, DK.edtf) for time in times),
            max((self.one(time, DK.latest) for time in times), default=""),
            tuple(promises),
            tuple(deeds),
        )

    def deed(self, told: str, sentence: str, article: str, *, under: bool) -> Deed:
        """Return a claim or a report of a commitment."""
        found = self._deeds.get((told, under))
        if found is None:
            found = self._deeds[told, under] = self._deed(told, sentence, article, under=under)
        return found

    def _deed(self, told: str, sentence: str, article: str, *, under: bool) -> Deed:
        status = self.one(told, DK.eventStatus) or self.one(told, DK.commitmentStatus)
        deadline = self.one(told, DK.claimedDeadline) or self.one(told, DK.deadline)
        quantity = self.one(told, DK.quantity)
        number = self.one(quantity, SCHEMA.value)
        whole = self.one(quantity, DK.extent) == EXTENTS["all"]
        count = f"{float(number):g}" if number else "all" if whole else "part" if self.one(quantity, DK.extent) else ""
        places, language = self.all(told, SEM.hasPlace), self.one(article, SCHEMA.inLanguage)
        return Deed(
            told,
            sentence,
            article,
            self.one(article, SCHEMA.datePublished)[:10],
            status.rpartition("#")[2].lower(),
            self.one(told, DK.claimedTime, DK.edtf),
            self.one(told, DK.claimedTime, DK.latest),
            self.one(deadline, DK.edtf),
            self.one(deadline, DK.latest),
            f"{int(float(number)) if number else count} {self.one(quantity, DK.unit)}" if count else "",
            float(number) if number else None,
            self.one(quantity, DK.quantityKind).rpartition("#")[2],
            whole,
            bool(places) and not any(map(self._is_country, places)),
            tuple(name for place in places for name in self._names(place)),
            self._turn(told),
            int(self.one(told, DK.evidence, OA.hasSelector, OA.start) or 0),
            under,
            self.one(told, DK.rule).startswith("noun:") and not (number or self.one(told, DK.claimedTime)),
            begun(sentence, self.one(told, DK.rule), language),
            of_the_rest(sentence, float(number) if number else None, language),
            of_some(sentence, self.one(told, DK.rule), language),
            self.one(told, DK.rule).startswith("level:"),
            self.one(told, RDFS.label),
            self.one(told, DK.condition),
            self.one(told, DK.attributedTo, RDFS.label),
            self.one(article, DK.source),
        )

    def _turn(self, told: str) -> str:
        return "resumed" if self.all(told, DK.unblockedBy) else "stalled" if self.all(told, DK.stalledBy) else ""

    def _names(self, place: str) -> list[str]:
        return sorted({name for each in (SKOS.prefLabel, SKOS.altLabel, RDFS.label) for name in self.all(place, each)})

    def _is_country(self, place: str) -> bool:
        return DK.Country in self.all(place, RDF.type)
