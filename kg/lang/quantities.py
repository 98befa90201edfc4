"""`[quantities]` of a language file: how numbers are written and what they count."""

from typing import Literal

import msgspec

__all__ = ["Comparator", "Quantities"]

Comparator = Literal["about", "at_least", "at_most", "more_than", "less_than", "up_to"]


class Quantities(msgspec.Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """All words of number of one language; phrases are written with single spaces and match any white space."""

    number_words: tuple[str, ...]
    """Every word that spelled numbers are made of; text2num computes them."""
    units: dict[str, tuple[str, ...]]
    """Unit to the nouns that name it."""
    crowds: tuple[str, ...] = ()
    """Nouns that name their unit only in hundreds; fewer are persons ("hommes")."""
    articles: tuple[str, ...] = ()
    """Number words that are no number on their own ("un", "a")."""
    joiners: tuple[str, ...] = ()
    """Words inside spelled numbers ("et", "and")."""
    decimal: str = "."
    thousands: str = ",\u00a0\u202f"
    scales: dict[str, float] = {}
    """Words that multiply the number before them ("milliard")."""
    symbols: dict[str, str] = {}
    """Signs to units ("%", "$"), before or behind the number."""
    collectives: dict[str, float] = {}
    """Words that are a number, about ("une quarantaine")."""
    vague: dict[str, tuple[float, float]] = {}
    """Words that are a range ("plusieurs centaines")."""
    comparators: dict[Comparator, tuple[str, ...]] = {}
    """Words before a number."""
    particles: tuple[str, ...] = ()
    """Verbs that end in a word of `comparators`: before a number it belongs to them ("handed over four hostages")."""
    comparators_after: dict[Comparator, tuple[str, ...]] = {}
    """Words behind a number or behind what it counts."""
    range_links: tuple[str, ...] = ()
    """Words between the ends of a range ("à", "to", "-")."""
    range_opens: tuple[str, ...] = ()
    """Words before a range that are part of it ("entre")."""
    between_links: tuple[str, ...] = ()
    """Words between its ends where `range_opens` stands before ("et")."""
    changes: tuple[str, ...] = ()
    """Beginnings of words that make "from A to B" two numbers ("rédui", "cut")."""
    shared: tuple[str, ...] = ()
    """Words between two numbers of which one takes what is counted from the other ("4,500 to 2,500 troops")."""
    linking: tuple[str, ...] = ()
    """Words between a number and its noun ("de", "of the")."""
    modifiers: tuple[str, ...] = ()
    """Adjectives between a number and its noun ("autres", "foreign")."""
    unknown_modifiers: int = 0
    """How many other words in lower case may stand there."""
    stops: tuple[str, ...] = ()
    """Words that never stand between a number and its noun; a number before one of them may count what was counted last."""
    head_last: bool = False
    """True where the last of several nouns is what is counted ("police officers")."""
    carried: tuple[str, ...] = ()
    """Units that a number without a noun takes over from the number before it in the paragraph."""
    heads: dict[str, tuple[str, ...]] = {}
    """Unit to nouns that stand before the number they are counted by ("effectif de", "troop levels to")."""
    head_links: tuple[str, ...] = ()
    """Words that stand right before such a number ("à", "to", "of")."""
    labels: tuple[str, ...] = ()
    """Words before a number that make it a name ("résolution", "article", "No.")."""
