"""Scores what is extracted from an article against its hand-made gold.  The shape of both: gold_shape.py.

The definitions, kind by kind (a pair counts once, the best pairs first; an optional item costs nothing missed):

    actors, places  a name or alias has the words of a gold name, or the Wikidata id is equal; a second node is wrong
    roles           the person is right and the offices share half of their words; a deputy is not the chief
    agreements      the names share half of their words, or a party and a compatible date; then their parties
    events          right or neighbouring type, and a shared participant or half of the words of the sentence
    events_core     exact type, and participants with an F1 of at least a half
    events_strict   that, and the exact date, and the right status
    timexes         the same words or one within the other; timex_value: and the right value

A list that the gold lacks is not scored.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from likeness import (
    ENOUGH,
    Facts,
    bare,
    compatible,
    entity_likeness,
    event_date,
    event_type,
    exact,
    labels,
    likeness,
    named,
    office_likeness,
    overlap,
    pair,
    same_status,
    words,
)  # fmt: skip

__all__ = ["KINDS", "SHARES", "Count", "Score"]

KINDS = (
    "actors", "places", "roles", "agreements", "agreement_parties", "events", "events_core", "events_strict",
    "event_participants", "timexes",
)  # fmt: skip
SHARES = (
    "actor_wikidata", "agreement_date", "event_date", "event_status", "event_quantity", "timex_value",
)  # fmt: skip
"""Shares of right answers among what is matched, as Count of right (tp) and wrong (fp)."""

_ASIDE_ROLES = "about topic recipient addressee audience target mentioned object theme subject attendee"
_ASIDE = frozenset(_ASIDE_ROLES.split())
"""Roles in a statement that are not its speaker."""


@dataclass
class Count:
    """True and false positives, false negatives."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def add(self, tp: int = 0, fp: int = 0, fn: int = 0) -> None:
        """Add to the counts."""
        self.tp, self.fp, self.fn = self.tp + tp, self.fp + fp, self.fn + fn

    @property
    def precision(self) -> float:
        """Share of right ones among the predicted."""
        return self.tp / ((self.tp + self.fp) or 1)

    @property
    def recall(self) -> float:
        """Share of found ones among the expected."""
        return self.tp / ((self.tp + self.fn) or 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.tp / ((2 * self.tp + self.fp + self.fn) or 1)


@dataclass
class Score:
    """The counts over some articles."""

    kinds: dict[str, Count] = field(default_factory=lambda: {kind: Count() for kind in KINDS})
    shares: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in SHARES})
    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("articles", "duplicate_actors", "distractors", "invented_dates"), 0)
    )

    notes: list[str] = field(default_factory=list)
    """What is wrong and what is missed, for a reader."""

    def add(self, gold: Facts, mine: Facts) -> None:
        """Score one article."""
        self.counts["articles"] += 1
        _Article(self, gold, mine).score()


