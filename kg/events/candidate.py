"""An event as one verb or noun tells it, and the sentence that it stands in."""

from itertools import pairwise

import msgspec

from kg.events.clauses import arguments
from kg.events.items import Row, Source
from kg.events.lexicon import Frame, Sense
from kg.events.status import Reality
from kg.events.verbs import VerbGroup
from kg.model import Troops, When

__all__ = [
    "FORCE",
    "FORCE_UNITS",
    "Candidate",
    "Details",
    "Scene",
    "between_them",
    "collective",
    "fill",
    "is_separate",
    "looks_on",
    "one_each",
    "parties_of_treaty",
    "roles_of",
    "troops",
]

FORCE = frozenset({"military"})
"""Types of actors that are troops."""
FORCE_UNITS = ("soldiers", "fighters", "police")
_CONDITIONS = frozenset({"needs", "counts", "persons", "forces", "status"})
"""What the words of an event type say beside the role of each slot (`kg.lang.events.EventWords`)."""
_MISSION = 3
"""How far before a body the word may stand that says that it is a mission of its ("la [mission] de l'ONU")."""
_SIGNED = frozenset({"signing", "agreement"})
"""Types of events that others look on at."""
_TALKING = frozenset({"talks", "agreement"})
_OTHERS = frozenset({"object", "with", "between"})
_COLLECTIVE = frozenset({"igo", "organization", "government"})


class Candidate(msgspec.Struct):
    """An event as one verb or noun tells it."""

    type: str
    row: Row
    at: int
    rule: str
    reality: Reality
    participants: list[tuple[str, str]] = []
    anchors: set[int] = set()
    places: list[int] = []
    span: tuple[int, int] = (0, 0)
    """Item indexes of the clause."""
    counterparts: list[str] = []
    separate: bool = False
    anaphoric: bool = False
    definite: bool = False
    treaty: int | None = None
    confidence: float = 0.8
    personal: str | None = None
    """The event type that it is where persons take part ("talks" of two ministers are a meeting)."""
    passive: bool = False
    during: bool = False
    """True where the noun says on what occasion something else happens ("at a summit in Juba")."""
    clear: bool = False
    """True where the verb says that two meet, though only one of them is known ("she met X", "X se réunit avec des élus")."""
    someone: bool = False
    """True where the verb says that people act, or suffer, who have no name here ("a delegation travelled to X", "they met")."""
    theirs: bool = False
    """True where "they" do it, who may be those told to meet just before."""
    foreign: bool = False
    """True where it has a counterpart that is not known: then it is none of those told before."""
    collective: bool = False
    """True where a body meets that is made up of several ("the Security Council met")."""
    new: bool = False
    """True where its word brings in another event, without a verb that says whose ("speaking at [a meeting] in Riyadh")."""
    bygone: bool = False
    """True where its noun is what something has been since ("the first meeting since [talks] last July"): no event told without its day."""
    afresh: bool = False
    """True where its verb says that it will be once more ("agreed to meet [again]"): it is not the one that was."""
    closing: bool = False
    """True where it is told as the end of what forces do somewhere ("their mission [ends] in June"): its day to come is its deadline."""
    counts: str | None = None
    """What the verb makes of people counted beside it: killed, wounded."""
    toll: int = -1
    """Item index of the verb that says so behind it ("a strike hit X, [killing] three"): numbers before it count others."""

    @property
    def singular(self) -> bool:
        """Whether its word tells one event, as far as the form shows."""
        return not self.row.items[self.at].low.endswith("s")

    @property
    def already(self) -> bool:
        """Whether it is none of those dated before: it was over then ("had [already] signed"), or one is called off ("gave up on a visit")."""
        if self.rule.startswith("noun:"):
            return self.reality.status == "cancelled" and not self.definite
        words = self.row.lexicon.language.grammar.objects.get("already", ())
        inside = self.row.items[min(self.anchors) : max(self.anchors)]
        return any(item.low in words for item in inside)

    @property
    def earlier(self) -> bool:
        """Whether its verb looks back from what is told ("they [had met] before")."""
        over = self.row.lexicon.language.grammar.objects.get("over", ())
        inside = self.row.items[min(self.anchors) : self.at] if self.anchors else ()
        return self.rule.startswith("verb:") and any(item.low in over for item in inside)

    @property
    def former(self) -> bool:
        """Whether its noun is said to be one of before ("a [previous] truce"): not the one told."""
        words = self.row.lexicon.language.grammar.objects.get("former", ())
        near = self.row.items[max(0, self.at - 1) : self.at + 2]
        return self.rule.startswith("noun:") and any(item.low in words for item in near)

    @property
    def on_occasion(self) -> bool:
        """Whether a preposition governs its noun ("on the sidelines of the meeting")."""
        return self.rule.startswith("noun:") and bool(self.during or self.row.items[self.at].prep)

    def left_open(self, when: When | None) -> bool:
        """Tell whether a noun takes up an event and says nothing of its being ("during [the visit]"): what is known of it holds."""
        return self.definite and self.reality.status is None and when is None

    def add(self, actors: tuple[str, ...], role: str) -> None:
        """Enter actors in a role, each once."""
        known = {actor for actor, _ in self.participants}
        named = [a for a in dict.fromkeys(actors) if role in ("speaker", "recipient") or not a.startswith("unnamed:")]
        self.participants.extend((actor, role) for actor in named if actor not in known)


