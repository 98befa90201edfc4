"""Who says it: direct and indirect speech, the speaker before, inside and after, and unnamed sources."""

from kg.events.candidate import Candidate, Scene
from kg.events.cited import cited, of_one_before, reach
from kg.events.items import Item, Row
from kg.events.lexicon import frames
from kg.events.moods import by_mood
from kg.events.other_senses import conditional, is_called
from kg.events.quoting import quoting
from kg.events.reported import promised
from kg.events.said_along import along
from kg.events.saying import DIRECT, QUOTES, Heard, Saying, cue, said_up_to, state
from kg.events.speakers import (
    by_pronoun,
    in_words,
    issued,
    opens_with_pronoun,
    recipient,
    speaker,
    takes_up_several,
)
from kg.events.status import Reality
from kg.events.steering import own_act
from kg.events.unsaid import denies_reports, unverified
from kg.events.verbs import VerbGroup
from kg.events.voices import is_source, reduced, speaking

__all__ = ["sayings"]

_BREAKS = frozenset({"and", "but", "comp", "rel", "sub", "he", "it", "they"})
_SPEECH_TYPES = frozenset({"refusal", "threat", "promise"})
_SINGLE = frozenset("'‘")
_COLON = frozenset({"person", "country", "government", "organization", "igo", "armed_group", "military"})
"""Types of those who speak where they stand before a colon; a place or a text is what is spoken of."""
_ONE_VOICE = frozenset({"person", "government", "organization", "igo", "media"})
"""Types of those for whom "he" or "it" may stand; a people, a movement or a force is not taken."""


def sayings(scene: Scene, heard: Heard) -> list[Saying]:
    """Return what a sentence attributes, and add its statements to the scene."""
    out: list[Saying] = []
    quoting(scene)
    for group in scene.groups:
        acts = any(_does(c, group) and frames()[c.type].family != "speech" for c in scene.found)
        says = any(s.kind == "speech" for s in group.senses) and not _sets_off(scene.row, group)
        if not acts and says:  # "recalled its ambassador" says nothing
            on = _goes_on(scene, group, heard) if by_pronoun(scene, group) else None
            saying = on or _by_verb(scene, group, heard) or _goes_on(scene, group, heard) or _along(scene, group, out)
            if saying is not None:
                out.append(saying)
    out += by_mood(scene)
    _drop_nested(scene, out)
    out += _colon(scene)
    _by_source(scene, heard, out)
    return out


def _by_source(scene: Scene, heard: Heard, out: list[Saying]) -> None:
    """Add what is told by whom a sentence cites ("according to X", "de source diplomatique")."""
    items, cites = scene.row.items, scene.source.lexicon.language.speech.according_to
    for at, item in enumerate(items):
        source = item.form == "unnamed" and item.low.startswith(cites)
        if not (source or "according" in item.word.flags) or unverified(scene, at):
            continue
        who = item.actors if source else cited(scene, at) or _taken_up(scene, at, heard)
        who = tuple(_same(scene, one, heard) for one in who)
        if who and out and scene.source.types.get(who[0]) == "media":
            for saying in out:  # "…, the minister said, according to TASS"
                saying.via = saying.via or who[0]
        elif who:
            saying = Saying(who[0], at, reach(items, at), item.low)
            if _known(scene, who[0]) or _answered(items, at, out):
                state(scene, saying, "statement", Reality("occurred"), f"according:{item.low}", {at}, who)
            out.append(saying)


def _colon(scene: Scene) -> list[Saying]:
    """Return what a name before a colon says in quotation marks ("X : « Nous sommes prêts »")."""
    items = scene.row.items
    if len(items) < len("X: '") or items[0].kind != "np" or not items[0].actors or items[1].low != ":":
        return []
    if items[0].type not in _COLON or items[2].low not in QUOTES | _SINGLE:
        return []
    saying = Saying(items[0].actors[0], 0, (1, len(items) - 1), items[0].low)
    state(scene, saying, "statement", Reality("occurred"), "headline:quotation", {0}, items[0].actors)
    return [saying]


