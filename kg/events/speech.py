"""Who says it: direct and indirect speech, the speaker before, inside and after, and unnamed sources."""

from dataclasses import dataclass

from kg.events.borders import acts_next
from kg.events.candidate import Candidate, Scene
from kg.events.clauses import subject
from kg.events.items import Item, Row
from kg.events.lexicon import Sense, frames
from kg.events.other_senses import conditional
from kg.events.reported import closes, promised
from kg.events.status import Reality
from kg.events.verbs import VerbGroup, verb_group
from kg.lang import Language

__all__ = ["Saying", "sayings"]

_QUOTES = frozenset('«»“”"')
_DIRECT = 3
"""How soon after its verb a quotation opens."""
_AGENT = 16
"""How far behind a passive its agent is."""
_CLOSED = frozenset('»”"')
_SPEECH_TYPES = frozenset({"refusal", "threat", "promise"})
_ONE_VOICE = frozenset({"person", "government", "organization", "igo", "media"})
"""Types of those for whom "he" or "it" may stand; a people, a movement or a force is not taken."""


@dataclass(slots=True)
class Saying:
    """A speaker, the words that say so, and the stretch of the sentence that is said."""

    speaker: str
    at: int
    scope: tuple[int, int]
    cue: str
    negative: bool = False
    via: str | None = None
    statement: Candidate | None = None
    ahead: bool = False
    """It says what shall be ("promised to end"): what has been, the article tells itself."""

    def covers(self, event: Candidate) -> bool:
        """Tell whether an event stands in what is said."""
        inside = event is not self.statement and self.scope[0] <= event.at <= self.scope[1]
        return inside and not (self.ahead and event.reality.status == "occurred")


def sayings(scene: Scene, speaking: str | None = None) -> list[Saying]:
    """Return what a sentence attributes, and add its statements to the scene; `speaking` is who spoke or acted last."""
    out = []
    for group in scene.groups:
        acts = any(_does(c, group) and frames()[c.type].family != "speech" for c in scene.found)
        if not acts and any(s.kind == "speech" for s in group.senses):  # "recalled its ambassador" says nothing
            on = _goes_on(scene, group, speaking) if speaking and _by_pronoun(scene, group) else None
            saying = on or _by_verb(scene, group) or (_goes_on(scene, group, speaking) if speaking else None)
            if saying is not None:
                out.append(saying)
    out += _by_mood(scene)
    _drop_nested(scene, out)
    items = scene.row.items
    for at, item in enumerate(items):
        if "according" in item.word.flags:
            who = _quoted_from(items, at)
            if who is not None and items[who].type == "media" and out:
                for saying in out:  # "…, the minister said, according to TASS"
                    saying.via = saying.via or items[who].actors[0]
            elif who is not None:
                saying = Saying(items[who].actors[0], at, (0, len(items)), item.low)
                _state(scene, saying, "statement", Reality("occurred"), f"according:{item.low}", {at, who})
                out.append(saying)
    return out


def _does(event: Candidate, group: VerbGroup) -> bool:
    """Tell whether a verb does an event, or says by whom it was done ("l'offensive a été [lancée] par X")."""
    done = group.passive and group.at in event.anchors and any(s.kind == "event" for s in group.senses)
    return event.at == group.at or done


def _quoted_from(items: list[Item], at: int) -> int | None:
    """Return the name behind "according to"; a text has none of its own ("Selon [l'accord], X doit …")."""
    for index in range(at + 1, min(at + 6, len(items))):
        item = items[index]
        if item.kind == "np" and item.actors:
            return index if "rel" not in items[at + 1].word.flags else None  # "un accord selon [lequel] X doit …"
        if item.low == "," and any(
            i.kind == "treaty" or any(s.kind == "treaty" for s in i.word.nouns) for i in items[at:index]
        ):
            return None
    return None


def _head(lemma: str) -> str:
    """Return the verb of a phrase, with its reflexive ("se dire prêt à" -> "se dire")."""
    words = lemma.split(" ")
    return " ".join(words[:2]) if words[0] in ("se", "sich") else words[0]


def _drop_nested(scene: Scene, found: list[Saying]) -> None:
    """Drop the statements that are themselves only reported ("the adviser said that the president hoped …")."""
    for inner in found:
        outer = [s for s in found if s.at < inner.at <= s.scope[1] and s.scope[0] >= s.at]
        quoted = any(item.low in _QUOTES for item in scene.row.items[: inner.at])
        told = (outer and outer[-1].statement is not None) or _reported(scene, inner.at)
        if told and not quoted and inner.statement is not None and inner.statement.type == "statement":
            scene.found[:] = [c for c in scene.found if c is not inner.statement]


