"""A sentence as a scene: its verbs with their subjects, and the events that verbs and nouns tell."""

from msgspec.structs import replace

from kg.events.blows import absorb, felled, one_blow, struck_when, tolls
from kg.events.candidate import Scene, between_them
from kg.events.clauses import subject
from kg.events.coordination import share_auxiliaries
from kg.events.force_levels import gone, levels
from kg.events.headlines import headlined
from kg.events.hindrance import hindered, hindering
from kg.events.items import Item, Row, Source
from kg.events.lexicon import frames
from kg.events.movements import moved
from kg.events.noun_events import noun_event
from kg.events.own_subjects import answered
from kg.events.status import Reality, verb_reality
from kg.events.stops import next_stops
from kg.events.verb_events import exchanged, pledges, verb_events
from kg.events.verbs import VerbGroup, is_noun, verb_groups

__all__ = ["read_scene"]

_BROUGHT = {"caused": Reality("occurred"), "bound": Reality("planned", factuality="PRplus")}
"""How real is what somebody is made or bound to do."""
_FIRST = 9
"""How many items before an infinitive may say that somebody is the first to do something."""
_SETTLED = frozenset({"weighed", "open"})
"""How a gerund has no subject that the main verb could give it: what talks are about, what somebody without a name does."""


def read_scene(source: Source, row: Row, topic: str | None = None) -> Scene:
    """Return a sentence's scene with the events its verbs and nouns tell; `topic` is who spoke or acted last."""
    groups = share_auxiliaries(row, verb_groups(row))
    scene = Scene(source, row, groups, {}, {}, topic=(topic,) if topic else ())
    previous: VerbGroup | None = None
    weighed: VerbGroup | None = None
    for group in groups:
        scene.subjects[group.at] = subject(row, group, groups)
        if _weighed(row, group, weighed):
            scene.subjects[group.at], weighed = (None, "weighed"), group
        scene.reality[group.at] = _how_real(scene, group, previous)
        if group.finite:
            previous = group
    _fronted(scene, row, groups)
    for group in groups:
        verb_events(scene, group)
    for at, item in [pair for pair in enumerate(row.items) if pair[1].word.nouns]:
        if (
            at + 1 < len(row.items)
            and item.kind == "word"
            and any(s.kind in ("event", "treaty") for s in row.items[at + 1].word.nouns)
        ):
            continue  # the first part of a compound: "summit meeting", "ceasefire agreement"
        for sense in item.word.nouns:
            may_be = sense.kind == "event" and (not item.word.verbs or is_noun(row, at))
            if may_be and noun_event(scene, at, sense):
                break
    pledges(scene)
    exchanged(scene)
    headlined(scene)
    levels(scene)
    tolls(scene)
    felled(scene)
    gone(scene)
    struck_when(scene)
    absorb(scene)
    one_blow(scene)
    _one_meeting(scene)
    _under_whom(scene)
    _soon(scene)
    moved(scene)
    next_stops(scene)
    return scene


def _denied_too(row: Row, group: VerbGroup, previous: VerbGroup) -> bool:
    """Tell whether "and" joins a participle to one that is denied ("denied having attacked X [and killed] ten", "avoir attaqué X [et tué]")."""
    items = row.items
    if previous.modal != "denied" or group.left != group.at or "and" not in items[group.left - 1].word.flags:
        return False
    participle = any(tense == "part" for _, tense in items[group.at].word.verbs)
    having = previous.modal_at >= 0 and " " in items[previous.modal_at].low  # "denied having"
    return participle and (group.twin or having)


