"""The words of one language compiled for reading events: every form of every verb, noun and function word.

Language --compile--> Lexicon: first token -> [(tokens, Word)], longest phrase first
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import msgspec

from kg import share
from kg.lang import Language
from kg.lang.grammar import Grammar

__all__ = ["CONCERTED", "Frame", "Lexicon", "Sense", "Word", "compile_lexicon", "compile_verbs", "frames"]

CONCERTED = frozenset({"talks", "agreement", "ceasefire"})
"""Families whose events are what several parties do together."""

_ARTICLE = 2
"""How many words a preposition and an article are."""
_ACCENTED = "à"
"""A preposition that is often written without its accent where it is a capital."""
TENSES = ("inf", "pres", "past", "part", "ger", "fut", "cond")


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


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a word: kind is event, speech, modality, governor, negotiated, provides, commits, treaty or aux."""

    kind: str
    value: str
    lemma: str
    reflexive: bool = False
    special: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True, eq=False)
class Word:
    """All that one form may be."""

    flags: set[str] = field(default_factory=set)
    preps: set[str] = field(default_factory=set)
    verbs: list[tuple[Sense, str]] = field(default_factory=list)
    """Senses as a verb, each with the tense of this form."""
    nouns: list[Sense] = field(default_factory=list)

    @property
    def moves(self) -> bool:
        """Whether it tells that somebody goes, or is, somewhere."""
        return any(s.kind == "event" and frames()[s.value].places for s, _ in self.verbs)


@dataclass(slots=True)
class Lexicon:
    """The compiled words of one language."""

    language: Language
    words: dict[str, tuple[Word | None, dict[str, list[tuple[tuple[str, ...], Word]]]]]
    """First token -> the word that it is alone, and the phrases that it begins by their second token, longest first."""
    token: re.Pattern[str]
    adverbs: tuple[str, ...]
    """Endings that make an unknown word an adverb."""
    be_perfect: frozenset[str]
    titles: re.Pattern[str]
    """Forms of address that end where a name begins ("M. ", "Mr. ", "le général ")."""

    @property
    def people(self) -> frozenset[str]:
        """Nouns for those who speak for others, in all their forms ("parties", "envoys")."""
        heads = self.language.names.groups.get("people", ())
        return frozenset(form for head in heads for form in _plural(head.lower()))

    @property
    def armed(self) -> frozenset[str]:
        """Nouns for those who fight, in all their forms ("troops", "rebels")."""
        groups = self.language.names.groups
        return frozenset(
            form
            for kind in ("military", "militants")
            for head in groups.get(kind, ())
            for form in _plural(head.lower())
        )

    def is_marker(self, token: str) -> bool:
        """Tell whether a word opens an infinitive ("to")."""
        return token in self.language.grammar.infinitive_markers

    @property
    def spokesmen(self) -> frozenset[str]:
        """The same, with those who hold an office ("ministers", "chefs")."""
        plurals = self.language.offices.plurals
        return self.people | frozenset(
            word.lower() for title in plurals for word in (title.split()[0], title.split()[-1])
        )

    def match(self, tokens: list[str], at: int) -> tuple[int, Word] | None:
        """Return how many tokens the longest known phrase at `at` takes, and its word."""
        entry = self.words.get(tokens[at])
        if entry is None:
            return None
        alone, phrases = entry
        if phrases and at + 1 < len(tokens):
            for phrase, word in phrases.get(tokens[at + 1], ()):
                if tuple(tokens[at : at + len(phrase)]) == phrase:
                    return len(phrase), word
        return None if alone is None else (1, alone)

    def loose(self, rest: list[str], phrase: Word, kind: str, sort: str) -> bool:
        """Tell whether the last word of a verb phrase opens the name behind it ("a tenu [à Genève] une réunion", "a exigé [de la France] que").

        Args:
            rest: that word and what stands between it and the name.
            phrase: the verb phrase.
            kind: of the item behind it.
            sort: the type of the item behind it.
        """
        grammar = self.language.grammar
        if kind != "np" or len(rest) > _ARTICLE or (rest[1:] and rest[1] not in grammar.determiners):
            return False
        if sort == "place":  # where it is, as nobody goes there
            return not rest[1:] and not phrase.moves and rest[0] in grammar.prepositions.get("in", ())
        return all(s.kind == "modality" for s, _ in phrase.verbs) and rest[0] in grammar.prepositions["of"]

    def accented(self, tokens: list[str]) -> list[str]:
        """Return the tokens of a sentence that opens with a capital A, with the accent that many leave out ("[A] l'issue de")."""
        after = self.match(tokens, 1) if len(tokens) > 1 else None
        verb = after is not None and any(tense == "part" for _, tense in after[1].verbs)  # "[A] été élu"
        return tokens if _ACCENTED not in self.words or verb else [_ACCENTED, *tokens[1:]]


