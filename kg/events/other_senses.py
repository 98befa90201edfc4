"""Verbs that say less or other than they seem: a deal that is struck, a flag that is flown, an office that is headed."""

from kg.events.candidate import FORCE, Candidate, Scene
from kg.events.clauses import Arguments
from kg.events.items import Item
from kg.events.lexicon import frames
from kg.events.verbs import VerbGroup, auxiliary

__all__ = [
    "conditional",
    "decided",
    "describes_text",
    "headed_by",
    "is_called",
    "listed",
    "of_events",
    "otherwise",
    "says",
    "toward",
]

_PAST_HAVE = frozenset({("have", "past"), ("be", "past")})
_SOON = 2
"""How far behind a participle the day of its event stands."""
_BOUND = 14
"""How far behind a verb it may stand till when it is denied."""
_CAUSE = 8
"""How far before a verb its cause may stand."""
_BOTH = 2
_CONDITION = 12
"""How far before a verb the word may stand that makes it a condition."""
_LIST = 9
"""How far behind a verb the list may stand that somebody is taken off."""


def otherwise(scene: Scene, event: Candidate, group: VerbGroup, found: Arguments) -> bool:
    """Tell whether a verb says less than it seems: an opinion ("agreed that talks help"), an accident, "not until" a day."""
    items = scene.row.items
    after = items[group.at + 1 : found.end + 2]
    if event.type == "agreement" and after and "comp" in after[0].word.flags:
        return len(event.participants) < _BOTH
    if group.negated and group.finite:
        return _until(scene, group)
    if event.type == "visit" and not group.passive and _carries(after):
        return True
    if event.type == "recognition" and group.time == "participle" and not any(i.kind == "date" for i in after[:_SOON]):
        return True  # "the government [recognised] by the UN": which one it is
    if event.type == "meeting" and _massed(scene, event, group):
        return True
    if event.type == "meeting" and group.reflexive and not event.counterparts and _done_to(after):
        return True
    if frames()[event.type].family == "talks" and any(
        scene.source.types.get(a) == "media" for a, _ in event.participants
    ):
        return True  # "contacted by Reuters, the ministry …"
    if group.passive and frames()[event.type].family == "violence" and _struck(scene, group):
        return True
    if frames()[event.type].family == "violence" and _figurative(scene, event, group):
        return True
    if event.type in ("signing", "agreement") and _commercial(scene, event):
        return True
    if event.counts is None or event.participants:
        return False
    accidents = frozenset(scene.source.lexicon.language.grammar.objects.get("accidents", ()))
    near = items[max(0, group.left - _CAUSE) : found.end + 1]
    return any(not accidents.isdisjoint(i.low.split()) for i in near) or _crashed(scene)


def _crashed(scene: Scene) -> bool:
    """Tell whether a sentence says that something crashed, and names no weapon ("Flight 200, which killed 43, [crashed] in Chad")."""
    objects = scene.source.lexicon.language.grammar.objects
    words = frozenset(part for item in scene.row.items for part in item.low.split(" "))
    return not words.isdisjoint(objects.get("crashes", ())) and words.isdisjoint(objects.get("weapons", ()))


