"""Whose deeds a verb of speech reports: the speaker's own, or those of others."""

from kg.events.items import Row
from kg.events.verbs import VerbGroup

__all__ = ["of_others"]


def of_others(row: Row, said: VerbGroup, group: VerbGroup) -> bool:
    """Tell whether others are the subject of what is said ("X a dit [que les chefs avaient] l'espoir de signer"): not X."""
    opens = row.items[said.at + 1 : said.at + 3]
    speech = group.marker and said.at + 3 < group.left and any(s.kind == "speech" for s in said.senses)
    return bool(speech) and len(opens) > 1 and "comp" in opens[0].word.flags and "det" in opens[1].word.flags
