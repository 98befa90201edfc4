"""Agreements in the columns of PA-X, the peace agreements data set: one row for each passage that tells of one.

`AgtId`, `Agt`, `Dat`, `Status`, `Part`, `ThrdPart`, `Con` and `Loc1ISO` are columns of PA-X.  What it codes from the
text of an agreement (its provisions) news does not tell: `Commitments` has those that articles do.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.view.studies.passages import PASSAGE, countries, names, passage
from kg.view.values import Corpus, Evidence, Occurrence

__all__ = ["COLUMNS", "rows"]

COLUMNS = (
    "AgtId", "Agt", "Dat", "Dat Earliest", "Dat Latest", "Status", "Part", "ThrdPart", "Con", "Loc1ISO", "Place",
    "Wikidata", "Commitments", "Told As", *PASSAGE,
)  # fmt: skip

_THIRD = ("mediator", "host", "witness", "guarantor")


def rows(corpus: Corpus) -> Iterator[Mapping[str, object]]:
    """Yield the rows of all agreements, in the order of agreements and passages."""
    terms: dict[str, list[Occurrence]] = defaultdict(list)
    signings: dict[str, list[Occurrence]] = defaultdict(list)
    for it in corpus.occurrences:
        if it.kind == "commitment":
            terms[it.agreement].append(it)
        elif it.kind == "event" and it.agreement:
            signings[it.agreement].append(it)
    for it in corpus.occurrences:
        if it.kind != "agreement":
            continue
        told = _told(corpus, it, terms[it.iri])
        for kind, proof in _passages(it, terms[it.iri], signings[it.iri]):
            yield {**told, "Told As": kind, **passage(corpus, proof)}


def _one_of(days: Sequence[str]) -> str:
    """Return the day; of several that exclude each other, the EDTF that says that it is one of them."""
    return days[0] if len(days) == 1 else f"[{','.join(sorted(days))}]" if days else ""


def _told(corpus: Corpus, it: Occurrence, terms: Sequence[Occurrence]) -> dict[str, object]:
    spans = [each for each in it.when if each.earliest or each.latest]
    parties = [actor for role, actor in it.roles if role == "party"]
    thing = corpus.things.get(it.iri)
    return {
        "AgtId": it.iri,
        "Agt": thing.label("en") if thing else it.label,
        "Dat": _one_of([each.earliest if each.earliest == each.latest else each.edtf for each in spans]),
        "Dat Earliest": min((each.earliest for each in spans), default=""),
        "Dat Latest": max((each.latest for each in spans), default="") if all(each.latest for each in spans) else "",
        "Status": it.status,
        "Part": names(corpus, parties),
        "ThrdPart": names(corpus, [actor for role, actor in it.roles if role in _THIRD]),
        "Con": "/".join(countries(corpus, parties)),
        "Loc1ISO": next(iter(countries(corpus, it.places)), ""),
        "Place": names(corpus, it.places),
        "Wikidata": thing.wikidata.rpartition("/")[2] if thing else "",
        "Commitments": "; ".join(_term(corpus, term) for term in terms),
    }


def _term(corpus: Corpus, term: Occurrence) -> str:
    """Return a commitment in a few words: `withdrawal by United States (due 2021-04-30)`."""
    obligors = names(corpus, [actor for role, actor in term.roles if role == "obligor"])
    due = next((f"due {span.edtf}" for span in term.deadlines if span.edtf), "")
    stands = ", ".join(filter(None, (due, term.status if term.status != "pending" else "")))
    return " ".join(filter(None, (term.type, f"by {obligors}" if obligors else "", f"({stands})" if stands else "")))


def _passages(
    it: Occurrence, terms: Sequence[Occurrence], signings: Sequence[Occurrence]
) -> Iterator[tuple[str, Evidence]]:
    """Yield what is said of an agreement, of its terms, and of the events under it."""
    yield from (("agreement", proof) for proof in it.evidence)
    yield from (("commitment", proof) for term in terms for proof in term.evidence)
    yield from ((proof.type or event.type, proof) for event in signings for proof in event.evidence)