def _how_real(scene: Scene, group: VerbGroup, previous: VerbGroup | None) -> Reality:
    """Return how real it is what a verb says, by its own form and by the finite verb before it."""
    row, how = scene.row, scene.subjects[group.at][1]
    hinders = hindering(row, group, previous)
    if hinders is not None:
        reality = hindered(scene.reality[hinders.at])
        if reality.status == "proposed":  # hindered some day, perhaps: nothing is told of it
            scene.subjects[group.at] = (None, "")
        return reality
    if how in _BROUGHT:
        return _BROUGHT[how]
    urged = how in ("urged", "weighed") or _spoken_of(row, group)
    if _laid_at_the_door(scene, group, urged=urged):
        return Reality("claimed", factuality="PRplus")
    if urged:
        return Reality("proposed", factuality="PSplus")
    if _the_first_to(row, group):
        return Reality("occurred")
    if previous is not None and _denied_too(row, group, previous):
        return scene.reality[previous.at]
    main = scene.reality.get(previous.at) if previous is not None and not answered(row, group) else None
    if main is not None and main.status == "occurred" and _next(row, group):
        return main
    hearsay = scene.hearsay and not _foretold(row, group, previous)
    return _laid_down(row, group, previous) or verb_reality(group, hearsay=hearsay, main=main)


def _the_first_to(row: Row, group: VerbGroup) -> bool:
    """Tell whether somebody is told to be the first who did something ("was [the first leader to visit] Niger"), not to become it."""
    if group.time != "infinitive" or not group.marker or group.modal is not None:
        return False
    before = row.items[max(0, group.left - _FIRST) : group.left]
    at = next((i for i in range(len(before) - 1, -1, -1) if "first" in before[i].word.flags), None)
    if at is None or any(i.kind == "sign" or i.word.verbs or i.word.nouns for i in before[at + 1 :]):
        return False
    helps = [aux for item in before[:at] if (aux := item.word.aux) is not None]
    return bool(helps) and all(tense in ("pres", "past", "part") for _, tense in helps)


def _foretold(row: Row, group: VerbGroup, main: VerbGroup | None) -> bool:
    """Tell whether a conditional is the future of what somebody said then ("a indiqué que la force [serait déployée] lundi")."""
    if main is None or group.time != "conditional" or group.perfect or main.time != "past":
        return False
    between = row.items[main.at + 1 : group.left]
    opens = next((i for i, item in enumerate(between) if "comp" in item.word.flags), None)
    closed = opens is None or any("rel" in item.word.flags or "sub" in item.word.flags for item in between[opens + 1 :])
    return not closed and any(s.kind in ("speech", "governor") for s in main.senses)


def _next(row: Row, group: VerbGroup) -> bool:
    """Tell whether a verb says what comes next: it is told as done too ("a reçu X [avant de se rendre] à Y", "avant qu'un accord ne [soit] signé")."""
    words = row.lexicon.language.grammar.not_before
    if group.time != "conditional" or group.modal is not None:
        return group.time == "infinitive" and group.marker in words
    opener = next((i for i in reversed(row.items[: group.left]) if i.kind == "sign" or "sub" in i.word.flags), None)
    return opener is not None and opener.low in words


def _fronted(scene: Scene, row: Row, groups: list[VerbGroup]) -> None:
    """Give gerunds and participles before the main verb its subject ("After meeting X, Y flew on")."""
    for index, group in enumerate(groups):
        opens = group.time == "participle" and _opens(row, group)
        if not group.finite and scene.subjects[group.at][0] is None and (group.time in ("gerund", "past") or opens):
            later = next((g for g in groups[index + 1 :] if g.finite), None)
            if row.items[group.left - 1].low == "," and any(g.finite for g in groups[:index]):
                continue  # "a strike hit X, [killing] three, Y said": not Y
            if (
                later is not None and scene.subjects[group.at][1] not in _SETTLED
            ):  # "After meeting X, Y flew on", "Received by X, Y spoke": the subject follows
                if _taken_up(row, group, later, scene.subjects[later.at][0]):
                    scene.subjects[later.at] = (None, "")
                scene.subjects[group.at] = (
                    scene.subjects[later.at][0],
                    "fronted" if opens or group.passive else "shared",
                )


