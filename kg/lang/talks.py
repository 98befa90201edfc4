"""Section [talks]: how a language says in which format talks are held."""

import msgspec

__all__ = ["Talks"]


class Talks(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words of the format of talks; all are matched without regard to capitals, as whole words."""

    ordinals: dict[str, int] = {}
    """Words for the number of a round ("third": 3); figures with an ending of `endings` are read as well."""
    endings: tuple[str, ...] = ()
    """What stands behind a figure that counts ("7th", "7e")."""
    rounds: tuple[str, ...] = ()
    """Nouns for a round that need no word for talks behind them ("round", "cycle")."""
    turns: tuple[str, ...] = ()
    """Nouns for a round that need one ("tour": "deuxième tour des pourparlers")."""
    earlier: tuple[str, ...] = ()
    """Words before a round from which something else is only dated ("a month after a first round")."""
    between: tuple[str, ...] = ()
    """Words that may stand between the number and the round ("second successive round")."""
    of: tuple[str, ...] = ()
    """What links a round to what it is a round of."""
    subjects: tuple[str, ...] = ()
    """What a round may be of: words for talks; of anything else ("sanctions", "strikes") it is none of talks."""
    joint: tuple[str, ...] = ()
    """Phrases that say that the sides sit together."""
    separate: tuple[str, ...] = ()
    """Phrases that say that each is seen apart."""
    indirect: tuple[str, ...] = ()
    """Phrases that say that they talk through others."""
    levels: dict[str, tuple[str, ...]] = {}
    """Phrases for who is sent: leaders, ministers, envoys, experts."""
    stalls: tuple[str, ...] = ()
    """Phrases before what holds the talks up ("stalled over", "butent sur")."""
    freed: tuple[str, ...] = ()
    """Phrases before or about what lets them go on ("clear the way", "débloqué")."""
    freed_by: tuple[str, ...] = ()
    """What may stand between such a phrase and what did it ("by", "grâce à")."""
    holds: tuple[str, ...] = ()
    """Verbs of which talks are the object, and what holds them up the subject ("blocked": "the maps blocked the talks")."""
    frees: tuple[str, ...] = ()
    """The same of what lets them go on ("broke the deadlock in")."""
    determiners: tuple[str, ...] = ()
    """What may stand before the talks there ("the", "their")."""
    auxiliaries: tuple[str, ...] = ()
    """What may stand before such a verb ("had", "have long")."""
    pronouns: tuple[str, ...] = ()
    """Subjects that say nothing ("it", "which")."""
    until: tuple[str, ...] = ()
    """What ends a stay, with a day or what somebody did behind it ("until")."""
    until_that: tuple[str, ...] = ()
    """What does so with what somebody did alone behind it ("jusqu'à ce que")."""
    steps: tuple[str, ...] = ()
    """Verbs of what is done to free talks, as they stand behind `until` ("proposed")."""
    openers: tuple[str, ...] = ()
    """Words that open what is said, which may stand before such a subject ("said [that] the maps blocked the talks")."""
    without: tuple[str, ...] = ()
    """Words before a phrase that turn it round ("no", "sans")."""