def _sets_off(row: Row, group: VerbGroup) -> bool:
    """Tell whether a verb that may also say something begins what its object names ("a lancé [une réforme]")."""
    items, begins = row.items, row.lexicon.language.grammar.objects.get("begins", ())
    if not begins or group.passive or not group.left or items[group.left - 1].kind == "sign":
        return False
    if "-" in items[group.at].low or not any(s.lemma in begins for s in group.senses):
        return False
    after = next((i for i in items[group.at + 1 :] if not (i.kind == "date" or "adv" in i.word.flags)), None)
    opens = after is not None and (after.kind == "quantity" or bool(after.word.flags & {"det", "indef"}))
    return opens and not any(item.low == ":" or item.low in QUOTES for item in items[group.at :])


def _answered(items: list[Item], at: int, out: list[Saying]) -> bool:
    """Tell whether somebody else speaks behind a semicolon ("X reçu à Neom, selon la presse ; Riyad [dément]")."""
    behind = next((i for i in range(at + 1, len(items)) if items[i].low == ";"), len(items))
    return any(saying.at > behind for saying in out)


def _taken_up(scene: Scene, at: int, heard: Heard) -> tuple[str, ...]:
    """Return the last speaker where a sentence opens with a pronoun or text for them ("Selon [lui], …", "Selon [le communiqué], …")."""
    language, items = scene.source.lexicon.language.speech, scene.row.items
    text = of_one_before(scene, items[at + 1 : at + 3]) and not heard.together
    if at or not heard.just or heard.last is None or not (text or items[1].low in language.cited):
        return ()
    one = heard.last.startswith("unnamed:") or scene.source.types.get(heard.last) == "person"
    return (heard.last,) if text or (one and not heard.together) else ()


def _does(event: Candidate, group: VerbGroup) -> bool:
    """Tell whether a verb does an event, or says by whom it was done ("l'offensive a été [lancée] par X")."""
    done = group.passive and group.at in event.anchors and any(s.kind == "event" for s in group.senses)
    return event.at == group.at or done


def _drop_nested(scene: Scene, found: list[Saying]) -> None:
    """Drop the statements that are themselves only reported ("the adviser said that the president hoped …")."""
    for inner in found:
        outer = [
            s for s in found if s.at < inner.at <= s.scope[1] and s.scope[0] >= s.at and not _also(scene, s, inner)
        ]
        outer = [s for s in outer if not _set_against(scene, s, inner)]
        quoted = any(item.low in QUOTES for item in scene.row.items[: inner.at])
        told = (outer and outer[-1].statement is not None) or _reported(scene, inner.at)
        if told and not quoted and inner.statement is not None and inner.statement.type == "statement":
            scene.found[:] = [c for c in scene.found if c is not inner.statement]


def _set_against(scene: Scene, first: Saying, second: Saying) -> bool:
    """Tell whether what another says is set against what one said ("X said …, [while] Y said …"): it is not reported by the first."""
    items = scene.row.items
    opens = [at for at in scene.row.commas if first.at < at < second.at and items[at + 1].word.flags & {"but", "sub"}]
    reported = bool(opens) and any("comp" in item.word.flags for item in items[opens[-1] + 2 : second.at])
    return bool(opens) and not reported and first.speaker != second.speaker


def _also(scene: Scene, first: Saying, second: Saying) -> bool:
    """Tell whether "and" joins a verb of speech to the one before, of the same speaker ("a rejeté ces accusations et [demandé] à X …")."""
    group = next((g for g in scene.groups if g.at == second.at), None)
    if group is None or first.speaker != second.speaker or "and" not in scene.row.items[group.left - 1].word.flags:
        return False
    return not any(
        "comp" in i.word.flags or i.low in QUOTES or i.low == ":" for i in scene.row.items[first.at : group.left]
    )


def _reported(scene: Scene, at: int) -> bool:
    """Tell whether a verb of speech stands in what another one, of a speaker unknown, reports."""
    told = [g for g in scene.groups if g.at < at and any(s.kind == "speech" for s in g.senses)]
    if not told:
        return False
    between = scene.row.items[told[-1].at + 1 : at]
    return bool(between) and "comp" in between[0].word.flags and not any(item.kind == "sign" for item in between)