def _taken_up(row: Row, group: VerbGroup, later: VerbGroup, who: int | None) -> bool:
    """Tell whether the main verb's subject is a pronoun, not whom a gerund before it bears on ("after meeting X, [he] left")."""
    pronouns = row.lexicon.language.grammar.pronouns.values()
    before = row.items[later.left - 1] if later.left else None
    taken = before is not None and any(before.low in words for words in pronouns)
    return taken and who is not None and group.at < who < later.left - 1


def _opens(row: Row, group: VerbGroup) -> bool:
    """Tell whether a participle opens the sentence."""
    return not any(
        item.kind in ("np", "treaty") or item.word.nouns or item.word.verbs for item in row.items[: group.left]
    )


def _laid_at_the_door(scene: Scene, group: VerbGroup, *, urged: bool) -> bool:
    """Tell whether somebody is accused of what a verb says ("accused India of having killed …", "X is accused of shelling Y")."""
    accusing = scene.source.lexicon.language.speech.accusing
    near = scene.row.items[max(0, group.left - 2) : group.left]
    if group.time == "gerund" and len(near) > 1 and "hedge" in near[0].word.flags and "of" in near[1].word.preps:
        return True  # "three men suspected of attacking X"
    before = [g for g in scene.groups if g.at < group.left and any(s.kind == "speech" for s in g.senses)]
    if not before or not any(s.lemma in accusing for s in before[-1].senses):
        return False
    opens = before[-1].passive and group.time == "gerund" and before[-1].at + 2 == group.left
    each_other = before[-1].reflexive and bool(group.marker)  # "se sont accusés d'avoir bombardé"
    return urged or each_other or (opens and "of" in scene.row.items[group.left - 1].word.preps)


def _weighed(row: Row, group: VerbGroup, last: VerbGroup | None) -> bool:
    """Tell whether a gerund is what talks are about ("met to discuss [disarming] X and [deploying] a force"): who would do it is open."""
    before = row.items[group.left - 1] if group.left else None
    if group.time != "gerund" or before is None:
        return False
    if last is not None and "and" in before.word.flags:
        return not any(item.low in ".;:" or "sub" in item.word.flags for item in row.items[last.at + 1 : group.left])
    discuss = row.lexicon.language.grammar.discuss
    return any(s.lemma in discuss for s, _ in before.word.verbs)


def _laid_down(row: Row, group: VerbGroup, main: VerbGroup | None) -> Reality | None:
    """Return how real it is what a text lays down or somebody asks for ("prévoit que les insurgés [déposent] leurs armes")."""
    if main is None or group.negated or group.modal is not None:
        return None
    if group.time in ("past", "present") and _asked_for(row, group, main):
        return Reality("proposed", factuality="PSplus")
    if group.time in ("past", "participle") and _ordered(row, group, main):
        return Reality("planned", factuality="PRplus")
    if group.time != "present":
        return None
    opens = row.items[main.at + 1 : main.at + 3]
    if not any("comp" in item.word.flags for item in opens):
        return None
    if any(s.kind == "governor" and s.value in ("feared", "averted") for s in main.senses):
        return Reality("planned", factuality="PSplus")  # "craint que X n'attaque"
    return Reality("planned") if any(s.kind == "provides" for s in main.senses) else None


def _asked_for(row: Row, group: VerbGroup, main: VerbGroup) -> bool:
    """Tell whether a clause says what somebody asks for, with or without its opener ("demanded [Russia] withdrew")."""
    between = row.items[main.at + 1 : group.left]
    if not any(s.kind == "governor" and s.value == "proposed" for s in main.senses) or not group.finite:
        return False
    opened = any("comp" in item.word.flags for item in between[:4])
    someone = any(item.kind == "np" and item.actors and not item.prep for item in between)
    aside = any(item.kind == "sign" or item.word.nouns or item.word.flags & {"rel", "sub"} for item in between)
    return opened if group.time == "present" else someone and not aside


