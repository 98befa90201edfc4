"""The terms of agreements: who must do what for whom, by when and on which condition.

A sentence speaks of terms where a text provides for something, where a party commits to it, where it stands under a text
("under the deal, …"), or where a party must do it right behind the sentence that tells of the signing.
"""

from collections.abc import Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from kg.events.candidate import Scene
from kg.events.commitments.changes import judge, move
from kg.events.commitments.conditions import Condition, conditions, inside, only_in_conditions, promised_on, traded
from kg.events.commitments.deadlines import deadline
from kg.events.commitments.frames import (
    allotted,
    binding,
    bound_passive,
    listed,
    made_to,
    provisions,
    ruled_out,
    told_again,
    under,
    undertaken,
    undertakes,
    whereby,
)
from kg.events.commitments.merge import merge
from kg.events.commitments.phrases import (
    Head,
    between,
    bound,
    label,
    lend,
    owner,
    quoted,
    receivers,
    told,
    verbs,
)
from kg.events.lexicon import frames
from kg.events.story import Event
from kg.events.treaties.known import Known
from kg.events.treaties.treaty import Treaty
from kg.model import Commitment, When

__all__ = ["Terms"]

_EVENTS = {
    "withdrawal": "withdrawal", "ceasefire": "ceasefire", "negotiation": "negotiation", "meeting": "negotiation",
    "prisoner_release": "prisoner_release", "sanction": "sanctions_relief", "disarmament": "disarmament",
    "normalization": "normalization", "recognition": "recognition", "aid": "aid", "election": "election",
    "deployment": "deployment",
}  # fmt: skip
"""What an event is as a term."""
_DOERS = frozenset({
    "party", "participant", "withdrawing", "releaser", "actor", "sender", "recogniser", "donor", "visitor", "host",
})  # fmt: skip
"""Roles of whoever acts in an event."""
_NEAR = 1300
"""How many characters behind the sentence of a signing its terms are told without naming it."""
_EARLY = 3
"""How many sentences before the first text are kept for it."""
_THEN = 24
_RUN = 330
"""How many characters behind a term the next may stand."""
_PRONOUN = 6
"""How many items may stand before the verb of a sentence that a pronoun opens."""
_POINTING = frozenset({"he", "it", "they", "refl"})
_PAIR = 2
_PERSON = "person/"


class _Frame(msgspec.Struct, frozen=True):
    """Why a sentence speaks of terms: the text, where they begin, and who owes them where one verb says so."""

    treaty: Treaty
    start: int
    obligor: str | None = None
    both: bool = False
    """True where both sides undertake it."""
    strict: bool = False
    """True where no word of the sentence points to the text: then only what binds a party is a term."""


class _Run(msgspec.Struct, frozen=True):
    """The terms that the sentence before told: their text, where that sentence ends, who owes the last of them, its words."""

    treaty: Treaty
    end: int
    obligor: str | None
    words: str