class _Article:
    """One article, its gold names at hand."""

    def __init__(self, sums: Score, gold: Facts, mine: Facts) -> None:
        self.sums, self.gold, self.mine = sums, gold, mine
        self.known = {
            item["name"]: item for item in (*({**p, "type": "place"} for p in gold.get("places", ())), *gold["actors"])
        }

    def score(self) -> None:
        gold, mine = self.gold, self.mine
        actors, places = gold["actors"], gold.get("places", [])
        names = {kind: {item["name"] for item in items} for kind, items in (("a", actors), ("p", places))}
        also = [{**place, "optional": True, "type": "place"} for place in places if place["name"] not in names["a"]]
        lands = [
            {**one, "optional": True} for one in actors if one["type"] == "country" and one["name"] not in names["p"]
        ]
        self._entities("actors", [*actors, *also], mine["actors"])
        self._entities("places", [*places, *lands], mine["places"])
        if "roles" in gold:
            self._roles()
        if "agreements" in gold:
            self._agreements()
        if "events" in gold:
            self._events()
        if "timexes" in gold:
            self._timexes()

    def _entities(self, kind: str, gold: list[Facts], mine: list[Facts]) -> None:
        scores = {}
        for i, one in enumerate(mine):
            for j, other in enumerate(gold):
                like = entity_likeness(labels(one), other)
                if one.get("wikidata") and one["wikidata"] == other.get("wikidata"):
                    like = max(like, 0.99)
                scores[i, j] = like
        matched, count = pair(scores), self.sums.kinds[kind]
        for i, one in enumerate(mine):
            if i in matched:
                other = gold[matched[i]]
                count.add(tp=not other.get("optional"))
                if other.get("wikidata"):
                    right = one.get("wikidata") == other["wikidata"]
                    self.sums.shares["actor_wikidata"].add(tp=right, fp=not right)
                continue
            count.add(fp=1)
            self.sums.notes.append(f"extra {kind}: {labels(one)}")
            again = any(scores[i, j] >= ENOUGH for j in range(len(gold)))
            self.sums.counts["duplicate_actors"] += kind == "actors" and again
            furniture = self.gold.get("distractors", ())
            self.sums.counts["distractors"] += any(
                likeness(name, other, person=False) > 0.8 for name in labels(one) for other in furniture
            )
        lost = [g["name"] for j, g in enumerate(gold) if j not in matched.values() and not g.get("optional")]
        count.add(fn=len(lost))
        self.sums.notes.extend(f"missed {kind}: {name}" for name in lost)

    def _same(self, mine: str, gold: str) -> float:
        return entity_likeness([mine], self.known.get(gold, {"name": gold}))

    def _people(self, gold: Iterable[str], mine: list[str], free: Iterable[str]) -> Count:
        """Count names against names; those that are free may be given and need not be."""
        need = list(gold)
        every = need + [name for name in free if name not in need]
        matched = pair({(i, j): self._same(m, g) for i, m in enumerate(mine) for j, g in enumerate(every)})
        for j in set(range(len(need))) - set(matched.values()):  # a required name goes before a free one
            for i, name in enumerate(mine):
                if matched.get(i, len(need)) >= len(need) and self._same(name, need[j]) >= ENOUGH:
                    matched[i] = j
                    break
        right = sum(j < len(need) for j in matched.values())
        return Count(right, len(mine) - len(matched), len(need) - right)

    def _roles(self) -> None:
        gold, mine = self.gold["roles"], self.mine["roles"]
        scores = {}
        for i, one in enumerate(mine):
            for j, other in enumerate(gold):
                if self._same(one["person"], other["person"]) >= ENOUGH:
                    offices = (other["office"], *other.get("office_aliases", ()))
                    scores[i, j] = max(office_likeness(one["office"], office) for office in offices)
        self._lists("roles", gold, mine, pair(scores, 0.5))

    def _lists(
        self, kind: str, gold: list[Facts], mine: list[Facts], matched: Mapping[int, int], free: Iterable[int] = ()
    ) -> None:
        missed = [g for j, g in enumerate(gold) if j not in matched.values() and not g.get("optional")]
        extra = [one for i, one in enumerate(mine) if i not in matched and i not in free]
        self.sums.notes += [f"missed {kind}: {one}" for one in missed] + [f"extra {kind}: {one}" for one in extra]
        self.sums.kinds[kind].add(
            tp=sum(not gold[j].get("optional") for j in matched.values()),
            fp=len(extra),
            fn=len(missed),
        )

    def _agreements(self) -> None:
        gold, mine = self.gold["agreements"], self.mine["agreements"]
        scores = {}
        for i, one in enumerate(mine):
            for j, other in enumerate(gold):
                like = max(overlap(words(a), words(b)) for a in labels(one) for b in labels(other))
                party = self._people(other["parties"], one["parties"], other.get("parties_alt", ())).tp
                dated = exact(other, one["date"]) or compatible(other.get("date"), one["date"])
                if like >= 0.5 or (party and dated):
                    scores[i, j] = like + 0.5 * bool(party and dated) + 0.1 * dated
        matched = pair(scores)
        self._lists("agreements", gold, mine, matched)
        for j, other in enumerate(gold):
            found = next((mine[i] for i, k in matched.items() if k == j), None)
            if found and other.get("date"):
                right = bool(found["date"]) and exact(other, found["date"])
                self.sums.shares["agreement_date"].add(tp=right, fp=not right)
            if not other.get("optional"):
                given = found["parties"] if found else []
                free = [*other.get("parties_alt", ()), *other.get("signatories", ())]
                people = self._people(other["parties"], given, free)
                self.sums.kinds["agreement_parties"].add(people.tp, people.fp, people.fn)

    def _parts(self, gold: Facts, mine: Facts) -> Count:
        """Count the participants of an event; in a statement only its speakers are required."""
        told = gold["type"] == "statement"
        gave = [named(who) for who in gold["participants"]]
        need = [name for name, role in gave if not (told and role in _ASIDE)]
        free = [*(name for name, _ in gave if name not in need), *gold.get("participants_alt", ())]
        given = []
        for name, role in map(named, mine.get("participants", ())):
            aside = told and role in _ASIDE and not any(self._same(name, n) >= ENOUGH for n in need)
            if not (aside and any(self._same(name, n) >= ENOUGH for n in self.known)):
                given.append(name)
        return self._people(need, given, free)

    def _event_score(self, gold: Facts, mine: Facts) -> float:
        kind, people = event_type(gold, mine), self._parts(gold, mine)
        if not kind:
            return 0.0
        dated = event_date(gold, mine["date"])
        near = dated or compatible(gold.get("date"), mine["date"])
        said = set(words(mine["anchor"]))
        sentence = max(
            len(said & set(words(a))) / len(set(words(a))) for a in (gold["anchor"], *gold.get("anchor_alt", ()))
        )
        who = [named(w)[0] for w in mine["participants"]]
        touch = people.tp or any(self._same(m, named(g)[0]) >= ENOUGH for m in who for g in gold["participants"])
        if not (touch or sentence >= 0.5 or (not gold["participants"] and near and gold.get("date"))):
            return 0.0
        allowed = near or any(compatible(other, mine["date"]) for other in gold.get("date_alt", ()))
        if gold.get("date") and mine["date"] and not allowed and sentence < 0.5:
            return 0.0
        placed = bool(gold.get("place") and mine["place"] and self._same(mine["place"], gold["place"]) >= ENOUGH)
        return (
            kind + people.f1 + 0.8 * (dated and bool(gold.get("date"))) + 0.3 * near + 0.6 * sentence + 0.3 * placed
            - 0.1 * bool(gold.get("optional"))
        )  # fmt: skip

    def _events(self) -> None:
        gold, mine = self.gold["events"], self.mine["events"]
        scores = {(i, j): self._event_score(g, m) for i, m in enumerate(mine) for j, g in enumerate(gold)}
        matched = pair(scores, 0.5)
        partner = {j: i for i, j in matched.items()}
        merged = self._merged(gold, mine, partner)
        for i, one in enumerate(mine):
            if i not in matched and not self._split_statement(one, gold, matched.values()):
                self.sums.notes.append(f"extra event: {one}")
                for kind in ("events", "events_core", "events_strict"):
                    self.sums.kinds[kind].add(fp=1)
                self.sums.kinds["event_participants"].add(fp=len(one["participants"]))
        for j, other in enumerate(gold):
            if j in partner:
                self._matched(merged.get(j, other), mine[partner[j]])
            elif not other.get("optional") and j not in merged:
                self.sums.notes.append(f"missed event: {other['type']} {other['participants']} {other['anchor']}")
                for kind in ("events", "events_core", "events_strict"):
                    self.sums.kinds[kind].add(fn=1)
                self.sums.kinds["event_participants"].add(fn=self._parts(other, {}).fn)

    def _merged(self, gold: list[Facts], mine: list[Facts], partner: Mapping[int, int]) -> dict[int, Facts]:
        """Return the events that are told as one where the gold allows it: what they are together, by number."""
        numbers = {event["id"]: j for j, event in enumerate(gold) if "id" in event}
        out: dict[int, Facts] = {}
        for j, event in enumerate(gold):
            k = numbers.get(event.get("merge_ok", ""))
            if k is None or (j in partner) == (k in partner):
                continue
            lone, told = (j, k) if k in partner else (k, j)
            both = [*gold[told]["participants"]]
            both += [w for w in gold[lone]["participants"] if named(w)[0] not in {named(v)[0] for v in both}]
            free = [*gold[told].get("participants_alt", ()), *gold[lone].get("participants_alt", ())]
            union = {**gold[told], "participants": both, "participants_alt": free}
            better = self._parts(union, mine[partner[told]]).f1 > self._parts(gold[told], mine[partner[told]]).f1
            equal = {named(w)[0] for w in gold[lone]["participants"]} in (
                set(),
                {named(w)[0] for w in gold[told]["participants"]},
            )
            if better or equal:
                out[told], out[lone] = union, gold[lone]
        return out

    def _split_statement(self, mine: Facts, gold: list[Facts], matched: Iterable[int]) -> bool:
        """Tell whether this is another sentence of a speaker whose statement of that day is matched."""
        if mine["type"] != "statement":
            return False
        said = [gold[j] for j in matched if gold[j]["type"] == "statement"]
        return any(
            self._parts(one, mine).f1 >= 0.5 and (not mine["date"] or event_date(one, mine["date"])) for one in said
        )

    def _matched(self, gold: Facts, mine: Facts) -> None:
        people = self._parts(gold, mine)
        core = event_type(gold, mine) == 1 and (people.f1 >= 0.5 or people.tp + people.fn == 0)
        dated = event_date(gold, mine["date"])
        status = same_status(gold["status"], mine["status"])
        kinds, shares = self.sums.kinds, self.sums.shares
        if not gold.get("optional"):
            kinds["events"].add(tp=1)
            kinds["events_core"].add(core, not core, not core)
            strict = core and dated and status
            if not strict:
                wrong = [n for n, good in (("core", core), ("date", dated), ("status", status)) if not good]
                self.sums.notes.append(f"event wrong in {', '.join(wrong)}: {mine}; gold {dict(gold)}")
            kinds["events_strict"].add(strict, not strict, not strict)
            kinds["event_participants"].add(people.tp, people.fp, people.fn)
        shares["event_status"].add(tp=status, fp=not status)
        if gold.get("date"):
            right = bool(mine["date"]) and dated
            shares["event_date"].add(tp=right, fp=not right)
        elif mine["date"] and not dated and not any(compatible(d, mine["date"]) for d in gold.get("date_alt", ())):
            self.sums.counts["invented_dates"] += 1
        number = gold.get("quantity")
        if number and not number.get("optional"):
            value = (mine.get("quantity") or {}).get("value")
            right = value in [number["value"], *number.get("alt", ())]
            shares["event_quantity"].add(tp=right, fp=not right)

    def _timexes(self) -> None:
        gold, mine = self.gold["timexes"], self.mine["timexes"]
        scores, right = {}, {}
        for i, one in enumerate(mine):
            for j, other in enumerate(gold):
                text = bare(one["text"]).strip()
                forms = [bare(form) for form in (other["text"], *other.get("alt_text", ()))]
                if text and any(text in form or form in text for form in forms):
                    right[i, j] = exact(other, one["value"], "value", "alt")
                    scores[i, j] = 1.0 + (text in forms) + 0.5 * right[i, j]
        matched = pair(scores)
        again = {i for (i, _), good in right.items() if good and i not in matched}
        self._lists("timexes", gold, mine, matched, again)
        for i, j in matched.items():
            self.sums.shares["timex_value"].add(tp=right[i, j], fp=not right[i, j])
            if not right[i, j]:
                self.sums.notes.append(f"wrong time: {mine[i]}; gold {gold[j]}")
