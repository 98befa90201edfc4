"""How often `kg link` is right, at each threshold, on a development set made of the authority's own tables.

    python benchmarks/eval_linking.py [--seed 1] [--size 600] [--wrong] [--why]
    python benchmarks/eval_linking.py --articles dev [--wrong]

The tables are written as a small Wikidata (labels, aliases, classes, countries, offices with their dates), with films and
family names that bear the same labels.  Then things are made as articles would leave them: the name as it stands, another
of its forms or another spelling; with or without country, office and date.  Half of them are taken out of the small
Wikidata, while their namesakes stay: whatever is linked to these is wrong.  Seed 1 is the set on which weights and
threshold of data/linking.toml were chosen, other seeds are other sets.  `--why` sorts what is not linked by its reason.

`--articles` measures the reading of articles with hand-made gold (a set of eval_articles.py) in its place: how many ids
given to actors are right, how many of the actors that the authority holds are given theirs, how many actors are double.
Ids of actors that gold has without an id, or not at all, are counted apart, and as if they were wrong: read them (`--wrong`).
"""

import argparse
import hashlib
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

import pyoxigraph as ox

from kg import authority, share
from kg.authority import Entry, Tenure, key, tables
from kg.link import service
from kg.link.answers import Row, Term
from kg.link.candidate import Candidate, LinkType, Office, Thing, merged
from kg.link.linking import Proposal, propose_one
from kg.link.scoring import score, settings
from kg.link.sources import Sources
from kg.link.wikidata import Answer

WD = "http://www.wikidata.org/entity/"
_SPELLINGS = (
    ("ou", "u"),
    ("u", "ou"),
    ("kh", "k"),
    ("i", "y"),
    ("y", "i"),
    ("ss", "s"),
    ("aa", "a"),
    ("ei", "i"),
    ("w", "v"),
    ("ee", "i"),
)
_TYPES: dict[str, LinkType] = {"person": "person", "place": "place", "agreement": "agreement", "country": "country"}
_CLASSES = {"person": "Q5", "place": "Q900000501", "agreement": "Q131569", "country": "Q6256"}
_NAMES = {
    "Q5": "human", "Q6256": "country", "Q131569": "treaty", "Q900000501": "city", "Q900000502": "organization",
    "Q900000503": "film", "Q900000504": "family name",
}  # fmt: skip


