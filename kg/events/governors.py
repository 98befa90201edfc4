"""The verb that governs an event noun: of which the noun is the object or the subject, also past a clause on it."""

from kg.events.candidate import FORCE, Scene
from kg.events.clauses import subject
from kg.events.items import Item
from kg.events.owners import HAPPENING
from kg.events.verbs import VerbGroup, behind_article, verb_group

__all__ = ["governor_of"]

_SUBJECT_OF = (*HAPPENING, "gather", "oppose")
"""Classes of verbs that an event is the subject of ("talks resumed", "fighting pits X against Y")."""
_GOVERNORS = (
    "light", "host", "planned", "proposed", "refused", "cancelled", "postponed", "ongoing", "occurred", "denied", "ended",
)  # fmt: skip
_SUBJECT_AHEAD = 16
"""How many items may stand between a noun and the verb that it is the subject of."""
_ENDS = frozenset(".!?")
_OPENING = frozenset('«“"')
_APART = 10
"""How many items a participle between commas may have behind it."""
_OBJECT = 10
"""How many items may stand between a verb and the noun that is its object."""


def _being(scene: Scene, at: int) -> VerbGroup | None:
    """Return the verb be of "is on a visit", "est en tournée"."""
    items = scene.row.items
    prep = next(
        (
            i
            for i in range(at - 1, max(-1, at - 5), -1)
            if items[i].word.preps or items[i].kind != "word" or items[i].word.nouns
        ),
        None,
    )
    if prep is None or not items[prep].word.preps & {"in", "on"}:
        return None
    for index in range(prep - 1, max(-1, prep - 4), -1):
        found = [(s, t) for s, t in items[index].word.verbs if s.kind == "aux" and s.value == "be"]
        if found:
            tense = found[0][1]
            group = verb_group(scene.row, index, found)
            if group is not None:
                group.time = {"pres": "present", "fut": "future", "cond": "conditional", "inf": "infinitive"}.get(
                    tense, "past"
                )
                group.finite, group.passive = tense in ("pres", "past", "fut", "cond") or group.modal is not None, False
            return group
        if "adv" not in items[index].word.flags:
            return None
    return None


def governor_of(scene: Scene, at: int) -> tuple[str, VerbGroup] | None:
    """Return the class and verb that a noun is the object or subject of."""
    items = scene.row.items
    being = _being(scene, at)
    if being is not None:
        scene.subjects[being.at] = subject(scene.row, being, scene.groups)
        return "light", being
    for group in reversed([g for g in scene.groups if g.at < at]):
        between = items[group.at + 1 + (items[group.at + 1].low in _OPENING) : at]  # 'demanded "an immediate truce"'
        if group.time == "participle" and between and between[0].word.preps - {"of"}:
            break  # "consultations [consacrées] au conflit": it is no object
        if not (group.passive and group.finite) and len(between) <= _OBJECT and _one_object(between):
            convenes = (
                () if any(s.kind == "provides" for s in group.senses) else ("gather",)
            )  # not "[including] strikes"
            name = _governing_class(group, ("ended", *_GOVERNORS, *convenes))
            if name is not None:
                return "host" if name == "gather" else name, group
        if _discussed(scene, group, between):
            return "proposed", group
        break
    described: tuple[str, VerbGroup] | None = None
    purposes = scene.source.lexicon.language.grammar.purposes
    for group in (g for g in scene.groups if g.left > at and items[g.left].low not in purposes):
        between = _outside(items[at + 1 : group.left])
        apart = _set_apart(group, between, items[group.at + 1 : group.at + _APART])
        if apart or _of_the_noun_before(group, between):
            continue  # the verb of a clause between commas: the main one may follow
        if (inside := _inside(between)) is not None and not any(i.word.verbs for i in inside):
            continue  # the verb of a clause on it: the main one may follow
        if (undone := _came_to_nothing(scene, group, between)) is not None:
            return undone
        if _broken_off(between) or len(between) > _SUBJECT_AHEAD:
            return described
        name = _stopped(group) or _governing_class(group, _SUBJECT_OF) or _governing_class(group)
        if name == "refused" and any("rel" in i.word.flags for i in items[at + 1 : group.left]):
            return described  # "the meeting, which took place in Geneva, was boycotted by X"
        if _announced(items[group.at], group, between):
            described = described or (name or "planned", group)  # "the talks, [planned] for Monday, were called off"
            continue
        noun = group.time == "participle" and bool(items[group.left].word.preps)  # "signes [d'avancées]"
        if noun or (name in ("denied", "refused") and group.time == "participle") or _in_aside(between):
            return described  # "talks on the contested waters", "the author of a coup, has been approved"
        if name is None or not (name in _SUBJECT_OF or _passive(scene, group) or _awaited(scene, group)):
            if "upcoming" in items[group.at].word.flags:
                continue  # "talks planned for Monday fell through"
            return described
        if group.time != "participle":
            return name, group
        described = described or (name, group)  # "the meeting [planned] for Monday was called off"
    return described


