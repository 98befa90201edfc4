"""One sentence as words and units: authority names and nationalities, each at the word where it begins."""

from itertools import compress

import msgspec

from kg.annotate.lexicon import Lexicon
from kg.authority import Authority, Words, fold

__all__ = ["HYPHENS", "LEANINGS", "Chart", "Unit"]

HYPHENS = frozenset({"-", "‐", "‑", "–"})
LEANINGS = frozenset({"for", "against"})
"""What a word before a nationality may say: on the state's side, or not."""
CONTINENT = "continent"
"""What a word before a nationality may make of it: the name of no state."""


class Unit(msgspec.Struct):
    """A name or a nationality: words `start` to `end` (exclusive)."""

    start: int
    end: int
    kind: str
    """name, demonym or leaning: a nationality that a group sides with and does not have ("pro-Russian")."""
    ids: tuple[str, ...]
    """Authority ids, best first; none for a name that it lacks."""
    origin: str = "authority"
    """authority, variant (another spelling), rule, surname or the name of a model."""
    type: str = "person"
    """Of a name that the authority lacks: person, organization or place."""
    data: tuple[tuple[str, str], ...] = ()
    """What stands around a person's name: gender, cue."""

    @property
    def best(self) -> str:
        """The first of its authority ids, empty when it has none."""
        return self.ids[0] if self.ids else ""


class Chart(msgspec.Struct):
    """Words `first` to `last` (exclusive) of a text, with the units found among them."""

    words: Words
    first: int
    last: int
    lexicon: Lexicon
    starts: dict[int, Unit] = {}
    ends: dict[int, Unit] = {}
    cover: dict[int, Unit] = {}

    def add(self, unit: Unit) -> None:
        """Enter a unit, in place of one that begins or ends at the same words."""
        for old in {id(o): o for o in (self.starts.get(unit.start), self.ends.get(unit.end)) if o}.values():
            self.remove(old)
        self.starts[unit.start] = unit
        self.ends[unit.end] = unit
        for index in range(unit.start, unit.end):
            self.cover[index] = unit

    def remove(self, unit: Unit) -> None:
        """Take a unit out."""
        self.starts.pop(unit.start, None)
        self.ends.pop(unit.end, None)
        for index in range(unit.start, unit.end):
            self.cover.pop(index, None)

    def covering(self, index: int) -> Unit | None:
        """Return the unit that a word belongs to."""
        return self.cover.get(index)

    def capital(self, index: int) -> bool:
        """Tell whether a word begins with a capital letter."""
        return self.words.capital[index]

    def capitals(self) -> list[int]:
        """Return the words that begin with a capital letter."""
        return list(compress(range(self.first, self.last), self.words.capital[self.first : self.last]))

    def text(self, start: int, end: int) -> str:
        """Return words `start` to `end` (exclusive) as they stand."""
        return self.words.text[self.words.starts[start] : self.words.ends[end - 1]]

    def gap(self, index: int) -> str:
        """Return what stands between word `index` and the word before it."""
        return self.words.text[self.words.ends[index - 1] : self.words.starts[index]] if index > self.first else ""


def demonyms(chart: Chart, authority: Authority) -> None:
    """Enter the nationalities of a sentence where no name stands: "afghanes", "nord-coréen", "South Korean"."""
    words, lexicon = chart.words, chart.lexicon
    known, extra, firsts = authority.demonyms(lexicon.code), lexicon.extra_demonyms, _firsts(chart, authority)
    behind, folded = chart.first, words.folded
    for index in [at for at in range(chart.first, chart.last) if folded[at] in firsts]:
        if index < behind or index in chart.cover:
            continue
        for length in (3, 2, 1):
            end = index + length
            if (
                end > chart.last
                or not all(words.joined[index + 1 : end])
                or any(i in chart.cover for i in range(index, end))
            ):
                continue
            form = " ".join(words.folded[index:end])
            form, leaning = lexicon.leanings.get(form, (form, ""))
            isos = known.get(form)
            owners = tuple(f"country/{iso}" for iso in isos) if isos else (extra[form],) if form in extra else ()
            if owners and (leaning or _nationality(words, index, lexicon)):
                _enter(chart, index, end, owners, leaning)
                behind = end
                break


def _enter(chart: Chart, index: int, end: int, owners: tuple[str, ...], leaning: str) -> None:
    """Enter a nationality with the word that is joined to it ("Franco-German": two; "pro-Russian", "South American": nobody's)."""
    words, before, gap = chart.words, index - 1, chart.gap(index)
    joined = before >= chart.first and before not in chart.cover and (gap in HYPHENS or gap == " ")
    prefix = chart.lexicon.prefixes.get(words.folded[before], "") if joined else ""
    if prefix == CONTINENT and (gap != " " or chart.lexicon.before):
        return
    prefix = prefix if gap != " " and prefix != CONTINENT else ""
    if leaning or prefix in LEANINGS:
        begin = before if prefix in LEANINGS else index
        chart.add(Unit(begin, end, "leaning", owners, data=(("leaning", leaning or prefix),)))
        return
    if prefix:
        chart.add(Unit(before, index, "demonym", (f"country/{prefix}",)))
    chart.add(Unit(index, end, "demonym", owners))


def _firsts(chart: Chart, authority: Authority) -> frozenset[str]:
    """Return the first words of the nationalities of a language."""
    lexicon = chart.lexicon
    if not lexicon.demonym_firsts:
        known = (*authority.demonyms(lexicon.code), *lexicon.extra_demonyms)
        leanings = [(prefix, value) for prefix, value in lexicon.prefixes.items() if value in LEANINGS]
        lexicon.leanings.update({prefix + form: (form, value) for form in known for prefix, value in leanings})
        lexicon.demonym_firsts = frozenset(form.partition(" ")[0] for form in (*known, *lexicon.leanings))
    return lexicon.demonym_firsts


def _nationality(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a form is written as its language writes nationalities: "polish" is no Pole in English."""
    raw = words.raw(index)
    if lexicon.before and not lexicon.lower and raw[:1].islower():
        return False
    short = fold(raw)
    return len(short) > 2 or raw.replace(".", "").isupper()
