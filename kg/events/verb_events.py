"""Events that verbs tell: subject, object and prepositional phrases in their roles."""

from msgspec.structs import replace

from kg.events.blows import sent_by
from kg.events.candidate import (
    FORCE,
    Candidate,
    Scene,
    collective,
    fill,
    is_separate,
    parties_of_treaty,
    roles_of,
)
from kg.events.clauses import Arguments, arguments, subject
from kg.events.exits import text_behind
from kg.events.gaps import pronoun, relative, statehood
from kg.events.go_betweens import stand_between
from kg.events.inverted import text_before
from kg.events.items import Row
from kg.events.lexicon import CONCERTED, Frame, Sense, frames
from kg.events.nameless import met, nameless
from kg.events.needs import has_needs, with_words
from kg.events.other_senses import conditional, decided, describes_text, listed, otherwise
from kg.events.reported import promised
from kg.events.retyped import retype
from kg.events.signatories import signed_for
from kg.events.status import Reality, verb_reality
from kg.events.they import they
from kg.events.under_way import goes_on
from kg.events.verbs import VerbGroup, verb_group

__all__ = ["exchanged", "pledges", "verb_events"]

_NEAR = 5
"""How far behind a verb what is agreed on may stand."""
_NOUNS = {"against": "violence", "between": "talks"}
"""Family of the event nouns to which a slot belongs ("killed in [fighting against X]", "met X to prepare [talks between Y and Z]")."""


def verb_events(scene: Scene, group: VerbGroup) -> None:
    """Add the event of a verb group to its scene, if it tells one."""
    if group.left and scene.row.items[group.left - 1].low == "-":  # "U.N.-brokered": read with its noun
        return
    if group.time == "present" and any("habit" in item.word.flags for item in scene.row.items):
        return  # "goes to Rome every summer": no event of its own
    if conditional(scene, group) or (group.finite and scene.row.items[-1].low == "?"):
        return  # "if X signs", "Did X sign?": nobody says that X does
    negotiated = any(s.kind == "negotiated" for s in group.senses)
    if negotiated and describes_text(scene, group):
        return
    treaty = _object_treaty(scene, group) if negotiated else None
    concluded = treaty is not None and not _under_way(scene, group)
    if group.passive and any(s.kind == "negotiated" for s in group.senses) and _truce(scene, group):
        return  # "a truce was negotiated": the noun tells it
    for sense in group.senses:
        if sense.kind == "event" and not (concluded and sense.value not in ("signing", "agreement")):
            event = _verb_event(scene, group, sense)
            if event is not None:
                scene.found.append(event)
                return
    if concluded:
        event = _verb_event(scene, group, Sense("event", "agreement", "agreement"))
        if event is not None:
            event.treaty = treaty
            stand_between(scene, group, event)
            scene.found.append(event)


