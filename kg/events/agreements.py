"""Agreements as an article speaks of them: named or described, with parties, date, place, status and commitments."""

from dataclasses import dataclass, field

from kg import iri
from kg.authority import Authority
from kg.events.candidate import Candidate, Scene
from kg.events.clauses import Arguments, arguments
from kg.events.items import Item, Row, Source
from kg.events.lexicon import frames
from kg.events.sharing import Details
from kg.events.story import Event
from kg.events.times import compatible, narrower
from kg.model import Agreement, Commitment, When

__all__ = ["Ledger", "Treaty"]

_COMMITMENTS = {
    "withdrawal": "withdrawal", "ceasefire": "ceasefire", "negotiation": "negotiation", "meeting": "negotiation",
    "prisoner_release": "prisoner_release", "sanction": "sanctions_relief", "disarmament": "disarmament",
    "normalization": "normalization", "recognition": "recognition", "aid": "aid", "election": "election", "deployment": "deployment",
}  # fmt: skip
_ORDER = ("draft", "negotiated", "initialled", "signed", "ratified", "in_force", "suspended", "terminated")


@dataclass(slots=True)
class Treaty:
    """An agreement, as far as told."""

    key: str
    name: str
    named: bool
    span: tuple[int, int]
    parties: list[str] = field(default_factory=list)
    mediators: list[str] = field(default_factory=list)
    when: When | None = None
    place: str | None = None
    status: str = "negotiated"
    signing: str | None = None
    many: bool = False
    """Several texts told at once ("seven agreements")."""
    weak: bool = False
    """Known by its subject alone ("a border deal"): kept when the article tells its parties."""
    commitments: list[Commitment] = field(default_factory=list)


