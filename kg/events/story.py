"""Joins what the sentences tell into the events of one article: one event a happening, one claim a telling of it."""

from collections.abc import Collection
from datetime import date

import msgspec

from kg import iri
from kg.events.asserting import asserted, brokers_meet, meant_for, on_their_word, one_count, other_number, strikes_back
from kg.events.candidate import Candidate, Details
from kg.events.claim_merge import fuller
from kg.events.lexicon import CONCERTED, frames
from kg.events.status import Reality, dated
from kg.events.they import NEXT, SHARED, sides
from kg.events.times import compatible, looks_back, narrower
from kg.model import Claim, EventType, Participant, Status, Troops, When

__all__ = ["Event", "Story", "Telling"]

_AHEAD: frozenset[Status | None] = frozenset({"planned", "proposed", "postponed"})
_FORCES = frozenset({"withdrawal"})
"""Families whose forces a later telling may leave out."""
_MANY = frozenset({"violence", "power", "election", "sanction"})
"""Families of which an article tells many: a bare noun is not the one told before."""
_NEAR = 300
"""How many characters back such a noun looks."""
_ONCE = frozenset({"signing", "agreement", "negotiation"})
"""Types of which two in one place are one, where the first is told without parties ("a deal signed in Bamako")."""
_BESIDE = frozenset({"mediator", "host", "attendee"})
"""Roles of those who are no side of what they chair, broker or look on at."""
_SEEN = frozenset({"meeting", "call", "mediation", "visit"})
_SPEECH = frozenset({"statement", "promise", "refusal", "threat"})


class Telling(msgspec.Struct):
    """One candidate with its details and its source."""

    candidate: Candidate
    details: Details
    sentence: tuple[int, int]
    attributed_to: str | None = None
    via: str | None = None
    cue: str | None = None
    said_on: date | None = None
    denied: bool = False
    agreement: str | None = None
    sides: tuple[str, ...] | None = None
    """The parties of the text that it signs, where the text is named: nobody else's are lent to it."""


class Event(msgspec.Struct):
    """An event of the article, as far as told."""

    type: str
    participants: dict[str, str]
    reality: Reality
    when: When | None
    deadline: When | None
    place: str | None
    quantity: Troops | None
    key: str
    tellings: list[tuple[Telling, dict[str, str]]] = []
    agreement: str | None = None
    part_of: str | None = None