@lru_cache(maxsize=1)
def frames() -> dict[str, Frame]:
    """Return the frame of every event type."""
    return msgspec.toml.decode(share.path("data", "events.toml").read_bytes(), type=dict[str, Frame])


def _conjugate(lemma: str, grammar: Grammar) -> Iterator[tuple[str, str]]:
    """Yield (form, tense) of a one-word lemma."""
    whole = grammar.irregular.get(lemma)
    if whole is not None:
        stem, forms = "", whole
    else:
        endings = [(p.inf.strip(), p) for p in grammar.paradigms.values() if lemma.endswith(p.inf.strip())]
        if not endings:
            yield lemma, "inf"
            return
        ending, forms = max(endings, key=lambda pair: len(pair[0]))
        stem = lemma[: len(lemma) - len(ending)]
    for tense in TENSES:
        text: str = getattr(forms, tense)
        if whole is None and (text.startswith(" ") or (text == "" and tense == "inf")):
            yield stem, tense
        for form in text.split():
            yield stem + form, tense


def _plural(noun: str) -> Iterator[str]:
    """Yield the forms of a noun written with optional endings: "visite(s) d'État"."""
    if "(" not in noun:
        yield noun
        return
    yield re.sub(r"\([^)]*\)", "", noun)
    yield noun.replace("(", "").replace(")", "")


class _Builder:
    def __init__(self, language: Language) -> None:
        self.language = language
        self.table: dict[tuple[str, ...], Word] = defaultdict(Word)
        self.token = _token_pattern(language)

    def tokens(self, phrase: str) -> tuple[str, ...]:
        text = phrase.lower().replace("’", "'")
        if text.endswith("'"):  # an elided word is one only before another: lend it one
            return tuple(self.token.findall(text + "x"))[:-1]
        return tuple(self.token.findall(text))

    def flag(self, name: str, phrases: Iterable[str]) -> None:
        for phrase in phrases:
            self.table[self.tokens(phrase)].flags.add(name)

    def verb(self, phrase: str, kind: str, value: str, special: dict[str, str] | None = None) -> None:
        """Enter all forms of a verb phrase whose first word (after a reflexive) is inflected."""
        words = phrase.split(" ")
        reflexive = words[0] in ("se", "sich") or phrase.startswith("s'")
        if words[0] in ("se", "sich"):
            words = words[1:]
        elif reflexive:
            words[0] = words[0].removeprefix("s'")
        rest = " ".join(words[1:])
        sense = Sense(kind, value, phrase, reflexive, tuple(sorted((special or {}).items())))
        grammar = self.language.grammar
        known = words[0] in grammar.irregular or any(
            words[0].endswith(p.inf.strip()) for p in grammar.paradigms.values()
        )
        forms = _conjugate(words[0], grammar) if known else [(words[0], "pres")]
        for form, tense in forms:
            key = self.tokens(f"{form} {rest}" if rest else form)
            entry = self.table[key].verbs
            if (sense, tense) not in entry:
                entry.append((sense, tense))
            if rest and words[0] in (aux.inf for aux in grammar.auxiliaries.values()) and grammar.weak_negations:
                for negation in grammar.negations:  # "n'aura [pas] lieu"
                    denied = self.table[self.tokens(f"{form} {negation} {rest}")]
                    denied.verbs.append((sense, tense))
                    denied.flags.add("neg")

    def noun(self, phrase: str, kind: str, value: str, special: dict[str, str] | None = None) -> None:
        for form in _plural(phrase):
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


