"""People who have no name here: a pronoun that nobody is behind, a delegation, gunmen, residents, an emir."""

import re
from functools import lru_cache

from kg.events.candidate import FORCE_UNITS, Scene
from kg.events.items import NOTHING, Item
from kg.events.lexicon import Lexicon, frames
from kg.events.verbs import VerbGroup

__all__ = ["met", "nameless", "people"]

_PRONOUNS = frozenset({"he", "it", "they"})
_REACH = 14
"""How many items a subject may take, from its first word to the verb."""
_BEHIND = 8
"""How many items behind a verb whom it bears on may stand."""
_UNITS = (*FORCE_UNITS, "persons", "civilians", "prisoners", "hostages", "refugees")
_STRUCK = ("sites", "vehicles", "aircraft", "ships")
"""What is attacked beside people, as units of numbers."""
_CLOSERS = frozenset('.;:?!«»“”"—–[]()')


def nameless(scene: Scene, group: VerbGroup, kind: str) -> bool:
    """Tell whether the subject of a verb is people of whom only the kind is said, or a pronoun for nobody known.

    Args:
        scene: the sentence.
        group: its verb.
        kind: the type of event that the verb tells: what is attacked may be a place or a vehicle as well.
    """
    items, at = scene.row.items, group.left - 1
    if not group.finite:
        main = next((g for g in reversed(scene.groups) if g.finite and g.at < group.left), None)
        return group.perfect and main is not None and main.at >= group.left - 3 and nameless(scene, main, kind)
    if at >= 0 and items[at].word.flags & _PRONOUNS:
        return "impersonal" not in items[at + 1].word.flags
    if at >= 0 and "rel" in items[at].word.flags:
        at -= 1
    known = people(scene.source.lexicon)
    if group.passive and frames()[kind].family == "violence":
        known |= _words(scene.source.lexicon, _STRUCK)
    if group.passive and kind == "withdrawal":  # "all heavy [weapons] will be withdrawn"
        known |= frozenset(scene.source.lexicon.language.grammar.objects.get("heavy", ()))
    found = False
    for index in range(at, max(-1, at - _REACH), -1):
        item = items[index]
        if _ends(item, index, scene):
            break
        if item.word.preps and "of" not in item.word.preps and "det" not in item.word.flags:
            found = False  # what stands behind a preposition is no subject
        elif _counted(item) or not known.isdisjoint(item.low.split()) or _both(items, index, scene):
            found = True
    return found


def met(scene: Scene, at: int) -> bool:
    """Tell whether a verb is followed by people without a name ("met [the parties]"), and no thing ("met difficulties")."""
    lexicon = scene.source.lexicon
    known = lexicon.people | _offices(lexicon) | _words(lexicon, ("countries",))
    where = about = False
    for item in scene.row.items[at + 1 : at + _BEHIND]:
        if about and item.word.preps == {"of"}:
            continue  # "a réuni [une vingtaine de] pays"
        about = item.word == NOTHING and item.kind == "word"
        if item.kind == "word" and not known.isdisjoint(item.low.split()) and not where:
            return True
        if item.kind in ("date", "quantity") or item.word.flags & {"det", "adv", "upcoming", "ended"}:
            where = where and "partitive" not in item.word.flags and "det" not in item.word.flags
        elif "in" in item.word.preps:
            where = True  # "received [in Lusaka] envoys"
        elif where and item.kind == "np" and item.place:
            where = False
        elif item.kind != "word" or item.word.preps or item.word.verbs or item.word.nouns or item.word.flags:
            return False
    return False


def _ends(item: Item, index: int, scene: Scene) -> bool:
    """Tell whether a clause ends at an item, looking left from a verb."""
    stop = item.low in _CLOSERS or item.low == "," or item.word.flags & {"comp", "sub", "rel"}
    return bool(stop) or any(g.finite and g.left <= index <= g.at for g in scene.groups)


def _both(items: list[Item], index: int, scene: Scene) -> bool:
    """Tell whether the two sides are named as such ("les deux pays")."""
    words = [item.low for item in items[max(0, index - 2) : index + 1]]
    sides = scene.source.lexicon.language.names.descriptions.get("both", ())
    return len(words) > 1 and (" ".join(words) in sides or " ".join(words[1:]) in sides)


def _counted(item: Item) -> bool:
    """Tell whether an item counts people ("four policemen")."""
    return item.quantity is not None and item.quantity.unit in _UNITS


@lru_cache(maxsize=32)
def _forms(heads: tuple[str, ...]) -> frozenset[str]:
    """Return the forms of one-word nouns written with optional endings."""
    forms = {form for head in heads for form in (re.sub(r"\([^)]*\)", "", head), re.sub(r"[()]", "", head))}
    return frozenset(form.lower() for form in forms if " " not in form)


@lru_cache(maxsize=32)
def _words(lexicon: Lexicon, units: tuple[str, ...]) -> frozenset[str]:
    """Return the words for units."""
    table = lexicon.language.quantities.units
    return _forms(tuple(word for unit in units for word in table.get(unit, ())))


@lru_cache(maxsize=32)
def people(lexicon: Lexicon) -> frozenset[str]:
    """Return the nouns for bodies and people of a language, in all their forms."""
    groups = lexicon.language.names.groups
    return _forms(tuple(head for kind in groups if kind != "media" for head in groups[kind])) | _words(lexicon, _UNITS)


@lru_cache(maxsize=32)
def _offices(lexicon: Lexicon) -> frozenset[str]:
    """Return the nouns for those who hold an office."""
    return _forms(tuple(head for heads in lexicon.language.offices.heads.values() for head in heads))