class World:
    """A small Wikidata in memory, asked as the real one is."""

    def __init__(self, entries: Iterable[Entry], rng: random.Random) -> None:
        """Write entries as items; `out` are left out."""
        self.store = ox.Store()
        self._quads: list[ox.Quad] = []
        self._offices: dict[str, str] = {}
        self._films = 0
        self._states: dict[str, str] = {}
        for qid, label in _NAMES.items():
            self._label(qid, label, "en")
        for entry in entries:
            self._write(entry, rng)
        self.store.bulk_extend(self._quads)

    def _add(self, subject: str, predicate: str, value: ox.NamedNode | ox.Literal) -> None:
        self._quads.append(ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), value))

    def _label(self, qid: str, text: str, language: str, *, alias: bool = False) -> None:
        name = "http://www.w3.org/2004/02/skos/core#altLabel" if alias else "http://www.w3.org/2000/01/rdf-schema#label"
        self._add(WD + qid, name, ox.Literal(text, language=language))

    def _state(self, code: str) -> ox.NamedNode:
        if code not in self._states:
            self._states[code] = f"Q9001{len(self._states):05}"
            self._add(WD + self._states[code], "http://www.wikidata.org/prop/direct/P297", ox.Literal(code))
        return ox.NamedNode(WD + self._states[code])

    def _write(self, entry: Entry, rng: random.Random) -> None:
        here = entry.wikidata
        direct = "http://www.wikidata.org/prop/direct/"
        kind = _CLASSES.get(entry.type, "Q900000502")
        self._label(here, entry.label, "en")
        if entry.label_fr:
            self._label(here, entry.label_fr, "fr")
        for name in entry.names:
            code, text = (name[:2], name[3:]) if name[2:3] == ":" else ("en", name)
            if text not in {entry.label, entry.label_fr}:
                self._label(here, text, code, alias=True)
        self._add(WD + here, direct + "P31", ox.NamedNode(WD + kind))
        if entry.country:
            self._add(WD + here, direct + ("P27" if kind == "Q5" else "P17"), self._state(entry.country))
        for number, term in enumerate(entry.tenures if entry.type == "person" else ()):
            if term.sure:
                self._term(here, number, term)
        if rng.random() < 0.3:
            self._films += 1
            film = f"Q9002{self._films:05}"
            self._label(film, entry.label, "en")
            self._add(WD + film, direct + "P31", ox.NamedNode(WD + rng.choice(["Q900000503", "Q900000504"])))

    def _term(self, person: str, number: int, term: Tenure) -> None:
        office = term.office_id or self._offices.setdefault(term.office + term.country, f"Q9003{len(self._offices):05}")
        statement = f"{WD}statement/{person}-{number:04}"
        self._add(WD + person, "http://www.wikidata.org/prop/P39", ox.NamedNode(statement))
        self._add(statement, "http://www.wikidata.org/prop/statement/P39", ox.NamedNode(WD + office))
        self._label(office, term.office, "en")
        if term.country:
            self._add(WD + office, "http://www.wikidata.org/prop/direct/P1001", self._state(term.country))
        for name, text in (("P580", term.start), ("P582", term.end)):
            if re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
                value = (text + "-01-01")[:10] + "T00:00:00Z"
                moment = ox.Literal(value, datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#dateTime"))
                self._add(statement, f"http://www.wikidata.org/prop/qualifier/{name}", moment)

    def answers(self, queries: Iterable[str], kinds: Mapping[str, str] | None = None) -> Iterator[Answer]:
        """Answer as `kg.link.wikidata.Wikidata.answers` does."""
        del kinds
        for query in queries:
            found = self.store.query(query)
            names = [variable.value for variable in found.variables]
            rows: list[Row] = [
                {name: _term(solution[name]) for name in names if solution[name] is not None} for solution in found
            ]
            yield Answer(rows, "memory", query, datetime(2026, 1, 1, tzinfo=UTC), "")


def _term(value: ox.NamedNode | ox.Literal | ox.BlankNode) -> Term:
    if isinstance(value, ox.NamedNode):
        return Term(value.value, "uri")
    if isinstance(value, ox.BlankNode):
        return Term(value.value, "bnode")
    return Term(value.value, "literal", value.language, value.datatype.value)


def respelled(name: str, rng: random.Random) -> str:
    """Return another spelling of a name."""
    fitting = [(old, new) for old, new in _SPELLINGS if old in name[1:]]
    if not fitting:
        return name
    old, new = rng.choice(fitting)
    return name[0] + name[1:].replace(old, new, 1)


def made(entry: Entry, rng: random.Random) -> Thing:
    """Return a thing as articles might leave it."""
    forms = [name.partition(":")[2] if name[2:3] == ":" else name for name in entry.names]
    name, kind = entry.label, rng.random()
    if entry.type == "person":
        full = [form for form in forms if " " in form and form.isascii()] or [entry.label]
        name = entry.label if kind < 0.5 else rng.choice(full) if kind < 0.7 else respelled(entry.label, rng)
    elif kind < 0.3 and forms:
        name = rng.choice(forms)
    terms = [term for term in entry.tenures if term.sure and re.match(r"\d{4}", term.start)]
    term = rng.choice(terms) if terms else None
    year = int(term.start[:4]) if term else rng.randint(1995, 2022)
    day = f"{year}-{rng.randint(7, 12):02}-15" if rng.random() < 0.8 else f"{rng.randint(1990, 2022)}-06-15"
    told = entry.country if rng.random() < 0.6 else ""
    if told and rng.random() < 0.03:
        told = rng.choice(["FR", "US", "RU", "EG"])
    titled = term is not None and rng.random() < 0.5
    offices = (
        (Office((term.office,), "", term.country if rng.random() < 0.7 else "", day=day),) if titled and term else ()
    )
    return Thing(
        f"x:{entry.id}", _TYPES.get(entry.type, "organization"), ((name, "en"),), told, (day,), offices, articles=1
    )


def drawn(entries: Sequence[Entry], size: int, seed: int) -> list[Entry]:
    """Return some entries; which does not depend on how many there are: a new row of a table leaves the others drawn."""
    return sorted(entries, key=lambda one: hashlib.sha256(f"{seed} {one.wikidata or one.id}".encode()).digest())[:size]


def development(seed: int, size: int) -> tuple[list[tuple[Thing, str]], World]:
    """Return things with the item that each is, or nothing, and the small Wikidata to find it in."""
    rng = random.Random(seed)
    known = [entry for entry in tables.entries(share.path("data", "authority")) if entry.names or entry.label]
    items = [entry for entry in known if entry.wikidata and entry.type not in {"conflict", "country"}]
    people = [entry for entry in items if entry.type == "person"]
    others = [entry for entry in items if entry.type != "person"]
    by_name = Counter(key(entry.label) for entry in people)
    shared = [entry for entry in people if by_name[key(entry.label)] > 1]
    chosen = [
        *drawn(people, size, seed),
        *drawn(shared, size // 3, seed),
        *drawn(others, size // 3, seed),
    ]
    chosen = list({entry.wikidata: entry for entry in chosen}.values())
    absent = {entry.wikidata for entry in drawn(chosen, len(chosen) // 2, seed + 1000)}
    world = World([entry for entry in items if entry.wikidata not in absent], rng)
    things = [
        (made(entry, random.Random(f"{seed} {entry.wikidata}")), "" if entry.wikidata in absent else entry.wikidata)
        for entry in chosen
    ]
    nameless = [entry for entry in known if entry.type != "person" and not entry.wikidata and not entry.candidate]
    same = {(key(entry.label), entry.country): entry.wikidata for entry in items}
    others = drawn(nameless, size // 2, seed)
    things += [
        (made(entry, random.Random(f"{seed} {entry.id}")), same.get((key(entry.label), entry.country), ""))
        for entry in others
    ]
    return things, world


def linked(things: Sequence[tuple[Thing, str]], world: World) -> list[tuple[Proposal, str]]:
    """Return what is proposed for each thing, with what is right."""
    sources = Sources(world)  # type: ignore[arg-type]
    found: dict[str, list[Candidate]] = {}
    numbered = [(Thing(**{**{name: getattr(thing, name) for name in Thing.__dataclass_fields__}, "iri": f"x:{at}"}), right)
                for at, (thing, right) in enumerate(things)]  # fmt: skip
    for each in service.candidates([thing for thing, _ in numbered], sources):
        found.setdefault(each.thing, []).append(each.candidate)
    return [
        (propose_one(thing, score(thing, merged(found.get(thing.iri, ())).values()), 0.0001), right)
        for thing, right in numbered
    ]


def figures(found: Sequence[tuple[Proposal, str]], threshold: float) -> tuple[int, int, int]:
    """Return how many are linked at a threshold, how many of these are right, and how many could be."""
    told = [(each, right) for each, right in found if each.linked and each.scored[0].score >= threshold]
    return len(told), sum(each.item == right for each, right in told), sum(bool(right) for _, right in found)


def reasons(found: Sequence[tuple[Proposal, str]], threshold: float) -> Counter[str]:
    """Return how many things that are there are linked right, and why the others are not."""
    counts: Counter[str] = Counter()
    for each, right in ((each, right) for each, right in found if right):
        place = next((at for at, one in enumerate(each.scored) if one.candidate.id == right), None)
        known = ("country" if each.thing.country else "no country") + (
            ", office" if each.thing.offices else ", no office"
        )
        if place is None:
            counts["spelled so that no label or alias is the same: not a candidate"] += 1
        elif place:
            counts["a namesake scores higher"] += 1
        elif each.linked and each.scored[0].score >= threshold:
            counts["linked"] += 1
        else:
            counts[f"best, but below the threshold ({known})"] += 1
    return counts


def of_articles(name: str, *, wrong: bool) -> dict[str, int]:
    """Return counts of the ids that the reading of a set of articles gives to actors, against the gold."""
    from eval_articles import pairs, predict
    from likeness import ENOUGH, entity_likeness

    known, counts = authority.load(), Counter[str]()
    for facts, _, text in pairs(name):
        mine = [each for each in predict(text, facts["published"], "fast")["actors"] if each.get("wikidata")]
        gold = [each for each in facts["actors"] if each.get("wikidata")]
        for each in mine:
            like = max(gold, key=lambda one: entity_likeness([each["name"], *each["aliases"]], one), default=None)
            if like is None or entity_likeness([each["name"], *each["aliases"]], like) < ENOUGH:
                known_to_text = each["wikidata"] in {one["wikidata"] for one in gold}
                counts["right" if known_to_text else "beyond"] += 1
                if wrong and not known_to_text:
                    sys.stdout.write(f"{facts['id']}: gold has no id for {each['name']} {each['wikidata']}\n")
                continue
            right = like["wikidata"] == each["wikidata"] or each["wikidata"] in {one["wikidata"] for one in gold}
            counts["right" if right else "wrong"] += 1
            if wrong and not right:
                sys.stdout.write(
                    f"{facts['id']}: {each['name']} {each['wikidata']}; gold {like['name']} {like['wikidata']}\n"
                )
        ids = [each["wikidata"] for each in mine]
        counts["double"] += len(ids) - len(set(ids))
        for one in gold:
            if known.linked(one["wikidata"]) and not one.get("optional"):
                counts["held"] += 1
                counts["found"] += one["wikidata"] in ids
                if wrong and one["wikidata"] not in ids:
                    sys.stdout.write(f"{facts['id']}: not linked: {one['name']} {one['wikidata']}\n")
        counts["actors"] += len(mine)
    return dict(counts)


def main() -> None:
    """Print precision and recall at each threshold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=600)
    parser.add_argument("--wrong", action="store_true", help="show what is linked wrong at .9")
    parser.add_argument("--why", action="store_true", help="sort what is not linked by its reason")
    parser.add_argument(
        "--articles", default="", choices=["", "sample", "seed", "dev", "held"], help="a set of articles"
    )
    chosen = parser.parse_args()
    if chosen.articles:
        told = Counter(of_articles(chosen.articles, wrong=chosen.wrong and chosen.articles != "held"))
        precision = told["right"] / max(told["right"] + told["wrong"], 1)
        sys.stdout.write(
            f"{chosen.articles}: precision of ids {precision:.3f} ({told['right']} of {told['right'] + told['wrong']}),"
            f" with {told['beyond']} that gold does not judge {told['right'] / max(told['right'] + told['wrong'] + told['beyond'], 1):.3f}; recall of"
            f" actors that the authority holds {told['found'] / max(told['held'], 1):.3f} ({told['found']} of {told['held']}),"
            f" double {told['double']} of {told['actors']}\n"
        )
        return
    things, world = development(chosen.seed, chosen.size)
    found = linked(things, world)
    print(f"{len(found)} things, {sum(bool(right) for _, right in found)} of them there")
    for threshold in (0.5, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99):
        told, right, there = figures(found, threshold)
        print(
            f"threshold {threshold:.2f}: linked {told}, precision {right / max(told, 1):.3f}, recall {right / there:.3f}"
        )
    for reason, times in reasons(found, settings().threshold).most_common() if chosen.why else ():
        print(f"{times:5} {reason}")
    if chosen.wrong:
        for each, right in found:
            if each.linked and each.item != right and each.scored[0].score >= 0.9:
                thing, best = each.thing, each.scored[0]
                sys.stdout.write(
                    f"{thing.names[0][0]} {thing.type} {thing.country} {thing.days} {[o.titles for o in thing.offices]}: "
                    f"{best.candidate.id} {best.candidate.labels[:1]} {best.score:.3f} {best.signs}; right: {right or 'none'}\n"
                )


if __name__ == "__main__":
    main()