class Ledger:
    """The agreements of one article."""

    def __init__(self, source: Source, names: dict[str, str]) -> None:
        """Start an article; `names` are the names of its actors, places and agreements by id."""
        self.source = source
        self.names = names
        self.treaties: list[Treaty] = []
        countries = {actor.country: actor.id for actor in source.reading.actors if actor.type == "country"}
        self.states = {a.id: countries[a.country] for a in source.reading.actors if a.country in countries}

    def read(self, scene: Scene, details: dict[int, Details]) -> dict[int, Treaty]:
        """Enter the agreements that a sentence speaks of; returns them by the index of their noun."""
        row = scene.row
        out: dict[int, Treaty] = {}
        for at, item in enumerate(row.items):
            named = item.agreement is not None
            noun = next((s for s in item.word.nouns if s.kind == "treaty"), None)
            truce = any(s.kind == "event" and s.value == "ceasefire" for s in item.word.nouns)
            if not named and noun is None and not truce:
                continue
            treaty = self._treaty(scene, at, details, generic=truce or (noun is not None and noun.value == "generic"))
            if treaty is not None:
                out[at] = treaty
        return out

    def _treaty(self, scene: Scene, at: int, details: dict[int, Details], *, generic: bool) -> Treaty | None:
        row = scene.row
        item = row.items[at]
        found = arguments(row, at, scene.groups, verb=False)
        event, detail = _event_of(scene, at, details)
        parties, mediators = _parties(scene, found, event)
        when = detail.when if detail is not None else None
        place = detail.place if detail is not None else None
        name, titled, seat = self._name(scene, at, found)
        definite = any("det" in i.word.flags or "demo" in i.word.flags for i in row.items[max(0, at - 3) : at])
        many = _many(scene, at)
        same = self._same(item.agreement, name if titled else None, parties, when, place, definite=definite, many=many)
        if same is None:
            strong = item.agreement is not None or titled or len(parties) >= 2 or _concluded(event, when, parties)
            if generic and not (titled or item.agreement) and event is None and not parties:
                return None
            label = name if titled else _phrase(scene, at, self.source.reading.article.text)
            if not strong and " " not in label and not parties:
                return None
            key = (
                item.agreement or f"local/agreement/{iri.slug(name if titled else '-'.join((label, *sorted(parties))))}"
            )
            same = Treaty(
                key,
                label,
                item.agreement is not None or titled,
                (row.sentence.start, row.sentence.end),
                weak=not strong,
            )
            self.treaties.append(same)
        elif same.weak and (len(parties) >= 2 or _concluded(event, when, parties)):
            same.weak = False
        same.parties += [p for p in parties if p not in same.parties]
        same.mediators += [p for p in mediators if p not in same.mediators and p not in same.parties]
        same.when = narrower(same.when, when) if compatible(same.when, when) else same.when
        same.place = same.place or place or seat
        status = _status(scene, at, event)
        if status is not None and _ORDER.index(status) > _ORDER.index(same.status):
            same.status = status
        return same

    def _name(self, scene: Scene, at: int, found: Arguments) -> tuple[str, bool, str | None]:
        """Return the name of an agreement, whether it is a name of its own, and the place in it ("accord de Pretoria")."""
        row = scene.row
        item = row.items[at]
        text = self.source.reading.article.text
        if item.agreement is not None:
            return self.names.get(item.agreement, text[item.start : item.end]), True, None
        for index in found.slots.get("of", ())[:1]:
            other = row.items[index]
            seat = _seat(other)
            if seat is not None and index <= at + 3:
                return text[item.start : other.end], True, seat
        if at:
            other = row.items[at - 1]
            if other.kind == "np" and _seat(other) and not self.source.lexicon.language.grammar.partitives:
                return text[other.start : item.end], True, _seat(other)
        first = at
        while (
            first
            and row.items[first - 1].kind == "word"
            and not row.items[first - 1].word.flags
            and text[row.items[first - 1].start].isupper()
        ):
            first -= 1
        if first and first < at and text[item.start].isupper():
            return text[row.items[first].start : item.end], True, None
        return text[item.start : item.end], False, None

    def _same(
        self,
        key: str | None,
        name: str | None,
        parties: list[str],
        when: When | None,
        place: str | None,
        *,
        definite: bool,
        many: bool,
    ) -> Treaty | None:
        """Return the agreement told before that this is."""
        for treaty in reversed(self.treaties):
            if key is not None or name is not None:
                if treaty.key == key or (name is not None and iri.slug(treaty.name) == iri.slug(name)):
                    return treaty
                continue
            if treaty.many != many:
                continue
            if not compatible(treaty.when, when) or (place and treaty.place and place != treaty.place):
                continue
            mine, theirs = set(parties), set(treaty.parties)
            if mine and theirs and (mine <= theirs or theirs <= mine):
                return treaty
            if not mine and definite:
                return treaty
            if not treaty.named and (not mine or not theirs or not self._rivals(mine, theirs)):
                return treaty
        return None

    def _rivals(self, mine: set[str], theirs: set[str]) -> bool:
        """Tell whether two lists of parties name two texts: both complete, of the same sort, and without a common party."""
        types = self.source.types
        sorts = [{types.get(p) == "person" for p in parties} for parties in (mine, theirs)]
        return len(mine) >= 2 and len(theirs) >= 2 and not mine & theirs and sorts[0] == sorts[1]

    def commit(self, scene: Scene, events: dict[int, list[Event]], treaties: dict[int, Treaty]) -> None:
        """Enter the commitments of a sentence: what a party undertakes, what a text provides, what is given in exchange."""
        for at, item in enumerate(scene.row.items):
            kinds = {s.kind for s, _ in item.word.verbs}
            if "provides" in kinds:
                left = [t for t in treaties if t < at]
                if left and not any(left[-1] < g.at < at for g in scene.groups if g.time != "participle"):
                    self._terms(scene, at, len(scene.row.items), treaties[left[-1]], None, events)
            elif "commits" in kinds:
                obligor = _committed(scene, at)
                treaty = next((t for t in [*treaties.values(), *self.treaties[::-1]] if obligor in t.parties), None)
                if treaty is not None and obligor is not None:
                    self._terms(scene, at, len(scene.row.items), treaty, obligor, events)

    def _terms(
        self, scene: Scene, start: int, stop: int, treaty: Treaty, obligor: str | None, events: dict[int, list[Event]]
    ) -> None:
        row = scene.row
        exchanged = False
        for at in range(start + 1, stop):
            item = row.items[at]
            if "exchange" in item.word.flags:
                exchanged = True
                continue
            index = next(
                (i for i, c in enumerate(scene.found) if c.at == at and frames()[c.type].family != "speech"), None
            )
            kind = next((s.value for s in item.word.nouns if s.kind == "commitment"), None)
            event = None
            if index is not None and scene.found[index].type in _COMMITMENTS:
                kind = _COMMITMENTS[scene.found[index].type]
                event = next(iter(events.get(index, ())), None)
            if kind is None:
                continue
            who = obligor or _doer(event, treaty, self.states)
            if exchanged:
                who = next((p for p in treaty.parties if p != obligor), None) if obligor else who
            self._enter(scene, treaty, kind, who, event, at)

    def _enter(self, scene: Scene, treaty: Treaty, kind: str, who: str | None, event: Event | None, at: int) -> None:
        text = self.source.reading.article.text
        row = scene.row
        obligee = next((p for p in treaty.parties if p != who), None) if len(treaty.parties) == 2 and who else None
        deadline = _due(event, treaty)
        for index, old in enumerate(treaty.commitments):
            if old.type == kind and (old.obligor == who or who is None or old.obligor is None):
                if old.deadline is None and deadline is not None:
                    treaty.commitments[index] = _commitment(
                        kind, row, who or old.obligor, obligee or old.obligee, deadline, event, old.label
                    )
                return
        stop = min(at + 4, len(row.items) - 1)
        label = text[row.items[at].start : row.items[stop].end]
        treaty.commitments.append(_commitment(kind, row, who, obligee, deadline, event, label))

    def entitle(self, authority: Authority) -> None:
        """Give a text without a name the name it is known by: that of the place and year of its signing."""
        for treaty in self.treaties:
            if treaty.named or treaty.place is None or treaty.when is None or treaty.when.earliest is None:
                continue
            place = self.names.get(treaty.place, "")
            for pattern in self.source.lexicon.language.agreements.titles:
                for found in authority.named(pattern.format(place=place)):
                    entry = authority.entry(found)
                    if entry.type == "agreement" and str(treaty.when.earliest.year) in entry.label:
                        treaty.key, treaty.name, treaty.named = found, entry.label, True

    def agreements(self) -> tuple[Agreement, ...]:
        """Return the agreements of the article, in text order."""
        return tuple(
            Agreement(
                t.key, t.name, t.status, *t.span, t.when, t.place, tuple(t.parties), tuple(t.mediators),  # type: ignore[arg-type]
                tuple(t.commitments), None, t.signing,
            )
            for t in self.treaties
            if not t.weak or len(t.parties) >= 2
        )  # fmt: skip