class Details:
    """What an event got: date, deadline, place and number."""

    __slots__ = ("deadline", "place", "quantity", "was_due", "when")

    def __init__(self) -> None:
        """Start with nothing."""
        self.when: When | None = None
        self.was_due: When | None = None
        """The day from which it was put off to another one."""
        self.deadline: When | None = None
        self.place: str | None = None
        self.quantity: Troops | None = None


class Scene(msgspec.Struct):
    """A sentence with its verbs worked out."""

    source: Source
    row: Row
    groups: list[VerbGroup]
    subjects: dict[int, tuple[int | None, str]]
    reality: dict[int, Reality]
    found: list[Candidate] = []
    topic: tuple[str, ...] = ()
    """Who spoke, or acted, last before this sentence."""

    @property
    def hearsay(self) -> bool:
        """Whether the language's conditional perfect reports hearsay."""
        return self.source.lexicon.language.speech.hearsay_conditional


def roles_of(frame: Frame, sense: Sense) -> dict[str, str]:
    """Return the role of each slot: those of the event type, changed by the word; an empty role closes a slot."""
    roles = {**frame.slots, **{k: v for k, v in sense.special if k not in _CONDITIONS}}
    return {slot: role for slot, role in roles.items() if role}


def collective(scene: Scene, event: Candidate) -> bool:
    """Tell whether a body takes part that can meet by itself."""
    return any(
        scene.source.types.get(actor) in _COLLECTIVE for actor, role in event.participants if role == "participant"
    )


def is_separate(row: Row, span: tuple[int, int]) -> bool:
    """Tell whether a clause says that its parties meet separately."""
    inside = row.items[span[0] : span[1] + 1]
    grammar = row.lexicon.language.grammar
    after = grammar.objects.get("next", ())
    if any(" " in item.low and not set(grammar.separately).isdisjoint(item.low.split(" ")) for item in inside):
        return True  # "met separately with" is one word
    return any("sep" in item.word.flags for item in inside) or any(
        item.low in after and (before.low == "," or "and" in before.word.flags) for before, item in pairwise(inside)
    )


def fill(scene: Scene, event: Candidate, frame: Frame, slot: str, roles: dict[str, str], index: int) -> None:
    """Give the actors of a list the role of a slot; what is only a place becomes the place."""
    row = scene.row
    item = row.items[index]
    if slot == "of" and item.literal is not None and frame.family in ("talks", "agreement", "ceasefire"):
        event.places.insert(0, index)  # "the Doha talks", "les négociations de Genève": where, not who
        return
    if slot == "from" and frame.family == "visit" and event.rule.startswith("verb:"):
        return  # "flew from Kigali": no visit there
    if slot in frame.places and (item.type in ("country", "place") or item.place):
        event.places.insert(len(event.places) if slot == "from" and "to" in frame.places else 0, index)
        return
    role = roles.get(slot)
    if role is None or (frame.family == "withdrawal" and slot == "of" and item.form == "description"):
        return  # "the withdrawal of the troops": of whose, the withdrawal told before says
    if frame.family in _TALKING and slot in _OTHERS and _of_a_thing(row, index):
        return
    if slot == "with" and event.type == "ceasefire" and _at_side(row, index):
        return
    role = "attendee" if slot == "with" and looks_on(row, event, index) else between_them(event, index, slot, role)
    members = row.members(index)
    if members[0] < event.at < members[-1]:
        members = [index]  # "X, [arrivé mardi], et Y ont signé": X alone
    actors = tuple(
        actor
        for member in members
        for actor in row.items[member].actors
        if slot == "in" or not (row.items[member].place and "in" in row.items[member].prep)
    )
    envoys = row.lexicon.language.grammar.objects.get("envoys", ()) if event.type == "sanction" else ()
    if item.form == "office" and not frozenset(envoys).isdisjoint(item.low.split()):
        actors = _their_state(scene, actors)
    if slot == "in" and actors and event.rule.startswith("noun:"):  # "les sanctions imposées [à la Turquie]"
        event.places = [at for at in event.places if at != index]
    event.add(actors, role)


