"""Agreements as values: what one mention says of one, and what the article has said of it so far."""

from collections.abc import Iterable, Mapping

import msgspec

from kg import iri
from kg.events.times import compatible, narrower
from kg.model import Commitment, When

__all__ = ["STATUSES", "Naming", "Treaty", "alike", "local_key", "states_of"]

STATUSES = ("draft", "negotiated", "initialled", "signed", "ratified", "in_force", "suspended", "terminated")
"""In the order of a treaty's life: a later word of an article moves it forward."""

_APART = frozenset({"trade", "climate", "migration", "water", "border"})
"""Kinds that are an agreement's only subject; any other two may be told of one ("a truce", "a hostage deal")."""
_SIDES = 2


class Naming(msgspec.Struct):
    """What a sentence says of one agreement."""

    at: int
    """Index of its noun or name in the row."""
    span: tuple[int, int]
    """The sentence."""
    label: str
    key: str | None = None
    """Authority id of a name."""
    title: str = ""
    """A name of its own that the authority may lack ("accord de Pretoria")."""
    seat: str | None = None
    """The town in that name."""
    kinds: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    """Of what sort it is where its noun says so ("declaration", "memorandum")."""
    truce: bool = False
    generic: bool = False
    commercial: bool = False
    act: bool = False
    likened: bool = False
    """True where something is only called so ("hailed as a peace deal")."""
    dated: bool = False
    """True where its day is a part of what it is called ("the 2015 deal")."""
    definite: bool = False
    pointed: bool = False
    """A demonstrative stands before it ("this memorandum")."""
    owned: bool = False
    """A possessive stands before it: there is one ("its agreements with France")."""
    indefinite: bool = False
    many: bool = False
    prior: bool = False
    other: bool = False
    hypothetical: bool = False
    concluded: bool = False
    """True where the sentence says that it was signed or reached."""
    firm: bool = False
    """True where two have agreed: a verb signs or reaches it, none only announces it."""
    denied: bool = False
    """True where the sentence says that there is none."""
    parties: list[str] = []
    mediators: list[str] = []
    heralds: list[str] = []
    """Several who made it known together: its parties where nobody else is."""
    when: When | None = None
    place: str | None = None
    land: str | None = None
    """The state that it is about ("the peace accord in Mozambique")."""
    area: str | None = None
    """Where a truce holds ("a truce in Idlib"): not where it was made."""
    status: str | None = None
    signed: bool = False
    left: bool = False
    """True where a party leaves it: that ends it only where it has two."""
    theirs: bool = False
    """True where those told of before sign it ("the treaty they signed")."""
    paired: bool = False
    """Its adjective names its two sides ("l'accord américano-taliban")."""
    beside: list[str] = []
    """The one party that "with" gives: the other is told elsewhere."""
    hint: When | None = None
    """The day on which it was announced: that of its signing only where nothing says more."""

    @property
    def bare(self) -> bool:
        """Whether it is a truce of which nobody says that two agreed on it."""
        placed = (self.when is not None or self.place is not None) and not self.parties
        told = self.firm and (placed or self.signed or not self.parties or bool(self.beside))
        return self.truce and not (self.mediators or max(len(self.parties), len(self.heralds)) >= _SIDES or told)

    def party(self, *actors: str) -> None:
        """Enter parties, each once."""
        self.parties += [a for a in dict.fromkeys(actors) if a not in self.parties]

    def mediator(self, *actors: str) -> None:
        """Enter mediators, hosts and guarantors, each once."""
        self.mediators += [a for a in dict.fromkeys(actors) if a not in self.mediators]


