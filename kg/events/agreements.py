"""Agreements as an article speaks of them: named or described, with parties, date, place, status and commitments.

Sentence --treaty_mentions--> namings --Ledger--> treaties, one a text --commitments--> their terms
"""

from collections.abc import Iterable
from dataclasses import replace

from kg import iri
from kg.authority import Authority
from kg.events.candidate import Scene
from kg.events.commitments import Terms, united
from kg.events.items import Source
from kg.events.lexicon import CONCERTED, frames
from kg.events.sharing import Details
from kg.events.story import Event, Story
from kg.events.times import compatible, narrower
from kg.events.treaties import Naming, Treaty, alike, local_key
from kg.events.treaty_known import Known
from kg.events.treaty_mentions import namings
from kg.events.verbs import auxiliary
from kg.model import Agreement, Commitment, Mention, When

__all__ = ["Ledger", "Treaty"]

_JOINING = CONCERTED | {"relations"}
"""Families of events whose parties may be those of a text."""
_NEAR = 600
"""How many characters from a text its parties are looked for."""
_POWERS = frozenset({"country", "government", "armed_group", "igo", "organization"})
_STATES = frozenset({"country", "government"})
_BODIES = frozenset({"igo", "organization"})
_AGREED = frozenset({"agreement", "signing"})
_PAIR = 2
_APART_BY = 6
"""How many words may stand between a text and its other name."""
_RECENT = 90
_SIGNS = frozenset(',()"«»“”')