def _until(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a negation says how long something did not happen ("no envoy had gone there [until] Monday").

    Nothing is denied then.  "Before" says so of what lay before or lies ahead; "did not sign before the deadline" denies.
    """
    grammar, items = scene.source.lexicon.language.grammar, scene.row.items
    pluperfect = group.perfect and any(auxiliary(i) in _PAST_HAVE for i in items[group.left : group.at])
    ahead = pluperfect or group.time in ("future", "conditional")
    words, bounds = set(grammar.until), {"UNTIL"}
    if ahead:
        words.update(grammar.not_before)
        bounds |= {"BEFORE", "ON_OR_BEFORE"}
    for item in items[max(0, group.left - _CAUSE) : group.left] + items[group.at + 1 : group.at + _BOUND]:
        if item.low in ".;:":
            break
        if item.low in words or (item.date is not None and item.date.when.modifier in bounds):
            return True
    return False


def _carries(after: list[Item]) -> bool:
    """Tell whether a verb of travel has a thing as its object ("flew 60 tonnes of food to X"): goods travel, nobody visits."""
    first = next((i for i in after if says(i)), None)
    flag = first is not None and first.form == "demonym" and _plain_next(after, first)
    return first is not None and (
        flag or first.kind == "quantity" or first.low[0].isdigit() or {"det", "indef"} <= first.word.flags
    )


def _massed(scene: Scene, event: Candidate, group: VerbGroup) -> bool:
    """Tell whether it is forces that gather somewhere ("[troops] were gathering near the town"): they do not meet."""
    gathers = any(s.kind == "governor" and s.value == "gather" for s in group.senses)
    types = {scene.source.types.get(actor) for actor, _ in event.participants}
    return gathers and bool(types & FORCE) and types <= FORCE | {"armed_group"}


def _done_to(after: list[Item]) -> bool:
    """Tell whether another verb follows a reflexive one ("s'être vu [interdire] l'entrée"): nobody meets."""
    first = after[0] if after else None
    return first is not None and any(tense in ("inf", "part") and s.kind != "aux" for s, tense in first.word.verbs)


def _plain_next(after: list[Item], first: Item) -> bool:
    """Tell whether a name is that of a thing ("flying [Russian] flags")."""
    behind = next((i for at, i in enumerate(after) if at and after[at - 1] is first), None)
    return (
        behind is not None
        and behind.kind == "word"
        and not (behind.word.flags or behind.word.preps or behind.word.verbs or behind.word.nouns)
    )


def _struck(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether it is a text that a verb of violence is said of ("the deal with X was [struck]")."""
    for item in reversed(scene.row.items[max(0, group.left - _CAUSE) : group.left]):
        first = scene.source.lexicon.match(item.low.split(" ")[:1], 0)  # "[deal] with the": read as one item
        known = (*item.word.nouns, *(first[1].nouns if first is not None else ()))
        if item.kind == "treaty" or any(s.kind == "treaty" for s in known):
            return True
        if item.kind == "sign" or item.word.verbs or item.word.nouns or item.word.flags & {"and", "rel", "comp", "sub"}:
            return False
    return False


def toward(after: list[Item], *, linked: bool) -> bool:
    """Tell whether a verb of travel names a place right behind it ("headed on Monday back [to] Paris"), and heads nothing."""
    for item in after:
        linked = linked or bool(item.word.preps & {"to", "for"})
        if item.kind == "date" or item.word.flags & {"adv", "det"} or item.word.preps & {"to", "for"}:
            continue
        return linked and bool(item.place or item.actors)
    return False


def of_events(after: list[Item]) -> bool:
    """Tell whether the object of a verb is talks or a text, not somebody."""
    first = next((i for i in after if says(i) and "det" not in i.word.flags), None)
    return first is not None and any(s.kind in ("event", "treaty") for s in first.word.nouns)


def says(item: Item) -> bool:
    """Tell whether an item is more than a day or an adverb."""
    return item.kind != "date" and "adv" not in item.word.flags


def listed(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether somebody is taken off a list ("faire retirer X [de la liste]"): no troops move."""
    lists = frozenset(scene.source.lexicon.language.grammar.objects.get("lists", ()))
    items = scene.row.items
    return any(
        (item.low in lists and any(i.word.preps & {"of", "from"} for i in items[max(0, at - 3) : at]))
        or (item.kind == "np" and not lists.isdisjoint(item.low.split()))  # "le [Front de la liste]" read as one name
        for at, item in enumerate(items)
        if group.at < at <= group.at + _LIST
    )


def headed_by(scene: Scene, first: int, at: int, name: str) -> bool:
    """Tell whether a noun of a list stands before a verb, as its subject or within it ("[rockets] hit X")."""
    nouns = scene.source.lexicon.language.grammar.objects.get(name, ())
    before = scene.row.items[max(0, min(first, at - _CAUSE)) : at]
    stop = next((i for i in range(len(before) - 1, -1, -1) if before[i].low in ".;:"), -1)
    return any(not frozenset(nouns).isdisjoint(item.low.split()) for item in before[stop + 1 :])


def decided(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb is said to have been decided on ("a décidé d'exclure X"): who decides to refuse has refused."""
    decides = scene.source.lexicon.language.grammar.decides
    before = scene.row.items[group.left : group.at]
    main = next((g for g in reversed(scene.groups) if g.finite and g.at < group.left), None)
    if group.time == "infinitive" and group.modal is None and main is not None:  # "décidé, [lundi,] d'exclure"
        return main.time == "past" and not main.negated and any(s.lemma in decides for s in main.senses)
    return group.modal_time in ("past", "part") and any(
        s.kind == "modality" and s.lemma in decides for item in before for s, _ in item.word.verbs
    )


def conditional(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb only says on what condition something else would be ("will leave [if] X signs", "[unless] X stops")."""
    objects = scene.source.lexicon.language.grammar.objects
    words = objects.get("conditional", ())
    if group.time == "present":  # "will leave [once] X signs"
        words = (*words, *objects.get("once", ()))
    if not group.finite or not words:
        return False
    for item in reversed(scene.row.items[max(0, group.left - _CONDITION) : group.left]):
        if item.low.replace("' ", "'") in words:
            return True
        if item.low in ".;:," or item.word.flags & {"rel", "comp", "sub"} or (item.word.verbs and not item.word.nouns):
            return False
    return False


def _figurative(scene: Scene, event: Candidate, group: VerbGroup) -> bool:
    """Tell whether a verb that things do as well has neither a doer nor a weapon ("inflation [hit] Lebanon")."""
    objects = scene.source.lexicon.language.grammar.objects
    if group.passive or event.rule.partition(":")[2] not in objects.get("blows", ()):
        return False
    doers = frames()[event.type].slots["subject"]
    if any(role == doers for _, role in event.participants):
        return False
    weapons = objects.get("weapons", ())
    near = scene.row.items[max(0, group.left - _CAUSE) : group.left]
    return not any(
        part in weapons or any(s.kind == "event" for s in item.word.nouns)
        for item in near
        for part in item.low.split(" ")
    )


def _commercial(scene: Scene, event: Candidate) -> bool:
    """Tell whether a contract names one side only: the other is a firm, and no state signs with itself."""
    words = scene.source.lexicon.language.grammar.objects.get("commercial", ())
    named = event.treaty is not None and scene.row.items[event.treaty].low.split(" ")[-1] in words
    return named and len(event.participants) < _BOTH


def describes_text(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a form of a verb is a participle right behind a text ("broke an agreement [struck] in May"): it is read with that."""
    items = scene.row.items
    participle = group.left == group.at and any(tense == "part" for _, tense in items[group.at].word.verbs)
    text = group.left > 0 and any(s.kind == "treaty" for s in items[group.left - 1].word.nouns)
    blow = any(s.kind == "event" and frames()[s.value].family == "violence" for s in group.senses)
    return participle and text and blow


def is_called(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb of speech gives another name ("Ansarullah ([dit] Houthis)", "Daglo, [dit] Hemedti, …")."""
    items, at = scene.row.items, group.at
    if not group.left or group.left != at or at + 2 >= len(items):
        return False
    if items[at - 1].low == "(":
        return True
    called = scene.source.lexicon.language.agreements.called
    named = at > 1 and items[at - 1].low == "," and items[at - 2].kind == "np" and items[at].low in called
    text = scene.source.reading.article.text
    return named and items[at + 2].low == "," and text[items[at + 1].start].isupper()
