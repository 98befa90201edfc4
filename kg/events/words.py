"""The forms of a language's words, worked out one by one as a text asks for them.

A language has a hundred thousand forms of verbs alone, of which a text has a few hundred.  So only the phrases are kept,
each by the stem or the irregular forms of its first word; what begins with a form is put together when it is first met.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import msgspec

from kg import share
from kg.lang import Language
from kg.lang.grammar import Grammar, VerbForms

__all__ = ["TENSES", "UNKNOWN", "Builder", "Frame", "Sense", "Word", "Words", "frames", "inflected", "plural"]

TENSES = ("inf", "pres", "past", "part", "ger", "fut", "cond")
_KEPT = 50_000
"""Tokens whose words are kept; with more of them they are worked out anew."""


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The grammar of one event type, from data/events.toml; its comments describe the fields."""

    min: int
    family: str
    slots: dict[str, str]
    anchored: tuple[str, ...] = ()
    deadline: bool = False
    lasting: bool = False
    default_status: str = "occurred"
    places: tuple[str, ...] = ()
    quantity: dict[str, str] = {}
    placeless: bool = False
    needs: str = ""


_PARTICIPLES = ("é", "u", "it", "nt", "êt")
"""Endings of what agrees with its subject behind "be"."""
_UNWILLING = frozenset({"refused", "wavering"})
"""Modalities that a negation turns into their contrary, also where it cuts them in two ("n'exclut [pas] de")."""


class Sense(msgspec.Struct, frozen=True, cache_hash=True):
    """One meaning of a word: kind is event, speech, modality, governor, negotiated, provides, commits, treaty or aux."""

    kind: str
    value: str
    lemma: str
    reflexive: bool = False
    special: tuple[tuple[str, str], ...] = ()


@dataclass(eq=False)
class Word:
    """All that one form may be."""

    flags: set[str] = field(default_factory=set)
    preps: set[str] = field(default_factory=set)
    verbs: list[tuple[Sense, str]] = field(default_factory=list)
    """Senses as a verb, each with the tense of this form."""
    nouns: list[Sense] = field(default_factory=list)

    @cached_property
    def aux(self) -> tuple[str, str] | None:
        """The auxiliary that it is, with its tense; a form of two tenses is the finite one."""
        found = [(sense.value, tense) for sense, tense in self.verbs if sense.kind == "aux"]
        return max(found, key=lambda pair: pair[1] != "inf", default=None)

    @cached_property
    def modality(self) -> tuple[str, str] | None:
        """How it qualifies the verb behind it, with its tense."""
        return next(((sense.value, tense) for sense, tense in self.verbs if sense.kind == "modality"), None)

    @property
    def auxiliary(self) -> bool:
        """Whether it is a form of have or be, the infinitive left out."""
        return self.aux is not None and self.aux[1] != "inf"

    @cached_property
    def moves(self) -> bool:
        """Whether it tells that somebody goes, or is, somewhere."""
        return any(s.kind == "event" and frames()[s.value].places for s, _ in self.verbs)


@lru_cache(maxsize=1)
def frames() -> dict[str, Frame]:
    """Return the frame of every event type."""
    return msgspec.toml.decode(share.path("data", "events.toml").read_bytes(), type=dict[str, Frame])


Entry = tuple[Word | None, dict[str, list[tuple[tuple[str, ...], Word]]]]
"""The word that a token is alone, and the phrases that it begins by their second token, longest first."""
UNKNOWN: Entry = (None, {})
"""What a language file lacks."""


class _Phrase(msgspec.Struct, frozen=True):
    """A verb phrase without its first word, which is inflected."""

    number: int
    sense: Sense
    rest: tuple[str, ...]
    denials: tuple[tuple[str, ...], ...]
    """Negations that may stand behind the first word ("n'aura [pas] lieu")."""