class Ledger:
    """The agreements of one article."""

    def __init__(self, source: Source, names: dict[str, str], authority: Authority) -> None:
        """Start an article; `names` are the names of its actors, places and agreements by id."""
        self.source = source
        self.names = names
        self.authority = authority
        self.known = Known(authority, source.reading, names)
        self.treaties: list[Treaty] = []
        countries = {actor.country: actor.id for actor in source.reading.actors if actor.type == "country"}
        self.states = {a.id: countries[a.country] for a in source.reading.actors if a.country in countries}
        self.spans: dict[tuple[int, int], Treaty] = {}
        """Which agreement each name of one is, by its offsets."""
        self.terms = Terms(self.treaties, self.states, self.known)

    def read(self, scene: Scene, details: dict[int, Details]) -> dict[int, Treaty]:
        """Enter the agreements that a sentence speaks of; returns them by the index of their noun."""
        out: dict[int, Treaty] = {}
        for naming in namings(scene, details, self.names, self.states):
            self._key(naming)
            treaty = self._renamed(scene, naming, out) or self._same(naming, out) or self._new(naming)
            if treaty is not None:
                treaty.take(naming)
                out[naming.at] = treaty
                item = scene.row.items[naming.at]
                self.spans[item.start, item.end] = treaty
        return out

    def _key(self, naming: Naming) -> None:
        """Settle whether the authority knows a text by the name that it bears here."""
        if naming.key is not None and not self.known.may_mean(naming.key):
            naming.key = None  # another text of the same name
        elif naming.key is None and " " in naming.label and not naming.many:
            naming.key = self.known.by_label(naming.label)
            naming.title = naming.label if naming.key is not None else naming.title

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
        if any(i.low in called for i in between) or (is_ and naming.indefinite):
            treaty = here[last]
            if naming.title and not treaty.named:
                treaty.name, treaty.named, treaty.seat = naming.title, True, naming.seat
            return treaty
        return None

    def _new(self, naming: Naming) -> Treaty | None:
        """Start an agreement, where a mention says enough to tell it from any other."""
        titled = bool(naming.key or naming.title)
        dated = naming.when is not None or naming.place is not None
        sided = bool(naming.parties or naming.mediators)
        strong = (
            titled
            or (naming.dated and not naming.hypothetical and not naming.generic)
            or len(naming.parties) >= _PAIR
            or (naming.concluded and (dated or sided))
        )
        two = len(naming.parties) >= _PAIR or bool(naming.mediators)
        if naming.denied and not titled:
            return None
        if naming.many and not (titled or two or (naming.concluded and naming.parties)):
            return None
        if (
            naming.generic
            and not naming.truce
            and not titled
            and not (naming.concluded or naming.parties or naming.mediators)
        ):
            return None
        if not strong and " " not in naming.label and not naming.parties:
            return None
        treaty = Treaty(
            naming.key or local_key(naming), naming.title or naming.label, titled, naming.span, naming.seat,
            many=naming.many, generic=naming.generic and not naming.truce, weak=not strong or naming.hypothetical, known=naming.key is not None,
            bare=naming.bare, commercial=naming.commercial, status="negotiated" if naming.status != "draft" else "draft",
        )  # fmt: skip
        self.treaties.append(treaty)
        return treaty

    def _same(self, naming: Naming, here: dict[int, Treaty]) -> Treaty | None:
        """Return the agreement told before that a mention takes up: the one that fits best, the last of equals."""
        best: tuple[float, Treaty] | None = None
        for far, treaty in enumerate(reversed(self.treaties)):
            points = self._fit(naming, treaty)
            if points is not None and treaty in here.values() and not naming.title and points < 3:
                points -= 1.5  # two texts in one sentence are two, unless much speaks against it
            if points is not None and points >= 0 and (best is None or points - far * 0.5 > best[0]):
                best = (points - far * 0.5, treaty)
        return best[1] if best is not None else None

    def _fit(self, naming: Naming, treaty: Treaty) -> float | None:
        """Return how well a mention fits an agreement; None where they are two."""
        if naming.key is not None and treaty.key == naming.key:
            return 99
        if naming.title and iri.slug(treaty.name) == iri.slug(naming.title):
            return 99
        if treaty.many != naming.many or (naming.key is not None and treaty.known):
            return None
        if not alike(naming.kinds, treaty.kinds) or self._apart(naming, treaty) or self._elsewhere(naming, treaty):
            return None
        if naming.indefinite and naming.when is not None and treaty.when is None and treaty.real and self._old(naming):
            return None
        mine, theirs = set(naming.parties), set(treaty.parties)
        common = len(mine & theirs)
        exact = naming.when is not None and treaty.when is not None
        points = min(common, 2) + 2.0 * exact + 2.0 * (naming.place is not None and naming.place == treaty.place)
        points += 1.0 * bool(naming.kinds & treaty.kinds) + 1.5 * (naming.prior == treaty.prior) - 0.5
        if naming.key is not None or naming.title:
            return points if self._titled_fit(naming, treaty, common) else None
        if naming.truce and treaty.generic and not common:
            return None
        if naming.truce and not naming.definite and "ceasefire" not in treaty.kinds and treaty.named:
            return None
        if naming.other and not exact and not (naming.definite and treaty.told > 1):
            return None
        if naming.indefinite and naming.hypothetical and treaty.real:
            return None
        if naming.prior != treaty.prior and not (exact or common >= _PAIR):
            return None
        if mine and theirs:
            return points if common or (not self._rivals(mine, theirs) and not treaty.named) else None
        if not mine and naming.definite:
            return points + 1
        return points if not treaty.named or (mine <= theirs and bool(mine)) else None

    def _titled_fit(self, naming: Naming, treaty: Treaty, common: int) -> bool:
        """Tell whether a name is that of an agreement only described so far."""
        if treaty.named:
            return naming.seat is not None and naming.seat == treaty.seat
        if naming.key is not None:
            entry = self.authority.entry(naming.key)
            sides = {self.states.get(a, a) for a in treaty.parties} | set(treaty.parties)
            shared = len(sides & set(entry.parties))
            if treaty.when is not None and entry.signed and treaty.when.edtf[:4] != entry.signed[:4]:
                return False
            placed = treaty.place is not None and treaty.place == entry.seat
            brokered = bool(self._sides(treaty.mediators) & set(entry.mediators))
            linked = placed or brokered or shared >= _PAIR or treaty.when is not None
            return linked and alike(treaty.kinds, frozenset(entry.about)) and (shared > 0 or not sides)
        if naming.seat is not None and treaty.place is not None:
            return naming.seat == treaty.place
        return common > 0 or (naming.seat is not None and not treaty.many and treaty is self.treaties[-1])

    def _apart(self, naming: Naming, treaty: Treaty) -> bool:
        """Tell whether day or place of a mention are not those of an agreement."""
        if not compatible(naming.when, treaty.when):
            return True
        return bool(naming.place and treaty.place and naming.place != treaty.place and not self._within(naming, treaty))

    def _old(self, naming: Naming) -> bool:
        """Tell whether the day of a text lies well before the article."""
        latest, published = naming.when.latest if naming.when is not None else None, self.known.published
        return latest is not None and published is not None and (published - latest).days > _RECENT

    def _elsewhere(self, naming: Naming, treaty: Treaty) -> bool:
        """Tell whether a text is about another state than the parties of an agreement belong to."""
        if naming.land is None:
            return False
        lands = {treaty.land} if treaty.land else self._sides(treaty.parties)
        return bool(lands) and naming.land not in lands

    def _within(self, naming: Naming, treaty: Treaty) -> bool:
        """Tell whether one of two places is a state, which may hold the other."""
        return any(place is not None and place.startswith("country/") for place in (naming.place, treaty.place))

    def _rivals(self, mine: set[str], theirs: set[str]) -> bool:
        """Tell whether two lists of parties name two texts: both complete, of the same sort, and without a common party."""
        types = self.source.types
        sorts = [{types.get(p) == "person" for p in parties} for parties in (mine, theirs)]
        return len(mine) >= _PAIR and len(theirs) >= _PAIR and not mine & theirs and sorts[0] == sorts[1]

    def commit(self, scene: Scene, events: dict[int, list[Event]], treaties: dict[int, Treaty]) -> None:
        """Enter the commitments of a sentence, and the day of the talks that it tells beside a text."""
        for treaty in treaties.values():
            if treaty.when is None and treaty.hint is None and not treaty.many:
                treaty.hint = self._talks(treaty, scene, events)
        self.terms.read(scene, events, treaties)

    def _talks(self, treaty: Treaty, scene: Scene, events: dict[int, list[Event]]) -> When | None:
        """Return the day of talks between the parties of a text, told in the same sentence ("signed after the meeting")."""
        if treaty.status in ("draft", "in_force", "suspended", "terminated"):
            return None
        parties = treaty.parties or (self.known.named_parties(treaty.key) if treaty.known else [])
        for index, found in events.items():
            noun = scene.found[index].rule.startswith("noun:")
            for event in found if noun else ():
                day = event.when is not None and event.when.earliest == event.when.latest
                shared = len(self._sides(parties) & self._sides(event.participants))
                if frames()[event.type].family == "talks" and day and shared >= _PAIR:
                    return event.when
        return None

    def close(self, story: Story) -> None:
        """At the end of the article: join texts with their signings, name and merge them, and find their parties."""
        self._sign(story)
        self._identify()
        renamed = {old: t.key for t in self.treaties for old in t.former}
        for event in story.events:
            event.agreement = renamed.get(event.agreement or "", event.agreement)
        self.treaties[:] = united(self.treaties)
        self._lend(story)
        self._sign(story)
        for treaty in self.treaties:
            treaty.when = treaty.when or treaty.hint
            if treaty.known:
                self._settle(treaty)
            treaty.commitments[:] = [self._owed(term, treaty) for term in treaty.commitments]

    def _owed(self, term: Commitment, treaty: Treaty) -> Commitment:
        """Return a term between parties: for a person or body of one, the party."""
        by_state = {self.states.get(p, p): p for p in reversed(treaty.parties)}
        ends = [
            e if e is None or e in treaty.parties else by_state.get(self.states.get(e, e), e)
            for e in (term.obligor, term.obligee)
        ]
        return replace(term, obligor=ends[0], obligee=ends[1])

    def _sign(self, story: Story) -> None:
        """Join each agreement with its signing, and give either the date and place that the other has."""
        for treaty in self.treaties:
            for event in story.events:
                if event.type not in ("signing", "agreement") or event.reality.status not in ("occurred", "planned"):
                    continue
                same = event.agreement == treaty.key or (
                    event.agreement is None
                    and len(self._sides(treaty.parties) & self._sides(event.participants)) >= _PAIR
                )
                if not same:
                    continue
                event.agreement = treaty.key
                treaty.signing = treaty.signing or (event.key if event.type == "signing" else None)
                if event.type == "signing" and event.reality.status == "occurred" and self._signs(event):
                    treaty.advance("signed")
                if compatible(treaty.when, event.when) and not self._ahead(event):
                    treaty.when = narrower(treaty.when, event.when)
                treaty.place = treaty.place or event.place
                for party in treaty.parties:
                    event.participants.setdefault(party, "party")

    def _signs(self, event: Event) -> bool:
        """Tell whether an event is told as a signing, not as an initialling or ratification alone."""
        words = self.source.lexicon.language.agreements.statuses
        rules = {telling.candidate.rule for telling, _ in event.tellings}
        other = {f"verb:{verb}" for name in ("initialled", "ratified") for verb in words.get(name, ())}
        return not rules <= other

    def _ahead(self, event: Event) -> bool:
        """Tell whether the day that an event got lies ahead of the article that tells of it as done."""
        first, published = event.when.earliest if event.when is not None else None, self.known.published
        return event.reality.status == "occurred" and first is not None and published is not None and first > published

    def _sides(self, actors: Iterable[str]) -> set[str]:
        """Return actors, states for persons and bodies."""
        return {self.states.get(actor, actor) for actor in actors}

    def _identify(self) -> None:
        """Give texts the name that the authority knows them by."""
        for treaty in self.treaties:
            if treaty.known or treaty.many:
                continue
            entry = self.known.find(treaty)
            if entry is not None:
                treaty.rename(entry.id)
                treaty.named = True
                if " " not in treaty.name:
                    treaty.name = self.known.label(entry)

    def _lend(self, story: Story) -> None:
        """Give a text without two parties those of the nearest talks, texts or truces between powers, or their leaders."""
        reading = self.source.reading
        powers = {actor.id for actor in reading.actors if actor.type in _POWERS}
        leaders = {a.id: self.states[a.id] for a in reading.actors if a.type == "person" and a.id in self.states}
        for treaty in self.treaties:
            if (
                treaty.bare
                or treaty.many
                or len(treaty.parties) >= _PAIR
                or (treaty.named and (treaty.parties or treaty.known))
            ):
                continue
            best: tuple[int, int, list[str]] | None = None
            for event in story.events:
                people = [a for a, r in event.participants.items() if r in ("party", "participant")]
                direct = [a for a in people if a in powers and a != treaty.place]
                parties = (
                    direct if len(direct) >= _PAIR else list(dict.fromkeys(leaders[a] for a in people if a in leaders))
                )
                if frames()[event.type].family not in _JOINING or len(parties) < _PAIR:
                    continue
                if treaty.parties and not set(treaty.parties) & set(parties):
                    continue
                if treaty.land is not None and treaty.land not in self._sides(parties):
                    continue
                if not treaty.parties and all(self.source.types.get(p) in _BODIES for p in parties):
                    continue  # organisations host and help
                far = min(abs(telling.sentence[0] - treaty.span[0]) for telling, _ in event.tellings)
                rank = (2 * (len(direct) < _PAIR) + (event.type not in _AGREED), far, parties)
                if far <= _NEAR and (best is None or rank[:2] < best[:2]):
                    best = rank
            treaty.parties += [p for p in (best[2] if best is not None else ()) if p not in treaty.parties]

    def _settle(self, treaty: Treaty) -> None:
        """Of a known agreement keep those as parties who are, and add those that the article names."""
        entry = self.authority.entry(treaty.key)
        if len(entry.parties) >= _PAIR:
            told = self.known.sides(treaty.key, treaty.parties)
            named = [p for p in self.known.named_parties(treaty.key) if p not in self._sides(told)]
            treaty.parties = list(dict.fromkeys([*told, *named]))
        treaty.mediators = [m for m in treaty.mediators if m not in treaty.parties]

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
                out.append(replace(mention, agreement=key))
        return tuple(out)

    def agreements(self) -> tuple[Agreement, ...]:
        """Return the agreements of the article, in text order."""
        return tuple(
            Agreement(
                t.key, t.name, t.status, *t.span, t.when, t.place or t.seat, tuple(t.parties), tuple(t.mediators),  # type: ignore[arg-type]
                tuple(t.commitments), None, t.signing,
            )
            for t in self.treaties
            if not t.bare and (not t.weak or len(t.parties) >= _PAIR) and (not t.commercial or self._of_states(t))
        )  # fmt: skip
