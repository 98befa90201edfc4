"""Agreements as an article speaks of them: named or described, with parties, date, place, status and commitments.

Sentence --mentions--> namings --Ledger--> treaties, one a text --commitments--> their terms
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from kg.authority import Authority
from kg.events.candidate import Details, Scene
from kg.events.commitments.merge import united
from kg.events.commitments.terms import Terms
from kg.events.items import Source
from kg.events.lexicon import frames
from kg.events.story import Event, Story
from kg.events.times import compatible
from kg.events.treaties.acting import OPENS, joint, takes_up
from kg.events.treaties.close import Closing
from kg.events.treaties.known import Known
from kg.events.treaties.lending import Lending, pairs_of
from kg.events.treaties.match import Matcher
from kg.events.treaties.mentions import namings
from kg.events.treaties.pronouns import by_pronoun
from kg.events.treaties.sides import sift
from kg.events.treaties.there import there
from kg.events.treaties.treaty import Naming, Treaty, local_key, states_of
from kg.events.treaties.verbs import treaty_noun
from kg.events.verbs import auxiliary
from kg.model import Agreement, Commitment, Mention

__all__ = ["Ledger", "Treaty"]

_STATES = frozenset({"country", "government"})
_PAIR = 2
_APART_BY = 6
"""How many words may stand between a text and its other name."""
_PRONOUN = 300
"""How many characters behind a text a pronoun still takes it up."""
_TAKEN_UP = 700
"""How many characters behind what was agreed "the deal" may stand."""
_NEXT = 3
"""How many characters lie between a sentence and the next."""
_PLEDGED = frozenset({"agreement", "promise"})
_MET = frozenset({"meeting", "negotiation", "call"})
_SIGNS = frozenset(',()"«»“”')


class Ledger:
    """The agreements of one article."""

    def __init__(self, source: Source, names: dict[str, str], authority: Authority) -> None:
        """Start an article; `names` are the names of its actors, places and agreements by id."""
        self.source = source
        self.names = names
        self.known = Known(authority, source.reading, names)
        self.treaties: list[Treaty] = []
        countries = {actor.country: actor.id for actor in source.reading.actors if actor.type == "country"}
        self.states = {
            a.id: countries[a.country]
            for a in source.reading.actors
            if a.country in countries and a.type != "armed_group"  # rebels are another side than their state
        }
        self.spans: dict[tuple[int, int], Treaty] = {}
        """Which agreement each name of one is, by its offsets."""
        self.terms = Terms(self.treaties, self.states, self.known)
        self.agreed: tuple[Event, int] | None = None
        """What two sides have agreed on without a noun for it, and where the sentence that says so ends."""
        self.spoken: tuple[Treaty | None, int] = (None, -_PRONOUN)
        """The text spoken of last, and where the sentence ends that does."""
        self.idle: tuple[Naming | None, int] = (None, -_PRONOUN)
        """What was called a text last without being one yet ("C'est un texte en neuf points."), and where its sentence ends."""
        self.pairs: list[tuple[str, ...]] = []
        """Who stands on either side of "between"."""
        self.met: list[Event] = []
        """Who met in the sentence before."""
        self.acting: tuple[tuple[str, ...], int] = ((), 0)
        """The two sides that acted together in the sentence before, and where it ends."""
        self.before: Scene | None = None
        """The sentence before."""
        self.matcher = Matcher(self.treaties, self.states, source.types, self.known)

    def read(self, scene: Scene, details: dict[int, Details]) -> dict[int, Treaty]:
        """Enter the agreements that a sentence speaks of; returns them by the index of their noun."""
        out: dict[int, Treaty] = {}
        self.pairs += pairs_of(scene.row, self.source.types)
        for naming in namings(scene, details, self.names, self.states):
            self._key(naming)
            there(scene, naming, self.before)
            if naming.likened and naming.denied:
                continue  # "a truce, not a peace treaty"
            treaty = self._renamed(scene, naming, out) or self._pointed(naming)
            treaty = treaty or self.matcher.same(naming, out) or self._new(naming)
            if treaty is None:
                self.idle = (naming, scene.row.sentence.end)
            else:
                treaty.take(naming)
                out[naming.at] = treaty
                self.spoken = (treaty, scene.row.sentence.end)
                item = scene.row.items[naming.at]
                self.spans[item.start, item.end] = treaty
        if not out:
            self._signed(scene, details)
        self.acting = (joint(scene), scene.row.sentence.end)
        self.before = scene
        return out

    def _pointed(self, naming: Naming) -> Treaty | None:
        """Return the text of the sentence before that "this text" opens with: its day and place may be another's."""
        treaty, end = self.spoken
        opens = naming.pointed and not (naming.title or naming.key or naming.many or naming.hypothetical)
        if treaty is None or not (opens and naming.at <= OPENS and 0 <= naming.span[0] - end <= _NEXT):
            return None
        if treaty.many or not treaty.real or self.matcher.apart(naming.parties, treaty.parties):
            return None
        if not compatible(naming.when, treaty.when):
            naming.when = naming.place = None  # "signed on Monday. This text, agreed in August in Havana, …"
        return treaty

    def _signed(self, scene: Scene, details: dict[int, Details]) -> None:
        """Enter what a sentence says of the signing of the text told right before, which a pronoun takes up ("ils l'ont signé")."""
        near = scene.row.sentence.start - _PRONOUN
        naming = by_pronoun(scene, details) if max(self.spoken[1], self.idle[1]) >= near else None
        if naming is None:
            return
        sift(scene, naming, self.states)
        (treaty, told), (text, called) = self.spoken, self.idle
        if text is not None and (treaty is None or told < called):
            naming.label, naming.forms = text.label, text.forms
            treaty = self._new(naming)
        elif treaty is None or treaty.many or treaty.prior:
            return
        if treaty is not None:
            treaty.take(naming)
            self.terms.last = (treaty, scene.row.sentence.end)

    def _key(self, naming: Naming) -> None:
        """Settle whether the authority knows a text by the name that it bears here."""
        if naming.key is not None and not self.known.may_be_called(naming.key, naming.when):
            naming.key = None  # another text of the same name
        elif naming.key is None and not naming.many:
            kind = naming.label.partition(" ")[0]
            for name in (naming.label, naming.title, f"{kind} {naming.title}" if naming.title.isupper() else ""):
                if naming.key is None and (" " in name or name.isupper()):
                    naming.key = self.known.by_label(name)
                    naming.title = name if naming.key is not None else naming.title

    def _renamed(self, scene: Scene, naming: Naming, here: dict[int, Treaty]) -> Treaty | None:
        """Return the agreement that a sentence gives another name or describes ("X, known as Y,", "X is an agreement …")."""
        if not here:
            return None
        last = max(here)
        called = self.source.lexicon.language.agreements.called
        between = [
            i for i in scene.row.items[last + 1 : naming.at] if "det" not in i.word.flags and i.low not in _SIGNS
        ]
        if len(between) > _APART_BY or any(i.kind != "word" for i in between):
            return None
        is_ = bool(between) and all("adv" in i.word.flags or auxiliary(i) == ("be", "pres") for i in between)
        said = f" {' '.join(i.low for i in between)} "
        apposed = naming.indefinite and self._apposed(scene, last, naming.at)
        if any(f" {word} " in said for word in called) or (is_ and naming.indefinite) or apposed:
            treaty = here[last]
            if naming.title and not treaty.named:
                treaty.name, treaty.named, treaty.seat = naming.title, True, naming.seat
            return treaty
        return None

    def _apposed(self, scene: Scene, last: int, at: int) -> bool:
        """Tell whether a text is described right behind its name ("the Indus treaty, a historic accord signed in 1960")."""
        items = scene.row.items[last + 1 : at]
        if not items or items[0].low != "," or "det" not in items[1].word.flags if len(items) > 1 else True:
            return False
        rest = [i for i in items[2:] if i.low not in _SIGNS]
        return all(not i.word.verbs or i.word.nouns for i in rest) and all(i.word.preps <= {"of"} for i in rest)

    def _new(self, naming: Naming) -> Treaty | None:
        """Start an agreement, where a mention says enough to tell it from any other."""
        titled = bool(naming.key or naming.title)
        dated = naming.when is not None or naming.place is not None
        sided = bool(naming.parties or naming.mediators or naming.heralds)
        strong = (
            titled
            or (naming.dated and not naming.hypothetical and not naming.generic)
            or max(len(naming.parties), len(naming.heralds)) >= _PAIR
            or (naming.concluded and (dated or sided))
        )
        two = len(naming.parties) >= _PAIR or (bool(naming.mediators) and not naming.many)
        if (naming.denied or naming.likened) and not titled:
            return None
        described = naming.parties or (naming.when is not None and " " in naming.label)
        if naming.many and not (titled or two or (naming.concluded and described)):
            return None
        if (
            naming.generic
            and not naming.truce
            and not titled
            and not (naming.concluded or naming.parties or naming.mediators)
        ):
            return None
        taken_up = self._agreed(naming)
        lent = _sides(taken_up) if taken_up is not None else self._acted(naming)
        bare = " " not in naming.label and not naming.parties
        passing = not strong and bare and not naming.firm and not lent
        if passing and (not naming.definite or naming.generic or naming.hypothetical or self.treaties):
            return None
        naming.party(*lent)
        strong = strong or len(naming.parties) >= _PAIR
        if taken_up is not None:
            day = taken_up.when
            naming.hint = naming.hint or (day if day is not None and day.earliest == day.latest else None)
        treaty = Treaty(
            naming.key or local_key(naming), naming.title or naming.label, titled, naming.span, naming.seat,
            many=naming.many, generic=naming.generic and not naming.truce, weak=not strong or naming.hypothetical, known=naming.key is not None,
            bare=naming.bare, thin=not strong and bare, passing=passing, further=naming.other, commercial=naming.commercial, act=naming.act, truce=naming.truce, status="negotiated" if naming.status != "draft" else "draft",
        )  # fmt: skip
        self.treaties.append(treaty)
        if taken_up is not None:
            self.agreed = None
        return treaty

    def _agreed(self, naming: Naming) -> Event | None:
        """Return what two sides were just told to have agreed on, where a mention takes it up ("They agreed to … The deal …")."""
        if self.agreed is None or naming.hypothetical or naming.prior or naming.title:
            return None
        event, end = self.agreed
        signed = naming.indefinite and naming.concluded and self._share(naming.parties, event.participants)
        if not (naming.definite or signed):  # "They agreed to … Delegates of both signed a pact …"
            return None
        fits = compatible(naming.when, event.when) and not self.matcher.apart(naming.parties, event.participants)
        return event if fits and naming.span[0] - end <= _TAKEN_UP else None

    def _acted(self, naming: Naming) -> Sequence[str]:
        """Return the two sides of the sentence before, where a text that nobody was told of opens the next one."""
        sides, end = self.acting
        return sides if takes_up(naming) and 0 <= naming.span[0] - end <= _NEXT else ()

    def commit(self, scene: Scene, events: dict[int, list[Event]], treaties: dict[int, Treaty]) -> None:
        """Enter the commitments of a sentence, and the day of the talks that it tells beside a text."""
        for treaty in treaties.values():
            if treaty.many:
                continue
            talks = self._talks(treaty, scene, events) or self._met(treaty, scene)
            if talks is not None:
                treaty.venue = treaty.venue or talks.place
                day = talks.when if talks.when is not None and talks.when.earliest == talks.when.latest else None
                treaty.hint = treaty.hint or (day if treaty.when is None else None)
        self.met = [e for found in events.values() for e in found if e.type in _MET and e.reality.status == "occurred"]
        if events and not any(map(treaty_noun, scene.row.items)):
            for index, told in events.items():
                self._remember(scene, told, scene.found[index].rule)
        self.terms.read(scene, events, treaties)

    def _remember(self, scene: Scene, told: list[Event], rule: str) -> None:
        """Keep what two sides are told to have agreed on by a verb alone ("agreed to free 900 prisoners")."""
        for event in told:
            agreed = event.type in _PLEDGED and event.reality.status == "occurred" and not rule.startswith("noun:")
            if agreed and event.agreement is None and len(_sides(event)) >= _PAIR:
                self.agreed = (event, scene.row.sentence.end)

    def _talks(self, treaty: Treaty, scene: Scene, events: dict[int, list[Event]]) -> Event | None:
        """Return the talks between the parties of a text, told in the same sentence ("signed after the meeting")."""
        if treaty.status in ("draft", "in_force", "suspended", "terminated"):
            return None
        parties = treaty.parties or (self.known.named_parties(treaty.key) if treaty.known else [])
        for index, found in events.items():
            told = scene.found[index]
            gathered = any(g.at == told.at and g.time == "participle" for g in scene.groups)  # "Réunis lundi à X, …"
            beside = gathered or told.rule.startswith("noun:")
            for event in found if beside else ():
                if frames()[event.type].family == "talks" and self._share(parties, event.participants):
                    return event
        return None

    def _met(self, treaty: Treaty, scene: Scene) -> Event | None:
        """Return the meeting of its parties right before a sentence that tells of a text as new ("X received Y. They signed …")."""
        new = treaty.real and treaty.told == 1 and not treaty.prior and treaty.span[0] == scene.row.sentence.start
        if not new or treaty.when is not None or treaty.hint is not None:
            return None
        return next((e for e in self.met if self._share(treaty.parties, e.participants)), None)

    def _share(self, parties: Iterable[str], others: Iterable[str]) -> bool:
        """Tell whether two of the parties of a text are among others."""
        return len(states_of(parties, self.states) & states_of(others, self.states)) >= _PAIR

    def close(self, story: Story) -> None:
        """At the end of the article: join texts with their signings, name and merge them, and find their parties."""
        closing = Closing(self.source, self.treaties, self.states, self.known)
        closing.sign(story)
        self._identify()
        renamed = {old: t.key for t in self.treaties for old in t.former}
        for event in story.events:
            event.agreement = renamed.get(event.agreement or "", event.agreement)
        self.treaties[:] = united(self.treaties)
        Lending(self.source, self.states, self.known, self.pairs).lend(self.treaties, story)
        closing.sign(story)
        self.terms.late()
        for treaty in self.treaties:
            closing.lend_day(treaty, story)
            treaty.when, treaty.place = treaty.when or treaty.hint, treaty.place or treaty.venue
            treaty.place = None if treaty.place in closing.regions else treaty.place
            if treaty.known:
                treaty.when = treaty.when or self.known.news(treaty)
                closing.settle(treaty)
            closing.fold(treaty)
            closing.end(treaty)
            treaty.bare = treaty.bare or (treaty.passing and not treaty.known and len(self.treaties) > 1)
            treaty.commitments[:] = [self._owed(term, treaty) for term in treaty.commitments]

    def _owed(self, term: Commitment, treaty: Treaty) -> Commitment:
        """Return a term between parties: for a person or body of one, the party."""
        by_state = {self.states.get(p, p): p for p in reversed(treaty.parties)}
        ends = [
            e if e is None or e in treaty.parties else by_state.get(self.states.get(e, e), e)
            for e in (term.obligor, term.obligee)
        ]
        ends[0] = ends[0] if ends[0] in treaty.parties else None  # taken for a party before it was told who is
        others = [p for p in treaty.parties if self.states.get(p, p) != self.states.get(ends[0] or "", ends[0])]
        two = len(states_of(treaty.parties, self.states)) == _PAIR and ends[0] in treaty.parties
        return replace(term, obligor=ends[0], obligee=ends[1] or (others[0] if two and others else None))

    def _identify(self) -> None:
        """Give texts the name that the authority knows them by, never that of another told of ("they also adopted …")."""
        for treaty in sorted(self.treaties, key=lambda t: t.further):
            if treaty.known or treaty.many:
                continue
            entry = self.known.find(treaty)
            apart = treaty.further and entry is not None and any(t.key == entry.id for t in self.treaties)
            if entry is not None and not apart:
                treaty.rename(entry.id)
                treaty.named = True
                if " " not in treaty.name:
                    treaty.name = self.known.label(entry)

    def sides(self, treaty: Treaty) -> tuple[str, ...] | None:
        """Return the parties of a text that is known or says who they are; nothing where they may be told around it."""
        known = self.known.named_parties(treaty.key) if treaty.known else []
        parties = tuple(dict.fromkeys([*treaty.parties, *known]))
        return parties if treaty.known or treaty.paired or len(parties) >= _PAIR else None

    def _of_states(self, treaty: Treaty) -> bool:
        """Tell whether two states or more are parties."""
        return sum(self.source.types.get(p) in _STATES for p in treaty.parties) >= _PAIR

    def mentions(self, found: Iterable[Mention]) -> tuple[Mention, ...]:
        """Return mentions with each name of an agreement bound to the agreement it turned out to be, or left out."""
        kept = {agreement.id for agreement in self.agreements()}
        out: list[Mention] = []
        for mention in found:
            treaty = self.spans.get((mention.start, mention.end)) if mention.agreement is not None else None
            key = treaty.key if treaty is not None else mention.agreement
            if key is None or key in kept:
                out.append(mention if key == mention.agreement else replace(mention, agreement=key))
        return tuple(out)

    def agreements(self) -> tuple[Agreement, ...]:
        """Return the agreements of the article, in text order."""
        return tuple(
            Agreement(
                t.key, t.name, t.status, *t.span, t.when, t.place or t.seat, tuple(t.parties), tuple(t.mediators),  # type: ignore[arg-type]
                tuple(t.commitments), None, t.signing,
            )
            for t in self.treaties
            if not t.bare and (not (t.weak or t.thin) or len(t.parties) >= _PAIR) and (not t.commercial or self._of_states(t))
        )  # fmt: skip


def _sides(event: Event) -> list[str]:
    """Return who agreed on something, or pledged it together."""
    return [a for a, r in event.participants.items() if r in ("party", "speaker")]
