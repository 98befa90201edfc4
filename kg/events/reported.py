"""What a verb of speech reports: the speaker's own deeds or those of others; whether its subject closes the sentence."""

from kg.events.items import Row
from kg.events.verbs import VerbGroup

__all__ = ["closes", "of_others", "promised"]


def of_others(row: Row, said: VerbGroup, group: VerbGroup) -> bool:
    """Tell whether others are the subject of what is said ("X a dit [que les chefs avaient] l'espoir de signer"): not X."""
    opens = row.items[said.at + 1 : said.at + 3]
    speech = group.marker and said.at + 3 < group.left and any(s.kind == "speech" for s in said.senses)
    return bool(speech) and len(opens) > 1 and "comp" in opens[0].word.flags and "det" in opens[1].word.flags


def closes(row: Row, group: VerbGroup) -> bool:
    """Tell whether a verb behind a comma has only its subject behind it ("…, a dénoncé le président X.")."""
    items = row.items
    if row.lexicon.language.speech.inverted == () or not group.left or items[group.left - 1].low != ",":
        return False
    after = [i for i in items[group.at + 1 :] if i.kind != "date" and "det" not in i.word.flags]
    return (
        bool(after) and after[0].kind == "np" and not after[0].prep and all(i.low in ".," or i.prep for i in after[1:])
    )


def promised(row: Row, group: VerbGroup) -> bool:
    """Tell whether those to whom something was promised say so themselves ("say [they] were promised jobs by X")."""
    before = row.items[group.left - 1].word.flags if group.left else set()
    told = any(s.kind == "event" and s.value == "promise" for s in group.senses)
    return told and group.passive and bool(before & {"he", "it", "they"})