class Story:
    """The events of one article, in the order of the text."""

    def __init__(self, published: date | None, lands: dict[str, str]) -> None:
        """Start an article that was published on a day, if it is known; `lands` are the countries of its places."""
        self.published = published
        self.lands = lands
        self.events: list[Event] = []

    def tell(self, telling: Telling) -> list[Event]:
        """Enter a telling: into the events that it tells again, or as new ones; returns them."""
        candidate, details = telling.candidate, telling.details
        frame = frames()[candidate.type]
        reality = dated(candidate.reality, frame, details.deadline or details.when, self.published)
        if telling.denied:
            reality = Reality("denied", "negative", "CTminus")
        people = dict(candidate.participants)
        told = candidate.definite or self._there(candidate, details)
        beside = {a: r for a, r in people.items() if r in _BESIDE and (told or candidate.type == "ceasefire")}
        if beside and len(beside) == len(people):
            people = {}  # "the talks, chaired by X": the sides are those told before
        if not people and not candidate.foreign and not (told and self._again(telling, people, reality)):
            people = self._bridged(candidate, telling)
        again = self._again(telling, people, reality)
        if again:
            for event in again:
                event.participants.update({a: r for a, r in beside.items() if a not in event.participants})
            return [self._join(event, telling, people, reality) for event in self._split(again, candidate)]
        people = {**people, **beside}
        if not (asserted(candidate, people, details) or (telling.attributed_to and on_their_word(candidate, reality))):
            return []
        return [self._new(telling, part, reality) for part in self._parts(candidate, people)]

    def _there(self, candidate: Candidate, details: Details) -> bool:
        """Tell whether talks of this kind were told of this very place and day: who chairs them chairs those."""
        when, talks = details.when, details.place is not None and frames()[candidate.type].family == "talks"
        same = (e.when for e in self.events if talks and (e.type, e.place) == (candidate.type, details.place))
        return when is not None and any(known is not None and compatible(known, when) for known in same)

    def _latest(self, telling: Telling, families: Collection[str]) -> list[Event]:
        """Return the events of some families that may be taken up, those told of last first.

        Of two in one sentence that told of more often comes first.
        """
        aside = telling.candidate.on_occasion and frames()[telling.candidate.type].family == "talks"
        events = [e for e in self.events if frames()[e.type].family in families and not (aside and _beside(e, telling))]
        return sorted(events, key=lambda e: (e.tellings[-1][0].sentence[1], len(e.tellings)))[::-1]

    def _bridged(self, candidate: Candidate, telling: Telling) -> dict[str, str]:
        """Return the participants that an event without any takes from one told just before.

        Talks, texts and truces take up parties ("after talks in Moscow, …"), a withdrawal the forces that withdraw.
        """
        frame = frames()[candidate.type]
        if telling.sides is not None and candidate.rule.startswith("noun:"):
            return dict.fromkeys(telling.sides, frame.slots.get("between", "party"))
        if candidate.theirs:
            told = ((e.tellings[-1][0].candidate, e.participants) for e in self._latest(telling, {"talks"}))
            return dict.fromkeys(sides(told, telling.sentence[0]), frame.slots["subject"])
        families = CONCERTED if frame.family in CONCERTED else frozenset({frame.family}) & _FORCES
        if not families or (families is CONCERTED and not candidate.rule.startswith("noun:")) or candidate.new:
            return {}
        truce = frame.family == "ceasefire"
        for event in self._latest(telling, families):
            if event.type in _SPEECH or (
                event.type in _SEEN and event.reality.status in _AHEAD and candidate.reality.status == "occurred"
            ):
                continue
            if telling.sentence[0] - event.tellings[-1][0].sentence[1] > _NEAR:
                return {}
            if families is not CONCERTED:
                return dict(event.participants)
            apart = event.tellings[-1][0].sentence != telling.sentence
            brokered = event.type in _SEEN and brokers_meet(event.participants, (e.participants for e in self.events))
            if event.type in _SEEN and (truce or brokered or (not apart and meant_for(candidate, event.reality))):
                continue  # who meet about a truce need not be those who keep it
            if len(event.participants) >= 2:
                role = frame.slots.get("between", "party")
                return {actor: role for actor, told in event.participants.items() if told in ("party", "participant")}
        return {}

    def _parts(self, candidate: Candidate, people: dict[str, str]) -> list[dict[str, str]]:
        """Return the participants of each event that a candidate tells: one a counterpart where they meet separately."""
        others = [a for a in candidate.counterparts if a in people]
        if not candidate.separate or len(others) < 2 or len(others) == len(people):
            return [people]
        return [{a: r for a, r in people.items() if a == other or a not in others} for other in others]

    def _new(self, telling: Telling, people: dict[str, str], reality: Reality) -> Event:
        candidate, details = telling.candidate, telling.details
        seed = (candidate.type, str(telling.sentence[0]), str(candidate.row.items[candidate.at].start), *sorted(people))
        key = f"{candidate.type}-{iri.digest(*seed, size=8)}"
        if details.when is not None and any(event.key == key for event in self.events):  # "met in 2000 and 2007"
            key = f"{candidate.type}-{iri.digest(*seed, details.when.edtf, size=8)}"
        event = Event(
            candidate.type, dict(people), reality, details.when, details.deadline, details.place, details.quantity,
            key, agreement=telling.agreement,
        )  # fmt: skip
        event.tellings.append((telling, people))
        self.events.append(event)
        return event

    def _one_text(self, event: Event, details: Details, reality: Reality) -> bool:
        """Tell whether two signings of one text can be one."""
        ahead = (event.reality.status in _AHEAD, reality.status in _AHEAD)
        return (
            compatible(event.when, details.when)
            and (
                event.place is None
                or details.place in (None, event.place)
                or self._contained(event.place, details.place or "")
            )
            and ahead[0] == ahead[1]
        )

    def _again(self, telling: Telling, people: dict[str, str], reality: Reality) -> list[Event]:
        """Return the events told before that a candidate tells again, nearest first; several for "these meetings"."""
        candidate, details = telling.candidate, telling.details
        if candidate.type in _SPEECH or candidate.former:
            return []
        frame = frames()[candidate.type]
        found = []
        for event in self._latest(telling, {frame.family}):
            if event.type in _SPEECH or _told_before(event, telling, reality):
                continue
            if event.type != candidate.type and not (
                candidate.definite
                and not (candidate.type == "signing" and "attendee" in dict(candidate.participants).values())
                and not candidate.foreign
                and not people
                and frame.family in CONCERTED
                and (event.reality.status in _AHEAD) == (reality.status in _AHEAD)
            ):
                continue
            if (
                telling.agreement is not None
                and event.agreement == telling.agreement
                and event.type == candidate.type
                and self._one_text(event, details, reality)
            ):
                return [event]
            if self._may_be(event, candidate, people, details, reality):
                found.append(event)
        found = [e for e in found if e.type == candidate.type] or found
        ahead = reality.status in _AHEAD
        found = [e for e in found if (e.reality.status in _AHEAD) == ahead] or found
        if candidate.anaphoric and not candidate.singular:
            return [e for e in found if telling.sentence[0] - e.tellings[-1][0].sentence[1] <= _NEAR]
        part = details.quantity is not None and details.quantity.extent == "part"
        counted = [e for e in found if part and e.quantity is not None and e.quantity.value]
        return counted[:1] or found[:1]

    def _may_be(
        self, event: Event, candidate: Candidate, people: dict[str, str], details: Details, reality: Reality
    ) -> bool:
        bygone = candidate.bygone or event.tellings[0][0].candidate.bygone
        verbs = all(c.rule.startswith("verb:") for c in (candidate, event.tellings[0][0].candidate))
        if verbs and not candidate.definite and looks_back(event.when, details.when, self.published):
            return False
        one_day = compatible(event.when, details.when) and not (bygone and None in (event.when, details.when))
        if not (one_day and compatible(event.deadline, details.deadline)):
            return False
        if (
            event.place
            and details.place
            and event.place != details.place
            and candidate.type != "withdrawal"
            and not self._contained(event.place, details.place)
        ):
            return False
        again = reality.status in _AHEAD and bool(people) == (details.when is None) and not candidate.reality.due
        if event.reality.status == "occurred" and (again or (candidate.afresh and reality.status != "occurred")):
            return False
        if (
            event.reality.status in _AHEAD
            and reality.status == "occurred"
            and (details.when is None or event.when is None)
            and not (candidate.anaphoric or candidate.left_open(details.when) or candidate.type == "withdrawal")
        ):
            return False
        if candidate.type == "sanction" and not _one_measure(event, candidate):
            return False
        if not _same_deed(event, people, details, reality):
            return False
        if other_number(event.quantity, details.quantity):
            return False
        if not people and frames()[candidate.type].family in _MANY and not candidate.anaphoric:
            return bool(details.when and event.when)
        if not people:
            counted = one_count(event.quantity, details.quantity)
            return candidate.definite or counted or bool(details.when and event.when)
        mine, theirs = set(people), set(event.participants)
        if strikes_back(people, event.participants) or (candidate.afresh and mine > theirs):  # "then met X"
            return False
        if mine & theirs and (mine <= theirs or theirs <= mine):
            return len(mine & theirs) >= min(2, len(mine), len(theirs)) and not (
                len(mine) == 1 < len(theirs) and candidate.type in ("meeting", "call") and not candidate.definite
            )
        return not theirs and (
            bool(details.when and event.when)
            or (candidate.type in _ONCE and details.place is not None and event.place == details.place)
        )

    def _contained(self, one: str, other: str) -> bool:
        """Tell whether one place lies in the other, which is its country."""
        return self.lands.get(one) == other or self.lands.get(other) == one

    def _split(self, events: list[Event], candidate: Candidate) -> list[Event]:
        """Return the events, each cut into one a counterpart where the text now says that they meet separately."""
        if not candidate.separate:
            return events
        out = []
        for event in events:
            others = max(
                ([a for a in t.candidate.counterparts if a in event.participants] for t, _ in event.tellings), key=len
            )
            if (
                event.type not in ("meeting", "negotiation")
                or len(others) < 2
                or len(others) == len(event.participants)
            ):
                out.append(event)
                continue
            at = self.events.index(event)
            parts = []
            for other in others:
                people = {a: r for a, r in event.participants.items() if a == other or a not in others}
                part = replace_event(event, people, f"{event.type}-{iri.digest(event.key, other, size=8)}")
                part.tellings = [
                    (telling, {a: r for a, r in told.items() if a in people})
                    for telling, told in event.tellings
                    if other in told or not set(others) & set(told)
                ]
                parts.append(part)
            self.events[at : at + 1] = parts
            out.extend(parts)
        return out

    def _join(self, event: Event, telling: Telling, people: dict[str, str], reality: Reality) -> Event:
        """Add a telling to an event; what it says more makes the event fuller."""
        details = telling.details
        for actor, role in people.items():
            event.participants.setdefault(actor, role)
        event.when = narrower(event.when, details.when)
        event.deadline = event.deadline or details.deadline
        if event.place is None or (details.place is not None and self.lands.get(details.place) == event.place):
            event.place = details.place
        event.quantity = event.quantity or details.quantity
        event.agreement = event.agreement or telling.agreement
        if (
            event.reality.status in (None, "planned", "proposed")
            and reality.status == "occurred"
            and telling.candidate.type == event.type
            and not telling.candidate.left_open(details.when)
        ):
            event.reality = reality
        event.tellings.append((telling, dict(people or event.participants)))
        return event

    def claims(self) -> tuple[Claim, ...]:
        """Return a claim for each telling of each event."""
        found: dict[str, Claim] = {}
        for event in self.events:
            for index, (telling, people) in enumerate(event.tellings):
                claim = self._claim(event, telling, people, first=index == 0)
                known = found.get(claim.id)
                found[claim.id] = claim if known is None else fuller(known, claim)
        return tuple(sorted(found.values(), key=lambda c: (c.start, c.end, c.event, c.id)))

    def _claim(self, event: Event, telling: Telling, people: dict[str, str], *, first: bool) -> Claim:
        candidate, details = telling.candidate, telling.details
        frame = frames()[event.type]
        done = candidate.reality.due and event.reality.status == "occurred"  # "ahead of the talks", which were held
        known = (candidate.reality.status is not None and not done) or first or event.reality.polarity == "negative"
        reality = dated(
            candidate.reality if known else event.reality, frame,
            details.deadline or details.when or event.deadline or event.when, self.published,
        )  # fmt: skip
        if telling.denied:
            reality = Reality("denied", "negative", "CTminus")
        source = telling.attributed_to
        kind: EventType = event.type  # type: ignore[assignment]
        return Claim(
            id=iri.digest(event.key, str(telling.sentence[0]), str(candidate.at), candidate.rule, source or "", size=10), event=event.key, type=kind, status=reality.status or "occurred", start=telling.sentence[0], end=telling.sentence[1],
            rule=candidate.rule, polarity="negative" if reality.polarity == "negative" else "positive", factuality=reality.factuality,
            participants=tuple(Participant(a, r) for a, r in (people or event.participants).items()),
            place=event.place if first else details.place or event.place,
            when=event.when if first else details.when or event.when,
            deadline=event.deadline if first else details.deadline,
            quantity=details.quantity,
            agreement=event.agreement, attributed_to=source, via=telling.via if source else None, cue=telling.cue if source else None,
            hedge=reality.hedge, said_on=telling.said_on, part_of=event.part_of, confidence=round(candidate.confidence, 2),
        )  # fmt: skip