def _reported(scene: Scene, at: int) -> bool:
    """Tell whether a verb of speech stands in what another one, of a speaker unknown, reports."""
    before = [g for g in scene.groups if g.at < at and any(s.kind == "speech" for s in g.senses)]
    if not before:
        return False
    between = scene.row.items[before[-1].at + 1 : at]
    return bool(between) and "comp" in between[0].word.flags and not any(item.kind == "sign" for item in between)


def _by_mood(scene: Scene) -> list[Saying]:
    """Return the refusals and promises that stand before another verb ("refuse de négocier", "pledged to withdraw")."""
    out = []
    language = scene.source.lexicon.language
    for at, item in enumerate(scene.row.items):
        found = [(s, t) for s, t in item.word.verbs if s.kind == "modality" and _voiced(s, language)]
        if not found:
            continue
        group = verb_group(scene.row, at, found)
        if group is None or not group.finite or group.negated or group.modal is not None or group.passive:
            continue
        who, how = subject(scene.row, group, scene.groups)
        if who is None or how == "oblique" or scene.row.items[who].form == "demonym":
            continue
        refused = found[0][0].value == "refused"
        if refused and _keeps_silent(scene, at):
            continue
        saying = Saying(
            scene.row.items[who].actors[0], at, (at, len(scene.row.items) - 1) if not refused else (at, at), item.low
        )
        vowed, threatens = (found[0][0].lemma.startswith(language.verbs_of(kind)) for kind in ("promise", "threat"))
        saying.ahead = vowed
        kind = "refusal" if refused else "promise" if vowed else "statement"
        if threatens or (vowed and _harms(scene, at)):
            kind = "threat"
        _state(
            scene,
            saying,
            kind,
            Reality("occurred"),
            f"speech:{found[0][0].lemma}",
            set(range(group.left, at + 1)),
            scene.row.actors(who),
        )
        if not refused:
            out.append(saying)
    return out


def _voiced(sense: Sense, language: Language) -> bool:
    """Tell whether a verb before another one is also said: one that refuses, or one of speech."""
    head = _head(sense.lemma)
    if sense.value == "refused":
        return any(_head(verb) == head for verb in language.verbs_of("refusal"))
    return head in language.speech.verbs


def _harms(scene: Scene, at: int) -> bool:
    """Tell whether what is vowed is violence or a penalty ("vowed to step up attacks"): that is a threat."""
    after = next((g for g in scene.groups if g.at > at), None)
    if after is None or after.left > at + 1 or after.negated:
        return False
    if any(s.kind == "governor" and s.value != "light" for s in after.senses):
        return False
    told = [c for c in scene.found if after.at in c.anchors and frames()[c.type].family in ("violence", "sanction")]
    return any(c.reality.polarity == "positive" and c.reality.status == "planned" for c in told)


def _keeps_silent(scene: Scene, at: int) -> bool:
    """Tell whether all that is refused is to speak ("declined to comment"): nobody's offer or demand is turned down."""
    silence = scene.source.lexicon.language.grammar.objects.get("silence", ())
    items = scene.row.items
    return at + 1 < len(items) and items[at + 1].low in silence


def _by_verb(scene: Scene, group: VerbGroup) -> Saying | None:
    row = scene.row
    if not group.finite and not _absolute(scene, group):
        return None
    before = row.items[group.left - 1].word if group.left else None
    hoped = group.modal == "done" and conditional(scene, group)
    if group.modal not in (None, "done") or group.negated or promised(row, group) or hoped:
        return None
    if before is not None and before.preps and group.time == "past":  # "in [disputed] Kashmir"
        return None
    who, after = _speaker(scene, group)
    denies = any(s.kind == "speech" and s.value == "negative" for s in group.senses)
    if who is None:
        if not denies or (before is not None and "det" in before.flags):  # "the [disputed] island"
            return None
        return Saying("", group.at, (group.at, len(row.items) - 1), _cue(scene, group), negative=True)
    item = row.items[who]
    if not item.actors or item.form == "demonym" or (_by_pronoun(scene, group) and item.type != "person"):
        return None
    sense = next(s for s in group.senses if s.kind == "speech")
    last = len(row.items) - 1
    scope = (0, group.left) if after else (group.at, _reach(row, group.at, last))
    if group.passive:  # what is criticised is not said by the critic
        scope = (group.at, group.at)
    saying = Saying(item.actors[0], group.at, scope, _cue(scene, group), negative=denies)
    kind = next((s.value for s in group.senses if s.kind == "event" and s.value in _SPEECH_TYPES), "statement")
    saying.via = _recipient(scene, group)
    reality = Reality("occurred") if group.time != "future" else Reality("planned")
    _state(
        scene,
        saying,
        kind,
        reality,
        f"speech:{sense.lemma}",
        set(range(group.left, group.at + 1)),
        speakers=row.actors(who),
    )
    return saying