def _seat(item: Item) -> str | None:
    """Return the town or region that a name in a title is ("accord de Pretoria"), never a country."""
    return item.literal or (item.place if item.type == "place" else None)


def _many(scene: Scene, at: int) -> bool:
    """Tell whether a noun speaks of several texts: a number stands before it."""
    quantities = scene.source.lexicon.language.quantities
    words = frozenset(quantities.number_words) - frozenset(quantities.articles)
    before = scene.row.items[max(0, at - 3) : at]
    return any(item.kind == "quantity" or item.low[:1].isdigit() or item.low in words for item in before)


def _concluded(event: Candidate | None, when: When | None, parties: list[str]) -> bool:
    """Tell whether a text is signed or concluded, by somebody or on some day."""
    return (
        event is not None
        and event.reality.status in ("occurred", "planned", None)
        and (when is not None or bool(parties))
    )


def _phrase(scene: Scene, at: int, text: str) -> str:
    """Return the noun phrase of a text without a name: its adjectives before, its subject after ("accord sur Idlib")."""
    items = scene.row.items
    first = at
    while (
        first
        and at - first < 4
        and items[first - 1].kind in ("word", "np")
        and not items[first - 1].word.preps
        and not items[first - 1].word.verbs
        and not items[first - 1].word.flags & {"det", "and", "own", "poss", "demo", "adv"}
    ):
        first -= 1
    last = at
    for index in range(at + 1, min(at + 9, len(items))):
        item = items[index]
        flags = item.word.flags
        if (
            item.kind in ("sign", "date")
            or (item.word.verbs and not item.word.nouns)
            or flags & {"rel", "comp", "sub", "and"}
        ):
            break
        if (
            item.word.preps & {"in", "by", "between", "with", "mediated", "other"}
            and not item.word.preps & {"of", "on"}
            and "in" not in item.word.preps
        ):
            break
        if item.kind == "np" or not (item.word.preps or flags):
            last = index
            if item.kind == "np":
                break
    return text[items[first].start : items[last].end]