def _ordered(row: Row, group: VerbGroup, main: VerbGroup) -> bool:
    """Tell whether a participle says what somebody orders done to the object before it ("ordered the contingent [cut]")."""
    between = row.items[main.at + 1 : group.left]
    orders = row.lexicon.language.grammar.objects.get("orders", ())
    if not between or main.passive or group.perfect or not any(s.lemma in orders for s in main.senses):
        return False
    return not any(i.kind == "sign" or i.word.verbs or i.word.flags & {"rel", "sub", "comp", "and"} for i in between)


def _spoken_of(row: Row, group: VerbGroup) -> bool:
    """Tell whether a deed is only spoken of ("a clause on freeing prisoners", "the idea of meeting", "la possibilité de signer")."""
    before = row.items[group.left - 1] if group.left else None
    if before is not None and group.left > 1 and "of" in before.word.preps:  # "the idea [of] meeting"
        before = row.items[group.left - 2]
    if before is not None and group.time == "gerund" and _urges(before):  # "suggested meeting"
        return True
    if before is not None and before.low in row.lexicon.language.grammar.objects.get("ideas", ()):
        return group.time in ("gerund", "infinitive")
    return group.time == "gerund" and before is not None and bool(before.word.preps & {"on", "for", "against"})


def _urges(item: Item) -> bool:
    """Tell whether a verb says what somebody would like to be done."""
    return any(s.kind == "governor" and s.value == "proposed" for s, _ in item.word.verbs)


def _under_whom(scene: Scene) -> None:
    """Give a mediator who opens the sentence to what its first verb tells ("[Sous l'égide de X], Y et Z ont signé")."""
    main = next((g for g in scene.groups if g.finite), None)
    may = [c for c in sorted(scene.found, key=lambda c: c.at) if "mediated" in frames()[c.type].slots]
    told = [c for c in may if main is not None and main.at in c.anchors]
    if main is not None and not told and any(s.kind == "speech" for s in main.senses):
        told = [c for c in may if c.at > main.at]
    for at, item in enumerate(scene.row.items[: main.left] if main is not None and told else ()):
        if "mediated" in item.prep and not any(i.word.nouns for i in scene.row.items[:at]):
            told[0].add(scene.row.actors(at), between_them(told[0], at, "mediated", "mediator"))


def _soon(scene: Scene) -> None:
    """Make planned what a phrase behind it says will come ("at the signing of the accord in Oslo, [in the coming days]")."""
    items = scene.row.items if scene.found else ()
    for at in [at for at, item in enumerate(items) if "upcoming" in item.word.flags]:
        if " " not in items[at].low or items[at].word.verbs:
            continue
        for event in [c for c in scene.found if c.at < at and c.reality.status is None]:
            if not any(g.finite and event.at < g.left and g.at < at for g in scene.groups):
                event.reality = replace(event.reality, status="planned")


def _one_meeting(scene: Scene) -> None:
    """Make one event of a meeting and the talks that it is for ("met in Ohrid [for twelve hours of talks]")."""
    for noun in [c for c in scene.found if c.rule.startswith("noun:") and c.type in ("meeting", "negotiation")]:
        before = [g for g in scene.groups if g.at < noun.at]
        verb = next((c for c in scene.found if before and c.at == before[-1].at and c.type == "meeting"), None)
        if verb is None:
            continue
        between = scene.row.items[verb.at + 1 : noun.at]
        own = {a for a, r in noun.participants if r != "mediator"}
        purpose = any("for" in item.word.preps for item in between) and not any(
            i.word.flags & {"rel", "sub"} for i in between
        )
        if purpose and len(verb.participants) > 1 and own <= {a for a, _ in verb.participants}:
            for actor, role in noun.participants:
                verb.add((actor,), role)
            verb.places += [at for at in noun.places if at not in verb.places]
            verb.span = (verb.span[0], max(verb.span[1], noun.span[1]))
            scene.found.remove(noun)