def _absolute(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a gerund has a subject of its own right before it ("…, France calling for restraint")."""
    who, how = scene.subjects[group.at]
    return (
        group.time == "gerund" and how == "plain" and who is not None and scene.row.members(who)[-1] == group.left - 1
    )


def _by_pronoun(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a pronoun hangs on a verb as its subject ("a-t-il averti"): whoever the quotation names does not speak."""
    endings = scene.source.lexicon.language.speech.inverted
    lows = [item.low for item in scene.row.items[group.left : group.at + 1]]
    return bool(endings) and any(low.endswith(endings) for low in lows) and not group.passive


def _goes_on(scene: Scene, group: VerbGroup, speaking: str) -> Saying | None:
    """Return what the last speaker goes on to say, where only a pronoun behind the verb stands for them ("a-t-il ajouté")."""
    items = scene.row.items
    taken_up = group.left > 0 and items[group.left - 1].low in scene.source.lexicon.language.speech.latter
    hangs = _by_pronoun(scene, group)
    one = speaking.startswith("unnamed:") or scene.source.types.get(speaking) in _ONE_VOICE
    if not (hangs or taken_up) or not one or group.negated or not group.finite or group.passive:
        return None
    sense = next(s for s in group.senses if s.kind == "speech")
    scope = (0, group.left) if hangs else (group.at, _reach(scene.row, group.at, len(items) - 1))
    saying = Saying(speaking, group.at, scope, _cue(scene, group), negative=sense.value == "negative")
    anchors = set(range(group.left, group.at + 1))
    _state(scene, saying, "statement", Reality("occurred"), f"speech:{sense.lemma}", anchors)
    return saying


def _reach(row: Row, at: int, last: int) -> int:
    """Return how far what is said reaches: to the end of a clause or quotation, or of the noun phrase that is announced."""
    items = row.items
    comma = None
    for index in range(at + 1, last + 1):
        item = items[index]
        opens = item.low in _QUOTES and index <= at + _DIRECT
        if "comp" in item.word.flags or opens or item.low == ":":
            return next((i for i in range(index, last) if items[i].low == ";"), last)
        if item.low == "," and comma is None:
            comma = index
    return comma if comma is not None else last


def _state(
    scene: Scene,
    saying: Saying,
    kind: str,
    reality: Reality,
    rule: str,
    anchors: set[int],
    speakers: tuple[str, ...] = (),
) -> None:
    statement = Candidate(kind, scene.row, saying.at, rule, reality, anchors=anchors, confidence=0.85)
    statement.add(speakers or (saying.speaker,), "speaker")
    if saying.via is not None:
        statement.add((saying.via,), "recipient")
    statement.span = (min(anchors), max(anchors))
    saying.statement = statement
    scene.found[:] = [c for c in scene.found if not (c.at == saying.at and frames()[c.type].family == "speech")]
    scene.found.append(statement)


def _speaker(scene: Scene, group: VerbGroup) -> tuple[int | None, bool]:
    """Return the index of the speaker and whether what is said stands before the verb."""
    row = scene.row
    items = row.items
    if group.passive:
        behind = range(group.at + 1, min(group.at + _AGENT, len(items)))
        agents = (i for i in behind if items[i].kind == "np" and items[i].actors and "by" in items[i].prep)
        return next(agents, None), True
    before = items[group.left - 1] if group.left else None
    addressing = all(s.value == "addressing" for s in group.senses if s.kind == "speech")
    closing = before is not None and before.low in _CLOSED
    right = None if addressing and not closing and not closes(row, group) else _right_neighbour(row, group.at)
    right = right if right is not None and not acts_next(row, scene.groups, right) else None
    if right is not None and before is not None and (before.low == "," or before.low in _QUOTES):
        return right, True
    author = _author(scene, group.at)
    if author is not None:
        return author, True
    who, how = scene.subjects[group.at]
    shared = how == "shared" or _after_clause(scene, group)
    if shared and before is not None and before.low == "," and not _says_on(row, group.at):
        return None, False  # "…, a déclaré le porte-parole": somebody behind the verb, unknown
    if who is None or (how == "oblique" and items[who].type == "place"):
        return (right, True) if right is not None and (before is None or before.low in _QUOTES) else (None, False)
    return who, _postposed(row, who, group)


def _after_clause(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb follows a whole clause and has a noun phrase behind it ("Israël va partir, ont rapporté la radio et X")."""
    items = scene.row.items
    after = next((i for i in items[group.at + 1 :] if i.kind != "date"), None)
    if after is None or "det" not in after.word.flags or not scene.source.lexicon.language.grammar.partitives:
        return False
    if any(g.finite and g.at > group.at for g in scene.groups):  # "X a attaqué Y, a dénoncé l'accord et s'est retiré"
        return False
    for main in scene.groups:
        who = scene.subjects.get(main.at, (None, ""))[0]
        if main.finite and main.at < group.left and who is not None and who < main.left:
            return not any(i.low == "," or i.word.flags & {"rel", "comp", "sub"} for i in items[: main.left])
    return False


def _says_on(row: Row, at: int) -> bool:
    """Tell whether what is said follows a verb of speech: then its subject stands before it."""
    after = row.items[at + 1] if at + 1 < len(row.items) else None
    return after is not None and (bool(after.word.flags & {"comp", "to"}) or after.low in _QUOTES or after.low == ":")


def _author(scene: Scene, at: int) -> int | None:
    """Return whose statement it is that says so ("said a statement by the UK")."""
    items = scene.row.items
    nouns = scene.source.lexicon.language.speech.nouns
    if not any(item.low in nouns for item in items[at + 1 : at + 4]):
        return None
    for index in range(at + 2, min(at + 10, len(items))):
        if items[index].kind == "np" and items[index].actors and items[index].prep & {"by", "from", "of", "of?"}:
            return index
        if (items[index].word.verbs and not items[index].word.nouns) or items[index].low in {".", ","}:
            return None
    return None


def _right_neighbour(row: Row, at: int) -> int | None:
    """Return the speaker that follows a verb, past a date and whom it was said to ("a déclaré aux journalistes le négociateur")."""
    for index in range(at + 1, min(at + 11, len(row.items))):
        item = row.items[index]
        if item.kind == "np" and item.actors and (not item.prep or "of?" in item.prep):
            return index
        if item.kind == "np" and item.prep and not item.prep & {"of", "by"}:
            continue  # whom it was said to, or where
        if item.kind == "np":
            return None
        opens = item.word.preps and "comp" not in item.word.flags
        if item.kind == "date" or (opens and (not item.word.preps & {"of"} or "det" in item.word.flags)):
            continue
        if item.kind != "word" or item.word.verbs or item.word.preps or item.word.flags & {"comp", "rel", "sub"}:
            return None
    return None


def _postposed(row: Row, who: int, group: VerbGroup) -> bool:
    """Tell whether the speaker and verb close the sentence (", Pompeo said on Friday.")."""
    items = row.items
    first = min(who, *row.members(who)) - 1
    while first >= 0 and "det" in items[first].word.flags:
        first -= 1
    if first < 0 or not (items[first].low == "," or items[first].low in _QUOTES):
        return False
    for item in items[group.at + 1 :]:
        if item.word.flags & {"comp"} or item.low in (":", "«", "“"):
            return False
        if item.word.verbs and not item.word.nouns and item.kind == "word":
            return False
    return True


def _recipient(scene: Scene, group: VerbGroup) -> str | None:
    """Return the medium or person spoken to ("told Reuters", "a déclaré à l'AFP")."""
    items = scene.row.items
    for index in range(group.at + 1, min(group.at + 7, len(items))):
        item = items[index]
        if item.kind == "np" and item.type == "media":
            return item.actors[0] if item.actors else None
        if item.word.flags & {"comp", "rel"} or item.low in _QUOTES:
            return None
    return None


def _cue(scene: Scene, group: VerbGroup) -> str:
    items = scene.row.items
    text = scene.source.reading.article.text
    start = next((i for i in range(group.left, group.at + 1) if items[i].kind == "word"), group.at)
    return text[items[start].start : items[group.at].end]
