"""Articles made of claims, for the tests of store, consolidation and queries: a few words tell who, when, where."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from kg import authority, consolidate, graph, iri
from kg.model import (
    Actor,
    Agreement,
    Article,
    Claim,
    Extraction,
    Mention,
    Participant,
    Place,
    Reading,
    Role,
    Segment,
    Troops,
    When,
)
from kg.store import Store

US, AF, QA, RU, FR, IR = (f"country/{code}" for code in ("US", "AF", "QA", "RU", "FR", "IR"))
TALIBAN, GOV_AF = "armedgroup/taliban", "governmentorganization/government-of-afghanistan-islamic-republic"
POMPEO, TRUMP, LAVROV = "person/mike-pompeo", "person/donald-trump", "person/sergey-lavrov"
DOHA, KABUL, MOSCOW = "city/doha", "city/kabul", "city/moscow"
STATE = "governmentorganization/united-states-department-of-state"
DEFENCE = "governmentorganization/united-states-department-of-defense"


def when(text: str, modifier: str | None = None) -> When:
    """Return a day (2020-11-21), a month (2020-11), a year, `../DAY` (by), `DAY/..` (since) or `DAY/DAY`."""
    first, slash, last = text.partition("/")
    if not slash:
        first = last = text
    earliest = None if first == ".." else date.fromisoformat((first + "-01-01")[:10])
    latest = None if last == ".." else _end(last)
    return When(text, earliest, latest, modifier)


def _end(text: str) -> date:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else 12
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def told(event: str, type_: str, *participants: str, role: str = "", **slots: object) -> Claim:
    """Return a claim; participants are ids, or `role:id`; `when`, `due` and `said` are texts as for `when` above."""
    lead = role or {"withdrawal": "withdrawing", "signing": "party", "agreement": "party", "attack": "attacker"}.get(
        type_, "participant"
    )
    people = [
        Participant(*reversed(each.split(":"))) if ":" in each else Participant(each, lead) for each in participants
    ]
    for slot, name in (("when", "when"), ("due", "deadline")):
        if isinstance(slots.get(slot), str):
            slots[name] = when(str(slots.pop(slot)))
    said = slots.pop("said", None)
    slots.setdefault("status", "occurred")
    return Claim(
        "", event, type_, start=0, end=0, rule="test", participants=tuple(people),
        said_on=date.fromisoformat(str(said)) if said else None, **slots,
    )  # fmt: skip


def extraction(
    *claims: Claim,
    published: str = "2020-11-21",
    language: str = "en",
    text: str = "",
    source: str = "",
    agreements: Iterable[Agreement] = (),
    roles: Iterable[Role] = (),
    mentions: Iterable[Mention] = (),
) -> Extraction:
    """Return an article that tells these claims, each in a sentence of its own."""
    known = authority.load()
    sentences = text.split("\n") if text else [f"{_words(claim)}." for claim in claims]
    body = "\n".join(sentences)
    spans, at = [], 0
    for sentence in sentences:
        spans.append((at, at + len(sentence)))
        at += len(sentence) + 1
    numbered = []
    for number, claim in enumerate(claims):
        start, end = spans[min(number, len(spans) - 1)]
        fields = {name: getattr(claim, name) for name in Claim.__struct_fields__} | {
            "id": f"c{number}",
            "start": start,
            "end": end,
        }
        numbered.append(Claim(**fields))
    moment = datetime.fromisoformat(published).replace(tzinfo=UTC)
    article = Article(
        iri.article_id(body, url=None, source=source, published=moment), "test.txt", body,
        (Segment("body", 0, len(body)),), language, title=sentences[0][:40], source=source or None, published=moment,
    )  # fmt: skip
    ids = sorted(
        {each.actor for claim in claims for each in claim.participants} | {a for x in agreements for a in x.parties}
    )
    actors = tuple(_actor(each, known) for each in ids)
    places = tuple(Place(claim.place, claim.place) for claim in claims if claim.place and iri.is_local(claim.place))
    reading = Reading(article, actors=actors, places=places, roles=tuple(roles), mentions=tuple(mentions))
    return Extraction(reading, tuple(agreements), tuple(numbered), "fast", "test")


def _words(claim: Claim) -> str:
    people = ", ".join(each.actor for each in claim.participants)
    return f"{claim.event} {claim.type} {claim.status} of {people} in {claim.place} at {claim.when} due {claim.deadline} {claim.quantity}"


def _actor(each: str, known: authority.Authority) -> Actor:
    if each in known:
        entry = known.entry(each)
        return Actor(
            each, entry.label, "person" if entry.type == "person" else "organization", country=entry.country or None
        )
    return Actor(
        each, each.rpartition("/")[2].replace("-", " ").title(), "person" if "/person/" in each else "organization"
    )


def troops(value: float | None = None, **fields: object) -> Troops:
    """Return a number of soldiers withdrawn."""
    return Troops(value, **({"kind": "withdrawn"} | fields))


def stored(*extractions: Extraction) -> Store:
    """Return a store in memory that holds articles and what follows from them."""
    store = Store.memory()
    found = []
    for each in extractions:
        quads = [*graph.quads(each), *consolidate.sketch(each.article)]
        found += quads
        store.put(each.article.id, quads)
    store.replace(iri.graph("authority"), graph.authority_quads(authority.load(), graph.authority_ids(found)))
    store.replace(iri.graph("consolidated"), consolidate.consolidate(store.oxigraph))
    return store


def events(store: Store, type_: str | None = None) -> list[set[str]]:
    """Return, for each canonical event, the reports that it joins as `article date/event`."""
    rows = store.oxigraph.query(
        """PREFIX dk: <https://w3id.org/diplokg/ontology#> PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
        SELECT ?event ?told ?type { GRAPH <https://w3id.org/diplokg/graph/consolidated> { ?told dk:aboutEvent ?event . ?event sem:eventType ?type }
        ?told a dk:ReportedEvent }""",
        use_default_graph_as_union=True,
    )
    found: dict[str, set[str]] = {}
    for row in rows:
        if type_ is None or row["type"].value.endswith(f"/{type_}"):
            found.setdefault(row["event"].value, set()).add(row["told"].value)
    return sorted(found.values(), key=sorted)