def _of_the_noun_before(group: VerbGroup, between: list[Item]) -> bool:
    """Tell whether a participle is said of another event or text, right before it ("strikes in revenge for the attack [committed] in May")."""
    if (
        group.time != "participle"
        or not between
        or not any(s.kind in ("event", "treaty") for s in between[-1].word.nouns)
    ):
        return False
    return not any("and" in item.word.flags for item in between)


def _awaited(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb says in the active that its subject is awaited ("talks [are due] on Monday")."""
    words = scene.source.lexicon.language.grammar.objects.get("awaited", ())
    return any(s.lemma in words for s in group.senses)


def _announced(item: Item, group: VerbGroup, between: list[Item]) -> bool:
    """Tell whether a participle behind a comma says that an event lies ahead ("the talks, [planned] for Monday, …")."""
    aside = group.time == "participle" and bool(between) and between[-1].low == ","
    return aside and "upcoming" in item.word.flags


def _came_to_nothing(scene: Scene, group: VerbGroup, between: list[Item]) -> tuple[str, VerbGroup] | None:
    """Return the main verb that says of a noun with a clause on it that it did not happen ("talks [that were to begin] never took place")."""
    ahead = group.modal == "planned" or _governing_class(group) == "planned"
    opened = bool(between) and between[-1].word.flags & {"rel", "comp"}
    if not ahead or not opened or any(i.kind == "sign" or i.word.verbs or i.word.nouns for i in between[:-1]):
        return None
    main = next((g for g in scene.groups if g.at > group.at and g.finite), None)
    apart = scene.row.items[group.at : main.left] if main is not None else []
    if main is None or any(i.kind == "sign" or i.word.flags & {"rel", "sub", "and"} for i in _unlisted(scene, apart)):
        return None
    name = _stopped(main) or _governing_class(main, (*_SUBJECT_OF, "postponed") if main.passive else _SUBJECT_OF)
    return (name, main) if name in ("fallen", "cancelled", "postponed") or (name and main.negated) else None


def _unlisted(scene: Scene, items: list[Item]) -> list[Item]:
    """Return items without those that join a list ("between X [and] Y")."""
    spans = [(scene.row.items[m[0]].start, scene.row.items[m[-1]].end) for m in scene.row.groups]
    return [i for i in items if not any(start < i.start < end for start, end in spans)]


def _stopped(group: VerbGroup) -> str | None:
    """Return the class of a verb by which others call off its subject ("were broken off" by somebody, not "broke off")."""
    called_off = any(s.kind == "governor" and s.value == "cancelled" for s in group.senses)
    return "cancelled" if group.passive and called_off else None


def _passive(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb is done to its subject, also where headlines leave the auxiliary out ("Talks between X and Y [postponed]").

    Nothing but when, where and why stands behind the only verb of a line that no full stop ends.
    """
    if group.passive or group.reflexive:
        return True
    items = scene.row.items
    participle = group.left == group.at and any(tense == "part" for _, tense in items[group.at].word.verbs)
    if not participle or items[-1].low in _ENDS or any(g.finite and g is not group for g in scene.groups):
        return False
    after = next((item for item in items[group.at + 1 :] if "adv" not in item.word.flags), None)
    return after is None or after.kind == "date" or bool(after.word.preps) or "after" in after.word.flags


def _set_apart(group: VerbGroup, between: list[Item], behind: list[Item]) -> bool:
    """Tell whether a verb stands in a clause between commas, or a participle there with no more than a time behind it."""
    if len(between) > 1 and "rel" in between[-1].word.flags and between[-2].low == ",":
        return True
    comma = next((i for i, item in enumerate(behind) if item.low == ","), None)
    bare = group.time == "participle" and not group.finite and bool(between) and between[-1].low == ","
    return bare and comma is not None and any(item.kind == "date" for item in behind[:comma])


def _discussed(scene: Scene, group: VerbGroup, between: list[Item]) -> bool:
    """Tell whether a noun is one of several things that are talked about ("to discuss a settlement and [a halt to fighting]")."""
    if len(between) > _OBJECT or any(i.kind == "sign" or i.word.verbs or i.word.flags & {"rel", "comp", "sub"} for i in between):  # fmt: skip
        return False
    discuss = scene.source.lexicon.language.grammar.discuss
    return any("and" in i.word.flags for i in between) and any(s.lemma in discuss for s in group.senses)


def _outside(between: list[Item]) -> list[Item]:
    """Return what stands between a noun and a verb without the relative clause that a comma closes ("talks[, which …,] bring")."""
    opener = next((i for i, item in enumerate(between) if "rel" in item.word.flags), None)
    if opener and between[opener - 1].low == "," and between[-1].low == "," and opener < len(between) - 1:
        return between[: opener - 1]
    return between


def _inside(between: list[Item]) -> list[Item] | None:
    """Return the relative clause on a noun, from its subject on: "conference [that] Moscow had pencilled in for September"."""
    marks = [i for i, item in enumerate(between) if item.word.flags & {"rel", "comp"}]
    clause = between[marks[0] + 1 :] if len(marks) == 1 else []
    subjects = [i for i, item in enumerate(clause) if item.kind == "np" and not item.prep]
    return clause if subjects == [0] and not any(item.low == "," for item in clause) else None


def _broken_off(between: list[Item]) -> bool:
    """Tell whether a verb behind a noun stands in another clause; a relative clause with its own verb may be between."""
    if any(item.low in ".;:" or "sub" in item.word.flags for item in between):
        return True
    inside = _inside(between)
    if inside is None:
        return any(item.word.flags & {"rel", "comp"} for item in between)
    return not any(item.kind == "word" and not item.word.flags and not item.word.preps for item in inside)


def _in_aside(between: list[Item]) -> bool:
    """Tell whether a comma right before a verb closes an aside that a noun stands in: then it is not the subject."""
    commas = [i for i, item in enumerate(between) if item.low == ","]
    return len(commas) == 1 and all("adv" in item.word.flags for item in between[commas[0] + 1 :])


def _one_object(between: list[Item]) -> bool:
    """Tell whether what stands between a verb and a noun leaves the noun its object, alone or as the second of two."""
    between = _without_pairs(_without_compounds(_without_days(between)))
    if any("after" in item.word.flags for item in between):
        return False  # "discussed next steps [following] the call"
    for at, item in enumerate(between):  # a preposition may open a place or a day, not the noun itself
        if item.word.preps and "of" not in item.word.preps and "det" not in item.word.flags:
            rest = next((i for i in between[at + 1 :] if "det" not in i.word.flags), None)
            if rest is None or rest.kind not in ("np", "date") or "own" in between[-1].word.flags:
                return False
    joint = max((i for i, item in enumerate(between) if "and" in item.word.flags), default=None)
    if joint is not None and any(s.kind == "event" for item in between[:joint] for s in item.word.nouns):
        return all(_transparent(item) for item in between if "and" not in item.word.flags)
    events = [i for i in between[:-1] if any(s.kind == "event" for s in i.word.nouns)]
    return not events and all(
        _transparent(item) or (at > 0 and behind_article(between[at - 1], item)) for at, item in enumerate(between)
    )


def _without_days(between: list[Item]) -> list[Item]:
    """Return items without the commas that set a day apart ("a réuni[, le 3 mai,] un sommet")."""
    days = {i for i, item in enumerate(between) if item.kind == "date"}
    return [item for i, item in enumerate(between) if not (item.low == "," and days & {i - 1, i + 1})]


def _without_compounds(between: list[Item]) -> list[Item]:
    """Return items without the hyphen of an adjective that a name is part of ("began their [EU-]mediated talks")."""
    return [item for i, item in enumerate(between) if not (item.low == "-" and i and "part" in between[i - 1].prep)]


def _without_pairs(between: list[Item]) -> list[Item]:
    """Return items without the "and" of two adjectives ("held long [and] fruitful talks")."""
    plain = [
        i.kind == "word" and not (i.word.flags - {"adv"} or i.word.preps or i.word.verbs or i.word.nouns)
        for i in between
    ]
    last = len(between) - 1
    return [
        item
        for i, item in enumerate(between)
        if not ("and" in item.word.flags and 0 < i < last and plain[i - 1] and plain[i + 1])
    ]


def _transparent(item: Item) -> bool:
    """Tell whether an item may stand between a verb and the event noun that is its object."""
    if item.kind in ("date", "quantity"):
        return True
    if item.kind == "np":
        return bool(item.place) or item.form == "demonym" or item.type in FORCE or bool(item.prep & {"for", "part"})
    flags = item.word.flags
    plain = not item.word.verbs or "upcoming" in flags  # "cancelled the [planned] summit"
    return item.kind == "word" and plain and not flags & {"rel", "comp", "sub", "and"}


def _governing_class(group: VerbGroup, names: tuple[str, ...] = _GOVERNORS) -> str | None:
    classes = {s.value for s in group.senses if s.kind == "governor"}
    if classes:
        for name in names:
            if name in classes:
                return name
    lays_down = names is not _SUBJECT_OF and any(s.kind in ("provides", "commits") for s in group.senses)
    return "planned" if lays_down else None