def _committed(scene: Scene, at: int) -> str | None:
    """Return who accepts or undertakes at a verb."""
    group = next((g for g in scene.groups if at in (g.modal_at, g.at)), None)
    who = scene.subjects[group.at][0] if group is not None else None
    if group is None:
        before = [i for i in range(at - 1, max(-1, at - 6), -1) if scene.row.items[i].kind == "np"]
        who = before[0] if before else None
    actors = scene.row.items[who].actors if who is not None else ()
    return actors[0] if actors else None


def _commitment(
    kind: str, row: Row, who: str | None, obligee: str | None, deadline: When | None, event: Event | None, label: str
) -> Commitment:
    done = event is not None and event.reality.status in ("occurred", "ongoing") and kind == "negotiation"
    return Commitment(
        kind, row.sentence.start, row.sentence.end, who, obligee, deadline,
        status="fulfilled" if done else "pending", event=event.key if event else None, label=label,
    )  # fmt: skip


def _due(event: Event | None, treaty: Treaty) -> When | None:
    """Return by when a term is due: the deadline of its event, or a day of it that lies after the signing."""
    if event is None or event.reality.status not in ("planned", "proposed", None):
        return None
    signed = treaty.when.latest if treaty.when is not None else None
    when = event.when
    later = when is not None and (signed is None or (when.earliest is not None and when.earliest > signed))
    return event.deadline or (when if later else None)


def _doer(event: Event | None, treaty: Treaty, states: dict[str, str]) -> str | None:
    """Return the party that a term's event makes act: itself, or by a body of its own."""
    for actor in event.participants if event is not None else ():
        party = actor if actor in treaty.parties else states.get(actor)
        if party in treaty.parties:
            return party
    return None


def _event_of(scene: Scene, at: int, details: dict[int, Details]) -> tuple[Candidate | None, Details | None]:
    """Return the signing or conclusion that bears on the agreement noun at `at`."""
    for index, event in enumerate(scene.found):
        if event.treaty == at:
            return event, details[index]
    return None, None


def _parties(scene: Scene, found: Arguments, event: Candidate | None) -> tuple[list[str], list[str]]:
    """Return the parties and the mediators that a sentence gives an agreement."""
    parties: list[str] = []
    mediators: list[str] = []
    row = scene.row
    for slot in ("between", "with", "adj"):
        for index in found.slots.get(slot, ())[:1]:
            if slot != "adj" or len(row.actors(index)) > 1:
                parties += [a for a in row.actors(index) if a not in parties]
    for index in found.slots.get("mediated", ()):
        mediators += [a for a in row.actors(index) if a not in mediators]
    if event is not None:
        parties += [a for a, r in event.participants if r == "party" and a not in parties]
        mediators += [a for a, r in event.participants if r == "mediator" and a not in mediators]
    types = scene.source.types
    collective = [p for p in parties if types.get(p) != "person"]
    return (collective if len(collective) >= 2 else parties), mediators


def _status(scene: Scene, at: int, event: Candidate | None) -> str | None:
    if event is not None and event.type == "signing" and event.reality.status == "occurred":
        return "signed"
    for group in scene.groups:
        for sense in group.senses:
            if (
                sense.kind == "treaty_status"
                and not group.negated
                and group.modal is None
                and group.time in ("past", "participle")
                and abs(group.at - at) <= 8
            ):
                return sense.value
    return None