def _by_verb(scene: Scene, group: VerbGroup, heard: Heard) -> Saying | None:
    row = scene.row
    if not group.finite and not _absolute(scene, group):
        return None
    opener = row.items[group.left - 1].word if group.left else None
    if is_called(scene, group):
        return None
    hoped = group.modal == "done" and conditional(scene, group)
    if group.modal not in (None, "done") or group.negated or promised(row, group) or hoped:
        return None
    if opener is not None and opener.preps and group.time == "past":  # "in [disputed] Kashmir"
        return None
    if _describes(scene, group) or _takes(scene, group) or _of_us(scene, group):
        return None
    who, after = speaker(scene, group)
    denies = any(s.kind == "speech" and s.value == "negative" for s in group.senses) or denies_reports(scene, group)
    speakers: tuple[str, ...] = ()
    if theirs := issued(scene, group):
        speakers, after = theirs, False
    elif who is None or row.items[who].form == "demonym":
        speakers, after = in_words(scene, group)
        if not speakers and denies and not (opener is not None and "det" in opener.flags):  # "the [disputed] island"
            return Saying("", group.at, (group.at, len(row.items) - 1), cue(scene, group), negative=True)
    elif not by_pronoun(scene, group) or row.items[who].type == "person":
        listed, closing = in_words(scene, group) if row.items[who].form == "unnamed" and not after else ((), False)
        speakers, after = (listed, closing) if listed else (speaking(scene, who), after)
    if not speakers:
        return None
    speakers = tuple(_same(scene, one, heard) for one in speakers)
    last = len(row.items) - 1
    scope = (0, group.left) if after else (group.at, min(said_up_to(row, group.at, last), own_act(scene, group)))
    if group.passive or (not after and _addresses(scene, group)):  # what is criticised is not said by the critic
        scope = (group.at, group.at)
    saying = Saying(speakers[0], group.at, scope, cue(scene, group), negative=denies)
    if not _known(scene, speakers[0]):
        return saying
    sense = next(s for s in group.senses if s.kind == "speech")
    kind = next((s.value for s in group.senses if s.kind == "event" and s.value in _SPEECH_TYPES), "statement")
    saying.via = recipient(scene, group)
    reality = Reality("occurred") if group.time != "future" else Reality("planned")
    anchors = set(range(group.left, group.at + 1))
    state(scene, saying, kind, reality, f"speech:{sense.lemma}", anchors, speakers=speakers)
    if kind == "threat" and saying.statement is not None and (threatened := _addressee(scene, group)) is not None:
        saying.statement.add(row.actors(threatened), "addressee")
    return saying


def _addressee(scene: Scene, group: VerbGroup) -> int | None:
    """Return who is threatened: the object right behind the verb ("threatened [Niger] with war")."""
    items = scene.row.items
    at = next(
        (i for i in range(group.at + 1, len(items)) if not {"det"} & items[i].word.flags or items[i].word.preps), None
    )
    return at if at is not None and items[at].actors and not items[at].prep and not group.passive else None


def _same(scene: Scene, speaker: str, heard: Heard) -> str:
    """Return who "the same source" is: whoever was heard right before."""
    spoken = speaker.removeprefix("unnamed:").lower().split()
    taken = speaker.startswith("unnamed:") and not scene.source.lexicon.language.speech.same.isdisjoint(spoken)
    return heard.last if taken and heard.just and heard.last is not None and not heard.together else speaker