def _same_deed(event: Event, people: dict[str, str], details: Details, reality: Reality) -> bool:
    """Tell whether what is denied may be what was told: of two that share but one side nothing says so, save their day."""
    if (event.reality.polarity == "negative") == (reality.polarity == "negative"):
        return True
    if not people:  # "no talks": what the article itself denies is nothing that it goes on to tell of
        return reality.polarity == "negative" or any(t.attributed_to for t, _ in event.tellings)
    few = min(2, len(event.participants)) if event.when is None or details.when is None else 1
    return len(set(people) & set(event.participants)) >= max(few, frames()[event.type].min)


def _told_before(event: Event, telling: Telling, reality: Reality) -> bool:
    """Tell whether something was said to be done before an event took place, or already done: it is another."""
    when = event.when.earliest if event.when is not None else None
    late = reality.status == "occurred" and telling.said_on is not None and when is not None and when > telling.said_on
    last, own = event.tellings[-1][0], telling.candidate
    if own.type in SHARED and own.earlier and last.candidate.rule.startswith("verb:") and not last.candidate.earlier:
        return telling.sentence[0] - last.sentence[1] <= NEXT  # "met in Prague. They had met in May"
    return late or (when is not None and own.already and telling.details.when is None)


def _beside(event: Event, telling: Telling) -> bool:
    """Tell whether a verb of the same sentence tells an event beside the one a noun tells ("met on the sidelines of the summit"), or none."""
    last, untold = event.tellings[-1][0], event.reality.polarity == "negative"
    return last.sentence == telling.sentence and (untold or last.candidate.rule.startswith("verb:"))


def _one_measure(event: Event, candidate: Candidate) -> bool:
    """Tell whether two verbs may tell one sanction: who expels envoys and then recalls one's own takes two measures."""
    told = [t.candidate.rule.partition(" ")[0] for t, _ in event.tellings if t.candidate.rule.startswith("verb:")]
    return not (candidate.rule.startswith("verb:") and told) or candidate.rule.partition(" ")[0] in told


def replace_event(event: Event, people: dict[str, str], key: str) -> Event:
    """Return an event like another with other participants."""
    return Event(
        event.type, dict(people), event.reality, event.when, event.deadline, event.place, event.quantity, key,
        agreement=event.agreement,
    )  # fmt: skip
