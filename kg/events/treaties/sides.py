"""Who the sides of an agreement are, where its noun phrase does not say: the other side, whoever acts under it, no onlookers."""

from kg.events.candidate import Scene
from kg.events.treaties.acting import opening
from kg.events.treaties.treaty import Naming
from kg.events.verbs import VerbGroup

__all__ = ["adjective", "among", "keeping", "leaving", "opposite", "promising", "sift", "under"]

_STATE = "country/"
_SIDES = frozenset({"country", "government", "armed_group", "igo", "military"})
_MANY = 2
_NEAR = 3
"""How far behind its noun the state stands that a text is about."""
_LIST = 16
"""How many items a list of those who sign has at most."""
_LINK = 5
"""How many items before its noun a text's preposition stands."""


def adjective(scene: Scene, naming: Naming) -> None:
    """Read the two sides that an adjective joins behind its noun, of which one is no state ("l'accord américano-taliban")."""
    prefixes = scene.source.lexicon.language.names.demonym_prefixes
    for item in scene.row.items[naming.at + 1 : naming.at + _NEAR]:
        first, hyphen, second = item.low.partition("-")
        if item.kind != "word" or not hyphen or len(second) < _NEAR or len(prefixes.get(first, "")) != _MANY:
            continue
        naming.paired = True
        state = f"{_STATE}{prefixes[first]}"
        others = [a.id for a in scene.source.reading.actors if a.name.lower().startswith(second) and a.id != state]
        if len(others) == 1 and state in scene.source.types:
            naming.party(state, *others)
        return


def opposite(scene: Scene, naming: Naming) -> None:
    """Find the other side of a text that "with" gives one side of: whoever acts or speaks in the sentence."""
    alone = naming.beside and set(naming.parties) == set(naming.beside)
    if not alone or (naming.many and not (naming.concluded or naming.owned)):
        return
    types = scene.source.types
    for group in reversed([g for g in scene.groups if g.at < naming.at and g.finite]):
        who = scene.subjects.get(group.at, (None, ""))[0]
        actors = scene.row.actors(who) if who is not None else ()
        sides = [a for a in actors if types.get(a) in _SIDES and a not in naming.beside]
        if sides:
            naming.party(*sides)
            return
    if _link(scene, naming.at) == 0:  # "In the text signed with X, Y reaffirms …"
        who = _subject(scene, naming.at)
        alike = _SIDES | {types.get(a) for a in naming.beside}
        naming.party(*(a for a in (scene.row.actors(who) if who is not None else ()) if types.get(a) in alike))


def among(scene: Scene, group: VerbGroup) -> tuple[str, ...]:
    """Return those named of the many who do what a verb tells ("quinze pays, [dont X et Y], ont signé")."""
    items, words = scene.row.items, scene.source.lexicon.language.agreements.among
    close = group.left - 1
    if not words or close < _LINK or items[close].low != ",":
        return ()
    opens = next((i for i in range(close - 1, max(0, close - _LIST), -1) if items[i].low in words), None)
    if opens is None or items[opens - 1].low != ",":
        return ()
    listed = items[opens + 1 : close]
    plain = all(i.kind == "np" or i.low == "," or i.word.flags & {"det", "and"} for i in listed)
    first = next((i for i, item in enumerate(listed, opens + 1) if item.kind == "np"), None)
    return scene.row.actors(first) if plain and first is not None else ()


def promising(scene: Scene, naming: Naming) -> None:
    """Take the powers that undertake something by a text as its parties ("un accord par lequel X et Y s'engagent à")."""
    items, types = scene.row.items, scene.source.types
    opens = naming.at + 1
    if (
        any(types.get(p) != "person" for p in naming.parties)
        or opens >= len(items)
        or items[opens].low not in scene.source.lexicon.language.agreements.by_which
    ):
        return
    who = next((i for i in range(opens + 1, min(opens + _NEAR, len(items))) if items[i].kind == "np"), None)
    sides = scene.row.actors(who) if who is not None else ()
    if len(sides) >= _MANY and all(types.get(a) in _SIDES for a in sides):
        naming.party(*sides)


def under(scene: Scene, naming: Naming) -> None:
    """Take whoever acts under a text as a party of it ("laid down arms in a peace accord reached in 2016")."""
    if naming.parties or naming.hypothetical or not (naming.concluded or naming.when is not None):
        return
    link = _link(scene, naming.at)
    if link is None:
        return
    left = [g for g in scene.groups if g.at < link and g.finite]
    right = [g for g in scene.groups if g.left > naming.at and g.finite and any(s.kind != "speech" for s in g.senses)]
    who = {scene.subjects.get(group.at, (None, ""))[0] for group in left[-1:] or right[:_MANY]}
    who |= {_subject(scene, naming.at), opening(scene)} if not left else set()
    types = scene.source.types
    for at in sorted(at for at in who if at is not None):
        naming.party(*(a for a in scene.row.actors(at) if types.get(a) in _SIDES - {"igo", "military"}))