def _their_state(scene: Scene, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Return the state of somebody who is only called by an office ("expelled India's top diplomat"): no holder that the authority knows."""
    lands = {a.id: f"country/{a.country}" for a in scene.source.reading.actors if a.type == "person" and a.country}
    return tuple(lands[a] if lands.get(a) in scene.source.types else a for a in actors)


def between_them(event: Candidate, index: int, slot: str, role: str) -> str:
    """Return the role of who stands between others: whoever hosts, convenes or chairs them is their host ("talks [hosted by] Qatar")."""
    hosting = event.row.lexicon.language.grammar.objects.get("hosting", ())
    hosts = slot == "mediated" and event.type != "mediation" and event.row.items[index].raw in hosting
    return "host" if hosts else role


def one_each(row: Row, indexes: list[int]) -> bool:
    """Tell whether two phrases say with whom each of two things is done ("one with X, [the other with Y]")."""
    words = row.lexicon.language.grammar.objects.get("other_one", ())
    return len(indexes) > 1 and any(item.low in words for item in row.items[indexes[0] + 1 : indexes[-1]])


def looks_on(row: Row, event: Candidate, index: int) -> bool:
    """Tell whether somebody only looks on ("signed in the presence of X", "Israel and Egypt signed [alongside] X")."""
    beside = len(event.participants) > 1 and _at_side(row, index)
    return event.type in _SIGNED and (beside or row.items[index].raw in row.lexicon.language.agreements.witnesses)


def _at_side(row: Row, index: int) -> bool:
    """Tell whether somebody stands "alongside" others."""
    return row.items[index].raw in row.lexicon.language.grammar.objects.get("at_side", ())


def _of_a_thing(row: Row, index: int) -> bool:
    """Tell whether a nationality says whose thing it is ("a deal with [Russian] manufacturer Sukhoi", "des prêts [canadiens]")."""
    item, language = row.items[index], row.lexicon.language
    after = language.names.demonym_after
    behind = row.items[index + 1] if item.type == "country" and index + 1 < len(row.items) else None
    if behind is not None and not after and behind.low in language.grammar.objects.get("envoys", ()):
        return True  # "met with its [Yemen] envoy"
    beside = index - 1 if after else index + 1
    if item.form != "demonym" or len(row.members(index)) > 1 or not 0 <= beside < len(row.items):
        return False
    other = row.items[beside]
    near = other.end + 1 == item.start if after else item.end + 1 == other.start
    plain = not (other.word.flags or other.word.preps or other.word.nouns or other.word.verbs)
    peers = tuple(form.removesuffix("(s)") for form in language.offices.heads.get("counterpart", ()))
    return near and other.kind == "word" and plain and not other.low.startswith(peers)


def parties_of_treaty(scene: Scene, event: Candidate, frame: Frame) -> None:
    """Take over the parties that stand with the agreement noun ("un accord entre X et Y")."""
    if event.treaty is None or event.row.items[event.treaty].kind == "treaty":
        return
    found = arguments(event.row, event.treaty, scene.groups, verb=False)
    for slot in ("between", "with", "adj"):
        for index in found.slots.get(slot, ())[:1]:
            fill(scene, event, frame, slot, frame.slots, index)
    event.span = (min(event.span[0], event.treaty), max(event.span[1], found.end))


def troops(scene: Scene, at: int) -> bool:
    """Tell whether an item is a force, or a mission of a body of states ("MINUSMA", "the U.N. [mission]")."""
    items = scene.row.items
    if items[at].type in FORCE or scene.source.posted.intersection(items[at].actors):
        return True
    missions = scene.source.lexicon.language.grammar.objects.get("missions", ())
    near = items[max(0, at - _MISSION) : at] + items[at + 1 : at + 2]
    return items[at].type == "igo" and any(item.low in missions for item in near)
