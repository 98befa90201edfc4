"""The words of one language compiled for reading events: every form of every verb, noun and function word.

Language --compile--> Lexicon: first token -> [(tokens, Word)], longest phrase first
"""

import re
from dataclasses import dataclass

from kg.events.words import TENSES, UNKNOWN, Builder, Frame, Sense, Word, Words, frames, plural
from kg.lang import Language
from kg.lang.grammar import Grammar

__all__ = ["CONCERTED", "UNKNOWN", "Frame", "Lexicon", "Sense", "Word", "compile_lexicon", "compile_verbs", "frames"]

CONCERTED = frozenset({"talks", "agreement", "ceasefire"})
"""Families whose events are what several parties do together."""

_ARTICLE = 2
"""How many words a preposition and an article are."""
_ACCENTED = "à"
"""A preposition that is often written without its accent where it is a capital."""


@dataclass(slots=True, eq=False)
class Lexicon:
    """The compiled words of one language."""

    language: Language
    words: Words
    """First token -> the word that it is alone, and the phrases that it begins."""
    token: re.Pattern[str]
    adverbs: tuple[str, ...]
    """Endings that make an unknown word an adverb."""
    be_perfect: frozenset[str]
    titles: re.Pattern[str]
    """Forms of address that end where a name begins ("M. ", "Mr. ", "le général ")."""

    people: frozenset[str]
    """Nouns for those who speak for others, in all their forms ("parties", "envoys")."""
    spokesmen: frozenset[str]
    """The same, with those who hold an office ("ministers", "chefs")."""
    sources: frozenset[str]
    """Nouns of those who are quoted without a name."""
    armed: frozenset[str]
    """Nouns for those who fight, in all their forms ("troops", "rebels")."""

    def is_marker(self, token: str) -> bool:
        """Tell whether a word opens an infinitive ("to")."""
        return token in self.language.grammar.infinitive_markers

    def match(self, tokens: list[str], at: int) -> tuple[int, Word] | None:
        """Return how many tokens the longest known phrase at `at` takes, and its word."""
        alone, phrases = self.words[tokens[at]]
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


def _build(language: Language) -> Lexicon:
    build = Builder(language)
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
        needs = {"needs": frames()[name].needs} if frames()[name].needs else {}
        for verb in words.verbs:
            build.verb(verb, "event", name, needs | words.special.get(verb, {}))
        for noun in words.nouns:
            build.noun(noun, "event", name, needs | words.special.get(noun, {}))
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


def _function_words(build: Builder, grammar: Grammar) -> None:
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


def _finish(build: Builder) -> Lexicon:
    grammar = build.language.grammar
    names, offices = build.language.names, build.language.offices.plurals
    people = _forms(names.groups, "people")
    titles = "|".join(re.escape(title) for title in (*names.titles_he, *names.titles_she, *names.titles))
    return Lexicon(
        build.language,
        Words(build),
        build.token,
        grammar.adverb_endings,
        frozenset(grammar.be_perfect),
        re.compile(rf"(?:\b(?:{titles})\b\.?\s+)+\Z"),
        people,
        people | {word.lower() for title in offices for word in (title.split()[0], title.split()[-1])},
        frozenset(build.language.speech.sources),
        _forms(names.groups, "military", "militants"),
    )


def _forms(groups: dict[str, tuple[str, ...]], *kinds: str) -> frozenset[str]:
    return frozenset(form for kind in kinds for head in groups.get(kind, ()) for form in plural(head.lower()))


def compile_lexicon(language: Language) -> Lexicon:
    """Return the lexicon of a language, compiled once a process."""
    return _CACHE.get(language.code) or _CACHE.setdefault(language.code, _build(language))


_CACHE: dict[str, Lexicon] = {}


def compile_verbs(language: Language) -> Lexicon:
    """Return the verbs of commitments, apart from those that tell events: their sense is the type of the commitment."""
    known = _VERBS.get(language.code)
    if known is not None:
        return known
    build = Builder(language)
    for kind, verbs in language.commitments.verbs.items():
        for verb in verbs:
            build.verb(verb, "commitment", kind)
    return _VERBS.setdefault(language.code, _finish(build))


_VERBS: dict[str, Lexicon] = {}