def _link(scene: Scene, at: int) -> int | None:
    """Return where the preposition of who acts under a text begins ("under the", "aux termes du"); nothing where none stands before it."""
    words, items = scene.source.lexicon.language.agreements.under, scene.row.items
    link = next((i for i in range(at - 1, max(-1, at - _LINK), -1) if items[i].word.preps), None)
    if link is None:
        return None
    for first in range(link, max(-1, link - _NEAR), -1):
        if " ".join(item.low for item in items[first : link + 1]) in words:
            return first
    return None


def _subject(scene: Scene, at: int) -> int | None:
    """Return the name that opens the clause behind a phrase that opens the sentence ("Under the 1929 treaty, [Egypt] …")."""
    items = scene.row.items
    comma = next((i for i in range(at + 1, len(items)) if items[i].low == ","), None)
    for index in range(comma + 1, min(comma + 1 + _NEAR, len(items))) if comma is not None else ():
        if items[index].kind == "np":
            return index if not items[index].prep else None
        if "det" not in items[index].word.flags:
            return None
    return None


def leaving(scene: Scene, naming: Naming, group: VerbGroup | None) -> None:
    """Take whoever leaves, suspends or breaks a text as a party of it ("India suspended the treaty", "its part in the pact")."""
    words = scene.source.lexicon.language
    if group is None or naming.hypothetical or len(naming.parties) >= _MANY:
        return
    own = any(
        i.low in words.agreements.leaves and at and "poss" in scene.row.items[at - 1].word.flags
        for at, i in enumerate(scene.row.items[: naming.at])
        if at >= naming.at - _LINK
    )
    ends = {"terminated", "suspended"} & {s.value for s in group.senses if s.kind == "treaty_status"}
    lemmas = {s.lemma for s in group.senses}
    own = own or any(set(lemma.split()) & set(words.agreements.leaves) for lemma in lemmas)
    if not (own or ends or lemmas & set(words.commitments.missed)) or group.passive or not group.finite:
        return
    who = scene.subjects.get(group.at, (None, ""))[0]
    actors = scene.row.actors(who) if who is not None else ()
    types = scene.source.types
    if len(actors) == 1 and types.get(actors[0]) in _SIDES - {"igo", "military"}:
        naming.party(*actors)


def keeping(scene: Scene, naming: Naming, group: VerbGroup | None) -> None:
    """Take the powers that keep, break or extend a text together as its parties ("X et Y ont prolongé le cessez-le-feu")."""
    words = scene.source.lexicon.language
    if group is None or group.passive or naming.parties or not naming.definite or naming.hypothetical or naming.many:
        return
    lemmas = {s.lemma for s in group.senses}
    if group.modal not in (None, "planned") or not (group.finite or _each_other(scene, group)):
        return  # "called on both sides to respect the truce"
    if not lemmas & {*words.agreements.keeps, *words.commitments.met, *words.commitments.missed}:
        return
    who = scene.subjects.get(group.at, (None, ""))[0]
    sides = scene.row.actors(who) if who is not None else ()
    types = scene.source.types
    if len(sides) == _MANY and all(types.get(a) in _SIDES - {"igo", "military"} for a in sides):
        naming.party(*sides)


def _each_other(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether those who act accuse each other of it: nobody else is named ("accused each other of violating the truce")."""
    accusing = scene.source.lexicon.language.speech.accusing
    before = next((g for g in reversed(scene.groups) if g.at < group.left), None)
    if before is None or not any(s.lemma in accusing for s in before.senses):
        return False
    return not any(i.kind == "np" for i in scene.row.items[before.at : group.left])


def sift(scene: Scene, naming: Naming, states: dict[str, str]) -> None:
    """Leave out of the parties who only looked on, persons where their states are named, and mediators."""
    items, types = scene.row.items, scene.source.types
    witnesses = scene.source.lexicon.language.agreements.witnesses
    looked_on = {a for at, i in enumerate(items) if i.raw in witnesses for a in _beside(scene, at)}
    naming.parties = [p for p in naming.parties if p not in looked_on]
    for item in items[naming.at + 1 : naming.at + _NEAR + 1] if not naming.concluded else ():
        if item.kind == "np" and item.place and "in" in item.prep and item.place.startswith(_STATE):
            naming.land = item.place
    collective = [p for p in naming.parties if types.get(p) != "person"]
    if len(collective) >= _MANY:  # whoever signs for another state brings it in
        naming.parties = list(
            dict.fromkeys(states.get(p, "") if types.get(p) == "person" else p for p in naming.parties)
        )
        naming.parties = [p for p in naming.parties if p]
    naming.mediators = [m for m in naming.mediators if m not in naming.parties]


def _beside(scene: Scene, at: int) -> tuple[str, ...]:
    """Return the actors of a list and of the list in apposition behind it ("des présidents gabonais A et togolais B")."""
    items = scene.row.items
    found = list(scene.row.actors(at))
    for index in range(at + 1, min(at + 4, len(items))):
        if items[index].kind != "np":
            break
        found += scene.row.actors(index)
    return tuple(found)
