"""`[sentences]` of a language file: where a full stop does not end a sentence."""

import msgspec

__all__ = ["Sentences"]


class Sentences(msgspec.Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """Abbreviations are written without their last full stop; inner ones are kept ("p.m", "av. J")."""

    never: tuple[str, ...]
    """Abbreviations that a name or another word always follows: titles, ranks ("M", "Gen")."""
    before_number: tuple[str, ...]
    """Abbreviations that end no sentence when a number follows ("No", "art")."""
    rarely: tuple[str, ...]
    """Abbreviations that end a sentence only when one of `starters` follows ("etc", "Inc", "p.m")."""
    starters: tuple[str, ...]
    """Words that, capitalised, mostly open a sentence."""
    closing: str = "»”"
    """Quotation marks that close."""
    opening: str = "«“„"
    """Quotation marks that open."""
    ordinal_dot: bool = False
    """True where "3." is an ordinal number, so that a number before a full stop does not end a sentence."""