class Treaty(msgspec.Struct):
    """An agreement, as far as told."""

    key: str
    name: str
    named: bool
    span: tuple[int, int]
    seat: str | None = None
    kinds: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    parties: list[str] = []
    mediators: list[str] = []
    heralds: list[str] = []
    when: When | None = None
    place: str | None = None
    land: str | None = None
    area: str | None = None
    venue: str | None = None
    """Where the talks were that it was concluded at."""
    status: str = "draft"
    signing: str | None = None
    many: bool = False
    """Several texts told at once ("seven agreements")."""
    generic: bool = False
    """Called by a noun that need not be a text ("a statement")."""
    truce: bool = False
    """Called by a noun for a truce."""
    commercial: bool = False
    """Called by a noun of trade ("a contract"): kept between states alone."""
    act: bool = False
    """Called by a noun for what one alone may sign ("a memorandum"): it takes no parties from what is told around it."""
    prior: bool = False
    paired: bool = False
    """An adjective names its two sides: it takes none from what is told around it."""
    weak: bool = False
    """Known by its subject alone ("a border deal"): kept when the article tells its parties."""
    thin: bool = False
    """Told by its noun and a verb alone ("signed an accord"): kept when the article tells its parties."""
    passing: bool = False
    """Taken up as if everybody knew it ("the deal", no more): kept where the article tells of no other, and who its parties are."""
    left: bool = False
    """True where a party leaves it: that ends it only where it has two."""
    theirs: bool = False
    """True where those told of before sign it ("the treaty they signed")."""
    further: bool = False
    """Brought in as one text more ("they also adopted a declaration")."""
    real: bool = False
    """True where it is told as signed or reached."""
    bare: bool = False
    """A truce of which nobody says that two agreed on it."""
    known: bool = False
    """True where its key is an authority id."""
    fresh: bool = False
    """True where it was first told of as something new, without a day."""
    told: int = 0
    """How often it is spoken of."""
    former: list[str] = []
    """Keys that it went by before its name was told."""
    hint: When | None = None
    """The day of the talks that it was concluded at."""
    commitments: list[Commitment] = []

    def take(self, naming: Naming) -> None:
        """Add what another mention says."""
        self.fresh = self.fresh or (self.told == 0 and naming.indefinite and naming.concluded and naming.when is None)
        self.told += 1
        self.kinds |= naming.kinds
        self.forms |= naming.forms
        self.prior = self.prior or naming.prior
        self.paired, self.theirs = self.paired or naming.paired, self.theirs or naming.theirs
        self.parties += [p for p in naming.parties if p not in self.parties]
        self.mediators += [m for m in naming.mediators if m not in self.mediators]
        self.heralds = self.heralds or naming.heralds
        if compatible(self.when, naming.when):
            self.when = narrower(self.when, naming.when)
        if self.place is None or (_is_state(self.place) and naming.place is not None):
            self.place = naming.place
        self.hint = self.hint or naming.hint
        self.advance(naming.status)
        if naming.concluded or len(naming.parties) >= _SIDES or naming.key is not None:
            self.weak = self.passing = False
        self.thin = self.thin and naming.key is None
        self.real, self.left = self.real or naming.concluded, self.left or naming.left
        self.land, self.area = self.land or naming.land, self.area or naming.area
        self.bare = self.bare and naming.bare
        if naming.key is not None and not self.known:
            self.rename(naming.key)
        fuller = " " in naming.label and " " not in self.name and self.name.lower() in naming.label.lower()
        if not self.named and (naming.title or fuller):
            self.name = naming.title or naming.label
            self.named = bool(naming.title)
            self.seat = self.seat or naming.seat

    def rename(self, key: str) -> None:
        """Give it the id that the authority knows it by."""
        self.former.append(self.key)
        self.key, self.known = key, True

    def advance(self, status: str | None) -> None:
        """Move on to a later status, never back."""
        if status is not None and STATUSES.index(status) > STATUSES.index(self.status):
            self.status = status


def _is_state(place: str) -> bool:
    return place.startswith("country/")


def states_of(actors: Iterable[str], states: Mapping[str, str]) -> set[str]:
    """Return actors, with states for their persons and bodies: who stands on one side."""
    return {states.get(actor, actor) for actor in actors}


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether texts of these kinds can be one."""
    if not one or not other or one & other:
        return True
    return not (one | other) & _APART


def local_key(naming: Naming) -> str:
    """Return the id of an agreement that the authority lacks."""
    return f"local/agreement/{iri.slug(naming.title or '-'.join((naming.label, *sorted(naming.parties))))}"