def _of_us(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether whoever is quoted says it ("« … et nous [demandons] que »"), or only is said to speak ("who [spoke] on condition of …")."""
    language = scene.source.lexicon.language
    first = group.left and scene.row.items[group.left - 1].low in language.speech.first_person
    speaks = any(s.lemma in language.grammar.objects.get("addresses", ()) for s in group.senses)
    return bool(first) or (speaks and scene.subjects[group.at][1] == "relative")


def _takes(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb says what somebody takes for theirs ("[claims] the region as its own"), and nothing is said."""
    objects, items = scene.source.lexicon.language.grammar.objects, scene.row.items
    if not any(s.lemma in objects.get("claiming", ()) for s in group.senses):
        return False
    for item in items[group.at + 1 : group.at + DIRECT + 2]:
        if item.low in scene.source.lexicon.language.offices.as_:
            return not any(g.finite and g.at > group.at for g in scene.groups)
        if item.kind == "sign" or item.word.verbs or item.word.flags & {"comp", "rel", "sub"}:
            return False
    return False


def _addresses(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether somebody only is said to speak, not what he says ("[spoke to reporters] before the meeting")."""
    words, items = scene.source.lexicon.language.grammar.objects.get("addresses", ()), scene.row.items
    if not any(s.lemma in words for s in group.senses):
        return False
    return not any("comp" in i.word.flags or i.low in QUOTES or i.low in ":," for i in items[group.at + 1 :])


def _describes(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb only describes the source who then says something ("a person [briefed] on the talks said")."""
    items, other = scene.row.items, next((g for g in scene.groups if g.at > group.at), None)
    if not group.left or items[group.left - 1].form != "unnamed" or not reduced(items, group):
        return False
    between = items[group.at + 1 : other.left] if other is not None and other.finite else []
    return bool(between) and not any(i.kind == "sign" or i.word.flags & _BREAKS for i in between)


def _known(scene: Scene, speaker: str) -> bool:
    """Tell whether a speaker is an actor, or a source of the kind that never has a name: a body in its words alone acts no more."""
    row = scene.row
    if not speaker.startswith("unnamed:") or is_source(speaker.removeprefix("unnamed:"), row.lexicon):
        return True
    return any(item.form == "unnamed" and item.low in speaker.lower() for item in row.items)


def _absolute(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a gerund has a subject of its own right before it, behind a comma ("…, France calling for restraint")."""
    who, how = scene.subjects[group.at]
    if group.time != "gerund" or how != "plain" or who is None:
        return False
    items, members = scene.row.items, scene.row.members(who)
    first = members[0] - 1
    first -= first >= 0 and "det" in items[first].word.flags and "indef" not in items[first].word.flags
    set_off = first >= 0 and (items[first].low in ",;—" or bool(items[first].word.preps))
    return members[-1] == group.left - 1 and set_off


def _goes_on(scene: Scene, group: VerbGroup, heard: Heard) -> Saying | None:
    """Return what the last speaker goes on to say, where only a pronoun stands for them ("a-t-il ajouté", "[He] added that …")."""
    items = scene.row.items
    taken_up = group.left > 0 and items[group.left - 1].low in scene.source.lexicon.language.speech.latter
    hangs = by_pronoun(scene, group)
    if heard.last is None:
        return None
    opens = heard.just and opens_with_pronoun(scene, group, heard.last)
    if group.negated or not group.finite or group.passive or group.modal not in (None, "done"):
        return None
    if not (hangs or taken_up or opens):
        return None
    several = takes_up_several(scene, group)
    voices = _ONE_VOICE | {"armed_group", "military"} if opens else _ONE_VOICE
    one = heard.last.startswith("unnamed:") or scene.source.types.get(heard.last) in voices
    if several != bool(heard.together) if heard.together or several else not one:
        return None
    sense = next(s for s in group.senses if s.kind == "speech")
    scope = (0, group.left) if hangs else (group.at, said_up_to(scene.row, group.at, len(items) - 1))
    if opens and group.left > 1:
        scope = (0, group.left)
    saying = Saying(heard.last, group.at, scope, cue(scene, group), negative=sense.value == "negative")
    anchors = set(range(group.left, group.at + 1))
    state(scene, saying, "statement", Reality("occurred"), f"speech:{sense.lemma}", anchors, heard.together)
    return saying


def _along(scene: Scene, group: VerbGroup, said: list[Saying]) -> Saying | None:
    """Return what somebody says along with what they do or say; who says nothing else in the sentence makes a statement by it."""
    speakers, end = along(scene, group, said)
    if not speakers:
        return None
    last = len(scene.row.items) - 1
    scope = (group.at, end if end is not None else min(said_up_to(scene.row, group.at, last), own_act(scene, group)))
    sense = next(s for s in group.senses if s.kind == "speech")
    saying = Saying(speakers[0], group.at, scope, cue(scene, group), negative=sense.value == "negative")
    if _known(scene, speakers[0]) and not any(s.speaker == saying.speaker and s.statement for s in said):
        anchors = set(range(group.left, group.at + 1))
        state(scene, saying, "statement", Reality("occurred"), f"speech:{sense.lemma}", anchors, speakers)
    return saying