def _truce(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether what a passive verb bears on is a ceasefire."""
    for at in range(group.left - 1, max(-1, group.left - 4), -1):
        if _tells(scene, at, "ceasefire"):
            return True
        if "adv" not in scene.row.items[at].word.flags and scene.row.items[at].word.verbs:
            return False
    return False


def _under_way(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a text is still being negotiated, or is to be ("will negotiate a deal", "began [negotiating] a deal").

    There is no agreement yet then, nor where it is only a part of a task ("in the context of [working out] a deal").
    """
    if group.time == "gerund" and group.left:
        before = scene.row.items[group.left - 1]
        task = before.word.preps == {"of"}
        if task or any(s.kind == "governor" and s.value in ("light", "ongoing") for s, _ in before.word.verbs):
            return True
    talks = any(s.kind == "event" and s.value == "negotiation" for s in group.senses)
    return talks and not group.passive and scene.reality[group.at].status != "occurred"


def _verb_event(scene: Scene, group: VerbGroup, sense: Sense) -> Candidate | None:
    frame = frames()[sense.value]
    row = scene.row
    found = arguments(row, group.at, scene.groups, verb=True)
    event = _candidate(scene, group, sense)
    event.span = (group.left, found.end)
    event.places = _where(row, frame, found)
    roles = roles_of(frame, sense)
    who, how = scene.subjects[group.at]
    who = sent_by(scene, group) if who is None and frame.family == "violence" else who
    passive = group.passive and "object" in roles and (how != "shared" or group.twin)
    if who is not None and how == "oblique" and row.items[who].literal is not None:
        return None  # "a plane from [Sanaa] landed in Aden"
    if who is not None and not (group.passive and sense.value == "refusal"):  # "the plan of X, rejected by Y"
        fill(scene, event, frame, "object" if passive else "subject", roles, who)
        event.span = (min(event.span[0], who), event.span[1])
        event.confidence *= {"plain": 1.0, "relative": 0.95, "inverted": 0.95, "shared": 0.85}.get(how, 0.7)
    unnamed = who is not None and _minister(scene, event, who)
    if _seems(scene, group, sense, found):
        return None
    _fill_slots(scene, group, event, found, roles)
    if sense.value in ("signing", "agreement"):
        event.treaty = _object_treaty(scene, group)
        text = bool(event.participants) and with_words(scene, event, "texts", found)
        text = (sense.value == "signing" and signed_for(scene, group, event)) or text
        if sense.value == "signing" and event.treaty is None and not (text or _it_was(scene, group, event)):
            return None
        parties_of_treaty(scene, event, frame)
    if otherwise(scene, event, group, found):
        return None
    nobody = not event.participants and (unnamed or who is None)
    event.someone = nobody and (unnamed or nameless(scene, group, sense.value))
    if promised(scene.row, group):
        return None
    if not has_needs(scene, event, sense, found) or (_nobodys(group, who, how) and not event.someone):
        return None
    if len(event.participants) > 1 and all(role == "host" for _, role in event.participants):
        return None  # "X and Y received the draft"
    if _told_otherwise(group, event) or (sense.value == "withdrawal" and _left_behind(scene, group, found)):
        return None
    event.separate = is_separate(row, event.span)
    _moved(scene, event, sense, who)
    event.collective = sense.value == "meeting" and _alone(group, found) and collective(scene, event)
    event.afresh = _anew(row, group)
    event.clear = _clear(scene, group, found, frame) or (who is not None and _relief(scene, sense))
    event.someone &= frame.min == 1 or group.reflexive or group.passive or event.clear
    retype(scene, event, found)
    return event


def _anew(row: Row, group: VerbGroup) -> bool:
    """Tell whether a verb says that something is done once more ("agreed to meet [again]")."""
    objects = row.lexicon.language.grammar.objects
    before = [item.low for item in row.items[max(0, group.left - 1) : group.at]]
    if any(low in objects.get("next", ()) for low in before):  # "the two leaders [then] met X"
        return True
    return any(item.low in objects.get("anew", ()) for item in row.items[group.at + 1 : group.at + 3])


def _where(row: Row, frame: Frame, found: Arguments) -> list[int]:
    """Return where a verb says that something happens: no visit is where somebody comes from ("flew [from Kigali]")."""
    away = frame.family == "visit"
    return [at for at in found.places if not (away and row.items[at].prep == {"from"})]


def _minister(scene: Scene, event: Candidate, who: int) -> bool:
    """Tell whether a minister without a name resigned: not the state, which is taken out."""
    if event.type != "resignation" or scene.row.items[who].form != "office":
        return False
    event.participants = [p for p in event.participants if scene.source.types.get(p[0]) != "country"]
    return not event.participants


def _told_otherwise(group: VerbGroup, event: Candidate) -> bool:
    """Tell whether what did not happen is told by a refusal, or happened all the same ("never failed to", "did not rule out")."""
    refused = group.modal == "refused" or (group.modal == "failed" and group.negated) or event.type == "refusal"
    return refused and event.reality.polarity == "negative"


def _fill_slots(scene: Scene, group: VerbGroup, event: Candidate, found: Arguments, roles: dict[str, str]) -> None:
    """Give those who stand behind a verb their roles."""
    frame = frames()[event.type]
    if scene.subjects[group.at][1] == "inverted":
        found.slots.pop("object", None)  # it is the subject
    told = relative(scene.row, group, found)
    if told is not None:
        found.slots[told[0]] = [told[1]]
    for slot, indexes in found.slots.items():
        if slot == "with" and _absolute(scene, indexes[0]):
            continue
        of_noun = slot in _NOUNS and any(_tells(scene, at, _NOUNS[slot]) for at in found.nouns if at < indexes[0])
        if slot == "with" and "object" in found.slots:  # "met X to revive [talks] with Y": Y is not met
            first = found.slots["object"][0]
            of_noun = any(first < at < indexes[0] and _tells(scene, at, "talks") for at in found.nouns)
        if slot == "between" and len({actor for actor, _ in event.participants}) > 1:
            continue  # "A and B agreed on a truce [between X and Y]"
        if (slot == "object" and group.passive) or (slot == "by" and not group.passive) or of_noun:
            continue
        if slot == "against" and group.passive and frame.family == "violence":
            continue  # "killed in battle against X"
        if slot == "of" and frame.family == "violence":  # "killed two members of X": it is done to them
            if "object" not in found.slots and not group.passive:
                fill(scene, event, frame, "object", roles, indexes[0])
            continue
        agent = slot == "by" and group.passive and "object" in roles
        fill(scene, event, frame, "subject" if agent else slot, roles, indexes[0])
        if slot in ("object", "with"):
            event.counterparts += [a for a in scene.row.actors(indexes[0]) if a not in event.counterparts]
    whose = statehood(scene, group) if event.type == "recognition" and "object" not in found.slots else None
    if whose is not None:
        fill(scene, event, frame, "object", roles, whose)
    whom = pronoun(scene, event, group, found) if "object" in roles else None
    if whom is not None:
        event.add((whom,), roles["object"])
        event.counterparts.append(whom)


def _alone(group: VerbGroup, found: Arguments) -> bool:
    """Tell whether those who meet have nobody else as object or host ("the X met", "les X étaient réunis")."""
    called = group.passive and any(s.kind == "governor" and s.value == "gather" for s in group.senses)
    return group.reflexive or called or not (group.passive or "object" in found.slots)


def _moved(scene: Scene, event: Candidate, sense: Sense, who: int | None) -> None:
    """Call what forces do by their own word: they do not visit ("[troops] landed in X" is a deployment)."""
    kind = dict(sense.special).get("forces")
    if kind is not None and who is not None and scene.row.items[who].type in FORCE:
        event.type = kind
        event.participants = [(actor, frames()[kind].slots["subject"]) for actor, _ in event.participants]


def _absolute(scene: Scene, at: int) -> bool:
    """Tell whether "with" opens a phrase about what somebody else does meanwhile ("met …, with [Manila] pledging more")."""
    last = max(scene.row.members(at))
    group = next((g for g in scene.groups if g.left == last + 1), None)
    attends = group is not None and any(s.kind == "governor" and s.value == "light" for s in group.senses)
    return group is not None and group.time == "gerund" and not attends


def _it_was(scene: Scene, group: VerbGroup, event: Candidate) -> bool:
    """Tell whether a pronoun stands for the text that is signed, by several who are named ("[It] was signed by X and Y")."""
    before = scene.row.items[group.left - 1] if group.left else None
    signs = [a for a, role in event.participants if role == "party"]
    return group.passive and before is not None and "it" in before.word.flags and len(signs) > 1


def _nobodys(group: VerbGroup, who: int | None, how: str) -> bool:
    """Tell whether a verb without a subject tells nothing: what talks are about may have none yet."""
    return who is None and not group.finite and not group.passive and how != "weighed"


def _clear(scene: Scene, group: VerbGroup, found: Arguments, frame: Frame) -> bool:
    """Tell whether a verb says that two take part, though only one of them is known."""
    row, who = scene.row, scene.subjects[group.at][0]
    other = any("with" in item.word.preps for item in row.items[group.at + 1 : group.at + 5])
    known = any(_someone(row, i) for slot in ("object", "with", "between") for i in found.slots.get(slot, ()))
    known = known or (who is not None and not group.passive and met(scene, group.at))
    return frame.min == 2 and (known or ((group.reflexive or other) and who is not None))


def _left_behind(scene: Scene, group: VerbGroup, found: Arguments) -> bool:
    """Tell whether it is talks or a treaty that somebody leaves: no troops move."""
    talks = any(_tells(scene, at, family) for at in found.nouns[:1] for family in CONCERTED)
    return talks or listed(scene, group) or (not group.passive and text_behind(scene, group.at))


def _relief(scene: Scene, sense: Sense) -> bool:
    """Tell whether a word says what is given, so that the giver alone tells the event ("granted asylum to two writers")."""
    goods = scene.source.lexicon.language.grammar.objects.get("relief", ())
    return dict(sense.special).get("needs") in ("relief", "goods") or sense.lemma.split(" ")[-1] in goods


def _tells(scene: Scene, at: int, family: str) -> bool:
    """Tell whether a noun is an event of a family."""
    return any(s.kind == "event" and frames()[s.value].family == family for s in scene.row.items[at].word.nouns)


def _hosts(scene: Scene, group: VerbGroup, found: Arguments) -> bool:
    """Tell whether what is hosted or called together are talks: the noun tells them ("will host [talks] between X and Y")."""
    nouns = found.slots.get("noun", [])
    hosting = any(s.kind == "governor" and s.value in ("host", "gather") for s in group.senses)
    return hosting and "object" not in found.slots and bool(nouns) and _tells(scene, nouns[0], "talks")


def _seems(scene: Scene, group: VerbGroup, sense: Sense, found: Arguments) -> bool:
    """Tell whether a verb only looks as if somebody met or was elected."""
    if sense.value == "election":
        return group.time == "participle" and _as_elected(scene, group)
    return sense.value == "meeting" and not group.reflexive and (_hosts(scene, group, found) or _greets(scene, group))


def _greets(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether it is a text that is received ("a accueilli avec prudence [l'accord] entre X et Y")."""
    treaty = _object_treaty(scene, group)
    between = scene.row.items[group.at + 1 : treaty or group.at]
    people = scene.source.lexicon.spokesmen
    return treaty is not None and not any(
        i.kind == "np" or i.word.verbs or i.word.preps & {"for", "on"} or not people.isdisjoint(i.low.split())
        for i in between
    )


def _as_elected(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a participle only says that somebody holds an office by election ("les autorités [élues]", "le président [élu]")."""
    items = scene.row.items
    behind = items[group.at + 1] if group.at + 1 < len(items) else None
    bare = behind is None or behind.kind not in ("date", "word") or bool(behind.word.verbs)
    return bare and group.left > 0 and items[group.left - 1].kind != "sign"


def _someone(row: Row, at: int) -> bool:
    """Tell whether a name is met itself, and is not what a thing is called by ("received [Canadian] loans")."""
    item, after = row.items[at], row.items[at + 1] if at + 1 < len(row.items) else None
    thing = (
        after is not None and after.kind == "word" and not (after.word.flags or after.word.preps or after.word.verbs)
    )
    return bool(item.actors) and (item.type == "person" or not (thing or item.form == "demonym"))


def _candidate(scene: Scene, group: VerbGroup, sense: Sense) -> Candidate:
    """Return the event of a verb, with what the word itself says of it and no participants yet."""
    special = dict(sense.special)
    event = Candidate(sense.value, scene.row, group.at, f"verb:{sense.lemma}", scene.reality[group.at])
    event.reality = goes_on(scene, group, frames()[sense.value], event.reality)
    event.counts, event.personal = special.get("counts"), special.get("persons")
    given = special.get("status")
    done = event.reality.status == "occurred" and event.reality.polarity == "positive"
    if given == "cancelled" and not done and event.reality.status != "claimed":
        event.reality = Reality("ongoing")  # "will lift sanctions", "refused to lift sanctions": they are in force
    elif given is not None and event.reality.polarity == "positive":
        event.reality = replace(event.reality, status=given)
    if event.type == "refusal" and not group.negated and decided(scene, group):
        event.reality = Reality("occurred")
    event.passive, event.theirs = group.passive, they(scene, group, event.type)
    event.anchors = set(range(group.left, group.at + 1))
    return event


def _object_treaty(scene: Scene, group: VerbGroup) -> int | None:
    """Return the index of the agreement noun that a verb bears on, right of it or, in the passive, left of it."""
    items = scene.row.items
    if not group.passive:
        text = text_before(scene.row, group, scene.subjects[group.at][0])
        if text is not None:
            return text
        for at in range(group.at + 1, min(group.at + 16, len(items))):
            if items[at].kind == "treaty" or any(s.kind == "treaty" for s in items[at].word.nouns):
                return at
            named = at + 1 < len(items) and any(s.kind == "treaty" for s in items[at + 1].word.nouns)
            if named and "det" in items[at].word.flags:  # "pulled out of that agreement"
                continue
            if (
                items[at].low in ".;:"
                or items[at].word.flags & {"rel", "comp"}
                or (items[at].word.nouns and items[at].word.nouns[0].kind == "event")
            ):
                return None
        return None
    for at in range(group.left - 1, max(-1, group.left - 14), -1):
        if items[at].kind == "treaty" or any(s.kind == "treaty" for s in items[at].word.nouns):
            return at
        if items[at].low in ".;:" or "comp" in items[at].word.flags:
            return None
    comma = next((i for i, item in enumerate(items) if item.low == ","), len(items))
    if group.time == "participle" and not group.left and "det" in items[min(comma + 1, len(items) - 1)].word.flags:
        head = items[min(comma + 2, len(items) - 1)]  # "Signed in Rome by X and Y, the [accord] …"
        return comma + 2 if head.kind == "treaty" or any(s.kind == "treaty" for s in head.word.nouns) else None
    return None


def pledges(scene: Scene) -> None:
    """Add the agreements that stand before what was agreed ("the rebels agreed to free their captives")."""
    known = scene.source.lexicon.language.verbs_of("agreement")
    frame = frames()["agreement"]
    for at in scene.row.verbs:
        found = [
            (s, t) for s, t in scene.row.items[at].word.verbs if s.kind == "modality" and s.lemma.startswith(known)
        ]
        group = verb_group(scene.row, at, found) if found else None
        if group is None or not group.finite or group.passive or group.modal is not None:
            continue
        who, how = subject(scene.row, group, scene.groups)
        if who is None or how == "oblique":
            continue
        event = Candidate(
            "agreement", scene.row, at, f"verb:{found[0][0].lemma}", verb_reality(group, hearsay=scene.hearsay)
        )
        event.anchors = set(range(group.left, at + 1))
        event.span = (min(group.left, who), at)
        fill(scene, event, frame, "subject", frame.slots, who)
        scene.found.append(event)


def exchanged(scene: Scene) -> None:
    """Tell who is to set prisoners free where several agree on an exchange of them ("X and Y agreed [on an exchange of prisoners]")."""
    words, items = scene.source.lexicon.language.agreements.agreed, scene.row.items
    for swap in [c for c in scene.found if c.type == "prisoner_release" and not c.participants]:
        deal = next((c for c in scene.found if c.type == "agreement" and 0 < swap.at - c.at <= _NEAR), None)
        if deal is None or not items[swap.at].low.startswith(words):
            continue
        sides = tuple(actor for actor, role in deal.participants if role == "party")
        apart = any(i.kind in ("np", "sign") or i.word.verbs for i in items[deal.at + 1 : swap.at])
        if len(sides) > 1 and not apart:
            swap.add(sides, frames()["prisoner_release"].slots["subject"])
            swap.reality = Reality("planned")
