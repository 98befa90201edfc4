"""What is worked out when an article is read: the signing of each agreement, whom it binds, what the authority knows of it."""

from kg.events.items import Item, Source
from kg.events.story import Event, Story
from kg.events.times import a_day, compatible, narrower
from kg.events.treaties.known import Known
from kg.events.treaties.treaty import Treaty, states_of
from kg.events.verbs import auxiliary

__all__ = ["Closing"]

_PAIR = 2
_STATE = "country/"
_REGION = "place/"
_AGENTS = ("envoy", "ambassador", "foreign_minister", "defence_minister", "minister")
"""Kinds of offices whose holders sign for their state or body; heads of states and movements are named as they are."""


class Closing:
    """Completes the agreements of one article."""

    def __init__(self, source: Source, treaties: list[Treaty], states: dict[str, str], known: Known) -> None:
        """Take what was read; `states` are the states of persons and bodies."""
        self.source = source
        self.treaties = treaties
        self.states = states
        self.known = known
        self.bodies: dict[str, set[str]] = {}
        """The states and bodies whose offices each person holds."""
        self.regions = {p.id for p in source.reading.places if p.id.startswith(_REGION) and p.country is None}
        """Where nobody signs: they are no towns, and lie in no one state ("Central Asia")."""
        self.agents: dict[str, str] = {}
        """The state or body that an envoy or a minister acts for."""
        heads = source.lexicon.language.offices.heads
        acting = tuple(word.partition("(")[0].lower() for kind in _AGENTS for word in heads.get(kind, ()))
        for role in source.reading.roles:
            if role.status != "held" or role.country is None or role.country not in source.types:
                continue
            self.bodies.setdefault(role.person, set()).add(role.country)
            if role.office.lower().startswith(acting):
                self.agents[role.person] = role.country

    def sign(self, story: Story) -> None:
        """Join each agreement with its signing, and give either the date and place that the other has."""
        for treaty in self.treaties:
            for event in story.events:
                if event.type not in ("signing", "agreement") or event.reality.status not in ("occurred", "planned"):
                    continue
                same = event.agreement == treaty.key or (
                    event.agreement is None
                    and compatible(treaty.when, event.when)
                    and len(states_of(treaty.parties, self.states) & states_of(event.participants, self.states))
                    >= _PAIR
                )
                if not same:
                    continue
                event.agreement = treaty.key
                treaty.signing = treaty.signing or (event.key if event.type == "signing" else None)
                if event.type == "signing" and event.reality.status == "occurred" and self._signs(event):
                    treaty.advance("signed")
                if compatible(treaty.when, event.when) and not (self._ahead(event) or _borrowed(event)):
                    treaty.when = narrower(treaty.when, event.when)
                treaty.place = treaty.place or (
                    event.place if event.place not in {treaty.area, *self.regions} else None
                )
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

    def settle(self, treaty: Treaty) -> None:
        """Of a known agreement keep those as parties who are, and add those that the article names."""
        entry = self.known.entry(treaty.key)
        if len(entry.parties) >= _PAIR:
            told = self.known.sides(treaty.key, treaty.parties)
            named = [p for p in self.known.named_parties(treaty.key) if p not in states_of(told, self.states)]
            people = [p for p in treaty.parties if self.source.types.get(p) == "person"]
            if len({*told, *named}) >= _PAIR:  # whoever signed did so for them
                people = [p for p in people if p in self.states or p in self.bodies]
            treaty.parties = list(dict.fromkeys([*told, *named, *people]))
        treaty.mediators = [m for m in treaty.mediators if m not in treaty.parties]

    def lend_day(self, treaty: Treaty, story: Story) -> None:
        """Give the signing of a text, and the agreement on it, its day, where two of its parties are told to do so without a day."""
        day, published = treaty.when, self.known.published
        if day is None or day.latest is None or not a_day(day) or treaty.many:
            return
        if published is None or day.latest > published:  # the day on which it takes effect
            return
        for event in story.events:
            done = event.type in ("signing", "agreement") and event.reality.status == "occurred"
            undated = event.when is None and event.deadline is None and event.agreement == treaty.key
            undated = undated and not any(telling.candidate.already for telling, _ in event.tellings)
            sides = states_of(treaty.parties, self.states) & states_of(event.participants, self.states)
            if done and undated and len(sides) >= _PAIR:
                event.when = day

    def fold(self, treaty: Treaty) -> None:
        """Of a state, its government and its agents keep one; leaders who sign stand beside those whom they bind."""
        parties = list(dict.fromkeys(self._for(p) for p in treaty.parties))
        types = self.source.types
        if treaty.status == "ratified":  # a parliament does so for its state
            parties = list(
                dict.fromkeys(self.states.get(p, p) if types.get(p) == "organization" else p for p in parties)
            )
        lands = {self.states.get(p, p): p for p in parties if types.get(p) == "government"}
        parties = [p for p in parties if p not in lands or types.get(p) != "country"]
        people = [p for p in parties if types.get(p) == "person"]
        others = [p for p in parties if types.get(p) != "person"]
        sides = {self.states.get(p, p) for p in others} | set(others)
        alone = len(others) >= _PAIR and len(people) == 1  # he signed for one of them
        one = len(others) == 1 and all(self.bodies.get(p, set()) & sides for p in people)
        if alone or (one and len(people) < _PAIR):  # of two who sign, one is not of that side
            parties = others
        elif treaty.real and len(parties) >= _PAIR:
            parties = [*self._bound(people, sides), *parties]
        treaty.parties = parties

    def end(self, treaty: Treaty) -> None:
        """End a text that one of two parties has left; one of many goes on without whoever leaves it."""
        sides = self.known.entry(treaty.key).parties if treaty.known else treaty.parties
        if treaty.left and len(states_of(sides, self.states)) == _PAIR:
            treaty.advance("terminated")

    def _bound(self, people: list[str], sides: set[str]) -> list[str]:
        """Return the states and movements that people bind who sign, where each is of another ("Presidents Japarov and Rahmon")."""
        bound: list[str] = []
        for person in people:
            own = [b for b in self.bodies.get(person, ()) if not b.startswith(_STATE)]
            body = own[0] if len(own) == 1 else self.states.get(person)
            if body is None or body in bound:
                return []
            if body not in sides:
                bound.append(body)
        return bound

    def _for(self, party: str) -> str:
        """Return the state or body that an envoy or a minister signs for, the party itself otherwise."""
        return self.agents.get(party, party)


def _borrowed(event: Event) -> bool:
    """Tell whether the day of an event told behind a text is that of a verb before it ("pointed on Friday to a pact that …")."""
    for telling, _ in event.tellings:
        candidate, items = telling.candidate, telling.candidate.row.items
        if candidate.treaty is None or candidate.treaty > candidate.at or event.when is None:
            continue
        days = [i for i, item in enumerate(items) if item.date is not None and item.date.when == event.when]
        verbs = [i for i, item in enumerate(items) if item.word.verbs and not item.word.nouns]
        if days and all(any(candidate.at < v < i and _other_verb(items[v]) for v in verbs) for i in days):
            return True  # "brokered by X, has been in force since Sunday"
        if days and all(i < candidate.treaty and any(v < i for v in verbs) for i in days):
            return True
    return False


def _other_verb(item: Item) -> bool:
    """Tell whether a word behind a participle is the verb of the sentence, which the day behind it belongs to."""
    return auxiliary(item) is not None or any(s.value == "in_force" for s, _ in item.word.verbs)