class Words(dict[str, Entry]):
    """The words of a language by their first token, each worked out when it is first asked for."""

    def __init__(self, build: "Builder") -> None:
        """Sort verbs by stem or irregular form, all other phrases by their first word."""
        super().__init__()
        self._fixed: dict[str, list[tuple[tuple[str, ...], Word]]] = defaultdict(list)
        for phrase, word in build.table.items():
            if phrase:
                self._fixed[phrase[0]].append((phrase, word))
        self._irregular: dict[str, list[tuple[list[_Phrase], str]]] = defaultdict(list)
        self._stems: dict[str, list[tuple[list[_Phrase], dict[str, list[str]]]]] = defaultdict(list)
        paradigms = {id(forms): _endings(forms) for forms in build.language.grammar.paradigms.values()}
        for lemma, phrases in build.heads.items():
            stem, forms = _paradigm(lemma, build.language.grammar)
            if stem is not None and forms is not None:
                self._stems[stem].append((phrases, paradigms[id(forms)]))
                continue
            for form, tense in inflected(lemma, build.language.grammar) if forms is not None else [(lemma, "pres")]:
                self._irregular[form].append((phrases, tense))
        self._longest = max((len(ending) for endings in paradigms.values() for ending in endings), default=0)

    def __contains__(self, token: object) -> bool:
        """Tell whether a token is, or begins, anything."""
        return isinstance(token, str) and self[token] is not UNKNOWN

    def __missing__(self, token: str) -> Entry:
        """Work out what a token is and begins; nothing where the language file lacks it."""
        if len(self) >= _KEPT:
            self.clear()
        found = self._phrases(token)
        alone = found.pop((token,), None)
        phrases: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
        for phrase in sorted(found, key=lambda each: (-len(each), each)):
            phrases.setdefault(phrase[1], []).append((phrase, found[phrase]))
        entry = UNKNOWN if alone is None and not phrases else (alone, phrases)
        self[token] = entry
        return entry

    def _phrases(self, token: str) -> dict[tuple[str, ...], Word]:
        """Return all that begins with a token, as the language file has it: what comes first there comes first here."""
        found: dict[tuple[str, ...], Word] = defaultdict(Word)
        for phrase, word in self._fixed.get(token, ()):
            found[phrase] = Word(set(word.flags), set(word.preps), list(word.verbs), list(word.nouns))
        for verb, tense in sorted(self._verbs(token), key=lambda pair: pair[0].number):
            entry = found[token, *verb.rest].verbs
            if (verb.sense, tense) not in entry:
                entry.append((verb.sense, tense))
            for denial in verb.denials:
                denied = found[token, *denial, *verb.rest]
                denied.verbs.append((verb.sense, tense))
                denied.flags.add("neg")
        return found

    def _verbs(self, token: str) -> Iterator[tuple[_Phrase, str]]:
        """Yield the phrases that a form opens, each with the tense of the form."""
        for phrases, tense in self._irregular.get(token, ()):
            yield from ((phrase, tense) for phrase in phrases)
        for cut in range(max(0, len(token) - self._longest), len(token) + 1):
            for phrases, endings in self._stems.get(token[:cut], ()):
                for tense in endings.get(token[cut:], ()):
                    yield from ((phrase, tense) for phrase in phrases)


def _paradigm(lemma: str, grammar: Grammar) -> tuple[str | None, VerbForms | None]:
    """Return the stem and the endings of a regular verb, no stem and the forms of an irregular one, nothing for other words."""
    whole = grammar.irregular.get(lemma)
    if whole is not None:
        return None, whole
    found = [(p.inf.strip(), p) for p in grammar.paradigms.values() if lemma.endswith(p.inf.strip())]
    if not found:
        return None, None
    ending, forms = max(found, key=lambda pair: len(pair[0]))
    return lemma[: len(lemma) - len(ending)], forms


def _endings(forms: VerbForms) -> dict[str, list[str]]:
    """Return the tenses of each ending of a paradigm."""
    found: dict[str, list[str]] = defaultdict(list)
    for tense in TENSES:
        text: str = getattr(forms, tense)
        bare = [""] if text.startswith(" ") or (text == "" and tense == "inf") else []
        for ending in (*bare, *text.split()):
            found[ending].append(tense)
    return dict(found)


def inflected(lemma: str, grammar: Grammar) -> Iterator[tuple[str, str]]:
    """Yield the forms of a verb, each with its tense."""
    stem, forms = _paradigm(lemma, grammar)
    if forms is None:
        yield lemma, "inf"
    elif stem is None:
        yield from ((form, tense) for tense in TENSES for form in getattr(forms, tense).split())
    else:
        yield from ((stem + ending, tense) for ending, tenses in _endings(forms).items() for tense in tenses)


def plural(noun: str) -> Iterator[str]:
    """Yield the forms of a noun written with optional endings: "visite(s) d'État"."""
    if "(" not in noun:
        yield noun
        return
    yield re.sub(r"\([^)]*\)", "", noun)
    yield noun.replace("(", "").replace(")", "")