def _build(language: Language) -> Lexicon:
    build = _Builder(language)
    grammar, speech, agreements = language.grammar, language.speech, language.agreements
    _function_words(build, grammar)
    build.flag("impersonal", language.names.impersonal)
    for name, aux in grammar.auxiliaries.items():
        for tense in TENSES:
            for form in getattr(aux, tense).split():
                build.table[build.tokens(form)].verbs.append((Sense("aux", name, name), tense))
    for kind, verbs in grammar.modality.items():
        for verb in verbs:
            build.verb(verb, "modality", kind)
    for kind, verbs in grammar.governors.items():
        for verb in verbs:
            build.verb(verb, "governor", kind)
    for verb in dict.fromkeys((*speech.verbs, *speech.addressing)):
        value = "negative" if verb in speech.negative else "addressing" if verb in speech.addressing else "positive"
        build.verb(verb, "speech", value)
    build.flag("according", speech.according_to)
    build.flag("unnamed", speech.unnamed)
    for name, words in language.events.items():
        for verb in words.verbs:
            build.verb(verb, "event", name, words.special.get(verb))
        for noun in words.nouns:
            build.noun(noun, "event", name, words.special.get(noun))
    for noun in agreements.nouns:
        build.noun(noun, "treaty", "generic" if noun in agreements.generic else "agreement")
    for verb in agreements.provides:
        build.verb(verb, "provides", "provides")
    for verb in agreements.commits:
        build.verb(verb, "commits", "commits")
    for verb in agreements.negotiated:
        build.verb(verb, "negotiated", "negotiated")
    for status, verbs in agreements.statuses.items():
        if status != "draft":
            for verb in verbs:
                build.verb(verb, "treaty_status", status)
    build.flag("exchange", agreements.exchange)
    build.flag("condition", agreements.conditions)
    for kind, nouns in agreements.commitment_words.items():
        for noun in nouns:
            build.noun(noun, "commitment", kind)
    return _finish(build)


def _function_words(build: _Builder, grammar: Grammar) -> None:
    for flag, words in (
        ("det", grammar.determiners), ("poss", grammar.possessives), ("demo", grammar.demonstratives),
        ("indef", grammar.indefinites), ("end", grammar.endings),
        ("and", grammar.and_), ("but", grammar.but), ("headed", grammar.headed), ("rel", grammar.relative), ("comp", grammar.complementizers),
        ("sub", grammar.subordinators), ("neg", grammar.negations), ("ne", grammar.weak_negations), ("nobody", grammar.nobodies), ("refl", grammar.reflexives), ("clitic", grammar.clitics),
        ("to", grammar.infinitive_markers), ("sep", grammar.separately), ("habit", grammar.habits), ("first", grammar.firsts), ("own", grammar.possessive_suffixes),
        ("partitive", grammar.partitives), ("adv", grammar.adverbs), ("upcoming", grammar.upcoming),
        ("ended", grammar.ended), ("off", grammar.called_off), ("put", grammar.put_off), ("hedge", grammar.hedges),
        ("all", grammar.all_of), ("part", grammar.part_of), ("after", grammar.after_nouns), ("during", grammar.during_nouns), ("before", grammar.before_nouns),
    ):  # fmt: skip
        build.flag(flag, words)
    for whom, words in grammar.pronouns.items():
        build.flag(whom, words)
    for slot, words in grammar.prepositions.items():
        for phrase in words:
            build.table[build.tokens(phrase)].preps.add(slot)


def _finish(build: _Builder) -> Lexicon:
    words: dict[str, tuple[Word | None, dict[str, list[tuple[tuple[str, ...], Word]]]]] = {}
    for phrase, word in sorted(build.table.items(), key=lambda entry: (-len(entry[0]), entry[0])):
        if not phrase:
            continue
        alone, phrases = words.get(phrase[0], (None, {}))
        if len(phrase) == 1:
            alone = word
        else:
            phrases.setdefault(phrase[1], []).append((phrase, word))
        words[phrase[0]] = (alone, phrases)
    grammar = build.language.grammar
    names = build.language.names
    titles = "|".join(re.escape(title) for title in (*names.titles_he, *names.titles_she, *names.titles))
    return Lexicon(
        build.language,
        words,
        build.token,
        grammar.adverb_endings,
        frozenset(grammar.be_perfect),
        re.compile(rf"(?:\b(?:{titles})\b\.?\s+)+\Z"),
    )


def compile_lexicon(language: Language) -> Lexicon:
    """Return the lexicon of a language, compiled once a process."""
    return _CACHE.get(language.code) or _CACHE.setdefault(language.code, _build(language))


_CACHE: dict[str, Lexicon] = {}


def compile_verbs(language: Language) -> Lexicon:
    """Return the verbs of commitments, apart from those that tell events: their sense is the type of the commitment."""
    known = _VERBS.get(language.code)
    if known is not None:
        return known
    build = _Builder(language)
    for kind, verbs in language.commitments.verbs.items():
        for verb in verbs:
            build.verb(verb, "commitment", kind)
    return _VERBS.setdefault(language.code, _finish(build))


_VERBS: dict[str, Lexicon] = {}
