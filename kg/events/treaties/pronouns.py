"""The signing of a text that a pronoun stands for: "they signed it in Geneva", "il a été signé lundi", "ils l'ont paraphé"."""

from kg.events.candidate import Details, Scene
from kg.events.signatories import bound
from kg.events.treaties.days import one_day
from kg.events.treaties.treaty import Naming
from kg.events.treaties.verbs import only_ratifies, signs
from kg.events.verbs import VerbGroup

__all__ = ["by_pronoun"]

_NEAR = 7
"""How many items behind its verb the day of a signing stands."""
_OPENING = 2
"""How many items may stand before the pronoun that opens a sentence."""
_AHEAD = frozenset({"future", "conditional", "infinitive", "gerund"})
_TOWNS = "city/"


def by_pronoun(scene: Scene, details: dict[int, Details]) -> Naming | None:
    """Return what a sentence says of the signing of the text told before; nothing where it tells of none."""
    for group in scene.groups:
        if not signs(group) or group.negated or group.modal is not None or group.time in _AHEAD:
            continue
        if not _taken_up(scene, group):
            continue
        naming = Naming(group.at, (scene.row.sentence.start, scene.row.sentence.end), "")
        naming.definite = naming.concluded = naming.firm = naming.signed = True
        if only_ratifies(group):
            naming.status = "ratified"
            return naming
        naming.status = next((s.value for s in group.senses if s.kind == "treaty_status"), "signed")
        naming.party(*_signatories(scene, group))
        event = next((details[i] for i, c in enumerate(scene.found) if c.at == group.at), None)
        naming.when = (event.when if event is not None else None) or one_day(scene, group.at, group, behind=_NEAR)
        naming.place = event.place if event is not None else None
        naming.place = naming.place or _town(scene, group)
        return naming
    return None


def _taken_up(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether what a verb signs is the text told before."""
    if not group.finite:
        return group.passive and group.left == 0 and _opens(scene, group)
    return _subject(scene, group) if group.passive else _object(scene, group) or _unnamed(scene, group)


def _opens(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a participle describes the pronoun that is the subject ("Signed by X and Y, it took effect on Monday")."""
    pronouns = scene.source.lexicon.language.grammar.pronouns.get("it", ())
    nxt = next((g for g in scene.groups if g.finite and g.at > group.at), None)
    return nxt is not None and scene.row.items[nxt.left - 1].low in pronouns


def _unnamed(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether people sign for somebody without a word of what ("X signed for the government, Y for the rebels")."""
    after = scene.row.items[group.at + 1 : group.at + 2]
    return bool(after) and "for" in after[0].word.preps and bool(bound(scene, group))


def _subject(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a pronoun is what was signed ("It was signed", "Il a été signé")."""
    pronouns = scene.source.lexicon.language.grammar.pronouns.get("it", ())
    return 0 < group.left <= _OPENING + 1 and scene.row.items[group.left - 1].low in pronouns


def _object(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a pronoun is what somebody signed ("l'ont signé", "signed it")."""
    grammar, items = scene.source.lexicon.language.grammar, scene.row.items
    if grammar.object_pronouns:
        return group.left > 0 and items[group.left - 1].low in grammar.object_pronouns
    after = items[group.at + 1 : group.at + 2]
    return bool(after) and after[0].low in grammar.pronouns.get("it", ())


def _signatories(scene: Scene, group: VerbGroup) -> tuple[str, ...]:
    """Return who signed: the subject, or whom "by" gives."""
    items = scene.row.items
    whom = bound(scene, group)
    if whom:
        return tuple(whom)
    if not group.passive:
        who = scene.subjects.get(group.at, (None, ""))[0]
        return scene.row.actors(who) if who is not None else ()
    by = next((i for i in range(group.at + 1, len(items)) if "by" in items[i].prep), None)
    return scene.row.actors(by) if by is not None else ()


def _town(scene: Scene, group: VerbGroup) -> str | None:
    """Return the town behind a verb."""
    for item in scene.row.items[group.at + 1 : group.at + 1 + _NEAR]:
        place = item.place or item.literal or ""
        if "in" in item.prep and place.startswith(_TOWNS):
            return place
    return None