class Builder:
    """Collects the phrases of a language file."""

    def __init__(self, language: Language) -> None:
        """Start without any."""
        self.language = language
        self.table: dict[tuple[str, ...], Word] = defaultdict(Word)
        """All phrases but those of verbs."""
        self.heads: dict[str, list[_Phrase]] = defaultdict(list)
        """The phrases of verbs by their first word."""
        self.token = _token_pattern(language)
        grammar = language.grammar
        self._helpers = {aux.inf for aux in grammar.auxiliaries.values()} if grammar.weak_negations else set()
        self._denials = tuple(self.tokens(negation) for negation in grammar.negations)
        self._entered = 0

    def tokens(self, phrase: str) -> tuple[str, ...]:
        """Return a phrase as a text has it."""
        text = phrase.lower().replace("’", "'")
        if text.endswith("'"):  # an elided word is one only before another: lend it one
            return tuple(self.token.findall(text + "x"))[:-1]
        return tuple(self.token.findall(text))

    def flag(self, name: str, phrases: Iterable[str]) -> None:
        """Enter phrases under the name of what they do."""
        for phrase in phrases:
            self.table[self.tokens(phrase)].flags.add(name)

    def verb(self, phrase: str, kind: str, value: str, special: dict[str, str] | None = None) -> None:
        """Enter a verb phrase whose first word (after a reflexive) is inflected."""
        words = phrase.split(" ")
        reflexive = words[0] in ("se", "sich") or phrase.startswith("s'")
        if words[0] in ("se", "sich"):
            words = words[1:]
        elif reflexive:
            words[0] = words[0].removeprefix("s'")
        sense = Sense(kind, value, phrase, reflexive, tuple(sorted((special or {}).items())))
        if words[0] in self._helpers and len(words) > 1 and words[1].endswith(_PARTICIPLES):
            for ending in ("e", "s", "es"):  # "être censé", said of one woman or of several
                self._enter([words[0], words[1] + ending, *words[2:]], sense, value)
        self._enter(words, sense, value)

    def _enter(self, words: list[str], sense: Sense, value: str) -> None:
        """Enter one form of a verb phrase, its first word in all of its own."""
        rest = self.tokens(" ".join(words[1:])) if len(words) > 1 else ()
        self._entered += 1
        cut = rest and (words[0] in self._helpers or (self._helpers and value in _UNWILLING))
        found = _Phrase(self._entered, sense, rest, self._denials if cut else ())
        if words[0].isalpha() and words[0].islower():
            self.heads[words[0]].append(found)
            return
        grammar = self.language.grammar
        known = _paradigm(words[0], grammar)[1] is not None
        for form, tense in inflected(words[0], grammar) if known else [(words[0], "pres")]:  # "l'emporter": two tokens
            entry = self.table[*self.tokens(form), *rest].verbs
            if (sense, tense) not in entry:
                entry.append((sense, tense))

    def noun(self, phrase: str, kind: str, value: str, special: dict[str, str] | None = None) -> None:
        """Enter a noun."""
        for form in plural(phrase):
            self.table[self.tokens(form)].nouns.append(
                Sense(kind, value, phrase, special=tuple(sorted((special or {}).items())))
            )


def _token_pattern(language: Language) -> re.Pattern[str]:
    """Return the pattern of one token: an elided word ("l'"), a possessive ("'s"), a word with its hyphens, or a sign."""
    grammar = language.grammar
    elided = {
        word
        for words in (
            grammar.determiners,
            grammar.complementizers,
            grammar.reflexives,
            grammar.prepositions["of"],
            grammar.infinitive_markers,
            grammar.subordinators,
        )
        for phrase in words
        for word in phrase.split()
        if word.endswith("'")
    } | ({"n'", "jusqu'", "c'", "j'"} if any(w.endswith("'") for w in grammar.determiners) else set())
    parts = [r"\d+(?:[.,\u00a0\u202f]\d+)*"]
    if elided:
        parts.append(
            r"\b(?:"
            + "|".join(sorted((re.escape(w[:-1]) for w in elided), key=len, reverse=True))
            + r")['’](?=[\w\"«“]|$)"
        )
    if grammar.possessive_suffixes:
        parts.append(r"['’]s\b")
    return re.compile("|".join([*parts, r"\w+(?:[-‐‑]\w+)*", r"[^\w\s]"]), re.IGNORECASE)