class Terms:
    """Reads the terms of the agreements of one article."""

    def __init__(self, treaties: list[Treaty], states: dict[str, str], known: Known) -> None:
        """Start an article with the list of its agreements, which grows; `states` are the states of persons and bodies."""
        self.treaties = treaties
        self.states = states
        self.known = known
        self.last: tuple[Treaty, int] | None = None
        """The text concluded last, and where the sentence that says so ends."""
        self.early: list[tuple[Scene, dict[int, list[Event]]]] = []
        """Sentences that commit somebody before a text was told of."""
        self.run: _Run | None = None

    def read(self, scene: Scene, events: dict[int, list[Event]], treaties: dict[int, Treaty]) -> None:
        """Enter the commitments of a sentence."""
        frame = self._frame(scene, treaties)
        if frame is not None:
            self._tell(scene, frame, events, treaties)
            judge(scene, frame.treaty, self._party)
        elif not self.last and len(self.early) < _EARLY and undertakes(scene):
            self.early.append((scene, events))
        move(scene, next(iter(treaties.values()), self.run.treaty if self.run is not None else None))
        for treaty in treaties.values():
            told_of = treaty.real or treaty.passing or not (treaty.weak or treaty.thin or treaty.generic)
            if told_of and not treaty.many and not treaty.prior:
                self.last = (treaty, scene.row.sentence.end)

    def _tell(self, scene: Scene, frame: _Frame, events: dict[int, list[Event]], treaties: dict[int, Treaty]) -> None:
        """Enter the terms of a sentence."""
        found = conditions(scene)
        heads = [h for h in self._heads(scene, frame, events, treaties) if not inside(found, h)]
        if heads:
            self.run = self._enter_all(scene, frame, heads, found)

    def late(self) -> None:
        """Enter what somebody committed to before the text was told of ("They pledged to cease fire. The accord was signed …")."""
        for scene, events in self.early:
            frame = self._frame(scene, {})
            near = frame is not None and 0 <= frame.treaty.span[0] - scene.row.sentence.end <= _RUN
            if frame is not None and near and frame.treaty.real and not frame.treaty.prior:
                self._tell(scene, frame, events, {})
                frame.treaty.hint = frame.treaty.hint or undertaken(scene, frame.start)

    # ---- which text --------------------------------------------------------------------------------------------------

    def _frame(self, scene: Scene, treaties: dict[int, Treaty]) -> _Frame | None:
        """Return the text that a sentence tells terms of, from where on, and who owes them."""
        items = scene.row.items
        for at, text in treaties.items():
            if under(scene, at) and binding(scene) and not any(g.finite for g in scene.groups if g.at < at):
                return _Frame(text, -1)  # "Under the deal, X must … and Y agreed to …"
            if (opening := whereby(scene, at)) is not None:
                return _Frame(text, opening)
        for at in scene.row.verbs:
            kinds = {s.kind for s, _ in items[at].word.verbs}
            left = [t for t in treaties if t < at] if "provides" in kinds else []
            if "provides" in kinds and not left and self._taken_up(scene, at):
                return _Frame(self.last[0], at)  # type: ignore[index]  # "Il prévoit …"
            if left and not between(scene, left[-1], at):
                return _Frame(treaties[left[-1]], at)
            if "commits" in kinds:
                obligor, treaty = self._committed(scene, at, treaties)
                if treaty is not None:
                    return _Frame(treaty, at, obligor, both=obligor is None)
        for at, text in treaties.items():
            if under(scene, at) and binding(scene):
                return _Frame(text, -1)
        acts = self._acting(scene, treaties)
        if acts is not None:
            return acts
        if treaties and not only_in_conditions(scene, treaties):
            return None
        near = self._near(scene)
        if near is not None and (told_of := provisions(scene)) is not None:
            return _Frame(near, told_of)
        if self.run is not None and scene.row.sentence.start - self.run.end <= _RUN:
            return _Frame(self.run.treaty, -1) if binding(scene) and not told(scene) else None
        return _Frame(near, -1, strict=True) if near is not None else None

    def _near(self, scene: Scene) -> Treaty | None:
        """Return the text concluded last where that stands close before a sentence."""
        return self.last[0] if self.last is not None and scene.row.sentence.start - self.last[1] <= _NEAR else None

    def _acting(self, scene: Scene, treaties: dict[int, Treaty]) -> _Frame | None:
        """Return the text that does itself what is a term of it ("The accord creates a corridor", "Il crée des assemblées")."""
        for first, _, _ in verbs(scene) if treaties or self._taken_up(scene, 1) else ():
            group = next((g for g in scene.groups if g.left <= first <= g.at), None)
            if group is None or group.passive or group.negated or group.time != "present" or group.modal is not None:
                continue
            who = scene.subjects.get(group.at, (None, ""))[0]
            if who in treaties:
                return _Frame(treaties[who], group.left - 1)
            if self._taken_up(scene, group.left) and self.last is not None:
                return _Frame(self.last[0], group.left - 1)
        return None

    def _taken_up(self, scene: Scene, at: int) -> bool:
        """Tell whether a pronoun alone stands before a verb and takes up the text told right before ("It calls for …")."""
        if self.last is None or scene.row.sentence.start - self.last[1] > _RUN:
            return False
        pronouns = scene.source.lexicon.language.grammar.pronouns.get("it", ())
        before = scene.row.items[:at]
        return len(before) <= _PAIR and bool(before) and before[0].low in pronouns

    def _committed(self, scene: Scene, at: int, treaties: dict[int, Treaty]) -> tuple[str | None, Treaty | None]:
        """Return who undertakes something at a verb, and the text that it is a party of."""
        group = next((g for g in scene.groups if at in (g.modal_at, g.at)), None)
        who = scene.subjects[group.at][0] if group is not None else None
        if group is None:
            before = [i for i in range(at - 1, max(-1, at - 6), -1) if scene.row.items[i].kind == "np"]
            who = before[0] if before else None
        if group is not None and (group.negated or group.time == "conditional"):
            return None, None
        if who is not None and scene.row.items[who].prep - {"by"}:  # "the two parties to the Ethiopian war agreed to …"
            some = any("indef" in i.word.flags for i in scene.row.items[max(0, who - _PRONOUN) : who])  # "A forum of …"
            return None, None if some else next(iter(treaties.values()), self._near(scene))
        if who is None:
            owing = self._owing(scene, at)
            return (owing, self.run.treaty) if owing is not None and self.run is not None else (None, None)
        for actor in scene.row.actors(who)[:1]:
            for treaty in [*treaties.values(), *self.treaties[::-1]]:
                party = self._party(actor, treaty)
                if party is not None and not treaty.many:
                    both = [self._party(a, treaty) for a in scene.row.actors(who)]
                    return (party if len(set(both)) == 1 else None), treaty
        return None, None

    def _owing(self, scene: Scene, at: int) -> str | None:
        """Return who owes the terms told just before, where a pronoun opens the sentence ("They are to begin …")."""
        if self.run is None or scene.row.sentence.start - self.run.end > _RUN:
            return None
        before = scene.row.items[:at]
        named = any(item.kind == "np" and item.actors for item in before)
        points = any(item.word.flags & _POINTING for item in before)
        return self.run.obligor if points and not named and len(before) <= _PRONOUN else None

    def _answered(self, scene: Scene, who: str | None) -> str | None:
        """Return the words of the term told right before, where somebody else owes it: what one in return is for."""
        if self.run is None or scene.row.sentence.start - self.run.end > _RUN or self.run.obligor == who:
            return None
        return self.run.words

    def _parties(self, treaty: Treaty) -> list[str]:
        named = self.known.named_parties(treaty.key) if treaty.known else []
        return list(dict.fromkeys([*treaty.parties, *named]))

    def _bodies(self, treaty: Treaty) -> frozenset[str]:
        """Return the parties of a text, and the states of those who signed."""
        parties = self._parties(treaty)
        return frozenset([*parties, *(self.states[p] for p in parties if p in self.states)])

    def _party(self, actor: str, treaty: Treaty) -> str | None:
        """Return the party that an actor is or belongs to."""
        parties = self._parties(treaty)
        side = self.states.get(actor)
        if actor in parties:
            return side if side is not None and actor.startswith(_PERSON) else actor
        if side in parties:
            return side
        found = next((p for p in parties if side is not None and self.states.get(p) == side), None)
        return side if found is not None and found.startswith(_PERSON) else found

    # ---- which terms -------------------------------------------------------------------------------------------------

    def _heads(
        self, scene: Scene, frame: _Frame, events: dict[int, list[Event]], treaties: dict[int, Treaty]
    ) -> list[Head]:
        """Return the verbs and nouns of terms, in text order, one an index."""
        found: dict[int, Head] = {}
        for first, last, kind in verbs(scene):
            found[first] = Head(first, kind, last)
        for at, item in enumerate(scene.row.items):
            nouns = [s.value for s in item.word.nouns if s.kind == "commitment"] if item.word.nouns else ()
            if nouns:
                found[at] = Head(at, nouns[0], at)
        for index, candidate in enumerate(scene.found):
            imposed = candidate.type == "sanction" and candidate.rule.startswith("verb:")
            if candidate.type in _EVENTS and frames()[candidate.type].family != "speech" and not imposed:
                event = next(iter(events.get(index, ())), None)
                ahead = candidate.reality.status is None and candidate.at > frame.start >= 0
                lend(found, Head(candidate.at, _EVENTS[candidate.type], candidate.at, event, ahead=ahead))
        heads = [h for at, h in sorted(found.items()) if max(at, h.end) > frame.start and at not in treaties]
        for head in heads:
            head.kind = "sanctions_relief" if head.kind == "withdrawal" and listed(scene, head) else head.kind
            head.group = next((g for g in scene.groups if g.left <= head.at <= g.at), None)
            if head.kind == "gives":  # "[remettre] la ville à la Turquie", not "un rapport"
                given = any(self._party(actor, frame.treaty) for actor in receivers(scene, head))
                head.kind = "other" if given else head.told_kind
        heads = [head for head in heads if head.kind and self._is_term(scene, head, frame)]
        return [head for i, head in enumerate(heads) if not told_again(scene, head, heads[:i])]

    def _is_term(self, scene: Scene, head: Head, frame: _Frame) -> bool:
        """Tell whether a verb or noun is something still to be done, and nothing else that happened."""
        event, group = head.event, head.group
        if ruled_out(scene, head, frame.start):
            return False
        if not frame.strict:
            told_so = event is not None and event.reality.status == "occurred" and head.kind != "negotiation"
            told_so = told_so and not (head.ahead and group is None)  # "provides for the withdrawal of …"
            return not told_so or (group is not None and group.time == "present" and head.at > frame.start >= 0)
        if quoted(scene, head.at):
            return False
        bodies = self._bodies(frame.treaty)
        if not told(scene) and (bound_passive(scene, head, bodies) or allotted(scene, head, bodies)):
            return True
        ahead = group is not None and group.time == "future"
        if not bound(scene, head) and not (ahead and any("exchange" in i.word.flags for i in scene.row.items)):
            return False
        if group is not None:
            who = scene.subjects.get(group.at, (None, ""))[0]
            actors = scene.row.actors(who) if who is not None else ()
        else:
            actors = owner(scene, head.at)
        return any(self._party(a, frame.treaty) is not None for a in actors)

    def _enter_all(self, scene: Scene, frame: _Frame, heads: Sequence[Head], found: Sequence[Condition]) -> _Run:
        """Enter the terms of a sentence."""
        signed = self._signed(frame.treaty)
        terms: list[Commitment] = []
        for head in heads:
            who = frame.obligor or self._doer(scene, head, frame.treaty) or self._owing(scene, head.at)
            if frame.both and (head.group is None or not head.group.finite or head.at <= frame.start + 1):
                who = None
            if traded(found, head, heads):
                first = next((t.obligor for t in terms if t.obligor), frame.obligor)
                who = self._other(first, frame.treaty) if first else who
            words = label(scene, head, (c.first for c in found))
            term = self._term(scene, frame.treaty, head, heads, who, signed)
            on = promised_on(scene, head, heads, found, self._answered(scene, who))
            terms.append(replace(term, condition=on, label=words))
        for term in terms:
            merge(frame.treaty, term)
        owing = next((t.obligor for t in reversed(terms) if t.obligor), None)
        said = scene.row.sentence
        words = scene.source.reading.article.text[said.start : said.end].strip(" .")
        return _Run(frame.treaty, said.end, owing, words)

    def _term(
        self, scene: Scene, treaty: Treaty, head: Head, heads: Sequence[Head], who: str | None, signed: date | None
    ) -> Commitment:
        row, event = scene.row, head.event
        due = deadline(scene, head.at, [h.at for h in heads], signed) or self._then(scene, treaty)
        status = "pending"
        if event is not None and head.kind == "negotiation" and event.reality.status in ("occurred", "ongoing"):
            status = "fulfilled"
        elif event is not None and event.reality.status == "ongoing" and head.kind != "sanctions_relief":
            status = "in_progress"
        return Commitment(
            head.kind, row.sentence.start, row.sentence.end, who, self._owed(scene, head, treaty, who), due, None, status,  # type: ignore[arg-type]
            event.key if event else None,
        )  # fmt: skip

    def _then(self, scene: Scene, treaty: Treaty) -> When | None:
        """Return the day of the term before, where a sentence points back at it ("By then, …")."""
        row = scene.row
        opening = scene.source.reading.article.text[row.sentence.start : row.sentence.start + _THEN].lower()
        if self.run is None or not opening.startswith(scene.source.lexicon.language.commitments.then):
            return None
        dated = [t for t in treaty.commitments if t.deadline is not None and t.end >= row.sentence.start - _RUN]
        last = max(dated, key=lambda t: t.end, default=None)
        if last is None or last.deadline is None:
            return None
        return replace(last.deadline, modifier="BEFORE")

    def _signed(self, treaty: Treaty) -> date | None:
        """Return the day of the signing, from which times without a start are counted."""
        if treaty.when is not None and treaty.when.earliest == treaty.when.latest:
            return treaty.when.latest
        day = self.known.signed(treaty.key) if treaty.known else None
        if day is not None or treaty.when is not None:
            return day
        fresh = treaty.real and not treaty.prior and treaty.status in ("negotiated", "initialled", "signed")
        return self.known.published if fresh else None

    def _doer(self, scene: Scene, head: Head, treaty: Treaty) -> str | None:
        """Return the party that a term makes act: itself, or by a body of its own."""
        actors: list[str] = []
        if head.group is not None and not head.group.passive:
            who = scene.subjects.get(head.group.at, (None, ""))[0]
            actors += (scene.row.actors(who) if who is not None else ()) or made_to(scene, head.group)
        elif head.group is None and head.event is None:
            actors += owner(scene, head.at)
        if head.event is not None:
            actors += [a for a, r in head.event.participants.items() if r in _DOERS]
        found = [p for p in dict.fromkeys(self._party(a, treaty) for a in actors) if p is not None]
        later = () if found or len(self._parties(treaty)) >= _PAIR else actors  # whose text it is may be told later
        sides = {self.states.get(p, p) for p in found or later}
        return (found or [*sides])[0] if len(sides) == 1 else None  # both sides owe it

    def _owed(self, scene: Scene, head: Head, treaty: Treaty, who: str | None) -> str | None:
        """Return to whom a term is owed: the party that its sentence names as whoever gets it, else the other of two."""
        given = (self._party(actor, treaty) for actor in receivers(scene, head))
        mine = self.states.get(who, who) if who is not None else None
        named = (party for party in given if party is not None and self.states.get(party, party) != mine)
        return next(named, None) or self._other(who, treaty)

    def _other(self, who: str | None, treaty: Treaty) -> str | None:
        """Return the other of two parties."""
        sides = {self.states.get(p, p): self._party(p, treaty) for p in reversed(self._parties(treaty))}
        mine = self.states.get(who, who) if who is not None else None
        return next((p for s, p in sides.items() if s != mine), None) if who and len(sides) == _PAIR else None
